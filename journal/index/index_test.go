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
	db, err := Open("index", fs, &pebble.Options{MemTableSize: 64 << 10}, zap.NewNop())
	if err != nil {
		t.Fatal(err)
	}
	full.Store(true)
	for i := 0; err == nil; i++ {
		if i == 100_000 {
			t.Fatal("the disk is full, and everything is written")
		}
		b := db.NewBatch()
		if err = b.Set([]byte{byte(i), byte(i >> 8)}, make([]byte, 4096), nil); err == nil {
			err = db.Commit(b, pebble.NoSync)
		}
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
