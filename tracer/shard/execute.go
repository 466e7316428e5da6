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
// On a chain of the OP Stack the block's deposits come first, the L1 attributes at their
// head; a transaction's fee depends on its signature, so one that is to be kept must be
// signed.
//
// Errors: ErrParentUnknown, ErrBlockFull, ErrState, ErrOrder, a *ColdError where misses
// are limited, or an *InvalidError. After any of them no layer is left.
func (s *Shard) Execute(tx *chains.Tx) (*chains.Trace, error) {
	b := s.block
	if b == nil {
		return nil, fmt.Errorf("%w: no block is open", ErrOrder)
	}
	if err := s.admissible(tx); err != nil {
		return nil, err
	}
	start := b.at
	if err := s.room(tx, &start); err != nil {
		return nil, err
	}
	var tip uint64
	var result *core.ExecutionResult
	var l *layer
	var err error
	if d := tx.Deposit(); d != nil {
		b.fees = nil // it may set new ones
		result, l, err = s.apply(tx, func() (*core.ExecutionResult, error) { return applyDeposit(b.evm, d, &start.gas) })
	} else {
		result, l, tip, err = s.applyPaid(tx, &start.gas)
	}
	if err != nil {
		return nil, err
	}
	l.tx, l.start = tx, b.at
	s.addReceipt(l, result, &start)
	s.layers = append(s.layers, l)
	b.at = start
	return s.trace(l, result, tip), nil
}

// admissible checks that a transaction of this kind may come next.
func (s *Shard) admissible(tx *chains.Tx) error {
	if tx.ChainID() != s.cfg.ChainID {
		return &InvalidError{Err: fmt.Errorf("%w: have %d want %d", types.ErrInvalidChainId, tx.ChainID(), s.cfg.ChainID)}
	}
	deposit := tx.Deposit() != nil
	if deposit && s.block.fork == chains.Ethereum || !deposit && !chains.AllowedTxType(tx.Type()) {
		return &InvalidError{Err: fmt.Errorf("%w: type %d", core.ErrTxTypeNotSupported, tx.Type())}
	}
	if s.block.fork == chains.Ethereum {
		return nil
	}
	last := s.at(len(s.block.kept) + len(s.layers) - 1)
	switch {
	case !deposit && last == nil:
		return fmt.Errorf("%w: the L1 attributes come first", ErrOrder)
	case deposit && last != nil && last.Deposit() == nil:
		return fmt.Errorf("%w: a deposit behind a transaction that is none", ErrOrder)
	case deposit && last == nil:
		if _, _, err := chains.ParseL1Attributes(tx); err != nil {
			return fmt.Errorf("%w: first transaction: %w", ErrOrder, err)
		}
	}
	return nil
}

// at returns the transaction at a position of the open block, undecided ones included,
// nil where there is none.
func (s *Shard) at(index int) *chains.Tx {
	kept := s.block.kept
	switch {
	case index < 0 || index >= len(kept)+len(s.layers):
		return nil
	case index < len(kept):
		return kept[index].tx
	}
	return s.layers[index-len(kept)].tx
}

// room adds what the transaction takes of the block beside gas, or returns ErrBlockFull.
func (s *Shard) room(tx *chains.Tx, after *mark) error {
	after.bytes += listBytes(tx)
	if after.bytes > maxListBytes {
		return fmt.Errorf("%w: %d of %d bytes needed", ErrBlockFull, after.bytes, maxListBytes)
	}
	if s.block.fork < chains.Jovian || tx.Deposit() != nil {
		return nil
	}
	scalar, err := s.footprintScalar()
	if err != nil {
		return err
	}
	after.footprint += s.block.size(tx).daScaled / daScale * scalar
	if limit := s.block.open.GasLimit; after.footprint > limit {
		return fmt.Errorf("%w: data availability footprint of %d, the limit is %d", ErrBlockFull, after.footprint, limit)
	}
	return nil
}

// footprintScalar returns the footprint of a byte, which the L1 attributes tell.
func (s *Shard) footprintScalar() (uint64, error) {
	first, memo := s.at(0), &s.block.scalar
	if memo.of == first {
		return memo.value, nil
	}
	attributes, form, err := chains.ParseL1Attributes(first)
	if err != nil {
		return 0, fmt.Errorf("%w: %w", ErrOrder, err)
	}
	if form < chains.Jovian { // the block that activates it
		return 0, fmt.Errorf("%w: the first block of a fork takes deposits only", ErrBlockFull)
	}
	memo.of, memo.value = first, uint64(attributes.DAFootprintScalar)
	return memo.value, nil
}

