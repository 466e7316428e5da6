package main

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"strings"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/wire"
	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/signer"
)

// transfer is a cross-chain transfer with everything known to sign it.
type transfer struct {
	from, to  wire.Chain
	source    *ethclient.Client // of from
	target    *ethclient.Client // of to
	token     common.Address    // zero = ETH
	symbol    string
	decimals  uint8
	amount    *big.Int // in the smallest unit
	before    *big.Int // what the recipient has on to
	recipient common.Address
	key       *signer.Key
	leaves    bool // to is L1: of it nothing but the chain id is known
}

// newTransfer finds out what the order means at the service.
func newTransfer(ctx context.Context, e *endpoint, o *sendOrder) (*transfer, error) {
	set, err := e.set(ctx)
	if err != nil {
		return nil, err
	}
	t := &transfer{key: o.key, symbol: "ETH", decimals: 18}
	if t.from, err = findChain(set, o.from); err != nil {
		return nil, err
	}
	if t.leaves = o.to == chains.ChainID(set.L1ChainID); t.leaves {
		t.to = wire.Chain{ChainID: set.L1ChainID}
		err = t.canLeave(o)
	} else {
		t.to, err = findChain(set, o.to)
	}
	if err != nil {
		return nil, err
	}
	if err := t.chooseAccounts(e, set, o); err != nil {
		return nil, err
	}
	if t.source, err = e.chain(ctx, o.from); err != nil {
		return nil, err
	}
	if !t.leaves {
		t.target, err = e.chain(ctx, o.to)
	}
	if err == nil {
		err = t.chooseToken(ctx, o)
	}
	if err == nil && !t.leaves {
		t.before, err = t.balance(ctx, true)
	}
	if err != nil {
		t.close()
		return nil, err
	}
	return t, nil
}

func (t *transfer) chooseAccounts(e *endpoint, set *wire.Chains, o *sendOrder) error {
	if t.key == nil {
		if !isDevnet(e, set) {
			return usageError("no key: say who sends with --keystore or --private-key")
		}
		var err error
		if t.key, err = devnetFirstKey(); err != nil {
			return err
		}
	}
	t.recipient = t.key.Address()
	if o.recipient != nil {
		t.recipient = *o.recipient
	}
	return nil
}

func (t *transfer) chooseToken(ctx context.Context, o *sendOrder) error {
	if strings.EqualFold(o.token, "ETH") {
		return t.setAmount(o.amount)
	}
	t.token = t.from.Contracts.TestToken
	if t.leaves {
		t.token = t.from.Contracts.L1Token
	}
	if o.token != "" {
		t.token = common.HexToAddress(o.token)
	}
	if t.token == (common.Address{}) {
		return usageError("chain %d has no test token: name a token with --token ADDR or --token ETH", o.from)
	}
	if err := t.readToken(ctx); err != nil {
		return fmt.Errorf("token %s on chain %d: %w", t.token, o.from, err)
	}
	return t.setAmount(o.amount)
}

// canLeave checks that tokens of L1 leave the source.
func (t *transfer) canLeave(o *sendOrder) error {
	if t.from.Contracts.Gateway == (common.Address{}) {
		return usageError("tokens of L1 cannot leave chain %d: it has no gateway", o.from)
	}
	if strings.EqualFold(o.token, "ETH") {
		return usageError("--token ETH: ETH does not leave to L1 this way")
	}
	return nil
}

func (t *transfer) setAmount(text string) error {
	amount, err := parseUnits(text, t.decimals)
	if err != nil {
		return usageError("--%v", err)
	}
	t.amount = amount
	return nil
}

// readToken reads the token's decimals and symbol on the source chain.
func (t *transfer) readToken(ctx context.Context) error {
	token := bindings.NewTestToken() // every ERC-20 has these two
	out, err := t.source.PendingCallContract(ctx, t.read(token.PackDecimals()))
	if err != nil {
		return err
	}
	if t.decimals, err = token.UnpackDecimals(out); err != nil {
		return errors.New("no ERC-20 token there")
	}
	if t.decimals > 77 {
		return fmt.Errorf("its %d decimals do not fit 256 bits", t.decimals)
	}
	if out, err = t.source.PendingCallContract(ctx, t.read(token.PackSymbol())); err != nil {
		return err
	}
	if t.symbol, err = token.UnpackSymbol(out); err != nil {
		t.symbol = "tokens" // some old ones answer bytes32
	}
	return nil
}

