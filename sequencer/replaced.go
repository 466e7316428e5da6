package sequencer

import (
	"context"
	"fmt"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/journal"
)

// Beside an op-node a committed block may be lost: after a reorg of L1, when another
// sequencer has taken over, or when what was derived from L1 contradicts it. The node is
// right (A8): what was promised in such blocks is revoked, their transactions wait again,
// and what they did with other chains is completed from what stands there (owed.go,
// frozen.go).

// errReplaced is errElsewhere where a committed block of ours has lost its place.
var errReplaced = fmt.Errorf("%w in place of a committed one", errElsewhere)

// Origins knows L1.
type Origins interface {
	// Orphaned reports whether another block has taken an L1 block's place. It answers at
	// once; what it does not know yet is not orphaned.
	Orphaned(block chains.BlockRef) bool
}

// orphaned reports whether a committed block derives from an L1 block that is gone. Nobody is
// given it any more: op-node has to make another one in its place.
func (s *Sequencer) orphaned(b *chains.Payload) bool {
	if s.deps.Origins == nil {
		return false
	}
	origin, err := b.Origin()
	return err == nil && s.deps.Origins.Orphaned(origin)
}

// line is what the journal says of a chain's last committed blocks. It is a function of the
// records alone.
type line struct {
	id      chains.ChainID
	first   uint64 // of this block and those after it all decisions are known
	refs    map[uint64]chains.BlockRef
	slots   map[uint64]uint64  // timestamps, by number
	decided []*journal.Decided // with a leg on the chain, in order
}

// line reads what the journal has of a chain's blocks from a number on, or from the first
// one that it has. Decisions about a block come after the commit of the last but one before.
func (s *Sequencer) line(ctx context.Context, l *lane, from uint64) (*line, error) {
	if err := s.deps.Journal.WaitDurable(ctx, journal.Seq(l.taken.Load())); err != nil {
		return nil, err
	}
	seq, begun := s.payloads.before(l.cfg.ID, max(from, 3)-3), s.deps.Journal.First()
	ln := &line{id: l.cfg.ID, refs: map[uint64]chains.BlockRef{}, slots: map[uint64]uint64{}}
	if err := s.deps.Journal.Read(ctx, max(seq, begun), ln.add); err != nil {
		return nil, fmt.Errorf("read the chain's last blocks in the journal: %w", err)
	}
	for number := range ln.refs {
		if ln.first == 0 || number < ln.first {
			ln.first = number
		}
	}
	if max(seq, begun) > 1 {
		ln.first += 2
	}
	return ln, nil
}

func (ln *line) add(_ journal.Seq, rec journal.Record) error {
	switch r := rec.(type) {
	case *journal.Decided:
		if ln.touches(r, func(*chains.Leg) bool { return true }) {
			ln.decided = append(ln.decided, r)
		}
	case *journal.Reopened:
		ln.decided = slices.DeleteFunc(ln.decided, func(d *journal.Decided) bool {
			return slices.ContainsFunc(d.Bundle.Legs, func(leg chains.Leg) bool {
				return leg.ChainID == r.ChainID && leg.Height == r.Height && leg.Index >= r.FromIndex
			})
		})
	case *journal.Commit:
		for _, b := range r.Blocks {
			if b.ChainID == ln.id {
				ln.refs[b.Ref.Number], ln.slots[b.Ref.Number] = b.Ref, r.Slot
			}
		}
	case *journal.Replaced:
		if r.ChainID != ln.id {
			ln.lose(r)
			break
		}
		for _, lost := range r.Lost {
			delete(ln.refs, lost.Number)
		}
		ln.decided = slices.DeleteFunc(ln.decided, func(d *journal.Decided) bool {
			return ln.touches(d, func(leg *chains.Leg) bool { return leg.Height > r.Kept.Number })
		})
	}
	return nil
}

// lose takes the legs on another chain that are lost out of the decisions: what is reopened on
// that chain later is something else at the same heights. The journal's records are shared, so
// what changes is a copy.
func (ln *line) lose(r *journal.Replaced) {
	isLost := func(leg chains.Leg) bool { return leg.ChainID == r.ChainID && leg.Height > r.Kept.Number }
	for i, d := range ln.decided {
		if slices.ContainsFunc(d.Bundle.Legs, isLost) {
			rest := *d
			rest.Bundle.Legs = slices.DeleteFunc(slices.Clone(d.Bundle.Legs), isLost)
			ln.decided[i] = &rest
		}
	}
}

// touches reports whether a decision has a leg on the chain that matches.
func (ln *line) touches(d *journal.Decided, match func(*chains.Leg) bool) bool {
	return slices.ContainsFunc(d.Bundle.Legs, func(leg chains.Leg) bool { return leg.ChainID == ln.id && match(&leg) })
}

// lostAfter returns the committed blocks after kept, up to ours, and false where one is not
// known.
func (ln *line) lostAfter(kept, ours chains.BlockRef) ([]chains.BlockRef, bool) {
	var lost []chains.BlockRef
	for number := kept.Number + 1; number <= ours.Number; number++ {
		ref, known := ln.refs[number]
		if !known || number < ln.first {
			return nil, false
		}
		lost = append(lost, ref)
	}
	return lost, true
}

