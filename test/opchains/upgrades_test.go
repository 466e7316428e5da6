package opchains

import (
	"bytes"
	"context"
	"math/big"
	"os"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/rpc"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/l1"
	"github.com/ssequencer/ssequencer/cmd/ssequencer/devnet"
	"github.com/ssequencer/ssequencer/test/opgeth"
)

// upgradesWorld starts an L1 and a chain with a fork in each second block, and blocks of a
// second. It returns the number of the last fork's first block.
func upgradesWorld(t *testing.T) (*world, uint64) {
	t.Helper()
	if os.Getenv(opgeth.ProgramEnv) == "" {
		t.Skipf("%s does not name the program of test/opstack", opgeth.ProgramEnv)
	}
	genesis := uint64(time.Now().Unix())
	w := &world{t: t, dir: t.TempDir()}
	var err error
	if w.plan, err = devnet.NewElsewhere(devnet.ChainsConfig{L2Count: 1, GasLimit: gasLimit}, genesis); err != nil {
		t.Fatal(err)
	}
	w.startL1(1)
	later, last := map[chains.OPFork]uint64{}, uint64(6)
	for fork := chains.Ecotone; fork <= chains.Karst; fork++ {
		last += 2
		later[fork] = genesis + last
	}
	id := w.plan.L2s()[0].ChainID
	w.chains = append(w.chains, w.startChain(opgeth.Config{ChainID: id, Fork: chains.TooOld, Later: later, GenesisTime: genesis, GasLimit: gasLimit}, 0, 1))
	return w, last
}

// Every block that op-node makes on the way from before Ecotone to Karst is what a Source
// says of it: its transactions byte by byte, its gas limit, its fee parameters. The first
// blocks of all forks are among them, with deposits and changed settings on the way.
func TestOpNodeUpgrades(t *testing.T) {
	needPrograms(t)
	w, karst := upgradesWorld(t)
	c := w.chains[0]
	w.configure(c, 1, common.Hash{31: 188}, common.Hash{29: 10, 31: 5}) // as before Ecotone
	n := newRollupNode(w, c, "op-node", c.node.Engine, c.node.Secret, "--sequencer.enabled", "--sequencer.l1-confs", "0")
	n.start()
	for i := byte(0); n.unsafe().Number < karst+3; i++ {
		n.mustRun()
		w.deposit(c, common.Address{1}, common.Address{2, i}, big.NewInt(1), nil)
		switch i {
		case 6:
			w.configure(c, 1, common.Hash{31: 9}, common.Hash{0: 1, 25: 9, 30: 5, 31: 6})
		case 9:
			w.configure(c, 2, common.BigToHash(big.NewInt(gasLimit/2)))
		case 11:
			w.configure(c, 4, common.BigToHash(big.NewInt(100<<32|4)))
		}
		n.blocks(1)
	}
	deposits := 0
	for number := c.firstOf(chains.Ecotone); number <= karst+3; number++ {
		block := w.compareBlock(c, number)
		deposits += len(block.Transactions) - 1
		if number == c.firstOf(c.rollup.OP.Fork(block.Open.Timestamp)) {
			t.Logf("block %d is the first of %v: %d transactions, gas limit %d, %d gas used, as op-node makes it", number, c.rollup.OP.Fork(block.Open.Timestamp),
				len(block.Transactions), block.Open.GasLimit, block.Payload.GasUsed)
		}
	}
	if upgrades := 6 + 3 + 8 + 5 + 31; deposits <= upgrades {
		t.Errorf("%d deposits, of which users' are %d", deposits, deposits-upgrades)
	}
}

// firstOf returns the number of a fork's first block.
func (c *chain) firstOf(fork chains.OPFork) uint64 {
	return (c.config.Later[fork] - c.config.GenesisTime) / c.rollup.BlockTime
}

