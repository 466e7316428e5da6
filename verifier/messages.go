package verifier

import (
	"context"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/merkle"
)

// traffic is what the messengers logged in some blocks, per chain in order.
type traffic struct {
	sent     []sentMessage
	received []receivedMessage
}

// sentMessage is a message that was sent, or with a generation the opening of one.
type sentMessage struct {
	pair   PairID
	nonce  uint64
	opened uint64
	OwedMessage
}

// receivedMessage is a message that was received, or with a generation the opening of one.
type receivedMessage struct {
	pair      PairID
	nonce     uint64
	opened    uint64
	hash      common.Hash
	tx        common.Hash
	timestamp uint64
	failed    bool
}

// readMessages adds the messages of one chain's range.
func (a *audit) readMessages(ctx context.Context, s *server, r merkle.ChainRange, to *traffic) error {
	opened := bindings.NewMessenger().GetABI().Events[bindings.MessengerPeerOpenedEventName].ID
	topics := []common.Hash{bindings.SentMessageTopic, bindings.RelayedMessageTopic, bindings.FailedRelayedMessageTopic, opened}
	logs, times, err := a.v.messengerLogs(ctx, s, logQuery{first: r.FirstBlock, last: r.LastBlock, topics: [][]common.Hash{topics}})
	if err != nil {
		return err
	}
	for i := range logs {
		log, at := &logs[i], aboutChain(r.ChainID)
		if i > 0 && !before(&logs[i-1], log) {
			a.findAt(at, CodeLog, "logs of block %d are out of order", log.BlockNumber)
		}
		if err := to.add(r.ChainID, log, times[log.BlockHash]); err != nil {
			a.findAt(at, CodeLog, "log %d of block %d: %v", log.Index, log.BlockNumber, err)
		}
	}
	return nil
}

// entryAge is how many L1 blocks old a message from L1 is before it is not read again: until
// then an L1 reorg may put another in its place. What a chain has received is not read again.
const entryAge = 128

// readEntries adds what L1 sent to the chains up to the block of the batch. The chain may
// have received less: the rest is owed.
func (a *audit) readEntries(ctx context.Context, to *traffic) error {
	if !slices.ContainsFunc(a.set.pairs, func(p bindings.DependencySetPair) bool { return p.Source == a.v.l1ID }) {
		return nil
	}
	first := a.v.cfg.FirstL1Block
	if read := a.st.L1Block + 1; read > first+entryAge {
		first = read - entryAge
	}
	known := a.st.forgetEntries(a.v.l1ID, first)
	if first > a.claim.block {
		return nil
	}
	topics := []common.Hash{bindings.SentMessageTopic, bindings.NewMessenger().GetABI().Events[bindings.MessengerPeerOpenedEventName].ID}
	logs, times, err := a.v.messengerLogs(ctx, a.v.l1, logQuery{first: first, last: a.claim.block, topics: [][]common.Hash{topics}})
	if err != nil {
		return err
	}
	for i := range logs {
		var one traffic
		if err := one.add(a.v.l1ID, &logs[i], times[logs[i].BlockHash]); err != nil {
			a.findAt(aboutChain(a.v.l1ID), CodeLog, "log %d of block %d: %v", logs[i].Index, logs[i].BlockNumber, err)
			continue
		}
		for _, m := range one.sent { // one, or none for a first opening
			m.L1Block = logs[i].BlockNumber
			k := known[m.pair]
			if m.opened > 0 {
				k.generation = m.opened
				known[m.pair] = k
			}
			if m.opened > 0 || (k.generation >= k.first && m.nonce >= k.messages[k.generation]) {
				to.sent = append(to.sent, m)
			}
		}
	}
	return nil
}

// entriesKnown is what is known of a pair from L1 where reading begins: the generation it is
// in there, the first one that is not given up, and of each one how many messages are known.
type entriesKnown struct {
	generation, first uint64
	messages          map[uint64]uint64
}

