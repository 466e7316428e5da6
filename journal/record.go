package journal

import (
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ssequencer/ssequencer/chains"
)

// Seq is the sequence number of a record: contiguous, the first is 1.
type Seq uint64

// Kind says what a record is. Its values are stored and never change their meaning.
type Kind byte

// The kinds of records.
const (
	KindOpened     Kind = 1
	KindAdmitted   Kind = 2
	KindDecided    Kind = 3
	KindRefused    Kind = 4
	KindPrepared   Kind = 5
	KindCommit     Kind = 6
	KindApplied    Kind = 7
	KindRevoked    Kind = 8
	KindReopened   Kind = 9
	KindBatchEvent Kind = 10
	KindCheckpoint Kind = 11
	KindReplaced   Kind = 12
	KindReturned   Kind = 13
	KindHeld       Kind = 14
	KindRecalled   Kind = 15
)

// String returns the kind's name, or its number when it is not known.
func (k Kind) String() string {
	switch k {
	case KindOpened:
		return "opened"
	case KindAdmitted:
		return "admitted"
	case KindDecided:
		return "decided"
	case KindRefused:
		return "refused"
	case KindPrepared:
		return "prepared"
	case KindCommit:
		return "commit"
	case KindApplied:
		return "applied"
	case KindRevoked:
		return "revoked"
	case KindReopened:
		return "reopened"
	case KindBatchEvent:
		return "batch event"
	case KindCheckpoint:
		return "checkpoint"
	case KindReplaced:
		return "replaced"
	case KindReturned:
		return "returned"
	case KindHeld:
		return "held"
	case KindRecalled:
		return "recalled"
	}
	return fmt.Sprintf("kind %d", byte(k))
}

// Record is one entry of the journal: a pointer to one of this package's record types.
// A record that was appended, read or followed is shared and must not be changed.
type Record interface {
	// Kind returns the record's kind.
	Kind() Kind
}

// Opened is P1's OPEN: the header inputs of one chain's block for the slot named by
// Open.Timestamp. It is durable before the first decision of that slot.
type Opened struct {
	Open chains.Open
}

// Admitted says that a transaction, or a bundle of several signed by users, was
// acknowledged: from here on it will be included once or refused on record (P7).
type Admitted struct {
	Arrival      uint64      // place in the global order of arrival
	ID           common.Hash // chains.BundleID of the transactions
	Raw          [][]byte    // EIP-2718 encodings
	MaxTimestamp uint64      // last slot that may include it, unix seconds, 0 = no bound of the user's
	ReceivedAt   uint64      // unix milliseconds
}

// Decided says that a bundle was given its positions. It is durable before a promise
// about them leaves, which makes it the watermark of P4 as well.
type Decided struct {
	Slot    uint64
	Arrival uint64
	Bundle  chains.Bundle
	// Promises are the promises made about the legs, without signatures (signing is
	// deterministic and comes after durability). Legs at positions that were promised
	// before with other content have none (P5).
	Promises []chains.Promise
}

// Refused says that an admitted transaction or bundle was not included, and why.
type Refused struct {
	Arrival  uint64
	ID       common.Hash
	TxHashes []common.Hash
	Refusal  chains.Refusal
	Dropped  bool // it waited longer than allowed (A3a): the status is dropped
}

// Prepared holds the payloads that the chains of one commit group built for a slot,
// checked but not adopted yet.
type Prepared struct {
	Slot     uint64
	Group    []chains.ChainID
	Payloads []chains.Payload
}

// CommittedBlock is one chain's block in a commit group.
type CommittedBlock struct {
	ChainID chains.ChainID
	Ref     chains.BlockRef
}

// Commit is the commit point of a commit group (A7): once it is durable, the group's
// blocks are adopted on all its chains, whatever happens.
type Commit struct {
	Slot   uint64
	Group  []chains.ChainID
	Blocks []CommittedBlock
}

// Held says that a commit group may be committed at any moment: somebody may be given a block
// of it before its Commit is durable. Where the journal ends with neither a Commit nor a
// Recalled record of the same group after it, the group is committed. Its payloads are in a
// Prepared record before it.
type Held struct {
	Slot   uint64
	Group  []chains.ChainID
	Blocks []CommittedBlock
}

// Recalled says that the blocks of a Held record are not committed, and that nobody was given
// any of them. What is made in their place has records of its own.
type Recalled struct {
	Slot  uint64
	Group []chains.ChainID
}

