package shard

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"sync/atomic"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/consensus/misc/eip1559"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/params"

	"github.com/ssequencer/ssequencer/chains"
)

// Errors of a Shard. After each of them the shard is as it was before the call.
var (
	// ErrParentUnknown: the transaction read the hash of a block that the node has not
	// built yet (PROTOCOL P2). It can be executed again once the hash is known.
	ErrParentUnknown = errors.New("hash of a parent block is not known yet")
	// ErrBlockFull: there is no room in gas or in bytes; the transaction may fit into
	// the next block.
	ErrBlockFull = errors.New("block is full")
	// ErrState: the state could not be read. What was executed since is not usable.
	ErrState = errors.New("state read failed")
	// ErrRules: the chain's rules are not those the shard knows (Cancun to Osaka, or Ecotone
	// to Karst).
	ErrRules = errors.New("chain rules not supported")
	// ErrOrder: the call does not fit the shard's position, as Begin while a block is open.
	ErrOrder = errors.New("call out of order")
)

// InvalidError says that a transaction may not be in a block at this place. It wraps
// go-ethereum's error (core.ErrNonceTooLow and its like).
type InvalidError struct{ Err error }

// Error implements error.
func (e *InvalidError) Error() string { return "invalid transaction: " + e.Err.Error() }

// Unwrap returns go-ethereum's error.
func (e *InvalidError) Unwrap() error { return e.Err }

// Source reads the state of blocks the chain's node has adopted. It is used by several
// goroutines at once.
type Source interface {
	// Accounts returns the accounts in the state after the block, nil for one that does
	// not exist. Root is the account's storage root.
	Accounts(ctx context.Context, block common.Hash, addrs []common.Address) ([]*types.StateAccount, error)
	// Storage returns the values of the slots in the state after the block.
	Storage(ctx context.Context, block common.Hash, keys []chains.StorageKey) ([]common.Hash, error)
	// Code returns the account's code in the state after the block.
	Code(ctx context.Context, block common.Hash, addr common.Address) ([]byte, error)
	// BlockHash returns the hash of the canonical block with that number.
	BlockHash(ctx context.Context, number uint64) (common.Hash, error)
}

// Config holds the settings of a Shard.
type Config struct {
	ChainID chains.ChainID
	// Chain holds Ethereum's rules; on a chain of the OP Stack it may be nil, which means
	// OP.ChainConfig.
	Chain *params.ChainConfig
	// OP says when a chain of the OP Stack has which rules, nil on every other chain.
	OP *chains.OPStack
	// Watch is the account whose slot changes are reported in Trace.RootWrites.
	Watch common.Address
	// GasCeil is the gas limit the chain's node works towards; zero keeps the head's.
	GasCeil uint64
	// CacheEntries bounds the cache of clean accounts and slots. Default 1<<18.
	CacheEntries int
	// ReadTimeout bounds one read of the Source. Default 5 s.
	ReadTimeout time.Duration
}

const (
	defaultCacheEntries = 1 << 18
	defaultReadTimeout  = 5 * time.Second
)

// Head is a block on which the next one is built: what that needs of its header.
type Head struct {
	Number        uint64
	Hash          common.Hash // of an adopted block; not known for a sealed one
	Timestamp     uint64
	GasLimit      uint64
	GasUsed       uint64
	BaseFee       *big.Int
	ExcessBlobGas uint64
	BlobGasUsed   uint64 // on the OP Stack since Jovian the data availability footprint
	ExtraData     []byte // read on the OP Stack since Holocene
}

// HeadOf returns the Head of an adopted block.
func HeadOf(h *types.Header) Head {
	head := Head{
		Number: h.Number.Uint64(), Hash: h.Hash(), Timestamp: h.Time,
		GasLimit: h.GasLimit, GasUsed: h.GasUsed, BaseFee: h.BaseFee, ExtraData: h.Extra,
	}
	if h.ExcessBlobGas != nil {
		head.ExcessBlobGas = *h.ExcessBlobGas
	}
	if h.BlobGasUsed != nil {
		head.BlobGasUsed = *h.BlobGasUsed
	}
	return head
}

// header returns the fields of head that the next block's are derived from.
func (h *Head) header() *types.Header {
	return &types.Header{
		Number: new(big.Int).SetUint64(h.Number), Time: h.Timestamp, GasLimit: h.GasLimit, GasUsed: h.GasUsed,
		BaseFee: h.BaseFee, ExcessBlobGas: &h.ExcessBlobGas, BlobGasUsed: &h.BlobGasUsed, Difficulty: new(big.Int),
	}
}

// Shard is the speculative state of one chain. See the package comment.
type Shard struct {
	cfg       Config
	src       Source
	jumpDests vm.JumpDestCache

	clean    *clean
	hashes   *hashes
	overlays []*overlay // blocks that are not adopted, oldest first; the open one is the last
	last     Head       // the last sealed or adopted block
	block    *block     // the open block, nil between Seal and Begin
	layers   []*layer   // undecided, oldest first
	version  uint64     // of the last kept write; only grows, so no View ever sees a later one

	missLimit int // first reads of the node that each execution may wait for, 0 = all

	recorder  *recorder
	published atomic.Pointer[snapshot] // what View hands out
}

