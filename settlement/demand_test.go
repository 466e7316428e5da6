package settlement_test

import (
	"context"
	"errors"
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/journal"
	"github.com/ssequencer/ssequencer/settlement"
	"github.com/ssequencer/ssequencer/settlement/settlementtest"
)

// demand demands proof of a batch.
func (b *bench) demand(number uint64) {
	b.t.Helper()
	price := new(big.Int).Mul(big.NewInt(1), big.NewInt(params.Ether))
	b.PayL1(b.User, b.Suite.Challenges, bindings.NewChallenges().PackDemandProof(number), price)
}

// callL1 calls a contract of L1 at its head.
func callL1[T any](b *bench, to common.Address, data []byte, unpack func([]byte) (T, error)) T {
	b.t.Helper()
	out, err := b.L1Client.CallContract(context.Background(), ethereum.CallMsg{To: &to, Data: data}, nil)
	if err != nil {
		b.t.Fatal(err)
	}
	v, err := unpack(out)
	if err != nil {
		b.t.Fatal(err)
	}
	return v
}

// mineUntil mines L1 blocks until something holds there.
func (b *bench) mineUntil(what string, holds func() bool) {
	b.t.Helper()
	b.mineEvery(20*time.Millisecond, 30*time.Second, what, holds)
}

// mineEvery mines an L1 block at each interval until something holds there.
func (b *bench) mineEvery(interval, patience time.Duration, what string, holds func() bool) {
	b.t.Helper()
	deadline := time.After(patience)
	mine := time.NewTicker(interval)
	defer mine.Stop()
	for !holds() {
		select {
		case <-mine.C:
			b.MineL1()
		case <-deadline:
			b.t.Fatalf("it does not come to %s", what)
		}
	}
}

func (b *bench) openDemands() uint64 {
	abi := bindings.NewChallenges()
	return callL1(b, b.Suite.Challenges, abi.PackOpenDemands(), abi.UnpackOpenDemands).Uint64()
}

func (b *bench) finalOnL1() uint64 {
	abi := bindings.NewBatches()
	return callL1(b, b.Suite.Batches, abi.PackFinalBatch(), abi.UnpackFinalBatch)
}

// checkPoster checks that no transaction of the poster failed on L1, and returns how many
// there are.
func (b *bench) checkPoster() (count uint64) {
	b.t.Helper()
	ctx := context.Background()
	head, err := b.L1Client.BlockNumber(ctx)
	if err != nil {
		b.t.Fatal(err)
	}
	for n := uint64(1); n <= head; n++ {
		block, err := b.L1Client.BlockByNumber(ctx, new(big.Int).SetUint64(n))
		if err != nil {
			b.t.Fatal(err)
		}
		for _, tx := range block.Transactions() {
			from, err := types.Sender(types.LatestSignerForChainID(settlementtest.L1ID.Big()), tx)
			if err != nil || from != b.Poster.Address() {
				continue
			}
			count++
			if r, err := b.L1Client.TransactionReceipt(ctx, tx.Hash()); err != nil || r.Status != types.ReceiptStatusSuccessful {
				b.t.Errorf("transaction %d of the poster: %+v, %v", tx.Nonce(), r, err)
			}
		}
	}
	return count
}

// TestDemandsAreAnswered: a demand on a batch of any age, with messages owed in it, is
// answered with a proof, in one transaction or in several, also by a new process; the
// demand's price goes to the poster, and the batches get final.
func TestDemandsAreAnswered(t *testing.T) {
	b := newBench(t, 901, 902, 903)
	stop := b.run(b.settlement(nil))
	for i := range 3 {
		b.slot(func(s *settlementtest.Slot) {
			for range i + 2 {
				s.Transfer(901, 902)
				s.Transfer(903, 902)
			}
		})
		b.slot(func(s *settlementtest.Slot) {
			s.Send(902, 901)
			s.Send(902, 903)
		})
	}
	b.await(journal.BatchPosted, 3)
	b.demand(2)
	b.mineUntil("an answer", func() bool { return b.openDemands() == 0 })
	stop()
	b.demand(1)
	b.demand(3)
	b.adjust = func(cfg *settlement.Config) { cfg.MaxProofBytes = 6000 }
	s := b.settlement(nil)
	b.run(s)
	b.mineUntil("two answers", func() bool { return b.openDemands() == 0 })
	b.mineUntil("finality", func() bool { return b.finalOnL1() == 3 && s.Final() == 3 })
	abi := bindings.NewChallenges()
	if got := callL1(b, b.Suite.Challenges, abi.PackCredits(b.Poster.Address()), abi.UnpackCredits); got.Cmp(big.NewInt(3*params.Ether)) != 0 {
		t.Errorf("credited %v wei", got)
	}
	if n := b.checkPoster(); n < 3+1+3+3+3+2 {
		t.Errorf("%d transactions: the later proofs were to be in parts", n)
	}
}

// TestBatchesGetFinal: when the window has passed, batches are final in order, without a
// proof.
func TestBatchesGetFinal(t *testing.T) {
	b := newBench(t, 901, 902)
	s := b.settlement(nil)
	b.run(s)
	for range 6 {
		b.slot(func(s *settlementtest.Slot) { s.Transfer(901, 902) })
	}
	b.await(journal.BatchPosted, 3)
	if n := b.finalOnL1(); n != 0 {
		t.Fatalf("%d final batches", n)
	}
	if _, err := b.L1.Advance(context.Background(), settlementtest.Window*time.Second); err != nil {
		t.Fatal(err)
	}
	b.mineUntil("finality", func() bool { return b.finalOnL1() == 3 && s.Final() == 3 })
	if n := b.checkPoster(); n != 6 {
		t.Errorf("%d transactions", n)
	}
}

