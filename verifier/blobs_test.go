//go:build !race

// KZG proofs take the race detector a minute, and have no goroutines of ours.

package verifier_test

import (
	"context"
	"errors"
	"io"
	"math/big"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto/kzg4844"
	"github.com/ethereum/go-ethereum/params"
	"github.com/holiman/uint256"

	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/merkle"
	"github.com/ssequencer/ssequencer/merkle/order"
	"github.com/ssequencer/ssequencer/settlement/settlementtest"
	"github.com/ssequencer/ssequencer/signer"
	"github.com/ssequencer/ssequencer/verifier"
)

// publishBlobs puts an order into a blob, signed by a key.
func (w *world) publishBlobs(b *merkle.Batch, o *order.Order, by *signer.Key) {
	w.t.Helper()
	parts, err := w.signed(b, o, by).Parts(order.MaxPart)
	if err != nil || len(parts) != 1 {
		w.t.Fatalf("%d parts: %v", len(parts), err)
	}
	w.sendBlobs(by, bindings.NewOrderedData().PackPublishBlobs(b.Number, b.Hash(), new(big.Int), common.Big1, common.Big1), parts[0])
}

// sendBlobs sends a transaction with data in blobs to OrderedData, and mines it.
func (w *world) sendBlobs(by *signer.Key, calldata, data []byte) {
	w.t.Helper()
	ctx, sidecar := context.Background(), &types.BlobTxSidecar{}
	for _, b := range order.ToBlobs(data) {
		blob := kzg4844.Blob(b)
		commitment, err := kzg4844.BlobToCommitment(&blob)
		if err != nil {
			w.t.Fatal(err)
		}
		sidecar.Blobs, sidecar.Commitments = append(sidecar.Blobs, blob), append(sidecar.Commitments, commitment)
	}
	if err := sidecar.ToV1(); err != nil {
		w.t.Fatal(err)
	}
	nonce, err := w.L1Client.NonceAt(ctx, by.Address(), nil)
	if err != nil {
		w.t.Fatal(err)
	}
	tx, err := signer.SignTx(ctx, by, types.NewTx(&types.BlobTx{ChainID: uint256.NewInt(uint64(settlementtest.L1ID)), Nonce: nonce, Gas: 200_000,
		GasTipCap: uint256.NewInt(params.GWei), GasFeeCap: uint256.NewInt(100 * params.GWei), BlobFeeCap: uint256.NewInt(params.GWei),
		To: bindings.OrderedDataAddress(), Data: calldata, BlobHashes: sidecar.BlobHashes()}), settlementtest.L1ID)
	if err != nil {
		w.t.Fatal(err)
	}
	if err := w.L1Client.SendTransaction(ctx, tx.WithBlobTxSidecar(sidecar)); err != nil {
		w.t.Fatal(err)
	}
	for range 20 {
		w.MineL1()
		if receipt, err := w.L1Client.TransactionReceipt(ctx, tx.Hash()); err == nil {
			if receipt.Status != types.ReceiptStatusSuccessful {
				w.t.Fatal("the publication failed")
			}
			return
		}
	}
	w.t.Fatal("L1 does not take the blobs")
}

// source stands between the verifier and L1's Beacon API, and changes what it answers.
func (w *world) source(change func(path, body string) (int, string)) string {
	w.t.Helper()
	s := httptest.NewServer(http.HandlerFunc(func(out http.ResponseWriter, r *http.Request) {
		response, err := http.Get(w.L1.Beacon() + r.URL.RequestURI())
		if err != nil {
			out.WriteHeader(http.StatusBadGateway)
			return
		}
		defer response.Body.Close()
		text, _ := io.ReadAll(response.Body)
		status, body := change(r.URL.Path, string(text))
		if status == 0 {
			status = response.StatusCode
		}
		out.WriteHeader(status)
		_, _ = io.WriteString(out, body)
	}))
	w.t.Cleanup(s.Close)
	return s.URL
}

