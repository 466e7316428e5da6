package proxy_test

import (
	"bytes"
	"context"
	"crypto/ecdsa"
	"encoding/json"
	"fmt"
	"io"
	"math/big"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/engine"
	"github.com/ssequencer/ssequencer/chains/proxy"
	"github.com/ssequencer/ssequencer/test/opgeth"
	"github.com/ssequencer/ssequencer/test/opscript"
	"github.com/ssequencer/ssequencer/tracer/shard"
)

// opWorld is an op-node, a proxy and an op-geth, with a sequencer that fills blocks by the
// same client of the node as the real one.
type opWorld struct {
	node  *opgeth.Node
	proxy *proxy.Proxy
	seq   *opFiller
	url   string
	wire  *wire
	l1    *opscript.L1
}

func newOPWorld(t testing.TB, settings ...setting) *opWorld {
	t.Helper()
	key := must(crypto.GenerateKey())(t)
	ether := new(big.Int).Mul(big.NewInt(1000), big.NewInt(params.Ether))
	w := &opWorld{l1: &opscript.L1{GenesisTime: genesisTime}}
	w.node = opgeth.Start(t, opgeth.Config{
		ChainID: opChain, Fork: chains.Jovian, GenesisTime: genesisTime, GasLimit: 60_000_000, DataDir: t.TempDir(),
		Alloc: types.GenesisAlloc{crypto.PubkeyToAddress(key.PublicKey): {Balance: ether}},
	})
	client := must(engine.Dial(t.Context(), w.node.EngineConfig()))(t)
	t.Cleanup(client.Close)
	at := w.node.Engine
	if _, measured := t.(*testing.B); !measured {
		w.wire = record(t, at)
		at = w.wire.url
	}
	cfg := proxy.Config{ChainID: opChain, NodeURL: at, NodeSecret: w.node.Secret, Secret: secret, Patience: patience, Behind: ages}
	deps := proxy.Deps{Node: client, Log: zap.NewNop()}
	for _, set := range settings {
		set(&cfg, &deps)
	}
	w.proxy = must(proxy.New(cfg, deps))(t)
	w.seq = &opFiller{client: client, proxy: w.proxy, rules: w.node.Rules, key: key, committed: map[common.Hash]*chains.Payload{}}
	w.url = serve(t, w.proxy, w.seq)
	t.Cleanup(w.seq.adopting.Wait)
	return w
}

func (w *opWorld) opNode(t testing.TB, transport http.RoundTripper) *opscript.OpNode {
	t.Helper()
	n := must(opscript.New(t.Context(), opscript.Config{
		ChainID: opChain, Rules: w.node.Rules, BlockTime: 2, Engine: w.url, Secret: secret, L1: w.l1, Transport: transport, Deposits: deposits(t),
	}))(t)
	t.Cleanup(n.Close)
	if err := n.Start(t.Context()); err != nil {
		t.Fatal(err)
	}
	return n
}

// deposits gives the first block of each L1 origin a user deposit.
func deposits(t testing.TB) func(uint64) []*chains.Tx {
	return func(number uint64) []*chains.Tx {
		to := common.Address{0xaa}
		tx, err := chains.NewDepositTx(opChain, &chains.Deposit{
			SourceHash: chains.UserDepositSource(common.Hash{1}, number), From: common.Address{0xbb}, To: &to,
			Mint: big.NewInt(params.GWei), Value: big.NewInt(params.GWei), Gas: 100_000,
		})
		if err != nil {
			t.Error(err)
		}
		return []*chains.Tx{tx}
	}
}

// opFiller is a sequencer of one chain that puts transfers after the deposits.
type opFiller struct {
	client   *engine.Client
	proxy    *proxy.Proxy
	rules    *chains.OPStack
	key      *ecdsa.PrivateKey
	adopting sync.WaitGroup

	mu        sync.Mutex
	transfers int // in each block
	nonce     uint64
	committed map[common.Hash]*chains.Payload
	failed    error // of an adoption
}

// Wake implements proxy.Sequencer.
func (f *opFiller) Wake() {}

// SealNow implements proxy.Sequencer.
func (f *opFiller) SealNow(ctx context.Context, _ chains.ChainID, parent common.Hash) (*chains.Payload, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if b := f.committed[parent]; b != nil {
		return b, nil
	}
	if ctx.Err() != nil {
		return nil, proxy.ErrNoBlock
	}
	return f.commit(ctx, parent)
}

// commitAhead commits a block that nobody has asked for yet.
func (f *opFiller) commitAhead(ctx context.Context, parent common.Hash) (*chains.Payload, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.commit(ctx, parent)
}

