package sequencer

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/journal"
)

// Beside an op-node, blocks that this sequencer did not make are nothing unusual: the
// op-node's own while the sequencer is too late, switched off, or not the leader. They are
// taken in, and what they have sent is owed (A6). Where they do not continue ours, those of
// ours that they replace are lost (replaced.go).

// Blocks reads blocks of a chain on which somebody else makes some, too.
type Blocks interface {
	Block(ctx context.Context, hash common.Hash) (*chains.Block, error)
}

// errElsewhere: the node's head is not where this sequencer left it.
var errElsewhere = errors.New("somebody else has made a block")

// errFallenBack: the node has less than it had. op-node, which believes it to be where it was,
// does not give it back; we do.
var errFallenBack = errors.New("the node has fallen back")

// maxFollowed bounds how many blocks are taken in at once.
const maxFollowed = 4096

// branch is what a chain's node has on top of our last committed block, or in place of some.
type branch struct {
	kept   chains.BlockRef   // the newest committed block that is on it
	lost   []chains.BlockRef // the committed blocks that are not
	own    *line             // what is known of those; nil where none is lost
	blocks []*chains.Block   // of somebody else, after kept, in order
	head   *types.Header
}

// followed reads the blocks from the newest of ours up to the node's head.
func (s *Sequencer) followed(ctx context.Context, l *lane, ours chains.BlockRef) (br *branch, err error) {
	err = s.watched(ctx, l.cfg.ID, func(ctx context.Context) error {
		head, err := l.Node.Head(ctx)
		if err != nil {
			return fmt.Errorf("read the head: %w", err)
		}
		br = &branch{kept: ours, head: head}
		at := chains.BlockRef{Number: head.Number.Uint64(), Hash: head.Hash()}
		for next := at; next.Hash != br.kept.Hash; {
			if next.Number <= ours.Number {
				if met, err := s.met(ctx, l, br, next, ours); err != nil || met {
					return err
				}
			}
			b, err := s.blocksOf(l.cfg.ID).Block(ctx, next.Hash)
			if err != nil {
				return fmt.Errorf("read block %s of somebody else: %w", next.Hash, err)
			}
			if len(br.blocks) == maxFollowed || b.Ref.Number == 0 {
				return foreign(at, ours)
			}
			br.blocks = append(br.blocks, b)
			next = chains.BlockRef{Number: b.Ref.Number - 1, Hash: b.Open.ParentHash}
		}
		return nil
	})
	if br != nil {
		slices.Reverse(br.blocks)
	}
	return br, err
}

// lookBack are the distances, in blocks, at which it is looked for the newest block of ours
// that a branch has: most branches leave us shortly before the head.
var lookBack = [...]uint64{64, 512, maxFollowed}

// met reports whether a block of the branch is a committed one of ours. Then the branch is
// complete. It is an error where the branch leaves us earlier than we know our own blocks, or
// where it ends at a block of ours: that node has only fallen back.
func (s *Sequencer) met(ctx context.Context, l *lane, br *branch, at, ours chains.BlockRef) (bool, error) {
	for _, back := range lookBack {
		if br.own != nil && at.Number >= br.own.first {
			break
		}
		var err error
		if br.own, err = s.line(ctx, l, ours.Number-min(ours.Number, back)); err != nil {
			return false, err
		}
	}
	if br.own.refs[at.Number] != at {
		if at.Number < br.own.first {
			return false, foreign(chains.BlockRef{Number: br.head.Number.Uint64(), Hash: br.head.Hash()}, ours)
		}
		return false, nil
	}
	if len(br.blocks) == 0 {
		return false, fmt.Errorf("%w: its head is block %d, our last one %d", errFallenBack, at.Number, ours.Number)
	}
	lost, known := br.own.lostAfter(at, ours)
	if !known {
		return false, foreign(chains.BlockRef{Number: br.head.Number.Uint64(), Hash: br.head.Hash()}, ours)
	}
	br.kept, br.lost = at, lost
	return true, nil
}

// isReplaced finds out whether the head of a node is on another branch than ours, rather
// than on top of it. Where that is not seen at once it says no; followed will know.
func (s *Sequencer) isReplaced(ctx context.Context, id chains.ChainID, head, ours chains.BlockRef) bool {
	at := head
	for range maxGlance {
		if at.Number <= ours.Number {
			return at.Number < ours.Number || at.Hash != ours.Hash
		}
		b, err := s.blocksOf(id).Block(ctx, at.Hash)
		if err != nil {
			return false
		}
		at = chains.BlockRef{Number: b.Ref.Number - 1, Hash: b.Open.ParentHash}
	}
	return false
}

// maxGlance is how many blocks isReplaced reads.
const maxGlance = 8

