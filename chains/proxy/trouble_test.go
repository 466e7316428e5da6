package proxy_test

import (
	"strings"
	"testing"
	"time"

	"github.com/ssequencer/ssequencer/chains/proxy"
	"github.com/ssequencer/ssequencer/test/opscript"
)

// quiet is for how long op-node may do nothing in these tests.
const quiet = 300 * time.Millisecond

// says does something again and again until Trouble says something with these words, nothing where
// they are empty.
func (w *world) says(t *testing.T, words string, do func()) {
	t.Helper()
	said := ""
	for late := time.Now().Add(patience); time.Now().Before(late); {
		do()
		if said = w.proxy.Trouble(time.Now()); words == "" && said == "" || words != "" && strings.Contains(said, words) {
			return
		}
	}
	t.Fatalf("said is %q and never %q", said, words)
}

// opNodeDue starts an op-node whose first block is due at a time.
func (w *world) opNodeDue(t *testing.T, due time.Time) *opscript.OpNode {
	t.Helper()
	n := must(opscript.New(t.Context(), opscript.Config{
		ChainID: opChain, Rules: w.rules, BlockTime: uint64(due.Unix()) - genesisTime, Engine: w.url, Secret: secret, L1: w.l1,
	}))(t)
	t.Cleanup(n.Close)
	if err := n.Start(t.Context()); err != nil {
		t.Fatal(err)
	}
	return n
}

// An op-node that does not call is told of, also one that never has; the kill switch's calls are
// not op-node's, and with it at disabled nobody is waited for.
func TestTroubleSilent(t *testing.T) {
	w := newWorld(t)
	later := func() string { return w.proxy.Trouble(time.Now().Add(time.Minute)) }
	if said := w.proxy.Trouble(time.Now()); said != "" {
		t.Error(said)
	}
	if _, err := proxy.AskMode(t.Context(), w.url, secret, ""); err != nil {
		t.Fatal(err)
	}
	if said := later(); !strings.Contains(said, "when the service was started") {
		t.Errorf("op-node has never called: %q", said)
	}
	n := w.opNode(t)
	if said := w.proxy.Trouble(time.Now()); said != "" {
		t.Error(said)
	}
	if said := later(); !strings.Contains(said, "does it run") {
		t.Errorf("op-node has gone: %q", said)
	}
	if err := w.proxy.SetMode(proxy.Disabled); err != nil {
		t.Fatal(err)
	}
	if said := later(); said != "" {
		t.Errorf("while disabled: %q", said)
	}
	must(n.Slot(t.Context()))(t)
}

// An op-node that calls and has no new head is told of, with what keeps it: it asks for nothing, its
// node has lost the block that it builds on, or it gets no block. When it goes on, so does this.
func TestTroubleStuck(t *testing.T) {
	w := newWorld(t, func(c *proxy.Config, _ *proxy.Deps) { c.Quiet, c.BlockTime = quiet, 20*time.Millisecond })
	n := w.opNode(t)
	must(n.Slot(t.Context()))(t)
	call := func() {
		if err := n.Read(t.Context(), new(any), "eth_chainId"); err != nil {
			t.Fatal(err)
		}
	}
	w.says(t, "asks for no block", call)
	head := n.Head.Hash
	w.node.mu.Lock()
	lost := w.node.blocks[head]
	delete(w.node.blocks, head)
	w.node.mu.Unlock()
	w.says(t, "which its node has lost: restart op-node", call)
	w.node.mu.Lock()
	w.node.blocks[head] = lost
	w.node.mu.Unlock()
	w.says(t, "", func() { must(n.Slot(t.Context()))(t) })
}

func TestTroubleRefused(t *testing.T) {
	w := newWorld(t, func(c *proxy.Config, _ *proxy.Deps) { c.Quiet, c.BlockTime = quiet, time.Hour })
	n := w.opNodeDue(t, time.Now().Add(time.Hour))
	w.says(t, "has adopted none", func() { must(n.Build(t.Context()))(t) })
}

// When op-node asks for its blocks tells what its clock is like.
func TestTroubleClock(t *testing.T) {
	for name, c := range map[string]struct {
		due   []time.Duration // of the blocks it asks for, from now; the last one to the end
		words string
	}{
		"in time":     {[]time.Duration{time.Hour}, ""},
		"late":        {[]time.Duration{-2 * time.Hour}, "asks for each block at least 3h0m0"},
		"early":       {[]time.Duration{3 * time.Hour}, "is ahead, or ours behind"},
		"catching up": {[]time.Duration{-5 * time.Hour, -10 * time.Minute}, "catches up"},
		"once late":   {[]time.Duration{-5 * time.Hour, time.Hour}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t, func(c *proxy.Config, _ *proxy.Deps) { c.BlockTime = time.Hour })
			for i := range 8 {
				n := w.opNodeDue(t, time.Now().Add(c.due[min(i, len(c.due)-1)]))
				must(n.Build(t.Context()))(t)
			}
			said := w.proxy.Trouble(time.Now())
			if c.words == "" && said != "" || !strings.Contains(said, c.words) {
				t.Errorf("%q, and not %q", said, c.words)
			}
		})
	}
}
