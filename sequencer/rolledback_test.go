package sequencer_test

import (
	"context"
	"errors"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/contracts/bindings"
)

// Standing implements sequencer.Ground.
func (o *opNet) Standing(ctx context.Context, id chains.ChainID, origins []chains.BlockRef) (int, error) {
	if o.certain != nil {
		select {
		case <-o.certain:
		case <-ctx.Done():
			return 0, ctx.Err()
		}
	}
	in := o.inputs[id]
	in.mu.Lock()
	defer in.mu.Unlock()
	for i, origin := range origins {
		if origin == in.origin(origin.Number) {
			return i, nil
		}
	}
	return len(origins), nil
}

// reorg has L1 drop what a chain's blocks after a number derive from.
func (w *net) reorg(id chains.ChainID, after uint64) {
	in := w.op.inputs[id]
	in.mu.Lock()
	for number := range in.given {
		if number > after {
			delete(in.given, number)
		}
	}
	in.since, in.branch = after, in.branch+1
	in.mu.Unlock()
	w.seq.Wake()
}

func newRebuiltNet(t *testing.T) *net {
	w := newOPNet(t, 2)
	w.op.rebuilt = true
	w.start()
	return w
}

// rolledBack waits until a chain's block of the number is another one.
func (w *net) rolledBack(id chains.ChainID, old common.Hash, number uint64) {
	w.t.Helper()
	w.eventually("the chain is rolled back", func() bool {
		h, err := w.clients[id].HeaderByNumber(w.t.Context(), number)
		return err == nil && h.Hash() != old && w.seq.Health(id).Applied.Number >= number
	})
}

// minted waits until tokens have come to the recipient on b. (A young op-geth, whose index of transactions is still
// being made, may not find one that has moved to another block.)
func (w *net) minted(amount *big.Int) {
	w.t.Helper()
	w.eventually("what was lost is minted", func() bool { return w.tokens(b, recipient).Cmp(amount) == 0 })
}

// reorgBoth has L1 drop what both chains' blocks with a bundle derive from.
func (w *net) reorgBoth(lost *chains.Bundle) {
	for i, id := range []chains.ChainID{a, b} {
		w.reorg(id, lost.Legs[i].Height-1)
	}
}

// onward checks that bundles go on in both directions, also after another start.
func (w *net) onward() {
	w.t.Helper()
	w.bundle(b, a)
	w.again()
	w.bundle(a, b)
	w.balanced()
}

// L1 drops what both chains derive from: both go back, and the whole bundle is included again.
func TestRolledBack(t *testing.T) {
	t.Parallel()
	w := newRebuiltNet(t)
	w.bundle(a, b)
	lost := w.kept(2, w.burn(a, b, ten))
	w.sameSlot(lost)
	oldA, oldB := w.header(a), w.header(b)
	w.reorgBoth(lost)
	w.rolledBack(a, oldA.Hash(), oldA.Number.Uint64())
	w.rolledBack(b, oldB.Hash(), oldB.Number.Uint64())
	w.minted(ten)
	w.even(a, b)
	w.uneven(a, b, false)
	if n := w.broken(); n < 2 {
		t.Errorf("%v promises are revoked, not at least those of the two legs", n)
	}
	w.onward()
}

// L1 drops what one chain derives from, and the other one has received its messages: that one goes back as
// well, although L1 does not want it to, and no pair is frozen, whatever deposits send meanwhile.
func TestRolledBackBehindMint(t *testing.T) {
	t.Parallel()
	w := newRebuiltNet(t)
	w.bundle(a, b)
	lost := w.kept(2, w.burn(a, b, ten))
	w.sameSlot(lost)
	w.sameSlot(w.kept(2, w.burn(a, b, ten)))
	old := w.header(b)
	w.reorg(a, lost.Legs[0].Height-1)
	d := w.op.inputs[a].deposit(t, chains.Deposit{From: common.HexToAddress("0x57a9"), To: &w.plan.Messenger, Data: bindings.EncodeSendMessage(uint64(b), recipient, nil)})
	w.rolledBack(b, old.Hash(), old.Number.Uint64())
	w.included(a, d)
	w.minted(new(big.Int).Add(ten, ten))
	w.even(a, b)
	w.uneven(a, b, false)
	w.onward()
}

// A node comes back with a head of the branch that its chain was rolled back from, further than that one is by
// now: it is given what has taken its place.
func TestRolledBackNodeReturns(t *testing.T) {
	t.Parallel()
	w := newRebuiltNet(t)
	w.bundle(a, b)
	lost := w.kept(1, w.tx(a, &recipient, nil, nil))
	for range 4 {
		w.sameSlot(w.kept(1, w.tx(a, &recipient, nil, nil)))
	}
	old, first := w.header(a), lost.Legs[0].Height
	gone, err := w.clients[a].BlockHash(t.Context(), first)
	if err != nil {
		t.Fatal(err)
	}
	w.reorg(a, first-1)
	w.rolledBack(a, gone, first)
	if err := errors.Join(w.stop(), w.clients[a].Adopt(t.Context(), old.Hash(), common.Hash{}, common.Hash{})); err != nil {
		t.Fatal(err)
	}
	w.start()
	w.eventually("the transactions are included again", func() bool {
		var nonce string
		err := w.clients[a].Call(t.Context(), &nonce, "eth_getTransactionCount", w.user.Address(), "latest")
		return err == nil && nonce == hexutil.EncodeUint64(w.nonces[a])
	})
	w.bundle(a, b)
	w.bundle(b, a)
	w.balanced()
}

// The same before anything of it is on record: the node has the new branch, or only its parent, and the sequencer
// starts.
func TestRolledBackAtStart(t *testing.T) {
	t.Parallel()
	w := newRebuiltNet(t)
	w.bundle(a, b)
	lost := w.kept(2, w.burn(a, b, ten))
	w.sameSlot(lost)
	if err := w.stop(); err != nil {
		t.Fatal(err)
	}
	w.reorgBoth(lost)
	w.branch(a, lost.Legs[0].Height-1, nil)
	oldB := w.header(b)
	w.start()
	w.rolledBack(b, oldB.Hash(), oldB.Number.Uint64())
	w.minted(ten)
	w.even(a, b)
	w.bundle(a, b)
	w.bundle(b, a)
	w.balanced()
}
