package main

import (
	"fmt"
	"maps"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"github.com/ethereum-optimism/optimism/op-core/nuts/state"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/consensus/misc/eip1559"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"
)

// The fee market of the genesis block, as most chains of the OP Stack have it.
const (
	denominator = 250
	elasticity  = 6
)

// sequencerFeeVault is the fee recipient of block 0.
var sequencerFeeVault = common.HexToAddress("0x4200000000000000000000000000000000000011")

// gasPriceOracle has in its first slot for which forks it is enabled.
var gasPriceOracle = common.HexToAddress("0x420000000000000000000000000000000000000F")

// forkNames are the forks this node knows, from the oldest one that may be missing on. Of
// Karst it has what Ethereum's Osaka brings, and the version of engine_getPayload; it has
// none of Karst's own rules.
func forkNames() []string {
	return []string{"ecotone", "fjord", "granite", "holocene", "isthmus", "jovian", "karst"}
}

// beforeEcotone names the rules of a chain whose block 0 is older than Ecotone.
const beforeEcotone = "delta"

// forkTimes are forks that come later than block 0. It implements flag.Value.
type forkTimes map[string]uint64

// String implements flag.Value.
func (f *forkTimes) String() string { return fmt.Sprint(map[string]uint64(*f)) }

// Set implements flag.Value.
func (f *forkTimes) Set(text string) error {
	name, at, found := strings.Cut(text, "=")
	time, err := strconv.ParseUint(at, 10, 64)
	if !found || err != nil || !slices.Contains(forkNames(), name) {
		return fmt.Errorf("not a NAME=TIMESTAMP of %s", strings.Join(forkNames(), ", "))
	}
	if *f == nil {
		*f = forkTimes{}
	}
	(*f)[name] = time
	return nil
}

// chainOptions describe a chain's block 0 and its rules.
type chainOptions struct {
	chainID, genesisTime, gasLimit uint64
	fork                           string
	forks                          forkTimes
	alloc                          types.GenesisAlloc
}

// genesis returns block 0: the predeploys as they are since Jovian (they serve the other
// forks as well), the protocol's own contracts, and the accounts asked for.
func (c *chainOptions) genesis() (*core.Genesis, error) {
	newest := slices.Index(forkNames(), c.fork)
	if newest < 0 && c.fork != beforeEcotone {
		return nil, fmt.Errorf("--fork %q is none of %s, %s", c.fork, beforeEcotone, strings.Join(forkNames(), ", "))
	}
	config, err := c.config(newest)
	if err != nil {
		return nil, err
	}
	alloc, err := state.PreForkState("karst")
	if err != nil {
		return nil, fmt.Errorf("predeploys: %w", err)
	}
	if newest < 0 { // the forks deploy both contracts, and each enables the oracle for itself, once
		delete(alloc[gasPriceOracle].Storage, common.Hash{})
	} else {
		alloc[params.BeaconRootsAddress] = types.Account{Nonce: 1, Code: params.BeaconRootsCode, Balance: new(big.Int)}
		alloc[params.HistoryStorageAddress] = types.Account{Nonce: 1, Code: params.HistoryStorageCode, Balance: new(big.Int)}
	}
	maps.Copy(alloc, c.alloc)
	return &core.Genesis{
		Config: config, Timestamp: c.genesisTime, GasLimit: c.gasLimit, Difficulty: new(big.Int), Coinbase: sequencerFeeVault,
		BaseFee: big.NewInt(params.InitialBaseFee), Alloc: alloc, ExtraData: c.extraData(config),
	}, nil
}

func (c *chainOptions) extraData(config *params.ChainConfig) []byte {
	minBaseFee := uint64(0)
	if !config.IsHolocene(c.genesisTime) {
		return nil
	}
	return eip1559.EncodeOptimismExtraData(config, c.genesisTime, denominator, elasticity, &minBaseFee)
}

// config returns the rules with the forks up to newest active in block 0.
func (c *chainOptions) config(newest int) (*params.ChainConfig, error) {
	canyon := uint64(denominator)
	config := &params.ChainConfig{
		ChainID: new(big.Int).SetUint64(c.chainID), HomesteadBlock: new(big.Int), EIP150Block: new(big.Int), EIP155Block: new(big.Int),
		EIP158Block: new(big.Int), ByzantiumBlock: new(big.Int), ConstantinopleBlock: new(big.Int), PetersburgBlock: new(big.Int),
		IstanbulBlock: new(big.Int), MuirGlacierBlock: new(big.Int), BerlinBlock: new(big.Int), LondonBlock: new(big.Int),
		ArrowGlacierBlock: new(big.Int), GrayGlacierBlock: new(big.Int), MergeNetsplitBlock: new(big.Int), TerminalTotalDifficulty: new(big.Int),
		BedrockBlock: new(big.Int), RegolithTime: new(uint64), CanyonTime: new(uint64), ShanghaiTime: new(uint64),
		Optimism: &params.OptimismConfig{EIP1559Elasticity: elasticity, EIP1559Denominator: 50, EIP1559DenominatorCanyon: &canyon},
	}
	times := []**uint64{&config.EcotoneTime, &config.FjordTime, &config.GraniteTime, &config.HoloceneTime, &config.IsthmusTime, &config.JovianTime, &config.KarstTime}
	for i, name := range forkNames() {
		at, later := c.forks[name]
		switch {
		case later && i <= newest:
			return nil, fmt.Errorf("--fork-at %s: it is active from block 0 on", name)
		case later && i > 0 && *times[i-1] == nil:
			return nil, fmt.Errorf("--fork-at %s: the fork before it is missing", name)
		case later:
			*times[i] = &at
		case i <= newest:
			*times[i] = new(uint64)
		}
	}
	config.CancunTime, config.PragueTime, config.OsakaTime = config.EcotoneTime, config.IsthmusTime, config.KarstTime
	return config, nil
}
