package settlement

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"math/big"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto/kzg4844"
	"github.com/ethereum/go-ethereum/params"
	"github.com/ethereum/go-ethereum/rpc"
	"github.com/holiman/uint256"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/merkle/order"
)

// Form is in which form what batches ordered is put on L1.
type Form uint8

// The forms. A batch that was begun in one form is finished in it.
const (
	InCalldata Form = iota
	InBlobs
	InCheaper // in what costs less at L1's present fees
)

const (
	// orderPartBytes is the most of an order in calldata of one transaction: nodes take
	// 128 KiB.
	orderPartBytes = 110_000
	// blobsPerTx is the most that every fork with blobs takes in a transaction.
	blobsPerTx = 6
	// partGas is what a transaction with a part takes beside its bytes, measured.
	partGas = 27_000
	// blobPatience is how many times longer one with blobs may wait before its fees are
	// raised: nodes then want twice as much of each.
	blobPatience = 4
)

// leastBlobFee is the least limit of a unit of blob gas: at its lowest the fee is next to
// nothing, and its multiples would follow no rise.
var leastBlobFee = big.NewInt(params.GWei)

// errNoBlobs: the blobs of a transaction that waits cannot be made again.
var errNoBlobs = errors.New("its blobs are lost")

// cut returns the parts of a signed order for a form.
func cut(e *order.Envelope, blobs bool) ([][]byte, error) {
	if blobs {
		return e.Parts(blobsPerTx * order.MaxPart)
	}
	return e.Parts(orderPartBytes)
}

// inBlobs decides the form of a batch's order: the one that was begun, where one was.
func (p *poster) inBlobs(ctx context.Context, r *round, e *order.Envelope, there map[orderPart]uint64) (bool, error) {
	for _, begun := range p.editions {
		if begun.batch == e.Batch {
			return begun.blobs, nil
		}
	}
	for part := range there {
		if part.batch == e.Batch {
			return part.blobs, nil
		}
	}
	for _, w := range r.waiting {
		if w.Duty.Kind != dutyPublish && w.Duty.Kind != dutyBlobs {
			continue
		}
		if b, err := p.Batch(w.Duty.Number); err != nil || b.Claim.Hash() == e.Batch {
			return w.hasBlobs(), err
		}
	}
	if p.cfg.PublishAs == InCheaper && !p.noBlobs {
		return p.blobsAreCheaper(ctx, r.head, len(e.Content))
	}
	return p.cfg.PublishAs == InBlobs, nil
}

// blobsAreCheaper compares what an order of so many bytes costs in either form, at the fees
// of L1's head. An L1 without blobs has one form.
func (p *poster) blobsAreCheaper(ctx context.Context, head *types.Header, size int) (bool, error) {
	if head.ExcessBlobGas == nil {
		return false, nil
	}
	blobFee, err := p.deps.L1.BlobBaseFee(ctx)
	if err != nil {
		return false, fmt.Errorf("blob fee on L1: %w", err)
	}
	tip, err := p.deps.L1.SuggestGasTipCap(ctx)
	if err != nil {
		return false, fmt.Errorf("tip on L1: %w", err)
	}
	if blobFee.Cmp(p.cfg.MaxBlobFee) > 0 {
		return false, nil
	}
	return cheaperInBlobs(size, new(big.Int).Add(head.BaseFee, tip), blobFee), nil
}

// cheaperInBlobs compares the forms at these prices of a unit of gas and of blob gas.
func cheaperInBlobs(size int, price, blobPrice *big.Int) bool {
	pieces := func(of int) int { return (size + of - 1) / of }
	inCalldata := new(big.Int).Mul(price, big.NewInt(int64(size*byteGas+pieces(orderPartBytes)*partGas)))
	inBlobs := new(big.Int).Mul(price, big.NewInt(int64(pieces(blobsPerTx*order.MaxPart)*partGas)))
	inBlobs.Add(inBlobs, new(big.Int).Mul(blobPrice, big.NewInt(int64(pieces(order.MaxPart)*params.BlobTxBlobGasPerBlob))))
	return inBlobs.Cmp(inCalldata) < 0
}

