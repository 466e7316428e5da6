package merkle

import (
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"math/bits"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/wealdtech/go-merkletree/v2"
	"github.com/wealdtech/go-merkletree/v2/keccak256"
)

// ErrDuplicatePair: a list of pair leaves holds the same (source, destination) twice.
var ErrDuplicatePair = errors.New("pair appears twice")

// Types whose hashes tag the encodings of leaves and batch roots.
const (
	LeafType  = "Leaf(bytes32 deploymentId,uint256 generation,address sourceMessenger,address destinationMessenger,bytes32 messageHash)"
	PairType  = "Pair(uint256 source,uint256 destination,uint256 generation,uint256 count,bytes32 root)"
	BatchType = "BatchTree(uint256 count,bytes32 root)"
)

var ( // hashes of the constants above, never changed
	leafTypeHash  = crypto.Keccak256Hash([]byte(LeafType))
	pairTypeHash  = crypto.Keccak256Hash([]byte(PairType))
	batchTypeHash = crypto.Keccak256Hash([]byte(BatchType))
)

// Route is what a message leaf says beside the message: which deployment, which
// generation of the pair, and from which messenger to which.
type Route struct {
	DeploymentID         common.Hash
	Generation           uint64
	SourceMessenger      common.Address
	DestinationMessenger common.Address
}

// Leaf returns the pair tree's leaf for the message with the hash:
// keccak256(abi.encode(keccak256(LeafType), deploymentId, generation, sourceMessenger,
// destinationMessenger, messageHash)).
func (r Route) Leaf(messageHash common.Hash) common.Hash {
	var buf [192]byte
	copy(buf[0:], leafTypeHash[:])
	copy(buf[32:], r.DeploymentID[:])
	putWord(buf[64:], r.Generation)
	copy(buf[96+12:], r.SourceMessenger[:])
	copy(buf[128+12:], r.DestinationMessenger[:])
	copy(buf[160:], messageHash[:])
	return crypto.Keccak256Hash(buf[:])
}

// putWord writes n as the uint256 at the start of word, which must be zero.
func putWord(word []byte, n uint64) { binary.BigEndian.PutUint64(word[24:32], n) }

// PairLeaf is one pair in a batch tree: the pair tree's first Count leaves have Root.
type PairLeaf struct {
	Source      uint64
	Destination uint64
	Generation  uint64
	Count       uint64
	Root        common.Hash
}

// Encode returns the leaf's data in the batch tree: abi.encode(keccak256(PairType),
// source, destination, generation, count, root), 192 bytes.
func (p PairLeaf) Encode() []byte {
	buf := make([]byte, 192)
	copy(buf, pairTypeHash[:])
	putWord(buf[32:], p.Source)
	putWord(buf[64:], p.Destination)
	putWord(buf[96:], p.Generation)
	putWord(buf[128:], p.Count)
	copy(buf[160:], p.Root[:])
	return buf
}

// Compare orders pairs by source, then destination. It is 0 for leaves of one pair.
func (p PairLeaf) Compare(q PairLeaf) int {
	return cmp.Or(cmp.Compare(p.Source, q.Source), cmp.Compare(p.Destination, q.Destination))
}

// SortPairs returns the leaves in the order of the batch tree. It leaves the argument
// as it is and refuses a pair that appears twice with ErrDuplicatePair.
func SortPairs(leaves []PairLeaf) ([]PairLeaf, error) {
	sorted := slices.SortedFunc(slices.Values(leaves), PairLeaf.Compare)
	for i := 1; i < len(sorted); i++ {
		if p := sorted[i]; p.Compare(sorted[i-1]) == 0 {
			return nil, fmt.Errorf("%d to %d: %w", p.Source, p.Destination, ErrDuplicatePair)
		}
	}
	return sorted, nil
}

// BatchRoot returns the batch root over the pairs, in whatever order they are given. No
// pair at all is allowed.
func BatchRoot(leaves []PairLeaf) (common.Hash, error) {
	sorted, err := SortPairs(leaves)
	if err != nil {
		return common.Hash{}, err
	}
	root, err := batchTreeRoot(sorted)
	if err != nil {
		return common.Hash{}, err
	}
	return bindCount(uint64(len(sorted)), root), nil
}

