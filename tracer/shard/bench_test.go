package shard_test

import (
	"fmt"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/tracer/shard"
)

// BenchmarkTransfer measures executing and keeping one transfer of a known sender, as
// one of a block of so many.
func BenchmarkTransfer(b *testing.B) {
	for _, size := range []int{100, 1000, 10_000} {
		b.Run(fmt.Sprint(size), func(b *testing.B) {
			txs := make([]*chains.Tx, size)
			for i := range txs {
				txs[i] = transfer(b, account(uint64(i%1000)), account(uint64(5000+i)), uint64(i/1000), 1)
				txs[i].Hash()
			}
			runBlocks(b, txs, newShard(b, &memory{alloc: newAlloc(1000)}))
		})
	}
}

// runBlocks executes the list again and again, on a fresh state of warm values each time.
func runBlocks(b *testing.B, txs []*chains.Tx, s *shard.Shard) {
	b.Helper()
	one := make([]*chains.Tx, 1)
	b.ReportAllocs()
	begin(b, s, common.Hash{7})
	for i := 0; b.Loop(); i++ {
		at := i % len(txs)
		if at == 0 && i > 0 {
			b.StopTimer()
			if err := s.Truncate(0); err != nil {
				b.Fatal(err)
			}
			b.StartTimer()
		}
		trace, err := s.Execute(txs[at])
		if err != nil {
			b.Fatal(err)
		}
		if !trace.Succeeded() {
			b.Fatalf("transaction %d: %s", at, trace.VMError)
		}
		one[0] = txs[at]
		if err := s.Keep(one); err != nil {
			b.Fatal(err)
		}
	}
}
