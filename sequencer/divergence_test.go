package sequencer_test

import (
	"bytes"
	"context"
	"errors"
	"math/big"
	"slices"
	"sync/atomic"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"
	"github.com/holiman/uint256"
	"github.com/prometheus/client_golang/prometheus/testutil"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/journal"
	"github.com/ssequencer/ssequencer/sequencer"
)

// lying is a node that lies until it is to build a block with a certain transaction, which the
// shard has then been wrong about. To lie once would not do: a value that is read while a
// block is adopted may be read again.
type lying struct {
	sequencer.Node
	until atomic.Pointer[chains.Tx] // nil: for ever
	over  atomic.Bool
}

func (n *lying) Build(ctx context.Context, open *chains.Open, txs [][]byte) (*chains.Payload, error) {
	if tx := n.until.Load(); tx != nil && slices.ContainsFunc(txs, func(raw []byte) bool { return bytes.Equal(raw, tx.Raw()) }) {
		n.over.Store(true)
	}
	return n.Node.Build(ctx, open, txs)
}

// liar is a node whose answers make the shard wrong about one storage slot.
type liar struct {
	lying
	key   chains.StorageKey
	value common.Hash
}

func (l *liar) Storage(ctx context.Context, block common.Hash, keys []chains.StorageKey) ([]common.Hash, error) {
	values, err := l.Node.Storage(ctx, block, keys)
	for i := range values {
		if keys[i] == l.key && !l.over.Load() {
			values[i] = l.value
		}
	}
	return values, err
}

// makeWrong lets chain id's shard believe that the user has tokens there.
func (w *net) makeWrong(id chains.ChainID) *liar {
	slot := crypto.Keccak256Hash(common.LeftPadBytes(w.user.Address().Bytes(), 32), make([]byte, 32)) // _balances[user]
	l := &liar{lying: lying{Node: w.nodes[id]}, key: chains.StorageKey{Address: w.plan.TestToken, Slot: slot}, value: common.BigToHash(ten)}
	w.nodes[id] = l
	return l
}

// A shard that is wrong about one slot lets a burn pass that the node reverts. The node
// wins: nothing is minted, the promise is revoked on record, what else was promised
// stands, and the chains go on.
func TestDivergence(t *testing.T) {
	for name, tc := range map[string]struct {
		refused bool
	}{
		"a stale value": {},
		"a wrong rule":  {refused: true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := newNet(t, 2)
			liar := w.makeWrong(b)
			w.start()
			innocent := w.submit(w.burn(a, b, big.NewInt(7)))
			burn := w.burn(b, a, ten)
			if !tc.refused {
				liar.until.Store(burn)
			}
			wrong := w.submit(burn)
			if wrong.Bundle == nil || len(wrong.Bundle.Legs) != 2 {
				t.Fatalf("the shard was not fooled: %+v", wrong)
			}
			after := w.tx(a, &recipient, big.NewInt(1), nil)
			w.submit(after)
			w.sameSlot(innocent.Bundle)
			w.revoked(wrong.Bundle)
			w.nonces[b] = 1
			if tc.refused {
				w.nonces[b] = 0
			}
			out := w.submit(w.tx(b, &recipient, big.NewInt(1), nil))
			w.sameSlot(out.Bundle)
			w.eventually("the transaction after the wrong one is included", func() bool { return w.receipt(a, after.Hash()) != nil })
			r := w.receipt(b, wrong.Bundle.Legs[0].TxHash)
			if tc.refused && r != nil || !tc.refused && (r == nil || r.Status != 0) {
				t.Fatalf("the burn's receipt: %+v", r)
			}
			if got := w.tokens(a, recipient); got.Sign() != 0 {
				t.Fatalf("minted %v without a burn", got)
			}
			w.balanced()
			if n := testutil.ToFloat64(w.metrics.MustBeZero()["ssequencer_broken_preconfirmations_total"]); n == 0 {
				t.Fatal("no broken promise was counted")
			}
			if err := w.stop(); err != nil {
				t.Fatal(err)
			}
		})
	}
}

// wrongBalance is a node whose answers make the shard wrong about one balance, in a way
// that no receipt shows.
type wrongBalance struct {
	sequencer.Node
	addr common.Address
	lies atomic.Int64
}

func (n *wrongBalance) Accounts(ctx context.Context, block common.Hash, addrs []common.Address) ([]*types.StateAccount, error) {
	accounts, err := n.Node.Accounts(ctx, block, addrs)
	for i := range accounts {
		if addrs[i] == n.addr && n.lies.Add(-1) >= 0 {
			accounts[i] = types.NewEmptyStateAccount()
			accounts[i].Balance = uint256.NewInt(12345)
		}
	}
	return accounts, err
}

