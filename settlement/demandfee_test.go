package settlement_test

import (
	"context"
	"math/big"
	"slices"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"
	"github.com/ethereum/go-ethereum/rlp"

	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/journal"
	"github.com/ssequencer/ssequencer/settlement"
	"github.com/ssequencer/ssequencer/settlement/settlementtest"
	"github.com/ssequencer/ssequencer/signer"
)

// owesProof has a first batch on L1 and a second one that is not, and in front of all else a
// transaction of an earlier run that L1 leaves lying, with a fee below any base fee.
func (b *bench) owesProof(gas uint64) (waits *types.Transaction) {
	b.t.Helper()
	first := b.settlement(nil)
	stop := b.run(first)
	b.slot(nil)
	b.slot(nil)
	b.awaitL1(first, 1)
	stop()
	b.adjust = payNothing
	second := b.settlement(nil)
	stop = b.run(second)
	b.slot(nil)
	b.slot(nil)
	b.closed(second)
	stop()
	nonce, err := b.L1Client.NonceAt(context.Background(), b.Poster.Address(), nil)
	if err != nil {
		b.t.Fatal(err)
	}
	to := b.Poster.Address()
	waits, err = signer.SignTx(context.Background(), b.Poster, types.NewTx(&types.DynamicFeeTx{ChainID: settlementtest.L1ID.Big(), Nonce: nonce,
		GasTipCap: big.NewInt(1), GasFeeCap: big.NewInt(5), Gas: gas, To: &to}), settlementtest.L1ID)
	if err != nil {
		b.t.Fatal(err)
	}
	b.leave(waits)
	return waits
}

// leave records a transaction as one that an earlier run has sent.
func (b *bench) leave(tx *types.Transaction) {
	b.t.Helper()
	const nothing = 6 // the kind of a transaction that does nothing
	raw, err := tx.MarshalBinary()
	if err != nil {
		b.t.Fatal(err)
	}
	b.recordSending([]any{tx.Nonce(), raw, uint64(0), uint64(nothing), uint64(0)})
}

// recordSending journals what an earlier run says it was about to send.
func (b *bench) recordSending(body any) {
	b.t.Helper()
	enc, err := rlp.EncodeToBytes(body)
	if err != nil {
		b.t.Fatal(err)
	}
	seq, err := b.journal.Append(&journal.BatchEvent{Event: journal.BatchSending, Number: 1, Body: enc})
	if err == nil {
		err = b.journal.WaitDurable(context.Background(), seq)
	}
	if err != nil {
		b.t.Fatal(err)
	}
}

func (b *bench) proven(number uint64) bool {
	abi := bindings.NewBatches()
	return callL1(b, b.Suite.Batches, abi.PackBatchAt(number), abi.UnpackBatchAt).ProvenBy == b.Poster.Address()
}

// TestDemandCostsMore: above the limit of fees nothing gets to L1 but what answers a demand,
// and what waits before it: no answer would cost the bond. Where L1 asks for more than may
// be paid for that, too, it is said.
func TestDemandCostsMore(t *testing.T) {
	b := newBench(t, 901, 902)
	waits := b.owesProof(21_000)
	b.adjust = func(cfg *settlement.Config) { payNothing(cfg); cfg.MaxDemandFee = cfg.MaxFee }
	s := b.settlement(nil)
	stop := b.run(s)
	b.demand(1)
	b.mineUntil("an alarm", func() bool { return slices.ContainsFunc(s.Reasons(), saysTooDear) })
	stop()
	if b.proven(1) {
		t.Fatal("the demand was answered for more than may be paid")
	}

	b.adjust = func(cfg *settlement.Config) { payNothing(cfg); cfg.MaxDemandFee = big.NewInt(2000 * params.GWei) }
	b.run(b.settlement(nil))
	b.mineUntil("a proof", func() bool { return b.proven(1) })
	nonce, err := b.L1Client.NonceAt(context.Background(), b.Poster.Address(), nil)
	if err != nil || nonce <= waits.Nonce()+1 {
		t.Errorf("nonce %d, %v", nonce, err)
	}
	if n := b.onL1Now(); n != 1 {
		t.Errorf("%d batches on L1, above the limit of fees", n)
	}
	b.checkPoster()
}

// TestDemandCostsNoMoreThanThePenalty: however much may be paid for the answer to a demand
// and what waits before it, it is no more than what giving none would cost.
func TestDemandCostsNoMoreThanThePenalty(t *testing.T) {
	b := newBench(t, 901, 902)
	b.owesProof(1e18) // at the least base fee there is it would cost 7 ETH, the penalty is 5
	b.adjust = func(cfg *settlement.Config) {
		payNothing(cfg)
		cfg.MaxDemandFee = new(big.Int).Lsh(big.NewInt(params.Ether), 10)
	}
	s := b.settlement(nil)
	b.run(s)
	b.demand(1)
	b.mineUntil("an alarm", func() bool { return slices.ContainsFunc(s.Reasons(), saysTooDear) })
	if b.proven(1) {
		t.Error("the demand was answered for more than the penalty")
	}
}

func saysTooDear(reason string) bool {
	return strings.Contains(reason, "a proof that is demanded waits")
}
