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
	"github.com/ssequencer/ssequencer/signer"
	"github.com/ssequencer/ssequencer/tracer/shard"
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
