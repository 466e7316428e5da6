package settlement

import (
	"context"
	"errors"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
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
		for b, err := range s.index.blocks(span.chain, span.first, span.last.Number) {
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
	next, err := p.index.firstOrder()
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
	for n := next; n <= r.onL1 && len(r.waiting) < p.cfg.MaxWaiting; n++ {
		if err := p.publishBatch(ctx, r, n, there); err != nil {
			return err
		}
	}
	return nil
}

// edition is what a batch ordered in one form: so many parts.
type edition struct {
	batch common.Hash
	blobs bool
	parts uint64
}

// orderPart is a part of an edition.
type orderPart struct {
	edition
	part uint64
}

// partsOnL1 returns in which block of L1 the poster has published each part, from a block
// on.
func (p *poster) partsOnL1(ctx context.Context, r *round, from uint64) (map[orderPart]uint64, error) {
	abi := bindings.NewOrderedData()
	events := abi.GetABI().Events
	logs, err := p.suite.client.FilterLogs(ctx, ethereum.FilterQuery{
		FromBlock: new(big.Int).SetUint64(min(from, r.head.Number.Uint64())), ToBlock: r.head.Number, Addresses: []common.Address{p.cfg.OrderedData},
		Topics: [][]common.Hash{{events[bindings.OrderedDataPublishedEventName].ID, events[bindings.OrderedDataPublishedBlobsEventName].ID}, nil, nil,
			{common.BytesToHash(p.deps.Poster.Address().Bytes())}},
	})
	if err != nil {
		return nil, fmt.Errorf("find what is published on L1: %w", err)
	}
	there := make(map[orderPart]uint64)
	for i := range logs {
		part, err := partIn(abi, &logs[i])
		if err != nil {
			return nil, fmt.Errorf("find what is published on L1: %w", err)
		}
		there[part] = logs[i].BlockNumber
	}
	return there, nil
}

// partIn reads which part a log of OrderedData tells.
func partIn(abi *bindings.OrderedData, log *types.Log) (orderPart, error) {
	if e, err := abi.UnpackPublishedEvent(log); err == nil {
		return orderPart{edition{e.BatchHash, false, e.Parts.Uint64()}, e.Part.Uint64()}, nil
	}
	e, err := abi.UnpackPublishedBlobsEvent(log)
	if err != nil {
		return orderPart{}, err
	}
	return orderPart{edition{e.BatchHash, true, e.Parts.Uint64()}, e.Part.Uint64()}, nil
}

// publishBatch sends the parts of one batch that are missing on L1. Once L1 does not lose
// them any more they are forgotten here.
func (p *poster) publishBatch(ctx context.Context, r *round, number uint64, there map[orderPart]uint64) error {
	b, err := p.Batch(number)
	if err != nil {
		return err
	}
	if e, known := p.editions[number]; known && e.batch == b.Claim.Hash() && e.isThere(there) {
		return p.forgetOrder(r, number, there)
	}
	envelope, err := p.envelope(ctx, b)
	if err != nil {
		return err
	}
	blobs, err := p.inBlobs(ctx, r, envelope, there)
	if err != nil || !p.roomFor(r, blobs) || (blobs && r.urgent) { // a proof could not be sent behind them
		return err
	}
	parts, err := cut(envelope, blobs)
	if err != nil {
		return err
	}
	e := edition{envelope.Batch, blobs, uint64(len(parts))}
	p.editions[number] = e
	for i, data := range parts {
		d := duty{Kind: e.kind(), Number: number, Part: uint64(i)}
		if _, done := there[orderPart{e, d.Part}]; done || r.waits(d) || !p.roomFor(r, blobs) {
			continue
		}
		c, err := p.publication(e, d, data)
		if err != nil {
			return err
		}
		if err := p.post(ctx, r, d, c); err != nil {
			return err
		}
	}
	return nil
}

// publication returns the call that publishes a part.
func (p *poster) publication(e edition, d duty, data []byte) (*call, error) {
	abi, part, parts := bindings.NewOrderedData(), new(big.Int).SetUint64(d.Part), new(big.Int).SetUint64(e.parts)
	c := &call{to: p.cfg.OrderedData}
	if e.blobs {
		sc, err := sidecarOf(data)
		if err != nil {
			return nil, err
		}
		p.sidecars[d], c.blobs = sc, sc.BlobHashes()
		c.data = abi.PackPublishBlobs(d.Number, e.batch, part, parts, big.NewInt(int64(len(c.blobs))))
	} else {
		c.data = abi.PackPublish(d.Number, e.batch, part, parts, data)
	}
	c.gas = publishGas + uint64(len(c.data))*byteGas + uint64(len(c.blobs))*blobGas
	return c, nil
}

func (e edition) kind() dutyKind {
	if e.blobs {
		return dutyBlobs
	}
	return dutyPublish
}

// isThere reports whether L1 has all parts.
func (e edition) isThere(there map[orderPart]uint64) bool {
	for part := range e.parts {
		if _, done := there[orderPart{e, part}]; !done {
			return false
		}
	}
	return true
}

// forgetOrder drops what the first batch that is not forgotten ordered, when L1 has had all
// of its parts for long.
func (p *poster) forgetOrder(r *round, number uint64, there map[orderPart]uint64) error {
	if p.published+1 != number {
		return nil
	}
	e := p.editions[number]
	for part := range e.parts {
		if there[orderPart{e, part}]+reorgDepth > r.head.Number.Uint64() {
			return nil
		}
	}
	p.published = number
	delete(p.editions, number)
	return errors.Join(p.index.drop(key(keyOrder, number), key(keyOrder, number+1)), p.index.drop(key(keySeal, number), key(keySeal, number+1)))
}

// envelope returns what a batch ordered, signed, and always with the same signature. There
// being nothing kept of it is chains.ErrUnknown.
func (p *poster) envelope(ctx context.Context, b *Batch) (*order.Envelope, error) {
	number := b.Claim.Number
	e := &order.Envelope{Batch: b.Claim.Hash()}
	if err := p.index.get(key(keyOrder, number), &e.Content); err != nil {
		return nil, fmt.Errorf("order of batch %d: %w", number, err)
	}
	var seal sealRow
	err := p.index.find(key(keySeal, number), &seal)
	if e.Epoch, e.Signature = seal.Epoch, seal.Signature; err != nil || seal.Batch == e.Batch {
		return e, err
	}
	e.Epoch = p.cfg.Epoch
	domain := chains.Domain{L1ChainID: p.cfg.L1, Settlement: p.cfg.Settlement}
	if e.Signature, err = p.deps.Signer.SignDigest(ctx, domain.Digest(e.StructHash())); err != nil {
		return nil, fmt.Errorf("sign the order of batch %d: %w", number, err)
	}
	return e, p.index.put(key(keySeal, number), &sealRow{e.Batch, e.Epoch, e.Signature})
}

// firstOrder returns the first batch of which an order is kept, 0 for none.
func (ix *index) firstOrder() (uint64, error) {
	it, err := ix.db.NewIter(orderBounds(1))
	if err != nil {
		return 0, fmt.Errorf("orders in settlement's index: %w", err)
	}
	number := uint64(0)
	if it.First() {
		number = numberOf(it.Key())
	}
	return number, errors.Join(it.Error(), it.Close())
}
