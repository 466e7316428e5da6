package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math/big"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/consensus/misc/eip1559"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/params"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/devnode"
	"github.com/ssequencer/ssequencer/chains/engine"
	"github.com/ssequencer/ssequencer/cmd/ssequencer/devnet"
	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/signer"
	"github.com/ssequencer/ssequencer/test/ports"
)

// governed is a devnet's chains with a service that is run by its configuration, where the
// test is governor, registrar and operator.
type governed struct {
	t      *testing.T
	plan   *devnet.Elsewhere // of the set, or of one with a chain more
	cfg    devnet.ChainsConfig
	keys   devnet.Keys
	l1     string
	suite  bindings.Suite
	door   devnet.Door
	nodes  []governedNode // the service's
	batch  *bindings.Batches
	dir    string
	config string
	url    string // of the service
	stop   func() // the service
}

// governedNode is one chain's node, as a configuration names it.
type governedNode struct {
	*devnode.Node
	engine *engine.Client
}

// newGoverned starts an L1 and two chains, and no service.
func newGoverned(t *testing.T) *governed {
	t.Helper()
	cfg := devnet.ChainsConfig{L2Count: 2, GasLimit: devnet.MinGasLimit, Window: time.Second, L1BlockTime: 300 * time.Millisecond}
	c, err := devnet.StartChains(t.Context(), cfg, zap.NewNop())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := c.Close(); err != nil {
			t.Errorf("stop the chains: %v", err)
		}
	})
	g := &governed{t: t, keys: c.Keys, l1: c.L1.HTTP(), suite: c.Suite, door: c.Door, batch: bindings.NewBatches(), dir: t.TempDir()}
	cfg.L2Count++
	g.plan, err = devnet.NewElsewhere(cfg, c.L1.Genesis().Timestamp)
	g.must(err)
	for _, l2 := range c.L2s {
		g.nodes = append(g.nodes, governedNode{l2.Node, l2.Engine})
	}
	g.config = filepath.Join(g.dir, "ssequencer.toml")
	return g
}

func (g *governed) must(err error) {
	g.t.Helper()
	if err != nil {
		g.t.Fatal(err)
	}
}

// until waits for something that nothing announces.
func (g *governed) until(what string, is func() bool) {
	g.t.Helper()
	deadline, tick := time.After(3*time.Minute), time.NewTicker(20*time.Millisecond)
	defer tick.Stop()
	for !is() {
		select {
		case <-tick.C:
		case <-deadline:
			g.t.Fatalf("it does not come to this: %s", what)
		}
	}
}

func (g *governed) write(name, text string) string {
	g.t.Helper()
	path := filepath.Join(g.dir, name)
	g.must(os.WriteFile(path, []byte(text), 0o600))
	return path
}

// configure writes the service's configuration, with the nodes there are.
func (g *governed) configure() {
	g.t.Helper()
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	port := ports.Free(g.t)
	g.url = fmt.Sprintf("http://127.0.0.1:%d", port)
	line("data-dir = %q", filepath.Join(g.dir, "service"))
	line("[l1]\nurl = %q\nchain-id = %d\nsettlement = %q\nentry-depth = 2", g.l1, devnet.L1ChainID, g.suite.Batches)
	for _, duty := range []string{"relayer", "signer", "poster"} {
		line("[keys.%s]\nfile = %q", duty, g.write(duty+".key", crypto.Keccak256Hash([]byte("ssequencer devnet "+duty)).Hex()))
	}
	line("[rpc]\nport = %d\n[settlement]\nbatch-slots = 1\nmax-owed-age = \"2s\"\n[sequencer]\ngas-policy = \"sponsored\"\npatience = \"20s\"", port)
	contracts := g.plan.Contracts()
	for _, n := range g.nodes {
		genesis, err := json.Marshal(n.Genesis())
		g.must(err)
		secret := n.JWTSecret()
		line("[[chain]]\nid = %d\nengine-url = %q\nrpc-url = %q", n.ChainID(), n.AuthHTTP(), n.HTTP())
		line("jwt-file = %q\ngenesis-file = %q", g.write(n.ChainID().String()+".jwt", hexutil.Encode(secret[:])), g.write(n.ChainID().String()+".json", string(genesis)))
		line("gas-limit = %d\nfee-recipient = %q\nmessenger = %q\nroot-store = %q", devnet.MinGasLimit, g.plan.FeeRecipient(), contracts.Messenger, contracts.RootStore)
		line("token-bridge = %q\neth-bridge = %q\ngateway = %q\ntest-token = %q", contracts.TokenBridge, contracts.ETHBridge, contracts.Gateway, contracts.TestToken)
	}
	g.write("ssequencer.toml", b.String())
}

