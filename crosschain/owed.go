package crosschain

import (
	"errors"
	"fmt"
	"math/big"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/contracts/bindings"
)

// Owed is a message that was sent without its relay (rule A6): by a transaction that could
// not be refused, or in a block that somebody else built.
type Owed struct {
	chains.Message
	Height    uint64 // of the block that holds its log
	Timestamp uint64 // of that block, unix seconds
	LogIndex  uint64 // in that block
}

// Pair returns the pair the message belongs to.
func (o *Owed) Pair() chains.Pair {
	return chains.Pair{Source: o.Source, Destination: o.Destination}
}

// Received names a message that a chain has received.
type Received struct {
	Pair  chains.Pair
	Nonce uint64
	Hash  common.Hash
}

// ErrUnexplained: a transaction that cannot be refused breaks rule A2.
var ErrUnexplained = errors.New("message trees changed without an explanation")

// Forced returns what a transaction that cannot be refused, a deposit, sent and received.
// What it sent to L1 is among it, although it is not owed. An error wraps ErrUnexplained.
func (c *Core) Forced(trace *chains.Trace) (sent []Owed, received []Received, err error) {
	hops, err := c.messages(trace, true)
	if err != nil {
		return nil, nil, fmt.Errorf("%w: %w", ErrUnexplained, err)
	}
	for _, h := range hops {
		sent = append(sent, Owed{Message: h.message, Height: h.id.BlockNumber, Timestamp: h.id.Timestamp, LogIndex: h.id.LogIndex})
	}
	for _, log := range trace.Logs {
		if r, ok := c.Received(trace.ChainID, log); ok {
			received = append(received, r)
		}
	}
	return sent, received, nil
}

// Received reads a log of a chain that says a message was received.
func (c *Core) Received(chain chains.ChainID, log *types.Log) (r Received, ok bool) {
	if log.Address != c.contracts[chain].Messenger || len(log.Topics) == 0 {
		return r, false
	}
	var source uint64
	var err error
	switch log.Topics[0] {
	case bindings.RelayedMessageTopic:
		source, r.Nonce, r.Hash, err = bindings.DecodeRelayed(log)
	case bindings.FailedRelayedMessageTopic:
		source, r.Nonce, r.Hash, _, err = bindings.DecodeFailedRelayed(log)
	default:
		return r, false
	}
	r.Pair = chains.Pair{Source: chains.ChainID(source), Destination: chain}
	return r, err == nil
}

// OwedIn reads an owed message from a SentMessage log of an adopted block, as its node
// gives it.
func (c *Core) OwedIn(source chains.ChainID, log *types.Log) (Owed, error) {
	if messenger := c.messengerOf(source); log.Address != messenger {
		return Owed{}, fmt.Errorf("a log of %s, not of the messenger %s", log.Address, messenger)
	}
	m, err := bindings.DecodeSentMessage(log)
	if err != nil {
		return Owed{}, err
	}
	h := c.newHop(&chains.Trace{ChainID: source, Height: log.BlockNumber, Timestamp: log.BlockTimestamp}, log, &m)
	return Owed{Message: h.message, Height: h.id.BlockNumber, Timestamp: h.id.Timestamp, LogIndex: h.id.LogIndex}, nil
}

// The gas limit of an owed message's relay is one of these, plus RelayByteGas for each byte
// of calldata: what receiving needs, and what it and a bridge may use together.
const (
	OwedGas       = 300_000
	OwedBridgeGas = 700_000
)

// OwedCalls returns the calls that receive an owed message, the better one first. A message
// to a registered bridge is delivered, at the last hop so that nothing can be sent on; else
// it is received without calling its target, and anybody may retry it.
func (c *Core) OwedCalls(o *Owed) []RelayCall {
	to, known := c.contracts[o.Destination]
	if !known {
		return nil
	}
	id := bindings.Identifier{
		Origin: c.messengerOf(o.Source), BlockNumber: o.Height, LogIndex: o.LogIndex, Timestamp: o.Timestamp, ChainID: uint64(o.Source),
	}
	call := RelayCall{Source: o.Source, ChainID: o.Destination, To: to.Messenger}
	if c.first[o.Pair()] {
		call.Empty = bindings.OutcomeSlot(o.Hash)
	}
	var calls []RelayCall
	if o.Target != (common.Address{}) && (o.Target == to.TokenBridge || o.Target == to.ETHBridge || o.Target == to.Gateway) {
		deliver := call
		deliver.Data = bindings.EncodeRelay(id, sentMessage(&o.Message), bindings.MaxDepth)
		deliver.Gas = OwedBridgeGas + RelayByteGas*uint64(len(deliver.Data))
		calls = append(calls, deliver)
	}
	call.Data = bindings.EncodeRelayOwed(id, sentMessage(&o.Message))
	call.Gas = OwedGas + RelayByteGas*uint64(len(call.Data))
	return append(calls, call)
}

