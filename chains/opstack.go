package chains

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/params"
)

// OPFork is an upgrade of the OP Stack. A later one is greater and holds all that came
// before it.
type OPFork uint8

// The upgrades that change what this service sees. Ethereum is the fork of a chain that
// is not of the OP Stack, TooOld of blocks before Ecotone: none of them is made, but the
// first block of Ecotone may follow on one.
const (
	Ethereum OPFork = iota
	TooOld
	Ecotone
	Fjord
	Granite
	Holocene
	Isthmus
	Jovian
	Karst
)

// String returns the fork's name in lower case.
func (f OPFork) String() string {
	names := [...]string{"ethereum", "too old", "ecotone", "fjord", "granite", "holocene", "isthmus", "jovian", "karst"}
	if int(f) < len(names) {
		return names[f]
	}
	return fmt.Sprintf("fork %d", uint8(f))
}

// Accounts of the protocol on every OP Stack chain.
var (
	L1BlockAddress     = common.HexToAddress("0x4200000000000000000000000000000000000015")
	BaseFeeVault       = common.HexToAddress("0x4200000000000000000000000000000000000019")
	L1FeeVault         = common.HexToAddress("0x420000000000000000000000000000000000001A")
	OperatorFeeVault   = common.HexToAddress("0x420000000000000000000000000000000000001b")
	SequencerFeeVault  = common.HexToAddress("0x4200000000000000000000000000000000000011")
	L1AttributesSender = common.HexToAddress("0xDeaDDEaDDeAdDeAdDEAdDEaddeAddEAdDEAd0001")
)

// OPStack says when a chain of the OP Stack has which rules: for each fork the first
// timestamp it holds at, nil for never. What came before Ecotone must be in force in the
// first block that is made.
type OPStack struct {
	Ecotone, Fjord, Granite, Holocene, Isthmus, Jovian, Karst *uint64

	// Denominator and Elasticity are the chain's EIP-1559 parameters where its blocks do
	// not carry any, before Holocene. Default 250 and 6.
	Denominator, Elasticity uint64
}

// ErrForks: the forks of a chain are not in order, or Ecotone is missing.
var ErrForks = errors.New("forks out of order")

func (o *OPStack) times() []*uint64 {
	return []*uint64{o.Ecotone, o.Fjord, o.Granite, o.Holocene, o.Isthmus, o.Jovian, o.Karst}
}

// Check returns an error that wraps ErrForks if a fork comes before the one it builds on.
func (o *OPStack) Check() error {
	times := o.times()
	if times[0] == nil {
		return fmt.Errorf("%w: no time for %v", ErrForks, Ecotone)
	}
	for i := 1; i < len(times); i++ {
		if times[i] != nil && (times[i-1] == nil || *times[i] < *times[i-1]) {
			return fmt.Errorf("%w: %v before %v", ErrForks, Ecotone+OPFork(i), Ecotone+OPFork(i-1))
		}
	}
	return nil
}

// Fork returns the newest fork that is in force at the timestamp. A nil receiver is a
// chain that is not of the OP Stack.
func (o *OPStack) Fork(timestamp uint64) OPFork {
	if o == nil {
		return Ethereum
	}
	fork := TooOld
	for i, at := range o.times() {
		if at != nil && timestamp >= *at {
			fork = Ecotone + OPFork(i)
		}
	}
	return fork
}

// FeeMarket returns the EIP-1559 parameters of blocks that carry none.
func (o *OPStack) FeeMarket() FeeMarket {
	m := FeeMarket{Denominator: o.Denominator, Elasticity: o.Elasticity}
	if m.Denominator == 0 {
		m.Denominator = 250
	}
	if m.Elasticity == 0 {
		m.Elasticity = 6
	}
	return m
}

// ChainConfig returns the rules of Ethereum that the forks contain, as go-ethereum takes
// them: Cancun since Ecotone, Prague since Isthmus, Osaka since Karst.
func (o *OPStack) ChainConfig(id ChainID) *params.ChainConfig {
	return &params.ChainConfig{
		ChainID: id.Big(), HomesteadBlock: new(big.Int), EIP150Block: new(big.Int), EIP155Block: new(big.Int), EIP158Block: new(big.Int),
		ByzantiumBlock: new(big.Int), ConstantinopleBlock: new(big.Int), PetersburgBlock: new(big.Int), IstanbulBlock: new(big.Int),
		MuirGlacierBlock: new(big.Int), BerlinBlock: new(big.Int), LondonBlock: new(big.Int), ArrowGlacierBlock: new(big.Int),
		GrayGlacierBlock: new(big.Int), MergeNetsplitBlock: new(big.Int), TerminalTotalDifficulty: new(big.Int),
		ShanghaiTime: new(uint64), CancunTime: o.Ecotone, PragueTime: o.Isthmus, OsakaTime: o.Karst,
	}
}

// FeeMarket holds the EIP-1559 parameters that a block of the OP Stack carries in its
// extraData since Holocene; they decide the base fee of the block after it.
type FeeMarket struct {
	Denominator, Elasticity uint64
	MinBaseFee              uint64 // wei, since Jovian
}

// ErrExtraData: a block's extraData is not what its fork wants.
var ErrExtraData = errors.New("extraData does not fit the fork")

// Versions and lengths of extraData.
const (
	holoceneExtra, holoceneExtraLen = 0, 9
	jovianExtra, jovianExtraLen     = 1, 17
)

// ParseExtraData reads the extraData of a block of the fork, Holocene or later. Unlike in
// payload attributes, zeros are not allowed.
func ParseExtraData(fork OPFork, extra []byte) (FeeMarket, error) {
	version, length := byte(holoceneExtra), holoceneExtraLen
	if fork >= Jovian {
		version, length = jovianExtra, jovianExtraLen
	}
	if fork < Holocene || len(extra) != length || extra[0] != version {
		return FeeMarket{}, fmt.Errorf("%w: %x in a block of %v", ErrExtraData, extra, fork)
	}
	m := FeeMarket{Denominator: uint64(binary.BigEndian.Uint32(extra[1:])), Elasticity: uint64(binary.BigEndian.Uint32(extra[5:]))}
	if m.Denominator == 0 || m.Elasticity == 0 {
		return FeeMarket{}, fmt.Errorf("%w: %x has a zero parameter", ErrExtraData, extra)
	}
	if fork >= Jovian {
		m.MinBaseFee = binary.BigEndian.Uint64(extra[9:])
	}
	return m, nil
}

// ExtraData returns what a block of the fork carries: nothing before Holocene. Denominator
// and elasticity must fit 32 bits.
func (m FeeMarket) ExtraData(fork OPFork) []byte {
	if fork < Holocene {
		return nil
	}
	extra := []byte{holoceneExtra}
	if fork >= Jovian {
		extra[0] = jovianExtra
	}
	extra = binary.BigEndian.AppendUint32(extra, uint32(m.Denominator))
	extra = binary.BigEndian.AppendUint32(extra, uint32(m.Elasticity))
	if fork >= Jovian {
		extra = binary.BigEndian.AppendUint64(extra, m.MinBaseFee)
	}
	return extra
}
