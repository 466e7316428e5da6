package sim

import (
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"
)

// randomPlan draws a run from its seed: most runs have few vices, so that those they have
// are seen.
func randomPlan(seed uint64) plan {
	r := fate{seed}.of("plan", 0)
	some := func(most float64) float64 {
		if percent(r, 35) {
			return r.Float64() * most
		}
		return 0
	}
	p := plan{clients: 1 + r.IntN(maxClients), length: between(r, 10*time.Second, 30*time.Second), think: between(r, 100*time.Millisecond, 2*time.Second)}
	p.vices = vices{
		failBefore: some(10), failAfter: some(10), slow: some(4), still: some(20), syncing: some(5), dead: some(1),
	}
	if percent(r, 20) {
		p.vices.bent = r.Float64() * 10
	}
	if percent(r, 20) {
		p.vices.lie = r.Float64() * 20
	}
	if percent(r, 50) {
		p.vices.lost = uint64(r.IntN(20))
		p.vices.restart = some(1)
	}
	if percent(r, 10) {
		p.vices.foreign = 1 + r.Float64()*5
	}
	if percent(r, 70) {
		p.crash = crashes(fate{seed}, r.Float64()*0.5, 1+r.IntN(6))
	} else {
		p.crash = noCrash
	}
	return p
}

func noCrash(*life, int64, string) (unsynced, bool) { return lost, false }

// crashes lets each step be the last with a probability in percent, at most so often.
func crashes(f fate, p float64, most int) func(*life, int64, string) (unsynced, bool) {
	return func(l *life, step int64, what string) (unsynced, bool) {
		r := f.of(fmt.Sprint("crash of life ", l.number), uint64(step))
		if l.number >= most || time.Now().After(l.sim.calm) || !percent(r, p) {
			return lost, false
		}
		return unsynced(r.IntN(3)), true
	}
}

func environment(t *testing.T, name string, otherwise uint64) uint64 {
	text := os.Getenv(name)
	if text == "" {
		return otherwise
	}
	n, err := strconv.ParseUint(text, 10, 64)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return n
}

func worldOf(r *rand.Rand, worlds map[int]*world) *world { return worlds[2+r.IntN(2)] }

// maxFailed is after how many failed seeds no more are run.
const maxFailed = 5

// TestSeeds runs seeded mixtures of crashes and vices.
func TestSeeds(t *testing.T) {
	t.Parallel()
	worlds := map[int]*world{2: newWorld(t, 2), 3: newWorld(t, 3)}
	first, count := uint64(1), environment(t, "SSEQ_SIM_SEEDS", 40)
	if one := environment(t, "SSEQ_SIM_SEED", 0); one != 0 {
		first, count = one, 1
	}
	begun := time.Now()
	var virtual time.Duration
	failed := 0
	for seed := first; seed < first+count && failed < maxFailed; seed++ {
		start := time.Now()
		res := run(t, worldOf(fate{seed}.of("world", 0), worlds), seed, randomPlan(seed))
		virtual += res.virtual
		if testing.Verbose() {
			t.Logf("seed %d: %s, %v virtual, %v real, %d events, %d lives, %d halts, %d included, %d relayed, %d refused, %d revoked", seed, res.transcript,
				res.virtual.Round(time.Second), time.Since(start).Round(time.Millisecond), res.events, res.lives, res.halts, res.included, res.relayed, res.refused, res.revoked)
			if res.halted != nil {
				t.Logf("  halted: %v", res.halted)
			}
		}
		if len(res.violations) > 0 {
			failed++
		}
		for _, v := range res.violations {
			t.Errorf("seed %d: %s", seed, v)
		}
	}
	t.Logf("%d seeds, %.0f virtual seconds, %.0f times real time", count, virtual.Seconds(), virtual.Seconds()/time.Since(begun).Seconds())
}

// TestReproducible: a seed gives the same run each time.
func TestReproducible(t *testing.T) {
	t.Parallel()
	worlds := map[int]*world{2: newWorld(t, 2), 3: newWorld(t, 3)}
	first, count := uint64(1), environment(t, "SSEQ_SIM_SEEDS", 40)/4
	if one := environment(t, "SSEQ_SIM_SEED", 0); one != 0 {
		first, count = one, 1
	}
	for seed := first; seed < first+count; seed++ {
		p := randomPlan(seed)
		p.keep = true
		w := worldOf(fate{seed}.of("world", 0), worlds)
		once, again := run(t, w, seed, p), run(t, w, seed, p)
		if once.transcript == again.transcript {
			continue
		}
		for i := range min(len(once.lines), len(again.lines)) {
			if once.lines[i] != again.lines[i] {
				from, to := max(0, i-8), min(i+4, len(once.lines), len(again.lines))
				t.Errorf("seed %d: event %d differs:\n%s\nand\n%s", seed, i, strings.Join(once.lines[from:to], "\n"), strings.Join(again.lines[from:to], "\n"))
				break
			}
		}
	}
}
