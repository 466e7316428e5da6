package sequencer_test

import (
	"context"
	"errors"
	"math/big"
	"slices"
	"sync/atomic"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/journal"
	"github.com/ssequencer/ssequencer/sequencer"
)

// A block of somebody else holds a transaction that nobody could send here (it is signed for any
// chain), and loses its place: that transaction is let go, and the chain goes on.
func TestReplacedUnprotected(t *testing.T) {
	t.Parallel()
	w := newReplacedNet(t)
	w.bundle(a, b)
	w.hold(a)
	after := w.head(a).Number
	old, err := types.MustSignNewTx(w.userKey, types.HomesteadSigner{}, &types.LegacyTx{
		Nonce: w.nonces[a], GasPrice: big.NewInt(params.GWei), Gas: 50_000, To: &recipient,
	}).MarshalBinary()
	if err != nil {
		t.Fatal(err)
	}
	w.replace(a, after, [][]byte{old})
	w.replace(a, after, nil, nil)
	w.let(a)
	w.bundle(a, b)
	w.bundle(b, a)
	w.again()
	w.bundle(a, b)
	w.balanced()
}

// unreadable is a node whose storage cannot be read for some time.
type unreadable struct {
	sequencer.Node
	armed  atomic.Bool
	failed chan struct{} // a read fails when it is taken
	over   chan struct{} // closed when none fails any more
}

func (n *unreadable) Storage(ctx context.Context, block common.Hash, keys []chains.StorageKey) ([]common.Hash, error) {
	if !n.armed.Load() {
		return n.Node.Storage(ctx, block, keys)
	}
	select {
	case n.failed <- struct{}{}:
	case <-n.over:
	case <-ctx.Done():
	}
	return nil, errors.New("no storage")
}

// strange is a node whose accounts cannot be read for some time.
type strange struct {
	sequencer.Node
	armed atomic.Bool
}

func (n *strange) Accounts(ctx context.Context, block common.Hash, addrs []common.Address) ([]*types.StateAccount, error) {
	if n.armed.Load() {
		return nil, errors.New("no accounts")
	}
	return n.Node.Accounts(ctx, block, addrs)
}

// What a block of the open slot is made of changes while it cannot be found out whether another
// chain joins the slot, since that chain's node cannot be read: the block is made anew all the same.
func TestOPStackChangedWhileUnreadable(t *testing.T) {
	t.Parallel()
	w := newOPNet(t, 2)
	w.op.beside = true
	node := &unreadable{Node: w.nodes[b], failed: make(chan struct{}), over: make(chan struct{})}
	w.nodes[b] = node
	w.op.inputs[b].pause(chains.ErrNotYet)
	w.tune = func(cfg *sequencer.Config) {
		cfg.BlockTime, cfg.Patience, cfg.ReadyBefore = time.Minute, time.Minute, -1
	}
	w.start()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	parent := w.head(a)
	opened := func(id chains.ChainID) {
		w.recorded(ctx, "a block is opened", func(rec journal.Record) bool {
			r, ok := rec.(*journal.Opened)
			return ok && r.Open.ChainID == id
		})
	}
	opened(a)
	node.armed.Store(true)
	w.extendOP(b, nil)
	w.seq.Wake()
	fail := func() {
		select {
		case <-node.failed:
		case <-ctx.Done():
			t.Fatalf("nobody reads; %s", w.state())
		}
	}
	fail()
	opened(b) // it is taken in
	in := w.op.inputs[a]
	more := in.deposit(t, chains.Deposit{From: common.Address{7}, To: &recipient})
	in.mu.Lock()
	now := *in.given[parent.Number+1]
	now.Deposits = append(slices.Clone(now.Deposits), more.Raw())
	in.given[parent.Number+1], in.queued = &now, nil
	in.mu.Unlock()
	for range 3 {
		fail()
	}
	node.armed.Store(false)
	close(node.over)
	block, err := w.seq.SealNow(ctx, a, parent.Hash)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(block.Transactions, func(raw []byte) bool { return string(raw) == string(more.Raw()) }) {
		t.Errorf("block %d is made without the deposit that its opening has", block.Number)
	}
	w.asOpened()
}

// A chain stands aside since its node's state cannot be read, though it answers: what touches the chain is
// refused, as with any that stands aside, and does not wait as where a single read fails.
func TestUnreadableChain(t *testing.T) {
	t.Parallel()
	w := newNet(t, 2)
	w.tune = impatient
	node := &strange{Node: w.nodes[b]}
	w.nodes[b] = node
	node.armed.Store(true)
	w.start()
	w.standsAside(b, "unavailable")
	w.refusedAs(w.submit(w.burn(a, b, ten)), chains.RefusedChainUnavailable, "unavailable: ")
	w.nonces[a]--
	node.armed.Store(false)
	w.until("the chain is well", func() bool { return w.seq.Health(b).Reason == "" })
	w.sameSlot(w.kept(2, w.burn(a, b, ten)))
	w.balanced()
}
