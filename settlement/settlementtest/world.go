// Package settlementtest is a small set of chains for tests of settlement and of the
// verifier: an L1 and some L2s, each a real node in this process, with the contracts on
// them. Blocks are made by hand, so that a test decides what is in a slot, right or wrong.
package settlementtest

import (
	"context"
	"errors"
	"maps"
	"math/big"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/params"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/devnode"
	"github.com/ssequencer/ssequencer/chains/engine"
	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/signer"
)

// L1ID is the chain id of every World's L1.
const L1ID chains.ChainID = 900

const (
	gasLimit = 60_000_000
	homeID   = 901
)

// World is an L1 and its L2s. It belongs to one test and is used by one goroutine.
type World struct {
	t          testing.TB
	L1         *devnode.L1
	L1Client   *ethclient.Client
	Settlement common.Address // Batches
	Suite      bindings.Suite
	Plan       bindings.Deployment
	Chains     []*Chain

	Operator *signer.Key // deploys, registers
	User     *signer.Key // sends messages
	Relayer  *signer.Key
	Signer   *signer.Key // of batches
	Poster   *signer.Key
	// Generations are those of pairs that were opened again.
	Generations map[chains.Pair]uint64
	time        uint64 // last slot
	preset      map[chains.ChainID]types.GenesisAlloc
}

// Chain is one L2.
type Chain struct {
	Config chains.Contracts
	ID     chains.ChainID
	Node   *devnode.Node
	Engine *engine.Client
	Head   *types.Header
}

// Start starts the nodes, deploys everything, opens all pairs between the chains and
// announces them on L1, with start block 1. Everything stops with the test.
func Start(t testing.TB, ids ...chains.ChainID) *World {
	t.Helper()
	return StartSuite(t, ids, SuiteOptions{}).World
}

// newWorld starts the L1.
func newWorld(t testing.TB) *World {
	t.Helper()
	w := &World{t: t, Operator: key("operator"), User: key("user"), Relayer: key("relayer"), Signer: key("signer"), Poster: key("poster"),
		time: uint64(time.Now().Unix()) - 3000}
	w.startL1()
	return w
}

// startChains starts the L2s with their contracts, made for the deployment on L1, and opens
// all pairs between them.
func (w *World) startChains(ids []chains.ChainID) {
	w.t.Helper()
	w.Plan = bindings.Plan(w.Operator.Address(), w.Operator.Address(), w.DeploymentID(), homeID, w.User.Address(), big.NewInt(params.Ether))
	for _, id := range ids {
		w.Chains = append(w.Chains, w.startChain(id))
	}
	setup := w.NewSlot()
	for _, c := range w.Chains {
		for _, step := range w.Plan.Steps {
			if _, there := w.preset[c.ID][step.Address]; there {
				continue
			}
			setup.Add(c.ID, w.Operator, bindings.Create2Proxy, bindings.CREATE2Call(step.InitCode))
		}
		for _, peer := range ids {
			if peer != c.ID {
				setup.Add(c.ID, w.Operator, w.Plan.Messenger, bindings.EncodeOpenInbound(uint64(peer), 1))
				setup.Add(c.ID, w.Operator, w.Plan.Messenger, bindings.EncodeOpenOutbound(uint64(peer), 1))
			}
		}
		setup.Add(c.ID, w.Operator, w.Plan.Messenger, bindings.EncodeSetRelayer(w.Relayer.Address(), true))
	}
	setup.Build()
}

func key(name string) *signer.Key {
	k, err := signer.FromHex(crypto.Keccak256Hash([]byte("settlementtest " + name)).Hex())
	if err != nil {
		panic(err)
	}
	return k
}

// DeploymentID is the deployment's id.
func (w *World) DeploymentID() common.Hash { return chains.DeploymentID(L1ID, w.Settlement) }

// Chain returns the chain with the id.
func (w *World) Chain(id chains.ChainID) *Chain {
	for _, c := range w.Chains {
		if c.ID == id {
			return c
		}
	}
	w.t.Fatalf("no chain %d", id)
	return nil
}

func (w *World) must(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
}

