package shard

import (
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ssequencer/ssequencer/chains"
)

// Written is what a block leaves behind, as far as it was asked for.
type Written struct {
	Accounts map[common.Address]*types.StateAccount // nil: the account does not exist after it; roots mean nothing
	Slots    map[chains.StorageKey]common.Hash
}

// Written returns what the sealed block with the number, which is not adopted yet, leaves
// behind: at most limit accounts and limit slots, chosen at random. Equal receipts do not
// show that these are right; the node's state does.
func (s *Shard) Written(number uint64, limit int) Written {
	w := Written{Accounts: map[common.Address]*types.StateAccount{}, Slots: map[chains.StorageKey]common.Hash{}}
	for _, o := range s.overlays {
		if o.number != number {
			continue
		}
		for addr, vs := range o.accounts { // a map's order is the random choice
			if len(w.Accounts) == limit {
				break
			}
			w.Accounts[addr] = vs.newest.value
		}
		for key, vs := range o.slots {
			if len(w.Slots) == limit {
				break
			}
			if !o.holdsHistory(key) { // the parent's hash, set from outside
				w.Slots[key] = vs.newest.value
			}
		}
	}
	return w
}
