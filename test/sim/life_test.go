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
	after   *vfs.MemFS                // the disk as the crash left it
	done    chan error                // what Run returned
	readyAt time.Time                 // zero until it is
	proxies map[chains.ChainID]*proxy // before chains with an op-node

	disked atomic.Int32 // how its disk has failed, a diskFault
	syncs  atomic.Int64
}

// newLife opens the journal on a disk and starts the sequencer on it.
func (s *sim) newLife(ctx context.Context, number int, on *vfs.MemFS) (*life, error) {
	l := &life{sim: s, number: number, disk: on, done: make(chan error, 1), proxies: map[chains.ChainID]*proxy{}}
	l.ctx, l.cancel = context.WithCancel(ctx)
	var err error
	cfg := journal.Config{Dir: journalDir, FS: &disk{FS: on, life: l}, OnDurable: l.durable, Readers: []string{sequencer.Reader}, MinPruned: s.plan.every}
	if l.journal, err = journal.Open(cfg, zap.NewNop()); err != nil {
		l.cancel()
		return nil, err
	}
	if err := s.oracle.begins(l); err != nil {
		l.cancel()
		return nil, errors.Join(err, l.journal.Close())
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
		SampleWrites: 1 << 20, MaxWait: maxWait, Checkpoint: s.plan.every, FeedDepth: s.plan.depth,
	}
	deps := sequencer.Deps{
		Core: w.core, Chains: map[chains.ChainID]*sequencer.Chain{}, Journal: &journalSeam{l.journal, l}, Relayer: w.relayer, Promises: w.promiser,
		Clock: clock{s.line, s, new(atomic.Int64)}, L1Head: func() chains.BlockRef { return chains.BlockRef{} },
		Publish: l.publish, Log: s.log,
	}
	for _, id := range w.ids {
		cfg.Chains = append(cfg.Chains, sequencer.ChainConfig{ID: id, Rules: s.nodes[id].rules, Contracts: w.contracts(), GasLimit: gasLimit, ExtraData: []byte{}})
		node := &seam{node: s.nodes[id], life: l}
		deps.Chains[id] = &sequencer.Chain{Node: node, Diagnose: node.diagnose}
		if from := s.sources[id]; from != nil {
			deps.Chains[id].Source = from
		}
		if op := s.opnodes[id]; op != nil {
			l.proxies[id] = &proxy{seam: node, op: op, heard: make(chan struct{})}
		}
	}
	l.joinBeside(&deps)
	return sequencer.New(cfg, deps)
}

// joinBeside has the sequencer make the blocks that op-nodes ask for.
func (l *life) joinBeside(deps *sequencer.Deps) {
	for id, p := range l.proxies {
		on := deps.Chains[id]
		on.Node, on.Source, on.Gate, on.Blocks = p, p, p, p
	}
}

// durable is told how much of the journal is durable.
func (l *life) durable(upto journal.Seq) {
	if !l.dead.Load() {
		l.sim.oracle.durable(upto)
	}
}

// publish is how promises reach subscribers.
func (l *life) publish(ps []chains.Promise) {
	if !l.dead.Load() {
		l.sim.oracle.promised(l, ps)
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

// stepAtOnce is step for what is not in an instant of the simulation yet.
func (l *life) stepAtOnce(what string) {
	l.sim.instant.Lock()
	defer l.sim.instant.Unlock()
	l.step(what)
}

// end waits until everything of this life has returned, and gives the disk it leaves and
// why it ended by itself, nil where it did not.
func (l *life) end() (*vfs.MemFS, error) {
	err := <-l.done
	l.cancel()
	l.running.Store(false)
	after := l.disk
	switch failed := l.diskFault() != sound; {
	case l.dead.Load():
		after, err = l.after, nil
	case failed && !errors.Is(err, journal.ErrFailed) && !l.sim.over.Load():
		l.sim.oracle.violated("life %d ends with %v, though its disk failed: %v", l.number, err, l.diskFault())
	case !failed && err != nil:
		l.sim.oracle.violated("life %d ends by itself: %v", l.number, err)
	case failed: // what the next one finds is up to the disk
		r := l.sim.fate.of("failed disk", uint64(l.number))
		var cerr error
		if after, cerr = crashed(l.disk, unsynced(r.IntN(3)), r); cerr != nil {
			err = errors.Join(err, cerr)
		}
	}
	if cerr := l.closeJournal(); cerr != nil {
		l.sim.oracle.violated("life %d does not close its journal: %v", l.number, cerr)
	}
	return after, err
}

// journalSeam is the journal as the sequencer has it. Every record takes a little time,
// so that the disk's goroutine is never runnable at the same instant as its caller.
type journalSeam struct {
	*journal.Journal
	life *life
}

// Append implements sequencer.Journal.
func (j *journalSeam) Append(recs ...journal.Record) (journal.Seq, error) {
	l := j.life
	name := fmt.Sprintf("life %d append %s", l.number, describe(recs[0]))
	r := l.sim.fate.of(name, l.sim.line.nth(name))
	_, locked := recs[0].(*journal.Held) // with a lock held, which others may wait for: no time can pass
	if err := l.linger(locked, between(r, time.Microsecond, 30*time.Microsecond)); err != nil {
		return 0, err
	}
	if l.dead.Load() {
		return 0, errCrashed
	}
	seq, err := l.append(j.Journal, recs)
	l.sim.note("%s and %d more: %d %v", name, len(recs)-1, seq, err)
	if serr := l.linger(locked, 1); serr != nil {
		return 0, serr
	}
	l.stepAtOnce("appended " + describe(recs[0]))
	return seq, err
}

// linger is sleep, unless a lock is held.
func (l *life) linger(locked bool, d time.Duration) error {
	if locked {
		return nil
	}
	return l.sleep(l.sim.forever, d)
}

func (l *life) append(j *journal.Journal, recs []journal.Record) (journal.Seq, error) {
	l.sim.instant.Lock()
	defer l.sim.instant.Unlock()
	return l.sim.oracle.append(j, recs)
}

// describe names a record so that records appended at the same instant differ.
func describe(rec journal.Record) string {
	switch r := rec.(type) {
	case *journal.Prepared:
		return fmt.Sprint("prepared ", r.Slot, r.Group)
	case *journal.Held:
		return fmt.Sprint("held ", r.Slot, r.Group)
	case *journal.Recalled:
		return fmt.Sprint("recalled ", r.Slot, r.Group)
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
