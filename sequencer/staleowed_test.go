package sequencer_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/sequencer"
)

// heldAlone has one op-node ask for a block, and reports whether that is held before it is due. Where
// the machine was too slow it is made nevertheless.
func (w *net) heldAlone(id chains.ChainID) bool {
	w.t.Helper()
	parent := w.head(id)
	w.askOne(id)
	held := w.ahead(id, parent.Number+1)
	if !held {
		w.oneMore(id)
	}
	return held
}

// askOne has one op-node ask for a block, and the other ones not.
func (w *net) askOne(id chains.ChainID) {
	for _, other := range w.ids {
		in := w.op.inputs[other]
		in.mu.Lock()
		if in.enough = true; other == id {
			in.enough, in.due = false, max(in.due+1, uint64(time.Now().Unix())+w.op.spare)
		}
		in.mu.Unlock()
	}
	w.seq.Wake()
}

// The relay of an owed message is in a block that op-node gives up for another one, which is taken in
// while the other chain's node does not answer. The message is still owed.
func TestOPStackOwedInBlockGivenUp(t *testing.T) {
	t.Parallel()
	w, dead := newAbsentNet(t, a)
	var parent chains.BlockRef
	for ready := false; !ready; ready = w.heldAlone(b) {
		w.burnByDeposit()
		parent = w.head(b)
	}
	dead.away.Store(true)
	w.giveUp(b, parent)
	dead.away.Store(false)
	for range 2 {
		w.oneMore(b)
	}
	w.even(a, b)
	w.balanced()
}

// burnByDeposit makes a block on chain a alone with a deposit that burns.
func (w *net) burnByDeposit() {
	w.t.Helper()
	burn := bindings.EncodeSendERC20(w.plan.TestToken, recipient, ten, uint64(b))
	d := w.op.inputs[a].deposit(w.t, chains.Deposit{From: w.user.Address(), To: &w.plan.TokenBridge, Data: burn})
	w.nonces[a]++ // the deposit uses one
	before := w.head(a)
	w.askOne(a)
	w.eventually("it is asked for", func() bool { return w.op.inputs[a].asked(before.Number + 1) })
	w.ask(false)
	w.eventually("the deposit's block is committed", func() bool {
		_, err := w.seq.SealNow(w.t.Context(), a, before.Hash)
		return err == nil
	})
	if r := w.included(a, d); r.Status != types.ReceiptStatusSuccessful {
		w.t.Fatalf("status %d", r.Status)
	}
	w.eventually("it is applied", func() bool { return w.seq.Health(a).Applied == w.head(a) })
}

// A message is sent in a block that op-node gives up for another one without it, which is taken in while
// the other chain's node does not answer. It is not received.
func TestOPStackSentInBlockGivenUp(t *testing.T) {
	t.Parallel()
	w, dead := newAbsentNet(t, b)
	burn := bindings.EncodeSendERC20(w.plan.TestToken, recipient, ten, uint64(b))
	var parent chains.BlockRef
	for ready := false; !ready; ready = w.heldAlone(a) {
		w.op.inputs[a].deposit(t, chains.Deposit{From: w.user.Address(), To: &w.plan.TokenBridge, Data: burn})
		parent = w.head(a)
	}
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
