package sequencer

import (
	"context"
	"errors"
	"time"

	"github.com/ssequencer/ssequencer/tracer/shard"
)

// errHeadMoved: between two questions the node got another head.
var errHeadMoved = errors.New("the node's head moves")

// advance moves the slots on as far as time, the committer and the nodes allow. The loop
// does not wait for a node that cannot be read: it takes events and tries again.
func (s *Sequencer) advance(ctx context.Context) {
	now := s.deps.Clock.Now()
	s.notFarOff(now)
	if now.Before(s.retryAt) {
		return
	}
	s.retryAt = time.Time{}
	defer s.settled()
	if !s.moveOn(ctx, now) {
		s.retryAt = s.deps.Clock.Now().Add(s.cfg.NodeRetry)
		return
	}
	for _, id := range s.present {
		if s.retries > 0 {
			s.health.reason(id, "")
		}
		s.lanes[id].silent = time.Time{}
	}
	s.retries = 0
}

// notFarOff brings the moments the loop waits for near again when the clock was set back:
// what was due soon stays so.
func (s *Sequencer) notFarOff(now time.Time) {
	if latest := now.Add(s.cfg.NodeRetry); s.retryAt.After(latest) {
		s.retryAt = latest
	}
	for _, sl := range []*slot{s.open, s.sealing} {
		if sl != nil {
			sl.ends = soon(sl.ends, now, sl.length)
		}
	}
	for _, id := range s.ids {
		if l := s.lanes[id]; l.silent.After(now) {
			l.silent = now
		}
	}
}

// moveOn is advance. It reports false where a node could not be read, or the loop has
// failed; what was done up to there stays done.
func (s *Sequencer) moveOn(ctx context.Context, now time.Time) bool {
	if s.suspect != "" && s.open != nil && s.sealing == nil && s.redoing == nil {
		s.startOver()
	}
	if s.sealing == nil {
		if gone := s.leaving(); len(gone) > 0 {
			s.standAside(ctx, gone)
		}
	}
	if s.sealing != nil && !now.Before(s.sealing.ends) {
		s.sealing.hold.release()
	}
	if !s.heed(ctx) {
		return false
	}
	if s.stale && !s.resetShards(ctx) {
		return false
	}
	if !s.readTrees(ctx, now) || !s.readEntered(ctx) || s.open != nil && !s.startLate(ctx) {
		return false
	}
	if s.open != nil && s.sealing == nil && s.redoing == nil && !now.Before(s.due()) && !s.seal(ctx) {
		return false
	}
	if s.open == nil && s.opening == nil && s.failure == nil && !s.nextSlot(ctx, now) {
		return false
	}
	if s.open == nil && s.opening == nil && s.failure == nil {
		for _, id := range s.present {
			s.look(ctx, s.lanes[id])
		}
		return true // no chain takes part, or what is being committed comes first
	}
	if s.failure != nil || (s.opening != nil && !s.begin(ctx)) {
		return false
	}
	for _, id := range s.present {
		s.look(ctx, s.lanes[id])
	}
	return s.redoing == nil || s.open == nil || s.redoing.run(ctx)
}

// nextSlot prepares a slot that is to be redone, or else a new one. It reports false where a
// node could not be read.
func (s *Sequencer) nextSlot(ctx context.Context, now time.Time) bool {
	switch {
	case len(s.backlog) == 0:
		if len(s.present) > 0 && !s.openSlot(ctx, now) {
			return false
		}
		s.dropExpired(now)
	case s.sealing == nil: // a redo starts from adopted blocks only
		next := s.backlog[0]
		s.backlog = s.backlog[1:]
		s.redo(next)
	}
	return true
}

// unreadable reacts to a shard that could not do what the slot cannot go on without. If
// its node did not answer, it is tried again; any other reason halts the chain.
func (s *Sequencer) unreadable(ctx context.Context, l *lane, err error) {
	if !errors.Is(err, shard.ErrState) { // not the node's silence: the shard cannot go on with this chain
		s.unanswered(ctx, l, fatal{err})
		return
	}
	if s.sealing == nil { // nobody else would notice that the node is gone, or has lost blocks
		silent := s.alive(ctx, l.cfg.ID)
		if silent == nil {
			_, silent = s.meet(ctx, l, l.applied)
		}
		if silent != nil {
			err = silent
		}
	}
	s.unanswered(ctx, l, err)
}

// unanswered notes that a node does not answer. When that has lasted too long, or cannot
// end by itself, the chain stands aside; while a slot is being committed, its end comes
// first.
func (s *Sequencer) unanswered(ctx context.Context, l *lane, err error) {
	now := s.deps.Clock.Now()
	if l.silent.IsZero() {
		l.silent = now
	}
	permanent := isPermanent(err)
	if s.sealing == nil && (permanent || errors.Is(err, errSilent) || errors.Is(err, errElsewhere) || now.Sub(l.silent) >= s.cfg.Patience) {
		s.standAside(ctx, []*absence{{chain: l.cfg.ID, err: err, halted: permanent}})
		return
	}
	s.retries++
	s.failedCall(l.cfg.ID, s.retries, err)
}
