package verifier

import (
	"context"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethdb/memorydb"
	"github.com/ethereum/go-ethereum/rlp"
	"github.com/ethereum/go-ethereum/trie"
)

// ErrProof: a proof does not show what it is given for.
var ErrProof = errors.New("proof does not hold")

// ProofRequest asks for the proof of storage slots of a contract at a block.
type ProofRequest struct {
	Batch    uint64 // whose last block of the chain it is
	ChainID  uint64
	Block    common.Hash
	Contract common.Address
	Slots    []common.Hash
}

// EndProof proves storage slots of one contract against a state root. Its JSON form is
// that of eth_getProof's result, of which only the trie nodes are used.
type EndProof struct {
	AccountProof []hexutil.Bytes `json:"accountProof"`
	StorageProof []SlotProof     `json:"storageProof"`
}

// SlotProof is the trie nodes on the way to one slot.
type SlotProof struct {
	Proof []hexutil.Bytes `json:"proof"`
}

// ProofSource finds proofs. It need not be trusted: what it returns is checked against
// the block's state root.
type ProofSource interface {
	// EndProof returns a proof of at least the requested slots, or an error.
	EndProof(ctx context.Context, want ProofRequest) (*EndProof, error)
}

// KeptProofs are proofs kept from the time their blocks were new, by block hash.
type KeptProofs map[common.Hash]*EndProof

// EndProof implements ProofSource.
func (k KeptProofs) EndProof(_ context.Context, want ProofRequest) (*EndProof, error) {
	p, ok := k[want.Block]
	if !ok {
		return nil, fmt.Errorf("no proof kept for block %s", want.Block)
	}
	return p, nil
}

// EndProof implements ProofSource with eth_getProof. A default node serves it only for
// its last 128 blocks.
func (s *server) EndProof(ctx context.Context, want ProofRequest) (*EndProof, error) {
	return ask(ctx, s, "proof at block "+want.Block.Hex(), func(ctx context.Context) (*EndProof, error) {
		p := new(EndProof)
		block := map[string]any{"blockHash": want.Block}
		return p, s.rpc.CallContext(ctx, p, "eth_getProof", want.Contract, want.Slots, block)
	})
}

// Values returns the values of the contract's slots in the state with the root, zero for
// what is proven to be empty. An error wraps ErrProof.
func (p *EndProof) Values(stateRoot common.Hash, contract common.Address, slots []common.Hash) ([]common.Hash, error) {
	account, err := p.account(stateRoot, contract)
	if err != nil {
		return nil, err
	}
	return p.values(account.Root, slots)
}

// account returns the contract's account, an empty one where it is proven that there is none.
func (p *EndProof) account(stateRoot common.Hash, contract common.Address) (types.StateAccount, error) {
	account := *types.NewEmptyStateAccount()
	nodes, err := p.nodes()
	if err != nil {
		return account, err
	}
	defer nodes.Close()
	enc, err := trie.VerifyProof(stateRoot, crypto.Keccak256(contract[:]), nodes)
	if err != nil {
		return account, fmt.Errorf("%w: account %s: %v", ErrProof, contract, err)
	}
	if enc == nil { // no such account
		return account, nil
	}
	if err := rlp.DecodeBytes(enc, &account); err != nil {
		return account, fmt.Errorf("%w: account %s: %v", ErrProof, contract, err)
	}
	return account, nil
}

// values returns the values of slots in the storage with the root.
func (p *EndProof) values(storageRoot common.Hash, slots []common.Hash) ([]common.Hash, error) {
	values := make([]common.Hash, len(slots))
	if storageRoot == types.EmptyRootHash {
		return values, nil
	}
	nodes, err := p.nodes()
	if err != nil {
		return nil, err
	}
	defer nodes.Close()
	for i, slot := range slots {
		enc, err := trie.VerifyProof(storageRoot, crypto.Keccak256(slot[:]), nodes)
		if err != nil {
			return nil, fmt.Errorf("%w: slot %s: %v", ErrProof, slot, err)
		}
		if values[i], err = slotValue(enc); err != nil {
			return nil, fmt.Errorf("%w: slot %s: %v", ErrProof, slot, err)
		}
	}
	return values, nil
}

// nodes returns all trie nodes of the proof by their hashes.
func (p *EndProof) nodes() (*memorydb.Database, error) {
	nodes := memorydb.New()
	for _, list := range p.lists() {
		for _, enc := range list {
			if err := nodes.Put(crypto.Keccak256(enc), enc); err != nil {
				return nil, fmt.Errorf("%w: %v", ErrProof, err)
			}
		}
	}
	return nodes, nil
}

func (p *EndProof) lists() [][]hexutil.Bytes {
	lists := [][]hexutil.Bytes{p.AccountProof}
	for _, s := range p.StorageProof {
		lists = append(lists, s.Proof)
	}
	return lists
}

func slotValue(enc []byte) (common.Hash, error) {
	if enc == nil { // proven to be empty
		return common.Hash{}, nil
	}
	_, content, rest, err := rlp.Split(enc)
	if err != nil || len(rest) > 0 || len(content) > common.HashLength {
		return common.Hash{}, fmt.Errorf("value %x is not a word", enc)
	}
	return common.BytesToHash(content), nil
}
