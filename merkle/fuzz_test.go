package merkle_test

import (
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ssequencer/ssequencer/merkle"
)

// fuzzLeaves makes one leaf per byte, so that equal and zero leaves occur too.
func fuzzLeaves(data []byte) []common.Hash {
	leaves := make([]common.Hash, min(len(data), 300))
	for i := range leaves {
		if data[i] != 0 {
			leaves[i] = crypto.Keccak256Hash(data[i : i+1])
		}
	}
	return leaves
}

func FuzzPairTree(f *testing.F) {
	f.Add([]byte{}, uint16(0), uint16(0))
	f.Add([]byte{1, 2, 0, 4, 4}, uint16(3), uint16(1))
	f.Fuzz(func(t *testing.T, data []byte, size, place uint16) {
		leaves := fuzzLeaves(data)
		frontier, full := merkle.NewTree(), treeOf(t, leaves)
		for _, leaf := range leaves {
			if err := frontier.Append(leaf); err != nil {
				t.Fatal(err)
			}
		}
		m := uint64(len(leaves))
		n := uint64(size) % (m + 1)
		large := merkle.Size{Count: m, Root: naiveRoot(leaves, merkle.Depth)}
		small := merkle.Size{Count: n, Root: naiveRoot(leaves[:n], merkle.Depth)}
		if frontier.Root() != large.Root || must(full.Root(m)) != large.Root || must(full.Root(n)) != small.Root {
			t.Fatal("root differs from the reference")
		}
		if !merkle.VerifyConsistency(large, small, must(full.ConsistencyProof(m, n))) {
			t.Fatal("consistency proof refused")
		}
		if n == 0 {
			return
		}
		i := uint64(place) % n
		p := merkle.PairProof{Index: i, Count: n, Siblings: must(full.Proof(i, n))}
		if !slices.Equal(p.Siblings, naiveProof(leaves[:n], i, merkle.Depth)) || !p.Verify(leaves[i], small.Root) {
			t.Fatal("proof differs from the reference")
		}
	})
}

func FuzzConsistencyNeverLies(f *testing.F) {
	f.Add([]byte{1, 2, 3}, []byte{1, 2}, uint16(0), byte(1))
	f.Fuzz(func(t *testing.T, a, b []byte, at uint16, change byte) {
		large, small := fuzzLeaves(a), fuzzLeaves(b)
		m, n := uint64(len(large)), uint64(len(small))
		if n > m || slices.Equal(large[:n], small) {
			return
		}
		proof := must(treeOf(t, large).ConsistencyProof(m, n))
		proof[int(at)%len(proof)][int(at)%32] ^= change
		if merkle.VerifyConsistency(size(treeOf(t, large), m), size(treeOf(t, small), n), proof) {
			t.Fatal("trees that differ are called consistent")
		}
	})
}

func FuzzBatchRoot(f *testing.F) {
	f.Add([]byte{3, 1, 9, 1, 1, 2}, uint16(0))
	f.Fuzz(func(t *testing.T, data []byte, place uint16) {
		seen := map[[2]byte]bool{}
		var pairs []merkle.PairLeaf
		for i := 0; i+1 < len(data) && len(pairs) < 100; i += 2 {
			if key := [2]byte(data[i : i+2]); !seen[key] {
				seen[key] = true
				pairs = append(pairs, merkle.PairLeaf{Source: uint64(key[0]), Destination: uint64(key[1]), Generation: 1, Count: uint64(i), Root: testLeaf(uint64(i))})
			}
		}
		root := must(merkle.BatchRoot(pairs))
		if root != naiveBatchRoot(pairs) {
			t.Fatal("root differs from the reference")
		}
		if len(pairs) == 0 {
			return
		}
		i := int(place) % len(pairs)
		p := merkle.BatchPairProof{Index: uint64(i), Count: uint64(len(pairs)), Siblings: must(merkle.BatchProof(pairs, i))}
		if !p.Verify(must(merkle.SortPairs(pairs))[i], root) {
			t.Fatal("proof refused")
		}
	})
}
