// Package replay asks a chain's own node how it executes transactions. What the node says
// is the authority wherever it differs from the shard.
//
// It traces whole blocks at a time, in time proportional to the block: after a difference
// it tells which transaction came out differently first; for chains whose rules the shard
// does not know it stands in for it. It keeps no state; its functions may be called from
// any goroutine.
package replay

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/big"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/rlp"

	"github.com/ssequencer/ssequencer/chains"
)

// ErrAnswer: the node's answer does not fit what was asked.
var ErrAnswer = errors.New("unexpected trace from the node")

// Caller calls a JSON-RPC method of the chain's node. The node must serve the debug
// namespace.
type Caller interface {
	Call(ctx context.Context, result any, method string, args ...any) error
}

// List returns the traces of the transactions as the node executes them on the block
// open.ParentHash, which it must have, without building a block. All of them must be
// signed and valid, else the node refuses the whole list. The effective tip and the root
// writes of a trace are not filled in, nor is the address that a deposit creates.
func List(ctx context.Context, node Caller, open *chains.Open, txs [][]byte) ([]*chains.Trace, error) {
	list, err := decode(txs)
	if err != nil {
		return nil, fmt.Errorf("list of block %d: %w", open.Number, err)
	}
	block, err := rlp.EncodeToBytes(unsealed(open, txs))
	if err != nil {
		return nil, fmt.Errorf("encode block %d: %w", open.Number, err)
	}
	var results []result
	if err := node.Call(ctx, &results, "debug_traceBlock", hexutil.Bytes(block), tracer()); err != nil {
		return nil, fmt.Errorf("trace list of block %d: %w", open.Number, err)
	}
	return traces(results, list, place{open.ChainID, open.Number, open.Timestamp})
}

// Block returns the traces of a block that the node has, adopted or not.
func Block(ctx context.Context, node Caller, p *chains.Payload) ([]*chains.Trace, error) {
	list, err := decode(p.Transactions)
	if err != nil {
		return nil, fmt.Errorf("block %d: %w", p.Number, err)
	}
	var results []result
	if err := node.Call(ctx, &results, "debug_traceBlockByHash", p.Hash, tracer()); err != nil {
		return nil, fmt.Errorf("trace block %d: %w", p.Number, err)
	}
	return traces(results, list, place{p.ChainID, p.Number, p.Timestamp})
}

// traced is what is needed of a transaction to read its trace.
type traced struct {
	hash    common.Hash
	creates bool
	nonce   uint64 // of the creation
}

func decode(txs [][]byte) ([]traced, error) {
	list := make([]traced, len(txs))
	for i, raw := range txs {
		list[i].hash = crypto.Keccak256Hash(raw)
		if len(raw) > 0 && raw[0] == chains.DepositTxType {
			continue
		}
		var tx types.Transaction
		if err := tx.UnmarshalBinary(raw); err != nil {
			return nil, fmt.Errorf("transaction %d: %w", i, err)
		}
		list[i].creates, list[i].nonce = tx.To() == nil, tx.Nonce()
	}
	return list, nil
}

// unsealedBlock is the RLP form of a block. Its transactions stay as they are encoded,
// since go-ethereum does not know deposits.
type unsealedBlock struct {
	Header       *types.Header
	Transactions []rlp.RawValue
	Uncles       []*types.Header
	Withdrawals  []*types.Withdrawal
}

// unsealed is a block with the inputs that execution reads; its roots mean nothing.
func unsealed(open *chains.Open, txs [][]byte) *unsealedBlock {
	zero := uint64(0)
	b := &unsealedBlock{Header: &types.Header{
		ParentHash: open.ParentHash, UncleHash: types.EmptyUncleHash, Coinbase: open.FeeRecipient,
		TxHash: types.EmptyTxsHash, ReceiptHash: types.EmptyReceiptsHash, Difficulty: new(big.Int),
		Number: new(big.Int).SetUint64(open.Number), GasLimit: open.GasLimit, Time: open.Timestamp, Extra: open.ExtraData,
		MixDigest: open.PrevRandao, BaseFee: open.BaseFee, WithdrawalsHash: &types.EmptyWithdrawalsHash,
		BlobGasUsed: &zero, ExcessBlobGas: &zero, ParentBeaconRoot: &open.BeaconRoot, RequestsHash: &types.EmptyRequestsHash,
	}}
	for _, raw := range txs {
		if raw[0] < 0x80 { // typed: a string in the list
			raw = encodedString(raw)
		}
		b.Transactions = append(b.Transactions, raw)
	}
	return b
}

func encodedString(raw []byte) []byte {
	var w bytes.Buffer
	if err := rlp.Encode(&w, raw); err != nil { // not reachable for a byte string
		panic("replay: " + err.Error())
	}
	return w.Bytes()
}

func tracer() map[string]any {
	return map[string]any{"tracer": "callTracer", "tracerConfig": map[string]any{"withLog": true}, "timeout": "1m"}
}

// result is one transaction's part of the node's answer.
type result struct {
	TxHash common.Hash `json:"txHash"`
	Error  string      `json:"error"`
	Result *frame      `json:"result"`
}

