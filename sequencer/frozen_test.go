package sequencer

import (
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/crosschain"
)

// What a frozen pair waits for follows the blocks of its source: one that is taken back takes
// with it what it has sent again, or instead; the pair goes on when all is in applied blocks.
func TestFrozenFollowsBlocks(t *testing.T) {
	pair := chains.Pair{Source: 901, Destination: 902}
	o := newOwed([]chains.Pair{pair})
	o.merge(pair, 7, nil)
	hash := func(nonce uint64) common.Hash { return common.Hash{byte(nonce)} }
	legs := func(height uint64, hashes ...common.Hash) []crosschain.Leg {
		return []crosschain.Leg{{Trace: &chains.Trace{ChainID: 901, Height: height}, Initiates: hashes}}
	}
	expects := func(next uint64, more int, closed bool) {
		t.Helper()
		if f := o.expected()[pair]; f.Next != next || len(f.Hashes) != more || f.Spoiled != closed {
			t.Fatalf("%+v, not %d messages from %d on, closed %v", f, more, next, closed)
		}
	}
	lost := func() *frozen {
		return &frozen{first: 5, hashes: []common.Hash{hash(5), hash(6)}, sent: make([]uint64, 2)}
	}
	o.freeze(pair, lost(), 10)
	expects(5, 2, false)
	o.resent(legs(11, hash(5)))
	o.resent(legs(12, hash(6)))
	expects(7, 0, false)
	o.add([]crosschain.Owed{{Message: chains.Message{Source: 901, Destination: 902, Nonce: 7, Hash: hash(7)}, Height: 12}})
	if m := o.next(pair); m == nil || m.Nonce != 7 {
		t.Fatalf("the message behind those is owed: %+v", m)
	}
	o.rewind(901, 11)
	expects(6, 1, false)
	o.doubt(902)
	if len(o.expected()) > 0 {
		t.Fatal("what is in doubt is expected")
	}
	o.merge(pair, 7, nil)
	o.freeze(pair, lost(), 10) // block 11 is not adopted yet
	expects(6, 1, false)
	o.add([]crosschain.Owed{{Message: chains.Message{Source: 901, Destination: 902, Nonce: 6, Hash: hash(99)}, Height: 12}}) // by deposit
	if expects(6, 1, true); o.next(pair) != nil {
		t.Fatal("a closed pair owes something")
	}
	o.rewind(901, 11)
	expects(6, 1, false)
	o.resent(legs(12, hash(6)))
	if o.thaw(901, 11); len(o.frozen) == 0 {
		t.Fatal("it thaws before the block with the last message is applied")
	}
	if thawed := o.thaw(901, 12); len(thawed) != 1 || len(o.expected()) > 0 {
		t.Fatalf("thawed %v, expected %v", thawed, o.expected())
	}
}

// Transactions of lost blocks are tried before all others, in their order; the pool knows
// whether there are any.
func TestReturnedGoFirst(t *testing.T) {
	p := newPool()
	items := map[uint64]*item{}
	for arrival := range uint64(6) {
		items[arrival] = &item{id: common.Hash{byte(arrival)}, arrival: arrival, returned: arrival == 3 || arrival == 5, ticket: newTicket()}
		p.add(items[arrival])
	}
	for _, want := range []uint64{3, 5, 0, 1, 2, 4} {
		if it := p.next(); it != items[want] {
			t.Fatalf("item %d is next, not %d", it.arrival, want)
		}
	}
	p.remove(items[3])
	if len(p.returned) != 1 {
		t.Fatal("there is one left")
	}
	if p.remove(items[5]); len(p.returned) != 0 {
		t.Fatal("there is none left")
	}
}
