package shard_test

import (
	"fmt"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/tracer/shard"
)

const benchSenders = 1000

// BenchmarkTransfer measures executing and keeping one transfer of a known sender, as
// one of a block of so many.
func BenchmarkTransfer(b *testing.B) {
	for _, size := range []int{100, 1000, 10_000} {
		b.Run(fmt.Sprint(size), func(b *testing.B) {
			s := benchShard(b)
			txs := make([]*chains.Tx, size)
			for i := range txs {
				txs[i] = transfer(b, account(uint64(i%benchSenders)), account(uint64(5000+i)), uint64(i/benchSenders), 1)
			}
			runBlock(b, s, txs)
		})
	}
}

// BenchmarkTransferOPStack is BenchmarkTransfer where a transfer also pays for L1 and to
// the operator.
func BenchmarkTransferOPStack(b *testing.B) {
	rules := opRules(chains.Jovian)
	head := testHead()
	head.GasLimit, head.ExtraData = 3_000_000_000, rules.FeeMarket().ExtraData(chains.Jovian)
	s, err := shard.New(shard.Config{ChainID: testChain, OP: rules}, &memory{alloc: opAlloc(benchSenders)}, head)
	if err != nil {
		b.Fatal(err)
	}
	beginOP(b, s, rules, nil)
	txs := make([]*chains.Tx, 1000)
	for i := range txs {
		unsigned := transfer(b, account(uint64(i%benchSenders)), account(uint64(5000+i)), uint64(i/benchSenders), 1)
		signature := append(crypto.Keccak256([]byte{byte(i), byte(i >> 8)}), make([]byte, 33)...)
		copy(signature[32:64], crypto.Keccak256(signature[:32]))
		inner, err := unsigned.Inner().WithSignature(types.LatestSignerForChainID(testChain.Big()), signature)
		if err != nil {
			b.Fatal(err)
		}
		if txs[i], err = chains.NewRelayTx(testChain, unsigned.Sender(), inner); err != nil {
			b.Fatal(err)
		}
	}
	runBlock(b, s, txs)
}

// BenchmarkBurn measures executing and keeping one burn of the test token: an ERC-20
// burn, and a message appended to the pair's tree.
func BenchmarkBurn(b *testing.B) {
	for _, size := range []int{100, 1000, 10_000} {
		b.Run(fmt.Sprint(size), func(b *testing.B) {
			s := benchShard(b)
			plan, nonce := deployContracts(b, s)
			burn := bindings.EncodeSendERC20(plan.TestToken, account(1), big.NewInt(1), 902)
			txs := make([]*chains.Tx, size)
			for i := range txs {
				from := uint64(i % benchSenders)
				n := uint64(i / benchSenders)
				if from == 0 {
					n += nonce
				}
				txs[i] = call(b, account(from), n, &plan.TokenBridge, func(tx *types.DynamicFeeTx) { tx.Gas, tx.Data = 200_000, burn })
			}
			runBlock(b, s, txs)
		})
	}
}

func benchShard(b *testing.B) *shard.Shard {
	b.Helper()
	head := testHead()
	head.GasLimit = 3_000_000_000
	s, err := shard.New(shard.Config{ChainID: testChain, Chain: testConfig()}, &memory{alloc: newAlloc(benchSenders)}, head)
	if err != nil {
		b.Fatal(err)
	}
	begin(b, s, common.Hash{7})
	return s
}

// deployContracts puts the project's contracts on the chain, opens the way to chain 902
// and gives every account of the benchmark tokens. It returns account 0's next nonce.
func deployContracts(b *testing.B, s *shard.Shard) (bindings.Deployment, uint64) {
	b.Helper()
	var nonce uint64
	send := func(to common.Address, data []byte) {
		tx := call(b, account(0), nonce, &to, func(tx *types.DynamicFeeTx) { tx.Gas, tx.Data = 10_000_000, data })
		if trace := execute(b, s, tx); !trace.Succeeded() {
			b.Fatalf("call %x: %s %x", data[:min(4, len(data))], trace.VMError, trace.ReturnData)
		}
		keep(b, s, tx)
		nonce++
	}
	plan := bindings.Plan(account(0), account(0), common.Hash{1}, uint64(testChain), account(0), ether)
	for _, step := range plan.Steps {
		send(bindings.Create2Proxy, bindings.CREATE2Call(step.InitCode))
	}
	send(plan.Messenger, bindings.EncodeOpenInbound(902, 1))
	send(plan.Messenger, bindings.EncodeOpenOutbound(902, 1))
	for i := range uint64(benchSenders) {
		send(plan.TestToken, bindings.EncodeTransfer(account(i), big.NewInt(1_000_000)))
	}
	return plan, nonce
}

// runBlock executes and keeps the list, again and again on the state it started from.
func runBlock(b *testing.B, s *shard.Shard, txs []*chains.Tx) {
	b.Helper()
	for _, tx := range txs {
		tx.Hash() // as after ingest
	}
	before := len(s.Transactions())
	one := make([]*chains.Tx, 1)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		at := i % len(txs)
		if at == 0 && i > 0 {
			b.StopTimer()
			if err := s.Truncate(before); err != nil {
				b.Fatal(err)
			}
			b.StartTimer()
		}
		trace, err := s.Execute(txs[at])
		if err != nil {
			b.Fatal(err)
		}
		if !trace.Succeeded() {
			b.Fatalf("transaction %d: %s %x", at, trace.VMError, trace.ReturnData)
		}
		one[0] = txs[at]
		if err := s.Keep(one); err != nil {
			b.Fatal(err)
		}
	}
}
