package router

import (
	"context"
	"errors"
	"fmt"
	"math"
	"math/big"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/txpool"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"

	"github.com/ssequencer/ssequencer/chains"
)

// decode decodes a raw transaction of a chain of the set.
func (s *Server) decode(raw []byte) (*chains.Tx, *chain, error) {
	if len(raw) > s.cfg.MaxTxSize {
		return nil, nil, fmt.Errorf("%w: transaction size %v, limit %v", txpool.ErrOversizedData, len(raw), s.cfg.MaxTxSize)
	}
	tx, err := chains.DecodeTx(raw)
	if err != nil {
		return nil, nil, err
	}
	ch := s.chains[tx.ChainID()]
	if ch == nil {
		return nil, nil, &chains.Refusal{
			Code: chains.RefusedUnknownChain, ChainID: tx.ChainID(),
			Reason: fmt.Sprintf("%v: %v: have %d want one of %s", txpool.ErrInvalidSender, types.ErrInvalidChainId, tx.ChainID(), s.idList()),
			Hint:   "sign the transaction for a chain of this set",
		}
	}
	return tx, ch, nil
}

func (s *Server) idList() string {
	names := make([]string, len(s.ids))
	for i, id := range s.ids {
		names[i] = id.String()
	}
	return strings.Join(names, ", ")
}

// check makes the cheap checks on a transaction, against the block under construction
// and the state before it. What fails is a refusal with geth's wording; any other error
// is one of reading the state. Where the chain stands aside, its transactions wait, and
// only what needs no state is checked.
func (s *Server) check(ctx context.Context, tx *chains.Tx, ch *chain) error {
	view, err := s.deps.Pending.View(ch.ID)
	if errors.Is(err, chains.ErrUnavailable) {
		return invalid(tx, s.checkRules(tx, ch, &chains.Open{Number: math.MaxInt64, Timestamp: uint64(time.Now().Unix()), GasLimit: params.MaxTxGas}))
	}
	if err != nil {
		return err
	}
	open := view.Open()
	if err := s.checkRules(tx, ch, open); err != nil {
		return invalid(tx, err)
	}
	nonce, balance, err := view.Account(ctx, tx.Sender())
	if err != nil {
		return err
	}
	if nonce > tx.Nonce() {
		return invalid(tx, fmt.Errorf("%w: next nonce %v, tx nonce %v", core.ErrNonceTooLow, nonce, tx.Nonce()))
	}
	have, cost := balance.ToBig(), tx.Inner().Cost()
	if have.Cmp(cost) < 0 {
		return invalid(tx, fmt.Errorf("%w: balance %v, tx cost %v, overshot %v", core.ErrInsufficientFunds, have, cost, new(big.Int).Sub(cost, have)))
	}
	return nil
}

// checkRules makes the checks that need no state: geth's own, and the base fee.
func (s *Server) checkRules(tx *chains.Tx, ch *chain, open *chains.Open) error {
	head := &types.Header{
		Number: new(big.Int).SetUint64(open.Number), Time: open.Timestamp, GasLimit: open.GasLimit,
		Difficulty: new(big.Int), BaseFee: open.BaseFee,
	}
	opts := &txpool.ValidationOptions{
		Config:  ch.Rules,
		Accept:  1<<types.LegacyTxType | 1<<types.AccessListTxType | 1<<types.DynamicFeeTxType | 1<<types.SetCodeTxType,
		MaxSize: uint64(s.cfg.MaxTxSize),
		MinTip:  new(big.Int),
	}
	inner := tx.Inner()
	if err := txpool.ValidateTransaction(inner, head, types.LatestSignerForChainID(ch.ID.Big()), opts); err != nil {
		return err
	}
	if open.BaseFee != nil && inner.GasFeeCapIntCmp(open.BaseFee) < 0 {
		return fmt.Errorf("%w: address %v, maxFeePerGas: %s, baseFee: %s", core.ErrFeeCapTooLow, tx.Sender().Hex(), inner.GasFeeCap(), open.BaseFee)
	}
	return nil
}

// invalid turns a failed check into a refusal; nil stays nil.
func invalid(tx *chains.Tx, err error) error {
	if err == nil {
		return nil
	}
	r := &chains.Refusal{Code: chains.RefusedInvalid, ChainID: tx.ChainID(), Reason: err.Error()}
	switch {
	case errors.Is(err, core.ErrNonceTooLow):
		r.Hint = "use eth_getTransactionCount with the pending tag"
	case errors.Is(err, core.ErrFeeCapTooLow):
		r.Hint = "raise maxFeePerGas above the base fee"
	}
	return r
}
