package sequencer_test

import (
	"context"
	"errors"
	"math/big"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/txpool"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/sequencer"
)

// priced signs a transfer with a fee cap and tip in gwei.
func (w *net) priced(nonce uint64, feeCap, tip int64) *chains.Tx {
	w.t.Helper()
	inner := types.MustSignNewTx(w.userKey, types.LatestSignerForChainID(a.Big()), &types.DynamicFeeTx{
		ChainID: a.Big(), Nonce: nonce, GasTipCap: big.NewInt(tip * params.GWei), GasFeeCap: big.NewInt(feeCap * params.GWei),
		Gas: 21_000, To: &recipient, Value: big.NewInt(1),
	})
	raw, err := inner.MarshalBinary()
	if err != nil {
		w.t.Fatal(err)
	}
	tx, err := chains.DecodeTx(raw)
	if err != nil {
		w.t.Fatal(err)
	}
	return tx
}

// A relayer short of funds stops bundles and nothing else.
func TestRelayerShortOfFunds(t *testing.T) {
	t.Parallel()
	w := newNet(t, 2)
	w.tune = func(c *sequencer.Config) { c.RelayerMark = new(big.Int).Mul(ten, big.NewInt(10_000)) }
	w.start()
	out := w.submit(w.burn(a, b, ten))
	if out.Refusal == nil || out.Refusal.Code != chains.RefusedRelayerFunds || out.Refusal.ChainID != b {
		t.Fatalf("outcome %+v", out)
	}
	w.nonces[a]--
	if out = w.submit(w.tx(a, &recipient, big.NewInt(1), nil)); out.Bundle == nil {
		t.Fatalf("outcome %+v", out)
	}
}

func TestReplacement(t *testing.T) {
	t.Parallel()
	w := newNet(t, 1)
	w.start()
	ctx, cancel := context.WithTimeout(t.Context(), hanging)
	defer cancel()
	send := func(tx *chains.Tx) (*sequencer.Ticket, error) { return w.seq.Submit(ctx, []*chains.Tx{tx}, 0) }
	old, err := send(w.priced(1, 10, 1)) // waits for nonce 0
	if err != nil {
		t.Fatal(err)
	}
	if _, err := send(w.priced(1, 10, 2)); !errors.Is(err, txpool.ErrReplaceUnderpriced) {
		t.Fatalf("a fee cap not raised: %v", err)
	}
	next, err := send(w.priced(1, 11, 2))
	if err != nil {
		t.Fatal(err)
	}
	if out, err := old.Wait(ctx); err != nil || out.Refusal == nil || out.Refusal.Code != chains.RefusedReplaced {
		t.Fatalf("%v %+v", err, out)
	}
	w.submit(w.priced(0, 10, 1))
	if out, err := next.Wait(ctx); err != nil || out.Bundle == nil {
		t.Fatalf("%v %+v", err, out)
	}
}

