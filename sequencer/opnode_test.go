package sequencer_test

import (
	"context"
	"errors"
	stdnet "net"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"go.uber.org/zap"
	"go.uber.org/zap/zaptest"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/engine"
	"github.com/ssequencer/ssequencer/chains/proxy"
	"github.com/ssequencer/ssequencer/sequencer"
	"github.com/ssequencer/ssequencer/test/opscript"
)

// besideNode is a node with a proxy and an op-node in front of it.
type besideNode struct {
	*engine.Client
	proxy *proxy.Proxy
}

// Adopt implements sequencer.Node.
func (n besideNode) Adopt(ctx context.Context, head, _, _ common.Hash) error {
	return n.proxy.Adopt(ctx, head)
}

// besideNet are chains with an op-node each, and a proxy between op-node and node.
type besideNet struct {
	*net
	urls   map[chains.ChainID]string
	l1     *opscript.L1
	secret [32]byte
	made   map[chains.ChainID]chan *opscript.Block
}

// SealNow implements proxy.Sequencer.
func (w *besideNet) SealNow(ctx context.Context, id chains.ChainID, parent common.Hash) (*chains.Payload, error) {
	p, err := w.seq.SealNow(ctx, id, parent)
	if errors.Is(err, sequencer.ErrNoBlock) {
		err = proxy.ErrNoBlock
	}
	return p, err
}

// Wake implements proxy.Sequencer.
func (w *besideNet) Wake() { w.seq.Wake() }

// newBesideNet makes n chains, and starts the sequencer and the proxies, but no op-node.
func newBesideNet(t *testing.T, n int, settings ...func(*proxy.Config)) *besideNet {
	w := &besideNet{net: newOPNet(t, n), urls: map[chains.ChainID]string{}, secret: [32]byte{5}, made: map[chains.ChainID]chan *opscript.Block{}}
	w.l1 = &opscript.L1{GenesisTime: uint64(time.Now().Add(-2 * time.Minute).Unix())}
	w.op.origins = knownL1{w.l1}
	w.op.beside, w.op.proxies, w.op.gates = true, map[chains.ChainID]*proxy.Proxy{}, map[chains.ChainID]sequencer.Gate{}
	for _, id := range w.ids {
		node := w.op.nodes[id]
		cfg := proxy.Config{ChainID: id, NodeURL: node.Engine, NodeSecret: node.Secret, Secret: w.secret, BlockTime: time.Second, Patience: 20 * time.Second}
		for _, set := range settings {
			set(&cfg)
		}
		p, err := proxy.New(cfg, proxy.Deps{Node: w.clients[id], Log: zaptest.NewLogger(t, zaptest.Level(zap.InfoLevel))})
		if err != nil {
			t.Fatal(err)
		}
		w.op.proxies[id], w.op.gates[id], w.nodes[id] = p, p, besideNode{w.clients[id], p}
		w.made[id] = make(chan *opscript.Block, 1000)
	}
	w.start()
	for _, id := range w.ids {
		w.urls[id] = w.serve(id)
	}
	return w
}

// knownL1 knows the made-up L1.
type knownL1 struct{ *opscript.L1 }

// Orphaned implements sequencer.Origins.
func (l knownL1) Orphaned(block chains.BlockRef) bool { return l.Block(block.Number) != block }

// serve runs a chain's proxy until the test ends.
func (w *besideNet) serve(id chains.ChainID) string {
	l, err := stdnet.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		w.t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- w.op.proxies[id].Run(ctx, l, w) }()
	w.t.Cleanup(func() {
		cancel()
		if err := <-ended; err != nil {
			w.t.Error(err)
		}
	})
	return "http://" + l.Addr().String()
}

func (w *besideNet) opNode(id chains.ChainID) *opscript.OpNode {
	n, err := opscript.New(w.t.Context(), opscript.Config{ChainID: id, Rules: w.op.nodes[id].Rules, BlockTime: 1, Engine: w.urls[id], Secret: w.secret, L1: w.l1})
	if err != nil {
		w.t.Fatal(err)
	}
	w.t.Cleanup(n.Close)
	if err := n.Start(w.t.Context()); err != nil {
		w.t.Fatal(err)
	}
	return n
}

