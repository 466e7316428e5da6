package main

import (
	"errors"
	"fmt"
	"net"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/ssequencer/ssequencer/cmd/ssequencer/config"
	"github.com/ssequencer/ssequencer/cmd/ssequencer/devnet"
	"github.com/ssequencer/ssequencer/settlement"
	"github.com/ssequencer/ssequencer/signer"
)

// devnetOptions are the flags of `devnet`.
type devnetOptions struct {
	l2Count     int
	dataDir     string // "" = a fresh temporary directory, removed at the end
	blockTime   time.Duration
	batchSlots  uint64
	publishAs   settlement.Form
	window      time.Duration // without demand, after which a batch is final
	gasLimit    uint64
	rpcAddr     string
	rpcPort     int           // of the first L2, the next ones follow; 0 = free ports
	decision    time.Duration // how long eth_sendRawTransaction waits for it
	l1Port      int           // 0 = a free one
	metricsPort int           // 0 = off
	l1BlockTime time.Duration // 0 = a second
}

// runningDevnet is a devnet whose every part answers.
type runningDevnet interface {
	running
	// Info describes it, with all endpoints filled in.
	Info() devnet.Info
}

func devnetCommand() *cli.Command {
	flags := []cli.Flag{
		&cli.IntFlag{Name: "l2.count", Usage: "number of L2s, from chain id 901 on", Value: 2},
		&cli.StringFlag{Name: "data-dir", Usage: "keep everything in this directory over restarts (default: a temporary one, removed at the end)"},
		&cli.DurationFlag{Name: "block-time", Usage: "time between L2 blocks, whole seconds", Value: time.Second},
		&cli.Uint64Flag{Name: "batch-slots", Usage: "slots in one settlement batch", Value: 5},
		&cli.DurationFlag{Name: "window", Usage: "time without demand of a proof after which a batch is final, whole seconds", Value: devnet.DefaultWindow},
		&cli.StringFlag{Name: "publish-as", Usage: "in which form the order of transactions gets to L1: calldata, blobs, or auto (whichever costs less)", Value: config.PublishCalldata},
		&cli.Uint64Flag{Name: "gas-limit", Usage: "gas limit of every L2 block", Value: 300_000_000},
		&cli.StringFlag{Name: "rpc.addr", Usage: "loopback address to listen on", Value: "127.0.0.1"},
		&cli.IntFlag{Name: "rpc.port", Usage: "port of chain 901, the next chains follow (0 = free ports)", Value: 9545},
		&cli.DurationFlag{Name: "rpc.decision-wait", Usage: "how long eth_sendRawTransaction waits for the decision", Value: 100 * time.Millisecond},
		&cli.IntFlag{Name: "l1.port", Usage: "port of the L1 (0 = a free one)", Value: 8545},
		&cli.IntFlag{Name: "metrics.port", Usage: "port of the Prometheus listener (0 = off)"},
		&cli.StringFlag{Name: "info", Usage: "write endpoints, accounts and contracts as JSON to FILE once everything answers"},
		&cli.BoolFlag{Name: "json", Usage: "print what --info writes instead of the banner"},
	}
	return &cli.Command{
		Name: "devnet", Usage: "an L1, L2s, contracts, funded accounts and the service, all in this process",
		Description: "Serves until Ctrl-C. The accounts are known to everybody: nothing of value belongs on them.",
		Flags:       append(flags, logFlags("warn")...),
		Action:      runDevnet,
	}
}

func runDevnet(c *cli.Context) error {
	options, err := parseDevnet(c)
	if err != nil {
		return err
	}
	log, err := newLogger(c.App.ErrWriter, logSettings(c))
	if err != nil {
		return err
	}
	began := time.Now()
	network, err := startDevnet(c.Context, options, log)
	if err != nil {
		return fmt.Errorf("start the devnet: %w", err)
	}
	info := network.Info()
	if path := c.String("info"); path != "" {
		if err := info.Write(path); err != nil {
			return errors.Join(fmt.Errorf("write the info file: %w", err), network.Close())
		}
	}
	if !c.Bool("json") {
		printBanner(c.App.Writer, &info, time.Since(began))
	} else if err := printLine(c, info); err != nil {
		return errors.Join(err, network.Close())
	}
	return serve(c.Context, network, log)
}

func parseDevnet(c *cli.Context) (devnetOptions, error) {
	o := devnetOptions{
		l2Count: c.Int("l2.count"), dataDir: c.String("data-dir"), blockTime: c.Duration("block-time"),
		batchSlots: c.Uint64("batch-slots"), window: c.Duration("window"), gasLimit: c.Uint64("gas-limit"), rpcAddr: c.String("rpc.addr"),
		rpcPort: c.Int("rpc.port"), decision: c.Duration("rpc.decision-wait"), l1Port: c.Int("l1.port"), metricsPort: c.Int("metrics.port"),
	}
	if err := noArguments(c); err != nil {
		return o, err
	}
	if o.l2Count < 1 || o.l2Count > devnet.MaxL2s {
		return o, usageError("--l2.count %d: want 1 to %d", o.l2Count, devnet.MaxL2s)
	}
	if o.blockTime < time.Second || o.blockTime%time.Second != 0 {
		return o, usageError("--block-time %v: want a whole number of seconds", o.blockTime)
	}
	if o.batchSlots == 0 {
		return o, usageError("--batch-slots 0: want at least 1")
	}
	if o.window < time.Second || o.window%time.Second != 0 {
		return o, usageError("--window %v: want a whole number of seconds", o.window)
	}
	switch name := c.String("publish-as"); name {
	case config.PublishCalldata, config.PublishBlobs, config.PublishAuto:
		o.publishAs = publicationForm(name)
	default:
		return o, usageError("--publish-as %q: want %s, %s or %s", name, config.PublishCalldata, config.PublishBlobs, config.PublishAuto)
	}
	if o.gasLimit < devnet.MinGasLimit {
		return o, usageError("--gas-limit %d: want at least %d, for the contracts' deployment", o.gasLimit, devnet.MinGasLimit)
	}
	if ip := net.ParseIP(o.rpcAddr); o.rpcAddr != "localhost" && (ip == nil || !ip.IsLoopback()) {
		return o, usageError("--rpc.addr %s: not a loopback address; a devnet with keys that everybody knows is not for a network", o.rpcAddr)
	}
	for name, last := range map[string]int{"rpc.port": o.rpcPort + o.l2Count - 1, "l1.port": o.l1Port, "metrics.port": o.metricsPort} {
		if c.Int(name) < 0 || last > 65535 {
			return o, usageError("--%s %d: not a port, or too high for the number of chains", name, c.Int(name))
		}
	}
	return o, nil
}

// devnetFirstKey returns the key of a devnet's first account.
func devnetFirstKey() (*signer.Key, error) {
	accounts, err := devnet.Accounts()
	if err != nil {
		return nil, err
	}
	return signer.FromHex(accounts[0].PrivateKey.String())
}
