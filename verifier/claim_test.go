package verifier

import (
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ssequencer/ssequencer/contracts/bindings"
)

func testCalldata() (calldata []byte, hash common.Hash) {
	calldata = bindings.NewBatches().PackSubmitBatch(bindings.ClaimsBatch{Number: 3, BurnRoot: [32]byte{1}, MintRoot: [32]byte{1},
		Chains: []bindings.ClaimsChainRange{{ChainId: big.NewInt(901), FirstBlock: 1, LastBlock: 9}}}, 1, make([]byte, 65))
	b, err := decodeBatch(bindings.NewBatches().GetABI().Methods["submitBatch"], calldata[4:])
	if err != nil {
		panic(err)
	}
	return calldata, b.Hash()
}

// TestFindBatch: the batch with the hash on L1 is found in whatever transaction carried
// it, and no other is taken for it.
func TestFindBatch(t *testing.T) {
	calldata, hash := testCalldata()
	other := bindings.NewBatches().PackSubmitBatch(bindings.ClaimsBatch{Number: 4}, 1, nil)
	for name, data := range map[string][]byte{
		"itself": calldata, "inside another call": append(append([]byte("multicall"), calldata...), make([]byte, 31)...),
		"after another batch": append(append([]byte(nil), other...), calldata...),
	} {
		if b, err := findBatch(data, hash); err != nil || b.Number != 3 || b.Chains[0].ChainID != 901 {
			t.Errorf("%s: %+v, %v", name, b, err)
		}
	}
	for name, data := range map[string][]byte{"nothing": nil, "another batch": other, "cut off": calldata[:len(calldata)-200]} {
		if _, err := findBatch(data, hash); err == nil {
			t.Errorf("%s: found", name)
		}
	}
}

func FuzzFindBatch(f *testing.F) {
	calldata, _ := testCalldata()
	f.Add(calldata)
	f.Fuzz(func(t *testing.T, data []byte) {
		if _, err := findBatch(data, common.Hash{}); err == nil {
			t.Fatal("found a batch with hash zero")
		}
	})
}
