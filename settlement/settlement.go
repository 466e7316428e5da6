package settlement

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"go.uber.org/zap"
	"golang.org/x/sync/errgroup"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/journal"
	"github.com/ssequencer/ssequencer/merkle"
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

	mu      sync.RWMutex
	changed chan struct{} // closed and replaced whenever a batch changes
	ledger  *ledger
	batches []*Batch // by number, from 1; entries are replaced, never changed
	sending *sending // the last L1 transaction that was recorded
}

// New returns a Settlement that has read nothing yet. metrics may be nil.
func New(cfg Config, deps Deps, metrics *Metrics, log *zap.Logger) (*Settlement, error) {
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
	return &Settlement{cfg: cfg, deps: deps, metrics: metrics, log: log, ledger: newLedger(cfg),
		changed:    make(chan struct{}),
		closedSome: make(chan struct{}, 1), postedSome: make(chan struct{}, 1)}, nil
}

// Run reads the journal from its beginning and then closes, posts and verifies until ctx
// ends, when it returns ctx's error after all its goroutines have ended. Any other error
// means that settlement cannot go on.
func (s *Settlement) Run(ctx context.Context) error {
	var last journal.Seq
	if err := s.deps.Journal.Read(ctx, 1, func(seq journal.Seq, rec journal.Record) error {
		last = seq
		return s.replay(seq, rec)
	}); err != nil {
		return fmt.Errorf("settlement: %w", err)
	}
	s.log.Info("settlement read the journal", zap.Uint64("records", uint64(last)), zap.Int("batches", len(s.batches)))
	group, ctx := errgroup.WithContext(ctx)
	group.Go(func() error { return s.closeBatches(ctx, last+1) })
	group.Go(func() error { return newPoster(s).run(ctx) })
	if s.deps.Verify != nil {
		group.Go(func() error { return s.verifyBatches(ctx) })
	}
	if err := group.Wait(); err != nil {
		return fmt.Errorf("settlement: %w", err)
	}
	return nil
}

// replay takes in a record of an earlier run.
func (s *Settlement) replay(seq journal.Seq, rec journal.Record) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if e, ok := rec.(*journal.BatchEvent); ok {
		return s.replayEvent(seq, e)
	}
	return s.ledger.record(rec)
}

func (s *Settlement) replayEvent(seq journal.Seq, e *journal.BatchEvent) error {
	if e.Event == journal.BatchClosed {
		var body closedBody
		if err := decodeBody(e, &body); err != nil {
			return err
		}
		return s.reclose(body.batch(seq))
	}
	if e.Number == 0 || e.Number > uint64(len(s.batches)) {
		return fmt.Errorf("%w: event %d of batch %d, which is not closed", ErrJournal, e.Event, e.Number)
	}
	switch e.Event {
	case journal.BatchSending:
		return s.resend(e)
	case journal.BatchPosted:
		var body postedBody
		if err := decodeBody(e, &body); err != nil {
			return err
		}
		s.update(e.Number, func(b *Batch) { b.L1TxHash, b.L1Block, b.Status = body.TxHash, body.Block, max(b.Status, Posted) })
	case journal.BatchVerified, journal.BatchDisputed:
		var body verifiedBody
		if err := decodeBody(e, &body); err != nil {
			return err
		}
		s.update(e.Number, func(b *Batch) { b.verdict(body.OK, body.Findings) })
	}
	return nil
}

// reclose folds the batch's blocks as closing it did and checks that they give it again.
func (s *Settlement) reclose(b *Batch) error {
	if b.Claim.Number != uint64(len(s.batches))+1 {
		return fmt.Errorf("%w: batch %d is closed after %d others", ErrJournal, b.Claim.Number, len(s.batches))
	}
	if _, err := s.ledger.fold(b.Claim.LastTimestamp); err != nil {
		return fmt.Errorf("batch %d: %w", b.Claim.Number, err)
	}
	for _, p := range b.Pairs {
		t := s.ledger.pairs[chains.Pair{Source: chains.ChainID(p.Source), Destination: chains.ChainID(p.Destination)}]
		if t == nil || t.received.Count() != p.Count || t.received.Root() != p.Root {
			return fmt.Errorf("%w: the journal's messages do not give batch %d", ErrJournal, b.Claim.Number)
		}
	}
	s.addBatch(b)
	return nil
}

