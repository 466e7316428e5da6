package l1

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ssequencer/ssequencer/chains"
)

// ErrRollup: a rollup configuration cannot be used.
var ErrRollup = errors.New("rollup configuration cannot be used")

// Rollup is what a chain's rollup configuration says: the file that op-node is started
// with.
type Rollup struct {
	Chain
	L1ChainID chains.ChainID
	Block0    chains.BlockRef // the chain's first block
}

// rollupFile is the part of the file that is of use here.
type rollupFile struct {
	Genesis struct {
		L1     rollupBlock  `json:"l1"`
		L2     rollupBlock  `json:"l2"`
		System rollupSystem `json:"system_config"`
	} `json:"genesis"`
	BlockTime    uint64         `json:"block_time"`
	MaxDrift     uint64         `json:"max_sequencer_drift"`
	L1ChainID    uint64         `json:"l1_chain_id"`
	L2ChainID    uint64         `json:"l2_chain_id"`
	Portal       common.Address `json:"deposit_contract_address"`
	SystemConfig common.Address `json:"l1_system_config_address"`
	KeepGas      bool           `json:"keep_karst_upgrade_gas"`
	FeeMarket    struct {
		Elasticity  uint64 `json:"eip1559Elasticity"`
		Denominator uint64 `json:"eip1559DenominatorCanyon"`
	} `json:"chain_op_config"`
}

type rollupBlock struct {
	Hash   common.Hash `json:"hash"`
	Number uint64      `json:"number"`
}

type rollupSystem struct {
	Batcher     common.Address `json:"batcherAddr"`
	Overhead    common.Hash    `json:"overhead"`
	Scalar      common.Hash    `json:"scalar"`
	OperatorFee common.Hash    `json:"operatorFeeParams"`
	DAScalar    uint16         `json:"daFootprintGasScalar"`
}

// ParseRollup reads a rollup configuration. One that schedules a fork that is not known
// here is refused, since its blocks could not be made.
func ParseRollup(text []byte) (*Rollup, error) {
	var f rollupFile
	if err := json.Unmarshal(text, &f); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrRollup, err)
	}
	forks, err := rollupForks(text)
	if err != nil {
		return nil, err
	}
	forks.Denominator, forks.Elasticity = f.FeeMarket.Denominator, f.FeeMarket.Elasticity
	if f.L1ChainID == 0 || f.L2ChainID == 0 || f.BlockTime == 0 || f.Portal == (common.Address{}) || f.SystemConfig == (common.Address{}) {
		return nil, fmt.Errorf("%w: chain ids, block time or L1 addresses are missing", ErrRollup)
	}
	r := &Rollup{
		Chain: Chain{
			ID: chains.ChainID(f.L2ChainID), OP: forks, BlockTime: f.BlockTime, Portal: f.Portal, SystemConfig: f.SystemConfig, MaxDrift: f.MaxDrift,
			KeepUpgradeGas: f.KeepGas,
		},
		L1ChainID: chains.ChainID(f.L1ChainID), Block0: chains.BlockRef{Number: f.Genesis.L2.Number, Hash: f.Genesis.L2.Hash},
	}
	if err := r.setGenesis(&f); err != nil {
		return nil, err
	}
	return r, nil
}

// setGenesis sets what stands for the L1 attributes of the first block.
func (r *Rollup) setGenesis(f *rollupFile) error {
	system := &f.Genesis.System
	var err error
	if r.Genesis.BaseFeeScalar, r.Genesis.BlobBaseFeeScalar, err = chains.FeeScalars(system.Scalar); err != nil {
		return fmt.Errorf("%w: %w", ErrRollup, err)
	}
	r.Genesis.Overhead, r.Genesis.Scalar = system.Overhead, system.Scalar
	r.Genesis.Origin = chains.BlockRef{Number: f.Genesis.L1.Number, Hash: f.Genesis.L1.Hash}
	r.Genesis.BatcherHash = common.BytesToHash(system.Batcher[:])
	r.Genesis.OperatorFeeScalar = binary.BigEndian.Uint32(system.OperatorFee[20:])
	r.Genesis.OperatorFeeConstant = binary.BigEndian.Uint64(system.OperatorFee[24:])
	r.Genesis.DAFootprintScalar = system.DAScalar
	return nil
}

// rollupForks reads the forks' times.
func rollupForks(text []byte) (*chains.OPStack, error) {
	var all map[string]json.RawMessage
	if err := json.Unmarshal(text, &all); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrRollup, err)
	}
	o := new(chains.OPStack)
	times := map[string]**uint64{
		"ecotone": &o.Ecotone, "fjord": &o.Fjord, "granite": &o.Granite, "holocene": &o.Holocene, "isthmus": &o.Isthmus, "jovian": &o.Jovian, "karst": &o.Karst,
	}
	of := []string{"block", "regolith", "canyon", "delta", "pectra_blob_schedule"} // times of something else, or of what is past everywhere
	for key, value := range all {
		name, isTime := strings.CutSuffix(key, "_time")
		if !isTime || slices.Contains(of, name) || string(value) == "null" {
			continue
		}
		at, known := times[name]
		if !known {
			return nil, fmt.Errorf("%w: fork %s is not known", ErrRollup, name)
		}
		if err := json.Unmarshal(value, at); err != nil {
			return nil, fmt.Errorf("%w: %s: %w", ErrRollup, key, err)
		}
	}
	if err := o.Check(); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrRollup, err)
	}
	return o, nil
}
