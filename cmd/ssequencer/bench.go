package main

import (
	"context"
	"crypto/ecdsa"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/crypto"
	"github.com/urfave/cli/v2"

	"github.com/ssequencer/ssequencer/cmd/ssequencer/bench"
	"github.com/ssequencer/ssequencer/cmd/ssequencer/config"
	"github.com/ssequencer/ssequencer/cmd/ssequencer/devnet"
)

func benchCommand() *cli.Command {
	flags := []cli.Flag{
		&cli.IntFlag{Name: "count", Usage: "bundles or transactions to send, latency 1000, throughput 20000 and durability 10000 by default", DefaultText: "by mode"},
		&cli.StringFlag{Name: "transport", Usage: "http or ws", Value: string(bench.WebSocket)},
		&cli.IntFlag{Name: "senders", Usage: "throughput: accounts on each chain", Value: 50},
		&cli.IntFlag{Name: "mix", Usage: "throughput: percent of burns, the rest are transfers", Value: 50},
		&cli.Float64Flag{Name: "rate", Usage: "throughput: transactions per second (0 = as fast as they are taken)"},
		&cli.IntFlag{Name: "batch", Usage: "throughput: transactions in one request", Value: 50},
		&cli.IntFlag{Name: "rounds", Usage: "durability: how often everything is measured", Value: 5},
		&cli.IntFlag{Name: "bundles", Usage: "durability: bundles sent one after the other in each measurement", Value: 500},
		&cli.DurationFlag{Name: "slower", Usage: "durability: how much longer syncs of the second disk take", Value: 2 * time.Millisecond},
		&cli.DurationFlag{Name: "timeout", Usage: "longest duration of the whole run", Value: 15 * time.Minute},
		&cli.StringFlag{Name: "slo", Usage: "objectives such as p50=5ms,p99=20ms,tps=1000 (also p90, max; durability: lost=10,added=1ms); exit code 3 if one is missed"},
		&cli.BoolFlag{Name: "devnet", Usage: "start a devnet in this process and put the load on it"},
		&cli.IntFlag{Name: "l2.count", Usage: "L2s of that devnet", Value: 2},
		&cli.StringFlag{Name: "info", Usage: "take endpoint and accounts from a devnet's info FILE"},
		&cli.StringSliceFlag{Name: "private-key", Usage: "accounts that pay, in hex; repeated (default: the devnet's accounts)", EnvVars: []string{config.EnvName("private-key")}},
		rpcFlag(), jsonFlag(),
	}
	return &cli.Command{
		Name: "bench", Usage: "load generator; exit code 3 if an objective of --slo is missed", ArgsUsage: "[latency, throughput or durability]",
		Description: "latency (the default) sends one bundle at a time and measures the time to its signed promise; throughput sends\ntransactions of many senders at a rate. The accounts need ETH on every chain and test tokens on the first.\ndurability measures what the journal's syncs cost: devnets with and without them, on the disk of temporary\nfiles (TMPDIR) and with syncs that take longer, in turns.",
		Flags:       append(flags, logFlags("warn")...),
		Action:      runBench,
	}
}

// benchOrder is what the command line asks for.
type benchOrder struct {
	mode string
	over bench.Transport
	load bench.Load
	slo  bench.SLO
}

func runBench(c *cli.Context) error {
	order, err := parseBench(c)
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(c.Context, c.Duration("timeout"))
	defer cancel()
	if order.mode == "durability" {
		return runDurability(ctx, c, order)
	}
	url, keys, stop, err := benchTarget(ctx, c)
	if err != nil {
		return err
	}
	report, err := order.run(ctx, url, keys)
	if err = errors.Join(err, stop()); err != nil {
		return err
	}
	misses := order.slo.Misses(report)
	if c.Bool("json") {
		err = printJSON(c, struct {
			*bench.Report
			Misses []string `json:"misses"`
		}{report, append([]string{}, misses...)})
	} else {
		err = printBench(c.App.Writer, report)
	}
	if err == nil && len(misses) > 0 {
		err = withCode(codeCheck, errors.New(strings.Join(misses, "; ")))
	}
	return err
}

