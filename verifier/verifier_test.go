package verifier_test

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/merkle"
	"github.com/ssequencer/ssequencer/settlement/settlementtest"
	"github.com/ssequencer/ssequencer/verifier"
)

// TestHonestBatches: batches with transfers both ways, an owed message, its relay without
// delivery and one that failed there have no findings, whatever is asked first.
func TestHonestBatches(t *testing.T) {
	w := newWorld(t, 901, 902, 903)
	w.submit(w.claim()) // nothing but the contracts
	w.slot(func(s *settlementtest.Slot) {
		s.Transfer(901, 902)
		s.Transfer(902, 901)
		s.Transfer(901, 903)
		s.Transfer(901, 902)
	})
	var owed settlementtest.Message
	w.slot(func(s *settlementtest.Slot) { owed = s.Send(902, 903); s.Transfer(903, 902) })
	w.submit(w.claim())
	w.slot(func(s *settlementtest.Slot) { s.RelayOwed(owed); s.Transfer(902, 903) })
	w.submit(w.claim())
	cfg := w.config()
	cfg.ChunkBlocks = 1
	reports := w.audit(cfg)
	for _, r := range reports {
		expect(t, "honest", r)
		if r.BurnRoot != w.Claims[r.Batch-1].BurnRoot || len(r.Pairs) != 6 {
			t.Errorf("report %+v", r)
		}
	}
	second, third := pair(t, reports[1], 902, 903), pair(t, reports[2], 902, 903)
	if reports[1].Messages != 5 || second.Owed != 1 || second.Count != 0 {
		t.Errorf("second: %d messages, %+v", reports[1].Messages, second)
	}
	if third.Owed != 0 || third.Count != 2 || third.Failed != 1 || third.Late != 1 {
		t.Errorf("third: %+v", third)
	}
	v := w.verifier(w.config())
	for _, n := range []uint64{3, 1, 2, 2} {
		r, err := v.VerifyBatch(context.Background(), n)
		if err != nil || r.Batch != n || !r.OK() {
			t.Errorf("batch %d: %+v, %v", n, r, err)
		}
	}
	if _, err := v.VerifyBatch(context.Background(), 4); !errors.Is(err, verifier.ErrNoBatch) {
		t.Errorf("batch 4: %v", err)
	}
}

func pair(t *testing.T, r verifier.Report, source, destination uint64) verifier.PairReport {
	t.Helper()
	for _, p := range r.Pairs {
		if p.Source == source && p.Destination == destination {
			return p
		}
	}
	t.Fatalf("no pair %d to %d", source, destination)
	return verifier.PairReport{}
}

// TestResume: an audit goes on from its stored state with the same results.
func TestResume(t *testing.T) {
	w := newWorld(t, 901, 902)
	var owed settlementtest.Message
	w.slot(func(s *settlementtest.Slot) { s.Transfer(901, 902); owed = s.Send(901, 902) })
	w.submit(w.claim())
	v := w.verifier(w.config())
	if r, err := v.VerifyBatch(context.Background(), 1); err != nil || !r.OK() {
		t.Fatal(r, err)
	}
	stored, err := json.Marshal(v.State())
	if err != nil {
		t.Fatal(err)
	}
	w.slot(func(s *settlementtest.Slot) { s.RelayOwed(owed) })
	w.submit(w.claim())
	cfg := w.config()
	if cfg.Resume, err = verifier.DecodeState(stored); err != nil {
		t.Fatal(err)
	}
	var audited []uint64
	if err := w.verifier(cfg).VerifyAll(context.Background(), func(r verifier.Report) error {
		audited = append(audited, r.Batch)
		expect(t, "resumed", r)
		return nil
	}); err != nil || !slices.Equal(audited, []uint64{2}) {
		t.Errorf("audited %v: %v", audited, err)
	}
	for _, bad := range []string{`{"version":1}`, `{"version":2,"more":1}`, string(stored) + "{}", `{`} {
		if _, err := verifier.DecodeState([]byte(bad)); err == nil {
			t.Errorf("state %.20s accepted", bad)
		}
	}
}

