package proxy

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
)

// ErrNotLeader: op-conductor says that another op-node makes the chain's blocks.
var ErrNotLeader = errors.New("this op-node is not the leader")

// ErrElsewhere: op-node has made another block the node's head.
var ErrElsewhere = errors.New("op-node has gone on without the block")

// MayCommit is to be asked about each block of a group just before the group is committed
// (O5). Where op-node waits for the block, it is an error that this op-node does not lead;
// blocks that op-node has not asked for may be given to the node, unless op-node has made
// another one its head meanwhile, or has the node build one in its place. After a start op-node's
// first word is waited for, for a block time: it may have a block in its hands that is not ours.
func (p *Proxy) MayCommit(ctx context.Context, b *chains.Payload) error {
	if err := p.firstWord(ctx); err != nil {
		return err
	}
	p.mu.Lock()
	s := p.onParent(b.ParentHash)
	asked := s != nil && !s.committed
	if asked {
		s.prepared = b
	}
	at, passed := p.said.head, p.said.passed
	p.mu.Unlock()
	if passed == b.ParentHash {
		return fmt.Errorf("%w: the node builds one for it", ErrElsewhere)
	}
	if at != (common.Hash{}) && at != b.ParentHash {
		return fmt.Errorf("%w: %s", ErrElsewhere, at)
	}
	if overdue := time.Now().After(time.Unix(int64(b.Timestamp), 0)); overdue { // perhaps op-node does not use us any more
		if err := p.stillOn(ctx, b); errors.Is(err, ErrElsewhere) {
			return err
		}
	}
	if !asked || p.deps.Conductor == nil {
		return nil
	}
	ctx, cancel := context.WithTimeout(ctx, p.cfg.Patience)
	defer cancel()
	leads, err := p.deps.Conductor.Leader(ctx)
	if err != nil {
		return fmt.Errorf("ask op-conductor for the leader: %w", err)
	}
	if !leads {
		return ErrNotLeader
	}
	return nil
}

// firstWord waits until op-node has made some block the node's head since the proxy was started, for
// a block time.
func (p *Proxy) firstWord(ctx context.Context) error {
	timer := time.NewTimer(p.cfg.BlockTime)
	defer timer.Stop()
	select {
	case <-p.said.heard:
	case <-timer.C:
	case <-ctx.Done():
		return ctx.Err()
	}
	return nil
}

// Adopt returns when a committed block is the node's head. One that op-node has asked for,
// or is about to, is left to op-node, which makes it the head itself; if it has not within a
// block time it is handed the block, and one block time later the node is (O3). Any other
// block is given to the node at once where it has lost it.
func (p *Proxy) Adopt(ctx context.Context, head common.Hash) error {
	s, b, adopted := p.commit(head)
	if adopted { // perhaps at this moment, and then op-node may have gone on from it
		if at, err := p.deps.Node.BlockHash(ctx, b.Number); err == nil && at == head {
			return nil
		}
	}
	if s == nil || adopted {
		return p.deps.Node.Adopt(ctx, head, common.Hash{}, common.Hash{})
	}
	for _, late := range []func(context.Context, *chains.Payload) error{p.handOver, p.giveNode} {
		timer := time.NewTimer(p.cfg.BlockTime)
		select {
		case <-s.moved:
			timer.Stop()
			return p.whereTo(s)
		case <-ctx.Done():
			timer.Stop()
			return ctx.Err()
		case <-timer.C:
		}
		if s.hasMoved() { // in the same moment
			return p.whereTo(s)
		}
		err := late(ctx, b)
		if err != nil && s.hasMoved() { // meanwhile, so the node's head is op-node's
			return p.whereTo(s)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// commit notes that the block is committed, and returns it with the slot of the op-node that
// is to adopt it, or has; nil where there is none.
func (p *Proxy) commit(head common.Hash) (s *slot, b *chains.Payload, adopted bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, s = range slices.Backward(p.slots) {
		if s.prepared != nil && s.prepared.Hash == head {
			s.committed = true
			return s, s.prepared, s.adopted
		}
	}
	return nil, nil, false
}

func (p *Proxy) whereTo(s *slot) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if s.adopted {
		return nil
	}
	return fmt.Errorf("%w: %s", ErrElsewhere, p.said.head)
}

// handOver gives op-node a block that it does not fetch.
func (p *Proxy) handOver(ctx context.Context, b *chains.Payload) error {
	if p.deps.OpNode == nil {
		return nil
	}
	raw, err := envelopeOf(b)
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, p.cfg.Timeout)
	defer cancel()
	if err := p.deps.OpNode.PostUnsafePayload(ctx, raw); err != nil {
		p.log.Warn("op-node does not fetch a committed block, and does not take it either", zap.Uint64("number", b.Number), zap.Error(err))
		return nil
	}
	p.log.Warn("op-node did not fetch a committed block and was handed it", zap.Uint64("number", b.Number))
	p.deps.Metrics.handedOver.WithLabelValues(p.cfg.ChainID.String()).Inc()
	return nil
}

// giveNode makes a block the node's head that op-node has not adopted: it finds it there
// when it comes back. Where an op-node that uses the node itself has made another one, that
// one stays.
func (p *Proxy) giveNode(ctx context.Context, b *chains.Payload) error {
	if err := p.stillOn(ctx, b); err != nil {
		return err
	}
	if err := p.deps.Node.Adopt(ctx, b.Hash, common.Hash{}, common.Hash{}); err != nil {
		return err
	}
	p.log.Warn("op-node is away: a committed block was made the node's head without it", zap.Uint64("number", b.Number))
	return nil
}

// stillOn returns ErrElsewhere where the node has another block in the place of b or of its
// parent. A node that has lost blocks has none there.
func (p *Proxy) stillOn(ctx context.Context, b *chains.Payload) error {
	for _, want := range []chains.BlockRef{{Number: b.Number - 1, Hash: b.ParentHash}, b.Ref()} {
		at, err := p.deps.Node.BlockHash(ctx, want.Number)
		if errors.Is(err, chains.ErrUnknown) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("read the node's block %d: %w", want.Number, err)
		}
		if at != want.Hash {
			return fmt.Errorf("%w: %s", ErrElsewhere, at)
		}
	}
	return nil
}
