// Code generated via abigen V2 - DO NOT EDIT.
// This file is a generated binding and any manual changes will be lost.

package bindings

import (
	"bytes"
	"errors"
	"math/big"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
)

// Reference imports to suppress errors if they are not otherwise used.
var (
	_ = bytes.Equal
	_ = errors.New
	_ = big.NewInt
	_ = common.Big1
	_ = types.BloomLookup
	_ = abi.ConvertType
)

// TokenBridgeMetaData contains all meta data concerning the TokenBridge contract.
var TokenBridgeMetaData = bind.MetaData{
	ABI: "[{\"type\":\"constructor\",\"inputs\":[{\"name\":\"messenger_\",\"type\":\"address\",\"internalType\":\"contractMessenger\"},{\"name\":\"confirmer_\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"defaultCredit_\",\"type\":\"uint120\",\"internalType\":\"uint120\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"confirmMints\",\"inputs\":[{\"name\":\"token\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"total\",\"type\":\"uint120\",\"internalType\":\"uint120\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"confirmer\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"creditOf\",\"inputs\":[{\"name\":\"token\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"minted\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"left\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"defaultCredit\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint120\",\"internalType\":\"uint120\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"messenger\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"contractMessenger\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"refundERC20\",\"inputs\":[{\"name\":\"source\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"nonce\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"token\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"from\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"messageHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"relayERC20\",\"inputs\":[{\"name\":\"token\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"from\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"relayRefund\",\"inputs\":[{\"name\":\"token\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"from\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"sendERC20\",\"inputs\":[{\"name\":\"token\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"chainId\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"messageHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"setCredit\",\"inputs\":[{\"name\":\"token\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"credit\",\"type\":\"uint120\",\"internalType\":\"uint120\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"event\",\"name\":\"CreditSet\",\"inputs\":[{\"name\":\"token\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"credit\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"MintsConfirmed\",\"inputs\":[{\"name\":\"token\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"total\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"RefundERC20\",\"inputs\":[{\"name\":\"token\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"from\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"},{\"name\":\"source\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"RefundedERC20\",\"inputs\":[{\"name\":\"token\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"from\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"},{\"name\":\"destination\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"RelayERC20\",\"inputs\":[{\"name\":\"token\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"from\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"},{\"name\":\"source\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"SendERC20\",\"inputs\":[{\"name\":\"token\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"from\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"},{\"name\":\"destination\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"error\",\"name\":\"CreditExhausted\",\"inputs\":[{\"name\":\"left\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"needed\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"OnlyBridge\",\"inputs\":[{\"name\":\"sender\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"OnlyConfirmer\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"OnlyController\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"OnlyMessenger\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"WrongTotal\",\"inputs\":[{\"name\":\"confirmed\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"minted\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"ZeroAddress\",\"inputs\":[]}]",
	ID:  "TokenBridge",
	Bin: "0x60e0346100df57601f61153e38819003918201601f19168301916001600160401b038311848410176100e3578084926060946040528339810103126100df578051906001600160a01b03821682036100df576020810151906001600160a01b03821682036100df5760400151906001600160781b03821682036100df5760805260a05260c05260405161144690816100f8823960805181818160b10152610b65015260a05181818161021101528181610b150152610fcb015260c051818181610457015281816106fe01528181610bdb01528181610d49015261125c0152f35b5f80fd5b634e487b7160e01b5f52604160045260245ffdfe6080806040526004361015610012575f80fd5b5f905f3560e01c9081633cb747bf14610d1f575080634fe2aa5414610b895780636fc3c81714610b39578063733fc95514610aee5780637580725014610abf5780637cfd6dbc14610955578063a476182114610679578063b1de16a814610553578063c1a433d8146102bf5763dc6dbb091461008c575f80fd5b346102bc5761009a36610dd6565b73ffffffffffffffffffffffffffffffffffffffff7f00000000000000000000000000000000000000000000000000000000000000001633036102945773ffffffffffffffffffffffffffffffffffffffff8216918284528360205260408420916040519261010884610e6a565b546effffffffffffffffffffffffffffff811684526effffffffffffffffffffffffffffff8160781c16602085015260ff604085019160f01c16151581528486526001602052604086206effffffffffffffffffffffffffffff6040519161016f83610e21565b549381602081871694858152019560781c16855216948186108015610279575b610236575050517fefd45daf18865966a1c2e4c6d58063e9adb9db7368530d8c0405f1c841a34182936020939092610204921561020e57516effffffffffffffffffffffffffffff16905b6effffffffffffffffffffffffffffff604051926101f784610e21565b8584521685830152611095565b604051908152a280f35b507f0000000000000000000000000000000000000000000000000000000000000000906101da565b6044916effffffffffffffffffffffffffffff89925116907f20478474000000000000000000000000000000000000000000000000000000008352600452602452fd5b506effffffffffffffffffffffffffffff815116861161018f565b6004837ffdad6059000000000000000000000000000000000000000000000000000000008152fd5b80fd5b50346102bc5760806003193601126102bc576102d9610d6d565b906102e2610d90565b916044356064359173ffffffffffffffffffffffffffffffffffffffff851692831561052b5773ffffffffffffffffffffffffffffffffffffffff821691823b1561051c576040517f2b8c49e300000000000000000000000000000000000000000000000000000000815233600482015260248101859052868160448183885af1801561052057610507575b506040517f7cfd6dbc0000000000000000000000000000000000000000000000000000000060208281019190915273ffffffffffffffffffffffffffffffffffffffff92831660248301523360448301529190971660648801526084870184905261043d966104088160a481015b037fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe08101835282610e86565b604051809881927f7056f41f000000000000000000000000000000000000000000000000000000008352308660048501611032565b03818873ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165af19485156104fb57946104c2575b60209550604051928352858301527f0247bfe63a1aaa59e073e20b172889babfda8d3273b5798e0e9ac4388e6dd11c60403393a4604051908152f35b93506020853d6020116104f3575b816104dd60209383610e86565b810103126104ef576020945193610486565b5f80fd5b3d91506104d0565b604051903d90823e3d90fd5b610512878092610e86565b61051c575f61036e565b8580fd5b6040513d89823e3d90fd5b6004857fd92e233d000000000000000000000000000000000000000000000000000000008152fd5b50346102bc5760606003193601126102bc5761056d610d6d565b610575610d90565b6044359173ffffffffffffffffffffffffffffffffffffffff610596611245565b916105a1858261138d565b1691823b1561066a576040517f18bf507700000000000000000000000000000000000000000000000000000000815273ffffffffffffffffffffffffffffffffffffffff82166004820152602481018590528590818160448183895af1801561066e57610655575b505073ffffffffffffffffffffffffffffffffffffffff6040917f7964cbb4279083d2dafb0de9aadcd430cbf3c5958e011b4f3c8d7eaf57315f6d93835196875260208701521693a380f35b8161065f91610e86565b61066a57845f610609565b8480fd5b6040513d84823e3d90fd5b50346102bc5760c06003193601126102bc5760043590610697610db3565b6064359073ffffffffffffffffffffffffffffffffffffffff821691828103610951576084359073ffffffffffffffffffffffffffffffffffffffff8216820361066a576107d9602060a4359361078a73ffffffffffffffffffffffffffffffffffffffff7f000000000000000000000000000000000000000000000000000000000000000016946103dc876040519485937f7cfd6dbc00000000000000000000000000000000000000000000000000000000888601528b602486019094939273ffffffffffffffffffffffffffffffffffffffff90816060948160808601991685521660208401521660408201520152565b604051809381927fd66cb3ca0000000000000000000000000000000000000000000000000000000083528b60048401526024356024840152306044840152608060648401526084830190610fef565b038189865af180156109465790869291610910575b5061088e60209173ffffffffffffffffffffffffffffffffffffffff604051967fb1de16a80000000000000000000000000000000000000000000000000000000085890152169586602482015287604482015285606482015260648152610856608482610e86565b6040519485809481937f7056f41f0000000000000000000000000000000000000000000000000000000083528d309060048501611032565b03925af19485156104fb57946108d9575b5060407f27c6b0f020b6f924f3e85500ce711a12a1229c21714cd38acff5b70893998ba691602096825191825287820152a3604051908152f35b9493506020853d602011610908575b816108f560209383610e86565b810103126104ef5793519293604061089f565b3d91506108e8565b91506020823d60201161093e575b8161092b60209383610e86565b810103126104ef5785915061088e6107ee565b3d915061091e565b6040513d88823e3d90fd5b8380fd5b50346104ef5760806003193601126104ef5761096f610d6d565b610977610d90565b90610980610db3565b906064359173ffffffffffffffffffffffffffffffffffffffff6109a2611245565b926109ad858261138d565b1691823b156104ef576040517f18bf507700000000000000000000000000000000000000000000000000000000815273ffffffffffffffffffffffffffffffffffffffff83166004820152602481018590525f8160448183885af18015610ab457610a61575b5073ffffffffffffffffffffffffffffffffffffffff807f434965d7426acf45a548f00783c067e9ad789c8c66444f0a5ad8941d5005be93936040938451978852602088015216951693a480f35b604091965073ffffffffffffffffffffffffffffffffffffffff7f434965d7426acf45a548f00783c067e9ad789c8c66444f0a5ad8941d5005be9393610aa85f8394610e86565b5f989350935050610a13565b6040513d5f823e3d90fd5b346104ef5760206003193601126104ef576040610ae2610add610d6d565b610ec7565b82519182526020820152f35b346104ef575f6003193601126104ef5760206040516effffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b346104ef575f6003193601126104ef57602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b346104ef57610b9736610dd6565b906040517f2b20e39700000000000000000000000000000000000000000000000000000000815260208160048173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165afa8015610ab4575f90610cd2575b73ffffffffffffffffffffffffffffffffffffffff9150163303610caa57602081610ca173ffffffffffffffffffffffffffffffffffffffff7f627f21d3ed2e2fcce05686bd8f1b7bbc4f19f17afb8aeb21e154b77822324900941694855f52600184526effffffffffffffffffffffffffffff8060405f2054169160405192610c9384610e21565b835216928385830152611095565b604051908152a2005b7f59907813000000000000000000000000000000000000000000000000000000005f5260045ffd5b506020813d602011610d17575b81610cec60209383610e86565b810103126104ef57610d1273ffffffffffffffffffffffffffffffffffffffff91611067565b610c0a565b3d9150610cdf565b346104ef575f6003193601126104ef5760209073ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b6004359073ffffffffffffffffffffffffffffffffffffffff821682036104ef57565b6024359073ffffffffffffffffffffffffffffffffffffffff821682036104ef57565b6044359073ffffffffffffffffffffffffffffffffffffffff821682036104ef57565b60031960409101126104ef5760043573ffffffffffffffffffffffffffffffffffffffff811681036104ef57906024356effffffffffffffffffffffffffffff811681036104ef5790565b6040810190811067ffffffffffffffff821117610e3d57604052565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b6060810190811067ffffffffffffffff821117610e3d57604052565b90601f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0910116810190811067ffffffffffffffff821117610e3d57604052565b9073ffffffffffffffffffffffffffffffffffffffff604092165f525f602052815f20825190610ef682610e6a565b546effffffffffffffffffffffffffffff811693828580945260ff6effffffffffffffffffffffffffffff8460781c169384602084015260f01c16151591829101525f14610fb8576effffffffffffffffffffffffffffff905b1681811115610fb157036effffffffffffffffffffffffffffff8111610f84576effffffffffffffffffffffffffffff1690565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b505f919050565b506effffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000610f50565b907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f602080948051918291828752018686015e5f8582860101520116010190565b73ffffffffffffffffffffffffffffffffffffffff611064949360609383521660208201528160408201520190610fef565b90565b519073ffffffffffffffffffffffffffffffffffffffff821682036104ef57565b91908201809211610f8457565b73ffffffffffffffffffffffffffffffffffffffff61115a911691825f52600160205260405f20906111556effffffffffffffffffffffffffffff602081845116938285167fffffffffffffffffffffffffffffffffff0000000000000000000000000000008754161786550151168093907fffff000000000000000000000000000000ffffffffffffffffffffffffffffff7dffffffffffffffffffffffffffffff00000000000000000000000000000083549260781b169116179055565b611088565b905f525f60205260405f20906effffffffffffffffffffffffffffff81115f1461122b57506111e26effffffffffffffffffffffffffffff5b82547fffff000000000000000000000000000000ffffffffffffffffffffffffffffff1660789190911b7dffffffffffffffffffffffffffffff00000000000000000000000000000016178255565b7e010000000000000000000000000000000000000000000000000000000000007fff00ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff825416179055565b6effffffffffffffffffffffffffffff6111e29116611193565b73ffffffffffffffffffffffffffffffffffffffff7f000000000000000000000000000000000000000000000000000000000000000016908133036113655760406004928151938480927f7936cbee0000000000000000000000000000000000000000000000000000000082525afa8015610ab4575f925f91611310575b509173ffffffffffffffffffffffffffffffffffffffff163081036112e55750565b7fd8ee8db0000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b9250506040823d60401161135d575b8161132c60409383610e86565b810103126104ef5773ffffffffffffffffffffffffffffffffffffffff602061135484611067565b930151906112c3565b3d915061131f565b7f3e5d9c77000000000000000000000000000000000000000000000000000000005f5260045ffd5b9061139782610ec7565b80831161141657506113ce73ffffffffffffffffffffffffffffffffffffffff926effffffffffffffffffffffffffffff92611088565b1691165f525f6020526effffffffffffffffffffffffffffff60405f2091167fffffffffffffffffffffffffffffffffff000000000000000000000000000000825416179055565b90507f07526e8b000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd",
}

