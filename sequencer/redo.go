package sequencer

import (
	"context"
	"errors"
	"fmt"

	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/crosschain"
	"github.com/ssequencer/ssequencer/journal"
	"github.com/ssequencer/ssequencer/tracer/shard"
)

// maxStrikes is how often a bundle may be at the place where a node's block first
// differs, before it is dropped. The first time its slot is re-run on freshly read
// state, which mends a stale cache; the second time the rules themselves differ.
const maxStrikes = 2

// diverged reacts to a node that executed a sealed block otherwise than the shard: the
// node wins (P5, P6). What is not committed of the slot is re-run from the adopted
// parents with nothing remembered. It returns why that has no end, if it has none.
func (s *Sequencer) diverged(sl *slot, d *divergence) *absence {
	s.deps.Metrics.divergences.Inc()
	s.log.Error("a node's block differs from the shard's", zap.Uint64("chain", uint64(d.chain)),
		zap.Uint64("slot", sl.timestamp), zap.Int("transaction", d.index), zap.String("what", d.what))
	s.health.reason(d.chain, fmt.Sprintf("slot %d: transaction %d diverged: %s", sl.timestamp, d.index, d.what))
	sl.reruns++
	sl.cause = fmt.Sprintf("chain %d executes transaction %d of its block otherwise: %s", d.chain, d.index, d.what)
	if sl.reruns > s.cfg.MaxReruns {
		return &absence{chain: d.chain, halted: true, err: fmt.Errorf("%w: slot %d after %d re-runs (transaction %d: %s)",
			ErrDiverges, sl.timestamp, s.cfg.MaxReruns, d.index, d.what)}
	}
	if guilty := sl.at(d.chain, d.index); guilty != nil {
		guilty.strikes++
	}
	return nil
}

// rewind makes every open slot one to be redone, from the adopted blocks with nothing
// remembered. Nothing may be being committed.
func (s *Sequencer) rewind(cause string) {
	var again *slot
	switch {
	case s.redoing != nil:
		again = s.redoing.abandon()
		s.redoing = nil
	case s.open != nil:
		again = s.open
	case s.opening != nil:
		again = s.opening
	}
	if again != nil {
		if again.cause == "" {
			again.cause = cause
		}
		s.backlog = append([]*slot{again}, s.backlog...) // what waits already is of later slots
	}
	s.open, s.opening, s.stale = nil, nil, true
	s.unsettle()
}

// unsettle lets readers of the state wait until what was decided stands on the shards
// again; settled lets them go on once it does.
func (s *Sequencer) unsettle() {
	if s.unsettled.Load() == nil {
		redone := make(chan struct{})
		s.unsettled.Store(&redone)
	}
}

func (s *Sequencer) settled() {
	redone := s.unsettled.Load()
	if redone == nil || s.stale || s.redoing != nil || s.opening != nil || len(s.backlog) > 0 {
		return
	}
	s.unsettled.Store(nil)
	close(*redone)
}

// ErrDiverges: a node goes on executing a slot otherwise than the sequencer.
var ErrDiverges = errors.New("the node executes the chain's block otherwise than the sequencer")

// at returns the bundle with a leg at the position, nil where there is none.
func (sl *slot) at(id chains.ChainID, index int) *decided {
	open := sl.opens[id]
	if open == nil {
		return nil
	}
	for _, d := range sl.decided {
		for i := range d.bundle.Legs {
			if l := &d.bundle.Legs[i]; l.ChainID == id && l.Place(len(open.Deposits)) == uint64(index) {
				return d
			}
		}
	}
	return nil
}

// resetShards makes every shard forget what it has read and start from its node's head,
// which has to be the last applied block. It reports false where a node did not answer.
func (s *Sequencer) resetShards(ctx context.Context) bool {
	for _, id := range s.present {
		l := s.lanes[id]
		head, err := s.meet(ctx, l, l.applied)
		if err != nil {
			s.unanswered(ctx, l, fmt.Errorf("start over from the node's state: %w", err))
			return false
		}
		if err := s.onHead(l, head); err != nil {
			s.unanswered(ctx, l, fatal{err})
			return false
		}
	}
	for _, id := range s.ids {
		l := s.lanes[id]
		s.owed.rewind(id, max(l.applied.Number, l.committed.Number))
	}
	s.stale = false
	return true
}

