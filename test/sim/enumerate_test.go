package sim

import (
	"context"
	"math/big"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/contracts/bindings"
)

// script sends one of each kind: a plain transaction, a bundle, one that is refused, a
// nested one; then one more bundle when all is done, which shows that the chains go on.
func script(s *sim, c *client) {
	ctx, cancel := context.WithDeadline(s.forever, s.calm.Add(settle))
	defer cancel()
	w := s.world
	a, b := w.ids[0], w.ids[1]
	at := common.Address{0xaa}
	subs := []*submission{
		c.new("plain", c.sign(b, txFields{nonce: 0, to: &at, value: big.NewInt(1)})),
		c.burn(a, b, 0, big.NewInt(10)),
		c.new(tooMuch, c.sign(b, txFields{nonce: 1, to: &w.plan.ETHBridge, value: ether(100), data: bindings.EncodeSendETH(at, uint64(a))})),
		c.nested([]chains.ChainID{b, a}, a, 1),
	}
	for i, sub := range subs {
		sub.trusts = true
		c.send(ctx, sub)
		_ = s.line.sleep(ctx, time.Duration(200+100*i)*time.Millisecond) // ends with ctx, as the next call does
	}
	for _, sub := range subs {
		c.follow(ctx, sub)
	}
	c.concludes(ctx, a, b)
}

// concludes sends bundles until one is included, which shows that both chains go on.
func (c *client) concludes(ctx context.Context, a, b chains.ChainID) {
	for n := int64(100); ; n++ {
		last := c.burn(a, b, c.nonce(a), big.NewInt(n))
		last.trusts = true
		c.send(ctx, last)
		c.follow(ctx, last)
		r := last.told.Refusal
		away := r != nil && r.Code == chains.RefusedChainUnavailable
		if c.onChain(last) || c.sim.lost(a, b) {
			return
		}
		if !away || c.sim.line.sleep(ctx, 500*time.Millisecond) != nil {
			c.sim.oracle.violated("the last bundle is not included: %+v", last.told)
			return
		}
	}
}

// lost reports whether one of the chains is.
func (s *sim) lost(ids ...chains.ChainID) bool {
	s.instant.Lock()
	defer s.instant.Unlock()
	return slices.ContainsFunc(ids, func(id chains.ChainID) bool { return s.nodes[id].lost() })
}

// step is a place at which something can go wrong.
type step struct {
	number int64
	what   string
	at     time.Duration
}

// calls tells a step at which a node is asked.
func (s step) calls() bool { return strings.HasSuffix(s.what, " asked") }

// reads tells a step at which a node is asked for some state.
func (s step) reads() bool {
	return strings.Contains(s.what, " accounts ") || strings.Contains(s.what, " storage ") || strings.Contains(s.what, " code ")
}

// crashAt makes life number end at a step.
type crashAt struct {
	life int
	step int64
	how  unsynced
}

// enumerated is the same run each time, but for what goes wrong.
func enumerated(t *testing.T, w *world, wrong plan, crashes ...crashAt) (*result, map[int][]step) {
	steps := map[int][]step{}
	wrong.clients, wrong.memory = 1, w.memory
	if wrong.script == nil {
		wrong.script = script
	}
	wrong.crash = func(l *life, number int64, what string) (unsynced, bool) {
		steps[l.number] = append(steps[l.number], step{number, what, time.Since(l.sim.start)})
		for _, c := range crashes {
			if c.life == l.number && c.step == number {
				return c.how, true
			}
		}
		return lost, false
	}
	return run(t, w, 1, wrong), steps
}

// check ends the test at the first case that is not as it should be: many others would be
// the same.
func check(t *testing.T, res *result, crashes int, format string, args ...any) {
	if res.lives != crashes+1 {
		t.Errorf(format+": %d lives", append(args, res.lives)...)
	}
	for _, v := range res.violations {
		t.Errorf(format+": %s", append(args, v)...)
	}
	if t.Failed() {
		t.FailNow()
	}
}

// TestCrashAtEveryStep crashes the process right after every record appended, before and
// after every sync, and before and after every call to a node has its effect, with each
// fate of the unsynced data.
func TestCrashAtEveryStep(t *testing.T) {
	t.Parallel()
	w := newWorld(t, 2)
	res, steps := enumerated(t, w, plan{})
	check(t, res, 0, "no fault")
	cases := 0
	for _, at := range steps[0] {
		if at.reads() { // nothing changes between the steps around it
			continue
		}
		for _, how := range []unsynced{lost, torn, kept} {
			res, _ := enumerated(t, w, plan{}, crashAt{0, at.number, how})
			check(t, res, 1, "crash at step %d (%s), unsynced data %s", at.number, at.what, how)
			cases++
		}
	}
	t.Logf("%d cases", cases)
}

// TestCrashInRecovery crashes the process, and the next one at every step of its first
// second.
func TestCrashInRecovery(t *testing.T) {
	t.Parallel()
	w := newWorld(t, 2)
	_, first := enumerated(t, w, plan{})
	every, cases := int(environment(t, "SSEQ_SIM_EVERY", 16)), 0
	var places []step
	for _, at := range first[0] {
		if !at.reads() {
			places = append(places, at)
		}
	}
	for i := 0; i < len(places); i += every {
		once := crashAt{0, places[i].number, unsynced(i / every % 3)}
		_, again := enumerated(t, w, plan{}, once)
		second := slices.DeleteFunc(again[1], step.reads)
		for j, at := range second[:min(len(second), 40)] {
			res, _ := enumerated(t, w, plan{}, once, crashAt{1, at.number, unsynced(j % 3)})
			if res.lives == 3 { // else the run was over before
				check(t, res, 2, "crash at %+v (%s), then at step %d (%s)", once, places[i].what, at.number, at.what)
				cases++
			}
		}
	}
	t.Logf("%d cases", cases)
}

// TestFaultAtEveryCall lets every call to a node go wrong, in each way.
func TestFaultAtEveryCall(t *testing.T) {
	t.Parallel()
	w := newWorld(t, 2)
	_, steps := enumerated(t, w, plan{})
	cases := 0
	for _, at := range steps[0] {
		if !at.calls() {
			continue
		}
		for _, wrong := range []fault{failBefore, failAfter, loseOne, loseAll, doneThenLost} {
			if at.reads() && wrong != failBefore {
				continue
			}
			res, _ := enumerated(t, w, plan{fault: func(l *life, number int64) fault {
				if l.number == 0 && number == at.number {
					return wrong
				}
				return none
			}})
			check(t, res, 0, "step %d (%s): %s", at.number, at.what, wrong)
			cases++
		}
	}
	t.Logf("%d cases", cases)
}

// TestDiskFailsAtEverySync lets every sync of the journal fail, in each way. Nothing is
// promised or adopted that is not on the disk, the process ends and says why, and the next
// one believes the disk.
func TestDiskFailsAtEverySync(t *testing.T) {
	t.Parallel()
	w := newWorld(t, 2)
	syncs, cases := int64(0), 0
	res, _ := enumerated(t, w, plan{disk: func(_ *life, n int64) diskFault { syncs = n; return sound }})
	check(t, res, 0, "no fault")
	for at := range syncs {
		for _, how := range []diskFault{notSynced, syncedBut, full} {
			res, _ := enumerated(t, w, plan{disk: func(l *life, n int64) diskFault {
				if l.number == 0 && n == at {
					return how
				}
				return sound
			}})
			check(t, res, 1, "sync %d: %v", at, how)
			cases++
		}
	}
	t.Logf("%d cases", cases)
}
