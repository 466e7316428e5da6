package verifier

import (
	"context"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/merkle"
)

// side is one chain's side of a pair, in one generation.
type side struct {
	pair       PairID
	generation uint64
	inbound    bool
}

// storedTree is what RootStore holds of one side.
type storedTree struct {
	count, root common.Hash
	nextRoot    common.Hash // root of the following generation, zero while it is not open
}

// checkStorage proves every tree of RootStore at the end blocks and compares it with
// what the logs gave.
func (a *audit) checkStorage(ctx context.Context, ends map[uint64]*types.Header) error {
	a.addPairs()
	for _, r := range a.claim.batch.Chains {
		if ends[r.ChainID] == nil {
			continue // the end block is not the batch's: found already
		}
		if err := a.readStorage(ctx, r); err != nil {
			return err
		}
	}
	for _, p := range a.st.Pairs {
		out, in := side{p.PairID, p.Generation, false}, side{p.PairID, p.Generation, true}
		if tree, ok := a.stored[out]; ok {
			a.compareTree(out, tree, a.withOwed(&p))
		}
		if tree, ok := a.stored[in]; ok {
			a.compareTree(in, tree, p.Received)
		}
	}
	return nil
}

// addPairs sees to it that the state has every pair that settles in the batch, beside those that messages came up for.
func (a *audit) addPairs() {
	for _, p := range a.set.pairs {
		a.st.pair(PairID{p.Source, p.Destination}, p.Generation)
	}
}

// withOwed returns the tree of everything the source sent.
func (a *audit) withOwed(p *PairState) merkle.Tree {
	tree := p.Sent
	for _, m := range p.Owed {
		if err := tree.Append(a.leaf(p, m.Hash)); err != nil {
			a.findAt(aboutPair(p.PairID), CodeLog, "sent messages: %v", err)
		}
	}
	return tree
}

// compareTree compares a stored tree with the computed one. Before a tree is opened it
// is all zero.
func (a *audit) compareTree(at side, stored storedTree, computed merkle.Tree) {
	name := "outbound"
	if at.inbound {
		name = "inbound"
	}
	if stored.nextRoot != (common.Hash{}) && a.st.generation(at.pair, at.inbound) <= at.generation {
		a.findAt(aboutPair(at.pair), CodeStorage, "%s tree: a later generation is open without a log of it", name)
	}
	if stored.count == (common.Hash{}) && stored.root == (common.Hash{}) && computed.Count() == 0 {
		return
	}
	if stored.count != word(computed.Count()) || stored.root != computed.Root() {
		a.findAt(aboutPair(at.pair), CodeStorage, "%s tree holds %v messages with root %s, the logs give %d with root %s",
			name, stored.count.Big(), stored.root, computed.Count(), computed.Root())
	}
}

// readStorage reads the trees of one chain, proven at its end block.
func (a *audit) readStorage(ctx context.Context, r merkle.ChainRange) error {
	var sides []side
	var slots []common.Hash
	for _, p := range a.st.Pairs {
		if p.Source != r.ChainID && p.Destination != r.ChainID {
			continue
		}
		at := side{pair: p.PairID, generation: p.Generation, inbound: p.Destination == r.ChainID}
		peer := p.Destination
		if at.inbound {
			peer = p.Source
		}
		base := bindings.TreeSlot(at.inbound, peer, p.Generation)
		sides = append(sides, at)
		slots = append(slots, base, bindings.TreeRootSlot(base), bindings.TreeRootSlot(bindings.TreeSlot(at.inbound, peer, p.Generation+1)))
	}
	values, err := a.proven(ctx, r, slots)
	if err != nil || values == nil {
		return err
	}
	for i, at := range sides {
		a.stored[at] = storedTree{count: values[3*i], root: values[3*i+1], nextRoot: values[3*i+2]}
	}
	return nil
}

// proven returns the slots' values, by the node's proof or else by a kept one. It is nil
// with a finding where the node's own proof does not hold. A kept proof that does not hold
// says nothing about the batch: it may come from anyone.
func (a *audit) proven(ctx context.Context, r merkle.ChainRange, slots []common.Hash) ([]common.Hash, error) {
	store := a.storeOf(r.ChainID)
	want := ProofRequest{Batch: a.claim.number, ChainID: r.ChainID, Block: r.LastBlockHash, Contract: store.address, Slots: slots}
	shown, err := provenBy(ctx, a.v.chains[r.ChainID], want, r.StateRoot)
	if err != nil && a.v.cfg.Proofs != nil {
		kept, keptErr := provenBy(ctx, a.v.cfg.Proofs, want, r.StateRoot)
		if keptErr == nil {
			shown, err = kept, nil
		} else {
			err = fmt.Errorf("%w; kept proof: %v", err, keptErr)
		}
	}
	if errors.Is(err, ErrProof) {
		a.findAt(aboutChain(r.ChainID), CodeProof, "%v", err)
		return nil, nil
	}
	if err == nil && store.code != (common.Hash{}) && shown.code != store.code {
		a.findAt(aboutChain(r.ChainID), CodeCode, "RootStore %s has code with the hash %s, L1 names %s", store.address, shown.code, store.code)
		a.unprovable("chain %d has another RootStore", r.ChainID)
	}
	return shown.values, err
}

// storeOf returns a chain's RootStore: the one L1 names.
func (a *audit) storeOf(chain uint64) named {
	store := a.set.stores[chain]
	if store.address != a.v.rootStore {
		a.findAt(aboutChain(chain), CodeCode, "L1 names the RootStore %s, the messenger %s has made %s", store.address, a.v.cfg.Messenger, a.v.rootStore)
	}
	return store
}

// shown is what a proof shows of a contract.
type shown struct {
	code   common.Hash
	values []common.Hash
}

func provenBy(ctx context.Context, source ProofSource, want ProofRequest, stateRoot common.Hash) (shown, error) {
	proof, err := source.EndProof(ctx, want)
	if err != nil {
		return shown{}, err
	}
	account, err := proof.account(stateRoot, want.Contract)
	if err != nil {
		return shown{}, err
	}
	values, err := proof.values(account.Root, want.Slots)
	return shown{code: common.BytesToHash(account.CodeHash), values: values}, err
}
