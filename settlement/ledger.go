package settlement

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/journal"
	"github.com/ssequencer/ssequencer/merkle"
)

// generation of all pairs. The trees carry it, so that a later one can be opened (A8).
const generation = 1

// ledger is what the journal says about messages: the pair trees at the end of the last
// batch, and the applied blocks after it. What grows with time is in the index.
type ledger struct {
	cfg          Config
	deploymentID common.Hash
	index        *index
	pages        *pages
	chains       map[chains.ChainID]*lane
	pairs        map[chains.Pair]*trees
}

// lane is one chain's blocks.
type lane struct {
	config  ChainConfig
	next    uint64             // first block of the next batch
	applied []block            // applied and in no batch yet, in order
	decided map[uint64][]legOf // not applied yet, by height
}

// legOf is what a decided leg did with messages.
type legOf struct {
	bundle   common.Hash
	index    uint64
	messages []message
	deposit  bool // deposits lead their block
	ordered  orderedTx
}

// message is a sent or received message.
type message struct {
	Pair     chains.Pair
	Nonce    uint64
	Hash     common.Hash
	Received bool
}

// block is an applied block. Its messages are in the index.
type block struct {
	ref       chains.BlockRef
	timestamp uint64
}

// trees are both sides of a pair. The received side needs no leaves: they are the sent
// side's, or the pair does not settle.
type trees struct {
	sent     merkle.KeptTree
	received merkle.Tree
}

// place is where a message is in its pair's trees.
type place struct {
	Pair  chains.Pair
	Index uint64
}

func newLedger(cfg Config, ix *index) *ledger {
	l := &ledger{cfg: cfg, deploymentID: chains.DeploymentID(cfg.L1, cfg.Settlement), index: ix, pages: &pages{index: ix},
		chains: make(map[chains.ChainID]*lane), pairs: make(map[chains.Pair]*trees)}
	for _, c := range cfg.Chains {
		l.chains[c.ID] = &lane{config: c, next: c.StartBlock, decided: make(map[uint64][]legOf)}
		for _, peer := range cfg.Chains {
			if peer.ID != c.ID {
				pair := chains.Pair{Source: c.ID, Destination: peer.ID}
				l.pairs[pair] = &trees{sent: l.sentTree(pair, 0), received: merkle.NewTree()}
			}
		}
		for _, pair := range []chains.Pair{{Source: c.ID, Destination: cfg.L1}, {Source: cfg.L1, Destination: c.ID}} {
			l.pairs[pair] = &trees{sent: l.sentTree(pair, 0), received: merkle.NewTree()}
		}
	}
	return l
}

func (l *ledger) sentTree(pair chains.Pair, count uint64) merkle.KeptTree {
	return merkle.NewKeptTree(&nodes{pages: l.pages, pair: pair}, count)
}

// record takes in one journal record about blocks.
func (l *ledger) record(seq journal.Seq, rec journal.Record) error {
	switch r := rec.(type) {
	case *journal.Decided:
		return l.decided(&r.Bundle)
	case *journal.Reopened:
		l.reopened(r)
	case *journal.Applied:
		for _, b := range r.Blocks {
			if err := l.apply(seq, r.Slot, b); err != nil {
				return err
			}
		}
	}
	return nil
}

// reopened forgets the bundles with a leg that no longer stands, on all their chains: where
// nothing else changes on another chain, that one has no record of its own.
func (l *ledger) reopened(r *journal.Reopened) {
	taken := map[common.Hash]bool{}
	if lane := l.chains[r.ChainID]; lane != nil {
		for _, leg := range lane.decided[r.Height] {
			if leg.index >= r.FromIndex {
				taken[leg.bundle] = true
			}
		}
	}
	for _, lane := range l.chains {
		for height, legs := range lane.decided {
			lane.decided[height] = slices.DeleteFunc(legs, func(leg legOf) bool { return taken[leg.bundle] })
		}
	}
}

