package sequencer

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/crosschain"
	"github.com/ssequencer/ssequencer/tracer/shard"
)

// What nobody has submitted is in a block nevertheless: deposits, and relays of owed
// messages. Each of them is a bundle of one leg. They are journaled with the other decisions, so that a redo finds them at their
// places, and were admitted by nobody: their arrival is 0.

// forced reports whether nobody has submitted the item.
func (it *item) forced() bool { return it.arrival == 0 }

func forcedItem(id common.Hash) *item { return &item{id: id, ticket: newTicket(), gone: true} }

// start begins the lane's block and executes its deposits. Where an earlier call failed, it
// goes on from there.
func (s *Sequencer) start(l *lane, open chains.Open) error {
	if before := l.shard.Last().Timestamp; l.block != open.Number {
		if err := l.shard.Begin(&open); err != nil {
			return fmt.Errorf("open block %d: %w", open.Number, err)
		}
		l.block, l.deposits, l.forced, l.gasLimit = open.Number, 0, nil, open.GasLimit
		l.relayGas, l.refusedGas, l.owedGas = 0, 0, 0
		l.pace = open.Timestamp - before
	}
	for l.deposits < len(open.Deposits) {
		if err := s.deposit(l, open.Deposits[l.deposits]); err != nil {
			return fmt.Errorf("deposit %d of block %d: %w", l.deposits, open.Number, err)
		}
		l.deposits++
	}
	nonce, err := l.shard.View().Nonce(s.deps.Relayer.Address()) // a deposit may have raised it (C2)
	l.relayerNonce = nonce
	return err
}

// deposit executes and keeps one deposit.
func (s *Sequencer) deposit(l *lane, raw []byte) error {
	tx, err := chains.DecodeDeposit(l.cfg.ID, raw)
	if err != nil {
		return err
	}
	trace, err := l.shard.Execute(tx)
	if err != nil {
		return err
	}
	sent, received, err := s.deps.Core.Forced(trace)
	if err != nil {
		l.shard.Drop(0)
		return fmt.Errorf("%s: %w", tx.Hash(), err)
	}
	if err := l.shard.Keep([]*chains.Tx{tx}); err != nil {
		return err
	}
	for _, r := range received {
		if !s.owed.received(r, trace.Height) {
			s.owed.forge(r.Pair, trace.Height)
			s.log.Error("a deposit has received a message that is not the next one owed: whoever sent it has a relayer's key",
				zap.Stringer("deposit", tx.Hash()), zap.Uint64("from", uint64(r.Pair.Source)), zap.Uint64("to", uint64(l.cfg.ID)), zap.Uint64("message", r.Nonce))
		}
	}
	s.owed.add(sent)
	leg := crosschain.Leg{Tx: tx, Trace: trace}
	for i := range sent {
		leg.Initiates = append(leg.Initiates, sent[i].Hash)
	}
	l.forced = append(l.forced, leg)
	s.raised(l, tx.Sender())
	return nil
}

// raised wakes what waits for a nonce that a deposit has reached, or passed: that is then
// refused, with the reason.
func (s *Sequencer) raised(l *lane, sender common.Address) {
	at := account{l.cfg.ID, sender}
	if len(s.pool.gaps[at]) == 0 {
		return
	}
	if nonce, err := l.shard.View().Nonce(sender); err == nil {
		s.pool.reached(at, nonce)
	}
}

// startAll starts the prepared slot's blocks. It reports false where a node could not be
// read; the next call goes on from there.
func (s *Sequencer) startAll(ctx context.Context, sl *slot) bool {
	for _, id := range s.ids[sl.begun:] {
		if sl.opens[id] != nil && !s.startOn(ctx, sl, s.lanes[id]) {
			return false
		}
		sl.begun++ // a chain without an opening stands aside, or has its block of the slot committed already
	}
	return true
}

// startOn starts one chain's block, or notes that it has to wait for its parent's hash.
func (s *Sequencer) startOn(ctx context.Context, sl *slot, l *lane) bool {
	open := *sl.opens[l.cfg.ID]
	if l.applied.Number+1 == open.Number {
		open.ParentHash = l.applied.Hash
	}
	err := s.start(l, open)
	switch {
	case errors.Is(err, shard.ErrParentUnknown):
		sl.late[l.cfg.ID] = true
	case err != nil:
		s.unreadable(ctx, l, err)
		return false
	default:
		delete(sl.late, l.cfg.ID)
	}
	return true
}

// startLate starts the blocks of the open slot that have joined it, or had to wait for their
// parents.
func (s *Sequencer) startLate(ctx context.Context) bool {
	if len(s.open.late) == 0 {
		return true
	}
	for _, id := range s.ids {
		l := s.lanes[id]
		if !s.open.late[id] || l.block == s.open.opens[id].Number && l.shard.View().Open().ParentHash == (common.Hash{}) {
			continue
		}
		if !s.startOn(ctx, s.open, l) {
			return false
		}
		s.pool.parentKnown(id)
		s.pool.slotOpened()
	}
	s.force()
	return true
}

