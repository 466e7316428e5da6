package sequencer_test

import (
	"context"
	"crypto/ecdsa"
	"errors"
	"fmt"
	"math/big"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"
	"go.uber.org/zap"
	"go.uber.org/zap/zaptest"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/devnode"
	"github.com/ssequencer/ssequencer/chains/engine"
	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/crosschain"
	"github.com/ssequencer/ssequencer/journal"
	"github.com/ssequencer/ssequencer/sequencer"
	"github.com/ssequencer/ssequencer/signer"
	"github.com/ssequencer/ssequencer/test/programs"
	"github.com/ssequencer/ssequencer/tracer/replay"
)

const (
	gasLimit = 300_000_000
	a        = chains.ChainID(901)
	b        = chains.ChainID(902)
	c        = chains.ChainID(903)
)

// hanging is after what time something that has not happened never will, also on a machine with much to do.
const hanging = 3 * time.Minute

var (
	ten       = new(big.Int).Mul(big.NewInt(10), big.NewInt(params.Ether))
	recipient = common.HexToAddress("0xaa00000000000000000000000000000000000001")
	domain    = chains.Domain{L1ChainID: 900, Settlement: common.Address{19: 5}}
)

// net is a set of real nodes with the contracts deployed and, while it runs, a sequencer
// on them.
type net struct {
	t         *testing.T
	ids       []chains.ChainID
	nodes     map[chains.ChainID]sequencer.Node
	clients   map[chains.ChainID]*engine.Client
	rules     map[chains.ChainID]*params.ChainConfig
	plan      bindings.Deployment
	forwarder common.Address
	clock     sequencer.Clock
	dir       string
	disk      vfs.FS                  // the journal's, nil for the machine's own
	tune      func(*sequencer.Config) // changes the settings of the next start
	readers   []string                // the journal deletes what they do not need
	metrics   *sequencer.Metrics
	op        *opNet  // nil where the chains are not of the OP Stack
	l1        *l1Side // nil where no pair ends on L1

	deployer, user, relayer, promiser *signer.Key
	userKey                           *ecdsa.PrivateKey
	nonces                            map[chains.ChainID]uint64

	seq     *sequencer.Sequencer
	journal *journal.Journal
	ended   chan struct{} // closed when the sequencer has ended
	stop    func() error

	mu       sync.Mutex
	promises []chains.Promise
}

func testKey(name string) (*signer.Key, *ecdsa.PrivateKey) {
	private, err := crypto.ToECDSA(crypto.Keccak256([]byte("sequencer test " + name)))
	if err != nil {
		panic(err)
	}
	key, err := signer.FromHex(common.Bytes2Hex(crypto.FromECDSA(private)))
	if err != nil {
		panic(err)
	}
	return key, private
}

// newNet starts n nodes, each with the contracts in block 1.
func newNet(t *testing.T, n int) *net {
	w, forwarder := newBlankNet(t, n)
	for _, id := range w.ids {
		w.startNode(id)
		w.deploy(id, forwarder)
	}
	return w
}

// newBlankNet makes a net without nodes.
func newBlankNet(t *testing.T, n int) (w *net, forwarder []byte) {
	w = &net{
		t: t, nodes: map[chains.ChainID]sequencer.Node{}, clients: map[chains.ChainID]*engine.Client{}, rules: map[chains.ChainID]*params.ChainConfig{},
		clock: newQuick(), dir: t.TempDir(), nonces: map[chains.ChainID]uint64{}, metrics: sequencer.NewMetrics(nil),
	}
	w.deployer, _ = testKey("deployer")
	w.user, w.userKey = testKey("user")
	w.relayer, _ = testKey("relayer")
	w.promiser, _ = testKey("promiser")
	admin := w.deployer.Address()
	supply := new(big.Int).Mul(big.NewInt(1_000_000), big.NewInt(params.Ether))
	w.plan = bindings.Plan(admin, admin, chains.DeploymentID(domain.L1ChainID, domain.Settlement), uint64(a), w.user.Address(), supply)
	forwarder = programs.Deploy(programs.Forwarder())
	w.forwarder = bindings.CREATE2Address(forwarder)
	for i := range n {
		w.ids = append(w.ids, chains.ChainID(901+i))
	}
	return w, forwarder
}

