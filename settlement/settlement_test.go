package settlement_test

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rlp"
	"github.com/prometheus/client_golang/prometheus/testutil"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/journal"
	"github.com/ssequencer/ssequencer/merkle"
	"github.com/ssequencer/ssequencer/settlement"
	"github.com/ssequencer/ssequencer/settlement/settlementtest"
	"github.com/ssequencer/ssequencer/signer"
	"github.com/ssequencer/ssequencer/verifier"
)

// TestBatchesReachL1 takes messages over three chains through every stage: closed, on L1,
// verified, each message provable there.
func TestBatchesReachL1(t *testing.T) {
	b := newBench(t, 901, 902, 903)
	v := b.verifier()
	b.verify = func(ctx context.Context, n uint64) (bool, string, error) {
		report, err := v.VerifyBatch(ctx, n)
		return report.OK(), fmt.Sprint(report.Findings), err
	}
	s := b.settlement(nil)
	b.run(s)
	var messages []settlementtest.Message
	for i := range 4 {
		b.slot(func(slot *settlementtest.Slot) {
			for range i {
				messages = append(messages, slot.Transfer(901, 902), slot.Transfer(902, 903), slot.Transfer(902, 901))
			}
		})
	}
	var owed settlementtest.Message
	b.slot(func(slot *settlementtest.Slot) { owed = slot.Send(903, 901) })
	b.slot(nil)
	b.await(journal.BatchVerified, 3)
	b.awaitStatus(s, 3, settlement.Verified)
	if last := mustBatch(t, s, 3); last.Status != settlement.Verified || last.Findings != "" {
		t.Fatalf("status %d, findings %s", last.Status, last.Findings)
	}
	for _, m := range messages {
		p, err := s.Proof(m.Hash())
		if err != nil {
			t.Fatal(err)
		}
		if !p.Proof.Verify(p.Leaf, p.Root) || !b.onL1(p) {
			t.Fatalf("proof of message %d from %d refused", m.Nonce, m.Source)
		}
		if p.Leaf[0] ^= 1; b.onL1(p) {
			t.Fatal("L1 accepts another leaf")
		}
	}
	if _, err := s.Proof(owed.Hash()); !errors.Is(err, chains.ErrUnknown) {
		t.Fatalf("proof of an owed message: %v", err)
	}
	if pairs := mustBatch(t, s, 3).Pairs; len(pairs) != 6 || pairs[4].Owed != 1 {
		t.Fatalf("pairs %+v", pairs)
	}
	checkKeptProofs(t, b, s)
}

// checkKeptProofs: what was kept at batch close serves the verifier in the place of nodes
// that have forgotten the state (S2).
func checkKeptProofs(t *testing.T, b *bench, s *settlement.Settlement) {
	t.Helper()
	for n := uint64(1); n <= 3; n++ {
		kept, err := s.EndProofs(context.Background(), n)
		if err != nil || len(kept) != 3 {
			t.Fatalf("%d proofs kept: %v", len(kept), err)
		}
		for i, p := range kept {
			r := mustBatch(t, s, n).Claim.Chains[i]
			values, err := asVerifierProof(p).Values(r.StateRoot, p.RootStore, slotsOf(p))
			if err != nil || p.BlockHash != r.LastBlockHash || !slices.ContainsFunc(values, func(v common.Hash) bool { return v != (common.Hash{}) }) {
				t.Fatalf("kept proof of chain %d: %x, %v", p.ChainID, values, err)
			}
		}
	}
}

func asVerifierProof(p settlement.EndProof) *verifier.EndProof {
	out := new(verifier.EndProof)
	for _, n := range p.Account {
		out.AccountProof = append(out.AccountProof, n)
	}
	for _, s := range p.Slots {
		var slot verifier.SlotProof
		for _, n := range s.Proof {
			slot.Proof = append(slot.Proof, n)
		}
		out.StorageProof = append(out.StorageProof, slot)
	}
	return out
}

func slotsOf(p settlement.EndProof) (slots []common.Hash) {
	for _, s := range p.Slots {
		slots = append(slots, s.Slot)
	}
	return slots
}

// TestRestartGoesOn: a new process that reads the same journal has the same batches and
// proofs and goes on with the next number.
func TestRestartGoesOn(t *testing.T) {
	b := newBench(t, 901, 902)
	first := b.settlement(nil)
	stop := b.run(first)
	var m settlementtest.Message
	b.slot(func(s *settlementtest.Slot) { m = s.Transfer(901, 902) })
	b.slot(nil)
	b.await(journal.BatchPosted, 1)
	b.awaitStatus(first, 1, settlement.Posted)
	was := mustBatch(t, first, 1)
	stop()
	b.slot(func(s *settlementtest.Slot) { s.Transfer(901, 902) }) // while it is down
	b.slot(nil)
	second := b.settlement(nil)
	b.run(second)
	b.await(journal.BatchPosted, 2)
	b.awaitStatus(second, 2, settlement.Posted)
	is := mustBatch(t, second, 1)
	if was.Claim.Hash() != is.Claim.Hash() || is.Status != settlement.Posted || is.L1TxHash != was.L1TxHash {
		t.Fatalf("batch 1 was %+v, is %+v", was, is)
	}
	p, err := second.Proof(m.Hash())
	if err != nil || p.Batch != 1 || !b.onL1(p) {
		t.Fatalf("proof %+v, %v", p, err)
	}
	if second.Latest() != 2 {
		t.Fatalf("latest %d", second.Latest())
	}
}

