package sim

import (
	"maps"
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/contracts/bindings"
)

// place is where a transaction was found.
type place struct {
	chain chains.ChainID
	block *block
	index int
}

// verdict is what judge works on.
type verdict struct {
	*oracle
	blocks map[chains.ChainID][]*block // of the chain up to its last block of ours, by number
	times  []uint64                    // of all blocks, ascending
	places map[common.Hash]place
}

// judge makes every check that needs the whole run. The sequencer has stopped.
func (o *oracle) judge() {
	v := &verdict{oracle: o, blocks: map[chains.ChainID][]*block{}, places: map[common.Hash]place{}}
	v.readChains()
	v.checkHeads()
	v.checkPairs()
	v.checkMessages()
	v.checkSubmissions()
	v.checkPromises()
}

// top is the last block of ours on a chain.
func (v *verdict) top(id chains.ChainID) *block {
	list := v.blocks[id]
	return list[len(list)-1]
}

// pending reports whether a chain's block of the slot is committed and not adopted: the run
// was ended in between, or its node is another's now.
func (v *verdict) pending(id chains.ChainID, slot uint64) bool {
	c := v.last[id]
	return c != nil && c.ref.Number > v.top(id).number() && c.slot == slot
}

// reached reports whether a chain has its last word on a slot.
func (v *verdict) reached(id chains.ChainID, slot uint64) bool { return slot <= v.top(id).header.Time }

func (v *verdict) readChains() {
	times := map[uint64]bool{}
	for _, id := range v.sim.world.ids {
		n := v.sim.nodes[id]
		top := n.top()
		if n.takenOver() || top.number() < n.ours.number() {
			top = n.ours
		}
		list := make([]*block, top.number()+1)
		for b := top; b != nil; b = b.parent {
			list[b.number()] = b
		}
		v.blocks[id] = list
		for _, b := range list[2:] { // after the contracts
			times[b.header.Time] = true
			for i, tx := range b.txs {
				if at, twice := v.places[tx.Hash()]; twice {
					v.violated("transaction %s is in block %d of chain %d and in block %d of chain %d", tx.Hash(), at.block.number(), at.chain, b.number(), id)
				}
				if b.number() > n.base.number() && tx.Sender() == v.sim.world.stranger.address {
					v.violated("chain %d, block %d: another writer's transaction", id, b.number())
				}
				v.places[tx.Hash()] = place{id, b, i}
				v.included++
			}
		}
	}
	v.times = slices.Sorted(maps.Keys(times))
}

// checkHeads: the nodes are where the journal says, but for a block committed and not
// adopted when the run was ended. Another writer's slips are mended.
func (v *verdict) checkHeads() {
	for _, id := range v.sim.world.ids {
		n := v.sim.nodes[id]
		if n.takenOver() {
			if !n.lost() && !v.stuck {
				v.violated("chain %d: the node's head is another writer's: %v", id, n.intrusions)
			}
			continue
		}
		c := v.last[id]
		if c == nil {
			continue // the end came before the first block
		}
		head := chains.BlockRef{Number: n.top().number(), Hash: n.top().hash}
		if n.lost() && (n.top() == n.ours || n.top().above(n.ours)) {
			continue // it does not take what it lacks
		}
		if v.sim.opnodes[id] != nil && v.near(n.top(), c.ref) {
			continue
		}
		if head != c.ref && (head != v.applied[id] || c.ref.Number != head.Number+1) {
			v.violated("chain %d: the node's head is %v, the journal's %v, applied %v", id, head, c.ref, v.applied[id])
		}
	}
}

// checkPairs: after every slot both sides of every pair have the same count and root.
func (v *verdict) checkPairs() {
	at := map[chains.ChainID]*block{}
	for _, slot := range v.times {
		for _, id := range v.sim.world.ids {
			i, found := slices.BinarySearchFunc(v.blocks[id], slot, func(b *block, slot uint64) int { return int(int64(b.header.Time) - int64(slot)) })
			if !found {
				i--
			}
			at[id] = v.blocks[id][i]
		}
		for _, a := range v.sim.world.ids {
			for _, b := range v.sim.world.ids {
				if a == b || !v.reached(a, slot) || !v.reached(b, slot) || v.torn[a] || v.torn[b] {
					continue
				}
				sent := v.tree(at[a], a, bindings.TreeSlot(false, uint64(b), 1))
				received := v.tree(at[b], b, bindings.TreeSlot(true, uint64(a), 1))
				if sent != received {
					v.violated("slot %d: %d sent %x to %d, which received %x", slot, a, sent, b, received)
				}
			}
		}
	}
}

// tree reads count and root of a message tree after a block.
func (v *verdict) tree(b *block, id chains.ChainID, base common.Hash) [2]common.Hash {
	store := v.sim.world.plan.RootStore
	return [2]common.Hash{
		b.slot(chains.StorageKey{Address: store, Slot: base}),
		b.slot(chains.StorageKey{Address: store, Slot: bindings.TreeRootSlot(base)}),
	}
}

// event is a message's sending or relay.
type event struct {
	chain, other chains.ChainID
	at           uint64
	count        int
}

