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

// LockboxExit is an auto generated low-level Go binding around an user-defined struct.
type LockboxExit struct {
	Batch  uint64
	Token  common.Address
	To     common.Address
	Amount *big.Int
	Proof  MessageProof
}

// LockboxMetaData contains all meta data concerning the Lockbox contract.
var LockboxMetaData = bind.MetaData{
	ABI: "[{\"type\":\"constructor\",\"inputs\":[{\"name\":\"batches_\",\"type\":\"address\",\"internalType\":\"contractBatches\"},{\"name\":\"prover_\",\"type\":\"address\",\"internalType\":\"contractChainProofs\"},{\"name\":\"messenger_\",\"type\":\"address\",\"internalType\":\"contractMessenger\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"batches\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"contractBatches\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"done\",\"inputs\":[{\"name\":\"leaf\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"enter\",\"inputs\":[{\"name\":\"chainId\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"token\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"messageHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"gatewayOf\",\"inputs\":[{\"name\":\"chainId\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"lines\",\"inputs\":[{\"name\":\"chainId\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"token\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"l2Token\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"cap\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"entered\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"released\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"listGateway\",\"inputs\":[{\"name\":\"chainId\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"gateway\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"listToken\",\"inputs\":[{\"name\":\"chainId\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"token\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"l2Token\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"cap\",\"type\":\"uint128\",\"internalType\":\"uint128\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"messenger\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"contractMessenger\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"prover\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"contractChainProofs\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"release\",\"inputs\":[{\"name\":\"e\",\"type\":\"tuple\",\"internalType\":\"structLockbox.Exit\",\"components\":[{\"name\":\"batch\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"token\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"proof\",\"type\":\"tuple\",\"internalType\":\"structMessageProof\",\"components\":[{\"name\":\"source\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"destination\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"generation\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"count\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"pairRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"leafIndex\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"siblings\",\"type\":\"bytes32[]\",\"internalType\":\"bytes32[]\"},{\"name\":\"pairIndex\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"pairCount\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"pairSiblings\",\"type\":\"bytes32[]\",\"internalType\":\"bytes32[]\"}]}]}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"tokenOf\",\"inputs\":[{\"name\":\"chainId\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"l2Token\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"event\",\"name\":\"Entered\",\"inputs\":[{\"name\":\"chainId\",\"type\":\"uint256\",\"indexed\":true,\"internalType\":\"uint256\"},{\"name\":\"token\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"from\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"indexed\":false,\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"GatewayListed\",\"inputs\":[{\"name\":\"chainId\",\"type\":\"uint256\",\"indexed\":true,\"internalType\":\"uint256\"},{\"name\":\"gateway\",\"type\":\"address\",\"indexed\":false,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Released\",\"inputs\":[{\"name\":\"chainId\",\"type\":\"uint256\",\"indexed\":true,\"internalType\":\"uint256\"},{\"name\":\"token\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"TokenListed\",\"inputs\":[{\"name\":\"chainId\",\"type\":\"uint256\",\"indexed\":true,\"internalType\":\"uint256\"},{\"name\":\"token\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"l2Token\",\"type\":\"address\",\"indexed\":false,\"internalType\":\"address\"},{\"name\":\"cap\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"error\",\"name\":\"AlreadyDone\",\"inputs\":[{\"name\":\"leaf\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"AlreadyListed\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"CapReached\",\"inputs\":[{\"name\":\"left\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"needed\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"CodeNotShown\",\"inputs\":[{\"name\":\"chainId\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"NotAnExit\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NotFinal\",\"inputs\":[{\"name\":\"batch\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"NotListed\",\"inputs\":[{\"name\":\"chainId\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"token\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"NotProven\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"OnlyGovernor\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"SafeERC20FailedOperation\",\"inputs\":[{\"name\":\"token\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"ZeroAddress\",\"inputs\":[]}]",
	ID:  "Lockbox",
	Bin: "0x60e0346100d757601f61168238819003918201601f19168301916001600160401b038311848410176100db578084926060946040528339810103126100d7578051906001600160a01b03821682036100d7576020810151906001600160a01b03821682036100d757604001516001600160a01b03811681036100d75760c05260a05260805260405161159290816100f0823960805181818160b40152818161012e0152818161033c0152610bbf015260a05181818161125701526114f8015260c0518181816104ed01528181610de901526110750152f35b5f80fd5b634e487b7160e01b5f52604160045260245ffdfe6080806040526004361015610012575f80fd5b5f3560e01c90816323f872fa1461127b5750806332a8f30f146112385780633805c6bd14610e3c578063388a3cf514610e0d5780633cb747bf14610dca5780633fb2b70b14610d7c5780636fc74e9c14610b46578063783ad9d2146102fc5780637afc8c331461028c578063c8368e53146100dc5763cfdf677e14610095575f80fd5b346100d8575f6003193601126100d85760206040516001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000168152f35b5f80fd5b346100d85760406003193601126100d8576004356100f86112a9565b6040517f0c340a240000000000000000000000000000000000000000000000000000000081526020816004816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa8015610281576001600160a01b03915f91610252575b5016330361022a57815f525f6020526001600160a01b0360405f205416610202576020816101b57f91b689aae3c3984b7b87eb5ea44cf5e3f1f9a951282fa7e0468808b99de85e4093856114ab565b835f525f825260405f206001600160a01b0382167fffffffffffffffffffffffff00000000000000000000000000000000000000008254161790556001600160a01b0360405191168152a2005b7fa3d582ec000000000000000000000000000000000000000000000000000000005f5260045ffd5b7fe0a8b920000000000000000000000000000000000000000000000000000000005f5260045ffd5b610274915060203d60201161027a575b61026c81836112d5565b8101906113a0565b84610166565b503d610262565b6040513d5f823e3d90fd5b346100d85760406003193601126100d8576102a56112a9565b6004355f5260016020526001600160a01b0360405f2091165f52602052608060405f206001600160a01b03815416906001810154906003600282015491015491604051938452602084015260408301526060820152f35b346100d85760206003193601126100d85760043567ffffffffffffffff81116100d857806004019060a060031982360301126100d8576001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016610365836113bf565b67ffffffffffffffff604051917f20bff893000000000000000000000000000000000000000000000000000000008352166004820152602081602481855afa908115610281575f91610b0b575b506004811015610ade57600303610aa05760848201916103d283856113d4565b3591825f52600160205260405f209360248301946001600160a01b036103f787611407565b165f5260205260405f2091845f525f6020526001600160a01b0360405f205416966001600160a01b038454169182158015610a98575b610a5657602061043d85846113d4565b01354603610a2e5760448601986001600160a01b03606461045d8c611407565b98013597604051956020870152166040850152866060850152606084526104856080856112d5565b61048f85846113d4565b60a061049b87866113d4565b01356040519260c0840184811067ffffffffffffffff821117610a015760405246845260208401908b82526040850192835260608501908152608085019230845260a086019889526001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001693604051967fe16b1032000000000000000000000000000000000000000000000000000000008852602088600481895afa978815610281575f986109b5575b50926105e461065196936105b860209c9b9a97946107469e6001600160a01b038067ffffffffffffffff9d9a51985195519751169251169051916040519660209588968701998a5260408701526060860152608085015260a084015260c08084015260e083019061135d565b037fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe081018352826112d5565b5190209060408051938a8501957f8304067148893ccb31ea6d7931c592dedc1ae950d5cd79257f929397b46049528752828601520135606084015280608084015260a083015260c082015260c0815261063e60e0826112d5565b5190209661064b856113bf565b946113d4565b92604051958694859384937f8e1339b30000000000000000000000000000000000000000000000000000000085521660048401528860248401526060604484015280356064840152868101356084840152604081013560a4840152606081013560c4840152608081013560e484015260a08101356101048401526107156106f26106de60c084018461141b565b6101406101248801526101a487019161146e565b9160e081013561014486015261010081013561016486015261012081019061141b565b907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff9c8584030161018486015261146e565b03915afa908115610281575f9161097a575b501561095257805f52600360205260ff60405f205416610927575f52600360205260405f2060017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff0082541617905560036107bb6002830154600184015490611350565b91018054916107ca8484611350565b928184116108dd575050556001600160a01b036107e684611407565b16926107f185611407565b936001600160a01b03604051957fa9059cbb000000000000000000000000000000000000000000000000000000005f52166004528260245260205f60448180855af160015f51148116156108be575b856040521561089357506001600160a01b03807fbe9955ede01f89429605b39b8541dc3efb42abc6215925c50e35c676e9e06f8893610889610883602095611407565b98611407565b90875216951693a4005b7f5274afe7000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b60018115166108d457813b15153d151616610840565b853d5f823e3d90fd5b8492508082111561091f576108f191611316565b7f55f8a908000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b50505f6108f1565b7f792f660f000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b7fa506d334000000000000000000000000000000000000000000000000000000005f5260045ffd5b90506020813d6020116109ad575b81610995602093836112d5565b810103126100d8575180151581036100d85787610758565b3d9150610988565b96939094919592999897506020873d6020116109f9575b816109d9602093836112d5565b810103126100d857955197989697969295919490939192916105e461054c565b3d91506109cc565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b7f27765a35000000000000000000000000000000000000000000000000000000005f5260045ffd5b6001600160a01b0387610a688a611407565b907f04791069000000000000000000000000000000000000000000000000000000005f526004521660245260445ffd5b50881561042d565b67ffffffffffffffff610ab2846113bf565b7fbb3c27bd000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b7f4e487b71000000000000000000000000000000000000000000000000000000005f52602160045260245ffd5b90506020813d602011610b3e575b81610b26602093836112d5565b810103126100d8575160048110156100d857846103b2565b3d9150610b19565b346100d85760806003193601126100d857600435610b626112a9565b90610b6b6112bf565b916064356fffffffffffffffffffffffffffffffff81168091036100d8576040517f0c340a240000000000000000000000000000000000000000000000000000000081526020816004816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa8015610281576001600160a01b03915f91610d5d575b5016330361022a57825f52600160205260405f206001600160a01b0383165f5260205260405f206001600160a01b0381541680155f14610d185750610c3c85856114ab565b835f52600260205260405f206001600160a01b0386165f526020526001600160a01b0360405f205416610202577f5cc84d4a94d161aa0cb9f2801c806df8e707192476cfb3d14af480df555c19bd928260409360016001600160a01b0394885f526002602052865f20868b165f52602052865f208686167fffffffffffffffffffffffff0000000000000000000000000000000000000000825416179055858a167fffffffffffffffffffffffff00000000000000000000000000000000000000008254161781555b01558284519716875260208701521693a3005b6001600160a01b03861603610202577f5cc84d4a94d161aa0cb9f2801c806df8e707192476cfb3d14af480df555c19bd928260409360016001600160a01b0394610d05565b610d76915060203d60201161027a5761026c81836112d5565b86610bf7565b346100d85760406003193601126100d857610d956112a9565b6004355f5260026020526001600160a01b0360405f2091165f5260205260206001600160a01b0360405f205416604051908152f35b346100d8575f6003193601126100d85760206040516001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000168152f35b346100d85760206003193601126100d8576004355f526003602052602060ff60405f2054166040519015158152f35b346100d85760806003193601126100d857600435610e586112a9565b906001600160a01b03610e696112bf565b16801561121057815f52600160205260405f206001600160a01b0384165f5260205260405f2091805f525f6020526001600160a01b0360405f205416936001600160a01b03845416158015611208575b6111d0576001600160a01b031690604051947f70a08231000000000000000000000000000000000000000000000000000000008652306004870152602086602481865afa958615610281575f9661119c575b506040517f23b872dd000000000000000000000000000000000000000000000000000000005f52336004523060245260643560445260205f60648180885af160015f511481161561117d575b816040525f60605215611151577f70a08231000000000000000000000000000000000000000000000000000000008152306004820152602081602481875afa908115610281575f91611116575b50906001600160a01b03610fbd61106898602094611316565b9660028101610fcd898254611350565b9055541690604051917fe7d31d4b000000000000000000000000000000000000000000000000000000008484015260248301523360448301528560648301528660848301526084825261102160a4836112d5565b60405197889283927f7056f41f000000000000000000000000000000000000000000000000000000008452866004850152602484015260606044840152606483019061135d565b03815f6001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165af1938415610281575f946110e1575b60209550604051938452858401527f7afbdea27ef81959557bcf16e28b675293f25a8c441eae00b93f184cb064400d60403394a4604051908152f35b93506020853d60201161110e575b816110fc602093836112d5565b810103126100d85760209451936110a5565b3d91506110ef565b9190506020823d602011611149575b81611132602093836112d5565b810103126100d85790516001600160a01b03610fa4565b3d9150611125565b837f5274afe7000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b600181151661119357843b15153d151616610f57565b503d5f823e3d90fd5b9095506020813d6020116111c8575b816111b8602093836112d5565b810103126100d857519486610f0b565b3d91506111ab565b6001600160a01b03917f04791069000000000000000000000000000000000000000000000000000000005f526004521660245260445ffd5b508415610eb9565b7fd92e233d000000000000000000000000000000000000000000000000000000005f5260045ffd5b346100d8575f6003193601126100d85760206040516001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000168152f35b346100d85760206003193601126100d8576020906004355f525f82526001600160a01b0360405f2054168152f35b602435906001600160a01b03821682036100d857565b604435906001600160a01b03821682036100d857565b90601f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0910116810190811067ffffffffffffffff821117610a0157604052565b9190820391821161132357565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b9190820180921161132357565b907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f602080948051918291828752018686015e5f8582860101520116010190565b908160209103126100d857516001600160a01b03811681036100d85790565b3567ffffffffffffffff811681036100d85790565b9035907ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffec1813603018212156100d8570190565b356001600160a01b03811681036100d85790565b90357fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe1823603018112156100d857016020813591019167ffffffffffffffff82116100d8578160051b360383136100d857565b90918281527f07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff83116100d85760209260051b809284830137010190565b6001600160a01b03604051927fc531d7dd00000000000000000000000000000000000000000000000000000000845282600485015216918260248201526020816044816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa908115610281575f91611560575b5015611532575050565b7f64ad8323000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b90506020813d60201161158a575b8161157b602093836112d5565b810103126100d857515f611528565b3d915061156e56",
}

