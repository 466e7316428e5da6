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
	ABI: "[{\"type\":\"constructor\",\"inputs\":[{\"name\":\"governor_\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"guardian_\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"blockHashes_\",\"type\":\"address\",\"internalType\":\"contractBlockHashSource\"},{\"name\":\"window_\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"MAX_CHAINS\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"MAX_PAIRS\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"MAX_SIGNERS\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"UNPAUSE_DELAY\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"announce\",\"inputs\":[{\"name\":\"fromBatch\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"members\",\"type\":\"tuple[]\",\"internalType\":\"structDependencySet.Member[]\",\"components\":[{\"name\":\"chainId\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"startBlock\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"name\":\"pairs\",\"type\":\"tuple[]\",\"internalType\":\"structDependencySet.Pair[]\",\"components\":[{\"name\":\"source\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"destination\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"generation\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"open\",\"type\":\"bool\",\"internalType\":\"bool\"}]}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"announceUnpause\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"batchAt\",\"inputs\":[{\"name\":\"number\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"outputs\":[{\"name\":\"\",\"type\":\"tuple\",\"internalType\":\"structBatches.Accepted\",\"components\":[{\"name\":\"batchHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"root\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"lastTimestamp\",\"type\":\"uint48\",\"internalType\":\"uint48\"},{\"name\":\"submittedAt\",\"type\":\"uint48\",\"internalType\":\"uint48\"},{\"name\":\"provenBy\",\"type\":\"address\",\"internalType\":\"address\"}]}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"blockHashes\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"contractBlockHashSource\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"bond\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"chainHead\",\"inputs\":[{\"name\":\"chainId\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"chainsOf\",\"inputs\":[{\"name\":\"version\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"\",\"type\":\"tuple[]\",\"internalType\":\"structDependencySet.Member[]\",\"components\":[{\"name\":\"chainId\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"startBlock\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"challenges\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"codeHashOf\",\"inputs\":[{\"name\":\"chainId\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"deploymentId\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"domainSeparator\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"eip712Domain\",\"inputs\":[],\"outputs\":[{\"name\":\"fields\",\"type\":\"bytes1\",\"internalType\":\"bytes1\"},{\"name\":\"name\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"version\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"chainId\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"verifyingContract\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"salt\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"extensions\",\"type\":\"uint256[]\",\"internalType\":\"uint256[]\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"epoch\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"finalBatch\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"finalize\",\"inputs\":[{\"name\":\"batch\",\"type\":\"tuple\",\"internalType\":\"structClaims.Batch\",\"components\":[{\"name\":\"number\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"parent\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"firstTimestamp\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"lastTimestamp\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"chains\",\"type\":\"tuple[]\",\"internalType\":\"structClaims.ChainRange[]\",\"components\":[{\"name\":\"chainId\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"firstBlock\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"lastBlock\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"lastBlockHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"stateRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"name\":\"burnRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"mintRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"pairsHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"governor\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"guardian\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"hashOf\",\"inputs\":[{\"name\":\"batch\",\"type\":\"tuple\",\"internalType\":\"structClaims.Batch\",\"components\":[{\"name\":\"number\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"parent\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"firstTimestamp\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"lastTimestamp\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"chains\",\"type\":\"tuple[]\",\"internalType\":\"structClaims.ChainRange[]\",\"components\":[{\"name\":\"chainId\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"firstBlock\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"lastBlock\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"lastBlockHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"stateRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"name\":\"burnRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"mintRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"pairsHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"pure\"},{\"type\":\"function\",\"name\":\"isSigner\",\"inputs\":[{\"name\":\"epoch\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"latestBatch\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"markProven\",\"inputs\":[{\"name\":\"number\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"by\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"nameContract\",\"inputs\":[{\"name\":\"chainId\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"codeHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"pairAt\",\"inputs\":[{\"name\":\"version\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"index\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"\",\"type\":\"tuple\",\"internalType\":\"structDependencySet.Pair\",\"components\":[{\"name\":\"source\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"destination\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"generation\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"open\",\"type\":\"bool\",\"internalType\":\"bool\"}]}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"pairCountOf\",\"inputs\":[{\"name\":\"version\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"pairsOf\",\"inputs\":[{\"name\":\"version\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"\",\"type\":\"tuple[]\",\"internalType\":\"structDependencySet.Pair[]\",\"components\":[{\"name\":\"source\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"destination\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"generation\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"open\",\"type\":\"bool\",\"internalType\":\"bool\"}]}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"pause\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"paused\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"prover\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"quorum\",\"inputs\":[{\"name\":\"epoch\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"registerChain\",\"inputs\":[{\"name\":\"chainId\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"rootStore\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"codeHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"retract\",\"inputs\":[{\"name\":\"batch\",\"type\":\"tuple\",\"internalType\":\"structClaims.Batch\",\"components\":[{\"name\":\"number\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"parent\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"firstTimestamp\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"lastTimestamp\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"chains\",\"type\":\"tuple[]\",\"internalType\":\"structClaims.ChainRange[]\",\"components\":[{\"name\":\"chainId\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"firstBlock\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"lastBlock\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"lastBlockHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"stateRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"name\":\"burnRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"mintRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"pairsHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"name\":\"epoch_\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"signatures\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"retractionDigest\",\"inputs\":[{\"name\":\"epoch_\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"batchHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"rootStoreOf\",\"inputs\":[{\"name\":\"chainId\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"setSigners\",\"inputs\":[{\"name\":\"signers\",\"type\":\"address[]\",\"internalType\":\"address[]\"},{\"name\":\"quorum_\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"setSuite\",\"inputs\":[{\"name\":\"prover_\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"challenges_\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"bond_\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"status\",\"inputs\":[{\"name\":\"number\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint8\",\"internalType\":\"enumBatches.Status\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"submitBatch\",\"inputs\":[{\"name\":\"batch\",\"type\":\"tuple\",\"internalType\":\"structClaims.Batch\",\"components\":[{\"name\":\"number\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"parent\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"firstTimestamp\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"lastTimestamp\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"chains\",\"type\":\"tuple[]\",\"internalType\":\"structClaims.ChainRange[]\",\"components\":[{\"name\":\"chainId\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"firstBlock\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"lastBlock\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"lastBlockHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"stateRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"name\":\"burnRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"mintRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"pairsHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"name\":\"epoch_\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"signatures\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"unpause\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"unpauseTime\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"verifyBatchRoot\",\"inputs\":[{\"name\":\"batch\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"root\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"verifyMessage\",\"inputs\":[{\"name\":\"batch\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"leaf\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"proof\",\"type\":\"tuple\",\"internalType\":\"structMessageProof\",\"components\":[{\"name\":\"source\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"destination\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"generation\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"count\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"pairRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"leafIndex\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"siblings\",\"type\":\"bytes32[]\",\"internalType\":\"bytes32[]\"},{\"name\":\"pairIndex\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"pairCount\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"pairSiblings\",\"type\":\"bytes32[]\",\"internalType\":\"bytes32[]\"}]}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"versionAt\",\"inputs\":[{\"name\":\"batch\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"outputs\":[{\"name\":\"version\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"voidBatch\",\"inputs\":[{\"name\":\"batch\",\"type\":\"tuple\",\"internalType\":\"structClaims.Batch\",\"components\":[{\"name\":\"number\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"parent\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"firstTimestamp\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"lastTimestamp\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"chains\",\"type\":\"tuple[]\",\"internalType\":\"structClaims.ChainRange[]\",\"components\":[{\"name\":\"chainId\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"firstBlock\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"lastBlock\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"lastBlockHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"stateRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"name\":\"burnRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"mintRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"pairsHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"voteDigest\",\"inputs\":[{\"name\":\"epoch_\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"batchHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"window\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"event\",\"name\":\"BatchFinal\",\"inputs\":[{\"name\":\"number\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"batchHash\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"BatchProven\",\"inputs\":[{\"name\":\"number\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"batchHash\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"by\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"BatchSubmitted\",\"inputs\":[{\"name\":\"number\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"batchHash\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"root\",\"type\":\"bytes32\",\"indexed\":false,\"internalType\":\"bytes32\"},{\"name\":\"lastTimestamp\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"BatchVoided\",\"inputs\":[{\"name\":\"number\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"batchHash\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"retracted\",\"type\":\"bool\",\"indexed\":false,\"internalType\":\"bool\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"ChainRegistered\",\"inputs\":[{\"name\":\"chainId\",\"type\":\"uint256\",\"indexed\":true,\"internalType\":\"uint256\"},{\"name\":\"rootStore\",\"type\":\"address\",\"indexed\":false,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"ContractNamed\",\"inputs\":[{\"name\":\"chainId\",\"type\":\"uint256\",\"indexed\":true,\"internalType\":\"uint256\"},{\"name\":\"account\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"codeHash\",\"type\":\"bytes32\",\"indexed\":false,\"internalType\":\"bytes32\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"EIP712DomainChanged\",\"inputs\":[],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Paused\",\"inputs\":[],\"anonymous\":false},{\"type\":\"event\",\"name\":\"SignersSet\",\"inputs\":[{\"name\":\"epoch\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"signers\",\"type\":\"address[]\",\"indexed\":false,\"internalType\":\"address[]\"},{\"name\":\"quorum\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"SuiteSet\",\"inputs\":[{\"name\":\"prover\",\"type\":\"address\",\"indexed\":false,\"internalType\":\"address\"},{\"name\":\"challenges\",\"type\":\"address\",\"indexed\":false,\"internalType\":\"address\"},{\"name\":\"bond\",\"type\":\"address\",\"indexed\":false,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"UnpauseAnnounced\",\"inputs\":[{\"name\":\"time\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Unpaused\",\"inputs\":[],\"anonymous\":false},{\"type\":\"event\",\"name\":\"VersionAnnounced\",\"inputs\":[{\"name\":\"version\",\"type\":\"uint256\",\"indexed\":true,\"internalType\":\"uint256\"},{\"name\":\"fromBatch\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"}],\"anonymous\":false},{\"type\":\"error\",\"name\":\"AlreadyFinal\",\"inputs\":[{\"name\":\"number\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"AlreadyProven\",\"inputs\":[{\"name\":\"number\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"AlreadyRegistered\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"BadChains\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"BadGeneration\",\"inputs\":[{\"name\":\"index\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"BadPairs\",\"inputs\":[{\"name\":\"index\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"BadSigners\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"BatchTaken\",\"inputs\":[{\"name\":\"fromBatch\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"BatchesPaused\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"BlockNotFinal\",\"inputs\":[{\"name\":\"chainId\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"DemandOpen\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"ECDSAInvalidSignature\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"ECDSAInvalidSignatureLength\",\"inputs\":[{\"name\":\"length\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"ECDSAInvalidSignatureS\",\"inputs\":[{\"name\":\"s\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"InvalidShortString\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NoQuorum\",\"inputs\":[{\"name\":\"needed\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"given\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"NoVersion\",\"inputs\":[{\"name\":\"batch\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"NotCovered\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NotPaused\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NotRegistered\",\"inputs\":[{\"name\":\"chainId\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"OnlyGovernor\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"OnlyGuardian\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"OnlySuite\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"PairMissing\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"RootMissing\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"RootsDiffer\",\"inputs\":[{\"name\":\"burnRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"mintRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"StringTooLong\",\"inputs\":[{\"name\":\"str\",\"type\":\"string\",\"internalType\":\"string\"}]},{\"type\":\"error\",\"name\":\"SuiteAlreadySet\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"SuiteNotSet\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"UnknownBatch\",\"inputs\":[{\"name\":\"number\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"UnpauseNotDue\",\"inputs\":[{\"name\":\"time\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"WindowOpen\",\"inputs\":[{\"name\":\"until\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"WrongChains\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"WrongEpoch\",\"inputs\":[{\"name\":\"expected\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"given\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"WrongNumber\",\"inputs\":[{\"name\":\"expected\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"given\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"WrongParent\",\"inputs\":[{\"name\":\"expected\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"given\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"WrongRange\",\"inputs\":[{\"name\":\"chainId\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"expectedFirstBlock\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"WrongSigner\",\"inputs\":[{\"name\":\"recovered\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"WrongTimestamps\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"ZeroAddress\",\"inputs\":[]}]",
	ID:  "Batches",
	Bin: "0x6101e08060405234610230576080816142df80380380916100208285610234565b833981010312610230576100338161026b565b906100406020820161026b565b6040820151916001600160a01b0383168303610230576060015192604051610069604082610234565b600a815260208101906939b9b2b8bab2b731b2b960b11b825260405193610091604086610234565b60018552603160f81b60208601908152936001600160a01b03811615801561021f575b6102105760805260a0526100c78161027f565b610160526100d48461027f565b6101805251902091826101205251902080610140524660e0526040519060208201927f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f8452604083015260608201524660808201523060a082015260a0815261013e60c082610234565b51902060c05230610100526101c0526101a052604051613ff490816102eb82396080518181816104f101528181610724015281816113d9015281816116a7015281816126a40152612d03015260a051818181611a5701528181611c830152818161255b0152612599015260c05181613c85015260e05181613d3c01526101005181613c5601526101205181613cd401526101405181613cfa01526101605181611b6d01526101805181611b9601526101a0518181816125190152612c0d01526101c05181818161116b0152612a660152f35b63d92e233d60e01b5f5260045ffd5b506001600160a01b038216156100b4565b5f80fd5b601f909101601f19168101906001600160401b0382119082101761025757604052565b634e487b7160e01b5f52604160045260245ffd5b51906001600160a01b038216820361023057565b601f8151116102aa57602081519101516020821061029b571790565b5f198260200360031b1b161790565b604460209160405192839163305a27a960e01b83528160048401528051918291826024860152018484015e5f828201840152601f01601f19168101030190fdfe60806040526004361015610011575f80fd5b5f3560e01c806304854f5014612d7457806309af4fe614612d4e5780630bb31ab714612d275780630c340a2414612ce45780631859835114612a0657806318c06fcd146128495780631aa6bbf4146127ef57806320bff893146127bb578063278b68821461268b57806332a8f30f146126655780633f4ba83a1461257f578063452a93201461253c578063461645bf146125025780634f5c5e0c14611e5d57806359ecd65714611e425780635c975abb14611e2157806361f22f8414611dc857806364c9ec6f14611da257806378ef2da214611cf85780638456cb5914611c6957806384b0196e14611b5557806385482fbc14611a3d578063872b1f8414611a25578063873406ed146119fe5780638d6b3b6b146119d75780638e1339b3146119435780638f2b81ff14611920578063900cf0cf146118f9578063996cf233146118dd578063a1651fe2146118b3578063a5f1e3221461187c578063b436890414611643578063b7c36b3614611626578063b9142c7514611565578063c00c15f61461145c578063c3d4bd40146113bf578063ca5565801461137a578063cb8322fa1461118f578063cd1f82b91461114c578063d2be06ed14610674578063d2f131f61461064b578063d3de7816146104a5578063d53a9cd614610386578063da097c4a14610353578063db579a261461031a578063e16b1032146102de578063ef44ef9f14610275578063f698da25146102535763faf5877714610234575f80fd5b3461024f575f60031936011261024f57602060405160108152f35b5f80fd5b3461024f575f60031936011261024f57602061026d613c4c565b604051908152f35b3461024f57604060031936011261024f5761028e612e4d565b60036102998261324f565b6102a281612f4e565b1490816102b7575b6020826040519015158152f35b67ffffffffffffffff9150165f52600f6020526020602435600160405f20015414906102aa565b3461024f575f60031936011261024f576020604051818101904682523060408201526040815261030f6060826130a0565b519020604051908152f35b3461024f57602060031936011261024f5767ffffffffffffffff61033c612e4d565b165f526009602052602060405f2054604051908152f35b3461024f57602060031936011261024f576004355f52600260205260206001600160a01b0360405f205416604051908152f35b3461024f57604060031936011261024f5761039f612e4d565b6103a7612f38565b6001600160a01b03600b5416330361047d576103c282613ba9565b60028101805460601c6104475780546bffffffffffffffffffffffff16606084901b7fffffffffffffffffffffffffffffffffffffffff0000000000000000000000001617905567ffffffffffffffff906001600160a01b039054921692167fec832b2bfb8db0d0a3d06dbc01cb9555b2817a766d45719df2743094bfb72e5b5f80a4005b67ffffffffffffffff847f75869329000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b7fea4e6682000000000000000000000000000000000000000000000000000000005f5260045ffd5b3461024f57606060031936011261024f576004356001600160a01b03811680910361024f576104d2612f38565b604435916001600160a01b03831680930361024f576001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016330361062357600b54926001600160a01b0384166105fb57811580156105ea575b80156105e2575b6105ba577fc70384decdf9443d65cd3232493ad64066ff1edda49a7d919b5eb964d6d30cee93827fffffffffffffffffffffffff00000000000000000000000000000000000000006001600160a01b036060968583600d541617600d5516928382600c541617600c551617600b5560405192835260208301526040820152a1005b7fd92e233d000000000000000000000000000000000000000000000000000000005f5260045ffd5b508015610539565b506001600160a01b03831615610532565b7f2c31ce5b000000000000000000000000000000000000000000000000000000005f5260045ffd5b7fe0a8b920000000000000000000000000000000000000000000000000000000005f5260045ffd5b3461024f575f60031936011261024f57602067ffffffffffffffff5f5460081c16604051908152f35b3461024f57606060031936011261024f5761068d612e4d565b60243567ffffffffffffffff811161024f573660238201121561024f5780600401359067ffffffffffffffff821161024f576024810190602436918460061b01011161024f576044359067ffffffffffffffff821161024f573660238301121561024f5781600401359167ffffffffffffffff831161024f576024810190602436918560071b01011161024f576001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000163303610623576001549267ffffffffffffffff8061076881600d5460a01c166131a6565b1696169586108015611119575b6110ed5768010000000000000000841015610d265760018401948560015561079c85613003565b50938767ffffffffffffffff19865416178555600154821580156110e3575b61101357600186015f5b848110610ec65750505050505f92600154906101008311610e98576002019167ffffffffffffffff8216905f5b81811061094857505050505050811515908161088f575b5061086757811061083a577faf43a6d0e9bb054eddbe704c42aa874c50e65201f5b79ad7f680d4d2768c7b905f80a3005b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b7f63a68e8e000000000000000000000000000000000000000000000000000000005f5260045ffd5b90505f19820182811161083a576108a7600291613003565b500180545f9291835b8281106108c257505050141584610809565b6108d56108cf82846132e0565b506132f5565b60608101511590811591610906575b506108f2575b6001016108b0565b936108fe600191613c3e565b9490506108ea565b905061091c67ffffffffffffffff825116613e1c565b908161092a575b50896108e4565b60200151610942915067ffffffffffffffff16613e1c565b89610923565b610953818388613c21565b9061095d82613191565b91602081019267ffffffffffffffff8061097686613191565b169116148015610e7c575b8015610e5a575b610dff5781151580610e2b575b610dff5767ffffffffffffffff6109ab82613191565b165f52600560205260405f2067ffffffffffffffff6109c985613191565b165f5260205260405f2090604051916109e183613084565b549167ffffffffffffffff83169283825260ff6040602084019367ffffffffffffffff84831c168552019160801c16159384159081835260408501958167ffffffffffffffff610a3089613191565b16149283610ddc575b505067ffffffffffffffff80610a57610a5189613191565b936131a6565b169116149182610dc8575b82610dbe575b5067ffffffffffffffff610a7b86613191565b1615918215610da3575b5050610d77575167ffffffffffffffff168015159081610d63575b50610d53575b610aaf82613191565b906060810191610abe83613c31565b67ffffffffffffffff60405192610ad484613084565b168252610b7767ffffffffffffffff602084018b815260408501931515845281610afd87613191565b165f52600560205260405f2082610b138c613191565b165f52602052818060405f209651161667ffffffffffffffff19865416178555511683907fffffffffffffffffffffffffffffffff0000000000000000ffffffffffffffff6fffffffffffffffff000000000000000083549260401b169116179055565b5181547fffffffffffffffffffffffffffffff00ffffffffffffffffffffffffffffffff1690151560801b70ff0000000000000000000000000000000016179055885468010000000000000000811015610d2657806001610bdb92018b558a6132e0565b939093610cfa57610c57610c1660019767ffffffffffffffff610c00610c5c96613191565b1667ffffffffffffffff19885416178755613191565b85547fffffffffffffffffffffffffffffffff0000000000000000ffffffffffffffff1660409190911b6fffffffffffffffff000000000000000016178555565b613191565b907fffffffffffffff000000000000000000ffffffffffffffffffffffffffffffff78ff000000000000000000000000000000000000000000000000610ce877ffffffffffffffff0000000000000000000000000000000086549560801b1693847fffffffffffffffff0000000000000000ffffffffffffffffffffffffffffffff8716178755613c31565b151560c01b16921617179055016107f2565b7f4e487b71000000000000000000000000000000000000000000000000000000005f525f60045260245ffd5b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b98610d5d90613c3e565b98610aa6565b5f198901915088821161083a57148e610aa0565b837f3754a4e5000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b9091508115610db6575b50158f80610a85565b90508f610dad565b511591505f610a68565b9150610dd660608501613c31565b91610a62565b919250610dec575b905f80610a39565b50610df960608501613c31565b15610de4565b507fc85c5472000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b50610e3581613e3f565b5f19830183811161083a57610e4e610e5391878c613c21565b613e3f565b1015610995565b50610e7667ffffffffffffffff610e7085613191565b16613e1c565b15610988565b50610e9267ffffffffffffffff610e7083613191565b15610981565b7fc85c5472000000000000000000000000000000000000000000000000000000005f5261010060045260245ffd5b610ed1818686613c11565b90801515806110ac575b6110135767ffffffffffffffff610ef183613191565b165f5260026020526001600160a01b0360405f2054161561106e5767ffffffffffffffff610f1e83613191565b165f52600460205260405f205415801561103b575b602083019067ffffffffffffffff610f4a83613191565b161515901515036110135767ffffffffffffffff610f6784613191565b165f5260046020528460405f2055835468010000000000000000811015610d2657806001610f9892018655856132e0565b610cfa57610fcd61100d9267ffffffffffffffff610fb7600197613191565b1667ffffffffffffffff19845416178355613191565b7fffffffffffffffffffffffffffffffff0000000000000000ffffffffffffffff6fffffffffffffffff000000000000000083549260401b169116179055565b016107c5565b7ff2d445ef000000000000000000000000000000000000000000000000000000005f5260045ffd5b5067ffffffffffffffff61104e83613191565b165f52600460205260405f20545f1985019085821161083a571415610f33565b67ffffffffffffffff61108083613191565b7f05ce1197000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b506110b682613191565b5f19820182811161083a5767ffffffffffffffff6110d9610c5782938b8b613c11565b1691161115610edb565b50601083116107bb565b857f8dce2f5f000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b50831515801561077557505f19840184811161083a5761114167ffffffffffffffff91613003565b505416861115610775565b3461024f575f60031936011261024f5760206040516001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000168152f35b3461024f5761119d36612e79565b6001600160a01b03600c5416330361047d576111b881613492565b906111c281613191565b67ffffffffffffffff80600e54169116111561133c57600282015460601c6112fe576080810191905f5b6111f684836131eb565b905081101561125c5780611221602061121b60019461121589886131eb565b9061323f565b01613191565b61122f8261121588876131eb565b355f52601060205267ffffffffffffffff60405f20911667ffffffffffffffff19825416179055016111ec565b506112c39061127261126d82613191565b6132c0565b7fffffffff0000000000000000ffffffffffffffffffffffffffffffffffffffff7bffffffffffffffff0000000000000000000000000000000000000000600d549260a01b16911617600d55613191565b9054907f5b9019aec9351532f4d1d4ce56f979fbeb476072716a98042b56590ccbe50a23602067ffffffffffffffff604051935f85521692a3005b61131067ffffffffffffffff91613191565b7f75869329000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b61134e67ffffffffffffffff91613191565b7fafb09421000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b3461024f57604060031936011261024f57611393612f38565b6004355f5260036020526001600160a01b0360405f2091165f52602052602060405f2054604051908152f35b3461024f576113cd36612f85565b90916001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001633036106235767ffffffffffffffff1691825f5260026020526001600160a01b0360405f205416156114305761142e926138d0565b005b827f05ce1197000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b3461024f57602060031936011261024f576004355f19810190811161083a57611486600291613003565b5001805490611494826130e1565b916114a260405193846130a0565b8083526020830180925f5260205f205f915b838310611548578486604051918291602083019060208452518091526040830191905f5b8181106114e6575050500390f35b91935091602060808261153a60019488516060809167ffffffffffffffff815116845267ffffffffffffffff602082015116602085015267ffffffffffffffff604082015116604085015201511515910152565b0194019101918493926114d8565b600160208192611557856132f5565b8152019201920191906114b4565b3461024f57602060031936011261024f5760a06115ae611583612e4d565b5f60806040516115928161304c565b8281528260208201528260408201528260608201520152613ba9565b6001600160a01b03604051916115c38361304c565b65ffffffffffff815493848152816002600185015494602084019586520154936040830190828616825260806060850194848860301c168652019560601c8652604051978852516020880152511660408601525116606084015251166080820152f35b3461024f575f60031936011261024f576020604051620151808152f35b3461024f57604060031936011261024f5760043567ffffffffffffffff811161024f573660238201121561024f57806004013567ffffffffffffffff811161024f576024820191602436918360051b01011161024f57602435916001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001633036106235782158015611873575b8015611869575b611841576008549267ffffffffffffffff84169367ffffffffffffffff851461083a5767ffffffffffffffff600167ffffffffffffffff1996011694859116176008555f5f905b8482106117bc575050835f5260096020528060405f205560405192806040850160408652526060840192905f905b80821061178957867f80a5c7960f6a0acc0924eb723d6f064e3159bf8a3786198432e17cb05e6b92788780888860208301520390a2005b9091938435906001600160a01b038216820361024f57602080916001600160a01b03600194168152019501920190611752565b6001600160a01b03806117d86117d385898961342d565b61343d565b9216911611156118415760016117f26117d383878761342d565b91865f52600a60205260405f206001600160a01b0384165f5260205260405f20827fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff008254161790550190611724565b7f8f806202000000000000000000000000000000000000000000000000000000005f5260045ffd5b50604082116116dd565b508183116116d6565b3461024f57602060031936011261024f576004355f19810190811161083a5760026118a8602092613003565b500154604051908152f35b3461024f575f60031936011261024f57602067ffffffffffffffff600d5460a01c16604051908152f35b3461024f575f60031936011261024f5760206040516101008152f35b3461024f575f60031936011261024f57602067ffffffffffffffff60085416604051908152f35b3461024f57602060031936011261024f57602061026d61193e612e4d565b61339a565b3461024f57606060031936011261024f5761195c612e4d565b6044359067ffffffffffffffff821161024f57610140600319833603011261024f5760209161198a8261324f565b61199381612f4e565b151591826119a8575b50506040519015158152f35b6119d0925067ffffffffffffffff165f52600f8352600401602435600160405f2001546139a9565b828061199c565b3461024f575f60031936011261024f57602067ffffffffffffffff600e5416604051908152f35b3461024f57604060031936011261024f57602061026d611a1c612e4d565b60243590613347565b3461024f57602061026d611a3836612e79565b6134f6565b3461024f575f60031936011261024f576001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000163303611b2d575f5460ff811615611b055762015180420180421161083a577f9e4e8f56846e8633bee32381f47077b6e9685ecda18879fc9259a72d9c391c4f917fffffffffffffffffffffffffffffffffffffffffffffff0000000000000000ff68ffffffffffffffff0060209360081b16911617805f5567ffffffffffffffff6040519160081c168152a1005b7f6cd60201000000000000000000000000000000000000000000000000000000005f5260045ffd5b7fcae1d956000000000000000000000000000000000000000000000000000000005f5260045ffd5b3461024f575f60031936011261024f57611c0d611b917f0000000000000000000000000000000000000000000000000000000000000000613d62565b611bba7f0000000000000000000000000000000000000000000000000000000000000000613d62565b6020611c1b60405192611bcd83856130a0565b5f84525f3681376040519586957f0f00000000000000000000000000000000000000000000000000000000000000875260e08588015260e0870190612fc0565b908582036040870152612fc0565b4660608501523060808501525f60a085015283810360c08501528180845192838152019301915f5b828110611c5257505050500390f35b835185528695509381019392810192600101611c43565b3461024f575f60031936011261024f576001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000163303611b2d5760017fffffffffffffffffffffffffffffffffffffffffffffff0000000000000000005f5416175f557f9e87fac88ff661f02d44f95383c817fece4bce600a3dab7a54406878b965e7525f80a1005b3461024f57604060031936011261024f576004355f6060604051611d1b81613068565b82815282602082015282604082015201525f19810190811161083a57611d556108cf611d48608093613003565b50600260243591016132e0565b611da060405180926060809167ffffffffffffffff815116845267ffffffffffffffff602082015116602085015267ffffffffffffffff604082015116604085015201511515910152565bf35b3461024f575f60031936011261024f5760206001600160a01b03600d5416604051908152f35b3461024f57602060031936011261024f576004355f52601060205267ffffffffffffffff60405f20541680155f14611e11575060205f5b67ffffffffffffffff60405191168152f35b611e1c6020916132c0565b611dff565b3461024f575f60031936011261024f57602060ff5f54166040519015158152f35b3461024f575f60031936011261024f57602060405160408152f35b3461024f57611e6b36612ead565b909160ff5f54166124da57600d546001600160a01b03811680156124b2576020600491604051928380927f137396e40000000000000000000000000000000000000000000000000000000082525afa9081156124a7575f91612478575b50156124505760a01c67ffffffffffffffff16611ee485613191565b67ffffffffffffffff80611ef7846131a6565b16911603612408575f52600f60205260405f20602085013581548082036123da575050604085019067ffffffffffffffff65ffffffffffff6002611f3a85613191565b93015416911611908115916123af575b50801561238b575b6123635760a084013590811561233b5760c085013580830361230c5750611f7b61193e86613191565b5f19810190811161083a57611f8f90613003565b509067ffffffffffffffff60018301925416926080870194611fb186896131eb565b9050845403612131575f5b845481101561215957611fd8611fd282876132e0565b506130f9565b611fe6826112158a8d6131eb565b67ffffffffffffffff825116813503612131578767ffffffffffffffff61200c8d613191565b16148061211a575b156120f25767ffffffffffffffff806020840151165b8161203760208501613191565b9116911681148015906120d4575b61209a57509067ffffffffffffffff61206b61206660406001969501613191565b6131a6565b9151165f52601060205267ffffffffffffffff60405f20911667ffffffffffffffff1982541617905501611fbc565b67ffffffffffffffff8351167f67e4283f000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b508067ffffffffffffffff6120eb60408501613191565b1610612045565b67ffffffffffffffff8251165f52601060205267ffffffffffffffff8060405f20541661202a565b5067ffffffffffffffff6020830151161515612014565b7f8b7e6fcd000000000000000000000000000000000000000000000000000000005f5260045ffd5b50604067ffffffffffffffff896121a57fdb6e60ec5f5a428bc93e6d6d01e3311c66ed55b1e39eb861d9ccd215135d416d948b612195846134f6565b986121a08a82613347565b613735565b6121ae81613191565b7fffffffff0000000000000000ffffffffffffffffffffffffffffffffffffffff7bffffffffffffffff0000000000000000000000000000000000000000600d549260a01b16911617600d55816122fc6122f66060840193610c5765ffffffffffff61221987613191565b166001600160a01b03895161222d8161304c565b8d815260208101908d82528b810193845265ffffffffffff60026060830192824216845260808101945f86528c6122638b613191565b165f52600f6020528f5f2091518255516001820155019451167fffffffffffffffffffffffffffffffffffffffff0000000000000000000000006bffffffffffff0000000000008654935160301b1692161717835551166bffffffffffffffffffffffff7fffffffffffffffffffffffffffffffffffffffff00000000000000000000000083549260601b169116179055565b92613191565b84519687521660208601521692a3005b827ff87485e1000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b7fdee98370000000000000000000000000000000000000000000000000000000005f5260045ffd5b7f73aa32b8000000000000000000000000000000000000000000000000000000005f5260045ffd5b5065ffffffffffff67ffffffffffffffff6123a860608701613191565b1611611f52565b905067ffffffffffffffff806123d06123ca60608901613191565b93613191565b1691161085611f4a565b7ff8bef082000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b8467ffffffffffffffff61241f6122f682946131a6565b917fbdbb1332000000000000000000000000000000000000000000000000000000005f52166004521660245260445ffd5b7fd85c1cd7000000000000000000000000000000000000000000000000000000005f5260045ffd5b61249a915060203d6020116124a0575b61249281836130a0565b8101906131c6565b86611ec8565b503d612488565b6040513d5f823e3d90fd5b7f3e93c3e9000000000000000000000000000000000000000000000000000000005f5260045ffd5b7f6b1aa76f000000000000000000000000000000000000000000000000000000005f5260045ffd5b3461024f575f60031936011261024f5760206040517f00000000000000000000000000000000000000000000000000000000000000008152f35b3461024f575f60031936011261024f5760206040516001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000168152f35b3461024f575f60031936011261024f576001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000163303611b2d575f5460ff811615611b055767ffffffffffffffff8160081c16908115801561265c575b612630577fffffffffffffffffffffffffffffffffffffffffffffff000000000000000000165f557fa45f47fdea8a1efdd9029a5691c7f759c32b7c698632b563573e155625d169335f80a1005b507fe7e72bd4000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b508142106125e2565b3461024f575f60031936011261024f5760206001600160a01b03600b5416604051908152f35b3461024f5761269936612f85565b916001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001633036106235767ffffffffffffffff1691821580156127b2575b80156127a1575b61101357825f5260026020526001600160a01b0360405f205416612779577f7f74812a5c28f04eea9007878d0e63eb304afe494a442babbe1b2875fbc1cfd691612770602092855f526002845260405f20926001600160a01b03811693847fffffffffffffffffffffffff0000000000000000000000000000000000000000825416179055866138d0565b604051908152a2005b7f3a81d6fc000000000000000000000000000000000000000000000000000000005f5260045ffd5b506001600160a01b038216156126e5565b504683146126de565b3461024f57602060031936011261024f5760206127de6127d9612e4d565b61324f565b604051906127eb81612f4e565b8152f35b3461024f57604060031936011261024f57612808612e4d565b67ffffffffffffffff612819612f38565b91165f52600a6020526001600160a01b0360405f2091165f52602052602060ff60405f2054166040519015158152f35b3461024f5761286f61285a36612ead565b916121a06128698596956134f6565b82613133565b600460206001600160a01b03600c5416604051928380927fbd546d450000000000000000000000000000000000000000000000000000000082525afa9081156124a7575f916129d4575b506129ac576128c781613492565b906128d181613191565b67ffffffffffffffff80600e54169116111561133c57600282015460601c6112fe576080810191905f5b61290584836131eb565b905081101561295f5780612924602061121b60019461121589886131eb565b6129328261121588876131eb565b355f52601060205267ffffffffffffffff60405f20911667ffffffffffffffff19825416179055016128fb565b506129709061127261126d82613191565b9054907f5b9019aec9351532f4d1d4ce56f979fbeb476072716a98042b56590ccbe50a23602067ffffffffffffffff60405193600185521692a3005b7fa990b857000000000000000000000000000000000000000000000000000000005f5260045ffd5b90506020813d6020116129fe575b816129ef602093836130a0565b8101031261024f5751826128b9565b3d91506129e2565b3461024f57612a1436612e79565b612a1d81613191565b600e549167ffffffffffffffff831667ffffffffffffffff80612a3f836131a6565b169316928303612ca25750612a5381613492565b9060028201548060601c15612bb6575b507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316939260808201925f5b612aa185856131eb565b9050811015612b7c57612ab88161121587876131eb565b8035906060612ac960408301613191565b9167ffffffffffffffff604051937fb6637aea000000000000000000000000000000000000000000000000000000008552856004860152166024840152013560448201526020816064818c5afa9081156124a7575f91612b5e575b5015612b335750600101612a97565b7fdd379f41000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b612b76915060203d81116124a05761249281836130a0565b89612b24565b508167ffffffffffffffff19861617600e5554907ffe975803dfeaa96a7892c771434f0b8f9e4156bbd06f9365b7d162032bd2145e5f80a3005b602460206001600160a01b03600c5416604051928380927f703f3cf60000000000000000000000000000000000000000000000000000000082528960048301525afa9081156124a7575f91612c83575b506129ac577f00000000000000000000000000000000000000000000000000000000000000009060301c65ffffffffffff16612c4282826131de565b4210612c4e5750612a63565b612c5892506131de565b7fb317256b000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b612c9c915060203d6020116124a05761249281836130a0565b86612c06565b67ffffffffffffffff612cb584926131a6565b7fbdbb1332000000000000000000000000000000000000000000000000000000005f521660045260245260445ffd5b3461024f575f60031936011261024f5760206040516001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000168152f35b3461024f57604060031936011261024f57602061026d612d45612e4d565b60243590613133565b3461024f575f60031936011261024f5760206001600160a01b03600c5416604051908152f35b3461024f57602060031936011261024f576004355f19810190811161083a57612d9e600191613003565b5001805490612dac826130e1565b91612dba60405193846130a0565b8083526020830180925f5260205f205f915b838310612e30578486604051918291602083019060208452518091526040830191905f5b818110612dfe575050500390f35b919350916020604060019267ffffffffffffffff83885182815116845201511683820152019401910191849392612df0565b600160208192612e3f856130f9565b815201920192019190612dcc565b6004359067ffffffffffffffff8216820361024f57565b359067ffffffffffffffff8216820361024f57565b602060031982011261024f576004359067ffffffffffffffff821161024f57600319826101009203011261024f5760040190565b90606060031983011261024f5760043567ffffffffffffffff811161024f57610100600319828503011261024f576004019160243567ffffffffffffffff8116810361024f579160443567ffffffffffffffff811161024f578260238201121561024f5780600401359267ffffffffffffffff841161024f576024848301011161024f576024019190565b602435906001600160a01b038216820361024f57565b60041115612f5857565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52602160045260245ffd5b600319606091011261024f5760043567ffffffffffffffff8116810361024f57906024356001600160a01b038116810361024f579060443590565b907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f602080948051918291828752018686015e5f8582860101520116010190565b60015481101561301f5760015f52600360205f20910201905f90565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52603260045260245ffd5b60a0810190811067ffffffffffffffff821117610d2657604052565b6080810190811067ffffffffffffffff821117610d2657604052565b6060810190811067ffffffffffffffff821117610d2657604052565b90601f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0910116810190811067ffffffffffffffff821117610d2657604052565b67ffffffffffffffff8111610d265760051b60200190565b906040516040810181811067ffffffffffffffff821117610d2657604052602067ffffffffffffffff829454818116845260401c16910152565b61318e916040519067ffffffffffffffff60208301937f1c458153e2001b02ec602f7b6b68f8a0600404c1d772fee2bb3b4ddcfc188c5385521660408301526060820152606081526131866080826130a0565b519020613451565b90565b3567ffffffffffffffff8116810361024f5790565b67ffffffffffffffff60019116019067ffffffffffffffff821161083a57565b9081602091031261024f5751801515810361024f5790565b9190820180921161083a57565b9035907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe18136030182121561024f570180359067ffffffffffffffff821161024f576020019160a082023603831361024f57565b919081101561301f5760a0020190565b67ffffffffffffffff16801580156132a8575b6132a35767ffffffffffffffff600e541681111561329d575f52600f602052600260405f20015460601c155f1461329857600190565b600290565b50600390565b505f90565b5067ffffffffffffffff600d5460a01c168111613262565b67ffffffffffffffff5f199116019067ffffffffffffffff821161083a57565b805482101561301f575f5260205f2001905f90565b9060405161330281613068565b606060ff82945467ffffffffffffffff8116845267ffffffffffffffff8160401c16602085015267ffffffffffffffff8160801c16604085015260c01c161515910152565b61318e916040519067ffffffffffffffff60208301937f782425d6929512d20d641e215f07f082511c19a0a7d89ade5512a9e0030c57ca85521660408301526060820152606081526131866080826130a0565b6001545b80158015806133fb575b156133b95761083a575f190161339e565b50919082156133c55750565b67ffffffffffffffff907f52623c65000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b505f19820182811161083a5761341967ffffffffffffffff91613003565b50541667ffffffffffffffff8416106133a8565b919081101561301f5760051b0190565b356001600160a01b038116810361024f5790565b60429061345c613c4c565b90604051917f19010000000000000000000000000000000000000000000000000000000000008352600283015260228201522090565b906134a461349f83613191565b613ba9565b9182546134b0826134f6565b036134b85750565b6134ca67ffffffffffffffff91613191565b7f29323fff000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b906080820161350581846131eb565b93905061352a613514856130e1565b9461352260405196876130a0565b8086526130e1565b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe06020860191013682375f5b85518110156136165761356d8161121586866131eb565b604051608060208201927ff9388a1f6b73460ec3bc2ea2df0a217c44766cb3b2e73cb974b34fc353afa48284528035604084015267ffffffffffffffff6135b660208301612e64565b16606084015267ffffffffffffffff6135d160408301612e64565b1682840152606081013560a0840152013560c082015260c081526135f660e0826130a0565b51902090865181101561301f5760019160208260051b8901015201613556565b509390915061362482613191565b9161363160408201613191565b9161363e60608301613191565b90604051602081018092519098905f5b81811061371f57505050908161369967ffffffffffffffff9360e09798999a037fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe081018352826130a0565b5190209181604051968160208901997fd882d76c96feb7c660da4cd1fdaa0269fd21e88b6df78987ffcced39eb5303f28b52166040890152602086013560608901521660808701521660a085015260c084015260a08101358284015260c081013561010084015201356101208201526101208152613719610140826130a0565b51902090565b82518b5260209a8b019a9092019160010161364e565b9092919267ffffffffffffffff80600854169116908082148015906138c8575b61389a5750805f52600960205260405f2054926041810493808510801561388e575b61385e57505f94855b8587106137905750505050505050565b60418702908782046041148815171561083a576001880180891161083a5760418102908082046041149015171561083a5780831161024f5784811161024f57826137eb936137e2920390850188613e77565b90939193613eab565b6001600160a01b038083169116811180159061383d575b6138125750600190960195613780565b7f32c15fc2000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b50845f52600a60205260405f20815f5260205260ff60405f20541615613802565b84907fa07c49af000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b50604182061515613777565b7f2b9264ec000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b508115613755565b908215801561392d575b6127795760206001600160a01b037fabe511c95cf959556abf80db64291468324970f250001b742a6e4708d86a361292845f526003835260405f208282165f5283528560405f20556040519586521693a3565b50815f52600360205260405f206001600160a01b0382165f5260205260405f205415156138da565b9035907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe18136030182121561024f570180359067ffffffffffffffff821161024f57602001918160051b3603831361024f57565b9160a081013591606082013591828410801590613b9d575b613b945760c081019160206139d68484613955565b905003613b8a5760e0820135926101008301359586851015613b7e57610120840192613a028486613955565b90506fffffffffffffffffffffffffffffffff891160071b67ffffffffffffffff8a821c1160061b1763ffffffff8a821c1160051b1761ffff8a821c1160041b1760ff8a821c1160031b17600f8a821c1160021b177d0101020202020303030303030303000000000000000000000000000000008a821c1a17896001821b100103613b7157613a94613a9c9386613955565b929091613db9565b906080830135809203613b6657613b1a94613a94926040519060208201927f114043393a73c9a1e372397dac5d1369dd79cb3c685dc3b9c8c3ad92d785889a845286356040840152602087013560608401526040870135608084015260a083015260c082015260c08152613b1160e0826130a0565b51902092613955565b6040519060208201927f6eeb585bc360123bd27b4ac3a019001984caac1564ca4c243f45644fad16630884526040830152606082015260608152613b5f6080826130a0565b5190201490565b505050505050505f90565b5050505050505050505f90565b50505050505050505f90565b5050505050505f90565b50505050505f90565b508260201c15156139c1565b67ffffffffffffffff1680158015613bf9575b613bce575f52600f60205260405f2090565b7f29323fff000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b5067ffffffffffffffff600d5460a01c168111613bbc565b919081101561301f5760061b0190565b919081101561301f5760071b0190565b35801515810361024f5790565b5f19811461083a5760010190565b6001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016301480613d39575b15613ca7577f000000000000000000000000000000000000000000000000000000000000000090565b60405160208101907f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f82527f000000000000000000000000000000000000000000000000000000000000000060408201527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a082015260a0815261371960c0826130a0565b507f00000000000000000000000000000000000000000000000000000000000000004614613c7e565b60ff811690601f8211613d915760405191613d7e6040846130a0565b6020808452838101919036833783525290565b7fb3512b0c000000000000000000000000000000000000000000000000000000005f5260045ffd5b92915f925b808410613dcc575050505090565b90919293600184861c16155f14613e0057613de885838561342d565b35905f52602052600160405f205b9401929190613dbe565b613e0b85838561342d565b355f52602052600160405f20613df6565b468114908115613e2a575090565b90505f52600460205260405f20546001541490565b67ffffffffffffffff613e7260206fffffffffffffffff0000000000000000613e6785613191565b60401b169301613191565b161790565b9060418303613ea157613e9a9250602081013591604082359201355f1a90613f72565b9192909190565b50505f9160029190565b613eb481612f4e565b80613ebd575050565b613ec681612f4e565b60018103613ef6577ff645eedf000000000000000000000000000000000000000000000000000000005f5260045ffd5b613eff81612f4e565b60028103613f3357507ffce698f7000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b600390613f3f81612f4e565b14613f475750565b7fd78bce0c000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b91907f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a08411613fe9579160209360809260ff5f9560405194855216868401526040830152606082015282805260015afa156124a7575f516001600160a01b03811615613fdf57905f905f90565b505f906001905f90565b5050505f916003919056",
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
