package chains

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
)

// L1Attributes are what the first transaction of every block of the OP Stack tells the
// chain about L1 and about the chain's own fees.
type L1Attributes struct {
	Origin      BlockRef // L1 block the block derives from
	Time        uint64   // of the L1 block, unix seconds
	BaseFee     *big.Int // of the L1 block, wei
	BlobBaseFee *big.Int // of the L1 block, wei
	Sequence    uint64   // number of blocks before this one with the same origin
	BatcherHash common.Hash

	// Since Ecotone. Of older attributes they are what Scalar says, for the next block.
	BaseFeeScalar, BlobBaseFeeScalar uint32
	// What was in their place before, and still is in the first block of Ecotone.
	Overhead, Scalar common.Hash

	OperatorFeeScalar   uint32 // since Isthmus
	OperatorFeeConstant uint64 // since Isthmus
	DAFootprintScalar   uint16 // since Jovian; 0 means 400 in what is encoded
}

// ErrL1Attributes: a transaction is not an L1 attributes deposit of a known form.
var ErrL1Attributes = errors.New("not L1 attributes")

// attributesGas is the gas limit of the L1 attributes deposit.
const attributesGas = 1_000_000

// defaultDAFootprintScalar stands for a scalar of 0.
const defaultDAFootprintScalar = 400

// The form of the call of L1Block depends on the fork; since Ecotone each one extends the
// one before.
const (
	oldAttributesLen     = 4 + 8*32
	ecotoneAttributesLen = 4 + 5*32
	isthmusAttributesLen = ecotoneAttributesLen + 4 + 8
	jovianAttributesLen  = isthmusAttributesLen + 2
)

func attributesSelector(form OPFork) []byte {
	switch {
	case form >= Jovian:
		return []byte{0x3d, 0xb6, 0xbe, 0x2b} // setL1BlockValuesJovian()
	case form >= Isthmus:
		return []byte{0x09, 0x89, 0x99, 0xbe} // setL1BlockValuesIsthmus()
	case form >= Ecotone:
		return []byte{0x44, 0x0a, 0x5e, 0x20} // setL1BlockValuesEcotone()
	}
	return []byte{0x01, 0x5d, 0x8e, 0xb9} // setL1BlockValues(uint64,uint64,uint256,bytes32,uint64,bytes32,uint256,uint256)
}

// Deposit returns the deposit that writes the attributes on the chain, in the form of the
// given fork. The first block of a fork uses the form of its parent, since it is this
// block's upgrade transactions that change L1Block.
func (a *L1Attributes) Deposit(chain ChainID, form OPFork) (*Tx, error) {
	to := L1BlockAddress
	return NewDepositTx(chain, &Deposit{
		SourceHash: AttributesSource(a.Origin.Hash, a.Sequence), From: L1AttributesSender, To: &to,
		Value: new(big.Int), Gas: attributesGas, Data: a.encode(form),
	})
}

// encodeOld returns the call of before Ecotone.
func (a *L1Attributes) encodeOld() []byte {
	number := func(n uint64) common.Hash { return common.BigToHash(new(big.Int).SetUint64(n)) }
	data := attributesSelector(TooOld)
	for _, word := range []common.Hash{
		number(a.Origin.Number), number(a.Time), common.BigToHash(a.BaseFee), a.Origin.Hash, number(a.Sequence), a.BatcherHash, a.Overhead, a.Scalar,
	} {
		data = append(data, word[:]...)
	}
	return data
}

func (a *L1Attributes) encode(form OPFork) []byte {
	if form < Ecotone {
		return a.encodeOld()
	}
	data := make([]byte, 0, jovianAttributesLen)
	data = append(data, attributesSelector(form)...)
	data = binary.BigEndian.AppendUint32(data, a.BaseFeeScalar)
	data = binary.BigEndian.AppendUint32(data, a.BlobBaseFeeScalar)
	for _, n := range []uint64{a.Sequence, a.Time, a.Origin.Number} {
		data = binary.BigEndian.AppendUint64(data, n)
	}
	data = append(data, common.BigToHash(a.BaseFee).Bytes()...)
	data = append(data, common.BigToHash(a.BlobBaseFee).Bytes()...)
	data = append(append(data, a.Origin.Hash[:]...), a.BatcherHash[:]...)
	if form >= Isthmus {
		data = binary.BigEndian.AppendUint32(data, a.OperatorFeeScalar)
		data = binary.BigEndian.AppendUint64(data, a.OperatorFeeConstant)
	}
	if form >= Jovian {
		scalar := a.DAFootprintScalar
		if scalar == 0 {
			scalar = defaultDAFootprintScalar
		}
		data = binary.BigEndian.AppendUint16(data, scalar)
	}
	return data
}

// Origin returns the L1 block that a block of a chain of the OP Stack derives from, by its
// first transaction. A block that says nothing of it is ErrL1Attributes.
func (p *Payload) Origin() (BlockRef, error) {
	if len(p.Transactions) == 0 {
		return BlockRef{}, fmt.Errorf("%w: block %d has no transactions", ErrL1Attributes, p.Number)
	}
	return OriginOf(p.ChainID, p.Transactions[0])
}

