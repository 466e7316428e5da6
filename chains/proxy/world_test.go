package proxy_test

import (
	"context"
	"encoding/json"
	"errors"
	"net"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/proxy"
	"github.com/ssequencer/ssequencer/test/opscript"
)

const opChain chains.ChainID = 901

// secret is what op-node authenticates itself with, nodeSecret what the proxy does.
var (
	secret     = [32]byte{1}
	nodeSecret = [32]byte{2}
)

// patience is for what only a fault makes late.
const patience = 2 * time.Minute

// ages is longer than any block here is late.
const ages = 100 * 365 * 24 * time.Hour

// world is an op-node, a proxy, and a node.
type world struct {
	node  *stubNode
	proxy *proxy.Proxy
	seq   *filler
	url   string
	rules *chains.OPStack
	l1    *opscript.L1
}

// setting changes how a world is made.
type setting func(*proxy.Config, *proxy.Deps)

func newWorld(t *testing.T, settings ...setting) *world {
	t.Helper()
	zero := new(uint64)
	w := &world{
		node: serveStub(t), l1: &opscript.L1{GenesisTime: genesisTime},
		rules: &chains.OPStack{Ecotone: zero, Fjord: zero, Granite: zero, Holocene: zero, Isthmus: zero, Jovian: zero},
	}
	cfg := proxy.Config{ChainID: opChain, NodeURL: w.node.url, NodeSecret: nodeSecret, Secret: secret, Patience: patience, Behind: ages}
	deps := proxy.Deps{Node: headSetter{w.node}, Log: zap.NewNop()}
	for _, set := range settings {
		set(&cfg, &deps)
	}
	var err error
	if w.proxy, err = proxy.New(cfg, deps); err != nil {
		t.Fatal(err)
	}
	w.seq = &filler{node: w.node, proxy: w.proxy, woken: make(chan struct{}, 1)}
	w.url = serve(t, w.proxy, w.seq)
	return w
}

