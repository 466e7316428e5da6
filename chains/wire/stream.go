package wire

import "github.com/ethereum/go-ethereum/common/hexutil"

// Topic names a stream of sequencer_subscribe.
type Topic string

// The streams, and what Event.Data holds in each.
const (
	Preconfirmations Topic = "preconfirmations" // *Preconfirmation
	Revocations      Topic = "revocations"      // *Revocation
	Bundles          Topic = "bundles"          // *Bundle, at each change of its status
	Superblocks      Topic = "superblocks"      // *Superblock
	Batches          Topic = "batches"          // *Batch, at each change of its status
)

// Topics returns all streams.
func Topics() []Topic {
	return []Topic{Preconfirmations, Revocations, Bundles, Superblocks, Batches}
}

// Event is one message of a stream. GlobalIndex is the first global index the event is
// about, or, where it is about none, the next one to be given at that moment. A
// subscription from a global index gets every event with that or a higher one, in
// order; after a disconnect a client subscribes from the last one it saw and skips what
// it knows.
type Event struct {
	GlobalIndex hexutil.Uint64 `json:"globalIndex"`
	Data        any            `json:"data"`
}

// SubscribeOptions is the second parameter of sequencer_subscribe.
type SubscribeOptions struct {
	FromGlobalIndex *hexutil.Uint64 `json:"fromGlobalIndex,omitempty"` // absent: from now on
}

// Subscription says which events of a stream somebody wants. It has no JSON form.
type Subscription struct {
	Topic Topic
	From  *uint64 // first global index, nil = from now on
	Ready func()  // called once when "now" is fixed, before the first event; may be nil
}
