package main

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/params"
	"github.com/ethereum/go-ethereum/rpc"
	"github.com/urfave/cli/v2"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/cmd/ssequencer/devnet"
	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/signer"
)

func guardianCommand() *cli.Command {
	step := func(name, usage string, on, l1 []byte) *cli.Command {
		return &cli.Command{Name: name, Usage: usage, Flags: guardianFlags(), Action: func(c *cli.Context) error {
			return guard(c, guardianCalls{messenger: on, batches: l1})
		}}
	}
	m, b := bindings.NewMessenger(), bindings.NewBatches()
	return &cli.Command{
		Name: "guardian", Usage: "stop messages and batches at once, and let them go on after a day",
		Description: "One transaction of the guardian's key on every chain, and one on L1. They go on where one of them fails.",
		Subcommands: []*cli.Command{
			step("pause", "no message is sent or received, and no batch accepted, from now on", m.PackPause(), b.PackPause()),
			step("announce-unpause", "say that it will go on, not before a day from now", m.PackAnnounceUnpause(), b.PackAnnounceUnpause()),
			step("unpause", "go on, a day after it was announced", m.PackUnpause(), b.PackUnpause()),
		},
	}
}

func guardianFlags() []cli.Flag {
	return roleFlags("guardian", "URL of an L1 node (default: a devnet's; none leaves L1 out)")
}

// guardianCalls is what the guardian says to the contracts.
type guardianCalls struct{ messenger, batches []byte }

// guardianTarget is one contract to say it to.
type guardianTarget struct {
	chain    chains.ChainID
	contract common.Address
	data     []byte
	dial     func(context.Context) (*ethclient.Client, error)
}

func guard(c *cli.Context, calls guardianCalls) error {
	if err := noArguments(c); err != nil {
		return err
	}
	key, err := roleKey(c, "guardian", func(k devnet.Keys) *signer.Key { return k.Guardian })
	if err != nil {
		return err
	}
	e, err := connect(c.Context, c)
	if err != nil {
		return err
	}
	defer e.close()
	targets, err := guardianTargets(c, e, calls)
	if err != nil {
		return err
	}
	var failed []error
	for _, t := range targets {
		if err := t.tell(c, key); err != nil {
			failed = append(failed, fmt.Errorf("chain %d: %w", t.chain, err))
			continue
		}
		if _, err := fmt.Fprintf(c.App.Writer, "chain %d: done at %s\n", t.chain, t.contract); err != nil {
			return err
		}
	}
	return errors.Join(failed...)
}

// guardianTargets are the messengers that the service knows, and Batches on L1 first: it
// costs nothing to have it stopped already.
func guardianTargets(c *cli.Context, e *endpoint, calls guardianCalls) ([]guardianTarget, error) {
	set, err := e.set(c.Context)
	if err != nil {
		return nil, err
	}
	var targets []guardianTarget
	if url := c.String("l1"); url != "" {
		targets = append(targets, guardianTarget{chains.ChainID(set.L1ChainID), set.Settlement, calls.batches,
			func(ctx context.Context) (*ethclient.Client, error) { return ethclient.DialContext(ctx, url) }})
	}
	for _, ch := range set.Chains {
		id := chains.ChainID(ch.ChainID)
		targets = append(targets, guardianTarget{id, ch.Contracts.Messenger, calls.messenger,
			func(ctx context.Context) (*ethclient.Client, error) { return e.chain(ctx, id) }})
	}
	return targets, nil
}

// tell sends the transaction and waits until it is in a block.
func (t *guardianTarget) tell(c *cli.Context, key *signer.Key) error {
	ctx, cancel := context.WithTimeout(c.Context, c.Duration("timeout"))
	defer cancel()
	eth, err := t.dial(ctx)
	if err != nil {
		return err
	}
	defer eth.Close()
	unsigned, err := t.transaction(ctx, eth, key.Address())
	if err != nil {
		return err
	}
	tx, err := signer.SignTx(ctx, key, unsigned, t.chain)
	if err != nil {
		return err
	}
	if err := eth.SendTransaction(ctx, tx); err != nil {
		return err
	}
	return mined(ctx, eth, tx.Hash())
}

func (t *guardianTarget) transaction(ctx context.Context, eth *ethclient.Client, from common.Address) (*types.Transaction, error) {
	id, err := eth.ChainID(ctx)
	if err != nil {
		return nil, err
	}
	if id.Cmp(t.chain.Big()) != 0 {
		return nil, fmt.Errorf("the node serves chain %v", id)
	}
	gas, err := eth.EstimateGas(ctx, ethereum.CallMsg{From: from, To: &t.contract, Data: t.data})
	if err != nil {
		return nil, refusal(err)
	}
	nonce, err := eth.PendingNonceAt(ctx, from)
	if err != nil {
		return nil, err
	}
	tip, err := eth.SuggestGasTipCap(ctx)
	if err != nil {
		return nil, err
	}
	head, err := eth.HeaderByNumber(ctx, nil)
	if err != nil {
		return nil, err
	}
	limit := new(big.Int).Add(tip, new(big.Int).Lsh(head.BaseFee, 2)) // it is urgent
	return types.NewTx(&types.DynamicFeeTx{ChainID: id, Nonce: nonce, To: &t.contract, Data: t.data, Gas: max(gas, min(gas+gas/4, params.MaxTxGas)), GasTipCap: tip, GasFeeCap: limit}), nil
}

// errRefused: the contract does not do it.
var errRefused = errors.New("refused")

// refusal says what the contract says.
func refusal(err error) error {
	var reverted rpc.DataError
	if errors.As(err, &reverted) {
		if text, ok := reverted.ErrorData().(string); ok {
			return fmt.Errorf("%w: %s", errRefused, bindings.DecodeRevert(common.FromHex(text)))
		}
	}
	return err
}

// mined waits until a transaction is in a block of the node's head or before, and has succeeded.
func mined(ctx context.Context, eth *ethclient.Client, hash common.Hash) error {
	tick := time.NewTicker(200 * time.Millisecond)
	defer tick.Stop()
	for {
		receipt, err := eth.TransactionReceipt(ctx, hash)
		if err == nil && receipt.Status != types.ReceiptStatusSuccessful {
			return fmt.Errorf("%w: transaction %s reverted", errRefused, hash)
		}
		if err == nil {
			if head, err := eth.BlockNumber(ctx); err == nil && receipt.BlockNumber.IsUint64() && head >= receipt.BlockNumber.Uint64() {
				return nil
			}
		}
		select {
		case <-tick.C:
		case <-ctx.Done():
			return fmt.Errorf("transaction %s: %w", hash, ctx.Err())
		}
	}
}
