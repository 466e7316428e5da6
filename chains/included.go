package chains

import (
	"errors"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
)

// ErrUnknown is what look-ups return, wrapped or not, for something they do not know.
var ErrUnknown = errors.New("not known")

// ErrUnavailable is what reads of a chain's state and head return, wrapped, while the chain
// stands aside: its node cannot be used, and what is decided on it may not be shown.
var ErrUnavailable = errors.New("chain unavailable")

// Included is one leg together with what its receipt needs and the leg does not hold.
type Included struct {
	Leg               Leg
	Bundle            common.Hash // id of the bundle it belongs to
	BlockHash         common.Hash // of the sealed block once it is applied, else the provisional hash
	BaseFee           *big.Int    // of its block, wei
	CumulativeGasUsed uint64      // gas of the block up to and with this transaction
	Deposits          uint64      // that lead its block
	Applied           bool        // its block is applied for its whole group: the node's own answer holds
}

// Place returns the position in the block, deposits counted.
func (in *Included) Place() uint64 { return in.Leg.Place(int(in.Deposits)) }

// OpenBlock is a block under construction as far as it is decided, or, once it is
// applied, only the name of the block it became.
type OpenBlock struct {
	Open        Open
	Provisional common.Hash // ProvisionalHash of Open
	Legs        []Leg       // decided so far, in block order; empty once applied
	Applied     common.Hash // hash of the applied block, zero before
}
