package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math/big"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/params"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/wire"
	"github.com/ssequencer/ssequencer/cmd/ssequencer/devnet"
	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/signer"
)

// court is a devnet whose sequencer is accused.
type court struct {
	*network
	t  *testing.T
	d  *devnet.Devnet
	l1 *ethclient.Client
}

func startCourt(t *testing.T) *court {
	t.Helper()
	return startCourtOf(t, devnet.Config{BatchSlots: 1})
}

func startCourtOf(t *testing.T, cfg devnet.Config) *court {
	t.Helper()
	cfg.BlockTime = time.Second
	cfg.ChainsConfig = devnet.ChainsConfig{L2Count: 2, DataDir: t.TempDir(), GasLimit: devnet.MinGasLimit, Window: time.Hour}
	d, err := devnet.Start(t.Context(), cfg, zap.NewNop())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := d.Close(); err != nil {
			t.Errorf("stop the devnet: %v", err)
		}
	})
	c := &court{network: &network{Info: d.Info(), file: filepath.Join(t.TempDir(), "info.json")}, t: t, d: d}
	c.must(c.Write(c.file))
	c.l1, err = ethclient.DialContext(t.Context(), c.L1.WS)
	c.must(err)
	t.Cleanup(c.l1.Close)
	return c
}

func (c *court) must(err error) {
	c.t.Helper()
	if err != nil {
		c.t.Fatal(err)
	}
}

func (c *court) call(to common.Address, data []byte) *big.Int {
	c.t.Helper()
	out, err := c.l1.CallContract(c.t.Context(), ethereum.CallMsg{To: &to, Data: data}, nil)
	c.must(err)
	return new(big.Int).SetBytes(out)
}

// await waits for something on L1, looking at every block.
func (c *court) await(what string, holds func() bool) {
	c.t.Helper()
	ctx, cancel := context.WithTimeout(c.t.Context(), 3*time.Minute)
	defer cancel()
	heads := make(chan *types.Header, 64)
	sub, err := c.l1.SubscribeNewHead(ctx, heads)
	c.must(err)
	defer sub.Unsubscribe()
	for !holds() {
		select {
		case <-heads:
		case err := <-sub.Err():
			c.t.Fatalf("%s: %v", what, err)
		case <-ctx.Done():
			c.t.Fatalf("waited in vain for: %s", what)
		}
	}
}

// demand has an account demand proof of a batch.
func (c *court) demand(number uint64) {
	c.t.Helper()
	private, err := crypto.ToECDSA(c.Accounts[5].PrivateKey)
	c.must(err)
	id := c.L1.ChainID.Big()
	nonce, err := c.l1.PendingNonceAt(c.t.Context(), c.Accounts[5].Address)
	c.must(err)
	tx, err := types.SignNewTx(private, types.LatestSignerForChainID(id), &types.DynamicFeeTx{ChainID: id, Nonce: nonce, To: &c.L1.Suite.Challenges,
		Value: big.NewInt(params.Ether), Data: bindings.NewChallenges().PackDemandProof(number), Gas: 300_000,
		GasFeeCap: big.NewInt(100 * params.GWei), GasTipCap: big.NewInt(params.GWei)})
	c.must(err)
	c.must(c.l1.SendTransaction(c.t.Context(), tx))
	c.await("the demand", func() bool {
		r, err := c.l1.TransactionReceipt(c.t.Context(), tx.Hash())
		if err == nil && r.Status != types.ReceiptStatusSuccessful {
			c.t.Fatalf("L1 refused the demand of batch %d of %d, with status %v", number, c.latest(), c.call(c.L1.Settlement, bindings.NewBatches().PackStatus(number)))
		}
		return err == nil
	})
}

// reorg takes L1 back by some blocks and waits until the service has gone on from there.
func (c *court) reorg(depth uint64) {
	c.t.Helper()
	head, err := c.l1.BlockNumber(c.t.Context())
	c.must(err)
	before, err := c.l1.HeaderByNumber(c.t.Context(), new(big.Int).SetUint64(head-depth))
	c.must(err)
	latest := c.latest()
	c.must(c.d.Chains.L1.Reorg(c.t.Context(), before.Hash()))
	c.await("batches after an L1 reorg", func() bool { return c.latest() > latest })
}

