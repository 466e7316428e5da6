package shard

import (
	"bytes"
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"testing"

	"github.com/ethereum/go-ethereum/common"
)

// lzInput is made of noise, runs, repetitions and few different bytes.
func lzInput(r *rand.Rand) []byte {
	out := make([]byte, 0, 4096)
	size := r.IntN(1 << r.IntN(13))
	for len(out) < size {
		switch r.IntN(4) {
		case 0:
			for range r.IntN(40) {
				out = append(out, byte(r.IntN(256)))
			}
		case 1:
			b := byte(r.IntN(3))
			for range r.IntN(600) {
				out = append(out, b)
			}
		case 2:
			if len(out) > 0 {
				at := r.IntN(len(out))
				n := r.IntN(min(len(out)-at, 300) + 1)
				out = append(out, out[at:at+n]...)
			}
		case 3:
			for range r.IntN(60) {
				out = append(out, byte(r.IntN(4)))
			}
		}
	}
	return out
}

// The lengths are those that op-geth v1.101702.3 computes for the same inputs.
func TestFastLZ(t *testing.T) {
	for length, input := range map[uint64][]byte{
		0: nil, 3: {1, 2}, 14: bytes.Repeat([]byte{1}, 13), 21: make([]byte, 1000),
		202: common.FromHex("02f901550a758302df1483be21b88304743f94f80e51afb613d764fa61751affd3313c190a86bb870151bd62fd12adb8e41ef24f3f000000000000000000000000000000000000000000000000000000000000006e000000000000000000000000af88d065e77c8cc2239327c5edb3a432268e5831000000000000000000000000000000000000000000000000000000000003c1e5000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000a000000000000000000000000000000000000000000000000000000000000000148c89ed219d02f1a5be012c689b4f5b731827bebe000000000000000000000000c001a033fd89cb37c31b2cba46b6466e040c61fc9b2a3675a7f5f493ebd5ad77c497f8a07cdf65680e238392693019b4092f610222e71b7cec06449cb922b93b6a12744e"),
	} {
		if got := fastLZ(input); got != length {
			t.Errorf("%x: %d, want %d", input, got, length)
		}
	}
	r := rand.New(rand.NewPCG(1, 2))
	sum, total := fnv.New64a(), uint64(0)
	for range 20_000 {
		n := fastLZ(lzInput(r))
		total += n
		fmt.Fprintf(sum, "%d,", n)
	}
	if total != 1_235_986 || sum.Sum64() != 13_314_210_107_189_538_474 {
		t.Errorf("generated inputs: %d, %d", total, sum.Sum64())
	}
	large := make([]byte, 300_000)
	for i := range large {
		mask := byte(r.IntN(256))
		large[i] = mask & byte(r.IntN(256)) & 7
	}
	if got := fastLZ(large); got != 181_634 {
		t.Errorf("large input: %d", got)
	}
}

func TestDASizeHasAMinimum(t *testing.T) {
	if got := daSizeScaled(make([]byte, 100)); got != daMinimum {
		t.Errorf("%d", got)
	}
}

func BenchmarkDASize(b *testing.B) {
	r := rand.New(rand.NewPCG(3, 4))
	raw := make([]byte, 180)
	for i := range raw {
		raw[i] = byte(r.IntN(256))
	}
	for b.Loop() {
		daSizeScaled(raw)
	}
}
