package history

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/journal"
)

// live is what is not applied yet: the slots with blocks under construction or on their
// way into the nodes. It is a function of the journal's records alone. As the sequencer
// works on very few slots at a time, it is small.
type live struct {
	slots  map[uint64]*liveSlot
	blocks map[blockID]*liveBlock
}

// liveSlot is a slot with blocks that are not applied.
type liveSlot struct {
	open    map[chains.ChainID]uint64 // heights of the blocks that are not applied
	decided []decision                // the bundles that stand and have a leg that is not applied, in order
	groups  []*journal.Commit
}

type decision struct {
	seq journal.Seq
	rec *journal.Decided
}

// liveBlock is a block that is not applied.
type liveBlock struct {
	record      journal.Seq // the latest opening
	open        *chains.Open
	provisional common.Hash
	revoked     bool
	legs        []liveLeg
}

type liveLeg struct {
	leg *chains.Leg
	gas uint64 // cumulative
}

// entry returns the block's entry in the index while it is not applied.
func (b *liveBlock) entry() *blockEntry {
	return &blockEntry{Opened: b.record, Provisional: b.provisional, BaseFee: b.open.BaseFee, Revoked: b.revoked, Deposits: uint64(len(b.open.Deposits))}
}

func newLive() *live {
	return &live{slots: make(map[uint64]*liveSlot), blocks: make(map[blockID]*liveBlock)}
}

// replay takes a record in whose effects are in the index already.
func (l *live) replay(seq journal.Seq, rec journal.Record, deployment common.Hash) {
	switch r := rec.(type) {
	case *journal.Opened:
		l.opened(seq, &r.Open, deployment)
	case *journal.Decided:
		l.decided(seq, r)
	case *journal.Reopened:
		l.reopened(r)
	case *journal.Revoked:
		l.revoked(r)
	case *journal.Replaced:
		for _, ref := range r.Lost {
			l.lose(journal.CommittedBlock{ChainID: r.ChainID, Ref: ref})
		}
	case *journal.Commit:
		l.committed(r)
	case *journal.Applied:
		l.applied(r.Slot, r.Blocks)
	}
}

// snapshot says what is live after a record, in a fixed order.
func (l *live) snapshot(upto journal.Seq) *snapshot {
	snap := &snapshot{Upto: upto}
	for _, b := range l.blocks {
		snap.Blocks = append(snap.Blocks, snapshotBlock{b.record, b.revoked})
	}
	slices.SortFunc(snap.Blocks, func(a, b snapshotBlock) int { return cmp.Compare(a.Opened, b.Opened) })
	for _, ts := range slices.Sorted(maps.Keys(l.slots)) {
		for _, d := range l.slots[ts].decided {
			snap.Decided = append(snap.Decided, d.seq)
		}
		for _, g := range l.slots[ts].groups {
			snap.Groups = append(snap.Groups, *g)
		}
	}
	slices.Sort(snap.Decided)
	return snap
}

// restore makes live what a snapshot says, of records as get returns them.
func (l *live) restore(snap snapshot, get func(journal.Seq) (journal.Record, error), deployment common.Hash) error {
	for _, b := range snap.Blocks {
		rec, err := get(b.Opened)
		if err != nil {
			return err
		}
		r, ok := rec.(*journal.Opened)
		if !ok {
			return fmt.Errorf("record %d is of kind %v, not an opening", b.Opened, rec.Kind())
		}
		l.opened(b.Opened, &r.Open, deployment).revoked = b.Revoked
	}
	for i := range snap.Groups {
		l.committed(&snap.Groups[i])
	}
	for _, seq := range snap.Decided {
		rec, err := get(seq)
		if err != nil {
			return err
		}
		r, ok := rec.(*journal.Decided)
		if !ok {
			return fmt.Errorf("record %d is of kind %v, not a decision", seq, rec.Kind())
		}
		l.decided(seq, r)
	}
	return nil
}

// opened starts a block. One that is opened again with other inputs keeps its legs
// until a Reopened record takes them.
func (l *live) opened(seq journal.Seq, open *chains.Open, deployment common.Hash) *liveBlock {
	id := blockID{open.ChainID, open.Number}
	b := l.blocks[id]
	if b == nil {
		b = &liveBlock{}
		l.blocks[id] = b
	} else if b.open.Timestamp != open.Timestamp {
		l.close(b.open.Timestamp, id.Chain)
		b.legs = nil
	}
	provisional := chains.ProvisionalHash(deployment, open)
	b.revoked = b.revoked && b.provisional == provisional
	b.record, b.open, b.provisional = seq, open, provisional
	s := l.slots[open.Timestamp]
	if s == nil {
		s = &liveSlot{open: make(map[chains.ChainID]uint64)}
		l.slots[open.Timestamp] = s
	}
	s.open[id.Chain] = id.Number
	return b
}

