package history

import (
	"context"
	"errors"
	"math/rand/v2"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/ethereum/go-ethereum/common"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/wire"
	"github.com/ssequencer/ssequencer/journal"
	"github.com/ssequencer/ssequencer/signer"
)

func testContext(t testing.TB) context.Context {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	t.Cleanup(cancel)
	return ctx
}

// errEnd ends a stream at the record where tapped was told to.
var errEnd = errors.New("end of the test's journal")

// tapped is a journal whose later followers end after a record, and get none while they are
// held.
type tapped struct {
	*journal.Journal
	end  journal.Seq
	held sync.Mutex
}

func (j *tapped) Follow(ctx context.Context, from journal.Seq, fn func(journal.Seq, journal.Record) error) error {
	end := j.end
	if end != 0 && from > end {
		return errEnd
	}
	return j.Journal.Follow(ctx, from, func(seq journal.Seq, rec journal.Record) error {
		j.whileHeld()
		if err := fn(seq, rec); err != nil || end == 0 || seq < end {
			return err
		}
		return errEnd
	})
}

func (j *tapped) whileHeld() {
	j.held.Lock()
	defer j.held.Unlock()
}

// rig is a history on a journal, both on one disk.
type rig struct {
	t       testing.TB
	fs      vfs.FS
	dir     string
	forgets bool // the journal deletes what it may
	key     *signer.Key
	journal *tapped
	history *History
	cancel  context.CancelFunc
	ended   chan error
}

func newRig(t testing.TB, fs *vfs.MemFS) *rig {
	t.Helper()
	return newRigOn(t, fs, "")
}

func newRigOn(t testing.TB, fs vfs.FS, dir string) *rig {
	t.Helper()
	r := &rig{t: t, fs: fs, dir: dir, key: testKey(t)}
	r.start()
	return r
}

func testKey(t testing.TB) *signer.Key {
	t.Helper()
	key, err := signer.FromHex("0x59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d")
	if err != nil {
		t.Fatal(err)
	}
	return key
}

func (r *rig) start() {
	r.t.Helper()
	cfg := journal.Config{Dir: r.fs.PathJoin(r.dir, "journal"), FS: r.fs, MaxRecent: 64 << 10}
	if r.forgets {
		cfg.Readers, cfg.MinPruned, cfg.MaxRecent = []string{Reader}, 1, 1
	}
	j, err := journal.Open(cfg, zap.NewNop())
	if err != nil {
		r.t.Fatal(err)
	}
	r.journal = &tapped{Journal: j}
	r.openHistory()
}

func (r *rig) openHistory() {
	r.t.Helper()
	heads := make(map[chains.ChainID]chains.BlockRef)
	for _, id := range testChains {
		heads[id] = genesis(id)
	}
	h, err := Open(Config{Dir: r.fs.PathJoin(r.dir, "history"), FS: r.fs, Domain: testDomain, Heads: heads}, Deps{
		Journal: r.journal,
		Batches: decoder{},
		Resign: func(ctx context.Context, p *chains.Promise) error {
			return signer.SignPromise(ctx, r.key, testDomain, p)
		},
		Now: func() time.Time { return time.UnixMilli(5_000_000) },
		Log: zap.NewNop(),
	})
	if err != nil {
		r.t.Fatal(err)
	}
	if r.forgets {
		h.every = 13
	}
	ctx, cancel := context.WithCancel(context.Background())
	r.history, r.cancel, r.ended = h, cancel, make(chan error, 1)
	go func() { r.ended <- h.Run(ctx) }()
	select {
	case <-h.Ready():
	case err := <-r.ended:
		r.t.Fatalf("history ended: %v", err)
	}
}

func (r *rig) closeHistory() {
	r.t.Helper()
	r.cancel()
	if err := errors.Join(<-r.ended, r.history.Close()); err != nil {
		r.t.Fatal(err)
	}
}

