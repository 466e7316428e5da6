package verifier

import (
	"context"
	"errors"
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ssequencer/ssequencer/contracts/bindings"
)

// dependencySet is what L1 says has to settle in a batch.
type dependencySet struct {
	members []bindings.DependencySetMember
	pairs   []bindings.DependencySetPair // in the order of the batch tree
	stores  map[uint64]named             // RootStores by chain
}

// named is a contract that L1 names, with the hash of its code.
type named struct {
	address common.Address
	code    common.Hash
}

// setOf returns the set in force for a batch.
func (v *Verifier) setOf(ctx context.Context, batch uint64) (*dependencySet, error) {
	batches, at := bindings.NewBatches(), v.cfg.Settlement
	version, err := view(ctx, v.l1, at, batches.PackVersionAt(batch), batches.UnpackVersionAt)
	if err != nil {
		return nil, err
	}
	if set, ok := v.sets[version.String()]; ok {
		return set, nil
	}
	set := &dependencySet{stores: make(map[uint64]named)}
	if set.members, err = view(ctx, v.l1, at, batches.PackChainsOf(version), batches.UnpackChainsOf); err != nil {
		return nil, err
	}
	if set.pairs, err = view(ctx, v.l1, at, batches.PackPairsOf(version), batches.UnpackPairsOf); err != nil {
		return nil, err
	}
	for _, m := range set.members {
		if set.stores[m.ChainId], err = v.storeOf(ctx, m.ChainId); err != nil {
			return nil, err
		}
	}
	v.sets[version.String()] = set
	return set, nil
}

// storeOf returns a chain's RootStore, which is named once and for ever.
func (v *Verifier) storeOf(ctx context.Context, chain uint64) (named, error) {
	if n, ok := v.stores[chain]; ok {
		return n, nil
	}
	batches, id := bindings.NewBatches(), word(chain).Big()
	address, err := view(ctx, v.l1, v.cfg.Settlement, batches.PackRootStoreOf(id), batches.UnpackRootStoreOf)
	if err != nil {
		return named{}, err
	}
	code, err := view(ctx, v.l1, v.cfg.Settlement, batches.PackCodeHashOf(id, address), batches.UnpackCodeHashOf)
	if err != nil {
		return named{}, err
	}
	v.stores[chain] = named{address, code}
	return v.stores[chain], nil
}

// has reports whether a pair settles, and in which generation.
func (s *dependencySet) has(id PairID) (uint64, bool) {
	i := slices.IndexFunc(s.pairs, func(p bindings.DependencySetPair) bool {
		return p.Source == id.Source && p.Destination == id.Destination
	})
	if i < 0 {
		return 0, false
	}
	return s.pairs[i].Generation, true
}

// stands reports whether L1 has the batch of that number and hash now.
func (v *Verifier) stands(ctx context.Context, number uint64, hash common.Hash) (bool, error) {
	batches := bindings.NewBatches()
	accepted, err := view(ctx, v.l1, v.cfg.Settlement, batches.PackBatchAt(number), batches.UnpackBatchAt)
	if errors.Is(err, errRefused) {
		return false, nil // there is none
	}
	return err == nil && accepted.BatchHash == hash, err
}
