package sequencer

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/journal"
)

// SlotSource says what the next block of one chain of the OP Stack is to be made of.
type SlotSource interface {
	// Next returns that for the block after parent, or chains.ErrNotYet. It is called often,
	// by the slot loop, and answers at once; for the same parent it answers the same until
	// something has changed, of which it tells by Sequencer.Wake. slot is the timestamp that
	// the loop's own clock would give.
	Next(parent *chains.Parent, slot uint64) (*chains.Inputs, error)
}

// Errors about what a chain's source says.
var (
	errInputs        = errors.New("the inputs of the chain's next block cannot be used")
	errInputsChanged = errors.New("what the block is made of has changed")
)

// Wake has the sources asked again. It never blocks.
func (s *Sequencer) Wake() {
	select {
	case s.woken <- struct{}{}:
	default: // it will be, anyway
	}
}

// roused is told that a source has more to say; perhaps somebody has made a block, too.
func (s *Sequencer) roused() {
	s.heeded = false
	for _, id := range s.present {
		s.lanes[id].looked = time.Time{}
	}
	s.recallChanged()
}

// offer is what a chain's next block would be opened with.
type offer struct {
	lane   *lane
	parent *chains.Parent // nil on a chain without a source
	inputs *chains.Inputs
}

// offers asks every chain that takes part for its next block. Those of the earliest
// timestamp are returned; the others are in a later slot. A chain without a source takes
// whatever timestamp the slot has.
func (s *Sequencer) offers(now time.Time) (timestamp uint64, offers []offer, err error) {
	own := s.nextTimestamp(now)
	timestamp = own
	var silent []*lane
	var all []offer
	for _, id := range s.present {
		l := s.lanes[id]
		if l.Source == nil {
			continue
		}
		o, err := s.ask(l, own)
		if err != nil {
			return 0, nil, &absence{chain: id, err: err}
		}
		if o == nil {
			silent = append(silent, l)
			continue
		}
		all = append(all, *o)
	}
	all, wait := s.inTurn(all, own, now)
	if wait {
		return timestamp, nil, nil
	}
	for i := range all {
		at := all[i].inputs.Timestamp
		if s.isPast(at) || len(offers) > 0 && at > timestamp {
			continue
		}
		if len(offers) > 0 && at < timestamp {
			offers = offers[:0]
		}
		timestamp, offers = at, append(offers, all[i])
	}
	if len(offers) > 0 && s.expects(silent, offers, now) {
		return timestamp, nil, nil
	}
	for _, id := range s.present {
		if l := s.lanes[id]; l.Source == nil && l.shard.Last().Timestamp < timestamp {
			offers = append(offers, offer{lane: l, inputs: s.ownInputs(l, timestamp)})
		}
	}
	return timestamp, offers, nil
}

// maxLag is how many block times a chain's slot may be behind the newest one that is offered, to be
// one of the slots that are usual where chains have blocks of different lengths, or op-nodes their own time.
const maxLag = 8

// inTurn leaves out the chains that are not to have the next slot. One without an op-node that is behind the
// others, since it stood aside or its source had nothing, makes its blocks one after the other in the first half of each
// of their slots, so that neither keeps the other waiting for long. Little behind, it is where the slot after its own is being committed already; a
// chain with an op-node would miss its time then, and such chains wait until they are far behind. own is the slot of the chains
// without a source. wait says that it is its turn as soon as what is being committed is.
func (s *Sequencer) inTurn(all []offer, own uint64, now time.Time) (turn []offer, wait bool) {
	newest, beside := uint64(0), false
	for i := range all {
		newest, beside = max(newest, all[i].inputs.Timestamp), beside || all[i].lane.Blocks != nil
	}
	if slices.ContainsFunc(s.present, func(id chains.ChainID) bool { return s.lanes[id].Source == nil }) {
		newest = max(newest, own)
	}
	isLate := func(o offer) bool {
		at := o.inputs.Timestamp
		return o.lane.Blocks == nil && (at+maxLag*uint64(s.cfg.BlockTime/time.Second) < newest || !beside && at < newest && s.isPast(at))
	}
	if !slices.ContainsFunc(all, isLate) {
		return all, false
	}
	if !now.Before(time.Unix(int64(newest), 0).Add(s.cfg.BlockTime / 2)) {
		return slices.DeleteFunc(all, isLate), false
	}
	all = slices.DeleteFunc(all, func(o offer) bool { return !isLate(o) })
	return all, !slices.ContainsFunc(all, func(o offer) bool { return !s.isPast(o.inputs.Timestamp) })
}

