package opchains

import (
	"context"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"math/big"
	"os"
	"path/filepath"
	"sync/atomic"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/params"
	"go.uber.org/zap"
	"go.uber.org/zap/zaptest"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/devnode"
	"github.com/ssequencer/ssequencer/chains/engine"
	"github.com/ssequencer/ssequencer/chains/l1"
	"github.com/ssequencer/ssequencer/cmd/ssequencer/devnet"
	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/test/opgeth"
	"github.com/ssequencer/ssequencer/tracer/shard"
)

// hanging is after how long something that should come counts as not coming.
const hanging = 5 * time.Minute

// gasLimit is that of the L2s' blocks. Jovian's footprint is limited by it as well.
const gasLimit = 60_000_000

// emitter is a contract that emits what it is called with as a log: four topics, then data. Called
// with a value it does so only in blocks that are not as late, in Unix seconds.
const emitter = "6001340342" + "1115600b57" + "005b" + "365f5f37" + "606051" + "604051" + "602051" + "5f51" + "6080360360" + "80a4"

// emitter3 is one that has three topics.
const emitter3 = "365f5f37" + "604051" + "602051" + "5f51" + "6060360360" + "60a3"

// chain is an L2 and its node.
type chain struct {
	id     chains.ChainID
	node   *opgeth.Node
	engine *engine.Client
	eth    *ethclient.Client
	portal common.Address // on L1
	rollup l1.Chain

	setup    []*chains.Payload // the blocks from before the service
	config   opgeth.Config
	follower string // URL of an op-node that does not sequence; empty where there is none
	batcher  int    // the account that posts its blocks to L1
	blobs    bool   // it posts them in blobs
	opNodeAt string // host:port that its op-node finds its Engine API at; empty where it has none
	admin    string // URL of that op-node
}

// world is an L1, L2s with the contracts on them, and accounts.
type world struct {
	t      *testing.T
	dir    string
	plan   *devnet.Elsewhere
	l1     *devnode.L1
	l1eth  *ethclient.Client
	chains []*chain
	nonce  uint64 // of the depositor on L1
	reorgs atomic.Int64
}

// newWorld starts an L1 and an L2 for each block time, in seconds, and sets the contracts up.
func newWorld(t *testing.T, blockTimes ...uint64) *world {
	t.Helper()
	return newWorldSince(t, 10*time.Second, blockTimes...)
}

// newWorldSince is newWorld with the chains' block 0 so long ago.
func newWorldSince(t *testing.T, ago time.Duration, blockTimes ...uint64) *world {
	t.Helper()
	return newWorldAs(t, shape{ago: ago, blockTimes: blockTimes})
}

// shape is what worlds differ in.
type shape struct {
	ago        time.Duration // since block 0
	blockTimes []uint64      // seconds
	// upgrades are when the last chain's forks begin, in seconds after block 0. The other chains, and
	// all of them where it is nil, have every fork up to Jovian from the beginning.
	upgrades map[chains.OPFork]uint64
}

func newWorldAs(t *testing.T, s shape) *world {
	t.Helper()
	if os.Getenv(opgeth.ProgramEnv) == "" {
		t.Skipf("%s does not name the program of test/opstack", opgeth.ProgramEnv)
	}
	// Blocks of different lengths meet in even seconds.
	genesis := uint64(time.Now().Add(-s.ago).Unix()) &^ 1
	w := &world{t: t, dir: t.TempDir()}
	var err error
	if w.plan, err = devnet.NewElsewhere(devnet.ChainsConfig{L2Count: len(s.blockTimes), GasLimit: gasLimit}, genesis); err != nil {
		t.Fatal(err)
	}
	w.startL1(len(s.blockTimes))
	for i, cfg := range w.plan.L2s() {
		upgrades := s.upgrades
		if i < len(s.blockTimes)-1 {
			upgrades = nil
		}
		w.chains = append(w.chains, w.startL2(cfg, byte(i), s.blockTimes[i], upgrades))
	}
	w.setUp()
	return w
}

