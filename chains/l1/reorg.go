package l1

import (
	"context"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/rpc"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
)

// A block of L1 that chains derive from may lose its place. Rolling chains back for it cannot
// be undone, and an L1 whose answers come from several nodes may show a branch that is none:
// so the new branch has to be in one piece, as long as the old one was, and still there with
// another head than when it was first seen.

// ErrFinality: L1 has replaced a block that it had called final.
const ErrFinality permanent = "L1 has replaced a block that it had called final: a person decides what the chain is to be built on"

// permanent is an error that trying again does not mend.
type permanent string

// Error implements error.
func (p permanent) Error() string { return string(p) }

// Permanent reports that repeating the call does not help.
func (p permanent) Permanent() bool { return true }

const (
	// maxLinked is how many blocks on top of a dropped one are held against each other.
	maxLinked = 64
	// maxDoubts bounds Source.doubts.
	maxDoubts = 64
)

// doubt is about an origin that L1 shows another block in place of.
type doubt struct {
	instead common.Hash
	head    uint64 // of L1 when that was first seen
	sure    bool
}

// believed returns chains.ErrUnsure as long as it is too early to believe that a block has taken an
// origin's place for good. It must be called with the lock held, with what one look at L1 shows.
func (s *Source) believed(l *line, origin chains.BlockRef, instead common.Hash, head uint64) error {
	d, known := s.doubts[origin.Hash]
	if !known || d.instead != instead {
		if len(s.doubts) >= maxDoubts {
			clear(s.doubts)
		}
		d = doubt{instead: instead, head: head}
		s.doubts[origin.Hash] = d
		s.log.Error("L1 shows another block in place of one that the chain derives from", zap.Uint64("chain", uint64(l.chain.ID)), zap.Uint64("number", origin.Number),
			zap.Stringer("hash", origin.Hash), zap.Stringer("instead", instead), zap.Uint64("head", head), zap.Uint64("head before", l.tallest))
	}
	switch want := max(l.tallest, origin.Number+s.cfg.Depth); {
	case head < want:
		return fmt.Errorf("%w: block %d %s; the new branch goes up to %d, the old one to %d", chains.ErrUnsure, origin.Number, origin.Hash, head, want)
	case head <= d.head:
		return fmt.Errorf("%w: block %d %s; waiting for another head than %d", chains.ErrUnsure, origin.Number, origin.Hash, head)
	case !d.sure:
		d.sure = true
		s.doubts[origin.Hash] = d
		s.log.Error("L1 has dropped a block that the chain derives from", zap.Uint64("chain", uint64(l.chain.ID)), zap.Uint64("number", origin.Number),
			zap.Stringer("hash", origin.Hash), zap.Stringer("instead", instead), zap.Uint64("head", head))
	}
	return nil
}

// stands notes that L1 has an origin.
func (s *Source) stands(origin chains.BlockRef) {
	if _, doubted := s.doubts[origin.Hash]; doubted {
		delete(s.doubts, origin.Hash)
		s.log.Info("L1 has the block again that a chain derives from", zap.Uint64("number", origin.Number), zap.Stringer("hash", origin.Hash))
	}
}

// Standing returns the place of the first one of these origins that is on L1, len(origins)
// where none is. They are those of a chain's blocks, the newest first. The answer is chains.ErrUnsure as long as
// the others may come back, and ErrFinality where L1 must not have dropped them. L1 is asked where the newest
// one is not among the blocks that were on L1 when it was last looked at.
func (s *Source) Standing(ctx context.Context, id chains.ChainID, origins []chains.BlockRef) (int, error) {
	l, ok := s.lines[id]
	if !ok || len(origins) == 0 {
		return 0, fmt.Errorf("origins of chain %v: %w", id, chains.ErrUnknown)
	}
	s.mu.Lock()
	there := l.find(origins[0]) >= 0
	s.mu.Unlock()
	if there {
		return 0, nil
	}
	r, err := s.newReader(ctx)
	if err != nil {
		return 0, err
	}
	first, err := r.standing(ctx, origins)
	if err != nil {
		return 0, err
	}
	if first == 0 {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.stands(origins[0])
		return 0, nil
	}
	lowest := origins[first-1]
	if err := r.linked(ctx, lowest.Number, origins[0].Number); err != nil {
		return 0, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if lowest.Number <= l.final {
		return 0, fmt.Errorf("%w: block %d %s", ErrFinality, lowest.Number, lowest.Hash)
	}
	return first, s.believed(l, origins[0], r.headers[origins[0].Number].Hash(), r.head.Number.Uint64())
}

// MayCommit returns chains.ErrOrphaned where a chain's block derives from an L1 block that was
// known here when it was chosen, and has lost its place since: the block can still be made anew.
func (s *Source) MayCommit(_ context.Context, block *chains.Payload) error {
	origin, err := block.Origin()
	if err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	l := s.lines[block.ChainID]
	if l == nil || len(l.blocks) == 0 || origin.Number <= l.last.Number || l.find(origin) >= 0 {
		return nil
	}
	return fmt.Errorf("%w: block %d of chain %v derives from block %d %s", chains.ErrOrphaned, block.Number, block.ChainID, origin.Number, origin.Hash)
}

// standing returns the place of the first of the origins that is on L1.
func (r *reader) standing(ctx context.Context, origins []chains.BlockRef) (int, error) {
	for i, origin := range origins {
		h, err := r.header(ctx, origin.Number)
		switch {
		case err != nil:
			return 0, err
		case h == nil:
			return 0, fmt.Errorf("%w: L1 has nothing at block %d yet", chains.ErrUnsure, origin.Number)
		case h.Hash() == origin.Hash:
			return i, nil
		}
	}
	return len(origins), nil
}

// linked checks that L1's answers about the blocks from one number up to another, and some on
// top of these, are about one branch.
func (r *reader) linked(ctx context.Context, from, to uint64) error {
	parent := common.Hash{}
	for n := from; n <= min(to+maxLinked, r.head.Number.Uint64()); n++ {
		h, err := r.header(ctx, n)
		if err != nil {
			return err
		}
		if h == nil || n > from && h.ParentHash != parent {
			return fmt.Errorf("%w: block %d", errMoved, n)
		}
		parent = h.Hash()
	}
	return nil
}

// finalized returns the number of the newest block that L1 calls final, 0 where it does not say.
func (r *reader) finalized(ctx context.Context) uint64 {
	ctx, cancel := context.WithTimeout(ctx, r.timeout)
	defer cancel()
	h, err := r.node.HeaderByNumber(ctx, big.NewInt(int64(rpc.FinalizedBlockNumber)))
	if err != nil || h == nil {
		return 0
	}
	return h.Number.Uint64()
}
