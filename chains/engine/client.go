package engine

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/http"
	"sync"
	"sync/atomic"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/ssequencer/ssequencer/chains"
)

// Timeouts bound one call each, beside the caller's context. Zero means the default.
type Timeouts struct {
	Build      time.Duration // default 8 s
	NewPayload time.Duration // default 8 s
	Forkchoice time.Duration // default 8 s
	Read       time.Duration // every other call, default 5 s
}

func (t Timeouts) withDefaults() Timeouts {
	t.Build = cmp.Or(t.Build, 8*time.Second)
	t.NewPayload = cmp.Or(t.NewPayload, 8*time.Second)
	t.Forkchoice = cmp.Or(t.Forkchoice, 8*time.Second)
	t.Read = cmp.Or(t.Read, 5*time.Second)
	return t
}

// Config says how one chain's node is reached and what it must be.
type Config struct {
	ChainID chains.ChainID
	// EngineURL is the authenticated endpoint, RPCURL the one with eth and debug; http,
	// https, ws, wss URLs or the path of an IPC socket. testing_buildBlockV1 may be on
	// either.
	EngineURL string
	RPCURL    string
	// JWTSecret is what EngineURL is authenticated with; each call has a fresh token. Over
	// HTTP, a node's clock that is up to a quarter of an hour off is made up for.
	JWTSecret [32]byte
	// OP says when a chain of the OP Stack has which fork, nil on every other chain. It
	// decides the versions of the Engine API's methods and how blocks are built: without
	// it by testing_buildBlockV1.
	OP *chains.OPStack
	// Genesis is the wanted genesis block; the zero hash means any.
	Genesis common.Hash
	// Later says that a node that cannot be reached now is no error: it is checked by the
	// first call of Head that reaches it, before which no other call may be made.
	Later    bool
	Timeouts Timeouts
}

// Client is a connection to one chain's node. It keeps no state of its own but what the
// node offers, and is safe for concurrent use. A lost connection is made again by the next
// call, which fails if that does not succeed.
type Client struct {
	chain     chains.ChainID
	op        *chains.OPStack
	engine    *rpc.Client
	engineURL string
	eth       *rpc.Client
	builder   *rpc.Client  // the one of both that serves testing_buildBlockV1, nil on the OP Stack
	web       *http.Client // beneath eth, nil if it is not ours
	timeouts  Timeouts
	offers    capabilities
	oneByOne  atomic.Bool // the node has no method for many slots at once

	checking  sync.Mutex
	unchecked *Config // what is still to be checked, nil once it was
}

// Dial connects to a node and checks that it is the wanted one: that both endpoints
// answer for the configured chain id, that the genesis block is the configured one, and
// that the needed methods exist. Close the client after use.
func Dial(ctx context.Context, cfg Config) (*Client, error) {
	web := httpClient()
	token := &auth{secret: cfg.JWTSecret, next: web.Transport, clock: time.Now}
	engine, err := rpc.DialOptions(ctx, cfg.EngineURL, rpc.WithHTTPAuth(token.sign), rpc.WithHTTPClient(&http.Client{Transport: token}))
	if err != nil {
		return nil, reachError(cfg.EngineURL, err)
	}
	eth, err := rpc.DialOptions(ctx, cfg.RPCURL, rpc.WithHTTPClient(web))
	if err != nil {
		engine.Close()
		return nil, reachError(cfg.RPCURL, err)
	}
	c, err := NewWithClients(ctx, cfg, engine, eth)
	if err != nil {
		web.CloseIdleConnections()
		return nil, err
	}
	c.web = web
	return c, nil
}

// NewWithClients is Dial over connections that exist already, which it owns from now on,
// also when it fails. They may be the same one, as that of a node in this process. The
// URLs of cfg are used in errors only.
func NewWithClients(ctx context.Context, cfg Config, engine, eth *rpc.Client) (*Client, error) {
	c := &Client{
		chain: cfg.ChainID, op: cfg.OP, engine: engine, engineURL: cmp.Or(cfg.EngineURL, "in-process node"), eth: eth,
		timeouts: cfg.Timeouts.withDefaults(),
	}
	err := c.check(ctx, cfg)
	if cfg.Later && errors.Is(err, ErrUnreachable) {
		c.unchecked = &cfg
		return c, nil
	}
	if err != nil {
		c.Close()
		return nil, fmt.Errorf("chain %d: %w", cfg.ChainID, err)
	}
	return c, nil
}

