package verifier

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/ssequencer/ssequencer/contracts/bindings"
)

// ErrUnreachable: a server could not be reached, or could not answer yet. It is wrapped
// together with the server's URL and says nothing about what is verified.
var ErrUnreachable = errors.New("could not reach")

// server is one node, asked over JSON-RPC.
type server struct {
	url     string
	rpc     *rpc.Client
	eth     *ethclient.Client
	timeout time.Duration
}

func dial(ctx context.Context, url string, timeout time.Duration) (*server, error) {
	client, err := rpc.DialContext(ctx, url)
	if err != nil {
		return nil, fmt.Errorf("%w %s: %w", ErrUnreachable, url, err)
	}
	return &server{url: url, rpc: client, eth: ethclient.NewClient(client), timeout: timeout}, nil
}

func (s *server) close() { s.rpc.Close() }

// failed wraps what went wrong with a request.
func (s *server) failed(doing string, err error) error {
	return fmt.Errorf("%w %s: %s: %w", ErrUnreachable, s.url, doing, err)
}

// ask makes one request with the server's timeout.
func ask[T any](ctx context.Context, s *server, doing string, call func(context.Context) (T, error)) (T, error) {
	ctx, cancel := context.WithTimeout(ctx, s.timeout)
	defer cancel()
	result, err := call(ctx)
	if err != nil {
		return result, s.failed(doing, err)
	}
	return result, nil
}

func (s *server) chainID(ctx context.Context) (uint64, error) {
	id, err := ask(ctx, s, "chain id", s.eth.ChainID)
	if err != nil {
		return 0, err
	}
	if !id.IsUint64() {
		return 0, fmt.Errorf("%s: chain id %v is above 64 bits", s.url, id)
	}
	return id.Uint64(), nil
}

func (s *server) head(ctx context.Context) (uint64, error) {
	return ask(ctx, s, "head", s.eth.BlockNumber)
}

// headerAt returns the header of the canonical block with the number, nil where the node
// has none. The hash of the result is computed from its fields, not the node's word.
func (s *server) headerAt(ctx context.Context, number uint64) (*types.Header, error) {
	h, err := ask(ctx, s, fmt.Sprintf("header %d", number), func(ctx context.Context) (*types.Header, error) {
		return s.eth.HeaderByNumber(ctx, new(big.Int).SetUint64(number))
	})
	if errors.Is(err, ethereum.NotFound) {
		return nil, nil
	}
	return h, err
}

// latest returns the header of the head.
func (s *server) latest(ctx context.Context) (*types.Header, error) {
	return ask(ctx, s, "head", func(ctx context.Context) (*types.Header, error) { return s.eth.HeaderByNumber(ctx, nil) })
}

// logs returns the contract's logs in the blocks with one of the first topics, chunk
// blocks per request, fewer where the node refuses that many.
func (s *server) logs(ctx context.Context, q logQuery, chunk uint64) ([]types.Log, error) {
	var all []types.Log
	for from := q.first; from <= q.last; {
		to := min(from+chunk-1, q.last)
		logs, err := ask(ctx, s, fmt.Sprintf("logs of blocks %d to %d", from, to), func(ctx context.Context) ([]types.Log, error) {
			return s.eth.FilterLogs(ctx, ethereum.FilterQuery{
				FromBlock: new(big.Int).SetUint64(from), ToBlock: new(big.Int).SetUint64(to),
				Addresses: []common.Address{q.emitter}, Topics: q.topics,
			})
		})
		var refused rpc.Error
		if errors.As(err, &refused) && chunk > 1 {
			chunk /= 2
			continue
		}
		if err != nil {
			return nil, err
		}
		all = append(all, logs...)
		if q.some && len(all) > 0 {
			return all, nil
		}
		from = to + 1
	}
	return all, nil
}

// logQuery asks for the logs of one contract in a range of blocks.
type logQuery struct {
	first, last uint64
	emitter     common.Address
	topics      [][]common.Hash
	some        bool // stop where any are found
}

// call executes a contract's view at the latest block.
func (s *server) call(ctx context.Context, to common.Address, data []byte) ([]byte, error) {
	return ask(ctx, s, "call "+to.Hex(), func(ctx context.Context) ([]byte, error) {
		return s.eth.CallContract(ctx, ethereum.CallMsg{To: &to, Data: data}, nil)
	})
}

// errRefused: a contract reverted, or has no such function.
var errRefused = errors.New("refused by the contract")

// view calls a contract's view at the latest block and decodes what it answers. Where the
// contract refuses, the error wraps errRefused.
func view[T any](ctx context.Context, s *server, to common.Address, data []byte, unpack func([]byte) (T, error)) (T, error) {
	var none T
	out, err := s.call(ctx, to, data)
	if reason, reverted := revertReason(err); reverted {
		return none, fmt.Errorf("%w %s: %s", errRefused, to, reason)
	}
	if err != nil {
		return none, err
	}
	value, err := unpack(out)
	if err != nil {
		return none, fmt.Errorf("%w: %s on %s does not answer like ours: %v", ErrConfig, to, s.url, err)
	}
	return value, nil
}

// revertReason tells whether a node's answer is that a contract reverted, and why.
func revertReason(err error) (string, bool) {
	var answer rpc.Error
	if !errors.As(err, &answer) || !strings.Contains(answer.Error(), "revert") {
		return "", false
	}
	var with rpc.DataError
	if errors.As(err, &with) {
		if text, ok := with.ErrorData().(string); ok {
			return bindings.DecodeRevert(common.FromHex(text)), true
		}
	}
	return "no reason given", true
}

// timestamps returns the timestamps of the blocks, asked for in requests of up to 100.
// Every header must have the hash it was asked by.
func (s *server) timestamps(ctx context.Context, blocks []common.Hash) (map[common.Hash]uint64, error) {
	times := make(map[common.Hash]uint64, len(blocks))
	for len(blocks) > 0 {
		part := blocks[:min(len(blocks), 100)]
		blocks = blocks[len(part):]
		headers := make([]*types.Header, len(part))
		batch := make([]rpc.BatchElem, len(part))
		for i, hash := range part {
			batch[i] = rpc.BatchElem{Method: "eth_getBlockByHash", Args: []any{hash, false}, Result: &headers[i]}
		}
		if _, err := ask(ctx, s, "headers", func(ctx context.Context) (any, error) {
			return nil, s.rpc.BatchCallContext(ctx, batch)
		}); err != nil {
			return nil, err
		}
		for i, hash := range part {
			if batch[i].Error != nil {
				return nil, s.failed("header "+hash.Hex(), batch[i].Error)
			}
			if headers[i] == nil || headers[i].Hash() != hash {
				return nil, s.failed("header "+hash.Hex(), errors.New("the node has logs of this block but not the block"))
			}
			times[hash] = headers[i].Time
		}
	}
	return times, nil
}
