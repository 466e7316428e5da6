package bindings

import (
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/state"
	"github.com/ethereum/go-ethereum/core/tracing"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm/runtime"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"
	"github.com/holiman/uint256"
)

// Parties of the tests, and the chain where the test token lives.
var (
	registrar = common.HexToAddress("0x1000")
	guardian  = common.HexToAddress("0x2000")
	relayer   = common.HexToAddress("0x3000")
	alice     = common.HexToAddress("0xa11ce")
	bob       = common.HexToAddress("0xb0b")
)

const homeChain = 901

func testPlan() Deployment {
	supply := new(big.Int).Mul(big.NewInt(1_000_000), big.NewInt(params.Ether))
	return Plan(registrar, guardian, crypto.Keccak256Hash([]byte("deployment")), homeChain, alice, supply)
}

// chain is an EVM with the contracts deployed on it.
type chain struct {
	t    *testing.T
	id   uint64
	time uint64
	// number of the blocks that transactions are in.
	number uint64
	state  *state.StateDB
	plan   Deployment
}

// newEmptyChain has the CREATE2 proxy and nothing else.
func newEmptyChain(t *testing.T, id uint64) *chain {
	t.Helper()
	db, err := state.New(types.EmptyRootHash, state.NewDatabaseForTesting())
	if err != nil {
		t.Fatal(err)
	}
	db.SetCode(Create2Proxy, Create2ProxyCode(), tracing.CodeChangeUnspecified)
	return &chain{t: t, id: id, state: db, plan: testPlan()}
}

// newChain deploys everything through the proxy, opens the peers and registers relayer.
func newChain(t *testing.T, id uint64, peers ...uint64) *chain {
	t.Helper()
	c := newEmptyChain(t, id)
	for _, step := range c.plan.Steps {
		out := c.must(alice, Create2Proxy, CREATE2Call(step.InitCode))
		if got := common.BytesToAddress(out); got != step.Address {
			t.Fatalf("%s deployed at %v, planned at %v", step.Name, got, step.Address)
		}
	}
	for _, peer := range peers {
		c.must(registrar, c.plan.Messenger, EncodeOpenInbound(peer, 1))
		c.must(registrar, c.plan.Messenger, EncodeOpenOutbound(peer, 1))
	}
	c.must(registrar, c.plan.Messenger, EncodeSetRelayer(relayer, true))
	return c
}

// call makes a call as a transaction of its own.
func (c *chain) call(from, to common.Address, value uint64, input []byte) ([]byte, error) {
	out, _, err := c.transact(from, to, value, input)
	return out, err
}

// transact is call that also tells the gas which the transaction would use.
func (c *chain) transact(from, to common.Address, value uint64, input []byte) ([]byte, uint64, error) {
	config := *params.MergedTestChainConfig
	config.ChainID = new(big.Int).SetUint64(c.id)
	config.AmsterdamTime = nil
	cfg := &runtime.Config{
		ChainConfig: &config, Origin: from, State: c.state, GasLimit: 16_000_000,
		Value: new(big.Int).SetUint64(value), Random: new(common.Hash), BaseFee: new(big.Int), Time: c.time, BlockNumber: new(big.Int).SetUint64(c.number),
	}
	rules := config.Rules(new(big.Int), true, 0)
	amount := uint256.NewInt(value)
	c.state.AddBalance(from, amount, tracing.BalanceChangeUnspecified)
	intrinsic, err := core.IntrinsicGas(input, nil, nil, from, &to, amount, rules)
	if err != nil {
		c.t.Fatal(err)
	}
	out, left, err := runtime.Call(to, input, cfg)
	used := intrinsic + cfg.GasLimit - left
	used -= min(c.state.GetRefund(), used/params.RefundQuotientEIP3529)
	c.state.Finalise(rules)
	return out, used, err
}

func (c *chain) must(from, to common.Address, input []byte) []byte {
	c.t.Helper()
	out, err := c.call(from, to, 0, input)
	if err != nil {
		c.t.Fatalf("chain %d: call of %v: %v: %s", c.id, to, err, DecodeRevert(out))
	}
	return out
}

// last returns the last log of the topic.
func (c *chain) last(topic common.Hash) *types.Log {
	c.t.Helper()
	logs := c.state.Logs()
	for i := len(logs) - 1; i >= 0; i-- {
		if logs[i].Address == c.plan.Messenger && logs[i].Topics[0] == topic {
			return logs[i]
		}
	}
	c.t.Fatalf("no log of topic %v", topic)
	return nil
}
