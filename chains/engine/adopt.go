package engine

import (
	"context"
	"fmt"

	beacon "github.com/ethereum/go-ethereum/beacon/engine"
	"github.com/ethereum/go-ethereum/common"

	"github.com/ssequencer/ssequencer/chains"
)

// NewPayload hands a block to the node, which executes and keeps it without making it
// its head. It is idempotent. ErrSyncing means that the node lacks the parent or its
// state; a block it refuses is an *InvalidPayloadError.
//
// Success is not durable: a node that crashes may have forgotten the block.
func (c *Client) NewPayload(ctx context.Context, p *chains.Payload) error {
	ctx, cancel := context.WithTimeout(ctx, c.timeouts.NewPayload)
	defer cancel()
	fork := c.op.Fork(p.Timestamp)
	method := methodsOf(fork).newPayload
	if err := c.need(ctx, fork, method); err != nil {
		return err
	}
	args := []any{p.Raw, []common.Hash{}, p.BeaconRoot}
	if method != methodNewPayloadV3 {
		args = append(args, hexList(p.Requests))
	}
	var status beacon.PayloadStatusV1
	if err := c.engine.CallContext(ctx, &status, method, args...); err != nil {
		return err
	}
	return verdict(p.Hash, &status)
}

// Adopt makes head the node's head, with the safe and finalized blocks given (the zero
// hash leaves them), and reads the head back: a node may answer that all is well and do
// nothing, or fail and have moved. It is idempotent.
func (c *Client) Adopt(ctx context.Context, head, safe, finalized common.Hash) error {
	callErr := c.forkchoice(ctx, beacon.ForkchoiceStateV1{HeadBlockHash: head, SafeBlockHash: safe, FinalizedBlockHash: finalized})
	got, err := c.Head(ctx)
	if err != nil {
		if callErr != nil {
			return callErr
		}
		return fmt.Errorf("read the head back: %w", err)
	}
	if callErr != nil {
		return fmt.Errorf("%w (the node's head is %s)", callErr, got.Hash())
	}
	if got.Hash() != head {
		return &HeadMismatchError{Want: head, Got: got.Hash()}
	}
	return nil
}

func (c *Client) forkchoice(ctx context.Context, state beacon.ForkchoiceStateV1) error {
	ctx, cancel := context.WithTimeout(ctx, c.timeouts.Forkchoice)
	defer cancel()
	var response beacon.ForkChoiceResponse
	if err := c.engine.CallContext(ctx, &response, methodForkchoice, state, nil); err != nil {
		return err
	}
	return verdict(state.HeadBlockHash, &response.PayloadStatus)
}

// verdict turns the Engine API's status of a block into an error.
func verdict(hash common.Hash, s *beacon.PayloadStatusV1) error {
	switch s.Status {
	case beacon.VALID:
		return nil
	case beacon.SYNCING, beacon.ACCEPTED:
		return fmt.Errorf("%w: status %s of block %s", ErrSyncing, s.Status, hash)
	}
	invalid := &InvalidPayloadError{Hash: hash, Reason: "status " + s.Status}
	if s.LatestValidHash != nil {
		invalid.LatestValid = *s.LatestValidHash
	}
	if s.ValidationError != nil {
		invalid.Reason = *s.ValidationError
	}
	return invalid
}
