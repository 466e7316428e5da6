package sequencer

import (
	"context"
	"fmt"
	"sync"
	"time"

	"github.com/ssequencer/ssequencer/journal"
)

// Beside an op-node, a slot is sealed and its blocks are built some time before op-node asks
// for them (O1): op-node gives its execution node 50 ms for an answer. Until one of them is
// asked for nothing is committed; they are held. Where nobody asks they are committed at the
// slot's end, and handed over (O3).

// hold keeps the blocks of a sealed slot from being committed. It belongs to the slot loop;
// the committer waits for it.
type hold struct {
	ended    chan struct{}
	mu       sync.Mutex // held to end it, and while it goes on record
	over     bool       // ended is closed. Changed by the slot loop only
	recalled bool       // the blocks are to be made anew. Not changed any more once it is over
}

func newHold() hold { return hold{ended: make(chan struct{})} }

// release lets the blocks be committed.
func (h *hold) release() {
	h.mu.Lock()
	defer h.mu.Unlock()
	if !h.over {
		h.over = true
		close(h.ended)
	}
}

// recall has the blocks made anew. The hold must not be over.
func (h *hold) recall() {
	h.recalled = true
	h.release()
}

// unlessOver does something while the hold lasts: it does not end before that is done. It
// reports false where it is over.
func (h *hold) unlessOver(do func() error) (bool, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.over {
		return false, nil
	}
	return true, do()
}

// wait waits for the end of the hold and reports whether the blocks are recalled.
func (h *hold) wait(ctx context.Context) (recalled bool, err error) {
	select {
	case <-h.ended:
		return h.recalled, nil
	case <-ctx.Done():
		return false, ctx.Err()
	}
}

// holds reports whether the blocks of a slot that is being sealed are to be held.
func (s *Sequencer) holds(sl *slot) bool {
	beside := false
	for _, id := range s.ids {
		if s.wishes.open(id) { // of this slot, or of one that has to wait for it
			return false
		}
		beside = beside || sl.opens[id] != nil && s.lanes[id].Blocks != nil
	}
	return beside && s.deps.Clock.Now().Before(sl.ends)
}

// announce makes durable that a group which is ready is held: whoever asks for a block of it can
// be given it without a wait for the disk, since a crash commits the group from here on. It
// reports false where the hold is over already.
func (s *Sequencer) announce(ctx context.Context, sl *slot, group []*blockJob) (held bool, err error) {
	if !s.wishes.hold(group) {
		return false, nil
	}
	defer func() {
		if !held {
			s.wishes.unhold(group)
		}
	}()
	ids, blocks := refs(group)
	var seq journal.Seq
	held, err = sl.hold.unlessOver(func() (err error) { // so it is on record before openings that recall it
		seq, err = s.deps.Journal.Append(&journal.Held{Slot: sl.timestamp, Group: ids, Blocks: blocks})
		return err
	})
	if held && err == nil {
		err = s.deps.Journal.WaitDurable(ctx, seq)
	}
	return held, err
}

// takeBack makes durable that a group that was held is not committed. Only then is anybody told
// that there is no block. Called also at a stop: what nobody was given is decided again at the
// next start.
func (s *Sequencer) takeBack(ctx context.Context, slot uint64, group []*blockJob) error {
	ids, _ := refs(group)
	_, err := s.makeDurable(ctx, &journal.Recalled{Slot: slot, Group: ids})
	if err == nil {
		s.wishes.unhold(group)
	}
	return err
}

// makeDurable journals a record and returns when it is durable.
func (s *Sequencer) makeDurable(ctx context.Context, rec journal.Record) (journal.Seq, error) {
	seq, err := s.deps.Journal.Append(rec)
	if err == nil {
		err = s.deps.Journal.WaitDurable(ctx, seq)
	}
	return seq, err
}

// recallChanged has held blocks made anew of which a source says something else by now.
func (s *Sequencer) recallChanged() {
	sl := s.sealing
	if sl == nil || sl.hold.over {
		return
	}
	cause := ""
	for _, id := range s.ids {
		if sl.opens[id] == nil || s.lanes[id].Source == nil {
			continue
		}
		if now := s.changed(sl, s.lanes[id]); now != nil {
			sl.opens[id], cause = now, fmt.Sprintf("chain %d: %v", id, errInputsChanged)
		}
	}
	if cause != "" {
		sl.hold.recall() // before the new openings: from those on nothing of the slot may be held
		s.reopened(sl, cause)
	}
}

