package main

import (
	"encoding/json"
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

// newGovernedDevnet is newGoverned with a devnet's service, which lists its token of L1.
func newGovernedDevnet(t *testing.T) (*governed, devnet.Info) {
	t.Helper()
	cfg := devnet.Config{BatchSlots: 1, BlockTime: time.Second, ChainsConfig: devnet.ChainsConfig{L2Count: 2, DataDir: t.TempDir(), GasLimit: devnet.MinGasLimit,
		Window: time.Second, L1BlockTime: 300 * time.Millisecond}}
	d, err := devnet.Start(t.Context(), cfg, zap.NewNop())
	if err != nil {
		t.Fatal(err)
	}
	c, info := d.Chains, d.Info()
	g := &governed{t: t, keys: c.Keys, l1: c.L1.HTTP(), suite: c.Suite, door: c.Door, batch: bindings.NewBatches(), dir: cfg.DataDir, url: info.Chains[0].RPC}
	g.config = filepath.Join(g.dir, "ssequencer.toml")
	g.stop = sync.OnceFunc(func() {
		if err := d.Close(); err != nil {
			t.Errorf("stop the devnet: %v", err)
		}
	})
	t.Cleanup(func() { g.stop() })
	g.plan, err = devnet.NewElsewhere(cfg.ChainsConfig, c.L1.Genesis().Timestamp)
	g.must(err)
	g.cfg = cfg.ChainsConfig
	for _, l2 := range c.L2s {
		g.nodes = append(g.nodes, governedNode{l2.Node, l2.Engine})
	}
	return g, info
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
	g.l1, g.nodes = c.L1.HTTP(), nil
	for _, l2 := range c.L2s {
		g.nodes = append(g.nodes, governedNode{l2.Node, l2.Engine})
	}
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
	g.registrar(a, bindings.EncodeSetRelayer(relayer, false))
	g.governs(order{g.keys.Deployer, a, info.Chains[0].Gateway, bindings.NewGateway().PackSetCredit(info.Chains[0].L1Token, common.Big1)})
	seven := new(big.Int).Mul(big.NewInt(7), big.NewInt(params.Ether))
	g.governs(order{user, l1, g.door.Token, bindings.NewTestToken().PackApprove(g.door.Lockbox, seven)})
	g.governs(order{user, l1, g.door.Lockbox, bindings.NewLockbox().PackEnter(a.Big(), g.door.Token, from, seven)})
	var found result
	g.until("the entry is owed for too long", func() bool {
		found = g.verify(2, "--max-owed-age", "4s")
		return strings.Contains(found.out, "1 messages, of 1 owed from message 1 on")
	})
	expect(t, found, codeCheck, "pair 900 to 901: owed")

	g.registrar(l1, bindings.NewMessenger().PackCloseOutbound(a.Big()))
	pairs := bindings.AllPairs([]uint64{uint64(l1), 901, 902})
	pairs[0].Open = false
	closed := g.announce([]bindings.DependencySetMember{{ChainId: 901}, {ChainId: 902}}, pairs)
	expect(t, g.says("send --from-chain 900 --to-chain 901 --amount 1"+on), codeFailure, "PeerNotOpen")
	expect(t, g.says("exit "+sent.TxHash.Hex()+" --wait"+on), codeOK, "25 STT released to "+bob.Hex())
	g.awaitBatch(closed)

	g.registrar(a, bindings.EncodeSetRelayer(relayer, true))
	messages := bindings.EncodeTree(true, uint64(l1), 1)
	g.until("the entry is received", func() bool { return g.reads(a, g.plan.Contracts().RootStore, messages).Uint64() == 2 })
	back := g.governs(order{user, a, info.Chains[0].Gateway, bindings.NewGateway().PackRefundEntry(common.Big1, info.Chains[0].L1Token, from, from, seven)})
	expect(t, g.says("exit "+back.TxHash.Hex()+" --wait"+on), codeOK, "7 STT released to "+from.Hex())
	g.registrar(a, bindings.NewMessenger().PackCloseInbound(l1.Big()))
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
// next generation. The service, run by its configuration on what the devnet's has left, has
// read that from L1 when it starts.
func (g *governed) nextGeneration() {
	g.t.Helper()
	const l1, a, b = devnet.L1ChainID, chains.ChainID(901), chains.ChainID(902)
	m, two := bindings.NewMessenger(), []bindings.DependencySetMember{{ChainId: 901}, {ChainId: 902}}
	g.registrar(a, m.PackCloseOutbound(b.Big()))
	expect(g.t, g.says("send --from-chain 901 --to-chain 902 --amount 1"), codeFailure, "PeerNotOpen")
	expect(g.t, g.says("send --from-chain 902 --to-chain 901 --amount 1 --token ETH"), codeOK)
	g.registrar(b, m.PackCloseInbound(a.Big()))
	pairs := bindings.AllPairs([]uint64{uint64(l1), 901, 902})
	pairs[0].Open, pairs[3].Open = false, false
	g.awaitBatch(g.announce(two, pairs))

	g.registrar(a, bindings.EncodeOpenInbound(uint64(l1), 2))
	g.registrar(b, bindings.EncodeOpenInbound(uint64(a), 2))
	g.registrar(a, bindings.EncodeOpenOutbound(uint64(b), 2))
	g.registrar(l1, bindings.EncodeOpenOutbound(uint64(a), 2))
	for _, i := range []int{0, 3} {
		pairs[i].Open, pairs[i].Generation = true, 2
	}
	next := g.announce(two, pairs)
	expect(g.t, g.says("send --from-chain 901 --to-chain 902 --amount 1"), codeFailure, "belongs to no opened pair")
	g.restart()
	on := " --l1 " + g.l1
	expect(g.t, g.says("send --from-chain 901 --to-chain 902 --amount 1"), codeOK, "burn", "mint")
	g.governs(order{g.keys.Deployer, a, g.plan.Contracts().Gateway, bindings.NewGateway().PackSetCredit(g.plan.Contracts().L1Token, bindings.UnlimitedCredit())})
	expect(g.t, g.says("send --from-chain 900 --to-chain 901 --amount 2 --token "+g.door.Token.Hex()+on), codeOK, "minted on chain 901")
	left := g.says("send --from-chain 901 --to-chain 900 --amount 2 --json --token " + g.plan.Contracts().L1Token.Hex())
	expect(g.t, left, codeOK)
	var sent sendResult
	g.must(json.Unmarshal([]byte(left.out), &sent))
	expect(g.t, g.says("exit "+sent.TxHash.Hex()+" --wait"+on), codeOK, "2 STT released to")
	g.awaitBatch(next + 1)
	expect(g.t, g.verify(2), codeOK, "batch 1: ok", "everything holds")
}
