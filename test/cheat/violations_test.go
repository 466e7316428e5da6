package cheat_test

import (
	"math/big"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/merkle"
	"github.com/ssequencer/ssequencer/settlement/settlementtest"
	"github.com/ssequencer/ssequencer/verifier"
)

// violation is one way to cheat: what is done on the chains, and what is claimed of it.
type violation struct {
	do    func(*world, *settlementtest.Slot)
	claim func(*world, *merkle.Batch)
	want  []verifier.Code
	text  string // that a finding has
}

// forged is a message that nobody sent.
func forged(w *world) settlementtest.Message {
	return settlementtest.Message{Source: 901, SentMessage: bindings.SentMessage{Destination: 902, Nonce: 1, Sender: w.Plan.TokenBridge,
		Target: w.Plan.TokenBridge, Data: relayERC20(w, 1_000_000)}}
}

// relayERC20 is what a bridge's message does on the receiving chain.
func relayERC20(w *world, amount int64) []byte {
	return bindings.NewTokenBridge().PackRelayERC20(w.Plan.TestToken, w.User.Address(), w.User.Address(), big.NewInt(amount))
}

func violations() map[string]violation {
	none := func(*world, *settlementtest.Slot) {}
	honest := func(*world, *merkle.Batch) {}
	return map[string]violation{
		"a mint without a burn": {do: func(w *world, s *settlementtest.Slot) { s.Relay(forged(w)) }, claim: honest,
			want: []verifier.Code{verifier.CodeRoot, verifier.CodeUnbacked}, text: "never sent"},
		"a mint without a burn, not told": {do: func(w *world, s *settlementtest.Slot) { s.Relay(forged(w)) },
			claim: func(w *world, b *merkle.Batch) {
				before := w.Claims[0]
				b.BurnRoot, b.MintRoot, b.PairsHash = before.BurnRoot, before.MintRoot, before.PairsHash
			}, want: []verifier.Code{verifier.CodeRoot, verifier.CodeUnbacked}},
		"an altered amount": {do: func(w *world, s *settlementtest.Slot) {
			s.Add(901, w.User, w.Plan.TokenBridge, bindings.EncodeSendERC20(w.Plan.TestToken, w.User.Address(), big.NewInt(5), 902))
			m := forged(w)
			m.Data = relayERC20(w, 5000)
			s.Relay(m)
		}, claim: honest, want: []verifier.Code{verifier.CodeAltered, verifier.CodeRoot}, text: "amount 5 became 5000"},
		"a wrong root": {do: none, claim: func(w *world, b *merkle.Batch) {
			leaves := w.Leaves()
			leaves[0].Count, leaves[0].Root = 77, common.Hash{1}
			w.SetRoots(b, leaves)
		}, want: []verifier.Code{verifier.CodeRoot}},
		"a pair left out": {do: none, claim: func(w *world, b *merkle.Batch) { w.SetRoots(b, w.Leaves()[1:]) },
			want: []verifier.Code{verifier.CodeRoot}},
		"a wrong range": {do: none, claim: func(_ *world, b *merkle.Batch) { b.Chains[1].LastBlock++ },
			want: []verifier.Code{verifier.CodeBlock, verifier.CodeOrder}},
		"a block that is none": {do: none, claim: func(_ *world, b *merkle.Batch) { b.Chains[0].LastBlockHash[0] ^= 1 },
			want: []verifier.Code{verifier.CodeBlock}},
	}
}

// Whoever watches finds each violation, demands proof, and when there is none the bond is
// slashed, the batch void with all behind it, and the watcher paid.
func TestEveryViolationIsSlashed(t *testing.T) {
	for name, v := range violations() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := newWorld(t, settlementtest.SuiteOptions{})
			w.honest()
			w.slot(func(s *settlementtest.Slot) { v.do(w, s) })
			w.slot(func(*settlementtest.Slot) {})
			b := w.Batch()
			v.claim(w, &b)
			if name == "a wrong range" {
				w.slot(func(*settlementtest.Slot) {}) // the block is there, with another hash
			}
			w.Submit(&b)
			w.requireFound(v)
			w.requireSlashed(2)
		})
	}
}

// requireFound checks the report on the second batch.
func (w *world) requireFound(v violation) {
	w.t.Helper()
	reports := w.watch()
	if len(reports) != 2 || !reports[0].OK() {
		w.t.Fatalf("%d reports, first: %v", len(reports), reports[0].Findings)
	}
	if got := codes(reports[1].Findings); !slices.Equal(got, v.want) {
		w.t.Errorf("found %v, want %v", got, v.want)
	}
	told := v.text == ""
	for _, f := range reports[1].Findings {
		told = told || strings.Contains(f.Text, v.text)
		if f.Do == "" || f.Batch != 2 {
			w.t.Errorf("finding %+v", f)
		}
	}
	if !told {
		w.t.Errorf("no finding says %q: %v", v.text, reports[1].Findings)
	}
}

