// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {BlockHeader} from "@openzeppelin/contracts/utils/BlockHeader.sol";
import {Blockhash} from "@openzeppelin/contracts/utils/Blockhash.sol";
import {Memory} from "@openzeppelin/contracts/utils/Memory.sol";

/// @notice Older blocks by the headers of younger ones.
library HeaderChain {
    error BrokenChain(uint256 header);
    error HashUnknown(uint256 number);

    /// @notice Walks from a block back to an ancestor and returns the fields of that one's header.
    /// @param headers That of the block first, each the child of the next.
    function walk(bytes32 blockHash, bytes[] calldata headers) internal pure returns (Memory.Slice[] memory fields) {
        for (uint256 i; i < headers.length; ++i) {
            bytes memory header = headers[i];
            if (keccak256(header) != blockHash) revert BrokenChain(i);
            fields = BlockHeader.parseHeader(header);
            blockHash = BlockHeader.getParentHash(fields);
        }
        if (headers.length == 0) revert BrokenChain(0);
    }

    /// @notice The hash of one of this chain's own blocks.
    /// @param headers Empty where the block is among the last 8,191; else from such a block back to the child of the
    /// block asked for.
    function ownHash(uint256 number, bytes[] calldata headers) internal view returns (bytes32 blockHash) {
        if (headers.length == 0) {
            blockHash = Blockhash.blockHash(number);
            if (blockHash == bytes32(0)) revert HashUnknown(number);
            return blockHash;
        }
        uint256 first = number + headers.length;
        blockHash = Blockhash.blockHash(first);
        if (blockHash == bytes32(0)) revert HashUnknown(first);
        return BlockHeader.getParentHash(walk(blockHash, headers));
    }
}
