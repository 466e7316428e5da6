package sequencer

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"math"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/crosschain"
	"github.com/ssequencer/ssequencer/tracer/shard"
)

// Where no op-node makes a chain's blocks, nobody else makes them anew after a reorg of L1
// that drops what committed blocks derive from. We do, as another writer would (A8): the node is
// given one block of deposits alone, on the newest of our blocks whose L1 origin still stands, and
// what follows is what follows beside an op-node (replaced.go). A chain that has received, by then, what
// another one does not have any more goes back behind that as well. Nothing of this is stored: that the
// committed head's origin is gone, or the message, is found out again, and so is a block that was made for it.

// Ground tells which L1 blocks chains stand on.
type Ground interface {
	// Standing returns the place of the first of these origins of a chain's blocks, the newest
	// first, that is on L1, len(origins) where none is, and an error while that is not certain.
	Standing(ctx context.Context, id chains.ChainID, origins []chains.BlockRef) (int, error)
}

// Rebuilder is the node of a chain whose blocks nobody else makes anew.
type Rebuilder interface {
	Blocks
	// HeaderByHash returns the header of a block that the node has.
	HeaderByHash(ctx context.Context, hash common.Hash) (*types.Header, error)
	// BuildOn has the node build a block on any block that it has, which becomes its head.
	BuildOn(ctx context.Context, open *chains.Open, txs [][]byte) (*chains.Payload, error)
}

// blocksOf is where blocks that the sequencer did not make are read; nil where none are
// expected on the chain.
func (s *Sequencer) blocksOf(id chains.ChainID) Blocks {
	if r := s.lanes[id].Rebuilder; r != nil {
		return r
	}
	return s.lanes[id].Blocks
}

// adrift notes that a chain's last blocks cannot stay: it stands aside as soon as nothing is
// being committed, to be rolled back.
func (s *Sequencer) adrift(l *lane, err error) {
	if l.leaves == nil && l.Rebuilder != nil {
		l.leaves = &absence{chain: l.cfg.ID, err: err}
		s.Wake()
	}
}

// outrun is why a chain goes back that L1 does not want to: a block of it has received a
// message that the chain which sent it does not have any more.
type outrun struct {
	pair   chains.Pair
	number uint64 // of the block
}

// Error implements error.
func (o *outrun) Error() string {
	return fmt.Sprintf("block %d of chain %d has received a message that chain %d has lost", o.number, o.pair.Destination, o.pair.Source)
}

// most is the number of the newest block that a chain which goes back can keep.
func (a *aside) most() uint64 {
	var o *outrun
	if errors.As(a.reason, &o) {
		return o.number - 1
	}
	return math.MaxUint64
}

// isAdrift reports whether a chain stands aside because L1 has dropped what it derives from, or may
// have, or because something else takes the place of committed blocks.
func (a *aside) isAdrift() bool {
	return errors.Is(a.reason, chains.ErrOrphaned) || errors.Is(a.reason, chains.ErrUnsure) || errors.Is(a.reason, errReplaced) || a.most() != math.MaxUint64
}

// cause is why what was opened on the chain is given up.
func (a *aside) cause() error {
	var o *outrun
	switch {
	case errors.As(a.reason, &o):
		return o
	case errors.Is(a.reason, chains.ErrOrphaned), errors.Is(a.reason, chains.ErrUnsure):
		return chains.ErrOrphaned
	}
	return errElsewhere
}

// isSunk reports whether the L1 origin of a committed block is gone.
func (s *Sequencer) isSunk(ctx context.Context, id chains.ChainID, block chains.BlockRef) (bool, error) {
	origin, err := s.originOf(ctx, id, block)
	if err != nil {
		return false, err
	}
	standing, err := s.deps.Ground.Standing(ctx, id, []chains.BlockRef{origin})
	if err != nil {
		return false, fmt.Errorf("block %d: %w: %w", block.Number, chains.ErrUnsure, err)
	}
	return standing > 0, nil
}

// grounded is an absence where the L1 origin of a chain's last committed block is gone, or nobody
// knows: until that is settled nothing is done with what other chains have of it.
func (s *Sequencer) grounded(ctx context.Context, id chains.ChainID, last chains.BlockRef) error {
	if s.lanes[id].Rebuilder == nil || last == (chains.BlockRef{}) {
		return nil
	}
	sunk, err := s.isSunk(ctx, id, last)
	if sunk {
		err = fmt.Errorf("%w: that of block %d", chains.ErrOrphaned, last.Number)
	}
	if err != nil && ctx.Err() == nil {
		return &absence{chain: id, err: err, halted: isPermanent(err)}
	}
	return ctx.Err()
}

