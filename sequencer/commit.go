package sequencer

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"sort"
	"sync"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/journal"
)

// ErrNotAtomic: a node's receipts say that part of a bundle failed.
var ErrNotAtomic = errors.New("a bundle would be adopted in part")

// commitJob is a sealed slot on its way into the nodes. It belongs to one goroutine.
type commitJob struct {
	slot   *slot
	blocks []*blockJob // in order of chain id
	groups [][]*blockJob
}

// blockJob is one chain's block of the job.
type blockJob struct {
	node     Node
	diagnose Diagnose
	open     *chains.Open
	sealed   *chains.Sealed
	payload  *chains.Payload
	diverged *divergence
}

// parent is the block that the node's head has to be until the commit point.
func (b *blockJob) parent() chains.BlockRef {
	return chains.BlockRef{Number: b.open.Number - 1, Hash: b.open.ParentHash}
}

// divergence says where a node's block differs from the shard's.
type divergence struct {
	chain chains.ChainID
	index int // of the first differing transaction, -1 when none can be named
	what  string
}

// group splits the job's blocks into commit groups (A7): chains joined by a bundle
// commit together, and so do those joined by the relay of a message that a block of the
// slot owed.
func (j *commitJob) group(bundles []*decided, links []chains.Pair) {
	leader := map[chains.ChainID]chains.ChainID{}
	find := func(id chains.ChainID) chains.ChainID {
		for leader[id] != id {
			id = leader[id]
		}
		return id
	}
	for _, b := range j.blocks {
		leader[b.open.ChainID] = b.open.ChainID
	}
	for _, d := range bundles {
		first := find(d.bundle.Legs[0].ChainID)
		for i := range d.bundle.Legs {
			leader[find(d.bundle.Legs[i].ChainID)] = first
		}
	}
	for _, p := range links {
		leader[find(p.Destination)] = find(p.Source)
	}
	members := map[chains.ChainID][]*blockJob{}
	for _, b := range j.blocks {
		at := find(b.open.ChainID)
		members[at] = append(members[at], b)
	}
	for _, group := range members {
		j.groups = append(j.groups, group)
	}
	sort.Slice(j.groups, func(a, b int) bool { return j.groups[a][0].open.ChainID < j.groups[b][0].open.ChainID })
}

// groupEnd is how the commit protocol of one group ended.
type groupEnd struct {
	blocks    []*blockJob
	committed bool        // the COMMIT is durable
	diverged  *divergence // a node executed its block otherwise
	absent    []*absence  // members that could not do their part
	recalled  bool        // the blocks are to be made of other inputs
	err       error       // the sequencer cannot go on
}

// commit takes a sealed slot through the commit protocol, each group by itself (A7), and
// tells the loop.
func (s *Sequencer) commit(ctx context.Context, job *commitJob) {
	ends := make([]groupEnd, len(job.groups))
	var wg sync.WaitGroup
	for i, group := range job.groups {
		wg.Go(func() { ends[i] = s.commitGroup(ctx, job.slot, group) })
	}
	wg.Wait()
	s.post(ctx, func() { s.slotEnded(ctx, job.slot, ends) })
}

