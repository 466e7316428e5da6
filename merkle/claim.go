package merkle

import (
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
)

// EIP-712 types of a batch as it is named on L1, and of what signers say about it there.
const (
	RangeType = "ChainRange(uint256 chainId,uint64 firstBlock,uint64 lastBlock,bytes32 lastBlockHash,bytes32 stateRoot)"
	ClaimType = "Batch(uint64 number,bytes32 parent,uint64 firstTimestamp,uint64 lastTimestamp,ChainRange[] chains,bytes32 burnRoot,bytes32 mintRoot,bytes32 pairsHash)" + RangeType

	VoteType       = "Vote(uint64 epoch,bytes32 batch)"
	RetractionType = "Retraction(uint64 epoch,bytes32 batch)"
)

// ChainRange is what one chain contributes to a batch: consecutive blocks, both ends
// included, and the hash and state root of the last one.
type ChainRange struct {
	ChainID       uint64
	FirstBlock    uint64
	LastBlock     uint64
	LastBlockHash common.Hash
	StateRoot     common.Hash
}

// Batch is what is claimed on L1 about one settlement batch.
type Batch struct {
	Number         uint64      // from 1
	Parent         common.Hash // Hash of the batch before, zero for the first
	FirstTimestamp uint64      // of its first and last slot, unix seconds
	LastTimestamp  uint64
	Chains         []ChainRange // every chain, by ascending chain id
	BurnRoot       common.Hash  // BatchRoot over the sending sides' roots
	MintRoot       common.Hash  // BatchRoot over the receiving sides' roots
	PairsHash      common.Hash
}

// Hash returns the EIP-712 struct hash, which is the batch's name on L1.
func (b *Batch) Hash() common.Hash {
	ranges := make([]byte, 0, len(b.Chains)*common.HashLength)
	for i := range b.Chains {
		h := b.Chains[i].hash()
		ranges = append(ranges, h[:]...)
	}
	return crypto.Keccak256Hash(
		crypto.Keccak256([]byte(ClaimType)),
		word(b.Number), b.Parent[:], word(b.FirstTimestamp), word(b.LastTimestamp),
		crypto.Keccak256(ranges), b.BurnRoot[:], b.MintRoot[:], b.PairsHash[:],
	)
}

func (r *ChainRange) hash() common.Hash {
	return crypto.Keccak256Hash(
		crypto.Keccak256([]byte(RangeType)),
		word(r.ChainID), word(r.FirstBlock), word(r.LastBlock), r.LastBlockHash[:], r.StateRoot[:],
	)
}

func word(n uint64) []byte {
	w := make([]byte, 32)
	putWord(w, n)
	return w
}

// VoteHash returns the EIP-712 struct hash that a signer of an epoch signs to have the batch
// with the hash accepted.
func VoteHash(epoch uint64, batch common.Hash) common.Hash { return said(VoteType, epoch, batch) }

// RetractionHash returns the EIP-712 struct hash that a signer of an epoch signs to take the
// batch with the hash back.
func RetractionHash(epoch uint64, batch common.Hash) common.Hash {
	return said(RetractionType, epoch, batch)
}

func said(what string, epoch uint64, batch common.Hash) common.Hash {
	return crypto.Keccak256Hash(crypto.Keccak256([]byte(what)), word(epoch), batch[:])
}
