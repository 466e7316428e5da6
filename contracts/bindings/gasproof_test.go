package bindings_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/merkle"
	"github.com/ssequencer/ssequencer/settlement/settlementtest"
)

const proofGasFile = "../GAS-PROOFS.md"

const proofGasHeader = `# Gas of proofs

Measured by ` + "`go test ./contracts/bindings -run TestProofGas`" + ` on real nodes, sums over all
transactions of a proof; rewritten with ` + "`-update`" + `. Hashes differ from run to run, and with them
the zeros in calldata: the test allows 5 %. Every chain has all pairs to and from all others. Most of it is calldata:
the least that L1 takes for it (EIP-7623) is 40 gas for every byte but zero, the state of a real chain adds a trie node
of 532 bytes for every factor of 16 in its accounts to each chain's share.

| chains | pairs | from nothing | bytes | transactions | on top, one pair changed | bytes |
|---|---|---|---|---|---|---|
`

// measured is what one proof cost.
type measured struct{ gas, bytes, transactions uint64 }

// proveParts proves a batch in as many transactions as it takes.
func (w *suiteWorld) proveParts(number, base uint64, nodes []merkle.PairLeaf, indexes []int) (m measured) {
	w.t.Helper()
	const perPart = 40 // a transaction has at most 128 KiB
	prover := bindings.NewProver()
	nodes = append([]merkle.PairLeaf(nil), nodes...)
	shown := w.chainProofs(number)
	if len(indexes) > perPart {
		data := prover.PackProveChains(settlementtest.Claim(&w.claims[number-1]), shown)
		receipt := w.SendL1(w.Operator, w.suite.Prover, data)
		m, shown = measured{receipt.GasUsed, uint64(len(data)), 1}, nil
	}
	for first := 0; first < len(indexes); first += perPart {
		part := indexes[first:min(first+perPart, len(indexes))]
		proof := w.pairsProof(number, base, nodes, part...)
		proof.Last = first+perPart >= len(indexes)
		data := prover.PackProveBatch(settlementtest.Claim(&w.claims[number-1]), shown, proof)
		shown = nil
		receipt := w.SendL1(w.Operator, w.suite.Prover, data)
		m.gas, m.bytes, m.transactions = m.gas+receipt.GasUsed, m.bytes+uint64(len(data)), m.transactions+1
		for _, i := range part {
			nodes[i] = w.leaves[number-1][i]
		}
	}
	w.requireStatus(number, statusProven)
	return m
}

// What proofs cost is on record, and changes are seen.
func TestProofGas(t *testing.T) {
	var report strings.Builder
	report.WriteString(proofGasHeader)
	var figures []uint64
	for _, count := range []int{2, 4, 8, 16} {
		var ids []chains.ChainID
		for i := range count {
			ids = append(ids, chains.ChainID(901+i))
		}
		w := newSuiteWorld(t, ids...)
		every := make(map[chains.Pair]int)
		for _, pair := range w.pairs {
			every[pair] = 1
		}
		w.messages(every, nil)
		full := w.proveParts(w.claim(), 0, make([]merkle.PairLeaf, len(w.pairs)), w.all())
		changed := w.pairs[0]
		w.messages(map[chains.Pair]int{changed: 1}, nil)
		var into []int // the chains whose RootStore has changed
		for i, pair := range w.pairs {
			if pair.Destination == changed.Source || pair.Destination == changed.Destination {
				into = append(into, i)
			}
		}
		one := w.proveParts(w.claim(), 1, w.leaves[0], into)
		figures = append(figures, full.gas, one.gas)
		fmt.Fprintf(&report, "| %d | %d | %d | %d | %d | %d | %d |\n", count, len(w.pairs), full.gas, full.bytes, full.transactions, one.gas, one.bytes)
	}
	if flag.Lookup("update").Value.String() == "true" {
		if err := os.WriteFile(proofGasFile, []byte(report.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	committed, err := os.ReadFile(proofGasFile)
	if err != nil {
		t.Fatal(err)
	}
	checkProofGas(t, string(committed), figures)
}

// checkProofGas compares the measured figures with those on record.
func checkProofGas(t *testing.T, committed string, figures []uint64) {
	t.Helper()
	rows := strings.Split(strings.TrimSpace(strings.TrimPrefix(committed, proofGasHeader)), "\n")
	if len(rows) != len(figures)/2 {
		t.Fatalf("%s is not current: run with -update", proofGasFile)
	}
	for i, row := range rows {
		var chainCount, pairs, full, size, transactions, one uint64
		if _, err := fmt.Sscanf(row, "| %d | %d | %d | %d | %d | %d |", &chainCount, &pairs, &full, &size, &transactions, &one); err != nil {
			t.Fatalf("%q: %v", row, err)
		}
		for j, recorded := range []uint64{full, one} {
			if got := figures[2*i+j]; got*100 > recorded*105 || got*105 < recorded*100 {
				t.Errorf("%d chains: %d gas, on record are %d: run with -update", chainCount, got, recorded)
			}
		}
	}
}
