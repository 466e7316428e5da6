package client

import (
	"context"

	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/ssequencer/ssequencer/chains/wire"
)

// Event is one message of a stream. After a disconnect, subscribe again from the
// GlobalIndex last seen and skip what is known.
type Event[T any] struct {
	GlobalIndex hexutil.Uint64 `json:"globalIndex"`
	Data        T              `json:"data"`
}

// The Subscribe methods need a WebSocket connection. from is the first global index, nil
// for from now on. Events come on ch until the subscription is unsubscribed or fails;
// ch is not closed. A client that takes no events for long is disconnected.

// SubscribePreconfirmations streams every promise as it is signed.
func (c *Client) SubscribePreconfirmations(ctx context.Context, from *uint64, ch chan<- Event[wire.Preconfirmation]) (*rpc.ClientSubscription, error) {
	return subscribe(ctx, c, wire.Preconfirmations, from, ch)
}

// SubscribeRevocations streams the promises that are taken back.
func (c *Client) SubscribeRevocations(ctx context.Context, from *uint64, ch chan<- Event[wire.Revocation]) (*rpc.ClientSubscription, error) {
	return subscribe(ctx, c, wire.Revocations, from, ch)
}

// SubscribeBundles streams bundles, each at every change of its status.
func (c *Client) SubscribeBundles(ctx context.Context, from *uint64, ch chan<- Event[wire.Bundle]) (*rpc.ClientSubscription, error) {
	return subscribe(ctx, c, wire.Bundles, from, ch)
}

// SubscribeSuperblocks streams the applied superblocks.
func (c *Client) SubscribeSuperblocks(ctx context.Context, from *uint64, ch chan<- Event[wire.Superblock]) (*rpc.ClientSubscription, error) {
	return subscribe(ctx, c, wire.Superblocks, from, ch)
}

// SubscribeBatches streams settlement batches, each at every change of its status.
func (c *Client) SubscribeBatches(ctx context.Context, from *uint64, ch chan<- Event[wire.Batch]) (*rpc.ClientSubscription, error) {
	return subscribe(ctx, c, wire.Batches, from, ch)
}

func subscribe[T any](ctx context.Context, c *Client, topic wire.Topic, from *uint64, ch chan<- Event[T]) (*rpc.ClientSubscription, error) {
	opts := wire.SubscribeOptions{FromGlobalIndex: (*hexutil.Uint64)(from)}
	return c.rpc.Subscribe(ctx, "sequencer", ch, topic, opts)
}
