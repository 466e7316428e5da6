package tracer_test

import (
	"math/big"
	"math/rand/v2"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"
)

// program is EVM code under construction. Every snippet leaves the stack as it found it.
type program struct {
	rand *rand.Rand
	code []byte
	// targets are the addresses it may call, ask about or pay.
	targets []common.Address
}

func (p *program) op(ops ...vm.OpCode) *program {
	for _, op := range ops {
		p.code = append(p.code, byte(op))
	}
	return p
}

func (p *program) push(n uint64) *program { return p.pushBytes(new(big.Int).SetUint64(n).Bytes()) }

func (p *program) pushBytes(b []byte) *program {
	if len(b) == 0 {
		return p.op(vm.PUSH0)
	}
	p.op(vm.PUSH0 + vm.OpCode(len(b)))
	p.code = append(p.code, b...)
	return p
}

func (p *program) pushAddress(a common.Address) *program { return p.pushBytes(a[:]) }

func (p *program) target() common.Address { return p.targets[p.rand.IntN(len(p.targets))] }

// randomProgram returns code of a few random snippets.
func randomProgram(r *rand.Rand, targets []common.Address) []byte {
	p := &program{rand: r, targets: targets}
	for range 1 + r.IntN(7) {
		p.snippet()
	}
	p.end()
	return p.code
}

// snippet adds one random thing to do.
func (p *program) snippet() {
	snippets := []func(){
		p.store, p.store, p.store, p.increment, p.context, p.ask, p.blockHash, p.transient, p.emit, p.emit,
		p.call, p.call, p.call, p.create, p.create2, p.create2, p.memory,
	}
	snippets[p.rand.IntN(len(snippets))]()
}

// end finishes the code: with a plain stop, a return, or one of the ways to fail.
func (p *program) end() {
	switch p.rand.IntN(14) {
	case 0:
		p.push(0xdead).op(vm.PUSH0, vm.MSTORE).push(32).op(vm.PUSH0, vm.REVERT)
	case 1:
		p.op(vm.INVALID)
	case 2:
		p.pushAddress(p.target()).op(vm.SELFDESTRUCT)
	case 3: // until out of gas
		loop := uint64(len(p.code))
		p.op(vm.JUMPDEST).push(loop).op(vm.JUMP)
	case 4, 5, 6:
		p.slot().op(vm.SLOAD, vm.PUSH0, vm.MSTORE).push(32).op(vm.PUSH0, vm.RETURN)
	default:
		p.op(vm.STOP)
	}
}

func (p *program) slot() *program { return p.push(uint64(p.rand.IntN(6))) }

// value pushes something that depends on little or on much.
func (p *program) value() *program {
	switch p.rand.IntN(6) {
	case 0:
		return p.op(vm.PUSH0)
	case 1:
		return p.op(vm.PUSH0, vm.CALLDATALOAD)
	case 2:
		return p.slot().op(vm.SLOAD)
	case 3:
		return p.op(vm.CALLER)
	}
	return p.push(uint64(1 + p.rand.IntN(3)))
}

func (p *program) store() { p.value().slot().op(vm.SSTORE) }

func (p *program) increment() {
	slot := uint64(p.rand.IntN(6))
	p.push(slot).op(vm.SLOAD).push(1).op(vm.ADD).push(slot).op(vm.SSTORE)
}

// context stores something the block or the transaction says.
func (p *program) context() {
	ops := []vm.OpCode{
		vm.COINBASE, vm.TIMESTAMP, vm.NUMBER, vm.PREVRANDAO, vm.GASLIMIT, vm.BASEFEE, vm.BLOBBASEFEE, vm.CHAINID,
		vm.SELFBALANCE, vm.ORIGIN, vm.GASPRICE, vm.GAS, vm.CALLVALUE, vm.ADDRESS, vm.CODESIZE, vm.RETURNDATASIZE, vm.MSIZE,
	}
	p.op(ops[p.rand.IntN(len(ops))])
	if p.rand.IntN(4) == 0 {
		p.op(vm.CLZ)
	}
	p.slot().op(vm.SSTORE)
}

