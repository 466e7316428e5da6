package signer

import (
	"errors"
	"math/rand/v2"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ssequencer/ssequencer/chains"
)

// next is a promise that follows the chain's last one.
func next(w *Watermark, chain chains.ChainID, height, index uint64) *chains.Promise {
	return &chains.Promise{ChainID: chain, Height: height, Index: index, Previous: w.Previous(chain)}
}

func mustAdvance(t *testing.T, w *Watermark, p *chains.Promise) {
	t.Helper()
	if err := w.Advance(p); err != nil {
		t.Fatal(err)
	}
}

func TestEquivocationIsRefused(t *testing.T) {
	w := NewWatermark()
	p := next(w, 901, 7, 0)
	mustAdvance(t, w, p)
	mustAdvance(t, w, p) // the same again
	other := *p
	other.TxHash = common.Hash{1}
	if err := w.Advance(&other); !errors.Is(err, ErrEquivocation) {
		t.Fatal(err)
	}
	q := next(w, 901, 7, 1)
	mustAdvance(t, w, q)
	if err := w.Advance(&other); !errors.Is(err, ErrEquivocation) {
		t.Fatal(err)
	}
	if w.Previous(901) != q.StructHash() {
		t.Fatal("a refused promise became the last")
	}
}

func TestUnpromisedPositionsBelowStayUnpromised(t *testing.T) {
	w := NewWatermark()
	mustAdvance(t, w, next(w, 901, 7, 5))
	for _, at := range []position{{7, 4}, {6, 9}} {
		if !w.Covers(901, at.height, at.index) {
			t.Errorf("%v is not covered", at)
		}
		if err := w.Advance(next(w, 901, at.height, at.index)); !errors.Is(err, ErrBelowWatermark) {
			t.Errorf("%v: %v", at, err)
		}
	}
	if w.Covers(901, 7, 6) || w.Covers(901, 8, 0) || w.Covers(902, 1, 0) {
		t.Error("positions above are covered")
	}
	mustAdvance(t, w, next(w, 901, 8, 0))
	mustAdvance(t, w, next(w, 902, 1, 0)) // chains do not touch each other
}

func TestPromiseMustNameTheLastOne(t *testing.T) {
	w := NewWatermark()
	mustAdvance(t, w, next(w, 901, 1, 0))
	if err := w.Advance(&chains.Promise{ChainID: 901, Height: 1, Index: 1}); !errors.Is(err, ErrLink) {
		t.Fatal(err)
	}
	if err := w.Advance(&chains.Promise{ChainID: 902, Height: 1, Previous: common.Hash{1}}); !errors.Is(err, ErrLink) {
		t.Fatal(err)
	}
	if w.Covers(901, 1, 1) || w.Covers(902, 1, 0) {
		t.Fatal("a refused promise moved the watermark")
	}
}

func TestForgottenPositionsAreRefused(t *testing.T) {
	w := NewWatermark()
	old := next(w, 901, 1, 0)
	mustAdvance(t, w, old)
	kept := next(w, 901, 2, 0)
	mustAdvance(t, w, kept)
	w.Forget(901, 2)
	w.Forget(901, 1) // forgetting less changes nothing
	w.Forget(902, 9) // nor does a chain without promises
	if err := w.Advance(old); !errors.Is(err, ErrBelowWatermark) {
		t.Fatal(err)
	}
	mustAdvance(t, w, kept)
	w.Forget(901, 10)
	if err := w.Advance(next(w, 901, 9, 0)); !errors.Is(err, ErrBelowWatermark) {
		t.Fatal(err)
	}
	mustAdvance(t, w, next(w, 901, 10, 0))
	if got := len(w.chains[901].content); got != 1 {
		t.Fatalf("%d contents are remembered", got)
	}
}

// TestNoPositionIsEverGrantedTwice plays random promises, repeats, forgetting and
// restarts (a new watermark advanced through the promises on record) against the rule
// itself.
func TestNoPositionIsEverGrantedTwice(t *testing.T) {
	type key struct {
		chain chains.ChainID
		position
	}
	for seed := range uint64(50) {
		rng := rand.New(rand.NewPCG(seed, 2))
		w, record, signed := NewWatermark(), []*chains.Promise(nil), make(map[key]common.Hash)
		for range 300 {
			switch rng.IntN(12) {
			case 0:
				w = NewWatermark()
				for _, p := range record {
					mustAdvance(t, w, p)
				}
			case 1:
				w.Forget(901, uint64(rng.IntN(10)))
			default:
				p := next(w, 901+chains.ChainID(rng.IntN(2)), uint64(rng.IntN(10)), uint64(rng.IntN(4)))
				p.TxHash = common.Hash{byte(rng.IntN(2))}
				if w.Advance(p) != nil {
					continue
				}
				at, content := key{p.ChainID, position{p.Height, p.Index}}, p.StructHash()
				if was, ok := signed[at]; ok && was != content {
					t.Fatalf("seed %d: %v was granted twice", seed, at)
				}
				if _, ok := signed[at]; !ok {
					record = append(record, p)
				}
				signed[at] = content
			}
		}
	}
}
