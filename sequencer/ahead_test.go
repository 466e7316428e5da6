package sequencer_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/prometheus/client_golang/prometheus/testutil"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/journal"
	"github.com/ssequencer/ssequencer/sequencer"
)

// newAheadNet is a sequencer beside op-nodes that the test plays: blocks are due some seconds
// after their slot opens, are ready 2 s before that, and can be asked for during a minute.
func newAheadNet(t *testing.T) *net {
	w := newOPNet(t, 2)
	w.op.beside, w.op.spare = true, 5 // late enough to be built ahead also on a machine that takes a second for it
	for _, id := range w.ids {
		w.op.inputs[id].due, w.op.inputs[id].enough = 1, true
	}
	w.tune = func(cfg *sequencer.Config) { cfg.BlockTime, cfg.ReadyBefore = time.Minute, 2*time.Second }
	w.start()
	first := w.head(a)
	w.ask(true)
	w.bothAsked(2)
	w.ask(false)
	w.eventually("the first blocks, on an old parent, are not built ahead", func() bool {
		_, err := w.seq.SealNow(t.Context(), a, first.Hash)
		return err == nil
	})
	w.eventually("they are adopted", func() bool { return w.seq.Health(a).Applied.Number == 2 && w.seq.Health(b).Applied.Number == 2 })
	return w
}

// ask has both op-nodes ask for a block that is due in some seconds, or for no other any more.
func (w *net) ask(more bool) {
	due := max(w.op.inputs[a].due+1, uint64(time.Now().Unix())+w.op.spare) // the same for both: it is one slot
	for _, id := range w.ids {
		in := w.op.inputs[id]
		in.mu.Lock()
		if in.enough = !more; more {
			in.due = due
		}
		in.mu.Unlock()
	}
	w.seq.Wake()
}

// asked reports whether a block was asked for.
func (in *inputs) asked(number uint64) bool {
	in.mu.Lock()
	defer in.mu.Unlock()
	return in.given[number] != nil
}

// bothAsked waits until both chains were asked for their blocks.
func (w *net) bothAsked(number uint64) {
	w.t.Helper()
	w.eventually("both are in the slot", func() bool { return w.op.inputs[a].asked(number) && w.op.inputs[b].asked(w.head(b).Number+1) })
}

// burnTen is a bundle of both chains.
func (w *net) burnTen() *chains.Tx { return w.burn(a, b, ten) }

// held has both chains ask for a block that has a transaction of chain a, and waits until the blocks
// are built, and not committed. It returns the transaction and chain a's block.
func (w *net) held(send func() *chains.Tx) (*chains.Tx, *chains.Payload) {
	w.t.Helper()
	ctx, cancel := context.WithTimeout(w.t.Context(), hanging)
	defer cancel()
	var tx *chains.Tx
	var ticket *sequencer.Ticket
	for ctx.Err() == nil {
		if tx == nil || w.receipt(a, tx.Hash()) != nil { // it was in a block that was not built in time
			tx = send()
			ticket = w.admit(tx)
		}
		parent := w.head(a)
		w.ask(true)
		ready := w.ahead(a, parent.Number+1)
		w.bothAsked(parent.Number + 1)
		w.ask(false)
		if ready {
			block := w.prepared(ctx, parent.Number+1)
			if slices.ContainsFunc(block.Transactions, func(raw []byte) bool { return string(raw) == string(tx.Raw()) }) {
				if out, err := ticket.Wait(ctx); err != nil || out.Bundle == nil {
					w.t.Fatalf("%+v %v", out, err)
				}
				return tx, block
			}
		}
		w.sealBoth(ctx)
	}
	w.t.Fatal("the transaction is in no block that is built in time")
	return nil, nil
}

// ahead reports whether a chain's block of the number is held by the time when it is due, for which
// the machine may be too slow. Then the next one is asked for earlier.
func (w *net) ahead(id chains.ChainID, number uint64) bool {
	w.t.Helper()
	in := w.op.inputs[id]
	in.mu.Lock()
	due := time.Unix(int64(in.due), 0)
	in.mu.Unlock()
	ctx, cancel := context.WithDeadline(w.t.Context(), due.Add(time.Second))
	defer cancel()
	if w.isHeld(ctx, func(b journal.CommittedBlock) bool { return b.ChainID == id && b.Ref.Number == number }) {
		return true
	}
	w.t.Logf("block %d of chain %d is not held in time", number, id)
	w.op.spare *= 2
	return false
}

