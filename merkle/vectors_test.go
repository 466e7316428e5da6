package merkle_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ssequencer/ssequencer/merkle"
)

var update = flag.Bool("update", false, "rewrite testdata/vectors.json")

// vectors is what the Solidity tests read too: numbers as JSON numbers, hashes as hex.
type vectors struct {
	EmptyRoot    common.Hash   `json:"emptyRoot"`
	Zeros        []common.Hash `json:"zeros"`
	Roots        []rootVector  `json:"roots"`
	Leaves       []common.Hash `json:"leaves"`
	MessageLeaf  leafVector    `json:"messageLeaf"`
	Batch        []batchVector `json:"batch"`
	MessageProof proofVector   `json:"messageProof"`
}

type rootVector struct {
	Count uint64      `json:"count"`
	Root  common.Hash `json:"root"`
}

type leafVector struct {
	DeploymentID         common.Hash    `json:"deploymentId"`
	Generation           uint64         `json:"generation"`
	SourceMessenger      common.Address `json:"sourceMessenger"`
	DestinationMessenger common.Address `json:"destinationMessenger"`
	MessageHash          common.Hash    `json:"messageHash"`
	Leaf                 common.Hash    `json:"leaf"`
}

type pairVector struct {
	Source      uint64      `json:"source"`
	Destination uint64      `json:"destination"`
	Generation  uint64      `json:"generation"`
	Count       uint64      `json:"count"`
	Root        common.Hash `json:"root"`
}

type batchVector struct {
	Pairs     []pairVector `json:"pairs"`
	TreeRoot  common.Hash  `json:"treeRoot"`
	Root      common.Hash  `json:"root"`
	PairsHash common.Hash  `json:"pairsHash"`
}

type proofVector struct {
	Leaf         common.Hash   `json:"leaf"`
	Source       uint64        `json:"source"`
	Destination  uint64        `json:"destination"`
	Generation   uint64        `json:"generation"`
	Count        uint64        `json:"count"`
	PairRoot     common.Hash   `json:"pairRoot"`
	LeafIndex    uint64        `json:"leafIndex"`
	Siblings     []common.Hash `json:"siblings"`
	PairIndex    uint64        `json:"pairIndex"`
	PairCount    uint64        `json:"pairCount"`
	PairSiblings []common.Hash `json:"pairSiblings"`
	BatchRoot    common.Hash   `json:"batchRoot"`
}

// edgeCounts are the sizes around every power of two up to 32.
var edgeCounts = []uint64{0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33}

func buildVectors(t *testing.T) vectors {
	t.Helper()
	v := vectors{EmptyRoot: merkle.EmptyRoot(), Leaves: testLeaves(33)}
	for h := range merkle.Depth + 1 {
		v.Zeros = append(v.Zeros, merkle.EmptySubtree(h))
	}
	tree := treeOf(t, v.Leaves)
	for _, n := range edgeCounts {
		v.Roots = append(v.Roots, rootVector{n, must(tree.Root(n))})
	}
	v.MessageLeaf = buildLeafVector()
	for _, n := range []int{0, 1, 2, 3, 4, 5, 6, 8, 12} {
		v.Batch = append(v.Batch, buildBatchVector(t, testPairs(n)))
	}
	v.MessageProof = buildProofVector(t)
	return v
}

func buildLeafVector() leafVector {
	v := leafVector{
		DeploymentID:         crypto.Keccak256Hash([]byte("deployment")),
		Generation:           3,
		SourceMessenger:      common.HexToAddress("0x1111111111111111111111111111111111111111"),
		DestinationMessenger: common.HexToAddress("0x2222222222222222222222222222222222222222"),
		MessageHash:          crypto.Keccak256Hash([]byte("message")),
	}
	route := merkle.Route{DeploymentID: v.DeploymentID, Generation: v.Generation,
		SourceMessenger: v.SourceMessenger, DestinationMessenger: v.DestinationMessenger}
	v.Leaf = route.Leaf(v.MessageHash)
	return v
}

// testPairs returns n pairs in an order that is not the tree's.
func testPairs(n int) []merkle.PairLeaf {
	pairs := make([]merkle.PairLeaf, n)
	for i := range pairs {
		at := uint64(n - 1 - i)
		count := at * 3
		pairs[i] = merkle.PairLeaf{Source: 901 + at/3, Destination: 910 + at%3, Generation: 1 + at%2,
			Count: count, Root: naiveRoot(testLeaves(count), merkle.Depth)}
	}
	return pairs
}

func buildBatchVector(t *testing.T, pairs []merkle.PairLeaf) batchVector {
	t.Helper()
	nodes, height := naiveBatchNodes(pairs)
	v := batchVector{
		Pairs:     []pairVector{},
		TreeRoot:  naiveRoot(nodes, height),
		Root:      must(merkle.BatchRoot(pairs)),
		PairsHash: must(merkle.PairsHash(pairs)),
	}
	for _, p := range must(merkle.SortPairs(pairs)) {
		v.Pairs = append(v.Pairs, pairVector(p))
	}
	return v
}

func buildProofVector(t *testing.T) proofVector {
	t.Helper()
	pairs := must(merkle.SortPairs(testPairs(6)))
	pairIndex, leafIndex := 3, uint64(5)
	p := pairs[pairIndex]
	tree := treeOf(t, testLeaves(p.Count))
	return proofVector{
		Leaf:   must(tree.Leaf(leafIndex)),
		Source: p.Source, Destination: p.Destination, Generation: p.Generation, Count: p.Count, PairRoot: p.Root,
		LeafIndex: leafIndex, Siblings: must(tree.Proof(leafIndex, p.Count)),
		PairIndex: uint64(pairIndex), PairCount: uint64(len(pairs)), PairSiblings: must(merkle.BatchProof(pairs, pairIndex)),
		BatchRoot: must(merkle.BatchRoot(pairs)),
	}
}

// TestVectorsAreCurrent: the file shared with the contracts' tests says what this package
// computes. Rewrite it with -update.
func TestVectorsAreCurrent(t *testing.T) {
	got, err := json.MarshalIndent(buildVectors(t), "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	got = append(got, '\n')
	path := filepath.Join("testdata", "vectors.json")
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Error("testdata/vectors.json differs from what the code computes")
	}
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func treeOf(t testing.TB, leaves []common.Hash) *merkle.PairTree {
	t.Helper()
	tree := new(merkle.PairTree)
	for _, leaf := range leaves {
		if err := tree.Append(leaf); err != nil {
			t.Fatal(err)
		}
	}
	return tree
}
