package sequencer_test

import (
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/vm"
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

// One transaction that reads thousands of slots nobody has read before must not hold up
// everybody else: the slot loop may not wait for the node that often.
func TestColdReadsDoNotHoldUpTheLoop(t *testing.T) {
	w := newNet(t, 1)
	w.start()
	tx := w.call(w.userKey, a, 0, nil, w.coldReads(5000))
	started := time.Now()
	out := w.submit(tx)
	took := time.Since(started)
	if out.Bundle == nil || out.Bundle.Legs[0].Status != 1 {
		t.Fatalf("outcome %+v", out)
	}
	t.Logf("%d gas in %v", out.Bundle.Legs[0].GasUsed, took)
}
