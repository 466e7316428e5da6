package l1

import (
	"fmt"

	"github.com/ssequencer/ssequencer/chains"
)

// Time that the blocks of a chain may be later than their L1 origin, in seconds.
const (
	defaultMaxDrift = 600  // before Fjord, where the chain does not say otherwise
	fjordMaxDrift   = 1800 // since Fjord, by the time of the origin
)

// maxDrift returns how much later than the origin a block may be and still hold user
// transactions.
func (c *Chain) maxDrift(origin *block) uint64 {
	switch {
	case c.OP.Fork(origin.Time) >= chains.Fjord:
		return fjordMaxDrift
	case c.MaxDrift != 0:
		return c.MaxDrift
	}
	return defaultMaxDrift
}

// drifted reports whether a block of that time is too late for user transactions.
func (c *Chain) drifted(origin *block, timestamp uint64) bool {
	return timestamp > origin.Time+c.maxDrift(origin)
}

// chooseOrigin returns the L1 origin of the chain's block of that time, where current is
// its parent's and next is current's child, nil if there is none that may be used. Next
// is taken as soon as it is not later than the block.
//
// A block that is too late for current's drift and has no next is ErrNotYet: whether next
// has to be adopted depends on when it comes.
func (c *Chain) chooseOrigin(timestamp uint64, current, next *block) (*block, error) {
	switch {
	case next != nil && next.Time <= timestamp:
		return next, nil
	case next == nil && c.drifted(current, timestamp):
		return nil, fmt.Errorf("%w: chain %v at %d is past the drift of L1 block %d, and there is no later one", chains.ErrNotYet, c.ID, timestamp, current.Number)
	}
	return current, nil
}