// forgetEntries drops the messages that L1 has sent from a block on and that no chain has
// received, and the openings there, and returns what is left of each pair.
func (s *State) forgetEntries(l1, block uint64) map[PairID]entriesKnown {
	left := make(map[PairID]entriesKnown)
	for i := range s.Sides {
		if side := &s.Sides[i]; side.Source == l1 {
			side.closeFrom(block)
		}
	}
	for i := range s.Pairs {
		p := &s.Pairs[i]
		if p.Source != l1 {
			continue
		}
		if _, seen := left[p.PairID]; !seen {
			left[p.PairID] = entriesKnown{s.generation(p.PairID, false), p.Generation, make(map[uint64]uint64)}
		}
		if at := slices.IndexFunc(p.Owed, func(m OwedMessage) bool { return m.L1Block >= block }); at >= 0 {
			p.Owed = p.Owed[:at]
		}
		left[p.PairID].messages[p.Generation] = p.Sent.Count() + uint64(len(p.Owed))
	}
	return left
}

// messengerLogs returns a messenger's logs and the timestamps of their blocks.
func (v *Verifier) messengerLogs(ctx context.Context, s *server, q logQuery) ([]types.Log, map[common.Hash]uint64, error) {
	q.emitter = v.cfg.Messenger
	logs, err := s.logs(ctx, q, v.cfg.ChunkBlocks)
	if err != nil {
		return nil, nil, err
	}
	var blocks []common.Hash
	for i := range logs {
		blocks = append(blocks, logs[i].BlockHash)
	}
	times, err := s.timestamps(ctx, slices.Compact(blocks))
	return logs, times, err
}

func before(x, y *types.Log) bool {
	if x.BlockNumber != y.BlockNumber {
		return x.BlockNumber < y.BlockNumber
	}
	return x.Index < y.Index
}

// add decodes one log of the messenger.
func (t *traffic) add(chain uint64, log *types.Log, timestamp uint64) error {
	switch log.Topics[0] {
	case bindings.SentMessageTopic:
		m, err := bindings.DecodeSentMessage(log)
		if err != nil {
			return err
		}
		t.sent = append(t.sent, sentMessage{pair: PairID{chain, m.Destination}, nonce: m.Nonce,
			OwedMessage: OwedMessage{Hash: m.Hash(chain), Target: m.Target, Timestamp: timestamp, content: &m}})
	case bindings.RelayedMessageTopic:
		source, nonce, hash, err := bindings.DecodeRelayed(log)
		if err != nil {
			return err
		}
		t.received = append(t.received, receivedMessage{pair: PairID{source, chain}, nonce: nonce, hash: hash, tx: log.TxHash, timestamp: timestamp})
	case bindings.FailedRelayedMessageTopic:
		source, nonce, hash, _, err := bindings.DecodeFailedRelayed(log)
		if err != nil {
			return err
		}
		t.received = append(t.received, receivedMessage{pair: PairID{source, chain}, nonce: nonce, hash: hash, tx: log.TxHash, timestamp: timestamp, failed: true})
	default:
		return t.open(chain, log)
	}
	return nil
}

// open notes that a side begins a new generation. The first one is the state's default.
func (t *traffic) open(chain uint64, log *types.Log) error {
	e, err := bindings.NewMessenger().UnpackPeerOpenedEvent(log)
	if err != nil {
		return err
	}
	peer, generation := e.Peer.Uint64(), e.Generation.Uint64()
	switch {
	case generation <= 1:
	case e.Inbound:
		t.received = append(t.received, receivedMessage{pair: PairID{peer, chain}, opened: generation})
	default:
		t.sent = append(t.sent, sentMessage{pair: PairID{chain, peer}, opened: generation})
	}
	return nil
}

// take matches what was sent with what was received.
func (a *audit) take(ctx context.Context, all traffic) error {
	for _, m := range all.sent {
		a.send(m)
	}
	for _, m := range all.received {
		if err := a.receive(ctx, m); err != nil {
			return err
		}
	}
	return nil
}

