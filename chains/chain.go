package chains

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"
)

// ChainID is the EIP-155 chain id of one L2 of the dependency set, or of the L1.
// Chain ids above 2^64-1 are not supported.
type ChainID uint64

// String returns the chain id in decimal.
func (c ChainID) String() string { return strconv.FormatUint(uint64(c), 10) }

// Big returns the chain id as a new big integer.
func (c ChainID) Big() *big.Int { return new(big.Int).SetUint64(uint64(c)) }

// ParseChainID reads a chain id in decimal, or in hex with an 0x prefix. Zero is
// not a chain id.
func ParseChainID(s string) (ChainID, error) {
	base, digits := 10, s
	if rest, ok := strings.CutPrefix(strings.ToLower(s), "0x"); ok {
		base, digits = 16, rest
	}
	n, err := strconv.ParseUint(digits, base, 64)
	if err != nil || n == 0 {
		return 0, fmt.Errorf("%q is not a chain id (a positive whole number, decimal or 0x hex)", s)
	}
	return ChainID(n), nil
}