// compareBlock compares what op-node has made with what a Source makes on the same parent
// and with the same L1 origin.
func (w *world) compareBlock(c *chain, number uint64) *chains.Block {
	w.t.Helper()
	header, err := c.engine.HeaderByNumber(w.t.Context(), number)
	if err != nil {
		w.t.Fatal(err)
	}
	b, err := c.engine.Block(w.t.Context(), header.Hash())
	if err != nil {
		w.t.Fatal(err)
	}
	in := w.inputsWith(c, w.parentOf(c, number), b.Open.L1Origin.Number)
	market, own := in.FeeMarket, c.node.Rules.FeeMarket()
	if market.Denominator == 0 {
		market.Denominator, market.Elasticity = own.Denominator, own.Elasticity
	}
	fork := c.rollup.OP.Fork(b.Open.Timestamp)
	if in.L1Origin != b.Open.L1Origin || in.Timestamp != b.Open.Timestamp || in.GasLimit != b.Open.GasLimit || in.PrevRandao != b.Open.PrevRandao ||
		in.BeaconRoot != b.Open.BeaconRoot || in.FeeRecipient != b.Open.FeeRecipient || !bytes.Equal(market.ExtraData(fork), b.Open.ExtraData) {
		w.t.Errorf("block %d of %v: op-node has made %+v of %+v", number, fork, b.Open, in)
	}
	if len(in.Deposits) != len(b.Transactions) {
		w.t.Fatalf("block %d of %v: op-node has %d transactions, instead of %d", number, fork, len(b.Transactions), len(in.Deposits))
	}
	for i, raw := range b.Transactions {
		if !bytes.Equal(raw, in.Deposits[i]) {
			w.t.Errorf("block %d of %v, transaction %d: op-node has %x, instead of %x", number, fork, i, raw, in.Deposits[i])
		}
		if b.Receipts[i].Status != types.ReceiptStatusSuccessful {
			w.t.Errorf("block %d of %v, transaction %d fails", number, fork, i)
		}
	}
	return b
}

// parentOf returns the block before that of the number, as the sequencer finds it.
func (w *world) parentOf(c *chain, number uint64) *chains.Parent {
	w.t.Helper()
	h, err := c.engine.HeaderByNumber(w.t.Context(), number-1)
	if err != nil {
		w.t.Fatal(err)
	}
	p := &chains.Parent{ChainID: c.id, Number: number - 1, Hash: h.Hash(), Timestamp: h.Time, GasLimit: h.GasLimit, ExtraData: h.Extra}
	p.Attributes, err = chains.ReadL1Attributes(func(slot common.Hash) (common.Hash, error) {
		value, err := c.eth.StorageAtHash(w.t.Context(), chains.L1BlockAddress, slot, h.Hash())
		return common.BytesToHash(value), err
	})
	if err != nil {
		w.t.Fatal(err)
	}
	return p
}

// inputsWith returns a block's inputs where L1 ends with the block of a number.
func (w *world) inputsWith(c *chain, parent *chains.Parent, last uint64) *chains.Inputs {
	w.t.Helper()
	cfg := l1.Config{Rules: w.l1.ChainConfig(), Chains: []l1.Chain{c.rollup}, Poll: 10 * time.Millisecond}
	source, err := l1.New(cfg, shortL1{w.l1eth, last}, zap.NewNop())
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
	return w.inputs(source, parent, parent.Timestamp+c.rollup.BlockTime)
}

// shortL1 is an L1 that ends with a block.
type shortL1 struct {
	*ethclient.Client
	last uint64
}

func (s shortL1) HeaderByNumber(ctx context.Context, number *big.Int) (*types.Header, error) {
	switch {
	case number == nil:
		number = new(big.Int).SetUint64(s.last)
	case number.Uint64() > s.last:
		return nil, ethereum.NotFound
	}
	return s.Client.HeaderByNumber(ctx, number)
}

func (s shortL1) SubscribeNewHead(context.Context, chan<- *types.Header) (ethereum.Subscription, error) {
	return nil, rpc.ErrNotificationsUnsupported
}