// sidecarOf returns what a transaction with a part in blobs is sent with: blobs, commitments
// and the proofs of their cells. The same part gives the same.
func sidecarOf(part []byte) (*types.BlobTxSidecar, error) {
	var (
		blobs       []kzg4844.Blob
		commitments []kzg4844.Commitment
		proofs      []kzg4844.Proof
	)
	for _, b := range order.ToBlobs(part) {
		blob := kzg4844.Blob(b)
		commitment, err := kzg4844.BlobToCommitment(&blob)
		if err != nil {
			return nil, fmt.Errorf("commit to a blob: %w", err)
		}
		cells, err := kzg4844.ComputeCellProofs(&blob)
		if err != nil {
			return nil, fmt.Errorf("prove a blob: %w", err)
		}
		blobs, commitments, proofs = append(blobs, blob), append(commitments, commitment), append(proofs, cells...)
	}
	return types.NewBlobTxSidecar(types.BlobSidecarVersion1, blobs, commitments, proofs), nil
}

func (p *poster) blobTransaction(nonce uint64, c *call, fee fees) *types.Transaction {
	return types.NewTx(&types.BlobTx{
		ChainID: uint256.NewInt(uint64(p.cfg.L1)), Nonce: nonce, Gas: c.gas, To: c.to, Data: c.data,
		GasTipCap: uint256.MustFromBig(fee.tip), GasFeeCap: uint256.MustFromBig(fee.limit),
		BlobFeeCap: uint256.MustFromBig(fee.blob), BlobHashes: c.blobs,
	})
}

// blobMarket returns the limit of a unit of blob gas with which L1 takes blobs now, with
// room for the fee to become four times as high.
func (p *poster) blobMarket(ctx context.Context) (*big.Int, error) {
	fee, err := p.deps.L1.BlobBaseFee(ctx)
	if err != nil {
		return nil, fmt.Errorf("blob fee on L1: %w", err)
	}
	if fee.Cmp(p.blobLimit) > 0 {
		return nil, fmt.Errorf("%w: %v wei for blobs, the limit is %v", errFeeCap, fee, p.blobLimit)
	}
	return most(leastBlobFee, new(big.Int).Lsh(fee, 2)), nil
}

func (w *sending) hasBlobs() bool { return w.tx.Type() == types.BlobTxType }

// more returns how much of a fee one has to offer to take the transaction's place: nodes
// want a tenth more, and twice as much of one with blobs.
func (w *sending) more(fee *big.Int) *big.Int {
	part := new(big.Int).Rsh(fee, 2)
	if w.hasBlobs() {
		part.Set(fee)
	}
	return part.Add(part, fee).Add(part, common.Big1)
}

// patience is how many blocks of L1 the first transaction waits before its fees are raised.
// One with blobs has less of it while it holds up a proof.
func (p *poster) patience(r *round) uint64 {
	if r.waiting[0].hasBlobs() && !r.urgent {
		return uint64(p.cfg.BumpAfter) * blobPatience
	}
	return uint64(p.cfg.BumpAfter)
}

// roomFor reports whether one more transaction, with or without blobs, may wait on L1. L1's
// nodes take of one account only one kind at a time.
func (p *poster) roomFor(r *round, blobs bool) bool {
	return len(r.waiting) < p.cfg.MaxWaiting && !slices.ContainsFunc(r.waiting, func(w *sending) bool { return w.hasBlobs() != blobs })
}

// transmit sends a transaction, with its blobs.
func (p *poster) transmit(ctx context.Context, w *sending) error {
	tx := w.tx
	if w.hasBlobs() {
		sc, err := p.sidecar(ctx, w)
		if err != nil {
			return err
		}
		tx = tx.WithBlobTxSidecar(sc)
	}
	return p.deps.L1.SendTransaction(ctx, tx)
}

