package cheat_test

import (
	"context"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/ethclient"

	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/settlement/settlementtest"
	"github.com/ssequencer/ssequencer/verifier"
)

// A thief with the relayer's key mints what nobody burnt: never more than the credit. Who
// watches notices before the next batch, and once the guardian has paused nothing is sent
// or relayed any more.
func TestThiefWithTheRelayerKey(t *testing.T) {
	const credit, theft = 1000, 400
	w := newWorld(t, settlementtest.SuiteOptions{})
	w.slot(func(s *settlementtest.Slot) {
		s.Add(902, w.Operator, w.Plan.TokenBridge, bindings.NewTokenBridge().PackSetCredit(w.Plan.TestToken, big.NewInt(credit)))
	})
	w.honest()
	w.watch()
	thief := common.HexToAddress("0x7a1ef")
	w.slot(func(s *settlementtest.Slot) {
		for nonce := range uint64(4) {
			m := forged(w)
			m.Nonce, m.Data = nonce+1, bindings.NewTokenBridge().PackRelayERC20(w.Plan.TestToken, thief, thief, big.NewInt(theft))
			s.Relay(m)
		}
	})
	if got := w.tokens(902, thief); got != 2*theft {
		t.Errorf("the thief has %d, the credit is %d", got, credit)
	}
	found, err := w.verifier.VerifyAhead(t.Context())
	w.must(err)
	if len(found) != 4 || found[0].Code != verifier.CodeUnbacked || found[0].Batch != 2 || found[0].Do == "" {
		t.Fatalf("found %v", found)
	}
	if again, err := w.verifier.VerifyAhead(t.Context()); err != nil || len(again) != 0 {
		t.Fatalf("told again: %v, %v", again, err)
	}

	w.slot(func(s *settlementtest.Slot) {
		for _, id := range chainIDs {
			s.Add(id, w.Operator, w.Plan.Messenger, bindings.NewMessenger().PackPause())
		}
	})
	next := forged(w)
	next.Nonce = 5
	relay := bindings.EncodeRelay(bindings.Identifier{Origin: w.Plan.Messenger, ChainID: 901}, next.SentMessage, 1)
	send := bindings.EncodeSendERC20(w.Plan.TestToken, thief, common.Big1, 901)
	for what, err := range map[string]error{"relay": w.tryOn(902, w.Relayer.Address(), w.Plan.Messenger, relay), "send": w.tryOn(902, thief, w.Plan.TokenBridge, send)} {
		if err == nil {
			t.Errorf("after the pause: %s goes through", what)
		}
	}
}

// tokens returns an account's test tokens on a chain.
func (w *world) tokens(chain int, of common.Address) int64 {
	w.t.Helper()
	out, err := w.onChain(chain).CallContract(context.Background(), ethereum.CallMsg{To: &w.Plan.TestToken, Data: bindings.EncodeBalanceOf(of)}, nil)
	w.must(err)
	return new(big.Int).SetBytes(out).Int64()
}

// tryOn makes a call on a chain without sending it.
func (w *world) tryOn(chain int, from, to common.Address, data []byte) error {
	w.t.Helper()
	_, err := w.onChain(chain).CallContract(context.Background(), ethereum.CallMsg{From: from, To: &to, Data: data}, nil)
	return err
}

func (w *world) onChain(chain int) *ethclient.Client {
	client := ethclient.NewClient(w.Chains[chain-901].Node.Attach())
	w.t.Cleanup(client.Close)
	return client
}
