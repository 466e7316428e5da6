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

// side is one chain's side of a pair.
type side struct {
	pair    PairID
	inbound bool
}

// storedTree is what RootStore holds of one side.
type storedTree struct {
	count, root common.Hash
	nextRoot    common.Hash // root of the following generation, zero while it is not open
}

// checkStorage proves every tree of RootStore at the end blocks and compares it with
// what the logs gave. It returns the pairs that are open on both sides, in order.
func (a *audit) checkStorage(ctx context.Context, ends map[uint64]*types.Header) ([]PairID, error) {
	stored := make(map[side]storedTree)
	for _, r := range a.claim.batch.Chains {
		if ends[r.ChainID] == nil {
			continue // the end block is not the batch's: found already
		}
		if err := a.readStorage(ctx, r, stored); err != nil {
			return nil, err
		}
	}
	var opened []PairID
	for _, id := range a.pairs() {
		out, okOut := stored[side{pair: id}]
		in, okIn := stored[side{pair: id, inbound: true}]
		p := a.st.pair(id)
		if okOut {
			a.compareTree(side{pair: id}, out, a.withOwed(p))
		}
		if okIn {
			a.compareTree(side{pair: id, inbound: true}, in, p.Received)
		}
		// A side that could not be proven, which is a finding already, counts as the other.
		isOpen := (okOut || okIn) && (!okOut || out.root != common.Hash{}) && (!okIn || in.root != common.Hash{})
		if isOpen || p.Received.Count() > 0 {
			opened = append(opened, id)
		}
	}
	return opened, nil
}

// pairs returns all ordered pairs of the batch's chains, and those messages came up for.
func (a *audit) pairs() []PairID {
	for _, s := range a.claim.batch.Chains {
		for _, d := range a.claim.batch.Chains {
			if s.ChainID != d.ChainID {
				a.st.pair(PairID{s.ChainID, d.ChainID})
			}
		}
	}
	ids := make([]PairID, len(a.st.Pairs))
	for i := range a.st.Pairs {
		ids[i] = a.st.Pairs[i].PairID
	}
	return ids
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
	if stored.nextRoot != (common.Hash{}) {
		a.findAt(aboutPair(at.pair), CodeStorage, "%s tree: a later generation is open", name)
	}
	if stored == (storedTree{}) && computed.Count() == 0 {
		return
	}
	if stored.count != word(computed.Count()) || stored.root != computed.Root() {
		a.findAt(aboutPair(at.pair), CodeStorage, "%s tree holds %v messages with root %s, the logs give %d with root %s",
			name, stored.count.Big(), stored.root, computed.Count(), computed.Root())
	}
}

// readStorage adds the trees of one chain, proven at its end block.
func (a *audit) readStorage(ctx context.Context, r merkle.ChainRange, to map[side]storedTree) error {
	var sides []side
	var slots []common.Hash
	for _, id := range a.pairs() {
		if id.Source != r.ChainID && id.Destination != r.ChainID {
			continue
		}
		at := side{pair: id, inbound: id.Destination == r.ChainID}
		peer := id.Destination
		if at.inbound {
			peer = id.Source
		}
		generation := a.st.pair(id).Generation
		base := bindings.TreeSlot(at.inbound, peer, generation)
		sides = append(sides, at)
		slots = append(slots, base, bindings.TreeRootSlot(base), bindings.TreeRootSlot(bindings.TreeSlot(at.inbound, peer, generation+1)))
	}
	values, err := a.proven(ctx, r, slots)
	if err != nil || values == nil {
		return err
	}
	for i, at := range sides {
		to[at] = storedTree{count: values[3*i], root: values[3*i+1], nextRoot: values[3*i+2]}
	}
	return nil
}

// proven returns the slots' values, by the node's proof or else by a kept one. It is nil
// with a finding where the node's own proof does not hold. A kept proof that does not hold
// says nothing about the batch: it may come from anyone.
func (a *audit) proven(ctx context.Context, r merkle.ChainRange, slots []common.Hash) ([]common.Hash, error) {
	want := ProofRequest{ChainID: r.ChainID, Block: r.LastBlockHash, Contract: a.v.rootStore, Slots: slots}
	values, err := provenBy(ctx, a.v.chains[r.ChainID], want, r.StateRoot)
	if err != nil && a.v.cfg.Proofs != nil {
		kept, keptErr := provenBy(ctx, a.v.cfg.Proofs, want, r.StateRoot)
		if keptErr == nil {
			return kept, nil
		}
		err = fmt.Errorf("%w; kept proof: %v", err, keptErr)
	}
	if errors.Is(err, ErrProof) {
		a.findAt(aboutChain(r.ChainID), CodeProof, "%v", err)
		return nil, nil
	}
	return values, err
}

func provenBy(ctx context.Context, source ProofSource, want ProofRequest, stateRoot common.Hash) ([]common.Hash, error) {
	proof, err := source.EndProof(ctx, want)
	if err != nil {
		return nil, err
	}
	return proof.Values(stateRoot, want.Contract, want.Slots)
}
