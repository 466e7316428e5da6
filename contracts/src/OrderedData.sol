// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Where batches' transactions and their order are put on L1
/// @notice Nothing is kept: the data is the calldata, the event tells where it is. Anybody may publish anything; what
/// counts is signed inside by a signer of the batch's contract.
contract OrderedData {
    /// @notice A part of what a batch ordered is in the calldata of this transaction.
    event Published(
        uint64 indexed batch, bytes32 indexed batchHash, address indexed by, uint256 part, uint256 parts
    );

    error NoSuchPart();

    /// @param part From zero; all parts, one after the other, are the data.
    function publish(uint64 batch, bytes32 batchHash, uint256 part, uint256 parts, bytes calldata) external {
        if (part >= parts) revert NoSuchPart();
        emit Published(batch, batchHash, msg.sender, part, parts);
    }
}
