package sequencer_test

import (
	"context"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/vm"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/sequencer"
)

// coldReads is init code that asks the token for the balances of accounts 1 to n that
// nobody has asked for before.
func (w *net) coldReads(n uint16) []byte {
	code := append([]byte{byte(vm.PUSH4)}, common.FromHex("70a08231")...)
	code = append(code, byte(vm.PUSH1), 0xe0, byte(vm.SHL), byte(vm.PUSH1), 0, byte(vm.MSTORE), byte(vm.PUSH2), byte(n>>8), byte(n))
	loop := byte(len(code))
	code = append(code, byte(vm.JUMPDEST), byte(vm.DUP1), byte(vm.PUSH1), 4, byte(vm.MSTORE),
		byte(vm.PUSH1), 0, byte(vm.PUSH1), 0, byte(vm.PUSH1), 0x24, byte(vm.PUSH1), 0, byte(vm.PUSH20))
	code = append(code, w.plan.TestToken[:]...)
	return append(code, byte(vm.GAS), byte(vm.STATICCALL), byte(vm.POP),
		byte(vm.PUSH1), 1, byte(vm.SWAP1), byte(vm.SUB), byte(vm.DUP1), byte(vm.PUSH1), loop, byte(vm.JUMPI), byte(vm.STOP))
}

// reluctant is a node that answers some reads of one contract's storage at once, and the
// others when it is allowed to.
type reluctant struct {
	sequencer.Node
	of     common.Address
	atOnce atomic.Int64  // so many reads more are answered at once
	asked  chan struct{} // closed when one more comes
	once   sync.Once
	may    chan struct{} // closed when all are answered
}

func (n *reluctant) Storage(ctx context.Context, block common.Hash, keys []chains.StorageKey) ([]common.Hash, error) {
	for _, k := range keys {
		if k.Address == n.of && n.atOnce.Add(-1) < 0 {
			n.once.Do(func() { close(n.asked) })
			select {
			case <-n.may:
			case <-ctx.Done():
				return nil, ctx.Err()
			}
		}
	}
	return n.Node.Storage(ctx, block, keys)
}

// withReluctant puts a node before chain a's that answers as many reads of the token as one
// execution may hold the slot loop up for.
func (w *net) withReluctant() *reluctant {
	const held = 16
	node := &reluctant{Node: w.nodes[a], of: w.plan.TestToken, asked: make(chan struct{}), may: make(chan struct{})}
	node.atOnce.Store(held)
	w.nodes[a] = node
	w.tune = func(cfg *sequencer.Config) { cfg.MaxColdReads = held }
	return node
}

// loopGoesOn asks the slot loop something while the node leaves a read unanswered, and then
// lets the node answer.
func (n *reluctant) loopGoesOn(w *net) {
	w.t.Helper()
	ctx, cancel := context.WithTimeout(w.t.Context(), hanging)
	defer cancel()
	select {
	case <-n.asked:
	case <-ctx.Done():
		w.t.Error("the node is not asked")
	}
	for range 10 {
		if _, err := w.seq.Queued(ctx, a); err != nil {
			w.t.Errorf("the loop stands still for a node's answer: %v", err)
			break
		}
	}
	close(n.may)
}

// A simulation costs nothing. One that reads thousands of slots nobody has read before
// must not make the slot loop wait for the node that often.
func TestSimulatedColdReads(t *testing.T) {
	t.Parallel()
	w := newNet(t, 1)
	node := w.withReluctant()
	w.start()
	tx := w.call(w.userKey, a, 0, nil, w.coldReads(5000))
	var sim sequencer.Simulation
	done := make(chan error, 1)
	go func() {
		var err error
		sim, err = w.seq.Simulate(t.Context(), []*chains.Tx{tx})
		done <- err
	}()
	node.loopGoesOn(w)
	if err := <-done; err != nil || len(sim.Legs) != 1 || !sim.Legs[0].Trace.Succeeded() {
		t.Fatalf("%v %+v", err, sim)
	}
}

// The same by a transaction, which is paid for, or refused and charged in gas (A5).
func TestIncludedColdReads(t *testing.T) {
	t.Parallel()
	w := newNet(t, 1)
	node := w.withReluctant()
	w.start()
	ticket := w.admit(w.call(w.userKey, a, 0, nil, w.coldReads(5000)))
	node.loopGoesOn(w)
	if out := w.outcome(ticket); out.Bundle == nil || out.Bundle.Legs[0].Status != 1 {
		t.Fatalf("outcome %+v", out)
	}
}
