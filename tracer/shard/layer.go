package shard

import (
	"bytes"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/state"
	"github.com/ethereum/go-ethereum/core/tracing"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/holiman/uint256"

	"github.com/ssequencer/ssequencer/chains"
)

// layer is the write set of one transaction: the values after it of everything it may
// have changed. It is not changed once collected.
type layer struct {
	accounts entries[common.Address, *types.StateAccount] // nil: does not exist
	slots    entries[chains.StorageKey, common.Hash]
	code     map[common.Hash][]byte // code set by the transaction, by its hash
	watched  []chains.SlotWrite     // changed slots of the watched account, ordered by slot

	tx      *chains.Tx
	receipt *types.Receipt // without bloom
	nonce   uint64         // a deposit used
	start   mark
}

type entry[K comparable, V any] struct {
	key   K
	value V
}

// entries is a small map that costs one allocation; it builds an index only if it is
// large and searched.
type entries[K comparable, V any] struct {
	list  []entry[K, V]
	index map[K]int
}

const searchedWithoutIndex = 16

func (e *entries[K, V]) get(key K) (value V, ok bool) {
	if len(e.list) <= searchedWithoutIndex {
		for i := range e.list {
			if e.list[i].key == key {
				return e.list[i].value, true
			}
		}
		return value, false
	}
	if e.index == nil {
		e.index = make(map[K]int, len(e.list))
		for i := range e.list {
			e.index[e.list[i].key] = i
		}
	}
	i, ok := e.index[key]
	if !ok {
		return value, false
	}
	return e.list[i].value, true
}

// recorder is the StateDB that the EVM works on. It notes every account and slot that a
// state-changing method is called for, whether or not the change survives, so that the
// noted set can only be too large. It is reused from transaction to transaction.
type recorder struct {
	opState
	watch    common.Address
	accounts map[common.Address]bool // true: a slot of it was written
	slots    map[chains.StorageKey]struct{}
	code     map[common.Hash][]byte
	previous map[common.Hash]common.Hash // slots of the watched account before the transaction
}

// keptCapacity is the size up to which the recorder's maps are reused: clearing a map
// costs as much as it was ever large.
const keptCapacity = 512

func newRecorder(watch common.Address) *recorder {
	return &recorder{
		watch:    watch,
		accounts: make(map[common.Address]bool),
		slots:    make(map[chains.StorageKey]struct{}),
		previous: make(map[common.Hash]common.Hash),
	}
}

func (r *recorder) reset(db *state.StateDB) {
	if len(r.slots) > keptCapacity || len(r.accounts) > keptCapacity {
		fork := r.fork
		*r = *newRecorder(r.watch)
		r.fork = fork
	}
	clear(r.accounts)
	clear(r.slots)
	clear(r.previous)
	r.StateDB, r.code = db, nil
}

// touch notes that the account may have changed.
func (r *recorder) touch(addr common.Address) {
	if _, ok := r.accounts[addr]; !ok {
		r.accounts[addr] = false
	}
}

// stored notes that a slot of the account is written in a way of its own.
func (r *recorder) stored(addr common.Address) { r.accounts[addr] = true }

// CreateAccount implements vm.StateDB.
func (r *recorder) CreateAccount(addr common.Address) {
	r.touch(addr)
	r.StateDB.CreateAccount(addr)
}

// CreateContract implements vm.StateDB.
func (r *recorder) CreateContract(addr common.Address) {
	r.touch(addr)
	r.StateDB.CreateContract(addr)
}

// AddBalance implements vm.StateDB. Adding nothing changes only an empty account, which
// EIP-158 then removes.
func (r *recorder) AddBalance(addr common.Address, amount *uint256.Int, reason tracing.BalanceChangeReason) uint256.Int {
	if !amount.IsZero() || r.Empty(addr) {
		r.touch(addr)
	}
	return r.StateDB.AddBalance(addr, amount, reason)
}

// SubBalance implements vm.StateDB.
func (r *recorder) SubBalance(addr common.Address, amount *uint256.Int, reason tracing.BalanceChangeReason) uint256.Int {
	if !amount.IsZero() || r.Empty(addr) {
		r.touch(addr)
	}
	return r.StateDB.SubBalance(addr, amount, reason)
}

// SetNonce implements vm.StateDB.
func (r *recorder) SetNonce(addr common.Address, nonce uint64, reason tracing.NonceChangeReason) {
	r.touch(addr)
	r.StateDB.SetNonce(addr, nonce, reason)
}

// SetCode implements vm.StateDB.
func (r *recorder) SetCode(addr common.Address, code []byte, reason tracing.CodeChangeReason) []byte {
	r.touch(addr)
	prev := r.StateDB.SetCode(addr, code, reason)
	if len(code) > 0 {
		if r.code == nil {
			r.code = make(map[common.Hash][]byte)
		}
		r.code[r.GetCodeHash(addr)] = code
	}
	return prev
}

// SetState implements vm.StateDB.
func (r *recorder) SetState(addr common.Address, slot, value common.Hash) common.Hash {
	key := chains.StorageKey{Address: addr, Slot: slot}
	if _, ok := r.slots[key]; !ok {
		r.slots[key] = struct{}{}
		r.stored(addr)
		if addr == r.watch {
			r.previous[slot] = r.GetCommittedState(addr, slot)
		}
	}
	return r.StateDB.SetState(addr, slot, value)
}

// SelfDestruct implements vm.StateDB.
func (r *recorder) SelfDestruct(addr common.Address) {
	r.touch(addr)
	r.StateDB.SelfDestruct(addr)
}

// collect reads the final values of everything noted. It must be called after Finalise.
func (r *recorder) collect() *layer {
	l := &layer{code: r.code}
	l.accounts.list = make([]entry[common.Address, *types.StateAccount], 0, len(r.accounts))
	for addr, stored := range r.accounts {
		l.accounts.list = append(l.accounts.list, entry[common.Address, *types.StateAccount]{addr, r.account(addr, stored)})
	}
	if len(r.slots) == 0 {
		return l
	}
	l.slots.list = make([]entry[chains.StorageKey, common.Hash], 0, len(r.slots))
	for key := range r.slots {
		l.slots.list = append(l.slots.list, entry[chains.StorageKey, common.Hash]{key, r.GetState(key.Address, key.Slot)})
	}
	for slot, previous := range r.previous {
		if value := r.GetState(r.watch, slot); value != previous {
			l.watched = append(l.watched, chains.SlotWrite{Slot: slot, Previous: previous, Value: value})
		}
	}
	slices.SortFunc(l.watched, func(a, b chains.SlotWrite) int { return bytes.Compare(a.Slot[:], b.Slot[:]) })
	return l
}

// account returns the account as it is now. If slots of it were written its storage root
// is not known any more.
func (r *recorder) account(addr common.Address, stored bool) *types.StateAccount {
	if !r.Exist(addr) {
		return nil
	}
	acct := &types.StateAccount{Nonce: r.GetNonce(addr), Balance: r.GetBalance(addr), CodeHash: r.codeHash(addr)}
	if !stored {
		acct.Root = r.GetStorageRoot(addr)
	}
	return acct
}

func (r *recorder) codeHash(addr common.Address) []byte {
	hash := r.GetCodeHash(addr)
	if hash == types.EmptyCodeHash {
		return types.EmptyCodeHash[:]
	}
	return hash.Bytes()
}
