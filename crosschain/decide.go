package crosschain

import (
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/contracts/bindings"
)

// RelayCall is the call a relay transaction makes.
type RelayCall struct {
	Source  chains.ChainID // of the message
	ChainID chains.ChainID
	To      common.Address // the destination's messenger
	Data    []byte
	Gas     uint64 // gas limit of the relay transaction
	// Empty is a slot of To that is zero before the call, because the contract writes it
	// at this message only; the zero hash where none is known.
	Empty common.Hash
}

// Executor executes transactions speculatively. Every execution builds on all earlier
// ones of the same attempt, each at the next position of its chain. The caller of Decide
// keeps or undoes the whole attempt afterwards.
type Executor interface {
	// Execute runs a user's transaction on its chain.
	Execute(tx *chains.Tx) (*chains.Trace, error)
	// Relay makes the relayer's (unsigned) transaction for call and runs it. Its gas
	// fee cap is the price per gas that the relayer will pay.
	Relay(call RelayCall) (*chains.Tx, *chains.Trace, error)
}

// Leg is one executed transaction of a kept bundle.
type Leg struct {
	Tx        *chains.Tx
	Trace     *chains.Trace
	Executes  common.Hash   // message a relay executed, zero for a user's transaction
	Initiates []common.Hash // messages it requested
}

// LegError says that the executor could not execute a leg at all (as opposed to a leg
// that executed and reverted). Err is the executor's own error.
type LegError struct {
	Leg     int
	ChainID chains.ChainID
	Kind    chains.TxKind
	Err     error
}

// Error implements error.
func (e *LegError) Error() string {
	return fmt.Sprintf("leg %d (%s) on chain %d: %v", e.Leg, e.Kind, e.ChainID, e.Err)
}

// Unwrap returns the executor's error.
func (e *LegError) Unwrap() error { return e.Err }

// hop is a message waiting for its relay. depth is 1 for messages of a user's transaction.
type hop struct {
	message chains.Message
	id      bindings.Identifier
	depth   int
}

// attempt is the state of one Decide.
type attempt struct {
	core   *Core
	ex     Executor
	frozen map[chains.Pair]Frozen
	signed int // transactions signed by users: above one, each must succeed
	legs   []Leg
	queue  []hop
	gas    uint64
	bytes  int
}

// Decide executes the transactions, in order, each followed by the relays of every
// message it caused, and reports what is to be kept.
//
// Exactly one of the results is set. Legs: keep all of them, in this order. Refusal:
// keep none. Error: nothing is decided, it is a *LegError around what the executor
// returned; the caller undoes the attempt and may try again later.
//
// One transaction that reverts without messages is kept like any reverted transaction.
// Of several (a user-signed bundle, rule A9) each must succeed. Messages are relayed
// first in, first out, which is the order of nonces in each pair.
// A message of a frozen pair is relayed only if the destination has not received it.
func (c *Core) Decide(ex Executor, frozen map[chains.Pair]Frozen, txs []*chains.Tx) ([]Leg, *chains.Refusal, error) {
	a := &attempt{core: c, ex: ex, frozen: frozen, signed: len(txs)}
	for _, tx := range txs {
		refusal, err := a.user(tx)
		for err == nil && refusal == nil && len(a.queue) > 0 {
			next := a.queue[0]
			a.queue = a.queue[1:]
			refusal, err = a.relay(next)
		}
		if err != nil || refusal != nil {
			return nil, refusal, err
		}
	}
	if refusal := a.checkTip(); refusal != nil {
		return nil, refusal, nil
	}
	return a.legs, nil, nil
}

func (a *attempt) user(tx *chains.Tx) (*chains.Refusal, error) {
	id := tx.ChainID()
	if _, known := a.core.contracts[id]; !known {
		return a.refuse(id, chains.RefusedUnknownChain, fmt.Sprintf("chain %d is not sequenced here", id)), nil
	}
	trace, err := a.ex.Execute(tx)
	if err != nil {
		return nil, &LegError{Leg: len(a.legs), ChainID: id, Kind: chains.UserTx, Err: err}
	}
	if a.signed > 1 && !trace.Succeeded() {
		return a.reverted(trace, "every transaction of a bundle must succeed"), nil
	}
	return a.add(Leg{Tx: tx, Trace: trace}, 0), nil
}

