package wire

import (
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/ssequencer/ssequencer/chains"
)

// Status is how far a bundle has come. Each stage includes those before it; Refused and
// Dropped are final, Dropped meaning that it waited longer than allowed.
type Status string

// The stages of a bundle.
const (
	Queued       Status = "queued"
	Preconfirmed Status = "preconfirmed"
	Sealed       Status = "sealed"
	Posted       Status = "posted"
	Verified     Status = "verified"
	Refused      Status = "refused"
	Dropped      Status = "dropped"
)

// Safety is the OP Stack's word for how certain a block is.
type Safety string

// The safety levels of a block.
const (
	Unsafe    Safety = "unsafe"
	Safe      Safety = "safe"
	Finalized Safety = "finalized"
)

// The roles of a leg.
const (
	RoleUser    = "user"
	RoleRelay   = "relay"
	RoleDeposit = "deposit" // from L1
)

// Leg is one transaction of a bundle and its place.
type Leg struct {
	ChainID          hexutil.Uint64 `json:"chainId"`
	Role             string         `json:"role"`      // RoleUser, RoleRelay or RoleDeposit
	Executes         *common.Hash   `json:"executes"`  // message hash a relay executes, else null
	Initiates        []common.Hash  `json:"initiates"` // message hashes it requested, in log order
	TxHash           common.Hash    `json:"txHash"`
	GlobalIndex      hexutil.Uint64 `json:"globalIndex"`
	BlockNumber      hexutil.Uint64 `json:"blockNumber"`
	BlockHash        common.Hash    `json:"blockHash"` // provisional until the block is applied
	TransactionIndex hexutil.Uint64 `json:"transactionIndex"`
	Success          bool           `json:"success"` // receipt status 1; never false in a bundle of several legs
	Safety           Safety         `json:"safety"`
}

// Times says when a bundle reached each stage, in unix milliseconds.
type Times struct {
	Queued       *hexutil.Uint64 `json:"queued"`
	Preconfirmed *hexutil.Uint64 `json:"preconfirmed"`
	Sealed       *hexutil.Uint64 `json:"sealed"`
	Posted       *hexutil.Uint64 `json:"posted"`
	Verified     *hexutil.Uint64 `json:"verified"`
}

// Bundle is the life of one transaction or bundle: sequencer_getBundle.
type Bundle struct {
	ID      common.Hash         `json:"id"`
	Status  Status              `json:"status"`
	Refusal *chains.RefusalData `json:"refusal"`
	Legs    []Leg               `json:"legs"`
	Batch   *hexutil.Uint64     `json:"batch"` // number of its settlement batch
	Times   Times               `json:"times"`
}

// BundleRequest is the parameter of sequencer_sendBundle.
type BundleRequest struct {
	Txs          []hexutil.Bytes `json:"txs"`
	MaxTimestamp *hexutil.Uint64 `json:"maxTimestamp,omitempty"` // last slot it may be included in, unix seconds
}

// Call is an unsigned transaction to simulate: sequencer_simulate.
type Call struct {
	From  common.Address  `json:"from"`
	To    *common.Address `json:"to,omitempty"` // null creates a contract
	Data  hexutil.Bytes   `json:"data,omitempty"`
	Value *hexutil.Big    `json:"value,omitempty"`
	Gas   *hexutil.Uint64 `json:"gas,omitempty"`
}

// Message is a message a simulated leg requested.
type Message struct {
	Source      hexutil.Uint64 `json:"source"`
	Destination hexutil.Uint64 `json:"destination"`
	Nonce       hexutil.Uint64 `json:"nonce"`
	Sender      common.Address `json:"sender"`
	Target      common.Address `json:"target"`
	Data        hexutil.Bytes  `json:"data"`
	Hash        common.Hash    `json:"hash"`
}

// SimulatedLeg is one leg as it would execute now.
type SimulatedLeg struct {
	ChainID    hexutil.Uint64 `json:"chainId"`
	Role       string         `json:"role"`
	Executes   *common.Hash   `json:"executes"`
	Success    bool           `json:"success"`
	GasUsed    hexutil.Uint64 `json:"gasUsed"`
	ReturnData hexutil.Bytes  `json:"returnData"`
}

// Simulation is what would happen to a transaction now: sequencer_simulate. A refusal
// is null when it would be included.
type Simulation struct {
	Legs     []SimulatedLeg      `json:"legs"`
	Messages []Message           `json:"messages"`
	GasUsed  hexutil.Uint64      `json:"gasUsed"` // of all legs
	Refusal  *chains.RefusalData `json:"refusal"`
}
