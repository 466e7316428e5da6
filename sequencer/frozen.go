package sequencer

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/crosschain"
)

// A pair whose destination has received messages that its source does not have any more is
// frozen (A8): until the source has sent the same ones again, at the same places, nothing
// else is sent. As with what is owed, the chains' own trees are what makes that durable.

// frozen is such a pair.
type frozen struct {
	first   uint64        // number of the first message that the source lacks
	hashes  []common.Hash // of these messages, in order
	sent    []uint64      // number of the source's block with each of them again, 0 while there is none
	spoiled bool          // the sides differ in a message that both have, in adopted blocks
	lapsed  uint64        // number of the source's block that has sent another one, 0 while there is none
}

// next returns how many of the messages are sent again.
func (f *frozen) next() int {
	if n := slices.Index(f.sent, 0); n >= 0 {
		return n
	}
	return len(f.sent)
}

// closed reports whether nothing of the pair can be received.
func (f *frozen) closed() bool { return f.spoiled || f.lapsed != 0 }

// take notes a message that a block of the source has sent. It reports whether it is one
// that the destination needs, or can, not receive.
func (f *frozen) take(hash common.Hash, height uint64) bool {
	n := f.next()
	switch {
	case f.closed():
	case n == len(f.hashes):
		return false
	case f.hashes[n] == hash:
		f.sent[n] = height
	default:
		f.lapsed = height
	}
	return true
}

// rewind forgets what the source has sent after a block.
func (f *frozen) rewind(number uint64) {
	for i := range f.sent {
		if f.sent[i] > number {
			f.sent[i] = 0
		}
	}
	if f.lapsed > number {
		f.lapsed = 0
	}
}

// freeze notes what a pair's source lacks by its last adopted block; nil where that is
// nothing. What blocks that are not adopted have sent since is known already.
func (o *owed) freeze(p chains.Pair, f *frozen, adopted uint64) {
	old := o.frozen[p]
	if delete(o.frozen, p); f == nil {
		return
	}
	if old != nil {
		for i, height := range old.sent {
			if height > adopted {
				f.take(old.hashes[i], height)
			}
		}
		if old.lapsed > adopted {
			f.lapsed = old.lapsed
		}
	}
	for _, m := range o.pairs[p] {
		if m.Height > adopted {
			f.take(m.Hash, m.Height)
		}
	}
	o.frozen[p] = f
}

// thaw lets go of pairs of which the source has everything again, in committed blocks.
func (o *owed) thaw(id chains.ChainID, number uint64) (thawed []chains.Pair) {
	for p, f := range o.frozen {
		if p.Source != id || f.closed() || f.next() < len(f.hashes) {
			continue
		}
		if slices.Max(f.sent) <= number {
			delete(o.frozen, p)
			thawed = append(thawed, p)
		}
	}
	return thawed
}

// expected is what crosschain has to know of the pairs that are frozen.
func (o *owed) expected() map[chains.Pair]crosschain.Frozen {
	if len(o.frozen) == 0 {
		return nil
	}
	all := make(map[chains.Pair]crosschain.Frozen, len(o.frozen))
	for p, f := range o.frozen {
		if !o.unread[p] {
			n := f.next()
			all[p] = crosschain.Frozen{Next: f.first + uint64(n), Hashes: f.hashes[n:], Spoiled: f.closed()}
		}
	}
	return all
}

// resent notes the messages of frozen pairs that the legs of a kept bundle have sent again.
func (o *owed) resent(legs []crosschain.Leg) {
	if len(o.frozen) == 0 {
		return
	}
	for i := range legs {
		for _, hash := range legs[i].Initiates {
			for p, f := range o.frozen {
				if n := f.next(); p.Source == legs[i].Trace.ChainID && n < len(f.hashes) && f.hashes[n] == hash {
					f.take(hash, legs[i].Trace.Height)
				}
			}
		}
	}
}

// errFrozen: a pair is frozen, and what thaws it may still be among the transactions that wait.
var errFrozen = errors.New("messages that were lost are to be sent again first")

// mayThaw makes waiting of a refusal by a frozen pair, while there are transactions of lost
// blocks that are to be included again.
func (s *Sequencer) mayThaw(refusal *chains.Refusal) error {
	if refusal == nil || refusal.Code != chains.RefusedPairFrozen || len(s.pool.returned) == 0 {
		return nil
	}
	return &crosschain.LegError{Leg: int(refusal.Leg), ChainID: refusal.ChainID, Err: fmt.Errorf("%w: %s", errFrozen, refusal.Reason)}
}

// thaw lets go of the pairs that are even again with a chain's applied block.
func (s *Sequencer) thaw(id chains.ChainID, number uint64) {
	for _, p := range s.owed.thaw(id, number) {
		s.log.Info("a pair is not frozen any more: what was lost was sent again", zap.Uint64("from", uint64(p.Source)), zap.Uint64("to", uint64(p.Destination)))
	}
	s.weigh()
}

// PairHealth says what is not even between the two chains of a pair.
type PairHealth struct {
	Pair   chains.Pair
	Owed   int  // messages sent and not received yet
	Frozen bool // the destination has received what the source does not have any more (A8)
	Closed bool // and it cannot be sent again: only a new generation opens the pair
}

