package sequencer_test

import (
	"context"
	"testing"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/journal"
	"github.com/ssequencer/ssequencer/sequencer"
)

// waitedFor is a context that tells when somebody begins to wait for its end.
type waitedFor struct {
	context.Context
	begun chan struct{}
}

// Done implements context.Context.
func (c waitedFor) Done() <-chan struct{} {
	c.begun <- struct{}{}
	return c.Context.Done()
}

// A block is asked for while another group of the slot before it is still being committed: its own slot
// ends as soon as that is, not with its time.
func TestOPStackAskedBesideABuild(t *testing.T) {
	t.Parallel()
	w := newOPNet(t, 2)
	slow := w.withHeldUp(b)
	w.tune = func(cfg *sequencer.Config) { cfg.BlockTime, cfg.Patience = hanging, hanging }
	w.start()
	ctx, cancel := context.WithTimeout(t.Context(), hanging)
	defer cancel()
	opened := func(id chains.ChainID, number uint64) {
		t.Helper()
		w.recorded(ctx, "a block is opened", func(rec journal.Record) bool {
			r, ok := rec.(*journal.Opened)
			return ok && r.Open.ChainID == id && r.Open.Number == number
		})
	}
	first := w.head(a)
	opened(a, first.Number+1)
	opened(b, first.Number+1)
	w.op.inputs[a].pause(chains.ErrNotYet)
	slow.armed.Store(true)
	parent, err := w.seq.SealNow(ctx, a, first.Hash)
	if err != nil {
		t.Fatal(err)
	}
	<-slow.asked
	opened(b, first.Number+2) // nobody waits for a block of this slot
	w.eventually("901 has its block", func() bool { return w.seq.Health(a).Applied == parent.Ref() })
	w.op.inputs[a].pause(nil)
	w.seq.Wake()
	opened(a, parent.Number+1)
	asking := waitedFor{ctx, make(chan struct{}, 2)}
	answered := make(chan error, 1)
	go func() {
		block, err := w.seq.SealNow(asking, a, parent.Hash)
		if err == nil && block.ParentHash != parent.Hash {
			t.Errorf("block %d is on %s", block.Number, block.ParentHash)
		}
		answered <- err
	}()
	<-asking.begun // before it is ready
	<-asking.begun // its wish is known
	<-slow.let
	if err := <-answered; err != nil {
		t.Fatal(err)
	}
}
