package devnode

import (
	"bytes"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/beacon/engine"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethdb/memorydb"
	"github.com/ethereum/go-ethereum/params"
)

// Blobs are found by their block, and kept for so many slots and no longer.
func TestBlobsAreKeptForAWhile(t *testing.T) {
	const genesis = 1000
	s := &blobStore{db: memorydb.New(), genesis: genesis}
	blob := make([]byte, params.BlobTxFieldElementsPerBlob*params.BlobTxBytesPerFieldElement)
	copy(blob[1:], "a blob")
	bundle := &engine.BlobsBundle{Commitments: []hexutil.Bytes{make([]byte, 48)}, Blobs: []hexutil.Bytes{blob}}
	in := func(slot uint64) *types.Block {
		return types.NewBlockWithHeader(&types.Header{Number: big.NewInt(1), Time: genesis + slot})
	}
	for _, slot := range []uint64{5, 6} {
		if err := s.put(in(slot), bundle); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		later uint64 // slot of a block without blobs
		kept  []int  // blobs of slots 5 and 6
	}{{7, []int{1, 1}}, {5 + blobSlots - 1, []int{1, 1}}, {5 + blobSlots, []int{0, 1}}, {6 + blobSlots, []int{0, 0}}} {
		if err := s.put(in(c.later), new(engine.BlobsBundle)); err != nil {
			t.Fatal(err)
		}
		for i, want := range c.kept {
			found, err := s.of(in(5 + uint64(i)).Header())
			if err != nil || len(found) != want {
				t.Fatalf("slot %d, at slot %d: %d blobs, %v", 5+i, c.later, len(found), err)
			}
			if want == 1 {
				if back, err := found[0].blob(); err != nil || !bytes.Equal(back, blob) {
					t.Fatalf("another blob comes back: %v", err)
				}
			}
		}
	}
}
