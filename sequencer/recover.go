package sequencer

import (
	"context"
	"errors"
	"fmt"
	"sort"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/journal"
	"github.com/ssequencer/ssequencer/signer"
	"github.com/ssequencer/ssequencer/tracer/shard"
)

// ErrForeignHead: a node's head is a block that is not in our journal. Somebody else
// writes to the node, or the journal belongs to other chains.
var ErrForeignHead = errors.New("the node's head is not in the journal")

// past is what the journal says has happened. It is read once, at the start.
type past struct {
	numbers   counters
	committed map[chains.ChainID]chains.BlockRef
	payloads  map[chains.ChainID]map[uint64]journal.Seq // where each block's payload is
	promised  *signer.Watermark
	opens     map[uint64]map[chains.ChainID]*chains.Open
	decided   []*journal.Decided // of blocks that are not committed, in order
	admitted  map[uint64]*journal.Admitted
	unapplied map[uint64]map[chains.ChainID]chains.BlockRef // committed by slot, without an Applied record
}

func readPast(ctx context.Context, j Journal) (*past, error) {
	p := &past{
		committed: map[chains.ChainID]chains.BlockRef{},
		payloads:  map[chains.ChainID]map[uint64]journal.Seq{},
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
		for i := range r.Payloads {
			b := &r.Payloads[i]
			if p.payloads[b.ChainID] == nil {
				p.payloads[b.ChainID] = map[uint64]journal.Seq{}
			}
			p.payloads[b.ChainID][b.Number] = seq
		}
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
	p, err := readPast(ctx, s.deps.Journal)
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
	node := s.lanes[id].node
	var head *types.Header
	err := s.retry(ctx, id, "read the head", func() (err error) {
		head, err = node.Head(ctx)
		return err
	})
	want, any := p.committed[id]
	if err != nil || !any {
		return head, err
	}
	if head.Number.Uint64() > want.Number || (head.Number.Uint64() == want.Number && head.Hash() != want.Hash) {
		return nil, fmt.Errorf("chain %d: %w: head %d %s, committed %d %s", id, ErrForeignHead, head.Number, head.Hash(), want.Number, want.Hash)
	}
	if head.Number.Uint64() < want.Number {
		s.log.Info("feeding the node blocks it has lost", zap.Uint64("chain", uint64(id)), zap.Uint64("head", head.Number.Uint64()), zap.Uint64("committed", want.Number))
	}
	if head.Number.Uint64() > 0 { // wakes a node that has just started
		if err := s.retry(ctx, id, "adopt its own head", func() error { return node.Adopt(ctx, head.Hash(), common.Hash{}, common.Hash{}) }); err != nil {
			return nil, err
		}
	}
	for n := head.Number.Uint64() + 1; n <= want.Number; n++ {
		if err := s.refeed(ctx, p, id, n); err != nil {
			return nil, err
		}
	}
	err = s.retry(ctx, id, "read the head", func() (err error) {
		head, err = node.Head(ctx)
		return err
	})
	if err == nil && head.Hash() != want.Hash {
		err = fmt.Errorf("chain %d: %w: head %d %s after feeding it block %d %s", id, ErrForeignHead, head.Number, head.Hash(), want.Number, want.Hash)
	}
	return head, err
}

func (s *Sequencer) refeed(ctx context.Context, p *past, id chains.ChainID, number uint64) error {
	payload, err := s.payload(ctx, p.payloads[id][number], id, number)
	if err != nil {
		return fmt.Errorf("chain %d: block %d, which the node has lost: %w", id, number, err)
	}
	node := s.lanes[id].node
	if err := s.retry(ctx, id, "newPayload", func() error { return node.NewPayload(ctx, payload) }); err != nil {
		return err
	}
	return s.retry(ctx, id, "adopt a block", func() error { return node.Adopt(ctx, payload.Hash, common.Hash{}, common.Hash{}) })
}

var errFound = errors.New("found")

// payload reads a block's payload back from the journal.
func (s *Sequencer) payload(ctx context.Context, seq journal.Seq, id chains.ChainID, number uint64) (*chains.Payload, error) {
	if seq == 0 {
		return nil, errors.New("its payload is not in the journal: restore the node from a backup, or resync it")
	}
	var found *chains.Payload
	err := s.deps.Journal.Read(ctx, seq, func(_ journal.Seq, rec journal.Record) error {
		prepared, ok := rec.(*journal.Prepared)
		for i := 0; ok && i < len(prepared.Payloads); i++ {
			if b := &prepared.Payloads[i]; b.ChainID == id && b.Number == number {
				found = b
			}
		}
		return errFound
	})
	if found != nil {
		return found, nil
	}
	return nil, fmt.Errorf("journal record %d does not hold it: %w", seq, err)
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
