package settlement

import (
	"context"

	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/journal"
)

// verifyBatches asks the verifier about every posted batch in order and records its word.
func (s *Settlement) verifyBatches(ctx context.Context) error {
	for number := s.firstUnverified(); ; {
		b := s.batch(number)
		if b == nil || b.Status < Posted {
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
		if err != nil {
			s.log.Warn("a batch could not be verified yet", zap.Uint64("batch", number), zap.Error(err))
			if err := pause(ctx, s.cfg.Retry); err != nil {
				return err
			}
			continue
		}
		if err := s.recordVerdict(ctx, number, verifiedBody{OK: ok, Findings: findings}); err != nil {
			return err
		}
		number++
	}
}

func (s *Settlement) firstUnverified() uint64 {
	s.mu.RLock()
	defer s.mu.RUnlock()
	for i, b := range s.batches {
		if b.Status != Verified && b.Findings == "" {
			return uint64(i) + 1
		}
	}
	return uint64(len(s.batches)) + 1
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
	if _, err := s.append(ctx, kind, number, &verdict); err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.update(number, func(b *Batch) { b.verdict(verdict.OK, verdict.Findings) })
	return nil
}