// expects reports whether a chain that has offered nothing is still to be waited for, since
// its block, if it comes at its usual time, is of an earlier slot: chains that have blocks more
// often than others would miss theirs. That takes until the earlier slot's time is over, or a fraction
// of a slot where it is already, and a chain that has missed more than these blocks is not waited for.
func (s *Sequencer) expects(silent []*lane, offers []offer, now time.Time) bool {
	timestamp, since := offers[0].inputs.Timestamp, offers[0].parent.Timestamp
	for i := range offers {
		since = min(since, offers[i].parent.Timestamp)
	}
	due := uint64(0)
	for _, l := range silent {
		if last := l.shard.Last().Timestamp; l.pace > 0 && last >= since && last+l.pace < timestamp {
			due = max(due, last+l.pace)
		}
	}
	if due == 0 {
		s.grace = time.Time{}
		return false
	}
	if s.grace.IsZero() {
		s.grace = now.Add(s.cfg.BlockTime / 4)
	}
	until := s.grace
	if at := time.Unix(int64(due), 0); at.After(until) && at.Before(now.Add(4*s.cfg.BlockTime)) {
		until = at
	}
	s.grace = soon(until, now, 4*s.cfg.BlockTime)
	return now.Before(s.grace)
}

// ask asks a chain's source for its next block. It returns nil where there is none for now,
// and an error where the chain's state cannot be read.
func (s *Sequencer) ask(l *lane, slot uint64) (*offer, error) {
	parent, err := l.parent()
	if err != nil {
		return nil, err
	}
	in, err := l.Source.Next(parent, slot)
	if err == nil {
		err = l.usable(parent, in)
	}
	if err == nil {
		l.unsure = false
		if l.starved {
			l.starved = false
			s.health.reason(l.cfg.ID, "")
		}
		return &offer{l, parent, in}, nil
	}
	if errors.Is(err, chains.ErrOrphaned) {
		s.adrift(l, err)
	}
	if errors.Is(err, chains.ErrUnsure) && !l.unsure {
		l.unsure = true
		s.owed.doubt(l.cfg.ID) // what its last blocks have sent may be lost with them
	}
	if !errors.Is(err, chains.ErrNotYet) && !l.starved { // said once
		l.starved = true
		s.health.reason(l.cfg.ID, "no block can be opened: "+err.Error())
		s.log.Error("a chain has no block in the slots", zap.Uint64("chain", uint64(l.cfg.ID)), zap.Error(err))
	}
	return nil, nil
}

// parent is the block that the chain's next one is built on.
func (l *lane) parent() (*chains.Parent, error) {
	last := l.shard.Last()
	p := &chains.Parent{ChainID: l.cfg.ID, Number: last.Number, Timestamp: last.Timestamp, GasLimit: last.GasLimit, ExtraData: last.ExtraData}
	if l.applied.Number == last.Number {
		p.Hash = l.applied.Hash
	}
	view := l.shard.View()
	attributes, err := chains.ReadL1Attributes(func(slot common.Hash) (common.Hash, error) { return view.Storage(chains.L1BlockAddress, slot) })
	if err != nil {
		return nil, fmt.Errorf("read the L1 attributes after block %d: %w", last.Number, err)
	}
	p.Attributes = attributes
	return p, nil
}