// originOf returns the L1 origin of a committed block, or of the block that the first one was built on.
func (s *Sequencer) originOf(ctx context.Context, id chains.ChainID, ref chains.BlockRef) (chains.BlockRef, error) {
	block, err := s.payload(id, ref.Number)
	if err == nil && block.Hash == ref.Hash {
		return block.Origin()
	}
	had, err := s.lanes[id].Rebuilder.Block(ctx, ref.Hash)
	if err != nil {
		return chains.BlockRef{}, fmt.Errorf("read the L1 origin of block %d: %w", ref.Number, err)
	}
	return had.Open.L1Origin, nil
}

// origins returns the L1 origins of a chain's committed blocks, from a number down, as far back
// as given or payloads are kept, and the newest block with each of them.
func (s *Sequencer) origins(id chains.ChainID, from, back uint64) (origins, newest []chains.BlockRef, err error) {
	for number := from; number+back >= from && number > 0; number-- {
		block, err := s.payload(id, number)
		if errors.Is(err, ErrNotKept) && len(origins) > 0 {
			break
		}
		if err != nil {
			return nil, nil, fmt.Errorf("block %d: %w", number, err)
		}
		origin, err := block.Origin()
		if err != nil {
			return nil, nil, fatal{err}
		}
		if n := len(origins); n == 0 || origins[n-1] != origin {
			origins, newest = append(origins, origin), append(newest, block.Ref())
		}
	}
	return origins, newest, nil
}

// rollBack has a node whose head is want, the last committed block, go back to the newest block whose L1
// origin stands and whose number is at most as given, and begin another branch there, if that is not want
// itself. Then it returns errReplaced.
func (s *Sequencer) rollBack(ctx context.Context, l *lane, want chains.BlockRef, most uint64) error {
	sunk, err := s.isSunk(ctx, l.cfg.ID, want)
	if err != nil || !sunk && most >= want.Number {
		return err
	}
	for _, back := range lookBack {
		origins, newest, err := s.origins(l.cfg.ID, min(want.Number, most), back)
		if err != nil {
			return err
		}
		at, err := s.deps.Ground.Standing(ctx, l.cfg.ID, origins)
		switch {
		case err != nil:
			return fmt.Errorf("look for a block that L1 has an origin of: %w", err)
		case at < len(origins) && newest[at] == want: // L1 has it again
			return nil
		case at < len(origins):
			return s.branchOff(ctx, l, newest[at])
		}
	}
	return fatal{fmt.Errorf("%w, and no block that is kept derives from what L1 has", chains.ErrOrphaned)}
}

// branchOff gives the node another block on one of ours.
func (s *Sequencer) branchOff(ctx context.Context, l *lane, kept chains.BlockRef) error {
	err := s.watched(ctx, l.cfg.ID, func(ctx context.Context) error {
		open, err := s.depositsOn(ctx, l, kept)
		if err != nil {
			return err
		}
		block, err := l.Rebuilder.BuildOn(ctx, open, open.Deposits)
		if err != nil {
			return err
		}
		if err := l.Node.NewPayload(ctx, block); err != nil {
			return err
		}
		return l.Node.Adopt(ctx, block.Hash, common.Hash{}, common.Hash{})
	})
	if err != nil {
		return fmt.Errorf("make another block on block %d: %w", kept.Number, err)
	}
	s.log.Error("a chain is rolled back to the newest block that can stay", zap.Uint64("chain", uint64(l.cfg.ID)),
		zap.Uint64("number", kept.Number), zap.Stringer("hash", kept.Hash))
	return errReplaced
}

// depositsOn is the opening of a block after one of ours, with nothing but deposits in it.
func (s *Sequencer) depositsOn(ctx context.Context, l *lane, kept chains.BlockRef) (*chains.Open, error) {
	header, err := l.Rebuilder.HeaderByHash(ctx, kept.Hash)
	if err != nil {
		return nil, err
	}
	parent := &chains.Parent{ChainID: l.cfg.ID, Number: kept.Number, Hash: kept.Hash, Timestamp: header.Time, GasLimit: header.GasLimit, ExtraData: header.Extra}
	parent.Attributes, err = chains.ReadL1Attributes(func(slot common.Hash) (common.Hash, error) {
		words, err := l.Node.Storage(ctx, kept.Hash, []chains.StorageKey{{Address: chains.L1BlockAddress, Slot: slot}})
		if err != nil {
			return common.Hash{}, err
		}
		return words[0], nil
	})
	if err != nil {
		return nil, fmt.Errorf("read the L1 attributes after block %d: %w", kept.Number, err)
	}
	in, err := l.Source.Next(parent, uint64(s.deps.Clock.Now().Unix()))
	if err == nil {
		err = l.usable(parent, in)
	}
	if err != nil {
		return nil, err
	}
	sh, err := shard.New(shard.Config{ChainID: l.cfg.ID, Chain: l.cfg.Rules, OP: l.cfg.OP}, nil, shard.HeadOf(header))
	if err != nil {
		return nil, err
	}
	open := &chains.Open{ChainID: l.cfg.ID, Number: kept.Number + 1, ParentHash: kept.Hash, BaseFee: sh.NextBaseFee()}
	l.fill(open, in, parent.Timestamp)
	return open, nil
}

