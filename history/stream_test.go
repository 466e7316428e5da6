package history

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/ethereum/go-ethereum/common"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/wire"
	"github.com/ssequencer/ssequencer/journal"
)

// collect reads a stream from a global index up to the last record there is.
func (r *rig) collect(topic wire.Topic, from uint64) []wire.Event {
	r.t.Helper()
	r.journal.end = r.journal.Durable()
	var events []wire.Event
	err := r.history.Follow(testContext(r.t), wire.Subscription{Topic: topic, From: &from}, func(ev wire.Event) error {
		events = append(events, ev)
		return nil
	})
	r.journal.end = 0
	if !errors.Is(err, errEnd) {
		r.t.Fatal(err)
	}
	return events
}

func asJSON(t testing.TB, v any) string {
	t.Helper()
	enc, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(enc)
}

// fullWorld is a long random world with everything in it, and a history that has it.
func fullWorld(t *testing.T, seed uint64) (*world, *rig) {
	w, r := newWorld(seed), newRig(t, vfs.NewCrashableMem())
	for range 400 {
		w.step()
		r.write(w.take()...)
	}
	return w, r
}

// TestStreamsCanBeResumedAnywhere: from any global index on, a stream is the whole one
// without the events of lower indexes.
func TestStreamsCanBeResumedAnywhere(t *testing.T) {
	w, r := fullWorld(t, 1)
	defer r.stop()
	for _, topic := range wire.Topics() {
		whole := r.collect(topic, 0)
		if len(whole) == 0 {
			t.Errorf("%s: nothing", topic)
		}
		for from := uint64(0); from < w.next+2; from += 1 + w.next/40 {
			var want []wire.Event
			for _, ev := range whole {
				if uint64(ev.GlobalIndex) >= from {
					want = append(want, ev)
				}
			}
			if got := r.collect(topic, from); asJSON(t, got) != asJSON(t, want) {
				t.Fatalf("%s from %d: %d events, want %d", topic, from, len(got), len(want))
			}
		}
	}
}

// TestLiveStreamsSayTheSameAsResumedOnes follows while things happen, and compares with
// what a reader is told who comes later: the same stages, in the same order.
func TestLiveStreamsSayTheSameAsResumedOnes(t *testing.T) {
	w, r := newWorld(2), newRig(t, vfs.NewCrashableMem())
	defer r.stop()
	ctx, cancel := context.WithCancel(testContext(t))
	live := make(map[wire.Topic]chan string)
	var wg sync.WaitGroup
	for _, topic := range wire.Topics() {
		events := make(chan string, 8) // then the stream waits for us, which harms nobody
		live[topic] = events
		ready := make(chan struct{})
		wg.Go(func() {
			err := r.history.Follow(ctx, wire.Subscription{Topic: topic, Ready: func() { close(ready) }}, func(ev wire.Event) error {
				select {
				case events <- digest(ev):
					return nil
				case <-ctx.Done():
					return ctx.Err()
				}
			})
			if !errors.Is(err, context.Canceled) {
				t.Error(err)
			}
		})
		<-ready
	}
	for range 400 {
		w.step()
		r.write(w.take()...)
	}
	for _, topic := range wire.Topics() {
		for i, ev := range r.collect(topic, 0) {
			if got, want := <-live[topic], digest(ev); got != want {
				t.Fatalf("%s: event %d was %s, is %s", topic, i, got, want)
			}
		}
	}
	cancel()
	wg.Wait()
}

// digest is what does not depend on when an event is looked at.
func digest(ev wire.Event) string {
	switch d := ev.Data.(type) {
	case *wire.Bundle:
		return fmt.Sprint(ev.GlobalIndex, d.ID, d.Status, len(d.Legs))
	case *wire.Preconfirmation:
		return fmt.Sprint(ev.GlobalIndex, d.Message, d.Signature)
	case *wire.Superblock:
		return fmt.Sprint(ev.GlobalIndex, *d)
	case *wire.Revocation:
		return fmt.Sprint(ev.GlobalIndex, *d)
	case *wire.Batch:
		return fmt.Sprint(ev.GlobalIndex, d.FirstTimestamp, d.Status, d.L1TxHash != nil)
	}
	return fmt.Sprintf("%T", ev.Data)
}

