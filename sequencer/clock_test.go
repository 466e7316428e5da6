package sequencer_test

import "time"

// haste is how many times faster than the machine's clock the one of plain chains goes in
// these tests, so that a slot takes no second.
const haste = 5

// quick is a clock that goes faster than the machine's, beginning an hour ago: blocks are
// not of the future.
type quick struct{ began time.Time }

func newQuick() quick { return quick{time.Now()} }

// Now implements sequencer.Clock.
func (q quick) Now() time.Time { return q.began.Add(-time.Hour + haste*time.Since(q.began)) }

// After implements sequencer.Clock.
func (quick) After(d time.Duration) <-chan time.Time { return time.After(d / haste) }

// during is how far a net's clock goes while the machine's goes that far.
func (w *net) during(d time.Duration) time.Duration {
	if _, is := w.clock.(quick); is {
		return haste * d
	}
	return d
}