// TestFalseClaims: whatever a signed batch says that the chains do not hold is found,
// also where L1 could not see it.
func TestFalseClaims(t *testing.T) {
	cases := map[string]struct {
		change func(w *world, b *merkle.Batch)
		want   []verifier.Code
	}{
		"roots":      {func(_ *world, b *merkle.Batch) { b.BurnRoot[0] ^= 1; b.MintRoot = b.BurnRoot }, []verifier.Code{verifier.CodeRoot}},
		"pairs hash": {func(_ *world, b *merkle.Batch) { b.PairsHash[0] ^= 1 }, []verifier.Code{verifier.CodeRoot}},
		"a pair left out": {func(w *world, b *merkle.Batch) { w.SetRoots(b, w.Leaves()[:1]) },
			[]verifier.Code{verifier.CodeRoot}},
		"a count too low": {func(w *world, b *merkle.Batch) {
			pairs := w.Leaves()
			pairs[1].Count--
			w.SetRoots(b, pairs)
		}, []verifier.Code{verifier.CodeRoot}},
		"block hash": {func(_ *world, b *merkle.Batch) { b.Chains[0].LastBlockHash[0] ^= 1 }, []verifier.Code{verifier.CodeBlock}},
		"state root": {func(_ *world, b *merkle.Batch) { b.Chains[1].StateRoot[0] ^= 1 }, []verifier.Code{verifier.CodeBlock}},
		"slots":      {func(_ *world, b *merkle.Batch) { b.LastTimestamp-- }, []verifier.Code{verifier.CodeOrder}},
		"an end block too early": {func(w *world, b *merkle.Batch) {
			r := &b.Chains[1]
			r.LastBlock--
			h, err := w.Chains[1].Engine.HeaderByNumber(context.Background(), r.LastBlock)
			if err != nil {
				w.t.Fatal(err)
			}
			r.LastBlockHash, r.StateRoot = h.Hash(), h.Root
		}, []verifier.Code{verifier.CodeRoot, verifier.CodeUnbacked}},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t, 901, 902)
			w.slot(func(s *settlementtest.Slot) { s.Transfer(901, 902); s.Transfer(902, 901) })
			b := w.claim()
			c.change(w, &b)
			w.submit(b)
			expect(t, name, w.audit(w.config())[0], c.want...)
		})
	}
}

// TestDishonestRelays: what a relayer can do to a chain is found in its logs, although
// the batch claims exactly what the receiving chain holds.
func TestDishonestRelays(t *testing.T) {
	w := newWorld(t, 901, 902)
	forged := settlementtest.Message{Source: 901, SentMessage: bindings.SentMessage{Destination: 902, Nonce: 0, Sender: w.User.Address(), Target: w.User.Address()}}
	w.slot(func(s *settlementtest.Slot) { s.Relay(forged) })
	w.submit(w.claim())
	expect(t, "never sent", w.audit(w.config())[0], verifier.CodeUnbacked, verifier.CodeRoot)

	w = newWorld(t, 901, 902)
	w.slot(func(s *settlementtest.Slot) {
		changed := s.Send(901, 902)
		changed.Data = []byte("changed")
		s.Relay(changed)
	})
	w.submit(w.claim())
	expect(t, "changed", w.audit(w.config())[0], verifier.CodeAltered, verifier.CodeRoot)

	w = newWorld(t, 901, 902)
	var late, early settlementtest.Message
	w.slot(func(s *settlementtest.Slot) {
		late = s.Send(901, 902)
		early = settlementtest.Message{Source: 902, SentMessage: bindings.SentMessage{Destination: 901, Sender: w.User.Address(), Target: w.User.Address(), Data: []byte("hello")}}
		s.Relay(early)
	})
	w.slot(func(s *settlementtest.Slot) { s.Relay(late); s.Send(902, 901) })
	w.submit(w.claim())
	expect(t, "not in one slot", w.audit(w.config())[0], verifier.CodeAtomicity)

	w = newWorld(t, 901, 902)
	w.slot(func(s *settlementtest.Slot) { s.Relay(s.SendTo(901, 902, w.Plan.TestToken)) }) // which refuses the call
	w.submit(w.claim())
	expect(t, "failed leg", w.audit(w.config())[0], verifier.CodeAtomicity)
}

