package sequencer_test

import (
	"context"
	"errors"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/crypto"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/journal"
	"github.com/ssequencer/ssequencer/sequencer"
)

// Wherever a crash cuts the journal, a start from what is left knows each acknowledged
// transaction once: to be decided, to be decided again, included, or refused (P7).
func TestEveryPrefixOfTheJournal(t *testing.T) {
	t.Parallel()
	w := newNet(t, 2)
	_, poor := testKey("poor")
	liar := &richLiar{lying: lying{Node: w.nodes[b]}, addr: crypto.PubkeyToAddress(poor.PublicKey)}
	w.nodes[b] = liar
	w.start()
	ctx, cancel := context.WithTimeout(t.Context(), hanging)
	defer cancel()
	for round := range 2 {
		send := func(txs ...*chains.Tx) {
			t.Helper()
			if _, err := w.seq.Submit(ctx, txs, 0); err != nil {
				t.Fatal(err)
			}
		}
		for range 5 {
			send(w.burn(a, b, ten))
			send(w.tx(a, &recipient, big.NewInt(1), nil), w.tx(b, &recipient, big.NewInt(1), nil))
		}
		// Waits for a nonce, and is replaced.
		send(w.call(w.userKey, a, w.nonces[a]+50+uint64(round), &recipient, nil))
		if round == 0 {
			tx := w.call(poor, b, 0, &recipient, nil) // the node will call it invalid
			liar.until.Store(tx)
			out := w.submit(tx)
			if out.Bundle == nil {
				t.Fatalf("the shard was not fooled: %+v", out)
			}
			send(w.burn(a, b, ten))
			w.revoked(out.Bundle)
		}
		bad := w.tx(a, &w.plan.ETHBridge, big.NewInt(1), []byte{1, 2, 3, 4})
		w.applied(w.submit(bad).Bundle)
		if err := w.stop(); err != nil {
			t.Fatal(err)
		}
		if round == 0 {
			w.start()
		}
	}
	recs := w.records()
	admitted, open := map[uint64]bool{}, map[uint64]*chains.Bundle{}
	for i, rec := range recs {
		note(rec, admitted, open)
		known, err := sequencer.Recover(recs[:i+1])
		if err != nil {
			t.Fatalf("after record %d (%v): %v", i+1, rec.Kind(), err)
		}
		for arrival := range admitted {
			if known[arrival] != 1 {
				t.Fatalf("after record %d (%v): arrival %d is known %d times", i+1, rec.Kind(), arrival, known[arrival])
			}
		}
		if len(known) != len(admitted) {
			t.Fatalf("after record %d (%v): %d arrivals come back, of %d undecided ones", i+1, rec.Kind(), len(known), len(admitted))
		}
	}
}

// note keeps book, in its own way, of what is acknowledged and neither in a committed
// block nor refused (admitted), and where it is decided to be (open).
func note(rec journal.Record, admitted map[uint64]bool, open map[uint64]*chains.Bundle) {
	at := func(id chains.ChainID, height uint64) (found []uint64) {
		for arrival, bundle := range open {
			for i := range bundle.Legs {
				if l := &bundle.Legs[i]; l.ChainID == id && l.Height == height {
					found = append(found, arrival)
					break
				}
			}
		}
		return found
	}
	switch r := rec.(type) {
	case *journal.Admitted:
		admitted[r.Arrival] = true
	case *journal.Decided:
		open[r.Arrival] = &r.Bundle
	case *journal.Refused:
		delete(admitted, r.Arrival)
	case *journal.Reopened:
		for _, arrival := range at(r.ChainID, r.Height) {
			delete(open, arrival)
		}
	case *journal.Commit:
		for _, block := range r.Blocks {
			for _, arrival := range at(block.ChainID, block.Ref.Number) {
				delete(open, arrival)
				delete(admitted, arrival)
			}
		}
	}
}

// records reads the whole journal, of a sequencer that runs or has stopped.
func (w *net) records() []journal.Record {
	w.t.Helper()
	var recs []journal.Record
	read := func(j *journal.Journal) error {
		recs = nil
		return j.Read(w.t.Context(), 1, func(_ journal.Seq, rec journal.Record) error {
			recs = append(recs, rec)
			return nil
		})
	}
	err := read(w.journal)
	if errors.Is(err, journal.ErrClosed) {
		var j *journal.Journal
		if j, err = journal.Open(journal.Config{Dir: w.dir}, zap.NewNop()); err == nil {
			err = errors.Join(read(j), j.Close())
		}
	}
	if err != nil {
		w.t.Fatal(err)
	}
	return recs
}