func (w *World) alloc(id chains.ChainID) types.GenesisAlloc {
	rich := types.Account{Balance: new(big.Int).Mul(big.NewInt(1000), big.NewInt(params.Ether))}
	alloc := make(types.GenesisAlloc)
	for _, k := range []*signer.Key{w.Operator, w.User, w.Relayer, w.Signer, w.Poster} {
		alloc[k.Address()] = rich
	}
	maps.Copy(alloc, w.preset[id])
	return alloc
}

func (w *World) config(id chains.ChainID) devnode.Config {
	return devnode.Config{ChainID: id, GasLimit: gasLimit, GenesisTime: w.time, Alloc: w.alloc(id)}
}

func (w *World) startL1() {
	w.t.Helper()
	l1, err := devnode.StartL1(context.Background(), devnode.L1Config{Config: w.config(L1ID)}, zap.NewNop())
	w.must(err)
	w.t.Cleanup(func() { w.must(l1.Close()) })
	w.L1, w.L1Client = l1, ethclient.NewClient(l1.Attach())
	w.t.Cleanup(w.L1Client.Close)
}

func (w *World) startChain(id chains.ChainID) *Chain {
	w.t.Helper()
	ctx := context.Background()
	node, err := devnode.Start(ctx, w.config(id), zap.NewNop())
	w.must(err)
	w.t.Cleanup(func() { w.must(node.Close()) })
	client := node.Attach()
	e, err := engine.NewWithClients(ctx, engine.Config{ChainID: id}, client, client)
	w.must(err)
	w.t.Cleanup(e.Close)
	head, err := e.Head(ctx)
	w.must(err)
	return &Chain{ID: id, Node: node, Engine: e, Head: head, Config: chains.Contracts{Messenger: w.Plan.Messenger,
		RootStore: w.Plan.RootStore, TokenBridge: w.Plan.TokenBridge, ETHBridge: w.Plan.ETHBridge, TestToken: w.Plan.TestToken}}
}

// MineL1 produces an L1 block.
func (w *World) MineL1() {
	w.t.Helper()
	_, err := w.L1.Mine(context.Background())
	w.must(err)
}

// SendL1 sends a transaction on L1, mines it and fails the test if it reverts.
func (w *World) SendL1(from *signer.Key, to common.Address, data []byte) *types.Receipt {
	w.t.Helper()
	return w.includeL1(from, newTx(L1ID, w.nonceL1(from), to, data))
}

// PayL1 is SendL1 with a value, and with as much gas as a transaction may have.
func (w *World) PayL1(from *signer.Key, to common.Address, data []byte, value *big.Int) *types.Receipt {
	w.t.Helper()
	return w.includeL1(from, types.NewTx(&types.DynamicFeeTx{ChainID: L1ID.Big(), Nonce: w.nonceL1(from), To: &to, Value: value, Data: data,
		Gas: params.MaxTxGas, GasFeeCap: big.NewInt(100 * params.GWei), GasTipCap: big.NewInt(params.GWei)}))
}

func (w *World) nonceL1(of *signer.Key) uint64 {
	w.t.Helper()
	nonce, err := w.L1Client.NonceAt(context.Background(), of.Address(), nil)
	w.must(err)
	return nonce
}

// includeL1 mines until a transaction is included: on a busy machine the node's pool may
// be a block behind its chain, and then the next block goes without it.
func (w *World) includeL1(from *signer.Key, unsigned *types.Transaction) *types.Receipt {
	w.t.Helper()
	ctx := context.Background()
	tx, err := signer.SignTx(ctx, from, unsigned, L1ID)
	w.must(err)
	w.must(w.L1Client.SendTransaction(ctx, tx))
	for range 20 {
		w.MineL1()
		receipt, err := w.L1Client.TransactionReceipt(ctx, tx.Hash())
		if errors.Is(err, ethereum.NotFound) {
			continue
		}
		w.must(err)
		if receipt.Status != 1 {
			w.t.Fatalf("L1 transaction to %s reverted", tx.To())
		}
		return receipt
	}
	w.t.Fatalf("L1 does not take the transaction to %s", tx.To())
	return nil
}

func newTx(chain chains.ChainID, nonce uint64, to common.Address, data []byte) *types.Transaction {
	return types.NewTx(&types.DynamicFeeTx{ChainID: chain.Big(), Nonce: nonce, To: &to, Data: data, Gas: 8_000_000,
		GasFeeCap: big.NewInt(100 * params.GWei), GasTipCap: big.NewInt(params.GWei)})
}
