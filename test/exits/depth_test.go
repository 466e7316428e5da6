package exits_test

import (
	"context"
	"math/big"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"
	"github.com/prometheus/client_golang/prometheus"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/entries"
	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/signer"
	"github.com/ssequencer/ssequencer/verifier"
)

// depth is how deep an entry has to be on the L1 of these tests.
const depth = 3

// following follows the entries of a world's L1 while the test runs.
type following struct {
	*world
	*entries.Follower
	pair    chains.Pair
	metrics *prometheus.Registry
}

func (w *world) follow(blocks uint64) *following {
	f := &following{world: w, pair: chains.Pair{Source: l1, Destination: 901}, metrics: prometheus.NewRegistry()}
	f.Follower = entries.New(entries.Config{Messenger: w.Plan.Messenger, Pairs: map[chains.Pair]uint64{f.pair: 1}, Depth: blocks, Every: 5 * time.Millisecond},
		w.L1Client, entries.NewMetrics(f.metrics), zap.NewNop())
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- f.Run(ctx) }()
	w.t.Cleanup(func() {
		cancel()
		if err := <-ended; err != nil {
			w.t.Error(err)
		}
	})
	return f
}

// until waits for something that the follower will know.
func (f *following) until(what string, is func() bool) {
	f.t.Helper()
	deadline, tick := time.After(30*time.Second), time.NewTicker(5*time.Millisecond)
	defer tick.Stop()
	for !is() {
		select {
		case <-tick.C:
		case <-deadline:
			f.t.Fatalf("it does not come to this: %s; %v", what, f.Reasons())
		}
	}
}

// counts waits until the follower has looked at a block.
func (f *following) counts(block uint64) {
	f.t.Helper()
	f.until("it looks at the block", func() bool {
		all, err := f.metrics.Gather()
		f.must(err)
		for _, m := range all {
			if m.GetName() == "ssequencer_entries_l1_block" {
				return m.Metric[0].GetGauge().GetValue() >= float64(block)
			}
		}
		return false
	})
}

func (w *world) headL1() uint64 {
	w.t.Helper()
	n, err := w.L1Client.BlockNumber(context.Background())
	w.must(err)
	return n
}

// mine has L1 make blocks.
func (w *world) mine(blocks int) {
	w.t.Helper()
	for range blocks {
		w.MineL1()
	}
}

// An entry is told when it is as deep as it has to be, and not before: one that L1 drops
// until then is never told, and what takes its place is.
func TestDepthOfEntries(t *testing.T) {
	w := newWorld(t, bindings.UnlimitedCredit())
	f := w.follow(depth)
	if got := f.Sent(f.pair, 0); len(got) != 0 {
		t.Fatalf("%v", got)
	}
	first := w.enter(ether(10))
	w.mine(depth - 1)
	if f.counts(w.headL1() - depth); len(f.Sent(f.pair, 0)) != 0 {
		t.Fatal("told too early")
	}
	w.mine(1)
	f.until("the first entry", func() bool { return len(f.Sent(f.pair, 0)) == 1 })

	before, err := w.L1Client.HeaderByNumber(t.Context(), nil)
	w.must(err)
	nonce, err := w.L1Client.NonceAt(t.Context(), w.User.Address(), nil)
	w.must(err)
	dropped := w.enter(ether(11))
	w.mine(depth - 1)
	w.must(w.L1.Reorg(t.Context(), before.Hash()))
	f.overtake(nonce)
	w.mine(depth + 2)
	if f.counts(w.headL1() - depth); len(f.Sent(f.pair, 0)) != 1 {
		t.Fatal("an entry is told that L1 has dropped")
	}
	second := w.enter(ether(12))
	w.mine(depth)
	f.until("the second entry", func() bool { return len(f.Sent(f.pair, 0)) == 2 })
	told := f.Sent(f.pair, 0)
	if told[0].Hash != first.Hash() || told[1].Hash != second.Hash() || second.Hash() == dropped.Hash() || len(f.Sent(f.pair, 1)) != 1 || len(f.Sent(f.pair, 2)) != 0 {
		t.Errorf("%+v", told)
	}
}

