package l1

import (
	"embed"
	"encoding/json"
	"fmt"
	"math/big"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"

	"github.com/ssequencer/ssequencer/chains"
)

// code holds what forks bring: protocol constants of the OP Stack
// (https://specs.optimism.io: "Network upgrade automation transactions" of the Ecotone,
// Fjord, Isthmus and Jovian derivation; as in op-node v1.19.6, MIT licence). Files in hex
// are contracts' init code; karst.json is the bundle of Karst's transactions, byte for byte.
// The tests hold them against the hashes that are published.
//
//go:embed upgrades
var code embed.FS

// gasPriceOracle is the predeploy that computes fees for wallets.
var gasPriceOracle = common.HexToAddress("0x420000000000000000000000000000000000000F")

// The senders that deploy the contracts of EIP-4788 and EIP-2935, as those say.
var (
	rootsSender   = common.HexToAddress("0x0B799C86a49DEeb90402691F1041aa3AF2d3C875")
	historySender = common.HexToAddress("0x3462413Af4609098e1E27A490f554f260213D685")
)

// upgradesBetween returns the deposits by which the first block of a fork changes the
// chain's predeploys: those of all forks since the parent's.
func upgradesBetween(before, fork chains.OPFork) ([]*chains.Deposit, error) {
	var deposits []*chains.Deposit
	for f := before + 1; f <= fork; f++ {
		u := upgrade{fork: f}
		switch f {
		case chains.Ecotone:
			u.ecotone()
		case chains.Fjord:
			u.fjord()
		case chains.Granite, chains.Holocene: // rules only
		case chains.Isthmus:
			u.isthmus()
		case chains.Jovian:
			u.jovian()
		case chains.Karst:
			u.bundle("upgrades/karst.json")
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

// upgradeGas returns by how much the first block of a fork may exceed the chain's gas limit:
// since Karst upgrades do not have to fit in it.
func upgradeGas(before, fork chains.OPFork) (gas uint64, err error) {
	if before >= chains.Karst || fork < chains.Karst {
		return 0, nil
	}
	deposits, err := upgradesBetween(chains.Jovian, chains.Karst)
	for _, d := range deposits {
		gas += d.Gas
	}
	return gas, err
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
	ecotoneL1Block = iota
	ecotoneOracle
	fjordOracle
	isthmusL1Block
	isthmusOracle
	isthmusVault
	jovianL1Block
	jovianOracle
)

func (u *upgrade) ecotone() {
	l1Block := u.deploy("L1 Block", ecotoneL1Block, 375_000)
	oracle := u.deploy("Gas Price Oracle", ecotoneOracle, 1_000_000)
	u.point("L1 Block", chains.L1BlockAddress, l1Block)
	u.point("Gas Price Oracle", gasPriceOracle, oracle)
	u.enable("setEcotone()", 80_000)
	u.add("beacon block roots contract deployment", &chains.Deposit{From: rootsSender, Gas: 250_000, Data: initCode(params.BeaconRootsCode)})
}

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

// bundle adds the deposits of a file that lists them. A deposit's place is part of its name
// there.
func (u *upgrade) bundle(file string) {
	var list struct {
		Transactions []struct {
			Intent   string
			From     common.Address
			To       *common.Address
			Data     hexutil.Bytes
			GasLimit uint64
		}
	}
	text, err := code.ReadFile(file)
	if err == nil {
		err = json.Unmarshal(text, &list)
	}
	if err != nil {
		u.err = err
		return
	}
	for i, tx := range list.Transactions {
		d := &chains.Deposit{
			SourceHash: chains.UpgradeSource(fmt.Sprintf("%s %d: %s", u.title(), i, tx.Intent)),
			From:       tx.From, To: tx.To, Value: new(big.Int), Gas: tx.GasLimit, Data: tx.Data,
		}
		u.deposits = append(u.deposits, d)
	}
}

// initCode returns code that deploys the contract, as the EIPs for system contracts have it.
func initCode(contract []byte) []byte {
	return append([]byte{0x60, byte(len(contract)), 0x80, 0x60, 0x09, 0x5f, 0x39, 0x5f, 0xf3}, contract...)
}
