package chains

import (
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
)

// Grades of a promise (PROTOCOL P3).
const (
	GradeSequenced = 1 // the position is decided and durable
	GradeApplied   = 2 // the block is applied, on a finalized L1 origin
)

// Promise is a preconfirmation: our signed statement about one position. The index
// counts from the first transaction of the block that is not a deposit.
type Promise struct {
	Epoch       uint64 // signer set epoch
	ChainID     ChainID
	Height      uint64
	Index       uint64
	TxHash      common.Hash
	ReceiptHash common.Hash // Trace.ReceiptHash
	BundleHash  common.Hash // Bundle.LegsHash
	Timestamp   uint64
	L1Origin    BlockRef
	Previous    common.Hash // struct hash of the previous promise on the same chain, zero for the first
	Grade       uint8
	Signature   []byte // 65 bytes r, s, v with v 27 or 28 and low s; empty until signed
}

// PromiseType is the EIP-712 type of a promise.
const PromiseType = "Preconfirmation(uint64 epoch,uint256 chainId,uint64 height,uint64 index,bytes32 txHash,bytes32 receiptHash,bytes32 bundleHash,uint64 timestamp,uint64 l1OriginNumber,bytes32 l1OriginHash,bytes32 previous,uint8 grade)"

// Domain is the EIP-712 domain of everything the sequencer signs: name "ssequencer",
// version "1", the L1's chain id and the Settlement contract.
type Domain struct {
	L1ChainID  ChainID
	Settlement common.Address
}

const domainType = "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"

// Separator returns the EIP-712 domain separator.
func (d Domain) Separator() common.Hash {
	return crypto.Keccak256Hash(
		crypto.Keccak256([]byte(domainType)),
		crypto.Keccak256([]byte("ssequencer")),
		crypto.Keccak256([]byte("1")),
		word(uint64(d.L1ChainID)),
		common.LeftPadBytes(d.Settlement[:], 32),
	)
}

// Digest returns the EIP-712 digest of a struct hash in this domain.
func (d Domain) Digest(structHash common.Hash) common.Hash {
	sep := d.Separator()
	return crypto.Keccak256Hash([]byte{0x19, 0x01}, sep[:], structHash[:])
}

// StructHash returns the EIP-712 struct hash of the promise, without its signature.
func (p *Promise) StructHash() common.Hash {
	return crypto.Keccak256Hash(
		crypto.Keccak256([]byte(PromiseType)),
		word(p.Epoch), word(uint64(p.ChainID)), word(p.Height), word(p.Index),
		p.TxHash[:], p.ReceiptHash[:], p.BundleHash[:], word(p.Timestamp),
		word(p.L1Origin.Number), p.L1Origin.Hash[:], p.Previous[:], word(uint64(p.Grade)),
	)
}

func word(n uint64) []byte {
	return common.BigToHash(new(big.Int).SetUint64(n)).Bytes()
}
