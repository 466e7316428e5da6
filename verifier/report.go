package verifier

import (
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ssequencer/ssequencer/merkle"
)

// Code names what a finding is about. Codes do not change their meaning.
type Code string

// The checks that can fail.
const (
	// CodeClaim: what L1 accepted cannot be read, or L1's own records disagree.
	CodeClaim Code = "claim"
	// CodeOrder: number, parent, chains, ranges of blocks or timestamps do not follow on.
	CodeOrder Code = "order"
	// CodeBlock: an end block is not the block of the chain's own node.
	CodeBlock Code = "block"
	// CodeLog: a log of the messenger cannot be read or is out of order.
	CodeLog Code = "log"
	// CodeUnbacked: a message was received that was not sent.
	CodeUnbacked Code = "unbacked"
	// CodeAltered: a message was received with another content than it was sent with.
	CodeAltered Code = "altered"
	// CodeOwed: a message was sent and not received for longer than is allowed.
	CodeOwed Code = "owed"
	// CodeAtomicity: both sides of a message are not in one slot, or its delivery failed.
	CodeAtomicity Code = "atomicity"
	// CodeStorage: RootStore holds something else than the logs say.
	CodeStorage Code = "storage"
	// CodeCode: RootStore does not have the code that L1 names.
	CodeCode Code = "code"
	// CodeProof: a storage proof does not fit the end block's state root.
	CodeProof Code = "proof"
	// CodeRoot: a root or hash of the batch is not what the messages give.
	CodeRoot Code = "root"
	// CodePublished: the order published on L1 is not the chains'.
	CodePublished Code = "published"
	// CodePromise: two signed promises contradict each other, or one the chain.
	CodePromise Code = "promise"
)

// Do returns what whoever reads a finding should do about it.
func (c Code) Do() string {
	switch c {
	case CodeOwed:
		return "ask the operator why; the pair should be closed, then senders can have refunds"
	case CodeAtomicity:
		return "ask the operator why; nothing was created or lost, but the sender was promised both or neither"
	case CodePublished:
		return "ask the operator; what is published is signed, and can be shown to anybody"
	case CodeLog:
		return "compare with a second node of this chain before anything else"
	case CodePromise:
		return "show both to L1: `ssequencer watch --challenge` does"
	case CodeUnbacked, CodeAltered:
		return "tell the guardian to pause the messengers, and demand a proof: `ssequencer watch --challenge` does"
	default:
		return "compare with a second node of this chain, then demand a proof: `ssequencer watch --challenge` does"
	}
}

// PairID names a pair of chains in one direction.
type PairID struct {
	Source      uint64 `json:"source"`
	Destination uint64 `json:"destination"`
}

// Finding is one check that did not hold.
type Finding struct {
	Code  Code    `json:"code"`
	Batch uint64  `json:"batch"`           // in which it shows; the next one for what is not settled yet
	Chain uint64  `json:"chain,omitempty"` // where it is about one chain
	Pair  *PairID `json:"pair,omitempty"`  // where it is about one pair
	Text  string  `json:"text"`
	Do    string  `json:"do"` // what to do about it
}

// String returns the finding as one line.
func (f Finding) String() string {
	where := fmt.Sprintf("batch %d", f.Batch)
	if f.Chain != 0 {
		where += fmt.Sprintf(", chain %d", f.Chain)
	}
	if f.Pair != nil {
		where += fmt.Sprintf(", pair %d to %d", f.Pair.Source, f.Pair.Destination)
	}
	return fmt.Sprintf("%s: %s: %s", where, f.Code, f.Text)
}

// PairReport is what an audit found out about one pair at the end of a batch.
type PairReport struct {
	PairID
	Generation uint64      `json:"generation"`
	Count      uint64      `json:"count"`  // messages received
	Owed       uint64      `json:"owed"`   // messages sent and not received
	Failed     uint64      `json:"failed"` // of this batch: received with a recorded failure
	Late       uint64      `json:"late"`   // of this batch: received in a later slot than sent
	Root       common.Hash `json:"root"`   // over the received ones
}

// Report is the outcome of the audit of one batch.
type Report struct {
	Batch    uint64       `json:"batch"`
	Hash     common.Hash  `json:"hash"`
	BurnRoot common.Hash  `json:"burnRoot"` // as computed from the senders' logs
	MintRoot common.Hash  `json:"mintRoot"` // as computed from the receivers' logs
	Pairs    []PairReport `json:"pairs"`
	Messages uint64       `json:"messages"` // received in this batch
	Findings []Finding    `json:"findings"`
	Omitted  uint64       `json:"omitted,omitempty"` // findings like those told
	// Unprovable says why a proof of the batch on L1 cannot succeed, if the nodes told the
	// truth. Not every finding is of that kind: L1 does not judge delays or timestamps.
	Unprovable []string `json:"unprovable,omitempty"`

	claim *merkle.Batch // nil if it cannot be read
}

// OK reports whether every check held.
func (r *Report) OK() bool { return len(r.Findings) == 0 }
