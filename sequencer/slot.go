package sequencer

import (
	"context"
	"errors"
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
	ends      time.Time // when it is sealed and committed, unless it is closed before
	ahead     ahead     // when it is sealed, where that is before its end
	sealedAt  time.Time
	hold      hold
	length    time.Duration
	opens     map[chains.ChainID]*chains.Open
	decided   []*decided
	closed    bool // takes no new bundles: it is redone, or being sealed
	begun     int  // on how many chains, in order of their ids
	sealed    int
	job       *commitJob // what is sealed of it
	reruns    int
	cause     string                            // why it is redone, where nodes and shards differed
	refusers  map[common.Address]bool           // senders of refused executions in this slot (A5)
	late      map[chains.ChainID]bool           // chains whose deposits wait for the parent's hash (P2)
	links     []chains.Pair                     // chains joined by relays of messages that were sent in this slot (A7)
	parents   map[chains.ChainID]*chains.Parent // what the chains with a source were asked with
}

func newSlot(timestamp uint64) *slot {
	return &slot{timestamp: timestamp, hold: newHold(), opens: map[chains.ChainID]*chains.Open{}, refusers: map[common.Address]bool{}, late: map[chains.ChainID]bool{},
		parents: map[chains.ChainID]*chains.Parent{}}
}

// decided is a bundle at its place.
type decided struct {
	item     *item
	bundle   chains.Bundle
	promises []chains.Promise // unsigned
	strikes  int              // how often the node disagreed about it
}

// openSlot opens the next slot on every chain that has inputs for it (P1). It reports false
// where a node could not be read.
func (s *Sequencer) openSlot(ctx context.Context, now time.Time) bool {
	timestamp, offers, err := s.offers(now)
	var gone *absence
	if errors.As(err, &gone) {
		s.unreadable(ctx, s.lanes[gone.chain], gone.err)
		return false
	}
	if len(offers) == 0 {
		return true
	}
	s.grace = time.Time{}
	sl := newSlot(timestamp)
	recs := make([]journal.Record, 0, len(offers))
	for i := range offers {
		recs = append(recs, &journal.Opened{Open: *sl.take(&offers[i])})
	}
	sl.length = s.cfg.BlockTime
	for i := range offers {
		if p := offers[i].parent; p != nil {
			sl.length = max(sl.length, min(time.Duration(offers[i].inputs.Timestamp-p.Timestamp)*time.Second, 4*s.cfg.BlockTime))
		}
	}
	sl.ends = soon(time.Unix(int64(sl.timestamp), 0).Add(s.cfg.BlockTime), now, sl.length)
	sl.ahead = s.endsAhead(timestamp, offers, now)
	for i := range offers {
		if s.wishes.open(offers[i].lane.cfg.ID) {
			sl.ends = now
		}
	}
	s.prepare(sl, recs)
	return true
}

// take opens the slot on a chain.
func (sl *slot) take(o *offer) *chains.Open {
	id, open := o.lane.cfg.ID, o.open()
	sl.opens[id] = open
	if o.parent != nil {
		sl.parents[id] = o.parent
	}
	return open
}

// prepare journals the opening of a slot; begin takes it from there.
func (s *Sequencer) prepare(sl *slot, recs []journal.Record) {
	if len(recs) > 0 {
		if _, err := s.deps.Journal.Append(recs...); err != nil {
			s.fail(fmt.Errorf("journal the opening of slot %d: %w", sl.timestamp, err))
			return
		}
	}
	s.opening, s.numbers.lastTimestamp = sl, max(s.numbers.lastTimestamp, sl.timestamp)
}

// gapChecks is at how many accounts each new slot looks whether a nonce that is waited for
// was reached.
const gapChecks = 64