// decided adds a bundle and returns its legs' cumulative gas.
func (l *live) decided(seq journal.Seq, r *journal.Decided) []uint64 {
	if s := l.slots[r.Slot]; s != nil {
		s.decided = append(s.decided, decision{seq, r})
	}
	return l.addLegs(r)
}

func (l *live) addLegs(r *journal.Decided) []uint64 {
	gas := make([]uint64, len(r.Bundle.Legs))
	for i := range r.Bundle.Legs {
		leg := &r.Bundle.Legs[i]
		gas[i] = leg.GasUsed
		b := l.blocks[blockID{leg.ChainID, leg.Height}]
		if b == nil {
			continue
		}
		if n := len(b.legs); n > 0 {
			gas[i] += b.legs[n-1].gas
		}
		b.legs = append(b.legs, liveLeg{leg, gas[i]})
	}
	return gas
}

// reopened takes back, and returns, the bundles with a leg at or beyond the position.
func (l *live) reopened(r *journal.Reopened) []decision {
	b := l.blocks[blockID{r.ChainID, r.Height}]
	if b == nil {
		return nil
	}
	s := l.slots[b.open.Timestamp]
	var taken []decision
	s.decided = slices.DeleteFunc(s.decided, func(d decision) bool {
		hit := slices.ContainsFunc(d.rec.Bundle.Legs, func(leg chains.Leg) bool {
			return leg.ChainID == r.ChainID && leg.Height == r.Height && leg.Index >= r.FromIndex
		})
		if hit {
			taken = append(taken, d)
		}
		return hit
	})
	for chain, number := range s.open {
		l.blocks[blockID{chain, number}].legs = nil
	}
	for _, d := range s.decided {
		l.addLegs(d.rec)
	}
	return taken
}

// revoked marks, and returns, the blocks that promises were taken back about.
func (l *live) revoked(r *journal.Revoked) []blockID {
	var ids []blockID
	for _, p := range r.Positions {
		id := blockID{p.ChainID, p.Height}
		if b := l.blocks[id]; b != nil && !b.revoked {
			b.revoked = true
			ids = append(ids, id)
		}
	}
	return ids
}

// committed remembers which chains commit together.
func (l *live) committed(r *journal.Commit) {
	if s := l.slots[r.Slot]; s != nil {
		s.groups = append(s.groups, r)
	}
}

// group returns the commit group of a chain in the slot of an Applied record.
func (l *live) group(r *journal.Applied, chain chains.ChainID) []chains.ChainID {
	if s := l.slots[r.Slot]; s != nil {
		for _, g := range s.groups {
			if slices.Contains(g.Group, chain) {
				return g.Group
			}
		}
	}
	return append([]chains.ChainID{chain}, r.Group...)
}

// appliedPart is what blocks that are applied change.
type appliedPart struct {
	decided  []decision // bundles with a leg in the blocks
	sealed   []decision // those of which every leg is applied now
	complete bool       // the slot has no other blocks left
}

// applied takes blocks of a slot out.
func (l *live) applied(slot uint64, blocks []journal.CommittedBlock) appliedPart {
	s := l.slots[slot]
	if s == nil {
		return appliedPart{complete: true}
	}
	members := make(map[chains.ChainID]bool, len(blocks))
	for _, b := range blocks {
		members[b.ChainID] = true
		delete(l.blocks, blockID{b.ChainID, b.Ref.Number})
		delete(s.open, b.ChainID)
	}
	var part appliedPart
	s.decided = slices.DeleteFunc(s.decided, func(d decision) bool {
		hit, left := false, false
		for i := range d.rec.Bundle.Legs {
			_, open := s.open[d.rec.Bundle.Legs[i].ChainID]
			hit, left = hit || members[d.rec.Bundle.Legs[i].ChainID], left || open
		}
		if hit {
			part.decided = append(part.decided, d)
		}
		if hit && !left {
			part.sealed = append(part.sealed, d)
		}
		return hit && !left
	})
	if len(s.open) == 0 {
		delete(l.slots, slot)
	}
	part.complete = len(s.open) == 0
	return part
}

// close takes a chain out of a slot.
func (l *live) close(slot uint64, chain chains.ChainID) {
	s := l.slots[slot]
	if s == nil {
		return
	}
	delete(s.open, chain)
	if len(s.open) == 0 {
		delete(l.slots, slot)
	}
}

// pending returns the lowest block of a chain that is not applied, nil if there is none.
func (l *live) pending(chain chains.ChainID) *liveBlock {
	var lowest *liveBlock
	for id, b := range l.blocks {
		if id.Chain == chain && (lowest == nil || b.open.Number < lowest.open.Number) {
			lowest = b
		}
	}
	return lowest
}
