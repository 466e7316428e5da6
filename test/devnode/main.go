// Command devnode runs one go-ethereum node of chains/devnode as a process of its own: an
// L2 behind its Engine API, or with --mine an L1 that produces blocks by itself. When its
// endpoints answer it prints them as one line of JSON. SIGTERM and SIGINT stop it cleanly.
package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/devnode"
)

// options are the command's flags.
type options struct {
	genesis, dataDir, http, jwt string
	mine                        time.Duration
}

// endpoints is what the command prints. Those of a node started again with the same --http
// and --jwt are the same.
type endpoints struct {
	ChainID uint64      `json:"chainId"`
	HTTP    string      `json:"http"`
	WS      string      `json:"ws"`
	Engine  string      `json:"engine"` // every namespace, behind the JWT
	Genesis common.Hash `json:"genesis"`
}

// closer is a running node.
type closer interface{ Close() error }

func main() {
	var o options
	flag.StringVar(&o.genesis, "genesis", "", "genesis FILE in geth's JSON form, as devnode.Config.Genesis makes it: chain id, gas limit, time, accounts")
	flag.StringVar(&o.dataDir, "data-dir", "", "directory of the node; none keeps everything in memory")
	flag.StringVar(&o.http, "http", devnode.DefaultHTTPAddr, "host:port to listen on, port 0 = a free one")
	flag.StringVar(&o.jwt, "jwt", "", "FILE with the Engine API's secret, 64 hex digits")
	flag.DurationVar(&o.mine, "mine", 0, "run as an L1 with a block each interval")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, syscall.SIGINT)
	defer stop()
	if err := run(ctx, o); err != nil {
		fmt.Fprintln(os.Stderr, "devnode:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, o options) error {
	cfg, err := o.config()
	if err != nil {
		return err
	}
	node, running, err := start(ctx, cfg, o.mine)
	if err != nil {
		return err
	}
	err = json.NewEncoder(os.Stdout).Encode(endpoints{
		ChainID: uint64(cfg.ChainID), HTTP: node.HTTP(), WS: node.WS(), Engine: node.AuthHTTP(), Genesis: node.Genesis().ToBlock().Hash(),
	})
	if err == nil {
		<-ctx.Done()
	}
	if closed := running.Close(); err == nil {
		err = closed
	}
	return err
}

func start(ctx context.Context, cfg devnode.Config, mine time.Duration) (*devnode.Node, closer, error) {
	if mine == 0 {
		n, err := devnode.Start(ctx, cfg, zap.NewNop())
		return n, n, err
	}
	l1, err := devnode.StartL1(ctx, devnode.L1Config{Config: cfg, BlockTime: mine}, zap.NewNop())
	if err != nil {
		return nil, nil, err
	}
	return l1.Node, l1, nil
}

// config reads the files. A genesis that this kind of node would not make is refused: the
// node would have another one.
func (o *options) config() (devnode.Config, error) {
	cfg := devnode.Config{DataDir: o.dataDir, HTTPAddr: o.http}
	text, err := os.ReadFile(o.genesis)
	if err != nil {
		return cfg, fmt.Errorf("--genesis: %w", err)
	}
	var g core.Genesis
	if err := json.Unmarshal(text, &g); err != nil {
		return cfg, fmt.Errorf("--genesis %s: %w", o.genesis, err)
	}
	if g.Config == nil || g.Config.ChainID == nil {
		return cfg, fmt.Errorf("--genesis %s: it has no chain id", o.genesis)
	}
	cfg.ChainID, cfg.GasLimit, cfg.GenesisTime, cfg.Alloc = chains.ChainID(g.Config.ChainID.Uint64()), g.GasLimit, g.Timestamp, g.Alloc
	if have, want := cfg.Genesis().ToBlock().Hash(), g.ToBlock().Hash(); have != want {
		return cfg, fmt.Errorf("--genesis %s: this node makes block 0 %s of it, not %s", o.genesis, have, want)
	}
	if o.jwt == "" {
		return cfg, nil
	}
	if text, err = os.ReadFile(o.jwt); err != nil {
		return cfg, fmt.Errorf("--jwt: %w", err)
	}
	secret, err := hexutil.Decode("0x" + strings.TrimPrefix(strings.TrimSpace(string(text)), "0x"))
	if err != nil || len(secret) != len(cfg.JWTSecret) {
		return cfg, fmt.Errorf("--jwt %s: a secret is 64 hex digits", o.jwt)
	}
	copy(cfg.JWTSecret[:], secret)
	return cfg, nil
}
