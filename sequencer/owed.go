package sequencer

import (
	"maps"
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/crosschain"
)

// owed are the messages that were sent without their relay (A6), pair by pair. The chains'
// own message trees are what makes them durable: they are read back at a start. It belongs
// to the slot loop.
type owed struct {
	pairs  map[chains.Pair][]*owedMessage // in order of nonce
	unread map[chains.Pair]bool           // pairs whose trees are still to be read
	frozen map[chains.Pair]*frozen
	all    map[chains.Pair]bool
	taken  map[chains.Pair]uint64 // of pairs from L1 whose tree was read: the nonce to take in next
	forged map[chains.Pair]uint64 // number of the destination's block in which a deposit received what was not owed
}

// owedMessage is one of them, kept until the block that relays it is committed.
type owedMessage struct {
	crosschain.Owed
	relayed uint64 // number of the destination's block with its relay, 0 while there is none
	told    bool   // that it cannot be relayed
}

func newOwed(pairs []chains.Pair) *owed {
	o := &owed{pairs: map[chains.Pair][]*owedMessage{}, unread: map[chains.Pair]bool{}, frozen: map[chains.Pair]*frozen{}, all: map[chains.Pair]bool{}, taken: map[chains.Pair]uint64{}, forged: map[chains.Pair]uint64{}}
	for _, p := range pairs {
		o.unread[p], o.all[p] = true, true
	}
	return o
}

// add takes in messages that a transaction of a block has sent, in the order of its logs.
// What is sent to L1 is owed to nobody.
func (o *owed) add(sent []crosschain.Owed) {
	for i := range sent {
		p := sent[i].Pair()
		if !o.all[p] {
			continue
		}
		if f := o.frozen[p]; f != nil && !o.unread[p] && f.take(sent[i].Hash, sent[i].Height) {
			continue
		}
		o.pairs[p] = append(o.pairs[p], &owedMessage{Owed: sent[i]})
	}
}

// next returns the message of the pair that is to be relayed next, nil where none is owed.
func (o *owed) next(p chains.Pair) *owedMessage {
	if f := o.frozen[p]; o.unread[p] || o.forged[p] != 0 || f != nil && f.closed() {
		return nil
	}
	for _, m := range o.pairs[p] {
		if m.relayed == 0 {
			return m
		}
	}
	return nil
}

// waits reports whether other messages of the pair have to wait for those that are owed:
// they are received in order.
func (o *owed) waits(p chains.Pair) bool {
	return o.unread[p] || o.forged[p] != 0 || o.next(p) != nil
}

// forge notes that a block of the pair's destination has received what was not owed. Until
// that block is applied, and the trees are read again, nothing more of the pair is received.
func (o *owed) forge(p chains.Pair, number uint64) {
	if o.forged[p] == 0 {
		o.forged[p] = number
	}
}

// received notes that a message was received in a block of its destination. It reports
// false where that message is not the pair's next one.
func (o *owed) received(r crosschain.Received, number uint64) bool {
	m := o.next(r.Pair)
	if m == nil || m.Hash != r.Hash || m.Nonce != r.Nonce {
		return false
	}
	m.relayed = number
	return true
}

// byHash returns a pair's next message if it has the hash, nil where there is none.
func (o *owed) byHash(hash common.Hash, to chains.ChainID) *owedMessage {
	for p := range o.pairs {
		if m := o.next(p); p.Destination == to && m != nil && m.Hash == hash {
			return m
		}
	}
	return nil
}

// rewind forgets what came after a chain's block.
func (o *owed) rewind(id chains.ChainID, number uint64) {
	maps.DeleteFunc(o.forged, func(p chains.Pair, at uint64) bool { return p.Destination == id && at > number })
	for p, f := range o.frozen {
		if p.Source == id {
			f.rewind(number)
		}
	}
	for p, list := range o.pairs {
		if p.Source == id {
			list = slices.DeleteFunc(list, func(m *owedMessage) bool { return m.Height > number })
			o.pairs[p] = list
		}
		for _, m := range list {
			if p.Destination == id && m.relayed > number {
				m.relayed = 0
			}
		}
	}
}

// settled lets go of messages whose relay is in a committed block.
func (o *owed) settled(id chains.ChainID, number uint64) {
	for p, at := range o.forged {
		if p.Destination == id && at <= number {
			delete(o.forged, p)
			o.unread[p] = true
		}
	}
	for p, list := range o.pairs {
		if p.Destination == id {
			o.pairs[p] = slices.DeleteFunc(list, func(m *owedMessage) bool { return m.relayed != 0 && m.relayed <= number })
		}
	}
}

// doubt has the trees of a chain's pairs read again.
func (o *owed) doubt(id chains.ChainID) {
	for p := range o.all {
		if p.Source == id || p.Destination == id {
			o.unread[p] = true
		}
	}
}

// merge takes in what the trees and logs of adopted blocks say: messages from first on are
// sent and not received.
func (o *owed) merge(p chains.Pair, first uint64, logged []crosschain.Owed) {
	known := map[uint64]*owedMessage{}
	for _, m := range o.pairs[p] {
		known[m.Nonce] = m
	}
	for i := range logged {
		if known[logged[i].Nonce] == nil {
			known[logged[i].Nonce] = &owedMessage{Owed: logged[i]}
		}
	}
	list := make([]*owedMessage, 0, len(known))
	for nonce, m := range known {
		if nonce >= first {
			list = append(list, m)
		}
	}
	slices.SortFunc(list, func(x, y *owedMessage) int { return int(int64(x.Nonce) - int64(y.Nonce)) })
	o.pairs[p] = list
	delete(o.unread, p)
}
