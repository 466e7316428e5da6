package verifier

import (
	"context"
	"fmt"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/merkle"
)

// audit is the work on one batch. It changes only its own copy of the state.
type audit struct {
	v      *Verifier
	claim  *claim
	set    *dependencySet
	st     *State
	report Report
	counts map[PairID]*PairReport // of this batch
	stored map[side]storedTree    // what was proven of RootStores
	found  map[kind]int
}

func newAudit(v *Verifier, c *claim) *audit {
	st := v.state.clone()
	st.mark()
	return &audit{v: v, claim: c, st: st, counts: make(map[PairID]*PairReport), stored: make(map[side]storedTree), found: make(map[kind]int),
		report: Report{Batch: c.number, Hash: c.event.hash}}
}

// run makes every check. It returns only errors that kept it from checking.
func (a *audit) run(ctx context.Context) (err error) {
	if a.claim.unreadable != nil {
		a.find(CodeClaim, "cannot be read: %v", a.claim.unreadable)
		return fmt.Errorf("%w: %v", ErrUnreadable, a.claim.unreadable)
	}
	a.report.claim = &a.claim.batch
	if a.set, err = a.v.setOf(ctx, a.claim.number); err != nil {
		return err
	}
	a.checkOrder()
	all, ends, err := a.readChains(ctx)
	if err != nil {
		return err
	}
	if err := a.take(ctx, all); err != nil {
		return err
	}
	a.checkOwed(a.claim.batch.LastTimestamp)
	if err := a.checkStorage(ctx, ends); err != nil {
		return err
	}
	if err := a.checkRoots(); err != nil {
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

// maxAlike is how many findings of one kind about one thing a report tells.
const maxAlike = 16

// kind is what findings have in common that are alike.
type kind struct {
	code  Code
	chain uint64
	pair  PairID
}

func kindOf(at subject, code Code) kind {
	k := kind{code: code, chain: at.chain}
	if at.pair != nil {
		k.pair = *at.pair
	}
	return k
}

func (a *audit) find(code Code, format string, args ...any) {
	a.findAt(subject{}, code, format, args...)
}

// findAt adds a finding. Of many alike the first ones are told and the others counted:
// where a pair is out of step every message of it is a finding.
func (a *audit) findAt(at subject, code Code, format string, args ...any) {
	kind := kindOf(at, code)
	if a.found[kind]++; a.found[kind] > maxAlike {
		a.report.Omitted++
		return
	}
	a.report.Findings = append(a.report.Findings, Finding{Code: code, Batch: a.claim.number, Chain: at.chain, Pair: at.pair,
		Text: fmt.Sprintf(format, args...), Do: code.Do()})
}

// unprovable records why L1 cannot be shown a proof of the batch.
func (a *audit) unprovable(format string, args ...any) {
	a.report.Unprovable = append(a.report.Unprovable, fmt.Sprintf(format, args...))
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
	if !slices.EqualFunc(b.Chains, a.set.members, func(r merkle.ChainRange, m bindings.DependencySetMember) bool { return r.ChainID == m.ChainId }) {
		a.find(CodeOrder, "the list of chains is not that of the dependency set")
	}
	for _, r := range b.Chains {
		next, known := a.startOf(r.ChainID)
		if (known && r.FirstBlock != next) || r.LastBlock < r.FirstBlock {
			a.findAt(aboutChain(r.ChainID), CodeOrder, "blocks %d to %d, expected from %d on", r.FirstBlock, r.LastBlock, next)
		}
	}
	if b.BurnRoot != b.MintRoot {
		a.find(CodeRoot, "burn root %s is not mint root %s", b.BurnRoot, b.MintRoot)
	}
}

// startOf returns where a chain's blocks of the batch must begin, false where that is
// unknown: a chain that joins begins at the start block that L1 names.
func (a *audit) startOf(chain uint64) (uint64, bool) {
	if next, known := a.st.nextBlock(chain); known {
		return next, true
	}
	for _, m := range a.set.members {
		if m.ChainId == chain {
			return m.StartBlock, true
		}
	}
	return 0, false
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
		a.v.progress(Progress{Batch: a.claim.number, Last: max(a.v.last, a.claim.number), Chain: r.ChainID, Blocks: r.LastBlock - r.FirstBlock + 1})
	}
	return all, ends, a.readEntries(ctx, &all)
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
		a.unprovable("chain %d has another block %d", r.ChainID, r.LastBlock)
		return nil, nil
	}
	return end, nil
}

// advance moves the state behind the batch.
func (a *audit) advance() {
	b, st := &a.claim.batch, a.st
	st.Batch, st.BatchHash, st.LastTimestamp, st.L1Block = a.claim.number, a.claim.event.hash, b.LastTimestamp, a.claim.block
	st.Chains = nil
	for _, r := range b.Chains {
		st.Chains = append(st.Chains, ChainState{ChainID: r.ChainID, NextBlock: r.LastBlock + 1})
	}
	st.Pairs = slices.DeleteFunc(st.Pairs, func(p PairState) bool { // what an earlier generation owed is not settled any more
		now, ok := a.set.has(p.PairID)
		return ok && p.Generation < now
	})
}

// count returns the pair's figures for this batch.
func (a *audit) count(id PairID) *PairReport {
	if a.counts[id] == nil {
		a.counts[id] = &PairReport{PairID: id}
	}
	return a.counts[id]
}

// leaf returns a message's leaf in the pair's trees.
func (a *audit) leaf(p *PairState, hash common.Hash) common.Hash {
	m := a.v.cfg.Messenger
	return merkle.Route{DeploymentID: a.v.deployment, Generation: p.Generation, SourceMessenger: m, DestinationMessenger: m}.Leaf(hash)
}
