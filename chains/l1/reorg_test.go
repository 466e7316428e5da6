package l1

import (
	"context"
	"errors"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ssequencer/ssequencer/chains"
)

// backTo drops the blocks after the number.
func (s *script) backTo(number int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.blocks = s.blocks[:number+1]
	s.head = number
}

// dropped is an L1 and a chain whose last block derives from its block 5, at a depth of 2.
type dropped struct {
	l1     *script
	source *Source
	parent *chains.Parent
	line   []chains.BlockRef // origins of the chain's blocks, the newest first
}

func newDropped(t *testing.T) *dropped {
	d := &dropped{l1: newScript(10, 20, 30, 40, 50, 60, 70, 80, 90)}
	c := Chain{ID: 901, OP: jovianFrom(0), BlockTime: 2}
	d.source = newSource(t, Config{Chains: []Chain{c}, Depth: 2}, d.l1)
	d.parent = parentOn(&c, d.l1.ref(5), 100)
	for n := 5; n > 1; n-- {
		d.line = append(d.line, d.l1.ref(n))
	}
	if err := d.next(); !errors.Is(err, chains.ErrNotYet) {
		t.Fatal(err)
	}
	read(t, d.source)
	if err := d.next(); err != nil {
		t.Fatal(err)
	}
	return d
}

func (d *dropped) next() error {
	_, err := d.source.Next(d.parent, 102)
	return err
}

// is checks what is said of the chain's origins, and of its next block.
func (d *dropped) is(t *testing.T, what string, standing int, want, next error) {
	t.Helper()
	read(t, d.source)
	if err := d.next(); !errors.Is(err, next) || next == nil && err != nil {
		t.Errorf("%s: the next block: %v, not %v", what, err, next)
	}
	at, err := d.source.Standing(t.Context(), 901, d.line)
	if !errors.Is(err, want) || err == nil && (want != nil || at != standing) {
		t.Errorf("%s: %d stands, %v; not %d, %v", what, at, err, standing, want)
	}
}

// A branch is believed when it is as long as the old one was, and still there with another head.
func TestDroppedOrigin(t *testing.T) {
	d := newDropped(t)
	d.is(t, "at first", 0, nil, nil)
	d.l1.backTo(3)
	d.l1.extend(51, 1)
	d.is(t, "L1 is shorter than that", 0, nil, nil)
	d.l1.extend(61, 1)
	d.is(t, "the new branch is shorter", 0, chains.ErrUnsure, chains.ErrUnsure)
	d.l1.extend(71, 1)
	d.is(t, "still", 0, chains.ErrUnsure, chains.ErrUnsure)
	d.l1.extend(81, 1)
	d.is(t, "and still", 0, chains.ErrUnsure, chains.ErrUnsure)
	d.l1.extend(91, 1)
	d.is(t, "as long as the old one", 2, nil, chains.ErrOrphaned)
	if at, err := d.source.Standing(t.Context(), 901, d.line[:2]); err != nil || at != 2 {
		t.Errorf("none of these stands: %d, %v", at, err)
	}

	d.l1.backTo(3)
	for at := uint64(50); at <= 90; at += 10 {
		d.l1.extend(at, 0)
	}
	d.is(t, "L1 is what it was", 0, nil, nil)
	d.l1.backTo(4)
	d.l1.extend(62, 2)
	d.l1.extend(72, 2)
	d.l1.extend(82, 2)
	d.l1.extend(92, 2)
	d.is(t, "another branch, seen once", 0, chains.ErrUnsure, chains.ErrUnsure)
	d.l1.extend(102, 2)
	d.is(t, "and again", 1, nil, chains.ErrOrphaned)
}

