package history

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/journal"
)

// waiter is somebody waiting for a transaction to be decided.
type waiter struct {
	decided chan struct{}
	waiting int
}

// Included returns where a transaction was included, also after its block is applied.
func (h *History) Included(ctx context.Context, tx common.Hash) (*chains.Included, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	e, err := bundle(h.index.db, tx)
	if err != nil {
		return nil, err
	}
	return h.included(e, tx)
}

func (h *History) included(e *bundleEntry, tx common.Hash) (*chains.Included, error) {
	for _, at := range []struct {
		seq journal.Seq
		gas []uint64
	}{{e.Decided, e.Gas}, {e.Before, e.BeforeGas}} {
		if at.seq == 0 {
			continue
		}
		in, err := h.includedIn(at.seq, at.gas, tx)
		if in != nil || err != nil {
			return in, err
		}
	}
	return nil, fmt.Errorf("%s is in no decision that stands: %w", tx, chains.ErrUnknown)
}

// includedIn returns where a decision has included a transaction, nil where it has not, or
// the block is lost.
func (h *History) includedIn(seq journal.Seq, gas []uint64, tx common.Hash) (*chains.Included, error) {
	rec, err := h.decision(seq)
	if err != nil {
		return nil, err
	}
	lost, err := lostOf(h.index.db, seq)
	if err != nil {
		return nil, err
	}
	for i := range rec.Bundle.Legs {
		leg := &rec.Bundle.Legs[i]
		if leg.TxHash != tx || slices.Contains(lost, leg.ChainID) {
			continue
		}
		b, err := h.block(blockID{leg.ChainID, leg.Height})
		if err != nil {
			return nil, err
		}
		return &chains.Included{Leg: *leg, Bundle: rec.Bundle.ID, BlockHash: b.name(), BaseFee: b.BaseFee,
			CumulativeGasUsed: gas[i], Deposits: b.Deposits, Applied: !b.pending()}, nil
	}
	return nil, nil
}

// Await returns the same as Included as soon as it is known, the *chains.Refusal as soon as
// the transaction is refused or dropped, or ctx's error. A refusal from before the
// transaction was acknowledged again does not count.
func (h *History) Await(ctx context.Context, tx common.Hash) (*chains.Included, error) {
	durable := h.deps.Journal.Durable()
	for {
		decided := h.waitFor(tx)
		in, err := h.outcome(ctx, tx, durable)
		if !errors.Is(err, chains.ErrUnknown) {
			h.stopWaiting(tx, decided)
			return in, err
		}
		select {
		case <-decided:
		case <-ctx.Done():
			h.stopWaiting(tx, decided)
			return nil, ctx.Err()
		}
	}
}

// outcome returns where a transaction was included, or why not, with everything up to the
// record in.
func (h *History) outcome(ctx context.Context, tx common.Hash, upto journal.Seq) (*chains.Included, error) {
	e, err := bundle(h.index.db, tx)
	if err == nil && e.Refused != 0 { // or so it was
		if err := h.awaitApplied(ctx, upto); err != nil {
			return nil, err
		}
		e, err = bundle(h.index.db, tx)
	}
	if err != nil {
		return nil, err
	}
	if e.Refused != 0 {
		r, err := h.refusal(e.Refused)
		if err != nil {
			return nil, err
		}
		return nil, &r.Refusal
	}
	return h.included(e, tx)
}

func (h *History) waitFor(tx common.Hash) chan struct{} {
	h.mu.Lock()
	defer h.mu.Unlock()
	w := h.waiters[tx]
	if w == nil {
		w = &waiter{decided: make(chan struct{})}
		h.waiters[tx] = w
	}
	w.waiting++
	return w.decided
}

func (h *History) stopWaiting(tx common.Hash, decided chan struct{}) {
	h.mu.Lock()
	defer h.mu.Unlock()
	w := h.waiters[tx]
	if w == nil || w.decided != decided {
		return
	}
	if w.waiting--; w.waiting == 0 {
		delete(h.waiters, tx)
	}
}

// wake tells everyone who waits for what the record says. h.mu is held.
func (h *History) wake(rec journal.Record) {
	if h.moved != nil {
		close(h.moved)
		h.moved = nil
	}
	if len(h.waiters) == 0 {
		return
	}
	switch r := rec.(type) {
	case *journal.Decided:
		for i := range r.Bundle.Legs {
			h.wakeFor(r.Bundle.Legs[i].TxHash)
		}
	case *journal.Refused:
		for _, hash := range r.TxHashes {
			h.wakeFor(hash)
		}
	}
}

func (h *History) wakeFor(tx common.Hash) {
	if w := h.waiters[tx]; w != nil {
		close(w.decided)
		delete(h.waiters, tx)
	}
}

// record returns a record that is shown: the journal's, which is in memory while it is
// recent, or the copy of one that the journal does not have any more.
func (h *History) record(seq journal.Seq) (journal.Record, error) {
	rec, err := h.deps.Journal.Get(seq)
	if errors.Is(err, journal.ErrPruned) {
		return h.index.record(seq)
	}
	return rec, err
}

