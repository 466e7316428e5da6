package sequencer_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/journal"
	"github.com/ssequencer/ssequencer/sequencer"
)

// startAgain starts the sequencer again after a change.
func (w *net) startAgain(change func()) {
	w.t.Helper()
	if err := w.stop(); err != nil {
		w.t.Fatal(err)
	}
	change()
	w.start()
}

// newAbsentNet is a net built ahead, with a chain whose node can be away.
func newAbsentNet(t *testing.T, id chains.ChainID) (*net, *absent) {
	w, node := newAheadNet(t), new(absent)
	w.startAgain(func() {
		node.Node = w.nodes[id]
		w.nodes[id] = node
	})
	return w, node
}

// asOpened checks that every committed block begins with the deposits of the newest opening
// that its slot had on its chain.
func (w *net) asOpened() {
	w.t.Helper()
	type place struct {
		slot  uint64
		chain chains.ChainID
	}
	opens, built := map[place]*chains.Open{}, map[common.Hash]*chains.Payload{}
	for _, rec := range w.records() {
		switch r := rec.(type) {
		case *journal.Opened:
			opens[place{r.Open.Timestamp, r.Open.ChainID}] = &r.Open
		case *journal.Prepared:
			for i := range r.Payloads {
				built[r.Payloads[i].Hash] = &r.Payloads[i]
			}
		case *journal.Commit:
			for _, b := range r.Blocks {
				deposits, txs := opens[place{r.Slot, b.ChainID}].Deposits, built[b.Ref.Hash].Transactions
				if len(txs) < len(deposits) || !slices.EqualFunc(deposits, txs[:len(deposits)], func(x, y []byte) bool { return string(x) == string(y) }) {
					w.t.Errorf("block %d of chain %d does not begin with the deposits that its opening has", b.Ref.Number, b.ChainID)
				}
			}
		}
	}
}

// goesOn asks for blocks until a transaction of chain a is in one, and everything is even.
func (w *net) goesOn(tx *chains.Tx) {
	w.t.Helper()
	w.eventually("it is included", func() bool {
		w.ask(true)
		for _, id := range w.ids {
			ctx, cancel := context.WithCancel(w.t.Context())
			done := make(chan struct{})
			go func() {
				defer close(done)
				_, _ = w.seq.SealNow(ctx, id, w.head(id).Hash)
			}()
			w.eventually("it is answered, or stands aside", func() bool {
				select {
				case <-done:
					return true
				default:
					return w.seq.Health(id).Reason != ""
				}
			})
			cancel()
			<-done
		}
		return w.receipt(a, tx.Hash()) != nil
	})
	w.even(a, b)
	w.balanced()
	w.asOpened()
}

// leader says whether an op-node leads.
type leader struct{ follows atomic.Bool }

// MayCommit implements sequencer.Gate.
func (l *leader) MayCommit(context.Context, *chains.Payload) error {
	if l.follows.Load() {
		return errors.New("this op-node is not the leader")
	}
	return nil
}

// An op-node stops to lead while blocks are held: neither its block nor what is joined to it is
// committed, and the other chain goes on without.
func TestOPStackLeaderLostWhileHeld(t *testing.T) {
	t.Parallel()
	w, l := newAheadNet(t), new(leader)
	w.startAgain(func() { w.op.gates = map[chains.ChainID]sequencer.Gate{a: l} })
	tx, built := w.held(w.burnTen)
	before := w.head(b)
	l.follows.Store(true)
	ctx, cancel := context.WithCancel(t.Context())
	asked := make(chan error, 1)
	go func() { _, err := w.seq.SealNow(ctx, a, built.ParentHash); asked <- err }()
	w.eventually("901 stands aside", func() bool { return strings.Contains(w.seq.Health(a).Reason, "not the leader") })
	cancel()
	if err := <-asked; !errors.Is(err, sequencer.ErrNoBlock) {
		t.Fatalf("%v", err)
	}
	if _, err := w.seq.SealNow(t.Context(), b, before.Hash); err != nil {
		t.Fatal(err)
	}
	w.even(a, b)
	if at := w.head(a); at.Hash != built.ParentHash {
		t.Fatalf("block %d is the head", at.Number)
	}
	l.follows.Store(false)
	w.goesOn(tx)
}

// A node dies while its block is held. What is asked for is committed, and it gets its half when
// it is back.
func TestOPStackNodeLostWhileHeld(t *testing.T) {
	t.Parallel()
	w, dead := newAbsentNet(t, b)
	_, built := w.held(w.burnTen)
	dead.away.Store(true)
	if block, err := w.seq.SealNow(t.Context(), a, built.ParentHash); err != nil || block.Hash != built.Hash {
		t.Fatalf("%+v %v", block, err)
	}
	w.eventually("901 has its half", func() bool { return w.head(a).Hash == built.Hash })
	w.eventually("902 is missed", func() bool { return w.seq.Health(b).Reason != "" })
	dead.away.Store(false)
	w.eventually("902 is back", func() bool { return w.seq.Health(b).Reason == "" && w.seq.Health(b).Applied == w.head(b) })
	w.even(a, b)
	next := w.burn(a, b, ten)
	if _, err := w.seq.Submit(t.Context(), []*chains.Tx{next}, 0); err != nil {
		t.Fatal(err)
	}
	w.goesOn(next)
	w.quiet()
}

// What blocks are made of changes in the moment in which they are asked for. Whichever is first:
// what is answered is committed, and made of what is on record.
func TestOPStackChangedAndAskedFor(t *testing.T) {
	t.Parallel()
	w := newAheadNet(t)
	in := w.op.inputs[a]
	for range 2 {
		_, built := w.held(w.burnTen)
		more := in.deposit(t, chains.Deposit{From: common.Address{7}, To: &recipient})
		var both sync.WaitGroup
		both.Go(func() {
			in.mu.Lock()
			now := *in.given[built.Number]
			now.Deposits = append(slices.Clone(now.Deposits), more.Raw())
			in.given[built.Number], in.queued = &now, nil
			in.mu.Unlock()
			w.seq.Wake()
		})
		var block *chains.Payload
		var err error
		both.Go(func() { block, err = w.seq.SealNow(t.Context(), a, built.ParentHash) })
		both.Wait()
		if err != nil || block.Number != built.Number || block.ParentHash != built.ParentHash {
			t.Fatalf("%+v %v", block, err)
		}
		w.eventually("it is adopted", func() bool {
			return w.seq.Health(a).Applied == block.Ref() && w.head(a) == block.Ref() && w.seq.Health(b).Applied == w.head(b)
		})
	}
	w.even(a, b)
	w.balanced()
	w.asOpened()
}
