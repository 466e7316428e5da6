package shard

import (
	"context"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/consensus/misc/eip4844"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/state"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"

	"github.com/ssequencer/ssequencer/chains"
)

// maxListBytes bounds the block's transactions in bytes (EIP-7934), with a margin for
// the header and the list's own encoding.
const maxListBytes = params.MaxBlockSize - 16<<10

// mark is a position in the block: what a transaction at that place starts from.
type mark struct {
	gas   core.GasPool
	logs  uint // index of the next log
	bytes uint64

	footprint uint64 // data availability footprint, since Jovian
}

// kept is a transaction that stays in the block.
type kept struct {
	tx      *chains.Tx
	receipt *types.Receipt
	nonce   uint64 // a deposit used
	start   mark
	version uint64 // of its writes in the block's overlay
}

// block is the block under construction.
type block struct {
	open   chains.Open
	fork   chains.OPFork
	fees   *opFees // nil until the first transaction that pays them
	sized  *txSize // of the last transaction it was asked for, nil before
	scalar struct {
		of    *chains.Tx
		value uint64
	}
	evm     *vm.EVM
	excess  uint64 // excess blob gas
	at      mark   // above all layers
	kept    []kept
	version uint64 // of the state before the first transaction
	overlay *overlay
	hashErr error // why GetHash failed in the execution under way
}

// Begin starts the block after the last sealed one and runs the system calls that come
// before its first transaction. The parent's hash may be zero if the parent is not built
// yet: Built gives it.
func (s *Shard) Begin(open *chains.Open) error {
	switch {
	case s.block != nil:
		return fmt.Errorf("%w: block %d is open", ErrOrder, s.block.open.Number)
	case open.ChainID != s.cfg.ChainID || open.Number != s.last.Number+1:
		return fmt.Errorf("%w: block %d of chain %d cannot follow block %d of chain %d", ErrOrder, open.Number, open.ChainID, s.last.Number, s.cfg.ChainID)
	case open.Timestamp <= s.last.Timestamp:
		return fmt.Errorf("%w: timestamp %d is not after its parent's %d", ErrOrder, open.Timestamp, s.last.Timestamp)
	case open.BaseFee == nil:
		return fmt.Errorf("%w: block %d has no base fee", ErrOrder, open.Number)
	}
	if err := s.checkRules(open); err != nil {
		return err
	}
	if open.ParentHash != (common.Hash{}) {
		if err := s.hashes.set(open.Number-1, open.ParentHash); err != nil {
			return err
		}
	}
	b := &block{open: *open, fork: s.cfg.OP.Fork(open.Timestamp), overlay: newOverlay(open.Number)}
	b.open.BaseFee = new(big.Int).Set(open.BaseFee)
	if b.open.ParentHash == (common.Hash{}) {
		b.open.ParentHash = s.hashes.known(open.Number - 1)
	}
	b.at.gas = *core.NewGasPool(open.GasLimit)
	b.excess = s.excessBlobGas(open.Timestamp)
	s.recorder.fork = b.fork
	b.evm = s.newEVM(b)

	overlays := s.overlays
	s.overlays = append(overlays[:len(overlays):len(overlays)], b.overlay)
	s.block = b
	if err := s.preExecution(b); err != nil {
		s.overlays, s.block = overlays, nil
		return err
	}
	b.version = s.version
	s.publish()
	return nil
}

// checkRules refuses blocks under rules that this package was not written for.
func (s *Shard) checkRules(open *chains.Open) error {
	number := new(big.Int).SetUint64(open.Number)
	rules := s.cfg.Chain.Rules(number, true, open.Timestamp)
	if !rules.IsCancun || rules.IsAmsterdam || rules.IsUBT || s.cfg.OP == nil && s.cfg.Chain.BlobScheduleConfig == nil {
		return fmt.Errorf("%w: chain %d at time %d", ErrRules, s.cfg.ChainID, open.Timestamp)
	}
	if s.cfg.OP == nil {
		return nil
	}
	if s.cfg.OP.Fork(open.Timestamp) < chains.Ecotone {
		return fmt.Errorf("%w: chain %d at time %d is before Ecotone", ErrRules, s.cfg.ChainID, open.Timestamp)
	}
	if _, err := feeMarket(s.cfg.OP, open.Timestamp, open.ExtraData); err != nil {
		return fmt.Errorf("%w: block %d of chain %d: %w", ErrRules, open.Number, s.cfg.ChainID, err)
	}
	return nil
}