// Applied says that the heads of all chains of the group were read back at the
// committed blocks. The head that readers see moves here, for the whole group at once.
type Applied struct {
	Slot   uint64
	Group  []chains.ChainID
	Blocks []CommittedBlock
}

// Position names a promised position and the transaction promised there.
type Position struct {
	ChainID chains.ChainID
	Height  uint64
	Index   uint64
	TxHash  common.Hash
}

// Revoked is P5's revocation: promises that cannot be kept.
type Revoked struct {
	Slot      uint64
	Positions []Position
	Cause     string
	Signature []byte // 65 bytes, as on promises
}

// Reopened says that the decided legs of one chain's block at FromIndex and beyond no
// longer stand (P6). Their transactions are decided again, or refused, by later records.
type Reopened struct {
	Slot      uint64
	ChainID   chains.ChainID
	Height    uint64
	FromIndex uint64
	Cause     string
}

// Replaced says that blocks of a chain that were committed are not on it any more, because
// another branch has taken their place (A8). What was decided and promised in them does not
// stand: it is revoked by the Revoked records of the same append, in which the transactions
// that are to be included again are Returned ones. Blocks of the other branch come after it,
// each with its own Opened, Decided, Commit and Applied records; so do ours on top of them.
// It is durable before any block takes the place of a lost one in the journal.
type Replaced struct {
	ChainID chains.ChainID
	Kept    chains.BlockRef   // the newest committed block that still is on the chain
	Lost    []chains.BlockRef // in ascending order, from Kept.Number+1 on; never empty
	Cause   string
}

// Returned is an Admitted record of a transaction that was included in a block that is lost
// (Replaced): it will be included once more, or refused on record, before what was admitted
// and never included. Its arrival is a new one.
type Returned struct {
	Admitted Admitted
}

// BatchEventKind says what happened to a settlement batch.
type BatchEventKind byte

// The life of a settlement batch.
const (
	BatchClosed   BatchEventKind = 1 // its content and the proofs of its end blocks are fixed
	BatchSending  BatchEventKind = 2 // the L1 transaction that posts it is about to be sent
	BatchPosted   BatchEventKind = 3 // it is on L1
	BatchVerified BatchEventKind = 4 // the independent verifier agrees with it
	BatchDisputed BatchEventKind = 5 // the independent verifier does not agree with it
	// BatchWithdrawn: it and all behind it are void, since blocks of theirs are lost. Others
	// are closed under their numbers.
	BatchWithdrawn BatchEventKind = 6
)

// BatchEvent is settlement's record about one batch.
type BatchEvent struct {
	Event  BatchEventKind
	Number uint64 // batch number, from 1
	Body   []byte // settlement's own encoding, not interpreted here
}

// Checkpoint says in short what the records up to Upto come to, for whoever starts anew:
// with it, and the older records it names, only those after Upto are to be read.
type Checkpoint struct {
	Upto Seq
	Body []byte // the sequencer's own encoding, not interpreted here
}

// Kind implements Record.
func (*Opened) Kind() Kind { return KindOpened }

// Kind implements Record.
func (*Admitted) Kind() Kind { return KindAdmitted }

// Kind implements Record.
func (*Decided) Kind() Kind { return KindDecided }

// Kind implements Record.
func (*Refused) Kind() Kind { return KindRefused }

// Kind implements Record.
func (*Prepared) Kind() Kind { return KindPrepared }

// Kind implements Record.
func (*Commit) Kind() Kind { return KindCommit }

// Kind implements Record.
func (*Applied) Kind() Kind { return KindApplied }

// Kind implements Record.
func (*Revoked) Kind() Kind { return KindRevoked }

// Kind implements Record.
func (*Reopened) Kind() Kind { return KindReopened }

// Kind implements Record.
func (*Replaced) Kind() Kind { return KindReplaced }

// Kind implements Record.
func (*Returned) Kind() Kind { return KindReturned }

// Kind implements Record.
func (*Held) Kind() Kind { return KindHeld }

// Kind implements Record.
func (*Recalled) Kind() Kind { return KindRecalled }

// Kind implements Record.
func (*BatchEvent) Kind() Kind { return KindBatchEvent }

// Kind implements Record.
func (*Checkpoint) Kind() Kind { return KindCheckpoint }
