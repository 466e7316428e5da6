package crosschain_test

import (
	"bytes"
	"fmt"
	"math/big"
	"math/rand"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/crosschain"
	"github.com/ssequencer/ssequencer/test/programs"
)

const (
	a = chains.ChainID(901)
	b = chains.ChainID(902)
	c = chains.ChainID(903)
)

var (
	recipient = common.HexToAddress("0x00000000000000000000000000000000000000aa")
	ten       = new(big.Int).Mul(big.NewInt(10), big.NewInt(params.Ether))
)

func (w *world) burn(id chains.ChainID, to chains.ChainID, amount *big.Int) *chains.Tx {
	return w.tx(w.user, id, &w.plan.TokenBridge, nil, bindings.EncodeSendERC20(w.plan.TestToken, recipient, amount, uint64(to)))
}

func TestBurnAndMintAreOneBundle(t *testing.T) {
	w := newWorld(t, 2, crosschain.Sponsored)
	legs, refusal := w.decide(w.burn(a, b, ten))
	if refusal != nil {
		t.Fatal(refusal)
	}
	if got := describe(legs); got != "user@901 relay@902 " {
		t.Fatalf("legs: %s", got)
	}
	if len(legs[0].Initiates) != 1 || legs[1].Executes != legs[0].Initiates[0] {
		t.Fatal("the relay does not execute the message of the burn")
	}
	id, m, depth, err := bindings.DecodeRelay(legs[1].Tx.Inner().Data())
	if err != nil || depth != 1 || m.Nonce != 0 {
		t.Fatalf("relay calldata: %v depth %d nonce %d", err, depth, m.Nonce)
	}
	var sent *types.Log
	for _, log := range legs[0].Trace.Logs {
		if log.Address == w.plan.Messenger {
			sent = log
		}
	}
	if want := (bindings.Identifier{Origin: w.plan.Messenger, BlockNumber: 2, LogIndex: uint64(sent.Index), Timestamp: 1002, ChainID: uint64(a)}); id != want {
		t.Fatalf("identifier %+v, want %+v", id, want)
	}
	if got := w.tokens(b, recipient); got.Cmp(ten) != 0 {
		t.Fatalf("minted %v", got)
	}
	w.check()
}

func TestBurnRevertsIsIncludedAlone(t *testing.T) {
	w := newWorld(t, 2, crosschain.Sponsored)
	tooMuch := new(big.Int).Lsh(common.Big1, 200)
	for _, make := range []func() *chains.Tx{
		func() *chains.Tx { return w.burn(a, b, tooMuch) },
		func() *chains.Tx { return w.burn(a, 999, ten) },
		func() *chains.Tx { return w.burn(a, a, ten) },
	} {
		legs, refusal := w.decide(make())
		if refusal != nil || len(legs) != 1 || legs[0].Trace.Succeeded() {
			t.Fatalf("want one reverted leg, got %v %s", refusal, describe(legs))
		}
	}
	w.check()
}

func TestMintFailsNeitherIsIncluded(t *testing.T) {
	w := newWorld(t, 2, crosschain.Sponsored)
	before := w.tokens(a, addressOf(w.user))
	// Only the bridge's peer may call it.
	bad := w.tx(w.user, a, &w.plan.Messenger, nil, bindings.EncodeSendMessage(uint64(b), w.plan.TokenBridge, []byte{1, 2, 3, 4}))
	_, refusal := w.decide(bad)
	if refusal == nil || refusal.Code != chains.RefusedRelayFailed || refusal.Leg != 1 || refusal.ChainID != b {
		t.Fatalf("refusal %+v", refusal)
	}
	// ETH beyond the destination's liquidity.
	six := new(big.Int).Mul(big.NewInt(6), big.NewInt(params.Ether))
	_, refusal = w.decide(w.tx(w.user, a, &w.plan.ETHBridge, six, bindings.EncodeSendETH(recipient, uint64(b))))
	if refusal == nil || !strings.Contains(refusal.Reason, "DestinationLiquidity") || len(refusal.Data) == 0 {
		t.Fatalf("refusal %+v", refusal)
	}
	// The bundle after a refusal has the nonces the refused one would have had.
	if _, refusal = w.decide(w.burn(a, b, ten)); refusal != nil {
		t.Fatal(refusal)
	}
	if got := new(big.Int).Sub(before, w.tokens(a, addressOf(w.user))); got.Cmp(ten) != 0 {
		t.Fatalf("burned %v", got)
	}
	w.check()
}

