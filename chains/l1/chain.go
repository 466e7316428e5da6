package l1

import (
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ssequencer/ssequencer/chains"
)

// Errors of deriving a block's inputs. None of them goes away by trying again with the
// same parent and origin.
var (
	// ErrOrigin: the origin is neither the parent's nor its child, or is later than the block.
	ErrOrigin = errors.New("not an L1 origin for this block")
	// ErrUpgrade: a fork begins with the block that this version cannot activate.
	ErrUpgrade = errors.New("the fork's activation is not supported")
	// ErrRules: an L1 block is of a fork that is not known here.
	ErrRules = errors.New("the L1's rules are not known")
)

// Chain is what must be known of a chain of the OP Stack to derive its blocks' inputs.
type Chain struct {
	ID           chains.ChainID
	OP           *chains.OPStack
	BlockTime    uint64         // seconds; 0: whenever a slot is
	Portal       common.Address // OptimismPortal on L1; its logs are the deposits
	SystemConfig common.Address // on L1; its logs change the chain's configuration
	MaxDrift     uint64         // seconds, before Fjord; 0 = 600

	// KeepUpgradeGas leaves the gas limit of Karst's first block as it is, with the room for
	// upgrades: a mistake that chains which have made it say in their rollup configuration.
	KeepUpgradeGas bool

	// Genesis stands for the L1 attributes of block 0, which holds none: the rollup
	// configuration's L1 block and system configuration. Only needed to build block 1.
	Genesis chains.L1Attributes
}

// inherited returns what the parent hands on to the next block.
func (c *Chain) inherited(parent *chains.Parent) (*configuration, error) {
	cfg := &configuration{L1Attributes: parent.Attributes, gasLimit: parent.GasLimit}
	if parent.Number == 0 {
		cfg.L1Attributes = c.Genesis
	}
	fork := c.OP.Fork(parent.Timestamp)
	if fork >= chains.Holocene {
		var err error
		if cfg.market, err = chains.ParseExtraData(fork, parent.ExtraData); err != nil {
			return nil, fmt.Errorf("block %d: %w", parent.Number, err)
		}
	}
	if parent.Number == 0 || c.KeepUpgradeGas {
		return cfg, nil
	}
	room, err := upgradeGas(c.forkBefore(parent.Timestamp), fork)
	if err != nil {
		return nil, err
	}
	if room > cfg.gasLimit {
		return nil, fmt.Errorf("%w: block %d has a gas limit of %d, less than the %d that its upgrades add", ErrUpgrade, parent.Number, cfg.gasLimit, room)
	}
	cfg.gasLimit -= room
	return cfg, nil
}

// forkBefore returns the fork of the block before the one of that time.
func (c *Chain) forkBefore(timestamp uint64) chains.OPFork {
	return c.OP.Fork(timestamp - min(timestamp, c.BlockTime))
}

// inputs returns the inputs of the chain's block of that time, on the parent and with the
// L1 origin, and what L1 said about the chain's configuration that has no known form.
func (c *Chain) inputs(timestamp uint64, parent *chains.Parent, origin *block) (*chains.Inputs, []error, error) {
	cfg, err := c.inherited(parent)
	if err != nil {
		return nil, nil, fmt.Errorf("chain %v: %w", c.ID, err)
	}
	deposits, ignored, err := c.advance(cfg, timestamp, origin)
	if err != nil {
		return nil, nil, fmt.Errorf("chain %v: block at %d: %w", c.ID, timestamp, err)
	}
	before, fork := c.OP.Fork(parent.Timestamp), c.OP.Fork(timestamp)
	upgrades, room, err := c.upgrades(before, fork)
	if err != nil {
		return nil, nil, fmt.Errorf("chain %v: block at %d: %w", c.ID, timestamp, err)
	}
	// The first block of a fork still has its parent's form: it is only this block's
	// upgrades that teach the contract the new one.
	attributes, err := cfg.Deposit(c.ID, before)
	if err != nil {
		return nil, nil, fmt.Errorf("chain %v: L1 attributes: %w", c.ID, err)
	}
	raw := [][]byte{attributes.Raw()}
	for _, d := range append(deposits, upgrades...) {
		tx, err := chains.NewDepositTx(c.ID, d)
		if err != nil {
			return nil, nil, fmt.Errorf("chain %v: deposit %s: %w", c.ID, d.SourceHash, err)
		}
		raw = append(raw, tx.Raw())
	}
	return &chains.Inputs{
		Timestamp: timestamp, PrevRandao: origin.PrevRandao, BeaconRoot: origin.BeaconRoot, FeeRecipient: chains.SequencerFeeVault,
		GasLimit: cfg.gasLimit + room, FeeMarket: cfg.market, L1Origin: origin.BlockRef, Deposits: raw,
		NoTxPool: fork != before || c.drifted(origin, timestamp),
	}, ignored, nil
}

