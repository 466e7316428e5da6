package sequencer_test

import (
	"context"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/journal"
	"github.com/ssequencer/ssequencer/sequencer"
)

// newEndlessNet is a net whose slots end only when a block of theirs is asked for. The node of one chain can be held up.
func newEndlessNet(t *testing.T, id chains.ChainID) (*net, *heldUp) {
	w := newOPNet(t, 2)
	slow := w.withHeldUp(id)
	w.tune = func(cfg *sequencer.Config) { cfg.BlockTime, cfg.Patience = hanging, hanging }
	w.start()
	return w, slow
}

// opened waits until a chain's block of the number is opened.
func (w *net) opened(ctx context.Context, id chains.ChainID, number uint64) {
	w.t.Helper()
	w.recorded(ctx, "a block is opened", func(rec journal.Record) bool {
		r, ok := rec.(*journal.Opened)
		return ok && r.Open.ChainID == id && r.Open.Number == number
	})
}

// A chain joins the open slot while its block of the slot before is still being built: the
// parent of the block that it joins with is not known yet, and the block goes on when it is.
func TestOPStackJoinsBehindABuild(t *testing.T) {
	t.Parallel()
	w, slow := newEndlessNet(t, a)
	ctx, cancel := context.WithTimeout(t.Context(), hanging)
	defer cancel()
	first := w.head(a)
	w.opened(ctx, a, first.Number+1)
	w.op.inputs[a].pause(chains.ErrNotYet)
	slow.armed.Store(true)
	type answer struct {
		block *chains.Payload
		err   error
	}
	sealed := make(chan answer, 1)
	go func() {
		block, err := w.seq.SealNow(ctx, a, first.Hash)
		sealed <- answer{block, err}
	}()
	<-slow.asked
	w.opened(ctx, b, first.Number+2) // without the other chain
	w.op.inputs[a].pause(nil)
	w.seq.Wake()
	w.opened(ctx, a, first.Number+2)
	<-slow.let
	parent := <-sealed
	if parent.err != nil {
		t.Fatal(parent.err)
	}
	out := w.submit(w.burn(a, b, ten))
	if out.Refusal != nil || len(out.Bundle.Legs) != 2 || out.Bundle.Legs[0].Height != first.Number+2 || out.Bundle.Legs[1].Height != first.Number+2 {
		t.Fatalf("%+v", out)
	}
	w.eventually("the block before is applied", func() bool { return w.seq.Health(a).Applied == parent.block.Ref() })
	if block, err := w.seq.SealNow(ctx, a, parent.block.Hash); err != nil || block.ParentHash == (common.Hash{}) {
		t.Fatal(block, err)
	}
	w.applied(out.Bundle)
	w.balanced()
	w.quiet()
}