// usable checks what must hold of inputs whatever their source.
func (l *lane) usable(parent *chains.Parent, in *chains.Inputs) error {
	if in.Timestamp <= parent.Timestamp {
		return fmt.Errorf("%w: timestamp %d is not after the parent's %d", errInputs, in.Timestamp, parent.Timestamp)
	}
	if l.cfg.OP == nil {
		return nil
	}
	if len(in.Deposits) == 0 {
		return fmt.Errorf("%w: no L1 attributes", errInputs)
	}
	for i, raw := range in.Deposits {
		tx, err := chains.DecodeDeposit(l.cfg.ID, raw)
		if err == nil && i == 0 {
			_, _, err = chains.ParseL1Attributes(tx)
		}
		if err != nil {
			return fmt.Errorf("%w: deposit %d: %w", errInputs, i, err)
		}
	}
	return nil
}

// ownInputs are those of a chain without a source.
func (s *Sequencer) ownInputs(l *lane, timestamp uint64) *chains.Inputs {
	return &chains.Inputs{
		Timestamp: timestamp, PrevRandao: s.slotWord("prevrandao", l.cfg.ID, timestamp), FeeRecipient: l.cfg.FeeRecipient,
		GasLimit: l.cfg.GasLimit, BeaconRoot: s.slotWord("beaconroot", l.cfg.ID, timestamp), L1Origin: s.deps.L1Head(),
	}
}

// open fixes every header input of a chain's next block (P1).
func (o *offer) open() *chains.Open {
	l := o.lane
	open := &chains.Open{ChainID: l.cfg.ID, Number: l.shard.Height(), BaseFee: l.shard.NextBaseFee()}
	l.fill(open, o.inputs, l.shard.Last().Timestamp)
	if l.applied.Number == open.Number-1 {
		open.ParentHash = l.applied.Hash
	}
	return open
}

// fill sets what an opening takes from a source. parent is the timestamp of the block before.
func (l *lane) fill(open *chains.Open, in *chains.Inputs, parent uint64) {
	open.Timestamp, open.PrevRandao, open.FeeRecipient, open.GasLimit = in.Timestamp, in.PrevRandao, in.FeeRecipient, in.GasLimit
	open.BeaconRoot, open.ExtraData, open.L1Origin, open.Deposits, open.NoTxPool = in.BeaconRoot, l.cfg.ExtraData, in.L1Origin, in.Deposits, in.NoTxPool
	open.Alone = in.Alone
	if op := l.cfg.OP; op != nil {
		fork := op.Fork(in.Timestamp)
		open.ExtraData = feeMarket(op, in.FeeMarket).ExtraData(fork)
		open.NoTxPool = in.NoTxPool || fork != op.Fork(parent) // a fork's first block
	}
}

// feeMarket fills in the chain's own parameters.
func feeMarket(op *chains.OPStack, m chains.FeeMarket) chains.FeeMarket {
	if m.Denominator == 0 && m.Elasticity == 0 {
		own := op.FeeMarket()
		m.Denominator, m.Elasticity = own.Denominator, own.Elasticity
	}
	return m
}

// sameInputs reports whether a block was opened with what its source says now.
func sameInputs(open, now *chains.Open) bool {
	a, b := *open, *now
	a.Deposits, b.Deposits = nil, nil
	return a.Hash() == b.Hash() && slices.EqualFunc(open.Deposits, now.Deposits, func(x, y []byte) bool { return string(x) == string(y) })
}

