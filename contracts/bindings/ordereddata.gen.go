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
	ABI: "[{\"type\":\"function\",\"name\":\"publish\",\"inputs\":[{\"name\":\"batch\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"batchHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"part\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"parts\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"event\",\"name\":\"Published\",\"inputs\":[{\"name\":\"batch\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"batchHash\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"by\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"part\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"},{\"name\":\"parts\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"error\",\"name\":\"NoSuchPart\",\"inputs\":[]}]",
	ID:  "OrderedData",
	Bin: "0x60808060405234601557610113908161001a8239f35b5f80fdfe6080806040526004361015610012575f80fd5b5f3560e01c63741476f914610025575f80fd5b3461010f5760a07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261010f576004359067ffffffffffffffff821680920361010f5760643560443560843567ffffffffffffffff811161010f573660238201121561010f57806004013567ffffffffffffffff811161010f573691016024011161010f57818110156100e7578252602082015233917f5404ccca524895cb4a005dfa8710f151cfb9b4370f2a4e4e8b46445db03d0186604060243593a4005b7f53e74f6b000000000000000000000000000000000000000000000000000000005f5260045ffd5b5f80fd",
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

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (orderedData *OrderedData) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], orderedData.abi.Errors["NoSuchPart"].ID.Bytes()[:4]) {
		return orderedData.UnpackNoSuchPartError(raw[4:])
	}
	return nil, errors.New("Unknown error")
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
