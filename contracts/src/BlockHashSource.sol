// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice Where L1 knows from which blocks a chain has.
interface BlockHashSource {
    /// @notice Whether a block may be proven against now.
    function isKnown(uint256 chainId, uint64 number, bytes32 blockHash) external view returns (bool);
    /// @notice Whether a block can no longer turn out to be none of the chain's.
    function isFinal(uint256 chainId, uint64 number, bytes32 blockHash) external view returns (bool);
}

/// @title Blocks are what the batch's signer says
/// @notice For chains that settle nowhere, as on a devnet: nothing on L1 but the signatures under a batch says that a
/// block exists. Everything proven with this source is proven of the blocks that the signer claims.
contract SignersBlockHashes is BlockHashSource {
    function isKnown(uint256, uint64, bytes32) external pure returns (bool) {
        return true;
    }

    function isFinal(uint256, uint64, bytes32) external pure returns (bool) {
        return true;
    }
}
