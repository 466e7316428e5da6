package merkle_test

import (
	"encoding/json"
	"errors"
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ssequencer/ssequencer/merkle"
)

func TestFrontierAndPairTreeEqualReference(t *testing.T) {
	leaves := testLeaves(70)
	frontier, full := merkle.NewTree(), treeOf(t, leaves)
	for n := uint64(0); ; n++ {
		want := naiveRoot(leaves[:n], merkle.Depth)
		if frontier.Root() != want || frontier.Count() != n {
			t.Fatalf("frontier at %d: %d %x, want %x", n, frontier.Count(), frontier.Root(), want)
		}
		if got := must(full.Root(n)); got != want {
			t.Fatalf("pair tree at %d: %x, want %x", n, got, want)
		}
		restored := must(merkle.RestoreTree(n, frontier.Frontier()))
		if restored.Root() != want || restored.Count() != n {
			t.Fatalf("restored at %d: %x, want %x", n, restored.Root(), want)
		}
		if n == uint64(len(leaves)) {
			return
		}
		var read merkle.Tree
		if err := json.Unmarshal(must(json.Marshal(frontier)), &read); err != nil || read != frontier {
			t.Fatalf("JSON at %d: %v", n, err)
		}
		before := frontier
		if err := frontier.Append(leaves[n]); err != nil {
			t.Fatal(err)
		}
		if before.Root() != want {
			t.Fatal("a copy changed with the original")
		}
	}
}

func TestLeafProofs(t *testing.T) {
	leaves := testLeaves(33)
	tree := treeOf(t, leaves)
	for _, n := range edgeCounts {
		root := must(tree.Root(n))
		for i := range n {
			p := merkle.PairProof{Index: i, Count: n, Siblings: must(tree.Proof(i, n))}
			if !slices.Equal(p.Siblings, naiveProof(leaves[:n], i, merkle.Depth)) {
				t.Fatalf("proof of %d at %d differs from the reference", i, n)
			}
			if !p.Verify(leaves[i], root) {
				t.Fatalf("proof of %d at %d refused", i, n)
			}
		}
	}
}

// TestForgedLeafProofsRefused: changing any bit of a proof, its leaf or root, its index,
// or its length makes it fail.
func TestForgedLeafProofsRefused(t *testing.T) {
	leaves := testLeaves(9)
	tree := treeOf(t, leaves)
	root, leaf := must(tree.Root(9)), leaves[4]
	good := merkle.PairProof{Index: 4, Count: 9, Siblings: must(tree.Proof(4, 9))}
	refused := func(what string, p merkle.PairProof, leaf, root common.Hash) {
		t.Helper()
		if p.Verify(leaf, root) {
			t.Errorf("%s: accepted", what)
		}
	}
	eachFlip(good.Siblings, func(s []common.Hash) {
		refused("flipped sibling", merkle.PairProof{Index: 4, Count: 9, Siblings: s}, leaf, root)
	})
	eachFlip([]common.Hash{leaf, root}, func(s []common.Hash) { refused("flipped leaf or root", good, s[0], s[1]) })
	for i := range uint64(12) {
		if i != 4 {
			refused("other index", merkle.PairProof{Index: i, Count: 9, Siblings: good.Siblings}, leaf, root)
		}
	}
	refused("index with a high bit", merkle.PairProof{Index: 4 + 1<<32, Count: 9, Siblings: good.Siblings}, leaf, root)
	refused("high index and count", merkle.PairProof{Index: 4 + 1<<32, Count: 1 << 40, Siblings: good.Siblings}, leaf, root)
	refused("index not below count", merkle.PairProof{Index: 4, Count: 4, Siblings: good.Siblings}, leaf, root)
	refused("short", merkle.PairProof{Index: 4, Count: 9, Siblings: good.Siblings[:31]}, leaf, root)
	refused("long", merkle.PairProof{Index: 4, Count: 9, Siblings: append(slices.Clone(good.Siblings), common.Hash{})}, leaf, root)
	refused("inner node as leaf", merkle.PairProof{Index: 2, Count: 9, Siblings: good.Siblings[1:]}, must(tree.Root(2)), root)
	empty := merkle.PairProof{Index: 9, Count: 9, Siblings: naiveProof(leaves, 9, merkle.Depth)}
	refused("empty place as leaf", empty, common.Hash{}, root)
}

