package index

import (
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
	fs := errorfs.Wrap(vfs.NewMem(), errorfs.InjectorFunc(func(op errorfs.Op) error {
		if full.Load() && strings.Contains(op.Path, "MANIFEST") && op.Kind.ReadOrWrite() == errorfs.OpIsWrite {
			return syscall.ENOSPC
		}
		return nil
	}))
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
