package proxy_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ssequencer/ssequencer/chains/proxy"
)

// op-node has made a committed block the head and gone on from it before the sequencer has it
// adopted: the node stays where op-node is. A block that the node has lost is given to it.
func TestAdoptedBeforeUs(t *testing.T) {
	w := newWorld(t)
	w.seq.txs = [][]byte{userTx}
	n := w.opNode(t)
	first := must(n.Slot(t.Context()))(t)
	second := must(n.Slot(t.Context()))(t)
	if err := w.seq.waitAdopted(t); err != nil {
		t.Fatal(err)
	}
	if err := w.proxy.Adopt(t.Context(), first.Hash); err != nil {
		t.Error(err)
	}
	if b := w.node.headBlock(); b.Hash != second.Hash {
		t.Errorf("the node's head is block %d, op-node's is %d", b.Number, second.Number)
	}
	if err := (headSetter{w.node}).Adopt(t.Context(), first.Hash, common.Hash{}, common.Hash{}); err != nil { // it loses the second
		t.Fatal(err)
	}
	if err := w.proxy.Adopt(t.Context(), second.Hash); err != nil {
		t.Error(err)
	}
	if b := w.node.headBlock(); b.Hash != second.Hash {
		t.Errorf("the node's head is block %d, it had lost %d", b.Number, second.Number)
	}
}

// overtaken is a node on which op-node makes a block the head just before we do.
type overtaken struct {
	headSetter
	adopt func()
}

// Adopt implements proxy.Node.
func (o overtaken) Adopt(context.Context, common.Hash, common.Hash, common.Hash) error {
	o.adopt()
	return errors.New("the node has another head")
}

// op-node comes back, makes a committed block the head and goes on, just when the node was to be
// given that block without it.
func TestAdoptedWhileGiven(t *testing.T) {
	var node overtaken
	w := newWorld(t, func(c *proxy.Config, d *proxy.Deps) {
		c.BlockTime, c.Earliest = time.Millisecond, time.Hour
		node.headSetter = d.Node.(headSetter)
		d.Node = &node
	})
	n := w.opNode(t)
	job := must(n.Build(t.Context()))(t)
	node.adopt = func() {
		if err := n.Insert(t.Context(), must(n.Fetch(t.Context(), job))(t)); err != nil {
			t.Error(err)
		}
	}
	must(w.seq.commit(t.Context(), n.Head.Hash))(t)
	if err := w.seq.waitAdopted(t); err != nil {
		t.Error(err)
	}
}
