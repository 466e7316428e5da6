package sim

import (
	"fmt"
	"slices"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/journal"
)

// records are what the oracle takes from the journal: refusals, revocations, and what was
// durable when. It hears of each record when it becomes durable, and at the start of a life
// of those that turned out to be.
type records struct {
	mu       sync.Mutex
	waiting  []numbered // appended in this life and not durable yet
	read     journal.Seq
	admitted map[common.Hash]bool     // submissions
	refusals map[common.Hash]refusal  // the last, by submission
	revoked  map[position]common.Hash // the transaction promised there
	promised map[common.Hash]bool     // hashes of the promises in decisions
	commits  map[common.Hash]*commit  // by block
	last     map[chains.ChainID]*commit
	applied  map[chains.ChainID]chains.BlockRef
	prepared map[common.Hash][]common.Hash // transactions, by block
	standing map[common.Hash]bool          // transactions in committed blocks
	half     []half
	refused  int
	besides
}

type refusal struct {
	*chains.Refusal
	at time.Time
}

type numbered struct {
	seq journal.Seq
	rec journal.Record
}

// commit is a block's commit point.
type commit struct {
	chain   chains.ChainID
	ref     chains.BlockRef
	slot    uint64
	group   []*commit
	applied bool
}

func newRecords() records {
	return records{
		admitted: map[common.Hash]bool{}, refusals: map[common.Hash]refusal{}, revoked: map[position]common.Hash{}, promised: map[common.Hash]bool{},
		commits: map[common.Hash]*commit{}, last: map[chains.ChainID]*commit{}, applied: map[chains.ChainID]chains.BlockRef{},
		prepared: map[common.Hash][]common.Hash{}, standing: map[common.Hash]bool{}, besides: newBesides(),
	}
}

// append is the journal's, heard.
func (o *oracle) append(j *journal.Journal, recs []journal.Record) (journal.Seq, error) {
	o.records.mu.Lock()
	defer o.records.mu.Unlock()
	seq, err := j.Append(recs...)
	if err == nil {
		for i, rec := range recs {
			o.waiting = append(o.waiting, numbered{seq - journal.Seq(len(recs)-1-i), rec})
			switch r := rec.(type) {
			case *journal.Applied:
				o.show(r)
			case *journal.Commit:
				o.committing(r)
			case *journal.Replaced: // what is lost is not missing
				for _, lost := range r.Lost {
					if c := o.commits[lost.Hash]; c != nil {
						c.applied = true
					}
				}
			}
		}
	}
	return seq, err
}

// durable hears up to where records are durable.
func (o *oracle) durable(upto journal.Seq) {
	o.records.mu.Lock()
	defer o.records.mu.Unlock()
	for len(o.waiting) > 0 && o.waiting[0].seq <= upto {
		o.take(o.waiting[0].seq, o.waiting[0].rec)
		o.waiting = o.waiting[1:]
	}
}

// begins hears which of the last life's records a new life finds on its disk.
func (o *oracle) begins(l *life) error {
	o.records.mu.Lock()
	defer o.records.mu.Unlock()
	o.waiting = nil
	if found := l.journal.Durable(); found < o.read {
		o.violated("life %d finds %d records, %d were durable", l.number, found, o.read)
	}
	return l.journal.Read(l.ctx, o.read+1, func(seq journal.Seq, rec journal.Record) error {
		o.take(seq, rec)
		return nil
	})
}

func (o *oracle) take(seq journal.Seq, rec journal.Record) {
	if seq != o.read+1 {
		o.violated("record %d follows record %d", seq, o.read)
	}
	o.read = seq
	switch r := rec.(type) {
	case *journal.Admitted:
		o.admitted[r.ID] = true
	case *journal.Refused:
		o.refusals[r.ID] = refusal{&r.Refusal, time.Now()}
		o.refused++
	case *journal.Decided:
		for i := range r.Promises {
			o.records.promised[r.Promises[i].StructHash()] = true
		}
	case *journal.Revoked:
		o.takeRevoked(r)
	case *journal.Prepared:
		for i := range r.Payloads {
			o.prepared[r.Payloads[i].Hash] = hashes(r.Payloads[i].Transactions)
		}
		o.takePrepared(r)
	case *journal.Held:
		o.held = append(o.held, heldGroup{r})
	case *journal.Recalled:
		o.takeRecalled(r)
	case *journal.Replaced:
		o.takeReplaced(r)
	case *journal.Commit:
		o.takeCommit(r)
	case *journal.Applied:
		o.takeApplied(r)
	}
}

// takeRevoked: nothing is revoked without a cause, and none while nothing is wrong.
func (o *oracle) takeRevoked(r *journal.Revoked) {
	if r.Cause == "" || len(r.Positions) == 0 {
		o.violated("a revocation of %d promises, the cause being %q", len(r.Positions), r.Cause)
	}
	for _, p := range r.Positions {
		o.revoked[position{p.ChainID, p.Height, p.Index}] = p.TxHash
	}
	if now := time.Now(); !o.sim.divergent() && !o.sim.suffered(now.Add(-aftermath), now) {
		o.violated("promises are revoked while every node does as it should: %s", r.Cause)
	}
}

