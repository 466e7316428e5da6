// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice What the sequencer claims about one settlement batch, and the hash that names it.
library Claims {
    /// @notice The blocks of one chain that a batch settles, both ends included.
    struct ChainRange {
        uint256 chainId;
        uint64 firstBlock;
        uint64 lastBlock;
        bytes32 lastBlockHash;
        bytes32 stateRoot;
    }

    /// @notice Chains are in ascending order, every one of the dependency set is there.
    struct Batch {
        uint64 number;
        bytes32 parent;
        uint64 firstTimestamp;
        uint64 lastTimestamp;
        ChainRange[] chains;
        bytes32 burnRoot;
        bytes32 mintRoot;
        /// keccak256 over the concatenated encodings of the batch's pairs, which are published elsewhere.
        bytes32 pairsHash;
    }

    bytes32 private constant RANGE_TYPEHASH = keccak256(
        "ChainRange(uint256 chainId,uint64 firstBlock,uint64 lastBlock,bytes32 lastBlockHash,bytes32 stateRoot)"
    );
    bytes32 private constant BATCH_TYPEHASH = keccak256(
        "Batch(uint64 number,bytes32 parent,uint64 firstTimestamp,uint64 lastTimestamp,ChainRange[] chains,bytes32 burnRoot,bytes32 mintRoot,bytes32 pairsHash)ChainRange(uint256 chainId,uint64 firstBlock,uint64 lastBlock,bytes32 lastBlockHash,bytes32 stateRoot)"
    );

    /// @notice The EIP-712 struct hash of a batch.
    function hash(Batch calldata batch) internal pure returns (bytes32) {
        bytes32[] memory ranges = new bytes32[](batch.chains.length);
        for (uint256 i; i < ranges.length; ++i) {
            ranges[i] = keccak256(abi.encode(RANGE_TYPEHASH, batch.chains[i]));
        }
        return keccak256(
            abi.encode(
                BATCH_TYPEHASH,
                batch.number,
                batch.parent,
                batch.firstTimestamp,
                batch.lastTimestamp,
                keccak256(abi.encodePacked(ranges)),
                batch.burnRoot,
                batch.mintRoot,
                batch.pairsHash
            )
        );
    }
}