// decision returns the record of a decision.
func (h *History) decision(seq journal.Seq) (*journal.Decided, error) {
	rec, err := h.record(seq)
	if err != nil {
		return nil, err
	}
	r, ok := rec.(*journal.Decided)
	if !ok {
		return nil, fmt.Errorf("record %d is of kind %v, not a decision", seq, rec.Kind())
	}
	return r, nil
}

// refusal returns the record of a refusal.
func (h *History) refusal(seq journal.Seq) (*journal.Refused, error) {
	rec, err := h.record(seq)
	if err != nil {
		return nil, err
	}
	r, ok := rec.(*journal.Refused)
	if !ok {
		return nil, fmt.Errorf("record %d is of kind %v, not a refusal", seq, rec.Kind())
	}
	return r, nil
}

// Payload returns a whole block, as long as the journal has it: chains.ErrUnknown says that
// it has not.
func (h *History) Payload(ctx context.Context, chain chains.ChainID, ref chains.BlockRef) (*chains.Payload, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	var seq journal.Seq
	if err := get(h.index.db, heightKey(keyPayload, blockID{chain, ref.Number}), &seq); err != nil {
		return nil, err
	}
	rec, err := h.deps.Journal.Get(seq)
	if errors.Is(err, journal.ErrPruned) {
		return nil, fmt.Errorf("payload of block %d of chain %d: %w (%v)", ref.Number, chain, chains.ErrUnknown, err)
	}
	if err != nil {
		return nil, err
	}
	if r, ok := rec.(*journal.Prepared); ok {
		for i := range r.Payloads {
			if p := &r.Payloads[i]; p.ChainID == chain && p.Hash == ref.Hash {
				return p, nil
			}
		}
	}
	return nil, fmt.Errorf("payload of block %d %s of chain %d: %w", ref.Number, ref.Hash, chain, chains.ErrUnknown)
}

// block returns a block of ours.
func (h *History) block(id blockID) (*blockEntry, error) {
	b := new(blockEntry)
	if err := get(h.index.db, blockKey(id), b); err != nil {
		return nil, fmt.Errorf("block %d of chain %d: %w", id.Number, id.Chain, err)
	}
	return b, nil
}

// pending reports whether the block is not applied yet.
func (b *blockEntry) pending() bool { return b.Hash == common.Hash{} }

// name is the hash a block is shown with.
func (b *blockEntry) name() common.Hash {
	if b.Hash != (common.Hash{}) {
		return b.Hash
	}
	return b.Provisional
}

// OpenBlock returns the block with a provisional hash, while it is under construction or
// applied; not after promises about it were revoked.
func (h *History) OpenBlock(ctx context.Context, provisional common.Hash) (*chains.OpenBlock, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	var id blockID
	if err := get(h.index.db, hashKey(keyProvisional, provisional), &id); err != nil {
		return nil, err
	}
	if b := h.liveBlock(id); b != nil {
		if b.Provisional == provisional {
			return b, nil
		}
		return nil, fmt.Errorf("block %s was opened anew: %w", provisional, chains.ErrUnknown)
	}
	b, err := h.block(id)
	if err != nil {
		return nil, err
	}
	if b.Provisional != provisional || b.Revoked {
		return nil, fmt.Errorf("block %s was revoked: %w", provisional, chains.ErrUnknown)
	}
	rec, err := h.record(b.Opened)
	if err != nil {
		return nil, err
	}
	r, ok := rec.(*journal.Opened)
	if !ok {
		return nil, fmt.Errorf("record %d is of kind %v, not an opening", b.Opened, rec.Kind())
	}
	return &chains.OpenBlock{Open: r.Open, Provisional: provisional, Applied: b.Hash}, nil
}

// PendingBlock returns the block a chain works on: the first that is not applied.
func (h *History) PendingBlock(ctx context.Context, chain chains.ChainID) (*chains.OpenBlock, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	h.mu.RLock()
	defer h.mu.RUnlock()
	if b := h.live.pending(chain); b != nil {
		return b.view(), nil
	}
	return nil, fmt.Errorf("chain %d has no open block: %w", chain, chains.ErrUnknown)
}

// liveBlock returns a block that is not applied and about which every promise stands,
// else nil.
func (h *History) liveBlock(id blockID) *chains.OpenBlock {
	h.mu.RLock()
	defer h.mu.RUnlock()
	if b := h.live.blocks[id]; b != nil && !b.revoked {
		return b.view()
	}
	return nil
}

// view copies what readers get. h.mu is held.
func (b *liveBlock) view() *chains.OpenBlock {
	view := &chains.OpenBlock{Open: *b.open, Provisional: b.provisional, Legs: make([]chains.Leg, len(b.legs))}
	for i := range b.legs {
		view.Legs[i] = *b.legs[i].leg
	}
	return view
}
