package settlement

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/contracts/bindings"
)

// ErrNotProvable: what is kept of a batch does not prove it.
var ErrNotProvable = errors.New("the batch cannot be proven from what is kept of it")

// proofPart is one transaction of a proof. The parts are sent in order.
type proofPart struct {
	data []byte
	// chains are those that this part shows and no pairs; L1 takes it again and again.
	chains []uint64
}

// proofParts returns the transactions that prove a batch to L1, built from nothing but what
// is durable here, so for a batch of any age. Where there is a base, a batch that is proven
// already, they show what has changed since.
func (s *Settlement) proofParts(ctx context.Context, b, base *Batch, entered map[chains.Pair]entryRoot) ([]proofPart, error) {
	ends, err := s.EndProofs(ctx, b.Claim.Number)
	if err != nil {
		return nil, err
	}
	p := &evidence{s: s, batch: b, base: base, ends: ends, entered: entered, nodes: make([][32]byte, len(b.Pairs)), abi: bindings.NewProver()}
	if err := p.begin(ctx); err != nil {
		return nil, err
	}
	shown, err := p.chainProofs()
	if err != nil {
		return nil, err
	}
	if whole, err := p.pairsProof(0, len(p.changed)); err == nil {
		data, err := p.abi.TryPackProveBatch(onL1(&b.Claim), shown, whole)
		if err != nil || len(data) <= s.cfg.MaxProofBytes {
			return []proofPart{{data: data}}, err
		}
	} else if !errors.Is(err, bindings.ErrPoolFull) {
		return nil, err
	}
	parts, err := p.chainParts(shown)
	if err != nil {
		return nil, err
	}
	for from := 0; ; {
		part, next, err := p.pairsPart(from)
		if err != nil {
			return nil, err
		}
		if parts, from = append(parts, part), next; from == len(p.changed) {
			return parts, nil
		}
	}
}

// evidence is a proof under construction.
type evidence struct {
	s     *Settlement
	batch *Batch
	base  *Batch     // nil to begin with nothing
	ends  []EndProof // in the order of the claim's chains
	// changed are the places of the pairs into chains whose RootStore has changed since the
	// base; without one, of all.
	changed []int
	// entered has a root for every pair from L1.
	entered map[chains.Pair]entryRoot
	nodes   [][32]byte // of the pairs as earlier parts, or the base, have shown them
	abi     *bindings.Prover
}

// begin finds what has changed since the base.
func (p *evidence) begin(ctx context.Context) error {
	before := make(map[uint64]common.Hash)
	if p.base != nil {
		ends, err := p.s.EndProofs(ctx, p.base.Claim.Number)
		if err != nil {
			return err
		}
		for _, e := range ends {
			before[e.ChainID] = e.storageRoot()
		}
		for i, pair := range p.base.Pairs {
			p.nodes[i] = crypto.Keccak256Hash(pair.Encode())
		}
	}
	now := make(map[uint64]common.Hash)
	for _, e := range p.ends {
		now[e.ChainID] = e.storageRoot()
	}
	for i, pair := range p.batch.Pairs {
		keeper := pair.Destination
		if keeper == uint64(p.s.cfg.L1) {
			keeper = pair.Source
		}
		if before[keeper] == (common.Hash{}) || before[keeper] != now[keeper] {
			p.changed = append(p.changed, i)
		}
	}
	return nil
}

// storageRoot is that of the RootStore, zero where nothing of it was shown.
func (e *EndProof) storageRoot() common.Hash {
	for _, slot := range e.Slots {
		if len(slot.Proof) > 0 {
			return crypto.Keccak256Hash(slot.Proof[0])
		}
	}
	return common.Hash{}
}

// chainProofs shows the RootStores at the end of the batch.
func (p *evidence) chainProofs() ([]bindings.ChainProofsChainProof, error) {
	if len(p.ends) != len(p.batch.Claim.Chains) {
		return nil, fmt.Errorf("%w: %d of %d chains", ErrNotProvable, len(p.ends), len(p.batch.Claim.Chains))
	}
	var shown []bindings.ChainProofsChainProof
	for i, e := range p.ends {
		var pool bindings.NodePool
		path, err := pool.Add(e.Account)
		if err != nil {
			return nil, err
		}
		shown = append(shown, bindings.ChainProofsChainProof{Index: big.NewInt(int64(i)), Header: e.Header, Nodes: pool.Nodes(), Path: path})
	}
	return shown, nil
}

