package crosschain_test

import (
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"
	"github.com/holiman/uint256"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/crosschain"
	"github.com/ssequencer/ssequencer/test/programs"
)

// install deploys runtime code on a chain and returns its address.
func (w *world) install(id chains.ChainID, runtime []byte) common.Address {
	w.t.Helper()
	init := programs.Deploy(runtime)
	w.must(w.tx(w.deployer, id, &bindings.Create2Proxy, nil, bindings.CREATE2Call(init)))
	return bindings.CREATE2Address(init)
}

// Whatever a message's target does to its relay, the relay is either received and
// delivered, or nothing of the bundle stays on any chain.
func TestHostileTargets(t *testing.T) {
	for name, tc := range map[string]struct {
		runtime string
		kept    bool
	}{
		"returns a megabyte":                {runtime: "62100000" + "6000" + "f3", kept: true},
		"reverts with a megabyte":           {runtime: "62100000" + "6000" + "fd"},
		"burns all gas":                     {runtime: "fe"},
		"loops for ever":                    {runtime: "5b600056"},
		"leaves 5,000 gas and succeeds":     {runtime: "5b6113885a1160005700", kept: true},
		"destroys itself for the messenger": {runtime: "33ff", kept: true},
		"destroys itself for nobody":        {runtime: "6000ff", kept: true},
		"calls its caller back, and fails":  {runtime: "600060006000600060003362ffffff" + "f1" + "15600057" + "00"},
		"stores 200 slots":                  {runtime: "60c8" + "5b" + "8080" + "55" + "6001" + "9003" + "80" + "6002" + "57" + "00"},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t, 2, crosschain.Sponsored)
			target := w.install(b, common.FromHex(tc.runtime))
			burn := programs.Call{To: w.plan.Messenger, Data: bindings.EncodeSendMessage(uint64(b), recipient, nil)}
			hostile := programs.Call{To: w.plan.Messenger, Data: bindings.EncodeSendMessage(uint64(b), target, []byte{1})}
			legs, refusal := w.decide(w.tx(w.user, a, nil, nil, programs.Batch(burn, hostile, burn)))
			if tc.kept != (refusal == nil) {
				t.Fatalf("%v, %d legs", refusal, len(legs))
			}
			if tc.kept && len(legs) != 4 {
				t.Fatal(describe(legs))
			}
			w.check()
			if _, refusal := w.decide(w.burn(a, b, ten)); refusal != nil { // the pair goes on
				t.Fatal(refusal)
			}
			w.check()
		})
	}
}

// Messages in a user's own name that want what only bridges or relayers may.
func TestForgedMessages(t *testing.T) {
	w := newWorld(t, 2, crosschain.Sponsored)
	legs, refusal := w.decide(w.burn(a, b, ten))
	if refusal != nil {
		t.Fatal(refusal)
	}
	mint := legs[1].Tx.Inner().Data() // a relay of the sequencer's, executed before
	_, sent, _, err := bindings.DecodeRelay(mint)
	if err != nil {
		t.Fatal(err)
	}
	next := sent
	next.Nonce++
	id := bindings.Identifier{Origin: w.plan.Messenger, BlockNumber: 2, Timestamp: 1002, ChainID: uint64(a)}
	via := func(data []byte) []byte { return programs.Forward(w.plan.Messenger, data) }
	for name, m := range map[string]struct {
		target common.Address
		data   []byte
	}{
		"a mint":                        {w.plan.TokenBridge, sent.Data},
		"a mint by the token":           {w.plan.TestToken, sent.Data},
		"a leaf":                        {w.plan.RootStore, bindings.EncodeTree(true, uint64(a), 1)},
		"a relay in a relay":            {w.forwarder, via(bindings.EncodeRelay(id, next, 1))},
		"a nested relay in a relay":     {w.forwarder, via(bindings.EncodeRelay(id, next, 2))},
		"an owed relay in a relay":      {w.forwarder, via(bindings.EncodeRelayOwed(id, next))},
		"a retry of what was delivered": {w.forwarder, via(bindings.EncodeRetry(uint64(a), sent))},
		"the messenger":                 {w.plan.Messenger, bindings.EncodeRelayOwed(id, next)},
		"an opened peer":                {w.forwarder, via(bindings.EncodeOpenInbound(999, 1))},
	} {
		legs, refusal := w.decide(w.tx(w.user, a, &w.plan.Messenger, nil, bindings.EncodeSendMessage(uint64(b), m.target, m.data)))
		if refusal == nil && (len(legs) != 1 || legs[0].Trace.Succeeded()) {
			t.Fatalf("%s: kept %s", name, describe(legs))
		}
		w.check()
	}
	// The same by transactions of the user's, on the chain itself.
	for name, data := range map[string][]byte{
		"relay again": mint, "relay": bindings.EncodeRelay(id, next, 1), "owed": bindings.EncodeRelayOwed(id, next), "retry": bindings.EncodeRetry(uint64(a), sent),
	} {
		legs, refusal := w.decide(w.tx(w.user, b, &w.plan.Messenger, nil, data))
		if refusal != nil || len(legs) != 1 || legs[0].Trace.Succeeded() {
			t.Fatalf("%s: %v %s", name, refusal, describe(legs))
		}
		w.check()
	}
	if got := w.tokens(b, recipient); got.Cmp(ten) != 0 {
		t.Fatalf("the recipient has %v", got)
	}
}

