package settlement

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"slices"
	"time"

	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/params"
	"github.com/prometheus/client_golang/prometheus"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/journal"
	"github.com/ssequencer/ssequencer/signer"
)

// Errors that end Run: a person has to look.
var (
	// ErrRootMismatch: what the contracts hold is not what the journal says, or the two
	// sides of a pair differ.
	ErrRootMismatch = errors.New("roots do not match")
	// ErrForeignBatch: L1 has a batch under our number that is not ours.
	ErrForeignBatch = errors.New("L1 has a batch that is not ours")
	// ErrVoided: L1 has voided a batch of ours because it was not proven in time.
	ErrVoided = errors.New("L1 has voided a batch that was not proven")
	// ErrSettledLost: blocks of a batch are not on their chain any more, and the batch cannot
	// be taken back: it is proven or final on L1, or older than what is kept.
	ErrSettledLost = errors.New("settled blocks are lost")
	// ErrJournal: the journal's records do not fit together.
	ErrJournal = errors.New("journal records do not fit together")
	// ErrIndexLost: settlement's index does not know what the journal has deleted.
	ErrIndexLost = errors.New("settlement's index is lost or too old: restore its directory from a backup")
)

// ChainConfig is what settlement must know of one chain.
type ChainConfig struct {
	ID         chains.ChainID
	Contracts  chains.Contracts
	StartBlock uint64 // first block of the first batch, as registered on L1
	// SafeEnds leaves blocks for later batches that the chain's node does not call safe: they
	// may yet be lost, and their batch with them.
	SafeEnds bool
	// Tokens are those whose mints are read at the end blocks, for bridges' credit (C3).
	Tokens []MintedToken
}

// MintedToken is a token and the bridge that mints it; the zero address is ETH.
type MintedToken struct{ Bridge, Token common.Address }

// Config are settlement's settings. Zero values are replaced by the stated defaults.
type Config struct {
	Dir string // of the index; created if it does not exist
	// FS is the file system Dir is on; nil means the machine's own.
	FS vfs.FS

	Chains []ChainConfig
	L1     chains.ChainID
	// ClaimAnew has a batch that L1 voided for want of a proof closed anew, with other blocks:
	// that puts the bond at stake once more.
	ClaimAnew  bool
	Settlement common.Address // the Batches contract; the others are found from it
	L1Start    uint64         // an L1 block not after its deployment
	Epoch      uint64         // of the signers on L1 when this process was started
	BatchSlots uint64         // slots a batch covers at least, default 5
	// KeepBlocks is how many blocks of a chain are kept to settle them anew should later ones
	// be lost, default 4096.
	KeepBlocks uint64

	// Publish is what of the order gets to L1, default PublishNothing.
	Publish     Publication
	OrderedData common.Address // the contract through which; needed to publish anything
	PublishAs   Form           // in which form, default InCalldata

	Retry     time.Duration // pause before a failed call to a node is tried again, default 500 ms
	L1Poll    time.Duration // how often L1's head is looked at, default 500 ms
	BumpAfter int           // L1 blocks the first transaction may wait before its fee is raised by a quarter, default 3

	MaxFee *big.Int // most wei for a unit of L1's gas, default 1,000 gwei
	// MaxDemandFee is the same for proofs that are demanded and what waits before them, default
	// ten times MaxFee. It is never less than MaxFee, and otherwise never so much that it would
	// all cost more than giving no proof.
	MaxDemandFee *big.Int
	// MaxBlobFee is the most wei for a unit of L1's blob gas, default 100 gwei; more where a
	// demanded proof waits behind blobs.
	MaxBlobFee *big.Int
	MaxWaiting int // transactions that wait on L1 at a time, default 8
	// MaxProofBytes bounds the calldata of one transaction of a proof, default 100,000: L1's
	// nodes take 128 KiB.
	MaxProofBytes int
	LowBalance    *big.Int // of the poster on L1: wei below which the alarm is raised, default 0.1 ETH
}

func (c Config) withDefaults() (Config, error) {
	if len(c.Chains) == 0 || c.L1 == 0 || c.Settlement == (common.Address{}) {
		return c, errors.New("settlement: chains, L1 chain id and Settlement address are needed")
	}
	c.Chains = slices.Clone(c.Chains)
	slices.SortFunc(c.Chains, func(a, b ChainConfig) int {
		if a.ID < b.ID {
			return -1
		}
		return 1
	})
	for i, chain := range c.Chains {
		if chain.StartBlock == 0 || (i > 0 && chain.ID == c.Chains[i-1].ID) {
			return c, fmt.Errorf("settlement: chain %d is there twice, or has no start block", chain.ID)
		}
	}
	if c.Publish != PublishNothing && c.OrderedData == (common.Address{}) {
		return c, errors.New("settlement: the OrderedData contract is needed to publish")
	}
	c.BatchSlots = orDefault(c.BatchSlots, 5)
	c.KeepBlocks = orDefault(c.KeepBlocks, 4096)
	c.Retry = orDefault(c.Retry, 500*time.Millisecond)
	c.L1Poll = orDefault(c.L1Poll, 500*time.Millisecond)
	c.BumpAfter = orDefault(c.BumpAfter, 3)
	c.MaxWaiting = orDefault(c.MaxWaiting, 8)
	c.MaxProofBytes = orDefault(c.MaxProofBytes, 100_000)
	if c.MaxFee == nil {
		c.MaxFee = big.NewInt(1000 * params.GWei)
	}
	if c.MaxDemandFee == nil || c.MaxDemandFee.Sign() == 0 {
		c.MaxDemandFee = new(big.Int).Mul(c.MaxFee, big.NewInt(10))
	}
	if c.MaxBlobFee == nil {
		c.MaxBlobFee = big.NewInt(100 * params.GWei)
	}
	if c.LowBalance == nil {
		c.LowBalance = big.NewInt(params.Ether / 10)
	}
	return c, nil
}