// run lets the op-nodes of the chains make blocks until the returned function is called.
func (w *besideNet) run(ids ...chains.ChainID) (stop func()) {
	ctx, cancel := context.WithCancel(context.Background())
	var running sync.WaitGroup
	for _, id := range ids {
		n := w.opNode(id)
		running.Go(func() {
			if err := n.Run(ctx, func(b *opscript.Block, _ time.Duration) { w.made[id] <- b }); err != nil {
				w.t.Error(err)
			}
		})
	}
	stop = sync.OnceFunc(func() { cancel(); running.Wait() })
	w.t.Cleanup(stop)
	for _, id := range ids {
		w.eventually("op-node is not behind any more", func() bool {
			head, err := w.clients[id].Head(w.t.Context())
			if err != nil {
				w.t.Fatal(err)
			}
			return int64(head.Time) >= time.Now().Unix()-2
		})
	}
	return stop
}

// Two op-nodes that are late at first: bundles are in blocks of the same slot, on both
// chains or on none, and what op-node gets is what was promised.
func TestOPStackBeside(t *testing.T) {
	t.Parallel()
	w := newBesideNet(t, 2)
	w.run(a, b)
	for range 5 {
		out := w.submit(w.burn(a, b, ten))
		if out.Refusal != nil || len(out.Bundle.Legs) != 2 {
			t.Fatalf("outcome %+v", out)
		}
		w.sameSlot(out.Bundle)
	}
	w.balanced()
	w.quiet()
}

// The kill switch: op-node goes on by itself, and the sequencer goes on from there.
func TestOPStackBesideSwitchedOff(t *testing.T) {
	t.Parallel()
	w := newBesideNet(t, 2)
	w.run(a, b)
	for range 2 {
		out := w.submit(w.burn(a, b, ten))
		if out.Refusal != nil || len(out.Bundle.Legs) != 2 {
			t.Fatalf("outcome %+v", out)
		}
		w.sameSlot(out.Bundle)
		if err := w.op.proxies[a].SetMode(proxy.Disabled); err != nil {
			t.Fatal(err)
		}
		w.blocks(a, 3)
		if err := w.op.proxies[a].SetMode(proxy.Enabled); err != nil {
			t.Fatal(err)
		}
	}
	out := w.submit(w.burn(a, b, ten))
	if out.Refusal != nil || len(out.Bundle.Legs) != 2 {
		t.Fatalf("outcome %+v", out)
	}
	w.sameSlot(out.Bundle)
	w.balanced()
}

// blocks waits until op-node has made n more blocks.
func (w *besideNet) blocks(id chains.ChainID, n int) {
	w.t.Helper()
	for len(w.made[id]) > 0 {
		<-w.made[id]
	}
	for range n {
		select {
		case <-w.made[id]:
		case <-time.After(hanging):
			w.t.Fatalf("op-node makes no block; %s", w.state())
		}
	}
}

// An op-node that has asked for a block and never fetches it: the block is committed, with
// what joins it to the other chain, and the node is given it. When op-node is back it finds
// the block there, or gets it where it asks for one on the same parent (O2, O3).
func TestOPStackBesideSilent(t *testing.T) {
	t.Parallel()
	w := newBesideNet(t, 2, func(c *proxy.Config) { c.Behind = time.Hour })
	stop := w.run(a, b)
	w.bundle(a, b)
	stop()
	on, silent := w.opNode(a), w.opNode(b)
	for silent.Head.Timestamp != on.Head.Timestamp { // the one that is behind makes blocks until they are even
		behind := on
		if silent.Head.Timestamp < on.Head.Timestamp {
			behind = silent
		}
		if _, err := behind.Slot(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	job, err := silent.Build(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := on.Build(t.Context()); err != nil {
		t.Fatal(err)
	}
	w.eventually("the block is given to the node", func() bool { return w.head(b).Number == silent.Head.Number+1 })
	fetched, err := silent.Fetch(t.Context(), job)
	if err != nil {
		t.Fatal(err)
	}
	if given := w.head(b); fetched.Hash != given.Hash {
		t.Fatalf("op-node gets %s, the node was given %s", fetched.Hash, given.Hash)
	}
	w.run(a, b)
	w.bundle(a, b)
	w.bundle(b, a)
	w.balanced()
}
