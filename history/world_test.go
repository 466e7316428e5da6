package history

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/wire"
	"github.com/ssequencer/ssequencer/journal"
)

var testChains = []chains.ChainID{901, 902, 903}

var testDomain = chains.Domain{L1ChainID: 900, Settlement: common.Address{9}}

func genesis(id chains.ChainID) chains.BlockRef { return chains.BlockRef{Hash: hashOf("genesis", id)} }

func hashOf(what ...any) common.Hash { return crypto.Keccak256Hash([]byte(fmt.Sprint(what...))) }

// world writes a journal as a sequencer would, at random, and keeps, in the plainest
// way, what the history must say about it.
type world struct {
	rng     *rand.Rand
	out     []journal.Record // written and not yet taken
	now     uint64           // timestamp of the latest slot
	next    uint64           // next global index
	arrival uint64
	serial  int // for hashes
	heights map[chains.ChainID]uint64
	heads   map[chains.ChainID]chains.BlockRef
	slots   []*worldSlot // open, oldest first
	done    []*worldSlot // applied as a whole, and in no batch
	queue   []*worldBundle
	bundles []*worldBundle // all ever
	batches []*worldBatch
	applied []*worldSlot // all applied as a whole
}

type worldBatch struct {
	slots  []*worldSlot
	status wire.Status
}

type worldSlot struct {
	ts        uint64
	opens     map[chains.ChainID]*chains.Open
	open      map[chains.ChainID]bool // not applied
	bundles   []*worldBundle
	hashes    map[chains.ChainID]common.Hash
	batch     uint64
	revoked   map[chains.ChainID]bool
	committed map[chains.ChainID]bool
}

type worldBundle struct {
	id       common.Hash
	members  []common.Hash
	admitted *journal.Admitted
	slot     *worldSlot
	decided  *journal.Decided
	refused  *journal.Refused
	status   wire.Status
	revoked  map[common.Hash]bool
}

func newWorld(seed uint64) *world {
	w := &world{rng: rand.New(rand.NewPCG(seed, 3)), now: 1000, next: 1, heights: map[chains.ChainID]uint64{}, heads: map[chains.ChainID]chains.BlockRef{}}
	for _, id := range testChains {
		w.heads[id] = genesis(id)
	}
	return w
}

func (w *world) write(r journal.Record) { w.out = append(w.out, r) }

// take returns what was written since the last call.
func (w *world) take() []journal.Record {
	out := w.out
	w.out = nil
	return out
}

func (w *world) step() {
	switch n := w.rng.IntN(20); {
	case n < 6:
		w.admit()
	case n < 13:
		w.decideOne()
	case n < 14:
		w.refuseOne()
	case n < 15:
		w.redo()
	case n < 18:
		w.moveSlots()
	default:
		w.settle()
	}
}

func (w *world) admit() {
	w.arrival++
	n := 1
	if w.rng.IntN(5) == 0 {
		n = 2
	}
	b := &worldBundle{admitted: &journal.Admitted{Arrival: w.arrival, ReceivedAt: 1_000_000 + w.arrival}, status: wire.Queued, revoked: map[common.Hash]bool{}}
	for range n {
		w.serial++
		raw := []byte(fmt.Sprint("raw", w.serial))
		b.admitted.Raw = append(b.admitted.Raw, raw)
		b.members = append(b.members, crypto.Keccak256Hash(raw))
	}
	if b.id = b.members[0]; n > 1 {
		b.id = hashOf("bundle", w.serial)
	}
	b.admitted.ID = b.id
	w.queue, w.bundles = append(w.queue, b), append(w.bundles, b)
	w.write(b.admitted)
}

func (w *world) openSlot() *worldSlot {
	w.now += 1 + uint64(w.rng.IntN(3))
	s := &worldSlot{ts: w.now, opens: map[chains.ChainID]*chains.Open{}, open: map[chains.ChainID]bool{}, hashes: map[chains.ChainID]common.Hash{}, revoked: map[chains.ChainID]bool{}, committed: map[chains.ChainID]bool{}}
	for _, id := range testChains {
		w.heights[id]++
		s.opens[id] = &chains.Open{ChainID: id, Number: w.heights[id], Timestamp: s.ts, BaseFee: big.NewInt(7), ExtraData: []byte{}}
		s.open[id] = true
		w.write(&journal.Opened{Open: *s.opens[id]})
	}
	w.slots = append(w.slots, s)
	return s
}

