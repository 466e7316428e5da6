package sequencer

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"sort"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/crosschain"
	"github.com/ssequencer/ssequencer/journal"
	"github.com/ssequencer/ssequencer/signer"
	"github.com/ssequencer/ssequencer/tracer/shard"
)

// ChainConfig is what the sequencer must know of one chain.
type ChainConfig struct {
	ID           chains.ChainID
	Rules        *params.ChainConfig
	OP           *chains.OPStack // nil on a chain that is not of the OP Stack
	Contracts    chains.Contracts
	GasLimit     uint64 // of every block; the node must be configured to the same
	FeeRecipient common.Address
	ExtraData    []byte
}

// Config are the sequencer's settings. Zero values are replaced by the stated defaults.
type Config struct {
	Chains       []ChainConfig
	DeploymentID common.Hash
	Domain       chains.Domain // of promises and revocations
	Epoch        uint64        // signer epoch named in promises
	BlockTime    time.Duration // whole seconds, default 1 s

	RelayerMark *big.Int // below this balance on a chain, bundles to it are refused; default 0.1 ETH

	MaxQueued    int           // undecided transactions in all, default 100,000
	MaxAside     int           // undecided transactions of a chain that stands aside, default 10,000
	MaxPerSender int           // undecided transactions per chain and sender, default 1,024
	MaxWait      time.Duration // how long an undecided transaction may wait (A3a), default 3 min
	MaxReruns    int           // how often one slot is re-run after a divergence, default 16
	SampleWrites int           // accounts and slots of each block compared with the node's state, default 8 each
	CacheEntries int           // clean cache of each shard, default: the shard's own
	MaxColdReads int           // values never read before that one execution may hold the slot loop up for, default 16; more are read beside it
	NodeRetry    time.Duration // pause before a failed call to a node is tried again, default 250 ms
	Patience     time.Duration // how long a node may fail or be silent before its chain stands aside (A7), default two block times
	FeedDepth    int           // of each chain's last blocks the payloads are kept, to be fed to a node that lost them; default 4,096
	ReadyBefore  time.Duration // beside an op-node, how long before its timestamp a block is to be ready; default 100 ms, negative: built when it is asked for
	Checkpoint   int           // records after which a start need not read the earlier ones, default 10,000
}

func (c Config) withDefaults() (Config, error) {
	if len(c.Chains) == 0 {
		return c, errors.New("sequencer: no chains configured")
	}
	if c.BlockTime == 0 {
		c.BlockTime = time.Second
	}
	if c.BlockTime < time.Second || c.BlockTime%time.Second != 0 {
		return c, fmt.Errorf("sequencer: block time %v is not a whole number of seconds", c.BlockTime)
	}
	if c.RelayerMark == nil {
		c.RelayerMark = new(big.Int).Div(big.NewInt(params.Ether), big.NewInt(10))
	}
	c.MaxQueued = orDefault(c.MaxQueued, 100_000)
	c.MaxPerSender = orDefault(c.MaxPerSender, 1024)
	c.MaxAside = orDefault(c.MaxAside, 10_000)
	c.Patience = orDefault(c.Patience, 2*c.BlockTime)
	c.MaxReruns = orDefault(c.MaxReruns, 16)
	c.MaxColdReads = orDefault(c.MaxColdReads, 16)
	c.SampleWrites = orDefault(c.SampleWrites, 8)
	c.FeedDepth = orDefault(c.FeedDepth, 4096)
	c.ReadyBefore = orDefault(c.ReadyBefore, 100*time.Millisecond)
	c.Checkpoint = orDefault(c.Checkpoint, 10_000)
	c.MaxWait = orDefault(c.MaxWait, 3*time.Minute)
	c.NodeRetry = orDefault(c.NodeRetry, 250*time.Millisecond)
	c.Chains = append([]ChainConfig(nil), c.Chains...)
	sort.Slice(c.Chains, func(i, j int) bool { return c.Chains[i].ID < c.Chains[j].ID })
	return c, nil
}

func orDefault[T int | time.Duration](v, def T) T {
	if v == 0 {
		return def
	}
	return v
}

// Node is one chain's full node, as the sequencer uses it. Methods are called from
// several goroutines.
type Node interface {
	shard.Source
	// Head returns the header of the node's current head.
	Head(ctx context.Context) (*types.Header, error)
	// Build has the node build a block of exactly these transactions on the open
	// block's parent. It does not become the head.
	Build(ctx context.Context, open *chains.Open, txs [][]byte) (*chains.Payload, error)
	// NewPayload hands a block to the node, which executes and checks it.
	NewPayload(ctx context.Context, payload *chains.Payload) error
	// Adopt makes head the node's head and reads it back.
	Adopt(ctx context.Context, head, safe, finalized common.Hash) error
	// Logs returns the logs of adopted blocks that match the query, in order.
	Logs(ctx context.Context, q ethereum.FilterQuery) ([]types.Log, error)
}

// Diagnose names the first transaction of a sealed block that the node executes otherwise
// than sealed says, and how. It returns index -1 where none differs.
type Diagnose func(ctx context.Context, open *chains.Open, sealed *chains.Sealed) (index int, what string, err error)

// Journal is the part of journal.Journal the sequencer needs.
type Journal interface {
	Append(recs ...journal.Record) (journal.Seq, error)
	WaitDurable(ctx context.Context, seq journal.Seq) error
	Read(ctx context.Context, from journal.Seq, fn func(journal.Seq, journal.Record) error) error
	Archive
}

// Clock is the passage of time.
type Clock interface {
	Now() time.Time
	// After delivers once, d from now.
	After(d time.Duration) <-chan time.Time
}

// WallClock is the machine's clock.
type WallClock struct{}

// Now implements Clock.
func (WallClock) Now() time.Time { return time.Now() }

// After implements Clock.
func (WallClock) After(d time.Duration) <-chan time.Time { return time.After(d) }

// Chain is what the sequencer works with on one chain.
type Chain struct {
	Node     Node
	Diagnose Diagnose
	// Source says what the chain's blocks are made of. A chain without one is timed and filled by
	// the sequencer alone.
	Source SlotSource
	// Gate has a say in what is committed, where somebody else may be making blocks.
	Gate Gate
	// Blocks is given where somebody else makes blocks, too: an op-node. Its blocks on top of ours
	// are taken in instead of being replaced.
	Blocks Blocks
	// Rebuilder is given for a chain that derives from L1 and whose blocks nobody else makes: after a
	// reorg of L1 it is rolled back. It needs Deps.Ground.
	Rebuilder Rebuilder
}

// Deps are the things the sequencer works with. All are required, but Ground, Origins, Entries and
// Metrics; of each chain, Node and Diagnose.
type Deps struct {
	Core     *crosschain.Core
	Chains   map[chains.ChainID]*Chain
	Journal  Journal
	Relayer  signer.Signer // signs relays
	Promises signer.Signer // signs promises and revocations
	// Ground tells how far chains with a Rebuilder are to be rolled back.
	Ground Ground
	// Origins knows which L1 blocks are gone, where the chains derive from L1; nil where
	// they do not.
	Origins Origins
	// Entries says what L1 has sent to chains; nil where no pair begins on L1.
	Entries Entries
	Clock   Clock
	// L1Head returns the L1 head last seen; zero where there is no L1.
	L1Head func() chains.BlockRef
	// Publish is told promises as soon as they are signed, in order.
	Publish func([]chains.Promise)
	Metrics *Metrics
	Log     *zap.Logger
}
