package sequencer_test

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/journal"
	"github.com/ssequencer/ssequencer/sequencer"
)

// impatient lets chains stand aside after a short while.
func impatient(cfg *sequencer.Config) {
	cfg.Patience, cfg.NodeRetry = haste*3*time.Second, haste*50*time.Millisecond
}

// withAbsent puts a node that can be out of reach before a chain's.
func (w *net) withAbsent(id chains.ChainID) *absent {
	node := &absent{Node: w.nodes[id]}
	w.nodes[id] = node
	return node
}

// standsAside waits until a chain's health says that it does.
func (w *net) standsAside(id chains.ChainID, why string) {
	w.t.Helper()
	w.until("the chain stands aside: "+why, func() bool { return strings.HasPrefix(w.seq.Health(id).Reason, why) })
}

// admit submits one transaction and does not wait for its outcome.
func (w *net) admit(tx *chains.Tx) *sequencer.Ticket {
	w.t.Helper()
	ticket, err := w.seq.Submit(w.t.Context(), []*chains.Tx{tx}, 0)
	if err != nil {
		w.t.Fatalf("submit: %v", err)
	}
	return ticket
}

// outcome waits for a ticket's.
func (w *net) outcome(ticket *sequencer.Ticket) sequencer.Outcome {
	w.t.Helper()
	ctx, cancel := context.WithTimeout(w.t.Context(), hanging)
	defer cancel()
	out, err := ticket.Wait(ctx)
	if err != nil {
		w.t.Fatalf("no outcome: %v; %s", err, w.state())
	}
	return out
}

// state says how the chains are.
func (w *net) state() string {
	var out strings.Builder
	for _, id := range w.ids {
		queued, _ := w.seq.Queued(w.t.Context(), id)
		fmt.Fprintf(&out, "chain %d: %+v, %d wait, next nonce %d; ", id, w.seq.Health(id), queued, w.nonces[id])
	}
	return out.String()
}

// refusedAs checks that an outcome is a refusal with a code, and says why.
func (w *net) refusedAs(out sequencer.Outcome, code chains.RefusalCode, why string) {
	w.t.Helper()
	if out.Refusal == nil || out.Refusal.Code != code || !strings.Contains(out.Refusal.Reason, why) {
		w.t.Fatalf("wanted a refusal %q (%s), got %+v %+v", code, why, out.Refusal, out.Bundle)
	}
}

// One dead chain does not stop the others (A7). What touches it is refused with the
// reason, its own transactions wait, and it takes part again by itself when its node is
// back, though that has lost blocks and though the sequencer was started again meanwhile.
func TestDeadChain(t *testing.T) {
	for name, kill := range map[string]func(*absent, bool){
		"out of reach": func(n *absent, dead bool) { n.away.Store(dead) },
		"hung":         func(n *absent, dead bool) { n.hung.Store(dead) },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := newNet(t, 3)
			w.tune = impatient
			node := w.withAbsent(c)
			w.start()
			for _, restart := range []bool{false, true} {
				w.sameSlot(w.submit(w.burn(a, c, big.NewInt(5))).Bundle)
				kill(node, true)
				w.standsAside(c, "unavailable")
				w.othersGoOn()
				if restart {
					if err := w.stop(); err != nil {
						t.Fatal(err)
					}
					w.start()
					w.standsAside(c, "unavailable")
					w.othersGoOn()
				}
				ticket := w.admit(w.tx(c, &recipient, big.NewInt(1), nil))
				w.othersGoOn()
				w.fallBack(c, 2)
				kill(node, false)
				out := w.outcome(ticket)
				if out.Bundle == nil {
					t.Fatalf("the transaction that waited: %+v", out.Refusal)
				}
				w.applied(out.Bundle)
				w.until("the chain is well", func() bool { return w.seq.Health(c).Reason == "" })
				w.sameSlot(w.submit(w.burn(a, c, big.NewInt(7))).Bundle)
			}
			w.balanced()
			w.promisesKept()
		})
	}
}

// othersGoOn sends what chains a and b do with each other, and what they cannot do with c.
func (w *net) othersGoOn() {
	w.t.Helper()
	for range 2 {
		w.sameSlot(w.submit(w.burn(a, b, big.NewInt(5))).Bundle)
	}
	w.refusedAs(w.submit(w.burn(a, c, big.NewInt(6))), chains.RefusedChainUnavailable, "unavailable: ")
	w.nonces[a]-- // it was not included
	w.refusedAs(w.submit(w.tx(a, &recipient, big.NewInt(1), nil), w.tx(c, &recipient, big.NewInt(1), nil)), chains.RefusedChainUnavailable, "unavailable: ")
	w.nonces[a]--
	w.nonces[c]--
	tried := w.burn(a, c, big.NewInt(1))
	w.nonces[a]--
	sim, err := w.seq.Simulate(w.t.Context(), []*chains.Tx{tried})
	if err != nil || sim.Refusal == nil || sim.Refusal.Code != chains.RefusedChainUnavailable {
		w.t.Fatalf("simulated: %+v, %v", sim, err)
	}
	if _, err := w.seq.View(c); !errors.Is(err, chains.ErrUnavailable) {
		w.t.Fatalf("the state of a chain that stands aside: %v", err)
	}
	w.applied(w.submit(w.tx(b, &recipient, big.NewInt(1), nil)).Bundle)
}

