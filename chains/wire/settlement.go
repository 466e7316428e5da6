package wire

import (
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
)

// ChainRange is what one chain contributes to a settlement batch.
type ChainRange struct {
	ChainID       hexutil.Uint64 `json:"chainId"`
	FirstBlock    hexutil.Uint64 `json:"firstBlock"`
	LastBlock     hexutil.Uint64 `json:"lastBlock"`
	LastBlockHash common.Hash    `json:"lastBlockHash"`
	StateRoot     common.Hash    `json:"stateRoot"` // of the last block
}

// Pair is one pair's state at the end of a settlement batch: Count messages are
// received, Owed more are sent, Root is the root over the received ones.
type Pair struct {
	Source      hexutil.Uint64 `json:"source"`
	Destination hexutil.Uint64 `json:"destination"`
	Generation  hexutil.Uint64 `json:"generation"`
	Count       hexutil.Uint64 `json:"count"`
	Owed        hexutil.Uint64 `json:"owed"`
	Root        common.Hash    `json:"root"`
}

// Batch is one settlement batch: sequencer_getBatch. Its status is sealed until it is
// on L1, then posted, then verified.
type Batch struct {
	Number         hexutil.Uint64 `json:"number"`
	FirstTimestamp hexutil.Uint64 `json:"firstTimestamp"`
	LastTimestamp  hexutil.Uint64 `json:"lastTimestamp"`
	Chains         []ChainRange   `json:"chains"`
	Pairs          []Pair         `json:"pairs"`
	BurnRoot       common.Hash    `json:"burnRoot"`
	MintRoot       common.Hash    `json:"mintRoot"`
	L1TxHash       *common.Hash   `json:"l1TxHash"`
	Status         Status         `json:"status"`
}

// EndProof is what was kept of one chain's last block in a settlement batch:
// sequencer_getEndProofs. But for chain, block and header it is what eth_getProof gave for
// the chain's RootStore there.
type EndProof struct {
	ChainID      hexutil.Uint64  `json:"chainId"`
	BlockHash    common.Hash     `json:"blockHash"`
	Header       hexutil.Bytes   `json:"header"` // RLP; its Keccak-256 is the block's hash
	Address      common.Address  `json:"address"`
	AccountProof []hexutil.Bytes `json:"accountProof"`
	StorageProof []SlotProof     `json:"storageProof"`
}

// SlotProof is the trie nodes on the way to one slot.
type SlotProof struct {
	Key   common.Hash     `json:"key"`
	Proof []hexutil.Bytes `json:"proof"`
}

// PairProof shows a pair's leaf in the batch tree.
type PairProof struct {
	Index    hexutil.Uint64 `json:"index"`
	Count    hexutil.Uint64 `json:"count"`
	Siblings []common.Hash  `json:"siblings"` // bottom up
}

// Proof shows one message in the root of a settlement batch: sequencer_getProof.
type Proof struct {
	Leaf      common.Hash    `json:"leaf"`
	Index     hexutil.Uint64 `json:"index"`    // of the leaf in the pair's tree
	Siblings  []common.Hash  `json:"siblings"` // in the pair's tree, bottom up
	Pair      Pair           `json:"pair"`
	PairProof PairProof      `json:"pairProof"`
	Batch     hexutil.Uint64 `json:"batch"`
	Root      common.Hash    `json:"root"` // the batch's root on L1
}
