package proxy

import (
	"context"
	"encoding/json"
	"fmt"

	beacon "github.com/ethereum/go-ethereum/beacon/engine"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
)

// rehearsed is a block of the node's that is to be executed here as well.
type rehearsed struct {
	inputs *chains.Inputs
	answer json.RawMessage // of getPayload
}

// rehearsedPayload passes getPayload on in a dry run. One block at a time is executed
// beside it; those that come meanwhile are skipped.
func (p *Proxy) rehearsedPayload(ctx context.Context, s *slot, message []byte) (*reply, error) {
	answer, err := p.exchange(ctx, message)
	if err != nil {
		return nil, err
	}
	raw, err := answer.result()
	if err != nil || p.deps.Rehearsal == nil {
		return answer, nil
	}
	select {
	case p.rehearsed <- rehearsed{s.rehearsal, raw}:
	default:
		p.deps.Metrics.rehearsals.WithLabelValues(p.cfg.ChainID.String(), "skipped").Inc()
	}
	return answer, nil
}

// rehearse executes blocks until ctx ends.
func (p *Proxy) rehearse(ctx context.Context) {
	for {
		select {
		case r := <-p.rehearsed:
			p.rehearseOne(ctx, r)
		case <-ctx.Done():
			return
		}
	}
}

func (p *Proxy) rehearseOne(ctx context.Context, r rehearsed) {
	outcome, differs := "equal", ""
	built, err := payloadOf(p.cfg.ChainID, r.answer)
	if err == nil {
		differs, err = p.deps.Rehearsal.Rehearse(ctx, r.inputs, built)
	}
	switch {
	case ctx.Err() != nil:
		return
	case err != nil:
		outcome = "failed"
		p.log.Warn("dry run: a block could not be executed", zap.Uint64("timestamp", r.inputs.Timestamp), zap.Error(err))
	case differs != "":
		outcome = "differs"
		p.log.Error("dry run: the node's block differs from ours", zap.Uint64("number", built.Number), zap.String("difference", differs))
	default:
		p.log.Info("dry run: the node's block is what we would have built", zap.Uint64("number", built.Number), zap.Int("transactions", len(built.Transactions)))
	}
	p.deps.Metrics.rehearsals.WithLabelValues(p.cfg.ChainID.String(), outcome).Inc()
}

// payloadOf decodes a result of getPayload.
func payloadOf(chain chains.ChainID, raw json.RawMessage) (*chains.Payload, error) {
	var e struct {
		Payload    json.RawMessage `json:"executionPayload"`
		Requests   []hexutil.Bytes `json:"executionRequests"`
		BeaconRoot *hexutil.Bytes  `json:"parentBeaconBlockRoot"`
	}
	var d beacon.ExecutableData
	if err := json.Unmarshal(raw, &e); err != nil {
		return nil, fmt.Errorf("decode a payload: %w", err)
	}
	if err := json.Unmarshal(e.Payload, &d); err != nil {
		return nil, fmt.Errorf("decode a payload: %w", err)
	}
	b := &chains.Payload{
		ChainID: chain, Number: d.Number, Hash: d.BlockHash, ParentHash: d.ParentHash, Timestamp: d.Timestamp, StateRoot: d.StateRoot,
		ReceiptsRoot: d.ReceiptsRoot, LogsBloom: types.BytesToBloom(d.LogsBloom), GasUsed: d.GasUsed, GasLimit: d.GasLimit,
		BaseFee: d.BaseFeePerGas, Transactions: d.Transactions, Raw: e.Payload,
	}
	if d.BlobGasUsed != nil {
		b.BlobGasUsed = *d.BlobGasUsed
	}
	if e.BeaconRoot != nil {
		copy(b.BeaconRoot[:], *e.BeaconRoot)
	}
	for _, r := range e.Requests {
		b.Requests = append(b.Requests, r)
	}
	return b, nil
}
