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

// OrderedDataMetaData contains all meta data concerning the OrderedData contract.
var OrderedDataMetaData = bind.MetaData{
	ABI: "[{\"type\":\"function\",\"name\":\"publish\",\"inputs\":[{\"name\":\"batch\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"batchHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"part\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"parts\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"publishBlobs\",\"inputs\":[{\"name\":\"batch\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"batchHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"part\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"parts\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"count\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"event\",\"name\":\"Published\",\"inputs\":[{\"name\":\"batch\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"batchHash\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"by\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"part\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"},{\"name\":\"parts\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"PublishedBlobs\",\"inputs\":[{\"name\":\"batch\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"batchHash\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"by\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"part\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"},{\"name\":\"parts\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"},{\"name\":\"versionedHashes\",\"type\":\"bytes32[]\",\"indexed\":false,\"internalType\":\"bytes32[]\"}],\"anonymous\":false},{\"type\":\"error\",\"name\":\"NoSuchBlob\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NoSuchPart\",\"inputs\":[]}]",
	ID:  "OrderedData",
	Bin: "0x608080604052346015576103a8908161001a8239f35b5f80fdfe6080806040526004361015610012575f80fd5b5f3560e01c908163741476f9146102ba575063ba4e16c314610032575f80fd5b346102b65760a07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126102b657610069610379565b606435906084356044358381101561028e578115801561022f575b6102075761009182610390565b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f604051920116810181811067ffffffffffffffff8211176101da576040528281526100de83610390565b927fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe06020830194013685375f5b81811061018f5750506040519460608601928652602086015260606040860152518091526080840191905f5b818110610179575050507f6018b9ade6754783e9f4569c8b5e1c9fec6bb60ddc3a51a6c90d7b7580fa804b33938067ffffffffffffffff6024359516930390a4005b8251845260209384019390920191600101610137565b82518110156101ad57806001914960208260051b860101520161010b565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52603260045260245ffd5b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b7f67215889000000000000000000000000000000000000000000000000000000005f5260045ffd5b507fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8201828111610261574915610084565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b7f53e74f6b000000000000000000000000000000000000000000000000000000005f5260045ffd5b5f80fd5b346102b65760a07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126102b6576102f1610379565b60643560443560843567ffffffffffffffff81116102b657366023820112156102b657806004013567ffffffffffffffff81116102b657369101602401116102b6578181101561028e578352602083015233917f5404ccca524895cb4a005dfa8710f151cfb9b4370f2a4e4e8b46445db03d0186604067ffffffffffffffff602435941692a4005b6004359067ffffffffffffffff821682036102b657565b67ffffffffffffffff81116101da5760051b6020019056",
}

// OrderedData is an auto generated Go binding around an Ethereum contract.
type OrderedData struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *OrderedData) GetABI() abi.ABI {
	return c.abi
}

