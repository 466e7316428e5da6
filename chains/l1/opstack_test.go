package l1

import (
	"crypto/ecdsa"
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
	shard  *shard.Shard
	parent *chains.Parent
	sent   uint64 // transactions
}

// An op-geth chain goes from before Ecotone to Karst, fork by fork, on blocks made of
// nothing but L1: every deposit of an activation block succeeds, the contracts are what is
// published, L1Block understands the attributes of each fork, and the shard executes all of
// it and the transactions in between as the node does. Of Karst the node has Ethereum's
// rules only.
func TestOPStackActivations(t *testing.T) {
	const genesis = 1_700_000_000
	forks := map[chains.OPFork]uint64{
		chains.Ecotone: genesis + 2, chains.Fjord: genesis + 10, chains.Granite: genesis + 14, chains.Holocene: genesis + 18, chains.Isthmus: genesis + 22,
		chains.Jovian: genesis + 26, chains.Karst: genesis + 30,
	}
	n := opgeth.Start(t, opgeth.Config{
		ChainID: 901, Fork: chains.TooOld, Later: forks, GenesisTime: genesis, GasLimit: 60_000_000,
		Alloc: types.GenesisAlloc{crypto.PubkeyToAddress(payer().PublicKey): {Balance: big.NewInt(params.Ether)}},
	})
	l1 := newScript(genesis-24, genesis-12, genesis, genesis+12, genesis+24)
	c := startOPChain(t, n, l1)
	for range 20 {
		fork := c.OP.Fork(c.parent.Timestamp)
		statuses := c.extend(t)
		next := c.OP.Fork(c.parent.Timestamp)
		want := 1 + upgradeCount(t, fork, next)
		if fork == next { // users' as well
			want++
		}
		if len(statuses) != want {
			t.Errorf("the block from %v to %v has %d transactions, not %d", fork, next, len(statuses), want)
		}
		for i, status := range statuses {
			if status != 1 {
				t.Errorf("transaction %d of the block from %v to %v fails", i, fork, next)
			}
		}
	}
	if fork := c.OP.Fork(c.parent.Timestamp); fork != chains.Karst {
		t.Fatalf("the chain ends with %v", fork)
	}
	if fees, err := c.shard.View().Balance(chains.L1FeeVault); err != nil || fees.IsZero() {
		t.Errorf("the transactions have paid %v for L1, %v", fees, err)
	}
	for fork, upgrades := range publishedUpgrades() {
		for _, u := range upgrades {
			if code := c.code(t, u.address); u.code != "" && crypto.Keccak256Hash(code) != common.HexToHash(u.code) {
				t.Errorf("%v: %d bytes of other code at %s", fork, len(code), u.address)
			}
		}
	}
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
	c := Chain{ID: 901, OP: n.Rules, BlockTime: 2, Genesis: chains.L1Attributes{
		Origin: l1.ref(2), BaseFeeScalar: 1000, BlobBaseFeeScalar: 1000, Scalar: common.Hash{0: 1, 26: 1000 >> 8, 27: 1000 & 0xff, 30: 1000 >> 8, 31: 1000 & 0xff},
	}}
	s, err := shard.New(shard.Config{ChainID: c.ID, OP: c.OP}, client, shard.HeadOf(head))
	if err != nil {
		t.Fatal(err)
	}
	return &opChain{Chain: c, node: client, rpc: direct, shard: s, source: newSource(t, Config{Chains: []Chain{c}}, l1),
		parent: &chains.Parent{ChainID: 901, Timestamp: head.Time, GasLimit: head.GasLimit, ExtraData: head.Extra}}
}

