package verifier

import (
	"github.com/ethereum/go-ethereum/common"

	"github.com/ssequencer/ssequencer/merkle"
)

// checkRoots computes the batch roots over the pairs that settle and compares: from the
// logs of either side, and from what the RootStores hold, which is what L1 can be shown.
func (a *audit) checkRoots() error {
	pairs := a.settled()
	burn, mint, held := make([]merkle.PairLeaf, len(pairs)), make([]merkle.PairLeaf, len(pairs)), make([]merkle.PairLeaf, len(pairs))
	for i, p := range pairs {
		leaf := merkle.PairLeaf{Source: p.Source, Destination: p.Destination, Generation: p.Generation, Count: p.Received.Count()}
		burn[i], mint[i] = leaf, leaf
		burn[i].Root, mint[i].Root = p.Sent.Root(), p.Received.Root()
		held[i] = a.heldLeaf(p, mint[i])
		a.checkBacked(p, held[i])
		counted := a.count(p.PairID)
		counted.Generation, counted.Count, counted.Owed, counted.Root = p.Generation, leaf.Count, uint64(len(p.Owed)), mint[i].Root
		a.report.Pairs = append(a.report.Pairs, *counted)
	}
	var err error
	if a.report.BurnRoot, err = merkle.BatchRoot(burn); err != nil {
		return err
	}
	if a.report.MintRoot, err = merkle.BatchRoot(mint); err != nil {
		return err
	}
	hash, err := merkle.PairsHash(mint)
	if err != nil {
		return err
	}
	b := &a.claim.batch
	a.compare("burn root", b.BurnRoot, a.report.BurnRoot)
	a.compare("mint root", b.MintRoot, a.report.MintRoot)
	a.compare("hash of the pairs", b.PairsHash, hash)
	stored, err := merkle.BatchRoot(held)
	if err != nil {
		return err
	}
	if stored != b.MintRoot {
		a.unprovable("the RootStores give the root %s", stored)
	}
	return nil
}

// settled returns the pairs of the batch tree, in its order.
func (a *audit) settled() (pairs []PairState) {
	for _, p := range a.set.pairs {
		pairs = append(pairs, *a.st.pair(PairID{p.Source, p.Destination}, p.Generation))
	}
	return pairs
}

// heldLeaf returns the pair's leaf as the receiver's RootStore has it, for a pair to L1 as
// the sender's; what could not be proven counts as computed.
func (a *audit) heldLeaf(p PairState, computed merkle.PairLeaf) merkle.PairLeaf {
	tree, ok := a.stored[side{pair: p.PairID, generation: p.Generation, inbound: p.Destination != a.v.l1ID}]
	if !ok || tree.root == (common.Hash{}) {
		return computed
	}
	computed.Count, computed.Root = tree.count.Big().Uint64(), tree.root
	return computed
}

// checkBacked checks what a proof would: that the sender's tree began as the receiver's is.
// It says nothing where the sender's RootStore itself holds something else than its logs.
func (a *audit) checkBacked(p PairState, held merkle.PairLeaf) {
	all := a.withOwed(&p)
	stored, ok := a.stored[side{pair: p.PairID, generation: p.Generation}]
	if p.Destination == a.v.l1ID || held.Count < p.Sent.Count() || (p.Source != a.v.l1ID && (!ok || stored.root != all.Root())) {
		return
	}
	began := p.Sent
	for _, m := range p.Owed[:min(held.Count-p.Sent.Count(), uint64(len(p.Owed)))] {
		if err := began.Append(a.leaf(&p, m.Hash)); err != nil {
			return // the tree is full, and was found to be
		}
	}
	if began.Root() != held.Root || began.Count() != held.Count {
		a.unprovable("the receiver of pair %d to %d holds %d messages with root %s, the sender sent %d with root %s",
			p.Source, p.Destination, held.Count, held.Root, began.Count(), began.Root())
	}
}

func (a *audit) compare(what string, claimed, computed common.Hash) {
	if claimed != computed {
		a.find(CodeRoot, "%s is %s, computed from the chains it is %s", what, claimed, computed)
	}
}
