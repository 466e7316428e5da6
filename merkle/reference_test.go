package merkle_test

import (
	"cmp"
	"encoding/binary"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ssequencer/ssequencer/merkle"
)

// The reference: every tree built in full from its definition, one level after the
// other, with nothing kept between calls.

func testLeaf(i uint64) common.Hash {
	var word [32]byte
	binary.BigEndian.PutUint64(word[24:], i)
	return crypto.Keccak256Hash(word[:])
}

func testLeaves(n uint64) []common.Hash {
	leaves := make([]common.Hash, n)
	for i := range leaves {
		leaves[i] = testLeaf(uint64(i))
	}
	return leaves
}

// level is one level of a tree: its nodes, followed by endlessly many copies of pad.
type level struct {
	nodes []common.Hash
	pad   common.Hash
}

func (l level) at(i uint64) common.Hash {
	if i < uint64(len(l.nodes)) {
		return l.nodes[i]
	}
	return l.pad
}

func (l level) parent() level {
	up := level{pad: crypto.Keccak256Hash(l.pad[:], l.pad[:])}
	for i := uint64(0); i < uint64(len(l.nodes)); i += 2 {
		left, right := l.at(i), l.at(i+1)
		up.nodes = append(up.nodes, crypto.Keccak256Hash(left[:], right[:]))
	}
	return up
}

func naiveRoot(leaves []common.Hash, height int) common.Hash {
	l := level{nodes: leaves}
	for range height {
		l = l.parent()
	}
	return l.at(0)
}

func naiveProof(leaves []common.Hash, index uint64, height int) []common.Hash {
	proof := []common.Hash{}
	l := level{nodes: leaves}
	for range height {
		proof = append(proof, l.at(index^1))
		l, index = l.parent(), index/2
	}
	return proof
}

func naiveBatchNodes(pairs []merkle.PairLeaf) (nodes []common.Hash, height int) {
	pairs = slices.Clone(pairs)
	slices.SortFunc(pairs, func(a, b merkle.PairLeaf) int {
		if a.Source != b.Source {
			return cmp.Compare(a.Source, b.Source)
		}
		return cmp.Compare(a.Destination, b.Destination)
	})
	tag := crypto.Keccak256([]byte("Pair(uint256 source,uint256 destination,uint256 generation,uint256 count,bytes32 root)"))
	for _, p := range pairs {
		data := slices.Clone(tag)
		for _, n := range []uint64{p.Source, p.Destination, p.Generation, p.Count} {
			data = append(data, make([]byte, 24)...)
			data = binary.BigEndian.AppendUint64(data, n)
		}
		nodes = append(nodes, crypto.Keccak256Hash(append(data, p.Root[:]...)))
	}
	for 1<<height < len(nodes) {
		height++
	}
	return nodes, height
}

func naiveBatchRoot(pairs []merkle.PairLeaf) common.Hash {
	nodes, height := naiveBatchNodes(pairs)
	data := crypto.Keccak256([]byte("BatchTree(uint256 count,bytes32 root)"))
	data = append(data, make([]byte, 24)...)
	data = binary.BigEndian.AppendUint64(data, uint64(len(pairs)))
	root := naiveRoot(nodes, height)
	return crypto.Keccak256Hash(append(data, root[:]...))
}
