// Command opgeth runs one op-geth node as a process of its own: an OP Stack chain behind
// its Engine API, with the chain's real predeploys in its genesis. It is a module of its
// own, because op-geth has the module path of go-ethereum and takes its place.
//
// When its endpoints answer it prints them as one line of JSON. SIGTERM and SIGINT stop it
// cleanly, and with --until-eof the end of its input, which comes when whoever started it
// is gone. A node never builds or adopts a block by itself.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
)

// options are the command's flags.
type options struct {
	chain chainOptions
	node  nodeOptions
	alloc string

	untilEOF bool
}

// endpoints is what the command prints.
type endpoints struct {
	ChainID uint64      `json:"chainId"`
	HTTP    string      `json:"http"`
	WS      string      `json:"ws"`
	Engine  string      `json:"engine"` // behind the JWT
	IPC     string      `json:"ipc,omitempty"`
	Genesis common.Hash `json:"genesis"`
}

func main() {
	var o options
	flag.Uint64Var(&o.chain.chainID, "chain-id", 901, "the chain's id")
	flag.Uint64Var(&o.chain.genesisTime, "genesis-time", 1_700_000_000, "timestamp of block 0, unix seconds")
	flag.Uint64Var(&o.chain.gasLimit, "gas-limit", 60_000_000, "gas limit of block 0")
	flag.StringVar(&o.chain.fork, "fork", "jovian", "the newest fork that is active from block 0 on: "+beforeEcotone+", "+strings.Join(forkNames(), ", "))
	flag.Var(&o.chain.forks, "fork-at", "NAME=TIMESTAMP of a later fork; may be repeated")
	flag.StringVar(&o.alloc, "alloc", "", "FILE with accounts to add to the genesis state, in geth's JSON form")
	flag.StringVar(&o.node.dataDir, "data-dir", "", "directory of the node; none keeps everything in memory")
	flag.StringVar(&o.node.http, "http", "127.0.0.1:0", "host:port of the public endpoint, port 0 = a free one")
	flag.StringVar(&o.node.auth, "auth", "127.0.0.1:0", "host:port of the Engine API")
	flag.StringVar(&o.node.ipc, "ipc", "", "PATH of a socket that serves every namespace; none by default")
	flag.StringVar(&o.node.jwt, "jwt", "", "FILE with the Engine API's secret, 64 hex digits (required)")
	flag.BoolVar(&o.untilEOF, "until-eof", false, "stop when standard input ends")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, syscall.SIGINT)
	defer stop()
	if o.untilEOF {
		go func() { // ends with the process
			io.Copy(io.Discard, os.Stdin)
			stop()
		}()
	}
	if err := run(ctx, o); err != nil {
		fmt.Fprintln(os.Stderr, "opgeth:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, o options) error {
	if o.node.jwt == "" {
		return errors.New("--jwt is missing")
	}
	if o.alloc != "" {
		var err error
		if o.chain.alloc, err = readAlloc(o.alloc); err != nil {
			return err
		}
	}
	genesis, err := o.chain.genesis()
	if err != nil {
		return err
	}
	n, err := start(genesis, o.node)
	if err != nil {
		return err
	}
	err = json.NewEncoder(os.Stdout).Encode(endpoints{
		ChainID: o.chain.chainID, HTTP: n.HTTPEndpoint(), WS: n.WSEndpoint(), Engine: n.HTTPAuthEndpoint(),
		IPC: o.node.ipc, Genesis: genesis.ToBlock().Hash(),
	})
	if err == nil {
		<-ctx.Done()
	}
	if closed := n.Close(); err == nil {
		err = closed
	}
	return err
}

func readAlloc(path string) (types.GenesisAlloc, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("--alloc: %w", err)
	}
	var alloc types.GenesisAlloc
	if err := json.Unmarshal(text, &alloc); err != nil {
		return nil, fmt.Errorf("--alloc %s: %w", path, err)
	}
	return alloc, nil
}