// A chain that dies with promised bundles in a block that is not committed takes these
// back, on all their chains, with a cause; what was promised beside them stands.
func TestDeadChainRevokes(t *testing.T) {
	t.Parallel()
	w := newNet(t, 3)
	w.tune = impatient
	node := w.withAbsent(c)
	slow := w.withHeldUp(c)
	w.start()
	var joint, alone, after *chains.Bundle
	slow.before(w, func() *chains.Leg {
		w.kept(2, w.burn(a, b, big.NewInt(5)))
		joint = w.kept(2, w.burn(a, c, big.NewInt(5)))
		alone = w.kept(1, w.tx(c, &recipient, big.NewInt(1), nil))
		after = w.kept(1, w.tx(b, &recipient, big.NewInt(1), nil))
		return &joint.Legs[1]
	})
	node.away.Store(true)
	<-slow.let
	w.standsAside(c, "unavailable")
	w.applied(after)
	if !w.isRevoked(joint) {
		t.Fatal("the bundle is not revoked")
	}
	w.nonces[a]--
	if w.receipt(a, joint.Legs[0].TxHash) != nil {
		t.Fatal("half of a revoked bundle is on its chain")
	}
	node.away.Store(false)
	w.until("the chain is well", func() bool { return w.seq.Health(c).Reason == "" })
	w.applied(alone)
	w.balanced()
	w.promisesKept()
}

// isRevoked reports whether the journal revokes every promise about a bundle; some of them
// is an error.
func (w *net) isRevoked(bundle *chains.Bundle) bool {
	w.t.Helper()
	at := map[chains.ChainID]common.Hash{}
	for _, l := range bundle.Legs {
		at[l.ChainID] = l.TxHash
	}
	found := 0
	for _, rec := range w.records() {
		if r, ok := rec.(*journal.Revoked); ok {
			for _, p := range r.Positions {
				if at[p.ChainID] == p.TxHash {
					found++
				}
			}
			if !strings.Contains(r.Cause, "903") || len(r.Signature) != 65 {
				w.t.Errorf("cause %q, signature %x", r.Cause, r.Signature)
			}
		}
	}
	if found != 0 && found != len(bundle.Legs) {
		w.t.Fatalf("%d of %d legs are revoked", found, len(bundle.Legs))
	}
	return found > 0
}

// A few blocks of somebody else at a node are replaced by what is committed, running or
// starting, whether the node is ahead of the journal or has lost blocks before.
func TestForeignBlock(t *testing.T) {
	for name, lost := range map[string]uint64{"ahead": 0, "beside": 1, "behind": 3} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := newNet(t, 1)
			w.start()
			for _, restart := range []bool{true, false} {
				for range 3 {
					w.applied(w.submit(w.tx(a, &recipient, big.NewInt(1), nil)).Bundle)
				}
				if restart {
					if err := w.stop(); err != nil {
						t.Fatal(err)
					}
				}
				if lost > 0 {
					w.fallBack(a, lost)
				}
				w.foreignBlock(a)
				if restart {
					w.start()
				}
				w.applied(w.submit(w.tx(a, &recipient, big.NewInt(1), nil)).Bundle)
			}
			w.promisesKept()
			w.zero()
		})
	}
}

// Many blocks of somebody else halt their chain and no other; so does somebody who goes on
// moving the head. When a person has mended the node, the chain takes part again.
func TestForeignHead(t *testing.T) {
	t.Parallel()
	w := newNet(t, 2)
	w.tune = impatient
	w.start()
	for range 2 {
		w.sameSlot(w.submit(w.burn(a, b, big.NewInt(5))).Bundle)
	}
	ours, err := w.clients[b].Head(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if err := w.stop(); err != nil {
		t.Fatal(err)
	}
	head, err := w.clients[b].Head(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for range 4 { // our last block may be committed and not have been adopted
		w.foreignBlock(b)
	}
	w.start()
	w.standsAside(b, "halted: ")
	if why := w.seq.Health(b).Reason; !strings.Contains(why, sequencer.ErrForeignHead.Error()) {
		t.Fatalf("reason: %s", why)
	}
	w.applied(w.submit(w.tx(a, &recipient, big.NewInt(1), nil)).Bundle)
	if err := w.clients[b].Call(t.Context(), nil, "debug_setHead", hexutil.Uint64(head.Number.Uint64())); err != nil {
		t.Fatal(err)
	}
	w.until("the mended chain is well", func() bool { return w.seq.Health(b).Reason == "" })
	w.sameSlot(w.submit(w.burn(a, b, big.NewInt(5))).Bundle)
	w.until("somebody who does not stop halts the chain", func() bool {
		if strings.HasPrefix(w.seq.Health(b).Reason, "halted: ") {
			return true
		}
		w.foreignBlock(b)
		w.applied(w.submit(w.tx(a, &recipient, big.NewInt(1), nil)).Bundle)
		return false
	})
	if why := w.seq.Health(b).Reason; !strings.Contains(why, "another writer") {
		t.Fatalf("reason: %s", why)
	}
	w.applied(w.submit(w.tx(a, &recipient, big.NewInt(1), nil)).Bundle)
	if ours.Number.Sign() == 0 {
		t.Fatal("nothing was sequenced")
	}
}
