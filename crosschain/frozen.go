package crosschain

import (
	"encoding/binary"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/merkle"
)

// Frozen describes a pair whose destination has received messages that its source does not
// have any more, because blocks of the source were replaced (rule A8). The messages are to
// be sent again, and are received already.
type Frozen struct {
	Next   uint64        // number of the next message that the source sends
	Hashes []common.Hash // of the messages from Next on that the destination has received
	// Spoiled says that the two sides differ in a message that both have: nothing of the
	// pair can be completed any more.
	Spoiled bool
}

// again decides about a message of a frozen pair: the one that the destination has received
// as this number needs no relay; another one cannot be received, and is refused.
func (a *attempt) again(m *chains.Message) (received bool, refusal *chains.Refusal) {
	pair := chains.Pair{Source: m.Source, Destination: m.Destination}
	f, frozen := a.frozen[pair]
	if !frozen {
		return false, nil
	}
	at := m.Nonce - f.Next
	switch {
	case f.Spoiled:
		refusal = a.refuse(m.Source, chains.RefusedPairFrozen, fmt.Sprintf("pair %d -> %d is frozen: the chains differ in a message", m.Source, m.Destination))
		refusal.Hint = "the pair stays closed until it is opened again as a new generation; other pairs go on"
	case m.Nonce >= f.Next && at < uint64(len(f.Hashes)) && f.Hashes[at] != m.Hash:
		refusal = a.refuse(m.Source, chains.RefusedPairFrozen, fmt.Sprintf("pair %d -> %d is frozen: chain %d has received another message %d from a block that is lost",
			m.Source, m.Destination, m.Destination, m.Nonce))
		refusal.Hint = "the message that was lost must be sent again first; other pairs go on"
	}
	return refusal == nil && m.Nonce >= f.Next && at < uint64(len(f.Hashes)), refusal
}

// Side is one side of a pair, as RootStore holds it.
type Side struct {
	Count uint64
	Root  common.Hash
}

// SideOf reads the words at the first two of a side's slots: see CountSlots.
func SideOf(count, root common.Hash) Side {
	return Side{Count: binary.BigEndian.Uint64(count[24:]), Root: root}
}

// RootSlot returns the slot of a side's root, where count is its slot of CountSlots.
func RootSlot(count common.Hash) common.Hash { return bindings.TreeRootSlot(count) }

// FrontierSlots returns the slots of what has to be known of a side to append to it.
func FrontierSlots(count common.Hash) []common.Hash {
	slots := make([]common.Hash, merkle.Depth)
	for level := range slots {
		slots[level] = bindings.TreeFrontierSlot(count, level)
	}
	return slots
}

// Grow appends messages, by their hashes, to a side of a pair of which the words at its
// FrontierSlots are given, and returns what that side is then: where the other side has had
// the same messages, it is equal.
func (c *Core) Grow(deployment common.Hash, p chains.Pair, is Side, frontier, messages []common.Hash) (Side, error) {
	var nodes [merkle.Depth]common.Hash
	copy(nodes[:], frontier)
	tree, err := merkle.RestoreTree(is.Count, nodes)
	if err != nil {
		return is, err
	}
	if tree.Root() != is.Root {
		return is, fmt.Errorf("pair %d -> %d: the frontier is not that of root %s", p.Source, p.Destination, is.Root)
	}
	route := merkle.Route{
		DeploymentID: deployment, Generation: c.generations[p],
		SourceMessenger: c.messengerOf(p.Source), DestinationMessenger: c.messengerOf(p.Destination),
	}
	for _, hash := range messages {
		if err := tree.Append(route.Leaf(hash)); err != nil {
			return is, err
		}
	}
	return Side{Count: tree.Count(), Root: tree.Root()}, nil
}

// ReceivedTopics returns the topics of the logs that say a pair's messages with the nonces
// from one up to another, not included, were received.
func ReceivedTopics(p chains.Pair, from, to uint64) [][]common.Hash {
	topics := [][]common.Hash{{bindings.RelayedMessageTopic, bindings.FailedRelayedMessageTopic}, {common.BigToHash(p.Source.Big())}, nil}
	for nonce := from; nonce < to; nonce++ {
		topics[2] = append(topics[2], common.BigToHash(new(big.Int).SetUint64(nonce)))
	}
	return topics
}
