package settlement

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/journal"
	"github.com/ssequencer/ssequencer/merkle"
)

// ledger is what the journal says about messages: the pair trees at the end of the last
// batch, and the applied blocks after it. What grows with time is in the index.
type ledger struct {
	cfg          Config
	deploymentID common.Hash
	index        *index
	pages        *pages
	chains       map[chains.ChainID]*lane
	pairs        map[treeID]*trees
	sides        map[side]uint64 // generation that a side is in, where that is not the first
	batch        uint64          // that is folded
	seen         uint64          // the last slot of which anything was applied
	dropped      []laneMark      // from where on blocks are lost that the index still has
}

// treeID is a pair in one of its generations (C4).
type treeID struct {
	Pair       chains.Pair
	Generation uint64
}

// side is one side of a pair: its receiver's, or its sender's.
type side struct {
	Pair     chains.Pair
	Received bool
}

// lane is one chain's blocks.
type lane struct {
	config  ChainConfig
	next    uint64             // first block of the next batch
	applied []block            // applied and in no batch yet, in order
	decided map[uint64][]legOf // not applied yet, by height
	lost    uint64             // up to this slot what blocks sent that were replaced may be missing; 0: nothing is
}

// legOf is what a decided leg did with messages.
type legOf struct {
	bundle   common.Hash
	index    uint64
	messages []message
	deposit  bool // deposits lead their block
	ordered  orderedTx
}

// message is a sent or received message, or with a generation the opening of a side.
type message struct {
	Pair     chains.Pair
	Nonce    uint64
	Hash     common.Hash
	Received bool
	Opened   uint64
}

// block is an applied block. Its messages are in the index.
type block struct {
	ref       chains.BlockRef
	timestamp uint64
}

// trees are both sides of a pair. The received side needs no leaves: they are the sent
// side's, or the pair does not settle. What L1 sent is known here as far as it is received.
type trees struct {
	sent     merkle.KeptTree
	received merkle.Tree
}

// place is where a message is in its pair's trees, and the batch in which it was sent.
type place struct {
	Tree  treeID
	Index uint64
	Batch uint64
}

func newLedger(cfg Config, ix *index) *ledger {
	l := &ledger{cfg: cfg, deploymentID: chains.DeploymentID(cfg.L1, cfg.Settlement), index: ix, pages: &pages{index: ix},
		chains: make(map[chains.ChainID]*lane), pairs: make(map[treeID]*trees), sides: make(map[side]uint64)}
	for _, c := range cfg.Chains {
		l.chains[c.ID] = &lane{config: c, next: c.StartBlock, decided: make(map[uint64][]legOf)}
		for _, peer := range cfg.Chains {
			if peer.ID != c.ID {
				l.tree(treeID{chains.Pair{Source: c.ID, Destination: peer.ID}, 1})
			}
		}
		l.tree(treeID{chains.Pair{Source: c.ID, Destination: cfg.L1}, 1})
		l.tree(treeID{chains.Pair{Source: cfg.L1, Destination: c.ID}, 1})
	}
	return l
}

// tree returns the trees of a pair, empty ones where there are none yet.
func (l *ledger) tree(id treeID) *trees {
	t := l.pairs[id]
	if t == nil {
		t = &trees{sent: l.sentTree(id, 0), received: merkle.NewTree()}
		l.pairs[id] = t
	}
	return t
}

func (l *ledger) sentTree(id treeID, count uint64) merkle.KeptTree {
	return merkle.NewKeptTree(&nodes{pages: l.pages, id: id}, count)
}

// treeOf returns in which tree a message is: that of the generation its side is in.
func (l *ledger) treeOf(m message) treeID {
	return treeID{m.Pair, max(l.sides[side{m.Pair, m.Received}], 1)}
}

// record takes in one journal record about blocks.
func (l *ledger) record(seq journal.Seq, rec journal.Record) error {
	switch r := rec.(type) {
	case *journal.Decided:
		return l.decided(&r.Bundle)
	case *journal.Reopened:
		l.reopened(r)
	case *journal.Replaced:
		l.replaced(r)
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
		case bindings.PeerOpenedTopic:
			m, err := l.opening(log)
			if err != nil {
				return nil, err
			}
			out = append(out, m...)
		}
	}
	return out, nil
}

// opening reads that a side begins a generation. The first one needs no telling.
func (l *lane) opening(log *types.Log) ([]message, error) {
	inbound, peer, generation, err := bindings.DecodePeerOpened(log)
	if err != nil || generation <= 1 {
		return nil, err
	}
	m := message{Pair: chains.Pair{Source: l.config.ID, Destination: chains.ChainID(peer)}, Opened: generation}
	if inbound {
		m.Pair, m.Received = chains.Pair{Source: m.Pair.Destination, Destination: l.config.ID}, true
	}
	return []message{m}, nil
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
	l.seen = max(l.seen, slot)
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
