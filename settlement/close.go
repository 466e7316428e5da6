package settlement

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/journal"
	"github.com/ssequencer/ssequencer/merkle"
)

// closeBatches follows the journal and closes a batch whenever one is due.
func (s *Settlement) closeBatches(ctx context.Context) error {
	if err := s.closeDue(ctx); err != nil {
		return err
	}
	return s.deps.Journal.Follow(ctx, s.upto+1, func(seq journal.Seq, rec journal.Record) error {
		if seq == 1 {
			if err := s.identify(); err != nil {
				return err
			}
		}
		if err := s.take(seq, rec); err != nil { // batch events are our own, and taken in when they are made
			return err
		}
		switch rec.(type) {
		case *journal.Replaced:
			return s.withdraw(ctx)
		case *journal.Applied:
			return s.closeDue(ctx)
		}
		return nil
	})
}

// closeDue closes the next batch if it is due.
func (s *Settlement) closeDue(ctx context.Context) error {
	if err := s.reopen(); err != nil {
		return err
	}
	if err := s.withdraw(ctx); err != nil {
		return err
	}
	if s.patience > 0 {
		s.patience--
		return nil
	}
	s.mu.RLock()
	ready := s.ledger.ready()
	s.mu.RUnlock()
	if !ready {
		return nil
	}
	err := s.close(ctx)
	switch {
	case errors.Is(err, ErrRootMismatch):
		s.metrics.mismatches.Inc()
		s.log.Error("settlement halts: roots do not match", zap.Error(err))
	case errors.Is(err, errWaits), errors.Is(err, ErrSet):
		s.patience = s.cfg.BatchSlots
		s.wait(err)
		return nil
	case err == nil:
		s.wait(nil)
	}
	return err
}

// wait tells readers why no batch is closed, nil for nothing.
func (s *Settlement) wait(why error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	before := s.waiting
	if s.waiting = ""; why != nil {
		s.waiting = "no batch is closed: " + why.Error()
		s.log.Warn("no batch is closed", zap.Error(why))
	}
	if s.waiting != before {
		s.broadcast()
	}
}

// close closes the next batch, if the chains of the set in force for it have come far enough.
func (s *Settlement) close(ctx context.Context) error {
	number := s.Latest() + 1
	set, err := retry(ctx, s, s.cfg.L1, func() (*dependencySet, error) { return s.setFor(ctx, number) })
	if err != nil {
		return err
	}
	members, err := s.members(set, number)
	if err != nil {
		return err
	}
	limits, err := s.safeBlocks(ctx, members)
	if err != nil {
		return err
	}
	s.mu.RLock()
	slot, due := s.ledger.cut(members, limits)
	s.mu.RUnlock()
	if !due {
		return nil
	}
	d, err := s.draft(slot, members, set.trees())
	if err != nil {
		return err
	}
	return s.finish(ctx, d, set)
}

// safeBlocks returns the last block that its node calls safe of every chain for which no
// batch is to end behind it.
func (s *Settlement) safeBlocks(ctx context.Context, members []member) (map[chains.ChainID]uint64, error) {
	limits := make(map[chains.ChainID]uint64, len(members))
	for _, m := range members {
		if !s.ledger.chains[m.chain].config.SafeEnds {
			continue
		}
		var head *types.Header
		if err := s.deps.Nodes[m.chain].Call(ctx, &head, "eth_getBlockByNumber", "safe", false); err != nil || head == nil {
			return nil, fmt.Errorf("%w: chain %d has no safe block: %v", errWaits, m.chain, err)
		}
		limits[m.chain] = head.Number.Uint64()
	}
	return limits, nil
}

// draft is a batch before it is signed.
type draft struct {
	number uint64
	parent common.Hash
	slot   uint64 // its last
	after  uint64 // the last slot of the batch before
	spans  []span
	pairs  []Pair // all of them, open or not
}

// draft moves the members' blocks up to the slot into the trees, unless the batch about
// these trees cannot be closed now.
func (s *Settlement) draft(slot uint64, members []member, about []treeID) (*draft, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	d := &draft{number: s.count + 1, slot: slot}
	if d.number > 1 {
		var last batchRow
		if err := s.index.get(key(keyBatch, s.count), &last); err != nil {
			return nil, fmt.Errorf("batch %d: %w", s.count, err)
		}
		d.parent, d.after = last.Body.Claim.Hash(), last.Body.Claim.LastTimestamp
	}
	was := s.ledger.mark()
	var err error
	if d.spans, err = s.ledger.fold(d.number, slot, members); err == nil {
		d.pairs, err = s.ledger.settled(about, slot)
	}
	if errors.Is(err, errWaits) {
		err = errors.Join(err, s.ledger.rewind(was, nil))
	}
	return d, err
}

