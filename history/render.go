package history

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"math"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/wire"
	"github.com/ssequencer/ssequencer/journal"
)

// stage is how far a decided bundle has come.
type stage int

const (
	preconfirmed stage = iota
	sealed
	posted
	verified
)

func (s stage) status() wire.Status {
	return []wire.Status{wire.Preconfirmed, wire.Sealed, wire.Posted, wire.Verified}[s]
}

// Bundle finds a bundle by its id or by the hash of one of its transactions. It says what
// was on record when it was called, or something later: what was acknowledged before is
// found, also what was refused and then acknowledged again. It waits for the index where it
// has to.
func (h *History) Bundle(ctx context.Context, id common.Hash) (*wire.Bundle, error) {
	if err := h.awaitApplied(ctx, h.deps.Journal.Durable()); err != nil {
		return nil, err
	}
	e, err := bundle(h.index.db, id)
	if err != nil {
		return nil, err
	}
	switch {
	case e.Refused != 0:
		r, err := h.refusal(e.Refused)
		if err != nil {
			return nil, err
		}
		return h.withBefore(e, refusedBundle(e, r))
	case e.Decided == 0:
		return h.withBefore(e, queuedBundle(e.ID, e.Received))
	}
	b, err := h.decidedBundle(e, e.Decided, verified)
	if err != nil {
		return nil, err
	}
	return h.withBefore(e, b)
}

func queuedBundle(id common.Hash, received uint64) *wire.Bundle {
	return &wire.Bundle{ID: id, Status: wire.Queued, Legs: []wire.Leg{}, Times: wire.Times{Queued: quantity(received)}}
}

func refusedBundle(e *bundleEntry, r *journal.Refused) *wire.Bundle {
	b := queuedBundle(r.ID, e.Received)
	refusal := r.Refusal.JSON()
	b.Status, b.Refusal = wire.Refused, &refusal
	if r.Dropped {
		b.Status = wire.Dropped
	}
	return b
}

// decidedBundle shows a decided bundle as it was when it reached the stage, or less far
// if it has not come there.
func (h *History) decidedBundle(e *bundleEntry, seq journal.Seq, at stage) (*wire.Bundle, error) {
	rec, err := h.decision(seq)
	if err != nil {
		return nil, err
	}
	lost, err := lostOf(h.index.db, seq)
	if err != nil {
		return nil, err
	}
	b := &wire.Bundle{ID: rec.Bundle.ID}
	b.Times.Queued, b.Times.Preconfirmed = quantity(e.Received), quantity(e.DecidedAt)
	var applied bool
	var sealedAt uint64
	if b.Legs, applied, sealedAt, err = h.legsOf(rec, lost); err != nil {
		return nil, err
	}
	reached := preconfirmed
	if at >= sealed && applied {
		reached, b.Times.Sealed = sealed, quantity(sealedAt)
	}
	if at >= posted && reached == sealed {
		batch, err := h.index.batchOf(rec.Slot)
		if err != nil && !errors.Is(err, chains.ErrUnknown) {
			return nil, err
		}
		if err == nil {
			reached = settled(b, batch, at)
		}
	}
	b.Status = reached.status()
	return b, nil
}

// settled adds what the batch says, and returns the stage it brings the bundle to.
func settled(b *wire.Bundle, batch *batchEntry, at stage) stage {
	number := hexutil.Uint64(batch.Number)
	b.Batch = &number
	reached := sealed
	if batch.Posted != 0 {
		reached, b.Times.Posted = posted, quantity(batch.PostedAt)
	}
	if batch.Verified != 0 && at >= verified {
		reached, b.Times.Verified = verified, quantity(batch.VerifiedAt)
	}
	return reached
}

func wireLeg(l *chains.Leg, block *blockEntry) wire.Leg {
	w := wire.Leg{
		ChainID: hexutil.Uint64(l.ChainID), Role: wire.RoleUser, Initiates: l.Initiates, TxHash: l.TxHash,
		GlobalIndex: hexutil.Uint64(l.GlobalIndex), BlockNumber: hexutil.Uint64(l.Height), BlockHash: block.name(),
		TransactionIndex: hexutil.Uint64(l.Place(int(block.Deposits))), Success: l.Status == 1, Safety: wire.Unsafe,
	}
	if w.Initiates == nil {
		w.Initiates = []common.Hash{}
	}
	switch l.Kind {
	case chains.RelayTx:
		w.Role = wire.RoleRelay
	case chains.DepositTx:
		w.Role = wire.RoleDeposit
	}
	if l.Executes != (common.Hash{}) {
		executes := l.Executes
		w.Executes = &executes
	}
	return w
}

// quantity is null for 0: a time that is not known.
func quantity(n uint64) *hexutil.Uint64 {
	if n == 0 {
		return nil
	}
	q := hexutil.Uint64(n)
	return &q
}

// Superblock finds what is applied of a slot; a nil timestamp means the latest slot that
// is applied as a whole.
func (h *History) Superblock(ctx context.Context, timestamp *uint64) (*wire.Superblock, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	first, last := uint64(0), uint64(math.MaxUint64)
	if timestamp != nil {
		first, last = *timestamp, *timestamp
	}
	var found *slotEntry
	err := h.index.slots(first, last, true, func(s *slotEntry) bool {
		if timestamp != nil || s.Complete != 0 {
			found = s
		}
		return found == nil
	})
	if err != nil {
		return nil, err
	}
	if found == nil {
		return nil, fmt.Errorf("superblock: %w", chains.ErrUnknown)
	}
	return h.superblock(found)
}