// upgrades returns the deposits of a fork's first block, and the gas it has for them beside
// its limit.
func (c *Chain) upgrades(before, fork chains.OPFork) ([]*chains.Deposit, uint64, error) {
	if fork < chains.Ecotone {
		return nil, 0, fmt.Errorf("%w: blocks before %v are not made", ErrUpgrade, chains.Ecotone)
	}
	room, err := upgradeGas(before, fork)
	if err != nil {
		return nil, 0, err
	}
	if room > 0 && c.BlockTime == 0 { // the next block could not tell that the room has to go
		return nil, 0, fmt.Errorf("%w: %v, on a chain without a block time", ErrUpgrade, fork)
	}
	deposits, err := upgradesBetween(before, fork)
	return deposits, room, err
}

// advance brings the configuration to the next block, and returns the user deposits of
// that block and the changes that have no known form: every node passes over them.
func (c *Chain) advance(cfg *configuration, timestamp uint64, origin *block) ([]*chains.Deposit, []error, error) {
	last := cfg.Origin
	cfg.Origin, cfg.Time, cfg.BaseFee, cfg.BlobBaseFee = origin.BlockRef, origin.Time, origin.BaseFee, origin.BlobBaseFee
	switch {
	case origin.Time > timestamp:
		return nil, nil, fmt.Errorf("%w: L1 block %d is later, at %d", ErrOrigin, origin.Number, origin.Time)
	case origin.BlockRef == last:
		cfg.Sequence++
		return nil, nil, nil
	case origin.Number != last.Number+1 || origin.ParentHash != last.Hash:
		return nil, nil, fmt.Errorf("%w: L1 block %d %s after %d %s", ErrOrigin, origin.Number, origin.Hash, last.Number, last.Hash)
	}
	cfg.Sequence = 0
	var ignored []error
	for _, log := range origin.Logs {
		if log.Address != c.SystemConfig {
			continue
		}
		if err := cfg.update(log, c.OP.Fork(origin.Time)); err != nil {
			ignored = append(ignored, fmt.Errorf("chain %v: log %d of L1 block %d: %w", c.ID, log.Index, origin.Number, err))
		}
	}
	deposits, err := c.userDeposits(origin.Logs)
	return deposits, ignored, err
}

// userDeposits returns what the portal asked for. A deposit must never be passed over, so
// one of unknown form is an error.
func (c *Chain) userDeposits(logs []*types.Log) ([]*chains.Deposit, error) {
	var deposits []*chains.Deposit
	for _, log := range logs {
		if log.Address != c.Portal || len(log.Topics) == 0 || log.Topics[0] != chains.UserDepositTopic {
			continue
		}
		d, err := chains.UserDeposit(log)
		if err != nil {
			return nil, fmt.Errorf("log %d of L1 block %d: %w", log.Index, log.BlockNumber, err)
		}
		deposits = append(deposits, d)
	}
	return deposits, nil
}