func portalOf(i byte) common.Address { return common.Address{18: 0xa0, 19: i} }

func systemConfigOf(i byte) common.Address { return common.Address{18: 0xb0, 19: i} }

func (w *world) startL1(portals int) {
	w.t.Helper()
	cfg := w.plan.L1()
	cfg.BlockTime = time.Second
	for i := range byte(portals) {
		cfg.Alloc[portalOf(i)] = types.Account{Code: common.FromHex(emitter), Balance: new(big.Int)}
		cfg.Alloc[systemConfigOf(i)] = types.Account{Code: common.FromHex(emitter3), Balance: new(big.Int)}
	}
	var err error
	if w.l1, err = devnode.StartL1(w.t.Context(), cfg, zaptest.NewLogger(w.t, zaptest.Level(zap.WarnLevel))); err != nil {
		w.t.Fatal(err)
	}
	w.l1eth = ethclient.NewClient(w.l1.Attach())
	w.t.Cleanup(func() {
		w.l1eth.Close()
		if err := w.l1.Close(); err != nil {
			w.t.Error(err)
		}
	})
}

func (w *world) startL2(cfg devnode.Config, i byte, blockTime uint64, upgrades map[chains.OPFork]uint64) *chain {
	w.t.Helper()
	fork, later := chains.Jovian, map[chains.OPFork]uint64{}
	for f, after := range upgrades {
		fork, later[f] = chains.TooOld, cfg.GenesisTime+after
	}
	alloc := types.GenesisAlloc{bindings.Create2Proxy: {Nonce: 1, Code: bindings.Create2ProxyCode()}}
	maps.Copy(alloc, cfg.Alloc)
	return w.startChain(opgeth.Config{
		ChainID: cfg.ChainID, Fork: fork, Later: later, GenesisTime: cfg.GenesisTime, GasLimit: gasLimit, Alloc: alloc, DataDir: filepath.Join(w.dir, cfg.ChainID.String()),
	}, i, blockTime)
}

func (w *world) startChain(cfg opgeth.Config, i byte, blockTime uint64) *chain {
	w.t.Helper()
	c := &chain{id: cfg.ChainID, portal: portalOf(i), config: cfg}
	c.node = opgeth.Start(w.t, c.config)
	var err error
	if c.engine, err = engine.Dial(w.t.Context(), c.node.EngineConfig()); err != nil {
		w.t.Fatal(err)
	}
	w.t.Cleanup(c.engine.Close)
	if c.eth, err = ethclient.Dial(c.node.HTTP); err != nil {
		w.t.Fatal(err)
	}
	w.t.Cleanup(c.eth.Close)
	origin, err := w.l1eth.HeaderByNumber(w.t.Context(), new(big.Int))
	if err != nil {
		w.t.Fatal(err)
	}
	c.rollup = l1.Chain{ID: c.id, OP: c.node.Rules, BlockTime: blockTime, Portal: c.portal, SystemConfig: systemConfigOf(i)}
	c.rollup.Genesis.Origin = chains.BlockRef{Hash: origin.Hash()}
	c.rollup.Genesis.BaseFeeScalar, c.rollup.Genesis.BlobBaseFeeScalar = 1368, 810_949
	c.rollup.Genesis.Scalar = common.HexToHash(fmt.Sprintf("0x01%046x%08x%08x", 0, 810_949, 1368))
	c.batcher = 5 + int(i)
	c.rollup.Genesis.BatcherHash = common.BytesToHash(w.plan.Accounts()[c.batcher].Address[:])
	return c
}

// setUp makes the blocks that hold the contracts, the first one on both chains before the
// second one on either, and the contracts on L1.
func (w *world) setUp() {
	w.t.Helper()
	cfg := l1.Config{Rules: w.l1.ChainConfig()}
	for _, c := range w.chains {
		cfg.Chains = append(cfg.Chains, c.rollup)
	}
	source, err := l1.New(cfg, w.l1eth, zap.NewNop())
	if err != nil {
		w.t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- source.Run(ctx, func() {}) }()
	defer func() {
		stop()
		<-done
	}()
	parents := make([]*chains.Parent, len(w.chains))
	for block := range 2 {
		for i, c := range w.chains {
			parents[i] = w.setupBlock(source, c, parents[i], block)
		}
	}
	if err := w.plan.DeployL1(w.t.Context(), w.l1eth, w.chains[0].engine); err != nil {
		w.t.Fatal(err)
	}
}

