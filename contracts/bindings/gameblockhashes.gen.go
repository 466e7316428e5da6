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

// GameBlockHashesHistoryProof is an auto generated low-level Go binding around an user-defined struct.
type GameBlockHashesHistoryProof struct {
	Header      []byte
	Nodes       [][]byte
	AccountPath []byte
	SlotPath    []byte
}

// GameBlockHashesOutput is an auto generated low-level Go binding around an user-defined struct.
type GameBlockHashesOutput struct {
	StateRoot         [32]byte
	MessagePasserRoot [32]byte
	BlockHash         [32]byte
}

// GameBlockHashesMetaData contains all meta data concerning the GameBlockHashes contract.
var GameBlockHashesMetaData = bind.MetaData{
	ABI: "[{\"type\":\"constructor\",\"inputs\":[{\"name\":\"chainIds\",\"type\":\"uint256[]\",\"internalType\":\"uint256[]\"},{\"name\":\"registries\",\"type\":\"address[]\",\"internalType\":\"contractGameRegistry[]\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"HISTORY\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"isFinal\",\"inputs\":[{\"name\":\"chainId\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"number\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"blockHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"isKnown\",\"inputs\":[{\"name\":\"chainId\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"number\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"blockHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"recordAncestor\",\"inputs\":[{\"name\":\"chainId\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"known\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"headers\",\"type\":\"bytes[]\",\"internalType\":\"bytes[]\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"recordFromHistory\",\"inputs\":[{\"name\":\"chainId\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"number\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"proof\",\"type\":\"tuple\",\"internalType\":\"structGameBlockHashes.HistoryProof\",\"components\":[{\"name\":\"header\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"nodes\",\"type\":\"bytes[]\",\"internalType\":\"bytes[]\"},{\"name\":\"accountPath\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"slotPath\",\"type\":\"bytes\",\"internalType\":\"bytes\"}]}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"recordGame\",\"inputs\":[{\"name\":\"chainId\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"game\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"output\",\"type\":\"tuple\",\"internalType\":\"structGameBlockHashes.Output\",\"components\":[{\"name\":\"stateRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"messagePasserRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"blockHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"name\":\"header\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"registryOf\",\"inputs\":[{\"name\":\"chainId\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"contractGameRegistry\"}],\"stateMutability\":\"view\"},{\"type\":\"event\",\"name\":\"BlockRecorded\",\"inputs\":[{\"name\":\"chainId\",\"type\":\"uint256\",\"indexed\":true,\"internalType\":\"uint256\"},{\"name\":\"number\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"blockHash\",\"type\":\"bytes32\",\"indexed\":false,\"internalType\":\"bytes32\"},{\"name\":\"game\",\"type\":\"address\",\"indexed\":false,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"error\",\"name\":\"BadRegistries\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"BlockUnknown\",\"inputs\":[{\"name\":\"blockHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"BrokenChain\",\"inputs\":[{\"name\":\"header\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"FieldNotPresentInBlockHeader\",\"inputs\":[{\"name\":\"\",\"type\":\"uint8\",\"internalType\":\"enumBlockHeader.HeaderField\"}]},{\"type\":\"error\",\"name\":\"GameRefused\",\"inputs\":[{\"name\":\"game\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"Malformed\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NotInHistory\",\"inputs\":[{\"name\":\"number\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"NotOnPath\",\"inputs\":[{\"name\":\"step\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"PathTooLong\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"RLPInvalidEncoding\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"WrongHeader\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"WrongOutput\",\"inputs\":[]}]",
	ID:  "GameBlockHashes",
	Bin: "0x60806040523461016a57611faf803803806100198161017e565b92833981019060408183031261016a5780516001600160401b03811161016a5781019082601f8301121561016a5781519161005b610056846101b7565b61017e565b9260208085838152019160051b8301019185831161016a57602001905b82821061016e575050506020810151906001600160401b03821161016a57019180601f8401121561016a578251906100b2610056836101b7565b9360208086858152019360051b82010191821161016a57602001915b81831061014a57505050805182510361013b575f5b815181101561012c576001906001600160a01b0361010182866101ce565b511661010d82856101ce565b515f525f60205260405f2090838060a01b0319825416179055016100e3565b604051611db890816101f78239f35b631ac1fcb960e31b5f5260045ffd5b82516001600160a01b038116810361016a578152602092830192016100ce565b5f80fd5b8151815260209182019101610078565b6040519190601f01601f191682016001600160401b038111838210176101a357604052565b634e487b7160e01b5f52604160045260245ffd5b6001600160401b0381116101a35760051b60200190565b80518210156101e25760209160051b010190565b634e487b7160e01b5f52603260045260245ffdfe6080806040526004361015610012575f80fd5b5f3560e01c9081632ad3247214610722575080633f0b80e31461040e578063a81ce6f9146103cf578063adf54cce146103a3578063b5eaa02d14610380578063b6165b07146101745763b6637aea14610069575f80fd5b346101705761008461007a36610a39565b8293918193610bd7565b9081610098575b6020826040519015158152f35b9050815f525f60205273ffffffffffffffffffffffffffffffffffffffff60405f205416915f52600160205260405f20905f52602052602073ffffffffffffffffffffffffffffffffffffffff60405f205460401c166024604051809481937f6c4f446700000000000000000000000000000000000000000000000000000000835260048301525afa8015610165576020915f91610138575b505f61008b565b6101589150823d841161015e575b6101508183610ac9565b810190610b0a565b5f610131565b503d610146565b6040513d5f823e3d90fd5b5f80fd5b346101705760606003193601126101705760443560043560243567ffffffffffffffff831161017057366023840112156101705782600401359267ffffffffffffffff8411610170576024810190602436918660051b010111610170576101db8284610e85565b916060905f905b8682106102a8575050841561027c576101fd61020291611498565b611055565b905f19850185811161024f5761023d61023660209261024d9873ffffffffffffffffffffffffffffffffffffffff95610c57565b3691610b22565b8181519101209301511692610c9f565b005b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b7fe779b90b000000000000000000000000000000000000000000000000000000005f525f60045260245ffd5b9091506102b9610236838886610c57565b908151602083012003610354576102cf90611a6b565b905f82511561032857806102fb575060016102f36102ed5f85610f3a565b51611055565b9101906101e2565b807f4e487b7100000000000000000000000000000000000000000000000000000000602492526021600452fd5b7f3dc3cd92000000000000000000000000000000000000000000000000000000005f525f60045260245ffd5b507fe779b90b000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b3461017057602061039961039336610a39565b91610bd7565b6040519015158152f35b34610170575f60031936011261017057602060405171f90827f1c53a10cb7a02335b1753200029358152f35b34610170576020600319360112610170576004355f525f602052602073ffffffffffffffffffffffffffffffffffffffff60405f205416604051908152f35b34610170576060600319360112610170576004356024359067ffffffffffffffff82168092036101705760443567ffffffffffffffff811161017057806004018136039160806003198401126101705761046b6102368380610b86565b9161047c8351602085012086610e85565b9367ffffffffffffffff85511687818110918215926106fa575b50506106ce577fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffdd602484013591018112156101705782019260048401359367ffffffffffffffff8511610170576024018460051b36038113610170576104fb85610f15565b946105096040519687610ac9565b8086527fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe061053682610f15565b015f5b8181106106a55750505f5b8181106106445750505061055b6044840183610b86565b909161056960405191611a6b565b5f81516003101561061757806102fb57506105b3936105bf979695936105a360649461059960036105aa96610f3a565b5190604052611055565b9188610f4e565b50930190610b86565b90611fff880693611010565b9081156105eb579273ffffffffffffffffffffffffffffffffffffffff602061024d9501511692610c9f565b837fe47c9b6f000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b7f3dc3cd92000000000000000000000000000000000000000000000000000000005f52600360045260245ffd5b806106526001928486610c57565b9061066f610661368484610b22565b602081519101209282610f2d565b906040519261067d84610a64565b835260208301526040820152610693828a610f3a565b5261069e8189610f3a565b5001610544565b6020906040516106b481610a64565b5f81525f838201525f604082015282828b01015201610539565b867fe47c9b6f000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b03905067ffffffffffffffff811161024f5767ffffffffffffffff611fff9116118789610496565b346101705760c06003193601126101705760243573ffffffffffffffffffffffffffffffffffffffff81166004358183036101705760607fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffbc3601126101705760a43567ffffffffffffffff811161017057366023820112156101705780600401359467ffffffffffffffff8611610170576024820191602487369201011161017057825f525f60205273ffffffffffffffffffffffffffffffffffffffff60405f205416907f496b9c16000000000000000000000000000000000000000000000000000000008152846004820152602081602481855afa908115610165575f91610a1a575b50159081156109ac575b50610980576084359260046020604051818101905f8252604435604082015260643560608201528760808201526080815261086d60a082610ac9565b51902092604051928380927fbcef3b550000000000000000000000000000000000000000000000000000000082525afa908115610165575f9161094e575b500361092657826108bd368784610b22565b60208151910120036108fe576108db6108f89161024d963691610b22565b6108ef6108ea60405192611a6b565b611498565b90604052611055565b90610c9f565b7fff261601000000000000000000000000000000000000000000000000000000005f5260045ffd5b7f7766c767000000000000000000000000000000000000000000000000000000005f5260045ffd5b90506020813d602011610978575b8161096960209383610ac9565b810103126101705751876108ab565b3d915061095c565b827f6b9a3d05000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b60249150602090604051928380927f04e50fed0000000000000000000000000000000000000000000000000000000082528860048301525afa908115610165575f916109fb575b501586610831565b610a14915060203d60201161015e576101508183610ac9565b866109f3565b610a33915060203d60201161015e576101508183610ac9565b87610827565b6003196060910112610170576004359060243567ffffffffffffffff81168103610170579060443590565b6060810190811067ffffffffffffffff821117610a8057604052565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b6040810190811067ffffffffffffffff821117610a8057604052565b90601f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0910116810190811067ffffffffffffffff821117610a8057604052565b90816020910312610170575180151581036101705790565b92919267ffffffffffffffff8211610a805760405191610b6a60207fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f8401160184610ac9565b829481845281830111610170578281602093845f960137010152565b9035907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe181360301821215610170570180359067ffffffffffffffff82116101705760200191813603831361017057565b9190915f52600160205260405f20905f5260205260405f20602060405191610bfe83610aad565b549173ffffffffffffffffffffffffffffffffffffffff67ffffffffffffffff84169384835260401c16918291015215159182610c3a57505090565b67ffffffffffffffff1614919050565b9190820391821161024f57565b90821015610c7257610c6e9160051b810190610b86565b9091565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52603260045260245ffd5b9190825f52600160205260405f20825f5260205260405f20602073ffffffffffffffffffffffffffffffffffffffff60405192610cdb84610aad565b5467ffffffffffffffff8116845260401c1691019080825215159081610ddc575b50610dd6577fd26dc37dd448ff42439d055a8e7a3e6763bf6deeac1db75da304900da9dce60d9167ffffffffffffffff60409216948251610d3c81610aad565b86815273ffffffffffffffffffffffffffffffffffffffff60208201921691828152865f526001602052845f20845f5260205267ffffffffffffffff855f209251167fffffffff000000000000000000000000000000000000000000000000000000007bffffffffffffffffffffffffffffffffffffffff000000000000000084549351881b1692161717905582519182526020820152a3565b50505050565b9050835f525f602052602073ffffffffffffffffffffffffffffffffffffffff8060405f2054169251166024604051809481937f6c4f446700000000000000000000000000000000000000000000000000000000835260048301525afa908115610165575f91610e4e575b505f610cfc565b610e67915060203d60201161015e576101508183610ac9565b5f610e47565b60405190610e7a82610aad565b5f6020838281520152565b919091610e90610e6d565b505f52600160205260405f20825f5260205260405f209173ffffffffffffffffffffffffffffffffffffffff60405193610ec985610aad565b5467ffffffffffffffff8116855260401c166020840181905215610eea5750565b7ff791baee000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b67ffffffffffffffff8111610a805760051b60200190565b9190820180921161024f57565b8051821015610c725760209160051b010190565b91610f989391610f926040517df90827f1c53a10cb7a02335b175320002935000000000000000000000000602082015260148152610f8d603482610ac9565b611169565b936111ac565b908181146110085791610fd6610fce83610fc781610fc081610fbb81809b6113ab565b6113e3565b90506113e3565b9050611461565b949094611461565b92909203610fe057565b7f07b6ad3f000000000000000000000000000000000000000000000000000000005f5260045ffd5b50505f905f90565b929190610f926110329560405190602082015260208152610f8d604082610ac9565b9081811461104f5781611044916113e3565b91909103610fe05790565b50505f90565b8060801c90602182116111145761106b81611578565b600281959295101561113c57611114578361108857505050505f90565b81602001908160201161024f5782036020019081111502601f8111611102575f196fffffffffffffffffffffffffffffffff9160031b1b9216015116907f1fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8116810361024f5760031b61010003610100811161024f571c90565b634e487b715f5260326020526024601cfd5b7ff3dd7004000000000000000000000000000000000000000000000000000000005f5260045ffd5b7f4e487b71000000000000000000000000000000000000000000000000000000005f52602160045260245ffd5b611171610e6d565b50602081519101206040519061118682610aad565b81526040602082015290565b90821015610c72570190565b5f19811461024f5760010190565b939190937f56e81f171bcc55a6ff8345e692c0f86e5b48e01b996cadc001622fb5e363b4218414806113a3575b61139857831561136c576040519460c0860186811067ffffffffffffffff821117610a80576040525f86526020860194604087015f815260608801915f835260808901905f825260a08a01905f825289525f9a5b895115801581611362575b156113225761131357878c1480156112fa575b6112ce5761126761125d8d8a89611192565b3560f81c88610f3a565b519b8c518b51036112a3578b61127f61129e9261119e565b9d8b611296604060208401519301928351906113ab565b91519261181f565b61122d565b7f901c2086000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b8b7f901c2086000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b506113068c8988611192565b3560f81c8751111561124b565b61129e8b85518b88519261181f565b509950999596509650505050500361133a5751915190565b7ffdc2bd98000000000000000000000000000000000000000000000000000000005f5260045ffd5b5084511515611238565b7f901c2086000000000000000000000000000000000000000000000000000000005f525f60045260245ffd5b50505050505f905f90565b5081156111d9565b816113b8919392936119aa565b93908294159283156113ce575b505050610fe057565b6113d9929350610f2d565b14155f80806113c5565b906113ed916119aa565b9192918015611457575b610fe0578061140f5761140c905f5b93610f2d565b90565b7f1fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8116810361024f578060031b6101000390610100821161024f5761140c918435901c611406565b50602081116113f7565b9061146b916119aa565b91929190811561148c575b50610fe0578135916020810180911161024f5790565b6020915014155f611476565b5f8151600810156114b857806102fb575060086114b491610f3a565b5190565b7f3dc3cd92000000000000000000000000000000000000000000000000000000005f52600860045260245ffd5b60ff7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff409116019060ff821161024f57565b60ff7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc99116019060ff821161024f57565b60ff7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff809116019060ff821161024f57565b908160801c918215611114576020835f0301602081111502601f8111611102575f199060031b1b6fffffffffffffffffffffffffffffffff8216511660f81c60c081105f146117175760808110156115d657505f9250600191839150565b60b7811161166c576115e960ff91611547565b168093119081611602575b501561111457600191905f90565b6001841480159250611616575b505f6115f4565b7f800000000000000000000000000000000000000000000000000000000000000091506116637fff00000000000000000000000000000000000000000000000000000000000000916117e5565b1610155f61160f565b61167861167d91611547565b611516565b60ff8116918285111561111457611693906117e5565b907fff000000000000000000000000000000000000000000000000000000000000008216156111145760ff8116830361024f576107f89060031b1661010003610100811161024f571c928382603782119283611703575b50505015611114576001810180911161024f5791905f90565b61170e929350610c4a565b1183825f6116ea565b9060f7821161173d575061172c60ff916114e5565b168092111561111457600191908290565b9061167861174a916114e5565b60ff8116918285111561111457611760906117e5565b907fff000000000000000000000000000000000000000000000000000000000000008216156111145760ff8116830361024f576107f89060031b1661010003610100811161024f571c9283826037821192836117d1575b50505015611114576001810180911161024f579190600190565b6117dc929350610c4a565b1183825f6117b7565b60208160801c60010301602181111502601f8111611102576fffffffffffffffffffffffffffffffff5f1960019260031b1b921601511690565b929190915f60208501525f604085015261183981836119aa565b94919061184f8461184a8385610f2d565b6119aa565b97919590968161185f8989610f2d565b036119985750508015611990575b8015611986575b610fe0578135918260fc1c9160038311610fe0578060011b907f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff81160361024f577ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe810190811161024f5760016118ee8185168093610f2d565b93111593848061197e575b610fe057839160010361196657611917925060041b5b895186611c63565b1561195d57611927908751610f2d565b865261195157602085519101511461193f5750505050565b61194893611d33565b5f808080610dd6565b5061195b93611d03565b565b50505050505050565b50506001810180911161024f5781611917913561190f565b5083156118f9565b5060218111611874565b50801561186d565b96509650505050905061195b93611b8b565b9080821015610fe0578135928360f81c9160808310611a5f5760c0831080159390611a565760ff60c05b16900393846001820196603787116119f4575b50505083850111610fe057565b91017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffca01955060081b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc99490940160031b610100039390931c925f80806119e7565b60ff60806119d4565b50925050906001905f90565b60208101905160801b178060801c90611a8381611578565b600281949394101561113c576001149081611b78575b501561111457604051926fffffffffffffffffffffffffffffffff60208501939216905b808310611af7575050507fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe08282030160051c825260405290565b90919281841161110257611b22611b0e8584610c4a565b611b188686610f2d565b9060801b17611578565b509094611b2f8683610f2d565b84611b3a8284610f2d565b1161110257611b6292611b5c91611b518489610f2d565b9060801b1797610f2d565b90610f2d565b9381526020810180911161024f57929190611abd565b611b83915083610f2d565b83145f611a99565b92918291845190602081015182145f14611c1b5750508161184a611bb3926010958691611d4e565b939092611bc08484610f2d565b826010036010811161024f5782611bd692611d4e565b03610fe057601014611c1257611bec845161119e565b8452828315611c09575b611c005750505050565b61194893611d03565b50811515611bf6565b61195b93611d33565b909250517f3fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8316830361024f5761184a611bb392859492859360021b1b60fc1c958691611d4e565b929092611c708285610f2d565b602082015110611cfb578115611cf25751907f3fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8416840361024f577f3fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8116810361024f5760021b6101000391610100831161024f57821c9260021b1b901c1490565b50505050600190565b505050505f90565b9290919015611d235791611d1a8293604093610f2d565b60608201520152565b602003610fe05760209035910152565b9092610fe057611d4560809284610f2d565b60a08201520152565b929190815b611d5b575050565b9092835b611d8e575b8315611d8957611d80611d79835f19936119aa565b5090610f2d565b93019081611d53565b925050565b80355f1a608060a082146021029114018015611db2575f1994909401930183611d5f565b50611d6456",
}

