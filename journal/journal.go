package journal

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"github.com/cockroachdb/pebble/v2/vfs"
	"go.uber.org/zap"
)

// Errors of a Journal.
var (
	// ErrFailed: a write failed earlier. It stays so until the process is started anew.
	ErrFailed = errors.New("the journal has failed")
	// ErrClosed: Close was called.
	ErrClosed = errors.New("the journal is closed")
	// ErrSeq: no record with this sequence number was appended.
	ErrSeq = errors.New("no such record")
)

// Config says where a journal is and how it behaves. Only Dir is required.
type Config struct {
	Dir string // created if it does not exist
	// FS is the file system Dir is on; nil means the machine's own.
	FS vfs.FS
	// NoSync leaves out fsync, so that a crash of the machine can lose what was
	// acknowledged. It exists to measure what fsync costs.
	NoSync bool
	// MaxBuffered bounds the encoded bytes that wait for the disk (default 64 MiB).
	// Append waits while more are buffered.
	MaxBuffered int
	// MaxRecent bounds the encoded bytes of recent records that are kept in memory
	// for followers (default 16 MiB).
	MaxRecent int
	// Readers names those without whose word nothing is deleted (see Keep). With none,
	// nothing ever is.
	Readers []string
	// MinPruned is how many records are deleted at once, at least (default 1,024).
	MinPruned int
	// OnDurable, if set, is told the last durable record after each sync, in order,
	// on the goroutine that syncs: it must be quick.
	OnDurable func(Seq)
	// OnFailure, if set, is told once why the journal failed. It must be quick and
	// must not call the journal.
	OnFailure func(error)
}

// Journal is an open journal. All methods are safe for concurrent use.
type Journal struct {
	cfg   Config
	log   *zap.Logger
	store *store

	storeMu sync.RWMutex // held shared while the disk is read, exclusively by Close

	mu         sync.Mutex
	work       sync.Cond // rows arrived, or the end was asked for
	room       sync.Cond // rows were taken
	pending    []entry
	buffered   int // bytes in pending
	last       Seq // last assigned
	durable    Seq
	recent     recentRecords
	needs      map[string]need // by reader
	gone       pruned
	checkpoint Seq           // the last durable one's number
	moved      chan struct{} // closed and replaced whenever durable, failed or closed change
	failed     error
	closed     bool

	done chan struct{} // closed when the syncer has returned
}

// entry is a record with its stored form, which is let go once it is durable.
type entry struct {
	row
	size int // of the stored form
	rec  Record
}

// Open opens the journal in cfg.Dir, creating it when there is none. Only one Journal
// can have a directory open: the second Open returns ErrLocked.
func Open(cfg Config, log *zap.Logger) (*Journal, error) {
	cfg.FS = defaultFS(cfg.FS)
	if cfg.MaxBuffered <= 0 {
		cfg.MaxBuffered = 64 << 20
	}
	if cfg.MaxRecent <= 0 {
		cfg.MaxRecent = 16 << 20
	}
	if cfg.MinPruned <= 0 {
		cfg.MinPruned = 1024
	}
	j := &Journal{cfg: cfg, log: log, needs: make(map[string]need), moved: make(chan struct{}), done: make(chan struct{})}
	j.work.L, j.room.L = &j.mu, &j.mu
	store, has, err := openStore(cfg, j.fail, log)
	if err != nil {
		return nil, err
	}
	j.store, j.last, j.durable, j.gone, j.checkpoint = store, has.last, has.last, has.gone, has.checkpoint
	j.recent = recentRecords{first: has.last + 1, max: cfg.MaxRecent}
	log.Info("journal open", zap.String("dir", cfg.Dir), zap.Uint64("first", uint64(has.gone.Floor)),
		zap.Uint64("last", uint64(has.last)), zap.Uint64("checkpoint", uint64(has.checkpoint)))
	go j.syncLoop()
	return j, nil
}

