package shard

import (
	"context"
	"fmt"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ssequencer/ssequencer/chains"
)

// keptHashes is how many block hashes are remembered at least: a block can read its 256
// ancestors. Twice as many are held before the older half is thrown away.
const keptHashes = 512

// hashes knows the block hashes by number, for BLOCKHASH and the EIP-2935 account. It is
// safe for concurrent use.
type hashes struct {
	src     Source
	timeout time.Duration

	mu       sync.Mutex
	adopted  uint64 // blocks up to this one were adopted when the shard started over
	byNumber map[uint64]common.Hash
}

func newHashes(src Source, timeout time.Duration, head chains.BlockRef) *hashes {
	return &hashes{src: src, timeout: timeout, adopted: head.Number, byNumber: map[uint64]common.Hash{head.Number: head.Hash}}
}

// set makes the hash of a block known.
func (h *hashes) set(number uint64, hash common.Hash) error {
	h.mu.Lock()
	defer h.mu.Unlock()
	if known, ok := h.byNumber[number]; ok && known != hash {
		return fmt.Errorf("%w: block %d has hash %s, not %s", ErrOrder, number, known, hash)
	}
	h.byNumber[number] = hash
	if len(h.byNumber) > 2*keptHashes {
		for n := range h.byNumber {
			if n+keptHashes < number {
				delete(h.byNumber, n)
			}
		}
	}
	return nil
}

// known returns the hash of a block where it is at hand, and else zero.
func (h *hashes) known(number uint64) common.Hash {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.byNumber[number]
}

// get returns the hash of a block, from the node if the block is older than the shard.
func (h *hashes) get(number uint64) (common.Hash, error) {
	h.mu.Lock()
	hash, ok := h.byNumber[number]
	h.mu.Unlock()
	if ok {
		return hash, nil
	}
	if number > h.adopted {
		return common.Hash{}, fmt.Errorf("%w: block %d", ErrParentUnknown, number)
	}
	ctx, cancel := context.WithTimeout(context.Background(), h.timeout)
	defer cancel()
	hash, err := h.src.BlockHash(ctx, number)
	if err != nil {
		return common.Hash{}, fmt.Errorf("%w: hash of block %d: %w", ErrState, number, err)
	}
	h.mu.Lock()
	h.byNumber[number] = hash
	h.mu.Unlock()
	return hash, nil
}
