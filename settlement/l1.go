package settlement

import (
	"context"
	"errors"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/ssequencer/ssequencer/contracts/bindings"
)

// settlementOnL1 is the Settlement contract as one L1 node shows it.
type settlementOnL1 struct {
	client  *ethclient.Client
	address common.Address
	abi     *bindings.Settlement
}

// latest returns the number of the last batch at a block.
func (c *settlementOnL1) latest(ctx context.Context, block common.Hash) (uint64, error) {
	out, err := c.client.CallContractAtHash(ctx, ethereum.CallMsg{To: &c.address, Data: c.abi.PackLatestBatch()}, block)
	if err != nil {
		return 0, fmt.Errorf("latest batch on L1: %w", err)
	}
	return c.abi.UnpackLatestBatch(out)
}

// accepted is where and as what L1 accepted a batch.
type accepted struct {
	hash   common.Hash
	txHash common.Hash
	block  uint64
}

// find returns what L1 accepted under a number in blocks from to head.
func (c *settlementOnL1) find(ctx context.Context, number, from uint64, head *big.Int) (*accepted, error) {
	topic := c.abi.GetABI().Events[bindings.SettlementBatchSubmittedEventName].ID
	logs, err := c.client.FilterLogs(ctx, ethereum.FilterQuery{
		FromBlock: new(big.Int).SetUint64(from), ToBlock: head, Addresses: []common.Address{c.address},
		Topics: [][]common.Hash{{topic}, {common.BigToHash(new(big.Int).SetUint64(number))}},
	})
	if err != nil {
		return nil, fmt.Errorf("find batch %d on L1: %w", number, err)
	}
	if len(logs) == 0 {
		return nil, fmt.Errorf("find batch %d on L1: %w", number, ethereum.NotFound)
	}
	log := logs[len(logs)-1]
	e, err := c.abi.UnpackBatchSubmittedEvent(&log)
	if err != nil {
		return nil, fmt.Errorf("find batch %d on L1: %w", number, err)
	}
	return &accepted{hash: e.BatchHash, txHash: log.TxHash, block: log.BlockNumber}, nil
}

// submission returns the calldata that posts a batch.
func (c *settlementOnL1) submission(b *Batch) ([]byte, error) {
	claim := bindings.SettlementBatch{Number: b.Claim.Number, Parent: b.Claim.Parent, FirstTimestamp: b.Claim.FirstTimestamp,
		LastTimestamp: b.Claim.LastTimestamp, BurnRoot: b.Claim.BurnRoot, MintRoot: b.Claim.MintRoot, PairsHash: b.Claim.PairsHash}
	for _, r := range b.Claim.Chains {
		claim.Chains = append(claim.Chains, bindings.SettlementChainRange{ChainId: new(big.Int).SetUint64(r.ChainID),
			FirstBlock: r.FirstBlock, LastBlock: r.LastBlock, LastBlockHash: r.LastBlockHash, StateRoot: r.StateRoot})
	}
	return c.abi.TryPackSubmitBatch(claim, b.Epoch, b.Signature)
}

// gas returns the gas limit for a submission from the poster: what L1 estimates and a
// quarter. A refusal of the contract is an error with its reason.
func (c *settlementOnL1) gas(ctx context.Context, from common.Address, data []byte) (uint64, error) {
	gas, err := c.client.EstimateGas(ctx, ethereum.CallMsg{From: from, To: &c.address, Data: data})
	if err == nil {
		return gas + gas/4, nil
	}
	var reverted rpc.DataError
	if errors.As(err, &reverted) {
		if text, ok := reverted.ErrorData().(string); ok {
			return 0, fmt.Errorf("L1 would refuse the batch: %s: %w", bindings.DecodeRevert(common.FromHex(text)), err)
		}
	}
	return 0, fmt.Errorf("estimate gas on L1: %w", err)
}

// known reports whether L1 has the transaction, mined or waiting.
func (c *settlementOnL1) known(ctx context.Context, tx *types.Transaction) (bool, error) {
	_, _, err := c.client.TransactionByHash(ctx, tx.Hash())
	if errors.Is(err, ethereum.NotFound) {
		return false, nil
	}
	return err == nil, err
}
