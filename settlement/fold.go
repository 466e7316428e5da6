package settlement

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/merkle"
)

// errWaits: a batch cannot be closed now, and nothing is wrong with the journal.
var errWaits = errors.New("the next batch waits")

// member is a chain that is in a batch.
type member struct {
	chain chains.ChainID
	start uint64 // its first block there; 0: it goes on where it was
}

// ready reports whether some chains have applied enough slots for a batch.
func (l *ledger) ready() bool {
	slots := make(map[uint64]bool)
	for _, lane := range l.chains {
		for _, b := range lane.applied {
			if slots[b.timestamp] = true; uint64(len(slots)) >= l.cfg.BatchSlots {
				return true
			}
		}
	}
	return false
}

// cut returns the last slot up to which every member has applied what it has, if up to
// there every one has a block for the next batch and that covers enough slots. A chain
// need not have a block in each slot; while it has none at all, the batch waits. Blocks
// beyond a chain's limit, where it has one, are left for later batches.
func (l *ledger) cut(members []member, limits map[chains.ChainID]uint64) (slot uint64, ok bool) {
	for i, m := range members {
		lane := l.chains[m.chain]
		n := lane.first(m.start)
		end := len(lane.applied)
		if limit, limited := limits[m.chain]; limited {
			end, _ = slices.BinarySearchFunc(lane.applied, limit+1, func(b block, number uint64) int { return cmp.Compare(b.ref.Number, number) })
		}
		if end <= n {
			return 0, false
		}
		if last := lane.applied[end-1].timestamp; i == 0 || last < slot {
			slot = last
		}
	}
	slots := make(map[uint64]bool)
	for _, m := range members {
		lane := l.chains[m.chain]
		n, end := lane.first(m.start), lane.until(slot)
		if end <= n {
			return 0, false
		}
		for _, b := range lane.applied[n:end] {
			slots[b.timestamp] = true
		}
	}
	return slot, len(members) > 0 && uint64(len(slots)) >= l.cfg.BatchSlots
}

// first returns the place of the first applied block from a number on.
func (l *lane) first(number uint64) int {
	n, _ := slices.BinarySearchFunc(l.applied, number, func(b block, number uint64) int { return cmp.Compare(b.ref.Number, number) })
	return n
}

// until returns how many of the applied blocks are of the slot or earlier.
func (l *lane) until(slot uint64) int {
	n, _ := slices.BinarySearchFunc(l.applied, slot+1, func(b block, s uint64) int { return cmp.Compare(b.timestamp, s) })
	return n
}

// span is what one chain contributes to a batch.
type span struct {
	chain     chains.ChainID
	first     uint64
	last      chains.BlockRef
	started   uint64 // first block that the journal has
	timestamp uint64 // of that one
}

// fold moves the members' blocks up to the slot from the applied ones into the trees and
// returns what they were, by chain id.
func (l *ledger) fold(number, slot uint64, members []member) ([]span, error) {
	l.batch = number
	var spans []span
	for _, c := range l.cfg.Chains {
		lane := l.chains[c.ID]
		i := slices.IndexFunc(members, func(m member) bool { return m.chain == c.ID })
		if i < 0 {
			continue
		}
		if start := members[i].start; start > lane.next {
			lane.applied, lane.next = slices.Clone(lane.applied[lane.first(start):]), start
		}
		n := lane.until(slot)
		if n == 0 {
			return nil, fmt.Errorf("%w: chain %d has no block for the batch of slot %d", ErrJournal, c.ID, slot)
		}
		last := lane.applied[n-1].ref
		spans = append(spans, span{chain: c.ID, first: lane.next, last: last, started: lane.applied[0].ref.Number, timestamp: lane.applied[0].timestamp})
		lane.applied = slices.Clone(lane.applied[n:])
		lane.next = last.Number + 1
	}
	for _, received := range []bool{false, true} { // what is received was sent before
		for _, span := range spans {
			if err := l.settleSpan(span, received); err != nil {
				return nil, err
			}
		}
	}
	return spans, l.pages.flush()
}

// trim lets go of blocks that are in no batch, but for the last ones: so of those of a chain
// that is in no batches.
func (l *lane) trim(keep uint64) {
	if n := len(l.applied); uint64(n) > keep {
		l.applied = slices.Clone(l.applied[uint64(n)-keep:])
		l.next = l.applied[0].ref.Number
	}
}

// settleSpan puts the sent or the received messages of a range into the trees.
func (l *ledger) settleSpan(of span, received bool) error {
	for b, err := range l.index.blocks(of.chain, of.first, of.last.Number) {
		if err != nil {
			return err
		}
		for _, m := range b.Messages {
			if m.Received != received {
				continue
			}
			if err := l.settle(m); err != nil {
				return err
			}
		}
	}
	return nil
}

