package bindings

import (
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
)

// Create2Proxy is the canonical CREATE2 proxy. Called with 32 bytes of salt followed by
// init code it deploys that code.
var Create2Proxy = common.HexToAddress("0x4e59b44847b379578588920cA78FbF26c0B4956C")

// Create2ProxyCode returns the proxy's runtime code, for genesis files.
func Create2ProxyCode() []byte {
	return common.FromHex("0x7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe03601600081602082378035828234f58015156039578182fd5b8082525050506014600cf3")
}

// CREATE2Address returns where the canonical proxy puts initCode, with salt 0.
func CREATE2Address(initCode []byte) common.Address {
	return crypto.CreateAddress2(Create2Proxy, common.Hash{}, crypto.Keccak256(initCode))
}

// CREATE2Call returns the calldata with which Create2Proxy deploys initCode, with salt 0.
func CREATE2Call(initCode []byte) []byte {
	return append(make([]byte, common.HashLength, common.HashLength+len(initCode)), initCode...)
}

// MessengerInit returns the init code of the Messenger, which creates RootStore. The
// deployment id is keccak256(abi.encode(l1 chain id, settlement)).
func MessengerInit(registrar, guardian common.Address, deploymentID common.Hash) []byte {
	return append(common.FromHex(MessengerMetaData.Bin), NewMessenger().PackConstructor(registrar, guardian, deploymentID)...)
}

// TokenBridgeInit returns the init code of the TokenBridge. The confirmer says which mints
// are final on L1; defaultCredit, below 2^120, is the credit of tokens for which the
// messenger's registrar has set none.
func TokenBridgeInit(messenger, confirmer common.Address, defaultCredit *big.Int) []byte {
	return append(common.FromHex(TokenBridgeMetaData.Bin), NewTokenBridge().PackConstructor(messenger, confirmer, defaultCredit)...)
}

// ETHBridgeInit returns the init code of the ETHBridge. Confirmer and credit are as for
// TokenBridgeInit; the credit of ETH is that of the zero address.
func ETHBridgeInit(messenger, confirmer common.Address, defaultCredit *big.Int) []byte {
	return append(common.FromHex(ETHBridgeMetaData.Bin), NewETHBridge().PackConstructor(messenger, confirmer, defaultCredit)...)
}

// UnlimitedCredit returns the credit that bounds nothing: with it a stolen relayer key can
// take everything until the registrar sets a credit.
func UnlimitedCredit() *big.Int {
	limit := new(big.Int).Lsh(common.Big1, 120)
	return limit.Sub(limit, common.Big1)
}

// TestTokenInit returns the init code of the test token: bridge may mint and burn it, and
// holder has the whole supply on homeChain and nothing elsewhere.
func TestTokenInit(bridge common.Address, homeChain uint64, holder common.Address, supply *big.Int) []byte {
	home := new(big.Int).SetUint64(homeChain)
	return append(common.FromHex(TestTokenMetaData.Bin), NewTestToken().PackConstructor(bridge, home, holder, supply)...)
}

// RootStoreAddress returns the address of the RootStore that the messenger created.
func RootStoreAddress(messenger common.Address) common.Address {
	return crypto.CreateAddress(messenger, 1)
}

// Step is one contract to deploy through Create2Proxy.
type Step struct {
	Name     string // of the contract
	Address  common.Address
	InitCode []byte // for CREATE2Call
}

// Deployment is all contracts of one L2. Addresses and init codes are the same on every
// chain.
type Deployment struct {
	Messenger   common.Address
	RootStore   common.Address // created by the messenger's constructor
	TokenBridge common.Address
	ETHBridge   common.Address
	TestToken   common.Address
	Steps       []Step // in the order of deployment
}

// Plan computes the deployment with a test token, of which holder has the whole supply on
// homeChain. The registrar is the bridges' confirmer, and their credit is UnlimitedCredit
// until it sets others.
func Plan(registrar, guardian common.Address, deploymentID common.Hash, homeChain uint64, holder common.Address, supply *big.Int) Deployment {
	var d Deployment
	d.Messenger = d.add("Messenger", MessengerInit(registrar, guardian, deploymentID))
	d.RootStore = RootStoreAddress(d.Messenger)
	d.TokenBridge = d.add("TokenBridge", TokenBridgeInit(d.Messenger, registrar, UnlimitedCredit()))
	d.ETHBridge = d.add("ETHBridge", ETHBridgeInit(d.Messenger, registrar, UnlimitedCredit()))
	d.TestToken = d.add("TestToken", TestTokenInit(d.TokenBridge, homeChain, holder, supply))
	return d
}

func (d *Deployment) add(name string, initCode []byte) common.Address {
	address := CREATE2Address(initCode)
	d.Steps = append(d.Steps, Step{Name: name, Address: address, InitCode: initCode})
	return address
}