// excessBlobGas returns that of the block after the last sealed one. The OP Stack has no
// blobs.
func (s *Shard) excessBlobGas(timestamp uint64) uint64 {
	if s.cfg.OP != nil {
		return 0
	}
	return eip4844.CalcExcessBlobGas(s.cfg.Chain, s.last.header(), timestamp)
}

// newEVM returns the EVM that executes all transactions of the block.
func (s *Shard) newEVM(b *block) *vm.EVM {
	ctx := blockContext(&b.open, blobFee(s.cfg.Chain, &b.open, b.fork, b.excess))
	ctx.GetHash = func(number uint64) common.Hash {
		hash, err := s.hashes.get(number)
		if err != nil && b.hashErr == nil {
			b.hashErr = err
		}
		return hash
	}
	evm := vm.NewEVM(ctx, nil, s.cfg.Chain, vm.Config{})
	if set := precompiles(b.fork); set != nil {
		evm.SetPrecompiles(set)
	}
	evm.SetJumpDestCache(s.jumpDests)
	return evm
}

// blobFee returns the price of blobs in the block. The OP Stack has none, and 1 for it.
func blobFee(config *params.ChainConfig, open *chains.Open, fork chains.OPFork, excess uint64) *big.Int {
	if fork != chains.Ethereum {
		return big.NewInt(params.BlobTxMinBlobGasprice)
	}
	number := new(big.Int).SetUint64(open.Number)
	return eip4844.CalcBlobFee(config, &types.Header{Number: number, Time: open.Timestamp, ExcessBlobGas: &excess})
}

// blockContext returns what the EVM knows of the block, without its GetHash.
func blockContext(open *chains.Open, blobFee *big.Int) vm.BlockContext {
	random := open.PrevRandao
	return vm.BlockContext{
		CanTransfer: core.CanTransfer,
		Transfer:    core.Transfer,
		Coinbase:    open.FeeRecipient,
		GasLimit:    open.GasLimit,
		BlockNumber: new(big.Int).SetUint64(open.Number),
		Time:        open.Timestamp,
		Difficulty:  new(big.Int),
		BaseFee:     new(big.Int).Set(open.BaseFee),
		BlobBaseFee: blobFee,
		Random:      &random,
	}
}

// preExecution runs the EIP-4788 call. The EIP-2935 call has one effect, storing the
// parent's hash in a slot that nothing else can write (a deposit in the name of the system
// address could, but nobody can make one); the reader serves that slot from the known
// hashes instead, because the hash may become known later.
func (s *Shard) preExecution(b *block) error {
	evm := b.evm
	_, err := s.system(func() error {
		core.ProcessBeaconBlockRoot(b.open.BeaconRoot, evm, nil)
		if !evm.GetRules().IsPrague {
			return nil
		}
		code := evm.StateDB.GetCode(params.HistoryStorageAddress)
		if len(code) == 0 {
			return nil
		}
		if crypto.Keccak256Hash(code) != crypto.Keccak256Hash(params.HistoryStorageCode) {
			return fmt.Errorf("%w: foreign code at the EIP-2935 account", ErrRules)
		}
		s.recorder.stored(params.HistoryStorageAddress)
		b.overlay.setHistory()
		return nil
	})
	return err
}

// system runs calls of the protocol itself on the kept state and merges what they write
// into the open block's overlay.
func (s *Shard) system(call func() error) (*state.StateDB, error) {
	db, r, err := s.newState()
	if err != nil {
		return nil, err
	}
	s.recorder.reset(db)
	s.block.evm.StateDB, s.block.hashErr = s.recorder, nil
	callErr := call()
	l := s.recorder.collect()
	if err := s.stateError(db, r); err != nil {
		return nil, err
	}
	if callErr != nil {
		return nil, callErr
	}
	s.version++
	s.block.overlay.merge(l, s.version)
	return db, nil
}

