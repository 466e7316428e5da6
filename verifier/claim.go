package verifier

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/merkle"
)

// claim is one batch as it is on L1.
type claim struct {
	number uint64
	block  uint64       // L1 block it was submitted in
	event  submitted    // what the contract said about it
	batch  merkle.Batch // what the transaction that submitted it carried
	// unreadable is why the batch could not be found in that transaction. The hash on
	// L1 is then all there is.
	unreadable error
}

// submitted is what L1 keeps of a batch, and logs.
type submitted struct {
	hash          common.Hash
	root          common.Hash
	lastTimestamp uint64
}

// readClaim finds batch n on L1, in block from or later.
func (v *Verifier) readClaim(ctx context.Context, n, from uint64) (*claim, error) {
	head, err := v.l1.head(ctx)
	if err != nil {
		return nil, err
	}
	batches := bindings.NewBatches()
	accepted, err := view(ctx, v.l1, v.cfg.Settlement, batches.PackBatchAt(n), batches.UnpackBatchAt)
	if errors.Is(err, errRefused) {
		return nil, ErrNoBatch
	}
	if err != nil {
		return nil, err
	}
	// By the hash, since a number may have been taken back and used again.
	topic := batches.GetABI().Events[bindings.BatchesBatchSubmittedEventName].ID
	q := logQuery{first: from, last: head, emitter: v.cfg.Settlement, some: true, topics: [][]common.Hash{{topic}, {word(n)}, {accepted.BatchHash}}}
	logs, err := v.l1.logs(ctx, q, v.cfg.ChunkBlocks)
	if err != nil {
		return nil, err
	}
	if len(logs) == 0 && from > v.cfg.FirstL1Block { // L1 may have lost blocks since, and have it earlier now
		return v.readClaim(ctx, n, v.cfg.FirstL1Block)
	}
	if len(logs) == 0 {
		return nil, v.l1.failed(fmt.Sprintf("batch %d", n), errors.New("it stands, and the node has no log of its submission"))
	}
	log := logs[len(logs)-1]
	event, err := batches.UnpackBatchSubmittedEvent(&log)
	if err != nil {
		return nil, fmt.Errorf("%w: %s does not log like Batches: %v", ErrConfig, v.cfg.Settlement, err)
	}
	tx, err := ask(ctx, v.l1, "transaction "+log.TxHash.Hex(), func(ctx context.Context) (*types.Transaction, error) {
		return v.l1.eth.TransactionInBlock(ctx, log.BlockHash, log.TxIndex)
	})
	if err != nil {
		return nil, err
	}
	c := &claim{number: n, block: log.BlockNumber, event: submitted{event.BatchHash, event.Root, event.LastTimestamp}}
	c.batch, c.unreadable = findBatch(tx.Data(), c.event.hash)
	return c, nil
}

// findBatch finds the call of submitBatch with the batch of that hash in calldata: the
// whole of it, or, since anyone may submit, inside a call of another contract.
func findBatch(calldata []byte, hash common.Hash) (merkle.Batch, error) {
	parsed := bindings.NewBatches().GetABI()
	method := parsed.Methods["submitBatch"]
	for rest := calldata; ; {
		at := bytes.Index(rest, method.ID)
		if at < 0 {
			return merkle.Batch{}, fmt.Errorf("no batch with hash %s in the transaction", hash)
		}
		rest = rest[at+len(method.ID):]
		if b, err := decodeBatch(method, rest); err == nil && b.Hash() == hash {
			return b, nil
		}
	}
}

func decodeBatch(method abi.Method, args []byte) (merkle.Batch, error) {
	values, err := method.Inputs.Unpack(args)
	if err != nil {
		return merkle.Batch{}, err
	}
	raw := *abi.ConvertType(values[0], new(bindings.ClaimsBatch)).(*bindings.ClaimsBatch)
	b := merkle.Batch{Number: raw.Number, Parent: raw.Parent, FirstTimestamp: raw.FirstTimestamp, LastTimestamp: raw.LastTimestamp,
		BurnRoot: raw.BurnRoot, MintRoot: raw.MintRoot, PairsHash: raw.PairsHash}
	for _, r := range raw.Chains {
		if !r.ChainId.IsUint64() {
			return merkle.Batch{}, fmt.Errorf("chain id %v is above 64 bits", r.ChainId)
		}
		b.Chains = append(b.Chains, merkle.ChainRange{ChainID: r.ChainId.Uint64(), FirstBlock: r.FirstBlock, LastBlock: r.LastBlock,
			LastBlockHash: r.LastBlockHash, StateRoot: r.StateRoot})
	}
	return b, nil
}

// word returns n as a 32-byte word.
func word(n uint64) common.Hash { return common.BigToHash(new(big.Int).SetUint64(n)) }