// run starts the service by its command and waits until it takes requests. It is stopped as
// by Ctrl-C.
func (g *governed) run() {
	g.t.Helper()
	g.configure()
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan int, 1)
	var errs bytes.Buffer // the service's alone until it has ended
	go func() {
		ended <- execute(ctx, []string{"ssequencer", "run", "--config", g.config}, stdio{in: strings.NewReader(""), out: io.Discard, err: &errs})
	}()
	running := true
	stop := func() {
		if cancel(); !running {
			return
		}
		running = false
		if code := <-ended; code != codeOK {
			g.t.Errorf("the service ended with exit code %d:\n%s", code, errs.String())
		}
	}
	g.stop = stop
	g.t.Cleanup(stop)
	g.until("the service takes requests", func() bool {
		select {
		case code := <-ended:
			running = false
			g.t.Fatalf("the service ended with exit code %d:\n%s", code, errs.String())
		default:
		}
		_, ok := g.health("readyz")
		return ok
	})
}

// health asks the service how it is.
func (g *governed) health(path string) (string, bool) {
	r, err := http.Get(g.url + "/" + path)
	if err != nil {
		return "", false
	}
	defer r.Body.Close()
	text, err := io.ReadAll(r.Body)
	return string(text), err == nil && r.StatusCode == http.StatusOK
}

// awaitReason waits until the service says what is wrong.
func (g *governed) awaitReason(text string) {
	g.t.Helper()
	g.until("a reason: "+text, func() bool {
		said, _ := g.health("healthz")
		return strings.Contains(said, text)
	})
}

// says runs a command that talks to the service.
func (g *governed) says(args string) result {
	g.t.Helper()
	return command(g.t, append(strings.Fields(args), "--timeout", "3m", "--rpc-url", g.url)...)
}

// verify has everything on L1 audited with the nodes of the first chains.
func (g *governed) verify(count int, more ...string) result {
	g.t.Helper()
	contracts := g.plan.Contracts()
	args := []string{"verify", "--l1", g.l1, "--settlement", g.suite.Batches.Hex(), "--messenger", contracts.Messenger.Hex(), "--bridge", contracts.TokenBridge.Hex(),
		"--bridge", contracts.ETHBridge.Hex(), "--bridge", contracts.Gateway.Hex()}
	for _, n := range g.nodes[:count] {
		args = append(args, "--chain", n.ChainID().String()+"="+n.HTTP())
	}
	return command(g.t, append(args, more...)...)
}

// order is a call of a contract that somebody makes on a chain, or on L1.
type order struct {
	by    *signer.Key
	chain chains.ChainID
	to    common.Address
	data  []byte
}

// governs sends a transaction that succeeds, and waits until it is in a block.
func (g *governed) governs(o order) *types.Receipt {
	g.t.Helper()
	receipt := g.sends(o)
	if receipt.Status != types.ReceiptStatusSuccessful {
		g.t.Fatalf("a transaction to %s on chain %d reverted", o.to, o.chain)
	}
	return receipt
}

