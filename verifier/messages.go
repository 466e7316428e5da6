package verifier

import (
	"context"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/merkle"
)

// traffic is what the messengers logged in the blocks of a batch, per chain in order.
type traffic struct {
	sent     []sentMessage
	received []receivedMessage
}

type sentMessage struct {
	pair  PairID
	nonce uint64
	OwedMessage
}

type receivedMessage struct {
	pair      PairID
	nonce     uint64
	hash      common.Hash
	timestamp uint64
	failed    bool
}

// readMessages adds the messages of one chain's range.
func (a *audit) readMessages(ctx context.Context, s *server, r merkle.ChainRange, to *traffic) error {
	logs, err := s.logs(ctx, logQuery{first: r.FirstBlock, last: r.LastBlock, emitter: a.v.cfg.Messenger,
		topics: [][]common.Hash{{bindings.SentMessageTopic, bindings.RelayedMessageTopic, bindings.FailedRelayedMessageTopic}}},
		a.v.cfg.ChunkBlocks)
	if err != nil {
		return err
	}
	var blocks []common.Hash
	for i := range logs {
		blocks = append(blocks, logs[i].BlockHash)
	}
	times, err := s.timestamps(ctx, slices.Compact(blocks))
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
			OwedMessage: OwedMessage{Hash: m.Hash(chain), Target: m.Target, Timestamp: timestamp}})
	case bindings.RelayedMessageTopic:
		source, nonce, hash, err := bindings.DecodeRelayed(log)
		if err != nil {
			return err
		}
		t.received = append(t.received, receivedMessage{pair: PairID{source, chain}, nonce: nonce, hash: hash, timestamp: timestamp})
	case bindings.FailedRelayedMessageTopic:
		source, nonce, hash, _, err := bindings.DecodeFailedRelayed(log)
		if err != nil {
			return err
		}
		t.received = append(t.received, receivedMessage{pair: PairID{source, chain}, nonce: nonce, hash: hash, timestamp: timestamp, failed: true})
	}
	return nil
}

// leaf returns a message's leaf in the pair's trees.
func (a *audit) leaf(p *PairState, hash common.Hash) common.Hash {
	m := a.v.cfg.Messenger
	return merkle.Route{DeploymentID: a.v.deployment, Generation: p.Generation, SourceMessenger: m, DestinationMessenger: m}.Leaf(hash)
}

// send takes in a message that was sent: it is owed until it is received.
func (a *audit) send(m sentMessage) {
	p := a.st.pair(m.pair)
	if next := p.Sent.Count() + uint64(len(p.Owed)); m.nonce != next {
		a.findAt(aboutPair(m.pair), CodeLog, "sent message has nonce %d, the next is %d", m.nonce, next)
	}
	p.Owed = append(p.Owed, m.OwedMessage)
}

// receive takes in a message that was received and matches it with the oldest owed one.
func (a *audit) receive(m receivedMessage) {
	p, at := a.st.pair(m.pair), aboutPair(m.pair)
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
		a.findAt(at, CodeUnbacked, "message %d (%s) was received and never sent", m.nonce, m.hash)
		return
	}
	sent := p.Owed[0]
	p.Owed = p.Owed[1:]
	if err := p.Sent.Append(a.leaf(p, sent.Hash)); err != nil {
		a.findAt(at, CodeLog, "sent message %d: %v", m.nonce, err)
	}
	if sent.Hash != m.hash {
		a.findAt(at, CodeUnbacked, "message %d was sent as %s and received as %s", m.nonce, sent.Hash, m.hash)
		return
	}
	a.checkSlot(m, sent)
}

// checkSlot checks A1 and A6: a message is delivered with success in the slot it was sent
// in; one that was owed over the end of its slot is received without delivery, or is a
// bridge's.
func (a *audit) checkSlot(m receivedMessage, sent OwedMessage) {
	at := aboutPair(m.pair)
	switch {
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

// count returns the pair's figures for this batch.
func (a *audit) count(id PairID) *PairReport {
	if a.counts[id] == nil {
		a.counts[id] = &PairReport{PairID: id}
	}
	return a.counts[id]
}
