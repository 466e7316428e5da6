//go:build !race

// KZG proofs take the race detector a minute, and have no goroutines of ours.

package settlement_test

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math/big"
	"net/http"
	"net/url"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/merkle/order"
	"github.com/ssequencer/ssequencer/settlement"
	"github.com/ssequencer/ssequencer/settlement/settlementtest"
)

// publishAs has a settlement publish everything in a form.
func (b *bench) publishAs(form settlement.Form) {
	b.publish(settlement.PublishAll)
	before := b.adjust
	b.adjust = func(cfg *settlement.Config) {
		before(cfg)
		cfg.PublishAs = form
	}
}

// orderInBlobs reads what a batch ordered from L1's blobs, nil while it is not all there.
func (b *bench) orderInBlobs(number uint64) *order.Order {
	b.t.Helper()
	var parts [][]byte
	found := 0
	for _, e := range b.publications(number) {
		if parts == nil {
			parts = make([][]byte, e.Parts.Uint64())
		}
		if at := e.Part.Uint64(); parts[at] == nil {
			parts[at] = b.blobs(e.Raw.BlockHash, e.VersionedHashes)
			found++
		}
	}
	if len(parts) == 0 || found < len(parts) {
		return nil
	}
	return b.open(number, parts)
}

// publications returns what L1 says of a batch's blobs.
func (b *bench) publications(number uint64) (found []*bindings.OrderedDataPublishedBlobs) {
	b.t.Helper()
	abi := bindings.NewOrderedData()
	topic := abi.GetABI().Events[bindings.OrderedDataPublishedBlobsEventName].ID
	logs, err := b.L1Client.FilterLogs(context.Background(), ethereum.FilterQuery{Addresses: []common.Address{bindings.OrderedDataAddress()},
		Topics: [][]common.Hash{{topic}, {common.BigToHash(new(big.Int).SetUint64(number))}}})
	if err != nil {
		b.t.Fatal(err)
	}
	for i := range logs {
		e, err := abi.UnpackPublishedBlobsEvent(&logs[i])
		if err != nil {
			b.t.Fatal(err)
		}
		found = append(found, e)
	}
	return found
}

// blobs fetches blobs of a block from L1's Beacon API and opens them.
func (b *bench) blobs(block common.Hash, hashes [][32]byte) []byte {
	b.t.Helper()
	head, err := b.L1Client.HeaderByHash(context.Background(), block)
	if err != nil {
		b.t.Fatal(err)
	}
	genesis, err := b.L1Client.HeaderByNumber(context.Background(), new(big.Int))
	if err != nil {
		b.t.Fatal(err)
	}
	query := url.Values{}
	for _, h := range hashes {
		query.Add("versioned_hashes", common.Hash(h).Hex())
	}
	response, err := http.Get(fmt.Sprintf("%s/eth/v1/beacon/blobs/%d?%s", b.L1.Beacon(), head.Time-genesis.Time, query.Encode()))
	if err != nil {
		b.t.Fatal(err)
	}
	defer response.Body.Close()
	var body struct{ Data []hexutil.Bytes }
	if text, err := io.ReadAll(response.Body); err != nil || json.Unmarshal(text, &body) != nil || len(body.Data) != len(hashes) {
		b.t.Fatalf("blobs of block %s: %v, %.200s", block, err, text)
	}
	var blobs []order.Blob
	for _, text := range body.Data {
		blobs = append(blobs, order.Blob(text))
	}
	data, err := order.FromBlobs(blobs)
	if err != nil {
		b.t.Fatal(err)
	}
	return data
}

// mineLong is mineUntil with the patience that KZG proofs need on a busy machine.
func (b *bench) mineLong(what string, holds func() bool) {
	b.t.Helper()
	b.mineEvery(50*time.Millisecond, kzgPatience, what, holds)
}

// kzgPatience is how long is waited for what needs KZG proofs.
const kzgPatience = 5 * time.Minute

// noisy adds transactions that do not compress: n times 4,000 bytes.
func (b *bench) noisy(n int) func(*settlementtest.Slot) {
	return func(s *settlementtest.Slot) {
		for i := range n {
			s.Add(901, b.User, b.User.Address(), randomData(i))
		}
	}
}

// reorgL1 has L1 lose so many blocks, as one that is reorganised.
func (b *bench) reorgL1(depth uint64) {
	b.t.Helper()
	head := b.l1Head().Number.Uint64()
	lost, err := b.L1Client.HeaderByNumber(context.Background(), new(big.Int).SetUint64(head-depth))
	if err == nil {
		err = b.L1.Reorg(context.Background(), lost.Hash())
	}
	if err != nil {
		b.t.Fatal(err)
	}
	b.MineL1()
}

// TestOrderInBlobs: what batches ordered is in blobs, transaction for transaction as on the
// chains, also over a reorg and a restart.
func TestOrderInBlobs(t *testing.T) {
	b := newBench(t, 901, 902)
	b.publishAs(settlement.InBlobs)
	for range 10 {
		b.MineL1()
	}
	stop := b.run(b.settlement(nil))
	b.slot(func(s *settlementtest.Slot) { s.Transfer(901, 902) })
	b.slot(func(s *settlementtest.Slot) { s.Transfer(902, 901) })
	b.mineLong("publication", func() bool { return b.published(1) })
	stop()
	b.reorgL1(8)
	b.run(b.settlement(nil))
	b.slot(b.noisy(33)) // more than a blob
	b.slot(nil)
	b.mineLong("publication", func() bool { return b.published(1) && b.published(2) })
	for n := uint64(1); n <= 2; n++ {
		b.compareOrder(b.orderInBlobs(n))
	}
	b.checkPoster()
}

// TestCostOfForms measures what the order of a batch costs on L1 in either form: a large
// one takes far less in blobs.
func TestCostOfForms(t *testing.T) {
	var gas [2]uint64
	for form, name := range map[settlement.Form]string{settlement.InCalldata: "calldata", settlement.InBlobs: "blobs"} {
		b := newBench(t, 901, 902)
		b.publishAs(form)
		registry := newRegistry()
		stop := b.run(b.settlement(settlement.NewMetrics(registry)))
		for range 2 {
			b.slot(func(s *settlementtest.Slot) {
				for range 50 {
					s.Transfer(901, 902)
				}
			})
		}
		b.mineLong("publication", func() bool { return b.published(1) || b.orderOnL1(1) != nil })
		stop()
		used, blobs := b.publicationGas()
		gas[form] = used
		count, size := registry.value("ssequencer_ordered_transactions_total"), registry.value("ssequencer_ordered_bytes_total")
		t.Logf("%s: %.0f transactions in %.0f bytes take %d gas and %d blob gas", name, count, size, used, blobs)
	}
	if gas[settlement.InBlobs]*5 > gas[settlement.InCalldata] {
		t.Errorf("gas in calldata %d, in blobs %d", gas[settlement.InCalldata], gas[settlement.InBlobs])
	}
}

// publicationGas returns the gas of the poster's transactions to OrderedData.
func (b *bench) publicationGas() (gas, blobGas uint64) {
	b.t.Helper()
	logs, err := b.L1Client.FilterLogs(context.Background(), ethereum.FilterQuery{Addresses: []common.Address{bindings.OrderedDataAddress()}})
	if err != nil {
		b.t.Fatal(err)
	}
	for i := range logs {
		receipt, err := b.L1Client.TransactionReceipt(context.Background(), logs[i].TxHash)
		if err != nil {
			b.t.Fatal(err)
		}
		gas, blobGas = gas+receipt.GasUsed, blobGas+receipt.BlobGasUsed
	}
	return gas, blobGas
}
