//go:build !race

package settlement_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/big"
	"net/http"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/rlp"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/ssequencer/ssequencer/journal"
	"github.com/ssequencer/ssequencer/settlement"
	"github.com/ssequencer/ssequencer/settlement/settlementtest"
)

// long returns how many rounds a test makes: SSEQ_BLOB_ROUNDS, or else so many. The test is
// skipped where these are none.
func long(t *testing.T, usual int) int {
	t.Helper()
	text := os.Getenv("SSEQ_BLOB_ROUNDS")
	if text == "" && usual == 0 {
		t.Skip("with SSEQ_BLOB_ROUNDS only (make blobs)")
	}
	if text == "" {
		return usual
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// allPublished waits until L1 has every batch up to a number, claimed and in blobs.
func (b *bench) allPublished(s *settlement.Settlement, number uint64) {
	b.t.Helper()
	b.mineLong("all batches on L1", func() bool {
		batch, err := s.Batch(number)
		return err == nil && batch.Status >= settlement.Posted && b.onL1Now() == number
	})
	for n := uint64(1); n <= number; n++ {
		b.mineLong("publication", func() bool { return b.published(n) })
	}
}

// published reports whether L1 has blobs of a batch, without reading them.
func (b *bench) published(number uint64) bool {
	b.t.Helper()
	return len(b.publications(number)) > 0
}

// TestReorgsWithBlobs: L1 loses blocks, few or many, in which transactions with blobs and
// without take turns. All that was in them is on L1 again, and is what the chains have.
func TestReorgsWithBlobs(t *testing.T) {
	depths := []uint64{5, 3, 64, 1, 2, 8, 21, 40}
	depths = depths[:min(long(t, 0), len(depths))]
	b := newBench(t, 901, 902)
	b.publishAs(settlement.InBlobs)
	for range 70 {
		b.MineL1()
	}
	s := b.settlement(nil)
	b.run(s)
	number := uint64(0)
	for _, depth := range depths {
		for range 3 { // claims and blobs take turns
			b.slot(func(s *settlementtest.Slot) { s.Transfer(901, 902) })
			b.slot(nil)
			number = b.closed(s)
			b.allPublished(s, number)
		}
		b.reorgL1(depth)
		b.allPublished(s, number)
	}
	for n := uint64(1); n <= number; n++ {
		b.compareOrder(b.orderInBlobs(n))
	}
	t.Logf("%d batches, %d nonces given up, %d transactions", number, b.yielded(), b.checkPoster())
}

// TestKilledWithBlobs kills the process at its requests to L1, as TestKilledAtAnyStep does.
// No batch is lost or published in two ways, and none is claimed twice.
func TestKilledWithBlobs(t *testing.T) {
	b := newBenchOn(t, journal.Config{FS: vfs.NewCrashableMem()}, 901, 902)
	b.publishAs(settlement.InBlobs)
	b.killedAtSteps(24, 24+long(t, 3), kzgPatience, func() {}) // the first requests only ask
	s := b.settlement(nil)
	stop := b.run(s)
	defer stop()
	number := b.closed(s)
	b.allPublished(s, number)
	for n := uint64(1); n <= number; n++ {
		b.compareOrder(b.orderInBlobs(n))
		if logs := b.publications(n); len(logs) != 1 {
			t.Errorf("batch %d is published %d times", n, len(logs))
		}
	}
	if n := b.checkPoster(); n != 2*number {
		t.Errorf("%d transactions for %d batches", n, number)
	}
}

// TestOutageWithBlobs: while L1 is out of reach batches are closed on; when it is back, all
// claims get there, and all orders, several at a time.
func TestOutageWithBlobs(t *testing.T) {
	rounds := long(t, 0)
	b := newBench(t, 901, 902)
	b.publishAs(settlement.InBlobs)
	reachable := b.adjust
	b.adjust = func(cfg *settlement.Config) { reachable(cfg); payNothing(cfg) }
	away := b.settlement(nil)
	stop := b.run(away)
	for range 2 * rounds {
		b.slot(func(s *settlementtest.Slot) { s.Transfer(901, 902) })
	}
	number := b.closed(away)
	stop()
	b.adjust = reachable
	back := b.settlement(nil)
	b.run(back)
	b.allPublished(back, number)
	for n := uint64(1); n <= number; n++ {
		b.compareOrder(b.orderInBlobs(n))
	}
	if n := b.checkPoster(); n != 2*number {
		t.Errorf("%d transactions for %d batches", n, number)
	}
}

// sentBody is the body of a BatchSending event.
type sentBody struct {
	Nonce uint64
	Raw   []byte
	Bumps uint64
	Kind  uint64
	Part  uint64
	Seal  rlp.RawValue `rlp:"optional"`
}

func (b *bench) sent(e *journal.BatchEvent) (body sentBody, tx *types.Transaction) {
	b.t.Helper()
	tx = new(types.Transaction)
	if err := errors.Join(rlp.DecodeBytes(e.Body, &body), tx.UnmarshalBinary(body.Raw)); err != nil {
		b.t.Fatal(err)
	}
	return body, tx
}

// nextSent waits for the next transaction that is recorded for a batch.
func (b *bench) nextSent(number uint64) (sentBody, *types.Transaction) {
	b.t.Helper()
	deadline := time.After(5 * time.Minute)
	for {
		select {
		case e := <-b.events:
			if e.Event == journal.BatchSending && e.Number == number {
				return b.sent(e)
			}
		case <-deadline:
			b.t.Fatalf("nothing is sent for batch %d", number)
		}
	}
}

// include waits until L1's node has a transaction, and only then mines it: L1 has few blocks
// however long the node takes.
func (b *bench) include(tx *types.Transaction) {
	b.t.Helper()
	deadline := time.After(5 * time.Minute)
	poll := time.NewTicker(10 * time.Millisecond)
	defer poll.Stop()
	for {
		_, pending, err := b.L1Client.TransactionByHash(context.Background(), tx.Hash())
		if err == nil && !pending {
			return
		}
		if err == nil {
			b.MineL1()
		}
		select {
		case <-poll.C:
		case <-deadline:
			b.t.Fatalf("L1 does not have transaction %d: %v", tx.Nonce(), err)
		}
	}
}

// TestBlobsYield: L1 loses blocks with a claim, blobs and a claim, and its node keeps the
// claims, so that it takes no blobs of ours. Their nonce goes to a transaction that does
// nothing, and the blobs are published all the same.
func TestBlobsYield(t *testing.T) {
	b := newBench(t, 901, 902)
	b.publishAs(settlement.InBlobs)
	before := b.l1Head().Number.Uint64()
	stop := b.run(b.settlement(nil))
	for n := uint64(1); n <= 2; n++ {
		b.slot(func(s *settlementtest.Slot) { s.Transfer(901, 902) })
		b.slot(nil)
		for part := range 3 - n { // a claim, its blobs, another claim
			_, tx := b.nextSent(n)
			if tx.Type() == types.BlobTxType != (part == 1) {
				t.Fatalf("transaction %d has type %d", tx.Nonce(), tx.Type())
			}
			b.include(tx)
		}
	}
	stop()
	b.reorgL1(b.l1Head().Number.Uint64() - before)
	s := b.settlement(nil)
	b.run(s)
	b.allPublished(s, 2)
	b.compareOrder(b.orderInBlobs(1))
	b.checkPoster()
	if n := b.yielded(); n == 0 {
		t.Error("no nonce was given up")
	}
}

// noBlobs is a way to L1 whose node takes no transactions with blobs.
type noBlobs struct{}

// RoundTrip implements http.RoundTripper.
func (noBlobs) RoundTrip(r *http.Request) (*http.Response, error) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return nil, err
	}
	var call struct {
		ID     json.RawMessage
		Method string
		Params []json.RawMessage
	}
	if json.Unmarshal(body, &call) == nil && call.Method == "eth_sendRawTransaction" && strings.HasPrefix(string(call.Params[0]), `"0x03`) {
		refusal := fmt.Sprintf(`{"jsonrpc":"2.0","id":%s,"error":{"code":-32000,"message":"transaction type not supported"}}`, call.ID)
		return &http.Response{StatusCode: http.StatusOK, Request: r, Body: io.NopCloser(strings.NewReader(refusal)),
			Header: http.Header{"Content-Type": {"application/json"}}}, nil
	}
	r.Body = io.NopCloser(bytes.NewReader(body))
	return http.DefaultTransport.RoundTrip(r)
}

