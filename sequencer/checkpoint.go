package sequencer

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"

	"github.com/ethereum/go-ethereum/rlp"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/journal"
	"github.com/ssequencer/ssequencer/signer"
)

// Archive is what recovery and checkpoints need of journal.Journal.
type Archive interface {
	// Get returns one durable record.
	Get(seq journal.Seq) (journal.Record, error)
	// Follow calls fn for every record from a place on as it becomes durable.
	Follow(ctx context.Context, from journal.Seq, fn func(journal.Seq, journal.Record) error) error
	// First returns the record from which on all are kept.
	First() journal.Seq
	// Checkpoint returns the number of the last durable checkpoint, 0 for none.
	Checkpoint() journal.Seq
	// Keep says which records a reader still needs.
	Keep(reader string, from journal.Seq, also []journal.Seq)
}

// Reader is the name under which the sequencer tells the journal what it needs.
const Reader = "sequencer"

// summary is a past in short. The body of a checkpoint is its RLP.
type summary struct {
	Version     uint64
	Arrival     uint64 // last given
	GlobalIndex uint64 // last given
	Committed   []journal.CommittedBlock
	Unapplied   []committedSlot
	Promised    []signer.Mark
	Payloads    []payloadPlace
	// Needed are the records whose content matters still: openings and decisions of blocks
	// that are not committed, and admissions that are not settled. However old they are,
	// the journal keeps them.
	Needed []journal.Seq
	Held   []*journal.Held `rlp:"optional"` // groups that are neither committed nor recalled
}

const summaryVersion = 1

type committedSlot struct {
	Slot   uint64
	Blocks []journal.CommittedBlock
}

type payloadPlace struct {
	ChainID chains.ChainID
	Number  uint64
	Record  journal.Seq
}

// summary returns the past in short, in a fixed order.
func (p *past) summary() *summary {
	sum := &summary{
		Version: summaryVersion, Arrival: p.numbers.arrival, GlobalIndex: p.numbers.globalIndex,
		Committed: blocksOf(p.committed), Promised: p.promised.Marks(), Payloads: p.payloads.places(),
		Held: append([]*journal.Held(nil), p.held...),
	}
	for _, slot := range slices.Sorted(maps.Keys(p.unapplied)) {
		sum.Unapplied = append(sum.Unapplied, committedSlot{slot, blocksOf(p.unapplied[slot])})
	}
	sum.Needed = slices.AppendSeq(sum.Needed, maps.Values(p.places.opens))
	sum.Needed = slices.AppendSeq(sum.Needed, maps.Values(p.places.decided))
	sum.Needed = slices.AppendSeq(sum.Needed, maps.Values(p.places.admitted))
	slices.Sort(sum.Needed)
	return sum
}

func blocksOf(refs map[chains.ChainID]chains.BlockRef) []journal.CommittedBlock {
	blocks := make([]journal.CommittedBlock, 0, len(refs))
	for _, id := range slices.Sorted(maps.Keys(refs)) {
		blocks = append(blocks, journal.CommittedBlock{ChainID: id, Ref: refs[id]})
	}
	return blocks
}

func refsOf(blocks []journal.CommittedBlock) map[chains.ChainID]chains.BlockRef {
	refs := make(map[chains.ChainID]chains.BlockRef, len(blocks))
	for _, b := range blocks {
		refs[b.ChainID] = b.Ref
	}
	return refs
}

func decodeCheckpoint(r *journal.Checkpoint) (*summary, error) {
	sum := new(summary)
	if err := rlp.DecodeBytes(r.Body, sum); err != nil {
		return nil, fmt.Errorf("checkpoint of record %d: %w", r.Upto, err)
	}
	if sum.Version != summaryVersion {
		return nil, fmt.Errorf("checkpoint of record %d is of version %d, which this service does not know", r.Upto, sum.Version)
	}
	return sum, nil
}

// restore makes an empty past the one of the journal's last checkpoint, and returns the
// first record that is not in it.
func (p *past) restore(j Archive) (next journal.Seq, err error) {
	at := j.Checkpoint()
	if at == 0 {
		return 1, nil
	}
	rec, err := j.Get(at)
	if err != nil {
		return 0, err
	}
	r, ok := rec.(*journal.Checkpoint)
	if !ok {
		return 0, fmt.Errorf("record %d is of kind %v, not a checkpoint", at, rec.Kind())
	}
	sum, err := decodeCheckpoint(r)
	if err != nil {
		return 0, err
	}
	for _, seq := range sum.Needed {
		if err := p.recall(j, seq); err != nil {
			return 0, err
		}
	}
	p.numbers.arrival, p.numbers.globalIndex = sum.Arrival, sum.GlobalIndex
	p.committed, p.promised = refsOf(sum.Committed), signer.RestoreWatermark(sum.Promised)
	for _, u := range sum.Unapplied {
		p.unapplied[u.Slot] = refsOf(u.Blocks)
	}
	p.payloads.restore(sum.Payloads)
	p.held = sum.Held
	return r.Upto + 1, nil
}

