package sequencer_test

import (
	"context"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/sequencer"
)

// upgraded is a node whose blocks, once it is upgraded, have fee parameters in a form that only a later
// version of the sequencer knows.
type upgraded struct {
	sequencer.Node
	blocks sequencer.Blocks
	is     atomic.Bool
}

func (n *upgraded) Head(ctx context.Context) (*types.Header, error) {
	h, err := n.Node.Head(ctx)
	if err == nil && n.is.Load() {
		h.Extra = append([]byte{99}, h.Extra[1:]...)
	}
	return h, err
}

func (n *upgraded) Block(ctx context.Context, hash common.Hash) (*chains.Block, error) {
	h, err := n.Node.Head(ctx)
	if err != nil {
		return nil, err
	}
	real, shown := h.Hash(), h
	shown.Extra = append([]byte{99}, h.Extra[1:]...)
	if shown.Hash() != hash {
		return n.blocks.Block(ctx, hash)
	}
	block, err := n.blocks.Block(ctx, real)
	if err == nil {
		block.Ref.Hash = hash
	}
	return block, err
}

// Somebody else makes a block on which we cannot make another: the chain is halted, whether that is found
// while it takes part or when it comes back, and the others go on.
func TestOPStackUnknownFork(t *testing.T) {
	t.Parallel()
	for name, replaced := range map[string]bool{"next block": false, "in the place of ours": true} {
		t.Run(name, func(t *testing.T) {
			w := newOPNet(t, 2)
			w.op.beside = true
			node := &upgraded{Node: w.nodes[b], blocks: w.clients[b]}
			w.nodes[b], w.op.reads = node, map[chains.ChainID]sequencer.Blocks{b: node}
			w.start()
			w.bundle(a, b)
			w.hold(b)
			node.is.Store(true)
			if after := w.head(b).Number; replaced {
				w.branch(b, after-1, nil)
			} else {
				w.branch(b, after, nil)
			}
			w.eventually("the chain is halted", func() bool {
				why := w.seq.Health(b).Reason
				return strings.HasPrefix(why, "halted: ") && strings.Contains(why, "rules")
			})
			w.kept(1, w.tx(a, &recipient, nil, nil))
			w.refusedAs(w.submit(w.burn(a, b, ten)), chains.RefusedChainUnavailable, "halted")
		})
	}
}

// A first run ends before anything of the chains is committed. When the next one starts, one of their
// nodes is away, and comes back with a block of somebody else: the chain begins there.
func TestOPStackOvertakenWhileAway(t *testing.T) {
	t.Parallel()
	w := newOvertakenNet(t)
	node := w.withAbsent(a)
	node.away.Store(true)
	w.tune = func(cfg *sequencer.Config) { cfg.Patience = 5 * time.Second }
	w.start()
	w.standsAside(a, "unavailable")
	node.away.Store(false)
	w.eventually("it is back", func() bool { return w.seq.Health(a).Reason == "" })
	w.bundle(a, b)
	w.even(a, b)
	w.balanced()
}
