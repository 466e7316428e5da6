package settlement_test

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/journal"
	"github.com/ssequencer/ssequencer/settlement"
	"github.com/ssequencer/ssequencer/settlement/settlementtest"
	"github.com/ssequencer/ssequencer/verifier"
)

// verified has a verifier of the chains' nodes judge the batches.
func (b *bench) verified() {
	v := b.verifier()
	b.verify = func(ctx context.Context, n uint64) (bool, string, error) {
		report, err := v.VerifyBatch(ctx, n)
		return report.OK(), fmt.Sprint(report.Findings), err
	}
}

// write makes records durable.
func (b *bench) write(recs ...journal.Record) {
	b.t.Helper()
	seq, err := b.journal.Append(recs...)
	if err == nil {
		err = b.journal.WaitDurable(context.Background(), seq)
	}
	if err != nil {
		b.t.Fatal(err)
	}
}

// batchOnL1 returns the hash of the batch of that number that stands on L1.
func (b *bench) batchOnL1(number uint64) common.Hash {
	b.t.Helper()
	abi := bindings.NewBatches()
	var out hexutil.Bytes
	if err := b.L1Client.Client().Call(&out, "eth_call", map[string]any{"to": b.Settlement, "data": hexutil.Bytes(abi.PackBatchAt(number))}, "latest"); err != nil {
		b.t.Fatal(err)
	}
	accepted, err := abi.UnpackBatchAt(out)
	if err != nil {
		b.t.Fatal(err)
	}
	return accepted.BatchHash
}

// endsOnChains reports whether a batch's end blocks are on their chains.
func (b *bench) endsOnChains(batch *settlement.Batch) bool {
	b.t.Helper()
	for _, r := range batch.Claim.Chains {
		header, err := b.Chain(chains.ChainID(r.ChainID)).Engine.HeaderByNumber(context.Background(), r.LastBlock)
		if err != nil {
			b.t.Fatal(err)
		}
		if header.Hash() != r.LastBlockHash {
			return false
		}
	}
	return true
}

// TestLostMintIsSettledAnew: a block with a mint is lost after its batch was posted. The
// batch and the one behind it are taken back on L1, and what the chains have now is settled
// under the same numbers. A process that knows only the journal comes to the same.
func TestLostMintIsSettledAnew(t *testing.T) {
	b := newBench(t, 901, 902)
	b.verified()
	s := b.settlement(nil)
	stop := b.run(s)
	transfer := func(s *settlementtest.Slot) { s.Transfer(901, 902) }
	b.slot(transfer)
	b.slot(nil)
	b.await(journal.BatchVerified, 1)
	b.slot(transfer)
	var lost settlementtest.Message
	b.slot(func(s *settlementtest.Slot) { lost = s.Transfer(901, 902) })
	b.await(journal.BatchVerified, 2)
	b.slot(nil)
	b.slot(nil)
	b.await(journal.BatchPosted, 3)
	b.awaitStatus(s, 3, settlement.Verified)
	was := mustBatch(t, s, 2)
	b.write(b.Lose(902, 3))
	b.await(journal.BatchWithdrawn, 2)
	b.slot(func(s *settlementtest.Slot) { s.RelayOwed(lost) })
	b.slot(nil)
	b.await(journal.BatchVerified, 2)
	b.awaitStatus(s, 2, settlement.Verified)
	is := mustBatch(t, s, 2)
	if is.Claim.Hash() == was.Claim.Hash() || b.batchOnL1(2) != is.Claim.Hash() || !b.endsOnChains(is) {
		t.Fatalf("batch 2 is %+v", is.Claim)
	}
	p, err := s.Proof(lost.Hash())
	if err != nil || p.Batch != 2 || !b.onL1(p) {
		t.Fatalf("proof %+v, %v", p, err)
	}
	stop()
	if err := b.fs.RemoveAll("settlement"); err != nil {
		t.Fatal(err)
	}
	again := b.settlement(nil)
	b.run(again)
	b.slot(nil)
	b.slot(nil)
	b.await(journal.BatchVerified, 3)
	b.awaitStatus(again, 3, settlement.Verified)
	if got := mustBatch(t, again, 2); got.Claim.Hash() != is.Claim.Hash() || got.L1TxHash != is.L1TxHash {
		t.Fatalf("read anew, batch 2 is %+v", got)
	}
}

