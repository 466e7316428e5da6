package l1

import (
	"context"
	"errors"
	"math/big"
	"sync/atomic"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/rpc"
	"go.uber.org/zap/zaptest"

	"github.com/ssequencer/ssequencer/chains"
)

// twoChains have portals of their own; the second one's configuration is not looked at.
func twoChains() []Chain {
	return []Chain{
		{ID: 901, OP: jovianFrom(0), Portal: portals[0], SystemConfig: systemConfig},
		{ID: 902, OP: jovianFrom(0), Portal: portals[1], SystemConfig: common.Address{1}},
	}
}

// slotAfter returns a slot that no L1 block is later than.
func slotAfter() uint64 { return uint64(time.Now().Add(time.Hour).Unix()) - 3000 }

// What a portal and a SystemConfig say on L1 is in the first block that derives from it,
// and only there and on their chain, over every kind of connection.
func TestSource(t *testing.T) {
	n := startNet(t)
	first := n.mine(t, 2)
	n.emit(t, portals[0], depositRequest(common.Address{1}, common.Address{2}, 5, []byte("hello")))
	n.emit(t, portals[1], depositRequest(common.Address{3}, common.Address{4}, 0, nil))
	n.emit(t, systemConfig, updateLog(gasLimitUpdate, common.Hash{28: 3}))
	n.emit(t, systemConfig, updateLog(feeScalarsUpdate, common.Hash{}, common.Hash{0: 1, 27: 8, 31: 9}))
	n.emit(t, systemConfig, updateLog(feeMarketUpdate, common.Hash{27: 100, 31: 4}))
	n.emit(t, systemConfig, updateLog(200, common.Hash{31: 4}))
	n.emit(t, portals[0], depositRequest(common.Address{5}, common.Address{6}, 7, nil))
	rich := n.mine(t, 1)
	n.mine(t, 3)
	for name, url := range map[string]string{"http": n.l1.HTTP(), "websocket": n.l1.WS()} {
		t.Run(name, func(t *testing.T) {
			client, err := ethclient.Dial(url)
			if err != nil {
				t.Fatal(err)
			}
			defer client.Close()
			deriveRich(t, client, first, rich)
		})
	}
}

func deriveRich(t *testing.T, client *ethclient.Client, first, rich chains.BlockRef) {
	header, err := client.HeaderByNumber(t.Context(), new(big.Int).SetUint64(rich.Number))
	if err != nil {
		t.Fatal(err)
	}
	all, slot := twoChains(), slotAfter()
	f := follow(t, Config{Chains: all, Depth: 3}, client)
	want := []int{3, 2} // deposits in the rich block
	for i := range all {
		c := &all[i]
		parent := parentOn(c, first, slot)
		in := f.await(t, parent, slot+1, derives(rich))
		if len(in.Deposits) != want[i] || in.PrevRandao != header.MixDigest || in.BeaconRoot != *header.ParentBeaconRoot || in.NoTxPool || in.FeeRecipient != chains.SequencerFeeVault {
			t.Errorf("chain %v: %+v", c.ID, in)
		}
		for _, raw := range in.Deposits {
			if _, err := chains.DecodeDeposit(c.ID, raw); err != nil {
				t.Error(err)
			}
		}
		child := built(t, c, parent, in)
		if a := child.Attributes; a.BaseFee.Cmp(header.BaseFee) != 0 || a.BlobBaseFee.Uint64() != 1 || a.Time != header.Time || a.Sequence != 0 {
			t.Errorf("chain %v: attributes %+v", c.ID, a)
		}
		if changed := in.GasLimit == 3<<24 && child.Attributes.BaseFeeScalar == 9 && in.FeeMarket.Denominator == 100; changed != (i == 0) {
			t.Errorf("chain %v: %+v, attributes %+v", c.ID, in, child.Attributes)
		}
		again := f.await(t, child, slot+2, func(_ *chains.Inputs, err error) bool { return err == nil })
		if len(again.Deposits) != 1 || again.L1Origin != rich || built(t, c, child, again).Attributes.Sequence != 1 || again.GasLimit != in.GasLimit {
			t.Errorf("chain %v, one block later: %+v", c.ID, again)
		}
	}
	f.checkDeposits(t, &all[0], rich)
}

// checkDeposits checks the user deposits of the rich block: in their order, with the
// source that their log's place in the block gives them.
func (f *follower) checkDeposits(t *testing.T, c *Chain, rich chains.BlockRef) {
	t.Helper()
	f.mu.Lock()
	defer f.mu.Unlock()
	l := f.lines[c.ID]
	deposits, err := c.userDeposits(l.blocks[l.find(rich)].Logs)
	if err != nil || len(deposits) != 2 {
		t.Fatalf("%d deposits, %v", len(deposits), err)
	}
	for i, want := range []chains.Deposit{
		{SourceHash: chains.UserDepositSource(rich.Hash, 0), From: common.Address{1}, To: &common.Address{2}, Mint: big.NewInt(5), Data: []byte("hello")},
		{SourceHash: chains.UserDepositSource(rich.Hash, 6), From: common.Address{5}, To: &common.Address{6}, Mint: big.NewInt(7)},
	} {
		d := deposits[i]
		if d.SourceHash != want.SourceHash || d.From != want.From || *d.To != *want.To || d.Mint.Cmp(want.Mint) != 0 || string(d.Data) != string(want.Data) || d.Gas != 100_000 {
			t.Errorf("deposit %d is %+v", i, d)
		}
	}
}