// ask stores something about another account, the fee recipient among them.
func (p *program) ask() {
	if p.rand.IntN(4) == 0 {
		p.op(vm.COINBASE)
	} else {
		p.pushAddress(p.target())
	}
	ops := []vm.OpCode{vm.BALANCE, vm.BALANCE, vm.EXTCODEHASH, vm.EXTCODESIZE}
	p.op(ops[p.rand.IntN(len(ops))]).slot().op(vm.SSTORE)
}

// blockHash stores the hash of a recent block, of the parent often.
func (p *program) blockHash() {
	back := []uint64{0, 1, 1, 2, 3, 5, 255, 256, 257, 1000}
	p.push(back[p.rand.IntN(len(back))]).op(vm.NUMBER, vm.SUB, vm.BLOCKHASH).slot().op(vm.SSTORE)
}

func (p *program) transient() {
	p.slot().op(vm.TLOAD).push(1).op(vm.ADD)
	p.op(vm.DUP1).slot().op(vm.TSTORE).slot().op(vm.SSTORE)
}

func (p *program) emit() {
	topics := p.rand.IntN(5)
	for range topics {
		p.value()
	}
	p.push(uint64(p.rand.IntN(70))).push(uint64(p.rand.IntN(32))).op(vm.LOG0 + vm.OpCode(topics))
}

func (p *program) memory() {
	p.value().push(uint64(p.rand.IntN(200))).op(vm.MSTORE)
	p.push(uint64(p.rand.IntN(64))).op(vm.PUSH0).push(uint64(p.rand.IntN(64))).op(vm.MCOPY)
}

// call calls another account in one of the four ways and may store whether it succeeded.
func (p *program) call() {
	p.push(uint64(p.rand.IntN(33))).op(vm.PUSH0).push(uint64(32 * p.rand.IntN(3))).op(vm.PUSH0) // out, in
	kinds := []vm.OpCode{vm.CALL, vm.CALL, vm.CALL, vm.CALLCODE, vm.DELEGATECALL, vm.STATICCALL}
	kind := kinds[p.rand.IntN(len(kinds))]
	if kind == vm.CALL || kind == vm.CALLCODE {
		p.push(uint64(max(0, p.rand.IntN(6)-3))) // often no value
	}
	if p.rand.IntN(10) == 0 {
		p.op(vm.COINBASE)
	} else {
		p.pushAddress(p.target())
	}
	if p.rand.IntN(4) == 0 {
		p.push(uint64(p.rand.IntN(30_000)))
	} else {
		p.op(vm.GAS)
	}
	if p.op(kind); p.rand.IntN(2) == 0 {
		p.op(vm.POP)
		return
	}
	p.slot().op(vm.SSTORE)
}

func (p *program) create() {
	init := p.initCode()
	p.pushBytes(init).op(vm.PUSH0, vm.MSTORE)
	p.push(uint64(len(init))).push(uint64(32 - len(init))).push(uint64(p.rand.IntN(2))).op(vm.CREATE).slot().op(vm.SSTORE)
}

// create2 creates at one of few addresses, so that they collide, and calls what is there.
func (p *program) create2() {
	init := p.initCode()
	p.pushBytes(init).op(vm.PUSH0, vm.MSTORE)
	p.push(uint64(p.rand.IntN(2))).push(uint64(len(init))).push(uint64(32 - len(init))).push(uint64(p.rand.IntN(2))).op(vm.CREATE2)
	if p.rand.IntN(2) == 0 { // call it, with all there is
		p.op(vm.PUSH0, vm.PUSH0, vm.PUSH0, vm.PUSH0).push(uint64(p.rand.IntN(2))).op(vm.DUP6, vm.GAS, vm.CALL, vm.POP)
	}
	p.slot().op(vm.SSTORE)
}

