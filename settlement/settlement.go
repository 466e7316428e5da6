package settlement

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"go.uber.org/zap"
	"golang.org/x/sync/errgroup"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/journal"
)

// Settlement closes batches, posts them and keeps them for readers. Run is called once;
// the read methods are safe for concurrent use with it and with each other.
type Settlement struct {
	cfg     Config
	deps    Deps
	metrics *Metrics
	log     *zap.Logger

	closedSome chan struct{} // one slot: a batch was closed
	postedSome chan struct{} // one slot: a batch was posted

	index *index
	saved journal.Seq // the last record of the state in the index
	suite *suite
	set   *dependencySet // of the last closed batch; used by what closes batches alone
	// patience is how many applied blocks pass before it is tried again to close a batch that
	// waits. Used by the same.
	patience uint64

	// recording is held shared from before an event is recorded until the index has it.
	recording sync.RWMutex

	mu       sync.RWMutex
	changed  chan struct{} // closed and replaced whenever a batch changes
	ledger   *ledger
	journal  common.Hash // identity
	upto     journal.Seq // the last record that is taken in
	count    uint64      // closed batches
	void     uint64      // the first that is to be withdrawn with all behind it; 0 for none
	misfit   uint64      // one that L1 does not take as it is; 0 for none
	gone     uint64      // the first that was withdrawn since the poster looked; 0 for none
	unspoken uint64      // the first batch about which the verifier has yet to speak
	final    uint64      // the last batch that is final on L1
	trouble  []string    // on the way to L1
	waiting  string      // why no batch is closed
}

// Open opens the index, creating it when there is none. Run brings it up to date. metrics
// may be nil.
func Open(cfg Config, deps Deps, metrics *Metrics, log *zap.Logger) (*Settlement, error) {
	cfg, err := cfg.withDefaults()
	if err != nil {
		return nil, err
	}
	for _, c := range cfg.Chains {
		if deps.Nodes[c.ID] == nil {
			return nil, fmt.Errorf("settlement: no node for chain %d", c.ID)
		}
	}
	if deps.Signer.Address() == deps.Poster.Address() {
		return nil, fmt.Errorf("settlement: signer and poster are the same key (PROTOCOL C2)")
	}
	if metrics == nil {
		metrics = NewMetrics(nil)
	}
	ix, err := openIndex(cfg, log)
	if err != nil {
		return nil, err
	}
	return &Settlement{cfg: cfg, deps: deps, metrics: metrics, log: log, index: ix, ledger: newLedger(cfg, ix),
		suite:      newSuite(deps.L1, cfg.Settlement),
		changed:    make(chan struct{}),
		closedSome: make(chan struct{}, 1), postedSome: make(chan struct{}, 1)}, nil
}

// Close closes the index. Run has returned and nobody uses the Settlement any more.
func (s *Settlement) Close() error { return s.index.close() }

// Run reads what is new in the journal and then closes, posts and verifies until ctx
// ends, when it returns ctx's error after all its goroutines have ended. Any other error
// means that settlement cannot go on.
func (s *Settlement) Run(ctx context.Context) error {
	if err := s.catchUp(ctx); err != nil {
		return fmt.Errorf("settlement: %w", err)
	}
	asked := ctx
	group, ctx := errgroup.WithContext(ctx)
	group.Go(func() error { return s.closeBatches(ctx) })
	group.Go(func() error { return newPoster(s).run(ctx) })
	if s.deps.Verify != nil {
		group.Go(func() error { return s.verifyBatches(ctx) })
	}
	if err := group.Wait(); err != nil {
		return errors.Join(asked.Err(), fmt.Errorf("settlement: %w", err))
	}
	return nil
}

