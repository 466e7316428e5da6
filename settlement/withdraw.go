package settlement

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/cockroachdb/pebble/v2"
	"github.com/ethereum/go-ethereum/common"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/journal"
	"github.com/ssequencer/ssequencer/merkle"
)

// Where a block is lost that a batch has, or L1 does not take a batch as it is, the batch and
// all behind it are void (S2). The
// trees go back to the batch before at once; then it is recorded that the batches are
// withdrawn, and others are closed over what the chains have now. What of the withdrawn ones
// is on L1 the poster takes back there.

// goBack goes back to the last batch that has none of the lost blocks. s.mu is held.
func (s *Settlement) goBack(lost *journal.Replaced) error {
	last := s.count
	if s.void != 0 {
		last = s.void - 1
	}
	var first batchRow // that does not stand
	found := false
	for ; last > 0; last-- {
		var row batchRow
		if err := s.index.get(key(keyBatch, last), &row); err != nil {
			return fmt.Errorf("batch %d: %w", last, err)
		}
		if !row.has(lost) {
			break
		}
		first, found = row, true
	}
	if !found {
		return nil
	}
	return s.backTo(last, &first, lost)
}

// backTo goes back to the end of a batch, behind which one comes that does not stand. s.mu is
// held.
func (s *Settlement) backTo(last uint64, first *batchRow, lost *journal.Replaced) error {
	for _, r := range first.Body.Claim.Chains {
		if next := s.ledger.chains[chains.ChainID(r.ChainID)].next; next > r.FirstBlock+s.cfg.KeepBlocks {
			return fmt.Errorf("%w: chain %d has to be settled again from block %d on, and the last %d before %d are kept", ErrSettledLost, r.ChainID, r.FirstBlock, s.cfg.KeepBlocks, next)
		}
	}
	to := s.ledger.start()
	if last > 0 {
		var row batchRow
		if err := s.index.get(key(keyBatch, last), &row); err != nil {
			return fmt.Errorf("batch %d: %w", last, err)
		}
		to = &row.End
	}
	s.void = last + 1
	return s.ledger.rewind(to, lost)
}

// has reports whether blocks of the batch, or of one before it, are lost.
func (b *batchRow) has(lost *journal.Replaced) bool {
	return slices.ContainsFunc(b.Body.Claim.Chains, func(r merkle.ChainRange) bool {
		return r.ChainID == uint64(lost.ChainID) && r.LastBlock > lost.Kept.Number
	})
}

// stands reports whether the end blocks of a claim are applied and in no batch.
func (s *Settlement) stands(claim *merkle.Batch) bool {
	s.mu.RLock()
	defer s.mu.RUnlock()
	for _, r := range claim.Chains {
		lane := s.ledger.chains[chains.ChainID(r.ChainID)]
		if lane == nil {
			return false
		}
		if i := lane.first(r.LastBlock); i == len(lane.applied) || lane.applied[i].ref.Hash != r.LastBlockHash {
			return false
		}
	}
	return true
}

// is reports whether a closed batch is the one with the claim hash.
func (s *Settlement) is(number uint64, claim common.Hash) (bool, error) {
	b, err := s.Batch(number)
	if errors.Is(err, chains.ErrUnknown) {
		return false, nil
	}
	return err == nil && b.Claim.Hash() == claim, err
}

// addVoid takes in a batch of an earlier run that was closed over blocks that are lost.
func (s *Settlement) addVoid(body *closedBody) error {
	if number := body.Claim.Number; number != s.Latest()+1 {
		return fmt.Errorf("%w: batch %d is closed after %d others", ErrJournal, number, s.Latest())
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	row := batchRow{Body: *body}
	row.Body.Proofs = nil
	if err := s.index.put(key(keyBatch, body.Claim.Number), &row); err != nil {
		return err
	}
	if s.void == 0 {
		s.void = body.Claim.Number
	}
	s.counted(body.Claim.Number)
	return nil
}

// unfit has a batch that L1 does not take as it is withdrawn and closed anew, with the next
// block. It returns why, for the meantime.
func (s *Settlement) unfit(number uint64, why error) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.misfit = number
	return fmt.Errorf("batch %d is closed anew: %w", number, why)
}

// reopen goes back to before a batch that is unfit, if the poster has found one.
func (s *Settlement) reopen() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	number := s.misfit
	if s.misfit = 0; number == 0 || number > s.count || s.void != 0 {
		return nil
	}
	return s.voidFrom(number)
}

// voidAgain goes back to before a batch that an earlier run withdrew, unless that was done
// when its blocks were lost.
func (s *Settlement) voidAgain(number uint64) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.void != 0 {
		return nil
	}
	return s.voidFrom(number)
}

// voidFrom goes back to before a batch. s.mu is held.
func (s *Settlement) voidFrom(number uint64) error {
	var row batchRow
	if err := s.index.get(key(keyBatch, number), &row); err != nil {
		return fmt.Errorf("batch %d: %w", number, err)
	}
	return s.backTo(number-1, &row, nil)
}