// checkMessages: every message is relayed once, in the slot it was sent in, and succeeds.
func (v *verdict) checkMessages() {
	sent, relayed := v.readMessages()
	v.relayed = len(relayed)
	for hash, s := range sent {
		r := relayed[hash]
		if v.torn[s.chain] || v.torn[s.other] { // completed as far as it can be
			continue
		}
		if !v.reached(s.other, s.at) {
			if !v.pending(s.other, s.at) {
				v.violated("message %s: sent at %d to chain %d, which has no block for it", hash, s.at, s.other)
			}
			continue
		}
		if s.count != 1 || r.count != 1 || r.at != s.at {
			v.violated("message %s: sent %d times at %d, relayed %d times at %d", hash, s.count, s.at, r.count, r.at)
		}
	}
	for hash, r := range relayed {
		if _, known := sent[hash]; !known && !v.pending(r.other, r.at) && !v.torn[r.chain] && !v.torn[r.other] {
			v.violated("message %s relayed at %d was never sent", hash, r.at)
		}
	}
}

func (v *verdict) readMessages() (sent, relayed map[common.Hash]event) {
	sent, relayed = map[common.Hash]event{}, map[common.Hash]event{}
	for _, id := range v.sim.world.ids {
		for _, b := range v.blocks[id][2:] {
			for _, receipt := range b.receipts {
				for _, log := range receipt.Logs {
					if log.Address != v.sim.world.plan.Messenger {
						continue
					}
					switch log.Topics[0] {
					case bindings.SentMessageTopic:
						if m, err := bindings.DecodeSentMessage(log); err == nil {
							hash := m.Hash(uint64(id))
							sent[hash] = event{id, chains.ChainID(m.Destination), b.header.Time, sent[hash].count + 1}
						}
					case bindings.RelayedMessageTopic:
						if source, _, hash, err := bindings.DecodeRelayed(log); err == nil {
							relayed[hash] = event{id, chains.ChainID(source), b.header.Time, relayed[hash].count + 1}
						}
					case bindings.FailedRelayedMessageTopic:
						if v.tears > 0 { // what is owed is received, whatever becomes of it
							continue
						}
						v.violated("chain %d, block %d: a relay failed", id, b.number())
					}
				}
			}
		}
	}
	return sent, relayed
}

// checkSubmissions: what was acknowledged is included once or refused on record, a bundle
// whole or not at all, and as its sender was told.
func (v *verdict) checkSubmissions() {
	for _, c := range v.clients {
		for _, sub := range c.sent {
			v.checkSubmission(sub)
			v.checkRefusal(sub)
		}
	}
}

func (v *verdict) checkSubmission(sub *submission) {
	if v.isTorn(sub) {
		return
	}
	found, at, waits := 0, uint64(0), false
	for _, tx := range sub.txs {
		p, ok := v.places[tx.Hash()]
		if !ok {
			continue
		}
		if found > 0 && p.block.header.Time != at {
			v.violated("%s %s: in two slots", sub.what, sub.id)
		}
		found, at = found+1, p.block.header.Time
	}
	for _, tx := range sub.txs {
		waits = waits || found > 0 && v.pending(tx.ChainID(), at)
	}
	in := found == len(sub.txs)
	if found > 0 && !in && !waits {
		v.violated("%s %s: %d of %d transactions included", sub.what, sub.id, found, len(sub.txs))
	}
	if sub.acked && !in && !waits && !v.stuck && v.refusals[sub.id].Refusal == nil && !v.sim.waitsForLost(sub) {
		v.violated("%s %s was acknowledged, and is neither included nor refused on record", sub.what, sub.id)
	}
	if sub.told.Refusal != nil && !sub.open && found > 0 {
		v.violated("%s %s was told %v, and is included at %d", sub.what, sub.id, sub.told.Refusal, at)
	}
}

// checkRefusal: what is refused is on record, and there is a reason for it.
func (v *verdict) checkRefusal(sub *submission) {
	r := sub.told.Refusal
	if r == nil {
		return
	}
	on := v.refusals[sub.id]
	if on.Refusal == nil {
		v.violated("%s %s was told %v, which is not on record", sub.what, sub.id, r)
	}
	n := v.sim.nodes[r.ChainID]
	if v.isTorn(sub) {
		return
	}
	switch {
	case r.Code == chains.RefusedRelayFailed && sub.what != tooMuch && !v.sim.divergent():
		v.violated("%s %s was told %v, though its relay can be made", sub.what, sub.id, r)
	case r.Code == chains.RefusedChainUnavailable && !n.suffered(on.at.Add(-aftermath), on.at) && !n.takenOver():
		v.violated("%s %s was told %v, though nothing is wrong with the node", sub.what, sub.id, r)
	case r.Code == chains.RefusedDiverged && !v.sim.divergent():
		v.violated("%s %s was told %v, though every node executes as it should", sub.what, sub.id, r)
	}
}

// checkPromises: each is kept, or revoked with a cause.
func (v *verdict) checkPromises() {
	for i := range v.promises {
		p := &v.promises[i]
		if p.Height > v.top(p.ChainID).number() {
			continue // its block is not adopted yet
		}
		at, ok := v.places[p.TxHash]
		if ok && at.chain == p.ChainID && at.block.number() == p.Height && uint64(at.index) == p.Index && v.sameReceipt(p, at) {
			continue
		}
		if v.revoked[position{p.ChainID, p.Height, p.Index}] != p.TxHash {
			v.violated("the promise of %s at %d/%d/%d is neither kept nor revoked", p.TxHash, p.ChainID, p.Height, p.Index)
		}
	}
}

func (v *verdict) sameReceipt(p *chains.Promise, at place) bool {
	r := at.block.receipts[at.index]
	return chains.ReceiptHash(r.Status, r.GasUsed, r.Logs) == p.ReceiptHash
}
