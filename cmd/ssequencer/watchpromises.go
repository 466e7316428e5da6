package main

import (
	"context"
	"errors"
	"strings"
	"sync"
	"time"

	"github.com/urfave/cli/v2"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains/wire"
	"github.com/ssequencer/ssequencer/client"
	"github.com/ssequencer/ssequencer/verifier"
)

const (
	// heldPromises is how many promises wait to be compared; more make the service wait.
	heldPromises = 4096
	// reconnectAfter is the pause before a service that was lost is asked again.
	reconnectAfter = time.Second
)

// promiseFollower compares promises of files and services with each other.
type promiseFollower struct {
	book    *verifier.Promises
	found   []*verifier.Contradiction // of the files
	streams chan verifier.Promise
	next    *verifier.Promise // taken from streams, not compared yet
	cancel  context.CancelFunc
	owned   sync.WaitGroup
	log     *zap.Logger
}

// followPromises reads the files of --promises and begins to follow the services.
func followPromises(c *cli.Context, v *verifier.Verifier, log *zap.Logger) (*promiseFollower, error) {
	ctx, cancel := context.WithCancel(c.Context)
	f := &promiseFollower{book: v.NewPromises(rememberedPromises), streams: make(chan verifier.Promise, heldPromises), cancel: cancel, log: log}
	for _, from := range c.StringSlice("promises") {
		if strings.HasPrefix(from, "ws://") || strings.HasPrefix(from, "wss://") {
			f.owned.Go(func() { f.follow(ctx, from) })
			continue
		}
		err := readPromiseFile(ctx, f.book, from, func(found *verifier.Contradiction) error {
			f.found = append(f.found, found)
			return nil
		})
		if err != nil {
			f.stop()
			return nil, err
		}
	}
	return f, nil
}

// stop ends following and waits for it.
func (f *promiseFollower) stop() {
	f.cancel()
	f.owned.Wait()
}

// take compares what has come, and gives fn each contradiction.
func (f *promiseFollower) take(ctx context.Context, fn func(*verifier.Contradiction) error) error {
	for len(f.found) > 0 {
		if err := fn(f.found[0]); err != nil {
			return err
		}
		f.found = f.found[1:]
	}
	for range heldPromises {
		if f.next == nil {
			select {
			case p := <-f.streams:
				f.next = &p
			default:
				return nil
			}
		}
		found, err := f.book.Add(ctx, *f.next)
		switch {
		case errors.Is(err, verifier.ErrPromise):
			f.log.Error("a service gives out promises that nobody can hold it to", zap.Error(err))
		case err != nil:
			return err // it is compared when L1 answers again
		}
		f.next = nil
		if found != nil {
			if err := fn(found); err != nil {
				return err
			}
		}
	}
	return nil
}

// follow follows one service until ctx ends, over disconnects.
func (f *promiseFollower) follow(ctx context.Context, url string) {
	var next *uint64
	for ctx.Err() == nil {
		err := f.stream(ctx, url, &next)
		if ctx.Err() != nil {
			return
		}
		f.log.Warn("cannot follow the promises; trying again", zap.String("url", url), zap.Error(err))
		select {
		case <-time.After(reconnectAfter):
		case <-ctx.Done():
		}
	}
}

// stream passes on promises until the connection ends; next is where to go on then.
func (f *promiseFollower) stream(ctx context.Context, url string, next **uint64) error {
	cl, err := client.Dial(ctx, url)
	if err != nil {
		return err
	}
	defer cl.Close()
	events := make(chan client.Event[wire.Preconfirmation])
	sub, err := cl.SubscribePreconfirmations(ctx, *next, events)
	if err != nil {
		return err
	}
	defer sub.Unsubscribe()
	for {
		select {
		case e := <-events:
			at := uint64(e.GlobalIndex)
			*next = &at
			select {
			case f.streams <- verifier.Promise{Message: verifier.PromiseMessage(e.Data.Message), Signature: e.Data.Signature}:
			case <-ctx.Done():
				return ctx.Err()
			}
		case err := <-sub.Err():
			return err
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}
