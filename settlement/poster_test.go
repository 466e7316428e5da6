package settlement_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"math/big"
	"math/rand/v2"
	"net/http"
	"sync"
	"testing"
	"time"

	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/params"
	"github.com/ethereum/go-ethereum/rpc"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/journal"
	"github.com/ssequencer/ssequencer/settlement"
	"github.com/ssequencer/ssequencer/settlement/settlementtest"
	"github.com/ssequencer/ssequencer/signer"
)

// l1Head returns L1's head.
func (b *bench) l1Head() *types.Header {
	b.t.Helper()
	head, err := b.L1Client.HeaderByNumber(context.Background(), nil)
	if err != nil {
		b.t.Fatal(err)
	}
	return head
}

// onL1Now returns the number of the last batch at L1's head.
func (b *bench) onL1Now() uint64 {
	abi := bindings.NewBatches()
	return callL1(b, b.Suite.Batches, abi.PackLatestBatch(), abi.UnpackLatestBatch)
}

// closed waits until batches cover all slots but the last, and returns how many there are.
func (b *bench) closed(s *settlement.Settlement) uint64 {
	b.t.Helper()
	b.mineUntil("all closed", func() bool {
		batch, err := s.Batch(s.Latest())
		return err == nil && batch.Claim.LastTimestamp+1 >= b.Chains[0].Head.Time
	})
	return s.Latest()
}

// awaitL1 waits until L1 has so many batches, and settlement knows it.
func (b *bench) awaitL1(s *settlement.Settlement, number uint64) {
	b.t.Helper()
	b.mineUntil("all batches on L1", func() bool {
		batch, err := s.Batch(number)
		return err == nil && batch.Status >= settlement.Posted && b.onL1Now() == number
	})
}

// TestReorgsOfL1: L1 loses blocks, few or many, while batches are posted. All of them are on
// it again with the transactions that were sent for them, each of which succeeds.
func TestReorgsOfL1(t *testing.T) {
	b := newBench(t, 901, 902)
	for range 70 {
		b.MineL1()
	}
	s := b.settlement(nil)
	b.run(s)
	number := uint64(0)
	for _, depth := range []uint64{1, 2, 3, 8, 21, 64} {
		for range 2 {
			b.slot(func(s *settlementtest.Slot) { s.Transfer(901, 902) })
			b.slot(nil)
		}
		number = b.closed(s)
		b.awaitL1(s, number)
		head := b.l1Head().Number.Uint64()
		lost, err := b.L1Client.HeaderByNumber(context.Background(), new(big.Int).SetUint64(head-depth))
		if err != nil {
			t.Fatal(err)
		}
		if err := b.L1.Reorg(context.Background(), lost.Hash()); err != nil {
			t.Fatal(err)
		}
		b.MineL1()
		b.awaitL1(s, number)
	}
	if n := b.checkPoster(); n != number {
		t.Errorf("%d transactions for %d batches", n, number)
	}
}

// gate is a way to L1 that can be cut at a request, before or after L1 has got it.
type gate struct {
	mu    sync.Mutex
	left  int // requests until it is cut, -1 for never
	after bool
	onCut func()
	cut   bool
}

var errCut = errors.New("the way to L1 is cut")

// RoundTrip implements http.RoundTripper.
func (g *gate) RoundTrip(r *http.Request) (*http.Response, error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.cut {
		return nil, errCut
	}
	last := g.left == 0
	g.left--
	if last && !g.after {
		g.close()
		return nil, errCut
	}
	response, err := http.DefaultTransport.RoundTrip(r)
	if err != nil {
		return nil, err
	}
	body, err := io.ReadAll(response.Body)
	if err = errors.Join(err, response.Body.Close()); err != nil {
		return nil, err
	}
	if last {
		g.close()
		return nil, errCut
	}
	response.Body = io.NopCloser(bytes.NewReader(body))
	return response, nil
}

func (g *gate) close() {
	g.cut = true
	if g.onCut != nil {
		g.onCut()
	}
}

func (b *bench) through(g *gate) *ethclient.Client {
	b.t.Helper()
	client, err := rpc.DialOptions(context.Background(), b.L1.HTTP(), rpc.WithHTTPClient(&http.Client{Transport: g}))
	if err != nil {
		b.t.Fatal(err)
	}
	return ethclient.NewClient(client)
}

// TestKilledAtAnyStep kills the process at each of its requests to L1, before or after L1
// has got it, with what was not synced lost or kept. Every next process goes on from the
// disk. No batch is lost, none is sent twice.
func TestKilledAtAnyStep(t *testing.T) {
	if testing.Short() {
		t.Skip("forty processes")
	}
	b := newBenchOn(t, journal.Config{FS: vfs.NewCrashableMem()}, 901, 902)
	b.killedAtSteps(0, 48, 30*time.Second, func() {})
	s := b.settlement(nil)
	stop := b.run(s)
	defer stop()
	number := b.closed(s)
	b.awaitL1(s, number)
	if n := b.checkPoster(); n != number {
		t.Errorf("%d transactions for %d batches", n, number)
	}
}

