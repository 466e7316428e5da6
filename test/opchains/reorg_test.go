package opchains

import (
	"context"
	"math/big"
	"slices"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ssequencer/ssequencer/chains"
)

// While L1 replaces its newest block time and again, no block derives from one that is gone,
// and every deposit comes once.
func TestDirectReorgs(t *testing.T) {
	w := newWorld(t, 1, 1)
	s := newService(w)
	s.start()
	d := startDeposits(w)
	ctx, stop := context.WithCancel(t.Context())
	done := make(chan struct{})
	go func() { defer close(done); w.replaceHeads(ctx) }()
	tr := &traffic{w: w, on: s.client, url: s.url, goal: 100}
	err := tr.run(t.Context())
	w.until("some reorgs", func() bool { return w.reorgs.Load() >= 8 })
	stop()
	<-done
	if err != nil {
		t.Fatal(err)
	}
	d.end()
	w.checkDeposits(d)
	w.checkBundles(s, tr)
	w.checkPairs(d)
	s.checkCounters("atomicity_violations", "root_mismatches")
	s.stop()
}

// replaceHeads drops L1's newest block from time to time, until ctx ends.
func (w *world) replaceHeads(ctx context.Context) {
	tick := time.NewTicker(700 * time.Millisecond)
	defer tick.Stop()
	for {
		select {
		case <-tick.C:
		case <-ctx.Done():
			return
		}
		head := w.l1Block(nil)
		if head.Number.Uint64() < 8 {
			continue // the contracts stay
		}
		if err := w.l1.Reorg(w.t.Context(), head.ParentHash); err != nil {
			w.t.Error(err)
			return
		}
		w.reorgs.Add(1)
	}
}

func (w *world) l1Block(number *big.Int) *types.Header {
	h, err := w.l1eth.HeaderByNumber(w.t.Context(), number)
	if err != nil {
		w.t.Error(err)
		return new(types.Header)
	}
	return h
}

// oldestOrigin returns the lowest number that any chain's last block has as its L1 origin.
func (w *world) oldestOrigin() uint64 {
	w.t.Helper()
	return slices.Min(w.origins())
}

// origins returns the numbers of the L1 origins of the chains' last blocks.
func (w *world) origins() (all []uint64) {
	w.t.Helper()
	for _, c := range w.chains {
		number := w.read(c, chains.L1BlockAddress, crypto.Keccak256([]byte("number()"))[:4])
		all = append(all, new(big.Int).SetBytes(number).Uint64())
	}
	return all
}
