package exits_test

import (
	"math/big"
	"testing"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/merkle"
	"github.com/ssequencer/ssequencer/verifier"
)

// A pair from L1 is closed with a message that is never received, and goes on in its next
// generation. What enters then is minted and leaves, and the verifier agrees with every
// batch: one that has followed, reading L1's newest blocks again with each, as one that
// begins with the first.
func TestEntriesInTheNextGeneration(t *testing.T) {
	w := newWorld(t, bindings.UnlimitedCredit())
	follows := w.verifier()
	defer follows.Close()
	w.relay(w.enter(ether(5)))
	w.enter(ether(3)) // is never received
	w.claim()
	w.requireFollowed(follows, 2)

	pair, m := chains.Pair{Source: l1, Destination: 901}, bindings.NewMessenger()
	w.SendL1(w.Operator, w.Plan.Messenger, m.PackCloseOutbound(big.NewInt(901)))
	w.onChain(901, m.PackCloseInbound(l1.Big()))
	pairs := bindings.AllPairs([]uint64{900, 901, 902})
	pairs = append(pairs[:1], append(pairs[2:3], pairs[3:]...)...) // L1 does not send to 902
	pairs[0].Open = false
	w.announces(pairs)
	w.claim()
	w.requireFollowed(follows, 1)

	w.onChain(901, bindings.EncodeOpenInbound(900, 2))
	w.SendL1(w.Operator, w.Plan.Messenger, bindings.EncodeOpenOutbound(901, 2))
	w.Generations, w.sent[pair] = map[chains.Pair]uint64{pair: 2}, new(merkle.PairTree)
	pairs[0].Open, pairs[0].Generation = true, 2
	w.announces(pairs)
	first := w.enter(ether(2))
	if first.Nonce != 0 {
		t.Fatalf("the first message of a generation is number %d", first.Nonce)
	}
	w.claim()
	w.requireFollowed(follows, 1)
	w.relay(first)
	second := w.enter(ether(4))
	w.relay(second)
	exit := w.exit(901, bob, ether(6))
	number := w.claim()
	w.requireFollowed(follows, 1)
	for n := uint64(2); n <= number; n++ {
		w.finalize(n)
	}
	w.SendL1(w.Poster, w.lockbox, w.release(number, exit, bob, ether(6)))
	if got := w.coins(bob); got != 6 {
		t.Errorf("released %d", got)
	}
	w.requireHonest()
}

// onChain has the operator tell a chain's messenger something.
func (w *world) onChain(id chains.ChainID, data []byte) {
	w.t.Helper()
	s := w.NewSlot()
	s.Add(id, w.Operator, w.Plan.Messenger, data)
	s.Build()
}

// announces announces pairs from the next batch on.
func (w *world) announces(pairs []bindings.DependencySetPair) {
	w.t.Helper()
	next := uint64(len(w.Claims)) + 1
	w.SendL1(w.Operator, w.Suite.Batches, bindings.NewBatches().PackAnnounce(next, []bindings.DependencySetMember{{ChainId: 901}, {ChainId: 902}}, pairs))
}

// requireFollowed has one verifier audit so many new batches, and what is beyond them.
func (w *world) requireFollowed(v *verifier.Verifier, count int) {
	w.t.Helper()
	w.must(v.VerifyAll(w.t.Context(), func(r verifier.Report) error {
		count--
		if !r.OK() || len(r.Unprovable) > 0 {
			w.t.Errorf("batch %d: %v, %v", r.Batch, r.Findings, r.Unprovable)
		}
		return nil
	}))
	if ahead, err := v.VerifyAhead(w.t.Context()); err != nil || len(ahead) > 0 || count != 0 {
		w.t.Errorf("%d batches were not audited; beyond them %v, %v", count, ahead, err)
	}
}