// TestEveryBundleGoesThroughItsStages: the bundles stream tells each stage of a bundle
// once per time it is reached, and ends with its status now.
func TestEveryBundleGoesThroughItsStages(t *testing.T) {
	w, r := fullWorld(t, 3)
	defer r.stop()
	last := make(map[common.Hash]wire.Status)
	for _, ev := range r.collect(wire.Bundles, 0) {
		b := ev.Data.(*wire.Bundle)
		was := last[b.ID]
		switch b.Status {
		case wire.Sealed:
			if was != wire.Preconfirmed {
				t.Errorf("%s sealed after %q", b.ID, was)
			}
		case wire.Posted:
			if was != wire.Sealed {
				t.Errorf("%s posted after %q", b.ID, was)
			}
		case wire.Verified:
			if was != wire.Posted {
				t.Errorf("%s verified after %q", b.ID, was)
			}
		}
		last[b.ID] = b.Status
	}
	for _, b := range w.bundles {
		if b.status == wire.Queued && last[b.id] == wire.Preconfirmed { // taken back: it says so when it is decided again
			continue
		}
		if last[b.id] != b.status {
			t.Errorf("%s: last told %q, is %q", b.id, last[b.id], b.status)
		}
	}
}

func TestHeadsAreFollowedInOrder(t *testing.T) {
	w, r := newWorld(4), newRig(t, vfs.NewCrashableMem())
	defer r.stop()
	enough, ready := errors.New("enough"), make(chan struct{})
	var wg sync.WaitGroup
	wg.Go(func() {
		next := uint64(1)
		err := r.history.FollowHeads(testContext(t), 902, func() { close(ready) }, func(ref chains.BlockRef) error {
			if head, err := r.history.Head(902); err != nil || head.Number < ref.Number {
				t.Errorf("told of block %d, head %v, %v", ref.Number, head, err)
			}
			if ref.Number != next {
				t.Errorf("block %d, want %d", ref.Number, next)
			}
			if next++; next > 5 {
				return enough
			}
			return nil
		})
		if !errors.Is(err, enough) {
			t.Error(err)
		}
	})
	<-ready
	for w.heads[902].Number < 6 {
		w.step()
		r.write(w.take()...)
	}
	wg.Wait()
}

// TestAwaitIsToldAtOnce has many wait for transactions before they are admitted.
func TestAwaitIsToldAtOnce(t *testing.T) {
	w, r := newWorld(5), newRig(t, vfs.NewCrashableMem())
	defer r.stop()
	for range 30 {
		w.admit()
	}
	var wg sync.WaitGroup
	for i, b := range w.bundles {
		ctx, cancel := context.WithCancel(testContext(t))
		defer cancel()
		for range 3 {
			wg.Go(func() {
				in, err := r.history.Await(ctx, b.members[0])
				if i%5 == 0 {
					if !errors.Is(err, context.Canceled) {
						t.Errorf("await of what is never decided: %v, %v", in, err)
					}
				} else if err != nil || in.Bundle != b.id {
					t.Errorf("await: %v, %v", in, err)
				}
			})
		}
		if i%5 == 0 {
			cancel()
		}
	}
	s := w.openSlot()
	for i, b := range w.bundles {
		if i%5 != 0 {
			w.decide(b, s, true)
		}
	}
	r.write(w.take()...)
	wg.Wait()
	if n := len(r.history.waiters); n != 0 {
		t.Errorf("%d waiters are left", n)
	}
}

// TestAwaitRefusal: who waits for a transaction that was decided and taken back is told when
// it is refused.
func TestAwaitRefusal(t *testing.T) {
	w, r := newWorld(5), newRig(t, vfs.NewCrashableMem())
	defer r.stop()
	w.admit()
	s, b := w.openSlot(), w.bundles[0]
	w.decide(b, s, true)
	for _, id := range testChains {
		w.write(&journal.Reopened{Slot: s.ts, ChainID: id, Height: s.opens[id].Number, Cause: "redo"})
	}
	r.write(w.take()...)
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() {
			var refusal *chains.Refusal
			if in, err := r.history.Await(testContext(t), b.members[0]); !errors.As(err, &refusal) || refusal.Code != chains.RefusedReverted {
				t.Errorf("await: %v, %v", in, err)
			}
		})
	}
	w.refuse(b)
	r.write(w.take()...)
	wg.Wait()
}