// addBatch makes a closed batch visible. s.mu is held.
func (s *Settlement) addBatch(b *Batch) {
	s.batches = append(s.batches, b)
	s.broadcast()
	s.metrics.closed.Set(float64(b.Claim.Number))
	signal(s.closedSome)
}

// update replaces a batch by a changed copy. s.mu is held.
func (s *Settlement) update(number uint64, change func(*Batch)) {
	b := *s.batches[number-1]
	change(&b)
	s.batches[number-1] = &b
	s.broadcast()
	if b.Status >= Posted {
		s.metrics.posted.Set(float64(number))
	}
	if b.Status == Verified {
		s.metrics.verified.Set(float64(number))
	}
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

func (b *Batch) verdict(ok bool, findings string) {
	b.Findings = findings
	if ok {
		b.Status = Verified
	}
}

// append makes a batch event durable.
func (s *Settlement) append(ctx context.Context, kind journal.BatchEventKind, number uint64, body any) (journal.Seq, error) {
	e, err := event(kind, number, body)
	if err != nil {
		return 0, err
	}
	seq, err := s.deps.Journal.Append(e)
	if err != nil {
		return 0, err
	}
	return seq, s.deps.Journal.WaitDurable(ctx, seq)
}

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

// batch returns a batch by number, nil if it is not closed.
func (s *Settlement) batch(number uint64) *Batch {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if number == 0 || number > uint64(len(s.batches)) {
		return nil
	}
	return s.batches[number-1]
}

// Batch returns the batch with the number, or chains.ErrUnknown.
func (s *Settlement) Batch(number uint64) (*Batch, error) {
	if b := s.batch(number); b != nil {
		return b, nil
	}
	return nil, fmt.Errorf("batch %d: %w", number, chains.ErrUnknown)
}

// Latest returns the number of the last closed batch, 0 when there is none.
func (s *Settlement) Latest() uint64 {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return uint64(len(s.batches))
}

// Proof proves a message's leaf against the first batch that has it.
type Proof struct {
	Leaf  common.Hash
	Proof merkle.MessageProof
	Owed  uint64 // of the pair at the end of that batch
	Batch uint64
	Root  common.Hash // the batch's burn root
}

// Proof returns the proof of the message with the hash, or chains.ErrUnknown while no
// closed batch has it.
func (s *Settlement) Proof(messageHash common.Hash) (*Proof, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	at, ok := s.ledger.places[messageHash]
	if !ok {
		return nil, fmt.Errorf("message %s: %w", messageHash, chains.ErrUnknown)
	}
	b, i := s.firstWith(at)
	if b == nil {
		return nil, fmt.Errorf("message %s is in no batch yet: %w", messageHash, chains.ErrUnknown)
	}
	tree, pair := &s.ledger.pairs[at.pair].sent, b.Pairs[i]
	leaf, err := tree.Leaf(at.index)
	if err != nil {
		return nil, err
	}
	siblings, err := tree.Proof(at.index, pair.Count)
	if err != nil {
		return nil, err
	}
	pairSiblings, err := merkle.BatchProof(b.leaves(), i)
	if err != nil {
		return nil, err
	}
	return &Proof{Leaf: leaf, Owed: pair.Owed, Batch: b.Claim.Number, Root: b.Claim.BurnRoot, Proof: merkle.MessageProof{
		Pair:    pair.PairLeaf,
		InPair:  merkle.PairProof{Index: at.index, Count: pair.Count, Siblings: siblings},
		InBatch: merkle.BatchPairProof{Index: uint64(i), Count: uint64(len(b.Pairs)), Siblings: pairSiblings},
	}}, nil
}

// EndProofs returns the proofs of a batch's end blocks, kept when it was closed.
func (s *Settlement) EndProofs(ctx context.Context, number uint64) ([]EndProof, error) {
	b, err := s.Batch(number)
	if err != nil {
		return nil, err
	}
	var proofs []EndProof
	found := errors.New("found") // ends the reading
	err = s.deps.Journal.Read(ctx, b.record, func(_ journal.Seq, rec journal.Record) error {
		e, ok := rec.(*journal.BatchEvent)
		if !ok {
			return fmt.Errorf("%w: record %d is no batch event", ErrJournal, b.record)
		}
		var body closedBody
		if err := decodeBody(e, &body); err != nil {
			return err
		}
		proofs = body.Proofs
		return found
	})
	if err != found {
		return nil, err
	}
	return proofs, nil
}
