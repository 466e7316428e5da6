// Package config holds the settings of `ssequencer run`: where they come from, what they
// may be, and whether what they name is there.
//
// A setting has a key such as rpc.port. Its value comes from the first of these that has
// it: the flag --rpc.port, the environment variable SSEQUENCER_RPC_PORT, the TOML file,
// the default. A setting of one chain has a key such as chain.901.rpc-url: the flag is
// --chain.rpc-url 901=URL, the variable SSEQUENCER_CHAIN_901_RPC_URL, and in the file it
// stands in the [[chain]] table with id = 901. Which chains there are is said by the file
// and the flags; the environment only completes them. Unknown keys are errors.
package config

import (
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ssequencer/ssequencer/chains"
)

// Config is the settings of one service.
type Config struct {
	DataDir    string // the journal, the history and settlement's index live below it
	Chains     []Chain
	L1         L1
	Keys       Keys
	RPC        RPC
	Sequencer  Sequencer
	Settlement Settlement
	Log        Log
	Metrics    Metrics
}

// Chain is one L2 and its own node.
type Chain struct {
	ID           chains.ChainID
	EngineURL    string // the node's Engine API
	RPCURL       string // the node's eth JSON-RPC
	JWTFile      string // 32 bytes in hex, shared with the node
	GenesisFile  string // genesis in geth's JSON form; its "config" is the fork rules
	RollupFile   string // on the OP Stack, instead: the rollup configuration op-node has
	GenesisHash  common.Hash
	GasLimit     uint64 // of every block
	FeeRecipient common.Address
	Contracts    chains.Contracts
	FollowerURLs []string // op-nodes that do not sequence, and get the blocks
	OpNode       OpNode
}

// OpNode is the op-node that asks for a chain's blocks, and uses the service as its
// execution node. Where there is none (Listen is empty), the service makes the chain's
// blocks from L1 itself.
type OpNode struct {
	Listen       string // host:port that op-node finds its Engine API at
	JWTFile      string // the secret it uses there; empty: the chain's JWTFile
	Mode         string // enabled, dry-run or disabled, at first
	AdminURL     string // its own JSON-RPC, with the admin namespace
	ConductorURL string // of its op-conductor
}

// L1 is where batches are settled.
type L1 struct {
	URL        string
	ChainID    chains.ChainID
	Settlement common.Address
	StartBlock uint64 // block in which the Settlement was deployed, or any before it
	EntryDepth uint64 // L1 blocks on top of one before what it sends is relayed; 0 = finalized

	// For chains of the OP Stack:
	GenesisFile string // of an L1 that is not public; its "config" is the rules
	OriginDepth uint64 // L1 blocks on top of one that blocks derive from
}

// Keys are the service's accounts. They are different ones (PROTOCOL C2).
type Keys struct {
	Relayer Key // sends the relays on the L2s
	Signer  Key // signs promises and batches
	Poster  Key // pays for batches on L1
}

// Key says where a private key is: in an encrypted keystore, or in plain in a file.
type Key struct {
	Keystore     string
	PasswordFile string // of Keystore; its first line
	File         string // 64 hex digits, instead of Keystore
	// Remote is the URL of a signer that holds the key of Address and signs transactions, for
	// the poster only.
	Remote  string
	Address common.Address
}

// RPC is the service's own listener.
type RPC struct {
	Addr         string
	Port         uint64
	Origins      []string      // browser origins that may call
	DecisionWait time.Duration // how long eth_sendRawTransaction waits for the decision
	MaxRequests  uint64        // worked on at a time
}

// Sequencer is how blocks are made.
type Sequencer struct {
	BlockTime     time.Duration // whole seconds
	GasPolicy     string        // GasSponsored or GasTip
	RelayerMark   *big.Int      // wei; below it on a chain, bundles to it are refused
	MaxQueued     uint64        // undecided transactions in all
	MaxPerSender  uint64        // undecided transactions per chain and sender
	FeedDepth     uint64        // blocks of each chain whose payloads are kept
	Patience      time.Duration // how long a node may fail or be silent before its chain stands aside
	MaxWait       time.Duration // how long an undecided transaction may wait
	ReadyBefore   time.Duration // beside op-node, how long before its timestamp a block is ready; 0: built when it is asked for
	MaxBundleLegs uint64        // legs of one bundle
	// AppliedPromises is On where promises of grade 2 are given.
	AppliedPromises string
}

// Who pays for the gas of relays.
const (
	GasSponsored = "sponsored" // the service
	GasTip       = "tip"       // the sender's tip must cover it
)

// Values of what is switched.
const (
	On  = "on"
	Off = "off"
)

// Settlement is how batches are made.
type Settlement struct {
	BatchSlots   uint64        // slots in one batch
	ClaimAnew    string        // On where a batch that L1 voided is closed anew
	EndBlocks    string        // EndsAuto, EndsSafe or EndsLatest
	MaxOwedAge   time.Duration // after which a message that is owed is told of; 0 for never
	Publish      string        // PublishFull, PublishOrder or PublishOff
	PublishAs    string        // PublishCalldata, PublishBlobs or PublishAuto
	MaxFee       *big.Int      // wei for a unit of L1's gas; above it batches wait
	MaxDemandFee *big.Int      // the same for proofs that are demanded; 0 for ten times MaxFee
	MaxBlobFee   *big.Int      // wei for a unit of L1's blob gas; above it what was ordered waits, unless a demanded proof waits behind it
	PosterMark   *big.Int      // wei; below it on L1 an alarm is raised
}

// What the last blocks of a batch have to be at least.
const (
	EndsAuto   = "auto"   // safe on chains with an op-node, which may replace others
	EndsSafe   = "safe"   // safe on every chain
	EndsLatest = "latest" // applied
)

// What of the order of transactions gets to L1.
const (
	PublishFull  = "full"       // transactions at their places
	PublishOrder = "order-only" // places
	PublishOff   = "off"
)

// In which form it gets there.
const (
	PublishCalldata = "calldata"
	PublishBlobs    = "blobs"
	PublishAuto     = "auto" // whichever costs less
)

// Log is what is written to standard error.
type Log struct {
	Level  string // debug, info, warn or error
	Format string // console or json
}

// Metrics is the Prometheus listener.
type Metrics struct {
	Port uint64 // 0 = off
}
