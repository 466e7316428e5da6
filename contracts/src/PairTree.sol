// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Hashes} from "@openzeppelin/contracts/utils/cryptography/Hashes.sol";
import {ZeroHashes} from "./ZeroHashes.sol";

/// @title Message trees as L1 sees them
/// @notice Where RootStore keeps a tree, and whether one tree began as another.
library PairTree {
    uint256 private constant DEPTH = 32;

    /// @notice Storage slot of a tree's count; its root is in the next one.
    function slot(bool inbound, uint256 peer, uint256 generation) internal pure returns (bytes32) {
        bytes32 byPeer = keccak256(abi.encode(peer, inbound ? uint256(1) : uint256(0)));
        return keccak256(abi.encode(generation, byPeer));
    }

    /// @notice Storage slot of the root of the tree whose count is in a slot.
    function rootSlot(bytes32 countSlot) internal pure returns (bytes32) {
        unchecked {
            return bytes32(uint256(countSlot) + 1);
        }
    }

    /// @notice Whether the first count leaves of the tree with root large are those of the tree with root small, which
    /// has just so many.
    /// @dev The proof is what stands in the large tree at place count, the first that is empty in the small one, and
    /// the 32 siblings on the way up. Left siblings belong to both trees, right ones are empty in the small one. The
    /// large tree's own count does not matter: no leaf is zero, so it has leaves wherever the small one has.
    function grewFrom(bytes32 large, bytes32 small, uint256 count, bytes32[] calldata proof)
        internal
        pure
        returns (bool)
    {
        if (proof.length != DEPTH + 1 || count >> DEPTH != 0) return false;
        bytes memory zeros = ZeroHashes.load();
        bytes32 inLarge = proof[0];
        bytes32 inSmall;
        for (uint256 level; level < DEPTH; ++level) {
            bytes32 sibling = proof[level + 1];
            if ((count >> level) & 1 == 1) {
                inLarge = Hashes.efficientKeccak256(sibling, inLarge);
                inSmall = Hashes.efficientKeccak256(sibling, inSmall);
            } else {
                inLarge = Hashes.efficientKeccak256(inLarge, sibling);
                inSmall = Hashes.efficientKeccak256(inSmall, ZeroHashes.node(zeros, level));
            }
        }
        return inLarge == large && inSmall == small;
    }
}