func (l *ledger) decided(bundle *chains.Bundle) error {
	for i := range bundle.Legs {
		leg := &bundle.Legs[i]
		lane := l.chains[leg.ChainID]
		if lane == nil {
			return fmt.Errorf("%w: a leg on chain %d, which is not configured", ErrJournal, leg.ChainID)
		}
		messages, err := lane.messages(leg.Logs)
		if err != nil {
			return fmt.Errorf("%w: transaction %s on chain %d: %v", ErrJournal, leg.TxHash, leg.ChainID, err)
		}
		if len(messages) > 0 || len(bundle.Legs) > 1 || l.cfg.Publish != PublishNothing {
			lane.decided[leg.Height] = append(lane.decided[leg.Height],
				legOf{bundle.ID, leg.Index, messages, leg.Kind == chains.DepositTx, l.cfg.Publish.ordered(leg)})
		}
	}
	return nil
}

// messages reads the messenger's logs.
func (l *lane) messages(logs []*types.Log) ([]message, error) {
	var out []message
	here := l.config.ID
	for _, log := range logs {
		if log.Address != l.config.Contracts.Messenger || len(log.Topics) == 0 {
			continue
		}
		switch log.Topics[0] {
		case bindings.SentMessageTopic:
			m, err := bindings.DecodeSentMessage(log)
			if err != nil {
				return nil, err
			}
			out = append(out, message{Pair: chains.Pair{Source: here, Destination: chains.ChainID(m.Destination)}, Nonce: m.Nonce, Hash: m.Hash(uint64(here))})
		case bindings.RelayedMessageTopic:
			source, nonce, hash, err := bindings.DecodeRelayed(log)
			if err != nil {
				return nil, err
			}
			out = append(out, message{Pair: chains.Pair{Source: chains.ChainID(source), Destination: here}, Nonce: nonce, Hash: hash, Received: true})
		case bindings.FailedRelayedMessageTopic:
			source, nonce, hash, _, err := bindings.DecodeFailedRelayed(log)
			if err != nil {
				return nil, err
			}
			out = append(out, message{Pair: chains.Pair{Source: chains.ChainID(source), Destination: here}, Nonce: nonce, Hash: hash, Received: true})
		}
	}
	return out, nil
}

// apply moves a decided block to the applied ones. A block that was applied before is
// said again after a restart and changes nothing.
func (l *ledger) apply(seq journal.Seq, slot uint64, b journal.CommittedBlock) error {
	lane := l.chains[b.ChainID]
	if lane == nil {
		return fmt.Errorf("%w: block %d of chain %d, which is not configured", ErrJournal, b.Ref.Number, b.ChainID)
	}
	next := lane.next
	if n := len(lane.applied); n > 0 {
		next = lane.applied[n-1].ref.Number + 1
	}
	if b.Ref.Number < next {
		return nil
	}
	// Blocks before the journal's first, which set up the contracts, have no messages.
	if begun := len(lane.applied) > 0 || lane.next > lane.config.StartBlock; b.Ref.Number > next && begun {
		return fmt.Errorf("%w: block %d of chain %d is applied after %d", ErrJournal, b.Ref.Number, b.ChainID, next-1)
	}
	legs := lane.decided[b.Ref.Number]
	delete(lane.decided, b.Ref.Number)
	slices.SortFunc(legs, compareLegs)
	row := &appliedBlock{Record: seq, Ref: b.Ref, Timestamp: slot, Kept: l.cfg.Publish}
	for _, leg := range legs {
		row.Messages = append(row.Messages, leg.messages...)
		row.order(leg)
	}
	lane.applied = append(lane.applied, block{b.Ref, slot})
	return l.index.put(key(keyBlock, uint64(b.ChainID), b.Ref.Number), row)
}

// compareLegs orders legs as they are in their block.
func compareLegs(x, y legOf) int {
	if x.deposit != y.deposit {
		if x.deposit {
			return -1
		}
		return 1
	}
	return cmp.Compare(x.index, y.index)
}

