package settlement_test

import (
	"context"
	"errors"
	"math/rand/v2"
	"sync"
	"testing"
	"time"

	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/cockroachdb/pebble/v2/vfs/errorfs"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/journal"
	"github.com/ssequencer/ssequencer/settlement"
	"github.com/ssequencer/ssequencer/settlement/settlementtest"
)

// TestAwayChainDelaysBatches: while a chain is away, and a block of it is committed but not
// applied, no batch is cut; when it is back, they go on, with what each chain has applied.
func TestAwayChainDelaysBatches(t *testing.T) {
	b := newBench(t, 901, 902, 903)
	v := b.verifier()
	b.verify = func(ctx context.Context, n uint64) (bool, string, error) {
		report, err := v.VerifyBatch(ctx, n)
		return report.OK(), "", err
	}
	s := b.settlement(nil)
	b.run(s)
	write := func(recs ...journal.Record) {
		t.Helper()
		seq, err := b.journal.Append(recs...)
		if err == nil {
			err = b.journal.WaitDurable(context.Background(), seq)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	b.slot(nil)
	joint := b.NewSlot() // 903 adopts its block later than the others of its group
	m := joint.Transfer(901, 903)
	records := settlementtest.Records(joint.Build())
	all := records[len(records)-1].(*journal.Applied)
	write(append(records[:len(records)-1:len(records)-1], &journal.Applied{Slot: all.Slot, Group: all.Group[:2], Blocks: all.Blocks[:2]})...)
	for range 4 {
		slot := b.NewSlot()
		slot.Transfer(901, 902)
		write(settlementtest.Records(slot.Build(903))...)
	}
	if s.Latest() != 0 {
		t.Fatalf("%d batches while a chain is away", s.Latest())
	}
	write(&journal.Applied{Slot: all.Slot, Group: all.Group[2:], Blocks: all.Blocks[2:]})
	b.await(journal.BatchClosed, 1)
	b.slot(func(slot *settlementtest.Slot) { slot.Transfer(903, 901) })
	b.await(journal.BatchVerified, 2)
	for i, want := range []uint64{5, 5, 1} {
		if r := mustBatch(t, s, 2).Claim.Chains[i]; r.LastBlock-r.FirstBlock+1 != want {
			t.Errorf("batch 2 has blocks %d to %d of chain %d, want %d of them", r.FirstBlock, r.LastBlock, r.ChainID, want)
		}
	}
	if p, err := s.Proof(m.Hash()); err != nil || p.Batch != 1 {
		t.Errorf("proof %+v, %v", p, err)
	}
}

// TestForgottenJournal: what settlement has taken in, the journal may delete. A new process
// goes on, proves old messages and has the end proofs of old batches; without its index it
// says what is missing.
func TestForgottenJournal(t *testing.T) {
	b := newBenchOn(t, journal.Config{FS: vfs.NewMem(), Readers: []string{settlement.Reader}, MinPruned: 1, MaxRecent: 1}, 901, 902)
	stop := b.run(b.settlement(nil))
	var m settlementtest.Message
	b.slot(func(s *settlementtest.Slot) { m = s.Transfer(901, 902) })
	b.slot(nil)
	b.await(journal.BatchPosted, 1)
	b.slot(func(s *settlementtest.Slot) { s.Transfer(901, 902) })
	b.slot(func(s *settlementtest.Slot) { s.Transfer(902, 901) })
	b.await(journal.BatchPosted, 2)
	stop()
	second := b.settlement(nil)
	stop = b.run(second)
	for n := uint64(3); n < 5; n++ {
		b.slot(func(s *settlementtest.Slot) { s.Transfer(901, 902) })
		b.slot(nil)
		b.await(journal.BatchPosted, n)
	}
	if first := b.journal.First(); first < 10 {
		t.Fatalf("the journal has deleted only what is before %d", first)
	}
	p, err := second.Proof(m.Hash())
	if err != nil || p.Batch != 1 || !p.Proof.Verify(p.Leaf, p.Root) || !b.onL1(p) {
		t.Errorf("proof %+v, %v", p, err)
	}
	for n := uint64(1); n <= 4; n++ {
		if kept, err := second.EndProofs(context.Background(), n); err != nil || len(kept) != 2 || kept[0].BlockHash != mustBatch(t, second, n).Claim.Chains[0].LastBlockHash {
			t.Errorf("end proofs of batch %d: %v, %v", n, kept, err)
		}
	}
	stop()
	if err := b.fs.RemoveAll("settlement"); err != nil {
		t.Fatal(err)
	}
	if err := b.runToEnd(b.settlement(nil)); !errors.Is(err, settlement.ErrIndexLost) {
		t.Errorf("without its index it ends with %v", err)
	}
}

// TestCrashesOfTheIndex crashes the disk at its writes while batches are closed and the
// journal forgets, with what was not synced lost, torn or kept. From each disk a new
// process has every batch that the journal says is closed, with its proofs, and goes on.
func TestCrashesOfTheIndex(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 5))
	disk := vfs.NewCrashableMem()
	var mu sync.Mutex
	var writes int
	var images []*vfs.MemFS
	snap := errorfs.InjectorFunc(func(op errorfs.Op) error {
		mu.Lock()
		defer mu.Unlock()
		if op.Kind.ReadOrWrite() == errorfs.OpIsWrite {
			if writes++; writes%2 == 0 {
				images = append(images, disk.CrashClone(vfs.CrashCloneCfg{UnsyncedDataPercent: []int{0, 50, 100}[len(images)%3], RNG: rng}))
			}
		}
		return nil
	})
	b := newBenchOn(t, journal.Config{FS: errorfs.Wrap(disk, snap), Readers: []string{settlement.Reader}, MinPruned: 1, MaxRecent: 1}, 901, 902)
	b.adjust = payNothing // what is closed counts
	s := b.settlement(nil)
	stop := b.run(s)
	var messages []settlementtest.Message
	for n := uint64(1); n <= 5; n++ {
		b.slot(func(slot *settlementtest.Slot) { messages = append(messages, slot.Transfer(901, 902)) })
		b.slot(func(slot *settlementtest.Slot) { slot.Transfer(902, 901) })
		b.await(journal.BatchClosed, n)
	}
	b.awaitStatus(s, 5, settlement.Closed)
	var was []*settlement.Batch
	for n := uint64(1); n <= 5; n++ {
		was = append(was, mustBatch(t, s, n))
	}
	stop()
	mu.Lock()
	taken := images
	mu.Unlock()
	t.Logf("%d crashes", len(taken))
	for i, image := range taken {
		crashed := &crashedBench{bench: b, image: image, was: was, messages: messages}
		crashed.check(t, i)
	}
}

