package sim

import (
	"testing"
	"time"
)

// TestCrashBeforeFirstCommit lets another writer go on with a chain before the sequencer has
// committed a block of it, and crashes the process at each step of the next second: the next one
// takes the chain as it finds it, or replaces a slip.
func TestCrashBeforeFirstCommit(t *testing.T) {
	t.Parallel()
	w := newWorld(t, 2)
	_, steps := enumerated(t, w, plan{})
	cases, at := 0, first(steps[0], " 902 build ")
	for _, f := range []fault{foreignChild, foreignChain} {
		p := func() plan {
			return plan{fault: func(l *life, number int64) fault {
				if l.number == 0 && number == at.number {
					return f
				}
				return none
			}}
		}
		_, struck := enumerated(t, w, p())
		for i, crash := range struck[0] {
			if crash.number < at.number || crash.at > at.at+time.Second || crash.reads() {
				continue
			}
			how := unsynced(i % 3)
			res, _ := enumerated(t, w, p(), crashAt{0, crash.number, how})
			check(t, res, 1, "%v, crash at step %d (%s), unsynced data %s", f, crash.number, crash.what, how)
			cases++
		}
	}
	t.Logf("%d cases", cases)
}
