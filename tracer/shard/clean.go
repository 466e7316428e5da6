package shard

import (
	"context"
	"fmt"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/lru"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"

	"github.com/ssequencer/ssequencer/chains"
)

// maxCodeBytes bounds the cache of contract codes.
const maxCodeBytes = 64 << 20

// horizon says which clean state a reader may use: any block below number, whose writes
// it holds itself; and the block to read at when the clean state has moved past that.
type horizon struct {
	number uint64
	base   chains.BlockRef // not needed by the shard's own goroutine, which moves the clean state
}

// clean is the state of the last adopted block: the node's, behind a bounded cache. It is
// safe for concurrent use.
type clean struct {
	src     Source
	timeout time.Duration
	code    *lru.SizeConstrainedCache[common.Hash, []byte]

	mu       sync.RWMutex
	base     chains.BlockRef
	accounts table[common.Address, *types.StateAccount]
	slots    table[chains.StorageKey, common.Hash]
}

func newClean(src Source, cfg Config, base chains.BlockRef) *clean {
	return &clean{
		src: src, timeout: cfg.ReadTimeout, base: base,
		code:     lru.NewSizeConstrainedCache[common.Hash, []byte](maxCodeBytes),
		accounts: newTable[common.Address, *types.StateAccount](cfg.CacheEntries / 2),
		slots:    newTable[chains.StorageKey, common.Hash](cfg.CacheEntries / 2),
	}
}

// table is a bounded map in two generations: when the young one is full it becomes the
// old one, and what is not asked for until the next turn is forgotten.
type table[K comparable, V any] struct {
	half       int
	young, old map[K]V
}

func newTable[K comparable, V any](limit int) table[K, V] {
	return table[K, V]{half: max(limit/2, 1), young: make(map[K]V), old: make(map[K]V)}
}

// get looks a key up; in is false where only the old generation has it.
func (t *table[K, V]) get(key K) (value V, ok, young bool) {
	if value, ok = t.young[key]; ok {
		return value, true, true
	}
	value, ok = t.old[key]
	return value, ok, false
}

func (t *table[K, V]) put(key K, value V) {
	if len(t.young) >= t.half {
		t.old, t.young = t.young, make(map[K]V, t.half)
	}
	t.young[key] = value
}

// assume puts a value into the cache as if the node had been asked for it.
func (c *clean) assume(key chains.StorageKey, value common.Hash) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if _, known, _ := c.slots.get(key); !known {
		c.slots.put(key, value)
	}
}

// account returns the account as a reader with that horizon may see it.
func (c *clean) account(at horizon, addr common.Address) (*types.StateAccount, error) {
	return lookup(c, &c.accounts, at, addr, func(ctx context.Context, block common.Hash) (*types.StateAccount, error) {
		got, err := c.src.Accounts(ctx, block, []common.Address{addr})
		if err != nil {
			return nil, fmt.Errorf("%w: account %s: %w", ErrState, addr, err)
		}
		if len(got) != 1 {
			return nil, fmt.Errorf("%w: account %s: %d answers", ErrState, addr, len(got))
		}
		return got[0], nil
	})
}

// slot returns the slot as a reader with that horizon may see it.
func (c *clean) slot(at horizon, key chains.StorageKey) (common.Hash, error) {
	return lookup(c, &c.slots, at, key, func(ctx context.Context, block common.Hash) (common.Hash, error) {
		got, err := c.src.Storage(ctx, block, []chains.StorageKey{key})
		if err != nil {
			return common.Hash{}, fmt.Errorf("%w: slot %s of %s: %w", ErrState, key.Slot, key.Address, err)
		}
		if len(got) != 1 {
			return common.Hash{}, fmt.Errorf("%w: slot %s of %s: %d answers", ErrState, key.Slot, key.Address, len(got))
		}
		return got[0], nil
	})
}

// lookup answers from the cache or the node. What the node answers enters the cache only
// if no block was adopted meanwhile.
func lookup[K comparable, V any](c *clean, t *table[K, V], at horizon, key K, fetch func(context.Context, common.Hash) (V, error)) (V, error) {
	c.mu.RLock()
	base := c.base
	usable := base.Number < at.number
	var value V
	var ok, young bool
	if usable {
		value, ok, young = t.get(key)
	}
	c.mu.RUnlock()
	if ok && young {
		return value, nil
	}
	if !ok {
		if !usable {
			base = at.base
		}
		ctx, cancel := context.WithTimeout(context.Background(), c.timeout)
		defer cancel()
		var err error
		if value, err = fetch(ctx, base.Hash); err != nil {
			return value, err
		}
		if !usable {
			return value, nil
		}
	}
	c.mu.Lock()
	if c.base == base {
		t.put(key, value)
	}
	c.mu.Unlock()
	return value, nil
}

