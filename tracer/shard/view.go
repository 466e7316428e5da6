package shard

import (
	"context"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/consensus/misc/eip1559"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/state"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/params"
	"github.com/holiman/uint256"

	"github.com/ssequencer/ssequencer/chains"
)

// snapshot is what a View needs of the shard; it is not changed once published.
type snapshot struct {
	config   *params.ChainConfig
	overlays []*overlay
	version  uint64
	horizon  horizon
	clean    *clean
	hashes   *hashes
	open     chains.Open
	excess   uint64

	op        *chains.OPStack
	fork      chains.OPFork // of the open block
	footprint uint64        // so far
}

// publish lets Views see the kept state as it is now.
func (s *Shard) publish() {
	snap := &snapshot{
		config: s.cfg.Chain, overlays: s.overlays, version: s.version, clean: s.clean, hashes: s.hashes,
		horizon: horizon{number: s.last.Number + 1, base: s.clean.base},
	}
	if b := s.block; b != nil {
		snap.open, snap.excess = b.open, b.excess
		snap.footprint = b.at.footprint
		if len(s.layers) > 0 {
			snap.footprint = s.layers[0].start.footprint
		}
	} else {
		snap.open = chains.Open{
			ChainID: s.cfg.ChainID, Number: s.last.Number + 1, ParentHash: s.last.Hash, Timestamp: s.last.Timestamp + 1,
			GasLimit: s.NextGasLimit(), BaseFee: s.NextBaseFee(),
		}
		snap.excess = s.excessBlobGas(snap.open.Timestamp)
		if s.cfg.OP.Fork(snap.open.Timestamp) >= chains.Holocene {
			snap.open.ExtraData = s.last.ExtraData
		}
	}
	snap.op, snap.fork = s.cfg.OP, s.cfg.OP.Fork(snap.open.Timestamp)
	s.published.Store(snap)
}

// View is the state after everything that was kept when the view was taken, and the
// block under construction at that time: what `pending` means. It is a snapshot: later
// Keep, Truncate, Adopted and Reset calls do not change what it reads, and undecided
// transactions are never in it. It may be used by any number of goroutines. Reads that
// miss go to the node, at the last adopted block while that is a parent of the view's
// block, and else at the block that was the last adopted one when the view was taken.
type View struct{ snap *snapshot }

// View returns a view of the kept state. It may be called from any goroutine.
func (s *Shard) View() *View { return &View{snap: s.published.Load()} }

// Open returns the inputs of the block under construction. Between two blocks it has the
// values the next one would have, with the earliest timestamp.
func (v *View) Open() chains.Open { return v.snap.open }

func (v *View) reader() *reader {
	s := v.snap
	return &reader{overlays: s.overlays, version: s.version, locked: true, horizon: s.horizon, clean: s.clean, hashes: s.hashes}
}

// Account returns the account, nil if it does not exist.
func (v *View) Account(addr common.Address) (*types.StateAccount, error) {
	acct, err := v.reader().Account(addr)
	if acct == nil || err != nil {
		return nil, err
	}
	return acct.Copy(), nil
}

// Nonce returns the account's next nonce.
func (v *View) Nonce(addr common.Address) (uint64, error) {
	acct, err := v.reader().Account(addr)
	if acct == nil || err != nil {
		return 0, err
	}
	return acct.Nonce, nil
}

// Balance returns the account's balance in wei.
func (v *View) Balance(addr common.Address) (*uint256.Int, error) {
	acct, err := v.reader().Account(addr)
	if acct == nil || err != nil {
		return new(uint256.Int), err
	}
	return acct.Balance.Clone(), nil
}

// Code returns the account's code, nil if it has none. The caller must not change it.
func (v *View) Code(addr common.Address) ([]byte, error) {
	r := v.reader()
	acct, err := r.Account(addr)
	if acct == nil || err != nil {
		return nil, err
	}
	hash := common.BytesToHash(acct.CodeHash)
	if hash == types.EmptyCodeHash {
		return nil, nil
	}
	return r.Code(addr, hash), r.err()
}

// Storage returns the value of a slot.
func (v *View) Storage(addr common.Address, slot common.Hash) (common.Hash, error) {
	return v.reader().Storage(addr, slot)
}

// StateDB returns a new StateDB over the view. After its use its Error must be asked
// for: a read that failed looks like an empty account or slot. It has no tries.
func (v *View) StateDB() (*state.StateDB, error) {
	return state.NewWithReader(types.EmptyRootHash, trieless{}, v.reader())
}

