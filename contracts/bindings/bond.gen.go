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

// BondMetaData contains all meta data concerning the Bond contract.
var BondMetaData = bind.MetaData{
	ABI: "[{\"type\":\"constructor\",\"inputs\":[{\"name\":\"batches_\",\"type\":\"address\",\"internalType\":\"contractBatches\"},{\"name\":\"operator_\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"minimum_\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"delay_\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"burntPercent_\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"BURNT\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"announceWithdrawal\",\"inputs\":[{\"name\":\"amount\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"batches\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"contractBatches\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"burntPercent\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"covers\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"credits\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"delay\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"deposit\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"payable\"},{\"type\":\"function\",\"name\":\"fetch\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"minimum\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"operator\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"slash\",\"inputs\":[{\"name\":\"amount\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"to\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"staked\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"withdraw\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"withdrawal\",\"inputs\":[],\"outputs\":[{\"name\":\"amount\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"due\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"batch\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"event\",\"name\":\"Credited\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Deposited\",\"inputs\":[{\"name\":\"from\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Slashed\",\"inputs\":[{\"name\":\"to\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"},{\"name\":\"burnt\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"WithdrawalAnnounced\",\"inputs\":[{\"name\":\"amount\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"},{\"name\":\"due\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Withdrawn\",\"inputs\":[{\"name\":\"amount\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"error\",\"name\":\"BadTerms\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"BatchesNotFinal\",\"inputs\":[{\"name\":\"finalBatch\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"NotDue\",\"inputs\":[{\"name\":\"due\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"OnlyChallenges\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"OnlyOperator\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"PaymentFailed\",\"inputs\":[{\"name\":\"to\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"TooMuch\",\"inputs\":[{\"name\":\"staked\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]}]",
	ID:  "Bond",
	Bin: "0x6101203461013457601f610e0338819003918201601f19168301916001600160401b038311848410176101385780849260a094604052833981010312610134578051906001600160a01b0382168203610134576020810151916001600160a01b0383169081840361013457604083015193608060608501519401519215801561012c575b8015610122575b6101135760a0526080526101005260e05260c052604051610cb6908161014d82396080518181816101d6015281816102d001528181610697015261097d015260a051818181610225015281816105be01526108e1015260c0518181816105f90152610b7c015260e051818181610258015261056f01526101005181818161053501526106fe0152f35b638dc5992160e01b5f5260045ffd5b506064831161008a565b508415610083565b5f80fd5b634e487b7160e01b5f52604160045260245ffdfe6080806040526004361015610012575f80fd5b5f3560e01c9081630b76619b14610baa57508063137396e414610b5f5780633ccfd60b146108cf5780633d82e3c11461061c57806352d6804d146105e2578063570ca735146105925780636a42b8f814610558578063a1a9ea581461051e578063a95c372d14610433578063ba7e3128146101fa578063cfdf677e146101aa578063d0e30db014610162578063d4e9329214610128578063ddce5c131461010c5763fe5ff468146100c1575f80fd5b346101085760206003193601126101085760043573ffffffffffffffffffffffffffffffffffffffff8116809103610108575f525f602052602060405f2054604051908152f35b5f80fd5b34610108575f60031936011261010857602060405161dead8152f35b34610108575f60031936011261010857606060025467ffffffffffffffff600354604051928352818116602084015260401c166040820152f35b5f6003193601126101085761017934600154610bc4565b6001556040513481527f2da466a7b24304f47e87fa2e1e5a81b9831ce54fec19055ce277ca2f39ba42c460203392a2005b34610108575f60031936011261010857602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b346101085760206003193601126101085760043573ffffffffffffffffffffffffffffffffffffffff7f000000000000000000000000000000000000000000000000000000000000000016330361040b576001548082116103e057507f00000000000000000000000000000000000000000000000000000000000000009067ffffffffffffffff61028b8342610bc4565b16906040517fa1651fe200000000000000000000000000000000000000000000000000000000815260208160048173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165afa9384156103d5577fb7279f15b791a9c0d57f9fd4b1d00ed5d0e831ccd98aabe19da71751f2993cdb94604094610397935f926103a4575b50855161033581610bd1565b8581528160208201528667ffffffffffffffff8416910152846002557fffffffffffffffffffffffffffffffff000000000000000000000000000000006fffffffffffffffff000000000000000060035493881b169216171760035542610bc4565b82519182526020820152a1005b6103c791925060203d6020116103ce575b6103bf8183610bed565b810190610c2e565b9087610329565b503d6103b5565b6040513d5f823e3d90fd5b7fe0f0d3cc000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b7f27e1f1e5000000000000000000000000000000000000000000000000000000005f5260045ffd5b34610108575f60031936011261010857335f525f6020525f808080604081205433825281602052816040812055335af13d15610519573d67ffffffffffffffff81116104ec57604051906104af60207fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f8401160183610bed565b81525f60203d92013e5b156104c057005b7f36899e48000000000000000000000000000000000000000000000000000000005f523360045260245ffd5b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b6104b9565b34610108575f6003193601126101085760206040517f00000000000000000000000000000000000000000000000000000000000000008152f35b34610108575f6003193601126101085760206040517f00000000000000000000000000000000000000000000000000000000000000008152f35b34610108575f60031936011261010857602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b34610108575f6003193601126101085760206040517f00000000000000000000000000000000000000000000000000000000000000008152f35b34610108576040600319360112610108576004356024359073ffffffffffffffffffffffffffffffffffffffff82169182810361010857816040517f09af4fe600000000000000000000000000000000000000000000000000000000815260208160048173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165afa80156103d5575f9061086c575b73ffffffffffffffffffffffffffffffffffffffff91501633036108445760015480911161083c575b826106f991610c4e565b6001557f000000000000000000000000000000000000000000000000000000000000000080830290838204148315171561080f57606461074591049161073f8385610c4e565b90610c5b565b5f8080808461dead5af13d1561080a573d67ffffffffffffffff81116104ec576040519061079b60207fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f8401160183610bed565b81525f60203d92013e5b156107dc577f45a371af55b0726877a30f464edc14db5879ab096590bacce682cf6c182235969160409182519182526020820152a2005b7f36899e48000000000000000000000000000000000000000000000000000000005f5261dead60045260245ffd5b6107a5565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b9150816106ef565b7fadcfc73a000000000000000000000000000000000000000000000000000000005f5260045ffd5b506020813d6020116108c7575b8161088660209383610bed565b81010312610108575173ffffffffffffffffffffffffffffffffffffffff811681036101085773ffffffffffffffffffffffffffffffffffffffff906106c6565b3d9150610879565b34610108575f600319360112610108577f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff8116330361040b5760405161092981610bd1565b6002548082526003549067ffffffffffffffff82169081602085015267ffffffffffffffff604085019360401c168352158015610b56575b610b2b575073ffffffffffffffffffffffffffffffffffffffff7f000000000000000000000000000000000000000000000000000000000000000016604051917f8d6b3b6b000000000000000000000000000000000000000000000000000000008352602083600481855afa9283156103d5575f93610afe575b505167ffffffffffffffff928316921682109081610a8b575b50610a60577f430648de173157e069201c943adb2d4e340e7cf5b27b1b09c9cb852f03d63b566020610a44610a4c86865f6002555f6003555190600154918281105f14610a555793848093610c4e565b600155610c5b565b604051908152a1005b508193848093610c4e565b7fbaca1837000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b60049150602090604051928380927fa1651fe20000000000000000000000000000000000000000000000000000000082525afa80156103d55767ffffffffffffffff915f91610adf575b50168110846109f4565b610af8915060203d6020116103ce576103bf8183610bed565b85610ad5565b67ffffffffffffffff919350610b23829160203d6020116103ce576103bf8183610bed565b9391506109db565b7f1f0cdcef000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b50804210610961565b34610108575f600319360112610108576020600154610ba06002547f0000000000000000000000000000000000000000000000000000000000000000610bc4565b1115604051908152f35b34610108575f600319360112610108576020906001548152f35b9190820180921161080f57565b6060810190811067ffffffffffffffff8211176104ec57604052565b90601f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0910116810190811067ffffffffffffffff8211176104ec57604052565b90816020910312610108575167ffffffffffffffff811681036101085790565b9190820391821161080f57565b602073ffffffffffffffffffffffffffffffffffffffff7f9c9e0cdb1670e88302408e5b941dc636f63a3293204694bb68910fcf3d9305f3921692835f525f825260405f20610cab828254610bc4565b9055604051908152a256",
}

