// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice The sequencer's signed statement about one position.
struct Preconfirmation {
    uint64 epoch;
    uint256 chainId;
    uint64 height;
    /// Counts from the first transaction that is not a deposit.
    uint64 index;
    bytes32 txHash;
    bytes32 receiptHash;
    bytes32 bundleHash;
    uint64 timestamp;
    uint64 l1OriginNumber;
    bytes32 l1OriginHash;
    bytes32 previous;
    uint8 grade;
}

/// @notice What promises say.
library Promises {
    /// @notice Grade of a promise about a block that is applied, on a final L1 origin.
    uint8 internal constant APPLIED = 2;

    bytes32 private constant TYPEHASH = keccak256(
        "Preconfirmation(uint64 epoch,uint256 chainId,uint64 height,uint64 index,bytes32 txHash,bytes32 receiptHash,bytes32 bundleHash,uint64 timestamp,uint64 l1OriginNumber,bytes32 l1OriginHash,bytes32 previous,uint8 grade)"
    );

    /// @notice The EIP-712 struct hash.
    function hash(Preconfirmation calldata p) internal pure returns (bytes32) {
        return keccak256(abi.encode(TYPEHASH, p));
    }

    /// @notice Names the position of a promise.
    function position(Preconfirmation calldata p) internal pure returns (bytes32) {
        return keccak256(abi.encode(p.chainId, p.height, p.index));
    }

    /// @notice Hash of what was promised for the position. A later grade or another place in the row of promises says
    /// nothing else about it.
    function content(Preconfirmation calldata p) internal pure returns (bytes32) {
        return keccak256(abi.encode(p.txHash, p.receiptHash, p.bundleHash, p.timestamp));
    }
}
