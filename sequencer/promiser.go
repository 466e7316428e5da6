package sequencer

import (
	"context"
	"fmt"
	"sync"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/journal"
	"github.com/ssequencer/ssequencer/signer"
)

// answer is an outcome that may be told once the journal is durable up to seq.
type answer struct {
	seq     journal.Seq
	ticket  *Ticket
	outcome Outcome
}

// promiser signs and delivers outcomes, in order, once they are durable.
type promiser struct {
	deps   Deps
	domain chains.Domain

	mu      sync.Mutex
	queue   []answer // in order of seq
	waiting chan struct{}
}

func newPromiser(deps Deps, domain chains.Domain) *promiser {
	return &promiser{deps: deps, domain: domain, waiting: make(chan struct{}, 1)}
}

// enqueue is called by the slot loop, in order of seq. The queue is as long as what the
// journal has not synced yet, which the journal bounds.
func (p *promiser) enqueue(a answer) {
	p.mu.Lock()
	p.queue = append(p.queue, a)
	p.mu.Unlock()
	select {
	case p.waiting <- struct{}{}:
	default:
	}
}

// run delivers until ctx ends, or returns why it cannot: the journal failed, or a promise
// could not be signed.
func (p *promiser) run(ctx context.Context) error {
	for {
		select {
		case <-p.waiting:
		case <-ctx.Done():
			return nil
		}
		for _, a := range p.take() {
			if err := p.deps.Journal.WaitDurable(ctx, a.seq); err != nil {
				return fmt.Errorf("wait for the journal: %w", err) // nothing is told after it failed
			}
			if err := p.deliver(ctx, a); err != nil {
				return fmt.Errorf("sign a promise: %w", err)
			}
		}
	}
}

func (p *promiser) take() []answer {
	p.mu.Lock()
	defer p.mu.Unlock()
	q := p.queue
	p.queue = nil
	return q
}

// deliver signs copies: what the journal was given is shared and stays as it is.
func (p *promiser) deliver(ctx context.Context, a answer) error {
	signed := append([]chains.Promise(nil), a.outcome.Promises...)
	for i := range signed {
		if err := signer.SignPromise(ctx, p.deps.Promises, p.domain, &signed[i]); err != nil {
			return err
		}
	}
	a.outcome.Promises = signed
	if len(signed) > 0 {
		p.deps.Publish(signed)
	}
	a.ticket.resolve(a.outcome)
	return nil
}
