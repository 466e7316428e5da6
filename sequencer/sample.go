package sequencer

import (
	"bytes"
	"context"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/journal"
	"github.com/ssequencer/ssequencer/tracer/shard"
)

// sample compares a random part of what an applied block wrote with the node's state.
// Equal receipts say nothing of a wrong balance or slot that no transaction of the block
// has read in a way that shows. It is called before the shard forgets the block.
func (s *Sequencer) sample(ctx context.Context, block journal.CommittedBlock) {
	l := s.lanes[block.ChainID]
	written := l.shard.Written(block.Ref.Number, s.cfg.SampleWrites)
	s.committer.Add(1)
	go func() {
		defer s.committer.Done()
		what, err := compareWritten(ctx, l.Node, block.Ref.Hash, written)
		if err != nil && ctx.Err() == nil {
			s.log.Warn("an applied block's state could not be sampled", zap.Uint64("chain", uint64(block.ChainID)), zap.Error(err))
		}
		if what != "" {
			s.post(ctx, func() { s.wrongState(block, what) })
		}
	}()
}

// compareWritten returns the first difference, empty where there is none.
func compareWritten(ctx context.Context, node Node, at common.Hash, w shard.Written) (string, error) {
	addrs := make([]common.Address, 0, len(w.Accounts))
	for addr := range w.Accounts {
		addrs = append(addrs, addr)
	}
	keys := make([]chains.StorageKey, 0, len(w.Slots))
	for key := range w.Slots {
		keys = append(keys, key)
	}
	if len(addrs) > 0 {
		accounts, err := node.Accounts(ctx, at, addrs)
		if err != nil {
			return "", err
		}
		for i, addr := range addrs {
			if !sameAccount(w.Accounts[addr], accounts[i]) {
				return fmt.Sprintf("account %s is %v, at the node %v", addr, w.Accounts[addr], accounts[i]), nil
			}
		}
	}
	if len(keys) > 0 {
		values, err := node.Storage(ctx, at, keys)
		if err != nil {
			return "", err
		}
		for i, key := range keys {
			if w.Slots[key] != values[i] {
				return fmt.Sprintf("slot %s of %s is %s, at the node %s", key.Slot, key.Address, w.Slots[key], values[i]), nil
			}
		}
	}
	return "", nil
}

// sameAccount compares all but the storage root, which a shard does not know.
func sameAccount(ours, node *types.StateAccount) bool {
	if ours == nil || node == nil {
		return ours == nil && node == nil
	}
	return ours.Nonce == node.Nonce && ours.Balance.Eq(node.Balance) && bytes.Equal(ours.CodeHash, node.CodeHash)
}

// wrongState is told that a shard's state differs from its node's after an applied block.
// The shards start over from the nodes' states as soon as nothing is being committed.
func (s *Sequencer) wrongState(block journal.CommittedBlock, what string) {
	s.deps.Metrics.divergences.Inc()
	s.suspect = fmt.Sprintf("chain %d: after block %d %s", block.ChainID, block.Ref.Number, what)
	s.health.reason(block.ChainID, "the shard's state was wrong: "+s.suspect)
	s.log.Error("the shard's state differs from the node's", zap.String("what", s.suspect))
}

// startOver executes the open slot again on freshly read state.
func (s *Sequencer) startOver() {
	s.open.cause, s.suspect = s.suspect, ""
	s.rewind("")
}
