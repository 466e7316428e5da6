package main

import (
	"errors"
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
	"github.com/ethereum/go-ethereum/rpc"
)

// nodeOptions say where a node keeps and serves its chain.
type nodeOptions struct {
	dataDir, http, auth, ipc, jwt string
}

// start starts an archive node without peers.
func start(genesis *core.Genesis, o nodeOptions) (*gethnode.Node, error) {
	config, err := stackConfig(o)
	if err != nil {
		return nil, err
	}
	stack, err := gethnode.New(config)
	if err != nil {
		return nil, fmt.Errorf("open %q: %w", o.dataDir, err)
	}
	if err := assemble(stack, genesis); err != nil {
		return nil, errors.Join(err, stack.Close())
	}
	if err := stack.Start(); err != nil {
		return nil, fmt.Errorf("start: %w", err)
	}
	return stack, nil
}

func assemble(stack *gethnode.Node, genesis *core.Genesis) error {
	backend, err := eth.New(stack, ethConfig(genesis))
	if err != nil {
		return fmt.Errorf("open the chain: %w", err)
	}
	logs := filters.NewFilterSystem(backend.APIBackend, filters.Config{})
	stack.RegisterAPIs(append(tracers.APIs(backend.APIBackend), rpc.API{Namespace: "eth", Service: filters.NewFilterAPI(logs)}))
	if err := catalyst.Register(stack, backend); err != nil {
		return fmt.Errorf("register the engine API: %w", err)
	}
	return nil
}

func stackConfig(o nodeOptions) (*gethnode.Config, error) {
	httpHost, httpPort, err := freeEndpoint(o.http)
	if err != nil {
		return nil, fmt.Errorf("--http: %w", err)
	}
	authHost, authPort, err := freeEndpoint(o.auth)
	if err != nil {
		return nil, fmt.Errorf("--auth: %w", err)
	}
	public := []string{"eth", "net", "web3", "debug", "txpool", "miner"}
	return &gethnode.Config{
		Name: "opgeth", DataDir: o.dataDir, IPCPath: o.ipc,
		HTTPHost: httpHost, HTTPPort: httpPort, HTTPModules: public, HTTPVirtualHosts: []string{"localhost"}, HTTPTimeouts: rpc.DefaultHTTPTimeouts,
		WSHost: httpHost, WSPort: httpPort, WSModules: public, WSOrigins: []string{"*"},
		AuthAddr: authHost, AuthPort: authPort, AuthVirtualHosts: []string{"localhost"}, JWTSecret: o.jwt,
		P2P: p2p.Config{NoDiscovery: true, NoDial: true},
	}, nil
}

// freeEndpoint checks that addr can be listened on: op-geth panics on a taken port.
func freeEndpoint(addr string) (host string, port int, err error) {
	host, portText, err := net.SplitHostPort(addr)
	if err != nil {
		return "", 0, err
	}
	if port, err = strconv.Atoi(portText); err != nil {
		return "", 0, err
	}
	l, err := net.Listen("tcp", addr)
	if err != nil {
		return "", 0, err
	}
	return host, port, l.Close()
}

func ethConfig(genesis *core.Genesis) *ethconfig.Config {
	c := ethconfig.Defaults
	c.Genesis = genesis
	c.SyncMode = ethconfig.FullSync
	// An archive in the hash scheme: a killed node loses its last blocks only, and proofs
	// of every block stay available.
	c.StateScheme = rawdb.HashScheme
	c.NoPruning = true
	c.SnapshotCache = 0
	c.DatabaseCache, c.DatabaseHandles = 32, 64
	c.TrieCleanCache, c.TrieDirtyCache = 32, 32
	c.TransactionHistory = 0 // all
	c.LogNoHistory = true
	c.Miner.GasCeil = genesis.GasLimit
	c.TxPool.Journal = ""
	c.BlobPool.Datadir = ""
	c.RPCGasCap = 0
	c.RPCEVMTimeout = 0
	c.RPCTxFeeCap = 0
	return &c
}
