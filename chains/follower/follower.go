// Package follower keeps an op-node that does not sequence, such as one that serves a
// replica, up with a chain that this service sequences by itself. Nobody gossips such a
// chain's blocks, so each applied block is handed to the op-node's admin API, in order,
// and what it missed or has lost is handed over again.
//
// A follower holds nothing up: the service does not wait for it.
package follower

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/rpc"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
)

// What the log says of a follower that cannot be helped from here.
var (
	// ErrTooFar: it lacks a block that the service does not have whole any more.
	ErrTooFar = errors.New("the follower is further behind than blocks are kept: start it from a snapshot")
	// ErrBranch: its head is not on the chain. op-node passes over blocks that do not
	// build on its head; it leaves a branch only when L1 says so, or by a reset.
	ErrBranch = errors.New("the follower is on another branch: reset it")
)

// Blocks are the chains' applied blocks.
type Blocks interface {
	// FollowHeads calls fn for each block of a chain that is applied from now on, until ctx
	// ends or fn returns an error, and returns that. Ready is called when it has begun.
	FollowHeads(ctx context.Context, chain chains.ChainID, ready func(), fn func(chains.BlockRef) error) error
	// Payload returns a whole block; chains.ErrUnknown: it is not kept.
	Payload(ctx context.Context, chain chains.ChainID, block chains.BlockRef) (*chains.Payload, error)
}

// Config names one follower.
type Config struct {
	ChainID chains.ChainID
	URL     string        // of an op-node with the admin and optimism namespaces
	Timeout time.Duration // for one of its answers; default 5 s
	Retry   time.Duration // after a failure; default 2 s
}

const (
	defaultTimeout = 5 * time.Second
	defaultRetry   = 2 * time.Second
)

const (
	// maxBehind bounds how many blocks are looked up at once.
	maxBehind = 8192
	// maxAtOnce bounds how many are handed over before the follower's head is read again.
	maxAtOnce = 256
)

type follower struct {
	cfg    Config
	blocks Blocks
	log    *zap.Logger
	client *rpc.Client // nil until the first connection
}

// Run keeps the follower up until ctx ends, and returns its error, or that of blocks. What
// goes wrong with the follower is logged and tried again.
func Run(ctx context.Context, cfg Config, blocks Blocks, log *zap.Logger) error {
	if cfg.Timeout == 0 {
		cfg.Timeout = defaultTimeout
	}
	if cfg.Retry == 0 {
		cfg.Retry = defaultRetry
	}
	f := &follower{cfg: cfg, blocks: blocks, log: log.With(zap.Uint64("chain", uint64(cfg.ChainID)), zap.String("follower", cfg.URL))}
	ctx, stop := context.WithCancel(ctx)
	heads, done := make(chan chains.BlockRef, 1), make(chan struct{})
	go func() {
		defer close(done)
		f.keepUp(ctx, heads)
	}()
	err := blocks.FollowHeads(ctx, cfg.ChainID, func() {}, func(head chains.BlockRef) error {
		select {
		case <-heads: // the newer one will do
		default:
		}
		heads <- head
		return nil
	})
	stop()
	<-done
	return err
}

// keepUp hands blocks over until ctx ends.
func (f *follower) keepUp(ctx context.Context, heads <-chan chains.BlockRef) {
	var head chains.BlockRef
	var failed error
	defer f.close()
	for {
		var again <-chan time.Time
		if failed != nil {
			again = time.After(f.cfg.Retry)
		}
		select {
		case head = <-heads:
		case <-again:
		case <-ctx.Done():
			return
		}
		err := f.bring(ctx, head)
		if (err == nil) != (failed == nil) && ctx.Err() == nil {
			f.log.Warn("the follower takes blocks differently than before", zap.Uint64("head", head.Number), zap.Error(err))
		}
		failed = err
	}
}

// bring hands over every block that the follower lacks.
func (f *follower) bring(ctx context.Context, head chains.BlockRef) error {
	if err := f.connect(ctx); err != nil {
		return err
	}
	has, err := f.head(ctx)
	if err != nil {
		return err
	}
	missing, err := f.missing(ctx, has, head)
	if err != nil {
		return err
	}
	slices.Reverse(missing)
	for _, ref := range missing[:min(len(missing), maxAtOnce)] {
		if err := f.post(ctx, ref); err != nil {
			return err
		}
	}
	return nil
}

// connect makes the connection, which later mends itself.
func (f *follower) connect(ctx context.Context) error {
	if f.client != nil {
		return nil
	}
	ctx, cancel := context.WithTimeout(ctx, f.cfg.Timeout)
	defer cancel()
	var err error
	if f.client, err = rpc.DialContext(ctx, f.cfg.URL); err != nil {
		return fmt.Errorf("connect to the follower: %w", err)
	}
	return nil
}

func (f *follower) close() {
	if f.client != nil {
		f.client.Close()
	}
}

// post hands a block over. That op-node has taken it does not mean that it is its head.
func (f *follower) post(ctx context.Context, ref chains.BlockRef) error {
	p, err := f.blocks.Payload(ctx, f.cfg.ChainID, ref)
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, f.cfg.Timeout)
	defer cancel()
	if err := f.client.CallContext(ctx, nil, "admin_postUnsafePayload", envelope{p.Raw, p.BeaconRoot}); err != nil {
		return fmt.Errorf("hand over block %d: %w", ref.Number, err)
	}
	return nil
}

// envelope is how op-node takes a block.
type envelope struct {
	Payload    json.RawMessage `json:"executionPayload"`
	BeaconRoot common.Hash     `json:"parentBeaconBlockRoot"`
}

// head returns the follower's unsafe head.
func (f *follower) head(ctx context.Context) (chains.BlockRef, error) {
	ctx, cancel := context.WithTimeout(ctx, f.cfg.Timeout)
	defer cancel()
	var status struct {
		Unsafe struct {
			Hash   common.Hash `json:"hash"`
			Number uint64      `json:"number"`
		} `json:"unsafe_l2"`
	}
	if err := f.client.CallContext(ctx, &status, "optimism_syncStatus"); err != nil {
		return chains.BlockRef{}, fmt.Errorf("read the follower's head: %w", err)
	}
	return chains.BlockRef{Number: status.Unsafe.Number, Hash: status.Unsafe.Hash}, nil
}

// missing returns the blocks after what the follower has up to head, the newest first.
func (f *follower) missing(ctx context.Context, has, head chains.BlockRef) ([]chains.BlockRef, error) {
	var missing []chains.BlockRef
	at := head
	for at.Number > has.Number {
		p, err := f.blocks.Payload(ctx, f.cfg.ChainID, at)
		if errors.Is(err, chains.ErrUnknown) || len(missing) == maxBehind {
			return nil, fmt.Errorf("%w: it has block %d, and %d is not here", ErrTooFar, has.Number, at.Number)
		}
		if err != nil {
			return nil, err
		}
		missing = append(missing, at)
		at = chains.BlockRef{Number: at.Number - 1, Hash: p.ParentHash}
	}
	if at.Number == has.Number && at.Hash != has.Hash {
		return nil, fmt.Errorf("%w: block %d is %s there and %s here", ErrBranch, at.Number, has.Hash, at.Hash)
	}
	return missing, nil
}
