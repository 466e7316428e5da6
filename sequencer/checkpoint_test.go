package sequencer

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"reflect"
	"slices"
	"sync"
	"testing"

	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/cockroachdb/pebble/v2/vfs/errorfs"
	"github.com/ethereum/go-ethereum/common"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/journal"
)

// tape is a journal in memory that keeps exactly what it was told to keep.
type tape struct {
	all  []journal.Record
	gone map[journal.Seq]bool
	kept []journal.Seq // of the oldest
	next journal.Seq   // the first that was not looked at for being deleted
	last journal.Seq   // checkpoint
}

func (t *tape) Append(recs ...journal.Record) (journal.Seq, error) {
	for _, rec := range recs {
		t.all = append(t.all, rec)
		if rec.Kind() == journal.KindCheckpoint {
			t.last = journal.Seq(len(t.all))
		}
	}
	return journal.Seq(len(t.all)), nil
}

func (t *tape) Get(seq journal.Seq) (journal.Record, error) {
	if t.gone[seq] {
		return nil, journal.ErrPruned
	}
	return t.all[seq-1], nil
}

func (t *tape) Read(_ context.Context, from journal.Seq, fn func(journal.Seq, journal.Record) error) error {
	for seq := from; int(seq) <= len(t.all); seq++ {
		rec, err := t.Get(seq)
		if err == nil {
			err = fn(seq, rec)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (t *tape) Keep(_ string, from journal.Seq, also []journal.Seq) {
	for ; t.next < from; t.next++ {
		t.kept = append(t.kept, t.next)
	}
	t.kept = slices.DeleteFunc(t.kept, func(seq journal.Seq) bool {
		if !slices.Contains(also, seq) {
			t.gone[seq] = true
		}
		return t.gone[seq]
	})
}

func (t *tape) Checkpoint() journal.Seq                             { return t.last }
func (t *tape) First() journal.Seq                                  { return 1 }
func (t *tape) WaitDurable(context.Context, journal.Seq) error      { return nil }
func (t *tape) Follow(context.Context, journal.Seq, follower) error { return errors.New("not used") }

type follower = func(journal.Seq, journal.Record) error

// whole is the past by the plain way: every record from the first on.
func whole(t *testing.T, recs []journal.Record, depth uint64) *past {
	t.Helper()
	p := newPast(newPayloads(depth))
	for i, rec := range recs {
		if err := p.add(journal.Seq(i+1), rec); err != nil {
			t.Fatalf("record %d (%v): %v", i+1, rec.Kind(), err)
		}
	}
	return p
}

// same compares all that a past says, records by their encoding.
func same(t *testing.T, when string, got, want *past) {
	t.Helper()
	encode := func(rec journal.Record) string {
		enc, err := journal.Encode(rec)
		if err != nil {
			t.Fatal(err)
		}
		return string(enc)
	}
	parts := func(p *past) map[string]any {
		var decided, admitted []string
		for _, d := range p.decided {
			decided = append(decided, fmt.Sprint(p.places.decided[d])+encode(d))
		}
		for _, arrival := range slices.Sorted(maps.Keys(p.admitted)) {
			admitted = append(admitted, encode(p.admitted[arrival]))
		}
		return map[string]any{
			"numbers": p.numbers, "committed": p.committed, "payloads": p.payloads.places(), "promised": p.promised.Marks(), "opens": p.opens,
			"decided": decided, "admitted": admitted, "returned": p.returned, "unapplied": p.unapplied, "opened at": p.places.opens, "admitted at": p.places.admitted,
			"number of decided": len(p.places.decided), "summary": p.summary(),
		}
	}
	g, w := parts(got), parts(want)
	for part := range w {
		if !reflect.DeepEqual(g[part], w[part]) {
			t.Fatalf("%s: %s from the checkpoint\n%+v\nfrom the first record\n%+v", when, part, g[part], w[part])
		}
	}
	if n := reflect.TypeFor[past]().NumField(); n != 11 {
		t.Fatalf("a past has %d parts, this test and the checkpoint know 11", n)
	}
}

// TestCheckpointSaysTheSame: whatever happened, and although the journal deletes all that
// it need not keep, the past is the same from the last checkpoint as from the first record.
func TestCheckpointSaysTheSame(t *testing.T) {
	t.Parallel()
	const depth = 6
	seeds := uint64(25)
	if testing.Short() {
		seeds = 10
	}
	pruned, checkpoints := 0, 0
	for seed := range seeds {
		j := &tape{gone: map[journal.Seq]bool{}, next: 1}
		w := newScript(seed)
		every := 1 + w.rng.IntN(60)
		k := keeperOf(j, depth, every)
		for len(j.all) < 1500 {
			for _, rec := range w.next() {
				if _, err := j.Append(rec); err != nil {
					t.Fatal(err)
				}
				for seq := journal.Seq(w.told + 1); int(seq) <= len(j.all); seq++ { // its own records come back
					if err := k.take(seq, j.all[seq-1]); err != nil {
						t.Fatal(err)
					}
					w.told = int(seq)
				}
			}
			if w.rng.IntN(60) == 0 {
				p, err := readPast(t.Context(), j, newPayloads(depth))
				if err != nil {
					t.Fatalf("seed %d, %d records: %v", seed, len(j.all), err)
				}
				same(t, fmt.Sprintf("seed %d, %d records", seed, len(j.all)), p, whole(t, j.all, depth))
			}
		}
		pruned += len(j.gone)
		for _, rec := range j.all {
			if rec.Kind() == journal.KindCheckpoint {
				checkpoints++
			}
		}
	}
	t.Logf("%d checkpoints, %d of %d records deleted", checkpoints, pruned, 1500*seeds)
	if pruned < 700*int(seeds) {
		t.Errorf("only %d records were deleted", pruned)
	}
}

func keeperOf(j Journal, depth, every int) *checkpoints {
	s := &Sequencer{cfg: Config{FeedDepth: depth, Checkpoint: every}, deps: Deps{Journal: j}, log: zap.NewNop()}
	k := &checkpoints{s: s, past: newPast(newPayloads(uint64(depth)))}
	k.schedule(0)
	return k
}

// TestCheckpointAcrossCrashes crashes the disk at each write while records, checkpoints and
// deletions go on, with what was not synced lost, torn or kept. From each disk a start
// finds the past that all its records from the first on come to.
func TestCheckpointAcrossCrashes(t *testing.T) {
	t.Parallel()
	const depth, total = 4, 4000
	rng := rand.New(rand.NewPCG(7, 7))
	disk := vfs.NewCrashableMem()
	var mu sync.Mutex
	var writes int
	var images []*vfs.MemFS
	snap := errorfs.InjectorFunc(func(op errorfs.Op) error {
		mu.Lock()
		defer mu.Unlock()
		if op.Kind.ReadOrWrite() == errorfs.OpIsWrite {
			if writes++; writes%2 == 0 || writes < 40 {
				images = append(images, disk.CrashClone(vfs.CrashCloneCfg{UnsyncedDataPercent: []int{0, 50, 100}[len(images)%3], RNG: rng}))
			}
		}
		return nil
	})
	open := func(fs vfs.FS) *journal.Journal {
		j, err := journal.Open(journal.Config{Dir: "j", FS: fs, Readers: []string{Reader, collector}}, zap.NewNop())
		if err != nil {
			t.Fatal(err)
		}
		return j
	}
	j := open(errorfs.Wrap(disk, snap))
	all := runWithCheckpoints(t, j, depth, total)
	if first := j.First(); first < total/2 {
		t.Errorf("only records before %d are deleted", first)
	}
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	mu.Lock()
	crashes := images
	mu.Unlock()
	t.Logf("%d crashes, %d records", len(crashes), len(all))
	pasts := map[journal.Seq]*past{}
	for i, image := range crashes {
		j := open(image)
		p, err := readPast(t.Context(), j, newPayloads(depth))
		if err != nil {
			t.Fatalf("crash %d: %v", i, err)
		}
		last := j.Durable()
		if pasts[last] == nil {
			pasts[last] = whole(t, all[:last], depth)
		}
		same(t, fmt.Sprintf("crash %d, %d records", i, last), p, pasts[last])
		if err := j.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// collector is the name under which runWithCheckpoints reads.
const collector = "collector"

// runWithCheckpoints writes records to a journal while checkpoints are made, until half of them are
// deleted, and returns all records there ever were.
func runWithCheckpoints(t *testing.T, j *journal.Journal, depth, total int) []journal.Record {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	k := keeperOf(j, depth, 300)
	var done sync.WaitGroup
	done.Go(func() {
		if err := k.run(ctx); !errors.Is(err, context.Canceled) {
			t.Errorf("checkpoints ended: %v", err)
		}
	})
	var all []journal.Record
	w := newScript(99)
	more := func() {
		var recs []journal.Record
		for len(recs) < 40 {
			recs = append(recs, w.next()...)
		}
		seq, err := j.Append(recs...)
		if err == nil {
			err = j.WaitDurable(t.Context(), seq)
		}
		if err == nil {
			err = j.Read(t.Context(), journal.Seq(len(all)+1), func(_ journal.Seq, rec journal.Record) error {
				all = append(all, rec)
				return nil
			})
		}
		if err != nil {
			t.Fatal(err)
		}
		j.Keep(collector, journal.Seq(len(all)+1), nil)
	}
	for len(all) < total || int(j.First()) < total/2 && len(all) < 10*total { // the checkpoints may be late
		more()
	}
	cancel()
	done.Wait()
	more() // behind a checkpoint that is not durable yet
	return all
}

// script writes records as the sequencer does, at random: slots of which chains are
// committed later, or much later, than others, redone slots, refusals.
type script struct {
	rng       *rand.Rand
	told      int // records the keeper has seen
	slot      uint64
	arrival   uint64
	global    uint64
	heights   map[chains.ChainID]uint64
	last      map[chains.ChainID]common.Hash // promise
	away      map[chains.ChainID]bool
	slots     []*scriptSlot
	waiting   []uint64
	unapplied []*journal.Applied
	high      map[chains.ChainID]uint64 // number of the newest block that was ever committed
}

type scriptSlot struct {
	ts      uint64
	heights map[chains.ChainID]uint64 // not committed
	decided []*journal.Decided
}

var scriptChains = [...]chains.ChainID{901, 902, 903}

func newScript(seed uint64) *script {
	return &script{rng: rand.New(rand.NewPCG(seed, 11)), heights: map[chains.ChainID]uint64{}, last: map[chains.ChainID]common.Hash{}, away: map[chains.ChainID]bool{}, high: map[chains.ChainID]uint64{}}
}

func (w *script) next() []journal.Record {
	switch n := w.rng.IntN(40); {
	case n < 12 && len(w.waiting) < 400:
		w.arrival++
		w.waiting = append(w.waiting, w.arrival)
		return []journal.Record{&journal.Admitted{Arrival: w.arrival, ID: common.Hash{1, byte(w.arrival)}, Raw: [][]byte{{byte(w.arrival)}}}}
	case n < 24:
		return w.decide()
	case n < 25:
		return w.refuse()
	case n < 27:
		return w.redo()
	case n < 28:
		w.away[scriptChains[w.rng.IntN(3)]] = w.rng.IntN(4) == 0
		return nil
	case n < 33:
		return w.open()
	case n < 34:
		return w.lose(scriptChains[w.rng.IntN(3)])
	}
	return w.commit()
}

func (w *script) open() []journal.Record {
	if len(w.slots) >= 4 {
		return nil
	}
	w.slot++
	sl := &scriptSlot{ts: w.slot, heights: map[chains.ChainID]uint64{}}
	var recs []journal.Record
	for _, id := range scriptChains {
		if w.away[id] && w.rng.IntN(3) > 0 {
			continue
		}
		w.heights[id]++
		sl.heights[id] = w.heights[id]
		recs = append(recs, &journal.Opened{Open: chains.Open{ChainID: id, Number: w.heights[id], Timestamp: sl.ts, BaseFee: common.Big1, ExtraData: []byte{}}})
	}
	if len(recs) > 0 {
		w.slots = append(w.slots, sl)
	}
	return recs
}

// take removes a waiting admission at random.
func (w *script) take() (uint64, bool) {
	if len(w.waiting) < 3 { // the first ones wait for long
		return 0, false
	}
	i := w.rng.IntN(len(w.waiting))
	if i == 0 && w.rng.IntN(20) > 0 {
		i = 1
	}
	arrival := w.waiting[i]
	w.waiting = slices.Delete(w.waiting, i, i+1)
	return arrival, true
}

func (w *script) decide() []journal.Record {
	if len(w.slots) == 0 {
		return nil
	}
	sl := w.slots[len(w.slots)-1]
	arrival, ok := w.take()
	if !ok {
		return nil
	}
	d := &journal.Decided{Slot: sl.ts, Arrival: arrival, Bundle: chains.Bundle{ID: common.Hash{1, byte(arrival)}}}
	for _, id := range scriptChains {
		if sl.heights[id] == 0 || w.rng.IntN(2) == 0 {
			continue
		}
		w.global++
		d.Bundle.Legs = append(d.Bundle.Legs, chains.Leg{ChainID: id, Raw: []byte{}, Height: sl.heights[id], Timestamp: sl.ts, Index: w.global, GlobalIndex: w.global})
		if sl.heights[id] <= w.high[id] { // in the place of a block that is lost
			continue
		}
		p := chains.Promise{ChainID: id, Height: sl.heights[id], Index: w.global, Previous: w.last[id], Signature: []byte{}}
		w.last[id] = p.StructHash()
		d.Promises = append(d.Promises, p)
	}
	if len(d.Bundle.Legs) == 0 {
		w.waiting = append(w.waiting, arrival)
		return nil
	}
	sl.decided = append(sl.decided, d)
	return []journal.Record{d}
}

func (w *script) refuse() []journal.Record {
	arrival, ok := w.take()
	if !ok {
		return nil
	}
	return []journal.Record{&journal.Refused{Arrival: arrival}}
}

// redo reopens the blocks of a slot, and decides some of its bundles again: as before, in
// part without promises, or refuses them, or leaves them undecided.
func (w *script) redo() []journal.Record {
	if len(w.slots) == 0 {
		return nil
	}
	sl := w.slots[w.rng.IntN(len(w.slots))]
	var recs []journal.Record
	for _, id := range scriptChains {
		if sl.heights[id] != 0 {
			recs = append(recs, &journal.Reopened{Slot: sl.ts, ChainID: id, Height: sl.heights[id]})
		}
	}
	before := sl.decided
	sl.decided = nil
	for _, d := range before {
		again := *d
		switch w.rng.IntN(6) {
		case 0:
			recs = append(recs, &journal.Refused{Arrival: d.Arrival})
			continue
		case 1:
			w.waiting = append(w.waiting, d.Arrival)
			continue
		case 2:
			again.Promises = nil
		}
		recs = append(recs, &again)
		sl.decided = append(sl.decided, &again)
	}
	return recs
}

// commit commits chains of the oldest slot that has them: those joined by a bundle
// together, in one piece; what is applied may come later, chain by chain.
func (w *script) commit() []journal.Record {
	recs := w.apply()
	for i, sl := range w.slots {
		for _, id := range scriptChains {
			if sl.heights[id] == 0 || w.away[id] || w.rng.IntN(3) == 0 {
				continue
			}
			group := sl.group(id)
			if slices.ContainsFunc(group, func(m chains.ChainID) bool { return w.away[m] || w.earlier(i, m) }) {
				continue
			}
			return append(recs, w.commitGroup(sl, group)...)
		}
	}
	return recs
}

// lose has another branch take the place of a chain's last blocks, while none is under way.
func (w *script) lose(id chains.ChainID) []journal.Record {
	if w.earlier(len(w.slots), id) || w.heights[id] < 4 {
		return nil
	}
	kept := w.heights[id] - 1 - uint64(w.rng.IntN(3))
	r := &journal.Replaced{ChainID: id, Kept: chains.BlockRef{Number: kept, Hash: common.Hash{byte(id), byte(kept)}}}
	for ; w.heights[id] > kept; w.heights[id]-- {
		r.Lost = append([]chains.BlockRef{{Number: w.heights[id]}}, r.Lost...)
	}
	for i, a := range w.unapplied { // the record may be the journal's already
		w.unapplied[i] = &journal.Applied{Slot: a.Slot, Group: a.Group, Blocks: slices.Clone(a.Blocks)}
		w.unapplied[i].Blocks = slices.DeleteFunc(w.unapplied[i].Blocks, func(b journal.CommittedBlock) bool { return b.ChainID == id && b.Ref.Number > kept })
	}
	w.arrival++
	w.waiting = append(w.waiting, w.arrival)
	return []journal.Record{r, &journal.Returned{Admitted: journal.Admitted{Arrival: w.arrival, ID: common.Hash{2, byte(w.arrival)}, Raw: [][]byte{{byte(w.arrival)}}}}}
}

func (w *script) earlier(before int, id chains.ChainID) bool {
	return slices.ContainsFunc(w.slots[:before], func(sl *scriptSlot) bool { return sl.heights[id] != 0 })
}

func (sl *scriptSlot) group(id chains.ChainID) []chains.ChainID {
	group := []chains.ChainID{id}
	for grown := true; grown; {
		grown = false
		for _, d := range sl.decided {
			legs := d.Bundle.Legs
			if !slices.ContainsFunc(legs, func(l chains.Leg) bool { return slices.Contains(group, l.ChainID) }) {
				continue
			}
			for i := range legs {
				if !slices.Contains(group, legs[i].ChainID) {
					group, grown = append(group, legs[i].ChainID), true
				}
			}
		}
	}
	return group
}

func (w *script) commitGroup(sl *scriptSlot, group []chains.ChainID) []journal.Record {
	prepared := &journal.Prepared{Slot: sl.ts, Group: group}
	commit := &journal.Commit{Slot: sl.ts, Group: group}
	for _, id := range group {
		ref := chains.BlockRef{Number: sl.heights[id], Hash: common.Hash{byte(id), byte(sl.ts)}}
		prepared.Payloads = append(prepared.Payloads, chains.Payload{ChainID: id, Number: ref.Number, Hash: ref.Hash, BaseFee: common.Big1})
		commit.Blocks = append(commit.Blocks, journal.CommittedBlock{ChainID: id, Ref: ref})
		delete(sl.heights, id)
		w.high[id] = max(w.high[id], ref.Number)
	}
	sl.decided = slices.DeleteFunc(sl.decided, func(d *journal.Decided) bool { return slices.Contains(group, d.Bundle.Legs[0].ChainID) })
	w.slots = slices.DeleteFunc(w.slots, func(s *scriptSlot) bool { return len(s.heights) == 0 })
	first := w.rng.IntN(len(commit.Blocks) + 1) // adopted at once, the others later
	for _, part := range [][]journal.CommittedBlock{commit.Blocks[:first], commit.Blocks[first:]} {
		if len(part) > 0 {
			w.unapplied = append(w.unapplied, &journal.Applied{Slot: sl.ts, Group: group, Blocks: part})
		}
	}
	recs := []journal.Record{prepared}
	for range w.rng.IntN(3) { // held, and recalled but for the last time
		recs = append(recs, &journal.Held{Slot: sl.ts, Group: group, Blocks: commit.Blocks}, &journal.Recalled{Slot: sl.ts, Group: group})
	}
	if n := len(recs); n > 1 {
		recs = recs[:n-1]
	}
	return append(recs, commit)
}

func (w *script) apply() []journal.Record {
	if len(w.unapplied) == 0 || w.rng.IntN(4) == 0 {
		return nil
	}
	i := w.rng.IntN(len(w.unapplied))
	rec := w.unapplied[i]
	w.unapplied = slices.Delete(w.unapplied, i, i+1)
	return []journal.Record{rec}
}