// String says it for a person.
func (p PairHealth) String() string {
	switch {
	case p.Closed:
		return fmt.Sprintf("pair %d -> %d is frozen for good: the chains differ in a message", p.Pair.Source, p.Pair.Destination)
	case p.Frozen:
		return fmt.Sprintf("pair %d -> %d is frozen: chain %d has lost messages that chain %d has received", p.Pair.Source, p.Pair.Destination, p.Pair.Source, p.Pair.Destination)
	}
	return fmt.Sprintf("pair %d -> %d: %d messages are owed", p.Pair.Source, p.Pair.Destination, p.Owed)
}

// Pairs returns the pairs that are not even, in the order of chains.Pair.Less.
func (s *Sequencer) Pairs() []PairHealth { return s.health.uneven() }

// weigh tells metrics and health which pairs are not even.
func (s *Sequencer) weigh() {
	var uneven []PairHealth
	shut := 0
	for _, p := range s.deps.Core.Pairs() {
		h := PairHealth{Pair: p}
		for _, m := range s.owed.pairs[p] {
			if m.relayed == 0 {
				h.Owed++
			}
		}
		if f := s.owed.frozen[p]; f != nil {
			h.Frozen, h.Closed = true, f.closed()
			shut++
		}
		s.deps.Metrics.owed.WithLabelValues(p.Source.String(), p.Destination.String()).Set(float64(h.Owed))
		if h.Owed > 0 || h.Frozen {
			uneven = append(uneven, h)
		}
	}
	s.deps.Metrics.frozen.Set(float64(shut))
	s.health.setUneven(uneven)
}

// searchReceived finds the hashes of the messages of a pair, from one number up to another,
// not included, in the adopted blocks of their destination.
func (s *Sequencer) searchReceived(ctx context.Context, p chains.Pair, from, to uint64) ([]common.Hash, error) {
	l := s.lanes[p.Destination]
	var hashes []common.Hash
	for first := from; first < to; first += logsAtOnce {
		last := min(first+logsAtOnce, to)
		byNonce := map[uint64]common.Hash{}
		err := s.watched(ctx, p.Destination, func(ctx context.Context) error {
			logs, err := l.Node.Logs(ctx, ethereum.FilterQuery{
				Addresses: []common.Address{l.cfg.Contracts.Messenger}, ToBlock: chains.ChainID(l.applied.Number).Big(), Topics: crosschain.ReceivedTopics(p, first, last),
			})
			for i := range logs {
				if r, ok := s.deps.Core.Received(p.Destination, &logs[i]); ok {
					byNonce[r.Nonce] = r.Hash // of an earlier generation with the same number, the later one counts
				}
			}
			return err
		})
		if err != nil {
			return nil, err
		}
		for nonce := first; nonce < last; nonce++ {
			hash, ok := byNonce[nonce]
			if !ok {
				return nil, fmt.Errorf("%w: message %d, received", errNoLog, nonce)
			}
			hashes = append(hashes, hash)
		}
	}
	return hashes, nil
}

// grown returns what a side of a pair is with more messages.
func (s *Sequencer) grown(ctx context.Context, l *lane, p chains.Pair, is side, messages []common.Hash) (crosschain.Side, error) {
	slots := crosschain.FrontierSlots(is.slot)
	keys := make([]chains.StorageKey, len(slots))
	for i := range slots {
		keys[i] = chains.StorageKey{Address: l.cfg.Contracts.RootStore, Slot: slots[i]}
	}
	var frontier []common.Hash
	err := s.watched(ctx, l.cfg.ID, func(ctx context.Context) (err error) {
		frontier, err = l.Node.Storage(ctx, l.applied.Hash, keys)
		return err
	})
	if err != nil {
		return is.Side, err
	}
	return s.deps.Core.Grow(s.cfg.DeploymentID, p, is.Side, frontier, messages)
}

// side is a side of a pair, and where it is stored.
type side struct {
	crosschain.Side
	slot common.Hash // of the count
}

// sides are both of a pair.
type sides struct{ sent, received side }

// sameTree finds out whether one side of a pair is the other one with the messages missing
// that are given.
func (s *Sequencer) sameTree(ctx context.Context, p chains.Pair, at *sides, missing []common.Hash) (bool, error) {
	if len(missing) == 0 {
		return at.sent.Side == at.received.Side, nil
	}
	short, long, l := at.received, at.sent, s.lanes[p.Destination]
	if at.sent.Count < at.received.Count {
		short, long, l = at.sent, at.received, s.lanes[p.Source]
	}
	is, err := s.grown(ctx, l, p, short, missing)
	return is == long.Side, err
}

// tellFrozen says that a pair is frozen.
func (s *Sequencer) tellFrozen(p chains.Pair, f *frozen) {
	s.log.Error("a pair is frozen: its destination has received messages that its source does not have any more", zap.Uint64("from", uint64(p.Source)),
		zap.Uint64("to", uint64(p.Destination)), zap.Uint64("first", f.first), zap.Int("messages", len(f.hashes)), zap.Bool("beyond completion", f.spoiled))
}
