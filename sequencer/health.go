package sequencer

import (
	"slices"
	"sync"

	"github.com/ssequencer/ssequencer/chains"
)

// ChainHealth is how one chain is doing.
type ChainHealth struct {
	ChainID chains.ChainID
	Applied chains.BlockRef // last block adopted for its whole group
	Reason  string          // what it is waiting for, empty when all is well
	// Due is the number of a block that others of its commit group have adopted theirs of,
	// and this chain had not: an earlier head must not be shown, it would be half of a
	// bundle. It stays when the block is adopted.
	Due uint64
}

// health is what the loop and the committer know about the chains. It is safe for
// concurrent use.
type health struct {
	mu     sync.Mutex
	chains map[chains.ChainID]ChainHealth
	pairs  []PairHealth // that are not even
}

func (h *health) change(id chains.ChainID, fn func(*ChainHealth)) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.chains == nil {
		h.chains = map[chains.ChainID]ChainHealth{}
	}
	c := h.chains[id]
	c.ChainID = id
	fn(&c)
	h.chains[id] = c
}

func (h *health) set(id chains.ChainID, applied chains.BlockRef, reason string) {
	h.change(id, func(c *ChainHealth) { c.Applied, c.Reason = applied, reason })
}

func (h *health) due(id chains.ChainID, number uint64) {
	h.change(id, func(c *ChainHealth) { c.Due = max(c.Due, number) })
}

func (h *health) reason(id chains.ChainID, reason string) {
	h.change(id, func(c *ChainHealth) { c.Reason = reason })
}

func (h *health) setUneven(pairs []PairHealth) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.pairs = pairs
}

func (h *health) uneven() []PairHealth {
	h.mu.Lock()
	defer h.mu.Unlock()
	return slices.Clone(h.pairs)
}

func (h *health) of(id chains.ChainID) ChainHealth {
	h.mu.Lock()
	defer h.mu.Unlock()
	c := h.chains[id]
	c.ChainID = id
	return c
}
