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
var errUnavailable = errors.New("the chain is unavailable")

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
		reason := fmt.Errorf("unavailable: %w", a.err)
		if a.halted {
			reason = fmt.Errorf("halted: %w", a.err)
		}
		l.aside = &aside{reason: reason, halted: a.halted}
		l.readable.Store(nil)
		if len(l.unapplied) > 0 {
			s.health.behind(a.chain)
		}
		l.aside.pending, s.backlog = l.carve(s.backlog)
		l.lapses, l.steady = l.lapses+1, 0
		s.health.reason(a.chain, reason.Error())
		s.deps.Metrics.aside.WithLabelValues(a.chain.String()).Set(1)
		s.log.Error("a chain stands aside: the others go on without it", zap.Uint64("chain", uint64(a.chain)), zap.Bool("halted", a.halted), zap.Error(a.err))
		for _, sl := range s.backlog {
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

// count finds out which chains are present.
func (s *Sequencer) count() {
	s.present = slices.DeleteFunc(slices.Clone(s.ids), func(id chains.ChainID) bool { return s.lanes[id].aside != nil })
}

// await has the node of a chain that stands aside tried until it can take part again.
func (s *Sequencer) await(ctx context.Context, l *lane) {
	want, halted := l.committed, l.aside.halted
	if want == (chains.BlockRef{}) {
		want = l.applied
	}
	pause := min(s.cfg.NodeRetry<<min(l.lapses-1, 16), maxReturn)
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
			if err == nil {
				s.post(ctx, func() { s.comeBack(ctx, l, head) })
				return
			}
			halted = isPermanent(err)
			s.health.reason(l.cfg.ID, fmt.Sprintf("%s: %v", asideWord(halted), err))
		}
	}()
}

func asideWord(halted bool) string {
	if halted {
		return "halted"
	}
	return "unavailable"
}

// meet brings a node to have want as its head, where that is known, and returns the head.
func (s *Sequencer) meet(ctx context.Context, l *lane, want chains.BlockRef) (head *types.Header, err error) {
	err = s.watched(ctx, l.cfg.ID, func(ctx context.Context) error {
		if want != (chains.BlockRef{}) {
			if err := s.feed(ctx, l.cfg.ID, want); err != nil {
				return err
			}
		}
		if head, err = l.node.Head(ctx); err != nil {
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
	if err := s.onHead(l, head); err != nil {
		s.fail(err)
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
