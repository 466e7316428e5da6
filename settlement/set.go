package settlement

import (
	"context"
	"errors"
	"fmt"

	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/contracts/bindings"
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

// fits checks that a set is of just the chains that are settled here, and of pairs that are
// followed here.
func (s *Settlement) fits(set *dependencySet) error {
	if len(set.members) != len(s.cfg.Chains) {
		return fmt.Errorf("%w: version %d has %d chains, %d are configured", ErrSet, set.version, len(set.members), len(s.cfg.Chains))
	}
	for i, m := range set.members {
		if chains.ChainID(m.ChainId) != s.cfg.Chains[i].ID {
			return fmt.Errorf("%w: version %d has chain %d, which is not configured", ErrSet, set.version, m.ChainId)
		}
	}
	for _, p := range set.pairs {
		if p.Generation != generation || s.ledger.pairs[pairOf(p)] == nil {
			return fmt.Errorf("%w: version %d has the pair %d to %d in generation %d", ErrSet, set.version, p.Source, p.Destination, p.Generation)
		}
	}
	return nil
}

func pairOf(p bindings.DependencySetPair) chains.Pair {
	return chains.Pair{Source: chains.ChainID(p.Source), Destination: chains.ChainID(p.Destination)}
}
