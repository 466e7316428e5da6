package l1

import (
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/consensus/misc/eip4844"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"

	"github.com/ssequencer/ssequencer/chains"
)

// block is an L1 block, as far as chains derive from it. It must not be changed.
type block struct {
	chains.BlockRef
	ParentHash  common.Hash
	Time        uint64 // unix seconds
	BaseFee     *big.Int
	BlobBaseFee *big.Int // 1 where the L1 has no blobs
	PrevRandao  common.Hash
	BeaconRoot  common.Hash  // zero where the L1 has none
	Logs        []*types.Log // those of the contracts that are followed, in order, with their index in the block
}

// newBlock returns what a header says under the L1's rules.
func newBlock(rules *params.ChainConfig, h *types.Header) (*block, error) {
	b := &block{
		BlockRef: chains.BlockRef{Number: h.Number.Uint64(), Hash: h.Hash()}, ParentHash: h.ParentHash, Time: h.Time,
		BaseFee: h.BaseFee, BlobBaseFee: big.NewInt(params.BlobTxMinBlobGasprice), PrevRandao: h.MixDigest,
	}
	if b.BaseFee == nil {
		return nil, fmt.Errorf("%w: block %d has no base fee", ErrRules, b.Number)
	}
	if h.ParentBeaconRoot != nil {
		b.BeaconRoot = *h.ParentBeaconRoot
	}
	if h.ExcessBlobGas != nil {
		// go-ethereum panics on a time without blob parameters, and has no other way to ask.
		if eip4844.MaxBlobsPerBlock(rules, h.Time) == 0 {
			return nil, fmt.Errorf("%w: no blob parameters for block %d", ErrRules, b.Number)
		}
		b.BlobBaseFee = eip4844.CalcBlobFee(rules, h)
	}
	return b, nil
}

// Rules returns the rules of a public L1, or nil if it is not known: then they are in its
// genesis file.
func Rules(l1 chains.ChainID) *params.ChainConfig {
	for _, known := range []*params.ChainConfig{params.MainnetChainConfig, params.SepoliaChainConfig, params.HoodiChainConfig} {
		if known.ChainID.Cmp(l1.Big()) == 0 {
			return known
		}
	}
	return nil
}
