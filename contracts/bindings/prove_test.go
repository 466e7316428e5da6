package bindings_test

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"math/big"
	"os"
	"testing"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/merkle"
	"github.com/ssequencer/ssequencer/settlement/settlementtest"
)

var writeProofs = flag.Bool("proofs", false, "rewrite contracts/test/fixtures/proofs.json")

const (
	fixtureFile  = "../test/fixtures/proofs.json"
	statusProven = 2
)

// callL1 calls without sending.
func (w *suiteWorld) callL1(to common.Address, data []byte) ([]byte, error) {
	return w.L1Client.CallContract(context.Background(), ethereum.CallMsg{From: w.Poster.Address(), To: &to, Data: data}, nil)
}

// requireProven sends a proof and checks what L1 makes of it.
func (w *suiteWorld) requireProven(number uint64, data []byte) {
	w.t.Helper()
	receipt := w.SendL1(w.Poster, w.suite.Prover, data)
	w.t.Logf("batch %d: %d gas, %d bytes", number, receipt.GasUsed, len(data))
	w.requireStatus(number, statusProven)
}

func (w *suiteWorld) requireStatus(number uint64, want uint8) {
	w.t.Helper()
	batches := bindings.NewBatches()
	out, err := w.callL1(w.suite.Batches, batches.PackStatus(number))
	w.must(err)
	got, err := batches.UnpackStatus(out)
	w.must(err)
	if got != want {
		w.t.Fatalf("batch %d has status %d, want %d", number, got, want)
	}
}

func (w *suiteWorld) all() (indexes []int) {
	for i := range w.pairs {
		indexes = append(indexes, i)
	}
	return indexes
}

// Batches of real chains are proven on a real L1: from nothing, on top of another one,
// with owed messages, in one transaction and in several.
func TestBatchesAreProvenOnL1(t *testing.T) {
	w := newSuiteWorld(t, 901, 902, 903)
	ab, ba, bc := chains.Pair{Source: 901, Destination: 902}, chains.Pair{Source: 902, Destination: 901}, chains.Pair{Source: 902, Destination: 903}
	prover := bindings.NewProver()

	w.messages(map[chains.Pair]int{ab: 5, ba: 1, bc: 3}, map[chains.Pair]int{ab: 2})
	first := w.claim()
	prove1 := prover.PackProveBatch(settlementtest.Claim(&w.claims[0]), w.chainProofs(first), w.pairsProof(first, 0, make([]merkle.PairLeaf, len(w.pairs)), w.all()...))
	w.requireProven(first, prove1)

	// On top of the first, one chain has received nothing: pairs into it need no proof.
	w.messages(map[chains.Pair]int{ab: 3}, map[chains.Pair]int{ab: 1})
	second := w.claim()
	into902 := []int{0, 5} // 901 to 902, and the unchanged 903 to 902
	into901 := []int{2, 4} // its outbound tree has grown, so its inbound ones are shown, unchanged
	proof := w.pairsProof(second, first, w.leaves[0], append(into902, into901...)...)
	prove2 := prover.PackProveBatch(settlementtest.Claim(&w.claims[1]), w.chainProofs(second), proof)
	w.requireProven(second, prove2)
	writeFixture(w, prove1, prove2)

	// Several transactions: chains, then pairs one by one.
	w.messages(map[chains.Pair]int{ba: 2, bc: 1}, nil)
	third := w.claim()
	for i := range w.Chains {
		w.SendL1(w.Poster, w.suite.Prover, prover.PackProveChains(settlementtest.Claim(&w.claims[2]), w.chainProofs(third)[i:i+1]))
	}
	nodes := append([]merkle.PairLeaf(nil), w.leaves[1]...)
	for _, i := range w.all() {
		part := w.pairsProof(third, second, nodes, i)
		part.Last = i == len(w.pairs)-1
		w.SendL1(w.Poster, w.suite.Prover, prover.PackProvePairs(third, part))
		nodes[i] = w.leaves[2][i]
	}
	w.requireStatus(third, statusProven)
}

// tryProof makes the best proof for the last claim and tells why L1 refuses it.
func (w *suiteWorld) tryProof(number uint64) error {
	w.t.Helper()
	proof := w.pairsProof(number, 0, make([]merkle.PairLeaf, len(w.pairs)), w.all()...)
	data := bindings.NewProver().PackProveBatch(settlementtest.Claim(&w.claims[number-1]), w.chainProofs(number), proof)
	_, err := w.callL1(w.suite.Prover, data)
	if err == nil {
		return nil
	}
	var reverted rpc.DataError
	if !errors.As(err, &reverted) {
		w.t.Fatal(err)
	}
	return errors.New(bindings.DecodeRevert(common.FromHex(reverted.ErrorData().(string))))
}

