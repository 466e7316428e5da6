// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice The message tree in the plainest way: level by level over all leaves, missing ones zero.
library ReferenceTree {
    function root(bytes32[] memory leaves, uint256 count) internal pure returns (bytes32) {
        bytes32 zero;
        bytes32[] memory level = new bytes32[](count);
        for (uint256 i; i < count; ++i) {
            level[i] = leaves[i];
        }
        for (uint256 depth; depth < 32; ++depth) {
            bytes32[] memory above = new bytes32[]((level.length + 1) / 2);
            for (uint256 i; i < above.length; ++i) {
                bytes32 right = 2 * i + 1 < level.length ? level[2 * i + 1] : zero;
                above[i] = keccak256(bytes.concat(level[2 * i], right));
            }
            level = above;
            zero = keccak256(bytes.concat(zero, zero));
        }
        return level.length == 0 ? zero : level[0];
    }

    function siblings(bytes32[] memory leaves, uint256 index) internal pure returns (bytes32[] memory path) {
        bytes32 zero;
        bytes32[] memory level = leaves;
        path = new bytes32[](32);
        for (uint256 depth; depth < 32; ++depth) {
            uint256 sibling = index ^ 1;
            path[depth] = sibling < level.length ? level[sibling] : zero;
            bytes32[] memory above = new bytes32[]((level.length + 1) / 2);
            for (uint256 i; i < above.length; ++i) {
                bytes32 right = 2 * i + 1 < level.length ? level[2 * i + 1] : zero;
                above[i] = keccak256(bytes.concat(level[2 * i], right));
            }
            level = above;
            zero = keccak256(bytes.concat(zero, zero));
            index >>= 1;
        }
    }
}
