package journal

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"
)

// TestFollowersSeeEveryRecordOnce has followers that start at different places, with a
// memory too small for them, while others append.
func TestFollowersSeeEveryRecordOnce(t *testing.T) {
	const total, half = 4000, 2000
	j := mustOpen(t, Config{Dir: t.TempDir(), MaxRecent: 2000})
	ctx := testContext(t)
	for n := range uint64(half) {
		mustAppend(t, j, note(n+1))
	}
	stop := errors.New("seen all")
	var wg sync.WaitGroup
	for _, from := range []Seq{0, 1, 2, half, total} {
		wg.Go(func() {
			next := max(from, 1)
			err := j.Follow(ctx, from, func(seq Seq, rec Record) error {
				if seq != next || number(t, rec) != uint64(seq) {
					return fmt.Errorf("from %d: got record %d with %d, want %d", from, seq, number(t, rec), next)
				}
				next++
				if seq == total {
					return stop
				}
				return nil
			})
			if !errors.Is(err, stop) {
				t.Error(err)
			}
		})
	}
	for n := uint64(half); n < total; n++ {
		mustAppend(t, j, note(n+1))
	}
	wg.Wait()
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestStuckFollowerDoesNotBlockTheWriter(t *testing.T) {
	j := mustOpen(t, Config{Dir: t.TempDir(), MaxRecent: 100})
	stuck, release := make(chan struct{}), make(chan struct{})
	var wg sync.WaitGroup
	wg.Go(func() {
		err := j.Follow(testContext(t), 1, func(seq Seq, _ Record) error {
			if seq == 1 {
				close(stuck)
				<-release
			}
			return nil
		})
		if !errors.Is(err, ErrClosed) {
			t.Error(err)
		}
	})
	mustAppend(t, j, note(1))
	<-stuck
	for n := range uint64(1000) {
		mustAppend(t, j, note(n))
	}
	if err := j.WaitDurable(testContext(t), 1001); err != nil {
		t.Fatal(err)
	}
	if err := j.Close(); err != nil { // does not wait for the follower either
		t.Fatal(err)
	}
	close(release)
	wg.Wait()
}

func TestFollowEndsWithItsContext(t *testing.T) {
	j := mustOpen(t, Config{Dir: t.TempDir()})
	defer j.Close()
	ctx, cancel := context.WithCancel(testContext(t))
	err := j.Follow(ctx, mustAppend(t, j, note(1)), func(Seq, Record) error { cancel(); return nil })
	if !errors.Is(err, context.Canceled) {
		t.Fatal(err)
	}
	if err := j.WaitDurable(ctx, 1); err != nil {
		t.Fatalf("a durable record needs no waiting: %v", err)
	}
}

func TestReadStopsAtTheFirstError(t *testing.T) {
	j := mustOpen(t, Config{Dir: t.TempDir()})
	defer j.Close()
	if err := j.WaitDurable(testContext(t), mustAppend(t, j, note(1), note(2), note(3))); err != nil {
		t.Fatal(err)
	}
	enough, calls := errors.New("enough"), 0
	err := j.Read(testContext(t), 2, func(Seq, Record) error { calls++; return enough })
	if !errors.Is(err, enough) || calls != 1 {
		t.Fatalf("%d calls, %v", calls, err)
	}
}

func TestGetFindsOneRecord(t *testing.T) {
	j := mustOpen(t, Config{Dir: t.TempDir(), MaxRecent: 1}) // from disk
	defer j.Close()
	if err := j.WaitDurable(testContext(t), mustAppend(t, j, note(1), note(2), note(3))); err != nil {
		t.Fatal(err)
	}
	rec, err := j.Get(2)
	if err != nil {
		t.Fatal(err)
	}
	if n := number(t, rec); n != 2 {
		t.Fatalf("got %d", n)
	}
	for _, seq := range []Seq{0, 4} {
		if _, err := j.Get(seq); !errors.Is(err, ErrSeq) {
			t.Errorf("record %d: %v", seq, err)
		}
	}
}

func TestHoleIsReported(t *testing.T) {
	cfg := Config{Dir: t.TempDir()}
	j := mustOpen(t, cfg)
	mustAppend(t, j, note(1), note(2), note(3))
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	j = mustOpen(t, cfg)
	defer j.Close()
	if err := j.store.db.Delete(recordKey(2), j.store.sync); err != nil {
		t.Fatal(err)
	}
	err := j.Read(testContext(t), 1, func(Seq, Record) error { return nil })
	if !errors.Is(err, ErrMalformed) {
		t.Fatalf("read over a hole: %v", err)
	}
}

// BenchmarkAppendDurable: what an acknowledged decision costs, alone and with the sync
// shared by 64 and 1024 callers.
func BenchmarkAppendDurable(b *testing.B) {
	rec := samples()[2]
	for _, callers := range []int{1, 64, 1024} {
		b.Run(fmt.Sprintf("callers=%d", callers), func(b *testing.B) {
			j := mustOpen(b, Config{Dir: b.TempDir()})
			ctx := context.Background()
			work := make(chan struct{})
			var wg sync.WaitGroup
			for range callers {
				wg.Go(func() {
					for range work {
						if err := j.WaitDurable(ctx, mustAppend(b, j, rec)); err != nil {
							b.Error(err)
						}
					}
				})
			}
			b.ResetTimer()
			for range b.N {
				work <- struct{}{}
			}
			close(work)
			wg.Wait()
			b.StopTimer()
			if err := j.Close(); err != nil {
				b.Fatal(err)
			}
		})
	}
}
