// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {BlockHeader} from "@openzeppelin/contracts/utils/BlockHeader.sol";
import {Memory} from "@openzeppelin/contracts/utils/Memory.sol";
import {Batches} from "./Batches.sol";
import {Claims} from "./Claims.sol";
import {StateTrie} from "./StateTrie.sol";

/// @title Accounts in the end blocks of batches
/// @notice From the hash of an end block to its header, its state root, and an account with the code it was named with.
/// What was shown once is shown for all.
abstract contract ChainProofs {
    struct ChainProof {
        /// Place of the chain in the batch.
        uint256 index;
        bytes header;
        /// Nodes of the state trie, and the way through them to the account.
        bytes[] nodes;
        bytes path;
    }

    Batches public immutable batches;

    /// @notice Storage root of a chain's RootStore at the end of a batch; zero while it was not shown.
    mapping(bytes32 batchHash => mapping(uint256 chainId => bytes32)) public storageRoots;
    /// @notice The first batch at whose end a contract was shown to have the code it was named with; zero if none.
    mapping(uint256 chainId => mapping(address account => bytes32 batchHash)) public codeShownIn;

    event ChainShown(bytes32 indexed batchHash, uint256 indexed chainId, bytes32 storageRoot);
    event CodeShown(uint256 indexed chainId, address indexed account, bytes32 indexed batchHash);

    error WrongBatch(uint64 number);
    error WrongHeader(uint256 chainId);
    error BlockUnknown(uint256 chainId);
    error WrongCode(uint256 chainId, address account);

    constructor(Batches batches_) {
        batches = batches_;
    }

    /// @notice Show the RootStores of chains at the end of a batch.
    function proveChains(Claims.Batch calldata batch, ChainProof[] calldata chains) public {
        bytes32 batchHash = _requireBatch(batch);
        for (uint256 i; i < chains.length; ++i) {
            Claims.ChainRange calldata range = batch.chains[chains[i].index];
            if (storageRoots[batchHash][range.chainId] != bytes32(0)) continue;
            bytes32 storageRoot = _requireAccount(range, chains[i], batches.rootStoreOf(range.chainId));
            storageRoots[batchHash][range.chainId] = storageRoot;
            emit ChainShown(batchHash, range.chainId, storageRoot);
        }
    }

    /// @notice Show that a contract of a chain has the code it was named with, in the end block of a final batch.
    function proveCode(Claims.Batch calldata batch, ChainProof calldata chain, address account) external {
        bytes32 batchHash = _requireBatch(batch);
        if (batch.number > batches.finalBatch()) revert WrongBatch(batch.number);
        Claims.ChainRange calldata range = batch.chains[chain.index];
        _requireAccount(range, chain, account);
        if (codeShownIn[range.chainId][account] != bytes32(0)) return;
        codeShownIn[range.chainId][account] = batchHash;
        emit CodeShown(range.chainId, account, batchHash);
    }

    function _requireBatch(Claims.Batch calldata batch) private view returns (bytes32 batchHash) {
        batchHash = Claims.hash(batch);
        if (batches.batchAt(batch.number).batchHash != batchHash) revert WrongBatch(batch.number);
    }

    /// @dev The storage root of an account in the end block of a range, after a check of its code.
    function _requireAccount(Claims.ChainRange calldata range, ChainProof calldata chain, address account)
        private
        view
        returns (bytes32 storageRoot)
    {
        _requireHeader(range, chain.header);
        bytes32 codeHash;
        (storageRoot, codeHash) = StateTrie.account(StateTrie.load(chain.nodes), chain.path, range.stateRoot, account);
        bytes32 named = batches.codeHashOf(range.chainId, account);
        if (named == bytes32(0) || codeHash != named) revert WrongCode(range.chainId, account);
    }

    function _requireHeader(Claims.ChainRange calldata range, bytes memory header) private view {
        if (keccak256(header) != range.lastBlockHash) revert WrongHeader(range.chainId);
        if (!batches.blockHashes().isKnown(range.chainId, range.lastBlock, range.lastBlockHash)) {
            revert BlockUnknown(range.chainId);
        }
        Memory.Slice[] memory fields = BlockHeader.parseHeader(header);
        bool right = BlockHeader.getNumber(fields) == range.lastBlock
            && BlockHeader.getStateRoot(fields) == range.stateRoot;
        if (!right) revert WrongHeader(range.chainId);
    }
}
