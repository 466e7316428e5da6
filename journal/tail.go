package journal

import (
	"context"
	"fmt"
)

// chunk bounds the encoded bytes a reader takes at once.
const chunk = 4 << 20

// Read calls fn for every record from number from on that is durable now, in order. It
// returns the first error: fn's, ctx's, of the disk, or ErrPruned at the first record that
// is not kept any more.
func (j *Journal) Read(ctx context.Context, from Seq, fn func(Seq, Record) error) error {
	end := j.Durable()
	for next := max(from, 1); next <= end; {
		entries, err := j.load(next, end)
		if err != nil {
			return err
		}
		if err := deliver(ctx, entries, fn); err != nil {
			return err
		}
		next += Seq(len(entries))
	}
	return nil
}

// Get returns one durable record, ErrSeq when there is none with this number, ErrPruned
// when it is not kept any more.
func (j *Journal) Get(seq Seq) (Record, error) {
	if last := j.Durable(); seq == 0 || seq > last {
		return nil, fmt.Errorf("%w: %d, the last durable one is %d", ErrSeq, seq, last)
	}
	entries, err := j.load(seq, seq)
	if err != nil {
		return nil, err
	}
	return entries[0].rec, nil
}

// Follow is Read that goes on with every record as it becomes durable, until ctx ends,
// fn returns an error, a record is not kept any more (ErrPruned), or the journal ends. It
// always returns an error. It takes recent
// records from memory and older ones from disk, so that a slow follower holds up nobody.
func (j *Journal) Follow(ctx context.Context, from Seq, fn func(Seq, Record) error) error {
	for next := max(from, 1); ; {
		end, err := j.awaitDurable(ctx, next)
		if err != nil {
			return err
		}
		entries, err := j.load(next, end)
		if err != nil {
			return err
		}
		if err := deliver(ctx, entries, fn); err != nil {
			return err
		}
		next += Seq(len(entries))
	}
}

// awaitDurable waits until record next is durable and returns the last durable one.
func (j *Journal) awaitDurable(ctx context.Context, next Seq) (Seq, error) {
	for {
		j.mu.Lock()
		durable, moved, err := j.durable, j.moved, j.ended()
		j.mu.Unlock()
		if durable >= next {
			return durable, nil
		}
		if err != nil {
			return 0, err
		}
		select {
		case <-moved:
		case <-ctx.Done():
			return 0, fmt.Errorf("follow journal: %w", ctx.Err())
		}
	}
}

// load returns at least one durable record from next on, none beyond end.
func (j *Journal) load(next, end Seq) ([]entry, error) {
	j.mu.Lock()
	entries, first := j.recent.from(next), j.recent.first
	j.mu.Unlock()
	if len(entries) > 0 {
		return entries[:min(len(entries), int(end-next)+1)], nil
	}
	rows, err := j.readStore(next, min(end, first-1))
	if err != nil {
		return nil, err
	}
	if len(rows) == 0 {
		return nil, j.missing(next)
	}
	entries = make([]entry, len(rows))
	for i := range rows {
		rec, err := Decode(rows[i].enc)
		if err != nil {
			return nil, fmt.Errorf("record %d: %w", rows[i].seq, err)
		}
		entries[i] = entry{row: row{seq: rows[i].seq}, rec: rec}
	}
	return entries, nil
}

func (j *Journal) readStore(next, end Seq) ([]row, error) {
	j.storeMu.RLock()
	defer j.storeMu.RUnlock()
	j.mu.Lock()
	closed := j.closed
	j.mu.Unlock()
	if closed {
		return nil, ErrClosed
	}
	return j.store.read(next, end, chunk)
}

func deliver(ctx context.Context, entries []entry, fn func(Seq, Record) error) error {
	for i := range entries {
		if err := ctx.Err(); err != nil {
			return fmt.Errorf("read journal: %w", err)
		}
		if err := fn(entries[i].seq, entries[i].rec); err != nil {
			return err
		}
	}
	return nil
}

// recentRecords are the newest durable records, contiguous, bounded in bytes.
type recentRecords struct {
	entries []entry
	first   Seq // number of entries[0], or of the next record when there are none
	bytes   int
	max     int
}

// add appends durable records and forgets the oldest beyond the bound. Slices handed
// out by from stay valid: forgotten entries are cut off, not overwritten.
func (r *recentRecords) add(entries []entry) {
	for i := range entries {
		entries[i].enc = nil
		r.bytes += entries[i].size
	}
	r.entries = append(r.entries, entries...)
	drop := 0
	for ; r.bytes > r.max && drop < len(r.entries); drop++ {
		r.bytes -= r.entries[drop].size
	}
	r.entries = r.entries[drop:]
	r.first += Seq(drop)
}

// from returns the records from number next on, none when next is not among them.
func (r *recentRecords) from(next Seq) []entry {
	if next < r.first || next >= r.first+Seq(len(r.entries)) {
		return nil
	}
	return r.entries[next-r.first:]
}
