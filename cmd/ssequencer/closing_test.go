package main

import (
	"encoding/json"
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/params"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/cmd/ssequencer/devnet"
	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/signer"
)

func governedDevnet(dir string) devnet.Config {
	return devnet.Config{BatchSlots: 1, BlockTime: time.Second, ChainsConfig: devnet.ChainsConfig{L2Count: 2, DataDir: dir, GasLimit: devnet.MinGasLimit,
		Window: time.Second, L1BlockTime: 300 * time.Millisecond}}
}

// newGovernedDevnet is newGoverned with a devnet's service, which lists its token of L1.
func newGovernedDevnet(t *testing.T) (*governed, devnet.Info) {
	t.Helper()
	cfg := governedDevnet(t.TempDir())
	g := &governed{t: t, cfg: cfg.ChainsConfig, batch: bindings.NewBatches(), dir: cfg.DataDir}
	g.config = filepath.Join(g.dir, "ssequencer.toml")
	c, info := g.startDevnet(cfg)
	g.keys, g.suite, g.door = c.Keys, c.Suite, c.Door
	var err error
	g.plan, err = devnet.NewElsewhere(cfg.ChainsConfig, c.L1.Genesis().Timestamp)
	g.must(err)
	return g, info
}

// startDevnet starts a devnet with its service.
func (g *governed) startDevnet(cfg devnet.Config) (*devnet.Chains, devnet.Info) {
	g.t.Helper()
	d, err := devnet.Start(g.t.Context(), cfg, zap.NewNop())
	if err != nil {
		g.t.Fatal(err)
	}
	g.stop = sync.OnceFunc(func() {
		if err := d.Close(); err != nil {
			g.t.Errorf("stop the devnet: %v", err)
		}
	})
	g.t.Cleanup(g.stop)
	g.take(d.Chains)
	g.url = d.Info().Chains[0].RPC
	return d.Chains, d.Info()
}

// take remembers the nodes that run now.
func (g *governed) take(c *devnet.Chains) {
	g.l1, g.nodes = c.L1.HTTP(), nil
	for _, l2 := range c.L2s {
		g.nodes = append(g.nodes, governedNode{l2.Node, l2.Engine})
	}
}

// restart has a devnet's chains started again, and on them a service by its configuration.
func (g *governed) restart() {
	g.t.Helper()
	g.stop()
	c, err := devnet.StartChains(g.t.Context(), g.cfg, zap.NewNop())
	if err != nil {
		g.t.Fatal(err)
	}
	g.t.Cleanup(func() {
		if err := c.Close(); err != nil {
			g.t.Errorf("stop the chains: %v", err)
		}
	})
	g.take(c)
	g.run()
}