// Header returns the header of the block under construction, with the fields that are
// known; its parent hash is zero while the node builds the parent.
func (v *View) Header() *types.Header {
	o := &v.snap.open
	excess, used, beaconRoot := v.snap.excess, v.snap.footprint, o.BeaconRoot
	parent, _ := v.snap.hashes.get(o.Number - 1) // zero while it is not known
	return &types.Header{
		ParentHash: parent, UncleHash: types.EmptyUncleHash, Coinbase: o.FeeRecipient,
		Number: new(big.Int).SetUint64(o.Number), GasLimit: o.GasLimit, Time: o.Timestamp, Extra: o.ExtraData,
		MixDigest: o.PrevRandao, BaseFee: new(big.Int).Set(o.BaseFee), Difficulty: new(big.Int),
		ExcessBlobGas: &excess, BlobGasUsed: &used, ParentBeaconRoot: &beaconRoot,
	}
}

// ExtraFee returns the most that the transaction would pay beside its gas: on the OP Stack
// the fee for L1 and the operator's, on every other chain nothing.
func (v *View) ExtraFee(tx *chains.Tx) (*uint256.Int, error) {
	if v.snap.fork == chains.Ethereum || tx.Deposit() != nil {
		return new(uint256.Int), nil
	}
	db, err := v.StateDB()
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrState, err)
	}
	charge, err := readOPFees(v.snap.fork, db).charge(newTxSize(tx))
	if db.Error() != nil {
		return nil, fmt.Errorf("%w: %w", ErrState, db.Error())
	}
	if err != nil {
		return nil, err
	}
	return charge.upfront(tx.Gas()), nil
}

// NextBaseFee returns the base fee of the block after the one under construction if that
// stayed as full as gasUsed says.
func (v *View) NextBaseFee(gasUsed uint64) *big.Int {
	if o := &v.snap.open; v.snap.op != nil {
		return nextBaseFee(v.snap.op, &Head{
			Number: o.Number, Timestamp: o.Timestamp, GasLimit: o.GasLimit, GasUsed: gasUsed, BaseFee: o.BaseFee,
			BlobGasUsed: v.snap.footprint, ExtraData: o.ExtraData,
		})
	}
	h := v.Header()
	h.GasUsed = gasUsed
	return eip1559.CalcBaseFee(v.snap.config, h)
}

// Call executes the message on the view, as the next transaction of the block under
// construction, and throws its effects away. Nonce, sender code and gas cap are checked
// only if msg says so, and fees of zero are allowed. A failed execution returns its
// revert data and gas with an error that wraps go-ethereum's (vm.ErrExecutionReverted).
// It ends early with ctx.
func (v *View) Call(ctx context.Context, msg *core.Message) (ret []byte, gas uint64, err error) {
	ret, gas, _, err = v.Trace(ctx, msg)
	return ret, gas, err
}

// Trace is Call, and returns the logs of a message that succeeded as well, with Address,
// Topics and Data set.
func (v *View) Trace(ctx context.Context, msg *core.Message) (ret []byte, gas uint64, logs []*types.Log, err error) {
	r := v.reader()
	db, err := state.NewWithReader(types.EmptyRootHash, trieless{}, r)
	if err != nil {
		return nil, 0, nil, fmt.Errorf("%w: %w", ErrState, err)
	}
	open, fork := &v.snap.open, v.snap.fork
	bctx := blockContext(open, blobFee(v.snap.config, open, fork, v.snap.excess))
	bctx.GetHash = func(number uint64) common.Hash {
		hash, err := v.snap.hashes.get(number)
		_ = r.fail(err) // looked at below
		return hash
	}
	evm := vm.NewEVM(bctx, opState{db, fork}, v.snap.config, vm.Config{NoBaseFee: true})
	defer evm.Release()
	if set := precompiles(fork); set != nil {
		evm.SetPrecompiles(set)
	}
	stop := context.AfterFunc(ctx, evm.Cancel)
	result, err := core.ApplyMessage(evm, msg, nil)
	stop()
	switch {
	case r.err() != nil:
		return nil, 0, nil, r.err()
	case db.Error() != nil:
		return nil, 0, nil, fmt.Errorf("%w: %w", ErrState, db.Error())
	case err != nil:
		return nil, 0, nil, err
	case evm.Cancelled():
		return nil, 0, nil, context.Cause(ctx)
	}
	return common.CopyBytes(result.ReturnData), result.UsedGas, db.Logs(), result.Err
}
