package service

import (
	"context"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/settlement"
	"github.com/ssequencer/ssequencer/signer"
)

// confirmGas is the gas limit of a confirmation, which writes two slots.
const confirmGas = 150_000

// confirmer tells the bridges which of their mints are final on L1, so that their credit is
// there again (C3). It is the devnet's way: who has the key could as well confirm anything.
type confirmer struct {
	*Service
	said map[confirmation]*big.Int // what was confirmed by this process
}

type confirmation struct {
	chain chains.ChainID
	what  settlement.MintedToken
}

// run confirms after every batch that got final, until ctx ends. What fails is said and
// tried again after the next one.
func (c *confirmer) run(ctx context.Context) error {
	for done := uint64(0); ; {
		changed := c.settlement.Changed()
		mints, number, err := c.settlement.FinalMints(ctx)
		if err == nil && number > done {
			done = number
			err = c.confirm(ctx, mints)
		}
		if err != nil && ctx.Err() == nil {
			c.log.Warn("mints are not confirmed yet", zap.Uint64("batch", number), zap.Error(err))
		}
		select {
		case <-changed:
		case <-ctx.Done():
			return nil
		}
	}
}

func (c *confirmer) confirm(ctx context.Context, mints map[chains.ChainID][]settlement.Minted) error {
	for _, chain := range c.cfg.Chains {
		for _, m := range mints[chain.ID] {
			id := confirmation{chain.ID, m.MintedToken}
			if last := c.said[id]; m.Total.Sign() == 0 || last != nil && last.Cmp(m.Total) == 0 {
				continue
			}
			if err := c.send(ctx, chain.ID, m); err != nil {
				return fmt.Errorf("chain %d: %w", chain.ID, err)
			}
			c.said[id] = m.Total
		}
	}
	return nil
}

// send has the sequencer include a confirmation, and waits for it.
func (c *confirmer) send(ctx context.Context, chain chains.ChainID, m settlement.Minted) error {
	key := c.cfg.Keys.Confirmer
	view, err := c.sequencer.View(chain)
	if err != nil {
		return err
	}
	nonce, err := c.sequencer.PendingNonce(ctx, chain, key.Address())
	if err != nil {
		return err
	}
	open := view.Open()
	tip := big.NewInt(params.GWei)
	tx, err := signer.SignTx(ctx, key, types.NewTx(&types.DynamicFeeTx{
		ChainID: chain.Big(), Nonce: nonce, To: &m.Bridge, Gas: confirmGas, GasTipCap: tip,
		GasFeeCap: new(big.Int).Add(tip, new(big.Int).Lsh(open.BaseFee, 2)),
		Data:      bindings.NewTokenBridge().PackConfirmMints(m.Token, m.Total),
	}), chain)
	if err != nil {
		return err
	}
	raw, err := tx.MarshalBinary()
	if err != nil {
		return err
	}
	decoded, err := chains.DecodeTx(raw)
	if err != nil {
		return err
	}
	return c.include(ctx, decoded)
}

func (c *confirmer) include(ctx context.Context, tx *chains.Tx) error {
	ticket, err := c.sequencer.Submit(ctx, []*chains.Tx{tx}, 0)
	if err != nil {
		return err
	}
	outcome, err := ticket.Wait(ctx)
	if err == nil && outcome.Refusal != nil {
		return outcome.Refusal
	}
	return err
}

// tokens are those whose credit is watched on a chain.
func tokens(c chains.Contracts) []settlement.MintedToken {
	list := []settlement.MintedToken{{Bridge: c.ETHBridge}}
	if c.TestToken != (common.Address{}) {
		list = append(list, settlement.MintedToken{Bridge: c.TokenBridge, Token: c.TestToken})
	}
	if c.L1Token != (common.Address{}) {
		list = append(list, settlement.MintedToken{Bridge: c.Gateway, Token: c.L1Token})
	}
	return list
}
