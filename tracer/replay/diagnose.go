package replay

import (
	"context"

	"github.com/ssequencer/ssequencer/chains"
)

// Diagnose returns a function that has the node trace a payload it built and compares
// that with what a shard sealed: the index of the first transaction that differs and how,
// or -1 where no transaction does. The payload need not be known to the node.
func Diagnose(node Caller) func(ctx context.Context, open *chains.Open, sealed *chains.Sealed) (int, string, error) {
	return func(ctx context.Context, open *chains.Open, sealed *chains.Sealed) (int, string, error) {
		txs := make([][]byte, len(sealed.Transactions))
		for i, tx := range sealed.Transactions {
			txs[i] = tx.Raw()
		}
		theirs, err := List(ctx, node, open, txs)
		if err != nil {
			return -1, "", err
		}
		index, what := FirstDivergence(Sealed(sealed), theirs)
		return index, what, nil
	}
}
