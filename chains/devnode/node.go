package devnode

import (
	"context"
	"crypto/rand"
	"fmt"
	"net"
	"strconv"

	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/rawdb"
	"github.com/ethereum/go-ethereum/eth"
	"github.com/ethereum/go-ethereum/eth/catalyst"
	"github.com/ethereum/go-ethereum/eth/ethconfig"
	"github.com/ethereum/go-ethereum/eth/filters"
	"github.com/ethereum/go-ethereum/eth/tracers"
	_ "github.com/ethereum/go-ethereum/eth/tracers/native" // registers callTracer and its like
	gethnode "github.com/ethereum/go-ethereum/node"
	"github.com/ethereum/go-ethereum/p2p"
	"github.com/ethereum/go-ethereum/params"
	"github.com/ethereum/go-ethereum/rpc"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
)

// enginePath is where a node's HTTP server serves all its namespaces behind a JWT.
// go-ethereum's own authenticated port leaves out the testing namespace.
const enginePath = "/engine"

// engineBodyLimit bounds an authenticated request: a payload of 8 MiB is twice that in
// hex, and is sent along with others.
const engineBodyLimit = 128 << 20

// Node is a running full node of one chain: archive, without peers, with the eth, net,
// web3 and debug namespaces on HTTP and WebSocket, and with all namespaces, engine and
// testing included, behind a JWT and in-process. All methods are safe for concurrent use.
type Node struct {
	id      chains.ChainID
	genesis *core.Genesis
	stack   *gethnode.Node
	backend *eth.Ethereum
	secret  [32]byte
	log     *zap.Logger
}

// Start starts a node and returns once its endpoints serve. A data directory of an
// earlier run is continued, after a crash from whatever state its database kept. The
// context bounds the start only; stop the node with Close.
func Start(ctx context.Context, cfg Config, log *zap.Logger) (*Node, error) {
	n, err := newNode(ctx, cfg, log)
	if err != nil {
		return nil, err
	}
	// go-ethereum's engine and filter APIs keep a sleeping goroutine per node each until
	// the process ends: they offer no way to stop them.
	if err := catalyst.Register(n.stack, n.backend); err != nil {
		return nil, n.abandon(fmt.Errorf("devnode: chain %d: register the engine API: %w", n.id, err))
	}
	if err := n.start(); err != nil {
		return nil, err
	}
	return n, nil
}

// newNode assembles a node that is not started yet.
func newNode(ctx context.Context, cfg Config, log *zap.Logger) (*Node, error) {
	if err := cfg.check(); err != nil {
		return nil, err
	}
	host, port, err := freeEndpoint(ctx, cfg.HTTPAddr)
	if err != nil {
		return nil, fmt.Errorf("devnode: chain %d: listen on %s: %w", cfg.ChainID, cfg.HTTPAddr, err)
	}
	stack, err := gethnode.New(stackConfig(cfg.DataDir, host, port))
	if err != nil {
		return nil, fmt.Errorf("devnode: chain %d: open %q: %w", cfg.ChainID, cfg.DataDir, err)
	}
	n := &Node{id: cfg.ChainID, genesis: cfg.Genesis(), stack: stack, log: log.With(zap.Uint64("chain", uint64(cfg.ChainID)))}
	n.backend, err = eth.New(stack, ethConfig(n.genesis))
	if err != nil {
		return nil, n.abandon(fmt.Errorf("devnode: chain %d: open the chain: %w", cfg.ChainID, err))
	}
	logs := filters.NewFilterSystem(n.backend.APIBackend, filters.Config{})
	stack.RegisterAPIs(append(tracers.APIs(n.backend.APIBackend), rpc.API{Namespace: "eth", Service: filters.NewFilterAPI(logs)}))
	if n.secret = cfg.JWTSecret; n.secret == [32]byte{} {
		rand.Read(n.secret[:])
	}
	handler, err := stack.RPCHandler()
	if err != nil {
		return nil, n.abandon(fmt.Errorf("devnode: chain %d: %w", cfg.ChainID, err))
	}
	handler.SetHTTPBodyLimit(engineBodyLimit)
	stack.RegisterHandler("engine", enginePath, gethnode.NewHTTPHandlerStack(handler, nil, []string{"localhost"}, n.secret[:], true))
	return n, nil
}

