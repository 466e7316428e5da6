package sequencer

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"time"

	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
)

// ErrStopped: the sequencer has stopped, or is not running yet.
var ErrStopped = errors.New("the sequencer is not running")

// Sequencer orders transactions. New makes one, Run runs it; the other methods may be
// called from any goroutine while it runs.
type Sequencer struct {
	cfg   Config
	deps  Deps
	log   *zap.Logger
	lanes map[chains.ChainID]*lane
	ids   []chains.ChainID // in ascending order: no loop ranges over lanes
	// present are the chains that take part in new slots; the others stand aside.
	present []chains.ChainID

	pool *pool
	owed *owed
	progress
	doubts
	outward
	loop
}

// loop is how the slot loop, which alone changes lanes, pool, owed, progress and doubts, is
// run and ended.
type loop struct {
	events    chan func()
	woken     chan struct{}  // by a source
	committer sync.WaitGroup // all that is waited for beside the loop
	failure   error          // why the loop must end; only touched by the loop
	ready     chan struct{}  // closed when recovery is done
	stopped   chan struct{}  // closed when Run returns
}

func newLoop() loop {
	return loop{woken: make(chan struct{}, 1), events: make(chan func(), 1024), ready: make(chan struct{}), stopped: make(chan struct{})}
}

// New checks the configuration. It starts nothing.
func New(cfg Config, deps Deps) (*Sequencer, error) {
	cfg, err := cfg.withDefaults()
	if err != nil {
		return nil, err
	}
	if deps.Metrics == nil {
		deps.Metrics = NewMetrics(nil)
	}
	s := &Sequencer{
		cfg:     cfg,
		deps:    deps,
		log:     deps.Log,
		lanes:   make(map[chains.ChainID]*lane, len(cfg.Chains)),
		pool:    newPool(),
		owed:    newOwed(slices.Concat(deps.Core.Pairs(), deps.Core.Entries())),
		outward: outward{payloads: newPayloads(uint64(cfg.FeedDepth))},
		loop:    newLoop(),
	}
	for _, c := range cfg.Chains {
		with := deps.Chains[c.ID]
		if with == nil || with.Node == nil {
			return nil, fmt.Errorf("sequencer: no node for chain %d", c.ID)
		}
		if s.lanes[c.ID] != nil {
			return nil, fmt.Errorf("sequencer: chain %d is configured twice", c.ID)
		}
		s.lanes[c.ID] = &lane{cfg: c, Chain: *with, openBlock: openBlock{gasLimit: c.GasLimit}}
		s.ids = append(s.ids, c.ID)
	}
	s.present = slices.Clone(s.ids)
	s.promiser = newPromiser(deps, cfg.Domain)
	return s, nil
}

// Run recovers from the journal, then sequences until ctx ends (it returns nil) or it
// cannot go on (it returns why). It must be called once. It waits for everything it
// started. The journal must stay open until it returns.
func (s *Sequencer) Run(ctx context.Context) error {
	defer close(s.stopped)
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	signed := make(chan struct{})
	go func() {
		defer close(signed)
		if err := s.promiser.run(ctx); err != nil { // nobody would be answered any more
			s.post(ctx, func() { s.fail(err) })
		}
	}()
	defer func() { cancel(); s.drain(); <-signed }()

	if err := s.recover(ctx); err != nil {
		return endedBy(ctx, fmt.Errorf("recover: %w", err))
	}
	close(s.ready)
	for ctx.Err() == nil && s.failure == nil {
		s.advance(ctx)
		s.work()
		s.wait(ctx)
	}
	err := endedBy(ctx, s.failure)
	if err != nil {
		s.log.Error("the sequencer stops", zap.Error(err))
	}
	return err
}

func endedBy(ctx context.Context, err error) error {
	if ctx.Err() != nil && (err == nil || errors.Is(err, ctx.Err())) {
		return nil
	}
	return err
}

// drain waits for the committer while taking its last events.
func (s *Sequencer) drain() {
	done := make(chan struct{})
	go func() { s.committer.Wait(); close(done) }()
	for {
		select {
		case <-s.events:
		case <-done:
			return
		}
	}
}

// Ready is closed once recovery is done and submissions are taken.
func (s *Sequencer) Ready() <-chan struct{} { return s.ready }

// fail ends the loop. The first reason stays; where it is that Run was told to end, it is none.
func (s *Sequencer) fail(err error) {
	if s.failure == nil {
		s.failure = err
	}
}

// batch is how many items are decided before events are looked at again.
const batch = 32

// work decides ready items. It stops after a batch so that events do not wait long.
func (s *Sequencer) work() {
	for range batch {
		if s.open == nil || s.open.closed || s.failure != nil {
			return
		}
		it := s.pool.next()
		if it == nil {
			return
		}
		s.decide(it)
	}
}

// wait takes events. It blocks only when there is nothing to decide.
func (s *Sequencer) wait(ctx context.Context) {
	if s.failure != nil {
		return
	}
	if s.open != nil && !s.open.closed && len(s.pool.ready) > 0 {
		s.takeWaiting()
		return
	}
	select {
	case <-s.woken: // before the events that are there as well: the order is no matter of chance
		s.roused()
		s.takeWaiting()
		return
	default:
	}
	select {
	case fn := <-s.events:
		fn()
		s.takeWaiting()
	case <-s.woken:
		s.roused()
	case <-s.deps.Clock.After(s.untilNext()):
	case <-ctx.Done():
	}
}

// takeWaiting runs the events that are already there.
func (s *Sequencer) takeWaiting() {
	for range len(s.events) {
		fn := <-s.events
		fn()
	}
}

// post hands fn to the loop. It is used by goroutines that Run waits for.
func (s *Sequencer) post(ctx context.Context, fn func()) {
	select {
	case s.events <- fn:
	case <-ctx.Done():
	}
}

// do runs fn in the loop and waits for it. Where ctx has ended before fn's turn comes, fn is
// not run: who has given up may have asked again since.
func (s *Sequencer) do(ctx context.Context, fn func()) error {
	select {
	case <-s.ready:
	case <-s.stopped:
		return ErrStopped
	case <-ctx.Done():
		return ctx.Err()
	}
	var gone error
	done := make(chan struct{})
	event := func() {
		defer close(done)
		if gone = ctx.Err(); gone == nil {
			fn()
		}
	}
	select {
	case s.events <- event:
	case <-s.stopped:
		return ErrStopped
	case <-ctx.Done():
		return ctx.Err()
	}
	select {
	case <-done:
		return gone
	case <-s.stopped:
		return ErrStopped
	}
}

// untilNext is how long the loop may sleep: until the open slot ends, at most a slot.
func (s *Sequencer) untilNext() time.Duration {
	if !s.retryAt.IsZero() {
		return max(s.retryAt.Sub(s.deps.Clock.Now()), 0)
	}
	if grace := s.grace.Sub(s.deps.Clock.Now()); s.open == nil && grace > 0 { // once it is over it says nothing
		return grace
	}
	if s.sealing != nil && !s.sealing.hold.over {
		return max(min(s.sealing.ends.Sub(s.deps.Clock.Now()), s.cfg.BlockTime), 0)
	}
	if s.open == nil || s.sealing != nil {
		return s.cfg.BlockTime
	}
	return max(s.due().Sub(s.deps.Clock.Now()), 0)
}
