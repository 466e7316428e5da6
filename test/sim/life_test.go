package sim

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"
	"time"

	"github.com/cockroachdb/pebble/v2/vfs"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/journal"
	"github.com/ssequencer/ssequencer/sequencer"
)

const journalDir = "journal"

// life is one process of the sequencer, from its start to its stop or crash.
type life struct {
	sim     *sim
	number  int
	disk    *vfs.MemFS
	journal *journal.Journal
	seq     *sequencer.Sequencer
	ctx     context.Context
	cancel  context.CancelFunc
	running atomic.Bool // the journal is open
	dead    atomic.Bool // it has crashed: nothing it does counts any more
	steps   atomic.Int64
	after   *vfs.MemFS // the disk as the crash left it
	done    chan error // what Run returned
}

// newLife opens the journal on a disk and starts the sequencer on it.
func (s *sim) newLife(ctx context.Context, number int, on *vfs.MemFS) (*life, error) {
	l := &life{sim: s, number: number, disk: on, done: make(chan error, 1)}
	l.ctx, l.cancel = context.WithCancel(ctx)
	var err error
	if l.journal, err = journal.Open(journal.Config{Dir: journalDir, FS: &disk{FS: on, life: l}}, zap.NewNop()); err != nil {
		l.cancel()
		return nil, err
	}
	if l.seq, err = l.newSequencer(); err != nil {
		l.cancel()
		return nil, errors.Join(err, l.journal.Close())
	}
	l.running.Store(true)
	go func() { l.done <- l.seq.Run(l.ctx) }()
	return l, nil
}

func (l *life) newSequencer() (*sequencer.Sequencer, error) {
	s := l.sim
	w := s.world
	cfg := sequencer.Config{
		DeploymentID: chains.DeploymentID(w.domain.L1ChainID, w.domain.Settlement), Domain: w.domain, Epoch: 1,
		SampleWrites: 1 << 20, MaxWait: maxWait,
	}
	deps := sequencer.Deps{
		Core: w.core, Nodes: map[chains.ChainID]sequencer.Node{}, Journal: &journalSeam{l}, Relayer: w.relayer.signer, Promises: w.promiser.signer,
		Diagnose: map[chains.ChainID]sequencer.Diagnose{}, Clock: clock{s.line}, L1Head: func() chains.BlockRef { return chains.BlockRef{} },
		Publish: l.publish, Log: s.log,
	}
	for _, id := range w.ids {
		cfg.Chains = append(cfg.Chains, sequencer.ChainConfig{ID: id, Rules: s.nodes[id].rules, Contracts: w.contracts(), GasLimit: gasLimit, ExtraData: []byte{}})
		node := &seam{node: s.nodes[id], life: l}
		deps.Nodes[id], deps.Diagnose[id] = node, node.diagnose
	}
	return sequencer.New(cfg, deps)
}

// publish is how promises reach subscribers.
func (l *life) publish(ps []chains.Promise) {
	if !l.dead.Load() {
		l.sim.oracle.promised(ps)
	}
}

func (l *life) sleep(ctx context.Context, d time.Duration) error {
	if l.dead.Load() {
		return errCrashed
	}
	return l.sim.line.sleep(ctx, d)
}

// step is a place at which the process may crash. Nothing else moves at this instant.
func (l *life) step(what string) {
	if l.dead.Load() {
		return
	}
	n := l.steps.Add(1)
	how, yes := l.sim.plan.crash(l, n, what)
	if !yes {
		return
	}
	after, err := crashed(l.disk, how, l.sim.fate.of("crash", uint64(n)))
	if err != nil {
		l.sim.oracle.violated("the disk of life %d cannot be copied: %v", l.number, err)
		return
	}
	l.sim.note("life %d crashes at step %d (%s), unsynced data %s", l.number, n, what, how)
	l.after = after
	l.dead.Store(true)
	l.cancel()
}

// end waits until everything of this life has returned, and gives the disk it leaves.
func (l *life) end() (*vfs.MemFS, error) {
	err := <-l.done
	l.cancel()
	l.running.Store(false)
	cerr := l.journal.Close()
	if l.dead.Load() {
		return l.after, nil
	}
	return l.disk, errors.Join(err, cerr)
}

// journalSeam is the journal as the sequencer has it. Every record takes a little time,
// so that the disk's goroutine is never runnable at the same instant as its caller.
type journalSeam struct{ *life }

// Append implements sequencer.Journal.
func (j *journalSeam) Append(recs ...journal.Record) (journal.Seq, error) {
	name := fmt.Sprintf("life %d append %s", j.number, describe(recs[0]))
	r := j.sim.fate.of(name, j.sim.line.nth(name))
	if err := j.sleep(j.sim.forever, between(r, time.Microsecond, 30*time.Microsecond)); err != nil {
		return 0, err
	}
	if j.dead.Load() {
		return 0, errCrashed
	}
	seq, err := j.journal.Append(recs...)
	j.sim.note("%s and %d more: %d %v", name, len(recs)-1, seq, err)
	if serr := j.sleep(j.sim.forever, 1); serr != nil {
		return 0, serr
	}
	j.step("appended " + describe(recs[0]))
	return seq, err
}

// WaitDurable implements sequencer.Journal.
func (j *journalSeam) WaitDurable(ctx context.Context, seq journal.Seq) error {
	return j.journal.WaitDurable(ctx, seq)
}

// Read implements sequencer.Journal.
func (j *journalSeam) Read(ctx context.Context, from journal.Seq, fn func(journal.Seq, journal.Record) error) error {
	return j.journal.Read(ctx, from, fn)
}

// describe names a record so that records appended at the same instant differ.
func describe(rec journal.Record) string {
	switch r := rec.(type) {
	case *journal.Prepared:
		return fmt.Sprint("prepared ", r.Slot, r.Group)
	case *journal.Commit:
		return fmt.Sprint("commit ", r.Slot, r.Group)
	case *journal.Applied:
		return fmt.Sprint("applied ", r.Slot, r.Group)
	case *journal.Admitted:
		return fmt.Sprint("admitted ", r.ID.TerminalString())
	case *journal.Decided:
		return fmt.Sprint("decided ", r.Bundle.ID.TerminalString())
	case *journal.Refused:
		return fmt.Sprint("refused ", r.ID.TerminalString())
	}
	return rec.Kind().String()
}
