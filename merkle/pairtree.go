package merkle

import (
	"fmt"

	"github.com/ethereum/go-ethereum/common"
)

// Nodes keeps the complete subtrees of a pair tree. Node returns the one at (height,
// index), counted from the left, as SetNode was last told. While leaves are appended, only
// the node that was set last on its level is asked for, before the next one there is set.
type Nodes interface {
	Node(height int, index uint64) (common.Hash, error)
	SetNode(height int, index uint64, node common.Hash) error
}

// KeptTree is a pair tree whose complete subtrees are kept elsewhere: it knows its root at
// every earlier size and proves leaves and growth against them. Appending is O(1)
// amortised, a root or proof O(Depth). Besides the errors of its methods it returns those
// of its Nodes. It is not safe for concurrent use with Append.
type KeptTree struct {
	nodes Nodes
	count uint64
}

// NewKeptTree returns the tree of the first count leaves in nodes. What nodes has beyond
// them is not looked at, and overwritten in time.
func NewKeptTree(nodes Nodes, count uint64) KeptTree { return KeptTree{nodes, count} }

// Append adds a leaf. After an error the tree is as it was; ErrFull is one.
func (t *KeptTree) Append(leaf common.Hash) error {
	if t.count == MaxLeaves {
		return ErrFull
	}
	at, h, i := leaf, 0, t.count
	for ; i&1 == 1; h, i = h+1, i>>1 {
		left, err := t.nodes.Node(h, i-1)
		if err == nil {
			err = t.nodes.SetNode(h, i, at)
		}
		if err != nil {
			return err
		}
		at = node(left, at)
	}
	if err := t.nodes.SetNode(h, i, at); err != nil {
		return err
	}
	t.count++
	return nil
}

// Count returns the number of leaves.
func (t *KeptTree) Count() uint64 { return t.count }

// Leaf returns the leaf at the index.
func (t *KeptTree) Leaf(index uint64) (common.Hash, error) {
	if index >= t.count {
		return common.Hash{}, fmt.Errorf("leaf %d of %d: %w", index, t.count, ErrRange)
	}
	return t.nodes.Node(0, index)
}

// Root returns the root over the first n leaves.
func (t *KeptTree) Root(n uint64) (common.Hash, error) {
	if n > t.count {
		return common.Hash{}, fmt.Errorf("root at %d of %d leaves: %w", n, t.count, ErrRange)
	}
	return t.subtree(Depth, 0, n)
}

// Tree returns the tree of the first n leaves as RootStore keeps it.
func (t *KeptTree) Tree(n uint64) (Tree, error) {
	if n > t.count {
		return Tree{}, fmt.Errorf("tree of %d of %d leaves: %w", n, t.count, ErrRange)
	}
	var frontier [Depth]common.Hash
	for height := range Depth {
		if n>>height&1 == 0 {
			continue
		}
		node, err := t.nodes.Node(height, n>>height-1)
		if err != nil {
			return Tree{}, err
		}
		frontier[height] = node
	}
	return RestoreTree(n, frontier)
}

// Proof returns the Depth siblings, bottom up, that prove the leaf at the index against
// the root over the first n leaves.
func (t *KeptTree) Proof(index, n uint64) ([]common.Hash, error) {
	if n > t.count || index >= n {
		return nil, fmt.Errorf("proof of leaf %d at %d of %d leaves: %w", index, n, t.count, ErrRange)
	}
	return t.siblings(index, n)
}

// ConsistencyProof proves that the tree over the first n leaves is what the tree over
// the first m leaves began with, n <= m. It is what stands in the tree over m at place n
// (the first that is empty over n), followed by that place's Depth siblings, bottom up.
func (t *KeptTree) ConsistencyProof(m, n uint64) ([]common.Hash, error) {
	if m > t.count || n > m {
		return nil, fmt.Errorf("consistency of %d with %d of %d leaves: %w", n, m, t.count, ErrRange)
	}
	place, err := t.subtree(0, n, m)
	if err != nil {
		return nil, err
	}
	siblings, err := t.siblings(n, m)
	return append([]common.Hash{place}, siblings...), err
}

func (t *KeptTree) siblings(place, n uint64) ([]common.Hash, error) {
	path := make([]common.Hash, Depth)
	for h := range Depth {
		var err error
		if path[h], err = t.subtree(h, place>>h^1, n); err != nil {
			return nil, err
		}
	}
	return path, nil
}

// subtree returns the node at (height, i) of the tree over the first n leaves. Of the
// two halves of an incomplete subtree at most one is incomplete: it recurses once per
// level.
func (t *KeptTree) subtree(height int, i, n uint64) (common.Hash, error) {
	switch {
	case i<<height >= n:
		return zeros[height], nil
	case (i+1)<<height <= n:
		return t.nodes.Node(height, i)
	}
	left, err := t.subtree(height-1, 2*i, n)
	if err != nil {
		return common.Hash{}, err
	}
	right, err := t.subtree(height-1, 2*i+1, n)
	return node(left, right), err
}

// PairTree is a KeptTree in memory, of which a leaf takes about 64 bytes. The zero
// PairTree is empty and ready for use; it must not be copied.
type PairTree struct {
	levels levels
	count  uint64
}

// levels are nodes in memory: levels[h][i] is the complete subtree i of height h.
type levels [Depth + 1][]common.Hash

func (l *levels) Node(height int, index uint64) (common.Hash, error) { return l[height][index], nil }

func (l *levels) SetNode(height int, index uint64, node common.Hash) error {
	l[height] = append(l[height][:index], node)
	return nil
}

func (t *PairTree) kept() *KeptTree { return &KeptTree{&t.levels, t.count} }

// Append adds a leaf. It fails only with ErrFull, leaving the tree as it was.
func (t *PairTree) Append(leaf common.Hash) error {
	k := t.kept()
	err := k.Append(leaf)
	t.count = k.count
	return err
}

// Count returns the number of leaves.
func (t *PairTree) Count() uint64 { return t.count }

// Leaf is KeptTree's.
func (t *PairTree) Leaf(index uint64) (common.Hash, error) { return t.kept().Leaf(index) }

// Root is KeptTree's.
func (t *PairTree) Root(n uint64) (common.Hash, error) { return t.kept().Root(n) }

// Proof is KeptTree's.
func (t *PairTree) Proof(index, n uint64) ([]common.Hash, error) { return t.kept().Proof(index, n) }

// ConsistencyProof is KeptTree's.
func (t *PairTree) ConsistencyProof(m, n uint64) ([]common.Hash, error) {
	return t.kept().ConsistencyProof(m, n)
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
