package shard_test

import (
	"context"
	"math/big"
	"syscall"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/state"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/params"
	"github.com/holiman/uint256"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/contracts/bindings"
)

func cpu() int64 {
	var ru syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &ru)
	return ru.Utime.Nano() + ru.Stime.Nano()
}

func burns(b *testing.B, size int) (txs []*chains.Tx, setup []*chains.Tx) {
	plan := bindings.Plan(account(0), account(0), common.Hash{1}, uint64(testChain), account(0), ether)
	var nonce uint64
	send := func(to common.Address, data []byte) {
		setup = append(setup, call(b, account(0), nonce, &to, func(tx *types.DynamicFeeTx) { tx.Gas, tx.Data = 10_000_000, data }))
		nonce++
	}
	for _, step := range plan.Steps {
		send(bindings.Create2Proxy, bindings.CREATE2Call(step.InitCode))
	}
	send(plan.Messenger, bindings.EncodeOpenInbound(902, 1))
	send(plan.Messenger, bindings.EncodeOpenOutbound(902, 1))
	for i := range uint64(benchSenders) {
		send(plan.TestToken, bindings.EncodeTransfer(account(i), big.NewInt(1_000_000)))
	}
	burn := bindings.EncodeSendERC20(plan.TestToken, account(1), big.NewInt(1), 902)
	for i := range size {
		from := uint64(i % benchSenders)
		n := uint64(i / benchSenders)
		if from == 0 {
			n += nonce
		}
		txs = append(txs, call(b, account(from), n, &plan.TokenBridge, func(tx *types.DynamicFeeTx) { tx.Gas, tx.Data = 200_000, burn }))
	}
	return
}

func base(b *testing.B, setup, txs []*chains.Tx) {
	for _, tx := range txs {
		tx.Hash()
	}
	cfg := testConfig()
	zero := common.Hash{}
	ctx := vm.BlockContext{CanTransfer: core.CanTransfer, Transfer: core.Transfer, Coinbase: coinbase, GasLimit: 3_000_000_000,
		BlockNumber: big.NewInt(8), Time: 1008, Difficulty: new(big.Int), BaseFee: big.NewInt(params.GWei), BlobBaseFee: big.NewInt(1), Random: &zero,
		GetHash: func(uint64) common.Hash { return zero }}
	var total int64
	for range 3 {
		db, _ := state.New(types.EmptyRootHash, state.NewDatabaseForTesting())
		for addr, a := range newAlloc(benchSenders) {
			if a.Balance != nil {
				db.SetBalance(addr, uint256.MustFromBig(a.Balance), 0)
			}
			if len(a.Code) > 0 {
				db.SetCode(addr, a.Code, 0)
				db.SetNonce(addr, 1, 0)
			}
		}
		evm := vm.NewEVM(ctx, db, cfg, vm.Config{})
		evm.SetJumpDestCache(core.NewJumpDestCache())
		db.Finalise(evm.GetRules())
		gp := core.NewGasPool(3_000_000_000)
		run := func(list []*chains.Tx) {
			for i, tx := range list {
				msg := &core.Message{To: tx.Inner().To(), From: tx.Sender(), Nonce: tx.Nonce(), Value: uint256.MustFromBig(tx.Inner().Value()), GasLimit: tx.Gas(),
					GasPrice: uint256.NewInt(2 * params.GWei), GasFeeCap: uint256.MustFromBig(tx.Inner().GasFeeCap()), GasTipCap: uint256.MustFromBig(tx.Inner().GasTipCap()), Data: tx.Inner().Data()}
				db.SetTxContext(tx.Hash(), i, uint32(i))
				r, _, err := core.ApplyTransactionWithEVM(context.Background(), msg, gp, db, big.NewInt(8), zero, 1008, tx.Inner(), evm)
				if err != nil || r.Status != 1 {
					b.Fatal(err)
				}
			}
		}
		run(setup)
		c := cpu()
		run(txs)
		total += cpu() - c
	}
	b.ReportMetric(float64(total)/float64(3*len(txs)), "cpu-ns/tx")
}

func ours(b *testing.B, setup, txs []*chains.Tx) {
	for _, tx := range txs {
		tx.Hash()
	}
	var total int64
	for range 3 {
		s := benchShard(b)
		for _, tx := range setup {
			execute(b, s, tx)
			keep(b, s, tx)
		}
		c := cpu()
		one := make([]*chains.Tx, 1)
		for _, tx := range txs {
			s.Execute(tx)
			one[0] = tx
			s.Keep(one)
		}
		total += cpu() - c
	}
	b.ReportMetric(float64(total)/float64(3*len(txs)), "cpu-ns/tx")
}

func BenchmarkZ(b *testing.B) {
	var tr []*chains.Tx
	for i := range 5000 {
		tr = append(tr, transfer(b, account(uint64(i%benchSenders)), account(uint64(5000+i)), uint64(i/benchSenders), 1))
	}
	bu, setup := burns(b, 5000)
	for range 2 {
		b.Run("base/transfer", func(b *testing.B) { base(b, nil, tr) })
		b.Run("ours/transfer", func(b *testing.B) { ours(b, nil, tr) })
		b.Run("base/burn", func(b *testing.B) { base(b, setup, bu) })
		b.Run("ours/burn", func(b *testing.B) { ours(b, setup, bu) })
	}
}
