package router_test

import (
	"bytes"
	"context"
	"crypto/ecdsa"
	"encoding/json"
	"io"
	"math/big"
	"net"
	"net/http"
	"testing"

	"github.com/ethereum/go-ethereum/consensus/misc/eip1559"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"
	"go.uber.org/zap/zaptest"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/devnode"
	"github.com/ssequencer/ssequencer/router"
)

func nextBaseFee(head *types.Header) *big.Int {
	return eip1559.CalcBaseFee(devnode.ChainConfig(chainA), head)
}

// edge is a running router over a stage, with one listener for chain A and one without a
// chain of its own.
type edge struct {
	stage *stage
	a     string // URL of chain A's listener
	bare  string // URL of the chain-agnostic listener
	stop  func() // stops it and waits
}

func (e *edge) ws() string { return "ws" + e.a[len("http"):] }

func newEdge(t *testing.T, s *stage, change ...func(*router.Config)) *edge {
	t.Helper()
	cfg := router.DefaultConfig()
	cfg.Version, cfg.Origins = "ssequencer/test", []string{"*"}
	deps := router.Deps{
		Admission: s, Pending: s, Simulator: s, Decided: s, Blocks: s, Records: s, Payloads: s, Streams: s, Heads: s, Batches: s, Health: s,
		Nodes: make(map[chains.ChainID]router.Node),
	}
	for id, c := range s.chains {
		cfg.Chains = append(cfg.Chains, router.Chain{ID: id, Rules: c.node.ChainConfig()})
		deps.Nodes[id] = passNode{c.rpc}
	}
	for _, fn := range change {
		fn(&cfg)
	}
	server, err := router.New(cfg, deps, zaptest.NewLogger(t))
	if err != nil {
		t.Fatal(err)
	}
	listeners := []router.Listener{{Listener: listen(t), Chain: chainA}, {Listener: listen(t)}}
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- server.Serve(ctx, listeners) }()
	stopped := false
	e := &edge{stage: s, a: "http://" + listeners[0].Addr().String(), bare: "http://" + listeners[1].Addr().String()}
	e.stop = func() {
		if stopped {
			return
		}
		stopped = true
		cancel()
		if err := <-done; err != nil {
			t.Errorf("Serve: %v", err)
		}
	}
	t.Cleanup(e.stop)
	return e
}

func listen(t *testing.T) net.Listener {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// post sends a body and returns status and response body.
func post(t *testing.T, url, body string) (int, string) {
	t.Helper()
	resp, err := http.Post(url, "application/json", bytes.NewReader([]byte(body)))
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	out, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return resp.StatusCode, string(out)
}

type response struct {
	ID     json.RawMessage `json:"id"`
	Result json.RawMessage `json:"result"`
	Error  *router.Error   `json:"error"`
}

// ask makes one call with params given as JSON.
func ask(t *testing.T, url, method, params string) response {
	t.Helper()
	_, body := post(t, url, `{"jsonrpc":"2.0","id":1,"method":"`+method+`","params":`+params+`}`)
	var r response
	if err := json.Unmarshal([]byte(body), &r); err != nil {
		t.Fatalf("%s: %v: %s", method, err, body)
	}
	return r
}

// result is ask where no error is expected.
func result(t *testing.T, url, method, params string) string {
	t.Helper()
	r := ask(t, url, method, params)
	if r.Error != nil {
		t.Fatalf("%s%s: %d %s", method, params, r.Error.Code, r.Error.Message)
	}
	return string(r.Result)
}

func quote(v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return string(b)
}

func u256(n uint64) *uint256.Int { return uint256.NewInt(n) }

// signedAuthorization delegates the account made from a seed to the emitter (EIP-7702).
func signedAuthorization(t *testing.T, seed string, id chains.ChainID) types.SetCodeAuthorization {
	t.Helper()
	auth, err := types.SignSetCode(testKey(t, seed), types.SetCodeAuthorization{ChainID: *u256(uint64(id)), Address: emitter})
	if err != nil {
		t.Fatal(err)
	}
	return auth
}

func testKey(t *testing.T, seed string) *ecdsa.PrivateKey {
	t.Helper()
	key, err := crypto.ToECDSA(crypto.Keccak256([]byte(seed)))
	if err != nil {
		t.Fatal(err)
	}
	return key
}
