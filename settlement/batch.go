package settlement

import (
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/rlp"

	"github.com/ssequencer/ssequencer/journal"
	"github.com/ssequencer/ssequencer/merkle"
)

// Status is how far a batch has come.
type Status uint8

// The life of a batch. Posted can go back to Closed when L1 loses blocks.
const (
	Closed   Status = iota // durable here
	Posted                 // on L1
	Verified               // the independent verifier agrees
)

// Pair is one pair at the end of a batch.
type Pair struct {
	merkle.PairLeaf        // Count messages are received, Root is over them
	Owed            uint64 // sent and not received
}

// Batch is one settlement batch. It is not changed once handed out.
type Batch struct {
	Claim     merkle.Batch // what L1 gets
	Epoch     uint64       // of the signer
	Signature []byte       // over the EIP-712 digest of a vote for the claim
	Version   uint64       // of L1's dependency set
	Pairs     []Pair       // those of that version, in the order of the batch tree
	Status    Status
	L1TxHash  common.Hash // zero while it is not on L1
	L1Block   uint64
	Findings  string // why the verifier did not agree; empty otherwise
}

func (b *Batch) leaves() []merkle.PairLeaf {
	leaves := make([]merkle.PairLeaf, len(b.Pairs))
	for i, p := range b.Pairs {
		leaves[i] = p.PairLeaf
	}
	return leaves
}

// EndProof is one chain's end block and the Merkle proof of RootStore's slots there (S2),
// the trie nodes as eth_getProof gives them.
type EndProof struct {
	ChainID   uint64
	BlockHash common.Hash
	Header    []byte // of that block, RLP
	RootStore common.Address
	Account   [][]byte
	Slots     []SlotProof
	Minted    []Minted
}

// Minted is all that a bridge ever minted of a token, in its smallest unit.
type Minted struct {
	MintedToken
	Total *big.Int
}

// SlotProof is the trie nodes on the way to one slot.
type SlotProof struct {
	Slot  common.Hash
	Proof [][]byte
}

// Bodies of the journal's batch events, in RLP. A later version may add fields at the
// end, which readers of the first ones skip.
type (
	closedBody struct {
		Claim     merkle.Batch // first, so that others can read it alone
		Epoch     uint64
		Signature []byte
		Pairs     []pairBody
		Proofs    []EndProof
		Version   uint64
		Later     []rlp.RawValue `rlp:"tail"`
	}
	pairBody struct {
		Leaf merkle.PairLeaf
		Owed uint64
	}
	sendingBody struct {
		Nonce uint64
		Raw   []byte // the signed L1 transaction
		Bumps uint64
		Kind  dutyKind
		Part  uint64
		Seal  sealRow        `rlp:"optional"` // of the order that it publishes
		Later []rlp.RawValue `rlp:"tail"`
	}
	postedBody struct {
		TxHash common.Hash
		Block  uint64
		Claim  common.Hash    // that is posted
		Later  []rlp.RawValue `rlp:"tail"`
	}
	verifiedBody struct {
		OK       bool
		Findings string
		Claim    common.Hash    // that was looked at
		Later    []rlp.RawValue `rlp:"tail"`
	}
	withdrawnBody struct {
		Claim common.Hash    // of the first
		Later []rlp.RawValue `rlp:"tail"`
	}
)

func event(kind journal.BatchEventKind, number uint64, body any) (*journal.BatchEvent, error) {
	enc, err := rlp.EncodeToBytes(body)
	if err != nil {
		return nil, fmt.Errorf("encode batch event: %w", err)
	}
	return &journal.BatchEvent{Event: kind, Number: number, Body: enc}, nil
}

func decodeBody(e *journal.BatchEvent, into any) error {
	if err := rlp.DecodeBytes(e.Body, into); err != nil {
		return fmt.Errorf("%w: event %d of batch %d: %v", ErrJournal, e.Event, e.Number, err)
	}
	return nil
}

func (c *closedBody) batch() *Batch {
	b := &Batch{Claim: c.Claim, Epoch: c.Epoch, Signature: c.Signature, Version: c.Version}
	for _, p := range c.Pairs {
		b.Pairs = append(b.Pairs, Pair{PairLeaf: p.Leaf, Owed: p.Owed})
	}
	return b
}
