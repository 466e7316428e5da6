package verifier_test

import (
	"context"
	"math/big"
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/ethclient"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/merkle"
	"github.com/ssequencer/ssequencer/settlement/settlementtest"
	"github.com/ssequencer/ssequencer/verifier"
)

// world is a set of chains whose batches are claimed by hand, honestly or not.
type world struct {
	*settlementtest.SuiteWorld
	t *testing.T
}

func newWorld(t *testing.T, ids ...chains.ChainID) *world {
	return &world{SuiteWorld: settlementtest.StartSuite(t, ids, settlementtest.SuiteOptions{}), t: t}
}

// slot builds a slot.
func (w *world) slot(fill func(*settlementtest.Slot)) {
	w.t.Helper()
	s := w.NewSlot()
	fill(s)
	s.Build()
}

// claim returns the honest batch of everything since the last one.
func (w *world) claim() merkle.Batch { return w.Batch() }

// submit puts a batch on L1.
func (w *world) submit(b merkle.Batch) { w.Submit(&b) }

func (w *world) config() verifier.Config {
	cfg := verifier.Config{L1: w.L1.HTTP(), Settlement: w.Settlement, Messenger: w.Plan.Messenger, Chains: make(map[uint64]string),
		Bridges: []common.Address{w.Plan.TokenBridge, w.Plan.ETHBridge}}
	for _, c := range w.Chains {
		cfg.Chains[uint64(c.ID)] = c.Node.HTTP()
	}
	return cfg
}

func (w *world) verifier(cfg verifier.Config) *verifier.Verifier {
	w.t.Helper()
	v, err := verifier.New(context.Background(), cfg, zap.NewNop())
	if err != nil {
		w.t.Fatal(err)
	}
	w.t.Cleanup(v.Close)
	return v
}

// audit audits everything on L1 afresh and returns the reports.
func (w *world) audit(cfg verifier.Config) []verifier.Report {
	w.t.Helper()
	var reports []verifier.Report
	if err := w.verifier(cfg).VerifyAll(context.Background(), func(r verifier.Report) error {
		reports = append(reports, r)
		return nil
	}); err != nil {
		w.t.Fatal(err)
	}
	if len(reports) != len(w.Claims) {
		w.t.Fatalf("%d reports of %d batches", len(reports), len(w.Claims))
	}
	return reports
}

// expect checks that the codes of a report's findings, each once, are these.
func expect(t *testing.T, what string, r verifier.Report, want ...verifier.Code) {
	t.Helper()
	var got []verifier.Code
	for _, f := range r.Findings {
		got = append(got, f.Code)
	}
	slices.Sort(got)
	slices.Sort(want)
	if got = slices.Compact(got); !slices.Equal(got, want) {
		t.Errorf("%s: findings %v, want %v: %v", what, got, want, r.Findings)
	}
	if r.OK() != (len(want) == 0) {
		t.Errorf("%s: OK is %v", what, r.OK())
	}
}

func u256(n uint64) *big.Int { return new(big.Int).SetUint64(n) }

// Client asks a chain's node.
func (w *world) Client(id chains.ChainID) *ethclient.Client {
	client := ethclient.NewClient(w.Chain(id).Node.Attach())
	w.t.Cleanup(client.Close)
	return client
}
