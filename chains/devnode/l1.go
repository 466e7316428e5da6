package devnode

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/eth/catalyst"
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
// safe at once; every 32nd block is finalized. It serves no Engine API.
type L1 struct {
	*Node
	orders chan order
	stop   chan struct{}
	done   chan struct{}
}

// order is something to do for the goroutine that owns the beacon.
type order struct {
	do    func(*catalyst.SimulatedBeacon) (common.Hash, error)
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
	// Period 0: the blocks' goroutine is ours, so that Close can wait for it.
	beacon, err := catalyst.NewSimulatedBeacon(0, cfg.FeeRecipient, n.backend)
	if err != nil {
		return nil, n.abandon(fmt.Errorf("devnode: chain %d: simulated beacon: %w", n.id, err))
	}
	if err := n.start(); err != nil {
		return nil, err
	}
	l := &L1{Node: n, orders: make(chan order), stop: make(chan struct{}), done: make(chan struct{})}
	go l.produce(beacon, cfg.BlockTime)
	return l, nil
}

// produce owns the beacon until the L1 is closed.
func (l *L1) produce(beacon *catalyst.SimulatedBeacon, every time.Duration) {
	defer close(l.done)
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
			head, err := o.do(beacon)
			o.reply <- outcome{head, err}
		case <-tick:
			l.commit(beacon)
		}
	}
}

func (l *L1) commit(beacon *catalyst.SimulatedBeacon) common.Hash {
	before := l.backend.BlockChain().CurrentBlock().Hash()
	head := beacon.Commit()
	if head == before {
		l.log.Warn("no block produced", zap.Stringer("head", head))
	}
	return head
}

// Mine produces a block now, with what the transaction pool holds, and returns its hash.
// Its timestamp is the wall clock's, or one second after its parent's if that is later.
func (l *L1) Mine(ctx context.Context) (common.Hash, error) {
	return l.order(ctx, func(beacon *catalyst.SimulatedBeacon) (common.Hash, error) { return l.commit(beacon), nil })
}

// Advance produces a block with what the transaction pool holds, and an empty one that is
// d later, whatever the wall clock says; later blocks follow that one. It returns its hash.
func (l *L1) Advance(ctx context.Context, d time.Duration) (common.Hash, error) {
	return l.order(ctx, func(beacon *catalyst.SimulatedBeacon) (common.Hash, error) {
		var err error
		for range 10 { // the pool may be a block behind, and an empty block needs an empty pool
			l.commit(beacon)
			if err = beacon.AdjustTime(d); err == nil {
				return l.backend.BlockChain().CurrentBlock().Hash(), nil
			}
		}
		return common.Hash{}, fmt.Errorf("devnode: L1: %w", err)
	})
}

// Reorg makes an earlier block the head again: the blocks behind it are no longer L1's,
// and the next ones are built on it. Their transactions go back to the pool, as on any L1.
func (l *L1) Reorg(ctx context.Context, head common.Hash) error {
	_, err := l.order(ctx, func(*catalyst.SimulatedBeacon) (common.Hash, error) {
		block := l.backend.BlockChain().GetBlockByHash(head)
		if block == nil {
			return common.Hash{}, fmt.Errorf("devnode: L1 has no block %s", head)
		}
		return l.backend.BlockChain().SetCanonical(block)
	})
	return err
}

// order has the producing goroutine do something and waits for it.
func (l *L1) order(ctx context.Context, do func(*catalyst.SimulatedBeacon) (common.Hash, error)) (common.Hash, error) {
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
