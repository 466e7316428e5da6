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

// BatchesAccepted is an auto generated low-level Go binding around an user-defined struct.
type BatchesAccepted struct {
	BatchHash     [32]byte
	Root          [32]byte
	LastTimestamp *big.Int
	SubmittedAt   *big.Int
	ProvenBy      common.Address
}

// ClaimsBatch is an auto generated low-level Go binding around an user-defined struct.
type ClaimsBatch struct {
	Number         uint64
	Parent         [32]byte
	FirstTimestamp uint64
	LastTimestamp  uint64
	Chains         []ClaimsChainRange
	BurnRoot       [32]byte
	MintRoot       [32]byte
	PairsHash      [32]byte
}

// ClaimsChainRange is an auto generated low-level Go binding around an user-defined struct.
type ClaimsChainRange struct {
	ChainId       *big.Int
	FirstBlock    uint64
	LastBlock     uint64
	LastBlockHash [32]byte
	StateRoot     [32]byte
}

// DependencySetMember is an auto generated low-level Go binding around an user-defined struct.
type DependencySetMember struct {
	ChainId    uint64
	StartBlock uint64
}

// DependencySetPair is an auto generated low-level Go binding around an user-defined struct.
type DependencySetPair struct {
	Source      uint64
	Destination uint64
	Generation  uint64
	Open        bool
}

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