// A batch that says less than the receiver holds is not proven, nor one with a mint that
// had no burn, whatever it says; what is owed holds up nothing.
func TestFalseBatchesAreNotProven(t *testing.T) {
	w := newSuiteWorld(t, 901, 902)
	ab := chains.Pair{Source: 901, Destination: 902}
	expect := func(what, want string) {
		t.Helper()
		got := ""
		if err := w.tryProof(w.claim()); err != nil {
			got = err.Error()
		}
		if got != want {
			t.Errorf("%s: %q, want %q", what, got, want)
		}
		w.messages(nil, map[chains.Pair]int{ab: len(w.owed[ab])}) // another block
	}
	w.messages(map[chains.Pair]int{ab: 3}, map[chains.Pair]int{ab: 1})
	expect("2 of 3 minted", "")
	w.received[ab]--
	expect("a mint is hidden", "ReceiverDiffers(index 0)")
	w.received[ab]++

	// A thief with the relayer's key mints what was never burnt in the place of what is owed.
	forged := w.owed[ab][0]
	forged.Data = []byte("no burn")
	s := w.NewSlot()
	s.Relay(forged)
	s.Build()
	expect("a mint without burn is hidden", "ReceiverDiffers(index 0)")
	honest := w.sent[ab]
	w.sent[ab] = new(merkle.PairTree)
	for i := range uint64(2) {
		leaf, err := honest.Leaf(i)
		w.must(err)
		w.must(w.sent[ab].Append(leaf))
	}
	w.must(w.sent[ab].Append(w.route().Leaf(forged.Hash())))
	w.received[ab] = 3
	expect("a mint without burn is told", "SenderDiffers(index 0)")
}

// fixture is what the Solidity tests replay: claims and proofs of real chains.
type fixture struct {
	ChainIDs  []uint64        `json:"chainIds"`
	RootStore common.Address  `json:"rootStore"`
	Code      common.Hash     `json:"code"`
	Proofs    []hexutil.Bytes `json:"proofs"` // calldata of proveBatch
	// Headers of the first chain's last block and of that one's parent, and calldata of
	// recordFromHistory, which shows the parent's hash in the last block's state.
	Headers []hexutil.Bytes `json:"headers"`
	History hexutil.Bytes   `json:"history"`
}

func writeFixture(w *suiteWorld, proofs ...[]byte) {
	w.t.Helper()
	if !*writeProofs {
		return
	}
	code, err := w.Chains[0].Engine.Code(context.Background(), w.Chains[0].Head.Hash(), w.Plan.RootStore)
	w.must(err)
	f := fixture{RootStore: w.Plan.RootStore, Code: crypto.Keccak256Hash(code)}
	for _, c := range w.Chains {
		f.ChainIDs = append(f.ChainIDs, uint64(c.ID))
	}
	for _, p := range proofs {
		f.Proofs = append(f.Proofs, p)
	}
	f.Headers = []hexutil.Bytes{w.header(0, w.Chains[0].Head.Hash()), w.header(0, w.Chains[0].Head.ParentHash)}
	f.History = w.history(0)
	enc, err := json.MarshalIndent(f, "", " ")
	w.must(err)
	w.must(os.WriteFile(fixtureFile, append(enc, '\n'), 0o644))
}

// history shows the hash of the parent of a chain's head in the head's state (EIP-2935).
func (w *suiteWorld) history(chain int) []byte {
	w.t.Helper()
	c := w.Chains[chain]
	number := c.Head.Number.Uint64() - 1
	proof := w.proofAt(c, c.Head.Hash(), params.HistoryStorageAddress, common.BigToHash(new(big.Int).SetUint64(number%(params.HistoryServeWindow))))
	var pool bindings.NodePool
	account, err := pool.Add(plain(proof.AccountProof))
	w.must(err)
	slot, err := pool.Add(plain(proof.StorageProof[0].Proof))
	w.must(err)
	return bindings.NewGameBlockHashes().PackRecordFromHistory(c.ID.Big(), number, bindings.GameBlockHashesHistoryProof{
		Header: w.header(chain, c.Head.Hash()), Nodes: pool.Nodes(), AccountPath: account, SlotPath: slot})
}
