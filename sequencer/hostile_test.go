package sequencer_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/journal"
	"github.com/ssequencer/ssequencer/sequencer"
	"github.com/ssequencer/ssequencer/test/programs"
)

// bundle submits a message and checks that it goes through: the pair works.
func (w *net) bundle(from, to chains.ChainID) {
	w.t.Helper()
	out := w.submit(w.tx(from, &w.plan.Messenger, nil, bindings.EncodeSendMessage(uint64(to), recipient, []byte{1})))
	if out.Refusal != nil || len(out.Bundle.Legs) != 2 {
		w.t.Fatalf("message from %d to %d: %+v", from, to, out)
	}
	w.sameSlot(out.Bundle)
}

// sendTwice is the code of a contract that sends two messages to an account whenever it is
// called.
func (w *net) sendTwice(to chains.ChainID, target common.Address) []byte {
	call := programs.Call{To: w.plan.Messenger, Data: bindings.EncodeSendMessage(uint64(to), target, nil)}
	return programs.Deploy(programs.Batch(call, call))
}

// stateOf is what became of a message at its destination: 1 failed, 2 done.
func (w *net) stateOf(m bindings.SentMessage, from, to chains.ChainID) byte {
	w.t.Helper()
	return w.read(to, w.plan.Messenger, bindings.EncodeMessageState(m.Hash(uint64(from))))[31]
}

// Two contracts that answer each message with two, set off by deposits: each deposit costs
// two relays that call nobody, and that is the end of it.
func TestOPStackDoublingEcho(t *testing.T) {
	t.Parallel()
	w := newOPNet(t, 2)
	w.start()
	onA, onB := crypto.CreateAddress(w.user.Address(), 0), crypto.CreateAddress(w.user.Address(), 0)
	for id, code := range map[chains.ChainID][]byte{a: w.sendTwice(b, onB), b: w.sendTwice(a, onA)} {
		if out := w.submit(w.tx(id, nil, nil, code)); out.Refusal != nil || out.Bundle.Legs[0].Status != 1 {
			t.Fatalf("%+v", out)
		}
	}
	stranger := common.HexToAddress("0x57a9")
	first := w.op.inputs[a].deposit(t, chains.Deposit{From: stranger, To: &onA})
	w.included(a, first)
	w.even(a, b)
	m := w.message(a, first.Hash(), 0)
	if state := w.stateOf(m, a, b); state != 1 {
		t.Fatalf("the message is in state %d, not failed", state)
	}
	// A retry by deposit calls the echo, whose answers are owed in turn.
	retry := w.op.inputs[b].deposit(t, chains.Deposit{From: stranger, To: &w.plan.Messenger, Data: bindings.EncodeRetry(uint64(a), m)})
	if r := w.included(b, retry); r.Status != 1 || len(r.Logs) < 3 {
		t.Fatalf("retry: %+v", r)
	}
	w.even(b, a)
	if state := w.stateOf(m, a, b); state != 2 {
		t.Fatalf("the message is in state %d, not done", state)
	}
	// A user's retry may be refused: the echo has no end.
	out := w.submit(w.tx(b, &w.plan.Messenger, nil, bindings.EncodeRetry(uint64(a), w.message(a, first.Hash(), 1))))
	w.refusedAs(out, chains.RefusedLimits, "")
	w.nonces[b]--
	w.bundle(a, b)
	w.bundle(b, a)
	w.balanced()
	w.quiet()
}

// What is owed to a chain that is down waits for it, over a restart of the sequencer too,
// and only the pairs with it wait.
func TestOPStackOwedToDeadChain(t *testing.T) {
	t.Parallel()
	w := newOPNet(t, 3)
	w.tune = func(cfg *sequencer.Config) { cfg.Patience = 5 * time.Second }
	w.start()
	w.bundle(a, c)
	if err := w.op.nodes[c].Kill(); err != nil {
		t.Fatal(err)
	}
	w.standsAside(c, "unavailable: ")
	burn := bindings.EncodeSendERC20(w.plan.TestToken, recipient, ten, uint64(c))
	d := w.op.inputs[a].deposit(t, chains.Deposit{From: w.user.Address(), To: &w.plan.TokenBridge, Data: burn})
	w.nonces[a]++
	w.included(a, d)
	w.bundle(a, b)
	if err := w.stop(); err != nil {
		t.Fatal(err)
	}
	w.start()
	w.bundle(b, a)
	w.op.nodes[c].Restart(t)
	w.even(a, c)
	if got := w.tokens(c, recipient); got.Cmp(ten) != 0 {
		t.Fatalf("%v tokens on 903", got)
	}
	w.bundle(a, c)
	w.balanced()
	w.quiet()
}

