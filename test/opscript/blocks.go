package opscript

import (
	"context"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ssequencer/ssequencer/chains"
)

// attributes are op-node's payload attributes as it encodes them.
type attributes struct {
	Timestamp     hexutil.Uint64      `json:"timestamp"`
	PrevRandao    common.Hash         `json:"prevRandao"`
	FeeRecipient  common.Address      `json:"suggestedFeeRecipient"`
	Withdrawals   []*types.Withdrawal `json:"withdrawals"`
	BeaconRoot    common.Hash         `json:"parentBeaconBlockRoot"`
	Transactions  []hexutil.Bytes     `json:"transactions,omitempty"`
	NoTxPool      bool                `json:"noTxPool,omitempty"`
	GasLimit      hexutil.Uint64      `json:"gasLimit"`
	EIP1559Params hexutil.Bytes       `json:"eip1559Params,omitempty"`
	MinBaseFee    *uint64             `json:"minBaseFee,omitempty"`
}

type forkchoiceState struct {
	Head      common.Hash `json:"headBlockHash"`
	Safe      common.Hash `json:"safeBlockHash"`
	Finalized common.Hash `json:"finalizedBlockHash"`
}

type forkchoiceResult struct {
	Status struct {
		Status string `json:"status"`
	} `json:"payloadStatus"`
	PayloadID *hexutil.Bytes `json:"payloadId"`
}

// Job is a block that an execution node has been asked to build.
type Job struct {
	ID        hexutil.Bytes
	Parent    *Block
	Timestamp uint64
	Origin    uint64
	Sequence  uint64
}

// Due is when op-node fetches the block: a little before its timestamp.
func (j *Job) Due() time.Time {
	return time.Unix(int64(j.Timestamp), 0).Add(-sealing)
}

// sealing is op-node's default --sequencer.sealing-duration.
const sealing = 50 * time.Millisecond

// Forkchoice tells the heads, without attributes.
func (n *OpNode) Forkchoice(ctx context.Context) error {
	var result forkchoiceResult
	err := n.call(ctx, &result, "engine_forkchoiceUpdatedV3", n.state(n.Head.Hash), (*attributes)(nil))
	switch {
	case code(err) == codeInvalidForkchoice:
		return fmt.Errorf("%w: %w", ErrReset, err)
	case err != nil:
		return fmt.Errorf("%w: %w", ErrTemporary, err)
	case result.Status.Status != "VALID":
		return fmt.Errorf("%w: forkchoice is %s", ErrTemporary, result.Status.Status)
	}
	return nil
}

func (n *OpNode) state(head common.Hash) forkchoiceState {
	return forkchoiceState{Head: head, Safe: n.Safe, Finalized: n.Finalized}
}

// Build asks for the next block on the unsafe head.
func (n *OpNode) Build(ctx context.Context) (*Job, error) { return n.BuildOn(ctx, n.Head, false) }

// BuildOn asks for a block on a parent, noTxPool for one without transactions of users.
func (n *OpNode) BuildOn(ctx context.Context, parent *Block, noTxPool bool) (*Job, error) {
	job := &Job{Parent: parent, Timestamp: parent.Timestamp + n.cfg.BlockTime}
	attrs, err := n.derive(job, noTxPool)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrTemporary, err)
	}
	var result forkchoiceResult
	err = n.call(ctx, &result, "engine_forkchoiceUpdatedV3", n.state(parent.Hash), attrs)
	switch c := code(err); {
	case err == nil:
	case c == codeInvalidAttributes: // these are deposits only
		return nil, fmt.Errorf("%w: %w", ErrCritical, err)
	case c >= codesEngineFrom && c <= codesEngineTo:
		return nil, fmt.Errorf("%w: %w", ErrReset, err)
	default:
		return nil, fmt.Errorf("%w: %w", ErrTemporary, err)
	}
	switch {
	case result.Status.Status == "INVALID":
		return nil, fmt.Errorf("%w: the attributes are invalid", ErrCritical)
	case result.Status.Status != "VALID", result.PayloadID == nil:
		return nil, fmt.Errorf("%w: forkchoice is %s, the payload id %v", ErrTemporary, result.Status.Status, result.PayloadID)
	}
	job.ID = *result.PayloadID
	return job, nil
}

