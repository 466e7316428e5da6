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

// isPermanent reports whether trying again cannot mend an error.
func isPermanent(err error) bool {
	var p permanent
	return errors.As(err, &p) && p.Permanent()
}

// expectHead sees to it that the node's head is want before a block is built on it.
func (s *Sequencer) expectHead(ctx context.Context, id chains.ChainID, want chains.BlockRef) error {
	head, err := s.lanes[id].Node.Head(ctx)
	if err != nil {
		return fmt.Errorf("read the head: %w", err)
	}
	if head.Hash() == want.Hash {
		return nil
	}
	return s.feed(ctx, id, want)
}

// feed brings a node to have want, a block of ours that it was given once, as its head. A
// node that was killed may have lost any number of its last blocks: it gets them again
// from the journal, one by one. A few blocks of somebody else are replaced by ours (A8).
// After an error it is to be called again, unless the error is permanent: ErrForeignHead
// and ErrNotKept are.
func (s *Sequencer) feed(ctx context.Context, id chains.ChainID, want chains.BlockRef) error {
	node := s.lanes[id].Node
	header, err := node.Head(ctx)
	if err != nil {
		return fmt.Errorf("read the head: %w", err)
	}
	head := chains.BlockRef{Number: header.Number.Uint64(), Hash: header.Hash()}
	ours, err := s.isOurs(ctx, id, head, want)
	if s.lanes[id].Blocks != nil && errors.Is(err, ErrNotKept) {
		return errElsewhere // one of somebody else's that was taken in: whoever follows it knows more
	}
	if err != nil {
		return err
	}
	if !ours && s.lanes[id].Blocks != nil {
		if s.isReplaced(ctx, id, head, want) {
			return errReplaced
		}
		return errElsewhere
	}
	if !ours && s.lanes[id].Rebuilder != nil {
		sunk, err := s.isSunk(ctx, id, want)
		if err != nil {
			return err
		}
		if sunk {
			return errReplaced // by what we have begun another branch with
		}
	}
	if !ours {
		return s.reclaim(ctx, id, head, want)
	}
	// A node that has just started takes blocks only after it was told its own head.
	if err := node.Adopt(ctx, head.Hash, common.Hash{}, common.Hash{}); err != nil {
		return fmt.Errorf("adopt its own head: %w", err)
	}
	if head != want {
		s.log.Info("feeding the node blocks it has lost", zap.Uint64("chain", uint64(id)), zap.Uint64("head", head.Number), zap.Uint64("to", want.Number))
	}
	for n := head.Number + 1; n <= want.Number; n++ {
		if err := s.give(ctx, id, n); err != nil {
			return err
		}
	}
	return nil
}

// isOurs reports whether a node's head is want or a block that our blocks up to want are
// built on.
func (s *Sequencer) isOurs(ctx context.Context, id chains.ChainID, head, want chains.BlockRef) (bool, error) {
	if head.Number >= want.Number {
		return head == want, nil
	}
	next, err := s.payload(id, head.Number+1)
	if err != nil {
		return false, fmt.Errorf("block %d, which the node has lost: %w", head.Number+1, err)
	}
	return next.ParentHash == head.Hash, nil
}

// give has the node adopt a block of the journal, whose parent it has.
func (s *Sequencer) give(ctx context.Context, id chains.ChainID, number uint64) error {
	node := s.lanes[id].Node
	payload, err := s.payload(id, number)
	if err != nil {
		return fmt.Errorf("block %d, which the node lacks: %w", number, err)
	}
	if err := node.NewPayload(ctx, payload); err != nil {
		return fmt.Errorf("newPayload of block %d: %w", number, err)
	}
	if err := node.Adopt(ctx, payload.Hash, common.Hash{}, common.Hash{}); err != nil {
		return fmt.Errorf("adopt block %d: %w", number, err)
	}
	return nil
}

// step is a call to a node on the way of a block into it.
type step struct {
	what string
	on   chains.BlockRef // the node's head has to be this block, or one before it that the node fell back to
	call func(context.Context) error
}

// errSilent: a node answers neither a call nor the question for its head.
var errSilent = errors.New("the node does not answer")

// onNode takes a step until it succeeds, or ctx ends. Before it is tried again, the node
// gets back what it may have lost meanwhile. Where the node fails for longer than
// Config.Patience, does not answer at all, or says that it never will do it, the error is
// an *absence.
func (s *Sequencer) onNode(ctx context.Context, id chains.ChainID, st step) error {
	started := s.deps.Clock.Now()
	for attempt := 1; ; attempt++ {
		err := s.watched(ctx, id, func(ctx context.Context) error {
			if attempt > 1 && st.on != (chains.BlockRef{}) {
				if err := s.feed(ctx, id, st.on); err != nil {
					return err
				}
			}
			return st.call(ctx)
		})
		if err == nil {
			if attempt > 1 {
				s.health.reason(id, "")
			}
			return nil
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
		err = fmt.Errorf("%s: %w", st.what, err)
		now := s.deps.Clock.Now()
		if now.Before(started) { // the clock was set back
			started = now
		}
		late := now.Sub(started) >= s.cfg.Patience
		if permanent := isPermanent(err); permanent || errors.Is(err, errSilent) || errors.Is(err, errElsewhere) || (attempt > 1 && late) {
			return &absence{chain: id, err: err, halted: permanent}
		}
		s.failedCall(id, attempt, err)
		select {
		case <-s.deps.Clock.After(s.cfg.NodeRetry):
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// failedCall notes that a call to a node failed and is tried again.
func (s *Sequencer) failedCall(id chains.ChainID, attempt int, err error) {
	s.health.reason(id, err.Error())
	s.deps.Metrics.nodeRetries.WithLabelValues(id.String()).Inc()
	if attempt == 1 || attempt%20 == 0 {
		s.log.Warn("a node call failed, trying again", zap.Uint64("chain", uint64(id)), zap.Int("attempt", attempt), zap.Error(err))
	}
}

// watched makes a call that may take long where the node has much to do: as long as it
// answers the question for its head now and then, it is waited for.
func (s *Sequencer) watched(ctx context.Context, id chains.ChainID, call func(context.Context) error) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	done := make(chan error, 1)
	go func() { done <- call(ctx) }()
	for {
		select {
		case err := <-done:
			return err
		case <-s.deps.Clock.After(s.cfg.Patience):
		}
		if err := s.alive(ctx, id); err != nil {
			cancel()
			if called := <-done; called == nil || isPermanent(called) { // it has ended after all
				return called
			}
			return fmt.Errorf("%w: nothing to a call, and to the question for its head: %w", errSilent, err)
		}
	}
}

// alive asks a node for its head and waits as long as patience goes; then it is errSilent.
func (s *Sequencer) alive(ctx context.Context, id chains.ChainID) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	done := make(chan error, 1)
	go func() {
		_, err := s.lanes[id].Node.Head(ctx)
		done <- err
	}()
	select {
	case err := <-done:
		return err
	case <-s.deps.Clock.After(s.cfg.Patience):
		cancel()
		if err := <-done; err == nil { // it has answered after all
			return nil
		}
		return fmt.Errorf("%w: nothing to the question for its head for %v", errSilent, s.cfg.Patience)
	}
}
