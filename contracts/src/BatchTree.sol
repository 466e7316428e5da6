// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Hashes} from "@openzeppelin/contracts/utils/cryptography/Hashes.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

/// @notice That a leaf is in the tree of one pair, and that pair's root in the tree of a batch.
struct MessageProof {
    uint256 source;
    uint256 destination;
    uint256 generation;
    /// Number of leaves of the pair's tree in this batch.
    uint256 count;
    /// Root of the pair's tree at that count.
    bytes32 pairRoot;
    uint256 leafIndex;
    /// 32 siblings of the leaf, bottom up.
    bytes32[] siblings;
    uint256 pairIndex;
    /// Number of pairs of the batch.
    uint256 pairCount;
    /// Siblings of the pair's node, bottom up: as many as pairCount needs levels.
    bytes32[] pairSiblings;
}

/// @notice The tree over the roots of all pairs, and the trees under it.
/// @dev The batch tree is padded with zero leaves to a power of two. A node over a pair hashes 192 bytes, an inner node
/// 64, and the root binds the number of pairs, so neither can pass for the other.
library BatchTree {
    uint256 private constant PAIR_TREE_DEPTH = 32;

    bytes32 internal constant PAIR_TYPEHASH =
        keccak256("Pair(uint256 source,uint256 destination,uint256 generation,uint256 count,bytes32 root)");
    bytes32 internal constant BATCH_TYPEHASH = keccak256("BatchTree(uint256 count,bytes32 root)");

    /// @notice Whether the proof links the leaf to the batch root. Every index is bound by its count.
    function verify(bytes32 batchRoot, bytes32 leaf, MessageProof calldata p) internal pure returns (bool) {
        if (p.leafIndex >= p.count || p.count >> PAIR_TREE_DEPTH != 0) return false;
        if (p.siblings.length != PAIR_TREE_DEPTH) return false;
        if (p.pairIndex >= p.pairCount) return false;
        if (p.pairSiblings.length != Math.log2(p.pairCount, Math.Rounding.Ceil)) return false;
        if (_fold(leaf, p.leafIndex, p.siblings) != p.pairRoot) return false;

        bytes32 node = keccak256(abi.encode(PAIR_TYPEHASH, p.source, p.destination, p.generation, p.count, p.pairRoot));
        bytes32 treeRoot = _fold(node, p.pairIndex, p.pairSiblings);
        return keccak256(abi.encode(BATCH_TYPEHASH, p.pairCount, treeRoot)) == batchRoot;
    }

    /// @notice The root over the nodes of all pairs, which binds their number.
    function rootOf(bytes32[] memory nodes) internal pure returns (bytes32) {
        uint256 size = nodes.length == 0 ? 0 : 1 << Math.log2(nodes.length, Math.Rounding.Ceil);
        bytes32[] memory level = new bytes32[](size);
        for (uint256 i; i < nodes.length; ++i) {
            level[i] = nodes[i];
        }
        for (; size > 1; size /= 2) {
            for (uint256 i; i < size / 2; ++i) {
                level[i] = Hashes.efficientKeccak256(level[2 * i], level[2 * i + 1]);
            }
        }
        bytes32 treeRoot = nodes.length == 0 ? bytes32(0) : level[0];
        return keccak256(abi.encode(BATCH_TYPEHASH, nodes.length, treeRoot));
    }

    /// @notice The node of a pair.
    /// @param fields Source, destination, generation, count and root, ABI-encoded.
    function nodeOf(bytes memory fields) internal pure returns (bytes32) {
        return keccak256(bytes.concat(PAIR_TYPEHASH, fields));
    }

    function _fold(bytes32 node, uint256 index, bytes32[] calldata siblings) private pure returns (bytes32) {
        for (uint256 level; level < siblings.length; ++level) {
            node = (index >> level) & 1 == 0
                ? Hashes.efficientKeccak256(node, siblings[level])
                : Hashes.efficientKeccak256(siblings[level], node);
        }
        return node;
    }
}