// PairsHash returns the hash over the encodings of all pairs in the order of the batch
// tree.
func PairsHash(leaves []PairLeaf) (common.Hash, error) {
	sorted, err := SortPairs(leaves)
	if err != nil {
		return common.Hash{}, err
	}
	data := make([]byte, 0, 192*len(sorted))
	for _, p := range sorted {
		data = append(data, p.Encode()...)
	}
	return crypto.Keccak256Hash(data), nil
}

// BatchProof returns the siblings, bottom up, that prove the pair at the index, counted
// in the order of the batch tree, against the batch root. One pair needs none.
func BatchProof(leaves []PairLeaf, index int) ([]common.Hash, error) {
	sorted, err := SortPairs(leaves)
	if err != nil {
		return nil, err
	}
	if index < 0 || index >= len(sorted) {
		return nil, fmt.Errorf("pair %d of %d: %w", index, len(sorted), ErrRange)
	}
	tree, err := batchTree(sorted)
	if err != nil {
		return nil, err
	}
	proof, err := tree.GenerateProofWithIndex(uint64(index), 0)
	if err != nil {
		return nil, fmt.Errorf("prove pair %d: %w", index, err)
	}
	siblings := make([]common.Hash, len(proof.Hashes))
	for i, h := range proof.Hashes {
		siblings[i] = common.BytesToHash(h)
	}
	return siblings, nil
}

func batchTreeRoot(sorted []PairLeaf) (common.Hash, error) {
	if len(sorted) == 0 { // the library has no empty tree
		return common.Hash{}, nil
	}
	tree, err := batchTree(sorted)
	if err != nil {
		return common.Hash{}, err
	}
	return common.BytesToHash(tree.Root()), nil
}

func batchTree(sorted []PairLeaf) (*merkletree.MerkleTree, error) {
	data := make([][]byte, len(sorted))
	for i, p := range sorted {
		data[i] = p.Encode()
	}
	tree, err := merkletree.NewTree(merkletree.WithData(data), merkletree.WithHashType(keccak256.New()))
	if err != nil {
		return nil, fmt.Errorf("batch tree: %w", err)
	}
	return tree, nil
}

// bindCount returns keccak256(abi.encode(keccak256(BatchType), count, treeRoot)).
func bindCount(count uint64, treeRoot common.Hash) common.Hash {
	var buf [96]byte
	copy(buf[0:], batchTypeHash[:])
	putWord(buf[32:], count)
	copy(buf[64:], treeRoot[:])
	return crypto.Keccak256Hash(buf[:])
}

// BatchPairProof says that a pair has an index in a batch tree of Count pairs.
type BatchPairProof struct {
	Index    uint64
	Count    uint64
	Siblings []common.Hash // bottom up, as many as the padded tree is high
}

// Verify reports whether the pair is where the proof says in the batch with the root.
// Index and count are both bound: changing either makes the proof fail.
func (p *BatchPairProof) Verify(pair PairLeaf, root common.Hash) bool {
	if p.Index >= p.Count || len(p.Siblings) != bits.Len64(p.Count-1) {
		return false
	}
	tree := fold(crypto.Keccak256Hash(pair.Encode()), p.Index, p.Siblings)
	return bindCount(p.Count, tree) == root
}

// MessageProof says that a message leaf belongs to a batch: the leaf to its pair's tree,
// and that pair to the batch tree.
type MessageProof struct {
	Pair    PairLeaf
	InPair  PairProof // its Count is the pair's
	InBatch BatchPairProof
}

// Verify reports whether the leaf belongs to the batch with the root.
func (p *MessageProof) Verify(leaf, batchRoot common.Hash) bool {
	return p.InPair.Count == p.Pair.Count && p.InPair.Verify(leaf, p.Pair.Root) &&
		p.InBatch.Verify(p.Pair, batchRoot)
}
