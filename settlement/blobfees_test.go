//go:build !race

package settlement_test

import (
	"context"
	"math/big"
	"slices"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/core/types"
	"github.com/holiman/uint256"

	"github.com/ssequencer/ssequencer/journal"
	"github.com/ssequencer/ssequencer/settlement"
	"github.com/ssequencer/ssequencer/settlement/settlementtest"
	"github.com/ssequencer/ssequencer/signer"
)

// leaveBlobs has a first batch claimed, and its blobs left lying by L1: an earlier run has
// recorded them, and maybe never sent, with a fee below any base fee.
func (b *bench) leaveBlobs() *types.Transaction {
	b.t.Helper()
	stop := b.run(b.settlement(nil))
	b.slot(nil)
	b.slot(nil)
	_, claim := b.nextSent(1)
	b.include(claim)
	body, tx := b.nextSent(1)
	b.include(tx)
	stop()
	at := b.publications(1)[0].Raw.BlockNumber
	for range 35 { // what is final L1's node does not put back into its pool
		b.MineL1()
	}
	b.loseL1(at - 1)
	low, err := signer.SignTx(context.Background(), b.Poster, types.NewTx(&types.BlobTx{ChainID: uint256.NewInt(uint64(settlementtest.L1ID)), Nonce: tx.Nonce(),
		GasTipCap: uint256.NewInt(1), GasFeeCap: uint256.NewInt(5), BlobFeeCap: uint256.MustFromBig(tx.BlobGasFeeCap()),
		Gas: tx.Gas(), To: *tx.To(), Data: tx.Data(), BlobHashes: tx.BlobHashes()}), settlementtest.L1ID)
	if err != nil {
		b.t.Fatal(err)
	}
	body.Raw, err = low.MarshalBinary()
	if err != nil {
		b.t.Fatal(err)
	}
	b.recordSending(&body)
	return low
}

// raised mines until the fees of what was left lying are raised.
func (b *bench) raised() (tx *types.Transaction) {
	b.t.Helper()
	var body sentBody
	b.mineLong("raised fees", func() bool {
		select {
		case e := <-b.events:
			if e.Event == journal.BatchSending {
				body, tx = b.sent(e)
			}
		default:
		}
		return body.Bumps > 0
	})
	return tx
}

// TestBlobFeesAreRaised: blobs that L1 leaves lying get twice as much of each fee, and are
// the same ones.
func TestBlobFeesAreRaised(t *testing.T) {
	b := newBench(t, 901, 902)
	b.publishAs(settlement.InBlobs)
	low := b.leaveBlobs()
	b.run(b.settlement(nil))
	tx := b.raised()
	twice := new(big.Int).Lsh(low.BlobGasFeeCap(), 1)
	if tx.Nonce() != low.Nonce() || !slices.Equal(tx.BlobHashes(), low.BlobHashes()) || tx.BlobGasFeeCap().Cmp(twice) < 0 {
		t.Fatalf("raised to %+v", tx)
	}
	b.mineLong("publication", func() bool { return b.published(1) })
	b.compareOrder(b.orderInBlobs(1))
}

// TestDemandBehindWaitingBlobs: blobs wait because L1 asks more for them than may be paid.
// They wait on, however long, until proof is demanded of a batch: then they get what L1
// asks, since the answer has to wait behind them and the bond is worth more.
func TestDemandBehindWaitingBlobs(t *testing.T) {
	b := newBench(t, 901, 902)
	b.publishAs(settlement.InBlobs)
	low := b.leaveBlobs()
	before := b.adjust
	b.adjust = func(cfg *settlement.Config) {
		before(cfg)
		cfg.MaxBlobFee = new(big.Int) // which L1 never asks as little as
	}
	s := b.settlement(nil)
	b.run(s)
	b.mineLong("a reason", func() bool { return slices.ContainsFunc(s.Reasons(), saysFeeCap) })
	for range 20 { // longer than any patience
		b.MineL1()
	}
	if b.published(1) {
		t.Fatal("blobs cost more than may be paid")
	}
	b.demand(1)
	if tx := b.raised(); tx.Nonce() != low.Nonce() || !slices.Equal(tx.BlobHashes(), low.BlobHashes()) {
		t.Fatalf("raised to %+v", tx)
	}
	b.mineLong("an answer", func() bool { return b.openDemands() == 0 })
	if !b.published(1) {
		t.Error("the answer took the place of the blobs")
	}
	b.compareOrder(b.orderInBlobs(1))
	b.checkPoster()
}

func saysFeeCap(reason string) bool { return strings.Contains(reason, "wei for blobs, the limit is 0") }
