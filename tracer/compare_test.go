package tracer_test

import (
	"math/big"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/tracer/replay"
	"github.com/ssequencer/ssequencer/tracer/shard"
)

// compareReplay: the node's trace of the list, before it builds a block, is the shard's.
func (r *run) compareReplay(b *sealedBlock, raws [][]byte) {
	r.t.Helper()
	if len(raws) == 0 {
		return
	}
	theirs, err := replay.List(r.ctx, r.node, b.open, raws)
	if err != nil {
		r.t.Fatal(err)
	}
	if i, d := replay.FirstDivergence(b.traces, theirs); i >= 0 {
		r.t.Fatalf("block %d, transaction %d: %s", b.open.Number, i, d)
	}
	for i, ours := range b.traces {
		n := theirs[i]
		if i < b.deposits() {
			continue // a node shows less of them
		}
		if r.op != nil && strings.HasSuffix(ours.VMError, "the OP Stack allows") {
			n.VMError = ours.VMError // the words are our own
		}
		if ours.VMError != n.VMError || string(ours.ReturnData) != string(n.ReturnData) || ours.FirstLogIndex != n.FirstLogIndex || ours.ContractAddress != n.ContractAddress {
			r.t.Fatalf("block %d, transaction %d: ours %+v, the node has %+v", b.open.Number, i, ours, n)
		}
	}
}

// compareBlock: what the shard sealed is what the node built.
func (r *run) compareBlock(b *sealedBlock, p *chains.Payload) {
	r.t.Helper()
	receipts, err := r.node.Receipts(r.ctx, p.Hash)
	if err != nil {
		r.t.Fatal(err)
	}
	var logIndex uint
	for i, ours := range b.sealed.Receipts {
		n := receipts[i]
		if ours.TxHash != n.TxHash || ours.Status != n.Status || ours.GasUsed != n.GasUsed || ours.CumulativeGasUsed != n.CumulativeGasUsed ||
			ours.Type != n.Type || ours.ContractAddress != n.ContractAddress || ours.TransactionIndex != n.TransactionIndex || len(ours.Logs) != len(n.Logs) {
			r.t.Fatalf("block %d, receipt %d: ours %+v, the node's %+v", p.Number, i, ours, n)
		}
		for j, log := range ours.Logs {
			if log.Index != logIndex || n.Logs[j].Index != logIndex || log.Address != n.Logs[j].Address || string(log.Data) != string(n.Logs[j].Data) {
				r.t.Fatalf("block %d, log %d: ours %+v, the node's %+v", p.Number, logIndex, log, n.Logs[j])
			}
			logIndex++
		}
	}
	s := b.sealed
	if s.ReceiptsRoot != p.ReceiptsRoot || s.LogsBloom != p.LogsBloom || s.GasUsed != p.GasUsed || len(receipts) != len(s.Receipts) {
		r.t.Fatalf("block %d: receipts root %s, gas %d, the node has %s, %d", p.Number, s.ReceiptsRoot, s.GasUsed, p.ReceiptsRoot, p.GasUsed)
	}
	if r.op != nil {
		r.compareDeposits(s, p)
	}
	r.checkRootWrites(b)
	if p.Number%4 != 0 {
		return
	}
	theirs, err := replay.Block(r.ctx, r.node, p)
	if err != nil {
		r.t.Fatal(err)
	}
	if i, d := replay.FirstDivergence(replay.Sealed(s), theirs); i >= 0 {
		r.t.Fatalf("block %d, transaction %d: %s", p.Number, i, d)
	}
}

// checkRootWrites: the reported writes of the watched account form an unbroken history.
func (r *run) checkRootWrites(b *sealedBlock) {
	r.t.Helper()
	last := map[common.Hash]common.Hash{}
	for i, trace := range b.traces {
		for _, w := range trace.RootWrites {
			if previous, ok := last[w.Slot]; ok && previous != w.Previous || w.Previous == w.Value {
				r.t.Fatalf("block %d, transaction %d: slot %s was %s, reported %+v", b.open.Number, i, w.Slot, previous, w)
			}
			last[w.Slot] = w.Value
		}
	}
	for slot, value := range last {
		if got, err := b.view.Storage(r.watch, slot); err != nil || got != value {
			r.t.Fatalf("block %d: slot %s is %s (%v), reported %s", b.open.Number, slot, got, err, value)
		}
	}
}