// ErrNotReceived: a relay of an owed message did not do what it is for.
var ErrNotReceived = errors.New("the owed message was not received")

// CheckOwed returns nil if the trace of a relay received exactly the owed message and sent
// none, whether its target succeeded or not. An error wraps ErrNotReceived.
func (c *Core) CheckOwed(trace *chains.Trace, o *Owed) error {
	if !trace.Succeeded() {
		reason := bindings.DecodeRevert(trace.ReturnData)
		if reason == "" {
			reason = trace.VMError
		}
		return fmt.Errorf("%w: %s", ErrNotReceived, reason)
	}
	sent, err := c.messages(trace, true)
	if err == nil && len(sent) > 0 {
		err = fmt.Errorf("its relay sent %d messages", len(sent))
	}
	if err == nil {
		_, _, err = relayOutcome(trace.Logs, c.contracts[o.Destination].Messenger, &o.Message)
	}
	if err != nil {
		return fmt.Errorf("%w: %w", ErrNotReceived, err)
	}
	return nil
}

// OwedReceived is CheckOwed on the receipt of a relay: status 1 and exactly one log that
// says the message was received.
func (c *Core) OwedReceived(chain chains.ChainID, status uint64, logs []*types.Log, message common.Hash) bool {
	count := 0
	for _, log := range logs {
		if r, ok := c.Received(chain, log); ok {
			if r.Hash != message {
				return false
			}
			count++
		}
	}
	return status == types.ReceiptStatusSuccessful && count == 1
}

// CountSlots returns the RootStore slots that count what the source has sent and what the
// destination has received of a pair.
func (c *Core) CountSlots(p chains.Pair) (sent, received common.Hash, ok bool) {
	generation, ok := c.generations[p]
	return bindings.TreeSlot(false, uint64(p.Destination), generation), bindings.TreeSlot(true, uint64(p.Source), generation), ok
}

// Pairs returns the opened pairs between chains, in the order of chains.Pair.Less.
func (c *Core) Pairs() []chains.Pair { return c.pairs }

// Entries returns the opened pairs from L1, in the same order.
func (c *Core) Entries() []chains.Pair { return c.entries }

// messengerOf returns the messenger of a chain or of L1.
func (c *Core) messengerOf(id chains.ChainID) common.Address {
	if to, known := c.contracts[id]; known || id != c.l1.ID {
		return to.Messenger
	}
	return c.l1.Contracts.Messenger
}

// SentTopics returns the topics of the logs of a pair's messages with the nonces from one
// up to another, not included.
func SentTopics(p chains.Pair, from, to uint64) [][]common.Hash {
	topics := [][]common.Hash{{bindings.SentMessageTopic}, {common.BigToHash(p.Destination.Big())}, nil, nil}
	for nonce := from; nonce < to; nonce++ {
		topics[3] = append(topics[3], common.BigToHash(new(big.Int).SetUint64(nonce)))
	}
	return topics
}

// Undelivered reports whether a signed relay receives its message without calling the
// target.
func Undelivered(raw []byte) bool {
	tx, err := chains.Restore(chains.RelayTx, raw)
	if err != nil {
		return false
	}
	_, _, depth, err := bindings.DecodeRelay(tx.Inner().Data())
	return err == nil && depth == 0
}

// EntryOf returns the message from L1 that a signed relay receives, false where it is not
// the relay of one.
func (c *Core) EntryOf(raw []byte) (Owed, bool) {
	tx, err := chains.Restore(chains.RelayTx, raw)
	if err != nil {
		return Owed{}, false
	}
	id, sent, _, err := bindings.DecodeRelay(tx.Inner().Data())
	p := chains.Pair{Source: chains.ChainID(id.ChainID), Destination: tx.ChainID()}
	if err != nil || !slices.Contains(c.entries, p) {
		return Owed{}, false
	}
	return Owed{Height: id.BlockNumber, Timestamp: id.Timestamp, LogIndex: id.LogIndex, Message: chains.Message{
		Source: p.Source, Destination: p.Destination, Nonce: sent.Nonce, Sender: sent.Sender, Target: sent.Target, Data: sent.Data,
		Hash: sent.Hash(id.ChainID),
	}}, true
}
