package sequencer_test

import (
	"context"
	"math/big"
	"slices"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/prometheus/client_golang/prometheus/testutil"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/proxy"
	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/journal"
	"github.com/ssequencer/ssequencer/sequencer"
	"github.com/ssequencer/ssequencer/test/opscript"
)

// hold lets no new block of the sequencer's begin on a chain, and waits until none is under way: the
// others have had two slots since its last block. The first may have been the last one of the chain, too,
// which adopts its block of it a moment later; the second is committed after that.
func (w *net) hold(id chains.ChainID) {
	w.t.Helper()
	w.op.inputs[id].pause(chains.ErrNotYet)
	w.eventually("the others have had slots without the chain", func() bool {
		at := w.header(id)
		for _, other := range w.ids {
			if other == id {
				continue
			}
			before, err := w.clients[other].HeaderByHash(w.t.Context(), w.header(other).ParentHash)
			if err != nil {
				w.t.Fatal(err)
			}
			if before.Time <= at.Time {
				return false
			}
		}
		return w.seq.Health(id).Applied.Hash == at.Hash()
	})
}

// header is that of a chain's head.
func (w *net) header(id chains.ChainID) *types.Header {
	w.t.Helper()
	h, err := w.clients[id].Head(w.t.Context())
	if err != nil {
		w.t.Fatal(err)
	}
	return h
}

// let is the end of hold.
func (w *net) let(id chains.ChainID) {
	w.op.inputs[id].skip()
	w.op.inputs[id].pause(nil)
	w.seq.Wake()
}

// fixed is what the blocks of a branch are made of: the transactions of each, in order.
type fixed struct {
	w     *net
	id    chains.ChainID
	lists [][][]byte
}

// Next implements opscript.Source.
func (f *fixed) Next(parent *chains.Parent, timestamp uint64) (*chains.Inputs, error) {
	first, err := f.w.op.inputs[f.id].attributes(parent.Number+1, f.w.op.nodes[f.id].Rules.Fork(timestamp))
	if err != nil {
		return nil, err
	}
	in := &chains.Inputs{
		Timestamp: timestamp, PrevRandao: common.Hash{0xbb}, FeeRecipient: chains.SequencerFeeVault, GasLimit: gasLimit,
		FeeMarket: chains.FeeMarket{MinBaseFee: 1}, Deposits: append([][]byte{first.Raw()}, f.lists[0]...), NoTxPool: true,
	}
	f.lists = f.lists[1:]
	return in, nil
}

// branch has a chain's node adopt other blocks after the one with the number, one for each
// list of transactions, as an op-node does that derives them. It returns the last of them.
func (w *net) branch(id chains.ChainID, after uint64, lists ...[][]byte) chains.BlockRef {
	w.t.Helper()
	at, err := w.clients[id].HeaderByNumber(w.t.Context(), after)
	if err != nil {
		w.t.Fatal(err)
	}
	on := w.op.nodes[id]
	n, err := opscript.New(w.t.Context(), opscript.Config{ChainID: id, Rules: on.Rules, BlockTime: 1, Engine: on.Engine, Secret: on.Secret, Source: &fixed{w, id, lists}})
	if err != nil {
		w.t.Fatal(err)
	}
	defer n.Close()
	if err := n.Start(w.t.Context()); err != nil {
		w.t.Fatal(err)
	}
	n.Head = &opscript.Block{Number: after, Hash: at.Hash(), Timestamp: at.Time, GasLimit: at.GasLimit}
	for range lists {
		if _, err := n.Slot(w.t.Context()); err != nil {
			w.t.Fatal(err)
		}
	}
	return chains.BlockRef{Number: n.Head.Number, Hash: n.Head.Hash}
}

// replace is branch on a chain where nothing of ours is under way. It returns when the branch is taken in: until
// then the sequencer may have found the node on its way back, and given it what it seemed to have lost. An op-node
// that goes on makes its own block the head again.
func (w *net) replace(id chains.ChainID, after uint64, lists ...[][]byte) {
	w.t.Helper()
	last := w.branch(id, after, lists...)
	w.eventually("the branch is taken in", func() bool {
		if w.head(id) != last {
			_ = w.clients[id].Adopt(w.t.Context(), last.Hash, common.Hash{}, common.Hash{}) // once more, where the sequencer was quicker
		}
		return slices.ContainsFunc(w.records(), func(rec journal.Record) bool {
			r, ok := rec.(*journal.Commit)
			return ok && slices.Contains(r.Blocks, journal.CommittedBlock{ChainID: id, Ref: last})
		})
	})
	for _, list := range lists {
		for _, raw := range list {
			if r := w.receipt(id, crypto.Keccak256Hash(raw)); r == nil || r.Status != types.ReceiptStatusSuccessful {
				w.t.Fatalf("a transaction of the branch: %+v", r)
			}
		}
	}
}

