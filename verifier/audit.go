package verifier

import (
	"context"
	"fmt"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ssequencer/ssequencer/merkle"
)

// audit is the work on one batch. It changes only its own copy of the state.
type audit struct {
	v      *Verifier
	claim  *claim
	st     *State
	report Report
	counts map[PairID]*PairReport // of this batch
}

func newAudit(v *Verifier, c *claim) *audit {
	return &audit{v: v, claim: c, st: v.state.clone(), counts: make(map[PairID]*PairReport),
		report: Report{Batch: c.number, Hash: c.event.hash}}
}

// run makes every check. It returns only errors that kept it from checking.
func (a *audit) run(ctx context.Context) error {
	if a.claim.unreadable != nil {
		a.find(CodeClaim, "cannot be read: %v", a.claim.unreadable)
		return fmt.Errorf("%w: %v", ErrUnreadable, a.claim.unreadable)
	}
	a.checkOrder()
	traffic, ends, err := a.readChains(ctx)
	if err != nil {
		return err
	}
	for _, m := range traffic.sent {
		a.send(m)
	}
	for _, m := range traffic.received {
		a.receive(m)
	}
	opened, err := a.checkStorage(ctx, ends)
	if err != nil {
		return err
	}
	if err := a.checkRoots(opened); err != nil {
		return err
	}
	a.advance()
	return nil
}

// subject is what a finding is about beside the batch.
type subject struct {
	chain uint64
	pair  *PairID
}

func (a *audit) find(code Code, format string, args ...any) {
	a.findAt(subject{}, code, format, args...)
}

func (a *audit) findAt(at subject, code Code, format string, args ...any) {
	a.report.Findings = append(a.report.Findings, Finding{Code: code, Batch: a.claim.number, Chain: at.chain, Pair: at.pair,
		Text: fmt.Sprintf(format, args...)})
}

func aboutChain(chain uint64) subject { return subject{chain: chain} }

func aboutPair(id PairID) subject { return subject{pair: &id} }

// checkOrder checks what the batch says about itself against the one before it. L1
// checked the same; this does not rely on it.
func (a *audit) checkOrder() {
	b, st := &a.claim.batch, a.st
	if b.Number != a.claim.number {
		a.find(CodeClaim, "the contract's log says number %d, the batch %d", a.claim.number, b.Number)
	}
	if b.LastTimestamp != a.claim.event.lastTimestamp || b.BurnRoot != a.claim.event.root {
		a.find(CodeClaim, "the contract's log differs from the batch")
	}
	if b.Parent != st.BatchHash {
		a.find(CodeOrder, "parent is %s, the batch before is %s", b.Parent, st.BatchHash)
	}
	if b.FirstTimestamp <= st.LastTimestamp || b.LastTimestamp < b.FirstTimestamp {
		a.find(CodeOrder, "slots %d to %d after slot %d", b.FirstTimestamp, b.LastTimestamp, st.LastTimestamp)
	}
	if !slices.IsSortedFunc(b.Chains, func(x, y merkle.ChainRange) int { return compareIDs(x.ChainID, y.ChainID) }) ||
		(len(st.Chains) > 0 && len(st.Chains) != len(b.Chains)) {
		a.find(CodeOrder, "the list of chains is not the one before")
	}
	for _, r := range b.Chains {
		next, known := st.nextBlock(r.ChainID)
		if (known && r.FirstBlock != next) || (!known && len(st.Chains) > 0) || r.LastBlock < r.FirstBlock {
			a.findAt(aboutChain(r.ChainID), CodeOrder, "blocks %d to %d, expected from %d on", r.FirstBlock, r.LastBlock, next)
		}
	}
	if b.BurnRoot != b.MintRoot {
		a.find(CodeRoot, "burn root %s is not mint root %s", b.BurnRoot, b.MintRoot)
	}
}

func compareIDs(x, y uint64) int {
	if x < y {
		return -1
	}
	return 1 // equal ids are out of order too
}

