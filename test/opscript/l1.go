package opscript

import (
	"encoding/binary"
	"math/big"
	"sync/atomic"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"

	"github.com/ssequencer/ssequencer/chains"
)

// l1BlockTime is the time between blocks of the made-up L1, in seconds.
const l1BlockTime = 12

// L1 is a made-up L1: block n has a time, a hash that follows from n and the branch, and
// nothing else. It is safe for concurrent use.
type L1 struct {
	GenesisTime uint64
	branch      atomic.Uint64
}

// Reorg gives every block another hash.
func (l *L1) Reorg() { l.branch.Add(1) }

func (l *L1) word(name string, number uint64) common.Hash {
	return crypto.Keccak256Hash([]byte(name), binary.BigEndian.AppendUint64(nil, number), binary.BigEndian.AppendUint64(nil, l.branch.Load()))
}

func (l *L1) hash(number uint64) common.Hash { return l.word("hash", number) }

// Block returns a block's name.
func (l *L1) Block(number uint64) chains.BlockRef {
	return chains.BlockRef{Number: number, Hash: l.hash(number)}
}

// next returns the origin and the sequence number of the block after parent: the next L1
// block as soon as it is not later than the block.
func (l *L1) next(parent *Block, timestamp uint64) (origin, sequence uint64) {
	if parent.Number > 0 && l.GenesisTime+(parent.Origin+1)*l1BlockTime > timestamp {
		return parent.Origin, parent.Sequence + 1
	}
	if parent.Number == 0 {
		return 0, 0
	}
	return parent.Origin + 1, 0
}

func (l *L1) attributes(number, sequence uint64) *chains.L1Attributes {
	return &chains.L1Attributes{
		Origin: l.Block(number), Time: l.GenesisTime + number*l1BlockTime, BaseFee: big.NewInt(params.GWei), BlobBaseFee: big.NewInt(1),
		Sequence: sequence, BatcherHash: common.Hash{31: 1}, BaseFeeScalar: 1368, BlobBaseFeeScalar: 810949,
	}
}

// derivedFrom reads what a block derives from out of the call that writes its L1
// attributes.
func (b *Block) derivedFrom(input []byte) {
	to := chains.L1BlockAddress
	tx, err := chains.NewDepositTx(1, &chains.Deposit{From: chains.L1AttributesSender, To: &to, Value: new(big.Int), Data: input})
	if err != nil {
		return
	}
	if a, _, err := chains.ParseL1Attributes(tx); err == nil {
		b.attributes, b.Origin, b.Sequence = *a, a.Origin.Number, a.Sequence
	}
}
