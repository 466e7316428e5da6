// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {BlockHeader} from "@openzeppelin/contracts/utils/BlockHeader.sol";
import {Memory} from "@openzeppelin/contracts/utils/Memory.sol";
import {BlockHashSource} from "./BlockHashSource.sol";
import {HeaderChain} from "./HeaderChain.sol";
import {StateTrie} from "./StateTrie.sol";

/// @notice What is asked of an OP Stack chain's registry of dispute games.
interface GameRegistry {
    /// @notice Whether a game is one of the chain's factory, and neither blacklisted nor retired.
    function isGameProper(address game) external view returns (bool);
    /// @notice Whether a game is of the type that counts.
    function isGameRespected(address game) external view returns (bool);
    /// @notice Whether a game is both, is resolved for the defender, and its delay has passed.
    function isGameClaimValid(address game) external view returns (bool);
}

/// @notice What is asked of a dispute game.
interface OutputGame {
    /// @notice The output root that the game is about.
    function rootClaim() external view returns (bytes32);
}

/// @title Blocks are those of dispute games
/// @notice A game's output holds the hash of a block. Others are reached from it by headers, or by the history of block
/// hashes that the chain's state keeps (EIP-2935). A block is final when its game's claim is.
contract GameBlockHashes is BlockHashSource {
    /// @notice What an output root is made of.
    struct Output {
        bytes32 stateRoot;
        bytes32 messagePasserRoot;
        bytes32 blockHash;
    }

    struct HistoryProof {
        /// Header of a known block, at most 8,191 blocks younger.
        bytes header;
        bytes[] nodes;
        bytes accountPath;
        bytes slotPath;
    }

    struct Known {
        uint64 number;
        address game;
    }

    address public constant HISTORY = 0x0000F90827F1C53a10cb7A02335B175320002935;
    uint256 private constant HISTORY_LENGTH = 8191;

    /// @notice The registry of a chain's games.
    mapping(uint256 chainId => GameRegistry) public registryOf;
    mapping(uint256 chainId => mapping(bytes32 blockHash => Known)) private _known;

    event BlockRecorded(uint256 indexed chainId, uint64 indexed number, bytes32 blockHash, address game);

    error BadRegistries();
    error GameRefused(address game);
    error WrongOutput();
    error WrongHeader();
    error BlockUnknown(bytes32 blockHash);
    error NotInHistory(uint64 number);

    constructor(uint256[] memory chainIds, GameRegistry[] memory registries) {
        if (chainIds.length != registries.length) revert BadRegistries();
        for (uint256 i; i < chainIds.length; ++i) {
            registryOf[chainIds[i]] = registries[i];
        }
    }

    /// @notice Record the block that a game is about.
    function recordGame(uint256 chainId, address game, Output calldata output, bytes calldata header) external {
        GameRegistry registry = registryOf[chainId];
        if (!registry.isGameProper(game) || !registry.isGameRespected(game)) revert GameRefused(game);
        bytes32 root =
            keccak256(abi.encode(bytes32(0), output.stateRoot, output.messagePasserRoot, output.blockHash));
        if (OutputGame(game).rootClaim() != root) revert WrongOutput();
        if (keccak256(header) != output.blockHash) revert WrongHeader();
        _record(chainId, BlockHeader.getNumber(header), output.blockHash, game);
    }

    /// @notice Record an ancestor of a known block.
    /// @param headers That of the known block first, each the child of the next, that of the ancestor last.
    function recordAncestor(uint256 chainId, bytes32 known, bytes[] calldata headers) external {
        Known memory k = _requireKnown(chainId, known);
        Memory.Slice[] memory fields = HeaderChain.walk(known, headers);
        _record(chainId, BlockHeader.getNumber(fields), keccak256(headers[headers.length - 1]), k.game);
    }

    /// @notice Record an ancestor of a known block by the history in that block's state.
    function recordFromHistory(uint256 chainId, uint64 number, HistoryProof calldata proof) external {
        bytes memory header = proof.header;
        Known memory k = _requireKnown(chainId, keccak256(header));
        if (number >= k.number || k.number - number > HISTORY_LENGTH) revert NotInHistory(number);
        StateTrie.Node[] memory nodes = StateTrie.load(proof.nodes);
        (bytes32 storageRoot,) = StateTrie.account(nodes, proof.accountPath, BlockHeader.getStateRoot(header), HISTORY);
        bytes32 blockHash =
            StateTrie.slot(nodes, proof.slotPath, storageRoot, bytes32(uint256(number) % HISTORY_LENGTH));
        if (blockHash == bytes32(0)) revert NotInHistory(number);
        _record(chainId, number, blockHash, k.game);
    }

    function isKnown(uint256 chainId, uint64 number, bytes32 blockHash) public view returns (bool) {
        Known memory k = _known[chainId][blockHash];
        return k.game != address(0) && k.number == number;
    }

    function isFinal(uint256 chainId, uint64 number, bytes32 blockHash) external view returns (bool) {
        return isKnown(chainId, number, blockHash)
            && registryOf[chainId].isGameClaimValid(_known[chainId][blockHash].game);
    }

    function _requireKnown(uint256 chainId, bytes32 blockHash) private view returns (Known memory k) {
        k = _known[chainId][blockHash];
        if (k.game == address(0)) revert BlockUnknown(blockHash);
    }

    /// @dev A block that is final stays so; until then a later game takes the place of one that may fail.
    function _record(uint256 chainId, uint256 number, bytes32 blockHash, address game) private {
        Known memory k = _known[chainId][blockHash];
        if (k.game != address(0) && registryOf[chainId].isGameClaimValid(k.game)) return;
        _known[chainId][blockHash] = Known(uint64(number), game);
        emit BlockRecorded(chainId, uint64(number), blockHash, game);
    }
}
