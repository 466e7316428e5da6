package main

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/urfave/cli/v2"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/wire"
	"github.com/ssequencer/ssequencer/client"
)

func bundleCommand() *cli.Command {
	return &cli.Command{
		Name: "bundle", Usage: "the life of one transaction or bundle", ArgsUsage: "TXHASH",
		Flags:  []cli.Flag{rpcFlag(), jsonFlag()},
		Action: showBundle,
	}
}

func showBundle(c *cli.Context) error {
	hash, err := hashArgument(c)
	if err != nil {
		return err
	}
	e, err := connect(c.Context, c)
	if err != nil {
		return err
	}
	defer e.close()
	b, err := e.client.Bundle(c.Context, hash)
	if err != nil {
		return describeMissing(e.failed(err), "transaction or bundle "+hash.Hex())
	}
	if c.Bool("json") {
		return printJSON(c, b)
	}
	w := c.App.Writer
	fmt.Fprintf(w, "bundle %s  %s\n", b.ID, b.Status)
	if b.Times.Queued != nil {
		fmt.Fprintf(w, "  since %s\n", time.UnixMilli(int64(*b.Times.Queued)).Format(time.RFC3339))
	}
	lines, _ := stageLines(b, 0)
	for _, line := range lines {
		fmt.Fprintln(w, line)
	}
	if b.Refusal != nil {
		fmt.Fprintln(w, refusalText(b.Refusal))
	}
	if b.Batch != nil {
		fmt.Fprintf(w, "batch %d\n", uint64(*b.Batch))
	}
	return table(w, legRows(b.Legs))
}

func hashArgument(c *cli.Context) (common.Hash, error) {
	text, err := oneArgument(c, "TXHASH")
	if err != nil {
		return common.Hash{}, err
	}
	return parseHash(text)
}

func parseHash(text string) (common.Hash, error) {
	raw, err := hexutil.Decode(text)
	if err != nil || len(raw) != common.HashLength {
		return common.Hash{}, usageError("%q is not a hash (0x and 64 hex digits)", text)
	}
	return common.Hash(raw), nil
}

// describeMissing says what was not found.
func describeMissing(err error, what string) error {
	if errors.Is(err, client.ErrNotFound) {
		return fmt.Errorf("%s: %w; it was never sent here, or it was refused and forgotten", what, client.ErrNotFound)
	}
	return err
}

// legRows returns the legs as a table.
func legRows(legs []wire.Leg) [][]string {
	rows := make([][]string, len(legs))
	for i, l := range legs {
		outcome := "success"
		if !l.Success {
			outcome = "reverted"
		}
		rows[i] = []string{
			fmt.Sprintf("leg %d", i), legName(&l), "chain " + chains.ChainID(l.ChainID).String(),
			fmt.Sprintf("block %d", uint64(l.BlockNumber)), fmt.Sprintf("index %d", uint64(l.TransactionIndex)),
			l.TxHash.Hex(), outcome, string(l.Safety),
		}
	}
	return rows
}

func legName(l *wire.Leg) string {
	switch {
	case l.Role == wire.RoleRelay && len(l.Initiates) > 0:
		return "mint+burn" // a nested message
	case l.Role == wire.RoleRelay:
		return "mint"
	case len(l.Initiates) > 0:
		return "burn"
	}
	return "plain"
}

// refusalText tells a refusal in a few lines.
func refusalText(r *chains.RefusalData) string {
	var b strings.Builder
	fmt.Fprintf(&b, "refused (%s): leg %d on chain %d: %s", r.Code, uint64(r.Leg), uint64(r.ChainID), r.Reason)
	if len(r.Data) > 0 {
		fmt.Fprintf(&b, "\n  revert data: %s", r.Data)
	}
	if r.Hint != "" {
		fmt.Fprintf(&b, "\n  hint: %s", r.Hint)
	}
	return b.String()
}
