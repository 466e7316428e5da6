// Package disk opens Pebble databases so that a disk that fails is told to the owner, at
// once and in every phase, instead of being waited for or ending the process.
package disk

import (
	"errors"
	"fmt"
	"runtime"

	"github.com/cockroachdb/pebble/v2"
	"go.uber.org/zap"
)

// ErrGaveUp: a call was ended because of what fatal was told. Pebble may still be at it.
var ErrGaveUp = errors.New("the database gave up")

// Open opens the database in dir with these options; it sets their Logger, EventListener
// and FormatMajorVersion itself. fatal is told every error that Pebble cannot go on from and
// every one that it would try again for ever, also after Open has returned; it must be quick
// and must not call the database.
//
// Where that happens while the database is being opened, Open returns it with ErrGaveUp, and
// the directory must not be used again by this process.
func Open(dir string, opts *pebble.Options, log *zap.Logger, fatal func(error)) (*pebble.DB, error) {
	failed := make(chan error, 1)
	tell := func(err error) {
		select {
		case failed <- err:
		default: // Open has one already, or nobody listens any more
		}
		fatal(err)
	}
	opts.FormatMajorVersion = pebble.FormatWALSyncChunks // tells a torn tail from a hole in the log
	opts.Logger = &logger{log.Sugar(), tell}
	opts.EventListener = &pebble.EventListener{BackgroundError: tell}
	type opened struct {
		db  *pebble.DB
		err error
	}
	done := make(chan opened, 1)
	go func() {
		result := opened{err: ErrGaveUp} // stays where Pebble ends this goroutine
		defer func() { done <- result }()
		result.db, result.err = pebble.Open(dir, opts)
	}()
	select {
	case result := <-done:
		return result.db, result.err
	case err := <-failed: // what the log holds cannot be written to tables: Pebble would try for ever
		return nil, fmt.Errorf("%w: %w", ErrGaveUp, err)
	}
}

// Commit begins to write a batch, and returns where it tells how that ended: ErrGaveUp, or an error
// that wraps it, where Pebble ends the write instead of returning from it. Where Pebble waits for a
// disk that has failed, nothing comes.
func Commit(b *pebble.Batch, opts *pebble.WriteOptions) <-chan error {
	written := make(chan error, 1)
	go func() {
		err := ErrGaveUp // stays where Pebble ends this goroutine
		defer func() {
			if r := recover(); r != nil { // its answer to a write after a failed one
				err = fmt.Errorf("%w: %v", ErrGaveUp, r)
			}
			written <- err
		}()
		err = b.Commit(opts)
	}()
	return written
}

// logger passes Pebble's messages on.
type logger struct {
	log  *zap.SugaredLogger
	tell func(error)
}

func (l *logger) Infof(form string, args ...any)  { l.log.Debugf(form, args...) }
func (l *logger) Errorf(form string, args ...any) { l.log.Errorf(form, args...) }

// Fatalf must not return to Pebble. The process is not ended from here: its owner is told,
// and stops in order.
func (l *logger) Fatalf(form string, args ...any) {
	l.tell(fmt.Errorf(form, args...))
	runtime.Goexit()
}
