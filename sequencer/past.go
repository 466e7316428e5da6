package sequencer

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/journal"
	"github.com/ssequencer/ssequencer/signer"
)

// past is what the journal says has happened. It is a function of the records alone,
// whether they are read from the first on or from a checkpoint on.
type past struct {
	numbers   counters
	committed map[chains.ChainID]chains.BlockRef
	payloads  *payloads
	promised  *signer.Watermark
	opens     map[uint64]map[chains.ChainID]*chains.Open
	decided   []*journal.Decided // of blocks that are not committed, in order
	admitted  map[uint64]*journal.Admitted
	returned  map[uint64]bool                               // of these, by arrival, those that were in a block that is lost
	unapplied map[uint64]map[chains.ChainID]chains.BlockRef // committed by slot, without an Applied record
	held      []*journal.Held                               // groups that are neither committed nor recalled
	places    places
}

// places are the journal's numbers of the records that a past consists of.
type places struct {
	opens    map[opening]journal.Seq
	decided  map[*journal.Decided]journal.Seq
	admitted map[uint64]journal.Seq // by arrival
}

// opening names a block that is open.
type opening struct {
	slot  uint64
	chain chains.ChainID
}

func newPast(payloads *payloads) *past {
	return &past{
		committed: map[chains.ChainID]chains.BlockRef{},
		payloads:  payloads,
		promised:  signer.NewWatermark(),
		opens:     map[uint64]map[chains.ChainID]*chains.Open{},
		admitted:  map[uint64]*journal.Admitted{},
		returned:  map[uint64]bool{},
		unapplied: map[uint64]map[chains.ChainID]chains.BlockRef{},
		places:    places{map[opening]journal.Seq{}, map[*journal.Decided]journal.Seq{}, map[uint64]journal.Seq{}},
	}
}

// readPast reads the newest checkpoint, and the records after it.
func readPast(ctx context.Context, j Journal, payloads *payloads) (*past, error) {
	p := newPast(payloads)
	next, err := p.restore(j)
	if err != nil {
		return nil, err
	}
	return p, j.Read(ctx, next, p.add)
}

func (p *past) add(seq journal.Seq, rec journal.Record) error {
	switch r := rec.(type) {
	case *journal.Opened:
		p.addOpened(seq, r)
	case *journal.Admitted:
		p.addAdmitted(seq, r)
	case *journal.Returned:
		p.addAdmitted(seq, &r.Admitted)
		p.returned[r.Admitted.Arrival] = true
	case *journal.Replaced:
		p.addReplaced(r)
	case *journal.Decided:
		return p.addDecided(seq, r)
	case *journal.Refused:
		p.settled(r.Arrival)
	case *journal.Reopened:
		p.forget(func(l *chains.Leg) bool {
			return l.ChainID == r.ChainID && l.Height == r.Height && l.Index >= r.FromIndex
		}, false)
	case *journal.Prepared:
		p.payloads.note(seq, r)
	case *journal.Held:
		p.held = append(p.held, r)
	case *journal.Recalled:
		p.endHold(r.Slot, r.Group)
	case *journal.Commit:
		p.endHold(r.Slot, r.Group)
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

func (p *past) addOpened(seq journal.Seq, r *journal.Opened) {
	at := opening{r.Open.Timestamp, r.Open.ChainID}
	p.close(at.chain, func(number uint64) bool { return number == r.Open.Number }) // in another slot: that was given up
	if p.opens[at.slot] == nil {
		p.opens[at.slot] = map[chains.ChainID]*chains.Open{}
	}
	p.opens[at.slot][at.chain] = &r.Open
	p.places.opens[at] = seq
	// What was held of it is made anew.
	p.held = slices.DeleteFunc(p.held, func(h *journal.Held) bool { return h.Slot == at.slot && slices.Contains(h.Group, at.chain) })
}

func (p *past) addAdmitted(seq journal.Seq, r *journal.Admitted) {
	p.numbers.arrival = max(p.numbers.arrival, r.Arrival)
	p.admitted[r.Arrival] = r
	p.places.admitted[r.Arrival] = seq
}

// addReplaced goes back to the last committed block that is not lost. What was promised
// after it stays promised: nothing else is, at those positions (P4).
func (p *past) addReplaced(r *journal.Replaced) {
	p.committed[r.ChainID] = r.Kept
	p.payloads.drop(r.ChainID, r.Kept.Number+1)
	p.close(r.ChainID, func(number uint64) bool { return number > r.Kept.Number })
	for slot, refs := range p.unapplied {
		if ref, there := refs[r.ChainID]; there && ref.Number > r.Kept.Number {
			delete(refs, r.ChainID)
		}
		if len(refs) == 0 {
			delete(p.unapplied, slot)
		}
	}
}

// settled forgets an admission: it was included or refused.
func (p *past) settled(arrival uint64) {
	delete(p.returned, arrival)
	delete(p.admitted, arrival)
	delete(p.places.admitted, arrival)
}

func (p *past) addDecided(seq journal.Seq, r *journal.Decided) error {
	p.decided = append(p.decided, r)
	p.places.decided[r] = seq
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

// endHold forgets that a group is held.
func (p *past) endHold(slot uint64, group []chains.ChainID) {
	p.held = slices.DeleteFunc(p.held, func(h *journal.Held) bool { return h.Slot == slot && slices.Equal(h.Group, group) })
}

func (p *past) addCommit(r *journal.Commit) {
	for _, b := range r.Blocks {
		p.committed[b.ChainID] = b.Ref
		p.promised.Forget(b.ChainID, b.Ref.Number+1)
		p.close(b.ChainID, func(number uint64) bool { return number <= b.Ref.Number })
		p.forget(func(l *chains.Leg) bool { return l.ChainID == b.ChainID && l.Height <= b.Ref.Number }, true)
		if p.unapplied[r.Slot] == nil {
			p.unapplied[r.Slot] = map[chains.ChainID]chains.BlockRef{}
		}
		p.unapplied[r.Slot][b.ChainID] = b.Ref
	}
}

// overtaken reports whether a chain of which nothing was ever committed has gone on to a block
// without the sequencer, so that what was opened on it cannot be made any more.
func (p *past) overtaken(id chains.ChainID, head uint64) bool {
	if p.committed[id] != (chains.BlockRef{}) {
		return false
	}
	var opened []uint64
	for _, slot := range slices.Sorted(maps.Keys(p.opens)) {
		if open := p.opens[slot][id]; open != nil {
			opened = append(opened, open.Number)
		}
	}
	return passed(opened, head)
}

// passed reports whether something else has the place of a block that was opened: the head is there, or was
// once, so that the blocks' numbers, in order of their slots, do not follow each other.
func passed(opened []uint64, head uint64) bool {
	for i, number := range opened {
		if number <= head || i > 0 && number != opened[i-1]+1 {
			return true
		}
	}
	return false
}

// close forgets openings of a chain: of committed blocks, of those that somebody else's
// have taken the place of, and of those that were opened again.
func (p *past) close(id chains.ChainID, match func(number uint64) bool) {
	for slot, opens := range p.opens {
		if open := opens[id]; open != nil && match(open.Number) {
			delete(opens, id)
			delete(p.places.opens, opening{slot, id})
		}
		if len(opens) == 0 {
			delete(p.opens, slot)
		}
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
		if !hit {
			kept = append(kept, d)
			continue
		}
		delete(p.places.decided, d)
		if done {
			p.settled(d.Arrival)
		}
	}
	clear(p.decided[len(kept):])
	p.decided = kept
}
