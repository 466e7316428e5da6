package sequencer_test

import (
	"context"
	"testing"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/sequencer"
)

// gated is a node that holds a block back, when it has taken it, until it is let: in that time its
// head may become another one. It does so with one block, after it was armed.
type gated struct {
	sequencer.Node
	*turnstile
}

func (n *gated) NewPayload(ctx context.Context, p *chains.Payload) error {
	err := n.Node.NewPayload(ctx, p)
	if held := n.pass(ctx); held != nil {
		return held
	}
	return err
}

// A committed block without any promise is lost before its node has adopted it, to a branch that
// is shorter. A block of ours has its number again, and promises in it, also for the next start.
func TestReplacedNeverApplied(t *testing.T) {
	t.Parallel()
	w := newOPNet(t, 2)
	w.op.beside = true
	node := &gated{w.nodes[a], newTurnstile()}
	w.nodes[a] = node
	w.start()
	w.bundle(a, b)
	tx := w.tx(a, &recipient, nil, nil)
	first := w.kept(1, tx)
	w.sameSlot(first)
	node.armed.Store(true)
	<-node.asked
	w.op.inputs[a].skip()
	w.branch(a, first.Legs[0].Height-1, nil)
	<-node.let
	w.eventually("the transaction is in the new branch", func() bool {
		r := w.receipt(a, tx.Hash())
		return r != nil && r.BlockNumber.Uint64() > first.Legs[0].Height
	})
	for range 2 {
		w.bundle(a, b)
		w.bundle(b, a)
		w.again()
	}
	w.balanced()
}