// broken is how many promises were revoked.
func (w *net) broken() float64 {
	return testutil.ToFloat64(w.metrics.MustBeZero()["ssequencer_broken_preconfirmations_total"])
}

// uneven waits until a pair is frozen, or is not, and returns how it is.
func (w *net) uneven(from, to chains.ChainID, frozen bool) (is sequencer.PairHealth) {
	w.t.Helper()
	w.eventually("the pair is as it should be", func() bool {
		is = sequencer.PairHealth{}
		for _, p := range w.seq.Pairs() {
			if p.Pair == (chains.Pair{Source: from, Destination: to}) {
				is = p
			}
		}
		return is.Frozen == frozen
	})
	return is
}

// again starts the sequencer anew.
func (w *net) again() {
	w.t.Helper()
	if err := w.stop(); err != nil {
		w.t.Fatal(err)
	}
	w.start()
}

func (w *net) sendTo(from, to chains.ChainID, who common.Address, amount *big.Int) *chains.Tx {
	return w.tx(from, &w.plan.TokenBridge, nil, bindings.EncodeSendERC20(w.plan.TestToken, who, amount, uint64(to)))
}

func newReplacedNet(t *testing.T) *net {
	w := newOPNet(t, 2)
	w.op.beside = true
	w.start()
	return w
}

// kept submits what must be included.
func (w *net) kept(legs int, txs ...*chains.Tx) *chains.Bundle {
	w.t.Helper()
	out := w.submit(txs...)
	if out.Refusal != nil || len(out.Bundle.Legs) != legs {
		w.t.Fatalf("outcome %+v", out)
	}
	return out.Bundle
}

// newLostBurn makes a net in which a burn is committed on chain a, where nothing new begins: its
// block may be lost.
func newLostBurn(t *testing.T) (w *net, lost *chains.Bundle) {
	w = newReplacedNet(t)
	w.bundle(a, b)
	lost = w.kept(2, w.burn(a, b, ten))
	w.sameSlot(lost)
	w.hold(a)
	return w, lost
}

// Several mints are lost with their blocks: they are owed, and made again in the same order,
// on what has taken the blocks' place.
func TestReplacedMints(t *testing.T) {
	t.Parallel()
	w := newReplacedNet(t)
	w.sameSlot(w.kept(2, w.sendTo(a, b, w.user.Address(), new(big.Int).Mul(ten, big.NewInt(10)))))
	first := w.kept(2, w.sendTo(b, a, recipient, ten))
	w.sameSlot(first)
	for range 2 {
		w.sameSlot(w.kept(2, w.sendTo(b, a, recipient, ten)))
	}
	w.hold(a)
	w.replace(a, first.Legs[1].Height-1, nil)
	w.let(a)
	w.even(b, a)
	w.eventually("all is minted", func() bool { return w.tokens(a, recipient).Cmp(big.NewInt(0).Mul(ten, big.NewInt(3))) == 0 })
	if n := w.broken(); n != 3 {
		t.Errorf("%v promises are revoked, not those of the three mints", n)
	}
	w.uneven(b, a, false)
	w.bundle(b, a)
	w.bundle(a, b)
	w.balanced()
}

// Burns are lost with their blocks, whose mints stand: they are made again from the same
// transactions, in the same order, and minted no second time. Over a restart as well.
func TestReplacedBurns(t *testing.T) {
	t.Parallel()
	w := newReplacedNet(t)
	w.bundle(a, b)
	first := w.kept(2, w.burn(a, b, ten))
	w.sameSlot(first)
	w.sameSlot(w.kept(1, w.tx(a, &recipient, nil, nil)))
	second := w.kept(2, w.burn(a, b, big.NewInt(7)))
	w.sameSlot(second)
	w.hold(a)
	w.replace(a, first.Legs[0].Height-1, nil, nil)
	if is := w.uneven(a, b, true); is.Closed {
		t.Fatalf("%+v", is)
	}
	w.again()
	w.uneven(a, b, true)
	waits := w.burn(a, b, big.NewInt(5))
	if _, err := w.seq.Submit(t.Context(), []*chains.Tx{waits}, 0); err != nil {
		t.Fatal(err)
	}
	w.let(a)
	third := w.kept(2, waits) // what is known is not admitted again
	for _, leg := range third.Legs {
		w.eventually("it is applied", func() bool { return w.receipt(leg.ChainID, leg.TxHash) != nil })
	}
	for _, lost := range []*chains.Bundle{first, second} {
		if r := w.receipt(a, lost.Legs[0].TxHash); r == nil {
			t.Errorf("%s was not included again", lost.ID)
		}
	}
	w.uneven(a, b, false)
	w.even(a, b)
	if got, want := w.tokens(b, recipient), new(big.Int).Add(ten, big.NewInt(12)); got.Cmp(want) != 0 {
		t.Errorf("%v tokens were minted, not %v", got, want)
	}
	if n := w.broken(); n != 3 {
		t.Errorf("%v promises are revoked, not those of the three lost transactions", n)
	}
	w.bundle(a, b)
	w.balanced()
}