func (c *court) staked() int64 {
	c.t.Helper()
	wei := c.call(c.L1.Suite.Bond, bindings.NewBond().PackStaked())
	return wei.Div(wei, big.NewInt(params.Ether)).Int64()
}

func (c *court) latest() uint64 {
	c.t.Helper()
	return c.call(c.L1.Settlement, bindings.NewBatches().PackLatestBatch()).Uint64()
}

// A sequencer that has done nothing wrong answers every demand by itself and keeps its
// bond; one that promised two things for one position loses it, by a watcher that found
// both in a file and showed them to L1.
func TestWatchAndChallengeOnDevnet(t *testing.T) {
	t.Parallel()
	c := startCourt(t)
	expect(t, c.service(t, "send --from-chain 901 --to-chain 902 --amount 1 --wait posted "+c.Accounts[1].Address.Hex()), codeOK)
	batches := bindings.NewBatches()
	set, err := c.l1.BlockNumber(t.Context()) // everything is set up by then
	c.must(err)
	c.await("some batches", func() bool {
		head, err := c.l1.BlockNumber(t.Context())
		c.must(err)
		return head >= set+4 && c.latest() >= 3
	})
	c.reorg(3)
	for _, number := range []uint64{1, 3} {
		c.demand(number)
		c.await("a proof", func() bool { return c.call(c.L1.Settlement, batches.PackStatus(number)).Uint64() >= 2 })
	}
	if got := c.staked(); got != 100 {
		t.Fatalf("%d ETH at stake", got)
	}
	c.await("the order on L1", func() bool {
		number := common.BigToHash(big.NewInt(3))
		topic := bindings.NewOrderedData().GetABI().Events[bindings.OrderedDataPublishedEventName].ID
		logs, err := c.l1.FilterLogs(t.Context(), ethereum.FilterQuery{FromBlock: new(big.Int), Topics: [][]common.Hash{{topic}, {number}}})
		c.must(err)
		return len(logs) > 0
	})
	expect(t, c.audit(t, "verify --batch 3 --from-l1"), codeOK, "order on L1", "as on the chains")

	c.accuseWrongly()

	dir := t.TempDir()
	promises, key, cases := filepath.Join(dir, "promises"), filepath.Join(dir, "key"), filepath.Join(dir, "challenges")
	c.must(os.WriteFile(promises, append(c.promise(1), c.promise(2)...), 0o600))
	c.must(os.WriteFile(key, []byte(common.Bytes2Hex(c.Accounts[6].PrivateKey)), 0o600))
	args := "watch --challenge --interval 200ms --info " + c.file + " --promises " + promises + " --promises " + c.Chains[0].WS + " --key-file " + key +
		" --challenges " + cases + " --state " + filepath.Join(dir, "state")
	got := commandUntil(t, "were punished", strings.Fields(args)...)
	expect(t, got, codeCheck, "terms", "was promised to transaction", "what to do", "challenge: accuse", "challenge: closed", "batch 1: ok")
	if got := c.staked(); got != 95 {
		t.Fatalf("%d ETH at stake", got)
	}
	got = commandUntil(t, "were punished", strings.Fields(args)...)
	if strings.Contains(got.out, "challenge: accuse") || strings.Contains(got.out, "batch 1: ok") || c.staked() != 95 {
		t.Errorf("after a restart it does the same again:\n%s", got.out)
	}
	state := filepath.Join(dir, "state of verify")
	for _, says := range []string{"batch 1: ok", "1 checks did not hold"} {
		got := command(t, "verify", "--promises", promises, "--state", state, "--info", c.file)
		expect(t, got, codeCheck, says)
		if says != "batch 1: ok" && strings.Contains(got.out, "batch 1: ok") {
			t.Errorf("audited again:\n%s", got.out)
		}
	}
}

// accuseWrongly watches with a node that is on another chain. The service proves what it
// claimed, the watcher says what that means, and has lost the price of its demand.
func (c *court) accuseWrongly() {
	c.t.Helper()
	key := filepath.Join(c.t.TempDir(), "key")
	c.must(os.WriteFile(key, []byte(common.Bytes2Hex(c.Accounts[7].PrivateKey)), 0o600))
	got := commandUntil(c.t, "batch 2 was proven by", strings.Fields("watch --challenge --interval 200ms --info "+c.file+
		" --chain 902="+elsewhere(c.t, c.Chains[1].Node)+" --key-file "+key+" --challenges "+key+".challenges")...)
	expect(c.t, got, codeCheck, "DOES NOT HOLD", "chain 902: block", "challenge: demand", "they are not of the chain that L1 knows")
	if got := c.staked(); got != 100 {
		c.t.Fatalf("%d ETH at stake", got)
	}
}

