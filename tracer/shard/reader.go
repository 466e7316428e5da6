package shard

import (
	"errors"
	"fmt"
	"sync"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/state"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/triedb"

	"github.com/ssequencer/ssequencer/chains"
)

// reader is the state as seen through a stack: go-ethereum's state.Reader. After a failed
// read it fails at once, so that a transaction cannot wait for the node many times.
type reader struct {
	layers   []*layer   // oldest first
	overlays []*overlay // oldest first
	version  uint64     // newest version to see
	locked   bool       // not on the shard's goroutine: lock the overlays
	horizon  horizon
	clean    *clean
	hashes   *hashes
	reads    *allowance // first reads that may be waited for; nil = all

	mu     sync.Mutex
	failed error
}

// Account implements state.Reader. The result must not be changed; go-ethereum replaces
// values, it does not write into them.
func (r *reader) Account(addr common.Address) (*types.StateAccount, error) {
	for i := len(r.layers) - 1; i >= 0; i-- {
		if acct, ok := r.layers[i].accounts.get(addr); ok {
			return acct, nil
		}
	}
	for i := len(r.overlays) - 1; i >= 0; i-- {
		if acct, ok := r.overlayAccount(r.overlays[i], addr); ok {
			return acct, nil
		}
	}
	if err := r.ended(); err != nil {
		return nil, err
	}
	if err := r.coldAccount(addr); err != nil {
		return nil, err
	}
	acct, err := r.clean.account(r.horizon, addr)
	return acct, r.fail(err)
}

// Storage implements state.Reader.
func (r *reader) Storage(addr common.Address, slot common.Hash) (common.Hash, error) {
	key := chains.StorageKey{Address: addr, Slot: slot}
	for i := len(r.layers) - 1; i >= 0; i-- {
		if value, ok := r.layers[i].slots.get(key); ok {
			return value, nil
		}
		if acct, ok := r.layers[i].accounts.get(addr); ok && storesNothing(acct) {
			return common.Hash{}, nil
		}
	}
	for i := len(r.overlays) - 1; i >= 0; i-- {
		o := r.overlays[i]
		if o.holdsHistory(key) {
			value, err := r.hashes.get(o.number - 1)
			return value, r.fail(err)
		}
		if value, ok := r.overlaySlot(o, key); ok {
			return value, nil
		}
		if acct, ok := r.overlayAccount(o, addr); ok && storesNothing(acct) {
			return common.Hash{}, nil
		}
	}
	if err := r.ended(); err != nil {
		return common.Hash{}, err
	}
	if err := r.coldAccount(addr); err != nil {
		return common.Hash{}, err
	}
	if acct, err := r.clean.account(r.horizon, addr); err != nil || storesNothing(acct) {
		return common.Hash{}, r.fail(err)
	}
	if err := r.coldSlot(key); err != nil {
		return common.Hash{}, err
	}
	value, err := r.clean.slot(r.horizon, key)
	return value, r.fail(err)
}

// storesNothing reports whether the account is known to have no storage.
func storesNothing(acct *types.StateAccount) bool {
	return acct == nil || acct.Root == types.EmptyRootHash
}

// Code implements state.Reader. It returns nil if the code cannot be read, which the
// StateDB takes for an error.
func (r *reader) Code(addr common.Address, hash common.Hash) []byte {
	for i := len(r.layers) - 1; i >= 0; i-- {
		if code, ok := r.layers[i].code[hash]; ok {
			return code
		}
	}
	for i := len(r.overlays) - 1; i >= 0; i-- {
		if code, ok := r.overlayCode(r.overlays[i], hash); ok {
			return code
		}
	}
	if r.ended() != nil || r.coldCode(addr, hash) != nil {
		return nil
	}
	code, err := r.clean.readCode(r.horizon, addr, hash)
	if r.fail(err) != nil {
		return nil
	}
	return code
}

// CodeSize implements state.Reader.
func (r *reader) CodeSize(addr common.Address, hash common.Hash) int { return len(r.Code(addr, hash)) }

// Has implements state.Reader.
func (r *reader) Has(addr common.Address, hash common.Hash) bool { return len(r.Code(addr, hash)) > 0 }

func (r *reader) overlayAccount(o *overlay, addr common.Address) (*types.StateAccount, bool) {
	if r.locked {
		o.mu.RLock()
		defer o.mu.RUnlock()
	}
	return o.account(addr, r.version)
}

func (r *reader) overlaySlot(o *overlay, key chains.StorageKey) (common.Hash, bool) {
	if r.locked {
		o.mu.RLock()
		defer o.mu.RUnlock()
	}
	return o.slot(key, r.version)
}

func (r *reader) overlayCode(o *overlay, hash common.Hash) ([]byte, bool) {
	if r.locked {
		o.mu.RLock()
		defer o.mu.RUnlock()
	}
	code, ok := o.code[hash]
	return code, ok
}

// err returns the first error of any read.
func (r *reader) err() error {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.failed
}

func (r *reader) fail(err error) error {
	if err == nil {
		return nil
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.failed == nil {
		r.failed = err
	}
	return err
}

// errNoTrie is what everything answers that needs more than values.
var errNoTrie = errors.New("a shard has values only, no tries")

// trieless is the state.Database of StateDBs over a reader: it has no tries, since no
// state root is ever computed here.
type trieless struct{}

func (trieless) Type() state.DatabaseType                     { return state.TypeMPT }
func (trieless) Reader(common.Hash) (state.Reader, error)     { return nil, errNoTrie }
func (trieless) Iteratee(common.Hash) (state.Iteratee, error) { return nil, errNoTrie }
func (trieless) OpenTrie(common.Hash) (state.Trie, error)     { return nil, errNoTrie }
func (trieless) TrieDB() *triedb.Database                     { return nil }
func (trieless) Commit(*state.StateUpdate) error              { return errNoTrie }
func (trieless) OpenStorageTrie(common.Hash, common.Address, common.Hash, state.Trie) (state.Trie, error) {
	return nil, errNoTrie
}

// newState returns a StateDB above all layers, and its reader.
func (s *Shard) newState() (*state.StateDB, *reader, error) {
	r := s.reader()
	db, err := state.NewWithReader(types.EmptyRootHash, trieless{}, r)
	if err != nil {
		return nil, nil, fmt.Errorf("%w: %w", ErrState, err)
	}
	return db, r, nil
}

// stateError tells why an execution on the state is not to be believed, if it is not.
func (s *Shard) stateError(db *state.StateDB, r *reader) error {
	if err := r.err(); err != nil {
		return err
	}
	if err := s.block.hashErr; err != nil {
		return err
	}
	if err := db.Error(); err != nil {
		return fmt.Errorf("%w: %w", ErrState, err)
	}
	return nil
}
