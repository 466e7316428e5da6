package router

import (
	"context"
	"errors"
	"strings"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/rpc"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
)

// JSON-RPC error codes. Positive ones are Ethereum's: 3 is geth's for a revert, 4 and 6
// are EIP-7966's for a wait that ended without a receipt.
const (
	codeParse          = -32700
	codeInvalidRequest = -32600
	codeNoMethod       = -32601
	codeInvalidParams  = -32602
	codeInternal       = -32603
	codeServer         = -32000
	codeTimeout        = -32002
	codeTooLarge       = -32003
	codeLimit          = -32005
	codeReverted       = 3
	codeSyncTimeout    = 4
	codeNonceGap       = 6
)

// Error is a JSON-RPC error as it goes out.
type Error struct {
	Code    int    `json:"code"`
	Message string `json:"message"`
	Data    any    `json:"data,omitempty"`
}

// Error implements error.
func (e *Error) Error() string { return e.Message }

func invalidParams(msg string) *Error { return &Error{Code: codeInvalidParams, Message: msg} }

func methodNotFound(method string) *Error {
	return &Error{Code: codeNoMethod, Message: "the method " + method + " does not exist/is not available"}
}

// toError gives an error its JSON-RPC form. Errors without a form of their own get the
// server error code and their own text, as geth does.
func (s *Server) toError(method string, err error) *Error {
	var own *Error
	var refusal *chains.Refusal
	var node rpc.Error
	switch {
	case errors.As(err, &own):
		return own
	case errors.As(err, &refusal):
		return refusalError(refusal)
	case errors.As(err, &node):
		out := &Error{Code: node.ErrorCode(), Message: node.Error()}
		var data rpc.DataError
		if errors.As(err, &data) {
			out.Data = data.ErrorData()
		}
		return out
	case errors.Is(err, context.DeadlineExceeded):
		return &Error{Code: codeTimeout, Message: "request timed out"}
	case errors.Is(err, context.Canceled):
		return &Error{Code: codeServer, Message: "the request was cancelled"}
	}
	s.log.Debug("request failed", zap.String("method", method), zap.Error(err))
	return &Error{Code: codeServer, Message: err.Error()}
}

// refusalError is the catalogue's form of a refusal: viem and ethers know a revert by
// code 3 and other failures by geth's wording.
func refusalError(r *chains.Refusal) *Error {
	if r.Code != chains.RefusedReverted && r.Code != chains.RefusedRelayFailed {
		return &Error{Code: codeServer, Message: r.Reason, Data: r.JSON()}
	}
	msg := r.Reason
	if rest, cut := strings.CutPrefix(msg, vm.ErrExecutionReverted.Error()); cut {
		msg = strings.TrimLeft(rest, ": ")
	}
	if msg == "" {
		return &Error{Code: codeReverted, Message: vm.ErrExecutionReverted.Error(), Data: r.JSON()}
	}
	return &Error{Code: codeReverted, Message: vm.ErrExecutionReverted.Error() + ": " + msg, Data: r.JSON()}
}

// revertError is geth's form of a reverted eth_call or eth_estimateGas.
func revertError(revert []byte) *Error {
	msg := vm.ErrExecutionReverted.Error()
	if reason, err := abi.UnpackRevert(revert); err == nil {
		msg += ": " + reason
	}
	return &Error{Code: codeReverted, Message: msg, Data: hexutil.Encode(revert)}
}
