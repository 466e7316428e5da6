package sequencer

import (
	"context"
	"fmt"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/crosschain"
)

// What L1 has sent to a chain is owed there, like what a deposit has sent: nobody could
// refuse it. The chain's own tree says which of it was received, so nothing of it is kept
// over a restart.

// Entries says what L1 has sent to chains and will not take back.
type Entries interface {
	// Sent returns messages of a pair from L1, in order: the one with the nonce and those
	// behind it, as many as are known, some at a time. It waits for nothing. An earlier nonce
	// is asked for again only where a chain has lost blocks.
	Sent(p chains.Pair, nonce uint64) []crosschain.Owed
}

// readEntered reads how much chains have received from L1, where that is not known. It
// reports false where a node could not be read.
func (s *Sequencer) readEntered(ctx context.Context) bool {
	for _, p := range s.deps.Core.Entries() {
		if !s.owed.unread[p] || !s.canRead(p.Destination) {
			continue
		}
		at := &sides{}
		if err := s.readSides(ctx, s.lanes[p.Destination], []chains.Pair{p}, map[chains.Pair]*sides{p: at}); err != nil {
			s.unanswered(ctx, s.lanes[p.Destination], fmt.Errorf("read the message trees: %w", err))
			return false
		}
		s.owed.merge(p, at.received.Count, nil)
		s.owed.entered(p, at.received.Count)
	}
	return true
}

// maxEntries is from how many messages of a pair on no more are taken in for now: as many
// as L1 likes to send do not fit into memory.
const maxEntries = 256

// takeEntries adds what L1 has sent since to what is owed.
func (s *Sequencer) takeEntries() {
	for _, p := range s.deps.Core.Entries() {
		if s.deps.Entries == nil || s.owed.unread[p] || len(s.owed.pairs[p]) >= maxEntries {
			continue
		}
		for _, m := range s.deps.Entries.Sent(p, s.owed.taken[p]) {
			s.owed.enter(m)
		}
	}
}

// entered notes how much of a pair from L1 was received. What is known behind it is kept, if
// nothing between is missing.
func (o *owed) entered(p chains.Pair, received uint64) {
	if list := o.pairs[p]; len(list) > 0 && list[0].Nonce != received {
		o.pairs[p] = nil
	}
	o.taken[p] = received + uint64(len(o.pairs[p]))
}

// enter takes in a message from L1 if it is the pair's next one.
func (o *owed) enter(m crosschain.Owed) {
	if p := m.Pair(); !o.unread[p] && m.Nonce == o.taken[p] {
		o.add([]crosschain.Owed{m})
		o.taken[p]++
	}
}

// restoreEntry takes in the message that a journaled relay received from L1, where a
// restart has forgotten it: what was promised does not wait for L1 to say it again.
func (s *Sequencer) restoreEntry(leg *chains.Leg) {
	if m, ok := s.deps.Core.EntryOf(leg.Raw); ok {
		s.owed.enter(m)
	}
}
