package cheat_test

import (
	"context"
	"errors"
	"math/big"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"
	"github.com/ethereum/go-ethereum/rpc"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/settlement/settlementtest"
	"github.com/ssequencer/ssequencer/verifier"
)

// world is chains, an L1, and somebody who watches them and challenges.
type world struct {
	*settlementtest.SuiteWorld
	t          *testing.T
	file       string // of the challenger
	verifier   *verifier.Verifier
	challenger *verifier.Challenger
	reports    []verifier.Report
	acts       []verifier.Act
}

var chainIDs = []chains.ChainID{901, 902}

func newWorld(t *testing.T, options settlementtest.SuiteOptions) *world {
	t.Helper()
	w := &world{SuiteWorld: settlementtest.StartSuite(t, chainIDs, options), t: t, file: filepath.Join(t.TempDir(), "challenges.json")}
	w.restart(nil)
	return w
}

// restart begins watching, from a stored state if there is one.
func (w *world) restart(state *verifier.State) {
	w.t.Helper()
	cfg := verifier.Config{L1: w.L1.HTTP(), Settlement: w.Suite.Batches, Messenger: w.Plan.Messenger, Chains: make(map[uint64]string),
		Bridges: []common.Address{w.Plan.TokenBridge, w.Plan.ETHBridge}, MaxOwedAge: time.Minute, Resume: state}
	for _, c := range w.Chains {
		cfg.Chains[uint64(c.ID)] = c.Node.HTTP()
	}
	v, err := verifier.New(w.t.Context(), cfg, zap.NewNop())
	w.must(err)
	w.t.Cleanup(v.Close)
	w.verifier = v
	w.challenger, err = v.NewChallenger(w.t.Context(), w.User, verifier.ChallengerConfig{File: w.file, OnAct: func(a verifier.Act) {
		w.t.Logf("%s: %s", a.Kind, a.Text)
		w.acts = append(w.acts, a)
	}})
	w.must(err)
}

func (w *world) must(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
}

// slot builds a slot.
func (w *world) slot(fill func(*settlementtest.Slot)) {
	w.t.Helper()
	s := w.NewSlot()
	fill(s)
	s.Build()
}

// honest settles some honest messages.
func (w *world) honest() {
	w.t.Helper()
	w.slot(func(s *settlementtest.Slot) { s.Transfer(901, 902); s.Transfer(902, 901) })
	b := w.Batch()
	w.Submit(&b)
}

// watch audits what is new on L1, gives it to the challenger and returns it.
func (w *world) watch() []verifier.Report {
	w.t.Helper()
	var fresh []verifier.Report
	w.must(w.verifier.VerifyAll(w.t.Context(), func(r verifier.Report) error {
		for _, f := range r.Findings {
			w.t.Log(f)
		}
		fresh = append(fresh, r)
		return w.challenger.Report(r)
	}))
	w.reports = append(w.reports, fresh...)
	return fresh
}

// challenge lets the challenger act until it has nothing under way, with an L1 block
// after every step.
func (w *world) challenge() {
	w.t.Helper()
	for range 12 {
		w.must(w.challenger.Look(w.t.Context()))
		w.MineL1()
	}
}

// later puts L1's clock forward.
func (w *world) later(d time.Duration) {
	w.t.Helper()
	_, err := w.L1.Advance(w.t.Context(), d)
	w.must(err)
}

// count counts the acts of a kind.
func (w *world) count(kind verifier.ActKind) (n int) {
	for _, a := range w.acts {
		if a.Kind == kind {
			n++
		}
	}
	return n
}

// events counts an L1 contract's logs of one event.
func (w *world) events(emitter common.Address, topic common.Hash) int {
	w.t.Helper()
	logs, err := w.L1Client.FilterLogs(context.Background(), ethereum.FilterQuery{FromBlock: new(big.Int), Addresses: []common.Address{emitter}, Topics: [][]common.Hash{{topic}}})
	w.must(err)
	return len(logs)
}

func (w *world) callL1(to common.Address, data []byte) []byte {
	w.t.Helper()
	out, err := w.L1Client.CallContract(context.Background(), ethereum.CallMsg{To: &to, Data: data}, nil)
	w.must(err)
	return out
}

// staked returns the bond in ETH.
func (w *world) staked() int64 {
	w.t.Helper()
	wei := new(big.Int).SetBytes(w.callL1(w.Suite.Bond, bindings.NewBond().PackStaked()))
	return wei.Div(wei, big.NewInt(params.Ether)).Int64()
}

func (w *world) latestBatch() uint64 {
	w.t.Helper()
	return new(big.Int).SetBytes(w.callL1(w.Suite.Batches, bindings.NewBatches().PackLatestBatch())).Uint64()
}

func (w *world) balance(of common.Address) *big.Int {
	w.t.Helper()
	n, err := w.L1Client.BalanceAt(context.Background(), of, nil)
	w.must(err)
	return n
}

func topic(name string) common.Hash { return bindings.NewChallenges().GetABI().Events[name].ID }

// codes returns the codes of a report's findings, each once, in order.
func codes(findings []verifier.Finding) (list []verifier.Code) {
	for _, f := range findings {
		list = append(list, f.Code)
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// code returns a contract's code on the first chain, as a preset of another one.
func (w *world) code(of common.Address) types.Account {
	w.t.Helper()
	c := w.Chains[0]
	code, err := c.Engine.Code(context.Background(), c.Head.Hash(), of)
	w.must(err)
	return types.Account{Code: code, Nonce: 1, Balance: new(big.Int)}
}

// refused tries a call on L1 and returns why it is refused, "" if it is not.
func (w *world) refused(to common.Address, data []byte) string {
	w.t.Helper()
	_, err := w.L1Client.CallContract(context.Background(), ethereum.CallMsg{From: w.User.Address(), To: &to, Data: data}, nil)
	if err == nil {
		return ""
	}
	var reverted rpc.DataError
	if !errors.As(err, &reverted) {
		w.t.Fatal(err)
	}
	return bindings.DecodeRevert(common.FromHex(reverted.ErrorData().(string)))
}