// sidecar returns the blobs of a transaction that waits, made again from what its batch
// ordered where they are not at hand.
func (p *poster) sidecar(ctx context.Context, w *sending) (*types.BlobTxSidecar, error) {
	if sc := p.sidecars[w.Duty]; sc != nil && slices.Equal(sc.BlobHashes(), w.tx.BlobHashes()) {
		return sc, nil
	}
	b, err := p.Batch(w.Duty.Number)
	var e *order.Envelope
	if err == nil {
		e, err = p.envelope(ctx, b)
	}
	if errors.Is(err, chains.ErrUnknown) {
		return nil, fmt.Errorf("%w: %w", errNoBlobs, err)
	}
	if err != nil {
		return nil, err
	}
	parts, err := cut(e, true)
	if err != nil {
		return nil, err
	}
	if w.Duty.Part >= uint64(len(parts)) {
		return nil, fmt.Errorf("%w: there is no part %d", errNoBlobs, w.Duty.Part)
	}
	sc, err := sidecarOf(parts[w.Duty.Part])
	if err != nil {
		return nil, err
	}
	if !slices.Equal(sc.BlobHashes(), w.tx.BlobHashes()) {
		return nil, fmt.Errorf("%w: the order is encoded in another way now", errNoBlobs)
	}
	p.sidecars[w.Duty] = sc
	return sc, nil
}

// forgetSidecars drops the blobs of what does not wait any more.
func (p *poster) forgetSidecars(r *round) {
	maps.DeleteFunc(p.sidecars, func(d duty, _ *types.BlobTxSidecar) bool { return !r.waits(d) })
}

// sendAgain sends a waiting transaction that L1's node does not know.
func (p *poster) sendAgain(ctx context.Context, r *round, i int) error {
	w := r.waiting[i]
	if w.hasBlobs() {
		stuck, err := p.plainKnown(ctx, r.waiting[i+1:])
		if err != nil {
			return err
		}
		if stuck {
			return p.yield(ctx, r, i)
		}
	}
	err := p.transmit(ctx, w)
	if errors.Is(err, errNoBlobs) {
		p.log.Error("blobs cannot be sent again", zap.Uint64("batch", w.Duty.Number), zap.Error(err))
		return p.yield(ctx, r, i)
	}
	return err
}

// plainKnown reports whether L1's node has one of the transactions that has no blobs.
func (p *poster) plainKnown(ctx context.Context, of []*sending) (bool, error) {
	for _, w := range of {
		if w.hasBlobs() {
			continue
		}
		if known, err := p.suite.known(ctx, w.tx.Hash()); known || err != nil {
			return known, err
		}
	}
	return false, nil
}

// giveUpBlobs has the first waiting transaction yield where it has blobs that L1's node has
// not taken for long, and still refuses: all that comes after it would wait.
func (p *poster) giveUpBlobs(ctx context.Context, r *round) (bool, error) {
	w := r.waiting[0]
	if !w.hasBlobs() {
		return false, nil
	}
	if known, err := p.suite.known(ctx, w.tx.Hash()); known || err != nil {
		return false, err
	}
	err := p.transmit(ctx, w)
	var refusal rpc.Error
	if !errors.As(err, &refusal) && !errors.Is(err, errNoBlobs) {
		return false, err
	}
	p.log.Error("L1's node does not take a transaction with blobs", zap.Uint64("batch", w.Duty.Number), zap.Stringer("tx", w.tx.Hash()), zap.Error(err))
	p.noBlobs = true
	delete(p.editions, w.Duty.Number)
	return true, p.yield(ctx, r, 0)
}

// yield has a transaction that does nothing take the nonce of one with blobs. After L1 has
// lost blocks its nodes may hold one of ours without blobs and a later nonce. As long as
// they do, they take none with blobs, and that one waits for this nonce. What was in the
// blobs is published with another nonce.
func (p *poster) yield(ctx context.Context, r *round, i int) error {
	w := r.waiting[i]
	fee, err := p.market(ctx, r.head, p.gasLimit, false)
	if err != nil {
		return err
	}
	d := duty{Kind: dutyYield, Number: w.Duty.Number, Part: w.Duty.Part}
	nothing := p.transaction(w.tx.Nonce(), &call{to: p.deps.Poster.Address(), gas: yieldGas}, fee)
	instead, err := p.send(ctx, nothing, d, 0)
	if instead != nil {
		r.waiting[i] = instead
	}
	return err
}
