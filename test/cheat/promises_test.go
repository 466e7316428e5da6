package cheat_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/wire"
	"github.com/ssequencer/ssequencer/settlement/settlementtest"
	"github.com/ssequencer/ssequencer/signer"
	"github.com/ssequencer/ssequencer/verifier"
)

// promise returns what the service gives a client, signed.
func (w *world) promise(key *signer.Key, tx byte, grade uint8, origin chains.BlockRef) []byte {
	w.t.Helper()
	domain := chains.Domain{L1ChainID: settlementtest.L1ID, Settlement: w.Suite.Batches}
	p := &chains.Promise{Epoch: 1, ChainID: 901, Height: 7, Index: 1, TxHash: common.Hash{tx}, Timestamp: 99, L1Origin: origin, Grade: grade}
	w.must(signer.SignPromise(context.Background(), key, domain, p))
	text, err := json.Marshal(wire.PreconfirmationOf(domain, p))
	w.must(err)
	return text
}

// contradiction reads promises as from a file and returns the first contradiction.
func (w *world) contradiction(promises ...[]byte) (found *verifier.Contradiction) {
	w.t.Helper()
	book := w.verifier.NewPromises(10)
	w.must(verifier.ReadPromises(bytes.NewReader(bytes.Join(promises, []byte("\n"))), func(p verifier.Promise) error {
		c, err := book.Add(context.Background(), p)
		if c != nil && found == nil {
			found = c
		}
		return err
	}))
	return found
}

func (w *world) l1Head() chains.BlockRef {
	w.t.Helper()
	h, err := w.L1Client.HeaderByNumber(context.Background(), nil)
	w.must(err)
	return chains.BlockRef{Number: h.Number.Uint64(), Hash: h.Hash()}
}

// Two promises of one position that differ are found, shown to L1 and cost the bond.
func TestConflictingPromisesAreSlashed(t *testing.T) {
	w := newWorld(t, settlementtest.SuiteOptions{})
	first := w.l1Head()
	w.MineL1()
	second := w.l1Head()
	for name, pair := range map[string][2][]byte{
		"on one L1 block":           {w.promise(w.Signer, 1, 1, first), w.promise(w.Signer, 2, 1, first)},
		"on two blocks, both L1's":  {w.promise(w.Signer, 1, 1, first), w.promise(w.Signer, 2, 1, second)},
		"of grade 2, on any blocks": {w.promise(w.Signer, 1, 2, first), w.promise(w.Signer, 2, 1, chains.BlockRef{Number: 1, Hash: common.Hash{1}})},
	} {
		if c := w.contradiction(pair[0], pair[1]); c == nil || w.challenger.Contradiction(*c) != nil || c.Finding().Code != verifier.CodePromise {
			t.Fatalf("%s: not found", name)
		}
	}
	w.challenge()
	if got := w.staked(); got != 95 || w.events(w.Suite.Challenges, topic("Equivocated")) != 1 { // one position counts once
		t.Fatalf("%d ETH at stake; acts %+v", got, w.acts)
	}
	if w.challenger.Open() != 0 {
		t.Errorf("%d cases open", w.challenger.Open())
	}
}

// Saying the same again, with a later grade or in another place of the row, is no offence,
// and what a stranger signs is no promise.
func TestHonestPromisesAreNotAccused(t *testing.T) {
	w := newWorld(t, settlementtest.SuiteOptions{})
	at := w.l1Head()
	if c := w.contradiction(w.promise(w.Signer, 1, 1, at), w.promise(w.Signer, 1, 2, at), w.promise(w.Signer, 1, 1, chains.BlockRef{})); c != nil {
		t.Errorf("contradiction %+v", c)
	}
	err := verifier.ReadPromises(bytes.NewReader(w.promise(w.User, 1, 1, at)), func(p verifier.Promise) error {
		_, err := w.verifier.NewPromises(1).Add(context.Background(), p)
		return err
	})
	if !errors.Is(err, verifier.ErrPromise) {
		t.Errorf("a stranger's promise: %v", err)
	}
}

// An honest sequencer that decided anew after an L1 reorg is not slashed: L1 sees that one
// of the blocks is not its own any more.
func TestPromisesOverAnL1ReorgAreExcused(t *testing.T) {
	for _, depth := range []int{1, 64} {
		w := newWorld(t, settlementtest.SuiteOptions{})
		base := w.l1Head()
		for range depth {
			w.MineL1()
		}
		before := w.l1Head()
		promised := w.promise(w.Signer, 1, 1, before)
		w.must(w.L1.Reorg(t.Context(), base.Hash))
		for range depth + 1 {
			w.MineL1()
		}
		c := w.contradiction(promised, w.promise(w.Signer, 2, 1, w.l1Head()))
		if c == nil {
			t.Fatal("not found")
		}
		w.must(w.challenger.Contradiction(*c))
		w.challenge()
		if w.staked() != 100 || w.count(verifier.ActClosed) != 1 || w.count(verifier.ActAccuse) != 0 || w.challenger.Open() != 0 {
			t.Fatalf("depth %d: %d ETH at stake, acts %+v", depth, w.staked(), w.acts)
		}
	}
}
