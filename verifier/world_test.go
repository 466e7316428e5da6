package verifier_test

import (
	"context"
	"math/big"
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/merkle"
	"github.com/ssequencer/ssequencer/settlement/settlementtest"
	"github.com/ssequencer/ssequencer/verifier"
)

// world is a set of chains whose batches are claimed by hand, honestly or not.
type world struct {
	*settlementtest.World
	t      *testing.T
	claims []merkle.Batch // on L1
	first  uint64         // timestamp of the first block of no batch yet
}

func newWorld(t *testing.T, ids ...chains.ChainID) *world {
	w := &world{World: settlementtest.Start(t, ids...), t: t}
	w.first = w.Chains[0].Head.Time
	return w
}

// slot builds a slot.
func (w *world) slot(fill func(*settlementtest.Slot)) {
	w.t.Helper()
	s := w.NewSlot()
	fill(s)
	s.Build()
	if w.first == 0 {
		w.first = s.Time
	}
}

// claim returns the batch of everything since the last one, as the receiving sides of the
// chains say.
func (w *world) claim() merkle.Batch {
	w.t.Helper()
	b := merkle.Batch{Number: uint64(len(w.claims)) + 1, FirstTimestamp: w.first, LastTimestamp: w.Chains[0].Head.Time}
	if n := len(w.claims); n > 0 {
		b.Parent = w.claims[n-1].Hash()
	}
	for i, c := range w.Chains {
		r := merkle.ChainRange{ChainID: uint64(c.ID), FirstBlock: 1, LastBlock: c.Head.Number.Uint64(), LastBlockHash: c.Head.Hash(), StateRoot: c.Head.Root}
		if n := len(w.claims); n > 0 {
			r.FirstBlock = w.claims[n-1].Chains[i].LastBlock + 1
		}
		b.Chains = append(b.Chains, r)
	}
	w.setRoots(&b, w.pairs())
	return b
}

func (w *world) setRoots(b *merkle.Batch, pairs []merkle.PairLeaf) {
	w.t.Helper()
	root, err1 := merkle.BatchRoot(pairs)
	hash, err2 := merkle.PairsHash(pairs)
	if err1 != nil || err2 != nil {
		w.t.Fatal(err1, err2)
	}
	b.BurnRoot, b.MintRoot, b.PairsHash = root, root, hash
}

// pairs reads what every chain received.
func (w *world) pairs() []merkle.PairLeaf {
	w.t.Helper()
	var pairs []merkle.PairLeaf
	for _, c := range w.Chains {
		for _, peer := range w.Chains {
			if peer == c {
				continue
			}
			base := bindings.TreeSlot(true, uint64(peer.ID), 1)
			values, err := c.Engine.Storage(context.Background(), c.Head.Hash(), []chains.StorageKey{
				{Address: w.Plan.RootStore, Slot: base}, {Address: w.Plan.RootStore, Slot: bindings.TreeRootSlot(base)}})
			if err != nil {
				w.t.Fatal(err)
			}
			pairs = append(pairs, merkle.PairLeaf{Source: uint64(peer.ID), Destination: uint64(c.ID), Generation: 1,
				Count: values[0].Big().Uint64(), Root: values[1]})
		}
	}
	return pairs
}

// submit puts a batch on L1.
func (w *world) submit(b merkle.Batch) {
	w.t.Helper()
	w.SubmitL1(&b)
	w.claims = append(w.claims, b)
	w.first = 0
}

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
	if len(reports) != len(w.claims) {
		w.t.Fatalf("%d reports of %d batches", len(reports), len(w.claims))
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
