package main

import (
	"path/filepath"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/crypto"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/devnode"
	"github.com/ssequencer/ssequencer/chains/engine"
	"github.com/ssequencer/ssequencer/cmd/ssequencer/devnet"
	"github.com/ssequencer/ssequencer/contracts/bindings"
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
	id := uint64(third.ChainID())
	g.extend(third, blocks[0])
	for _, n := range g.nodes {
		g.registrar(n.ChainID(), bindings.EncodeOpenInbound(id, 1))
	}
	g.extend(third, blocks[1])
	for _, n := range g.nodes {
		g.registrar(n.ChainID(), bindings.EncodeOpenOutbound(id, 1))
	}
	g.registrar(devnet.L1ChainID, bindings.EncodeOpenOutbound(id, 1))
	return uint64(len(blocks)) + 1
}

// announceThird names the third chain and announces the set with it. It returns the first
// batch that it is for.
func (g *governed) announceThird(third governedNode, start uint64) uint64 {
	g.t.Helper()
	head, err := third.engine.Head(g.t.Context())
	g.must(err)
	store := g.plan.Contracts().RootStore
	code, err := third.engine.Code(g.t.Context(), head.Hash(), store)
	g.must(err)
	g.governor(g.batch.PackRegisterChain(uint64(third.ChainID()), store, crypto.Keccak256Hash(code)))
	return g.announce([]bindings.DependencySetMember{{ChainId: 901}, {ChainId: 902}, {ChainId: 903, StartBlock: start}},
		bindings.AllPairs([]uint64{uint64(devnet.L1ChainID), 901, 902, 903}))
}