func TestNested(t *testing.T) {
	w := newWorld(t, 3, crosschain.Sponsored)
	// a -> b -> c, ending in a harmless call.
	legs, refusal := w.decide(w.tx(w.user, a, &w.plan.Messenger, nil, w.forwardVia([]chains.ChainID{b, c}, recipient, []byte{1})))
	if refusal != nil || describe(legs) != "user@901 relay@902 relay@903 " {
		t.Fatalf("%v %s", refusal, describe(legs))
	}
	// a -> b -> a: both transactions on a in the same block.
	legs, refusal = w.decide(w.tx(w.user, a, &w.plan.Messenger, nil, w.forwardVia([]chains.ChainID{b, a}, recipient, []byte{1})))
	if refusal != nil || describe(legs) != "user@901 relay@902 relay@901 " || legs[0].Trace.Height != legs[2].Trace.Height {
		t.Fatalf("%v %s", refusal, describe(legs))
	}
	// The last hop fails: nothing stays.
	_, refusal = w.decide(w.tx(w.user, a, &w.plan.Messenger, nil, w.forwardVia([]chains.ChainID{b, c}, w.plan.TokenBridge, []byte{9, 9, 9, 9})))
	if refusal == nil || refusal.Leg != 2 || refusal.ChainID != c {
		t.Fatalf("refusal %+v", refusal)
	}
	w.check()
	if sent, _ := w.trees(a, b); sent[31] != 2 {
		t.Fatalf("pair a -> b counts %d, want 2", sent[31])
	}
}

func TestHopLimit(t *testing.T) {
	w := newWorld(t, 2, crosschain.Sponsored)
	path := func(n int) []chains.ChainID {
		ids := make([]chains.ChainID, n)
		for i := range ids {
			ids[i] = []chains.ChainID{b, a}[i%2]
		}
		return ids
	}
	legs, refusal := w.decide(w.tx(w.user, a, &w.plan.Messenger, nil, w.forwardVia(path(8), recipient, nil)))
	if refusal != nil || len(legs) != 9 {
		t.Fatalf("eight hops: %v, %d legs", refusal, len(legs))
	}
	_, refusal = w.decide(w.tx(w.user, a, &w.plan.Messenger, nil, w.forwardVia(path(9), recipient, nil)))
	if refusal == nil {
		t.Fatal("nine hops were kept")
	}
	w.check()
}

func TestSeveralMessagesInOneTransaction(t *testing.T) {
	w := newWorld(t, 3, crosschain.Sponsored)
	send := func(to chains.ChainID) programs.Call {
		return programs.Call{To: w.plan.Messenger, Data: bindings.EncodeSendMessage(uint64(to), recipient, []byte{byte(to)})}
	}
	legs, refusal := w.decide(w.tx(w.user, a, nil, nil, programs.Batch(send(b), send(c), send(b))))
	if refusal != nil || describe(legs) != "user@901 relay@902 relay@903 relay@902 " {
		t.Fatalf("%v %s", refusal, describe(legs))
	}
	w.check()
}

// A message sent on before the first transaction's own second message to the same chain
// must not overtake it: nonces of a pair are relayed in order.
func TestOrderWithinAPair(t *testing.T) {
	w := newWorld(t, 2, crosschain.Sponsored)
	echo := w.forwardVia([]chains.ChainID{b, a, b}, recipient, nil) // a -> b -> a -> b
	plain := bindings.EncodeSendMessage(uint64(b), recipient, nil)
	init := programs.Batch(programs.Call{To: w.plan.Messenger, Data: echo}, programs.Call{To: w.plan.Messenger, Data: plain})
	legs, refusal := w.decide(w.tx(w.user, a, nil, nil, init))
	if refusal != nil {
		t.Fatal(refusal)
	}
	if got := describe(legs); got != "user@901 relay@902 relay@902 relay@901 relay@902 " {
		t.Fatal(got)
	}
	w.check()
}

