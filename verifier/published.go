package verifier

import (
	"context"
	"errors"
	"fmt"
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
	Bytes        uint64    `json:"bytes"`   // of calldata
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
	data := bindings.NewOrderedData()
	topic := data.GetABI().Events[bindings.OrderedDataPublishedEventName].ID
	logs, err := v.l1.logs(ctx, logQuery{first: v.cfg.FirstL1Block, last: head, emitter: bindings.OrderedDataAddress(),
		topics: [][]common.Hash{{topic}, {word(c.number)}, {c.event.hash}}}, v.cfg.ChunkBlocks)
	if err != nil {
		return nil, err
	}
	sets := make(map[publisher]map[uint64]types.Log)
	var came []publisher
	for i := range logs {
		e, err := data.UnpackPublishedEvent(&logs[i])
		if err != nil || !e.Parts.IsUint64() || e.Parts.Uint64() > maxPublishedParts || !e.Part.IsUint64() {
			continue
		}
		by := publisher{e.By, e.Parts.Uint64()}
		if sets[by] == nil {
			sets[by], came = make(map[uint64]types.Log), append(came, by)
		}
		sets[by][e.Part.Uint64()] = logs[i]
	}
	for _, by := range came {
		if uint64(len(sets[by])) < by.parts {
			continue
		}
		found, size, err := v.joinOrder(ctx, c, sets[by])
		if err != nil || found != nil {
			out.Bytes = size
			return found, err
		}
	}
	return nil, errNoOrder
}

// publisher is who published an order, in how many parts.
type publisher struct {
	by    common.Address
	parts uint64
}

// joinOrder puts parts together. It returns nil where they are not the batch's order, or
// nobody's who counts.
func (v *Verifier) joinOrder(ctx context.Context, c *claim, logs map[uint64]types.Log) (*order.Order, uint64, error) {
	var parts [][]byte
	var size uint64
	for i := range uint64(len(logs)) {
		log, ok := logs[i]
		if !ok {
			return nil, 0, nil
		}
		tx, err := ask(ctx, v.l1, "transaction "+log.TxHash.Hex(), func(ctx context.Context) (*types.Transaction, error) {
			return v.l1.eth.TransactionInBlock(ctx, log.BlockHash, log.TxIndex)
		})
		if err != nil {
			return nil, 0, err
		}
		part, ok := publishedPart(tx.Data(), c)
		if !ok {
			return nil, 0, nil
		}
		parts, size = append(parts, part), size+uint64(len(tx.Data()))
	}
	envelope, err := order.Join(parts)
	if err != nil || envelope.Batch != c.event.hash {
		return nil, 0, nil
	}
	if is, err := v.signedBySigner(ctx, envelope.Epoch, envelope.StructHash(), envelope.Signature); err != nil || !is {
		return nil, 0, err
	}
	found, err := order.Decode(envelope.Content, maxPublished)
	if err != nil {
		return nil, 0, nil
	}
	return found, size, nil
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
