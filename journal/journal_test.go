package journal

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/cockroachdb/pebble/v2/vfs/errorfs"
	"go.uber.org/zap"
)

// note is a small record that carries a number.
func note(n uint64) Record { return &BatchEvent{Event: BatchClosed, Number: n} }

func number(t testing.TB, rec Record) uint64 {
	t.Helper()
	ev, ok := rec.(*BatchEvent)
	if !ok {
		t.Fatalf("got a record of kind %v", rec.Kind())
	}
	return ev.Number
}

func testContext(t testing.TB) context.Context {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	t.Cleanup(cancel)
	return ctx
}

func mustOpen(t testing.TB, cfg Config) *Journal {
	t.Helper()
	j, err := Open(cfg, zap.NewNop())
	if err != nil {
		t.Fatal(err)
	}
	return j
}

func mustAppend(t testing.TB, j *Journal, recs ...Record) Seq {
	t.Helper()
	seq, err := j.Append(recs...)
	if err != nil {
		t.Fatal(err)
	}
	return seq
}

// notes reads all notes from number from on and checks that the sequence has no hole.
func notes(t testing.TB, j *Journal, from Seq) []uint64 {
	t.Helper()
	var got []uint64
	next := from
	err := j.Read(testContext(t), from, func(seq Seq, rec Record) error {
		if seq != next {
			return fmt.Errorf("got record %d, want %d", seq, next)
		}
		next++
		got = append(got, number(t, rec))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func TestRecordsAreContiguousAndSurviveReopening(t *testing.T) {
	cfg := Config{Dir: t.TempDir()}
	for round := range uint64(3) {
		j := mustOpen(t, cfg)
		if got := uint64(j.Durable()); got != round*4 {
			t.Fatalf("round %d starts with %d durable records", round, got)
		}
		first := mustAppend(t, j, note(round*4+1))
		last := mustAppend(t, j, note(round*4+2), note(round*4+3), note(round*4+4))
		if last != first+3 {
			t.Fatalf("records %d and %d", first, last)
		}
		if err := j.WaitDurable(testContext(t), last); err != nil {
			t.Fatal(err)
		}
		if err := j.WaitDurable(testContext(t), last+1); !errors.Is(err, ErrSeq) {
			t.Fatalf("waiting for a record never appended: %v", err)
		}
		for i, n := range notes(t, j, 1) {
			if n != uint64(i)+1 {
				t.Fatalf("record %d holds %d", i+1, n)
			}
		}
		if err := j.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestCloseMakesBufferedRecordsDurable(t *testing.T) {
	cfg := Config{Dir: t.TempDir()}
	j := mustOpen(t, cfg)
	for n := range uint64(100) {
		mustAppend(t, j, note(n))
	}
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := j.Append(note(1)); !errors.Is(err, ErrClosed) {
		t.Fatalf("append after close: %v", err)
	}
	if err := j.WaitDurable(testContext(t), 100); err != nil {
		t.Fatal(err)
	}
	j = mustOpen(t, cfg)
	defer j.Close()
	if got := len(notes(t, j, 1)); got != 100 {
		t.Fatalf("%d records after reopening", got)
	}
}

func TestSecondOpenIsRefused(t *testing.T) {
	cfg := Config{Dir: t.TempDir()}
	j := mustOpen(t, cfg)
	if _, err := Open(cfg, zap.NewNop()); !errors.Is(err, ErrLocked) {
		t.Fatalf("second open: %v", err)
	}
	mustAppend(t, j, note(1))
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	j = mustOpen(t, cfg)
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestOtherFormatIsRefused(t *testing.T) {
	cfg := Config{Dir: t.TempDir(), FS: vfs.Default}
	j := mustOpen(t, cfg)
	if err := j.store.db.Set(formatKey, []byte{9}, j.store.sync); err != nil {
		t.Fatal(err)
	}
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(cfg, zap.NewNop()); !errors.Is(err, ErrFormat) {
		t.Fatalf("open: %v", err)
	}
}

func TestOnDurableIsToldInOrder(t *testing.T) {
	var mu sync.Mutex
	var told []Seq
	j := mustOpen(t, Config{Dir: t.TempDir(), OnDurable: func(s Seq) {
		mu.Lock()
		defer mu.Unlock()
		told = append(told, s)
	}})
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for n := range uint64(200) {
				mustAppend(t, j, note(n))
			}
		})
	}
	wg.Wait()
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	mu.Lock()
	defer mu.Unlock()
	for i := 1; i < len(told); i++ {
		if told[i] <= told[i-1] {
			t.Fatalf("told %d after %d", told[i], told[i-1])
		}
	}
	if len(told) == 0 || told[len(told)-1] != 800 {
		t.Fatalf("told %v", told)
	}
}

func TestAppendWaitsWhileTooMuchIsBuffered(t *testing.T) {
	j := mustOpen(t, Config{Dir: t.TempDir(), MaxBuffered: 1})
	for n := range uint64(1000) {
		mustAppend(t, j, note(n))
		j.mu.Lock()
		held := len(j.pending)
		j.mu.Unlock()
		if held > 2 {
			t.Fatalf("%d records buffered", held)
		}
	}
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
}

// TestFailedWriteIsFinal makes syncs, and then all writes, fail at some point under
// load: from then on nothing is acknowledged, and everything acknowledged before is
// there after a restart.
func TestFailedWriteIsFinal(t *testing.T) {
	for name, hits := range map[string]func(errorfs.OpKind) bool{
		"sync": func(k errorfs.OpKind) bool {
			return k == errorfs.OpFileSync || k == errorfs.OpFileSyncData || k == errorfs.OpFileSyncTo
		},
		"write": func(k errorfs.OpKind) bool { return k.ReadOrWrite() == errorfs.OpIsWrite },
	} {
		t.Run(name, func(t *testing.T) {
			toggle := &errorfs.Toggle{Injector: errorfs.InjectorFunc(func(op errorfs.Op) error {
				if hits(op.Kind) {
					return errorfs.ErrInjected
				}
				return nil
			})}
			mem := vfs.NewCrashableMem()
			failures := make(chan error, 2)
			j := mustOpen(t, Config{Dir: "j", FS: errorfs.Wrap(mem, toggle), OnFailure: func(err error) { failures <- err }})
			acked := mustAppend(t, j, note(1), note(2), note(3))
			if err := j.WaitDurable(testContext(t), acked); err != nil {
				t.Fatal(err)
			}
			toggle.On()
			lost := mustAppend(t, j, note(4))
			if err := j.WaitDurable(testContext(t), lost); !errors.Is(err, ErrFailed) {
				t.Fatalf("wait: %v", err)
			}
			toggle.Off() // the disk gets well again, the journal does not
			if _, err := j.Append(note(5)); !errors.Is(err, ErrFailed) {
				t.Fatalf("append: %v", err)
			}
			if err := <-failures; !errors.Is(err, ErrFailed) {
				t.Fatalf("told %v", err)
			}
			if got := j.Durable(); got != acked {
				t.Fatalf("durable moved to %d", got)
			}
			err := j.Follow(testContext(t), 1, func(seq Seq, _ Record) error {
				if seq > acked {
					t.Errorf("record %d was shown", seq)
				}
				return nil
			})
			if !errors.Is(err, ErrFailed) {
				t.Fatalf("follow: %v", err)
			}
			if err := j.Close(); !errors.Is(err, ErrFailed) {
				t.Fatalf("close: %v", err)
			}
			again := mustOpen(t, Config{Dir: "j", FS: mem.CrashClone(vfs.CrashCloneCfg{})})
			if got := len(notes(t, again, 1)); got < int(acked) {
				t.Fatalf("%d records after the restart, %d were acknowledged", got, acked)
			}
			if err := again.Close(); err != nil {
				t.Fatal(err)
			}
		})
	}
}