func (r *rig) stop() {
	r.t.Helper()
	r.closeHistory()
	if err := r.journal.Close(); err != nil {
		r.t.Fatal(err)
	}
}

// write appends records and waits until the history has them.
func (r *rig) write(recs ...journal.Record) {
	r.t.Helper()
	if len(recs) == 0 {
		return
	}
	seq, err := r.journal.Append(recs...)
	if err == nil {
		err = r.history.awaitApplied(testContext(r.t), seq)
	}
	if err != nil {
		r.t.Fatal(err)
	}
}

// check compares everything the history says with the world.
func (r *rig) check(w *world) {
	r.t.Helper()
	for _, id := range testChains {
		if got, err := r.history.Head(id); err != nil || got != w.heads[id] {
			r.t.Errorf("head of %d: %v, %v, want %v", id, got, err, w.heads[id])
		}
	}
	for _, b := range w.bundles {
		r.checkBundle(b)
	}
	for _, s := range w.slots {
		for _, id := range testChains {
			if s.open[id] {
				r.checkOpen(s, id)
			}
		}
	}
	for _, s := range w.applied {
		r.checkApplied(s)
	}
	r.checkPending(w)
	if len(w.applied) > 0 {
		latest, err := r.history.Superblock(testContext(r.t), nil)
		if want := w.applied[len(w.applied)-1].ts; err != nil || uint64(latest.Timestamp) != want {
			r.t.Errorf("latest superblock %+v, %v, want %d", latest, err, want)
		}
	}
}

func (r *rig) checkBundle(b *worldBundle) {
	r.t.Helper()
	ctx := testContext(r.t)
	got, err := r.history.Bundle(ctx, b.id)
	if err != nil {
		r.t.Fatal(err)
	}
	if got.ID != b.id || got.Status != b.status || uint64(*got.Times.Queued) != b.admitted.ReceivedAt {
		r.t.Errorf("bundle %s: %+v, want status %s", b.id, got, b.status)
	}
	if (got.Refusal != nil) != (b.status == wire.Refused || b.status == wire.Dropped) {
		r.t.Errorf("bundle %s is %s, refusal %v", b.id, got.Status, got.Refusal)
	}
	if b.decided == nil {
		if len(got.Legs) != 0 {
			r.t.Errorf("bundle %s is %s with legs", b.id, got.Status)
		}
		if in, err := r.history.Included(ctx, b.members[0]); !errors.Is(err, chains.ErrUnknown) {
			r.t.Errorf("%s is included: %v, %v", b.members[0], in, err)
		}
		return
	}
	if b.slot.batch != 0 && (got.Batch == nil || uint64(*got.Batch) != b.slot.batch) && b.status != wire.Sealed {
		r.t.Errorf("bundle %s: batch %v, want %d", b.id, got.Batch, b.slot.batch)
	}
	if len(got.Legs) != len(b.decided.Bundle.Legs) {
		r.t.Fatalf("bundle %s has %d legs, want %d", b.id, len(got.Legs), len(b.decided.Bundle.Legs))
	}
	for i := range b.decided.Bundle.Legs {
		r.checkLeg(b, i, got.Legs[i])
	}
}

