package sequencer_test

import (
	"bytes"
	"context"
	"fmt"
	"math/big"
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"
	"github.com/prometheus/client_golang/prometheus/testutil"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/journal"
	"github.com/ssequencer/ssequencer/signer"
	"github.com/ssequencer/ssequencer/test/programs"
)

type hexBytes = hexutil.Bytes

// sameSlot checks, at the nodes, that every leg is where the bundle says, succeeded, and
// that all blocks have one timestamp.
func (w *net) sameSlot(bundle *chains.Bundle) {
	w.t.Helper()
	w.applied(bundle)
	for _, leg := range bundle.Legs {
		r := w.receipt(leg.ChainID, leg.TxHash)
		if r == nil {
			w.t.Fatalf("chain %d has no receipt of %s", leg.ChainID, leg.TxHash)
		}
		if r.Status != leg.Status || r.BlockNumber.Uint64() != leg.Height || uint64(r.TransactionIndex) != leg.Index+w.op.deposits(&leg) {
			w.t.Fatalf("chain %d: receipt status %d block %v index %d, leg %+v", leg.ChainID, r.Status, r.BlockNumber, r.TransactionIndex, leg)
		}
		if chains.ReceiptHash(r.Status, r.GasUsed, r.Logs) != leg.ReceiptHash() {
			w.t.Fatalf("chain %d: the node's receipt of %s is not the promised one", leg.ChainID, leg.TxHash)
		}
		header, err := w.clients[leg.ChainID].HeaderByHash(w.t.Context(), r.BlockHash)
		if err != nil {
			w.t.Fatal(err)
		}
		if header.Time != bundle.Legs[0].Timestamp {
			w.t.Fatalf("chain %d: block time %d, slot %d", leg.ChainID, header.Time, bundle.Legs[0].Timestamp)
		}
	}
}

func (w *net) tokens(id chains.ChainID, who common.Address) *big.Int {
	w.t.Helper()
	return new(big.Int).SetBytes(w.read(id, w.plan.TestToken, bindings.EncodeBalanceOf(who)))
}

// balanced checks at the nodes that both sides of every pair are equal, as soon as all of
// them have adopted the last block, and that tokens are conserved.
func (w *net) balanced() {
	w.t.Helper()
	for _, x := range w.ids {
		for _, y := range w.ids {
			if x == y {
				continue
			}
			w.until(fmt.Sprintf("pair %d -> %d: the receiver has what was sent", x, y), func() bool {
				received := w.read(y, w.plan.RootStore, bindings.EncodeTree(true, uint64(x), 1))
				return bytes.Equal(received, w.read(x, w.plan.RootStore, bindings.EncodeTree(false, uint64(y), 1)))
			})
		}
	}
	w.until("the supply over all chains is what it was", func() bool { // a block may be adopted while it is read
		total := new(big.Int)
		for _, x := range w.ids {
			total.Add(total, new(big.Int).SetBytes(w.read(x, w.plan.TestToken, bindings.EncodeTotalSupply())))
		}
		return total.Cmp(new(big.Int).Mul(big.NewInt(1_000_000), big.NewInt(params.Ether))) == 0
	})
}

func (w *net) forwardVia(path []chains.ChainID, target common.Address, payload []byte) []byte {
	data, to := payload, target
	for i := len(path) - 1; i >= 1; i-- {
		data = programs.Forward(w.plan.Messenger, bindings.EncodeSendMessage(uint64(path[i]), to, data))
		to = w.forwarder
	}
	return bindings.EncodeSendMessage(uint64(path[0]), to, data)
}

// The main job on real nodes: a bundle, a refusal, a nested bundle.
func TestBundleRefusalNested(t *testing.T) {
	t.Parallel()
	w := newNet(t, 3)
	w.start()

	out := w.submit(w.burn(a, b, ten))
	if out.Refusal != nil || len(out.Bundle.Legs) != 2 {
		t.Fatalf("outcome %+v", out)
	}
	for i := range out.Promises {
		if who, err := signer.VerifyPromise(domain, &out.Promises[i]); err != nil || who != w.promiser.Address() {
			t.Fatalf("promise %d: %v %v", i, who, err)
		}
	}
	w.sameSlot(out.Bundle)
	if got := w.tokens(b, recipient); got.Cmp(ten) != 0 {
		t.Fatalf("minted %v", got)
	}

	// The mint would fail: nothing is included, the nonce stays free.
	bad := w.tx(a, &w.plan.ETHBridge, new(big.Int).Mul(big.NewInt(6), big.NewInt(params.Ether)), bindings.EncodeSendETH(recipient, uint64(b)))
	out = w.submit(bad)
	if out.Refusal == nil || out.Refusal.ChainID != b || out.Refusal.Leg != 1 {
		t.Fatalf("outcome %+v", out)
	}
	w.nonces[a]--

	// a -> b -> a and a -> b -> c.
	for _, path := range [][]chains.ChainID{{b, a}, {b, c}} {
		out = w.submit(w.tx(a, &w.plan.Messenger, nil, w.forwardVia(path, recipient, []byte{1})))
		if out.Refusal != nil || len(out.Bundle.Legs) != 3 {
			t.Fatalf("outcome %+v", out)
		}
		w.sameSlot(out.Bundle)
	}
	if r := w.receipt(a, bad.Hash()); r != nil {
		t.Fatal("the refused transaction is on the chain")
	}
	w.balanced()
	w.zero()
	if err := w.stop(); err != nil {
		t.Fatal(err)
	}
}

