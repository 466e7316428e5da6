package engine_test

import (
	"crypto/ecdsa"
	"encoding/json"
	"errors"
	"maps"
	"math/big"
	"reflect"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/chainstest"
	"github.com/ssequencer/ssequencer/chains/engine"
	"github.com/ssequencer/ssequencer/test/opgeth"
	"github.com/ssequencer/ssequencer/tracer/shard"
)

const opChain chains.ChainID = 901

// op-geth passes the suite that every node must pass, with the methods of each version of
// the Engine API that it has, over HTTP and over its socket.
func TestOPStackNode(t *testing.T) {
	for _, fork := range []chains.OPFork{chains.Ecotone, chains.Holocene, chains.Jovian} {
		t.Run(fork.String(), func(t *testing.T) { opSuite(t, opgeth.Config{Fork: fork}) })
	}
	t.Run("ipc", func(t *testing.T) { opSuite(t, opgeth.Config{Fork: chains.Jovian, IPC: true}) })
}

func opSuite(t *testing.T, cfg opgeth.Config) {
	chainstest.Suite(t, func(t *testing.T) *chainstest.NodeUnderTest {
		key := opKey(t)
		cfg := cfg
		cfg.ChainID, cfg.GenesisTime, cfg.GasLimit, cfg.DataDir = opChain, 1_700_000_000, 60_000_000, t.TempDir()
		ether := new(big.Int).Mul(big.NewInt(1000), big.NewInt(params.Ether))
		cfg.Alloc = types.GenesisAlloc{crypto.PubkeyToAddress(key.PublicKey): {Balance: ether}}
		n := opgeth.Start(t, cfg)
		client := dialOP(t, n)
		t.Cleanup(client.Close)
		return &chainstest.NodeUnderTest{
			Client: client, Chain: n.Rules.ChainConfig(opChain), Funded: key, OP: opBlock(n.Rules),
			Reopen: func(t *testing.T) *engine.Client {
				if err := n.Stop(); err != nil {
					t.Fatal(err)
				}
				n.Restart(t)
				return client // it connects again by itself
			},
		}
	})
}

// After a kill -9 op-geth takes the blocks it has lost again, one by one, and goes on.
func TestOPStackCrash(t *testing.T) {
	n := opgeth.Start(t, opgeth.Config{ChainID: opChain, Fork: chains.Jovian, GenesisTime: 1_700_000_000, GasLimit: 60_000_000, DataDir: t.TempDir()})
	client := dialOP(t, n)
	defer client.Close()
	var payloads []*chains.Payload
	for range 20 {
		payloads = append(payloads, extendOP(t, client, n.Rules))
	}
	if err := n.Kill(); err != nil {
		t.Fatal(err)
	}
	if _, err := client.Head(t.Context()); err == nil {
		t.Error("a dead node has a head")
	}
	n.Restart(t)
	head, err := client.Head(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d of %d blocks are left", head.Number, len(payloads))
	if err := chainstest.Refeed(t.Context(), client, payloads); err != nil {
		t.Fatal(err)
	}
	if p := extendOP(t, client, n.Rules); p.ParentHash != payloads[len(payloads)-1].Hash {
		t.Errorf("it goes on after %s", p.ParentHash)
	}
}

// extendOP adopts one block that holds the L1 attributes.
func extendOP(t *testing.T, client *engine.Client, rules *chains.OPStack) *chains.Payload {
	t.Helper()
	parent, err := client.Head(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	open := &chains.Open{
		ChainID: opChain, Number: parent.Number.Uint64() + 1, ParentHash: parent.Hash(), Timestamp: parent.Time + 2,
		FeeRecipient: chains.SequencerFeeVault, GasLimit: parent.GasLimit,
	}
	p, err := client.Build(t.Context(), open, opBlock(rules)(t, open, parent))
	if err != nil {
		t.Fatal(err)
	}
	if err := client.NewPayload(t.Context(), p); err != nil {
		t.Fatal(err)
	}
	if err := client.Adopt(t.Context(), p.Hash, common.Hash{}, common.Hash{}); err != nil {
		t.Fatal(err)
	}
	checkReadBack(t, client, p)
	return p
}

// checkReadBack checks that a block is read from the node as the node was given it.
func checkReadBack(t *testing.T, client *engine.Client, p *chains.Payload) {
	t.Helper()
	b, err := client.Block(t.Context(), p.Hash)
	if err != nil {
		t.Fatal(err)
	}
	var want, got map[string]any
	if err := errors.Join(json.Unmarshal(p.Raw, &want), json.Unmarshal(b.Payload.Raw, &got)); err != nil {
		t.Fatal(err)
	}
	maps.DeleteFunc(want, func(_ string, value any) bool { return value == nil }) // of forks to come
	if !reflect.DeepEqual(want, got) {
		t.Errorf("block %d is read back as\n%v\nwant\n%v", p.Number, got, want)
	}
}

func opKey(t *testing.T) *ecdsa.PrivateKey {
	t.Helper()
	key, err := crypto.ToECDSA(crypto.Keccak256([]byte("op stack node")))
	if err != nil {
		t.Fatal(err)
	}
	return key
}

func dialOP(t *testing.T, n *opgeth.Node) *engine.Client {
	t.Helper()
	cfg := n.EngineConfig()
	if n.IPC != "" {
		cfg.EngineURL, cfg.RPCURL = n.IPC, n.IPC
	}
	client, err := engine.Dial(t.Context(), cfg)
	if err != nil {
		t.Fatal(err)
	}
	return client
}

// opBlock returns what gives a block the inputs its fork wants and its L1 attributes.
func opBlock(rules *chains.OPStack) func(testing.TB, *chains.Open, *types.Header) [][]byte {
	return func(t testing.TB, open *chains.Open, parent *types.Header) [][]byte {
		t.Helper()
		s, err := shard.New(shard.Config{ChainID: open.ChainID, OP: rules}, nil, shard.HeadOf(parent))
		if err != nil {
			t.Fatal(err)
		}
		fork := rules.Fork(open.Timestamp)
		open.BaseFee, open.ExtraData = s.NextBaseFee(), rules.FeeMarket().ExtraData(fork)
		a := &chains.L1Attributes{
			Origin: chains.BlockRef{Number: 1, Hash: common.Hash{1}}, BaseFee: big.NewInt(params.GWei), BlobBaseFee: big.NewInt(1),
			Sequence: open.Number, BaseFeeScalar: 1000, BlobBaseFeeScalar: 1000,
		}
		tx, err := a.Deposit(open.ChainID, fork)
		if err != nil {
			t.Fatal(err)
		}
		return [][]byte{tx.Raw()}
	}
}
