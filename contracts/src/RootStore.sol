// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Hashes} from "@openzeppelin/contracts/utils/cryptography/Hashes.sol";
import {ZeroHashes} from "./ZeroHashes.sol";

/// @title The message trees of one chain
/// @notice For every peer and generation an append-only Merkle tree of depth 32 of what was sent to that
/// peer, and one of what was received from it. Only the messenger that created this contract writes.
///
/// A leaf is its own node at level 0, an inner node is keccak256(left || right), a missing leaf is zero. The root is
/// written at every append, so a state proof of one slot shows it.
///
/// The storage layout is fixed, because L1 and verifiers derive slots. With s = 0 for outbound and 1 for inbound:
///   b = keccak256(abi.encode(generation, keccak256(abi.encode(peer, s))))
///   count at b, root at b + 1, frontier[i] at b + 2 + i
contract RootStore {
    struct Tree {
        uint256 count;
        bytes32 root;
        /// Of every level the last complete left node; meaningful where that bit of count is set.
        bytes32[32] frontier;
    }

    mapping(uint256 peer => mapping(uint256 generation => Tree)) private _outbound;
    mapping(uint256 peer => mapping(uint256 generation => Tree)) private _inbound;

    /// @notice The only account that may write.
    address public immutable messenger;

    uint256 private constant DEPTH = 32;

    error OnlyMessenger();
    error TreeNotOpen();
    error TreeAlreadyOpen();
    error TreeFull();

    modifier onlyMessenger() {
        if (msg.sender != messenger) revert OnlyMessenger();
        _;
    }

    constructor() {
        messenger = msg.sender;
    }

    /// @notice Starts an empty tree. Its root is written, so that existence can be proven.
    function open(bool inbound, uint256 peer, uint256 generation) external onlyMessenger {
        Tree storage tree = inbound ? _inbound[peer][generation] : _outbound[peer][generation];
        if (tree.root != bytes32(0)) revert TreeAlreadyOpen();
        tree.root = ZeroHashes.EMPTY_ROOT;
    }

    /// @notice Appends a leaf of a message sent to peer.
    /// @return index Index of the leaf.
    function appendOutbound(uint256 peer, uint256 generation, bytes32 leaf)
        external
        onlyMessenger
        returns (uint256 index)
    {
        return _append(_outbound[peer][generation], leaf);
    }

    /// @notice Appends a leaf of a message received from peer.
    /// @return index Index of the leaf.
    function appendInbound(uint256 peer, uint256 generation, bytes32 leaf)
        external
        onlyMessenger
        returns (uint256 index)
    {
        return _append(_inbound[peer][generation], leaf);
    }

    /// @notice Count and root of what was sent to peer; zero and zero where no tree was opened.
    function outboundTree(uint256 peer, uint256 generation) external view returns (uint256 count, bytes32 root) {
        Tree storage tree = _outbound[peer][generation];
        return (tree.count, tree.root);
    }

    /// @notice Count and root of what was received from peer; zero and zero where no tree was opened.
    function inboundTree(uint256 peer, uint256 generation) external view returns (uint256 count, bytes32 root) {
        Tree storage tree = _inbound[peer][generation];
        return (tree.count, tree.root);
    }

    /// @dev One walk from the new leaf to the root. At a set bit of the index the left sibling is complete and in the
    /// frontier; at a clear bit the right sibling is still empty. The node at the lowest clear bit becomes frontier:
    /// it is the one left node that this leaf completes and that later leaves will need.
    function _append(Tree storage tree, bytes32 leaf) private returns (uint256 index) {
        if (tree.root == bytes32(0)) revert TreeNotOpen();
        index = tree.count;
        if (index >= (1 << DEPTH) - 1) revert TreeFull();

        bytes memory zeros = ZeroHashes.load();
        bytes32 node = leaf;
        uint256 level;
        uint256 path = index;
        unchecked {
            // The index is below 2^32 - 1, so a clear bit is found below level 32.
            for (; path & 1 == 1; path >>= 1) {
                node = Hashes.efficientKeccak256(tree.frontier[level++], node);
            }
            tree.frontier[level] = node;
            for (; level < DEPTH; path >>= 1) {
                node = path & 1 == 1
                    ? Hashes.efficientKeccak256(tree.frontier[level], node)
                    : Hashes.efficientKeccak256(node, ZeroHashes.node(zeros, level));
                ++level;
            }
            tree.count = index + 1;
        }
        tree.root = node;
    }
}
