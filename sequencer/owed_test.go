package sequencer

import (
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/crosschain"
)

// What is owed follows the blocks: a block that is taken back takes its messages and relays
// with it, one that is committed settles what it relays, and what the trees say of before is
// put in its place in the order.
func TestOwedFollowsBlocks(t *testing.T) {
	pair := chains.Pair{Source: 901, Destination: 902}
	o := newOwed([]chains.Pair{pair})
	message := func(nonce, height uint64) crosschain.Owed {
		return crosschain.Owed{Message: chains.Message{Source: 901, Destination: 902, Nonce: nonce, Hash: common.Hash{byte(nonce)}}, Height: height}
	}
	next := func(want int) {
		t.Helper()
		m := o.next(pair)
		if want < 0 && m != nil || want >= 0 && (m == nil || m.Nonce != uint64(want)) {
			t.Fatalf("next is %+v, not %d", m, want)
		}
	}
	o.add([]crosschain.Owed{message(7, 10)})
	if next(-1); !o.waits(pair) {
		t.Fatal("nothing waits for trees that are not read yet")
	}
	o.merge(pair, 5, []crosschain.Owed{message(5, 3), message(6, 4)})
	for nonce := range uint64(3) {
		next(5 + int(nonce))
		if o.received(crosschain.Received{Pair: pair, Nonce: 5 + nonce, Hash: common.Hash{99}}, 20) {
			t.Fatal("another message is taken for the one that is owed")
		}
		if !o.received(crosschain.Received{Pair: pair, Nonce: 5 + nonce, Hash: common.Hash{byte(5 + nonce)}}, 20+nonce) {
			t.Fatal("the message is not known")
		}
	}
	if next(-1); o.waits(pair) {
		t.Fatal("nothing is owed any more")
	}
	o.rewind(902, 20) // block 21 of the destination is taken back
	next(6)
	o.rewind(901, 9) // and block 10 of the source, which sent the last one
	o.settled(902, 20)
	next(6)
	if !o.received(crosschain.Received{Pair: pair, Nonce: 6, Hash: common.Hash{6}}, 21) {
		t.Fatal("the message is not known")
	}
	next(-1)
	o.doubt(902)
	o.merge(pair, 6, []crosschain.Owed{message(6, 4)})
	next(-1) // its relay is in a block that is not committed yet
	o.rewind(902, 20)
	next(6)
}

// What L1 sent is taken in once and in order, and again from where the chain is, if it lost
// blocks with relays that were settled.
func TestEntriesFollowTheChain(t *testing.T) {
	pair := chains.Pair{Source: 900, Destination: 901}
	o := newOwed([]chains.Pair{pair})
	entry := func(nonce uint64) crosschain.Owed {
		return crosschain.Owed{Message: chains.Message{Source: 900, Destination: 901, Nonce: nonce, Hash: common.Hash{byte(nonce)}}, Height: 1000}
	}
	holds := func(first, count, taken uint64) {
		t.Helper()
		list := o.pairs[pair]
		if uint64(len(list)) != count || o.taken[pair] != taken || count > 0 && list[0].Nonce != first {
			t.Fatalf("%d from %+v on, %d is next", len(list), list, o.taken[pair])
		}
	}
	if o.enter(entry(0)); len(o.pairs[pair]) != 0 {
		t.Fatal("taken in before it is known what was received")
	}
	read := func(received uint64) {
		o.merge(pair, received, nil)
		o.entered(pair, received)
	}
	read(5)
	for _, nonce := range []uint64{4, 6, 5, 5, 6, 8, 7} {
		o.enter(entry(nonce))
	}
	holds(5, 3, 8)
	for i := range uint64(2) {
		if !o.received(crosschain.Received{Pair: pair, Nonce: 5 + i, Hash: common.Hash{byte(5 + i)}}, 20+i) {
			t.Fatal("not the next one")
		}
	}
	o.settled(901, 20)
	holds(6, 2, 8)
	o.doubt(901)
	read(6) // block 21 with the second relay is lost
	holds(6, 2, 8)
	o.doubt(901)
	read(4) // and more, so that what was settled is wanted again
	holds(0, 0, 4)
	o.enter(entry(4))
	holds(4, 1, 5)
}
