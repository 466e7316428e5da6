package sequencer_test

import (
	"math/big"
	"strings"
	"sync"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/params"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/crosschain"
	"github.com/ssequencer/ssequencer/journal"
)

// l1Side is the L1 of a net as the sequencer is told of it: what it has sent.
type l1Side struct {
	door  bindings.Door
	token bindings.Step

	mu    sync.Mutex
	sent  map[chains.ChainID][]crosschain.Owed
	quiet bool // it does not answer
}

// newL1Net is newNet with a token of L1 that can enter and leave.
func newL1Net(t *testing.T, n int) *net {
	w, forwarder := newBlankNet(t, n)
	w.l1 = &l1Side{sent: map[chains.ChainID][]crosschain.Owed{}}
	w.l1.door = bindings.PlanDoor(bindings.DoorConfig{L1: uint64(domain.L1ChainID), Batches: domain.Settlement, Prover: domain.Settlement,
		Messenger: w.plan.Messenger, Credit: new(big.Int).Mul(big.NewInt(100), big.NewInt(params.Ether))})
	w.l1.token = bindings.TokenOfL1{Bridge: w.plan.TokenBridge, Gateway: w.l1.door.Gateway.Address, Decimals: 18, Name: "Coin", Symbol: "COIN"}.Step()
	for _, id := range w.ids {
		w.startNode(id)
		w.deploy(id, forwarder)
	}
	return w
}

func (l *l1Side) gateway() (none common.Address) {
	if l == nil {
		return none
	}
	return l.door.Gateway.Address
}

func (l *l1Side) setUp(w *net, send func(common.Address, *big.Int, []byte)) {
	if l == nil {
		return
	}
	for _, step := range []bindings.Step{l.door.Gateway, l.token} {
		send(bindings.Create2Proxy, nil, bindings.CREATE2Call(step.InitCode))
	}
	send(w.plan.Messenger, nil, bindings.EncodeOpenInbound(uint64(domain.L1ChainID), 1))
	send(w.plan.Messenger, nil, bindings.EncodeOpenOutbound(uint64(domain.L1ChainID), 1))
}

func (l *l1Side) pairs(w *net, cc *crosschain.Config) {
	if l == nil {
		return
	}
	cc.L1 = crosschain.Chain{ID: domain.L1ChainID, Contracts: chains.Contracts{Messenger: w.plan.Messenger}}
	for _, id := range w.ids {
		cc.Generations[chains.Pair{Source: domain.L1ChainID, Destination: id}] = 1
		cc.Generations[chains.Pair{Source: id, Destination: domain.L1ChainID}] = 1
	}
}

// Sent implements sequencer.Entries.
func (l *l1Side) Sent(p chains.Pair, nonce uint64) []crosschain.Owed {
	l.mu.Lock()
	defer l.mu.Unlock()
	list := l.sent[p.Destination]
	if l.quiet || nonce > uint64(len(list)) {
		return nil
	}
	return list[nonce:min(nonce+3, uint64(len(list)))] // some at a time
}

// enter has the lockbox send an entry of tokens.
func (w *net) enter(to chains.ChainID, tokens int64) bindings.SentMessage {
	data := bindings.NewGateway().PackEnter(w.l1.token.Address, w.user.Address(), recipient, new(big.Int).Mul(big.NewInt(tokens), big.NewInt(params.Ether)))
	return w.fromL1(to, w.l1.door.Lockbox.Address, w.l1.gateway(), data)
}

func (w *net) fromL1(to chains.ChainID, sender, target common.Address, data []byte) bindings.SentMessage {
	l := w.l1
	l.mu.Lock()
	defer l.mu.Unlock()
	nonce := uint64(len(l.sent[to]))
	m := bindings.SentMessage{Destination: uint64(to), Nonce: nonce, Sender: sender, Target: target, Data: data}
	l.sent[to] = append(l.sent[to], crosschain.Owed{Height: 100 + nonce, Timestamp: 5, LogIndex: 1, Message: chains.Message{Source: domain.L1ChainID, Destination: to,
		Nonce: nonce, Sender: sender, Target: target, Data: data, Hash: m.Hash(uint64(domain.L1ChainID))}})
	return m
}

func (w *net) isQuiet(quiet bool) {
	w.l1.mu.Lock()
	defer w.l1.mu.Unlock()
	w.l1.quiet = quiet
}

// coins returns how many whole tokens of L1 the recipient has.
func (w *net) coins(id chains.ChainID) int64 {
	w.t.Helper()
	n := new(big.Int).SetBytes(w.read(id, w.l1.token.Address, bindings.EncodeBalanceOf(recipient)))
	return n.Div(n, big.NewInt(params.Ether)).Int64()
}