// isHeld reports whether a block that matches is on record as held before ctx ends.
func (w *net) isHeld(ctx context.Context, match func(journal.CommittedBlock) bool) bool {
	w.t.Helper()
	found := errors.New("found")
	err := w.journal.Follow(ctx, 1, func(_ journal.Seq, rec journal.Record) error {
		if r, ok := rec.(*journal.Held); ok && slices.ContainsFunc(r.Blocks, match) {
			return found
		}
		return nil
	})
	if err != found && ctx.Err() == nil {
		w.t.Fatal(err)
	}
	return err == found
}

// prepared waits for chain a's block of a number that is ready to be committed.
func (w *net) prepared(ctx context.Context, number uint64) (block *chains.Payload) {
	w.t.Helper()
	w.recorded(ctx, fmt.Sprintf("block %d is built", number), func(rec journal.Record) bool {
		r, ok := rec.(*journal.Prepared)
		if !ok {
			return false
		}
		i := slices.IndexFunc(r.Payloads, func(p chains.Payload) bool { return p.ChainID == a && p.Number == number })
		if i >= 0 {
			block = &r.Payloads[i]
		}
		return i >= 0
	})
	return block
}

// recorded returns the number of the first record that matches, and waits for it.
func (w *net) recorded(ctx context.Context, what string, match func(journal.Record) bool) (at journal.Seq) {
	w.t.Helper()
	found := errors.New("found")
	err := w.journal.Follow(ctx, 1, func(seq journal.Seq, rec journal.Record) error {
		if match(rec) {
			at = seq
			return found
		}
		return nil
	})
	if err != found {
		w.t.Fatalf("not on record: %s: %v; %s", what, err, w.state())
	}
	return at
}

// sealBoth asks for both chains' blocks, and waits until they are adopted.
func (w *net) sealBoth(ctx context.Context) *chains.Payload {
	w.t.Helper()
	parent := w.head(a)
	block, err := w.seq.SealNow(ctx, a, parent.Hash)
	if err != nil {
		w.t.Fatal(err)
	}
	w.eventually("the slot is adopted", func() bool { return w.seq.Health(a).Applied == block.Ref() && w.seq.Health(b).Applied == w.head(b) })
	return block
}

// Blocks are built before they are asked for, and committed only then: what is answered is
// what was built. A plain transaction, and a bundle.
func TestOPStackBuiltAhead(t *testing.T) {
	t.Parallel()
	w := newAheadNet(t)
	for _, tx := range []func() *chains.Tx{
		func() *chains.Tx { return w.tx(a, &recipient, nil, nil) },
		w.burnTen,
	} {
		_, built := w.held(tx)
		before := w.head(a)
		if built.ParentHash != before.Hash {
			t.Fatalf("block %d is not on the head", built.Number)
		}
		asked := w.sealBoth(t.Context())
		if asked.Hash != built.Hash {
			t.Fatalf("block %s is answered, %s was built", asked.Hash, built.Hash)
		}
	}
	w.balanced()
	w.quiet()
}

// What a block is made of changes after it was built: it is made anew, also where it is asked
// for in the same moment.
func TestOPStackBuiltAheadOfOthers(t *testing.T) {
	t.Parallel()
	w := newAheadNet(t)
	tx, built := w.held(func() *chains.Tx { return w.tx(a, &recipient, nil, nil) })
	in := w.op.inputs[a]
	d := in.deposit(t, chains.Deposit{From: common.Address{5}, To: &recipient})
	in.mu.Lock()
	now := *in.given[built.Number]
	now.Deposits = append(slices.Clone(now.Deposits), in.queued...)
	in.queued, in.given[built.Number] = nil, &now
	in.mu.Unlock()
	block := w.sealBoth(t.Context())
	if block.Hash == built.Hash || block.Number != built.Number || len(block.Transactions) != 3 || string(block.Transactions[1]) != string(d.Raw()) || string(block.Transactions[2]) != string(tx.Raw()) {
		t.Fatalf("block %d %s holds %d transactions", block.Number, block.Hash, len(block.Transactions))
	}
	w.balanced()
}

