package wire

import (
	"encoding/json"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/ssequencer/ssequencer/chains"
)

// Block names a block.
type Block struct {
	Number hexutil.Uint64 `json:"number"`
	Hash   common.Hash    `json:"hash"`
}

// Contracts are the project's contracts on one chain.
type Contracts struct {
	Messenger   common.Address `json:"messenger"`
	RootStore   common.Address `json:"rootStore"`
	TokenBridge common.Address `json:"tokenBridge"`
	ETHBridge   common.Address `json:"ethBridge"`
	TestToken   common.Address `json:"testToken"`        // zero where there is none
	Gateway     common.Address `json:"gateway,omitzero"` // missing where tokens of L1 cannot enter
	L1Token     common.Address `json:"l1Token,omitzero"` // what a devnet's token of L1 is there, missing where there is none
}

// ContractsOf returns the JSON form of c.
func ContractsOf(c chains.Contracts) Contracts { return Contracts(c) }

// Chain is one chain of the set.
type Chain struct {
	ChainID   hexutil.Uint64 `json:"chainId"`
	Latest    Block          `json:"latest"` // last block applied for its whole group
	Safe      Block          `json:"safe"`
	Finalized Block          `json:"finalized"`
	Contracts Contracts      `json:"contracts"`
}

// Chains is the set the service sequences: sequencer_chains.
type Chains struct {
	L1ChainID    hexutil.Uint64 `json:"l1ChainId"`
	Settlement   common.Address `json:"settlement"`
	DeploymentID common.Hash    `json:"deploymentId"`
	Signer       common.Address `json:"signer"`
	Epoch        hexutil.Uint64 `json:"epoch"`
	Relayer      common.Address `json:"relayer"`
	Chains       []Chain        `json:"chains"` // by chain id
}

// ChainHealth is the health of one chain.
type ChainHealth struct {
	ChainID hexutil.Uint64 `json:"chainId"`
	Healthy bool           `json:"healthy"`
	Reasons []string       `json:"reasons"` // why not; empty when healthy
	Latest  Block          `json:"latest"`
	Queued  hexutil.Uint64 `json:"queued"` // transactions waiting in the lane
}

// Health is the service's health: sequencer_status, and the body of /healthz and
// /readyz. Ready means that all parts are started; Reasons are those that concern no
// single chain.
type Health struct {
	Ready   bool          `json:"ready"`
	Reasons []string      `json:"reasons"`
	Chains  []ChainHealth `json:"chains"`          // by chain id
	Pairs   []PairHealth  `json:"pairs,omitempty"` // those whose two sides differ
}

// PairHealth is a pair of which the destination has not received what the source has sent,
// or the other way round.
type PairHealth struct {
	Source      hexutil.Uint64 `json:"source"`
	Destination hexutil.Uint64 `json:"destination"`
	Owed        hexutil.Uint64 `json:"owed"`   // messages sent and not received yet
	Frozen      bool           `json:"frozen"` // messages were received that the source has lost
	Closed      bool           `json:"closed"` // and cannot send again
}

// IncludedTx is a transaction's hash and its place in the global order.
type IncludedTx struct {
	Hash        common.Hash    `json:"hash"`
	GlobalIndex hexutil.Uint64 `json:"globalIndex"`
}

// SuperblockBlock is one chain's block of a slot.
type SuperblockBlock struct {
	ChainID      hexutil.Uint64 `json:"chainId"`
	Number       hexutil.Uint64 `json:"number"`
	Hash         common.Hash    `json:"hash"`
	Transactions []IncludedTx   `json:"transactions"`

	// Payload is there if it was asked for, and the service still has it.
	Payload *Payload `json:"payload,omitempty"`
}

// Payload is a whole block in the form that op-node's admin_postUnsafePayload takes; a
// node's Engine API takes its parts.
type Payload struct {
	ExecutionPayload      json.RawMessage `json:"executionPayload"` // as the chain's node built it
	ParentBeaconBlockRoot common.Hash     `json:"parentBeaconBlockRoot"`
	ExecutionRequests     []hexutil.Bytes `json:"executionRequests"`
}

// PayloadOf returns the JSON form of p.
func PayloadOf(p *chains.Payload) *Payload {
	w := &Payload{ExecutionPayload: p.Raw, ParentBeaconBlockRoot: p.BeaconRoot, ExecutionRequests: make([]hexutil.Bytes, len(p.Requests))}
	for i, r := range p.Requests {
		w.ExecutionRequests[i] = r
	}
	return w
}

// SuperblockOptions is the second parameter of sequencer_getSuperblock.
type SuperblockOptions struct {
	Payloads bool `json:"payloads"`
}

// Superblock is the applied blocks of one slot: sequencer_getSuperblock.
type Superblock struct {
	Timestamp hexutil.Uint64     `json:"timestamp"`
	Groups    [][]hexutil.Uint64 `json:"groups"` // chain ids of each commit group
	Blocks    []SuperblockBlock  `json:"blocks"` // by chain id
}
