package sequencer

import (
	"context"
	"sync"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/journal"
)

// Outcome is what became of a submission: exactly one of Bundle and Refusal is set.
type Outcome struct {
	Bundle   *chains.Bundle
	Promises []chains.Promise // signed, one for each leg
	Refusal  *chains.Refusal
	Dropped  bool // with Refusal: it was not refused for what it does, it waited too long
}

// Ticket stands for an acknowledged submission. It is safe for concurrent use.
type Ticket struct {
	admitted journal.Seq // of its admission; 0 after a restart, when that is durable
	once     sync.Once
	done     chan struct{}
	outcome  Outcome
}

func newTicket() *Ticket { return &Ticket{done: make(chan struct{})} }

// resolve is called after what it says is durable. The first call counts: what changes
// later is told by the history.
func (t *Ticket) resolve(o Outcome) {
	t.once.Do(func() {
		t.outcome = o
		close(t.done)
	})
}

func (t *Ticket) resolved() bool {
	select {
	case <-t.done:
		return true
	default:
		return false
	}
}

// Wait blocks until the submission is decided and the decision is durable and signed, or
// ctx ends (then its error is returned; the submission goes on).
func (t *Ticket) Wait(ctx context.Context) (Outcome, error) {
	select {
	case <-t.done:
		return t.outcome, nil
	case <-ctx.Done():
		return Outcome{}, ctx.Err()
	}
}