// BatchesMetaData contains all meta data concerning the Batches contract.
var BatchesMetaData = bind.MetaData{
	ABI: "[{\"type\":\"constructor\",\"inputs\":[{\"name\":\"governor_\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"guardian_\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"blockHashes_\",\"type\":\"address\",\"internalType\":\"contractBlockHashSource\"},{\"name\":\"window_\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"MAX_CHAINS\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"MAX_PAIRS\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"MAX_SIGNERS\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"UNPAUSE_DELAY\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"announce\",\"inputs\":[{\"name\":\"fromBatch\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"members\",\"type\":\"tuple[]\",\"internalType\":\"structDependencySet.Member[]\",\"components\":[{\"name\":\"chainId\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"startBlock\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"name\":\"pairs\",\"type\":\"tuple[]\",\"internalType\":\"structDependencySet.Pair[]\",\"components\":[{\"name\":\"source\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"destination\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"generation\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"open\",\"type\":\"bool\",\"internalType\":\"bool\"}]}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"announceUnpause\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"batchAt\",\"inputs\":[{\"name\":\"number\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"outputs\":[{\"name\":\"\",\"type\":\"tuple\",\"internalType\":\"structBatches.Accepted\",\"components\":[{\"name\":\"batchHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"root\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"lastTimestamp\",\"type\":\"uint48\",\"internalType\":\"uint48\"},{\"name\":\"submittedAt\",\"type\":\"uint48\",\"internalType\":\"uint48\"},{\"name\":\"provenBy\",\"type\":\"address\",\"internalType\":\"address\"}]}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"blockHashes\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"contractBlockHashSource\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"bond\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"chainHead\",\"inputs\":[{\"name\":\"chainId\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"chainsOf\",\"inputs\":[{\"name\":\"version\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"\",\"type\":\"tuple[]\",\"internalType\":\"structDependencySet.Member[]\",\"components\":[{\"name\":\"chainId\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"startBlock\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"challenges\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"codeHashOf\",\"inputs\":[{\"name\":\"chainId\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"deploymentId\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"domainSeparator\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"eip712Domain\",\"inputs\":[],\"outputs\":[{\"name\":\"fields\",\"type\":\"bytes1\",\"internalType\":\"bytes1\"},{\"name\":\"name\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"version\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"chainId\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"verifyingContract\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"salt\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"extensions\",\"type\":\"uint256[]\",\"internalType\":\"uint256[]\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"epoch\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"finalBatch\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"finalize\",\"inputs\":[{\"name\":\"batch\",\"type\":\"tuple\",\"internalType\":\"structClaims.Batch\",\"components\":[{\"name\":\"number\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"parent\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"firstTimestamp\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"lastTimestamp\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"chains\",\"type\":\"tuple[]\",\"internalType\":\"structClaims.ChainRange[]\",\"components\":[{\"name\":\"chainId\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"firstBlock\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"lastBlock\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"lastBlockHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"stateRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"name\":\"burnRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"mintRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"pairsHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"governor\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"guardian\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"hashOf\",\"inputs\":[{\"name\":\"batch\",\"type\":\"tuple\",\"internalType\":\"structClaims.Batch\",\"components\":[{\"name\":\"number\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"parent\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"firstTimestamp\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"lastTimestamp\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"chains\",\"type\":\"tuple[]\",\"internalType\":\"structClaims.ChainRange[]\",\"components\":[{\"name\":\"chainId\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"firstBlock\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"lastBlock\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"lastBlockHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"stateRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"name\":\"burnRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"mintRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"pairsHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"pure\"},{\"type\":\"function\",\"name\":\"isSigner\",\"inputs\":[{\"name\":\"epoch\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"latestBatch\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"markProven\",\"inputs\":[{\"name\":\"number\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"by\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"nameContract\",\"inputs\":[{\"name\":\"chainId\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"codeHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"pairAt\",\"inputs\":[{\"name\":\"version\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"index\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"\",\"type\":\"tuple\",\"internalType\":\"structDependencySet.Pair\",\"components\":[{\"name\":\"source\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"destination\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"generation\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"open\",\"type\":\"bool\",\"internalType\":\"bool\"}]}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"pairCountOf\",\"inputs\":[{\"name\":\"version\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"pairsOf\",\"inputs\":[{\"name\":\"version\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"\",\"type\":\"tuple[]\",\"internalType\":\"structDependencySet.Pair[]\",\"components\":[{\"name\":\"source\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"destination\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"generation\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"open\",\"type\":\"bool\",\"internalType\":\"bool\"}]}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"pause\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"paused\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"prover\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"quorum\",\"inputs\":[{\"name\":\"epoch\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"registerChain\",\"inputs\":[{\"name\":\"chainId\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"rootStore\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"codeHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"retract\",\"inputs\":[{\"name\":\"batch\",\"type\":\"tuple\",\"internalType\":\"structClaims.Batch\",\"components\":[{\"name\":\"number\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"parent\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"firstTimestamp\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"lastTimestamp\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"chains\",\"type\":\"tuple[]\",\"internalType\":\"structClaims.ChainRange[]\",\"components\":[{\"name\":\"chainId\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"firstBlock\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"lastBlock\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"lastBlockHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"stateRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"name\":\"burnRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"mintRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"pairsHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"name\":\"epoch_\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"signatures\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"retractionDigest\",\"inputs\":[{\"name\":\"epoch_\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"batchHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"rootStoreOf\",\"inputs\":[{\"name\":\"chainId\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"setSigners\",\"inputs\":[{\"name\":\"signers\",\"type\":\"address[]\",\"internalType\":\"address[]\"},{\"name\":\"quorum_\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"setSuite\",\"inputs\":[{\"name\":\"prover_\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"challenges_\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"bond_\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"status\",\"inputs\":[{\"name\":\"number\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint8\",\"internalType\":\"enumBatches.Status\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"submitBatch\",\"inputs\":[{\"name\":\"batch\",\"type\":\"tuple\",\"internalType\":\"structClaims.Batch\",\"components\":[{\"name\":\"number\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"parent\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"firstTimestamp\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"lastTimestamp\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"chains\",\"type\":\"tuple[]\",\"internalType\":\"structClaims.ChainRange[]\",\"components\":[{\"name\":\"chainId\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"firstBlock\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"lastBlock\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"lastBlockHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"stateRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"name\":\"burnRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"mintRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"pairsHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"name\":\"epoch_\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"signatures\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"unpause\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"unpauseTime\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"verifyBatchRoot\",\"inputs\":[{\"name\":\"batch\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"root\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"verifyMessage\",\"inputs\":[{\"name\":\"batch\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"leaf\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"proof\",\"type\":\"tuple\",\"internalType\":\"structMessageProof\",\"components\":[{\"name\":\"source\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"destination\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"generation\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"count\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"pairRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"leafIndex\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"siblings\",\"type\":\"bytes32[]\",\"internalType\":\"bytes32[]\"},{\"name\":\"pairIndex\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"pairCount\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"pairSiblings\",\"type\":\"bytes32[]\",\"internalType\":\"bytes32[]\"}]}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"versionAt\",\"inputs\":[{\"name\":\"batch\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"outputs\":[{\"name\":\"version\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"voidBatch\",\"inputs\":[{\"name\":\"batch\",\"type\":\"tuple\",\"internalType\":\"structClaims.Batch\",\"components\":[{\"name\":\"number\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"parent\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"firstTimestamp\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"lastTimestamp\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"chains\",\"type\":\"tuple[]\",\"internalType\":\"structClaims.ChainRange[]\",\"components\":[{\"name\":\"chainId\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"firstBlock\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"lastBlock\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"lastBlockHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"stateRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"name\":\"burnRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"mintRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"pairsHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"voided\",\"inputs\":[{\"name\":\"batchHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"voteDigest\",\"inputs\":[{\"name\":\"epoch_\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"batchHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"window\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"event\",\"name\":\"BatchFinal\",\"inputs\":[{\"name\":\"number\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"batchHash\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"BatchProven\",\"inputs\":[{\"name\":\"number\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"batchHash\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"by\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"BatchSubmitted\",\"inputs\":[{\"name\":\"number\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"batchHash\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"root\",\"type\":\"bytes32\",\"indexed\":false,\"internalType\":\"bytes32\"},{\"name\":\"lastTimestamp\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"BatchVoided\",\"inputs\":[{\"name\":\"number\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"batchHash\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"retracted\",\"type\":\"bool\",\"indexed\":false,\"internalType\":\"bool\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"ChainRegistered\",\"inputs\":[{\"name\":\"chainId\",\"type\":\"uint256\",\"indexed\":true,\"internalType\":\"uint256\"},{\"name\":\"rootStore\",\"type\":\"address\",\"indexed\":false,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"ContractNamed\",\"inputs\":[{\"name\":\"chainId\",\"type\":\"uint256\",\"indexed\":true,\"internalType\":\"uint256\"},{\"name\":\"account\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"codeHash\",\"type\":\"bytes32\",\"indexed\":false,\"internalType\":\"bytes32\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"EIP712DomainChanged\",\"inputs\":[],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Paused\",\"inputs\":[],\"anonymous\":false},{\"type\":\"event\",\"name\":\"SignersSet\",\"inputs\":[{\"name\":\"epoch\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"signers\",\"type\":\"address[]\",\"indexed\":false,\"internalType\":\"address[]\"},{\"name\":\"quorum\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"SuiteSet\",\"inputs\":[{\"name\":\"prover\",\"type\":\"address\",\"indexed\":false,\"internalType\":\"address\"},{\"name\":\"challenges\",\"type\":\"address\",\"indexed\":false,\"internalType\":\"address\"},{\"name\":\"bond\",\"type\":\"address\",\"indexed\":false,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"UnpauseAnnounced\",\"inputs\":[{\"name\":\"time\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Unpaused\",\"inputs\":[],\"anonymous\":false},{\"type\":\"event\",\"name\":\"VersionAnnounced\",\"inputs\":[{\"name\":\"version\",\"type\":\"uint256\",\"indexed\":true,\"internalType\":\"uint256\"},{\"name\":\"fromBatch\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"}],\"anonymous\":false},{\"type\":\"error\",\"name\":\"AlreadyFinal\",\"inputs\":[{\"name\":\"number\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"AlreadyProven\",\"inputs\":[{\"name\":\"number\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"AlreadyRegistered\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"BadChains\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"BadGeneration\",\"inputs\":[{\"name\":\"index\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"BadPairs\",\"inputs\":[{\"name\":\"index\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"BadSigners\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"BatchIsVoid\",\"inputs\":[{\"name\":\"batchHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"BatchTaken\",\"inputs\":[{\"name\":\"fromBatch\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"BatchesPaused\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"BlockNotFinal\",\"inputs\":[{\"name\":\"chainId\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"DemandOpen\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"ECDSAInvalidSignature\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"ECDSAInvalidSignatureLength\",\"inputs\":[{\"name\":\"length\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"ECDSAInvalidSignatureS\",\"inputs\":[{\"name\":\"s\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"InvalidShortString\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NoQuorum\",\"inputs\":[{\"name\":\"needed\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"given\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"NoVersion\",\"inputs\":[{\"name\":\"batch\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"NotCovered\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NotPaused\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NotRegistered\",\"inputs\":[{\"name\":\"chainId\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"OnlyGovernor\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"OnlyGuardian\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"OnlySuite\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"PairMissing\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"RootMissing\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"RootsDiffer\",\"inputs\":[{\"name\":\"burnRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"mintRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"StringTooLong\",\"inputs\":[{\"name\":\"str\",\"type\":\"string\",\"internalType\":\"string\"}]},{\"type\":\"error\",\"name\":\"SuiteAlreadySet\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"SuiteNotSet\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"UnknownBatch\",\"inputs\":[{\"name\":\"number\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"UnpauseNotDue\",\"inputs\":[{\"name\":\"time\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"WindowOpen\",\"inputs\":[{\"name\":\"until\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"WrongChains\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"WrongEpoch\",\"inputs\":[{\"name\":\"expected\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"given\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"WrongNumber\",\"inputs\":[{\"name\":\"expected\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"given\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"WrongParent\",\"inputs\":[{\"name\":\"expected\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"given\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"WrongRange\",\"inputs\":[{\"name\":\"chainId\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"expectedFirstBlock\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"WrongSigner\",\"inputs\":[{\"name\":\"recovered\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"WrongTimestamps\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"ZeroAddress\",\"inputs\":[]}]",
	ID:  "Batches",
	Bin: "0x6101e080604052346102305760808161437e80380380916100208285610234565b833981010312610230576100338161026b565b906100406020820161026b565b6040820151916001600160a01b0383168303610230576060015192604051610069604082610234565b600a815260208101906939b9b2b8bab2b731b2b960b11b825260405193610091604086610234565b60018552603160f81b60208601908152936001600160a01b03811615801561021f575b6102105760805260a0526100c78161027f565b610160526100d48461027f565b6101805251902091826101205251902080610140524660e0526040519060208201927f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f8452604083015260608201524660808201523060a082015260a0815261013e60c082610234565b51902060c05230610100526101c0526101a05260405161409390816102eb82396080518181816104fc0152818161072f01528181611406015281816116d4015281816127430152612da2015260a051818181611ab301528181611cdf015281816125fa0152612638015260c05181613d24015260e05181613ddb01526101005181613cf501526101205181613d7301526101405181613d9901526101605181611bc901526101805181611bf201526101a0518181816125b80152612cac01526101c0518181816111620152612b050152f35b63d92e233d60e01b5f5260045ffd5b506001600160a01b038216156100b4565b5f80fd5b601f909101601f19168101906001600160401b0382119082101761025757604052565b634e487b7160e01b5f52604160045260245ffd5b51906001600160a01b038216820361023057565b601f8151116102aa57602081519101516020821061029b571790565b5f198260200360031b1b161790565b604460209160405192839163305a27a960e01b83528160048401528051918291826024860152018484015e5f828201840152601f01601f19168101030190fdfe60806040526004361015610011575f80fd5b5f3560e01c806304854f5014612e1357806309af4fe614612ded5780630bb31ab714612dc65780630c340a2414612d835780631859835114612aa557806318c06fcd146128e85780631aa6bbf41461288e57806320bff8931461285a578063278b68821461272a57806332a8f30f146127045780633f4ba83a1461261e578063452a9320146125db578063461645bf146125a15780634f5c5e0c14611eb957806359ecd65714611e9e5780635c975abb14611e7d57806361f22f8414611e2457806364c9ec6f14611dfe57806378ef2da214611d545780638456cb5914611cc557806384b0196e14611bb157806385482fbc14611a99578063872b1f8414611a81578063873406ed14611a5a5780638d6b3b6b14611a335780638e1339b31461199f5780638f2b81ff1461197c578063900cf0cf14611955578063996cf23314611939578063a1651fe21461190f578063a55d800b146118e0578063a5f1e322146118a9578063b436890414611670578063b7c36b3614611653578063b9142c7514611592578063c00c15f614611489578063c3d4bd40146113ec578063ca556580146113a7578063cb8322fa14611186578063cd1f82b914611143578063d2be06ed1461067f578063d2f131f614610656578063d3de7816146104b0578063d53a9cd614610391578063da097c4a1461035e578063db579a2614610325578063e16b1032146102e9578063ef44ef9f14610280578063f698da251461025e5763faf587771461023f575f80fd5b3461025a575f60031936011261025a57602060405160108152f35b5f80fd5b3461025a575f60031936011261025a576020610278613ceb565b604051908152f35b3461025a57604060031936011261025a57610299612eec565b60036102a4826132ee565b6102ad81612fed565b1490816102c2575b6020826040519015158152f35b67ffffffffffffffff9150165f52600f6020526020602435600160405f20015414906102b5565b3461025a575f60031936011261025a576020604051818101904682523060408201526040815261031a60608261313f565b519020604051908152f35b3461025a57602060031936011261025a5767ffffffffffffffff610347612eec565b165f526009602052602060405f2054604051908152f35b3461025a57602060031936011261025a576004355f52600260205260206001600160a01b0360405f205416604051908152f35b3461025a57604060031936011261025a576103aa612eec565b6103b2612fd7565b6001600160a01b03600b54163303610488576103cd82613c48565b60028101805460601c6104525780546bffffffffffffffffffffffff16606084901b7fffffffffffffffffffffffffffffffffffffffff0000000000000000000000001617905567ffffffffffffffff906001600160a01b039054921692167fec832b2bfb8db0d0a3d06dbc01cb9555b2817a766d45719df2743094bfb72e5b5f80a4005b67ffffffffffffffff847f75869329000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b7fea4e6682000000000000000000000000000000000000000000000000000000005f5260045ffd5b3461025a57606060031936011261025a576004356001600160a01b03811680910361025a576104dd612fd7565b604435916001600160a01b03831680930361025a576001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016330361062e57600b54926001600160a01b03841661060657811580156105f5575b80156105ed575b6105c5577fc70384decdf9443d65cd3232493ad64066ff1edda49a7d919b5eb964d6d30cee93827fffffffffffffffffffffffff00000000000000000000000000000000000000006001600160a01b036060968583600d541617600d5516928382600c541617600c551617600b5560405192835260208301526040820152a1005b7fd92e233d000000000000000000000000000000000000000000000000000000005f5260045ffd5b508015610544565b506001600160a01b0383161561053d565b7f2c31ce5b000000000000000000000000000000000000000000000000000000005f5260045ffd5b7fe0a8b920000000000000000000000000000000000000000000000000000000005f5260045ffd5b3461025a575f60031936011261025a57602067ffffffffffffffff5f5460081c16604051908152f35b3461025a57606060031936011261025a57610698612eec565b60243567ffffffffffffffff811161025a573660238201121561025a5780600401359067ffffffffffffffff821161025a576024810190602436918460061b01011161025a576044359067ffffffffffffffff821161025a573660238301121561025a5781600401359167ffffffffffffffff831161025a576024810190602436918560071b01011161025a576001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016330361062e576001549267ffffffffffffffff8061077381600d5460a01c16613245565b1696169586108015611110575b6110e45768010000000000000000841015610d27576001840194856001556107a7856130a2565b50938767ffffffffffffffff19865416178555600154821580156110da575b61100a57600186015f5b848110610ebd5750505050505f92600154906101008311610e8f576002019167ffffffffffffffff8216905f5b81811061095357505050505050811515908161089a575b50610872578110610845577faf43a6d0e9bb054eddbe704c42aa874c50e65201f5b79ad7f680d4d2768c7b905f80a3005b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b7f63a68e8e000000000000000000000000000000000000000000000000000000005f5260045ffd5b90505f198201828111610845576108b26002916130a2565b500180545f9291835b8281106108cd57505050141584610814565b6108e06108da828461337f565b50613394565b60608101511590811591610911575b506108fd575b6001016108bb565b93610909600191613cdd565b9490506108f5565b905061092767ffffffffffffffff825116613ebb565b9081610935575b50896108ef565b6020015161094d915067ffffffffffffffff16613ebb565b8961092e565b61095e818388613cc0565b9061096882613230565b91602081019267ffffffffffffffff8061098186613230565b169116148015610e73575b8015610e51575b610df65781151580610e22575b610df65767ffffffffffffffff6109b682613230565b165f52600560205260405f2067ffffffffffffffff6109d485613230565b165f5260205260405f2090604051916109ec83613123565b54604067ffffffffffffffff821680855260ff602086019367ffffffffffffffff81851c16855260801c1615948515928391015260408401948167ffffffffffffffff610a3888613230565b16149283610dd3575b505067ffffffffffffffff80610a5f610a5988613230565b93613245565b169116149081610dbf575b67ffffffffffffffff610a7c86613230565b1615918215610da4575b5050610d78575167ffffffffffffffff168015159081610d64575b50610d54575b610ab082613230565b906060810191610abf83613cd0565b67ffffffffffffffff60405192610ad584613123565b168252610b7867ffffffffffffffff602084018b815260408501931515845281610afe87613230565b165f52600560205260405f2082610b148c613230565b165f52602052818060405f209651161667ffffffffffffffff19865416178555511683907fffffffffffffffffffffffffffffffff0000000000000000ffffffffffffffff6fffffffffffffffff000000000000000083549260401b169116179055565b5181547fffffffffffffffffffffffffffffff00ffffffffffffffffffffffffffffffff1690151560801b70ff0000000000000000000000000000000016179055885468010000000000000000811015610d2757806001610bdc92018b558a61337f565b939093610cfb57610c58610c1760019767ffffffffffffffff610c01610c5d96613230565b1667ffffffffffffffff19885416178755613230565b85547fffffffffffffffffffffffffffffffff0000000000000000ffffffffffffffff1660409190911b6fffffffffffffffff000000000000000016178555565b613230565b907fffffffffffffff000000000000000000ffffffffffffffffffffffffffffffff78ff000000000000000000000000000000000000000000000000610ce977ffffffffffffffff0000000000000000000000000000000086549560801b1693847fffffffffffffffff0000000000000000ffffffffffffffffffffffffffffffff8716178755613cd0565b151560c01b16921617179055016107fd565b7f4e487b71000000000000000000000000000000000000000000000000000000005f525f60045260245ffd5b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b98610d5e90613cdd565b98610aa7565b5f198901915088821161084557148e610aa1565b837f3754a4e5000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b9091508115610db7575b50158f80610a86565b90508f610dae565b9050610dcd60608401613cd0565b90610a6a565b919250610de3575b905f80610a41565b50610df060608401613cd0565b15610ddb565b507fc85c5472000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b50610e2c81613ede565b5f19830183811161084557610e45610e4a91878c613cc0565b613ede565b10156109a0565b50610e6d67ffffffffffffffff610e6785613230565b16613ebb565b15610993565b50610e8967ffffffffffffffff610e6783613230565b1561098c565b7fc85c5472000000000000000000000000000000000000000000000000000000005f5261010060045260245ffd5b610ec8818686613cb0565b90801515806110a3575b61100a5767ffffffffffffffff610ee883613230565b165f5260026020526001600160a01b0360405f205416156110655767ffffffffffffffff610f1583613230565b165f52600460205260405f2054158015611032575b602083019067ffffffffffffffff610f4183613230565b1615159015150361100a5767ffffffffffffffff610f5e84613230565b165f5260046020528460405f2055835468010000000000000000811015610d2757806001610f8f920186558561337f565b610cfb57610fc46110049267ffffffffffffffff610fae600197613230565b1667ffffffffffffffff19845416178355613230565b7fffffffffffffffffffffffffffffffff0000000000000000ffffffffffffffff6fffffffffffffffff000000000000000083549260401b169116179055565b016107d0565b7ff2d445ef000000000000000000000000000000000000000000000000000000005f5260045ffd5b5067ffffffffffffffff61104583613230565b165f52600460205260405f20545f19850190858211610845571415610f2a565b67ffffffffffffffff61107783613230565b7f05ce1197000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b506110ad82613230565b5f1982018281116108455767ffffffffffffffff6110d0610c5882938b8b613cb0565b1691161115610ed2565b50601083116107c6565b857f8dce2f5f000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b50831515801561078057505f1984018481116108455761113867ffffffffffffffff916130a2565b505416861115610780565b3461025a575f60031936011261025a5760206040516001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000168152f35b3461025a5761119436612f18565b6001600160a01b03600c54163303610488576111af81613531565b906111b981613230565b67ffffffffffffffff80600e54169116111561136957600282015460601c61132b576080810191905f5b6111ed848361328a565b90508110156112535780611218602061121260019461120c898861328a565b906132de565b01613230565b6112268261120c888761328a565b355f52601060205267ffffffffffffffff60405f20911667ffffffffffffffff19825416179055016111e3565b506112f09061126961126482613230565b61335f565b7fffffffff0000000000000000ffffffffffffffffffffffffffffffffffffffff7bffffffffffffffff0000000000000000000000000000000000000000600d549260a01b16911617600d5582545f52601160205260405f2060017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff00825416179055613230565b9054907f5b9019aec9351532f4d1d4ce56f979fbeb476072716a98042b56590ccbe50a23602067ffffffffffffffff604051935f85521692a3005b61133d67ffffffffffffffff91613230565b7f75869329000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b61137b67ffffffffffffffff91613230565b7fafb09421000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b3461025a57604060031936011261025a576113c0612fd7565b6004355f5260036020526001600160a01b0360405f2091165f52602052602060405f2054604051908152f35b3461025a576113fa36613024565b90916001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016330361062e5767ffffffffffffffff1691825f5260026020526001600160a01b0360405f2054161561145d5761145b9261396f565b005b827f05ce1197000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b3461025a57602060031936011261025a576004355f198101908111610845576114b36002916130a2565b50018054906114c182613180565b916114cf604051938461313f565b8083526020830180925f5260205f205f915b838310611575578486604051918291602083019060208452518091526040830191905f5b818110611513575050500390f35b91935091602060808261156760019488516060809167ffffffffffffffff815116845267ffffffffffffffff602082015116602085015267ffffffffffffffff604082015116604085015201511515910152565b019401910191849392611505565b60016020819261158485613394565b8152019201920191906114e1565b3461025a57602060031936011261025a5760a06115db6115b0612eec565b5f60806040516115bf816130eb565b8281528260208201528260408201528260608201520152613c48565b6001600160a01b03604051916115f0836130eb565b65ffffffffffff815493848152816002600185015494602084019586520154936040830190828616825260806060850194848860301c168652019560601c8652604051978852516020880152511660408601525116606084015251166080820152f35b3461025a575f60031936011261025a576020604051620151808152f35b3461025a57604060031936011261025a5760043567ffffffffffffffff811161025a573660238201121561025a57806004013567ffffffffffffffff811161025a576024820191602436918360051b01011161025a57602435916001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016330361062e57821580156118a0575b8015611896575b61186e576008549267ffffffffffffffff84169367ffffffffffffffff85146108455767ffffffffffffffff600167ffffffffffffffff1996011694859116176008555f5f905b8482106117e9575050835f5260096020528060405f205560405192806040850160408652526060840192905f905b8082106117b657867f80a5c7960f6a0acc0924eb723d6f064e3159bf8a3786198432e17cb05e6b92788780888860208301520390a2005b9091938435906001600160a01b038216820361025a57602080916001600160a01b0360019416815201950192019061177f565b6001600160a01b03806118056118008589896134cc565b6134dc565b92169116111561186e57600161181f6118008387876134cc565b91865f52600a60205260405f206001600160a01b0384165f5260205260405f20827fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff008254161790550190611751565b7f8f806202000000000000000000000000000000000000000000000000000000005f5260045ffd5b506040821161170a565b50818311611703565b3461025a57602060031936011261025a576004355f1981019081116108455760026118d56020926130a2565b500154604051908152f35b3461025a57602060031936011261025a576004355f526011602052602060ff60405f2054166040519015158152f35b3461025a575f60031936011261025a57602067ffffffffffffffff600d5460a01c16604051908152f35b3461025a575f60031936011261025a5760206040516101008152f35b3461025a575f60031936011261025a57602067ffffffffffffffff60085416604051908152f35b3461025a57602060031936011261025a57602061027861199a612eec565b613439565b3461025a57606060031936011261025a576119b8612eec565b6044359067ffffffffffffffff821161025a57610140600319833603011261025a576020916119e6826132ee565b6119ef81612fed565b15159182611a04575b50506040519015158152f35b611a2c925067ffffffffffffffff165f52600f8352600401602435600160405f200154613a48565b82806119f8565b3461025a575f60031936011261025a57602067ffffffffffffffff600e5416604051908152f35b3461025a57604060031936011261025a576020610278611a78612eec565b602435906133e6565b3461025a576020610278611a9436612f18565b613595565b3461025a575f60031936011261025a576001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000163303611b89575f5460ff811615611b6157620151804201804211610845577f9e4e8f56846e8633bee32381f47077b6e9685ecda18879fc9259a72d9c391c4f917fffffffffffffffffffffffffffffffffffffffffffffff0000000000000000ff68ffffffffffffffff0060209360081b16911617805f5567ffffffffffffffff6040519160081c168152a1005b7f6cd60201000000000000000000000000000000000000000000000000000000005f5260045ffd5b7fcae1d956000000000000000000000000000000000000000000000000000000005f5260045ffd5b3461025a575f60031936011261025a57611c69611bed7f0000000000000000000000000000000000000000000000000000000000000000613e01565b611c167f0000000000000000000000000000000000000000000000000000000000000000613e01565b6020611c7760405192611c29838561313f565b5f84525f3681376040519586957f0f00000000000000000000000000000000000000000000000000000000000000875260e08588015260e087019061305f565b90858203604087015261305f565b4660608501523060808501525f60a085015283810360c08501528180845192838152019301915f5b828110611cae57505050500390f35b835185528695509381019392810192600101611c9f565b3461025a575f60031936011261025a576001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000163303611b895760017fffffffffffffffffffffffffffffffffffffffffffffff0000000000000000005f5416175f557f9e87fac88ff661f02d44f95383c817fece4bce600a3dab7a54406878b965e7525f80a1005b3461025a57604060031936011261025a576004355f6060604051611d7781613107565b82815282602082015282604082015201525f19810190811161084557611db16108da611da46080936130a2565b506002602435910161337f565b611dfc60405180926060809167ffffffffffffffff815116845267ffffffffffffffff602082015116602085015267ffffffffffffffff604082015116604085015201511515910152565bf35b3461025a575f60031936011261025a5760206001600160a01b03600d5416604051908152f35b3461025a57602060031936011261025a576004355f52601060205267ffffffffffffffff60405f20541680155f14611e6d575060205f5b67ffffffffffffffff60405191168152f35b611e7860209161335f565b611e5b565b3461025a575f60031936011261025a57602060ff5f54166040519015158152f35b3461025a575f60031936011261025a57602060405160408152f35b3461025a57611ec736612f4c565b909160ff5f541661257957600d546001600160a01b0381168015612551576020600491604051928380927f137396e40000000000000000000000000000000000000000000000000000000082525afa908115612546575f91612517575b50156124ef5760a01c67ffffffffffffffff16611f4085613230565b67ffffffffffffffff80611f5384613245565b169116036124a7575f52600f60205260405f2060208501358154808203612479575050604085019067ffffffffffffffff65ffffffffffff6002611f9685613230565b930154169116119081159161244e575b50801561242a575b6124025760a084013580156123da5760c08501358082036123ab5750611fd661199a86613230565b5f19810190811161084557611fea906130a2565b509067ffffffffffffffff6001830192541692608087019461200c868961328a565b905084540361218c575f5b84548110156121b45761203361202d828761337f565b50613198565b6120418261120c8a8d61328a565b67ffffffffffffffff82511681350361218c578767ffffffffffffffff6120678d613230565b161480612175575b1561214d5767ffffffffffffffff806020840151165b8161209260208501613230565b91169116811480159061212f575b6120f557509067ffffffffffffffff6120c66120c160406001969501613230565b613245565b9151165f52601060205267ffffffffffffffff60405f20911667ffffffffffffffff1982541617905501612017565b67ffffffffffffffff8351167f67e4283f000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b508067ffffffffffffffff61214660408501613230565b16106120a0565b67ffffffffffffffff8251165f52601060205267ffffffffffffffff8060405f205416612085565b5067ffffffffffffffff602083015116151561206f565b7f8b7e6fcd000000000000000000000000000000000000000000000000000000005f5260045ffd5b50879350866121c285613595565b94855f52601160205260ff60405f20541661237f5761221860409367ffffffffffffffff93866122138a7fdb6e60ec5f5a428bc93e6d6d01e3311c66ed55b1e39eb861d9ccd215135d416d996133e6565b6137d4565b61222181613230565b7fffffffff0000000000000000ffffffffffffffffffffffffffffffffffffffff7bffffffffffffffff0000000000000000000000000000000000000000600d549260a01b16911617600d558161236f6123696060840193610c5865ffffffffffff61228c87613230565b166001600160a01b0389516122a0816130eb565b8d815260208101908d82528b810193845265ffffffffffff60026060830192824216845260808101945f86528c6122d68b613230565b165f52600f6020528f5f2091518255516001820155019451167fffffffffffffffffffffffffffffffffffffffff0000000000000000000000006bffffffffffff0000000000008654935160301b1692161717835551166bffffffffffffffffffffffff7fffffffffffffffffffffffffffffffffffffffff00000000000000000000000083549260601b169116179055565b92613230565b84519687521660208601521692a3005b857f7bacb184000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b907ff87485e1000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b7fdee98370000000000000000000000000000000000000000000000000000000005f5260045ffd5b7f73aa32b8000000000000000000000000000000000000000000000000000000005f5260045ffd5b5065ffffffffffff67ffffffffffffffff61244760608701613230565b1611611fae565b905067ffffffffffffffff8061246f61246960608901613230565b93613230565b1691161085611fa6565b7ff8bef082000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b8467ffffffffffffffff6124be6123698294613245565b917fbdbb1332000000000000000000000000000000000000000000000000000000005f52166004521660245260445ffd5b7fd85c1cd7000000000000000000000000000000000000000000000000000000005f5260045ffd5b612539915060203d60201161253f575b612531818361313f565b810190613265565b86611f24565b503d612527565b6040513d5f823e3d90fd5b7f3e93c3e9000000000000000000000000000000000000000000000000000000005f5260045ffd5b7f6b1aa76f000000000000000000000000000000000000000000000000000000005f5260045ffd5b3461025a575f60031936011261025a5760206040517f00000000000000000000000000000000000000000000000000000000000000008152f35b3461025a575f60031936011261025a5760206040516001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000168152f35b3461025a575f60031936011261025a576001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000163303611b89575f5460ff811615611b615767ffffffffffffffff8160081c1690811580156126fb575b6126cf577fffffffffffffffffffffffffffffffffffffffffffffff000000000000000000165f557fa45f47fdea8a1efdd9029a5691c7f759c32b7c698632b563573e155625d169335f80a1005b507fe7e72bd4000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b50814210612681565b3461025a575f60031936011261025a5760206001600160a01b03600b5416604051908152f35b3461025a5761273836613024565b916001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016330361062e5767ffffffffffffffff169182158015612851575b8015612840575b61100a57825f5260026020526001600160a01b0360405f205416612818577f7f74812a5c28f04eea9007878d0e63eb304afe494a442babbe1b2875fbc1cfd69161280f602092855f526002845260405f20926001600160a01b03811693847fffffffffffffffffffffffff00000000000000000000000000000000000000008254161790558661396f565b604051908152a2005b7f3a81d6fc000000000000000000000000000000000000000000000000000000005f5260045ffd5b506001600160a01b03821615612784565b5046831461277d565b3461025a57602060031936011261025a57602061287d612878612eec565b6132ee565b6040519061288a81612fed565b8152f35b3461025a57604060031936011261025a576128a7612eec565b67ffffffffffffffff6128b8612fd7565b91165f52600a6020526001600160a01b0360405f2091165f52602052602060ff60405f2054166040519015158152f35b3461025a5761290e6128f936612f4c565b91612213612908859695613595565b826131d2565b600460206001600160a01b03600c5416604051928380927fbd546d450000000000000000000000000000000000000000000000000000000082525afa908115612546575f91612a73575b50612a4b5761296681613531565b9061297081613230565b67ffffffffffffffff80600e54169116111561136957600282015460601c61132b576080810191905f5b6129a4848361328a565b90508110156129fe57806129c3602061121260019461120c898861328a565b6129d18261120c888761328a565b355f52601060205267ffffffffffffffff60405f20911667ffffffffffffffff198254161790550161299a565b50612a0f9061126961126482613230565b9054907f5b9019aec9351532f4d1d4ce56f979fbeb476072716a98042b56590ccbe50a23602067ffffffffffffffff60405193600185521692a3005b7fa990b857000000000000000000000000000000000000000000000000000000005f5260045ffd5b90506020813d602011612a9d575b81612a8e6020938361313f565b8101031261025a575182612958565b3d9150612a81565b3461025a57612ab336612f18565b612abc81613230565b600e549167ffffffffffffffff831667ffffffffffffffff80612ade83613245565b169316928303612d415750612af281613531565b9060028201548060601c15612c55575b507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316939260808201925f5b612b40858561328a565b9050811015612c1b57612b578161120c878761328a565b8035906060612b6860408301613230565b9167ffffffffffffffff604051937fb6637aea000000000000000000000000000000000000000000000000000000008552856004860152166024840152013560448201526020816064818c5afa908115612546575f91612bfd575b5015612bd25750600101612b36565b7fdd379f41000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b612c15915060203d811161253f57612531818361313f565b89612bc3565b508167ffffffffffffffff19861617600e5554907ffe975803dfeaa96a7892c771434f0b8f9e4156bbd06f9365b7d162032bd2145e5f80a3005b602460206001600160a01b03600c5416604051928380927f703f3cf60000000000000000000000000000000000000000000000000000000082528960048301525afa908115612546575f91612d22575b50612a4b577f00000000000000000000000000000000000000000000000000000000000000009060301c65ffffffffffff16612ce1828261327d565b4210612ced5750612b02565b612cf7925061327d565b7fb317256b000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b612d3b915060203d60201161253f57612531818361313f565b86612ca5565b67ffffffffffffffff612d548492613245565b7fbdbb1332000000000000000000000000000000000000000000000000000000005f521660045260245260445ffd5b3461025a575f60031936011261025a5760206040516001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000168152f35b3461025a57604060031936011261025a576020610278612de4612eec565b602435906131d2565b3461025a575f60031936011261025a5760206001600160a01b03600c5416604051908152f35b3461025a57602060031936011261025a576004355f19810190811161084557612e3d6001916130a2565b5001805490612e4b82613180565b91612e59604051938461313f565b8083526020830180925f5260205f205f915b838310612ecf578486604051918291602083019060208452518091526040830191905f5b818110612e9d575050500390f35b919350916020604060019267ffffffffffffffff83885182815116845201511683820152019401910191849392612e8f565b600160208192612ede85613198565b815201920192019190612e6b565b6004359067ffffffffffffffff8216820361025a57565b359067ffffffffffffffff8216820361025a57565b602060031982011261025a576004359067ffffffffffffffff821161025a57600319826101009203011261025a5760040190565b90606060031983011261025a5760043567ffffffffffffffff811161025a57610100600319828503011261025a576004019160243567ffffffffffffffff8116810361025a579160443567ffffffffffffffff811161025a578260238201121561025a5780600401359267ffffffffffffffff841161025a576024848301011161025a576024019190565b602435906001600160a01b038216820361025a57565b60041115612ff757565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52602160045260245ffd5b600319606091011261025a5760043567ffffffffffffffff8116810361025a57906024356001600160a01b038116810361025a579060443590565b907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f602080948051918291828752018686015e5f8582860101520116010190565b6001548110156130be5760015f52600360205f20910201905f90565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52603260045260245ffd5b60a0810190811067ffffffffffffffff821117610d2757604052565b6080810190811067ffffffffffffffff821117610d2757604052565b6060810190811067ffffffffffffffff821117610d2757604052565b90601f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0910116810190811067ffffffffffffffff821117610d2757604052565b67ffffffffffffffff8111610d275760051b60200190565b906040516040810181811067ffffffffffffffff821117610d2757604052602067ffffffffffffffff829454818116845260401c16910152565b61322d916040519067ffffffffffffffff60208301937f1c458153e2001b02ec602f7b6b68f8a0600404c1d772fee2bb3b4ddcfc188c53855216604083015260608201526060815261322560808261313f565b5190206134f0565b90565b3567ffffffffffffffff8116810361025a5790565b67ffffffffffffffff60019116019067ffffffffffffffff821161084557565b9081602091031261025a5751801515810361025a5790565b9190820180921161084557565b9035907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe18136030182121561025a570180359067ffffffffffffffff821161025a576020019160a082023603831361025a57565b91908110156130be5760a0020190565b67ffffffffffffffff1680158015613347575b6133425767ffffffffffffffff600e541681111561333c575f52600f602052600260405f20015460601c155f1461333757600190565b600290565b50600390565b505f90565b5067ffffffffffffffff600d5460a01c168111613301565b67ffffffffffffffff5f199116019067ffffffffffffffff821161084557565b80548210156130be575f5260205f2001905f90565b906040516133a181613107565b606060ff82945467ffffffffffffffff8116845267ffffffffffffffff8160401c16602085015267ffffffffffffffff8160801c16604085015260c01c161515910152565b61322d916040519067ffffffffffffffff60208301937f782425d6929512d20d641e215f07f082511c19a0a7d89ade5512a9e0030c57ca855216604083015260608201526060815261322560808261313f565b6001545b801580158061349a575b1561345857610845575f190161343d565b50919082156134645750565b67ffffffffffffffff907f52623c65000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b505f198201828111610845576134b867ffffffffffffffff916130a2565b50541667ffffffffffffffff841610613447565b91908110156130be5760051b0190565b356001600160a01b038116810361025a5790565b6042906134fb613ceb565b90604051917f19010000000000000000000000000000000000000000000000000000000000008352600283015260228201522090565b9061354361353e83613230565b613c48565b91825461354f82613595565b036135575750565b61356967ffffffffffffffff91613230565b7f29323fff000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b90608082016135a4818461328a565b9390506135c96135b385613180565b946135c1604051968761313f565b808652613180565b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe06020860191013682375f5b85518110156136b55761360c8161120c868661328a565b604051608060208201927ff9388a1f6b73460ec3bc2ea2df0a217c44766cb3b2e73cb974b34fc353afa48284528035604084015267ffffffffffffffff61365560208301612f03565b16606084015267ffffffffffffffff61367060408301612f03565b1682840152606081013560a0840152013560c082015260c0815261369560e08261313f565b5190209086518110156130be5760019160208260051b89010152016135f5565b50939091506136c382613230565b916136d060408201613230565b916136dd60608301613230565b90604051602081018092519098905f5b8181106137be57505050908161373867ffffffffffffffff9360e09798999a037fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0810183528261313f565b5190209181604051968160208901997fd882d76c96feb7c660da4cd1fdaa0269fd21e88b6df78987ffcced39eb5303f28b52166040890152602086013560608901521660808701521660a085015260c084015260a08101358284015260c0810135610100840152013561012082015261012081526137b86101408261313f565b51902090565b82518b5260209a8b019a909201916001016136ed565b9092919267ffffffffffffffff8060085416911690808214801590613967575b6139395750805f52600960205260405f2054926041810493808510801561392d575b6138fd57505f94855b85871061382f5750505050505050565b6041870290878204604114881517156108455760018801808911610845576041810290808204604114901517156108455780831161025a5784811161025a578261388a93613881920390850188613f16565b90939193613f4a565b6001600160a01b03808316911681118015906138dc575b6138b1575060019096019561381f565b7f32c15fc2000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b50845f52600a60205260405f20815f5260205260ff60405f205416156138a1565b84907fa07c49af000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b50604182061515613816565b7f2b9264ec000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b5081156137f4565b90821580156139cc575b6128185760206001600160a01b037fabe511c95cf959556abf80db64291468324970f250001b742a6e4708d86a361292845f526003835260405f208282165f5283528560405f20556040519586521693a3565b50815f52600360205260405f206001600160a01b0382165f5260205260405f20541515613979565b9035907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe18136030182121561025a570180359067ffffffffffffffff821161025a57602001918160051b3603831361025a57565b9160a081013591606082013591828410801590613c3c575b613c335760c08101916020613a7584846139f4565b905003613c295760e0820135926101008301359586851015613c1d57610120840192613aa184866139f4565b90506fffffffffffffffffffffffffffffffff891160071b67ffffffffffffffff8a821c1160061b1763ffffffff8a821c1160051b1761ffff8a821c1160041b1760ff8a821c1160031b17600f8a821c1160021b177d0101020202020303030303030303000000000000000000000000000000008a821c1a17896001821b100103613c1057613b33613b3b93866139f4565b929091613e58565b906080830135809203613c0557613bb994613b33926040519060208201927f114043393a73c9a1e372397dac5d1369dd79cb3c685dc3b9c8c3ad92d785889a845286356040840152602087013560608401526040870135608084015260a083015260c082015260c08152613bb060e08261313f565b519020926139f4565b6040519060208201927f6eeb585bc360123bd27b4ac3a019001984caac1564ca4c243f45644fad16630884526040830152606082015260608152613bfe60808261313f565b5190201490565b505050505050505f90565b5050505050505050505f90565b50505050505050505f90565b5050505050505f90565b50505050505f90565b508260201c1515613a60565b67ffffffffffffffff1680158015613c98575b613c6d575f52600f60205260405f2090565b7f29323fff000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b5067ffffffffffffffff600d5460a01c168111613c5b565b91908110156130be5760061b0190565b91908110156130be5760071b0190565b35801515810361025a5790565b5f1981146108455760010190565b6001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016301480613dd8575b15613d46577f000000000000000000000000000000000000000000000000000000000000000090565b60405160208101907f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f82527f000000000000000000000000000000000000000000000000000000000000000060408201527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a082015260a081526137b860c08261313f565b507f00000000000000000000000000000000000000000000000000000000000000004614613d1d565b60ff811690601f8211613e305760405191613e1d60408461313f565b6020808452838101919036833783525290565b7fb3512b0c000000000000000000000000000000000000000000000000000000005f5260045ffd5b92915f925b808410613e6b575050505090565b90919293600184861c16155f14613e9f57613e878583856134cc565b35905f52602052600160405f205b9401929190613e5d565b613eaa8583856134cc565b355f52602052600160405f20613e95565b468114908115613ec9575090565b90505f52600460205260405f20546001541490565b67ffffffffffffffff613f1160206fffffffffffffffff0000000000000000613f0685613230565b60401b169301613230565b161790565b9060418303613f4057613f399250602081013591604082359201355f1a90614011565b9192909190565b50505f9160029190565b613f5381612fed565b80613f5c575050565b613f6581612fed565b60018103613f95577ff645eedf000000000000000000000000000000000000000000000000000000005f5260045ffd5b613f9e81612fed565b60028103613fd257507ffce698f7000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b600390613fde81612fed565b14613fe65750565b7fd78bce0c000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b91907f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a08411614088579160209360809260ff5f9560405194855216868401526040830152606082015282805260015afa15612546575f516001600160a01b0381161561407e57905f905f90565b505f906001905f90565b5050505f916003919056",
}

