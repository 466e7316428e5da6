package sequencer

import (
	"context"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
)

// ErrForeignHead: a node's head is a block that is not in our journal. Somebody else
// writes to the node, or the journal belongs to other chains.
var ErrForeignHead = errors.New("the node's head is not in the journal")

// ErrNotKept: a node has lost a block whose payload the journal does not have any more.
var ErrNotKept = errors.New("the block's payload is not in the journal: restore the node from a backup, or resync it")

// permanent is what an error says that trying again cannot mend.
type permanent interface{ Permanent() bool }

// fatal makes an error permanent.
type fatal struct{ error }

func (f fatal) Unwrap() error { return f.error }

// Permanent reports that repeating the call does not help.
func (f fatal) Permanent() bool { return true }

// feed brings a node to have want, a block of ours that it was given once, as its head. A
// node that was killed may have lost any number of its last blocks: it gets them again
// from the journal, one by one. After an error it is to be called again, unless the error
// is permanent: ErrForeignHead and ErrNotKept are.
func (s *Sequencer) feed(ctx context.Context, id chains.ChainID, want chains.BlockRef) error {
	node := s.lanes[id].node
	header, err := node.Head(ctx)
	if err != nil {
		return fmt.Errorf("read the head: %w", err)
	}
	head := chains.BlockRef{Number: header.Number.Uint64(), Hash: header.Hash()}
	if head.Number > want.Number || (head.Number == want.Number && head.Hash != want.Hash) {
		return foreign(head, want)
	}
	// A node that has just started takes blocks only after it was told its own head.
	if err := node.Adopt(ctx, head.Hash, common.Hash{}, common.Hash{}); err != nil {
		return fmt.Errorf("adopt its own head: %w", err)
	}
	if head != want {
		s.log.Info("feeding the node blocks it has lost", zap.Uint64("chain", uint64(id)), zap.Uint64("head", head.Number), zap.Uint64("to", want.Number))
	}
	for head.Number < want.Number {
		payload, err := s.payload(ctx, id, head.Number+1)
		if err != nil {
			return fmt.Errorf("block %d, which the node has lost: %w", head.Number+1, err)
		}
		if payload.ParentHash != head.Hash {
			return foreign(head, want)
		}
		if err := node.NewPayload(ctx, payload); err != nil {
			return fmt.Errorf("newPayload of block %d: %w", payload.Number, err)
		}
		if err := node.Adopt(ctx, payload.Hash, common.Hash{}, common.Hash{}); err != nil {
			return fmt.Errorf("adopt block %d: %w", payload.Number, err)
		}
		head = payload.Ref()
	}
	if head != want {
		return foreign(head, want)
	}
	return nil
}

func foreign(head, want chains.BlockRef) error {
	return fatal{fmt.Errorf("%w: head %d %s, committed %d %s", ErrForeignHead, head.Number, head.Hash, want.Number, want.Hash)}
}

// step is a call to a node on the way of a block into it.
type step struct {
	what string
	on   chains.BlockRef // the node's head has to be this block, or one before it that the node fell back to
	call func(context.Context) error
}

// onNode takes a step until it succeeds, will never, or ctx ends. Before it is tried
// again, the node gets back what it may have lost meanwhile.
func (s *Sequencer) onNode(ctx context.Context, id chains.ChainID, st step) error {
	first := true
	return s.retry(ctx, id, st.what, func() error {
		if !first {
			if err := s.feed(ctx, id, st.on); err != nil {
				return err
			}
		}
		first = false
		return st.call(ctx)
	})
}
