package proxy_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/node"
	"github.com/ethereum/go-ethereum/rpc"
	"github.com/golang-jwt/jwt/v4"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains/proxy"
	"github.com/ssequencer/ssequencer/test/opscript"
)

// post sends a request as it is, with a good token.
func post(t *testing.T, url, body string, header http.Header) (*http.Response, string) {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, url, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	req.Header = header.Clone()
	if req.Header == nil {
		req.Header = http.Header{}
	}
	if req.Header.Get("Authorization") == "" {
		if err := node.NewJWTAuth(secret)(req.Header); err != nil {
			t.Fatal(err)
		}
	}
	transport := &http.Transport{DisableCompression: true}
	defer transport.CloseIdleConnections()
	resp, err := (&http.Client{Transport: transport}).Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	raw, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return resp, string(raw)
}

// What the proxy is not there to change reaches the node byte for byte, and so does the
// answer: errors, batches, odd spacing, ids of any form, compressed answers, and what is
// no JSON at all.
func TestPassesUnchanged(t *testing.T) {
	var got string
	var answer []byte
	status := http.StatusOK
	header := http.Header{"Content-Type": {"application/json"}}
	upstream := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		raw, err := io.ReadAll(r.Body)
		if err != nil {
			t.Error(err)
		}
		got = string(raw)
		for name, values := range header {
			w.Header()[name] = values
		}
		w.WriteHeader(status)
		w.Write(answer)
	}))
	defer upstream.Close()
	p := must(proxy.New(proxy.Config{ChainID: opChain, NodeURL: upstream.URL, NodeSecret: nodeSecret, Secret: secret}, proxy.Deps{Log: zap.NewNop()}))(t)
	url := serve(t, p, &filler{away: true, woken: make(chan struct{}, 1)})
	hash := common.Hash{1}.Hex()
	for _, body := range []string{
		`{"jsonrpc":"2.0","id":7,"method":"eth_chainId"}`,
		`{ "method" : "eth_getBlockByHash","params":["` + hash + `", true], "id":"a\u0041", "jsonrpc":"2.0" }`,
		`[{"jsonrpc":"2.0","id":1,"method":"eth_chainId"},{"jsonrpc":"2.0","id":2,"method":"engine_exchangeCapabilities","params":[[]]}]`,
		`{"jsonrpc":"2.0","id":3,"method":"engine_newPayloadV4","params":[{"blockHash":"` + hash + `"},[],"` + hash + `",[]]}`,
		`{"jsonrpc":"2.0","id":4,"method":"engine_forkchoiceUpdatedV3","params":[{"headBlockHash":"` + hash + `"},  null]}`,
		`{"jsonrpc":"2.0","id":4,"method":"engine_forkchoiceUpdatedV2","params":[{"headBlockHash":"` + hash + `"},{"timestamp":"0x1"}]}`,
		`{"jsonrpc":"2.0","id":4,"method":"engine_forkchoiceUpdatedV3","params":[{"headBlockHash":"` + hash + `"},{"timestamp":"0x1","noTxPool":true,"transactions":["0x7e"]}]}`,
		`{"jsonrpc":"2.0","id":5,"method":"engine_getPayloadV4","params":["0x0300000000000001"]}`,
		`{"jsonrpc":"2.0","id":6,"method":"engine_getPayloadV4","params":["not an id"]}`,
		`{"jsonrpc":"2.0","id":6,"method":"engine_getPayloadV4"}`,
		`{"jsonrpc":"2.0","id":8,"method":"engine_forkchoiceUpdatedV3","params":"odd"}`,
		`engine_ no json`,
		``,
	} {
		for _, answered := range []string{
			`{"jsonrpc":"2.0","id":7,"result":"0x385"}` + "\n", `{"jsonrpc":"2.0","id":7,"error":{"code":-38002,"message":"x","data":{"err":"y"}}}`, "\x1f\x8b not json", "",
		} {
			answer = []byte(answered)
			resp, back := post(t, url, body, nil)
			if got != body || back != answered || resp.StatusCode != http.StatusOK || resp.Header.Get("Content-Type") != "application/json" {
				t.Errorf("sent %q, the node has got %q; the node answered %q, op-node has got %q (%s)", body, got, answered, back, resp.Status)
			}
		}
	}
	status, header = http.StatusTeapot, http.Header{"Content-Encoding": {"gzip"}}
	resp, back := post(t, url, `{"method":"eth_chainId"}`, http.Header{"Accept-Encoding": {"gzip"}})
	if resp.StatusCode != status || resp.Header.Get("Content-Encoding") != "gzip" || back != string(answer) {
		t.Errorf("%s %q", resp.Status, back)
	}
}

