// Package index opens the Pebble database in which a reader of the journal keeps what it
// has made of the records, and tells when its disk fails.
package index

import (
	"fmt"
	"runtime"
	"sync/atomic"

	"github.com/cockroachdb/pebble/v2"
	"github.com/cockroachdb/pebble/v2/vfs"
	"go.uber.org/zap"
)

// DB is an open database. Batches are written by Commit, so that a disk that fails is an
// error and not the end of the process. It is safe for concurrent use.
type DB struct {
	*pebble.DB
	failed atomic.Pointer[error]
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
	d := &DB{}
	opts.FS, opts.FormatMajorVersion = fs, pebble.FormatWALSyncChunks
	opts.Logger = &logger{log.Sugar(), d}
	opts.EventListener = &pebble.EventListener{BackgroundError: d.fail} // writing in the background fails for good
	err := apart(func() (err error) {
		d.DB, err = pebble.Open(dir, opts)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("open the index in %s: %w", dir, err)
	}
	return d, nil
}

// Commit writes a batch. An error, also one of an earlier write in the background, means
// that nothing more can be written.
func (d *DB) Commit(b *pebble.Batch, opts *pebble.WriteOptions) error {
	err := apart(func() error { return b.Commit(opts) })
	if failed := d.failed.Load(); failed != nil {
		return *failed
	}
	return err
}

// fail remembers the first failure.
func (d *DB) fail(err error) {
	err = fmt.Errorf("the index cannot be written: %w", err)
	d.failed.CompareAndSwap(nil, &err)
}

// apart calls fn on a goroutine of its own, which Pebble may end.
func apart(fn func() error) error {
	err := fmt.Errorf("the database gave up")
	done := make(chan struct{})
	go func() {
		defer close(done)
		defer func() {
			if r := recover(); r != nil { // Pebble's answer to a write after a failed one
				err = fmt.Errorf("the database gave up: %v", r)
			}
		}()
		err = fn()
	}()
	<-done
	return err
}

// logger passes Pebble's messages on.
type logger struct {
	log *zap.SugaredLogger
	db  *DB
}

func (l *logger) Infof(form string, args ...any)  { l.log.Debugf(form, args...) }
func (l *logger) Errorf(form string, args ...any) { l.log.Errorf(form, args...) }

// Fatalf must not return. The owner learns of it by the next Commit.
func (l *logger) Fatalf(form string, args ...any) {
	l.db.fail(fmt.Errorf(form, args...))
	runtime.Goexit()
}
