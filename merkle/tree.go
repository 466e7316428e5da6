package merkle

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
)

// Depth is the depth of a pair tree.
const Depth = 32

// MaxLeaves is how many leaves a pair tree takes. It is one less than its number of
// places, so that the frontier always has an empty place to its right.
const MaxLeaves = 1<<Depth - 1

var (
	// ErrFull: the tree already holds MaxLeaves leaves.
	ErrFull = errors.New("pair tree is full")
	// ErrRange: an index or size lies outside the tree.
	ErrRange = errors.New("outside the tree")
)

// zeros[i] is the root of an empty subtree of height i. It never changes.
var zeros = emptySubtrees()

func emptySubtrees() (z [Depth + 1]common.Hash) {
	for i := range Depth {
		z[i+1] = node(z[i], z[i])
	}
	return z
}

// EmptySubtree returns the root of an empty subtree of the height, 0 to Depth.
func EmptySubtree(height int) common.Hash { return zeros[height] }

// EmptyRoot returns the root of a pair tree without leaves.
func EmptyRoot() common.Hash { return zeros[Depth] }

func node(left, right common.Hash) common.Hash {
	return crypto.Keccak256Hash(left[:], right[:])
}

// Tree is a pair tree as RootStore keeps it: its size, its root and its frontier. It is a
// value; assigning it makes an independent copy. The zero Tree is not valid: use NewTree
// or RestoreTree.
type Tree struct {
	count    uint64
	root     common.Hash
	frontier [Depth]common.Hash
}

// NewTree returns an empty tree.
func NewTree() Tree { return Tree{root: EmptyRoot()} }

// RestoreTree returns the tree of count leaves with the frontier, as read from
// RootStore. Only the frontier's levels that are set bits of count matter.
func RestoreTree(count uint64, frontier [Depth]common.Hash) (Tree, error) {
	if count > MaxLeaves {
		return Tree{}, fmt.Errorf("restore a tree of %d leaves: %w", count, ErrRange)
	}
	t := Tree{count: count, frontier: frontier}
	at := zeros[0] // the empty place behind the last leaf
	for level := range Depth {
		if count>>level&1 == 1 {
			at = node(frontier[level], at)
		} else {
			at = node(at, zeros[level])
		}
	}
	t.root = at
	return t, nil
}

// Count returns the number of leaves.
func (t *Tree) Count() uint64 { return t.count }

// Root returns the root over all leaves.
func (t *Tree) Root() common.Hash { return t.root }

// Frontier returns, per level, the last complete left node, as RootStore stores it:
// levels not yet reached are zero, passed ones keep their old value.
func (t *Tree) Frontier() [Depth]common.Hash { return t.frontier }

// Append adds a leaf. It fails only with ErrFull, leaving the tree as it was.
func (t *Tree) Append(leaf common.Hash) error {
	if t.count == MaxLeaves {
		return ErrFull
	}
	at, stored := leaf, false
	for level := range Depth {
		if t.count>>level&1 == 1 {
			at = node(t.frontier[level], at)
			continue
		}
		if !stored { // the first clear bit: everything below is complete
			t.frontier[level], stored = at, true
		}
		at = node(at, zeros[level])
	}
	t.count++
	t.root = at
	return nil
}

// treeJSON is the JSON form of a Tree.
type treeJSON struct {
	Count    uint64             `json:"count"`
	Frontier [Depth]common.Hash `json:"frontier"`
}

// MarshalJSON implements json.Marshaler.
func (t Tree) MarshalJSON() ([]byte, error) {
	return json.Marshal(treeJSON{Count: t.count, Frontier: t.frontier})
}

// UnmarshalJSON implements json.Unmarshaler, with RestoreTree.
func (t *Tree) UnmarshalJSON(data []byte) error {
	var stored treeJSON
	if err := json.Unmarshal(data, &stored); err != nil {
		return fmt.Errorf("pair tree: %w", err)
	}
	restored, err := RestoreTree(stored.Count, stored.Frontier)
	if err != nil {
		return err
	}
	*t = restored
	return nil
}
