package sim

import (
	"context"
	"fmt"
	"math/big"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ssequencer/ssequencer/chains"
)

// sourceVices are what the sources of chains that derive from L1 may do, as shares of all that
// they do. All zero is a source that has something for each block as soon as it is due.
type sourceVices struct {
	nothing  float64 // has nothing, for 20 ms to 4 s
	unsure   float64 // does not know whether L1 has dropped what the last block derives from
	orphaned float64 // says that L1 has, and then again that it has not
	changes  float64 // says something else of the block that is under way
	alone    float64 // has the chain's blocks take part in no bundle with others
	only     float64 // has them take deposits only
	// scripts, where it is not nil, says which chains have a source, and what that does.
	scripts map[chains.ChainID]scripted
}

// scripted is a source that is not drawn.
type scripted struct {
	pace  uint64
	moods []mood
}

// weights are the shares, in the order of the moods that they are of.
func (v sourceVices) weights() [6]float64 {
	return [...]float64{v.nothing, v.unsure, v.orphaned, v.changes, v.alone, v.only}
}

// mood is what a source does for a time. Its kind is the place of its share.
type mood struct {
	from, to time.Duration // since the run's start
	kind     int
}

// The kinds of moods that are asked about by name.
const (
	moodChanges = 3
	moodAlone   = 4
	moodOnly    = 5
)

// err is what the source says instead of an answer, nil where it answers.
func (m *mood) err() error {
	if m.kind < moodChanges {
		return [...]error{chains.ErrNotYet, chains.ErrUnsure, chains.ErrOrphaned}[m.kind]
	}
	return nil
}

// source is what chains/l1 is to one chain, without an L1: it knows what a block is to be made of
// from the number and the time of its parent, before that is built. What it does when is drawn at
// the run's start. It outlives the sequencer's lives.
type source struct {
	sim   *sim
	node  *node
	pace  uint64 // seconds from block to block, 0 where each slot is to have one
	moods []mood // in order of time; none overlaps another
}

// newSource draws what a chain's source does, nil for a chain without one.
func newSource(s *sim, n *node) *source {
	r := s.fate.of(fmt.Sprint("source ", n.id), 0)
	if scripts := s.plan.sources.scripts; scripts != nil {
		if script, there := scripts[n.id]; there {
			return &source{sim: s, node: n, pace: script.pace, moods: script.moods}
		}
		return nil
	}
	if percent(r, 20) {
		return nil
	}
	from := &source{sim: s, node: n, pace: uint64(r.IntN(3))}
	weights, total := s.plan.sources.weights(), 0.0
	for _, w := range weights {
		total += w
	}
	for at := time.Duration(0); total > 0; {
		at += between(r, 300*time.Millisecond, 4*time.Second)
		m := mood{from: at, kind: pick(r, weights, total)}
		length := between(r, 20*time.Millisecond, 1200*time.Millisecond)
		if percent(r, 10) {
			length = between(r, time.Second, 4*time.Second)
		}
		at += length
		if m.to = at; at >= s.plan.length {
			break
		}
		from.moods = append(from.moods, m)
	}
	return from
}

// pick draws a kind by its share.
func pick(r *rand.Rand, weights [6]float64, total float64) int {
	at := r.Float64() * total
	for kind, w := range weights {
		if at -= w; at < 0 {
			return kind
		}
	}
	return 0
}

// run wakes the sequencer whenever there is something else to say, until ctx ends.
func (f *source) run(ctx context.Context) {
	for i := range f.moods {
		m := &f.moods[i]
		for _, at := range []time.Duration{m.from, m.to} {
			if f.sim.line.sleep(ctx, time.Until(f.sim.start.Add(at))) != nil {
				return
			}
			f.turn(m, at == m.from)
		}
	}
}

// turn is the instant at which a mood begins or ends.
func (f *source) turn(m *mood, begins bool) {
	f.sim.instant.Lock()
	defer f.sim.instant.Unlock()
	if begins && m.kind >= moodChanges { // what was promised on the other inputs may not stand
		f.node.suffers(0)
	}
	f.sim.note("source %d: mood %d begins: %v", f.node.id, m.kind, begins)
	if l := f.sim.serving; l != nil {
		l.seq.Wake()
	}
}

// now returns its mood, nil for none, and how often it has said something else of a block.
func (f *source) now() (current *mood, changes int) {
	now := time.Since(f.sim.start)
	for i := range f.moods {
		m := &f.moods[i]
		if now < m.from {
			break
		}
		if m.kind == moodChanges {
			changes++
		}
		if now < m.to {
			current = m
		}
	}
	return current, changes
}

