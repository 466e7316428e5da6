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

// ETHBridgeMetaData contains all meta data concerning the ETHBridge contract.
var ETHBridgeMetaData = bind.MetaData{
	ABI: "[{\"type\":\"constructor\",\"inputs\":[{\"name\":\"messenger_\",\"type\":\"address\",\"internalType\":\"contractMessenger\"},{\"name\":\"confirmer_\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"defaultCredit_\",\"type\":\"uint120\",\"internalType\":\"uint120\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"receive\",\"stateMutability\":\"payable\"},{\"type\":\"function\",\"name\":\"confirmMints\",\"inputs\":[{\"name\":\"token\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"total\",\"type\":\"uint120\",\"internalType\":\"uint120\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"confirmer\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"creditOf\",\"inputs\":[{\"name\":\"token\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"minted\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"left\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"defaultCredit\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint120\",\"internalType\":\"uint120\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"deposit\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"payable\"},{\"type\":\"function\",\"name\":\"messenger\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"contractMessenger\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"refundETH\",\"inputs\":[{\"name\":\"source\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"nonce\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"from\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"messageHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"relayETH\",\"inputs\":[{\"name\":\"from\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"relayRefund\",\"inputs\":[{\"name\":\"from\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"sendETH\",\"inputs\":[{\"name\":\"to\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"chainId\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"messageHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"payable\"},{\"type\":\"function\",\"name\":\"setCredit\",\"inputs\":[{\"name\":\"token\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"credit\",\"type\":\"uint120\",\"internalType\":\"uint120\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"event\",\"name\":\"CreditSet\",\"inputs\":[{\"name\":\"token\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"credit\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Deposit\",\"inputs\":[{\"name\":\"from\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"MintsConfirmed\",\"inputs\":[{\"name\":\"token\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"total\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"RefundETH\",\"inputs\":[{\"name\":\"from\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"},{\"name\":\"source\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"RefundedETH\",\"inputs\":[{\"name\":\"from\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"},{\"name\":\"destination\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"RelayETH\",\"inputs\":[{\"name\":\"from\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"},{\"name\":\"source\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"SendETH\",\"inputs\":[{\"name\":\"from\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"},{\"name\":\"destination\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"error\",\"name\":\"CreditExhausted\",\"inputs\":[{\"name\":\"left\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"needed\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"DestinationLiquidity\",\"inputs\":[{\"name\":\"available\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"needed\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"OnlyBridge\",\"inputs\":[{\"name\":\"sender\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"OnlyConfirmer\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"OnlyController\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"OnlyMessenger\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"PaymentFailed\",\"inputs\":[{\"name\":\"to\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"WrongTotal\",\"inputs\":[{\"name\":\"confirmed\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"minted\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"ZeroAddress\",\"inputs\":[]}]",
	ID:  "ETHBridge",
	Bin: "0x60e0346100e757601f61146538819003918201601f19168301916001600160401b038311848410176100eb578084926060946040528339810103126100e7578051906001600160a01b03821682036100e7576020810151906001600160a01b03821682036100e75760400151906001600160781b03821682036100e75760805260a05260c052604051611365908161010082396080518181816104110152610807015260a0518181816105710152818161076c015281816107b70152611155015260c0518181816101210152818161091601528181610a3201528181610c300152610e460152f35b5f80fd5b634e487b7160e01b5f52604160045260245ffdfe6080806040526004361015610024575b50361561001a575f80fd5b610022610de0565b005b5f3560e01c9081633cb747bf14610c06575080634f0edcc914610b6d5780634fe2aa54146109e057806364a197f31461082b5780636fc3c817146107db578063733fc95514610790578063758072501461062e578063d0e30db01461061b578063dc6dbb09146103ec578063dd8542f3146103765763e17a776b146100a9575f61000f565b3461032c5760a060031936011261032c5760043560443573ffffffffffffffffffffffffffffffffffffffff811680820361032c5760643573ffffffffffffffffffffffffffffffffffffffff8116810361032c5761021e6020608435926101cf73ffffffffffffffffffffffffffffffffffffffff7f000000000000000000000000000000000000000000000000000000000000000016966101a3866040519485937f4f0edcc900000000000000000000000000000000000000000000000000000000888601526024850173ffffffffffffffffffffffffffffffffffffffff6040929594938160608401971683521660208201520152565b037fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe08101835282610d27565b604051809381927fd66cb3ca0000000000000000000000000000000000000000000000000000000083528960048401526024356024840152306044840152608060648401526084830190610d68565b03815f885af1801561033857610343575b5060206102b15f946040517fdd8542f300000000000000000000000000000000000000000000000000000000848201528560248201528460448201526044815261027a606482610d27565b6040519687809481937f7056f41f000000000000000000000000000000000000000000000000000000008352308c60048501610dab565b03925af1928315610338575f936102fd575b5060407f0a51d2fc760fc947eee0ddb113878c9774c389343c0b08aa0afe1caa731e7a1791602095825191825286820152a2604051908152f35b9392506020843d602011610330575b8161031960209383610d27565b8101031261032c579251919260406102c3565b5f80fd5b3d915061030c565b6040513d5f823e3d90fd5b926020843d60201161036e575b8161035d60209383610d27565b8101031261032c579250602061022f565b3d9150610350565b3461032c57604060031936011261032c5761038f610c54565b7f85bd8d45c183e85cb5480533fc150a4e9794e6937d6d586ea4d09c45114ca494604073ffffffffffffffffffffffffffffffffffffffff602435936103d3610e2f565b6103dd8683610f77565b835195865260208601521692a2005b3461032c576103fa36610c77565b73ffffffffffffffffffffffffffffffffffffffff7f00000000000000000000000000000000000000000000000000000000000000001633036105f35773ffffffffffffffffffffffffffffffffffffffff821691825f525f60205260405f20916040519261046884610d0b565b546effffffffffffffffffffffffffffff811684526effffffffffffffffffffffffffffff8160781c16602085015260ff604085019160f01c1615158152845f52600160205260405f206effffffffffffffffffffffffffffff604051916104cf83610cc2565b549381602081871694858152019560781c168552169481861080156105d8575b61059657867fefd45daf18865966a1c2e4c6d58063e9adb9db7368530d8c0405f1c841a341826020886105658989895115155f1461056e57516effffffffffffffffffffffffffffff16905b6effffffffffffffffffffffffffffff6040519261055884610cc2565b85845216858301526111b5565b604051908152a2005b507f00000000000000000000000000000000000000000000000000000000000000009061053b565b6effffffffffffffffffffffffffffff905116907f20478474000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b506effffffffffffffffffffffffffffff81511686116104ef565b7ffdad6059000000000000000000000000000000000000000000000000000000005f5260045ffd5b5f60031936011261032c57610022610de0565b3461032c57602060031936011261032c5773ffffffffffffffffffffffffffffffffffffffff61065c610c54565b165f525f60205260405f206040519061067482610d0b565b5460406effffffffffffffffffffffffffffff82169283815260ff6effffffffffffffffffffffffffffff8460781c169384602084015260f01c16151591829101525f14610759576effffffffffffffffffffffffffffff905b168181111561073f57819003906effffffffffffffffffffffffffffff8211610712576effffffffffffffffffffffffffffff6040925b1682519182526020820152f35b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b506040906effffffffffffffffffffffffffffff5f610705565b506effffffffffffffffffffffffffffff7f00000000000000000000000000000000000000000000000000000000000000006106ce565b3461032c575f60031936011261032c5760206040516effffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b3461032c575f60031936011261032c57602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b604060031936011261032c5761083f610c54565b60243573ffffffffffffffffffffffffffffffffffffffff821680156109b8576040517f4f0edcc90000000000000000000000000000000000000000000000000000000060208281019190915233602483015273ffffffffffffffffffffffffffffffffffffffff90941660448201523460648201526108fc93906108c781608481016101a3565b604051809581927f7056f41f000000000000000000000000000000000000000000000000000000008352308760048501610dab565b03815f73ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165af1918215610338575f92610983575b6020935060405190348252848201527fed98a2ff78833375c368471a747cdf0633024dde3f870feb08a934ac5be8340260403392a3604051908152f35b91506020833d6020116109b0575b8161099e60209383610d27565b8101031261032c576020925191610946565b3d9150610991565b7fd92e233d000000000000000000000000000000000000000000000000000000005f5260045ffd5b3461032c576109ee36610c77565b906040517f2b20e39700000000000000000000000000000000000000000000000000000000815260208160048173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165afa8015610338575f90610b20575b73ffffffffffffffffffffffffffffffffffffffff9150163303610af85760208161056573ffffffffffffffffffffffffffffffffffffffff7f627f21d3ed2e2fcce05686bd8f1b7bbc4f19f17afb8aeb21e154b77822324900941694855f52600184526effffffffffffffffffffffffffffff8060405f2054169160405192610aea84610cc2565b8352169283858301526111b5565b7f59907813000000000000000000000000000000000000000000000000000000005f5260045ffd5b506020813d602011610b65575b81610b3a60209383610d27565b8101031261032c57610b6073ffffffffffffffffffffffffffffffffffffffff91610e0e565b610a61565b3d9150610b2d565b3461032c57606060031936011261032c57610b86610c54565b60243573ffffffffffffffffffffffffffffffffffffffff81169182820361032c57604073ffffffffffffffffffffffffffffffffffffffff7fe5479bb8ebad3b9ac81f55f424a6289cf0a54ff2641708f41dcb2b26f264d3599260443594610bf786610bf1610e2f565b92610f77565b835195865260208601521692a3005b3461032c575f60031936011261032c5760209073ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b6004359073ffffffffffffffffffffffffffffffffffffffff8216820361032c57565b600319604091011261032c5760043573ffffffffffffffffffffffffffffffffffffffff8116810361032c57906024356effffffffffffffffffffffffffffff8116810361032c5790565b6040810190811067ffffffffffffffff821117610cde57604052565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b6060810190811067ffffffffffffffff821117610cde57604052565b90601f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0910116810190811067ffffffffffffffff821117610cde57604052565b907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f602080948051918291828752018686015e5f8582860101520116010190565b73ffffffffffffffffffffffffffffffffffffffff610ddd949360609383521660208201528160408201520190610d68565b90565b6040513481527fe1fffcc4923d04b559f4d29a8bfc6cda04eb5b0d3c460751c2402c5c5cc9109c60203392a2565b519073ffffffffffffffffffffffffffffffffffffffff8216820361032c57565b73ffffffffffffffffffffffffffffffffffffffff7f00000000000000000000000000000000000000000000000000000000000000001690813303610f4f5760406004928151938480927f7936cbee0000000000000000000000000000000000000000000000000000000082525afa8015610338575f925f91610efa575b509173ffffffffffffffffffffffffffffffffffffffff16308103610ecf5750565b7fd8ee8db0000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b9250506040823d604011610f47575b81610f1660409383610d27565b8101031261032c5773ffffffffffffffffffffffffffffffffffffffff6020610f3e84610e0e565b93015190610ead565b3d9150610f09565b7f3e5d9c77000000000000000000000000000000000000000000000000000000005f5260045ffd5b90804710611179575f808052602052604080517fad3228b676f7d3cd4284a5443f17f1962b36e491b30a40b2405849e597ba5fb5610fb482610d0b565b546effffffffffffffffffffffffffffff811692828480945260ff6effffffffffffffffffffffffffffff8460781c169384602084015260f01c16151591829101525f14611142576effffffffffffffffffffffffffffff905b168181111561112a57036effffffffffffffffffffffffffffff8111610712576effffffffffffffffffffffffffffff905b168083116110fa57505f80836effffffffffffffffffffffffffffff611068839684966111a8565b16828052826020526effffffffffffffffffffffffffffff6040842091167fffffffffffffffffffffffffffffffffff000000000000000000000000000000825416179055855af1156110b85750565b73ffffffffffffffffffffffffffffffffffffffff907f36899e48000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b90507f07526e8b000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b50506effffffffffffffffffffffffffffff5f611040565b506effffffffffffffffffffffffffffff7f000000000000000000000000000000000000000000000000000000000000000061100e565b477f40e9fe25000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b9190820180921161071257565b73ffffffffffffffffffffffffffffffffffffffff61127a911691825f52600160205260405f20906112756effffffffffffffffffffffffffffff602081845116938285167fffffffffffffffffffffffffffffffffff0000000000000000000000000000008754161786550151168093907fffff000000000000000000000000000000ffffffffffffffffffffffffffffff7dffffffffffffffffffffffffffffff00000000000000000000000000000083549260781b169116179055565b6111a8565b905f525f60205260405f20906effffffffffffffffffffffffffffff81115f1461134b57506113026effffffffffffffffffffffffffffff5b82547fffff000000000000000000000000000000ffffffffffffffffffffffffffffff1660789190911b7dffffffffffffffffffffffffffffff00000000000000000000000000000016178255565b7e010000000000000000000000000000000000000000000000000000000000007fff00ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff825416179055565b6effffffffffffffffffffffffffffff61130291166112b356",
}

