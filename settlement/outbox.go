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
	"github.com/ssequencer/ssequencer/merkle"
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
	dutyBlobs    dutyKind = 5 // the same, as blobs
	dutyRetract  dutyKind = 7 // takes back a batch that was withdrawn
	dutyYield    dutyKind = 6 // takes the nonce of one that had blobs: see yield
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
	to    common.Address
	data  []byte
	gas   uint64
	blobs []common.Hash // versioned hashes
}

// resend takes in a BatchSending of an earlier run.
func (s *Settlement) resend(e *journal.BatchEvent) error {
	var body sendingBody
	if err := decodeBody(e, &body); err != nil {
		return err
	}
	return s.keepSending(duty{body.Kind, e.Number, body.Part}, &body)
}

// keepSending remembers the transaction that was recorded last for a nonce, beside those
// that were before it: any of them may get into a block.
func (s *Settlement) keepSending(of duty, body *sendingBody) error {
	tx := new(types.Transaction)
	if err := tx.UnmarshalBinary(body.Raw); err != nil {
		return fmt.Errorf("%w: L1 transaction of batch %d: %v", ErrJournal, of.Number, err)
	}
	if len(body.Seal.Signature) > 0 {
		if err := s.index.put(key(keySeal, of.Number), &body.Seal); err != nil {
			return err
		}
	}
	var before sendingRow
	if err := s.index.find(key(keySending, body.Nonce), &before); err != nil {
		return err
	}
	row := &sendingRow{Duty: of, Raw: body.Raw, Bumps: body.Bumps, Hashes: append(before.Hashes, tx.Hash())}
	return s.index.put(key(keySending, body.Nonce), row)
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
	onL1    uint64        // the last batch that stands and is not withdrawn
	void    *merkle.Batch // the first withdrawn one that stands, nil for none
	nonce   uint64        // the first that L1 has not used
	waiting []*sending
	demands []demand // open ones on batches that stand, in order
	urgent  bool     // one of them is on a batch that nobody has proven
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
			p.forgetSidecars(r)
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
	if number >= p.first.since+p.patience(r) {
		if err := p.raise(ctx, r); err != nil {
			return err
		}
		p.first.since = number
	}
	for i, w := range r.waiting {
		known, err := p.suite.known(ctx, w.tx.Hash())
		if err != nil {
			return fmt.Errorf("waiting transaction: %w", err)
		}
		if known {
			continue
		}
		if w.hasBlobs() != r.waiting[0].hasBlobs() {
			return nil // L1's nodes take it when those before it are in a block
		}
		if err := p.sendAgain(ctx, r, i); err != nil {
			return fmt.Errorf("send batch %d again: %w", w.Duty.Number, err)
		}
	}
	return nil
}

// firstWaiting is since which L1 block the first waiting transaction is the first.
type firstWaiting struct {
	any          bool
	nonce, since uint64
}

// fees are a transaction's: blob is the limit of a unit of blob gas, nil without blobs.
type fees struct{ tip, limit, blob *big.Int }

// market returns fees with which L1 takes a transaction now, with room for the base fee to
// double, and not above the limit.
func (p *poster) market(ctx context.Context, head *types.Header, limit *big.Int, blobs bool) (fees, error) {
	tip, err := p.deps.L1.SuggestGasTipCap(ctx)
	if err != nil {
		return fees{}, fmt.Errorf("tip on L1: %w", err)
	}
	if head.BaseFee.Cmp(limit) > 0 {
		return fees{}, fmt.Errorf("%w: %v wei, the limit is %v", errFeeCap, head.BaseFee, limit)
	}
	now := fees{tip: tip, limit: new(big.Int).Add(tip, new(big.Int).Lsh(head.BaseFee, 1))}
	if blobs {
		if now.blob, err = p.blobMarket(ctx); err != nil {
			return fees{}, err
		}
	}
	return p.bounded(now, limit), nil
}

func (p *poster) bounded(f fees, gasLimit *big.Int) fees {
	limit := least(f.limit, gasLimit)
	out := fees{tip: least(f.tip, limit), limit: limit}
	if f.blob != nil {
		out.blob = least(f.blob, p.blobLimit)
	}
	return out
}

