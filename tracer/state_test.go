package tracer_test

import (
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/tracer/shard"
)

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