// ETHBridge is an auto generated Go binding around an Ethereum contract.
type ETHBridge struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *ETHBridge) GetABI() abi.ABI {
	return c.abi
}

// NewETHBridge creates a new instance of ETHBridge.
func NewETHBridge() *ETHBridge {
	parsed, err := ETHBridgeMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &ETHBridge{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *ETHBridge) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(address messenger_, address confirmer_, uint120 defaultCredit_) returns()
func (eTHBridge *ETHBridge) PackConstructor(messenger_ common.Address, confirmer_ common.Address, defaultCredit_ *big.Int) []byte {
	enc, err := eTHBridge.abi.Pack("", messenger_, confirmer_, defaultCredit_)
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
func (eTHBridge *ETHBridge) PackConfirmMints(token common.Address, total *big.Int) []byte {
	enc, err := eTHBridge.abi.Pack("confirmMints", token, total)
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
func (eTHBridge *ETHBridge) TryPackConfirmMints(token common.Address, total *big.Int) ([]byte, error) {
	return eTHBridge.abi.Pack("confirmMints", token, total)
}

// PackConfirmer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6fc3c817.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function confirmer() view returns(address)
func (eTHBridge *ETHBridge) PackConfirmer() []byte {
	enc, err := eTHBridge.abi.Pack("confirmer")
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
func (eTHBridge *ETHBridge) TryPackConfirmer() ([]byte, error) {
	return eTHBridge.abi.Pack("confirmer")
}

// UnpackConfirmer is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x6fc3c817.
//
// Solidity: function confirmer() view returns(address)
func (eTHBridge *ETHBridge) UnpackConfirmer(data []byte) (common.Address, error) {
	out, err := eTHBridge.abi.Unpack("confirmer", data)
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
func (eTHBridge *ETHBridge) PackCreditOf(token common.Address) []byte {
	enc, err := eTHBridge.abi.Pack("creditOf", token)
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
func (eTHBridge *ETHBridge) TryPackCreditOf(token common.Address) ([]byte, error) {
	return eTHBridge.abi.Pack("creditOf", token)
}

// UnpackCreditOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x75807250.
//
// Solidity: function creditOf(address token) view returns(uint256 minted, uint256 left)
func (eTHBridge *ETHBridge) UnpackCreditOf(data []byte) (CreditOfOutput, error) {
	out, err := eTHBridge.abi.Unpack("creditOf", data)
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
func (eTHBridge *ETHBridge) PackDefaultCredit() []byte {
	enc, err := eTHBridge.abi.Pack("defaultCredit")
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
func (eTHBridge *ETHBridge) TryPackDefaultCredit() ([]byte, error) {
	return eTHBridge.abi.Pack("defaultCredit")
}

// UnpackDefaultCredit is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x733fc955.
//
// Solidity: function defaultCredit() view returns(uint120)
func (eTHBridge *ETHBridge) UnpackDefaultCredit(data []byte) (*big.Int, error) {
	out, err := eTHBridge.abi.Unpack("defaultCredit", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackDeposit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd0e30db0.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function deposit() payable returns()
func (eTHBridge *ETHBridge) PackDeposit() []byte {
	enc, err := eTHBridge.abi.Pack("deposit")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDeposit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd0e30db0.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function deposit() payable returns()
func (eTHBridge *ETHBridge) TryPackDeposit() ([]byte, error) {
	return eTHBridge.abi.Pack("deposit")
}

// PackMessenger is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3cb747bf.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function messenger() view returns(address)
func (eTHBridge *ETHBridge) PackMessenger() []byte {
	enc, err := eTHBridge.abi.Pack("messenger")
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
func (eTHBridge *ETHBridge) TryPackMessenger() ([]byte, error) {
	return eTHBridge.abi.Pack("messenger")
}

// UnpackMessenger is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x3cb747bf.
//
// Solidity: function messenger() view returns(address)
func (eTHBridge *ETHBridge) UnpackMessenger(data []byte) (common.Address, error) {
	out, err := eTHBridge.abi.Unpack("messenger", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackRefundETH is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe17a776b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function refundETH(uint256 source, uint256 nonce, address from, address to, uint256 amount) returns(bytes32 messageHash)
func (eTHBridge *ETHBridge) PackRefundETH(source *big.Int, nonce *big.Int, from common.Address, to common.Address, amount *big.Int) []byte {
	enc, err := eTHBridge.abi.Pack("refundETH", source, nonce, from, to, amount)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRefundETH is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe17a776b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function refundETH(uint256 source, uint256 nonce, address from, address to, uint256 amount) returns(bytes32 messageHash)
func (eTHBridge *ETHBridge) TryPackRefundETH(source *big.Int, nonce *big.Int, from common.Address, to common.Address, amount *big.Int) ([]byte, error) {
	return eTHBridge.abi.Pack("refundETH", source, nonce, from, to, amount)
}

// UnpackRefundETH is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe17a776b.
//
// Solidity: function refundETH(uint256 source, uint256 nonce, address from, address to, uint256 amount) returns(bytes32 messageHash)
func (eTHBridge *ETHBridge) UnpackRefundETH(data []byte) ([32]byte, error) {
	out, err := eTHBridge.abi.Unpack("refundETH", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackRelayETH is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4f0edcc9.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function relayETH(address from, address to, uint256 amount) returns()
func (eTHBridge *ETHBridge) PackRelayETH(from common.Address, to common.Address, amount *big.Int) []byte {
	enc, err := eTHBridge.abi.Pack("relayETH", from, to, amount)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRelayETH is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4f0edcc9.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function relayETH(address from, address to, uint256 amount) returns()
func (eTHBridge *ETHBridge) TryPackRelayETH(from common.Address, to common.Address, amount *big.Int) ([]byte, error) {
	return eTHBridge.abi.Pack("relayETH", from, to, amount)
}

// PackRelayRefund is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdd8542f3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function relayRefund(address from, uint256 amount) returns()
func (eTHBridge *ETHBridge) PackRelayRefund(from common.Address, amount *big.Int) []byte {
	enc, err := eTHBridge.abi.Pack("relayRefund", from, amount)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRelayRefund is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdd8542f3.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function relayRefund(address from, uint256 amount) returns()
func (eTHBridge *ETHBridge) TryPackRelayRefund(from common.Address, amount *big.Int) ([]byte, error) {
	return eTHBridge.abi.Pack("relayRefund", from, amount)
}

// PackSendETH is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x64a197f3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function sendETH(address to, uint256 chainId) payable returns(bytes32 messageHash)
func (eTHBridge *ETHBridge) PackSendETH(to common.Address, chainId *big.Int) []byte {
	enc, err := eTHBridge.abi.Pack("sendETH", to, chainId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSendETH is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x64a197f3.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function sendETH(address to, uint256 chainId) payable returns(bytes32 messageHash)
func (eTHBridge *ETHBridge) TryPackSendETH(to common.Address, chainId *big.Int) ([]byte, error) {
	return eTHBridge.abi.Pack("sendETH", to, chainId)
}

// UnpackSendETH is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x64a197f3.
//
// Solidity: function sendETH(address to, uint256 chainId) payable returns(bytes32 messageHash)
func (eTHBridge *ETHBridge) UnpackSendETH(data []byte) ([32]byte, error) {
	out, err := eTHBridge.abi.Unpack("sendETH", data)
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
func (eTHBridge *ETHBridge) PackSetCredit(token common.Address, credit *big.Int) []byte {
	enc, err := eTHBridge.abi.Pack("setCredit", token, credit)
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
func (eTHBridge *ETHBridge) TryPackSetCredit(token common.Address, credit *big.Int) ([]byte, error) {
	return eTHBridge.abi.Pack("setCredit", token, credit)
}

// ETHBridgeCreditSet represents a CreditSet event raised by the ETHBridge contract.
type ETHBridgeCreditSet struct {
	Token  common.Address
	Credit *big.Int
	Raw    *types.Log // Blockchain specific contextual infos
}

const ETHBridgeCreditSetEventName = "CreditSet"

// ContractEventName returns the user-defined event name.
func (ETHBridgeCreditSet) ContractEventName() string {
	return ETHBridgeCreditSetEventName
}

// UnpackCreditSetEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event CreditSet(address indexed token, uint256 credit)
func (eTHBridge *ETHBridge) UnpackCreditSetEvent(log *types.Log) (*ETHBridgeCreditSet, error) {
	event := "CreditSet"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != eTHBridge.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ETHBridgeCreditSet)
	if len(log.Data) > 0 {
		if err := eTHBridge.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range eTHBridge.abi.Events[event].Inputs {
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

// ETHBridgeDeposit represents a Deposit event raised by the ETHBridge contract.
type ETHBridgeDeposit struct {
	From   common.Address
	Amount *big.Int
	Raw    *types.Log // Blockchain specific contextual infos
}

const ETHBridgeDepositEventName = "Deposit"

// ContractEventName returns the user-defined event name.
func (ETHBridgeDeposit) ContractEventName() string {
	return ETHBridgeDepositEventName
}

// UnpackDepositEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Deposit(address indexed from, uint256 amount)
func (eTHBridge *ETHBridge) UnpackDepositEvent(log *types.Log) (*ETHBridgeDeposit, error) {
	event := "Deposit"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != eTHBridge.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ETHBridgeDeposit)
	if len(log.Data) > 0 {
		if err := eTHBridge.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range eTHBridge.abi.Events[event].Inputs {
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

// ETHBridgeMintsConfirmed represents a MintsConfirmed event raised by the ETHBridge contract.
type ETHBridgeMintsConfirmed struct {
	Token common.Address
	Total *big.Int
	Raw   *types.Log // Blockchain specific contextual infos
}

const ETHBridgeMintsConfirmedEventName = "MintsConfirmed"

// ContractEventName returns the user-defined event name.
func (ETHBridgeMintsConfirmed) ContractEventName() string {
	return ETHBridgeMintsConfirmedEventName
}

// UnpackMintsConfirmedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event MintsConfirmed(address indexed token, uint256 total)
func (eTHBridge *ETHBridge) UnpackMintsConfirmedEvent(log *types.Log) (*ETHBridgeMintsConfirmed, error) {
	event := "MintsConfirmed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != eTHBridge.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ETHBridgeMintsConfirmed)
	if len(log.Data) > 0 {
		if err := eTHBridge.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range eTHBridge.abi.Events[event].Inputs {
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

// ETHBridgeRefundETH represents a RefundETH event raised by the ETHBridge contract.
type ETHBridgeRefundETH struct {
	From   common.Address
	Amount *big.Int
	Source *big.Int
	Raw    *types.Log // Blockchain specific contextual infos
}

const ETHBridgeRefundETHEventName = "RefundETH"

// ContractEventName returns the user-defined event name.
func (ETHBridgeRefundETH) ContractEventName() string {
	return ETHBridgeRefundETHEventName
}

// UnpackRefundETHEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RefundETH(address indexed from, uint256 amount, uint256 source)
func (eTHBridge *ETHBridge) UnpackRefundETHEvent(log *types.Log) (*ETHBridgeRefundETH, error) {
	event := "RefundETH"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != eTHBridge.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ETHBridgeRefundETH)
	if len(log.Data) > 0 {
		if err := eTHBridge.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range eTHBridge.abi.Events[event].Inputs {
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

// ETHBridgeRefundedETH represents a RefundedETH event raised by the ETHBridge contract.
type ETHBridgeRefundedETH struct {
	From        common.Address
	Amount      *big.Int
	Destination *big.Int
	Raw         *types.Log // Blockchain specific contextual infos
}

const ETHBridgeRefundedETHEventName = "RefundedETH"

// ContractEventName returns the user-defined event name.
func (ETHBridgeRefundedETH) ContractEventName() string {
	return ETHBridgeRefundedETHEventName
}

// UnpackRefundedETHEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RefundedETH(address indexed from, uint256 amount, uint256 destination)
func (eTHBridge *ETHBridge) UnpackRefundedETHEvent(log *types.Log) (*ETHBridgeRefundedETH, error) {
	event := "RefundedETH"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != eTHBridge.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ETHBridgeRefundedETH)
	if len(log.Data) > 0 {
		if err := eTHBridge.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range eTHBridge.abi.Events[event].Inputs {
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

// ETHBridgeRelayETH represents a RelayETH event raised by the ETHBridge contract.
type ETHBridgeRelayETH struct {
	From   common.Address
	To     common.Address
	Amount *big.Int
	Source *big.Int
	Raw    *types.Log // Blockchain specific contextual infos
}

const ETHBridgeRelayETHEventName = "RelayETH"

// ContractEventName returns the user-defined event name.
func (ETHBridgeRelayETH) ContractEventName() string {
	return ETHBridgeRelayETHEventName
}

// UnpackRelayETHEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RelayETH(address indexed from, address indexed to, uint256 amount, uint256 source)
func (eTHBridge *ETHBridge) UnpackRelayETHEvent(log *types.Log) (*ETHBridgeRelayETH, error) {
	event := "RelayETH"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != eTHBridge.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ETHBridgeRelayETH)
	if len(log.Data) > 0 {
		if err := eTHBridge.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range eTHBridge.abi.Events[event].Inputs {
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

// ETHBridgeSendETH represents a SendETH event raised by the ETHBridge contract.
type ETHBridgeSendETH struct {
	From        common.Address
	To          common.Address
	Amount      *big.Int
	Destination *big.Int
	Raw         *types.Log // Blockchain specific contextual infos
}

const ETHBridgeSendETHEventName = "SendETH"

// ContractEventName returns the user-defined event name.
func (ETHBridgeSendETH) ContractEventName() string {
	return ETHBridgeSendETHEventName
}

// UnpackSendETHEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event SendETH(address indexed from, address indexed to, uint256 amount, uint256 destination)
func (eTHBridge *ETHBridge) UnpackSendETHEvent(log *types.Log) (*ETHBridgeSendETH, error) {
	event := "SendETH"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != eTHBridge.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ETHBridgeSendETH)
	if len(log.Data) > 0 {
		if err := eTHBridge.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range eTHBridge.abi.Events[event].Inputs {
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
func (eTHBridge *ETHBridge) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], eTHBridge.abi.Errors["CreditExhausted"].ID.Bytes()[:4]) {
		return eTHBridge.UnpackCreditExhaustedError(raw[4:])
	}
	if bytes.Equal(raw[:4], eTHBridge.abi.Errors["DestinationLiquidity"].ID.Bytes()[:4]) {
		return eTHBridge.UnpackDestinationLiquidityError(raw[4:])
	}
	if bytes.Equal(raw[:4], eTHBridge.abi.Errors["OnlyBridge"].ID.Bytes()[:4]) {
		return eTHBridge.UnpackOnlyBridgeError(raw[4:])
	}
	if bytes.Equal(raw[:4], eTHBridge.abi.Errors["OnlyConfirmer"].ID.Bytes()[:4]) {
		return eTHBridge.UnpackOnlyConfirmerError(raw[4:])
	}
	if bytes.Equal(raw[:4], eTHBridge.abi.Errors["OnlyController"].ID.Bytes()[:4]) {
		return eTHBridge.UnpackOnlyControllerError(raw[4:])
	}
	if bytes.Equal(raw[:4], eTHBridge.abi.Errors["OnlyMessenger"].ID.Bytes()[:4]) {
		return eTHBridge.UnpackOnlyMessengerError(raw[4:])
	}
	if bytes.Equal(raw[:4], eTHBridge.abi.Errors["PaymentFailed"].ID.Bytes()[:4]) {
		return eTHBridge.UnpackPaymentFailedError(raw[4:])
	}
	if bytes.Equal(raw[:4], eTHBridge.abi.Errors["WrongTotal"].ID.Bytes()[:4]) {
		return eTHBridge.UnpackWrongTotalError(raw[4:])
	}
	if bytes.Equal(raw[:4], eTHBridge.abi.Errors["ZeroAddress"].ID.Bytes()[:4]) {
		return eTHBridge.UnpackZeroAddressError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// ETHBridgeCreditExhausted represents a CreditExhausted error raised by the ETHBridge contract.
type ETHBridgeCreditExhausted struct {
	Left   *big.Int
	Needed *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error CreditExhausted(uint256 left, uint256 needed)
func ETHBridgeCreditExhaustedErrorID() common.Hash {
	return common.HexToHash("0x07526e8ba98b0bada6502884f945b003350b7430f91be72daa6d0f80331b29a0")
}

// UnpackCreditExhaustedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error CreditExhausted(uint256 left, uint256 needed)
func (eTHBridge *ETHBridge) UnpackCreditExhaustedError(raw []byte) (*ETHBridgeCreditExhausted, error) {
	out := new(ETHBridgeCreditExhausted)
	if err := eTHBridge.abi.UnpackIntoInterface(out, "CreditExhausted", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ETHBridgeDestinationLiquidity represents a DestinationLiquidity error raised by the ETHBridge contract.
type ETHBridgeDestinationLiquidity struct {
	Available *big.Int
	Needed    *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error DestinationLiquidity(uint256 available, uint256 needed)
func ETHBridgeDestinationLiquidityErrorID() common.Hash {
	return common.HexToHash("0x40e9fe259534b93d5d7a27445344bbff5a4206ceeb49151f62f01e387c948867")
}

// UnpackDestinationLiquidityError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error DestinationLiquidity(uint256 available, uint256 needed)
func (eTHBridge *ETHBridge) UnpackDestinationLiquidityError(raw []byte) (*ETHBridgeDestinationLiquidity, error) {
	out := new(ETHBridgeDestinationLiquidity)
	if err := eTHBridge.abi.UnpackIntoInterface(out, "DestinationLiquidity", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ETHBridgeOnlyBridge represents a OnlyBridge error raised by the ETHBridge contract.
type ETHBridgeOnlyBridge struct {
	Sender common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OnlyBridge(address sender)
func ETHBridgeOnlyBridgeErrorID() common.Hash {
	return common.HexToHash("0xd8ee8db0e5ab203fe0c7b589e312fb3647f7ad85166c4e7fbc338a134163b0f1")
}

// UnpackOnlyBridgeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OnlyBridge(address sender)
func (eTHBridge *ETHBridge) UnpackOnlyBridgeError(raw []byte) (*ETHBridgeOnlyBridge, error) {
	out := new(ETHBridgeOnlyBridge)
	if err := eTHBridge.abi.UnpackIntoInterface(out, "OnlyBridge", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ETHBridgeOnlyConfirmer represents a OnlyConfirmer error raised by the ETHBridge contract.
type ETHBridgeOnlyConfirmer struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OnlyConfirmer()
func ETHBridgeOnlyConfirmerErrorID() common.Hash {
	return common.HexToHash("0xfdad60596a4cb7333434dffffc1ce2d9d7da920a3e9e0bd64c53932cd53ffec0")
}

// UnpackOnlyConfirmerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OnlyConfirmer()
func (eTHBridge *ETHBridge) UnpackOnlyConfirmerError(raw []byte) (*ETHBridgeOnlyConfirmer, error) {
	out := new(ETHBridgeOnlyConfirmer)
	if err := eTHBridge.abi.UnpackIntoInterface(out, "OnlyConfirmer", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ETHBridgeOnlyController represents a OnlyController error raised by the ETHBridge contract.
type ETHBridgeOnlyController struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OnlyController()
func ETHBridgeOnlyControllerErrorID() common.Hash {
	return common.HexToHash("0x599078134b9a50197c13446faf32d1b3bc89d9570cdc1264c6e59fcda8340da5")
}

// UnpackOnlyControllerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OnlyController()
func (eTHBridge *ETHBridge) UnpackOnlyControllerError(raw []byte) (*ETHBridgeOnlyController, error) {
	out := new(ETHBridgeOnlyController)
	if err := eTHBridge.abi.UnpackIntoInterface(out, "OnlyController", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ETHBridgeOnlyMessenger represents a OnlyMessenger error raised by the ETHBridge contract.
type ETHBridgeOnlyMessenger struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OnlyMessenger()
func ETHBridgeOnlyMessengerErrorID() common.Hash {
	return common.HexToHash("0x3e5d9c77ba8b00bdc78eec6c91bac63dcf8bd383436f624628e01f109c9a6950")
}

// UnpackOnlyMessengerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OnlyMessenger()
func (eTHBridge *ETHBridge) UnpackOnlyMessengerError(raw []byte) (*ETHBridgeOnlyMessenger, error) {
	out := new(ETHBridgeOnlyMessenger)
	if err := eTHBridge.abi.UnpackIntoInterface(out, "OnlyMessenger", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ETHBridgePaymentFailed represents a PaymentFailed error raised by the ETHBridge contract.
type ETHBridgePaymentFailed struct {
	To common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error PaymentFailed(address to)
func ETHBridgePaymentFailedErrorID() common.Hash {
	return common.HexToHash("0x36899e48161ee4504f5f89aa55f7aed73460d464cb62f64e03057df7dbcdd0aa")
}

// UnpackPaymentFailedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error PaymentFailed(address to)
func (eTHBridge *ETHBridge) UnpackPaymentFailedError(raw []byte) (*ETHBridgePaymentFailed, error) {
	out := new(ETHBridgePaymentFailed)
	if err := eTHBridge.abi.UnpackIntoInterface(out, "PaymentFailed", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ETHBridgeWrongTotal represents a WrongTotal error raised by the ETHBridge contract.
type ETHBridgeWrongTotal struct {
	Confirmed *big.Int
	Minted    *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongTotal(uint256 confirmed, uint256 minted)
func ETHBridgeWrongTotalErrorID() common.Hash {
	return common.HexToHash("0x204784744bb1c7a872e134b7d1ec7231962b871807e4fea353b6894adf1361e9")
}

// UnpackWrongTotalError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongTotal(uint256 confirmed, uint256 minted)
func (eTHBridge *ETHBridge) UnpackWrongTotalError(raw []byte) (*ETHBridgeWrongTotal, error) {
	out := new(ETHBridgeWrongTotal)
	if err := eTHBridge.abi.UnpackIntoInterface(out, "WrongTotal", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ETHBridgeZeroAddress represents a ZeroAddress error raised by the ETHBridge contract.
type ETHBridgeZeroAddress struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ZeroAddress()
func ETHBridgeZeroAddressErrorID() common.Hash {
	return common.HexToHash("0xd92e233df2717d4a40030e20904abd27b68fcbeede117eaaccbbdac9618c8c73")
}

// UnpackZeroAddressError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ZeroAddress()
func (eTHBridge *ETHBridge) UnpackZeroAddressError(raw []byte) (*ETHBridgeZeroAddress, error) {
	out := new(ETHBridgeZeroAddress)
	if err := eTHBridge.abi.UnpackIntoInterface(out, "ZeroAddress", raw); err != nil {
		return nil, err
	}
	return out, nil
}
