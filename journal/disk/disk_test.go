package disk

import (
	"errors"
	"strings"
	"syscall"
	"testing"

	"github.com/cockroachdb/pebble/v2"
	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/cockroachdb/pebble/v2/vfs/errorfs"
	"go.uber.org/zap"
)

// Whoever starts on a full disk is told, also where there is something in the log that has
// to be written to a table first: Pebble alone would try that for ever.
func TestOpenOnAFullDisk(t *testing.T) {
	mem := vfs.NewCrashableMem()
	nothing := func(err error) { t.Error(err) }
	db, err := Open("d", &pebble.Options{FS: mem}, zap.NewNop(), nothing)
	if err != nil {
		t.Fatal(err)
	}
	b := db.NewBatch()
	if err := errors.Join(b.Set([]byte("key"), []byte("value"), nil), <-Commit(b, pebble.Sync)); err != nil {
		t.Fatal(err)
	}
	crashed := mem.CrashClone(vfs.CrashCloneCfg{})
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}

	full := errorfs.InjectorFunc(func(op errorfs.Op) error {
		if strings.HasSuffix(op.Path, ".sst") && op.Kind == errorfs.OpFileWrite {
			return syscall.ENOSPC
		}
		return nil
	})
	told := make(chan error, 1)
	_, err = Open("d", &pebble.Options{FS: errorfs.Wrap(crashed, full)}, zap.NewNop(), func(err error) {
		select {
		case told <- err:
		default:
		}
	})
	if !errors.Is(err, syscall.ENOSPC) {
		t.Fatalf("open: %v", err)
	}
	if err := <-told; !errors.Is(err, syscall.ENOSPC) {
		t.Fatalf("told: %v", err)
	}
}
