package devnet

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"slices"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/params"

	"github.com/ssequencer/ssequencer/chains/engine"
	"github.com/ssequencer/ssequencer/contracts/bindings"
)

// firstEpoch is the epoch of the first batch signer.
const firstEpoch = 1

// What is at stake, in whole ETH. The bond covers several offences.
const (
	bondETH        = 100
	bondMinimumETH = 10
	penaltyETH     = 5
)

// suiteConfig says what L1's contracts are like. The gas of a proof is what the tables of
// contracts say, with room.
func (p *plan) suiteConfig() bindings.SuiteConfig {
	deployer, count := p.keys.Deployer.Address(), int64(p.cfg.L2Count)
	return bindings.SuiteConfig{
		Governor: deployer, Guardian: p.keys.Guardian.Address(), Operator: deployer, Window: uint64(p.cfg.Window / time.Second),
		EntryStore:  p.deployment.RootStore,
		BondMinimum: ether(bondMinimumETH), WithdrawalDelay: 86_400, BurntPercent: 50,
		Terms: bindings.ChallengesTerms{
			ProveGas: big.NewInt(200_000 + 50_000*count + 60_000*count + 110_000*count*(count+1)), LeastDemand: big.NewInt(params.Ether / 100),
			ProvePeriod: big.NewInt(43_200), Penalty: ether(penaltyETH),
		},
	}
}

// l1 is the L1 to set up.
type l1 struct {
	*ethclient.Client
	block func(context.Context) error // returns after the L1 has produced another block
}

// setUpL1 deploys and founds the suite as far as that is not done yet. The deployer does
// nothing else on L1 before, so its nonce tells how far that is. The L2 has its contracts.
func (p *plan) setUpL1(ctx context.Context, on l1, l2 *engine.Client) error {
	calls, err := p.callsOnL1(ctx, l2)
	if err != nil {
		return err
	}
	nonce, err := on.NonceAt(ctx, p.keys.Deployer.Address(), nil)
	if err != nil {
		return fmt.Errorf("L1: deployer's nonce: %w", err)
	}
	var hashes []common.Hash
	for i := nonce; i < uint64(len(calls)); i++ {
		tx, err := calls[i].sign(ctx, p.keys.Deployer, L1ChainID, i)
		if err != nil {
			return fmt.Errorf("L1: %s: %w", calls[i].what, err)
		}
		if err := on.SendTransaction(ctx, tx); err != nil {
			return fmt.Errorf("L1: %s: %w", calls[i].what, err)
		}
		hashes = append(hashes, tx.Hash())
	}
	for i, hash := range hashes {
		if err := on.mined(ctx, hash); err != nil {
			return fmt.Errorf("L1: %s: %w", calls[nonce+uint64(i)].what, err)
		}
	}
	return nil
}

// callsOnL1 returns all that the deployer does on L1, in order.
func (p *plan) callsOnL1(ctx context.Context, l2 *engine.Client) ([]call, error) {
	head, err := l2.Head(ctx)
	if err != nil {
		return nil, err
	}
	code, err := l2.Code(ctx, head.Hash(), p.deployment.RootStore)
	if err != nil {
		return nil, err
	}
	if len(code) == 0 {
		return nil, fmt.Errorf("chain %d has no RootStore", l2.ChainID())
	}
	var calls []call
	data := bindings.Step{Name: "OrderedData", InitCode: bindings.OrderedDataInit()}
	for _, step := range append(slices.Clone(p.suite.Steps), data) {
		calls = append(calls, call{what: "deploy " + step.Name, to: bindings.Create2Proxy, data: bindings.CREATE2Call(step.InitCode), gas: deployGas})
	}
	founding := bindings.Founding{StartBlock: setupBlocks + 1, RootStore: p.deployment.RootStore, CodeHash: crypto.Keccak256Hash(code),
		Signer: p.keys.Signer.Address()}
	for _, id := range p.l2s() {
		founding.Chains = append(founding.Chains, uint64(id))
	}
	founding.Pairs = p.pairs(founding.Chains)
	for _, c := range p.suite.Found(founding) {
		calls = append(calls, call{what: c.What, to: p.suite.Batches, data: c.Data, gas: c.Gas})
	}
	deposit := call{what: "deposit the bond", to: p.suite.Bond, data: bindings.NewBond().PackDeposit(), gas: callGas, value: ether(bondETH)}
	return append(append(calls, deposit), p.doorOnL1()...), nil
}

// mined waits until the transaction is in a block, for ten blocks at most.
func (on l1) mined(ctx context.Context, hash common.Hash) error {
	for range 10 {
		receipt, err := on.TransactionReceipt(ctx, hash)
		switch {
		case err == nil && receipt.Status != types.ReceiptStatusSuccessful:
			return fmt.Errorf("transaction %s reverted", hash)
		case err == nil:
			return nil
		case !errors.Is(err, ethereum.NotFound) && err.Error() != "transaction indexing is in progress":
			return fmt.Errorf("receipt of %s: %w", hash, err)
		}
		if err := on.block(ctx); err != nil {
			return err
		}
	}
	return fmt.Errorf("transaction %s is not taken into any block", hash)
}
