package verifier

import (
	"context"
	"errors"
	"fmt"
	"math"

	"github.com/ethereum/go-ethereum/common"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/merkle"
)

const (
	// maxTold bounds what VerifyAhead remembers to have told.
	maxTold = 10_000
	// farBehind is how much older one chain's head may be than another's, in seconds, before
	// that is worth a warning.
	farBehind = 60
)

// ahead is the reading of what is in no batch yet.
type ahead struct {
	*audit
	ends map[uint64]common.Hash // last block read, by chain
}

// VerifyAhead reads what the chains have beyond the last audited batch, up to the slot
// that all of them have reached, and returns what does not hold there and was not told by
// an earlier call: so that a mint without a burn is noticed when it happens, also where no
// batch ever says so. It proves nothing and moves nothing; the audit of the next batch
// reads the same blocks again.
func (v *Verifier) VerifyAhead(ctx context.Context) ([]Finding, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if err := v.rewind(ctx); err != nil {
		return nil, err
	}
	if err := v.keepAhead(ctx); err != nil {
		return nil, err
	}
	a, before := v.ahead, len(v.ahead.report.Findings)
	if err := a.readOn(ctx); err != nil {
		v.ahead = nil // half read
		return nil, err
	}
	var fresh []Finding
	for _, f := range a.report.Findings[before:] {
		key := string(f.Code) + f.Text
		if v.told[key] {
			continue
		}
		fresh = append(fresh, f)
		if len(v.told) < maxTold {
			v.told[key] = true
		}
	}
	v.tell(fresh)
	return fresh, nil
}

// keepAhead sees to it that there is a reading whose blocks are still the chains'.
func (v *Verifier) keepAhead(ctx context.Context) error {
	if v.ahead != nil {
		for _, c := range v.ahead.st.Chains {
			end, read := v.ahead.ends[c.ChainID]
			h, err := v.chains[c.ChainID].headerAt(ctx, c.NextBlock-1)
			if err != nil {
				return err
			}
			if read && (h == nil || h.Hash() != end) {
				v.ahead = nil
				break
			}
		}
	}
	if v.ahead != nil {
		return nil
	}
	a := newAudit(v, &claim{number: v.state.Batch + 1})
	var err error
	if a.set, err = v.setOf(ctx, a.claim.number); err != nil {
		return err
	}
	for _, m := range a.set.members {
		if _, known := a.st.nextBlock(m.ChainId); !known {
			a.st.Chains = append(a.st.Chains, ChainState{ChainID: m.ChainId, NextBlock: m.StartBlock})
		}
	}
	v.ahead = &ahead{audit: a, ends: make(map[uint64]common.Hash)}
	return nil
}

// readOn reads from where the last reading ended.
func (a *ahead) readOn(ctx context.Context) error {
	slot, err := a.commonSlot(ctx)
	if err != nil {
		return err
	}
	var all traffic
	for i := range a.st.Chains {
		c := &a.st.Chains[i]
		last, hash, err := a.lastBlock(ctx, c.ChainID, slot)
		if err != nil {
			return err
		}
		if last < c.NextBlock {
			continue
		}
		r := merkle.ChainRange{ChainID: c.ChainID, FirstBlock: c.NextBlock, LastBlock: last}
		if err := a.readMessages(ctx, a.v.chains[c.ChainID], r, &all); err != nil {
			return err
		}
		c.NextBlock, a.ends[c.ChainID] = last+1, hash
	}
	if a.claim.block, err = a.v.l1.head(ctx); err != nil { // after the chains: what they received is there
		return err
	}
	if err := a.readEntries(ctx, &all); err != nil {
		return err
	}
	if err := a.take(ctx, all); err != nil {
		return err
	}
	a.checkOwed(slot)
	a.st.LastTimestamp, a.st.L1Block = slot, a.claim.block
	return nil
}

// commonSlot returns the last slot that every chain has reached.
func (a *ahead) commonSlot(ctx context.Context) (uint64, error) {
	first, last := uint64(math.MaxUint64), uint64(0)
	for _, c := range a.st.Chains {
		s, ok := a.v.chains[c.ChainID]
		if !ok {
			return 0, fmt.Errorf("%w: no node given for chain %d", ErrConfig, c.ChainID)
		}
		h, err := s.latest(ctx)
		if err != nil {
			return 0, err
		}
		first, last = min(first, h.Time), max(last, h.Time)
	}
	if last > first && last-first > farBehind {
		a.v.log.Warn("one chain is behind: what the others have beyond it cannot be matched yet",
			zap.Uint64("slot", first), zap.Uint64("furthest", last))
	}
	return first, nil
}

// lastBlock returns the last block of a chain up to a slot.
func (a *ahead) lastBlock(ctx context.Context, chain, slot uint64) (uint64, common.Hash, error) {
	s := a.v.chains[chain]
	h, err := s.latest(ctx)
	if err != nil || h.Time <= slot {
		if err != nil {
			return 0, common.Hash{}, err
		}
		return h.Number.Uint64(), h.Hash(), nil
	}
	// Blocks are at least a second apart: so many before the head is one that is not later.
	above := h.Number.Uint64()
	below := above - min(above, h.Time-slot)
	for above-below > 1 {
		middle := below + (above-below)/2
		if h, err = s.headerAt(ctx, middle); err != nil {
			return 0, common.Hash{}, err
		}
		if h == nil || h.Time > slot { // also where the node has gone back
			above = middle
		} else {
			below = middle
		}
	}
	if h, err = s.headerAt(ctx, below); err == nil && h == nil {
		err = s.failed(fmt.Sprintf("block %d", below), errors.New("the node has gone back"))
	}
	if err != nil {
		return 0, common.Hash{}, err
	}
	return below, h.Hash(), nil
}
