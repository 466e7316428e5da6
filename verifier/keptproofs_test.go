package verifier_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/settlement/settlementtest"
	"github.com/ssequencer/ssequencer/verifier"
)

// altered serves a node behind something that replaces a word in every request.
func altered(t *testing.T, node, word, by string) string {
	t.Helper()
	to, err := url.Parse(node)
	if err != nil {
		t.Fatal(err)
	}
	proxy := httputil.NewSingleHostReverseProxy(to)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			t.Error(err)
		}
		body = bytes.ReplaceAll(body, []byte(word), []byte(by))
		r.ContentLength = int64(len(body))
		r.Body = io.NopCloser(bytes.NewReader(body))
		proxy.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	return server.URL
}

// TestKeptProofsServeOldBlocks: where a node no longer proves an end block, a proof kept
// from when it did takes its place (S2), and needs no trust.
func TestKeptProofsServeOldBlocks(t *testing.T) {
	w := newWorld(t, 901, 902)
	w.slot(func(s *settlementtest.Slot) { s.Transfer(901, 902); s.Transfer(902, 901) })
	w.submit(w.claim())
	cfg := w.config()
	kept := make(verifier.KeptProofs)
	for i, c := range w.Chains {
		cfg.Chains[uint64(c.ID)] = altered(t, c.Node.HTTP(), "eth_getProof", "eth_none")
		peer := uint64(w.Chains[1-i].ID)
		var slots []common.Hash
		for _, inbound := range []bool{false, true} {
			base := bindings.TreeSlot(inbound, peer, 1)
			slots = append(slots, base, bindings.TreeRootSlot(base), bindings.TreeRootSlot(bindings.TreeSlot(inbound, peer, 2)))
		}
		proof := new(verifier.EndProof)
		if err := c.Engine.Call(context.Background(), proof, "eth_getProof", w.Plan.RootStore, slots, map[string]any{"blockHash": c.Head.Hash()}); err != nil {
			t.Fatal(err)
		}
		kept[c.Head.Hash()] = proof
	}
	if _, err := w.verifier(cfg).VerifyBatch(context.Background(), 1); !errors.Is(err, verifier.ErrUnreachable) {
		t.Fatalf("without a proof: %v", err)
	}
	cfg.Proofs = kept
	expect(t, "with kept proofs", w.audit(cfg)[0])
	wrong := kept[w.Chains[0].Head.Hash()]
	wrong.AccountProof = wrong.AccountProof[:1]
	if _, err := w.verifier(cfg).VerifyBatch(context.Background(), 1); !errors.Is(err, verifier.ErrUnreachable) || errors.Is(err, verifier.ErrProof) {
		t.Fatalf("with a bad kept proof: %v", err)
	}
}

// TestNodeThatProvesSomethingElse: a node whose proofs do not fit its own end block is a
// finding.
func TestNodeThatProvesSomethingElse(t *testing.T) {
	w := newWorld(t, 901, 902)
	w.slot(func(s *settlementtest.Slot) { s.Transfer(901, 902) })
	w.submit(w.claim())
	cfg := w.config()
	store := strings.ToLower(w.Plan.RootStore.Hex())
	cfg.Chains[902] = altered(t, cfg.Chains[902], store, common.Address{1}.Hex())
	expect(t, "other contract", w.audit(cfg)[0], verifier.CodeProof)
}
