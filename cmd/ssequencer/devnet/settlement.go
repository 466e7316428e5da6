package devnet

import (
	"context"
	"errors"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"

	"github.com/ssequencer/ssequencer/contracts/bindings"
)

// firstEpoch is the epoch of the first batch signer.
const firstEpoch = 1

// setUpL1 deploys and registers the Settlement as far as that is not done yet. block
// returns after the L1 has produced another block.
func (p *plan) setUpL1(ctx context.Context, client *ethclient.Client, block func(context.Context) error) error {
	calls, err := p.missingOnL1(ctx, client)
	if err != nil || len(calls) == 0 {
		return err
	}
	nonce, err := client.NonceAt(ctx, p.keys.Deployer.Address(), nil)
	if err != nil {
		return fmt.Errorf("L1: deployer's nonce: %w", err)
	}
	hashes := make([]common.Hash, len(calls))
	for i, c := range calls {
		tx, err := c.sign(ctx, p.keys.Deployer, L1ChainID, nonce+uint64(i))
		if err != nil {
			return fmt.Errorf("L1: %s: %w", c.what, err)
		}
		if err := client.SendTransaction(ctx, tx); err != nil {
			return fmt.Errorf("L1: %s: %w", c.what, err)
		}
		hashes[i] = tx.Hash()
	}
	for i, c := range calls {
		if err := mined(ctx, client, block, hashes[i]); err != nil {
			return fmt.Errorf("L1: %s: %w", c.what, err)
		}
	}
	return nil
}

func (p *plan) missingOnL1(ctx context.Context, client *ethclient.Client) ([]call, error) {
	code, err := client.CodeAt(ctx, p.settlement, nil)
	if err != nil {
		return nil, fmt.Errorf("L1: settlement's code: %w", err)
	}
	var calls []call
	if len(code) == 0 {
		calls = append(calls, call{"deploy Settlement", bindings.Create2Proxy, bindings.CREATE2Call(bindings.SettlementInit(p.keys.Deployer.Address())), deployGas})
	} else {
		settlement := bindings.NewSettlement()
		out, err := client.CallContract(ctx, ethereum.CallMsg{To: &p.settlement, Data: settlement.PackEpoch()}, nil)
		if err != nil {
			return nil, fmt.Errorf("L1: settlement's epoch: %w", err)
		}
		epoch, err := settlement.UnpackEpoch(out)
		if err != nil {
			return nil, fmt.Errorf("L1: settlement's epoch: %w", err)
		}
		if epoch > 0 {
			return nil, nil
		}
	}
	return append(calls, p.registration()), nil
}

// registration names the L2s, the first block to be settled of each, and the signer.
func (p *plan) registration() call {
	var ids []*big.Int
	var starts []uint64
	for _, id := range p.l2s() {
		ids, starts = append(ids, id.Big()), append(starts, setupBlocks+1)
	}
	data := bindings.NewSettlement().PackRegister(p.keys.Signer.Address(), firstEpoch, ids, starts)
	return call{"register the chains", p.settlement, data, callGas + uint64(len(ids))*50_000}
}

// mined waits until the transaction is in a block, for ten blocks at most.
func mined(ctx context.Context, client *ethclient.Client, block func(context.Context) error, hash common.Hash) error {
	for range 10 {
		receipt, err := client.TransactionReceipt(ctx, hash)
		switch {
		case err == nil && receipt.Status != types.ReceiptStatusSuccessful:
			return fmt.Errorf("transaction %s reverted", hash)
		case err == nil:
			return nil
		case !errors.Is(err, ethereum.NotFound) && err.Error() != "transaction indexing is in progress":
			return fmt.Errorf("receipt of %s: %w", hash, err)
		}
		if err := block(ctx); err != nil {
			return err
		}
	}
	return fmt.Errorf("transaction %s is not taken into any block", hash)
}
