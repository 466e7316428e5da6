package shard

import (
	"math/big"
	"slices"
	"sync"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"

	"github.com/ssequencer/ssequencer/chains"
)

// overlay holds what the kept transactions of one block wrote, in all versions. Only the
// shard's goroutine writes, and it alone may read without the lock.
type overlay struct {
	number  uint64
	history common.Hash // slot of the EIP-2935 account that holds the parent's hash
	stores  bool        // whether this block stores it

	mu       sync.RWMutex
	accounts map[common.Address]versions[*types.StateAccount]
	slots    map[chains.StorageKey]versions[common.Hash]
	code     map[common.Hash][]byte
}

func newOverlay(number uint64) *overlay {
	return &overlay{
		number:   number,
		accounts: make(map[common.Address]versions[*types.StateAccount]),
		slots:    make(map[chains.StorageKey]versions[common.Hash]),
		code:     make(map[common.Hash][]byte),
	}
}

// setHistory makes the block store its parent's hash (EIP-2935).
func (o *overlay) setHistory() {
	ring := new(big.Int).SetUint64((o.number - 1) % params.HistoryServeWindow)
	o.history, o.stores = common.BigToHash(ring), true
}

// holdsHistory reports whether the slot is the one that holds the parent's hash.
func (o *overlay) holdsHistory(key chains.StorageKey) bool {
	return o.stores && key.Address == params.HistoryStorageAddress && key.Slot == o.history
}

type versioned[V any] struct {
	version uint64
	value   V
}

// versions are the values of one key, with ascending versions. Most keys have one.
type versions[V any] struct {
	newest versioned[V]
	older  []versioned[V] // ascending
}

// put adds a newer value. A zero newest version means that there is none yet.
func (vs *versions[V]) put(version uint64, value V) {
	if vs.newest.version != 0 {
		vs.older = append(vs.older, vs.newest)
	}
	vs.newest = versioned[V]{version, value}
}

// at returns the newest value that is not newer than version.
func (vs *versions[V]) at(version uint64) (value V, ok bool) {
	if vs.newest.version <= version {
		return vs.newest.value, vs.newest.version != 0
	}
	i, found := slices.BinarySearchFunc(vs.older, version, func(v versioned[V], version uint64) int {
		if v.version > version {
			return 1
		}
		if v.version < version {
			return -1
		}
		return 0
	})
	if !found {
		i-- // the last older one
	}
	if i < 0 {
		return value, false
	}
	return vs.older[i].value, true
}

// until returns the values that are not newer than version.
func (vs *versions[V]) until(version uint64) (versions[V], bool) {
	var out versions[V]
	for _, v := range append(vs.older[:len(vs.older):len(vs.older)], vs.newest) {
		if v.version <= version {
			out.put(v.version, v.value)
		}
	}
	return out, out.newest.version != 0
}

// merge adds a layer's write set with a version above all others.
func (o *overlay) merge(l *layer, version uint64) {
	o.mu.Lock()
	defer o.mu.Unlock()
	for i := range l.accounts.list {
		e := &l.accounts.list[i]
		vs := o.accounts[e.key]
		vs.put(version, e.value)
		o.accounts[e.key] = vs
	}
	for i := range l.slots.list {
		e := &l.slots.list[i]
		vs := o.slots[e.key]
		vs.put(version, e.value)
		o.slots[e.key] = vs
	}
	for hash, code := range l.code {
		o.code[hash] = code
	}
}

// until returns a new overlay without the writes newer than version. Views of the old
// one are not disturbed.
func (o *overlay) until(version uint64) *overlay {
	out := newOverlay(o.number)
	out.history, out.stores = o.history, o.stores
	for addr, vs := range o.accounts {
		if kept, ok := vs.until(version); ok {
			out.accounts[addr] = kept
		}
	}
	for key, vs := range o.slots {
		if kept, ok := vs.until(version); ok {
			out.slots[key] = kept
		}
	}
	for hash, code := range o.code {
		out.code[hash] = code // by hash: too much does no harm
	}
	return out
}

func (o *overlay) account(addr common.Address, version uint64) (*types.StateAccount, bool) {
	vs, ok := o.accounts[addr]
	if !ok {
		return nil, false
	}
	return vs.at(version)
}

func (o *overlay) slot(key chains.StorageKey, version uint64) (common.Hash, bool) {
	vs, ok := o.slots[key]
	if !ok {
		return common.Hash{}, false
	}
	return vs.at(version)
}
