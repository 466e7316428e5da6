package sequencer

import (
	"context"
	"errors"

	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/journal"
	"github.com/ssequencer/ssequencer/tracer/shard"
)

// Mislead makes a chain's shard start over from its node's head, out of turn.
func (s *Sequencer) Mislead(ctx context.Context, id chains.ChainID) error {
	var err error
	lost := s.do(ctx, func() {
		head, readErr := s.lanes[id].Node.Head(ctx)
		if err = readErr; err == nil {
			err = s.lanes[id].shard.Reset(shard.HeadOf(head))
		}
	})
	return errors.Join(lost, err)
}

// records is a journal that is only read.
type records []journal.Record

func (r records) Append(...journal.Record) (journal.Seq, error)  { panic("not used") }
func (r records) WaitDurable(context.Context, journal.Seq) error { panic("not used") }
func (r records) Checkpoint() journal.Seq                        { return 0 }
func (r records) First() journal.Seq                             { return 1 }
func (r records) Keep(string, journal.Seq, []journal.Seq)        { panic("not used") }
func (r records) Get(seq journal.Seq) (journal.Record, error)    { return r[seq-1], nil }
func (r records) Follow(context.Context, journal.Seq, func(journal.Seq, journal.Record) error) error {
	panic("not used")
}
func (r records) Read(_ context.Context, _ journal.Seq, fn func(journal.Seq, journal.Record) error) error {
	for i, rec := range r {
		if err := fn(journal.Seq(i+1), rec); err != nil {
			return err
		}
	}
	return nil
}

// Recover reads records as the sequencer does when it starts. It returns how often each
// arrival is undecided, or decided in a slot that is to be redone.
func Recover(recs []journal.Record) (map[uint64]int, error) {
	p, err := readPast(context.Background(), records(recs), newPayloads(100))
	if err != nil {
		return nil, err
	}
	s := &Sequencer{pool: newPool(), log: zap.NewNop()}
	if err := s.restorePool(p); err != nil {
		return nil, err
	}
	known := map[uint64]int{}
	for _, it := range s.pool.ready {
		known[it.arrival]++
	}
	for _, sl := range s.backlog {
		for _, d := range sl.decided {
			known[d.item.arrival]++
		}
	}
	return known, nil
}