// takeIn journals blocks of somebody else that continue ours, and goes on from the last of
// them. Nothing of the chain may be under way. The error is permanent where the chain's next block
// cannot be made on that one; any other is the journal's.
func (s *Sequencer) takeIn(l *lane, blocks []*chains.Block, head *types.Header) error {
	for _, b := range blocks {
		recs := []journal.Record{&journal.Opened{Open: b.Open}}
		var settled []*decided
		for i := range b.Transactions {
			d := s.found(b, i)
			recs = append(recs, d.record(b.Open.Timestamp))
			if !d.item.forced() {
				settled = append(settled, d)
			}
		}
		group, refs := []chains.ChainID{l.cfg.ID}, []journal.CommittedBlock{{ChainID: l.cfg.ID, Ref: b.Ref}}
		prepared := &journal.Prepared{Slot: b.Open.Timestamp, Group: group, Payloads: []chains.Payload{*b.Payload}} // the node may lose it
		recs = append(recs, prepared, &journal.Commit{Slot: b.Open.Timestamp, Group: group, Blocks: refs}, &journal.Applied{Slot: b.Open.Timestamp, Group: group, Blocks: refs})
		seq, err := s.deps.Journal.Append(recs...)
		if err != nil {
			return fmt.Errorf("journal a block of somebody else: %w", err)
		}
		for _, d := range settled {
			s.promiser.enqueue(answer{seq: seq, ticket: d.item.ticket, outcome: Outcome{Bundle: &d.bundle}})
		}
		l.committed = b.Ref
		l.taken.Store(uint64(seq))
		s.payloads.drop(l.cfg.ID, b.Ref.Number)
		s.payloads.note(seq-2, prepared)
		s.promised.Forget(l.cfg.ID, b.Ref.Number+1)
		if l.Rebuilder != nil {
			s.log.Warn("the chain goes on from another block", zap.Uint64("chain", uint64(l.cfg.ID)), zap.Uint64("number", b.Ref.Number), zap.Stringer("hash", b.Ref.Hash))
			continue
		}
		s.deps.Metrics.foreign.WithLabelValues(l.cfg.ID.String()).Inc()
		s.log.Warn("a block of somebody else is taken in", zap.Uint64("chain", uint64(l.cfg.ID)), zap.Uint64("number", b.Ref.Number), zap.Stringer("hash", b.Ref.Hash))
	}
	if len(blocks) > 0 { // what we had in blocks of these heights is in none
		s.owed.rewind(l.cfg.ID, blocks[0].Ref.Number-1)
	}
	s.owed.doubt(l.cfg.ID)
	if err := s.onHead(l, head); err != nil {
		return fatal{err}
	}
	s.pool.slotOpened() // nonces may have been used
	return nil
}

// found is the decision about a transaction that is in a block of somebody else. One that
// waits here is settled by it.
func (s *Sequencer) found(b *chains.Block, i int) *decided {
	raw, r := b.Transactions[i], b.Receipts[i]
	leg := chains.Leg{ChainID: b.Open.ChainID, Raw: raw, TxHash: r.TxHash, Height: b.Ref.Number, Timestamp: b.Open.Timestamp, Index: uint64(i), Status: r.Status, GasUsed: r.GasUsed, Logs: r.Logs}
	if n := len(b.Open.Deposits); i < n {
		leg.Kind = chains.DepositTx
	} else {
		leg.Index -= uint64(n)
	}
	if len(r.Logs) > 0 {
		leg.FirstLogIndex = uint64(r.Logs[0].Index)
	}
	if tx, err := decodeAny(b.Open.ChainID, raw); err == nil {
		leg.Sender = tx.Sender()
	}
	if leg.Sender == s.deps.Relayer.Address() && leg.Kind == chains.UserTx {
		leg.Kind = chains.RelayTx
	}
	for _, log := range r.Logs {
		if sent, err := s.deps.Core.OwedIn(leg.ChainID, log); err == nil {
			leg.Initiates = append(leg.Initiates, sent.Hash)
		} else if received, ok := s.deps.Core.Received(leg.ChainID, log); ok && leg.Kind == chains.RelayTx {
			leg.Executes = received.Hash
		}
	}
	s.numbers.globalIndex++
	leg.GlobalIndex = s.numbers.globalIndex
	d := &decided{item: forcedItem(r.TxHash), bundle: chains.Bundle{ID: r.TxHash, Legs: []chains.Leg{leg}}}
	if it := s.pool.byTx[r.TxHash]; it != nil && len(it.txs) == 1 {
		d.item = it
		s.settle(it)
	}
	return d
}

func decodeAny(id chains.ChainID, raw []byte) (*chains.Tx, error) {
	if len(raw) > 0 && raw[0] == chains.DepositTxType {
		return chains.DecodeDeposit(id, raw)
	}
	return chains.DecodeTx(raw)
}

