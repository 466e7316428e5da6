package sequencer_test

import (
	"context"
	"crypto/ecdsa"
	"errors"
	"math/big"
	"sync/atomic"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"
	"github.com/holiman/uint256"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/journal"
	"github.com/ssequencer/ssequencer/sequencer"
)

// stranger is an account of an attacker, with ether on every chain.
func (w *net) stranger(name string) *ecdsa.PrivateKey {
	w.t.Helper()
	_, key := testKey(name)
	to := crypto.PubkeyToAddress(key.PublicKey)
	for _, id := range w.ids {
		if out := w.submit(w.tx(id, &to, ten, nil)); out.Bundle == nil {
			w.t.Fatalf("outcome %+v", out)
		}
	}
	return key
}

// signed makes any key's transaction of any kind.
func (w *net) signed(key *ecdsa.PrivateKey, id chains.ChainID, data types.TxData) *chains.Tx {
	w.t.Helper()
	raw, err := types.MustSignNewTx(key, types.LatestSignerForChainID(id.Big()), data).MarshalBinary()
	if err != nil {
		w.t.Fatal(err)
	}
	tx, err := chains.DecodeTx(raw)
	if err != nil {
		w.t.Fatal(err)
	}
	return tx
}

// call is a transaction of that key with a lot of gas.
func (w *net) call(key *ecdsa.PrivateKey, id chains.ChainID, nonce uint64, to *common.Address, data []byte) *chains.Tx {
	w.t.Helper()
	return w.signed(key, id, &types.DynamicFeeTx{
		ChainID: id.Big(), Nonce: nonce, GasTipCap: big.NewInt(1), GasFeeCap: big.NewInt(100 * params.GWei), Gas: 16_000_000, To: to, Data: data,
	})
}

// burnGas is init code that uses almost all gas and succeeds.
var burnGas = common.FromHex("5b6113885a1160005700") // JUMPDEST PUSH2 5000 GAS GT PUSH1 0 JUMPI STOP

// Requests to the chain's system contracts (EIP-7002, EIP-7251) put something into the
// block that is no transaction. Anybody can make one; the block must be adopted like any
// other, and be fed to a node again after a restart.
func TestSystemContractRequests(t *testing.T) {
	t.Parallel()
	w := newNet(t, 1)
	w.start()
	for to, n := range map[common.Address]int{params.WithdrawalQueueAddress: 56, params.ConsolidationQueueAddress: 96} {
		out := w.submit(w.tx(a, &to, big.NewInt(1000), make([]byte, n)))
		if out.Bundle == nil || out.Bundle.Legs[0].Status != 1 {
			t.Fatalf("outcome %+v", out)
		}
		w.sameSlot(out.Bundle)
	}
	w.applied(w.submit(w.tx(a, &recipient, big.NewInt(1), nil)).Bundle)
	w.promisesKept()
	w.zero()
}

// A5: what was executed in vain is charged also where the attempt ends without a
// decision: here in the second transaction's nonce gap, after 16 M gas of the first.
func TestExecutionsInVainAreCharged(t *testing.T) {
	t.Parallel()
	w := newNet(t, 2)
	w.tune = func(c *sequencer.Config) { c.BlockTime = haste * 20 * time.Second } // all in one slot, however slow
	w.start()
	var keys []*ecdsa.PrivateKey
	for _, name := range []string{"1", "2", "3", "4", "5", "6"} {
		keys = append(keys, w.stranger(name))
	}
	ctx, cancel := context.WithTimeout(t.Context(), hanging)
	defer cancel()
	busy := false
	for try := 0; try < 2 && !busy; try++ { // a slot may end between
		for _, key := range keys[3*try:][:3] { // 48 M gas, of which 30 M may be in vain
			gap := w.call(key, b, 5, &recipient, nil)
			if _, err := w.seq.Submit(ctx, []*chains.Tx{w.call(key, a, 0, nil, burnGas), gap}, 0); err != nil {
				t.Fatal(err)
			}
		}
		_, err := w.seq.Simulate(ctx, []*chains.Tx{w.txAt(w.nonces[a], a, &recipient, nil, nil)})
		if busy = errors.Is(err, sequencer.ErrBusy); err != nil && !busy {
			t.Fatal(err)
		}
	}
	if !busy {
		t.Fatal("48 M gas executed in vain, and nobody was charged")
	}
}

// A transaction that waits for a nonce goes on when the nonce is reached in another way
// than by the transaction before it: here an authorization (EIP-7702) uses it up.
func TestNonceReachedByAuthorization(t *testing.T) {
	t.Parallel()
	w := newNet(t, 1)
	w.start()
	ctx, cancel := context.WithTimeout(t.Context(), hanging)
	defer cancel()
	late := w.txAt(2, a, &recipient, big.NewInt(1), nil)
	ticket, err := w.seq.Submit(ctx, []*chains.Tx{late}, 0)
	if err != nil {
		t.Fatal(err)
	}
	auth, err := types.SignSetCode(w.userKey, types.SetCodeAuthorization{ChainID: *uint256.NewInt(uint64(a)), Address: w.forwarder, Nonce: 1})
	if err != nil {
		t.Fatal(err)
	}
	out := w.submit(w.signed(w.userKey, a, &types.SetCodeTx{
		ChainID: uint256.NewInt(uint64(a)), Nonce: 0, GasTipCap: uint256.NewInt(1), GasFeeCap: uint256.NewInt(100 * params.GWei), Gas: 100_000,
		To: recipient, AuthList: []types.SetCodeAuthorization{auth},
	}))
	if out.Bundle == nil {
		t.Fatalf("outcome %+v", out)
	}
	got, err := ticket.Wait(ctx)
	if err != nil || got.Bundle == nil {
		t.Fatalf("the transaction with the next nonce still waits: %v %+v", err, got)
	}
	w.sameSlot(got.Bundle)
}

