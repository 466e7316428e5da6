// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Governed} from "./Governed.sol";

/// @title Which chains and pairs settle together
/// @notice The set has versions, each in force from a batch that is not yet submitted, so that no version changes what
/// a submitted batch has to prove. A chain's contracts and their code hashes are named once and never changed.
///
/// L1 is an end of pairs like any chain, for entry and exit, but has no blocks in batches.
abstract contract DependencySet is Governed {
    struct Member {
        uint64 chainId;
        /// First block to settle, for a chain that joins with this version; zero for one that was there before.
        uint64 startBlock;
    }

    /// @notice One pair of chains. A closed pair keeps its place and its last root.
    struct Pair {
        uint64 source;
        uint64 destination;
        uint64 generation;
        bool open;
    }

    /// @dev What the last version that had a pair said of it.
    struct LastPair {
        uint64 generation;
        uint64 version;
        bool open;
    }

    struct Version {
        uint64 fromBatch;
        Member[] members;
        Pair[] pairs;
    }

    uint256 public constant MAX_CHAINS = 16;
    /// @notice Most pairs of a version: what a batch has proven of them is one word of bits.
    uint256 public constant MAX_PAIRS = 256;

    Version[] private _versions;
    /// @notice The RootStore of a chain.
    mapping(uint256 chainId => address) public rootStoreOf;
    /// @notice Code hash that a contract of a chain must have; zero for contracts nobody named.
    mapping(uint256 chainId => mapping(address account => bytes32)) public codeHashOf;

    /// @dev The last version, counted from 1, that a chain was in, and the last state of every pair.
    mapping(uint256 chainId => uint256) private _memberIn;
    mapping(uint256 source => mapping(uint256 destination => LastPair)) private _lastPair;

    event ChainRegistered(uint256 indexed chainId, address rootStore);
    event ContractNamed(uint256 indexed chainId, address indexed account, bytes32 codeHash);
    event VersionAnnounced(uint256 indexed version, uint64 indexed fromBatch);

    error AlreadyRegistered();
    error NotRegistered(uint256 chainId);
    error BadChains();
    error BadPairs(uint256 index);
    error BadGeneration(uint256 index);
    error PairMissing();
    error BatchTaken(uint64 fromBatch);
    error NoVersion(uint64 batch);

    /// @notice Name a chain, once.
    function registerChain(uint64 chainId, address rootStore, bytes32 codeHash) external onlyGovernor {
        if (chainId == 0 || chainId == block.chainid || rootStore == address(0)) revert BadChains();
        if (rootStoreOf[chainId] != address(0)) revert AlreadyRegistered();
        rootStoreOf[chainId] = rootStore;
        _nameContract(chainId, rootStore, codeHash);
        emit ChainRegistered(chainId, rootStore);
    }

    /// @notice Name a contract of a chain (messenger, bridges, tokens) with the hash of its code, once.
    function nameContract(uint64 chainId, address account, bytes32 codeHash) external onlyGovernor {
        if (rootStoreOf[chainId] == address(0)) revert NotRegistered(chainId);
        _nameContract(chainId, account, codeHash);
    }

    /// @notice Say what the set is from a later batch on. The operator has opened new pairs on the chains by then,
    /// receiving side first, and has closed closing ones, sending side first.
    /// @param members Ascending.
    /// @param pairs Ascending by source, then destination. A pair of the last version stays, or is closed and goes with
    /// one of its chains. It keeps its generation, or goes on in the next one: with a batch in which it is closed before,
    /// or at once where its two sides will never agree again and no batch could settle it.
    function announce(uint64 fromBatch, Member[] calldata members, Pair[] calldata pairs) external onlyGovernor {
        uint256 count = _versions.length;
        if (fromBatch < _nextNumber() || (count > 0 && fromBatch <= _versions[count - 1].fromBatch)) {
            revert BatchTaken(fromBatch);
        }
        Version storage version = _versions.push();
        version.fromBatch = fromBatch;
        _setMembers(version, members);
        uint256 kept = _setPairs(version, pairs);
        if (count > 0 && kept != _required(_versions[count - 1].pairs)) revert PairMissing();
        emit VersionAnnounced(count + 1, fromBatch);
    }

    /// @notice Version in force for a batch, from 1.
    function versionAt(uint64 batch) public view returns (uint256 version) {
        version = _versions.length;
        while (version > 0 && _versions[version - 1].fromBatch > batch) --version;
        if (version == 0) revert NoVersion(batch);
    }

    function chainsOf(uint256 version) external view returns (Member[] memory) {
        return _versions[version - 1].members;
    }

    function pairsOf(uint256 version) external view returns (Pair[] memory) {
        return _versions[version - 1].pairs;
    }

    function pairCountOf(uint256 version) external view returns (uint256) {
        return _versions[version - 1].pairs.length;
    }

    /// @notice One pair of a version; its index is its place in the batch tree.
    function pairAt(uint256 version, uint256 index) external view returns (Pair memory) {
        return _versions[version - 1].pairs[index];
    }

    /// @dev Number of the next batch to be submitted.
    function _nextNumber() internal view virtual returns (uint64);

    function _members(uint256 version) internal view returns (Member[] storage, uint64 fromBatch) {
        Version storage v = _versions[version - 1];
        return (v.members, v.fromBatch);
    }

    function _nameContract(uint256 chainId, address account, bytes32 codeHash) private {
        if (codeHash == bytes32(0) || codeHashOf[chainId][account] != bytes32(0)) revert AlreadyRegistered();
        codeHashOf[chainId][account] = codeHash;
        emit ContractNamed(chainId, account, codeHash);
    }

    function _setMembers(Version storage version, Member[] calldata members) private {
        uint256 number = _versions.length;
        if (members.length == 0 || members.length > MAX_CHAINS) revert BadChains();
        for (uint256 i; i < members.length; ++i) {
            Member calldata m = members[i];
            if (i > 0 && m.chainId <= members[i - 1].chainId) revert BadChains();
            if (rootStoreOf[m.chainId] == address(0)) revert NotRegistered(m.chainId);
            bool joins = _memberIn[m.chainId] == 0 || _memberIn[m.chainId] != number - 1;
            if (joins != (m.startBlock != 0)) revert BadChains();
            _memberIn[m.chainId] = number;
            version.members.push(m);
        }
    }

    /// @dev Returns how many of the pairs were in the last version.
    function _setPairs(Version storage version, Pair[] calldata pairs) private returns (uint256 kept) {
        uint256 number = _versions.length;
        if (pairs.length > MAX_PAIRS) revert BadPairs(MAX_PAIRS);
        for (uint256 i; i < pairs.length; ++i) {
            Pair calldata p = pairs[i];
            if (p.source == p.destination || !_isEnd(p.source) || !_isEnd(p.destination)) revert BadPairs(i);
            if (i > 0 && _key(p) <= _key(pairs[i - 1])) revert BadPairs(i);
            LastPair memory last = _lastPair[p.source][p.destination];
            bool same = p.generation == last.generation && (last.open || !p.open);
            bool opened = p.generation == last.generation + 1 && p.open;
            if (p.generation == 0 || !(same || opened)) revert BadGeneration(i);
            if (last.version != 0 && last.version == number - 1) ++kept;
            _lastPair[p.source][p.destination] = LastPair(p.generation, uint64(number), p.open);
            version.pairs.push(p);
        }
    }

    /// @dev How many of the last version's pairs must still be there.
    function _required(Pair[] storage last) private view returns (uint256 count) {
        for (uint256 i; i < last.length; ++i) {
            Pair memory p = last[i];
            if (p.open || (_isEnd(p.source) && _isEnd(p.destination))) ++count;
        }
    }

    /// @dev Whether messages of this version can begin or end there.
    function _isEnd(uint256 chainId) private view returns (bool) {
        return chainId == block.chainid || _memberIn[chainId] == _versions.length;
    }

    function _key(Pair calldata p) private pure returns (uint256) {
        return (uint256(p.source) << 64) | p.destination;
    }
}