// heed does what has become necessary after a source had more to say while a slot is open: a
// chain joins it, or its block is made anew of other inputs. It reports false where a node
// could not be read.
func (s *Sequencer) heed(ctx context.Context) bool {
	select {
	case <-s.woken:
		s.roused()
	default:
	}
	sl := s.open
	if s.heeded || sl == nil || sl.closed || s.opening != nil || s.redoing != nil {
		return true
	}
	if !s.joinAll(ctx, sl) {
		return false
	}
	changed := ""
	for _, id := range s.present {
		l := s.lanes[id]
		if l.Source == nil || sl.opens[id] == nil {
			continue
		}
		if now := s.changed(sl, l); now != nil && s.sealing == nil {
			changed = fmt.Sprintf("chain %d: %v", id, errInputsChanged)
			sl.opens[id] = now
		} else if now != nil {
			return true // after what is being committed
		}
	}
	s.heeded = true
	if changed != "" {
		s.remake(changed)
	}
	return true
}

// joinAll has the chains join the open slot whose sources have it by now. It comes before what
// changes openings, which must not be left half done where a node cannot be read.
func (s *Sequencer) joinAll(ctx context.Context, sl *slot) bool {
	for _, id := range s.present {
		l := s.lanes[id]
		if l.Source == nil || sl.opens[id] != nil || s.awaits(l) { // its blocks that are to be redone come first
			continue
		}
		if !s.join(ctx, sl, l) {
			return false
		}
	}
	return true
}

// awaits reports whether blocks of the chain are to be redone.
func (s *Sequencer) awaits(l *lane) bool {
	return slices.ContainsFunc(s.backlog, func(sl *slot) bool { return sl.opens[l.cfg.ID] != nil })
}

// changed returns the opening that a chain's block would have now, nil where it is the one
// it has, or nobody knows what its source was asked.
func (s *Sequencer) changed(sl *slot, l *lane) *chains.Open {
	open, asked := sl.opens[l.cfg.ID], sl.parents[l.cfg.ID]
	if asked == nil {
		return nil
	}
	parent := *asked
	if l.applied.Number == parent.Number {
		parent.Hash = l.applied.Hash
	}
	in, err := l.Source.Next(&parent, sl.timestamp)
	if errors.Is(err, chains.ErrOrphaned) {
		s.adrift(l, err)
	}
	if err != nil || l.usable(&parent, in) != nil || in.Timestamp != open.Timestamp {
		return nil // what was opened is still the best there is
	}
	now := *open
	l.fill(&now, in, parent.Timestamp)
	if open.Alone != "" { // it stays so: nothing is decided again only to be joined
		now.Alone = open.Alone
	}
	if sameInputs(open, &now) {
		return nil
	}
	return &now
}

// remake has the open slot decided again on its new openings: what was promised on the old
// ones and does not hold any more is revoked (P5).
func (s *Sequencer) remake(cause string) {
	if s.reopened(s.open, cause) {
		s.rewind(cause)
	}
}

// reopened journals the openings of a slot that is decided again on others than before.
func (s *Sequencer) reopened(sl *slot, cause string) bool {
	s.log.Warn("a slot is decided again", zap.Uint64("slot", sl.timestamp), zap.String("cause", cause))
	for _, id := range s.ids {
		if open := sl.opens[id]; open != nil && s.lanes[id].Source != nil {
			if _, err := s.deps.Journal.Append(&journal.Opened{Open: *open}); err != nil {
				s.fail(fmt.Errorf("journal the opening of slot %d: %w", sl.timestamp, err))
				return false
			}
		}
	}
	sl.cause = cause
	return true
}

// join opens a slot that is under way on one more chain, if the chain's source has it.
func (s *Sequencer) join(ctx context.Context, sl *slot, l *lane) bool {
	o, err := s.ask(l, sl.timestamp)
	if err != nil {
		s.unreadable(ctx, l, err)
		return false
	}
	if o == nil || o.inputs.Timestamp != sl.timestamp {
		return true
	}
	if _, err := s.deps.Journal.Append(&journal.Opened{Open: *sl.take(o)}); err != nil {
		s.fail(fmt.Errorf("journal the opening of slot %d: %w", sl.timestamp, err))
		return false
	}
	sl.late[l.cfg.ID] = true
	return true
}
