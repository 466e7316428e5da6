package settlement

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/rlp"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/journal"
	"github.com/ssequencer/ssequencer/merkle"
)

// closeBatches follows the journal and closes a batch whenever one is due.
func (s *Settlement) closeBatches(ctx context.Context) error {
	if err := s.closeDue(ctx); err != nil {
		return err
	}
	return s.deps.Journal.Follow(ctx, s.upto+1, func(seq journal.Seq, rec journal.Record) error {
		if seq == 1 {
			if err := s.identify(); err != nil {
				return err
			}
		}
		if err := s.take(seq, rec); err != nil { // batch events are our own, and taken in when they are made
			return err
		}
		switch rec.(type) {
		case *journal.Replaced:
			return s.withdraw(ctx)
		case *journal.Applied:
			return s.closeDue(ctx)
		}
		return nil
	})
}

// closeDue closes the next batch if it is due.
func (s *Settlement) closeDue(ctx context.Context) error {
	if err := s.reopen(); err != nil {
		return err
	}
	if err := s.withdraw(ctx); err != nil {
		return err
	}
	if s.patience > 0 {
		s.patience--
		return nil
	}
	s.mu.RLock()
	ready := s.ledger.ready()
	s.mu.RUnlock()
	if !ready {
		return nil
	}
	err := s.close(ctx)
	switch {
	case errors.Is(err, ErrRootMismatch):
		s.metrics.mismatches.Inc()
		s.log.Error("settlement halts: roots do not match", zap.Error(err))
	case errors.Is(err, errWaits), errors.Is(err, ErrSet):
		s.patience = s.cfg.BatchSlots
		s.wait(err)
		return nil
	case err == nil:
		s.wait(nil)
	}
	return err
}

// wait tells readers why no batch is closed, nil for nothing.
func (s *Settlement) wait(why error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	before := s.waiting
	if s.waiting = ""; why != nil {
		s.waiting = "no batch is closed: " + why.Error()
		s.log.Warn("no batch is closed", zap.Error(why))
	}
	if s.waiting != before {
		s.broadcast()
	}
}

// close closes the next batch, if the chains of the set in force for it have come far enough.
func (s *Settlement) close(ctx context.Context) error {
	number := s.Latest() + 1
	set, err := retry(ctx, s, s.cfg.L1, func() (*dependencySet, error) { return s.setFor(ctx, number) })
	if err != nil {
		return err
	}
	members, err := s.members(set, number)
	if err != nil {
		return err
	}
	limits, err := s.safeBlocks(ctx, members)
	if err != nil {
		return err
	}
	s.mu.RLock()
	slot, due := s.ledger.cut(members, limits)
	s.mu.RUnlock()
	if !due {
		return nil
	}
	d, err := s.draft(slot, members, set.trees())
	if err != nil {
		return err
	}
	return s.finish(ctx, d, set)
}

// safeBlocks returns the last block that its node calls safe of every chain for which no
// batch is to end behind it.
func (s *Settlement) safeBlocks(ctx context.Context, members []member) (map[chains.ChainID]uint64, error) {
	limits := make(map[chains.ChainID]uint64, len(members))
	for _, m := range members {
		if !s.ledger.chains[m.chain].config.SafeEnds {
			continue
		}
		var head *types.Header
		if err := s.deps.Nodes[m.chain].Call(ctx, &head, "eth_getBlockByNumber", "safe", false); err != nil || head == nil {
			return nil, fmt.Errorf("%w: chain %d has no safe block: %v", errWaits, m.chain, err)
		}
		limits[m.chain] = head.Number.Uint64()
	}
	return limits, nil
}

// draft is a batch before it is signed.
type draft struct {
	number uint64
	parent common.Hash
	slot   uint64 // its last
	after  uint64 // the last slot of the batch before
	spans  []span
	pairs  []Pair // all of them, open or not
}

// draft moves the members' blocks up to the slot into the trees, unless the batch about
// these trees cannot be closed now.
func (s *Settlement) draft(slot uint64, members []member, about []treeID) (*draft, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	d := &draft{number: s.count + 1, slot: slot}
	if d.number > 1 {
		var last batchRow
		if err := s.index.get(key(keyBatch, s.count), &last); err != nil {
			return nil, fmt.Errorf("batch %d: %w", s.count, err)
		}
		d.parent, d.after = last.Body.Claim.Hash(), last.Body.Claim.LastTimestamp
	}
	was := s.ledger.mark()
	var err error
	if d.spans, err = s.ledger.fold(d.number, slot, members); err == nil {
		d.pairs, err = s.ledger.settled(about, slot)
	}
	if errors.Is(err, errWaits) {
		err = errors.Join(err, s.ledger.rewind(was, nil))
	}
	return d, err
}