func parseBench(c *cli.Context) (*benchOrder, error) {
	o := &benchOrder{mode: "latency", over: bench.Transport(c.String("transport")),
		load: bench.Load{Count: c.Int("count"), Senders: c.Int("senders"), Burns: c.Int("mix"), Rate: c.Float64("rate"), Batch: c.Int("batch")}}
	if c.Args().Present() {
		mode, err := oneArgument(c, "mode")
		if err != nil {
			return nil, err
		}
		o.mode = mode
	}
	standard := map[string]int{"latency": 1000, "throughput": 20_000, "durability": 10_000}
	if standard[o.mode] == 0 {
		return nil, usageError("mode %q: want latency, throughput or durability", o.mode)
	}
	if !c.IsSet("count") {
		o.load.Count = standard[o.mode]
	}
	if o.over != bench.HTTP && o.over != bench.WebSocket {
		return nil, usageError("--transport %s: want http or ws", o.over)
	}
	if err := o.load.Check(); err != nil {
		return nil, usageError("%v", err)
	}
	if c.Bool("devnet") && (c.IsSet("info") || c.IsSet("rpc-url")) {
		return nil, usageError("--devnet excludes --info and --rpc-url")
	}
	var err error
	if o.slo, err = bench.ParseSLO(c.String("slo")); err != nil {
		return nil, usageError("--slo: %v", err)
	}
	switch cost := (bench.SLO{Lost: o.slo.Lost, Added: o.slo.Added}); {
	case o.mode == "durability" && o.slo != cost:
		return nil, usageError("--slo: durability has the objectives lost and added only")
	case o.mode != "durability" && cost != bench.SLO{}:
		return nil, usageError("--slo: lost and added are objectives of durability")
	}
	return o, nil
}

func (o *benchOrder) run(ctx context.Context, url string, keys []*ecdsa.PrivateKey) (*bench.Report, error) {
	target, err := bench.Connect(ctx, url, o.over, keys)
	if err != nil {
		return nil, err
	}
	defer target.Close()
	if o.mode == "latency" {
		return bench.Latency(ctx, target, o.load.Count)
	}
	return bench.Throughput(ctx, target, o.load)
}

// benchGasLimit is that of blocks of devnets started for a load.
const benchGasLimit = 300_000_000

// benchTarget finds the service, or starts one; stop ends what it started.
func benchTarget(ctx context.Context, c *cli.Context) (url string, keys []*ecdsa.PrivateKey, stop func() error, err error) {
	stop = func() error { return nil }
	accounts, err := devnet.Accounts()
	if err != nil {
		return "", nil, stop, err
	}
	url = c.String("rpc-url")
	switch {
	case c.Bool("devnet"):
		log, err := newLogger(c.App.ErrWriter, logSettings(c))
		if err != nil {
			return "", nil, stop, err
		}
		d, err := devnet.Start(ctx, devnet.Config{ChainsConfig: devnet.ChainsConfig{L2Count: c.Int("l2.count"), GasLimit: benchGasLimit}}, log)
		if err != nil {
			return "", nil, stop, fmt.Errorf("start the devnet: %w", err)
		}
		url, stop = d.Info().Chains[0].RPC, d.Close
	case c.IsSet("info"):
		text, err := os.ReadFile(c.String("info"))
		if err != nil {
			return "", nil, stop, fmt.Errorf("read the info file: %w; a devnet writes it with --info FILE", err)
		}
		var info devnet.Info
		if err := json.Unmarshal(text, &info); err != nil || len(info.Chains) == 0 {
			return "", nil, stop, fmt.Errorf("%s: not an info file of a devnet", c.String("info"))
		}
		url, accounts = info.Chains[0].RPC, info.Accounts
	}
	keys, err = benchKeys(c, accounts)
	if err != nil {
		err = errors.Join(err, stop())
	}
	return url, keys, stop, err
}

func benchKeys(c *cli.Context, accounts []devnet.Account) ([]*ecdsa.PrivateKey, error) {
	var keys []*ecdsa.PrivateKey
	for _, text := range c.StringSlice("private-key") {
		key, err := crypto.HexToECDSA(strings.TrimPrefix(strings.TrimSpace(text), "0x"))
		if err != nil {
			return nil, usageError("--private-key: 64 hex digits are expected")
		}
		keys = append(keys, key)
	}
	if len(keys) > 0 {
		return keys, nil
	}
	for _, a := range accounts {
		key, err := crypto.ToECDSA(a.PrivateKey)
		if err != nil {
			return nil, fmt.Errorf("account %s: %w", a.Address, err)
		}
		keys = append(keys, key)
	}
	return keys, nil
}

func printBench(w io.Writer, r *bench.Report) error {
	fmt.Fprintf(w, "%s over %s: %d sent, %d accepted, %d included, %d refused, in %.2f s\n",
		r.Mode, r.Transport, r.Sent, r.Accepted, r.Included, r.Refused, r.Seconds)
	if r.Problem != "" {
		fmt.Fprintf(w, "problem: %s\n", r.Problem)
	}
	fmt.Fprintf(w, "accepted %.0f/s, included %.0f/s\n", r.AcceptedPerSecond, r.IncludedPerSecond)
	p := r.Promise
	_, err := fmt.Fprintf(w, "submit to signed promise: p50 %v, p90 %v, p99 %v, max %v (%d measured)\n",
		p.P50.Round(time.Microsecond), p.P90.Round(time.Microsecond), p.P99.Round(time.Microsecond), p.Max.Round(time.Microsecond), p.Count)
	return err
}
