package journal

import (
	"errors"
	"math/rand/v2"
	"slices"
	"sync"
	"testing"

	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/cockroachdb/pebble/v2/vfs/errorfs"
	"go.uber.org/zap"
)

// settle appends two records, one after the other: what was to be deleted before them is.
func settle(t *testing.T, j *Journal) {
	t.Helper()
	for range 2 {
		if err := j.WaitDurable(testContext(t), mustAppend(t, j, note(uint64(j.Durable())+1))); err != nil {
			t.Fatal(err)
		}
	}
}

// fill appends notes that carry their own number, up to last.
func fill(t *testing.T, j *Journal, last Seq) {
	t.Helper()
	seq := j.Durable()
	for seq < last {
		seq = mustAppend(t, j, note(uint64(seq)+1))
	}
	if err := j.WaitDurable(testContext(t), seq); err != nil {
		t.Fatal(err)
	}
}

// kept returns which of the records from 1 to last are there.
func kept(t *testing.T, j *Journal, last Seq) (there []Seq) {
	t.Helper()
	for seq := Seq(1); seq <= last; seq++ {
		rec, err := j.Get(seq)
		if err == nil && number(t, rec) != uint64(seq) {
			t.Fatalf("record %d holds %d", seq, number(t, rec))
		}
		if err == nil {
			there = append(there, seq)
		} else if !errors.Is(err, ErrPruned) {
			t.Fatalf("record %d: %v", seq, err)
		}
	}
	return there
}

