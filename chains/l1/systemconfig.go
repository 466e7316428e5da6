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
// is and says why. fork is the one at the time of the log's L1 block.
func (c *configuration) update(log *types.Log, fork chains.OPFork) error {
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
	if kind.Uint64() == blockSignerUpdate { // of no concern to the chain's blocks
		return nil
	}
	known := false
	if kind.Uint64() == feeScalarsUpdate {
		words, err := argument(log.Data, feeScalarsWords)
		if err != nil {
			return err
		}
		known = c.setFeeScalars(fork, words[0], words[1])
	} else {
		words, err := argument(log.Data, 1)
		if err != nil {
			return err
		}
		known = c.set(kind.Uint64(), words[0])
	}
	if !known {
		return fmt.Errorf("%w: kind %v, %x", ErrConfigUpdate, kind, log.Data)
	}
	return nil
}

// argument returns the words of an argument of dynamic length.
func argument(data []byte, count int) ([]common.Hash, error) {
	head := append(common.BigToHash(big.NewInt(32)).Bytes(), common.BigToHash(big.NewInt(int64(32*count))).Bytes()...)
	if len(data) != len(head)+32*count || string(data[:len(head)]) != string(head) {
		return nil, fmt.Errorf("%w: data %x", ErrConfigUpdate, data)
	}
	words := make([]common.Hash, count)
	for i := range words {
		words[i] = common.Hash(data[len(head)+32*i:])
	}
	return words, nil
}

// set changes one thing, and reports whether kind and value are of a known form.
func (c *configuration) set(kind uint64, value common.Hash) bool {
	number := new(big.Int).SetBytes(value[:])
	switch kind {
	case batcherUpdate:
		if number.BitLen() > 8*common.AddressLength {
			return false
		}
		c.BatcherHash = value
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

// setFeeScalars takes over what the L1 fee is computed with. Since Ecotone words that are not
// of one of the two known forms are passed over by rule; before, nobody looks at them.
func (c *configuration) setFeeScalars(fork chains.OPFork, overhead, scalar common.Hash) bool {
	baseFee, blobBaseFee, err := chains.FeeScalars(scalar)
	if fork >= chains.Ecotone {
		padded := scalar[0] == 0 && new(big.Int).SetBytes(scalar[:]).BitLen() > 32
		if err != nil || padded {
			return false
		}
		overhead = common.Hash{}
	}
	c.Overhead, c.Scalar = overhead, scalar
	if err == nil {
		c.BaseFeeScalar, c.BlobBaseFeeScalar = baseFee, blobBaseFee
	}
	return true
}

func setUint64(at *uint64, number *big.Int) bool {
	if number.BitLen() > 64 {
		return false
	}
	*at = number.Uint64()
	return true
}
