package crosschain_test

import (
	"bytes"
	"errors"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/crosschain"
	"github.com/ssequencer/ssequencer/test/programs"
)

// force keeps a transaction whatever it does, as a deposit is kept, and returns what it
// makes owed.
func (w *world) force(tx *chains.Tx) []crosschain.Owed {
	w.t.Helper()
	s := w.shards[tx.ChainID()]
	trace, err := s.Execute(tx)
	if err != nil {
		w.t.Fatal(err)
	}
	sent, received, err := w.core.Forced(trace)
	if err != nil || len(received) > 0 {
		w.t.Fatalf("%v, received %v", err, received)
	}
	if err := s.Keep([]*chains.Tx{tx}); err != nil {
		w.t.Fatal(err)
	}
	return sent
}

// pay relays an owed message by one of its calls and returns which of them did it; nothing
// is kept of the others.
func (w *world) pay(o *crosschain.Owed) (call int, err error) {
	w.t.Helper()
	s := w.shards[o.Destination]
	for i, c := range w.core.OwedCalls(o) {
		tx, trace, execErr := w.Relay(c)
		if execErr != nil {
			w.t.Fatal(execErr)
		}
		if err = w.core.CheckOwed(trace, o); err != nil {
			s.Drop(0)
			clear(w.relays)
			continue
		}
		if !w.core.OwedReceived(o.Destination, trace.Status, trace.Logs, o.Hash) {
			w.t.Fatal("the receipt says otherwise than the trace")
		}
		if err := s.Keep([]*chains.Tx{tx}); err != nil {
			w.t.Fatal(err)
		}
		w.kept[o.Destination] += w.relays[o.Destination]
		clear(w.relays)
		return i, nil
	}
	return -1, err
}

func (w *world) payAll(owed []crosschain.Owed) {
	w.t.Helper()
	for i := range owed {
		if _, err := w.pay(&owed[i]); err != nil {
			w.t.Fatal(err)
		}
	}
}

func (w *world) state(o *crosschain.Owed) byte {
	return w.call(o.Destination, w.plan.Messenger, bindings.EncodeMessageState(o.Hash))[31]
}

func sentOf(o *crosschain.Owed) bindings.SentMessage {
	return bindings.SentMessage{Destination: uint64(o.Destination), Nonce: o.Nonce, Sender: o.Sender, Target: o.Target, Data: o.Data}
}

// A burn that could not be refused is minted; another message is received without calling
// its target, and anybody may have it delivered afterwards.
func TestOwed(t *testing.T) {
	w := newWorld(t, 2, crosschain.Sponsored)
	owed := w.force(w.burn(a, b, ten))
	if len(owed) != 1 || owed[0].Target != w.plan.TokenBridge || owed[0].Pair() != (chains.Pair{Source: a, Destination: b}) {
		t.Fatalf("owed %+v", owed)
	}
	if call, err := w.pay(&owed[0]); err != nil || call != 0 || w.tokens(b, recipient).Cmp(ten) != 0 {
		t.Fatalf("call %d, %v, %v tokens", call, err, w.tokens(b, recipient))
	}
	w.check()

	log := programs.EmitLog(nil, []byte{7})
	target := w.install(b, log)
	owed = w.force(w.tx(w.user, a, &w.plan.Messenger, nil, bindings.EncodeSendMessage(uint64(b), target, nil)))
	calls := w.core.OwedCalls(&owed[0])
	if len(calls) != 1 || !bytes.Equal(calls[0].Data[:4], bindings.EncodeRelayOwed(bindings.Identifier{}, bindings.SentMessage{})[:4]) {
		t.Fatalf("calls %+v", calls)
	}
	w.payAll(owed)
	if state := w.state(&owed[0]); state != 1 {
		t.Fatalf("state %d, not failed", state)
	}
	w.check()
	legs, refusal := w.decide(w.tx(w.user, b, &w.plan.Messenger, nil, bindings.EncodeRetry(uint64(a), sentOf(&owed[0]))))
	if refusal != nil || len(legs) != 1 || w.state(&owed[0]) != 2 {
		t.Fatalf("%v %s, state %d", refusal, describe(legs), w.state(&owed[0]))
	}
	if _, refusal := w.decide(w.burn(a, b, ten)); refusal != nil { // the pair goes on
		t.Fatal(refusal)
	}
	w.check()
}