func (l *ledger) settle(m message) error {
	if m.Opened > 0 {
		l.sides[side{m.Pair, m.Received}] = m.Opened
		l.tree(treeID{m.Pair, m.Opened})
		return nil
	}
	id := l.treeOf(m)
	t := l.pairs[id]
	if t == nil {
		return fmt.Errorf("%w: message %d of the pair %d to %d, which is not configured", ErrRootMismatch, m.Nonce, m.Pair.Source, m.Pair.Destination)
	}
	count := t.sent.Count()
	if m.Received {
		count = t.received.Count()
	}
	if m.Nonce != count {
		return fmt.Errorf("%w: message %d of the pair %d to %d comes after %d others", ErrRootMismatch, m.Nonce, m.Pair.Source, m.Pair.Destination, count)
	}
	leaf := l.leaf(id, m.Hash)
	if m.Received {
		if err := t.received.Append(leaf); err != nil || m.Pair.Source != l.cfg.L1 {
			return err
		} // L1 tells the journal nothing: what came from there is what was sent there
	}
	if err := l.pages.put(messageKey(m.Hash), &place{Tree: id, Index: m.Nonce, Batch: l.batch}); err != nil {
		return err
	}
	return t.sent.Append(leaf)
}

func (l *ledger) leaf(id treeID, messageHash common.Hash) common.Hash {
	source, destination := l.chains[id.Pair.Source], l.chains[id.Pair.Destination]
	if source == nil { // L1's messenger has the address of all others
		source = destination
	}
	if destination == nil {
		destination = source
	}
	return merkle.Route{
		DeploymentID: l.deploymentID, Generation: id.Generation,
		SourceMessenger: source.config.Contracts.Messenger, DestinationMessenger: destination.config.Contracts.Messenger,
	}.Leaf(messageHash)
}

// settled returns the pairs, in the order of the batch tree, at the receiver's count (S1),
// where both sides must have the same root: those that the batch is about, and all others but
// for generations that were given up. A pair to L1, which receives without a tree, settles at
// what was sent; what L1 has sent is L1's to compare. slot is the last that is folded.
func (l *ledger) settled(about []treeID, slot uint64) ([]Pair, error) {
	for _, id := range about {
		if l.pairs[id] == nil {
			return nil, fmt.Errorf("%w: generation %d of the pair %d to %d is not opened on its chains", errWaits, id.Generation, id.Pair.Source, id.Pair.Destination)
		}
	}
	var out []Pair
	for id, t := range l.pairs {
		if !slices.Contains(about, id) && id.Generation < l.treeOf(message{Pair: id.Pair, Received: true}).Generation {
			continue
		}
		n, root, owed := t.received.Count(), t.received.Root(), uint64(0)
		var err error
		switch l.cfg.L1 {
		case id.Pair.Source:
		case id.Pair.Destination:
			n = t.sent.Count()
			root, err = t.sent.Root(n)
		default:
			owed, err = l.owed(id, t)
		}
		if err != nil {
			return nil, err
		}
		out = append(out, Pair{Owed: owed, PairLeaf: merkle.PairLeaf{Source: uint64(id.Pair.Source), Destination: uint64(id.Pair.Destination),
			Generation: id.Generation, Count: n, Root: root}})
	}
	slices.SortFunc(out, func(a, b Pair) int { return cmp.Or(a.Compare(b.PairLeaf), cmp.Compare(a.Generation, b.Generation)) })
	for _, lane := range l.chains {
		if lane.lost <= slot {
			lane.lost = 0 // whatever was lost is there again
		}
	}
	return out, nil
}

// owed checks that the sent side began as the received one, and returns how much longer it
// is. Where what was received was sent in a block that is lost, the batch waits until it is
// sent again, or the pair is given up for another generation (A8).
func (l *ledger) owed(id treeID, t *trees) (uint64, error) {
	n, sent := t.received.Count(), t.sent.Count()
	fault := ErrRootMismatch
	if source := l.chains[id.Pair.Source]; source != nil && source.lost > 0 {
		fault = errWaits
	}
	root, err := t.sent.Root(n)
	if errors.Is(err, merkle.ErrRange) {
		return 0, fmt.Errorf("%w: pair %d to %d: %d messages received, %d sent", fault, id.Pair.Source, id.Pair.Destination, n, sent)
	}
	if err == nil && root != t.received.Root() {
		return 0, fmt.Errorf("%w: pair %d to %d: sent %s, received %s", fault, id.Pair.Source, id.Pair.Destination, root, t.received.Root())
	}
	return sent - n, err
}
