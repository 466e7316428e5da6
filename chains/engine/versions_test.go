package engine_test

import (
	"encoding/base64"
	"encoding/json"
	"errors"
	"math/big"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/engine"
)

// oldNode answers what is asked of a node when it is dialled.
type oldNode struct{ offers atomic.Pointer[[]string] }

func (n *oldNode) ChainId() hexutil.Uint64 { return 901 }

func (n *oldNode) GetHeaderByNumber(string) *types.Header {
	return &types.Header{Number: big.NewInt(5), Difficulty: new(big.Int), Time: 1000, BaseFee: big.NewInt(1)}
}

func (n *oldNode) ExchangeCapabilities([]string) []string { return *n.offers.Load() }

func (n *oldNode) serve(t *testing.T) *rpc.Server {
	t.Helper()
	server := rpc.NewServer()
	t.Cleanup(server.Stop)
	for _, namespace := range []string{"eth", "engine"} {
		if err := server.RegisterName(namespace, n); err != nil {
			t.Fatal(err)
		}
	}
	return server
}

// A node that lacks a method is named with the fork that needs it: at once for the fork
// of the next block, for a later one when it is asked about. One that has been upgraded
// meanwhile is found out about.
func TestVersionsNegotiated(t *testing.T) {
	node := new(oldNode)
	v4 := []string{"engine_forkchoiceUpdatedV3", "engine_getPayloadV4", "engine_newPayloadV4"}
	node.offers.Store(&v4)
	server := httptest.NewServer(node.serve(t))
	defer server.Close()
	zero, karst := uint64(0), uint64(2000)
	rules := &chains.OPStack{Ecotone: &zero, Fjord: &zero, Granite: &zero, Holocene: &zero, Isthmus: &zero, Jovian: &zero, Karst: &karst}
	cfg := engine.Config{ChainID: 901, EngineURL: server.URL, RPCURL: server.URL, OP: rules}
	client, err := engine.Dial(t.Context(), cfg)
	if err != nil {
		t.Fatal(err)
	}
	defer client.Close()
	if err := client.Supports(t.Context(), karst-1); err != nil {
		t.Error(err)
	}
	err = client.Supports(t.Context(), karst)
	if !errors.Is(err, engine.ErrUnsupported) || !strings.Contains(err.Error(), "karst") || !strings.Contains(err.Error(), "engine_getPayloadV5") {
		t.Errorf("before the upgrade: %v", err)
	}
	v5 := append(v4, "engine_getPayloadV5")
	node.offers.Store(&v5)
	if err := client.Supports(t.Context(), karst); err != nil {
		t.Errorf("after the upgrade: %v", err)
	}

	old := []string{"engine_forkchoiceUpdatedV3", "engine_getPayloadV3", "engine_newPayloadV3"}
	node.offers.Store(&old)
	if _, err := engine.Dial(t.Context(), cfg); !errors.Is(err, engine.ErrUnsupported) || !strings.Contains(err.Error(), "jovian") {
		t.Errorf("a node without what the next block needs: %v", err)
	}
	rules.Ecotone, rules.Fjord, rules.Granite, rules.Holocene, rules.Isthmus, rules.Jovian = &karst, nil, nil, nil, nil, nil
	rules.Karst = nil
	early, err := engine.Dial(t.Context(), cfg)
	if err != nil {
		t.Fatalf("a head from before Ecotone: %v", err)
	}
	defer early.Close()
	if err := early.Supports(t.Context(), karst-1); !errors.Is(err, engine.ErrUnsupported) {
		t.Errorf("a block from before Ecotone: %v", err)
	}
	rules.Ecotone, rules.Fjord, rules.Granite = &zero, nil, &zero
	if _, err := engine.Dial(t.Context(), cfg); !errors.Is(err, chains.ErrForks) {
		t.Errorf("forks out of order: %v", err)
	}
}

// A node whose clock goes differently gets tokens of its own time, up to a limit.
func TestClockSkew(t *testing.T) {
	node := new(oldNode)
	methods := []string{"engine_forkchoiceUpdatedV3", "engine_getPayloadV4", "engine_newPayloadV4"}
	node.offers.Store(&methods)
	handler := node.serve(t)
	for _, c := range []struct {
		skew time.Duration
		good bool
	}{{0, true}, {10 * time.Minute, true}, {-10 * time.Minute, true}, {2 * time.Hour, false}} {
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			theirs := time.Now().Add(c.skew)
			w.Header().Set("Date", theirs.UTC().Format(http.TimeFormat))
			if strings.HasPrefix(r.URL.Path, "/engine") && theirs.Sub(issued(t, r)).Abs() > time.Minute {
				http.Error(w, "stale token", http.StatusUnauthorized)
				return
			}
			handler.ServeHTTP(w, r)
		}))
		zero := uint64(0)
		rules := &chains.OPStack{Ecotone: &zero, Fjord: &zero, Granite: &zero, Holocene: &zero, Isthmus: &zero}
		client, err := engine.Dial(t.Context(), engine.Config{ChainID: 901, EngineURL: server.URL + "/engine", RPCURL: server.URL, OP: rules})
		switch {
		case c.good && err != nil:
			t.Errorf("%v off: %v", c.skew, err)
		case !c.good && !errors.Is(err, engine.ErrUnauthorized):
			t.Errorf("%v off: %v", c.skew, err)
		}
		if err == nil {
			client.Close()
		}
		server.Close()
	}
}

// issued returns when the request's token was made.
func issued(t *testing.T, r *http.Request) time.Time {
	parts := strings.Split(strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer "), ".")
	if len(parts) != 3 {
		t.Errorf("authorization %q", r.Header.Get("Authorization"))
		return time.Time{}
	}
	text, err := base64.RawURLEncoding.DecodeString(parts[1])
	if err != nil {
		t.Error(err)
	}
	var claims struct {
		Issued int64 `json:"iat"`
	}
	if err := json.Unmarshal(text, &claims); err != nil {
		t.Error(err)
	}
	return time.Unix(claims.Issued, 0)
}
