package chains

import (
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/rlp"
)

// SlotWrite is one storage slot of a watched account that a transaction changed.
type SlotWrite struct {
	Slot     common.Hash
	Previous common.Hash // value before the transaction
	Value    common.Hash // value after the transaction
}

// Trace is what the execution of one transaction at its exact place yielded.
type Trace struct {
	ChainID       ChainID
	Height        uint64 // number of the block under construction
	Timestamp     uint64 // timestamp of that block, unix seconds
	Index         int    // position of the transaction in the block
	FirstLogIndex uint   // index in the block of the first of Logs
	Status        uint64 // receipt status: 1 succeeded, 0 reverted
	GasUsed       uint64 // after refunds
	EffectiveTip  uint64 // effective priority fee per gas, wei, saturated
	// Logs are the surviving logs in order, with Address, Topics, Data, Index,
	// BlockNumber and TxIndex set. TxHash and BlockHash are not meaningful here.
	Logs []*types.Log
	// ReturnData is what the outermost call returned, or its revert data.
	ReturnData []byte
	// VMError is why the transaction reverted in go-ethereum's words, empty on success.
	VMError string
	// ContractAddress is the address a creating transaction deployed to, else zero.
	ContractAddress common.Address
	// DepositNonce is the nonce that a deposit used.
	DepositNonce uint64
	// RootWrites are the changed slots of the chain's RootStore, ordered by slot.
	RootWrites []SlotWrite
}

// Succeeded reports whether the receipt status is 1. It does not say that a relay
// succeeded: see PROTOCOL rule A1.
func (t *Trace) Succeeded() bool { return t.Status == types.ReceiptStatusSuccessful }

// ReceiptHash returns keccak256(rlp([status, gasUsed, [[address, topics, data], ...]])):
// the part of a receipt that does not depend on the transaction's neighbours. It is
// what a promise commits to.
func (t *Trace) ReceiptHash() common.Hash { return ReceiptHash(t.Status, t.GasUsed, t.Logs) }

// ReceiptHash is Trace.ReceiptHash over its parts, for use on a node's receipts.
func ReceiptHash(status, gasUsed uint64, logs []*types.Log) common.Hash {
	enc, err := rlp.EncodeToBytes(&struct {
		Status, GasUsed uint64
		Logs            []*types.Log
	}{status, gasUsed, logs})
	if err != nil { // not reachable: every field has a fixed RLP form
		panic("chains: receipt hash: " + err.Error())
	}
	return crypto.Keccak256Hash(enc)
}
