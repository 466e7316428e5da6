package settlement_test

import (
	"bytes"
	"context"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/journal"
	"github.com/ssequencer/ssequencer/merkle/order"
	"github.com/ssequencer/ssequencer/settlement"
	"github.com/ssequencer/ssequencer/settlement/settlementtest"
	"github.com/ssequencer/ssequencer/signer"
)

// publish has a settlement publish.
func (b *bench) publish(what settlement.Publication) {
	b.SendL1(b.Operator, bindings.Create2Proxy, bindings.CREATE2Call(bindings.OrderedDataInit()))
	b.adjust = func(cfg *settlement.Config) {
		cfg.Publish, cfg.OrderedData = what, bindings.OrderedDataAddress()
	}
}

// orderOnL1 reads what a batch ordered from L1, nil while it is not all there.
func (b *bench) orderOnL1(number uint64) *order.Order {
	b.t.Helper()
	ctx, abi := context.Background(), bindings.NewOrderedData()
	logs, err := b.L1Client.FilterLogs(ctx, ethereum.FilterQuery{Addresses: []common.Address{bindings.OrderedDataAddress()},
		Topics: [][]common.Hash{{abi.GetABI().Events[bindings.OrderedDataPublishedEventName].ID}, {common.BigToHash(new(big.Int).SetUint64(number))}}})
	if err != nil {
		b.t.Fatal(err)
	}
	var parts [][]byte
	for i := range logs {
		e, err := abi.UnpackPublishedEvent(&logs[i])
		if err != nil {
			b.t.Fatal(err)
		}
		if parts == nil {
			parts = make([][]byte, e.Parts.Uint64())
		}
		tx, _, err := b.L1Client.TransactionByHash(ctx, logs[i].TxHash)
		if err != nil {
			b.t.Fatal(err)
		}
		args, err := abi.GetABI().Methods["publish"].Inputs.Unpack(tx.Data()[4:])
		if err != nil {
			b.t.Fatal(err)
		}
		if at := e.Part.Uint64(); parts[at] != nil {
			b.t.Errorf("part %d of batch %d is there twice", at, number)
		} else {
			parts[at] = args[4].([]byte)
		}
	}
	if len(parts) == 0 || len(logs) < len(parts) {
		return nil
	}
	return b.open(number, parts)
}

// open checks the signature and decodes.
func (b *bench) open(number uint64, parts [][]byte) *order.Order {
	b.t.Helper()
	e, err := order.Join(parts)
	if err != nil {
		b.t.Fatal(err)
	}
	domain := chains.Domain{L1ChainID: settlementtest.L1ID, Settlement: b.Settlement}
	who, err := signer.Recover(domain.Digest(e.StructHash()), e.Signature)
	if err != nil || who != b.Signer.Address() {
		b.t.Fatalf("order of batch %d signed by %s: %v", number, who, err)
	}
	o, err := order.Decode(e.Content, 1<<24)
	if err != nil {
		b.t.Fatal(err)
	}
	b.t.Logf("batch %d: %d bytes", number, len(e.Content))
	return o
}

// TestOrderGetsToL1: what batches ordered is on L1, transaction for transaction as on the
// chains, in one part or in several, also over a reorg and a restart.
func TestOrderGetsToL1(t *testing.T) {
	b := newBench(t, 901, 902)
	b.publish(settlement.PublishAll)
	for range 10 {
		b.MineL1()
	}
	first := b.settlement(nil)
	stop := b.run(first)
	b.slot(func(s *settlementtest.Slot) {
		for range 30 {
			s.Transfer(901, 902)
		}
	})
	b.slot(func(s *settlementtest.Slot) { s.Transfer(902, 901) })
	b.await(journal.BatchPosted, 1)
	b.mineUntil("publication", func() bool { return b.orderOnL1(1) != nil })
	stop()
	head := b.l1Head().Number.Uint64()
	lost, err := b.L1Client.HeaderByNumber(context.Background(), new(big.Int).SetUint64(head-8))
	if err == nil {
		err = b.L1.Reorg(context.Background(), lost.Hash())
	}
	if err != nil {
		t.Fatal(err)
	}
	b.MineL1()
	b.run(b.settlement(nil))
	b.slot(func(s *settlementtest.Slot) { // random data, more than a part
		for i := range 60 {
			s.Add(901, b.User, b.User.Address(), randomData(i))
		}
	})
	b.slot(nil)
	b.mineUntil("publication", func() bool { return b.orderOnL1(1) != nil && b.orderOnL1(2) != nil })
	for n := uint64(1); n <= 2; n++ {
		b.compareOrder(b.orderOnL1(n))
	}
	b.checkPoster()
	for range 70 { // what L1 does not lose any more is forgotten, and not sent again
		b.MineL1()
	}
	b.slot(nil)
	b.slot(nil)
	b.mineUntil("publication", func() bool { return b.orderOnL1(3) != nil })
	b.compareOrder(b.orderOnL1(1))
}