// touched are accounts and slots of them.
type touched map[common.Address]map[common.Hash]bool

func (t touched) add(addr common.Address, slots ...common.Hash) {
	if t[addr] == nil {
		t[addr] = map[common.Hash]bool{}
	}
	for _, slot := range slots {
		t[addr][slot] = true
	}
}

// compareState compares the state after the block with the node's, at everything that
// the node's own tracer says the block's transactions touched, and at what the system
// calls write.
func (r *run) compareState(b *sealedBlock, p *chains.Payload) {
	r.t.Helper()
	var results []struct {
		Result map[common.Address]struct {
			Storage map[common.Hash]common.Hash `json:"storage"`
		} `json:"result"`
	}
	if len(p.Transactions) > 0 {
		if err := r.node.Call(r.ctx, &results, "debug_traceBlockByHash", p.Hash, map[string]any{"tracer": "prestateTracer", "timeout": "1m"}); err != nil {
			r.t.Fatal(err)
		}
	}
	set := touched{}
	for _, result := range results {
		for addr, account := range result.Result {
			set.add(addr)
			for slot := range account.Storage {
				set.add(addr, slot)
			}
		}
	}
	for _, trace := range b.traces {
		set.add(trace.ContractAddress, common.Hash{}, common.Hash{31: 1})
	}
	number := func(n uint64) common.Hash { return common.BigToHash(new(big.Int).SetUint64(n)) }
	ring := b.open.Timestamp % params.HistoryServeWindow
	set.add(params.BeaconRootsAddress, number(ring), number(ring+params.HistoryServeWindow))
	set.add(params.HistoryStorageAddress, number((p.Number-1)%params.HistoryServeWindow))
	for slot := range uint64(8) {
		set.add(params.WithdrawalQueueAddress, number(slot))
		set.add(params.ConsolidationQueueAddress, number(slot))
	}
	if r.op != nil {
		r.op.touch(set)
	}
	set.add(params.SystemAddress)
	set.add(b.open.FeeRecipient)
	r.compare(b.view, set, p.Hash)
	for addr, slots := range set {
		r.touched.add(addr)
		for slot := range slots {
			r.touched.add(addr, slot)
		}
	}
}

// proof is what the comparison reads of an eth_getProof answer.
type proof struct {
	Nonce    hexutil.Uint64 `json:"nonce"`
	Balance  *hexutil.Big   `json:"balance"`
	CodeHash common.Hash    `json:"codeHash"`
	Storage  []struct {
		Value *hexutil.Big `json:"value"`
	} `json:"storageProof"`
}

func (r *run) compare(view *shard.View, set touched, block common.Hash) {
	r.t.Helper()
	for addr, slots := range set {
		keys := make([]common.Hash, 0, len(slots))
		for slot := range slots {
			keys = append(keys, slot)
		}
		var want proof
		if err := r.node.Call(r.ctx, &want, "eth_getProof", addr, keys, block); err != nil {
			r.t.Fatal(err)
		}
		if want.CodeHash == (common.Hash{}) {
			want.CodeHash = types.EmptyCodeHash
		}
		got, err := view.Account(addr)
		if err != nil {
			r.t.Fatal(err)
		}
		if got == nil {
			got = types.NewEmptyStateAccount()
		}
		if got.Nonce != uint64(want.Nonce) || got.Balance.ToBig().Cmp(want.Balance.ToInt()) != 0 || common.BytesToHash(got.CodeHash) != want.CodeHash {
			r.t.Fatalf("block %d, account %s: nonce %d, balance %s, code %x; the node has %d, %s, %s",
				view.Open().Number-1, addr, got.Nonce, got.Balance, got.CodeHash, want.Nonce, want.Balance, want.CodeHash)
		}
		r.accounts++
		for i, key := range keys {
			value, err := view.Storage(addr, key)
			if err != nil {
				r.t.Fatal(err)
			}
			if value != common.BigToHash(want.Storage[i].Value.ToInt()) {
				r.t.Fatalf("block %d, slot %s of %s: %s, the node has %s", view.Open().Number-1, key, addr, value, want.Storage[i].Value)
			}
			r.slots++
		}
	}
}
