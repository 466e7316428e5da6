package sequencer_test

import (
	"context"
	"errors"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/sequencer"
)

// unread reads no blocks while it is shut.
type unread struct {
	sequencer.Blocks
	shut atomic.Bool
}

// Block implements sequencer.Blocks.
func (u *unread) Block(ctx context.Context, hash common.Hash) (*chains.Block, error) {
	if u.shut.Load() {
		return nil, errors.New("not now")
	}
	return u.Blocks.Block(ctx, hash)
}

// Somebody else has made a block on a chain, and it cannot be taken in for long. What touches the
// chain waits, and is dropped in the end with a reason that names the chain and says why.
func TestOPStackForeignBlockStays(t *testing.T) {
	t.Parallel()
	w := newOPNet(t, 2)
	blocks := &unread{Blocks: w.clients[b]}
	w.op.beside, w.op.reads = true, map[chains.ChainID]sequencer.Blocks{b: blocks}
	w.tune = func(cfg *sequencer.Config) { cfg.MaxWait = 3 * time.Second }
	w.start()
	var first *chains.Tx
	w.sentUntilIncluded(a, func() *chains.Tx { first = w.burn(a, b, ten); return first })
	w.eventually("it is adopted", func() bool { return w.receipt(a, first.Hash()) != nil })
	w.even(a, b)
	w.hold(b)
	blocks.shut.Store(true)
	w.extendOP(b, nil)
	w.let(b)
	w.eventually("902 stands aside", func() bool { return strings.Contains(w.seq.Health(b).Reason, "somebody else has made a block") })
	for _, tx := range []*chains.Tx{w.burn(a, b, ten), w.tx(b, &recipient, nil, nil)} {
		if why := w.waitedInVain(tx, "on chain 902: the chain stands aside: unavailable: "); !strings.Contains(why, "somebody else has made a block") {
			t.Errorf("it is dropped, but the reason is %q", why)
		}
	}
	w.nonces[a]--
	w.nonces[b]--
	w.sentUntilIncluded(a, func() *chains.Tx { return w.tx(a, &recipient, nil, nil) })
	blocks.shut.Store(false)
	w.sentUntilIncluded(a, func() *chains.Tx { return w.burn(a, b, ten) })
	w.sentUntilIncluded(b, func() *chains.Tx { return w.tx(b, &recipient, nil, nil) })
	w.even(a, b)
	w.balanced()
}
