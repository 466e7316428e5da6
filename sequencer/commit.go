package sequencer

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"sort"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"go.uber.org/zap"
	"golang.org/x/sync/errgroup"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/journal"
)

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
// commit together.
func (j *commitJob) group(bundles []*decided) {
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

// commit takes a sealed slot through the commit protocol and tells the loop.
func (s *Sequencer) commit(ctx context.Context, job *commitJob) {
	diverged, err := s.build(ctx, job)
	if err == nil && diverged == nil {
		err = s.checkAtomic(job)
	}
	if err == nil && diverged != nil {
		s.post(ctx, func() { s.diverged(job, diverged) })
		return
	}
	if err == nil {
		var g errgroup.Group
		for _, group := range job.groups {
			g.Go(func() error { return s.commitGroup(ctx, job.slot.timestamp, group) })
		}
		err = g.Wait()
	}
	if err != nil {
		s.post(ctx, func() { s.fail(fmt.Errorf("commit slot %d: %w", job.slot.timestamp, err)) })
		return
	}
	s.post(ctx, func() { s.slotDone(job.slot) })
}

// checkAtomic makes the test of rule A1 on what the nodes executed, before anything is
// adopted: the sealed receipts are the nodes', since their receipts roots are equal.
func (s *Sequencer) checkAtomic(job *commitJob) error {
	receipts := map[chains.ChainID][]*types.Receipt{}
	for _, b := range job.blocks {
		receipts[b.open.ChainID] = b.sealed.Receipts
	}
	for _, d := range job.slot.decided {
		for i := range d.bundle.Legs {
			leg := &d.bundle.Legs[i]
			r := receipts[leg.ChainID][leg.Index]
			holds := r.TxHash == leg.TxHash && (len(d.bundle.Legs) == 1 || r.Status == types.ReceiptStatusSuccessful)
			if leg.Kind == chains.RelayTx {
				holds = holds && s.deps.Core.RelaySucceeded(leg.ChainID, r.Status, r.Logs, leg.Executes)
			}
			if !holds {
				s.deps.Metrics.atomicity.Inc()
				return fmt.Errorf("bundle %s: leg %d on chain %d did not succeed at the node; nothing of the slot was adopted", d.bundle.ID, i, leg.ChainID)
			}
		}
	}
	return nil
}

// build has every node build its block and compares it with the shard's. It returns the
// first divergence in order of chain id.
func (s *Sequencer) build(ctx context.Context, job *commitJob) (*divergence, error) {
	found := make([]*divergence, len(job.blocks))
	g, gctx := errgroup.WithContext(ctx)
	for i, b := range job.blocks {
		g.Go(func() (err error) {
			found[i], err = s.buildOne(gctx, b)
			return err
		})
	}
	if err := g.Wait(); err != nil {
		return nil, err
	}
	for _, d := range found {
		if d != nil {
			return d, nil
		}
	}
	for _, b := range job.blocks {
		s.post(ctx, func() { s.built(b.payload.Ref(), b.open.ChainID) })
	}
	return nil, nil
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
	case p.Number != sealed.Number || p.Timestamp != sealed.Timestamp:
		return fmt.Sprintf("block %d at %d instead of %d at %d", p.Number, p.Timestamp, sealed.Number, sealed.Timestamp)
	}
	return ""
}

// commitGroup is the commit protocol of one group: Prepared, newPayload on all, Commit
// (the commit point), adoption on all with heads read back, Applied.
func (s *Sequencer) commitGroup(ctx context.Context, timestamp uint64, group []*blockJob) error {
	ids := make([]chains.ChainID, len(group))
	payloads := make([]chains.Payload, len(group))
	blocks := make([]journal.CommittedBlock, len(group))
	for i, b := range group {
		ids[i], payloads[i] = b.open.ChainID, *b.payload
		blocks[i] = journal.CommittedBlock{ChainID: b.open.ChainID, Ref: b.payload.Ref()}
	}
	prepared := &journal.Prepared{Slot: timestamp, Group: ids, Payloads: payloads}
	seq, err := s.deps.Journal.Append(prepared)
	if err != nil {
		return err
	}
	s.payloads.note(seq, prepared)
	err = onAll(ctx, group, func(ctx context.Context, b *blockJob) error {
		return s.onNode(ctx, b.open.ChainID, step{"newPayload", b.parent(), func(ctx context.Context) error { return b.node.NewPayload(ctx, b.payload) }})
	})
	if err != nil {
		return err
	}
	seq, err = s.deps.Journal.Append(&journal.Commit{Slot: timestamp, Group: ids, Blocks: blocks})
	if err != nil {
		return err
	}
	if err := s.deps.Journal.WaitDurable(ctx, seq); err != nil {
		return err
	}
	err = onAll(ctx, group, func(ctx context.Context, b *blockJob) error {
		return s.onNode(ctx, b.open.ChainID, step{"adopt a block", b.payload.Ref(), func(ctx context.Context) error {
			return b.node.Adopt(ctx, b.payload.Hash, common.Hash{}, common.Hash{})
		}})
	})
	if err != nil {
		return err
	}
	if _, err := s.deps.Journal.Append(&journal.Applied{Slot: timestamp, Group: ids, Blocks: blocks}); err != nil {
		return err
	}
	s.post(ctx, func() { s.appliedGroup(ctx, blocks) })
	return nil
}

// onAll does the same with every block of a group at once.
func onAll(ctx context.Context, group []*blockJob, do func(context.Context, *blockJob) error) error {
	g, gctx := errgroup.WithContext(ctx)
	for _, b := range group {
		g.Go(func() error { return do(gctx, b) })
	}
	return g.Wait()
}

// retry calls fn until it succeeds, says it never will, or ctx ends. Meanwhile the
// chain's health says what is being waited for.
func (s *Sequencer) retry(ctx context.Context, id chains.ChainID, what string, fn func() error) error {
	for attempt := 1; ; attempt++ {
		err := fn()
		if err == nil {
			if attempt > 1 {
				s.health.reason(id, "")
			}
			return nil
		}
		err = fmt.Errorf("chain %d: %s: %w", id, what, err)
		var p permanent
		if errors.As(err, &p) && p.Permanent() {
			return err
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
		s.health.reason(id, err.Error())
		s.deps.Metrics.nodeRetries.WithLabelValues(id.String()).Inc()
		if attempt == 1 || attempt%20 == 0 {
			s.log.Warn("a node call failed, trying again", zap.Int("attempt", attempt), zap.Error(err))
		}
		select {
		case <-s.deps.Clock.After(s.cfg.NodeRetry):
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}