func (r *rig) checkLeg(b *worldBundle, i int, shown wire.Leg) {
	r.t.Helper()
	ctx, leg := testContext(r.t), b.decided.Bundle.Legs[i]
	hash := b.slot.name(leg.ChainID)
	if shown.TxHash != leg.TxHash || shown.BlockHash != hash || uint64(shown.TransactionIndex) != leg.Index {
		r.t.Errorf("leg %+v, want %+v in %s", shown, leg, hash)
	}
	in, err := r.history.Included(ctx, leg.TxHash)
	if err != nil {
		r.t.Fatal(err)
	}
	gas := uint64(0)
	for _, other := range b.slot.legs(leg.ChainID) {
		if other.Index <= leg.Index {
			gas += other.GasUsed
		}
	}
	if in.Bundle != b.id || in.Leg.GlobalIndex != leg.GlobalIndex || in.BlockHash != hash || in.CumulativeGasUsed != gas || in.BaseFee.Uint64() != 7 {
		r.t.Errorf("included %+v, want %+v in %s with gas %d", in, leg, hash, gas)
	}
	if in.Applied != (b.slot.hashes[leg.ChainID] != common.Hash{}) {
		r.t.Errorf("%s: applied %v", leg.TxHash, in.Applied)
	}
	p, err := r.history.Preconfirmation(ctx, leg.TxHash)
	switch promised := len(b.decided.Promises) > 0; {
	case !promised && !b.revoked[leg.TxHash]:
		if !errors.Is(err, chains.ErrUnknown) {
			r.t.Errorf("a promise never made: %+v, %v", p, err)
		}
	case err != nil:
		r.t.Error(err)
	case (p.Revocation == nil) != promised:
		r.t.Errorf("promise about %s: revocation %v", leg.TxHash, p.Revocation)
	default:
		if by, err := signer.VerifyPromise(testDomain, p.Promise()); err != nil || by != r.key.Address() {
			r.t.Errorf("promise about %s: signed by %v, %v", leg.TxHash, by, err)
		}
	}
}

// legs returns the legs in a chain's block of the slot.
func (s *worldSlot) legs(id chains.ChainID) []chains.Leg {
	var legs []chains.Leg
	for _, b := range s.bundles {
		for _, l := range b.decided.Bundle.Legs {
			if l.ChainID == id {
				legs = append(legs, l)
			}
		}
	}
	return legs
}

func (s *worldSlot) provisional(id chains.ChainID) common.Hash {
	return chains.ProvisionalHash(chains.DeploymentID(testDomain.L1ChainID, testDomain.Settlement), s.opens[id])
}

func (s *worldSlot) name(id chains.ChainID) common.Hash {
	if hash := s.hashes[id]; hash != (common.Hash{}) {
		return hash
	}
	return s.provisional(id)
}

func (r *rig) checkOpen(s *worldSlot, id chains.ChainID) {
	r.t.Helper()
	got, err := r.history.OpenBlock(testContext(r.t), s.provisional(id))
	if s.revoked[id] {
		if !errors.Is(err, chains.ErrUnknown) {
			r.t.Errorf("a revoked block: %v, %v", got, err)
		}
		return
	}
	if err != nil {
		r.t.Fatal(err)
	}
	want := s.legs(id)
	if got.Open.Number != s.opens[id].Number || got.Applied != (common.Hash{}) || len(got.Legs) != len(want) {
		r.t.Fatalf("open block %+v, want %d legs", got, len(want))
	}
	for i := range want {
		if got.Legs[i].TxHash != want[i].TxHash || got.Legs[i].Index != uint64(i) {
			r.t.Errorf("leg %d of the open block is %s, want %s", i, got.Legs[i].TxHash, want[i].TxHash)
		}
	}
}

func (r *rig) checkPending(w *world) {
	r.t.Helper()
	for _, id := range testChains {
		i := slices.IndexFunc(w.slots, func(s *worldSlot) bool { return s.open[id] })
		got, err := r.history.PendingBlock(testContext(r.t), id)
		if i < 0 {
			if !errors.Is(err, chains.ErrUnknown) {
				r.t.Errorf("pending block of %d: %v, %v", id, got, err)
			}
		} else if err != nil || got.Provisional != w.slots[i].provisional(id) {
			r.t.Errorf("pending block of %d: %v, %v", id, got, err)
		}
	}
}