// TestOldRefusal: a refusal is not the answer any more once the same was acknowledged again,
// also while the index does not have that yet.
func TestOldRefusal(t *testing.T) {
	w, r := newWorld(5), newRig(t, vfs.NewCrashableMem())
	defer r.stop()
	w.admit()
	b := w.bundles[0]
	w.refuse(b)
	r.write(w.take()...)
	again := *b.admitted
	again.Arrival++
	r.journal.held.Lock()
	release := sync.OnceFunc(r.journal.held.Unlock)
	defer release()
	seq, err := r.journal.Append(&again)
	if err == nil {
		err = r.journal.WaitDurable(testContext(t), seq)
	}
	if err != nil {
		t.Fatal(err)
	}
	briefly := func() context.Context {
		ctx, cancel := context.WithTimeout(testContext(t), 50*time.Millisecond)
		t.Cleanup(cancel)
		return ctx
	}
	if in, err := r.history.Await(briefly(), b.members[0]); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("await: %v, %v", in, err)
	}
	if got, err := r.history.Bundle(briefly(), b.id); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("bundle: %+v, %v", got, err)
	}
	release()
	if got, err := r.history.Bundle(testContext(t), b.id); err != nil || got.Status != wire.Queued {
		t.Errorf("bundle: %+v, %v", got, err)
	}
}

func TestUnknownIsUnknown(t *testing.T) {
	r := newRig(t, vfs.NewCrashableMem())
	defer r.stop()
	ctx, h, nothing, ts := testContext(t), r.history, common.Hash{1}, uint64(5)
	_, included := h.Included(ctx, nothing)
	_, bundle := h.Bundle(ctx, nothing)
	_, open := h.OpenBlock(ctx, nothing)
	_, pending := h.PendingBlock(ctx, 901)
	_, superblock := h.Superblock(ctx, &ts)
	_, latest := h.Superblock(ctx, nil)
	_, promise := h.Preconfirmation(ctx, nothing)
	_, head := h.Head(1)
	stream := h.Follow(ctx, wire.Subscription{Topic: "weather"}, nil)
	for i, err := range []error{included, bundle, open, pending, superblock, latest, promise, head, stream} {
		if !errors.Is(err, chains.ErrUnknown) {
			t.Errorf("%d: %v", i, err)
		}
	}
}

// TestPublishedSignaturesAreUsed: what was signed is not signed again, and the memory for
// it is bounded.
func TestPublishedSignaturesAreUsed(t *testing.T) {
	w, r := newWorld(6), newRig(t, vfs.NewCrashableMem())
	defer r.stop()
	w.admit()
	w.decide(w.bundles[0], w.openSlot(), true)
	p := w.bundles[0].decided.Promises[0]
	p.Signature = []byte("published")
	r.history.Publish([]chains.Promise{p})
	r.write(w.take()...)
	got, err := r.history.Preconfirmation(testContext(t), p.TxHash)
	if err != nil || string(got.Signature) != "published" {
		t.Fatalf("%+v, %v", got, err)
	}
	for i := range uint64(2 * maxSignatures) {
		r.history.Publish([]chains.Promise{{Height: i, Signature: []byte{1}}})
	}
	if n := len(r.history.signatures.by); n != maxSignatures {
		t.Fatalf("%d signatures in memory", n)
	}
}

// BenchmarkApply is the cost of one transaction's life in the read model.
func BenchmarkApply(b *testing.B) {
	r := newRig(b, vfs.NewCrashableMem())
	defer r.stop()
	w := newWorld(1)
	s := w.openSlot()
	for range b.N {
		w.serial++
		w.admit()
	}
	for _, x := range w.bundles {
		s.bundles = nil
		w.decide(x, s, true)
	}
	b.ResetTimer()
	r.write(w.take()...)
}

// BenchmarkAwait is the time from a decision's append, with a real disk's sync, to the
// one who waits for it.
func BenchmarkAwait(b *testing.B) {
	r := newRigOn(b, vfs.Default, b.TempDir())
	defer r.stop()
	w := newWorld(1)
	s := w.openSlot()
	r.write(w.take()...)
	for b.Loop() {
		w.admit()
		x := w.bundles[0]
		w.bundles, w.queue, s.bundles = nil, nil, nil
		w.decide(x, s, true)
		if _, err := r.journal.Append(w.take()...); err != nil {
			b.Fatal(err)
		}
		if _, err := r.history.Await(b.Context(), x.members[0]); err != nil {
			b.Fatal(err)
		}
	}
}
