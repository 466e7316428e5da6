package devnode_test

import (
	"crypto/ecdsa"
	"math/big"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/chainstest"
	"github.com/ssequencer/ssequencer/chains/devnode"
	"github.com/ssequencer/ssequencer/chains/engine"
)

// testKey owns all there is on the chains of these tests.
func testKey() *ecdsa.PrivateKey {
	key, err := crypto.ToECDSA(crypto.Keccak256([]byte("devnode test")))
	if err != nil {
		panic(err)
	}
	return key
}

func testConfig(dataDir string) devnode.Config {
	ether := new(big.Int).Mul(big.NewInt(1000), big.NewInt(params.Ether))
	return devnode.Config{
		ChainID: 901, DataDir: dataDir, GasLimit: 300_000_000, GenesisTime: 1_700_000_000,
		Alloc: types.GenesisAlloc{crypto.PubkeyToAddress(testKey().PublicKey): {Balance: ether}},
	}
}

func startNode(t *testing.T, cfg devnode.Config) *devnode.Node {
	t.Helper()
	n, err := devnode.Start(t.Context(), cfg, zap.NewNop())
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func closeNode(t *testing.T, n *devnode.Node) {
	t.Helper()
	if err := n.Close(); err != nil {
		t.Error(err)
	}
}

func overHTTP(t *testing.T, n *devnode.Node) *engine.Client {
	t.Helper()
	c, err := engine.Dial(t.Context(), httpConfig(n))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func httpConfig(n *devnode.Node) engine.Config {
	return engine.Config{ChainID: n.ChainID(), EngineURL: n.AuthHTTP(), RPCURL: n.HTTP(), JWTSecret: n.JWTSecret(), Genesis: n.Genesis().ToBlock().Hash()}
}

func inProcess(t *testing.T, n *devnode.Node) *engine.Client {
	t.Helper()
	client := n.Attach()
	c, err := engine.NewWithClients(t.Context(), engine.Config{ChainID: n.ChainID(), Genesis: n.Genesis().ToBlock().Hash()}, client, client)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// The suite holds for nodes in memory and on disk, over HTTP and in-process.
func TestConformance(t *testing.T) {
	for name, connect := range map[string]func(*testing.T, *devnode.Node) *engine.Client{"http": overHTTP, "in-process": inProcess} {
		t.Run(name, func(t *testing.T) {
			chainstest.Suite(t, func(t *testing.T) *chainstest.NodeUnderTest { return underTest(t, t.TempDir(), connect) })
		})
	}
	t.Run("memory", func(t *testing.T) {
		chainstest.Suite(t, func(t *testing.T) *chainstest.NodeUnderTest {
			under := underTest(t, "", inProcess)
			under.Reopen = nil
			return under
		})
	})
}

func underTest(t *testing.T, dataDir string, connect func(*testing.T, *devnode.Node) *engine.Client) *chainstest.NodeUnderTest {
	n := startNode(t, testConfig(dataDir))
	client := connect(t, n)
	t.Cleanup(func() {
		client.Close()
		closeNode(t, n)
	})
	return &chainstest.NodeUnderTest{
		Client: client, Chain: n.ChainConfig(), Funded: testKey(),
		Reopen: func(t *testing.T) *engine.Client {
			client.Close()
			closeNode(t, n)
			n = startNode(t, testConfig(dataDir))
			client = connect(t, n)
			return client
		},
	}
}

// extend adopts one block that moves a little money and shows it to seen.
func extend(t *testing.T, c *engine.Client, config *params.ChainConfig, seen func(*chains.Payload)) error {
	t.Helper()
	head, err := c.Head(t.Context())
	if err != nil {
		return err
	}
	tx, err := types.SignNewTx(testKey(), types.LatestSigner(config), &types.DynamicFeeTx{
		ChainID: config.ChainID, Nonce: head.Number.Uint64(), To: &common.Address{1}, Value: common.Big1, Gas: 30_000,
		GasTipCap: common.Big1, GasFeeCap: big.NewInt(10 * params.GWei),
	})
	if err != nil {
		return err
	}
	raw, err := tx.MarshalBinary()
	if err != nil {
		return err
	}
	p, err := c.Build(t.Context(), chainstest.NextOpen(config, head, time.Second), [][]byte{raw})
	if err != nil {
		return err
	}
	if err := c.NewPayload(t.Context(), p); err != nil {
		return err
	}
	if err := c.Adopt(t.Context(), p.Hash, common.Hash{}, common.Hash{}); err != nil {
		return err
	}
	if seen != nil {
		seen(p)
	}
	return nil
}
