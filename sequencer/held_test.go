package sequencer_test

import (
	"slices"
	"testing"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/journal"
)

// A crash while blocks are held; before the next start one of the nodes gets another block, as
// where its op-node was pointed at it meanwhile. Nobody can have adopted what was held, and it is
// not committed: the other chain would have the half of a bundle.
func TestOPStackHeldAndElsewhere(t *testing.T) {
	t.Parallel()
	w, tx, _, at := newHeldNet(t)
	w.crash(at)
	before := w.tokens(b, recipient)
	w.extendOP(a, nil)
	w.op.inputs[a].skip()
	w.start()
	if got := w.tokens(b, recipient); got.Cmp(before) != 0 { // its block is made again without it
		t.Errorf("%v tokens on 902, with the mint of a burn that is not on 901", got)
	}
	w.ask(true)
	w.eventually("the burn is included", func() bool {
		w.ask(true)
		_, _ = w.seq.SealNow(t.Context(), a, w.head(a).Hash)
		return w.receipt(a, tx.Hash()) != nil
	})
	w.even(a, b)
	w.balanced()
}

// A crash while blocks that were held are made anew of other inputs: the new opening is on record,
// that they are recalled is not. What is committed is made of what the newest opening says.
func TestOPStackHeldAndOpenedAnew(t *testing.T) {
	t.Parallel()
	w, _, built, at := newHeldNet(t)
	w.crash(at)
	var opened *journal.Opened
	for _, rec := range w.records() {
		if r, ok := rec.(*journal.Opened); ok && r.Open.ChainID == a && r.Open.Number == built.Number {
			opened = r
		}
	}
	again := *opened
	more := w.op.inputs[a].deposit(t, chains.Deposit{From: w.user.Address(), To: &recipient})
	again.Open.Deposits = append(slices.Clone(again.Open.Deposits), more.Raw())
	w.write(&again)
	w.start()
	for _, rec := range w.records() {
		r, ok := rec.(*journal.Commit)
		if ok && r.Slot == again.Open.Timestamp && len(built.Transactions) > 0 && slices.Contains(r.Blocks, journal.CommittedBlock{ChainID: a, Ref: built.Ref()}) {
			t.Errorf("block %d is committed with %d transactions and without the deposit that its opening has", built.Number, len(built.Transactions))
		}
	}
}

// A first run ends before anything of the chains is committed, and op-nodes go on without the
// sequencer: the next start begins where they are.
func TestOPStackOvertakenFirstBlock(t *testing.T) {
	t.Parallel()
	w := newOvertakenNet(t)
	w.start()
	w.bundle(a, b)
	w.even(a, b)
	w.balanced()
}

// newOvertakenNet is a net whose first run has ended before anything of the chains was committed, and
// whose op-nodes have gone on without the sequencer.
func newOvertakenNet(t *testing.T) *net {
	w := newOPNet(t, 2)
	w.op.beside = true
	w.start()
	w.bundle(a, b)
	if err := w.stop(); err != nil {
		t.Fatal(err)
	}
	first := slices.IndexFunc(w.records(), func(rec journal.Record) bool {
		return rec.Kind() == journal.KindHeld || rec.Kind() == journal.KindCommit
	})
	w.cut(journal.Seq(first)) // the records before it
	for _, id := range w.ids {
		w.op.inputs[id].skip()
		w.extendOP(id, nil)
	}
	return w
}
