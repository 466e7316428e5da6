package proxy

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
)

// envelope is the result of getPayload, and what an op-node is handed, but for the block, which comes
// before the rest.
type envelope struct {
	Value      hexutil.Uint64  `json:"blockValue"`
	Blobs      blobs           `json:"blobsBundle"`
	Requests   []hexutil.Bytes `json:"executionRequests"`
	Override   bool            `json:"shouldOverrideBuilder"`
	BeaconRoot common.Hash     `json:"parentBeaconBlockRoot"`
}

// blobs are always empty on the OP Stack.
type blobs struct {
	Commitments []string `json:"commitments"`
	Proofs      []string `json:"proofs"`
	Blobs       []string `json:"blobs"`
}

// envelopeOf returns what getPayload answers for a block: the same bytes for the same
// block. The block is as its node has encoded it, and is not read again: op-node waits.
func envelopeOf(b *chains.Payload) (json.RawMessage, error) {
	e := envelope{
		Blobs:    blobs{Commitments: []string{}, Proofs: []string{}, Blobs: []string{}},
		Requests: make([]hexutil.Bytes, len(b.Requests)), BeaconRoot: b.BeaconRoot,
	}
	for i, r := range b.Requests {
		e.Requests[i] = r
	}
	rest, err := json.Marshal(&e)
	if err != nil {
		return nil, fmt.Errorf("encode block %d: %w", b.Number, err)
	}
	return slices.Concat([]byte(`{"executionPayload":`), b.Raw, []byte{','}, rest[1:]), nil
}

// payload answers getPayload.
func (p *Proxy) payload(ctx context.Context, c *call, message []byte) (*reply, error) {
	var s *slot
	if len(c.Params) > 0 {
		if id, ok := parsePayloadID(c.Params[0]); ok {
			p.mu.Lock()
			s = p.withID(id)
			p.mu.Unlock()
		}
	}
	switch {
	case s == nil:
		return p.exchange(ctx, message)
	case s.rehearsal != nil:
		return p.rehearsedPayload(ctx, s, message)
	}
	began := time.Now()
	answer, err := p.resolve(ctx, s, c.Method)
	p.deps.Metrics.fetch.WithLabelValues(p.cfg.ChainID.String()).Observe(time.Since(began).Seconds())
	var refused *rpcError
	switch {
	case err == nil:
		return c.answer(answer), nil
	case errors.As(err, &refused):
		return c.refuse(refused)
	}
	p.log.Warn("op-node gets no block", zap.Uint64("timestamp", s.timestamp), zap.Error(err))
	return c.refuse(&rpcError{Code: codeServer, Message: err.Error()})
}

// resolve returns the answer for a slot. The first that asks works it out, also if it
// leaves meanwhile; the others wait.
func (p *Proxy) resolve(ctx context.Context, s *slot, method string) (json.RawMessage, error) {
	for {
		p.mu.Lock()
		answer, working := s.answer, s.working
		if answer == nil && working == nil {
			s.working = make(chan struct{})
		}
		p.mu.Unlock()
		if answer != nil {
			return answer, nil
		}
		if working == nil {
			break
		}
		select {
		case <-working:
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
	answer, err := p.decide(context.WithoutCancel(ctx), s, method)
	p.mu.Lock()
	defer p.mu.Unlock()
	close(s.working)
	s.working = nil
	if s.answer = answer; err != nil {
		p.forget(s) // op-node begins anew
		p.wake()
	}
	return answer, err
}

// decide has the sequencer seal the slot, and falls back to the node's own block where
// there is none.
func (p *Proxy) decide(ctx context.Context, s *slot, method string) (json.RawMessage, error) {
	ahead := time.Until(time.Unix(int64(s.timestamp), 0))
	early := ahead > p.cfg.Earliest
	useful := !early && p.Mode() == Enabled
	patient, cancel := context.WithTimeout(ctx, p.cfg.Patience) // for all that the sequencer is asked here
	defer cancel()
	b, err := p.seal(patient, s.parent, useful)
	if own := p.committedOf(s); err != nil && own != nil { // by another chain's getPayload, and on its way
		b, err = own, nil
	}
	switch {
	case err == nil:
		return p.sealed(s, b)
	case !errors.Is(err, ErrNoBlock):
		return nil, fmt.Errorf("seal the slot: %w", err)
	case early:
		return nil, &rpcError{Code: codeUnknownPayload, Message: fmt.Sprintf("the block is not due for %v: taken as the end of the job", ahead.Round(time.Millisecond))}
	}
	p.withdraw(s)
	// The slot may have opened between the sequencer's answer and now, and something be promised in it.
	switch b, err := p.seal(patient, s.parent, useful); {
	case err == nil:
		return p.sealed(s, b)
	case !errors.Is(err, ErrNoBlock):
		return nil, fmt.Errorf("give the slot up: %w", err)
	}
	return p.fallback(ctx, s, method)
}

// committedOf returns the committed block of a slot, nil where there is none.
func (p *Proxy) committedOf(s *slot) *chains.Payload {
	p.mu.Lock()
	defer p.mu.Unlock()
	if !s.committed {
		return nil
	}
	return s.prepared
}

// seal has the sequencer seal the slot of the block on a parent or, where the block is of
// no use, give it up. Either way the block may be committed already.
func (p *Proxy) seal(ctx context.Context, parent common.Hash, useful bool) (*chains.Payload, error) {
	ctx, cancel := context.WithTimeout(ctx, p.cfg.Patience)
	defer cancel()
	if !useful {
		cancel()
	}
	return p.sequencer.SealNow(ctx, p.cfg.ChainID, parent)
}

// sealed notes the committed block of a slot and returns the answer.
func (p *Proxy) sealed(s *slot, b *chains.Payload) (json.RawMessage, error) {
	answer, err := envelopeOf(b)
	if err != nil {
		return nil, err
	}
	p.mu.Lock()
	s.prepared, s.committed = b, true
	p.mu.Unlock()
	p.deps.Metrics.blocks.WithLabelValues(p.cfg.ChainID.String(), "sequencer").Inc()
	return answer, nil
}

// fallback has the node build the block from op-node's attributes, as it would have without
// us.
func (p *Proxy) fallback(ctx context.Context, s *slot, method string) (json.RawMessage, error) {
	ctx, cancel := context.WithTimeout(ctx, p.cfg.Timeout)
	defer cancel()
	started, err := p.ask(ctx, s.message)
	if err != nil {
		return nil, err
	}
	var result forkchoiceResult
	if err := json.Unmarshal(started, &result); err != nil {
		return nil, fmt.Errorf("the node's answer to attributes: %w", err)
	}
	if _, ok := parsePayloadID(result.PayloadID); !ok {
		return nil, &rpcError{Code: codeUnknownPayload, Message: "the node does not build the block: " + string(result.Status)}
	}
	message, err := json.Marshal(&call{Version: json.RawMessage(`"2.0"`), ID: json.RawMessage("1"), Method: method, Params: []json.RawMessage{result.PayloadID}})
	if err != nil {
		return nil, err
	}
	built, err := p.ask(ctx, message)
	if err != nil {
		return nil, err
	}
	p.log.Warn("op-node gets the node's own block", zap.Uint64("timestamp", s.timestamp))
	p.deps.Metrics.blocks.WithLabelValues(p.cfg.ChainID.String(), "node").Inc()
	return built, nil
}

// ask sends a request to the node and returns its result.
func (p *Proxy) ask(ctx context.Context, message []byte) (json.RawMessage, error) {
	answer, err := p.exchange(ctx, message)
	if err != nil {
		return nil, err
	}
	return answer.result()
}
