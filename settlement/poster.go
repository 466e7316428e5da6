package settlement

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/journal"
)

// poster does on L1 what there is to do: claims closed batches, proves demanded ones, makes
// them final. What that is it reads from L1 at each of its heads, and which of its own
// transactions wait there from its index, so that blocks L1 loses are nothing special: the
// transactions in them wait again.
type poster struct {
	*Settlement
	lastHead common.Hash
	watching bool   // used is known
	used     uint64 // nonces below it were looked at
	first    firstWaiting
	forgot   uint64 // L1 block at which old transactions were dropped
	low      bool   // too little ETH

	published uint64                        // up to this batch nothing is to be published any more
	editions  map[uint64]edition            // of batches behind it, as far as they were begun
	sidecars  map[duty]*types.BlobTxSidecar // of what waits with blobs, as far as they were needed
	blobsTurn bool                          // the last new transaction had no blobs
	noBlobs   bool                          // L1's node takes none
	blobLimit *big.Int                      // most wei for a unit of blob gas, at the last look
	gasLimit  *big.Int                      // most wei for a unit of gas of what is first, or proves: MaxFee while nothing has to be proven
	capped    bool                          // that was too little for a proof
}

func newPoster(s *Settlement) *poster {
	return &poster{Settlement: s, editions: make(map[uint64]edition), sidecars: make(map[duty]*types.BlobTxSidecar)}
}

