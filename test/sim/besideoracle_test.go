package sim

import (
	"slices"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/journal"
)

// besides is what the oracle knows of op-nodes and of blocks that are held. It is guarded by
// records.mu.
type besides struct {
	parents  map[common.Hash]common.Hash   // by block
	siblings map[common.Hash][]common.Hash // of the block's group, by block
	held     []heldGroup                   // durably, and neither recalled nor committed
	answers  map[common.Hash]common.Hash   // the sequencer's block that an op-node got, by parent
	own      map[common.Hash]bool          // blocks of op-nodes' nodes
	waived   map[common.Hash]bool          // parents on which an op-node was told that there is no block, and has not asked again
	late     map[common.Hash]bool          // parents on which an op-node may have a block that it has not shown since the service's start
	strayed  map[common.Hash]bool          // parents on which an op-node made a block behind the service's back
	torn     map[chains.ChainID]bool       // chains of groups that an op-node has torn
	tears    int
}

type heldGroup struct{ *journal.Held }

func (h heldGroup) same(slot uint64, group []chains.ChainID) bool {
	return h.Slot == slot && slices.Equal(h.Group, group)
}

func newBesides() besides {
	return besides{
		parents: map[common.Hash]common.Hash{}, siblings: map[common.Hash][]common.Hash{}, answers: map[common.Hash]common.Hash{},
		own: map[common.Hash]bool{}, waived: map[common.Hash]bool{}, strayed: map[common.Hash]bool{}, late: map[common.Hash]bool{}, torn: map[chains.ChainID]bool{},
	}
}

// excused reports whether a block of ours may be lost or never adopted: an op-node went
// elsewhere in the place of one of its group.
func (b *besides) excused(block common.Hash) bool {
	return slices.ContainsFunc(append([]common.Hash{block}, b.siblings[block]...), func(of common.Hash) bool {
		return b.strayed[b.parents[of]] || b.late[b.parents[of]]
	})
}

// answered hears that an op-node got a block. One of the sequencer's is committed by a crash
// from then on, and is the only one on its parent that an op-node is given.
func (o *oracle) answered(op *opnode, l *life, b *block, ours bool) {
	parent := b.parent.hash
	if !ours {
		o.waives(op, l, parent, b.hash)
	}
	o.durable(l.journal.Durable())
	o.records.mu.Lock()
	defer o.records.mu.Unlock()
	if before, twice := o.answers[parent]; twice && before != b.hash && !o.excused(before) {
		o.violated("op-node %d was given block %s on %s, and now %s (ours: %v)", op.id, before, parent, b.hash, ours)
	}
	switch {
	case !ours:
		o.own[b.hash] = true
	case !o.isHeld(b.hash) && o.commits[b.hash] == nil:
		o.violated("op-node %d is given block %d, and a crash would not commit it", op.id, b.number())
	default:
		o.answers[parent] = b.hash
	}
}

// waives hears that an op-node was told that there is no block: none of ours is committed on
// the parent before it asks again, not by a crash either.
// own is what its node built in its place, zero where op-node has ended the job.
func (o *oracle) waives(op *opnode, l *life, parent, own common.Hash) {
	o.durable(l.journal.Durable())
	o.records.mu.Lock()
	defer o.records.mu.Unlock()
	op.suffers(0)
	o.waived[parent] = true
	for _, h := range o.held {
		for _, b := range h.Blocks {
			if o.parents[b.Ref.Hash] == parent && b.Ref.Hash != own {
				o.violated("op-node %d is told that there is no block on %s, and a crash would commit one", op.id, parent)
			}
		}
	}
	for _, c := range o.commits {
		if o.parents[c.ref.Hash] == parent && c.ref.Hash != own && !o.own[c.ref.Hash] && !o.excused(c.ref.Hash) {
			o.violated("op-node %d is told that there is no block on %s, and block %s is committed there", op.id, parent, c.ref.Hash)
		}
	}
}

// asksAgain hears that an op-node asks for a block on a parent.
func (o *oracle) asksAgain(parent common.Hash) {
	o.records.mu.Lock()
	defer o.records.mu.Unlock()
	delete(o.waived, parent)
}

// unheard hears that an op-node has not asked for anything for a block time after the service's
// start: if it has a block of its own, it comes too late.
func (o *oracle) unheard(parent common.Hash) {
	o.records.mu.Lock()
	defer o.records.mu.Unlock()
	if o.waived[parent] {
		o.late[parent] = true
		delete(o.waived, parent)
	}
}

// committing: a held group is not committed at a start where an op-node has made another block in
// the place of one of its blocks meanwhile, and no node has any of them; where a node does not answer
// that is not known.
func (o *oracle) committing(r *journal.Commit) {
	gone, now := false, time.Now()
	for _, b := range r.Blocks {
		if o.sim.nodes[b.ChainID].suffered(now.Add(-100*time.Millisecond), now) {
			return
		}
		if o.sim.nodes[b.ChainID].adopted[b.Ref.Number] == b.Ref.Hash {
			return
		}
		gone = gone || o.strayed[o.parents[b.Ref.Hash]]
	}
	if gone {
		o.violated("blocks %v are committed, though an op-node had made another one in the place of one of them", r.Blocks)
	}
}