// sends sends a transaction and waits until it is in a block: on a chain by the service.
func (g *governed) sends(o order) *types.Receipt {
	g.t.Helper()
	url, node := g.l1, g.l1
	for _, n := range g.nodes {
		if n.ChainID() == o.chain {
			url, node = g.url, n.HTTP()
		}
	}
	ctx, read := g.t.Context(), g.dial(node)
	defer read.Close()
	nonce, err := read.NonceAt(ctx, o.by.Address(), nil)
	g.must(err)
	tx, err := signer.SignTx(ctx, o.by, types.NewTx(&types.DynamicFeeTx{ChainID: o.chain.Big(), Nonce: nonce, To: &o.to, Data: o.data, Gas: 2_000_000,
		GasTipCap: big.NewInt(params.GWei), GasFeeCap: big.NewInt(100 * params.GWei)}), o.chain)
	g.must(err)
	send := g.dial(url)
	defer send.Close()
	g.must(send.SendTransaction(ctx, tx))
	var receipt *types.Receipt
	g.until("the transaction is in a block", func() bool {
		receipt, err = read.TransactionReceipt(ctx, tx.Hash())
		return err == nil
	})
	return receipt
}

func (g *governed) dial(url string) *ethclient.Client {
	g.t.Helper()
	eth, err := ethclient.DialContext(g.t.Context(), url)
	g.must(err)
	return eth
}

// registrar and governor run a command of theirs, which has to succeed: both are the
// devnet's deployer.
func (g *governed) registrar(args string) {
	g.t.Helper()
	expect(g.t, g.says("registrar "+args+" --l1 "+g.l1), codeOK, "done at")
}

func (g *governed) governor(args string) string {
	g.t.Helper()
	got := g.says("governor " + args + " --l1 " + g.l1)
	expect(g.t, got, codeOK)
	return got.out
}

// announce has the governor announce another set, and returns the first batch it is for.
func (g *governed) announce(args string) (from uint64) {
	g.t.Helper()
	out := g.governor(args)
	_, after, _ := strings.Cut(out, "in force from batch ")
	if _, err := fmt.Sscan(after, &from); err != nil {
		g.t.Fatalf("it does not say from which batch on:\n%s", out)
	}
	return from
}

// onL1 reads a number of Batches.
func (g *governed) onL1(data []byte) uint64 {
	g.t.Helper()
	return g.reads(devnet.L1ChainID, g.suite.Batches, data).Uint64()
}

// awaitBatch waits until L1 has a batch.
func (g *governed) awaitBatch(number uint64) {
	g.t.Helper()
	g.until(fmt.Sprintf("batch %d", number), func() bool { return g.onL1(g.batch.PackLatestBatch()) >= number })
}

// reads calls a contract for a number.
func (g *governed) reads(chain chains.ChainID, to common.Address, data []byte) *big.Int {
	g.t.Helper()
	url := g.l1
	if i := slices.IndexFunc(g.nodes, func(n governedNode) bool { return n.ChainID() == chain }); i >= 0 {
		url = g.nodes[i].HTTP()
	}
	eth := g.dial(url)
	defer eth.Close()
	out, err := eth.CallContract(g.t.Context(), ethereum.CallMsg{To: &to, Data: data}, nil)
	g.must(err)
	return new(big.Int).SetBytes(out[:min(len(out), 32)])
}

// extend has a chain's node adopt a block of these transactions, as its operator may before
// the service takes over.
func (g *governed) extend(n governedNode, txs [][]byte) {
	g.t.Helper()
	ctx := g.t.Context()
	head, err := n.engine.Head(ctx)
	g.must(err)
	payload, err := n.engine.Build(ctx, &chains.Open{ChainID: n.ChainID(), Number: head.Number.Uint64() + 1, ParentHash: head.Hash(), Timestamp: head.Time + 1,
		FeeRecipient: g.plan.FeeRecipient(), GasLimit: head.GasLimit, BaseFee: eip1559.CalcBaseFee(n.ChainConfig(), head), ExtraData: []byte{}}, txs)
	g.must(err)
	g.must(n.engine.NewPayload(ctx, payload))
	g.must(n.engine.Adopt(ctx, payload.Hash, head.Hash(), common.Hash{}))
	receipts, err := n.engine.Receipts(ctx, payload.Hash)
	g.must(err)
	for i, r := range receipts {
		if r.Status != types.ReceiptStatusSuccessful {
			g.t.Fatalf("transaction %d of block %d of chain %d reverted", i, payload.Number, n.ChainID())
		}
	}
}