// catchUp takes in what earlier runs left in the journal.
func (s *Settlement) catchUp(ctx context.Context) error {
	if err := s.load(); err != nil {
		return err
	}
	from := s.upto + 1
	if err := s.deps.Journal.Read(ctx, from, s.replay); err != nil {
		return err
	}
	s.log.Info("settlement read the journal", zap.Uint64("from", uint64(from)), zap.Uint64("to", uint64(s.upto)), zap.Uint64("batches", s.Latest()))
	if s.Latest() > 0 {
		signal(s.closedSome)
		s.metrics.closed.Set(float64(s.Latest()))
	}
	return s.save(nil)
}

// replay takes in a record of an earlier run.
func (s *Settlement) replay(seq journal.Seq, rec journal.Record) error {
	if e, ok := rec.(*journal.BatchEvent); ok {
		if err := s.replayEvent(e); err != nil {
			return err
		}
	}
	return s.take(seq, rec)
}

// take takes in what a record says about blocks, and saves the state now and then.
func (s *Settlement) take(seq journal.Seq, rec journal.Record) error {
	lost, replaced := rec.(*journal.Replaced)
	s.mu.Lock()
	err := s.ledger.record(seq, rec)
	s.upto = seq
	if err == nil && replaced {
		err = s.goBack(lost)
	}
	s.mu.Unlock()
	if err == nil && (replaced || seq >= s.saved+saveEvery) {
		err = s.save(nil)
	}
	return err
}

// replayEvent takes in an event of an earlier run. The index may know of it already.
func (s *Settlement) replayEvent(e *journal.BatchEvent) error {
	s.mu.Lock()
	count := s.count
	s.mu.Unlock()
	if e.Event == journal.BatchClosed {
		var body closedBody
		if err := decodeBody(e, &body); err != nil || e.Number <= count {
			return err
		}
		return s.reclose(&body)
	}
	if e.Event == journal.BatchSending {
		return s.resend(e)
	}
	if e.Number == 0 || e.Number > count { // it was withdrawn
		return nil
	}
	switch e.Event {
	case journal.BatchWithdrawn:
		var body withdrawnBody
		if err := decodeBody(e, &body); err != nil {
			return err
		}
		if is, err := s.is(e.Number, body.Claim); err != nil || !is {
			return err
		}
		if err := s.voidAgain(e.Number); err != nil {
			return err
		}
		s.recording.Lock()
		defer s.recording.Unlock()
		return s.drop(e.Number)
	case journal.BatchPosted:
		var body postedBody
		if err := decodeBody(e, &body); err != nil {
			return err
		}
		return s.update(e.Number, body.Claim, func(b *batchRow) { b.posted(body.TxHash, body.Block) })
	case journal.BatchVerified, journal.BatchDisputed:
		var body verifiedBody
		if err := decodeBody(e, &body); err != nil {
			return err
		}
		return s.update(e.Number, body.Claim, func(b *batchRow) { b.verdict(body.OK, body.Findings) })
	}
	return nil
}

// reclose folds the batch's blocks as closing it did and checks that they give it again. One
// that was closed before its blocks were known to be lost is only kept to be withdrawn.
func (s *Settlement) reclose(body *closedBody) error {
	if !s.stands(&body.Claim) {
		return s.addVoid(body)
	}
	var members []member
	for _, c := range body.Claim.Chains {
		members = append(members, member{chains.ChainID(c.ChainID), c.FirstBlock})
	}
	var about []treeID
	for _, p := range body.Pairs {
		about = append(about, treeOf(p.Leaf))
	}
	d, err := s.draft(body.Claim.LastTimestamp, members, about)
	if err != nil {
		return fmt.Errorf("batch %d: %w", body.Claim.Number, err)
	}
	if body.Claim.Number != d.number {
		return fmt.Errorf("%w: batch %d is closed after %d others", ErrJournal, body.Claim.Number, d.number-1)
	}
	for _, p := range body.Pairs {
		if !slices.ContainsFunc(d.pairs, func(q Pair) bool { return q.PairLeaf == p.Leaf && q.Owed == p.Owed }) {
			return fmt.Errorf("%w: the journal's messages do not give batch %d", ErrJournal, body.Claim.Number)
		}
	}
	return s.addBatch(d, body)
}

