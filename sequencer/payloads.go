package sequencer

import (
	"errors"
	"fmt"
	"math"
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

// drop forgets a chain's payloads from a number on.
func (p *payloads) drop(id chains.ChainID, from uint64) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for number := range p.at[id] {
		if number >= from {
			delete(p.at[id], number)
		}
	}
}

// before returns the record of a chain's newest payload up to a number, 1 where there is none.
func (p *payloads) before(id chains.ChainID, number uint64) journal.Seq {
	p.mu.Lock()
	defer p.mu.Unlock()
	newest, seq := uint64(0), journal.Seq(1)
	for at, record := range p.at[id] {
		if at <= number && at >= newest {
			newest, seq = at, record
		}
	}
	return seq
}

func (p *payloads) of(id chains.ChainID, number uint64) (journal.Seq, bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	seq, known := p.at[id][number]
	return seq, known
}

// since returns the record before which none is of use to feed a chain that goes on: the
// other records are kept for as long as its payloads. It is 1 until a chain has as many
// blocks as are kept.
func (p *payloads) since() journal.Seq {
	p.mu.Lock()
	defer p.mu.Unlock()
	since := journal.Seq(1)
	for _, places := range p.at {
		if uint64(len(places)) < p.depth {
			continue
		}
		oldest := journal.Seq(math.MaxUint64)
		for _, seq := range places {
			oldest = min(oldest, seq)
		}
		since = max(since, oldest)
	}
	return since
}

// payload reads a block's payload back from the journal.
func (s *Sequencer) payload(id chains.ChainID, number uint64) (*chains.Payload, error) {
	seq, known := s.payloads.of(id, number)
	if !known && s.lanes[id].Blocks != nil {
		return nil, ErrNotKept // whoever made it will give it to the node again
	}
	if !known {
		return nil, fatal{ErrNotKept}
	}
	rec, err := s.deps.Journal.Get(seq)
	if errors.Is(err, journal.ErrPruned) {
		return nil, fatal{fmt.Errorf("%w (%v)", ErrNotKept, err)}
	}
	if err != nil {
		return nil, err
	}
	if prepared, ok := rec.(*journal.Prepared); ok {
		for i := range prepared.Payloads {
			if b := &prepared.Payloads[i]; b.ChainID == id && b.Number == number {
				return b, nil
			}
		}
	}
	return nil, fmt.Errorf("journal record %d does not hold it", seq)
}
