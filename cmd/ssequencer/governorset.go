package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/contracts/bindings"
)

// setVersion is a version of the dependency set: one that L1 has, or the next one.
type setVersion struct {
	number  uint64
	members []bindings.DependencySetMember
	pairs   []bindings.DependencySetPair
}

// next returns the version after this one, as it is before anything is changed.
func (s *setVersion) next() *setVersion {
	out := &setVersion{number: s.number + 1, pairs: slices.Clone(s.pairs)}
	for _, m := range s.members {
		out.members = append(out.members, bindings.DependencySetMember{ChainId: m.ChainId})
	}
	return out
}

// pair returns a pair of the version, nil where it is not there.
func (s *setVersion) pair(p chains.Pair) *bindings.DependencySetPair {
	i := slices.IndexFunc(s.pairs, func(q bindings.DependencySetPair) bool { return pairOf(q) == p })
	if i < 0 {
		return nil
	}
	return &s.pairs[i]
}

func pairOf(p bindings.DependencySetPair) chains.Pair {
	return chains.Pair{Source: chains.ChainID(p.Source), Destination: chains.ChainID(p.Destination)}
}

func (s *setVersion) has(id chains.ChainID) bool {
	return slices.ContainsFunc(s.members, func(m bindings.DependencySetMember) bool { return m.ChainId == uint64(id) })
}

// open opens a pair in a generation.
func (s *setVersion) open(p chains.Pair, generation uint64) {
	of := s.pair(p)
	if of == nil {
		s.pairs = append(s.pairs, bindings.DependencySetPair{Source: uint64(p.Source), Destination: uint64(p.Destination)})
		of = &s.pairs[len(s.pairs)-1]
	}
	of.Generation, of.Open = generation, true
}

// join takes a chain in. Its pairs are opened apart.
func (s *setVersion) join(id chains.ChainID, start uint64) error {
	if s.has(id) {
		return usageError("chain %d is in the set", id)
	}
	s.members = append(s.members, bindings.DependencySetMember{ChainId: uint64(id), StartBlock: start})
	return nil
}

// leave takes a chain out, with its pairs.
func (s *setVersion) leave(id chains.ChainID) error {
	if !s.has(id) {
		return usageError("chain %d is not in the set", id)
	}
	s.members = slices.DeleteFunc(s.members, func(m bindings.DependencySetMember) bool { return m.ChainId == uint64(id) })
	var open []string
	s.pairs = slices.DeleteFunc(s.pairs, func(p bindings.DependencySetPair) bool {
		leaves := p.Source == uint64(id) || p.Destination == uint64(id)
		if leaves && p.Open {
			open = append(open, fmt.Sprintf("%d:%d", p.Source, p.Destination))
		}
		return leaves
	})
	if len(open) > 0 {
		return fmt.Errorf("chain %d cannot leave, it has open pairs: have them closed in a version before (close-pair %s)", id, strings.Join(open, " "))
	}
	return nil
}

// sort brings chains and pairs in the order that L1 wants.
func (s *setVersion) sort() {
	slices.SortFunc(s.members, func(a, b bindings.DependencySetMember) int { return cmp.Compare(a.ChainId, b.ChainId) })
	slices.SortFunc(s.pairs, func(a, b bindings.DependencySetPair) int {
		return cmp.Or(cmp.Compare(a.Source, b.Source), cmp.Compare(a.Destination, b.Destination))
	})
}

// changesFrom says what is otherwise than in the version before.
func (s *setVersion) changesFrom(before *setVersion) []string {
	var out []string
	for _, m := range s.members {
		if m.StartBlock != 0 {
			out = append(out, fmt.Sprintf("chain %d joins with block %d", m.ChainId, m.StartBlock))
		}
	}
	for _, m := range before.members {
		if !s.has(chains.ChainID(m.ChainId)) {
			out = append(out, fmt.Sprintf("chain %d leaves", m.ChainId))
		}
	}
	for _, p := range s.pairs {
		was := before.pair(pairOf(p))
		if was == nil {
			out = append(out, fmt.Sprintf("pair %d to %d: new, %s", p.Source, p.Destination, describePair(p)))
		} else if *was != p {
			out = append(out, fmt.Sprintf("pair %d to %d: %s -> %s", p.Source, p.Destination, describePair(*was), describePair(p)))
		}
	}
	for _, p := range before.pairs {
		if s.pair(pairOf(p)) == nil {
			out = append(out, fmt.Sprintf("pair %d to %d: goes with its chain", p.Source, p.Destination))
		}
	}
	return out
}

func describePair(p bindings.DependencySetPair) string {
	if p.Open {
		return fmt.Sprintf("open in generation %d", p.Generation)
	}
	return fmt.Sprintf("closed in generation %d", p.Generation)
}

// touches reports whether a pair begins or ends there.
func (s *setVersion) touches(id chains.ChainID) bool {
	return slices.ContainsFunc(s.pairs, func(p bindings.DependencySetPair) bool { return p.Source == uint64(id) || p.Destination == uint64(id) })
}

// pairsBetween returns the pairs between all members that join and all others, and of those
// that join with L1.
func (s *setVersion) pairsBetween(l1 chains.ChainID, withL1 bool) (out []chains.Pair) {
	for _, m := range s.members {
		if m.StartBlock == 0 {
			continue
		}
		id := chains.ChainID(m.ChainId)
		for _, other := range s.members {
			if other.ChainId != m.ChainId {
				out = append(out, chains.Pair{Source: id, Destination: chains.ChainID(other.ChainId)}, chains.Pair{Source: chains.ChainID(other.ChainId), Destination: id})
			}
		}
		if withL1 {
			out = append(out, chains.Pair{Source: id, Destination: l1}, chains.Pair{Source: l1, Destination: id})
		}
	}
	return out
}
