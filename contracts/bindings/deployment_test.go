package bindings

import (
	"math/big"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
)

// identifier is that of a message of c.
func (c *chain) identifier() Identifier {
	return Identifier{Origin: c.plan.Messenger, BlockNumber: 1, LogIndex: 3, Timestamp: 5, ChainID: c.id}
}

// sent decodes the last message that c sent.
func (c *chain) sent() SentMessage {
	c.t.Helper()
	m, err := DecodeSentMessage(c.last(SentMessageTopic))
	if err != nil {
		c.t.Fatal(err)
	}
	return m
}

func (c *chain) tree(inbound bool, peer uint64) (count uint64, root common.Hash) {
	base := TreeSlot(inbound, peer, 1)
	return c.state.GetState(c.plan.RootStore, base).Big().Uint64(), c.state.GetState(c.plan.RootStore, TreeRootSlot(base))
}

// A burn on one chain and its mint on another, by the codecs on both sides and by the
// derived slots.
func TestTransferBetweenChains(t *testing.T) {
	a, b := newChain(t, 901, 902), newChain(t, 902, 901)
	amount := big.NewInt(10)
	for i := range uint64(3) {
		a.must(alice, a.plan.TokenBridge, EncodeSendERC20(a.plan.TestToken, bob, amount, b.id))
		m := a.sent()
		b.must(relayer, b.plan.Messenger, EncodeRelay(a.identifier(), m, 1))
		source, nonce, hash, err := DecodeRelayed(b.last(RelayedMessageTopic))
		if err != nil || source != a.id || nonce != i || hash != m.Hash(a.id) {
			t.Fatalf("relayed %d %d %v %v", source, nonce, hash, err)
		}
		state := b.must(alice, b.plan.Messenger, EncodeMessageState(hash))
		if state[31] != StateDone {
			t.Fatalf("state %x", state)
		}
		burned, burnRoot := a.tree(false, b.id)
		minted, mintRoot := b.tree(true, a.id)
		if burned != i+1 || minted != i+1 || burnRoot != mintRoot {
			t.Fatalf("trees %d %v and %d %v", burned, burnRoot, minted, mintRoot)
		}
	}
	out := b.must(alice, b.plan.TestToken, EncodeBalanceOf(bob))
	if new(big.Int).SetBytes(out).Int64() != 30 {
		t.Fatalf("balance %x", out)
	}
}

// A relay that fails is decoded with its reason, which is told in words.
func TestFailedRelay(t *testing.T) {
	a, b := newChain(t, 901, 902), newChain(t, 902, 901)
	if _, err := a.call(alice, a.plan.ETHBridge, 1000, EncodeSendETH(bob, b.id)); err != nil {
		t.Fatal(err)
	}
	m := a.sent()
	b.must(relayer, b.plan.Messenger, EncodeRelay(a.identifier(), m, 2))
	source, nonce, hash, returned, err := DecodeFailedRelayed(b.last(FailedRelayedMessageTopic))
	if err != nil || source != a.id || nonce != 0 || hash != m.Hash(a.id) {
		t.Fatalf("failed %d %d %v %v", source, nonce, hash, err)
	}
	if got := DecodeRevert(returned); got != "DestinationLiquidity(available 0, needed 1000)" {
		t.Fatalf("reason %q", got)
	}
	if _, err := b.call(alice, b.plan.ETHBridge, 1000, EncodeDeposit()); err != nil {
		t.Fatal(err)
	}
	b.must(bob, b.plan.Messenger, EncodeRetry(a.id, m))
	if b.state.GetBalance(bob).Uint64() != 1000 {
		t.Fatal("not paid")
	}

	a.must(alice, a.plan.Messenger, EncodeSendMessage(b.id, bob, nil))
	b.must(relayer, b.plan.Messenger, EncodeRelayOwed(a.identifier(), a.sent()))
	if _, _, _, returned, err = DecodeFailedRelayed(b.last(FailedRelayedMessageTopic)); err != nil || len(returned) != 0 {
		t.Fatalf("owed %x %v", returned, err)
	}
}

