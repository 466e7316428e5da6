package cheat_test

import (
	"encoding/json"
	"math/big"
	"testing"
	"time"

	"github.com/ssequencer/ssequencer/settlement/settlementtest"
	"github.com/ssequencer/ssequencer/verifier"
)

// cheated is a world with one honest batch and one with a wrong root.
func cheated(t *testing.T) *world {
	w := newWorld(t, settlementtest.SuiteOptions{})
	w.honest()
	w.slot(func(*settlementtest.Slot) {})
	b := w.Batch()
	leaves := w.Leaves()
	leaves[0].Count++
	w.SetRoots(&b, leaves)
	w.Submit(&b)
	return w
}

// A watcher that is restarted before every step does everything once.
func TestRestartsRepeatNothing(t *testing.T) {
	w := cheated(t)
	again := func() {
		state, err := json.Marshal(w.verifier.State())
		w.must(err)
		resumed, err := verifier.DecodeState(state)
		w.must(err)
		w.restart(resumed)
	}
	step := func(mine bool) {
		again()
		w.watch()
		w.must(w.challenger.Look(t.Context()))
		again() // with the transaction sent, or only stored
		w.must(w.challenger.Look(t.Context()))
		if mine {
			w.MineL1()
		}
	}
	for i := range 10 {
		step(i%2 == 1)
	}
	w.later(settlementtest.ProvePeriod*time.Second + time.Minute)
	for i := range 24 {
		step(i%2 == 1)
	}
	demanded, expired := w.events(w.Suite.Challenges, topic("Demanded")), w.events(w.Suite.Challenges, topic("Expired"))
	if demanded != 1 || expired != 1 || w.staked() != 95 || w.latestBatch() != 1 {
		t.Fatalf("%d demands, %d expired, %d ETH at stake", demanded, expired, w.staked())
	}
	nonce, err := w.L1Client.NonceAt(t.Context(), w.User.Address(), nil)
	w.must(err)
	if nonce != 4 { // demand, expire, and a fetch from each contract
		t.Errorf("%d transactions", nonce)
	}
}

// A demand that an L1 reorg takes away is made again; the end is the same.
func TestChallengeOverL1Reorgs(t *testing.T) {
	w := cheated(t)
	w.watch()
	before := w.l1Head()
	for range 3 {
		w.challenge()
		w.must(w.L1.Reorg(t.Context(), before.Hash))
	}
	w.challenge()
	w.later(settlementtest.ProvePeriod*time.Second + time.Minute)
	w.challenge()
	if w.events(w.Suite.Challenges, topic("Demanded")) != 1 || w.staked() != 95 || w.latestBatch() != 1 {
		t.Fatalf("%d ETH at stake, last batch %d, acts %+v", w.staked(), w.latestBatch(), w.acts)
	}
}

// After a false batch was voided, the same number is claimed honestly, and the watcher
// follows.
func TestHonestBatchInThePlaceOfAVoidOne(t *testing.T) {
	w := cheated(t)
	w.watch()
	w.challenge()
	w.later(settlementtest.ProvePeriod*time.Second + time.Minute)
	w.challenge()
	w.Claims = w.Claims[:1]
	b := w.Batch()
	w.Submit(&b)
	w.honest()
	reports := w.watch()
	if len(reports) != 2 || reports[0].Batch != 2 || !reports[0].OK() || !reports[1].OK() {
		t.Fatalf("reports %+v", reports)
	}
	w.challenge()
	if w.staked() != 95 || w.latestBatch() != 3 {
		t.Errorf("%d ETH at stake, last batch %d", w.staked(), w.latestBatch())
	}
}

// An honest sequencer is not accused over L1 reorgs of any depth: its batches are gone, and
// come back in other blocks.
func TestHonestOverL1Reorgs(t *testing.T) {
	w := newWorld(t, settlementtest.SuiteOptions{})
	for _, depth := range []uint64{1, 2, 5, 13, 34, 64} {
		for range depth {
			w.MineL1()
		}
		w.honest()
		w.watch()
		w.honest()
		w.watch()
		before, err := w.L1Client.HeaderByNumber(t.Context(), new(big.Int).SetUint64(w.l1Head().Number-depth))
		w.must(err)
		w.must(w.L1.Reorg(t.Context(), before.Hash()))
		w.watch() // without the batches
		for range 20 {
			w.MineL1() // their transactions are back in the pool
			if w.latestBatch() == uint64(len(w.Claims)) {
				break
			}
		}
		if got := w.latestBatch(); got != uint64(len(w.Claims)) {
			t.Fatalf("depth %d: %d of %d batches are back", depth, got, len(w.Claims))
		}
		w.watch()
		w.must(w.challenger.Look(t.Context()))
	}
	for _, r := range w.reports {
		if !r.OK() {
			t.Errorf("batch %d: %v", r.Batch, r.Findings)
		}
	}
	if w.challenger.Open() != 0 || w.staked() != 100 || len(w.acts) != 0 {
		t.Errorf("acts %+v", w.acts)
	}
}
