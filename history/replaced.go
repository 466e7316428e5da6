package history

import (
	"errors"
	"fmt"
	"slices"

	"github.com/cockroachdb/pebble/v2"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/wire"
	"github.com/ssequencer/ssequencer/journal"
)

// Blocks of a chain may be lost (journal.Replaced). What was decided in them is not shown any
// more: their transactions wait again. The legs of the same bundles on other chains are
// where they were.

// replaced takes the lost blocks out, and moves the chain's head back.
func (c *change) replaced(r *journal.Replaced) error {
	for _, ref := range r.Lost {
		decided, err := c.lose(journal.CommittedBlock{ChainID: r.ChainID, Ref: ref})
		if err != nil {
			return err
		}
		for _, seq := range decided {
			if err := c.loseLegs(seq, r.ChainID); err != nil {
				return err
			}
		}
	}
	c.h.heads[r.ChainID] = r.Kept
	return put(c.batch, numberKey(keyHead, uint64(r.ChainID)), r.Kept)
}

// lose takes a block out, and returns the decisions with a leg in it.
func (c *change) lose(b journal.CommittedBlock) ([]journal.Seq, error) {
	id := blockID{b.ChainID, b.Ref.Number}
	if decided, live := c.h.live.lose(b); live { // committed, and never applied
		return decided, c.batch.Delete(blockKey(id), nil)
	}
	e := new(blockEntry)
	err := get(c.batch, blockKey(id), e)
	if errors.Is(err, chains.ErrUnknown) || err == nil && e.Opened == 0 {
		return nil, nil // it is of before what is known begins
	}
	if err != nil {
		return nil, err
	}
	rec, err := c.h.record(e.Opened)
	if err != nil {
		return nil, err
	}
	open, ok := rec.(*journal.Opened)
	if !ok {
		return nil, fmt.Errorf("record %d is of kind %v, not an opening", e.Opened, rec.Kind())
	}
	slot := new(slotEntry)
	if err := get(c.batch, numberKey(keySlot, open.Open.Timestamp), slot); err != nil {
		return nil, err
	}
	var decided []journal.Seq
	for i := range slot.Groups {
		g := &slot.Groups[i]
		if at := slices.Index(g.Blocks, b); at >= 0 {
			g.Blocks = slices.Delete(g.Blocks, at, at+1)
			decided = append(decided, g.Decided...)
		}
	}
	return decided, errors.Join(c.batch.Delete(blockKey(id), nil), put(c.batch, numberKey(keySlot, slot.Timestamp), slot))
}

// lose takes a block out that is not applied, and returns the decisions with a leg in it.
func (l *live) lose(b journal.CommittedBlock) (decided []journal.Seq, live bool) {
	block := l.blocks[blockID{b.ChainID, b.Ref.Number}]
	if block == nil {
		return nil, false
	}
	for _, d := range l.applied(block.open.Timestamp, []journal.CommittedBlock{b}).decided {
		decided = append(decided, d.seq)
	}
	return decided, true
}

// loseLegs notes that a decision's legs on a chain are lost. One of which nothing is left
// does not stand.
func (c *change) loseLegs(seq journal.Seq, chain chains.ChainID) error {
	rec, err := c.h.decision(seq)
	if err != nil {
		return err
	}
	lost, err := lostOf(c.batch, seq)
	if err != nil || slices.Contains(lost, chain) || !onChain(rec, chain) {
		return err
	}
	lost = append(lost, chain)
	if err := put(c.batch, numberKey(keyLost, uint64(seq)), lost); err != nil {
		return err
	}
	e, err := c.entry(rec.Bundle.ID)
	if err != nil || e.Decided != seq || stands(rec, lost) {
		return err
	}
	e.Was, e.Decided, e.Gas = seq, 0, nil
	return c.putBundle(e)
}

func onChain(rec *journal.Decided, chain chains.ChainID) bool {
	return slices.ContainsFunc(rec.Bundle.Legs, func(leg chains.Leg) bool { return leg.ChainID == chain })
}

// stands reports whether something of a decision is left.
func stands(rec *journal.Decided, lost []chains.ChainID) bool {
	return slices.ContainsFunc(rec.Bundle.Legs, func(leg chains.Leg) bool { return !slices.Contains(lost, leg.ChainID) })
}

// lostOf returns the chains on which the legs of a decision are lost.
func lostOf(r pebble.Reader, seq journal.Seq) ([]chains.ChainID, error) {
	var lost []chains.ChainID
	err := get(r, numberKey(keyLost, uint64(seq)), &lost)
	if errors.Is(err, chains.ErrUnknown) {
		return nil, nil
	}
	return lost, err
}

// returned begins the life of a transaction anew. What stands of its bundle on other chains
// stays.
func (c *change) returned(r *journal.Returned) error {
	old, err := c.entry(r.Admitted.ID)
	if err != nil {
		return err
	}
	if err := c.admitted(&r.Admitted); err != nil {
		return err
	}
	e, err := c.entry(r.Admitted.ID)
	if err != nil {
		return err
	}
	if e.Before, e.BeforeGas = old.Before, old.BeforeGas; old.Decided != 0 {
		e.Before, e.BeforeGas = old.Decided, old.Gas
	}
	return c.putBundle(e)
}

// before returns the decision of which legs stand on other chains than the one that lost
// its own, and the chains of those that do not; nil where there is none.
func (h *History) before(e *bundleEntry) (*journal.Decided, []chains.ChainID, error) {
	if e.Before == 0 {
		return nil, nil, nil
	}
	rec, err := h.decision(e.Before)
	if err != nil {
		return nil, nil, err
	}
	lost, err := lostOf(h.index.db, e.Before)
	return rec, lost, err
}

// legsOf shows what stands of a decision, and tells when the last of its blocks was applied.
func (h *History) legsOf(rec *journal.Decided, lost []chains.ChainID) (legs []wire.Leg, applied bool, at uint64, err error) {
	legs, applied = []wire.Leg{}, true
	for i := range rec.Bundle.Legs {
		leg := &rec.Bundle.Legs[i]
		if slices.Contains(lost, leg.ChainID) {
			continue
		}
		block, err := h.block(blockID{leg.ChainID, leg.Height})
		if err != nil {
			return nil, false, 0, err
		}
		legs = append(legs, wireLeg(leg, block))
		applied = applied && !block.pending()
		at = max(at, block.AppliedAt)
	}
	return legs, applied && len(legs) > 0, at, nil
}

// withBefore adds what stands of an earlier decision about the same transaction.
func (h *History) withBefore(e *bundleEntry, b *wire.Bundle) (*wire.Bundle, error) {
	rec, lost, err := h.before(e)
	if err != nil || rec == nil {
		return b, err
	}
	legs, _, _, err := h.legsOf(rec, lost)
	b.Legs = append(b.Legs, legs...)
	return b, err
}
