package sequencer

import (
	"context"
	"errors"
	"slices"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/crosschain"
	"github.com/ssequencer/ssequencer/tracer/shard"
)

// force does again what nobody has submitted. An owed message that cannot be relayed here
// any more stays owed.
func (r *rerun) force(ctx context.Context, d *decided) bool {
	s, leg := r.s, &d.bundle.Legs[0]
	l, before := s.lanes[leg.ChainID], s.numbers.globalIndex
	if leg.Kind == chains.DepositTx {
		r.deposits(l)
		r.changed = r.changed || !r.done[d]
		return true
	}
	s.restoreEntry(leg)
	m := s.owed.byHash(leg.Executes, leg.ChainID)
	if m == nil {
		r.revoke(d, nil)
		return true
	}
	r.number(d, 1)
	now, err := s.relayOwed(m, d.item, d.strikes > 0 || crosschain.Undelivered(leg.Raw))
	if errors.Is(err, shard.ErrState) {
		s.numbers.globalIndex = before
		s.unreadable(ctx, l, err)
		return false
	}
	if err != nil {
		s.numbers.globalIndex = before
		r.revoke(d, nil)
		return true
	}
	now.strikes = d.strikes
	r.keep(d, now)
	return true
}

// deposits makes the bundles of a chain's deposits, at the place of the first one there was.
func (r *rerun) deposits(l *lane) {
	s := r.s
	for _, leg := range l.forced {
		at := slices.IndexFunc(r.before, func(d *decided) bool { return !r.done[d] && d.bundle.ID == leg.Tx.Hash() })
		if at < 0 {
			r.changed = true
			s.numbers.globalIndex = max(s.numbers.globalIndex, r.last)
			s.open.decided = append(s.open.decided, s.depositBundle(leg, forcedItem(leg.Tx.Hash())))
			continue
		}
		d := r.before[at]
		r.done[d] = true
		r.number(d, 1)
		r.keep(d, s.depositBundle(leg, d.item))
	}
	l.forced = nil
}