func (w *world) decideOne() {
	if len(w.queue) == 0 {
		return
	}
	if len(w.slots) == 0 {
		w.openSlot()
	}
	b := w.queue[0]
	w.queue = w.queue[1:]
	w.decide(b, w.slots[len(w.slots)-1], true)
}

// decide gives a bundle its place at the end of a slot.
func (w *world) decide(b *worldBundle, s *worldSlot, promise bool) {
	r := &journal.Decided{Slot: s.ts, Arrival: b.admitted.Arrival, Bundle: chains.Bundle{ID: b.id}}
	hashes := slices.Clone(b.members)
	if len(s.open) == len(testChains) && w.rng.IntN(2) == 0 {
		w.serial++
		hashes = append(hashes, hashOf("relay", w.serial))
	}
	for i, hash := range hashes {
		open := s.opens[testChains[(w.rng.IntN(2)+i)%len(testChains)]]
		leg := chains.Leg{ChainID: open.ChainID, Raw: []byte{}, TxHash: hash, Height: open.Number, Timestamp: s.ts,
			Index: s.count(open.ChainID, r), GlobalIndex: w.next, Status: 1, GasUsed: 21000 + uint64(i)}
		if i >= len(b.members) {
			leg.Kind, leg.Executes = chains.RelayTx, hashOf("message", hash)
		}
		w.next++
		r.Bundle.Legs = append(r.Bundle.Legs, leg)
	}
	for i := range r.Bundle.Legs {
		if promise {
			r.Promises = append(r.Promises, promiseAbout(&r.Bundle, i))
		}
	}
	b.slot, b.decided, b.status = s, r, wire.Preconfirmed
	s.bundles = append(s.bundles, b)
	w.write(r)
}

func promiseAbout(b *chains.Bundle, i int) chains.Promise {
	l := &b.Legs[i]
	return chains.Promise{Epoch: 1, ChainID: l.ChainID, Height: l.Height, Index: l.Index, TxHash: l.TxHash,
		ReceiptHash: l.ReceiptHash(), BundleHash: b.LegsHash(), Timestamp: l.Timestamp, Grade: chains.GradeSequenced}
}

// count returns how many transactions are in a chain's block of the slot.
func (s *worldSlot) count(id chains.ChainID, more *journal.Decided) uint64 {
	n := uint64(0)
	count := func(r *journal.Decided) {
		for i := range r.Bundle.Legs {
			if r.Bundle.Legs[i].ChainID == id {
				n++
			}
		}
	}
	for _, b := range s.bundles {
		count(b.decided)
	}
	count(more)
	return n
}

func (w *world) refuseOne() {
	if len(w.queue) == 0 {
		return
	}
	b := w.queue[0]
	w.queue = w.queue[1:]
	w.refuse(b)
}

func (w *world) refuse(b *worldBundle) {
	b.refused = &journal.Refused{Arrival: b.admitted.Arrival, ID: b.id, TxHashes: b.members, Dropped: w.rng.IntN(2) == 0,
		Refusal: chains.Refusal{Code: chains.RefusedReverted, ChainID: 901, Reason: "no", Data: []byte{}}}
	b.decided, b.slot, b.status = nil, nil, wire.Refused
	if b.refused.Dropped {
		b.status = wire.Dropped
	}
	w.write(b.refused)
}

// redo runs the latest slot again: its first bundle is refused or waits again, the
// others move and lose their promises.
func (w *world) redo() {
	if len(w.slots) == 0 {
		return
	}
	s := w.slots[len(w.slots)-1]
	if len(s.bundles) == 0 || len(s.open) != len(testChains) {
		return
	}
	before := s.bundles
	s.bundles = nil
	for _, id := range testChains {
		w.write(&journal.Reopened{Slot: s.ts, ChainID: id, Height: s.opens[id].Number, Cause: "redo"})
	}
	revoked := &journal.Revoked{Slot: s.ts, Cause: "redo", Signature: []byte{1}}
	for _, b := range before {
		for _, p := range b.decided.Promises {
			revoked.Positions = append(revoked.Positions, journal.Position{ChainID: p.ChainID, Height: p.Height, Index: p.Index, TxHash: p.TxHash})
			b.revoked[p.TxHash], s.revoked[p.ChainID] = true, true
		}
	}
	if len(revoked.Positions) > 0 {
		w.write(revoked)
	}
	first := before[0]
	first.decided, first.slot, first.status = nil, nil, wire.Queued
	for _, b := range before[1:] {
		w.decide(b, s, false)
	}
	if w.rng.IntN(2) == 0 {
		w.refuse(first)
	} else {
		w.queue = append(w.queue, first)
	}
}

