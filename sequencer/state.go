package sequencer

import (
	"sync/atomic"
	"time"

	"github.com/ssequencer/ssequencer/signer"
)

// progress is how far the slot loop is.
type progress struct {
	opening *slot   // journaled, its blocks are not begun on every chain yet
	open    *slot   // under construction
	redoing *rerun  // of the open or opening slot, while it is not done
	sealing *slot   // being committed
	backlog []*slot // to be redone, before a new slot opens
	numbers counters
	recent  recent
	grace   time.Time // how long a chain whose block is due is waited for
	heeded  bool      // what the sources have to say since
	leads   leads
}

// counters number things over all chains.
type counters struct {
	arrival       uint64
	globalIndex   uint64
	redone        struct{ slot, index uint64 } // the slot redone last and its last global index
	lastTimestamp uint64                       // of the latest slot opened
}

// doubts are what the slot loop has to find out before it can go on, or go on with all.
type doubts struct {
	stale     bool      // the shards are to be reset before anything else
	suspect   string    // why the shards' state is to be read anew, empty when it is right
	retryAt   time.Time // when to go on after a node could not be read, zero if all can
	retries   int       // since then
	treesAt   time.Time // when message trees that could not be read are tried again
	strangers strangers // foreign heads met
	warmings  int       // items whose first reads are under way

	// unsettled is closed when what was decided stands on the shards again; nil while it
	// does. Between a rewind and the end of the redo they show less than was promised. It is
	// read by others than the loop.
	unsettled atomic.Pointer[chan struct{}]
}

// outward is what others than the slot loop ask for, or are told. Each is safe for
// concurrent use but for promised.
type outward struct {
	payloads *payloads
	promised *signer.Watermark
	promiser *promiser
	health   health
	wishes   wishes
}
