package verifier

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/merkle"
	"github.com/ssequencer/ssequencer/merkle/order"
)

const (
	maxPublished      = 256 << 20 // bytes of an unpacked order
	maxPublishedParts = 4096
	depositType       = 0x7e

	// toPublish is how long after a batch its order may come to L1.
	toPublish = 10 * time.Minute
)

// errNoOrder: nothing on L1 is the order of a batch, signed by a signer.
var errNoOrder = errors.New("no signed order of the batch is on L1")

// PublishedOrder is what a batch says on L1 about its transactions.
type PublishedOrder struct {
	Batch        uint64    `json:"batch"`
	Full         bool      `json:"full"` // with the transactions themselves
	Transactions uint64    `json:"transactions"`
	Bytes        uint64    `json:"bytes"`   // of calldata or blobs
	Blobs        uint64    `json:"blobs"`   // none: it is in calldata
	Pending      bool      `json:"pending"` // it is not there, and has not to be yet
	Findings     []Finding `json:"findings"`
}

// VerifyPublished rebuilds the order of a batch from L1 alone and compares it with the
// chains: block by block the transactions that are no deposits. That nothing is published
// ten minutes after the batch is a finding, too.
func (v *Verifier) VerifyPublished(ctx context.Context, n uint64) (PublishedOrder, error) {
	out := PublishedOrder{Batch: n}
	claim, err := v.readClaim(ctx, n, v.cfg.FirstL1Block)
	if err != nil {
		return out, fmt.Errorf("batch %d: %w", n, err)
	}
	if claim.unreadable != nil {
		return out, fmt.Errorf("batch %d: %w: %v", n, ErrUnreadable, claim.unreadable)
	}
	published, err := v.readOrder(ctx, claim, &out)
	if errors.Is(err, errNoOrder) {
		age, ageErr := v.ageOf(ctx, claim)
		if out.Pending = age < toPublish; !out.Pending {
			out.find(0, "%v", err)
		}
		return out, ageErr
	}
	if err != nil {
		return out, err
	}
	out.Full = published.Full
	out.checkPlaces(published)
	if len(published.Chains) != len(claim.batch.Chains) {
		out.find(0, "%d chains are published, the batch has %d", len(published.Chains), len(claim.batch.Chains))
		return out, nil
	}
	for i, r := range claim.batch.Chains {
		if err := v.compareOrder(ctx, &out, r, &published.Chains[i]); err != nil {
			return out, err
		}
	}
	return out, nil
}

// ageOf returns for how long a batch is on L1, by L1's own clock.
func (v *Verifier) ageOf(ctx context.Context, c *claim) (time.Duration, error) {
	head, err := v.l1.latest(ctx)
	if err != nil {
		return 0, err
	}
	since, err := v.l1.headerAt(ctx, c.block)
	if err != nil || since == nil || since.Time > head.Time { // L1 has gone back meanwhile
		return 0, err
	}
	return time.Duration(head.Time-since.Time) * time.Second, nil
}

func (o *PublishedOrder) find(chain uint64, format string, args ...any) {
	if len(o.Findings) < maxAlike {
		o.Findings = append(o.Findings, Finding{Code: CodePublished, Batch: o.Batch, Chain: chain, Text: fmt.Sprintf(format, args...), Do: CodePublished.Do()})
	}
}

// checkPlaces checks that no place in the order over all chains is taken twice.
func (o *PublishedOrder) checkPlaces(published *order.Order) {
	taken := make(map[uint64]bool)
	for _, c := range published.Chains {
		for _, txs := range c.Blocks {
			for _, tx := range txs {
				if taken[tx.Global] {
					o.find(c.ChainID, "place %d in the order is taken twice", tx.Global)
				}
				taken[tx.Global] = true
			}
		}
	}
}

// compareOrder compares one chain's part with its node.
func (v *Verifier) compareOrder(ctx context.Context, o *PublishedOrder, r merkle.ChainRange, c *order.Chain) error {
	s, ok := v.chains[r.ChainID]
	if !ok {
		return fmt.Errorf("%w: no node given for chain %d", ErrConfig, r.ChainID)
	}
	if c.ChainID != r.ChainID || c.FirstBlock != r.FirstBlock || uint64(len(c.Blocks)) != r.LastBlock-r.FirstBlock+1 {
		o.find(r.ChainID, "%d blocks of chain %d from %d on are published, the batch has %d to %d", len(c.Blocks), c.ChainID, c.FirstBlock, r.FirstBlock, r.LastBlock)
		return nil
	}
	for i, txs := range c.Blocks {
		number := r.FirstBlock + uint64(i)
		hashes, err := s.included(ctx, number)
		if err != nil {
			return err
		}
		o.Transactions += uint64(len(hashes))
		if len(hashes) != len(txs) {
			o.find(r.ChainID, "block %d has %d transactions, %d are published", number, len(hashes), len(txs))
			continue
		}
		for at, hash := range hashes {
			if got := crypto.Keccak256Hash(txs[at].Raw); o.Full && got != hash {
				o.find(r.ChainID, "transaction %d of block %d is %s, %s is published", at, number, hash, got)
			}
		}
	}
	return nil
}

