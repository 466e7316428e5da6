package merkle_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/math"
	"github.com/ethereum/go-ethereum/signer/core/apitypes"

	"github.com/ssequencer/ssequencer/merkle"
)

// TestBatchHashIsEIP712: the batch hash is what EIP-712's own encoding gives.
func TestBatchHashIsEIP712(t *testing.T) {
	for n := range 4 {
		b := merkle.Batch{Number: 7, Parent: testLeaf(1), FirstTimestamp: 10, LastTimestamp: 20,
			BurnRoot: testLeaf(2), MintRoot: testLeaf(3), PairsHash: testLeaf(4)}
		ranges := []any{}
		for i := range uint64(n) {
			r := merkle.ChainRange{ChainID: 901 + i, FirstBlock: i, LastBlock: 2 * i, LastBlockHash: testLeaf(5 + i), StateRoot: testLeaf(50 + i)}
			b.Chains = append(b.Chains, r)
			ranges = append(ranges, map[string]any{"chainId": dec(r.ChainID), "firstBlock": dec(r.FirstBlock), "lastBlock": dec(r.LastBlock),
				"lastBlockHash": r.LastBlockHash.Hex(), "stateRoot": r.StateRoot.Hex()})
		}
		typed := apitypes.TypedData{Types: typesOf(merkle.ClaimType), PrimaryType: "Batch"}
		typed.Types["EIP712Domain"] = []apitypes.Type{{Name: "name", Type: "string"}}
		typed.Domain.Name = "any"
		want, err := typed.HashStruct("Batch", apitypes.TypedDataMessage{
			"number": dec(b.Number), "parent": b.Parent.Hex(), "firstTimestamp": dec(b.FirstTimestamp), "lastTimestamp": dec(b.LastTimestamp),
			"chains": ranges, "burnRoot": b.BurnRoot.Hex(), "mintRoot": b.MintRoot.Hex(), "pairsHash": b.PairsHash.Hex(),
		})
		if err != nil {
			t.Fatal(err)
		}
		if b.Hash() != common.BytesToHash(want) {
			t.Fatalf("%d chains: %x, want %x", n, b.Hash(), want)
		}
	}
}

func dec(n uint64) *math.HexOrDecimal256 {
	v := new(math.HexOrDecimal256)
	if err := v.UnmarshalText([]byte(fmt.Sprint(n))); err != nil {
		panic(err)
	}
	return v
}

// typesOf reads EIP-712 type strings that stand one after the other.
func typesOf(encoded string) apitypes.Types {
	out := apitypes.Types{}
	for _, one := range strings.SplitAfter(encoded, ")") {
		name, fields, ok := strings.Cut(strings.TrimSuffix(one, ")"), "(")
		if !ok {
			continue
		}
		for _, field := range strings.Split(fields, ",") {
			kind, label, _ := strings.Cut(field, " ")
			out[name] = append(out[name], apitypes.Type{Name: label, Type: kind})
		}
	}
	return out
}
