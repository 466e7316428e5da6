package router

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/holiman/uint256"

	"github.com/ssequencer/ssequencer/chains"
)

// The methods below answer state reads with the pending tag from what is decided.

func (s *Server) pendingBalance(ctx context.Context, c *call) (any, error) {
	var addr common.Address
	view, err := s.viewFor(c, 1, &addr)
	if err != nil {
		return nil, err
	}
	_, balance, err := view.Account(ctx, addr)
	if err != nil {
		return nil, err
	}
	return (*hexutil.U256)(balance), nil
}

func (s *Server) pendingNonce(_ context.Context, c *call) (any, error) {
	var addr common.Address
	if err := bind(c.params[:min(1, len(c.params))], 1, &addr); err != nil {
		return nil, err
	}
	nonce, err := s.deps.Pending.Nonce(c.chain.ID, addr)
	return hexutil.Uint64(nonce), err
}

func (s *Server) pendingCode(ctx context.Context, c *call) (any, error) {
	var addr common.Address
	view, err := s.viewFor(c, 1, &addr)
	if err != nil {
		return nil, err
	}
	code, err := view.Code(ctx, addr)
	return hexutil.Bytes(code), err
}

func (s *Server) pendingStorage(ctx context.Context, c *call) (any, error) {
	var addr common.Address
	var key string
	view, err := s.viewFor(c, 2, &addr, &key)
	if err != nil {
		return nil, err
	}
	slot, err := storageKey(key)
	if err != nil {
		return nil, err
	}
	value, err := view.Storage(ctx, addr, slot)
	return hexutil.Bytes(value[:]), err
}

// storageKey reads a slot as geth does: hex of up to 32 bytes, leading zeros optional.
func storageKey(key string) (common.Hash, error) {
	digits := key
	if len(key) >= 2 && key[0] == '0' && (key[1] == 'x' || key[1] == 'X') {
		digits = key[2:]
	}
	if len(digits)%2 == 1 {
		digits = "0" + digits
	}
	raw, err := hexutil.Decode("0x" + digits)
	if (err != nil && digits != "") || len(raw) > common.HashLength {
		return common.Hash{}, invalidParams("invalid storage key " + key)
	}
	return common.BytesToHash(raw), nil
}

// viewFor binds the first n parameters of a call and returns its chain's view.
func (s *Server) viewFor(c *call, n int, targets ...any) (View, error) {
	if err := bind(c.params[:min(n, len(c.params))], n, targets...); err != nil {
		return nil, err
	}
	return s.deps.Pending.View(c.chain.ID)
}

func (s *Server) pendingCall(ctx context.Context, c *call) (any, error) {
	view, msg, err := s.pendingMessage(c)
	if err != nil {
		return nil, err
	}
	result, err := view.Call(ctx, msg)
	if err != nil {
		return nil, err
	}
	if errors.Is(result.Err, vm.ErrExecutionReverted) {
		return nil, revertError(result.ReturnData)
	}
	return hexutil.Bytes(result.Return()), result.Err
}

func (s *Server) pendingEstimate(ctx context.Context, c *call) (any, error) {
	view, msg, err := s.pendingMessage(c)
	if err != nil {
		return nil, err
	}
	gas, revert, err := view.EstimateGas(ctx, msg)
	if errors.Is(err, vm.ErrExecutionReverted) {
		return nil, revertError(revert)
	}
	return hexutil.Uint64(gas), err
}

// pendingMessage decodes the message of an eth_call or eth_estimateGas.
func (s *Server) pendingMessage(c *call) (View, *core.Message, error) {
	var args callArgs
	view, err := s.viewFor(c, 1, &args)
	if err != nil {
		return nil, nil, err
	}
	for _, overrides := range c.params[2:] {
		if v := string(overrides); v != "null" && v != "{}" {
			return nil, nil, invalidParams("state and block overrides are not available with the pending tag")
		}
	}
	msg, err := args.message(view.Open())
	return view, msg, err
}

