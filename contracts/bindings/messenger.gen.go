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

// MessengerIdentifier is an auto generated low-level Go binding around an user-defined struct.
type MessengerIdentifier struct {
	Origin      common.Address
	BlockNumber *big.Int
	LogIndex    *big.Int
	Timestamp   *big.Int
	ChainId     *big.Int
}

// MessengerMetaData contains all meta data concerning the Messenger contract.
var MessengerMetaData = bind.MetaData{
	ABI: "[{\"type\":\"constructor\",\"inputs\":[{\"name\":\"registrar_\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"guardian_\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"deploymentId_\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"GAS_RESERVE\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"MAX_DEPTH\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"MAX_MESSAGE\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"MAX_RETURN_DATA\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"UNPAUSE_DELAY\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"announceUnpause\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"closeInbound\",\"inputs\":[{\"name\":\"peer\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"closeOutbound\",\"inputs\":[{\"name\":\"peer\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"crossDomainMessageContext\",\"inputs\":[],\"outputs\":[{\"name\":\"sender\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"source\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"crossDomainMessageSender\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"crossDomainMessageSource\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"deploymentId\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"generation\",\"inputs\":[{\"name\":\"inbound\",\"type\":\"bool\",\"internalType\":\"bool\"},{\"name\":\"peer\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"guardian\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"isOpen\",\"inputs\":[{\"name\":\"inbound\",\"type\":\"bool\",\"internalType\":\"bool\"},{\"name\":\"peer\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"markRefunded\",\"inputs\":[{\"name\":\"source\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"nonce\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"sender\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"message\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[{\"name\":\"messageHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"messageNonce\",\"inputs\":[{\"name\":\"destination\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"nonce\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"messageNonce\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"messageState\",\"inputs\":[{\"name\":\"messageHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint8\",\"internalType\":\"enumMessenger.State\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"openInbound\",\"inputs\":[{\"name\":\"peer\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"generation_\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"openOutbound\",\"inputs\":[{\"name\":\"peer\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"generation_\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"pause\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"paused\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"registrar\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"relayMessage\",\"inputs\":[{\"name\":\"id\",\"type\":\"tuple\",\"internalType\":\"structMessenger.Identifier\",\"components\":[{\"name\":\"origin\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"blockNumber\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"logIndex\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"timestamp\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"chainId\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"name\":\"sentMessage\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[{\"name\":\"returnData\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"stateMutability\":\"payable\"},{\"type\":\"function\",\"name\":\"relayNested\",\"inputs\":[{\"name\":\"id\",\"type\":\"tuple\",\"internalType\":\"structMessenger.Identifier\",\"components\":[{\"name\":\"origin\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"blockNumber\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"logIndex\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"timestamp\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"chainId\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"name\":\"sentMessage\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"depth\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"returnData\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"relayOwed\",\"inputs\":[{\"name\":\"id\",\"type\":\"tuple\",\"internalType\":\"structMessenger.Identifier\",\"components\":[{\"name\":\"origin\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"blockNumber\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"logIndex\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"timestamp\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"chainId\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"name\":\"sentMessage\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"relayers\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"registered\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"retryMessage\",\"inputs\":[{\"name\":\"source\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"nonce\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"sender\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"target\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"message\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"rootStore\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"contractRootStore\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"sendMessage\",\"inputs\":[{\"name\":\"destination\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"target\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"message\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[{\"name\":\"messageHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"setRelayer\",\"inputs\":[{\"name\":\"relayer\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"registered\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"successfulMessages\",\"inputs\":[{\"name\":\"messageHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"unpause\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"unpauseTime\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"event\",\"name\":\"FailedRelayedMessage\",\"inputs\":[{\"name\":\"source\",\"type\":\"uint256\",\"indexed\":true,\"internalType\":\"uint256\"},{\"name\":\"messageNonce\",\"type\":\"uint256\",\"indexed\":true,\"internalType\":\"uint256\"},{\"name\":\"messageHash\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"returnData\",\"type\":\"bytes\",\"indexed\":false,\"internalType\":\"bytes\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Paused\",\"inputs\":[],\"anonymous\":false},{\"type\":\"event\",\"name\":\"PeerClosed\",\"inputs\":[{\"name\":\"inbound\",\"type\":\"bool\",\"indexed\":true,\"internalType\":\"bool\"},{\"name\":\"peer\",\"type\":\"uint256\",\"indexed\":true,\"internalType\":\"uint256\"},{\"name\":\"generation\",\"type\":\"uint256\",\"indexed\":true,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"PeerOpened\",\"inputs\":[{\"name\":\"inbound\",\"type\":\"bool\",\"indexed\":true,\"internalType\":\"bool\"},{\"name\":\"peer\",\"type\":\"uint256\",\"indexed\":true,\"internalType\":\"uint256\"},{\"name\":\"generation\",\"type\":\"uint256\",\"indexed\":true,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"RefundedMessage\",\"inputs\":[{\"name\":\"source\",\"type\":\"uint256\",\"indexed\":true,\"internalType\":\"uint256\"},{\"name\":\"messageNonce\",\"type\":\"uint256\",\"indexed\":true,\"internalType\":\"uint256\"},{\"name\":\"messageHash\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"RelayedMessage\",\"inputs\":[{\"name\":\"source\",\"type\":\"uint256\",\"indexed\":true,\"internalType\":\"uint256\"},{\"name\":\"messageNonce\",\"type\":\"uint256\",\"indexed\":true,\"internalType\":\"uint256\"},{\"name\":\"messageHash\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"returnDataHash\",\"type\":\"bytes32\",\"indexed\":false,\"internalType\":\"bytes32\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"RelayerSet\",\"inputs\":[{\"name\":\"relayer\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"registered\",\"type\":\"bool\",\"indexed\":false,\"internalType\":\"bool\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"RetriedMessage\",\"inputs\":[{\"name\":\"source\",\"type\":\"uint256\",\"indexed\":true,\"internalType\":\"uint256\"},{\"name\":\"messageNonce\",\"type\":\"uint256\",\"indexed\":true,\"internalType\":\"uint256\"},{\"name\":\"messageHash\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"SentMessage\",\"inputs\":[{\"name\":\"destination\",\"type\":\"uint256\",\"indexed\":true,\"internalType\":\"uint256\"},{\"name\":\"target\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"messageNonce\",\"type\":\"uint256\",\"indexed\":true,\"internalType\":\"uint256\"},{\"name\":\"sender\",\"type\":\"address\",\"indexed\":false,\"internalType\":\"address\"},{\"name\":\"message\",\"type\":\"bytes\",\"indexed\":false,\"internalType\":\"bytes\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"UnpauseAnnounced\",\"inputs\":[{\"name\":\"time\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Unpaused\",\"inputs\":[],\"anonymous\":false},{\"type\":\"error\",\"name\":\"AlreadyDelivering\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"DepthOutOfRange\",\"inputs\":[{\"name\":\"depth\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"MessageTooLong\",\"inputs\":[{\"name\":\"length\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"MessengerPaused\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NotDelivering\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NotEnoughGas\",\"inputs\":[{\"name\":\"available\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"NotFailed\",\"inputs\":[{\"name\":\"messageHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"NotPaused\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NotRelayer\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"NotSentMessage\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"OnlyGuardian\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"OnlyRegistrar\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"OwnChain\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"PeerAlreadyOpen\",\"inputs\":[{\"name\":\"peer\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"PeerNotOpen\",\"inputs\":[{\"name\":\"peer\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"ReservedTarget\",\"inputs\":[{\"name\":\"target\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"UnpauseNotDue\",\"inputs\":[{\"name\":\"time\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"ValueNotAccepted\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"WrongDestination\",\"inputs\":[{\"name\":\"destination\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"WrongGeneration\",\"inputs\":[{\"name\":\"expected\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"given\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"WrongNonce\",\"inputs\":[{\"name\":\"expected\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"given\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"WrongOrigin\",\"inputs\":[{\"name\":\"origin\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"ZeroAddress\",\"inputs\":[]}]",
	ID:  "Messenger",
	Bin: "0x6101003461018457601f6132d538819003918201601f19168301916001600160401b03831184841017610150578084926060946040528339810103126101845761004881610188565b90604061005760208301610188565b910151916001600160a01b038116158015610173575b6101645760805260a052604051610a958082016001600160401b03811183821017610150578291612840833903905ff080156101455760c05260e0526040516126a3908161019d82396080518181816101d9015281816103150152818161107c015281816116530152818161174201526119bc015260a051818181610a7a01528181610ba10152818161145701526114a3015260c051818181610d2c0152818161116f015281816113cf015281816116a401528181611aaf01528181611ee90152612404015260e0518181816103e001526121860152f35b6040513d5f823e3d90fd5b634e487b7160e01b5f52604160045260245ffd5b63d92e233d60e01b5f5260045ffd5b506001600160a01b0382161561006d565b5f80fd5b51906001600160a01b03821682036101845756fe60806040526004361015610011575f80fd5b5f5f3560e01c806308789ea014611995578063229a274a146117cb57806323351c8e1461171657806324794462146116c857806329286940146116775780632b20e3971461162657806330b706451461160957806338ffde18146115d05780633cc6a142146115715780633f4ba83a1461147b578063452a93201461142a5780635051cb691461133e5780635300f841146112f55780635c975abb146112d25780636c2446e9146110555780637056f41f14610c765780637936cbee14610c365780637aaeeb6514610c195780638456cb5914610b7957806385482fbc14610a525780638d1d298f146108e95780638df6e0c8146108bc578063a27154ba146108a0578063a34cdf651461086b578063acf046cc14610819578063b1b1b209146107b7578063b7c36b3614610799578063be880c811461077c578063d2f131f614610751578063d66cb3ca146105fd578063ddb123cb14610403578063e16b1032146103c8578063e361fe5c146102e9578063ecc70428146102b65763ecd8dc3a1461019b575f80fd5b346102b35760406003193601126102b3576101b4611c80565b602435908115158092036102b15773ffffffffffffffffffffffffffffffffffffffff7f00000000000000000000000000000000000000000000000000000000000000001633036102895773ffffffffffffffffffffffffffffffffffffffff169081156102615760207fee42947bc760229eeff964017ac68eddb00ba98b0defcd90a1bc85a5afceb057918385528482526040852060ff1981541660ff8316179055604051908152a280f35b6004837fd92e233d000000000000000000000000000000000000000000000000000000008152fd5b6004837f2fed761f000000000000000000000000000000000000000000000000000000008152fd5b825b80fd5b50346102b357806003193601126102b35760206fffffffffffffffffffffffffffffffff60035460481c16604051908152f35b50346102b35760206003193601126102b35760043573ffffffffffffffffffffffffffffffffffffffff7f00000000000000000000000000000000000000000000000000000000000000001633036103a0576103468160016121cf565b9061035181836120fc565b917effffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff815416905560017f2defa6990a1fc6c94b86a20f19e7cb7471a73e4259ad9780eda7bbca5ac93cd98480a480f35b6004827f2fed761f000000000000000000000000000000000000000000000000000000008152fd5b50346102b357806003193601126102b35760206040517f00000000000000000000000000000000000000000000000000000000000000008152f35b50346102b357600319360160e081126105f95760a0136102b35760a43567ffffffffffffffff81116105f95761043d903690600401611ca3565b9160c43592831580156105ef575b6105c35761045d906060936004612241565b91809461048373ffffffffffffffffffffffffffffffffffffffff608085015116611eac565b15610512575b50836104fd955f146105015750808360409252600460205220600260ff1982541617905560406020820151910151907fc270d73e26d2d39dee7ef92093555927e344e243415547ecc350b2b5385b68a26020855181870120604051908152a45b604051918291602083526020830190611d0c565b0390f35b9161050d9391506125e5565b6104e9565b945092505a936201388085111561059757835d7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff63c0840193841161056a5761055c6104fd9482611fe9565b9390849082805d9550610489565b6024837f4e487b710000000000000000000000000000000000000000000000000000000081526011600452fd5b602484867f5e31f860000000000000000000000000000000000000000000000000000000008252600452fd5b602482857fd8f76925000000000000000000000000000000000000000000000000000000008252600452fd5b506008841161044b565b5080fd5b50346102b35760806003193601126102b3576024359060043561061e611c5d565b60643567ffffffffffffffff811161074d5790610689610645610693933690600401611ca3565b73ffffffffffffffffffffffffffffffffffffffff6040519461066786611d40565b4686528760208701528960408701521660608501523360808501523691611dac565b60a0820152611f0d565b90818352600460205260408320805460081c801561072157916106f66003602097936106f17fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff889701829060ff60ff1983549260081b169116179055565b611fa3565b7fb694dc6efcd62d7a0b9d6659dfeadef9f4fb629cf19d89669c7111f2d56bca9d6040519580a48152f35b602485857fbc0998e2000000000000000000000000000000000000000000000000000000008252600452fd5b8380fd5b50346102b357806003193601126102b357602067ffffffffffffffff60035460081c16604051908152f35b50346102b357806003193601126102b3576020604051619c408152f35b50346102b357806003193601126102b3576020604051620151808152f35b50346102b35760206003193601126102b3576107d4600435611e3e565b9060048210156107ec57602082600260405191148152f35b807f4e487b7100000000000000000000000000000000000000000000000000000000602492526021600452fd5b50346102b35760406003193601126102b35760207effffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff610861610858611d31565b602435906121cf565b5416604051908152f35b50346102b35761089d61088661088036611cd1565b91612241565b60405191610895602084611d89565b8483526125e5565b80f35b50346102b357806003193601126102b357602060405160088152f35b50346102b35760406003193601126102b35760206108db610858611d31565b5460f81c6040519015158152f35b506108f336611cd1565b9034610a2a579061090691606093612241565b908361092b73ffffffffffffffffffffffffffffffffffffffff608084015116611eac565b156109a3575b836104fd955f146105015750808360409252600460205220600260ff1982541617905560406020820151910151907fc270d73e26d2d39dee7ef92093555927e344e243415547ecc350b2b5385b68a26020855181870120604051908152a4604051918291602083526020830190611d0c565b925092505a92620138808411156109fe576001835d7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff63c0840193841161056a576109ef6104fd9482611fe9565b9390849082805d955050610931565b602483857f5e31f860000000000000000000000000000000000000000000000000000000008252600452fd5b6004847f0d7b65ad000000000000000000000000000000000000000000000000000000008152fd5b50346102b357806003193601126102b35773ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000163303610b515760035460ff811615610b29576201518042019081421161056a57816020917fffffffffffffffffffffffffffffffffffffffffffffff0000000000000000ff68ffffffffffffffff007f9e4e8f56846e8633bee32381f47077b6e9685ecda18879fc9259a72d9c391c4f9560081b1691161760035567ffffffffffffffff60405191168152a180f35b6004827f6cd60201000000000000000000000000000000000000000000000000000000008152fd5b807fcae1d9560000000000000000000000000000000000000000000000000000000060049252fd5b50346102b357806003193601126102b35773ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000163303610b515760017fffffffffffffffffffffffffffffffffffffffffffffff00000000000000000060035416176003557f9e87fac88ff661f02d44f95383c817fece4bce600a3dab7a54406878b965e7528180a180f35b50346102b357806003193601126102b35760206040516101008152f35b50346102b357806003193601126102b3576040610c51611df2565b60015c73ffffffffffffffffffffffffffffffffffffffff8351921682526020820152f35b50346102b35760606003193601126102b3576024359060043573ffffffffffffffffffffffffffffffffffffffff83168084036102b15760443567ffffffffffffffff811161074d57610ccd903690600401611ca3565b929094610cd8611e78565b46821461102d57610ce890611eac565b611001576180008311610fd5576008845c1015610f72578084526001602052610d1481604086206120fc565b9273ffffffffffffffffffffffffffffffffffffffff7f00000000000000000000000000000000000000000000000000000000000000001694604051947f9d8fca000000000000000000000000000000000000000000000000000000000086528360048701528060248701526040866044818a5afa958615610f2e578296610f39575b506020610e2791610dd3604051610dad81611d40565b87815246848201528960408201523360608201528860808201526106898c883691611dac565b98610dde8a83612157565b91856040518096819582947f793f25530000000000000000000000000000000000000000000000000000000084528c600485016040919493926060820195825260208201520152565b03925af18015610f2e57610ef5575b50906060602097601f19601f847f382409ac69001e11931a28435afef442cbfd20d9891907e8fa373ba7d351f320966003547fffffffffffffff00000000000000000000000000000000ffffffffffffffffff78ffffffffffffffffffffffffffffffff00000000000000000060016fffffffffffffffffffffffffffffffff8460481c160160481b1691161760035560405196879533875260408f8801528160408801528787013785828601015201168101030190a4604051908152f35b91906020833d602011610f26575b81610f1060209383611d89565b81010312610f22579091506060610e36565b5f80fd5b3d9150610f03565b6040513d84823e3d90fd5b610e27919650610f6260209160403d604011610f6b575b610f5a8183611d89565b810190611e62565b50969150610d97565b503d610f50565b602484805c60018101809111610faa577fd8f76925000000000000000000000000000000000000000000000000000000008252600452fd5b507f4e487b710000000000000000000000000000000000000000000000000000000081526011600452fd5b602484847fc7a8ea44000000000000000000000000000000000000000000000000000000008252600452fd5b602484837f2a11b362000000000000000000000000000000000000000000000000000000008252600452fd5b6004857fbb23a409000000000000000000000000000000000000000000000000000000008152fd5b50346102b35761106436611c47565b9073ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000163303610289574681146112aa576110b381846121cf565b80548060f81c61127e577effffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff60019116017effffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8111611251577effffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff169283810361122157507f0100000000000000000000000000000000000000000000000000000000000000831790558273ffffffffffffffffffffffffffffffffffffffff7f000000000000000000000000000000000000000000000000000000000000000016803b156105f9578180916064604051809481937f8793a3490000000000000000000000000000000000000000000000000000000083528160048401528860248401528960448401525af18015610f2e5761120c575b507fdb574ded33c3c99c7721300b02374b7fd3009d022cfaa082ac05a2aaef9470858180a480f35b8161121691611d89565b6102b157825f6111e4565b84604491857f6ade2f39000000000000000000000000000000000000000000000000000000008352600452602452fd5b6024857f4e487b710000000000000000000000000000000000000000000000000000000081526011600452fd5b602485847fe7216964000000000000000000000000000000000000000000000000000000008252600452fd5b6004837fbb23a409000000000000000000000000000000000000000000000000000000008152fd5b50346102b357806003193601126102b357602060ff600354166040519015158152f35b50346102b35760206003193601126102b35760ff604060209273ffffffffffffffffffffffffffffffffffffffff61132b611c80565b1681528084522054166040519015158152f35b50346102b35760206003193601126102b35760043580825260016020527effffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff604083205416604051917f9d8fca000000000000000000000000000000000000000000000000000000000083526004830152602482015260408160448173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165afa908115610f2e576020929161140a575b50604051908152f35b611423915060403d604011610f6b57610f5a8183611d89565b505f611401565b50346102b357806003193601126102b357602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b50346102b357806003193601126102b35773ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000163303610b515760035460ff811615610b295767ffffffffffffffff8160081c1680158015611568575b61153d57507fffffffffffffffffffffffffffffffffffffffffffffff000000000000000000166003557fa45f47fdea8a1efdd9029a5691c7f759c32b7c698632b563573e155625d169338180a180f35b7fe7e72bd4000000000000000000000000000000000000000000000000000000008352600452602482fd5b508042106114ec565b50346102b35760206003193601126102b35761158e600435611e3e565b6040519060048110156115a357602092508152f35b6024837f4e487b710000000000000000000000000000000000000000000000000000000081526021600452fd5b50346102b357806003193601126102b35760206115eb611df2565b73ffffffffffffffffffffffffffffffffffffffff60405191168152f35b50346102b357806003193601126102b35760206040516180008152f35b50346102b357806003193601126102b357602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b50346102b357806003193601126102b357602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b50346102b357806003193601126102b35760015c156116ee57602060015c604051908152f35b807f824f5f290000000000000000000000000000000000000000000000000000000060049252fd5b50346102b35760206003193601126102b35760043573ffffffffffffffffffffffffffffffffffffffff7f00000000000000000000000000000000000000000000000000000000000000001633036103a05761177281836121cf565b9061177d81836120fc565b917effffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8154169055827f2defa6990a1fc6c94b86a20f19e7cb7471a73e4259ad9780eda7bbca5ac93cd98180a480f35b50346102b35760a06003193601126102b3576004356024356117eb611c5d565b9160643573ffffffffffffffffffffffffffffffffffffffff8116808203611991576084359067ffffffffffffffff821161198d57611831611841923690600401611ca3565b92909361183c611e78565b611eac565b611962579061188e929173ffffffffffffffffffffffffffffffffffffffff6040519761186d89611d40565b4689528660208a01528760408a015216606088015260808701523691611dac565b60a084015261189c83611f0d565b92838552600460205260408520805460081c801561193657600261190093926106f17fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff6118f99401829060ff60ff1983549260081b169116179055565b5a90611fe9565b901561192e57507f5cf30e0c8588de899fbe19448f70104f1210fd81d3761acf36c1c2036258fc858480a480f35b602081519101fd5b602487877fbc0998e2000000000000000000000000000000000000000000000000000000008252600452fd5b7f2a11b362000000000000000000000000000000000000000000000000000000008752600452602486fd5b8680fd5b8580fd5b5034610f22576119a436611c47565b9073ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000163303611c1f57468114611bf7576119f48160016121cf565b80548060f81c611bcb577effffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff60019116017effffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8111611b9e577effffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff1692838103611b6f57507f01000000000000000000000000000000000000000000000000000000000000008317905573ffffffffffffffffffffffffffffffffffffffff7f000000000000000000000000000000000000000000000000000000000000000016803b15610f22575f80916064604051809481937f8793a349000000000000000000000000000000000000000000000000000000008352600160048401528760248401528860448401525af18015611b6457611b4f575b5060017fdb574ded33c3c99c7721300b02374b7fd3009d022cfaa082ac05a2aaef9470858480a480f35b611b5c9193505f90611d89565b5f915f611b25565b6040513d5f823e3d90fd5b837f6ade2f39000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b827fe7216964000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b7fbb23a409000000000000000000000000000000000000000000000000000000005f5260045ffd5b7f2fed761f000000000000000000000000000000000000000000000000000000005f5260045ffd5b6003196040910112610f22576004359060243590565b6044359073ffffffffffffffffffffffffffffffffffffffff82168203610f2257565b6004359073ffffffffffffffffffffffffffffffffffffffff82168203610f2257565b9181601f84011215610f225782359167ffffffffffffffff8311610f225760208381860195010111610f2257565b90600319820160c08112610f225760a013610f225760049160a4359067ffffffffffffffff8211610f2257611d0891600401611ca3565b9091565b90601f19601f602080948051918291828752018686015e5f8582860101520116010190565b600435908115158203610f2257565b60c0810190811067ffffffffffffffff821117611d5c57604052565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b90601f601f19910116810190811067ffffffffffffffff821117611d5c57604052565b92919267ffffffffffffffff8211611d5c5760405191611dd6601f8201601f191660200184611d89565b829481845281830111610f22578281602093845f960137010152565b60015c15611e165773ffffffffffffffffffffffffffffffffffffffff60025c1690565b7f824f5f29000000000000000000000000000000000000000000000000000000005f5260045ffd5b5f52600460205260405f20548060081c15155f14611e5c5750600190565b60ff1690565b9190826040910312610f22576020825192015190565b60ff60035416611e8457565b7f9307feed000000000000000000000000000000000000000000000000000000005f5260045ffd5b73ffffffffffffffffffffffffffffffffffffffff16308114908115611ed0575090565b905073ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000161490565b805190611f9d6020820151611f8f60408401519373ffffffffffffffffffffffffffffffffffffffff6060820151169060a073ffffffffffffffffffffffffffffffffffffffff6080830151169101519160405196879560208701998a5260408701526060860152608085015260a084015260c08084015260e0830190611d0c565b03601f198101835282611d89565b51902090565b906004811015611fbc5760ff60ff198354169116179055565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52602160045260245ffd5b909160015c6120d457602082015160015d73ffffffffffffffffffffffffffffffffffffffff6060830151167fffffffffffffffffffffffff000000000000000000000000000000000000000060025c161760025d60a073ffffffffffffffffffffffffffffffffffffffff6080840151169201515f80806101209360405197612073868a611d89565b6101008952601f1960208a01960136873782899860208451940192f1943d815181106120cc575b5051913e5f60015d7fffffffffffffffffffffffff000000000000000000000000000000000000000060025c1660025d565b81525f61209a565b7f2a04c2a7000000000000000000000000000000000000000000000000000000005f5260045ffd5b54908160f81c1561212c57507effffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff1690565b7f2ec6dbe2000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b906040519060208201927f8304067148893ccb31ea6d7931c592dedc1ae950d5cd79257f929397b460495284527f0000000000000000000000000000000000000000000000000000000000000000604084015260608301523060808301523060a083015260c082015260c08152611f9d60e082611d89565b156121e2575f52600260205260405f2090565b5f52600160205260405f2090565b604051906121fd82611d40565b606060a0835f81525f60208201525f60408201525f838201525f60808201520152565b3573ffffffffffffffffffffffffffffffffffffffff81168103610f225790565b92909261224c6121f0565b50612255611e78565b60015c6120d457335f525f60205260ff60405f205416156125b95761227981612220565b73ffffffffffffffffffffffffffffffffffffffff3091160361256f5760800135805f5260026020526122af8160405f206120fc565b926122b86121f0565b9460808210801561250c575b6124e45781608011610f22576122dc60408201612682565b9173ffffffffffffffffffffffffffffffffffffffff6040880193606084013585521660808801526020820135875281019060407fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff808284030112610f225761234660808201612682565b9060a08101359067ffffffffffffffff8211610f22570182609f82011215610f225773ffffffffffffffffffffffffffffffffffffffff928160a060806123909401359101611dac565b60a08801521660608601528482602082015280514681036124b957506123b7602091611f0d565b946123c28682612157565b6040517f36d70337000000000000000000000000000000000000000000000000000000008152600481019590955260248501919091526044840152826064815f7f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff165af1918215611b64575f92612485575b505190818103612457575050565b7fa3c996d3000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b9091506020813d6020116124b1575b816124a160209383611d89565b81010312610f225751905f612449565b3d9150612494565b7fa0e21756000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b7ffa815bf4000000000000000000000000000000000000000000000000000000005f5260045ffd5b507f382409ac69001e11931a28435afef442cbfd20d9891907e8fa373ba7d351f320813560208410612540575b14156122c4565b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8460200360031b1b16612539565b61258d73ffffffffffffffffffffffffffffffffffffffff91612220565b7f45322087000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b7f366b2e5a000000000000000000000000000000000000000000000000000000005f523360045260245ffd5b919091825f52600460205260405f20805460081c907effffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8214611b9e57600161263a920160ff60ff1983549260081b169116179055565b7f4b58aea0302c2f2ca1ea4b1722b83b8e805361d67b54f14b6149030b50863aad61267d6040602084015193015193604051918291602083526020830190611d0c565b0390a4565b359073ffffffffffffffffffffffffffffffffffffffff82168203610f22575660a0806040523460375733608052610a59908161003c823960805181818161012701528181610229015281816102bf015261030b0152f35b5f80fdfe60806040526004361015610011575f80fd5b5f3560e01c806336d70337146102e35780633cb747bf14610275578063793f2553146102015780638793a349146100ce5780639d8fca001461009757639f4af54a1461005b575f80fd5b346100935761006936610388565b905f52600160205260405f20905f526020526040805f206001815491015482519182526020820152f35b5f80fd5b34610093576100a536610388565b905f525f60205260405f20905f526020526040805f206001815491015482519182526020820152f35b346100935760607ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360112610093576004358015158103610093576024356044359173ffffffffffffffffffffffffffffffffffffffff7f00000000000000000000000000000000000000000000000000000000000000001633036101d957156101be575f52600160205260405f20905f52602052600160405f205b018054610196577f27ae5ba08d7291c96c8cbddcc148bf48a6d68c7974b94356f53754ef6171d7579055005b7f91ff1358000000000000000000000000000000000000000000000000000000005f5260045ffd5b5f525f60205260405f20905f52602052600160405f2061016a565b7f3e5d9c77000000000000000000000000000000000000000000000000000000005f5260045ffd5b346100935761020f36610350565b73ffffffffffffffffffffffffffffffffffffffff9291927f00000000000000000000000000000000000000000000000000000000000000001633036101d95760209261026d925f525f845260405f20905f52835260405f206103f8565b604051908152f35b34610093575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261009357602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b34610093576102f136610350565b73ffffffffffffffffffffffffffffffffffffffff9291927f00000000000000000000000000000000000000000000000000000000000000001633036101d95760209261026d925f526001845260405f20905f52835260405f206103f8565b7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc606091011261009357600435906024359060443590565b7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc6040910112610093576004359060243590565b60208210156103cb5701905f90565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52603260045260245ffd5b919060018301805415610a315783549363ffffffff851015610a095760405192610420840184811067ffffffffffffffff8211176109dc5760405261040084525f60208501527fad3228b676f7d3cd4284a5443f17f1962b36e491b30a40b2405849e597ba5fb560408501527fb4c11951957c6f8f642c4af61cd6b24640fec6dc7fc607ee8206a99e92410d3060608501527f21ddb9a356815c3fac1026b6dec5df3124afbadb485c9ba5a3e3398a04b7ba8560808501527fe58769b32a1beaf1ea27375a44095a0d1fb664ce2dd358e7fcbfb78c26a1934460a08501527f0eb01ebfc9ed27500cd4dfc979272d1f0913cc9f66540d7e8005811109e1cf2d60c08501527f887c22bd8750d34016ac3c66b5ff102dacdd73f6b014e710b51e8022af9a196860e08501527fffd70157e48063fc33c97a050f7f640233bf646cc98d9524c6b92bcf3ab56f836101008501527f9867cc5f7f196b93bae1e27e6320742445d290f2263827498b54fec539f756af6101208501527fcefad4e508c098b9a7e1d8feb19955fb02ba9675585078710969d3440f5054e06101408501527ff9dc3e7fe016e050eff260334f18a5d4fe391d82092319f5964f2e2eb7c1c3a56101608501527ff8b13a49e282f609c317a833fb8d976d11517c571d1221a265d25af778ecf8926101808501527f3490c6ceeb450aecdc82e28293031d10c7d73bf85e57bf041a97360aa2c5d99c6101a08501527fc1df82d9c4b87413eae2ef048f94b4d3554cea73d92b0f7af96e0271c691e2bb6101c08501527f5c67add7c6caf302256adedf7ab114da0acfe870d449a3a489f781d659e8becc6101e08501527fda7bce9f4e8618b6bd2f4132ce798cdc7a60e7e1460a7299e3c6342a579626d26102008501527f2733e50f526ec2fa19a22b31e8ed50f23cd1fdf94c9154ed3a7609a2f1ff981f6102208501527fe1d3b5c807b281e4683cc6d6315cf95b9ade8641defcb32372f1c126e398ef7a6102408501527f5a2dce0a8a7f68bb74560f8f71837c2c2ebbcbf7fffb42ae1896f13f7c7479a06102608501527fb46a28b6f55540f89444f63de0378e3d121be09e06cc9ded1c20e65876d36aa06102808501527fc65e9645644786b620e2dd2ad648ddfcbf4a7e5b1a3a4ecfe7f64667a3f0b7e26102a08501527ff4418588ed35a2458cffeb39b93d26f18d2ab13bdce6aee58e7b99359ec2dfd96102c08501527f5a9c16dc00d6ef18b7933a6f8dc65ccb55667138776f7dea101070dc8796e3776102e08501527f4df84f40ae0c8229d0d6069e5c8f39a7c299677a09d367fc7b05e3bc380ee6526103008501527fcdc72595f74c7b1043d0e1ffbab734648c838dfb0527d971b602bc216c9619ef6103208501527f0abf5ac974a1ed57f4050aa510dd9c74f508277b39d7973bb2dfccc5eeb0618d6103408501527fb8cd74046ff337f0a7bf2c8e03e10f642c1886798d71806ab1e888d9e5ee87d06103608501527f838c5655cb21c6cb83313b5a631175dff4963772cce9108188b34ac87c81c41e6103808501527f662ee4dd2dd7b2bc707961b1e646c4047669dcb6584f0d8d770daf5d7e7deb2e6103a08501527f388ab20e2573d171a88108e79d820e98f26c0b84aa8b2f4aa4968dbb818ea3226103c08501527f93237c50ba75ee485f4c22adf2f741400bdf8d6a9cc7df7ecae576221665d7356103e08501527f8448818bb4ae4562849e949e17ac16e0be16688e156b5cf15e098c627c0056a9610400850152925f908660028401915b6001808316146109ac5761090f84846103bc565b81549060031b907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8a831b921b19161790555b60208410610957575050505060018501905555565b909192956001808416145f146109915761097187856103bc565b90549060031b1c5f52602052600160405f205b9601929160011c90610942565b60208760051b83010151905f52602052600160405f20610984565b90956109bf6001859495940193856103bc565b90549060031b1c5f5260205260405f209560011c909291926108fb565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b7fb48f2cf8000000000000000000000000000000000000000000000000000000005f5260045ffd5b7f94fbaffe000000000000000000000000000000000000000000000000000000005f5260045ffd",
}

// Messenger is an auto generated Go binding around an Ethereum contract.
type Messenger struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *Messenger) GetABI() abi.ABI {
	return c.abi
}

// NewMessenger creates a new instance of Messenger.
func NewMessenger() *Messenger {
	parsed, err := MessengerMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &Messenger{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *Messenger) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(address registrar_, address guardian_, bytes32 deploymentId_) returns()
func (messenger *Messenger) PackConstructor(registrar_ common.Address, guardian_ common.Address, deploymentId_ [32]byte) []byte {
	enc, err := messenger.abi.Pack("", registrar_, guardian_, deploymentId_)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackGASRESERVE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbe880c81.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function GAS_RESERVE() view returns(uint256)
func (messenger *Messenger) PackGASRESERVE() []byte {
	enc, err := messenger.abi.Pack("GAS_RESERVE")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGASRESERVE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbe880c81.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function GAS_RESERVE() view returns(uint256)
func (messenger *Messenger) TryPackGASRESERVE() ([]byte, error) {
	return messenger.abi.Pack("GAS_RESERVE")
}

// UnpackGASRESERVE is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xbe880c81.
//
// Solidity: function GAS_RESERVE() view returns(uint256)
func (messenger *Messenger) UnpackGASRESERVE(data []byte) (*big.Int, error) {
	out, err := messenger.abi.Unpack("GAS_RESERVE", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackMAXDEPTH is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa27154ba.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function MAX_DEPTH() view returns(uint256)
func (messenger *Messenger) PackMAXDEPTH() []byte {
	enc, err := messenger.abi.Pack("MAX_DEPTH")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMAXDEPTH is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa27154ba.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function MAX_DEPTH() view returns(uint256)
func (messenger *Messenger) TryPackMAXDEPTH() ([]byte, error) {
	return messenger.abi.Pack("MAX_DEPTH")
}

// UnpackMAXDEPTH is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa27154ba.
//
// Solidity: function MAX_DEPTH() view returns(uint256)
func (messenger *Messenger) UnpackMAXDEPTH(data []byte) (*big.Int, error) {
	out, err := messenger.abi.Unpack("MAX_DEPTH", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackMAXMESSAGE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x30b70645.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function MAX_MESSAGE() view returns(uint256)
func (messenger *Messenger) PackMAXMESSAGE() []byte {
	enc, err := messenger.abi.Pack("MAX_MESSAGE")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMAXMESSAGE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x30b70645.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function MAX_MESSAGE() view returns(uint256)
func (messenger *Messenger) TryPackMAXMESSAGE() ([]byte, error) {
	return messenger.abi.Pack("MAX_MESSAGE")
}

// UnpackMAXMESSAGE is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x30b70645.
//
// Solidity: function MAX_MESSAGE() view returns(uint256)
func (messenger *Messenger) UnpackMAXMESSAGE(data []byte) (*big.Int, error) {
	out, err := messenger.abi.Unpack("MAX_MESSAGE", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackMAXRETURNDATA is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7aaeeb65.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function MAX_RETURN_DATA() view returns(uint256)
func (messenger *Messenger) PackMAXRETURNDATA() []byte {
	enc, err := messenger.abi.Pack("MAX_RETURN_DATA")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMAXRETURNDATA is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7aaeeb65.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function MAX_RETURN_DATA() view returns(uint256)
func (messenger *Messenger) TryPackMAXRETURNDATA() ([]byte, error) {
	return messenger.abi.Pack("MAX_RETURN_DATA")
}

// UnpackMAXRETURNDATA is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x7aaeeb65.
//
// Solidity: function MAX_RETURN_DATA() view returns(uint256)
func (messenger *Messenger) UnpackMAXRETURNDATA(data []byte) (*big.Int, error) {
	out, err := messenger.abi.Unpack("MAX_RETURN_DATA", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackUNPAUSEDELAY is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb7c36b36.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function UNPAUSE_DELAY() view returns(uint256)
func (messenger *Messenger) PackUNPAUSEDELAY() []byte {
	enc, err := messenger.abi.Pack("UNPAUSE_DELAY")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackUNPAUSEDELAY is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb7c36b36.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function UNPAUSE_DELAY() view returns(uint256)
func (messenger *Messenger) TryPackUNPAUSEDELAY() ([]byte, error) {
	return messenger.abi.Pack("UNPAUSE_DELAY")
}

// UnpackUNPAUSEDELAY is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xb7c36b36.
//
// Solidity: function UNPAUSE_DELAY() view returns(uint256)
func (messenger *Messenger) UnpackUNPAUSEDELAY(data []byte) (*big.Int, error) {
	out, err := messenger.abi.Unpack("UNPAUSE_DELAY", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackAnnounceUnpause is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x85482fbc.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function announceUnpause() returns()
func (messenger *Messenger) PackAnnounceUnpause() []byte {
	enc, err := messenger.abi.Pack("announceUnpause")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAnnounceUnpause is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x85482fbc.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function announceUnpause() returns()
func (messenger *Messenger) TryPackAnnounceUnpause() ([]byte, error) {
	return messenger.abi.Pack("announceUnpause")
}

// PackCloseInbound is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe361fe5c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function closeInbound(uint256 peer) returns()
func (messenger *Messenger) PackCloseInbound(peer *big.Int) []byte {
	enc, err := messenger.abi.Pack("closeInbound", peer)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCloseInbound is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe361fe5c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function closeInbound(uint256 peer) returns()
func (messenger *Messenger) TryPackCloseInbound(peer *big.Int) ([]byte, error) {
	return messenger.abi.Pack("closeInbound", peer)
}

// PackCloseOutbound is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x23351c8e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function closeOutbound(uint256 peer) returns()
func (messenger *Messenger) PackCloseOutbound(peer *big.Int) []byte {
	enc, err := messenger.abi.Pack("closeOutbound", peer)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCloseOutbound is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x23351c8e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function closeOutbound(uint256 peer) returns()
func (messenger *Messenger) TryPackCloseOutbound(peer *big.Int) ([]byte, error) {
	return messenger.abi.Pack("closeOutbound", peer)
}

// PackCrossDomainMessageContext is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7936cbee.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function crossDomainMessageContext() view returns(address sender, uint256 source)
func (messenger *Messenger) PackCrossDomainMessageContext() []byte {
	enc, err := messenger.abi.Pack("crossDomainMessageContext")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCrossDomainMessageContext is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7936cbee.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function crossDomainMessageContext() view returns(address sender, uint256 source)
func (messenger *Messenger) TryPackCrossDomainMessageContext() ([]byte, error) {
	return messenger.abi.Pack("crossDomainMessageContext")
}

// CrossDomainMessageContextOutput serves as a container for the return parameters of contract
// method CrossDomainMessageContext.
type CrossDomainMessageContextOutput struct {
	Sender common.Address
	Source *big.Int
}

// UnpackCrossDomainMessageContext is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x7936cbee.
//
// Solidity: function crossDomainMessageContext() view returns(address sender, uint256 source)
func (messenger *Messenger) UnpackCrossDomainMessageContext(data []byte) (CrossDomainMessageContextOutput, error) {
	out, err := messenger.abi.Unpack("crossDomainMessageContext", data)
	outstruct := new(CrossDomainMessageContextOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Sender = *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	outstruct.Source = abi.ConvertType(out[1], new(big.Int)).(*big.Int)
	return *outstruct, nil
}

// PackCrossDomainMessageSender is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x38ffde18.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function crossDomainMessageSender() view returns(address)
func (messenger *Messenger) PackCrossDomainMessageSender() []byte {
	enc, err := messenger.abi.Pack("crossDomainMessageSender")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCrossDomainMessageSender is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x38ffde18.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function crossDomainMessageSender() view returns(address)
func (messenger *Messenger) TryPackCrossDomainMessageSender() ([]byte, error) {
	return messenger.abi.Pack("crossDomainMessageSender")
}

// UnpackCrossDomainMessageSender is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x38ffde18.
//
// Solidity: function crossDomainMessageSender() view returns(address)
func (messenger *Messenger) UnpackCrossDomainMessageSender(data []byte) (common.Address, error) {
	out, err := messenger.abi.Unpack("crossDomainMessageSender", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackCrossDomainMessageSource is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x24794462.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function crossDomainMessageSource() view returns(uint256)
func (messenger *Messenger) PackCrossDomainMessageSource() []byte {
	enc, err := messenger.abi.Pack("crossDomainMessageSource")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCrossDomainMessageSource is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x24794462.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function crossDomainMessageSource() view returns(uint256)
func (messenger *Messenger) TryPackCrossDomainMessageSource() ([]byte, error) {
	return messenger.abi.Pack("crossDomainMessageSource")
}

// UnpackCrossDomainMessageSource is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x24794462.
//
// Solidity: function crossDomainMessageSource() view returns(uint256)
func (messenger *Messenger) UnpackCrossDomainMessageSource(data []byte) (*big.Int, error) {
	out, err := messenger.abi.Unpack("crossDomainMessageSource", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackDeploymentId is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe16b1032.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function deploymentId() view returns(bytes32)
func (messenger *Messenger) PackDeploymentId() []byte {
	enc, err := messenger.abi.Pack("deploymentId")
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
func (messenger *Messenger) TryPackDeploymentId() ([]byte, error) {
	return messenger.abi.Pack("deploymentId")
}

// UnpackDeploymentId is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe16b1032.
//
// Solidity: function deploymentId() view returns(bytes32)
func (messenger *Messenger) UnpackDeploymentId(data []byte) ([32]byte, error) {
	out, err := messenger.abi.Unpack("deploymentId", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackGeneration is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xacf046cc.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function generation(bool inbound, uint256 peer) view returns(uint256)
func (messenger *Messenger) PackGeneration(inbound bool, peer *big.Int) []byte {
	enc, err := messenger.abi.Pack("generation", inbound, peer)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGeneration is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xacf046cc.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function generation(bool inbound, uint256 peer) view returns(uint256)
func (messenger *Messenger) TryPackGeneration(inbound bool, peer *big.Int) ([]byte, error) {
	return messenger.abi.Pack("generation", inbound, peer)
}

// UnpackGeneration is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xacf046cc.
//
// Solidity: function generation(bool inbound, uint256 peer) view returns(uint256)
func (messenger *Messenger) UnpackGeneration(data []byte) (*big.Int, error) {
	out, err := messenger.abi.Unpack("generation", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackGuardian is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x452a9320.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function guardian() view returns(address)
func (messenger *Messenger) PackGuardian() []byte {
	enc, err := messenger.abi.Pack("guardian")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGuardian is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x452a9320.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function guardian() view returns(address)
func (messenger *Messenger) TryPackGuardian() ([]byte, error) {
	return messenger.abi.Pack("guardian")
}

// UnpackGuardian is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x452a9320.
//
// Solidity: function guardian() view returns(address)
func (messenger *Messenger) UnpackGuardian(data []byte) (common.Address, error) {
	out, err := messenger.abi.Unpack("guardian", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackIsOpen is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8df6e0c8.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isOpen(bool inbound, uint256 peer) view returns(bool)
func (messenger *Messenger) PackIsOpen(inbound bool, peer *big.Int) []byte {
	enc, err := messenger.abi.Pack("isOpen", inbound, peer)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsOpen is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8df6e0c8.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isOpen(bool inbound, uint256 peer) view returns(bool)
func (messenger *Messenger) TryPackIsOpen(inbound bool, peer *big.Int) ([]byte, error) {
	return messenger.abi.Pack("isOpen", inbound, peer)
}

// UnpackIsOpen is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8df6e0c8.
//
// Solidity: function isOpen(bool inbound, uint256 peer) view returns(bool)
func (messenger *Messenger) UnpackIsOpen(data []byte) (bool, error) {
	out, err := messenger.abi.Unpack("isOpen", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackMarkRefunded is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd66cb3ca.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function markRefunded(uint256 source, uint256 nonce, address sender, bytes message) returns(bytes32 messageHash)
func (messenger *Messenger) PackMarkRefunded(source *big.Int, nonce *big.Int, sender common.Address, message []byte) []byte {
	enc, err := messenger.abi.Pack("markRefunded", source, nonce, sender, message)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMarkRefunded is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd66cb3ca.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function markRefunded(uint256 source, uint256 nonce, address sender, bytes message) returns(bytes32 messageHash)
func (messenger *Messenger) TryPackMarkRefunded(source *big.Int, nonce *big.Int, sender common.Address, message []byte) ([]byte, error) {
	return messenger.abi.Pack("markRefunded", source, nonce, sender, message)
}

// UnpackMarkRefunded is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xd66cb3ca.
//
// Solidity: function markRefunded(uint256 source, uint256 nonce, address sender, bytes message) returns(bytes32 messageHash)
func (messenger *Messenger) UnpackMarkRefunded(data []byte) ([32]byte, error) {
	out, err := messenger.abi.Unpack("markRefunded", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackMessageNonce is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5051cb69.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function messageNonce(uint256 destination) view returns(uint256 nonce)
func (messenger *Messenger) PackMessageNonce(destination *big.Int) []byte {
	enc, err := messenger.abi.Pack("messageNonce", destination)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMessageNonce is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5051cb69.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function messageNonce(uint256 destination) view returns(uint256 nonce)
func (messenger *Messenger) TryPackMessageNonce(destination *big.Int) ([]byte, error) {
	return messenger.abi.Pack("messageNonce", destination)
}

// UnpackMessageNonce is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x5051cb69.
//
// Solidity: function messageNonce(uint256 destination) view returns(uint256 nonce)
func (messenger *Messenger) UnpackMessageNonce(data []byte) (*big.Int, error) {
	out, err := messenger.abi.Unpack("messageNonce", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackMessageNonce0 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xecc70428.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function messageNonce() view returns(uint256)
func (messenger *Messenger) PackMessageNonce0() []byte {
	enc, err := messenger.abi.Pack("messageNonce0")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMessageNonce0 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xecc70428.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function messageNonce() view returns(uint256)
func (messenger *Messenger) TryPackMessageNonce0() ([]byte, error) {
	return messenger.abi.Pack("messageNonce0")
}

// UnpackMessageNonce0 is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xecc70428.
//
// Solidity: function messageNonce() view returns(uint256)
func (messenger *Messenger) UnpackMessageNonce0(data []byte) (*big.Int, error) {
	out, err := messenger.abi.Unpack("messageNonce0", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackMessageState is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3cc6a142.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function messageState(bytes32 messageHash) view returns(uint8)
func (messenger *Messenger) PackMessageState(messageHash [32]byte) []byte {
	enc, err := messenger.abi.Pack("messageState", messageHash)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMessageState is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3cc6a142.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function messageState(bytes32 messageHash) view returns(uint8)
func (messenger *Messenger) TryPackMessageState(messageHash [32]byte) ([]byte, error) {
	return messenger.abi.Pack("messageState", messageHash)
}

// UnpackMessageState is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x3cc6a142.
//
// Solidity: function messageState(bytes32 messageHash) view returns(uint8)
func (messenger *Messenger) UnpackMessageState(data []byte) (uint8, error) {
	out, err := messenger.abi.Unpack("messageState", data)
	if err != nil {
		return *new(uint8), err
	}
	out0 := *abi.ConvertType(out[0], new(uint8)).(*uint8)
	return out0, nil
}

// PackOpenInbound is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x08789ea0.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function openInbound(uint256 peer, uint256 generation_) returns()
func (messenger *Messenger) PackOpenInbound(peer *big.Int, generation *big.Int) []byte {
	enc, err := messenger.abi.Pack("openInbound", peer, generation)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOpenInbound is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x08789ea0.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function openInbound(uint256 peer, uint256 generation_) returns()
func (messenger *Messenger) TryPackOpenInbound(peer *big.Int, generation *big.Int) ([]byte, error) {
	return messenger.abi.Pack("openInbound", peer, generation)
}

// PackOpenOutbound is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6c2446e9.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function openOutbound(uint256 peer, uint256 generation_) returns()
func (messenger *Messenger) PackOpenOutbound(peer *big.Int, generation *big.Int) []byte {
	enc, err := messenger.abi.Pack("openOutbound", peer, generation)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOpenOutbound is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6c2446e9.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function openOutbound(uint256 peer, uint256 generation_) returns()
func (messenger *Messenger) TryPackOpenOutbound(peer *big.Int, generation *big.Int) ([]byte, error) {
	return messenger.abi.Pack("openOutbound", peer, generation)
}

// PackPause is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8456cb59.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function pause() returns()
func (messenger *Messenger) PackPause() []byte {
	enc, err := messenger.abi.Pack("pause")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPause is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8456cb59.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function pause() returns()
func (messenger *Messenger) TryPackPause() ([]byte, error) {
	return messenger.abi.Pack("pause")
}

// PackPaused is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5c975abb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function paused() view returns(bool)
func (messenger *Messenger) PackPaused() []byte {
	enc, err := messenger.abi.Pack("paused")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPaused is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5c975abb.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function paused() view returns(bool)
func (messenger *Messenger) TryPackPaused() ([]byte, error) {
	return messenger.abi.Pack("paused")
}

// UnpackPaused is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x5c975abb.
//
// Solidity: function paused() view returns(bool)
func (messenger *Messenger) UnpackPaused(data []byte) (bool, error) {
	out, err := messenger.abi.Unpack("paused", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackRegistrar is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2b20e397.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function registrar() view returns(address)
func (messenger *Messenger) PackRegistrar() []byte {
	enc, err := messenger.abi.Pack("registrar")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRegistrar is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2b20e397.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function registrar() view returns(address)
func (messenger *Messenger) TryPackRegistrar() ([]byte, error) {
	return messenger.abi.Pack("registrar")
}

// UnpackRegistrar is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x2b20e397.
//
// Solidity: function registrar() view returns(address)
func (messenger *Messenger) UnpackRegistrar(data []byte) (common.Address, error) {
	out, err := messenger.abi.Unpack("registrar", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackRelayMessage is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8d1d298f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function relayMessage((address,uint256,uint256,uint256,uint256) id, bytes sentMessage) payable returns(bytes returnData)
func (messenger *Messenger) PackRelayMessage(id MessengerIdentifier, sentMessage []byte) []byte {
	enc, err := messenger.abi.Pack("relayMessage", id, sentMessage)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRelayMessage is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8d1d298f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function relayMessage((address,uint256,uint256,uint256,uint256) id, bytes sentMessage) payable returns(bytes returnData)
func (messenger *Messenger) TryPackRelayMessage(id MessengerIdentifier, sentMessage []byte) ([]byte, error) {
	return messenger.abi.Pack("relayMessage", id, sentMessage)
}

// UnpackRelayMessage is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8d1d298f.
//
// Solidity: function relayMessage((address,uint256,uint256,uint256,uint256) id, bytes sentMessage) payable returns(bytes returnData)
func (messenger *Messenger) UnpackRelayMessage(data []byte) ([]byte, error) {
	out, err := messenger.abi.Unpack("relayMessage", data)
	if err != nil {
		return *new([]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([]byte)).(*[]byte)
	return out0, nil
}

// PackRelayNested is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xddb123cb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function relayNested((address,uint256,uint256,uint256,uint256) id, bytes sentMessage, uint256 depth) returns(bytes returnData)
func (messenger *Messenger) PackRelayNested(id MessengerIdentifier, sentMessage []byte, depth *big.Int) []byte {
	enc, err := messenger.abi.Pack("relayNested", id, sentMessage, depth)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRelayNested is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xddb123cb.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function relayNested((address,uint256,uint256,uint256,uint256) id, bytes sentMessage, uint256 depth) returns(bytes returnData)
func (messenger *Messenger) TryPackRelayNested(id MessengerIdentifier, sentMessage []byte, depth *big.Int) ([]byte, error) {
	return messenger.abi.Pack("relayNested", id, sentMessage, depth)
}

// UnpackRelayNested is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xddb123cb.
//
// Solidity: function relayNested((address,uint256,uint256,uint256,uint256) id, bytes sentMessage, uint256 depth) returns(bytes returnData)
func (messenger *Messenger) UnpackRelayNested(data []byte) ([]byte, error) {
	out, err := messenger.abi.Unpack("relayNested", data)
	if err != nil {
		return *new([]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([]byte)).(*[]byte)
	return out0, nil
}

// PackRelayOwed is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa34cdf65.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function relayOwed((address,uint256,uint256,uint256,uint256) id, bytes sentMessage) returns()
func (messenger *Messenger) PackRelayOwed(id MessengerIdentifier, sentMessage []byte) []byte {
	enc, err := messenger.abi.Pack("relayOwed", id, sentMessage)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRelayOwed is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa34cdf65.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function relayOwed((address,uint256,uint256,uint256,uint256) id, bytes sentMessage) returns()
func (messenger *Messenger) TryPackRelayOwed(id MessengerIdentifier, sentMessage []byte) ([]byte, error) {
	return messenger.abi.Pack("relayOwed", id, sentMessage)
}

// PackRelayers is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5300f841.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function relayers(address account) view returns(bool registered)
func (messenger *Messenger) PackRelayers(account common.Address) []byte {
	enc, err := messenger.abi.Pack("relayers", account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRelayers is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5300f841.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function relayers(address account) view returns(bool registered)
func (messenger *Messenger) TryPackRelayers(account common.Address) ([]byte, error) {
	return messenger.abi.Pack("relayers", account)
}

// UnpackRelayers is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x5300f841.
//
// Solidity: function relayers(address account) view returns(bool registered)
func (messenger *Messenger) UnpackRelayers(data []byte) (bool, error) {
	out, err := messenger.abi.Unpack("relayers", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackRetryMessage is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x229a274a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function retryMessage(uint256 source, uint256 nonce, address sender, address target, bytes message) returns()
func (messenger *Messenger) PackRetryMessage(source *big.Int, nonce *big.Int, sender common.Address, target common.Address, message []byte) []byte {
	enc, err := messenger.abi.Pack("retryMessage", source, nonce, sender, target, message)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRetryMessage is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x229a274a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function retryMessage(uint256 source, uint256 nonce, address sender, address target, bytes message) returns()
func (messenger *Messenger) TryPackRetryMessage(source *big.Int, nonce *big.Int, sender common.Address, target common.Address, message []byte) ([]byte, error) {
	return messenger.abi.Pack("retryMessage", source, nonce, sender, target, message)
}

// PackRootStore is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x29286940.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function rootStore() view returns(address)
func (messenger *Messenger) PackRootStore() []byte {
	enc, err := messenger.abi.Pack("rootStore")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRootStore is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x29286940.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function rootStore() view returns(address)
func (messenger *Messenger) TryPackRootStore() ([]byte, error) {
	return messenger.abi.Pack("rootStore")
}

// UnpackRootStore is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x29286940.
//
// Solidity: function rootStore() view returns(address)
func (messenger *Messenger) UnpackRootStore(data []byte) (common.Address, error) {
	out, err := messenger.abi.Unpack("rootStore", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackSendMessage is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7056f41f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function sendMessage(uint256 destination, address target, bytes message) returns(bytes32 messageHash)
func (messenger *Messenger) PackSendMessage(destination *big.Int, target common.Address, message []byte) []byte {
	enc, err := messenger.abi.Pack("sendMessage", destination, target, message)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSendMessage is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7056f41f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function sendMessage(uint256 destination, address target, bytes message) returns(bytes32 messageHash)
func (messenger *Messenger) TryPackSendMessage(destination *big.Int, target common.Address, message []byte) ([]byte, error) {
	return messenger.abi.Pack("sendMessage", destination, target, message)
}

// UnpackSendMessage is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x7056f41f.
//
// Solidity: function sendMessage(uint256 destination, address target, bytes message) returns(bytes32 messageHash)
func (messenger *Messenger) UnpackSendMessage(data []byte) ([32]byte, error) {
	out, err := messenger.abi.Unpack("sendMessage", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackSetRelayer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xecd8dc3a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setRelayer(address relayer, bool registered) returns()
func (messenger *Messenger) PackSetRelayer(relayer common.Address, registered bool) []byte {
	enc, err := messenger.abi.Pack("setRelayer", relayer, registered)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetRelayer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xecd8dc3a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setRelayer(address relayer, bool registered) returns()
func (messenger *Messenger) TryPackSetRelayer(relayer common.Address, registered bool) ([]byte, error) {
	return messenger.abi.Pack("setRelayer", relayer, registered)
}

// PackSuccessfulMessages is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb1b1b209.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function successfulMessages(bytes32 messageHash) view returns(bool)
func (messenger *Messenger) PackSuccessfulMessages(messageHash [32]byte) []byte {
	enc, err := messenger.abi.Pack("successfulMessages", messageHash)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSuccessfulMessages is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb1b1b209.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function successfulMessages(bytes32 messageHash) view returns(bool)
func (messenger *Messenger) TryPackSuccessfulMessages(messageHash [32]byte) ([]byte, error) {
	return messenger.abi.Pack("successfulMessages", messageHash)
}

// UnpackSuccessfulMessages is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xb1b1b209.
//
// Solidity: function successfulMessages(bytes32 messageHash) view returns(bool)
func (messenger *Messenger) UnpackSuccessfulMessages(data []byte) (bool, error) {
	out, err := messenger.abi.Unpack("successfulMessages", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackUnpause is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3f4ba83a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function unpause() returns()
func (messenger *Messenger) PackUnpause() []byte {
	enc, err := messenger.abi.Pack("unpause")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackUnpause is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3f4ba83a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function unpause() returns()
func (messenger *Messenger) TryPackUnpause() ([]byte, error) {
	return messenger.abi.Pack("unpause")
}

// PackUnpauseTime is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd2f131f6.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function unpauseTime() view returns(uint256)
func (messenger *Messenger) PackUnpauseTime() []byte {
	enc, err := messenger.abi.Pack("unpauseTime")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackUnpauseTime is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd2f131f6.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function unpauseTime() view returns(uint256)
func (messenger *Messenger) TryPackUnpauseTime() ([]byte, error) {
	return messenger.abi.Pack("unpauseTime")
}

// UnpackUnpauseTime is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xd2f131f6.
//
// Solidity: function unpauseTime() view returns(uint256)
func (messenger *Messenger) UnpackUnpauseTime(data []byte) (*big.Int, error) {
	out, err := messenger.abi.Unpack("unpauseTime", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// MessengerFailedRelayedMessage represents a FailedRelayedMessage event raised by the Messenger contract.
type MessengerFailedRelayedMessage struct {
	Source       *big.Int
	MessageNonce *big.Int
	MessageHash  [32]byte
	ReturnData   []byte
	Raw          *types.Log // Blockchain specific contextual infos
}

const MessengerFailedRelayedMessageEventName = "FailedRelayedMessage"

// ContractEventName returns the user-defined event name.
func (MessengerFailedRelayedMessage) ContractEventName() string {
	return MessengerFailedRelayedMessageEventName
}

// UnpackFailedRelayedMessageEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event FailedRelayedMessage(uint256 indexed source, uint256 indexed messageNonce, bytes32 indexed messageHash, bytes returnData)
func (messenger *Messenger) UnpackFailedRelayedMessageEvent(log *types.Log) (*MessengerFailedRelayedMessage, error) {
	event := "FailedRelayedMessage"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != messenger.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(MessengerFailedRelayedMessage)
	if len(log.Data) > 0 {
		if err := messenger.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range messenger.abi.Events[event].Inputs {
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

// MessengerPaused represents a Paused event raised by the Messenger contract.
type MessengerPaused struct {
	Raw *types.Log // Blockchain specific contextual infos
}

const MessengerPausedEventName = "Paused"

// ContractEventName returns the user-defined event name.
func (MessengerPaused) ContractEventName() string {
	return MessengerPausedEventName
}

// UnpackPausedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Paused()
func (messenger *Messenger) UnpackPausedEvent(log *types.Log) (*MessengerPaused, error) {
	event := "Paused"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != messenger.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(MessengerPaused)
	if len(log.Data) > 0 {
		if err := messenger.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range messenger.abi.Events[event].Inputs {
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

// MessengerPeerClosed represents a PeerClosed event raised by the Messenger contract.
type MessengerPeerClosed struct {
	Inbound    bool
	Peer       *big.Int
	Generation *big.Int
	Raw        *types.Log // Blockchain specific contextual infos
}

const MessengerPeerClosedEventName = "PeerClosed"

// ContractEventName returns the user-defined event name.
func (MessengerPeerClosed) ContractEventName() string {
	return MessengerPeerClosedEventName
}

// UnpackPeerClosedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event PeerClosed(bool indexed inbound, uint256 indexed peer, uint256 indexed generation)
func (messenger *Messenger) UnpackPeerClosedEvent(log *types.Log) (*MessengerPeerClosed, error) {
	event := "PeerClosed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != messenger.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(MessengerPeerClosed)
	if len(log.Data) > 0 {
		if err := messenger.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range messenger.abi.Events[event].Inputs {
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

// MessengerPeerOpened represents a PeerOpened event raised by the Messenger contract.
type MessengerPeerOpened struct {
	Inbound    bool
	Peer       *big.Int
	Generation *big.Int
	Raw        *types.Log // Blockchain specific contextual infos
}

const MessengerPeerOpenedEventName = "PeerOpened"

// ContractEventName returns the user-defined event name.
func (MessengerPeerOpened) ContractEventName() string {
	return MessengerPeerOpenedEventName
}

// UnpackPeerOpenedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event PeerOpened(bool indexed inbound, uint256 indexed peer, uint256 indexed generation)
func (messenger *Messenger) UnpackPeerOpenedEvent(log *types.Log) (*MessengerPeerOpened, error) {
	event := "PeerOpened"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != messenger.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(MessengerPeerOpened)
	if len(log.Data) > 0 {
		if err := messenger.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range messenger.abi.Events[event].Inputs {
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

// MessengerRefundedMessage represents a RefundedMessage event raised by the Messenger contract.
type MessengerRefundedMessage struct {
	Source       *big.Int
	MessageNonce *big.Int
	MessageHash  [32]byte
	Raw          *types.Log // Blockchain specific contextual infos
}

const MessengerRefundedMessageEventName = "RefundedMessage"

// ContractEventName returns the user-defined event name.
func (MessengerRefundedMessage) ContractEventName() string {
	return MessengerRefundedMessageEventName
}

// UnpackRefundedMessageEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RefundedMessage(uint256 indexed source, uint256 indexed messageNonce, bytes32 indexed messageHash)
func (messenger *Messenger) UnpackRefundedMessageEvent(log *types.Log) (*MessengerRefundedMessage, error) {
	event := "RefundedMessage"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != messenger.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(MessengerRefundedMessage)
	if len(log.Data) > 0 {
		if err := messenger.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range messenger.abi.Events[event].Inputs {
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

// MessengerRelayedMessage represents a RelayedMessage event raised by the Messenger contract.
type MessengerRelayedMessage struct {
	Source         *big.Int
	MessageNonce   *big.Int
	MessageHash    [32]byte
	ReturnDataHash [32]byte
	Raw            *types.Log // Blockchain specific contextual infos
}

const MessengerRelayedMessageEventName = "RelayedMessage"

// ContractEventName returns the user-defined event name.
func (MessengerRelayedMessage) ContractEventName() string {
	return MessengerRelayedMessageEventName
}

// UnpackRelayedMessageEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RelayedMessage(uint256 indexed source, uint256 indexed messageNonce, bytes32 indexed messageHash, bytes32 returnDataHash)
func (messenger *Messenger) UnpackRelayedMessageEvent(log *types.Log) (*MessengerRelayedMessage, error) {
	event := "RelayedMessage"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != messenger.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(MessengerRelayedMessage)
	if len(log.Data) > 0 {
		if err := messenger.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range messenger.abi.Events[event].Inputs {
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

// MessengerRelayerSet represents a RelayerSet event raised by the Messenger contract.
type MessengerRelayerSet struct {
	Relayer    common.Address
	Registered bool
	Raw        *types.Log // Blockchain specific contextual infos
}

const MessengerRelayerSetEventName = "RelayerSet"

// ContractEventName returns the user-defined event name.
func (MessengerRelayerSet) ContractEventName() string {
	return MessengerRelayerSetEventName
}

// UnpackRelayerSetEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RelayerSet(address indexed relayer, bool registered)
func (messenger *Messenger) UnpackRelayerSetEvent(log *types.Log) (*MessengerRelayerSet, error) {
	event := "RelayerSet"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != messenger.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(MessengerRelayerSet)
	if len(log.Data) > 0 {
		if err := messenger.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range messenger.abi.Events[event].Inputs {
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

// MessengerRetriedMessage represents a RetriedMessage event raised by the Messenger contract.
type MessengerRetriedMessage struct {
	Source       *big.Int
	MessageNonce *big.Int
	MessageHash  [32]byte
	Raw          *types.Log // Blockchain specific contextual infos
}

const MessengerRetriedMessageEventName = "RetriedMessage"

// ContractEventName returns the user-defined event name.
func (MessengerRetriedMessage) ContractEventName() string {
	return MessengerRetriedMessageEventName
}

// UnpackRetriedMessageEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RetriedMessage(uint256 indexed source, uint256 indexed messageNonce, bytes32 indexed messageHash)
func (messenger *Messenger) UnpackRetriedMessageEvent(log *types.Log) (*MessengerRetriedMessage, error) {
	event := "RetriedMessage"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != messenger.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(MessengerRetriedMessage)
	if len(log.Data) > 0 {
		if err := messenger.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range messenger.abi.Events[event].Inputs {
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

// MessengerSentMessage represents a SentMessage event raised by the Messenger contract.
type MessengerSentMessage struct {
	Destination  *big.Int
	Target       common.Address
	MessageNonce *big.Int
	Sender       common.Address
	Message      []byte
	Raw          *types.Log // Blockchain specific contextual infos
}

const MessengerSentMessageEventName = "SentMessage"

// ContractEventName returns the user-defined event name.
func (MessengerSentMessage) ContractEventName() string {
	return MessengerSentMessageEventName
}

// UnpackSentMessageEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event SentMessage(uint256 indexed destination, address indexed target, uint256 indexed messageNonce, address sender, bytes message)
func (messenger *Messenger) UnpackSentMessageEvent(log *types.Log) (*MessengerSentMessage, error) {
	event := "SentMessage"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != messenger.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(MessengerSentMessage)
	if len(log.Data) > 0 {
		if err := messenger.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range messenger.abi.Events[event].Inputs {
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

// MessengerUnpauseAnnounced represents a UnpauseAnnounced event raised by the Messenger contract.
type MessengerUnpauseAnnounced struct {
	Time *big.Int
	Raw  *types.Log // Blockchain specific contextual infos
}

const MessengerUnpauseAnnouncedEventName = "UnpauseAnnounced"

// ContractEventName returns the user-defined event name.
func (MessengerUnpauseAnnounced) ContractEventName() string {
	return MessengerUnpauseAnnouncedEventName
}

// UnpackUnpauseAnnouncedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event UnpauseAnnounced(uint256 time)
func (messenger *Messenger) UnpackUnpauseAnnouncedEvent(log *types.Log) (*MessengerUnpauseAnnounced, error) {
	event := "UnpauseAnnounced"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != messenger.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(MessengerUnpauseAnnounced)
	if len(log.Data) > 0 {
		if err := messenger.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range messenger.abi.Events[event].Inputs {
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

// MessengerUnpaused represents a Unpaused event raised by the Messenger contract.
type MessengerUnpaused struct {
	Raw *types.Log // Blockchain specific contextual infos
}

const MessengerUnpausedEventName = "Unpaused"

// ContractEventName returns the user-defined event name.
func (MessengerUnpaused) ContractEventName() string {
	return MessengerUnpausedEventName
}

// UnpackUnpausedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Unpaused()
func (messenger *Messenger) UnpackUnpausedEvent(log *types.Log) (*MessengerUnpaused, error) {
	event := "Unpaused"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != messenger.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(MessengerUnpaused)
	if len(log.Data) > 0 {
		if err := messenger.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range messenger.abi.Events[event].Inputs {
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
func (messenger *Messenger) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], messenger.abi.Errors["AlreadyDelivering"].ID.Bytes()[:4]) {
		return messenger.UnpackAlreadyDeliveringError(raw[4:])
	}
	if bytes.Equal(raw[:4], messenger.abi.Errors["DepthOutOfRange"].ID.Bytes()[:4]) {
		return messenger.UnpackDepthOutOfRangeError(raw[4:])
	}
	if bytes.Equal(raw[:4], messenger.abi.Errors["MessageTooLong"].ID.Bytes()[:4]) {
		return messenger.UnpackMessageTooLongError(raw[4:])
	}
	if bytes.Equal(raw[:4], messenger.abi.Errors["MessengerPaused"].ID.Bytes()[:4]) {
		return messenger.UnpackMessengerPausedError(raw[4:])
	}
	if bytes.Equal(raw[:4], messenger.abi.Errors["NotDelivering"].ID.Bytes()[:4]) {
		return messenger.UnpackNotDeliveringError(raw[4:])
	}
	if bytes.Equal(raw[:4], messenger.abi.Errors["NotEnoughGas"].ID.Bytes()[:4]) {
		return messenger.UnpackNotEnoughGasError(raw[4:])
	}
	if bytes.Equal(raw[:4], messenger.abi.Errors["NotFailed"].ID.Bytes()[:4]) {
		return messenger.UnpackNotFailedError(raw[4:])
	}
	if bytes.Equal(raw[:4], messenger.abi.Errors["NotPaused"].ID.Bytes()[:4]) {
		return messenger.UnpackNotPausedError(raw[4:])
	}
	if bytes.Equal(raw[:4], messenger.abi.Errors["NotRelayer"].ID.Bytes()[:4]) {
		return messenger.UnpackNotRelayerError(raw[4:])
	}
	if bytes.Equal(raw[:4], messenger.abi.Errors["NotSentMessage"].ID.Bytes()[:4]) {
		return messenger.UnpackNotSentMessageError(raw[4:])
	}
	if bytes.Equal(raw[:4], messenger.abi.Errors["OnlyGuardian"].ID.Bytes()[:4]) {
		return messenger.UnpackOnlyGuardianError(raw[4:])
	}
	if bytes.Equal(raw[:4], messenger.abi.Errors["OnlyRegistrar"].ID.Bytes()[:4]) {
		return messenger.UnpackOnlyRegistrarError(raw[4:])
	}
	if bytes.Equal(raw[:4], messenger.abi.Errors["OwnChain"].ID.Bytes()[:4]) {
		return messenger.UnpackOwnChainError(raw[4:])
	}
	if bytes.Equal(raw[:4], messenger.abi.Errors["PeerAlreadyOpen"].ID.Bytes()[:4]) {
		return messenger.UnpackPeerAlreadyOpenError(raw[4:])
	}
	if bytes.Equal(raw[:4], messenger.abi.Errors["PeerNotOpen"].ID.Bytes()[:4]) {
		return messenger.UnpackPeerNotOpenError(raw[4:])
	}
	if bytes.Equal(raw[:4], messenger.abi.Errors["ReservedTarget"].ID.Bytes()[:4]) {
		return messenger.UnpackReservedTargetError(raw[4:])
	}
	if bytes.Equal(raw[:4], messenger.abi.Errors["UnpauseNotDue"].ID.Bytes()[:4]) {
		return messenger.UnpackUnpauseNotDueError(raw[4:])
	}
	if bytes.Equal(raw[:4], messenger.abi.Errors["ValueNotAccepted"].ID.Bytes()[:4]) {
		return messenger.UnpackValueNotAcceptedError(raw[4:])
	}
	if bytes.Equal(raw[:4], messenger.abi.Errors["WrongDestination"].ID.Bytes()[:4]) {
		return messenger.UnpackWrongDestinationError(raw[4:])
	}
	if bytes.Equal(raw[:4], messenger.abi.Errors["WrongGeneration"].ID.Bytes()[:4]) {
		return messenger.UnpackWrongGenerationError(raw[4:])
	}
	if bytes.Equal(raw[:4], messenger.abi.Errors["WrongNonce"].ID.Bytes()[:4]) {
		return messenger.UnpackWrongNonceError(raw[4:])
	}
	if bytes.Equal(raw[:4], messenger.abi.Errors["WrongOrigin"].ID.Bytes()[:4]) {
		return messenger.UnpackWrongOriginError(raw[4:])
	}
	if bytes.Equal(raw[:4], messenger.abi.Errors["ZeroAddress"].ID.Bytes()[:4]) {
		return messenger.UnpackZeroAddressError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// MessengerAlreadyDelivering represents a AlreadyDelivering error raised by the Messenger contract.
type MessengerAlreadyDelivering struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AlreadyDelivering()
func MessengerAlreadyDeliveringErrorID() common.Hash {
	return common.HexToHash("0x2a04c2a75a4272b80e271ea20aec9b3a02fe37e09095de2a51681a91c99d5469")
}

// UnpackAlreadyDeliveringError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AlreadyDelivering()
func (messenger *Messenger) UnpackAlreadyDeliveringError(raw []byte) (*MessengerAlreadyDelivering, error) {
	out := new(MessengerAlreadyDelivering)
	if err := messenger.abi.UnpackIntoInterface(out, "AlreadyDelivering", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MessengerDepthOutOfRange represents a DepthOutOfRange error raised by the Messenger contract.
type MessengerDepthOutOfRange struct {
	Depth *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error DepthOutOfRange(uint256 depth)
func MessengerDepthOutOfRangeErrorID() common.Hash {
	return common.HexToHash("0xd8f769250b1fac1d966ec37078ea4b0207b2337f88de3ff3e5be856e00ae3dc2")
}

// UnpackDepthOutOfRangeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error DepthOutOfRange(uint256 depth)
func (messenger *Messenger) UnpackDepthOutOfRangeError(raw []byte) (*MessengerDepthOutOfRange, error) {
	out := new(MessengerDepthOutOfRange)
	if err := messenger.abi.UnpackIntoInterface(out, "DepthOutOfRange", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MessengerMessageTooLong represents a MessageTooLong error raised by the Messenger contract.
type MessengerMessageTooLong struct {
	Length *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error MessageTooLong(uint256 length)
func MessengerMessageTooLongErrorID() common.Hash {
	return common.HexToHash("0xc7a8ea445d9a89ace1cf52b29a0f32ca8758876f5000cc2cdee6d940e069e3c0")
}

// UnpackMessageTooLongError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error MessageTooLong(uint256 length)
func (messenger *Messenger) UnpackMessageTooLongError(raw []byte) (*MessengerMessageTooLong, error) {
	out := new(MessengerMessageTooLong)
	if err := messenger.abi.UnpackIntoInterface(out, "MessageTooLong", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MessengerMessengerPaused represents a MessengerPaused error raised by the Messenger contract.
type MessengerMessengerPaused struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error MessengerPaused()
func MessengerMessengerPausedErrorID() common.Hash {
	return common.HexToHash("0x9307feedacdcf6330456fb71bc3f4261e0288a6cad77f6f6347b2c79722aa930")
}

// UnpackMessengerPausedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error MessengerPaused()
func (messenger *Messenger) UnpackMessengerPausedError(raw []byte) (*MessengerMessengerPaused, error) {
	out := new(MessengerMessengerPaused)
	if err := messenger.abi.UnpackIntoInterface(out, "MessengerPaused", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MessengerNotDelivering represents a NotDelivering error raised by the Messenger contract.
type MessengerNotDelivering struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotDelivering()
func MessengerNotDeliveringErrorID() common.Hash {
	return common.HexToHash("0x824f5f2990956df54e65c43e873d72cc198f91b6ab2362d6b1dce8c9f593df29")
}

// UnpackNotDeliveringError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotDelivering()
func (messenger *Messenger) UnpackNotDeliveringError(raw []byte) (*MessengerNotDelivering, error) {
	out := new(MessengerNotDelivering)
	if err := messenger.abi.UnpackIntoInterface(out, "NotDelivering", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MessengerNotEnoughGas represents a NotEnoughGas error raised by the Messenger contract.
type MessengerNotEnoughGas struct {
	Available *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotEnoughGas(uint256 available)
func MessengerNotEnoughGasErrorID() common.Hash {
	return common.HexToHash("0x5e31f860f933797f506b70790a3e92ae2d52bb6c7661986960a232925cc0b275")
}

// UnpackNotEnoughGasError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotEnoughGas(uint256 available)
func (messenger *Messenger) UnpackNotEnoughGasError(raw []byte) (*MessengerNotEnoughGas, error) {
	out := new(MessengerNotEnoughGas)
	if err := messenger.abi.UnpackIntoInterface(out, "NotEnoughGas", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MessengerNotFailed represents a NotFailed error raised by the Messenger contract.
type MessengerNotFailed struct {
	MessageHash [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotFailed(bytes32 messageHash)
func MessengerNotFailedErrorID() common.Hash {
	return common.HexToHash("0xbc0998e21f727923cfd5d002397d9374fe868ebd376afc850aabc5b706025426")
}

// UnpackNotFailedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotFailed(bytes32 messageHash)
func (messenger *Messenger) UnpackNotFailedError(raw []byte) (*MessengerNotFailed, error) {
	out := new(MessengerNotFailed)
	if err := messenger.abi.UnpackIntoInterface(out, "NotFailed", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MessengerNotPaused represents a NotPaused error raised by the Messenger contract.
type MessengerNotPaused struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotPaused()
func MessengerNotPausedErrorID() common.Hash {
	return common.HexToHash("0x6cd602013233635730773e15e89b8a778034d859147e8f706bcd1aa42e228e06")
}

// UnpackNotPausedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotPaused()
func (messenger *Messenger) UnpackNotPausedError(raw []byte) (*MessengerNotPaused, error) {
	out := new(MessengerNotPaused)
	if err := messenger.abi.UnpackIntoInterface(out, "NotPaused", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MessengerNotRelayer represents a NotRelayer error raised by the Messenger contract.
type MessengerNotRelayer struct {
	Account common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotRelayer(address account)
func MessengerNotRelayerErrorID() common.Hash {
	return common.HexToHash("0x366b2e5a6ef7a1142bf5af5b5b0034d25a76775bdac9ac62ed19327043788dac")
}

// UnpackNotRelayerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotRelayer(address account)
func (messenger *Messenger) UnpackNotRelayerError(raw []byte) (*MessengerNotRelayer, error) {
	out := new(MessengerNotRelayer)
	if err := messenger.abi.UnpackIntoInterface(out, "NotRelayer", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MessengerNotSentMessage represents a NotSentMessage error raised by the Messenger contract.
type MessengerNotSentMessage struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotSentMessage()
func MessengerNotSentMessageErrorID() common.Hash {
	return common.HexToHash("0xfa815bf40cd44516234f1dd8d08ab6a243e2c8a7e3e9ac7ea683db940bdee943")
}

// UnpackNotSentMessageError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotSentMessage()
func (messenger *Messenger) UnpackNotSentMessageError(raw []byte) (*MessengerNotSentMessage, error) {
	out := new(MessengerNotSentMessage)
	if err := messenger.abi.UnpackIntoInterface(out, "NotSentMessage", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MessengerOnlyGuardian represents a OnlyGuardian error raised by the Messenger contract.
type MessengerOnlyGuardian struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OnlyGuardian()
func MessengerOnlyGuardianErrorID() common.Hash {
	return common.HexToHash("0xcae1d956fce46b39a94fa1fa27cf1dd41aa6ef9cbe9a5ae131b59548a949bea0")
}

// UnpackOnlyGuardianError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OnlyGuardian()
func (messenger *Messenger) UnpackOnlyGuardianError(raw []byte) (*MessengerOnlyGuardian, error) {
	out := new(MessengerOnlyGuardian)
	if err := messenger.abi.UnpackIntoInterface(out, "OnlyGuardian", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MessengerOnlyRegistrar represents a OnlyRegistrar error raised by the Messenger contract.
type MessengerOnlyRegistrar struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OnlyRegistrar()
func MessengerOnlyRegistrarErrorID() common.Hash {
	return common.HexToHash("0x2fed761fab20311904a9a85c235aef996c314f2fd95f1de272dcca2de3ef2712")
}

// UnpackOnlyRegistrarError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OnlyRegistrar()
func (messenger *Messenger) UnpackOnlyRegistrarError(raw []byte) (*MessengerOnlyRegistrar, error) {
	out := new(MessengerOnlyRegistrar)
	if err := messenger.abi.UnpackIntoInterface(out, "OnlyRegistrar", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MessengerOwnChain represents a OwnChain error raised by the Messenger contract.
type MessengerOwnChain struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OwnChain()
func MessengerOwnChainErrorID() common.Hash {
	return common.HexToHash("0xbb23a409e135a728157c361862394643f5a73396427361a13f09709e25dbe8b3")
}

// UnpackOwnChainError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OwnChain()
func (messenger *Messenger) UnpackOwnChainError(raw []byte) (*MessengerOwnChain, error) {
	out := new(MessengerOwnChain)
	if err := messenger.abi.UnpackIntoInterface(out, "OwnChain", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MessengerPeerAlreadyOpen represents a PeerAlreadyOpen error raised by the Messenger contract.
type MessengerPeerAlreadyOpen struct {
	Peer *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error PeerAlreadyOpen(uint256 peer)
func MessengerPeerAlreadyOpenErrorID() common.Hash {
	return common.HexToHash("0xe721696460a338698b5fc8445a3dd2217e7679636f1d468378db0b7a4f41258d")
}

// UnpackPeerAlreadyOpenError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error PeerAlreadyOpen(uint256 peer)
func (messenger *Messenger) UnpackPeerAlreadyOpenError(raw []byte) (*MessengerPeerAlreadyOpen, error) {
	out := new(MessengerPeerAlreadyOpen)
	if err := messenger.abi.UnpackIntoInterface(out, "PeerAlreadyOpen", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MessengerPeerNotOpen represents a PeerNotOpen error raised by the Messenger contract.
type MessengerPeerNotOpen struct {
	Peer *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error PeerNotOpen(uint256 peer)
func MessengerPeerNotOpenErrorID() common.Hash {
	return common.HexToHash("0x2ec6dbe20d792023569f7f632e60a951f34e38c8b92d4154c4fc0a77826aa46d")
}

// UnpackPeerNotOpenError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error PeerNotOpen(uint256 peer)
func (messenger *Messenger) UnpackPeerNotOpenError(raw []byte) (*MessengerPeerNotOpen, error) {
	out := new(MessengerPeerNotOpen)
	if err := messenger.abi.UnpackIntoInterface(out, "PeerNotOpen", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MessengerReservedTarget represents a ReservedTarget error raised by the Messenger contract.
type MessengerReservedTarget struct {
	Target common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ReservedTarget(address target)
func MessengerReservedTargetErrorID() common.Hash {
	return common.HexToHash("0x2a11b3624bcd552ff2f07bb94ed7c29ae3c54993329674ef2ded771bf9087827")
}

// UnpackReservedTargetError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ReservedTarget(address target)
func (messenger *Messenger) UnpackReservedTargetError(raw []byte) (*MessengerReservedTarget, error) {
	out := new(MessengerReservedTarget)
	if err := messenger.abi.UnpackIntoInterface(out, "ReservedTarget", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MessengerUnpauseNotDue represents a UnpauseNotDue error raised by the Messenger contract.
type MessengerUnpauseNotDue struct {
	Time *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error UnpauseNotDue(uint256 time)
func MessengerUnpauseNotDueErrorID() common.Hash {
	return common.HexToHash("0xe7e72bd4c2ab734316d732a972d604392393e32bc28ddf5bdd14a27150dbb278")
}

// UnpackUnpauseNotDueError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error UnpauseNotDue(uint256 time)
func (messenger *Messenger) UnpackUnpauseNotDueError(raw []byte) (*MessengerUnpauseNotDue, error) {
	out := new(MessengerUnpauseNotDue)
	if err := messenger.abi.UnpackIntoInterface(out, "UnpauseNotDue", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MessengerValueNotAccepted represents a ValueNotAccepted error raised by the Messenger contract.
type MessengerValueNotAccepted struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ValueNotAccepted()
func MessengerValueNotAcceptedErrorID() common.Hash {
	return common.HexToHash("0x0d7b65adf4ed309527dd0e1944e1acc38a28edd1e9b5db22ab8bf09d3c0a64b1")
}

// UnpackValueNotAcceptedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ValueNotAccepted()
func (messenger *Messenger) UnpackValueNotAcceptedError(raw []byte) (*MessengerValueNotAccepted, error) {
	out := new(MessengerValueNotAccepted)
	if err := messenger.abi.UnpackIntoInterface(out, "ValueNotAccepted", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MessengerWrongDestination represents a WrongDestination error raised by the Messenger contract.
type MessengerWrongDestination struct {
	Destination *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongDestination(uint256 destination)
func MessengerWrongDestinationErrorID() common.Hash {
	return common.HexToHash("0xa0e21756acad8f958a34774a365cb30920ce8843f773a29cbe6bcc1b9b7aa133")
}

// UnpackWrongDestinationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongDestination(uint256 destination)
func (messenger *Messenger) UnpackWrongDestinationError(raw []byte) (*MessengerWrongDestination, error) {
	out := new(MessengerWrongDestination)
	if err := messenger.abi.UnpackIntoInterface(out, "WrongDestination", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MessengerWrongGeneration represents a WrongGeneration error raised by the Messenger contract.
type MessengerWrongGeneration struct {
	Expected *big.Int
	Given    *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongGeneration(uint256 expected, uint256 given)
func MessengerWrongGenerationErrorID() common.Hash {
	return common.HexToHash("0x6ade2f396425bb2597fef34c7310a345e32011de9f1af7bbbdddd517156f74c8")
}

// UnpackWrongGenerationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongGeneration(uint256 expected, uint256 given)
func (messenger *Messenger) UnpackWrongGenerationError(raw []byte) (*MessengerWrongGeneration, error) {
	out := new(MessengerWrongGeneration)
	if err := messenger.abi.UnpackIntoInterface(out, "WrongGeneration", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MessengerWrongNonce represents a WrongNonce error raised by the Messenger contract.
type MessengerWrongNonce struct {
	Expected *big.Int
	Given    *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongNonce(uint256 expected, uint256 given)
func MessengerWrongNonceErrorID() common.Hash {
	return common.HexToHash("0xa3c996d39e136a99a9c8994f2a66d9c727ac828dee12b8843f666d059ccb7e09")
}

// UnpackWrongNonceError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongNonce(uint256 expected, uint256 given)
func (messenger *Messenger) UnpackWrongNonceError(raw []byte) (*MessengerWrongNonce, error) {
	out := new(MessengerWrongNonce)
	if err := messenger.abi.UnpackIntoInterface(out, "WrongNonce", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MessengerWrongOrigin represents a WrongOrigin error raised by the Messenger contract.
type MessengerWrongOrigin struct {
	Origin common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongOrigin(address origin)
func MessengerWrongOriginErrorID() common.Hash {
	return common.HexToHash("0x453220876e4d9c4239d63f90b7835e6ad31e63eaf4e904e3a56ef3e098b9fa47")
}

// UnpackWrongOriginError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongOrigin(address origin)
func (messenger *Messenger) UnpackWrongOriginError(raw []byte) (*MessengerWrongOrigin, error) {
	out := new(MessengerWrongOrigin)
	if err := messenger.abi.UnpackIntoInterface(out, "WrongOrigin", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// MessengerZeroAddress represents a ZeroAddress error raised by the Messenger contract.
type MessengerZeroAddress struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ZeroAddress()
func MessengerZeroAddressErrorID() common.Hash {
	return common.HexToHash("0xd92e233df2717d4a40030e20904abd27b68fcbeede117eaaccbbdac9618c8c73")
}

// UnpackZeroAddressError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ZeroAddress()
func (messenger *Messenger) UnpackZeroAddressError(raw []byte) (*MessengerZeroAddress, error) {
	out := new(MessengerZeroAddress)
	if err := messenger.abi.UnpackIntoInterface(out, "ZeroAddress", raw); err != nil {
		return nil, err
	}
	return out, nil
}