func (a *attempt) relay(h hop) (*chains.Refusal, error) {
	m := &h.message
	to, known := a.core.contracts[m.Destination]
	if !known {
		return a.refuse(m.Source, chains.RefusedUnknownChain, fmt.Sprintf("message to chain %d, which is not sequenced here", m.Destination)), nil
	}
	if h.depth > a.core.limits.Depth {
		r := a.refuse(m.Destination, chains.RefusedLimits, fmt.Sprintf("more than %d hops: a message loop?", a.core.limits.Depth))
		return r, nil
	}
	if received, refusal := a.again(m); received || refusal != nil {
		return refusal, nil
	}
	data := bindings.EncodeRelay(h.id, sentMessage(m), h.depth)
	call := RelayCall{Source: m.Source, ChainID: m.Destination, To: to.Messenger, Data: data, Gas: RelayGas(len(data))}
	if a.core.first[chains.Pair{Source: m.Source, Destination: m.Destination}] {
		call.Empty = bindings.OutcomeSlot(m.Hash)
	}
	tx, trace, err := a.ex.Relay(call)
	if err != nil {
		return nil, &LegError{Leg: len(a.legs), ChainID: m.Destination, Kind: chains.RelayTx, Err: err}
	}
	if refusal := a.relaySucceeded(m, trace); refusal != nil {
		return refusal, nil
	}
	return a.add(Leg{Tx: tx, Trace: trace, Executes: m.Hash}, h.depth), nil
}

// add appends a leg that succeeded (or a single one that reverted), checks rule A2 and
// the bundle's limits, and queues the messages it sent.
func (a *attempt) add(leg Leg, depth int) *chains.Refusal {
	id := leg.Tx.ChainID()
	sent, err := a.core.messages(leg.Trace, leg.Executes != (common.Hash{}))
	if err != nil {
		r := a.refuse(id, chains.RefusedUnexplainedWrite, err.Error())
		r.Hint = "only the registered messenger may write message trees"
		return r
	}
	for i := range sent {
		leg.Initiates = append(leg.Initiates, sent[i].message.Hash)
		sent[i].depth = depth + 1
	}
	a.legs = append(a.legs, leg)
	for _, h := range sent {
		if h.message.Destination != a.core.l1.ID { // L1 receives by a proof of the batch (S6)
			a.queue = append(a.queue, h)
		}
	}
	a.gas += leg.Trace.GasUsed
	a.bytes += leg.Tx.Size()
	return a.checkLimits(id)
}

func (a *attempt) checkLimits(id chains.ChainID) *chains.Refusal {
	if len(a.legs)+len(a.queue) <= 1 { // a single transaction is bounded by its block
		return nil
	}
	l := a.core.limits
	var reason string
	switch {
	case len(a.legs)+len(a.queue) > l.Legs:
		reason = fmt.Sprintf("more than %d legs", l.Legs)
	case a.gas > l.Gas:
		reason = fmt.Sprintf("more than %d gas in all legs", l.Gas)
	case a.bytes > l.Bytes:
		reason = fmt.Sprintf("more than %d bytes in all legs", l.Bytes)
	default:
		return nil
	}
	r := a.refuse(id, chains.RefusedLimits, reason)
	r.Hint = "split it into several transactions"
	return r
}

// refuse makes a refusal that blames the leg being worked on.
func (a *attempt) refuse(id chains.ChainID, code chains.RefusalCode, reason string) *chains.Refusal {
	return &chains.Refusal{Code: code, Leg: uint64(len(a.legs)), ChainID: id, Reason: reason}
}

func (a *attempt) reverted(trace *chains.Trace, hint string) *chains.Refusal {
	reason := bindings.DecodeRevert(trace.ReturnData)
	if reason == "" {
		reason = trace.VMError
	}
	r := a.refuse(trace.ChainID, chains.RefusedReverted, reason)
	r.Data, r.Hint = trace.ReturnData, hint
	return r
}

func sentMessage(m *chains.Message) bindings.SentMessage {
	return bindings.SentMessage{Destination: uint64(m.Destination), Nonce: m.Nonce, Sender: m.Sender, Target: m.Target, Data: m.Data}
}

// The relay gas limit (rule A4) is RelayBaseGas + RelayByteGas for each byte of calldata.
// The byte price is the calldata floor of EIP-7623; the base covers the messenger, one
// tree append and a target of up to about two million gas. It bounds what a target may
// use; gas that is not used is not paid for.
const (
	RelayBaseGas = 2_500_000
	RelayByteGas = 40
)

// RelayGas returns the gas limit of a relay transaction with n bytes of calldata. It
// depends on nothing else, so simulation, slot and redo agree.
func RelayGas(n int) uint64 { return RelayBaseGas + RelayByteGas*uint64(n) }
