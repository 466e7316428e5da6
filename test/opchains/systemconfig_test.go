package opchains

import (
	"encoding/binary"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ssequencer/ssequencer/chains"
)

// configure has a chain's SystemConfig on L1 change something: its specification's event,
// with the update in words.
func (w *world) configure(c *chain, kind int64, words ...common.Hash) {
	w.t.Helper()
	data := append(common.BigToHash(big.NewInt(32)).Bytes(), common.BigToHash(big.NewInt(int64(32*len(words)))).Bytes()...)
	for _, word := range words {
		data = append(data, word[:]...)
	}
	update := crypto.Keccak256Hash([]byte("ConfigUpdate(uint256,uint8,bytes)"))
	w.emit(c.rollup.SystemConfig, []common.Hash{update, {}, common.BigToHash(big.NewInt(kind))}, data)
}

// What L1 says about a chain under way (batcher, fees, gas limit, footprint) is in its next
// blocks, its shard executes with it, and the other chain goes on as it was.
func TestDirectSystemConfig(t *testing.T) {
	w := newWorld(t, 1, 1)
	s := newService(w)
	s.start()
	tr := &traffic{w: w, on: s.client, url: s.url, goal: 120}
	done := make(chan error, 1)
	go func() { done <- tr.run(t.Context()) }()
	w.until("traffic goes on", func() bool { return tr.count.Load() >= 20 })

	const limit = gasLimit / 2
	market := chains.FeeMarket{Denominator: 100, Elasticity: 4, MinBaseFee: 7}
	want := chains.L1Attributes{
		BatcherHash: common.Hash{31: 0x77}, BaseFeeScalar: 2000, BlobBaseFeeScalar: 900_000, OperatorFeeScalar: 11, OperatorFeeConstant: 12_000, DAFootprintScalar: 150,
	}
	c := w.chains[0]
	number := func(n uint64) common.Hash { return common.BigToHash(new(big.Int).SetUint64(n)) }
	pair := func(high uint32, low uint64) common.Hash {
		return common.BytesToHash(binary.BigEndian.AppendUint64(binary.BigEndian.AppendUint32(nil, high), low))
	}
	scalars := pair(0, uint64(want.BlobBaseFeeScalar)<<32|uint64(want.BaseFeeScalar))
	scalars[0] = 1
	w.configure(c, 0, want.BatcherHash)
	w.configure(c, 1, common.Hash{}, scalars)
	w.configure(c, 2, number(limit))
	w.configure(c, 4, number(market.Denominator<<32|market.Elasticity))
	w.configure(c, 5, pair(want.OperatorFeeScalar, want.OperatorFeeConstant))
	w.configure(c, 6, number(market.MinBaseFee))
	w.configure(c, 7, number(uint64(want.DAFootprintScalar)))

	// They may be in several L1 blocks; the chain derives from one after the other.
	w.until("the chain's blocks are made as L1 says", func() bool {
		head, got := w.lastBlock(c)
		got.Origin, got.Time, got.BaseFee, got.BlobBaseFee, got.Sequence = want.Origin, want.Time, want.BaseFee, want.BlobBaseFee, want.Sequence
		return head.GasLimit == limit && string(head.Extra) == string(market.ExtraData(chains.Jovian)) && got == want
	})
	if head, got := w.lastBlock(w.chains[1]); head.GasLimit != gasLimit || got.BatcherHash == want.BatcherHash {
		t.Fatalf("the other chain's block %v has a gas limit of %d, and attributes %+v", head.Number, head.GasLimit, got)
	}
	if err := <-done; err != nil {
		t.Fatal(err)
	}
	again := &traffic{w: w, on: s.client, url: s.url, goal: 60, nonces: tr.nonces}
	if err := again.run(t.Context()); err != nil {
		t.Fatal(err)
	}
	w.checkBundles(s, tr)
	w.checkBundles(s, again)
	s.checkCounters("atomicity_violations", "broken_preconfirmations", "root_mismatches", "trace_divergences")
	s.stop()
}

// lastBlock returns a chain's head, and what it says of L1.
func (w *world) lastBlock(c *chain) (*types.Header, chains.L1Attributes) {
	w.t.Helper()
	head, err := c.engine.Head(w.t.Context())
	if err != nil {
		w.t.Fatal(err)
	}
	block, err := c.engine.Block(w.t.Context(), head.Hash())
	if err != nil {
		w.t.Fatal(err)
	}
	first, err := chains.DecodeDeposit(c.id, append(block.Open.Deposits, block.Transactions...)[0])
	if err != nil {
		w.t.Fatal(err)
	}
	attributes, _, err := chains.ParseL1Attributes(first)
	if err != nil {
		w.t.Fatal(err)
	}
	return head, *attributes
}
