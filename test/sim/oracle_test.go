package sim

import (
	"context"
	"fmt"
	"sync"
	"time"

	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/ethereum/go-ethereum/common"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/journal"
	"github.com/ssequencer/ssequencer/signer"
)

// oracle judges a run by the nodes' chains, by what left the sequencer, and by the
// journal's refusals and revocations.
type oracle struct {
	sim *sim

	mu         sync.Mutex
	violations []string
	promises   []chains.Promise // that left, in order
	signed     map[position]common.Hash
	linked     map[chains.ChainID]bool // has a promise
	clients    []*client
	stuck      bool // no progress: what is undecided stays so

	// What judge found.
	included, relayed, refused, revoked int
	firstSteps                          int64
}

// position is what a promise is about.
type position struct {
	chain         chains.ChainID
	height, index uint64
}

// place is where a transaction was found.
type place struct {
	chain chains.ChainID
	block *block
	index int
}

func newOracle(s *sim) *oracle {
	return &oracle{sim: s, signed: map[position]common.Hash{}, linked: map[chains.ChainID]bool{}}
}

func (o *oracle) violated(format string, args ...any) {
	o.mu.Lock()
	defer o.mu.Unlock()
	v := fmt.Sprintf("%.6fs: ", time.Since(o.sim.start).Seconds()) + fmt.Sprintf(format, args...)
	o.violations = append(o.violations, v)
}

// promised hears promises that left. No position is signed twice with other content (P4).
func (o *oracle) promised(ps []chains.Promise) {
	for i := range ps {
		p := &ps[i]
		if who, err := signer.VerifyPromise(o.sim.world.domain, p); err != nil || who != o.sim.world.promiser.address {
			o.violated("a promise signed by %s: %v", who, err)
		}
		at := position{p.ChainID, p.Height, p.Index}
		o.mu.Lock()
		before, twice := o.signed[at]
		o.signed[at] = p.StructHash()
		first := !o.linked[p.ChainID]
		o.linked[p.ChainID] = true
		o.promises = append(o.promises, *p)
		o.mu.Unlock()
		if !first && !twice && p.Previous == (common.Hash{}) {
			o.violated("the promise of %+v names none before it", at)
		}
		if twice && before != p.StructHash() {
			o.violated("position %+v signed twice with different content", at)
		}
		o.sim.note("promise %d/%d/%d %s", p.ChainID, p.Height, p.Index, p.TxHash)
	}
}

// adopted hears of every adoption: what the sequencer has once adopted it never replaces.
func (o *oracle) adopted(n *node, b *block) error {
	if before, ok := n.adopted[b.number()]; ok && before != b.hash {
		o.violated("chain %d: block %d was adopted as %s and as %s", n.id, b.number(), before, b.hash)
	}
	n.adopted[b.number()] = b.hash
	return nil
}

// heard takes over what a client sent.
func (o *oracle) heard(c *client) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.clients = append(o.clients, c)
}

// settled waits until everything acknowledged has an end and the chains go on, which must
// be soon after the vices stopped.
func (o *oracle) settled(ctx context.Context) {
	for {
		open := o.unsettled()
		if open == "" {
			return
		}
		if time.Now().After(o.sim.calm.Add(settle)) {
			o.stuck = true
			if !o.sim.foreignHalt() {
				o.violated("no progress: %s", open)
			}
			return
		}
		if o.sim.line.sleep(ctx, 500*time.Millisecond) != nil {
			return
		}
	}
}

func (o *oracle) unsettled() string {
	now := time.Now()
	if now.Before(o.sim.calm) {
		return "the vices go on"
	}
	for _, id := range o.sim.world.ids {
		if at := int64(o.sim.nodes[id].top().header.Time); now.Unix()-at > 3 {
			return fmt.Sprintf("the head of chain %d is %d s old", id, now.Unix()-at)
		}
	}
	for _, c := range o.clients {
		for _, sub := range c.sent {
			if sub.acked && !c.onChain(sub) && (sub.open || sub.told.Refusal == nil) && now.Before(o.sim.calm.Add(maxWait+15*time.Second)) {
				return sub.what + " has no end"
			}
		}
	}
	return ""
}

