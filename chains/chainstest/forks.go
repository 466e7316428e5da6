package chainstest

import (
	"bytes"
	"context"
	"errors"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/consensus/misc/eip1559"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/engine"
)

// NextOpen returns header inputs for the block after parent, later by step (whole
// seconds), with the parent's gas limit. What is free to choose is fixed by the number.
func NextOpen(config *params.ChainConfig, parent *types.Header, step time.Duration) *chains.Open {
	open := fixedOpen(chains.ChainID(config.ChainID.Uint64()), parent, step)
	open.BaseFee = eip1559.CalcBaseFee(config, parent)
	return open
}

// fixedOpen is NextOpen without the base fee.
func fixedOpen(id chains.ChainID, parent *types.Header, step time.Duration) *chains.Open {
	number := parent.Number.Uint64() + 1
	return &chains.Open{
		ChainID:      id,
		Number:       number,
		ParentHash:   parent.Hash(),
		Timestamp:    parent.Time + uint64(step/time.Second),
		PrevRandao:   crypto.Keccak256Hash([]byte("randao"), new(big.Int).SetUint64(number).Bytes()),
		FeeRecipient: common.HexToAddress("0x00000000000000000000000000000000000fee00"),
		GasLimit:     parent.GasLimit,
		BeaconRoot:   crypto.Keccak256Hash([]byte("beacon"), new(big.Int).SetUint64(number).Bytes()),
	}
}

func forgedPayload(r *run) {
	p := r.build(r.open(r.head()), r.tx(&recipient, 1, nil))
	forged := *p
	root := []byte(p.StateRoot.Hex())
	other := []byte(common.HexToHash("0x1234").Hex())
	forged.Raw = bytes.Replace(p.Raw, root, other, 1)
	if bytes.Equal(forged.Raw, p.Raw) {
		r.Fatal("state root not found in the payload")
	}
	err := r.client.NewPayload(r.ctx, &forged)
	var invalid *engine.InvalidPayloadError
	if !errors.As(err, &invalid) || !invalid.Permanent() || invalid.Reason == "" {
		r.Fatalf("a payload with another state root: %v", err)
	}
	r.must(r.client.NewPayload(r.ctx, p)) // the true one is not spoilt by it
}

func orphanPayload(r *run) {
	other := r.start(r.T)
	there := &run{T: r.T, ctx: r.ctx, node: other, client: other.Client}
	first := there.extend(there.tx(&recipient, 7, nil))
	second := there.extend(there.tx(&recipient, 8, nil))
	if err := r.client.NewPayload(r.ctx, second); !errors.Is(err, engine.ErrSyncing) {
		r.Fatalf("a payload on an unknown parent: %v", err)
	}
	r.refeed([]*chains.Payload{first, second})
}

func unknownHead(r *run) {
	before := r.head().Hash()
	err := r.client.Adopt(r.ctx, common.HexToHash("0x4242"), common.Hash{}, common.Hash{})
	if !errors.Is(err, engine.ErrSyncing) && !errors.Is(err, engine.ErrHeadMismatch) {
		r.Fatalf("adopting an unknown block: %v", err)
	}
	if r.head().Hash() != before {
		r.Fatal("adopting an unknown block moved the head")
	}
	r.extend(r.tx(&recipient, 1, nil)) // and it goes on
}

// adoptAncestor: nodes differ in whether they go back. What counts is that Adopt tells.
func adoptAncestor(r *run) {
	first := r.extend()
	second := r.extend()
	err := r.client.Adopt(r.ctx, first.Hash, common.Hash{}, common.Hash{})
	head := r.head().Hash()
	switch {
	case err == nil && head == first.Hash:
		r.Log("the node went back to the ancestor")
	case errors.Is(err, engine.ErrHeadMismatch) && head == second.Hash:
		r.Log("the node stayed where it was")
	default:
		r.Fatalf("head %s, error %v", head, err)
	}
	r.must(r.client.NewPayload(r.ctx, second))
	r.must(r.client.Adopt(r.ctx, second.Hash, common.Hash{}, common.Hash{}))
}

func adoptSibling(r *run) {
	open := r.open(r.head())
	one := r.build(open, r.txAt(0, &recipient, 1, nil))
	two := r.build(open, r.txAt(0, &recipient, 2, nil))
	for _, p := range []*chains.Payload{one, two} {
		r.must(r.client.NewPayload(r.ctx, p))
	}
	for _, p := range []*chains.Payload{one, two, one} {
		r.must(r.client.Adopt(r.ctx, p.Hash, common.Hash{}, common.Hash{}))
		if got, err := r.client.BlockHash(r.ctx, p.Number); err != nil || got != p.Hash {
			r.Fatalf("canonical block is %s (%v), adopted %s", got, err, p.Hash)
		}
	}
}

// Refeed adopts the node's own head and then hands over and adopts every payload above
// it, in order: how a node that lost blocks in a crash gets them back.
func Refeed(ctx context.Context, c *engine.Client, payloads []*chains.Payload) error {
	head, err := c.Head(ctx)
	if err != nil {
		return err
	}
	if err := c.Adopt(ctx, head.Hash(), common.Hash{}, common.Hash{}); err != nil {
		return err
	}
	for _, p := range payloads {
		if p.Number <= head.Number.Uint64() {
			continue
		}
		if err := c.NewPayload(ctx, p); err != nil {
			return err
		}
		if err := c.Adopt(ctx, p.Hash, common.Hash{}, common.Hash{}); err != nil {
			return err
		}
	}
	return nil
}

func restart(r *run) {
	if r.node.Reopen == nil {
		r.Skip("the node keeps nothing")
	}
	var payloads []*chains.Payload
	for range 5 {
		payloads = append(payloads, r.extend(r.tx(&recipient, 1, nil)))
	}
	r.client = r.node.Reopen(r.T)
	r.refeed(payloads)
	r.extend(r.tx(&recipient, 1, nil))
}

// refeed brings a restarted node to the last of payloads, from whatever it kept: its own
// head is adopted first, then one block at a time.
func (r *run) refeed(payloads []*chains.Payload) {
	r.must(Refeed(r.ctx, r.client, payloads))
	if got, want := r.head().Hash(), payloads[len(payloads)-1].Hash; got != want {
		r.Fatalf("head %s after feeding up to %s", got, want)
	}
}
