package sequencer

import (
	"context"
	"fmt"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/journal"
	"github.com/ssequencer/ssequencer/signer"
)

// past is what the journal says has happened. It is read once, at the start.
type past struct {
	numbers   counters
	committed map[chains.ChainID]chains.BlockRef
	payloads  *payloads
	promised  *signer.Watermark
	opens     map[uint64]map[chains.ChainID]*chains.Open
	decided   []*journal.Decided // of blocks that are not committed, in order
	admitted  map[uint64]*journal.Admitted
	unapplied map[uint64]map[chains.ChainID]chains.BlockRef // committed by slot, without an Applied record
}

func readPast(ctx context.Context, j Journal, payloads *payloads) (*past, error) {
	p := &past{
		committed: map[chains.ChainID]chains.BlockRef{},
		payloads:  payloads,
		promised:  signer.NewWatermark(),
		opens:     map[uint64]map[chains.ChainID]*chains.Open{},
		admitted:  map[uint64]*journal.Admitted{},
		unapplied: map[uint64]map[chains.ChainID]chains.BlockRef{},
	}
	err := j.Read(ctx, 1, func(seq journal.Seq, rec journal.Record) error {
		return p.add(seq, rec)
	})
	return p, err
}

func (p *past) add(seq journal.Seq, rec journal.Record) error {
	switch r := rec.(type) {
	case *journal.Opened:
		if p.opens[r.Open.Timestamp] == nil {
			p.opens[r.Open.Timestamp] = map[chains.ChainID]*chains.Open{}
		}
		p.opens[r.Open.Timestamp][r.Open.ChainID] = &r.Open
	case *journal.Admitted:
		p.numbers.arrival = max(p.numbers.arrival, r.Arrival)
		p.admitted[r.Arrival] = r
	case *journal.Decided:
		return p.addDecided(r)
	case *journal.Refused:
		delete(p.admitted, r.Arrival)
	case *journal.Reopened:
		p.forget(func(l *chains.Leg) bool {
			return l.ChainID == r.ChainID && l.Height == r.Height && l.Index >= r.FromIndex
		}, false)
	case *journal.Prepared:
		p.payloads.note(seq, r)
	case *journal.Commit:
		p.addCommit(r)
	case *journal.Applied:
		for _, b := range r.Blocks {
			delete(p.unapplied[r.Slot], b.ChainID)
		}
		if len(p.unapplied[r.Slot]) == 0 {
			delete(p.unapplied, r.Slot)
		}
	}
	return nil
}

func (p *past) addDecided(r *journal.Decided) error {
	p.decided = append(p.decided, r)
	for i := range r.Bundle.Legs {
		p.numbers.globalIndex = max(p.numbers.globalIndex, r.Bundle.Legs[i].GlobalIndex)
	}
	for i := range r.Promises {
		if err := p.promised.Advance(&r.Promises[i]); err != nil {
			return fmt.Errorf("the journal's promises contradict each other: %w", err)
		}
	}
	return nil
}

func (p *past) addCommit(r *journal.Commit) {
	for _, b := range r.Blocks {
		p.committed[b.ChainID] = b.Ref
		p.promised.Forget(b.ChainID, b.Ref.Number+1)
		delete(p.opens[r.Slot], b.ChainID)
		p.forget(func(l *chains.Leg) bool { return l.ChainID == b.ChainID && l.Height <= b.Ref.Number }, true)
		if p.unapplied[r.Slot] == nil {
			p.unapplied[r.Slot] = map[chains.ChainID]chains.BlockRef{}
		}
		p.unapplied[r.Slot][b.ChainID] = b.Ref
	}
	if len(p.opens[r.Slot]) == 0 {
		delete(p.opens, r.Slot)
	}
}

// forget removes the decided bundles that have a matching leg. done says that they are
// committed; otherwise their transactions are undecided again.
func (p *past) forget(match func(*chains.Leg) bool, done bool) {
	kept := p.decided[:0]
	for _, d := range p.decided {
		hit := false
		for i := range d.Bundle.Legs {
			hit = hit || match(&d.Bundle.Legs[i])
		}
		switch {
		case !hit:
			kept = append(kept, d)
		case done:
			delete(p.admitted, d.Arrival)
		}
	}
	p.decided = kept
}