// A reorg of the L1 takes an origin that was only chosen away without a word, and one that
// the chain is built on is reported for as long as it lasts.
func TestReorg(t *testing.T) {
	n := startNet(t)
	client, err := ethclient.Dial(n.l1.WS())
	if err != nil {
		t.Fatal(err)
	}
	defer client.Close()
	base := n.mine(t, 3)
	n.emit(t, portals[0], depositRequest(common.Address{1}, common.Address{2}, 5, nil))
	old := n.mine(t, 1)
	all, slot := twoChains(), slotAfter()
	f := follow(t, Config{Chains: all}, client)
	parent := parentOn(&all[0], base, slot)
	in := f.await(t, parent, slot+1, derives(old))
	if len(in.Deposits) != 2 {
		t.Fatalf("%d deposits", len(in.Deposits))
	}
	if err := n.l1.Reorg(t.Context(), base.Hash); err != nil {
		t.Fatal(err)
	}
	n.emit(t, portals[0], depositRequest(common.Address{3}, common.Address{4}, 6, nil))
	branch := n.mine(t, 1)
	if branch.Number != old.Number || branch.Hash == old.Hash {
		t.Fatalf("the L1 went from %v to %v", old, branch)
	}
	in = f.await(t, parent, slot+1, derives(branch))
	child := built(t, &all[0], parent, in)
	f.await(t, child, slot+2, derives(branch))

	if err := n.l1.Reorg(t.Context(), base.Hash); err != nil {
		t.Fatal(err)
	}
	n.mine(t, 2)
	f.await(t, child, slot+2, func(_ *chains.Inputs, err error) bool {
		return errors.Is(err, chains.ErrUnsure) || errors.Is(err, chains.ErrOrphaned)
	})
	n.mine(t, 1)
	f.await(t, child, slot+2, func(_ *chains.Inputs, err error) bool { return errors.Is(err, chains.ErrOrphaned) })
	if err := n.l1.Reorg(t.Context(), branch.Hash); err != nil {
		t.Fatal(err)
	}
	f.await(t, child, slot+2, derives(branch))
}

// faulty is an L1 node with faults that can be put on and off.
type faulty struct {
	Node
	down, lies atomic.Bool
}

func (f *faulty) HeaderByNumber(ctx context.Context, number *big.Int) (*types.Header, error) {
	if f.down.Load() {
		return nil, errDown
	}
	return f.Node.HeaderByNumber(ctx, number)
}

func (f *faulty) BlockReceipts(ctx context.Context, block rpc.BlockNumberOrHash) ([]*types.Receipt, error) {
	receipts, err := f.Node.BlockReceipts(ctx, block)
	if f.lies.Load() && len(receipts) > 0 {
		receipts = receipts[1:]
	}
	return receipts, err
}

// A node that hides a deposit is not believed; one that is down is waited for, and until
// then the chains go on with what is known.
func TestFaultyL1(t *testing.T) {
	n := startNet(t)
	client, err := ethclient.Dial(n.l1.HTTP())
	if err != nil {
		t.Fatal(err)
	}
	defer client.Close()
	node := &faulty{Node: client}
	base := n.mine(t, 1)
	all, slot := twoChains(), slotAfter()
	f := follow(t, Config{Chains: all}, node)
	parent := parentOn(&all[0], base, slot)
	f.await(t, parent, slot+1, derives(base))

	node.lies.Store(true)
	n.emit(t, portals[0], depositRequest(common.Address{1}, common.Address{2}, 5, nil))
	next := n.mine(t, 1)
	f.awaitFault(t, ErrAnswer)
	if in, err := f.Next(parent, slot+2); err != nil || in.L1Origin != base {
		t.Errorf("with a lying L1: %+v, %v", in, err)
	}
	node.lies.Store(false)
	slot = f.awaitLater(t, parent, slot+3, next)

	node.down.Store(true)
	f.awaitFault(t, errDown)
	if in, err := f.Next(parent, slot+1); err != nil || in.L1Origin != next {
		t.Errorf("with the L1 down: %+v, %v", in, err)
	}
	later := n.mine(t, 1)
	node.down.Store(false)
	f.awaitLater(t, built(t, &all[0], parent, f.await(t, parent, slot+1, derives(next))), slot+2, later)
}

// awaitFault waits until the last look at the L1 has failed this way.
func (f *follower) awaitFault(t *testing.T, want error) {
	t.Helper()
	for late := time.Now().Add(patience); ; time.Sleep(10 * time.Millisecond) {
		if since, err := f.Failing(); !since.IsZero() && errors.Is(err, want) {
			return
		} else if time.Now().After(late) {
			t.Fatalf("the L1 is said to have %v since %v, not %v", err, since, want)
		}
	}
}

