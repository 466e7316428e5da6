package router

import (
	"context"
	"encoding/json"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
)

// addSequencer adds the sequencer_* reads. They need no chain.
func (s *Server) addSequencer(table map[string]method) {
	byHash := func(find func(context.Context, common.Hash) (any, error)) method {
		return method{anywhere: true, answer: func(ctx context.Context, c *call) (any, error) {
			var hash common.Hash
			if err := bind(c.params, 1, &hash); err != nil {
				return nil, err
			}
			return find(ctx, hash)
		}}
	}
	byNumber := func(find func(context.Context, *uint64) (any, error)) method {
		return method{anywhere: true, answer: func(ctx context.Context, c *call) (any, error) {
			number, err := numberOrLatest(c.params)
			if err != nil {
				return nil, err
			}
			return find(ctx, number)
		}}
	}
	noParams := func(find func(context.Context) (any, error)) method {
		return method{anywhere: true, answer: func(ctx context.Context, c *call) (any, error) {
			if err := bind(c.params, 0); err != nil {
				return nil, err
			}
			return find(ctx)
		}}
	}
	table["sequencer_getBundle"] = byHash(func(ctx context.Context, h common.Hash) (any, error) { return s.deps.Records.Bundle(ctx, h) })
	table["sequencer_getPreconfirmation"] = byHash(func(ctx context.Context, h common.Hash) (any, error) {
		return s.deps.Records.Preconfirmation(ctx, h)
	})
	table["sequencer_getProof"] = byHash(func(ctx context.Context, h common.Hash) (any, error) { return s.deps.Batches.Proof(ctx, h) })
	table["sequencer_getBatch"] = byNumber(func(ctx context.Context, n *uint64) (any, error) { return s.deps.Batches.Batch(ctx, n) })
	table["sequencer_getSuperblock"] = byNumber(func(ctx context.Context, n *uint64) (any, error) {
		return s.deps.Records.Superblock(ctx, n)
	})
	table["sequencer_chains"] = noParams(func(ctx context.Context) (any, error) { return s.deps.Health.Chains(ctx) })
	table["sequencer_status"] = noParams(func(ctx context.Context) (any, error) { return s.deps.Health.Health(ctx) })
}

// numberOrLatest reads a number, as a hex quantity or a JSON number, or "latest" (nil).
func numberOrLatest(params []json.RawMessage) (*uint64, error) {
	var given json.RawMessage
	if err := bind(params, 1, &given); err != nil {
		return nil, err
	}
	if string(given) == `"latest"` {
		return nil, nil
	}
	var n uint64
	if json.Unmarshal(given, &n) == nil {
		return &n, nil
	}
	var quantity hexutil.Uint64
	if err := bind(params, 1, &quantity); err != nil {
		return nil, err
	}
	n = uint64(quantity)
	return &n, nil
}