// GameBlockHashes is an auto generated Go binding around an Ethereum contract.
type GameBlockHashes struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *GameBlockHashes) GetABI() abi.ABI {
	return c.abi
}

// NewGameBlockHashes creates a new instance of GameBlockHashes.
func NewGameBlockHashes() *GameBlockHashes {
	parsed, err := GameBlockHashesMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &GameBlockHashes{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *GameBlockHashes) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(uint256[] chainIds, address[] registries) returns()
func (gameBlockHashes *GameBlockHashes) PackConstructor(chainIds []*big.Int, registries []common.Address) []byte {
	enc, err := gameBlockHashes.abi.Pack("", chainIds, registries)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackHISTORY is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xadf54cce.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function HISTORY() view returns(address)
func (gameBlockHashes *GameBlockHashes) PackHISTORY() []byte {
	enc, err := gameBlockHashes.abi.Pack("HISTORY")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackHISTORY is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xadf54cce.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function HISTORY() view returns(address)
func (gameBlockHashes *GameBlockHashes) TryPackHISTORY() ([]byte, error) {
	return gameBlockHashes.abi.Pack("HISTORY")
}

// UnpackHISTORY is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xadf54cce.
//
// Solidity: function HISTORY() view returns(address)
func (gameBlockHashes *GameBlockHashes) UnpackHISTORY(data []byte) (common.Address, error) {
	out, err := gameBlockHashes.abi.Unpack("HISTORY", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackIsFinal is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb6637aea.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isFinal(uint256 chainId, uint64 number, bytes32 blockHash) view returns(bool)
func (gameBlockHashes *GameBlockHashes) PackIsFinal(chainId *big.Int, number uint64, blockHash [32]byte) []byte {
	enc, err := gameBlockHashes.abi.Pack("isFinal", chainId, number, blockHash)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsFinal is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb6637aea.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isFinal(uint256 chainId, uint64 number, bytes32 blockHash) view returns(bool)
func (gameBlockHashes *GameBlockHashes) TryPackIsFinal(chainId *big.Int, number uint64, blockHash [32]byte) ([]byte, error) {
	return gameBlockHashes.abi.Pack("isFinal", chainId, number, blockHash)
}

// UnpackIsFinal is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xb6637aea.
//
// Solidity: function isFinal(uint256 chainId, uint64 number, bytes32 blockHash) view returns(bool)
func (gameBlockHashes *GameBlockHashes) UnpackIsFinal(data []byte) (bool, error) {
	out, err := gameBlockHashes.abi.Unpack("isFinal", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackIsKnown is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb5eaa02d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isKnown(uint256 chainId, uint64 number, bytes32 blockHash) view returns(bool)
func (gameBlockHashes *GameBlockHashes) PackIsKnown(chainId *big.Int, number uint64, blockHash [32]byte) []byte {
	enc, err := gameBlockHashes.abi.Pack("isKnown", chainId, number, blockHash)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsKnown is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb5eaa02d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isKnown(uint256 chainId, uint64 number, bytes32 blockHash) view returns(bool)
func (gameBlockHashes *GameBlockHashes) TryPackIsKnown(chainId *big.Int, number uint64, blockHash [32]byte) ([]byte, error) {
	return gameBlockHashes.abi.Pack("isKnown", chainId, number, blockHash)
}

// UnpackIsKnown is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xb5eaa02d.
//
// Solidity: function isKnown(uint256 chainId, uint64 number, bytes32 blockHash) view returns(bool)
func (gameBlockHashes *GameBlockHashes) UnpackIsKnown(data []byte) (bool, error) {
	out, err := gameBlockHashes.abi.Unpack("isKnown", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackRecordAncestor is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb6165b07.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function recordAncestor(uint256 chainId, bytes32 known, bytes[] headers) returns()
func (gameBlockHashes *GameBlockHashes) PackRecordAncestor(chainId *big.Int, known [32]byte, headers [][]byte) []byte {
	enc, err := gameBlockHashes.abi.Pack("recordAncestor", chainId, known, headers)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRecordAncestor is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb6165b07.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function recordAncestor(uint256 chainId, bytes32 known, bytes[] headers) returns()
func (gameBlockHashes *GameBlockHashes) TryPackRecordAncestor(chainId *big.Int, known [32]byte, headers [][]byte) ([]byte, error) {
	return gameBlockHashes.abi.Pack("recordAncestor", chainId, known, headers)
}

// PackRecordFromHistory is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3f0b80e3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function recordFromHistory(uint256 chainId, uint64 number, (bytes,bytes[],bytes,bytes) proof) returns()
func (gameBlockHashes *GameBlockHashes) PackRecordFromHistory(chainId *big.Int, number uint64, proof GameBlockHashesHistoryProof) []byte {
	enc, err := gameBlockHashes.abi.Pack("recordFromHistory", chainId, number, proof)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRecordFromHistory is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3f0b80e3.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function recordFromHistory(uint256 chainId, uint64 number, (bytes,bytes[],bytes,bytes) proof) returns()
func (gameBlockHashes *GameBlockHashes) TryPackRecordFromHistory(chainId *big.Int, number uint64, proof GameBlockHashesHistoryProof) ([]byte, error) {
	return gameBlockHashes.abi.Pack("recordFromHistory", chainId, number, proof)
}

// PackRecordGame is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2ad32472.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function recordGame(uint256 chainId, address game, (bytes32,bytes32,bytes32) output, bytes header) returns()
func (gameBlockHashes *GameBlockHashes) PackRecordGame(chainId *big.Int, game common.Address, output GameBlockHashesOutput, header []byte) []byte {
	enc, err := gameBlockHashes.abi.Pack("recordGame", chainId, game, output, header)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRecordGame is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2ad32472.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function recordGame(uint256 chainId, address game, (bytes32,bytes32,bytes32) output, bytes header) returns()
func (gameBlockHashes *GameBlockHashes) TryPackRecordGame(chainId *big.Int, game common.Address, output GameBlockHashesOutput, header []byte) ([]byte, error) {
	return gameBlockHashes.abi.Pack("recordGame", chainId, game, output, header)
}

// PackRegistryOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa81ce6f9.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function registryOf(uint256 chainId) view returns(address)
func (gameBlockHashes *GameBlockHashes) PackRegistryOf(chainId *big.Int) []byte {
	enc, err := gameBlockHashes.abi.Pack("registryOf", chainId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRegistryOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa81ce6f9.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function registryOf(uint256 chainId) view returns(address)
func (gameBlockHashes *GameBlockHashes) TryPackRegistryOf(chainId *big.Int) ([]byte, error) {
	return gameBlockHashes.abi.Pack("registryOf", chainId)
}

// UnpackRegistryOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa81ce6f9.
//
// Solidity: function registryOf(uint256 chainId) view returns(address)
func (gameBlockHashes *GameBlockHashes) UnpackRegistryOf(data []byte) (common.Address, error) {
	out, err := gameBlockHashes.abi.Unpack("registryOf", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// GameBlockHashesBlockRecorded represents a BlockRecorded event raised by the GameBlockHashes contract.
type GameBlockHashesBlockRecorded struct {
	ChainId   *big.Int
	Number    uint64
	BlockHash [32]byte
	Game      common.Address
	Raw       *types.Log // Blockchain specific contextual infos
}

const GameBlockHashesBlockRecordedEventName = "BlockRecorded"

// ContractEventName returns the user-defined event name.
func (GameBlockHashesBlockRecorded) ContractEventName() string {
	return GameBlockHashesBlockRecordedEventName
}

// UnpackBlockRecordedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event BlockRecorded(uint256 indexed chainId, uint64 indexed number, bytes32 blockHash, address game)
func (gameBlockHashes *GameBlockHashes) UnpackBlockRecordedEvent(log *types.Log) (*GameBlockHashesBlockRecorded, error) {
	event := "BlockRecorded"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != gameBlockHashes.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(GameBlockHashesBlockRecorded)
	if len(log.Data) > 0 {
		if err := gameBlockHashes.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range gameBlockHashes.abi.Events[event].Inputs {
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
func (gameBlockHashes *GameBlockHashes) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], gameBlockHashes.abi.Errors["BadRegistries"].ID.Bytes()[:4]) {
		return gameBlockHashes.UnpackBadRegistriesError(raw[4:])
	}
	if bytes.Equal(raw[:4], gameBlockHashes.abi.Errors["BlockUnknown"].ID.Bytes()[:4]) {
		return gameBlockHashes.UnpackBlockUnknownError(raw[4:])
	}
	if bytes.Equal(raw[:4], gameBlockHashes.abi.Errors["BrokenChain"].ID.Bytes()[:4]) {
		return gameBlockHashes.UnpackBrokenChainError(raw[4:])
	}
	if bytes.Equal(raw[:4], gameBlockHashes.abi.Errors["FieldNotPresentInBlockHeader"].ID.Bytes()[:4]) {
		return gameBlockHashes.UnpackFieldNotPresentInBlockHeaderError(raw[4:])
	}
	if bytes.Equal(raw[:4], gameBlockHashes.abi.Errors["GameRefused"].ID.Bytes()[:4]) {
		return gameBlockHashes.UnpackGameRefusedError(raw[4:])
	}
	if bytes.Equal(raw[:4], gameBlockHashes.abi.Errors["Malformed"].ID.Bytes()[:4]) {
		return gameBlockHashes.UnpackMalformedError(raw[4:])
	}
	if bytes.Equal(raw[:4], gameBlockHashes.abi.Errors["NotInHistory"].ID.Bytes()[:4]) {
		return gameBlockHashes.UnpackNotInHistoryError(raw[4:])
	}
	if bytes.Equal(raw[:4], gameBlockHashes.abi.Errors["NotOnPath"].ID.Bytes()[:4]) {
		return gameBlockHashes.UnpackNotOnPathError(raw[4:])
	}
	if bytes.Equal(raw[:4], gameBlockHashes.abi.Errors["PathTooLong"].ID.Bytes()[:4]) {
		return gameBlockHashes.UnpackPathTooLongError(raw[4:])
	}
	if bytes.Equal(raw[:4], gameBlockHashes.abi.Errors["RLPInvalidEncoding"].ID.Bytes()[:4]) {
		return gameBlockHashes.UnpackRLPInvalidEncodingError(raw[4:])
	}
	if bytes.Equal(raw[:4], gameBlockHashes.abi.Errors["WrongHeader"].ID.Bytes()[:4]) {
		return gameBlockHashes.UnpackWrongHeaderError(raw[4:])
	}
	if bytes.Equal(raw[:4], gameBlockHashes.abi.Errors["WrongOutput"].ID.Bytes()[:4]) {
		return gameBlockHashes.UnpackWrongOutputError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// GameBlockHashesBadRegistries represents a BadRegistries error raised by the GameBlockHashes contract.
type GameBlockHashesBadRegistries struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadRegistries()
func GameBlockHashesBadRegistriesErrorID() common.Hash {
	return common.HexToHash("0xd60fe5c8dbd4d1b801fc9fb23bcb6c89c655320ae9a3397c99c51586f2077dc3")
}

// UnpackBadRegistriesError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadRegistries()
func (gameBlockHashes *GameBlockHashes) UnpackBadRegistriesError(raw []byte) (*GameBlockHashesBadRegistries, error) {
	out := new(GameBlockHashesBadRegistries)
	if err := gameBlockHashes.abi.UnpackIntoInterface(out, "BadRegistries", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// GameBlockHashesBlockUnknown represents a BlockUnknown error raised by the GameBlockHashes contract.
type GameBlockHashesBlockUnknown struct {
	BlockHash [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BlockUnknown(bytes32 blockHash)
func GameBlockHashesBlockUnknownErrorID() common.Hash {
	return common.HexToHash("0xf791baee5521283f07bd5131230dede9b7c349fe79cbaec16a8ba374b7533118")
}

// UnpackBlockUnknownError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BlockUnknown(bytes32 blockHash)
func (gameBlockHashes *GameBlockHashes) UnpackBlockUnknownError(raw []byte) (*GameBlockHashesBlockUnknown, error) {
	out := new(GameBlockHashesBlockUnknown)
	if err := gameBlockHashes.abi.UnpackIntoInterface(out, "BlockUnknown", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// GameBlockHashesBrokenChain represents a BrokenChain error raised by the GameBlockHashes contract.
type GameBlockHashesBrokenChain struct {
	Header *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BrokenChain(uint256 header)
func GameBlockHashesBrokenChainErrorID() common.Hash {
	return common.HexToHash("0xe779b90b177bf13b0d4105760bcb45206f366cffe00b73ebd4e3cf2eeb4c2266")
}

// UnpackBrokenChainError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BrokenChain(uint256 header)
func (gameBlockHashes *GameBlockHashes) UnpackBrokenChainError(raw []byte) (*GameBlockHashesBrokenChain, error) {
	out := new(GameBlockHashesBrokenChain)
	if err := gameBlockHashes.abi.UnpackIntoInterface(out, "BrokenChain", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// GameBlockHashesFieldNotPresentInBlockHeader represents a FieldNotPresentInBlockHeader error raised by the GameBlockHashes contract.
type GameBlockHashesFieldNotPresentInBlockHeader struct {
	Arg0 uint8
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error FieldNotPresentInBlockHeader(uint8 arg0)
func GameBlockHashesFieldNotPresentInBlockHeaderErrorID() common.Hash {
	return common.HexToHash("0x3dc3cd92127fc4da0e036ff229cb9f0428ae04c76c83ebf90371931e08ba2e96")
}

// UnpackFieldNotPresentInBlockHeaderError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error FieldNotPresentInBlockHeader(uint8 arg0)
func (gameBlockHashes *GameBlockHashes) UnpackFieldNotPresentInBlockHeaderError(raw []byte) (*GameBlockHashesFieldNotPresentInBlockHeader, error) {
	out := new(GameBlockHashesFieldNotPresentInBlockHeader)
	if err := gameBlockHashes.abi.UnpackIntoInterface(out, "FieldNotPresentInBlockHeader", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// GameBlockHashesGameRefused represents a GameRefused error raised by the GameBlockHashes contract.
type GameBlockHashesGameRefused struct {
	Game common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error GameRefused(address game)
func GameBlockHashesGameRefusedErrorID() common.Hash {
	return common.HexToHash("0x6b9a3d054ac2d2a896a697fed97823bab447f54ea46de9ee38ec133afca14067")
}

// UnpackGameRefusedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error GameRefused(address game)
func (gameBlockHashes *GameBlockHashes) UnpackGameRefusedError(raw []byte) (*GameBlockHashesGameRefused, error) {
	out := new(GameBlockHashesGameRefused)
	if err := gameBlockHashes.abi.UnpackIntoInterface(out, "GameRefused", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// GameBlockHashesMalformed represents a Malformed error raised by the GameBlockHashes contract.
type GameBlockHashesMalformed struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Malformed()
func GameBlockHashesMalformedErrorID() common.Hash {
	return common.HexToHash("0x07b6ad3ff7dbc4002539ae21306d8899743aedf933b34101681c6906979f10a5")
}

// UnpackMalformedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Malformed()
func (gameBlockHashes *GameBlockHashes) UnpackMalformedError(raw []byte) (*GameBlockHashesMalformed, error) {
	out := new(GameBlockHashesMalformed)
	if err := gameBlockHashes.abi.UnpackIntoInterface(out, "Malformed", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// GameBlockHashesNotInHistory represents a NotInHistory error raised by the GameBlockHashes contract.
type GameBlockHashesNotInHistory struct {
	Number uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotInHistory(uint64 number)
func GameBlockHashesNotInHistoryErrorID() common.Hash {
	return common.HexToHash("0xe47c9b6f48350760081bb2b965ef89b4a9a56f50a0e5940b1755446366a46c6a")
}

// UnpackNotInHistoryError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotInHistory(uint64 number)
func (gameBlockHashes *GameBlockHashes) UnpackNotInHistoryError(raw []byte) (*GameBlockHashesNotInHistory, error) {
	out := new(GameBlockHashesNotInHistory)
	if err := gameBlockHashes.abi.UnpackIntoInterface(out, "NotInHistory", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// GameBlockHashesNotOnPath represents a NotOnPath error raised by the GameBlockHashes contract.
type GameBlockHashesNotOnPath struct {
	Step *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotOnPath(uint256 step)
func GameBlockHashesNotOnPathErrorID() common.Hash {
	return common.HexToHash("0x901c2086004c117d8e86c08c7692183e85cf2768cdb61ed62f77c983a38e47df")
}

// UnpackNotOnPathError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotOnPath(uint256 step)
func (gameBlockHashes *GameBlockHashes) UnpackNotOnPathError(raw []byte) (*GameBlockHashesNotOnPath, error) {
	out := new(GameBlockHashesNotOnPath)
	if err := gameBlockHashes.abi.UnpackIntoInterface(out, "NotOnPath", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// GameBlockHashesPathTooLong represents a PathTooLong error raised by the GameBlockHashes contract.
type GameBlockHashesPathTooLong struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error PathTooLong()
func GameBlockHashesPathTooLongErrorID() common.Hash {
	return common.HexToHash("0xfdc2bd98aabbd781302a2192329af41df4fa722e314722e7a4cc0cacbd7cdf5d")
}

// UnpackPathTooLongError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error PathTooLong()
func (gameBlockHashes *GameBlockHashes) UnpackPathTooLongError(raw []byte) (*GameBlockHashesPathTooLong, error) {
	out := new(GameBlockHashesPathTooLong)
	if err := gameBlockHashes.abi.UnpackIntoInterface(out, "PathTooLong", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// GameBlockHashesRLPInvalidEncoding represents a RLPInvalidEncoding error raised by the GameBlockHashes contract.
type GameBlockHashesRLPInvalidEncoding struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error RLPInvalidEncoding()
func GameBlockHashesRLPInvalidEncodingErrorID() common.Hash {
	return common.HexToHash("0xf3dd700486d05c537b5facf4c114ba6b400473774588d1ffb11e80a83758e4df")
}

// UnpackRLPInvalidEncodingError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error RLPInvalidEncoding()
func (gameBlockHashes *GameBlockHashes) UnpackRLPInvalidEncodingError(raw []byte) (*GameBlockHashesRLPInvalidEncoding, error) {
	out := new(GameBlockHashesRLPInvalidEncoding)
	if err := gameBlockHashes.abi.UnpackIntoInterface(out, "RLPInvalidEncoding", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// GameBlockHashesWrongHeader represents a WrongHeader error raised by the GameBlockHashes contract.
type GameBlockHashesWrongHeader struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongHeader()
func GameBlockHashesWrongHeaderErrorID() common.Hash {
	return common.HexToHash("0xff26160186213876dad2804691abfff543531a3b436a3b0b556b6ee2a527c110")
}

// UnpackWrongHeaderError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongHeader()
func (gameBlockHashes *GameBlockHashes) UnpackWrongHeaderError(raw []byte) (*GameBlockHashesWrongHeader, error) {
	out := new(GameBlockHashesWrongHeader)
	if err := gameBlockHashes.abi.UnpackIntoInterface(out, "WrongHeader", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// GameBlockHashesWrongOutput represents a WrongOutput error raised by the GameBlockHashes contract.
type GameBlockHashesWrongOutput struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongOutput()
func GameBlockHashesWrongOutputErrorID() common.Hash {
	return common.HexToHash("0x7766c76714d9633f7736f100675724fabeb0ffc6ca0504edc2bc501342e71474")
}

// UnpackWrongOutputError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongOutput()
func (gameBlockHashes *GameBlockHashes) UnpackWrongOutputError(raw []byte) (*GameBlockHashesWrongOutput, error) {
	out := new(GameBlockHashesWrongOutput)
	if err := gameBlockHashes.abi.UnpackIntoInterface(out, "WrongOutput", raw); err != nil {
		return nil, err
	}
	return out, nil
}