// crashedBench is a disk as a crash left it.
type crashedBench struct {
	*bench
	image    *vfs.MemFS
	was      []*settlement.Batch // in the end, without the crash
	messages []settlementtest.Message
}

func (c *crashedBench) check(t *testing.T, crash int) {
	t.Helper()
	j, err := journal.Open(journal.Config{Dir: "journal", FS: c.image, Readers: []string{settlement.Reader}, MinPruned: 1}, zap.NewNop())
	if err != nil {
		t.Fatalf("crash %d: %v", crash, err)
	}
	closed := uint64(0) // as far as the journal still says so
	err = j.Read(context.Background(), j.First(), func(_ journal.Seq, rec journal.Record) error {
		if e, ok := rec.(*journal.BatchEvent); ok && e.Event == journal.BatchClosed {
			closed = e.Number
		}
		return nil
	})
	if err != nil {
		t.Fatalf("crash %d: %v", crash, err)
	}
	was := *c.bench
	was.journal, was.fs = j, c.image
	s := was.settlement(nil)
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- s.Run(ctx) }()
	deadline := time.After(30 * time.Second)
	for changed := s.Changed(); s.Latest() < closed; changed = s.Changed() {
		select {
		case <-changed:
		case err := <-ended:
			t.Fatalf("crash %d: ended with %d of %d batches: %v", crash, s.Latest(), closed, err)
		case <-deadline:
			t.Fatalf("crash %d: %d of %d batches", crash, s.Latest(), closed)
		}
	}
	for n := uint64(1); n <= closed; n++ {
		if got := mustBatch(t, s, n); got.Claim.Hash() != c.was[n-1].Claim.Hash() {
			t.Errorf("crash %d: batch %d is %+v, was %+v", crash, n, got, c.was[n-1])
		}
		if kept, err := s.EndProofs(ctx, n); err != nil || len(kept) != 2 {
			t.Errorf("crash %d: %d end proofs of batch %d: %v", crash, len(kept), n, err)
		}
		if p, err := s.Proof(c.messages[n-1].Hash()); err != nil || !p.Proof.Verify(p.Leaf, p.Root) {
			t.Errorf("crash %d: proof of message %d: %v", crash, n, err)
		}
	}
	cancel()
	if err := <-ended; !errors.Is(err, context.Canceled) {
		t.Errorf("crash %d: ended with %v", crash, err)
	}
	if err := errors.Join(s.Close(), j.Close()); err != nil {
		t.Fatal(err)
	}
}