func (w *net) zero() {
	w.t.Helper()
	for name, counter := range w.metrics.MustBeZero() {
		if n := testutil.ToFloat64(counter); n != 0 {
			w.t.Errorf("%s is %v", name, n)
		}
	}
}

// Every acknowledged transaction is included once, over a restart that interrupts slots
// under way; gaps wait; promises stand.
func TestRestart(t *testing.T) {
	t.Parallel()
	w := newNet(t, 2)
	w.start()
	var txs []*chains.Tx
	for round := range 3 {
		ctx, cancel := context.WithTimeout(t.Context(), hanging)
		for i := range 60 {
			tx := w.burn(a, b, big.NewInt(int64(1+i)))
			if i%3 == 0 {
				txs = append(txs, w.tx(b, &recipient, big.NewInt(1), nil))
				if _, err := w.seq.Submit(ctx, txs[len(txs)-1:], 0); err != nil {
					t.Fatal(err)
				}
			}
			if _, err := w.seq.Submit(ctx, []*chains.Tx{tx}, 0); err != nil {
				t.Fatal(err)
			}
			txs = append(txs, tx)
		}
		cancel()
		if round < 2 {
			if err := w.stop(); err != nil {
				t.Fatal(err)
			}
			w.start()
		}
	}
	out := w.submit(w.burn(a, b, ten))
	if out.Bundle == nil {
		t.Fatalf("outcome %+v", out)
	}
	w.sameSlot(out.Bundle)
	for i, tx := range txs {
		if r := w.receipt(tx.ChainID(), tx.Hash()); r == nil || r.Status != types.ReceiptStatusSuccessful {
			t.Fatalf("acknowledged transaction %d is not included: %v", i, r)
		}
	}
	w.promisesKept()
	w.balanced()
	w.zero()
}

// place is where a transaction was promised to be.
type place struct {
	id            chains.ChainID
	height, index uint64
}

// revokedPlaces are those of promises that were revoked.
func (w *net) revokedPlaces() map[place]bool {
	w.t.Helper()
	revoked := map[place]bool{}
	for _, rec := range w.records() {
		if r, ok := rec.(*journal.Revoked); ok {
			for _, p := range r.Positions {
				revoked[place{p.ChainID, p.Height, p.Index}] = true
			}
		}
	}
	return revoked
}

// promisesKept checks every promise that has left by now against the nodes, as soon as they have its block.
func (w *net) promisesKept() {
	w.t.Helper()
	w.mu.Lock()
	promises := slices.Clone(w.promises)
	w.mu.Unlock()
	revoked, signed := w.revokedPlaces(), map[place]common.Hash{}
	for i := range promises {
		p := &promises[i]
		at := place{p.ChainID, p.Height, p.Index}
		if before, ok := signed[at]; ok && before != p.StructHash() {
			w.t.Fatalf("%+v was promised twice with different content", at)
		}
		signed[at] = p.StructHash()
		w.until(fmt.Sprintf("promise %+v of %s is kept, or revoked", at, p.TxHash), func() bool {
			if revoked[at] {
				return true
			}
			r := w.receipt(p.ChainID, p.TxHash)
			return r != nil && r.BlockNumber.Uint64() == p.Height && uint64(r.TransactionIndex) == p.Index || w.revokedPlaces()[at]
		})
	}
}

func TestNonceGapsAndReplacement(t *testing.T) {
	t.Parallel()
	w := newNet(t, 1)
	w.start()
	ctx, cancel := context.WithTimeout(t.Context(), hanging)
	defer cancel()
	late := w.txAt(2, a, &recipient, big.NewInt(3), nil)
	ticket, err := w.seq.Submit(ctx, []*chains.Tx{late}, 0)
	if err != nil {
		t.Fatal(err)
	}
	again, err := w.seq.Submit(ctx, []*chains.Tx{late}, 0)
	if err != nil || again != ticket {
		t.Fatalf("a transaction sent twice: %v", err)
	}
	first := w.submit(w.tx(a, &recipient, big.NewInt(1), nil))
	second := w.submit(w.tx(a, &recipient, big.NewInt(2), nil))
	third, err := ticket.Wait(ctx)
	if err != nil || third.Bundle == nil || first.Bundle == nil || second.Bundle == nil {
		t.Fatalf("%v %+v", err, third)
	}
	if third.Bundle.Legs[0].GlobalIndex != second.Bundle.Legs[0].GlobalIndex+1 {
		t.Fatal("the waiting transaction did not follow at once")
	}
	w.sameSlot(third.Bundle)
}

// What the sequencer takes for granted of the messenger's storage is so at the node: the
// slot of a message is empty before it is received, and only then.
func TestOutcomeSlot(t *testing.T) {
	t.Parallel()
	w := newNet(t, 2)
	w.start()
	out := w.submit(w.burn(a, b, ten))
	w.sameSlot(out.Bundle)
	leg := out.Bundle.Legs[1]
	key := []chains.StorageKey{{Address: w.plan.Messenger, Slot: bindings.OutcomeSlot(leg.Executes)}}
	for height, want := range map[uint64]bool{leg.Height - 1: false, leg.Height: true} {
		hash, err := w.clients[b].BlockHash(t.Context(), height)
		if err != nil {
			t.Fatal(err)
		}
		values, err := w.clients[b].Storage(t.Context(), hash, key)
		if err != nil {
			t.Fatal(err)
		}
		if got := values[0] != (common.Hash{}); got != want {
			t.Errorf("block %d: the slot is %s", height, values[0])
		}
	}
}