// Transactions that wait for a nonce cost their sender nothing. They may not fill the
// pool for everybody else.
func TestGapsLeaveRoom(t *testing.T) {
	t.Parallel()
	w := newNet(t, 1)
	w.start()
	key := w.stranger("gaps")
	if err := w.stop(); err != nil {
		t.Fatal(err)
	}
	w.tune = func(c *sequencer.Config) { c.MaxQueued = 8 }
	w.start()
	ctx, cancel := context.WithTimeout(t.Context(), hanging)
	defer cancel()
	refused := 0
	for nonce := range uint64(8) {
		ticket, err := w.seq.Submit(ctx, []*chains.Tx{w.call(key, a, 10+nonce, &recipient, nil)}, 0)
		if err != nil {
			t.Fatal(err)
		}
		if nonce >= 6 {
			if out, err := ticket.Wait(ctx); err != nil || out.Refusal == nil {
				t.Fatalf("%v %+v", err, out)
			}
			refused++
		}
	}
	if out := w.submit(w.tx(a, &recipient, big.NewInt(1), nil)); out.Bundle == nil || refused != 2 {
		t.Fatalf("outcome %+v, %d refused", out, refused)
	}
}

// flaky is a node that fails to read state for a while.
type flaky struct {
	sequencer.Node
	failures atomic.Int64
}

func (f *flaky) fail() error {
	if f.failures.Add(-1) >= 0 {
		return errors.New("connection reset by peer")
	}
	return nil
}

func (f *flaky) Accounts(ctx context.Context, block common.Hash, addrs []common.Address) ([]*types.StateAccount, error) {
	if err := f.fail(); err != nil {
		return nil, err
	}
	return f.Node.Accounts(ctx, block, addrs)
}

func (f *flaky) Storage(ctx context.Context, block common.Hash, keys []chains.StorageKey) ([]common.Hash, error) {
	if err := f.fail(); err != nil {
		return nil, err
	}
	return f.Node.Storage(ctx, block, keys)
}

// A node that does not answer for a moment is waited for. It must not end the sequencer,
// wherever in the slot it happens.
func TestNodeAwayForAMoment(t *testing.T) {
	t.Parallel()
	w := newNet(t, 1)
	node := &flaky{Node: w.nodes[a]}
	node.failures.Store(4)
	w.nodes[a] = node
	w.start()
	if out := w.submit(w.tx(a, &recipient, big.NewInt(1), nil)); out.Bundle == nil {
		t.Fatalf("outcome %+v", out)
	}
	if err := w.stop(); err != nil {
		t.Fatal(err)
	}
}

// richLiar makes a shard believe that an account has ether.
type richLiar struct {
	lying
	addr common.Address
}

func (n *richLiar) Accounts(ctx context.Context, block common.Hash, addrs []common.Address) ([]*types.StateAccount, error) {
	accounts, err := n.Node.Accounts(ctx, block, addrs)
	for i := range accounts {
		if addrs[i] == n.addr && !n.over.Load() {
			accounts[i] = types.NewEmptyStateAccount()
			accounts[i].Balance = uint256.MustFromBig(ten)
		}
	}
	return accounts, err
}

// P7, P6: at no prefix of the journal is a transaction refused while a decision to
// include it stands. A crash between the two records could not be recovered from.
func TestRedoRefusesAfterReopening(t *testing.T) {
	t.Parallel()
	w := newNet(t, 1)
	_, key := testKey("poor")
	liar := &richLiar{lying: lying{Node: w.nodes[a]}, addr: crypto.PubkeyToAddress(key.PublicKey)}
	w.nodes[a] = liar
	w.start()
	tx := w.call(key, a, 0, &recipient, nil)
	liar.until.Store(tx)
	out := w.submit(tx)
	if out.Bundle == nil {
		t.Fatalf("the shard was not fooled: %+v", out)
	}
	w.revoked(out.Bundle)
	standing := map[common.Hash]bool{}
	done := errors.New("done")
	ctx, cancel := context.WithTimeout(t.Context(), hanging)
	defer cancel()
	err := w.journal.Follow(ctx, 1, func(_ journal.Seq, rec journal.Record) error {
		switch r := rec.(type) {
		case *journal.Decided:
			standing[r.Bundle.ID] = true
		case *journal.Reopened:
			clear(standing)
		case *journal.Refused:
			if standing[r.ID] {
				return errors.New("refused while it stands")
			}
			return done
		}
		return nil
	})
	if err != done {
		t.Fatal(err)
	}
	if out := w.submit(w.tx(a, &recipient, big.NewInt(1), nil)); out.Bundle == nil {
		t.Fatalf("outcome %+v", out)
	}
}
