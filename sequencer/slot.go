package sequencer

import (
	"context"
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/journal"
)

// maxAhead is how far a slot's timestamp may be ahead of the clock before it is said.
const maxAhead = 5 * time.Second

// slot is one slot: one open block on every chain, and the bundles decided in it.
type slot struct {
	timestamp uint64
	ends      time.Time // when it is sealed, unless it is closed before
	opens     map[chains.ChainID]*chains.Open
	decided   []*decided
	closed    bool // takes no new bundles: it is redone, or full
	reruns    int
	cause     string                  // why it is redone, where nodes and shards differed
	refusers  map[common.Address]bool // senders of refused executions in this slot (A5)
}

// decided is a bundle at its place.
type decided struct {
	item     *item
	bundle   chains.Bundle
	promises []chains.Promise // unsigned
	strikes  int              // how often the node disagreed about it
}

// advance moves the slots on as far as time and the committer allow.
func (s *Sequencer) advance(ctx context.Context) {
	now := s.deps.Clock.Now()
	if s.suspect != "" && s.open != nil && s.sealing == nil {
		s.startOver()
	}
	if s.open != nil && s.sealing == nil && (s.open.closed || !now.Before(s.open.ends)) {
		s.seal(ctx)
	}
	if s.open != nil || s.failure != nil {
		return
	}
	if len(s.backlog) > 0 {
		if s.sealing == nil { // a redo starts from adopted blocks only
			next := s.backlog[0]
			s.backlog = s.backlog[1:]
			s.redo(next)
		}
		return
	}
	s.openSlot(now)
	s.dropExpired(now)
}

// openSlot opens the next slot on every chain (P1).
func (s *Sequencer) openSlot(now time.Time) {
	sl := &slot{timestamp: s.nextTimestamp(now), opens: map[chains.ChainID]*chains.Open{}, refusers: map[common.Address]bool{}}
	recs := make([]journal.Record, 0, len(s.ids))
	for _, id := range s.ids {
		open := s.newOpen(s.lanes[id], sl.timestamp)
		sl.opens[id] = open
		recs = append(recs, &journal.Opened{Open: *open})
	}
	sl.ends = s.slotEnd(sl.timestamp, now)
	s.begin(sl, recs)
	s.pool.slotOpened()
	s.recent.nextSlot()
}

// begin journals what is given and starts the slot's blocks on the shards.
func (s *Sequencer) begin(sl *slot, recs []journal.Record) {
	if len(recs) > 0 {
		if _, err := s.deps.Journal.Append(recs...); err != nil {
			s.fail(fmt.Errorf("journal the opening of slot %d: %w", sl.timestamp, err))
			return
		}
	}
	for _, id := range s.ids {
		l := s.lanes[id]
		open := sl.opens[id]
		if open == nil { // this chain's block of the slot is committed already
			continue
		}
		if err := l.shard.Begin(open); err != nil {
			s.fail(fmt.Errorf("open block %d of chain %d: %w", open.Number, id, err))
			return
		}
		nonce, err := l.shard.View().Nonce(s.deps.Relayer.Address())
		if err != nil {
			s.fail(fmt.Errorf("read the relayer's nonce on chain %d: %w", id, err))
			return
		}
		l.relayerNonce, l.relayGas, l.refusedGas = nonce, 0, 0
	}
	s.open, s.numbers.lastTimestamp = sl, max(s.numbers.lastTimestamp, sl.timestamp)
}

// newOpen fixes every header input of a chain's next block.
func (s *Sequencer) newOpen(l *lane, timestamp uint64) *chains.Open {
	number := l.shard.Height()
	open := &chains.Open{
		ChainID:      l.cfg.ID,
		Number:       number,
		Timestamp:    timestamp,
		PrevRandao:   s.slotWord("prevrandao", l.cfg.ID, timestamp),
		FeeRecipient: l.cfg.FeeRecipient,
		GasLimit:     l.cfg.GasLimit,
		BaseFee:      l.shard.NextBaseFee(),
		BeaconRoot:   s.slotWord("beaconroot", l.cfg.ID, timestamp),
		ExtraData:    l.cfg.ExtraData,
		L1Origin:     s.deps.L1Head(),
	}
	if l.applied.Number == number-1 {
		open.ParentHash = l.applied.Hash
	}
	return open
}