// derive makes the attributes of a job, from the L1 that there is.
func (n *OpNode) derive(job *Job, noTxPool bool) (*attributes, error) {
	if n.cfg.Source == nil {
		return n.madeUp(job, noTxPool)
	}
	p := job.Parent
	in, err := n.cfg.Source.Next(&chains.Parent{
		ChainID: n.cfg.ChainID, Number: p.Number, Hash: p.Hash, Timestamp: p.Timestamp, GasLimit: p.GasLimit, ExtraData: p.extra, Attributes: p.attributes,
	}, job.Timestamp)
	if err != nil {
		return nil, err
	}
	a := &attributes{
		Timestamp: hexutil.Uint64(in.Timestamp), PrevRandao: in.PrevRandao, FeeRecipient: in.FeeRecipient, Withdrawals: []*types.Withdrawal{},
		BeaconRoot: in.BeaconRoot, NoTxPool: noTxPool || in.NoTxPool, GasLimit: hexutil.Uint64(in.GasLimit),
		EIP1559Params: binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, uint32(in.FeeMarket.Denominator)), uint32(in.FeeMarket.Elasticity)),
		MinBaseFee:    &in.FeeMarket.MinBaseFee,
	}
	for _, raw := range in.Deposits {
		a.Transactions = append(a.Transactions, raw)
	}
	return a, nil
}

func (n *OpNode) madeUp(job *Job, noTxPool bool) (*attributes, error) {
	job.Origin, job.Sequence = n.cfg.L1.next(job.Parent, job.Timestamp)
	fork := n.cfg.Rules.Fork(job.Timestamp)
	l1, err := n.cfg.L1.attributes(job.Origin, job.Sequence).Deposit(n.cfg.ChainID, fork)
	if err != nil {
		return nil, err
	}
	origin := n.cfg.L1.hash(job.Origin)
	a := &attributes{
		Timestamp: hexutil.Uint64(job.Timestamp), PrevRandao: n.cfg.L1.word("prevRandao", job.Origin), FeeRecipient: chains.SequencerFeeVault,
		Withdrawals: []*types.Withdrawal{}, BeaconRoot: common.Hash(origin), Transactions: []hexutil.Bytes{l1.Raw()}, NoTxPool: noTxPool,
		GasLimit: hexutil.Uint64(job.Parent.GasLimit),
	}
	if n.cfg.Deposits != nil && job.Sequence == 0 {
		for _, tx := range n.cfg.Deposits(job.Parent.Number + 1) {
			a.Transactions = append(a.Transactions, tx.Raw())
		}
	}
	if fork >= chains.Holocene {
		a.EIP1559Params = make(hexutil.Bytes, 8)
	}
	if fork >= chains.Jovian {
		a.MinBaseFee = new(uint64)
	}
	return a, nil
}

// Fetch gets the block of a job and looks at it as op-node does.
func (n *OpNode) Fetch(ctx context.Context, job *Job) (*Block, error) {
	var envelope json.RawMessage
	if err := n.call(ctx, &envelope, n.getPayload(job.Timestamp), job.ID); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrExpired, err)
	}
	b, txs, err := decodeBlock(envelope)
	if err != nil {
		return nil, err
	}
	if err := sane(txs); err != nil {
		return nil, err
	}
	if b.Parent != job.Parent.Hash {
		return nil, fmt.Errorf("%w: block %d is on %s, not on the unsafe head", ErrInvalid, b.Number, b.Parent)
	}
	return b, nil
}

