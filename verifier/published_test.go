package verifier_test

import (
	"context"
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/merkle"
	"github.com/ssequencer/ssequencer/merkle/order"
	"github.com/ssequencer/ssequencer/settlement/settlementtest"
	"github.com/ssequencer/ssequencer/signer"
	"github.com/ssequencer/ssequencer/verifier"
)

// ordered reads the order of a batch from the chains.
func (w *world) ordered(b *merkle.Batch) *order.Order {
	w.t.Helper()
	o, global := &order.Order{Full: true}, uint64(0)
	for _, r := range b.Chains {
		client := w.Client(chains.ChainID(r.ChainID))
		c := order.Chain{ChainID: r.ChainID, FirstBlock: r.FirstBlock}
		for number := r.FirstBlock; number <= r.LastBlock; number++ {
			block, err := client.BlockByNumber(context.Background(), new(big.Int).SetUint64(number))
			if err != nil {
				w.t.Fatal(err)
			}
			var txs []order.Tx
			for _, tx := range block.Transactions() {
				raw, err := tx.MarshalBinary()
				if err != nil {
					w.t.Fatal(err)
				}
				txs = append(txs, order.Tx{Global: global, Raw: raw})
				global++
			}
			c.Blocks = append(c.Blocks, txs)
		}
		o.Chains = append(o.Chains, c)
	}
	return o
}

// signed returns an order for a batch as it is published, signed by a key.
func (w *world) signed(b *merkle.Batch, o *order.Order, by *signer.Key) *order.Envelope {
	w.t.Helper()
	content, err := o.Encode()
	if err != nil {
		w.t.Fatal(err)
	}
	e := &order.Envelope{Epoch: 1, Batch: b.Hash(), Content: content}
	domain := chains.Domain{L1ChainID: settlementtest.L1ID, Settlement: w.Suite.Batches}
	if e.Signature, err = by.SignDigest(context.Background(), domain.Digest(e.StructHash())); err != nil {
		w.t.Fatal(err)
	}
	return e
}

// publish puts an order on L1 in three parts, signed by a key.
func (w *world) publish(b *merkle.Batch, o *order.Order, by *signer.Key) {
	w.t.Helper()
	e := w.signed(b, o, by)
	parts, err := e.Parts(len(e.Content)/2 + 1)
	if err != nil {
		w.t.Fatal(err)
	}
	for i, part := range parts {
		w.SendL1(by, bindings.OrderedDataAddress(), bindings.NewOrderedData().PackPublish(b.Number, b.Hash(), big.NewInt(int64(i)), big.NewInt(int64(len(parts))), part))
	}
}

// The order on L1 is what the chains have, and whatever differs is found; what nobody
// signed who counts is as good as nothing.
func TestPublishedOrder(t *testing.T) {
	w := newWorld(t, 901, 902)
	w.SendL1(w.Operator, bindings.Create2Proxy, bindings.CREATE2Call(bindings.OrderedDataInit()))
	w.slot(func(s *settlementtest.Slot) { s.Transfer(901, 902); s.Transfer(902, 901) })
	cases := []struct {
		name, want string
		change     func(*order.Order)
		by         *signer.Key
	}{
		{"as it is", "", func(*order.Order) {}, w.Signer},
		{"places only", "", func(o *order.Order) { o.Full = false }, w.Signer},
		{"signed by a stranger", "no signed order", func(*order.Order) {}, w.User},
		{"another transaction", "is published", func(o *order.Order) { o.Chains[0].Blocks[0][0].Raw[5]++ }, w.Signer},
		{"another order", "is published", func(o *order.Order) {
			txs := o.Chains[1].Blocks[0]
			txs[0].Raw, txs[1].Raw = txs[1].Raw, txs[0].Raw
		}, w.Signer},
		{"one left out", "are published", func(o *order.Order) { o.Full = false; o.Chains[0].Blocks[0] = o.Chains[0].Blocks[0][1:] }, w.Signer},
		{"a block left out", "blocks of chain", func(o *order.Order) { o.Chains[0].Blocks = o.Chains[0].Blocks[1:] }, w.Signer},
		{"a chain left out", "1 chains", func(o *order.Order) { o.Chains = o.Chains[1:] }, w.Signer},
		{"one place twice", "taken twice", func(o *order.Order) { o.Chains[1].Blocks[0][0].Global = 0 }, w.Signer},
	}
	v := w.verifier(w.config())
	for i, c := range cases {
		b := w.claim()
		w.submit(b)
		if i == 0 {
			if got, err := v.VerifyPublished(t.Context(), 1); err != nil || !got.Pending || len(got.Findings) > 0 {
				t.Errorf("nothing yet: %+v, %v", got, err)
			}
			if _, err := w.L1.Advance(t.Context(), time.Hour); err != nil {
				t.Fatal(err)
			}
			requirePublished(t, v, 1, "nothing an hour later", "no signed order")
		}
		o := w.ordered(&b)
		c.change(o)
		w.publish(&b, o, c.by)
		if _, err := w.L1.Advance(t.Context(), time.Hour); err != nil {
			t.Fatal(err)
		}
		requirePublished(t, v, b.Number, c.name, c.want)
		w.slot(func(s *settlementtest.Slot) { s.Transfer(901, 902); s.Transfer(902, 901) })
	}
}

func requirePublished(t *testing.T, v *verifier.Verifier, number uint64, name, want string) {
	t.Helper()
	got, err := v.VerifyPublished(context.Background(), number)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	if want == "" && (len(got.Findings) > 0 || got.Transactions < 4 || got.Bytes == 0) {
		t.Errorf("%s: %+v", name, got)
	}
	found := want == ""
	for _, f := range got.Findings {
		found = found || strings.Contains(f.Text, want)
	}
	if !found {
		t.Errorf("%s: %v", name, got.Findings)
	}
}
