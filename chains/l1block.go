package chains

import (
	"encoding/binary"

	"github.com/ethereum/go-ethereum/common"
)

// Slots of L1Block, the predeploy that L1 attributes deposits write to.
const (
	slotNumberTime  = 0 // number in the last eight bytes, timestamp before them
	slotBaseFee     = 1
	slotHash        = 2
	slotScalars     = 3 // sequence number, blob base fee scalar, base fee scalar, from the end
	slotBatcherHash = 4
	slotOverhead    = 5 // before Ecotone, as the next one
	slotScalar      = 6
	slotBlobBaseFee = 7
	slotOperatorFee = 8 // constant, scalar, footprint scalar, from the end
)

// ReadL1Attributes returns what the last L1 attributes deposit has left in the storage of
// L1Block, all zeros where there was none. ErrL1Attributes: the scalars that stand there from
// before Ecotone are of no known form. read returns one slot; its error ends the call.
func ReadL1Attributes(read func(slot common.Hash) (common.Hash, error)) (L1Attributes, error) {
	var words [slotOperatorFee + 1]common.Hash
	for _, slot := range []byte{slotNumberTime, slotBaseFee, slotHash, slotScalars, slotBatcherHash, slotOverhead, slotScalar, slotBlobBaseFee, slotOperatorFee} {
		var err error
		if words[slot], err = read(common.Hash{31: slot}); err != nil {
			return L1Attributes{}, err
		}
	}
	numberTime, scalars, operator := words[slotNumberTime], words[slotScalars], words[slotOperatorFee]
	a := L1Attributes{
		Origin: BlockRef{Number: binary.BigEndian.Uint64(numberTime[24:]), Hash: words[slotHash]}, Time: binary.BigEndian.Uint64(numberTime[16:]),
		BaseFee: words[slotBaseFee].Big(), BlobBaseFee: words[slotBlobBaseFee].Big(), BatcherHash: words[slotBatcherHash],
		Sequence: binary.BigEndian.Uint64(scalars[24:]), BlobBaseFeeScalar: binary.BigEndian.Uint32(scalars[20:]), BaseFeeScalar: binary.BigEndian.Uint32(scalars[16:]),
		OperatorFeeConstant: binary.BigEndian.Uint64(operator[24:]), OperatorFeeScalar: binary.BigEndian.Uint32(operator[20:]),
		DAFootprintScalar: binary.BigEndian.Uint16(operator[18:]), Overhead: words[slotOverhead], Scalar: words[slotScalar],
	}
	if a.BlobBaseFee.Sign() == 0 && a.BaseFeeScalar == 0 && a.BlobBaseFeeScalar == 0 { // Ecotone's were never written
		return a, a.setScalars()
	}
	return a, nil
}