// verdict is what judge works on.
type verdict struct {
	*oracle
	blocks   map[chains.ChainID][]*block // canonical, by number
	byTime   map[uint64]map[chains.ChainID]*block
	until    uint64 // timestamp up to which every chain has its block
	places   map[common.Hash]place
	refusals map[common.Hash]int      // by submission
	revoked  map[position]common.Hash // the transaction promised there
	head     map[chains.ChainID]chains.BlockRef
	applied  map[chains.ChainID]chains.BlockRef
}

// judge makes every check that needs the whole run. The sequencer has stopped.
func (o *oracle) judge(disk *vfs.MemFS) {
	v := &verdict{
		oracle: o, blocks: map[chains.ChainID][]*block{}, byTime: map[uint64]map[chains.ChainID]*block{}, places: map[common.Hash]place{},
		refusals: map[common.Hash]int{}, revoked: map[position]common.Hash{}, head: map[chains.ChainID]chains.BlockRef{}, applied: map[chains.ChainID]chains.BlockRef{},
	}
	v.readChains()
	if err := v.readJournal(disk); err != nil {
		o.violated("the journal cannot be read in the end: %v", err)
		return
	}
	if !v.sim.foreignHalt() {
		v.checkHeads()
	}
	v.checkPairs()
	v.checkMessages()
	v.checkSubmissions()
	v.checkPromises()
}

func (v *verdict) readChains() {
	v.until = ^uint64(0)
	for _, id := range v.sim.world.ids {
		head := v.sim.nodes[id].top()
		list := make([]*block, head.number()+1)
		for b := head; b != nil; b = b.parent {
			list[b.number()] = b
		}
		v.blocks[id] = list
		v.until = min(v.until, head.header.Time)
		for _, b := range list[2:] { // after the contracts
			at := b.header.Time
			if v.byTime[at] == nil {
				v.byTime[at] = map[chains.ChainID]*block{}
			}
			v.byTime[at][id] = b
			for i, tx := range b.txs {
				if tx.Sender() == v.sim.world.stranger.address && v.sim.foreignHalt() {
					v.until = min(v.until, at-1) // what was committed there waits for a person
				}
				if at, twice := v.places[tx.Hash()]; twice {
					v.violated("transaction %s is in block %d of chain %d and in block %d of chain %d", tx.Hash(), at.block.number(), at.chain, b.number(), id)
				}
				v.places[tx.Hash()] = place{id, b, i}
				v.included++
			}
		}
	}
}

func (v *verdict) readJournal(disk *vfs.MemFS) error {
	j, err := journal.Open(journal.Config{Dir: journalDir, FS: disk}, zap.NewNop())
	if err != nil {
		return err
	}
	err = j.Read(v.sim.forever, 1, func(_ journal.Seq, rec journal.Record) error {
		switch r := rec.(type) {
		case *journal.Refused:
			v.refusals[r.ID]++
			v.refused++
		case *journal.Revoked:
			if r.Cause == "" {
				v.violated("a revocation without a cause")
			}
			for _, p := range r.Positions {
				v.revoked[position{p.ChainID, p.Height, p.Index}] = p.TxHash
				v.oracle.revoked++
			}
		case *journal.Commit:
			for _, b := range r.Blocks {
				v.head[b.ChainID] = b.Ref
			}
		case *journal.Applied:
			for _, b := range r.Blocks {
				v.applied[b.ChainID] = b.Ref
			}
		}
		return nil
	})
	if cerr := j.Close(); err == nil {
		err = cerr
	}
	return err
}

// checkHeads: the nodes are where the journal says, but for a block committed and not
// adopted when the run was ended.
func (v *verdict) checkHeads() {
	for _, id := range v.sim.world.ids {
		top := v.sim.nodes[id].top()
		head := chains.BlockRef{Number: top.number(), Hash: top.hash}
		if head != v.head[id] && (head != v.applied[id] || v.head[id].Number != head.Number+1) {
			v.violated("chain %d: the node's head is %v, the journal's %v, applied %v", id, head, v.head[id], v.applied[id])
		}
	}
}

// checkPairs: in every superblock, both sides of every pair have the same count and root.
func (v *verdict) checkPairs() {
	for at, blocks := range v.byTime {
		if at > v.until || len(blocks) < len(v.sim.world.ids) {
			continue
		}
		for _, a := range v.sim.world.ids {
			for _, b := range v.sim.world.ids {
				if a == b {
					continue
				}
				sent := v.tree(blocks[a], a, bindings.TreeSlot(false, uint64(b), 1))
				received := v.tree(blocks[b], b, bindings.TreeSlot(true, uint64(a), 1))
				if sent != received {
					v.violated("superblock %d: %d sent %x to %d, which received %x", at, a, sent, b, received)
				}
			}
		}
	}
}

