package proxy

import (
	"context"
	"encoding/binary"
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

// attributes are op-node's payload attributes.
type attributes struct {
	Timestamp    hexutil.Uint64  `json:"timestamp"`
	PrevRandao   common.Hash     `json:"prevRandao"`
	FeeRecipient common.Address  `json:"suggestedFeeRecipient"`
	BeaconRoot   *common.Hash    `json:"parentBeaconBlockRoot"`
	Transactions []hexutil.Bytes `json:"transactions"`
	NoTxPool     bool            `json:"noTxPool"`
	GasLimit     *hexutil.Uint64 `json:"gasLimit"`
	Params       hexutil.Bytes   `json:"eip1559Params"`
	MinBaseFee   *uint64         `json:"minBaseFee"`
}

// inputs returns what the attributes ask for, nil where they leave nothing to fill in, or
// are none that we know.
func (a *attributes) inputs(chain chains.ChainID) *chains.Inputs {
	fillable := !a.NoTxPool && a.BeaconRoot != nil && a.GasLimit != nil && len(a.Transactions) > 0 && (len(a.Params) == 0 || len(a.Params) == 8)
	if !fillable || slices.ContainsFunc(a.Transactions, func(raw hexutil.Bytes) bool { return len(raw) == 0 || raw[0] != chains.DepositTxType }) {
		return nil
	}
	origin, err := chains.OriginOf(chain, a.Transactions[0])
	if err != nil {
		return nil
	}
	in := &chains.Inputs{
		Timestamp: uint64(a.Timestamp), PrevRandao: a.PrevRandao, FeeRecipient: a.FeeRecipient, BeaconRoot: *a.BeaconRoot,
		GasLimit: uint64(*a.GasLimit), L1Origin: origin, Deposits: make([][]byte, len(a.Transactions)),
	}
	for i, raw := range a.Transactions {
		in.Deposits[i] = raw
	}
	if len(a.Params) == 8 {
		in.FeeMarket.Denominator, in.FeeMarket.Elasticity = uint64(binary.BigEndian.Uint32(a.Params)), uint64(binary.BigEndian.Uint32(a.Params[4:]))
	}
	if a.MinBaseFee != nil {
		in.FeeMarket.MinBaseFee = *a.MinBaseFee
	}
	return in
}

// wish is what a forkchoiceUpdated asks for.
type wish struct {
	head      common.Hash
	timestamp uint64         // of the block it asks for, 0 where it asks for none
	inputs    *chains.Inputs // nil where it asks for no block, or for none that could be filled
	blocks    bool           // it asks for a block that the node's pool may fill
}

func (p *Proxy) wishOf(c *call) (w wish, ok bool) {
	var state struct {
		Head common.Hash `json:"headBlockHash"`
	}
	if len(c.Params) == 0 || json.Unmarshal(c.Params[0], &state) != nil {
		return w, false
	}
	w.head = state.Head
	if len(c.Params) == 1 || string(c.Params[1]) == "null" {
		return w, true
	}
	var a attributes
	if json.Unmarshal(c.Params[1], &a) != nil {
		return w, true // the node says what is wrong with them
	}
	w.timestamp, w.blocks = uint64(a.Timestamp), !a.NoTxPool
	behind := time.Since(time.Unix(int64(w.timestamp), 0)) > p.cfg.Behind
	if version := c.Method[len(forkchoiceUpdated):]; !behind && (version == "3" || version == "4") {
		w.inputs = a.inputs(p.cfg.ChainID)
	}
	return w, true
}

// forkchoice answers forkchoiceUpdated. Attributes that can be filled stay here, so that
// nothing that goes wrong with them can be said now: op-node would stop.
func (p *Proxy) forkchoice(ctx context.Context, c *call, message []byte) (*reply, error) {
	w, ok := p.wishOf(c)
	if !ok {
		return p.exchange(ctx, message)
	}
	if w.timestamp != 0 {
		p.asks(w.timestamp)
	}
	if (w.inputs != nil && p.Mode() == Enabled) || (w.blocks && p.isCommitted(w.head)) {
		return p.keep(ctx, c, &slot{id: newPayloadID(w.head, w.timestamp), parent: w.head, timestamp: w.timestamp, inputs: w.inputs, message: message})
	}
	if w.timestamp != 0 {
		p.close(ctx, w.head)
	}
	if w.blocks {
		b, err := p.passOn(ctx, w.head)
		switch {
		case err == nil:
			return p.keep(ctx, c, &slot{id: newPayloadID(w.head, w.timestamp), parent: w.head, timestamp: w.timestamp, message: message, prepared: b, committed: true})
		case !errors.Is(err, ErrNoBlock):
			return c.refuse(&rpcError{Code: codeServer, Message: err.Error()}) // op-node asks again
		}
	}
	answer, err := p.exchange(ctx, message)
	if err != nil {
		return nil, err
	}
	if result, valid := p.adoptedBy(answer, w.head); valid && w.inputs != nil && p.Mode() == DryRun {
		if id, ok := parsePayloadID(result.PayloadID); ok {
			p.hold(&slot{id: id, parent: w.head, timestamp: w.inputs.Timestamp, rehearsal: w.inputs})
		}
	}
	return answer, nil
}

// close gives up what is offered on a parent, before the node is asked to build on it from
// other attributes: for this slot the chain takes part in nothing (O4).
func (p *Proxy) close(ctx context.Context, parent common.Hash) {
	p.mu.Lock()
	s := p.onParent(parent)
	offered := s != nil && !s.fixed() && s.inputs != nil
	if offered {
		p.forget(s)
	}
	p.mu.Unlock()
	if !offered {
		return
	}
	if _, err := p.seal(context.WithoutCancel(ctx), parent, false); !errors.Is(err, ErrNoBlock) {
		p.log.Error("op-node wants another block on a parent whose block is committed, or may be", zap.Stringer("parent", parent), zap.Error(err))
	}
	p.wake()
}

// passOn is called before the node is asked for a block of its own on a parent. Where op-node
// would have been given one of ours had it come in time, that is the block all the same: it may be
// committed, in a run of the service that op-node knows nothing of. Otherwise the error is ErrNoBlock, and
// nothing that is built on the parent is committed before op-node asks for it.
func (p *Proxy) passOn(ctx context.Context, parent common.Hash) (*chains.Payload, error) {
	enabled := p.Mode() == Enabled
	if enabled {
		if b, err := p.seal(ctx, parent, true); !errors.Is(err, ErrNoBlock) {
			return b, err
		}
	}
	p.mu.Lock()
	p.said.passed = parent
	p.mu.Unlock()
	if enabled { // it may have been begun between the two
		return p.seal(ctx, parent, false)
	}
	return nil, ErrNoBlock
}

// isCommitted reports whether a block on the parent is committed that op-node is still to
// get.
func (p *Proxy) isCommitted(parent common.Hash) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	s := p.onParent(parent)
	return s != nil && s.committed && !s.adopted
}

