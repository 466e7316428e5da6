package scenario

import (
	"context"
	"errors"
	"math/big"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/holiman/uint256"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/wire"
	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/test/programs"
)

// Unusual but legal: what it is, and how many legs come of it, or why it is refused.
func TestOddTransactions(t *testing.T) {
	t.Parallel()
	d, n := startNetwork(t, 2, aMoment)
	l := &lane{wallet: n.account(0, n.ids[0])}
	ch, far := n.contracts(), n.ids[1]
	messages := func(count int) order {
		calls := make([]programs.Call, count)
		for i := range calls {
			calls[i] = programs.Call{To: ch.Messenger, Data: n.via([]chains.ChainID{far}, l.from, []byte{byte(i)})}
		}
		return order{data: programs.Batch(calls...)}
	}
	burner := n.deployed(l, []byte{0x5b, 0x5f, 0x56}) // JUMPDEST PUSH0 JUMP: never ends
	lookAlike := []common.Hash{bindings.SentMessageTopic, common.BigToHash(far.Big()), common.BytesToHash(l.from[:]), {}}
	for _, tc := range []struct {
		name    string
		order   order
		gas     uint64 // default testGas
		legs    int
		refused chains.RefusalCode
		status  uint64
	}{
		{name: "a look-alike of SentMessage", order: order{data: programs.EmitLog(lookAlike, make([]byte, 96))}, legs: 1, status: 1},
		{name: "sixty messages", order: messages(60), gas: 12_000_000, legs: 61, status: 1},
		{name: "more messages than a bundle has legs", order: messages(64), gas: 12_000_000, refused: chains.RefusedLimits},
		{name: "the longest message", order: n.message([]chains.ChainID{far}, l.from, make([]byte, 32<<10)), gas: 6_000_000, legs: 2, status: 1},
		{name: "a longer message", order: n.message([]chains.ChainID{far}, l.from, make([]byte, 32<<10+1)), gas: 6_000_000, legs: 1, status: 0},
		{name: "a target that never ends", order: n.message([]chains.ChainID{l.other(1)}, burner, nil), legs: 2, status: 1}, // no code there on the other chain
		{name: "a target that never ends, on its way back", order: n.message([]chains.ChainID{far, l.chain}, burner, nil), refused: chains.RefusedRelayFailed},
		{name: "relayed by a user", order: order{to: &ch.Messenger, data: bindings.EncodeRelay(bindings.Identifier{Origin: ch.Messenger, ChainID: uint64(far)},
			bindings.SentMessage{Destination: uint64(l.chain), Sender: l.from, Target: l.from}, 1)}, legs: 1},
		{name: "to itself and back in one burn", order: n.burn(ch.TestToken, ch.TokenBridge, big.NewInt(1), far), legs: 2, status: 1},
		{name: "ETH to a contract that takes none", order: n.sendETH(ch.TokenBridge, big.NewInt(1), far), refused: chains.RefusedRelayFailed},
		{name: "nothing burned", order: n.burn(ch.TestToken, l.from, new(big.Int), far), legs: 2, status: 1},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if tc.gas == 0 {
				tc.gas = testGas
			}
			tx := types.MustSignNewTx(l.key, types.LatestSignerForChainID(l.chain.Big()), &types.DynamicFeeTx{
				ChainID: l.chain.Big(), Nonce: l.nonce(), GasFeeCap: feeCap(), Gas: tc.gas, To: tc.order.to, Value: tc.order.value, Data: tc.order.data})
			n.outcome(t, tx, tc.refused, record{legs: tc.legs, status: tc.status})
		})
	}
	t.Run("set code", func(t *testing.T) { n.setCode(t, l) })
	t.Run("replaced", func(t *testing.T) { n.replaced(t, n.account(1, far)) })
	t.Run("a bundle that waits", func(t *testing.T) { n.waitingBundle(t) })
	w := n.readWorld()
	w.checkPairs()
	w.checkTokens()
	checkCounters(t, d)
}

// deployed deploys runtime code and returns its address.
func (n *network) deployed(l *lane, runtime []byte) common.Address {
	n.t.Helper()
	return n.included(l.call(nil, nil, programs.Deploy(runtime))).ContractAddress
}