// redo prepares a slot again from its Open records; its bundles will be decided again, in
// their order. What comes out as before stands; what does not is revoked and decided anew.
func (s *Sequencer) redo(sl *slot) {
	again := newSlot(sl.timestamp)
	again.closed, again.reruns, again.cause = true, sl.reruns, sl.cause
	again.ends, again.length, again.parents = sl.ends, sl.length, sl.parents
	s.redoing = &rerun{s: s, origin: sl, before: sl.decided, done: map[*decided]bool{}, last: s.numbers.globalIndex}
	s.numbers.globalIndex = 0
	if s.numbers.redone.slot < sl.timestamp { // the slot redone before this one may have more legs than it had
		s.numbers.globalIndex = s.numbers.redone.index
	}
	s.prepare(again, s.reopen(sl, again))
}

// run decides the bundles of the reopened slot. It reports false where a node could not be
// read; the next call goes on from there.
func (r *rerun) run(ctx context.Context) bool {
	s := r.s
	for ; len(r.before) > 0; r.before = r.before[1:] {
		d, decide := r.before[0], r.decide
		if d.item.forced() && !r.done[d] {
			decide = r.force
		} else if r.done[d] {
			continue
		}
		if !decide(ctx, d) || s.failure != nil {
			return false
		}
	}
	for _, id := range s.ids {
		if s.open.opens[id] != nil { // else they are of a block that the chain had begun before it stood aside
			r.deposits(s.lanes[id]) // where there were none
		}
	}
	s.numbers.redone.slot, s.numbers.redone.index = s.open.timestamp, s.numbers.globalIndex
	s.numbers.globalIndex = max(s.numbers.globalIndex, r.last)
	r.finish()
	s.redoing = nil
	return true
}

// reopen copies the slot's opens. One whose header inputs changed because the slot
// before it was re-run is made anew and returned for the journal.
func (s *Sequencer) reopen(sl, again *slot) []journal.Record {
	var recs []journal.Record
	for _, id := range s.ids {
		old := sl.opens[id]
		if old == nil {
			continue
		}
		l := s.lanes[id]
		open := *old
		open.ParentHash = l.applied.Hash
		if base := l.shard.NextBaseFee(); base.Cmp(open.BaseFee) != 0 {
			open.BaseFee = base
			recs = append(recs, &journal.Opened{Open: open})
		}
		again.opens[id] = &open
	}
	return recs
}

// rerun collects what a redo changes.
type rerun struct {
	s       *Sequencer
	origin  *slot             // as it was before
	before  []*decided        // still to be decided again
	done    map[*decided]bool // of these already
	last    uint64            // global index given before the redo
	refused []journal.Record
	revoked []journal.Position
	answers []answer
	changed bool
}

// abandon undoes what the redo has done, of which nothing is journaled, and returns the
// slot as it was before.
func (r *rerun) abandon() *slot {
	for _, d := range r.origin.decided {
		r.s.pool.remove(d.item)
		r.s.recent.put(d.item)
	}
	r.s.numbers.globalIndex = max(r.s.numbers.globalIndex, r.last)
	return r.origin
}

// number sees to it that the legs decided next get the numbers they had before. The
// numbers between them are those of other chains; where they cannot be had, or there are
// more legs than before, these and all after them get new ones.
func (r *rerun) number(before *decided, legs int) {
	n := &r.s.numbers.globalIndex
	if first := before.bundle.Legs[0].GlobalIndex; *n < first && legs <= len(before.bundle.Legs) {
		*n = first - 1
	} else {
		*n = max(*n, r.last)
	}
}

// decide runs one bundle of the slot again. It reports false, and has done nothing, where a
// node could not be read: that must not cost a promise.
func (r *rerun) decide(ctx context.Context, d *decided) bool {
	s := r.s
	if d.strikes >= maxStrikes {
		r.revoke(d, nil)
		r.refuse(d.item, &chains.Refusal{Code: chains.RefusedDiverged, ChainID: d.item.txs[0].ChainID(),
			Reason: "the chain's own node executes it otherwise than the sequencer", Hint: "this is a fault of the sequencer; tell its operator"})
		return true
	}
	legs, refusal, err := s.attempt(d.item.txs, 0) // in its order, whatever it reads
	var leg *crosschain.LegError
	if errors.Is(err, shard.ErrState) && errors.As(err, &leg) {
		s.undo()
		s.unreadable(ctx, s.lanes[leg.ChainID], err)
		return false
	}
	if err != nil || refusal != nil {
		s.undo()
		r.revoke(d, nil)
		if refusal != nil {
			r.refuse(d.item, refusal)
			return true
		}
		s.recent.forget(d.item)
		// A refusal is journaled with the rest of the redo: on record before the decision
		// is taken back, a crash between the two would leave neither.
		if refusal = s.postpone(d.item, err); refusal != nil {
			r.refuse(d.item, refusal)
			return true
		}
		if d.item.ticket.resolved() { // who asks from now on waits for the new decision
			d.item.ticket = newTicket()
		}
		s.pool.register(d.item)
		return true
	}
	r.number(d, len(legs))
	now, err := s.keep(d.item, legs)
	if err != nil {
		s.fail(err)
		return true
	}
	now.strikes = d.strikes
	r.keep(d, now)
	return true
}