// commitGroup is the commit protocol of one group: its nodes build, the results are
// compared with the shards', Prepared, newPayload on all, Held and the end of the hold, Commit
// (the commit point), adoption on all with heads read back, Applied.
func (s *Sequencer) commitGroup(ctx context.Context, sl *slot, group []*blockJob) groupEnd {
	end := groupEnd{blocks: group}
	if end.diverged, end.absent, end.err = s.build(ctx, group); end.stuck() {
		return end
	}
	if end.absent = s.checkAtomic(sl, group); end.stuck() {
		return end
	}
	if end.absent, end.err = s.prepareGroup(ctx, sl.timestamp, group); end.stuck() {
		return end
	}
	held, err := s.announce(ctx, sl, group)
	if end.err = err; err != nil {
		return end
	}
	ready := lead{took: s.deps.Clock.Now().Sub(sl.sealedAt)}
	for _, b := range group {
		ready.gas = max(ready.gas, b.payload.GasUsed)
	}
	s.post(ctx, func() { s.leads.note(ready) })
	if end.recalled, end.err = sl.hold.wait(ctx); !end.stuck() {
		end.absent = s.mayCommit(ctx, group)
	}
	if end.stuck() {
		if held {
			end.err = errors.Join(end.err, s.takeBack(ctx, sl.timestamp, group))
		}
		return end
	}
	ids, blocks := refs(group)
	seq, err := s.deps.Journal.Append(&journal.Commit{Slot: sl.timestamp, Group: ids, Blocks: blocks})
	if err == nil && held { // a crash does not undo it
		s.wishes.committed(group)
		s.wishes.unhold(group)
	}
	if err == nil {
		err = s.deps.Journal.WaitDurable(ctx, seq)
	}
	if end.err = err; err != nil {
		return end
	}
	end.committed = true
	s.wishes.committed(group)
	s.adopt(ctx, sl.timestamp, &end)
	return end
}

// stuck reports whether the group cannot be committed as it is.
func (e *groupEnd) stuck() bool {
	return e.err != nil || e.diverged != nil || len(e.absent) > 0 || e.recalled
}

func refs(group []*blockJob) (ids []chains.ChainID, blocks []journal.CommittedBlock) {
	for _, b := range group {
		ids = append(ids, b.open.ChainID)
		blocks = append(blocks, journal.CommittedBlock{ChainID: b.open.ChainID, Ref: b.payload.Ref()})
	}
	return ids, blocks
}

// prepareGroup journals the group's payloads and gives them to the nodes.
func (s *Sequencer) prepareGroup(ctx context.Context, timestamp uint64, group []*blockJob) ([]*absence, error) {
	ids, _ := refs(group)
	prepared := &journal.Prepared{Slot: timestamp, Group: ids}
	for _, b := range group {
		prepared.Payloads = append(prepared.Payloads, *b.payload)
	}
	seq, err := s.deps.Journal.Append(prepared)
	if err != nil {
		return nil, err
	}
	s.payloads.note(seq, prepared)
	return onAll(ctx, group, func(b *blockJob) error {
		return s.onNode(ctx, b.open.ChainID, step{"newPayload", b.parent(), func(ctx context.Context) error { return b.node.NewPayload(ctx, b.payload) }})
	})
}

// adopt has the nodes of a committed group adopt their blocks. What readers see moves for
// all members that did at once; one that did not is out of sight until it has.
func (s *Sequencer) adopt(ctx context.Context, timestamp uint64, end *groupEnd) {
	end.absent, end.err = onAll(ctx, end.blocks, func(b *blockJob) error {
		return s.onNode(ctx, b.open.ChainID, step{"adopt a block", b.payload.Ref(), func(ctx context.Context) error {
			return s.adoptOurs(ctx, b)
		}})
	})
	if end.err != nil {
		return
	}
	there := slices.DeleteFunc(slices.Clone(end.blocks), func(b *blockJob) bool { return b.absentIn(end.absent) })
	if len(there) == 0 {
		return
	}
	for _, b := range end.blocks { // who is absent stands aside in a moment; its readers must not see half of the group until then
		if b.absentIn(end.absent) {
			s.lanes[b.open.ChainID].readable.Store(nil)
			s.health.due(b.open.ChainID, b.open.Number)
		}
	}
	ids, blocks := refs(there)
	if _, end.err = s.deps.Journal.Append(&journal.Applied{Slot: timestamp, Group: ids, Blocks: blocks}); end.err == nil {
		s.post(ctx, func() { s.appliedGroup(ctx, blocks) })
	}
}

