package chains

import (
	"encoding/json"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/rlp"
)

// BlockRef names a block.
type BlockRef struct {
	Number uint64
	Hash   common.Hash
}

// Open holds every header input of one chain's block for one slot (PROTOCOL P1). It is
// durable before the first decision of the slot; a redo uses it as it is.
type Open struct {
	ChainID      ChainID
	Number       uint64
	ParentHash   common.Hash // zero while the parent is not built yet (P2)
	Timestamp    uint64      // unix seconds; names the slot
	PrevRandao   common.Hash
	FeeRecipient common.Address
	GasLimit     uint64
	BaseFee      *big.Int
	BeaconRoot   common.Hash
	ExtraData    []byte
	L1Origin     BlockRef // the L1 block seen when the slot opened

	// On a chain of the OP Stack only:
	Deposits [][]byte `rlp:"optional"` // EIP-2718 encodings; they lead the block
	NoTxPool bool     `rlp:"optional"` // the block takes deposits only
	Alone    string   `rlp:"optional"` // why it takes part in no bundle with other chains, empty where it may
}

// Hash returns keccak256(rlp(open)) with a blank parent hash, so that it is known as
// soon as the slot is open and does not change afterwards.
func (o *Open) Hash() common.Hash {
	blank := *o
	blank.ParentHash = common.Hash{}
	enc, err := rlp.EncodeToBytes(&blank)
	if err != nil { // not reachable with a non-negative base fee
		panic("chains: open hash: " + err.Error())
	}
	return crypto.Keccak256Hash(enc)
}

// ProvisionalHash is the block hash shown for a block that is still under construction:
// keccak256("ssequencer/provisional", deploymentID, chain id, height, OPEN hash).
func ProvisionalHash(deploymentID common.Hash, o *Open) common.Hash {
	open := o.Hash()
	return crypto.Keccak256Hash([]byte("ssequencer/provisional"), deploymentID[:],
		common.BigToHash(o.ChainID.Big()).Bytes(), common.BigToHash(new(big.Int).SetUint64(o.Number)).Bytes(), open[:])
}

// Payload is a block as the chain's own node built it: the fields we check, and the
// node's own bytes, which go back to the node unchanged.
type Payload struct {
	ChainID      ChainID
	Number       uint64
	Hash         common.Hash
	ParentHash   common.Hash
	Timestamp    uint64
	StateRoot    common.Hash
	ReceiptsRoot common.Hash
	LogsBloom    types.Bloom
	GasUsed      uint64
	GasLimit     uint64
	BaseFee      *big.Int
	Transactions [][]byte // EIP-2718 encodings, in order
	BeaconRoot   common.Hash
	Requests     [][]byte        // EIP-7685 execution requests
	Raw          json.RawMessage // the executionPayload object of the Engine API, as received

	BlobGasUsed uint64 `rlp:"optional"` // on the OP Stack since Jovian the data availability footprint
}

// Ref returns the payload's number and hash.
func (p *Payload) Ref() BlockRef { return BlockRef{Number: p.Number, Hash: p.Hash} }

// Sealed is what the shard says a finished block must look like. The node's payload is
// compared with it before adoption.
type Sealed struct {
	ChainID      ChainID
	Number       uint64
	Timestamp    uint64
	GasUsed      uint64
	ReceiptsRoot common.Hash
	LogsBloom    types.Bloom
	Transactions []*Tx
	Receipts     []*types.Receipt // consensus fields, in order

	// On a chain of the OP Stack only:
	DepositNonces []uint64 // nonces that the deposits, which come first, used
	BlobGasUsed   uint64   // data availability footprint, since Jovian
}

// Block is a block that a node has, whoever made it.
type Block struct {
	Ref          BlockRef
	Open         Open             // its header's inputs, with the deposits that lead it
	Transactions [][]byte         // EIP-2718 encodings, in order
	Receipts     []*types.Receipt // of them
	Payload      *Payload         // the same for a node's Engine API
}
