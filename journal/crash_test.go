package journal

import (
	"errors"
	"math/rand/v2"
	"sync"
	"testing"

	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/cockroachdb/pebble/v2/vfs/errorfs"
	"go.uber.org/zap"
)

// TestCrashLosesNothingAcknowledged stops the disk at random points under load, keeping
// a random part of what was not synced. What comes back is a prefix of what was
// appended, holds everything acknowledged, and can be appended to: over several
// crashes of the same disk.
func TestCrashLosesNothingAcknowledged(t *testing.T) {
	const seeds, lives = 20, 4
	for seed := range uint64(seeds) {
		rng := rand.New(rand.NewPCG(seed, 1))
		disk := vfs.NewCrashableMem()
		var acked Seq
		for life := range lives {
			j := mustOpen(t, Config{Dir: "j", FS: disk})
			got := notes(t, j, 1)
			if len(got) < int(acked) {
				t.Fatalf("seed %d, life %d: %d records, %d were acknowledged", seed, life, len(got), acked)
			}
			for i, n := range got {
				if n != uint64(i)+1 {
					t.Fatalf("seed %d, life %d: record %d holds %d", seed, life, i+1, n)
				}
			}
			acked, disk = crashUnderLoad(t, j, disk, rng)
		}
	}
}

// crashUnderLoad appends until a moment chosen at random, and returns what was
// acknowledged by then, and the disk as a crash at that moment leaves it.
func crashUnderLoad(t *testing.T, j *Journal, disk *vfs.MemFS, rng *rand.Rand) (Seq, *vfs.MemFS) {
	t.Helper()
	records := 1 + rng.IntN(300)
	size := make([]int, records)
	for i := range size {
		size[i] = rng.IntN(3000)
		if rng.IntN(50) == 0 {
			size[i] = 1 << 20 // large payloads fill the log's blocks and the memtable
		}
	}
	next := uint64(j.Durable())
	target := Seq(next) + Seq(rng.IntN(records)) + 1 // some record of this life
	var wg sync.WaitGroup
	wg.Go(func() {
		for _, n := range size {
			next++
			mustAppend(t, j, &BatchEvent{Event: BatchClosed, Number: next, Body: make([]byte, n)})
		}
	})
	for {
		j.mu.Lock()
		durable, moved := j.durable, j.moved
		j.mu.Unlock()
		if durable >= target {
			break
		}
		<-moved
	}
	acked := j.Durable()
	after := disk.CrashClone(vfs.CrashCloneCfg{UnsyncedDataPercent: rng.IntN(101), RNG: rng})
	wg.Wait()
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	return acked, after
}

// TestCrashAtEveryWrite crashes at each single operation of the disk, from creating the
// directory on: no state in between is one the journal cannot open.
func TestCrashAtEveryWrite(t *testing.T) {
	for at := int64(0); ; at++ {
		disk := vfs.NewCrashableMem()
		var ops int64
		var after *vfs.MemFS
		var mu sync.Mutex
		snap := errorfs.InjectorFunc(func(op errorfs.Op) error {
			mu.Lock()
			defer mu.Unlock()
			if op.Kind.ReadOrWrite() == errorfs.OpIsWrite {
				if ops++; ops == at && after == nil {
					after = disk.CrashClone(vfs.CrashCloneCfg{})
				}
			}
			return nil
		})
		acked := make(map[int64]Seq) // by number of operations
		j, err := Open(Config{Dir: "j", FS: errorfs.Wrap(disk, snap)}, zap.NewNop())
		if err != nil {
			t.Fatal(err)
		}
		for n := range uint64(5) {
			seq := mustAppend(t, j, note(n+1))
			if err := j.WaitDurable(testContext(t), seq); err != nil {
				t.Fatal(err)
			}
			mu.Lock()
			acked[ops] = seq
			mu.Unlock()
		}
		if err := j.Close(); err != nil {
			t.Fatal(err)
		}
		if after == nil && at > 0 {
			return // beyond the last operation
		}
		if after == nil {
			continue
		}
		want := Seq(0)
		for op, seq := range acked {
			if op < at {
				want = max(want, seq)
			}
		}
		again, err := Open(Config{Dir: "j", FS: after}, zap.NewNop())
		if err != nil {
			t.Fatalf("crash at operation %d: %v", at, err)
		}
		if got := again.Durable(); got < want {
			t.Fatalf("crash at operation %d: %d records, %d were acknowledged", at, got, want)
		}
		mustAppend(t, again, note(9))
		if err := errors.Join(again.Close()); err != nil {
			t.Fatal(err)
		}
	}
}
