package order_test

import (
	"bytes"
	"errors"
	"reflect"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ssequencer/ssequencer/merkle/order"
)

func sample(full bool) *order.Order {
	o := &order.Order{Full: full, Chains: []order.Chain{
		{ChainID: 901, FirstBlock: 3, Blocks: [][]order.Tx{{{Global: 1}, {Global: 4}}, nil, {{Global: 9}}}},
		{ChainID: 902, FirstBlock: 1 << 40, Blocks: [][]order.Tx{nil, {{Global: 2}, {Global: 3}, {Global: 1 << 50}}}},
	}}
	if full {
		for _, c := range o.Chains {
			for _, txs := range c.Blocks {
				for i := range txs {
					txs[i].Raw = bytes.Repeat([]byte{byte(txs[i].Global)}, 1+i*100)
				}
			}
		}
	}
	return o
}

// What is encoded is read again, whole and in parts, and nothing else is taken for it.
func TestRoundTrip(t *testing.T) {
	for _, full := range []bool{true, false} {
		want := sample(full)
		enc, err := want.Encode()
		if err != nil {
			t.Fatal(err)
		}
		e := &order.Envelope{Epoch: 3, Batch: common.Hash{1}, Content: enc, Signature: make([]byte, 65)}
		for _, size := range []int{1, 50, 1 << 20} {
			parts, err := e.Parts(size)
			if err != nil {
				t.Fatal(err)
			}
			back, err := order.Join(parts)
			if err != nil || !reflect.DeepEqual(back, e) {
				t.Fatalf("parts of %d: %+v, %v", size, back, err)
			}
		}
		got, err := order.Decode(enc, 1<<20)
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Fatalf("%+v, %v, want %+v", got, err, want)
		}
		if _, err := order.Decode(enc, 10); !errors.Is(err, order.ErrTooLarge) {
			t.Errorf("a limit of 10 bytes: %v", err)
		}
		for _, bad := range [][]byte{nil, {}, {2}, enc[:len(enc)-1], append(bytes.Clone(enc), 0), append([]byte{0}, enc[1:]...)} {
			if _, err := order.Decode(bad, 1<<20); !errors.Is(err, order.ErrMalformed) {
				t.Errorf("%x: %v", bad, err)
			}
		}
	}
}

// Places rise within a chain.
func TestPlacesRise(t *testing.T) {
	o := &order.Order{Chains: []order.Chain{{Blocks: [][]order.Tx{{{Global: 2}, {Global: 1}}}}}}
	if _, err := o.Encode(); !errors.Is(err, order.ErrMalformed) {
		t.Errorf("encoded: %v", err)
	}
}

// The signature is over all that is said.
func TestStructHash(t *testing.T) {
	e := order.Envelope{Epoch: 1, Batch: common.Hash{2}, Content: []byte{3}}
	want := crypto.Keccak256Hash(crypto.Keccak256([]byte(order.Type)), common.LeftPadBytes([]byte{1}, 32), common.Hash{2}.Bytes(), crypto.Keccak256([]byte{3}))
	if got := e.StructHash(); got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// Whatever comes from L1 is decoded within bounds, and what decodes encodes to something
// that means the same.
func FuzzDecode(f *testing.F) {
	for _, full := range []bool{true, false} {
		enc, err := sample(full).Encode()
		if err != nil {
			f.Fatal(err)
		}
		f.Add(enc)
	}
	f.Fuzz(func(t *testing.T, enc []byte) {
		o, err := order.Decode(enc, 1<<16)
		if err != nil {
			return
		}
		again, err := o.Encode()
		if err != nil {
			t.Fatal(err)
		}
		back, err := order.Decode(again, 1<<16)
		if err != nil && !errors.Is(err, order.ErrTooLarge) || err == nil && !reflect.DeepEqual(back, o) {
			t.Fatalf("%+v, %v", back, err)
		}
	})
}