func orDefault[T int | uint64 | time.Duration](v, def T) T {
	if v <= 0 {
		return def
	}
	return v
}

// Node is one chain's own node. *engine.Client is one.
type Node interface {
	HeaderByNumber(ctx context.Context, number uint64) (*types.Header, error)
	HeaderByHash(ctx context.Context, hash common.Hash) (*types.Header, error)
	// Call is a plain JSON-RPC call of the eth namespace.
	Call(ctx context.Context, result any, method string, args ...any) error
}

// Journal is the part of journal.Journal that settlement needs.
type Journal interface {
	Append(recs ...journal.Record) (journal.Seq, error)
	WaitDurable(ctx context.Context, seq journal.Seq) error
	Follow(ctx context.Context, from journal.Seq, fn func(journal.Seq, journal.Record) error) error
}

// Reader is the name under which settlement tells the journal what it needs.
const Reader = "settlement"

// Records is the part of journal.Journal that a start needs.
type Records interface {
	Read(ctx context.Context, from journal.Seq, fn func(journal.Seq, journal.Record) error) error
	Get(seq journal.Seq) (journal.Record, error)
	Durable() journal.Seq
	// First returns the record from which on all are kept.
	First() journal.Seq
	// Keep says which records a reader still needs.
	Keep(reader string, from journal.Seq, also []journal.Seq)
}

// Verify is an independent verifier's word on a batch: whether all checks held, and
// otherwise what did not. An error means that it could not find out and is to be asked
// again.
type Verify func(ctx context.Context, number uint64) (ok bool, findings string, err error)

// Deps is everything settlement asks others for. All but Verify are needed.
type Deps struct {
	Journal interface {
		Journal
		Records
	}
	Nodes  map[chains.ChainID]Node
	L1     *ethclient.Client
	Signer signer.Signer // signs batches; the key registered on L1
	Poster signer.Signer // pays for them on L1; another key, used for nothing else
	Verify Verify        // nil: batches stay posted
}

// Metrics are settlement's counters and gauges.
type Metrics struct {
	closed     prometheus.Gauge
	posted     prometheus.Gauge
	verified   prometheus.Gauge
	mismatches prometheus.Counter
	findings   prometheus.Counter
	l1Errors   prometheus.Counter
	reposts    prometheus.Counter
	final      prometheus.Gauge
	balance    prometheus.Gauge
	foreign    prometheus.Counter
	withdrawn  prometheus.Counter
	published  prometheus.Counter
	orderBytes prometheus.Counter
	capped     prometheus.Gauge
}

// NewMetrics registers settlement's metrics; reg nil keeps them to itself.
func NewMetrics(reg prometheus.Registerer) *Metrics {
	counter := func(name, help string) prometheus.Counter {
		return prometheus.NewCounter(prometheus.CounterOpts{Namespace: "ssequencer", Name: name, Help: help})
	}
	gauge := func(name, help string) prometheus.Gauge {
		return prometheus.NewGauge(prometheus.GaugeOpts{Namespace: "ssequencer", Name: name, Help: help})
	}
	m := &Metrics{
		closed:     gauge("batch_closed", "number of the last closed settlement batch"),
		posted:     gauge("batch_posted", "number of the last settlement batch on L1"),
		verified:   gauge("batch_verified", "number of the last settlement batch the verifier agreed with"),
		mismatches: counter("root_mismatches_total", "batches whose roots are not what the contracts hold; must be zero"),
		findings:   counter("batch_findings_total", "posted batches the verifier did not agree with"),
		l1Errors:   counter("l1_errors_total", "attempts to post that failed and are made again"),
		reposts:    counter("batch_reposts_total", "batches that L1 lost after they were on it"),
		final:      gauge("batch_final", "number of the last settlement batch that is final on L1"),
		balance:    gauge("poster_balance_ether", "what the poster has on L1"),
		published:  counter("ordered_transactions_total", "transactions of closed batches whose order is put on L1"),
		orderBytes: counter("ordered_bytes_total", "bytes in which closed batches tell their order on L1"),
		withdrawn:  counter("batch_withdrawn_total", "closed settlement batches that were withdrawn because blocks of theirs are lost"),
		capped:     gauge("demand_fee_capped", "1 while a demanded proof waits because L1 asks for more than may be paid for it"),
		foreign:    counter("poster_foreign_transactions_total", "L1 transactions of the poster's account that this service did not send"),
	}
	if reg != nil {
		reg.MustRegister(m.closed, m.posted, m.verified, m.mismatches, m.findings, m.l1Errors, m.reposts, m.final, m.balance, m.foreign, m.withdrawn, m.published, m.orderBytes, m.capped)
	}
	return m
}

// MustBeZero returns the counters that must be zero, by metric name.
func (m *Metrics) MustBeZero() map[string]prometheus.Counter {
	return map[string]prometheus.Counter{"ssequencer_root_mismatches_total": m.mismatches}
}