func TestOnlyWhatNobodyNeedsIsDeleted(t *testing.T) {
	cfg := Config{Dir: t.TempDir(), Readers: []string{"a", "b"}, MinPruned: 10, MaxRecent: 1}
	j := mustOpen(t, cfg)
	fill(t, j, 100)
	j.Keep("a", 90, []Seq{7, 3, 95})
	j.Keep("someone else", 1, nil)
	settle(t, j)
	if first := j.First(); first != 1 {
		t.Fatalf("%d and later are kept before b has spoken", first)
	}
	j.Keep("b", 50, []Seq{40, 3})
	settle(t, j)
	if got, want := kept(t, j, 52), []Seq{3, 7, 40, 50, 51, 52}; !slices.Equal(got, want) || j.First() != 50 {
		t.Fatalf("kept %v, want %v", got, want)
	}
	j.Keep("b", 85, []Seq{40, 60, 2}) // 2 is gone already
	settle(t, j)
	if got, want := kept(t, j, 86), []Seq{3, 7, 40, 60, 85, 86}; !slices.Equal(got, want) {
		t.Fatalf("kept %v, want %v", got, want)
	}
	j.Keep("b", 89, nil) // too little to be worth it
	settle(t, j)
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	j = mustOpen(t, cfg) // where nobody has spoken yet
	settle(t, j)
	if got, want := kept(t, j, 86), []Seq{3, 7, 40, 60, 85, 86}; !slices.Equal(got, want) || j.First() != 85 {
		t.Fatalf("kept %v after reopening, want %v", got, want)
	}
	j.Keep("a", 1000, []Seq{7})
	j.Keep("b", 1000, nil)
	settle(t, j)
	settle(t, j)
	if got := kept(t, j, 86); !slices.Equal(got, []Seq{7}) {
		t.Fatalf("kept %v, want 7", got)
	}
	if first, last := j.First(), j.Durable(); first >= last {
		t.Fatalf("of %d records, those from %d on are kept", last, first)
	}
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestDeletedRecordsAreNamedAsSuch(t *testing.T) {
	j := mustOpen(t, Config{Dir: t.TempDir(), Readers: []string{"a"}, MinPruned: 1, MaxRecent: 1})
	defer j.Close()
	fill(t, j, 3000)
	overtaken := make(chan error, 1)
	begun, goOn := make(chan struct{}), make(chan struct{})
	go func() {
		overtaken <- j.Follow(t.Context(), 1, func(seq Seq, _ Record) error {
			if seq == 1 {
				close(begun)
				<-goOn
			}
			return nil
		})
	}()
	<-begun
	j.Keep("a", 2900, []Seq{10})
	settle(t, j)
	nothing := func(Seq, Record) error { return nil }
	for name, err := range map[string]error{
		"Read": j.Read(testContext(t), 5, nothing), "Follow": j.Follow(testContext(t), 1, nothing), "Read past a kept one": j.Read(testContext(t), 10, nothing),
	} {
		if !errors.Is(err, ErrPruned) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := j.Read(testContext(t), j.First(), nothing); err != nil {
		t.Error(err)
	}
	fill(t, j, 60_000) // beyond what the follower has in hand
	j.Keep("a", 59_000, nil)
	settle(t, j)
	close(goOn)
	if err := <-overtaken; !errors.Is(err, ErrPruned) {
		t.Errorf("a follower that was overtaken: %v", err)
	}
}

func TestLastCheckpointIsFound(t *testing.T) {
	cfg := Config{Dir: t.TempDir()}
	for range 3 {
		j := mustOpen(t, cfg)
		fill(t, j, j.Durable()+5)
		at := mustAppend(t, j, note(1), &Checkpoint{Upto: 1}, note(2)) - 1
		if got := j.Checkpoint(); got > j.Durable() {
			t.Fatalf("checkpoint %d, %d records are durable", got, j.Durable())
		}
		if err := j.Close(); err != nil {
			t.Fatal(err)
		}
		j = mustOpen(t, cfg)
		if got := j.Checkpoint(); got != at {
			t.Fatalf("checkpoint %d, want %d", got, at)
		}
		if err := j.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// TestCrashWhilePruning crashes the disk at each of its writes while records come, are
// checkpointed and deleted, with what was not synced lost, torn or kept. From what is left
// all that was acknowledged and is needed can be read.
func TestCrashWhilePruning(t *testing.T) {
	type image struct {
		fs    *vfs.MemFS
		acked Seq
		floor Seq
	}
	rng, torn := rand.New(rand.NewPCG(3, 3)), rand.New(rand.NewPCG(4, 4))
	disk := vfs.NewCrashableMem()
	var mu sync.Mutex
	var images []image
	var acked, floor Seq
	snap := errorfs.InjectorFunc(func(op errorfs.Op) error {
		mu.Lock()
		defer mu.Unlock()
		if op.Kind.ReadOrWrite() == errorfs.OpIsWrite {
			unsynced := []int{0, 50, 100}[len(images)%3]
			images = append(images, image{disk.CrashClone(vfs.CrashCloneCfg{UnsyncedDataPercent: unsynced, RNG: torn}), acked, floor})
		}
		return nil
	})
	cfg := Config{Dir: "j", FS: errorfs.Wrap(disk, snap), Readers: []string{"a"}, MinPruned: 3, MaxRecent: 1}
	j := mustOpen(t, cfg)
	last := Seq(0)
	for range 60 {
		for range 1 + rng.IntN(4) {
			last = mustAppend(t, j, note(uint64(last)+1))
		}
		if rng.IntN(3) == 0 {
			last = mustAppend(t, j, &Checkpoint{Upto: last, Body: []byte{}})
		}
		if err := j.WaitDurable(testContext(t), last); err != nil {
			t.Fatal(err)
		}
		mu.Lock()
		acked, floor = last, max(last, 6)-5
		mu.Unlock()
		j.Keep("a", floor, []Seq{1, min(floor, 4)})
	}
	if j.First() == 1 {
		t.Fatal("nothing was deleted")
	}
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	mu.Lock()
	crashes := images
	mu.Unlock()
	t.Logf("%d crashes", len(crashes))
	for i, crashed := range crashes {
		cfg.FS = crashed.fs
		j, err := Open(cfg, zap.NewNop())
		if err != nil {
			t.Fatalf("crash %d: %v", i, err)
		}
		if j.Durable() < crashed.acked || j.First() > max(crashed.floor, 1) {
			t.Fatalf("crash %d: records %d to %d, acknowledged %d, needed from %d on", i, j.First(), j.Durable(), crashed.acked, crashed.floor)
		}
		checkExtent(t, j, i)
		settle(t, j)
		if err := j.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// checkExtent reads all a journal says it has: the records it keeps, and the checkpoint.
func checkExtent(t *testing.T, j *Journal, crash int) {
	t.Helper()
	checkpoint := Seq(0)
	next := j.First()
	err := j.Read(testContext(t), next, func(seq Seq, rec Record) error {
		if rec.Kind() == KindCheckpoint {
			checkpoint = seq
		} else if number(t, rec) != uint64(seq) {
			t.Fatalf("crash %d: record %d holds %d", crash, seq, number(t, rec))
		}
		next = seq + 1
		return nil
	})
	if err != nil || next != j.Durable()+1 {
		t.Fatalf("crash %d: read up to %d of %d: %v", crash, next-1, j.Durable(), err)
	}
	if got := j.Checkpoint(); got != checkpoint && got >= j.First() {
		t.Fatalf("crash %d: checkpoint %d, want %d", crash, got, checkpoint)
	}
	if j.Durable() > 0 {
		if _, err := j.Get(1); err != nil {
			t.Fatalf("crash %d: %v", crash, err)
		}
	}
}