// tree reads count and root of a message tree after a block.
func (v *verdict) tree(b *block, id chains.ChainID, base common.Hash) (out [2]common.Hash) {
	store := v.sim.world.plan.RootStore
	values, err := v.sim.nodes[id].ledger.Storage(v.sim.forever, b.hash, []chains.StorageKey{{Address: store, Slot: base}, {Address: store, Slot: bindings.TreeRootSlot(base)}})
	if err != nil {
		v.violated("chain %d: %v", id, err)
		return out
	}
	return [2]common.Hash{values[0], values[1]}
}

// checkMessages: every message is relayed once, in the slot it was sent in, and succeeds.
func (v *verdict) checkMessages() {
	type event struct {
		at    uint64
		count int
	}
	sent, relayed := map[common.Hash]event{}, map[common.Hash]event{}
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
							sent[m.Hash(uint64(id))] = event{b.header.Time, sent[m.Hash(uint64(id))].count + 1}
						}
					case bindings.RelayedMessageTopic:
						if _, _, hash, err := bindings.DecodeRelayed(log); err == nil {
							relayed[hash] = event{b.header.Time, relayed[hash].count + 1}
						}
					case bindings.FailedRelayedMessageTopic:
						v.violated("chain %d, block %d: a relay failed", id, b.number())
					}
				}
			}
		}
	}
	v.relayed = len(relayed)
	for hash, s := range sent {
		r := relayed[hash]
		if s.at <= v.until && (s.count != 1 || r.count != 1 || r.at != s.at) {
			v.violated("message %s: sent %d times at %d, relayed %d times at %d", hash, s.count, s.at, r.count, r.at)
		}
	}
	for hash, r := range relayed {
		if _, known := sent[hash]; !known && r.at <= v.until {
			v.violated("message %s relayed at %d was never sent", hash, r.at)
		}
	}
}

// checkSubmissions: what was acknowledged is included once or refused on record, a bundle
// whole or not at all, and as its sender was told.
func (v *verdict) checkSubmissions() {
	for _, c := range v.clients {
		for _, sub := range c.sent {
			v.checkSubmission(sub)
		}
	}
}

func (v *verdict) checkSubmission(sub *submission) {
	found, at := 0, uint64(0)
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
	in := found == len(sub.txs)
	if found > 0 && !in && at <= v.until {
		v.violated("%s %s: %d of %d transactions included", sub.what, sub.id, found, len(sub.txs))
	}
	if sub.acked && !in && !v.stuck && v.refusals[sub.id] == 0 {
		v.violated("%s %s was acknowledged, and is neither included nor refused on record", sub.what, sub.id)
	}
	if sub.told.Refusal != nil && !sub.open && found > 0 {
		v.violated("%s %s was told %v, and is included at %d", sub.what, sub.id, sub.told.Refusal, at)
	}
	if r := sub.told.Refusal; r != nil && r.Code == chains.RefusedRelayFailed && sub.what != tooMuch && !v.excused() {
		v.violated("%s %s was told %v, though its relay can be made", sub.what, sub.id, r)
	}
	if sub.told.Refusal != nil && v.refusals[sub.id] == 0 {
		v.violated("%s %s was told %v, which is not on record", sub.what, sub.id, sub.told.Refusal)
	}
}

// checkPromises: each is kept, or revoked with a cause that is not ours.
func (v *verdict) checkPromises() {
	for i := range v.promises {
		p := &v.promises[i]
		if p.Timestamp >= v.until && (p.Timestamp > v.until || p.Height > v.head[p.ChainID].Number) {
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
	if v.oracle.revoked > 0 && !v.excused() {
		v.violated("%d promises revoked, though every node executes as it should", v.oracle.revoked)
	}
}

// excused reports whether a node had the shards or the chains otherwise than the rules say.
func (v *verdict) excused() bool {
	return v.sim.lied.Load() || v.sim.intruded.Load() || v.sim.plan.vices.bent > 0
}

func (v *verdict) sameReceipt(p *chains.Promise, at place) bool {
	r := at.block.receipts[at.index]
	return chains.ReceiptHash(r.Status, r.GasUsed, r.Logs) == p.ReceiptHash
}
