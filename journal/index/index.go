// Package index opens the Pebble database in which a reader of the journal keeps what it
// has made of the records, and tells when its disk fails.
package index

import (
	"errors"
	"fmt"
	"sync/atomic"

	"github.com/cockroachdb/pebble/v2"
	"github.com/cockroachdb/pebble/v2/vfs"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/journal/disk"
)

// DB is an open database. It is written by Commit, Sync and DeleteRange, so that a disk that fails is an
// error and not the end of the process. It is safe for concurrent use.
type DB struct {
	*pebble.DB
	failed atomic.Pointer[error]
	gaveUp chan struct{} // closed when failed is set
}

// Open opens the database in dir, creating both where there is none. fs nil means the
// machine's file system.
func Open(dir string, fs vfs.FS, opts *pebble.Options, log *zap.Logger) (*DB, error) {
	if fs == nil {
		fs = vfs.Default
	}
	if err := fs.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("create directory of an index: %w", err)
	}
	d := &DB{gaveUp: make(chan struct{})}
	opts.FS = fs
	var err error
	if d.DB, err = disk.Open(dir, opts, log, d.fail); err != nil {
		return nil, fmt.Errorf("open the index in %s: %w", dir, err)
	}
	return d, nil
}

// Commit writes a batch, and closes it. An error, also one of an earlier write in the background,
// means that nothing more can be written.
func (d *DB) Commit(b *pebble.Batch, opts *pebble.WriteOptions) error {
	select {
	case err := <-disk.Commit(b, opts):
		if errors.Is(err, disk.ErrGaveUp) { // Pebble does not always say so
			d.fail(err)
		}
		err = errors.Join(err, b.Close())
		if failed := d.failed.Load(); failed != nil {
			return *failed
		}
		return err
	case <-d.gaveUp: // the write may wait for the disk as long as the process lives: the batch is left to it
		return *d.failed.Load()
	}
}

// Sync makes durable what was committed so far. Its errors are Commit's.
func (d *DB) Sync() error {
	return d.one(pebble.Sync, func(b *pebble.Batch) error { return b.LogData(nil, nil) })
}

// DeleteRange deletes the keys from start on, up to end without that one. Its errors are Commit's.
func (d *DB) DeleteRange(start, end []byte, opts *pebble.WriteOptions) error {
	return d.one(opts, func(b *pebble.Batch) error { return b.DeleteRange(start, end, nil) })
}

// one commits what change puts into a batch.
func (d *DB) one(opts *pebble.WriteOptions, change func(*pebble.Batch) error) error {
	b := d.NewBatch()
	if err := change(b); err != nil {
		return errors.Join(err, b.Close())
	}
	return d.Commit(b, opts)
}

// fail remembers the first failure.
func (d *DB) fail(err error) {
	err = fmt.Errorf("the index cannot be written: %w", err)
	if d.failed.CompareAndSwap(nil, &err) {
		close(d.gaveUp)
	}
}

// Close closes the database. One whose disk has failed is left as it is until the process
// ends, and the failure is returned: what Pebble held when it gave up is never released, and
// its own Close would wait for that.
func (d *DB) Close() error {
	if failed := d.failed.Load(); failed != nil {
		return *failed
	}
	closed := make(chan error, 1)
	go func() { closed <- d.DB.Close() }()
	select {
	case err := <-closed:
		return err
	case <-d.gaveUp:
		return *d.failed.Load()
	}
}
