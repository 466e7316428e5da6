package sim

import (
	"context"
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ssequencer/ssequencer/chains"
)

// awayScript sends bundles over two chains and transactions on each of three, tries what
// touches a chain whose node is away and what does not, and sends a last bundle when all is
// done.
func awayScript(s *sim, c *client) {
	ctx, cancel := context.WithDeadline(s.forever, s.calm.Add(settle))
	defer cancel()
	a, b, d := s.world.ids[0], s.world.ids[1], s.world.ids[2]
	other := s.actor(2) // so that no nonce waits for what is refused
	defer s.oracle.heard(other)
	subs := []*submission{
		c.burn(a, b, 0, big.NewInt(10)),
		c.plain(b, 0),
		c.plain(d, 0),
		other.nested([]chains.ChainID{b, a}, a, 0),
		c.plain(d, 1),
		c.plain(b, 1),
	}
	for i, sub := range subs {
		sub.trusts = true
		c.send(ctx, sub)
		_ = s.line.sleep(ctx, time.Duration(50+250*i)*time.Millisecond) // ends with ctx, as the next call does
	}
	for range 40 {
		if hit := s.hit(); hit.lasts() && time.Since(hit.at) > 5*time.Second {
			s.probe(ctx, hit)
			break
		}
		if s.line.sleep(ctx, 200*time.Millisecond) != nil {
			return
		}
	}
	for _, sub := range subs {
		c.follow(ctx, sub)
	}
	c.concludes(ctx, a, b)
}

// actor is another client of a script.
func (s *sim) actor(number int) *client {
	return &client{sim: s, number: number, key: s.world.clients[number]}
}

func (c *client) plain(id chains.ChainID, nonce uint64) *submission {
	at := common.Address{0xaa}
	return c.new("plain", c.sign(id, txFields{nonce: nonce, to: &at, value: c.salt()}))
}

func (s *sim) hit() strike {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.struck
}

// lasts reports whether the fault keeps a node away for some time.
func (h strike) lasts() bool { return h.fault == dies || h.fault == diesAfter || h.fault == hangs }

// probe sends, five seconds after a node went away, what touches its chain and what does
// not: a bundle that touches it is refused, a transaction on it waits and is included when
// the chain is back, and all else is included soon.
func (s *sim) probe(ctx context.Context, hit strike) {
	c := s.actor(1)
	defer s.oracle.heard(c)
	var others []chains.ChainID
	for _, id := range s.world.ids {
		if id != hit.chain {
			others = append(others, id)
		}
	}
	patient, cancel := context.WithTimeout(ctx, 4*time.Second)
	defer cancel()
	bundle, queued, alone := c.nested([]chains.ChainID{hit.chain}, others[0], 0), c.plain(hit.chain, 0), c.plain(others[1], 0)
	for _, sub := range []*submission{bundle, queued, alone} {
		sub.trusts = true
		c.send(ctx, sub)
	}
	c.follow(patient, bundle)
	c.follow(patient, alone)
	if s.lives == 1 && time.Since(hit.at) < absence {
		if r := bundle.told.Refusal; r == nil || r.Code != chains.RefusedChainUnavailable {
			s.oracle.violated("a bundle that touches chain %d, which is away, is answered with %+v", hit.chain, bundle.told)
		}
		if !c.onChain(alone) {
			s.oracle.violated("a transaction on chain %d is not included while chain %d is away: %+v", others[1], hit.chain, alone.told)
		}
	}
	for _, sub := range c.sent {
		c.follow(ctx, sub)
	}
	if !c.onChain(queued) && queued.acked {
		s.oracle.violated("what waited for chain %d has come to nothing: %+v", hit.chain, queued.told)
	}
}

// fits reports whether a fault can happen to the call made at a step.
func (f fault) fits(at step) bool {
	switch f {
	case wrongRoot:
		return at.is("build")
	case saysInvalid:
		return at.is("payload")
	case foreignChild, foreignBeside, foreignChain:
		return at.is("build") || at.is("payload") || at.is("adopt")
	}
	return !at.reads() || f == hangs
}

func (s step) is(method string) bool { return strings.Contains(s.what, " "+method+" ") }

// struckAt is a plan in which a fault happens at a step of the first life.
func struckAt(at step, f fault) plan {
	return plan{script: awayScript, fault: func(l *life, number int64) fault {
		if l.number == 0 && number == at.number {
			return f
		}
		return none
	}}
}

// TestMemberLost lets, at every call to a node, the node die, hang, lie about a block, or be
// another writer's, and looks at the others meanwhile.
func TestMemberLost(t *testing.T) {
	t.Parallel()
	w := newWorld(t, 3)
	res, steps := enumerated(t, w, plan{script: awayScript})
	check(t, res, 0, "no fault")
	every, possible, cases := int(environment(t, "SSEQ_SIM_EVERY", 7)), 0, 0
	for _, at := range steps[0] {
		if !at.calls() {
			continue
		}
		for f := dies; f <= foreignChain; f++ {
			if !f.fits(at) {
				continue
			}
			if possible++; possible%every != 0 {
				continue
			}
			res, _ := enumerated(t, w, struckAt(at, f))
			check(t, res, 0, "step %d (%s): %v", at.number, at.what, f)
			cases++
		}
	}
	t.Logf("%d of %d cases", cases, possible)
}

// TestCrashWhileMemberLost lets a member of a bundle die or hang before it builds, between
// Prepared and the commit, and between the commit and its adoption; and crashes the process
// at every step from then on until the chain takes part again.
func TestCrashWhileMemberLost(t *testing.T) {
	t.Parallel()
	w := newWorld(t, 3)
	_, steps := enumerated(t, w, plan{script: awayScript})
	every, possible, cases := int(environment(t, "SSEQ_SIM_EVERY", 16)), 0, 0
	for _, moment := range []string{" 902 build ", " 902 payload ", " 902 adopt "} {
		at := first(steps[0], moment)
		for _, f := range []fault{dies, diesAfter, hangs} {
			_, lost := enumerated(t, w, struckAt(at, f))
			for i, crash := range lost[0] {
				if crash.number < at.number || crash.reads() || crash.at > at.at+absence+3*time.Second {
					continue
				}
				if possible++; possible%every != 0 {
					continue
				}
				res, _ := enumerated(t, w, struckAt(at, f), crashAt{0, crash.number, unsynced(i % 3)})
				check(t, res, 1, "step %d (%s): %v, crash at step %d (%s), unsynced data %s", at.number, at.what, f, crash.number, crash.what, unsynced(i%3))
				cases++
			}
		}
	}
	t.Logf("%d of %d cases", cases, possible)
}

// first returns the first step that names something.
func first(steps []step, what string) step {
	for _, at := range steps {
		if at.calls() && strings.Contains(at.what, what) {
			return at
		}
	}
	return step{}
}
