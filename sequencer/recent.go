package sequencer

import "github.com/ethereum/go-ethereum/common"

// recentSlots is for how many slots, at least, a decided submission is still known to
// the slot loop. Older ones are found in the history.
const recentSlots = 64

// recentTickets bounds each of the two generations, whose tickets hold whole bundles. In
// busy slots less than recentSlots is remembered.
const recentTickets = 1 << 15

// recent remembers the tickets of what was decided lately, so that a transaction sent
// twice is not taken for a new one with a used nonce. It belongs to the slot loop.
type recent struct {
	young, old map[common.Hash]*Ticket
	slots      int
}

// put remembers a decided item by its id and by each of its transactions: a member of a
// bundle that is sent alone afterwards is answered like the bundle.
func (r *recent) put(it *item) {
	if len(r.young) >= recentTickets {
		r.age()
	}
	if r.young == nil {
		r.young = map[common.Hash]*Ticket{}
	}
	r.young[it.id] = it.ticket
	for _, tx := range it.txs {
		r.young[tx.Hash()] = it.ticket
	}
}

func (r *recent) get(id common.Hash) *Ticket {
	if t := r.young[id]; t != nil {
		return t
	}
	return r.old[id]
}

// forget lets go of a submission that is undecided again, or may be sent again.
func (r *recent) forget(it *item) {
	delete(r.young, it.id)
	delete(r.old, it.id)
	for _, tx := range it.txs {
		delete(r.young, tx.Hash())
		delete(r.old, tx.Hash())
	}
}

// nextSlot ages what is remembered.
func (r *recent) nextSlot() {
	if r.slots++; r.slots >= recentSlots {
		r.age()
	}
}

func (r *recent) age() { r.young, r.old, r.slots = nil, r.young, 0 }