// A deposit in the relayer's name uses up its nonces before any relay of the block.
func TestOPStackDepositOfRelayer(t *testing.T) {
	t.Parallel()
	w := newOPNet(t, 2)
	w.start()
	relayer := w.relayer.Address()
	burn := bindings.EncodeSendERC20(w.plan.TestToken, recipient, ten, uint64(b))
	for range 3 {
		for _, id := range w.ids {
			w.op.inputs[id].deposit(t, chains.Deposit{From: relayer, To: &relayer})
		}
		d := w.op.inputs[a].deposit(t, chains.Deposit{From: w.user.Address(), To: &w.plan.TokenBridge, Data: burn})
		w.nonces[a]++
		w.included(a, d)
		w.bundle(a, b)
		w.bundle(a, b)
	}
	w.even(a, b)
	w.balanced()
	w.quiet()
}

// A deposit of somebody who has the relayer's key mints without a burn. Nothing in the
// sequencer can prevent it; it is seen, the pair is frozen, over a restart as well, and
// everything else goes on.
func TestOPStackForgingDeposit(t *testing.T) {
	t.Parallel()
	w := newOPNet(t, 2)
	w.start()
	w.bundle(a, b)
	forged := bindings.SentMessage{Destination: uint64(b), Target: w.plan.TokenBridge, Nonce: 1, Sender: w.plan.TokenBridge,
		Data: bindings.NewTokenBridge().PackRelayERC20(w.plan.TestToken, recipient, recipient, ten)}
	id := bindings.Identifier{Origin: w.plan.Messenger, BlockNumber: 1, Timestamp: 1, ChainID: uint64(a)}
	d := w.op.inputs[b].deposit(t, chains.Deposit{From: w.relayer.Address(), To: &w.plan.Messenger, Data: bindings.EncodeRelay(id, forged, 1)})
	if r := w.included(b, d); r.Status != 1 || w.tokens(b, recipient).Cmp(ten) != 0 {
		t.Fatalf("%+v, %v tokens", r, w.tokens(b, recipient))
	}
	frozen := func() bool {
		pairs := w.seq.Pairs()
		return len(pairs) == 1 && pairs[0].Pair == chains.Pair{Source: a, Destination: b} && pairs[0].Frozen
	}
	w.eventually("the pair is frozen", frozen)
	w.refusedAs(w.submit(w.tx(a, &w.plan.Messenger, nil, bindings.EncodeSendMessage(uint64(b), recipient, []byte{1}))), chains.RefusedPairFrozen, "")
	w.nonces[a]--
	w.bundle(b, a)
	if err := w.stop(); err != nil {
		t.Fatal(err)
	}
	w.start()
	w.eventually("the pair is frozen after a restart", frozen)
	if out := w.submit(w.tx(a, &recipient, nil, nil)); out.Refusal != nil {
		t.Fatalf("%+v", out)
	}
	w.bundle(b, a)
	w.quiet()
}

// A deposit that reads the hash of the block before it holds up its own chain's block, and
// nothing else; what it burns is relayed in the same slot.
func TestOPStackDepositReadsParent(t *testing.T) {
	t.Parallel()
	w := newOPNet(t, 2)
	w.start()
	reads := common.FromHex("4360019003405f55") // sstore(0, blockhash(number - 1))
	burn := bindings.EncodeSendERC20(w.plan.TestToken, recipient, ten, uint64(b))
	for range 3 {
		d := w.op.inputs[a].deposit(t, chains.Deposit{From: recipient, Data: reads})
		w.op.inputs[a].deposit(t, chains.Deposit{From: w.user.Address(), To: &w.plan.TokenBridge, Data: burn})
		w.nonces[a]++
		if r := w.included(a, d); r.Status != types.ReceiptStatusSuccessful {
			t.Fatalf("%+v", r)
		}
		w.bundle(a, b)
		w.bundle(b, a)
	}
	w.even(a, b)
	w.balanced()
	w.quiet()
}

// A deposit that uses up nonces of a sender whose transactions wait: what has become
// possible is included, what has become impossible is refused with the reason.
func TestOPStackDepositPassesNonces(t *testing.T) {
	t.Parallel()
	w := newOPNet(t, 1)
	w.start()
	user := w.user.Address()
	waits := w.txAt(1, a, &recipient, nil, nil)
	ticket, err := w.seq.Submit(t.Context(), []*chains.Tx{waits}, 0)
	if err != nil {
		t.Fatal(err)
	}
	w.op.inputs[a].deposit(t, chains.Deposit{From: user, To: &recipient})
	out, err := ticket.Wait(t.Context())
	if err != nil || out.Refusal != nil {
		t.Fatalf("%+v %v", out, err)
	}
	passed := w.txAt(3, a, &recipient, nil, nil)
	if ticket, err = w.seq.Submit(t.Context(), []*chains.Tx{passed}, 0); err != nil {
		t.Fatal(err)
	}
	in := w.op.inputs[a]
	in.mu.Lock()
	for range 2 {
		in.queued = append(in.queued, in.tx(t, chains.Deposit{From: user, To: &recipient}).Raw())
	}
	in.mu.Unlock()
	if out, err = ticket.Wait(t.Context()); err != nil {
		t.Fatal(err)
	}
	w.refusedAs(out, chains.RefusedInvalid, "nonce too low")
	w.quiet()
}