// An order in blobs is found and compared wherever blobs are served, in the present form or
// the older one. The source is not trusted: what it changes, or does not have, is no blob,
// and says nothing about the batch.
func TestPublishedBlobs(t *testing.T) {
	w := newWorld(t, 901, 902)
	w.SendL1(w.Operator, bindings.Create2Proxy, bindings.CREATE2Call(bindings.OrderedDataInit()))
	w.slot(func(s *settlementtest.Slot) { s.Transfer(901, 902); s.Transfer(902, 901) })
	b := w.claim()
	w.submit(b)
	o := w.ordered(&b)
	w.publishBlobs(&b, o, w.User) // a stranger's, of the same form
	w.publishBlobs(&b, o, w.Signer)
	unchanged := func(_, body string) (int, string) { return 0, body }
	gone := func(path, body string) (int, string) {
		if strings.HasPrefix(path, "/eth/v1/beacon/blobs/") {
			return http.StatusNotFound, `{"code":404,"message":"no such route"}`
		}
		return 0, body
	}
	altered := func(path, body string) (int, string) { return 0, strings.ReplaceAll(body, "0x0001", "0x0002") }
	empty := func(path, body string) (int, string) {
		if strings.HasPrefix(path, "/eth/v1/beacon/blob") {
			return 0, `{"data":[]}`
		}
		return 0, body
	}
	nonsense := func(string, string) (int, string) { return 0, `{"data":7}` }
	millis := func(_, body string) (int, string) {
		return 0, strings.Replace(body, `"SECONDS_PER_SLOT":"1"`, `"SLOT_DURATION_MS":"1000"`, 1)
	}
	for _, c := range []struct {
		name   string
		source string
		want   error
	}{
		{"L1's own", w.L1.Beacon(), nil},
		{"behind a path", w.source(unchanged) + "/", nil},
		{"sidecars only", w.source(gone), nil},
		{"slots in milliseconds", w.source(millis), nil},
		{"none", "", verifier.ErrConfig},
		{"altered blobs", w.source(altered), verifier.ErrUnreachable},
		{"no blobs", w.source(empty), verifier.ErrUnreachable},
		{"nonsense", w.source(nonsense), verifier.ErrUnreachable},
		{"nobody there", "http://127.0.0.1:1", verifier.ErrUnreachable},
	} {
		cfg := w.config()
		cfg.Blobs = c.source
		got, err := w.verifier(cfg).VerifyPublished(t.Context(), 1)
		if !errors.Is(err, c.want) || len(got.Findings) > 0 {
			t.Errorf("%s: %+v, %v", c.name, got, err)
		}
		if c.want == nil && (got.Blobs != 1 || got.Bytes != order.BlobBytes || got.Transactions < 4) {
			t.Errorf("%s: %+v", c.name, got)
		}
	}
}

// What is in blobs and differs from the chains is found.
func TestPublishedBlobsThatDiffer(t *testing.T) {
	w := newWorld(t, 901, 902)
	w.SendL1(w.Operator, bindings.Create2Proxy, bindings.CREATE2Call(bindings.OrderedDataInit()))
	w.slot(func(s *settlementtest.Slot) { s.Transfer(901, 902); s.Transfer(902, 901) })
	b := w.claim()
	w.submit(b)
	o := w.ordered(&b)
	o.Chains[0].Blocks[0][0].Raw[5]++
	w.publishBlobs(&b, o, w.Signer)
	if _, err := w.L1.Advance(t.Context(), time.Hour); err != nil {
		t.Fatal(err)
	}
	cfg := w.config()
	cfg.Blobs = w.L1.Beacon()
	requirePublished(t, w.verifier(cfg), 1, "another transaction", "is published")
}

// What is at no URL is no source of blobs.
func TestBlobSourceURL(t *testing.T) {
	for _, bad := range []string{"beacon", "ftp://beacon", "http://", ":", "/eth"} {
		cfg := verifier.Config{L1: "http://127.0.0.1:1", Blobs: bad}
		if _, err := verifier.New(t.Context(), cfg, nil); !errors.Is(err, verifier.ErrConfig) {
			t.Errorf("%q: %v", bad, err)
		}
	}
}
