package chains

import (
	"errors"

	"github.com/ethereum/go-ethereum/common"
)

// ErrNotYet is what a chain's source of inputs returns while it has nothing for the next
// block.
var ErrNotYet = errors.New("nothing to make the next block of yet")

// ErrOrphaned is what a chain's source of inputs returns where L1 has dropped the block that
// the parent derives from, and it is certain that it will not come back by itself: what the
// chain built on it can never become safe.
var ErrOrphaned = errors.New("the L1 origin was dropped by an L1 reorg")

// ErrUnsure is ErrOrphaned while it is too early to believe it.
var ErrUnsure = errors.New("L1 shows another block in place of the origin, which may pass")

// Parent is the block that the next one is built on, as far as it is known.
type Parent struct {
	ChainID    ChainID
	Number     uint64
	Hash       common.Hash // zero while it is not built yet
	Timestamp  uint64      // unix seconds
	GasLimit   uint64
	ExtraData  []byte       // EIP-1559 parameters: see ParseExtraData
	Attributes L1Attributes // what L1Block holds after it; its big integers are never nil
}

// Inputs is what a chain's next block is to be made of, beside transactions of users. A
// value that was handed out is not changed any more.
type Inputs struct {
	Timestamp    uint64 // unix seconds; names the slot
	PrevRandao   common.Hash
	FeeRecipient common.Address
	GasLimit     uint64
	BeaconRoot   common.Hash
	// FeeMarket decides the base fee of the block after it, since Holocene. Denominator and
	// elasticity both zero are the chain's own.
	FeeMarket FeeMarket
	L1Origin  BlockRef
	Deposits  [][]byte // EIP-2718 encodings, the L1 attributes first
	NoTxPool  bool     // the block takes deposits only
	Alone     string   // why the block takes part in no bundle with other chains, empty where it may
}
