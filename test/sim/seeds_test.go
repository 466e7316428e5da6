package sim

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"runtime/debug"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// randomPlan draws a run from its seed: most runs have few vices, so that those they have
// are seen.
func randomPlan(seed uint64) plan {
	r := fate{seed}.of("plan", 0)
	p := plan{clients: 1 + r.IntN(maxClients), length: between(r, 10*time.Second, 30*time.Second), think: between(r, 100*time.Millisecond, 2*time.Second), crash: noCrash}
	p.vices = randomVices(r)
	if percent(r, 60) {
		p.crash = crashes(fate{seed}, r.Float64()*0.5, 1+r.IntN(6))
	}
	if percent(r, 20) {
		p.disk = diskFaults(fate{seed}, r.Float64()*3, 1+r.IntN(3))
	}
	if percent(r, 20) {
		p.jumps = randomJumps(r, p.length)
	}
	if percent(r, 50) {
		p.every, p.depth = 1+r.IntN(200), 25+r.IntN(40)
	}
	if percent(r, 25) {
		p.length += between(r, 10*time.Second, time.Minute)
	}
	if seed%3 == 0 {
		randomBeside(r, &p)
	} else if seed%4 == 2 {
		randomSources(r, &p)
	}
	if r := (fate{seed}).of("work", 0); percent(r, 30) {
		p.vices.heavy = r.Float64() * 20
	}
	return p
}

func randomVices(r *rand.Rand) vices {
	some := func(often, most float64) float64 {
		if percent(r, often) {
			return r.Float64() * most
		}
		return 0
	}
	v := vices{
		failBefore: some(30, 10), failAfter: some(30, 10), slow: some(30, 4), still: some(30, 20), syncing: some(30, 5), dead: some(30, 1),
		away: some(20, 0.3), hung: some(20, 0.3), bent: some(15, 10), lie: some(15, 20), wrongRoot: some(10, 5), invalid: some(10, 2),
		foreign: some(10, 5), sibling: some(10, 5), stays: percent(r, 20),
	}
	if percent(r, 50) {
		v.lost = uint64(r.IntN([]int{20, 200}[r.IntN(2)]))
		v.restart = some(50, 1)
	}
	if percent(r, 20) {
		v.deep = 50
	}
	return v
}

// randomJumps are at most two, together at most half a minute backwards.
func randomJumps(r *rand.Rand, length time.Duration) []jump {
	var jumps []jump
	for range 1 + r.IntN(2) {
		by := between(r, -15*time.Second, 15*time.Second)
		if percent(r, 30) {
			by = between(r, 15*time.Second, time.Hour)
		}
		jumps = append(jumps, jump{at: between(r, time.Second, length), by: by})
	}
	return jumps
}

// diskFaults lets each sync fail with a probability in percent, in the first lives.
func diskFaults(f fate, p float64, most int) func(*life, int64) diskFault {
	return func(l *life, sync int64) diskFault {
		r := f.of(fmt.Sprint("disk of life ", l.number), uint64(sync))
		if l.number >= most || time.Now().After(l.sim.calm) || !percent(r, p) {
			return sound
		}
		return sound + 1 + diskFault(r.IntN(int(full)))
	}
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

// TestMain trades memory, of which a run takes little, for time.
func TestMain(m *testing.M) {
	debug.SetGCPercent(1600)
	os.Exit(m.Run())
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

// seeds returns the seeds to run: so many, or one, from the given one or the first on.
func seeds(t *testing.T, otherwise uint64) (first, count uint64) {
	if first = environment(t, "SSEQ_SIM_SEED", 0); first != 0 {
		otherwise = 1
	}
	return max(first, 1), environment(t, "SSEQ_SIM_SEEDS", otherwise)
}

func worldOf(r *rand.Rand, worlds map[int]*world) *world { return worlds[2+r.IntN(2)] }

// maxFailed is after how many failed seeds no more are run.
func maxFailed() int {
	if f := flag.Lookup("test.failfast"); f != nil && f.Value.String() == "true" {
		return 1
	}
	return 5
}

// TestSeeds runs seeded mixtures of crashes and vices.
func TestSeeds(t *testing.T) {
	t.Parallel()
	worlds := map[int]*world{2: newWorld(t, 2), 3: newWorld(t, 3)}
	first, count := seeds(t, 40)
	begun, used := time.Now(), processorTime(t)
	var virtual time.Duration
	failed := 0
	for seed := first; seed < first+count && failed < maxFailed(); seed++ {
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
			t.Logf("seed %d: %+v, op-nodes %+v, sources %+v", seed, randomPlan(seed), randomPlan(seed).beside, randomPlan(seed).sources)
		}
		for _, v := range res.violations {
			t.Errorf("seed %d: %s", seed, v)
		}
	}
	t.Logf("%d seeds, %.0f virtual seconds, %.0f times real time, %.0f times the time of one core (where no other test runs)",
		count, virtual.Seconds(), virtual.Seconds()/time.Since(begun).Seconds(), virtual.Seconds()/(processorTime(t)-used).Seconds())
}

// processorTime is what this process has used.
func processorTime(t *testing.T) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		t.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// TestReproducible: a seed gives the same run each time.
func TestReproducible(t *testing.T) {
	t.Parallel()
	worlds := map[int]*world{2: newWorld(t, 2), 3: newWorld(t, 3)}
	first, count := seeds(t, 40)
	count = (count + 3) / 4
	for seed := first; seed < first+count; seed++ {
		p := randomPlan(seed)
		if p.beside != nil { // which of two things that are ready comes first is drawn in the slot loop: an event, or a source's
			continue
		}
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