// Only who has the secret is answered, and the node gets a token of its own secret.
func TestTokens(t *testing.T) {
	upstream := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		token := strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
		if _, err := jwt.Parse(token, func(*jwt.Token) (any, error) { return nodeSecret[:], nil }, jwt.WithoutClaimsValidation()); err != nil {
			t.Errorf("the node gets %q: %v", token, err)
		}
	}))
	defer upstream.Close()
	p := must(proxy.New(proxy.Config{ChainID: opChain, NodeURL: upstream.URL, NodeSecret: nodeSecret, Secret: secret}, proxy.Deps{Log: zap.NewNop()}))(t)
	url := serve(t, p, &filler{woken: make(chan struct{}, 1)})
	now := time.Now()
	sign := func(method jwt.SigningMethod, claims jwt.MapClaims, key any) string {
		token, err := jwt.NewWithClaims(method, claims).SignedString(key)
		if err != nil {
			t.Fatal(err)
		}
		return "Bearer " + token
	}
	issued := jwt.MapClaims{"iat": now.Unix()}
	good := sign(jwt.SigningMethodHS256, issued, secret[:])
	for token, want := range map[string]int{
		good: http.StatusOK,
		sign(jwt.SigningMethodHS256, jwt.MapClaims{"iat": now.Add(-30 * time.Second).Unix(), "id": "x"}, secret[:]):         http.StatusOK,
		sign(jwt.SigningMethodHS256, jwt.MapClaims{"iat": now.Add(-5 * time.Minute).Unix()}, secret[:]):                     http.StatusUnauthorized,
		sign(jwt.SigningMethodHS256, jwt.MapClaims{"iat": now.Add(5 * time.Minute).Unix()}, secret[:]):                      http.StatusUnauthorized,
		sign(jwt.SigningMethodHS256, jwt.MapClaims{"iat": now.Unix(), "exp": now.Add(-10 * time.Second).Unix()}, secret[:]): http.StatusUnauthorized,
		sign(jwt.SigningMethodHS256, jwt.MapClaims{}, secret[:]):                                                            http.StatusUnauthorized,
		sign(jwt.SigningMethodHS384, issued, secret[:]):                                                                     http.StatusUnauthorized,
		sign(jwt.SigningMethodHS256, issued, nodeSecret[:]):                                                                 http.StatusUnauthorized,
		sign(jwt.SigningMethodNone, issued, jwt.UnsafeAllowNoneSignatureType):                                               http.StatusUnauthorized,
		"Bearer x.y": http.StatusUnauthorized, "Bearer ": http.StatusUnauthorized, "Basic x": http.StatusUnauthorized, good[7:]: http.StatusUnauthorized,
	} {
		resp, text := post(t, url, `{"method":"eth_chainId"}`, http.Header{"Authorization": {token}})
		if resp.StatusCode != want {
			t.Errorf("%s: %s %q, wanted %d", token, resp.Status, text, want)
		}
	}
}

