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
	mine chan chan common.Hash
	stop chan struct{}
	done chan struct{}
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
	l := &L1{Node: n, mine: make(chan chan common.Hash), stop: make(chan struct{}), done: make(chan struct{})}
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
		case reply := <-l.mine:
			reply <- l.commit(beacon)
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
	reply := make(chan common.Hash, 1)
	select {
	case l.mine <- reply:
	case <-l.done:
		return common.Hash{}, ErrStopped
	case <-ctx.Done():
		return common.Hash{}, ctx.Err()
	}
	select {
	case head := <-reply:
		return head, nil
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