// TestUnreachable: a server that is down, or behind, is an error of its own class and not
// a finding; a node of another chain is a mistake in the configuration.
func TestUnreachable(t *testing.T) {
	w := newWorld(t, 901, 902)
	w.slot(func(s *settlementtest.Slot) { s.Transfer(901, 902) })
	w.submit(w.claim())
	const nowhere = "http://127.0.0.1:1" // where nobody else may listen meanwhile
	down, l1Down, swapped, missing := w.config(), w.config(), w.config(), w.config()
	down.Chains[902] = nowhere
	l1Down.L1 = nowhere
	swapped.Chains[901], swapped.Chains[902] = swapped.Chains[902], swapped.Chains[901]
	delete(missing.Chains, 902)
	for name, c := range map[string]struct {
		cfg  verifier.Config
		want error
	}{
		"node down": {down, verifier.ErrUnreachable}, "L1 down": {l1Down, verifier.ErrUnreachable},
		"nodes swapped": {swapped, verifier.ErrConfig}, "node missing": {missing, verifier.ErrConfig},
	} {
		if _, err := w.verifier(c.cfg).VerifyBatch(context.Background(), 1); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	b := w.claim()
	b.FirstTimestamp, b.LastTimestamp = b.LastTimestamp+1, b.LastTimestamp+2
	for i := range b.Chains {
		b.Chains[i].LastBlock++ // a block the nodes do not have yet
	}
	w.submit(b)
	if _, err := w.verifier(w.config()).VerifyBatch(context.Background(), 2); !errors.Is(err, verifier.ErrUnreachable) {
		t.Errorf("node behind: %v", err)
	}
}

// TestProofs: proofs need not come from the node, and one that was tampered with is
// refused or shows the same values.
func TestProofs(t *testing.T) {
	w := newWorld(t, 901, 902)
	w.slot(func(s *settlementtest.Slot) { s.Transfer(901, 902) })
	c := w.Chains[1]
	base := bindings.TreeSlot(true, 901, 1)
	slots := []common.Hash{base, bindings.TreeRootSlot(base), bindings.TreeRootSlot(bindings.TreeSlot(true, 901, 2))}
	proof := new(verifier.EndProof)
	if err := c.Engine.Call(context.Background(), proof, "eth_getProof", w.Plan.RootStore, slots, map[string]any{"blockHash": c.Head.Hash()}); err != nil {
		t.Fatal(err)
	}
	source := verifier.KeptProofs{c.Head.Hash(): proof}
	kept, err := source.EndProof(context.Background(), verifier.ProofRequest{ChainID: 902, Block: c.Head.Hash()})
	if err != nil {
		t.Fatal(err)
	}
	values, err := kept.Values(c.Head.Root, w.Plan.RootStore, slots)
	if err != nil || values[0] != common.BigToHash(u256(1)) || values[1] == (common.Hash{}) || values[2] != (common.Hash{}) {
		t.Fatalf("values %x, %v", values, err)
	}
	if none, err := kept.Values(c.Head.Root, common.Address{1}, slots); err == nil && none[1] != (common.Hash{}) {
		t.Fatal("the proof of one contract serves for another")
	}
	if _, err := kept.Values(common.Hash{1}, w.Plan.RootStore, slots); !errors.Is(err, verifier.ErrProof) {
		t.Fatalf("another state root: %v", err)
	}
	flip(t, proof, func() {
		got, err := proof.Values(c.Head.Root, w.Plan.RootStore, slots)
		if err == nil && !slices.Equal(got, values) {
			t.Fatalf("a tampered proof shows %x", got)
		}
		if err != nil && !errors.Is(err, verifier.ErrProof) {
			t.Fatal(err)
		}
	})
}

// flip changes one bit of every byte of the proof in turn.
func flip(t *testing.T, p *verifier.EndProof, check func()) {
	t.Helper()
	lists := [][]byte{}
	for _, n := range p.AccountProof {
		lists = append(lists, n)
	}
	for _, s := range p.StorageProof {
		for _, n := range s.Proof {
			lists = append(lists, n)
		}
	}
	for _, list := range lists {
		for i := range list {
			list[i] ^= 1 << (i % 8)
			check()
			list[i] ^= 1 << (i % 8)
		}
	}
}
