package router

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"slices"

	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/rpc"
	"go.uber.org/zap"
)

// blockMethod says which parameter of a method names a block.
type blockMethod struct {
	index    int
	optional bool // may be missing, then it is latest, as in geth
	// pending answers for the pending tag. nil: our head stands in for it.
	pending func(ctx context.Context, c *call) (any, error)
}

// errNoPending is what geth says where there is no pending state to read from.
var errNoPending = errors.New("pending state is not available")

func noPending(context.Context, *call) (any, error) { return nil, errNoPending }

// blockMethods are all methods of the eth namespace with a block parameter, but for
// eth_getLogs, whose parameter is an object.
func (s *Server) blockMethods() map[string]blockMethod {
	return map[string]blockMethod{
		"eth_getBalance":          {1, true, s.pendingBalance},
		"eth_getCode":             {1, true, s.pendingCode},
		"eth_getStorageAt":        {2, true, s.pendingStorage},
		"eth_getTransactionCount": {1, true, s.pendingNonce},
		"eth_call":                {1, true, s.pendingCall},
		"eth_estimateGas":         {1, true, s.pendingEstimate},
		"eth_getStorageValues":    {1, true, noPending},
		"eth_getProof":            {2, true, noPending},
		"eth_createAccessList":    {1, true, noPending},
		"eth_simulateV1":          {1, true, noPending},
		"eth_feeHistory":          {1, false, nil},

		"eth_getBlockByNumber":                       {0, false, s.pendingBlock},
		"eth_getHeaderByNumber":                      {0, false, func(context.Context, *call) (any, error) { return null, nil }},
		"eth_getBlockReceipts":                       {0, false, s.pendingReceipts},
		"eth_getBlockTransactionCountByNumber":       {0, false, s.pendingCount},
		"eth_getTransactionByBlockNumberAndIndex":    {0, false, s.pendingTransaction},
		"eth_getRawTransactionByBlockNumberAndIndex": {0, false, s.pendingRawTransaction},
		"eth_getUncleByBlockNumberAndIndex":          {0, false, nil},
		"eth_getUncleCountByBlockNumber":             {0, false, nil},
	}
}

// meansPending reports whether a method that names no block asks for what a transaction
// sent now would meet: the state after everything decided. geth, which has no such state
// of its own, takes its latest block.
func meansPending(method string) bool {
	return method == "eth_call" || method == "eth_estimateGas" || method == "eth_getTransactionCount"
}

// meansNow reports whether a call that names latest is about a transaction that is to be
// sent now. Its receipt is there before the block is: a client that waits for receipts and
// takes its next nonce or gas from latest, as cast and web3 do, would otherwise get what
// was right a transaction ago.
func meansNow(c *call) bool {
	switch c.method {
	case "eth_getTransactionCount":
		return true
	case "eth_estimateGas":
		return len(c.params) <= 2 // overrides are for a block's own state
	}
	return false
}

// beyond stands for any block above our head: the node answers for it as for a block
// that does not exist, in its own form, whatever it has adopted already.
var beyond = json.RawMessage(fmt.Sprintf(`"0x%x"`, int64(math.MaxInt64)))

// atBlock answers a method with a block parameter: exactly as the node for a number up
// to our head or a hash, with our head for latest, and from what is decided for pending.
func (s *Server) atBlock(m blockMethod) func(context.Context, *call) (any, error) {
	return func(ctx context.Context, c *call) (any, error) {
		head, err := s.deps.Heads.Head(c.chain.ID)
		if err != nil {
			return nil, err
		}
		var given json.RawMessage
		switch {
		case m.index < len(c.params):
			given = c.params[m.index]
		case m.index == len(c.params) && meansPending(c.method):
			given = json.RawMessage(`"pending"`)
			c.params = append(slices.Clone(c.params), given)
		case m.index > len(c.params) || !m.optional:
			return s.forward(ctx, c) // parameters are missing: the node says which
		}
		place, pending := blockParam(given, m.optional, head.Number)
		pending = pending || (meansNow(c) && namesLatest(given))
		if pending && m.pending != nil {
			return m.pending(ctx, c)
		}
		if place != nil {
			if string(place) == string(beyond) && c.method == "eth_feeHistory" { // its error names the number
				return nil, fmt.Errorf("request beyond head block: requested %s, head %d", requested(given), head.Number)
			}
			c.params = append(slices.Clone(c.params[:m.index]), append([]json.RawMessage{place}, c.params[min(m.index+1, len(c.params)):]...)...)
		}
		return s.forward(ctx, c)
	}
}

// namesLatest reports whether a block parameter is the latest tag, in either form.
func namesLatest(given json.RawMessage) bool {
	var at rpc.BlockNumberOrHash
	if len(given) == 0 || string(given) == "null" || json.Unmarshal(given, &at) != nil {
		return false
	}
	number, ok := at.Number()
	return ok && number == rpc.LatestBlockNumber
}

// blockParam says what a block parameter becomes: nil where it stays as it is. What is
// no block parameter at all stays: the node refuses it in its own words.
func blockParam(given json.RawMessage, optional bool, head uint64) (place json.RawMessage, pending bool) {
	latest := quoted(head)
	if given == nil || string(given) == "null" {
		if !optional {
			return nil, false
		}
		return latest, false
	}
	var at rpc.BlockNumberOrHash
	if json.Unmarshal(given, &at) != nil {
		return nil, false
	}
	number, ok := at.Number()
	switch {
	case !ok: // a hash
		return nil, false
	case number == rpc.LatestBlockNumber:
		return latest, false
	case number == rpc.PendingBlockNumber:
		return latest, true
	case number >= 0 && uint64(number) > head:
		return beyond, false
	}
	return nil, false
}

func quoted(n uint64) json.RawMessage {
	return json.RawMessage(`"` + hexutil.EncodeUint64(n) + `"`)
}

// requested returns a block number parameter in decimal.
func requested(given json.RawMessage) string {
	var n rpc.BlockNumber
	if json.Unmarshal(given, &n) != nil {
		return string(given)
	}
	return fmt.Sprint(n.Int64())
}

// logs answers eth_getLogs, whose blocks are members of its filter.
func (s *Server) logs(ctx context.Context, c *call) (any, error) {
	var filter map[string]json.RawMessage
	if len(c.params) != 1 || json.Unmarshal(c.params[0], &filter) != nil || filter == nil || len(filter["blockHash"]) > 0 {
		return s.forward(ctx, c)
	}
	head, err := s.deps.Heads.Head(c.chain.ID)
	if err != nil {
		return nil, err
	}
	for _, name := range []string{"fromBlock", "toBlock"} {
		place, pending := blockParam(filter[name], true, head.Number)
		if place != nil && !pending { // the node refuses pending
			filter[name] = place
		}
	}
	param, err := json.Marshal(filter)
	if err != nil {
		return nil, err
	}
	c.params = []json.RawMessage{param}
	return s.forward(ctx, c)
}

// nodeError keeps the node's own answer, and says which node could not be asked
// otherwise. Where that is (URLs may hold credentials) stays in the log.
func (s *Server) nodeError(ch *chain, err error) error {
	var answer rpc.Error
	if errors.As(err, &answer) || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	s.log.Warn("node does not answer", zap.Uint64("chain", uint64(ch.ID)), zap.Error(err))
	return &Error{Code: codeInternal, Message: "the node of chain " + ch.ID.String() + " does not answer"}
}
