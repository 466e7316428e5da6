package verifier

import (
	"fmt"

	"github.com/ethereum/go-ethereum/common"
)

// Code names what a finding is about. Codes do not change their meaning.
type Code string

// The checks that can fail.
const (
	// CodeClaim: what L1 accepted cannot be read, or L1's own records disagree.
	CodeClaim Code = "claim"
	// CodeOrder: number, parent, ranges of blocks or timestamps do not follow on.
	CodeOrder Code = "order"
	// CodeBlock: an end block is not the block of the chain's own node.
	CodeBlock Code = "block"
	// CodeLog: a log of the messenger cannot be read or is out of order.
	CodeLog Code = "log"
	// CodeUnbacked: a message was received that was not sent, or not this one.
	CodeUnbacked Code = "unbacked"
	// CodeAtomicity: both sides of a message are not in one slot, or its delivery failed.
	CodeAtomicity Code = "atomicity"
	// CodeStorage: RootStore holds something else than the logs say.
	CodeStorage Code = "storage"
	// CodeProof: a storage proof does not fit the end block's state root.
	CodeProof Code = "proof"
	// CodeRoot: a root or hash of the batch is not what the messages give.
	CodeRoot Code = "root"
)

// PairID names a pair of chains in one direction.
type PairID struct {
	Source      uint64 `json:"source"`
	Destination uint64 `json:"destination"`
}

// Finding is one check that did not hold.
type Finding struct {
	Code  Code    `json:"code"`
	Batch uint64  `json:"batch"`
	Chain uint64  `json:"chain,omitempty"` // where it is about one chain
	Pair  *PairID `json:"pair,omitempty"`  // where it is about one pair
	Text  string  `json:"text"`
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
}

// OK reports whether every check held.
func (r *Report) OK() bool { return len(r.Findings) == 0 }