// included returns the hashes of a block's transactions that are no deposits.
func (s *server) included(ctx context.Context, number uint64) ([]common.Hash, error) {
	type included struct {
		Hash common.Hash    `json:"hash"`
		Type hexutil.Uint64 `json:"type"`
	}
	var block *struct {
		Transactions []included `json:"transactions"`
	}
	doing := fmt.Sprintf("block %d", number)
	_, err := ask(ctx, s, doing, func(ctx context.Context) (any, error) {
		return nil, s.rpc.CallContext(ctx, &block, "eth_getBlockByNumber", hexutil.Uint64(number), true)
	})
	if err == nil && block == nil {
		err = s.failed(doing, errors.New("the node has not come that far"))
	}
	if err != nil {
		return nil, err
	}
	var hashes []common.Hash
	for _, tx := range block.Transactions {
		if tx.Type != depositType {
			hashes = append(hashes, tx.Hash)
		}
	}
	return hashes, nil
}

// readOrder finds the order of a batch on L1. Anybody can publish something there; what
// counts is signed by a signer.
func (v *Verifier) readOrder(ctx context.Context, c *claim, out *PublishedOrder) (*order.Order, error) {
	head, err := v.l1.head(ctx)
	if err != nil {
		return nil, err
	}
	events := bindings.NewOrderedData().GetABI().Events
	topics := []common.Hash{events[bindings.OrderedDataPublishedEventName].ID, events[bindings.OrderedDataPublishedBlobsEventName].ID}
	logs, err := v.l1.logs(ctx, logQuery{first: v.cfg.FirstL1Block, last: head, emitter: bindings.OrderedDataAddress(),
		topics: [][]common.Hash{topics, {word(c.number)}, {c.event.hash}}}, v.cfg.ChunkBlocks)
	if err != nil {
		return nil, err
	}
	unread := errNoOrder
	for _, set := range publications(logs) {
		found, err := v.joinOrder(ctx, c, set)
		if found != nil {
			out.Bytes, out.Blobs = set.bytes, set.blobs
			return found, nil
		}
		if err != nil { // maybe a stranger's, whose blobs nobody keeps
			unread = err
		}
	}
	return nil, unread
}

// publisher is who published an order, in how many parts, and in which form.
type publisher struct {
	by      common.Address
	parts   uint64
	inBlobs bool
}

// publication is all parts of an order that somebody published.
type publication struct {
	publisher
	logs  map[uint64]publishedLog
	bytes uint64 // on L1, as far as they were read
	blobs uint64
}

// publishedLog says where a part is.
type publishedLog struct {
	types.Log
	blobs []common.Hash // versioned hashes; none: in calldata
}

// publications returns those that are complete, in the order in which they were begun.
func publications(logs []types.Log) (complete []*publication) {
	sets := make(map[publisher]*publication)
	var came []*publication
	for i := range logs {
		by, part, log, ok := readPublished(&logs[i])
		if !ok {
			continue
		}
		set := sets[by]
		if set == nil {
			set = &publication{publisher: by, logs: make(map[uint64]publishedLog)}
			sets[by], came = set, append(came, set)
		}
		set.logs[part] = log
	}
	for _, set := range came {
		if uint64(len(set.logs)) == set.parts {
			complete = append(complete, set)
		}
	}
	return complete
}

// readPublished reads a log of OrderedData.
func readPublished(log *types.Log) (by publisher, at uint64, out publishedLog, ok bool) {
	data := bindings.NewOrderedData()
	out.Log = *log
	part, parts := new(big.Int), new(big.Int)
	if e, err := data.UnpackPublishedEvent(log); err == nil {
		by.by, part, parts = e.By, e.Part, e.Parts
	} else if e, err := data.UnpackPublishedBlobsEvent(log); err == nil {
		by.by, by.inBlobs, part, parts = e.By, true, e.Part, e.Parts
		for _, hash := range e.VersionedHashes {
			out.blobs = append(out.blobs, hash)
		}
	}
	if !parts.IsUint64() || parts.Uint64() > maxPublishedParts || part.Cmp(parts) >= 0 {
		return by, 0, out, false
	}
	by.parts = parts.Uint64()
	return by, part.Uint64(), out, true
}