// withdraw records that the void batches, if there are any, are withdrawn.
func (s *Settlement) withdraw(ctx context.Context) error {
	s.mu.RLock()
	number := s.void
	s.mu.RUnlock()
	if number == 0 {
		return nil
	}
	b, err := s.Batch(number)
	if err != nil {
		return err
	}
	s.recording.Lock() // nothing is recorded about a batch after this
	defer s.recording.Unlock()
	if err := s.append(ctx, journal.BatchWithdrawn, number, &withdrawnBody{Claim: b.Claim.Hash()}); err != nil {
		return err
	}
	s.metrics.withdrawn.Add(float64(s.Latest() + 1 - number))
	s.log.Warn("batches are withdrawn, others are closed in their place", zap.Uint64("from", number), zap.Uint64("to", s.Latest()))
	return s.drop(number)
}

// drop forgets the batches from a number on, but for their claims. s.recording is held.
func (s *Settlement) drop(number uint64) error {
	b := s.index.db.NewBatch()
	if err := s.stageDrop(b, number); err != nil {
		return errors.Join(err, b.Close())
	}
	s.mu.Lock()
	s.void = 0
	s.mu.Unlock()
	if err := s.commit(b, number-1); err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.gone == 0 || number < s.gone {
		s.gone = number
	}
	s.unspoken = min(s.unspoken, number)
	s.counted(number - 1)
	return nil
}

func (s *Settlement) stageDrop(b *pebble.Batch, number uint64) error {
	var errs []error
	for n := number; n <= s.Latest(); n++ {
		var row batchRow
		if err := s.index.get(key(keyBatch, n), &row); err != nil {
			return fmt.Errorf("batch %d: %w", n, err)
		}
		errs = append(errs, put(b, goneKey(row.Body.Claim.Hash()), &row.Body.Claim, nil))
	}
	for _, kind := range []byte{keyBatch, keyProofs, keyOrder, keySeal} {
		errs = append(errs, b.DeleteRange(key(kind, number), key(kind, ^uint64(0)), nil))
	}
	return errors.Join(errs...)
}

// withdrawn returns the claim of a batch that was withdrawn, nil for a hash of none.
func (s *Settlement) withdrawn(hash common.Hash) (*merkle.Batch, error) {
	claim := new(merkle.Batch)
	err := s.index.get(goneKey(hash), claim)
	if errors.Is(err, chains.ErrUnknown) {
		return nil, nil
	}
	return claim, err
}

// standing looks for what L1 has of withdrawn batches: it sets the round's last batch to
// what stands before them, and keeps the first of them to be taken back.
func (p *poster) standing(ctx context.Context, r *round) error {
	p.mu.Lock()
	gone := p.gone
	p.gone = 0
	p.mu.Unlock()
	if gone != 0 {
		p.published = min(p.published, gone-1)
		clear(p.editions)
	}
	for ; r.onL1 > 0; r.onL1-- {
		on, err := p.suite.batchAt(ctx, r.onL1, r.head.Hash())
		if err != nil {
			return err
		}
		claim, err := p.withdrawn(on.BatchHash)
		if err != nil || claim == nil {
			return err
		}
		if on.ProvenBy != (common.Address{}) {
			return fmt.Errorf("%w: L1 has batch %d proven", ErrSettledLost, claim.Number)
		}
		r.void = claim
	}
	return nil
}

// retractVoid takes back what L1 has of withdrawn batches, with all behind it.
func (p *poster) retractVoid(ctx context.Context, r *round) error {
	if r.void == nil {
		return nil
	}
	d := duty{Kind: dutyRetract, Number: r.void.Number}
	if r.waits(d) {
		return nil
	}
	final, err := p.suite.final(ctx, r.head.Hash())
	if err != nil {
		return err
	}
	if final >= d.Number {
		return fmt.Errorf("%w: L1 has batch %d final", ErrSettledLost, d.Number)
	}
	epoch, err := p.suite.epoch(ctx, r.head.Hash())
	if err != nil {
		return err
	}
	domain := chains.Domain{L1ChainID: p.cfg.L1, Settlement: p.cfg.Settlement}
	signature, err := p.deps.Signer.SignDigest(ctx, domain.Digest(merkle.RetractionHash(epoch, r.void.Hash())))
	if err != nil {
		return fmt.Errorf("sign the retraction of batch %d: %w", d.Number, err)
	}
	c := &call{to: p.suite.batches}
	if c.data, err = p.suite.abi.batches.TryPackRetract(onL1(r.void), epoch, signature); err != nil {
		return fmt.Errorf("encode the retraction of batch %d: %w", d.Number, err)
	}
	if err := p.estimate(ctx, c); err != nil {
		return fmt.Errorf("retract batch %d: %w", d.Number, err)
	}
	p.log.Warn("a batch with lost blocks is taken back on L1", zap.Uint64("batch", d.Number))
	return p.post(ctx, r, d, c)
}
