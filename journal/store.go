package journal

import (
	"encoding/binary"
	"errors"
	"fmt"
	"runtime"

	"github.com/cockroachdb/pebble/v2"
	"github.com/cockroachdb/pebble/v2/vfs"
	"go.uber.org/zap"
)

// Errors of Open.
var (
	// ErrLocked: another process, or another Journal of this one, has the directory open.
	ErrLocked = errors.New("the journal is in use by another process")
	// ErrFormat: the directory holds a journal of a layout this version cannot read.
	ErrFormat = errors.New("unknown journal format")
)

const format = 1 // of keys; records carry their own version

var (
	formatKey    = []byte("format")
	recordPrefix = byte('r')
)

// store is the Pebble database: records under their big-endian sequence number.
type store struct {
	db   *pebble.DB
	lock *pebble.Lock
	sync *pebble.WriteOptions
}

// row is a record in its stored form.
type row struct {
	seq Seq
	enc []byte
}

// openStore opens or creates the database, and returns it with the last record's
// number. Pebble reports errors it cannot go on from to fatal, on a goroutine that
// ends there.
func openStore(cfg Config, fatal func(error), log *zap.Logger) (*store, Seq, error) {
	if err := cfg.FS.MkdirAll(cfg.Dir, 0o700); err != nil {
		return nil, 0, fmt.Errorf("create journal directory: %w", err)
	}
	lock, err := pebble.LockDirectory(cfg.Dir, cfg.FS)
	if err != nil {
		return nil, 0, fmt.Errorf("%w: %s: %v", ErrLocked, cfg.Dir, err)
	}
	opts := &pebble.Options{
		FS:                 cfg.FS,
		Lock:               lock,
		MemTableSize:       16 << 20,
		FormatMajorVersion: pebble.FormatWALSyncChunks, // tells a torn tail from a hole in the log
		Logger:             &pebbleLog{log: log.Sugar(), fatal: fatal},
	}
	db, err := openPebble(cfg.Dir, opts)
	if err != nil {
		return nil, 0, errors.Join(err, lock.Close())
	}
	s := &store{db: db, lock: lock, sync: pebble.Sync}
	if cfg.NoSync {
		s.sync = pebble.NoSync
	}
	last, err := s.checkFormat()
	if err != nil {
		return nil, 0, errors.Join(err, s.close())
	}
	return s, last, nil
}

// openPebble opens the database on a goroutine of its own, because a fatal error ends
// the goroutine that meets it.
func openPebble(dir string, opts *pebble.Options) (*pebble.DB, error) {
	var db *pebble.DB
	err := errors.New("the database gave up")
	done := make(chan struct{})
	go func() {
		defer close(done)
		db, err = pebble.Open(dir, opts)
	}()
	<-done
	if err != nil {
		return nil, fmt.Errorf("open journal: %w", err)
	}
	return db, nil
}

// checkFormat writes the format into a new database, checks it in an old one, and
// finds the last record.
func (s *store) checkFormat() (Seq, error) {
	got, closer, err := s.db.Get(formatKey)
	switch {
	case errors.Is(err, pebble.ErrNotFound):
		err = s.db.Set(formatKey, []byte{format}, pebble.Sync)
	case err == nil:
		if len(got) != 1 || got[0] != format {
			err = fmt.Errorf("%w: %x", ErrFormat, got)
		}
		err = errors.Join(err, closer.Close())
	}
	if err != nil {
		return 0, fmt.Errorf("journal format: %w", err)
	}
	it, err := s.db.NewIter(&pebble.IterOptions{LowerBound: recordKey(0), UpperBound: recordEnd()})
	if err != nil {
		return 0, fmt.Errorf("find the last record: %w", err)
	}
	var last Seq
	if it.Last() {
		last = seqOf(it.Key())
	}
	return last, it.Close()
}

// write makes the rows durable, all or none.
func (s *store) write(rows []row) error {
	b := s.db.NewBatch()
	for i := range rows {
		if err := b.Set(recordKey(rows[i].seq), rows[i].enc, nil); err != nil {
			return errors.Join(err, b.Close())
		}
	}
	if err := b.Commit(s.sync); err != nil {
		return err
	}
	return b.Close()
}

// read returns rows from seq on, up to and including last, stopping after max bytes.
// It fails when one is missing: the log has no holes.
func (s *store) read(seq, last Seq, max int) ([]row, error) {
	it, err := s.db.NewIter(&pebble.IterOptions{LowerBound: recordKey(seq), UpperBound: recordKey(last + 1)})
	if err != nil {
		return nil, fmt.Errorf("read journal: %w", err)
	}
	var rows []row
	for it.First(); it.Valid() && max > 0; it.Next() {
		if got := seqOf(it.Key()); got != seq {
			break
		}
		enc := append([]byte(nil), it.Value()...)
		rows = append(rows, row{seq, enc})
		max -= len(enc)
		seq++
	}
	if err := it.Close(); err != nil {
		return nil, fmt.Errorf("read journal: %w", err)
	}
	if len(rows) == 0 {
		return nil, fmt.Errorf("read journal: %w: record %d is missing", ErrMalformed, seq)
	}
	return rows, nil
}

func (s *store) close() error {
	return errors.Join(s.db.Close(), s.lock.Close())
}

func recordKey(seq Seq) []byte {
	return binary.BigEndian.AppendUint64([]byte{recordPrefix}, uint64(seq))
}

func recordEnd() []byte { return []byte{recordPrefix + 1} }

func seqOf(key []byte) Seq { return Seq(binary.BigEndian.Uint64(key[1:])) }

// pebbleLog passes Pebble's messages on, and its fatal errors to the journal.
type pebbleLog struct {
	log   *zap.SugaredLogger
	fatal func(error)
}

func (l *pebbleLog) Infof(form string, args ...any)  { l.log.Debugf(form, args...) }
func (l *pebbleLog) Errorf(form string, args ...any) { l.log.Errorf(form, args...) }

// Fatalf must not return. The process is not ended from here: its owner is told, and
// stops in order.
func (l *pebbleLog) Fatalf(form string, args ...any) {
	l.fatal(fmt.Errorf(form, args...))
	runtime.Goexit()
}

// defaultFS is the machine's own file system.
func defaultFS(fs vfs.FS) vfs.FS {
	if fs == nil {
		return vfs.Default
	}
	return fs
}
