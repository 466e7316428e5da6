package sequencer

import (
	"context"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/crosschain"
	"github.com/ssequencer/ssequencer/journal"
	"github.com/ssequencer/ssequencer/signer"
	"github.com/ssequencer/ssequencer/tracer/shard"
)

// decide executes one item and keeps, refuses or postpones it.
func (s *Sequencer) decide(it *item) {
	if it.late(s.open.timestamp) {
		s.refuse(it, &chains.Refusal{Code: chains.RefusedExpired, ChainID: it.txs[0].ChainID(), Reason: lateReason(it)}, true)
		return
	}
	if s.capped(it) {
		s.pool.waitSlot(it)
		return
	}
	legs, refusal, err := s.attempt(it.txs, s.cfg.MaxColdReads)
	switch {
	case err != nil:
		s.charge(it)
		s.undo()
		if refusal := s.postpone(it, err); refusal != nil {
			s.refuse(it, refusal, false)
		}
	case refusal != nil:
		s.charge(it)
		s.undo()
		s.refuse(it, refusal, false)
	default:
		d, err := s.keep(it, legs)
		if err != nil {
			s.fail(err)
			return
		}
		promises, err := s.promise(d)
		if err != nil {
			s.fail(err)
			return
		}
		s.record(d, promises)
	}
}

// attempt has crosschain decide transactions on top of everything kept. Each execution
// may wait for as many first reads as coldReads says; 0 is no bound.
func (s *Sequencer) attempt(txs []*chains.Tx, coldReads int) ([]crosschain.Leg, *chains.Refusal, error) {
	for _, id := range s.present {
		s.lanes[id].shard.LimitMisses(coldReads)
	}
	if err := (*executor)(s).aloneAmong(txs); err != nil {
		return nil, nil, err
	}
	legs, refusal, err := s.deps.Core.Decide((*executor)(s), s.owed.expected(), txs)
	if thaws := s.mayThaw(refusal); thaws != nil {
		return nil, nil, thaws
	}
	return legs, refusal, err
}

// undo drops every layer of the attempt.
func (s *Sequencer) undo() {
	for _, id := range s.present {
		l := s.lanes[id]
		l.tried = attemptUse{}
		l.shard.Drop(0)
	}
}

// capped is rule A5: a sender whose executions were refused in this slot waits for the
// next one where refused executions have used a tenth of a chain's gas.
func (s *Sequencer) capped(it *item) bool {
	for _, tx := range it.txs {
		if l := s.lanes[tx.ChainID()]; l != nil && l.refusedGas > l.gasLimit/10 && s.open.refusers[tx.Sender()] {
			return true
		}
	}
	return false
}

// charge notes what an attempt executed in vain (A5), whether it ends refused or waits to
// be executed again.
func (s *Sequencer) charge(it *item) {
	var used uint64
	for _, id := range s.present {
		l := s.lanes[id]
		l.refusedGas += l.tried.gas
		used += l.tried.gas
	}
	if used == 0 {
		return
	}
	for _, tx := range it.txs {
		s.open.refusers[tx.Sender()] = true
	}
}

// keep signs the relays, merges the attempt's layers and gives the bundle its positions.
func (s *Sequencer) keep(it *item, legs []crosschain.Leg) (*decided, error) {
	d := &decided{item: it, bundle: chains.Bundle{ID: it.id, Legs: make([]chains.Leg, 0, len(legs))}}
	final := map[chains.ChainID][]*chains.Tx{}
	for i := range legs {
		leg := &legs[i]
		id := leg.Tx.ChainID()
		if leg.Tx.Kind() == chains.RelayTx && s.lanes[id].cfg.OP == nil {
			signed, err := s.signRelay(leg.Tx)
			if err != nil {
				return nil, fmt.Errorf("sign the relay on chain %d: %w", id, err)
			}
			leg.Tx = signed
		}
		final[id] = append(final[id], leg.Tx)
		d.bundle.Legs = append(d.bundle.Legs, s.newLeg(leg))
	}
	for _, id := range s.present {
		l := s.lanes[id]
		if len(final[id]) > 0 {
			if err := l.shard.Keep(final[id]); err != nil {
				return nil, fmt.Errorf("keep %d transactions on chain %d: %w", len(final[id]), id, err)
			}
		}
		l.relayerNonce += l.tried.relays
		l.relayGas += l.tried.relayGas
		l.tried = attemptUse{}
	}
	s.owed.resent(legs)
	return d, nil
}

