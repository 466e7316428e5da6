package chains

import (
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
)

// Leg is one included transaction of a bundle, at its place. A transaction without
// messages is a bundle of one leg.
type Leg struct {
	ChainID       ChainID
	Kind          TxKind
	Raw           []byte // EIP-2718 encoding, signed
	TxHash        common.Hash
	Sender        common.Address
	Height        uint64
	Timestamp     uint64
	Index         uint64 // position in the block, counted from the first transaction that is not a deposit; of a deposit from the first
	GlobalIndex   uint64
	FirstLogIndex uint64
	Status        uint64
	GasUsed       uint64
	Logs          []*types.Log  // Address, Topics and Data are kept
	Executes      common.Hash   // hash of the message a relay executes, else zero
	Initiates     []common.Hash // hashes of the messages it requested, in log order

	DepositNonce uint64 `rlp:"optional"` // that a deposit used
}

// Place returns the leg's position in a block with so many deposits.
func (l *Leg) Place(deposits int) uint64 {
	if l.Kind == DepositTx {
		return l.Index
	}
	return uint64(deposits) + l.Index
}

// ReceiptHash returns the hash of the leg's own receipt: see Trace.ReceiptHash.
func (l *Leg) ReceiptHash() common.Hash { return ReceiptHash(l.Status, l.GasUsed, l.Logs) }

// Bundle is a set of legs included in the same slot, in the order of execution, with
// consecutive global indexes.
type Bundle struct {
	ID   common.Hash // the user transaction's hash, or BundleID of several
	Legs []Leg
}

// BundleID returns the id of a user-signed bundle: keccak256 of the concatenated hashes
// of its transactions. A bundle made from one transaction has that transaction's hash.
func BundleID(txs []*Tx) common.Hash {
	if len(txs) == 1 {
		return txs[0].Hash()
	}
	buf := make([]byte, 0, len(txs)*common.HashLength)
	for _, tx := range txs {
		h := tx.Hash()
		buf = append(buf, h[:]...)
	}
	return crypto.Keccak256Hash(buf)
}

// LegsHash returns the hash over all legs that each leg's promise commits to:
// keccak256 of the concatenation of chain id, height, index (32 bytes each) and
// transaction hash of every leg, in order.
func (b *Bundle) LegsHash() common.Hash {
	buf := make([]byte, 0, len(b.Legs)*4*common.HashLength)
	for i := range b.Legs {
		l := &b.Legs[i]
		for _, n := range []uint64{uint64(l.ChainID), l.Height, l.Index} {
			word := common.BigToHash(ChainID(n).Big())
			buf = append(buf, word[:]...)
		}
		buf = append(buf, l.TxHash[:]...)
	}
	return crypto.Keccak256Hash(buf)
}