func TestLookAlikesMintNothing(t *testing.T) {
	w := newWorld(t, 2, crosschain.Sponsored)
	legs, refusal := w.decide(w.burn(a, b, ten))
	if refusal != nil {
		t.Fatal(refusal)
	}
	var sent *types.Log
	for _, log := range legs[0].Trace.Logs {
		if log.Address == w.plan.Messenger {
			sent = log
		}
	}
	// The same topics and data from another contract.
	legs, refusal = w.decide(w.tx(w.user, a, nil, nil, programs.EmitLog(sent.Topics, sent.Data)))
	if refusal != nil || len(legs) != 1 || !legs[0].Trace.Succeeded() {
		t.Fatalf("%v %s", refusal, describe(legs))
	}
	// A real send in a frame that reverts.
	send := programs.Call{To: w.plan.Messenger, Data: bindings.EncodeSendMessage(uint64(b), recipient, nil)}
	legs, refusal = w.decide(w.tx(w.user, a, nil, nil, programs.CallsThenRevert(send)))
	if refusal != nil || len(legs) != 1 || legs[0].Trace.Succeeded() {
		t.Fatalf("%v %s", refusal, describe(legs))
	}
	w.check()
	if got := w.tokens(b, recipient); got.Cmp(ten) != 0 {
		t.Fatalf("minted %v", got)
	}
}

// A2: what a trace says about RootStore must be explained by the messenger's logs.
func TestUnexplainedWrites(t *testing.T) {
	w := newWorld(t, 2, crosschain.Sponsored)
	count := bindings.TreeSlot(false, uint64(b), 1)
	inbound := bindings.TreeSlot(true, uint64(b), 1)
	one := common.Hash{31: 1}
	for name, writes := range map[string][]chains.SlotWrite{
		"a count without a log":      {{Slot: count, Value: one}},
		"an inbound count":           {{Slot: inbound, Value: one}},
		"a root without a count":     {{Slot: bindings.TreeRootSlot(count), Value: one}},
		"a slot of no pair":          {{Slot: common.Hash{1}, Value: one}},
		"a count that falls":         {{Slot: count, Previous: common.Hash{31: 5}, Value: one}},
		"a count beyond 64 bits":     {{Slot: count, Value: common.Hash{0: 1}}},
		"a count that jumps by many": {{Slot: count, Value: common.Hash{31: 9}}},
	} {
		ex := &forged{world: w, writes: writes}
		tx := w.tx(w.user, a, &recipient, nil, nil)
		w.nonces[addressOf(w.user)][a]--
		_, refusal, err := w.core.Decide(ex, nil, []*chains.Tx{tx})
		if err != nil || refusal == nil || refusal.Code != chains.RefusedUnexplainedWrite {
			t.Errorf("%s: %v %v", name, refusal, err)
		}
		w.shards[a].Drop(0)
	}
}

// TestGenerationIsOpened: a pair is closed and opened again by the registrar's transactions.
// Before this Core is told of the new generation nothing is sent in it.
func TestGenerationIsOpened(t *testing.T) {
	w := newWorld(t, 2, crosschain.Sponsored)
	m := bindings.NewMessenger()
	for _, data := range [][]byte{m.PackCloseOutbound(b.Big()), bindings.EncodeOpenOutbound(uint64(b), 2)} {
		tx := w.tx(w.deployer, a, &w.plan.Messenger, nil, data)
		if _, refusal, err := w.core.Decide(w, nil, []*chains.Tx{tx}); err != nil || refusal != nil {
			t.Fatalf("%v %v", refusal, err)
		}
	}
	tx := w.tx(w.user, a, &w.plan.Messenger, nil, bindings.EncodeSendMessage(uint64(b), recipient, nil))
	if _, refusal, err := w.core.Decide(w, nil, []*chains.Tx{tx}); err != nil || refusal == nil || refusal.Code != chains.RefusedUnexplainedWrite {
		t.Fatalf("sent in a generation that is not configured: %v %v", refusal, err)
	}
}

// forged executes truly and adds RootStore writes to the trace.
type forged struct {
	*world
	writes []chains.SlotWrite
}

func (f *forged) Execute(tx *chains.Tx) (*chains.Trace, error) {
	trace, err := f.world.Execute(tx)
	if err == nil {
		trace.RootWrites = f.writes
	}
	return trace, err
}

func TestUserSignedBundle(t *testing.T) {
	w := newWorld(t, 2, crosschain.Sponsored)
	// The second transaction spends on b what the first one's mint brings there.
	user := addressOf(w.user)
	toSelf := func() *chains.Tx {
		return w.tx(w.user, a, &w.plan.TokenBridge, nil, bindings.EncodeSendERC20(w.plan.TestToken, user, ten, uint64(b)))
	}
	spend := func(amount *big.Int) *chains.Tx {
		return w.tx(w.user, b, &w.plan.TestToken, nil, bindings.EncodeTransfer(recipient, amount))
	}
	legs, refusal := w.decide(toSelf(), spend(ten))
	if refusal != nil || describe(legs) != "user@901 relay@902 user@902 " {
		t.Fatalf("%v %s", refusal, describe(legs))
	}
	_, refusal = w.decide(toSelf(), spend(new(big.Int).Add(ten, common.Big1)))
	if refusal == nil || refusal.Leg != 2 || refusal.ChainID != b || !strings.Contains(refusal.Reason, "InsufficientBalance") {
		t.Fatalf("refusal %+v", refusal)
	}
	w.check()
}

