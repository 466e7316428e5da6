package devnet

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/ethclient"
	"go.uber.org/zap"
	"golang.org/x/sync/errgroup"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/devnode"
	"github.com/ssequencer/ssequencer/chains/engine"
	"github.com/ssequencer/ssequencer/contracts/bindings"
)

// L2 is one L2 of the devnet: its node, our connection to it, and the contracts on it.
type L2 struct {
	ID        chains.ChainID
	Node      *devnode.Node
	Engine    *engine.Client
	Contracts chains.Contracts
}

// Chains are the running chains of a devnet, contracts set up, accounts funded.
type Chains struct {
	L1           *devnode.L1
	L2s          []*L2 // in ascending order of their ids
	Accounts     []Account
	Keys         Keys
	Settlement   common.Address // the Batches of Suite
	Suite        bindings.Suite // on L1
	Door         Door           // zero where tokens of L1 cannot enter
	DeploymentID common.Hash
	SignerEpoch  uint64         // epoch under which Keys.Signer is registered
	FeeRecipient common.Address // of every L2 block
	StartBlock   uint64         // first block of each L2 that batches settle
}

// StartChains starts an L1 and the L2s and sets up what is missing on them: on a new
// network everything, on the data directory of an earlier run what a crash took away.
// Close the result after use.
func StartChains(ctx context.Context, cfg ChainsConfig, log *zap.Logger) (*Chains, error) {
	p, err := newPlan(cfg)
	if err != nil {
		return nil, err
	}
	if p.genesisTime, err = genesisTime(p.cfg, time.Now()); err != nil {
		return nil, err
	}
	c := &Chains{
		L2s: make([]*L2, cfg.L2Count), Accounts: p.accounts, Keys: p.keys, Settlement: p.suite.Batches, Suite: p.suite, Door: p.doorInfo(), DeploymentID: p.deploymentID,
		SignerEpoch: firstEpoch, FeeRecipient: feeRecipient(), StartBlock: setupBlocks + 1,
	}
	if err := c.start(ctx, p, log); err != nil {
		return nil, errors.Join(fmt.Errorf("devnet: %w", err), c.Close())
	}
	return c, nil
}

// start runs all chains' starts at once, and after the first setup block of all the second
// of all, and L1's contracts, which name the code of those on the L2s.
func (c *Chains) start(ctx context.Context, p *plan, log *zap.Logger) error {
	g, gctx := errgroup.WithContext(ctx)
	g.Go(func() (err error) {
		c.L1, err = devnode.StartL1(gctx, p.l1Config(), log)
		return err
	})
	for i, id := range p.l2s() {
		g.Go(func() (err error) {
			if c.L2s[i], err = p.startL2(gctx, id, log); err != nil {
				return err
			}
			return p.setUp(gctx, c.L2s[i].Engine, 1)
		})
	}
	if err := g.Wait(); err != nil {
		return err
	}
	g, gctx = errgroup.WithContext(ctx)
	g.Go(func() error {
		client := ethclient.NewClient(c.L1.Attach())
		defer client.Close()
		return p.setUpL1(gctx, l1{client, func(ctx context.Context) error { _, err := c.L1.Mine(ctx); return err }}, c.L2s[0].Engine)
	})
	for _, l2 := range c.L2s {
		g.Go(func() error { return p.setUp(gctx, l2.Engine, setupBlocks) })
	}
	return g.Wait()
}

// startL2 starts a node and connects to it as to any other: over HTTP.
func (p *plan) startL2(ctx context.Context, id chains.ChainID, log *zap.Logger) (*L2, error) {
	node, err := devnode.Start(ctx, p.l2Config(id), log)
	if err != nil {
		return nil, err
	}
	client, err := engine.Dial(ctx, engine.Config{
		ChainID: id, EngineURL: node.AuthHTTP(), RPCURL: node.HTTP(), JWTSecret: node.JWTSecret(), Genesis: node.Genesis().ToBlock().Hash(),
	})
	if err != nil {
		return nil, errors.Join(err, node.Close())
	}
	return &L2{ID: id, Node: node, Engine: client, Contracts: p.contracts()}, nil
}

// Close stops all chains and waits for them.
func (c *Chains) Close() error {
	stopped := make([]error, len(c.L2s)+1)
	var g errgroup.Group
	for i, l2 := range c.L2s {
		if l2 != nil {
			g.Go(func() error {
				l2.Engine.Close()
				stopped[i] = l2.Node.Close()
				return nil
			})
		}
	}
	if c.L1 != nil {
		stopped[len(c.L2s)] = c.L1.Close()
	}
	g.Wait() // the errors are in stopped
	return errors.Join(stopped...)
}
