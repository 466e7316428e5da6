package engine

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"math/big"
	"strings"

	beacon "github.com/ethereum/go-ethereum/beacon/engine"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ssequencer/ssequencer/chains"
)

// Build has the node build a block of exactly these transactions, in this order, with
// the header inputs of open. The parent must be the node's head (ErrParentNotHead). The
// block is not inserted anywhere; transactions that revert are in it. On the OP Stack the
// list begins with the deposits.
//
// A transaction the node cannot include is named by an *InvalidTxError. A block that
// differs from what was asked for is a *PayloadMismatchError.
func (c *Client) Build(ctx context.Context, open *chains.Open, txs [][]byte) (*chains.Payload, error) {
	p, err := c.build(ctx, open, txs)
	switch {
	case err == nil, !answered(err):
		return p, err
	case c.op != nil && namedTx(txs, err) != nil:
		return nil, namedTx(txs, err)
	case strings.Contains(err.Error(), "parentHash is not current head"):
		return nil, fmt.Errorf("%w: %w", ErrParentNotHead, err)
	}
	return nil, c.findInvalid(ctx, open, txs, err)
}

// findInvalid turns the error of a failed build into an *InvalidTxError: the node does
// not say which transaction it stumbled over, so the shortest failing prefix of the list
// is searched for, in log2(n) builds. If the empty list fails too, no transaction is to
// blame and the error is returned as it is.
func (c *Client) findInvalid(ctx context.Context, open *chains.Open, txs [][]byte, cause error) error {
	fits, fails := -1, len(txs)
	for fails-fits > 1 {
		middle := fits + (fails-fits)/2
		_, err := c.build(ctx, open, txs[:middle])
		switch {
		case err == nil:
			fits = middle
		case answered(err):
			fails, cause = middle, err
		default:
			return fmt.Errorf("search the invalid transaction after %q: %w", cause, err)
		}
	}
	if fails == 0 {
		return cause
	}
	raw := txs[fails-1]
	return &InvalidTxError{TxHash: crypto.Keccak256Hash(raw), Index: fails - 1, Reason: cause.Error()}
}

type envelope struct {
	ExecutionPayload json.RawMessage `json:"executionPayload"`
	Requests         []hexutil.Bytes `json:"executionRequests"`
}

func (c *Client) build(ctx context.Context, open *chains.Open, txs [][]byte) (*chains.Payload, error) {
	if c.op != nil {
		return c.buildBy(ctx, c.buildOP, open, txs)
	}
	return c.buildBy(ctx, c.buildTesting, open, txs)
}

// builds is one way to have a block built.
type builds func(ctx context.Context, open *chains.Open, txs [][]byte) (*envelope, error)

// buildBy has the block built that way, and compares it with what was asked for.
func (c *Client) buildBy(ctx context.Context, build builds, open *chains.Open, txs [][]byte) (*chains.Payload, error) {
	ctx, cancel := context.WithTimeout(ctx, c.timeouts.Build)
	defer cancel()
	env, err := build(ctx, open, txs)
	if err != nil {
		return nil, err
	}
	var data beacon.ExecutableData
	if err := json.Unmarshal(env.ExecutionPayload, &data); err != nil {
		return nil, fmt.Errorf("decode the built payload: %w", err)
	}
	if err := compare(open, txs, &data); err != nil {
		return nil, err
	}
	return payload(open, env, &data), nil
}

// buildTesting has a geth node build the block.
func (c *Client) buildTesting(ctx context.Context, open *chains.Open, txs [][]byte) (*envelope, error) {
	attributes := beacon.PayloadAttributes{
		Timestamp:             open.Timestamp,
		Random:                open.PrevRandao,
		SuggestedFeeRecipient: open.FeeRecipient,
		Withdrawals:           []*types.Withdrawal{},
		BeaconRoot:            &open.BeaconRoot,
	}
	var env envelope
	err := c.builder.CallContext(ctx, &env, methodBuild, open.ParentHash, attributes, hexList(txs), hexutil.Bytes(open.ExtraData))
	return &env, err
}

// hexList never returns nil: an absent list would mean the node's own pool.
func hexList(list [][]byte) []hexutil.Bytes {
	out := make([]hexutil.Bytes, len(list))
	for i, b := range list {
		out[i] = b
	}
	return out
}

func payload(open *chains.Open, env *envelope, data *beacon.ExecutableData) *chains.Payload {
	p := &chains.Payload{
		ChainID:      open.ChainID,
		Number:       data.Number,
		Hash:         data.BlockHash,
		ParentHash:   data.ParentHash,
		Timestamp:    data.Timestamp,
		StateRoot:    data.StateRoot,
		ReceiptsRoot: data.ReceiptsRoot,
		LogsBloom:    types.BytesToBloom(data.LogsBloom),
		GasUsed:      data.GasUsed,
		GasLimit:     data.GasLimit,
		BaseFee:      data.BaseFeePerGas,
		Transactions: data.Transactions,
		BeaconRoot:   open.BeaconRoot,
		Requests:     make([][]byte, len(env.Requests)),
		Raw:          env.ExecutionPayload,
	}
	for i, r := range env.Requests {
		p.Requests[i] = r
	}
	if data.BlobGasUsed != nil {
		p.BlobGasUsed = *data.BlobGasUsed
	}
	return p
}

// compare checks that every header input of open, and the list, is in what was built.
func compare(open *chains.Open, txs [][]byte, d *beacon.ExecutableData) error {
	if d.BaseFeePerGas == nil {
		d.BaseFeePerGas = new(big.Int)
	}
	for _, f := range []struct {
		name      string
		same      bool
		want, got any
	}{
		{"number", d.Number == open.Number, open.Number, d.Number},
		{"parent", d.ParentHash == open.ParentHash, open.ParentHash, d.ParentHash},
		{"timestamp", d.Timestamp == open.Timestamp, open.Timestamp, d.Timestamp},
		{"prevRandao", d.Random == open.PrevRandao, open.PrevRandao, d.Random},
		{"fee recipient", d.FeeRecipient == open.FeeRecipient, open.FeeRecipient, d.FeeRecipient},
		{"gas limit", d.GasLimit == open.GasLimit, open.GasLimit, d.GasLimit},
		{"base fee", open.BaseFee != nil && d.BaseFeePerGas.Cmp(open.BaseFee) == 0, open.BaseFee, d.BaseFeePerGas},
		{"extra data", bytes.Equal(d.ExtraData, open.ExtraData), hexutil.Bytes(open.ExtraData), hexutil.Bytes(d.ExtraData)},
		{"transaction count", len(d.Transactions) == len(txs), len(txs), len(d.Transactions)},
	} {
		if !f.same {
			return &PayloadMismatchError{Field: f.name, Want: fmt.Sprint(f.want), Got: fmt.Sprint(f.got)}
		}
	}
	for i, raw := range txs {
		if !bytes.Equal(d.Transactions[i], raw) {
			return &PayloadMismatchError{Field: fmt.Sprintf("transaction %d", i),
				Want: crypto.Keccak256Hash(raw).Hex(), Got: crypto.Keccak256Hash(d.Transactions[i]).Hex()}
		}
	}
	return nil
}
