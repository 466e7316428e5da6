package settlement_test

import (
	"bytes"
	"context"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/accounts/abi"

	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/journal"
	"github.com/ssequencer/ssequencer/settlement/settlementtest"
)

// TestProofsBuildOnProvenOnes: a batch is proven by what has changed since the last proven
// one of its version: the pairs into chains whose trees have changed, or nothing.
func TestProofsBuildOnProvenOnes(t *testing.T) {
	b := newBench(t, 901, 902, 903)
	b.run(b.settlement(nil))
	prove := func(number uint64, fill func(*settlementtest.Slot)) {
		t.Helper()
		b.slot(fill)
		b.slot(nil)
		b.await(journal.BatchPosted, number)
		b.demand(number)
		b.mineUntil("an answer", func() bool { return b.openDemands() == 0 })
	}
	prove(1, func(s *settlementtest.Slot) { s.Transfer(901, 902); s.Transfer(902, 903); s.Transfer(903, 901) })
	prove(2, func(s *settlementtest.Slot) { s.Transfer(901, 902); s.Send(901, 902) })
	prove(3, nil)
	proofs := b.proofs()
	for i, want := range []struct {
		base  uint64
		pairs int
	}{{0, 6}, {1, 4}, {2, 0}} { // the second: those into 902, and into 901, which has sent
		if got := proofs[i]; got.Base != want.base || len(got.Pairs) != want.pairs {
			t.Errorf("the proof of batch %d shows %d pairs on top of batch %d", i+1, len(got.Pairs), got.Base)
		}
	}
}

// proofs returns what the poster has proven in one transaction each, in order.
func (b *bench) proofs() (proofs []bindings.ProverPairsProof) {
	b.t.Helper()
	method := bindings.NewProver().GetABI().Methods["proveBatch"]
	head, err := b.L1Client.BlockNumber(context.Background())
	if err != nil {
		b.t.Fatal(err)
	}
	for n := uint64(1); n <= head; n++ {
		block, err := b.L1Client.BlockByNumber(context.Background(), new(big.Int).SetUint64(n))
		if err != nil {
			b.t.Fatal(err)
		}
		for _, tx := range block.Transactions() {
			if !bytes.HasPrefix(tx.Data(), method.ID) {
				continue
			}
			values, err := method.Inputs.Unpack(tx.Data()[4:])
			if err != nil {
				b.t.Fatal(err)
			}
			proofs = append(proofs, *abi.ConvertType(values[2], new(bindings.ProverPairsProof)).(*bindings.ProverPairsProof))
		}
	}
	return proofs
}
