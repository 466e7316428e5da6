package sim

import (
	"bytes"
	"context"
	"fmt"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ssequencer/ssequencer/chains"
)

const (
	// maxGap is how long a chain may be without a new block while its node, the sequencer
	// and the disk do what they should, whatever happens to the other chains.
	maxGap = 10 * time.Second
	// aftermath is how long after a node's trouble its chain may still stand aside: the
	// pauses between the attempts to take it back grow up to a minute.
	aftermath = 75 * time.Second
	// shown is how soon a chain must be out of sight whose part of a group is missing.
	shown = time.Millisecond
)

// oracle judges a run by the nodes' chains, by what left the sequencer, and by the
// journal's records.
type oracle struct {
	sim *sim
	records

	mu         sync.Mutex
	violations []string
	promises   []chains.Promise // that left, in order
	signed     map[position]common.Hash
	linked     map[chains.ChainID]bool // has a promise
	clients    []*client
	stuck      bool // no progress: what is undecided stays so

	tally
}

// tally is what judge counts.
type tally struct {
	included, relayed int
	firstSteps        int64
}

// position is what a promise is about.
type position struct {
	chain         chains.ChainID
	height, index uint64
}

func newOracle(s *sim) *oracle {
	return &oracle{sim: s, records: newRecords(), signed: map[position]common.Hash{}, linked: map[chains.ChainID]bool{}}
}

func (o *oracle) violated(format string, args ...any) {
	o.mu.Lock()
	defer o.mu.Unlock()
	v := fmt.Sprintf("%.6fs: ", time.Since(o.sim.start).Seconds()) + fmt.Sprintf(format, args...)
	o.violations = append(o.violations, v)
}

// suffered reports whether something was wrong with any node at some time in between.
func (s *sim) suffered(from, to time.Time) bool {
	for _, id := range s.world.ids {
		if s.nodes[id].suffered(from, to) {
			return true
		}
	}
	return false
}

// divergent reports whether a node may execute otherwise than the shards, or say so.
func (s *sim) divergent() bool {
	return s.lied.Load() || s.plan.vices.bent > 0 || s.plan.vices.wrongRoot > 0
}

// promised hears promises that left. Each is on record durably by then, and no position is
// signed twice with other content (P4).
func (o *oracle) promised(l *life, ps []chains.Promise) {
	o.durable(l.journal.Durable())
	for i := range ps {
		p := &ps[i]
		hash := p.StructHash()
		if w := o.sim.world; !bytes.Equal(p.Signature, w.promiser.of(w.domain.Digest(hash))) {
			o.violated("the promise of %s has a wrong signature", p.TxHash)
		}
		if !o.recorded(hash) {
			o.violated("the promise of %s leaves, and its record is not durable", p.TxHash)
		}
		at := position{p.ChainID, p.Height, p.Index}
		o.mu.Lock()
		before, twice := o.signed[at]
		o.signed[at] = hash
		first := !o.linked[p.ChainID]
		o.linked[p.ChainID] = true
		o.promises = append(o.promises, *p)
		o.mu.Unlock()
		if !first && !twice && p.Previous == (common.Hash{}) {
			o.violated("the promise of %+v names none before it", at)
		}
		if twice && before != hash {
			o.violated("position %+v signed twice with different content", at)
		}
		o.sim.note("promise %d/%d/%d %s", p.ChainID, p.Height, p.Index, p.TxHash)
	}
}

// adopted hears of every adoption, before it: only what was committed durably is adopted,
// what the sequencer has once adopted it never replaces, of others it replaces slips only,
// and the next block comes in time.
func (o *oracle) adopted(n *node, l *life, b *block) {
	if b == n.top() && (o.sim.opnodes[n.id] != nil || n.ours == n.base) {
		return // what op-node has made its head, or was it before our first block
	}
	if head := n.told; n.adopted[head.number()] != head.hash && head.number() > o.lastCommitted(n.id)+slip {
		o.violated("chain %d: another writer's blocks up to %d are replaced, ours end at %d", n.id, head.number(), o.lastCommitted(n.id))
	}
	if before, ok := n.adopted[b.number()]; ok && before != b.hash && !o.lost(before) {
		o.violated("chain %d: block %d was adopted as %s and as %s", n.id, b.number(), before, b.hash)
	}
	if b.number() > 1 && !o.committed(b) {
		o.violated("chain %d: block %d is adopted, and its commit is not durable", n.id, b.number())
	}
	if n.ours == n.base && b.number() > n.base.number() { // before it, what somebody else has made is the chain as we found it
		n.base = b.parent
		for p := b.parent; n.adopted[p.number()] != p.hash; p = p.parent {
			n.adopted[p.number()] = p.hash
		}
	}
	n.adopted[b.number()] = b.hash
	if b.number() > n.ours.number() {
		o.checkGap(n, l)
		n.ours, n.adoptedAt = b, time.Now()
	}
}

