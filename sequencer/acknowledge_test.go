package sequencer_test

import (
	"context"
	"errors"
	"math/big"
	"sync"
	"testing"
	"time"

	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/cockroachdb/pebble/v2/vfs/errorfs"

	"github.com/ssequencer/ssequencer/chains"
)

// heldDisk is the machine's file system, on which nothing becomes durable while it is held.
type heldDisk struct {
	mu   sync.Mutex
	free chan struct{} // closed when it is not held any more; nil while it is not
}

func (d *heldDisk) fs() vfs.FS {
	return errorfs.Wrap(vfs.Default, errorfs.InjectorFunc(func(op errorfs.Op) error {
		switch op.Kind {
		case errorfs.OpFileSync, errorfs.OpFileSyncData, errorfs.OpFileSyncTo:
			d.mu.Lock()
			free := d.free
			d.mu.Unlock()
			if free != nil {
				<-free
			}
		}
		return nil
	}))
}

// hold holds the disk until the function that it returns is called.
func (d *heldDisk) hold() (release func()) {
	d.mu.Lock()
	defer d.mu.Unlock()
	free := make(chan struct{})
	d.free = free
	return sync.OnceFunc(func() {
		d.mu.Lock()
		defer d.mu.Unlock()
		d.free = nil
		close(free)
	})
}

// What is sent again while its admission is on its way to the disk is acknowledged when that
// is durable, and not before: whether it is submitted again or looked up.
func TestSentAgainBeforeDurable(t *testing.T) {
	t.Parallel()
	disk := &heldDisk{}
	w := newNet(t, 1)
	w.disk = disk.fs()
	w.start()
	late := w.txAt(1, a, &recipient, big.NewInt(1), nil) // it waits for the transaction before it
	release := disk.hold()
	t.Cleanup(release)
	first := make(chan error, 1)
	go func() {
		_, err := w.seq.Submit(t.Context(), []*chains.Tx{late}, 0)
		first <- err
	}()
	w.until("it is admitted", func() bool { _, waits := w.seq.Waiting(t.Context(), late.Hash()); return waits })
	briefly := func(ask func(context.Context)) {
		ctx, cancel := context.WithTimeout(t.Context(), 200*time.Millisecond)
		defer cancel()
		ask(ctx)
	}
	briefly(func(ctx context.Context) {
		if _, known := w.seq.Lookup(ctx, late.Hash()); known {
			t.Error("a look-up finds what is not durable")
		}
	})
	briefly(func(ctx context.Context) {
		if _, err := w.seq.Submit(ctx, []*chains.Tx{late}, 0); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("sent again it is acknowledged, though it is not durable: %v", err)
		}
	})
	select {
	case err := <-first:
		t.Errorf("it is acknowledged, though it is not durable: %v", err)
	default:
	}
	release()
	if err := <-first; err != nil {
		t.Error(err)
	}
	if _, known := w.seq.Lookup(t.Context(), late.Hash()); !known {
		t.Error("a look-up does not find what is durable")
	}
}

// What nobody waits for any more when its turn comes is not admitted: its sender may have
// sent it again since, and been told of a refusal.
func TestGivenUp(t *testing.T) {
	t.Parallel()
	w := newNet(t, 1)
	w.start()
	gone, cancel := context.WithCancel(t.Context())
	cancel()
	for nonce := range uint64(100) {
		tx := w.txAt(nonce+1, a, &recipient, big.NewInt(1), nil) // it would wait
		if _, err := w.seq.Submit(gone, []*chains.Tx{tx}, 0); !errors.Is(err, context.Canceled) {
			t.Fatalf("submitted by nobody: %v", err)
		}
	}
	if n, err := w.seq.Queued(t.Context(), a); err != nil || n != 0 {
		t.Errorf("%d wait, which nobody waits for (%v)", n, err)
	}
}