// What cannot be answered is said at once, and what is too early is not an error.
func TestNextRefused(t *testing.T) {
	l1 := newScript(10, 20, 30)
	c := Chain{ID: 901, OP: jovianFrom(0), BlockTime: 2}
	s := newSource(t, Config{Chains: []Chain{c}}, l1)
	parent := parentOn(&c, l1.ref(1), 40)
	for name, ask := range map[string]struct {
		parent *chains.Parent
		slot   uint64
		want   error
	}{
		"another chain":     {&chains.Parent{ChainID: 902}, 50, chains.ErrUnknown},
		"too early":         {parent, 41, chains.ErrNotYet},
		"not read":          {parent, 42, chains.ErrNotYet},
		"no L1 attributes":  {parentOn(&c, chains.BlockRef{}, 40), 42, ErrOrigin},
		"genesis not known": {&chains.Parent{ChainID: 901}, 50, ErrOrigin},
	} {
		if in, err := s.Next(ask.parent, ask.slot); !errors.Is(err, ask.want) {
			t.Errorf("%s: %+v, %v", name, in, err)
		}
	}
	if _, err := New(Config{}, l1, zaptest.NewLogger(t)); !errors.Is(err, ErrRules) {
		t.Errorf("without rules: %v", err)
	}
	if _, err := New(Config{Rules: l1Rules(), Chains: []Chain{{ID: 901, OP: new(chains.OPStack)}}}, l1, zaptest.NewLogger(t)); !errors.Is(err, chains.ErrForks) {
		t.Errorf("without forks: %v", err)
	}
}

// Karst's first block has room for its upgrades beside the gas limit, and only that one,
// unless the chain says that it keeps it.
func TestNextAtKarst(t *testing.T) {
	for keep, after := range map[bool]uint64{false: 60_000_000, true: 60_000_000 + 55_370_657} {
		l1 := newScript(10, 20, 30)
		op := jovianFrom(0)
		op.Karst = at(42)
		c := Chain{ID: 901, OP: op, BlockTime: 2, KeepUpgradeGas: keep}
		s := newSource(t, Config{Chains: []Chain{c}}, l1)
		parent := parentOn(&c, l1.ref(2), 40)
		_, _ = s.Next(parent, 42) // says what to read
		read(t, s)
		in, err := s.Next(parent, 42)
		if err != nil {
			t.Fatal(err)
		}
		if len(in.Deposits) != 1+31 || in.GasLimit != 60_000_000+55_370_657 || !in.NoTxPool {
			t.Errorf("%d deposits, gas limit %d", len(in.Deposits), in.GasLimit)
		}
		for at := uint64(44); at < 50; at += 2 {
			parent = built(t, &c, parent, in)
			if in, err = s.Next(parent, at); err != nil {
				t.Fatal(err)
			}
			if len(in.Deposits) != 1 || in.GasLimit != after || in.NoTxPool {
				t.Errorf("keep %t, block at %d: %d deposits, gas limit %d", keep, at, len(in.Deposits), in.GasLimit)
			}
		}
	}
}

// A block that cannot be made as every other node makes it stops its chain with the reason.
func TestNextUnmakeable(t *testing.T) {
	for name, c := range map[string]Chain{
		"before Ecotone":             {ID: 901, OP: &chains.OPStack{Ecotone: at(100)}, BlockTime: 2},
		"Karst without a block time": {ID: 901, OP: &chains.OPStack{Ecotone: at(0), Fjord: at(0), Granite: at(0), Holocene: at(0), Isthmus: at(0), Jovian: at(0), Karst: at(42)}},
	} {
		l1 := newScript(10, 20, 30)
		s := newSource(t, Config{Chains: []Chain{c}}, l1)
		parent := parentOn(&c, l1.ref(2), 40)
		_, _ = s.Next(parent, 42) // says what to read
		read(t, s)
		if _, err := s.Next(parent, 42); !errors.Is(err, ErrUpgrade) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// What a chain's next block waits for on L1 is known, and since when; nothing where it does not wait.
func TestWaiting(t *testing.T) {
	l1 := newScript(10, 20, 30)
	c := Chain{ID: 901, OP: jovianFrom(0), BlockTime: 2}
	s := newSource(t, Config{Chains: []Chain{c}}, l1)
	waits := func(timestamp uint64) error {
		_, _ = s.Next(parentOn(&c, l1.ref(2), timestamp-2), timestamp)
		since, what := s.Waiting(c.ID)
		if (what == nil) != since.IsZero() {
			t.Errorf("since %v for %v", since, what)
		}
		return what
	}
	if _, what := s.Waiting(c.ID); what != nil {
		t.Errorf("before it was asked: %v", what)
	}
	if what := waits(42); !errors.Is(what, chains.ErrNotYet) {
		t.Errorf("L1 is not read: %v", what)
	}
	read(t, s)
	if what := waits(42); what != nil {
		t.Errorf("L1 is read: %v", what)
	}
	if what := waits(4242); !errors.Is(what, chains.ErrNotYet) {
		t.Errorf("past the drift: %v", what)
	}
	if _, what := s.Waiting(902); what != nil {
		t.Errorf("another chain: %v", what)
	}
}