// Batches is an auto generated Go binding around an Ethereum contract.
type Batches struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *Batches) GetABI() abi.ABI {
	return c.abi
}

// NewBatches creates a new instance of Batches.
func NewBatches() *Batches {
	parsed, err := BatchesMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &Batches{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *Batches) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(address governor_, address guardian_, address blockHashes_, uint256 window_) returns()
func (batches *Batches) PackConstructor(governor_ common.Address, guardian_ common.Address, blockHashes_ common.Address, window_ *big.Int) []byte {
	enc, err := batches.abi.Pack("", governor_, guardian_, blockHashes_, window_)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackMAXCHAINS is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfaf58777.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function MAX_CHAINS() view returns(uint256)
func (batches *Batches) PackMAXCHAINS() []byte {
	enc, err := batches.abi.Pack("MAX_CHAINS")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMAXCHAINS is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfaf58777.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function MAX_CHAINS() view returns(uint256)
func (batches *Batches) TryPackMAXCHAINS() ([]byte, error) {
	return batches.abi.Pack("MAX_CHAINS")
}

// UnpackMAXCHAINS is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xfaf58777.
//
// Solidity: function MAX_CHAINS() view returns(uint256)
func (batches *Batches) UnpackMAXCHAINS(data []byte) (*big.Int, error) {
	out, err := batches.abi.Unpack("MAX_CHAINS", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackMAXPAIRS is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x996cf233.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function MAX_PAIRS() view returns(uint256)
func (batches *Batches) PackMAXPAIRS() []byte {
	enc, err := batches.abi.Pack("MAX_PAIRS")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMAXPAIRS is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x996cf233.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function MAX_PAIRS() view returns(uint256)
func (batches *Batches) TryPackMAXPAIRS() ([]byte, error) {
	return batches.abi.Pack("MAX_PAIRS")
}

// UnpackMAXPAIRS is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x996cf233.
//
// Solidity: function MAX_PAIRS() view returns(uint256)
func (batches *Batches) UnpackMAXPAIRS(data []byte) (*big.Int, error) {
	out, err := batches.abi.Unpack("MAX_PAIRS", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackMAXSIGNERS is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x59ecd657.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function MAX_SIGNERS() view returns(uint256)
func (batches *Batches) PackMAXSIGNERS() []byte {
	enc, err := batches.abi.Pack("MAX_SIGNERS")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMAXSIGNERS is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x59ecd657.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function MAX_SIGNERS() view returns(uint256)
func (batches *Batches) TryPackMAXSIGNERS() ([]byte, error) {
	return batches.abi.Pack("MAX_SIGNERS")
}

// UnpackMAXSIGNERS is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x59ecd657.
//
// Solidity: function MAX_SIGNERS() view returns(uint256)
func (batches *Batches) UnpackMAXSIGNERS(data []byte) (*big.Int, error) {
	out, err := batches.abi.Unpack("MAX_SIGNERS", data)
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
func (batches *Batches) PackUNPAUSEDELAY() []byte {
	enc, err := batches.abi.Pack("UNPAUSE_DELAY")
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
func (batches *Batches) TryPackUNPAUSEDELAY() ([]byte, error) {
	return batches.abi.Pack("UNPAUSE_DELAY")
}

// UnpackUNPAUSEDELAY is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xb7c36b36.
//
// Solidity: function UNPAUSE_DELAY() view returns(uint256)
func (batches *Batches) UnpackUNPAUSEDELAY(data []byte) (*big.Int, error) {
	out, err := batches.abi.Unpack("UNPAUSE_DELAY", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackAnnounce is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd2be06ed.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function announce(uint64 fromBatch, (uint64,uint64)[] members, (uint64,uint64,uint64,bool)[] pairs) returns()
func (batches *Batches) PackAnnounce(fromBatch uint64, members []DependencySetMember, pairs []DependencySetPair) []byte {
	enc, err := batches.abi.Pack("announce", fromBatch, members, pairs)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAnnounce is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd2be06ed.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function announce(uint64 fromBatch, (uint64,uint64)[] members, (uint64,uint64,uint64,bool)[] pairs) returns()
func (batches *Batches) TryPackAnnounce(fromBatch uint64, members []DependencySetMember, pairs []DependencySetPair) ([]byte, error) {
	return batches.abi.Pack("announce", fromBatch, members, pairs)
}

// PackAnnounceUnpause is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x85482fbc.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function announceUnpause() returns()
func (batches *Batches) PackAnnounceUnpause() []byte {
	enc, err := batches.abi.Pack("announceUnpause")
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
func (batches *Batches) TryPackAnnounceUnpause() ([]byte, error) {
	return batches.abi.Pack("announceUnpause")
}

// PackBatchAt is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb9142c75.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function batchAt(uint64 number) view returns((bytes32,bytes32,uint48,uint48,address))
func (batches *Batches) PackBatchAt(number uint64) []byte {
	enc, err := batches.abi.Pack("batchAt", number)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBatchAt is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb9142c75.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function batchAt(uint64 number) view returns((bytes32,bytes32,uint48,uint48,address))
func (batches *Batches) TryPackBatchAt(number uint64) ([]byte, error) {
	return batches.abi.Pack("batchAt", number)
}

// UnpackBatchAt is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xb9142c75.
//
// Solidity: function batchAt(uint64 number) view returns((bytes32,bytes32,uint48,uint48,address))
func (batches *Batches) UnpackBatchAt(data []byte) (BatchesAccepted, error) {
	out, err := batches.abi.Unpack("batchAt", data)
	if err != nil {
		return *new(BatchesAccepted), err
	}
	out0 := *abi.ConvertType(out[0], new(BatchesAccepted)).(*BatchesAccepted)
	return out0, nil
}

// PackBlockHashes is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcd1f82b9.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function blockHashes() view returns(address)
func (batches *Batches) PackBlockHashes() []byte {
	enc, err := batches.abi.Pack("blockHashes")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBlockHashes is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcd1f82b9.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function blockHashes() view returns(address)
func (batches *Batches) TryPackBlockHashes() ([]byte, error) {
	return batches.abi.Pack("blockHashes")
}

// UnpackBlockHashes is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xcd1f82b9.
//
// Solidity: function blockHashes() view returns(address)
func (batches *Batches) UnpackBlockHashes(data []byte) (common.Address, error) {
	out, err := batches.abi.Unpack("blockHashes", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackBond is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x64c9ec6f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function bond() view returns(address)
func (batches *Batches) PackBond() []byte {
	enc, err := batches.abi.Pack("bond")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBond is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x64c9ec6f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function bond() view returns(address)
func (batches *Batches) TryPackBond() ([]byte, error) {
	return batches.abi.Pack("bond")
}

// UnpackBond is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x64c9ec6f.
//
// Solidity: function bond() view returns(address)
func (batches *Batches) UnpackBond(data []byte) (common.Address, error) {
	out, err := batches.abi.Unpack("bond", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackChainHead is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x61f22f84.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function chainHead(uint256 chainId) view returns(uint64)
func (batches *Batches) PackChainHead(chainId *big.Int) []byte {
	enc, err := batches.abi.Pack("chainHead", chainId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackChainHead is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x61f22f84.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function chainHead(uint256 chainId) view returns(uint64)
func (batches *Batches) TryPackChainHead(chainId *big.Int) ([]byte, error) {
	return batches.abi.Pack("chainHead", chainId)
}

// UnpackChainHead is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x61f22f84.
//
// Solidity: function chainHead(uint256 chainId) view returns(uint64)
func (batches *Batches) UnpackChainHead(data []byte) (uint64, error) {
	out, err := batches.abi.Unpack("chainHead", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackChainsOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x04854f50.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function chainsOf(uint256 version) view returns((uint64,uint64)[])
func (batches *Batches) PackChainsOf(version *big.Int) []byte {
	enc, err := batches.abi.Pack("chainsOf", version)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackChainsOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x04854f50.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function chainsOf(uint256 version) view returns((uint64,uint64)[])
func (batches *Batches) TryPackChainsOf(version *big.Int) ([]byte, error) {
	return batches.abi.Pack("chainsOf", version)
}

// UnpackChainsOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x04854f50.
//
// Solidity: function chainsOf(uint256 version) view returns((uint64,uint64)[])
func (batches *Batches) UnpackChainsOf(data []byte) ([]DependencySetMember, error) {
	out, err := batches.abi.Unpack("chainsOf", data)
	if err != nil {
		return *new([]DependencySetMember), err
	}
	out0 := *abi.ConvertType(out[0], new([]DependencySetMember)).(*[]DependencySetMember)
	return out0, nil
}

// PackChallenges is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x09af4fe6.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function challenges() view returns(address)
func (batches *Batches) PackChallenges() []byte {
	enc, err := batches.abi.Pack("challenges")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackChallenges is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x09af4fe6.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function challenges() view returns(address)
func (batches *Batches) TryPackChallenges() ([]byte, error) {
	return batches.abi.Pack("challenges")
}

// UnpackChallenges is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x09af4fe6.
//
// Solidity: function challenges() view returns(address)
func (batches *Batches) UnpackChallenges(data []byte) (common.Address, error) {
	out, err := batches.abi.Unpack("challenges", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackCodeHashOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xca556580.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function codeHashOf(uint256 chainId, address account) view returns(bytes32)
func (batches *Batches) PackCodeHashOf(chainId *big.Int, account common.Address) []byte {
	enc, err := batches.abi.Pack("codeHashOf", chainId, account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCodeHashOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xca556580.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function codeHashOf(uint256 chainId, address account) view returns(bytes32)
func (batches *Batches) TryPackCodeHashOf(chainId *big.Int, account common.Address) ([]byte, error) {
	return batches.abi.Pack("codeHashOf", chainId, account)
}

// UnpackCodeHashOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xca556580.
//
// Solidity: function codeHashOf(uint256 chainId, address account) view returns(bytes32)
func (batches *Batches) UnpackCodeHashOf(data []byte) ([32]byte, error) {
	out, err := batches.abi.Unpack("codeHashOf", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackDeploymentId is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe16b1032.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function deploymentId() view returns(bytes32)
func (batches *Batches) PackDeploymentId() []byte {
	enc, err := batches.abi.Pack("deploymentId")
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
func (batches *Batches) TryPackDeploymentId() ([]byte, error) {
	return batches.abi.Pack("deploymentId")
}

// UnpackDeploymentId is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe16b1032.
//
// Solidity: function deploymentId() view returns(bytes32)
func (batches *Batches) UnpackDeploymentId(data []byte) ([32]byte, error) {
	out, err := batches.abi.Unpack("deploymentId", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackDomainSeparator is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf698da25.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function domainSeparator() view returns(bytes32)
func (batches *Batches) PackDomainSeparator() []byte {
	enc, err := batches.abi.Pack("domainSeparator")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDomainSeparator is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf698da25.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function domainSeparator() view returns(bytes32)
func (batches *Batches) TryPackDomainSeparator() ([]byte, error) {
	return batches.abi.Pack("domainSeparator")
}

// UnpackDomainSeparator is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xf698da25.
//
// Solidity: function domainSeparator() view returns(bytes32)
func (batches *Batches) UnpackDomainSeparator(data []byte) ([32]byte, error) {
	out, err := batches.abi.Unpack("domainSeparator", data)
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
func (batches *Batches) PackEip712Domain() []byte {
	enc, err := batches.abi.Pack("eip712Domain")
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
func (batches *Batches) TryPackEip712Domain() ([]byte, error) {
	return batches.abi.Pack("eip712Domain")
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
func (batches *Batches) UnpackEip712Domain(data []byte) (Eip712DomainOutput, error) {
	out, err := batches.abi.Unpack("eip712Domain", data)
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
func (batches *Batches) PackEpoch() []byte {
	enc, err := batches.abi.Pack("epoch")
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
func (batches *Batches) TryPackEpoch() ([]byte, error) {
	return batches.abi.Pack("epoch")
}

// UnpackEpoch is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x900cf0cf.
//
// Solidity: function epoch() view returns(uint64)
func (batches *Batches) UnpackEpoch(data []byte) (uint64, error) {
	out, err := batches.abi.Unpack("epoch", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackFinalBatch is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8d6b3b6b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function finalBatch() view returns(uint64)
func (batches *Batches) PackFinalBatch() []byte {
	enc, err := batches.abi.Pack("finalBatch")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackFinalBatch is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8d6b3b6b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function finalBatch() view returns(uint64)
func (batches *Batches) TryPackFinalBatch() ([]byte, error) {
	return batches.abi.Pack("finalBatch")
}

// UnpackFinalBatch is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8d6b3b6b.
//
// Solidity: function finalBatch() view returns(uint64)
func (batches *Batches) UnpackFinalBatch(data []byte) (uint64, error) {
	out, err := batches.abi.Unpack("finalBatch", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackFinalize is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x18598351.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function finalize((uint64,bytes32,uint64,uint64,(uint256,uint64,uint64,bytes32,bytes32)[],bytes32,bytes32,bytes32) batch) returns()
func (batches *Batches) PackFinalize(batch ClaimsBatch) []byte {
	enc, err := batches.abi.Pack("finalize", batch)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackFinalize is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x18598351.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function finalize((uint64,bytes32,uint64,uint64,(uint256,uint64,uint64,bytes32,bytes32)[],bytes32,bytes32,bytes32) batch) returns()
func (batches *Batches) TryPackFinalize(batch ClaimsBatch) ([]byte, error) {
	return batches.abi.Pack("finalize", batch)
}

// PackGovernor is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0c340a24.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function governor() view returns(address)
func (batches *Batches) PackGovernor() []byte {
	enc, err := batches.abi.Pack("governor")
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
func (batches *Batches) TryPackGovernor() ([]byte, error) {
	return batches.abi.Pack("governor")
}

// UnpackGovernor is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x0c340a24.
//
// Solidity: function governor() view returns(address)
func (batches *Batches) UnpackGovernor(data []byte) (common.Address, error) {
	out, err := batches.abi.Unpack("governor", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackGuardian is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x452a9320.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function guardian() view returns(address)
func (batches *Batches) PackGuardian() []byte {
	enc, err := batches.abi.Pack("guardian")
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
func (batches *Batches) TryPackGuardian() ([]byte, error) {
	return batches.abi.Pack("guardian")
}

// UnpackGuardian is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x452a9320.
//
// Solidity: function guardian() view returns(address)
func (batches *Batches) UnpackGuardian(data []byte) (common.Address, error) {
	out, err := batches.abi.Unpack("guardian", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackHashOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x872b1f84.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function hashOf((uint64,bytes32,uint64,uint64,(uint256,uint64,uint64,bytes32,bytes32)[],bytes32,bytes32,bytes32) batch) pure returns(bytes32)
func (batches *Batches) PackHashOf(batch ClaimsBatch) []byte {
	enc, err := batches.abi.Pack("hashOf", batch)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackHashOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x872b1f84.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function hashOf((uint64,bytes32,uint64,uint64,(uint256,uint64,uint64,bytes32,bytes32)[],bytes32,bytes32,bytes32) batch) pure returns(bytes32)
func (batches *Batches) TryPackHashOf(batch ClaimsBatch) ([]byte, error) {
	return batches.abi.Pack("hashOf", batch)
}

// UnpackHashOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x872b1f84.
//
// Solidity: function hashOf((uint64,bytes32,uint64,uint64,(uint256,uint64,uint64,bytes32,bytes32)[],bytes32,bytes32,bytes32) batch) pure returns(bytes32)
func (batches *Batches) UnpackHashOf(data []byte) ([32]byte, error) {
	out, err := batches.abi.Unpack("hashOf", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackIsSigner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1aa6bbf4.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isSigner(uint64 epoch, address ) view returns(bool)
func (batches *Batches) PackIsSigner(epoch uint64, arg1 common.Address) []byte {
	enc, err := batches.abi.Pack("isSigner", epoch, arg1)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsSigner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1aa6bbf4.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isSigner(uint64 epoch, address ) view returns(bool)
func (batches *Batches) TryPackIsSigner(epoch uint64, arg1 common.Address) ([]byte, error) {
	return batches.abi.Pack("isSigner", epoch, arg1)
}

// UnpackIsSigner is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x1aa6bbf4.
//
// Solidity: function isSigner(uint64 epoch, address ) view returns(bool)
func (batches *Batches) UnpackIsSigner(data []byte) (bool, error) {
	out, err := batches.abi.Unpack("isSigner", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackLatestBatch is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa1651fe2.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function latestBatch() view returns(uint64)
func (batches *Batches) PackLatestBatch() []byte {
	enc, err := batches.abi.Pack("latestBatch")
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
func (batches *Batches) TryPackLatestBatch() ([]byte, error) {
	return batches.abi.Pack("latestBatch")
}

// UnpackLatestBatch is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa1651fe2.
//
// Solidity: function latestBatch() view returns(uint64)
func (batches *Batches) UnpackLatestBatch(data []byte) (uint64, error) {
	out, err := batches.abi.Unpack("latestBatch", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackMarkProven is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd53a9cd6.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function markProven(uint64 number, address by) returns()
func (batches *Batches) PackMarkProven(number uint64, by common.Address) []byte {
	enc, err := batches.abi.Pack("markProven", number, by)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMarkProven is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd53a9cd6.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function markProven(uint64 number, address by) returns()
func (batches *Batches) TryPackMarkProven(number uint64, by common.Address) ([]byte, error) {
	return batches.abi.Pack("markProven", number, by)
}

// PackNameContract is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc3d4bd40.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function nameContract(uint64 chainId, address account, bytes32 codeHash) returns()
func (batches *Batches) PackNameContract(chainId uint64, account common.Address, codeHash [32]byte) []byte {
	enc, err := batches.abi.Pack("nameContract", chainId, account, codeHash)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackNameContract is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc3d4bd40.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function nameContract(uint64 chainId, address account, bytes32 codeHash) returns()
func (batches *Batches) TryPackNameContract(chainId uint64, account common.Address, codeHash [32]byte) ([]byte, error) {
	return batches.abi.Pack("nameContract", chainId, account, codeHash)
}

// PackPairAt is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x78ef2da2.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function pairAt(uint256 version, uint256 index) view returns((uint64,uint64,uint64,bool))
func (batches *Batches) PackPairAt(version *big.Int, index *big.Int) []byte {
	enc, err := batches.abi.Pack("pairAt", version, index)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPairAt is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x78ef2da2.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function pairAt(uint256 version, uint256 index) view returns((uint64,uint64,uint64,bool))
func (batches *Batches) TryPackPairAt(version *big.Int, index *big.Int) ([]byte, error) {
	return batches.abi.Pack("pairAt", version, index)
}

// UnpackPairAt is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x78ef2da2.
//
// Solidity: function pairAt(uint256 version, uint256 index) view returns((uint64,uint64,uint64,bool))
func (batches *Batches) UnpackPairAt(data []byte) (DependencySetPair, error) {
	out, err := batches.abi.Unpack("pairAt", data)
	if err != nil {
		return *new(DependencySetPair), err
	}
	out0 := *abi.ConvertType(out[0], new(DependencySetPair)).(*DependencySetPair)
	return out0, nil
}

// PackPairCountOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa5f1e322.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function pairCountOf(uint256 version) view returns(uint256)
func (batches *Batches) PackPairCountOf(version *big.Int) []byte {
	enc, err := batches.abi.Pack("pairCountOf", version)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPairCountOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa5f1e322.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function pairCountOf(uint256 version) view returns(uint256)
func (batches *Batches) TryPackPairCountOf(version *big.Int) ([]byte, error) {
	return batches.abi.Pack("pairCountOf", version)
}

// UnpackPairCountOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa5f1e322.
//
// Solidity: function pairCountOf(uint256 version) view returns(uint256)
func (batches *Batches) UnpackPairCountOf(data []byte) (*big.Int, error) {
	out, err := batches.abi.Unpack("pairCountOf", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackPairsOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc00c15f6.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function pairsOf(uint256 version) view returns((uint64,uint64,uint64,bool)[])
func (batches *Batches) PackPairsOf(version *big.Int) []byte {
	enc, err := batches.abi.Pack("pairsOf", version)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPairsOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc00c15f6.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function pairsOf(uint256 version) view returns((uint64,uint64,uint64,bool)[])
func (batches *Batches) TryPackPairsOf(version *big.Int) ([]byte, error) {
	return batches.abi.Pack("pairsOf", version)
}

// UnpackPairsOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xc00c15f6.
//
// Solidity: function pairsOf(uint256 version) view returns((uint64,uint64,uint64,bool)[])
func (batches *Batches) UnpackPairsOf(data []byte) ([]DependencySetPair, error) {
	out, err := batches.abi.Unpack("pairsOf", data)
	if err != nil {
		return *new([]DependencySetPair), err
	}
	out0 := *abi.ConvertType(out[0], new([]DependencySetPair)).(*[]DependencySetPair)
	return out0, nil
}

// PackPause is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8456cb59.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function pause() returns()
func (batches *Batches) PackPause() []byte {
	enc, err := batches.abi.Pack("pause")
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
func (batches *Batches) TryPackPause() ([]byte, error) {
	return batches.abi.Pack("pause")
}

// PackPaused is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5c975abb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function paused() view returns(bool)
func (batches *Batches) PackPaused() []byte {
	enc, err := batches.abi.Pack("paused")
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
func (batches *Batches) TryPackPaused() ([]byte, error) {
	return batches.abi.Pack("paused")
}

// UnpackPaused is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x5c975abb.
//
// Solidity: function paused() view returns(bool)
func (batches *Batches) UnpackPaused(data []byte) (bool, error) {
	out, err := batches.abi.Unpack("paused", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackProver is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x32a8f30f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function prover() view returns(address)
func (batches *Batches) PackProver() []byte {
	enc, err := batches.abi.Pack("prover")
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
func (batches *Batches) TryPackProver() ([]byte, error) {
	return batches.abi.Pack("prover")
}

// UnpackProver is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x32a8f30f.
//
// Solidity: function prover() view returns(address)
func (batches *Batches) UnpackProver(data []byte) (common.Address, error) {
	out, err := batches.abi.Unpack("prover", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackQuorum is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdb579a26.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function quorum(uint64 epoch) view returns(uint256)
func (batches *Batches) PackQuorum(epoch uint64) []byte {
	enc, err := batches.abi.Pack("quorum", epoch)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackQuorum is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdb579a26.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function quorum(uint64 epoch) view returns(uint256)
func (batches *Batches) TryPackQuorum(epoch uint64) ([]byte, error) {
	return batches.abi.Pack("quorum", epoch)
}

// UnpackQuorum is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xdb579a26.
//
// Solidity: function quorum(uint64 epoch) view returns(uint256)
func (batches *Batches) UnpackQuorum(data []byte) (*big.Int, error) {
	out, err := batches.abi.Unpack("quorum", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackRegisterChain is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x278b6882.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function registerChain(uint64 chainId, address rootStore, bytes32 codeHash) returns()
func (batches *Batches) PackRegisterChain(chainId uint64, rootStore common.Address, codeHash [32]byte) []byte {
	enc, err := batches.abi.Pack("registerChain", chainId, rootStore, codeHash)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRegisterChain is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x278b6882.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function registerChain(uint64 chainId, address rootStore, bytes32 codeHash) returns()
func (batches *Batches) TryPackRegisterChain(chainId uint64, rootStore common.Address, codeHash [32]byte) ([]byte, error) {
	return batches.abi.Pack("registerChain", chainId, rootStore, codeHash)
}

// PackRetract is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x18c06fcd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function retract((uint64,bytes32,uint64,uint64,(uint256,uint64,uint64,bytes32,bytes32)[],bytes32,bytes32,bytes32) batch, uint64 epoch_, bytes signatures) returns()
func (batches *Batches) PackRetract(batch ClaimsBatch, epoch uint64, signatures []byte) []byte {
	enc, err := batches.abi.Pack("retract", batch, epoch, signatures)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRetract is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x18c06fcd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function retract((uint64,bytes32,uint64,uint64,(uint256,uint64,uint64,bytes32,bytes32)[],bytes32,bytes32,bytes32) batch, uint64 epoch_, bytes signatures) returns()
func (batches *Batches) TryPackRetract(batch ClaimsBatch, epoch uint64, signatures []byte) ([]byte, error) {
	return batches.abi.Pack("retract", batch, epoch, signatures)
}

// PackRetractionDigest is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0bb31ab7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function retractionDigest(uint64 epoch_, bytes32 batchHash) view returns(bytes32)
func (batches *Batches) PackRetractionDigest(epoch uint64, batchHash [32]byte) []byte {
	enc, err := batches.abi.Pack("retractionDigest", epoch, batchHash)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRetractionDigest is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0bb31ab7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function retractionDigest(uint64 epoch_, bytes32 batchHash) view returns(bytes32)
func (batches *Batches) TryPackRetractionDigest(epoch uint64, batchHash [32]byte) ([]byte, error) {
	return batches.abi.Pack("retractionDigest", epoch, batchHash)
}

// UnpackRetractionDigest is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x0bb31ab7.
//
// Solidity: function retractionDigest(uint64 epoch_, bytes32 batchHash) view returns(bytes32)
func (batches *Batches) UnpackRetractionDigest(data []byte) ([32]byte, error) {
	out, err := batches.abi.Unpack("retractionDigest", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackRootStoreOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xda097c4a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function rootStoreOf(uint256 chainId) view returns(address)
func (batches *Batches) PackRootStoreOf(chainId *big.Int) []byte {
	enc, err := batches.abi.Pack("rootStoreOf", chainId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRootStoreOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xda097c4a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function rootStoreOf(uint256 chainId) view returns(address)
func (batches *Batches) TryPackRootStoreOf(chainId *big.Int) ([]byte, error) {
	return batches.abi.Pack("rootStoreOf", chainId)
}

// UnpackRootStoreOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xda097c4a.
//
// Solidity: function rootStoreOf(uint256 chainId) view returns(address)
func (batches *Batches) UnpackRootStoreOf(data []byte) (common.Address, error) {
	out, err := batches.abi.Unpack("rootStoreOf", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackSetSigners is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb4368904.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setSigners(address[] signers, uint256 quorum_) returns()
func (batches *Batches) PackSetSigners(signers []common.Address, quorum *big.Int) []byte {
	enc, err := batches.abi.Pack("setSigners", signers, quorum)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetSigners is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb4368904.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setSigners(address[] signers, uint256 quorum_) returns()
func (batches *Batches) TryPackSetSigners(signers []common.Address, quorum *big.Int) ([]byte, error) {
	return batches.abi.Pack("setSigners", signers, quorum)
}

// PackSetSuite is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd3de7816.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setSuite(address prover_, address challenges_, address bond_) returns()
func (batches *Batches) PackSetSuite(prover common.Address, challenges common.Address, bond common.Address) []byte {
	enc, err := batches.abi.Pack("setSuite", prover, challenges, bond)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetSuite is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd3de7816.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setSuite(address prover_, address challenges_, address bond_) returns()
func (batches *Batches) TryPackSetSuite(prover common.Address, challenges common.Address, bond common.Address) ([]byte, error) {
	return batches.abi.Pack("setSuite", prover, challenges, bond)
}

// PackStatus is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x20bff893.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function status(uint64 number) view returns(uint8)
func (batches *Batches) PackStatus(number uint64) []byte {
	enc, err := batches.abi.Pack("status", number)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackStatus is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x20bff893.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function status(uint64 number) view returns(uint8)
func (batches *Batches) TryPackStatus(number uint64) ([]byte, error) {
	return batches.abi.Pack("status", number)
}

// UnpackStatus is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x20bff893.
//
// Solidity: function status(uint64 number) view returns(uint8)
func (batches *Batches) UnpackStatus(data []byte) (uint8, error) {
	out, err := batches.abi.Unpack("status", data)
	if err != nil {
		return *new(uint8), err
	}
	out0 := *abi.ConvertType(out[0], new(uint8)).(*uint8)
	return out0, nil
}

// PackSubmitBatch is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4f5c5e0c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function submitBatch((uint64,bytes32,uint64,uint64,(uint256,uint64,uint64,bytes32,bytes32)[],bytes32,bytes32,bytes32) batch, uint64 epoch_, bytes signatures) returns()
func (batches *Batches) PackSubmitBatch(batch ClaimsBatch, epoch uint64, signatures []byte) []byte {
	enc, err := batches.abi.Pack("submitBatch", batch, epoch, signatures)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSubmitBatch is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4f5c5e0c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function submitBatch((uint64,bytes32,uint64,uint64,(uint256,uint64,uint64,bytes32,bytes32)[],bytes32,bytes32,bytes32) batch, uint64 epoch_, bytes signatures) returns()
func (batches *Batches) TryPackSubmitBatch(batch ClaimsBatch, epoch uint64, signatures []byte) ([]byte, error) {
	return batches.abi.Pack("submitBatch", batch, epoch, signatures)
}

// PackUnpause is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3f4ba83a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function unpause() returns()
func (batches *Batches) PackUnpause() []byte {
	enc, err := batches.abi.Pack("unpause")
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
func (batches *Batches) TryPackUnpause() ([]byte, error) {
	return batches.abi.Pack("unpause")
}

// PackUnpauseTime is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd2f131f6.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function unpauseTime() view returns(uint64)
func (batches *Batches) PackUnpauseTime() []byte {
	enc, err := batches.abi.Pack("unpauseTime")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackUnpauseTime is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd2f131f6.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function unpauseTime() view returns(uint64)
func (batches *Batches) TryPackUnpauseTime() ([]byte, error) {
	return batches.abi.Pack("unpauseTime")
}

// UnpackUnpauseTime is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xd2f131f6.
//
// Solidity: function unpauseTime() view returns(uint64)
func (batches *Batches) UnpackUnpauseTime(data []byte) (uint64, error) {
	out, err := batches.abi.Unpack("unpauseTime", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackVerifyBatchRoot is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xef44ef9f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function verifyBatchRoot(uint64 batch, bytes32 root) view returns(bool)
func (batches *Batches) PackVerifyBatchRoot(batch uint64, root [32]byte) []byte {
	enc, err := batches.abi.Pack("verifyBatchRoot", batch, root)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackVerifyBatchRoot is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xef44ef9f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function verifyBatchRoot(uint64 batch, bytes32 root) view returns(bool)
func (batches *Batches) TryPackVerifyBatchRoot(batch uint64, root [32]byte) ([]byte, error) {
	return batches.abi.Pack("verifyBatchRoot", batch, root)
}

// UnpackVerifyBatchRoot is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xef44ef9f.
//
// Solidity: function verifyBatchRoot(uint64 batch, bytes32 root) view returns(bool)
func (batches *Batches) UnpackVerifyBatchRoot(data []byte) (bool, error) {
	out, err := batches.abi.Unpack("verifyBatchRoot", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackVerifyMessage is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8e1339b3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function verifyMessage(uint64 batch, bytes32 leaf, (uint256,uint256,uint256,uint256,bytes32,uint256,bytes32[],uint256,uint256,bytes32[]) proof) view returns(bool)
func (batches *Batches) PackVerifyMessage(batch uint64, leaf [32]byte, proof MessageProof) []byte {
	enc, err := batches.abi.Pack("verifyMessage", batch, leaf, proof)
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
func (batches *Batches) TryPackVerifyMessage(batch uint64, leaf [32]byte, proof MessageProof) ([]byte, error) {
	return batches.abi.Pack("verifyMessage", batch, leaf, proof)
}

// UnpackVerifyMessage is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8e1339b3.
//
// Solidity: function verifyMessage(uint64 batch, bytes32 leaf, (uint256,uint256,uint256,uint256,bytes32,uint256,bytes32[],uint256,uint256,bytes32[]) proof) view returns(bool)
func (batches *Batches) UnpackVerifyMessage(data []byte) (bool, error) {
	out, err := batches.abi.Unpack("verifyMessage", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackVersionAt is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8f2b81ff.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function versionAt(uint64 batch) view returns(uint256 version)
func (batches *Batches) PackVersionAt(batch uint64) []byte {
	enc, err := batches.abi.Pack("versionAt", batch)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackVersionAt is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8f2b81ff.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function versionAt(uint64 batch) view returns(uint256 version)
func (batches *Batches) TryPackVersionAt(batch uint64) ([]byte, error) {
	return batches.abi.Pack("versionAt", batch)
}

// UnpackVersionAt is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8f2b81ff.
//
// Solidity: function versionAt(uint64 batch) view returns(uint256 version)
func (batches *Batches) UnpackVersionAt(data []byte) (*big.Int, error) {
	out, err := batches.abi.Unpack("versionAt", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackVoidBatch is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcb8322fa.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function voidBatch((uint64,bytes32,uint64,uint64,(uint256,uint64,uint64,bytes32,bytes32)[],bytes32,bytes32,bytes32) batch) returns()
func (batches *Batches) PackVoidBatch(batch ClaimsBatch) []byte {
	enc, err := batches.abi.Pack("voidBatch", batch)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackVoidBatch is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcb8322fa.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function voidBatch((uint64,bytes32,uint64,uint64,(uint256,uint64,uint64,bytes32,bytes32)[],bytes32,bytes32,bytes32) batch) returns()
func (batches *Batches) TryPackVoidBatch(batch ClaimsBatch) ([]byte, error) {
	return batches.abi.Pack("voidBatch", batch)
}

// PackVoided is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa55d800b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function voided(bytes32 batchHash) view returns(bool)
func (batches *Batches) PackVoided(batchHash [32]byte) []byte {
	enc, err := batches.abi.Pack("voided", batchHash)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackVoided is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa55d800b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function voided(bytes32 batchHash) view returns(bool)
func (batches *Batches) TryPackVoided(batchHash [32]byte) ([]byte, error) {
	return batches.abi.Pack("voided", batchHash)
}

// UnpackVoided is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa55d800b.
//
// Solidity: function voided(bytes32 batchHash) view returns(bool)
func (batches *Batches) UnpackVoided(data []byte) (bool, error) {
	out, err := batches.abi.Unpack("voided", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackVoteDigest is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x873406ed.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function voteDigest(uint64 epoch_, bytes32 batchHash) view returns(bytes32)
func (batches *Batches) PackVoteDigest(epoch uint64, batchHash [32]byte) []byte {
	enc, err := batches.abi.Pack("voteDigest", epoch, batchHash)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackVoteDigest is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x873406ed.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function voteDigest(uint64 epoch_, bytes32 batchHash) view returns(bytes32)
func (batches *Batches) TryPackVoteDigest(epoch uint64, batchHash [32]byte) ([]byte, error) {
	return batches.abi.Pack("voteDigest", epoch, batchHash)
}

// UnpackVoteDigest is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x873406ed.
//
// Solidity: function voteDigest(uint64 epoch_, bytes32 batchHash) view returns(bytes32)
func (batches *Batches) UnpackVoteDigest(data []byte) ([32]byte, error) {
	out, err := batches.abi.Unpack("voteDigest", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackWindow is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x461645bf.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function window() view returns(uint256)
func (batches *Batches) PackWindow() []byte {
	enc, err := batches.abi.Pack("window")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackWindow is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x461645bf.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function window() view returns(uint256)
func (batches *Batches) TryPackWindow() ([]byte, error) {
	return batches.abi.Pack("window")
}

// UnpackWindow is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x461645bf.
//
// Solidity: function window() view returns(uint256)
func (batches *Batches) UnpackWindow(data []byte) (*big.Int, error) {
	out, err := batches.abi.Unpack("window", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// BatchesBatchFinal represents a BatchFinal event raised by the Batches contract.
type BatchesBatchFinal struct {
	Number    uint64
	BatchHash [32]byte
	Raw       *types.Log // Blockchain specific contextual infos
}

const BatchesBatchFinalEventName = "BatchFinal"

// ContractEventName returns the user-defined event name.
func (BatchesBatchFinal) ContractEventName() string {
	return BatchesBatchFinalEventName
}

// UnpackBatchFinalEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event BatchFinal(uint64 indexed number, bytes32 indexed batchHash)
func (batches *Batches) UnpackBatchFinalEvent(log *types.Log) (*BatchesBatchFinal, error) {
	event := "BatchFinal"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != batches.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(BatchesBatchFinal)
	if len(log.Data) > 0 {
		if err := batches.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range batches.abi.Events[event].Inputs {
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

// BatchesBatchProven represents a BatchProven event raised by the Batches contract.
type BatchesBatchProven struct {
	Number    uint64
	BatchHash [32]byte
	By        common.Address
	Raw       *types.Log // Blockchain specific contextual infos
}

const BatchesBatchProvenEventName = "BatchProven"

// ContractEventName returns the user-defined event name.
func (BatchesBatchProven) ContractEventName() string {
	return BatchesBatchProvenEventName
}

// UnpackBatchProvenEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event BatchProven(uint64 indexed number, bytes32 indexed batchHash, address indexed by)
func (batches *Batches) UnpackBatchProvenEvent(log *types.Log) (*BatchesBatchProven, error) {
	event := "BatchProven"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != batches.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(BatchesBatchProven)
	if len(log.Data) > 0 {
		if err := batches.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range batches.abi.Events[event].Inputs {
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

// BatchesBatchSubmitted represents a BatchSubmitted event raised by the Batches contract.
type BatchesBatchSubmitted struct {
	Number        uint64
	BatchHash     [32]byte
	Root          [32]byte
	LastTimestamp uint64
	Raw           *types.Log // Blockchain specific contextual infos
}

const BatchesBatchSubmittedEventName = "BatchSubmitted"

// ContractEventName returns the user-defined event name.
func (BatchesBatchSubmitted) ContractEventName() string {
	return BatchesBatchSubmittedEventName
}

// UnpackBatchSubmittedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event BatchSubmitted(uint64 indexed number, bytes32 indexed batchHash, bytes32 root, uint64 lastTimestamp)
func (batches *Batches) UnpackBatchSubmittedEvent(log *types.Log) (*BatchesBatchSubmitted, error) {
	event := "BatchSubmitted"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != batches.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(BatchesBatchSubmitted)
	if len(log.Data) > 0 {
		if err := batches.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range batches.abi.Events[event].Inputs {
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

// BatchesBatchVoided represents a BatchVoided event raised by the Batches contract.
type BatchesBatchVoided struct {
	Number    uint64
	BatchHash [32]byte
	Retracted bool
	Raw       *types.Log // Blockchain specific contextual infos
}

const BatchesBatchVoidedEventName = "BatchVoided"

// ContractEventName returns the user-defined event name.
func (BatchesBatchVoided) ContractEventName() string {
	return BatchesBatchVoidedEventName
}

// UnpackBatchVoidedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event BatchVoided(uint64 indexed number, bytes32 indexed batchHash, bool retracted)
func (batches *Batches) UnpackBatchVoidedEvent(log *types.Log) (*BatchesBatchVoided, error) {
	event := "BatchVoided"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != batches.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(BatchesBatchVoided)
	if len(log.Data) > 0 {
		if err := batches.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range batches.abi.Events[event].Inputs {
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

// BatchesChainRegistered represents a ChainRegistered event raised by the Batches contract.
type BatchesChainRegistered struct {
	ChainId   *big.Int
	RootStore common.Address
	Raw       *types.Log // Blockchain specific contextual infos
}

const BatchesChainRegisteredEventName = "ChainRegistered"

// ContractEventName returns the user-defined event name.
func (BatchesChainRegistered) ContractEventName() string {
	return BatchesChainRegisteredEventName
}

// UnpackChainRegisteredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event ChainRegistered(uint256 indexed chainId, address rootStore)
func (batches *Batches) UnpackChainRegisteredEvent(log *types.Log) (*BatchesChainRegistered, error) {
	event := "ChainRegistered"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != batches.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(BatchesChainRegistered)
	if len(log.Data) > 0 {
		if err := batches.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range batches.abi.Events[event].Inputs {
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

// BatchesContractNamed represents a ContractNamed event raised by the Batches contract.
type BatchesContractNamed struct {
	ChainId  *big.Int
	Account  common.Address
	CodeHash [32]byte
	Raw      *types.Log // Blockchain specific contextual infos
}

const BatchesContractNamedEventName = "ContractNamed"

// ContractEventName returns the user-defined event name.
func (BatchesContractNamed) ContractEventName() string {
	return BatchesContractNamedEventName
}

// UnpackContractNamedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event ContractNamed(uint256 indexed chainId, address indexed account, bytes32 codeHash)
func (batches *Batches) UnpackContractNamedEvent(log *types.Log) (*BatchesContractNamed, error) {
	event := "ContractNamed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != batches.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(BatchesContractNamed)
	if len(log.Data) > 0 {
		if err := batches.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range batches.abi.Events[event].Inputs {
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

// BatchesEIP712DomainChanged represents a EIP712DomainChanged event raised by the Batches contract.
type BatchesEIP712DomainChanged struct {
	Raw *types.Log // Blockchain specific contextual infos
}

const BatchesEIP712DomainChangedEventName = "EIP712DomainChanged"

// ContractEventName returns the user-defined event name.
func (BatchesEIP712DomainChanged) ContractEventName() string {
	return BatchesEIP712DomainChangedEventName
}

// UnpackEIP712DomainChangedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event EIP712DomainChanged()
func (batches *Batches) UnpackEIP712DomainChangedEvent(log *types.Log) (*BatchesEIP712DomainChanged, error) {
	event := "EIP712DomainChanged"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != batches.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(BatchesEIP712DomainChanged)
	if len(log.Data) > 0 {
		if err := batches.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range batches.abi.Events[event].Inputs {
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

// BatchesPaused represents a Paused event raised by the Batches contract.
type BatchesPaused struct {
	Raw *types.Log // Blockchain specific contextual infos
}

const BatchesPausedEventName = "Paused"

// ContractEventName returns the user-defined event name.
func (BatchesPaused) ContractEventName() string {
	return BatchesPausedEventName
}

// UnpackPausedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Paused()
func (batches *Batches) UnpackPausedEvent(log *types.Log) (*BatchesPaused, error) {
	event := "Paused"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != batches.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(BatchesPaused)
	if len(log.Data) > 0 {
		if err := batches.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range batches.abi.Events[event].Inputs {
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

// BatchesSignersSet represents a SignersSet event raised by the Batches contract.
type BatchesSignersSet struct {
	Epoch   uint64
	Signers []common.Address
	Quorum  *big.Int
	Raw     *types.Log // Blockchain specific contextual infos
}

const BatchesSignersSetEventName = "SignersSet"

// ContractEventName returns the user-defined event name.
func (BatchesSignersSet) ContractEventName() string {
	return BatchesSignersSetEventName
}

// UnpackSignersSetEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event SignersSet(uint64 indexed epoch, address[] signers, uint256 quorum)
func (batches *Batches) UnpackSignersSetEvent(log *types.Log) (*BatchesSignersSet, error) {
	event := "SignersSet"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != batches.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(BatchesSignersSet)
	if len(log.Data) > 0 {
		if err := batches.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range batches.abi.Events[event].Inputs {
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

// BatchesSuiteSet represents a SuiteSet event raised by the Batches contract.
type BatchesSuiteSet struct {
	Prover     common.Address
	Challenges common.Address
	Bond       common.Address
	Raw        *types.Log // Blockchain specific contextual infos
}

const BatchesSuiteSetEventName = "SuiteSet"

// ContractEventName returns the user-defined event name.
func (BatchesSuiteSet) ContractEventName() string {
	return BatchesSuiteSetEventName
}

// UnpackSuiteSetEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event SuiteSet(address prover, address challenges, address bond)
func (batches *Batches) UnpackSuiteSetEvent(log *types.Log) (*BatchesSuiteSet, error) {
	event := "SuiteSet"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != batches.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(BatchesSuiteSet)
	if len(log.Data) > 0 {
		if err := batches.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range batches.abi.Events[event].Inputs {
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

// BatchesUnpauseAnnounced represents a UnpauseAnnounced event raised by the Batches contract.
type BatchesUnpauseAnnounced struct {
	Time *big.Int
	Raw  *types.Log // Blockchain specific contextual infos
}

const BatchesUnpauseAnnouncedEventName = "UnpauseAnnounced"

// ContractEventName returns the user-defined event name.
func (BatchesUnpauseAnnounced) ContractEventName() string {
	return BatchesUnpauseAnnouncedEventName
}

// UnpackUnpauseAnnouncedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event UnpauseAnnounced(uint256 time)
func (batches *Batches) UnpackUnpauseAnnouncedEvent(log *types.Log) (*BatchesUnpauseAnnounced, error) {
	event := "UnpauseAnnounced"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != batches.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(BatchesUnpauseAnnounced)
	if len(log.Data) > 0 {
		if err := batches.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range batches.abi.Events[event].Inputs {
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

// BatchesUnpaused represents a Unpaused event raised by the Batches contract.
type BatchesUnpaused struct {
	Raw *types.Log // Blockchain specific contextual infos
}

const BatchesUnpausedEventName = "Unpaused"

// ContractEventName returns the user-defined event name.
func (BatchesUnpaused) ContractEventName() string {
	return BatchesUnpausedEventName
}

// UnpackUnpausedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Unpaused()
func (batches *Batches) UnpackUnpausedEvent(log *types.Log) (*BatchesUnpaused, error) {
	event := "Unpaused"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != batches.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(BatchesUnpaused)
	if len(log.Data) > 0 {
		if err := batches.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range batches.abi.Events[event].Inputs {
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

// BatchesVersionAnnounced represents a VersionAnnounced event raised by the Batches contract.
type BatchesVersionAnnounced struct {
	Version   *big.Int
	FromBatch uint64
	Raw       *types.Log // Blockchain specific contextual infos
}

const BatchesVersionAnnouncedEventName = "VersionAnnounced"

// ContractEventName returns the user-defined event name.
func (BatchesVersionAnnounced) ContractEventName() string {
	return BatchesVersionAnnouncedEventName
}

// UnpackVersionAnnouncedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event VersionAnnounced(uint256 indexed version, uint64 indexed fromBatch)
func (batches *Batches) UnpackVersionAnnouncedEvent(log *types.Log) (*BatchesVersionAnnounced, error) {
	event := "VersionAnnounced"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != batches.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(BatchesVersionAnnounced)
	if len(log.Data) > 0 {
		if err := batches.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range batches.abi.Events[event].Inputs {
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
func (batches *Batches) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], batches.abi.Errors["AlreadyFinal"].ID.Bytes()[:4]) {
		return batches.UnpackAlreadyFinalError(raw[4:])
	}
	if bytes.Equal(raw[:4], batches.abi.Errors["AlreadyProven"].ID.Bytes()[:4]) {
		return batches.UnpackAlreadyProvenError(raw[4:])
	}
	if bytes.Equal(raw[:4], batches.abi.Errors["AlreadyRegistered"].ID.Bytes()[:4]) {
		return batches.UnpackAlreadyRegisteredError(raw[4:])
	}
	if bytes.Equal(raw[:4], batches.abi.Errors["BadChains"].ID.Bytes()[:4]) {
		return batches.UnpackBadChainsError(raw[4:])
	}
	if bytes.Equal(raw[:4], batches.abi.Errors["BadGeneration"].ID.Bytes()[:4]) {
		return batches.UnpackBadGenerationError(raw[4:])
	}
	if bytes.Equal(raw[:4], batches.abi.Errors["BadPairs"].ID.Bytes()[:4]) {
		return batches.UnpackBadPairsError(raw[4:])
	}
	if bytes.Equal(raw[:4], batches.abi.Errors["BadSigners"].ID.Bytes()[:4]) {
		return batches.UnpackBadSignersError(raw[4:])
	}
	if bytes.Equal(raw[:4], batches.abi.Errors["BatchIsVoid"].ID.Bytes()[:4]) {
		return batches.UnpackBatchIsVoidError(raw[4:])
	}
	if bytes.Equal(raw[:4], batches.abi.Errors["BatchTaken"].ID.Bytes()[:4]) {
		return batches.UnpackBatchTakenError(raw[4:])
	}
	if bytes.Equal(raw[:4], batches.abi.Errors["BatchesPaused"].ID.Bytes()[:4]) {
		return batches.UnpackBatchesPausedError(raw[4:])
	}
	if bytes.Equal(raw[:4], batches.abi.Errors["BlockNotFinal"].ID.Bytes()[:4]) {
		return batches.UnpackBlockNotFinalError(raw[4:])
	}
	if bytes.Equal(raw[:4], batches.abi.Errors["DemandOpen"].ID.Bytes()[:4]) {
		return batches.UnpackDemandOpenError(raw[4:])
	}
	if bytes.Equal(raw[:4], batches.abi.Errors["ECDSAInvalidSignature"].ID.Bytes()[:4]) {
		return batches.UnpackECDSAInvalidSignatureError(raw[4:])
	}
	if bytes.Equal(raw[:4], batches.abi.Errors["ECDSAInvalidSignatureLength"].ID.Bytes()[:4]) {
		return batches.UnpackECDSAInvalidSignatureLengthError(raw[4:])
	}
	if bytes.Equal(raw[:4], batches.abi.Errors["ECDSAInvalidSignatureS"].ID.Bytes()[:4]) {
		return batches.UnpackECDSAInvalidSignatureSError(raw[4:])
	}
	if bytes.Equal(raw[:4], batches.abi.Errors["InvalidShortString"].ID.Bytes()[:4]) {
		return batches.UnpackInvalidShortStringError(raw[4:])
	}
	if bytes.Equal(raw[:4], batches.abi.Errors["NoQuorum"].ID.Bytes()[:4]) {
		return batches.UnpackNoQuorumError(raw[4:])
	}
	if bytes.Equal(raw[:4], batches.abi.Errors["NoVersion"].ID.Bytes()[:4]) {
		return batches.UnpackNoVersionError(raw[4:])
	}
	if bytes.Equal(raw[:4], batches.abi.Errors["NotCovered"].ID.Bytes()[:4]) {
		return batches.UnpackNotCoveredError(raw[4:])
	}
	if bytes.Equal(raw[:4], batches.abi.Errors["NotPaused"].ID.Bytes()[:4]) {
		return batches.UnpackNotPausedError(raw[4:])
	}
	if bytes.Equal(raw[:4], batches.abi.Errors["NotRegistered"].ID.Bytes()[:4]) {
		return batches.UnpackNotRegisteredError(raw[4:])
	}
	if bytes.Equal(raw[:4], batches.abi.Errors["OnlyGovernor"].ID.Bytes()[:4]) {
		return batches.UnpackOnlyGovernorError(raw[4:])
	}
	if bytes.Equal(raw[:4], batches.abi.Errors["OnlyGuardian"].ID.Bytes()[:4]) {
		return batches.UnpackOnlyGuardianError(raw[4:])
	}
	if bytes.Equal(raw[:4], batches.abi.Errors["OnlySuite"].ID.Bytes()[:4]) {
		return batches.UnpackOnlySuiteError(raw[4:])
	}
	if bytes.Equal(raw[:4], batches.abi.Errors["PairMissing"].ID.Bytes()[:4]) {
		return batches.UnpackPairMissingError(raw[4:])
	}
	if bytes.Equal(raw[:4], batches.abi.Errors["RootMissing"].ID.Bytes()[:4]) {
		return batches.UnpackRootMissingError(raw[4:])
	}
	if bytes.Equal(raw[:4], batches.abi.Errors["RootsDiffer"].ID.Bytes()[:4]) {
		return batches.UnpackRootsDifferError(raw[4:])
	}
	if bytes.Equal(raw[:4], batches.abi.Errors["StringTooLong"].ID.Bytes()[:4]) {
		return batches.UnpackStringTooLongError(raw[4:])
	}
	if bytes.Equal(raw[:4], batches.abi.Errors["SuiteAlreadySet"].ID.Bytes()[:4]) {
		return batches.UnpackSuiteAlreadySetError(raw[4:])
	}
	if bytes.Equal(raw[:4], batches.abi.Errors["SuiteNotSet"].ID.Bytes()[:4]) {
		return batches.UnpackSuiteNotSetError(raw[4:])
	}
	if bytes.Equal(raw[:4], batches.abi.Errors["UnknownBatch"].ID.Bytes()[:4]) {
		return batches.UnpackUnknownBatchError(raw[4:])
	}
	if bytes.Equal(raw[:4], batches.abi.Errors["UnpauseNotDue"].ID.Bytes()[:4]) {
		return batches.UnpackUnpauseNotDueError(raw[4:])
	}
	if bytes.Equal(raw[:4], batches.abi.Errors["WindowOpen"].ID.Bytes()[:4]) {
		return batches.UnpackWindowOpenError(raw[4:])
	}
	if bytes.Equal(raw[:4], batches.abi.Errors["WrongChains"].ID.Bytes()[:4]) {
		return batches.UnpackWrongChainsError(raw[4:])
	}
	if bytes.Equal(raw[:4], batches.abi.Errors["WrongEpoch"].ID.Bytes()[:4]) {
		return batches.UnpackWrongEpochError(raw[4:])
	}
	if bytes.Equal(raw[:4], batches.abi.Errors["WrongNumber"].ID.Bytes()[:4]) {
		return batches.UnpackWrongNumberError(raw[4:])
	}
	if bytes.Equal(raw[:4], batches.abi.Errors["WrongParent"].ID.Bytes()[:4]) {
		return batches.UnpackWrongParentError(raw[4:])
	}
	if bytes.Equal(raw[:4], batches.abi.Errors["WrongRange"].ID.Bytes()[:4]) {
		return batches.UnpackWrongRangeError(raw[4:])
	}
	if bytes.Equal(raw[:4], batches.abi.Errors["WrongSigner"].ID.Bytes()[:4]) {
		return batches.UnpackWrongSignerError(raw[4:])
	}
	if bytes.Equal(raw[:4], batches.abi.Errors["WrongTimestamps"].ID.Bytes()[:4]) {
		return batches.UnpackWrongTimestampsError(raw[4:])
	}
	if bytes.Equal(raw[:4], batches.abi.Errors["ZeroAddress"].ID.Bytes()[:4]) {
		return batches.UnpackZeroAddressError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// BatchesAlreadyFinal represents a AlreadyFinal error raised by the Batches contract.
type BatchesAlreadyFinal struct {
	Number uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AlreadyFinal(uint64 number)
func BatchesAlreadyFinalErrorID() common.Hash {
	return common.HexToHash("0xafb0942128199d3e75c2c3b3b18812bcb99a587924a062386a514e9a4d920198")
}

// UnpackAlreadyFinalError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AlreadyFinal(uint64 number)
func (batches *Batches) UnpackAlreadyFinalError(raw []byte) (*BatchesAlreadyFinal, error) {
	out := new(BatchesAlreadyFinal)
	if err := batches.abi.UnpackIntoInterface(out, "AlreadyFinal", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BatchesAlreadyProven represents a AlreadyProven error raised by the Batches contract.
type BatchesAlreadyProven struct {
	Number uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AlreadyProven(uint64 number)
func BatchesAlreadyProvenErrorID() common.Hash {
	return common.HexToHash("0x75869329ddc4bcad367b31238dca156e2f52bf3154ad71a6fa1c0dd634d91175")
}

// UnpackAlreadyProvenError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AlreadyProven(uint64 number)
func (batches *Batches) UnpackAlreadyProvenError(raw []byte) (*BatchesAlreadyProven, error) {
	out := new(BatchesAlreadyProven)
	if err := batches.abi.UnpackIntoInterface(out, "AlreadyProven", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BatchesAlreadyRegistered represents a AlreadyRegistered error raised by the Batches contract.
type BatchesAlreadyRegistered struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AlreadyRegistered()
func BatchesAlreadyRegisteredErrorID() common.Hash {
	return common.HexToHash("0x3a81d6fc79a5635b1f06f5006b0b65f8bc72a09a41893acedbabc02c660943ca")
}

// UnpackAlreadyRegisteredError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AlreadyRegistered()
func (batches *Batches) UnpackAlreadyRegisteredError(raw []byte) (*BatchesAlreadyRegistered, error) {
	out := new(BatchesAlreadyRegistered)
	if err := batches.abi.UnpackIntoInterface(out, "AlreadyRegistered", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BatchesBadChains represents a BadChains error raised by the Batches contract.
type BatchesBadChains struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadChains()
func BatchesBadChainsErrorID() common.Hash {
	return common.HexToHash("0xf2d445ef6b37ba71ab9973f047883db2c12421c786fd0e3154d08854c9825274")
}

// UnpackBadChainsError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadChains()
func (batches *Batches) UnpackBadChainsError(raw []byte) (*BatchesBadChains, error) {
	out := new(BatchesBadChains)
	if err := batches.abi.UnpackIntoInterface(out, "BadChains", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BatchesBadGeneration represents a BadGeneration error raised by the Batches contract.
type BatchesBadGeneration struct {
	Index *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadGeneration(uint256 index)
func BatchesBadGenerationErrorID() common.Hash {
	return common.HexToHash("0x3754a4e5cdbb41bd792ec4dd1b3711c2cb97a4cdc7c4384ad0c5a0adeeb8eed1")
}

// UnpackBadGenerationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadGeneration(uint256 index)
func (batches *Batches) UnpackBadGenerationError(raw []byte) (*BatchesBadGeneration, error) {
	out := new(BatchesBadGeneration)
	if err := batches.abi.UnpackIntoInterface(out, "BadGeneration", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BatchesBadPairs represents a BadPairs error raised by the Batches contract.
type BatchesBadPairs struct {
	Index *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadPairs(uint256 index)
func BatchesBadPairsErrorID() common.Hash {
	return common.HexToHash("0xc85c54725293c5442422be2e7c05317fa80401c57718e57f9ec78ac822663f5a")
}

// UnpackBadPairsError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadPairs(uint256 index)
func (batches *Batches) UnpackBadPairsError(raw []byte) (*BatchesBadPairs, error) {
	out := new(BatchesBadPairs)
	if err := batches.abi.UnpackIntoInterface(out, "BadPairs", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BatchesBadSigners represents a BadSigners error raised by the Batches contract.
type BatchesBadSigners struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadSigners()
func BatchesBadSignersErrorID() common.Hash {
	return common.HexToHash("0x8f8062028f5811dc02f0d6d2a4479f0ee43990208929740a70ca8c9ad73aff53")
}

// UnpackBadSignersError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadSigners()
func (batches *Batches) UnpackBadSignersError(raw []byte) (*BatchesBadSigners, error) {
	out := new(BatchesBadSigners)
	if err := batches.abi.UnpackIntoInterface(out, "BadSigners", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BatchesBatchIsVoid represents a BatchIsVoid error raised by the Batches contract.
type BatchesBatchIsVoid struct {
	BatchHash [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BatchIsVoid(bytes32 batchHash)
func BatchesBatchIsVoidErrorID() common.Hash {
	return common.HexToHash("0x7bacb184e2cb75e58e9046667b7cf3ca6c98e7cf7cf20b2619b36c655c9a52b8")
}

// UnpackBatchIsVoidError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BatchIsVoid(bytes32 batchHash)
func (batches *Batches) UnpackBatchIsVoidError(raw []byte) (*BatchesBatchIsVoid, error) {
	out := new(BatchesBatchIsVoid)
	if err := batches.abi.UnpackIntoInterface(out, "BatchIsVoid", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BatchesBatchTaken represents a BatchTaken error raised by the Batches contract.
type BatchesBatchTaken struct {
	FromBatch uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BatchTaken(uint64 fromBatch)
func BatchesBatchTakenErrorID() common.Hash {
	return common.HexToHash("0x8dce2f5f88f85f01643d0ab28dda0208d728fe5b851a8e88b84ca9dad68b0421")
}

// UnpackBatchTakenError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BatchTaken(uint64 fromBatch)
func (batches *Batches) UnpackBatchTakenError(raw []byte) (*BatchesBatchTaken, error) {
	out := new(BatchesBatchTaken)
	if err := batches.abi.UnpackIntoInterface(out, "BatchTaken", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BatchesBatchesPaused represents a BatchesPaused error raised by the Batches contract.
type BatchesBatchesPaused struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BatchesPaused()
func BatchesBatchesPausedErrorID() common.Hash {
	return common.HexToHash("0x6b1aa76f0ccf6d67709bc70e652144d5a6a834d2a3989335a9f2ebbe1b6290be")
}

// UnpackBatchesPausedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BatchesPaused()
func (batches *Batches) UnpackBatchesPausedError(raw []byte) (*BatchesBatchesPaused, error) {
	out := new(BatchesBatchesPaused)
	if err := batches.abi.UnpackIntoInterface(out, "BatchesPaused", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BatchesBlockNotFinal represents a BlockNotFinal error raised by the Batches contract.
type BatchesBlockNotFinal struct {
	ChainId *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BlockNotFinal(uint256 chainId)
func BatchesBlockNotFinalErrorID() common.Hash {
	return common.HexToHash("0xdd379f416018ec6c982aed33fd2f001db2ee2173d735d03af88bb88980175859")
}

// UnpackBlockNotFinalError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BlockNotFinal(uint256 chainId)
func (batches *Batches) UnpackBlockNotFinalError(raw []byte) (*BatchesBlockNotFinal, error) {
	out := new(BatchesBlockNotFinal)
	if err := batches.abi.UnpackIntoInterface(out, "BlockNotFinal", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BatchesDemandOpen represents a DemandOpen error raised by the Batches contract.
type BatchesDemandOpen struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error DemandOpen()
func BatchesDemandOpenErrorID() common.Hash {
	return common.HexToHash("0xa990b857dd01686a954dee1153baa4bd3f51c1c71a1eaea2d52008090c41fd52")
}

// UnpackDemandOpenError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error DemandOpen()
func (batches *Batches) UnpackDemandOpenError(raw []byte) (*BatchesDemandOpen, error) {
	out := new(BatchesDemandOpen)
	if err := batches.abi.UnpackIntoInterface(out, "DemandOpen", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BatchesECDSAInvalidSignature represents a ECDSAInvalidSignature error raised by the Batches contract.
type BatchesECDSAInvalidSignature struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ECDSAInvalidSignature()
func BatchesECDSAInvalidSignatureErrorID() common.Hash {
	return common.HexToHash("0xf645eedf0193584640b6b90cb9477e4c95b98636c148a891d4c0a146dc46e75a")
}

// UnpackECDSAInvalidSignatureError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ECDSAInvalidSignature()
func (batches *Batches) UnpackECDSAInvalidSignatureError(raw []byte) (*BatchesECDSAInvalidSignature, error) {
	out := new(BatchesECDSAInvalidSignature)
	if err := batches.abi.UnpackIntoInterface(out, "ECDSAInvalidSignature", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BatchesECDSAInvalidSignatureLength represents a ECDSAInvalidSignatureLength error raised by the Batches contract.
type BatchesECDSAInvalidSignatureLength struct {
	Length *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ECDSAInvalidSignatureLength(uint256 length)
func BatchesECDSAInvalidSignatureLengthErrorID() common.Hash {
	return common.HexToHash("0xfce698f7e8e5342cd615f641317bc45fe7e1e4a8b0a14dd1383ff8dc9c41917f")
}

// UnpackECDSAInvalidSignatureLengthError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ECDSAInvalidSignatureLength(uint256 length)
func (batches *Batches) UnpackECDSAInvalidSignatureLengthError(raw []byte) (*BatchesECDSAInvalidSignatureLength, error) {
	out := new(BatchesECDSAInvalidSignatureLength)
	if err := batches.abi.UnpackIntoInterface(out, "ECDSAInvalidSignatureLength", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BatchesECDSAInvalidSignatureS represents a ECDSAInvalidSignatureS error raised by the Batches contract.
type BatchesECDSAInvalidSignatureS struct {
	S [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ECDSAInvalidSignatureS(bytes32 s)
func BatchesECDSAInvalidSignatureSErrorID() common.Hash {
	return common.HexToHash("0xd78bce0cccb935155ed6428d1c13e50b7f3550fd2b66b9fe266006fea4a5e1eb")
}

// UnpackECDSAInvalidSignatureSError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ECDSAInvalidSignatureS(bytes32 s)
func (batches *Batches) UnpackECDSAInvalidSignatureSError(raw []byte) (*BatchesECDSAInvalidSignatureS, error) {
	out := new(BatchesECDSAInvalidSignatureS)
	if err := batches.abi.UnpackIntoInterface(out, "ECDSAInvalidSignatureS", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BatchesInvalidShortString represents a InvalidShortString error raised by the Batches contract.
type BatchesInvalidShortString struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InvalidShortString()
func BatchesInvalidShortStringErrorID() common.Hash {
	return common.HexToHash("0xb3512b0c6163e5f0bafab72bb631b9d58cd7a731b082f910338aa21c83d5c274")
}

// UnpackInvalidShortStringError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InvalidShortString()
func (batches *Batches) UnpackInvalidShortStringError(raw []byte) (*BatchesInvalidShortString, error) {
	out := new(BatchesInvalidShortString)
	if err := batches.abi.UnpackIntoInterface(out, "InvalidShortString", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BatchesNoQuorum represents a NoQuorum error raised by the Batches contract.
type BatchesNoQuorum struct {
	Needed *big.Int
	Given  *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NoQuorum(uint256 needed, uint256 given)
func BatchesNoQuorumErrorID() common.Hash {
	return common.HexToHash("0xa07c49af08b421a301c72d9d0dd4ebec6a52f25fd56250523cef4fe70de605e4")
}

// UnpackNoQuorumError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NoQuorum(uint256 needed, uint256 given)
func (batches *Batches) UnpackNoQuorumError(raw []byte) (*BatchesNoQuorum, error) {
	out := new(BatchesNoQuorum)
	if err := batches.abi.UnpackIntoInterface(out, "NoQuorum", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BatchesNoVersion represents a NoVersion error raised by the Batches contract.
type BatchesNoVersion struct {
	Batch uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NoVersion(uint64 batch)
func BatchesNoVersionErrorID() common.Hash {
	return common.HexToHash("0x52623c659fa2f99a02b6eba49c79ff909d2f2e2cc527548db1127fc718f3bae4")
}

// UnpackNoVersionError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NoVersion(uint64 batch)
func (batches *Batches) UnpackNoVersionError(raw []byte) (*BatchesNoVersion, error) {
	out := new(BatchesNoVersion)
	if err := batches.abi.UnpackIntoInterface(out, "NoVersion", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BatchesNotCovered represents a NotCovered error raised by the Batches contract.
type BatchesNotCovered struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotCovered()
func BatchesNotCoveredErrorID() common.Hash {
	return common.HexToHash("0xd85c1cd75a48e2c5d47136096f62e49f12f3868990a4a2e8202e5a308296bc23")
}

// UnpackNotCoveredError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotCovered()
func (batches *Batches) UnpackNotCoveredError(raw []byte) (*BatchesNotCovered, error) {
	out := new(BatchesNotCovered)
	if err := batches.abi.UnpackIntoInterface(out, "NotCovered", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BatchesNotPaused represents a NotPaused error raised by the Batches contract.
type BatchesNotPaused struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotPaused()
func BatchesNotPausedErrorID() common.Hash {
	return common.HexToHash("0x6cd602013233635730773e15e89b8a778034d859147e8f706bcd1aa42e228e06")
}

// UnpackNotPausedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotPaused()
func (batches *Batches) UnpackNotPausedError(raw []byte) (*BatchesNotPaused, error) {
	out := new(BatchesNotPaused)
	if err := batches.abi.UnpackIntoInterface(out, "NotPaused", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BatchesNotRegistered represents a NotRegistered error raised by the Batches contract.
type BatchesNotRegistered struct {
	ChainId *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotRegistered(uint256 chainId)
func BatchesNotRegisteredErrorID() common.Hash {
	return common.HexToHash("0x05ce119729e7b1fcf3b3a4b0144ccfe95ca21086a7e249cd9e82ce991a9a64e9")
}

// UnpackNotRegisteredError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotRegistered(uint256 chainId)
func (batches *Batches) UnpackNotRegisteredError(raw []byte) (*BatchesNotRegistered, error) {
	out := new(BatchesNotRegistered)
	if err := batches.abi.UnpackIntoInterface(out, "NotRegistered", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BatchesOnlyGovernor represents a OnlyGovernor error raised by the Batches contract.
type BatchesOnlyGovernor struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OnlyGovernor()
func BatchesOnlyGovernorErrorID() common.Hash {
	return common.HexToHash("0xe0a8b92047b70e8e8f31619f4dcaab891e4dc7c870891fc8c0f19776a4e2a624")
}

// UnpackOnlyGovernorError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OnlyGovernor()
func (batches *Batches) UnpackOnlyGovernorError(raw []byte) (*BatchesOnlyGovernor, error) {
	out := new(BatchesOnlyGovernor)
	if err := batches.abi.UnpackIntoInterface(out, "OnlyGovernor", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BatchesOnlyGuardian represents a OnlyGuardian error raised by the Batches contract.
type BatchesOnlyGuardian struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OnlyGuardian()
func BatchesOnlyGuardianErrorID() common.Hash {
	return common.HexToHash("0xcae1d956fce46b39a94fa1fa27cf1dd41aa6ef9cbe9a5ae131b59548a949bea0")
}

// UnpackOnlyGuardianError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OnlyGuardian()
func (batches *Batches) UnpackOnlyGuardianError(raw []byte) (*BatchesOnlyGuardian, error) {
	out := new(BatchesOnlyGuardian)
	if err := batches.abi.UnpackIntoInterface(out, "OnlyGuardian", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BatchesOnlySuite represents a OnlySuite error raised by the Batches contract.
type BatchesOnlySuite struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OnlySuite()
func BatchesOnlySuiteErrorID() common.Hash {
	return common.HexToHash("0xea4e6682f2bb0560a7d6d3dbb1a24eecac55f5562a27a5400d0beeef7beeacc2")
}

// UnpackOnlySuiteError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OnlySuite()
func (batches *Batches) UnpackOnlySuiteError(raw []byte) (*BatchesOnlySuite, error) {
	out := new(BatchesOnlySuite)
	if err := batches.abi.UnpackIntoInterface(out, "OnlySuite", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BatchesPairMissing represents a PairMissing error raised by the Batches contract.
type BatchesPairMissing struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error PairMissing()
func BatchesPairMissingErrorID() common.Hash {
	return common.HexToHash("0x63a68e8e1e83bef4c363b327f008b7d264e79b07b928c518e4e9237ed0441da0")
}

// UnpackPairMissingError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error PairMissing()
func (batches *Batches) UnpackPairMissingError(raw []byte) (*BatchesPairMissing, error) {
	out := new(BatchesPairMissing)
	if err := batches.abi.UnpackIntoInterface(out, "PairMissing", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BatchesRootMissing represents a RootMissing error raised by the Batches contract.
type BatchesRootMissing struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error RootMissing()
func BatchesRootMissingErrorID() common.Hash {
	return common.HexToHash("0xdee98370969eadd7e25c9ad30150d4703a5c478861f942e8cd802ec64a44e318")
}

// UnpackRootMissingError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error RootMissing()
func (batches *Batches) UnpackRootMissingError(raw []byte) (*BatchesRootMissing, error) {
	out := new(BatchesRootMissing)
	if err := batches.abi.UnpackIntoInterface(out, "RootMissing", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BatchesRootsDiffer represents a RootsDiffer error raised by the Batches contract.
type BatchesRootsDiffer struct {
	BurnRoot [32]byte
	MintRoot [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error RootsDiffer(bytes32 burnRoot, bytes32 mintRoot)
func BatchesRootsDifferErrorID() common.Hash {
	return common.HexToHash("0xf87485e1898504370363650f1219ac564578258f9513be6fde1285a1eb6585ee")
}

// UnpackRootsDifferError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error RootsDiffer(bytes32 burnRoot, bytes32 mintRoot)
func (batches *Batches) UnpackRootsDifferError(raw []byte) (*BatchesRootsDiffer, error) {
	out := new(BatchesRootsDiffer)
	if err := batches.abi.UnpackIntoInterface(out, "RootsDiffer", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BatchesStringTooLong represents a StringTooLong error raised by the Batches contract.
type BatchesStringTooLong struct {
	Str string
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error StringTooLong(string str)
func BatchesStringTooLongErrorID() common.Hash {
	return common.HexToHash("0x305a27a93f8e33b7392df0a0f91d6fc63847395853c45991eec52dbf24d72381")
}

// UnpackStringTooLongError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error StringTooLong(string str)
func (batches *Batches) UnpackStringTooLongError(raw []byte) (*BatchesStringTooLong, error) {
	out := new(BatchesStringTooLong)
	if err := batches.abi.UnpackIntoInterface(out, "StringTooLong", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BatchesSuiteAlreadySet represents a SuiteAlreadySet error raised by the Batches contract.
type BatchesSuiteAlreadySet struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error SuiteAlreadySet()
func BatchesSuiteAlreadySetErrorID() common.Hash {
	return common.HexToHash("0x2c31ce5bd97b1831ad013a0fe46928f5b4291805e3563a77f5eb97ed025573e4")
}

// UnpackSuiteAlreadySetError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error SuiteAlreadySet()
func (batches *Batches) UnpackSuiteAlreadySetError(raw []byte) (*BatchesSuiteAlreadySet, error) {
	out := new(BatchesSuiteAlreadySet)
	if err := batches.abi.UnpackIntoInterface(out, "SuiteAlreadySet", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BatchesSuiteNotSet represents a SuiteNotSet error raised by the Batches contract.
type BatchesSuiteNotSet struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error SuiteNotSet()
func BatchesSuiteNotSetErrorID() common.Hash {
	return common.HexToHash("0x3e93c3e9c71695c7d0ba436bdf8395e223e644bd9f681ce504c4577022cd69f5")
}

// UnpackSuiteNotSetError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error SuiteNotSet()
func (batches *Batches) UnpackSuiteNotSetError(raw []byte) (*BatchesSuiteNotSet, error) {
	out := new(BatchesSuiteNotSet)
	if err := batches.abi.UnpackIntoInterface(out, "SuiteNotSet", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BatchesUnknownBatch represents a UnknownBatch error raised by the Batches contract.
type BatchesUnknownBatch struct {
	Number uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error UnknownBatch(uint64 number)
func BatchesUnknownBatchErrorID() common.Hash {
	return common.HexToHash("0x29323ffff0d2ae0465a5a02be95b40fbdb0fc0656d05f820f3904c4580a7b0c1")
}

// UnpackUnknownBatchError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error UnknownBatch(uint64 number)
func (batches *Batches) UnpackUnknownBatchError(raw []byte) (*BatchesUnknownBatch, error) {
	out := new(BatchesUnknownBatch)
	if err := batches.abi.UnpackIntoInterface(out, "UnknownBatch", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BatchesUnpauseNotDue represents a UnpauseNotDue error raised by the Batches contract.
type BatchesUnpauseNotDue struct {
	Time *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error UnpauseNotDue(uint256 time)
func BatchesUnpauseNotDueErrorID() common.Hash {
	return common.HexToHash("0xe7e72bd4c2ab734316d732a972d604392393e32bc28ddf5bdd14a27150dbb278")
}

// UnpackUnpauseNotDueError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error UnpauseNotDue(uint256 time)
func (batches *Batches) UnpackUnpauseNotDueError(raw []byte) (*BatchesUnpauseNotDue, error) {
	out := new(BatchesUnpauseNotDue)
	if err := batches.abi.UnpackIntoInterface(out, "UnpauseNotDue", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BatchesWindowOpen represents a WindowOpen error raised by the Batches contract.
type BatchesWindowOpen struct {
	Until *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WindowOpen(uint256 until)
func BatchesWindowOpenErrorID() common.Hash {
	return common.HexToHash("0xb317256bb83d3a0e7c565067a7c67553969518b9977a3d2d318c3e3fb33ef1e2")
}

// UnpackWindowOpenError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WindowOpen(uint256 until)
func (batches *Batches) UnpackWindowOpenError(raw []byte) (*BatchesWindowOpen, error) {
	out := new(BatchesWindowOpen)
	if err := batches.abi.UnpackIntoInterface(out, "WindowOpen", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BatchesWrongChains represents a WrongChains error raised by the Batches contract.
type BatchesWrongChains struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongChains()
func BatchesWrongChainsErrorID() common.Hash {
	return common.HexToHash("0x8b7e6fcd44579e60bd7ddacaac6a716c9c430e8c7f1aa88867a81548328faa58")
}

// UnpackWrongChainsError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongChains()
func (batches *Batches) UnpackWrongChainsError(raw []byte) (*BatchesWrongChains, error) {
	out := new(BatchesWrongChains)
	if err := batches.abi.UnpackIntoInterface(out, "WrongChains", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BatchesWrongEpoch represents a WrongEpoch error raised by the Batches contract.
type BatchesWrongEpoch struct {
	Expected uint64
	Given    uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongEpoch(uint64 expected, uint64 given)
func BatchesWrongEpochErrorID() common.Hash {
	return common.HexToHash("0x2b9264ec593278cbe059ca68c627e1b8271a7e014abe4c8622c73486c89e1e93")
}

// UnpackWrongEpochError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongEpoch(uint64 expected, uint64 given)
func (batches *Batches) UnpackWrongEpochError(raw []byte) (*BatchesWrongEpoch, error) {
	out := new(BatchesWrongEpoch)
	if err := batches.abi.UnpackIntoInterface(out, "WrongEpoch", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BatchesWrongNumber represents a WrongNumber error raised by the Batches contract.
type BatchesWrongNumber struct {
	Expected uint64
	Given    uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongNumber(uint64 expected, uint64 given)
func BatchesWrongNumberErrorID() common.Hash {
	return common.HexToHash("0xbdbb1332afdeeb05fe88778087e964358560ce7303d0ac0b86970f2249b09d7f")
}

// UnpackWrongNumberError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongNumber(uint64 expected, uint64 given)
func (batches *Batches) UnpackWrongNumberError(raw []byte) (*BatchesWrongNumber, error) {
	out := new(BatchesWrongNumber)
	if err := batches.abi.UnpackIntoInterface(out, "WrongNumber", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BatchesWrongParent represents a WrongParent error raised by the Batches contract.
type BatchesWrongParent struct {
	Expected [32]byte
	Given    [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongParent(bytes32 expected, bytes32 given)
func BatchesWrongParentErrorID() common.Hash {
	return common.HexToHash("0xf8bef08206294d3587679d9c661dbed145a1f0df35cbb9919c466886819dea8f")
}

// UnpackWrongParentError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongParent(bytes32 expected, bytes32 given)
func (batches *Batches) UnpackWrongParentError(raw []byte) (*BatchesWrongParent, error) {
	out := new(BatchesWrongParent)
	if err := batches.abi.UnpackIntoInterface(out, "WrongParent", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BatchesWrongRange represents a WrongRange error raised by the Batches contract.
type BatchesWrongRange struct {
	ChainId            *big.Int
	ExpectedFirstBlock uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongRange(uint256 chainId, uint64 expectedFirstBlock)
func BatchesWrongRangeErrorID() common.Hash {
	return common.HexToHash("0x67e4283f481fcadadd6ecffb97cf9501f181512c43a09a45d46479ed422e4b40")
}

// UnpackWrongRangeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongRange(uint256 chainId, uint64 expectedFirstBlock)
func (batches *Batches) UnpackWrongRangeError(raw []byte) (*BatchesWrongRange, error) {
	out := new(BatchesWrongRange)
	if err := batches.abi.UnpackIntoInterface(out, "WrongRange", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BatchesWrongSigner represents a WrongSigner error raised by the Batches contract.
type BatchesWrongSigner struct {
	Recovered common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongSigner(address recovered)
func BatchesWrongSignerErrorID() common.Hash {
	return common.HexToHash("0x32c15fc200d7dd37fbdda4b6dcf3c666dc26a587020101795852cde5be582e91")
}

// UnpackWrongSignerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongSigner(address recovered)
func (batches *Batches) UnpackWrongSignerError(raw []byte) (*BatchesWrongSigner, error) {
	out := new(BatchesWrongSigner)
	if err := batches.abi.UnpackIntoInterface(out, "WrongSigner", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BatchesWrongTimestamps represents a WrongTimestamps error raised by the Batches contract.
type BatchesWrongTimestamps struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongTimestamps()
func BatchesWrongTimestampsErrorID() common.Hash {
	return common.HexToHash("0x73aa32b823c98cdad4d3b2d2efcc7b53f17e11ca3614c41069660a5e92f0131d")
}

// UnpackWrongTimestampsError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongTimestamps()
func (batches *Batches) UnpackWrongTimestampsError(raw []byte) (*BatchesWrongTimestamps, error) {
	out := new(BatchesWrongTimestamps)
	if err := batches.abi.UnpackIntoInterface(out, "WrongTimestamps", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BatchesZeroAddress represents a ZeroAddress error raised by the Batches contract.
type BatchesZeroAddress struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ZeroAddress()
func BatchesZeroAddressErrorID() common.Hash {
	return common.HexToHash("0xd92e233df2717d4a40030e20904abd27b68fcbeede117eaaccbbdac9618c8c73")
}

// UnpackZeroAddressError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ZeroAddress()
func (batches *Batches) UnpackZeroAddressError(raw []byte) (*BatchesZeroAddress, error) {
	out := new(BatchesZeroAddress)
	if err := batches.abi.UnpackIntoInterface(out, "ZeroAddress", raw); err != nil {
		return nil, err
	}
	return out, nil
}
