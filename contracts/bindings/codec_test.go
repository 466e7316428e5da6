package bindings

import (
	"bytes"
	"errors"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
)

func n(v uint64) *big.Int { return new(big.Int).SetUint64(v) }

func typeOf(t testing.TB, name string) abi.Type {
	t.Helper()
	typ, err := abi.NewType(name, "", nil)
	if err != nil {
		t.Fatal(err)
	}
	return typ
}

// arguments returns the ABI types named.
func arguments(t testing.TB, names ...string) (args abi.Arguments) {
	t.Helper()
	for _, name := range names {
		args = append(args, abi.Argument{Type: typeOf(t, name)})
	}
	return args
}

func pack(t testing.TB, args abi.Arguments, values ...any) []byte {
	t.Helper()
	out, err := args.Pack(values...)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// sentLog is the log of m as the messenger emits it, made by the ABI library.
func sentLog(t testing.TB, m SentMessage) *types.Log {
	return &types.Log{
		Topics: []common.Hash{
			SentMessageTopic, common.BigToHash(n(m.Destination)), common.BytesToHash(m.Target[:]), common.BigToHash(n(m.Nonce)),
		},
		Data: pack(t, arguments(t, "address", "bytes"), m.Sender, m.Data),
	}
}

func equalMessages(a, b SentMessage) bool {
	return a.Destination == b.Destination && a.Nonce == b.Nonce && a.Sender == b.Sender && a.Target == b.Target && bytes.Equal(a.Data, b.Data)
}

// The hand-written encodings are those of the ABI library, and decoding gives back what
// was encoded.
func FuzzRelay(f *testing.F) {
	f.Add(uint64(902), uint64(901), uint64(0), []byte("sender"), []byte("target"), []byte("data"), uint64(7), uint8(0))
	f.Add(^uint64(0), uint64(1), ^uint64(0), []byte{}, []byte{1}, make([]byte, 32), ^uint64(0), uint8(1))
	f.Add(uint64(0), uint64(0), uint64(3), []byte{}, []byte{}, []byte{}, uint64(0), uint8(7))
	hash := arguments(f, "uint256", "uint256", "uint256", "address", "address", "bytes")
	data := arguments(f, "address", "bytes")
	messenger := NewMessenger()
	f.Fuzz(func(t *testing.T, destination, source, nonce uint64, sender, target, payload []byte, place uint64, hop uint8) {
		m := SentMessage{destination, nonce, common.BytesToAddress(sender), common.BytesToAddress(target), payload}
		want := crypto.Keccak256Hash(pack(t, hash, n(destination), n(source), n(nonce), m.Sender, m.Target, payload))
		if m.Hash(source) != want {
			t.Fatalf("hash %v, want %v", m.Hash(source), want)
		}

		id := Identifier{common.BytesToAddress(sender), place, place ^ 1, place >> 1, source}
		packedID := MessengerIdentifier{id.Origin, n(id.BlockNumber), n(id.LogIndex), n(id.Timestamp), n(id.ChainID)}
		log := sentLog(t, m)
		sent := log.Data
		for i := len(log.Topics) - 1; i >= 0; i-- {
			sent = append(log.Topics[i].Bytes(), sent...)
		}
		if !bytes.Equal(log.Data, pack(t, data, m.Sender, m.Data)) {
			t.Fatal("log data changed")
		}
		depth := int(hop%MaxDepth) + 1
		calldata := EncodeRelay(id, m, depth)
		wantCall := messenger.PackRelayNested(packedID, sent, n(uint64(depth)))
		if depth == 1 {
			wantCall = messenger.PackRelayMessage(packedID, sent)
		}
		if !bytes.Equal(calldata, wantCall) {
			t.Fatalf("depth %d:\n%x, want\n%x", depth, calldata, wantCall)
		}
		if owed := EncodeRelayOwed(id, m); !bytes.Equal(owed, messenger.PackRelayOwed(packedID, sent)) {
			t.Fatalf("owed %x", owed)
		}
		gotID, gotM, gotDepth, err := DecodeRelay(calldata)
		if err != nil || gotID != id || !equalMessages(gotM, m) || gotDepth != depth {
			t.Fatalf("decoded %v %v %d %v", gotID, gotM, gotDepth, err)
		}
		decoded, err := DecodeSentMessage(log)
		if err != nil || !equalMessages(decoded, m) {
			t.Fatalf("decoded %v: %v", decoded, err)
		}
	})
}

// Whatever bytes come: decoding does not panic, and what it accepts is canonical.
func FuzzDecodeRelay(f *testing.F) {
	m := SentMessage{902, 5, alice, bob, []byte("some data")}
	for depth := range MaxDepth {
		f.Add(EncodeRelay(Identifier{alice, 1, 2, 3, 901}, m, depth+1))
	}
	f.Add(EncodeRelayOwed(Identifier{}, SentMessage{}))
	f.Fuzz(func(t *testing.T, calldata []byte) {
		id, m, depth, err := DecodeRelay(calldata)
		if err != nil {
			if !errors.Is(err, ErrMalformed) {
				t.Fatal(err)
			}
			return
		}
		if depth < 0 || depth > MaxDepth || !bytes.Equal(reencode(id, m, depth), calldata) {
			t.Fatalf("accepted %x", calldata)
		}
	})
}

func FuzzDecodeLogs(f *testing.F) {
	f.Add(uint8(4), []byte{}, []byte{}, pack(f, arguments(f, "address", "bytes"), alice, []byte("x")))
	f.Add(uint8(3), []byte{1}, []byte{2}, pack(f, arguments(f, "bytes"), []byte("x")))
	sentData := arguments(f, "address", "bytes")
	failedData := arguments(f, "bytes")
	f.Fuzz(func(t *testing.T, topics uint8, first, second, data []byte) {
		log := &types.Log{Topics: []common.Hash{
			{}, common.BytesToHash(first), common.BytesToHash(second), common.BytesToHash(first),
		}[:topics%5], Data: data}
		for _, topic := range []common.Hash{SentMessageTopic, FailedRelayedMessageTopic, RelayedMessageTopic} {
			if len(log.Topics) > 0 {
				log.Topics[0] = topic
			}
			if m, err := DecodeSentMessage(log); err == nil && !bytes.Equal(pack(t, sentData, m.Sender, m.Data), data) {
				t.Fatalf("accepted %x", data)
			}
			if _, _, _, returned, err := DecodeFailedRelayed(log); err == nil && !bytes.Equal(pack(t, failedData, returned), data) {
				t.Fatalf("accepted %x", data)
			}
			if _, _, _, err := DecodeRelayed(log); err == nil && len(data) != 32 {
				t.Fatalf("accepted %x", data)
			}
		}
	})
}

// Every change to a good log or call that is not another message is an error.
func TestDecodersAreStrict(t *testing.T) {
	m := SentMessage{902, 5, alice, bob, []byte("nine bytes")}
	breakLog := map[string]func(l *types.Log){
		"topic":               func(l *types.Log) { l.Topics[0][31]++ },
		"no topics":           func(l *types.Log) { l.Topics = nil },
		"three topics":        func(l *types.Log) { l.Topics = l.Topics[:3] },
		"destination too big": func(l *types.Log) { l.Topics[1][23] = 1 },
		"target no address":   func(l *types.Log) { l.Topics[2][11] = 1 },
		"nonce too big":       func(l *types.Log) { l.Topics[3][0] = 1 },
		"sender no address":   func(l *types.Log) { l.Data[11] = 1 },
		"offset":              func(l *types.Log) { l.Data[63]++ },
		"length":              func(l *types.Log) { l.Data[95] = 33 },
		"huge length":         func(l *types.Log) { l.Data[64] = 1 },
		"largest length":      func(l *types.Log) { copy(l.Data[88:], bytes.Repeat([]byte{0xff}, 8)) },
		"padding":             func(l *types.Log) { l.Data[127] = 1 },
		"trailing word":       func(l *types.Log) { l.Data = append(l.Data, make([]byte, 32)...) },
		"cut":                 func(l *types.Log) { l.Data = l.Data[:len(l.Data)-1] },
		"empty":               func(l *types.Log) { l.Data = nil },
	}
	for name, change := range breakLog {
		log := sentLog(t, m)
		change(log)
		if _, err := DecodeSentMessage(log); !errors.Is(err, ErrMalformed) {
			t.Errorf("%s: %v", name, err)
		}
	}

	good := EncodeRelay(Identifier{alice, 1, 2, 3, 901}, m, 2)
	for i := range good {
		for _, flip := range []byte{0x01, 0x80} {
			bad := bytes.Clone(good)
			bad[i] ^= flip
			id, got, depth, err := DecodeRelay(bad)
			if err == nil && !bytes.Equal(EncodeRelay(id, got, depth), bad) {
				t.Errorf("byte %d: accepted", i)
			}
		}
		if _, _, _, err := DecodeRelay(good[:i]); !errors.Is(err, ErrMalformed) {
			t.Errorf("first %d bytes: %v", i, err)
		}
	}
	for _, depth := range []int{0, 1, 9} { // as relayNested
		bad := bytes.Clone(good)
		bad[4+6*32+31] = byte(depth)
		if _, _, _, err := DecodeRelay(bad); !errors.Is(err, ErrMalformed) {
			t.Errorf("depth %d: %v", depth, err)
		}
	}
}

// The first topics and the selectors are those of the contracts.
func TestTopicsAreTheContracts(t *testing.T) {
	events := NewMessenger()
	parsed := events.GetABI()
	for name, topic := range map[string]common.Hash{
		"SentMessage": SentMessageTopic, "RelayedMessage": RelayedMessageTopic, "FailedRelayedMessage": FailedRelayedMessageTopic,
		"RetriedMessage": RetriedMessageTopic, "RefundedMessage": RefundedMessageTopic,
	} {
		if parsed.Events[name].ID != topic {
			t.Errorf("%s: %v", name, topic)
		}
	}
}

// Calls that users and operators make are encoded as the generated bindings do.
func TestCallsEqualTheGeneratedOnes(t *testing.T) {
	amount := new(big.Int).Lsh(big.NewInt(1), 255)
	messenger, tokens, eth, token, store := NewMessenger(), NewTokenBridge(), NewETHBridge(), NewTestToken(), NewRootStore()
	m := SentMessage{902, 5, alice, bob, []byte("nine bytes")}
	hash := m.Hash(901)
	for name, c := range map[string]struct{ got, want []byte }{
		"sendMessage":       {EncodeSendMessage(902, bob, m.Data), messenger.PackSendMessage(n(902), bob, m.Data)},
		"sendMessage empty": {EncodeSendMessage(902, bob, nil), messenger.PackSendMessage(n(902), bob, nil)},
		"retryMessage":      {EncodeRetry(901, m), messenger.PackRetryMessage(n(901), n(5), alice, bob, m.Data)},
		"messageState":      {EncodeMessageState(hash), messenger.PackMessageState(hash)},
		"openInbound":       {EncodeOpenInbound(902, 3), messenger.PackOpenInbound(n(902), n(3))},
		"openOutbound":      {EncodeOpenOutbound(902, 3), messenger.PackOpenOutbound(n(902), n(3))},
		"setRelayer":        {EncodeSetRelayer(alice, true), messenger.PackSetRelayer(alice, true)},
		"setRelayer off":    {EncodeSetRelayer(alice, false), messenger.PackSetRelayer(alice, false)},
		"sendERC20":         {EncodeSendERC20(alice, bob, amount, 902), tokens.PackSendERC20(alice, bob, amount, n(902))},
		"sendETH":           {EncodeSendETH(bob, 902), eth.PackSendETH(bob, n(902))},
		"deposit":           {EncodeDeposit(), eth.PackDeposit()},
		"transfer":          {EncodeTransfer(bob, amount), token.PackTransfer(bob, amount)},
		"balanceOf":         {EncodeBalanceOf(bob), token.PackBalanceOf(bob)},
		"totalSupply":       {EncodeTotalSupply(), token.PackTotalSupply()},
		"inboundTree":       {EncodeTree(true, 902, 3), store.PackInboundTree(n(902), n(3))},
		"outboundTree":      {EncodeTree(false, 902, 3), store.PackOutboundTree(n(902), n(3))},
	} {
		if !bytes.Equal(c.got, c.want) {
			t.Errorf("%s:\n%x, want\n%x", name, c.got, c.want)
		}
	}
}

func BenchmarkMessageHash(b *testing.B) {
	data := make([]byte, 132)
	b.ReportAllocs()
	for b.Loop() {
		MessageHash(902, 901, 7, alice, bob, data)
	}
}

func BenchmarkEncodeRelay(b *testing.B) {
	m := SentMessage{902, 5, alice, bob, make([]byte, 132)}
	b.ReportAllocs()
	for b.Loop() {
		EncodeRelay(Identifier{alice, 1, 2, 3, 901}, m, 1)
	}
}
