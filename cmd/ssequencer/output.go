package main

import (
	"encoding/json"
	"fmt"
	"io"
	"math/big"
	"os"
	"strings"
	"text/tabwriter"

	"github.com/urfave/cli/v2"
	"golang.org/x/term"
)

func jsonFlag() cli.Flag {
	return &cli.BoolFlag{Name: "json", Usage: "print the result as JSON"}
}

// printJSON writes v for machines, and for people to read.
func printJSON(c *cli.Context, v any) error {
	enc := json.NewEncoder(c.App.Writer)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}

// table writes rows in aligned columns; the first row may be a heading.
func table(w io.Writer, rows [][]string) error {
	tw := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, row := range rows {
		fmt.Fprintln(tw, strings.TrimRight(strings.Join(row, "\t"), "\t"))
	}
	return tw.Flush()
}

// isTerminal reports whether a person reads from or writes to v.
func isTerminal(v any) bool {
	f, ok := v.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// formatUnits writes an amount of the smallest unit in whole ones: 1500000, 6 -> 1.5.
func formatUnits(amount *big.Int, decimals uint8) string {
	digits := amount.String()
	n := int(decimals)
	if len(digits) <= n {
		digits = strings.Repeat("0", n-len(digits)+1) + digits
	}
	whole, fraction := digits[:len(digits)-n], strings.TrimRight(digits[len(digits)-n:], "0")
	if fraction == "" {
		return whole
	}
	return whole + "." + fraction
}

// parseUnits reads an amount in whole units as a decimal number: 1.5, 6 -> 1500000. It
// must be above zero and have no more decimals than the token.
func parseUnits(text string, decimals uint8) (*big.Int, error) {
	whole, fraction, _ := strings.Cut(text, ".")
	if len(fraction) > int(decimals) {
		return nil, fmt.Errorf("amount %q has more than the token's %d decimals", text, decimals)
	}
	digits := whole + fraction + strings.Repeat("0", int(decimals)-len(fraction))
	if strings.Trim(whole+fraction, "0123456789") != "" || whole+fraction == "" {
		return nil, fmt.Errorf("amount %q is not a decimal number such as 10 or 0.5", text)
	}
	amount, _ := new(big.Int).SetString(digits, 10)
	if amount.Sign() == 0 {
		return nil, fmt.Errorf("amount %q is zero", text)
	}
	if amount.BitLen() > 256 {
		return nil, fmt.Errorf("amount %q does not fit 256 bits", text)
	}
	return amount, nil
}

// printLine writes v as one line of JSON.
func printLine(c *cli.Context, v any) error {
	return json.NewEncoder(c.App.Writer).Encode(v)
}
