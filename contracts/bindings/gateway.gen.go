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

// GatewayMetaData contains all meta data concerning the Gateway contract.
var GatewayMetaData = bind.MetaData{
	ABI: "[{\"type\":\"constructor\",\"inputs\":[{\"name\":\"messenger_\",\"type\":\"address\",\"internalType\":\"contractMessenger\"},{\"name\":\"l1ChainId_\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"lockbox_\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"defaultCredit_\",\"type\":\"uint120\",\"internalType\":\"uint120\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"confirmMints\",\"inputs\":[{\"name\":\"token\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"total\",\"type\":\"uint120\",\"internalType\":\"uint120\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"confirmer\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"creditOf\",\"inputs\":[{\"name\":\"token\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"minted\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"left\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"defaultCredit\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint120\",\"internalType\":\"uint120\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"enter\",\"inputs\":[{\"name\":\"token\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"from\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"exit\",\"inputs\":[{\"name\":\"token\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"messageHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"l1ChainId\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"lockbox\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"messenger\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"contractMessenger\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"refundEntry\",\"inputs\":[{\"name\":\"nonce\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"token\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"from\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"messageHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"setCredit\",\"inputs\":[{\"name\":\"token\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"credit\",\"type\":\"uint120\",\"internalType\":\"uint120\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"event\",\"name\":\"CreditSet\",\"inputs\":[{\"name\":\"token\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"credit\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Entered\",\"inputs\":[{\"name\":\"token\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"from\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"EntryRefunded\",\"inputs\":[{\"name\":\"token\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"from\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"ExitRequested\",\"inputs\":[{\"name\":\"token\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"from\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"MintsConfirmed\",\"inputs\":[{\"name\":\"token\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"total\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"error\",\"name\":\"CreditExhausted\",\"inputs\":[{\"name\":\"left\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"needed\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"OnlyConfirmer\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"OnlyController\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"OnlyLockbox\",\"inputs\":[{\"name\":\"sender\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"source\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"OnlyMessenger\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"WrongTotal\",\"inputs\":[{\"name\":\"confirmed\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"minted\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"ZeroAddress\",\"inputs\":[]}]",
	ID:  "Gateway",
	Bin: "0x6101208060405234610167576080816116098038038091610020828561017e565b833981010312610167578051906001600160a01b03821690818303610167576020810151916060610053604084016101b5565b920151906001600160781b038216820361016757602060049160405192838092632b20e39760e01b82525afa908115610173575f91610135575b5060805260a0526101005260e05260c05260405161143f90816101ca823960805181818161043c0152610998015260a05181818161059c0152818161069f015261123d015260c05181818160dd0152818161087101528181610a5e01528181610bce0152610c8b015260e05181818161035f0152818161082f01528181610c090152610cad0152610100518181816101720152818161080e015281816109e80152610ccf0152f35b90506020813d60201161016b575b816101506020938361017e565b8101031261016757610161906101b5565b5f61008d565b5f80fd5b3d9150610143565b6040513d5f823e3d90fd5b601f909101601f19168101906001600160401b038211908210176101a157604052565b634e487b7160e01b5f52604160045260245ffd5b51906001600160a01b03821682036101675756fe6080806040526004361015610012575f80fd5b5f905f3560e01c90816308379d9914610c2c5750806312622e5b14610bf25780633cb747bf14610ba25780634fe2aa5414610a0c57806366cc5702146109bc5780636fc3c8171461096c57806371006c09146106c3578063733fc955146106775780637580725014610647578063dc6dbb09146104165763e7d31d4b14610097575f80fd5b34610413576080600319360112610413576100b0610fad565b6100b8610f67565b906100c1610f8a565b906064359173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168033036103eb5760406004918151928380927f7936cbee0000000000000000000000000000000000000000000000000000000082525afa9081156103e05786908792610386575b5073ffffffffffffffffffffffffffffffffffffffff1673ffffffffffffffffffffffffffffffffffffffff7f000000000000000000000000000000000000000000000000000000000000000016811480159061035c575b61032e5750506101ab82611139565b8085116102fe57506effffffffffffffffffffffffffffff6101e28573ffffffffffffffffffffffffffffffffffffffff93611282565b16921691828652856020526effffffffffffffffffffffffffffff6040872091167fffffffffffffffffffffffffffffffffff000000000000000000000000000000825416179055813b156102ef576040517f18bf507700000000000000000000000000000000000000000000000000000000815273ffffffffffffffffffffffffffffffffffffffff82166004820152602481018490528590818160448183885af180156102f3576102da575b5050602073ffffffffffffffffffffffffffffffffffffffff807f3063fa04f48bc7d2fd51b08c9a33b23494638e0874552d278c073698d17932c99360405196875216951693a480f35b816102e491611080565b6102ef57845f610290565b8480fd5b6040513d84823e3d90fd5b86856044927f07526e8b000000000000000000000000000000000000000000000000000000008352600452602452fd5b7f7d3b8a33000000000000000000000000000000000000000000000000000000008752600452602452604485fd5b507f000000000000000000000000000000000000000000000000000000000000000082141561019c565b9150506040813d6040116103d8575b816103a260409383611080565b810103126103d45773ffffffffffffffffffffffffffffffffffffffff60206103ca83611261565b9201519190610144565b8580fd5b3d9150610395565b6040513d88823e3d90fd5b6004867f3e5d9c77000000000000000000000000000000000000000000000000000000008152fd5b80fd5b50346104135761042536610fd0565b73ffffffffffffffffffffffffffffffffffffffff7f000000000000000000000000000000000000000000000000000000000000000016330361061f5773ffffffffffffffffffffffffffffffffffffffff8216918284528360205260408420916040519261049384611064565b546effffffffffffffffffffffffffffff811684526effffffffffffffffffffffffffffff8160781c16602085015260ff604085019160f01c16151581528486526001602052604086206effffffffffffffffffffffffffffff604051916104fa8361101b565b549381602081871694858152019560781c16855216948186108015610604575b6105c1575050517fefd45daf18865966a1c2e4c6d58063e9adb9db7368530d8c0405f1c841a3418293602093909261058f921561059957516effffffffffffffffffffffffffffff16905b6effffffffffffffffffffffffffffff604051926105828461101b565b858452168583015261128f565b604051908152a280f35b507f000000000000000000000000000000000000000000000000000000000000000090610565565b6044916effffffffffffffffffffffffffffff89925116907f20478474000000000000000000000000000000000000000000000000000000008352600452602452fd5b506effffffffffffffffffffffffffffff815116861161051a565b6004837ffdad6059000000000000000000000000000000000000000000000000000000008152fd5b503461041357602060031936011261041357604061066b610666610fad565b611139565b82519182526020820152f35b503461041357806003193601126104135760206040516effffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b5034610904576060600319360112610904576106dd610fad565b906106e6610f67565b60443573ffffffffffffffffffffffffffffffffffffffff82169182156109445773ffffffffffffffffffffffffffffffffffffffff851690813b15610904576040517f2b8c49e300000000000000000000000000000000000000000000000000000000815233600482015260248101849052955f8760448183875af1968715610939576108579761091c575b50906107e26020926107b68660405194859387850173ffffffffffffffffffffffffffffffffffffffff6040929594938160608401971683521660208201520152565b037fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe08101835282611080565b604051809781927f7056f41f0000000000000000000000000000000000000000000000000000000083527f00000000000000000000000000000000000000000000000000000000000000007f000000000000000000000000000000000000000000000000000000000000000060048501611104565b03818773ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165af193841561091057936108d7575b602094506040519182527fb978b43aa14f02c05dd59f5ffe9908706f08ade09e497060af0b144e976db220853393a4604051908152f35b92506020843d602011610908575b816108f260209383611080565b810103126109045760209351926108a0565b5f80fd5b3d91506108e5565b604051903d90823e3d90fd5b6020929196505f61092c91611080565b6107e25f96919250610773565b6040513d5f823e3d90fd5b7fd92e233d000000000000000000000000000000000000000000000000000000005f5260045ffd5b34610904575f60031936011261090457602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b34610904575f60031936011261090457602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b3461090457610a1a36610fd0565b906040517f2b20e39700000000000000000000000000000000000000000000000000000000815260208160048173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165afa8015610939575f90610b55575b73ffffffffffffffffffffffffffffffffffffffff9150163303610b2d57602081610b2473ffffffffffffffffffffffffffffffffffffffff7f627f21d3ed2e2fcce05686bd8f1b7bbc4f19f17afb8aeb21e154b77822324900941694855f52600184526effffffffffffffffffffffffffffff8060405f2054169160405192610b168461101b565b83521692838583015261128f565b604051908152a2005b7f59907813000000000000000000000000000000000000000000000000000000005f5260045ffd5b506020813d602011610b9a575b81610b6f60209383611080565b8101031261090457610b9573ffffffffffffffffffffffffffffffffffffffff91611261565b610a8d565b3d9150610b62565b34610904575f60031936011261090457602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b34610904575f6003193601126109045760206040517f00000000000000000000000000000000000000000000000000000000000000008152f35b346109045760a060031936011261090457610c45610f67565b610c4d610f8a565b916064359073ffffffffffffffffffffffffffffffffffffffff8216809203610904576084359373ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000167f0000000000000000000000000000000000000000000000000000000000000000947f0000000000000000000000000000000000000000000000000000000000000000907fe7d31d4b000000000000000000000000000000000000000000000000000000006020860152610dd5602073ffffffffffffffffffffffffffffffffffffffff83169687602482015273ffffffffffffffffffffffffffffffffffffffff87169889604483015260648201528a608482015260848152610d7060a482611080565b604051809381927fd66cb3ca0000000000000000000000000000000000000000000000000000000083528c6004840152600435602484015273ffffffffffffffffffffffffffffffffffffffff881660448401526080606484015260848301906110c1565b03815f885af1801561093957610f2f575b50905f610e9297610e5c6020969594610e308c6040519889938b850173ffffffffffffffffffffffffffffffffffffffff6040929594938160608401971683521660208201520152565b037fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe08101875286611080565b604051988995869485937f7056f41f00000000000000000000000000000000000000000000000000000000855260048501611104565b03925af1928315610939575f93610ed9575b507fba91763295eb5f0f974f22bf38dbcc883ac276776fd63868609ae9900e6d383060208095604051908152a3604051908152f35b9392506020843d602011610f27575b81610ef560209383611080565b8101031261090457925191927fba91763295eb5f0f974f22bf38dbcc883ac276776fd63868609ae9900e6d3830610ea4565b3d9150610ee8565b939291906020853d602011610f5f575b81610f4c60209383611080565b810103126109045792935090915f610de6565b3d9150610f3f565b6024359073ffffffffffffffffffffffffffffffffffffffff8216820361090457565b6044359073ffffffffffffffffffffffffffffffffffffffff8216820361090457565b6004359073ffffffffffffffffffffffffffffffffffffffff8216820361090457565b60031960409101126109045760043573ffffffffffffffffffffffffffffffffffffffff8116810361090457906024356effffffffffffffffffffffffffffff811681036109045790565b6040810190811067ffffffffffffffff82111761103757604052565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b6060810190811067ffffffffffffffff82111761103757604052565b90601f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0910116810190811067ffffffffffffffff82111761103757604052565b907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f602080948051918291828752018686015e5f8582860101520116010190565b73ffffffffffffffffffffffffffffffffffffffff6111369493606093835216602082015281604082015201906110c1565b90565b9073ffffffffffffffffffffffffffffffffffffffff604092165f525f602052815f2082519061116882611064565b546effffffffffffffffffffffffffffff811693828580945260ff6effffffffffffffffffffffffffffff8460781c169384602084015260f01c16151591829101525f1461122a576effffffffffffffffffffffffffffff905b168181111561122357036effffffffffffffffffffffffffffff81116111f6576effffffffffffffffffffffffffffff1690565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b505f919050565b506effffffffffffffffffffffffffffff7f00000000000000000000000000000000000000000000000000000000000000006111c2565b519073ffffffffffffffffffffffffffffffffffffffff8216820361090457565b919082018092116111f657565b73ffffffffffffffffffffffffffffffffffffffff611354911691825f52600160205260405f209061134f6effffffffffffffffffffffffffffff602081845116938285167fffffffffffffffffffffffffffffffffff0000000000000000000000000000008754161786550151168093907fffff000000000000000000000000000000ffffffffffffffffffffffffffffff7dffffffffffffffffffffffffffffff00000000000000000000000000000083549260781b169116179055565b611282565b905f525f60205260405f20906effffffffffffffffffffffffffffff81115f1461142557506113dc6effffffffffffffffffffffffffffff5b82547fffff000000000000000000000000000000ffffffffffffffffffffffffffffff1660789190911b7dffffffffffffffffffffffffffffff00000000000000000000000000000016178255565b7e010000000000000000000000000000000000000000000000000000000000007fff00ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff825416179055565b6effffffffffffffffffffffffffffff6113dc911661138d56",
}