// TestReopenedLegsDoNotCount: a leg that was decided, taken back (P6) and decided again
// counts once.
func TestReopenedLegsDoNotCount(t *testing.T) {
	b := newBench(t, 901, 902)
	s := b.settlement(nil)
	b.run(s)
	slot := b.NewSlot()
	slot.Transfer(901, 902)
	blocks := slot.Build()
	records := settlementtest.Records(blocks)
	height := blocks[0].Header.Number.Uint64()
	again := []journal.Record{records[0], records[1], // both legs, then taken back
		&journal.Reopened{Slot: slot.Time, ChainID: 901, Height: height}, &journal.Reopened{Slot: slot.Time, ChainID: 902, Height: height}}
	if _, err := b.journal.Append(append(again, records...)...); err != nil {
		t.Fatal(err)
	}
	b.slot(nil)
	b.await(journal.BatchPosted, 1)
	if n := mustBatch(t, s, 1).Pairs[0].Count; n != 1 {
		t.Fatalf("%d messages", n)
	}
}

// TestMismatchHalts: a journal that does not say what the contracts hold ends settlement
// and is counted; nothing is posted.
func TestMismatchHalts(t *testing.T) {
	b := newBench(t, 901, 902)
	metrics := settlement.NewMetrics(nil)
	s := b.settlement(metrics)
	slot := b.NewSlot()
	slot.Transfer(901, 902)
	records := settlementtest.Records(slot.Build())
	applied := records[len(records)-1] // without the legs
	if _, err := b.journal.Append(applied); err != nil {
		t.Fatal(err)
	}
	b.slot(nil)
	if err := b.runToEnd(s); !errors.Is(err, settlement.ErrRootMismatch) {
		t.Fatalf("ended with %v", err)
	}
	if n := testutil.ToFloat64(metrics.MustBeZero()["ssequencer_root_mismatches_total"]); n != 1 || s.Latest() != 0 {
		t.Fatalf("counted %v, %d batches", n, s.Latest())
	}
}

// TestLostByL1IsPostedAgain: batches that L1 forgets are posted again, and all after them.
func TestLostByL1IsPostedAgain(t *testing.T) {
	b := newBench(t, 901, 902)
	before, err := b.L1Client.BlockNumber(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	s := b.settlement(nil)
	b.run(s)
	for range 4 {
		b.slot(nil)
	}
	b.await(journal.BatchPosted, 2)
	b.loseL1(before)
	b.await(journal.BatchPosted, 1)
	b.await(journal.BatchPosted, 2)
}

// TestLostByL1WhileDown: L1 forgets blocks while no process of ours runs, and has a batch
// again in an earlier block than the one on record. Posting goes on all the same.
func TestLostByL1WhileDown(t *testing.T) {
	b := newBench(t, 901, 902)
	before, err := b.L1Client.BlockNumber(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for range 60 {
		b.MineL1()
	}
	first := b.settlement(nil)
	stop := b.run(first)
	b.slot(nil)
	b.slot(nil)
	b.await(journal.BatchPosted, 1)
	claim := mustBatch(t, first, 1).Claim
	stop()
	b.loseL1(before)
	b.SubmitL1(&claim)
	b.slot(nil)
	b.slot(nil)
	second := b.settlement(nil)
	b.run(second)
	b.await(journal.BatchPosted, 2)
	b.awaitStatus(second, 2, settlement.Posted)
}

// TestFeeIsRaised: a transaction that L1 leaves lying gets a higher fee under the same
// nonce; here one that an earlier run recorded with a fee cap below any base fee.
func TestFeeIsRaised(t *testing.T) {
	b := newBench(t, 901, 902)
	b.adjust = payNothing
	stop := b.run(b.settlement(nil))
	b.slot(nil)
	b.slot(nil)
	b.await(journal.BatchClosed, 1)
	stop()
	b.adjust = nil
	tx, err := signer.SignTx(context.Background(), b.Poster, types.NewTx(&types.DynamicFeeTx{ChainID: settlementtest.L1ID.Big(),
		GasFeeCap: big.NewInt(7), GasTipCap: big.NewInt(1), Gas: 2_000_000, To: &b.Settlement, Data: b.calldata(1)}), settlementtest.L1ID)
	if err != nil {
		t.Fatal(err)
	}
	raw, err := tx.MarshalBinary()
	if err != nil {
		t.Fatal(err)
	}
	body, err := rlp.EncodeToBytes([]any{uint64(0), raw, uint64(0), uint64(0), uint64(0)})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := b.journal.Append(&journal.BatchEvent{Event: journal.BatchSending, Number: 1, Body: body}); err != nil {
		t.Fatal(err)
	}
	b.await(journal.BatchSending, 1)
	b.run(b.settlement(nil))
	var raised struct {
		Nonce uint64
		Raw   []byte
		Bumps uint64
		Rest  []rlp.RawValue `rlp:"tail"`
	}
	if err := rlp.DecodeBytes(b.await(journal.BatchSending, 1).Body, &raised); err != nil || raised.Nonce != 0 || raised.Bumps != 1 {
		t.Fatalf("sent %+v, %v", raised, err)
	}
	b.await(journal.BatchPosted, 1)
}

// TestForeignBatchHalts: a batch on L1 that is not ours, under our number, ends it.
func TestForeignBatchHalts(t *testing.T) {
	b := newBench(t, 901, 902)
	claim := merkle.Batch{Number: 1, FirstTimestamp: 1, LastTimestamp: 2, BurnRoot: common.Hash{1}, MintRoot: common.Hash{1}}
	for _, c := range b.Chains {
		claim.Chains = append(claim.Chains, merkle.ChainRange{ChainID: uint64(c.ID), FirstBlock: 1, LastBlock: 1})
	}
	b.SubmitL1(&claim)
	if err := b.runToEnd(b.settlement(nil)); !errors.Is(err, settlement.ErrForeignBatch) {
		t.Fatalf("ended with %v", err)
	}
}