// release takes back what a lane has decided in blocks that cannot be made any more. What is
// promised is revoked; the transactions wait again.
func (s *Sequencer) release(l *lane, slots []*slot, cause string) error {
	for _, sl := range slots {
		open := sl.opens[l.cfg.ID]
		recs := []journal.Record{&journal.Reopened{Slot: sl.timestamp, ChainID: l.cfg.ID, Height: open.Number, Cause: cause}}
		revoked := &journal.Revoked{Slot: sl.timestamp, Cause: cause}
		for _, d := range sl.decided {
			for i := range d.promises {
				revoked.Positions = append(revoked.Positions, positionOf(&d.promises[i]))
			}
			if s.recent.forget(d.item); d.item.forced() {
				continue
			}
			s.again(d.item)
			s.pool.waitChain(l.cfg.ID, d.item)
		}
		if len(revoked.Positions) > 0 {
			if err := s.signRevoked(revoked); err != nil {
				return err
			}
			recs = append(recs, revoked)
		}
		if _, err := s.deps.Journal.Append(recs...); err != nil {
			return fmt.Errorf("journal a revocation: %w", err)
		}
	}
	return nil
}

// again makes a decided item an undecided one: who asks from now on waits for the new decision.
func (s *Sequencer) again(it *item) {
	s.recent.forget(it)
	if it.ticket.resolved() {
		it.ticket = newTicket()
	}
	s.pool.register(it)
}

// comeBackElsewhere lets a chain take part again whose node has blocks of somebody else on
// top of ours, or in their place: what was under way on it is taken back.
func (s *Sequencer) comeBackElsewhere(ctx context.Context, l *lane, br *branch) {
	err := s.release(l, l.aside.pending, fmt.Sprintf("chain %d: %v", l.cfg.ID, l.aside.cause()))
	l.aside.pending = nil
	if err == nil && len(br.lost) > 0 {
		err = s.repair(l, br)
	}
	if err != nil {
		s.fail(err)
		return
	}
	for _, u := range l.unapplied {
		if err := s.lateApplied(l, u); err != nil {
			s.fail(err)
			return
		}
	}
	l.unapplied = nil
	switch err := s.takeIn(l, br.blocks, br.head); {
	case isPermanent(err):
		s.stayAside(l, err)
	case err != nil:
		s.fail(err)
	default:
		s.comeBack(ctx, l, br.head)
	}
}

// look finds out whether somebody else has made blocks on a chain that has none under way,
// beside the slot loop.
func (s *Sequencer) look(ctx context.Context, l *lane) {
	now := s.deps.Clock.Now()
	if l.Blocks == nil || l.looking || l.aside != nil || now.Before(l.looked.Add(s.cfg.BlockTime/4)) || s.underWay(l) {
		return
	}
	l.looking, l.looked = true, now
	ours := l.applied
	s.committer.Add(1)
	go func() {
		defer s.committer.Done()
		br, err := s.followed(ctx, l, ours)
		s.post(ctx, func() {
			l.looking = false
			if l.aside != nil || l.applied != ours || s.underWay(l) {
				return
			}
			switch {
			case err == nil && len(br.lost) > 0:
				err = errReplaced
			case err == nil && len(br.blocks) > 0:
				err = s.takeIn(l, br.blocks, br.head)
				if err != nil && !isPermanent(err) {
					s.fail(err)
				}
			}
			if isPermanent(err) || errors.Is(err, errFallenBack) || errors.Is(err, errReplaced) {
				l.leaves = &absence{chain: l.cfg.ID, err: err, halted: isPermanent(err)}
				if s.sealing == nil { // else when that has ended
					s.standAside(ctx, s.leaving())
				}
			}
		})
	}()
}

// leaving returns the chains that are to stand aside as soon as nothing is being committed.
func (s *Sequencer) leaving() (gone []*absence) {
	for _, id := range s.ids {
		if l := s.lanes[id]; l.leaves != nil {
			gone, l.leaves = append(gone, l.leaves), nil
		}
	}
	return gone
}

// awayForNow reports whether a chain stands aside because somebody else has made a block, as
// may be at any time beside an op-node, or because it is rolled back: bundles wait for the next
// slot that the chain is in.
func (s *Sequencer) awayForNow(id chains.ChainID) bool {
	away := s.lanes[id].aside
	return away != nil && !away.halted && (s.lanes[id].Blocks != nil || away.isAdrift())
}

// underWay reports whether a block of the chain is.
func (s *Sequencer) underWay(l *lane) bool {
	for _, sl := range append([]*slot{s.open, s.opening, s.sealing}, s.backlog...) {
		if sl != nil && sl.opens[l.cfg.ID] != nil {
			return true
		}
	}
	return s.redoing != nil && s.redoing.origin.opens[l.cfg.ID] != nil
}
