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

// MessageProof is an auto generated low-level Go binding around an user-defined struct.
type MessageProof struct {
	Source       *big.Int
	Destination  *big.Int
	Generation   *big.Int
	Count        *big.Int
	PairRoot     [32]byte
	LeafIndex    *big.Int
	Siblings     [][32]byte
	PairIndex    *big.Int
	PairCount    *big.Int
	PairSiblings [][32]byte
}

// SettlementBatch is an auto generated low-level Go binding around an user-defined struct.
type SettlementBatch struct {
	Number         uint64
	Parent         [32]byte
	FirstTimestamp uint64
	LastTimestamp  uint64
	Chains         []SettlementChainRange
	BurnRoot       [32]byte
	MintRoot       [32]byte
	PairsHash      [32]byte
}

// SettlementChainRange is an auto generated low-level Go binding around an user-defined struct.
type SettlementChainRange struct {
	ChainId       *big.Int
	FirstBlock    uint64
	LastBlock     uint64
	LastBlockHash [32]byte
	StateRoot     [32]byte
}

// SettlementMetaData contains all meta data concerning the Settlement contract.
var SettlementMetaData = bind.MetaData{
	ABI: "[{\"type\":\"constructor\",\"inputs\":[{\"name\":\"governor_\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"batchDigest\",\"inputs\":[{\"name\":\"batch\",\"type\":\"tuple\",\"internalType\":\"structSettlement.Batch\",\"components\":[{\"name\":\"number\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"parent\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"firstTimestamp\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"lastTimestamp\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"chains\",\"type\":\"tuple[]\",\"internalType\":\"structSettlement.ChainRange[]\",\"components\":[{\"name\":\"chainId\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"firstBlock\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"lastBlock\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"lastBlockHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"stateRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"name\":\"burnRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"mintRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"pairsHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"batchHash\",\"inputs\":[{\"name\":\"batch\",\"type\":\"tuple\",\"internalType\":\"structSettlement.Batch\",\"components\":[{\"name\":\"number\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"parent\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"firstTimestamp\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"lastTimestamp\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"chains\",\"type\":\"tuple[]\",\"internalType\":\"structSettlement.ChainRange[]\",\"components\":[{\"name\":\"chainId\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"firstBlock\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"lastBlock\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"lastBlockHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"stateRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"name\":\"burnRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"mintRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"pairsHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"pure\"},{\"type\":\"function\",\"name\":\"batches\",\"inputs\":[{\"name\":\"number\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"outputs\":[{\"name\":\"batchHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"root\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"lastTimestamp\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"chainHead\",\"inputs\":[{\"name\":\"chainId\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"lastBlock\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"deploymentId\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"eip712Domain\",\"inputs\":[],\"outputs\":[{\"name\":\"fields\",\"type\":\"bytes1\",\"internalType\":\"bytes1\"},{\"name\":\"name\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"version\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"chainId\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"verifyingContract\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"salt\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"extensions\",\"type\":\"uint256[]\",\"internalType\":\"uint256[]\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"epoch\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"governor\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"latestBatch\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"register\",\"inputs\":[{\"name\":\"signer_\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"epoch_\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"chainIds\",\"type\":\"uint256[]\",\"internalType\":\"uint256[]\"},{\"name\":\"startBlocks\",\"type\":\"uint64[]\",\"internalType\":\"uint64[]\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"rotateSigner\",\"inputs\":[{\"name\":\"signer_\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"signer\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"submitBatch\",\"inputs\":[{\"name\":\"batch\",\"type\":\"tuple\",\"internalType\":\"structSettlement.Batch\",\"components\":[{\"name\":\"number\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"parent\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"firstTimestamp\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"lastTimestamp\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"chains\",\"type\":\"tuple[]\",\"internalType\":\"structSettlement.ChainRange[]\",\"components\":[{\"name\":\"chainId\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"firstBlock\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"lastBlock\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"lastBlockHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"stateRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"name\":\"burnRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"mintRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"pairsHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"name\":\"epoch_\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"signature\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"verifyMessage\",\"inputs\":[{\"name\":\"batch\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"leaf\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"proof\",\"type\":\"tuple\",\"internalType\":\"structMessageProof\",\"components\":[{\"name\":\"source\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"destination\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"generation\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"count\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"pairRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"leafIndex\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"siblings\",\"type\":\"bytes32[]\",\"internalType\":\"bytes32[]\"},{\"name\":\"pairIndex\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"pairCount\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"pairSiblings\",\"type\":\"bytes32[]\",\"internalType\":\"bytes32[]\"}]}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"event\",\"name\":\"BatchSubmitted\",\"inputs\":[{\"name\":\"number\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"batchHash\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"root\",\"type\":\"bytes32\",\"indexed\":false,\"internalType\":\"bytes32\"},{\"name\":\"lastTimestamp\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"EIP712DomainChanged\",\"inputs\":[],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Registered\",\"inputs\":[{\"name\":\"chainIds\",\"type\":\"uint256[]\",\"indexed\":false,\"internalType\":\"uint256[]\"},{\"name\":\"startBlocks\",\"type\":\"uint64[]\",\"indexed\":false,\"internalType\":\"uint64[]\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"SignerSet\",\"inputs\":[{\"name\":\"signer\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"epoch\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"}],\"anonymous\":false},{\"type\":\"error\",\"name\":\"AlreadyRegistered\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"ECDSAInvalidSignature\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"ECDSAInvalidSignatureLength\",\"inputs\":[{\"name\":\"length\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"ECDSAInvalidSignatureS\",\"inputs\":[{\"name\":\"s\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"InvalidShortString\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NotRegistered\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"OnlyGovernor\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"RootMissing\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"RootsDiffer\",\"inputs\":[{\"name\":\"burnRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"mintRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"StringTooLong\",\"inputs\":[{\"name\":\"str\",\"type\":\"string\",\"internalType\":\"string\"}]},{\"type\":\"error\",\"name\":\"WrongChains\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"WrongEpoch\",\"inputs\":[{\"name\":\"expected\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"given\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"WrongNumber\",\"inputs\":[{\"name\":\"expected\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"given\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"WrongParent\",\"inputs\":[{\"name\":\"expected\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"given\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"WrongRange\",\"inputs\":[{\"name\":\"chainId\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"expectedFirstBlock\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"WrongSigner\",\"inputs\":[{\"name\":\"recovered\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"WrongStartBlock\",\"inputs\":[{\"name\":\"chainId\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"WrongTimestamps\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"ZeroAddress\",\"inputs\":[]}]",
	ID:  "Settlement",
	Bin: "0x610180806040523461018c57602081611b9e80380380916100208285610190565b83398101031261018c57516001600160a01b03811680820361018c5760405161004a604082610190565b600a815260208101906939b9b2b8bab2b731b2b960b11b825260405191610072604084610190565b600183526020830191603160f81b835261008b816101c7565b61012052610098846101c7565b61014052519020918260e05251902080610100524660a0526040519060208201927f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f8452604083015260608201524660808201523060a082015260a0815261010160c082610190565b5190206080523060c0521561017d576101605260405161196b9081610233823960805181611608015260a051816116bf015260c051816115d9015260e051816116570152610100518161167d015261012051816102030152610140518161022c015261016051818181610ae301528181610bda0152610e700152f35b63d92e233d60e01b5f5260045ffd5b5f80fd5b601f909101601f19168101906001600160401b038211908210176101b357604052565b634e487b7160e01b5f52604160045260245ffd5b601f8151116101f25760208151910151602082106101e3571790565b5f198260200360031b1b161790565b604460209160405192839163305a27a960e01b83528160048401528051918291826024860152018484015e5f828201840152601f01601f19168101030190fdfe6080806040526004361015610012575f80fd5b5f3560e01c9081630c340a2414610e46575080630d0cd1b114610b5d5780631d06f69514610ab3578063238ac93314610a805780634f5c5e0c1461047a57806361f22f84146103af5780638232e38914610355578063844e167f146102ff57806384b0196e146101eb5780638e1339b314610167578063900cf0cf1461013d5780639ad7a80b1461011d578063a1651fe2146100f65763e16b1032146100b6575f80fd5b346100f2575f6003193601126100f257602060405181810190468252306040820152604081526100e7606082610fd6565b519020604051908152f35b5f80fd5b346100f2575f6003193601126100f257602067ffffffffffffffff60035416604051908152f35b346100f257602061013561013036610f2b565b6110a9565b604051908152f35b346100f2575f6003193601126100f257602067ffffffffffffffff60025460a01c16604051908152f35b346100f25760606003193601126100f257610180610ece565b60443567ffffffffffffffff81116100f25761014060031982360301126100f25767ffffffffffffffff602092165f5260048252600160405f20015480151591826101d2575b50506040519015158152f35b6101e4925060040190602435906113c2565b82806101c6565b346100f2575f6003193601126100f2576102a36102277f0000000000000000000000000000000000000000000000000000000000000000611817565b6102507f0000000000000000000000000000000000000000000000000000000000000000611817565b60206102b1604051926102638385610fd6565b5f84525f3681376040519586957f0f00000000000000000000000000000000000000000000000000000000000000875260e08588015260e0870190610f5f565b908582036040870152610f5f565b4660608501523060808501525f60a085015283810360c08501528180845192838152019301915f5b8281106102e857505050500390f35b8351855286955093810193928101926001016102d9565b346100f257602061013561031561013036610f2b565b61031d6115c2565b604291604051917f19010000000000000000000000000000000000000000000000000000000000008352600283015260228201522090565b346100f25760206003193601126100f25767ffffffffffffffff610377610ece565b165f526004602052606060405f2080549067ffffffffffffffff60026001830154920154169060405192835260208301526040820152f35b346100f25760206003193601126100f2576004355f52600660205267ffffffffffffffff60405f2054168015610452577fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff0167ffffffffffffffff81116104255760209067ffffffffffffffff60405191168152f35b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b7faba47339000000000000000000000000000000000000000000000000000000005f5260045ffd5b346100f25760606003193601126100f25760043567ffffffffffffffff81116100f2578060040161010060031983360301126100f2576104b8610eb7565b906044359267ffffffffffffffff84116100f257366023850112156100f25783600401359267ffffffffffffffff84116100f25736602485870101116100f25767ffffffffffffffff6003541661050e84610fc1565b67ffffffffffffffff8061052184610ff9565b16911603610a38575f52600460205260405f2060248301358154808203610a0a575050604483019067ffffffffffffffff80600261055e85610fc1565b93015416911611908115916109df575b506109b75760a482013593841561098f5760c483013580860361096057506105996084840185611019565b6105a28161106d565b916105b06040519384610fd6565b8183526105bc8261106d565b91601f196020850193013684375f5b81811061086157505050604051908160208101918294519290925f5b818110610848575050610603925003601f198101835282610fd6565b5190206005540361082057610617846110a9565b956002549267ffffffffffffffff808560a01c169116908082036107f257505061067261066973ffffffffffffffffffffffffffffffffffffffff9360248594016106648b61031d6115c2565b6116e5565b90929192611750565b16911681036107c7575060649067ffffffffffffffff61069184610fc1565b167fffffffffffffffffffffffffffffffffffffffffffffffff0000000000000000600354161760035501906106c682610fc1565b9060405192606084019380851067ffffffffffffffff86111761079a5761078a61078467ffffffffffffffff9485938460028160409a8e7fdb6e60ec5f5a428bc93e6d6d01e3311c66ed55b1e39eb861d9ccd215135d416d9d8d5285528d60208601908152828d8701921682528261073d88610fc1565b165f5260046020528c5f20955186555160018601555116920191167fffffffffffffffffffffffffffffffffffffffffffffffff0000000000000000825416179055610fc1565b92610fc1565b84519687521660208601521692a3005b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b7f32c15fc2000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b7f2b9264ec000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b7f8b7e6fcd000000000000000000000000000000000000000000000000000000005f5260045ffd5b84518352602094850194869450909201916001016105e7565b61086c818385611085565b8035908161087a8489611095565b52815f52600660205267ffffffffffffffff60405f2054168067ffffffffffffffff6108a860208501610fc1565b1614801590610942575b6109135750906108cf6108ca60406001959401610fc1565b610ff9565b905f52600660205267ffffffffffffffff60405f2091167fffffffffffffffffffffffffffffffffffffffffffffffff0000000000000000825416179055016105cb565b827f67e4283f000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b508067ffffffffffffffff61095960408501610fc1565b16106108b2565b857ff87485e1000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b7fdee98370000000000000000000000000000000000000000000000000000000005f5260045ffd5b7f73aa32b8000000000000000000000000000000000000000000000000000000005f5260045ffd5b905067ffffffffffffffff80610a006109fa60648701610fc1565b93610fc1565b169116108661056e565b7ff8bef082000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b8367ffffffffffffffff610a4f6107848294610ff9565b917fbdbb1332000000000000000000000000000000000000000000000000000000005f52166004521660245260445ffd5b346100f2575f6003193601126100f257602073ffffffffffffffffffffffffffffffffffffffff60025416604051908152f35b346100f25760206003193601126100f257610acc610e94565b73ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000163303610b35576005541561045257610b3390610b2d67ffffffffffffffff60025460a01c16610ff9565b906112a9565b005b7fe0a8b920000000000000000000000000000000000000000000000000000000005f5260045ffd5b346100f25760806003193601126100f257610b76610e94565b610b7e610eb7565b60443567ffffffffffffffff81116100f257610b9e903690600401610efa565b60649391933567ffffffffffffffff81116100f257610bc1903690600401610efa565b909473ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000163303610b3557600554610e1e5782158015610e14575b610820575f5b838110610d05575060405160208101907f07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff85116100f2576080928560051b92839283838337610c736020828681010301601f198101835282610fd6565b519020600555604051956040875260408701526060860137830182606082016060868403016020870152520194905f5b818110610cdc57505050807f4e6f5b50aec1ecabe871e87b1940bdbc5ebc5242fb73bdba7dc425997e1e564b91610b33950390a16112a9565b90919560208060019267ffffffffffffffff610cf78b610ee5565b168152019701929101610ca3565b80151580610dca575b6108205767ffffffffffffffff610d2e610d2983868b610f84565b610fc1565b1615610d945780610d45610d29600193868b610f84565b610d50828786610f84565b355f52600660205267ffffffffffffffff60405f2091167fffffffffffffffffffffffffffffffffffffffffffffffff000000000000000082541617905501610c16565b83610d9e92610f84565b357f08a2f509000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b50610dd6818584610f84565b357fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff820182811161042557610e0c908685610f84565b351015610d0e565b5081831415610c10565b7f3a81d6fc000000000000000000000000000000000000000000000000000000005f5260045ffd5b346100f2575f6003193601126100f25760209073ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b6004359073ffffffffffffffffffffffffffffffffffffffff821682036100f257565b6024359067ffffffffffffffff821682036100f257565b6004359067ffffffffffffffff821682036100f257565b359067ffffffffffffffff821682036100f257565b9181601f840112156100f25782359167ffffffffffffffff83116100f2576020808501948460051b0101116100f257565b60206003198201126100f2576004359067ffffffffffffffff82116100f25760031982610100920301126100f25760040190565b90601f19601f602080948051918291828752018686015e5f8582860101520116010190565b9190811015610f945760051b0190565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52603260045260245ffd5b3567ffffffffffffffff811681036100f25790565b90601f601f19910116810190811067ffffffffffffffff82111761079a57604052565b67ffffffffffffffff60019116019067ffffffffffffffff821161042557565b9035907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe1813603018212156100f2570180359067ffffffffffffffff82116100f2576020019160a08202360383136100f257565b67ffffffffffffffff811161079a5760051b60200190565b9190811015610f945760a0020190565b8051821015610f945760209160051b010190565b9060808201916110b98382611019565b9190506110de6110c88361106d565b926110d66040519485610fd6565b80845261106d565b601f196020840191013682375f5b83518110156111a9578061110c6001926111068987611019565b90611085565b604051608060208201927ff9388a1f6b73460ec3bc2ea2df0a217c44766cb3b2e73cb974b34fc353afa48284528035604084015267ffffffffffffffff61115560208301610ee5565b16606084015267ffffffffffffffff61117060408301610ee5565b1682840152606081013560a0840152013560c082015260c0815261119560e082610fd6565b5190206111a28287611095565b52016110ec565b509350906111b682610fc1565b916111c360408201610fc1565b916111d060608301610fc1565b90604051602081018092519098905f5b81811061129357505050908161120d67ffffffffffffffff9360e09798999a03601f198101835282610fd6565b5190209181604051968160208901997fd882d76c96feb7c660da4cd1fdaa0269fd21e88b6df78987ffcced39eb5303f28b52166040890152602086013560608901521660808701521660a085015260c084015260a08101358284015260c08101356101008401520135610120820152610120815261128d61014082610fd6565b51902090565b82518b5260209a8b019a909201916001016111e0565b73ffffffffffffffffffffffffffffffffffffffff169081156113465767ffffffffffffffff90600254837fffffffff000000000000000000000000000000000000000000000000000000007bffffffffffffffff00000000000000000000000000000000000000008460a01b169216171760025516907f0eb8f24a45cd077ee39077a303131a8fa2e75630a9e9a67021c8fe556bb112625f80a3565b7fd92e233d000000000000000000000000000000000000000000000000000000005f5260045ffd5b9035907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe1813603018212156100f2570180359067ffffffffffffffff82116100f257602001918160051b360383136100f257565b9160a0810135916060820135918284108015906115b6575b6115ad5760c081019160206113ef848461136e565b9050036115a35760e08201359261010083013595868510156115975761012084019261141b848661136e565b90506fffffffffffffffffffffffffffffffff891160071b67ffffffffffffffff8a821c1160061b1763ffffffff8a821c1160051b1761ffff8a821c1160041b1760ff8a821c1160031b17600f8a821c1160021b177d0101020202020303030303030303000000000000000000000000000000008a821c1a17896001821b10010361158a576114ad6114b5938661136e565b92909161186e565b90608083013580920361157f57611533946114ad926040519060208201927f114043393a73c9a1e372397dac5d1369dd79cb3c685dc3b9c8c3ad92d785889a845286356040840152602087013560608401526040870135608084015260a083015260c082015260c0815261152a60e082610fd6565b5190209261136e565b6040519060208201927f6eeb585bc360123bd27b4ac3a019001984caac1564ca4c243f45644fad16630884526040830152606082015260608152611578608082610fd6565b5190201490565b505050505050505f90565b5050505050505050505f90565b50505050505050505f90565b5050505050505f90565b50505050505f90565b508260201c15156113da565b73ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000163014806116bc575b1561162a577f000000000000000000000000000000000000000000000000000000000000000090565b60405160208101907f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f82527f000000000000000000000000000000000000000000000000000000000000000060408201527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a082015260a0815261128d60c082610fd6565b507f00000000000000000000000000000000000000000000000000000000000000004614611601565b906041830361170f576117089250602081013591604082359201355f1a906118d1565b9192909190565b50505f9160029190565b6004111561172357565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52602160045260245ffd5b61175981611719565b80611762575050565b61176b81611719565b6001810361179b577ff645eedf000000000000000000000000000000000000000000000000000000005f5260045ffd5b6117a481611719565b600281036117d857507ffce698f7000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b6003906117e481611719565b146117ec5750565b7fd78bce0c000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b60ff811690601f82116118465760405191611833604084610fd6565b6020808452838101919036833783525290565b7fb3512b0c000000000000000000000000000000000000000000000000000000005f5260045ffd5b92915f925b808410611881575050505090565b90919293600184861c16155f146118b55761189d858385610f84565b35905f52602052600160405f205b9401929190611873565b6118c0858385610f84565b355f52602052600160405f206118ab565b91907f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a08411611960579160209360809260ff5f9560405194855216868401526040830152606082015282805260015afa15611955575f5173ffffffffffffffffffffffffffffffffffffffff81161561194b57905f905f90565b505f906001905f90565b6040513d5f823e3d90fd5b5050505f916003919056",
}