// A chain takes nothing any more from L1, and what was locked for it is owed for longer than
// allowed. The governor closes the pair, sending side first: nothing more enters, while what
// is on the chains moves and leaves. What was owed is received when the chain is back, here
// as one that fails, and goes back to who locked it. The verifier is content with all of it.
func TestPairIsClosed(t *testing.T) {
	if os.Getenv("SSEQ_GOVERNANCE") == "" {
		t.Skip("with SSEQ_GOVERNANCE only (make governance)")
	}
	t.Parallel()
	g, info := newGovernedDevnet(t)
	const l1, a = devnet.L1ChainID, chains.ChainID(901)
	user, err := signer.FromHex(common.Bytes2Hex(info.Accounts[0].PrivateKey))
	g.must(err)
	on, bob, from := " --l1 "+g.l1, info.Accounts[1].Address, user.Address()
	expect(t, g.says("send --from-chain 900 --to-chain 901 --amount 40"+on), codeOK, "minted on chain 901")
	expect(t, g.says("send --from-chain 901 --to-chain 902 --amount 30 --token "+info.Chains[0].L1Token.Hex()), codeOK, "0 -> 30 L1T")
	left := g.says("send --from-chain 902 --to-chain 900 --amount 25 --json " + bob.Hex())
	expect(t, left, codeOK)
	var sent sendResult
	g.must(json.Unmarshal([]byte(left.out), &sent))

	relayer := g.keys.Relayer.Address()
	g.registrar("remove-relayer 901 " + relayer.Hex())
	g.registrar(fmt.Sprintf("set-credit 901 %s %s 1", info.Chains[0].Gateway, info.Chains[0].L1Token))
	seven := new(big.Int).Mul(big.NewInt(7), big.NewInt(params.Ether))
	g.governs(order{user, l1, g.door.Token, bindings.NewTestToken().PackApprove(g.door.Lockbox, seven)})
	g.governs(order{user, l1, g.door.Lockbox, bindings.NewLockbox().PackEnter(a.Big(), g.door.Token, from, seven)})
	var found result
	g.until("the entry is owed for too long", func() bool {
		found = g.verify(2, "--max-owed-age", "4s")
		return strings.Contains(found.out, "1 messages, of 1 owed from message 1 on")
	})
	expect(t, found, codeCheck, "pair 900 to 901: owed")

	expect(t, g.says("registrar close-receiving 900:901"+on), codeFailure, "the sending side is open: close it first")
	g.registrar("close-sending 900:901")
	closed := g.announce("close-pair 900:901")
	expect(t, g.says("registrar close-receiving 900:901"+on), codeFailure, "2 messages were sent, 1 are received")
	expect(t, g.says("send --from-chain 900 --to-chain 901 --amount 1"+on), codeFailure, "PeerNotOpen")
	expect(t, g.says("exit "+sent.TxHash.Hex()+" --wait"+on), codeOK, "25 STT released to "+bob.Hex())
	g.awaitBatch(closed)

	g.registrar("add-relayer 901 " + relayer.Hex())
	messages := bindings.EncodeTree(true, uint64(l1), 1)
	g.until("the entry is received", func() bool { return g.reads(a, g.plan.Contracts().RootStore, messages).Uint64() == 2 })
	back := g.governs(order{user, a, info.Chains[0].Gateway, bindings.NewGateway().PackRefundEntry(common.Big1, info.Chains[0].L1Token, from, from, seven)})
	expect(t, g.says("exit "+back.TxHash.Hex()+" --wait"+on), codeOK, "7 STT released to "+from.Hex())
	g.registrar("close-receiving 900:901")
	g.awaitBatch(g.onL1(g.batch.PackLatestBatch()) + 2)

	locked := g.reads(l1, g.door.Token, bindings.EncodeBalanceOf(g.door.Lockbox))
	backed := new(big.Int)
	for _, id := range []chains.ChainID{a, 902} {
		backed.Add(backed, g.reads(id, info.Chains[0].L1Token, bindings.EncodeTotalSupply()))
	}
	if locked.Cmp(backed) != 0 {
		t.Errorf("%v are locked, on the chains are %v", locked, backed)
	}
	expect(t, g.verify(2), codeOK, "batch 1: ok", "everything holds")
	g.nextGeneration()
}

// nextGeneration closes the pair of the chains, too, and opens both pairs again, in their
// next generation. The devnet's service, and one that is run by its configuration on what
// that has left, have read that from L1 when they start.
func (g *governed) nextGeneration() {
	g.t.Helper()
	g.registrar("close-sending 901:902")
	expect(g.t, g.says("send --from-chain 901 --to-chain 902 --amount 1"), codeFailure, "PeerNotOpen")
	expect(g.t, g.says("send --from-chain 902 --to-chain 901 --amount 1 --token ETH"), codeOK)
	g.registrar("close-receiving 901:902")
	g.awaitBatch(g.announce("close-pair 901:902"))

	g.registrar("open-receiving 900:901 901:902")
	g.registrar("open-sending 900:901 901:902")
	next := g.announce("open-pair 900:901 901:902")
	expect(g.t, g.says("send --from-chain 901 --to-chain 902 --amount 1"), codeFailure, "belongs to no opened pair")
	g.stop()
	g.startDevnet(governedDevnet(g.dir))
	expect(g.t, g.says("send --from-chain 901 --to-chain 902 --amount 1"), codeOK, "burn", "mint")
	g.restart()
	on := " --l1 " + g.l1
	expect(g.t, g.says("send --from-chain 901 --to-chain 902 --amount 1"), codeOK, "burn", "mint")
	g.registrar(fmt.Sprintf("set-credit 901 %s %s %v", g.plan.Contracts().Gateway, g.plan.Contracts().L1Token, bindings.UnlimitedCredit()))
	expect(g.t, g.says("send --from-chain 900 --to-chain 901 --amount 2 --token "+g.door.Token.Hex()+on), codeOK, "minted on chain 901")
	left := g.says("send --from-chain 901 --to-chain 900 --amount 2 --json --token " + g.plan.Contracts().L1Token.Hex())
	expect(g.t, left, codeOK)
	var sent sendResult
	g.must(json.Unmarshal([]byte(left.out), &sent))
	expect(g.t, g.says("exit "+sent.TxHash.Hex()+" --wait"+on), codeOK, "2 STT released to")
	g.awaitBatch(next + 1)
	expect(g.t, g.verify(2), codeOK, "batch 1: ok", "everything holds")
}
