package exits_test

import (
	"crypto/ecdsa"
	"errors"
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/params"
	"github.com/ethereum/go-ethereum/rpc"
	dto "github.com/prometheus/client_model/go"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/wire"
	"github.com/ssequencer/ssequencer/client"
	"github.com/ssequencer/ssequencer/cmd/ssequencer/devnet"
	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/verifier"
)

// traveller is a user of a devnet whose tokens travel.
type traveller struct {
	t      *testing.T
	cfg    devnet.Config
	d      *devnet.Devnet
	info   devnet.Info
	key    *ecdsa.PrivateKey
	me     common.Address
	client *client.Client
	eth    map[chains.ChainID]*ethclient.Client // L1 too
}

// newTraveller starts a devnet that remembers, and whose L1 is in a hurry.
func newTraveller(t *testing.T) *traveller {
	w := &traveller{t: t, cfg: devnet.Config{BatchSlots: 2, ChainsConfig: devnet.ChainsConfig{L2Count: 2, DataDir: t.TempDir(), GasLimit: devnet.MinGasLimit,
		Window: time.Second, L1BlockTime: 300 * time.Millisecond}}}
	w.start()
	t.Cleanup(func() { w.stop() })
	return w
}

func (w *traveller) must(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
}

func (w *traveller) start() {
	w.t.Helper()
	var err error
	w.d, err = devnet.Start(w.t.Context(), w.cfg, zap.NewNop())
	w.must(err)
	w.info, w.eth = w.d.Info(), map[chains.ChainID]*ethclient.Client{}
	w.key, err = crypto.ToECDSA(w.info.Accounts[0].PrivateKey)
	w.must(err)
	w.me = w.info.Accounts[0].Address
	w.client, err = client.Dial(w.t.Context(), w.info.Chains[0].RPC)
	w.must(err)
	urls := map[chains.ChainID]string{w.info.L1.ChainID: w.info.L1.RPC}
	for _, c := range w.info.Chains {
		urls[c.ChainID] = c.RPC
	}
	for id, url := range urls {
		w.eth[id], err = ethclient.DialContext(w.t.Context(), url)
		w.must(err)
	}
}

// stop stops the devnet, which has kept what it promised.
func (w *traveller) stop() {
	w.t.Helper()
	if w.d == nil {
		return
	}
	for name, counter := range w.d.MustBeZero() {
		var m dto.Metric
		if err := counter.Write(&m); err != nil || m.GetCounter().GetValue() != 0 {
			w.t.Errorf("%s is %v", name, m.GetCounter().GetValue())
		}
	}
	for _, c := range w.eth {
		c.Close()
	}
	w.client.Close()
	if err := w.d.Close(); err != nil {
		w.t.Error(err)
	}
	w.d = nil
}

// until waits for something that nothing announces.
func (w *traveller) until(what string, is func() bool) {
	w.t.Helper()
	deadline, tick := time.After(5*time.Minute), time.NewTicker(20*time.Millisecond)
	defer tick.Stop()
	for !is() {
		select {
		case <-tick.C:
		case <-deadline:
			w.t.Fatalf("it does not come to this: %s", what)
		}
	}
}

// sent sends a transaction and returns its receipt.
func (w *traveller) sent(id chains.ChainID, to common.Address, data []byte) *types.Receipt {
	w.t.Helper()
	ctx, eth := w.t.Context(), w.eth[id]
	nonce, err := eth.PendingNonceAt(ctx, w.me)
	w.must(err)
	tx, err := types.SignNewTx(w.key, types.LatestSignerForChainID(id.Big()), &types.DynamicFeeTx{ChainID: id.Big(), Nonce: nonce, To: &to, Data: data,
		Gas: 1_500_000, GasTipCap: big.NewInt(params.GWei), GasFeeCap: big.NewInt(100 * params.GWei)})
	w.must(err)
	w.must(eth.SendTransaction(ctx, tx))
	var receipt *types.Receipt
	w.until("the transaction is in a block", func() bool {
		receipt, err = eth.TransactionReceipt(ctx, tx.Hash())
		return err == nil
	})
	if receipt.Status != types.ReceiptStatusSuccessful {
		w.t.Fatalf("transaction on chain %d reverted", id)
	}
	return receipt
}

// read calls a contract for a number.
func (w *traveller) read(id chains.ChainID, to common.Address, data []byte) *big.Int {
	w.t.Helper()
	out, err := w.eth[id].CallContract(w.t.Context(), ethereum.CallMsg{To: &to, Data: data}, nil)
	w.must(err)
	return new(big.Int).SetBytes(out[:min(len(out), 32)])
}

// has returns how many whole tokens somebody has: of L1, or of what stands for them.
func (w *traveller) has(id chains.ChainID, who common.Address) int64 {
	w.t.Helper()
	token := w.info.L1.Token
	if id != w.info.L1.ChainID {
		token = w.info.Chains[0].L1Token
	}
	n := w.read(id, token, bindings.EncodeBalanceOf(who))
	return n.Div(n, big.NewInt(params.Ether)).Int64()
}

