package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/wire"
	"github.com/ssequencer/ssequencer/client"
)

func statusCommand() *cli.Command {
	return &cli.Command{
		Name: "status", Usage: "chains, slots, batches, health; exit code 1 while the service is not healthy",
		Flags: []cli.Flag{rpcFlag(), jsonFlag(),
			&cli.BoolFlag{Name: "watch", Usage: "again and again until Ctrl-C; with --json one line each"},
			&cli.DurationFlag{Name: "interval", Usage: "time between two looks of --watch", Value: time.Second}},
		Action: showStatus,
	}
}

// serviceStatus is everything `status` prints.
type serviceStatus struct {
	Health     *wire.Health     `json:"health"`
	Set        *wire.Chains     `json:"set"`
	Superblock *wire.Superblock `json:"superblock"` // the latest, null before the first
	Batch      *wire.Batch      `json:"batch"`      // the latest, null before the first
}

func showStatus(c *cli.Context) error {
	if err := noArguments(c); err != nil {
		return err
	}
	interval := c.Duration("interval")
	if interval <= 0 {
		return usageError("--interval %v: want a time above 0", interval)
	}
	e, err := connect(c.Context, c)
	if err != nil {
		return err
	}
	defer e.close()
	if c.Bool("watch") {
		return watchStatus(c, e, interval)
	}
	s, err := readStatus(c.Context, e)
	if err != nil {
		return err
	}
	if c.Bool("json") {
		err = printJSON(c, s)
	} else {
		err = s.print(c.App.Writer)
	}
	if err == nil && !s.healthy() {
		err = silentError(codeFailure)
	}
	return err
}

func watchStatus(c *cli.Context, e *endpoint, interval time.Duration) error {
	ticker := time.NewTicker(interval)
	defer ticker.Stop()
	for {
		s, err := readStatus(c.Context, e)
		if c.Context.Err() != nil {
			return nil
		}
		if err != nil {
			return err
		}
		if c.Bool("json") {
			err = printLine(c, s)
		} else {
			if isTerminal(c.App.Writer) {
				fmt.Fprint(c.App.Writer, "\x1b[H\x1b[2J") // top left, clear
			}
			err = s.print(c.App.Writer)
		}
		if err != nil {
			return err
		}
		select {
		case <-ticker.C:
		case <-c.Context.Done():
			return nil
		}
	}
}

func readStatus(ctx context.Context, e *endpoint) (*serviceStatus, error) {
	var s serviceStatus
	var err error
	if s.Set, err = e.set(ctx); err != nil {
		return nil, err
	}
	if s.Health, err = e.client.Status(ctx); err != nil {
		return nil, e.failed(err)
	}
	if s.Superblock, err = e.client.Superblock(ctx, nil); err != nil && !errors.Is(err, client.ErrNotFound) {
		return nil, e.failed(err)
	}
	if s.Batch, err = e.client.Batch(ctx, nil); err != nil && !errors.Is(err, client.ErrNotFound) {
		return nil, e.failed(err)
	}
	return &s, nil
}

func (s *serviceStatus) healthy() bool {
	for _, ch := range s.Health.Chains {
		if !ch.Healthy {
			return false
		}
	}
	return s.Health.Ready && len(s.Health.Reasons) == 0
}

func (s *serviceStatus) print(w io.Writer) error {
	state := "healthy"
	if !s.healthy() {
		state = "NOT healthy"
	}
	fmt.Fprintf(w, "service %s%s\n", state, because(s.Health.Reasons))
	fmt.Fprintf(w, "L1 %d, settlement %s, signer %s (epoch %d), relayer %s\n",
		uint64(s.Set.L1ChainID), s.Set.Settlement, s.Set.Signer, uint64(s.Set.Epoch), s.Set.Relayer)
	if s.Superblock != nil {
		fmt.Fprintf(w, "slot %s\n", time.Unix(int64(s.Superblock.Timestamp), 0).UTC().Format(time.RFC3339))
	}
	if b := s.Batch; b != nil {
		fmt.Fprintf(w, "batch %d %s, root %s\n", uint64(b.Number), b.Status, b.BurnRoot)
	}
	for _, p := range s.Health.Pairs {
		if p.Owed > 0 {
			fmt.Fprintf(w, "pair %d -> %d: %d messages owed\n", uint64(p.Source), uint64(p.Destination), uint64(p.Owed))
		}
	}
	rows := [][]string{{"CHAIN", "LATEST", "SAFE", "FINALIZED", "QUEUED", "HEALTH"}}
	health := make(map[uint64]wire.ChainHealth)
	for _, h := range s.Health.Chains {
		health[uint64(h.ChainID)] = h
	}
	for _, ch := range s.Set.Chains {
		h := health[uint64(ch.ChainID)]
		word := "ok"
		if !h.Healthy {
			word = "NOT ok" + because(h.Reasons)
		}
		rows = append(rows, []string{
			chains.ChainID(ch.ChainID).String(), fmt.Sprint(uint64(ch.Latest.Number)), fmt.Sprint(uint64(ch.Safe.Number)),
			fmt.Sprint(uint64(ch.Finalized.Number)), fmt.Sprint(uint64(h.Queued)), word,
		})
	}
	return table(w, rows)
}

func because(reasons []string) string {
	if len(reasons) == 0 {
		return ""
	}
	return ": " + strings.Join(reasons, "; ")
}