// keep passes a forkchoiceUpdated on without its attributes and answers with our own id.
func (p *Proxy) keep(ctx context.Context, c *call, s *slot) (*reply, error) {
	plain := *c
	plain.Params = slices.Clone(c.Params)
	plain.Params[1] = json.RawMessage("null")
	message, err := json.Marshal(&plain)
	if err != nil {
		return nil, fmt.Errorf("encode a forkchoice: %w", err)
	}
	answer, err := p.exchange(ctx, message)
	if err != nil {
		return nil, err
	}
	result, valid := p.adoptedBy(answer, s.parent)
	if !valid {
		return answer, nil
	}
	result.PayloadID = p.hold(s).raw()
	raw, err := json.Marshal(result)
	if err != nil {
		return nil, fmt.Errorf("encode a forkchoice's result: %w", err)
	}
	return c.answer(raw), nil
}

// forkchoiceResult is the result of forkchoiceUpdated.
type forkchoiceResult struct {
	Status    json.RawMessage `json:"payloadStatus"`
	PayloadID json.RawMessage `json:"payloadId"`
}

// adoptedBy looks whether the node has made head its head as op-node asked it to.
func (p *Proxy) adoptedBy(answer *reply, head common.Hash) (*forkchoiceResult, bool) {
	raw, err := answer.result()
	if err != nil {
		return nil, false
	}
	var result forkchoiceResult
	var status payloadStatus
	if json.Unmarshal(raw, &result) != nil || json.Unmarshal(result.Status, &status) != nil || status.Status != statusValid {
		return nil, false
	}
	p.headIs(head)
	return &result, true
}

// payloadStatus is the node's word about a block.
type payloadStatus struct {
	Status string `json:"status"`
}

const statusValid = "VALID"
