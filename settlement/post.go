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

	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/journal"
	"github.com/ssequencer/ssequencer/signer"
)

// sending is an L1 transaction that posts a batch: recorded before it was sent, so that
// after a restart the same one is sent and not a second.
type sending struct {
	number uint64
	tx     *types.Transaction
	bumps  uint64
	since  uint64 // L1 block at which it was sent by this process, 0 before
}

// resend takes in a BatchSending of an earlier run.
func (s *Settlement) resend(e *journal.BatchEvent) error {
	var body sendingBody
	if err := decodeBody(e, &body); err != nil {
		return err
	}
	tx := new(types.Transaction)
	if err := tx.UnmarshalBinary(body.Raw); err != nil {
		return fmt.Errorf("%w: L1 transaction of batch %d: %v", ErrJournal, e.Number, err)
	}
	return s.keepSending(&sending{number: e.Number, tx: tx, bumps: body.Bumps})
}

// poster brings closed batches to L1, one transaction at a time. Everything it needs to
// know is read from L1 at each of its heads, so that blocks L1 loses are nothing special:
// what is then missing is the next to post.
type poster struct {
	*Settlement
	contract *settlementOnL1
	lastHead common.Hash
}

func newPoster(s *Settlement) *poster {
	return &poster{Settlement: s, contract: &settlementOnL1{client: s.deps.L1, address: s.cfg.Settlement, abi: bindings.NewSettlement()}}
}