// closedBatch is what the index gets of a batch.
type closedBatch struct {
	body  closedBody
	order []byte // encoded; none where nothing is published
}

// addBatch makes a closed batch durable in the index, and then visible.
func (s *Settlement) addBatch(d *draft, body *closedBody) error {
	ordered, err := s.ordered(d)
	if err != nil {
		return err
	}
	if err := s.save(&closedBatch{*body, ordered}); err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, c := range s.cfg.Chains {
		if !slices.ContainsFunc(d.spans, func(of span) bool { return of.chain == c.ID }) {
			s.ledger.chains[c.ID].trim(s.cfg.KeepBlocks)
		}
	}
	s.counted(body.Claim.Number)
	return nil
}

// counted tells readers how many batches there are. s.mu is held.
func (s *Settlement) counted(batches uint64) {
	s.count = batches
	s.broadcast()
	s.metrics.closed.Set(float64(s.count))
	signal(s.closedSome)
}

// update changes what is known about a batch, if it is the one with that claim hash; zero is
// any.
func (s *Settlement) update(number uint64, claim common.Hash, change func(*batchRow)) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	var row batchRow
	if err := s.index.get(key(keyBatch, number), &row); err != nil {
		return fmt.Errorf("batch %d: %w", number, err)
	}
	if claim != (common.Hash{}) && row.Body.Claim.Hash() != claim {
		return nil
	}
	change(&row)
	if err := s.index.put(key(keyBatch, number), &row); err != nil {
		return err
	}
	s.broadcast()
	if row.Status >= Posted {
		s.metrics.posted.Set(float64(number))
	}
	if row.Status == Verified {
		s.metrics.verified.Set(float64(number))
	}
	return nil
}

// broadcast wakes those who wait for a change. s.mu is held.
func (s *Settlement) broadcast() {
	close(s.changed)
	s.changed = make(chan struct{})
}

// Changed returns a channel that is closed when a batch is closed or changes its status
// after this call.
func (s *Settlement) Changed() <-chan struct{} {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.changed
}

func (b *batchRow) posted(tx common.Hash, block uint64) {
	b.L1TxHash, b.L1Block, b.Status = tx, block, max(b.Status, Posted)
}

func (b *batchRow) verdict(ok bool, findings string) {
	b.Findings = findings
	if ok {
		b.Status = Verified
	}
}

// append makes a batch event durable.
func (s *Settlement) append(ctx context.Context, kind journal.BatchEventKind, number uint64, body any) error {
	e, err := event(kind, number, body)
	if err != nil {
		return err
	}
	seq, err := s.deps.Journal.Append(e)
	if err != nil {
		return err
	}
	return s.deps.Journal.WaitDurable(ctx, seq)
}

// record makes a batch event durable, and then what follows from it.
func (s *Settlement) record(ctx context.Context, e eventOf, then func() error) error {
	s.recording.RLock()
	defer s.recording.RUnlock()
	if e.claim != (common.Hash{}) {
		is, err := s.is(e.number, e.claim)
		if err == nil && !is {
			err = fmt.Errorf("batch %d: %w", e.number, errWithdrawn)
		}
		if err != nil {
			return err
		}
	}
	if err := s.append(ctx, e.kind, e.number, e.body); err != nil {
		return err
	}
	return then()
}

// eventOf is a batch event that is not encoded yet.
type eventOf struct {
	kind   journal.BatchEventKind
	number uint64
	body   any
	claim  common.Hash // nothing is recorded unless this is the batch's; zero for any
}

// errWithdrawn: the batch is not the one that it was when this was begun.
var errWithdrawn = errors.New("it is withdrawn")

func signal(c chan struct{}) {
	select {
	case c <- struct{}{}:
	default:
	}
}

// pause waits, or returns ctx's error.
func pause(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