func (n *Node) start() error {
	if err := n.stack.Start(); err != nil {
		return fmt.Errorf("devnode: chain %d: start: %w", n.id, err)
	}
	head := n.backend.BlockChain().CurrentBlock()
	n.log.Info("node started", zap.String("http", n.HTTP()), zap.Stringer("head", head.Number), zap.Stringer("hash", head.Hash()))
	return nil
}

// abandon releases what a node that was never started holds, and returns cause.
func (n *Node) abandon(cause error) error {
	if err := n.stack.Close(); err != nil {
		n.log.Warn("release a node that did not start", zap.Error(err))
	}
	return cause
}

// freeEndpoint checks that addr can be listened on, before anything is opened that a
// failed start would leave behind.
func freeEndpoint(ctx context.Context, addr string) (host string, port int, err error) {
	if addr == "" {
		addr = DefaultHTTPAddr
	}
	host, portText, err := net.SplitHostPort(addr)
	if err != nil {
		return "", 0, err
	}
	if port, err = strconv.Atoi(portText); err != nil {
		return "", 0, err
	}
	l, err := new(net.ListenConfig).Listen(ctx, "tcp", addr)
	if err != nil {
		return "", 0, err
	}
	return host, port, l.Close()
}

func stackConfig(dataDir, host string, port int) *gethnode.Config {
	public := []string{"eth", "net", "web3", "debug"}
	return &gethnode.Config{
		Name:             "ssequencer",
		DataDir:          dataDir,
		HTTPHost:         host,
		HTTPPort:         port,
		HTTPModules:      public,
		HTTPVirtualHosts: []string{"localhost"},
		HTTPTimeouts:     rpc.DefaultHTTPTimeouts,
		WSHost:           host,
		WSPort:           port,
		WSModules:        public,
		WSOrigins:        []string{"*"},
		// Without an address, nodes collide on go-ethereum's default port.
		AuthAddr: "127.0.0.1",
		AuthPort: 0,
		P2P:      p2p.Config{NoDiscovery: true, NoDial: true},
	}
}

func ethConfig(genesis *core.Genesis) *ethconfig.Config {
	c := ethconfig.Defaults
	c.Genesis = genesis
	c.SyncMode = ethconfig.FullSync
	// An archive in the hash scheme writes its state with every block: a crash costs only
	// the last blocks, not all since the last clean stop, and proofs of every block stay
	// available.
	c.StateScheme = rawdb.HashScheme
	c.NoPruning = true
	c.SnapshotCache = 0
	c.DatabaseCache, c.DatabaseHandles = 32, 64
	c.TrieCleanCache, c.TrieDirtyCache = 32, 32
	c.TransactionHistory = 0 // all
	c.LogNoHistory = true    // log queries read the blocks' blooms
	c.Miner.GasCeil = genesis.GasLimit
	c.TxPool.Journal = ""
	c.TxPool.NoLocals = true
	c.BlobPool.Datadir = ""
	c.RPCGasCap = 0
	c.RPCEVMTimeout = 0
	c.RPCTxFeeCap = 0
	return &c
}

// ChainID returns the chain's id.
func (n *Node) ChainID() chains.ChainID { return n.id }

// HTTP returns the URL of the public JSON-RPC endpoint.
func (n *Node) HTTP() string { return n.stack.HTTPEndpoint() }

// WS returns the URL of the public WebSocket endpoint.
func (n *Node) WS() string { return n.stack.WSEndpoint() }

// AuthHTTP returns the URL at which every namespace is served behind the JWT secret.
func (n *Node) AuthHTTP() string { return n.HTTP() + enginePath }

// JWTSecret returns the secret of AuthHTTP.
func (n *Node) JWTSecret() [32]byte { return n.secret }

// Genesis returns the chain's genesis. The caller must not change it.
func (n *Node) Genesis() *core.Genesis { return n.genesis }

// ChainConfig returns the chain's rules. The caller must not change them.
func (n *Node) ChainConfig() *params.ChainConfig { return n.genesis.Config }

// Attach returns a new in-process client of all namespaces. The caller closes it.
func (n *Node) Attach() *rpc.Client { return n.stack.Attach() }

// Close stops the node and waits until its database is closed.
func (n *Node) Close() error {
	n.log.Info("node stopping")
	if err := n.stack.Close(); err != nil {
		return fmt.Errorf("devnode: chain %d: close: %w", n.id, err)
	}
	return nil
}
