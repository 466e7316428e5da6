package settlement

import (
	"context"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"go.uber.org/zap"
)

// What bounds the gas of a transaction that L1 cannot estimate, since it is for the time
// after those that wait before it.
const (
	submitGas   = 400_000
	finalizeGas = 150_000
	publishGas  = 60_000
	blobGas     = 2_000
	yieldGas    = 21_000
	chainGas    = 40_000
	byteGas     = 40
)

// perform sends new transactions for what is to be done, the most urgent first, while there
// is room. What L1 would refuse holds up nothing else.
func (p *poster) perform(ctx context.Context, r *round) error {
	var refused []error
	work := []func(context.Context, *round) error{p.answerDemands, p.submitClosed, p.publishOrder, p.finalizeDue}
	if p.blobsTurn {
		work[1], work[2] = work[2], work[1]
	}
	if r.void != nil { // nothing is claimed before it is gone
		work = []func(context.Context, *round) error{p.answerDemands, p.retractVoid}
	}
	for _, do := range work {
		if err := do(ctx, r); err != nil {
			if !isRefusal(err) {
				return err
			}
			refused = append(refused, err)
		}
	}
	return errors.Join(refused...)
}

// isRefusal tells what stays as it is until L1 has another block from what may succeed at
// once.
func isRefusal(err error) bool {
	return errors.Is(err, errReverted) || errors.Is(err, ErrNotProvable) || errors.Is(err, ErrSet) || errors.Is(err, ErrUnbacked) || errors.Is(err, errFeeCap)
}

// room reports whether one more transaction without blobs may wait on L1.
func (p *poster) room(r *round) bool { return p.roomFor(r, false) }

// submitClosed claims the batches that are closed and not on L1, in order.
func (p *poster) submitClosed(ctx context.Context, r *round) error {
	for n := r.onL1 + 1; n <= p.Latest() && p.room(r); n++ {
		d := duty{Kind: dutySubmit, Number: n}
		if r.waits(d) {
			continue
		}
		b, err := p.Batch(n)
		if err != nil {
			return err
		}
		c, err := p.submission(ctx, r, b)
		if err != nil {
			return fmt.Errorf("batch %d: %w", n, err)
		}
		if err := p.post(ctx, r, d, c); err != nil {
			return err
		}
	}
	return nil
}

// submission returns the call that claims a batch, signed for the epoch that L1 is in.
func (p *poster) submission(ctx context.Context, r *round, b *Batch) (*call, error) {
	version, err := p.suite.version(ctx, b.Claim.Number, r.head.Hash())
	if err != nil {
		return nil, err
	}
	if version != b.Version {
		return nil, p.unfit(b.Claim.Number, fmt.Errorf("%w: it was closed for version %d, L1 has version %d for it", ErrSet, b.Version, version))
	}
	if err := p.requireBacked(ctx, r, b); err != nil {
		return nil, err
	}
	epoch, err := p.suite.epoch(ctx, r.head.Hash())
	if err != nil {
		return nil, err
	}
	if epoch != b.Epoch {
		if err := p.sign(ctx, b, epoch); err != nil {
			return nil, err
		}
	}
	c := &call{to: p.suite.batches}
	if c.data, err = p.suite.abi.batches.TryPackSubmitBatch(onL1(&b.Claim), b.Epoch, b.Signature); err != nil {
		return nil, fmt.Errorf("encode: %w", err)
	}
	if b.Claim.Number == r.onL1+1 {
		return c, p.estimate(ctx, c)
	}
	c.gas = submitGas + uint64(len(b.Claim.Chains))*chainGas + uint64(len(c.data))*byteGas
	return c, nil
}

// finalizeDue makes batches final that are proven, or whose window has passed.
func (p *poster) finalizeDue(ctx context.Context, r *round) error {
	final, err := p.suite.final(ctx, r.head.Hash())
	if err != nil {
		return err
	}
	p.setFinal(final)
	for n := final + 1; n <= r.onL1 && p.room(r); n++ {
		d := duty{Kind: dutyFinalize, Number: n}
		if r.waits(d) {
			continue
		}
		on, err := p.suite.batchAt(ctx, n, r.head.Hash())
		if err != nil {
			return err
		}
		passed := on.SubmittedAt.Uint64()+p.suite.window <= r.head.Time
		if on.ProvenBy == (common.Address{}) && !passed {
			return nil
		}
		b, err := p.Batch(n)
		if err != nil {
			return err
		}
		c := &call{to: p.suite.batches}
		if c.data, err = p.suite.abi.batches.TryPackFinalize(onL1(&b.Claim)); err != nil {
			return fmt.Errorf("encode batch %d: %w", n, err)
		}
		c.gas = finalizeGas + uint64(len(b.Claim.Chains))*chainGas + uint64(len(c.data))*byteGas
		if n == final+1 {
			if err := p.estimate(ctx, c); err != nil {
				return p.notFinal(n, err)
			}
		}
		if err := p.post(ctx, r, d, c); err != nil {
			return err
		}
	}
	return nil
}

// notFinal passes over a refusal: a demand is open, or a block is not final yet.
func (p *poster) notFinal(number uint64, err error) error {
	if !errors.Is(err, errReverted) {
		return err
	}
	p.log.Debug("a batch does not get final yet", zap.Uint64("batch", number), zap.Error(err))
	return nil
}
