package history

import (
	"errors"
	"fmt"
	"math/big"
	"slices"

	"github.com/cockroachdb/pebble/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/journal"
)

// errIncomplete: the journal tells of something it did not tell the beginning of.
var errIncomplete = errors.New("the journal is not complete")

// change is what one record changes in the index. It is written in one piece, together
// with how far the index is.
type change struct {
	h     *History
	seq   journal.Seq
	at    uint64 // unix ms, 0 for records of before this start
	batch *pebble.Batch
}

// apply takes the next record in. It is called in order, by one goroutine.
func (h *History) apply(seq journal.Seq, rec journal.Record) error {
	c := &change{h: h, seq: seq, batch: h.index.db.NewIndexedBatch()}
	if seq > h.replayed {
		c.at = uint64(h.deps.Now().UnixMilli())
	}
	if err := c.commit(rec); err != nil {
		return err
	}
	if seq%h.every == 0 {
		return h.keep(seq)
	}
	return nil
}

// snapshotEvery is after how many records a start need not read the earlier ones.
const snapshotEvery = 4096

func (c *change) commit(rec journal.Record) error {
	h := c.h
	h.mu.Lock()
	defer h.mu.Unlock()
	if err := c.stage(rec); err != nil {
		return errors.Join(err, c.batch.Close())
	}
	if err := h.index.db.Commit(c.batch, pebble.NoSync); err != nil {
		return fmt.Errorf("write the history's index: %w", err)
	}
	h.wake(rec)
	h.announce()
	return nil
}

// stage puts into the batch what the record changes.
func (c *change) stage(rec journal.Record) error {
	h := c.h
	if err := c.take(rec); err != nil {
		return fmt.Errorf("record %d (%v): %w", c.seq, rec.Kind(), err)
	}
	h.meta.Applied = c.seq
	err := put(c.batch, []byte{keyMeta}, &h.meta)
	if err == nil && c.seq%h.every == 0 {
		err = put(c.batch, []byte{keySnapshot}, h.live.snapshot(c.seq))
	}
	return err
}

// copy puts the record itself into the index.
func (c *change) copy(rec journal.Record) error {
	enc, err := journal.Encode(rec)
	if err != nil {
		return err
	}
	return c.batch.Set(numberKey(keyRecord, uint64(c.seq)), enc, nil)
}

func (c *change) take(rec journal.Record) error {
	if c.seq == 1 {
		identity, err := identityOf(rec)
		if err != nil {
			return err
		}
		c.h.meta.Journal = identity
	}
	switch rec.(type) {
	case *journal.Opened, *journal.Decided, *journal.Refused, *journal.Revoked, *journal.BatchEvent:
		if err := c.copy(rec); err != nil {
			return err
		}
	}
	switch r := rec.(type) {
	case *journal.Opened:
		return c.opened(r)
	case *journal.Admitted:
		return c.admitted(r)
	case *journal.Decided:
		return c.decided(r)
	case *journal.Refused:
		return c.refused(r)
	case *journal.Prepared:
		return c.prepared(r)
	case *journal.Commit:
		c.h.live.committed(r)
	case *journal.Applied:
		return c.applied(r)
	case *journal.Reopened:
		return c.reopened(r)
	case *journal.Revoked:
		return c.revoked(r)
	case *journal.Replaced:
		return c.replaced(r)
	case *journal.Returned:
		return c.returned(r)
	case *journal.BatchEvent:
		return c.batchEvent(r)
	}
	return nil // the others change nothing that is shown
}

func identityOf(first journal.Record) (common.Hash, error) {
	enc, err := journal.Encode(first)
	return crypto.Keccak256Hash(enc), err
}

func (c *change) opened(r *journal.Opened) error {
	b := c.h.live.opened(c.seq, &r.Open, c.h.deployment)
	id := blockID{r.Open.ChainID, r.Open.Number}
	return errors.Join(
		c.putBlock(id, b),
		put(c.batch, hashKey(keyProvisional, b.provisional), id),
	)
}

func (c *change) putBlock(id blockID, b *liveBlock) error {
	return put(c.batch, blockKey(id), b.entry())
}

func (c *change) putBundle(e *bundleEntry) error { return put(c.batch, hashKey(keyBundle, e.ID), e) }

// entry returns what is known of a bundle by its id, a blank entry if nothing is.
func (c *change) entry(id common.Hash) (*bundleEntry, error) {
	e := &bundleEntry{ID: id}
	if err := get(c.batch, hashKey(keyBundle, id), e); err != nil && !errors.Is(err, chains.ErrUnknown) {
		return nil, err
	}
	return e, nil
}

// admitted begins the life of a bundle, also of one that was refused before.
func (c *change) admitted(r *journal.Admitted) error {
	old, err := c.entry(r.ID)
	if err != nil {
		return err
	}
	e := &bundleEntry{ID: r.ID, Received: r.ReceivedAt, Admitted: c.seq, Revoked: old.Revoked}
	if len(r.Raw) > 1 {
		for _, raw := range r.Raw { // of all types we take, the hash is that of the encoding
			if err := put(c.batch, hashKey(keyTx, crypto.Keccak256Hash(raw)), r.ID); err != nil {
				return err
			}
		}
	}
	return c.putBundle(e)
}