// extend adopts a block of what the source says and of a transaction, where one may be in
// it, and returns its receipts' statuses. The shard executes it, too, with the same end.
func (c *opChain) extend(t *testing.T) []uint64 {
	t.Helper()
	in, err := c.source.Next(c.parent, c.parent.Timestamp+2)
	if err != nil { // the source learns with the question what to read
		read(t, c.source)
		if in, err = c.source.Next(c.parent, c.parent.Timestamp+2); err != nil {
			t.Fatal(err)
		}
	}
	next, last := built(t, &c.Chain, c.parent, in), c.shard.Last()
	open := &chains.Open{
		ChainID: c.ID, Number: next.Number, ParentHash: last.Hash, Timestamp: in.Timestamp, PrevRandao: in.PrevRandao, FeeRecipient: in.FeeRecipient,
		GasLimit: in.GasLimit, BaseFee: c.shard.NextBaseFee(), BeaconRoot: in.BeaconRoot, ExtraData: next.ExtraData, L1Origin: in.L1Origin,
	}
	sealed, raw := c.execute(t, open, in)
	p, err := c.node.Build(t.Context(), open, raw)
	if err == nil {
		err = c.node.NewPayload(t.Context(), p)
	}
	if err == nil {
		err = c.node.Adopt(t.Context(), p.Hash, common.Hash{}, common.Hash{})
	}
	if err == nil {
		err = c.shard.Adopted(p.Number, p.Hash)
	}
	if err != nil {
		t.Fatal(err)
	}
	if sealed.ReceiptsRoot != p.ReceiptsRoot || sealed.LogsBloom != p.LogsBloom || sealed.GasUsed != p.GasUsed || sealed.BlobGasUsed != p.BlobGasUsed {
		t.Errorf("block %d: the shard has %+v, the node %+v", p.Number, sealed, p)
	}
	c.checkBalances(t, next.Number)
	next.Attributes, err = chains.ReadL1Attributes(func(slot common.Hash) (common.Hash, error) {
		return c.shard.View().Storage(chains.L1BlockAddress, slot)
	})
	if err != nil {
		t.Fatal(err)
	}
	c.parent = next
	statuses := make([]uint64, len(sealed.Receipts))
	for i, r := range sealed.Receipts {
		statuses[i] = r.Status
	}
	return statuses
}

// execute executes the block on the shard and returns its list.
func (c *opChain) execute(t *testing.T, open *chains.Open, in *chains.Inputs) (*chains.Sealed, [][]byte) {
	t.Helper()
	if err := c.shard.Begin(open); err != nil {
		t.Fatal(err)
	}
	var txs []*chains.Tx
	for _, raw := range in.Deposits {
		tx, err := chains.DecodeDeposit(c.ID, raw)
		if err != nil {
			t.Fatal(err)
		}
		txs = append(txs, tx)
	}
	if !in.NoTxPool {
		txs = append(txs, c.transfer(t, open.BaseFee))
	}
	var list [][]byte
	for i, tx := range txs {
		_, err := c.shard.Execute(tx)
		if err == nil {
			err = c.shard.Keep([]*chains.Tx{tx})
		}
		if err != nil {
			t.Fatalf("block %d, transaction %d: %v", open.Number, i, err)
		}
		list = append(list, tx.Raw())
	}
	sealed, err := c.shard.Seal()
	if err != nil {
		t.Fatal(err)
	}
	return sealed, list
}

// transfer returns a transaction of the funded account's.
func (c *opChain) transfer(t *testing.T, baseFee *big.Int) *chains.Tx {
	t.Helper()
	raw, err := types.MustSignNewTx(payer(), types.LatestSignerForChainID(c.ID.Big()), &types.DynamicFeeTx{
		ChainID: c.ID.Big(), Nonce: c.sent, GasFeeCap: baseFee, Gas: 30_000, To: &common.Address{1}, Value: common.Big1, Data: []byte("paid for on L1 as well"),
	}).MarshalBinary()
	if err != nil {
		t.Fatal(err)
	}
	c.sent++
	tx, err := chains.DecodeTx(raw)
	if err != nil {
		t.Fatal(err)
	}
	return tx
}

// payer is the key of the funded account.
func payer() *ecdsa.PrivateKey { return crypto.ToECDSAUnsafe(common.Hash{31: 1}.Bytes()) }

// checkBalances compares what fees are paid from and to.
func (c *opChain) checkBalances(t *testing.T, block uint64) {
	t.Helper()
	for name, addr := range map[string]common.Address{
		"payer": crypto.PubkeyToAddress(payer().PublicKey), "base fee vault": chains.BaseFeeVault, "L1 fee vault": chains.L1FeeVault, "operator fee vault": chains.OperatorFeeVault,
	} {
		ours, err := c.shard.View().Balance(addr)
		if err != nil {
			t.Fatal(err)
		}
		var theirs hexutil.Big
		if err := c.rpc.CallContext(t.Context(), &theirs, "eth_getBalance", addr, "latest"); err != nil {
			t.Fatal(err)
		}
		if ours.ToBig().Cmp(theirs.ToInt()) != 0 {
			t.Errorf("block %d: the %s has %v, on the node %v", block, name, ours, theirs.ToInt())
		}
	}
}

func (c *opChain) code(t *testing.T, address string) hexutil.Bytes {
	t.Helper()
	var code hexutil.Bytes
	if err := c.rpc.CallContext(t.Context(), &code, "eth_getCode", common.HexToAddress(address), "latest"); err != nil {
		t.Fatal(err)
	}
	return code
}
