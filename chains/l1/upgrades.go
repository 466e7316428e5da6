package l1

import (
	"embed"
	"fmt"
	"math/big"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"

	"github.com/ssequencer/ssequencer/chains"
)

// code holds the contracts that forks deploy, as init code in hex: protocol constants of
// the OP Stack (https://specs.optimism.io: "Network upgrade automation transactions" of
// the Fjord, Isthmus and Jovian derivation; as in op-node v1.19.6, MIT licence). The tests
// hold them against the code hashes that the specifications give.
//
//go:embed upgrades
var code embed.FS

// gasPriceOracle is the predeploy that computes fees for wallets.
var gasPriceOracle = common.HexToAddress("0x420000000000000000000000000000000000000F")

// historySender deploys the contract of EIP-2935, as that says.
var historySender = common.HexToAddress("0x3462413Af4609098e1E27A490f554f260213D685")

// upgradesBetween returns the deposits by which the first block of a fork changes the
// chain's predeploys: those of all forks since the parent's. Ecotone's own activation is
// beyond what this service works with; Karst's upgrades come as a bundle that raises the
// block's gas limit, which is not supported.
func upgradesBetween(before, fork chains.OPFork) ([]*chains.Deposit, error) {
	var deposits []*chains.Deposit
	for f := before + 1; f <= fork; f++ {
		u := upgrade{fork: f}
		switch f {
		case chains.Fjord:
			u.fjord()
		case chains.Granite, chains.Holocene: // rules only
		case chains.Isthmus:
			u.isthmus()
		case chains.Jovian:
			u.jovian()
		default:
			return nil, fmt.Errorf("%w: %v", ErrUpgrade, f)
		}
		if u.err != nil {
			return nil, fmt.Errorf("%w: %v: %w", ErrUpgrade, f, u.err)
		}
		deposits = append(deposits, u.deposits...)
	}
	return deposits, nil
}

// upgrade collects one fork's deposits; err is the first that went wrong.
type upgrade struct {
	fork     chains.OPFork
	deposits []*chains.Deposit
	err      error
}

// Senders of the deployments: one account for each, so that the contracts' addresses do
// not depend on anything.
const (
	fjordOracle = iota + 2
	isthmusL1Block
	isthmusOracle
	isthmusVault
	jovianL1Block
	jovianOracle
)

func (u *upgrade) fjord() {
	oracle := u.deploy("Gas Price Oracle", fjordOracle, 1_450_000)
	u.point("Gas Price Oracle", gasPriceOracle, oracle)
	u.enable("setFjord()", 90_000)
}

func (u *upgrade) isthmus() {
	l1Block := u.deploy("L1 Block", isthmusL1Block, 425_000)
	oracle := u.deploy("Gas Price Oracle", isthmusOracle, 1_625_000)
	vault := u.deploy("Operator Fee Vault", isthmusVault, 500_000)
	u.point("L1 Block", chains.L1BlockAddress, l1Block)
	u.point("Gas Price Oracle", gasPriceOracle, oracle)
	u.point("Operator Fee Vault", chains.OperatorFeeVault, vault)
	u.enable("setIsthmus()", 90_000)
	u.add("EIP-2935 Contract Deployment", &chains.Deposit{From: historySender, Gas: 250_000, Data: initCode(params.HistoryStorageCode)})
}

func (u *upgrade) jovian() {
	l1Block := u.deploy("L1 Block", jovianL1Block, 447_315)
	u.point("L1 Block", chains.L1BlockAddress, l1Block)
	oracle := u.deploy("Gas Price Oracle", jovianOracle, 1_750_714)
	u.point("Gas Price Oracle", gasPriceOracle, oracle)
	u.enable("setJovian()", 90_000)
}

// add adds a deposit; what names it within its fork.
func (u *upgrade) add(what string, d *chains.Deposit) {
	d.SourceHash, d.Value = chains.UpgradeSource(u.title()+": "+what), new(big.Int)
	u.deposits = append(u.deposits, d)
}

// title is the fork's name as it stands in the names of its deposits.
func (u *upgrade) title() string {
	name := u.fork.String()
	return strings.ToUpper(name[:1]) + name[1:]
}

// deploy adds the deployment of a contract and returns its address.
func (u *upgrade) deploy(contract string, sender byte, gas uint64) common.Address {
	file := "upgrades/" + u.fork.String() + "-" + strings.ReplaceAll(strings.ToLower(contract), " ", "-") + ".hex"
	text, err := code.ReadFile(file)
	if err != nil && u.err == nil {
		u.err = err
	}
	from := common.Address{0: 0x42, 1: 0x10, 19: sender}
	u.add(contract+" Deployment", &chains.Deposit{From: from, Gas: gas, Data: common.FromHex(strings.TrimSpace(string(text)))})
	return crypto.CreateAddress(from, 0)
}

// point makes a predeploy, which is a proxy, use the new contract.
func (u *upgrade) point(contract string, proxy, implementation common.Address) {
	data := append(crypto.Keccak256([]byte("upgradeTo(address)"))[:4], common.BytesToHash(implementation[:]).Bytes()...)
	u.add(contract+" Proxy Update", &chains.Deposit{To: &proxy, Gas: 50_000, Data: data})
}

// enable tells the oracle to compute by the new fork's rules.
func (u *upgrade) enable(method string, gas uint64) {
	oracle := gasPriceOracle
	u.add("Gas Price Oracle Set "+u.title(), &chains.Deposit{
		From: chains.L1AttributesSender, To: &oracle, Gas: gas, Data: crypto.Keccak256([]byte(method))[:4],
	})
}

// initCode returns code that deploys the contract, as the EIPs for system contracts have it.
func initCode(contract []byte) []byte {
	return append([]byte{0x60, byte(len(contract)), 0x80, 0x60, 0x09, 0x5f, 0x39, 0x5f, 0xf3}, contract...)
}
