package sequencer

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/ethereum/go-ethereum/core/types"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/crosschain"
	"github.com/ssequencer/ssequencer/journal"
)

// aside is what is kept of a chain that takes no part in slots (A7), because its node does
// not do what the others did. Its own transactions wait, bundles that touch it are refused.
type aside struct {
	reason  error
	halted  bool    // only a person can mend it
	pending []*slot // what was opened and is not committed, to be redone when it is back
}

// unapplied is a committed block that its node has not adopted.
type unapplied struct {
	slot uint64
	ref  chains.BlockRef
}

// absence is why a node could not do its part of a slot.
type absence struct {
	chain  chains.ChainID
	err    error
	halted bool // trying again does not help
}

// Error implements error.
func (a *absence) Error() string { return fmt.Sprintf("chain %d: %v", a.chain, a.err) }

func (a *absence) Unwrap() error { return a.err }

// errUnavailable: the chain stands aside.
var errUnavailable = errors.New("the chain stands aside")

const (
	// haltedRetry is after how many times Config.NodeRetry a halted chain is looked at again,
	// in case somebody has mended its node.
	haltedRetry = 20
	// maxReturn bounds the pause before the node of a chain that stood aside repeatedly is
	// tried again: each return that fails costs the others up to Config.Patience.
	maxReturn = time.Minute
	// steady is how many blocks a chain has to get for its lapses to be forgotten.
	steady = 64
)

// standAside takes chains out of the slots. Nothing may be being committed. The slots that
// are not committed are redone without them from the adopted blocks.
func (s *Sequencer) standAside(ctx context.Context, gone []*absence) {
	s.rewind("")
	for _, a := range gone {
		l := s.lanes[a.chain]
		if l.aside != nil {
			continue
		}
		reason := whyAside(a.err, a.halted)
		l.aside = &aside{reason: reason, halted: a.halted}
		l.readable.Store(nil)
		if l.aside.isAdrift() {
			s.owed.doubt(a.chain) // it may have lost what the others would relay
		}
		if len(l.unapplied) > 0 {
			s.health.due(a.chain, l.committed.Number)
		}
		for _, sl := range s.backlog {
			if err := s.unjoin(sl, l); err != nil {
				s.fail(err)
				return
			}
		}
		l.aside.pending, s.backlog = l.carve(s.backlog)
		if !errors.Is(a.err, errGivenUp) && !errors.Is(a.err, errElsewhere) && !l.aside.isAdrift() { // those are no fault of its node
			l.lapses, l.steady = l.lapses+1, 0
		}
		s.health.reason(a.chain, reason.Error())
		s.deps.Metrics.aside.WithLabelValues(a.chain.String()).Set(1)
		s.log.Error("a chain stands aside: the others go on without it", zap.Uint64("chain", uint64(a.chain)), zap.Bool("halted", a.halted), zap.Error(a.err))
		for _, sl := range slices.Concat(s.backlog, l.aside.pending) {
			if sl.cause == "" {
				sl.cause = fmt.Sprintf("chain %d is %v", a.chain, reason)
			}
		}
		if !a.halted || errors.Is(a.err, ErrForeignHead) || errors.Is(a.err, ErrNotKept) {
			s.await(ctx, l) // the others are for the sequencer's next start
		}
	}
	s.count()
}

// unjoin takes the bundles that join a chain to others out of a slot that is not
// committed: they are revoked and refused, on record before anything is committed without
// them. What the slot holds of the chain alone is decided as before.
func (s *Sequencer) unjoin(sl *slot, l *lane) error {
	open := sl.opens[l.cfg.ID]
	if open == nil {
		return nil
	}
	var lost []*decided
	lost, sl.decided = split(sl.decided, func(d *decided) bool { return d.on(l.cfg.ID) && d.joint() })
	if len(lost) == 0 {
		return nil
	}
	cause := fmt.Sprintf("chain %d is %v", l.cfg.ID, l.aside.reason)
	recs := []journal.Record{&journal.Reopened{Slot: sl.timestamp, ChainID: l.cfg.ID, Height: open.Number, Cause: cause}}
	revoked := &journal.Revoked{Slot: sl.timestamp, Cause: cause}
	var refusals []journal.Record
	var answers []answer
	for _, d := range lost {
		for i := range d.promises {
			revoked.Positions = append(revoked.Positions, positionOf(&d.promises[i]))
		}
		if s.awayForNow(l.cfg.ID) {
			s.again(d.item)
			s.pool.waitSlot(d.item)
			continue
		}
		refusal := unavailable(&crosschain.LegError{Leg: d.legOn(l.cfg.ID), ChainID: l.cfg.ID, Err: fmt.Errorf("%w: %w", errUnavailable, l.aside.reason)})
		refusals = append(refusals, d.item.refused(refusal, false))
		answers = append(answers, answer{ticket: d.item.ticket, outcome: Outcome{Refusal: refusal}})
		s.recent.forget(d.item)
		s.deps.Metrics.refusals.WithLabelValues(string(refusal.Code)).Inc()
	}
	if err := s.signRevoked(revoked); err != nil {
		return err
	}
	if len(revoked.Positions) > 0 {
		recs = append(recs, revoked)
	}
	for _, d := range sl.decided { // Reopened has taken back what is on the chain alone, too
		if d.on(l.cfg.ID) {
			recs = append(recs, d.record(sl.timestamp))
		}
	}
	seq, err := s.deps.Journal.Append(append(recs, refusals...)...)
	if err != nil {
		return fmt.Errorf("journal a revocation: %w", err)
	}
	for _, a := range answers {
		a.seq = seq
		s.promiser.enqueue(a)
	}
	return nil
}

