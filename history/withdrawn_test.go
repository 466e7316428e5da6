package history

import (
	"fmt"
	"testing"

	"github.com/cockroachdb/pebble/v2/vfs"

	"github.com/ssequencer/ssequencer/chains/wire"
	"github.com/ssequencer/ssequencer/journal"
)

// TestWithdrawnBatch: the bundles of a batch that is withdrawn are in none, until another is
// closed over them under its number.
func TestWithdrawnBatch(t *testing.T) {
	w, r := newWorld(11), newRig(t, vfs.NewCrashableMem())
	defer r.stop()
	var batch *worldBatch
	for batch == nil {
		w.step()
		if n := len(w.batches); n > 0 && w.batches[n-1].status != wire.Sealed && len(w.batches[n-1].slots[0].bundles) > 0 {
			batch = w.batches[n-1]
		}
	}
	r.write(w.take()...)
	number, of := uint64(len(w.batches)), batch.slots[0].bundles[0]
	expect := func(status wire.Status, in uint64) {
		t.Helper()
		got, err := r.history.Bundle(testContext(t), of.id)
		if err != nil {
			t.Fatal(err)
		}
		if got.Status != status || in == 0 && got.Batch != nil || in != 0 && (got.Batch == nil || uint64(*got.Batch) != in) {
			t.Fatalf("the bundle is %s, in batch %v", got.Status, got.Batch)
		}
	}
	expect(batch.status, number)
	r.write(&journal.BatchEvent{Event: journal.BatchWithdrawn, Number: number, Body: []byte{}})
	expect(wire.Sealed, 0)
	body := fmt.Sprint(batch.slots[0].ts, " ", batch.slots[len(batch.slots)-1].ts)
	r.write(&journal.BatchEvent{Event: journal.BatchClosed, Number: number, Body: []byte(body)})
	expect(wire.Sealed, number)
	r.write(&journal.BatchEvent{Event: journal.BatchPosted, Number: number, Body: hashOf("l1", number).Bytes()})
	expect(wire.Posted, number)
}