// Lockbox is an auto generated Go binding around an Ethereum contract.
type Lockbox struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *Lockbox) GetABI() abi.ABI {
	return c.abi
}

// NewLockbox creates a new instance of Lockbox.
func NewLockbox() *Lockbox {
	parsed, err := LockboxMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &Lockbox{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *Lockbox) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(address batches_, address prover_, address messenger_) returns()
func (lockbox *Lockbox) PackConstructor(batches_ common.Address, prover_ common.Address, messenger_ common.Address) []byte {
	enc, err := lockbox.abi.Pack("", batches_, prover_, messenger_)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackBatches is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcfdf677e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function batches() view returns(address)
func (lockbox *Lockbox) PackBatches() []byte {
	enc, err := lockbox.abi.Pack("batches")
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
func (lockbox *Lockbox) TryPackBatches() ([]byte, error) {
	return lockbox.abi.Pack("batches")
}

// UnpackBatches is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xcfdf677e.
//
// Solidity: function batches() view returns(address)
func (lockbox *Lockbox) UnpackBatches(data []byte) (common.Address, error) {
	out, err := lockbox.abi.Unpack("batches", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackDone is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x388a3cf5.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function done(bytes32 leaf) view returns(bool)
func (lockbox *Lockbox) PackDone(leaf [32]byte) []byte {
	enc, err := lockbox.abi.Pack("done", leaf)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDone is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x388a3cf5.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function done(bytes32 leaf) view returns(bool)
func (lockbox *Lockbox) TryPackDone(leaf [32]byte) ([]byte, error) {
	return lockbox.abi.Pack("done", leaf)
}

// UnpackDone is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x388a3cf5.
//
// Solidity: function done(bytes32 leaf) view returns(bool)
func (lockbox *Lockbox) UnpackDone(data []byte) (bool, error) {
	out, err := lockbox.abi.Unpack("done", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackEnter is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3805c6bd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function enter(uint256 chainId, address token, address to, uint256 amount) returns(bytes32 messageHash)
func (lockbox *Lockbox) PackEnter(chainId *big.Int, token common.Address, to common.Address, amount *big.Int) []byte {
	enc, err := lockbox.abi.Pack("enter", chainId, token, to, amount)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackEnter is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3805c6bd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function enter(uint256 chainId, address token, address to, uint256 amount) returns(bytes32 messageHash)
func (lockbox *Lockbox) TryPackEnter(chainId *big.Int, token common.Address, to common.Address, amount *big.Int) ([]byte, error) {
	return lockbox.abi.Pack("enter", chainId, token, to, amount)
}

// UnpackEnter is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x3805c6bd.
//
// Solidity: function enter(uint256 chainId, address token, address to, uint256 amount) returns(bytes32 messageHash)
func (lockbox *Lockbox) UnpackEnter(data []byte) ([32]byte, error) {
	out, err := lockbox.abi.Unpack("enter", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackGatewayOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x23f872fa.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function gatewayOf(uint256 chainId) view returns(address)
func (lockbox *Lockbox) PackGatewayOf(chainId *big.Int) []byte {
	enc, err := lockbox.abi.Pack("gatewayOf", chainId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGatewayOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x23f872fa.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function gatewayOf(uint256 chainId) view returns(address)
func (lockbox *Lockbox) TryPackGatewayOf(chainId *big.Int) ([]byte, error) {
	return lockbox.abi.Pack("gatewayOf", chainId)
}

// UnpackGatewayOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x23f872fa.
//
// Solidity: function gatewayOf(uint256 chainId) view returns(address)
func (lockbox *Lockbox) UnpackGatewayOf(data []byte) (common.Address, error) {
	out, err := lockbox.abi.Unpack("gatewayOf", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackLines is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7afc8c33.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function lines(uint256 chainId, address token) view returns(address l2Token, uint256 cap, uint256 entered, uint256 released)
func (lockbox *Lockbox) PackLines(chainId *big.Int, token common.Address) []byte {
	enc, err := lockbox.abi.Pack("lines", chainId, token)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackLines is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7afc8c33.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function lines(uint256 chainId, address token) view returns(address l2Token, uint256 cap, uint256 entered, uint256 released)
func (lockbox *Lockbox) TryPackLines(chainId *big.Int, token common.Address) ([]byte, error) {
	return lockbox.abi.Pack("lines", chainId, token)
}

// LinesOutput serves as a container for the return parameters of contract
// method Lines.
type LinesOutput struct {
	L2Token  common.Address
	Cap      *big.Int
	Entered  *big.Int
	Released *big.Int
}

// UnpackLines is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x7afc8c33.
//
// Solidity: function lines(uint256 chainId, address token) view returns(address l2Token, uint256 cap, uint256 entered, uint256 released)
func (lockbox *Lockbox) UnpackLines(data []byte) (LinesOutput, error) {
	out, err := lockbox.abi.Unpack("lines", data)
	outstruct := new(LinesOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.L2Token = *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	outstruct.Cap = abi.ConvertType(out[1], new(big.Int)).(*big.Int)
	outstruct.Entered = abi.ConvertType(out[2], new(big.Int)).(*big.Int)
	outstruct.Released = abi.ConvertType(out[3], new(big.Int)).(*big.Int)
	return *outstruct, nil
}

// PackListGateway is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc8368e53.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function listGateway(uint256 chainId, address gateway) returns()
func (lockbox *Lockbox) PackListGateway(chainId *big.Int, gateway common.Address) []byte {
	enc, err := lockbox.abi.Pack("listGateway", chainId, gateway)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackListGateway is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc8368e53.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function listGateway(uint256 chainId, address gateway) returns()
func (lockbox *Lockbox) TryPackListGateway(chainId *big.Int, gateway common.Address) ([]byte, error) {
	return lockbox.abi.Pack("listGateway", chainId, gateway)
}

// PackListToken is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6fc74e9c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function listToken(uint256 chainId, address token, address l2Token, uint128 cap) returns()
func (lockbox *Lockbox) PackListToken(chainId *big.Int, token common.Address, l2Token common.Address, cap *big.Int) []byte {
	enc, err := lockbox.abi.Pack("listToken", chainId, token, l2Token, cap)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackListToken is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6fc74e9c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function listToken(uint256 chainId, address token, address l2Token, uint128 cap) returns()
func (lockbox *Lockbox) TryPackListToken(chainId *big.Int, token common.Address, l2Token common.Address, cap *big.Int) ([]byte, error) {
	return lockbox.abi.Pack("listToken", chainId, token, l2Token, cap)
}

// PackMessenger is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3cb747bf.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function messenger() view returns(address)
func (lockbox *Lockbox) PackMessenger() []byte {
	enc, err := lockbox.abi.Pack("messenger")
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
func (lockbox *Lockbox) TryPackMessenger() ([]byte, error) {
	return lockbox.abi.Pack("messenger")
}

// UnpackMessenger is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x3cb747bf.
//
// Solidity: function messenger() view returns(address)
func (lockbox *Lockbox) UnpackMessenger(data []byte) (common.Address, error) {
	out, err := lockbox.abi.Unpack("messenger", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackProver is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x32a8f30f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function prover() view returns(address)
func (lockbox *Lockbox) PackProver() []byte {
	enc, err := lockbox.abi.Pack("prover")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackProver is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x32a8f30f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function prover() view returns(address)
func (lockbox *Lockbox) TryPackProver() ([]byte, error) {
	return lockbox.abi.Pack("prover")
}

// UnpackProver is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x32a8f30f.
//
// Solidity: function prover() view returns(address)
func (lockbox *Lockbox) UnpackProver(data []byte) (common.Address, error) {
	out, err := lockbox.abi.Unpack("prover", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackRelease is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x783ad9d2.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function release((uint64,address,address,uint256,(uint256,uint256,uint256,uint256,bytes32,uint256,bytes32[],uint256,uint256,bytes32[])) e) returns()
func (lockbox *Lockbox) PackRelease(e LockboxExit) []byte {
	enc, err := lockbox.abi.Pack("release", e)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRelease is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x783ad9d2.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function release((uint64,address,address,uint256,(uint256,uint256,uint256,uint256,bytes32,uint256,bytes32[],uint256,uint256,bytes32[])) e) returns()
func (lockbox *Lockbox) TryPackRelease(e LockboxExit) ([]byte, error) {
	return lockbox.abi.Pack("release", e)
}

// PackTokenOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3fb2b70b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function tokenOf(uint256 chainId, address l2Token) view returns(address)
func (lockbox *Lockbox) PackTokenOf(chainId *big.Int, l2Token common.Address) []byte {
	enc, err := lockbox.abi.Pack("tokenOf", chainId, l2Token)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTokenOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3fb2b70b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function tokenOf(uint256 chainId, address l2Token) view returns(address)
func (lockbox *Lockbox) TryPackTokenOf(chainId *big.Int, l2Token common.Address) ([]byte, error) {
	return lockbox.abi.Pack("tokenOf", chainId, l2Token)
}

// UnpackTokenOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x3fb2b70b.
//
// Solidity: function tokenOf(uint256 chainId, address l2Token) view returns(address)
func (lockbox *Lockbox) UnpackTokenOf(data []byte) (common.Address, error) {
	out, err := lockbox.abi.Unpack("tokenOf", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// LockboxEntered represents a Entered event raised by the Lockbox contract.
type LockboxEntered struct {
	ChainId *big.Int
	Token   common.Address
	From    common.Address
	To      common.Address
	Amount  *big.Int
	Raw     *types.Log // Blockchain specific contextual infos
}

const LockboxEnteredEventName = "Entered"

// ContractEventName returns the user-defined event name.
func (LockboxEntered) ContractEventName() string {
	return LockboxEnteredEventName
}

// UnpackEnteredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Entered(uint256 indexed chainId, address indexed token, address indexed from, address to, uint256 amount)
func (lockbox *Lockbox) UnpackEnteredEvent(log *types.Log) (*LockboxEntered, error) {
	event := "Entered"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != lockbox.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(LockboxEntered)
	if len(log.Data) > 0 {
		if err := lockbox.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range lockbox.abi.Events[event].Inputs {
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

// LockboxGatewayListed represents a GatewayListed event raised by the Lockbox contract.
type LockboxGatewayListed struct {
	ChainId *big.Int
	Gateway common.Address
	Raw     *types.Log // Blockchain specific contextual infos
}

const LockboxGatewayListedEventName = "GatewayListed"

// ContractEventName returns the user-defined event name.
func (LockboxGatewayListed) ContractEventName() string {
	return LockboxGatewayListedEventName
}

// UnpackGatewayListedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event GatewayListed(uint256 indexed chainId, address gateway)
func (lockbox *Lockbox) UnpackGatewayListedEvent(log *types.Log) (*LockboxGatewayListed, error) {
	event := "GatewayListed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != lockbox.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(LockboxGatewayListed)
	if len(log.Data) > 0 {
		if err := lockbox.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range lockbox.abi.Events[event].Inputs {
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

// LockboxReleased represents a Released event raised by the Lockbox contract.
type LockboxReleased struct {
	ChainId *big.Int
	Token   common.Address
	To      common.Address
	Amount  *big.Int
	Raw     *types.Log // Blockchain specific contextual infos
}

const LockboxReleasedEventName = "Released"

// ContractEventName returns the user-defined event name.
func (LockboxReleased) ContractEventName() string {
	return LockboxReleasedEventName
}

// UnpackReleasedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Released(uint256 indexed chainId, address indexed token, address indexed to, uint256 amount)
func (lockbox *Lockbox) UnpackReleasedEvent(log *types.Log) (*LockboxReleased, error) {
	event := "Released"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != lockbox.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(LockboxReleased)
	if len(log.Data) > 0 {
		if err := lockbox.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range lockbox.abi.Events[event].Inputs {
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

// LockboxTokenListed represents a TokenListed event raised by the Lockbox contract.
type LockboxTokenListed struct {
	ChainId *big.Int
	Token   common.Address
	L2Token common.Address
	Cap     *big.Int
	Raw     *types.Log // Blockchain specific contextual infos
}

const LockboxTokenListedEventName = "TokenListed"

// ContractEventName returns the user-defined event name.
func (LockboxTokenListed) ContractEventName() string {
	return LockboxTokenListedEventName
}

// UnpackTokenListedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event TokenListed(uint256 indexed chainId, address indexed token, address l2Token, uint256 cap)
func (lockbox *Lockbox) UnpackTokenListedEvent(log *types.Log) (*LockboxTokenListed, error) {
	event := "TokenListed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != lockbox.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(LockboxTokenListed)
	if len(log.Data) > 0 {
		if err := lockbox.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range lockbox.abi.Events[event].Inputs {
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
func (lockbox *Lockbox) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], lockbox.abi.Errors["AlreadyDone"].ID.Bytes()[:4]) {
		return lockbox.UnpackAlreadyDoneError(raw[4:])
	}
	if bytes.Equal(raw[:4], lockbox.abi.Errors["AlreadyListed"].ID.Bytes()[:4]) {
		return lockbox.UnpackAlreadyListedError(raw[4:])
	}
	if bytes.Equal(raw[:4], lockbox.abi.Errors["CapReached"].ID.Bytes()[:4]) {
		return lockbox.UnpackCapReachedError(raw[4:])
	}
	if bytes.Equal(raw[:4], lockbox.abi.Errors["CodeNotShown"].ID.Bytes()[:4]) {
		return lockbox.UnpackCodeNotShownError(raw[4:])
	}
	if bytes.Equal(raw[:4], lockbox.abi.Errors["NotAnExit"].ID.Bytes()[:4]) {
		return lockbox.UnpackNotAnExitError(raw[4:])
	}
	if bytes.Equal(raw[:4], lockbox.abi.Errors["NotFinal"].ID.Bytes()[:4]) {
		return lockbox.UnpackNotFinalError(raw[4:])
	}
	if bytes.Equal(raw[:4], lockbox.abi.Errors["NotListed"].ID.Bytes()[:4]) {
		return lockbox.UnpackNotListedError(raw[4:])
	}
	if bytes.Equal(raw[:4], lockbox.abi.Errors["NotProven"].ID.Bytes()[:4]) {
		return lockbox.UnpackNotProvenError(raw[4:])
	}
	if bytes.Equal(raw[:4], lockbox.abi.Errors["OnlyGovernor"].ID.Bytes()[:4]) {
		return lockbox.UnpackOnlyGovernorError(raw[4:])
	}
	if bytes.Equal(raw[:4], lockbox.abi.Errors["SafeERC20FailedOperation"].ID.Bytes()[:4]) {
		return lockbox.UnpackSafeERC20FailedOperationError(raw[4:])
	}
	if bytes.Equal(raw[:4], lockbox.abi.Errors["ZeroAddress"].ID.Bytes()[:4]) {
		return lockbox.UnpackZeroAddressError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// LockboxAlreadyDone represents a AlreadyDone error raised by the Lockbox contract.
type LockboxAlreadyDone struct {
	Leaf [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AlreadyDone(bytes32 leaf)
func LockboxAlreadyDoneErrorID() common.Hash {
	return common.HexToHash("0x792f660fba8b33985c6e57b1f3beb602384ef16cbd17f7b4911b5aa238b30fb3")
}

// UnpackAlreadyDoneError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AlreadyDone(bytes32 leaf)
func (lockbox *Lockbox) UnpackAlreadyDoneError(raw []byte) (*LockboxAlreadyDone, error) {
	out := new(LockboxAlreadyDone)
	if err := lockbox.abi.UnpackIntoInterface(out, "AlreadyDone", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// LockboxAlreadyListed represents a AlreadyListed error raised by the Lockbox contract.
type LockboxAlreadyListed struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AlreadyListed()
func LockboxAlreadyListedErrorID() common.Hash {
	return common.HexToHash("0xa3d582ec28978f12aaa111a52ab5334b0dc322facad301da3f53fd946f541343")
}

// UnpackAlreadyListedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AlreadyListed()
func (lockbox *Lockbox) UnpackAlreadyListedError(raw []byte) (*LockboxAlreadyListed, error) {
	out := new(LockboxAlreadyListed)
	if err := lockbox.abi.UnpackIntoInterface(out, "AlreadyListed", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// LockboxCapReached represents a CapReached error raised by the Lockbox contract.
type LockboxCapReached struct {
	Left   *big.Int
	Needed *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error CapReached(uint256 left, uint256 needed)
func LockboxCapReachedErrorID() common.Hash {
	return common.HexToHash("0x55f8a908242314dd6704f630f917b013106727771872b3d736c7da50a4a585bb")
}

// UnpackCapReachedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error CapReached(uint256 left, uint256 needed)
func (lockbox *Lockbox) UnpackCapReachedError(raw []byte) (*LockboxCapReached, error) {
	out := new(LockboxCapReached)
	if err := lockbox.abi.UnpackIntoInterface(out, "CapReached", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// LockboxCodeNotShown represents a CodeNotShown error raised by the Lockbox contract.
type LockboxCodeNotShown struct {
	ChainId *big.Int
	Account common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error CodeNotShown(uint256 chainId, address account)
func LockboxCodeNotShownErrorID() common.Hash {
	return common.HexToHash("0x64ad8323992160390efa78ab1dfca7c1fec8d269e5729bed0ce1ae41bdc604a2")
}

// UnpackCodeNotShownError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error CodeNotShown(uint256 chainId, address account)
func (lockbox *Lockbox) UnpackCodeNotShownError(raw []byte) (*LockboxCodeNotShown, error) {
	out := new(LockboxCodeNotShown)
	if err := lockbox.abi.UnpackIntoInterface(out, "CodeNotShown", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// LockboxNotAnExit represents a NotAnExit error raised by the Lockbox contract.
type LockboxNotAnExit struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotAnExit()
func LockboxNotAnExitErrorID() common.Hash {
	return common.HexToHash("0x27765a35524848c3fbdfc530ddffc39014c80c8425c817068f328608788d7ac7")
}

// UnpackNotAnExitError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotAnExit()
func (lockbox *Lockbox) UnpackNotAnExitError(raw []byte) (*LockboxNotAnExit, error) {
	out := new(LockboxNotAnExit)
	if err := lockbox.abi.UnpackIntoInterface(out, "NotAnExit", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// LockboxNotFinal represents a NotFinal error raised by the Lockbox contract.
type LockboxNotFinal struct {
	Batch uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotFinal(uint64 batch)
func LockboxNotFinalErrorID() common.Hash {
	return common.HexToHash("0xbb3c27bdf6dc5d674c9e079508fd4e5985eb41e4b6121a59af8340889daac49e")
}

// UnpackNotFinalError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotFinal(uint64 batch)
func (lockbox *Lockbox) UnpackNotFinalError(raw []byte) (*LockboxNotFinal, error) {
	out := new(LockboxNotFinal)
	if err := lockbox.abi.UnpackIntoInterface(out, "NotFinal", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// LockboxNotListed represents a NotListed error raised by the Lockbox contract.
type LockboxNotListed struct {
	ChainId *big.Int
	Token   common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotListed(uint256 chainId, address token)
func LockboxNotListedErrorID() common.Hash {
	return common.HexToHash("0x04791069278eef510326825aa4a0ad0d867f1cb31fe08d43ad58bf59075ced45")
}

// UnpackNotListedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotListed(uint256 chainId, address token)
func (lockbox *Lockbox) UnpackNotListedError(raw []byte) (*LockboxNotListed, error) {
	out := new(LockboxNotListed)
	if err := lockbox.abi.UnpackIntoInterface(out, "NotListed", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// LockboxNotProven represents a NotProven error raised by the Lockbox contract.
type LockboxNotProven struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotProven()
func LockboxNotProvenErrorID() common.Hash {
	return common.HexToHash("0xa506d3349468a933804dcafcb79729084c8b426aed169fc9da4517157e3fe116")
}

// UnpackNotProvenError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotProven()
func (lockbox *Lockbox) UnpackNotProvenError(raw []byte) (*LockboxNotProven, error) {
	out := new(LockboxNotProven)
	if err := lockbox.abi.UnpackIntoInterface(out, "NotProven", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// LockboxOnlyGovernor represents a OnlyGovernor error raised by the Lockbox contract.
type LockboxOnlyGovernor struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OnlyGovernor()
func LockboxOnlyGovernorErrorID() common.Hash {
	return common.HexToHash("0xe0a8b92047b70e8e8f31619f4dcaab891e4dc7c870891fc8c0f19776a4e2a624")
}

// UnpackOnlyGovernorError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OnlyGovernor()
func (lockbox *Lockbox) UnpackOnlyGovernorError(raw []byte) (*LockboxOnlyGovernor, error) {
	out := new(LockboxOnlyGovernor)
	if err := lockbox.abi.UnpackIntoInterface(out, "OnlyGovernor", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// LockboxSafeERC20FailedOperation represents a SafeERC20FailedOperation error raised by the Lockbox contract.
type LockboxSafeERC20FailedOperation struct {
	Token common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error SafeERC20FailedOperation(address token)
func LockboxSafeERC20FailedOperationErrorID() common.Hash {
	return common.HexToHash("0x5274afe73c98b4749fc91ffae6b7b574e7842cb2144a159e9377a5f20b32edf9")
}

// UnpackSafeERC20FailedOperationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error SafeERC20FailedOperation(address token)
func (lockbox *Lockbox) UnpackSafeERC20FailedOperationError(raw []byte) (*LockboxSafeERC20FailedOperation, error) {
	out := new(LockboxSafeERC20FailedOperation)
	if err := lockbox.abi.UnpackIntoInterface(out, "SafeERC20FailedOperation", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// LockboxZeroAddress represents a ZeroAddress error raised by the Lockbox contract.
type LockboxZeroAddress struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ZeroAddress()
func LockboxZeroAddressErrorID() common.Hash {
	return common.HexToHash("0xd92e233df2717d4a40030e20904abd27b68fcbeede117eaaccbbdac9618c8c73")
}

// UnpackZeroAddressError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ZeroAddress()
func (lockbox *Lockbox) UnpackZeroAddressError(raw []byte) (*LockboxZeroAddress, error) {
	out := new(LockboxZeroAddress)
	if err := lockbox.abi.UnpackIntoInterface(out, "ZeroAddress", raw); err != nil {
		return nil, err
	}
	return out, nil
}
