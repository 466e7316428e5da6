package l1

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ssequencer/ssequencer/chains"
)

// configUpdateTopic is the first topic of the logs by which a chain's SystemConfig on L1
// changes it: keccak256("ConfigUpdate(uint256,uint8,bytes)").
var configUpdateTopic = common.HexToHash("0x1d2b0bda21d56b8bd12d4f94ebacffdfb35f5e226f84b461103bb8beab6353be")

// ErrConfigUpdate: a log of a SystemConfig has no known form.
var ErrConfigUpdate = errors.New("not a configuration update of a known form")

// What an update changes, and in how many words it says so.
const (
	batcherUpdate = iota
	feeScalarsUpdate
	gasLimitUpdate
	blockSignerUpdate
	feeMarketUpdate
	operatorFeeUpdate
	minBaseFeeUpdate
	daScalarUpdate

	feeScalarsWords = 2 // the others have 1
)

// configuration is what L1 can change about a chain, and a block hands on to the next one.
type configuration struct {
	chains.L1Attributes
	gasLimit uint64
	market   chains.FeeMarket // denominator and elasticity both 0: the chain's own
}

// update applies what a log of the chain's SystemConfig says, or leaves everything as it
// is and says why.
func (c *configuration) update(log *types.Log) error {
	if len(log.Topics) == 0 || log.Topics[0] != configUpdateTopic {
		return nil // another kind of event
	}
	if len(log.Topics) != 3 || log.Topics[1] != (common.Hash{}) {
		return fmt.Errorf("%w: topics %v", ErrConfigUpdate, log.Topics)
	}
	kind := log.Topics[2].Big()
	if !kind.IsUint64() {
		return fmt.Errorf("%w: kind %v", ErrConfigUpdate, kind)
	}
	words := 1
	if kind.Uint64() == feeScalarsUpdate {
		words = feeScalarsWords
	}
	if kind.Uint64() == blockSignerUpdate { // of no concern to the chain's blocks
		return nil
	}
	value, err := lastWord(log.Data, words)
	if err != nil {
		return err
	}
	if !c.set(kind.Uint64(), value) {
		return fmt.Errorf("%w: kind %v, %x", ErrConfigUpdate, kind, value)
	}
	return nil
}

// lastWord returns the last word of an argument of dynamic length.
func lastWord(data []byte, words int) (value [32]byte, err error) {
	head := append(common.BigToHash(big.NewInt(32)).Bytes(), common.BigToHash(big.NewInt(int64(32*words))).Bytes()...)
	if len(data) != len(head)+32*words || string(data[:len(head)]) != string(head) {
		return value, fmt.Errorf("%w: data %x", ErrConfigUpdate, data)
	}
	return [32]byte(data[len(data)-32:]), nil
}

// set changes one thing, and reports whether kind and value are of a known form.
func (c *configuration) set(kind uint64, value [32]byte) bool {
	number := new(big.Int).SetBytes(value[:])
	switch kind {
	case batcherUpdate:
		if number.BitLen() > 8*common.AddressLength {
			return false
		}
		c.BatcherHash = value
	case feeScalarsUpdate:
		return c.setFeeScalars(value)
	case gasLimitUpdate:
		return setUint64(&c.gasLimit, number)
	case feeMarketUpdate:
		denominator, elasticity := binary.BigEndian.Uint32(value[24:]), binary.BigEndian.Uint32(value[28:])
		if (denominator == 0) != (elasticity == 0) {
			return false
		}
		c.market.Denominator, c.market.Elasticity = uint64(denominator), uint64(elasticity)
	case operatorFeeUpdate:
		c.OperatorFeeScalar, c.OperatorFeeConstant = binary.BigEndian.Uint32(value[20:]), binary.BigEndian.Uint64(value[24:])
	case minBaseFeeUpdate:
		return setUint64(&c.market.MinBaseFee, number)
	case daScalarUpdate:
		if number.BitLen() > 16 {
			return false
		}
		c.DAFootprintScalar = uint16(number.Uint64())
	default:
		return false
	}
	return true
}

// setFeeScalars reads the scalars in either of their forms: the one of before Ecotone has
// no scalar for blobs. One of an unknown form is passed over by rule.
func (c *configuration) setFeeScalars(value [32]byte) bool {
	const bedrock, ecotone = 0, 1
	number := new(big.Int).SetBytes(value[1:])
	switch {
	case value[0] == bedrock && number.BitLen() <= 32, value[0] == ecotone && number.BitLen() <= 64:
		c.BlobBaseFeeScalar, c.BaseFeeScalar = binary.BigEndian.Uint32(value[24:]), binary.BigEndian.Uint32(value[28:])
		return true
	}
	return false
}

func setUint64(at *uint64, number *big.Int) bool {
	if number.BitLen() > 64 {
		return false
	}
	*at = number.Uint64()
	return true
}
