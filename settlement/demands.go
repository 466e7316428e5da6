package settlement

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/params"
	"go.uber.org/zap"
)

// demand is an open demand that a batch of ours be proven.
type demand struct {
	batch    *Batch
	provenBy common.Address // zero: nobody has
}

// findDemands finds the open demands. While a batch has to be proven, its proof and what
// waits before it may cost more: see urgentLimits.
func (p *poster) findDemands(ctx context.Context, r *round) error {
	p.blobLimit, p.gasLimit, p.capped = p.cfg.MaxBlobFee, p.cfg.MaxFee, false
	p.metrics.capped.Set(0)
	open, err := p.suite.openDemands(ctx, r.head.Hash())
	if err != nil || open.Sign() == 0 {
		return err
	}
	final, err := p.suite.final(ctx, r.head.Hash())
	if err != nil {
		return err
	}
	from := p.cfg.L1Start
	if next, err := p.Batch(final + 1); err == nil {
		from = p.notAfter(next)
	}
	numbers, err := p.suite.demands(ctx, l1Span{from, r.head.Number.Uint64()})
	if err != nil {
		return err
	}
	slices.Sort(numbers)
	for _, n := range slices.Compact(numbers) {
		if n > r.onL1 {
			break
		}
		if err := p.findDemand(ctx, r, n); err != nil {
			return err
		}
	}
	if !r.urgent {
		return nil
	}
	return p.urgentLimits(ctx, r)
}

// findDemand finds whether there is an open demand on a batch.
func (p *poster) findDemand(ctx context.Context, r *round, number uint64) error {
	on, err := p.suite.batchAt(ctx, number, r.head.Hash())
	if err != nil {
		return err
	}
	b, err := p.Batch(number)
	if err != nil {
		return err
	}
	open, err := p.suite.demanded(ctx, on.BatchHash, r.head.Hash())
	if err != nil || !open || on.BatchHash != b.Claim.Hash() {
		return err
	}
	r.demands = append(r.demands, demand{b, on.ProvenBy})
	r.urgent = r.urgent || on.ProvenBy == (common.Address{})
	return nil
}

// urgentLimits sets the most wei for units of gas and of blob gas while a batch has to be
// proven: so much that the proof and all that waits before it cost no more than the penalty
// for giving none, or what may be paid at any time where that is more.
func (p *poster) urgentLimits(ctx context.Context, r *round) error {
	challenges, abi := at{p.suite.challenges, r.head.Hash()}, p.suite.abi.challenges
	penalty, err := view(ctx, p.suite, challenges, abi.PackPenalty(), abi.UnpackPenalty)
	if err != nil {
		return err
	}
	gas, err := view(ctx, p.suite, challenges, abi.PackProveGas(), abi.UnpackProveGas)
	if err != nil {
		return err
	}
	if slices.ContainsFunc(r.waiting, (*sending).hasBlobs) { // it is for both
		penalty.Rsh(penalty, 1)
		units := int64(p.cfg.MaxWaiting) * blobsPerTx * params.BlobTxBlobGasPerBlob
		p.blobLimit = most(p.blobLimit, new(big.Int).Div(penalty, big.NewInt(units)))
	}
	for _, w := range r.waiting {
		gas.Add(gas, new(big.Int).SetUint64(w.tx.Gas()))
	}
	p.gasLimit = most(p.gasLimit, least(p.cfg.MaxDemandFee, penalty.Div(penalty, most(gas, common.Big1))))
	return nil
}

// tooDear raises the alarm where a batch has to be proven and L1 asks for more than may be
// paid: without a proof the bond is slashed.
func (p *poster) tooDear(number uint64) {
	p.capped = true
	p.metrics.capped.Set(1)
	p.log.Error("a proof that is demanded waits: L1 asks for more than may be paid for it", zap.Uint64("batch", number), zap.Stringer("limit", p.gasLimit), zap.Stringer("blobLimit", p.blobLimit))
}

// answerDemands proves demanded batches, and fetches what demands pay for it.
func (p *poster) answerDemands(ctx context.Context, r *round) error {
	var refused []error
	for _, d := range r.demands {
		if !p.room(r) {
			break
		}
		err := p.answer(ctx, r, d)
		if errors.Is(err, errFeeCap) && d.provenBy == (common.Address{}) {
			p.tooDear(d.batch.Claim.Number)
		}
		if isRefusal(err) {
			refused = append(refused, fmt.Errorf("demand on batch %d: %w", d.batch.Claim.Number, err))
		} else if err != nil {
			return err
		}
	}
	return errors.Join(refused...)
}

// notAfter returns a block of L1 that is not after the one in which a batch was accepted:
// what is on record of that may be older than what L1 lost while this process did not run.
func (p *poster) notAfter(b *Batch) uint64 {
	if b.L1Block < p.cfg.L1Start+reorgDepth {
		return p.cfg.L1Start
	}
	return b.L1Block - reorgDepth
}

// answer does the next thing about an open demand.
func (p *poster) answer(ctx context.Context, r *round, of demand) error {
	number := of.batch.Claim.Number
	if of.provenBy != (common.Address{}) {
		d := duty{Kind: dutyAnswer, Number: number}
		if r.waits(d) || of.provenBy != p.deps.Poster.Address() {
			return nil
		}
		c := &call{to: p.suite.challenges, data: p.suite.abi.challenges.PackAnswer(number)}
		if err := p.estimate(ctx, c); err != nil {
			return err
		}
		return p.post(ctx, r, d, c)
	}
	for _, w := range r.waiting {
		if w.Duty.Kind == dutyProve && w.Duty.Number == number {
			return nil
		}
	}
	p.log.Warn("proof of a batch is demanded", zap.Uint64("batch", number))
	c, err := p.nextPart(ctx, r, of.batch)
	if err != nil {
		return err
	}
	return p.post(ctx, r, duty{Kind: dutyProve, Number: number}, c)
}