// run looks at L1 whenever a batch was closed and at every new head of L1.
func (p *poster) run(ctx context.Context) error {
	tick := time.NewTicker(p.cfg.L1Poll)
	defer tick.Stop()
	for {
		err := p.step(ctx)
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case errors.Is(err, ErrForeignBatch), errors.Is(err, journal.ErrFailed), errors.Is(err, journal.ErrClosed):
			return err
		case err != nil:
			p.metrics.l1Errors.Inc()
			p.log.Warn("posting to L1 failed; it is tried again", zap.Error(err))
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

// step compares L1 with our batches and posts the first that is missing there.
func (p *poster) step(ctx context.Context) error {
	head, err := p.deps.L1.HeaderByNumber(ctx, nil)
	if err != nil {
		return fmt.Errorf("L1 head: %w", err)
	}
	if head.Hash() == p.lastHead {
		return nil
	}
	onL1, err := p.contract.latest(ctx, head.Hash())
	if err != nil {
		return err
	}
	if err := p.confirm(ctx, onL1, head); err != nil {
		return err
	}
	if onL1 < p.Latest() {
		next, err := p.Batch(onL1 + 1)
		if err != nil {
			return err
		}
		if err := p.post(ctx, next, head); err != nil {
			return err
		}
	}
	p.lastHead = head.Hash()
	return nil
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
			err = p.lost(n)
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
	at, err := p.contract.find(ctx, number, from, head)
	if errors.Is(err, ethereum.NotFound) && from > p.cfg.L1Start {
		// L1 has lost blocks since the batch before was found there, and this process was
		// not running to see it: what is on record of that one is old.
		at, err = p.contract.find(ctx, number, p.cfg.L1Start, head)
	}
	if err != nil {
		return err
	}
	if hash := ours.Claim.Hash(); at.hash != hash {
		return fmt.Errorf("%w: number %d is %s there and %s here", ErrForeignBatch, number, at.hash, hash)
	}
	err = p.record(ctx, eventOf{journal.BatchPosted, number, &postedBody{TxHash: at.txHash, Block: at.block}}, func() error {
		return p.update(number, func(b *batchRow) { b.posted(at.txHash, at.block) })
	})
	if err != nil {
		return err
	}
	signal(p.postedSome)
	p.log.Info("batch posted", zap.Uint64("batch", number), zap.Stringer("l1Tx", at.txHash), zap.Uint64("l1Block", at.block))
	return nil
}

// lost takes back that a batch is on L1. What the verifier said about it stays true.
func (p *poster) lost(number uint64) error {
	p.metrics.reposts.Inc()
	p.log.Warn("L1 lost a batch; it is posted again", zap.Uint64("batch", number))
	return p.update(number, func(b *batchRow) {
		b.L1TxHash, b.L1Block = common.Hash{}, 0
		if b.Status == Posted {
			b.Status = Closed
		}
	})
}

// post sees to it that a transaction with the batch waits on L1.
func (p *poster) post(ctx context.Context, b *Batch, head *types.Header) error {
	nonce, err := p.deps.L1.NonceAt(ctx, p.deps.Poster.Address(), head.Number)
	if err != nil {
		return fmt.Errorf("poster's nonce on L1: %w", err)
	}
	last := p.sending
	if last == nil || last.number != b.Claim.Number || last.tx.Nonce() != nonce {
		return p.sendNew(ctx, b, nonce, head)
	}
	waited := last.since != 0 && head.Number.Uint64() >= last.since+uint64(p.cfg.BumpAfter)
	if waited && last.bumps < uint64(p.cfg.MaxBumps) {
		market, err := p.deps.L1.SuggestGasTipCap(ctx)
		if err != nil {
			return fmt.Errorf("tip on L1: %w", err)
		}
		return p.send(ctx, b, p.raised(last, head, market), last.bumps+1, head)
	}
	known, err := p.contract.known(ctx, last.tx)
	if err != nil {
		return fmt.Errorf("posted transaction: %w", err)
	}
	if !known {
		if err := p.deps.L1.SendTransaction(ctx, last.tx); err != nil {
			return fmt.Errorf("send batch %d again: %w", b.Claim.Number, err)
		}
	}
	if last.since == 0 {
		last.since = head.Number.Uint64()
	}
	return nil
}

// sendNew makes the first transaction for a batch with this nonce.
func (p *poster) sendNew(ctx context.Context, b *Batch, nonce uint64, head *types.Header) error {
	data, err := p.contract.submission(b)
	if err != nil {
		return fmt.Errorf("encode batch %d: %w", b.Claim.Number, err)
	}
	gas, err := p.contract.gas(ctx, p.deps.Poster.Address(), data)
	if err != nil {
		return fmt.Errorf("batch %d: %w", b.Claim.Number, err)
	}
	tip, err := p.deps.L1.SuggestGasTipCap(ctx)
	if err != nil {
		return fmt.Errorf("tip on L1: %w", err)
	}
	return p.send(ctx, b, &types.DynamicFeeTx{ChainID: p.cfg.L1.Big(), Nonce: nonce, GasTipCap: tip, GasFeeCap: feeCap(tip, head.BaseFee),
		Gas: gas, To: &p.cfg.Settlement, Data: data}, 0, head)
}

// feeCap leaves room for the base fee to double.
func feeCap(tip, baseFee *big.Int) *big.Int {
	return new(big.Int).Add(tip, new(big.Int).Lsh(baseFee, 1))
}

// raised returns the same transaction with at least a quarter more tip and fee cap, enough
// for any node to take it in the other's place, and not below what L1 asks now.
func (p *poster) raised(last *sending, head *types.Header, market *big.Int) *types.DynamicFeeTx {
	quarterMore := func(v *big.Int) *big.Int {
		v = new(big.Int).Add(v, new(big.Int).Rsh(v, 2))
		return v.Add(v, big.NewInt(1))
	}
	tip, fee := quarterMore(last.tx.GasTipCap()), quarterMore(last.tx.GasFeeCap())
	if market.Cmp(tip) > 0 {
		tip = market
	}
	if now := feeCap(tip, head.BaseFee); now.Cmp(fee) > 0 {
		fee = now
	}
	return &types.DynamicFeeTx{ChainID: p.cfg.L1.Big(), Nonce: last.tx.Nonce(), GasTipCap: tip, GasFeeCap: fee,
		Gas: last.tx.Gas(), To: last.tx.To(), Data: last.tx.Data()}
}

// send signs and records the transaction, and then sends it.
func (p *poster) send(ctx context.Context, b *Batch, unsigned *types.DynamicFeeTx, bumps uint64, head *types.Header) error {
	tx, err := signer.SignTx(ctx, p.deps.Poster, types.NewTx(unsigned), p.cfg.L1)
	if err != nil {
		return err
	}
	raw, err := tx.MarshalBinary()
	if err != nil {
		return fmt.Errorf("encode L1 transaction: %w", err)
	}
	err = p.record(ctx, eventOf{journal.BatchSending, b.Claim.Number, &sendingBody{Nonce: tx.Nonce(), Raw: raw, Bumps: bumps}}, func() error {
		return p.keepSending(&sending{number: b.Claim.Number, tx: tx, bumps: bumps, since: head.Number.Uint64()})
	})
	if err != nil {
		return err
	}
	if err := p.deps.L1.SendTransaction(ctx, tx); err != nil {
		return fmt.Errorf("send batch %d: %w", b.Claim.Number, err)
	}
	return nil
}