// initCode returns code of a new contract, at most 32 bytes.
func (p *program) initCode() []byte {
	runtimes := [][]byte{
		{byte(vm.CALLER), byte(vm.SELFDESTRUCT)},
		{byte(vm.PUSH0), byte(vm.SLOAD), byte(vm.PUSH1), 1, byte(vm.ADD), byte(vm.PUSH0), byte(vm.SSTORE)},
		{byte(vm.ADDRESS), byte(vm.SELFDESTRUCT)},
		{0xef, 0},
		{},
	}
	runtime := runtimes[p.rand.IntN(len(runtimes))]
	c := &program{rand: p.rand}
	switch p.rand.IntN(8) {
	case 0:
		return c.op(vm.PUSH0, vm.PUSH0, vm.REVERT).code
	case 1:
		return c.op(vm.CALLER, vm.SELFDESTRUCT).code
	case 2:
		return c.push(7).op(vm.PUSH0, vm.SSTORE, vm.COINBASE, vm.SELFDESTRUCT).code
	case 3, 4:
		c.push(9).push(uint64(p.rand.IntN(3))).op(vm.SSTORE)
	}
	return append(c.code, deploys(runtime)...)
}

// deploys returns init code for the runtime code of at most 31 bytes.
func deploys(runtime []byte) []byte {
	c := new(program)
	c.pushBytes(runtime).op(vm.PUSH0, vm.MSTORE)
	return c.push(uint64(len(runtime))).push(uint64(32 - len(runtime))).op(vm.RETURN).code
}

// deploysLong returns init code for any runtime code.
func deploysLong(runtime []byte) []byte {
	c := new(program)
	c.push(uint64(len(runtime))).op(vm.DUP1)
	// PUSH1 offset of the runtime; the rest is PUSH0 CODECOPY PUSH0 RETURN
	c.op(vm.PUSH1, 0, vm.PUSH0, vm.CODECOPY, vm.PUSH0, vm.RETURN)
	c.code[len(c.code)-5] = byte(len(c.code))
	return append(c.code, runtime...)
}

// token is a minimal token: the first word of the call data is the receiver, the second
// the amount. It reverts if the caller has too little.
func token() []byte {
	p := new(program)
	p.push(32).op(vm.CALLDATALOAD, vm.CALLER, vm.SLOAD)   // amount have
	p.op(vm.DUP1, vm.DUP3, vm.GT)                         // amount have amount>have
	jump := len(p.code) + 1                               // where the destination goes
	p.op(vm.PUSH1, 0, vm.JUMPI)                           // amount have
	p.op(vm.DUP2, vm.SWAP1, vm.SUB, vm.CALLER, vm.SSTORE) // amount
	p.op(vm.DUP1, vm.PUSH0, vm.CALLDATALOAD, vm.SLOAD, vm.ADD, vm.PUSH0, vm.CALLDATALOAD, vm.SSTORE)
	p.op(vm.PUSH0, vm.MSTORE, vm.PUSH0, vm.CALLDATALOAD, vm.CALLER).push(32).op(vm.PUSH0, vm.LOG2, vm.STOP)
	p.code[jump] = byte(len(p.code))
	p.op(vm.JUMPDEST, vm.PUSH0, vm.PUSH0, vm.REVERT)
	return p.code
}

// payer pays 1 wei to the account in the first word of the call data.
func payer() []byte {
	p := new(program)
	p.op(vm.PUSH0, vm.PUSH0, vm.PUSH0, vm.PUSH0).push(1).op(vm.PUSH0, vm.CALLDATALOAD, vm.GAS, vm.CALL, vm.STOP)
	return p.code
}

// create2Address is where a contract lands that the creator makes with the salt.
func create2Address(creator common.Address, salt uint64, init []byte) common.Address {
	return crypto.CreateAddress2(creator, common.BigToHash(new(big.Int).SetUint64(salt)), crypto.Keccak256(init))
}

// specials are accounts that clients treat in a way of their own.
func specials() []common.Address {
	out := []common.Address{
		params.HistoryStorageAddress, params.BeaconRootsAddress, params.WithdrawalQueueAddress, params.ConsolidationQueueAddress,
		params.SystemAddress,
	}
	for i := byte(1); i <= 0x11; i++ {
		out = append(out, common.BytesToAddress([]byte{i}))
	}
	return append(out, common.BytesToAddress([]byte{1, 0})) // secp256r1
}
