package service

import (
	"context"
	"errors"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/wire"
	"github.com/ssequencer/ssequencer/merkle"
	"github.com/ssequencer/ssequencer/settlement"
)

// batchRecords reads settlement's journal records for the history.
type batchRecords struct{}

// Closed implements history.BatchDecoder.
func (batchRecords) Closed(body []byte) (*wire.Batch, error) {
	b, err := settlement.DecodeClosed(body)
	if err != nil {
		return nil, err
	}
	return wireBatch(b), nil
}

// Posted implements history.BatchDecoder.
func (batchRecords) Posted(body []byte) (common.Hash, error) { return settlement.DecodePosted(body) }

// batches serves settlement batches and proofs.
type batches struct{ *Service }

// Batch implements router.Batches.
func (b batches) Batch(_ context.Context, number *uint64) (*wire.Batch, error) {
	n := b.settlement.Latest()
	if number != nil {
		n = *number
	}
	batch, err := b.settlement.Batch(n)
	if err != nil {
		return nil, err
	}
	return wireBatch(batch), nil
}

// EndProofs implements router.Batches.
func (b batches) EndProofs(ctx context.Context, number *uint64) ([]wire.EndProof, error) {
	n := b.settlement.Latest()
	if number != nil {
		n = *number
	}
	kept, err := b.settlement.EndProofs(ctx, n)
	if err != nil {
		return nil, err
	}
	var out []wire.EndProof
	for _, e := range kept {
		p := wire.EndProof{ChainID: hexutil.Uint64(e.ChainID), BlockHash: e.BlockHash, Header: e.Header, Address: e.RootStore, AccountProof: hexes(e.Account)}
		for _, slot := range e.Slots {
			p.StorageProof = append(p.StorageProof, wire.SlotProof{Key: slot.Slot, Proof: hexes(slot.Proof)})
		}
		out = append(out, p)
	}
	return out, nil
}

func hexes(nodes [][]byte) []hexutil.Bytes {
	out := make([]hexutil.Bytes, len(nodes))
	for i, n := range nodes {
		out[i] = n
	}
	return out
}

// Proof implements router.Batches.
func (b batches) Proof(ctx context.Context, hash common.Hash) ([]wire.Proof, error) {
	messages := []common.Hash{hash}
	in, err := b.history.Included(ctx, hash)
	switch {
	case err == nil:
		messages = in.Leg.Initiates
		if in.Leg.Executes != (common.Hash{}) {
			messages = append([]common.Hash{in.Leg.Executes}, messages...)
		}
	case !errors.Is(err, chains.ErrUnknown):
		return nil, err
	}
	out := make([]wire.Proof, 0, len(messages))
	for _, m := range messages {
		p, err := b.settlement.Proof(m)
		if err != nil {
			return nil, err
		}
		out = append(out, wireProof(p))
	}
	return out, nil
}

func wireBatch(b *settlement.Batch) *wire.Batch {
	c := &b.Claim
	out := &wire.Batch{
		Number: hexutil.Uint64(c.Number), FirstTimestamp: hexutil.Uint64(c.FirstTimestamp), LastTimestamp: hexutil.Uint64(c.LastTimestamp),
		BurnRoot: c.BurnRoot, MintRoot: c.MintRoot, Chains: []wire.ChainRange{}, Pairs: []wire.Pair{},
		Status: map[settlement.Status]wire.Status{settlement.Closed: wire.Sealed, settlement.Posted: wire.Posted, settlement.Verified: wire.Verified}[b.Status],
	}
	for _, r := range c.Chains {
		out.Chains = append(out.Chains, wire.ChainRange{
			ChainID: hexutil.Uint64(r.ChainID), FirstBlock: hexutil.Uint64(r.FirstBlock), LastBlock: hexutil.Uint64(r.LastBlock),
			LastBlockHash: r.LastBlockHash, StateRoot: r.StateRoot,
		})
	}
	for _, p := range b.Pairs {
		out.Pairs = append(out.Pairs, wirePair(p.PairLeaf, p.Owed))
	}
	if b.L1TxHash != (common.Hash{}) {
		hash := b.L1TxHash
		out.L1TxHash = &hash
	}
	return out
}

func wirePair(p merkle.PairLeaf, owed uint64) wire.Pair {
	return wire.Pair{
		Source: hexutil.Uint64(p.Source), Destination: hexutil.Uint64(p.Destination), Generation: hexutil.Uint64(p.Generation),
		Count: hexutil.Uint64(p.Count), Owed: hexutil.Uint64(owed), Root: p.Root,
	}
}

func wireProof(p *settlement.Proof) wire.Proof {
	return wire.Proof{
		Leaf: p.Leaf, Index: hexutil.Uint64(p.Proof.InPair.Index), Siblings: p.Proof.InPair.Siblings, Pair: wirePair(p.Proof.Pair, p.Owed),
		PairProof: wire.PairProof{Index: hexutil.Uint64(p.Proof.InBatch.Index), Count: hexutil.Uint64(p.Proof.InBatch.Count), Siblings: append([]common.Hash{}, p.Proof.InBatch.Siblings...)},
		Batch:     hexutil.Uint64(p.Batch), Root: p.Root,
	}
}
