package settlement_test

import (
	"testing"

	"github.com/ssequencer/ssequencer/journal"
	"github.com/ssequencer/ssequencer/settlement/settlementtest"
)

// TestReopenedTakesTheWholeBundle: what a chain's Reopened record takes back is taken back
// on the other chains of the bundle, too: they have no record of their own where nothing
// else changes on them.
func TestReopenedTakesTheWholeBundle(t *testing.T) {
	b := newBench(t, 901, 902)
	s := b.settlement(nil)
	b.run(s)
	slot := b.NewSlot()
	slot.Transfer(901, 902)
	blocks := slot.Build()
	records := settlementtest.Records(blocks)
	joint, second := *records[0].(*journal.Decided), records[1].(*journal.Decided)
	joint.Bundle.Legs = append(joint.Bundle.Legs[:1:1], second.Bundle.Legs...)
	taken := []journal.Record{&joint, &journal.Reopened{Slot: slot.Time, ChainID: 901, Height: blocks[0].Header.Number.Uint64()}}
	if _, err := b.journal.Append(append(taken, records...)...); err != nil {
		t.Fatal(err)
	}
	b.slot(nil)
	b.await(journal.BatchPosted, 1)
	if n := mustBatch(t, s, 1).Pairs[0].Count; n != 1 {
		t.Fatalf("%d messages", n)
	}
}