func (h *History) superblock(s *slotEntry) (*wire.Superblock, error) {
	txs, err := h.slotTransactions(s)
	if err != nil {
		return nil, err
	}
	sb := &wire.Superblock{Timestamp: hexutil.Uint64(s.Timestamp), Groups: [][]hexutil.Uint64{}, Blocks: []wire.SuperblockBlock{}}
	groups := make(map[chains.ChainID][]hexutil.Uint64) // what is applied of each, by its lowest chain
	for i := range s.Groups {
		g := &s.Groups[i]
		for _, b := range g.Blocks {
			groups[slices.Min(g.Group)] = append(groups[slices.Min(g.Group)], hexutil.Uint64(b.ChainID))
			block := wire.SuperblockBlock{ChainID: hexutil.Uint64(b.ChainID), Number: hexutil.Uint64(b.Ref.Number), Hash: b.Ref.Hash, Transactions: txs[b.ChainID]}
			if block.Transactions == nil {
				block.Transactions = []wire.IncludedTx{}
			}
			sb.Blocks = append(sb.Blocks, block)
		}
	}
	for _, g := range groups {
		slices.Sort(g)
		sb.Groups = append(sb.Groups, g)
	}
	slices.SortFunc(sb.Blocks, func(a, b wire.SuperblockBlock) int { return cmp.Compare(a.ChainID, b.ChainID) })
	slices.SortFunc(sb.Groups, slices.Compare)
	return sb, nil
}

// slotTransactions returns the transactions of a slot's bundles, by chain, in order.
func (h *History) slotTransactions(s *slotEntry) (map[chains.ChainID][]wire.IncludedTx, error) {
	var decided []journal.Seq
	for i := range s.Groups {
		decided = append(decided, s.Groups[i].Decided...)
	}
	slices.Sort(decided)
	txs := make(map[chains.ChainID][]wire.IncludedTx)
	for _, seq := range slices.Compact(decided) {
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
			if slices.Contains(lost, leg.ChainID) {
				continue
			}
			txs[leg.ChainID] = append(txs[leg.ChainID], wire.IncludedTx{Hash: leg.TxHash, GlobalIndex: hexutil.Uint64(leg.GlobalIndex)})
		}
	}
	return txs, nil
}

// Preconfirmation returns the promise that stands for a transaction, or the last that was
// revoked.
func (h *History) Preconfirmation(ctx context.Context, tx common.Hash) (*wire.Preconfirmation, error) {
	e, err := bundle(h.index.db, tx)
	if err != nil {
		return nil, err
	}
	for _, seq := range []journal.Seq{e.Decided, e.Before} {
		p, err := h.promiseIn(seq, tx)
		if err != nil {
			return nil, err
		}
		if p != nil {
			return h.preconfirmation(ctx, p)
		}
	}
	for i := len(e.Revoked) - 1; i >= 0; i-- {
		if e.Revoked[i].Position.TxHash == tx {
			return h.revokedPreconfirmation(ctx, &e.Revoked[i])
		}
	}
	return nil, fmt.Errorf("promise about %s: %w", tx, chains.ErrUnknown)
}

// promiseIn returns a decision's promise about a transaction, nil where there is none, or its
// block is lost.
func (h *History) promiseIn(seq journal.Seq, tx common.Hash) (*chains.Promise, error) {
	if seq == 0 {
		return nil, nil
	}
	rec, err := h.decision(seq)
	if err != nil {
		return nil, err
	}
	lost, err := lostOf(h.index.db, seq)
	if err != nil {
		return nil, err
	}
	i := slices.IndexFunc(rec.Promises, func(p chains.Promise) bool { return p.TxHash == tx && !slices.Contains(lost, p.ChainID) })
	if i < 0 {
		return nil, nil
	}
	return &rec.Promises[i], nil
}

func (h *History) preconfirmation(ctx context.Context, p *chains.Promise) (*wire.Preconfirmation, error) {
	signed, err := h.signed(ctx, p)
	if err != nil {
		return nil, err
	}
	return wire.PreconfirmationOf(h.cfg.Domain, signed), nil
}

func (h *History) revokedPreconfirmation(ctx context.Context, e *revokedEntry) (*wire.Preconfirmation, error) {
	rec, err := h.decision(e.Decided)
	if err != nil {
		return nil, err
	}
	at := e.Position
	i := slices.IndexFunc(rec.Promises, func(p chains.Promise) bool {
		return p.ChainID == at.ChainID && p.Height == at.Height && p.Index == at.Index
	})
	if i < 0 {
		return nil, fmt.Errorf("promise about %s: %w", at.TxHash, chains.ErrUnknown)
	}
	shown, err := h.preconfirmation(ctx, &rec.Promises[i])
	if err != nil {
		return nil, err
	}
	shown.Revocation, err = h.revocation(e)
	return shown, err
}

func (h *History) revocation(e *revokedEntry) (*wire.Revocation, error) {
	rec, err := h.record(e.Revoked)
	if err != nil {
		return nil, err
	}
	r, ok := rec.(*journal.Revoked)
	if !ok {
		return nil, fmt.Errorf("record %d is of kind %v, not a revocation", e.Revoked, rec.Kind())
	}
	return wireRevocation(r, e.Position), nil
}

func wireRevocation(r *journal.Revoked, p journal.Position) *wire.Revocation {
	return &wire.Revocation{ChainID: hexutil.Uint64(p.ChainID), Height: hexutil.Uint64(p.Height), Index: hexutil.Uint64(p.Index),
		TxHash: p.TxHash, Cause: r.Cause, Signature: r.Signature}
}
