package devnode

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"go.uber.org/zap"
)

// ErrStopped is what Mine returns after Close.
var ErrStopped = errors.New("devnode: L1 stopped")

// L1Config is the Config of an L1 and how it produces blocks.
type L1Config struct {
	Config
	// BlockTime is the interval between blocks; 0 produces blocks by Mine only.
	BlockTime    time.Duration
	FeeRecipient common.Address
}

// L1 is a node that produces blocks by itself from its transaction pool. The head is
// safe at once; every 32nd block is finalized. It serves no Engine API, but blobs as a
// consensus client does: see Beacon.
type L1 struct {
	*Node
	orders chan order
	stop   chan struct{}
	done   chan struct{}
}

// order is something to do for the goroutine that owns the sealer.
type order struct {
	do    func(context.Context, *sealer) (common.Hash, error)
	reply chan<- outcome
}

type outcome struct {
	head common.Hash
	err  error
}

// StartL1 starts an L1. A data directory of an earlier run is continued.
func StartL1(ctx context.Context, cfg L1Config, log *zap.Logger) (*L1, error) {
	n, err := newNode(ctx, cfg.Config, log)
	if err != nil {
		return nil, err
	}
	blobs := &blobStore{db: n.backend.ChainDb(), genesis: cfg.GenesisTime}
	n.stack.RegisterHandler("beacon", beaconPath, (&beacon{n.backend.BlockChain(), blobs}).handler())
	s := newSealer(n.backend, cfg.FeeRecipient, blobs)
	if err := n.start(); err != nil {
		return nil, err
	}
	l := &L1{Node: n, orders: make(chan order), stop: make(chan struct{}), done: make(chan struct{})}
	go l.produce(s, cfg.BlockTime)
	return l, nil
}

// Beacon returns the URL below which blobs are served as by a consensus client, with the
// routes /eth/v1/beacon/genesis, /eth/v1/config/spec, /eth/v1/beacon/blobs/{slot} and, as
// older clients had it, /eth/v1/beacon/blob_sidecars/{slot}. Blobs are kept for 4,096
// epochs; a slot takes a second.
func (l *L1) Beacon() string { return l.HTTP() }

// produce owns the sealer until the L1 is closed.
func (l *L1) produce(s *sealer, every time.Duration) {
	defer close(l.done)
	ctx := context.Background() // a block that is begun is finished
	var tick <-chan time.Time
	if every > 0 {
		t := time.NewTicker(every)
		defer t.Stop()
		tick = t.C
	}
	for {
		select {
		case <-l.stop:
			return
		case o := <-l.orders:
			head, err := o.do(ctx, s)
			o.reply <- outcome{head, err}
		case <-tick:
			if _, err := s.seal(ctx, now()); err != nil {
				l.log.Warn("no block produced", zap.Error(err))
			}
		}
	}
}

// Mine produces a block now, with what the transaction pool holds, and returns its hash.
// Its timestamp is the wall clock's, or one second after its parent's if that is later.
func (l *L1) Mine(ctx context.Context) (common.Hash, error) {
	return l.order(ctx, func(ctx context.Context, s *sealer) (common.Hash, error) { return mined(s.seal(ctx, now())) })
}

// Advance produces a block with what the transaction pool holds, and one that is d later,
// whatever the wall clock says; later blocks follow that one. It returns its hash.
func (l *L1) Advance(ctx context.Context, d time.Duration) (common.Hash, error) {
	return l.order(ctx, func(ctx context.Context, s *sealer) (common.Hash, error) { return mined(s.advance(ctx, d)) })
}

func now() uint64 { return uint64(time.Now().Unix()) }

func mined(block *types.Block, err error) (common.Hash, error) {
	if err != nil {
		return common.Hash{}, fmt.Errorf("devnode: L1: %w", err)
	}
	return block.Hash(), nil
}

// Reorg makes an earlier block the head again: the blocks behind it are no longer L1's,
// and the next ones are built on it. Their transactions go back to the pool, as on any L1.
func (l *L1) Reorg(ctx context.Context, head common.Hash) error {
	_, err := l.order(ctx, func(context.Context, *sealer) (common.Hash, error) {
		block := l.backend.BlockChain().GetBlockByHash(head)
		if block == nil {
			return common.Hash{}, fmt.Errorf("devnode: L1 has no block %s", head)
		}
		return l.backend.BlockChain().SetCanonical(block)
	})
	return err
}

// order has the producing goroutine do something and waits for it.
func (l *L1) order(ctx context.Context, do func(context.Context, *sealer) (common.Hash, error)) (common.Hash, error) {
	reply := make(chan outcome, 1)
	select {
	case l.orders <- order{do, reply}:
	case <-l.done:
		return common.Hash{}, ErrStopped
	case <-ctx.Done():
		return common.Hash{}, ctx.Err()
	}
	select {
	case o := <-reply:
		return o.head, o.err
	case <-ctx.Done():
		return common.Hash{}, ctx.Err()
	}
}

// Close stops the production of blocks and the node, and waits for both. Call it once.
func (l *L1) Close() error {
	close(l.stop)
	<-l.done
	return l.Node.Close()
}
