package sequencer

import (
	"context"
	"errors"
	"fmt"
	"time"

	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/tracer/shard"
)

// errHeadMoved: between two questions the node got another head.
var errHeadMoved = errors.New("the node's head moves")

// advance moves the slots on as far as time, the committer and the nodes allow. The loop
// does not wait for a node that cannot be read: it takes events and tries again.
func (s *Sequencer) advance(ctx context.Context) {
	now := s.deps.Clock.Now()
	if now.Before(s.retryAt) {
		return
	}
	s.retryAt = time.Time{}
	if !s.moveOn(ctx, now) {
		s.retryAt = s.deps.Clock.Now().Add(s.cfg.NodeRetry)
		return
	}
	for _, id := range s.ids {
		if s.retries > 0 {
			s.health.reason(id, "")
		}
	}
	s.retries = 0
}

// moveOn is advance. It reports false where a node could not be read, or the loop has
// failed; what was done up to there stays done.
func (s *Sequencer) moveOn(ctx context.Context, now time.Time) bool {
	if s.suspect != "" && s.open != nil && s.sealing == nil && s.redoing == nil {
		s.startOver()
	}
	if s.stale && !s.resetShards(ctx) {
		return false
	}
	if s.open != nil && s.sealing == nil && s.redoing == nil && (s.open.closed || !now.Before(s.open.ends)) && !s.seal(ctx) {
		return false
	}
	if s.open == nil && s.opening == nil && s.failure == nil {
		s.nextSlot(now)
	}
	if s.failure != nil || (s.opening != nil && !s.begin(ctx)) {
		return false
	}
	return s.redoing == nil || s.open == nil || s.redoing.run(ctx)
}

// nextSlot prepares a slot that is to be redone, or else a new one.
func (s *Sequencer) nextSlot(now time.Time) {
	switch {
	case len(s.backlog) == 0:
		s.openSlot(now)
		s.dropExpired(now)
	case s.sealing == nil: // a redo starts from adopted blocks only
		next := s.backlog[0]
		s.backlog = s.backlog[1:]
		s.redo(next)
	}
}

// unreadable reacts to a shard that could not do what the slot cannot go on without. If
// its node did not answer, it is tried again; any other reason ends the loop.
func (s *Sequencer) unreadable(ctx context.Context, l *lane, err error) {
	if !errors.Is(err, shard.ErrState) {
		s.fail(fmt.Errorf("chain %d: %w", l.cfg.ID, err))
		return
	}
	if s.sealing == nil { // nobody else would notice that the node has lost blocks
		if fed := s.feed(ctx, l.cfg.ID, l.applied); fed != nil {
			err = fed
		}
	}
	s.unanswered(l, err)
}

// unanswered notes that a node does not answer.
func (s *Sequencer) unanswered(l *lane, err error) {
	var p permanent
	if errors.As(err, &p) && p.Permanent() {
		s.fail(fmt.Errorf("chain %d: %w", l.cfg.ID, err))
		return
	}
	s.health.reason(l.cfg.ID, err.Error())
	s.deps.Metrics.nodeRetries.WithLabelValues(l.cfg.ID.String()).Inc()
	if s.retries++; s.retries == 1 || s.retries%20 == 0 {
		s.log.Warn("the slot waits for a node", zap.Uint64("chain", uint64(l.cfg.ID)), zap.Int("attempt", s.retries), zap.Error(err))
	}
}