// repair puts on record that the branch has lost committed blocks: what was promised in
// them is revoked, their users' transactions wait again, before all others and in their
// order. Nothing of the chain may be under way.
func (s *Sequencer) repair(l *lane, br *branch) error {
	cause := s.whyLost(l, br)
	recs := []journal.Record{&journal.Replaced{ChainID: l.cfg.ID, Kept: br.kept, Lost: br.lost, Cause: cause}}
	revoked, err := s.revokeLost(l, br, cause)
	if err != nil {
		return err
	}
	items, returned := s.returnLost(br)
	seq, err := s.deps.Journal.Append(append(append(recs, revoked...), returned...)...)
	if err != nil {
		return fmt.Errorf("journal the loss of blocks: %w", err)
	}
	for _, it := range items {
		it.ticket.admitted = seq
		s.recent.forget(it)
		s.pool.add(it)
	}
	l.committed, l.applied = br.kept, br.kept
	l.unapplied = slices.DeleteFunc(l.unapplied, func(u unapplied) bool { return u.ref.Number > br.kept.Number })
	s.payloads.drop(l.cfg.ID, br.kept.Number+1)
	s.wishes.forget(l.cfg.ID)
	s.health.change(l.cfg.ID, func(c *ChainHealth) { c.Due = min(c.Due, br.kept.Number) })
	s.owed.rewind(l.cfg.ID, br.kept.Number)
	s.owed.doubt(l.cfg.ID)
	s.deps.Metrics.replaced.WithLabelValues(l.cfg.ID.String()).Add(float64(len(br.lost)))
	s.log.Error("committed blocks were replaced: what can be is completed", zap.Uint64("chain", uint64(l.cfg.ID)),
		zap.Uint64("from", br.lost[0].Number), zap.Int("blocks", len(br.lost)), zap.Int("transactions that wait again", len(items)))
	return nil
}

// forget lets go of a chain's wish that was fulfilled with a block that is lost.
func (w *wishes) forget(id chains.ChainID) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if a := w.of[id]; a != nil && a.block != nil {
		delete(w.of, id)
	}
}

// fulfilledWith reports whether the wish for a block on the parent was fulfilled with one that
// is as given. That one may not be applied yet.
func (w *wishes) fulfilledWith(id chains.ChainID, parent common.Hash, is func(*chains.Payload) bool) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	a := w.of[id]
	return a != nil && a.parent == parent && a.block != nil && is(a.block)
}

// revokeLost returns the revocations of what was promised in lost blocks, block by block.
func (s *Sequencer) revokeLost(l *lane, br *branch, cause string) ([]journal.Record, error) {
	var recs []journal.Record
	for _, lost := range br.lost {
		revoked := &journal.Revoked{Slot: br.own.slots[lost.Number], Cause: cause}
		for _, d := range br.own.decided {
			for i := range d.Promises {
				if p := &d.Promises[i]; p.ChainID == l.cfg.ID && p.Height == lost.Number {
					revoked.Positions = append(revoked.Positions, positionOf(p))
				}
			}
		}
		if len(revoked.Positions) == 0 {
			continue
		}
		if err := s.signRevoked(revoked); err != nil {
			return nil, err
		}
		recs = append(recs, revoked)
	}
	return recs, nil
}

// returnLost admits the users' transactions of lost blocks again, each by itself: the other
// members of a bundle may be where they were. Their time has begun anew. What cannot be sent here
// was in a block of somebody else, and is let go.
func (s *Sequencer) returnLost(br *branch) (items []*item, recs []journal.Record) {
	now := s.deps.Clock.Now()
	for _, leg := range br.lostLegs() {
		if leg.Kind != chains.UserTx || s.pool.byTx[leg.TxHash] != nil {
			continue
		}
		r := &journal.Returned{Admitted: journal.Admitted{Arrival: s.numbers.arrival + 1, ID: leg.TxHash, Raw: [][]byte{leg.Raw}, ReceivedAt: uint64(now.UnixMilli())}}
		it, err := restoreItem(&r.Admitted)
		if err != nil {
			s.log.Warn("a transaction of a lost block is let go", zap.Stringer("hash", leg.TxHash), zap.Error(err))
			continue
		}
		s.numbers.arrival++
		it.returned = true
		items, recs = append(items, it), append(recs, r)
	}
	return items, recs
}

// lostLegs returns the legs in lost blocks, in their order.
func (br *branch) lostLegs() []*chains.Leg {
	var legs []*chains.Leg
	for _, d := range br.own.decided {
		for i := range d.Bundle.Legs {
			leg := &d.Bundle.Legs[i]
			if leg.ChainID == br.own.id && leg.Height > br.kept.Number && leg.Height <= br.lost[len(br.lost)-1].Number {
				legs = append(legs, leg)
			}
		}
	}
	slices.SortStableFunc(legs, func(x, y *chains.Leg) int { return int(int64(x.GlobalIndex) - int64(y.GlobalIndex)) })
	return legs
}