func (r *rig) checkApplied(s *worldSlot) {
	r.t.Helper()
	ctx := testContext(r.t)
	sb, err := r.history.Superblock(ctx, &s.ts)
	if err != nil {
		r.t.Fatal(err)
	}
	if len(sb.Blocks) != len(testChains) {
		r.t.Fatalf("superblock %+v", sb)
	}
	for i, id := range testChains {
		b, want := sb.Blocks[i], s.legs(id)
		if chains.ChainID(b.ChainID) != id || b.Hash != s.hashes[id] || len(b.Transactions) != len(want) {
			r.t.Fatalf("block %+v, want %d legs", b, len(want))
		}
		for j, leg := range want {
			if b.Transactions[j].Hash != leg.TxHash || uint64(b.Transactions[j].GlobalIndex) != leg.GlobalIndex {
				r.t.Errorf("transaction %d: %+v, want %s", j, b.Transactions[j], leg.TxHash)
			}
		}
		got, err := r.history.OpenBlock(ctx, s.provisional(id))
		if s.revoked[id] {
			if !errors.Is(err, chains.ErrUnknown) {
				r.t.Errorf("a revoked block: %v, %v", got, err)
			}
		} else if err != nil || got.Applied != s.hashes[id] || got.Open.Timestamp != s.ts || len(got.Legs) != 0 {
			r.t.Errorf("applied block by its provisional hash: %+v, %v", got, err)
		}
	}
}

// TestHistorySaysWhatHappened plays random worlds, and compares every answer with them:
// while they go on, after a restart, after a crash that loses much of the index, and
// with an index built again. In half of them the journal deletes what it may, so that the
// index cannot be built again.
func TestHistorySaysWhatHappened(t *testing.T) {
	for seed := range uint64(16) {
		w, r := newWorld(seed), &rig{t: t, fs: vfs.NewCrashableMem(), forgets: seed%2 == 1, key: testKey(t)}
		r.start()
		rng := rand.New(rand.NewPCG(seed, 4))
		for round := range 6 {
			for range 60 {
				w.step()
				if rng.IntN(4) == 0 {
					r.write(w.take()...)
				}
			}
			r.write(w.take()...)
			r.check(w)
			switch round % 3 {
			case 0:
				r.stop()
				r.start()
			case 1:
				crashed := r.fs.(*vfs.MemFS).CrashClone(vfs.CrashCloneCfg{UnsyncedDataPercent: rng.IntN(101), RNG: rng})
				r.stop()
				r.fs = crashed
				r.start()
			case 2:
				if r.forgets {
					break
				}
				r.closeHistory()
				if err := r.fs.RemoveAll("history"); err != nil {
					t.Fatal(err)
				}
				r.openHistory()
			}
			r.check(w)
		}
		if first := r.journal.First(); r.forgets && first < r.journal.Durable()/2 {
			t.Errorf("the journal has deleted only what is before %d", first)
		}
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
		r.stop()
	}
}

// TestIndexLostAfterPruning: without its index and without the journal's older records,
// the history knows what came later, and says of the rest that it does not know.
func TestIndexLostAfterPruning(t *testing.T) {
	w, r := newWorld(5), &rig{t: t, fs: vfs.NewMem(), forgets: true, key: testKey(t)}
	r.start()
	play := func(steps int) {
		for range steps {
			w.step()
		}
		r.write(w.take()...)
	}
	for range 20 {
		play(20)
	}
	r.closeHistory()
	if err := r.fs.RemoveAll("history"); err != nil {
		t.Fatal(err)
	}
	old := w.bundles[0]
	r.openHistory()
	if _, err := r.history.Bundle(testContext(t), old.id); !errors.Is(err, chains.ErrUnknown) {
		t.Errorf("the first bundle: %v", err)
	}
	known := len(w.bundles)
	for range 20 {
		play(20)
	}
	for id, head := range w.heads {
		if got, err := r.history.Head(id); err != nil || got != head {
			t.Errorf("head of %d: %v, %v, want %v", id, got, err, head)
		}
	}
	for _, b := range w.bundles[known:] {
		r.checkBundle(b)
	}
	first := uint64(1)
	err := r.history.Follow(testContext(t), wire.Subscription{Topic: wire.Bundles, From: &first}, func(wire.Event) error { return errEnd })
	if !errors.Is(err, journal.ErrPruned) {
		t.Errorf("events of deleted records: %v", err)
	}
	r.stop()
}