// force puts into the open slot what nobody has submitted and is not in it yet.
func (s *Sequencer) force() {
	for _, id := range s.ids {
		l := s.lanes[id]
		for _, leg := range l.forced {
			if s.open.opens[id] != nil {
				s.record(s.depositBundle(leg, forcedItem(leg.Tx.Hash())), nil)
			}
		}
		l.forced = nil
	}
	for _, pair := range slices.Concat(s.deps.Core.Pairs(), s.deps.Core.Entries()) {
		for m := s.owed.next(pair); m != nil && s.failure == nil; m = s.owed.next(pair) {
			d, err := s.relayOwed(m, forcedItem(m.Hash), false)
			if err != nil {
				s.cannotRelay(m, err)
				break
			}
			promises, err := s.promise(d)
			if err != nil {
				s.fail(err)
				return
			}
			s.record(d, promises)
		}
	}
}

// cannotRelay notes why an owed message has to wait. Nothing but the pair waits with it.
func (s *Sequencer) cannotRelay(m *owedMessage, err error) {
	switch {
	case errors.Is(err, shard.ErrState):
		s.lanes[m.Destination].mute = true // as with the transactions of users
	case errors.Is(err, errUnavailable), errors.Is(err, errChainClosed), errors.Is(err, errAlone), errors.Is(err, errRelayShare), errors.Is(err, shard.ErrBlockFull):
		return // it will be its turn
	}
	s.health.reason(m.Destination, fmt.Sprintf("message %d from chain %d is owed: %v", m.Nonce, m.Source, err))
	if m.told {
		return
	}
	m.told = true
	s.log.Warn("an owed message cannot be relayed now", zap.Uint64("from", uint64(m.Source)), zap.Uint64("to", uint64(m.Destination)),
		zap.Uint64("nonce", m.Nonce), zap.Error(err))
}

// depositBundle is the bundle of a deposit that was kept.
func (s *Sequencer) depositBundle(leg crosschain.Leg, it *item) *decided {
	return &decided{item: it, bundle: chains.Bundle{ID: it.id, Legs: []chains.Leg{s.newLeg(&leg)}}}
}

// relayOwed receives an owed message in the open slot. plain says that its target must not
// be called, even if it is a bridge.
func (s *Sequencer) relayOwed(m *owedMessage, it *item, plain bool) (*decided, error) {
	l := s.lanes[m.Destination]
	calls := s.deps.Core.OwedCalls(&m.Owed)
	if plain {
		calls = calls[len(calls)-1:]
	}
	var leg *crosschain.Leg
	var err error
	for _, call := range calls {
		if leg, err = s.tryOwed(m, call); err == nil || !s.otherwise(err) {
			break
		}
	}
	if err != nil {
		return nil, err
	}
	d, err := s.keep(it, []crosschain.Leg{*leg})
	if err != nil {
		s.fail(err)
		return nil, err
	}
	it.id, d.bundle.ID = d.bundle.Legs[0].TxHash, d.bundle.Legs[0].TxHash
	m.relayed = l.block
	l.owedGas += leg.Trace.GasUsed
	if from := s.open.opens[m.Source]; from != nil && from.Number == m.Height {
		s.open.links = append(s.open.links, m.Pair())
	}
	return d, nil
}

// otherwise reports whether a message that could not be received by one call may be
// received by another: what its target does must not keep it waiting.
func (s *Sequencer) otherwise(err error) bool {
	var cold *shard.ColdError
	return errors.As(err, &cold) || errors.Is(err, shard.ErrParentUnknown) || errors.Is(err, crosschain.ErrNotReceived)
}

// tryOwed executes a call that is to receive an owed message, as an attempt.
func (s *Sequencer) tryOwed(m *owedMessage, call crosschain.RelayCall) (*crosschain.Leg, error) {
	open, err := (*executor)(s).openOn(call.ChainID)
	if err != nil {
		return nil, err
	}
	if err := s.aloneOwed(m); err != nil {
		return nil, err
	}
	if s.lanes[m.Source] != nil && m.Timestamp > open.Timestamp {
		return nil, errNotSent
	}
	l := s.lanes[call.ChainID]
	if l.owedGas+call.Gas > open.GasLimit/4 && l.owedGas > 0 { // a long message goes alone
		return nil, errRelayShare
	}
	l.shard.LimitMisses(owedColdReads * s.cfg.MaxColdReads)
	if s.redoing != nil {
		l.shard.LimitMisses(0)
	}
	tx, trace, err := (*executor)(s).execute(open, call)
	if err == nil {
		err = s.deps.Core.CheckOwed(trace, &m.Owed)
	}
	if err != nil {
		s.undo()
		return nil, err
	}
	return &crosschain.Leg{Tx: tx, Trace: trace, Executes: m.Hash}, nil
}

// aloneOwed is why a message must wait: its source's last blocks may vanish, or the relay would
// join the chains' blocks of the slot while one of them is to stay alone (O6).
func (s *Sequencer) aloneOwed(m *owedMessage) error {
	ids := []chains.ChainID{m.Source}
	if from := s.open.opens[m.Source]; from != nil && from.Number == m.Height {
		ids = append(ids, m.Destination)
	}
	return (*executor)(s).alone(ids...)
}

// errNotSent: the destination is behind the source, and makes up for it.
var errNotSent = fmt.Errorf("%w: the message is sent in a later one", errChainClosed)

// owedColdReads is how many times the first reads of a user's transaction the relay of an
// owed message may need: the loop waits for them.
const owedColdReads = 4
