package main

import (
	"context"
	"crypto/ecdsa"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/urfave/cli/v2"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/cmd/ssequencer/bench"
	"github.com/ssequencer/ssequencer/cmd/ssequencer/devnet"
	"github.com/ssequencer/ssequencer/journal"
)

// runDurability measures devnets that differ in what their journal's syncs cost. There is
// no setting of `run` that does the same: a service that does not sync breaks its promises.
func runDurability(ctx context.Context, c *cli.Context, order *benchOrder) error {
	for _, name := range []string{"rpc-url", "info", "private-key"} {
		if c.IsSet(name) {
			return usageError("durability starts devnets of its own: without --%s", name)
		}
	}
	trial := bench.Trial{Rounds: c.Int("rounds"), Bundles: c.Int("bundles"), Load: order.load, Slower: c.Duration("slower")}
	if err := trial.Check(); err != nil {
		return usageError("%v", err)
	}
	log, err := newLogger(c.App.ErrWriter, logSettings(c))
	if err != nil {
		return err
	}
	accounts, err := devnet.Accounts()
	if err != nil {
		return err
	}
	keys, err := benchKeys(c, accounts)
	if err != nil {
		return err
	}
	cost, err := bench.Durability(ctx, order.onDevnet(c.Int("l2.count"), keys, log), trial)
	if err != nil {
		return err
	}
	misses := order.slo.CostMisses(cost)
	if c.Bool("json") {
		err = printJSON(c, struct {
			*bench.Cost
			Misses []string `json:"misses"`
		}{cost, append([]string{}, misses...)})
	} else {
		err = printCost(c.App.Writer, cost)
	}
	if err == nil && len(misses) > 0 {
		err = withCode(codeCheck, errors.New(strings.Join(misses, "; ")))
	}
	return err
}

// onDevnet starts a devnet for each measurement.
func (o *benchOrder) onDevnet(l2s int, keys []*ecdsa.PrivateKey, log *zap.Logger) bench.Start {
	return func(ctx context.Context, cfg journal.Config) (*bench.Target, func() error, error) {
		d, err := devnet.Start(ctx, devnet.Config{ChainsConfig: devnet.ChainsConfig{L2Count: l2s, GasLimit: benchGasLimit}, Journal: cfg}, log)
		if err != nil {
			return nil, nil, fmt.Errorf("start the devnet: %w", err)
		}
		t, err := bench.Connect(ctx, d.Info().Chains[0].RPC, o.over, keys)
		if err != nil {
			return nil, nil, errors.Join(err, d.Close())
		}
		return t, func() error { t.Close(); return d.Close() }, nil
	}
}

func printCost(w io.Writer, cost *bench.Cost) error {
	ms := func(d time.Duration) string { return fmt.Sprintf("%.2f ms", float64(d.Microseconds())/1000) }
	fmt.Fprintf(w, "a sync of 4 KiB takes p50 %s, p99 %s on the disk of temporary files\n", ms(cost.Sync.P50), ms(cost.Sync.P99))
	rows := [][]string{{"DISK", "ROUND", "SYNCED TX/S", "NOT SYNCED", "SYNCED P50", "NOT SYNCED", "SYNCED P99", "NOT SYNCED"}}
	disks := []struct {
		name string
		of   *bench.Comparison
	}{{"this one", &cost.Disk}, {fmt.Sprintf("%v slower", cost.Slower), &cost.Slow}}
	for _, d := range disks {
		for i := range cost.Rounds {
			sync, none := d.of.Sync[i], d.of.NoSync[i]
			rows = append(rows, []string{d.name, fmt.Sprint(i + 1), fmt.Sprintf("%.0f", sync.TPS), fmt.Sprintf("%.0f", none.TPS),
				ms(sync.P50), ms(none.P50), ms(sync.P99), ms(none.P99)})
		}
	}
	if err := table(w, rows); err != nil {
		return err
	}
	for _, d := range disks {
		lost, added := d.of.Lost(), d.of.Added()
		fmt.Fprintf(w, "%s: durability costs %.1f %% of throughput (%.1f to %.1f) and adds %.2f ms of promise latency (%.2f to %.2f)\n",
			d.name, lost.Median, lost.Min, lost.Max, added.Median, added.Min, added.Max)
	}
	return nil
}