// strays hears that an op-node has made a block behind the service's back.
func (o *oracle) strays(op *opnode, b *block) {
	o.records.mu.Lock()
	o.own[b.hash], o.strayed[b.parent.hash] = true, true
	o.records.mu.Unlock()
	o.follows(op.node, nil, b)
}

// follows hears that an op-node makes a block its node's head. One of ours that is there is
// not replaced.
func (o *oracle) follows(n *node, l *life, b *block) {
	o.records.mu.Lock()
	before, there := n.adopted[b.number()]
	if there && before != b.hash && !o.own[before] && !o.excused(before) {
		o.violated("chain %d: block %d of ours, %s, is replaced by %s, though op-node did not go elsewhere", n.id, b.number(), before, b.hash)
	}
	o.records.mu.Unlock()
	for number := b.number() + 1; n.adopted[number] != (common.Hash{}); number++ {
		delete(n.adopted, number)
	}
	n.adopted[b.number()] = b.hash
	if of := !o.isOwn(b); of && l != nil && b.number() > n.ours.number() {
		o.checkGap(n, l)
		n.adoptedAt = time.Now()
	}
	n.ours = b
}

// isOwn reports whether a block is the node's own, and not one that the sequencer has made as
// well.
func (o *oracle) isOwn(b *block) bool {
	o.records.mu.Lock()
	defer o.records.mu.Unlock()
	return o.own[b.hash] && o.answers[b.parent.hash] != b.hash
}

// isTorn reports whether a submission touches a chain of which an op-node has replaced blocks:
// what becomes of it is up to the repair.
func (o *oracle) isTorn(sub *submission) bool {
	o.records.mu.Lock()
	defer o.records.mu.Unlock()
	return slices.ContainsFunc(sub.txs, func(tx *chains.Tx) bool { return o.torn[tx.ChainID()] }) || len(o.torn) > 0 && len(sub.txs) == 1
}

// near reports whether the head that an op-node has made is so near to what is committed last
// as it may be when the run is ended.
func (o *oracle) near(head *block, last chains.BlockRef) bool {
	o.records.mu.Lock()
	parent := o.parents[last.Hash]
	o.records.mu.Unlock()
	for range 4 { // the last ones may not be taken in yet
		if head == nil {
			return false
		}
		if head.hash == last.Hash || parent == head.hash {
			return true
		}
		head = head.parent
	}
	return false
}

// lost reports whether a block may be replaced.
func (o *oracle) lost(block common.Hash) bool {
	o.records.mu.Lock()
	defer o.records.mu.Unlock()
	return o.own[block] || o.excused(block)
}

// takePrepared remembers what blocks are built on, and with.
func (o *oracle) takePrepared(r *journal.Prepared) {
	var all []common.Hash
	for i := range r.Payloads {
		all = append(all, r.Payloads[i].Hash)
	}
	for i := range r.Payloads {
		p := &r.Payloads[i]
		o.parents[p.Hash], o.siblings[p.Hash] = p.ParentHash, all
	}
}

// takeRecalled: what an op-node was given is not recalled, unless another one of the group went elsewhere; then
// that block may be used alone.
func (o *oracle) takeRecalled(r *journal.Recalled) {
	for _, h := range o.held {
		if !h.same(r.Slot, r.Group) {
			continue
		}
		for _, b := range h.Blocks {
			switch given := o.answers[o.parents[b.Ref.Hash]] == b.Ref.Hash; {
			case given && !o.excused(b.Ref.Hash):
				o.violated("chain %d: block %d is recalled, and op-node was given it", b.ChainID, b.Ref.Number)
			case given:
				o.tear(h.Group)
			}
		}
	}
	o.endHold(r.Slot, r.Group)
}

// tear notes that an op-node has torn a group.
func (o *oracle) tear(group []chains.ChainID) {
	for _, id := range group {
		o.torn[id] = true
	}
}

func (o *oracle) endHold(slot uint64, group []chains.ChainID) {
	o.held = slices.DeleteFunc(o.held, func(h heldGroup) bool { return h.same(slot, group) })
}

// isHeld reports whether a crash commits a block.
func (b *besides) isHeld(block common.Hash) bool {
	return slices.ContainsFunc(b.held, func(h heldGroup) bool {
		return slices.ContainsFunc(h.Blocks, func(c journal.CommittedBlock) bool { return c.Ref.Hash == block })
	})
}

// takeReplaced: a committed block is lost where an op-node went elsewhere, only.
func (o *oracle) takeReplaced(r *journal.Replaced) {
	o.last[r.ChainID] = &commit{chain: r.ChainID, ref: r.Kept}
	for _, lost := range r.Lost {
		if !o.excused(lost.Hash) {
			o.violated("chain %d: block %d is lost, though no op-node went elsewhere: %s", r.ChainID, lost.Number, r.Cause)
		}
		o.tears++
		o.torn[r.ChainID] = true
	}
}
