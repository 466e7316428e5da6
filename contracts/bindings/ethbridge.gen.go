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
	ABI: "[{\"type\":\"constructor\",\"inputs\":[{\"name\":\"messenger_\",\"type\":\"address\",\"internalType\":\"contractMessenger\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"receive\",\"stateMutability\":\"payable\"},{\"type\":\"function\",\"name\":\"deposit\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"payable\"},{\"type\":\"function\",\"name\":\"messenger\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"contractMessenger\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"refundETH\",\"inputs\":[{\"name\":\"source\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"nonce\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"from\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"messageHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"relayETH\",\"inputs\":[{\"name\":\"from\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"relayRefund\",\"inputs\":[{\"name\":\"from\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"sendETH\",\"inputs\":[{\"name\":\"to\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"chainId\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"messageHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"payable\"},{\"type\":\"event\",\"name\":\"Deposit\",\"inputs\":[{\"name\":\"from\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"RefundETH\",\"inputs\":[{\"name\":\"from\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"},{\"name\":\"source\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"RefundedETH\",\"inputs\":[{\"name\":\"from\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"},{\"name\":\"destination\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"RelayETH\",\"inputs\":[{\"name\":\"from\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"},{\"name\":\"source\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"SendETH\",\"inputs\":[{\"name\":\"from\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"},{\"name\":\"destination\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"error\",\"name\":\"DestinationLiquidity\",\"inputs\":[{\"name\":\"available\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"needed\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"OnlyBridge\",\"inputs\":[{\"name\":\"sender\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"OnlyMessenger\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"PaymentFailed\",\"inputs\":[{\"name\":\"to\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"ZeroAddress\",\"inputs\":[]}]",
	ID:  "ETHBridge",
	Bin: "0x60a03461007e57601f610a1838819003918201601f19168301916001600160401b038311848410176100825780849260209460405283398101031261007e57516001600160a01b038116810361007e576080526040516109819081610097823960805181818160ea015281816104b30152818161064001526107b20152f35b5f80fd5b634e487b7160e01b5f52604160045260245ffdfe6080806040526004361015610024575b50361561001a575f80fd5b61002261076d565b005b5f3560e01c9081633cb747bf14610616575080634f0edcc91461057d57806364a197f3146103c8578063d0e30db0146103b5578063dd8542f31461033f5763e17a776b14610072575f61000f565b346102f55760a06003193601126102f55760043560443573ffffffffffffffffffffffffffffffffffffffff81168082036102f55760643573ffffffffffffffffffffffffffffffffffffffff811681036102f5576101e760206084359261019873ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000169661016c866040519485937f4f0edcc900000000000000000000000000000000000000000000000000000000888601526024850173ffffffffffffffffffffffffffffffffffffffff6040929594938160608401971683521660208201520152565b037fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe08101835282610687565b604051809381927fd66cb3ca00000000000000000000000000000000000000000000000000000000835289600484015260243560248401523060448401526080606484015260848301906106f5565b03815f885af180156103015761030c575b50602061027a5f946040517fdd8542f3000000000000000000000000000000000000000000000000000000008482015285602482015284604482015260448152610243606482610687565b6040519687809481937f7056f41f000000000000000000000000000000000000000000000000000000008352308c60048501610738565b03925af1928315610301575f936102c6575b5060407f0a51d2fc760fc947eee0ddb113878c9774c389343c0b08aa0afe1caa731e7a1791602095825191825286820152a2604051908152f35b9392506020843d6020116102f9575b816102e260209383610687565b810103126102f55792519192604061028c565b5f80fd5b3d91506102d5565b6040513d5f823e3d90fd5b926020843d602011610337575b8161032660209383610687565b810103126102f557925060206101f8565b3d9150610319565b346102f55760406003193601126102f557610358610664565b7f85bd8d45c183e85cb5480533fc150a4e9794e6937d6d586ea4d09c45114ca494604073ffffffffffffffffffffffffffffffffffffffff6024359361039c61079b565b6103a686836108f8565b835195865260208601521692a2005b5f6003193601126102f55761002261076d565b60406003193601126102f5576103dc610664565b60243573ffffffffffffffffffffffffffffffffffffffff82168015610555576040517f4f0edcc90000000000000000000000000000000000000000000000000000000060208281019190915233602483015273ffffffffffffffffffffffffffffffffffffffff90941660448201523460648201526104999390610464816084810161016c565b604051809581927f7056f41f000000000000000000000000000000000000000000000000000000008352308760048501610738565b03815f73ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165af1918215610301575f92610520575b6020935060405190348252848201527fed98a2ff78833375c368471a747cdf0633024dde3f870feb08a934ac5be8340260403392a3604051908152f35b91506020833d60201161054d575b8161053b60209383610687565b810103126102f55760209251916104e3565b3d915061052e565b7fd92e233d000000000000000000000000000000000000000000000000000000005f5260045ffd5b346102f55760606003193601126102f557610596610664565b60243573ffffffffffffffffffffffffffffffffffffffff8116918282036102f557604073ffffffffffffffffffffffffffffffffffffffff7fe5479bb8ebad3b9ac81f55f424a6289cf0a54ff2641708f41dcb2b26f264d35992604435946106078661060161079b565b926108f8565b835195865260208601521692a3005b346102f5575f6003193601126102f55760209073ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b6004359073ffffffffffffffffffffffffffffffffffffffff821682036102f557565b90601f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0910116810190811067ffffffffffffffff8211176106c857604052565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f602080948051918291828752018686015e5f8582860101520116010190565b73ffffffffffffffffffffffffffffffffffffffff61076a9493606093835216602082015281604082015201906106f5565b90565b6040513481527fe1fffcc4923d04b559f4d29a8bfc6cda04eb5b0d3c460751c2402c5c5cc9109c60203392a2565b73ffffffffffffffffffffffffffffffffffffffff7f000000000000000000000000000000000000000000000000000000000000000016908133036108d05760406004928151938480927f7936cbee0000000000000000000000000000000000000000000000000000000082525afa8015610301575f925f91610866575b509173ffffffffffffffffffffffffffffffffffffffff1630810361083b5750565b7fd8ee8db0000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b9250506040823d6040116108c8575b8161088260409383610687565b810103126102f55781519173ffffffffffffffffffffffffffffffffffffffff831683036102f5576020015173ffffffffffffffffffffffffffffffffffffffff610819565b3d9150610875565b7f3e5d9c77000000000000000000000000000000000000000000000000000000005f5260045ffd5b90804710610952575f80808093855af1156109105750565b73ffffffffffffffffffffffffffffffffffffffff907f36899e48000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b477f40e9fe25000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd",
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
// Solidity: constructor(address messenger_) returns()
func (eTHBridge *ETHBridge) PackConstructor(messenger_ common.Address) []byte {
	enc, err := eTHBridge.abi.Pack("", messenger_)
	if err != nil {
		panic(err)
	}
	return enc
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
	if bytes.Equal(raw[:4], eTHBridge.abi.Errors["DestinationLiquidity"].ID.Bytes()[:4]) {
		return eTHBridge.UnpackDestinationLiquidityError(raw[4:])
	}
	if bytes.Equal(raw[:4], eTHBridge.abi.Errors["OnlyBridge"].ID.Bytes()[:4]) {
		return eTHBridge.UnpackOnlyBridgeError(raw[4:])
	}
	if bytes.Equal(raw[:4], eTHBridge.abi.Errors["OnlyMessenger"].ID.Bytes()[:4]) {
		return eTHBridge.UnpackOnlyMessengerError(raw[4:])
	}
	if bytes.Equal(raw[:4], eTHBridge.abi.Errors["PaymentFailed"].ID.Bytes()[:4]) {
		return eTHBridge.UnpackPaymentFailedError(raw[4:])
	}
	if bytes.Equal(raw[:4], eTHBridge.abi.Errors["ZeroAddress"].ID.Bytes()[:4]) {
		return eTHBridge.UnpackZeroAddressError(raw[4:])
	}
	return nil, errors.New("Unknown error")
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
