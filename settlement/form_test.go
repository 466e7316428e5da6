package settlement

import (
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/params"
)

// The form that costs less is chosen at L1's present prices.
func TestCheaperInBlobs(t *testing.T) {
	gwei := func(n int64) *big.Int { return big.NewInt(n * params.GWei) }
	for _, c := range []struct {
		name             string
		size             int
		price, blobPrice *big.Int
		want             bool
	}{
		{"blobs cost nothing", 50, gwei(1), big.NewInt(1), true},
		{"a few bytes, and blobs at a sixteenth of gas", 150, gwei(16), gwei(1), false},
		{"some more bytes", 300, gwei(16), gwei(1), true},
		{"a full blob, and blobs as dear as gas", 126_000, gwei(10), gwei(10), true},
		{"blobs far dearer than gas", 126_000, gwei(1), gwei(100), false},
		{"a full blob, twenty times as dear", 126_000, gwei(10), gwei(200), true},
		{"and a little more, for a second one", 127_000, gwei(10), gwei(200), false},
	} {
		if got := cheaperInBlobs(c.size, c.price, c.blobPrice); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}