// ahead is when a slot is to be sealed so that its blocks are ready before they are asked for.
type ahead struct {
	at       time.Time // as long as blocks took of late before they are to be ready; zero where it is sealed at its end
	earliest time.Time // not before this
	ready    time.Time // when they are to be ready
}

// endsAhead returns when a slot that opens now is to be sealed so that its blocks are ready
// before they are asked for, zero where that has to be when they are: no op-node is there, or
// it is late. A slot that opens when that moment is over already is sealed soon, with what is decided by
// then: else op-node would wait for the block, come still later with the next one, and so on.
func (s *Sequencer) endsAhead(timestamp uint64, offers []offer, now time.Time) ahead {
	shortest := time.Duration(0)
	for i := range offers {
		if p := offers[i].parent; p != nil && s.lanes[p.ChainID].Blocks != nil {
			length := time.Duration(timestamp-p.Timestamp) * time.Second
			if shortest == 0 || length < shortest {
				shortest = length
			}
		}
	}
	ready := time.Unix(int64(timestamp), 0).Add(-s.cfg.ReadyBefore)
	if shortest == 0 || s.cfg.ReadyBefore < 0 || !ready.After(now) {
		return ahead{}
	}
	a := ahead{earliest: latest(ready.Add(-shortest/2), now.Add(shortest/decideAtLeast)), ready: ready}
	a.at = a.bounded(s.leads.longest(shortest / 2))
	return a
}

const (
	// decideAtLeast is the part of a block time for which a slot is open at least, where there is as much.
	decideAtLeast = 16
	// slowGas is how long nodes may take for a unit of gas before they have shown what they can: 100 Mgas/s.
	slowGas = 10 * time.Nanosecond
)

// bounded returns when the slot is to be sealed where its blocks take as long.
func (a *ahead) bounded(take time.Duration) time.Time {
	if at := latest(a.ready.Add(-take), a.earliest); at.Before(a.ready) {
		return at
	}
	return a.ready
}

// with returns when the slot is to be sealed where the fullest of its blocks has used so much gas: what
// blocks took of late says nothing of one that is fuller than they were.
func (a *ahead) with(gas uint64, of *leads) time.Time {
	if full := a.bounded(time.Duration(gas) * slowGas); full.Before(a.at) && gas > of.fullest() {
		return full
	}
	return a.at
}

func latest(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

// due is when the open slot is to be sealed; one that is redone, at once.
func (s *Sequencer) due() time.Time {
	sl := s.open
	if sl.closed {
		return time.Time{}
	}
	if sl.ahead.at.IsZero() {
		return sl.ends
	}
	gas := uint64(0)
	for id, open := range sl.opens {
		if l := s.lanes[id]; l.block == open.Number { // it is begun
			gas = max(gas, open.GasLimit-min(l.shard.GasLeft(), open.GasLimit))
		}
	}
	if at := sl.ahead.with(gas, &s.leads); at.Before(sl.ends) {
		return at
	}
	return sl.ends
}

// leads remembers how long blocks took of late, from the end of their slot until they were
// ready to be committed, and how full they were.
type leads struct {
	last []lead
	next int
}

type lead struct {
	took time.Duration
	gas  uint64 // of the fullest block of a group
}

// maxLeads is how many of them are remembered.
const maxLeads = 64

func (l *leads) note(last lead) {
	if len(l.last) < maxLeads {
		l.last = append(l.last, last)
		return
	}
	l.last[l.next], l.next = last, (l.next+1)%maxLeads
}

// longest returns the longest of them, at most the given time, which is also what is said
// before there were any.
func (l *leads) longest(most time.Duration) time.Duration {
	if len(l.last) == 0 {
		return most
	}
	longest := time.Duration(0)
	for _, one := range l.last {
		longest = max(longest, one.took)
	}
	return min(longest, most)
}

// fullest returns the gas of the fullest block that is remembered.
func (l *leads) fullest() uint64 {
	fullest := uint64(0)
	for _, one := range l.last {
		fullest = max(fullest, one.gas)
	}
	return fullest
}
