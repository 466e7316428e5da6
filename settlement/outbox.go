package settlement

import (
	"context"
	"errors"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/journal"
	"github.com/ssequencer/ssequencer/signer"
)

// reorgDepth is how many blocks L1 may lose without the poster forgetting what it sent.
const reorgDepth = 64

// errFeeCap: L1 asks for more than may be paid.
var errFeeCap = errors.New("L1's base fee is above what may be paid")

// dutyKind is what an L1 transaction of the poster is for. The numbers are in the journal.
type dutyKind uint8

const (
	dutySubmit   dutyKind = 0 // claims a batch
	dutyProve    dutyKind = 1 // proves a demanded batch, or a part of it
	dutyAnswer   dutyKind = 2 // fetches what the demand pays
	dutyFinalize dutyKind = 3 // makes a batch final
	dutyPublish  dutyKind = 4 // puts what a batch ordered on L1, or a part of it
)

// duty is one thing to do on L1.
type duty struct {
	Kind   dutyKind
	Number uint64 // of the batch
	Part   uint64 // of what takes several transactions
}

// sending is the L1 transaction with one nonce: recorded before it was sent, so that after
// a restart the same one is sent and not a second.
type sending struct {
	sendingRow
	tx *types.Transaction
}

// call is what a transaction calls.
type call struct {
	to   common.Address
	data []byte
	gas  uint64
}

// resend takes in a BatchSending of an earlier run.
func (s *Settlement) resend(e *journal.BatchEvent) error {
	var body sendingBody
	if err := decodeBody(e, &body); err != nil {
		return err
	}
	return s.keepSending(body.Nonce, duty{body.Kind, e.Number, body.Part}, body.Raw, body.Bumps)
}

// keepSending remembers the transaction that was recorded last for a nonce.
func (s *Settlement) keepSending(nonce uint64, of duty, raw []byte, bumps uint64) error {
	tx := new(types.Transaction)
	if err := tx.UnmarshalBinary(raw); err != nil {
		return fmt.Errorf("%w: L1 transaction of batch %d: %v", ErrJournal, of.Number, err)
	}
	var before sendingRow
	if err := s.index.find(key(keySending, nonce), &before); err != nil {
		return err
	}
	row := &sendingRow{Duty: of, Raw: raw, Bumps: bumps, Hashes: []common.Hash{tx.Hash()}}
	if before.Duty == of {
		row.Hashes = append(before.Hashes, tx.Hash())
	}
	return s.index.put(key(keySending, nonce), row)
}

// sendingAt returns what was sent with a nonce, nil for nothing.
func (s *Settlement) sendingAt(nonce uint64) (*sending, error) {
	out := new(sending)
	if err := s.index.find(key(keySending, nonce), &out.sendingRow); err != nil || len(out.Raw) == 0 {
		return nil, err
	}
	out.tx = new(types.Transaction)
	return out, out.tx.UnmarshalBinary(out.Raw)
}

// round is one look at L1: its head, and which of our transactions wait there.
type round struct {
	head    *types.Header
	onL1    uint64 // the last batch that stands
	nonce   uint64 // the first that L1 has not used
	waiting []*sending
}

func (r *round) waits(d duty) bool {
	for _, w := range r.waiting {
		if w.Duty == d {
			return true
		}
	}
	return false
}

// collect finds which transactions wait, in the order of their nonces.
func (p *poster) collect(ctx context.Context, r *round) error {
	var err error
	if r.nonce, err = p.deps.L1.NonceAtHash(ctx, p.deps.Poster.Address(), r.head.Hash()); err != nil {
		return fmt.Errorf("poster's nonce on L1: %w", err)
	}
	if err := p.lookForForeign(ctx, r.nonce); err != nil {
		return err
	}
	for n := r.nonce; ; n++ {
		w, err := p.sendingAt(n)
		if err != nil || w == nil {
			return err
		}
		r.waiting = append(r.waiting, w)
	}
}