func TestPoolBounds(t *testing.T) {
	t.Parallel()
	w := newNet(t, 1)
	w.tune = func(c *sequencer.Config) { c.MaxPerSender, c.MaxQueued = 2, 3 }
	w.start()
	ctx, cancel := context.WithTimeout(t.Context(), hanging)
	defer cancel()
	for nonce := uint64(1); nonce < 3; nonce++ {
		if _, err := w.seq.Submit(ctx, []*chains.Tx{w.priced(nonce, 10, 1)}, 0); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := w.seq.Submit(ctx, []*chains.Tx{w.priced(3, 10, 1)}, 0); !errors.Is(err, sequencer.ErrSenderFull) {
		t.Fatalf("a third waiting transaction: %v", err)
	}
	reserved, _ := testKey("relayer")
	inner := types.NewTx(&types.DynamicFeeTx{ChainID: a.Big(), GasFeeCap: big.NewInt(params.GWei), Gas: 21_000, To: &recipient})
	tx, err := chains.NewCallTx(a, reserved.Address(), inner)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.seq.Submit(ctx, []*chains.Tx{tx}, 0); !errors.Is(err, sequencer.ErrReserved) {
		t.Fatalf("a transaction of the relayer: %v", err)
	}
}

// A transaction that waits too long is given up, on record, and may be sent again.
func TestWaitsTooLong(t *testing.T) {
	t.Parallel()
	w := newNet(t, 2)
	w.tune = func(c *sequencer.Config) { c.MaxWait = haste * 3 * time.Second }
	w.start()
	ctx, cancel := context.WithTimeout(t.Context(), hanging)
	defer cancel()
	late := w.priced(1, 10, 1)
	ticket, err := w.seq.Submit(ctx, []*chains.Tx{late}, 0)
	if err != nil {
		t.Fatal(err)
	}
	if out, err := ticket.Wait(ctx); err != nil || !out.Dropped || out.Refusal.Code != chains.RefusedExpired {
		t.Fatalf("%v %+v", err, out)
	}
	w.sentUntilIncluded(a, func() *chains.Tx { return w.priced(0, 10, 1) })
	w.sentUntilIncluded(a, func() *chains.Tx { return late })
	// A bundle past its last slot.
	w.nonces[a] = 2
	txs := []*chains.Tx{w.tx(a, &recipient, big.NewInt(1), nil), w.tx(b, &recipient, big.NewInt(1), nil)}
	past, err := w.clients[a].Head(ctx)
	if err != nil {
		t.Fatal(err)
	}
	ticket, err = w.seq.Submit(ctx, txs, past.Time)
	if err != nil {
		t.Fatal(err)
	}
	if out, err := ticket.Wait(ctx); err != nil || !out.Dropped {
		t.Fatalf("%v %+v", err, out)
	}
	// Its members are free again.
	w.sentUntilIncluded(a, func() *chains.Tx { return txs[0] })
}

// What does not fit into a block's gas waits for the next; bundles as a whole.
func TestFullBlocks(t *testing.T) {
	t.Parallel()
	w := newNet(t, 2)
	w.start()
	ctx, cancel := context.WithTimeout(t.Context(), hanging)
	defer cancel()
	// Calls to an address without code, with 15 M gas of limit reserved each: the block's
	// gas pool counts what was used, so use it up: an invalid opcode burns all of it.
	var tickets []*sequencer.Ticket
	for range 30 {
		inner := types.MustSignNewTx(w.userKey, types.LatestSignerForChainID(a.Big()), &types.DynamicFeeTx{
			ChainID: a.Big(), Nonce: w.nonces[a], GasTipCap: big.NewInt(1), GasFeeCap: big.NewInt(100 * params.GWei), Gas: 16_000_000, Data: []byte{0xfe},
		})
		w.nonces[a]++
		raw, err := inner.MarshalBinary()
		if err != nil {
			t.Fatal(err)
		}
		tx, err := chains.DecodeTx(raw)
		if err != nil {
			t.Fatal(err)
		}
		ticket, err := w.seq.Submit(ctx, []*chains.Tx{tx}, 0)
		if err != nil {
			t.Fatal(err)
		}
		tickets = append(tickets, ticket)
	}
	bundle := w.submit(w.tx(a, &w.plan.TokenBridge, nil, bindings.EncodeSendERC20(w.plan.TestToken, recipient, ten, uint64(b))))
	heights := map[uint64]int{}
	for _, ticket := range tickets {
		out, err := ticket.Wait(ctx)
		if err != nil || out.Bundle == nil {
			t.Fatalf("%v %+v", err, out)
		}
		heights[out.Bundle.Legs[0].Height]++
	}
	if len(heights) < 2 {
		t.Fatalf("480 M gas in one block of 300 M: %v", heights)
	}
	w.sameSlot(bundle.Bundle)
	if got := w.tokens(b, common.Address(recipient)); got.Cmp(ten) != 0 {
		t.Fatalf("minted %v", got)
	}
	w.zero()
}
