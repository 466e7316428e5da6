// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {RLP} from "@openzeppelin/contracts/utils/RLP.sol";

/// @notice Builds Merkle-Patricia tries over keys of 32 bytes in the plainest way, with the proof of one key.
library Tries {
    struct Trie {
        bytes32[] keys;
        bytes[] values;
        bytes32 target;
        /// Nodes on the target's path, deepest first while building.
        bytes[] proof;
        uint256 proven;
    }

    /// @notice Root, and the proof of target from the root down. Keys differ; there is at least one.
    function build(bytes32[] memory keys, bytes[] memory values, bytes32 target)
        internal
        pure
        returns (bytes32 root, bytes[] memory proof)
    {
        Trie memory t = Trie(keys, values, target, new bytes[](70), 0);
        uint256[] memory all = new uint256[](keys.length);
        for (uint256 i; i < all.length; ++i) {
            all[i] = i;
        }
        root = keccak256(_node(t, all, 0, true));
        proof = new bytes[](t.proven);
        for (uint256 i; i < proof.length; ++i) {
            proof[i] = t.proof[t.proven - 1 - i];
        }
    }

    function _node(Trie memory t, uint256[] memory set, uint256 depth, bool onPath)
        private
        pure
        returns (bytes memory encoded)
    {
        bytes[] memory items;
        uint256 shared = _shared(t, set, depth);
        bytes32 first = t.keys[set[0]];
        if (set.length == 1) {
            items = new bytes[](2);
            items[0] = RLP.encode(_compact(first, depth, 64 - depth, true));
            items[1] = RLP.encode(t.values[set[0]]);
        } else if (shared > 0) {
            items = new bytes[](2);
            items[0] = RLP.encode(_compact(first, depth, shared, false));
            items[1] = _reference(_node(t, set, depth + shared, onPath && _same(first, t.target, depth, shared)));
        } else {
            items = new bytes[](17);
            items[16] = RLP.encode(bytes(""));
            for (uint256 n; n < 16; ++n) {
                uint256[] memory part = _having(t, set, depth, n);
                bool on = onPath && _nibble(t.target, depth) == n;
                items[n] = part.length == 0 ? RLP.encode(bytes("")) : _reference(_node(t, part, depth + 1, on));
            }
        }
        encoded = RLP.encode(items);
        if (onPath && (depth == 0 || encoded.length >= 32)) t.proof[t.proven++] = encoded;
    }

    function _reference(bytes memory node) private pure returns (bytes memory) {
        return node.length < 32 ? node : RLP.encode(bytes.concat(keccak256(node)));
    }

    /// @dev The hex-prefix encoding of count nibbles from depth on.
    function _compact(bytes32 key, uint256 depth, uint256 count, bool leaf) private pure returns (bytes memory out) {
        bool odd = count % 2 == 1;
        out = new bytes(count / 2 + 1);
        uint256 flag = (leaf ? 2 : 0) + (odd ? 1 : 0);
        out[0] = bytes1(uint8((flag << 4) | (odd ? _nibble(key, depth) : 0)));
        uint256 next = depth + (odd ? 1 : 0);
        for (uint256 i = 1; i < out.length; ++i) {
            out[i] = bytes1(uint8((_nibble(key, next) << 4) | _nibble(key, next + 1)));
            next += 2;
        }
    }

    function _shared(Trie memory t, uint256[] memory set, uint256 depth) private pure returns (uint256 count) {
        while (depth + count < 64) {
            uint256 n = _nibble(t.keys[set[0]], depth + count);
            for (uint256 i = 1; i < set.length; ++i) {
                if (_nibble(t.keys[set[i]], depth + count) != n) return count;
            }
            ++count;
        }
    }

    function _having(Trie memory t, uint256[] memory set, uint256 depth, uint256 nibble)
        private
        pure
        returns (uint256[] memory part)
    {
        part = new uint256[](set.length);
        uint256 n;
        for (uint256 i; i < set.length; ++i) {
            if (_nibble(t.keys[set[i]], depth) == nibble) part[n++] = set[i];
        }
        assembly ("memory-safe") {
            mstore(part, n)
        }
    }

    function _same(bytes32 a, bytes32 b, uint256 depth, uint256 count) private pure returns (bool) {
        for (uint256 i; i < count; ++i) {
            if (_nibble(a, depth + i) != _nibble(b, depth + i)) return false;
        }
        return true;
    }

    function _nibble(bytes32 key, uint256 i) private pure returns (uint256) {
        return (uint256(key) >> (252 - 4 * i)) & 15;
    }
}