// readChains reads the blocks of the batch on all chains: their messages, and the
// headers of the end blocks, by chain id, of those that are as the batch says.
func (a *audit) readChains(ctx context.Context) (traffic, map[uint64]*types.Header, error) {
	var all traffic
	ends := make(map[uint64]*types.Header)
	for _, r := range a.claim.batch.Chains {
		s, ok := a.v.chains[r.ChainID]
		if !ok {
			return traffic{}, nil, fmt.Errorf("%w: no node given for chain %d", ErrConfig, r.ChainID)
		}
		end, err := a.readEnds(ctx, s, r)
		if err != nil {
			return traffic{}, nil, err
		}
		if end != nil {
			ends[r.ChainID] = end
		}
		if err := a.readMessages(ctx, s, r, &all); err != nil {
			return traffic{}, nil, err
		}
		if a.v.cfg.OnProgress != nil {
			a.v.cfg.OnProgress(Progress{Batch: a.claim.number, Chain: r.ChainID, Blocks: r.LastBlock - r.FirstBlock + 1})
		}
	}
	return all, ends, nil
}

// readEnds checks the first and last block of a range and returns the last one's header,
// nil if it is not the block the batch names.
func (a *audit) readEnds(ctx context.Context, s *server, r merkle.ChainRange) (*types.Header, error) {
	end, err := s.headerAt(ctx, r.LastBlock)
	if err != nil {
		return nil, err
	}
	if end == nil {
		return nil, s.failed(fmt.Sprintf("block %d", r.LastBlock), fmt.Errorf("the node has not come that far"))
	}
	first, err := s.headerAt(ctx, r.FirstBlock)
	if err != nil {
		return nil, err
	}
	at, b := aboutChain(r.ChainID), &a.claim.batch
	if first == nil || first.Time < b.FirstTimestamp || end.Time > b.LastTimestamp {
		a.findAt(at, CodeOrder, "blocks %d to %d are not of slots %d to %d", r.FirstBlock, r.LastBlock, b.FirstTimestamp, b.LastTimestamp)
	}
	if end.Hash() != r.LastBlockHash || end.Root != r.StateRoot {
		a.findAt(at, CodeBlock, "block %d is %s with state %s on the chain's node, the batch says %s with state %s",
			r.LastBlock, end.Hash(), end.Root, r.LastBlockHash, r.StateRoot)
		return nil, nil
	}
	return end, nil
}

// checkRoots computes the batch roots over the pairs that are open and compares.
func (a *audit) checkRoots(opened []PairID) error {
	burn, mint := make([]merkle.PairLeaf, len(opened)), make([]merkle.PairLeaf, len(opened))
	for i, id := range opened {
		p := a.st.pair(id)
		leaf := merkle.PairLeaf{Source: id.Source, Destination: id.Destination, Generation: p.Generation, Count: p.Received.Count()}
		burn[i], mint[i] = leaf, leaf
		burn[i].Root, mint[i].Root = p.Sent.Root(), p.Received.Root()
		counted := a.count(id)
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
	pairs, err := merkle.PairsHash(mint)
	if err != nil {
		return err
	}
	b := &a.claim.batch
	a.compare("burn root", b.BurnRoot, a.report.BurnRoot)
	a.compare("mint root", b.MintRoot, a.report.MintRoot)
	a.compare("hash of the pairs", b.PairsHash, pairs)
	return nil
}

func (a *audit) compare(what string, claimed, computed common.Hash) {
	if claimed != computed {
		a.find(CodeRoot, "%s is %s, computed from the chains it is %s", what, claimed, computed)
	}
}

// advance moves the state behind the batch.
func (a *audit) advance() {
	b, st := &a.claim.batch, a.st
	st.Batch, st.BatchHash, st.LastTimestamp, st.L1Block = a.claim.number, a.claim.event.hash, b.LastTimestamp, a.claim.block
	st.Chains = st.Chains[:0]
	for _, r := range b.Chains {
		st.Chains = append(st.Chains, ChainState{ChainID: r.ChainID, NextBlock: r.LastBlock + 1})
	}
}
