package exits_test

import (
	"math/big"
	"slices"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/settlement/settlementtest"
	"github.com/ssequencer/ssequencer/verifier"
)

var bob = common.HexToAddress("0xb0b")

// A token of L1 enters through one chain, is burnt there and minted on the other, and
// leaves from that one: released once, and not before the batch with it is final.
func TestEntryAndExit(t *testing.T) {
	w := newWorld(t, bindings.UnlimitedCredit())
	w.relay(w.enter(ether(40)))
	w.move(901, 902, ether(40))
	exit := w.exit(902, bob, ether(30))
	number := w.claim() // the mint and the exit are in one batch
	release := w.release(number, exit, bob, ether(30))
	if got := w.refused(release); !strings.HasPrefix(got, "NotFinal") {
		t.Fatalf("before the batch is final: %q", got)
	}
	w.finalize(number)
	for what, other := range map[string][]byte{
		"to another": w.release(number, exit, w.User.Address(), ether(30)), "more": w.release(number, exit, bob, ether(31)),
	} {
		if got := w.refused(other); !strings.HasPrefix(got, "NotProven") {
			t.Errorf("released %s: %q", what, got)
		}
	}
	w.SendL1(w.Poster, w.lockbox, release)
	if got := w.coins(bob); got != 30 {
		t.Fatalf("released %d", got)
	}
	if got := w.refused(release); !strings.HasPrefix(got, "AlreadyDone") {
		t.Errorf("a second time: %q", got)
	}
	w.requireHonest()
}

// What came in by one chain may leave through the other, up to the cap.
func TestExitBeyondTheCap(t *testing.T) {
	w := newWorld(t, bindings.UnlimitedCredit())
	w.relay(w.enter(ether(60)))
	w.move(901, 902, ether(60))
	first, second := w.exit(902, bob, ether(50)), w.exit(902, bob, ether(10))
	number := w.settle()
	w.SendL1(w.Poster, w.lockbox, w.release(number, first, bob, ether(50)))
	late := w.release(number, second, bob, ether(10))
	if got := w.refused(late); !strings.HasPrefix(got, "CapReached") {
		t.Fatalf("beyond the cap: %q", got)
	}
	w.SendL1(w.Operator, w.lockbox, bindings.NewLockbox().PackListToken(big.NewInt(902), w.coin, w.token, ether(60)))
	w.SendL1(w.Poster, w.lockbox, late)
	if got := w.coins(bob); got != 60 {
		t.Errorf("released %d", got)
	}
	w.requireHonest()
}

// An entry that fails on its chain, here beyond the credit, comes back as an exit, once.
func TestRefundOfAFailedEntry(t *testing.T) {
	w := newWorld(t, ether(5))
	w.relay(w.enter(ether(40))) // is received, and fails
	if got := w.coins(w.User.Address()); got != 60 {
		t.Fatalf("%d coins left", got)
	}
	user := w.User.Address()
	refund := bindings.NewGateway().PackRefundEntry(common.Big0, w.token, user, user, ether(40))
	back := w.send(901, w.gateway, refund)
	number := w.settle()
	w.SendL1(w.Poster, w.lockbox, w.release(number, back, user, ether(40)))
	if got := w.coins(user); got != 100 {
		t.Errorf("%d coins after the refund", got)
	}
	call := map[string]any{"from": user, "to": w.gateway, "data": hexutil.Bytes(refund)}
	if w.Chain(901).Engine.Call(t.Context(), new(string), "eth_call", call, "latest") == nil {
		t.Error("refunded a second time")
	}
	w.requireHonest()
}

