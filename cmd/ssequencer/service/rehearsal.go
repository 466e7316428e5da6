package service

import (
	"context"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/tracer/shard"
)

// builtBlocks is where blocks that a node has built can be executed again.
type builtBlocks interface {
	shard.Source
	HeaderByNumber(ctx context.Context, number uint64) (*types.Header, error)
}

// rehearsal executes blocks as the sequencer does, and takes no part in them: the dry run
// of a chain beside op-node. It implements proxy.Rehearsal.
type rehearsal struct {
	node builtBlocks
	cfg  shard.Config
}

// Rehearse implements proxy.Rehearsal.
func (r rehearsal) Rehearse(ctx context.Context, in *chains.Inputs, built *chains.Payload) (differs string, err error) {
	parent, err := r.node.HeaderByNumber(ctx, built.Number-1)
	if err != nil {
		return "", fmt.Errorf("read the parent of block %d: %w", built.Number, err)
	}
	if parent.Hash() != built.ParentHash {
		return "", fmt.Errorf("the parent of block %d is not in the chain any more", built.Number)
	}
	s, err := shard.New(r.cfg, r.node, shard.HeadOf(parent))
	if err != nil {
		return "", err
	}
	if err := s.Begin(r.open(s, in, built)); err != nil {
		return "", fmt.Errorf("begin block %d: %w", built.Number, err)
	}
	for i, raw := range built.Transactions {
		var invalid *shard.InvalidError
		err := r.execute(s, raw)
		switch {
		case errors.As(err, &invalid):
			return fmt.Sprintf("transaction %d cannot be executed: %v", i, err), nil
		case err != nil:
			return "", fmt.Errorf("execute transaction %d of block %d: %w", i, built.Number, err)
		}
	}
	sealed, err := s.Seal()
	if err != nil {
		return "", fmt.Errorf("seal block %d: %w", built.Number, err)
	}
	return compareBuilt(sealed, built), nil
}

// open is what the block would have been opened with.
func (r rehearsal) open(s *shard.Shard, in *chains.Inputs, built *chains.Payload) *chains.Open {
	market := in.FeeMarket
	if market.Denominator == 0 && market.Elasticity == 0 {
		own := r.cfg.OP.FeeMarket()
		market.Denominator, market.Elasticity = own.Denominator, own.Elasticity
	}
	return &chains.Open{
		ChainID: r.cfg.ChainID, Number: built.Number, ParentHash: built.ParentHash, Timestamp: in.Timestamp, PrevRandao: in.PrevRandao,
		FeeRecipient: in.FeeRecipient, GasLimit: in.GasLimit, BaseFee: s.NextBaseFee(), BeaconRoot: in.BeaconRoot,
		ExtraData: market.ExtraData(r.cfg.OP.Fork(in.Timestamp)), L1Origin: in.L1Origin, Deposits: in.Deposits,
	}
}

func (r rehearsal) execute(s *shard.Shard, raw []byte) error {
	tx, err := chains.DecodeTx(raw)
	if len(raw) > 0 && raw[0] == chains.DepositTxType {
		tx, err = chains.DecodeDeposit(r.cfg.ChainID, raw)
	}
	if err != nil {
		return &shard.InvalidError{Err: err}
	}
	if _, err := s.Execute(tx); err != nil {
		return err
	}
	return s.Keep([]*chains.Tx{tx})
}

// compareBuilt says how a block that was executed here differs from the node's.
func compareBuilt(sealed *chains.Sealed, built *chains.Payload) string {
	for _, f := range []struct {
		name      string
		same      bool
		ours, its any
	}{
		{"gas used", sealed.GasUsed == built.GasUsed, sealed.GasUsed, built.GasUsed},
		{"receipts root", sealed.ReceiptsRoot == built.ReceiptsRoot, sealed.ReceiptsRoot, built.ReceiptsRoot},
		{"logs bloom", sealed.LogsBloom == built.LogsBloom, "another one", "the node's"},
		{"data availability footprint", sealed.BlobGasUsed == built.BlobGasUsed, sealed.BlobGasUsed, built.BlobGasUsed},
	} {
		if !f.same {
			return fmt.Sprintf("%s: %v here, %v at the node", f.name, f.ours, f.its)
		}
	}
	return ""
}