// cut returns the last slot up to which every chain has applied what it has, if up to
// there every chain has a block for the next batch and that covers enough slots. A chain
// need not have a block in each slot; while it has none at all, the batch waits.
func (l *ledger) cut() (slot uint64, ok bool) {
	first := true
	for _, lane := range l.chains {
		if len(lane.applied) == 0 {
			return 0, false
		}
		if last := lane.applied[len(lane.applied)-1].timestamp; first || last < slot {
			slot, first = last, false
		}
	}
	slots := make(map[uint64]bool)
	for _, lane := range l.chains {
		if lane.applied[0].timestamp > slot {
			return 0, false
		}
		for _, b := range lane.applied[:lane.until(slot)] {
			slots[b.timestamp] = true
		}
	}
	return slot, uint64(len(slots)) >= l.cfg.BatchSlots
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
	timestamp uint64 // of the first block that the journal has
}

// fold moves the blocks up to the slot from the applied ones into the trees and returns
// what they were, by chain id.
func (l *ledger) fold(slot uint64) ([]span, error) {
	var spans []span
	for _, c := range l.cfg.Chains {
		lane := l.chains[c.ID]
		n := lane.until(slot)
		if n == 0 {
			return nil, fmt.Errorf("%w: chain %d has no block for the batch of slot %d", ErrJournal, c.ID, slot)
		}
		last := lane.applied[n-1].ref
		spans = append(spans, span{chain: c.ID, first: lane.next, last: last, timestamp: lane.applied[0].timestamp})
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

// settleSpan puts the sent or the received messages of a range into the trees.
func (l *ledger) settleSpan(of span, received bool) error {
	for b, err := range l.index.blocks(of.chain, of.last.Number) {
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
	t := l.pairs[m.Pair]
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
	leaf := l.leaf(m)
	if m.Received {
		return t.received.Append(leaf)
	}
	if err := l.pages.put(messageKey(m.Hash), &place{Pair: m.Pair, Index: m.Nonce}); err != nil {
		return err
	}
	return t.sent.Append(leaf)
}

func (l *ledger) leaf(m message) common.Hash {
	source, destination := l.chains[m.Pair.Source], l.chains[m.Pair.Destination]
	if source == nil { // L1's messenger has the address of all others
		source = destination
	}
	if destination == nil {
		destination = source
	}
	return merkle.Route{
		DeploymentID: l.deploymentID, Generation: generation,
		SourceMessenger: source.config.Contracts.Messenger, DestinationMessenger: destination.config.Contracts.Messenger,
	}.Leaf(m.Hash)
}

// settled returns every pair, in the order of the batch tree, at the receiver's count (S1),
// where both sides must have the same root. A pair to L1, which receives without a tree,
// settles at what was sent; what L1 has sent is L1's to compare.
func (l *ledger) settled() ([]Pair, error) {
	var out []Pair
	for id, t := range l.pairs {
		n, root, owed := t.received.Count(), t.received.Root(), uint64(0)
		var err error
		switch l.cfg.L1 {
		case id.Source:
		case id.Destination:
			n = t.sent.Count()
			root, err = t.sent.Root(n)
		default:
			owed, err = t.owed(id)
		}
		if err != nil {
			return nil, err
		}
		out = append(out, Pair{Owed: owed, PairLeaf: merkle.PairLeaf{Source: uint64(id.Source), Destination: uint64(id.Destination),
			Generation: generation, Count: n, Root: root}})
	}
	slices.SortFunc(out, func(a, b Pair) int { return a.Compare(b.PairLeaf) })
	return out, nil
}

// owed checks that the sent side began as the received one, and returns how much longer it
// is.
func (t *trees) owed(id chains.Pair) (uint64, error) {
	n := t.received.Count()
	root, err := t.sent.Root(n)
	if errors.Is(err, merkle.ErrRange) {
		return 0, fmt.Errorf("%w: pair %d to %d: %d messages received, %d sent", ErrRootMismatch, id.Source, id.Destination, n, t.sent.Count())
	}
	if err == nil && root != t.received.Root() {
		return 0, fmt.Errorf("%w: pair %d to %d: sent %s, received %s", ErrRootMismatch, id.Source, id.Destination, root, t.received.Root())
	}
	return t.sent.Count() - n, err
}