// What was final when a chain left the set can be released after it; what was only
// settled becomes final all the same, and what was sent later stays on the chain.
func TestExitOfAChainThatLeaves(t *testing.T) {
	w := newWorld(t, bindings.UnlimitedCredit())
	w.relay(w.enter(ether(40)))
	w.move(901, 902, ether(40))
	final := w.exit(902, bob, ether(10))
	first := w.settle()
	settled := w.exit(902, bob, ether(7))
	second := w.claim()
	set := bindings.NewBatches()
	w.SendL1(w.Operator, w.Suite.Batches, set.PackAnnounce(second+1, []bindings.DependencySetMember{{ChainId: 901}, {ChainId: 902}}, closing(true)))
	w.NewSlot().Build()
	third := w.claim() // the last one with chain 902: its pairs are closed
	releases := map[uint64][]byte{first: w.release(first, final, bob, ether(10)), second: w.release(second, settled, bob, ether(7))}
	w.SendL1(w.Operator, w.Suite.Batches, set.PackAnnounce(third+1, []bindings.DependencySetMember{{ChainId: 901}}, closing(false)))
	w.leave(902)
	w.NewSlot().Build()
	fourth := w.claim()
	w.SendL1(w.Poster, w.lockbox, releases[first])
	if got := w.refused(releases[second]); !strings.HasPrefix(got, "NotFinal") {
		t.Errorf("settled and not final: %q", got)
	}
	for _, number := range []uint64{second, third, fourth} {
		w.finalize(number)
	}
	w.SendL1(w.Poster, w.lockbox, releases[second])
	if got := w.coins(bob); got != 17 {
		t.Errorf("released %d", got)
	}
	w.requireHonest()
}

// A mint for which nothing was locked, made with the relayer's key and claimed by the
// signer, is found by whoever reads L1 and the chains, as is one of more than was locked.
func TestForgedEntriesAreFound(t *testing.T) {
	w := newWorld(t, bindings.UnlimitedCredit())
	entry := func(nonce uint64, amount *big.Int) settlementtest.Message {
		user := w.User.Address()
		return settlementtest.Message{Source: l1, SentMessage: bindings.SentMessage{Destination: 901, Nonce: nonce, Sender: w.lockbox, Target: w.gateway,
			Data: bindings.NewGateway().PackEnter(w.token, user, user, amount)}}
	}
	w.enter(ether(1))
	w.relay(entry(0, ether(40)))
	w.relay(entry(1, ether(7)))
	number := w.claim()
	v := w.verifier()
	defer v.Close()
	r, err := v.VerifyBatch(t.Context(), number)
	w.must(err)
	for _, code := range []verifier.Code{verifier.CodeAltered, verifier.CodeUnbacked} {
		if !slices.ContainsFunc(r.Findings, func(f verifier.Finding) bool { return f.Code == code }) {
			t.Errorf("no %s among %v", code, r.Findings)
		}
	}
	if len(r.Unprovable) == 0 {
		t.Error("L1 could be shown a proof")
	}
}

// While its pair is closed on L1 nothing enters: the tokens stay where they are.
func TestEntryWhileClosed(t *testing.T) {
	w := newWorld(t, bindings.UnlimitedCredit())
	w.SendL1(w.User, w.coin, bindings.NewTestToken().PackApprove(w.lockbox, ether(40)))
	enter := bindings.NewLockbox().PackEnter(big.NewInt(901), w.coin, w.User.Address(), ether(40))
	if got := w.refusedTo(w.User.Address(), enter); got != "" {
		t.Fatalf("while it is open: %q", got)
	}
	w.SendL1(w.Operator, w.Plan.Messenger, bindings.NewMessenger().PackCloseOutbound(big.NewInt(901)))
	if got := w.refusedTo(w.User.Address(), enter); !strings.HasPrefix(got, "PeerNotOpen") {
		t.Errorf("while it is closed: %q", got)
	}
}

// closing returns the pairs while chain 902 leaves, and without it.
func closing(still bool) []bindings.DependencySetPair {
	pairs := []bindings.DependencySetPair{{Source: 900, Destination: 901, Generation: 1, Open: true}, {Source: 901, Destination: 900, Generation: 1, Open: true}}
	if still {
		pairs = append(pairs, bindings.DependencySetPair{Source: 901, Destination: 902, Generation: 1},
			bindings.DependencySetPair{Source: 902, Destination: 900, Generation: 1}, bindings.DependencySetPair{Source: 902, Destination: 901, Generation: 1})
	}
	return pairs
}
