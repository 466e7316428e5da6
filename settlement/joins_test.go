package settlement_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/cockroachdb/pebble/v2/vfs"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/journal"
	"github.com/ssequencer/ssequencer/settlement"
	"github.com/ssequencer/ssequencer/settlement/settlementtest"
)

// TestJoinsBehindClosedBatches: a chain joins with a batch that is closed already, without
// it, so that this is closed anew, and the process that knows the chain goes back to where
// none knew it. Its pairs and its blocks are there all the same; and they are once more when
// L1's first batch with them is taken back, since another chain has lost a block.
func TestJoinsBehindClosedBatches(t *testing.T) {
	options := settlementtest.SuiteOptions{Later: []chains.ChainID{903}, Pairs: []chains.Pair{{Source: 901, Destination: 902}, {Source: 902, Destination: 901}}}
	b := benchOf(t, settlementtest.StartSuite(t, []chains.ChainID{901, 902, 903}, options).World, journal.Config{FS: vfs.NewMem()})
	without := func(cfg *settlement.Config) {
		cfg.Chains = slices.DeleteFunc(cfg.Chains, func(c settlement.ChainConfig) bool { return c.ID == 903 })
	}
	two := func() {
		slot := b.NewSlot()
		slot.Transfer(901, 902)
		b.write(settlementtest.Records(slot.Build(903))...)
	}
	b.adjust = without
	stop := b.run(b.settlement(nil))
	two()
	two()
	b.await(journal.BatchPosted, 1)
	stop()
	b.adjust = func(cfg *settlement.Config) { without(cfg); payNothing(cfg) }
	away := b.settlement(nil)
	stop = b.run(away)
	two()
	two()
	b.awaitEvent(journal.BatchClosed, 2)
	stop()

	start := b.Chain(903).Head.Number.Uint64() + 1
	b.SendL1(b.Operator, b.Suite.Batches, bindings.NewBatches().PackAnnounce(2, []bindings.DependencySetMember{{ChainId: 901}, {ChainId: 902},
		{ChainId: 903, StartBlock: start}}, bindings.AllPairs([]uint64{901, 902, 903})))
	b.adjust = func(cfg *settlement.Config) { cfg.Chains[2].StartBlock = start }
	s := b.settlement(nil)
	b.run(s)
	b.mineUntil("a reason", func() bool { return strings.Contains(strings.Join(s.Reasons(), " "), settlement.ErrSet.Error()) })
	b.slot(func(s *settlementtest.Slot) { s.Transfer(901, 903); s.Transfer(903, 902) })
	b.await(journal.BatchWithdrawn, 2)
	b.slot(nil)
	b.await(journal.BatchPosted, 2)
	b.requireJoined(s, start)
	if report, err := b.verifier().VerifyBatch(t.Context(), 2); err != nil || !report.OK() {
		t.Fatalf("%v %v", report.Findings, err)
	}
	b.write(b.Lose(901, 2))
	b.slot(func(s *settlementtest.Slot) { s.Send(901, 903) }) // the same message again
	b.await(journal.BatchWithdrawn, 2)
	b.slot(nil)
	b.await(journal.BatchPosted, 2)
	b.requireJoined(s, start)
}

// requireJoined checks that the second batch has chain 903 from its first block on, and its
// pairs.
func (b *bench) requireJoined(s *settlement.Settlement, start uint64) {
	b.t.Helper()
	batch := mustBatch(b.t, s, 2)
	if of := batch.Claim.Chains; len(of) != 3 || of[2].ChainID != 903 || of[2].FirstBlock != start || len(batch.Pairs) != 6 || batch.Pairs[1].Count != 1 {
		b.t.Fatalf("batch 2 is of %+v and %+v", of, batch.Pairs)
	}
}