func (s *Sequencer) signRelay(tx *chains.Tx) (*chains.Tx, error) {
	signed, err := signer.SignTx(context.Background(), s.deps.Relayer, tx.Inner(), tx.ChainID())
	if err != nil {
		return nil, err
	}
	return chains.NewRelayTx(tx.ChainID(), tx.Sender(), signed)
}

func (s *Sequencer) newLeg(leg *crosschain.Leg) chains.Leg {
	s.numbers.globalIndex++
	t := leg.Trace
	index := uint64(t.Index)
	if leg.Tx.Kind() != chains.DepositTx {
		index -= uint64(s.lanes[t.ChainID].deposits)
	}
	return chains.Leg{
		ChainID:       t.ChainID,
		Kind:          leg.Tx.Kind(),
		Raw:           leg.Tx.Raw(),
		TxHash:        leg.Tx.Hash(),
		Sender:        leg.Tx.Sender(),
		Height:        t.Height,
		Timestamp:     t.Timestamp,
		Index:         index,
		GlobalIndex:   s.numbers.globalIndex,
		FirstLogIndex: uint64(t.FirstLogIndex),
		Status:        t.Status,
		GasUsed:       t.GasUsed,
		Logs:          t.Logs,
		Executes:      leg.Executes,
		Initiates:     leg.Initiates,
		DepositNonce:  t.DepositNonce,
	}
}

// promise makes the promises of a bundle's legs, each naming its chain's last one (P4).
func (s *Sequencer) promise(d *decided) ([]chains.Promise, error) {
	legsHash := d.bundle.LegsHash()
	promises := make([]chains.Promise, 0, len(d.bundle.Legs))
	for i := range d.bundle.Legs {
		leg := &d.bundle.Legs[i]
		if leg.Kind == chains.DepositTx {
			continue // it is L1 that promises it
		}
		if s.promised.Covers(leg.ChainID, leg.Height, leg.Index) {
			continue // in a block that was lost the place was promised (P4)
		}
		p := chains.Promise{
			Epoch:       s.cfg.Epoch,
			ChainID:     leg.ChainID,
			Height:      leg.Height,
			Index:       leg.Index,
			TxHash:      leg.TxHash,
			ReceiptHash: leg.ReceiptHash(),
			BundleHash:  legsHash,
			Timestamp:   leg.Timestamp,
			L1Origin:    s.open.opens[leg.ChainID].L1Origin,
			Previous:    s.promised.Previous(leg.ChainID),
			Grade:       chains.GradeSequenced,
		}
		if err := s.promised.Advance(&p); err != nil {
			return nil, fmt.Errorf("promise %s: %w", leg.TxHash, err)
		}
		promises = append(promises, p)
	}
	return promises, nil
}

// record journals a decision. Its promises leave once it is durable.
func (s *Sequencer) record(d *decided, promises []chains.Promise) {
	d.promises = promises
	seq, err := s.deps.Journal.Append(d.record(s.open.timestamp))
	if err != nil {
		s.fail(fmt.Errorf("journal a decision: %w", err))
		return
	}
	s.open.decided = append(s.open.decided, d)
	s.settle(d.item)
	s.promiser.enqueue(answer{seq: seq, ticket: d.item.ticket, outcome: Outcome{Bundle: &d.bundle, Promises: promises}})
	s.deps.Metrics.bundles.Inc()
}

// record is the journal's record of the decision.
func (d *decided) record(slot uint64) *journal.Decided {
	return &journal.Decided{Slot: slot, Arrival: d.item.arrival, Bundle: d.bundle, Promises: d.promises}
}

// settle takes a decided item out of the pool and wakes what waited for its nonces.
func (s *Sequencer) settle(it *item) {
	s.pool.remove(it)
	s.recent.put(it)
	for _, tx := range it.txs {
		s.pool.included(tx)
	}
}

// refuse journals a refusal. The sender is told once it is durable (P7).
func (s *Sequencer) refuse(it *item, refusal *chains.Refusal, dropped bool) {
	seq, err := s.deps.Journal.Append(it.refused(refusal, dropped))
	if err != nil {
		s.fail(fmt.Errorf("journal a refusal: %w", err))
		return
	}
	s.pool.remove(it)
	s.promiser.enqueue(answer{seq: seq, ticket: it.ticket, outcome: Outcome{Refusal: refusal, Dropped: dropped}})
	s.deps.Metrics.refusals.WithLabelValues(string(refusal.Code)).Inc()
}

// refused is the journal's record of the item's refusal.
func (it *item) refused(refusal *chains.Refusal, dropped bool) *journal.Refused {
	hashes := make([]common.Hash, len(it.txs))
	for i, tx := range it.txs {
		hashes[i] = tx.Hash()
	}
	return &journal.Refused{Arrival: it.arrival, ID: it.id, TxHashes: hashes, Refusal: *refusal, Dropped: dropped}
}