// A lost burn whose nonce somebody has used up: its pair is frozen, over a restart as well,
// until the same message is sent; everything else goes on.
func TestReplacedBurnNotRepeated(t *testing.T) {
	t.Parallel()
	w, lost := newLostBurn(t)
	other := w.txAt(w.nonces[a]-1, a, &recipient, nil, nil)
	w.replace(a, lost.Legs[0].Height-1, [][]byte{other.Raw()})
	w.uneven(a, b, true)
	w.let(a)
	for range 2 {
		w.kept(1, w.tx(a, &recipient, nil, nil))
		w.bundle(b, a)
		w.refusedAs(w.submit(w.txAt(w.nonces[a], a, &w.plan.TokenBridge, nil, bindings.EncodeSendERC20(w.plan.TestToken, recipient, big.NewInt(3), uint64(b)))),
			chains.RefusedPairFrozen, "is frozen")
		w.again()
		w.uneven(a, b, true)
	}
	w.kept(1, w.burn(a, b, ten)) // says the same
	w.uneven(a, b, false)
	w.even(a, b)
	if got := w.tokens(b, recipient); got.Cmp(ten) != 0 {
		t.Errorf("%v tokens were minted, not %v", got, ten)
	}
	w.bundle(a, b)
	w.balanced()
}

// Another message has taken the place of a lost one: the pair stays closed, for good.
func TestReplacedBurnContradicted(t *testing.T) {
	t.Parallel()
	w, lost := newLostBurn(t)
	w.nonces[a]--
	w.replace(a, lost.Legs[0].Height-1, [][]byte{w.burn(a, b, big.NewInt(9)).Raw()})
	w.let(a)
	for range 2 {
		w.eventually("the pair is closed", func() bool { return w.uneven(a, b, true).Closed })
		w.kept(1, w.tx(a, &recipient, nil, nil))
		w.bundle(b, a)
		w.refusedAs(w.submit(w.txAt(w.nonces[a], a, &w.plan.TokenBridge, nil, bindings.EncodeSendERC20(w.plan.TestToken, recipient, ten, uint64(b)))),
			chains.RefusedPairFrozen, "is frozen")
		w.again()
	}
	if got := w.tokens(b, recipient); got.Cmp(ten) != 0 {
		t.Errorf("%v tokens were minted, not %v", got, ten)
	}
}

// A deposit puts another message in the place of a lost one, and cannot be refused.
func TestReplacedBurnContradictedByDeposit(t *testing.T) {
	t.Parallel()
	w, lost := newLostBurn(t)
	other := w.txAt(w.nonces[a]-1, a, &recipient, nil, nil)
	w.replace(a, lost.Legs[0].Height-1, [][]byte{other.Raw()})
	w.uneven(a, b, true)
	d := w.op.inputs[a].deposit(t, chains.Deposit{From: common.HexToAddress("0x57a9"), To: &w.plan.Messenger, Data: bindings.EncodeSendMessage(uint64(b), recipient, nil)})
	w.let(a)
	w.included(a, d)
	w.eventually("the pair is closed", func() bool { return w.uneven(a, b, true).Closed })
	w.again()
	w.eventually("the pair is closed", func() bool { return w.uneven(a, b, true).Closed })
	w.bundle(b, a)
	w.kept(1, w.tx(a, &recipient, nil, nil))
}

// Another sequencer has taken over, and has included some of the same transactions.
func TestReplacedByFailOver(t *testing.T) {
	t.Parallel()
	w := newReplacedNet(t)
	w.bundle(a, b)
	burn, plain := w.burn(a, b, ten), w.tx(a, &recipient, nil, nil)
	first := w.kept(2, burn)
	second := w.kept(1, plain)
	w.sameSlot(second)
	w.hold(a)
	w.replace(a, first.Legs[0].Height-1, [][]byte{burn.Raw()}, nil)
	w.let(a)
	w.eventually("the rest is included again", func() bool { return w.receipt(a, plain.Hash()) != nil })
	w.bundle(a, b)
	w.bundle(b, a)
	w.uneven(a, b, false)
	if got := w.tokens(b, recipient); got.Cmp(ten) != 0 {
		t.Errorf("%v tokens were minted, not %v", got, ten)
	}
	w.again()
	w.bundle(a, b)
	w.balanced()
}