// alloc are the accounts of block 0.
func (w *net) alloc() types.GenesisAlloc {
	rich := types.Account{Balance: new(big.Int).Mul(big.NewInt(10_000), big.NewInt(params.Ether))}
	return types.GenesisAlloc{w.deployer.Address(): rich, w.user.Address(): rich, w.relayer.Address(): rich}
}

func (w *net) startNode(id chains.ChainID) {
	node, err := devnode.Start(w.t.Context(), devnode.Config{
		ChainID: id, GasLimit: gasLimit, GenesisTime: uint64(w.clock.Now().Add(-time.Minute).Unix()),
		Alloc: w.alloc(),
	}, zap.NewNop())
	if err != nil {
		w.t.Fatal(err)
	}
	w.t.Cleanup(func() {
		if err := node.Close(); err != nil {
			w.t.Error(err)
		}
	})
	client, err := engine.Dial(w.t.Context(), engine.Config{ChainID: id, EngineURL: node.AuthHTTP(), RPCURL: node.HTTP(), JWTSecret: node.JWTSecret()})
	if err != nil {
		w.t.Fatal(err)
	}
	w.t.Cleanup(client.Close)
	w.nodes[id], w.clients[id], w.rules[id] = client, client, node.ChainConfig()
}

// setUp returns the transactions that deploy the contracts and open the pairs.
func (w *net) setUp(id chains.ChainID, forwarder []byte) (txs [][]byte) {
	send := func(to common.Address, value *big.Int, data []byte) {
		inner := types.NewTx(&types.DynamicFeeTx{ChainID: id.Big(), Nonce: uint64(len(txs)), GasFeeCap: big.NewInt(10 * params.GWei), GasTipCap: new(big.Int), Gas: 8_000_000, To: &to, Value: value, Data: data})
		signed, err := signer.SignTx(w.t.Context(), w.deployer, inner, id)
		if err != nil {
			w.t.Fatal(err)
		}
		raw, err := signed.MarshalBinary()
		if err != nil {
			w.t.Fatal(err)
		}
		txs = append(txs, raw)
	}
	for _, step := range w.plan.Steps {
		send(bindings.Create2Proxy, nil, bindings.CREATE2Call(step.InitCode))
	}
	send(bindings.Create2Proxy, nil, bindings.CREATE2Call(forwarder))
	for _, peer := range w.ids {
		if peer != id {
			send(w.plan.Messenger, nil, bindings.EncodeOpenInbound(uint64(peer), 1))
			send(w.plan.Messenger, nil, bindings.EncodeOpenOutbound(uint64(peer), 1))
		}
	}
	w.l1.setUp(w, send)
	send(w.plan.Messenger, nil, bindings.EncodeSetRelayer(w.relayer.Address(), true))
	send(w.plan.ETHBridge, new(big.Int).Mul(big.NewInt(5), big.NewInt(params.Ether)), bindings.EncodeDeposit())
	return txs
}

// deploy puts the contracts into block 1, through the node alone.
func (w *net) deploy(id chains.ChainID, forwarder []byte) {
	client := w.clients[id]
	head, err := client.Head(w.t.Context())
	if err != nil {
		w.t.Fatal(err)
	}
	open := &chains.Open{ChainID: id, Number: 1, ParentHash: head.Hash(), Timestamp: head.Time + 1, GasLimit: gasLimit, BaseFee: big.NewInt(875_000_000), ExtraData: []byte{}}
	w.extend(id, open, w.setUp(id, forwarder))
}

