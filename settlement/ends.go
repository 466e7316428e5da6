package settlement

import (
	"context"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/rlp"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/merkle"
)

// end is a chain's end block: its state root and what RootStore holds there.
type end struct {
	firstTimestamp uint64 // of the range's first block
	stateRoot      common.Hash
	trees          map[treeID]storedTree // of the chain's own side of each pair
	proof          EndProof
}

// storedTree is what RootStore holds of one side of a pair.
type storedTree struct {
	count, root common.Hash
}

func (s *Settlement) readEnd(ctx context.Context, d *draft, of span) (end, error) {
	node := s.deps.Nodes[of.chain]
	header, err := node.HeaderByHash(ctx, of.last.Hash)
	if err != nil {
		return end{}, err
	}
	if header.Hash() != of.last.Hash || header.Number.Uint64() != of.last.Number {
		return end{}, fmt.Errorf("%w: block %d of chain %d is not what its node says", ErrRootMismatch, of.last.Number, of.chain)
	}
	e := end{stateRoot: header.Root, firstTimestamp: of.timestamp, trees: make(map[treeID]storedTree)}
	if e.proof.Header, err = rlp.EncodeToBytes(header); err != nil {
		return end{}, fmt.Errorf("encode block %d of chain %d: %w", of.last.Number, of.chain, err)
	}
	if crypto.Keccak256Hash(e.proof.Header) != of.last.Hash {
		return end{}, fmt.Errorf("%w: block %d of chain %d is not what its node says", ErrRootMismatch, of.last.Number, of.chain)
	}
	if of.first != of.started { // blocks that the journal does not have come first
		first, err := node.HeaderByNumber(ctx, of.first)
		if err != nil {
			return end{}, err
		}
		e.firstTimestamp = first.Time
	}
	if err := s.readTrees(ctx, d, of, &e); err != nil {
		return end{}, err
	}
	e.proof.Minted, err = s.readMinted(ctx, of)
	return e, err
}

// readMinted reads what the chain's bridges have minted at the end block.
func (s *Settlement) readMinted(ctx context.Context, of span) ([]Minted, error) {
	var all []Minted
	abi := bindings.NewTokenBridge() // the ETH bridge's credit is asked in the same way
	for _, token := range s.ledger.chains[of.chain].config.Tokens {
		var out hexutil.Bytes
		call := map[string]any{"to": token.Bridge, "data": hexutil.Bytes(abi.PackCreditOf(token.Token))}
		if err := s.deps.Nodes[of.chain].Call(ctx, &out, "eth_call", call, map[string]any{"blockHash": of.last.Hash}); err != nil {
			return nil, err
		}
		credit, err := abi.UnpackCreditOf(out)
		if err != nil {
			return nil, fmt.Errorf("credit of %s on chain %d: %w", token.Token, of.chain, err)
		}
		all = append(all, Minted{token, credit.Minted})
	}
	return all, nil
}

// accountProof is eth_getProof's result.
type accountProof struct {
	AccountProof []hexutil.Bytes `json:"accountProof"`
	StorageProof []struct {
		Value hexutil.Big     `json:"value"`
		Proof []hexutil.Bytes `json:"proof"`
	} `json:"storageProof"`
}

// readTrees reads the chain's side of all its pairs, with proofs.
func (s *Settlement) readTrees(ctx context.Context, d *draft, of span, e *end) error {
	var slots []common.Hash
	var pairs []treeID
	for _, p := range d.pairs {
		inbound, peer, ok := sideOf(of.chain, p)
		if !ok {
			continue
		}
		id := treeOf(p.PairLeaf)
		base := bindings.TreeSlot(inbound, peer, p.Generation)
		pairs = append(pairs, id)
		slots = append(slots, base, bindings.TreeRootSlot(base), bindings.TreeRootSlot(bindings.TreeSlot(inbound, peer, p.Generation+1)))
	}
	store := s.ledger.chains[of.chain].config.Contracts.RootStore
	var got accountProof
	at := map[string]any{"blockHash": of.last.Hash}
	if err := s.deps.Nodes[of.chain].Call(ctx, &got, "eth_getProof", store, slots, at); err != nil {
		return err
	}
	if len(got.StorageProof) != len(slots) {
		return fmt.Errorf("chain %d: %d slots asked for, %d proven", of.chain, len(slots), len(got.StorageProof))
	}
	e.proof = EndProof{ChainID: uint64(of.chain), BlockHash: of.last.Hash, Header: e.proof.Header, RootStore: store, Account: plain(got.AccountProof)}
	for i, slot := range slots {
		e.proof.Slots = append(e.proof.Slots, SlotProof{Slot: slot, Proof: plain(got.StorageProof[i].Proof)})
	}
	value := func(i int) common.Hash { return common.BigToHash(got.StorageProof[i].Value.ToInt()) }
	for i, id := range pairs {
		e.trees[id] = storedTree{count: value(3 * i), root: value(3*i + 1)}
	}
	return nil
}

// sideOf says which side of the pair a chain is, if any.
func sideOf(chain chains.ChainID, p Pair) (inbound bool, peer uint64, ok bool) {
	switch uint64(chain) {
	case p.Source:
		return false, p.Destination, true
	case p.Destination:
		return true, p.Source, true
	}
	return false, 0, false
}

func plain(list []hexutil.Bytes) [][]byte {
	out := make([][]byte, len(list))
	for i, b := range list {
		out[i] = b
	}
	return out
}

// comparePairs compares the trees with what the contracts on both chains hold.
func (s *Settlement) comparePairs(d *draft, ends []end) error {
	at := make(map[chains.ChainID]end)
	for _, e := range ends {
		at[chains.ChainID(e.proof.ChainID)] = e
	}
	for _, p := range d.pairs {
		id := treeOf(p.PairLeaf)
		if d.settles(id.Pair.Source) {
			sent, err := s.sentRoot(id, p.Count+p.Owed)
			if err == nil {
				err = compareTree(id, "outbound", at[id.Pair.Source].trees[id], merkle.Size{Count: p.Count + p.Owed, Root: sent})
			}
			if err != nil {
				return err
			}
		}
		if d.settles(id.Pair.Destination) {
			if err := compareTree(id, "inbound", at[id.Pair.Destination].trees[id], merkle.Size{Count: p.Count, Root: p.Root}); err != nil {
				return err
			}
		}
	}
	return nil
}

func (s *Settlement) sentRoot(id treeID, count uint64) (common.Hash, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.ledger.pairs[id].sent.Root(count)
}

// compareTree compares a stored tree with ours. Before it is opened it is all zero.
func compareTree(id treeID, side string, stored storedTree, ours merkle.Size) error {
	if stored == (storedTree{}) && ours.Count == 0 {
		return nil
	}
	if stored.count == common.BigToHash(new(big.Int).SetUint64(ours.Count)) && stored.root == ours.Root {
		return nil
	}
	return fmt.Errorf("%w: pair %d to %d: the %s tree holds %v messages with root %s, the journal %d with root %s",
		ErrRootMismatch, id.Pair.Source, id.Pair.Destination, side, stored.count.Big(), stored.root, ours.Count, ours.Root)
}
