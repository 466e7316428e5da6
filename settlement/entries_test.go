package settlement_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/journal"
	"github.com/ssequencer/ssequencer/settlement/settlementtest"
)

// newEntryBench has two chains with pairs to and from L1.
func newEntryBench(t *testing.T) *bench {
	const l1 = settlementtest.L1ID
	return newBenchOf(t, []chains.Pair{{Source: l1, Destination: 901}, {Source: l1, Destination: 902}, {Source: 901, Destination: l1},
		{Source: 901, Destination: 902}, {Source: 902, Destination: 901}}, 901, 902)
}

// enter has L1 send a message to a chain.
func (b *bench) enter(to chains.ChainID, data string) settlementtest.Message {
	b.t.Helper()
	receipt := b.SendL1(b.User, b.Plan.Messenger, bindings.EncodeSendMessage(uint64(to), common.Address{1}, []byte(data)))
	sent, err := bindings.DecodeSentMessage(receipt.Logs[0])
	if err != nil {
		b.t.Fatal(err)
	}
	return settlementtest.Message{Source: settlementtest.L1ID, SentMessage: sent}
}

// TestEntriesAreProven: pairs with an end on L1 settle, with messages from L1 that are not
// received yet and without; a demand on such a batch is answered, whatever L1 has sent
// since; and each message is provable on L1.
func TestEntriesAreProven(t *testing.T) {
	b := newEntryBench(t)
	s := b.settlement(nil)
	b.run(s)
	first, second := b.enter(901, "first"), b.enter(901, "second")
	b.enter(902, "never received")
	var exit settlementtest.Message
	b.slot(func(s *settlementtest.Slot) {
		s.Relay(first)
		exit = s.Send(901, settlementtest.L1ID)
		s.Transfer(901, 902)
	})
	b.slot(nil)
	b.slot(func(s *settlementtest.Slot) { s.Relay(second) })
	b.enter(901, "third")
	b.slot(nil)
	b.await(journal.BatchPosted, 2)
	for _, number := range []uint64{2, 1} { // the older one has less of what L1 has sent by now
		b.demand(number)
		b.mineUntil("an answer", func() bool { return b.openDemands() == 0 })
	}
	for _, m := range []settlementtest.Message{first, second, exit} {
		p, err := s.Proof(m.Hash())
		if err != nil || !b.onL1(p) {
			t.Errorf("message %d from %d: %v", m.Nonce, m.Source, err)
		}
	}
	report, err := b.verifier().VerifyBatch(t.Context(), 2)
	if err != nil || !report.OK() || len(report.Unprovable) > 0 {
		t.Errorf("%v %v %v", report.Findings, report.Unprovable, err)
	}
	b.checkPoster()
}

// TestUnbackedEntryIsNotClaimed: a batch in which a chain has received what L1 has not
// sent, as after L1 lost more than was waited for, is not claimed until L1 has sent it.
func TestUnbackedEntryIsNotClaimed(t *testing.T) {
	b := newEntryBench(t)
	s := b.settlement(nil)
	b.run(s)
	lost := settlementtest.Message{Source: settlementtest.L1ID, SentMessage: bindings.SentMessage{Destination: 901, Sender: b.User.Address(), Target: common.Address{1}, Data: []byte("lost")}}
	b.slot(func(s *settlementtest.Slot) { s.Relay(lost) })
	b.slot(nil)
	b.await(journal.BatchClosed, 1)
	deadline := time.After(30 * time.Second)
	for !slices.ContainsFunc(s.Reasons(), func(why string) bool { return strings.Contains(why, "L1 has not sent") }) {
		select {
		case <-time.After(10 * time.Millisecond):
			b.MineL1()
		case <-deadline:
			t.Fatalf("reasons: %v", s.Reasons())
		}
	}
	abi := bindings.NewBatches()
	if n := callL1(b, b.Suite.Batches, abi.PackLatestBatch(), abi.UnpackLatestBatch); n != 0 {
		t.Fatal("the batch was claimed")
	}
	if again := b.enter(901, "lost"); again.Hash() != lost.Hash() {
		t.Fatal("another message")
	}
	b.await(journal.BatchPosted, 1)
}
