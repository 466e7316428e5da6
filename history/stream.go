package history

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/wire"
	"github.com/ssequencer/ssequencer/journal"
)

// stream turns the journal's records into the events of one topic, each as it was when
// its record came. It belongs to one goroutine.
type stream struct {
	h    *History
	next uint64 // next global index to be given
	emit func(global uint64, data any) error
}

// Follow calls fn for each event of a topic, in order and without gaps, until ctx ends
// or fn returns an error, and returns that. It holds nothing back for a slow fn: that
// one just reads older records.
func (h *History) Follow(ctx context.Context, sub wire.Subscription, fn func(wire.Event) error) error {
	st := &stream{h: h}
	take, err := st.topic(sub.Topic)
	if err != nil {
		return err
	}
	st.emit = func(global uint64, data any) error {
		if sub.From != nil && global < *sub.From {
			return nil
		}
		return fn(wire.Event{GlobalIndex: hexutil.Uint64(global), Data: data})
	}
	start, next, err := h.now(ctx)
	st.next = next
	if err == nil && sub.From != nil {
		start, st.next, err = h.index.streamStart(*sub.From)
	}
	if err == nil && start < h.deps.Journal.First() {
		err = fmt.Errorf("events since global index %d: %w", *sub.From, journal.ErrPruned)
	}
	if err != nil {
		return err
	}
	if sub.Ready != nil {
		sub.Ready()
	}
	return h.deps.Journal.Follow(ctx, start, func(seq journal.Seq, rec journal.Record) error {
		if err := h.awaitApplied(ctx, seq); err != nil {
			return err
		}
		if err := take(ctx, seq, rec); err != nil {
			return err
		}
		if r, ok := rec.(*journal.Decided); ok {
			st.next = max(st.next, r.Bundle.Legs[len(r.Bundle.Legs)-1].GlobalIndex+1)
		}
		return nil
	})
}

// FollowHeads calls fn for each block of a chain that is applied from now on, as Follow
// does.
func (h *History) FollowHeads(ctx context.Context, chain chains.ChainID, ready func(), fn func(chains.BlockRef) error) error {
	start, _, err := h.now(ctx)
	if err != nil {
		return err
	}
	if ready != nil {
		ready()
	}
	return h.deps.Journal.Follow(ctx, start, func(seq journal.Seq, rec journal.Record) error {
		r, ok := rec.(*journal.Applied)
		if !ok {
			return nil
		}
		if err := h.awaitApplied(ctx, seq); err != nil {
			return err
		}
		for _, b := range r.Blocks {
			if b.ChainID != chain {
				continue
			}
			if err := fn(b.Ref); err != nil {
				return err
			}
		}
		return nil
	})
}

// now returns the next record and the next global index that will come in, once
// everything of before the start is in.
func (h *History) now(ctx context.Context) (journal.Seq, uint64, error) {
	select {
	case <-h.ready:
	case <-ctx.Done():
		return 0, 0, ctx.Err()
	}
	h.mu.RLock()
	defer h.mu.RUnlock()
	return h.meta.Applied + 1, h.meta.Next, nil
}

type take func(ctx context.Context, seq journal.Seq, rec journal.Record) error

func (st *stream) topic(t wire.Topic) (take, error) {
	switch t {
	case wire.Preconfirmations:
		return st.preconfirmations, nil
	case wire.Revocations:
		return st.revocations, nil
	case wire.Bundles:
		return st.bundles, nil
	case wire.Superblocks:
		return st.superblocks, nil
	case wire.Batches:
		return st.batches, nil
	}
	return nil, fmt.Errorf("stream %q: %w", t, chains.ErrUnknown)
}

func (st *stream) preconfirmations(ctx context.Context, _ journal.Seq, rec journal.Record) error {
	r, ok := rec.(*journal.Decided)
	if !ok {
		return nil
	}
	for i := range r.Promises {
		shown, err := st.h.preconfirmation(ctx, &r.Promises[i])
		if err != nil {
			return err
		}
		if err := st.emit(globalOf(r, r.Promises[i].TxHash), shown); err != nil {
			return err
		}
	}
	return nil
}

func globalOf(r *journal.Decided, tx common.Hash) uint64 {
	i := slices.IndexFunc(r.Bundle.Legs, func(l chains.Leg) bool { return l.TxHash == tx })
	return r.Bundle.Legs[max(i, 0)].GlobalIndex
}

func (st *stream) revocations(_ context.Context, seq journal.Seq, rec journal.Record) error {
	r, ok := rec.(*journal.Revoked)
	if !ok {
		return nil
	}
	for _, p := range r.Positions {
		e, err := bundle(st.h.index.db, p.TxHash)
		if err != nil {
			return err
		}
		i := slices.IndexFunc(e.Revoked, func(x revokedEntry) bool { return x.Revoked == seq && x.Position == p })
		if i < 0 {
			return fmt.Errorf("revocation of %s: %w", p.TxHash, chains.ErrUnknown)
		}
		if err := st.emit(e.Revoked[i].GlobalIndex, wireRevocation(r, p)); err != nil {
			return err
		}
	}
	return nil
}