// serve runs a proxy until the test ends.
func serve(t testing.TB, p *proxy.Proxy, s proxy.Sequencer) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- p.Run(ctx, l, s) }()
	t.Cleanup(func() {
		cancel()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
	return "http://" + l.Addr().String()
}

// opNode starts an op-node before the proxy.
func (w *world) opNode(t *testing.T) *opscript.OpNode {
	t.Helper()
	return w.opNodeAt(t, w.url)
}

func (w *world) opNodeAt(t *testing.T, url string) *opscript.OpNode {
	t.Helper()
	n, err := opscript.New(t.Context(), opscript.Config{
		ChainID: opChain, Rules: w.rules, BlockTime: 2, Engine: url, Secret: secret, L1: w.l1,
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(n.Close)
	if err := n.Start(t.Context()); err != nil {
		t.Fatal(err)
	}
	return n
}

func must[T any](v T, err error) func(testing.TB) T {
	return func(t testing.TB) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

// headSetter is the node as the proxy adopts blocks on it.
type headSetter struct{ n *stubNode }

func (h headSetter) Adopt(_ context.Context, head, _, _ common.Hash) error {
	h.n.mu.Lock()
	defer h.n.mu.Unlock()
	if h.n.blocks[head] == nil {
		return errors.New("unknown block")
	}
	h.n.head = head
	return nil
}

// BlockHash implements proxy.Node.
func (h headSetter) BlockHash(_ context.Context, number uint64) (common.Hash, error) {
	h.n.mu.Lock()
	defer h.n.mu.Unlock()
	for b := h.n.blocks[h.n.head]; b != nil; b = h.n.blocks[b.ParentHash] {
		if uint64(b.Number) == number {
			return b.Hash, nil
		}
	}
	return common.Hash{}, chains.ErrUnknown
}

// HeaderByHash implements proxy.Node.
func (h headSetter) HeaderByHash(_ context.Context, hash common.Hash) (*types.Header, error) {
	h.n.mu.Lock()
	defer h.n.mu.Unlock()
	if h.n.blocks[hash] == nil {
		return nil, chains.ErrUnknown
	}
	return new(types.Header), nil
}

// filler is a sequencer of one chain: it puts its transactions after the deposits and
// commits what it is asked for.
type filler struct {
	node  *stubNode
	proxy *proxy.Proxy
	woken chan struct{}

	mu        sync.Mutex
	txs       [][]byte
	away      bool // it has no block
	opens     bool // it has none, and opens one just then
	opened    *chains.Inputs
	failing   error         // what it answers
	hold      chan struct{} // while not nil, sealing waits for it
	committed map[common.Hash]*chains.Payload
	sealed    int
	adopted   []chan error
}

// Wake implements proxy.Sequencer.
func (f *filler) Wake() {
	select {
	case f.woken <- struct{}{}:
	default:
	}
}

func (f *filler) set(change func(*filler)) {
	f.mu.Lock()
	defer f.mu.Unlock()
	change(f)
}

func (f *filler) commits() int {
	f.mu.Lock()
	defer f.mu.Unlock()
	return len(f.committed)
}

// SealNow implements proxy.Sequencer.
func (f *filler) SealNow(ctx context.Context, _ chains.ChainID, parent common.Hash) (*chains.Payload, error) {
	f.mu.Lock()
	hold, failing := f.hold, f.failing
	f.sealed++
	f.mu.Unlock()
	if failing != nil {
		return nil, failing
	}
	if hold != nil {
		select {
		case <-hold:
		case <-ctx.Done():
		}
	}
	if p := f.committedOn(parent); p != nil {
		return p, nil
	}
	if ctx.Err() != nil || f.opensNow(parent) {
		return nil, proxy.ErrNoBlock
	}
	return f.commit(ctx, parent)
}

func (f *filler) opensNow(parent common.Hash) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	if !f.opens {
		return false
	}
	in, err := f.proxy.Next(&chains.Parent{ChainID: opChain, Hash: parent}, 0)
	f.opens, f.opened = false, in
	return err == nil
}

func (f *filler) committedOn(parent common.Hash) *chains.Payload {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.committed[parent]
}

// commit builds a block on parent, commits it, and begins to adopt it.
func (f *filler) commit(ctx context.Context, parent common.Hash) (*chains.Payload, error) {
	f.mu.Lock()
	away, txs, opened := f.away, f.txs, f.opened
	f.mu.Unlock()
	if away {
		return nil, proxy.ErrNoBlock
	}
	in, err := f.proxy.Next(&chains.Parent{ChainID: opChain, Hash: parent}, 0)
	if err != nil {
		in = opened
	}
	if in == nil {
		return nil, proxy.ErrNoBlock
	}
	b := &stubBlock{ParentHash: parent, Timestamp: hexutil.Uint64(in.Timestamp), GasLimit: hexutil.Uint64(in.GasLimit)}
	for _, raw := range append(append([][]byte{}, in.Deposits...), txs...) {
		b.Transactions = append(b.Transactions, raw)
	}
	f.node.mu.Lock()
	b.Number = f.node.blocks[parent].Number + 1
	f.node.blocks[b.seal().Hash] = b
	f.node.mu.Unlock()
	raw, err := json.Marshal(b)
	if err != nil {
		return nil, err
	}
	p := &chains.Payload{ChainID: opChain, Number: uint64(b.Number), Hash: b.Hash, ParentHash: parent, Timestamp: in.Timestamp, BeaconRoot: in.BeaconRoot, Raw: raw}
	if err := f.proxy.MayCommit(ctx, p); err != nil {
		return nil, proxy.ErrNoBlock
	}
	adopted := make(chan error, 1)
	f.mu.Lock()
	if f.committed == nil {
		f.committed = map[common.Hash]*chains.Payload{}
	}
	f.committed[parent] = p
	f.adopted = append(f.adopted, adopted)
	f.mu.Unlock()
	go func() { adopted <- f.proxy.Adopt(context.WithoutCancel(ctx), p.Hash) }()
	return p, nil
}

// waitAdopted waits until the last committed block is adopted.
func (f *filler) waitAdopted(t *testing.T) error {
	t.Helper()
	f.mu.Lock()
	last := f.adopted[len(f.adopted)-1]
	f.mu.Unlock()
	select {
	case err := <-last:
		return err
	case <-time.After(patience):
		t.Fatal("the block is never adopted")
		return nil
	}
}
