// Package programs assembles the few small EVM programs that tests need: a forwarder
// that calls on, a batch that makes several calls in one transaction, one that emits
// any log.
package programs

import (
	"encoding/binary"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/vm"
)

// Call is one call of a Batch. A nil Value is zero.
type Call struct {
	To    common.Address
	Value *big.Int
	Data  []byte
}

// Batch returns init code that makes the calls in order and reverts with the first
// failing call's revert data. It deploys an empty contract.
func Batch(calls ...Call) []byte { return program(calls, vm.STOP) }

// Deploy returns init code that deploys runtime.
func Deploy(runtime []byte) []byte {
	var a assembler
	a.copyData(runtime)
	a.push(uint64(len(runtime)))
	a.push(0)
	a.op(vm.RETURN)
	return a.link()
}

// Forwarder returns runtime code that reads an address word and a payload from its
// calldata, calls that address with the payload and its own value, and reverts as that
// call does.
func Forwarder() []byte {
	return []byte{
		byte(vm.PUSH1), 0x20, byte(vm.CALLDATASIZE), byte(vm.SUB), // length of the payload
		byte(vm.DUP1), byte(vm.PUSH1), 0x20, byte(vm.PUSH1), 0, byte(vm.CALLDATACOPY),
		byte(vm.PUSH1), 0, byte(vm.PUSH1), 0, byte(vm.DUP3), byte(vm.PUSH1), 0, byte(vm.CALLVALUE),
		byte(vm.PUSH1), 0, byte(vm.CALLDATALOAD), byte(vm.GAS), byte(vm.CALL),
		byte(vm.ISZERO), byte(vm.PUSH1), 0x1c, byte(vm.JUMPI), byte(vm.STOP),
		byte(vm.JUMPDEST), byte(vm.RETURNDATASIZE), byte(vm.PUSH1), 0, byte(vm.PUSH1), 0, byte(vm.RETURNDATACOPY),
		byte(vm.RETURNDATASIZE), byte(vm.PUSH1), 0, byte(vm.REVERT),
	}
}

// Forward returns the calldata with which a Forwarder calls to.
func Forward(to common.Address, payload []byte) []byte {
	return append(common.LeftPadBytes(to[:], 32), payload...)
}

// EmitLog returns init code that emits one log with the topics and data.
func EmitLog(topics []common.Hash, data []byte) []byte {
	var a assembler
	a.copyData(data)
	for i := len(topics) - 1; i >= 0; i-- {
		a.pushBytes(topics[i][:])
	}
	a.push(uint64(len(data)))
	a.push(0)
	a.op(vm.LOG0 + vm.OpCode(len(topics)))
	a.op(vm.STOP)
	return a.link()
}

// CallsThenRevert returns init code that makes the calls and then reverts everything.
func CallsThenRevert(calls ...Call) []byte { return program(calls, vm.REVERT) }

func program(calls []Call, end vm.OpCode) []byte {
	var a assembler
	for _, c := range calls {
		a.call(c)
	}
	if end == vm.REVERT {
		a.push(0)
		a.push(0)
	}
	a.op(end)
	return a.link()
}

// assembler builds code with data appended behind it.
type assembler struct {
	code  []byte
	data  []byte
	fixes []int // places of 4-byte data offsets, relative to the data's start
}

func (a *assembler) op(op vm.OpCode) { a.code = append(a.code, byte(op)) }

func (a *assembler) push(n uint64) {
	a.op(vm.PUSH8)
	a.code = binary.BigEndian.AppendUint64(a.code, n)
}

func (a *assembler) pushBytes(b []byte) {
	a.op(vm.PUSH1 + vm.OpCode(len(b)-1))
	a.code = append(a.code, b...)
}

// copyData copies data to memory at 0.
func (a *assembler) copyData(data []byte) {
	a.push(uint64(len(data)))
	a.op(vm.PUSH4)
	a.fixes = append(a.fixes, len(a.code))
	a.code = binary.BigEndian.AppendUint32(a.code, uint32(len(a.data)))
	a.push(0)
	a.op(vm.CODECOPY)
	a.data = append(a.data, data...)
}

func (a *assembler) call(c Call) {
	a.copyData(c.Data)
	a.push(0)
	a.push(0)
	a.push(uint64(len(c.Data)))
	a.push(0)
	value := c.Value
	if value == nil {
		value = new(big.Int)
	}
	a.pushBytes(common.LeftPadBytes(value.Bytes(), 32))
	a.pushBytes(c.To[:])
	a.op(vm.GAS)
	a.op(vm.CALL)
	// On success jump over the revert.
	a.op(vm.PUSH4)
	at := len(a.code)
	a.code = append(a.code, 0, 0, 0, 0)
	a.op(vm.JUMPI)
	a.op(vm.RETURNDATASIZE)
	a.push(0)
	a.push(0)
	a.op(vm.RETURNDATACOPY)
	a.op(vm.RETURNDATASIZE)
	a.push(0)
	a.op(vm.REVERT)
	binary.BigEndian.PutUint32(a.code[at:], uint32(len(a.code)))
	a.op(vm.JUMPDEST)
}

func (a *assembler) link() []byte {
	for _, at := range a.fixes {
		offset := binary.BigEndian.Uint32(a.code[at:]) + uint32(len(a.code))
		binary.BigEndian.PutUint32(a.code[at:], offset)
	}
	return append(append([]byte(nil), a.code...), a.data...)
}
