package l1

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"slices"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"
	"github.com/ethereum/go-ethereum/rpc"
	"github.com/ethereum/go-ethereum/trie"

	"github.com/ssequencer/ssequencer/chains"
)

// errMoved: the L1's head became another branch's while it was read.
var errMoved = errors.New("the L1 changed while it was read")

// reader reads the L1 once, from the head it had at the beginning.
type reader struct {
	node    Node
	timeout time.Duration
	rules   *params.ChainConfig
	follows []common.Address

	head    *types.Header
	headers map[uint64]*types.Header
	blocks  map[common.Hash]*block // those known already
}

func (s *Source) newReader(ctx context.Context) (*reader, error) {
	r := &reader{
		node: s.node, timeout: s.cfg.Timeout, rules: s.cfg.Rules,
		headers: make(map[uint64]*types.Header), blocks: make(map[common.Hash]*block),
	}
	for i := range s.cfg.Chains {
		r.follows = append(r.follows, s.cfg.Chains[i].Portal, s.cfg.Chains[i].SystemConfig)
	}
	ctx, cancel := context.WithTimeout(ctx, r.timeout)
	defer cancel()
	var err error
	if r.head, err = r.node.HeaderByNumber(ctx, nil); err != nil {
		return nil, fmt.Errorf("read the L1's head: %w", err)
	}
	r.headers[r.head.Number.Uint64()] = r.head
	return r, nil
}

// follow brings a line up to the head: blocks that are not on L1 any more are dropped, new
// ones appended.
func (r *reader) follow(ctx context.Context, l state) (state, error) {
	kept, err := r.onL1(ctx, l.blocks)
	if err != nil {
		return l, err
	}
	l.blocks = slices.Clone(l.blocks[:kept])
	at := l.find(l.last)
	if at < 0 {
		first, orphaned, err := r.first(ctx, l.last)
		if first == nil || err != nil {
			return state{last: l.last, orphaned: orphaned}, err
		}
		at, l.blocks = 0, []*block{first}
	}
	l.orphaned = false
	if at > behind {
		l.blocks, at = l.blocks[at-behind:], behind
	}
	return l, r.extend(ctx, &l, at+ahead+1)
}

// onL1 returns how many of the blocks are still on L1. What an L1 node does not have yet
// is left alone: it may only be behind.
func (r *reader) onL1(ctx context.Context, blocks []*block) (int, error) {
	kept := len(blocks)
	for i := len(blocks) - 1; i >= 0; i-- {
		h, err := r.header(ctx, blocks[i].Number)
		switch {
		case err != nil:
			return 0, err
		case h != nil && h.Hash() == blocks[i].Hash:
			return kept, nil
		case h != nil:
			kept = i
		}
	}
	return kept, nil
}

// first returns the block with which a line begins; nil if it is not on L1, or not known.
func (r *reader) first(ctx context.Context, ref chains.BlockRef) (b *block, orphaned bool, err error) {
	if ref.Hash == (common.Hash{}) {
		return nil, false, nil
	}
	h, err := r.header(ctx, ref.Number)
	switch {
	case err != nil || h == nil:
		return nil, false, err
	case h.Hash() != ref.Hash:
		return nil, true, nil
	}
	b, err = r.block(ctx, h)
	return b, false, err
}

// extend appends what L1 has, up to so many blocks.
func (r *reader) extend(ctx context.Context, l *state, length int) error {
	for len(l.blocks) < length && l.top().Number < r.head.Number.Uint64() {
		h, err := r.header(ctx, l.top().Number+1)
		if err != nil {
			return err
		}
		if h == nil || h.ParentHash != l.top().Hash {
			return fmt.Errorf("%w: block %d", errMoved, l.top().Number+1)
		}
		b, err := r.block(ctx, h)
		if err != nil {
			return err
		}
		l.blocks = append(l.blocks, b)
	}
	return nil
}

// header returns L1's header of that number, nil if there is none up to the head.
func (r *reader) header(ctx context.Context, number uint64) (*types.Header, error) {
	if h, ok := r.headers[number]; ok || number > r.head.Number.Uint64() {
		return h, nil
	}
	ctx, cancel := context.WithTimeout(ctx, r.timeout)
	defer cancel()
	h, err := r.node.HeaderByNumber(ctx, new(big.Int).SetUint64(number))
	switch {
	case errors.Is(err, ethereum.NotFound):
		return nil, nil
	case err != nil:
		return nil, fmt.Errorf("read L1 block %d: %w", number, err)
	case h.Number.Uint64() != number:
		return nil, fmt.Errorf("%w: asked for block %d it gives %v", ErrAnswer, number, h.Number)
	}
	r.headers[number] = h
	return h, nil
}

// block returns the block with its logs. Whether there are any is known from its bloom;
// the receipts they are in are held against its receipts root.
func (r *reader) block(ctx context.Context, h *types.Header) (*block, error) {
	if b, ok := r.blocks[h.Hash()]; ok {
		return b, nil
	}
	b, err := newBlock(r.rules, h)
	if err != nil {
		return nil, err
	}
	if slices.ContainsFunc(r.follows, func(a common.Address) bool { return types.BloomLookup(h.Bloom, a) }) {
		if b.Logs, err = r.logs(ctx, h); err != nil {
			return nil, err
		}
	}
	r.blocks[b.Hash] = b
	return b, nil
}

func (r *reader) logs(ctx context.Context, h *types.Header) ([]*types.Log, error) {
	ctx, cancel := context.WithTimeout(ctx, r.timeout)
	defer cancel()
	receipts, err := r.node.BlockReceipts(ctx, rpc.BlockNumberOrHashWithHash(h.Hash(), false))
	if err != nil {
		return nil, fmt.Errorf("read the receipts of L1 block %v: %w", h.Number, err)
	}
	if root := types.DeriveSha(types.Receipts(receipts), trie.NewStackTrie(nil)); root != h.ReceiptHash {
		return nil, fmt.Errorf("%w: the receipts of block %v have root %s, not %s", ErrAnswer, h.Number, root, h.ReceiptHash)
	}
	var logs []*types.Log
	index := uint(0)
	for _, receipt := range receipts {
		for _, log := range receipt.Logs {
			// The root does not cover where a log is: that is counted here.
			log.BlockNumber, log.BlockHash, log.Index = h.Number.Uint64(), h.Hash(), index
			index++
			if slices.Contains(r.follows, log.Address) {
				logs = append(logs, log)
			}
		}
	}
	return logs, nil
}
