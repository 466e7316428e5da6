package shard

import (
	"context"
	"errors"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/consensus"
	"github.com/ethereum/go-ethereum/consensus/beacon"
	"github.com/ethereum/go-ethereum/consensus/ethash"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/state"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/eth/gasestimator"
	"github.com/ethereum/go-ethereum/params"

	"github.com/ssequencer/ssequencer/chains"
)

// EstimateGas returns the lowest gas limit with which the message succeeds on the view,
// found as go-ethereum's eth_estimateGas finds it, at most gasCap unless that is zero;
// or the revert data of a message that fails with any limit. On the OP Stack the fees for
// L1 and the operator are left out of account.
func (v *View) EstimateGas(ctx context.Context, msg *core.Message, gasCap uint64) (gas uint64, revert []byte, err error) {
	if v.snap.fork != chains.Ethereum {
		return v.searchGas(ctx, msg, gasCap)
	}
	r := v.reader()
	db, err := state.NewWithReader(types.EmptyRootHash, trieless{}, r)
	if err != nil {
		return 0, nil, fmt.Errorf("%w: %w", ErrState, err)
	}
	opts := &gasestimator.Options{
		Config: v.snap.config, Chain: ancestors{v.snap}, Header: v.Header(), State: db, ErrorRatio: estimateErrorRatio,
	}
	gas, revert, err = gasestimator.Estimate(ctx, msg, opts, gasCap)
	if readErr := r.err(); readErr != nil {
		return 0, nil, readErr
	}
	return gas, revert, err
}

// searchGas is EstimateGas with precompiles that go-ethereum's own search cannot use. What
// it finds succeeds, and is above the lowest limit that does by at most
// estimateErrorRatio.
func (v *View) searchGas(ctx context.Context, msg *core.Message, gasCap uint64) (gas uint64, revert []byte, err error) {
	most := v.snap.open.GasLimit
	if msg.GasLimit >= params.TxGas {
		most = msg.GasLimit
	}
	if gasCap != 0 {
		most = min(most, gasCap)
	}
	with := func(limit uint64) ([]byte, uint64, error) {
		try := *msg
		try.GasLimit = limit
		return v.Call(ctx, &try)
	}
	ret, used, err := with(most)
	if err != nil {
		if !errors.Is(err, vm.ErrExecutionReverted) {
			ret = nil
		}
		return 0, ret, err
	}
	least := used - 1 // fails: a refund comes after the execution
	for float64(most-least)/float64(most) >= estimateErrorRatio && most > least+1 {
		middle := min(least+(most-least)/2, 2*max(least, params.TxGas))
		_, _, err := with(middle)
		switch {
		case err == nil:
			most = middle
		case ctx.Err() != nil || errors.Is(err, ErrState) || errors.Is(err, ErrParentUnknown):
			return 0, nil, err
		default:
			least = middle
		}
	}
	return most, nil, nil
}

// estimateErrorRatio is what go-ethereum's own RPC uses.
const estimateErrorRatio = 0.015

// ancestors serves block hashes to go-ethereum, which looks for them in headers.
type ancestors struct{ snap *snapshot }

func (a ancestors) Config() *params.ChainConfig { return a.snap.config }

func (a ancestors) Engine() consensus.Engine { return beacon.New(ethash.NewFaker()) }

func (a ancestors) GetHeader(_ common.Hash, number uint64) *types.Header {
	return a.GetHeaderByNumber(number)
}

// GetHeaderByNumber returns a header that has only its number and its parent's hash.
func (a ancestors) GetHeaderByNumber(number uint64) *types.Header {
	if number == 0 {
		return nil
	}
	parent, err := a.snap.hashes.get(number - 1)
	if err != nil {
		return nil
	}
	return &types.Header{Number: new(big.Int).SetUint64(number), ParentHash: parent, Difficulty: new(big.Int)}
}

func (a ancestors) GetHeaderByHash(common.Hash) *types.Header { return nil }

func (a ancestors) CurrentHeader() *types.Header { return nil }