func TestConsistencyProofs(t *testing.T) {
	tree := treeOf(t, testLeaves(33))
	for _, m := range edgeCounts {
		for _, n := range edgeCounts {
			if n > m {
				if _, err := tree.ConsistencyProof(m, n); !errors.Is(err, merkle.ErrRange) {
					t.Fatalf("consistency of %d with %d: %v", n, m, err)
				}
				continue
			}
			if !merkle.VerifyConsistency(size(tree, m), size(tree, n), must(tree.ConsistencyProof(m, n))) {
				t.Fatalf("consistency of %d with %d refused", n, m)
			}
		}
	}
}

func TestForgedConsistencyProofsRefused(t *testing.T) {
	tree := treeOf(t, testLeaves(33))
	for _, c := range [][2]uint64{{0, 0}, {1, 0}, {9, 5}, {9, 8}, {9, 9}, {33, 17}, {33, 32}} {
		large, small := size(tree, c[0]), size(tree, c[1])
		good := must(tree.ConsistencyProof(c[0], c[1]))
		eachFlip(good, func(p []common.Hash) {
			if merkle.VerifyConsistency(large, small, p) {
				t.Errorf("%v: flipped proof accepted", c)
			}
		})
		for n := range uint64(35) {
			other := merkle.Size{Count: n, Root: small.Root}
			if n != c[1] && merkle.VerifyConsistency(large, other, good) {
				t.Errorf("%v: accepted for small count %d", c, n)
			}
		}
		if merkle.VerifyConsistency(large, small, good[:32]) || merkle.VerifyConsistency(large, small, append(slices.Clone(good), common.Hash{})) {
			t.Errorf("%v: wrong length accepted", c)
		}
		if c[0] != c[1] && merkle.VerifyConsistency(small, large, good) {
			t.Errorf("%v: receiver ahead of its sender accepted", c)
		}
	}
	fork := testLeaves(9)
	fork[3] = common.Hash{1}
	if p := must(tree.ConsistencyProof(9, 5)); merkle.VerifyConsistency(size(tree, 9), size(treeOf(t, fork), 5), p) {
		t.Error("a forked tree is consistent")
	}
}

func size(tree *merkle.PairTree, n uint64) merkle.Size {
	return merkle.Size{Count: n, Root: must(tree.Root(n))}
}

// eachFlip calls fn with the hashes, each time with another single bit changed.
func eachFlip(hashes []common.Hash, fn func([]common.Hash)) {
	for i := range hashes {
		for bit := range 256 {
			flipped := slices.Clone(hashes)
			flipped[i][bit/8] ^= 1 << (bit % 8)
			fn(flipped)
		}
	}
}

func TestRanges(t *testing.T) {
	tree := treeOf(t, testLeaves(3))
	_, err1 := tree.Root(4)
	_, err2 := tree.Proof(3, 3)
	_, err3 := tree.Proof(0, 4)
	_, err4 := tree.Leaf(3)
	_, err5 := merkle.RestoreTree(merkle.MaxLeaves+1, [merkle.Depth]common.Hash{})
	_, err6 := merkle.BatchProof(testPairs(2), 2)
	for i, err := range []error{err1, err2, err3, err4, err5, err6} {
		if !errors.Is(err, merkle.ErrRange) {
			t.Errorf("case %d: %v", i+1, err)
		}
	}
	full := must(merkle.RestoreTree(merkle.MaxLeaves, [merkle.Depth]common.Hash{}))
	root := full.Root()
	if err := full.Append(testLeaf(0)); !errors.Is(err, merkle.ErrFull) || full.Root() != root {
		t.Errorf("append to a full tree: %v", err)
	}
}

func TestBatchEqualsReference(t *testing.T) {
	for n := range 18 {
		pairs := testPairs(n)
		given := slices.Clone(pairs)
		root := must(merkle.BatchRoot(pairs))
		if want := naiveBatchRoot(pairs); root != want {
			t.Fatalf("%d pairs: root %x, want %x", n, root, want)
		}
		sorted := must(merkle.SortPairs(pairs))
		nodes, height := naiveBatchNodes(pairs)
		for i, pair := range sorted {
			p := merkle.BatchPairProof{Index: uint64(i), Count: uint64(n), Siblings: must(merkle.BatchProof(pairs, i))}
			if !slices.Equal(p.Siblings, naiveProof(nodes, uint64(i), height)) || !p.Verify(pair, root) {
				t.Fatalf("%d pairs: proof of pair %d", n, i)
			}
		}
		if !slices.Equal(pairs, given) {
			t.Fatal("the caller's slice changed")
		}
	}
	twice := append(testPairs(3), merkle.PairLeaf{Source: 901, Destination: 910, Generation: 9})
	if _, err := merkle.BatchRoot(twice); !errors.Is(err, merkle.ErrDuplicatePair) {
		t.Errorf("pair of two generations in one batch: %v", err)
	}
}