// finish reads the end blocks, compares, signs and records the batch.
func (s *Settlement) finish(ctx context.Context, d *draft, set *dependencySet) error {
	claim := merkle.Batch{Number: d.number, Parent: d.parent, LastTimestamp: d.slot}
	var ends []end
	for _, span := range d.spans {
		e, err := retry(ctx, s, span.chain, func() (end, error) { return s.readEnd(ctx, d, span) })
		if err != nil {
			return err
		}
		if claim.FirstTimestamp == 0 || e.firstTimestamp < claim.FirstTimestamp {
			claim.FirstTimestamp = e.firstTimestamp
		}
		claim.Chains = append(claim.Chains, merkle.ChainRange{ChainID: uint64(span.chain), FirstBlock: span.first,
			LastBlock: span.last.Number, LastBlockHash: span.last.Hash, StateRoot: e.stateRoot})
		ends = append(ends, e)
	}
	if err := s.comparePairs(d, ends); err != nil {
		return err
	}
	b := &Batch{Claim: claim, Version: set.version, Pairs: d.in(set)}
	if err := b.setRoots(); err != nil {
		return err
	}
	if err := s.sign(ctx, b, s.cfg.Epoch); err != nil {
		return err
	}
	return s.recordClosed(ctx, d, b, ends)
}

// in returns the pairs of a set, which are those of the batch tree, in its order.
func (d *draft) in(set *dependencySet) []Pair {
	var pairs []Pair
	for _, id := range set.trees() {
		i := slices.IndexFunc(d.pairs, func(p Pair) bool { return treeOf(p.PairLeaf) == id })
		pairs = append(pairs, d.pairs[i])
	}
	return pairs
}

// settles reports whether a chain is in the batch.
func (d *draft) settles(chain chains.ChainID) bool {
	return slices.ContainsFunc(d.spans, func(of span) bool { return of.chain == chain })
}

// sign signs the batch as a signer of an epoch.
func (s *Settlement) sign(ctx context.Context, b *Batch, epoch uint64) error {
	domain := chains.Domain{L1ChainID: s.cfg.L1, Settlement: s.cfg.Settlement}
	signature, err := s.deps.Signer.SignDigest(ctx, domain.Digest(merkle.VoteHash(epoch, b.Claim.Hash())))
	if err != nil {
		return fmt.Errorf("sign batch %d: %w", b.Claim.Number, err)
	}
	b.Epoch, b.Signature = epoch, signature
	return nil
}

// setRoots computes the roots over the pairs, whose two sides were found equal.
func (b *Batch) setRoots() error {
	root, err := merkle.BatchRoot(b.leaves())
	if err != nil {
		return err
	}
	b.Claim.BurnRoot, b.Claim.MintRoot = root, root
	b.Claim.PairsHash, err = merkle.PairsHash(b.leaves())
	return err
}

func (s *Settlement) recordClosed(ctx context.Context, d *draft, b *Batch, ends []end) error {
	body := closedBody{Claim: b.Claim, Epoch: b.Epoch, Signature: b.Signature, Version: b.Version}
	for _, p := range b.Pairs {
		body.Pairs = append(body.Pairs, pairBody{Leaf: p.PairLeaf, Owed: p.Owed})
	}
	for _, e := range ends {
		body.Proofs = append(body.Proofs, e.proof)
	}
	if err := s.append(ctx, journal.BatchClosed, b.Claim.Number, &body); err != nil {
		return err
	}
	if err := s.addBatch(d, &body); err != nil {
		return err
	}
	s.log.Info("batch closed", zap.Uint64("batch", b.Claim.Number), zap.Uint64("lastTimestamp", b.Claim.LastTimestamp),
		zap.Stringer("root", b.Claim.BurnRoot), zap.Int("pairs", len(b.Pairs)))
	return nil
}

// retry calls fn until it succeeds, ctx ends, or the error is one that stays.
func retry[T any](ctx context.Context, s *Settlement, chain chains.ChainID, fn func() (T, error)) (T, error) {
	for {
		result, err := fn()
		if err == nil || errors.Is(err, ErrRootMismatch) || errors.Is(err, ErrSet) {
			return result, err
		}
		if ctx.Err() != nil {
			return result, ctx.Err()
		}
		s.log.Warn("a node did not answer settlement", zap.Uint64("chain", uint64(chain)), zap.Error(err))
		if err := pause(ctx, s.cfg.Retry); err != nil {
			return result, err
		}
	}
}

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