// TokenBridge is an auto generated Go binding around an Ethereum contract.
type TokenBridge struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *TokenBridge) GetABI() abi.ABI {
	return c.abi
}

// NewTokenBridge creates a new instance of TokenBridge.
func NewTokenBridge() *TokenBridge {
	parsed, err := TokenBridgeMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &TokenBridge{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *TokenBridge) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(address messenger_, address confirmer_, uint120 defaultCredit_) returns()
func (tokenBridge *TokenBridge) PackConstructor(messenger_ common.Address, confirmer_ common.Address, defaultCredit_ *big.Int) []byte {
	enc, err := tokenBridge.abi.Pack("", messenger_, confirmer_, defaultCredit_)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackConfirmMints is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdc6dbb09.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function confirmMints(address token, uint120 total) returns()
func (tokenBridge *TokenBridge) PackConfirmMints(token common.Address, total *big.Int) []byte {
	enc, err := tokenBridge.abi.Pack("confirmMints", token, total)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackConfirmMints is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdc6dbb09.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function confirmMints(address token, uint120 total) returns()
func (tokenBridge *TokenBridge) TryPackConfirmMints(token common.Address, total *big.Int) ([]byte, error) {
	return tokenBridge.abi.Pack("confirmMints", token, total)
}

// PackConfirmer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6fc3c817.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function confirmer() view returns(address)
func (tokenBridge *TokenBridge) PackConfirmer() []byte {
	enc, err := tokenBridge.abi.Pack("confirmer")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackConfirmer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6fc3c817.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function confirmer() view returns(address)
func (tokenBridge *TokenBridge) TryPackConfirmer() ([]byte, error) {
	return tokenBridge.abi.Pack("confirmer")
}

// UnpackConfirmer is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x6fc3c817.
//
// Solidity: function confirmer() view returns(address)
func (tokenBridge *TokenBridge) UnpackConfirmer(data []byte) (common.Address, error) {
	out, err := tokenBridge.abi.Unpack("confirmer", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackCreditOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x75807250.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function creditOf(address token) view returns(uint256 minted, uint256 left)
func (tokenBridge *TokenBridge) PackCreditOf(token common.Address) []byte {
	enc, err := tokenBridge.abi.Pack("creditOf", token)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCreditOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x75807250.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function creditOf(address token) view returns(uint256 minted, uint256 left)
func (tokenBridge *TokenBridge) TryPackCreditOf(token common.Address) ([]byte, error) {
	return tokenBridge.abi.Pack("creditOf", token)
}

// CreditOfOutput serves as a container for the return parameters of contract
// method CreditOf.
type CreditOfOutput struct {
	Minted *big.Int
	Left   *big.Int
}

// UnpackCreditOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x75807250.
//
// Solidity: function creditOf(address token) view returns(uint256 minted, uint256 left)
func (tokenBridge *TokenBridge) UnpackCreditOf(data []byte) (CreditOfOutput, error) {
	out, err := tokenBridge.abi.Unpack("creditOf", data)
	outstruct := new(CreditOfOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Minted = abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	outstruct.Left = abi.ConvertType(out[1], new(big.Int)).(*big.Int)
	return *outstruct, nil
}

// PackDefaultCredit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x733fc955.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function defaultCredit() view returns(uint120)
func (tokenBridge *TokenBridge) PackDefaultCredit() []byte {
	enc, err := tokenBridge.abi.Pack("defaultCredit")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDefaultCredit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x733fc955.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function defaultCredit() view returns(uint120)
func (tokenBridge *TokenBridge) TryPackDefaultCredit() ([]byte, error) {
	return tokenBridge.abi.Pack("defaultCredit")
}

// UnpackDefaultCredit is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x733fc955.
//
// Solidity: function defaultCredit() view returns(uint120)
func (tokenBridge *TokenBridge) UnpackDefaultCredit(data []byte) (*big.Int, error) {
	out, err := tokenBridge.abi.Unpack("defaultCredit", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackMessenger is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3cb747bf.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function messenger() view returns(address)
func (tokenBridge *TokenBridge) PackMessenger() []byte {
	enc, err := tokenBridge.abi.Pack("messenger")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMessenger is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3cb747bf.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function messenger() view returns(address)
func (tokenBridge *TokenBridge) TryPackMessenger() ([]byte, error) {
	return tokenBridge.abi.Pack("messenger")
}

// UnpackMessenger is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x3cb747bf.
//
// Solidity: function messenger() view returns(address)
func (tokenBridge *TokenBridge) UnpackMessenger(data []byte) (common.Address, error) {
	out, err := tokenBridge.abi.Unpack("messenger", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackRefundERC20 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa4761821.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function refundERC20(uint256 source, uint256 nonce, address token, address from, address to, uint256 amount) returns(bytes32 messageHash)
func (tokenBridge *TokenBridge) PackRefundERC20(source *big.Int, nonce *big.Int, token common.Address, from common.Address, to common.Address, amount *big.Int) []byte {
	enc, err := tokenBridge.abi.Pack("refundERC20", source, nonce, token, from, to, amount)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRefundERC20 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa4761821.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function refundERC20(uint256 source, uint256 nonce, address token, address from, address to, uint256 amount) returns(bytes32 messageHash)
func (tokenBridge *TokenBridge) TryPackRefundERC20(source *big.Int, nonce *big.Int, token common.Address, from common.Address, to common.Address, amount *big.Int) ([]byte, error) {
	return tokenBridge.abi.Pack("refundERC20", source, nonce, token, from, to, amount)
}

// UnpackRefundERC20 is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa4761821.
//
// Solidity: function refundERC20(uint256 source, uint256 nonce, address token, address from, address to, uint256 amount) returns(bytes32 messageHash)
func (tokenBridge *TokenBridge) UnpackRefundERC20(data []byte) ([32]byte, error) {
	out, err := tokenBridge.abi.Unpack("refundERC20", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackRelayERC20 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7cfd6dbc.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function relayERC20(address token, address from, address to, uint256 amount) returns()
func (tokenBridge *TokenBridge) PackRelayERC20(token common.Address, from common.Address, to common.Address, amount *big.Int) []byte {
	enc, err := tokenBridge.abi.Pack("relayERC20", token, from, to, amount)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRelayERC20 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7cfd6dbc.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function relayERC20(address token, address from, address to, uint256 amount) returns()
func (tokenBridge *TokenBridge) TryPackRelayERC20(token common.Address, from common.Address, to common.Address, amount *big.Int) ([]byte, error) {
	return tokenBridge.abi.Pack("relayERC20", token, from, to, amount)
}

// PackRelayRefund is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb1de16a8.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function relayRefund(address token, address from, uint256 amount) returns()
func (tokenBridge *TokenBridge) PackRelayRefund(token common.Address, from common.Address, amount *big.Int) []byte {
	enc, err := tokenBridge.abi.Pack("relayRefund", token, from, amount)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRelayRefund is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb1de16a8.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function relayRefund(address token, address from, uint256 amount) returns()
func (tokenBridge *TokenBridge) TryPackRelayRefund(token common.Address, from common.Address, amount *big.Int) ([]byte, error) {
	return tokenBridge.abi.Pack("relayRefund", token, from, amount)
}

// PackSendERC20 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc1a433d8.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function sendERC20(address token, address to, uint256 amount, uint256 chainId) returns(bytes32 messageHash)
func (tokenBridge *TokenBridge) PackSendERC20(token common.Address, to common.Address, amount *big.Int, chainId *big.Int) []byte {
	enc, err := tokenBridge.abi.Pack("sendERC20", token, to, amount, chainId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSendERC20 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc1a433d8.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function sendERC20(address token, address to, uint256 amount, uint256 chainId) returns(bytes32 messageHash)
func (tokenBridge *TokenBridge) TryPackSendERC20(token common.Address, to common.Address, amount *big.Int, chainId *big.Int) ([]byte, error) {
	return tokenBridge.abi.Pack("sendERC20", token, to, amount, chainId)
}

// UnpackSendERC20 is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xc1a433d8.
//
// Solidity: function sendERC20(address token, address to, uint256 amount, uint256 chainId) returns(bytes32 messageHash)
func (tokenBridge *TokenBridge) UnpackSendERC20(data []byte) ([32]byte, error) {
	out, err := tokenBridge.abi.Unpack("sendERC20", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackSetCredit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4fe2aa54.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setCredit(address token, uint120 credit) returns()
func (tokenBridge *TokenBridge) PackSetCredit(token common.Address, credit *big.Int) []byte {
	enc, err := tokenBridge.abi.Pack("setCredit", token, credit)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetCredit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4fe2aa54.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setCredit(address token, uint120 credit) returns()
func (tokenBridge *TokenBridge) TryPackSetCredit(token common.Address, credit *big.Int) ([]byte, error) {
	return tokenBridge.abi.Pack("setCredit", token, credit)
}

// TokenBridgeCreditSet represents a CreditSet event raised by the TokenBridge contract.
type TokenBridgeCreditSet struct {
	Token  common.Address
	Credit *big.Int
	Raw    *types.Log // Blockchain specific contextual infos
}

const TokenBridgeCreditSetEventName = "CreditSet"

// ContractEventName returns the user-defined event name.
func (TokenBridgeCreditSet) ContractEventName() string {
	return TokenBridgeCreditSetEventName
}

// UnpackCreditSetEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event CreditSet(address indexed token, uint256 credit)
func (tokenBridge *TokenBridge) UnpackCreditSetEvent(log *types.Log) (*TokenBridgeCreditSet, error) {
	event := "CreditSet"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != tokenBridge.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(TokenBridgeCreditSet)
	if len(log.Data) > 0 {
		if err := tokenBridge.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range tokenBridge.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// TokenBridgeMintsConfirmed represents a MintsConfirmed event raised by the TokenBridge contract.
type TokenBridgeMintsConfirmed struct {
	Token common.Address
	Total *big.Int
	Raw   *types.Log // Blockchain specific contextual infos
}

const TokenBridgeMintsConfirmedEventName = "MintsConfirmed"

// ContractEventName returns the user-defined event name.
func (TokenBridgeMintsConfirmed) ContractEventName() string {
	return TokenBridgeMintsConfirmedEventName
}

// UnpackMintsConfirmedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event MintsConfirmed(address indexed token, uint256 total)
func (tokenBridge *TokenBridge) UnpackMintsConfirmedEvent(log *types.Log) (*TokenBridgeMintsConfirmed, error) {
	event := "MintsConfirmed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != tokenBridge.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(TokenBridgeMintsConfirmed)
	if len(log.Data) > 0 {
		if err := tokenBridge.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range tokenBridge.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// TokenBridgeRefundERC20 represents a RefundERC20 event raised by the TokenBridge contract.
type TokenBridgeRefundERC20 struct {
	Token  common.Address
	From   common.Address
	Amount *big.Int
	Source *big.Int
	Raw    *types.Log // Blockchain specific contextual infos
}

const TokenBridgeRefundERC20EventName = "RefundERC20"

// ContractEventName returns the user-defined event name.
func (TokenBridgeRefundERC20) ContractEventName() string {
	return TokenBridgeRefundERC20EventName
}

// UnpackRefundERC20Event is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RefundERC20(address indexed token, address indexed from, uint256 amount, uint256 source)
func (tokenBridge *TokenBridge) UnpackRefundERC20Event(log *types.Log) (*TokenBridgeRefundERC20, error) {
	event := "RefundERC20"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != tokenBridge.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(TokenBridgeRefundERC20)
	if len(log.Data) > 0 {
		if err := tokenBridge.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range tokenBridge.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// TokenBridgeRefundedERC20 represents a RefundedERC20 event raised by the TokenBridge contract.
type TokenBridgeRefundedERC20 struct {
	Token       common.Address
	From        common.Address
	Amount      *big.Int
	Destination *big.Int
	Raw         *types.Log // Blockchain specific contextual infos
}

const TokenBridgeRefundedERC20EventName = "RefundedERC20"

// ContractEventName returns the user-defined event name.
func (TokenBridgeRefundedERC20) ContractEventName() string {
	return TokenBridgeRefundedERC20EventName
}

// UnpackRefundedERC20Event is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RefundedERC20(address indexed token, address indexed from, uint256 amount, uint256 destination)
func (tokenBridge *TokenBridge) UnpackRefundedERC20Event(log *types.Log) (*TokenBridgeRefundedERC20, error) {
	event := "RefundedERC20"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != tokenBridge.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(TokenBridgeRefundedERC20)
	if len(log.Data) > 0 {
		if err := tokenBridge.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range tokenBridge.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// TokenBridgeRelayERC20 represents a RelayERC20 event raised by the TokenBridge contract.
type TokenBridgeRelayERC20 struct {
	Token  common.Address
	From   common.Address
	To     common.Address
	Amount *big.Int
	Source *big.Int
	Raw    *types.Log // Blockchain specific contextual infos
}

const TokenBridgeRelayERC20EventName = "RelayERC20"

// ContractEventName returns the user-defined event name.
func (TokenBridgeRelayERC20) ContractEventName() string {
	return TokenBridgeRelayERC20EventName
}

// UnpackRelayERC20Event is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RelayERC20(address indexed token, address indexed from, address indexed to, uint256 amount, uint256 source)
func (tokenBridge *TokenBridge) UnpackRelayERC20Event(log *types.Log) (*TokenBridgeRelayERC20, error) {
	event := "RelayERC20"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != tokenBridge.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(TokenBridgeRelayERC20)
	if len(log.Data) > 0 {
		if err := tokenBridge.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range tokenBridge.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// TokenBridgeSendERC20 represents a SendERC20 event raised by the TokenBridge contract.
type TokenBridgeSendERC20 struct {
	Token       common.Address
	From        common.Address
	To          common.Address
	Amount      *big.Int
	Destination *big.Int
	Raw         *types.Log // Blockchain specific contextual infos
}

const TokenBridgeSendERC20EventName = "SendERC20"

// ContractEventName returns the user-defined event name.
func (TokenBridgeSendERC20) ContractEventName() string {
	return TokenBridgeSendERC20EventName
}

// UnpackSendERC20Event is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event SendERC20(address indexed token, address indexed from, address indexed to, uint256 amount, uint256 destination)
func (tokenBridge *TokenBridge) UnpackSendERC20Event(log *types.Log) (*TokenBridgeSendERC20, error) {
	event := "SendERC20"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != tokenBridge.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(TokenBridgeSendERC20)
	if len(log.Data) > 0 {
		if err := tokenBridge.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range tokenBridge.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (tokenBridge *TokenBridge) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], tokenBridge.abi.Errors["CreditExhausted"].ID.Bytes()[:4]) {
		return tokenBridge.UnpackCreditExhaustedError(raw[4:])
	}
	if bytes.Equal(raw[:4], tokenBridge.abi.Errors["OnlyBridge"].ID.Bytes()[:4]) {
		return tokenBridge.UnpackOnlyBridgeError(raw[4:])
	}
	if bytes.Equal(raw[:4], tokenBridge.abi.Errors["OnlyConfirmer"].ID.Bytes()[:4]) {
		return tokenBridge.UnpackOnlyConfirmerError(raw[4:])
	}
	if bytes.Equal(raw[:4], tokenBridge.abi.Errors["OnlyController"].ID.Bytes()[:4]) {
		return tokenBridge.UnpackOnlyControllerError(raw[4:])
	}
	if bytes.Equal(raw[:4], tokenBridge.abi.Errors["OnlyMessenger"].ID.Bytes()[:4]) {
		return tokenBridge.UnpackOnlyMessengerError(raw[4:])
	}
	if bytes.Equal(raw[:4], tokenBridge.abi.Errors["WrongTotal"].ID.Bytes()[:4]) {
		return tokenBridge.UnpackWrongTotalError(raw[4:])
	}
	if bytes.Equal(raw[:4], tokenBridge.abi.Errors["ZeroAddress"].ID.Bytes()[:4]) {
		return tokenBridge.UnpackZeroAddressError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// TokenBridgeCreditExhausted represents a CreditExhausted error raised by the TokenBridge contract.
type TokenBridgeCreditExhausted struct {
	Left   *big.Int
	Needed *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error CreditExhausted(uint256 left, uint256 needed)
func TokenBridgeCreditExhaustedErrorID() common.Hash {
	return common.HexToHash("0x07526e8ba98b0bada6502884f945b003350b7430f91be72daa6d0f80331b29a0")
}

// UnpackCreditExhaustedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error CreditExhausted(uint256 left, uint256 needed)
func (tokenBridge *TokenBridge) UnpackCreditExhaustedError(raw []byte) (*TokenBridgeCreditExhausted, error) {
	out := new(TokenBridgeCreditExhausted)
	if err := tokenBridge.abi.UnpackIntoInterface(out, "CreditExhausted", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TokenBridgeOnlyBridge represents a OnlyBridge error raised by the TokenBridge contract.
type TokenBridgeOnlyBridge struct {
	Sender common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OnlyBridge(address sender)
func TokenBridgeOnlyBridgeErrorID() common.Hash {
	return common.HexToHash("0xd8ee8db0e5ab203fe0c7b589e312fb3647f7ad85166c4e7fbc338a134163b0f1")
}

// UnpackOnlyBridgeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OnlyBridge(address sender)
func (tokenBridge *TokenBridge) UnpackOnlyBridgeError(raw []byte) (*TokenBridgeOnlyBridge, error) {
	out := new(TokenBridgeOnlyBridge)
	if err := tokenBridge.abi.UnpackIntoInterface(out, "OnlyBridge", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TokenBridgeOnlyConfirmer represents a OnlyConfirmer error raised by the TokenBridge contract.
type TokenBridgeOnlyConfirmer struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OnlyConfirmer()
func TokenBridgeOnlyConfirmerErrorID() common.Hash {
	return common.HexToHash("0xfdad60596a4cb7333434dffffc1ce2d9d7da920a3e9e0bd64c53932cd53ffec0")
}

// UnpackOnlyConfirmerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OnlyConfirmer()
func (tokenBridge *TokenBridge) UnpackOnlyConfirmerError(raw []byte) (*TokenBridgeOnlyConfirmer, error) {
	out := new(TokenBridgeOnlyConfirmer)
	if err := tokenBridge.abi.UnpackIntoInterface(out, "OnlyConfirmer", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TokenBridgeOnlyController represents a OnlyController error raised by the TokenBridge contract.
type TokenBridgeOnlyController struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OnlyController()
func TokenBridgeOnlyControllerErrorID() common.Hash {
	return common.HexToHash("0x599078134b9a50197c13446faf32d1b3bc89d9570cdc1264c6e59fcda8340da5")
}

// UnpackOnlyControllerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OnlyController()
func (tokenBridge *TokenBridge) UnpackOnlyControllerError(raw []byte) (*TokenBridgeOnlyController, error) {
	out := new(TokenBridgeOnlyController)
	if err := tokenBridge.abi.UnpackIntoInterface(out, "OnlyController", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TokenBridgeOnlyMessenger represents a OnlyMessenger error raised by the TokenBridge contract.
type TokenBridgeOnlyMessenger struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OnlyMessenger()
func TokenBridgeOnlyMessengerErrorID() common.Hash {
	return common.HexToHash("0x3e5d9c77ba8b00bdc78eec6c91bac63dcf8bd383436f624628e01f109c9a6950")
}

// UnpackOnlyMessengerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OnlyMessenger()
func (tokenBridge *TokenBridge) UnpackOnlyMessengerError(raw []byte) (*TokenBridgeOnlyMessenger, error) {
	out := new(TokenBridgeOnlyMessenger)
	if err := tokenBridge.abi.UnpackIntoInterface(out, "OnlyMessenger", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TokenBridgeWrongTotal represents a WrongTotal error raised by the TokenBridge contract.
type TokenBridgeWrongTotal struct {
	Confirmed *big.Int
	Minted    *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongTotal(uint256 confirmed, uint256 minted)
func TokenBridgeWrongTotalErrorID() common.Hash {
	return common.HexToHash("0x204784744bb1c7a872e134b7d1ec7231962b871807e4fea353b6894adf1361e9")
}

// UnpackWrongTotalError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongTotal(uint256 confirmed, uint256 minted)
func (tokenBridge *TokenBridge) UnpackWrongTotalError(raw []byte) (*TokenBridgeWrongTotal, error) {
	out := new(TokenBridgeWrongTotal)
	if err := tokenBridge.abi.UnpackIntoInterface(out, "WrongTotal", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TokenBridgeZeroAddress represents a ZeroAddress error raised by the TokenBridge contract.
type TokenBridgeZeroAddress struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ZeroAddress()
func TokenBridgeZeroAddressErrorID() common.Hash {
	return common.HexToHash("0xd92e233df2717d4a40030e20904abd27b68fcbeede117eaaccbbdac9618c8c73")
}

// UnpackZeroAddressError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ZeroAddress()
func (tokenBridge *TokenBridge) UnpackZeroAddressError(raw []byte) (*TokenBridgeZeroAddress, error) {
	out := new(TokenBridgeZeroAddress)
	if err := tokenBridge.abi.UnpackIntoInterface(out, "ZeroAddress", raw); err != nil {
		return nil, err
	}
	return out, nil
}
