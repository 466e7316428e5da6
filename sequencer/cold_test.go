package sequencer_test

import (
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/vm"

	"github.com/ssequencer/ssequencer/chains"
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

// longestWait asks the slot loop something, again and again until stop is closed, and
// returns how long it took at most.
func (w *net) longestWait(stop <-chan struct{}) time.Duration {
	var longest time.Duration
	every := time.NewTicker(5 * time.Millisecond)
	defer every.Stop()
	for {
		asked := time.Now()
		if _, err := w.seq.Queued(w.t.Context(), a); err != nil {
			w.t.Error(err)
			return 0
		}
		longest = max(longest, time.Since(asked))
		select {
		case <-stop:
			return longest
		case <-every.C:
		}
	}
}

// A simulation costs nothing. One that reads thousands of slots nobody has read before
// must not make the slot loop wait for the node that often.
func TestSimulatedColdReads(t *testing.T) {
	w := newNet(t, 1)
	w.start()
	tx := w.call(w.userKey, a, 0, nil, w.coldReads(5000))
	stop, longest := make(chan struct{}), make(chan time.Duration)
	go func() { longest <- w.longestWait(stop) }()
	started := time.Now()
	sim, err := w.seq.Simulate(t.Context(), []*chains.Tx{tx})
	took := time.Since(started)
	close(stop)
	waited := <-longest
	if err != nil || len(sim.Legs) != 1 || !sim.Legs[0].Trace.Succeeded() {
		t.Fatalf("%v %+v", err, sim)
	}
	if waited > 250*time.Millisecond && waited > took/2 { // a slow machine executes slowly, too
		t.Errorf("the loop stood still for %v of the simulation's %v", waited, took)
	}
}

// The same by a transaction, which is paid for, or refused and charged in gas (A5).
func TestIncludedColdReads(t *testing.T) {
	w := newNet(t, 1)
	w.start()
	tx := w.call(w.userKey, a, 0, nil, w.coldReads(5000))
	stop, longest := make(chan struct{}), make(chan time.Duration)
	go func() { longest <- w.longestWait(stop) }()
	started := time.Now()
	out := w.submit(tx)
	close(stop)
	waited := <-longest
	if out.Bundle == nil || out.Bundle.Legs[0].Status != 1 {
		t.Fatalf("outcome %+v", out)
	}
	if took := time.Since(started); waited > 250*time.Millisecond && waited > took/2 {
		t.Errorf("the loop stood still for %v of %v", waited, took)
	}
}