// slotWord fixes prevRandao and the beacon root when the slot opens, never from the
// parent (P1). On a chain without a beacon chain they are not random: anybody can
// compute them.
func (s *Sequencer) slotWord(name string, id chains.ChainID, timestamp uint64) common.Hash {
	return crypto.Keccak256Hash([]byte("ssequencer/"+name), s.cfg.DeploymentID[:],
		common.BigToHash(id.Big()).Bytes(), common.BigToHash(chains.ChainID(timestamp).Big()).Bytes())
}

// nextTimestamp is the wall clock second, and always later than the slot before.
func (s *Sequencer) nextTimestamp(now time.Time) uint64 {
	ts := max(uint64(now.Unix()), s.numbers.lastTimestamp+1)
	if ahead := time.Unix(int64(ts), 0).Sub(now); ahead > maxAhead {
		s.log.Warn("slots run ahead of the clock: is the clock right?", zap.Duration("ahead", ahead))
	}
	return ts
}

// slotEnd keeps slots at the whole seconds that name them. One that is ahead of the clock
// (slots redone after a crash take less than their time) lasts a little longer than a block
// time, so that the clock catches up; not more, for a clock set back must not stop the chains.
func (s *Sequencer) slotEnd(timestamp uint64, now time.Time) time.Time {
	end := time.Unix(int64(timestamp), 0).Add(s.cfg.BlockTime)
	if latest := now.Add(s.cfg.BlockTime * 5 / 4); latest.Before(end) {
		return latest
	}
	return end
}

// dropExpired gives up what has waited too long (A3a).
func (s *Sequencer) dropExpired(now time.Time) {
	for _, it := range s.pool.expired(now.Add(-s.cfg.MaxWait)) {
		s.refuse(it, &chains.Refusal{
			Code:    chains.RefusedExpired,
			ChainID: it.txs[0].ChainID(),
			Reason:  fmt.Sprintf("it waited for more than %v", s.cfg.MaxWait),
			Hint:    "look at its nonce and its fee cap; it may be sent again",
		}, true)
	}
}

// seal closes the open slot and hands it to the committer.
func (s *Sequencer) seal(ctx context.Context) {
	sl := s.open
	job := &commitJob{slot: sl}
	for _, id := range s.ids {
		l := s.lanes[id]
		open := sl.opens[id]
		if open == nil {
			continue
		}
		sealed, err := l.shard.Seal()
		if err != nil {
			s.fail(fmt.Errorf("seal block %d of chain %d: %w", open.Number, id, err))
			return
		}
		if l.applied.Number+1 != open.Number {
			s.fail(fmt.Errorf("chain %d: sealing block %d on applied block %d", id, open.Number, l.applied.Number))
			return
		}
		withParent := *open
		withParent.ParentHash = l.applied.Hash
		job.blocks = append(job.blocks, &blockJob{node: l.node, diagnose: s.deps.Diagnose[id], open: &withParent, sealed: sealed})
	}
	job.group(sl.decided)
	s.open, s.sealing = nil, sl
	s.committer.Add(1)
	go func() {
		defer s.committer.Done()
		s.commit(ctx, job)
	}()
}

// built is told when the node has built a block equal to the sealed one.
func (s *Sequencer) built(b chains.BlockRef, id chains.ChainID) {
	l := s.lanes[id]
	if err := l.shard.Built(b.Number, b.Hash); err != nil {
		s.fail(fmt.Errorf("chain %d: %w", id, err))
		return
	}
	if s.open != nil && s.open.opens[id] != nil && s.open.opens[id].ParentHash == (common.Hash{}) {
		if err := l.shard.SetParent(b.Hash); err != nil {
			s.fail(fmt.Errorf("chain %d: %w", id, err))
			return
		}
	}
	s.pool.parentKnown(id)
}

// appliedGroup is told when all nodes of a commit group have adopted their blocks.
func (s *Sequencer) appliedGroup(ctx context.Context, blocks []journal.CommittedBlock) {
	for _, b := range blocks {
		l := s.lanes[b.ChainID]
		s.sample(ctx, b)
		if err := l.shard.Adopted(b.Ref.Number, b.Ref.Hash); err != nil {
			s.fail(fmt.Errorf("chain %d: %w", b.ChainID, err))
			return
		}
		l.applied = b.Ref
		s.promised.Forget(b.ChainID, b.Ref.Number+1)
		s.health.set(b.ChainID, b.Ref, "")
	}
}

// slotDone is told when every group of the sealing slot is applied.
func (s *Sequencer) slotDone(sl *slot) {
	s.sealing = nil
	s.deps.Metrics.slots.Inc()
	for _, d := range sl.decided {
		s.deps.Metrics.transactions.Add(float64(len(d.bundle.Legs)))
	}
}