// Seal ends the open block: it runs the system calls after the last transaction and
// returns what the node's block must look like. The next Begin may follow at once. On
// an error the block stays open.
func (s *Shard) Seal() (*chains.Sealed, error) {
	b := s.block
	if b == nil || len(s.layers) > 0 {
		return nil, fmt.Errorf("%w: no block is open, or %d transactions are undecided", ErrOrder, len(s.layers))
	}
	sealed := &chains.Sealed{
		ChainID: s.cfg.ChainID, Number: b.open.Number, Timestamp: b.open.Timestamp, GasUsed: b.at.gas.Used(),
		Transactions: s.Transactions(), Receipts: make([]*types.Receipt, len(b.kept)), BlobGasUsed: b.at.footprint,
	}
	logs := make([]*types.Log, 0, b.at.logs)
	for i, k := range b.kept {
		sealed.Receipts[i] = k.receipt
		if k.tx.Kind() == chains.DepositTx {
			sealed.DepositNonces = append(sealed.DepositNonces, k.nonce)
		}
		logs = append(logs, k.receipt.Logs...)
	}
	if err := s.postExecution(b, logs); err != nil {
		return nil, fmt.Errorf("seal block %d: %w", b.open.Number, err)
	}
	sealed.ReceiptsRoot = receiptList{sealed.Receipts, sealed.DepositNonces}.root()
	sealed.LogsBloom = types.MergeBloom(sealed.Receipts)
	s.last = Head{
		Number: b.open.Number, Timestamp: b.open.Timestamp, GasLimit: b.open.GasLimit, GasUsed: sealed.GasUsed,
		BaseFee: b.open.BaseFee, ExcessBlobGas: b.excess, BlobGasUsed: b.at.footprint, ExtraData: b.open.ExtraData,
	}
	b.evm.Release()
	s.block = nil
	s.publish()
	return sealed, nil
}

// postExecution runs the calls that end a block. The OP Stack has no execution requests.
func (s *Shard) postExecution(b *block, logs []*types.Log) error {
	if b.fork != chains.Ethereum {
		return nil
	}
	_, err := s.system(func() error {
		_, _, err := core.PostExecution(context.Background(), s.cfg.Chain, b.evm.Context.BlockNumber, b.open.Timestamp,
			logs, types.Withdrawals{}, b.evm, uint32(len(b.kept)+1))
		return err
	})
	return err
}

// Built says that the node built the sealed block with that hash and that it equals what
// Seal returned. From now on the hash is known to what reads it, and to the block that is open
// on top, if one is.
func (s *Shard) Built(number uint64, hash common.Hash) error {
	if !s.inFlight(number) {
		return fmt.Errorf("%w: block %d is not sealed", ErrOrder, number)
	}
	if err := s.hashes.set(number, hash); err != nil {
		return err
	}
	if s.block != nil && s.block.open.Number == number+1 {
		s.block.open.ParentHash = hash
	}
	s.publish()
	return nil
}

// inFlight reports whether the block is sealed and not adopted.
func (s *Shard) inFlight(number uint64) bool {
	return number <= s.last.Number && len(s.overlays) > 0 && number >= s.overlays[0].number
}

// Adopted says that the node adopted the oldest sealed block, so that its state can be
// read there. Its writes move to the clean cache.
func (s *Shard) Adopted(number uint64, hash common.Hash) error {
	if !s.inFlight(number) || s.overlays[0].number != number {
		return fmt.Errorf("%w: block %d is not the oldest sealed one", ErrOrder, number)
	}
	if err := s.Built(number, hash); err != nil {
		return err
	}
	parent, err := s.hashes.get(number - 1)
	if err != nil {
		return err
	}
	s.clean.advance(chains.BlockRef{Number: number, Hash: hash}, s.overlays[0], parent)
	s.overlays = append([]*overlay(nil), s.overlays[1:]...)
	if s.last.Number == number {
		s.last.Hash = hash
	}
	s.publish()
	return nil
}
