package sequencer

import (
	"context"
	"fmt"
	"slices"
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
		beside = beside || sl.opens[id] != nil && s.deps.Blocks[id] != nil
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
	seq, err := s.deps.Journal.Append(&journal.Recalled{Slot: slot, Group: ids})
	if err == nil {
		err = s.deps.Journal.WaitDurable(ctx, seq)
	}
	if err == nil {
		s.wishes.unhold(group)
	}
	return err
}

// recallChanged has held blocks made anew of which a source says something else by now.
func (s *Sequencer) recallChanged() {
	sl := s.sealing
	if sl == nil || sl.hold.over {
		return
	}
	cause := ""
	for _, id := range s.ids {
		if sl.opens[id] == nil || s.deps.Sources[id] == nil {
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

// endsAhead returns when a slot that opens now is to be sealed so that its blocks are ready
// before they are asked for, zero where that has to be when they are: no op-node is there, or
// it is late.
func (s *Sequencer) endsAhead(timestamp uint64, offers []offer, now time.Time) time.Time {
	shortest := time.Duration(0)
	for i := range offers {
		if p := offers[i].parent; p != nil && s.deps.Blocks[p.ChainID] != nil {
			length := time.Duration(timestamp-p.Timestamp) * time.Second
			if shortest == 0 || length < shortest {
				shortest = length
			}
		}
	}
	at := time.Unix(int64(timestamp), 0).Add(-s.cfg.ReadyBefore - s.leads.longest(shortest/2))
	if shortest == 0 || s.cfg.ReadyBefore < 0 || !at.After(now) {
		return time.Time{}
	}
	return at
}

// leads remembers how long blocks took of late, from the end of their slot until they were
// ready to be committed.
type leads struct {
	took []time.Duration
	next int
}

// maxLeads is how many blocks are remembered.
const maxLeads = 64

func (l *leads) note(took time.Duration) {
	if len(l.took) < maxLeads {
		l.took = append(l.took, took)
		return
	}
	l.took[l.next], l.next = took, (l.next+1)%maxLeads
}

// longest returns the longest of them, at most the given time, which is also what is said
// before there were any.
func (l *leads) longest(most time.Duration) time.Duration {
	if len(l.took) == 0 {
		return most
	}
	return min(slices.Max(l.took), most)
}