// run looks at L1 whenever a batch was closed and at every new head of L1.
func (p *poster) run(ctx context.Context) error {
	tick := time.NewTicker(p.cfg.L1Poll)
	defer tick.Stop()
	for {
		looked := p.lastHead
		err := p.step(ctx)
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case errors.Is(err, ErrForeignBatch), errors.Is(err, ErrVoided) && !p.cfg.ClaimAnew, errors.Is(err, ErrSettledLost), errors.Is(err, journal.ErrFailed), errors.Is(err, journal.ErrClosed):
			return err
		case err != nil:
			p.metrics.l1Errors.Inc()
			p.log.Warn("posting to L1 failed; it is tried again", zap.Error(err))
		}
		if err != nil || p.lastHead != looked {
			p.setTrouble(err)
		}
		select {
		case <-p.closedSome:
			p.lastHead = common.Hash{}
		case <-tick.C:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// setTrouble keeps for readers what is wrong on the way to L1.
func (p *poster) setTrouble(err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.trouble = nil
	if err != nil {
		p.trouble = append(p.trouble, "batches do not get to L1: "+err.Error())
	}
	if p.capped {
		p.trouble = append(p.trouble, "a proof that is demanded waits: L1 asks for more than may be paid for it")
	}
	if p.low {
		p.trouble = append(p.trouble, fmt.Sprintf("the poster %s has too little ETH on L1", p.deps.Poster.Address()))
	}
}

// step compares L1 with our batches and does what is missing there.
func (p *poster) step(ctx context.Context) error {
	head, err := p.deps.L1.HeaderByNumber(ctx, nil)
	if err != nil {
		return fmt.Errorf("L1 head: %w", err)
	}
	if head.Hash() == p.lastHead {
		return nil
	}
	if err := p.suite.find(ctx, head.Hash()); err != nil {
		return err
	}
	r := &round{head: head}
	if r.onL1, err = p.suite.latest(ctx, head.Hash()); err != nil {
		return err
	}
	if err := p.standing(ctx, r); err != nil {
		return err
	}
	if err := p.confirm(ctx, r.onL1, head); err != nil {
		return err
	}
	if err := p.collect(ctx, r); err != nil {
		return err
	}
	if err := p.findDemands(ctx, r); err != nil {
		return err
	}
	if err := p.watchBalance(ctx, head); err != nil {
		return err
	}
	err = p.tend(ctx, r)
	if err == nil {
		err = p.perform(ctx, r)
	}
	if err != nil && !isRefusal(err) {
		return err
	}
	p.lastHead = head.Hash()
	return errors.Join(err, p.forget(ctx, head))
}

// confirm records which batches are on L1, and takes that back for those L1 lost.
func (p *poster) confirm(ctx context.Context, onL1 uint64, head *types.Header) error {
	closed := p.Latest()
	if onL1 > closed {
		return fmt.Errorf("%w: L1 has batch %d, the last one here is %d", ErrForeignBatch, onL1, closed)
	}
	first := onL1 + 1 // the first that is not known to be posted
	for ; first > 1; first-- {
		if known, err := p.known(first - 1); err != nil || known {
			if err != nil {
				return err
			}
			break
		}
	}
	for n := onL1 + 1; n <= closed; n++ {
		known, err := p.known(n)
		if err == nil && known {
			err = p.lost(ctx, n, head)
		}
		if err != nil {
			return err
		}
		if !known {
			break
		}
	}
	for n := first; n <= onL1; n++ {
		if err := p.confirmOne(ctx, n, head.Number); err != nil {
			return err
		}
	}
	return nil
}

// known reports whether a batch is known to be on L1.
func (p *poster) known(number uint64) (bool, error) {
	b, err := p.Batch(number)
	return err == nil && b.L1TxHash != (common.Hash{}), err
}

func (p *poster) confirmOne(ctx context.Context, number uint64, head *big.Int) error {
	ours, err := p.Batch(number)
	if err != nil {
		return err
	}
	from := p.cfg.L1Start
	if number > 1 {
		before, err := p.Batch(number - 1)
		if err != nil {
			return err
		}
		if before.L1Block <= head.Uint64() {
			from = max(from, before.L1Block)
		}
	}
	found, err := p.suite.submission(ctx, number, l1Span{from, head.Uint64()})
	if errors.Is(err, ethereum.NotFound) && from > p.cfg.L1Start {
		// L1 has lost blocks since the batch before was found there, and this process was
		// not running to see it: what is on record of that one is old.
		found, err = p.suite.submission(ctx, number, l1Span{p.cfg.L1Start, head.Uint64()})
	}
	if err != nil {
		return err
	}
	hash := ours.Claim.Hash()
	if found.hash != hash {
		return fmt.Errorf("%w: number %d is %s there and %s here", ErrForeignBatch, number, found.hash, hash)
	}
	body := &postedBody{TxHash: found.txHash, Block: found.block, Claim: hash}
	err = p.record(ctx, eventOf{journal.BatchPosted, number, body, hash}, func() error {
		return p.update(number, hash, func(b *batchRow) { b.posted(found.txHash, found.block) })
	})
	if err != nil {
		return err
	}
	signal(p.postedSome)
	p.log.Info("batch posted", zap.Uint64("batch", number), zap.Stringer("l1Tx", found.txHash), zap.Uint64("l1Block", found.block))
	return nil
}

// lost takes back that a batch is on L1. What the verifier said about it stays true. One
// that L1 voided because nobody proved it is not claimed again: that would cost the bond
// once more.
func (p *poster) lost(ctx context.Context, number uint64, head *types.Header) error {
	b, err := p.Batch(number)
	if err != nil {
		return err
	}
	expired, err := p.suite.expired(ctx, b, l1Span{p.cfg.L1Start, head.Number.Uint64()})
	if err != nil {
		return err
	}
	if expired && p.cfg.ClaimAnew {
		return p.unfit(number, ErrVoided)
	}
	if expired {
		return fmt.Errorf("%w: batch %d", ErrVoided, number)
	}
	p.metrics.reposts.Inc()
	p.log.Warn("L1 lost a batch; it is posted again", zap.Uint64("batch", number))
	return p.update(number, b.Claim.Hash(), func(b *batchRow) {
		b.L1TxHash, b.L1Block = common.Hash{}, 0
		if b.Status == Posted {
			b.Status = Closed
		}
	})
}