// The source takes back what it said of the open block: a deposit is there now that uses
// the nonce of a promised transaction. The promise is revoked, the transaction refused with
// the reason, and what does not depend on it stands.
func TestOPStackInputsChange(t *testing.T) {
	t.Parallel()
	w := newOPNet(t, 2)
	w.tune = func(cfg *sequencer.Config) { cfg.BlockTime = 3 * time.Second }
	w.start()
	for attempt := 0; ; attempt++ {
		if attempt == 10 {
			t.Fatal("the slot was over each time")
		}
		promised := w.tx(a, &recipient, nil, nil)
		out := w.submit(promised)
		if out.Refusal != nil {
			t.Fatalf("%+v", out)
		}
		leg := &out.Bundle.Legs[0]
		w.op.inputs[a].change(t, leg.Height, chains.Deposit{From: w.user.Address(), To: &recipient})
		w.seq.Wake()
		if w.takenBack(leg) {
			break
		}
		w.nonces[a] = 0
		if nonce, err := w.seq.PendingNonce(t.Context(), a, w.user.Address()); err == nil {
			w.nonces[a] = nonce
		}
	}
	w.bundle(a, b)
	w.bundle(b, a)
	w.balanced()
}

// change makes the source say of a block that it has one more deposit.
func (in *inputs) change(t *testing.T, number uint64, d chains.Deposit) {
	t.Helper()
	in.mu.Lock()
	defer in.mu.Unlock()
	next := *in.given[number]
	next.Deposits = append(next.Deposits[:len(next.Deposits):len(next.Deposits)], in.tx(t, d).Raw())
	in.given[number] = &next
}

// takenBack waits until a leg's block is applied, or the leg revoked, and reports which.
func (w *net) takenBack(leg *chains.Leg) bool {
	w.t.Helper()
	revoked := false
	done := errDone{}
	ctx, cancel := context.WithTimeout(w.t.Context(), hanging)
	defer cancel()
	err := w.journal.Follow(ctx, 1, func(_ journal.Seq, rec journal.Record) error {
		switch r := rec.(type) {
		case *journal.Revoked:
			for _, p := range r.Positions {
				revoked = revoked || p.TxHash == leg.TxHash && strings.Contains(r.Cause, "changed")
			}
		case *journal.Applied:
			for _, block := range r.Blocks {
				if block.ChainID == leg.ChainID && block.Ref.Number >= leg.Height {
					return done
				}
			}
		}
		return nil
	})
	if err != done {
		w.t.Fatal(err, w.state())
	}
	return revoked
}

type errDone struct{}

func (errDone) Error() string { return "done" }

// The sequencer is stopped in the middle of slots, again and again, and a node is killed
// now and then, while deposits and bundles burn on the same pairs: what is redone comes out
// as it was promised.
func TestOPStackRestarts(t *testing.T) {
	t.Parallel()
	w := newOPNet(t, 2)
	w.tune = func(cfg *sequencer.Config) { cfg.Checkpoint = 20 }
	w.start()
	burn := bindings.EncodeSendERC20(w.plan.TestToken, recipient, ten, uint64(b))
	for round := range 6 {
		d := w.op.inputs[a].deposit(t, chains.Deposit{From: w.user.Address(), To: &w.plan.TokenBridge, Data: burn})
		w.op.inputs[b].deposit(t, chains.Deposit{From: w.relayer.Address(), To: &recipient})
		w.nonces[a]++
		w.included(a, d)
		var bundles []*chains.Bundle
		for range 5 {
			out := w.submit(w.burn(a, b, ten))
			if out.Refusal != nil {
				t.Fatalf("%+v", out)
			}
			bundles = append(bundles, out.Bundle)
		}
		if round%3 == 2 {
			if err := w.op.nodes[b].Kill(); err != nil {
				t.Fatal(err)
			}
		}
		if err := w.stop(); err != nil {
			t.Fatal(err)
		}
		if round%3 == 2 {
			w.op.nodes[b].Restart(t)
		}
		w.start()
		for _, bundle := range bundles {
			w.sameSlot(bundle)
		}
	}
	w.even(a, b)
	w.balanced()
	w.quiet()
}