// bundles tells of each stage a bundle reaches. One whose decision was taken back is told
// of again when it is decided again or refused; what that broke is in the revocations.
func (st *stream) bundles(_ context.Context, seq journal.Seq, rec journal.Record) error {
	switch r := rec.(type) {
	case *journal.Admitted:
		return st.emit(st.next, queuedBundle(r.ID, r.ReceivedAt))
	case *journal.Returned:
		return st.emit(st.next, queuedBundle(r.Admitted.ID, r.Admitted.ReceivedAt))
	case *journal.Refused:
		e, err := bundle(st.h.index.db, r.ID)
		if err != nil {
			return err
		}
		return st.emit(st.next, refusedBundle(e, r))
	case *journal.Decided:
		return st.bundle(seq, preconfirmed)
	case *journal.Applied:
		return st.slots(r.Slot, r.Slot, func(g *groupEntry) error {
			if g.Applied != seq {
				return nil
			}
			return st.group(g, sealed)
		})
	case *journal.BatchEvent:
		return st.settledBundles(seq, r)
	}
	return nil
}

// settledBundles tells of all bundles of a batch that is posted for the first time, or
// verified.
func (st *stream) settledBundles(seq journal.Seq, r *journal.BatchEvent) error {
	at := posted
	if r.Event == journal.BatchVerified {
		at = verified
	} else if r.Event != journal.BatchPosted {
		return nil
	}
	var e batchEntry
	if err := get(st.h.index.db, numberKey(keyBatch, r.Number), &e); err != nil {
		return unlessWithdrawn(err)
	}
	if at == verified && e.Verified != seq { // said once more
		return nil
	}
	return st.slots(e.First, e.Last, func(g *groupEntry) error { return st.group(g, at) })
}

// unlessWithdrawn passes over what was told of a batch that is not there any more.
func unlessWithdrawn(err error) error {
	if errors.Is(err, chains.ErrUnknown) {
		return nil
	}
	return err
}

// slots calls fn for every applied group of the slots, in order.
func (st *stream) slots(first, last uint64, fn func(*groupEntry) error) error {
	var failed error
	err := st.h.index.slots(first, last, false, func(s *slotEntry) bool {
		for i := range s.Groups {
			if failed = fn(&s.Groups[i]); failed != nil {
				return false
			}
		}
		return true
	})
	return errors.Join(failed, err)
}

func (st *stream) group(g *groupEntry, at stage) error {
	for _, seq := range g.Sealed {
		if err := st.bundle(seq, at); err != nil {
			return err
		}
	}
	return nil
}

// bundle tells of a decided bundle as it was at the stage.
func (st *stream) bundle(seq journal.Seq, at stage) error {
	rec, err := st.h.decision(seq)
	if err != nil {
		return err
	}
	e, err := bundle(st.h.index.db, rec.Bundle.ID)
	if err != nil {
		return err
	}
	shown, err := st.h.decidedBundle(e, seq, at)
	if err != nil {
		return err
	}
	return st.emit(rec.Bundle.Legs[0].GlobalIndex, shown)
}

func (st *stream) superblocks(_ context.Context, seq journal.Seq, rec journal.Record) error {
	r, ok := rec.(*journal.Applied)
	if !ok {
		return nil
	}
	var s slotEntry
	if err := get(st.h.index.db, numberKey(keySlot, r.Slot), &s); err != nil {
		return err
	}
	if s.Complete != seq {
		return nil
	}
	shown, err := st.h.superblock(&s)
	if err != nil {
		return err
	}
	return st.emit(orNext(s.First, st.next), shown)
}

func orNext(global, next uint64) uint64 {
	if global == 0 {
		return next
	}
	return global
}

func (st *stream) batches(_ context.Context, _ journal.Seq, rec journal.Record) error {
	r, ok := rec.(*journal.BatchEvent)
	if !ok || r.Event == journal.BatchSending || r.Event == journal.BatchDisputed || r.Event == journal.BatchWithdrawn {
		return nil
	}
	var e batchEntry
	if err := get(st.h.index.db, numberKey(keyBatch, r.Number), &e); err != nil {
		return unlessWithdrawn(err)
	}
	shown, err := st.h.batch(&e, r)
	if err != nil {
		return err
	}
	first := uint64(0)
	err = st.h.index.slots(e.First, e.Last, false, func(s *slotEntry) bool {
		first = s.First
		return first == 0
	})
	if err != nil {
		return err
	}
	return st.emit(orNext(first, st.next), shown)
}

// batch shows a batch as it was at the event.
func (h *History) batch(e *batchEntry, event *journal.BatchEvent) (*wire.Batch, error) {
	closed, err := h.batchEvent(e.Closed)
	if err != nil {
		return nil, err
	}
	b, err := h.deps.Batches.Closed(closed.Body)
	if err != nil {
		return nil, fmt.Errorf("batch %d: %w", e.Number, err)
	}
	b.Status, b.L1TxHash = wire.Sealed, nil
	if event.Event == journal.BatchClosed {
		return b, nil
	}
	at := event
	if event.Event == journal.BatchVerified {
		b.Status = wire.Verified
		if e.Posted == 0 { // verified where it was found, not where we posted it
			return b, nil
		}
		if at, err = h.batchEvent(e.Posted); err != nil {
			return nil, err
		}
	} else {
		b.Status = wire.Posted
	}
	hash, err := h.deps.Batches.Posted(at.Body)
	if err != nil {
		return nil, fmt.Errorf("batch %d: %w", e.Number, err)
	}
	b.L1TxHash = &hash
	return b, nil
}

func (h *History) batchEvent(seq journal.Seq) (*journal.BatchEvent, error) {
	rec, err := h.record(seq)
	if err != nil {
		return nil, err
	}
	r, ok := rec.(*journal.BatchEvent)
	if !ok {
		return nil, fmt.Errorf("record %d is of kind %v, not about a batch", seq, rec.Kind())
	}
	return r, nil
}