func TestForgedBatchProofsRefused(t *testing.T) {
	for _, n := range []int{1, 2, 3, 5, 8} {
		pairs := must(merkle.SortPairs(testPairs(n)))
		root, at := must(merkle.BatchRoot(pairs)), n/2
		good := merkle.BatchPairProof{Index: uint64(at), Count: uint64(n), Siblings: must(merkle.BatchProof(pairs, at))}
		refused := func(what string, p merkle.BatchPairProof, pair merkle.PairLeaf, root common.Hash) {
			t.Helper()
			if p.Verify(pair, root) {
				t.Errorf("%d pairs, %s: accepted", n, what)
			}
		}
		eachFlip(good.Siblings, func(s []common.Hash) {
			refused("flipped sibling", merkle.BatchPairProof{Index: good.Index, Count: good.Count, Siblings: s}, pairs[at], root)
		})
		eachFlip([]common.Hash{pairs[at].Root, root}, func(s []common.Hash) {
			pair := pairs[at]
			pair.Root = s[0]
			refused("flipped pair root or root", good, pair, s[1])
		})
		for i := range uint64(20) {
			if i != good.Index {
				refused("other index", merkle.BatchPairProof{Index: i, Count: good.Count, Siblings: good.Siblings}, pairs[at], root)
			}
			if i != good.Count {
				refused("other count", merkle.BatchPairProof{Index: good.Index, Count: i, Siblings: good.Siblings}, pairs[at], root)
			}
		}
		for field := range 4 {
			pair := pairs[at]
			*[]*uint64{&pair.Source, &pair.Destination, &pair.Generation, &pair.Count}[field]++
			refused("changed pair", good, pair, root)
		}
		long := merkle.BatchPairProof{Index: good.Index, Count: good.Count, Siblings: append(slices.Clone(good.Siblings), common.Hash{})}
		refused("long", long, pairs[at], root)
	}
}

func TestMessageProof(t *testing.T) {
	v := buildProofVector(t)
	good := func() merkle.MessageProof {
		return merkle.MessageProof{
			Pair:    merkle.PairLeaf{Source: v.Source, Destination: v.Destination, Generation: v.Generation, Count: v.Count, Root: v.PairRoot},
			InPair:  merkle.PairProof{Index: v.LeafIndex, Count: v.Count, Siblings: v.Siblings},
			InBatch: merkle.BatchPairProof{Index: v.PairIndex, Count: v.PairCount, Siblings: v.PairSiblings},
		}
	}
	if p := good(); !p.Verify(v.Leaf, v.BatchRoot) {
		t.Fatal("refused")
	}
	forged := map[string]func(*merkle.MessageProof){
		"count of the pair":  func(p *merkle.MessageProof) { p.Pair.Count++ },
		"count of the proof": func(p *merkle.MessageProof) { p.InPair.Count++ },
		"both counts":        func(p *merkle.MessageProof) { p.Pair.Count++; p.InPair.Count++ },
		"leaf index":         func(p *merkle.MessageProof) { p.InPair.Index++ },
		"pair index":         func(p *merkle.MessageProof) { p.InBatch.Index++ },
		"pair count":         func(p *merkle.MessageProof) { p.InBatch.Count++ },
		"pair root":          func(p *merkle.MessageProof) { p.Pair.Root[0] ^= 1 },
	}
	for what, forge := range forged {
		p := good()
		forge(&p)
		if p.Verify(v.Leaf, v.BatchRoot) {
			t.Errorf("%s: accepted", what)
		}
	}
}

func BenchmarkAppend(b *testing.B) {
	tree := merkle.NewTree()
	for i := 0; b.Loop(); i++ {
		if err := tree.Append(testLeaf(uint64(i))); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkProof(b *testing.B) {
	tree := treeOf(b, testLeaves(100_000))
	for b.Loop() {
		if _, err := tree.Proof(77_777, 99_999); err != nil {
			b.Fatal(err)
		}
	}
}
