package crosschain

import (
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/contracts/bindings"
)

// tree names one message tree of a chain's RootStore.
type tree struct {
	inbound bool
	peer    chains.ChainID
}

// treeIndex finds the tree a RootStore slot belongs to. Only slots of the current
// generation of opened pairs are listed: a write anywhere else is unexplained.
type treeIndex struct {
	slots  map[common.Hash]tree
	counts map[common.Hash]tree // the slots that hold a tree's count
}

func newTreeIndex(id chains.ChainID, generations map[chains.Pair]uint64) treeIndex {
	ix := treeIndex{slots: map[common.Hash]tree{}, counts: map[common.Hash]tree{}}
	for pair, generation := range generations { // order does not matter: only maps are filled
		if pair.Source == id {
			ix.add(tree{peer: pair.Destination}, generation)
		}
		if pair.Destination == id {
			ix.add(tree{inbound: true, peer: pair.Source}, generation)
		}
	}
	return ix
}

func (ix treeIndex) add(t tree, generation uint64) {
	base := bindings.TreeSlot(t.inbound, uint64(t.peer), generation)
	ix.counts[base] = t
	slot := base.Big()
	for range bindings.TreeSlots {
		ix.slots[common.BigToHash(slot)] = t
		slot.Add(slot, common.Big1)
	}
}

// span is how a transaction moved one tree's count: from and to, by its storage writes,
// and the appends its logs speak of.
type span struct {
	from, to uint64
	logged   uint64
}

// messages returns the messages that the transaction of the trace sent, after checking
// that its writes to RootStore and its messenger logs explain each other pair by pair
// (rule A2). Only a relay may append to an inbound tree, and only once.
func (c *Core) messages(trace *chains.Trace, isRelay bool) ([]hop, error) {
	messenger := c.contracts[trace.ChainID].Messenger
	if len(trace.RootWrites) == 0 && !hasLogOf(trace.Logs, messenger) {
		return nil, nil // by far the most common case
	}
	opened, err := openings(trace.Logs, messenger)
	if err != nil {
		return nil, err
	}
	spans, err := c.trees[trace.ChainID].spans(trace.RootWrites, opened)
	if err != nil {
		return nil, err
	}
	var hops []hop
	for _, log := range trace.Logs {
		if log.Address != messenger || len(log.Topics) == 0 {
			continue
		}
		t, nonce, sent, err := readLog(log)
		if errors.Is(err, errOtherLog) {
			continue
		}
		if err != nil {
			return nil, err
		}
		if err := explain(spans, t, nonce, isRelay); err != nil {
			return nil, err
		}
		if sent != nil {
			hops = append(hops, c.newHop(trace, log, sent))
		}
	}
	for _, w := range trace.RootWrites { // not over the map: its order must not choose the error
		t, isCount := c.trees[trace.ChainID].counts[w.Slot]
		if s := spans[t]; isCount && s.logged != s.to-s.from {
			return nil, fmt.Errorf("RootStore counts %d more messages (inbound %t, peer %d) but the logs show %d", s.to-s.from, t.inbound, t.peer, s.logged)
		}
	}
	return hops, nil
}

// explain counts one logged append against what storage says.
func explain(spans map[tree]*span, t tree, nonce uint64, isRelay bool) error {
	if t.inbound && !isRelay {
		return fmt.Errorf("a message from chain %d was received outside a relay of this sequencer", t.peer)
	}
	s := spans[t]
	if s == nil {
		return fmt.Errorf("the messenger logged message %d (inbound %t, peer %d), RootStore did not change", nonce, t.inbound, t.peer)
	}
	if nonce != s.from+s.logged {
		return fmt.Errorf("message nonce %d (inbound %t, peer %d) where %d is next", nonce, t.inbound, t.peer, s.from+s.logged)
	}
	s.logged++
	return nil
}