// frame is a call as the node's callTracer shows it. Logs of failed frames are not shown.
type frame struct {
	Type    string         `json:"type"`
	From    common.Address `json:"from"`
	GasUsed hexutil.Uint64 `json:"gasUsed"`
	Output  hexutil.Bytes  `json:"output"`
	Error   string         `json:"error"`
	Calls   []frame        `json:"calls"`
	Logs    []struct {
		Address common.Address `json:"address"`
		Topics  []common.Hash  `json:"topics"`
		Data    hexutil.Bytes  `json:"data"`
		Index   hexutil.Uint   `json:"index"`
	} `json:"logs"`
}

// failed reports whether the outermost call did. A deposit that could not even begin is
// shown as one that stopped.
func (f *frame) failed() bool { return f.Error != "" || f.Type == "STOP" }

// logs appends the logs of the frame and all below it.
func (f *frame) logs(all []*types.Log) []*types.Log {
	for _, l := range f.Logs {
		all = append(all, &types.Log{Address: l.Address, Topics: l.Topics, Data: l.Data, Index: uint(l.Index)})
	}
	for i := range f.Calls {
		all = f.Calls[i].logs(all)
	}
	return all
}

// place is where the traced transactions are.
type place struct {
	chain     chains.ChainID
	height    uint64
	timestamp uint64
}

func traces(results []result, list []traced, at place) ([]*chains.Trace, error) {
	if len(results) != len(list) {
		return nil, fmt.Errorf("%w: %d results for %d transactions", ErrAnswer, len(results), len(list))
	}
	out := make([]*chains.Trace, len(list))
	var logIndex uint
	for i, r := range results {
		if r.TxHash != list[i].hash || r.Result == nil || r.Error != "" {
			return nil, fmt.Errorf("%w: transaction %d, %s: answer for %s, error %q", ErrAnswer, i, list[i].hash, r.TxHash, r.Error)
		}
		t := &chains.Trace{
			ChainID: at.chain, Height: at.height, Timestamp: at.timestamp, Index: i, FirstLogIndex: logIndex,
			Status: types.ReceiptStatusSuccessful, GasUsed: uint64(r.Result.GasUsed), ReturnData: r.Result.Output, VMError: r.Result.Error,
		}
		if r.Result.failed() {
			t.Status = types.ReceiptStatusFailed
		} else {
			t.Logs = r.Result.logs(nil)
		}
		slices.SortStableFunc(t.Logs, func(a, b *types.Log) int { return int(a.Index) - int(b.Index) })
		for _, l := range t.Logs {
			l.Index, l.BlockNumber, l.TxIndex = logIndex, at.height, uint(i)
			logIndex++
		}
		if list[i].creates {
			t.ContractAddress = crypto.CreateAddress(r.Result.From, list[i].nonce)
		}
		out[i] = t
	}
	return out, nil
}

// Sealed returns what the shard said of a sealed block in the form that FirstDivergence
// compares.
func Sealed(s *chains.Sealed) []*chains.Trace {
	out := make([]*chains.Trace, len(s.Receipts))
	var logIndex uint
	for i, r := range s.Receipts {
		out[i] = &chains.Trace{
			ChainID: s.ChainID, Height: s.Number, Timestamp: s.Timestamp, Index: i, FirstLogIndex: logIndex,
			Status: r.Status, GasUsed: r.GasUsed, Logs: r.Logs, ContractAddress: r.ContractAddress,
		}
		logIndex += uint(len(r.Logs))
	}
	return out
}

// FirstDivergence returns the position of the first transaction whose receipt differs,
// and how, or -1 and nothing if there is none. Status, gas and logs are compared.
func FirstDivergence(ours, theirs []*chains.Trace) (index int, description string) {
	for i := range min(len(ours), len(theirs)) {
		if d := difference(ours[i], theirs[i]); d != "" {
			return i, d
		}
	}
	if len(ours) != len(theirs) {
		return min(len(ours), len(theirs)), fmt.Sprintf("%d transactions, the node has %d", len(ours), len(theirs))
	}
	return -1, ""
}

func difference(ours, theirs *chains.Trace) string {
	switch {
	case ours.Status != theirs.Status:
		return fmt.Sprintf("status %d %s, the node has %d %s", ours.Status, ours.VMError, theirs.Status, theirs.VMError)
	case ours.GasUsed != theirs.GasUsed:
		return fmt.Sprintf("gas used %d, the node has %d", ours.GasUsed, theirs.GasUsed)
	case len(ours.Logs) != len(theirs.Logs):
		return fmt.Sprintf("%d logs, the node has %d", len(ours.Logs), len(theirs.Logs))
	}
	for i, o := range ours.Logs {
		n := theirs.Logs[i]
		if o.Address != n.Address || !slices.Equal(o.Topics, n.Topics) || string(o.Data) != string(n.Data) {
			return fmt.Sprintf("log %d: %s %v %x, the node has %s %v %x", i, o.Address, o.Topics, o.Data, n.Address, n.Topics, n.Data)
		}
	}
	return ""
}
