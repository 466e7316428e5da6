package crosschain_test

import (
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/crosschain"
)

// side reads a side of a pair and what has to be known to append to it.
func (w *world) side(at chains.ChainID, count common.Hash) (crosschain.Side, []common.Hash) {
	w.t.Helper()
	view := w.shards[at].View()
	words := func(slots []common.Hash) (words []common.Hash) {
		for _, slot := range slots {
			word, err := view.Storage(w.plan.RootStore, slot)
			if err != nil {
				w.t.Fatal(err)
			}
			words = append(words, word)
		}
		return words
	}
	is := words([]common.Hash{count, crosschain.RootSlot(count)})
	return crosschain.SideOf(is[0], is[1]), words(crosschain.FrontierSlots(count))
}

// A chain that has lost three burns sends them again: exactly these, at their places, and
// without relays. Its tree is then what the destination has had all the time.
func TestFrozenPair(t *testing.T) {
	pair := chains.Pair{Source: a, Destination: b}
	had, has := newWorld(t, 2, crosschain.Sponsored), newWorld(t, 2, crosschain.Sponsored) // before and after the loss
	amounts := []*big.Int{big.NewInt(1), big.NewInt(2), big.NewInt(3)}
	var lost []common.Hash
	for _, amount := range amounts {
		legs, refusal := had.decide(had.burn(a, b, amount))
		if refusal != nil || len(legs) != 2 {
			t.Fatal(refusal, legs)
		}
		lost = append(lost, legs[0].Initiates...)
	}
	for i, amount := range amounts {
		has.frozen = map[chains.Pair]crosschain.Frozen{pair: {Next: uint64(i), Hashes: lost[i:]}}
		for _, other := range []*big.Int{big.NewInt(0), big.NewInt(99)} {
			if _, refusal := has.decide(has.burn(a, b, other)); refusal == nil || refusal.Code != chains.RefusedPairFrozen {
				t.Fatalf("another message is not refused: %v", refusal)
			}
		}
		legs, refusal := has.decide(has.burn(a, b, amount))
		if refusal != nil || len(legs) != 1 || legs[0].Initiates[0] != lost[i] {
			t.Fatalf("%v %+v", refusal, legs)
		}
		if legs, refusal := has.decide(has.tx(has.user, a, &recipient, nil, nil)); refusal != nil || len(legs) != 1 {
			t.Fatalf("what sends no message: %v", refusal)
		}
	}
	sent, received, _ := had.core.CountSlots(pair)
	before, _ := had.side(b, received)
	if after, _ := has.side(a, sent); after != before {
		t.Errorf("the source has %+v, the destination %+v", after, before)
	}
	empty, frontier := newWorld(t, 2, crosschain.Sponsored).side(a, sent)
	if grown, err := had.core.Grow(had.deployment(), pair, empty, frontier, lost); err != nil || grown != before {
		t.Errorf("with what is missing the source would have %+v, %v", grown, err)
	}
	if grown, err := had.core.Grow(had.deployment(), pair, empty, frontier, []common.Hash{lost[1], lost[0], lost[2]}); err != nil || grown == before {
		t.Errorf("the order of messages makes no difference: %v", err)
	}
}

// Two messages of one transaction are both looked at, and where the sides differ nothing is
// sent; the other direction does not mind.
func TestFrozenPairOfSeveral(t *testing.T) {
	w := newWorld(t, 2, crosschain.Sponsored)
	legs, refusal := w.decide(w.burn(a, b, ten))
	if refusal != nil {
		t.Fatal(refusal)
	}
	w.frozen = map[chains.Pair]crosschain.Frozen{{Source: a, Destination: b}: {Next: 1, Hashes: []common.Hash{{1}}}}
	via := func() *chains.Tx {
		return w.tx(w.user, b, &w.plan.Messenger, nil, w.forwardVia([]chains.ChainID{a, b}, recipient, []byte{1}))
	}
	if _, refusal := w.decide(via()); refusal == nil || refusal.Code != chains.RefusedPairFrozen || refusal.ChainID != a {
		t.Errorf("a relay's message of a frozen pair: %v, after %+v", refusal, legs)
	}
	if _, refusal := w.decide(w.tx(w.user, b, &w.plan.Messenger, nil, bindings.EncodeSendMessage(uint64(a), recipient, nil))); refusal != nil {
		t.Errorf("the other direction: %v", refusal)
	}
	w.frozen = map[chains.Pair]crosschain.Frozen{{Source: a, Destination: b}: {Next: 1, Spoiled: true}}
	if _, refusal := w.decide(w.burn(a, b, ten)); refusal == nil || refusal.Code != chains.RefusedPairFrozen {
		t.Errorf("a pair whose sides differ: %v", refusal)
	}
	w.frozen = nil
	if _, refusal := w.decide(w.burn(a, b, ten)); refusal != nil {
		t.Error(refusal)
	}
	w.check()
}