// postpone reacts to a leg that could not be executed now: the item waits, or is to be
// refused as returned, with go-ethereum's words.
func (s *Sequencer) postpone(it *item, err error) *chains.Refusal {
	var leg *crosschain.LegError
	if !errors.As(err, &leg) {
		s.fail(fmt.Errorf("decide %s: %w", it.id, err))
		return nil
	}
	refusal := &chains.Refusal{Leg: uint64(leg.Leg), ChainID: leg.ChainID, Reason: leg.Err.Error()}
	it.why = ""
	if errors.Is(err, errChainClosed) || errors.Is(err, errAlone) || errors.Is(err, errOwed) || errors.Is(err, errFrozen) || errors.Is(err, errUnavailable) {
		it.why = leg.Error()
	}
	var cold *shard.ColdError
	switch {
	case errors.As(err, &cold):
		s.warmUp(leg.ChainID, cold, it)
	case errors.Is(err, shard.ErrParentUnknown):
		s.pool.waitParent(leg.ChainID, it)
	case errors.Is(err, shard.ErrBlockFull), errors.Is(err, errRelayShare), errors.Is(err, errChainClosed), errors.Is(err, errAlone), errors.Is(err, errOwed), errors.Is(err, errFrozen), errors.Is(err, core.ErrFeeCapTooLow):
		s.pool.waitSlot(it)
	case errors.Is(err, shard.ErrOrder): // no fault of the transaction
		s.distrust(s.lanes[leg.ChainID], err)
		s.pool.waitSlot(it)
	case errors.Is(err, shard.ErrState):
		s.log.Warn("state could not be read, trying again in the next slot", zap.Uint64("chain", uint64(leg.ChainID)), zap.Error(err))
		s.health.reason(leg.ChainID, "state reads fail: "+err.Error())
		s.lanes[leg.ChainID].mute = true // the loop must not wait for each transaction's time-out
		s.pool.waitSlot(it)
	case errors.Is(err, errUnavailable) && s.awayForNow(leg.ChainID):
		s.pool.waitSlot(it)
	case errors.Is(err, errUnavailable) && len(it.txs) == 1 && leg.ChainID == it.txs[0].ChainID():
		s.pool.waitChain(leg.ChainID, it)
	case errors.Is(err, errUnavailable):
		return unavailable(leg)
	case errors.Is(err, errRelayerFunds):
		refusal.Code = chains.RefusedRelayerFunds
		refusal.Reason = fmt.Sprintf("the relayer %s has less than %s wei on chain %d", s.deps.Relayer.Address(), s.cfg.RelayerMark, leg.ChainID)
		refusal.Hint = "the sequencer's operator must fund it; transactions without messages go on"
		return refusal
	case errors.Is(err, errNeverFits):
		refusal.Code, refusal.Hint = chains.RefusedLimits, "relays may take half of a block; split it into several transactions"
		return refusal
	case leg.Kind == chains.UserTx && errors.Is(err, core.ErrNonceTooHigh):
		if s.pool.parked >= s.cfg.MaxQueued*3/4 {
			refusal.Code, refusal.Hint = chains.RefusedLimits, "too many transactions wait for earlier nonces; send those first"
			return refusal
		}
		s.pool.waitNonce(it.gapOn(leg, s), it)
	case leg.Kind == chains.UserTx:
		refusal.Code = chains.RefusedInvalid
		return refusal
	default: // a relay of ours that cannot be executed at all
		refusal.Code, refusal.Hint = chains.RefusedRelayFailed, "the relay is the sequencer's own; tell its operator"
		return refusal
	}
	return nil
}

// unavailable is the answer to what touches a chain that stands aside.
func unavailable(leg *crosschain.LegError) *chains.Refusal {
	return &chains.Refusal{Code: chains.RefusedChainUnavailable, Leg: uint64(leg.Leg), ChainID: leg.ChainID, Reason: leg.Err.Error(),
		Hint: "send it again when the chain is back; what touches other chains only goes on"}
}

// gapOn returns the item's transaction that met the nonce gap: the first of the leg's
// chain whose nonce is not the shard's next.
func (it *item) gapOn(leg *crosschain.LegError, s *Sequencer) *chains.Tx {
	for _, tx := range it.txs {
		if tx.ChainID() != leg.ChainID {
			continue
		}
		if nonce, err := s.lanes[leg.ChainID].shard.View().Nonce(tx.Sender()); err == nil && tx.Nonce() > nonce {
			return tx
		}
	}
	return it.txs[0]
}