// TestLostWhileDown: blocks are lost, and others come in their place, while no settlement
// runs; a batch was closed over the lost ones and never posted. Readers see the new one only.
func TestLostWhileDown(t *testing.T) {
	b := newBench(t, 901, 902)
	b.adjust = payNothing
	stop := b.run(b.settlement(nil))
	var lost settlementtest.Message
	b.slot(func(s *settlementtest.Slot) { lost = s.Transfer(901, 902) })
	b.slot(nil)
	b.awaitEvent(journal.BatchClosed, 1)
	stop()
	b.write(b.Lose(902, 2))
	b.slot(func(s *settlementtest.Slot) { s.RelayOwed(lost) })
	b.slot(nil)
	b.adjust = nil
	s := b.settlement(nil)
	b.run(s)
	b.awaitEvent(journal.BatchWithdrawn, 1)
	b.await(journal.BatchPosted, 1)
	b.awaitStatus(s, 1, settlement.Posted)
	if is := mustBatch(t, s, 1); b.batchOnL1(1) != is.Claim.Hash() || !b.endsOnChains(is) {
		t.Fatalf("batch 1 is %+v", is.Claim)
	}
}

// awaitReason waits until readers are told why no batch is closed.
func (b *bench) awaitReason(s *settlement.Settlement, why string) {
	b.t.Helper()
	deadline := time.After(30 * time.Second)
	for {
		changed := s.Changed()
		if strings.Contains(strings.Join(s.Reasons(), " "), why) {
			return
		}
		select {
		case <-changed:
		case <-deadline:
			b.t.Fatalf("reasons %v, %d batches", s.Reasons(), s.Latest())
		}
	}
}

// TestLostBurnWaits: a burn is lost whose mint stands. No batch is closed while the receiver
// is ahead, and readers are told why; when the same burn is there again, they go on.
func TestLostBurnWaits(t *testing.T) {
	b := newBench(t, 901, 902)
	b.verified()
	s := b.settlement(nil)
	b.run(s)
	b.slot(nil)
	b.slot(nil)
	b.await(journal.BatchVerified, 1)
	b.slot(func(s *settlementtest.Slot) { s.Transfer(901, 902) })
	b.write(b.Lose(901, 1))
	for range 5 {
		b.slot(nil)
	}
	b.awaitReason(s, "1 messages received, 0 sent")
	b.slot(func(s *settlementtest.Slot) { s.Send(901, 902) }) // the same content at the same nonce
	for range 4 {
		b.slot(nil)
	}
	b.await(journal.BatchClosed, 2)
	b.await(journal.BatchPosted, 2)
	if batch := mustBatch(t, s, 2); batch.Pairs[0].Count != 1 || batch.Pairs[0].Owed != 0 {
		t.Fatalf("pairs %+v", batch.Pairs)
	}
	b.slot(nil)
	b.slot(nil)
	b.await(journal.BatchPosted, 3)
	if why := s.Reasons(); len(why) != 0 {
		t.Fatalf("reasons %v", why)
	}
}

// TestLostAndProven: what is proven on L1 cannot be taken back: settlement ends, and says so.
func TestLostAndProven(t *testing.T) {
	b := newBench(t, 901, 902)
	stop := b.run(b.settlement(nil))
	b.slot(func(s *settlementtest.Slot) { s.Transfer(901, 902) })
	b.slot(nil)
	b.await(journal.BatchPosted, 1)
	b.demand(1)
	b.mineUntil("a proof of batch 1", func() bool { return b.openDemands() == 0 })
	stop()
	b.write(b.Lose(902, 1))
	if err := b.runToEnd(b.settlement(nil)); !errors.Is(err, settlement.ErrSettledLost) {
		t.Fatalf("ended with %v", err)
	}
}

