package l1

import (
	"errors"
	"math/rand/v2"
	"reflect"
	"testing"

	"github.com/ssequencer/ssequencer/chains"
)

// world is a random L1, with gaps, and chains that derive from it.
type world struct {
	rand    *rand.Rand
	l1      *script
	source  *Source
	chains  []Chain
	parents []*chains.Parent
	depth   int
	now     uint64
}

func newWorld(t *testing.T, seed uint64) *world {
	w := &world{rand: rand.New(rand.NewPCG(seed, 1)), now: 1_800_000_000}
	var times []uint64
	for at := w.now - 3000; at < w.now+4000; {
		times = append(times, at)
		switch w.rand.IntN(60) {
		case 0:
			at += 600 + w.rand.Uint64N(2400) // L1 stands still
		default:
			at += 1 + w.rand.Uint64N(24)
		}
	}
	w.l1, w.depth = newScript(times...), w.rand.IntN(5)
	forks := jovianFrom(0)
	if w.rand.IntN(2) == 0 { // before Fjord, whose drift is shorter
		forks = &chains.OPStack{Ecotone: at(0)}
	}
	first := w.rand.IntN(20)
	for i := range 1 + w.rand.IntN(3) {
		c := Chain{ID: chains.ChainID(901 + i), OP: forks, BlockTime: 2}
		w.chains = append(w.chains, c)
		w.parents = append(w.parents, parentOn(&c, w.l1.ref(first), max(w.now, times[first])))
	}
	w.source = newSource(t, Config{Chains: w.chains, Depth: uint64(w.depth)}, w.l1)
	return w
}

// l1Goes shows what L1 has by now, with some delay.
func (w *world) l1Goes(t *testing.T) {
	head := 0
	for head+1 < len(w.l1.blocks) && w.l1.blocks[head+1].Time <= w.now {
		head++
	}
	w.l1.show(max(0, head-w.rand.IntN(3)))
	if w.rand.IntN(3) > 0 {
		read(t, w.source)
	}
}

// An origin never moves by more than one block, is never later than its block, and is
// older than the drift allows only where there is no other; chains with one origin keep to
// one; who asks again gets the same answer.
func TestOriginChoice(t *testing.T) {
	empty, waited, moved := 0, 0, 0
	for seed := range uint64(8) {
		w := newWorld(t, seed)
		for range 1000 {
			w.now += 2
			w.l1Goes(t)
			type step struct {
				from chains.BlockRef
				at   uint64
			}
			chosen := make(map[step]chains.BlockRef)
			for i := range w.chains {
				p := w.parents[i]
				in, err := w.source.Next(p, w.now)
				if errors.Is(err, chains.ErrNotYet) {
					waited++
					continue
				}
				if err != nil {
					t.Fatalf("seed %d: %v", seed, err)
				}
				w.check(t, i, in)
				if before, ok := chosen[step{p.Attributes.Origin, in.Timestamp}]; ok && before != in.L1Origin {
					t.Fatalf("seed %d: from %v one chain goes to %v, another to %v", seed, p.Attributes.Origin, before, in.L1Origin)
				}
				chosen[step{p.Attributes.Origin, in.Timestamp}] = in.L1Origin
				if w.rand.IntN(4) == 0 { // L1 goes on in the middle of a slot
					w.now += 12
					w.l1Goes(t)
					w.now -= 12
				}
				if again, err := w.source.Next(p, w.now); err != nil || !reflect.DeepEqual(in, again) {
					t.Fatalf("seed %d: first %+v, then %+v, %v", seed, in, again, err)
				}
				if in.NoTxPool {
					empty++
				}
				if in.L1Origin != p.Attributes.Origin {
					moved++
				}
				w.parents[i] = built(t, &w.chains[i], p, in)
			}
		}
	}
	t.Logf("%d origins taken, %d empty blocks, %d times there was no block", moved, empty, waited)
	if empty == 0 || waited == 0 {
		t.Error("the drift was never exceeded: this shows too little")
	}
}

func (w *world) check(t *testing.T, chain int, in *chains.Inputs) {
	t.Helper()
	c, p := &w.chains[chain], w.parents[chain]
	origin, last := w.l1.blocks[in.L1Origin.Number], p.Attributes.Origin
	switch {
	case in.L1Origin.Number != last.Number && in.L1Origin.Number != last.Number+1:
		t.Fatalf("from L1 block %d to %d", last.Number, in.L1Origin.Number)
	case origin.Hash() != in.L1Origin.Hash:
		t.Fatalf("L1 block %d has another hash", in.L1Origin.Number)
	case origin.Time > in.Timestamp:
		t.Fatalf("a block at %d derives from one at %d", in.Timestamp, origin.Time)
	}
	drift := uint64(600)
	if c.OP.Fork(origin.Time) >= chains.Fjord {
		drift = 1800
	}
	late := in.Timestamp > origin.Time+drift
	if late != in.NoTxPool {
		t.Fatalf("a block %d s after its origin has NoTxPool %v", in.Timestamp-origin.Time, in.NoTxPool)
	}
	if next := int(in.L1Origin.Number) + 1; late && in.L1Origin == last && w.l1.blocks[next].Time <= in.Timestamp {
		t.Fatalf("an empty block at %d derives from L1 block %d, though %d is at %d", in.Timestamp, last.Number, next, w.l1.blocks[next].Time)
	}
	next := built(t, c, p, in).Attributes
	want := p.Attributes.Sequence + 1
	if in.L1Origin != last {
		want = 0
	}
	if next.Sequence != want || next.Origin != in.L1Origin || next.Time != origin.Time {
		t.Fatalf("attributes %+v, sequence should be %d", next, want)
	}
}