// randomData is what does not compress.
func randomData(seed int) []byte {
	data := make([]byte, 4000)
	state := uint64(seed + 1)
	for i := range data {
		state ^= state << 13
		state ^= state >> 7
		state ^= state << 17
		data[i] = byte(state)
	}
	return data
}

// compareOrder compares an order with the chains' own blocks.
func (b *bench) compareOrder(o *order.Order) {
	b.t.Helper()
	for _, c := range o.Chains {
		client := b.Chain(chains.ChainID(c.ChainID)).Node.Attach()
		defer client.Close()
		for i, txs := range c.Blocks {
			var raws []hexutil.Bytes
			var block struct{ Transactions []common.Hash }
			if err := client.Call(&block, "eth_getBlockByNumber", hexutil.Uint64(c.FirstBlock+uint64(i)), false); err != nil {
				b.t.Fatal(err)
			}
			for _, hash := range block.Transactions {
				var raw hexutil.Bytes
				if err := client.Call(&raw, "eth_getRawTransactionByHash", hash); err != nil {
					b.t.Fatal(err)
				}
				raws = append(raws, raw)
			}
			if c.FirstBlock+uint64(i) == 1 { // deployed by hand, before the journal's first block
				continue
			}
			if len(txs) != len(raws) {
				b.t.Errorf("chain %d, block %d: %d transactions, %d on L1", c.ChainID, c.FirstBlock+uint64(i), len(raws), len(txs))
				continue
			}
			for j := range txs {
				if o.Full && !bytes.Equal(txs[j].Raw, raws[j]) {
					b.t.Errorf("chain %d, block %d: transaction %d is another on L1", c.ChainID, c.FirstBlock+uint64(i), j)
				}
			}
		}
	}
}

// TestPlacesGetToL1: where others publish the transactions, their places alone take a few
// bytes each.
func TestPlacesGetToL1(t *testing.T) {
	b := newBench(t, 901, 902)
	b.publish(settlement.PublishOrder)
	b.run(b.settlement(nil))
	b.slot(func(s *settlementtest.Slot) {
		for range 30 {
			s.Transfer(901, 902)
		}
	})
	b.slot(nil)
	b.mineUntil("publication", func() bool { return b.orderOnL1(1) != nil })
	o := b.orderOnL1(1)
	if o.Full || len(o.Chains) != 2 {
		t.Fatalf("order %+v", o)
	}
	b.compareOrder(o)
}

// TestBytesOfOrder measures how many bytes on L1 a transaction takes in batches of plain
// transfers of tokens, with their relays.
func TestBytesOfOrder(t *testing.T) {
	for what, name := range map[settlement.Publication]string{settlement.PublishAll: "full", settlement.PublishOrder: "order-only"} {
		b := newBench(t, 901, 902)
		b.publish(what)
		registry := newRegistry()
		s := b.settlement(settlement.NewMetrics(registry))
		b.run(s)
		for range 2 {
			b.slot(func(s *settlementtest.Slot) {
				for range 50 {
					s.Transfer(901, 902)
				}
			})
		}
		b.mineUntil("a batch", func() bool { return s.Latest() == 1 })
		count, size := registry.value("ssequencer_ordered_transactions_total"), registry.value("ssequencer_ordered_bytes_total")
		t.Logf("%s: %.0f transactions in %.0f bytes, %.1f each", name, count, size, size/count)
		if count != 200 || size/count > map[settlement.Publication]float64{settlement.PublishAll: 200, settlement.PublishOrder: 2}[what] {
			t.Errorf("%s: %v transactions in %v bytes", name, count, size)
		}
	}
}
