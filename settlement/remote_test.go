package settlement_test

import (
	"testing"

	"github.com/ssequencer/ssequencer/journal"
	"github.com/ssequencer/ssequencer/settlement/settlementtest"
	"github.com/ssequencer/ssequencer/signer"
	"github.com/ssequencer/ssequencer/signer/signertest"
)

// TestPosterWithRemoteSigner: the poster's key is elsewhere, and everything gets to L1 signed
// there: claims, parts of a proof, what fetches its price.
func TestPosterWithRemoteSigner(t *testing.T) {
	b := newBench(t, 901, 902)
	vault := signertest.Vault{Key: b.Poster, Chain: settlementtest.L1ID}
	var err error
	if b.poster, err = signer.NewRemote(vault.Serve(t), b.Poster.Address()); err != nil {
		t.Fatal(err)
	}
	b.run(b.settlement(nil))
	b.slot(func(s *settlementtest.Slot) { s.Transfer(901, 902) })
	b.slot(nil)
	b.await(journal.BatchPosted, 1)
	b.demand(1)
	b.mineUntil("an answer", func() bool { return b.openDemands() == 0 })
	if n := b.checkPoster(); n < 3 {
		t.Errorf("%d transactions of the poster", n)
	}
}
