// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Where batches' transactions and their order are put on L1
/// @notice Nothing is kept: the data is the calldata or the blobs of a transaction, the event tells where it is.
/// Anybody may publish anything; what counts is signed inside by a signer of the batch's contract.
contract OrderedData {
    /// @notice A part of what a batch ordered is in the calldata of this transaction.
    event Published(
        uint64 indexed batch, bytes32 indexed batchHash, address indexed by, uint256 part, uint256 parts
    );

    /// @notice A part of what a batch ordered is in blobs of this transaction, in this order.
    event PublishedBlobs(
        uint64 indexed batch,
        bytes32 indexed batchHash,
        address indexed by,
        uint256 part,
        uint256 parts,
        bytes32[] versionedHashes
    );

    error NoSuchPart();
    error NoSuchBlob();

    /// @param part From zero; all parts, one after the other, are the data.
    function publish(uint64 batch, bytes32 batchHash, uint256 part, uint256 parts, bytes calldata) external {
        if (part >= parts) revert NoSuchPart();
        emit Published(batch, batchHash, msg.sender, part, parts);
    }

    /// @notice `publish` with the part in the first `count` blobs of the transaction.
    function publishBlobs(uint64 batch, bytes32 batchHash, uint256 part, uint256 parts, uint256 count) external {
        if (part >= parts) revert NoSuchPart();
        if (count == 0 || blobhash(count - 1) == 0) revert NoSuchBlob();
        bytes32[] memory versionedHashes = new bytes32[](count);
        for (uint256 i = 0; i < count; ++i) {
            versionedHashes[i] = blobhash(i);
        }
        emit PublishedBlobs(batch, batchHash, msg.sender, part, parts, versionedHashes);
    }
}
