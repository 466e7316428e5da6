package proxy

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ssequencer/ssequencer/chains"
)

// maxSlots is how many of the last blocks that op-node asked for are remembered.
const maxSlots = 16

// payloadID is what op-node is told to ask for a block with.
type payloadID [8]byte

// ourID is the first byte of the proxy's own ids. Those of nodes begin with the small
// version of the Engine API's method.
const ourID = 0x5e

// newPayloadID returns the id of a block on a parent. It does not depend on what else
// op-node asks for, so that it is known again after a restart.
func newPayloadID(parent common.Hash, timestamp uint64) (id payloadID) {
	hash := crypto.Keccak256([]byte("ssequencer/payload"), parent[:], binary.BigEndian.AppendUint64(nil, timestamp))
	copy(id[:], hash)
	id[0] = ourID
	return id
}

func (id payloadID) raw() json.RawMessage { return json.RawMessage(`"` + hexutil.Encode(id[:]) + `"`) }

func parsePayloadID(raw json.RawMessage) (id payloadID, ok bool) {
	var text hexutil.Bytes
	if json.Unmarshal(raw, &text) != nil || len(text) != len(id) {
		return id, false
	}
	return payloadID(text), true
}

// slot is one block that op-node asks for. Its fields are guarded by Proxy.mu.
type slot struct {
	id        payloadID
	parent    common.Hash
	timestamp uint64
	inputs    *chains.Inputs // offered to the sequencer, nil where they are not any more
	message   []byte         // op-node's forkchoiceUpdated with the attributes
	rehearsal *chains.Inputs // of a dry run: the node builds, under its own id

	working   chan struct{} // closed when the answer that is being worked out is there, or is not to be had
	answer    json.RawMessage
	prepared  *chains.Payload // what the sequencer has built, and may commit
	committed bool            // prepared is committed
	moved     chan struct{}   // closed when op-node has made the block the node's head, or has gone elsewhere
	adopted   bool            // op-node has made it the node's head
}

// fixed reports whether op-node must get what is being decided about this block, whatever
// else it asks for on the same parent (O2).
func (s *slot) fixed() bool { return s.committed || s.working != nil }

func (s *slot) move(adopted bool) {
	s.adopted = s.adopted || adopted
	if !s.hasMoved() {
		close(s.moved)
	}
}

func (s *slot) hasMoved() bool {
	select {
	case <-s.moved:
		return true
	default:
		return false
	}
}

func (p *Proxy) onParent(parent common.Hash) *slot {
	for _, s := range slices.Backward(p.slots) {
		if s.parent == parent && s.rehearsal == nil {
			return s
		}
	}
	return nil
}

func (p *Proxy) withID(id payloadID) *slot {
	for _, s := range slices.Backward(p.slots) {
		if s.id == id {
			return s
		}
	}
	return nil
}

// hold keeps what op-node asks for, in the place of what it asked for on the same parent
// before, and offers it to the sequencer.
func (p *Proxy) hold(s *slot) payloadID {
	p.mu.Lock()
	defer p.mu.Unlock()
	s.moved = make(chan struct{})
	if s.rehearsal == nil { // it will not ask for the node's own any more
		p.said.passed = common.Hash{}
	}
	if old := p.onParent(s.parent); old != nil && s.rehearsal == nil {
		if old.fixed() || (old.answer == nil && old.inputs != nil && reflect.DeepEqual(old.inputs, s.inputs)) {
			return old.id
		}
		p.forget(old)
	}
	p.slots = append(p.slots, s)
	if len(p.slots) > maxSlots {
		p.slots[0].move(false)
		p.slots = slices.Delete(p.slots, 0, 1)
	}
	p.wake()
	return s.id
}

// forget lets go of a slot. Whoever waits for its block to be adopted is told.
func (p *Proxy) forget(s *slot) {
	s.inputs = nil
	s.move(false)
	p.slots = slices.DeleteFunc(p.slots, func(other *slot) bool { return other == s })
}

// withdraw takes the offer of a slot back.
func (p *Proxy) withdraw(s *slot) {
	p.mu.Lock()
	s.inputs = nil
	p.mu.Unlock()
	p.wake()
}

// headIs notes that op-node has made a block the node's head.
func (p *Proxy) headIs(head common.Hash) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if head == p.said.head {
		return
	}
	if p.said.head == (common.Hash{}) {
		close(p.said.heard)
	}
	p.said.head, p.said.passed, p.signs.moved = head, common.Hash{}, time.Now()
	for _, s := range slices.Clone(p.slots) {
		switch {
		case s.prepared != nil && s.prepared.Hash == head:
			s.move(true)
		case s.parent != head && !s.fixed() && s.answer == nil:
			p.forget(s) // op-node builds on another block now
		case s.parent == head && s.adopted:
			p.forget(s) // op-node has gone back to before it: what it asks for next is a new question
		case s.parent != head:
			s.move(false)
		}
	}
	p.wake()
}

// Head returns the block that op-node has made the node's head last, zero where it has made
// none yet.
func (p *Proxy) Head() common.Hash {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.said.head
}

// Next returns what the block on a parent is to be made of, as op-node wants it: the same
// value for the same wish. chains.ErrNotYet says that op-node wants none that could be
// filled. Only the parent's hash is looked at. A block whose L1 origin is not safe enough is to
// stay alone (O6).
func (p *Proxy) Next(parent *chains.Parent, _ uint64) (*chains.Inputs, error) {
	if parent.Hash == (common.Hash{}) || p.Mode() != Enabled {
		return nil, chains.ErrNotYet
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	s := p.onParent(parent.Hash)
	if s == nil || s.inputs == nil {
		return nil, chains.ErrNotYet
	}
	if why := p.unsafe(s.inputs.L1Origin); why != "" {
		alone := *s.inputs
		alone.Alone = why
		return &alone, nil
	}
	return s.inputs, nil
}

// unsafe is rule O6: why a block of this L1 origin must not be joined to others, since it may
// vanish; empty where it may be joined.
func (p *Proxy) unsafe(origin chains.BlockRef) string {
	if p.deps.L1 == nil {
		return ""
	}
	depth, there := p.deps.L1.Depth(origin)
	switch {
	case !there:
		return fmt.Sprintf("L1 origin not safe: L1 block %d %s is not in our view of the L1", origin.Number, origin.Hash)
	case depth < p.cfg.MinOriginDepth:
		return fmt.Sprintf("L1 origin not safe: L1 block %d has %d blocks on top of it, not %d", origin.Number, depth, p.cfg.MinOriginDepth)
	}
	return ""
}
