package sequencer_test

import (
	"context"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/journal"
	"github.com/ssequencer/ssequencer/sequencer"
)

// turnstile holds one caller up after it was armed, when it has come, until it is let.
type turnstile struct {
	armed      atomic.Bool
	asked, let chan struct{}
}

func newTurnstile() *turnstile {
	return &turnstile{asked: make(chan struct{}), let: make(chan struct{})}
}

func (t *turnstile) pass(ctx context.Context) error {
	if !t.armed.CompareAndSwap(true, false) {
		return nil
	}
	for _, wait := range []chan struct{}{t.asked, t.let} {
		select {
		case wait <- struct{}{}:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return nil
}

// heldUp is a node that builds one block, after it was armed, only when it is let.
type heldUp struct {
	sequencer.Node
	*turnstile
}

func (w *net) withHeldUp(id chains.ChainID) *heldUp {
	node := &heldUp{w.nodes[id], newTurnstile()}
	w.nodes[id] = node
	return node
}

func (n *heldUp) Build(ctx context.Context, open *chains.Open, txs [][]byte) (*chains.Payload, error) {
	if err := n.pass(ctx); err != nil {
		return nil, err
	}
	return n.Node.Build(ctx, open, txs)
}

// before returns when the node is about to build the block with a leg, and is held up. What is sent is decided
// in the block after one that is held up: no slot ends meanwhile.
func (n *heldUp) before(w *net, send func() *chains.Leg) {
	w.t.Helper()
	asked := func() {
		select {
		case <-n.asked:
		case <-time.After(hanging):
			w.t.Fatalf("no block is built; %s", w.state())
		}
	}
	n.armed.Store(true)
	asked()
	for leg := send(); w.head(leg.ChainID).Number+1 < leg.Height; asked() {
		n.armed.Store(true)
		<-n.let
	}
}

// A chain's state in memory does not fit what its node builds, by a fault of ours: the chain alone stands
// aside, starts from what its node says, and keeps what it has promised.
func TestShardMisled(t *testing.T) {
	t.Parallel()
	w := newNet(t, 2)
	node := w.withHeldUp(a)
	w.start()
	w.kept(1, w.tx(a, &recipient, nil, nil))
	node.armed.Store(true)
	<-node.asked
	promised := w.kept(1, w.tx(a, &recipient, nil, nil))
	if err := w.seq.Mislead(t.Context(), a); err != nil {
		t.Fatal(err)
	}
	next := w.admit(w.tx(a, &recipient, nil, nil))
	<-node.let
	w.applied(w.kept(1, w.tx(b, &recipient, nil, nil)))
	w.sameSlot(promised)
	if out := w.outcome(next); out.Bundle == nil {
		t.Fatalf("%+v", out)
	}
	w.until("the chain is well", func() bool { return w.seq.Health(a).Reason == "" })
	w.sameSlot(w.kept(2, w.burn(a, b, ten)))
	w.balanced()
	w.promisesKept()
	w.zero()
}

// What was opened on a chain is given up, since L1 has dropped what it derives from; L1 has it again, and
// the block is opened once more, in a later slot. A start that finds both goes on with the later one.
func TestRolledBackOpenedTwice(t *testing.T) {
	t.Parallel()
	w := newOPNet(t, 2)
	w.op.rebuilt, w.op.certain = true, make(chan struct{})
	node := w.withHeldUp(a)
	w.start()
	w.bundle(a, b)
	in := w.op.inputs[a]
	isOn := func(branch byte) {
		in.mu.Lock()
		in.since, in.branch = w.head(a).Number-1, branch
		in.mu.Unlock()
		w.seq.Wake()
	}
	isOn(1)
	w.eventually("the chain stands aside", func() bool { return strings.HasPrefix(w.seq.Health(a).Reason, "unavailable") })
	node.armed.Store(true)
	isOn(0)
	close(w.op.certain)
	<-node.asked
	if err := w.stop(); err != nil {
		t.Fatal(err)
	}
	newest := map[uint64]uint64{} // slot of each block
	for _, rec := range w.records() {
		if r, ok := rec.(*journal.Opened); ok && r.Open.ChainID == a {
			newest[r.Open.Number] = r.Open.Timestamp
		}
	}
	w.start()
	w.bundle(a, b)
	w.bundle(b, a)
	for number, slot := range newest {
		if h, err := w.clients[a].HeaderByNumber(t.Context(), number); err != nil || h.Time != slot {
			t.Errorf("block %d is not of slot %d, but of %+v: %v", number, slot, h, err)
		}
	}
	w.balanced()
}
