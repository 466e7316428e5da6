package sim

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"hash"
	"hash/fnv"
	"math/rand/v2"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// fate is what is predetermined. It is asked by name, not in turn, so that goroutines
// that ask at the same instant do not change each other's answers.
type fate struct{ seed uint64 }

// of returns the random numbers of the n-th event with that name.
func (f fate) of(name string, n uint64) *rand.Rand {
	h := fnv.New64a()
	h.Write([]byte(name)) // never fails
	return rand.New(rand.NewPCG(f.seed, h.Sum64()^(n*0x9e3779b97f4a7c15)))
}

// between draws a length of time, at least lo, less than hi.
func between(r *rand.Rand, lo, hi time.Duration) time.Duration {
	return lo + time.Duration(r.Int64N(int64(hi-lo)))
}

// percent is true with that probability.
func percent(r *rand.Rand, p float64) bool { return r.Float64()*100 < p }

// timeline lets nothing end at an instant at which something else ends.
type timeline struct {
	mu     sync.Mutex
	taken  map[time.Time]bool
	counts map[string]uint64
}

func newTimeline() *timeline {
	return &timeline{taken: map[time.Time]bool{}, counts: map[string]uint64{}}
}

// nth counts the events with that name, from 0.
func (t *timeline) nth(name string) uint64 {
	t.mu.Lock()
	defer t.mu.Unlock()
	n := t.counts[name]
	t.counts[name]++
	return n
}

// reserve returns the first free instant, d or a little more from now.
func (t *timeline) reserve(d time.Duration) time.Time {
	t.mu.Lock()
	defer t.mu.Unlock()
	at := time.Now().Add(max(d, 1))
	for t.taken[at] {
		at = at.Add(1)
	}
	t.taken[at] = true
	return at
}

func (t *timeline) release(at time.Time) {
	t.mu.Lock()
	defer t.mu.Unlock()
	delete(t.taken, at)
}

// sleep waits for d, or until ctx ends.
func (t *timeline) sleep(ctx context.Context, d time.Duration) error {
	at := t.reserve(d)
	defer t.release(at)
	timer := time.NewTimer(time.Until(at))
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// jump is a moment at which somebody sets the machine's clock.
type jump struct {
	at, by time.Duration // by: forwards, or backwards where it is negative
}

// clock is the sequencer's, on the timeline. It goes as fast as time, and jumps.
type clock struct {
	*timeline
	sim  *sim
	idle *atomic.Int64 // waits for no time, one after the other
}

// maxIdle is how many times in a row the sequencer may wait for no time at all.
const maxIdle = 1000

// Now implements sequencer.Clock.
func (c clock) Now() time.Time { return c.sim.shown() }

// shown is the time that the machine's clock shows.
func (s *sim) shown() time.Time {
	now := time.Now()
	shown := now
	for _, j := range s.plan.jumps {
		if now.Sub(s.start) >= j.at {
			shown = shown.Add(j.by)
		}
	}
	return shown
}

// After implements sequencer.Clock.
func (c clock) After(d time.Duration) <-chan time.Time {
	if d > 0 {
		c.idle.Store(0)
	} else if n := c.idle.Add(1); n >= maxIdle {
		if d = time.Second; n == maxIdle {
			c.sim.oracle.violated("the sequencer waits for nothing, again and again")
		}
	}
	at := c.reserve(d)
	out := make(chan time.Time, 1)
	time.AfterFunc(time.Until(at), func() { c.release(at); out <- at })
	return out
}

// transcript is what happened, as one hash, and in words where a log is wanted.
type transcript struct {
	mu     sync.Mutex
	start  time.Time
	digest hash.Hash
	events uint64
	lines  []string
	keep   bool
	log    testing.TB // nil: silent
}

// note writes one event down. It must name all that is to be the same in another run.
func (t *transcript) note(format string, args ...any) {
	t.mu.Lock()
	defer t.mu.Unlock()
	line := fmt.Sprintf("%12.6f ", time.Since(t.start).Seconds()) + fmt.Sprintf(format, args...)
	var size [8]byte
	binary.BigEndian.PutUint64(size[:], uint64(len(line)))
	t.digest.Write(size[:])
	t.digest.Write([]byte(line))
	t.events++
	if t.keep {
		t.lines = append(t.lines, line)
	}
	if t.log != nil {
		t.log.Log(line)
	}
}

func newTranscript() *transcript {
	return &transcript{start: time.Now(), digest: sha256.New()}
}

func (t *transcript) sum() string { return hex.EncodeToString(t.digest.Sum(nil)[:8]) }
