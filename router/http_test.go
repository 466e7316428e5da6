package router_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/gorilla/websocket"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/router"
)

func get(t *testing.T, method, url string, header ...string) *http.Response {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), method, url, strings.NewReader("{}"))
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(header); i += 2 {
		req.Header.Set(header[i], header[i+1])
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
	return resp
}

func TestHTTP(t *testing.T) {
	s := newStage(t)
	e := newEdge(t, s, func(cfg *router.Config) { cfg.Origins = []string{"https://good.example"} })
	for _, c := range []struct {
		method, path string
		header       []string
		want         int
	}{
		{"GET", "/", nil, 405},
		{"PUT", "/901", nil, 405},
		{"POST", "/", nil, 415},
		{"POST", "/", []string{"Content-Type", "text/plain"}, 415},
		{"POST", "/", []string{"Content-Type", "application/json; charset=utf-8"}, 200},
		{"POST", "/", []string{"Content-Type", "application/json", "Origin", "https://bad.example"}, 403},
		{"POST", "/", []string{"Content-Type", "application/json", "Origin", "https://good.example"}, 200},
		{"OPTIONS", "/", []string{"Origin", "https://good.example"}, 204},
		{"GET", "/dashboards", nil, 404},
		{"GET", "/livez", nil, 200},
	} {
		resp := get(t, c.method, e.a+c.path, c.header...)
		if resp.StatusCode != c.want {
			t.Errorf("%s %s %v: %d, want %d", c.method, c.path, c.header, resp.StatusCode, c.want)
		}
		origin := strings.Join(c.header, " ")
		if allowed := resp.Header.Get("Access-Control-Allow-Origin"); (allowed != "") != strings.Contains(origin, "good") {
			t.Errorf("%s %s %v: Access-Control-Allow-Origin %q", c.method, c.path, c.header, allowed)
		}
	}
	if _, _, err := websocket.DefaultDialer.Dial(e.ws(), http.Header{"Origin": {"https://bad.example"}}); err == nil {
		t.Error("a WebSocket from another origin")
	}
}

// TestOwnPage: the dashboard may call where it came from with no origin configured; a
// name that a stranger points to this machine may not.
func TestOwnPage(t *testing.T) {
	e := newEdge(t, newStage(t), func(cfg *router.Config) { cfg.Origins = nil })
	port := e.bare[strings.LastIndex(e.bare, ":"):]
	for _, c := range []struct {
		host, origin string
		want         int
	}{
		{"127.0.0.1" + port, "http://127.0.0.1" + port, 200},
		{"127.0.0.1" + port, "https://127.0.0.1" + port, 200}, // behind a proxy with TLS
		{"localhost" + port, "http://localhost" + port, 200},
		{"[::1]" + port, "http://[::1]" + port, 200},
		{"127.0.0.1" + port, "http://127.0.0.1:1", 403},
		{"127.0.0.1" + port, "http://localhost" + port, 403},
		{"127.0.0.1" + port, "null", 403},
		{"rebound.example" + port, "http://rebound.example" + port, 403},
	} {
		req, err := http.NewRequestWithContext(t.Context(), "POST", e.bare, strings.NewReader("{}"))
		if err != nil {
			t.Fatal(err)
		}
		req.Host = c.host
		req.Header.Set("Origin", c.origin)
		req.Header.Set("Content-Type", "application/json")
		resp, err := http.DefaultClient.Do(req)
		if err != nil {
			t.Fatal(err)
		}
		resp.Body.Close()
		if resp.StatusCode != c.want {
			t.Errorf("host %s, origin %s: %d, want %d", c.host, c.origin, resp.StatusCode, c.want)
		}
	}
	ws, _, err := websocket.DefaultDialer.Dial("ws"+e.bare[len("http"):], http.Header{"Origin": {e.bare}})
	if err != nil {
		t.Fatalf("the page's WebSocket: %v", err)
	}
	ws.Close()
	for path, want := range map[string]int{"/dashboard": 200, "/dashboard/app.js": 200, "/dashboard/x": 404} {
		for _, base := range []string{e.a, e.bare} {
			if got := get(t, "GET", base+path).StatusCode; got != want {
				t.Errorf("%s%s: %d, want %d", base, path, got, want)
			}
		}
	}
}

func TestHealth(t *testing.T) {
	s := newStage(t)
	e := newEdge(t, s)
	check := func(want map[string]int) {
		t.Helper()
		for path, status := range want {
			if got := get(t, "GET", e.bare+path).StatusCode; got != status {
				t.Errorf("%s: %d, want %d", path, got, status)
			}
		}
	}
	check(map[string]int{"/livez": 200, "/readyz": 200, "/healthz": 200})
	s.mu.Lock()
	s.healthy[chainB] = false
	s.mu.Unlock()
	check(map[string]int{"/livez": 200, "/readyz": 200, "/healthz": 206})
	s.mu.Lock()
	s.healthy[chainA] = false
	s.mu.Unlock()
	check(map[string]int{"/livez": 200, "/readyz": 200, "/healthz": 503})
	s.mu.Lock()
	s.ready = false
	s.mu.Unlock()
	check(map[string]int{"/livez": 200, "/readyz": 503, "/healthz": 503})
}

