package sequencer_test

import (
	"context"
	"math/big"
	"sync/atomic"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/journal"
	"github.com/ssequencer/ssequencer/sequencer"
)

// unbuilding is a node that answers everything and builds no block: while it is on, it takes its time, and
// says so when it is told to.
type unbuilding struct {
	sequencer.Node
	on   atomic.Bool
	said chan struct{} // closed when it may say that it does not build; nil where that is at once
}

func (n *unbuilding) Build(ctx context.Context, open *chains.Open, txs [][]byte) (*chains.Payload, error) {
	if !n.on.Load() {
		return n.Node.Build(ctx, open, txs)
	}
	if n.said != nil {
		select {
		case <-n.said:
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
	return nil, errAway
}

// Two chains stand aside, so that their bundles are taken back and what is on each alone is
// recorded again; the sequencer ends before any of it is committed. The next start gives
// every transaction the global index that it had, and none twice.
func TestIndexesAfterStandingAside(t *testing.T) {
	t.Parallel()
	w := newNet(t, 2)
	w.tune = impatient
	var nodes []*unbuilding
	said := make(chan struct{})
	for _, id := range w.ids {
		n := &unbuilding{Node: w.nodes[id], said: said}
		nodes, w.nodes[id] = append(nodes, n), n
	}
	w.start()
	w.applied(w.submit(w.tx(a, &recipient, big.NewInt(1), nil)).Bundle)
	for _, n := range nodes {
		n.on.Store(true)
	}
	told := map[common.Hash]uint64{}
	for _, tx := range []*chains.Tx{
		w.tx(b, &recipient, big.NewInt(1), nil), w.tx(a, &recipient, big.NewInt(2), nil), w.tx(b, &recipient, big.NewInt(3), nil), w.tx(a, &recipient, big.NewInt(4), nil),
	} {
		told[tx.Hash()] = w.submit(tx).Bundle.Legs[0].GlobalIndex
	}
	joint := w.submit(w.burn(a, b, big.NewInt(5))).Bundle
	w.nonces[a]--
	close(said) // not before all is promised: what comes while they stand aside waits
	w.until("the bundle is revoked", func() bool { return w.revokedAll(joint) })
	if err := w.stop(); err != nil {
		t.Fatal(err)
	}
	for _, n := range nodes {
		n.on.Store(false)
	}
	w.start()
	w.applied(w.submit(w.tx(a, &recipient, big.NewInt(6), nil), w.tx(b, &recipient, big.NewInt(6), nil)).Bundle)
	if err := w.stop(); err != nil {
		t.Fatal(err)
	}
	given := map[uint64]common.Hash{}
	for _, rec := range w.records() {
		r, ok := rec.(*journal.Decided)
		if !ok {
			continue
		}
		for _, l := range r.Bundle.Legs {
			if other, ok := given[l.GlobalIndex]; ok && other != l.TxHash {
				t.Errorf("global index %d is given to %s and to %s", l.GlobalIndex, other, l.TxHash)
			}
			given[l.GlobalIndex] = l.TxHash
			if index, ok := told[l.TxHash]; ok && index != l.GlobalIndex {
				t.Errorf("%s was told global index %d and gets %d", l.TxHash, index, l.GlobalIndex)
			}
		}
	}
	w.balanced()
	w.promisesKept()
}

// revokedAll reports whether the journal revokes every promise about a bundle.
func (w *net) revokedAll(bundle *chains.Bundle) bool {
	w.t.Helper()
	left := map[common.Hash]bool{}
	for _, l := range bundle.Legs {
		left[l.TxHash] = true
	}
	for _, rec := range w.records() {
		if r, ok := rec.(*journal.Revoked); ok {
			for _, p := range r.Positions {
				delete(left, p.TxHash)
			}
		}
	}
	return len(left) == 0
}

// A chain that was opened and never committed to, whose node has lost a block that is not
// the journal's, must not end the process: the other chains go on.
func TestLostSetUp(t *testing.T) {
	t.Parallel()
	w := newNet(t, 2)
	w.tune = impatient
	n := &unbuilding{Node: w.nodes[b]}
	w.nodes[b] = n
	n.on.Store(true)
	w.start()
	w.applied(w.submit(w.tx(a, &recipient, big.NewInt(1), nil)).Bundle)
	if err := w.stop(); err != nil {
		t.Fatal(err)
	}
	n.on.Store(false)
	if err := w.clients[b].Call(t.Context(), nil, "debug_setHead", hexutil.Uint64(0)); err != nil {
		t.Fatal(err)
	}
	w.start()
	for range 3 {
		w.applied(w.submit(w.tx(a, &recipient, big.NewInt(1), nil)).Bundle)
	}
	w.standsAside(b, "halted: ")
}
