package sequencer

import "github.com/ethereum/go-ethereum/common"

// recentSlots is for how many slots, at least, a decided submission is still known to
// the slot loop. Older ones are found in the history.
const recentSlots = 64

// recent remembers the tickets of what was decided lately, so that a transaction sent
// twice is not taken for a new one with a used nonce. It belongs to the slot loop.
type recent struct {
	young, old map[common.Hash]*Ticket
	slots      int
}

func (r *recent) put(id common.Hash, t *Ticket) {
	if r.young == nil {
		r.young = map[common.Hash]*Ticket{}
	}
	r.young[id] = t
}

func (r *recent) get(id common.Hash) *Ticket {
	if t := r.young[id]; t != nil {
		return t
	}
	return r.old[id]
}

// forget lets go of a submission that is undecided again, or may be sent again.
func (r *recent) forget(id common.Hash) {
	delete(r.young, id)
	delete(r.old, id)
}

// nextSlot ages what is remembered.
func (r *recent) nextSlot() {
	if r.slots++; r.slots >= recentSlots {
		r.young, r.old, r.slots = nil, r.young, 0
	}
}
