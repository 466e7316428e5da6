package l1

import (
	"errors"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ssequencer/ssequencer/chains"
)

// rollupText is a rollup configuration as the OP Stack's tools write it.
const rollupText = `{
  "genesis": {
    "l1": {"hash": "0x0100000000000000000000000000000000000000000000000000000000000000", "number": 4071408},
    "l2": {"hash": "0x0200000000000000000000000000000000000000000000000000000000000000", "number": 0},
    "l2_time": 1691802540,
    "system_config": {
      "batcherAddr": "0x8F23BB38F531600e5d8FDDaAEC41F13FaB46E98c",
      "overhead": "0x0000000000000000000000000000000000000000000000000000000000000000",
      "scalar": "0x010000000000000000000000000000000000000000000000000c5fc500000558",
      "gasLimit": 30000000,
      "eip1559Params": "0x0000000000000000",
      "operatorFeeParams": "0x0000000000000000000000000000000000000000000000070000000000000009",
      "minBaseFee": 0,
      "daFootprintGasScalar": 0
    }
  },
  "block_time": 2,
  "max_sequencer_drift": 600,
  "seq_window_size": 3600,
  "channel_timeout": 300,
  "l1_chain_id": 11155111,
  "l2_chain_id": 11155420,
  "regolith_time": 0,
  "canyon_time": 1699981200,
  "delta_time": 1703203200,
  "ecotone_time": 1708534800,
  "fjord_time": 1716998400,
  "granite_time": 1723478400,
  "holocene_time": 1732633200,
  "pectra_blob_schedule_time": 1742486400,
  "isthmus_time": 1744905600,
  "jovian_time": 1763568001,
  "batch_inbox_address": "0xff00000000000000000000000000000011155420",
  "deposit_contract_address": "0x16Fc5058F25648194471939df75CF27A2fdC48BC",
  "l1_system_config_address": "0x034edD2A225f7f429A63E0f1D2084B9E0A93b538",
  "protocol_versions_address": "0x0000000000000000000000000000000000000000",
  "chain_op_config": {"eip1559Elasticity": 6, "eip1559Denominator": 50, "eip1559DenominatorCanyon": 250}
}`

func TestParseRollup(t *testing.T) {
	r, err := ParseRollup([]byte(rollupText))
	if err != nil {
		t.Fatal(err)
	}
	if r.ID != 11155420 || r.L1ChainID != 11155111 || r.BlockTime != 2 || r.MaxDrift != 600 || r.Block0 != (chains.BlockRef{Hash: common.Hash{2}}) ||
		r.Portal != common.HexToAddress("0x16Fc5058F25648194471939df75CF27A2fdC48BC") || r.SystemConfig != common.HexToAddress("0x034edD2A225f7f429A63E0f1D2084B9E0A93b538") {
		t.Errorf("%+v", r)
	}
	if r.OP.Fork(1708534799) != chains.TooOld || r.OP.Fork(1763568000) != chains.Isthmus || r.OP.Fork(1763568001) != chains.Jovian || r.OP.Karst != nil || r.OP.FeeMarket().Denominator != 250 {
		t.Errorf("forks %+v", r.OP)
	}
	want := chains.L1Attributes{
		Origin: chains.BlockRef{Number: 4071408, Hash: common.Hash{1}}, BatcherHash: common.BytesToHash(common.FromHex("0x8F23BB38F531600e5d8FDDaAEC41F13FaB46E98c")),
		Scalar:        common.HexToHash("0x010000000000000000000000000000000000000000000000000c5fc500000558"),
		BaseFeeScalar: 1368, BlobBaseFeeScalar: 810949, OperatorFeeScalar: 7, OperatorFeeConstant: 9,
	}
	if r.Genesis != want {
		t.Errorf("genesis %+v", r.Genesis)
	}
}

// What would make other blocks than op-node makes is refused.
func TestParseRollupRefused(t *testing.T) {
	for name, replace := range map[string][2]string{
		"not JSON":         {"{", "["},
		"an unknown fork":  {`"jovian_time"`, `"lagoon_time"`},
		"forks in reverse": {`"isthmus_time": 1744905600`, `"isthmus_time": 1844905600`},
		"no Ecotone":       {`"ecotone_time": 1708534800,`, ``},
		"not a time":       {`"fjord_time": 1716998400`, `"fjord_time": "soon"`},
		"no portal":        {`"deposit_contract_address"`, `"other"`},
		"no block time":    {`"block_time": 2`, `"block_time": 0`},
		"scalar":           {`"scalar": "0x01`, `"scalar": "0x02`},
	} {
		text := strings.Replace(rollupText, replace[0], replace[1], 1)
		if text == rollupText {
			t.Fatalf("%s: nothing replaced", name)
		}
		if _, err := ParseRollup([]byte(text)); !errors.Is(err, ErrRollup) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := ParseRollup([]byte(strings.Replace(rollupText, `"jovian_time": 1763568001`, `"jovian_time": null`, 1))); err != nil {
		t.Errorf("without Jovian: %v", err)
	}
}

// What an older chain says of its fees, and a chain of Karst's gas limit, is kept.
func TestParseRollupOld(t *testing.T) {
	text := strings.NewReplacer(
		`"scalar": "0x010000000000000000000000000000000000000000000000000c5fc500000558"`, `"scalar": "0x00000000000000000000000000000000000000000000000000000000000a6fe0"`,
		`"overhead": "0x00`, `"overhead": "0x01`, `"block_time": 2`, `"block_time": 2, "keep_karst_upgrade_gas": true`,
	).Replace(rollupText)
	r, err := ParseRollup([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	if g := r.Genesis; g.Overhead != (common.Hash{1}) || g.Scalar != (common.Hash{29: 0x0a, 30: 0x6f, 31: 0xe0}) || g.BaseFeeScalar != 684_000 || g.BlobBaseFeeScalar != 0 {
		t.Errorf("genesis %+v", g)
	}
	if !r.KeepUpgradeGas {
		t.Error("the upgrade's gas is not kept")
	}
}
