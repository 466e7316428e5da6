package sequencer_test

import (
	"bytes"
	"context"
	"errors"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/prometheus/client_golang/prometheus/testutil"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/sequencer"
)

// pause makes the source have nothing for the next blocks, or something again. What was opened
// with what it has said stays open.
func (in *inputs) pause(why error) {
	in.mu.Lock()
	defer in.mu.Unlock()
	in.paused = why
}

// skip makes the source forget what it has said of blocks that somebody else has made.
func (in *inputs) skip() {
	in.mu.Lock()
	defer in.mu.Unlock()
	clear(in.given)
}

func (w *net) head(id chains.ChainID) chains.BlockRef {
	w.t.Helper()
	head, err := w.clients[id].Head(w.t.Context())
	if err != nil {
		w.t.Fatal(err)
	}
	return chains.BlockRef{Number: head.Number.Uint64(), Hash: head.Hash()}
}

// While the sequencer has no part in a chain, somebody else makes its blocks. They are taken
// in, what they burn is owed and relayed, and the sequencer goes on from them; over a
// restart as well.
func TestOPStackBlocksOfOthers(t *testing.T) {
	t.Parallel()
	w := newOPNet(t, 2)
	w.op.beside = true
	w.start()
	w.bundle(a, b)
	w.hold(a)
	for range 2 {
		w.extendOP(a, [][]byte{w.burn(a, b, ten).Raw(), w.tx(a, &recipient, nil, nil).Raw()})
	}
	w.even(a, b)
	if got := w.tokens(b, recipient); got.Cmp(ten) <= 0 {
		t.Fatalf("%v tokens on 902", got)
	}
	w.let(a)
	w.bundle(a, b)
	if err := w.stop(); err != nil {
		t.Fatal(err)
	}
	w.extendOP(a, [][]byte{w.burn(a, b, ten).Raw()})
	w.op.inputs[a].skip()
	w.start()
	w.even(a, b)
	w.bundle(b, a)
	w.bundle(a, b)
	w.balanced()
	w.quiet()
}

// Somebody else makes a block where one of ours is under way: what was promised in it is
// revoked, and included in the next one.
func TestOPStackBlockOfAnotherMeanwhile(t *testing.T) {
	t.Parallel()
	w := newOPNet(t, 2)
	w.op.beside = true
	slow := w.withHeldUp(a)
	w.tune = func(cfg *sequencer.Config) { cfg.BlockTime = 2 * time.Second }
	w.start()
	w.bundle(a, b)
	var promised *chains.Leg
	slow.before(w, func() *chains.Leg {
		promised = &w.kept(1, w.tx(a, &recipient, nil, nil)).Legs[0]
		return promised
	})
	w.extendOP(a, nil)
	<-slow.let
	var r *types.Receipt
	w.eventually("it is included", func() bool { r = w.receipt(a, promised.TxHash); return r != nil })
	if r.BlockNumber.Uint64() <= promised.Height {
		t.Errorf("it is in block %v, where somebody else's is", r.BlockNumber)
	}
	if n := testutil.ToFloat64(w.metrics.MustBeZero()["ssequencer_broken_preconfirmations_total"]); n == 0 {
		t.Error("it is in another block, and nothing was revoked")
	}
	w.bundle(a, b)
	w.bundle(b, a)
	w.balanced()
}

// gate lets blocks be committed when it is open.
type gate struct{ asked, open chan struct{} }

func (g gate) MayCommit(ctx context.Context, _ *chains.Payload) error {
	select {
	case g.asked <- struct{}{}:
	default:
	}
	select {
	case <-g.open:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// A block that is asked for ends its slot, and is answered with the same bytes however often
// it is asked for. One that comes too late is given up, and not committed.
func TestOPStackSealNow(t *testing.T) {
	t.Parallel()
	w := newOPNet(t, 2)
	g := gate{make(chan struct{}, 1), make(chan struct{}, 1)}
	w.op.gates = map[chains.ChainID]sequencer.Gate{a: g}
	w.tune = func(cfg *sequencer.Config) { cfg.BlockTime, cfg.Patience = 2*time.Minute, time.Minute }
	w.start()
	ctx, cancel := context.WithTimeout(t.Context(), hanging)
	defer cancel()
	if _, err := w.seq.SealNow(ctx, a, common.Hash{1}); !errors.Is(err, sequencer.ErrNoBlock) {
		t.Fatalf("a block on nothing: %v", err)
	}
	out := w.submit(w.tx(a, &w.plan.Messenger, nil, bindings.EncodeSendMessage(uint64(b), recipient, []byte{1})))
	if out.Refusal != nil {
		t.Fatalf("%+v", out)
	}
	parent := w.head(a)
	late, giveUp := context.WithCancel(ctx)
	go func() { // all but committed, it is not waited for any more
		<-g.asked
		giveUp()
	}()
	if _, err := w.seq.SealNow(late, a, parent.Hash); !errors.Is(err, sequencer.ErrNoBlock) {
		t.Fatalf("given up: %v", err)
	}
	g.open <- struct{}{} // the gate opens too late
	w.revoked(out.Bundle)
	if now := w.head(a); now != parent {
		t.Fatalf("a block that was given up is the head: %v", now)
	}
	g.open <- struct{}{} // for this block only: the next one is not committed before it was asked for again
	var block *chains.Payload
	w.eventually("a block is had again", func() bool {
		var err error
		block, err = w.seq.SealNow(ctx, a, parent.Hash)
		return err == nil
	})
	for range 2 {
		again, err := w.seq.SealNow(ctx, a, parent.Hash)
		if err != nil || !bytes.Equal(again.Raw, block.Raw) || again.Hash != block.Hash {
			t.Fatalf("another answer: %v %v", again, err)
		}
	}
	close(g.open)
	w.eventually("it is adopted", func() bool {
		hash, err := w.clients[a].BlockHash(ctx, block.Number)
		return err == nil && hash == block.Hash
	})
}