// setupBlock adopts one setup block and returns it as the next one's parent. A block that
// takes deposits only comes before it.
func (w *world) setupBlock(source *l1.Source, c *chain, parent *chains.Parent, block int) *chains.Parent {
	w.t.Helper()
	ctx := w.t.Context()
	head, err := c.engine.Head(ctx)
	if err != nil {
		w.t.Fatal(err)
	}
	if parent == nil {
		parent = &chains.Parent{ChainID: c.id, Timestamp: head.Time, GasLimit: head.GasLimit, ExtraData: head.Extra}
	}
	in := w.inputs(source, parent, parent.Timestamp+c.rollup.BlockTime)
	txs, err := w.plan.SetupBlocks(ctx, c.id)
	if err != nil {
		w.t.Fatal(err)
	}
	s, err := shard.New(shard.Config{ChainID: c.id, OP: c.node.Rules}, nil, shard.HeadOf(head))
	if err != nil {
		w.t.Fatal(err)
	}
	market := c.node.Rules.FeeMarket()
	open := &chains.Open{
		ChainID: c.id, Number: parent.Number + 1, ParentHash: head.Hash(), Timestamp: in.Timestamp, PrevRandao: in.PrevRandao, FeeRecipient: in.FeeRecipient,
		GasLimit: in.GasLimit, BaseFee: s.NextBaseFee(), BeaconRoot: in.BeaconRoot, ExtraData: market.ExtraData(c.node.Rules.Fork(in.Timestamp)), L1Origin: in.L1Origin,
	}
	list := in.Deposits
	if !in.NoTxPool {
		list = append(list, txs[block]...)
	}
	p, err := c.engine.Build(ctx, open, list)
	if err == nil {
		err = c.engine.NewPayload(ctx, p)
	}
	if err == nil {
		err = c.engine.Adopt(ctx, p.Hash, common.Hash{}, common.Hash{})
	}
	if err != nil {
		w.t.Fatal(err)
	}
	c.setup = append(c.setup, p)
	first, err := chains.DecodeDeposit(c.id, in.Deposits[0])
	if err != nil {
		w.t.Fatal(err)
	}
	attributes, _, err := chains.ParseL1Attributes(first)
	if err != nil {
		w.t.Fatal(err)
	}
	parent = &chains.Parent{ChainID: c.id, Number: open.Number, Timestamp: open.Timestamp, GasLimit: open.GasLimit, ExtraData: open.ExtraData, Attributes: *attributes}
	if in.NoTxPool {
		return w.setupBlock(source, c, parent, block)
	}
	return parent
}

// inputs waits until the source has read L1 so far.
func (w *world) inputs(source *l1.Source, parent *chains.Parent, slot uint64) *chains.Inputs {
	w.t.Helper()
	for late := time.Now().Add(hanging); ; time.Sleep(10 * time.Millisecond) {
		in, err := source.Next(parent, slot)
		if err == nil {
			return in
		}
		if !errors.Is(err, chains.ErrNotYet) || time.Now().After(late) {
			w.t.Fatal(err)
		}
	}
}