// applyPaid executes a transaction whose sender pays for it, and returns its effective tip
// per gas as well.
func (s *Shard) applyPaid(tx *chains.Tx, gas *core.GasPool) (*core.ExecutionResult, *layer, uint64, error) {
	b := s.block
	msg, tip, err := message(tx, uint256.MustFromBig(b.open.BaseFee))
	if err != nil {
		return nil, nil, 0, &InvalidError{Err: err}
	}
	result, l, err := s.apply(tx, func() (*core.ExecutionResult, error) {
		if b.fork == chains.Ethereum {
			return core.ApplyMessage(b.evm, msg, gas)
		}
		fees := b.fees
		if fees == nil {
			fees = readOPFees(b.fork, s.recorder)
		}
		charge, err := fees.charge(b.size(tx))
		if err != nil {
			return nil, err
		}
		result, err := applyCharged(b.evm, msg, gas, charge)
		if err == nil {
			b.fees = fees
		}
		return result, err
	})
	return result, l, tip, err
}

// apply has execute run on a fresh state and collects its write set.
func (s *Shard) apply(tx *chains.Tx, execute func() (*core.ExecutionResult, error)) (*core.ExecutionResult, *layer, error) {
	db, r, err := s.newState()
	if err != nil {
		return nil, nil, err
	}
	if tx.Deposit() == nil {
		r.reads = newAllowance(s.missLimit)
	}
	evm, index := s.block.evm, len(s.block.kept)+len(s.layers)
	s.recorder.reset(db)
	evm.StateDB, s.block.hashErr = s.recorder, nil
	db.SetTxContext(tx.Hash(), index, uint32(index+1))
	var nonce uint64
	if tx.Deposit() != nil {
		nonce = db.GetNonce(tx.Sender())
	}

	result, applyErr := execute()
	if err := s.stateError(db, r); err != nil {
		s.block.fees = nil // perhaps they were read wrongly
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
	l.nonce = nonce
	if err := s.stateError(db, r); err != nil {
		return nil, nil, err
	}
	return result, l, nil
}

// addReceipt makes the transaction's receipt and numbers its logs in the block; after is
// the position behind the transaction.
func (s *Shard) addReceipt(l *layer, result *core.ExecutionResult, after *mark) {
	tx, number := l.tx, s.block.open.Number
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
		nonce := tx.Nonce()
		if tx.Deposit() != nil {
			nonce = l.nonce
		}
		l.receipt.ContractAddress = crypto.CreateAddress(tx.Sender(), nonce)
	}
}

func (s *Shard) trace(l *layer, result *core.ExecutionResult, tip uint64) *chains.Trace {
	t := &chains.Trace{
		ChainID: s.cfg.ChainID, Height: s.block.open.Number, Timestamp: s.block.open.Timestamp,
		Index: int(l.receipt.TransactionIndex), FirstLogIndex: l.start.logs,
		Status: l.receipt.Status, GasUsed: result.UsedGas, EffectiveTip: tip, Logs: l.receipt.Logs,
		ContractAddress: l.receipt.ContractAddress, RootWrites: l.watched, DepositNonce: l.nonce,
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
	if unsigned(tx) {
		size += signatureBytes
	}
	return size
}

// unsigned reports whether the transaction still needs its signature.
func unsigned(tx *chains.Tx) bool {
	if tx.Deposit() != nil {
		return false
	}
	_, r, _ := tx.Inner().RawSignatureValues()
	return r == nil || r.Sign() == 0
}

// Drop forgets the newest undecided layers until n are left; with n = 0, all of them.
func (s *Shard) Drop(n int) {
	if n < 0 || n >= len(s.layers) {
		return
	}
	s.block.at, s.block.fees = s.layers[n].start, nil
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
		s.block.kept = append(s.block.kept, kept{tx: final[i], receipt: l.receipt, nonce: l.nonce, start: l.start, version: s.version})
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
	if executed.Deposit() != nil || signed.Deposit() != nil || s.block.fork != chains.Ethereum {
		return fmt.Errorf("%w: transaction %s is not the executed %s; on the OP Stack fees depend on the signature", ErrOrder, signed.Hash(), executed.Hash())
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
	b.fees = nil
	clear(b.kept[index:])
	b.kept = b.kept[:index]
	s.publish()
	return nil
}