// Append gives the records the next sequence numbers, in order and with nothing
// between them, and returns the last one's. They become durable together, soon; see
// WaitDurable. It waits only while more than Config.MaxBuffered bytes wait for the
// disk. On an error nothing was appended.
func (j *Journal) Append(recs ...Record) (Seq, error) {
	entries, size := make([]entry, len(recs)), 0
	for i, rec := range recs {
		enc, err := Encode(rec)
		if err != nil {
			return 0, err
		}
		entries[i] = entry{row: row{enc: enc}, size: len(enc), rec: rec}
		size += len(enc)
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	for j.buffered > j.cfg.MaxBuffered && j.ended() == nil {
		j.room.Wait()
	}
	if err := j.ended(); err != nil {
		return 0, err
	}
	for i := range entries {
		j.last++
		entries[i].seq = j.last
	}
	j.pending = append(j.pending, entries...)
	j.buffered += size
	j.work.Signal()
	return j.last, nil
}

// Durable returns the sequence number of the last durable record, 0 when there is none.
func (j *Journal) Durable() Seq {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.durable
}

// WaitDurable returns nil once the record is durable. It returns ErrFailed when it can
// no longer be known to become so, ErrSeq when it was never appended, and ctx's error
// when ctx ends first, which leaves open whether the record becomes durable. Close does
// not end the wait: it makes the record durable.
func (j *Journal) WaitDurable(ctx context.Context, seq Seq) error {
	for {
		j.mu.Lock()
		durable, last, moved, err := j.durable, j.last, j.moved, j.failed
		j.mu.Unlock()
		switch {
		case seq <= durable:
			return nil
		case seq > last:
			return fmt.Errorf("%w: %d, the last is %d", ErrSeq, seq, last)
		case err != nil:
			return err
		}
		select {
		case <-moved:
		case <-ctx.Done():
			return fmt.Errorf("wait for record %d: %w", seq, ctx.Err())
		}
	}
}

// Close makes everything appended durable and closes the files. Read and Follow return
// ErrClosed. A failed journal is left as it is: its directory stays locked until the
// process ends, and Close returns ErrFailed. Further calls do nothing.
func (j *Journal) Close() error {
	j.mu.Lock()
	again := j.closed
	j.closed = true
	j.work.Signal()
	j.room.Broadcast()
	j.broadcast()
	j.mu.Unlock()
	<-j.done
	if again {
		return nil
	}
	j.storeMu.Lock()
	defer j.storeMu.Unlock()
	if err := j.failure(); err != nil {
		return err
	}
	return j.store.close()
}

// syncLoop is the one writer of the store. Whatever was buffered while one sync ran
// shares the next.
func (j *Journal) syncLoop() {
	defer close(j.done)
	for {
		entries := j.take()
		if len(entries) == 0 {
			return
		}
		rows := make([]row, len(entries))
		for i := range entries {
			rows[i] = entries[i].row
		}
		if err := j.store.write(rows); err != nil {
			j.fail(err)
			return
		}
		if !j.publish(entries) {
			return
		}
		if j.cfg.OnDurable != nil {
			j.cfg.OnDurable(entries[len(entries)-1].seq)
		}
		if err := j.prune(); err != nil {
			j.fail(err)
			return
		}
	}
}

// take waits for records and returns all there are; none when the journal has ended.
func (j *Journal) take() []entry {
	j.mu.Lock()
	defer j.mu.Unlock()
	for len(j.pending) == 0 && j.ended() == nil {
		j.work.Wait()
	}
	if j.failed != nil {
		return nil
	}
	entries := j.pending
	j.pending, j.buffered = nil, 0
	j.room.Broadcast()
	return entries
}

// publish makes synced records visible to readers. It reports false when Pebble gave
// up on something else meanwhile: a dead journal acknowledges nothing.
func (j *Journal) publish(entries []entry) bool {
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.failed != nil {
		return false
	}
	j.recent.add(entries)
	for i := range entries {
		if entries[i].rec.Kind() == KindCheckpoint {
			j.checkpoint = entries[i].seq
		}
	}
	j.durable = entries[len(entries)-1].seq
	j.broadcast()
	return true
}

// fail makes the journal dead. The first cause stays.
func (j *Journal) fail(cause error) {
	j.mu.Lock()
	first := j.failed == nil
	if first {
		j.failed = fmt.Errorf("%w: %v", ErrFailed, cause)
		j.work.Signal()
		j.room.Broadcast()
		j.broadcast()
	}
	err := j.failed
	j.mu.Unlock()
	if !first {
		return
	}
	j.log.Error("journal failed: nothing is acknowledged any more", zap.Error(cause))
	if j.cfg.OnFailure != nil {
		j.cfg.OnFailure(err)
	}
}

// failure returns why the journal is dead, nil while it is not.
func (j *Journal) failure() error {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.failed
}

// ended returns why nothing can be appended, nil when it can. j.mu is held.
func (j *Journal) ended() error {
	if j.failed != nil {
		return j.failed
	}
	if j.closed {
		return ErrClosed
	}
	return nil
}

// broadcast wakes everyone who waits for a change. j.mu is held.
func (j *Journal) broadcast() {
	close(j.moved)
	j.moved = make(chan struct{})
}