// TestCheaperForm: while blobs cost next to nothing, orders are in blobs, and in calldata
// where L1's node turns out to take none. Claims get there all the same.
func TestCheaperForm(t *testing.T) {
	b := newBench(t, 901, 902)
	b.publishAs(settlement.InCheaper)
	stop := b.run(b.settlement(nil))
	b.slot(b.noisy(5))
	b.slot(nil)
	b.mineLong("publication in blobs", func() bool { return b.published(1) })
	stop()
	direct := b.L1Client
	client, err := rpc.DialOptions(t.Context(), b.L1.HTTP(), rpc.WithHTTPClient(&http.Client{Transport: noBlobs{}}))
	if err != nil {
		t.Fatal(err)
	}
	defer client.Close()
	b.L1Client = ethclient.NewClient(client)
	s := b.settlement(nil)
	b.L1Client = direct
	stop = b.run(s)
	defer stop()
	b.slot(b.noisy(5))
	b.slot(nil)
	b.mineLong("publication in calldata", func() bool { return b.orderOnL1(2) != nil })
	b.slot(nil)
	b.slot(nil)
	b.mineLong("the third batch", func() bool { return b.onL1Now() == 3 })
	if b.published(2) || b.orderOnL1(1) != nil {
		t.Error("a batch is published twice")
	}
	b.compareOrder(b.orderInBlobs(1))
	b.compareOrder(b.orderOnL1(2))
	b.checkPoster()
}

// yielded counts the poster's transactions to itself.
func (b *bench) yielded() (count int) {
	b.t.Helper()
	for n := uint64(1); n <= b.l1Head().Number.Uint64(); n++ {
		block, err := b.L1Client.BlockByNumber(context.Background(), new(big.Int).SetUint64(n))
		if err != nil {
			b.t.Fatal(err)
		}
		for _, tx := range block.Transactions() {
			if to := tx.To(); to != nil && *to == b.Poster.Address() {
				count++
			}
		}
	}
	return count
}