// Bond is an auto generated Go binding around an Ethereum contract.
type Bond struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *Bond) GetABI() abi.ABI {
	return c.abi
}

// NewBond creates a new instance of Bond.
func NewBond() *Bond {
	parsed, err := BondMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &Bond{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *Bond) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(address batches_, address operator_, uint256 minimum_, uint256 delay_, uint256 burntPercent_) returns()
func (bond *Bond) PackConstructor(batches_ common.Address, operator_ common.Address, minimum_ *big.Int, delay_ *big.Int, burntPercent_ *big.Int) []byte {
	enc, err := bond.abi.Pack("", batches_, operator_, minimum_, delay_, burntPercent_)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackBURNT is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xddce5c13.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function BURNT() view returns(address)
func (bond *Bond) PackBURNT() []byte {
	enc, err := bond.abi.Pack("BURNT")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBURNT is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xddce5c13.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function BURNT() view returns(address)
func (bond *Bond) TryPackBURNT() ([]byte, error) {
	return bond.abi.Pack("BURNT")
}

// UnpackBURNT is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xddce5c13.
//
// Solidity: function BURNT() view returns(address)
func (bond *Bond) UnpackBURNT(data []byte) (common.Address, error) {
	out, err := bond.abi.Unpack("BURNT", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackAnnounceWithdrawal is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xba7e3128.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function announceWithdrawal(uint256 amount) returns()
func (bond *Bond) PackAnnounceWithdrawal(amount *big.Int) []byte {
	enc, err := bond.abi.Pack("announceWithdrawal", amount)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAnnounceWithdrawal is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xba7e3128.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function announceWithdrawal(uint256 amount) returns()
func (bond *Bond) TryPackAnnounceWithdrawal(amount *big.Int) ([]byte, error) {
	return bond.abi.Pack("announceWithdrawal", amount)
}

// PackBatches is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcfdf677e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function batches() view returns(address)
func (bond *Bond) PackBatches() []byte {
	enc, err := bond.abi.Pack("batches")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBatches is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcfdf677e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function batches() view returns(address)
func (bond *Bond) TryPackBatches() ([]byte, error) {
	return bond.abi.Pack("batches")
}

// UnpackBatches is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xcfdf677e.
//
// Solidity: function batches() view returns(address)
func (bond *Bond) UnpackBatches(data []byte) (common.Address, error) {
	out, err := bond.abi.Unpack("batches", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackBurntPercent is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa1a9ea58.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function burntPercent() view returns(uint256)
func (bond *Bond) PackBurntPercent() []byte {
	enc, err := bond.abi.Pack("burntPercent")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBurntPercent is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa1a9ea58.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function burntPercent() view returns(uint256)
func (bond *Bond) TryPackBurntPercent() ([]byte, error) {
	return bond.abi.Pack("burntPercent")
}

// UnpackBurntPercent is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa1a9ea58.
//
// Solidity: function burntPercent() view returns(uint256)
func (bond *Bond) UnpackBurntPercent(data []byte) (*big.Int, error) {
	out, err := bond.abi.Unpack("burntPercent", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackCovers is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x137396e4.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function covers() view returns(bool)
func (bond *Bond) PackCovers() []byte {
	enc, err := bond.abi.Pack("covers")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCovers is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x137396e4.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function covers() view returns(bool)
func (bond *Bond) TryPackCovers() ([]byte, error) {
	return bond.abi.Pack("covers")
}

// UnpackCovers is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x137396e4.
//
// Solidity: function covers() view returns(bool)
func (bond *Bond) UnpackCovers(data []byte) (bool, error) {
	out, err := bond.abi.Unpack("covers", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackCredits is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfe5ff468.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function credits(address account) view returns(uint256)
func (bond *Bond) PackCredits(account common.Address) []byte {
	enc, err := bond.abi.Pack("credits", account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCredits is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfe5ff468.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function credits(address account) view returns(uint256)
func (bond *Bond) TryPackCredits(account common.Address) ([]byte, error) {
	return bond.abi.Pack("credits", account)
}

// UnpackCredits is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xfe5ff468.
//
// Solidity: function credits(address account) view returns(uint256)
func (bond *Bond) UnpackCredits(data []byte) (*big.Int, error) {
	out, err := bond.abi.Unpack("credits", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackDelay is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6a42b8f8.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function delay() view returns(uint256)
func (bond *Bond) PackDelay() []byte {
	enc, err := bond.abi.Pack("delay")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDelay is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6a42b8f8.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function delay() view returns(uint256)
func (bond *Bond) TryPackDelay() ([]byte, error) {
	return bond.abi.Pack("delay")
}

// UnpackDelay is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x6a42b8f8.
//
// Solidity: function delay() view returns(uint256)
func (bond *Bond) UnpackDelay(data []byte) (*big.Int, error) {
	out, err := bond.abi.Unpack("delay", data)
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
func (bond *Bond) PackDeposit() []byte {
	enc, err := bond.abi.Pack("deposit")
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
func (bond *Bond) TryPackDeposit() ([]byte, error) {
	return bond.abi.Pack("deposit")
}

// PackFetch is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa95c372d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function fetch() returns()
func (bond *Bond) PackFetch() []byte {
	enc, err := bond.abi.Pack("fetch")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackFetch is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa95c372d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function fetch() returns()
func (bond *Bond) TryPackFetch() ([]byte, error) {
	return bond.abi.Pack("fetch")
}

// PackMinimum is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x52d6804d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function minimum() view returns(uint256)
func (bond *Bond) PackMinimum() []byte {
	enc, err := bond.abi.Pack("minimum")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMinimum is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x52d6804d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function minimum() view returns(uint256)
func (bond *Bond) TryPackMinimum() ([]byte, error) {
	return bond.abi.Pack("minimum")
}

// UnpackMinimum is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x52d6804d.
//
// Solidity: function minimum() view returns(uint256)
func (bond *Bond) UnpackMinimum(data []byte) (*big.Int, error) {
	out, err := bond.abi.Unpack("minimum", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackOperator is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x570ca735.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function operator() view returns(address)
func (bond *Bond) PackOperator() []byte {
	enc, err := bond.abi.Pack("operator")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOperator is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x570ca735.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function operator() view returns(address)
func (bond *Bond) TryPackOperator() ([]byte, error) {
	return bond.abi.Pack("operator")
}

// UnpackOperator is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x570ca735.
//
// Solidity: function operator() view returns(address)
func (bond *Bond) UnpackOperator(data []byte) (common.Address, error) {
	out, err := bond.abi.Unpack("operator", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackSlash is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3d82e3c1.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function slash(uint256 amount, address to) returns()
func (bond *Bond) PackSlash(amount *big.Int, to common.Address) []byte {
	enc, err := bond.abi.Pack("slash", amount, to)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSlash is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3d82e3c1.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function slash(uint256 amount, address to) returns()
func (bond *Bond) TryPackSlash(amount *big.Int, to common.Address) ([]byte, error) {
	return bond.abi.Pack("slash", amount, to)
}

// PackStaked is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0b76619b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function staked() view returns(uint256)
func (bond *Bond) PackStaked() []byte {
	enc, err := bond.abi.Pack("staked")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackStaked is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0b76619b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function staked() view returns(uint256)
func (bond *Bond) TryPackStaked() ([]byte, error) {
	return bond.abi.Pack("staked")
}

// UnpackStaked is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x0b76619b.
//
// Solidity: function staked() view returns(uint256)
func (bond *Bond) UnpackStaked(data []byte) (*big.Int, error) {
	out, err := bond.abi.Unpack("staked", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackWithdraw is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3ccfd60b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function withdraw() returns()
func (bond *Bond) PackWithdraw() []byte {
	enc, err := bond.abi.Pack("withdraw")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackWithdraw is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3ccfd60b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function withdraw() returns()
func (bond *Bond) TryPackWithdraw() ([]byte, error) {
	return bond.abi.Pack("withdraw")
}

// PackWithdrawal is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd4e93292.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function withdrawal() view returns(uint256 amount, uint64 due, uint64 batch)
func (bond *Bond) PackWithdrawal() []byte {
	enc, err := bond.abi.Pack("withdrawal")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackWithdrawal is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd4e93292.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function withdrawal() view returns(uint256 amount, uint64 due, uint64 batch)
func (bond *Bond) TryPackWithdrawal() ([]byte, error) {
	return bond.abi.Pack("withdrawal")
}

// WithdrawalOutput serves as a container for the return parameters of contract
// method Withdrawal.
type WithdrawalOutput struct {
	Amount *big.Int
	Due    uint64
	Batch  uint64
}

// UnpackWithdrawal is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xd4e93292.
//
// Solidity: function withdrawal() view returns(uint256 amount, uint64 due, uint64 batch)
func (bond *Bond) UnpackWithdrawal(data []byte) (WithdrawalOutput, error) {
	out, err := bond.abi.Unpack("withdrawal", data)
	outstruct := new(WithdrawalOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Amount = abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	outstruct.Due = *abi.ConvertType(out[1], new(uint64)).(*uint64)
	outstruct.Batch = *abi.ConvertType(out[2], new(uint64)).(*uint64)
	return *outstruct, nil
}

// BondCredited represents a Credited event raised by the Bond contract.
type BondCredited struct {
	Account common.Address
	Amount  *big.Int
	Raw     *types.Log // Blockchain specific contextual infos
}

const BondCreditedEventName = "Credited"

// ContractEventName returns the user-defined event name.
func (BondCredited) ContractEventName() string {
	return BondCreditedEventName
}

// UnpackCreditedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Credited(address indexed account, uint256 amount)
func (bond *Bond) UnpackCreditedEvent(log *types.Log) (*BondCredited, error) {
	event := "Credited"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != bond.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(BondCredited)
	if len(log.Data) > 0 {
		if err := bond.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range bond.abi.Events[event].Inputs {
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

// BondDeposited represents a Deposited event raised by the Bond contract.
type BondDeposited struct {
	From   common.Address
	Amount *big.Int
	Raw    *types.Log // Blockchain specific contextual infos
}

const BondDepositedEventName = "Deposited"

// ContractEventName returns the user-defined event name.
func (BondDeposited) ContractEventName() string {
	return BondDepositedEventName
}

// UnpackDepositedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Deposited(address indexed from, uint256 amount)
func (bond *Bond) UnpackDepositedEvent(log *types.Log) (*BondDeposited, error) {
	event := "Deposited"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != bond.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(BondDeposited)
	if len(log.Data) > 0 {
		if err := bond.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range bond.abi.Events[event].Inputs {
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

// BondSlashed represents a Slashed event raised by the Bond contract.
type BondSlashed struct {
	To     common.Address
	Amount *big.Int
	Burnt  *big.Int
	Raw    *types.Log // Blockchain specific contextual infos
}

const BondSlashedEventName = "Slashed"

// ContractEventName returns the user-defined event name.
func (BondSlashed) ContractEventName() string {
	return BondSlashedEventName
}

// UnpackSlashedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Slashed(address indexed to, uint256 amount, uint256 burnt)
func (bond *Bond) UnpackSlashedEvent(log *types.Log) (*BondSlashed, error) {
	event := "Slashed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != bond.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(BondSlashed)
	if len(log.Data) > 0 {
		if err := bond.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range bond.abi.Events[event].Inputs {
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

// BondWithdrawalAnnounced represents a WithdrawalAnnounced event raised by the Bond contract.
type BondWithdrawalAnnounced struct {
	Amount *big.Int
	Due    *big.Int
	Raw    *types.Log // Blockchain specific contextual infos
}

const BondWithdrawalAnnouncedEventName = "WithdrawalAnnounced"

// ContractEventName returns the user-defined event name.
func (BondWithdrawalAnnounced) ContractEventName() string {
	return BondWithdrawalAnnouncedEventName
}

// UnpackWithdrawalAnnouncedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event WithdrawalAnnounced(uint256 amount, uint256 due)
func (bond *Bond) UnpackWithdrawalAnnouncedEvent(log *types.Log) (*BondWithdrawalAnnounced, error) {
	event := "WithdrawalAnnounced"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != bond.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(BondWithdrawalAnnounced)
	if len(log.Data) > 0 {
		if err := bond.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range bond.abi.Events[event].Inputs {
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

// BondWithdrawn represents a Withdrawn event raised by the Bond contract.
type BondWithdrawn struct {
	Amount *big.Int
	Raw    *types.Log // Blockchain specific contextual infos
}

const BondWithdrawnEventName = "Withdrawn"

// ContractEventName returns the user-defined event name.
func (BondWithdrawn) ContractEventName() string {
	return BondWithdrawnEventName
}

// UnpackWithdrawnEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Withdrawn(uint256 amount)
func (bond *Bond) UnpackWithdrawnEvent(log *types.Log) (*BondWithdrawn, error) {
	event := "Withdrawn"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != bond.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(BondWithdrawn)
	if len(log.Data) > 0 {
		if err := bond.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range bond.abi.Events[event].Inputs {
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
func (bond *Bond) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], bond.abi.Errors["BadTerms"].ID.Bytes()[:4]) {
		return bond.UnpackBadTermsError(raw[4:])
	}
	if bytes.Equal(raw[:4], bond.abi.Errors["BatchesNotFinal"].ID.Bytes()[:4]) {
		return bond.UnpackBatchesNotFinalError(raw[4:])
	}
	if bytes.Equal(raw[:4], bond.abi.Errors["NotDue"].ID.Bytes()[:4]) {
		return bond.UnpackNotDueError(raw[4:])
	}
	if bytes.Equal(raw[:4], bond.abi.Errors["OnlyChallenges"].ID.Bytes()[:4]) {
		return bond.UnpackOnlyChallengesError(raw[4:])
	}
	if bytes.Equal(raw[:4], bond.abi.Errors["OnlyOperator"].ID.Bytes()[:4]) {
		return bond.UnpackOnlyOperatorError(raw[4:])
	}
	if bytes.Equal(raw[:4], bond.abi.Errors["PaymentFailed"].ID.Bytes()[:4]) {
		return bond.UnpackPaymentFailedError(raw[4:])
	}
	if bytes.Equal(raw[:4], bond.abi.Errors["TooMuch"].ID.Bytes()[:4]) {
		return bond.UnpackTooMuchError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// BondBadTerms represents a BadTerms error raised by the Bond contract.
type BondBadTerms struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadTerms()
func BondBadTermsErrorID() common.Hash {
	return common.HexToHash("0x8dc599212cab654299a2bf31d0baab479b0ef032e5276a7206a05bbb2910ec06")
}

// UnpackBadTermsError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadTerms()
func (bond *Bond) UnpackBadTermsError(raw []byte) (*BondBadTerms, error) {
	out := new(BondBadTerms)
	if err := bond.abi.UnpackIntoInterface(out, "BadTerms", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BondBatchesNotFinal represents a BatchesNotFinal error raised by the Bond contract.
type BondBatchesNotFinal struct {
	FinalBatch uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BatchesNotFinal(uint64 finalBatch)
func BondBatchesNotFinalErrorID() common.Hash {
	return common.HexToHash("0xbaca18378629821e8e5c4c146ea768076995e10b957a67963db44d0f289640e7")
}

// UnpackBatchesNotFinalError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BatchesNotFinal(uint64 finalBatch)
func (bond *Bond) UnpackBatchesNotFinalError(raw []byte) (*BondBatchesNotFinal, error) {
	out := new(BondBatchesNotFinal)
	if err := bond.abi.UnpackIntoInterface(out, "BatchesNotFinal", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BondNotDue represents a NotDue error raised by the Bond contract.
type BondNotDue struct {
	Due *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotDue(uint256 due)
func BondNotDueErrorID() common.Hash {
	return common.HexToHash("0x1f0cdcef1ec5a4978c8c9c02c1d8230f8c604db3396eee262b3fd6a3128f7be8")
}

// UnpackNotDueError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotDue(uint256 due)
func (bond *Bond) UnpackNotDueError(raw []byte) (*BondNotDue, error) {
	out := new(BondNotDue)
	if err := bond.abi.UnpackIntoInterface(out, "NotDue", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BondOnlyChallenges represents a OnlyChallenges error raised by the Bond contract.
type BondOnlyChallenges struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OnlyChallenges()
func BondOnlyChallengesErrorID() common.Hash {
	return common.HexToHash("0xadcfc73a353241b39513ebbfb01105db53d51b52e81ec59f645836dbbe479e6f")
}

// UnpackOnlyChallengesError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OnlyChallenges()
func (bond *Bond) UnpackOnlyChallengesError(raw []byte) (*BondOnlyChallenges, error) {
	out := new(BondOnlyChallenges)
	if err := bond.abi.UnpackIntoInterface(out, "OnlyChallenges", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BondOnlyOperator represents a OnlyOperator error raised by the Bond contract.
type BondOnlyOperator struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OnlyOperator()
func BondOnlyOperatorErrorID() common.Hash {
	return common.HexToHash("0x27e1f1e5af18306f4eb3e41acd1bcb674286700ed0a791d43176d711b8a5a959")
}

// UnpackOnlyOperatorError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OnlyOperator()
func (bond *Bond) UnpackOnlyOperatorError(raw []byte) (*BondOnlyOperator, error) {
	out := new(BondOnlyOperator)
	if err := bond.abi.UnpackIntoInterface(out, "OnlyOperator", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BondPaymentFailed represents a PaymentFailed error raised by the Bond contract.
type BondPaymentFailed struct {
	To common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error PaymentFailed(address to)
func BondPaymentFailedErrorID() common.Hash {
	return common.HexToHash("0x36899e48161ee4504f5f89aa55f7aed73460d464cb62f64e03057df7dbcdd0aa")
}

// UnpackPaymentFailedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error PaymentFailed(address to)
func (bond *Bond) UnpackPaymentFailedError(raw []byte) (*BondPaymentFailed, error) {
	out := new(BondPaymentFailed)
	if err := bond.abi.UnpackIntoInterface(out, "PaymentFailed", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BondTooMuch represents a TooMuch error raised by the Bond contract.
type BondTooMuch struct {
	Staked *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error TooMuch(uint256 staked)
func BondTooMuchErrorID() common.Hash {
	return common.HexToHash("0xe0f0d3cca4ab478d5588bae6d55a9f5f53534d83c42bdec854011973d4d99a61")
}

// UnpackTooMuchError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error TooMuch(uint256 staked)
func (bond *Bond) UnpackTooMuchError(raw []byte) (*BondTooMuch, error) {
	out := new(BondTooMuch)
	if err := bond.abi.UnpackIntoInterface(out, "TooMuch", raw); err != nil {
		return nil, err
	}
	return out, nil
}
