package sequencer_test

import (
	"math/big"
	"strings"
	"testing"

	"github.com/ssequencer/ssequencer/sequencer"
)

// A journal that forgets is enough to start from, and to feed a node that lost some blocks.
// A node that lost more than is kept is named, with what to do; the other chain goes on.
func TestForgettingJournal(t *testing.T) {
	t.Parallel()
	w := newNet(t, 2)
	w.readers = []string{sequencer.Reader}
	w.tune = func(c *sequencer.Config) { c.FeedDepth, c.Checkpoint = 4, 10 }
	w.start()
	burn := func() {
		t.Helper()
		tx := w.burn(a, b, big.NewInt(5))
		if out := w.submit(tx); out.Bundle == nil {
			t.Fatalf("refused: %+v", out.Refusal)
		}
		w.until("it is in a block", func() bool { return w.receipt(a, tx.Hash()) != nil })
	}
	for w.journal.First() < 40 {
		burn()
	}
	w.fallBack(b, 2)
	burn()
	if err := w.stop(); err != nil {
		t.Fatal(err)
	}
	w.fallBack(a, 1)
	w.start()
	if w.journal.Checkpoint() == 0 || w.journal.First() < 40 {
		t.Fatalf("checkpoint %d, kept from %d on", w.journal.Checkpoint(), w.journal.First())
	}
	burn()
	w.balanced()
	w.zero()
	if err := w.stop(); err != nil {
		t.Fatal(err)
	}
	w.fallBack(b, 6)
	w.start()
	w.until("the chain says that blocks are not kept", func() bool {
		return strings.Contains(w.seq.Health(b).Reason, sequencer.ErrNotKept.Error())
	})
	alone := w.tx(a, &recipient, big.NewInt(1), nil)
	if out := w.submit(alone); out.Bundle == nil {
		t.Fatalf("refused: %+v", out.Refusal)
	}
	w.until("it is in a block", func() bool { return w.receipt(a, alone.Hash()) != nil })
}

// A chain that the journal has blocks of is not left out of the configuration: it is said which.
func TestChainTakenOut(t *testing.T) {
	t.Parallel()
	w := newNet(t, 2)
	w.start()
	if out := w.submit(w.burn(a, b, ten)); out.Refusal != nil {
		t.Fatalf("%+v", out)
	} else {
		w.applied(out.Bundle)
	}
	if err := w.stop(); err != nil {
		t.Fatal(err)
	}
	w.ids = w.ids[:1]
	w.launch()
	<-w.ended
	if err := w.stop(); err == nil || !strings.Contains(err.Error(), "not configured: chain 902") {
		t.Errorf("the sequencer started without a chain: %v", err)
	}
}
