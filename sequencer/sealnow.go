package sequencer

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ssequencer/ssequencer/chains"
)

// ErrNoBlock: the sequencer has no block on the parent, and will commit none before it is
// asked for one again.
var ErrNoBlock = errors.New("the sequencer has no block on this parent")

// errGivenUp: whoever asked for a block has gone on without it.
var errGivenUp = errors.New("the block was asked for and came too late")

// Gate has a say in what is committed on a chain.
type Gate interface {
	// MayCommit is asked about a chain's block just before its group is committed (O5). An
	// error leaves the chain out.
	MayCommit(ctx context.Context, block *chains.Payload) error
}

// wish is somebody waiting for a block on a parent.
type wish struct {
	chain  chains.ChainID
	parent common.Hash

	done       chan struct{} // closed when block is there, or will not be
	block      *chains.Payload
	committing bool // the commit point may be reached at any moment
	givenUp    bool
}

// wishes are the latest ones, chain by chain: nobody asks for two blocks at a time. It is
// safe for concurrent use.
type wishes struct {
	mu   sync.Mutex
	of   map[chains.ChainID]*wish
	held map[chains.ChainID]*heldBlock // whose groups would be committed by a crash
}

// heldBlock is a block that is held, by its parent.
type heldBlock struct {
	parent common.Hash
	over   chan struct{} // closed when it is durable that it is not held any more
}

// make returns the wish for a block, the old one where it is wished for already.
func (w *wishes) make(id chains.ChainID, parent common.Hash) *wish {
	w.mu.Lock()
	defer w.mu.Unlock()
	if old := w.of[id]; old != nil && old.parent == parent && !old.givenUp {
		return old
	}
	return w.put(&wish{chain: id, parent: parent, done: make(chan struct{})})
}

func (w *wishes) put(a *wish) *wish {
	if w.of == nil {
		w.of = map[chains.ChainID]*wish{}
	}
	w.of[a.chain] = a
	return a
}

// open reports whether a block of the chain is waited for.
func (w *wishes) open(id chains.ChainID) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	a := w.of[id]
	return a != nil && !a.givenUp && a.block == nil
}

// giveUp reports whether the wish ends without a block. It does not where the block is
// being committed. Where the block is held, whoever wished for it may go on without it only when
// over is closed.
func (w *wishes) giveUp(a *wish) (ends bool, over <-chan struct{}) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if a.committing || a.block != nil {
		return false, nil
	}
	a.givenUp = true
	if h := w.held[a.chain]; h != nil && h.parent == a.parent {
		over = h.over
	}
	return true, over
}

// hold is called before a group is held. It reports false where a block of it is not wanted any
// more: it will not be committed.
func (w *wishes) hold(group []*blockJob) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	if len(w.unwanted(group)) > 0 {
		return false
	}
	if w.held == nil {
		w.held = map[chains.ChainID]*heldBlock{}
	}
	for _, b := range group {
		w.held[b.open.ChainID] = &heldBlock{parent: b.open.ParentHash, over: make(chan struct{})}
	}
	return true
}

// unhold is the opposite of hold, also where the group is not held.
func (w *wishes) unhold(group []*blockJob) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, b := range group {
		if h := w.held[b.open.ChainID]; h != nil && h.parent == b.open.ParentHash {
			close(h.over)
			delete(w.held, b.open.ChainID)
		}
	}
}

// unwanted returns those of a group whose block was given up.
func (w *wishes) unwanted(group []*blockJob) []*absence {
	var gone []*absence
	for _, b := range group {
		if a := w.of[b.open.ChainID]; a != nil && a.givenUp && a.parent == b.open.ParentHash {
			gone = append(gone, &absence{chain: a.chain, err: errGivenUp})
		}
	}
	return gone
}

// commit is called before a group is committed. It returns those whose block is not wanted
// any more; where there is none, nothing can be given up from here on.
func (w *wishes) commit(group []*blockJob) []*absence {
	w.mu.Lock()
	defer w.mu.Unlock()
	if gone := w.unwanted(group); len(gone) > 0 {
		return gone
	}
	for _, b := range group { // whoever asks from now on gets this block, also while it is not adopted
		if a := w.of[b.open.ChainID]; a == nil || a.parent != b.open.ParentHash {
			w.put(&wish{chain: b.open.ChainID, parent: b.open.ParentHash, done: make(chan struct{})})
		}
	}
	w.each(group, func(a *wish, _ *blockJob) { a.committing = true })
	return nil
}

// committed fulfils the wishes for a group's blocks.
func (w *wishes) committed(group []*blockJob) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.each(group, func(a *wish, b *blockJob) {
		if a.block == nil {
			a.block = b.payload
			close(a.done)
		}
	})
}

func (w *wishes) each(group []*blockJob, do func(*wish, *blockJob)) {
	for _, b := range group {
		if a := w.of[b.open.ChainID]; a != nil && a.parent == b.open.ParentHash {
			do(a, b)
		}
	}
}

