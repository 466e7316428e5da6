// Package opscript is an op-node that does what a script says: it makes the calls that a
// sequencing op-node v1.19 makes to its execution node, in the same order and form, and
// reacts to answers as that one does. What it cannot do is derive blocks from L1; its L1 is
// made up.
//
// Tests take it step by step, to leave out, repeat or interrupt what they like, or let it
// run by the clock.
package opscript

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/node"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/ssequencer/ssequencer/chains"
)

// What an op-node's reaction to an error is.
var (
	// ErrCritical: op-node exits.
	ErrCritical = errors.New("critical error")
	// ErrReset: op-node looks for its heads anew.
	ErrReset = errors.New("reset")
	// ErrTemporary: op-node tries again after a second.
	ErrTemporary = errors.New("temporary error")
	// ErrExpired: op-node begins a new block after a block time.
	ErrExpired = errors.New("payload expired")
	// ErrInvalid: op-node drops the block, and begins a new one after a block time.
	ErrInvalid = errors.New("invalid payload")
)

// Engine API errors that op-node knows.
const (
	codeUnknownPayload    = -38001
	codeInvalidForkchoice = -38002
	codeInvalidAttributes = -38003
	codesEngineFrom       = -38099
	codesEngineTo         = -38000
)

// callTimeout is op-node's for each call.
const callTimeout = 10 * time.Second

// Config says what chain an op-node is of, and where its execution node is.
type Config struct {
	ChainID   chains.ChainID
	Rules     *chains.OPStack
	BlockTime uint64 // seconds
	// Engine is the URL of the Engine API, http or ws.
	Engine string
	Secret [32]byte
	// Transport carries HTTP requests; nil is the default one.
	Transport http.RoundTripper
	// Source derives blocks from a real L1; without it they are from the made-up L1.
	Source Source
	L1     *L1
	// Deposits returns the user deposits of a block of the made-up L1, nil where there are
	// none.
	Deposits func(number uint64) []*chains.Tx
}

// Source says what the block after parent is made of.
type Source interface {
	Next(parent *chains.Parent, timestamp uint64) (*chains.Inputs, error)
}

// Block is a block as op-node refers to it.
type Block struct {
	Number    uint64
	Hash      common.Hash
	Parent    common.Hash
	Timestamp uint64
	GasLimit  uint64
	Txs       int
	Origin    uint64 // number of its L1 origin
	Sequence  uint64 // among the blocks of this origin

	extra      []byte
	attributes chains.L1Attributes
	payload    json.RawMessage
	root       json.RawMessage // beacon root, as in the envelope
}

// OpNode is one op-node. Its methods must not be called concurrently.
type OpNode struct {
	cfg             Config
	client          *rpc.Client
	Head            *Block // the unsafe head
	Safe, Finalized common.Hash
}

// New makes an op-node that has not been started.
func New(ctx context.Context, cfg Config) (*OpNode, error) {
	transport := cfg.Transport
	if transport == nil {
		transport = &http.Transport{MaxIdleConnsPerHost: 4}
	}
	client, err := rpc.DialOptions(ctx, cfg.Engine, rpc.WithHTTPAuth(node.NewJWTAuth(cfg.Secret)), rpc.WithHTTPClient(&http.Client{Transport: transport}))
	if err != nil {
		return nil, fmt.Errorf("dial %s: %w", cfg.Engine, err)
	}
	return &OpNode{cfg: cfg, client: client}, nil
}

// Close closes the connection: to its execution node an op-node has died.
func (n *OpNode) Close() { n.client.Close() }

// Start makes the calls of a start and finds the heads: the node's latest block is the
// unsafe head.
func (n *OpNode) Start(ctx context.Context) error {
	var id hexutil.Uint64
	if err := n.call(ctx, &id, "eth_chainId"); err != nil {
		return err
	}
	if uint64(id) != uint64(n.cfg.ChainID) {
		return fmt.Errorf("%w: the execution node is of chain %d", ErrCritical, id)
	}
	heads := map[string]*Block{}
	for _, label := range []string{"0x0", "finalized", "safe", "latest"} {
		block, err := n.block(ctx, "eth_getBlockByNumber", label)
		if err != nil && label != "finalized" && label != "safe" { // there are none on a new chain
			return err
		}
		heads[label] = block
	}
	n.Head = heads["latest"]
	n.Safe, n.Finalized = heads["0x0"].Hash, heads["0x0"].Hash
	if b := heads["safe"]; b != nil {
		n.Safe = b.Hash
	}
	if b := heads["finalized"]; b != nil {
		n.Finalized = b.Hash
	}
	return n.Forkchoice(ctx)
}

// block reads a block as op-node does, with its transactions.
func (n *OpNode) block(ctx context.Context, method string, which any) (*Block, error) {
	var b *struct {
		Number       hexutil.Uint64 `json:"number"`
		Hash         common.Hash    `json:"hash"`
		Parent       common.Hash    `json:"parentHash"`
		Timestamp    hexutil.Uint64 `json:"timestamp"`
		GasLimit     hexutil.Uint64 `json:"gasLimit"`
		Extra        hexutil.Bytes  `json:"extraData"`
		Transactions []struct {
			Input hexutil.Bytes `json:"input"`
		} `json:"transactions"`
	}
	if err := n.call(ctx, &b, method, which, true); err != nil {
		return nil, err
	}
	if b == nil {
		return nil, fmt.Errorf("%w: there is no block %v", ErrReset, which)
	}
	out := &Block{
		Number: uint64(b.Number), Hash: b.Hash, Parent: b.Parent, Timestamp: uint64(b.Timestamp), GasLimit: uint64(b.GasLimit), Txs: len(b.Transactions), extra: b.Extra,
	}
	if len(b.Transactions) > 0 {
		out.derivedFrom(b.Transactions[0].Input)
	}
	return out, nil
}

// call makes a call within op-node's time.
func (n *OpNode) call(ctx context.Context, result any, method string, args ...any) error {
	ctx, cancel := context.WithTimeout(ctx, callTimeout)
	defer cancel()
	return n.client.CallContext(ctx, result, method, args...)
}

// Read makes any other call over the same connection.
func (n *OpNode) Read(ctx context.Context, result any, method string, args ...any) error {
	return n.call(ctx, result, method, args...)
}

// ReadBatch makes calls in one request.
func (n *OpNode) ReadBatch(ctx context.Context, batch []rpc.BatchElem) error {
	ctx, cancel := context.WithTimeout(ctx, callTimeout)
	defer cancel()
	return n.client.BatchCallContext(ctx, batch)
}

// code returns the JSON-RPC error code of an error, 0 if it has none.
func code(err error) int {
	var e rpc.Error
	if errors.As(err, &e) {
		return e.ErrorCode()
	}
	return 0
}
