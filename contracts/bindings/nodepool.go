package bindings

import (
	"errors"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
)

// ErrPoolFull: a proof has more distinct trie nodes than one byte can name. Show fewer
// pairs in one part.
var ErrPoolFull = errors.New("more than 256 trie nodes in one pool")

// NodePool collects the trie nodes of many proofs, each once, as Prover takes them. The
// zero NodePool is empty and ready for use. It is not safe for concurrent use.
type NodePool struct {
	nodes [][]byte
	index map[common.Hash]byte
}

// Add adds the nodes of one proof of eth_getProof, from the root down, and returns the
// path that names them. Nodes that are embedded in their parents are not in such proofs
// and need no name.
func (p *NodePool) Add(proof [][]byte) (path []byte, err error) {
	if p.index == nil {
		p.index = make(map[common.Hash]byte)
	}
	for _, node := range proof {
		hash := crypto.Keccak256Hash(node)
		i, ok := p.index[hash]
		if !ok {
			if len(p.nodes) > 255 {
				return nil, ErrPoolFull
			}
			i = byte(len(p.nodes))
			p.nodes, p.index[hash] = append(p.nodes, node), i
		}
		path = append(path, i)
	}
	return path, nil
}

// Nodes returns the nodes in the order of their names. The caller must not change them.
func (p *NodePool) Nodes() [][]byte { return p.nodes }
