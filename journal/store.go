package journal

import (
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/cockroachdb/pebble/v2"
	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/ethereum/go-ethereum/rlp"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/journal/disk"
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
	formatKey     = []byte("format")
	prunedKey     = []byte("pruned")     // pruned
	checkpointKey = []byte("checkpoint") // number of the last Checkpoint
	recordPrefix  = byte('r')
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

// extent is what a store holds.
type extent struct {
	last       Seq // record
	checkpoint Seq // the last one's number, 0 where there is none
	gone       pruned
}

// openStore opens or creates the database, and returns it with what it holds. fatal is
// told when the disk fails, now or later; the directory stays locked then.
func openStore(cfg Config, fatal func(error), log *zap.Logger) (*store, extent, error) {
	if err := cfg.FS.MkdirAll(cfg.Dir, 0o700); err != nil {
		return nil, extent{}, fmt.Errorf("create journal directory: %w", err)
	}
	lock, err := pebble.LockDirectory(cfg.Dir, cfg.FS)
	if err != nil {
		return nil, extent{}, fmt.Errorf("%w: %s: %v", ErrLocked, cfg.Dir, err)
	}
	opts := &pebble.Options{FS: cfg.FS, Lock: lock, MemTableSize: 16 << 20}
	db, err := disk.Open(cfg.Dir, opts, log, fatal)
	if err != nil {
		if !errors.Is(err, disk.ErrGaveUp) {
			err = errors.Join(err, lock.Close())
		}
		return nil, extent{}, fmt.Errorf("open journal in %s: %w", cfg.Dir, err)
	}
	s := &store{db: db, lock: lock, sync: pebble.Sync}
	if cfg.NoSync {
		s.sync = pebble.NoSync
	}
	err = s.checkFormat()
	var has extent
	if err == nil {
		has, err = s.extent()
	}
	if err != nil {
		return nil, extent{}, errors.Join(err, s.close())
	}
	return s, has, nil
}

// checkFormat writes the format into a new database and checks it in an old one.
func (s *store) checkFormat() error {
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
		return fmt.Errorf("journal format: %w", err)
	}
	return nil
}

// extent finds the last record, the last checkpoint and what is gone.
func (s *store) extent() (has extent, err error) {
	has.gone.Floor = 1
	if err := errors.Join(s.get(prunedKey, &has.gone), s.get(checkpointKey, &has.checkpoint)); err != nil {
		return has, err
	}
	it, err := s.db.NewIter(&pebble.IterOptions{LowerBound: recordKey(0), UpperBound: recordEnd()})
	if err != nil {
		return has, fmt.Errorf("find the last record: %w", err)
	}
	if it.Last() {
		has.last = seqOf(it.Key())
	}
	return has, it.Close()
}

// get decodes the value of a key, and leaves into as it is where there is none.
func (s *store) get(key []byte, into any) error {
	enc, closer, err := s.db.Get(key)
	if errors.Is(err, pebble.ErrNotFound) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("read the journal's %s: %w", key, err)
	}
	if err = rlp.DecodeBytes(enc, into); err != nil {
		err = fmt.Errorf("the journal's %s: %w: %v", key, ErrMalformed, err)
	}
	return errors.Join(err, closer.Close())
}

// put adds the encoding of a value to a batch.
func put(b *pebble.Batch, key []byte, value any) error {
	enc, err := rlp.EncodeToBytes(value)
	if err != nil {
		return fmt.Errorf("the journal's %s: %w", key, err)
	}
	return b.Set(key, enc, nil)
}

// write makes the rows durable, all or none.
func (s *store) write(rows []row) error {
	b := s.db.NewBatch()
	for i := range rows {
		err := b.Set(recordKey(rows[i].seq), rows[i].enc, nil)
		if Kind(rows[i].enc[0]) == KindCheckpoint {
			err = errors.Join(err, put(b, checkpointKey, rows[i].seq))
		}
		if err != nil {
			return errors.Join(err, b.Close())
		}
	}
	if err := b.Commit(s.sync); err != nil {
		return err
	}
	return b.Close()
}

// prune deletes the records that next says are gone and old does not, as one change. It
// is not synced: after a crash more may be there than was.
func (s *store) prune(old, next pruned) error {
	b := s.db.NewBatch()
	var errs []error
	for _, seq := range old.Kept {
		if !next.keeps(seq) {
			errs = append(errs, b.Delete(recordKey(seq), nil))
		}
	}
	from := old.Floor
	for _, seq := range next.Kept {
		if seq > from {
			errs = append(errs, b.DeleteRange(recordKey(from), recordKey(seq), nil))
		}
		from = max(from, seq+1)
	}
	if from < next.Floor {
		errs = append(errs, b.DeleteRange(recordKey(from), recordKey(next.Floor), nil))
	}
	errs = append(errs, put(b, prunedKey, &next))
	if err := errors.Join(errs...); err != nil {
		return errors.Join(err, b.Close())
	}
	if err := b.Commit(pebble.NoSync); err != nil {
		return err
	}
	return b.Close()
}

// read returns rows from seq on, up to and including last, without a gap between them,
// stopping after max bytes. It returns none where seq is missing.
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

// defaultFS is the machine's own file system.
func defaultFS(fs vfs.FS) vfs.FS {
	if fs == nil {
		return vfs.Default
	}
	return fs
}
