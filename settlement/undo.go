package settlement

import (
	"fmt"
	"maps"
	"slices"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/journal"
)

// mark is what a ledger must know to go back to the end of a batch. What it was about blocks
// is in the index, for as long as those are kept.
type mark struct {
	Lanes []laneMark
	Trees []treeMark
	Sides []sideMark
}

type laneMark struct {
	Chain chains.ChainID
	Next  uint64
}

type treeMark struct {
	ID       treeID
	Sent     uint64
	Received uint64
}

type sideMark struct {
	Side       side
	Generation uint64
}

// mark returns where the ledger is. The order of its trees and sides means nothing.
func (l *ledger) mark() *mark {
	m := new(mark)
	for _, c := range l.cfg.Chains {
		m.Lanes = append(m.Lanes, laneMark{c.ID, l.chains[c.ID].next})
	}
	for id, t := range l.pairs {
		m.Trees = append(m.Trees, treeMark{id, t.sent.Count(), t.received.Count()})
	}
	for s, generation := range l.sides {
		m.Sides = append(m.Sides, sideMark{s, generation})
	}
	return m
}

// rewind goes back to a mark: blocks that were folded since are in no batch again, but for
// those that are lost, if any are.
func (l *ledger) rewind(to *mark, lost *journal.Replaced) error {
	if err := l.pages.flush(); err != nil {
		return err
	}
	to = l.complete(to)
	was := l.pairs
	l.pairs, l.sides = make(map[treeID]*trees, len(was)), make(map[side]uint64)
	for _, s := range to.Sides {
		l.sides[s.Side] = s.Generation
	}
	for _, m := range to.Trees {
		t := was[m.ID]
		if t == nil {
			return fmt.Errorf("%w: no trees of the pair %d to %d", ErrJournal, m.ID.Pair.Source, m.ID.Pair.Destination)
		}
		if t.received.Count() != m.Received { // at the end of a batch it was what the sent side began with
			var err error
			if t.received, err = t.sent.Tree(m.Received); err != nil {
				return err
			}
		}
		t.sent = l.sentTree(m.ID, m.Sent)
		l.pairs[m.ID] = t
	}
	for _, m := range to.Lanes {
		lane := l.chains[m.Chain]
		if lane == nil {
			continue
		}
		top := lane.top()
		if lost != nil && lost.ChainID == m.Chain {
			top = min(top, lost.Kept.Number)
		}
		if err := l.reload(lane, m.Next, top); err != nil {
			return err
		}
	}
	return nil
}

// reload takes a chain's blocks of a range out of batches, as far as they are kept.
func (l *ledger) reload(lane *lane, next, top uint64) error {
	if kept := lane.next - min(lane.next, l.cfg.KeepBlocks); next < kept {
		next = kept
	}
	lane.applied, lane.next = nil, next
	for b, err := range l.index.blocks(lane.config.ID, next, top) {
		if err != nil {
			return err
		}
		lane.applied = append(lane.applied, block{b.Ref, b.Timestamp})
	}
	return nil
}

// top returns the number of the last applied block.
func (l *lane) top() uint64 {
	if n := len(l.applied); n > 0 {
		return l.applied[n-1].ref.Number
	}
	return l.next - 1
}

// lostMargin is how many seconds later than anything that is applied a block may be whose
// counterpart is lost: it is committed by then.
const lostMargin = 600

// replaced forgets blocks that are not on their chain any more. Where batches have them it
// is Settlement.goBack that takes the others out of those again.
func (l *ledger) replaced(r *journal.Replaced) {
	lane := l.chains[r.ChainID]
	if lane == nil {
		return
	}
	lane.lost = l.seen + lostMargin
	for _, b := range r.Lost {
		delete(lane.decided, b.Number)
	}
	lane.applied = lane.applied[:lane.first(r.Kept.Number+1)]
	l.dropped = append(l.dropped, laneMark{r.ChainID, r.Kept.Number + 1})
}

// complete returns a mark with the chains, and their pairs, that were not configured when it
// was made: they are at their beginning.
func (l *ledger) complete(m *mark) *mark {
	out := &mark{slices.Clone(m.Lanes), slices.Clone(m.Trees), m.Sides}
	begin := l.start()
	for _, lane := range begin.Lanes {
		if !slices.ContainsFunc(m.Lanes, func(of laneMark) bool { return of.Chain == lane.Chain }) {
			out.Lanes = append(out.Lanes, lane)
		}
	}
	for _, tree := range begin.Trees {
		if !slices.ContainsFunc(m.Trees, func(of treeMark) bool { return of.ID == tree.ID }) {
			out.Trees = append(out.Trees, tree)
		}
	}
	return out
}

// start is the mark of a ledger without batches.
func (l *ledger) start() *mark {
	m := new(mark)
	for _, c := range l.cfg.Chains {
		m.Lanes = append(m.Lanes, laneMark{c.ID, c.StartBlock})
	}
	for id := range maps.Keys(l.pairs) {
		if id.Generation == 1 {
			m.Trees = append(m.Trees, treeMark{ID: id})
		}
	}
	return m
}