// requireSlashed challenges a batch to the end.
func (w *world) requireSlashed(number uint64) {
	w.t.Helper()
	before := w.balance(w.User.Address())
	w.challenge()
	if w.count(verifier.ActDemand) != 1 || w.count(verifier.ActWait) != 1 {
		w.t.Fatalf("acts %+v", w.acts)
	}
	w.later(settlementtest.ProvePeriod*time.Second + time.Minute)
	w.challenge()
	if got := w.staked(); got != 95 {
		w.t.Errorf("%d ETH at stake, were 100", got)
	}
	if got := w.latestBatch(); got != number-1 {
		w.t.Errorf("last batch is %d", got)
	}
	gained := new(big.Int).Sub(w.balance(w.User.Address()), before)
	if gained.Cmp(big.NewInt(2e18)) < 0 { // 2.5 ETH, less fees
		w.t.Errorf("the watcher gained %v wei", gained)
	}
	if w.challenger.Open() != 0 || w.events(w.Suite.Challenges, topic("Demanded")) != 1 || w.events(w.Suite.Challenges, topic("Expired")) != 1 {
		w.t.Errorf("%d cases open, acts %+v", w.challenger.Open(), w.acts)
	}
}

// A chain whose operator has put another RootStore in the place of the one that L1 names
// is found out, and a batch over it is slashed.
func TestAnotherRootStoreIsSlashed(t *testing.T) {
	model := newWorld(t, settlementtest.SuiteOptions{})
	store := model.code(model.Plan.RootStore)
	store.Code = append(slices.Clone(store.Code), 0) // does the same
	w := newWorld(t, settlementtest.SuiteOptions{Preset: map[chains.ChainID]types.GenesisAlloc{902: {
		model.Plan.Messenger: model.code(model.Plan.Messenger), model.Plan.RootStore: store}}})
	w.slot(func(s *settlementtest.Slot) { s.Transfer(901, 902) })
	b := w.Batch()
	w.Submit(&b)
	reports := w.watch()
	if got := codes(reports[0].Findings); !slices.Equal(got, []verifier.Code{verifier.CodeCode}) {
		t.Fatalf("found %v", reports[0].Findings)
	}
	w.requireSlashed(1)
}

// A RootStore that holds what the logs do not tell is found out, and a batch that claims
// what it holds is slashed, since the sender's side does not have it.
func TestRootStoreThatDiffersFromLogsIsSlashed(t *testing.T) {
	model := newWorld(t, settlementtest.SuiteOptions{})
	store := model.code(model.Plan.RootStore)
	base := bindings.TreeSlot(true, 901, 1) // one message was received, of which nobody knows
	store.Storage = map[common.Hash]common.Hash{base: common.BigToHash(common.Big1), bindings.TreeFrontierSlot(base, 0): {0xbad >> 4}}
	w := newWorld(t, settlementtest.SuiteOptions{Preset: map[chains.ChainID]types.GenesisAlloc{902: {
		model.Plan.Messenger: model.code(model.Plan.Messenger), model.Plan.RootStore: store}}})
	w.slot(func(s *settlementtest.Slot) { s.Send(901, 902); s.Relay(s.Send(901, 902)) })
	b := w.Batch()
	w.Submit(&b)
	reports := w.watch()
	if got := codes(reports[0].Findings); !slices.Contains(got, verifier.CodeStorage) || slices.Contains(got, verifier.CodeCode) {
		t.Fatalf("found %v", reports[0].Findings)
	}
	w.requireSlashed(1)
}

// L1 takes neither a batch that skips one, nor one that skips blocks.
func TestSkippingIsRefused(t *testing.T) {
	w := newWorld(t, settlementtest.SuiteOptions{})
	w.honest()
	w.slot(func(s *settlementtest.Slot) { s.Transfer(901, 902) })
	for name, change := range map[string]func(*merkle.Batch){
		"a batch": func(b *merkle.Batch) { b.Number++ },
		"a block": func(b *merkle.Batch) { b.Chains[0].FirstBlock++ },
		"a chain": func(b *merkle.Batch) { b.Chains = b.Chains[1:] },
		"another": func(b *merkle.Batch) { b.Parent = common.Hash{1} },
	} {
		b := w.Batch()
		b.Chains = slices.Clone(b.Chains)
		change(&b)
		if w.refused(w.Suite.Batches, w.Submission(&b)) == "" {
			t.Errorf("L1 takes a batch that skips %s", name)
		}
	}
}
