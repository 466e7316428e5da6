package verifier

import (
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/merkle"
)

// following is a batch that follows the state after it, and that state.
func following() (*State, merkle.Batch) {
	st := newState()
	st.Batch, st.BatchHash, st.LastTimestamp = 4, common.Hash{4}, 100
	st.Chains = []ChainState{{ChainID: 901, NextBlock: 10}, {ChainID: 902, NextBlock: 20}}
	root := common.Hash{1}
	return st, merkle.Batch{Number: 5, Parent: common.Hash{4}, FirstTimestamp: 101, LastTimestamp: 110, BurnRoot: root, MintRoot: root, Chains: []merkle.ChainRange{
		{ChainID: 901, FirstBlock: 10, LastBlock: 19}, {ChainID: 902, FirstBlock: 20, LastBlock: 29}, {ChainID: 903, FirstBlock: 7, LastBlock: 8}}}
}

// Whatever L1 may have accepted: a batch that does not follow the one before it is found.
func TestOrderIsChecked(t *testing.T) {
	cases := map[string]struct {
		change func(*merkle.Batch)
		want   []Code
	}{
		"nothing":             {func(*merkle.Batch) {}, nil},
		"a skipped batch":     {func(b *merkle.Batch) { b.Number++; b.Parent = common.Hash{5} }, []Code{CodeClaim, CodeOrder}},
		"another parent":      {func(b *merkle.Batch) { b.Parent = common.Hash{} }, []Code{CodeOrder}},
		"skipped blocks":      {func(b *merkle.Batch) { b.Chains[0].FirstBlock++ }, []Code{CodeOrder}},
		"blocks settled once": {func(b *merkle.Batch) { b.Chains[1].FirstBlock-- }, []Code{CodeOrder}},
		"an empty range":      {func(b *merkle.Batch) { b.Chains[1].LastBlock = 19 }, []Code{CodeOrder}},
		"a late start":        {func(b *merkle.Batch) { b.Chains[2].FirstBlock = 8 }, []Code{CodeOrder}},
		"a chain left out":    {func(b *merkle.Batch) { b.Chains = b.Chains[1:] }, []Code{CodeOrder}},
		"a chain too many":    {func(b *merkle.Batch) { b.Chains = append(b.Chains, merkle.ChainRange{ChainID: 904}) }, []Code{CodeOrder}},
		"the wrong order":     {func(b *merkle.Batch) { slices.Reverse(b.Chains) }, []Code{CodeOrder}},
		"slots settled once":  {func(b *merkle.Batch) { b.FirstTimestamp = 100 }, []Code{CodeOrder}},
		"slots that go back":  {func(b *merkle.Batch) { b.FirstTimestamp = 111 }, []Code{CodeOrder}},
		"roots that differ":   {func(b *merkle.Batch) { b.MintRoot[0]++ }, []Code{CodeRoot}},
	}
	for name, c := range cases {
		st, b := following()
		c.change(&b)
		a := newAudit(&Verifier{log: zap.NewNop(), state: st}, &claim{number: 5, batch: b,
			event: submitted{hash: b.Hash(), root: b.BurnRoot, lastTimestamp: b.LastTimestamp}})
		a.set = &dependencySet{members: []bindings.DependencySetMember{{ChainId: 901}, {ChainId: 902}, {ChainId: 903, StartBlock: 7}}}
		a.checkOrder()
		var got []Code
		for _, f := range a.report.Findings {
			got = append(got, f.Code)
		}
		slices.Sort(got)
		if got = slices.Compact(got); !slices.Equal(got, c.want) {
			t.Errorf("%s: found %v", name, a.report.Findings)
		}
	}
}

// The places an audit can go back to are few, reach back to the beginning, and are dense
// near the end.
func TestMarksAreBounded(t *testing.T) {
	st := newState()
	for n := uint64(1); n <= 3000; n++ {
		st = st.clone()
		st.mark()
		st.Batch = n
		if len(st.Marks) > maxMarks {
			t.Fatalf("%d marks", len(st.Marks))
		}
		if n > 1 && st.Marks[len(st.Marks)-1].Batch != n-1 {
			t.Fatalf("batch %d: the last mark is %d", n, st.Marks[len(st.Marks)-1].Batch)
		}
	}
	var at []uint64
	for back := st; back.Batch > 0; back = back.back() {
		at = append(at, back.Batch)
	}
	if len(at) != maxMarks+1 || at[len(at)-1] > 1 || at[2] < 2900 || at[4] < 2000 {
		t.Errorf("places %v", at)
	}
}

// Of many findings alike some are told and all are counted.
func TestFindingsAreBounded(t *testing.T) {
	a := newAudit(&Verifier{log: zap.NewNop(), state: newState()}, &claim{})
	for range 100 {
		a.findAt(aboutPair(PairID{901, 902}), CodeLog, "out of step")
		a.findAt(aboutPair(PairID{902, 901}), CodeLog, "out of step")
	}
	if len(a.report.Findings) != 2*maxAlike || a.report.Omitted != 200-2*maxAlike {
		t.Errorf("%d findings, %d omitted", len(a.report.Findings), a.report.Omitted)
	}
}

// What L1 has sent and opened is read again from a block on. Of what was known before it
// each pair keeps its generation and its messages; the openings behind it are taken back.
func TestEntriesAreReadAgain(t *testing.T) {
	id := PairID{900, 901}
	st := newState()
	for _, opened := range []struct{ generation, block uint64 }{{2, 100}, {3, 300}} {
		st.setGeneration(id, false, opened.generation)
		st.openedAt(id, opened.block)
	}
	st.pair(id, 2).Owed = []OwedMessage{{L1Block: 110}, {L1Block: 210}}
	st.pair(id, 3).Owed = []OwedMessage{{L1Block: 310}}
	for _, want := range []struct{ block, generation, second, third uint64 }{{311, 3, 2, 1}, {301, 3, 2, 0}, {300, 2, 2, 0}, {150, 2, 1, 0}, {100, 1, 0, 0}} {
		again := st.clone()
		got := again.forgetEntries(900, want.block)[id]
		if got.generation != want.generation || got.first != 2 || got.messages[2] != want.second || got.messages[3] != want.third {
			t.Errorf("from block %d: %+v", want.block, got)
		}
		if again.generation(id, false) != want.generation || st.generation(id, false) != 3 {
			t.Errorf("from block %d: generation %d, before %d", want.block, again.generation(id, false), st.generation(id, false))
		}
	}
}
