package devnet

import (
	"context"
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/ethclient"
	"golang.org/x/sync/errgroup"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/devnode"
	"github.com/ssequencer/ssequencer/chains/engine"
)

// Elsewhere is a devnet whose chains run elsewhere, in processes of their own: what their
// genesis has to be, and how the contracts get onto them.
type Elsewhere struct{ plan *plan }

// NewElsewhere plans a devnet. DataDir and L1Addr of the settings are not used; genesisTime
// is in unix seconds.
func NewElsewhere(cfg ChainsConfig, genesisTime uint64) (*Elsewhere, error) {
	cfg.DataDir, cfg.L1Addr = "", ""
	p, err := newPlan(cfg)
	if err != nil {
		return nil, err
	}
	p.genesisTime = genesisTime
	return &Elsewhere{plan: p}, nil
}

// L1 describes the L1. Where it keeps its data and listens is the caller's to say.
func (e *Elsewhere) L1() devnode.L1Config { return e.plan.l1Config() }

// L2s describes the L2s, in ascending order of their ids.
func (e *Elsewhere) L2s() []devnode.Config {
	var all []devnode.Config
	for _, id := range e.plan.l2s() {
		all = append(all, e.plan.l2Config(id))
	}
	return all
}

// Accounts returns the funded accounts.
func (e *Elsewhere) Accounts() []Account { return e.plan.accounts }

// Keys returns the accounts of the service and of its operators.
func (e *Elsewhere) Keys() Keys { return e.plan.keys }

// Settlement returns the address of Batches on the L1.
func (e *Elsewhere) Settlement() common.Address { return e.plan.suite.Batches }

// Contracts returns the addresses of the contracts on every L2.
func (e *Elsewhere) Contracts() chains.Contracts { return e.plan.contracts() }

// FeeRecipient returns the account that gets the fees of the L2s.
func (e *Elsewhere) FeeRecipient() common.Address { return feeRecipient() }

// Deploy puts everything onto the running chains that is not there yet. The L1 has to
// produce blocks by itself.
func (e *Elsewhere) Deploy(ctx context.Context, client *ethclient.Client, l2s []*engine.Client) error {
	g, gctx := errgroup.WithContext(ctx)
	for _, c := range l2s {
		g.Go(func() error { return e.plan.setUp(gctx, c, 1) })
	}
	if err := g.Wait(); err != nil {
		return err
	}
	g, gctx = errgroup.WithContext(ctx)
	g.Go(func() error {
		on := l1{client, func(ctx context.Context) error { return nextBlock(ctx, client) }}
		return e.plan.setUpL1(gctx, on, l2s[0])
	})
	for _, c := range l2s {
		g.Go(func() error { return e.plan.setUp(gctx, c, setupBlocks) })
	}
	return g.Wait()
}

// nextBlock waits until a chain has another block.
func nextBlock(ctx context.Context, client *ethclient.Client) error {
	before, err := client.BlockNumber(ctx)
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	for now := before; err == nil && now == before; now, err = client.BlockNumber(ctx) {
		select {
		case <-tick.C:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	if err != nil {
		return fmt.Errorf("wait for a block: %w", err)
	}
	return nil
}
