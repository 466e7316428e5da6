package sim

import (
	"maps"
	"math/rand/v2"
	"slices"
	"testing"
	"time"
)

// scenes are scripted runs beside op-nodes, by what these do.
func scenes() map[string]opVices {
	return map[string]opVices{
		"asks for each block":           {},
		"asks for something else":       {changes: 60},
		"ends jobs":                     {early: 60},
		"does not wait":                 {impatient: 60, changes: 30},
		"dies with the block":           {dies: 25},
		"does not ask, or adopts late":  {silent: 20, slow: 20},
		"goes elsewhere while we crash": {elsewhere: 50},
	}
}

// besideOp is a plan beside op-nodes.
func besideOp(v opVices) plan { return plan{beside: &v, length: 4 * time.Second, every: 7} }

// TestBesideOpNodes runs chains with op-nodes that do as they should: nothing is revoked.
func TestBesideOpNodes(t *testing.T) {
	t.Parallel()
	w := newWorld(t, 2)
	res, steps := enumerated(t, w, besideOp(opVices{}))
	check(t, res, 0, "no fault")
	if res.revoked > 0 || res.relayed < 3 {
		t.Errorf("%d revoked, %d relayed", res.revoked, res.relayed)
	}
	t.Logf("%d steps, %d included, %d relayed, %d refused", len(steps[0]), res.included, res.relayed, res.refused)
}

// TestCrashBeside crashes the service at every step of runs beside op-nodes: at records, at
// syncs, at calls to nodes, at calls of op-nodes, and right after one was given a block. It is
// away so long that op-nodes are in time for their next block, late for it, or so late that they
// catch up by themselves.
func TestCrashBeside(t *testing.T) {
	t.Parallel()
	w := newWorld(t, 2)
	aways := []time.Duration{30 * time.Millisecond, 700 * time.Millisecond, 2500 * time.Millisecond}
	every, possible, cases, tears := int(environment(t, "SSEQ_SIM_EVERY", 307)), 0, 0, 0
	for _, name := range slices.Sorted(maps.Keys(scenes())) {
		v, every := scenes()[name], every
		if v.elsewhere > 0 { // where a group can be torn
			every = (every + 3) / 4
		}
		res, steps := enumerated(t, w, besideOp(v))
		check(t, res, 0, "op-node %s", name)
		for _, at := range steps[0] {
			if at.reads() {
				continue
			}
			for n := range 9 {
				if possible++; possible%every != 0 {
					continue
				}
				how, p := unsynced(n%3), besideOp(v)
				p.away = aways[n/3]
				res, _ := enumerated(t, w, p, crashAt{0, at.number, how})
				if res.lives == 1 && len(res.violations) == 0 {
					continue // this time the run has not come to that step
				}
				check(t, res, 1, "op-node %s, crash at step %d (%s), unsynced data %s, away %v", name, at.number, at.what, how, p.away)
				cases, tears = cases+1, tears+res.tears
			}
		}
	}
	t.Logf("%d of %d cases, %d blocks replaced", cases, possible, tears)
}

// randomBeside turns a plan into one beside op-nodes. Their nodes do as they should, or nearly.
func randomBeside(r *rand.Rand, p *plan) {
	some := func(often, most float64) float64 {
		if percent(r, often) {
			return r.Float64() * most
		}
		return 0
	}
	p.beside = &opVices{changes: some(50, 30), early: some(40, 20), silent: some(30, 10), slow: some(30, 10), dies: some(30, 10), impatient: some(40, 30), elsewhere: some(20, 60)}
	p.vices = vices{failBefore: p.vices.failBefore, failAfter: p.vices.failAfter, slow: p.vices.slow}
	p.jumps = nil // an op-node and its proxy have the machine's clock
}
