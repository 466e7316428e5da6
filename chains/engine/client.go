package engine

import (
	"cmp"
	"context"
	"fmt"
	"net/http"
	"slices"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	gethnode "github.com/ethereum/go-ethereum/node"
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
	// JWTSecret is what EngineURL is authenticated with; each call has a fresh token.
	JWTSecret [32]byte
	// Genesis is the wanted genesis block; the zero hash means any.
	Genesis  common.Hash
	Timeouts Timeouts
}

// Client is a connection to one chain's node. It keeps no state of its own and is safe
// for concurrent use.
type Client struct {
	chain    chains.ChainID
	engine   *rpc.Client
	eth      *rpc.Client
	builder  *rpc.Client  // the one of both that serves testing_buildBlockV1
	web      *http.Client // beneath engine and eth, nil if they are not ours
	timeouts Timeouts
}

// Dial connects to a node and checks that it is the wanted one: that both endpoints
// answer for the configured chain id, that the genesis block is the configured one, and
// that the needed methods exist. Close the client after use.
func Dial(ctx context.Context, cfg Config) (*Client, error) {
	web := httpClient()
	engine, err := rpc.DialOptions(ctx, cfg.EngineURL, rpc.WithHTTPAuth(gethnode.NewJWTAuth(cfg.JWTSecret)), rpc.WithHTTPClient(web))
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
	c := &Client{chain: cfg.ChainID, engine: engine, eth: eth, timeouts: cfg.Timeouts.withDefaults()}
	if err := c.check(ctx, cfg); err != nil {
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
	engineURL, ethURL := cmp.Or(cfg.EngineURL, "in-process node"), cmp.Or(cfg.RPCURL, "in-process node")
	if err := checkChainID(ctx, c.eth, ethURL, cfg.ChainID); err != nil {
		return err
	}
	if err := checkChainID(ctx, c.engine, engineURL, cfg.ChainID); err != nil {
		return err
	}
	if err := c.checkMethods(ctx, engineURL, ethURL); err != nil {
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

// checkMethods exchanges capabilities and finds out which endpoint builds blocks.
func (c *Client) checkMethods(ctx context.Context, engineURL, ethURL string) error {
	needed := []string{methodNewPayload, methodForkchoice}
	var offered []string
	if err := c.engine.CallContext(ctx, &offered, "engine_exchangeCapabilities", needed); err != nil {
		return reachError(engineURL, err)
	}
	for _, m := range needed {
		if !slices.Contains(offered, m) {
			return fmt.Errorf("%w: %s has no %s", ErrUnsupported, engineURL, m)
		}
	}
	for _, candidate := range []*rpc.Client{c.engine, c.eth} {
		// A node that does not tell its modules does not have the testing namespace.
		modules, err := candidate.SupportedModules()
		if err == nil && modules["testing"] != "" {
			c.builder = candidate
			return nil
		}
	}
	return fmt.Errorf("%w: neither %s nor %s has %s (start the node with its testing API)", ErrUnsupported, engineURL, ethURL, methodBuild)
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