// fillTransaction answers eth_fillTransaction: nonce and gas from what is decided here,
// the rest (fees) by the node.
func (s *Server) fillTransaction(ctx context.Context, c *call) (any, error) {
	var args callArgs
	var fields map[string]json.RawMessage
	if err := bind(c.params, 1, &args); err != nil {
		return nil, err
	}
	if err := bind(c.params, 1, &fields); err != nil {
		return nil, err
	}
	if args.Nonce == nil {
		nonce, err := s.deps.Pending.Nonce(c.chain.ID, args.from())
		if err != nil {
			return nil, err
		}
		fields["nonce"] = quoted(nonce)
	}
	if args.Gas == nil {
		view, err := s.deps.Pending.View(c.chain.ID)
		if err != nil {
			return nil, err
		}
		msg, err := args.message(view.Open())
		if err != nil {
			return nil, err
		}
		gas, revert, err := view.EstimateGas(ctx, msg)
		if errors.Is(err, vm.ErrExecutionReverted) {
			return nil, revertError(revert)
		}
		if err != nil {
			return nil, err
		}
		fields["gas"] = quoted(gas)
	}
	filled, err := json.Marshal(fields)
	if err != nil {
		return nil, err
	}
	return s.ask(ctx, c.chain, c.method, []json.RawMessage{filled})
}

// callArgs is the transaction object of eth_call and its like.
type callArgs struct {
	From                 *common.Address              `json:"from"`
	To                   *common.Address              `json:"to"`
	Gas                  *hexutil.Uint64              `json:"gas"`
	GasPrice             *hexutil.U256                `json:"gasPrice"`
	MaxFeePerGas         *hexutil.U256                `json:"maxFeePerGas"`
	MaxPriorityFeePerGas *hexutil.U256                `json:"maxPriorityFeePerGas"`
	Value                *hexutil.U256                `json:"value"`
	Nonce                *hexutil.Uint64              `json:"nonce"`
	Data                 *hexutil.Bytes               `json:"data"`
	Input                *hexutil.Bytes               `json:"input"`
	AccessList           types.AccessList             `json:"accessList"`
	AuthorizationList    []types.SetCodeAuthorization `json:"authorizationList"`
	ChainID              *hexutil.U256                `json:"chainId"`
}

func (a *callArgs) from() common.Address {
	if a.From == nil {
		return common.Address{}
	}
	return *a.From
}

// message returns the message to execute in a block. No nonce is checked, and without a
// fee it pays none.
func (a *callArgs) message(open *chains.Open) (*core.Message, error) {
	if a.Data != nil && a.Input != nil && !bytes.Equal(*a.Data, *a.Input) {
		return nil, errors.New(`both "data" and "input" are set and not equal. Please use "input" to pass transaction call data`)
	}
	if a.GasPrice != nil && (a.MaxFeePerGas != nil || a.MaxPriorityFeePerGas != nil) {
		return nil, errors.New("both gasPrice and (maxFeePerGas or maxPriorityFeePerGas) specified")
	}
	if have := amount(a.ChainID); a.ChainID != nil && !have.Eq(uint256.NewInt(uint64(open.ChainID))) {
		return nil, fmt.Errorf("chainId does not match node's (have=%v, want=%v)", have, open.ChainID)
	}
	msg := &core.Message{
		From: a.from(), To: a.To, Value: amount(a.Value), AccessList: a.AccessList, SetCodeAuthorizations: a.AuthorizationList,
		GasFeeCap: amount(a.MaxFeePerGas), GasTipCap: amount(a.MaxPriorityFeePerGas), BlobGasFeeCap: new(uint256.Int),
	}
	if a.Nonce != nil {
		msg.Nonce = uint64(*a.Nonce)
	}
	if a.Gas != nil {
		msg.GasLimit = uint64(*a.Gas)
	}
	switch {
	case a.Input != nil:
		msg.Data = *a.Input
	case a.Data != nil:
		msg.Data = *a.Data
	}
	switch {
	case a.GasPrice != nil:
		price := amount(a.GasPrice)
		msg.GasPrice, msg.GasFeeCap, msg.GasTipCap = price, price, price
	default:
		msg.GasPrice = effectivePrice(msg.GasFeeCap, msg.GasTipCap, open.BaseFee)
	}
	return msg.SkipNonceCheck().SkipEOACheck().SkipGasLimitCapCheck(), nil
}

func amount(v *hexutil.U256) *uint256.Int {
	if v == nil {
		return new(uint256.Int)
	}
	return new(uint256.Int).Set((*uint256.Int)(v))
}

// effectivePrice is the lower of fee cap and base fee plus tip, and zero without a fee.
func effectivePrice(feeCap, tip *uint256.Int, baseFee *big.Int) *uint256.Int {
	if feeCap.IsZero() && tip.IsZero() || baseFee == nil {
		return new(uint256.Int).Set(feeCap)
	}
	price, overflow := new(uint256.Int).AddOverflow(tip, uint256.MustFromBig(baseFee))
	if overflow || price.Gt(feeCap) {
		return new(uint256.Int).Set(feeCap)
	}
	return price
}
