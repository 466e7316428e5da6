package sequencer

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/journal"
)

// payloads knows where the journal keeps each chain's latest payloads. Nothing tells what
// a node has made durable, so any of them may have to be fed to it again. It is safe for
// concurrent use.
type payloads struct {
	depth uint64 // blocks kept in mind of each chain

	mu sync.Mutex
	at map[chains.ChainID]map[uint64]journal.Seq // by block number
}

func newPayloads(depth uint64) *payloads {
	return &payloads{depth: depth, at: map[chains.ChainID]map[uint64]journal.Seq{}}
}

// note remembers a record's payloads. A later one of the same number replaces an earlier.
func (p *payloads) note(seq journal.Seq, rec *journal.Prepared) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for i := range rec.Payloads {
		b := &rec.Payloads[i]
		if p.at[b.ChainID] == nil {
			p.at[b.ChainID] = map[uint64]journal.Seq{}
		}
		p.at[b.ChainID][b.Number] = seq
		if b.Number > p.depth {
			delete(p.at[b.ChainID], b.Number-p.depth)
		}
	}
}

func (p *payloads) of(id chains.ChainID, number uint64) (journal.Seq, bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	seq, known := p.at[id][number]
	return seq, known
}

var errFound = errors.New("found")

// payload reads a block's payload back from the journal.
func (s *Sequencer) payload(ctx context.Context, id chains.ChainID, number uint64) (*chains.Payload, error) {
	seq, known := s.payloads.of(id, number)
	if !known {
		return nil, fatal{ErrNotKept}
	}
	var found *chains.Payload
	err := s.deps.Journal.Read(ctx, seq, func(_ journal.Seq, rec journal.Record) error {
		prepared, ok := rec.(*journal.Prepared)
		for i := 0; ok && i < len(prepared.Payloads); i++ {
			if b := &prepared.Payloads[i]; b.ChainID == id && b.Number == number {
				found = b
			}
		}
		return errFound
	})
	if found == nil {
		return nil, fmt.Errorf("journal record %d does not hold it: %w", seq, err)
	}
	return found, nil
}