func (c *change) decided(r *journal.Decided) error {
	legs := r.Bundle.Legs
	if len(legs) == 0 {
		return fmt.Errorf("bundle %s has no legs", r.Bundle.ID)
	}
	e, err := c.entry(r.Bundle.ID)
	if err != nil {
		return err
	}
	e.Decided, e.Refused, e.Dropped = c.seq, 0, false
	e.Slot, e.First = r.Slot, blockID{legs[0].ChainID, legs[0].Height}
	e.Gas = c.h.live.decided(c.seq, r)
	if e.DecidedAt == 0 {
		e.DecidedAt = c.at
	}
	for i := range legs {
		if legs[i].TxHash == e.ID {
			continue
		}
		if err := put(c.batch, hashKey(keyTx, legs[i].TxHash), e.ID); err != nil {
			return err
		}
	}
	return errors.Join(c.putBundle(e), c.number(legs))
}

// number notes, once per slot or so, which record gave a global index.
func (c *change) number(legs []chains.Leg) error {
	m := &c.h.meta
	first, slot := legs[0].GlobalIndex, legs[0].Timestamp
	if s := c.h.live.slots[slot]; s != nil && len(s.decided) == 1 && first > m.Indexed && first >= m.Next {
		if err := put(c.batch, numberKey(keyGlobal, first), c.seq); err != nil {
			return err
		}
		m.Indexed = first
	}
	m.Next = max(m.Next, legs[len(legs)-1].GlobalIndex+1)
	return nil
}

func (c *change) refused(r *journal.Refused) error {
	e, err := c.entry(r.ID)
	if err != nil {
		return err
	}
	if e.Decided != 0 {
		e.Was = e.Decided
	}
	e.Decided, e.Refused, e.Dropped = 0, c.seq, r.Dropped
	return c.putBundle(e)
}

func (c *change) reopened(r *journal.Reopened) error {
	for _, d := range c.h.live.reopened(r) {
		e, err := c.entry(d.rec.Bundle.ID)
		if err != nil {
			return err
		}
		e.Was, e.Decided, e.Gas = d.seq, 0, nil
		if err := c.putBundle(e); err != nil {
			return err
		}
	}
	return nil
}

func (c *change) revoked(r *journal.Revoked) error {
	for _, p := range r.Positions {
		if err := c.revokedOne(p); err != nil {
			return err
		}
	}
	for _, id := range c.h.live.revoked(r) {
		if err := c.putBlock(id, c.h.live.blocks[id]); err != nil {
			return err
		}
	}
	return nil
}

func (c *change) revokedOne(p journal.Position) error {
	e, err := bundle(c.batch, p.TxHash)
	if errors.Is(err, chains.ErrUnknown) {
		return c.incomplete(fmt.Errorf("%w: %s was not decided", errIncomplete, p.TxHash))
	}
	if err != nil {
		return err
	}
	revoked := revokedEntry{Position: p, Revoked: c.seq, GlobalIndex: c.h.meta.Next}
	for _, seq := range []journal.Seq{e.Decided, e.Was, e.Before} { // newest first
		if seq == 0 {
			continue
		}
		rec, err := c.h.decision(seq)
		if errors.Is(err, chains.ErrUnknown) {
			return c.incomplete(fmt.Errorf("%w: the decision of %s: %v", errIncomplete, p.TxHash, err))
		}
		if err != nil {
			return err
		}
		if leg := legAt(rec, p); leg != nil {
			revoked.Decided, revoked.GlobalIndex = seq, leg.GlobalIndex
			break
		}
	}
	if revoked.Decided == 0 {
		return c.incomplete(fmt.Errorf("%w: no decision has %s at %d in block %d of chain %d", errIncomplete, p.TxHash, p.Index, p.Height, p.ChainID))
	}
	e.Revoked = append(e.Revoked, revoked)
	return c.putBundle(e)
}

// legAt returns a decision's leg at a position, nil where it has none there.
func legAt(rec *journal.Decided, p journal.Position) *chains.Leg {
	for i := range rec.Bundle.Legs {
		if leg := &rec.Bundle.Legs[i]; leg.TxHash == p.TxHash && leg.ChainID == p.ChainID && leg.Height == p.Height {
			return leg
		}
	}
	return nil
}

// incomplete is err, or nil where it is known that older records are missing.
func (c *change) incomplete(err error) error {
	if c.h.meta.Begun > 1 {
		return nil
	}
	return err
}

// prepared notes where whole blocks are. One that is built again replaces the earlier.
func (c *change) prepared(r *journal.Prepared) error {
	for i := range r.Payloads {
		at := heightKey(keyPayload, blockID{r.Payloads[i].ChainID, r.Payloads[i].Number})
		if err := put(c.batch, at, c.seq); err != nil {
			return err
		}
	}
	return nil
}

