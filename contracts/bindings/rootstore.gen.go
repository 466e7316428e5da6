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

// RootStoreMetaData contains all meta data concerning the RootStore contract.
var RootStoreMetaData = bind.MetaData{
	ABI: "[{\"type\":\"constructor\",\"inputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"appendInbound\",\"inputs\":[{\"name\":\"peer\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"generation\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"leaf\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"index\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"appendOutbound\",\"inputs\":[{\"name\":\"peer\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"generation\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"leaf\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"index\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"inboundTree\",\"inputs\":[{\"name\":\"peer\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"generation\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"count\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"root\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"messenger\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"open\",\"inputs\":[{\"name\":\"inbound\",\"type\":\"bool\",\"internalType\":\"bool\"},{\"name\":\"peer\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"generation\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"outboundTree\",\"inputs\":[{\"name\":\"peer\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"generation\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"count\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"root\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"error\",\"name\":\"OnlyMessenger\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"TreeAlreadyOpen\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"TreeFull\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"TreeNotOpen\",\"inputs\":[]}]",
	ID:  "RootStore",
	Bin: "0x60a0806040523460375733608052610a59908161003c823960805181818161012701528181610229015281816102bf015261030b0152f35b5f80fdfe60806040526004361015610011575f80fd5b5f3560e01c806336d70337146102e35780633cb747bf14610275578063793f2553146102015780638793a349146100ce5780639d8fca001461009757639f4af54a1461005b575f80fd5b346100935761006936610388565b905f52600160205260405f20905f526020526040805f206001815491015482519182526020820152f35b5f80fd5b34610093576100a536610388565b905f525f60205260405f20905f526020526040805f206001815491015482519182526020820152f35b346100935760607ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360112610093576004358015158103610093576024356044359173ffffffffffffffffffffffffffffffffffffffff7f00000000000000000000000000000000000000000000000000000000000000001633036101d957156101be575f52600160205260405f20905f52602052600160405f205b018054610196577f27ae5ba08d7291c96c8cbddcc148bf48a6d68c7974b94356f53754ef6171d7579055005b7f91ff1358000000000000000000000000000000000000000000000000000000005f5260045ffd5b5f525f60205260405f20905f52602052600160405f2061016a565b7f3e5d9c77000000000000000000000000000000000000000000000000000000005f5260045ffd5b346100935761020f36610350565b73ffffffffffffffffffffffffffffffffffffffff9291927f00000000000000000000000000000000000000000000000000000000000000001633036101d95760209261026d925f525f845260405f20905f52835260405f206103f8565b604051908152f35b34610093575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261009357602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b34610093576102f136610350565b73ffffffffffffffffffffffffffffffffffffffff9291927f00000000000000000000000000000000000000000000000000000000000000001633036101d95760209261026d925f526001845260405f20905f52835260405f206103f8565b7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc606091011261009357600435906024359060443590565b7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc6040910112610093576004359060243590565b60208210156103cb5701905f90565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52603260045260245ffd5b919060018301805415610a315783549363ffffffff851015610a095760405192610420840184811067ffffffffffffffff8211176109dc5760405261040084525f60208501527fad3228b676f7d3cd4284a5443f17f1962b36e491b30a40b2405849e597ba5fb560408501527fb4c11951957c6f8f642c4af61cd6b24640fec6dc7fc607ee8206a99e92410d3060608501527f21ddb9a356815c3fac1026b6dec5df3124afbadb485c9ba5a3e3398a04b7ba8560808501527fe58769b32a1beaf1ea27375a44095a0d1fb664ce2dd358e7fcbfb78c26a1934460a08501527f0eb01ebfc9ed27500cd4dfc979272d1f0913cc9f66540d7e8005811109e1cf2d60c08501527f887c22bd8750d34016ac3c66b5ff102dacdd73f6b014e710b51e8022af9a196860e08501527fffd70157e48063fc33c97a050f7f640233bf646cc98d9524c6b92bcf3ab56f836101008501527f9867cc5f7f196b93bae1e27e6320742445d290f2263827498b54fec539f756af6101208501527fcefad4e508c098b9a7e1d8feb19955fb02ba9675585078710969d3440f5054e06101408501527ff9dc3e7fe016e050eff260334f18a5d4fe391d82092319f5964f2e2eb7c1c3a56101608501527ff8b13a49e282f609c317a833fb8d976d11517c571d1221a265d25af778ecf8926101808501527f3490c6ceeb450aecdc82e28293031d10c7d73bf85e57bf041a97360aa2c5d99c6101a08501527fc1df82d9c4b87413eae2ef048f94b4d3554cea73d92b0f7af96e0271c691e2bb6101c08501527f5c67add7c6caf302256adedf7ab114da0acfe870d449a3a489f781d659e8becc6101e08501527fda7bce9f4e8618b6bd2f4132ce798cdc7a60e7e1460a7299e3c6342a579626d26102008501527f2733e50f526ec2fa19a22b31e8ed50f23cd1fdf94c9154ed3a7609a2f1ff981f6102208501527fe1d3b5c807b281e4683cc6d6315cf95b9ade8641defcb32372f1c126e398ef7a6102408501527f5a2dce0a8a7f68bb74560f8f71837c2c2ebbcbf7fffb42ae1896f13f7c7479a06102608501527fb46a28b6f55540f89444f63de0378e3d121be09e06cc9ded1c20e65876d36aa06102808501527fc65e9645644786b620e2dd2ad648ddfcbf4a7e5b1a3a4ecfe7f64667a3f0b7e26102a08501527ff4418588ed35a2458cffeb39b93d26f18d2ab13bdce6aee58e7b99359ec2dfd96102c08501527f5a9c16dc00d6ef18b7933a6f8dc65ccb55667138776f7dea101070dc8796e3776102e08501527f4df84f40ae0c8229d0d6069e5c8f39a7c299677a09d367fc7b05e3bc380ee6526103008501527fcdc72595f74c7b1043d0e1ffbab734648c838dfb0527d971b602bc216c9619ef6103208501527f0abf5ac974a1ed57f4050aa510dd9c74f508277b39d7973bb2dfccc5eeb0618d6103408501527fb8cd74046ff337f0a7bf2c8e03e10f642c1886798d71806ab1e888d9e5ee87d06103608501527f838c5655cb21c6cb83313b5a631175dff4963772cce9108188b34ac87c81c41e6103808501527f662ee4dd2dd7b2bc707961b1e646c4047669dcb6584f0d8d770daf5d7e7deb2e6103a08501527f388ab20e2573d171a88108e79d820e98f26c0b84aa8b2f4aa4968dbb818ea3226103c08501527f93237c50ba75ee485f4c22adf2f741400bdf8d6a9cc7df7ecae576221665d7356103e08501527f8448818bb4ae4562849e949e17ac16e0be16688e156b5cf15e098c627c0056a9610400850152925f908660028401915b6001808316146109ac5761090f84846103bc565b81549060031b907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8a831b921b19161790555b60208410610957575050505060018501905555565b909192956001808416145f146109915761097187856103bc565b90549060031b1c5f52602052600160405f205b9601929160011c90610942565b60208760051b83010151905f52602052600160405f20610984565b90956109bf6001859495940193856103bc565b90549060031b1c5f5260205260405f209560011c909291926108fb565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b7fb48f2cf8000000000000000000000000000000000000000000000000000000005f5260045ffd5b7f94fbaffe000000000000000000000000000000000000000000000000000000005f5260045ffd",
}