func (f *opFiller) commit(ctx context.Context, parent common.Hash) (*chains.Payload, error) {
	in, err := f.proxy.Next(&chains.Parent{ChainID: opChain, Hash: parent}, 0)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", proxy.ErrNoBlock, err)
	}
	header, err := f.client.Head(ctx)
	if err != nil {
		return nil, err
	}
	s, err := shard.New(shard.Config{ChainID: opChain, OP: f.rules}, nil, shard.HeadOf(header))
	if err != nil {
		return nil, err
	}
	fork := f.rules.Fork(in.Timestamp)
	market := f.rules.FeeMarket()
	market.MinBaseFee = in.FeeMarket.MinBaseFee
	open := &chains.Open{
		ChainID: opChain, Number: header.Number.Uint64() + 1, ParentHash: parent, Timestamp: in.Timestamp, PrevRandao: in.PrevRandao,
		FeeRecipient: in.FeeRecipient, GasLimit: in.GasLimit, BaseFee: s.NextBaseFee(), BeaconRoot: in.BeaconRoot, ExtraData: market.ExtraData(fork),
		L1Origin: in.L1Origin,
	}
	b, err := f.client.Build(ctx, open, append(slices.Clone(in.Deposits), f.list()...))
	if err == nil {
		err = f.proxy.MayCommit(ctx, b)
	}
	if err == nil {
		err = f.client.NewPayload(ctx, b)
	}
	if err != nil {
		return nil, err
	}
	f.committed[parent] = b
	f.adopting.Go(func() {
		if err := f.proxy.Adopt(context.WithoutCancel(ctx), b.Hash); err != nil {
			f.mu.Lock()
			defer f.mu.Unlock()
			f.failed = err
		}
	})
	return b, nil
}

func (f *opFiller) list() [][]byte {
	var list [][]byte
	for range f.transfers {
		tx := types.MustSignNewTx(f.key, types.LatestSignerForChainID(opChain.Big()), &types.DynamicFeeTx{
			ChainID: opChain.Big(), Nonce: f.nonce, GasTipCap: big.NewInt(1), GasFeeCap: big.NewInt(100 * params.GWei), Gas: 21_000, To: &common.Address{1}, Value: big.NewInt(1),
		})
		raw, err := tx.MarshalBinary()
		if err != nil {
			panic(err)
		}
		list, f.nonce = append(list, raw), f.nonce+1
	}
	return list
}

// wire notes what goes to a node and what comes back.
type wire struct {
	url string

	mu    sync.Mutex
	calls []exchanged
}

type exchanged struct{ request, response string }

func (w *wire) note(request, response []byte) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.calls = append(w.calls, exchanged{string(request), string(response)})
}

func (w *wire) take() []exchanged {
	w.mu.Lock()
	defer w.mu.Unlock()
	calls := w.calls
	w.calls = nil
	return calls
}

// record stands before a node and notes what passes.
func record(t testing.TB, target string) *wire {
	t.Helper()
	u := must(url.Parse(target))(t)
	w := &wire{}
	reverse := httputil.NewSingleHostReverseProxy(u)
	transport := &noting{wire: w, next: &http.Transport{DisableCompression: true, MaxIdleConnsPerHost: 8}}
	reverse.Transport = transport
	server := httptest.NewServer(reverse)
	t.Cleanup(server.Close)
	t.Cleanup(transport.next.CloseIdleConnections)
	w.url = server.URL
	return w
}

// noting is a transport that notes what it carries.
type noting struct {
	wire *wire
	next *http.Transport
}

// RoundTrip implements http.RoundTripper.
func (n *noting) RoundTrip(r *http.Request) (*http.Response, error) {
	request, err := io.ReadAll(r.Body)
	if err != nil {
		return nil, err
	}
	r = r.Clone(r.Context())
	r.Body = io.NopCloser(bytes.NewReader(request))
	r.Header.Set("Accept-Encoding", "identity")
	resp, err := n.next.RoundTrip(r)
	if err != nil {
		return nil, err
	}
	response, err := io.ReadAll(resp.Body)
	if err != nil {
		return nil, err
	}
	resp.Body.Close()
	resp.Body = io.NopCloser(bytes.NewReader(response))
	n.wire.note(request, response)
	return resp, nil
}