// chainParts splits proofs of chains into transactions.
func (p *evidence) chainParts(shown []bindings.ChainProofsChainProof) ([]proofPart, error) {
	data, err := p.abi.TryPackProveChains(onL1(&p.batch.Claim), shown)
	if err != nil || len(data) <= p.s.cfg.MaxProofBytes || len(shown) == 1 {
		part := proofPart{data: data}
		for _, c := range shown {
			part.chains = append(part.chains, p.batch.Claim.Chains[c.Index.Uint64()].ChainID)
		}
		return []proofPart{part}, err
	}
	first, err := p.chainParts(shown[:len(shown)/2])
	if err != nil {
		return nil, err
	}
	second, err := p.chainParts(shown[len(shown)/2:])
	return append(first, second...), err
}

// pairsPart returns a transaction that shows as many of the changed pairs from an index on
// as it holds, and the index after them.
func (p *evidence) pairsPart(from int) (proofPart, int, error) {
	for count := len(p.changed) - from; ; count = (count + 1) / 2 {
		proof, err := p.pairsProof(from, from+count)
		if errors.Is(err, bindings.ErrPoolFull) && count > 1 {
			continue
		}
		if err != nil {
			return proofPart{}, 0, err
		}
		data, err := p.abi.TryPackProvePairs(p.batch.Claim.Number, proof)
		if err == nil && len(data) > p.s.cfg.MaxProofBytes && count > 1 {
			continue
		}
		for _, i := range p.changed[from : from+count] {
			p.nodes[i] = crypto.Keccak256Hash(p.batch.Pairs[i].Encode())
		}
		return proofPart{data: data}, from + count, err
	}
}

// pairsProof shows the changed pairs from one index up to another, one pool of nodes per
// chain.
func (p *evidence) pairsProof(from, to int) (bindings.ProverPairsProof, error) {
	proof := bindings.ProverPairsProof{Nodes: slices.Clone(p.nodes), Last: to == len(p.changed)}
	if p.base != nil {
		proof.Base = p.base.Claim.Number
	}
	pools := make([]bindings.NodePool, len(p.ends))
	for _, i := range p.changed[from:to] {
		pair, err := p.pairProof(i, pools)
		if err != nil {
			return proof, err
		}
		proof.Pairs = append(proof.Pairs, pair)
	}
	for i := range pools {
		proof.Pools = append(proof.Pools, pools[i].Nodes())
	}
	return proof, nil
}

func (p *evidence) pairProof(i int, pools []bindings.NodePool) (bindings.ProverPairProof, error) {
	pair := p.batch.Pairs[i]
	out := bindings.ProverPairProof{Index: big.NewInt(int64(i)), OldCount: new(big.Int), Count: new(big.Int).SetUint64(pair.Count),
		Root: pair.Root, SentPool: new(big.Int)}
	l1 := uint64(p.s.cfg.L1)
	exit := pair.Destination == l1
	keeper, peer := pair.Destination, pair.Source
	if exit { // L1 receives without a tree: the sender's counts
		keeper, peer = pair.Source, pair.Destination
	}
	base := bindings.TreeSlot(!exit, peer, pair.Generation)
	at, path, err := p.slot(keeper, bindings.TreeRootSlot(base), pools)
	if err != nil {
		return out, err
	}
	out.Pool, out.RootPath = big.NewInt(int64(at)), path
	if p.base != nil {
		old := p.base.Pairs[i]
		out.OldCount.SetUint64(old.Count)
		if out.OldRoot = old.Root; old.Root == pair.Root {
			return out, nil
		}
	}
	if pair.Count > 0 {
		if _, out.CountPath, err = p.slot(keeper, base, pools); err != nil {
			return out, err
		}
	}
	if exit {
		return out, nil
	}
	if pair.Source == l1 {
		sent, ok := p.entered[idOf(pair.PairLeaf)]
		if !ok {
			return out, fmt.Errorf("%w: L1 has no root of the pair %d to %d on record", ErrNotProvable, pair.Source, pair.Destination)
		}
		out.EntryRoot, out.Growth = sent.root, sent.growth
		return out, nil
	}
	sent := bindings.TreeRootSlot(bindings.TreeSlot(false, pair.Destination, pair.Generation))
	if at, out.SentPath, err = p.slot(pair.Source, sent, pools); err != nil {
		return out, err
	}
	out.SentPool.SetInt64(int64(at))
	out.Growth, err = p.growth(pair)
	return out, err
}

