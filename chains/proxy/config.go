package proxy

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
)

// Config says which node the proxy stands before, and how patient it is. Zero values are
// replaced by the stated defaults.
type Config struct {
	ChainID chains.ChainID
	// NodeURL is the node's Engine API, an http or https URL. WebSocket connections of
	// op-node are passed on to the same host and port.
	NodeURL    string
	NodeSecret [32]byte // the JWT secret of NodeURL
	Secret     [32]byte // what op-node authenticates itself with
	Mode       Mode     // at first; default Enabled

	BlockTime time.Duration // of the chain, default 2 s
	// Patience is how long the sequencer may take to begin the commit of a block that
	// op-node waits for, before op-node gets the node's own. Default 500 ms.
	Patience time.Duration
	// Earliest is how long before a block's timestamp op-node may ask for it. What comes
	// earlier ends a job that op-node has no use for any more, and must not be sealed. It has
	// to be more than op-node's --sequencer.sealing-duration. Default half of BlockTime.
	Earliest time.Duration
	// Behind is how long after its timestamp a block is still filled. Blocks of an op-node that
	// is later than that, and catches up, are the node's own. Default BlockTime.
	Behind time.Duration
	// MinOriginDepth is how many blocks a block's L1 origin must have on top of it for the
	// block to take part in bundles. Default 4.
	MinOriginDepth uint64
	// Quiet is how long op-node may make no call, or have no new head, before that is said
	// (Trouble). Default five of BlockTime, at least 10 s.
	Quiet          time.Duration
	Timeout        time.Duration // of a call to the node, default 30 s
	MaxMessage     int64         // bytes of a request or a response, default 128 MiB
	MaxConnections int           // of op-node by WebSocket, default 16
}

func (c Config) withDefaults() (Config, error) {
	u, err := url.Parse(c.NodeURL)
	if err != nil || (u.Scheme != "http" && u.Scheme != "https") {
		return c, fmt.Errorf("proxy of chain %d: the node's Engine API must be an http or https URL", c.ChainID)
	}
	if c.Mode == "" {
		c.Mode = Enabled
	}
	if err := c.Mode.check(); err != nil {
		return c, err
	}
	c.BlockTime = cmp.Or(c.BlockTime, 2*time.Second)
	c.Patience = cmp.Or(c.Patience, 500*time.Millisecond)
	c.Earliest = cmp.Or(c.Earliest, c.BlockTime/2)
	c.Behind = cmp.Or(c.Behind, c.BlockTime)
	c.MinOriginDepth = cmp.Or(c.MinOriginDepth, 4)
	c.Quiet = cmp.Or(c.Quiet, max(5*c.BlockTime, 10*time.Second))
	c.Timeout = cmp.Or(c.Timeout, 30*time.Second)
	c.MaxMessage = cmp.Or(c.MaxMessage, 128<<20)
	c.MaxConnections = cmp.Or(c.MaxConnections, 16)
	return c, nil
}

// ErrNoBlock is what a Sequencer returns where it has committed no block, and, as long as
// Next answers with the same inputs, will not.
var ErrNoBlock = errors.New("no block of the sequencer's")

// Sequencer fills blocks. Its methods are called from several goroutines.
type Sequencer interface {
	// SealNow ends the slot that the chain's block on parent is in and returns the block,
	// once it is committed together with everything it is joined to. For a parent that has a
	// committed block already it returns that one, byte for byte. Where ctx ends before the
	// commit has begun, the block is given up: ErrNoBlock. After any other error nobody knows.
	SealNow(ctx context.Context, chain chains.ChainID, parent common.Hash) (*chains.Payload, error)
	// Wake tells that Next has something new, or less, or that op-node has moved the
	// node's head. It does not block.
	Wake()
}

// Node is the chain's own node, as far as the proxy uses it beside passing calls on.
type Node interface {
	// Adopt makes head the node's head and reads it back.
	Adopt(ctx context.Context, head, safe, finalized common.Hash) error
	// BlockHash returns the hash of the canonical block with that number, or
	// chains.ErrUnknown.
	BlockHash(ctx context.Context, number uint64) (common.Hash, error)
	// HeaderByHash returns the header of a block, or chains.ErrUnknown where the node does
	// not have it.
	HeaderByHash(ctx context.Context, hash common.Hash) (*types.Header, error)
}

// OpNode is the chain's op-node.
type OpNode interface {
	// PostUnsafePayload hands it a block that it has not asked for, in the form that
	// getPayload has.
	PostUnsafePayload(ctx context.Context, envelope json.RawMessage) error
}

// Conductor is the chain's op-conductor.
type Conductor interface {
	// Leader reports whether the op-node beside it is the one that makes blocks.
	Leader(ctx context.Context) (bool, error)
}

// L1 is a view of the L1.
type L1 interface {
	// Depth returns how many blocks the view has on top of the block, and false where the
	// block is not part of it. It answers from memory.
	Depth(block chains.BlockRef) (uint64, bool)
}

// Rehearsal executes blocks without taking part.
type Rehearsal interface {
	// Rehearse executes the block that the node has built from the inputs, as the sequencer
	// would, and says how the result differs from the node's, empty where it does not.
	Rehearse(ctx context.Context, in *chains.Inputs, built *chains.Payload) (differs string, err error)
}

// Deps are what a proxy works with.
type Deps struct {
	Node      Node
	OpNode    OpNode    // nil: blocks can be handed to the node only
	Conductor Conductor // nil: this op-node always leads
	L1        L1        // nil: L1 origins are not looked at
	Rehearsal Rehearsal // nil: a dry run compares nothing
	Metrics   *Metrics  // nil: not counted anywhere
	Log       *zap.Logger
}