// decodeBlock decodes what getPayload answers, and what is handed over.
func decodeBlock(envelope json.RawMessage) (*Block, []hexutil.Bytes, error) {
	var e struct {
		Payload json.RawMessage `json:"executionPayload"`
		Root    json.RawMessage `json:"parentBeaconBlockRoot"`
	}
	var p struct {
		Number       hexutil.Uint64  `json:"blockNumber"`
		Hash         common.Hash     `json:"blockHash"`
		Parent       common.Hash     `json:"parentHash"`
		Timestamp    hexutil.Uint64  `json:"timestamp"`
		GasLimit     hexutil.Uint64  `json:"gasLimit"`
		Extra        hexutil.Bytes   `json:"extraData"`
		Transactions []hexutil.Bytes `json:"transactions"`
	}
	err := json.Unmarshal(envelope, &e)
	if err == nil {
		err = json.Unmarshal(e.Payload, &p)
	}
	if err != nil {
		return nil, nil, fmt.Errorf("%w: %w", ErrInvalid, err)
	}
	b := &Block{
		Number: uint64(p.Number), Hash: p.Hash, Parent: p.Parent, Timestamp: uint64(p.Timestamp), GasLimit: uint64(p.GasLimit),
		Txs: len(p.Transactions), extra: p.Extra, payload: e.Payload, root: e.Root,
	}
	if len(p.Transactions) > 0 {
		if first, err := chains.DecodeDeposit(1, p.Transactions[0]); err == nil {
			b.derivedFrom(first.Deposit().Data)
		}
	}
	return b, p.Transactions, nil
}

// Cancel ends a job that op-node has no use for: there is no other call for it.
func (n *OpNode) Cancel(ctx context.Context, job *Job) error {
	err := n.call(ctx, new(json.RawMessage), n.getPayload(job.Timestamp), job.ID)
	if code(err) == codeUnknownPayload {
		return nil
	}
	return err
}

func (n *OpNode) getPayload(timestamp uint64) string {
	switch fork := n.cfg.Rules.Fork(timestamp); {
	case fork >= chains.Karst:
		return "engine_getPayloadV5"
	case fork >= chains.Isthmus:
		return "engine_getPayloadV4"
	}
	return "engine_getPayloadV3"
}

// sane checks that deposits are there, and come first.
func sane(txs []hexutil.Bytes) error {
	users := false
	for i, raw := range txs {
		deposit := len(raw) > 0 && raw[0] == chains.DepositTxType
		if deposit && users || !deposit && i == 0 {
			return fmt.Errorf("%w: transaction %d is out of order", ErrInvalid, i)
		}
		users = users || !deposit
	}
	if len(txs) == 0 {
		return fmt.Errorf("%w: no transactions", ErrInvalid)
	}
	return nil
}

// Insert makes a block the head: newPayload, and forkchoiceUpdated without attributes.
func (n *OpNode) Insert(ctx context.Context, b *Block) error {
	if err := n.Give(ctx, b); err != nil {
		return err
	}
	n.Head = b
	return n.Forkchoice(ctx)
}

// Give is the first half of Insert.
func (n *OpNode) Give(ctx context.Context, b *Block) error {
	method, args := "engine_newPayloadV3", []any{b.payload, []common.Hash{}, b.root}
	if n.cfg.Rules.Fork(b.Timestamp) >= chains.Isthmus {
		method, args = "engine_newPayloadV4", append(args, []hexutil.Bytes{})
	}
	var status struct {
		Status string `json:"status"`
	}
	err := n.call(ctx, &status, method, args...)
	switch {
	case err != nil:
		return fmt.Errorf("%w: %w", ErrTemporary, err)
	case status.Status == "INVALID":
		return fmt.Errorf("%w: block %d", ErrInvalid, b.Number)
	case status.Status != "VALID":
		return fmt.Errorf("%w: block %d is %s", ErrTemporary, b.Number, status.Status)
	}
	return nil
}

// Slot makes the next block at once, as an op-node does that is behind.
func (n *OpNode) Slot(ctx context.Context) (*Block, error) {
	job, err := n.Build(ctx)
	if err != nil {
		return nil, err
	}
	b, err := n.Fetch(ctx, job)
	if err != nil {
		return nil, err
	}
	if err := n.Insert(ctx, b); err != nil {
		return nil, err
	}
	_, err = n.block(ctx, "eth_getBlockByHash", b.Hash)
	return b, err
}

// Raw returns the block as the execution node has given it.
func (b *Block) Raw() json.RawMessage { return b.payload }