// An auditor who has seen an entry that L1 dropped before any chain received it does not
// hold that against the chains, which received what took its place.
func TestAuditOverADroppedEntry(t *testing.T) {
	w := newWorld(t, bindings.UnlimitedCredit())
	f := w.follow(1)
	v := w.verifier()
	defer v.Close()
	audit := func(batches uint64) {
		t.Helper()
		w.must(v.VerifyAll(t.Context(), func(r verifier.Report) error {
			if !r.OK() {
				t.Errorf("batch %d: %v", r.Batch, r.Findings)
			}
			return nil
		}))
		if got := v.State().Batch; got != batches {
			t.Fatalf("%d batches audited, not %d", got, batches)
		}
	}
	before, err := w.L1Client.HeaderByNumber(t.Context(), nil)
	w.must(err)
	nonce, err := w.L1Client.NonceAt(t.Context(), w.User.Address(), nil)
	w.must(err)
	dropped := w.enter(ether(11))
	w.NewSlot().Build()
	number := w.claim()
	audit(number)
	w.must(w.L1.Reorg(t.Context(), before.Hash()))
	f.overtake(nonce)
	batches := bindings.NewBatches()
	f.until("the batch is on L1 again", func() bool {
		w.mine(1)
		out, err := w.L1Client.CallContract(t.Context(), ethereum.CallMsg{To: &w.Suite.Batches, Data: batches.PackLatestBatch()}, nil)
		w.must(err)
		latest, err := batches.UnpackLatestBatch(out)
		w.must(err)
		return latest == number
	})
	second := w.enter(ether(12))
	if second.Nonce != dropped.Nonce || second.Hash() == dropped.Hash() {
		t.Fatal("the entry was not dropped")
	}
	w.relay(second)
	audit(w.claim())
}

// overtake puts transactions of the user's before those that L1 has dropped and would take
// again: theirs have no place any more.
func (f *following) overtake(nonce uint64) {
	f.t.Helper()
	w, last := f.world, common.Hash{}
	for n := range uint64(2) { // the approval and the entry
		to := common.Address{1}
		tx := types.NewTx(&types.DynamicFeeTx{ChainID: l1.Big(), Nonce: nonce + n, To: &to, Gas: 21_000, GasTipCap: big.NewInt(50 * params.GWei), GasFeeCap: big.NewInt(500 * params.GWei)})
		signed, err := signer.SignTx(w.t.Context(), w.User, tx, l1)
		w.must(err)
		f.until("L1's pool knows that it has lost blocks", func() bool {
			err = w.L1Client.SendTransaction(w.t.Context(), signed)
			return err == nil || !strings.Contains(err.Error(), "nonce too low")
		})
		w.must(err)
		last = signed.Hash()
	}
	f.until("they are in a block", func() bool {
		w.mine(1)
		_, err := w.L1Client.TransactionReceipt(w.t.Context(), last)
		return err == nil
	})
}

// What a chain has received and L1 has lost is said, and nothing is told while that lasts.
func TestLostEntries(t *testing.T) {
	w := newWorld(t, bindings.UnlimitedCredit())
	f := w.follow(1)
	w.enter(ether(10))
	w.mine(1)
	if got := f.Sent(f.pair, 2); len(got) != 0 {
		t.Fatalf("%v", got)
	}
	f.until("it is said", func() bool {
		return slices.ContainsFunc(f.Reasons(), func(why string) bool { return strings.Contains(why, "L1 has lost messages") })
	})
	w.enter(ether(1))
	w.enter(ether(2))
	w.mine(1)
	f.until("it is over", func() bool { return len(f.Reasons()) == 0 && len(f.Sent(f.pair, 2)) == 1 })
	if got := f.Sent(f.pair, 0); len(got) != 0 { // a chain that has lost blocks: looked for again
		t.Fatalf("%v", got)
	}
	f.until("all of it", func() bool { return len(f.Sent(f.pair, 0)) == 3 })
}

// Without a depth, L1 says itself what stays.
func TestFinalizedEntries(t *testing.T) {
	w := newWorld(t, bindings.UnlimitedCredit())
	f := w.follow(0)
	f.Sent(f.pair, 0)
	w.enter(ether(10))
	if len(f.Sent(f.pair, 0)) != 0 {
		t.Fatal("told before it is final")
	}
	w.mine(2 * 32) // every 32nd block finalizes
	f.until("the entry", func() bool { return len(f.Sent(f.pair, 0)) == 1 })
}