// starvedUntil returns when it had nothing the last time, now where it has nothing.
func (f *source) starvedUntil(now time.Time) time.Time {
	last := f.sim.start
	for i := range f.moods {
		m := &f.moods[i]
		if begun := !f.sim.start.Add(m.from).After(now); begun && m.err() != nil {
			last = f.sim.start.Add(m.to)
		}
	}
	if last.After(now) {
		return now
	}
	return last
}

// maxBehind is how many seconds of blocks it has a chain make up for: one of L1 would have it make
// all of them.
const maxBehind = 20

// Next implements sequencer.SlotSource.
func (f *source) Next(parent *chains.Parent, slot uint64) (*chains.Inputs, error) {
	m, changes := f.now()
	if m != nil && m.err() != nil {
		return nil, m.err()
	}
	timestamp := parent.Timestamp + f.pace
	if f.pace == 0 || timestamp+maxBehind < slot {
		timestamp = slot
	}
	if timestamp > slot || timestamp <= parent.Timestamp {
		return nil, chains.ErrNotYet
	}
	word := crypto.Keccak256Hash([]byte(fmt.Sprint("source ", f.node.id, parent.Number, timestamp, changes)))
	in := &chains.Inputs{Timestamp: timestamp, PrevRandao: word, GasLimit: gasLimit, BeaconRoot: crypto.Keccak256Hash(word[:]),
		L1Origin: chains.BlockRef{Number: timestamp, Hash: common.Hash{1, byte(changes)}}}
	if m != nil && m.kind == moodAlone {
		in.Alone = "its L1 origin is not deep enough"
	}
	in.NoTxPool = m != nil && m.kind == moodOnly
	return in, nil
}

// randomSources turns a plan into one in which most chains derive from L1.
func randomSources(r *rand.Rand, p *plan) {
	some := func(often float64) float64 {
		if percent(r, often) {
			return r.Float64()
		}
		return 0
	}
	p.jumps = nil // a chain that derives from L1 waits for its time, however long a clock that was set back takes to it
	p.sources = &sourceVices{nothing: 0.1 + some(80), unsure: some(30), orphaned: some(30), changes: some(30), alone: some(20), only: some(20)}
}

// behind returns how old a block is by what it says itself.
func (f *source) behind(b *block) time.Duration {
	return f.sim.shown().Sub(time.Unix(int64(b.header.Time), 0))
}

// TestSourcesBehind lets a source have nothing for a while: its chain makes up for what it has
// missed, and is in the others' slots again, whether those derive from L1 as well or not.
func TestSourcesBehind(t *testing.T) {
	t.Parallel()
	w := newWorld(t, 2)
	a, b := w.ids[0], w.ids[1]
	for _, missed := range []time.Duration{1500 * time.Millisecond, 3 * time.Second, 5 * time.Second, 12 * time.Second} {
		end := 2500*time.Millisecond + missed
		late := scripted{pace: 1, moods: []mood{{from: end - missed, to: end}}}
		for what, scripts := range map[string]map[chains.ChainID]scripted{
			"all derive from L1": {a: {pace: 1}, b: late},
			"the other does not": {b: late},
			"the other is slow":  {a: {pace: 2}, b: late},
			"the other pauses":   {a: {pace: 2, moods: []mood{{from: 4100 * time.Millisecond, to: 4600 * time.Millisecond}}}, b: late},
		} {
			p := plan{length: end, sources: &sourceVices{scripts: scripts}, script: bundleAfter(end + time.Second)}
			res, _ := enumerated(t, w, p)
			for _, v := range res.violations {
				t.Errorf("%s, nothing for %v: %s", what, missed, v)
			}
		}
	}
}

// bundleAfter sends a bundle at a time, which is to be included soon.
func bundleAfter(at time.Duration) func(*sim, *client) {
	return func(s *sim, c *client) {
		ctx, cancel := context.WithTimeout(s.forever, at+time.Minute)
		defer cancel()
		if s.line.sleep(ctx, at) != nil {
			return
		}
		sub := c.burn(s.world.ids[0], s.world.ids[1], 0, big.NewInt(10))
		sub.trusts = true
		begun := time.Now()
		c.send(ctx, sub)
		if c.follow(ctx, sub); !c.onChain(sub) || time.Since(begun) > 4*time.Second {
			s.oracle.violated("a bundle is included after %v, though nothing is wrong any more: %+v", time.Since(begun), sub.told)
		}
	}
}
