// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice Reads RLP where it lies in calldata. Positions are calldata offsets; nothing is read outside of [start, end).
library CalldataRLP {
    error Malformed();

    /// @notice One item: where its payload is, and whether it is a list.
    /// @return data Position of the payload; what follows the item is at data + size.
    function item(uint256 start, uint256 end) internal pure returns (uint256 data, uint256 size, bool list) {
        if (start >= end) revert Malformed();
        uint256 word = load(start);
        uint256 prefix = word >> 248;
        if (prefix < 0x80) return (start, 1, false);
        list = prefix >= 0xc0;
        unchecked {
            size = prefix - (list ? 0xc0 : 0x80);
            data = start + 1;
            if (size > 55) {
                uint256 lengthBytes = size - 55;
                size = (word << 8) >> (256 - 8 * lengthBytes);
                data += lengthBytes;
            }
            // The size is below 2^64 and data not far behind end: nothing wraps.
            if (data + size > end) revert Malformed();
        }
    }

    /// @notice The payload of an item that must be a list and fill the region.
    function listOf(uint256 start, uint256 end) internal pure returns (uint256 data) {
        uint256 size;
        bool list;
        (data, size, list) = item(start, end);
        if (!list || data + size != end) revert Malformed();
    }

    /// @notice A string of at most 32 bytes as a number, and where the next item is.
    function number(uint256 start, uint256 end) internal pure returns (uint256 value, uint256 next) {
        (uint256 data, uint256 size, bool list) = item(start, end);
        if (list || size > 32) revert Malformed();
        value = size == 0 ? 0 : load(data) >> (256 - 8 * size);
        next = data + size;
    }

    /// @notice A string of exactly 32 bytes, and where the next item is.
    function word32(uint256 start, uint256 end) internal pure returns (bytes32 value, uint256 next) {
        (uint256 data, uint256 size, bool list) = item(start, end);
        if (list || size != 32) revert Malformed();
        value = bytes32(load(data));
        next = data + 32;
    }

    /// @notice The 32 bytes of calldata at a position.
    function load(uint256 start) internal pure returns (uint256 word) {
        assembly ("memory-safe") {
            word := calldataload(start)
        }
    }
}
