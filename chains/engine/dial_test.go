package engine_test

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/devnode"
	"github.com/ssequencer/ssequencer/chains/engine"
	"github.com/ssequencer/ssequencer/test/ports"
)

func startNode(t *testing.T, id chains.ChainID) *devnode.Node {
	t.Helper()
	n, err := devnode.Start(t.Context(), devnode.Config{ChainID: id, GasLimit: 30_000_000, GenesisTime: 1_700_000_000}, zap.NewNop())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := n.Close(); err != nil {
			t.Error(err)
		}
	})
	return n
}

func config(n *devnode.Node) engine.Config {
	return engine.Config{ChainID: n.ChainID(), EngineURL: n.AuthHTTP(), RPCURL: n.HTTP(), JWTSecret: n.JWTSecret()}
}

// closedURL is a loopback URL at which nobody listens until the test does.
func closedURL(t *testing.T) string {
	t.Helper()
	return fmt.Sprintf("http://127.0.0.1:%d", ports.Free(t))
}

// A node that is not the wanted one is named, with what is wrong about it.
func TestDialNamesWhatIsWrong(t *testing.T) {
	node, other := startNode(t, 901), startNode(t, 902)
	down := closedURL(t)
	genesis := node.Genesis().ToBlock().Hash()
	for name, c := range map[string]struct {
		spoil func(*engine.Config)
		want  error
		says  []string
	}{
		"engine down":       {func(c *engine.Config) { c.EngineURL = down }, engine.ErrUnreachable, []string{down}},
		"rpc down":          {func(c *engine.Config) { c.RPCURL = down }, engine.ErrUnreachable, []string{down}},
		"rpc of another":    {func(c *engine.Config) { c.RPCURL = other.HTTP() }, engine.ErrWrongChain, []string{other.HTTP(), "902", "901"}},
		"engine of another": {func(c *engine.Config) { c.EngineURL, c.JWTSecret = other.AuthHTTP(), other.JWTSecret() }, engine.ErrWrongChain, []string{other.AuthHTTP()}},
		"wrong secret":      {func(c *engine.Config) { c.JWTSecret[0]++ }, engine.ErrUnauthorized, []string{node.AuthHTTP()}},
		"not an engine":     {func(c *engine.Config) { c.EngineURL = c.RPCURL }, engine.ErrUnsupported, []string{node.HTTP()}},
		"other genesis":     {func(c *engine.Config) { c.Genesis = common.Hash{1} }, engine.ErrWrongGenesis, []string{genesis.Hex(), common.Hash{1}.Hex()}},
	} {
		t.Run(name, func(t *testing.T) {
			cfg := config(node)
			c.spoil(&cfg)
			_, err := engine.Dial(t.Context(), cfg)
			if !errors.Is(err, c.want) {
				t.Fatalf("got %v, want %v", err, c.want)
			}
			for _, part := range append(c.says, "chain 901") {
				if !strings.Contains(err.Error(), part) {
					t.Errorf("%q does not say %q", err, part)
				}
			}
		})
	}
	cfg := config(node)
	cfg.Genesis = genesis
	client, err := engine.Dial(t.Context(), cfg)
	if err != nil {
		t.Fatal(err)
	}
	client.Close()
}

// A node that hangs costs no more than the timeout of the call.
func TestTimeout(t *testing.T) {
	release := make(chan struct{})
	server := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		select {
		case <-release:
		case <-r.Context().Done():
		}
	}))
	defer server.Close()
	defer close(release)
	_, err := engine.Dial(t.Context(), engine.Config{ChainID: 1, EngineURL: server.URL, RPCURL: server.URL, Timeouts: engine.Timeouts{Read: 20 * time.Millisecond}})
	if !errors.Is(err, engine.ErrUnreachable) || !errors.Is(err, context.DeadlineExceeded) {
		t.Fatal(err)
	}
}

// A node that is down when it is dialled is checked when it is there; one of another chain
// is never used.
func TestLater(t *testing.T) {
	n := startNode(t, 901)
	for name, id := range map[string]chains.ChainID{"the wanted one": 901, "another chain": 902} {
		cfg := config(n)
		cfg.ChainID, cfg.RPCURL, cfg.Later = id, closedURL(t), true
		c, err := engine.Dial(t.Context(), cfg)
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
		if _, err := c.Head(t.Context()); !errors.Is(err, engine.ErrUnreachable) {
			t.Fatalf("%s, down: %v", name, err)
		}
		target, err := url.Parse(n.HTTP())
		if err != nil {
			t.Fatal(err)
		}
		l, err := net.Listen("tcp", strings.TrimPrefix(cfg.RPCURL, "http://"))
		if err != nil {
			t.Fatal(err)
		}
		server := &http.Server{Handler: httputil.NewSingleHostReverseProxy(target)}
		go server.Serve(l)
		defer server.Close()
		_, err = c.Head(t.Context())
		if want := map[bool]error{true: nil, false: engine.ErrWrongChain}[id == 901]; !errors.Is(err, want) {
			t.Fatalf("%s, up: %v", name, err)
		}
	}
}

// BenchmarkReads is the price of a shard's first touches over HTTP.
func BenchmarkReads(b *testing.B) {
	n, err := devnode.Start(b.Context(), devnode.Config{ChainID: 901, GasLimit: 30_000_000, GenesisTime: 1_700_000_000}, zap.NewNop())
	if err != nil {
		b.Fatal(err)
	}
	defer n.Close()
	c, err := engine.Dial(b.Context(), config(n))
	if err != nil {
		b.Fatal(err)
	}
	defer c.Close()
	head, err := c.Head(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	for _, count := range []int{1, 16, 256} {
		addrs, keys := make([]common.Address, count), make([]chains.StorageKey, count)
		for i := range count {
			addrs[i] = common.Address{18: byte(i >> 8), 19: byte(i)}
			keys[i] = chains.StorageKey{Address: addrs[i%4], Slot: common.Hash{31: byte(i)}}
		}
		b.Run(fmt.Sprintf("accounts/%d", count), func(b *testing.B) {
			for b.Loop() {
				if _, err := c.Accounts(b.Context(), head.Hash(), addrs); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run(fmt.Sprintf("slots/%d", count), func(b *testing.B) {
			for b.Loop() {
				if _, err := c.Storage(b.Context(), head.Hash(), keys); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