// wakeReached wakes what waits for a nonce that was reached in another way than by the
// transaction before it: authorizations (EIP-7702) and creations by delegated accounts use
// nonces up as well. A map's order is a fair choice among the accounts.
func (s *Sequencer) wakeReached() {
	checked := 0
	for at := range s.pool.gaps {
		if checked++; checked > gapChecks {
			return
		}
		if l := s.lanes[at.chain]; l != nil && l.aside == nil {
			if nonce, err := l.shard.View().Nonce(at.sender); err == nil {
				s.pool.reached(at, nonce)
			}
		}
	}
}

// begin starts the prepared slot's blocks on the shards. It reports false where a node
// could not be read; the next call goes on from there.
func (s *Sequencer) begin(ctx context.Context) bool {
	if !s.startAll(ctx, s.opening) {
		return false
	}
	s.open, s.opening = s.opening, nil
	if s.redoing == nil {
		s.takeEntries()
		s.force()
		s.pool.slotOpened()
		s.wakeReached()
		s.recent.nextSlot()
	}
	return true
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

// soon bounds a slot's end, which is at the whole second that names the slot, and a block time.
// One that is ahead of the clock (slots redone after a crash take less than their time) lasts a
// little longer than its length, so that the clock catches up; not more, for a clock set back
// must not stop the chains.
func soon(end, now time.Time, length time.Duration) time.Time {
	if latest := now.Add(length * 5 / 4); latest.Before(end) {
		return latest
	}
	return end
}

func lateReason(it *item) string {
	return fmt.Sprintf("it could not be included by slot %d", it.maxTimestamp)
}

// dropExpired gives up what has waited too long (A3a).
func (s *Sequencer) dropExpired(now time.Time) {
	expired := s.pool.expired(now.Add(-s.cfg.MaxWait), s.numbers.lastTimestamp)
	if len(expired) > 0 {
		defer s.pool.sweep()
	}
	for _, it := range expired {
		reason := fmt.Sprintf("it waited for more than %v", s.cfg.MaxWait)
		if it.why != "" {
			reason += ", at last because: " + it.why
		}
		if it.late(s.numbers.lastTimestamp) {
			reason = lateReason(it)
		}
		s.refuse(it, &chains.Refusal{
			Code:    chains.RefusedExpired,
			ChainID: it.txs[0].ChainID(),
			Reason:  reason,
			Hint:    "look at its nonce and its fee cap; it may be sent again",
		}, true)
	}
}

// seal closes the open slot and hands it to the committer. It reports false where a node
// could not be read; the next call goes on from there.
func (s *Sequencer) seal(ctx context.Context) bool {
	sl := s.open
	sl.closed = true
	if sl.job == nil {
		sl.job, sl.sealedAt = &commitJob{slot: sl}, s.deps.Clock.Now()
	}
	for _, id := range s.ids[sl.sealed:] {
		if sl.opens[id] != nil && !s.sealOn(ctx, sl, s.lanes[id]) {
			return false
		}
		sl.sealed++
	}
	job := sl.job
	job.group(sl.decided, sl.links)
	s.open, s.sealing = nil, sl
	if !s.holds(sl) {
		sl.hold.release()
	}
	s.committer.Add(1)
	go func() {
		defer s.committer.Done()
		s.commit(ctx, job)
	}()
	return true
}

func (s *Sequencer) sealOn(ctx context.Context, sl *slot, l *lane) bool {
	open := *sl.opens[l.cfg.ID]
	if l.applied.Number+1 != open.Number {
		s.distrust(l, fmt.Errorf("sealing block %d on applied block %d", open.Number, l.applied.Number))
		return false
	}
	sealed, err := l.shard.Seal()
	if err != nil {
		s.unreadable(ctx, l, fmt.Errorf("seal block %d: %w", open.Number, err))
		return false
	}
	open.ParentHash = l.applied.Hash
	sl.job.blocks = append(sl.job.blocks, &blockJob{node: l.Node, diagnose: l.Diagnose, open: &open, sealed: sealed})
	return true
}

// built is told when the node has built a block equal to the sealed one.
func (s *Sequencer) built(b chains.BlockRef, id chains.ChainID) {
	l := s.lanes[id]
	if err := l.shard.Built(b.Number, b.Hash); err != nil {
		s.distrust(l, err)
	}
	s.pool.parentKnown(id)
}

// distrust notes that a chain's shard is not where its node is, which is a fault of ours: the chain stands aside
// as soon as nothing is being committed, and comes back with what its node says. The others go on.
func (s *Sequencer) distrust(l *lane, err error) {
	if l.leaves == nil {
		l.leaves = &absence{chain: l.cfg.ID, err: fmt.Errorf("the chain's state in memory does not fit its node's: %w", err)}
	}
}

// appliedGroup is told when all nodes of a commit group have adopted their blocks.
func (s *Sequencer) appliedGroup(ctx context.Context, blocks []journal.CommittedBlock) {
	for _, b := range blocks {
		l := s.lanes[b.ChainID]
		s.sample(ctx, b)
		if err := l.shard.Adopted(b.Ref.Number, b.Ref.Hash); err != nil {
			s.distrust(l, err)
		}
		l.applied, l.committed, l.mute = b.Ref, b.Ref, false
		if l.steady++; l.steady >= steady {
			l.lapses = 0
		}
		s.promised.Forget(b.ChainID, b.Ref.Number+1)
		s.owed.settled(b.ChainID, b.Ref.Number)
		s.thaw(b.ChainID, b.Ref.Number)
		s.health.set(b.ChainID, b.Ref, "")
	}
	s.heeded = false // a source may have something on these blocks
}

// slotEnded is told when the commit protocol of every group of the sealing slot has ended.
// What is not committed is redone, without the chains that could not do their part.
func (s *Sequencer) slotEnded(ctx context.Context, sl *slot, ends []groupEnd) {
	s.sealing = nil
	rest := newSlot(sl.timestamp)
	rest.reruns, rest.cause, rest.ends, rest.length, rest.parents = sl.reruns, sl.cause, sl.ends, sl.length, sl.parents
	var gone []*absence
	again := false
	for i := range ends {
		end := &ends[i]
		if end.err != nil {
			s.fail(fmt.Errorf("commit slot %d: %w", sl.timestamp, end.err))
			return
		}
		gone = append(gone, end.absent...)
		if end.committed {
			s.committed(sl.timestamp, end)
			continue
		}
		for _, b := range end.blocks {
			rest.opens[b.open.ChainID] = sl.opens[b.open.ChainID]
		}
		again = true
	}
	for _, d := range sl.decided {
		if rest.joins(d) {
			rest.decided = append(rest.decided, d)
		} else {
			s.deps.Metrics.transactions.Add(float64(len(d.bundle.Legs)))
		}
	}
	for i := range ends {
		if d := ends[i].diverged; d != nil {
			if endless := s.diverged(rest, d); endless != nil {
				gone = append(gone, endless)
			}
		}
	}
	gone = append(gone, s.leaving()...)
	if again || len(gone) > 0 {
		cause := ""
		if rest.cause != "" {
			cause = "the slot before it was executed again: " + rest.cause
		}
		s.rewind(cause)
	}
	if again {
		s.backlog = append([]*slot{rest}, s.backlog...)
	} else {
		s.deps.Metrics.slots.Inc()
	}
	if len(gone) > 0 {
		s.standAside(ctx, gone)
	}
}

// committed notes a group whose COMMIT is durable, and what of it is not adopted yet.
func (s *Sequencer) committed(slot uint64, end *groupEnd) {
	for _, b := range end.blocks {
		if b.absentIn(end.absent) {
			l := s.lanes[b.open.ChainID]
			l.committed = b.payload.Ref()
			l.unapplied = append(l.unapplied, unapplied{slot: slot, ref: l.committed})
			s.promised.Forget(l.cfg.ID, l.committed.Number+1) // as whoever reads the journal does: the block may be lost before it is adopted
		}
	}
}