// elsewhere serves a node that is off by one: it gives the block before the one asked for.
func elsewhere(t *testing.T, node string) string {
	t.Helper()
	to, err := url.Parse(node)
	if err != nil {
		t.Fatal(err)
	}
	proxy := httputil.NewSingleHostReverseProxy(to)
	asked := regexp.MustCompile(`\["(0x[0-9a-f]+)",false\]`)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			t.Error(err)
		}
		if bytes.Contains(body, []byte("eth_getBlockByNumber")) {
			body = asked.ReplaceAllFunc(body, func(match []byte) []byte {
				number, err := hexutil.DecodeUint64(string(asked.FindSubmatch(match)[1]))
				if err != nil {
					t.Error(err)
				}
				return fmt.Appendf(nil, `["0x%x",false]`, number-1)
			})
		}
		r.ContentLength, r.Body = int64(len(body)), io.NopCloser(bytes.NewReader(body))
		proxy.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	return server.URL
}

// promise returns a promise as the service gives it out, and signed by it.
func (c *court) promise(tx byte) []byte {
	c.t.Helper()
	domain := chains.Domain{L1ChainID: c.L1.ChainID, Settlement: c.L1.Settlement}
	p := &chains.Promise{Epoch: 1, ChainID: 901, Height: 1_000_000, TxHash: common.Hash{tx}, Grade: chains.GradeApplied}
	c.must(signer.SignPromise(c.t.Context(), c.d.Chains.Keys.Signer, domain, p))
	text, err := json.Marshal(wire.PreconfirmationOf(domain, p))
	c.must(err)
	return append(text, '\n')
}

// commandUntil runs a command until it says something, and then as by Ctrl-C to its end.
func commandUntil(t *testing.T, says string, args ...string) result {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 3*time.Minute)
	defer cancel()
	out := &listener{says: says, heard: cancel}
	var errs bytes.Buffer
	code := execute(ctx, append([]string{"ssequencer"}, args...), stdio{in: strings.NewReader(""), out: out, err: &errs})
	if !strings.Contains(out.String(), says) {
		t.Errorf("nothing says %q", says)
	}
	return result{code: code, out: out.String(), err: errs.String()}
}

// listener keeps what is written and tells when something is said. A command writes to it
// from one goroutine.
type listener struct {
	bytes.Buffer
	says  string
	heard func()
}

// Write implements io.Writer.
func (l *listener) Write(p []byte) (int, error) {
	n, err := l.Buffer.Write(p)
	if strings.Contains(l.String(), l.says) {
		l.heard()
	}
	return n, err
}

// What is asked for and cannot be done is told before anything is watched.
func TestChallengeUsage(t *testing.T) {
	base := "watch --l1 http://127.0.0.1:1 --settlement " + common.Address{1}.Hex() + " --messenger " + common.Address{2}.Hex() + " --chain 901=http://127.0.0.1:1 "
	key := filepath.Join(t.TempDir(), "key")
	if err := os.WriteFile(key, []byte("nothing"), 0o600); err != nil {
		t.Fatal(err)
	}
	for args, want := range map[string]result{
		"--challenge":       {code: codeUsage, err: "--key-file"},
		"--key-file " + key: {code: codeUsage, err: "--challenge"},
		"--challenge --max-demand x --key-file " + key:    {code: codeUsage, err: "--max-demand"},
		"--challenge --key-file " + key:                   {code: codeFailure, err: "--key-file"},
		"--promises " + key:                               {code: codeFailure, err: "--promises"},
		"--state " + key:                                  {code: codeFailure, err: "--state"},
		"--challenge --key-file " + filepath.Dir(key):     {code: codeFailure, err: "--key-file"},
		"--challenge --key-file " + key + " --interval 0": {code: codeUsage, err: "--interval"},
	} {
		got := command(t, strings.Fields(base+args)...)
		if got.code != want.code || !strings.Contains(got.err, want.err) {
			t.Errorf("%s: %+v", args, got)
		}
	}
}
