// Package client is a Go client of the sequencer_* methods and of the two ways to send a
// transaction. For eth_* use go-ethereum's ethclient on the same connection.
package client

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/wire"
)

// ErrNotFound is returned for what the server does not know.
var ErrNotFound = errors.New("not found")

// Error codes of SendRawSync for a wait that ended without a receipt (EIP-7966).
const (
	CodeTimeout  = 4 // admitted, not decided in time
	CodeNonceGap = 6 // admitted, waits for an earlier nonce
)

// Client calls one endpoint. It is safe for concurrent use.
type Client struct {
	rpc *rpc.Client
}

// Dial connects to an endpoint: http, https, ws or wss.
func Dial(ctx context.Context, url string) (*Client, error) {
	c, err := rpc.DialContext(ctx, url)
	if err != nil {
		return nil, fmt.Errorf("dial sequencer: %w", err)
	}
	return New(c), nil
}

// New returns a client over a connection that the caller made. Close closes it.
func New(c *rpc.Client) *Client { return &Client{rpc: c} }

// RPC returns the connection, for eth_* calls.
func (c *Client) RPC() *rpc.Client { return c.rpc }

// Close closes the connection and ends its subscriptions.
func (c *Client) Close() { c.rpc.Close() }

// SendRaw sends a signed transaction to the chain it is signed for. It returns once the
// admission is durable; a decision made soon after is waited for, so that a refusal
// usually comes back as the error: see Refusal.
func (c *Client) SendRaw(ctx context.Context, raw []byte) (common.Hash, error) {
	var hash common.Hash
	err := c.rpc.CallContext(ctx, &hash, "eth_sendRawTransaction", hexutil.Bytes(raw))
	return hash, err
}

// SendRawSync sends a signed transaction and returns its receipt as soon as it is
// preconfirmed. A timeout of 0 leaves it to the server how long to wait. A wait without
// a receipt is an rpc.Error with CodeTimeout or CodeNonceGap; the transaction goes on.
func (c *Client) SendRawSync(ctx context.Context, raw []byte, timeout time.Duration) (*types.Receipt, error) {
	args := []any{hexutil.Bytes(raw)}
	if timeout > 0 {
		args = append(args, uint64(timeout/time.Millisecond))
	}
	return fetch[types.Receipt](ctx, c, "eth_sendRawTransactionSync", args...)
}

// SendBundle sends signed transactions on two or more chains that are included in the
// same slot, all successful, or not at all, and returns the bundle's id.
func (c *Client) SendBundle(ctx context.Context, req wire.BundleRequest) (common.Hash, error) {
	var id common.Hash
	err := c.rpc.CallContext(ctx, &id, "sequencer_sendBundle", req)
	return id, err
}

// Simulate says what would happen to a signed transaction now.
func (c *Client) Simulate(ctx context.Context, raw []byte) (*wire.Simulation, error) {
	return fetch[wire.Simulation](ctx, c, "sequencer_simulate", hexutil.Bytes(raw))
}

// SimulateCall says what would happen to an unsigned call on the endpoint's chain now.
func (c *Client) SimulateCall(ctx context.Context, call wire.Call) (*wire.Simulation, error) {
	return fetch[wire.Simulation](ctx, c, "sequencer_simulate", call)
}

// Bundle returns the life of a bundle, by its id or the hash of one of its transactions.
func (c *Client) Bundle(ctx context.Context, id common.Hash) (*wire.Bundle, error) {
	return fetch[wire.Bundle](ctx, c, "sequencer_getBundle", id)
}

// Batch returns a settlement batch; a nil number means the latest.
func (c *Client) Batch(ctx context.Context, number *uint64) (*wire.Batch, error) {
	return fetch[wire.Batch](ctx, c, "sequencer_getBatch", orLatest(number))
}

// EndProofs returns what the service has kept of a batch's last blocks, one by chain, to
// prove the batch by; a nil number means the latest batch.
func (c *Client) EndProofs(ctx context.Context, number *uint64) ([]wire.EndProof, error) {
	proofs, err := fetch[[]wire.EndProof](ctx, c, "sequencer_getEndProofs", orLatest(number))
	if err != nil {
		return nil, err
	}
	return *proofs, nil
}

// Superblock returns the superblock of a slot; a nil timestamp means the latest.
func (c *Client) Superblock(ctx context.Context, timestamp *uint64) (*wire.Superblock, error) {
	return fetch[wire.Superblock](ctx, c, "sequencer_getSuperblock", orLatest(timestamp))
}

// SuperblockPayloads returns the superblock of a slot with its whole blocks, where the
// service still has them; a nil timestamp means the latest.
func (c *Client) SuperblockPayloads(ctx context.Context, timestamp *uint64) (*wire.Superblock, error) {
	return fetch[wire.Superblock](ctx, c, "sequencer_getSuperblock", orLatest(timestamp), wire.SuperblockOptions{Payloads: true})
}

// Proofs returns the inclusion proofs of a message, or of all messages of a transaction.
func (c *Client) Proofs(ctx context.Context, hash common.Hash) ([]wire.Proof, error) {
	proofs, err := fetch[[]wire.Proof](ctx, c, "sequencer_getProof", hash)
	if err != nil {
		return nil, err
	}
	return *proofs, nil
}

// Preconfirmation returns the signed promise for a transaction. It does not check it.
func (c *Client) Preconfirmation(ctx context.Context, tx common.Hash) (*wire.Preconfirmation, error) {
	return fetch[wire.Preconfirmation](ctx, c, "sequencer_getPreconfirmation", tx)
}

// Chains returns the set the service sequences.
func (c *Client) Chains(ctx context.Context) (*wire.Chains, error) {
	return fetch[wire.Chains](ctx, c, "sequencer_chains")
}

// Status returns the service's health.
func (c *Client) Status(ctx context.Context) (*wire.Health, error) {
	return fetch[wire.Health](ctx, c, "sequencer_status")
}

// Refusal returns why the server refused a transaction, where that is what an error says.
func Refusal(err error) (*chains.RefusalData, bool) {
	var answer rpc.DataError
	if !errors.As(err, &answer) || answer.ErrorData() == nil {
		return nil, false
	}
	raw, err := json.Marshal(answer.ErrorData())
	if err != nil {
		return nil, false
	}
	var data chains.RefusalData
	if json.Unmarshal(raw, &data) != nil || data.Code == "" {
		return nil, false
	}
	return &data, true
}

func orLatest(number *uint64) any {
	if number == nil {
		return "latest"
	}
	return hexutil.Uint64(*number)
}

// fetch makes a call whose null result means that nothing was found.
func fetch[T any](ctx context.Context, c *Client, method string, args ...any) (*T, error) {
	var result *T
	if err := c.rpc.CallContext(ctx, &result, method, args...); err != nil {
		return nil, err
	}
	if result == nil {
		return nil, fmt.Errorf("%s: %w", method, ErrNotFound)
	}
	return result, nil
}
