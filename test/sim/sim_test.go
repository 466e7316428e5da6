package sim

import (
	"context"
	"errors"
	"os"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/ethereum/go-ethereum/core/types"
	"go.uber.org/zap"
	"go.uber.org/zap/zaptest"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/journal"
)

const (
	maxWait = 20 * time.Second // of an undecided transaction in the pool
	settle  = 90 * time.Second // after the vices stop, in which all must be well again
)

// plan says what happens in a run, besides what the seed decides.
type plan struct {
	vices   vices
	clients int
	length  time.Duration // after it the vices stop
	think   time.Duration // between two actions of a client, at most
	crash   func(l *life, step int64, what string) (unsynced, bool)
	fault   func(l *life, step int64) fault
	disk    func(l *life, sync int64) diskFault
	jumps   []jump                  // of the sequencer's clock
	every   int                     // records between two checkpoints, 0 for the default
	depth   int                     // blocks of which the payloads are kept, 0 for the default
	script  func(s *sim, c *client) // what clients do, nil for a mixture
	keep    bool                    // the transcript's lines
	memory  *memory                 // shared with other runs, nil for its own
	away    time.Duration           // between two lives, 0: drawn
	beside  *opVices                // chains have op-nodes, which do this; nil where they have none
	sources *sourceVices            // most chains derive from L1, and their sources do this; nil where none does
}

// sim is one run. It lives in one bubble.
type sim struct {
	*transcript
	world   *world
	memory  *memory
	plan    plan
	fate    fate
	line    *timeline
	log     *zap.Logger
	nodes   map[chains.ChainID]*node
	opnodes map[chains.ChainID]*opnode // empty where chains have none
	sources map[chains.ChainID]*source // of the chains that derive from L1
	oracle  *oracle
	forever context.Context
	calm    time.Time // when the vices stop

	lied atomic.Bool // a node has lied
	over atomic.Bool // the run is being ended

	// instant is held for what happens at one instant. Nothing else does then; but that time
	// has passed orders memory for nobody but a person.
	instant sync.Mutex

	mu      sync.Mutex
	struck  strike // the last planned fault
	current *life  // that is ready, nil while there is none
	serving *life  // that op-nodes can reach; under instant
	changed chan struct{}
	halts   int   // how often the sequencer ended by itself
	halted  error // why it did the last time
	lives   int
}

// result is what a run comes to.
type result struct {
	violations []string
	transcript string // hash
	lines      []string
	events     uint64
	virtual    time.Duration
	lives      int
	halts      int
	halted     error
	included   int
	relayed    int
	refused    int
	revoked    int
	tears      int   // committed blocks that op-nodes have replaced
	steps      int64 // of the first life
}

// run runs one seed in a bubble of its own.
func run(t *testing.T, w *world, seed uint64, p plan) *result {
	var res *result
	synctest.Test(t, func(t *testing.T) { res = newSim(t, w, seed, p).run(t) })
	return res
}

func newSim(t *testing.T, w *world, seed uint64, p plan) *sim {
	s := &sim{
		transcript: newTranscript(), world: w, plan: p, fate: fate{seed}, line: newTimeline(), log: zap.NewNop(),
		nodes: map[chains.ChainID]*node{}, opnodes: map[chains.ChainID]*opnode{}, sources: map[chains.ChainID]*source{}, forever: context.Background(), calm: time.Now().Add(p.length), changed: make(chan struct{}),
	}
	s.keep = p.keep
	if s.memory = p.memory; s.memory == nil {
		s.memory = newMemory(w)
	}
	if os.Getenv("SSEQ_SIM_LOG") != "" {
		s.transcript.log, s.log = t, zaptest.NewLogger(t, zaptest.Level(zap.InfoLevel))
	}
	s.oracle = newOracle(s)
	for _, id := range w.ids {
		s.nodes[id] = newNode(s, id)
		if p.beside != nil {
			s.opnodes[id] = &opnode{node: s.nodes[id], head: s.nodes[id].top()}
		}
		if p.sources != nil {
			if from := newSource(s, s.nodes[id]); from != nil {
				s.sources[id] = from
			}
		}
	}
	return s
}