func (b *blockJob) absentIn(gone []*absence) bool {
	return slices.ContainsFunc(gone, func(a *absence) bool { return a.chain == b.open.ChainID })
}

// adoptOurs makes the block the node's head. A head that is neither the block's parent nor
// the block is somebody else's.
func (s *Sequencer) adoptOurs(ctx context.Context, b *blockJob) error {
	head, err := b.node.Head(ctx)
	if err != nil {
		return fmt.Errorf("read the head: %w", err)
	}
	ours := b.payload.Ref()
	at := chains.BlockRef{Number: head.Number.Uint64(), Hash: head.Hash()}
	if s.lanes[b.open.ChainID].Blocks != nil && at != ours && at != b.parent() {
		return errElsewhere // also where it is a shorter branch: it is not ours to leave
	}
	if at.Number >= ours.Number && at != ours {
		if err := s.stranger(b.open.ChainID, at, ours); err != nil {
			return err
		}
	}
	return b.node.Adopt(ctx, ours.Hash, common.Hash{}, common.Hash{})
}

// checkAtomic makes the test of rule A1 on what the nodes executed, before anything is
// adopted: the sealed receipts are the nodes', since their receipts roots are equal. Where
// it does not hold, the whole group is halted: nobody can tell which chain is wrong.
func (s *Sequencer) checkAtomic(sl *slot, group []*blockJob) []*absence {
	receipts := map[chains.ChainID]*chains.Sealed{}
	for _, b := range group {
		receipts[b.open.ChainID] = b.sealed
	}
	for _, d := range sl.decided {
		if _, here := receipts[d.bundle.Legs[0].ChainID]; !here {
			continue
		}
		at := s.failedLeg(d, receipts)
		if at < 0 {
			continue
		}
		s.deps.Metrics.atomicity.Inc()
		var gone []*absence
		for _, b := range group {
			gone = append(gone, &absence{chain: b.open.ChainID, halted: true, err: fmt.Errorf("%w: bundle %s: leg %d on chain %d did not succeed at the node; nothing of the group was adopted",
				ErrNotAtomic, d.bundle.ID, at, d.bundle.Legs[at].ChainID)})
		}
		return gone
	}
	return nil
}

// failedLeg returns the first leg of a bundle that did not do what the bundle needs, -1
// where all did.
func (s *Sequencer) failedLeg(d *decided, blocks map[chains.ChainID]*chains.Sealed) int {
	legs := d.bundle.Legs
	for i := range legs {
		leg := &legs[i]
		sealed := blocks[leg.ChainID]
		r := sealed.Receipts[leg.Place(len(sealed.DepositNonces))]
		holds := r.TxHash == leg.TxHash && (len(legs) == 1 || r.Status == types.ReceiptStatusSuccessful)
		switch {
		case leg.Kind == chains.RelayTx && d.item.forced(): // an owed message is received, whatever its target does
			holds = holds && s.deps.Core.OwedReceived(leg.ChainID, r.Status, r.Logs, leg.Executes)
		case leg.Kind == chains.RelayTx:
			holds = holds && s.deps.Core.RelaySucceeded(leg.ChainID, r.Status, r.Logs, leg.Executes)
		}
		if !holds {
			return i
		}
	}
	return -1
}

// build has the nodes of a group build their blocks and compares them with the shards'. It
// returns the first divergence in order of chain id, and who could not build.
func (s *Sequencer) build(ctx context.Context, group []*blockJob) (*divergence, []*absence, error) {
	absent, err := onAll(ctx, group, func(b *blockJob) (err error) {
		b.diverged, err = s.buildOne(ctx, b)
		return err
	})
	if err != nil || len(absent) > 0 {
		return nil, absent, err
	}
	for _, b := range group {
		if b.diverged != nil {
			return b.diverged, nil, nil
		}
	}
	for _, b := range group {
		s.post(ctx, func() { s.built(b.payload.Ref(), b.open.ChainID) })
	}
	return nil, nil, nil
}