// Gateway is an auto generated Go binding around an Ethereum contract.
type Gateway struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *Gateway) GetABI() abi.ABI {
	return c.abi
}

// NewGateway creates a new instance of Gateway.
func NewGateway() *Gateway {
	parsed, err := GatewayMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &Gateway{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *Gateway) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(address messenger_, uint256 l1ChainId_, address lockbox_, uint120 defaultCredit_) returns()
func (gateway *Gateway) PackConstructor(messenger_ common.Address, l1ChainId_ *big.Int, lockbox_ common.Address, defaultCredit_ *big.Int) []byte {
	enc, err := gateway.abi.Pack("", messenger_, l1ChainId_, lockbox_, defaultCredit_)
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
func (gateway *Gateway) PackConfirmMints(token common.Address, total *big.Int) []byte {
	enc, err := gateway.abi.Pack("confirmMints", token, total)
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
func (gateway *Gateway) TryPackConfirmMints(token common.Address, total *big.Int) ([]byte, error) {
	return gateway.abi.Pack("confirmMints", token, total)
}

// PackConfirmer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6fc3c817.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function confirmer() view returns(address)
func (gateway *Gateway) PackConfirmer() []byte {
	enc, err := gateway.abi.Pack("confirmer")
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
func (gateway *Gateway) TryPackConfirmer() ([]byte, error) {
	return gateway.abi.Pack("confirmer")
}

// UnpackConfirmer is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x6fc3c817.
//
// Solidity: function confirmer() view returns(address)
func (gateway *Gateway) UnpackConfirmer(data []byte) (common.Address, error) {
	out, err := gateway.abi.Unpack("confirmer", data)
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
func (gateway *Gateway) PackCreditOf(token common.Address) []byte {
	enc, err := gateway.abi.Pack("creditOf", token)
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
func (gateway *Gateway) TryPackCreditOf(token common.Address) ([]byte, error) {
	return gateway.abi.Pack("creditOf", token)
}

// UnpackCreditOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x75807250.
//
// Solidity: function creditOf(address token) view returns(uint256 minted, uint256 left)
func (gateway *Gateway) UnpackCreditOf(data []byte) (CreditOfOutput, error) {
	out, err := gateway.abi.Unpack("creditOf", data)
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
func (gateway *Gateway) PackDefaultCredit() []byte {
	enc, err := gateway.abi.Pack("defaultCredit")
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
func (gateway *Gateway) TryPackDefaultCredit() ([]byte, error) {
	return gateway.abi.Pack("defaultCredit")
}

// UnpackDefaultCredit is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x733fc955.
//
// Solidity: function defaultCredit() view returns(uint120)
func (gateway *Gateway) UnpackDefaultCredit(data []byte) (*big.Int, error) {
	out, err := gateway.abi.Unpack("defaultCredit", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackEnter is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe7d31d4b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function enter(address token, address from, address to, uint256 amount) returns()
func (gateway *Gateway) PackEnter(token common.Address, from common.Address, to common.Address, amount *big.Int) []byte {
	enc, err := gateway.abi.Pack("enter", token, from, to, amount)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackEnter is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe7d31d4b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function enter(address token, address from, address to, uint256 amount) returns()
func (gateway *Gateway) TryPackEnter(token common.Address, from common.Address, to common.Address, amount *big.Int) ([]byte, error) {
	return gateway.abi.Pack("enter", token, from, to, amount)
}

// PackExit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x71006c09.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function exit(address token, address to, uint256 amount) returns(bytes32 messageHash)
func (gateway *Gateway) PackExit(token common.Address, to common.Address, amount *big.Int) []byte {
	enc, err := gateway.abi.Pack("exit", token, to, amount)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackExit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x71006c09.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function exit(address token, address to, uint256 amount) returns(bytes32 messageHash)
func (gateway *Gateway) TryPackExit(token common.Address, to common.Address, amount *big.Int) ([]byte, error) {
	return gateway.abi.Pack("exit", token, to, amount)
}

// UnpackExit is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x71006c09.
//
// Solidity: function exit(address token, address to, uint256 amount) returns(bytes32 messageHash)
func (gateway *Gateway) UnpackExit(data []byte) ([32]byte, error) {
	out, err := gateway.abi.Unpack("exit", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackL1ChainId is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x12622e5b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function l1ChainId() view returns(uint256)
func (gateway *Gateway) PackL1ChainId() []byte {
	enc, err := gateway.abi.Pack("l1ChainId")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackL1ChainId is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x12622e5b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function l1ChainId() view returns(uint256)
func (gateway *Gateway) TryPackL1ChainId() ([]byte, error) {
	return gateway.abi.Pack("l1ChainId")
}

// UnpackL1ChainId is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x12622e5b.
//
// Solidity: function l1ChainId() view returns(uint256)
func (gateway *Gateway) UnpackL1ChainId(data []byte) (*big.Int, error) {
	out, err := gateway.abi.Unpack("l1ChainId", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackLockbox is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x66cc5702.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function lockbox() view returns(address)
func (gateway *Gateway) PackLockbox() []byte {
	enc, err := gateway.abi.Pack("lockbox")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackLockbox is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x66cc5702.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function lockbox() view returns(address)
func (gateway *Gateway) TryPackLockbox() ([]byte, error) {
	return gateway.abi.Pack("lockbox")
}

// UnpackLockbox is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x66cc5702.
//
// Solidity: function lockbox() view returns(address)
func (gateway *Gateway) UnpackLockbox(data []byte) (common.Address, error) {
	out, err := gateway.abi.Unpack("lockbox", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackMessenger is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3cb747bf.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function messenger() view returns(address)
func (gateway *Gateway) PackMessenger() []byte {
	enc, err := gateway.abi.Pack("messenger")
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
func (gateway *Gateway) TryPackMessenger() ([]byte, error) {
	return gateway.abi.Pack("messenger")
}

// UnpackMessenger is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x3cb747bf.
//
// Solidity: function messenger() view returns(address)
func (gateway *Gateway) UnpackMessenger(data []byte) (common.Address, error) {
	out, err := gateway.abi.Unpack("messenger", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackRefundEntry is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x08379d99.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function refundEntry(uint256 nonce, address token, address from, address to, uint256 amount) returns(bytes32 messageHash)
func (gateway *Gateway) PackRefundEntry(nonce *big.Int, token common.Address, from common.Address, to common.Address, amount *big.Int) []byte {
	enc, err := gateway.abi.Pack("refundEntry", nonce, token, from, to, amount)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRefundEntry is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x08379d99.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function refundEntry(uint256 nonce, address token, address from, address to, uint256 amount) returns(bytes32 messageHash)
func (gateway *Gateway) TryPackRefundEntry(nonce *big.Int, token common.Address, from common.Address, to common.Address, amount *big.Int) ([]byte, error) {
	return gateway.abi.Pack("refundEntry", nonce, token, from, to, amount)
}

// UnpackRefundEntry is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x08379d99.
//
// Solidity: function refundEntry(uint256 nonce, address token, address from, address to, uint256 amount) returns(bytes32 messageHash)
func (gateway *Gateway) UnpackRefundEntry(data []byte) ([32]byte, error) {
	out, err := gateway.abi.Unpack("refundEntry", data)
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
func (gateway *Gateway) PackSetCredit(token common.Address, credit *big.Int) []byte {
	enc, err := gateway.abi.Pack("setCredit", token, credit)
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
func (gateway *Gateway) TryPackSetCredit(token common.Address, credit *big.Int) ([]byte, error) {
	return gateway.abi.Pack("setCredit", token, credit)
}

// GatewayCreditSet represents a CreditSet event raised by the Gateway contract.
type GatewayCreditSet struct {
	Token  common.Address
	Credit *big.Int
	Raw    *types.Log // Blockchain specific contextual infos
}

const GatewayCreditSetEventName = "CreditSet"

// ContractEventName returns the user-defined event name.
func (GatewayCreditSet) ContractEventName() string {
	return GatewayCreditSetEventName
}

// UnpackCreditSetEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event CreditSet(address indexed token, uint256 credit)
func (gateway *Gateway) UnpackCreditSetEvent(log *types.Log) (*GatewayCreditSet, error) {
	event := "CreditSet"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != gateway.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(GatewayCreditSet)
	if len(log.Data) > 0 {
		if err := gateway.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range gateway.abi.Events[event].Inputs {
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

// GatewayEntered represents a Entered event raised by the Gateway contract.
type GatewayEntered struct {
	Token  common.Address
	From   common.Address
	To     common.Address
	Amount *big.Int
	Raw    *types.Log // Blockchain specific contextual infos
}

const GatewayEnteredEventName = "Entered"

// ContractEventName returns the user-defined event name.
func (GatewayEntered) ContractEventName() string {
	return GatewayEnteredEventName
}

// UnpackEnteredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Entered(address indexed token, address indexed from, address indexed to, uint256 amount)
func (gateway *Gateway) UnpackEnteredEvent(log *types.Log) (*GatewayEntered, error) {
	event := "Entered"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != gateway.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(GatewayEntered)
	if len(log.Data) > 0 {
		if err := gateway.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range gateway.abi.Events[event].Inputs {
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

// GatewayEntryRefunded represents a EntryRefunded event raised by the Gateway contract.
type GatewayEntryRefunded struct {
	Token  common.Address
	From   common.Address
	Amount *big.Int
	Raw    *types.Log // Blockchain specific contextual infos
}

const GatewayEntryRefundedEventName = "EntryRefunded"

// ContractEventName returns the user-defined event name.
func (GatewayEntryRefunded) ContractEventName() string {
	return GatewayEntryRefundedEventName
}

// UnpackEntryRefundedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event EntryRefunded(address indexed token, address indexed from, uint256 amount)
func (gateway *Gateway) UnpackEntryRefundedEvent(log *types.Log) (*GatewayEntryRefunded, error) {
	event := "EntryRefunded"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != gateway.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(GatewayEntryRefunded)
	if len(log.Data) > 0 {
		if err := gateway.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range gateway.abi.Events[event].Inputs {
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

// GatewayExitRequested represents a ExitRequested event raised by the Gateway contract.
type GatewayExitRequested struct {
	Token  common.Address
	From   common.Address
	To     common.Address
	Amount *big.Int
	Raw    *types.Log // Blockchain specific contextual infos
}

const GatewayExitRequestedEventName = "ExitRequested"

// ContractEventName returns the user-defined event name.
func (GatewayExitRequested) ContractEventName() string {
	return GatewayExitRequestedEventName
}

// UnpackExitRequestedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event ExitRequested(address indexed token, address indexed from, address indexed to, uint256 amount)
func (gateway *Gateway) UnpackExitRequestedEvent(log *types.Log) (*GatewayExitRequested, error) {
	event := "ExitRequested"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != gateway.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(GatewayExitRequested)
	if len(log.Data) > 0 {
		if err := gateway.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range gateway.abi.Events[event].Inputs {
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

// GatewayMintsConfirmed represents a MintsConfirmed event raised by the Gateway contract.
type GatewayMintsConfirmed struct {
	Token common.Address
	Total *big.Int
	Raw   *types.Log // Blockchain specific contextual infos
}

const GatewayMintsConfirmedEventName = "MintsConfirmed"

// ContractEventName returns the user-defined event name.
func (GatewayMintsConfirmed) ContractEventName() string {
	return GatewayMintsConfirmedEventName
}

// UnpackMintsConfirmedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event MintsConfirmed(address indexed token, uint256 total)
func (gateway *Gateway) UnpackMintsConfirmedEvent(log *types.Log) (*GatewayMintsConfirmed, error) {
	event := "MintsConfirmed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != gateway.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(GatewayMintsConfirmed)
	if len(log.Data) > 0 {
		if err := gateway.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range gateway.abi.Events[event].Inputs {
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
func (gateway *Gateway) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], gateway.abi.Errors["CreditExhausted"].ID.Bytes()[:4]) {
		return gateway.UnpackCreditExhaustedError(raw[4:])
	}
	if bytes.Equal(raw[:4], gateway.abi.Errors["OnlyConfirmer"].ID.Bytes()[:4]) {
		return gateway.UnpackOnlyConfirmerError(raw[4:])
	}
	if bytes.Equal(raw[:4], gateway.abi.Errors["OnlyController"].ID.Bytes()[:4]) {
		return gateway.UnpackOnlyControllerError(raw[4:])
	}
	if bytes.Equal(raw[:4], gateway.abi.Errors["OnlyLockbox"].ID.Bytes()[:4]) {
		return gateway.UnpackOnlyLockboxError(raw[4:])
	}
	if bytes.Equal(raw[:4], gateway.abi.Errors["OnlyMessenger"].ID.Bytes()[:4]) {
		return gateway.UnpackOnlyMessengerError(raw[4:])
	}
	if bytes.Equal(raw[:4], gateway.abi.Errors["WrongTotal"].ID.Bytes()[:4]) {
		return gateway.UnpackWrongTotalError(raw[4:])
	}
	if bytes.Equal(raw[:4], gateway.abi.Errors["ZeroAddress"].ID.Bytes()[:4]) {
		return gateway.UnpackZeroAddressError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// GatewayCreditExhausted represents a CreditExhausted error raised by the Gateway contract.
type GatewayCreditExhausted struct {
	Left   *big.Int
	Needed *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error CreditExhausted(uint256 left, uint256 needed)
func GatewayCreditExhaustedErrorID() common.Hash {
	return common.HexToHash("0x07526e8ba98b0bada6502884f945b003350b7430f91be72daa6d0f80331b29a0")
}

// UnpackCreditExhaustedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error CreditExhausted(uint256 left, uint256 needed)
func (gateway *Gateway) UnpackCreditExhaustedError(raw []byte) (*GatewayCreditExhausted, error) {
	out := new(GatewayCreditExhausted)
	if err := gateway.abi.UnpackIntoInterface(out, "CreditExhausted", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// GatewayOnlyConfirmer represents a OnlyConfirmer error raised by the Gateway contract.
type GatewayOnlyConfirmer struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OnlyConfirmer()
func GatewayOnlyConfirmerErrorID() common.Hash {
	return common.HexToHash("0xfdad60596a4cb7333434dffffc1ce2d9d7da920a3e9e0bd64c53932cd53ffec0")
}

// UnpackOnlyConfirmerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OnlyConfirmer()
func (gateway *Gateway) UnpackOnlyConfirmerError(raw []byte) (*GatewayOnlyConfirmer, error) {
	out := new(GatewayOnlyConfirmer)
	if err := gateway.abi.UnpackIntoInterface(out, "OnlyConfirmer", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// GatewayOnlyController represents a OnlyController error raised by the Gateway contract.
type GatewayOnlyController struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OnlyController()
func GatewayOnlyControllerErrorID() common.Hash {
	return common.HexToHash("0x599078134b9a50197c13446faf32d1b3bc89d9570cdc1264c6e59fcda8340da5")
}

// UnpackOnlyControllerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OnlyController()
func (gateway *Gateway) UnpackOnlyControllerError(raw []byte) (*GatewayOnlyController, error) {
	out := new(GatewayOnlyController)
	if err := gateway.abi.UnpackIntoInterface(out, "OnlyController", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// GatewayOnlyLockbox represents a OnlyLockbox error raised by the Gateway contract.
type GatewayOnlyLockbox struct {
	Sender common.Address
	Source *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OnlyLockbox(address sender, uint256 source)
func GatewayOnlyLockboxErrorID() common.Hash {
	return common.HexToHash("0x7d3b8a33e44afd185306d079bd4584e2d4492ed424ebb48a1e6a56f74ddba5e7")
}

// UnpackOnlyLockboxError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OnlyLockbox(address sender, uint256 source)
func (gateway *Gateway) UnpackOnlyLockboxError(raw []byte) (*GatewayOnlyLockbox, error) {
	out := new(GatewayOnlyLockbox)
	if err := gateway.abi.UnpackIntoInterface(out, "OnlyLockbox", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// GatewayOnlyMessenger represents a OnlyMessenger error raised by the Gateway contract.
type GatewayOnlyMessenger struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OnlyMessenger()
func GatewayOnlyMessengerErrorID() common.Hash {
	return common.HexToHash("0x3e5d9c77ba8b00bdc78eec6c91bac63dcf8bd383436f624628e01f109c9a6950")
}

// UnpackOnlyMessengerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OnlyMessenger()
func (gateway *Gateway) UnpackOnlyMessengerError(raw []byte) (*GatewayOnlyMessenger, error) {
	out := new(GatewayOnlyMessenger)
	if err := gateway.abi.UnpackIntoInterface(out, "OnlyMessenger", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// GatewayWrongTotal represents a WrongTotal error raised by the Gateway contract.
type GatewayWrongTotal struct {
	Confirmed *big.Int
	Minted    *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongTotal(uint256 confirmed, uint256 minted)
func GatewayWrongTotalErrorID() common.Hash {
	return common.HexToHash("0x204784744bb1c7a872e134b7d1ec7231962b871807e4fea353b6894adf1361e9")
}

// UnpackWrongTotalError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongTotal(uint256 confirmed, uint256 minted)
func (gateway *Gateway) UnpackWrongTotalError(raw []byte) (*GatewayWrongTotal, error) {
	out := new(GatewayWrongTotal)
	if err := gateway.abi.UnpackIntoInterface(out, "WrongTotal", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// GatewayZeroAddress represents a ZeroAddress error raised by the Gateway contract.
type GatewayZeroAddress struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ZeroAddress()
func GatewayZeroAddressErrorID() common.Hash {
	return common.HexToHash("0xd92e233df2717d4a40030e20904abd27b68fcbeede117eaaccbbdac9618c8c73")
}

// UnpackZeroAddressError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ZeroAddress()
func (gateway *Gateway) UnpackZeroAddressError(raw []byte) (*GatewayZeroAddress, error) {
	out := new(GatewayZeroAddress)
	if err := gateway.abi.UnpackIntoInterface(out, "ZeroAddress", raw); err != nil {
		return nil, err
	}
	return out, nil
}