// keep compares a bundle with what it was before the redo.
func (r *rerun) keep(old, now *decided) {
	r.s.open.decided = append(r.s.open.decided, now)
	r.s.recent.put(now.item)
	if sameBundle(&old.bundle, &now.bundle) {
		now.promises = old.promises
	} else {
		r.revoke(old, &now.bundle)
		for _, p := range old.promises {
			if stands(&p, &now.bundle) { // what was never promised, or is revoked, gets none (P5)
				now.promises = append(now.promises, p)
			}
		}
	}
	r.answers = append(r.answers, answer{ticket: now.item.ticket, outcome: Outcome{Bundle: &now.bundle, Promises: now.promises}})
}

func sameBundle(a, b *chains.Bundle) bool {
	if len(a.Legs) != len(b.Legs) || a.LegsHash() != b.LegsHash() {
		return false
	}
	for i := range a.Legs {
		if a.Legs[i].GlobalIndex != b.Legs[i].GlobalIndex || a.Legs[i].ReceiptHash() != b.Legs[i].ReceiptHash() {
			return false
		}
	}
	return true
}

// revoke lists the promises of old that now does not keep; now nil keeps none.
func (r *rerun) revoke(old *decided, now *chains.Bundle) {
	r.changed = true
	for i := range old.promises {
		p := &old.promises[i]
		if now != nil && stands(p, now) {
			continue
		}
		r.revoked = append(r.revoked, positionOf(p))
	}
}

func positionOf(p *chains.Promise) journal.Position {
	return journal.Position{ChainID: p.ChainID, Height: p.Height, Index: p.Index, TxHash: p.TxHash}
}

func stands(p *chains.Promise, b *chains.Bundle) bool {
	if p.BundleHash != b.LegsHash() {
		return false
	}
	for i := range b.Legs {
		if l := &b.Legs[i]; l.ChainID == p.ChainID && l.Height == p.Height && l.Index == p.Index {
			return l.TxHash == p.TxHash && l.ReceiptHash() == p.ReceiptHash
		}
	}
	return false
}

func (r *rerun) refuse(it *item, refusal *chains.Refusal) {
	r.changed = true
	r.s.recent.forget(it)
	r.refused = append(r.refused, it.refused(refusal, false))
	r.answers = append(r.answers, answer{ticket: it.ticket, outcome: Outcome{Refusal: refusal}})
	r.s.deps.Metrics.refusals.WithLabelValues(string(refusal.Code)).Inc()
}

// finish journals, in one piece, what the redo changed. A redo that came out as before
// journals nothing.
func (r *rerun) finish() {
	if !r.changed {
		r.tell(1)
		return
	}
	s := r.s
	cause := s.open.cause
	if cause == "" {
		cause = "the slot was executed again with another result"
	}
	var recs []journal.Record
	for _, id := range s.ids {
		if open := s.open.opens[id]; open != nil {
			recs = append(recs, &journal.Reopened{Slot: s.open.timestamp, ChainID: id, Height: open.Number, Cause: cause})
		}
	}
	if len(r.revoked) > 0 {
		revoked := &journal.Revoked{Slot: s.open.timestamp, Positions: r.revoked, Cause: cause}
		if err := s.signRevoked(revoked); err != nil {
			s.fail(err)
			return
		}
		recs = append(recs, revoked)
	}
	// Reopened takes back every decision of the slot, so all are recorded again.
	recs = append(recs, r.standing()...)
	seq, err := s.deps.Journal.Append(append(recs, r.refused...)...)
	if err != nil {
		s.fail(fmt.Errorf("journal a redo: %w", err))
		return
	}
	r.tell(seq)
}

// tell delivers the outcomes of the redo once the journal is durable up to seq.
func (r *rerun) tell(seq journal.Seq) {
	for _, a := range r.answers {
		a.seq = seq
		r.s.promiser.enqueue(a)
	}
}

func (r *rerun) standing() []journal.Record {
	recs := make([]journal.Record, 0, len(r.s.open.decided))
	for _, d := range r.s.open.decided {
		recs = append(recs, d.record(r.s.open.timestamp))
	}
	return recs
}