// isLeft reports whether a node's head is of a branch that the chain was rolled back from: the
// node has lost what came after that.
func (s *Sequencer) isLeft(ctx context.Context, id chains.ChainID, head chains.BlockRef) (bool, error) {
	r := s.lanes[id].Rebuilder
	if r == nil {
		return false, nil
	}
	block, err := r.Block(ctx, head.Hash)
	if err != nil {
		return false, fmt.Errorf("read block %s of somebody else: %w", head.Hash, err)
	}
	standing, err := s.deps.Ground.Standing(ctx, id, []chains.BlockRef{block.Open.L1Origin})
	return standing > 0, err
}

// leftAt returns the number of the newest of our blocks that a node with the head has.
func (s *Sequencer) leftAt(ctx context.Context, id chains.ChainID, head, want chains.BlockRef) (uint64, error) {
	for range maxFollowed {
		if head.Number < want.Number {
			next, err := s.payload(id, head.Number+1)
			if err != nil || next.ParentHash == head.Hash {
				return head.Number, err
			}
		}
		header, err := s.lanes[id].Rebuilder.HeaderByHash(ctx, head.Hash)
		if err != nil {
			return 0, err
		}
		head = chains.BlockRef{Number: head.Number - 1, Hash: header.ParentHash}
	}
	return 0, foreign(head, want)
}

// whyLost is what is said of committed blocks that the branch has lost.
func (s *Sequencer) whyLost(l *lane, br *branch) string {
	first, last := br.lost[0], br.lost[len(br.lost)-1]
	lost, why := fmt.Sprintf("chain %d: blocks %d to %d", l.cfg.ID, first.Number, last.Number), ""
	var o *outrun
	if l.aside != nil && errors.As(l.aside.reason, &o) {
		return fmt.Sprintf("%s are lost: %v", lost, o)
	}
	if l.Rebuilder != nil {
		if block, err := s.payload(l.cfg.ID, first.Number); err == nil && block.Hash == first.Hash {
			if origin, err := block.Origin(); err == nil {
				why = fmt.Sprintf(": an L1 reorg has dropped block %d %s, which the first one derives from", origin.Number, origin.Hash)
			}
		}
	}
	return lost + " were replaced by another branch" + why
}

// goesBack finds out whether the destination of a pair has received, by relays of ours, what its source does
// not have (any more), and has to go back behind that. Only chains that we roll back ourselves do.
func (s *Sequencer) goesBack(ctx context.Context, p chains.Pair, at *sides) (bool, error) {
	l := s.lanes[p.Destination]
	if s.lanes[p.Source].Rebuilder == nil || s.lanes[p.Destination].Rebuilder == nil {
		return false, nil
	}
	first, err := s.firstLost(ctx, p, at)
	if err != nil || first == at.received.Count {
		return false, err
	}
	var logs []types.Log
	err = s.watched(ctx, p.Destination, func(ctx context.Context) (err error) {
		logs, err = l.Node.Logs(ctx, ethereum.FilterQuery{Addresses: []common.Address{l.cfg.Contracts.Messenger}, Topics: crosschain.ReceivedTopics(p, first, first+1)})
		return err
	})
	if err != nil || len(logs) == 0 {
		return false, cmp.Or(err, fmt.Errorf("%w: message %d, received", errNoLog, first))
	}
	received := &logs[len(logs)-1] // of the latest generation
	block, err := s.payload(p.Destination, received.BlockNumber)
	if err != nil || received.TxIndex >= uint(len(block.Transactions)) || block.Transactions[received.TxIndex][0] == chains.DepositTxType {
		return false, nil // a deposit would come again
	}
	s.adrift(l, &outrun{pair: p, number: received.BlockNumber})
	return true, nil
}

// maxCompared is how many of a pair's last messages are compared one by one.
const maxCompared = 16 * logsAtOnce

// firstLost returns the number of the first message that a pair's destination has received
// and its source has not sent, how many were received where there is none.
func (s *Sequencer) firstLost(ctx context.Context, p chains.Pair, at *sides) (uint64, error) {
	both := min(at.sent.Count, at.received.Count)
	for from := both - min(both, maxCompared); from < both; from += logsAtOnce {
		to := min(from+logsAtOnce, both)
		sent, err := s.searchSent(ctx, p, from, to)
		if err != nil {
			return 0, err
		}
		received, err := s.searchReceived(ctx, p, from, to)
		if err != nil {
			return 0, err
		}
		for i := range received {
			if sent[i].Hash != received[i] {
				return from + uint64(i), nil
			}
		}
	}
	return both, nil
}