// finish reads the end blocks, compares, signs and records the batch.
func (s *Settlement) finish(ctx context.Context, d *draft, set *dependencySet) error {
	claim := merkle.Batch{Number: d.number, Parent: d.parent, LastTimestamp: d.slot}
	var ends []end
	for _, span := range d.spans {
		e, err := retry(ctx, s, span.chain, func() (end, error) { return s.readEnd(ctx, d, span) })
		if err != nil {
			return err
		}
		if claim.FirstTimestamp == 0 || e.firstTimestamp < claim.FirstTimestamp {
			claim.FirstTimestamp = e.firstTimestamp
		}
		claim.Chains = append(claim.Chains, merkle.ChainRange{ChainID: uint64(span.chain), FirstBlock: span.first,
			LastBlock: span.last.Number, LastBlockHash: span.last.Hash, StateRoot: e.stateRoot})
		ends = append(ends, e)
	}
	if err := s.comparePairs(d, ends); err != nil {
		return err
	}
	b := &Batch{Claim: claim, Version: set.version, Pairs: d.in(set)}
	if err := b.setRoots(); err != nil {
		return err
	}
	if err := s.sign(ctx, b, s.cfg.Epoch); err != nil {
		return err
	}
	return s.recordClosed(ctx, d, b, ends)
}

// in returns the pairs of a set, which are those of the batch tree, in its order.
func (d *draft) in(set *dependencySet) []Pair {
	var pairs []Pair
	for _, id := range set.trees() {
		i := slices.IndexFunc(d.pairs, func(p Pair) bool { return treeOf(p.PairLeaf) == id })
		pairs = append(pairs, d.pairs[i])
	}
	return pairs
}

// settles reports whether a chain is in the batch.
func (d *draft) settles(chain chains.ChainID) bool {
	return slices.ContainsFunc(d.spans, func(of span) bool { return of.chain == chain })
}

// sign signs the batch as a signer of an epoch.
func (s *Settlement) sign(ctx context.Context, b *Batch, epoch uint64) error {
	domain := chains.Domain{L1ChainID: s.cfg.L1, Settlement: s.cfg.Settlement}
	signature, err := s.deps.Signer.SignDigest(ctx, domain.Digest(merkle.VoteHash(epoch, b.Claim.Hash())))
	if err != nil {
		return fmt.Errorf("sign batch %d: %w", b.Claim.Number, err)
	}
	b.Epoch, b.Signature = epoch, signature
	return nil
}

// setRoots computes the roots over the pairs, whose two sides were found equal.
func (b *Batch) setRoots() error {
	root, err := merkle.BatchRoot(b.leaves())
	if err != nil {
		return err
	}
	b.Claim.BurnRoot, b.Claim.MintRoot = root, root
	b.Claim.PairsHash, err = merkle.PairsHash(b.leaves())
	return err
}

func (s *Settlement) recordClosed(ctx context.Context, d *draft, b *Batch, ends []end) error {
	body := closedBody{Claim: b.Claim, Epoch: b.Epoch, Signature: b.Signature, Version: b.Version}
	for _, p := range b.Pairs {
		body.Pairs = append(body.Pairs, pairBody{Leaf: p.PairLeaf, Owed: p.Owed})
	}
	for _, e := range ends {
		body.Proofs = append(body.Proofs, e.proof)
	}
	if err := s.append(ctx, journal.BatchClosed, b.Claim.Number, &body); err != nil {
		return err
	}
	if err := s.addBatch(d, &body); err != nil {
		return err
	}
	s.log.Info("batch closed", zap.Uint64("batch", b.Claim.Number), zap.Uint64("lastTimestamp", b.Claim.LastTimestamp),
		zap.Stringer("root", b.Claim.BurnRoot), zap.Int("pairs", len(b.Pairs)))
	return nil
}

// retry calls fn until it succeeds, ctx ends, or the error is one that stays.
func retry[T any](ctx context.Context, s *Settlement, chain chains.ChainID, fn func() (T, error)) (T, error) {
	for {
		result, err := fn()
		if err == nil || errors.Is(err, ErrRootMismatch) || errors.Is(err, ErrSet) {
			return result, err
		}
		if ctx.Err() != nil {
			return result, ctx.Err()
		}
		s.log.Warn("a node did not answer settlement", zap.Uint64("chain", uint64(chain)), zap.Error(err))
		if err := pause(ctx, s.cfg.Retry); err != nil {
			return result, err
		}
	}
}
