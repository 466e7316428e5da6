package l1

import (
	"context"
	"fmt"
	"maps"
	"math/big"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
)

// View knows the newest blocks of an L1, and so whether a block is on it and how deep. It
// is safe for concurrent use.
type View struct {
	cfg  ViewConfig
	node Node
	log  *zap.Logger

	mu     sync.Mutex
	head   chains.BlockRef
	hashes map[uint64]common.Hash // of the newest blocks, by number
	err    error                  // of the last look
}

// ViewConfig says how far a View sees. Its zero values stand for the defaults.
type ViewConfig struct {
	Blocks  uint64        // how many are known; default 256
	Poll    time.Duration // between looks at the L1 where it cannot be subscribed to; default 2 s
	Timeout time.Duration // for one answer of the L1; default 10 s
}

const defaultBlocks = 256

// NewView returns a view that knows nothing yet: start Run.
func NewView(cfg ViewConfig, node Node, log *zap.Logger) *View {
	if cfg.Blocks == 0 {
		cfg.Blocks = defaultBlocks
	}
	if cfg.Poll == 0 {
		cfg.Poll = defaultPoll
	}
	if cfg.Timeout == 0 {
		cfg.Timeout = defaultTimeout
	}
	return &View{cfg: cfg, node: node, log: log, hashes: make(map[uint64]common.Hash)}
}

// Depth returns how many blocks the L1 has on top of the block; false where the block is
// not on the L1, or not one of the newest. It answers from memory.
func (v *View) Depth(block chains.BlockRef) (uint64, bool) {
	v.mu.Lock()
	defer v.mu.Unlock()
	hash, ok := v.hashes[block.Number]
	if !ok || hash != block.Hash {
		return 0, false
	}
	return v.head.Number - block.Number, true
}

// Head returns the newest L1 block that was seen, and what is wrong with the L1 if the
// last look at it failed.
func (v *View) Head() (chains.BlockRef, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.head, v.err
}

// Run follows the L1 until ctx ends, and returns its error. Changed is called after each
// change, by the goroutine of Run; it must not block. Run may run once at a time only.
func (v *View) Run(ctx context.Context, changed func()) error {
	w := watch{node: v.node, poll: v.cfg.Poll, log: v.log}
	return w.run(ctx, func(ctx context.Context) bool {
		moved, err := v.refresh(ctx)
		v.mu.Lock()
		if (err == nil) != (v.err == nil) && ctx.Err() == nil {
			v.log.Warn("the L1 answers differently than before", zap.Error(err))
		}
		v.err = err
		v.mu.Unlock()
		if moved {
			changed()
		}
		return err == nil
	})
}

// refresh reads from the L1's head down to a block that is known, or as far as is kept.
func (v *View) refresh(ctx context.Context) (moved bool, err error) {
	head, err := v.header(ctx, nil)
	if err != nil {
		return false, err
	}
	known, fresh := v.snapshot(), []chains.BlockRef{refOf(head)}
	for h := head; uint64(len(fresh)) < v.cfg.Blocks && h.Number.Sign() > 0; {
		number := h.Number.Uint64() - 1
		if known[number] == h.ParentHash {
			break
		}
		below, err := v.header(ctx, new(big.Int).SetUint64(number))
		if err != nil {
			return false, err
		}
		if below.Hash() != h.ParentHash {
			return false, fmt.Errorf("%w: block %d", errMoved, number)
		}
		h, fresh = below, append(fresh, refOf(below))
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	moved = v.head != fresh[0]
	v.head = fresh[0]
	for _, ref := range fresh {
		v.hashes[ref.Number] = ref.Hash
	}
	for number := range v.hashes {
		if number > v.head.Number || number+v.cfg.Blocks <= v.head.Number {
			delete(v.hashes, number)
		}
	}
	return moved, nil
}

func (v *View) snapshot() map[uint64]common.Hash {
	v.mu.Lock()
	defer v.mu.Unlock()
	return maps.Clone(v.hashes)
}

func (v *View) header(ctx context.Context, number *big.Int) (*types.Header, error) {
	ctx, cancel := context.WithTimeout(ctx, v.cfg.Timeout)
	defer cancel()
	h, err := v.node.HeaderByNumber(ctx, number)
	if err != nil {
		return nil, fmt.Errorf("read the L1: %w", err)
	}
	return h, nil
}

func refOf(h *types.Header) chains.BlockRef {
	return chains.BlockRef{Number: h.Number.Uint64(), Hash: h.Hash()}
}
