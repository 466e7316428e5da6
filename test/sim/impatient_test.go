package sim

import (
	"context"
	"strings"
	"testing"
	"time"
)

// impatientScript sends with little patience, and asks again after a time-out, as wallets
// do: the first admission may be on its way to the disk then.
func impatientScript(s *sim, c *client) {
	ctx, cancel := context.WithDeadline(s.forever, s.calm.Add(settle))
	defer cancel()
	a, b := s.world.ids[0], s.world.ids[1]
	var subs []*submission
	for nonce := range uint64(12) {
		sub := c.plain(b, nonce)
		sub.trusts = true
		subs = append(subs, sub)
		c.sendImpatiently(ctx, sub, between(c.rand("patience", int(nonce)), 20*time.Microsecond, 2*time.Millisecond))
	}
	for _, sub := range subs {
		c.send(ctx, sub)
		c.follow(ctx, sub)
	}
	c.concludes(ctx, a, b)
}

// sendImpatiently submits and looks the submission up where no answer came in time. What it
// finds is acknowledged.
func (c *client) sendImpatiently(ctx context.Context, sub *submission, patience time.Duration) {
	l, err := c.sim.alive(ctx, nil)
	if err != nil {
		return
	}
	hurry, cancel := context.WithTimeout(l.ctx, patience)
	defer cancel()
	ticket, err := l.seq.Submit(hurry, sub.txs, 0)
	found := err == nil
	if !found {
		ticket, found = l.seq.Lookup(l.ctx, sub.id)
	}
	if found && !l.dead.Load() {
		c.sim.oracle.acknowledged(l, sub)
		sub.ticket, sub.life, sub.acked, sub.open = ticket, l, true, true
	}
	_ = c.blink() // ends with the run, as the next call does
}

// TestCrashOfTheImpatient crashes the process around every sync while clients ask again
// before it is done. What they were told of is not lost.
func TestCrashOfTheImpatient(t *testing.T) {
	t.Parallel()
	w := newWorld(t, 2)
	impatient := plan{script: impatientScript}
	res, steps := enumerated(t, w, impatient)
	check(t, res, 0, "no fault")
	cases := 0
	for _, at := range steps[0] {
		if !strings.Contains(at.what, "sync") {
			continue
		}
		for _, how := range []unsynced{lost, torn, kept} {
			res, _ := enumerated(t, w, impatient, crashAt{0, at.number, how})
			check(t, res, 1, "crash at step %d (%s), unsynced data %s", at.number, at.what, how)
			cases++
		}
	}
	t.Logf("%d cases", cases)
}