// extend has a node build and adopt a block in which everything succeeds.
func (w *net) extend(id chains.ChainID, open *chains.Open, txs [][]byte) {
	w.t.Helper()
	client := w.clients[id]
	payload, err := client.Build(w.t.Context(), open, txs)
	if err == nil {
		err = client.NewPayload(w.t.Context(), payload)
	}
	if err == nil {
		err = client.Adopt(w.t.Context(), payload.Hash, common.Hash{}, common.Hash{})
	}
	if err != nil {
		w.t.Fatal(err)
	}
	receipts, err := client.Receipts(w.t.Context(), payload.Hash)
	if err != nil {
		w.t.Fatal(err)
	}
	for i, r := range receipts {
		if r.Status != types.ReceiptStatusSuccessful {
			w.t.Fatalf("set-up transaction %d on %d reverted", i, id)
		}
	}
}

func (w *net) contracts() chains.Contracts {
	return chains.Contracts{Messenger: w.plan.Messenger, RootStore: w.plan.RootStore, TokenBridge: w.plan.TokenBridge, ETHBridge: w.plan.ETHBridge, TestToken: w.plan.TestToken, Gateway: w.l1.gateway()}
}

// start runs a sequencer on the nodes and the journal in w.dir, and waits until it is
// ready.
func (w *net) start() {
	w.t.Helper()
	w.launch()
	select {
	case <-w.seq.Ready():
	case <-w.ended:
		w.t.Fatalf("the sequencer did not start: %v", w.stop())
	case <-time.After(hanging):
		w.t.Fatalf("the sequencer is not ready after %v", hanging)
	}
}

func (w *net) launch() {
	log := zaptest.NewLogger(w.t, zaptest.Level(zap.InfoLevel))
	j, err := journal.Open(journal.Config{Dir: w.dir, FS: w.disk, Readers: w.readers, MinPruned: 1}, zap.NewNop())
	if err != nil {
		w.t.Fatal(err)
	}
	cc := crosschain.Config{Generations: crosschain.AllPairs(w.ids)}
	cfg := sequencer.Config{DeploymentID: chains.DeploymentID(domain.L1ChainID, domain.Settlement), Domain: domain, Epoch: 1}
	on := map[chains.ChainID]*sequencer.Chain{}
	for _, id := range w.ids {
		cc.Chains = append(cc.Chains, crosschain.Chain{ID: id, Contracts: w.contracts()})
		chain := sequencer.ChainConfig{ID: id, Rules: w.rules[id], Contracts: w.contracts(), GasLimit: gasLimit, ExtraData: []byte{}}
		if w.op != nil {
			chain.OP = w.op.nodes[id].Rules
		}
		cfg.Chains = append(cfg.Chains, chain)
		on[id] = &sequencer.Chain{Node: w.nodes[id], Diagnose: replay.Diagnose(w.clients[id])}
	}
	cfg.SampleWrites = 1 << 20 // in tests, everything
	// A machine with much to do is not a dead node, and drops nothing.
	cfg.Patience, cfg.MaxWait = w.during(20*time.Second), w.during(3*time.Minute)
	if w.tune != nil {
		w.tune(&cfg)
	}
	w.l1.pairs(w, &cc)
	core, err := crosschain.New(cc)
	if err != nil {
		w.t.Fatal(err)
	}
	deps := sequencer.Deps{
		Core: core, Chains: on, Journal: j, Relayer: w.relayer, Promises: w.promiser,
		Clock: w.clock, L1Head: func() chains.BlockRef { return chains.BlockRef{} },
		Publish: func(ps []chains.Promise) {
			w.mu.Lock()
			defer w.mu.Unlock()
			w.promises = append(w.promises, ps...)
		},
		Metrics: w.metrics, Log: log,
	}
	w.op.besides(w, &deps)
	if w.l1 != nil {
		deps.Entries = w.l1
	}
	seq, err := sequencer.New(cfg, deps)
	if err != nil {
		w.t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan struct{})
	go func() { defer close(ended); err = seq.Run(ctx) }()
	w.seq, w.journal, w.ended = seq, j, ended
	w.stop = sync.OnceValue(func() error {
		cancel()
		<-ended
		return errors.Join(err, j.Close())
	})
	w.t.Cleanup(func() { _ = w.stop() })
}