// A block that was built and is not wanted is not committed, and neither is what it is joined
// to: the bundle is in the next blocks.
func TestOPStackBuiltInVain(t *testing.T) {
	t.Parallel()
	w, tx, built, at := newHeldNet(t)
	before := w.head(b)
	gone, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := w.seq.SealNow(gone, a, built.ParentHash); !errors.Is(err, sequencer.ErrNoBlock) {
		t.Fatalf("given up: %v", err)
	}
	if !slices.ContainsFunc(w.records()[at:], func(rec journal.Record) bool { return rec.Kind() == journal.KindRecalled }) {
		t.Fatal("that there is no block is told, and a crash would commit it")
	}
	w.eventually("it is revoked", func() bool {
		return testutil.ToFloat64(w.metrics.MustBeZero()["ssequencer_broken_preconfirmations_total"]) > 0
	})
	if at := w.head(a); at.Hash != built.ParentHash {
		t.Fatalf("block %d was given up, and is the head", at.Number)
	}
	if at := w.head(b); at != before {
		t.Fatalf("the other half, block %d, is the head", at.Number)
	}
	for id, parent := range map[chains.ChainID]common.Hash{a: built.ParentHash, b: before.Hash} { // the blocks without it
		w.eventually("the chain is back", func() bool {
			block, err := w.seq.SealNow(t.Context(), id, parent)
			return err == nil && block.Number == built.Number
		})
	}
	w.eventually("they are adopted", func() bool { return w.head(a).Number == built.Number && w.head(b).Number == built.Number })
	w.goesOn(tx)
}

// A block on an L1 origin that may vanish is filled, but joined to no other (O6). A bundle
// waits for another one; at last it is dropped, and the reason names the chain.
func TestOPStackAlone(t *testing.T) {
	t.Parallel()
	w := newOPNet(t, 2)
	w.op.beside = true
	w.op.inputs[b].alone = "its L1 origin may vanish"
	w.tune = func(cfg *sequencer.Config) { cfg.MaxWait = 3 * time.Second }
	w.start()
	w.sentUntilIncluded(b, func() *chains.Tx { return w.tx(b, &recipient, nil, nil) })
	w.waitedInVain(w.burn(a, b, ten), "chain 902: its L1 origin may vanish")
	w.nonces[a]--
	together := []*chains.Tx{w.tx(a, &recipient, nil, nil), w.tx(b, &recipient, nil, nil)}
	w.waitedInVain(together[0], "", together[1])
	w.nonces[a]--
	w.nonces[b]--
	w.op.inputs[b].mu.Lock()
	w.op.inputs[b].alone = ""
	w.op.inputs[b].mu.Unlock()
	w.sentUntilIncluded(a, w.burnTen)
	w.balanced()
	w.quiet()
}

// sentUntilIncluded sends a transaction until it is included: where the machine is slow, it may have
// waited for too long.
func (w *net) sentUntilIncluded(id chains.ChainID, tx func() *chains.Tx) {
	w.t.Helper()
	for range 20 {
		out := w.submit(tx())
		if out.Bundle != nil {
			return
		}
		if !out.Dropped {
			w.t.Fatalf("refused: %+v", out.Refusal)
		}
		w.nonces[id]--
	}
	w.t.Fatal("it is not included")
}

// waitedInVain checks that a bundle is dropped after it has waited, and returns the reason. Where the machine is slow, there
// may have been no slot in which it was tried.
func (w *net) waitedInVain(tx *chains.Tx, why string, more ...*chains.Tx) string {
	w.t.Helper()
	var out sequencer.Outcome
	for range 20 {
		out = w.submit(append([]*chains.Tx{tx}, more...)...)
		if out.Refusal == nil || !out.Dropped || out.Refusal.Code != chains.RefusedExpired || strings.Contains(out.Refusal.Reason, why) {
			break
		}
	}
	if out.Refusal == nil || !out.Dropped || out.Refusal.Code != chains.RefusedExpired || !strings.Contains(out.Refusal.Reason, why) {
		w.t.Fatalf("%+v %+v, not dropped because of %q", out.Bundle, out.Refusal, why)
	}
	return out.Refusal.Reason
}

// A bundle that touches a chain without a block in these slots waits, and is dropped with a
// reason that names the chain. When the chain is back, bundles go on.
func TestOPStackNoCommonSlot(t *testing.T) {
	t.Parallel()
	w := newOPNet(t, 2)
	w.op.beside = true
	w.tune = func(cfg *sequencer.Config) { cfg.MaxWait = 3 * time.Second }
	w.start()
	w.sentUntilIncluded(a, w.burnTen)
	w.hold(b)
	w.waitedInVain(w.burn(a, b, ten), "chain 902")
	w.nonces[a]--
	w.waitedInVain(w.tx(a, &w.plan.Messenger, nil, bindings.EncodeSendMessage(uint64(b), recipient, []byte{1})), "chain 902")
	w.nonces[a]--
	w.let(b)
	w.sentUntilIncluded(a, w.burnTen)
	w.balanced()
	w.quiet()
}

