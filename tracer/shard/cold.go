package shard

import (
	"context"
	"fmt"
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ssequencer/ssequencer/chains"
)

// warmBatch is how many values Warm asks for at a time.
const warmBatch = 256

// maxCold bounds what one ColdError names of each kind.
const maxCold = 8192

// ColdError says that an execution needed more first reads than it may make the shard
// wait for, and which values it asked for. It left nothing behind. Once Warm has read
// them, the transaction can be executed again.
type ColdError struct {
	limit    int
	accounts []common.Address
	slots    []chains.StorageKey
	codes    []coldCode
}

type coldCode struct {
	addr common.Address
	hash common.Hash
}

// Error implements error.
func (e *ColdError) Error() string {
	return fmt.Sprintf("more than %d values were never read before (%d accounts, %d slots, %d codes)", e.limit, len(e.accounts), len(e.slots), len(e.codes))
}

// LimitMisses bounds how many first reads each execution from now on waits for; 0 is no
// bound. Beyond it the execution ends with a *ColdError. Deposits are not bounded: nothing
// can be executed before them.
func (s *Shard) LimitMisses(n int) { s.missLimit = n }

// Warm returns what reads the values that the error names into the clean cache, in batches, the
// first one as of now. Both may be called from any goroutine; what arrives after a block was
// adopted meanwhile is thrown away.
func (s *Shard) Warm(cold *ColdError) func(context.Context) error {
	c := s.published.Load().clean
	// In small batches: an adoption meanwhile costs one of them and not all, so that a
	// node that needs longer than a block time for the whole gets there as well.
	var batches []wanted
	for accounts := range slices.Chunk(cold.accounts, warmBatch) {
		batches = append(batches, wanted{addrs: accounts})
	}
	for slots := range slices.Chunk(cold.slots, warmBatch) {
		batches = append(batches, wanted{keys: slots})
	}
	if len(batches) > 0 {
		batches[0] = c.lacks(batches[0].addrs, batches[0].keys)
	}
	return func(ctx context.Context) error {
		for i, want := range batches {
			if i > 0 {
				want = c.lacks(want.addrs, want.keys)
			}
			if err := c.fill(ctx, want); err != nil {
				return err
			}
		}
		return c.warmCodes(ctx, cold.codes)
	}
}

// warmCodes reads codes into the cache.
func (c *clean) warmCodes(ctx context.Context, codes []coldCode) error {
	c.mu.RLock()
	base := c.base
	c.mu.RUnlock()
	for _, code := range codes {
		if _, err := c.fetchCode(ctx, base.Hash, code.addr, code.hash); err != nil {
			return err
		}
	}
	return nil
}

// allowance is how many more first reads an execution may wait for, and what it asked for
// beyond that. nil allows all.
type allowance struct {
	left int
	cold *ColdError
}

func newAllowance(limit int) *allowance {
	if limit == 0 {
		return nil
	}
	return &allowance{left: limit, cold: &ColdError{limit: limit}}
}

// take uses up one read. It returns false where none is left.
func (a *allowance) take() bool {
	if a.left == 0 {
		return false
	}
	a.left--
	return true
}

func keep[T any](list []T, v T) []T {
	if len(list) < maxCold {
		list = append(list, v)
	}
	return list
}

// coldAccount returns the error of a read of the account that may not be waited for, nil
// where it is cached or there is still a read left.
func (r *reader) coldAccount(addr common.Address) error {
	if r.reads == nil || r.clean.knowsAccount(r.horizon, addr) || r.reads.take() {
		return nil
	}
	r.reads.cold.accounts = keep(r.reads.cold.accounts, addr)
	return r.fail(r.reads.cold)
}

func (r *reader) coldSlot(key chains.StorageKey) error {
	if r.reads == nil || r.clean.knowsSlot(r.horizon, key) || r.reads.take() {
		return nil
	}
	r.reads.cold.slots = keep(r.reads.cold.slots, key)
	return r.fail(r.reads.cold)
}

func (r *reader) coldCode(addr common.Address, hash common.Hash) error {
	if r.reads == nil {
		return nil
	}
	if _, known := r.clean.code.Get(hash); known || r.reads.take() {
		return nil
	}
	r.reads.cold.codes = keep(r.reads.cold.codes, coldCode{addr, hash})
	return r.fail(r.reads.cold)
}

// ended returns the error that ends all reads: any but that of a cold read, after which
// the values asked for are collected.
func (r *reader) ended() error {
	err := r.err()
	if r.reads != nil && err == error(r.reads.cold) {
		return nil
	}
	return err
}

func (c *clean) knowsAccount(at horizon, addr common.Address) bool {
	c.mu.RLock()
	defer c.mu.RUnlock()
	_, ok, _ := c.accounts.get(addr)
	return ok && c.base.Number < at.number
}

func (c *clean) knowsSlot(at horizon, key chains.StorageKey) bool {
	c.mu.RLock()
	defer c.mu.RUnlock()
	_, ok, _ := c.slots.get(key)
	return ok && c.base.Number < at.number
}
