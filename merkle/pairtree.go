package merkle

import (
	"fmt"

	"github.com/ethereum/go-ethereum/common"
)

// PairTree is a pair tree with all its leaves: it knows its root at every earlier size
// and proves leaves and growth against them. Appending is O(1) amortised, a root or
// proof O(Depth); a leaf takes about 64 bytes of memory. The zero PairTree is empty and
// ready for use. It is not safe for concurrent use with Append.
type PairTree struct {
	levels [Depth + 1][]common.Hash // levels[h][i]: the complete subtrees of height h
}

// Append adds a leaf. It fails only with ErrFull, leaving the tree as it was.
func (t *PairTree) Append(leaf common.Hash) error {
	if t.Count() == MaxLeaves {
		return ErrFull
	}
	t.levels[0] = append(t.levels[0], leaf)
	for h := 0; len(t.levels[h])%2 == 0; h++ {
		last := len(t.levels[h]) - 1
		t.levels[h+1] = append(t.levels[h+1], node(t.levels[h][last-1], t.levels[h][last]))
	}
	return nil
}

// Count returns the number of leaves.
func (t *PairTree) Count() uint64 { return uint64(len(t.levels[0])) }

// Leaf returns the leaf at the index.
func (t *PairTree) Leaf(index uint64) (common.Hash, error) {
	if index >= t.Count() {
		return common.Hash{}, fmt.Errorf("leaf %d of %d: %w", index, t.Count(), ErrRange)
	}
	return t.levels[0][index], nil
}

// Root returns the root over the first n leaves.
func (t *PairTree) Root(n uint64) (common.Hash, error) {
	if n > t.Count() {
		return common.Hash{}, fmt.Errorf("root at %d of %d leaves: %w", n, t.Count(), ErrRange)
	}
	return t.subtree(Depth, 0, n), nil
}

// Proof returns the Depth siblings, bottom up, that prove the leaf at the index against
// the root over the first n leaves.
func (t *PairTree) Proof(index, n uint64) ([]common.Hash, error) {
	if n > t.Count() || index >= n {
		return nil, fmt.Errorf("proof of leaf %d at %d of %d leaves: %w", index, n, t.Count(), ErrRange)
	}
	return t.siblings(index, n), nil
}

// ConsistencyProof proves that the tree over the first n leaves is what the tree over
// the first m leaves began with, n <= m. It is what stands in the tree over m at place n
// (the first that is empty over n), followed by that place's Depth siblings, bottom up.
func (t *PairTree) ConsistencyProof(m, n uint64) ([]common.Hash, error) {
	if m > t.Count() || n > m {
		return nil, fmt.Errorf("consistency of %d with %d of %d leaves: %w", n, m, t.Count(), ErrRange)
	}
	return append([]common.Hash{t.subtree(0, n, m)}, t.siblings(n, m)...), nil
}

func (t *PairTree) siblings(place, n uint64) []common.Hash {
	path := make([]common.Hash, Depth)
	for h := range Depth {
		path[h] = t.subtree(h, place>>h^1, n)
	}
	return path
}

// subtree returns the node at (height, i) of the tree over the first n leaves. Of the
// two halves of an incomplete subtree at most one is incomplete: it recurses once per
// level.
func (t *PairTree) subtree(height int, i, n uint64) common.Hash {
	switch {
	case i<<height >= n:
		return zeros[height]
	case (i+1)<<height <= n:
		return t.levels[height][i]
	}
	return node(t.subtree(height-1, 2*i, n), t.subtree(height-1, 2*i+1, n))
}

// PairProof says that a leaf has an index in a pair tree of Count leaves.
type PairProof struct {
	Index    uint64
	Count    uint64
	Siblings []common.Hash // Depth hashes, bottom up
}

// Verify reports whether the leaf is where the proof says in the tree with the root. A
// root does not commit to its count: the caller takes both from the same place.
func (p *PairProof) Verify(leaf, root common.Hash) bool {
	return p.Count <= MaxLeaves && p.Index < p.Count && len(p.Siblings) == Depth &&
		fold(leaf, p.Index, p.Siblings) == root
}

func fold(at common.Hash, index uint64, siblings []common.Hash) common.Hash {
	for h, sibling := range siblings {
		if index>>h&1 == 1 {
			at = node(sibling, at)
		} else {
			at = node(at, sibling)
		}
	}
	return at
}

// Size is a pair tree's root together with its number of leaves.
type Size struct {
	Count uint64
	Root  common.Hash
}

// VerifyConsistency reports whether the proof (see ConsistencyProof) shows that the
// first small.Count leaves of large are exactly those of small. The counts are those
// recorded with the roots; a root does not commit to its count.
func VerifyConsistency(large, small Size, proof []common.Hash) bool {
	n := small.Count
	if n > large.Count || large.Count > MaxLeaves || len(proof) != Depth+1 {
		return false
	}
	if n == large.Count && proof[0] != zeros[0] {
		return false
	}
	inLarge, inSmall := proof[0], zeros[0]
	for h, sibling := range proof[1:] {
		if n>>h&1 == 1 { // to the left of place n: the same in both
			inLarge, inSmall = node(sibling, inLarge), node(sibling, inSmall)
			continue
		}
		if (n>>h+1)<<h >= large.Count && sibling != zeros[h] { // behind the last leaf
			return false
		}
		inLarge, inSmall = node(inLarge, sibling), node(inSmall, zeros[h])
	}
	return inLarge == large.Root && inSmall == small.Root
}
