package settlement_test

import (
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/journal"
	"github.com/ssequencer/ssequencer/settlement"
	"github.com/ssequencer/ssequencer/settlement/settlementtest"
	"github.com/ssequencer/ssequencer/verifier"
)

// announce announces a version of the dependency set: all pairs of the chains.
func (b *bench) announce(fromBatch uint64, ids []uint64, change func(*bindings.DependencySetPair)) {
	b.t.Helper()
	var members []bindings.DependencySetMember
	for _, id := range ids {
		members = append(members, bindings.DependencySetMember{ChainId: id})
	}
	pairs := bindings.AllPairs(ids)
	for i := range pairs {
		change(&pairs[i])
	}
	b.SendL1(b.Operator, b.Suite.Batches, bindings.NewBatches().PackAnnounce(fromBatch, members, pairs))
}

// TestVersionsAreTakenOver: a pair is closed and opened again as the next generation, while
// another chain leaves the set and stops. Batches follow L1's versions; the verifier agrees
// with all of them, and messages of both generations are proven. A process that knows only
// the journal has the same batches.
func TestVersionsAreTakenOver(t *testing.T) {
	b := newBench(t, 901, 902, 903)
	b.verified()
	s := b.settlement(nil)
	stop := b.run(s)
	var first, second settlementtest.Message
	b.slot(func(s *settlementtest.Slot) { first = s.Transfer(901, 902); s.Transfer(903, 901) })
	b.slot(nil)
	b.await(journal.BatchVerified, 1)

	pair, all := chains.Pair{Source: 901, Destination: 902}, []uint64{901, 902, 903}
	one := func(generation uint64, open bool) func(*bindings.DependencySetPair) {
		return func(p *bindings.DependencySetPair) {
			switch {
			case p.Source == 901 && p.Destination == 902:
				p.Generation, p.Open = generation, open
			case p.Source == 903 || p.Destination == 903:
				p.Open = false // before the chain leaves
			}
		}
	}
	b.announce(2, all, one(1, false))
	b.announce(3, all, one(2, true))
	b.announce(4, all[:2], one(2, true))
	m := bindings.NewMessenger()
	b.slot(func(s *settlementtest.Slot) {
		s.Add(901, b.Operator, b.Plan.Messenger, m.PackCloseOutbound(settlementtest.Big(902)))
		s.Add(902, b.Operator, b.Plan.Messenger, m.PackCloseInbound(settlementtest.Big(901)))
		s.Transfer(902, 901)
	})
	b.slot(nil)
	b.await(journal.BatchVerified, 2)
	b.slot(nil) // L1 has the pair in a generation that the chains do not have yet
	b.slot(nil)
	b.awaitReason(s, "generation 2 of the pair 901 to 902 is not opened")
	b.slot(func(s *settlementtest.Slot) {
		s.Add(902, b.Operator, b.Plan.Messenger, bindings.EncodeOpenInbound(901, 2))
		s.Add(901, b.Operator, b.Plan.Messenger, bindings.EncodeOpenOutbound(902, 2))
	})
	b.Generations = map[chains.Pair]uint64{pair: 2}
	b.slot(func(s *settlementtest.Slot) { second = s.SendTo(901, 902, common.Address{7}); s.Relay(second) }) // not the first one's hash
	b.slot(nil)
	b.await(journal.BatchVerified, 3)
	for range 4 {
		slot := b.NewSlot()
		slot.Transfer(901, 902)
		b.write(settlementtest.Records(slot.Build(903))...)
	}
	b.await(journal.BatchVerified, 4)
	if last := mustBatch(t, s, 4); len(last.Claim.Chains) != 2 || len(last.Pairs) != 2 || last.Pairs[0].Generation != 2 || last.Pairs[0].Count < 2 {
		t.Fatalf("batch 4 is of %+v and %+v", last.Claim.Chains, last.Pairs)
	}
	for number, message := range map[uint64]settlementtest.Message{1: first, 3: second} {
		p, err := s.Proof(message.Hash())
		if err != nil || p.Batch != number || !b.onL1(p) {
			t.Fatalf("proof of a message of batch %d: %+v, %v", number, p, err)
		}
	}
	b.demand(4)
	b.mineUntil("a proof of batch 4", func() bool { return b.openDemands() == 0 })
	was := mustBatch(t, s, 4).Claim.Hash()
	stop()
	if err := b.fs.RemoveAll("settlement"); err != nil {
		t.Fatal(err)
	}
	again := b.settlement(nil)
	b.run(again)
	b.write(settlementtest.Records(b.NewSlot().Build(903))...)
	b.write(settlementtest.Records(b.NewSlot().Build(903))...)
	b.awaitStatus(again, 4, settlement.Verified)
	if mustBatch(t, again, 4).Claim.Hash() != was {
		t.Fatal("read anew, batch 4 is another one")
	}
}

// TestFrozenPairIsGivenUp: a burn whose mint stands is lost, and another message has its
// place. No batch can settle the pair; in its next generation the batches go on, and the
// verifier tells what is missing.
func TestFrozenPairIsGivenUp(t *testing.T) {
	b := newBench(t, 901, 902)
	v := b.verifier()
	s := b.settlement(nil)
	b.run(s)
	b.slot(func(s *settlementtest.Slot) { s.Transfer(902, 901) })
	b.slot(nil)
	b.await(journal.BatchPosted, 1)
	b.slot(func(s *settlementtest.Slot) { s.Transfer(901, 902) })
	b.write(b.Lose(901, 1))
	b.slot(func(s *settlementtest.Slot) { s.SendTo(901, 902, common.Address{7}) })
	b.slot(nil)
	b.slot(nil)
	b.slot(nil)
	b.awaitReason(s, "pair 901 to 902: sent")
	m := bindings.NewMessenger()
	b.slot(func(s *settlementtest.Slot) {
		s.Add(901, b.Operator, b.Plan.Messenger, m.PackCloseOutbound(settlementtest.Big(902)))
		s.Add(902, b.Operator, b.Plan.Messenger, m.PackCloseInbound(settlementtest.Big(901)))
	})
	b.slot(func(s *settlementtest.Slot) {
		s.Add(902, b.Operator, b.Plan.Messenger, bindings.EncodeOpenInbound(901, 2))
		s.Add(901, b.Operator, b.Plan.Messenger, bindings.EncodeOpenOutbound(902, 2))
	})
	b.announce(2, []uint64{901, 902}, func(p *bindings.DependencySetPair) {
		if p.Open = true; p.Source == 901 {
			p.Generation = 2
		}
	})
	b.Generations = map[chains.Pair]uint64{{Source: 901, Destination: 902}: 2}
	for range 3 {
		b.slot(func(s *settlementtest.Slot) { s.Transfer(901, 902) })
	}
	b.await(journal.BatchPosted, 2)
	report, err := v.VerifyBatch(t.Context(), 2)
	if err != nil {
		t.Fatal(err)
	}
	if len(report.Findings) == 0 || report.Findings[0].Code != verifier.CodeAltered {
		t.Fatalf("findings %v", report.Findings)
	}
	if batch := mustBatch(t, s, 2); batch.Pairs[0].Generation != 2 {
		t.Fatalf("pairs %+v", batch.Pairs)
	}
}