// rollupFile writes a chain's rollup configuration as op-node takes it.
func (w *world) rollupFile(c *chain) string {
	w.t.Helper()
	g := &c.rollup.Genesis
	zero := fmt.Sprintf("0x%064x", 0)
	market := c.node.Rules.FeeMarket()
	config := map[string]any{
		"genesis": map[string]any{
			"l1": map[string]any{"hash": g.Origin.Hash, "number": g.Origin.Number}, "l2": map[string]any{"hash": c.node.Genesis, "number": 0},
			"l2_time": c.config.GenesisTime,
			"system_config": map[string]any{
				"batcherAddr": common.BytesToAddress(g.BatcherHash[12:]), "overhead": g.Overhead, "gasLimit": gasLimit,
				"scalar": g.Scalar, "operatorFeeParams": zero,
			},
		},
		"block_time": c.rollup.BlockTime, "max_sequencer_drift": 1800, "seq_window_size": 3600, "channel_timeout": 300, "l1_chain_id": 900, "l2_chain_id": c.id,
		"batch_inbox_address": common.Address{18: 0xc0, 19: byte(c.id)}, "deposit_contract_address": c.portal, "l1_system_config_address": c.rollup.SystemConfig,
		"regolith_time": 0, "canyon_time": 0, "delta_time": 0,
		"chain_op_config": map[string]any{"eip1559Elasticity": market.Elasticity, "eip1559Denominator": market.Denominator, "eip1559DenominatorCanyon": market.Denominator},
	}
	o := c.node.Rules
	for fork, at := range map[chains.OPFork]*uint64{
		chains.Ecotone: o.Ecotone, chains.Fjord: o.Fjord, chains.Granite: o.Granite, chains.Holocene: o.Holocene, chains.Isthmus: o.Isthmus,
		chains.Jovian: o.Jovian, chains.Karst: o.Karst,
	} {
		config[fork.String()+"_time"] = at
	}
	text, err := json.Marshal(config)
	if err != nil {
		w.t.Fatal(err)
	}
	return w.write(c.id.String()+".rollup.json", string(text))
}

func (w *world) write(name, text string) string {
	w.t.Helper()
	path := filepath.Join(w.dir, name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		w.t.Fatal(err)
	}
	return path
}

// deposit asks a chain's portal on L1 for a deposit.
func (w *world) deposit(c *chain, from, to common.Address, mint *big.Int, data []byte) {
	w.t.Helper()
	topics, arg := depositLog(from, to, mint, data)
	w.emit(c.portal, topics, arg)
}

// depositLog is what a portal emits for a deposit.
func depositLog(from, to common.Address, mint *big.Int, data []byte) (topics []common.Hash, arg []byte) {
	packed := append(common.BigToHash(mint).Bytes(), common.BigToHash(mint).Bytes()...)
	packed = append(append(binary.BigEndian.AppendUint64(packed, 1_000_000), 0), data...)
	arg = append(common.BigToHash(big.NewInt(32)).Bytes(), common.BigToHash(big.NewInt(int64(len(packed)))).Bytes()...)
	arg = append(arg, packed...)
	for len(arg)%32 != 0 {
		arg = append(arg, 0)
	}
	return []common.Hash{chains.UserDepositTopic, common.BytesToHash(from[:]), common.BytesToHash(to[:]), {}}, arg
}

// emit has a contract on L1 emit a log.
func (w *world) emit(contract common.Address, topics []common.Hash, data []byte) {
	w.t.Helper()
	w.sendL1(0, &types.DynamicFeeTx{Nonce: w.nonce, To: &contract, Data: emitCall(topics, data)})
	w.nonce++
}

// emitCall is what an emitter is called with.
func emitCall(topics []common.Hash, data []byte) (call []byte) {
	for _, topic := range topics {
		call = append(call, topic[:]...)
	}
	return append(call, data...)
}

// sendL1 sends a transaction of one of the accounts on L1.
func (w *world) sendL1(account int, inner *types.DynamicFeeTx) common.Hash {
	w.t.Helper()
	inner.ChainID, inner.Gas, inner.GasFeeCap, inner.GasTipCap = big.NewInt(900), 500_000, big.NewInt(100*params.GWei), big.NewInt(params.GWei)
	tx := types.MustSignNewTx(w.account(account), types.LatestSignerForChainID(inner.ChainID), inner)
	if err := w.l1eth.SendTransaction(w.t.Context(), tx); err != nil {
		w.t.Fatal(err)
	}
	return tx.Hash()
}