// legOn returns the index of the bundle's first leg on a chain.
func (d *decided) legOn(id chains.ChainID) int {
	return slices.IndexFunc(d.bundle.Legs, func(l chains.Leg) bool { return l.ChainID == id })
}

// count finds out which chains are present.
func (s *Sequencer) count() {
	s.present = slices.DeleteFunc(slices.Clone(s.ids), func(id chains.ChainID) bool { return s.lanes[id].aside != nil })
}

// await has the node of a chain that stands aside tried until it can take part again.
func (s *Sequencer) await(ctx context.Context, l *lane) {
	want, halted, most := l.committed, l.aside.halted, l.aside.most()
	rebuilt := l.Rebuilder != nil && (want != (chains.BlockRef{}) || l.aside.isAdrift())
	if want == (chains.BlockRef{}) {
		want = l.applied
	}
	pause := min(s.cfg.NodeRetry<<min(max(l.lapses-1, 0), 16), maxReturn)
	s.committer.Add(1)
	go func() {
		defer s.committer.Done()
		for ; ; pause = min(2*pause, maxReturn/12) {
			if halted {
				pause = haltedRetry * s.cfg.NodeRetry
			}
			select {
			case <-s.deps.Clock.After(pause):
			case <-ctx.Done():
				return
			}
			head, err := s.meet(ctx, l, want)
			if err == nil && rebuilt { // L1 may have gone on without it
				err = s.rollBack(ctx, l, want, most)
			}
			if err == nil {
				s.post(ctx, func() { s.comeBack(ctx, l, head) })
				return
			}
			if errors.Is(err, errElsewhere) {
				var br *branch
				if br, err = s.followed(ctx, l, want); err == nil {
					s.post(ctx, func() { s.comeBackElsewhere(ctx, l, br) })
					return
				}
			}
			halted = isPermanent(err)
			s.health.reason(l.cfg.ID, whyAside(err, halted).Error())
		}
	}()
}

// whyAside is how a chain's health says why it stands aside.
func whyAside(err error, halted bool) error {
	if halted {
		return fmt.Errorf("halted: %w", err)
	}
	return fmt.Errorf("unavailable: %w", err)
}

// meet brings a node to have want as its head, where that is known, and returns the head.
func (s *Sequencer) meet(ctx context.Context, l *lane, want chains.BlockRef) (head *types.Header, err error) {
	err = s.watched(ctx, l.cfg.ID, func(ctx context.Context) error {
		if want != (chains.BlockRef{}) {
			if err := s.feed(ctx, l.cfg.ID, want); err != nil {
				return err
			}
		}
		if head, err = l.Node.Head(ctx); err != nil {
			return fmt.Errorf("read the head: %w", err)
		}
		if want != (chains.BlockRef{}) && head.Hash() != want.Hash {
			return errHeadMoved
		}
		return nil
	})
	return head, err
}

// comeBack lets a chain take part again: first what it had promised is redone, then it is
// in every new slot.
func (s *Sequencer) comeBack(ctx context.Context, l *lane, head *types.Header) {
	a := l.aside
	overtaken := a.isPast(l.cfg.ID, head.Number.Uint64()) // before the first block of ours: the chain begins where its node is
	if overtaken {
		s.owed.doubt(l.cfg.ID)
	}
	if l.unsure = false; overtaken || errors.Is(a.reason, chains.ErrOrphaned) { // what was opened is to be made of something else
		if err := s.release(l, a.pending, fmt.Sprintf("chain %d: %v", l.cfg.ID, a.cause())); err != nil {
			s.fail(err)
			return
		}
		a.pending = nil
	}
	if err := s.onHead(l, head); err != nil {
		s.stayAside(l, err)
		return
	}
	for _, u := range l.unapplied {
		if err := s.lateApplied(l, u); err != nil {
			s.fail(err)
			return
		}
	}
	l.aside, l.unapplied, l.silent = nil, nil, time.Time{}
	s.count()
	s.backlog = append(s.backlog, a.pending...)
	slices.SortStableFunc(s.backlog, func(x, y *slot) int { return int(int64(x.timestamp) - int64(y.timestamp)) })
	s.pool.chainBack(l.cfg.ID)
	s.deps.Metrics.aside.WithLabelValues(l.cfg.ID.String()).Set(0)
	s.log.Info("a chain takes part again", zap.Uint64("chain", uint64(l.cfg.ID)), zap.Uint64("block", l.applied.Number), zap.Int("slots to redo", len(a.pending)))
}

// isPast reports whether something else has the place already of a block that was opened.
func (a *aside) isPast(id chains.ChainID, head uint64) bool {
	opened := make([]uint64, len(a.pending))
	for i, sl := range a.pending {
		opened[i] = sl.opens[id].Number
	}
	return passed(opened, head)
}

// stayAside halts a chain that could not come back: its next block cannot be made on its node's head.
func (s *Sequencer) stayAside(l *lane, err error) {
	l.aside.reason, l.aside.halted = whyAside(err, true), true
	s.health.reason(l.cfg.ID, l.aside.reason.Error())
}

// lateApplied journals that a chain that stood aside has adopted a committed block.
func (s *Sequencer) lateApplied(l *lane, u unapplied) error {
	_, err := s.deps.Journal.Append(&journal.Applied{Slot: u.slot, Group: []chains.ChainID{l.cfg.ID},
		Blocks: []journal.CommittedBlock{{ChainID: l.cfg.ID, Ref: u.ref}}})
	if err != nil {
		return fmt.Errorf("journal a late adoption: %w", err)
	}
	s.promised.Forget(l.cfg.ID, u.ref.Number+1)
	return nil
}
