package settlement

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/merkle"
)

// ErrSet: the dependency set that L1 has for a batch is not the one this service settles.
// The governor has to announce another.
var ErrSet = errors.New("L1's dependency set is not what is settled here")

// dependencySet is one version of the set: which chains and pairs a batch is about.
type dependencySet struct {
	version uint64
	members []bindings.DependencySetMember
	pairs   []bindings.DependencySetPair
}

// setFor returns the set of a batch as L1 has it now, or, while L1 does not answer, the one
// it had for the batch before: the poster compares again.
func (s *Settlement) setFor(ctx context.Context, number uint64) (*dependencySet, error) {
	head, err := s.deps.L1.HeaderByNumber(ctx, nil)
	if err != nil {
		return s.lastSet(fmt.Errorf("L1 head: %w", err))
	}
	version, err := s.suite.version(ctx, number, head.Hash())
	if err != nil {
		return s.lastSet(err)
	}
	if s.set != nil && s.set.version == version {
		return s.set, nil
	}
	set, err := s.suite.set(ctx, version, head.Hash())
	if err == nil {
		err = s.fits(set)
	}
	if err != nil {
		return s.lastSet(err)
	}
	s.set = set
	return set, nil
}

func (s *Settlement) lastSet(err error) (*dependencySet, error) {
	if s.set == nil || errors.Is(err, ErrSet) || errors.Is(err, errReverted) {
		return nil, err
	}
	s.log.Warn("L1 does not say what the dependency set is; the last one is taken", zap.Error(err))
	return s.set, nil
}

// fits checks that the chains of a set are settled here.
func (s *Settlement) fits(set *dependencySet) error {
	for _, m := range set.members {
		if s.ledger.chains[chains.ChainID(m.ChainId)] == nil {
			return fmt.Errorf("%w: version %d has chain %d, which is not configured", ErrSet, set.version, m.ChainId)
		}
	}
	return nil
}

// members returns the chains of a batch of that number. One that joins with it begins where
// L1 says.
func (s *Settlement) members(set *dependencySet, number uint64) ([]member, error) {
	var before *Batch
	if number > 1 {
		var err error
		if before, err = s.Batch(number - 1); err != nil {
			return nil, err
		}
	}
	s.mu.RLock()
	defer s.mu.RUnlock()
	var out []member
	for _, of := range set.members {
		m := member{chain: chains.ChainID(of.ChainId)}
		if before == nil || !before.settles(of.ChainId) {
			m.start = of.StartBlock
			if lane := s.ledger.chains[m.chain]; lane.next > m.start {
				return nil, fmt.Errorf("%w: chain %d joins at block %d, what is kept of it begins at %d", ErrSet, m.chain, m.start, lane.next)
			}
		}
		out = append(out, m)
	}
	return out, nil
}

// settles reports whether a chain is in the batch.
func (b *Batch) settles(chain uint64) bool {
	return slices.ContainsFunc(b.Claim.Chains, func(r merkle.ChainRange) bool { return r.ChainID == chain })
}

// trees returns the trees that a set's batches are about, in the order of the batch tree.
func (set *dependencySet) trees() []treeID {
	var ids []treeID
	for _, p := range set.pairs {
		ids = append(ids, treeID{chains.Pair{Source: chains.ChainID(p.Source), Destination: chains.ChainID(p.Destination)}, p.Generation})
	}
	return ids
}

// treeOf returns the tree that a leaf of the batch tree is of.
func treeOf(p merkle.PairLeaf) treeID {
	return treeID{chains.Pair{Source: chains.ChainID(p.Source), Destination: chains.ChainID(p.Destination)}, p.Generation}
}
