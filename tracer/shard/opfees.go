package shard

import (
	"encoding/binary"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/tracing"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"
	"github.com/holiman/uint256"

	"github.com/ssequencer/ssequencer/chains"
)

// Slots of the L1Block predeploy that the fees are computed from.
const (
	slotL1BaseFee     = 1
	slotScalars       = 3 // base fee scalar and blob base fee scalar, beside the sequence number
	slotOldOverhead   = 5
	slotOldScalar     = 6
	slotL1BlobBaseFee = 7
	slotOperatorFee   = 8
)

// storage is what fees are read from.
type storage interface {
	GetState(addr common.Address, slot common.Hash) common.Hash
}

// opFees are the prices of one block of an OP Stack chain beside the base fee: what L1
// costs, and what the chain's operator takes. The L1 attributes deposit sets them, and
// they hold from the first transaction that is not a deposit to the end of the block.
type opFees struct {
	fork                             chains.OPFork
	l1BaseFee, l1BlobBaseFee         *big.Int
	baseFeeScalar, blobBaseFeeScalar *big.Int
	operatorScalar, operatorConstant *big.Int

	// old holds where the attributes of Ecotone were never written: the formula of the
	// forks before it is used then, which knows an overhead and one scalar.
	old                    bool
	oldOverhead, oldScalar *big.Int
}

// readOPFees reads the prices out of the predeploy.
func readOPFees(fork chains.OPFork, db storage) *opFees {
	word := func(slot byte) common.Hash { return db.GetState(chains.L1BlockAddress, common.Hash{31: slot}) }
	scalars, blobBaseFee := word(slotScalars), word(slotL1BlobBaseFee)
	f := &opFees{
		fork: fork, l1BaseFee: word(slotL1BaseFee).Big(), l1BlobBaseFee: blobBaseFee.Big(),
		baseFeeScalar: uint32At(scalars, 16), blobBaseFeeScalar: uint32At(scalars, 20),
		operatorScalar: new(big.Int), operatorConstant: new(big.Int),
	}
	if f.l1BlobBaseFee.Sign() == 0 && f.baseFeeScalar.Sign() == 0 && f.blobBaseFeeScalar.Sign() == 0 {
		f.old, f.oldOverhead, f.oldScalar = true, word(slotOldOverhead).Big(), word(slotOldScalar).Big()
	}
	if fork >= chains.Isthmus {
		operator := word(slotOperatorFee)
		f.operatorScalar = uint32At(operator, 20)
		f.operatorConstant.SetUint64(binary.BigEndian.Uint64(operator[24:]))
	}
	return f
}

func uint32At(word common.Hash, at int) *big.Int {
	return new(big.Int).SetUint64(uint64(binary.BigEndian.Uint32(word[at:])))
}

// txSize is what a transaction takes of the data on L1.
type txSize struct {
	tx       *chains.Tx
	calldata uint64 // gas it would cost as calldata before EIP-7623
	daScaled uint64 // see daSizeScaled
}

func newTxSize(tx *chains.Tx) *txSize {
	raw := signedForm(tx)
	return &txSize{tx: tx, calldata: calldataGas(raw), daScaled: daSizeScaled(raw)}
}

// size returns the transaction's size, which is asked for more than once in turn.
func (b *block) size(tx *chains.Tx) *txSize {
	if b.sized == nil || b.sized.tx != tx {
		b.sized = newTxSize(tx)
	}
	return b.sized
}

// l1 returns what a transaction pays for its place in the data on L1.
func (f *opFees) l1(size *txSize) *big.Int {
	if f.old {
		gas := new(big.Int).SetUint64(size.calldata)
		gas.Add(gas, f.oldOverhead)
		gas.Mul(gas, f.l1BaseFee).Mul(gas, f.oldScalar)
		return gas.Div(gas, big.NewInt(1_000_000))
	}
	// Price of 16 compressed bytes, in millionths of a wei: calldata at 16 gas, or blobs.
	price := new(big.Int).Mul(f.l1BaseFee, f.baseFeeScalar)
	price.Mul(price, big.NewInt(int64(params.TxDataNonZeroGasEIP2028)))
	price.Add(price, new(big.Int).Mul(f.l1BlobBaseFee, f.blobBaseFeeScalar))
	if f.fork < chains.Fjord {
		price.Mul(price, new(big.Int).SetUint64(size.calldata))
		return price.Div(price, big.NewInt(16*1_000_000))
	}
	price.Mul(price, new(big.Int).SetUint64(size.daScaled))
	return price.Div(price, big.NewInt(daScale*1_000_000))
}