// lookForForeign tells when somebody else sends with the poster's key: what was to be done
// with that nonce is then done with another one.
func (p *poster) lookForForeign(ctx context.Context, nonce uint64) error {
	if !p.watching || nonce < p.used { // the first look, or L1 has lost blocks
		p.watching, p.used = true, nonce
	}
	for ; p.used < nonce; p.used++ {
		w, err := p.sendingAt(p.used)
		if err != nil {
			return err
		}
		ours := false
		if w != nil {
			if ours, err = p.suite.mined(ctx, w.Hashes); err != nil {
				return fmt.Errorf("poster's transactions: %w", err)
			}
		}
		if !ours {
			p.metrics.foreign.Inc()
			p.log.Error("somebody else sends with the poster's key", zap.Uint64("nonce", p.used), zap.Stringer("poster", p.deps.Poster.Address()))
		}
	}
	return nil
}

// tend sees to it that L1 knows the waiting transactions, and raises the fee of the first
// one when it has waited for long.
func (p *poster) tend(ctx context.Context, r *round) error {
	if len(r.waiting) == 0 {
		p.first = firstWaiting{}
		return nil
	}
	number := r.head.Number.Uint64()
	if n := r.waiting[0].tx.Nonce(); !p.first.any || p.first.nonce != n || number < p.first.since {
		p.first = firstWaiting{any: true, nonce: n, since: number}
	}
	if number >= p.first.since+uint64(p.cfg.BumpAfter) {
		if err := p.raise(ctx, r); err != nil {
			return err
		}
		p.first.since = number
	}
	for _, w := range r.waiting {
		known, err := p.suite.known(ctx, w.tx.Hash())
		if err != nil {
			return fmt.Errorf("waiting transaction: %w", err)
		}
		if !known {
			if err := p.deps.L1.SendTransaction(ctx, w.tx); err != nil {
				return fmt.Errorf("send batch %d again: %w", w.Duty.Number, err)
			}
		}
	}
	return nil
}

// firstWaiting is since which L1 block the first waiting transaction is the first.
type firstWaiting struct {
	any          bool
	nonce, since uint64
}

// fees are a transaction's.
type fees struct{ tip, limit *big.Int }

// market returns fees with which L1 takes a transaction now, with room for the base fee to
// double, and not above the limit.
func (p *poster) market(ctx context.Context, head *types.Header) (fees, error) {
	tip, err := p.deps.L1.SuggestGasTipCap(ctx)
	if err != nil {
		return fees{}, fmt.Errorf("tip on L1: %w", err)
	}
	if head.BaseFee.Cmp(p.cfg.MaxFee) > 0 {
		return fees{}, fmt.Errorf("%w: %v wei, the limit is %v", errFeeCap, head.BaseFee, p.cfg.MaxFee)
	}
	return p.bounded(fees{tip: tip, limit: new(big.Int).Add(tip, new(big.Int).Lsh(head.BaseFee, 1))}), nil
}

func (p *poster) bounded(f fees) fees {
	limit := least(f.limit, p.cfg.MaxFee)
	return fees{tip: least(f.tip, limit), limit: limit}
}

func least(a, b *big.Int) *big.Int {
	if a.Cmp(b) < 0 {
		return a
	}
	return b
}

func most(a, b *big.Int) *big.Int {
	if a.Cmp(b) > 0 {
		return a
	}
	return b
}

// raise sends the first waiting transaction again with at least a quarter more tip and fee
// limit, enough for any node to take it in the other's place, and not below what L1 asks
// now. At the limit of what may be paid it waits on.
func (p *poster) raise(ctx context.Context, r *round) error {
	now, err := p.market(ctx, r.head)
	if err != nil {
		return err
	}
	w := r.waiting[0]
	quarterMore := func(v *big.Int) *big.Int {
		v = new(big.Int).Add(v, new(big.Int).Rsh(v, 2))
		return v.Add(v, common.Big1)
	}
	wanted := fees{tip: most(now.tip, quarterMore(w.tx.GasTipCap())), limit: most(now.limit, quarterMore(w.tx.GasFeeCap()))}
	if p.bounded(wanted).limit.Cmp(wanted.limit) < 0 {
		p.log.Warn("a transaction waits on L1 at the highest fee that may be paid", zap.Uint64("batch", w.Duty.Number), zap.Stringer("tx", w.tx.Hash()))
		return nil
	}
	again := &call{to: *w.tx.To(), data: w.tx.Data(), gas: w.tx.Gas()}
	raised, err := p.send(ctx, p.transaction(w.tx.Nonce(), again, wanted), w.Duty, w.Bumps+1)
	if err != nil {
		return err
	}
	p.log.Info("fee on L1 raised", zap.Uint64("batch", w.Duty.Number), zap.Stringer("limit", wanted.limit))
	r.waiting[0] = raised
	return nil
}

