package follower

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	beacon "github.com/ethereum/go-ethereum/beacon/engine"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/rpc"
	"go.uber.org/zap/zaptest"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/chainstest"
	"github.com/ssequencer/ssequencer/chains/devnode"
	"github.com/ssequencer/ssequencer/chains/engine"
)

// patience is what only a fault exceeds.
const patience = 2 * time.Minute

// chain is a real node that blocks are built on, and what is kept of them.
type chain struct {
	client *engine.Client
	node   *devnode.Node

	mu    sync.Mutex
	kept  map[chains.BlockRef]*chains.Payload
	refs  []chains.BlockRef
	heads chan chains.BlockRef // for the one that follows
}

func startNode(t *testing.T) (*devnode.Node, *engine.Client) {
	t.Helper()
	n, err := devnode.Start(t.Context(), devnode.Config{ChainID: 901, GasLimit: 30_000_000, GenesisTime: 1_700_000_000}, zaptest.NewLogger(t))
	if err != nil {
		t.Fatal(err)
	}
	attached := n.Attach()
	client, err := engine.NewWithClients(t.Context(), engine.Config{ChainID: 901, Genesis: n.Genesis().ToBlock().Hash()}, attached, attached)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		client.Close()
		if err := n.Close(); err != nil {
			t.Error(err)
		}
	})
	return n, client
}

func newChain(t *testing.T) *chain {
	node, client := startNode(t)
	return &chain{client: client, node: node, kept: make(map[chains.BlockRef]*chains.Payload), heads: make(chan chains.BlockRef, 100)}
}

// extend adopts blocks and announces them.
func (c *chain) extend(t *testing.T, count int) chains.BlockRef {
	t.Helper()
	var ref chains.BlockRef
	for range count {
		head, err := c.client.Head(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		open := chainstest.NextOpen(c.node.ChainConfig(), head, time.Second)
		open.ChainID = 901
		p, err := c.client.Build(t.Context(), open, nil)
		if err != nil {
			t.Fatal(err)
		}
		if err := give(t.Context(), c.client, p); err != nil {
			t.Fatal(err)
		}
		ref = p.Ref()
		c.mu.Lock()
		c.kept[ref], c.refs = p, append(c.refs, ref)
		c.mu.Unlock()
		c.heads <- ref
	}
	return ref
}

func give(ctx context.Context, client *engine.Client, p *chains.Payload) error {
	if err := client.NewPayload(ctx, p); err != nil {
		return err
	}
	return client.Adopt(ctx, p.Hash, common.Hash{}, common.Hash{})
}

// forget drops the oldest blocks.
func (c *chain) forget(count int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, ref := range c.refs[:count] {
		delete(c.kept, ref)
	}
}

func (c *chain) FollowHeads(ctx context.Context, _ chains.ChainID, ready func(), fn func(chains.BlockRef) error) error {
	ready()
	for {
		select {
		case head := <-c.heads:
			if err := fn(head); err != nil {
				return err
			}
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

func (c *chain) Payload(_ context.Context, id chains.ChainID, ref chains.BlockRef) (*chains.Payload, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if p := c.kept[ref]; p != nil && id == 901 {
		return p, nil
	}
	return nil, chains.ErrUnknown
}

// opNode is what is of interest of an op-node that does not sequence: it takes blocks that
// build on its head, and passes over others without a word.
type opNode struct {
	client *engine.Client
	addr   string
	away   atomic.Bool
}

func startOPNode(t *testing.T) *opNode {
	_, client := startNode(t)
	o := &opNode{client: client}
	handler := rpc.NewServer()
	for name, api := range map[string]any{"admin": adminAPI{o}, "optimism": optimismAPI{o}} {
		if err := handler.RegisterName(name, api); err != nil {
			t.Fatal(err)
		}
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if o.away.Load() {
			http.Error(w, "away", http.StatusServiceUnavailable)
			return
		}
		handler.ServeHTTP(w, r)
	}))
	o.addr = server.URL
	t.Cleanup(func() {
		server.Close()
		handler.Stop()
	})
	return o
}

type adminAPI struct{ *opNode }

func (a adminAPI) PostUnsafePayload(ctx context.Context, env struct {
	Payload    json.RawMessage `json:"executionPayload"`
	BeaconRoot common.Hash     `json:"parentBeaconBlockRoot"`
}) error {
	var data beacon.ExecutableData
	if err := json.Unmarshal(env.Payload, &data); err != nil {
		return err
	}
	head, err := a.client.Head(ctx)
	if err != nil || head.Hash() != data.ParentHash {
		return err
	}
	return give(ctx, a.client, &chains.Payload{ChainID: 901, Number: data.Number, Hash: data.BlockHash, Timestamp: data.Timestamp, BeaconRoot: env.BeaconRoot, Raw: env.Payload})
}

type optimismAPI struct{ *opNode }

func (a optimismAPI) SyncStatus(ctx context.Context) (map[string]any, error) {
	head, err := a.client.Head(ctx)
	if err != nil {
		return nil, err
	}
	return map[string]any{"unsafe_l2": map[string]any{"hash": head.Hash(), "number": head.Number.Uint64()}}, nil
}

// await waits until the op-node's head is that block.
func (o *opNode) await(t *testing.T, ref chains.BlockRef) {
	t.Helper()
	for late := time.Now().Add(patience); ; time.Sleep(10 * time.Millisecond) {
		head, err := o.client.Head(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if head.Hash() == ref.Hash {
			return
		}
		if time.Now().After(late) {
			t.Fatalf("after %v the follower is at block %v, not %d", patience, head.Number, ref.Number)
		}
	}
}

// A follower gets every block, those of before it came and those it missed while it was
// away included, and what it has lost again.
func TestFollower(t *testing.T) {
	c, o := newChain(t), startOPNode(t)
	c.extend(t, 3)
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() {
		ended <- Run(ctx, Config{ChainID: 901, URL: o.addr, Retry: 20 * time.Millisecond}, c, zaptest.NewLogger(t))
	}()
	defer func() {
		stop()
		if err := <-ended; !errors.Is(err, context.Canceled) {
			t.Errorf("Run ended with %v", err)
		}
	}()
	o.await(t, c.extend(t, 2))
	o.away.Store(true)
	last := c.extend(t, 5)
	o.away.Store(false)
	o.await(t, last)
	if err := o.client.Call(t.Context(), nil, "debug_setHead", "0x4"); err != nil {
		t.Fatal(err)
	}
	o.await(t, c.extend(t, 1))
}

// A follower that cannot be helped is not sent blocks it can do nothing with.
func TestFollowerBeyondHelp(t *testing.T) {
	c, o := newChain(t), startOPNode(t)
	head := c.extend(t, 5)
	client, err := rpc.Dial(o.addr)
	if err != nil {
		t.Fatal(err)
	}
	defer client.Close()
	f := &follower{cfg: Config{ChainID: 901, Timeout: patience}, blocks: c, log: zaptest.NewLogger(t), client: client}
	c.forget(2)
	if err := f.bring(t.Context(), head); !errors.Is(err, ErrTooFar) {
		t.Errorf("without its oldest blocks: %v", err)
	}
	if _, err := f.missing(t.Context(), chains.BlockRef{Number: 3, Hash: common.Hash{1}}, head); !errors.Is(err, ErrBranch) {
		t.Errorf("with a follower on another branch: %v", err)
	}
	missing, err := f.missing(t.Context(), c.refs[2], head)
	if err != nil || fmt.Sprint(missing) != fmt.Sprint([]chains.BlockRef{c.refs[4], c.refs[3]}) {
		t.Errorf("from block 3: %v, %v", missing, err)
	}
}
