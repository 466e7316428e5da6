package journal

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"go.uber.org/zap"
)

// ErrPruned: the record was deleted, because no reader needed it any more.
var ErrPruned = errors.New("the record is not kept any more")

// maxPruned bounds what is deleted at once, in records.
const maxPruned = 1 << 16

// pruned says what is gone: every record before Floor but those in Kept.
type pruned struct {
	Floor Seq
	Kept  []Seq // ascending
}

func (p *pruned) keeps(seq Seq) bool {
	_, kept := slices.BinarySearch(p.Kept, seq)
	return kept
}

// need is what one reader still needs.
type need struct {
	from Seq
	also []Seq // ascending
}

// Keep says what a reader still needs, now and whenever it starts anew: every record from
// number from on, and of the older ones those in also. Nothing is deleted before each of
// Config.Readers has said so since the journal was opened; what a reader that is not among
// them says has no effect. It does not wait for the disk.
func (j *Journal) Keep(reader string, from Seq, also []Seq) {
	if !slices.Contains(j.cfg.Readers, reader) {
		return
	}
	also = slices.Clone(also)
	slices.Sort(also)
	j.mu.Lock()
	defer j.mu.Unlock()
	j.needs[reader] = need{from, also}
}

// First returns the number from which on every record is kept, 1 in a journal of which
// nothing was deleted.
func (j *Journal) First() Seq {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.gone.Floor
}

// Checkpoint returns the number of the last durable Checkpoint, 0 when there is none.
func (j *Journal) Checkpoint() Seq {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.checkpoint
}

// prune deletes some of what no reader needs. The goroutine that syncs calls it after a
// sync, so that it takes turns with the records.
func (j *Journal) prune() error {
	j.mu.Lock()
	old := j.gone
	next, due := j.nextPruned()
	if due {
		j.gone = next // before the records go, so that who misses one knows why
	}
	j.mu.Unlock()
	if !due {
		return nil
	}
	if err := j.store.prune(old, next); err != nil {
		return fmt.Errorf("delete records %d to %d: %w", old.Floor, next.Floor-1, err)
	}
	j.log.Debug("records deleted", zap.Uint64("before", uint64(next.Floor)), zap.Int("kept", len(next.Kept)))
	return nil
}

// nextPruned is what is to be gone next, if that is enough to be worth it. j.mu is held.
func (j *Journal) nextPruned() (next pruned, due bool) {
	if len(j.cfg.Readers) == 0 || len(j.needs) < len(j.cfg.Readers) {
		return next, false
	}
	next.Floor = min(j.gone.Floor+maxPruned, j.durable) // the last record stays: it gives the next its number
	for _, n := range j.needs {
		next.Floor = min(next.Floor, n.from)
	}
	if next.Floor < j.gone.Floor+Seq(j.cfg.MinPruned) {
		return next, false
	}
	for _, n := range j.needs {
		for _, seq := range n.also {
			if seq < next.Floor && (seq >= j.gone.Floor || j.gone.keeps(seq)) {
				next.Kept = append(next.Kept, seq)
			}
		}
	}
	slices.Sort(next.Kept)
	next.Kept = slices.Compact(next.Kept)
	return next, true
}

// missing is the error of a reader that does not find a record.
func (j *Journal) missing(seq Seq) error {
	if first := j.First(); seq < first {
		return fmt.Errorf("%w: %d; all before %d are deleted but for single ones, since neither of %s needs them",
			ErrPruned, seq, first, strings.Join(j.cfg.Readers, ", "))
	}
	return fmt.Errorf("read journal: %w: record %d is missing", ErrMalformed, seq)
}
