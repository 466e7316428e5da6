package main

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common/hexutil"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/devnode"
	"github.com/ssequencer/ssequencer/chains/engine"
)

// A third chain joins two that have traffic: its contracts are put on it, the others and L1
// open their pairs with it, the governor names it and announces the set with it. The service
// goes on without it until it is started with the chain in its configuration; from then on
// there are bundles with it. Batches are of the version that L1 has for them, and an audit
// that began with two chains goes on with three.
func TestChainJoins(t *testing.T) {
	t.Parallel()
	g := newGoverned(t)
	g.run()
	state := filepath.Join(g.dir, "audit")
	expect(t, g.says("send --from-chain 901 --to-chain 902 --amount 5 --wait posted"), codeOK, "0 -> 5 STT")
	expect(t, g.verify(2, "--state", state), codeOK, "batch 1: ok")

	third := g.startThird()
	start := g.openThird(third)
	joins := g.announceThird(third, start)
	g.awaitReason("has chain 903, which is not configured")
	expect(t, g.says("send --from-chain 902 --to-chain 901 --amount 1 --wait sealed"), codeOK) // all else goes on
	expect(t, g.says("send --from-chain 901 --to-chain 903 --amount 1"), codeUsage, "chain 903 is not in the set")

	stopped := time.Now()
	g.stop()
	g.nodes = append(g.nodes, third)
	g.run()
	t.Logf("the service was away for %v", time.Since(stopped))
	expect(t, command(t, "governor", "show", "--rpc-url", g.url, "--l1", g.l1), codeOK, "chain 903", "901 to 903  open in generation 1  open in generation 1  open in generation 1  0")
	expect(t, g.says("send --from-chain 901 --to-chain 903 --amount 3 --wait sealed"), codeOK, "0 -> 3 STT")
	expect(t, g.says("send --from-chain 903 --to-chain 902 --amount 2 --wait posted"), codeOK, "burn", "mint")
	g.awaitBatch(joins + 1)

	for number, version := range map[uint64]uint64{1: 1, joins - 1: 1, joins: 2, joins + 1: 2} {
		if got := g.onL1(g.batch.PackVersionAt(number)); got != version {
			t.Errorf("batch %d is of version %d", number, got)
		}
	}
	if head := g.onL1(g.batch.PackChainHead(chains.ChainID(903).Big())); head < start {
		t.Errorf("chain 903 is settled up to block %d", head)
	}
	g.stop() // or audits never end on a machine that settles faster than it audits
	expect(t, g.verify(3, "--state", state), codeOK, "everything holds")
	expect(t, g.verify(3, "--all"), codeOK, "batch 1: ok", "everything holds")
}

// startThird starts the node of chain 903.
func (g *governed) startThird() governedNode {
	g.t.Helper()
	cfg := g.plan.L2s()[2]
	node, err := devnode.Start(g.t.Context(), cfg, zap.NewNop())
	g.must(err)
	g.t.Cleanup(func() { g.must(node.Close()) })
	e, err := engine.Dial(g.t.Context(), engine.Config{ChainID: cfg.ChainID, EngineURL: node.AuthHTTP(), RPCURL: node.HTTP(), JWTSecret: node.JWTSecret(),
		Genesis: node.Genesis().ToBlock().Hash()})
	g.must(err)
	g.t.Cleanup(e.Close)
	return governedNode{node, e}
}

// openThird puts the contracts on the third chain and opens its pairs, receiving sides first.
// It returns the first block there that the service makes.
func (g *governed) openThird(third governedNode) uint64 {
	g.t.Helper()
	blocks, err := g.plan.SetupBlocks(g.t.Context(), third.ChainID())
	g.must(err)
	at := " --chain 903=" + third.HTTP()
	g.extend(third, blocks[0])
	expect(g.t, g.says("registrar open-sending 903:901 --l1 "+g.l1+at), codeFailure, "the receiving side is not open in generation 1")
	g.registrar("open-receiving 903:901 903:902" + at)
	g.extend(third, blocks[1])
	g.registrar("open-sending 900:903 901:903 902:903" + at)
	return uint64(len(blocks)) + 1
}

// announceThird names the third chain and announces the set with it. It returns the first
// batch that it is for.
func (g *governed) announceThird(third governedNode, start uint64) uint64 {
	g.t.Helper()
	on, at := " --l1 "+g.l1, " --chain 903="+third.HTTP()
	join := fmt.Sprintf("join 903:%d", start)
	expect(g.t, g.says("governor "+join+" --dry-run"+on), codeFailure, "refused: NotRegistered(chainId 903)")
	expect(g.t, g.says("governor register 903 --key-file "+filepath.Join(g.dir, "poster.key")+on+at), codeFailure, "the governor is "+g.keys.Deployer.Address().Hex())
	if said := g.governor("register 903" + at); !strings.Contains(said, "as on chain 901") {
		g.t.Errorf("registered:\n%s", said)
	}
	expect(g.t, g.says("governor register 903"+on+at), codeFailure, "refused: AlreadyRegistered()")
	if said := g.governor(join + " --dry-run --key-file nowhere"); !strings.Contains(said, fmt.Sprintf("chain 903 joins with block %d", start)) || !strings.Contains(said, "pair 900 to 903: new, open in generation 1") {
		g.t.Errorf("would join:\n%s", said)
	}
	if said := g.governor(join + " --calldata --from-batch 1000"); !strings.HasPrefix(said, hexutil.Encode(g.batch.PackAnnounce(1000, nil, nil)[:4])) {
		g.t.Errorf("calldata %s", said)
	}
	return g.announce(join)
}