// A token that sends messages when it is minted cannot turn one owed message into more.
func TestOwedEchoInToken(t *testing.T) {
	w := newWorld(t, 2, crosschain.Sponsored)
	echo := func(to chains.ChainID) []byte {
		call := programs.Call{To: w.plan.Messenger, Data: bindings.EncodeSendMessage(uint64(to), recipient, nil)}
		return programs.Batch(call, call)
	}
	// The two tokens differ in where they send to, so a proxy at the same address calls them.
	onA, onB := w.install(a, echo(b)), w.install(b, echo(a))
	token := w.installSame(onA, onB)
	burn := bindings.EncodeSendERC20(token, recipient, ten, uint64(b))
	owed := w.force(w.tx(w.user, a, &w.plan.TokenBridge, nil, burn))
	if len(owed) != 3 {
		t.Fatalf("%d messages are owed, not the token's two and the bridge's", len(owed))
	}
	w.payAll(owed)
	if next := w.force(w.tx(w.user, b, &recipient, nil, nil)); len(next) != 0 {
		t.Fatal("something was sent in return")
	}
	w.check()
}

// installSame puts a contract at one address of both chains that calls another one there.
func (w *world) installSame(onA, onB common.Address) common.Address {
	// call(gas, chainid == 901 ? onA : onB, 0, 0, 0, 0, 0)
	code := append(common.FromHex("5f5f5f5f5f"+"46610385146027"+"57"+"73"), onB[:]...)
	code = append(code, common.FromHex("603d56")...)
	for len(code) < 0x27 {
		code = append(code, 0x5b)
	}
	code = append(append(code, 0x5b, 0x73), onA[:]...)
	code = append(code, common.FromHex("5b5af15000")...) // at 0x3d
	address := w.install(a, code)
	if w.install(b, code) != address {
		w.t.Fatal("other addresses")
	}
	return address
}

// What cannot be received now stays owed, and what is not the next message is not received.
func TestOwedNotReceived(t *testing.T) {
	w := newWorld(t, 2, crosschain.Sponsored)
	first := w.force(w.burn(a, b, ten))
	second := w.force(w.burn(a, b, ten))
	if _, err := w.pay(&second[0]); !errors.Is(err, crosschain.ErrNotReceived) {
		t.Fatalf("the second before the first: %v", err)
	}
	wrong := first[0]
	wrong.Sender = recipient
	if _, err := w.pay(&wrong); !errors.Is(err, crosschain.ErrNotReceived) {
		t.Fatal("a message that nobody has sent is received as the one that is owed")
	}
	relayer := w.tx(w.deployer, b, &w.plan.Messenger, nil, bindings.EncodeSetRelayer(addressOf(w.relayer), false))
	w.must(relayer)
	if _, err := w.pay(&first[0]); !errors.Is(err, crosschain.ErrNotReceived) {
		t.Fatalf("without a registered relayer: %v", err)
	}
	w.must(w.tx(w.deployer, b, &w.plan.Messenger, nil, bindings.EncodeSetRelayer(addressOf(w.relayer), true)))
	w.payAll(first)
	w.payAll(second)
	w.check()
}

// Messages of any length can be received with the gas that they get.
func TestOwedLengths(t *testing.T) {
	w := newWorld(t, 2, crosschain.Sponsored)
	for _, length := range []int{0, 1, 31, 1000, 20_000, 60_000} {
		data := bytes.Repeat([]byte{0xff}, length)
		w.payAll(w.force(w.tx(w.user, a, &w.plan.Messenger, nil, bindings.EncodeSendMessage(uint64(b), recipient, data))))
		w.check()
	}
}

// A transaction that cannot be refused and that writes message trees by itself is an error.
func TestForcedForgery(t *testing.T) {
	w := newWorld(t, 2, crosschain.Sponsored)
	owed := w.force(w.burn(a, b, ten))
	_, trace, err := w.Relay(w.core.OwedCalls(&owed[0])[0])
	if err != nil {
		t.Fatal(err)
	}
	_, received, err := w.core.Forced(trace)
	if err != nil || len(received) != 1 || received[0].Hash != owed[0].Hash || received[0].Pair != owed[0].Pair() {
		t.Fatalf("a relay by deposit: %v %v", received, err)
	}
	trace.Logs = nil // as if another contract had written
	if _, _, err := w.core.Forced(trace); !errors.Is(err, crosschain.ErrUnexplained) {
		t.Fatalf("writes without logs: %v", err)
	}
}
