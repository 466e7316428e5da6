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

// SignersBlockHashesMetaData contains all meta data concerning the SignersBlockHashes contract.
var SignersBlockHashesMetaData = bind.MetaData{
	ABI: "[{\"type\":\"function\",\"name\":\"isFinal\",\"inputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"pure\"},{\"type\":\"function\",\"name\":\"isKnown\",\"inputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"pure\"}]",
	ID:  "SignersBlockHashes",
	Bin: "0x60808060405234601357607c908160188239f35b5f80fdfe608060405260043610156010575f80fd5b5f3560e01c8063b5eaa02d14602c5763b6637aea14602c575f80fd5b3460785760607ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011260785760243567ffffffffffffffff8116810360785750602060405160018152f35b5f80fd",
}

// SignersBlockHashes is an auto generated Go binding around an Ethereum contract.
type SignersBlockHashes struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *SignersBlockHashes) GetABI() abi.ABI {
	return c.abi
}

// NewSignersBlockHashes creates a new instance of SignersBlockHashes.
func NewSignersBlockHashes() *SignersBlockHashes {
	parsed, err := SignersBlockHashesMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &SignersBlockHashes{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *SignersBlockHashes) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackIsFinal is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb6637aea.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isFinal(uint256 , uint64 , bytes32 ) pure returns(bool)
func (signersBlockHashes *SignersBlockHashes) PackIsFinal(arg0 *big.Int, arg1 uint64, arg2 [32]byte) []byte {
	enc, err := signersBlockHashes.abi.Pack("isFinal", arg0, arg1, arg2)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsFinal is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb6637aea.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isFinal(uint256 , uint64 , bytes32 ) pure returns(bool)
func (signersBlockHashes *SignersBlockHashes) TryPackIsFinal(arg0 *big.Int, arg1 uint64, arg2 [32]byte) ([]byte, error) {
	return signersBlockHashes.abi.Pack("isFinal", arg0, arg1, arg2)
}

// UnpackIsFinal is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xb6637aea.
//
// Solidity: function isFinal(uint256 , uint64 , bytes32 ) pure returns(bool)
func (signersBlockHashes *SignersBlockHashes) UnpackIsFinal(data []byte) (bool, error) {
	out, err := signersBlockHashes.abi.Unpack("isFinal", data)
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
// Solidity: function isKnown(uint256 , uint64 , bytes32 ) pure returns(bool)
func (signersBlockHashes *SignersBlockHashes) PackIsKnown(arg0 *big.Int, arg1 uint64, arg2 [32]byte) []byte {
	enc, err := signersBlockHashes.abi.Pack("isKnown", arg0, arg1, arg2)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsKnown is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb5eaa02d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isKnown(uint256 , uint64 , bytes32 ) pure returns(bool)
func (signersBlockHashes *SignersBlockHashes) TryPackIsKnown(arg0 *big.Int, arg1 uint64, arg2 [32]byte) ([]byte, error) {
	return signersBlockHashes.abi.Pack("isKnown", arg0, arg1, arg2)
}

// UnpackIsKnown is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xb5eaa02d.
//
// Solidity: function isKnown(uint256 , uint64 , bytes32 ) pure returns(bool)
func (signersBlockHashes *SignersBlockHashes) UnpackIsKnown(data []byte) (bool, error) {
	out, err := signersBlockHashes.abi.Unpack("isKnown", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}
