package cheat_test

import (
	"bytes"
	"encoding/json"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/wire"
	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/settlement/settlementtest"
	"github.com/ssequencer/ssequencer/signer"
	"github.com/ssequencer/ssequencer/verifier"
)

// applied returns a signed promise of grade 2 about a chain's last block.
func (w *world) applied(index uint64, tx common.Hash) []byte {
	w.t.Helper()
	domain := chains.Domain{L1ChainID: settlementtest.L1ID, Settlement: w.Suite.Batches}
	p := &chains.Promise{Epoch: 1, ChainID: 901, Height: w.Chains[0].Head.Number.Uint64(), Index: index, TxHash: tx, Grade: chains.GradeApplied}
	w.must(signer.SignPromise(w.t.Context(), w.Signer, domain, p))
	text, err := json.Marshal(wire.PreconfirmationOf(domain, p))
	w.must(err)
	return text
}

// A promise of grade 2 is compared with the batch that has its block once that is final: one
// that is against it costs the bond, shown to L1 by the block's own transactions; one that is
// kept costs nothing.
func TestBrokenPromisesOfGrade2AreSlashed(t *testing.T) {
	w := newWorld(t, settlementtest.SuiteOptions{})
	w.honest()
	var block struct{ Transactions []common.Hash }
	client := w.Chains[0].Node.Attach()
	defer client.Close()
	w.must(client.CallContext(t.Context(), &block, "eth_getBlockByNumber", "latest", false))
	book := w.verifier.NewPromises(10)
	promises := [][]byte{w.applied(0, block.Transactions[0]), w.applied(1, common.HexToHash("0xbad")), w.applied(uint64(len(block.Transactions)), block.Transactions[0])}
	w.must(verifier.ReadPromises(bytes.NewReader(bytes.Join(promises, nil)), func(p verifier.Promise) error {
		_, err := book.Add(t.Context(), p)
		return err
	}))
	var broken []*verifier.Broken
	find := func() {
		t.Helper()
		w.must(book.Broken(t.Context(), func(b *verifier.Broken) error {
			broken = append(broken, b)
			return w.challenger.Broken(*b)
		}))
	}
	find()
	if len(broken) != 0 {
		t.Fatalf("%d promises are broken before anything is final", len(broken))
	}
	w.later(settlementtest.Window * time.Second)
	w.SendL1(w.Operator, w.Suite.Batches, bindings.NewBatches().PackFinalize(settlementtest.Claim(&w.Claims[0])))
	find()
	find()
	if len(broken) != 2 || broken[0].Found != block.Transactions[1] || broken[1].Found != (common.Hash{}) {
		t.Fatalf("broken %+v", broken)
	}
	w.challenge()
	if got := w.staked(); got != 90 || w.events(w.Suite.Challenges, topic("Equivocated")) != 2 || w.challenger.Open() != 0 {
		t.Fatalf("%d ETH at stake; acts %+v", got, w.acts)
	}
}