// TestUnprovenIsNotClaimedAgain: a batch that L1 voided because it was not proven ends
// settlement: claiming it again would cost the bond again.
func TestUnprovenIsNotClaimedAgain(t *testing.T) {
	b := newBench(t, 901, 902)
	first := b.settlement(nil)
	stop := b.run(first)
	b.slot(nil)
	b.slot(nil)
	b.await(journal.BatchPosted, 1)
	b.awaitStatus(first, 1, settlement.Posted)
	claim := mustBatch(t, first, 1).Claim
	stop()
	b.demand(1)
	if _, err := b.L1.Advance(context.Background(), (settlementtest.ProvePeriod+1)*time.Second); err != nil {
		t.Fatal(err)
	}
	b.SendL1(b.User, b.Suite.Challenges, bindings.NewChallenges().PackExpire(settlementtest.Claim(&claim)))
	second := b.settlement(nil)
	if err := second.Run(context.Background()); !errors.Is(err, settlement.ErrVoided) {
		t.Fatalf("ended with %v", err)
	}
	if err := second.Close(); err != nil {
		t.Fatal(err)
	}
	// Where the operator wants it, what was in the batch is claimed with more blocks.
	b.adjust = func(cfg *settlement.Config) { cfg.ClaimAnew = true }
	s := b.settlement(nil)
	b.run(s)
	b.mineUntil("a reason", func() bool { return len(s.Reasons()) == 1 })
	b.slot(nil)
	b.await(journal.BatchWithdrawn, 1)
	b.await(journal.BatchPosted, 1)
	if anew := mustBatch(t, s, 1).Claim; anew.Hash() == claim.Hash() || anew.Chains[0].FirstBlock != claim.Chains[0].FirstBlock {
		t.Fatalf("claimed anew as %+v", anew)
	}
}

// TestPairsOfTheSet: only the pairs that L1 has announced are in batches, in their order,
// among them one to L1, which settles at what was sent.
func TestPairsOfTheSet(t *testing.T) {
	b := newBenchOf(t, []chains.Pair{{Source: 901, Destination: settlementtest.L1ID}, {Source: 901, Destination: 902}}, 901, 902)
	s := b.settlement(nil)
	b.run(s)
	b.slot(func(s *settlementtest.Slot) {
		s.Send(901, settlementtest.L1ID)
		s.Transfer(901, 902)
	})
	b.slot(nil)
	b.await(journal.BatchPosted, 1)
	pairs := mustBatch(t, s, 1).Pairs
	if len(pairs) != 2 || pairs[0].Destination != uint64(settlementtest.L1ID) || pairs[0].Count != 1 || pairs[1].Count != 1 {
		t.Fatalf("pairs %+v", pairs)
	}
	b.demand(1)
	b.mineUntil("an answer", func() bool { return b.openDemands() == 0 })
	b.mineUntil("finality", func() bool { return b.finalOnL1() == 1 })
}

// TestNewVersionsOfTheSet: a batch is about the pairs of the version that L1 has for its
// number. One that was closed for another version is not claimed, and that is said.
func TestNewVersionsOfTheSet(t *testing.T) {
	b := newBench(t, 901, 902)
	announce := func(fromBatch uint64, open bool) {
		members := []bindings.DependencySetMember{{ChainId: 901}, {ChainId: 902}}
		pairs := bindings.AllPairs([]uint64{901, 902})
		pairs[1].Open = open
		b.SendL1(b.Operator, b.Suite.Batches, bindings.NewBatches().PackAnnounce(fromBatch, members, pairs))
	}
	announce(2, false)
	s := b.settlement(nil)
	stop := b.run(s)
	number := uint64(0)
	for range 2 {
		b.slot(func(s *settlementtest.Slot) { s.Transfer(901, 902) })
		b.slot(nil)
		number = b.closed(s)
	}
	b.awaitL1(s, number)
	if number != 2 || mustBatch(t, s, 1).Version != 1 || mustBatch(t, s, 2).Version != 2 {
		t.Fatalf("%d batches, of versions %d and on", number, mustBatch(t, s, 1).Version)
	}
	stop()
	b.adjust = payNothing
	s = b.settlement(nil)
	stop = b.run(s)
	b.slot(nil)
	b.slot(nil)
	b.closed(s)
	stop()
	announce(3, false)
	b.adjust = nil
	s = b.settlement(nil)
	b.run(s)
	b.mineUntil("a reason", func() bool {
		reasons := s.Reasons()
		return len(reasons) == 1 && strings.Contains(reasons[0], settlement.ErrSet.Error())
	})
	if n := b.onL1Now(); n != 2 {
		t.Errorf("%d batches on L1", n)
	}
	b.slot(nil) // with the next block it is closed anew, for the version that L1 has for it now
	b.await(journal.BatchWithdrawn, 3)
	b.await(journal.BatchPosted, 3)
	if v := mustBatch(t, s, 3).Version; v != 3 {
		t.Errorf("batch 3 is of version %d", v)
	}
}