// The wire transcript: what op-node sends is what the node receives, and what the node
// answers is what op-node gets, except that attributes are taken out of forkchoiceUpdated,
// whose answer gets an id, and that getPayload is answered here.
func TestOPStackTranscript(t *testing.T) {
	w := newOPWorld(t)
	w.seq.transfers = 3
	sent := &wire{}
	transport := &noting{wire: sent, next: &http.Transport{DisableCompression: true}}
	t.Cleanup(transport.next.CloseIdleConnections)
	n := w.opNode(t, transport)
	for range 8 {
		if b := must(n.Slot(t.Context()))(t); b.Txs < 4 {
			t.Fatalf("block %d has %d transactions", b.Number, b.Txs)
		}
	}
	received := w.wire.take()
	for _, e := range sent.take() {
		var c struct {
			Method string            `json:"method"`
			Params []json.RawMessage `json:"params"`
		}
		if err := json.Unmarshal([]byte(e.request), &c); err != nil {
			t.Fatal(err)
		}
		held := c.Method == "engine_forkchoiceUpdatedV3" && string(c.Params[1]) != "null"
		if strings.HasPrefix(c.Method, "engine_getPayload") {
			continue
		}
		if len(received) == 0 {
			t.Fatalf("%s has not reached the node", c.Method)
		}
		got := received[0]
		received = received[1:]
		if held {
			want := strings.Replace(e.request, string(c.Params[1]), "null", 1)
			if !sameJSON(t, want, got.request) || strings.Contains(got.request, "timestamp") {
				t.Errorf("op-node sent %s, the node has got %s", e.request, got.request)
			}
			continue
		}
		if got.request != e.request || got.response != e.response {
			t.Errorf("op-node sent %s, the node has got %s; it answered %s, op-node has got %s", e.request, got.request, got.response, e.response)
		}
	}
	if len(received) != 0 {
		t.Errorf("the node has got %d more calls: %v", len(received), received[0])
	}
}

func sameJSON(t *testing.T, a, b string) bool {
	t.Helper()
	var x, y any
	if json.Unmarshal([]byte(a), &x) != nil || json.Unmarshal([]byte(b), &y) != nil {
		t.Fatalf("%q or %q is no JSON", a, b)
	}
	return fmt.Sprint(x) == fmt.Sprint(y)
}

// A life of an op-node: start, slots, bursts of a late one, death between getPayload and
// newPayload, and between newPayload and forkchoiceUpdated, an L1 reorg's other
// attributes, conductor's retry, cancelled jobs, blocks handed over, and the node's own.
// Every committed block is in the chain, once, and op-geth agrees with each.
func TestOPStackLife(t *testing.T) {
	admin := must(opscript.ServeAdmin())(t)
	t.Cleanup(admin.Close)
	remote := must(proxy.Dial(t.Context(), admin.URL))(t)
	t.Cleanup(remote.Close)
	w := newOPWorld(t, func(c *proxy.Config, d *proxy.Deps) {
		c.BlockTime, c.Earliest, d.OpNode = time.Second, time.Hour, remote
	})
	w.seq.transfers = 2
	n := w.opNode(t, nil)
	for round := range 5 {
		for range 4 {
			must(n.Slot(t.Context()))(t)
		}
		job := must(n.Build(t.Context()))(t)
		fetched := must(n.Fetch(t.Context(), job))(t)
		if round%2 == 0 {
			if err := n.Give(t.Context(), fetched); err != nil {
				t.Fatal(err)
			}
		}
		n.Close()
		n = w.opNode(t, nil)
		if n.Head.Hash == fetched.Parent { // else the proxy has been faster and has given it to the node
			w.l1.Reorg()
			again := must(n.Fetch(t.Context(), must(n.Build(t.Context()))(t)))(t)
			if again.Hash != fetched.Hash {
				t.Fatalf("block %s instead of %s after a restart", again.Hash, fetched.Hash)
			}
			if err := n.Insert(t.Context(), again); err != nil {
				t.Fatal(err)
			}
		}
		must(n.Build(t.Context()))(t)
		ahead := must(w.seq.commitAhead(t.Context(), n.Head.Hash))(t)
		posted := must(admin.Posted(t.Context()))(t)
		for posted.Hash != ahead.Hash { // one of before, handed over while op-node was dead
			posted = must(admin.Posted(t.Context()))(t)
		}
		if err := n.Insert(t.Context(), posted); err != nil {
			t.Fatal(err)
		}
		if err := w.proxy.SetMode(proxy.Disabled); err != nil {
			t.Fatal(err)
		}
		must(n.Slot(t.Context()))(t)
		if err := w.proxy.SetMode(proxy.Enabled); err != nil {
			t.Fatal(err)
		}
	}
	w.seq.adopting.Wait()
	if w.seq.failed != nil {
		t.Error(w.seq.failed)
	}
	checkChain(t, w)
}

// checkChain checks that every committed block is in the node's chain.
func checkChain(t *testing.T, w *opWorld) {
	t.Helper()
	w.seq.mu.Lock()
	defer w.seq.mu.Unlock()
	for _, b := range w.seq.committed {
		hash := must(w.seq.client.BlockHash(t.Context(), b.Number))(t)
		if hash != b.Hash {
			t.Errorf("block %d is %s, committed was %s", b.Number, hash, b.Hash)
		}
	}
	head := must(w.seq.client.Head(t.Context()))(t)
	t.Logf("%d blocks, %d of them the sequencer's", head.Number, len(w.seq.committed))
}