// read returns a call of the token, with ample gas for reading.
func (t *transfer) read(data []byte) ethereum.CallMsg {
	return ethereum.CallMsg{To: &t.token, Gas: 1_000_000, Data: data}
}

// balance returns what the recipient has on the destination: after everything decided, or
// in the last applied block. A token that is not there is none.
func (t *transfer) balance(ctx context.Context, pending bool) (*big.Int, error) {
	if t.token == (common.Address{}) {
		if pending {
			return t.target.PendingBalanceAt(ctx, t.recipient)
		}
		return t.target.BalanceAt(ctx, t.recipient, nil)
	}
	call := t.read(bindings.EncodeBalanceOf(t.recipient))
	var out []byte
	var err error
	if pending {
		out, err = t.target.PendingCallContract(ctx, call)
	} else {
		out, err = t.target.CallContract(ctx, call, nil)
	}
	return new(big.Int).SetBytes(out), err
}

// sign estimates the gas and returns the signed transaction. An error may be that the
// chain's node says it would revert.
func (t *transfer) sign(ctx context.Context) (raw []byte, hash common.Hash, err error) {
	tx, err := t.unsigned(ctx)
	if err != nil {
		return nil, common.Hash{}, err
	}
	signed, err := signer.SignTx(ctx, t.key, tx, chains.ChainID(t.from.ChainID))
	if err != nil {
		return nil, common.Hash{}, err
	}
	raw, err = signed.MarshalBinary()
	return raw, signed.Hash(), err
}

func (t *transfer) unsigned(ctx context.Context) (*types.Transaction, error) {
	bridge, value := t.from.Contracts.TokenBridge, new(big.Int)
	data := bindings.EncodeSendERC20(t.token, t.recipient, t.amount, uint64(t.to.ChainID))
	if t.token == (common.Address{}) {
		bridge, value = t.from.Contracts.ETHBridge, t.amount
		data = bindings.EncodeSendETH(t.recipient, uint64(t.to.ChainID))
	}
	if t.leaves {
		bridge, data = t.from.Contracts.Gateway, bindings.NewGateway().PackExit(t.token, t.recipient, t.amount)
	}
	sender := t.key.Address()
	pending := big.NewInt(int64(rpc.PendingBlockNumber)) // it will execute after everything decided
	gas, err := t.source.EstimateGasAtBlock(ctx, ethereum.CallMsg{From: sender, To: &bridge, Value: value, Data: data}, pending)
	if err != nil {
		return nil, fmt.Errorf("estimate gas on chain %d: %w", t.from.ChainID, err)
	}
	nonce, err := t.source.PendingNonceAt(ctx, sender)
	if err != nil {
		return nil, fmt.Errorf("nonce of %s on chain %d: %w", sender, t.from.ChainID, err)
	}
	tip, err := t.source.SuggestGasTipCap(ctx)
	if err != nil {
		return nil, fmt.Errorf("tip on chain %d: %w", t.from.ChainID, err)
	}
	head, err := t.source.HeaderByNumber(ctx, nil)
	if err != nil {
		return nil, fmt.Errorf("head of chain %d: %w", t.from.ChainID, err)
	}
	feeCap := new(big.Int).Add(tip, new(big.Int).Lsh(head.BaseFee, 1)) // good for six full blocks
	return types.NewTx(&types.DynamicFeeTx{
		ChainID: chains.ChainID(t.from.ChainID).Big(), Nonce: nonce, GasTipCap: tip, GasFeeCap: feeCap,
		Gas: gas + gas/5, To: &bridge, Value: value, Data: data, // the state may have moved on when it executes
	}), nil
}

func (t *transfer) close() {
	for _, c := range []*ethclient.Client{t.source, t.target} {
		if c != nil {
			c.Close()
		}
	}
}

// revertOf returns a refusal for an error of a call or an estimate that reverted.
func revertOf(err error, chain chains.ChainID) (*chains.RefusalData, bool) {
	var answer rpc.DataError
	if !errors.As(err, &answer) {
		return nil, false
	}
	text, ok := answer.ErrorData().(string)
	if !ok {
		return nil, false
	}
	data, decodeErr := hexutil.Decode(text)
	if decodeErr != nil {
		return nil, false
	}
	return &chains.RefusalData{
		Code: chains.RefusedReverted, ChainID: hexutil.Uint64(chain), Data: data,
		Reason: "execution reverted: " + bindings.DecodeRevert(data),
		Hint:   "nothing was sent",
	}, true
}
