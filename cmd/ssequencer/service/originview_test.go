package service

import (
	"context"
	"errors"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/core/types"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
)

// branch is an L1 of so many blocks, all of which say what branch they are of.
type branch struct {
	name   byte
	height int64
}

func (b *branch) HeaderByNumber(_ context.Context, number *big.Int) (*types.Header, error) {
	if number == nil {
		number = big.NewInt(b.height)
	}
	if number.Int64() > b.height {
		return nil, errors.New("not found")
	}
	return &types.Header{Number: number, Extra: []byte{b.name}, Difficulty: new(big.Int)}, nil
}

func (b *branch) block(number int64) chains.BlockRef {
	h, _ := b.HeaderByNumber(context.Background(), big.NewInt(number))
	return chains.BlockRef{Number: uint64(number), Hash: h.Hash()}
}

// Depth follows the head; a reorg makes blocks unknown, those of the new branch are found
// when they are asked about.
func TestOriginView(t *testing.T) {
	l1 := &branch{height: 10}
	v := newOriginView(l1, zap.NewNop())
	look := func(want bool) {
		t.Helper()
		changed, err := v.look(t.Context())
		if err != nil || changed != want {
			t.Fatalf("changed %v, %v", changed, err)
		}
	}
	expect := func(b chains.BlockRef, depth uint64, known bool) {
		t.Helper()
		if d, ok := v.Depth(b); ok != known || ok && d != depth {
			t.Errorf("block %d: depth %d, known %v", b.Number, d, ok)
		}
	}
	expect(l1.block(6), 0, false)
	look(true)
	expect(l1.block(10), 0, true)
	expect(l1.block(6), 0, false) // asks
	look(true)
	expect(l1.block(6), 4, true)
	look(false)
	other := &branch{name: 1, height: 12}
	old := l1.block(6)
	*l1 = *other
	look(true)
	expect(old, 0, false)
	look(true)
	expect(old, 0, false)
	expect(other.block(6), 6, true)
	l1.height = 13
	look(true)
	expect(other.block(6), 7, true)
}
