// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice A request that target on chain destination be called with data in the name of sender on chain source.
struct Message {
    uint256 destination;
    uint256 source;
    /// Index of the message's leaf in the tree of its pair.
    uint256 nonce;
    address sender;
    address target;
    bytes data;
}

/// @notice Hashes of messages and of their leaves.
library Messages {
    bytes32 internal constant LEAF_TYPEHASH = keccak256(
        "Leaf(bytes32 deploymentId,uint256 generation,address sourceMessenger,address destinationMessenger,bytes32 messageHash)"
    );

    /// @notice The message's name on both chains, as in OP interop.
    function hash(Message memory m) internal pure returns (bytes32) {
        return keccak256(abi.encode(m.destination, m.source, m.nonce, m.sender, m.target, m.data));
    }

    /// @notice The leaf of a message.
    /// @dev The preimage has 192 bytes, that of an inner node 64: one is never taken for the other.
    function leaf(
        bytes32 deploymentId,
        uint256 generation,
        address sourceMessenger,
        address destinationMessenger,
        bytes32 messageHash
    ) internal pure returns (bytes32) {
        return keccak256(
            abi.encode(LEAF_TYPEHASH, deploymentId, generation, sourceMessenger, destinationMessenger, messageHash)
        );
    }
}