// NewOrderedData creates a new instance of OrderedData.
func NewOrderedData() *OrderedData {
	parsed, err := OrderedDataMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &OrderedData{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *OrderedData) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackPublish is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x741476f9.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function publish(uint64 batch, bytes32 batchHash, uint256 part, uint256 parts, bytes ) returns()
func (orderedData *OrderedData) PackPublish(batch uint64, batchHash [32]byte, part *big.Int, parts *big.Int, arg4 []byte) []byte {
	enc, err := orderedData.abi.Pack("publish", batch, batchHash, part, parts, arg4)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPublish is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x741476f9.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function publish(uint64 batch, bytes32 batchHash, uint256 part, uint256 parts, bytes ) returns()
func (orderedData *OrderedData) TryPackPublish(batch uint64, batchHash [32]byte, part *big.Int, parts *big.Int, arg4 []byte) ([]byte, error) {
	return orderedData.abi.Pack("publish", batch, batchHash, part, parts, arg4)
}

// PackPublishBlobs is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xba4e16c3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function publishBlobs(uint64 batch, bytes32 batchHash, uint256 part, uint256 parts, uint256 count) returns()
func (orderedData *OrderedData) PackPublishBlobs(batch uint64, batchHash [32]byte, part *big.Int, parts *big.Int, count *big.Int) []byte {
	enc, err := orderedData.abi.Pack("publishBlobs", batch, batchHash, part, parts, count)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPublishBlobs is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xba4e16c3.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function publishBlobs(uint64 batch, bytes32 batchHash, uint256 part, uint256 parts, uint256 count) returns()
func (orderedData *OrderedData) TryPackPublishBlobs(batch uint64, batchHash [32]byte, part *big.Int, parts *big.Int, count *big.Int) ([]byte, error) {
	return orderedData.abi.Pack("publishBlobs", batch, batchHash, part, parts, count)
}

// OrderedDataPublished represents a Published event raised by the OrderedData contract.
type OrderedDataPublished struct {
	Batch     uint64
	BatchHash [32]byte
	By        common.Address
	Part      *big.Int
	Parts     *big.Int
	Raw       *types.Log // Blockchain specific contextual infos
}

const OrderedDataPublishedEventName = "Published"

// ContractEventName returns the user-defined event name.
func (OrderedDataPublished) ContractEventName() string {
	return OrderedDataPublishedEventName
}

// UnpackPublishedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Published(uint64 indexed batch, bytes32 indexed batchHash, address indexed by, uint256 part, uint256 parts)
func (orderedData *OrderedData) UnpackPublishedEvent(log *types.Log) (*OrderedDataPublished, error) {
	event := "Published"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != orderedData.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(OrderedDataPublished)
	if len(log.Data) > 0 {
		if err := orderedData.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range orderedData.abi.Events[event].Inputs {
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

// OrderedDataPublishedBlobs represents a PublishedBlobs event raised by the OrderedData contract.
type OrderedDataPublishedBlobs struct {
	Batch           uint64
	BatchHash       [32]byte
	By              common.Address
	Part            *big.Int
	Parts           *big.Int
	VersionedHashes [][32]byte
	Raw             *types.Log // Blockchain specific contextual infos
}

const OrderedDataPublishedBlobsEventName = "PublishedBlobs"

// ContractEventName returns the user-defined event name.
func (OrderedDataPublishedBlobs) ContractEventName() string {
	return OrderedDataPublishedBlobsEventName
}

// UnpackPublishedBlobsEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event PublishedBlobs(uint64 indexed batch, bytes32 indexed batchHash, address indexed by, uint256 part, uint256 parts, bytes32[] versionedHashes)
func (orderedData *OrderedData) UnpackPublishedBlobsEvent(log *types.Log) (*OrderedDataPublishedBlobs, error) {
	event := "PublishedBlobs"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != orderedData.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(OrderedDataPublishedBlobs)
	if len(log.Data) > 0 {
		if err := orderedData.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range orderedData.abi.Events[event].Inputs {
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
func (orderedData *OrderedData) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], orderedData.abi.Errors["NoSuchBlob"].ID.Bytes()[:4]) {
		return orderedData.UnpackNoSuchBlobError(raw[4:])
	}
	if bytes.Equal(raw[:4], orderedData.abi.Errors["NoSuchPart"].ID.Bytes()[:4]) {
		return orderedData.UnpackNoSuchPartError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// OrderedDataNoSuchBlob represents a NoSuchBlob error raised by the OrderedData contract.
type OrderedDataNoSuchBlob struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NoSuchBlob()
func OrderedDataNoSuchBlobErrorID() common.Hash {
	return common.HexToHash("0x672158891d5b03af9c1cdaaf3105b094c8bd31a8c0f06e30254b551d1fee911e")
}

// UnpackNoSuchBlobError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NoSuchBlob()
func (orderedData *OrderedData) UnpackNoSuchBlobError(raw []byte) (*OrderedDataNoSuchBlob, error) {
	out := new(OrderedDataNoSuchBlob)
	if err := orderedData.abi.UnpackIntoInterface(out, "NoSuchBlob", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// OrderedDataNoSuchPart represents a NoSuchPart error raised by the OrderedData contract.
type OrderedDataNoSuchPart struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NoSuchPart()
func OrderedDataNoSuchPartErrorID() common.Hash {
	return common.HexToHash("0x53e74f6b82c1d2d31e3c72c80d2822a12ff231c7154ecf38530cf00d2d70b8ab")
}

// UnpackNoSuchPartError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NoSuchPart()
func (orderedData *OrderedData) UnpackNoSuchPartError(raw []byte) (*OrderedDataNoSuchPart, error) {
	out := new(OrderedDataNoSuchPart)
	if err := orderedData.abi.UnpackIntoInterface(out, "NoSuchPart", raw); err != nil {
		return nil, err
	}
	return out, nil
}