// httpClient keeps more idle connections to its one host than the default client.
func httpClient() *http.Client {
	t := http.DefaultTransport.(*http.Transport).Clone()
	t.Proxy = nil
	t.MaxIdleConnsPerHost = 16
	return &http.Client{Transport: t}
}

// Close closes the connections; calls in flight may fail.
func (c *Client) Close() {
	c.engine.Close()
	c.eth.Close()
	if c.web != nil {
		c.web.CloseIdleConnections()
	}
}

// ChainID returns the chain's id.
func (c *Client) ChainID() chains.ChainID { return c.chain }

func (c *Client) check(ctx context.Context, cfg Config) error {
	ctx, cancel := context.WithTimeout(ctx, c.timeouts.Read)
	defer cancel()
	ethURL := cmp.Or(cfg.RPCURL, "in-process node")
	if cfg.OP != nil {
		if err := cfg.OP.Check(); err != nil {
			return err
		}
	}
	if err := checkChainID(ctx, c.eth, ethURL, cfg.ChainID); err != nil {
		return err
	}
	if err := checkChainID(ctx, c.engine, c.engineURL, cfg.ChainID); err != nil {
		return err
	}
	if err := c.checkMethods(ctx, ethURL); err != nil {
		return err
	}
	if cfg.Genesis == (common.Hash{}) {
		return nil
	}
	got, err := c.BlockHash(ctx, 0)
	if err != nil {
		return fmt.Errorf("read the genesis block of %s: %w", ethURL, err)
	}
	if got != cfg.Genesis {
		return fmt.Errorf("%w: %s has %s, want %s", ErrWrongGenesis, ethURL, got, cfg.Genesis)
	}
	return nil
}

func checkChainID(ctx context.Context, client *rpc.Client, url string, want chains.ChainID) error {
	var got hexutil.Big
	if err := client.CallContext(ctx, &got, "eth_chainId"); err != nil {
		return reachError(url, err)
	}
	if got.ToInt().Cmp(want.Big()) != 0 {
		return fmt.Errorf("%w: %s serves chain %v, want %d", ErrWrongChain, url, got.ToInt(), want)
	}
	return nil
}

// checkMethods exchanges capabilities, checks that the node has what its next block needs,
// and finds out which endpoint builds blocks.
func (c *Client) checkMethods(ctx context.Context, ethURL string) error {
	if err := c.exchange(ctx); err != nil {
		return err
	}
	head, err := c.head(ctx)
	if err != nil {
		return fmt.Errorf("read the head of %s: %w", ethURL, err)
	}
	next := head.Time + 1
	if c.op != nil {
		next = max(next, *c.op.Ecotone) // on an older head, the first block that can be made
	}
	if err := c.Supports(ctx, next); err != nil || c.op != nil {
		return err
	}
	for _, candidate := range []*rpc.Client{c.engine, c.eth} {
		// A node that does not tell its modules does not have the testing namespace.
		modules, err := candidate.SupportedModules()
		if err == nil && modules["testing"] != "" {
			c.builder = candidate
			return nil
		}
	}
	return fmt.Errorf("%w: neither %s nor %s has %s (start the node with its testing API)", ErrUnsupported, c.engineURL, ethURL, methodBuild)
}

// Call is a plain call of the node's eth endpoint, bounded by Timeouts.Read.
func (c *Client) Call(ctx context.Context, result any, method string, args ...any) error {
	ctx, cancel := context.WithTimeout(ctx, c.timeouts.Read)
	defer cancel()
	return c.eth.CallContext(ctx, result, method, args...)
}

// BatchCall sends the calls in one request to the eth endpoint, bounded by
// Timeouts.Read. Nodes limit the size of a batch; geth's default is 1,000. The error is
// the request's; each element has its own.
func (c *Client) BatchCall(ctx context.Context, batch []rpc.BatchElem) error {
	ctx, cancel := context.WithTimeout(ctx, c.timeouts.Read)
	defer cancel()
	return c.eth.BatchCallContext(ctx, batch)
}