// within reports whether no fee is above what may be paid.
func (p *poster) within(f fees, gasLimit *big.Int) bool {
	b := p.bounded(f, gasLimit)
	return b.limit.Cmp(f.limit) == 0 && (f.blob == nil || b.blob.Cmp(f.blob) == 0)
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

// raise sends the first waiting transaction again with enough more of every fee for any
// node to take it in the other's place, and not below what L1 asks now. At the limit of
// what may be paid it waits on.
func (p *poster) raise(ctx context.Context, r *round) error {
	w := r.waiting[0]
	if given, err := p.giveUpBlobs(ctx, r); given || err != nil {
		return err
	}
	now, err := p.market(ctx, r.head, p.gasLimit, w.hasBlobs())
	if errors.Is(err, errFeeCap) && r.urgent {
		p.tooDear(w.Duty.Number)
	}
	if err != nil {
		return err
	}
	wanted := fees{tip: most(now.tip, w.more(w.tx.GasTipCap())), limit: most(now.limit, w.more(w.tx.GasFeeCap()))}
	if w.hasBlobs() {
		wanted.blob = most(now.blob, w.more(w.tx.BlobGasFeeCap()))
	}
	if !p.within(wanted, p.gasLimit) {
		if r.urgent {
			p.tooDear(w.Duty.Number)
		}
		p.log.Warn("a transaction waits on L1 at the highest fee that may be paid", zap.Uint64("batch", w.Duty.Number), zap.Stringer("tx", w.tx.Hash()))
		return nil
	}
	again := &call{to: *w.tx.To(), data: w.tx.Data(), gas: w.tx.Gas(), blobs: w.tx.BlobHashes()}
	raised, err := p.send(ctx, p.transaction(w.tx.Nonce(), again, wanted), w.Duty, w.Bumps+1)
	if err != nil {
		return err
	}
	p.log.Info("fee on L1 raised", zap.Uint64("batch", w.Duty.Number), zap.Stringer("limit", wanted.limit), zap.Stringer("blobLimit", wanted.blob))
	r.waiting[0] = raised
	return nil
}

// post sends a transaction for a duty with the next nonce.
func (p *poster) post(ctx context.Context, r *round, d duty, c *call) error {
	if c.gas > params.MaxTxGas {
		c.gas = params.MaxTxGas
	}
	blobs := len(c.blobs) > 0
	limit := p.cfg.MaxFee
	if d.Kind == dutyProve {
		limit = p.gasLimit
	}
	fee, err := p.market(ctx, r.head, limit, blobs)
	if err != nil {
		return err
	}
	w, err := p.send(ctx, p.transaction(r.nonce+uint64(len(r.waiting)), c, fee), d, 0)
	if w != nil {
		r.waiting = append(r.waiting, w)
		p.blobsTurn = !blobs
	}
	return err
}

func (p *poster) transaction(nonce uint64, c *call, fee fees) *types.Transaction {
	if len(c.blobs) > 0 {
		return p.blobTransaction(nonce, c, fee)
	}
	return types.NewTx(&types.DynamicFeeTx{ChainID: p.cfg.L1.Big(), Nonce: nonce, GasTipCap: fee.tip, GasFeeCap: fee.limit, Gas: c.gas, To: &c.to, Data: c.data})
}

// send signs and records the transaction, without its blobs, and then sends it with them.
// It is waiting even when L1 does not take it now.
func (p *poster) send(ctx context.Context, unsigned *types.Transaction, d duty, bumps uint64) (*sending, error) {
	tx, err := signer.SignTx(ctx, p.deps.Poster, unsigned, p.cfg.L1)
	if err != nil {
		return nil, err
	}
	raw, err := tx.MarshalBinary()
	if err != nil {
		return nil, fmt.Errorf("encode L1 transaction: %w", err)
	}
	body := &sendingBody{Nonce: tx.Nonce(), Raw: raw, Bumps: bumps, Kind: d.Kind, Part: d.Part}
	if d.Kind == dutyPublish || d.Kind == dutyBlobs {
		if err := p.index.find(key(keySeal, d.Number), &body.Seal); err != nil {
			return nil, err
		}
	}
	err = p.record(ctx, eventOf{kind: journal.BatchSending, number: d.Number, body: body}, func() error { return p.keepSending(d, body) })
	if err != nil {
		return nil, err
	}
	w := &sending{sendingRow{Duty: d, Raw: raw, Hashes: []common.Hash{tx.Hash()}, Bumps: bumps}, tx}
	if err := p.transmit(ctx, w); err != nil {
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
