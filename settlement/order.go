package settlement

import (
	"context"
	"errors"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/merkle/order"
)

// Publication is what of the order of transactions is put on L1.
type Publication uint8

// What is put on L1, from least to most.
const (
	PublishNothing Publication = iota
	PublishOrder               // places; the transactions are published by others, as by op-batcher
	PublishAll                 // transactions at their places
)

// orderPartBytes is the most of an order in one transaction: nodes take 128 KiB.
const orderPartBytes = 110_000

// orderedTx is a transaction at its place, as far as it was kept.
type orderedTx struct {
	Kept   Publication
	Global uint64
	Raw    []byte
}

// ordered returns what is kept of a leg.
func (p Publication) ordered(leg *chains.Leg) orderedTx {
	switch p {
	case PublishAll:
		return orderedTx{p, leg.GlobalIndex, leg.Raw}
	case PublishOrder:
		return orderedTx{p, leg.GlobalIndex, nil}
	}
	return orderedTx{}
}

// order adds a leg. What an earlier process did not keep, the block does not tell.
func (b *appliedBlock) order(leg legOf) {
	if leg.deposit || b.Kept == PublishNothing {
		return
	}
	b.Kept = min(b.Kept, leg.ordered.Kept)
	b.Txs = append(b.Txs, leg.ordered)
}

// ordered encodes what a batch ordered; nothing where a block of it was applied while less
// was kept than is to be published.
func (s *Settlement) ordered(d *draft) ([]byte, error) {
	if s.cfg.Publish == PublishNothing {
		return nil, nil
	}
	o := &order.Order{Full: s.cfg.Publish == PublishAll}
	count := 0
	for _, span := range d.spans {
		c := order.Chain{ChainID: uint64(span.chain), FirstBlock: span.first, Blocks: make([][]order.Tx, span.last.Number+1-span.first)}
		for b, err := range s.index.blocks(span.chain, span.last.Number) {
			if err != nil {
				return nil, err
			}
			if b.Kept < s.cfg.Publish {
				s.log.Warn("the order of a batch is not put on L1: when it was decided it was not to be", zap.Uint64("batch", d.number))
				return nil, nil
			}
			for _, tx := range b.Txs {
				at := &c.Blocks[b.Ref.Number-span.first]
				*at = append(*at, order.Tx{Global: tx.Global, Raw: tx.Raw})
				count++
			}
		}
		o.Chains = append(o.Chains, c)
	}
	enc, err := o.Encode()
	if err != nil {
		return nil, fmt.Errorf("batch %d: %w", d.number, err)
	}
	s.metrics.published.Add(float64(count))
	s.metrics.orderBytes.Add(float64(len(enc)))
	return enc, nil
}

// publishOrder puts on L1 what batches ordered that are there. What is there is read from
// L1, so that a reorg takes nothing away for good.
func (p *poster) publishOrder(ctx context.Context, r *round) error {
	if p.cfg.Publish == PublishNothing || r.onL1 == 0 {
		return nil
	}
	next, err := p.index.firstOrder(p.published + 1)
	if err != nil || next == 0 || next > r.onL1 {
		return err
	}
	p.published = next - 1
	first, err := p.Batch(next)
	if err != nil {
		return err
	}
	there, err := p.partsOnL1(ctx, r, p.notAfter(first))
	if err != nil {
		return err
	}
	for n := next; n <= r.onL1 && p.room(r); n++ {
		if err := p.publishBatch(ctx, r, n, there); err != nil {
			return err
		}
	}
	return nil
}

// orderPart is a part of what a batch ordered.
type orderPart struct {
	batch common.Hash
	part  uint64
}