// mayCommit asks those who have a say, and returns the members that must not be committed.
func (s *Sequencer) mayCommit(ctx context.Context, group []*blockJob) []*absence {
	var gone []*absence
	for _, b := range group {
		if gate := s.lanes[b.open.ChainID].Gate; gate != nil {
			if err := gate.MayCommit(ctx, b.payload); err != nil {
				gone = append(gone, &absence{chain: b.open.ChainID, err: err})
			}
		}
	}
	if len(gone) > 0 {
		return gone
	}
	return s.wishes.commit(group)
}

// SealNow ends the open slot if a block of the chain on the parent is in it, or the hold of one
// that is sealed, waits until its group is committed, and returns the block as the node built it. A block that is committed
// already is returned at once. When ctx ends first, the block is given up and the error is
// ErrNoBlock, unless it is being committed at this moment.
func (s *Sequencer) SealNow(ctx context.Context, id chains.ChainID, parent common.Hash) (*chains.Payload, error) {
	var a *wish
	var block *chains.Payload
	select {
	case <-s.ready:
	case <-s.stopped:
		return nil, ErrStopped
	case <-ctx.Done(): // what is committed is not known yet
		if !s.isReady() {
			return nil, fmt.Errorf("%w: %w", ErrStopped, ctx.Err())
		}
	}
	// Also to give a block up takes the loop: ctx may have ended before.
	if lost := s.do(context.WithoutCancel(ctx), func() { block, a = s.wish(ctx, id, parent) }); lost != nil {
		return nil, lost
	}
	if block != nil || a == nil {
		return block, noBlock(block)
	}
	select {
	case <-a.done:
	case <-s.stopped:
	case <-ctx.Done():
		ends, over := s.wishes.giveUp(a)
		if ends && over == nil {
			return nil, ErrNoBlock
		}
		select { // the disk decides
		case <-over:
			return nil, ErrNoBlock
		case <-a.done:
		case <-s.stopped:
		}
	}
	select {
	case <-a.done:
		return a.block, nil
	default: // a committed block is found after the next start
		return nil, ErrStopped
	}
}

func (s *Sequencer) isReady() bool {
	select {
	case <-s.ready:
		return true
	default:
		return false
	}
}

func noBlock(block *chains.Payload) error {
	if block == nil {
		return ErrNoBlock
	}
	return nil
}

// wish returns the committed block on the parent, or a wish for one that can be had, or
// neither. Where ctx has ended the wish is given up before anything comes of it.
func (s *Sequencer) wish(ctx context.Context, id chains.ChainID, parent common.Hash) (*chains.Payload, *wish) {
	l := s.lanes[id]
	if l == nil {
		return nil, nil
	}
	if l.committed.Number > 0 && l.committed.Hash != parent { // reading a payload takes time
		if block, err := s.payload(id, l.committed.Number); err == nil && block.Ref() == l.committed && block.ParentHash == parent && !s.orphaned(block) {
			return block, nil
		}
	}
	if l.aside != nil || l.applied.Hash != parent || !s.hasBlock(l) || s.wishes.fulfilledWith(id, parent, s.orphaned) {
		return nil, nil
	}
	a := s.wishes.make(id, parent)
	if ctx.Err() != nil {
		s.wishes.giveUp(a)
	}
	s.hurry(id)
	return nil, a
}

// hurry ends the slot that the chain's next block is in, or what has to end before that.
func (s *Sequencer) hurry(id chains.ChainID) {
	if s.sealing != nil {
		s.recallChanged()
		s.sealing.hold.release()
		if open := s.sealing.opens[id]; open != nil && open.Number > s.lanes[id].applied.Number {
			return // the open slot is another one
		}
	}
	for _, sl := range []*slot{s.open, s.opening} {
		if sl != nil {
			sl.ends = s.deps.Clock.Now()
		}
	}
}

// hasBlock reports whether the block after the lane's last applied one is under way, or can
// be opened.
func (s *Sequencer) hasBlock(l *lane) bool {
	for _, sl := range append([]*slot{s.open, s.opening, s.sealing}, s.backlog...) {
		if sl != nil && sl.opens[l.cfg.ID] != nil && sl.opens[l.cfg.ID].Number == l.applied.Number+1 {
			return true
		}
	}
	if l.Source == nil || l.shard.Last().Number != l.applied.Number {
		return false
	}
	o, err := s.ask(l, s.numbers.lastTimestamp+1)
	return err == nil && o != nil && !s.isPast(o.inputs.Timestamp)
}

// isPast reports whether a later slot than one with this timestamp is under way. It is not
// ended for a chain that is late: others have their op-nodes' time for it.
func (s *Sequencer) isPast(timestamp uint64) bool {
	for _, sl := range []*slot{s.open, s.opening, s.sealing} {
		if sl != nil && sl.timestamp > timestamp {
			return true
		}
	}
	return false
}
