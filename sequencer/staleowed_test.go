package sequencer_test

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/journal"
	"github.com/ssequencer/ssequencer/sequencer"
)

// askOne has one op-node ask for a block, and the other ones not.
func (w *net) askOne(id chains.ChainID) {
	for _, other := range w.ids {
		in := w.op.inputs[other]
		in.mu.Lock()
		if in.refuse = chains.ErrNotYet; other == id {
			in.refuse, in.due = nil, max(in.due+1, uint64(time.Now().Unix())+5)
		}
		in.mu.Unlock()
	}
	w.seq.Wake()
}

// heldOn waits until a chain's block of the number is held.
func (w *net) heldOn(id chains.ChainID, number uint64) {
	w.t.Helper()
	ctx, cancel := context.WithTimeout(w.t.Context(), time.Minute)
	defer cancel()
	found := errors.New("found")
	err := w.journal.Follow(ctx, 1, func(_ journal.Seq, rec journal.Record) error {
		r, ok := rec.(*journal.Held)
		if ok && slices.ContainsFunc(r.Blocks, func(b journal.CommittedBlock) bool { return b.ChainID == id && b.Ref.Number == number }) {
			return found
		}
		return nil
	})
	if err != found {
		w.t.Fatalf("block %d is not held: %v; %s", number, err, w.state())
	}
}

// The relay of an owed message is in a block that op-node gives up for another one, which is taken in
// while the other chain's node does not answer. The message is still owed.
func TestOPStackOwedInBlockGivenUp(t *testing.T) {
	t.Parallel()
	w, dead := newAheadNet(t), new(absent)
	w.startAgain(func() {
		dead.Node = w.nodes[a]
		w.nodes[a] = dead
	})
	burn := bindings.EncodeSendERC20(w.plan.TestToken, recipient, ten, uint64(b))
	d := w.op.inputs[a].deposit(t, chains.Deposit{From: w.user.Address(), To: &w.plan.TokenBridge, Data: burn})
	w.nonces[a]++ // the deposit uses one
	before := w.head(a)
	w.askOne(a)
	w.eventually("it is asked for", func() bool { return w.op.inputs[a].asked(before.Number + 1) })
	w.op.inputs[a].pause(chains.ErrNotYet)
	w.eventually("the deposit's block is committed", func() bool {
		_, err := w.seq.SealNow(t.Context(), a, before.Hash)
		return err == nil
	})
	if r := w.included(a, d); r.Status != types.ReceiptStatusSuccessful {
		t.Fatalf("status %d", r.Status)
	}
	w.eventually("it is applied", func() bool { return w.seq.Health(a).Applied == w.head(a) })

	parent := w.head(b)
	w.askOne(b)
	w.heldOn(b, parent.Number+1)
	dead.away.Store(true)
	w.giveUp(b, parent)
	dead.away.Store(false)
	for range 2 {
		w.oneMore(b)
	}
	w.even(a, b)
	w.balanced()
}

// A message is sent in a block that op-node gives up for another one without it, which is taken in while
// the other chain's node does not answer. It is not received.
func TestOPStackSentInBlockGivenUp(t *testing.T) {
	t.Parallel()
	w, dead := newAheadNet(t), new(absent)
	w.startAgain(func() {
		dead.Node = w.nodes[b]
		w.nodes[b] = dead
	})
	burn := bindings.EncodeSendERC20(w.plan.TestToken, recipient, ten, uint64(b))
	w.op.inputs[a].deposit(t, chains.Deposit{From: w.user.Address(), To: &w.plan.TokenBridge, Data: burn})
	parent := w.head(a)
	w.askOne(a)
	w.heldOn(a, parent.Number+1)
	dead.away.Store(true)
	w.giveUp(a, parent)
	dead.away.Store(false)
	for range 2 {
		w.oneMore(b)
	}
	w.even(a, b)
	w.balanced()
}

// giveUp has an op-node give the block on a parent up, and make another one, which is taken in.
func (w *net) giveUp(id chains.ChainID, parent chains.BlockRef) {
	w.t.Helper()
	gone, cancel := context.WithCancel(w.t.Context())
	cancel()
	if _, err := w.seq.SealNow(gone, id, parent.Hash); !errors.Is(err, sequencer.ErrNoBlock) {
		w.t.Fatalf("given up: %v", err)
	}
	w.extendOP(id, nil)
	w.eventually("the other block is taken in", func() bool { return w.seq.Health(id).Applied == w.head(id) })
	w.op.inputs[id].skip()
}

// oneMore makes a block on one chain alone.
func (w *net) oneMore(id chains.ChainID) {
	w.t.Helper()
	at := w.head(id)
	w.eventually("there is another block", func() bool {
		w.askOne(id)
		_, err := w.seq.SealNow(w.t.Context(), id, at.Hash)
		return err == nil
	})
	w.eventually("it is applied", func() bool { return w.head(id) != at && w.seq.Health(id).Applied == w.head(id) })
}