// joinOrder puts parts together. It returns nil where they are not the batch's order, or
// nobody's who counts.
func (v *Verifier) joinOrder(ctx context.Context, c *claim, set *publication) (*order.Order, error) {
	var parts [][]byte
	for i := range set.parts {
		part, err := v.readPart(ctx, c, set, i)
		if err != nil || part == nil {
			return nil, err
		}
		parts = append(parts, part)
	}
	envelope, err := order.Join(parts)
	if err != nil || envelope.Batch != c.event.hash {
		return nil, nil
	}
	if is, err := v.signedBySigner(ctx, envelope.Epoch, envelope.StructHash(), envelope.Signature); err != nil || !is {
		return nil, err
	}
	found, err := order.Decode(envelope.Content, maxPublished)
	if err != nil {
		return nil, nil
	}
	return found, nil
}

// readPart reads a part from the calldata or the blobs of its transaction. It returns nil
// for what is no part of an order of the batch.
func (v *Verifier) readPart(ctx context.Context, c *claim, set *publication, at uint64) ([]byte, error) {
	log := set.logs[at]
	if set.inBlobs {
		return v.readBlobs(ctx, set, &log)
	}
	tx, err := ask(ctx, v.l1, "transaction "+log.TxHash.Hex(), func(ctx context.Context) (*types.Transaction, error) {
		return v.l1.eth.TransactionInBlock(ctx, log.BlockHash, log.TxIndex)
	})
	if err != nil {
		return nil, err
	}
	part, ok := publishedPart(tx.Data(), c)
	if !ok {
		return nil, nil
	}
	set.bytes += uint64(len(tx.Data()))
	return part, nil
}

// readBlobs reads a part from blobs. The hashes come from L1, and the contract had them
// from the transaction: which contract it called does not matter.
func (v *Verifier) readBlobs(ctx context.Context, set *publication, log *publishedLog) ([]byte, error) {
	if v.blobs == nil {
		return nil, fmt.Errorf("%w: the order is in blobs: name a source of blobs (--blobs)", ErrConfig)
	}
	header, err := ask(ctx, v.l1, "header "+log.BlockHash.Hex(), func(ctx context.Context) (*types.Header, error) {
		return v.l1.eth.HeaderByHash(ctx, log.BlockHash)
	})
	if err != nil {
		return nil, err
	}
	blobs, err := v.blobs.blobs(ctx, header.Time, log.blobs)
	if err != nil {
		return nil, err
	}
	part, err := order.FromBlobs(blobs)
	if err != nil {
		return nil, nil
	}
	set.bytes, set.blobs = set.bytes+uint64(len(blobs))*order.BlobBytes, set.blobs+uint64(len(blobs))
	return part, nil
}

// publishedPart reads calldata of OrderedData's publish about a batch.
func publishedPart(calldata []byte, c *claim) ([]byte, bool) {
	method := bindings.NewOrderedData().GetABI().Methods["publish"]
	if len(calldata) < 4 || string(calldata[:4]) != string(method.ID) {
		return nil, false
	}
	values, err := method.Inputs.Unpack(calldata[4:])
	if err != nil || len(values) != 5 {
		return nil, false
	}
	number, _ := values[0].(uint64)
	hash, _ := values[1].([32]byte)
	part, ok := values[4].([]byte)
	return part, ok && number == c.number && hash == c.event.hash
}

// signedBySigner reports whether a signer of the epoch has signed an EIP-712 struct.
func (v *Verifier) signedBySigner(ctx context.Context, epoch uint64, structHash common.Hash, signature []byte) (bool, error) {
	batches, at := bindings.NewBatches(), v.cfg.Settlement
	domain, err := view(ctx, v.l1, at, batches.PackDomainSeparator(), batches.UnpackDomainSeparator)
	if err != nil {
		return false, err
	}
	address, err := recoverSigner(domain, structHash, signature)
	if err != nil {
		return false, nil // nobody's
	}
	return view(ctx, v.l1, at, batches.PackIsSigner(epoch, address), batches.UnpackIsSigner)
}
