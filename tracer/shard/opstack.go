package shard

import (
	"errors"
	"maps"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/state"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/params"

	"github.com/ssequencer/ssequencer/chains"
)

// p256Address is where the OP Stack had the P-256 verifier before Ethereum, which has
// taken the address over.
var p256Address = common.BytesToAddress([]byte{1, 0})

// p256Gas is its price until Karst, when Ethereum's own holds.
const p256Gas = 3450

// Longest inputs of precompiles in bytes, which proofs of a chain's blocks need.
const (
	pairingGranite, pairingJovian, pairingKarst = 112_687, 81_984, 57_600
	g1Isthmus, g1Jovian                         = 513_760, 288_960
	g2Isthmus, g2Jovian                         = 488_448, 278_784
	blsPairingIsthmus, blsPairingJovian         = 235_008, 156_672
)

// errInputTooLong is how a bounded precompile fails. The words are seen by nobody.
var errInputTooLong = errors.New("input longer than the OP Stack allows")

// bounded is a precompile that fails for long inputs.
type bounded struct {
	vm.PrecompiledContract
	most int
}

// Run implements vm.PrecompiledContract.
func (b bounded) Run(input []byte) ([]byte, error) {
	if len(input) > b.most {
		return nil, errInputTooLong
	}
	return b.PrecompiledContract.Run(input)
}

// priced is a precompile with a fixed price of its own.
type priced struct {
	vm.PrecompiledContract
	gas uint64
}

// RequiredGas implements vm.PrecompiledContract.
func (p priced) RequiredGas([]byte) uint64 { return p.gas }

// precompiles returns those of a fork of the OP Stack, nil where Ethereum's hold.
func precompiles(fork chains.OPFork) vm.PrecompiledContracts {
	if fork < chains.Fjord {
		return nil
	}
	out := maps.Clone(vm.PrecompiledContractsCancun)
	switch {
	case fork >= chains.Karst:
		out = maps.Clone(vm.PrecompiledContractsOsaka)
	case fork >= chains.Isthmus:
		out = maps.Clone(vm.PrecompiledContractsPrague)
	}
	if fork < chains.Karst {
		out[p256Address] = priced{vm.PrecompiledContractsOsaka[p256Address], p256Gas}
	}
	bound := func(number byte, most int) {
		addr := common.BytesToAddress([]byte{number})
		out[addr] = bounded{out[addr], most}
	}
	switch {
	case fork >= chains.Karst:
		bound(8, pairingKarst)
	case fork >= chains.Jovian:
		bound(8, pairingJovian)
	case fork >= chains.Granite:
		bound(8, pairingGranite)
	}
	switch {
	case fork >= chains.Jovian:
		bound(0x0c, g1Jovian)
		bound(0x0e, g2Jovian)
		bound(0x0f, blsPairingJovian)
	case fork >= chains.Isthmus:
		bound(0x0c, g1Isthmus)
		bound(0x0e, g2Isthmus)
		bound(0x0f, blsPairingIsthmus)
	}
	return out
}

// warmAtStart returns the precompile that is warm at the start of a transaction of the
// fork and that go-ethereum does not know of.
func warmAtStart(fork chains.OPFork) (common.Address, bool) {
	return p256Address, fork >= chains.Fjord && fork < chains.Karst
}

// opState is a StateDB on which the transactions of a fork start as they do there.
type opState struct {
	*state.StateDB
	fork chains.OPFork
}

// Prepare implements vm.StateDB.
func (s opState) Prepare(rules params.Rules, sender, coinbase common.Address, to *common.Address, precompiles []common.Address, list types.AccessList) {
	s.StateDB.Prepare(rules, sender, coinbase, to, precompiles, list)
	if addr, ok := warmAtStart(s.fork); ok {
		s.AddAddressToAccessList(addr)
	}
}

// feeMarket returns the EIP-1559 parameters that a block carries.
func feeMarket(op *chains.OPStack, timestamp uint64, extra []byte) (chains.FeeMarket, error) {
	if fork := op.Fork(timestamp); fork >= chains.Holocene {
		return chains.ParseExtraData(fork, extra)
	}
	return op.FeeMarket(), nil
}

// nextBaseFee returns the base fee of the block after head.
func nextBaseFee(op *chains.OPStack, head *Head) *big.Int {
	fork := op.Fork(head.Timestamp)
	market, err := feeMarket(op, head.Timestamp, head.ExtraData)
	if err != nil { // not reachable: Reset and Begin have looked at it
		market = op.FeeMarket()
	}
	used, target := head.GasUsed, head.GasLimit/market.Elasticity
	if fork >= chains.Jovian {
		used = max(used, head.BlobGasUsed)
	}
	fee := adjusted(head.BaseFee, used, target, market.Denominator)
	if least := new(big.Int).SetUint64(market.MinBaseFee); fee.Cmp(least) < 0 {
		return least
	}
	return fee
}

// adjusted moves the base fee by the distance of used gas from the target, as EIP-1559
// has it: upwards by at least 1.
func adjusted(baseFee *big.Int, used, target, denominator uint64) *big.Int {
	if used == target || target == 0 {
		return new(big.Int).Set(baseFee)
	}
	delta := new(big.Int).SetUint64(max(used, target) - min(used, target))
	delta.Mul(delta, baseFee)
	delta.Div(delta, new(big.Int).SetUint64(target))
	delta.Div(delta, new(big.Int).SetUint64(denominator))
	if used < target {
		return delta.Sub(baseFee, delta)
	}
	if delta.Sign() == 0 {
		delta.SetUint64(1)
	}
	return delta.Add(baseFee, delta)
}
