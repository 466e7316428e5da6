package sequencer

import (
	"errors"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/holiman/uint256"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/crosschain"
	"github.com/ssequencer/ssequencer/tracer/shard"
)

// Why the relayer could not make a relay now.
var (
	errRelayShare   = errors.New("relays may take at most half of a block's gas")
	errRelayerFunds = errors.New("the relayer account is short of funds")
	errNeverFits    = errors.New("more gas than a block has room for")
)

// executor lets crosschain execute on the shards.
type executor Sequencer

// Execute implements crosschain.Executor.
func (e *executor) Execute(tx *chains.Tx) (*chains.Trace, error) {
	l := e.lanes[tx.ChainID()]
	open, err := e.openOn(tx.ChainID())
	if err != nil {
		return nil, err
	}
	trace, err := l.shard.Execute(tx)
	if errors.Is(err, shard.ErrBlockFull) && l.tried.gas+tx.Gas() > open.GasLimit {
		return nil, errNeverFits // not in an empty block either: waiting would not help
	}
	var cold *shard.ColdError
	switch {
	case err == nil:
		l.tried.gas += trace.GasUsed
	case errors.As(err, &cold): // how much it used is not known, and does not matter
		l.tried.gas += min(tx.Gas(), open.GasLimit/20)
	}
	return trace, err
}

// errChainClosed: the chain has no block in this slot (it has just come back, or its block
// is committed already, after a crash between two groups of a slot), or its state cannot be
// read.
var errChainClosed = errors.New("the chain takes no transactions in this slot")

// errDepositsOnly is errChainClosed by the block's own inputs.
var errDepositsOnly = fmt.Errorf("%w: its block is for deposits only", errChainClosed)

// errAlone: the chain's block of the slot must not be joined to others (O6).
var errAlone = errors.New("a chain takes part in no bundle in this slot")

// alone returns why what joins the chains would have to wait for another slot, nil where it
// need not.
func (e *executor) alone(ids ...chains.ChainID) error {
	for _, id := range ids {
		if open := e.open.opens[id]; open != nil && open.Alone != "" {
			return fmt.Errorf("%w: chain %d: %s", errAlone, id, open.Alone)
		}
	}
	return nil
}

// aloneAmong is alone for transactions that were sent together.
func (e *executor) aloneAmong(txs []*chains.Tx) error {
	for i, tx := range txs {
		if tx.ChainID() == txs[0].ChainID() {
			continue
		}
		if err := e.alone(txs[0].ChainID(), tx.ChainID()); err != nil {
			return &crosschain.LegError{Leg: i, ChainID: tx.ChainID(), Kind: chains.UserTx, Err: err}
		}
	}
	return nil
}

// errOwed: messages of the pair are received in order, and an earlier one is still owed.
var errOwed = errors.New("an earlier message between the chains is still to be relayed")

// openOn returns a chain's opening of the slot.
func (e *executor) openOn(id chains.ChainID) (*chains.Open, error) {
	open := e.open.opens[id]
	switch {
	case open == nil || e.lanes[id].mute:
	case open.NoTxPool:
		return nil, errDepositsOnly
	case e.open.late[id]:
		return nil, fmt.Errorf("%w: the block's deposits wait for it", shard.ErrParentUnknown)
	default:
		return open, nil
	}
	if away := e.lanes[id].aside; away != nil {
		return nil, fmt.Errorf("%w: %v", errUnavailable, away.reason) // what made it so is not this execution's error
	}
	return nil, errChainClosed
}

// Relay implements crosschain.Executor.
func (e *executor) Relay(call crosschain.RelayCall) (*chains.Tx, *chains.Trace, error) {
	open, err := e.openOn(call.ChainID)
	if err != nil {
		return nil, nil, err
	}
	if err := e.alone(call.Source, call.ChainID); err != nil {
		return nil, nil, err
	}
	if e.owed.waits(chains.Pair{Source: call.Source, Destination: call.ChainID}) {
		return nil, nil, errOwed
	}
	return e.execute(open, call)
}

// execute makes and executes a relay in the open block.
func (e *executor) execute(open *chains.Open, call crosschain.RelayCall) (*chains.Tx, *chains.Trace, error) {
	l := e.lanes[call.ChainID]
	if l.tried.relayGas+call.Gas > open.GasLimit/2 {
		return nil, nil, errNeverFits
	}
	if l.relayGas+l.tried.relayGas+call.Gas > open.GasLimit/2 {
		return nil, nil, errRelayShare
	}
	relayer := e.deps.Relayer.Address()
	balance, err := l.shard.View().Balance(relayer)
	if err != nil {
		return nil, nil, err
	}
	if mark, over := uint256.FromBig(e.cfg.RelayerMark); over || balance.Lt(mark) {
		return nil, nil, errRelayerFunds
	}
	tx, err := e.relayTx(types.NewTx(&types.DynamicFeeTx{
		ChainID:   call.ChainID.Big(),
		Nonce:     l.relayerNonce + l.tried.relays,
		GasTipCap: new(big.Int),
		GasFeeCap: open.BaseFee,
		Gas:       call.Gas,
		To:        &call.To,
		Value:     new(big.Int),
		Data:      call.Data,
	}), l)
	if err != nil {
		return nil, nil, err
	}
	if call.Empty != (common.Hash{}) { // else each relay waits for the node to say so
		l.shard.Assume(chains.StorageKey{Address: call.To, Slot: call.Empty}, common.Hash{})
	}
	trace, err := l.shard.Execute(tx)
	if err != nil {
		return nil, nil, err
	}
	l.tried.gas += trace.GasUsed
	l.tried.relays++
	l.tried.relayGas += trace.GasUsed
	return tx, trace, nil
}

// relayTx wraps a relay. It is signed only if it is kept; on the OP Stack it has to be
// signed before, since its fee depends on the signature.
func (e *executor) relayTx(inner *types.Transaction, l *lane) (*chains.Tx, error) {
	tx, err := chains.NewRelayTx(l.cfg.ID, e.deps.Relayer.Address(), inner)
	if err != nil || l.cfg.OP == nil {
		return tx, err
	}
	return (*Sequencer)(e).signRelay(tx)
}