// New returns a shard that continues on head, an adopted block of the node behind src.
func New(cfg Config, src Source, head Head) (*Shard, error) {
	if cfg.CacheEntries <= 0 {
		cfg.CacheEntries = defaultCacheEntries
	}
	if cfg.ReadTimeout <= 0 {
		cfg.ReadTimeout = defaultReadTimeout
	}
	if cfg.OP != nil {
		if err := cfg.OP.Check(); err != nil {
			return nil, fmt.Errorf("%w: chain %d: %w", ErrRules, cfg.ChainID, err)
		}
		if cfg.Chain == nil {
			cfg.Chain = cfg.OP.ChainConfig(cfg.ChainID)
		}
	}
	if cfg.Chain == nil || cfg.Chain.ChainID == nil || !cfg.Chain.ChainID.IsUint64() || cfg.Chain.ChainID.Uint64() != uint64(cfg.ChainID) {
		return nil, fmt.Errorf("%w: chain configuration is not that of chain %d", ErrRules, cfg.ChainID)
	}
	s := &Shard{cfg: cfg, src: src, jumpDests: core.NewJumpDestCache()}
	s.recorder = newRecorder(cfg.Watch)
	if err := s.Reset(head); err != nil {
		return nil, err
	}
	return s, nil
}

// Reset forgets everything, the cache too, and starts over on head, an adopted block.
func (s *Shard) Reset(head Head) error {
	if head.BaseFee == nil || head.GasLimit == 0 {
		return fmt.Errorf("%w: head %d has no base fee or gas limit", ErrRules, head.Number)
	}
	if s.cfg.OP != nil {
		if _, err := feeMarket(s.cfg.OP, head.Timestamp, head.ExtraData); err != nil {
			return fmt.Errorf("%w: head %d: %w", ErrRules, head.Number, err)
		}
	}
	head.BaseFee = new(big.Int).Set(head.BaseFee)
	ref := chains.BlockRef{Number: head.Number, Hash: head.Hash}
	s.hashes = newHashes(s.src, s.cfg.ReadTimeout, ref)
	s.clean = newClean(s.src, s.cfg, ref)
	s.overlays, s.block, s.layers = nil, nil, nil
	s.last = head
	s.publish()
	return nil
}

// NextBaseFee returns the base fee of the block after the last sealed one.
func (s *Shard) NextBaseFee() *big.Int {
	if s.cfg.OP != nil {
		return nextBaseFee(s.cfg.OP, &s.last)
	}
	return eip1559.CalcBaseFee(s.cfg.Chain, s.last.header())
}

// NextGasLimit returns the gas limit of the block after the last sealed one. On the OP
// Stack it moves to GasCeil at once; there a block's attributes decide.
func (s *Shard) NextGasLimit() uint64 {
	switch {
	case s.cfg.GasCeil == 0:
		return s.last.GasLimit
	case s.cfg.OP != nil:
		return s.cfg.GasCeil
	}
	return core.CalcGasLimit(s.last.GasLimit, s.cfg.GasCeil)
}

// Last returns the last sealed block, or the adopted one the shard started from. It must
// not be changed.
func (s *Shard) Last() Head { return s.last }

// Height returns the number of the open block, or of the block Begin would open.
func (s *Shard) Height() uint64 { return s.last.Number + 1 }

// GasLeft returns the gas that is left in the open block above all layers, zero if no
// block is open.
func (s *Shard) GasLeft() uint64 {
	if s.block == nil {
		return 0
	}
	return s.block.at.gas.Available(false)
}

// Transactions returns the kept transactions of the open block, in order.
func (s *Shard) Transactions() []*chains.Tx {
	if s.block == nil {
		return nil
	}
	txs := make([]*chains.Tx, len(s.block.kept))
	for i, k := range s.block.kept {
		txs[i] = k.tx
	}
	return txs
}

// Undecided returns the number of executed transactions that are neither kept nor dropped.
func (s *Shard) Undecided() int { return len(s.layers) }

// reader returns the state as it is above all layers, for the shard's own goroutine.
func (s *Shard) reader() *reader {
	return &reader{
		layers: s.layers, overlays: s.overlays, version: s.version,
		horizon: horizon{number: s.last.Number + 1}, clean: s.clean, hashes: s.hashes,
	}
}

// Prefetch reads the accounts and slots that are not in the clean cache, and the codes
// of the accounts, in one batch each. It may be called from any goroutine at any time;
// what arrives after a block was adopted meanwhile is thrown away.
func (s *Shard) Prefetch(ctx context.Context, addrs []common.Address, keys []chains.StorageKey) error {
	c := s.published.Load().clean
	return c.fill(ctx, c.lacks(addrs, keys))
}

// Assume tells the shard the value a slot has at the node, so that it need not ask. What
// was read or written is not changed by it. A wrong value makes the shard wrong about the
// slot until it starts over, which the comparison with the node's block brings about.
func (s *Shard) Assume(key chains.StorageKey, value common.Hash) { s.clean.assume(key, value) }