// readCode returns the code with that hash, which the account has at the base or will
// have found in an overlay before.
func (c *clean) readCode(at horizon, addr common.Address, hash common.Hash) ([]byte, error) {
	if code, ok := c.code.Get(hash); ok {
		return code, nil
	}
	c.mu.RLock()
	base := c.base
	c.mu.RUnlock()
	if base.Number >= at.number {
		base = at.base
	}
	ctx, cancel := context.WithTimeout(context.Background(), c.timeout)
	defer cancel()
	return c.fetchCode(ctx, base.Hash, addr, hash)
}

func (c *clean) fetchCode(ctx context.Context, block common.Hash, addr common.Address, hash common.Hash) ([]byte, error) {
	code, err := c.src.Code(ctx, block, addr)
	if err != nil {
		return nil, fmt.Errorf("%w: code of %s: %w", ErrState, addr, err)
	}
	if crypto.Keccak256Hash(code) != hash {
		return nil, fmt.Errorf("%w: code of %s does not have hash %s", ErrState, addr, hash)
	}
	c.code.Add(hash, code)
	return code, nil
}

// advance moves to the block that was just adopted, whose writes are in o.
func (c *clean) advance(base chains.BlockRef, o *overlay, parent common.Hash) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.base = base
	for addr, vs := range o.accounts {
		c.accounts.put(addr, vs.newest.value)
	}
	for key, vs := range o.slots {
		c.slots.put(key, vs.newest.value)
	}
	if o.stores {
		c.slots.put(chains.StorageKey{Address: params.HistoryStorageAddress, Slot: o.history}, parent)
	}
	for hash, code := range o.code {
		c.code.Add(hash, code)
	}
}

// wanted are values that the cache lacks, as of a base.
type wanted struct {
	base  chains.BlockRef
	addrs []common.Address
	keys  []chains.StorageKey
}

// lacks returns which of these are not in the cache.
func (c *clean) lacks(addrs []common.Address, keys []chains.StorageKey) wanted {
	c.mu.RLock()
	defer c.mu.RUnlock()
	return wanted{c.base, missing(&c.accounts, addrs), missing(&c.slots, keys)}
}

// fill reads what the cache lacks into it.
func (c *clean) fill(ctx context.Context, w wanted) error {
	base, addrs, keys := w.base, w.addrs, w.keys
	var accounts []*types.StateAccount
	var slots []common.Hash
	var err error
	if len(addrs) > 0 {
		if accounts, err = c.src.Accounts(ctx, base.Hash, addrs); err != nil {
			return fmt.Errorf("prefetch accounts: %w", err)
		}
	}
	if len(keys) > 0 {
		if slots, err = c.src.Storage(ctx, base.Hash, keys); err != nil {
			return fmt.Errorf("prefetch storage: %w", err)
		}
	}
	if len(accounts) != len(addrs) || len(slots) != len(keys) {
		return fmt.Errorf("%w: prefetch of %d accounts and %d slots gave %d and %d", ErrState, len(addrs), len(keys), len(accounts), len(slots))
	}
	c.mu.Lock()
	if c.base == base {
		for i, addr := range addrs {
			c.accounts.put(addr, accounts[i])
		}
		for i, key := range keys {
			c.slots.put(key, slots[i])
		}
	}
	c.mu.Unlock()
	for i, acct := range accounts {
		if acct == nil || common.BytesToHash(acct.CodeHash) == types.EmptyCodeHash {
			continue
		}
		hash := common.BytesToHash(acct.CodeHash)
		if _, ok := c.code.Get(hash); !ok {
			if _, err := c.fetchCode(ctx, base.Hash, addrs[i], hash); err != nil {
				return err
			}
		}
	}
	return nil
}

func missing[K comparable, V any](t *table[K, V], keys []K) []K {
	var out []K
	for _, key := range keys {
		if _, ok, _ := t.get(key); !ok {
			out = append(out, key)
		}
	}
	return out
}