// send takes in a message that was sent: it is owed until it is received. What is sent to
// L1 is received there at once.
func (a *audit) send(m sentMessage) {
	if m.opened > 0 {
		a.st.setGeneration(m.pair, false, m.opened)
		if m.pair.Source == a.v.l1ID {
			a.st.openedAt(m.pair, m.L1Block)
		}
		return
	}
	p, at := a.st.pair(m.pair, a.st.generation(m.pair, false)), aboutPair(m.pair)
	if next := p.Sent.Count() + uint64(len(p.Owed)); m.nonce != next {
		a.findAt(at, CodeLog, "sent message has nonce %d, the next is %d", m.nonce, next)
	}
	if m.pair.Destination != a.v.l1ID {
		p.Owed = append(p.Owed, m.OwedMessage)
		return
	}
	for _, tree := range []*merkle.Tree{&p.Sent, &p.Received} {
		if err := tree.Append(a.leaf(p, m.Hash)); err != nil {
			a.findAt(at, CodeLog, "sent message %d: %v", m.nonce, err)
		}
	}
}

// receive takes in a message that was received and matches it with the oldest owed one.
func (a *audit) receive(ctx context.Context, m receivedMessage) error {
	if m.opened > 0 {
		a.st.setGeneration(m.pair, true, m.opened)
		return nil
	}
	p, at := a.st.pair(m.pair, a.st.generation(m.pair, true)), aboutPair(m.pair)
	a.report.Messages++
	if m.nonce != p.Received.Count() {
		a.findAt(at, CodeLog, "received message has nonce %d, the next is %d", m.nonce, p.Received.Count())
	}
	if err := p.Received.Append(a.leaf(p, m.hash)); err != nil {
		a.findAt(at, CodeLog, "received message %d: %v", m.nonce, err)
	}
	if m.failed {
		a.count(m.pair).Failed++
	}
	if len(p.Owed) == 0 {
		a.findAt(at, CodeUnbacked, "message %d (%s) was received in transaction %s and never sent", m.nonce, m.hash, m.tx)
		return nil
	}
	sent := p.Owed[0]
	p.Owed = p.Owed[1:]
	if err := p.Sent.Append(a.leaf(p, sent.Hash)); err != nil {
		a.findAt(at, CodeLog, "sent message %d: %v", m.nonce, err)
	}
	if sent.Hash == m.hash {
		a.checkSlot(m, sent)
		return nil
	}
	difference, err := a.v.difference(ctx, m, sent)
	if err != nil {
		return err
	}
	a.findAt(at, CodeAltered, "message %d was sent as %s and received as %s in transaction %s: %s", m.nonce, sent.Hash, m.hash, m.tx, difference)
	return nil
}

// checkSlot checks A1 and A6: a message is delivered with success in the slot it was sent
// in; one that was owed over the end of its slot is received without delivery, or is a
// bridge's. What L1 sent is of no slot.
func (a *audit) checkSlot(m receivedMessage, sent OwedMessage) {
	at := aboutPair(m.pair)
	switch {
	case m.pair.Source == a.v.l1ID:
	case m.timestamp < sent.Timestamp:
		a.findAt(at, CodeAtomicity, "message %d was received in slot %d and sent in slot %d", m.nonce, m.timestamp, sent.Timestamp)
	case m.timestamp == sent.Timestamp:
		if m.failed {
			a.findAt(at, CodeAtomicity, "message %d failed in the slot it was sent in, %d", m.nonce, m.timestamp)
		}
	default:
		a.count(m.pair).Late++
		if !m.failed && !slices.Contains(a.v.cfg.Bridges, sent.Target) {
			a.findAt(at, CodeAtomicity, "message %d was sent in slot %d and delivered in slot %d", m.nonce, sent.Timestamp, m.timestamp)
		}
	}
}

// checkOwed tells of messages that became older than allowed since the last batch.
func (a *audit) checkOwed(now uint64) {
	age := uint64(a.v.cfg.MaxOwedAge.Seconds())
	if age == 0 {
		return
	}
	for i := range a.st.Pairs {
		p := &a.st.Pairs[i]
		var late int
		for _, m := range p.Owed {
			if m.Timestamp+age < now && m.Timestamp+age >= a.st.LastTimestamp {
				late++
			}
		}
		if late > 0 {
			first := p.Sent.Count()
			a.findAt(aboutPair(p.PairID), CodeOwed, "%d messages, of %d owed from message %d on, were sent more than %v ago and not received",
				late, len(p.Owed), first, a.v.cfg.MaxOwedAge)
		}
	}
}
