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
