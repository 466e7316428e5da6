package router_test

import (
	"context"
	"encoding/json"
	"errors"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/rpc"
	"github.com/holiman/uint256"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/router"
)

// View reads the node's state after the block under construction, by its hash.
func (s *stage) View(id chains.ChainID) (router.View, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	c := s.chains[id]
	v := &stageView{rpc: c.rpc, open: c.open, at: map[string]any{"blockHash": c.head.Hash()}}
	if c.payload != nil {
		v.at = map[string]any{"blockHash": c.payload.Hash}
	}
	return v, nil
}

type stageView struct {
	rpc  *rpc.Client
	open *chains.Open
	at   map[string]any
}

func (v *stageView) Open() *chains.Open { return v.open }

func (v *stageView) Account(ctx context.Context, addr common.Address) (uint64, *uint256.Int, error) {
	var nonce hexutil.Uint64
	var balance hexutil.U256
	if err := v.rpc.CallContext(ctx, &nonce, "eth_getTransactionCount", addr, v.at); err != nil {
		return 0, nil, err
	}
	err := v.rpc.CallContext(ctx, &balance, "eth_getBalance", addr, v.at)
	return uint64(nonce), (*uint256.Int)(&balance), err
}

func (v *stageView) Code(ctx context.Context, addr common.Address) ([]byte, error) {
	var code hexutil.Bytes
	err := v.rpc.CallContext(ctx, &code, "eth_getCode", addr, v.at)
	return code, err
}

func (v *stageView) Storage(ctx context.Context, addr common.Address, slot common.Hash) (common.Hash, error) {
	var value common.Hash
	err := v.rpc.CallContext(ctx, &value, "eth_getStorageAt", addr, slot, v.at)
	return value, err
}

func message(msg *core.Message) map[string]any {
	args := map[string]any{"from": msg.From, "to": msg.To, "input": hexutil.Bytes(msg.Data), "value": (*hexutil.U256)(msg.Value)}
	if msg.GasLimit != 0 {
		args["gas"] = hexutil.Uint64(msg.GasLimit)
	}
	return args
}

func (v *stageView) Call(ctx context.Context, msg *core.Message) (*core.ExecutionResult, error) {
	var ret hexutil.Bytes
	err := v.rpc.CallContext(ctx, &ret, "eth_call", message(msg), v.at)
	var reverted rpc.DataError
	if errors.As(err, &reverted) && reverted.ErrorData() != nil {
		return &core.ExecutionResult{Err: vm.ErrExecutionReverted, ReturnData: hexutil.MustDecode(reverted.ErrorData().(string))}, nil
	}
	return &core.ExecutionResult{ReturnData: ret}, err
}

func (v *stageView) EstimateGas(ctx context.Context, msg *core.Message) (uint64, []byte, error) {
	var gas hexutil.Uint64
	err := v.rpc.CallContext(ctx, &gas, "eth_estimateGas", message(msg), v.at)
	var reverted rpc.DataError
	if errors.As(err, &reverted) && reverted.ErrorData() != nil {
		return 0, hexutil.MustDecode(reverted.ErrorData().(string)), vm.ErrExecutionReverted
	}
	return uint64(gas), nil, err
}

// passNode is the router's Node over a node's own RPC client.
type passNode struct{ rpc *rpc.Client }

func (n passNode) Call(ctx context.Context, result *json.RawMessage, method string, params []json.RawMessage) error {
	args := make([]any, len(params))
	for i, p := range params {
		args[i] = p
	}
	return n.rpc.CallContext(ctx, result, method, args...)
}