// A wrong value that changes no receipt is found by comparing what was written with the
// node's state, and mended without breaking a promise.
func TestWrongStateIsMended(t *testing.T) {
	t.Parallel()
	w := newNet(t, 1)
	liar := &wrongBalance{Node: w.nodes[a], addr: recipient}
	liar.lies.Store(1)
	w.nodes[a] = liar
	w.start()
	out := w.submit(w.tx(a, &recipient, big.NewInt(1), nil))
	w.sameSlot(out.Bundle)
	ctx, cancel := context.WithTimeout(t.Context(), hanging)
	defer cancel()
	for {
		view, err := w.seq.View(a)
		if err != nil {
			t.Fatal(err)
		}
		balance, err := view.Balance(recipient)
		if err != nil {
			t.Fatal(err)
		}
		if balance.IsUint64() && balance.Uint64() == 1 {
			break
		}
		if ctx.Err() != nil {
			t.Fatalf("the shard still says %v", balance)
		}
		w.applied(w.submit(w.tx(a, &common.Address{1}, big.NewInt(1), nil)).Bundle)
	}
	w.promisesKept()
	w.zero()
}

// revoked waits until the journal revokes the promises of a bundle.
func (w *net) revoked(bundle *chains.Bundle) {
	w.t.Helper()
	ctx, cancel := context.WithTimeout(w.t.Context(), hanging)
	defer cancel()
	missing := map[common.Hash]bool{}
	for _, l := range bundle.Legs {
		missing[l.TxHash] = true
	}
	done := errors.New("done")
	err := w.journal.Follow(ctx, 1, func(_ journal.Seq, rec journal.Record) error {
		if r, ok := rec.(*journal.Revoked); ok {
			for _, p := range r.Positions {
				delete(missing, p.TxHash)
			}
		}
		if len(missing) == 0 {
			return done
		}
		return nil
	})
	if !errors.Is(err, done) {
		w.t.Fatalf("bundle %s was not revoked: %v", bundle.ID, err)
	}
}

// A user-signed bundle is one thing on all chains: the second transaction spends what
// the first one's mint brings, and if it cannot, nothing of either is included.
func TestUserSignedBundle(t *testing.T) {
	t.Parallel()
	w := newNet(t, 2)
	w.start()
	self := bindings.EncodeSendERC20(w.plan.TestToken, w.user.Address(), ten, uint64(b))
	spend := func(amount *big.Int) *chains.Tx {
		return w.tx(b, &w.plan.TestToken, nil, bindings.EncodeTransfer(recipient, amount))
	}
	out := w.submit(w.tx(a, &w.plan.TokenBridge, nil, self), spend(new(big.Int).Add(ten, common.Big1)))
	if out.Refusal == nil || out.Refusal.Leg != 2 || out.Refusal.ChainID != b {
		t.Fatalf("outcome %+v", out)
	}
	w.nonces[a], w.nonces[b] = 0, 0
	out = w.submit(w.tx(a, &w.plan.TokenBridge, nil, self), spend(ten))
	if out.Bundle == nil || len(out.Bundle.Legs) != 3 {
		t.Fatalf("outcome %+v", out)
	}
	w.sameSlot(out.Bundle)
	if got := w.tokens(b, recipient); got.Cmp(ten) != 0 {
		t.Fatalf("recipient has %v", got)
	}
	w.balanced()
	w.zero()
}

// P2: only a transaction that reads the unknown parent hash waits for it.
func TestReadsTheParentHash(t *testing.T) {
	t.Parallel()
	w := newNet(t, 1)
	w.start()
	// init code: BLOCKHASH(NUMBER-1) stored at slot 0, as the contract's only effect.
	code := common.FromHex("43600190034060005500")
	for range 8 {
		out := w.submit(w.tx(a, nil, nil, code))
		if out.Bundle == nil || out.Bundle.Legs[0].Status != 1 {
			t.Fatalf("outcome %+v", out)
		}
		w.submit(w.tx(a, &recipient, big.NewInt(params.Wei), nil))
		w.applied(out.Bundle)
	}
	if n := testutil.ToFloat64(w.metrics.MustBeZero()["ssequencer_broken_preconfirmations_total"]); n != 0 {
		t.Fatalf("%v broken promises", n)
	}
}
