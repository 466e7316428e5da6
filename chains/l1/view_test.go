package l1

import (
	"errors"
	"testing"

	"go.uber.org/zap/zaptest"

	"github.com/ssequencer/ssequencer/chains"
)

// A view knows the blocks of the present branch, and how deep they are, and no others.
func TestView(t *testing.T) {
	l1 := newScript(10, 20, 30, 40, 50, 60)
	v := NewView(ViewConfig{Blocks: 4}, l1, zaptest.NewLogger(t))
	look := func(want bool) {
		t.Helper()
		if moved, err := v.refresh(t.Context()); err != nil || moved != want {
			t.Fatalf("moved %v, %v", moved, err)
		}
	}
	depth := func(ref chains.BlockRef, want int) {
		t.Helper()
		got, known := v.Depth(ref)
		if known != (want >= 0) || known && got != uint64(want) {
			t.Errorf("block %d is %d deep, known %v, not %d", ref.Number, got, known, want)
		}
	}
	depth(l1.ref(5), -1)
	look(true)
	look(false)
	for number, want := range []int{-1, -1, 3, 2, 1, 0} {
		depth(l1.ref(number), want)
	}
	old := l1.ref(4)
	l1.cut(4)
	l1.extend(51, 1)
	look(true)
	depth(old, -1)
	depth(l1.ref(4), 0)
	depth(l1.ref(3), 1)
	l1.setDown(true)
	if _, err := v.refresh(t.Context()); !errors.Is(err, errDown) {
		t.Errorf("with the L1 down: %v", err)
	}
	depth(l1.ref(3), 1)
	l1.setDown(false)
	for at := uint64(60); at < 70; at++ {
		l1.extend(at, 1)
	}
	look(true)
	depth(l1.ref(3), -1)
	depth(l1.ref(len(l1.blocks)-4), 3)
	if len(v.hashes) != 4 {
		t.Errorf("%d blocks are kept", len(v.hashes))
	}
}