// After a start nothing is known of the old branch, but how deep the origin was in it.
func TestDroppedBeforeStart(t *testing.T) {
	d := newDropped(t)
	d.l1.backTo(4)
	d.l1.extend(61, 1)
	d.l1.extend(71, 1)
	d.source = newSource(t, d.source.cfg, d.l1)
	standing := func(want int, err error) {
		t.Helper()
		if at, got := d.source.Standing(t.Context(), 901, d.line); !errors.Is(got, err) || got == nil && (err != nil || at != want) {
			t.Errorf("%d stands, %v; not %d, %v", at, got, want, err)
		}
	}
	standing(0, chains.ErrUnsure)
	d.l1.extend(81, 1)
	standing(1, nil)
}

// What L1 has called final is not given up for a branch that contradicts it.
func TestDroppedFinal(t *testing.T) {
	d := newDropped(t)
	d.l1.final = 4
	d.is(t, "at first", 0, nil, nil)
	d.l1.backTo(3)
	for _, at := range []uint64{51, 61, 71, 81, 91} {
		d.l1.extend(at, 1)
	}
	read(t, d.source)
	d.l1.extend(101, 1)
	d.is(t, "a final block is gone", 0, ErrFinality, chains.ErrOrphaned)
	var p interface{ Permanent() bool }
	if _, err := d.source.Standing(t.Context(), 901, d.line); !errors.As(err, &p) || !p.Permanent() {
		t.Errorf("it is not said that this is for a person: %v", err)
	}
}

// balanced are two L1 nodes behind one address.
type balanced struct {
	*script
	other *script
	turn  func(number *big.Int) bool // whether the other one answers
}

func (b *balanced) HeaderByNumber(ctx context.Context, number *big.Int) (*types.Header, error) {
	if b.turn(number) {
		return b.other.HeaderByNumber(ctx, number)
	}
	return b.script.HeaderByNumber(ctx, number)
}

// Answers of nodes with different heads take nothing from a chain, for as long as one of them has its origin.
func TestDroppedByOneOfTwo(t *testing.T) {
	d := newDropped(t)
	other := newScript(10, 20, 30, 40, 50)
	for _, at := range []uint64{61, 71, 81, 91} {
		other.extend(at, 1)
	}
	turns := map[string]func(int, *big.Int) bool{
		"one after the other":     func(i int, _ *big.Int) bool { return i%2 == 0 },
		"the head from elsewhere": func(_ int, number *big.Int) bool { return number == nil },
		"the origin's height":     func(_ int, number *big.Int) bool { return number != nil && number.Int64() == 5 },
		"at times":                func(i int, _ *big.Int) bool { return i/7%2 == 0 },
	}
	for name, turn := range turns {
		t.Run(name, func(t *testing.T) {
			asked := 0
			s := newSource(t, d.source.cfg, &balanced{d.l1, other, func(number *big.Int) bool { asked++; return turn(asked, number) }})
			for range 50 {
				_, _ = s.refresh(t.Context())
				if _, err := s.Next(d.parent, 102); errors.Is(err, chains.ErrOrphaned) {
					t.Fatal(err)
				}
				if at, err := s.Standing(t.Context(), 901, d.line); err == nil && at > 0 {
					t.Fatalf("%d stands", at)
				}
			}
		})
	}
}

// A block whose origin was dropped after it was chosen is not committed.
func TestMayCommit(t *testing.T) {
	d := newDropped(t)
	in, err := d.source.Next(d.parent, 102)
	if err != nil || in.L1Origin.Number != 6 {
		t.Fatalf("%+v, %v", in, err)
	}
	block := &chains.Payload{ChainID: 901, Number: 11, Transactions: in.Deposits}
	if err := d.source.MayCommit(t.Context(), block); err != nil {
		t.Error(err)
	}
	d.l1.backTo(5)
	d.l1.extend(71, 1)
	d.l1.extend(81, 1)
	read(t, d.source)
	if err := d.source.MayCommit(t.Context(), block); !errors.Is(err, chains.ErrOrphaned) {
		t.Errorf("its origin is gone: %v", err)
	}
	if err := d.source.MayCommit(t.Context(), &chains.Payload{ChainID: 901}); err == nil {
		t.Error("a block without L1 attributes")
	}
}
