package sequencer

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"sort"
	"time"

	"github.com/ethereum/go-ethereum/core/types"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/journal"
)

// errUnconfigured: blocks of others may be bound to those of a chain that is not there any more.
var errUnconfigured = errors.New("the journal has blocks of a chain that is not configured")

// recover brings the nodes and the loop to where the journal says they are. Chains whose
// nodes cannot be brought there stand aside.
func (s *Sequencer) recover(ctx context.Context) error {
	p, err := readPast(ctx, s.deps.Journal, s.payloads)
	if err != nil {
		return err
	}
	for id := range p.committed {
		if s.lanes[id] == nil {
			return fmt.Errorf("%w: chain %d, up to block %d; what was sequenced once stays configured, also when its node is gone", errUnconfigured, id, p.committed[id].Number)
		}
	}
	s.startCheckpoints(ctx)
	if err := s.commitHeld(ctx, p); err != nil {
		return err
	}
	s.numbers, s.promised = p.numbers, p.promised
	heads, gone, err := s.restoreNodes(ctx, p)
	if err != nil {
		return err
	}
	for _, id := range s.ids {
		l := s.lanes[id]
		l.committed = p.committed[id]
		if heads[id] != nil && p.overtaken(id, heads[id].Number.Uint64()) {
			heads[id], gone = nil, append(gone, &absence{chain: id, err: errElsewhere})
		}
		if heads[id] == nil {
			l.applied = l.committed // what is to be fed to it; unapplied says what it lacks
			s.health.set(id, l.applied, "")
			continue
		}
		if err := s.onHead(l, heads[id]); err != nil {
			gone = append(gone, &absence{chain: id, err: err, halted: true})
		}
	}
	if err := s.reportApplied(p, heads); err != nil {
		return err
	}
	if err := s.restorePool(p); err != nil {
		return err
	}
	if len(gone) > 0 {
		s.standAside(ctx, gone)
	}
	if len(s.backlog) > 0 {
		s.unsettle()
	}
	return nil
}

// commitHeld commits the groups that were held when the last run ended: somebody may have been
// given a block of theirs. Where a node has gone on with another block meanwhile, they are recalled.
func (s *Sequencer) commitHeld(ctx context.Context, p *past) error {
	for _, h := range slices.Clone(p.held) {
		var end journal.Record = &journal.Commit{Slot: h.Slot, Group: h.Group, Blocks: h.Blocks}
		passed := s.passedOver(ctx, p, h)
		if passed {
			end = &journal.Recalled{Slot: h.Slot, Group: h.Group}
		}
		seq, err := s.makeDurable(ctx, end)
		if err == nil {
			err = p.add(seq, end)
		}
		if err != nil {
			return fmt.Errorf("end the hold of slot %d, which may have been given away: %w", h.Slot, err)
		}
		s.log.Info("a slot was ready when the last run ended", zap.Uint64("slot", h.Slot), zap.Any("chains", h.Group), zap.Bool("committed", !passed))
	}
	return nil
}

// passedOver reports whether a member's node has another block where one of the held group
// would be, and no member's node has the group's own: whoever was given that has not used it,
// and to commit the group would only complete what cannot be whole any more. A node that does
// not answer is no reason.
func (s *Sequencer) passedOver(ctx context.Context, p *past, h *journal.Held) bool {
	over := false
	for _, b := range h.Blocks {
		node, parent := s.lanes[b.ChainID].Node, p.committed[b.ChainID]
		var at chains.BlockRef
		err := s.watched(ctx, b.ChainID, func(ctx context.Context) error {
			head, err := node.Head(ctx)
			if err == nil {
				at.Number = min(head.Number.Uint64(), b.Ref.Number)
				at.Hash, err = node.BlockHash(ctx, at.Number)
			}
			return err
		})
		switch {
		case err != nil, at.Number+1 < b.Ref.Number: // not known; or it has lost blocks, and gets them back
		case at == b.Ref:
			return false
		case at.Number == b.Ref.Number, parent.Number == at.Number && parent != at:
			over = true
		}
	}
	return over
}

