package shard

import (
	"errors"
	"fmt"
	"math"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"

	"github.com/ssequencer/ssequencer/chains"
)

// Bytes that a transaction takes in the block's list beyond its own encoding: the list's
// string header, and for one that is not signed yet its signature.
const (
	listHeaderBytes = 5
	signatureBytes  = 67
)

// Execute runs the transaction above all layers, as the next one of the open block, and
// leaves a new undecided layer. The sender is tx.Sender(), so a relay need not be signed
// yet. A transaction that reverts is executed; its trace says so.
//
// Errors: ErrParentUnknown, ErrBlockFull, ErrState, ErrOrder, a *ColdError where misses
// are limited, or an *InvalidError. After
// any of them no layer is left.
func (s *Shard) Execute(tx *chains.Tx) (*chains.Trace, error) {
	b := s.block
	if b == nil {
		return nil, fmt.Errorf("%w: no block is open", ErrOrder)
	}
	if tx.ChainID() != s.cfg.ChainID {
		return nil, &InvalidError{Err: fmt.Errorf("%w: have %d want %d", types.ErrInvalidChainId, tx.ChainID(), s.cfg.ChainID)}
	}
	if !chains.AllowedTxType(tx.Inner().Type()) {
		return nil, &InvalidError{Err: fmt.Errorf("%w: type %d", core.ErrTxTypeNotSupported, tx.Inner().Type())}
	}
	start := b.at
	size := listBytes(tx)
	if start.bytes+size > maxListBytes {
		return nil, fmt.Errorf("%w: %d of %d bytes used, %d needed", ErrBlockFull, start.bytes, maxListBytes, size)
	}
	msg, tip, err := message(tx, uint256.MustFromBig(b.open.BaseFee))
	if err != nil {
		return nil, &InvalidError{Err: err}
	}
	result, l, err := s.apply(tx, msg, &start.gas)
	if err != nil {
		return nil, err
	}
	l.tx, l.start = tx, b.at
	s.addReceipt(l, result, &start)
	s.layers = append(s.layers, l)
	start.bytes += size
	b.at = start
	return s.trace(l, result, tip), nil
}

// apply executes the message on a fresh state and collects its write set. gas is changed
// as go-ethereum does, whatever comes out.
func (s *Shard) apply(tx *chains.Tx, msg *core.Message, gas *core.GasPool) (*core.ExecutionResult, *layer, error) {
	db, r, err := s.newState()
	if err != nil {
		return nil, nil, err
	}
	r.reads = newAllowance(s.missLimit)
	evm, index := s.block.evm, len(s.block.kept)+len(s.layers)
	s.recorder.reset(db)
	evm.StateDB, s.block.hashErr = s.recorder, nil
	db.SetTxContext(tx.Hash(), index, uint32(index+1))

	result, applyErr := core.ApplyMessage(evm, msg, gas)
	if err := s.stateError(db, r); err != nil {
		return nil, nil, err
	}
	if errors.Is(applyErr, core.ErrGasLimitReached) {
		return nil, nil, fmt.Errorf("%w: %w", ErrBlockFull, applyErr)
	}
	if applyErr != nil {
		return nil, nil, &InvalidError{Err: applyErr}
	}
	s.recorder.Finalise(evm.GetRules())
	l := s.recorder.collect()
	if err := s.stateError(db, r); err != nil {
		return nil, nil, err
	}
	return result, l, nil
}

// addReceipt makes the transaction's receipt and numbers its logs in the block; after is
// the position behind the transaction.
func (s *Shard) addReceipt(l *layer, result *core.ExecutionResult, after *mark) {
	tx, number := l.tx.Inner(), s.block.open.Number
	index := uint(len(s.block.kept) + len(s.layers))
	logs := s.recorder.GetLogs(tx.Hash(), number, common.Hash{}, s.block.open.Timestamp)
	for i, log := range logs {
		log.Index = after.logs + uint(i)
	}
	after.logs += uint(len(logs))
	l.receipt = &types.Receipt{
		Type: tx.Type(), Status: types.ReceiptStatusSuccessful, CumulativeGasUsed: after.gas.CumulativeUsed(),
		TxHash: tx.Hash(), GasUsed: result.UsedGas, Logs: logs,
		BlockNumber: s.block.evm.Context.BlockNumber, TransactionIndex: index,
	}
	if result.Failed() {
		l.receipt.Status = types.ReceiptStatusFailed
	}
	if tx.To() == nil {
		l.receipt.ContractAddress = crypto.CreateAddress(l.tx.Sender(), tx.Nonce())
	}
}

func (s *Shard) trace(l *layer, result *core.ExecutionResult, tip uint64) *chains.Trace {
	t := &chains.Trace{
		ChainID: s.cfg.ChainID, Height: s.block.open.Number, Timestamp: s.block.open.Timestamp,
		Index: int(l.receipt.TransactionIndex), FirstLogIndex: l.start.logs,
		Status: l.receipt.Status, GasUsed: result.UsedGas, EffectiveTip: tip, Logs: l.receipt.Logs,
		ContractAddress: l.receipt.ContractAddress, RootWrites: l.watched,
	}
	if result.Err != nil {
		t.VMError = result.Err.Error()
	}
	if result.Err == nil || errors.Is(result.Err, vm.ErrExecutionReverted) { // else it is nobody's word
		t.ReturnData = result.ReturnData
	}
	return t
}

