package sequencer

import (
	"context"
	"fmt"
	"sort"
	"time"

	"github.com/ethereum/go-ethereum/core/types"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/journal"
	"github.com/ssequencer/ssequencer/tracer/shard"
)

// recover brings the nodes and the loop to where the journal says they are.
func (s *Sequencer) recover(ctx context.Context) error {
	p, err := readPast(ctx, s.deps.Journal, s.payloads)
	if err != nil {
		return err
	}
	s.numbers, s.promised = p.numbers, p.promised
	for _, id := range s.ids {
		head, err := s.restoreNode(ctx, p, id)
		if err != nil {
			return err
		}
		if err := s.startLane(s.lanes[id], head); err != nil {
			return err
		}
	}
	if err := s.reportApplied(p); err != nil {
		return err
	}
	return s.restorePool(p)
}

// restoreNode feeds a node the committed blocks it has lost, and returns its head.
func (s *Sequencer) restoreNode(ctx context.Context, p *past, id chains.ChainID) (*types.Header, error) {
	if want, any := p.committed[id]; any {
		if err := s.retry(ctx, id, "restore", func() error { return s.feed(ctx, id, want) }); err != nil {
			return nil, err
		}
	}
	var head *types.Header
	err := s.retry(ctx, id, "read the head", func() (err error) {
		head, err = s.lanes[id].node.Head(ctx)
		return err
	})
	return head, err
}

// startLane makes a lane's shard on the node's head.
func (s *Sequencer) startLane(l *lane, head *types.Header) error {
	sh, err := shard.New(shard.Config{
		ChainID:      l.cfg.ID,
		Chain:        l.cfg.Rules,
		Watch:        l.cfg.Contracts.RootStore,
		GasCeil:      l.cfg.GasLimit,
		CacheEntries: s.cfg.CacheEntries,
	}, l.node, shard.HeadOf(head))
	if err != nil {
		return fmt.Errorf("chain %d: %w", l.cfg.ID, err)
	}
	l.shard = sh
	l.applied = chains.BlockRef{Number: head.Number.Uint64(), Hash: head.Hash()}
	s.numbers.lastTimestamp = max(s.numbers.lastTimestamp, head.Time)
	s.health.set(l.cfg.ID, l.applied, "")
	return nil
}

// reportApplied journals what was committed and is adopted now, but was not recorded as
// applied before the end of the last run.
func (s *Sequencer) reportApplied(p *past) error {
	slots := make([]uint64, 0, len(p.unapplied))
	for slot := range p.unapplied {
		slots = append(slots, slot)
	}
	sort.Slice(slots, func(i, j int) bool { return slots[i] < slots[j] })
	for _, slot := range slots {
		applied := &journal.Applied{Slot: slot}
		for _, id := range s.ids {
			if ref, committed := p.unapplied[slot][id]; committed {
				applied.Group = append(applied.Group, id)
				applied.Blocks = append(applied.Blocks, journal.CommittedBlock{ChainID: id, Ref: ref})
			}
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
		bySlot[ts] = &slot{timestamp: ts, opens: p.opens[ts]}
		s.backlog = append(s.backlog, bySlot[ts])
	}
	for _, d := range p.decided {
		admitted := p.admitted[d.Arrival]
		if admitted == nil || bySlot[d.Slot] == nil {
			return fmt.Errorf("the journal decides %s in slot %d without admission or opening: it is damaged", d.Bundle.ID, d.Slot)
		}
		it, err := restoreItem(admitted)
		if err != nil {
			return err
		}
		it.gone = true
		delete(p.admitted, d.Arrival)
		s.recent.put(it) // sent again before its slot is redone, it is not a new one
		bySlot[d.Slot].decided = append(bySlot[d.Slot].decided, &decided{item: it, bundle: d.Bundle, promises: d.Promises})
	}
	for _, admitted := range p.admitted { // the pool's heap puts them in order
		it, err := restoreItem(admitted)
		if err != nil {
			return err
		}
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