// calldataGas is what the bytes would cost as calldata on L1 before EIP-7623.
func calldataGas(raw []byte) uint64 {
	var gas uint64
	for _, b := range raw {
		if b == 0 {
			gas += params.TxDataZeroGas
		} else {
			gas += params.TxDataNonZeroGasEIP2028
		}
	}
	return gas
}

// operator returns what the chain's operator takes for so much gas.
func (f *opFees) operator(gas uint64) *big.Int {
	if f.fork < chains.Isthmus {
		return new(big.Int)
	}
	fee := new(big.Int).Mul(new(big.Int).SetUint64(gas), f.operatorScalar)
	if f.fork >= chains.Jovian {
		fee.Mul(fee, big.NewInt(100))
	} else {
		fee.Div(fee, big.NewInt(1_000_000))
	}
	return fee.Add(fee, f.operatorConstant)
}

// opCharge is what one transaction pays beside its gas.
type opCharge struct {
	fees *opFees
	l1   *uint256.Int
}

// charge returns what the transaction pays.
func (f *opFees) charge(size *txSize) (*opCharge, error) {
	l1, overflow := uint256.FromBig(f.l1(size))
	if overflow {
		return nil, fmt.Errorf("%w: L1 fee of transaction %s exceeds 256 bits", ErrRules, size.tx.Hash())
	}
	return &opCharge{fees: f, l1: l1}, nil
}

// upfront is the most that the transaction will have to pay.
func (c *opCharge) upfront(gasLimit uint64) *uint256.Int {
	operator := uint256.MustFromBig(c.fees.operator(gasLimit)) // below 2^103
	return operator.Add(operator, c.l1)
}

// signedForm returns the encoding that fees are computed from. That of an unsigned
// transaction gets a made-up signature, which compresses as badly as any other.
func signedForm(tx *chains.Tx) []byte {
	if !unsigned(tx) {
		return tx.Raw()
	}
	signature := make([]byte, crypto.SignatureLength)
	for i := 0; i < 64; i += 32 {
		copy(signature[i:], crypto.Keccak256([]byte{byte(i)}, tx.Raw()))
	}
	signed, err := tx.Inner().WithSignature(types.LatestSignerForChainID(tx.ChainID().Big()), signature)
	if err != nil {
		return tx.Raw()
	}
	raw, err := signed.MarshalBinary()
	if err != nil {
		return tx.Raw()
	}
	return raw
}

// applyCharged is core.ApplyMessage for a transaction that pays the fees of the OP Stack,
// and spreads them to their vaults.
func applyCharged(evm *vm.EVM, msg *core.Message, gas *core.GasPool, c *opCharge) (*core.ExecutionResult, error) {
	db, limit := evm.StateDB, c.upfront(msg.GasLimit)
	if have := db.GetBalance(msg.From); have.Lt(limit) {
		if _, err := core.ApplyMessage(evm, msg, gas); err != nil { // a wrong nonce is told first
			return nil, err
		}
		return nil, fmt.Errorf("%w: address %s have %v, want %v for L1 and operator fees alone", core.ErrInsufficientFunds, msg.From, have, limit)
	}
	db.SubBalance(msg.From, limit, tracing.BalanceDecreaseGasBuy)
	result, err := core.ApplyMessage(evm, msg, gas)
	if err != nil {
		return nil, err
	}
	used := c.upfront(result.UsedGas)
	db.AddBalance(msg.From, new(uint256.Int).Sub(limit, used), tracing.BalanceIncreaseGasReturn)

	burnt := new(uint256.Int).Mul(uint256.NewInt(result.UsedGas), uint256.MustFromBig(evm.Context.BaseFee))
	db.AddBalance(chains.BaseFeeVault, burnt, tracing.BalanceIncreaseRewardTransactionFee)
	db.AddBalance(chains.L1FeeVault, c.l1, tracing.BalanceIncreaseRewardTransactionFee)
	if c.fees.fork >= chains.Isthmus {
		db.AddBalance(chains.OperatorFeeVault, used.Sub(used, c.l1), tracing.BalanceIncreaseRewardTransactionFee)
	}
	return result, nil
}
