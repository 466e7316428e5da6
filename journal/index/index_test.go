package index

import (
	"encoding/binary"
	"errors"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/cockroachdb/pebble/v2"
	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/cockroachdb/pebble/v2/vfs/errorfs"
	"go.uber.org/zap"
)

// A database whose disk gets full while Pebble writes down which tables there are can be closed:
// what Pebble holds at that moment is never released.
func TestCloseOnFullDisk(t *testing.T) {
	var full atomic.Bool
	fs := fullFS(func(path string) bool { return full.Load() && strings.Contains(path, "MANIFEST") })
	db, err := Open("index", fs, &pebble.Options{}, zap.NewNop())
	if err != nil {
		t.Fatal(err)
	}
	full.Store(true)
	b := db.NewBatch()
	if err := b.Set([]byte("key"), []byte("value"), nil); err != nil {
		t.Fatal(err)
	}
	if err := db.Commit(b, pebble.NoSync); err != nil {
		t.Fatal(err)
	}
	if _, err := db.AsyncFlush(); err != nil {
		t.Fatal(err)
	}
	select {
	case <-db.gaveUp:
	case <-time.After(time.Minute):
		t.Fatal("the disk is full, and everything is written")
	}
	closesWithError(t, db)
}

// A write that Pebble has wait for tables that cannot be written, since the disk is full, ends with
// that.
func TestCommitOnFullDisk(t *testing.T) {
	full := make(chan struct{}) // closed when it is
	fs := fullFS(func(path string) bool {
		if !strings.HasSuffix(path, ".sst") {
			return false
		}
		<-full
		return true
	})
	db, err := Open("index", fs, &pebble.Options{MemTableSize: 64 << 10, MemTableStopWritesThreshold: 2}, zap.NewNop())
	if err != nil {
		t.Fatal(err)
	}
	var written atomic.Int64
	ended := make(chan error, 1)
	go func() {
		for {
			b := db.NewBatch()
			err := b.Set(binary.BigEndian.AppendUint64(nil, uint64(written.Load())), make([]byte, 30<<10), nil)
			if err = errors.Join(err, db.Commit(b, pebble.NoSync)); err != nil {
				ended <- err
				return
			}
			written.Add(1)
		}
	}()
	for before := int64(-1); before != written.Load(); time.Sleep(100 * time.Millisecond) { // most likely it waits by then
		before = written.Load()
	}
	close(full)
	select {
	case err := <-ended:
		if !errors.Is(err, syscall.ENOSPC) {
			t.Errorf("after %d writes: %v", written.Load(), err)
		}
	case <-time.After(time.Minute):
		t.Fatalf("write %d does not end", written.Load())
	}
	if err := db.Sync(); !errors.Is(err, syscall.ENOSPC) {
		t.Errorf("sync: %v", err)
	}
	if err := db.DeleteRange([]byte{0}, []byte{1}, pebble.NoSync); !errors.Is(err, syscall.ENOSPC) {
		t.Errorf("delete: %v", err)
	}
	if err := db.Close(); !errors.Is(err, syscall.ENOSPC) {
		t.Errorf("close: %v", err)
	}
}

// A database whose disk gets full under its log is told so by the next write, which Pebble ends with a panic, and
// can be closed: what Pebble holds at that moment is never released, and it does not say that it gave up.
func TestCloseAfterFullLog(t *testing.T) {
	var full atomic.Bool
	fs := fullFS(func(path string) bool { return full.Load() && strings.HasSuffix(path, ".log") })
	db, err := Open("index", fs, &pebble.Options{}, zap.NewNop())
	if err != nil {
		t.Fatal(err)
	}
	full.Store(true)
	for err == nil { // the log is written in the background: the first writes succeed
		b := db.NewBatch()
		if err = b.LogData(make([]byte, 1<<10), nil); err != nil { // fills no table, however late the log is: no other log is begun
			t.Fatal(err)
		}
		err = db.Commit(b, pebble.NoSync)
	}
	if !strings.Contains(err.Error(), syscall.ENOSPC.Error()) {
		t.Errorf("commit: %v", err)
	}
	closesWithError(t, db)
}

// closesWithError closes a database whose disk has failed.
func closesWithError(t *testing.T, db *DB) {
	t.Helper()
	closed := make(chan error, 1)
	go func() { closed <- db.Close() }()
	select {
	case err := <-closed:
		if err == nil {
			t.Error("closed as if nothing had failed")
		}
	case <-time.After(time.Minute):
		t.Fatal("it cannot be closed")
	}
}

// fullFS is a file system in memory, whose disk is full for writes to files that match.
func fullFS(match func(path string) bool) vfs.FS {
	return errorfs.Wrap(vfs.NewMem(), errorfs.InjectorFunc(func(op errorfs.Op) error {
		if op.Kind.ReadOrWrite() == errorfs.OpIsWrite && match(op.Path) {
			return syscall.ENOSPC
		}
		return nil
	}))
}
