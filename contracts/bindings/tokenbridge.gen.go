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
	ABI: "[{\"type\":\"constructor\",\"inputs\":[{\"name\":\"messenger_\",\"type\":\"address\",\"internalType\":\"contractMessenger\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"messenger\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"contractMessenger\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"refundERC20\",\"inputs\":[{\"name\":\"source\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"nonce\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"token\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"from\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"messageHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"relayERC20\",\"inputs\":[{\"name\":\"token\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"from\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"relayRefund\",\"inputs\":[{\"name\":\"token\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"from\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"sendERC20\",\"inputs\":[{\"name\":\"token\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"chainId\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"messageHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"event\",\"name\":\"RefundERC20\",\"inputs\":[{\"name\":\"token\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"from\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"},{\"name\":\"source\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"RefundedERC20\",\"inputs\":[{\"name\":\"token\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"from\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"},{\"name\":\"destination\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"RelayERC20\",\"inputs\":[{\"name\":\"token\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"from\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"},{\"name\":\"source\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"SendERC20\",\"inputs\":[{\"name\":\"token\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"from\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"},{\"name\":\"destination\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"error\",\"name\":\"OnlyBridge\",\"inputs\":[{\"name\":\"sender\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"OnlyMessenger\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"ZeroAddress\",\"inputs\":[]}]",
	ID:  "TokenBridge",
	Bin: "0x60a03461007f57601f610c6b38819003918201601f19168301916001600160401b038311848410176100835780849260209460405283398101031261007f57516001600160a01b038116810361007f57608052604051610bd39081610098823960805181818161020a015281816104e6015281816109030152610a8d0152f35b5f80fd5b634e487b7160e01b5f52604160045260245ffdfe6080806040526004361015610012575f80fd5b5f905f3560e01c9081633cb747bf146108bb575080637cfd6dbc1461073d578063a476182114610443578063b1de16a8146103095763c1a433d814610055575f80fd5b346103065760807ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126103065761008c610927565b9061009561094a565b916044356064359173ffffffffffffffffffffffffffffffffffffffff85169283156102de5773ffffffffffffffffffffffffffffffffffffffff821691823b156102cf576040517f2b8c49e300000000000000000000000000000000000000000000000000000000815233600482015260248101859052868160448183885af180156102d3576102ba575b506040517f7cfd6dbc0000000000000000000000000000000000000000000000000000000060208281019190915273ffffffffffffffffffffffffffffffffffffffff9283166024830152336044830152919097166064880152608487018490526101f0966101bb8160a481015b037fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe08101835282610990565b604051809881927f7056f41f000000000000000000000000000000000000000000000000000000008352308660048501610a41565b03818873ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165af19485156102ae5794610275575b60209550604051928352858301527f0247bfe63a1aaa59e073e20b172889babfda8d3273b5798e0e9ac4388e6dd11c60403393a4604051908152f35b93506020853d6020116102a6575b8161029060209383610990565b810103126102a2576020945193610239565b5f80fd5b3d9150610283565b604051903d90823e3d90fd5b6102c5878092610990565b6102cf575f610121565b8580fd5b6040513d89823e3d90fd5b6004857fd92e233d000000000000000000000000000000000000000000000000000000008152fd5b80fd5b50346103065760607ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261030657610341610927565b61034961094a565b6044359173ffffffffffffffffffffffffffffffffffffffff61036a610a76565b911691823b15610434576040517f18bf507700000000000000000000000000000000000000000000000000000000815273ffffffffffffffffffffffffffffffffffffffff82166004820152602481018590528590818160448183895af180156104385761041f575b505073ffffffffffffffffffffffffffffffffffffffff6040917f7964cbb4279083d2dafb0de9aadcd430cbf3c5958e011b4f3c8d7eaf57315f6d93835196875260208701521693a380f35b8161042991610990565b61043457845f6103d3565b8480fd5b6040513d84823e3d90fd5b50346103065760c07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360112610306576004359061047f61096d565b6064359073ffffffffffffffffffffffffffffffffffffffff821691828103610739576084359073ffffffffffffffffffffffffffffffffffffffff82168203610434576105c1602060a4359361057273ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000169461018f876040519485937f7cfd6dbc00000000000000000000000000000000000000000000000000000000888601528b602486019094939273ffffffffffffffffffffffffffffffffffffffff90816060948160808601991685521660208401521660408201520152565b604051809381927fd66cb3ca0000000000000000000000000000000000000000000000000000000083528b600484015260243560248401523060448401526080606484015260848301906109fe565b038189865af1801561072e57908692916106f8575b5061067660209173ffffffffffffffffffffffffffffffffffffffff604051967fb1de16a8000000000000000000000000000000000000000000000000000000008589015216958660248201528760448201528560648201526064815261063e608482610990565b6040519485809481937f7056f41f0000000000000000000000000000000000000000000000000000000083528d309060048501610a41565b03925af19485156102ae57946106c1575b5060407f27c6b0f020b6f924f3e85500ce711a12a1229c21714cd38acff5b70893998ba691602096825191825287820152a3604051908152f35b9493506020853d6020116106f0575b816106dd60209383610990565b810103126102a257935192936040610687565b3d91506106d0565b91506020823d602011610726575b8161071360209383610990565b810103126102a2578591506106766105d6565b3d9150610706565b6040513d88823e3d90fd5b8380fd5b50346102a25760807ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126102a257610775610927565b61077d61094a565b9061078661096d565b906064359173ffffffffffffffffffffffffffffffffffffffff6107a8610a76565b921691823b156102a2576040517f18bf507700000000000000000000000000000000000000000000000000000000815273ffffffffffffffffffffffffffffffffffffffff83166004820152602481018590525f8160448183885af180156108b05761085d575b5073ffffffffffffffffffffffffffffffffffffffff807f434965d7426acf45a548f00783c067e9ad789c8c66444f0a5ad8941d5005be93936040938451978852602088015216951693a480f35b604091965073ffffffffffffffffffffffffffffffffffffffff7f434965d7426acf45a548f00783c067e9ad789c8c66444f0a5ad8941d5005be93936108a45f8394610990565b5f98935093505061080f565b6040513d5f823e3d90fd5b346102a2575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126102a25760209073ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b6004359073ffffffffffffffffffffffffffffffffffffffff821682036102a257565b6024359073ffffffffffffffffffffffffffffffffffffffff821682036102a257565b6044359073ffffffffffffffffffffffffffffffffffffffff821682036102a257565b90601f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0910116810190811067ffffffffffffffff8211176109d157604052565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f602080948051918291828752018686015e5f8582860101520116010190565b73ffffffffffffffffffffffffffffffffffffffff610a739493606093835216602082015281604082015201906109fe565b90565b73ffffffffffffffffffffffffffffffffffffffff7f00000000000000000000000000000000000000000000000000000000000000001690813303610bab5760406004928151938480927f7936cbee0000000000000000000000000000000000000000000000000000000082525afa80156108b0575f925f91610b41575b509173ffffffffffffffffffffffffffffffffffffffff16308103610b165750565b7fd8ee8db0000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b9250506040823d604011610ba3575b81610b5d60409383610990565b810103126102a25781519173ffffffffffffffffffffffffffffffffffffffff831683036102a2576020015173ffffffffffffffffffffffffffffffffffffffff610af4565b3d9150610b50565b7f3e5d9c77000000000000000000000000000000000000000000000000000000005f5260045ffd",
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
// Solidity: constructor(address messenger_) returns()
func (tokenBridge *TokenBridge) PackConstructor(messenger_ common.Address) []byte {
	enc, err := tokenBridge.abi.Pack("", messenger_)
	if err != nil {
		panic(err)
	}
	return enc
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
	if bytes.Equal(raw[:4], tokenBridge.abi.Errors["OnlyBridge"].ID.Bytes()[:4]) {
		return tokenBridge.UnpackOnlyBridgeError(raw[4:])
	}
	if bytes.Equal(raw[:4], tokenBridge.abi.Errors["OnlyMessenger"].ID.Bytes()[:4]) {
		return tokenBridge.UnpackOnlyMessengerError(raw[4:])
	}
	if bytes.Equal(raw[:4], tokenBridge.abi.Errors["ZeroAddress"].ID.Bytes()[:4]) {
		return tokenBridge.UnpackZeroAddressError(raw[4:])
	}
	return nil, errors.New("Unknown error")
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