// tx signs a user's transaction with the next nonce.
func (w *net) tx(id chains.ChainID, to *common.Address, value *big.Int, data []byte) *chains.Tx {
	w.t.Helper()
	tx := w.txAt(w.nonces[id], id, to, value, data)
	w.nonces[id]++
	return tx
}

func (w *net) txAt(nonce uint64, id chains.ChainID, to *common.Address, value *big.Int, data []byte) *chains.Tx {
	w.t.Helper()
	inner := types.MustSignNewTx(w.userKey, types.LatestSignerForChainID(id.Big()), &types.DynamicFeeTx{
		ChainID: id.Big(), Nonce: nonce, GasTipCap: big.NewInt(1), GasFeeCap: big.NewInt(100 * params.GWei), Gas: 3_000_000, To: to, Value: value, Data: data,
	})
	raw, err := inner.MarshalBinary()
	if err != nil {
		w.t.Fatal(err)
	}
	tx, err := chains.DecodeTx(raw)
	if err != nil {
		w.t.Fatal(err)
	}
	return tx
}

func (w *net) burn(from, to chains.ChainID, amount *big.Int) *chains.Tx {
	return w.tx(from, &w.plan.TokenBridge, nil, bindings.EncodeSendERC20(w.plan.TestToken, recipient, amount, uint64(to)))
}

// submit sends and waits for the outcome.
func (w *net) submit(txs ...*chains.Tx) sequencer.Outcome {
	w.t.Helper()
	ctx, cancel := context.WithTimeout(w.t.Context(), hanging)
	defer cancel()
	ticket, err := w.seq.Submit(ctx, txs, 0)
	if err != nil {
		w.t.Fatalf("submit: %v", err)
	}
	outcome, err := ticket.Wait(ctx)
	if err != nil {
		w.t.Fatalf("no outcome: %v; %s", err, w.state())
	}
	return outcome
}

// applied waits until the journal says that every leg's block is applied, after the bundle was decided:
// blocks of these numbers that were lost before do not count.
func (w *net) applied(bundle *chains.Bundle) {
	w.t.Helper()
	ctx, cancel := context.WithTimeout(w.t.Context(), hanging)
	defer cancel()
	var missing map[chains.ChainID]uint64 // nil before it is decided
	done := fmt.Errorf("done")
	err := w.journal.Follow(ctx, 1, func(_ journal.Seq, rec journal.Record) error {
		switch r := rec.(type) {
		case *journal.Decided:
			if r.Bundle.ID == bundle.ID {
				missing = map[chains.ChainID]uint64{}
				for _, l := range bundle.Legs {
					missing[l.ChainID] = l.Height
				}
			}
		case *journal.Applied:
			for _, block := range r.Blocks {
				if block.Ref.Number >= missing[block.ChainID] {
					delete(missing, block.ChainID)
				}
			}
		}
		if missing != nil && len(missing) == 0 {
			return done
		}
		return nil
	})
	if err != done {
		w.t.Fatalf("bundle %s was not applied: %v", bundle.ID, err)
	}
}

// receipt asks the chain's own node.
func (w *net) receipt(id chains.ChainID, hash common.Hash) *types.Receipt {
	w.t.Helper()
	var r *types.Receipt
	err := w.clients[id].Call(w.t.Context(), &r, "eth_getTransactionReceipt", hash)
	if err != nil && !strings.Contains(err.Error(), "indexing is in progress") { // geth's answer for a moment after each block
		w.t.Fatal(err)
	}
	return r
}

// read calls a contract on the chain's own node.
func (w *net) read(id chains.ChainID, to common.Address, data []byte) []byte {
	w.t.Helper()
	var out hexBytes
	if err := w.clients[id].Call(w.t.Context(), &out, "eth_call", map[string]any{"to": to, "data": hexBytes(data)}, "latest"); err != nil {
		w.t.Fatal(err)
	}
	return out
}