// lock locks tokens on L1 for chain 901.
func (w *traveller) lock(amount int64) {
	w.t.Helper()
	w.sent(l1, w.info.L1.Token, bindings.NewTestToken().PackApprove(w.info.L1.Lockbox, ether(amount)))
	w.sent(l1, w.info.L1.Lockbox, bindings.NewLockbox().PackEnter(big.NewInt(901), w.info.L1.Token, w.me, ether(amount)))
}

func (w *traveller) listed() bool {
	return w.read(l1, w.info.L1.Lockbox, bindings.NewLockbox().PackLines(big.NewInt(902), w.info.L1.Token)).Sign() != 0
}

// refused says why L1 refuses a call to the lockbox, "" if it does not.
func (w *traveller) refused(data []byte) string {
	w.t.Helper()
	_, err := w.eth[l1].CallContract(w.t.Context(), ethereum.CallMsg{From: w.me, To: &w.info.L1.Lockbox, Data: data}, nil)
	if err == nil {
		return ""
	}
	var reverted rpc.DataError
	if !errors.As(err, &reverted) {
		w.t.Fatal(err)
	}
	return bindings.DecodeRevert(common.FromHex(reverted.ErrorData().(string)))
}

// release is the call that lets out what a transaction has burnt.
func (w *traveller) release(tx common.Hash, to common.Address, amount int64) (uint64, []byte) {
	w.t.Helper()
	var p wire.Proof
	w.until("there is a proof", func() bool {
		proofs, err := w.client.Proofs(w.t.Context(), tx)
		if err == nil {
			p = proofs[0]
		}
		return err == nil
	})
	n := func(v uint64) *big.Int { return new(big.Int).SetUint64(v) }
	return uint64(p.Batch), bindings.NewLockbox().PackRelease(bindings.LockboxExit{Batch: uint64(p.Batch), Token: w.info.L1.Token, To: to, Amount: ether(amount),
		Proof: bindings.MessageProof{Source: n(uint64(p.Pair.Source)), Destination: n(uint64(p.Pair.Destination)), Generation: n(uint64(p.Pair.Generation)),
			Count: n(uint64(p.Pair.Count)), PairRoot: p.Pair.Root, LeafIndex: n(uint64(p.Index)), Siblings: words(p.Siblings),
			PairIndex: n(uint64(p.PairProof.Index)), PairCount: n(uint64(p.PairProof.Count)), PairSiblings: words(p.PairProof.Siblings)}})
}

func (w *traveller) final() uint64 {
	w.t.Helper()
	return w.read(l1, w.info.L1.Settlement, bindings.NewBatches().PackFinalBatch()).Uint64()
}

// audit has everything on L1 audited by the independent verifier.
func (w *traveller) audit() {
	w.t.Helper()
	c := w.info.Chains[0]
	cfg := verifier.Config{L1: w.info.L1.RPC, Settlement: w.info.L1.Settlement, Messenger: c.Messenger, Chains: map[uint64]string{},
		Bridges: []common.Address{c.TokenBridge, c.ETHBridge, c.Gateway}}
	for _, c := range w.info.Chains {
		cfg.Chains[uint64(c.ChainID)] = c.Node
	}
	v, err := verifier.New(w.t.Context(), cfg, zap.NewNop())
	w.must(err)
	defer v.Close()
	w.must(v.VerifyAll(w.t.Context(), func(r verifier.Report) error {
		if !r.OK() || len(r.Unprovable) > 0 {
			w.t.Errorf("batch %d: %v, %v", r.Batch, r.Findings, r.Unprovable)
		}
		return nil
	}))
}

// A devnet's token of L1 is locked there, minted on one chain, moves to the other and leaves
// by that one, all by transactions of a user and the service alone. What is locked when the
// service ends is minted by the next one, once.
func TestThroughTheDevnet(t *testing.T) {
	w := newTraveller(t)
	bob := common.HexToAddress("0xb0b")
	w.until("the token is listed", w.listed)
	w.lock(40)
	w.until("40 tokens are on chain 901", func() bool { return w.has(901, w.me) == 40 })
	w.sent(901, w.info.Chains[0].TokenBridge, bindings.EncodeSendERC20(w.info.Chains[0].L1Token, w.me, ether(30), 902))
	w.until("30 tokens are on chain 902", func() bool { return w.has(902, w.me) == 30 })
	exit := w.sent(902, w.info.Chains[1].Gateway, bindings.NewGateway().PackExit(w.info.Chains[1].L1Token, bob, ether(25)))
	w.lock(7) // is not minted before the service ends, or it is: the same in the end
	w.stop()
	w.start()
	w.until("7 more tokens are on chain 901", func() bool { return w.has(901, w.me) == 17 })
	batch, release := w.release(exit.TxHash, bob, 25)
	if got := w.refused(release); w.final() < batch && got != "" && !strings.HasPrefix(got, "NotFinal") {
		t.Fatalf("before the batch is final: %q", got)
	}
	w.until("the batch is final", func() bool { return w.final() >= batch })
	w.sent(l1, w.info.L1.Lockbox, release)
	if got := w.refused(release); !strings.HasPrefix(got, "AlreadyDone") || w.has(l1, bob) != 25 {
		t.Errorf("a second time: %q; %d tokens are released", got, w.has(l1, bob))
	}
	if got := w.has(l1, w.info.L1.Lockbox); got != 40+7-25 {
		t.Errorf("%d tokens are locked", got)
	}
	w.audit()
}