// moveSlots opens a slot, or applies a group of the oldest, or a part of one: the others
// of it were away.
func (w *world) moveSlots() {
	if len(w.slots) < 2 {
		w.openSlot()
		return
	}
	s := w.slots[0]
	group := s.group(w.firstOpen(s))
	if !s.committed[group[0]] {
		commit := &journal.Commit{Slot: s.ts, Group: group}
		for _, id := range group {
			s.committed[id] = true
		}
		w.write(commit)
	}
	r := &journal.Applied{Slot: s.ts}
	for _, id := range group {
		if !s.open[id] || (len(r.Group) > 0 && w.rng.IntN(4) == 0) {
			continue
		}
		ref := chains.BlockRef{Number: s.opens[id].Number, Hash: hashOf("block", id, s.opens[id].Number)}
		r.Group = append(r.Group, id)
		r.Blocks = append(r.Blocks, journal.CommittedBlock{ChainID: id, Ref: ref})
		w.heads[id], s.hashes[id] = ref, ref.Hash
		delete(s.open, id)
	}
	for _, b := range s.bundles {
		if !slices.ContainsFunc(b.decided.Bundle.Legs, func(l chains.Leg) bool { return s.open[l.ChainID] }) {
			b.status = wire.Sealed
		}
	}
	w.write(r)
	if len(s.open) == 0 {
		w.slots, w.done, w.applied = w.slots[1:], append(w.done, s), append(w.applied, s)
	}
}

func (w *world) firstOpen(s *worldSlot) chains.ChainID {
	for _, id := range testChains {
		if s.open[id] {
			return id
		}
	}
	return 0
}

// group returns the chains that bundles of the slot join to id.
func (s *worldSlot) group(id chains.ChainID) []chains.ChainID {
	in := map[chains.ChainID]bool{id: true}
	for range testChains {
		for _, b := range s.bundles {
			joined := slices.ContainsFunc(b.decided.Bundle.Legs, func(l chains.Leg) bool { return in[l.ChainID] })
			for i := range b.decided.Bundle.Legs {
				in[b.decided.Bundle.Legs[i].ChainID] = in[b.decided.Bundle.Legs[i].ChainID] || joined
			}
		}
	}
	var ids []chains.ChainID
	for _, id := range testChains {
		if in[id] {
			ids = append(ids, id)
		}
	}
	return ids
}

// settle takes the latest batch one step further, or closes the next.
func (w *world) settle() {
	if n := len(w.batches); n > 0 && w.batches[n-1].status != wire.Verified {
		w.advance(w.batches[n-1], uint64(n))
		return
	}
	if len(w.done) == 0 {
		return
	}
	b := &worldBatch{slots: w.done, status: wire.Sealed}
	w.done, w.batches = nil, append(w.batches, b)
	body := fmt.Sprint(b.slots[0].ts, " ", b.slots[len(b.slots)-1].ts)
	w.write(&journal.BatchEvent{Event: journal.BatchClosed, Number: uint64(len(w.batches)), Body: []byte(body)})
	for _, s := range b.slots {
		s.batch = uint64(len(w.batches))
	}
}

func (w *world) advance(b *worldBatch, number uint64) {
	if b.status == wire.Sealed {
		b.status = wire.Posted
		w.write(&journal.BatchEvent{Event: journal.BatchSending, Number: number, Body: []byte{}})
		w.write(&journal.BatchEvent{Event: journal.BatchPosted, Number: number, Body: hashOf("l1", number).Bytes()})
	} else {
		b.status = wire.Verified
		w.write(&journal.BatchEvent{Event: journal.BatchVerified, Number: number, Body: []byte{}})
	}
	for _, s := range b.slots {
		for _, bundle := range s.bundles {
			bundle.status = b.status
		}
	}
}

// decoder reads the bodies that world writes.
type decoder struct{}

func (decoder) Closed(body []byte) (*wire.Batch, error) {
	var first, last uint64
	if _, err := fmt.Sscan(string(body), &first, &last); err != nil {
		return nil, err
	}
	return &wire.Batch{FirstTimestamp: hexutil.Uint64(first), LastTimestamp: hexutil.Uint64(last)}, nil
}

func (decoder) Posted(body []byte) (common.Hash, error) { return common.BytesToHash(body), nil }