// openings returns the slots of the roots of the trees that the messenger says it has opened,
// for a generation that this Core may know nothing of yet (rule C4).
func openings(logs []*types.Log, messenger common.Address) (map[common.Hash]bool, error) {
	var opened map[common.Hash]bool
	for _, log := range logs {
		if log.Address != messenger || len(log.Topics) == 0 || log.Topics[0] != bindings.PeerOpenedTopic {
			continue
		}
		inbound, peer, generation, err := bindings.DecodePeerOpened(log)
		if err != nil {
			return nil, err
		}
		if opened == nil {
			opened = make(map[common.Hash]bool)
		}
		opened[bindings.TreeRootSlot(bindings.TreeSlot(inbound, peer, generation))] = true
	}
	return opened, nil
}

// spans reads the changed slots. Every one must belong to a tree whose count grew, or be the
// root of one that is opened.
func (ix treeIndex) spans(writes []chains.SlotWrite, opened map[common.Hash]bool) (map[tree]*span, error) {
	spans := make(map[tree]*span, 2)
	for _, w := range writes {
		t, isCount := ix.counts[w.Slot]
		if !isCount {
			continue
		}
		from, okFrom := smallWord(w.Previous)
		to, okTo := smallWord(w.Value)
		if !okFrom || !okTo || to <= from {
			return nil, fmt.Errorf("RootStore count (inbound %t, peer %d) went from %x to %x", t.inbound, t.peer, w.Previous, w.Value)
		}
		spans[t] = &span{from: from, to: to}
	}
	for _, w := range writes {
		t, known := ix.slots[w.Slot]
		if opened[w.Slot] && w.Previous == (common.Hash{}) {
			continue
		}
		if !known {
			return nil, fmt.Errorf("RootStore slot %x changed, which belongs to no opened pair", w.Slot)
		}
		if spans[t] == nil {
			return nil, fmt.Errorf("RootStore slot %x (inbound %t, peer %d) changed without a new message", w.Slot, t.inbound, t.peer)
		}
	}
	return spans, nil
}

var errOtherLog = errors.New("not a log of a message tree")

// readLog reads a messenger log that speaks of an append. sent is set for a SentMessage.
func readLog(log *types.Log) (t tree, nonce uint64, sent *bindings.SentMessage, err error) {
	switch log.Topics[0] {
	case bindings.SentMessageTopic:
		m, err := bindings.DecodeSentMessage(log)
		if err != nil {
			return tree{}, 0, nil, err
		}
		return tree{peer: chains.ChainID(m.Destination)}, m.Nonce, &m, nil
	case bindings.RelayedMessageTopic:
		source, nonce, _, err := bindings.DecodeRelayed(log)
		return tree{inbound: true, peer: chains.ChainID(source)}, nonce, nil, err
	case bindings.FailedRelayedMessageTopic:
		source, nonce, _, _, err := bindings.DecodeFailedRelayed(log)
		return tree{inbound: true, peer: chains.ChainID(source)}, nonce, nil, err
	}
	return tree{}, 0, nil, errOtherLog
}

func (c *Core) newHop(trace *chains.Trace, log *types.Log, m *bindings.SentMessage) hop {
	return hop{
		message: chains.Message{
			Source:      trace.ChainID,
			Destination: chains.ChainID(m.Destination),
			Nonce:       m.Nonce,
			Sender:      m.Sender,
			Target:      m.Target,
			Data:        m.Data,
			Hash:        m.Hash(uint64(trace.ChainID)),
		},
		id: bindings.Identifier{
			Origin:      log.Address,
			BlockNumber: trace.Height,
			LogIndex:    uint64(log.Index),
			Timestamp:   trace.Timestamp,
			ChainID:     uint64(trace.ChainID),
		},
	}
}

func hasLogOf(logs []*types.Log, address common.Address) bool {
	for _, log := range logs {
		if log.Address == address {
			return true
		}
	}
	return false
}

func smallWord(h common.Hash) (uint64, bool) {
	for _, b := range h[:24] {
		if b != 0 {
			return 0, false
		}
	}
	return binary.BigEndian.Uint64(h[24:]), true
}