// What L1 has sent is received in its order, once, beside users' bundles: an entry is
// minted; one that the gateway refuses, and what is for somebody else, is received as failed
// and holds up nothing. What is sent to L1 is a bundle without a relay.
func TestEntriesFromL1(t *testing.T) {
	t.Parallel()
	w := newL1Net(t, 2)
	first := w.enter(a, 30)
	w.start()
	beyond := w.enter(a, 80) // with the first one more than the credit
	other := w.fromL1(a, w.user.Address(), w.forwarder, []byte{1})
	for range 5 {
		w.enter(a, 2)
		w.enter(b, 1)
		if out := w.submit(w.burn(a, b, ten)); out.Refusal != nil || len(out.Bundle.Legs) != 2 {
			t.Fatalf("outcome %+v", out)
		}
	}
	w.eventually("all is received", func() bool { return w.coins(a) == 40 && w.coins(b) == 5 })
	for m, want := range map[*bindings.SentMessage]byte{&first: 2, &beyond: 1, &other: 1} {
		if got := w.stateOf(*m, domain.L1ChainID, a); got != want {
			t.Errorf("message %d is in state %d, not %d", m.Nonce, got, want)
		}
	}
	amount := new(big.Int).Mul(big.NewInt(80), big.NewInt(params.Ether))
	user := w.user.Address()
	gateway := w.l1.gateway()
	out := w.submit(w.tx(a, &gateway, nil, bindings.NewGateway().PackRefundEntry(new(big.Int).SetUint64(beyond.Nonce), w.l1.token.Address, user, recipient, amount)))
	if out.Refusal != nil || len(out.Bundle.Legs) != 1 || len(out.Bundle.Legs[0].Initiates) != 1 || out.Bundle.Legs[0].Status != 1 {
		t.Fatalf("a message to L1: %+v", out)
	}
	w.sameSlot(out.Bundle)
	w.promisesKept()
	w.balanced()
	w.zero()
}

// An entry for a chain that has closed the pair waits, with the reason, and nothing else
// does: neither bundles nor entries of other chains.
func TestEntryWhileClosed(t *testing.T) {
	t.Parallel()
	w := newL1Net(t, 2)
	w.start()
	_, registrar := testKey("deployer")
	nonce, err := w.seq.PendingNonce(t.Context(), a, w.deployer.Address())
	if err != nil {
		t.Fatal(err)
	}
	closed := w.submit(w.call(registrar, a, nonce, &w.plan.Messenger, bindings.NewMessenger().PackCloseInbound(domain.L1ChainID.Big())))
	if closed.Refusal != nil || closed.Bundle.Legs[0].Status != 1 {
		t.Fatalf("%+v", closed)
	}
	waits := w.enter(a, 1)
	w.enter(b, 2)
	w.eventually("the reason is told", func() bool { return strings.Contains(w.seq.Health(a).Reason, "message 0 from chain 900 is owed") })
	w.eventually("the other entry is received", func() bool { return w.coins(b) == 2 })
	if out := w.submit(w.burn(a, b, ten)); out.Refusal != nil {
		t.Fatalf("%+v", out)
	} else {
		w.sameSlot(out.Bundle)
	}
	if state := w.stateOf(waits, domain.L1ChainID, a); state != 0 || w.coins(a) != 0 {
		t.Errorf("the message is in state %d", state)
	}
	w.promisesKept()
	w.zero()
}

// Over restarts, also before a block with relays of entries is committed, and while L1 does
// not say again what it has sent, every entry is received once and what was promised about
// its relay is kept.
func TestEntriesOverRestarts(t *testing.T) {
	t.Parallel()
	w := newL1Net(t, 2)
	entries := int64(0)
	for round := range 3 {
		w.isQuiet(false)
		for range 4 {
			w.enter(a, 1)
			entries++
		}
		w.start()
		want := w.relaysPromised() + 1
		w.eventually("a relay is promised", func() bool { return w.relaysPromised() >= want || w.coins(a) == entries })
		if err := w.stop(); err != nil {
			t.Fatal(err)
		}
		w.isQuiet(round%2 == 0) // the next start has to keep its promises without L1
		w.start()
		if out := w.submit(w.burn(a, b, ten)); out.Refusal != nil {
			t.Fatalf("%+v", out)
		} else {
			w.applied(out.Bundle)
		}
		w.promisesKept()
		if err := w.stop(); err != nil {
			t.Fatal(err)
		}
	}
	w.isQuiet(false)
	w.start()
	w.eventually("all is received", func() bool { return w.coins(a) == entries })
	w.promisesKept()
	w.balanced()
	w.zero()
}

// relaysPromised counts the relays from L1 that the journal has decided.
func (w *net) relaysPromised() (count int) {
	w.t.Helper()
	for _, rec := range w.records() {
		if d, ok := rec.(*journal.Decided); ok && d.Arrival == 0 && len(d.Promises) > 0 {
			count++
		}
	}
	return count
}
