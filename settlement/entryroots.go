package settlement

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"slices"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/entries"
	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/merkle"
)

// ErrUnbacked: a chain has received from L1 what L1 has not sent. A batch with it is not
// claimed.
var ErrUnbacked = errors.New("L1 has not sent what a chain has received from it")

const (
	// recentRoots is for how many L1 blocks a recorded root is used: nodes show the state of
	// that many.
	recentRoots = 100
	// sameBlock is how many messages L1 may send in one block behind the recording of a root.
	sameBlock = 256
)

// entryRoot is a root of what L1 has sent to a chain, which L1 keeps for proofs, and how
// that tree grew from what the chain has received.
type entryRoot struct {
	root   common.Hash
	growth [][32]byte
}

// entryRoots returns a root for every pair of the batch that begins on L1, or a call that
// has one recorded that is missing.
func (p *poster) entryRoots(ctx context.Context, r *round, b *Batch) (map[chains.Pair]entryRoot, *call, error) {
	roots := make(map[chains.Pair]entryRoot)
	for _, pair := range b.Pairs {
		if pair.Source != uint64(p.cfg.L1) {
			continue
		}
		at, found, err := p.recordedRoot(ctx, r, pair.PairLeaf)
		if err != nil {
			return nil, nil, err
		}
		if !found {
			data := p.suite.abi.prover.PackRecordEntryRoot(new(big.Int).SetUint64(pair.Destination), new(big.Int).SetUint64(pair.Generation))
			c := &call{to: p.suite.prover, data: data}
			return nil, c, p.estimate(ctx, c)
		}
		roots[idOf(pair.PairLeaf)] = at
	}
	return roots, nil, nil
}

// recordedRoot finds a root that L1 keeps and that has the pair's messages as its first.
func (p *poster) recordedRoot(ctx context.Context, r *round, pair merkle.PairLeaf) (entryRoot, bool, error) {
	logs, err := p.suite.entryRootLogs(ctx, pair, r.head.Number.Uint64())
	if err != nil {
		return entryRoot{}, false, err
	}
	for _, log := range slices.Backward(logs) {
		recorded, err := p.suite.abi.prover.UnpackEntryRootRecordedEvent(&log)
		if err != nil {
			return entryRoot{}, false, fmt.Errorf("recorded root: %w", err)
		}
		sent, err := p.suite.sentByL1(ctx, p.l1Tree(pair), log.BlockHash)
		if err != nil {
			return entryRoot{}, false, err
		}
		tree, err := p.treeOnL1(ctx, pair, sent.Count, log.BlockNumber)
		if err != nil {
			return entryRoot{}, false, err
		}
		if at, found, err := tree.grownFrom(pair, recorded.Root); found || err != nil {
			return at, found, err
		}
	}
	return entryRoot{}, false, nil
}

// requireBacked checks that L1 has sent what the chains of a batch have received from it:
// an L1 that loses more blocks than were waited for leaves mints that nothing backs.
func (p *poster) requireBacked(ctx context.Context, r *round, b *Batch) error {
	for _, pair := range b.Pairs {
		if pair.Source != uint64(p.cfg.L1) || pair.Count == 0 {
			continue
		}
		sent, err := p.suite.sentByL1(ctx, p.l1Tree(pair.PairLeaf), r.head.Hash())
		if err != nil {
			return err
		}
		if sent.Count < pair.Count {
			return fmt.Errorf("%w: chain %d has received %d messages, L1 has sent %d", ErrUnbacked, pair.Destination, pair.Count, sent.Count)
		}
		tree, err := p.treeOnL1(ctx, pair.PairLeaf, sent.Count, r.head.Number.Uint64())
		if err != nil {
			return err
		}
		root, err := tree.Root(sent.Count)
		if err != nil {
			return err
		}
		if root != sent.Root {
			return fmt.Errorf("%w: of the %d messages that chain %d has received some are not L1's", ErrUnbacked, pair.Count, pair.Destination)
		}
	}
	return nil
}

// l1Tree names L1's side of a pair in its RootStore.
type l1Tree struct {
	store common.Address
	base  common.Hash
}

func (p *poster) l1Tree(pair merkle.PairLeaf) l1Tree {
	return l1Tree{bindings.RootStoreAddress(p.messenger()), bindings.TreeSlot(false, pair.Destination, pair.Generation)}
}

// messenger is the address that the messenger has on L1 as on all chains.
func (s *Settlement) messenger() common.Address { return s.cfg.Chains[0].Contracts.Messenger }

func idOf(pair merkle.PairLeaf) chains.Pair {
	return chains.Pair{Source: chains.ChainID(pair.Source), Destination: chains.ChainID(pair.Destination)}
}