// Accounts with delegated code (EIP-7702) as senders and as targets of messages: the
// user's, and the relayer's own if its key ever signed one.
func TestDelegatedAccounts(t *testing.T) {
	w := newWorld(t, 2, crosschain.Sponsored)
	w.nonces[addressOf(w.user)] = map[chains.ChainID]uint64{}
	setCode := func(id chains.ChainID) *chains.Tx {
		auth, err := types.SignSetCode(w.relayer, types.SetCodeAuthorization{ChainID: *uint256.NewInt(uint64(id)), Address: w.forwarder})
		if err != nil {
			t.Fatal(err)
		}
		raw, err := types.MustSignNewTx(w.user, types.LatestSignerForChainID(id.Big()), &types.SetCodeTx{
			ChainID: uint256.NewInt(uint64(id)), Nonce: w.nonces[addressOf(w.user)][id], GasFeeCap: uint256.NewInt(100 * params.GWei), Gas: 200_000,
			To: recipient, AuthList: []types.SetCodeAuthorization{auth},
		}).MarshalBinary()
		if err != nil {
			t.Fatal(err)
		}
		tx, err := chains.DecodeTx(raw)
		if err != nil {
			t.Fatal(err)
		}
		w.nonces[addressOf(w.user)][id]++
		return tx
	}
	if _, refusal := w.decide(setCode(b)); refusal != nil {
		t.Fatal(refusal)
	}
	w.kept[b]++ // the authorization used a nonce of the relayer's
	relayer := addressOf(w.relayer)
	// Through the relayer's code anybody can now call the messenger as the relayer, on b.
	sent := bindings.SentMessage{
		Destination: uint64(b), Sender: w.plan.TokenBridge, Target: w.plan.TokenBridge,
		Data: relayERC20(w.plan.TestToken, addressOf(w.user), recipient, ten),
	}
	id := bindings.Identifier{Origin: w.plan.Messenger, BlockNumber: 2, Timestamp: 1002, ChainID: uint64(a)}
	forged := programs.Forward(w.plan.Messenger, bindings.EncodeRelay(id, sent, 1))
	_, refusal := w.decide(w.tx(w.user, b, &relayer, nil, forged))
	if refusal == nil || refusal.Code != chains.RefusedUnexplainedWrite {
		t.Fatalf("a user relayed in the relayer's name: %v", refusal)
	}
	w.check()
	// The same as the target of a message: the messenger allows one delivery at a time.
	_, refusal = w.decide(w.tx(w.user, a, &w.plan.Messenger, nil, bindings.EncodeSendMessage(uint64(b), relayer, forged)))
	if refusal == nil {
		t.Fatal("a relay in a relay was kept")
	}
	w.check()
	if got := w.tokens(b, recipient); got.Sign() != 0 {
		t.Fatalf("minted %v", got)
	}
	if _, refusal := w.decide(w.burn(a, b, ten)); refusal != nil {
		t.Fatal(refusal)
	}
	w.check()
}

// relayERC20 is the bridge's message.
func relayERC20(token, from, to common.Address, amount *big.Int) []byte {
	data := crypto.Keccak256([]byte("relayERC20(address,address,address,uint256)"))[:4]
	for _, word := range [][]byte{token[:], from[:], to[:], amount.Bytes()} {
		data = append(data, common.LeftPadBytes(word, 32)...)
	}
	return data
}