// observed is a node that tells what it was asked.
type observed struct {
	settlement.Node
	asked chan<- string
}

func (o observed) Call(ctx context.Context, result any, method string, args ...any) error {
	err := o.Node.Call(ctx, result, method, args...)
	o.asked <- method
	return err
}

// TestSafeEnds: a batch waits for what its nodes call safe, and ends with it.
func TestSafeEnds(t *testing.T) {
	b := newBench(t, 901, 902)
	b.adjust = func(cfg *settlement.Config) { cfg.Chains[1].SafeEnds = true }
	b.asked = make(chan string, 1000)
	s := b.settlement(nil)
	b.run(s)
	second := b.Chain(902)
	var records []journal.Record
	var first common.Hash
	for range 4 {
		records = append(records, settlementtest.Records(b.NewSlot().Build())...)
		if first == (common.Hash{}) {
			first = second.Head.Hash()
		}
	}
	if err := second.Engine.Adopt(t.Context(), second.Head.Hash(), first, common.Hash{}); err != nil {
		t.Fatal(err)
	}
	b.write(records...)
	for range 3 { // with the second, the third and the fourth slot
		select {
		case <-b.asked:
		case <-time.After(30 * time.Second):
			t.Fatal("nobody asks what is safe")
		}
	}
	safe := second.Head.Number.Uint64()
	b.slot(nil)
	b.await(journal.BatchPosted, 1)
	if r := mustBatch(t, s, 1).Claim.Chains[1]; r.LastBlock != safe {
		t.Fatalf("batch 1 ends with block %d, block %d is safe", r.LastBlock, safe)
	}
}

// TestKilledWhileWithdrawing: every process finds that a block of the last batch is lost, and
// is killed on its way to L1. In the end what L1 has is on the chains.
func TestKilledWhileWithdrawing(t *testing.T) {
	if testing.Short() {
		t.Skip("thirty processes")
	}
	b := newBenchOn(t, journal.Config{FS: vfs.NewCrashableMem()}, 901, 902)
	lost := false
	b.killedAtSteps(24, 56, 30*time.Second, func() { // the first requests only ask
		if lost {
			b.write(b.Lose(902, 1))
		}
		lost = true
	})
	s := b.settlement(nil)
	stop := b.run(s)
	defer stop()
	number := b.closed(s)
	b.awaitL1(s, number)
	was := mustBatch(t, s, number).Claim.Hash()
	b.write(b.Lose(902, 2)) // all slots but the last are on L1 for sure
	b.slot(nil)
	b.slot(nil)
	b.mineUntil("another batch in its place", func() bool {
		batch, err := s.Batch(number)
		return err == nil && batch.Claim.Hash() != was
	})
	b.awaitL1(s, number)
	if err := b.verifier().VerifyAll(t.Context(), func(r verifier.Report) error {
		if !r.OK() {
			t.Errorf("batch %d: %v", r.Batch, r.Findings)
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	if batch := mustBatch(t, s, number); b.batchOnL1(number) != batch.Claim.Hash() || !b.endsOnChains(batch) {
		t.Fatalf("batch %d is %+v", number, batch.Claim)
	}
	voided, err := b.L1Client.FilterLogs(t.Context(), ethereum.FilterQuery{FromBlock: new(big.Int), Addresses: []common.Address{b.Settlement},
		Topics: [][]common.Hash{{bindings.NewBatches().GetABI().Events[bindings.BatchesBatchVoidedEventName].ID}}})
	if err != nil || len(voided) == 0 {
		t.Fatalf("%d batches were taken back on L1: %v", len(voided), err)
	}
}