// partsOnL1 returns in which block of L1 the poster has published each part, from a block
// on.
func (p *poster) partsOnL1(ctx context.Context, r *round, from uint64) (map[orderPart]uint64, error) {
	abi := bindings.NewOrderedData()
	logs, err := p.suite.client.FilterLogs(ctx, ethereum.FilterQuery{
		FromBlock: new(big.Int).SetUint64(min(from, r.head.Number.Uint64())), ToBlock: r.head.Number, Addresses: []common.Address{p.cfg.OrderedData},
		Topics: [][]common.Hash{{abi.GetABI().Events[bindings.OrderedDataPublishedEventName].ID}, nil, nil, {common.BytesToHash(p.deps.Poster.Address().Bytes())}},
	})
	if err != nil {
		return nil, fmt.Errorf("find what is published on L1: %w", err)
	}
	there := make(map[orderPart]uint64)
	for i := range logs {
		e, err := abi.UnpackPublishedEvent(&logs[i])
		if err != nil {
			return nil, fmt.Errorf("find what is published on L1: %w", err)
		}
		there[orderPart{e.BatchHash, e.Part.Uint64()}] = logs[i].BlockNumber
	}
	return there, nil
}

// publishBatch sends the parts of one batch that are missing on L1. Once L1 does not lose
// them any more they are forgotten here.
func (p *poster) publishBatch(ctx context.Context, r *round, number uint64, there map[orderPart]uint64) error {
	b, err := p.Batch(number)
	if err != nil {
		return err
	}
	hash := b.Claim.Hash()
	if count, known := p.partCount[number]; known && allThere(orderPart{hash, count}, there) {
		return p.forgetOrder(r, number, orderPart{hash, count}, there)
	}
	parts, err := p.orderParts(ctx, b)
	if err != nil {
		return err
	}
	p.partCount[number] = uint64(len(parts))
	for i, data := range parts {
		d := duty{Kind: dutyPublish, Number: number, Part: uint64(i)}
		if _, done := there[orderPart{hash, d.Part}]; done || r.waits(d) || !p.room(r) {
			continue
		}
		c := &call{to: p.cfg.OrderedData, data: bindings.NewOrderedData().PackPublish(number, hash, new(big.Int).SetUint64(d.Part), big.NewInt(int64(len(parts))), data)}
		c.gas = publishGas + uint64(len(c.data))*byteGas
		if err := p.post(ctx, r, d, c); err != nil {
			return err
		}
	}
	return nil
}

// allThere reports whether L1 has all parts of a batch before one.
func allThere(end orderPart, there map[orderPart]uint64) bool {
	for part := range end.part {
		if _, done := there[orderPart{end.batch, part}]; !done {
			return false
		}
	}
	return true
}

// forgetOrder drops what the first batch that is not forgotten ordered, when L1 has had all
// of its parts for long.
func (p *poster) forgetOrder(r *round, number uint64, end orderPart, there map[orderPart]uint64) error {
	if p.published+1 != number {
		return nil
	}
	for part := range end.part {
		if there[orderPart{end.batch, part}]+reorgDepth > r.head.Number.Uint64() {
			return nil
		}
	}
	p.published = number
	delete(p.partCount, number)
	return p.index.drop(key(keyOrder, number), key(keyOrder, number+1))
}

// orderParts returns the parts of what a batch ordered, signed for the epoch it was closed
// in; none where nothing is kept.
func (p *poster) orderParts(ctx context.Context, b *Batch) ([][]byte, error) {
	e := &order.Envelope{Epoch: p.cfg.Epoch, Batch: b.Claim.Hash()}
	if err := p.index.get(key(keyOrder, b.Claim.Number), &e.Content); err != nil {
		if errors.Is(err, chains.ErrUnknown) {
			return nil, nil
		}
		return nil, err
	}
	domain := chains.Domain{L1ChainID: p.cfg.L1, Settlement: p.cfg.Settlement}
	var err error
	if e.Signature, err = p.deps.Signer.SignDigest(ctx, domain.Digest(e.StructHash())); err != nil {
		return nil, fmt.Errorf("sign the order of batch %d: %w", b.Claim.Number, err)
	}
	return e.Parts(orderPartBytes)
}

// firstOrder returns the first batch from a number on of which an order is kept, 0 for none.
func (ix *index) firstOrder(from uint64) (uint64, error) {
	it, err := ix.db.NewIter(orderBounds(from))
	if err != nil {
		return 0, fmt.Errorf("orders in settlement's index: %w", err)
	}
	number := uint64(0)
	if it.First() {
		number = numberOf(it.Key())
	}
	return number, errors.Join(it.Error(), it.Close())
}
