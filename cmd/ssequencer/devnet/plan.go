package devnet

import (
	"fmt"
	"math/big"
	"path/filepath"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/devnode"
	"github.com/ssequencer/ssequencer/contracts/bindings"
)

// Chain ids of the devnet; L2s have consecutive ones.
const (
	L1ChainID      chains.ChainID = 900
	FirstL2ChainID chains.ChainID = 901
)

// Limits of ChainsConfig.
const (
	MaxL2s      = 16         // L1's dependency set holds no more
	MinGasLimit = 30_000_000 // the contracts are deployed in one block
)

// DefaultBridgeLiquidity is more ETH than all accounts have together.
const DefaultBridgeLiquidity = 1_000_000

// l1GasLimit is the L1's block gas limit.
const l1GasLimit = 60_000_000

// setupBlocks is the number of blocks at the start of each L2 that set up the contracts.
// Batches begin with the block after them.
const setupBlocks = 2

// ChainsConfig says what chains a devnet has and where it keeps them.
type ChainsConfig struct {
	// L2Count is the number of L2s, 1 to MaxL2s.
	L2Count int
	// DataDir keeps everything over restarts; empty keeps everything in memory.
	DataDir string
	// GasLimit is that of every L2 block, at least MinGasLimit.
	GasLimit uint64
	// BridgeLiquidity is what the ETH bridge of each L2 has at genesis, in whole ETH;
	// 0 means DefaultBridgeLiquidity.
	BridgeLiquidity uint64
	// L1Addr is the host:port of the L1's endpoint; empty means a free loopback port.
	L1Addr string
	// L1BlockTime is the interval between L1 blocks; 0 means on demand only.
	L1BlockTime time.Duration
	// Credit is how much of the test token, in whole ones, may be minted on a chain ahead of
	// L1, and CreditETH how much ETH paid out; 0 means the defaults.
	Credit    uint64
	CreditETH uint64
	// Window is the time without demand after which a batch is final without proof, in whole
	// seconds; 0 means DefaultWindow.
	Window time.Duration
}

// Default credits bound nothing that people try by hand, and what a thief of the relayer's
// key could take: a fifth of all tokens, a tenth of the bridges' ETH.
const (
	DefaultCredit    = 2_000_000
	DefaultCreditETH = 100_000
)

// DefaultWindow is short, so that a devnet's batches get final while one looks on. A
// deployment with value leaves people days.
const DefaultWindow = time.Minute

// check checks the settings and fills in the defaults.
func (c *ChainsConfig) check() error {
	if c.L2Count < 1 || c.L2Count > MaxL2s {
		return fmt.Errorf("devnet: %d L2s, 1 to %d are possible", c.L2Count, MaxL2s)
	}
	if c.GasLimit < MinGasLimit {
		return fmt.Errorf("devnet: gas limit %d is below %d", c.GasLimit, MinGasLimit)
	}
	if c.BridgeLiquidity == 0 {
		c.BridgeLiquidity = DefaultBridgeLiquidity
	}
	if c.Credit == 0 {
		c.Credit = DefaultCredit
	}
	if c.CreditETH == 0 {
		c.CreditETH = DefaultCreditETH
	}
	if c.Window == 0 {
		c.Window = DefaultWindow
	}
	if c.Window < time.Second || c.Window%time.Second != 0 {
		return fmt.Errorf("devnet: a window of %v is not a whole number of seconds above 0", c.Window)
	}
	return nil
}

// plan is everything about a devnet's chains that is known before they run.
type plan struct {
	cfg          ChainsConfig
	genesisTime  uint64
	accounts     []Account
	keys         Keys
	suite        bindings.Suite // on L1
	deploymentID common.Hash
	deployment   bindings.Deployment
	door         door
}

func newPlan(cfg ChainsConfig) (*plan, error) {
	if err := cfg.check(); err != nil {
		return nil, err
	}
	p := &plan{cfg: cfg}
	var err error
	if p.accounts, err = Accounts(); err != nil {
		return nil, err
	}
	if p.keys, err = newKeys(); err != nil {
		return nil, err
	}
	deployer := p.keys.Deployer.Address()
	p.deploymentID = chains.DeploymentID(L1ChainID, bindings.PlanSuite(p.suiteConfig()).Batches) // which does not depend on the entry store
	supply := new(big.Int).Mul(p.tokensEach(), big.NewInt(AccountCount))
	p.deployment = bindings.Plan(deployer, p.keys.Guardian.Address(), p.deploymentID, uint64(FirstL2ChainID), deployer, supply)
	p.suite = bindings.PlanSuite(p.suiteConfig())
	p.door = p.newDoor(supply)
	return p, nil
}

// tokensEach is what each account has of the test token on the first L2.
func (p *plan) tokensEach() *big.Int { return ether(1_000_000) }

func ether(n int64) *big.Int { return new(big.Int).Mul(big.NewInt(n), big.NewInt(params.Ether)) }

// l2s returns the L2s' chain ids in ascending order.
func (p *plan) l2s() []chains.ChainID {
	ids := make([]chains.ChainID, p.cfg.L2Count)
	for i := range ids {
		ids[i] = FirstL2ChainID + chains.ChainID(i)
	}
	return ids
}

func (p *plan) contracts() chains.Contracts {
	d := &p.deployment
	return chains.Contracts{Messenger: d.Messenger, RootStore: d.RootStore, TokenBridge: d.TokenBridge, ETHBridge: d.ETHBridge, TestToken: d.TestToken,
		Gateway: p.door.Gateway.Address, L1Token: p.door.token.Address}
}

// alloc is the genesis state: every account and the given keys' have 10,000 ETH.
func (p *plan) alloc(others ...common.Address) types.GenesisAlloc {
	alloc := make(types.GenesisAlloc)
	for _, a := range p.accounts {
		others = append(others, a.Address)
	}
	for _, addr := range others {
		alloc[addr] = types.Account{Balance: ether(10_000)}
	}
	return alloc
}

func (p *plan) l1Config() devnode.L1Config {
	return devnode.L1Config{
		Config: devnode.Config{
			ChainID: L1ChainID, DataDir: p.dir("l1"), GasLimit: l1GasLimit, GenesisTime: p.genesisTime, HTTPAddr: p.cfg.L1Addr,
			Alloc: p.alloc(p.keys.Deployer.Address(), p.keys.Guardian.Address(), p.keys.Poster.Address()),
		},
		BlockTime: p.cfg.L1BlockTime, FeeRecipient: feeRecipient(),
	}
}

// l2Config gives the ETH bridge its liquidity at genesis (PROTOCOL C6): nothing on a
// stock chain can mint ETH later.
func (p *plan) l2Config(id chains.ChainID) devnode.Config {
	alloc := p.alloc(p.keys.Deployer.Address(), p.keys.Guardian.Address(), p.keys.Relayer.Address())
	alloc[p.deployment.ETHBridge] = types.Account{Balance: ether(int64(p.cfg.BridgeLiquidity))}
	return devnode.Config{ChainID: id, DataDir: p.dir(id.String()), GasLimit: p.cfg.GasLimit, GenesisTime: p.genesisTime, Alloc: alloc}
}

func (p *plan) dir(name string) string {
	if p.cfg.DataDir == "" {
		return ""
	}
	return filepath.Join(p.cfg.DataDir, name)
}

// feeRecipient receives the fees of every chain.
func feeRecipient() common.Address {
	return common.HexToAddress("0x000000000000000000000000000000000000fee5")
}
