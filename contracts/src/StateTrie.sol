// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {CalldataRLP} from "./CalldataRLP.sol";

/// @title Proofs against Merkle-Patricia tries, read in calldata
/// @notice Nodes come in a pool that many proofs share, each hashed once; a proof is the row of indexes into the pool,
/// one byte each, from the root to where the key's path ends. What is absent is proven like what is there: the path
/// ends at a node that leaves the key no place.
library StateTrie {
    /// @notice A node of a pool: its hash, and where it is in calldata.
    struct Node {
        bytes32 hash;
        uint256 start;
        uint256 end;
    }

    /// @notice A key as a path: its nibbles from the highest on, and how many there are.
    struct Key {
        bytes32 nibbles;
        uint256 count;
    }

    /// @dev What a node says about the rest of a key: the child to go on with, or the value, or that there is none.
    struct Step {
        uint256 depth;
        bytes32 child;
        uint256 inlineAt;
        uint256 inlineEnd;
        uint256 valueAt;
        uint256 valueEnd;
    }

    bytes32 internal constant EMPTY_ROOT = 0x56e81f171bcc55a6ff8345e692c0f86e5b48e01b996cadc001622fb5e363b421;
    uint256 private constant BRANCH_ITEMS = 17;

    error NotOnPath(uint256 step);
    error PathTooLong();

    /// @notice Hashes the nodes of a pool.
    function load(bytes[] calldata nodes) internal pure returns (Node[] memory pool) {
        pool = new Node[](nodes.length);
        for (uint256 i; i < nodes.length; ++i) {
            bytes calldata node = nodes[i];
            uint256 start;
            assembly ("memory-safe") {
                start := node.offset
            }
            pool[i] = Node(keccak256(node), start, start + node.length);
        }
    }

    /// @notice A storage slot's value; zero where it is proven to be empty.
    function slot(Node[] memory pool, bytes calldata path, bytes32 storageRoot, bytes32 key)
        internal
        pure
        returns (bytes32 value)
    {
        (uint256 start, uint256 end) = get(pool, path, storageRoot, hashed(abi.encode(key)));
        if (start == end) return bytes32(0);
        (uint256 word, uint256 next) = CalldataRLP.number(start, end);
        if (next != end) revert CalldataRLP.Malformed();
        return bytes32(word);
    }

    /// @notice An account's storage root and code hash; zeros where it is proven not to exist.
    function account(Node[] memory pool, bytes calldata path, bytes32 stateRoot, address who)
        internal
        pure
        returns (bytes32 storageRoot, bytes32 codeHash)
    {
        (uint256 start, uint256 end) = get(pool, path, stateRoot, hashed(abi.encodePacked(who)));
        if (start == end) return (bytes32(0), bytes32(0));
        start = CalldataRLP.listOf(start, end);
        (, start) = CalldataRLP.number(start, end);
        (, start) = CalldataRLP.number(start, end);
        (storageRoot, start) = CalldataRLP.word32(start, end);
        (codeHash, start) = CalldataRLP.word32(start, end);
        if (start != end) revert CalldataRLP.Malformed();
    }

    /// @notice The path of a key in a trie that hashes its keys.
    function hashed(bytes memory key) internal pure returns (Key memory) {
        return Key(keccak256(key), 64);
    }

    /// @notice The value under a key, as the region of calldata [start, end), empty where the key is proven absent. Reverts
    /// unless the path is exactly that of the key.
    function get(Node[] memory pool, bytes calldata path, bytes32 root, Key memory key)
        internal
        pure
        returns (uint256, uint256)
    {
        if (root == EMPTY_ROOT && path.length == 0) return (0, 0);
        if (root == bytes32(0)) revert NotOnPath(0);
        Step memory s;
        s.child = root;
        uint256 taken;
        while (s.child != bytes32(0) || s.inlineAt != 0) {
            if (s.child == bytes32(0)) {
                _read(s, key, s.inlineAt, s.inlineEnd);
                continue;
            }
            if (taken == path.length || uint8(path[taken]) >= pool.length) revert NotOnPath(taken);
            Node memory node = pool[uint8(path[taken])];
            if (node.hash != s.child) revert NotOnPath(taken);
            ++taken;
            _read(s, key, CalldataRLP.listOf(node.start, node.end), node.end);
        }
        if (taken != path.length) revert PathTooLong();
        return (s.valueAt, s.valueEnd);
    }

    /// @dev Reads a node whose items are [start, end) into the step.
    function _read(Step memory s, Key memory key, uint256 start, uint256 end) private pure {
        s.child = bytes32(0);
        s.inlineAt = 0;
        (uint256 first, uint256 firstSize, bool list) = CalldataRLP.item(start, end);
        (uint256 second, uint256 secondSize, bool nested) = CalldataRLP.item(first + firstSize, end);
        if (second + secondSize != end) return _readBranch(s, key, start, end);

        if (list || firstSize == 0 || firstSize > 33) revert CalldataRLP.Malformed();
        uint256 flags = CalldataRLP.load(first) >> 252;
        if (flags > 3) revert CalldataRLP.Malformed();
        uint256 nibbles = 2 * firstSize - 2 + (flags & 1);
        bool leaf = flags > 1;
        if (!leaf && nibbles == 0) revert CalldataRLP.Malformed();
        uint256 segment = flags & 1 == 1 ? CalldataRLP.load(first) << 4 : CalldataRLP.load(first + 1);
        if (!_matches(key, s.depth, bytes32(segment), nibbles)) return;
        s.depth += nibbles;
        if (!leaf) return _descend(s, second, secondSize, nested);
        if (s.depth == key.count) _setValue(s, second, secondSize, nested);
    }

    function _readBranch(Step memory s, Key memory key, uint256 start, uint256 end) private pure {
        uint256 wanted = s.depth == key.count ? BRANCH_ITEMS - 1 : uint256(key.nibbles << (4 * s.depth)) >> 252;
        (uint256 data, uint256 size, bool list) = CalldataRLP.item(_skip(start, end, wanted), end);
        if (_skip(data + size, end, BRANCH_ITEMS - 1 - wanted) != end) revert CalldataRLP.Malformed();
        if (wanted == BRANCH_ITEMS - 1) return _setValue(s, data, size, list);
        ++s.depth;
        if (list || size != 0) _descend(s, data, size, list);
    }

    /// @dev Position behind a number of items. What branches mostly hold, nothing or a hash, is passed over quickly;
    /// that it is before the end is left to the check that all items together fill the node.
    function _skip(uint256 start, uint256 end, uint256 count) private pure returns (uint256 position) {
        position = start;
        while (count > 0) {
            assembly ("memory-safe") {
                for {} count {} {
                    let prefix := byte(0, calldataload(position))
                    let size := add(eq(prefix, 0x80), mul(33, eq(prefix, 0xa0)))
                    if iszero(size) { break }
                    position := add(position, size)
                    count := sub(count, 1)
                }
            }
            if (count == 0) break;
            (uint256 data, uint256 itemSize,) = CalldataRLP.item(position, end);
            position = data + itemSize;
            --count;
        }
    }

    /// @dev A child is the hash of a node, or a node of less than 32 bytes in place.
    function _descend(Step memory s, uint256 data, uint256 size, bool list) private pure {
        if (list) {
            (s.inlineAt, s.inlineEnd) = (data, data + size);
        } else {
            if (size != 32) revert CalldataRLP.Malformed();
            s.child = bytes32(CalldataRLP.load(data));
        }
    }

    function _setValue(Step memory s, uint256 data, uint256 size, bool list) private pure {
        if (list) revert CalldataRLP.Malformed();
        (s.valueAt, s.valueEnd) = (data, data + size);
    }

    /// @dev Whether the key goes on from depth with the first nibbles of segment.
    function _matches(Key memory key, uint256 depth, bytes32 segment, uint256 nibbles) private pure returns (bool) {
        if (depth + nibbles > key.count) return false;
        if (nibbles == 0) return true;
        return (key.nibbles << (4 * depth)) >> (256 - 4 * nibbles) == segment >> (256 - 4 * nibbles);
    }
}