func TestTipPolicy(t *testing.T) {
	w := newWorld(t, 2, crosschain.Tip)
	data := bindings.EncodeSendERC20(w.plan.TestToken, recipient, ten, uint64(b))
	_, refusal := w.decide(w.txTip(w.user, a, &w.plan.TokenBridge, nil, data, 1))
	if refusal == nil || refusal.Code != chains.RefusedTipTooLow {
		t.Fatalf("refusal %+v", refusal)
	}
	var need int64
	if _, err := fmt.Sscanf(refusal.Hint, "a priority fee of %d wei", &need); err != nil {
		t.Fatalf("hint %q: %v", refusal.Hint, err)
	}
	if _, refusal = w.decide(w.txTip(w.user, a, &w.plan.TokenBridge, nil, data, need)); refusal != nil {
		t.Fatalf("the tip it asked for was refused: %v", refusal)
	}
	if _, refusal = w.decide(w.txTip(w.user, a, &recipient, nil, nil, 0)); refusal != nil {
		t.Fatalf("a transaction without messages: %v", refusal)
	}
	w.check()
}

// Whatever mixture of good and bad bundles is decided, pairs stay equal and tokens are
// conserved; the same inputs give the same legs.
func TestRandomBundles(t *testing.T) {
	n := 400
	if testing.Short() {
		n = 80
	}
	for _, seed := range []int64{1, 2} {
		first, second := runRandom(t, seed, n), runRandom(t, seed, n)
		if !bytes.Equal(first, second) {
			t.Fatalf("seed %d: two runs differ", seed)
		}
	}
}

func runRandom(t *testing.T, seed int64, n int) []byte {
	w := newWorld(t, 3, crosschain.Sponsored)
	rng := rand.New(rand.NewSource(seed))
	var log bytes.Buffer
	for i := range n {
		txs := []*chains.Tx{w.randomTx(rng)}
		if rng.Intn(6) == 0 {
			txs = append(txs, w.randomTx(rng))
		}
		legs, refusal := w.decide(txs...)
		fmt.Fprintf(&log, "%d %s %v\n", i, describe(legs), refusal)
		for _, leg := range legs {
			fmt.Fprintf(&log, " %s %s\n", leg.Tx.Hash(), leg.Trace.ReceiptHash())
		}
		if i%25 == 0 {
			w.check()
		}
	}
	w.check()
	return log.Bytes()
}

func (w *world) randomTx(rng *rand.Rand) *chains.Tx {
	from := w.ids[rng.Intn(3)]
	to := w.ids[rng.Intn(3)]
	user := addressOf(w.user)
	path := make([]chains.ChainID, 1+rng.Intn(3))
	last := from
	for i := range path {
		for path[i] = last; path[i] == last; {
			path[i] = w.ids[rng.Intn(3)]
		}
		last = path[i]
	}
	switch rng.Intn(6) {
	case 0:
		return w.tx(w.user, from, &recipient, big.NewInt(rng.Int63n(1000)), nil)
	case 1: // often to its own chain, or of more than there is
		return w.tx(w.user, from, &w.plan.TokenBridge, nil, bindings.EncodeSendERC20(w.plan.TestToken, user, big.NewInt(rng.Int63n(1_000)), uint64(to)))
	case 2:
		return w.tx(w.user, from, &w.plan.ETHBridge, big.NewInt(rng.Int63n(params.Ether)), bindings.EncodeSendETH(user, uint64(path[0])))
	case 3: // a path that ends well
		return w.tx(w.user, from, &w.plan.Messenger, nil, w.forwardVia(path, recipient, []byte{1}))
	case 4: // a path whose last hop fails
		return w.tx(w.user, from, &w.plan.Messenger, nil, w.forwardVia(path, w.plan.TokenBridge, []byte{1, 2, 3, 4}))
	default:
		return w.tx(w.user, from, &w.plan.TokenBridge, nil, bindings.EncodeSendERC20(w.plan.TestToken, user, big.NewInt(1+rng.Int63n(1_000)), uint64(path[0])))
	}
}
