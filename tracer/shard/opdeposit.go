package shard

import (
	"bytes"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/tracing"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/rlp"
	"github.com/ethereum/go-ethereum/trie"
	"github.com/holiman/uint256"

	"github.com/ssequencer/ssequencer/chains"
)

// depositMessage turns a deposit into what go-ethereum executes: no nonce, no price, any
// sender, any gas limit.
func depositMessage(d *chains.Deposit) *core.Message {
	msg := &core.Message{
		To: d.To, From: d.From, Value: uint256.MustFromBig(d.Value), GasLimit: d.Gas, Data: d.Data,
		GasPrice: new(uint256.Int), GasFeeCap: new(uint256.Int), GasTipCap: new(uint256.Int),
	}
	return msg.SkipNonceCheck().SkipEOACheck().SkipGasLimitCapCheck()
}

// applyDeposit mints and executes. A deposit that cannot be executed stays in the block:
// it keeps its mint, uses up its nonce and all of its gas, and does nothing else. Only
// where the block has no room for it there is an error.
func applyDeposit(evm *vm.EVM, d *chains.Deposit, gas *core.GasPool) (*core.ExecutionResult, error) {
	db := evm.StateDB
	if d.Mint != nil {
		db.AddBalance(d.From, uint256.MustFromBig(d.Mint), tracing.BalanceChangeUnspecified)
	}
	before, room := db.Snapshot(), *gas

	evm.Config.NoBaseFee = true // a price of zero is right, and nobody is paid
	result, err := core.ApplyMessage(evm, depositMessage(d), gas)
	evm.Config.NoBaseFee = false
	if err == nil || errors.Is(err, core.ErrGasLimitReached) {
		return result, err
	}
	db.RevertToSnapshot(before)
	db.SetNonce(d.From, db.GetNonce(d.From)+1, tracing.NonceChangeEoACall)
	*gas = room
	if err := gas.CheckGasLegacy(d.Gas); err != nil {
		return nil, err
	}
	if err := gas.ChargeGasLegacy(0, d.Gas); err != nil {
		return nil, err
	}
	return &core.ExecutionResult{UsedGas: d.Gas, MaxUsedGas: d.Gas, Err: fmt.Errorf("failed deposit: %w", err)}, nil
}

// receiptList encodes receipts as the receipts root has them. Those of deposits end with
// the nonce the deposit used, which go-ethereum's receipts have no room for.
type receiptList struct {
	receipts []*types.Receipt
	nonces   []uint64 // of the deposits, which come first
}

// Len implements types.DerivableList.
func (l receiptList) Len() int { return len(l.receipts) }

// depositReceipt is the consensus form of a deposit's receipt.
type depositReceipt struct {
	Status            []byte
	CumulativeGasUsed uint64
	Bloom             types.Bloom
	Logs              []*types.Log
	Nonce             uint64
	Version           uint64
}

// EncodeIndex implements types.DerivableList.
func (l receiptList) EncodeIndex(i int, w *bytes.Buffer) {
	r := l.receipts[i]
	if r.Type != chains.DepositTxType {
		types.Receipts(l.receipts).EncodeIndex(i, w)
		return
	}
	d := depositReceipt{
		CumulativeGasUsed: r.CumulativeGasUsed, Bloom: r.Bloom, Logs: r.Logs, Nonce: l.nonces[i], Version: chains.DepositReceiptVersion,
	}
	if r.Status == types.ReceiptStatusSuccessful {
		d.Status = []byte{1}
	}
	w.WriteByte(chains.DepositTxType)
	if err := rlp.Encode(w, &d); err != nil { // not reachable: every field has a fixed form
		panic("shard: deposit receipt: " + err.Error())
	}
}

func (l receiptList) root() common.Hash { return types.DeriveSha(l, trie.NewStackTrie(nil)) }
