package cheat_test

import (
	"math/big"
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/settlement/settlementtest"
	"github.com/ssequencer/ssequencer/verifier"
)

// entryWorld is a world that a token of L1 can enter by chain 901.
type entryWorld struct {
	*world
	lockbox, gateway, token common.Address
}

func newEntryWorld(t *testing.T) *entryWorld {
	t.Helper()
	const l1 = settlementtest.L1ID
	w := &entryWorld{world: newWorld(t, settlementtest.SuiteOptions{Pairs: []chains.Pair{{Source: l1, Destination: 901}, {Source: 901, Destination: l1},
		{Source: 901, Destination: 902}, {Source: 902, Destination: 901}}})}
	door := bindings.PlanDoor(bindings.DoorConfig{L1: uint64(l1), Batches: w.Suite.Batches, Prover: w.Suite.Prover, Messenger: w.Plan.Messenger, Credit: bindings.UnlimitedCredit()})
	token := bindings.TokenOfL1{Bridge: w.Plan.TokenBridge, Gateway: door.Gateway.Address, Decimals: 18, Name: "Coin", Symbol: "COIN"}.Step()
	w.lockbox, w.gateway, w.token = door.Lockbox.Address, door.Gateway.Address, token.Address
	w.slot(func(s *settlementtest.Slot) {
		for _, id := range chainIDs {
			s.Add(id, w.Operator, bindings.Create2Proxy, bindings.CREATE2Call(door.Gateway.InitCode))
			s.Add(id, w.Operator, bindings.Create2Proxy, bindings.CREATE2Call(token.InitCode))
		}
	})
	return w
}

// entry is a message by which tokens enter chain 901, as the lockbox sends it. Here anybody
// may say so: what counts is whether L1 has sent it.
func (w *entryWorld) entry(nonce uint64, to common.Address, amount int64) settlementtest.Message {
	data := bindings.NewGateway().PackEnter(w.token, to, to, big.NewInt(amount))
	return settlementtest.Message{Source: settlementtest.L1ID, SentMessage: bindings.SentMessage{Destination: 901, Nonce: nonce, Sender: w.lockbox, Target: w.gateway, Data: data}}
}

// A mint for which L1 has locked nothing, made with the relayer's key and claimed by the
// signer, is found by whoever watches. Proof is demanded, and there is none, since L1 keeps
// what it has sent: the batch is void, and with it what the thief has sent on to L1, and the
// bond is slashed.
func TestForgedEntryIsSlashed(t *testing.T) {
	w := newEntryWorld(t)
	w.honest()
	thief := w.User.Address()
	w.slot(func(s *settlementtest.Slot) {
		s.Relay(w.entry(0, thief, 1_000_000))
		s.Add(901, w.User, w.gateway, bindings.NewGateway().PackExit(w.token, thief, big.NewInt(900_000)))
	})
	w.watch()
	ahead, err := w.verifier.VerifyAhead(t.Context())
	w.must(err)
	if len(ahead) != 1 || ahead[0].Code != verifier.CodeUnbacked {
		t.Errorf("before any batch says so: %v", ahead)
	}
	b := w.Batch()
	w.Submit(&b)
	reports := w.watch()
	if got := codes(reports[0].Findings); !slices.Equal(got, []verifier.Code{verifier.CodeRoot, verifier.CodeUnbacked}) {
		t.Fatalf("found %v", reports[0].Findings)
	}
	if got := w.refused(w.Suite.Prover, bindings.NewProver().PackRecordEntryRoot(big.NewInt(901), common.Big1)); got != "" {
		t.Errorf("what L1 has sent cannot be recorded: %s", got)
	}
	w.requireSlashed(2)
}

// More is minted than L1 has locked.
func TestAlteredEntryIsSlashed(t *testing.T) {
	w := newEntryWorld(t)
	w.honest()
	user := w.User.Address()
	locked := w.entry(0, user, 5)
	w.SendL1(w.User, w.Plan.Messenger, bindings.EncodeSendMessage(901, w.gateway, locked.Data)) // the sender is told in the leaf, too
	w.slot(func(s *settlementtest.Slot) { s.Relay(w.entry(0, user, 5000)) })
	b := w.Batch()
	w.Submit(&b)
	w.requireFound(violation{want: []verifier.Code{verifier.CodeAltered, verifier.CodeRoot}, text: "was sent as"})
	w.requireSlashed(2)
}