// applied moves the heads of all chains of the group at once. Blocks that were applied
// before are said again after a restart and change nothing.
func (c *change) applied(r *journal.Applied) error {
	var fresh []journal.CommittedBlock
	for _, b := range r.Blocks {
		known, err := c.appliedBlock(b)
		if err != nil {
			return err
		}
		if !known {
			fresh = append(fresh, b)
		}
	}
	if len(fresh) == 0 {
		return nil
	}
	slot := &slotEntry{Timestamp: r.Slot}
	if err := get(c.batch, numberKey(keySlot, r.Slot), slot); err != nil && !errors.Is(err, chains.ErrUnknown) {
		return err
	}
	for len(fresh) > 0 { // the blocks of one commit group at a time
		group := c.h.live.group(r, fresh[0].ChainID)
		var blocks, others []journal.CommittedBlock
		for _, b := range fresh {
			if slices.Contains(group, b.ChainID) {
				blocks = append(blocks, b)
			} else {
				others = append(others, b)
			}
		}
		c.appliedGroup(slot, group, blocks)
		fresh = others
	}
	return put(c.batch, numberKey(keySlot, r.Slot), slot)
}

func (c *change) appliedGroup(slot *slotEntry, group []chains.ChainID, blocks []journal.CommittedBlock) {
	part := c.h.live.applied(slot.Timestamp, blocks)
	entry := groupEntry{Applied: c.seq, Group: group, Blocks: blocks}
	for _, d := range part.decided {
		entry.Decided = append(entry.Decided, d.seq)
		if first := d.rec.Bundle.Legs[0].GlobalIndex; slot.First == 0 || first < slot.First {
			slot.First = first
		}
	}
	for _, d := range part.sealed {
		entry.Sealed = append(entry.Sealed, d.seq)
	}
	slot.Groups = append(slot.Groups, entry)
	if part.complete {
		slot.Complete = c.seq
	}
}

// appliedBlock moves a chain's head. It reports true when it was there before.
func (c *change) appliedBlock(b journal.CommittedBlock) (known bool, err error) {
	id := blockID{b.ChainID, b.Ref.Number}
	e := new(blockEntry)
	if block := c.h.live.blocks[id]; block != nil {
		e = block.entry()
	} else {
		err := get(c.batch, blockKey(id), e)
		if err == nil && e.Hash == b.Ref.Hash {
			return true, nil
		}
		if c.incomplete(errIncomplete) != nil {
			return false, errors.Join(fmt.Errorf("%w: block %d of chain %d was not opened", errIncomplete, id.Number, id.Chain), err)
		}
		e = &blockEntry{BaseFee: new(big.Int)} // it was opened before what is known begins
	}
	e.Hash, e.AppliedAt = b.Ref.Hash, c.at
	c.h.heads[b.ChainID] = b.Ref
	return false, errors.Join(
		put(c.batch, blockKey(id), e),
		put(c.batch, numberKey(keyHead, uint64(b.ChainID)), b.Ref),
	)
}

// withdrawn forgets the batches from a number on.
func (c *change) withdrawn(number uint64) error {
	for ; ; number++ {
		e := new(batchEntry)
		err := get(c.batch, numberKey(keyBatch, number), e)
		if errors.Is(err, chains.ErrUnknown) {
			return nil
		}
		err = errors.Join(err, c.batch.Delete(numberKey(keyBatchEnd, e.Last), nil), c.batch.Delete(numberKey(keyBatch, number), nil))
		if err != nil {
			return fmt.Errorf("withdraw batch %d: %w", number, err)
		}
	}
}

func (c *change) batchEvent(r *journal.BatchEvent) error {
	if r.Event == journal.BatchWithdrawn {
		return c.withdrawn(r.Number)
	}
	e := &batchEntry{Number: r.Number}
	if err := get(c.batch, numberKey(keyBatch, r.Number), e); err != nil && !errors.Is(err, chains.ErrUnknown) {
		return err
	}
	switch r.Event {
	case journal.BatchClosed:
		closed, err := c.h.deps.Batches.Closed(r.Body)
		if err != nil {
			return fmt.Errorf("batch %d: %w", r.Number, err)
		}
		e.First, e.Last, e.Closed = uint64(closed.FirstTimestamp), uint64(closed.LastTimestamp), c.seq
		if err := put(c.batch, numberKey(keyBatchEnd, e.Last), r.Number); err != nil {
			return err
		}
	case journal.BatchPosted:
		if e.Posted == 0 {
			e.PostedAt = c.at
		}
		e.Posted = c.seq
	case journal.BatchVerified:
		if e.Verified == 0 {
			e.Verified, e.VerifiedAt = c.seq, c.at
		}
	default:
		return nil
	}
	if e.Closed == 0 {
		return c.incomplete(fmt.Errorf("%w: batch %d was not closed", errIncomplete, r.Number))
	}
	return put(c.batch, numberKey(keyBatch, r.Number), e)
}