func (s *sim) run(t *testing.T) *result {
	ctx, stop := context.WithCancel(context.Background())
	begun := time.Now()
	var lives, clients sync.WaitGroup
	lives.Go(func() { s.live(ctx) })
	for _, id := range s.world.ids {
		if o := s.opnodes[id]; o != nil {
			lives.Go(func() { o.run(ctx) })
		}
		if from := s.sources[id]; from != nil {
			lives.Go(func() { from.run(ctx) })
		}
	}
	patient, cancel := context.WithDeadline(ctx, s.calm.Add(settle))
	defer cancel()
	for i := range s.plan.clients {
		c := &client{sim: s, number: i, key: s.world.clients[i]}
		clients.Go(func() { c.run(patient) })
	}
	clients.Wait()
	s.oracle.settled(ctx)
	virtual := time.Since(begun)
	s.over.Store(true)
	stop()
	lives.Wait()
	s.oracle.judge()
	o := s.oracle
	return &result{
		violations: o.violations, transcript: s.sum(), lines: s.lines, events: s.events, virtual: virtual, lives: s.lives, halts: s.halts, halted: s.halted,
		included: o.included, relayed: o.relayed, refused: o.refused, revoked: len(o.revoked), tears: o.tears, steps: o.firstSteps,
	}
}

// vices are the nodes' at this time.
func (s *sim) vices() vices {
	if time.Now().After(s.calm) {
		return vices{}
	}
	return s.plan.vices
}

// bend is the rule of a chain whose node differs from the shard about some transactions.
func (s *sim) bend(tx *chains.Tx) *chains.Tx {
	inner := tx.Inner()
	if inner.To() == nil || !percent(s.fate.of("bent "+tx.Hash().Hex(), 0), s.plan.vices.bent) {
		return tx
	}
	other, err := chains.NewCallTx(tx.ChainID(), tx.Sender(), types.NewTx(&types.DynamicFeeTx{
		ChainID: inner.ChainId(), Nonce: inner.Nonce(), GasTipCap: inner.GasTipCap(), GasFeeCap: inner.GasFeeCap(), Gas: inner.Gas(),
		To: &s.world.plan.Messenger, Data: []byte{0xde, 0xad, 0xbe, 0xef},
	}))
	if err != nil {
		return tx
	}
	return other
}

// live runs one life after the other until ctx ends.
func (s *sim) live(ctx context.Context) {
	disk := vfs.NewCrashableMem()
	for ctx.Err() == nil {
		l, err := s.newLife(ctx, s.lives, disk)
		if err != nil {
			s.oracle.violated("life %d does not begin: %v", s.lives, err)
			return
		}
		s.lives++
		s.instant.Lock()
		s.serving = l
		for _, id := range s.world.ids {
			s.nodes[id].denies = false
		}
		s.instant.Unlock()
		ended := make(chan struct{})
		var ready sync.WaitGroup
		ready.Go(func() {
			select {
			case <-l.seq.Ready():
				s.note("life %d is ready", l.number)
				s.setCurrent(l)
			case <-ended:
			}
		})
		disk, err = l.end()
		s.instant.Lock()
		s.serving = nil
		s.instant.Unlock()
		close(ended)
		ready.Wait()
		s.setCurrent(nil)
		if l.number == 0 {
			s.oracle.firstSteps = l.steps.Load()
		}
		if err != nil {
			if errors.Is(err, journal.ErrFailed) {
				err = journal.ErrFailed // who meets it first is not determined
			}
			s.note("life %d ends: %v", l.number, err)
			s.mu.Lock()
			s.halts, s.halted = s.halts+1, err
			s.mu.Unlock()
		}
		r := s.fate.of("downtime", uint64(l.number))
		if !l.dead.Load() && err == nil {
			continue // ctx has ended
		}
		for _, id := range s.world.ids { // a machine takes its node with it, sometimes
			if time.Now().Before(s.calm) && percent(r, 30) && s.plan.vices.lost > 0 {
				s.nodes[id].crash(r, s.plan.vices.lost)
			}
		}
		away := between(r, 50*time.Millisecond, 3*time.Second)
		if s.plan.away != 0 {
			away = s.plan.away
		}
		if s.line.sleep(ctx, away) != nil {
			return
		}
	}
}

func (s *sim) setCurrent(l *life) {
	s.instant.Lock()
	defer s.instant.Unlock()
	s.mu.Lock()
	defer s.mu.Unlock()
	s.current = l
	if l != nil {
		l.readyAt = time.Now()
	}
	close(s.changed)
	s.changed = make(chan struct{})
}

// alive waits for a life that takes submissions, and is not the one given.
func (s *sim) alive(ctx context.Context, not *life) (*life, error) {
	for {
		s.mu.Lock()
		l, changed := s.current, s.changed
		s.mu.Unlock()
		if l != nil && l != not && !l.dead.Load() {
			return l, nil
		}
		select {
		case <-changed:
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
}