// growth proves that the sender's tree, where it is longer, began as the receiver's.
func (p *evidence) growth(pair Pair) ([][32]byte, error) {
	if pair.Owed == 0 {
		return nil, nil
	}
	p.s.mu.RLock()
	defer p.s.mu.RUnlock()
	sent := p.s.ledger.pairs[treeOf(pair.PairLeaf)].sent
	hashes, err := sent.ConsistencyProof(pair.Count+pair.Owed, pair.Count)
	var growth [][32]byte
	for _, h := range hashes {
		growth = append(growth, h)
	}
	return growth, err
}

// slot adds the proof of a slot of a chain's RootStore to the chain's pool. It returns the
// pool's index and the way through it.
func (p *evidence) slot(chain uint64, slot common.Hash, pools []bindings.NodePool) (int, []byte, error) {
	for i := range p.ends {
		if p.ends[i].ChainID != chain {
			continue
		}
		for _, proof := range p.ends[i].Slots {
			if proof.Slot == slot {
				path, err := pools[i].Add(proof.Proof)
				return i, path, err
			}
		}
	}
	return 0, nil, fmt.Errorf("%w: slot %s of chain %d is not kept", ErrNotProvable, slot, chain)
}

// nextPart returns the first part that L1 would take now. Nobody but the poster adds to the
// poster's proof, so the parts before it have been taken.
func (p *poster) nextPart(ctx context.Context, r *round, b *Batch) (*call, error) {
	entered, record, err := p.entryRoots(ctx, r, b)
	if err != nil || record != nil {
		return record, err
	}
	bases, err := p.bases(ctx, r, b)
	if err != nil {
		return nil, err
	}
	for _, base := range bases {
		parts, err := p.proofParts(ctx, b, base, entered)
		if err != nil {
			return nil, err
		}
		c, err := p.fitting(ctx, r, b, parts)
		if !errors.Is(err, errReverted) || base == nil {
			return c, err
		} // parts that were taken before were of another base
	}
	return nil, nil
}

// maxBases is how many earlier batches are tried as what a proof builds on.
const maxBases = 3

// bases returns batches that a proof can build on: the last that are proven, and nil.
func (p *poster) bases(ctx context.Context, r *round, b *Batch) ([]*Batch, error) {
	numbers, err := p.suite.proven(ctx, l1Span{p.cfg.L1Start, r.head.Number.Uint64()})
	if err != nil {
		return nil, err
	}
	slices.Sort(numbers)
	var bases []*Batch
	for _, n := range slices.Backward(slices.Compact(numbers)) {
		if n >= b.Claim.Number || len(bases) == maxBases {
			continue
		}
		base, err := p.Batch(n)
		if err != nil {
			return nil, err
		}
		on, err := p.suite.batchAt(ctx, n, r.head.Hash())
		if err != nil {
			return nil, err
		}
		if base.Version == b.Version && on.BatchHash == base.Claim.Hash() && on.ProvenBy != (common.Address{}) {
			bases = append(bases, base)
		}
	}
	return append(bases, nil), nil
}

// fitting returns the first part that L1 would take now.
func (p *poster) fitting(ctx context.Context, r *round, b *Batch, parts []proofPart) (*call, error) {
	for _, part := range parts {
		shown, err := p.shown(ctx, r, b, part.chains)
		if err != nil {
			return nil, err
		}
		if shown {
			continue
		}
		c := &call{to: p.suite.prover, data: part.data}
		if err = p.estimate(ctx, c); !errors.Is(err, errReverted) || part.chains != nil || len(parts) == 1 {
			return c, err
		}
	}
	return nil, fmt.Errorf("prove batch %d: %w: %w: no part of %d fits", b.Claim.Number, ErrNotProvable, errReverted, len(parts))
}

// shown reports whether L1 knows the RootStores of all of these chains at the end of a batch.
func (p *poster) shown(ctx context.Context, r *round, b *Batch, of []uint64) (bool, error) {
	for _, chain := range of {
		abi := p.suite.abi.prover
		root, err := view(ctx, p.suite, at{p.suite.prover, r.head.Hash()},
			abi.PackStorageRoots(b.Claim.Hash(), new(big.Int).SetUint64(chain)), abi.UnpackStorageRoots)
		if err != nil || root == [32]byte{} {
			return false, err
		}
	}
	return len(of) > 0, nil
}
