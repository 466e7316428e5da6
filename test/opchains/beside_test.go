package opchains

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/l1"
	"github.com/ssequencer/ssequencer/test/opscript"
	"github.com/ssequencer/ssequencer/test/ports"
)

// opNodes are the chains' op-nodes, which derive blocks from the real L1.
type opNodes struct {
	w       *world
	source  *l1.Source
	admins  map[chains.ChainID]*opscript.Admin
	mu      sync.Mutex
	made    map[chains.ChainID]int
	fetched []fetch
}

// newOpNodes gives every chain an op-node, before the service is made.
func newOpNodes(w *world) *opNodes {
	w.t.Helper()
	cfg := l1.Config{Rules: w.l1.ChainConfig(), Depth: 2}
	o := &opNodes{w: w, admins: map[chains.ChainID]*opscript.Admin{}, made: map[chains.ChainID]int{}}
	for _, c := range w.chains {
		cfg.Chains = append(cfg.Chains, c.rollup)
		admin, err := opscript.ServeAdmin()
		if err != nil {
			w.t.Fatal(err)
		}
		w.t.Cleanup(admin.Close)
		o.admins[c.id], c.admin, c.opNodeAt = admin, admin.URL, fmt.Sprintf("127.0.0.1:%d", ports.Free(w.t))
	}
	var err error
	if o.source, err = l1.New(cfg, w.l1eth, zap.NewNop()); err != nil {
		w.t.Fatal(err)
	}
	o.background(func(ctx context.Context) {
		if err := o.source.Run(ctx, func() {}); err != nil && ctx.Err() == nil {
			w.t.Error(err)
		}
	})
	return o
}

// background runs something until the returned function, or the end of the test.
func (o *opNodes) background(run func(ctx context.Context)) (stop func()) {
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan struct{})
	go func() {
		defer close(done)
		run(ctx)
	}()
	stop = sync.OnceFunc(func() { cancel(); <-done })
	o.w.t.Cleanup(stop)
	return stop
}

// start lets a chain's op-node make blocks until the returned function is called. An
// op-node whose execution node is away is started again, as a supervisor does.
func (o *opNodes) start(c *chain) (stop func()) {
	return o.background(func(ctx context.Context) {
		for ctx.Err() == nil {
			err := o.run(ctx, c)
			if errors.Is(err, opscript.ErrCritical) {
				o.w.t.Errorf("op-node of chain %v: %v", c.id, err)
				return
			}
			select {
			case <-ctx.Done():
			case <-time.After(100 * time.Millisecond):
			}
		}
	})
}

func (o *opNodes) run(ctx context.Context, c *chain) error {
	timed := new(timing)
	defer timed.CloseIdleConnections()
	n, err := opscript.New(ctx, opscript.Config{
		ChainID: c.id, Rules: c.node.Rules, BlockTime: c.rollup.BlockTime, Engine: "http://" + c.opNodeAt, Secret: c.node.Secret, Source: o.source, Transport: timed,
	})
	if err != nil {
		return err
	}
	defer n.Close()
	if err := n.Start(ctx); err != nil {
		return err
	}
	return n.Run(ctx, func(b *opscript.Block, took time.Duration) {
		o.mu.Lock()
		defer o.mu.Unlock()
		o.made[c.id]++
		o.fetched = append(o.fetched, timed.fetch(b.Txs, time.Unix(int64(b.Timestamp), 0), took))
	})
}

// Two op-geth chains with an op-node each, and the service between op-node and op-geth: the
// same as in direct mode, while deposits arrive and burn. Where the block times differ,
// bundles wait for a slot that both chains have.
func TestBeside(t *testing.T) {
	for name, blockTimes := range map[string][]uint64{"two chains": {1, 1}, "block times of 1 and 2 s": {1, 2}} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t, blockTimes...)
			o := newOpNodes(w)
			s := newService(w)
			s.start()
			for _, c := range w.chains {
				o.start(c)
			}
			goal := bundles(t)
			if blockTimes[0] != blockTimes[1] { // each bundle waits for seconds
				goal = min(goal, 60)
			}
			o.load(s, goal)
			s.checkCounters("atomicity_violations", "root_mismatches", "trace_divergences")
			s.stop()
		})
	}
}

// load is world.load, with what op-nodes saw of it.
func (o *opNodes) load(s *service, goal int64, meanwhile ...func()) {
	o.w.t.Helper()
	o.w.load(s, goal, meanwhile...)
	o.mu.Lock()
	defer o.mu.Unlock()
	report(o.w.t, fmt.Sprintf("blocks of op-nodes, %v", o.made), o.fetched)
}

// load is what users do, and what has to have come of it in the end.
func (w *world) load(s *service, goal int64, meanwhile ...func()) {
	w.t.Helper()
	d := startDeposits(w)
	tr := &traffic{w: w, on: s.client, url: s.url, goal: goal}
	done := make(chan error, 1)
	go func() { done <- tr.run(w.t.Context()) }()
	for _, do := range meanwhile {
		before := tr.count.Load()
		w.until("traffic goes on", func() bool { return tr.count.Load() >= min(before+20, tr.goal) })
		do()
	}
	if err := <-done; err != nil {
		w.t.Fatal(err)
	}
	d.end()
	w.checkDeposits(d)
	w.checkBundles(s, tr)
	w.checkPairs(d)
	w.t.Logf("%d included, %d refused, %d deposits on each chain, %d of them burned", len(tr.sent), tr.refused, len(d.mints[w.chains[1].id]), d.burns)
}

// The same while op-nodes, nodes and the service stop or are killed, and the kill switch is
// moved. Promises may be revoked then, and nothing else.
func TestBesideTroubles(t *testing.T) {
	w := newWorld(t, 1, 1)
	o := newOpNodes(w)
	s := newService(w)
	s.start()
	a, b := w.chains[0], w.chains[1]
	stop := o.start(a)
	o.start(b)
	o.load(s, min(bundles(t), 300),
		func() { // an op-node is away
			stop()
			o.blocks(b, 3)
			w.until("status says that it is away", func() bool { return strings.Contains(s.reasons(), "op-node has not called") })
			stop = o.start(a)
			w.until("status says no more of it", func() bool { return !strings.Contains(s.reasons(), "op-node has not called") })
		},
		func() { // the kill switch, for one chain and for all
			s.mode("disabled", "--only", a.id.String())
			o.blocks(a, 3)
			s.mode("dry-run")
			o.blocks(b, 3)
			s.mode("enabled")
		},
		func() { s.kill(); s.start() },
		func() { must(t, a.node.Kill()); a.node.Restart(t) },
		func() { // an op-node that dies and comes back at once
			stop()
			stop = o.start(a)
		},
	)
	s.checkCounters("atomicity_violations", "root_mismatches")
	s.stop()
}

// blocks waits until a chain's op-node has made n more blocks.
func (o *opNodes) blocks(c *chain, n int) {
	o.w.t.Helper()
	made := func() int {
		o.mu.Lock()
		defer o.mu.Unlock()
		return o.made[c.id]
	}
	before := made()
	o.w.until("op-node makes blocks", func() bool { return made() >= before+n })
}

// mode moves the kill switch as an operator does.
func (s *service) mode(args ...string) {
	s.w.t.Helper()
	out, err := exec.Command(program, append([]string{"mode", "--config", s.config}, args...)...).CombinedOutput()
	if err != nil || !strings.Contains(string(out), args[0]) {
		s.w.t.Fatalf("mode %v: %v\n%s", args, err, out)
	}
}
