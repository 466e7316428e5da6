package settlement

import (
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/cockroachdb/pebble/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ssequencer/ssequencer/journal"
	"github.com/ssequencer/ssequencer/merkle"
)

// saveEvery is after how many records a start need not read the earlier ones.
const saveEvery = 4096

// load takes the state from the index, after it made sure that it belongs to this journal
// and goes on where that begins.
func (s *Settlement) load() error {
	var st state
	if err := s.index.find([]byte{keyState}, &st); err != nil {
		st = state{Upto: 1} // of a version that cannot be read
	}
	identity, err := s.identity()
	if err != nil {
		return err
	}
	durable, first := s.deps.Journal.Durable(), s.deps.Journal.First()
	if st.Upto > 0 && (st.Version != indexVersion || st.Journal != identity || st.Upto > durable) {
		s.log.Warn("settlement's index belongs to another journal or version: building it again")
		if err := s.index.clear(); err != nil {
			return err
		}
		st = state{}
	}
	if st.Upto+1 < first {
		return fmt.Errorf("%w: it ends at record %d, the journal begins at %d", ErrIndexLost, st.Upto, first)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.upto, s.saved, s.count, s.void, s.journal = st.Upto, st.Upto, st.Batches, st.Void, identity
	s.broadcast()
	return s.ledger.restore(&st)
}

// identity tells journals apart: the first record names the chains and their first slot.
// It is zero for an empty journal.
func (s *Settlement) identity() (common.Hash, error) {
	first, err := s.deps.Journal.Get(1)
	if errors.Is(err, journal.ErrSeq) {
		return common.Hash{}, nil
	}
	if err != nil {
		return common.Hash{}, err
	}
	enc, err := journal.Encode(first)
	return crypto.Keccak256Hash(enc), err
}

// identify learns the identity of a journal that was empty.
func (s *Settlement) identify() error {
	identity, err := s.identity()
	s.mu.Lock()
	defer s.mu.Unlock()
	s.journal = identity
	return err
}

// restore makes a new ledger the one with the state.
func (l *ledger) restore(st *state) error {
	for _, of := range st.Lanes {
		lane := l.chains[of.Chain]
		if lane == nil {
			return fmt.Errorf("%w: chain %d is in settlement's index and not configured", ErrJournal, of.Chain)
		}
		lane.next, lane.lost = of.Next, of.Lost
		for _, leg := range of.Decided {
			lane.decided[leg.Height] = append(lane.decided[leg.Height], legOf{leg.Bundle, leg.Index, leg.Messages, leg.Deposit, leg.Ordered})
		}
		for b, err := range l.index.blocks(of.Chain, of.Next, ^uint64(0)) {
			if err != nil {
				return err
			}
			if b.Record <= st.Upto {
				lane.applied = append(lane.applied, block{b.Ref, b.Timestamp})
			}
		}
	}
	for _, p := range st.Pairs {
		var frontier [merkle.Depth]common.Hash
		copy(frontier[:], p.Frontier)
		received, err := merkle.RestoreTree(p.Received, frontier)
		if err != nil {
			return err
		}
		l.pairs[p.ID] = &trees{l.sentTree(p.ID, p.Sent), received}
	}
	l.seen = st.Seen
	for _, m := range st.Sides {
		l.sides[m.Side] = m.Generation
	}
	return nil
}

// state is the inverse of restore. The order of its pairs and sides means nothing.
func (l *ledger) state(upto journal.Seq) *state {
	st := &state{Version: indexVersion, Upto: upto, Seen: l.seen}
	for _, c := range l.cfg.Chains {
		lane := l.chains[c.ID]
		of := laneState{Chain: c.ID, Next: lane.next, Lost: lane.lost}
		for _, height := range slices.Sorted(maps.Keys(lane.decided)) {
			for _, leg := range lane.decided[height] {
				of.Decided = append(of.Decided, legState{height, leg.bundle, leg.index, leg.messages, leg.deposit, leg.ordered})
			}
		}
		st.Lanes = append(st.Lanes, of)
	}
	for id, t := range l.pairs {
		frontier := t.received.Frontier()
		st.Pairs = append(st.Pairs, pairState{ID: id, Sent: t.sent.Count(), Received: t.received.Count(), Frontier: frontier[:]})
	}
	st.Sides = l.mark().Sides
	return st
}

// save makes durable what is known after the records that were taken in, with the batch
// that was closed with the last of them, if any. The journal may then delete them.
func (s *Settlement) save(closed *closedBatch) error {
	s.recording.Lock() // every event that is recorded by now is in the index, too
	defer s.recording.Unlock()
	b := s.index.db.NewBatch()
	batches := s.Latest()
	if closed != nil {
		batches = closed.body.Claim.Number
		if err := s.stage(b, closed); err != nil {
			return errors.Join(err, b.Close())
		}
	}
	return s.commit(b, batches)
}

// stage adds a closed batch to what is to be saved.
func (s *Settlement) stage(b *pebble.Batch, closed *closedBatch) error {
	row, number := batchRow{Body: closed.body, End: *s.ledger.mark()}, closed.body.Claim.Number
	row.Body.Proofs = nil
	errs := []error{put(b, key(keyBatch, number), &row, nil), put(b, key(keyProofs, number), closed.body.Proofs, nil)}
	if len(closed.order) > 0 {
		errs = append(errs, put(b, key(keyOrder, number), closed.order, nil))
	}
	for id, lane := range s.ledger.chains {
		if edge := lane.next - min(lane.next, s.cfg.KeepBlocks); edge > 0 {
			errs = append(errs, b.DeleteRange(key(keyBlock, uint64(id), 0), key(keyBlock, uint64(id), edge), nil))
		}
	}
	return errors.Join(errs...)
}

// commit writes b together with the state, which has that many batches, and closes b.
func (s *Settlement) commit(b *pebble.Batch, batches uint64) error {
	s.mu.RLock()
	st := s.ledger.state(s.upto)
	st.Journal, st.Batches, st.Void = s.journal, batches, s.void
	s.mu.RUnlock()
	var errs []error
	for _, d := range s.ledger.dropped {
		errs = append(errs, b.DeleteRange(key(keyBlock, uint64(d.Chain), d.Next), key(keyBlock, uint64(d.Chain), ^uint64(0)), nil))
	}
	if err := errors.Join(append(errs, put(b, []byte{keyState}, st, nil))...); err != nil {
		return errors.Join(err, b.Close())
	}
	if err := s.index.db.Commit(b, pebble.Sync); err != nil {
		return fmt.Errorf("write settlement's index: %w", err)
	}
	s.saved, s.ledger.dropped = st.Upto, nil
	s.deps.Journal.Keep(Reader, st.Upto+1, []journal.Seq{1})
	return nil
}
