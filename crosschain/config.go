package crosschain

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"sort"

	"github.com/ssequencer/ssequencer/chains"
)

// GasPolicy says who pays for relays on the destination chain.
type GasPolicy string

const (
	// Sponsored: the relayer account pays, whatever the user's tip.
	Sponsored GasPolicy = "sponsored"
	// Tip: the user transactions' tips must cover what the bundle's relays cost.
	Tip GasPolicy = "tip"
)

// Chain describes one member of the dependency set.
type Chain struct {
	ID        chains.ChainID
	Contracts chains.Contracts
}

// Limits bound one bundle (rule A4). Zero values are replaced by DefaultLimits.
type Limits struct {
	Depth int    // hops from the user's transaction; the messenger enforces 8 as well
	Legs  int    // transactions in all
	Gas   uint64 // gas used by all legs together
	Bytes int    // encoded size of all legs together
}

// DefaultLimits are the limits used where none are configured.
var DefaultLimits = Limits{Depth: 8, Legs: 64, Gas: 60_000_000, Bytes: 1 << 20}

// Config says what the dependency set is and what a bundle may cost.
type Config struct {
	Chains []Chain
	// L1 may be an end of pairs: what it sends is relayed as owed, what is sent to it needs
	// no relay. Nothing is executed there. Of its contracts the messenger is needed; its id
	// is zero where no pair ends there.
	L1 Chain
	// Generations are the current generation of every opened pair (rule C4). A message
	// of a pair that is not listed is refused.
	Generations map[chains.Pair]uint64
	Limits      Limits
	GasPolicy   GasPolicy // default Sponsored
}

// Core decides bundles for one dependency set. It is immutable after New and safe for
// concurrent use, as long as the Executors it is given are.
type Core struct {
	contracts map[chains.ChainID]chains.Contracts
	trees     map[chains.ChainID]treeIndex
	first     map[chains.Pair]bool // pairs in their first generation: no message hash comes twice
	limits    Limits
	policy    GasPolicy

	generations map[chains.Pair]uint64
	pairs       []chains.Pair
	l1          Chain
	entries     []chains.Pair
}

// New checks the configuration and returns a Core for it.
func New(cfg Config) (*Core, error) {
	c := &Core{
		contracts: make(map[chains.ChainID]chains.Contracts, len(cfg.Chains)),
		trees:     make(map[chains.ChainID]treeIndex, len(cfg.Chains)),
		first:     make(map[chains.Pair]bool, len(cfg.Generations)),
		limits:    cfg.Limits.withDefaults(),
		policy:    cfg.GasPolicy,

		generations: maps.Clone(cfg.Generations),
		l1:          cfg.L1,
	}
	if c.policy == "" {
		c.policy = Sponsored
	}
	if c.policy != Sponsored && c.policy != Tip {
		return nil, fmt.Errorf("crosschain: gas policy %q is neither %q nor %q", cfg.GasPolicy, Sponsored, Tip)
	}
	if len(cfg.Chains) == 0 {
		return nil, errors.New("crosschain: no chains")
	}
	for _, ch := range cfg.Chains {
		if _, twice := c.contracts[ch.ID]; twice {
			return nil, fmt.Errorf("crosschain: chain %d is listed twice", ch.ID)
		}
		c.contracts[ch.ID] = ch.Contracts
		c.trees[ch.ID] = newTreeIndex(ch.ID, cfg.Generations)
	}
	for p, generation := range cfg.Generations {
		c.first[p] = generation == 1
		for _, id := range []chains.ChainID{p.Source, p.Destination} {
			if _, known := c.contracts[id]; !known && (id != cfg.L1.ID || id == 0) {
				return nil, fmt.Errorf("crosschain: pair %d -> %d names chain %d, which is not in the set", p.Source, p.Destination, id)
			}
		}
	}
	for _, p := range slices.SortedFunc(maps.Keys(cfg.Generations), comparePairs) {
		switch c.l1.ID {
		case p.Source:
			c.entries = append(c.entries, p)
		case p.Destination:
		default:
			c.pairs = append(c.pairs, p)
		}
	}
	return c, nil
}

func comparePairs(p, q chains.Pair) int {
	return cmp.Or(cmp.Compare(p.Source, q.Source), cmp.Compare(p.Destination, q.Destination))
}

func (l Limits) withDefaults() Limits {
	if l.Depth == 0 {
		l.Depth = DefaultLimits.Depth
	}
	if l.Legs == 0 {
		l.Legs = DefaultLimits.Legs
	}
	if l.Gas == 0 {
		l.Gas = DefaultLimits.Gas
	}
	if l.Bytes == 0 {
		l.Bytes = DefaultLimits.Bytes
	}
	return l
}

// AllPairs returns generation 1 for every ordered pair of the chains, in the order of
// chains.Pair.Less.
func AllPairs(ids []chains.ChainID) map[chains.Pair]uint64 {
	sorted := append([]chains.ChainID(nil), ids...)
	sort.Slice(sorted, func(i, j int) bool { return sorted[i] < sorted[j] })
	pairs := make(map[chains.Pair]uint64, len(ids)*len(ids))
	for _, a := range sorted {
		for _, b := range sorted {
			if a != b {
				pairs[chains.Pair{Source: a, Destination: b}] = 1
			}
		}
	}
	return pairs
}