// heldFor waits until a block of chain a is on record as held, and returns that record's number.
func (w *net) heldFor(block *chains.Payload) journal.Seq {
	w.t.Helper()
	ctx, cancel := context.WithTimeout(w.t.Context(), hanging)
	defer cancel()
	return w.recorded(ctx, "the block is held", func(rec journal.Record) bool {
		r, ok := rec.(*journal.Held)
		return ok && slices.Contains(r.Blocks, journal.CommittedBlock{ChainID: a, Ref: block.Ref()})
	})
}

// newHeldNet is a net with a bundle in blocks that are held: its transaction, chain a's block, and the
// number of the record that says so.
func newHeldNet(t *testing.T) (w *net, tx *chains.Tx, built *chains.Payload, at journal.Seq) {
	w = newAheadNet(t)
	tx, built = w.held(w.burnTen)
	return w, tx, built, w.heldFor(built)
}

// A crash while blocks are held: whoever asked may have been given one, though no Commit is on
// record. All of the group are committed at the next start, and nothing else is answered.
func TestOPStackCrashWhileHeld(t *testing.T) {
	t.Parallel()
	for _, answered := range []bool{false, true} {
		w, _, built, at := newHeldNet(t)
		if answered {
			if block, err := w.seq.SealNow(t.Context(), a, built.ParentHash); err != nil || block.Hash != built.Hash {
				t.Fatal(block, err)
			}
		}
		w.crash(at)
		w.start()
		block, err := w.seq.SealNow(t.Context(), a, built.ParentHash)
		if err != nil || block.Hash != built.Hash {
			t.Fatalf("answered before the crash %t: %+v %v, not %s", answered, block, err, built.Hash)
		}
		w.eventually("both chains have their half", func() bool {
			return w.head(a).Hash == built.Hash && w.seq.Health(a).Applied == w.head(a) && w.seq.Health(b).Applied == w.head(b)
		})
		w.even(a, b)
		w.balanced()
		w.quiet()
	}
}

// A stop while blocks are held gives nothing away: they are made again after the next start, and
// what was promised about them holds.
func TestOPStackStopWhileHeld(t *testing.T) {
	t.Parallel()
	w, tx, built, at := newHeldNet(t)
	if err := w.stop(); err != nil {
		t.Fatal(err)
	}
	recs := w.records()[at:]
	recalled := slices.ContainsFunc(recs, func(rec journal.Record) bool { return rec.Kind() == journal.KindRecalled })
	committed := slices.ContainsFunc(recs, func(rec journal.Record) bool { return rec.Kind() == journal.KindCommit })
	if recalled == committed {
		t.Fatalf("recalled %t, committed %t", recalled, committed)
	}
	if recalled && w.head(a).Hash != built.ParentHash {
		t.Fatal("a block that was recalled is the head")
	}
	w.start()
	if block, err := w.seq.SealNow(t.Context(), a, built.ParentHash); err != nil || block.Number != built.Number {
		t.Fatal(block, err)
	}
	w.eventually("both chains have their half", func() bool {
		return w.receipt(a, tx.Hash()) != nil && w.seq.Health(a).Applied == w.head(a) && w.seq.Health(b).Applied == w.head(b)
	})
	w.even(a, b)
	w.balanced()
	w.quiet()
}

// crash stops the sequencer and has the journal end with a record, as after a crash.
func (w *net) crash(last journal.Seq) {
	w.t.Helper()
	if err := w.stop(); err != nil {
		w.t.Fatal(err)
	}
	w.cut(last)
}

// cut makes the journal of a sequencer that has stopped end with a record.
func (w *net) cut(last journal.Seq) {
	w.t.Helper()
	recs := w.records()[:last]
	w.dir = w.t.TempDir()
	w.write(recs...)
}

// write adds records to the journal of a sequencer that has stopped.
func (w *net) write(recs ...journal.Record) {
	w.t.Helper()
	j, err := journal.Open(journal.Config{Dir: w.dir}, zap.NewNop())
	if err != nil {
		w.t.Fatal(err)
	}
	seq, err := j.Append(recs...)
	if err == nil {
		err = j.WaitDurable(w.t.Context(), seq)
	}
	if err = errors.Join(err, j.Close()); err != nil {
		w.t.Fatal(err)
	}
}