// TestTooManyRequests: what exceeds the places is turned away at once, the rest is served.
func TestTooManyRequests(t *testing.T) {
	alice := newAccount(t, "alice")
	s := newStage(t, alice.addr)
	s.set(func([]*chains.Tx) verdict { return verdict{hold: true} })
	e := newEdge(t, s, func(cfg *router.Config) { cfg.MaxRequests, cfg.MaxConnections = 1, 1 })
	tx := alice.transfer(chainA, 0)
	held := make(chan response, 1)
	go func() {
		held <- ask(t, e.a, "eth_sendRawTransactionSync", `["`+hexutil.Encode(tx.Raw())+`",9000]`)
	}()
	next(t, s.waits)
	status, body := post(t, e.a, `{"jsonrpc":"2.0","id":1,"method":"eth_chainId"}`)
	if status != http.StatusServiceUnavailable || !strings.Contains(body, "-32005") {
		t.Errorf("%d %s", status, body)
	}
	s.settle(t, tx, nil)
	if r := next(t, held); r.Error != nil {
		t.Errorf("the held request: %s", quote(r))
	}
	ws, _, err := websocket.DefaultDialer.Dial(e.ws(), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer ws.Close()
	if _, resp, err := websocket.DefaultDialer.Dial(e.ws(), nil); err == nil || resp.StatusCode != http.StatusServiceUnavailable {
		t.Errorf("one connection too many: %v", err)
	}
}

func TestBatchResponseLimit(t *testing.T) {
	s := newStage(t)
	e := newEdge(t, s, func(cfg *router.Config) { cfg.MaxBatchResponse, cfg.BatchWorkers = 20, 1 })
	_, body := post(t, e.a, `[{"jsonrpc":"2.0","id":1,"method":"eth_chainId"},{"jsonrpc":"2.0","id":2,"method":"eth_getBlockByNumber","params":["0x0",false]}]`)
	if want := `[{"jsonrpc":"2.0","id":1,"result":"0x385"},{"jsonrpc":"2.0","id":2,"error":{"code":-32003,"message":"response too large"}}]`; body != want {
		t.Errorf("got %s", body)
	}
}

// TestNodeDown: a node that does not answer is named; nothing else suffers.
func TestNodeDown(t *testing.T) {
	s := newStage(t)
	e := newEdge(t, s)
	s.chains[chainA].rpc.Close()
	r := ask(t, e.a, "eth_gasPrice", `[]`)
	if r.Error == nil || r.Error.Code != -32603 || r.Error.Message != "the node of chain 901 does not answer" {
		t.Errorf("got %s", quote(r))
	}
	result(t, e.a, "eth_chainId", `[]`)
	result(t, e.bare+"/902", "eth_gasPrice", `[]`)
}

func TestConfig(t *testing.T) {
	s := newStage(t)
	rules := s.chains[chainA].node.ChainConfig()
	nodes := map[chains.ChainID]router.Node{chainA: passNode{}}
	for name, change := range map[string]func(*router.Config){
		"no chains":     func(c *router.Config) { c.Chains = nil },
		"twice":         func(c *router.Config) { c.Chains = append(c.Chains, c.Chains[0]) },
		"no rules":      func(c *router.Config) { c.Chains[0].Rules = nil },
		"no node":       func(c *router.Config) { c.Chains[0].ID = chainB },
		"no limit":      func(c *router.Config) { c.MaxBatch = 0 },
		"wait too long": func(c *router.Config) { c.MaxSyncTimeout = time.Hour },
	} {
		cfg := router.DefaultConfig()
		cfg.Chains = []router.Chain{{ID: chainA, Rules: rules}}
		change(&cfg)
		deps := router.Deps{Admission: s, Pending: s, Simulator: s, Decided: s, Blocks: s, Records: s, Payloads: s, Streams: s, Heads: s, Batches: s, Health: s, Nodes: nodes}
		if _, err := router.New(cfg, deps, zap.NewNop()); err == nil {
			t.Errorf("%s: accepted", name)
		} else {
			fmt.Fprintln(t.Output(), name+":", err)
		}
	}
	cfg := router.DefaultConfig()
	cfg.Chains = []router.Chain{{ID: chainA, Rules: rules}}
	if _, err := router.New(cfg, router.Deps{Nodes: nodes}, zap.NewNop()); err == nil {
		t.Error("no dependencies: accepted")
	}
}