// restoreNodes feeds the nodes the committed blocks they have lost, and returns their
// heads, and which could not be restored.
func (s *Sequencer) restoreNodes(ctx context.Context, p *past) (map[chains.ChainID]*types.Header, []*absence, error) {
	type restored struct {
		id   chains.ChainID
		head *types.Header
	}
	nodes := make([]*restored, len(s.ids))
	for i, id := range s.ids {
		nodes[i] = &restored{id: id}
	}
	gone, err := onAll(ctx, nodes, func(n *restored) error {
		err := s.onNode(ctx, n.id, step{"restore", p.committed[n.id], func(ctx context.Context) (err error) {
			n.head, err = s.meet(ctx, s.lanes[n.id], p.committed[n.id])
			return err
		}})
		if err != nil {
			return err
		}
		return s.grounded(ctx, n.id, p.committed[n.id])
	})
	if err != nil {
		return nil, nil, err
	}
	found := map[chains.ChainID]*types.Header{}
	for _, n := range nodes {
		if !slices.ContainsFunc(gone, func(a *absence) bool { return a.chain == n.id }) {
			found[n.id] = n.head
		}
	}
	return found, gone, nil
}

// reportApplied journals what was committed and is adopted now, but was not recorded as
// applied before the end of the last run.
func (s *Sequencer) reportApplied(p *past, there map[chains.ChainID]*types.Header) error {
	slots := make([]uint64, 0, len(p.unapplied))
	for slot := range p.unapplied {
		slots = append(slots, slot)
	}
	sort.Slice(slots, func(i, j int) bool { return slots[i] < slots[j] })
	for _, slot := range slots {
		applied := &journal.Applied{Slot: slot}
		for _, id := range s.ids {
			ref, committed := p.unapplied[slot][id]
			switch {
			case committed && there[id] != nil:
				applied.Group = append(applied.Group, id)
				applied.Blocks = append(applied.Blocks, journal.CommittedBlock{ChainID: id, Ref: ref})
			case committed:
				s.lanes[id].unapplied = append(s.lanes[id].unapplied, unapplied{slot: slot, ref: ref})
			}
		}
		if len(applied.Group) == 0 {
			continue
		}
		if _, err := s.deps.Journal.Append(applied); err != nil {
			return err
		}
	}
	return nil
}

// restorePool makes the undecided submissions undecided again, and the slots that were
// not committed the backlog.
func (s *Sequencer) restorePool(p *past) error {
	slots := make([]uint64, 0, len(p.opens))
	for ts := range p.opens {
		slots = append(slots, ts)
	}
	sort.Slice(slots, func(i, j int) bool { return slots[i] < slots[j] })
	bySlot := map[uint64]*slot{}
	for _, ts := range slots {
		bySlot[ts] = newSlot(ts)
		bySlot[ts].opens = p.opens[ts]
		s.backlog = append(s.backlog, bySlot[ts])
	}
	for _, d := range p.decided {
		admitted := p.admitted[d.Arrival]
		if admitted == nil && d.Arrival != 0 || bySlot[d.Slot] == nil {
			return fmt.Errorf("the journal decides %s in slot %d without admission or opening: it is damaged", d.Bundle.ID, d.Slot)
		}
		it := forcedItem(d.Bundle.ID)
		if d.Arrival != 0 {
			var err error
			if it, err = restoreItem(admitted); err != nil {
				return err
			}
			it.returned = p.returned[d.Arrival]
		}
		it.gone = true
		delete(p.admitted, d.Arrival)
		s.recent.put(it) // sent again before its slot is redone, it is not a new one
		bySlot[d.Slot].decided = append(bySlot[d.Slot].decided, &decided{item: it, bundle: d.Bundle, promises: d.Promises})
	}
	for _, sl := range s.backlog { // a decision recorded again stands later in the journal than in its block
		slices.SortStableFunc(sl.decided, func(x, y *decided) int {
			return cmp.Compare(x.bundle.Legs[0].GlobalIndex, y.bundle.Legs[0].GlobalIndex)
		})
	}
	for _, admitted := range p.admitted { // the pool's heap puts them in order
		it, err := restoreItem(admitted)
		if err != nil {
			return err
		}
		it.returned = p.returned[admitted.Arrival]
		s.pool.add(it)
	}
	if len(p.decided) > 0 || s.pool.size() > 0 {
		s.log.Info("recovered", zap.Int("slots to redo", len(s.backlog)), zap.Int("bundles", len(p.decided)), zap.Int("undecided", s.pool.size()))
	}
	return nil
}

func restoreItem(r *journal.Admitted) (*item, error) {
	it := &item{id: r.ID, arrival: r.Arrival, received: time.UnixMilli(int64(r.ReceivedAt)), maxTimestamp: r.MaxTimestamp, ticket: newTicket()}
	for _, raw := range r.Raw {
		tx, err := chains.DecodeTx(raw)
		if err != nil {
			return nil, fmt.Errorf("admitted transaction of %s in the journal: %w", r.ID, err)
		}
		it.txs = append(it.txs, tx)
	}
	return it, nil
}
