package verifier_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/settlement/settlementtest"
	"github.com/ssequencer/ssequencer/verifier"
)

// ahead looks once beyond the last batch.
func (w *world) ahead(v *verifier.Verifier) []verifier.Finding {
	w.t.Helper()
	found, err := v.VerifyAhead(context.Background())
	if err != nil {
		w.t.Fatal(err)
	}
	return found
}

// What is in no batch yet is read up to the slot that all chains have, each thing told
// once, and is read on from there.
func TestVerifyAhead(t *testing.T) {
	w := newWorld(t, 901, 902)
	v := w.verifier(w.config())
	var late settlementtest.Message
	w.slot(func(s *settlementtest.Slot) { s.Transfer(901, 902); late = s.Send(902, 901) })
	if found := w.ahead(v); len(found) > 0 {
		t.Fatalf("found %v", found)
	}
	w.submit(w.claim())
	if r, err := v.VerifyBatch(context.Background(), 1); err != nil || !r.OK() {
		t.Fatal(r, err)
	}
	s := w.NewSlot()
	s.Relay(settlementtest.Message{Source: 901, SentMessage: bindings.SentMessage{Destination: 902, Nonce: 1, Sender: w.User.Address(), Target: w.User.Address()}})
	s.Build(901) // which is a slot behind
	if found := w.ahead(v); len(found) > 0 {
		t.Fatalf("beyond the slot of all chains: %v", found)
	}
	w.slot(func(s *settlementtest.Slot) { s.RelayOwed(late) })
	found := w.ahead(v)
	if len(found) < 1 || found[0].Code != verifier.CodeUnbacked || found[0].Batch != 2 {
		t.Fatalf("found %v", found)
	}
	if again := w.ahead(v); len(again) > 0 {
		t.Fatalf("told again: %v", again)
	}
}

// A message that nobody relays is found when it is older than allowed, in one batch, and
// also where no batch comes.
func TestOwedAge(t *testing.T) {
	w := newWorld(t, 901, 902)
	cfg := w.config()
	cfg.MaxOwedAge = 3 * time.Second
	v := w.verifier(cfg)
	w.slot(func(s *settlementtest.Slot) { s.Send(901, 902) })
	w.submit(w.claim())
	for range 2 {
		w.slot(func(*settlementtest.Slot) {})
	}
	w.submit(w.claim())
	if found := w.ahead(v); len(found) > 0 {
		t.Fatalf("too early: %v", found)
	}
	for range 2 {
		w.slot(func(*settlementtest.Slot) {})
	}
	if found := w.ahead(v); len(found) != 1 || found[0].Code != verifier.CodeOwed {
		t.Fatalf("ahead: %v", found)
	}
	w.submit(w.claim())
	w.slot(func(*settlementtest.Slot) {})
	w.submit(w.claim())
	reports := w.audit(cfg)
	for i, want := range [][]verifier.Code{nil, nil, {verifier.CodeOwed}, nil} {
		expect(t, "batch", reports[i], want...)
	}
	if f := reports[2].Findings[0]; !strings.Contains(f.Text, "1 messages, of 1 owed from message 0 on") || f.Do == "" {
		t.Errorf("finding %+v", f)
	}
	if reports[2].Unprovable != nil {
		t.Errorf("a delay is nothing for a proof: %v", reports[2].Unprovable)
	}
}

// A pair that is closed and opened again begins anew, and both its generations are audited.
func TestGenerations(t *testing.T) {
	w := newWorld(t, 901, 902)
	w.slot(func(s *settlementtest.Slot) { s.Transfer(901, 902); s.Send(901, 902) })
	w.submit(w.claim())
	m, operator := bindings.NewMessenger(), w.Operator
	change := func(number uint64, open bool, generation uint64) {
		pairs := []bindings.DependencySetPair{{Source: 901, Destination: 902, Generation: generation, Open: open}, {Source: 902, Destination: 901, Generation: 1, Open: true}}
		w.SendL1(operator, w.Suite.Batches, bindings.NewBatches().PackAnnounce(number, []bindings.DependencySetMember{{ChainId: 901}, {ChainId: 902}}, pairs))
	}
	w.slot(func(s *settlementtest.Slot) {
		s.Add(901, operator, w.Plan.Messenger, m.PackCloseOutbound(settlementtest.Big(902)))
		s.Add(902, operator, w.Plan.Messenger, m.PackCloseInbound(settlementtest.Big(901)))
		s.Transfer(902, 901)
	})
	change(2, false, 1)
	w.submit(w.claim())
	w.slot(func(s *settlementtest.Slot) {
		s.Add(902, operator, w.Plan.Messenger, bindings.EncodeOpenInbound(901, 2))
		s.Add(901, operator, w.Plan.Messenger, bindings.EncodeOpenOutbound(902, 2))
	})
	change(3, true, 2)
	w.Generations = map[chains.Pair]uint64{{Source: 901, Destination: 902}: 2}
	w.slot(func(s *settlementtest.Slot) { s.Transfer(901, 902); s.Transfer(901, 902) })
	w.submit(w.claim())
	for _, r := range w.audit(w.config()) {
		expect(t, "generations", r)
		if len(r.Unprovable) > 0 {
			t.Errorf("batch %d: %v", r.Batch, r.Unprovable)
		}
	}
}
