package main

import (
	"context"
	"errors"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/urfave/cli/v2"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/wire"
	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/signer"
)

func l1Flag() cli.Flag {
	return &cli.StringFlag{Name: "l1", Usage: "URL of an L1 node, where L1 has a part in it", Value: "http://127.0.0.1:8545"}
}

// door is the way between L1 and one chain: the lockbox there, the gateway here.
type door struct {
	l1      *ethclient.Client
	l1ID    chains.ChainID
	chain   wire.Chain
	on      *ethclient.Client // of the chain
	lockbox common.Address
	gateway common.Address
}

// newDoor connects to L1 and asks the chain's gateway for the lockbox.
func newDoor(ctx context.Context, e *endpoint, l1URL string, id chains.ChainID) (*door, error) {
	set, err := e.set(ctx)
	if err != nil {
		return nil, err
	}
	d := &door{l1ID: chains.ChainID(set.L1ChainID)}
	if d.chain, err = findChain(set, id); err != nil {
		return nil, err
	}
	if d.gateway = d.chain.Contracts.Gateway; d.gateway == (common.Address{}) {
		return nil, usageError("tokens of L1 cannot enter or leave chain %d: it has no gateway", id)
	}
	if d.on, err = e.chain(ctx, id); err != nil {
		return nil, err
	}
	if d.l1, err = ethclient.DialContext(ctx, l1URL); err == nil {
		err = d.check(ctx, l1URL)
	}
	if err != nil {
		d.close()
		return nil, err
	}
	return d, nil
}

func (d *door) check(ctx context.Context, l1URL string) error {
	got, err := d.l1.ChainID(ctx)
	if err != nil {
		return withCode(codeUnreachable, fmt.Errorf("no answer from the L1 node %s: %w", l1URL, err))
	}
	if got.Cmp(d.l1ID.Big()) != 0 {
		return usageError("--l1 %s serves chain %v, the service's L1 is %d", l1URL, got, d.l1ID)
	}
	gateway := bindings.NewGateway()
	d.lockbox, err = readContract(ctx, d.on, d.gateway, gateway.PackLockbox(), gateway.UnpackLockbox)
	return err
}

func (d *door) close() {
	for _, c := range []*ethclient.Client{d.l1, d.on} {
		if c != nil {
			c.Close()
		}
	}
}

// readContract calls a contract without sending.
func readContract[T any](ctx context.Context, eth *ethclient.Client, contract common.Address, data []byte, unpack func([]byte) (T, error)) (T, error) {
	var none T
	out, err := eth.CallContract(ctx, ethereum.CallMsg{To: &contract, Data: data}, nil)
	if err != nil {
		return none, fmt.Errorf("call %s: %w", contract, refusal(err))
	}
	if len(out) == 0 {
		return none, fmt.Errorf("there is no such contract at %s", contract)
	}
	return unpack(out)
}

// tokenOnL1 returns the L1 token that a chain's token stands for.
func (d *door) tokenOnL1(ctx context.Context, token common.Address) (common.Address, error) {
	lockbox := bindings.NewLockbox()
	return readContract(ctx, d.l1, d.lockbox, lockbox.PackTokenOf(chains.ChainID(d.chain.ChainID).Big(), token), lockbox.UnpackTokenOf)
}

// sendL1 sends a call on L1 and returns its receipt once it is in a block.
func (d *door) sendL1(ctx context.Context, key *signer.Key, to common.Address, data []byte) (*types.Receipt, error) {
	t := guardianTarget{chain: d.l1ID, contract: to, data: data}
	unsigned, err := t.transaction(ctx, d.l1, key.Address())
	if err != nil {
		return nil, err
	}
	tx, err := signer.SignTx(ctx, key, unsigned, d.l1ID)
	if err != nil {
		return nil, err
	}
	if err := d.l1.SendTransaction(ctx, tx); err != nil {
		return nil, err
	}
	if err := mined(ctx, d.l1, tx.Hash()); err != nil {
		return nil, err
	}
	return d.l1.TransactionReceipt(ctx, tx.Hash())
}

// l1Token is a token of L1 as a person names its amounts.
type l1Token struct {
	address  common.Address
	symbol   string
	decimals uint8
}

func (d *door) describe(ctx context.Context, address common.Address) (l1Token, error) {
	erc20 := bindings.NewTestToken() // every ERC-20 has these two
	t := l1Token{address: address, symbol: "tokens"}
	decimals, err := readContract(ctx, d.l1, address, erc20.PackDecimals(), erc20.UnpackDecimals)
	if err != nil || decimals > 77 {
		return t, errors.Join(fmt.Errorf("no ERC-20 token at %s on L1", address), err)
	}
	t.decimals = decimals
	if symbol, err := readContract(ctx, d.l1, address, erc20.PackSymbol(), erc20.UnpackSymbol); err == nil {
		t.symbol = symbol
	}
	return t, nil
}

func (t l1Token) format(amount *big.Int) string {
	return formatUnits(amount, t.decimals) + " " + t.symbol
}