// Every slot that RootStore writes for a pair is one of its tree's.
func TestSlotsOfATree(t *testing.T) {
	a := newChain(t, 901, 902)
	emptyRoot := common.HexToHash("0x27ae5ba08d7291c96c8cbddcc148bf48a6d68c7974b94356f53754ef6171d757")
	if _, root := a.tree(true, 902); root != emptyRoot {
		t.Fatalf("root when opened %v", root)
	}
	base := TreeSlot(false, 902, 1)
	if got := TreeFrontierSlot(base, 31).Big(); got.Sub(got, base.Big()).Int64() != TreeSlots-1 {
		t.Fatalf("last slot is %v behind the first", got)
	}
	last := common.HexToHash("0x" + strings.Repeat("f", 64))
	if got := TreeFrontierSlot(last, 0); got != common.BigToHash(big.NewInt(1)) {
		t.Fatalf("slots wrap to %v", got)
	}
	if got := addSlot(common.HexToHash("0xffffffffffffffff"), 1); got != common.HexToHash("0x10000000000000000") {
		t.Fatalf("carry %v", got)
	}
	for range 5 {
		a.must(alice, a.plan.Messenger, EncodeSendMessage(902, bob, nil))
	}
	for level, used := range []bool{true, true, true, false} {
		value := a.state.GetState(a.plan.RootStore, TreeFrontierSlot(base, level))
		if (value != common.Hash{}) != used {
			t.Errorf("frontier %d: %v", level, value)
		}
	}
}

// Addresses are computed before anything is deployed, and are the same on every chain;
// newChain compares them with what the proxy says.
func TestPlan(t *testing.T) {
	a, b := newChain(t, 901), newChain(t, 902)
	d := testPlan()
	for _, address := range []common.Address{d.Messenger, d.RootStore, d.TokenBridge, d.ETHBridge, d.TestToken} {
		if a.state.GetCodeSize(address) == 0 {
			t.Errorf("no code at %v", address)
		}
		if a.state.GetCodeHash(address) != b.state.GetCodeHash(address) {
			t.Errorf("other code at %v", address)
		}
	}
	store := common.BytesToAddress(a.must(alice, d.Messenger, NewMessenger().PackRootStore()))
	if store != d.RootStore {
		t.Errorf("root store %v", store)
	}
	home, away := a.must(alice, d.TestToken, EncodeTotalSupply()), b.must(alice, d.TestToken, EncodeTotalSupply())
	if new(big.Int).SetBytes(home).Sign() == 0 || new(big.Int).SetBytes(away).Sign() != 0 {
		t.Errorf("supply %x and %x", home, away)
	}
}

// The deployment id of Batches is that of its address and chain.
func TestDeploymentID(t *testing.T) {
	l1 := newChain(t, 900)
	suite := PlanSuite(SuiteConfig{Governor: alice, Guardian: alice, Operator: alice, BondMinimum: n(1), Terms: ChallengesTerms{
		ProveGas: n(1), LeastDemand: n(1), ProvePeriod: n(43_200), Penalty: n(1)}})
	for _, step := range suite.Steps {
		l1.must(bob, Create2Proxy, CREATE2Call(step.InitCode))
	}
	got := common.BytesToHash(l1.must(bob, suite.Batches, NewBatches().PackDeploymentId()))
	want := crypto.Keccak256Hash(common.BigToHash(n(900)).Bytes(), common.LeftPadBytes(suite.Batches[:], 32))
	if got != want {
		t.Fatalf("deployment id %v, want %v", got, want)
	}
}

func TestDecodeRevert(t *testing.T) {
	a := newChain(t, 901, 902)
	revert := func(from, to common.Address, input []byte) string {
		t.Helper()
		out, err := a.call(from, to, 0, input)
		if err == nil {
			t.Fatal("no revert")
		}
		return DecodeRevert(out)
	}
	text := append(crypto.Keccak256([]byte("Error(string)"))[:4], pack(t, arguments(t, "string"), "too late")...)
	panicked := append(crypto.Keccak256([]byte("Panic(uint256)"))[:4], common.BigToHash(n(0x11)).Bytes()...)
	for want, got := range map[string]string{
		"PeerNotOpen(peer 903)": revert(alice, a.plan.Messenger, EncodeSendMessage(903, bob, nil)),
		"OwnChain()":            revert(alice, a.plan.Messenger, EncodeSendMessage(901, bob, nil)),
		"ERC20InsufficientBalance(sender " + bob.Hex() + ", balance 0, needed 7)": revert(
			bob, a.plan.TokenBridge, EncodeSendERC20(a.plan.TestToken, alice, big.NewInt(7), 902)),
		"no reason given":                  DecodeRevert(nil),
		"0x0102":                           DecodeRevert([]byte{1, 2}),
		"error 0x01020304":                 DecodeRevert([]byte{1, 2, 3, 4, 5}),
		"too late":                         DecodeRevert(text),
		"arithmetic underflow or overflow": DecodeRevert(panicked),
		"PeerNotOpen":                      DecodeRevert(crypto.Keccak256([]byte("PeerNotOpen(uint256)"))[:4]),
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	if got := DecodeRevert(text[:40]); got != "error 0x08c379a0" {
		t.Errorf("cut text: %q", got)
	}
}