func (o *oracle) takeCommit(r *journal.Commit) {
	o.endHold(r.Slot, r.Group)
	group := make([]*commit, len(r.Blocks))
	for i, b := range r.Blocks {
		c := &commit{chain: b.ChainID, ref: b.Ref, slot: r.Slot, group: group}
		if last := o.last[b.ChainID]; last != nil && b.Ref.Number != last.ref.Number+1 {
			o.violated("chain %d: block %d is committed after block %d", b.ChainID, b.Ref.Number, last.ref.Number)
		}
		if parent := o.parents[b.Ref.Hash]; o.waived[parent] && !o.own[b.Ref.Hash] {
			o.violated("chain %d: block %d is committed, and op-node was told that there is none on its parent", b.ChainID, b.Ref.Number)
		}
		group[i], o.commits[b.Ref.Hash], o.last[b.ChainID] = c, c, c
		for _, tx := range o.prepared[b.Ref.Hash] {
			o.standing[tx] = true
		}
	}
}

func hashes(raws [][]byte) []common.Hash {
	out := make([]common.Hash, len(raws))
	for i, raw := range raws {
		out[i] = crypto.Keccak256Hash(raw)
	}
	return out
}

// knows is what a history of the journal would say: all of it is in committed blocks.
func (o *oracle) knows(sub *submission) bool {
	o.records.mu.Lock()
	defer o.records.mu.Unlock()
	for _, tx := range sub.txs {
		if !o.standing[tx.Hash()] {
			return false
		}
	}
	return true
}

// takeApplied: what readers are shown was committed. Where part of a group cannot be shown,
// its chain must be out of sight soon.
func (o *oracle) takeApplied(r *journal.Applied) {
	for _, b := range r.Blocks {
		c := o.commits[b.Ref.Hash]
		if c == nil {
			o.violated("chain %d: block %d is applied and was not committed", b.ChainID, b.Ref.Number)
			continue
		}
		o.applied[b.ChainID] = b.Ref
	}
	o.show(r)
	for _, b := range r.Blocks {
		if c := o.commits[b.Ref.Hash]; c != nil {
			for _, other := range c.group {
				if !other.applied {
					o.half = append(o.half, half{other, time.Now()})
				}
			}
		}
	}
}

// show notes that blocks are not missing any more: their nodes have adopted them.
func (o *oracle) show(r *journal.Applied) {
	for _, b := range r.Blocks {
		if o.sim.nodes[b.ChainID].adopted[b.Ref.Number] != b.Ref.Hash {
			o.violated("chain %d: block %d is called applied, and is not adopted", b.ChainID, b.Ref.Number)
		}
		if c := o.commits[b.Ref.Hash]; c != nil {
			c.applied = true
		}
	}
}

func (c *commit) String() string { return fmt.Sprintf("block %d of chain %d", c.ref.Number, c.chain) }

// refusal returns what a history of the journal would say of a submission.
func (o *oracle) refusal(id common.Hash) *chains.Refusal {
	o.records.mu.Lock()
	defer o.records.mu.Unlock()
	return o.refusals[id].Refusal
}

// acknowledged hears that a client was told of its submission, as new or as known. It is on
// record durably by then.
func (o *oracle) acknowledged(l *life, sub *submission) {
	if !l.dead.Load() { // else what it goes on to write is on no disk
		o.durable(l.journal.Durable())
	}
	o.records.mu.Lock()
	defer o.records.mu.Unlock()
	if !o.admitted[sub.id] {
		o.violated("%s %s is acknowledged, and its admission is not durable", sub.what, sub.id)
	}
}

// half is a block that is missing in a group of which readers are shown the rest.
type half struct {
	*commit
	seen time.Time
}

// halves returns what is missing now.
func (o *oracle) halves() []half {
	o.records.mu.Lock()
	defer o.records.mu.Unlock()
	o.half = slices.DeleteFunc(o.half, func(h half) bool { return h.applied })
	return slices.Clone(o.half)
}

// lastCommitted returns the number of a chain's last committed block, at least that of
// the contracts.
func (o *oracle) lastCommitted(id chains.ChainID) uint64 {
	o.records.mu.Lock()
	defer o.records.mu.Unlock()
	if c := o.last[id]; c != nil {
		return c.ref.Number
	}
	return 1
}

// lastRef returns a chain's last committed block, zero where there is none.
func (o *oracle) lastRef(id chains.ChainID) chains.BlockRef {
	o.records.mu.Lock()
	defer o.records.mu.Unlock()
	if c := o.last[id]; c != nil {
		return c.ref
	}
	return chains.BlockRef{}
}

// committed reports whether a block's commit is durable.
func (o *oracle) committed(b *block) bool {
	o.records.mu.Lock()
	defer o.records.mu.Unlock()
	return o.commits[b.hash] != nil
}

// recorded reports whether a promise with this hash is durable.
func (o *oracle) recorded(promise common.Hash) bool {
	o.records.mu.Lock()
	defer o.records.mu.Unlock()
	return o.records.promised[promise]
}