// recall takes a record in that a checkpoint says is needed still.
func (p *past) recall(j Archive, seq journal.Seq) error {
	rec, err := j.Get(seq)
	if err != nil {
		return err
	}
	switch r := rec.(type) {
	case *journal.Opened:
		p.addOpened(seq, r)
	case *journal.Admitted:
		p.admitted[r.Arrival], p.places.admitted[r.Arrival] = r, seq
	case *journal.Returned:
		p.admitted[r.Admitted.Arrival], p.places.admitted[r.Admitted.Arrival], p.returned[r.Admitted.Arrival] = &r.Admitted, seq, true
	case *journal.Decided:
		p.decided = append(p.decided, r)
		p.places.decided[r] = seq
	default:
		return fmt.Errorf("a checkpoint refers to record %d, of kind %v", seq, rec.Kind())
	}
	return nil
}

// startCheckpoints writes checkpoints until ctx ends. Run waits for it.
func (s *Sequencer) startCheckpoints(ctx context.Context) {
	k := &checkpoints{s: s, past: newPast(newPayloads(uint64(s.cfg.FeedDepth)))}
	s.committer.Go(func() {
		if err := k.run(ctx); err != nil && ctx.Err() == nil {
			s.post(ctx, func() { s.fail(fmt.Errorf("checkpoint: %w", err)) })
		}
	})
}

// checkpoints follows the journal beside the slot loop, and puts what it comes to into a
// checkpoint from time to time. Only durable records are in it.
type checkpoints struct {
	s    *Sequencer
	past *past
	due  journal.Seq // the record after which the next one is written
	from journal.Seq // records from here on were said to be needed last
}

func (k *checkpoints) run(ctx context.Context) error {
	j := k.s.deps.Journal
	at := j.Checkpoint()
	next, err := k.past.restore(j)
	if err != nil {
		return err
	}
	if at != 0 {
		k.keep(k.past.summary(), next)
	}
	k.schedule(next - 1)
	return j.Follow(ctx, next, k.take)
}

// schedule says when the next checkpoint is due: after so many records that writing it
// costs little beside writing them.
func (k *checkpoints) schedule(last journal.Seq) {
	size := len(k.past.places.opens) + len(k.past.places.decided) + len(k.past.places.admitted)
	k.due = last + journal.Seq(max(k.s.cfg.Checkpoint, size))
}

func (k *checkpoints) take(seq journal.Seq, rec journal.Record) error {
	if r, ok := rec.(*journal.Checkpoint); ok {
		sum, err := decodeCheckpoint(r)
		if err == nil {
			k.keep(sum, r.Upto+1)
		}
		return err
	}
	if err := k.past.add(seq, rec); err != nil {
		return err
	}
	if seq < k.due {
		return nil
	}
	k.schedule(seq)
	body, err := rlp.EncodeToBytes(k.past.summary())
	if err != nil {
		return err
	}
	k.s.log.Debug("checkpoint", zap.Uint64("upto", uint64(seq)), zap.Int("bytes", len(body)))
	_, err = k.s.deps.Journal.Append(&journal.Checkpoint{Upto: seq, Body: body})
	return err
}

// keep tells the journal what is needed with a durable checkpoint: what comes after it, all
// that is not much older than what can be fed to a node, and of the rest the checkpoint's
// records and payloads.
func (k *checkpoints) keep(sum *summary, next journal.Seq) {
	k.from = max(k.from, min(next, k.past.payloads.since())) // what was given up once is gone, though payloads of lost blocks are forgotten
	from := k.from
	var also []journal.Seq
	for _, seq := range sum.Needed {
		if seq < from {
			also = append(also, seq)
		}
	}
	for _, p := range sum.Payloads {
		if p.Record < from {
			also = append(also, p.Record)
		}
	}
	k.s.deps.Journal.Keep(Reader, from, also)
}

// places returns where the payloads are, in a fixed order.
func (p *payloads) places() []payloadPlace {
	p.mu.Lock()
	defer p.mu.Unlock()
	var places []payloadPlace
	for id, at := range p.at {
		for number, seq := range at {
			places = append(places, payloadPlace{id, number, seq})
		}
	}
	slices.SortFunc(places, func(a, b payloadPlace) int {
		return cmp.Or(cmp.Compare(a.ChainID, b.ChainID), cmp.Compare(a.Number, b.Number))
	})
	return places
}

// restore is the inverse of places, but for what a smaller depth does not keep.
func (p *payloads) restore(places []payloadPlace) {
	top := map[chains.ChainID]uint64{}
	for _, at := range places {
		top[at.ChainID] = max(top[at.ChainID], at.Number)
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, at := range places {
		if at.Number+p.depth <= top[at.ChainID] {
			continue
		}
		if p.at[at.ChainID] == nil {
			p.at[at.ChainID] = map[uint64]journal.Seq{}
		}
		p.at[at.ChainID][at.Number] = at.Record
	}
}
