package devnet

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/consensus/misc/eip1559"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/devnode"
	"github.com/ssequencer/ssequencer/chains/engine"
	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/signer"
)

// call is one transaction of the deployer.
type call struct {
	what  string // for errors
	to    common.Address
	data  []byte
	gas   uint64
	value *big.Int // wei, nil for none
}

const (
	deployGas = 8_000_000
	callGas   = 500_000
)

// generation is the first one of every pair (PROTOCOL C4).
const generation = 1

// setupCalls returns what the deployer does in an L2's setup blocks. The first deploys
// the contracts and opens the receiving sides; the sending sides open in the second, once
// every peer can receive (C4).
func (p *plan) setupCalls(id chains.ChainID) [setupBlocks][]call {
	var blocks [setupBlocks][]call
	d := &p.deployment
	for _, step := range d.Steps {
		blocks[0] = append(blocks[0], call{what: "deploy " + step.Name, to: bindings.Create2Proxy, data: bindings.CREATE2Call(step.InitCode), gas: deployGas})
	}
	blocks[0] = append(blocks[0], call{what: "register the relayer", to: d.Messenger, data: bindings.EncodeSetRelayer(p.keys.Relayer.Address(), true), gas: callGas})
	credit := bindings.NewTokenBridge() // the ETH bridge's is set in the same way
	blocks[0] = append(blocks[0],
		call{what: "set the test token's credit", to: d.TokenBridge, data: credit.PackSetCredit(d.TestToken, ether(int64(p.cfg.Credit))), gas: callGas},
		call{what: "set ETH's credit", to: d.ETHBridge, data: credit.PackSetCredit(common.Address{}, ether(int64(p.cfg.CreditETH))), gas: callGas})
	for _, peer := range p.l2s() {
		if peer == id {
			continue
		}
		blocks[0] = append(blocks[0], call{what: "open inbound " + peer.String(), to: d.Messenger, data: bindings.EncodeOpenInbound(uint64(peer), generation), gas: callGas})
		blocks[1] = append(blocks[1], call{what: "open outbound " + peer.String(), to: d.Messenger, data: bindings.EncodeOpenOutbound(uint64(peer), generation), gas: callGas})
	}
	onReceiving, onSending := p.doorOn()
	blocks[0], blocks[1] = append(blocks[0], onReceiving...), append(blocks[1], onSending...)
	if id == FirstL2ChainID {
		for _, a := range p.accounts {
			blocks[0] = append(blocks[0], call{what: "give tokens to " + a.Address.Hex(), to: d.TestToken, data: bindings.EncodeTransfer(a.Address, p.tokensEach()), gas: callGas})
		}
	}
	return blocks
}

// setUp brings an L2 to have at least the given number (1 or 2) of setup blocks. The
// blocks' content and header inputs are fixed, so are their hashes: repeating what a
// crashed node forgot yields the same blocks.
func (p *plan) setUp(ctx context.Context, l2 *engine.Client, number uint64) error {
	head, err := l2.Head(ctx)
	if err != nil {
		return err
	}
	// Adopting its own head tells a restarted node that it is in sync.
	if err := l2.Adopt(ctx, head.Hash(), common.Hash{}, common.Hash{}); err != nil {
		return err
	}
	blocks := p.setupCalls(l2.ChainID())
	for next := head.Number.Uint64() + 1; next <= number; next++ {
		var nonce uint64
		for _, earlier := range blocks[:next-1] {
			nonce += uint64(len(earlier))
		}
		if head, err = p.extend(ctx, l2, head, nonce, blocks[next-1]); err != nil {
			return fmt.Errorf("chain %d: setup block %d: %w", l2.ChainID(), next, err)
		}
	}
	return nil
}

// extend adopts a block of the calls on head, after checking that each succeeded.
func (p *plan) extend(ctx context.Context, l2 *engine.Client, head *types.Header, nonce uint64, calls []call) (*types.Header, error) {
	txs := make([][]byte, len(calls))
	for i, c := range calls {
		tx, err := c.sign(ctx, p.keys.Deployer, l2.ChainID(), nonce+uint64(i))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", c.what, err)
		}
		if txs[i], err = tx.MarshalBinary(); err != nil {
			return nil, fmt.Errorf("%s: %w", c.what, err)
		}
	}
	payload, err := l2.Build(ctx, setupOpen(devnode.ChainConfig(l2.ChainID()), head), txs)
	var invalid *engine.InvalidTxError
	if errors.As(err, &invalid) {
		return nil, fmt.Errorf("%s: %w", calls[invalid.Index].what, err)
	}
	if err != nil {
		return nil, err
	}
	if err := l2.NewPayload(ctx, payload); err != nil {
		return nil, err
	}
	receipts, err := l2.Receipts(ctx, payload.Hash)
	if err != nil {
		return nil, err
	}
	for i, r := range receipts {
		if r.Status != types.ReceiptStatusSuccessful {
			return nil, fmt.Errorf("%s: reverted after %d gas", calls[i].what, r.GasUsed)
		}
	}
	if err := l2.Adopt(ctx, payload.Hash, common.Hash{}, common.Hash{}); err != nil {
		return nil, err
	}
	return l2.Head(ctx)
}

func (c *call) sign(ctx context.Context, key *signer.Key, id chains.ChainID, nonce uint64) (*types.Transaction, error) {
	return signer.SignTx(ctx, key, types.NewTx(&types.DynamicFeeTx{
		ChainID: id.Big(), Nonce: nonce, To: &c.to, Data: c.data, Gas: c.gas, Value: c.value,
		GasTipCap: big.NewInt(params.GWei), GasFeeCap: big.NewInt(100 * params.GWei),
	}), id)
}

// setupOpen is the header of a setup block: one second after its parent.
func setupOpen(config *params.ChainConfig, parent *types.Header) *chains.Open {
	number := parent.Number.Uint64() + 1
	seed := binary.BigEndian.AppendUint64(parent.Hash().Bytes(), number)
	return &chains.Open{
		ChainID: chains.ChainID(config.ChainID.Uint64()), Number: number, ParentHash: parent.Hash(), Timestamp: parent.Time + 1,
		PrevRandao: crypto.Keccak256Hash([]byte("ssequencer devnet setup"), seed), FeeRecipient: feeRecipient(),
		GasLimit: parent.GasLimit, BaseFee: eip1559.CalcBaseFee(config, parent),
	}
}