// checkGap: one chain's trouble does not stop the others. Each new trouble may hold them up
// for the time in which a node is waited for.
func (o *oracle) checkGap(n *node, l *life) {
	now := time.Now()
	from := later(n.adoptedAt, l.readyAt)
	if source := o.sim.sources[n.id]; source != nil {
		from = later(from, source.starvedUntil(now))
	}
	if l.readyAt.IsZero() || now.Sub(from) <= maxGap || n.suffered(from.Add(-aftermath), now) || o.sim.divergent() || o.sim.blows(from.Add(-maxGap/2), now) > 2 {
		return
	}
	o.violated("chain %d: no block from %.3fs on, though nothing is wrong with its node", n.id, from.Sub(o.sim.start).Seconds())
}

// watch looks at what readers are shown: a chain whose part of an applied group is missing
// must be out of sight.
func (o *oracle) watch(l *life) {
	if l.readyAt.IsZero() {
		return // nobody is shown anything
	}
	for _, h := range o.halves() {
		if l.seq.Health(h.chain).Due < h.ref.Number && time.Since(h.seen) > shown {
			o.violated("%v is not adopted, the rest of its group is shown, and so is the chain", h.commit)
		}
	}
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
			o.violated("no progress: %s", open)
			return
		}
		if o.sim.line.sleep(ctx, 500*time.Millisecond) != nil {
			return
		}
	}
}

// lost reports whether a chain stays halted for good reason: because of another writer,
// because its node lacks more blocks than are kept, or because it called a good block
// invalid, which is tried again at the next start.
func (n *node) lost() bool {
	behind := n.ours.number() - min(n.ours.number(), n.top().number())
	if n.denies || n.sim.plan.depth > 0 && behind+1 >= uint64(n.sim.plan.depth) {
		return true
	}
	if !n.takenOver() {
		return false
	}
	slips := 0
	for _, in := range n.intrusions {
		if !in.slip() {
			return true
		}
		slips++
	}
	return slips > 1 || n.sim.plan.vices.stays && slips > 0
}

// waitsForLost reports whether a submission touches a chain that is lost.
func (s *sim) waitsForLost(sub *submission) bool {
	for _, tx := range sub.txs {
		if s.nodes[tx.ChainID()].lost() {
			return true
		}
	}
	return false
}

// reason is what the sequencer says is wrong with a chain.
func (s *sim) reason(id chains.ChainID) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.current == nil {
		return "the sequencer is not ready"
	}
	return s.current.seq.Health(id).Reason
}

func (o *oracle) unsettled() string {
	o.sim.instant.Lock()
	defer o.sim.instant.Unlock()
	now := time.Now()
	if now.Before(o.sim.calm) {
		return "the vices go on"
	}
	for _, id := range o.sim.world.ids {
		n := o.sim.nodes[id]
		if age := now.Sub(n.adoptedAt); age > 4*time.Second && !n.lost() {
			return fmt.Sprintf("chain %d has had no new block for %v: %s", id, age, o.sim.reason(id))
		}
		if from := o.sim.sources[id]; from != nil && !n.lost() && from.behind(n.top()) > 4*time.Second {
			return fmt.Sprintf("chain %d is %v behind: %s", id, from.behind(n.top()), o.sim.reason(id))
		}
		if o.sim.opnodes[id] != nil && !o.near(n.top(), o.lastRef(id)) {
			return fmt.Sprintf("blocks of op-node on chain %d are not taken in: %s", id, o.sim.reason(id))
		}
		if n.top().number() < n.ours.number() && !n.lost() {
			return fmt.Sprintf("chain %d has lost blocks: %s", id, o.sim.reason(id))
		}
		if n.takenOver() && !n.lost() {
			return fmt.Sprintf("the head of chain %d is another writer's: %s", id, o.sim.reason(id))
		}
	}
	for _, c := range o.clients {
		for _, sub := range c.sent {
			if sub.acked && !o.sim.waitsForLost(sub) && !o.isTorn(sub) && !c.onChain(sub) && (sub.open || sub.told.Refusal == nil) && now.Before(o.sim.calm.Add(maxWait+35*time.Second)) {
				return sub.what + " has no end"
			}
		}
	}
	return ""
}