// The branch comes while blocks are under way on every chain, again and again.
func TestReplacedMeanwhile(t *testing.T) {
	t.Parallel()
	w := newReplacedNet(t)
	w.bundle(a, b)
	for range 3 {
		burn := w.kept(2, w.burn(a, b, ten))
		w.sameSlot(burn)
		back := w.kept(2, w.tx(b, &w.plan.Messenger, nil, bindings.EncodeSendMessage(uint64(a), recipient, []byte{1})))
		w.sameSlot(back)
		w.op.inputs[a].skip()
		w.branch(a, burn.Legs[0].Height-1, nil)
		w.eventually("the burn is made again", func() bool { return w.receipt(a, burn.Legs[0].TxHash) != nil })
		w.even(a, b)
		w.even(b, a)
	}
	if got, want := w.tokens(b, recipient), new(big.Int).Mul(ten, big.NewInt(3)); got.Cmp(want) != 0 {
		t.Errorf("%v tokens were minted, not %v", got, want)
	}
	w.bundle(a, b)
	w.bundle(b, a)
	w.balanced()
}

// one lets an op-node make a block when it is due.
func (w *besideNet) one(n *opscript.OpNode) (made *opscript.Block) {
	w.t.Helper()
	ctx, cancel := context.WithCancel(w.t.Context())
	defer cancel()
	err := n.Run(ctx, func(b *opscript.Block, _ time.Duration) {
		made = b
		cancel()
	})
	if err != nil || made == nil {
		w.t.Fatalf("op-node makes no block: %v", err)
	}
	return made
}

// L1 has replaced the block that the last committed one derives from: op-node, which goes
// back by one, is not given that one again. What was in it is in the next ones.
func TestOPStackBesideOrphaned(t *testing.T) {
	t.Parallel()
	w := newBesideNet(t, 2, func(c *proxy.Config) { c.Behind = time.Hour })
	stop := w.run(a, b)
	w.bundle(a, b)
	stop()
	n := w.opNode(a)
	parent := n.Head
	tx := w.tx(a, &recipient, nil, nil)
	if _, err := w.seq.Submit(t.Context(), []*chains.Tx{tx}, 0); err != nil {
		t.Fatal(err)
	}
	old := w.one(n)
	w.l1.Reorg()
	n.Head = parent
	made := w.one(n)
	if made.Hash == old.Hash {
		t.Fatalf("op-node gets block %d again, of an L1 block that is gone", old.Number)
	}
	w.run(a, b)
	w.eventually("the transaction is in a block of the new branch", func() bool { return w.receipt(a, tx.Hash()) != nil })
	w.bundle(a, b)
	w.bundle(b, a)
	w.balanced()
}

// op-node fetches a committed block, and makes another one the head, as derivation wants it:
// the block is lost before any node has adopted it.
func TestOPStackBesideNeverAdopted(t *testing.T) {
	t.Parallel()
	w := newBesideNet(t, 2, func(c *proxy.Config) { c.Behind = time.Hour })
	stop := w.run(a, b)
	w.bundle(a, b)
	stop()
	n := w.opNode(a)
	tx := w.tx(a, &recipient, nil, nil)
	if _, err := w.seq.Submit(t.Context(), []*chains.Tx{tx}, 0); err != nil {
		t.Fatal(err)
	}
	w.eventually("op-node gets the block with it", func() bool {
		job, err := n.Build(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Until(job.Due())) // by op-node's clock
		committed, err := n.Fetch(t.Context(), job)
		if err == nil && committed.Txs < 2 {
			err = n.Insert(t.Context(), committed)
		} else if err == nil {
			return true
		}
		if err != nil {
			t.Log(err)
		}
		return false
	})
	derived, err := n.BuildOn(t.Context(), n.Head, true)
	if err != nil {
		t.Fatal(err)
	}
	other, err := n.Fetch(t.Context(), derived)
	if err != nil {
		t.Fatal(err)
	}
	if err := n.Insert(t.Context(), other); err != nil {
		t.Fatal(err)
	}
	w.run(a, b)
	w.eventually("the transaction is in another block", func() bool { return w.receipt(a, tx.Hash()) != nil })
	if w.broken() == 0 {
		t.Error("nothing is revoked")
	}
	w.bundle(a, b)
	w.bundle(b, a)
	w.balanced()
}
