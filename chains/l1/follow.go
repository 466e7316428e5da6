package l1

import (
	"context"
	"errors"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rpc"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
)

const (
	// headsQueued is room for the heads that come in while the L1 is being read.
	headsQueued = 64
	// rarely is after how many polls the L1 is looked at although its heads come in, and
	// a subscription that failed is tried again.
	rarely = 15
)

// watch looks at the L1 whenever there may be something new.
type watch struct {
	node  Node
	poll  time.Duration
	log   *zap.Logger
	again <-chan struct{} // asks for a look; nil never does
}

// run looks until ctx ends, and returns its error. Look reports whether it succeeded.
func (w *watch) run(ctx context.Context, look func(context.Context) bool) error {
	tick := time.NewTicker(w.poll)
	defer tick.Stop()
	for ctx.Err() == nil {
		heads := make(chan *types.Header, headsQueued)
		e := events{heads: heads, again: w.again, tick: tick.C}
		sub := w.subscribe(ctx, heads)
		if sub != nil {
			e.ended = sub.Err()
		}
		for more := true; more; {
			more = e.wait(ctx, look(ctx))
		}
		if sub != nil {
			sub.Unsubscribe()
		}
	}
	return ctx.Err()
}

// subscribe returns nil where there is no subscription to be had.
func (w *watch) subscribe(ctx context.Context, heads chan<- *types.Header) ethereum.Subscription {
	sub, err := w.node.SubscribeNewHead(ctx, heads)
	if err == nil {
		return sub
	}
	if !errors.Is(err, rpc.ErrNotificationsUnsupported) && ctx.Err() == nil {
		w.log.Warn("no subscription to the L1: polling it", zap.Error(err))
	}
	return nil
}

// events tell that there may be something new.
type events struct {
	heads <-chan *types.Header
	ended <-chan error // of the subscription; nil without one
	again <-chan struct{}
	tick  <-chan time.Time
	ticks int
}

// wait waits for something new. It returns false where it is time to subscribe again.
// After a failed look only time counts, so that an L1 that is down is not asked all the
// time.
func (e *events) wait(ctx context.Context, ok bool) bool {
	again := e.again
	if !ok {
		again = nil
	}
	for {
		select {
		case <-e.heads:
			for len(e.heads) > 0 { // only that there are any matters
				<-e.heads
			}
			return true
		case <-again:
			return true
		case <-e.tick:
			e.ticks++
			switch {
			case e.ended == nil && e.ticks%rarely == 0:
				return false
			case e.ended == nil, !ok, e.ticks%rarely == 0:
				return true
			}
		case <-e.ended:
			select { // not at once: the L1 may end each one
			case <-e.tick:
			case <-ctx.Done():
			}
			return false
		case <-ctx.Done():
			return false
		}
	}
}

// Run follows the L1 until ctx ends, and returns its error. Wake is called, by the
// goroutine of Run, after each change of what Next may answer; it must not block. Run may
// run once at a time only.
func (s *Source) Run(ctx context.Context, wake func()) error {
	w := watch{node: s.node, poll: s.cfg.Poll, log: s.log, again: s.again}
	return w.run(ctx, func(ctx context.Context) bool { return s.look(ctx, wake) })
}

// look reads the L1 and takes in what is new. It reports whether that succeeded.
func (s *Source) look(ctx context.Context, wake func()) bool {
	changed, err := s.refresh(ctx)
	s.mu.Lock()
	switch now := time.Now(); {
	case ctx.Err() != nil:
	case err != nil && s.err == nil:
		s.failing = now
		s.log.Warn("the L1 cannot be followed: blocks go on with the L1 origins they have, as long as the drift allows", zap.Error(err))
	case err == nil && s.err != nil:
		s.log.Info("the L1 can be followed again", zap.Duration("after", now.Sub(s.failing).Round(time.Second)))
	}
	s.err = err
	s.mu.Unlock()
	if changed {
		wake()
	}
	return err == nil
}

// refresh brings every chain's line up to the L1's head. Nothing is taken in if reading
// fails half-way.
func (s *Source) refresh(ctx context.Context) (changed bool, err error) {
	r, err := s.newReader(ctx)
	if err != nil {
		return false, err
	}
	old := s.snapshot(r)
	lines := make(map[chains.ChainID]state, len(old))
	for id, l := range old {
		if lines[id], err = r.follow(ctx, l); err != nil {
			return false, err
		}
		if lines[id].orphaned {
			if err := r.linked(ctx, l.last.Number, l.last.Number); err != nil {
				return false, err
			}
		}
	}
	final := r.finalized(ctx)
	head := chains.BlockRef{Number: r.head.Number.Uint64(), Hash: r.head.Hash()}
	s.mu.Lock()
	defer s.mu.Unlock()
	changed = s.head != head
	s.head = head
	for id, l := range lines {
		at := s.lines[id]
		if at.last != old[id].last { // another question since
			s.ask()
			continue
		}
		changed = changed || !l.same(old[id])
		at.install(l)
		switch {
		case l.orphaned:
			at.unsure = s.believed(at, l.last, r.headers[l.last.Number].Hash(), head.Number)
		case l.find(l.last) >= 0:
			s.stands(l.last)
			at.tallest, at.final = max(at.tallest, head.Number), max(at.final, final) // the L1 may be a node that is behind
		}
	}
	return changed, nil
}

// snapshot returns the lines as they are, and tells the reader of their blocks.
func (s *Source) snapshot(r *reader) map[chains.ChainID]state {
	s.mu.Lock()
	defer s.mu.Unlock()
	lines := make(map[chains.ChainID]state, len(s.lines))
	for id, l := range s.lines {
		lines[id] = l.state
		for _, b := range l.blocks {
			r.blocks[b.Hash] = b
		}
	}
	return lines
}