// post sends a transaction for a duty with the next nonce.
func (p *poster) post(ctx context.Context, r *round, d duty, c *call) error {
	if c.gas > params.MaxTxGas {
		c.gas = params.MaxTxGas
	}
	fee, err := p.market(ctx, r.head)
	if err != nil {
		return err
	}
	w, err := p.send(ctx, p.transaction(r.nonce+uint64(len(r.waiting)), c, fee), d, 0)
	if w != nil {
		r.waiting = append(r.waiting, w)
	}
	return err
}

func (p *poster) transaction(nonce uint64, c *call, fee fees) *types.DynamicFeeTx {
	return &types.DynamicFeeTx{ChainID: p.cfg.L1.Big(), Nonce: nonce, GasTipCap: fee.tip, GasFeeCap: fee.limit, Gas: c.gas, To: &c.to, Data: c.data}
}

// send signs and records the transaction, and then sends it. It is waiting even when L1
// does not take it now.
func (p *poster) send(ctx context.Context, unsigned *types.DynamicFeeTx, d duty, bumps uint64) (*sending, error) {
	tx, err := signer.SignTx(ctx, p.deps.Poster, types.NewTx(unsigned), p.cfg.L1)
	if err != nil {
		return nil, err
	}
	raw, err := tx.MarshalBinary()
	if err != nil {
		return nil, fmt.Errorf("encode L1 transaction: %w", err)
	}
	body := &sendingBody{Nonce: tx.Nonce(), Raw: raw, Bumps: bumps, Kind: d.Kind, Part: d.Part}
	err = p.record(ctx, eventOf{journal.BatchSending, d.Number, body}, func() error { return p.keepSending(tx.Nonce(), d, raw, bumps) })
	if err != nil {
		return nil, err
	}
	w := &sending{sendingRow{Duty: d, Raw: raw, Hashes: []common.Hash{tx.Hash()}, Bumps: bumps}, tx}
	if err := p.deps.L1.SendTransaction(ctx, tx); err != nil {
		return w, fmt.Errorf("send batch %d: %w", d.Number, err)
	}
	return w, nil
}

// estimate fills in a call's gas. A refusal of the contract is errReverted.
func (p *poster) estimate(ctx context.Context, c *call) error {
	gas, err := p.suite.gas(ctx, ethereum.CallMsg{From: p.deps.Poster.Address(), To: &c.to, Data: c.data})
	c.gas = gas
	return err
}

// forget drops what L1 has had for so long that it does not lose it any more.
func (p *poster) forget(ctx context.Context, head *types.Header) error {
	number := head.Number.Uint64()
	if number < reorgDepth || number < p.forgot+reorgDepth/2 {
		return nil
	}
	nonce, err := p.deps.L1.NonceAt(ctx, p.deps.Poster.Address(), new(big.Int).SetUint64(number-reorgDepth))
	if err != nil {
		return fmt.Errorf("poster's nonce on L1: %w", err)
	}
	p.forgot = number
	return p.index.drop(key(keySending, 0), key(keySending, nonce))
}

// watchBalance raises the alarm while the poster has less than it should.
func (p *poster) watchBalance(ctx context.Context, head *types.Header) error {
	balance, err := p.deps.L1.BalanceAtHash(ctx, p.deps.Poster.Address(), head.Hash())
	if err != nil {
		return fmt.Errorf("poster's balance on L1: %w", err)
	}
	ether, _ := new(big.Float).Quo(new(big.Float).SetInt(balance), big.NewFloat(params.Ether)).Float64()
	p.metrics.balance.Set(ether)
	low := balance.Cmp(p.cfg.LowBalance) < 0
	if low && !p.low {
		p.log.Error("the poster's account on L1 runs out of ETH", zap.Stringer("poster", p.deps.Poster.Address()), zap.Float64("ether", ether))
	}
	p.low = low
	return nil
}
