package sequencer_test

import (
	"context"
	"testing"

	"github.com/ssequencer/ssequencer/chains"
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
	w, slow := newEndlessNet(t, b)
	ctx, cancel := context.WithTimeout(t.Context(), hanging)
	defer cancel()
	first := w.head(a)
	w.opened(ctx, a, first.Number+1)
	w.opened(ctx, b, first.Number+1)
	w.op.inputs[a].pause(chains.ErrNotYet)
	slow.armed.Store(true)
	parent, err := w.seq.SealNow(ctx, a, first.Hash)
	if err != nil {
		t.Fatal(err)
	}
	<-slow.asked
	w.opened(ctx, b, first.Number+2) // nobody waits for a block of this slot
	w.eventually("901 has its block", func() bool { return w.seq.Health(a).Applied == parent.Ref() })
	w.op.inputs[a].pause(nil)
	w.seq.Wake()
	w.opened(ctx, a, parent.Number+1)
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