// treeOnL1 returns the tree of the first count messages that L1 has sent of a pair: those
// that chains have received by the last batch are known, the others are read from logs up to
// a block.
func (p *poster) treeOnL1(ctx context.Context, pair merkle.PairLeaf, count, block uint64) (*grownTree, error) {
	id := idOf(pair)
	tree := treeID{id, pair.Generation}
	p.mu.RLock()
	var kept uint64
	if t := p.ledger.pairs[tree]; t != nil {
		kept = t.sent.Count()
	}
	p.mu.RUnlock()
	var more []entries.Message
	if count > kept {
		var err error
		if more, err = entries.Search(ctx, p.deps.L1, entries.Query{Messenger: p.messenger(), Pair: id, From: kept, To: count, First: p.cfg.L1Start, Last: block}); err != nil {
			return nil, err
		}
	}
	p.mu.RLock()
	defer p.mu.RUnlock()
	g := &grownTree{s: p.Settlement, more: make(map[place32]common.Hash), below: &nodes{pages: p.ledger.pages, id: tree}}
	g.tree = merkle.NewKeptTree(g, min(count, kept))
	for _, m := range more {
		if err := g.tree.Append(p.ledger.leaf(tree, m.Hash)); err != nil {
			return nil, err
		}
	}
	return g, nil
}

// grownTree is a pair's tree with more leaves behind those of the last batch, in memory.
type grownTree struct {
	s     *Settlement
	below *nodes
	more  map[place32]common.Hash
	tree  merkle.KeptTree
}

// place32 is where a node is in a tree.
type place32 struct {
	height int
	index  uint64
}

// Node implements merkle.Nodes.
func (g *grownTree) Node(height int, index uint64) (common.Hash, error) {
	if node, ok := g.more[place32{height, index}]; ok {
		return node, nil
	}
	return g.below.Node(height, index)
}

// SetNode implements merkle.Nodes.
func (g *grownTree) SetNode(height int, index uint64, node common.Hash) error {
	g.more[place32{height, index}] = node
	return nil
}

// Root returns the root over the first n leaves.
func (g *grownTree) Root(n uint64) (common.Hash, error) {
	g.s.mu.RLock()
	defer g.s.mu.RUnlock()
	return g.tree.Root(n)
}

// grownFrom finds the size at which the tree had a root, and how it grew from the pair's.
func (g *grownTree) grownFrom(pair merkle.PairLeaf, root common.Hash) (entryRoot, bool, error) {
	g.s.mu.RLock()
	defer g.s.mu.RUnlock()
	for size := g.tree.Count(); size >= pair.Count && size+sameBlock > g.tree.Count(); size-- {
		now, err := g.tree.Root(size)
		if err != nil {
			return entryRoot{}, false, err
		}
		if now == root {
			hashes, err := g.tree.ConsistencyProof(size, pair.Count)
			out := entryRoot{root: root}
			for _, h := range hashes {
				out.growth = append(out.growth, h)
			}
			return out, err == nil, err
		}
		if size == 0 {
			break
		}
	}
	return entryRoot{}, false, nil
}

// sentByL1 reads how much L1 has sent of a pair by a block.
func (s *suite) sentByL1(ctx context.Context, of l1Tree, block common.Hash) (merkle.Size, error) {
	count, err := s.client.StorageAtHash(ctx, of.store, of.base, block)
	if err != nil {
		return merkle.Size{}, fmt.Errorf("messages that L1 has sent: %w", err)
	}
	root, err := s.client.StorageAtHash(ctx, of.store, bindings.TreeRootSlot(of.base), block)
	if err != nil {
		return merkle.Size{}, fmt.Errorf("messages that L1 has sent: %w", err)
	}
	return merkle.Size{Count: new(big.Int).SetBytes(count).Uint64(), Root: common.BytesToHash(root)}, nil
}

// entryRootLogs returns the logs about recorded roots of a pair in the last blocks up to one.
func (s *suite) entryRootLogs(ctx context.Context, pair merkle.PairLeaf, head uint64) ([]types.Log, error) {
	from := uint64(0)
	if head > recentRoots {
		from = head - recentRoots
	}
	word := func(n uint64) common.Hash { return common.BigToHash(new(big.Int).SetUint64(n)) }
	logs, err := s.client.FilterLogs(ctx, ethereum.FilterQuery{
		FromBlock: new(big.Int).SetUint64(from), ToBlock: new(big.Int).SetUint64(head), Addresses: []common.Address{s.prover},
		Topics: [][]common.Hash{{s.abi.prover.GetABI().Events[bindings.ProverEntryRootRecordedEventName].ID}, {word(pair.Destination)}, {word(pair.Generation)}},
	})
	if err != nil {
		return nil, fmt.Errorf("find recorded roots on L1: %w", err)
	}
	return logs, nil
}
