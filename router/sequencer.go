package router

import (
	"context"
	"encoding/json"
	"errors"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/wire"
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
	table["sequencer_getEndProofs"] = byNumber(func(ctx context.Context, n *uint64) (any, error) { return s.deps.Batches.EndProofs(ctx, n) })
	table["sequencer_getSuperblock"] = method{anywhere: true, answer: func(ctx context.Context, c *call) (any, error) {
		return s.superblock(ctx, c.params)
	}}
	table["sequencer_chains"] = noParams(func(ctx context.Context) (any, error) { return s.deps.Health.Chains(ctx) })
	table["sequencer_status"] = noParams(func(ctx context.Context) (any, error) { return s.deps.Health.Health(ctx) })
}

// superblock answers sequencer_getSuperblock: the timestamp, and what is to be with it.
func (s *Server) superblock(ctx context.Context, params []json.RawMessage) (any, error) {
	var (
		which json.RawMessage
		opts  wire.SuperblockOptions
	)
	if err := bind(params, 1, &which, &opts); err != nil {
		return nil, err
	}
	timestamp, err := numberOrLatest([]json.RawMessage{which})
	if err != nil {
		return nil, err
	}
	sb, err := s.deps.Records.Superblock(ctx, timestamp)
	if err != nil || !opts.Payloads {
		return sb, err
	}
	for i := range sb.Blocks {
		b := &sb.Blocks[i]
		p, err := s.deps.Payloads.Payload(ctx, chains.ChainID(b.ChainID), chains.BlockRef{Number: uint64(b.Number), Hash: b.Hash})
		if errors.Is(err, chains.ErrUnknown) {
			continue // not kept any more
		}
		if err != nil {
			return nil, err
		}
		b.Payload = wire.PayloadOf(p)
	}
	return sb, nil
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
