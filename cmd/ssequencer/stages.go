package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/ssequencer/ssequencer/chains/wire"
	"github.com/ssequencer/ssequencer/client"
)

// stages are the stages of a bundle that is included, in order.
func stages() []wire.Status {
	return []wire.Status{wire.Queued, wire.Preconfirmed, wire.Sealed, wire.Posted, wire.Verified}
}

// reached reports whether a bundle has come to a stage, or will not come further.
func reached(b *wire.Bundle, stage wire.Status) bool {
	return b.Refusal != nil || rank(b.Status) < 0 || rank(b.Status) >= rank(stage)
}

// rank orders the stages; it is negative for what is not one: refused, dropped.
func rank(s wire.Status) int { return slices.Index(stages(), s) }

// follower follows one bundle.
type follower struct {
	endpoint *endpoint
	id       common.Hash // of the bundle, or of one of its transactions
	show     func(*wire.Bundle)
}

// until follows the bundle to a stage, or to its refusal, and shows each change.
func (f *follower) until(ctx context.Context, stage wire.Status) (*wire.Bundle, error) {
	wait, stop := f.changes(ctx)
	defer stop()
	for {
		b, err := f.endpoint.client.Bundle(ctx, f.id)
		if ctx.Err() != nil {
			return nil, ctx.Err() // whatever the call says about it
		}
		if err != nil && !errors.Is(err, client.ErrNotFound) {
			return nil, f.endpoint.failed(err)
		}
		if err == nil {
			f.show(b)
			if reached(b, stage) {
				return b, nil
			}
		}
		if err := wait(ctx); err != nil {
			return b, err
		}
	}
}

// changes returns a function that waits until the bundle may have changed: for the stream
// of bundles, or, where the service is not reached over WebSocket, for 50 ms.
func (f *follower) changes(ctx context.Context) (wait func(context.Context) error, stop func()) {
	const poll = 50 * time.Millisecond
	pause := func(ctx context.Context) error { return waitAtMost(ctx, poll) }
	if !f.endpoint.stream {
		return pause, func() {}
	}
	ch := make(chan client.Event[wire.Bundle], 16)
	sub, err := f.endpoint.client.SubscribeBundles(ctx, nil, ch)
	if err != nil {
		return pause, func() {}
	}
	return func(ctx context.Context) error { return f.next(ctx, sub, ch) }, sub.Unsubscribe
}

func waitAtMost(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// next waits for an event about this bundle, and a second at most: a server too busy to
// stream still answers questions.
func (f *follower) next(ctx context.Context, sub *rpc.ClientSubscription, ch <-chan client.Event[wire.Bundle]) error {
	timer := time.NewTimer(time.Second)
	defer timer.Stop()
	for {
		select {
		case e := <-ch:
			if f.concerns(&e.Data) {
				return nil
			}
		case err := <-sub.Err():
			return withCode(codeUnreachable, fmt.Errorf("the stream of bundles from %s ended: %w", f.endpoint.url.Redacted(), orClosed(err)))
		case <-timer.C:
			return nil
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

func orClosed(err error) error {
	if err == nil {
		return errors.New("connection closed")
	}
	return err
}

func (f *follower) concerns(b *wire.Bundle) bool {
	return b.ID == f.id || slices.ContainsFunc(b.Legs, func(l wire.Leg) bool { return l.TxHash == f.id })
}

// at returns when the bundle reached a stage.
func at(t *wire.Times, stage wire.Status) *hexutil.Uint64 {
	switch stage {
	case wire.Queued:
		return t.Queued
	case wire.Preconfirmed:
		return t.Preconfirmed
	case wire.Sealed:
		return t.Sealed
	case wire.Posted:
		return t.Posted
	case wire.Verified:
		return t.Verified
	}
	return nil
}

// stageLines returns the stages from index first on that the bundle has reached, each
// with the time since it was queued, and the index of the next.
func stageLines(b *wire.Bundle, first int) (lines []string, next int) {
	all := stages()
	for next = first; next <= rank(b.Status) && next < len(all); next++ {
		line := fmt.Sprintf("  %-12s", all[next])
		if t, start := at(&b.Times, all[next]), b.Times.Queued; t != nil && start != nil && *t >= *start {
			line += fmt.Sprintf("  +%d ms", uint64(*t-*start))
		}
		lines = append(lines, line)
	}
	return lines, next
}
