package settlement

import (
	"context"
	"errors"

	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/journal"
)

// maxDoubts is how often the verifier is asked again before its disagreement is recorded: a
// node whose head is another block for a moment looks like a batch that is wrong.
const maxDoubts = 3

// verifyBatches asks the verifier about every posted batch in order and records its word.
func (s *Settlement) verifyBatches(ctx context.Context) error {
	number, err := s.firstUnverified()
	if err != nil {
		return err
	}
	s.setUnspoken(number)
	doubts := 0
	for {
		number := s.firstUnspoken()
		b, err := s.Batch(number)
		if err != nil && !errors.Is(err, chains.ErrUnknown) {
			return err
		}
		if err != nil || b.Status < Posted {
			select {
			case <-s.postedSome:
				continue
			case <-ctx.Done():
				return ctx.Err()
			}
		}
		ok, findings, err := s.deps.Verify(ctx, number)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err == nil && !ok && doubts < maxDoubts {
			doubts++
			err = errors.New(findings)
		}
		if err != nil {
			s.log.Warn("a batch could not be verified yet", zap.Uint64("batch", number), zap.Error(err))
			if err := pause(ctx, s.cfg.Retry); err != nil {
				return err
			}
			continue
		}
		doubts = 0
		err = s.recordVerdict(ctx, number, verifiedBody{OK: ok, Findings: findings, Claim: b.Claim.Hash()})
		if err != nil && !errors.Is(err, errWithdrawn) {
			return err
		}
	}
}

func (s *Settlement) setUnspoken(number uint64) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.unspoken = number
}

func (s *Settlement) firstUnspoken() uint64 {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.unspoken
}

// firstUnverified returns the batch after the last about which the verifier has spoken: it
// speaks about them in order.
func (s *Settlement) firstUnverified() (uint64, error) {
	number := s.Latest()
	for ; number > 0; number-- {
		b, err := s.Batch(number)
		if err != nil {
			return 0, err
		}
		if b.Status == Verified || b.Findings != "" {
			break
		}
	}
	return number + 1, nil
}

func (s *Settlement) recordVerdict(ctx context.Context, number uint64, verdict verifiedBody) error {
	kind := journal.BatchVerified
	if verdict.OK {
		verdict.Findings = ""
	} else {
		kind = journal.BatchDisputed
		if verdict.Findings == "" {
			verdict.Findings = "no reason given"
		}
		s.metrics.findings.Inc()
		s.log.Error("the verifier does not agree with a batch", zap.Uint64("batch", number), zap.String("findings", verdict.Findings))
	}
	return s.record(ctx, eventOf{kind, number, &verdict, verdict.Claim}, func() error {
		s.setUnspoken(number + 1)
		return s.update(number, verdict.Claim, func(b *batchRow) { b.verdict(verdict.OK, verdict.Findings) })
	})
}