// OriginOf returns the L1 block that a block derives from whose first transaction, as it is encoded, is
// given. Anything but an L1 attributes deposit is an error: ErrL1Attributes, or of DecodeDeposit.
func OriginOf(chain ChainID, first []byte) (BlockRef, error) {
	tx, err := DecodeDeposit(chain, first)
	if err != nil {
		return BlockRef{}, err
	}
	attributes, _, err := ParseL1Attributes(tx)
	if err != nil {
		return BlockRef{}, err
	}
	return attributes.Origin, nil
}

// ParseL1Attributes reads the attributes out of a block's first transaction, and tells the
// fork whose form they have: TooOld, Ecotone, Isthmus or Jovian. Anything else is
// ErrL1Attributes.
func ParseL1Attributes(tx *Tx) (*L1Attributes, OPFork, error) {
	d := tx.Deposit()
	if d == nil || d.From != L1AttributesSender || d.To == nil || *d.To != L1BlockAddress {
		return nil, 0, fmt.Errorf("%w: transaction %s", ErrL1Attributes, tx.Hash())
	}
	form, ok := attributesForm(d.Data)
	if !ok {
		return nil, 0, fmt.Errorf("%w: unknown form %x", ErrL1Attributes, d.Data)
	}
	if form < Ecotone {
		a, err := parseOld(d.Data)
		return a, form, err
	}
	b := d.Data
	a := &L1Attributes{
		BaseFeeScalar: binary.BigEndian.Uint32(b[4:]), BlobBaseFeeScalar: binary.BigEndian.Uint32(b[8:]),
		Sequence: binary.BigEndian.Uint64(b[12:]), Time: binary.BigEndian.Uint64(b[20:]),
		Origin:  BlockRef{Number: binary.BigEndian.Uint64(b[28:]), Hash: common.BytesToHash(b[100:132])},
		BaseFee: new(big.Int).SetBytes(b[36:68]), BlobBaseFee: new(big.Int).SetBytes(b[68:100]), BatcherHash: common.BytesToHash(b[132:164]),
	}
	if form >= Isthmus {
		a.OperatorFeeScalar, a.OperatorFeeConstant = binary.BigEndian.Uint32(b[164:]), binary.BigEndian.Uint64(b[168:])
	}
	if form >= Jovian {
		a.DAFootprintScalar = binary.BigEndian.Uint16(b[176:])
	}
	return a, form, nil
}

// parseOld reads the call of before Ecotone.
func parseOld(data []byte) (*L1Attributes, error) {
	word := func(i int) common.Hash { return common.BytesToHash(data[4+32*i : 4+32*(i+1)]) }
	var numbers [3]uint64
	for i, at := range []int{0, 1, 4} {
		n := word(at).Big()
		if !n.IsUint64() {
			return nil, fmt.Errorf("%w: %v is too large", ErrL1Attributes, n)
		}
		numbers[i] = n.Uint64()
	}
	a := &L1Attributes{
		Origin: BlockRef{Number: numbers[0], Hash: word(3)}, Time: numbers[1], Sequence: numbers[2], BaseFee: word(2).Big(), BlobBaseFee: new(big.Int),
		BatcherHash: word(5), Overhead: word(6), Scalar: word(7),
	}
	return a, a.setScalars()
}

// setScalars makes the scalars of Ecotone out of what was there before.
func (a *L1Attributes) setScalars() (err error) {
	a.BaseFeeScalar, a.BlobBaseFeeScalar, err = FeeScalars(a.Scalar)
	return err
}

// FeeScalars reads the scalars of the L1 fee out of the word that a chain's configuration
// on L1 has for them. The form of before Ecotone has none for blobs, and what exceeds it is
// the largest scalar by rule. Another form is ErrL1Attributes.
func FeeScalars(word common.Hash) (baseFee, blobBaseFee uint32, err error) {
	const old, ecotone = 0, 1
	number := new(big.Int).SetBytes(word[1:])
	switch {
	case word[0] == old && number.BitLen() > 32:
		return math.MaxUint32, 0, nil
	case word[0] == old, word[0] == ecotone && number.BitLen() <= 64:
		return binary.BigEndian.Uint32(word[28:]), binary.BigEndian.Uint32(word[24:]), nil
	}
	return 0, 0, fmt.Errorf("%w: scalars %x", ErrL1Attributes, word)
}

func attributesForm(data []byte) (OPFork, bool) {
	for form, length := range map[OPFork]int{TooOld: oldAttributesLen, Ecotone: ecotoneAttributesLen, Isthmus: isthmusAttributesLen, Jovian: jovianAttributesLen} {
		if len(data) == length && bytes.HasPrefix(data, attributesSelector(form)) {
			return form, true
		}
	}
	return 0, false
}