// outcome sends a transaction and compares what comes of it.
func (n *network) outcome(t *testing.T, tx *types.Transaction, refused chains.RefusalCode, want record) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	c := n.http[chains.ChainID(tx.ChainId().Uint64())]
	r, err := c.SendRawSync(ctx, encode(t, tx), 30*time.Second)
	code, err := refusalCode(err)
	if err != nil || code != refused {
		t.Fatalf("refused %q, want %q: %v", code, refused, err)
	}
	if refused != "" {
		return
	}
	b, err := c.Bundle(ctx, tx.Hash())
	if err != nil || len(b.Legs) != want.legs || r.Status != want.status {
		t.Fatalf("status %d, %v, %+v; want status %d and %d legs", r.Status, err, b, want.status, want.legs)
	}
	for i, leg := range b.Legs {
		if leg.Success != (want.status == types.ReceiptStatusSuccessful) {
			t.Errorf("leg %d: %+v", i, leg)
		}
	}
}

// setCode gives a fresh account the forwarder's code (EIP-7702), and sends a message
// through it, in its name.
func (n *network) setCode(t *testing.T, l *lane) {
	w := n.account(2, l.chain)
	auth, err := types.SignSetCode(w.key, types.SetCodeAuthorization{ChainID: *uint256.MustFromBig(l.chain.Big()), Address: n.forwarder, Nonce: w.nonce()})
	if err != nil {
		t.Fatal(err)
	}
	tx := types.MustSignNewTx(l.key, types.LatestSignerForChainID(l.chain.Big()), &types.SetCodeTx{
		ChainID: uint256.MustFromBig(l.chain.Big()), Nonce: l.nonce(), GasFeeCap: uint256.MustFromBig(feeCap()), GasTipCap: uint256.NewInt(1), Gas: testGas,
		To: w.from, Data: programs.Forward(n.contracts().Messenger, n.via([]chains.ChainID{l.other(1)}, w.from, nil)), AuthList: []types.SetCodeAuthorization{auth},
	})
	n.outcome(t, tx, "", record{legs: 2, status: 1})
}

// replaced sends a transaction behind a nonce gap, then others with its nonce.
func (n *network) replaced(t *testing.T, w *wallet) {
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	next := w.nonce()
	priced := func(nonce uint64, percent int64) *types.Transaction {
		price := new(big.Int).Div(new(big.Int).Mul(feeCap(), big.NewInt(percent)), big.NewInt(100))
		return types.MustSignNewTx(w.key, types.LatestSignerForChainID(w.chain.Big()), &types.LegacyTx{Nonce: nonce, GasPrice: price, Gas: 21_000, To: &w.from})
	}
	c := n.http[w.chain]
	first, cheap, better := priced(next+1, 100), priced(next+1, 109), priced(next+1, 110)
	if _, err := c.SendRaw(ctx, encode(t, first)); err != nil {
		t.Fatal(err)
	}
	if _, err := c.SendRaw(ctx, encode(t, cheap)); err == nil || err.Error() != "replacement transaction underpriced" {
		t.Errorf("9 %% more: %v", err)
	}
	if _, err := c.SendRaw(ctx, encode(t, better)); err != nil {
		t.Errorf("10 %% more: %v", err)
	}
	n.included(priced(next, 100))
	n.included(better)
	b, err := c.Bundle(ctx, first.Hash())
	if err != nil || b.Status != wire.Refused || b.Refusal == nil || b.Refusal.Code != chains.RefusedReplaced {
		t.Errorf("the replaced one: %v, %+v", err, b)
	}
}

// waitingBundle sends a user-signed bundle with a nonce gap: its members are not admitted
// singly and not shown while it waits, and it is dropped when its time is over.
func (n *network) waitingBundle(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	a, b := n.account(3, n.ids[0]), n.account(3, n.ids[1])
	c := n.http[n.ids[0]]
	limit := hexutil.Uint64(time.Now().Unix() + 15) // what is looked at meanwhile lasts, where the machine is slow, too
	member, gap := a.call(&a.from, nil, nil), b.sign(b.nonce()+1, order{to: &a.from})
	id, err := c.SendBundle(ctx, wire.BundleRequest{Txs: []hexutil.Bytes{encode(t, member), encode(t, gap)}, MaxTimestamp: &limit})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := c.SendRaw(ctx, encode(t, member)); err == nil {
		t.Error("a member of a waiting bundle was taken singly")
	}
	var shown *types.Transaction
	if err := c.RPC().CallContext(ctx, &shown, "eth_getTransactionByHash", member.Hash()); err != nil || shown != nil {
		t.Errorf("a member of a waiting bundle is shown: %v, %+v", err, shown)
	}
	var late *chains.Refusal
	if err := (&scenario{network: n}).decided(ctx, c, id); !errors.As(err, &late) || late.Code != chains.RefusedExpired {
		t.Errorf("the bundle in the end: %v", err)
	}
	if got, err := c.Bundle(ctx, id); err != nil || got.Status != wire.Dropped {
		t.Errorf("%v, %+v", err, got)
	}
	n.included(member) // free again
}
