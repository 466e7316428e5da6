package engine

import (
	"context"
	"encoding/json"
	"fmt"

	beacon "github.com/ethereum/go-ethereum/beacon/engine"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ssequencer/ssequencer/chains"
)

const methodBodies = "engine_getPayloadBodiesByHashV1"

// Block returns a block that the node has, whoever made it.
func (c *Client) Block(ctx context.Context, hash common.Hash) (*chains.Block, error) {
	h, err := c.HeaderByHash(ctx, hash)
	if err != nil {
		return nil, err
	}
	if h.BaseFee == nil || h.ParentBeaconRoot == nil {
		return nil, fmt.Errorf("%w: block %s is of an old fork", ErrUnsupported, hash)
	}
	b := &chains.Block{Ref: chains.BlockRef{Number: h.Number.Uint64(), Hash: hash}, Open: chains.Open{
		ChainID: c.chain, Number: h.Number.Uint64(), ParentHash: h.ParentHash, Timestamp: h.Time, PrevRandao: h.MixDigest, FeeRecipient: h.Coinbase,
		GasLimit: h.GasLimit, BaseFee: h.BaseFee, BeaconRoot: *h.ParentBeaconRoot, ExtraData: h.Extra,
	}}
	if b.Transactions, err = c.body(ctx, hash); err != nil {
		return nil, err
	}
	if b.Receipts, err = c.Receipts(ctx, hash); err != nil {
		return nil, err
	}
	if len(b.Receipts) != len(b.Transactions) {
		return nil, fmt.Errorf("%w: block %s has %d transactions and %d receipts", ErrAnswer, hash, len(b.Transactions), len(b.Receipts))
	}
	for i, raw := range b.Transactions {
		if len(raw) == 0 || raw[0] != chains.DepositTxType {
			break
		}
		b.Open.Deposits = append(b.Open.Deposits, raw)
		if i == 0 {
			if origin, err := chains.OriginOf(c.chain, raw); err == nil {
				b.Open.L1Origin = origin
			}
		}
	}
	b.Payload, err = c.payloadOf(h, b)
	return b, err
}

// payloadOf puts together the payload that the node was once given the block with.
func (c *Client) payloadOf(h *types.Header, b *chains.Block) (*chains.Payload, error) {
	data := &beacon.ExecutableData{
		ParentHash: h.ParentHash, FeeRecipient: h.Coinbase, StateRoot: h.Root, ReceiptsRoot: h.ReceiptHash, LogsBloom: h.Bloom[:], Random: h.MixDigest,
		Number: h.Number.Uint64(), GasLimit: h.GasLimit, GasUsed: h.GasUsed, Timestamp: h.Time, ExtraData: h.Extra, BaseFeePerGas: h.BaseFee,
		BlockHash: b.Ref.Hash, Transactions: b.Transactions, Withdrawals: []*types.Withdrawal{}, BlobGasUsed: h.BlobGasUsed, ExcessBlobGas: h.ExcessBlobGas,
	}
	raw, err := json.Marshal(data)
	if err == nil && c.op != nil && c.op.Fork(h.Time) >= chains.Isthmus {
		var fields map[string]any // go-ethereum does not know that the withdrawals have a root of their own
		if err = json.Unmarshal(raw, &fields); err == nil {
			fields["withdrawalsRoot"] = h.WithdrawalsHash
			raw, err = json.Marshal(fields)
		}
	}
	if err != nil {
		return nil, fmt.Errorf("encode block %s: %w", b.Ref.Hash, err)
	}
	return payload(&b.Open, &envelope{ExecutionPayload: raw}, data), nil
}

// body returns a block's transactions in their encodings.
func (c *Client) body(ctx context.Context, hash common.Hash) ([][]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, c.timeouts.Read)
	defer cancel()
	var bodies []*struct {
		Transactions []hexutil.Bytes `json:"transactions"`
	}
	if err := c.engine.CallContext(ctx, &bodies, methodBodies, []common.Hash{hash}); err != nil {
		return nil, fmt.Errorf("read the transactions of block %s: %w", hash, err)
	}
	if len(bodies) != 1 || bodies[0] == nil {
		return nil, fmt.Errorf("%w: no transactions of block %s", ErrAnswer, hash)
	}
	txs := make([][]byte, len(bodies[0].Transactions))
	for i, raw := range bodies[0].Transactions {
		txs[i] = raw
	}
	return txs, nil
}