// killedAtSteps runs a process for each step, which is killed when L1 has got, or not got, so
// many calls. Before each one the chains have two more slots. The last disk is left.
func (b *bench) killedAtSteps(from, to int, patience time.Duration, before func()) {
	t := b.t
	t.Helper()
	direct := b.L1Client
	last := b.journal
	rng := rand.New(rand.NewPCG(3, 3))
	for step := from; step < to; step++ {
		disk := b.fs.(*vfs.MemFS)
		before()
		b.slot(func(s *settlementtest.Slot) { s.Transfer(901, 902) })
		b.slot(nil)
		dead := make(chan struct{})
		var image *vfs.MemFS
		g := &gate{left: step / 2, after: step%2 == 1}
		g.onCut = func() {
			image = disk.CrashClone(vfs.CrashCloneCfg{UnsyncedDataPercent: 50 * (step / 3 % 3), RNG: rng})
			close(dead)
		}
		b.L1Client = b.through(g)
		stop := b.run(b.settlement(nil))
		b.mineWhile(dead, patience, step)
		stop()
		b.L1Client.Close()
		b.L1Client = direct
		j, err := journal.Open(journal.Config{Dir: "journal", FS: image}, zap.NewNop())
		if err != nil {
			t.Fatal(err)
		}
		if last != b.journal {
			if err := b.journal.Close(); err != nil {
				t.Fatal(err)
			}
		}
		b.fs, b.journal = image, j
	}
	t.Cleanup(func() {
		if err := b.journal.Close(); err != nil {
			t.Error(err)
		}
		b.journal = last
	})
}

// mineWhile mines L1 blocks until something is done.
func (b *bench) mineWhile(done <-chan struct{}, patience time.Duration, step int) {
	b.t.Helper()
	deadline := time.After(patience)
	for {
		select {
		case <-done:
			return
		case <-time.After(20 * time.Millisecond):
			b.MineL1()
		case <-deadline:
			b.t.Fatalf("step %d is not reached", step)
		}
	}
}

// TestLongOutage: while L1 is out of reach batches are closed on; when it is back, they get
// there several at a time, in order.
func TestLongOutage(t *testing.T) {
	b := newBench(t, 901, 902)
	first := b.settlement(nil)
	stop := b.run(first)
	b.slot(nil)
	b.slot(nil)
	b.awaitL1(first, 1)
	stop()
	b.adjust = payNothing // as good as no L1 for what is sent
	away := b.settlement(nil)
	stop = b.run(away)
	for range 60 {
		b.slot(func(s *settlementtest.Slot) { s.Transfer(901, 902) })
	}
	number := b.closed(away)
	b.mineUntil("a reason", func() bool { return len(away.Reasons()) > 0 })
	stop()
	b.adjust = nil
	back := b.settlement(nil)
	before := b.l1Head().Number.Uint64()
	b.run(back)
	b.awaitL1(back, number)
	if blocks := b.l1Head().Number.Uint64() - before; blocks < (number-1)/8 {
		t.Errorf("%d batches in %d blocks: more than 8 at a time", number-1, blocks)
	}
	if n := b.checkPoster(); n != number {
		t.Errorf("%d transactions for %d batches", n, number)
	}
}

// TestForeignNonce: somebody else sends with the poster's key, in the place of a batch's
// transaction. The batch is sent again with another nonce, and it is counted.
func TestForeignNonce(t *testing.T) {
	b := newBench(t, 901, 902)
	registry := newRegistry()
	s := b.settlement(settlement.NewMetrics(registry))
	b.run(s)
	b.slot(nil)
	b.slot(nil)
	b.awaitL1(s, 1)
	b.slot(nil)
	b.slot(nil)
	b.awaitEvent(journal.BatchSending, 2)
	nonce, err := b.L1Client.NonceAt(context.Background(), b.Poster.Address(), nil)
	if err != nil {
		t.Fatal(err)
	}
	tx, err := signer.SignTx(context.Background(), b.Poster, types.NewTx(&types.DynamicFeeTx{ChainID: settlementtest.L1ID.Big(), Nonce: nonce,
		To: &common.Address{1}, Gas: 21_000, GasFeeCap: big.NewInt(900 * params.GWei), GasTipCap: big.NewInt(800 * params.GWei)}), settlementtest.L1ID)
	if err != nil {
		t.Fatal(err)
	}
	if err := b.L1Client.SendTransaction(context.Background(), tx); err != nil {
		t.Fatal(err)
	}
	b.awaitL1(s, 2)
	if n := registry.value("ssequencer_poster_foreign_transactions_total"); n != 1 {
		t.Errorf("counted %v", n)
	}
	if n := b.checkPoster(); n != 3 {
		t.Errorf("%d transactions", n)
	}
}

// TestLowBalance: the alarm is raised while the poster has less than it should.
func TestLowBalance(t *testing.T) {
	b := newBench(t, 901, 902)
	b.adjust = func(cfg *settlement.Config) {
		cfg.LowBalance = new(big.Int).Mul(big.NewInt(1_000_000), big.NewInt(params.Ether))
	}
	s := b.settlement(nil)
	b.run(s)
	b.mineUntil("an alarm", func() bool { return len(s.Reasons()) == 1 })
}

// TestRotatedSigner: a batch that was signed for an epoch that is over is signed again for
// the present one.
func TestRotatedSigner(t *testing.T) {
	b := newBench(t, 901, 902)
	batches := bindings.NewBatches()
	b.SendL1(b.Operator, b.Suite.Batches, batches.PackSetSigners([]common.Address{b.Signer.Address()}, common.Big1))
	s := b.settlement(nil)
	b.run(s)
	b.slot(nil)
	b.slot(nil)
	b.awaitL1(s, 1)
	for _, c := range mustBatch(t, s, 1).Claim.Chains {
		if b.Chain(chains.ChainID(c.ChainID)).Head.Hash() != c.LastBlockHash {
			t.Errorf("claim %+v", c)
		}
	}
}
