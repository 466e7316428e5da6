package sequencer_test

import (
	"bytes"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/params"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/contracts/bindings"
)

// A transfer by deposit that its destination cannot pay, taken back by deposits: it comes
// home once, by a relay that nobody asked for, and that is the end of it.
func TestOPStackRefundByDeposit(t *testing.T) {
	t.Parallel()
	w := newOPNet(t, 2)
	w.start()
	user, amount := w.user.Address(), new(big.Int).Mul(big.NewInt(6), big.NewInt(params.Ether)) // the bridge has 5
	burn := w.op.inputs[a].deposit(t, chains.Deposit{From: user, To: &w.plan.ETHBridge, Value: amount, Data: bindings.EncodeSendETH(recipient, uint64(b))})
	w.nonces[a]++
	w.included(a, burn)
	w.even(a, b)
	if state := w.stateOf(w.message(a, burn.Hash(), 0), a, b); state != 1 {
		t.Fatalf("the transfer is in state %d, not failed", state)
	}
	before := w.balance(a, user)
	refund := bindings.NewETHBridge().PackRefundETH(a.Big(), new(big.Int), user, recipient, amount)
	stranger := common.HexToAddress("0x57a9")
	first := w.op.inputs[b].deposit(t, chains.Deposit{From: stranger, To: &w.plan.ETHBridge, Data: refund})
	second := w.op.inputs[b].deposit(t, chains.Deposit{From: stranger, To: &w.plan.ETHBridge, Data: refund})
	if x, y := w.included(b, first), w.included(b, second); x.Status != 1 || y.Status != 0 {
		t.Fatalf("refunds: %+v, %+v", x, y)
	}
	w.even(b, a)
	back := w.message(b, first.Hash(), 0)
	if state := w.stateOf(back, b, a); state != 2 {
		t.Fatalf("the refund is in state %d, not done", state)
	}
	if got := new(big.Int).Sub(w.balance(a, user), before); got.Cmp(amount) != 0 {
		t.Fatalf("%v came back, not %v", got, amount)
	}
	// What has come back cannot be sent back again.
	again := bindings.NewETHBridge().PackRefundETH(b.Big(), new(big.Int).SetUint64(back.Nonce), user, user, amount)
	if r := w.included(a, w.op.inputs[a].deposit(t, chains.Deposit{From: stranger, To: &w.plan.ETHBridge, Data: again})); r.Status != 0 {
		t.Fatalf("the refund was refunded: %+v", r)
	}
	w.bundle(a, b)
	w.bundle(b, a)
	w.balanced()
	w.quiet()
}

// balance is an account's ETH at the chain's node.
func (w *net) balance(id chains.ChainID, account common.Address) *big.Int {
	w.t.Helper()
	var n hexutil.Big
	if err := w.clients[id].Call(w.t.Context(), &n, "eth_getBalance", account, "latest"); err != nil {
		w.t.Fatal(err)
	}
	return n.ToInt()
}

// The longest message that there can be, without a zero in it, is relayed when a deposit
// sends it; a longer one is never sent.
func TestOPStackLongMessageByDeposit(t *testing.T) {
	t.Parallel()
	const longest = 32 << 10
	w := newOPNet(t, 2)
	w.start()
	stranger := common.HexToAddress("0x57a9")
	send := func(length int) *chains.Tx {
		return w.op.inputs[a].deposit(t, chains.Deposit{From: stranger, To: &w.plan.Messenger, Gas: 5_000_000,
			Data: bindings.EncodeSendMessage(uint64(b), recipient, bytes.Repeat([]byte{0xa5}, length))})
	}
	tooLong, long := send(longest+1), send(longest)
	if r := w.included(a, tooLong); r.Status != 0 {
		t.Fatalf("%+v", r)
	}
	if r := w.included(a, long); r.Status != 1 {
		t.Fatalf("%+v", r)
	}
	w.even(a, b)
	if state := w.stateOf(w.message(a, long.Hash(), 0), a, b); state != 1 {
		t.Fatalf("the message is in state %d: it waits for somebody to deliver it", state)
	}
	w.bundle(a, b)
	w.balanced()
	w.quiet()
}
