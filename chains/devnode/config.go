package devnode

import (
	"errors"
	"fmt"
	"maps"
	"math/big"

	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"

	"github.com/ssequencer/ssequencer/chains"
)

// DefaultHTTPAddr is where a node listens unless its Config says otherwise: a free port
// on the loopback interface.
const DefaultHTTPAddr = "127.0.0.1:0"

// Config describes one chain and where its node keeps and serves it. Two nodes with
// equal ChainID, GasLimit, Alloc and GenesisTime have the same genesis block.
type Config struct {
	ChainID chains.ChainID
	// DataDir is the node's own directory; empty keeps everything in memory.
	DataDir string
	// GasLimit is the gas limit of every block, the genesis included.
	GasLimit uint64
	// GenesisTime is the genesis block's timestamp in unix seconds.
	GenesisTime uint64
	// Alloc is the genesis state beside the system contracts and the CREATE2 proxy,
	// which every chain has.
	Alloc types.GenesisAlloc
	// HTTPAddr is the host:port of the HTTP and WebSocket endpoint, DefaultHTTPAddr if
	// empty.
	HTTPAddr string
	// JWTSecret is that of the authenticated endpoint; zero means a new one at every start.
	JWTSecret [32]byte
}

func (c *Config) check() error {
	switch {
	case c.ChainID == 0:
		return errors.New("devnode: chain id missing")
	case c.GasLimit < params.MinGasLimit:
		return fmt.Errorf("devnode: chain %d: gas limit %d below %d", c.ChainID, c.GasLimit, params.MinGasLimit)
	case c.GenesisTime == 0:
		return fmt.Errorf("devnode: chain %d: genesis time missing", c.ChainID)
	}
	return nil
}

// Genesis returns the chain's genesis block and state. go-ethereum's system contracts
// include the canonical CREATE2 proxy.
func (c *Config) Genesis() *core.Genesis {
	alloc := core.SystemContractAllocs()
	maps.Copy(alloc, c.Alloc)
	return &core.Genesis{
		Config:    ChainConfig(c.ChainID),
		Timestamp: c.GenesisTime,
		GasLimit:  c.GasLimit,
		// Without the chain id, chains that differ in nothing else would share their hashes.
		ExtraData:  []byte("chain " + c.ChainID.String()),
		Difficulty: new(big.Int),
		BaseFee:    big.NewInt(params.InitialBaseFee),
		Alloc:      alloc,
	}
}

// ChainConfig returns the rules of a chain with every released fork up to Osaka active
// from genesis. Each call returns a new value.
func ChainConfig(id chains.ChainID) *params.ChainConfig {
	return &params.ChainConfig{
		ChainID:                 id.Big(),
		HomesteadBlock:          new(big.Int),
		EIP150Block:             new(big.Int),
		EIP155Block:             new(big.Int),
		EIP158Block:             new(big.Int),
		ByzantiumBlock:          new(big.Int),
		ConstantinopleBlock:     new(big.Int),
		PetersburgBlock:         new(big.Int),
		IstanbulBlock:           new(big.Int),
		MuirGlacierBlock:        new(big.Int),
		BerlinBlock:             new(big.Int),
		LondonBlock:             new(big.Int),
		ArrowGlacierBlock:       new(big.Int),
		GrayGlacierBlock:        new(big.Int),
		MergeNetsplitBlock:      new(big.Int),
		TerminalTotalDifficulty: new(big.Int),
		ShanghaiTime:            new(uint64),
		CancunTime:              new(uint64),
		PragueTime:              new(uint64),
		OsakaTime:               new(uint64),
		BlobScheduleConfig: &params.BlobScheduleConfig{
			Cancun: params.DefaultCancunBlobConfig,
			Prague: params.DefaultPragueBlobConfig,
		},
	}
}