// RootStore is an auto generated Go binding around an Ethereum contract.
type RootStore struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *RootStore) GetABI() abi.ABI {
	return c.abi
}

// NewRootStore creates a new instance of RootStore.
func NewRootStore() *RootStore {
	parsed, err := RootStoreMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &RootStore{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *RootStore) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackAppendInbound is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x36d70337.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function appendInbound(uint256 peer, uint256 generation, bytes32 leaf) returns(uint256 index)
func (rootStore *RootStore) PackAppendInbound(peer *big.Int, generation *big.Int, leaf [32]byte) []byte {
	enc, err := rootStore.abi.Pack("appendInbound", peer, generation, leaf)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAppendInbound is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x36d70337.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function appendInbound(uint256 peer, uint256 generation, bytes32 leaf) returns(uint256 index)
func (rootStore *RootStore) TryPackAppendInbound(peer *big.Int, generation *big.Int, leaf [32]byte) ([]byte, error) {
	return rootStore.abi.Pack("appendInbound", peer, generation, leaf)
}

// UnpackAppendInbound is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x36d70337.
//
// Solidity: function appendInbound(uint256 peer, uint256 generation, bytes32 leaf) returns(uint256 index)
func (rootStore *RootStore) UnpackAppendInbound(data []byte) (*big.Int, error) {
	out, err := rootStore.abi.Unpack("appendInbound", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackAppendOutbound is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x793f2553.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function appendOutbound(uint256 peer, uint256 generation, bytes32 leaf) returns(uint256 index)
func (rootStore *RootStore) PackAppendOutbound(peer *big.Int, generation *big.Int, leaf [32]byte) []byte {
	enc, err := rootStore.abi.Pack("appendOutbound", peer, generation, leaf)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAppendOutbound is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x793f2553.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function appendOutbound(uint256 peer, uint256 generation, bytes32 leaf) returns(uint256 index)
func (rootStore *RootStore) TryPackAppendOutbound(peer *big.Int, generation *big.Int, leaf [32]byte) ([]byte, error) {
	return rootStore.abi.Pack("appendOutbound", peer, generation, leaf)
}

// UnpackAppendOutbound is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x793f2553.
//
// Solidity: function appendOutbound(uint256 peer, uint256 generation, bytes32 leaf) returns(uint256 index)
func (rootStore *RootStore) UnpackAppendOutbound(data []byte) (*big.Int, error) {
	out, err := rootStore.abi.Unpack("appendOutbound", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackInboundTree is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9f4af54a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function inboundTree(uint256 peer, uint256 generation) view returns(uint256 count, bytes32 root)
func (rootStore *RootStore) PackInboundTree(peer *big.Int, generation *big.Int) []byte {
	enc, err := rootStore.abi.Pack("inboundTree", peer, generation)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackInboundTree is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9f4af54a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function inboundTree(uint256 peer, uint256 generation) view returns(uint256 count, bytes32 root)
func (rootStore *RootStore) TryPackInboundTree(peer *big.Int, generation *big.Int) ([]byte, error) {
	return rootStore.abi.Pack("inboundTree", peer, generation)
}

// InboundTreeOutput serves as a container for the return parameters of contract
// method InboundTree.
type InboundTreeOutput struct {
	Count *big.Int
	Root  [32]byte
}

// UnpackInboundTree is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x9f4af54a.
//
// Solidity: function inboundTree(uint256 peer, uint256 generation) view returns(uint256 count, bytes32 root)
func (rootStore *RootStore) UnpackInboundTree(data []byte) (InboundTreeOutput, error) {
	out, err := rootStore.abi.Unpack("inboundTree", data)
	outstruct := new(InboundTreeOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Count = abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	outstruct.Root = *abi.ConvertType(out[1], new([32]byte)).(*[32]byte)
	return *outstruct, nil
}

// PackMessenger is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3cb747bf.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function messenger() view returns(address)
func (rootStore *RootStore) PackMessenger() []byte {
	enc, err := rootStore.abi.Pack("messenger")
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
func (rootStore *RootStore) TryPackMessenger() ([]byte, error) {
	return rootStore.abi.Pack("messenger")
}

// UnpackMessenger is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x3cb747bf.
//
// Solidity: function messenger() view returns(address)
func (rootStore *RootStore) UnpackMessenger(data []byte) (common.Address, error) {
	out, err := rootStore.abi.Unpack("messenger", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackOpen is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8793a349.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function open(bool inbound, uint256 peer, uint256 generation) returns()
func (rootStore *RootStore) PackOpen(inbound bool, peer *big.Int, generation *big.Int) []byte {
	enc, err := rootStore.abi.Pack("open", inbound, peer, generation)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOpen is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8793a349.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function open(bool inbound, uint256 peer, uint256 generation) returns()
func (rootStore *RootStore) TryPackOpen(inbound bool, peer *big.Int, generation *big.Int) ([]byte, error) {
	return rootStore.abi.Pack("open", inbound, peer, generation)
}

// PackOutboundTree is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9d8fca00.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function outboundTree(uint256 peer, uint256 generation) view returns(uint256 count, bytes32 root)
func (rootStore *RootStore) PackOutboundTree(peer *big.Int, generation *big.Int) []byte {
	enc, err := rootStore.abi.Pack("outboundTree", peer, generation)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOutboundTree is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9d8fca00.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function outboundTree(uint256 peer, uint256 generation) view returns(uint256 count, bytes32 root)
func (rootStore *RootStore) TryPackOutboundTree(peer *big.Int, generation *big.Int) ([]byte, error) {
	return rootStore.abi.Pack("outboundTree", peer, generation)
}

// OutboundTreeOutput serves as a container for the return parameters of contract
// method OutboundTree.
type OutboundTreeOutput struct {
	Count *big.Int
	Root  [32]byte
}

// UnpackOutboundTree is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x9d8fca00.
//
// Solidity: function outboundTree(uint256 peer, uint256 generation) view returns(uint256 count, bytes32 root)
func (rootStore *RootStore) UnpackOutboundTree(data []byte) (OutboundTreeOutput, error) {
	out, err := rootStore.abi.Unpack("outboundTree", data)
	outstruct := new(OutboundTreeOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Count = abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	outstruct.Root = *abi.ConvertType(out[1], new([32]byte)).(*[32]byte)
	return *outstruct, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (rootStore *RootStore) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], rootStore.abi.Errors["OnlyMessenger"].ID.Bytes()[:4]) {
		return rootStore.UnpackOnlyMessengerError(raw[4:])
	}
	if bytes.Equal(raw[:4], rootStore.abi.Errors["TreeAlreadyOpen"].ID.Bytes()[:4]) {
		return rootStore.UnpackTreeAlreadyOpenError(raw[4:])
	}
	if bytes.Equal(raw[:4], rootStore.abi.Errors["TreeFull"].ID.Bytes()[:4]) {
		return rootStore.UnpackTreeFullError(raw[4:])
	}
	if bytes.Equal(raw[:4], rootStore.abi.Errors["TreeNotOpen"].ID.Bytes()[:4]) {
		return rootStore.UnpackTreeNotOpenError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// RootStoreOnlyMessenger represents a OnlyMessenger error raised by the RootStore contract.
type RootStoreOnlyMessenger struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OnlyMessenger()
func RootStoreOnlyMessengerErrorID() common.Hash {
	return common.HexToHash("0x3e5d9c77ba8b00bdc78eec6c91bac63dcf8bd383436f624628e01f109c9a6950")
}

// UnpackOnlyMessengerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OnlyMessenger()
func (rootStore *RootStore) UnpackOnlyMessengerError(raw []byte) (*RootStoreOnlyMessenger, error) {
	out := new(RootStoreOnlyMessenger)
	if err := rootStore.abi.UnpackIntoInterface(out, "OnlyMessenger", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RootStoreTreeAlreadyOpen represents a TreeAlreadyOpen error raised by the RootStore contract.
type RootStoreTreeAlreadyOpen struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error TreeAlreadyOpen()
func RootStoreTreeAlreadyOpenErrorID() common.Hash {
	return common.HexToHash("0x91ff13586d7b915f2eee99a564e0afcaf8eb63e04a2a78ecc95db3d1fbeba6d9")
}

// UnpackTreeAlreadyOpenError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error TreeAlreadyOpen()
func (rootStore *RootStore) UnpackTreeAlreadyOpenError(raw []byte) (*RootStoreTreeAlreadyOpen, error) {
	out := new(RootStoreTreeAlreadyOpen)
	if err := rootStore.abi.UnpackIntoInterface(out, "TreeAlreadyOpen", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RootStoreTreeFull represents a TreeFull error raised by the RootStore contract.
type RootStoreTreeFull struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error TreeFull()
func RootStoreTreeFullErrorID() common.Hash {
	return common.HexToHash("0xb48f2cf87f681f6e5e1953ff9a9b61fc72b38e92ba42ee8900d78f5e0dfa0e8a")
}

// UnpackTreeFullError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error TreeFull()
func (rootStore *RootStore) UnpackTreeFullError(raw []byte) (*RootStoreTreeFull, error) {
	out := new(RootStoreTreeFull)
	if err := rootStore.abi.UnpackIntoInterface(out, "TreeFull", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RootStoreTreeNotOpen represents a TreeNotOpen error raised by the RootStore contract.
type RootStoreTreeNotOpen struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error TreeNotOpen()
func RootStoreTreeNotOpenErrorID() common.Hash {
	return common.HexToHash("0x94fbaffe452bd9c7655b684a6a6b175e3280ab7ea218b8ee663b6dac758c30fd")
}

// UnpackTreeNotOpenError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error TreeNotOpen()
func (rootStore *RootStore) UnpackTreeNotOpenError(raw []byte) (*RootStoreTreeNotOpen, error) {
	out := new(RootStoreTreeNotOpen)
	if err := rootStore.abi.UnpackIntoInterface(out, "TreeNotOpen", raw); err != nil {
		return nil, err
	}
	return out, nil
}