// onAll does the same with all items at once and waits for all. It returns the absences
// among the errors, in order, or the first other error.
func onAll[T any](ctx context.Context, items []T, do func(T) error) ([]*absence, error) {
	errs := make([]error, len(items))
	var wg sync.WaitGroup
	for i, item := range items {
		wg.Go(func() { errs[i] = do(item) })
	}
	wg.Wait()
	var gone []*absence
	for _, err := range errs {
		var a *absence
		switch {
		case errors.As(err, &a):
			gone = append(gone, a)
		case err != nil:
			return nil, err
		}
	}
	return gone, ctx.Err()
}

// invalidTx is what a node's error says when it names the transaction that made a build
// fail.
type invalidTx interface {
	error
	InvalidTx() common.Hash
}

func (s *Sequencer) buildOne(ctx context.Context, b *blockJob) (*divergence, error) {
	txs := make([][]byte, len(b.sealed.Transactions))
	for i, tx := range b.sealed.Transactions {
		txs[i] = tx.Raw()
	}
	var invalid invalidTx
	err := s.onNode(ctx, b.open.ChainID, step{"build a block", b.parent(), func(ctx context.Context) error {
		if err := s.expectHead(ctx, b.open.ChainID, b.parent()); err != nil {
			return err
		}
		payload, err := b.node.Build(ctx, b.open, txs)
		if errors.As(err, &invalid) {
			return nil
		}
		b.payload = payload
		return err
	}})
	if err != nil {
		return nil, err
	}
	if invalid != nil {
		return &divergence{chain: b.open.ChainID, index: indexOf(b.sealed, invalid.InvalidTx()), what: "the node calls it invalid: " + invalid.Error()}, nil
	}
	differs := compare(b.sealed, b.payload)
	if differs == "" {
		return nil, nil
	}
	d := &divergence{chain: b.open.ChainID, index: -1, what: differs}
	err = s.onNode(ctx, b.open.ChainID, step{"trace a diverging block", b.parent(), func(ctx context.Context) error {
		index, what, err := b.diagnose(ctx, b.open, b.sealed)
		if err == nil && index >= 0 {
			d.index, d.what = index, what
		}
		return err
	}})
	return d, err
}

func indexOf(sealed *chains.Sealed, hash common.Hash) int {
	for i, tx := range sealed.Transactions {
		if tx.Hash() == hash {
			return i
		}
	}
	return -1
}

// compare checks that the node executed what the shard did: an equal receipts root means
// equal status, cumulative gas and logs of every transaction. It returns what differs.
func compare(sealed *chains.Sealed, p *chains.Payload) string {
	if len(p.Transactions) != len(sealed.Transactions) {
		return fmt.Sprintf("%d transactions instead of %d", len(p.Transactions), len(sealed.Transactions))
	}
	for i, tx := range sealed.Transactions {
		if !bytes.Equal(p.Transactions[i], tx.Raw()) {
			return fmt.Sprintf("transaction %d is another one", i)
		}
	}
	switch {
	case p.GasUsed != sealed.GasUsed:
		return fmt.Sprintf("gas used %d instead of %d", p.GasUsed, sealed.GasUsed)
	case p.ReceiptsRoot != sealed.ReceiptsRoot:
		return fmt.Sprintf("receipts root %s instead of %s", p.ReceiptsRoot, sealed.ReceiptsRoot)
	case p.LogsBloom != sealed.LogsBloom:
		return "another logs bloom"
	case p.BlobGasUsed != sealed.BlobGasUsed:
		return fmt.Sprintf("footprint %d instead of %d", p.BlobGasUsed, sealed.BlobGasUsed)
	case p.Number != sealed.Number || p.Timestamp != sealed.Timestamp:
		return fmt.Sprintf("block %d at %d instead of %d at %d", p.Number, p.Timestamp, sealed.Number, sealed.Timestamp)
	}
	return ""
}
