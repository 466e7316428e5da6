package l1

import (
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/engine"
	"github.com/ssequencer/ssequencer/test/opgeth"
	"github.com/ssequencer/ssequencer/tracer/shard"
)

// opChain is an op-geth chain that is built by what a Source says.
type opChain struct {
	Chain
	node   *engine.Client
	rpc    *rpc.Client
	source *Source
	parent *chains.Parent
}

// An op-geth chain goes from Ecotone to Jovian, fork by fork, on blocks made of nothing
// but L1: every deposit of an activation block succeeds, the contracts are what is
// published, and L1Block understands the attributes of each fork.
func TestOPStackActivations(t *testing.T) {
	const genesis = 1_700_000_000
	forks := map[chains.OPFork]uint64{
		chains.Fjord: genesis + 10, chains.Granite: genesis + 14, chains.Holocene: genesis + 18, chains.Isthmus: genesis + 22, chains.Jovian: genesis + 26,
	}
	n := opgeth.Start(t, opgeth.Config{
		ChainID: 901, Fork: chains.Ecotone, Later: forks, GenesisTime: genesis, GasLimit: 60_000_000,
		Alloc: types.GenesisAlloc{params.HistoryStorageAddress: {}, gasPriceOracle: oldOracle(t)}, // Isthmus deploys the first one
	})
	l1 := newScript(genesis-24, genesis-12, genesis, genesis+12, genesis+24)
	c := startOPChain(t, n, l1)
	for range 20 {
		fork := c.OP.Fork(c.parent.Timestamp)
		statuses := c.extend(t)
		next := c.OP.Fork(c.parent.Timestamp)
		if want := 1 + upgradeCount(t, fork, next); len(statuses) != want {
			t.Errorf("the block from %v to %v has %d transactions, not %d", fork, next, len(statuses), want)
		}
		for i, status := range statuses {
			if status != 1 {
				t.Errorf("deposit %d of the block from %v to %v fails", i, fork, next)
			}
		}
	}
	if fork := c.OP.Fork(c.parent.Timestamp); fork != chains.Jovian {
		t.Fatalf("the chain ends with %v", fork)
	}
	for fork, upgrades := range publishedUpgrades() {
		for _, u := range upgrades {
			if code := c.code(t, u.address); u.code != "" && crypto.Keccak256Hash(code) != common.HexToHash(u.code) {
				t.Errorf("%v: %d bytes of other code at %s", fork, len(code), u.address)
			}
		}
	}
}

// oldOracle returns the gas price oracle's proxy as it is before Fjord: it is enabled for
// each fork once, and the genesis state of the node has that done.
func oldOracle(t *testing.T) types.Account {
	n := opgeth.Start(t, opgeth.Config{ChainID: 901, Fork: chains.Ecotone, GenesisTime: 1_700_000_000, GasLimit: 60_000_000})
	client, err := rpc.Dial(n.HTTP)
	if err != nil {
		t.Fatal(err)
	}
	defer client.Close()
	c := opChain{rpc: client}
	proxy := types.Account{Code: c.code(t, gasPriceOracle.Hex()), Storage: map[common.Hash]common.Hash{{}: {31: 1}}}
	for _, slot := range []string{"eip1967.proxy.implementation", "eip1967.proxy.admin"} {
		at := common.BigToHash(new(big.Int).Sub(crypto.Keccak256Hash([]byte(slot)).Big(), common.Big1))
		var value common.Hash
		if err := client.CallContext(t.Context(), &value, "eth_getStorageAt", gasPriceOracle, at, "latest"); err != nil {
			t.Fatal(err)
		}
		proxy.Storage[at] = value
	}
	return proxy
}

func upgradeCount(t *testing.T, before, fork chains.OPFork) int {
	deposits, err := upgradesBetween(before, fork)
	if err != nil {
		t.Fatal(err)
	}
	return len(deposits)
}

func startOPChain(t *testing.T, n *opgeth.Node, l1 *script) *opChain {
	client, err := engine.Dial(t.Context(), n.EngineConfig())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(client.Close)
	direct, err := rpc.Dial(n.HTTP)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(direct.Close)
	head, err := client.Head(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	c := Chain{ID: 901, OP: n.Rules, BlockTime: 2, Genesis: chains.L1Attributes{Origin: l1.ref(2), BaseFeeScalar: 1000, BlobBaseFeeScalar: 1000}}
	return &opChain{Chain: c, node: client, rpc: direct, source: newSource(t, Config{Chains: []Chain{c}}, l1),
		parent: &chains.Parent{ChainID: 901, Timestamp: head.Time, GasLimit: head.GasLimit, ExtraData: head.Extra}}
}

// extend adopts a block of what the source says and returns its receipts' statuses.
func (c *opChain) extend(t *testing.T) []uint64 {
	t.Helper()
	in, err := c.source.Next(c.parent, c.parent.Timestamp+2)
	if err != nil { // the source learns with the question what to read
		read(t, c.source)
		if in, err = c.source.Next(c.parent, c.parent.Timestamp+2); err != nil {
			t.Fatal(err)
		}
	}
	head, err := c.node.Head(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	s, err := shard.New(shard.Config{ChainID: c.ID, OP: c.OP}, nil, shard.HeadOf(head))
	if err != nil {
		t.Fatal(err)
	}
	next := built(t, &c.Chain, c.parent, in)
	p, err := c.node.Build(t.Context(), &chains.Open{
		ChainID: c.ID, Number: next.Number, ParentHash: head.Hash(), Timestamp: in.Timestamp, PrevRandao: in.PrevRandao, FeeRecipient: in.FeeRecipient,
		GasLimit: in.GasLimit, BaseFee: s.NextBaseFee(), BeaconRoot: in.BeaconRoot, ExtraData: next.ExtraData, L1Origin: in.L1Origin,
	}, in.Deposits)
	if err != nil {
		t.Fatal(err)
	}
	if err := c.node.NewPayload(t.Context(), p); err != nil {
		t.Fatal(err)
	}
	if err := c.node.Adopt(t.Context(), p.Hash, common.Hash{}, common.Hash{}); err != nil {
		t.Fatal(err)
	}
	c.parent = next
	return c.statuses(t, p.Hash)
}

func (c *opChain) statuses(t *testing.T, block common.Hash) []uint64 {
	t.Helper()
	var receipts []struct {
		Status hexutil.Uint64 `json:"status"`
	}
	if err := c.rpc.CallContext(t.Context(), &receipts, "eth_getBlockReceipts", block); err != nil {
		t.Fatal(err)
	}
	statuses := make([]uint64, len(receipts))
	for i, r := range receipts {
		statuses[i] = uint64(r.Status)
	}
	return statuses
}

func (c *opChain) code(t *testing.T, address string) hexutil.Bytes {
	t.Helper()
	var code hexutil.Bytes
	if err := c.rpc.CallContext(t.Context(), &code, "eth_getCode", common.HexToAddress(address), "latest"); err != nil {
		t.Fatal(err)
	}
	return code
}