// message turns the transaction into what go-ethereum executes, with every check of its
// validity left on, and returns its effective tip per gas.
func message(tx *chains.Tx, baseFee *uint256.Int) (*core.Message, uint64, error) {
	inner := tx.Inner()
	value, overValue := uint256.FromBig(inner.Value())
	feeCap, overFee := uint256.FromBig(inner.GasFeeCap())
	tipCap, overTip := uint256.FromBig(inner.GasTipCap())
	switch {
	case overFee:
		return nil, 0, fmt.Errorf("%w: address %s", core.ErrFeeCapVeryHigh, tx.Sender())
	case overTip:
		return nil, 0, fmt.Errorf("%w: address %s", core.ErrTipVeryHigh, tx.Sender())
	case overValue:
		return nil, 0, fmt.Errorf("%w: value of more than 256 bits", core.ErrInsufficientFunds)
	}
	price, overflow := new(uint256.Int).AddOverflow(baseFee, tipCap)
	if overflow || price.Cmp(feeCap) > 0 {
		price = feeCap
	}
	var tip uint64
	if price.Cmp(baseFee) > 0 {
		if d := new(uint256.Int).Sub(price, baseFee); d.IsUint64() {
			tip = d.Uint64()
		} else {
			tip = math.MaxUint64
		}
	}
	return &core.Message{
		To: inner.To(), From: tx.Sender(), Nonce: inner.Nonce(), Value: value, GasLimit: inner.Gas(),
		GasPrice: price, GasFeeCap: feeCap, GasTipCap: tipCap, Data: inner.Data(), AccessList: inner.AccessList(),
		SetCodeAuthorizations: inner.SetCodeAuthorizations(),
	}, tip, nil
}

// listBytes bounds what the transaction takes of the block's bytes.
func listBytes(tx *chains.Tx) uint64 {
	size := uint64(tx.Size()) + listHeaderBytes
	if _, r, _ := tx.Inner().RawSignatureValues(); r == nil || r.Sign() == 0 {
		size += signatureBytes
	}
	return size
}

// Drop forgets the newest undecided layers until n are left; with n = 0, all of them.
func (s *Shard) Drop(n int) {
	if n < 0 || n >= len(s.layers) {
		return
	}
	s.block.at = s.layers[n].start
	clear(s.layers[n:])
	s.layers = s.layers[:n]
}

// Keep makes all undecided layers part of the block. final are their transactions, where
// an unsigned one may be replaced by its signed form; anything else that differs is an
// error, and then nothing is kept.
func (s *Shard) Keep(final []*chains.Tx) error {
	if len(final) != len(s.layers) {
		return fmt.Errorf("%w: %d transactions for %d layers", ErrOrder, len(final), len(s.layers))
	}
	for i, l := range s.layers {
		if err := s.sameContent(l.tx, final[i]); err != nil {
			return err
		}
	}
	for i, l := range s.layers {
		s.version++
		s.block.overlay.merge(l, s.version)
		l.receipt.TxHash = final[i].Hash()
		l.receipt.Bloom = types.CreateBloom(l.receipt)
		s.block.kept = append(s.block.kept, kept{tx: final[i], receipt: l.receipt, start: l.start, version: s.version})
	}
	clear(s.layers)
	s.layers = s.layers[:0]
	s.publish()
	return nil
}

// sameContent checks that signed may stand for the executed transaction.
func (s *Shard) sameContent(executed, signed *chains.Tx) error {
	if executed == signed || executed.Hash() == signed.Hash() {
		return nil
	}
	signer := types.LatestSignerForChainID(s.cfg.ChainID.Big())
	if executed.Sender() != signed.Sender() || executed.Inner().Type() != signed.Inner().Type() ||
		signer.Hash(executed.Inner()) != signer.Hash(signed.Inner()) || listBytes(signed) > listBytes(executed) {
		return fmt.Errorf("%w: transaction %s is not the executed %s", ErrOrder, signed.Hash(), executed.Hash())
	}
	return nil
}

// Truncate removes the kept transactions at position index and after from the open block
// (PROTOCOL P6). Nothing may be undecided. It takes time in proportion to the block.
func (s *Shard) Truncate(index int) error {
	b := s.block
	if b == nil || len(s.layers) > 0 || index < 0 || index > len(b.kept) {
		return fmt.Errorf("%w: truncate to %d with %d undecided", ErrOrder, index, len(s.layers))
	}
	if index == len(b.kept) {
		return nil
	}
	version := b.version
	if index > 0 {
		version = b.kept[index-1].version
	}
	b.overlay = b.overlay.until(version)
	s.overlays = append(append([]*overlay(nil), s.overlays[:len(s.overlays)-1]...), b.overlay)
	b.at = b.kept[index].start
	clear(b.kept[index:])
	b.kept = b.kept[:index]
	s.publish()
	return nil
}