// op-node may use a WebSocket instead; subscriptions and large answers pass as well.
func TestWebSocket(t *testing.T) {
	w := newWorld(t)
	w.seq.txs = [][]byte{userTx}
	n := w.opNodeAt(t, "ws"+strings.TrimPrefix(w.url, "http"))
	for range 5 {
		w.node.sent()
		if b := must(n.Slot(t.Context()))(t); b.Txs != 2 || w.node.attributesSeen() {
			t.Fatalf("block %d with %d transactions", b.Number, b.Txs)
		}
	}
	var calls []rpc.BatchElem
	for range 20 {
		calls = append(calls, rpc.BatchElem{Method: "eth_chainId", Result: new(hexutil.Uint64)})
	}
	if err := n.ReadBatch(t.Context(), calls); err != nil {
		t.Fatal(err)
	}
	for _, c := range calls {
		if c.Error != nil || *c.Result.(*hexutil.Uint64) != 901 {
			t.Errorf("%+v", c)
		}
	}
	if err := n.Read(t.Context(), new(json.RawMessage), "eth_noSuchMethod"); err == nil || !strings.Contains(err.Error(), "eth_noSuchMethod") {
		t.Error(err)
	}
	bad, err := opscript.New(t.Context(), opscript.Config{ChainID: opChain, Rules: w.rules, BlockTime: 2, Engine: "ws" + strings.TrimPrefix(w.url, "http"), Secret: nodeSecret, L1: w.l1})
	if err == nil {
		bad.Close()
		t.Error("a WebSocket with a wrong secret")
	}
}

// A batch that holds a request of concern gets the same answers in the same order.
func TestBatchOfConcern(t *testing.T) {
	w := newWorld(t)
	w.seq.txs = [][]byte{userTx}
	n := w.opNode(t)
	job := must(n.Build(t.Context()))(t)
	body := fmt.Sprintf(`[{"jsonrpc":"2.0","id":1,"method":"eth_chainId"},{"jsonrpc":"2.0","id":2,"method":"engine_getPayloadV4","params":[%q]},{"jsonrpc":"2.0","id":"x","method":"no_such"}]`, job.ID)
	_, back := post(t, w.url, body, http.Header{"Content-Type": {"application/json"}})
	var answers []struct {
		ID     json.RawMessage `json:"id"`
		Result json.RawMessage `json:"result"`
		Error  json.RawMessage `json:"error"`
	}
	if err := json.Unmarshal([]byte(back), &answers); err != nil {
		t.Fatal(err)
	}
	if len(answers) != 3 || string(answers[0].Result) != `"0x385"` || !bytes.Contains(answers[1].Result, []byte("executionPayload")) ||
		len(answers[2].Error) == 0 || string(answers[2].ID) != `"x"` {
		t.Errorf("%s", back)
	}
}

// Bounds, and a node that does not answer: op-node gets an HTTP error, and tries again.
func TestBoundsAndOutage(t *testing.T) {
	w := newWorld(t, func(c *proxy.Config, _ *proxy.Deps) { c.MaxMessage = 100_000 })
	resp, _ := post(t, w.url, strings.Repeat("x", 200_000), nil)
	if resp.StatusCode != http.StatusRequestEntityTooLarge {
		t.Error(resp.Status)
	}
	dead := httptest.NewServer(http.NotFoundHandler())
	dead.Close()
	p := must(proxy.New(proxy.Config{ChainID: opChain, NodeURL: dead.URL, NodeSecret: nodeSecret, Secret: secret}, proxy.Deps{Log: zap.NewNop()}))(t)
	url := serve(t, p, &filler{woken: make(chan struct{}, 1)})
	for _, method := range []string{"eth_chainId", "engine_forkchoiceUpdatedV3"} {
		resp, _ := post(t, url, `{"jsonrpc":"2.0","id":1,"method":"`+method+`","params":[{"headBlockHash":"`+common.Hash{}.Hex()+`"}]}`, nil)
		if resp.StatusCode != http.StatusBadGateway {
			t.Errorf("%s: %s", method, resp.Status)
		}
	}
	for _, url := range []string{"ws://127.0.0.1:1", "/tmp/node.ipc", "", "127.0.0.1:8551"} {
		if _, err := proxy.New(proxy.Config{ChainID: opChain, NodeURL: url}, proxy.Deps{Log: zap.NewNop()}); err == nil {
			t.Errorf("node URL %q", url)
		}
	}
}