// Settlement is an auto generated Go binding around an Ethereum contract.
type Settlement struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *Settlement) GetABI() abi.ABI {
	return c.abi
}

// NewSettlement creates a new instance of Settlement.
func NewSettlement() *Settlement {
	parsed, err := SettlementMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &Settlement{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *Settlement) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(address governor_) returns()
func (settlement *Settlement) PackConstructor(governor_ common.Address) []byte {
	enc, err := settlement.abi.Pack("", governor_)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackBatchDigest is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x844e167f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function batchDigest((uint64,bytes32,uint64,uint64,(uint256,uint64,uint64,bytes32,bytes32)[],bytes32,bytes32,bytes32) batch) view returns(bytes32)
func (settlement *Settlement) PackBatchDigest(batch SettlementBatch) []byte {
	enc, err := settlement.abi.Pack("batchDigest", batch)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBatchDigest is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x844e167f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function batchDigest((uint64,bytes32,uint64,uint64,(uint256,uint64,uint64,bytes32,bytes32)[],bytes32,bytes32,bytes32) batch) view returns(bytes32)
func (settlement *Settlement) TryPackBatchDigest(batch SettlementBatch) ([]byte, error) {
	return settlement.abi.Pack("batchDigest", batch)
}

// UnpackBatchDigest is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x844e167f.
//
// Solidity: function batchDigest((uint64,bytes32,uint64,uint64,(uint256,uint64,uint64,bytes32,bytes32)[],bytes32,bytes32,bytes32) batch) view returns(bytes32)
func (settlement *Settlement) UnpackBatchDigest(data []byte) ([32]byte, error) {
	out, err := settlement.abi.Unpack("batchDigest", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackBatchHash is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9ad7a80b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function batchHash((uint64,bytes32,uint64,uint64,(uint256,uint64,uint64,bytes32,bytes32)[],bytes32,bytes32,bytes32) batch) pure returns(bytes32)
func (settlement *Settlement) PackBatchHash(batch SettlementBatch) []byte {
	enc, err := settlement.abi.Pack("batchHash", batch)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBatchHash is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9ad7a80b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function batchHash((uint64,bytes32,uint64,uint64,(uint256,uint64,uint64,bytes32,bytes32)[],bytes32,bytes32,bytes32) batch) pure returns(bytes32)
func (settlement *Settlement) TryPackBatchHash(batch SettlementBatch) ([]byte, error) {
	return settlement.abi.Pack("batchHash", batch)
}

// UnpackBatchHash is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x9ad7a80b.
//
// Solidity: function batchHash((uint64,bytes32,uint64,uint64,(uint256,uint64,uint64,bytes32,bytes32)[],bytes32,bytes32,bytes32) batch) pure returns(bytes32)
func (settlement *Settlement) UnpackBatchHash(data []byte) ([32]byte, error) {
	out, err := settlement.abi.Unpack("batchHash", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackBatches is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8232e389.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function batches(uint64 number) view returns(bytes32 batchHash, bytes32 root, uint64 lastTimestamp)
func (settlement *Settlement) PackBatches(number uint64) []byte {
	enc, err := settlement.abi.Pack("batches", number)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBatches is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8232e389.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function batches(uint64 number) view returns(bytes32 batchHash, bytes32 root, uint64 lastTimestamp)
func (settlement *Settlement) TryPackBatches(number uint64) ([]byte, error) {
	return settlement.abi.Pack("batches", number)
}

// BatchesOutput serves as a container for the return parameters of contract
// method Batches.
type BatchesOutput struct {
	BatchHash     [32]byte
	Root          [32]byte
	LastTimestamp uint64
}

// UnpackBatches is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8232e389.
//
// Solidity: function batches(uint64 number) view returns(bytes32 batchHash, bytes32 root, uint64 lastTimestamp)
func (settlement *Settlement) UnpackBatches(data []byte) (BatchesOutput, error) {
	out, err := settlement.abi.Unpack("batches", data)
	outstruct := new(BatchesOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.BatchHash = *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	outstruct.Root = *abi.ConvertType(out[1], new([32]byte)).(*[32]byte)
	outstruct.LastTimestamp = *abi.ConvertType(out[2], new(uint64)).(*uint64)
	return *outstruct, nil
}

// PackChainHead is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x61f22f84.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function chainHead(uint256 chainId) view returns(uint64 lastBlock)
func (settlement *Settlement) PackChainHead(chainId *big.Int) []byte {
	enc, err := settlement.abi.Pack("chainHead", chainId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackChainHead is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x61f22f84.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function chainHead(uint256 chainId) view returns(uint64 lastBlock)
func (settlement *Settlement) TryPackChainHead(chainId *big.Int) ([]byte, error) {
	return settlement.abi.Pack("chainHead", chainId)
}

// UnpackChainHead is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x61f22f84.
//
// Solidity: function chainHead(uint256 chainId) view returns(uint64 lastBlock)
func (settlement *Settlement) UnpackChainHead(data []byte) (uint64, error) {
	out, err := settlement.abi.Unpack("chainHead", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackDeploymentId is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe16b1032.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function deploymentId() view returns(bytes32)
func (settlement *Settlement) PackDeploymentId() []byte {
	enc, err := settlement.abi.Pack("deploymentId")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDeploymentId is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe16b1032.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function deploymentId() view returns(bytes32)
func (settlement *Settlement) TryPackDeploymentId() ([]byte, error) {
	return settlement.abi.Pack("deploymentId")
}

// UnpackDeploymentId is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe16b1032.
//
// Solidity: function deploymentId() view returns(bytes32)
func (settlement *Settlement) UnpackDeploymentId(data []byte) ([32]byte, error) {
	out, err := settlement.abi.Unpack("deploymentId", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackEip712Domain is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x84b0196e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function eip712Domain() view returns(bytes1 fields, string name, string version, uint256 chainId, address verifyingContract, bytes32 salt, uint256[] extensions)
func (settlement *Settlement) PackEip712Domain() []byte {
	enc, err := settlement.abi.Pack("eip712Domain")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackEip712Domain is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x84b0196e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function eip712Domain() view returns(bytes1 fields, string name, string version, uint256 chainId, address verifyingContract, bytes32 salt, uint256[] extensions)
func (settlement *Settlement) TryPackEip712Domain() ([]byte, error) {
	return settlement.abi.Pack("eip712Domain")
}

// Eip712DomainOutput serves as a container for the return parameters of contract
// method Eip712Domain.
type Eip712DomainOutput struct {
	Fields            [1]byte
	Name              string
	Version           string
	ChainId           *big.Int
	VerifyingContract common.Address
	Salt              [32]byte
	Extensions        []*big.Int
}

// UnpackEip712Domain is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x84b0196e.
//
// Solidity: function eip712Domain() view returns(bytes1 fields, string name, string version, uint256 chainId, address verifyingContract, bytes32 salt, uint256[] extensions)
func (settlement *Settlement) UnpackEip712Domain(data []byte) (Eip712DomainOutput, error) {
	out, err := settlement.abi.Unpack("eip712Domain", data)
	outstruct := new(Eip712DomainOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Fields = *abi.ConvertType(out[0], new([1]byte)).(*[1]byte)
	outstruct.Name = *abi.ConvertType(out[1], new(string)).(*string)
	outstruct.Version = *abi.ConvertType(out[2], new(string)).(*string)
	outstruct.ChainId = abi.ConvertType(out[3], new(big.Int)).(*big.Int)
	outstruct.VerifyingContract = *abi.ConvertType(out[4], new(common.Address)).(*common.Address)
	outstruct.Salt = *abi.ConvertType(out[5], new([32]byte)).(*[32]byte)
	outstruct.Extensions = *abi.ConvertType(out[6], new([]*big.Int)).(*[]*big.Int)
	return *outstruct, nil
}

// PackEpoch is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x900cf0cf.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function epoch() view returns(uint64)
func (settlement *Settlement) PackEpoch() []byte {
	enc, err := settlement.abi.Pack("epoch")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackEpoch is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x900cf0cf.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function epoch() view returns(uint64)
func (settlement *Settlement) TryPackEpoch() ([]byte, error) {
	return settlement.abi.Pack("epoch")
}

// UnpackEpoch is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x900cf0cf.
//
// Solidity: function epoch() view returns(uint64)
func (settlement *Settlement) UnpackEpoch(data []byte) (uint64, error) {
	out, err := settlement.abi.Unpack("epoch", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackGovernor is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0c340a24.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function governor() view returns(address)
func (settlement *Settlement) PackGovernor() []byte {
	enc, err := settlement.abi.Pack("governor")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGovernor is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0c340a24.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function governor() view returns(address)
func (settlement *Settlement) TryPackGovernor() ([]byte, error) {
	return settlement.abi.Pack("governor")
}

// UnpackGovernor is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x0c340a24.
//
// Solidity: function governor() view returns(address)
func (settlement *Settlement) UnpackGovernor(data []byte) (common.Address, error) {
	out, err := settlement.abi.Unpack("governor", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackLatestBatch is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa1651fe2.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function latestBatch() view returns(uint64)
func (settlement *Settlement) PackLatestBatch() []byte {
	enc, err := settlement.abi.Pack("latestBatch")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackLatestBatch is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa1651fe2.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function latestBatch() view returns(uint64)
func (settlement *Settlement) TryPackLatestBatch() ([]byte, error) {
	return settlement.abi.Pack("latestBatch")
}

// UnpackLatestBatch is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa1651fe2.
//
// Solidity: function latestBatch() view returns(uint64)
func (settlement *Settlement) UnpackLatestBatch(data []byte) (uint64, error) {
	out, err := settlement.abi.Unpack("latestBatch", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackRegister is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0d0cd1b1.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function register(address signer_, uint64 epoch_, uint256[] chainIds, uint64[] startBlocks) returns()
func (settlement *Settlement) PackRegister(signer common.Address, epoch uint64, chainIds []*big.Int, startBlocks []uint64) []byte {
	enc, err := settlement.abi.Pack("register", signer, epoch, chainIds, startBlocks)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRegister is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0d0cd1b1.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function register(address signer_, uint64 epoch_, uint256[] chainIds, uint64[] startBlocks) returns()
func (settlement *Settlement) TryPackRegister(signer common.Address, epoch uint64, chainIds []*big.Int, startBlocks []uint64) ([]byte, error) {
	return settlement.abi.Pack("register", signer, epoch, chainIds, startBlocks)
}

// PackRotateSigner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1d06f695.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function rotateSigner(address signer_) returns()
func (settlement *Settlement) PackRotateSigner(signer common.Address) []byte {
	enc, err := settlement.abi.Pack("rotateSigner", signer)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRotateSigner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1d06f695.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function rotateSigner(address signer_) returns()
func (settlement *Settlement) TryPackRotateSigner(signer common.Address) ([]byte, error) {
	return settlement.abi.Pack("rotateSigner", signer)
}

// PackSigner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x238ac933.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function signer() view returns(address)
func (settlement *Settlement) PackSigner() []byte {
	enc, err := settlement.abi.Pack("signer")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSigner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x238ac933.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function signer() view returns(address)
func (settlement *Settlement) TryPackSigner() ([]byte, error) {
	return settlement.abi.Pack("signer")
}

// UnpackSigner is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x238ac933.
//
// Solidity: function signer() view returns(address)
func (settlement *Settlement) UnpackSigner(data []byte) (common.Address, error) {
	out, err := settlement.abi.Unpack("signer", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackSubmitBatch is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4f5c5e0c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function submitBatch((uint64,bytes32,uint64,uint64,(uint256,uint64,uint64,bytes32,bytes32)[],bytes32,bytes32,bytes32) batch, uint64 epoch_, bytes signature) returns()
func (settlement *Settlement) PackSubmitBatch(batch SettlementBatch, epoch uint64, signature []byte) []byte {
	enc, err := settlement.abi.Pack("submitBatch", batch, epoch, signature)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSubmitBatch is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4f5c5e0c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function submitBatch((uint64,bytes32,uint64,uint64,(uint256,uint64,uint64,bytes32,bytes32)[],bytes32,bytes32,bytes32) batch, uint64 epoch_, bytes signature) returns()
func (settlement *Settlement) TryPackSubmitBatch(batch SettlementBatch, epoch uint64, signature []byte) ([]byte, error) {
	return settlement.abi.Pack("submitBatch", batch, epoch, signature)
}

// PackVerifyMessage is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8e1339b3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function verifyMessage(uint64 batch, bytes32 leaf, (uint256,uint256,uint256,uint256,bytes32,uint256,bytes32[],uint256,uint256,bytes32[]) proof) view returns(bool)
func (settlement *Settlement) PackVerifyMessage(batch uint64, leaf [32]byte, proof MessageProof) []byte {
	enc, err := settlement.abi.Pack("verifyMessage", batch, leaf, proof)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackVerifyMessage is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8e1339b3.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function verifyMessage(uint64 batch, bytes32 leaf, (uint256,uint256,uint256,uint256,bytes32,uint256,bytes32[],uint256,uint256,bytes32[]) proof) view returns(bool)
func (settlement *Settlement) TryPackVerifyMessage(batch uint64, leaf [32]byte, proof MessageProof) ([]byte, error) {
	return settlement.abi.Pack("verifyMessage", batch, leaf, proof)
}

// UnpackVerifyMessage is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8e1339b3.
//
// Solidity: function verifyMessage(uint64 batch, bytes32 leaf, (uint256,uint256,uint256,uint256,bytes32,uint256,bytes32[],uint256,uint256,bytes32[]) proof) view returns(bool)
func (settlement *Settlement) UnpackVerifyMessage(data []byte) (bool, error) {
	out, err := settlement.abi.Unpack("verifyMessage", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// SettlementBatchSubmitted represents a BatchSubmitted event raised by the Settlement contract.
type SettlementBatchSubmitted struct {
	Number        uint64
	BatchHash     [32]byte
	Root          [32]byte
	LastTimestamp uint64
	Raw           *types.Log // Blockchain specific contextual infos
}

const SettlementBatchSubmittedEventName = "BatchSubmitted"

// ContractEventName returns the user-defined event name.
func (SettlementBatchSubmitted) ContractEventName() string {
	return SettlementBatchSubmittedEventName
}

// UnpackBatchSubmittedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event BatchSubmitted(uint64 indexed number, bytes32 indexed batchHash, bytes32 root, uint64 lastTimestamp)
func (settlement *Settlement) UnpackBatchSubmittedEvent(log *types.Log) (*SettlementBatchSubmitted, error) {
	event := "BatchSubmitted"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != settlement.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(SettlementBatchSubmitted)
	if len(log.Data) > 0 {
		if err := settlement.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range settlement.abi.Events[event].Inputs {
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

// SettlementEIP712DomainChanged represents a EIP712DomainChanged event raised by the Settlement contract.
type SettlementEIP712DomainChanged struct {
	Raw *types.Log // Blockchain specific contextual infos
}

const SettlementEIP712DomainChangedEventName = "EIP712DomainChanged"

// ContractEventName returns the user-defined event name.
func (SettlementEIP712DomainChanged) ContractEventName() string {
	return SettlementEIP712DomainChangedEventName
}

// UnpackEIP712DomainChangedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event EIP712DomainChanged()
func (settlement *Settlement) UnpackEIP712DomainChangedEvent(log *types.Log) (*SettlementEIP712DomainChanged, error) {
	event := "EIP712DomainChanged"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != settlement.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(SettlementEIP712DomainChanged)
	if len(log.Data) > 0 {
		if err := settlement.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range settlement.abi.Events[event].Inputs {
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

// SettlementRegistered represents a Registered event raised by the Settlement contract.
type SettlementRegistered struct {
	ChainIds    []*big.Int
	StartBlocks []uint64
	Raw         *types.Log // Blockchain specific contextual infos
}

const SettlementRegisteredEventName = "Registered"

// ContractEventName returns the user-defined event name.
func (SettlementRegistered) ContractEventName() string {
	return SettlementRegisteredEventName
}

// UnpackRegisteredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Registered(uint256[] chainIds, uint64[] startBlocks)
func (settlement *Settlement) UnpackRegisteredEvent(log *types.Log) (*SettlementRegistered, error) {
	event := "Registered"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != settlement.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(SettlementRegistered)
	if len(log.Data) > 0 {
		if err := settlement.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range settlement.abi.Events[event].Inputs {
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

// SettlementSignerSet represents a SignerSet event raised by the Settlement contract.
type SettlementSignerSet struct {
	Signer common.Address
	Epoch  uint64
	Raw    *types.Log // Blockchain specific contextual infos
}

const SettlementSignerSetEventName = "SignerSet"

// ContractEventName returns the user-defined event name.
func (SettlementSignerSet) ContractEventName() string {
	return SettlementSignerSetEventName
}

// UnpackSignerSetEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event SignerSet(address indexed signer, uint64 indexed epoch)
func (settlement *Settlement) UnpackSignerSetEvent(log *types.Log) (*SettlementSignerSet, error) {
	event := "SignerSet"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != settlement.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(SettlementSignerSet)
	if len(log.Data) > 0 {
		if err := settlement.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range settlement.abi.Events[event].Inputs {
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
func (settlement *Settlement) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], settlement.abi.Errors["AlreadyRegistered"].ID.Bytes()[:4]) {
		return settlement.UnpackAlreadyRegisteredError(raw[4:])
	}
	if bytes.Equal(raw[:4], settlement.abi.Errors["ECDSAInvalidSignature"].ID.Bytes()[:4]) {
		return settlement.UnpackECDSAInvalidSignatureError(raw[4:])
	}
	if bytes.Equal(raw[:4], settlement.abi.Errors["ECDSAInvalidSignatureLength"].ID.Bytes()[:4]) {
		return settlement.UnpackECDSAInvalidSignatureLengthError(raw[4:])
	}
	if bytes.Equal(raw[:4], settlement.abi.Errors["ECDSAInvalidSignatureS"].ID.Bytes()[:4]) {
		return settlement.UnpackECDSAInvalidSignatureSError(raw[4:])
	}
	if bytes.Equal(raw[:4], settlement.abi.Errors["InvalidShortString"].ID.Bytes()[:4]) {
		return settlement.UnpackInvalidShortStringError(raw[4:])
	}
	if bytes.Equal(raw[:4], settlement.abi.Errors["NotRegistered"].ID.Bytes()[:4]) {
		return settlement.UnpackNotRegisteredError(raw[4:])
	}
	if bytes.Equal(raw[:4], settlement.abi.Errors["OnlyGovernor"].ID.Bytes()[:4]) {
		return settlement.UnpackOnlyGovernorError(raw[4:])
	}
	if bytes.Equal(raw[:4], settlement.abi.Errors["RootMissing"].ID.Bytes()[:4]) {
		return settlement.UnpackRootMissingError(raw[4:])
	}
	if bytes.Equal(raw[:4], settlement.abi.Errors["RootsDiffer"].ID.Bytes()[:4]) {
		return settlement.UnpackRootsDifferError(raw[4:])
	}
	if bytes.Equal(raw[:4], settlement.abi.Errors["StringTooLong"].ID.Bytes()[:4]) {
		return settlement.UnpackStringTooLongError(raw[4:])
	}
	if bytes.Equal(raw[:4], settlement.abi.Errors["WrongChains"].ID.Bytes()[:4]) {
		return settlement.UnpackWrongChainsError(raw[4:])
	}
	if bytes.Equal(raw[:4], settlement.abi.Errors["WrongEpoch"].ID.Bytes()[:4]) {
		return settlement.UnpackWrongEpochError(raw[4:])
	}
	if bytes.Equal(raw[:4], settlement.abi.Errors["WrongNumber"].ID.Bytes()[:4]) {
		return settlement.UnpackWrongNumberError(raw[4:])
	}
	if bytes.Equal(raw[:4], settlement.abi.Errors["WrongParent"].ID.Bytes()[:4]) {
		return settlement.UnpackWrongParentError(raw[4:])
	}
	if bytes.Equal(raw[:4], settlement.abi.Errors["WrongRange"].ID.Bytes()[:4]) {
		return settlement.UnpackWrongRangeError(raw[4:])
	}
	if bytes.Equal(raw[:4], settlement.abi.Errors["WrongSigner"].ID.Bytes()[:4]) {
		return settlement.UnpackWrongSignerError(raw[4:])
	}
	if bytes.Equal(raw[:4], settlement.abi.Errors["WrongStartBlock"].ID.Bytes()[:4]) {
		return settlement.UnpackWrongStartBlockError(raw[4:])
	}
	if bytes.Equal(raw[:4], settlement.abi.Errors["WrongTimestamps"].ID.Bytes()[:4]) {
		return settlement.UnpackWrongTimestampsError(raw[4:])
	}
	if bytes.Equal(raw[:4], settlement.abi.Errors["ZeroAddress"].ID.Bytes()[:4]) {
		return settlement.UnpackZeroAddressError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// SettlementAlreadyRegistered represents a AlreadyRegistered error raised by the Settlement contract.
type SettlementAlreadyRegistered struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AlreadyRegistered()
func SettlementAlreadyRegisteredErrorID() common.Hash {
	return common.HexToHash("0x3a81d6fc79a5635b1f06f5006b0b65f8bc72a09a41893acedbabc02c660943ca")
}

// UnpackAlreadyRegisteredError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AlreadyRegistered()
func (settlement *Settlement) UnpackAlreadyRegisteredError(raw []byte) (*SettlementAlreadyRegistered, error) {
	out := new(SettlementAlreadyRegistered)
	if err := settlement.abi.UnpackIntoInterface(out, "AlreadyRegistered", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SettlementECDSAInvalidSignature represents a ECDSAInvalidSignature error raised by the Settlement contract.
type SettlementECDSAInvalidSignature struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ECDSAInvalidSignature()
func SettlementECDSAInvalidSignatureErrorID() common.Hash {
	return common.HexToHash("0xf645eedf0193584640b6b90cb9477e4c95b98636c148a891d4c0a146dc46e75a")
}

// UnpackECDSAInvalidSignatureError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ECDSAInvalidSignature()
func (settlement *Settlement) UnpackECDSAInvalidSignatureError(raw []byte) (*SettlementECDSAInvalidSignature, error) {
	out := new(SettlementECDSAInvalidSignature)
	if err := settlement.abi.UnpackIntoInterface(out, "ECDSAInvalidSignature", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SettlementECDSAInvalidSignatureLength represents a ECDSAInvalidSignatureLength error raised by the Settlement contract.
type SettlementECDSAInvalidSignatureLength struct {
	Length *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ECDSAInvalidSignatureLength(uint256 length)
func SettlementECDSAInvalidSignatureLengthErrorID() common.Hash {
	return common.HexToHash("0xfce698f7e8e5342cd615f641317bc45fe7e1e4a8b0a14dd1383ff8dc9c41917f")
}

// UnpackECDSAInvalidSignatureLengthError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ECDSAInvalidSignatureLength(uint256 length)
func (settlement *Settlement) UnpackECDSAInvalidSignatureLengthError(raw []byte) (*SettlementECDSAInvalidSignatureLength, error) {
	out := new(SettlementECDSAInvalidSignatureLength)
	if err := settlement.abi.UnpackIntoInterface(out, "ECDSAInvalidSignatureLength", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SettlementECDSAInvalidSignatureS represents a ECDSAInvalidSignatureS error raised by the Settlement contract.
type SettlementECDSAInvalidSignatureS struct {
	S [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ECDSAInvalidSignatureS(bytes32 s)
func SettlementECDSAInvalidSignatureSErrorID() common.Hash {
	return common.HexToHash("0xd78bce0cccb935155ed6428d1c13e50b7f3550fd2b66b9fe266006fea4a5e1eb")
}

// UnpackECDSAInvalidSignatureSError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ECDSAInvalidSignatureS(bytes32 s)
func (settlement *Settlement) UnpackECDSAInvalidSignatureSError(raw []byte) (*SettlementECDSAInvalidSignatureS, error) {
	out := new(SettlementECDSAInvalidSignatureS)
	if err := settlement.abi.UnpackIntoInterface(out, "ECDSAInvalidSignatureS", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SettlementInvalidShortString represents a InvalidShortString error raised by the Settlement contract.
type SettlementInvalidShortString struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InvalidShortString()
func SettlementInvalidShortStringErrorID() common.Hash {
	return common.HexToHash("0xb3512b0c6163e5f0bafab72bb631b9d58cd7a731b082f910338aa21c83d5c274")
}

// UnpackInvalidShortStringError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InvalidShortString()
func (settlement *Settlement) UnpackInvalidShortStringError(raw []byte) (*SettlementInvalidShortString, error) {
	out := new(SettlementInvalidShortString)
	if err := settlement.abi.UnpackIntoInterface(out, "InvalidShortString", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SettlementNotRegistered represents a NotRegistered error raised by the Settlement contract.
type SettlementNotRegistered struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotRegistered()
func SettlementNotRegisteredErrorID() common.Hash {
	return common.HexToHash("0xaba47339dbaad712368e6665e6e6eade636ab60e9b7dba037407409b19d7a053")
}

// UnpackNotRegisteredError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotRegistered()
func (settlement *Settlement) UnpackNotRegisteredError(raw []byte) (*SettlementNotRegistered, error) {
	out := new(SettlementNotRegistered)
	if err := settlement.abi.UnpackIntoInterface(out, "NotRegistered", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SettlementOnlyGovernor represents a OnlyGovernor error raised by the Settlement contract.
type SettlementOnlyGovernor struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OnlyGovernor()
func SettlementOnlyGovernorErrorID() common.Hash {
	return common.HexToHash("0xe0a8b92047b70e8e8f31619f4dcaab891e4dc7c870891fc8c0f19776a4e2a624")
}

// UnpackOnlyGovernorError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OnlyGovernor()
func (settlement *Settlement) UnpackOnlyGovernorError(raw []byte) (*SettlementOnlyGovernor, error) {
	out := new(SettlementOnlyGovernor)
	if err := settlement.abi.UnpackIntoInterface(out, "OnlyGovernor", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SettlementRootMissing represents a RootMissing error raised by the Settlement contract.
type SettlementRootMissing struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error RootMissing()
func SettlementRootMissingErrorID() common.Hash {
	return common.HexToHash("0xdee98370969eadd7e25c9ad30150d4703a5c478861f942e8cd802ec64a44e318")
}

// UnpackRootMissingError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error RootMissing()
func (settlement *Settlement) UnpackRootMissingError(raw []byte) (*SettlementRootMissing, error) {
	out := new(SettlementRootMissing)
	if err := settlement.abi.UnpackIntoInterface(out, "RootMissing", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SettlementRootsDiffer represents a RootsDiffer error raised by the Settlement contract.
type SettlementRootsDiffer struct {
	BurnRoot [32]byte
	MintRoot [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error RootsDiffer(bytes32 burnRoot, bytes32 mintRoot)
func SettlementRootsDifferErrorID() common.Hash {
	return common.HexToHash("0xf87485e1898504370363650f1219ac564578258f9513be6fde1285a1eb6585ee")
}

// UnpackRootsDifferError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error RootsDiffer(bytes32 burnRoot, bytes32 mintRoot)
func (settlement *Settlement) UnpackRootsDifferError(raw []byte) (*SettlementRootsDiffer, error) {
	out := new(SettlementRootsDiffer)
	if err := settlement.abi.UnpackIntoInterface(out, "RootsDiffer", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SettlementStringTooLong represents a StringTooLong error raised by the Settlement contract.
type SettlementStringTooLong struct {
	Str string
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error StringTooLong(string str)
func SettlementStringTooLongErrorID() common.Hash {
	return common.HexToHash("0x305a27a93f8e33b7392df0a0f91d6fc63847395853c45991eec52dbf24d72381")
}

// UnpackStringTooLongError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error StringTooLong(string str)
func (settlement *Settlement) UnpackStringTooLongError(raw []byte) (*SettlementStringTooLong, error) {
	out := new(SettlementStringTooLong)
	if err := settlement.abi.UnpackIntoInterface(out, "StringTooLong", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SettlementWrongChains represents a WrongChains error raised by the Settlement contract.
type SettlementWrongChains struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongChains()
func SettlementWrongChainsErrorID() common.Hash {
	return common.HexToHash("0x8b7e6fcd44579e60bd7ddacaac6a716c9c430e8c7f1aa88867a81548328faa58")
}

// UnpackWrongChainsError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongChains()
func (settlement *Settlement) UnpackWrongChainsError(raw []byte) (*SettlementWrongChains, error) {
	out := new(SettlementWrongChains)
	if err := settlement.abi.UnpackIntoInterface(out, "WrongChains", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SettlementWrongEpoch represents a WrongEpoch error raised by the Settlement contract.
type SettlementWrongEpoch struct {
	Expected uint64
	Given    uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongEpoch(uint64 expected, uint64 given)
func SettlementWrongEpochErrorID() common.Hash {
	return common.HexToHash("0x2b9264ec593278cbe059ca68c627e1b8271a7e014abe4c8622c73486c89e1e93")
}

// UnpackWrongEpochError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongEpoch(uint64 expected, uint64 given)
func (settlement *Settlement) UnpackWrongEpochError(raw []byte) (*SettlementWrongEpoch, error) {
	out := new(SettlementWrongEpoch)
	if err := settlement.abi.UnpackIntoInterface(out, "WrongEpoch", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SettlementWrongNumber represents a WrongNumber error raised by the Settlement contract.
type SettlementWrongNumber struct {
	Expected uint64
	Given    uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongNumber(uint64 expected, uint64 given)
func SettlementWrongNumberErrorID() common.Hash {
	return common.HexToHash("0xbdbb1332afdeeb05fe88778087e964358560ce7303d0ac0b86970f2249b09d7f")
}

// UnpackWrongNumberError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongNumber(uint64 expected, uint64 given)
func (settlement *Settlement) UnpackWrongNumberError(raw []byte) (*SettlementWrongNumber, error) {
	out := new(SettlementWrongNumber)
	if err := settlement.abi.UnpackIntoInterface(out, "WrongNumber", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SettlementWrongParent represents a WrongParent error raised by the Settlement contract.
type SettlementWrongParent struct {
	Expected [32]byte
	Given    [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongParent(bytes32 expected, bytes32 given)
func SettlementWrongParentErrorID() common.Hash {
	return common.HexToHash("0xf8bef08206294d3587679d9c661dbed145a1f0df35cbb9919c466886819dea8f")
}

// UnpackWrongParentError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongParent(bytes32 expected, bytes32 given)
func (settlement *Settlement) UnpackWrongParentError(raw []byte) (*SettlementWrongParent, error) {
	out := new(SettlementWrongParent)
	if err := settlement.abi.UnpackIntoInterface(out, "WrongParent", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SettlementWrongRange represents a WrongRange error raised by the Settlement contract.
type SettlementWrongRange struct {
	ChainId            *big.Int
	ExpectedFirstBlock uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongRange(uint256 chainId, uint64 expectedFirstBlock)
func SettlementWrongRangeErrorID() common.Hash {
	return common.HexToHash("0x67e4283f481fcadadd6ecffb97cf9501f181512c43a09a45d46479ed422e4b40")
}

// UnpackWrongRangeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongRange(uint256 chainId, uint64 expectedFirstBlock)
func (settlement *Settlement) UnpackWrongRangeError(raw []byte) (*SettlementWrongRange, error) {
	out := new(SettlementWrongRange)
	if err := settlement.abi.UnpackIntoInterface(out, "WrongRange", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SettlementWrongSigner represents a WrongSigner error raised by the Settlement contract.
type SettlementWrongSigner struct {
	Recovered common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongSigner(address recovered)
func SettlementWrongSignerErrorID() common.Hash {
	return common.HexToHash("0x32c15fc200d7dd37fbdda4b6dcf3c666dc26a587020101795852cde5be582e91")
}

// UnpackWrongSignerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongSigner(address recovered)
func (settlement *Settlement) UnpackWrongSignerError(raw []byte) (*SettlementWrongSigner, error) {
	out := new(SettlementWrongSigner)
	if err := settlement.abi.UnpackIntoInterface(out, "WrongSigner", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SettlementWrongStartBlock represents a WrongStartBlock error raised by the Settlement contract.
type SettlementWrongStartBlock struct {
	ChainId *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongStartBlock(uint256 chainId)
func SettlementWrongStartBlockErrorID() common.Hash {
	return common.HexToHash("0x08a2f509d1b7d8c46f5e2e968f4bbcc211fa12d8ff153e43980ea7b742dca3a4")
}

// UnpackWrongStartBlockError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongStartBlock(uint256 chainId)
func (settlement *Settlement) UnpackWrongStartBlockError(raw []byte) (*SettlementWrongStartBlock, error) {
	out := new(SettlementWrongStartBlock)
	if err := settlement.abi.UnpackIntoInterface(out, "WrongStartBlock", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SettlementWrongTimestamps represents a WrongTimestamps error raised by the Settlement contract.
type SettlementWrongTimestamps struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongTimestamps()
func SettlementWrongTimestampsErrorID() common.Hash {
	return common.HexToHash("0x73aa32b823c98cdad4d3b2d2efcc7b53f17e11ca3614c41069660a5e92f0131d")
}

// UnpackWrongTimestampsError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongTimestamps()
func (settlement *Settlement) UnpackWrongTimestampsError(raw []byte) (*SettlementWrongTimestamps, error) {
	out := new(SettlementWrongTimestamps)
	if err := settlement.abi.UnpackIntoInterface(out, "WrongTimestamps", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SettlementZeroAddress represents a ZeroAddress error raised by the Settlement contract.
type SettlementZeroAddress struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ZeroAddress()
func SettlementZeroAddressErrorID() common.Hash {
	return common.HexToHash("0xd92e233df2717d4a40030e20904abd27b68fcbeede117eaaccbbdac9618c8c73")
}

// UnpackZeroAddressError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ZeroAddress()
func (settlement *Settlement) UnpackZeroAddressError(raw []byte) (*SettlementZeroAddress, error) {
	out := new(SettlementZeroAddress)
	if err := settlement.abi.UnpackIntoInterface(out, "ZeroAddress", raw); err != nil {
		return nil, err
	}
	return out, nil
}
