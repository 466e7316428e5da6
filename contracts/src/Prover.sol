// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Batches} from "./Batches.sol";
import {BatchTree} from "./BatchTree.sol";
import {ChainProofs} from "./ChainProofs.sol";
import {Claims} from "./Claims.sol";
import {DependencySet} from "./DependencySet.sol";
import {PairTree} from "./PairTree.sol";
import {RootStore} from "./RootStore.sol";
import {StateTrie} from "./StateTrie.sol";
import {ZeroHashes} from "./ZeroHashes.sol";

/// @title Proves that a batch's root is what the chains hold
/// @notice Per pair: the count and root that the receiver's RootStore holds, and that the sender's tree began with just
/// that. From these the batch's tree is built anew; burn and mint side are then one tree. Anybody may prove, in one
/// transaction or in several.
///
/// A proof may build on a batch proven before. Pairs into chains whose RootStore has not changed since need no proof.
contract Prover is ChainProofs {
    struct PairProof {
        /// Place of the pair in the set's version.
        uint256 index;
        /// What the batch that is built on has for the pair; zeros where none is.
        uint256 oldCount;
        bytes32 oldRoot;
        uint256 count;
        bytes32 root;
        /// Pool and ways of the receiver's root and count. The count needs none in an empty or unchanged tree. For a
        /// pair to L1, which receives without a tree, they are the sender's.
        uint256 pool;
        bytes rootPath;
        bytes countPath;
        /// Pool and way of the sender's root. For a pair from L1: the recorded root. Not needed in an unchanged tree.
        uint256 sentPool;
        bytes sentPath;
        bytes32 entryRoot;
        /// How the sender's tree grew from the receiver's; empty where they are the same.
        bytes32[] growth;
    }

    struct PairsProof {
        /// Number of the proven batch that is built on; zero to start from nothing.
        uint64 base;
        /// The nodes over all pairs as the proof stands: at its beginning those of the base, or zeros.
        bytes32[] nodes;
        /// Nodes of RootStores' storage tries.
        bytes[][] pools;
        PairProof[] pairs;
        /// Whether the batch is proven with this part.
        bool last;
    }

    /// @dev How far somebody's proof of a batch has come.
    struct Progress {
        bool started;
        uint64 base;
        /// Root over the nodes.
        bytes32 root;
        /// A bit for every pair that was shown.
        uint256 shown;
    }

    /// @dev What stays the same while a part is checked.
    struct Part {
        uint256 version;
        uint256 pairCount;
        bytes32 batchHash;
        /// Zero where nothing is built on.
        bytes32 baseHash;
        StateTrie.Node[][] pools;
    }

    /// @notice The RootStore on L1, for pairs from L1; zero where there are none.
    RootStore public immutable entryStore;

    mapping(bytes32 batchHash => mapping(address by => Progress)) private _progress;
    mapping(bytes32 entry => bool) private _entryRoots;

    event EntryRootRecorded(uint256 indexed destination, uint256 indexed generation, bytes32 root);

    error BaseNotProven(uint64 base);
    error WrongBase(uint64 expected, uint64 given);
    error WrongNodes();
    error ChainNotShown(uint256 chainId);
    error PairShownTwice(uint256 index);
    error PairNotShown(uint256 index);
    error ReceiverDiffers(uint256 index);
    error SenderDiffers(uint256 index);
    error WrongRoot(bytes32 claimed, bytes32 proven);

    constructor(Batches batches_, RootStore entryStore_) ChainProofs(batches_) {
        entryStore = entryStore_;
    }

    /// @notice Prove a batch, or a part of it.
    function proveBatch(Claims.Batch calldata batch, ChainProof[] calldata chains, PairsProof calldata pairs) external {
        proveChains(batch, chains);
        provePairs(batch.number, pairs);
    }

    /// @notice Show pairs of a batch. Their chains were shown before. Parts of different accounts do not mix.
    function provePairs(uint64 number, PairsProof calldata proof) public {
        Batches.Accepted memory claim = batches.batchAt(number);
        Progress memory progress = _progress[claim.batchHash][msg.sender];
        Part memory part = _begin(progress, number, claim.batchHash, proof);

        bytes32[] memory nodes = proof.nodes;
        if (nodes.length != part.pairCount || BatchTree.rootOf(nodes) != progress.root) revert WrongNodes();
        for (uint256 i; i < proof.pairs.length; ++i) {
            PairProof calldata p = proof.pairs[i];
            if ((progress.shown >> p.index) & 1 == 1) revert PairShownTwice(p.index);
            progress.shown |= 1 << p.index;
            nodes[p.index] = _provePair(part, p, nodes[p.index]);
        }
        progress.root = BatchTree.rootOf(nodes);
        if (!proof.last) {
            _progress[claim.batchHash][msg.sender] = progress;
            return;
        }
        _requireComplete(part, progress.shown);
        if (progress.root != claim.root) revert WrongRoot(claim.root, progress.root);
        batches.markProven(number, msg.sender);
    }

    /// @notice Keep the present root of what L1 has sent to a chain, for proofs to use. Anybody may.
    function recordEntryRoot(uint256 destination, uint256 generation) external {
        (, bytes32 root) = entryStore.outboundTree(destination, generation);
        _entryRoots[keccak256(abi.encode(destination, generation, root))] = true;
        emit EntryRootRecorded(destination, generation, root);
    }

    /// @dev A proof begins with the nodes of the batch it builds on, or with none.
    function _begin(Progress memory progress, uint64 number, bytes32 batchHash, PairsProof calldata proof)
        private
        view
        returns (Part memory part)
    {
        part.batchHash = batchHash;
        part.version = batches.versionAt(number);
        part.pairCount = batches.pairCountOf(part.version);
        part.pools = new StateTrie.Node[][](proof.pools.length);
        for (uint256 i; i < proof.pools.length; ++i) {
            part.pools[i] = StateTrie.load(proof.pools[i]);
        }
        if (progress.started && progress.base != proof.base) revert WrongBase(progress.base, proof.base);
        bytes32 root;
        if (proof.base == 0) {
            root = BatchTree.rootOf(new bytes32[](part.pairCount));
        } else {
            (part.baseHash, root) = _requireBase(proof.base, number, part.version);
        }
        if (!progress.started) (progress.started, progress.base, progress.root) = (true, proof.base, root);
    }

    function _requireBase(uint64 base, uint64 number, uint256 version) private view returns (bytes32, bytes32) {
        Batches.Accepted memory b = batches.batchAt(base);
        bool usable = base < number && b.provenBy != address(0) && batches.versionAt(base) == version;
        if (!usable) revert BaseNotProven(base);
        return (b.batchHash, b.root);
    }

    /// @dev Checks one pair and returns its node. Equal roots mean equal counts, since the tree has one count at the
    /// receiver and was shown there once.
    function _provePair(Part memory part, PairProof calldata p, bytes32 node) private view returns (bytes32) {
        DependencySet.Pair memory pair = batches.pairAt(part.version, p.index);
        bool built = part.baseHash != bytes32(0);
        if (node != (built ? _nodeOf(pair, p.oldCount, p.oldRoot) : bytes32(0))) revert WrongNodes();
        bool isExit = pair.destination == block.chainid;
        uint256 keeper = isExit ? pair.source : pair.destination;
        bytes32 slot = PairTree.slot(!isExit, isExit ? pair.destination : pair.source, pair.generation);

        if (_slot(part, keeper, p.pool, p.rootPath, PairTree.rootSlot(slot)) != p.root) revert ReceiverDiffers(p.index);
        if (built && p.root == p.oldRoot) return _nodeOf(pair, p.oldCount, p.oldRoot);
        bool counted = p.root == ZeroHashes.EMPTY_ROOT
            ? p.count == 0
            : uint256(_slot(part, keeper, p.pool, p.countPath, slot)) == p.count;
        if (!counted || p.root == bytes32(0)) revert ReceiverDiffers(p.index);
        if (!isExit) _requireSent(part, p, pair);
        return _nodeOf(pair, p.count, p.root);
    }

    /// @dev The sender's tree is the receiver's, or began as it.
    function _requireSent(Part memory part, PairProof calldata p, DependencySet.Pair memory pair) private view {
        bytes32 sent = p.entryRoot;
        if (pair.source == block.chainid) {
            if (!_entryRoots[keccak256(abi.encode(pair.destination, pair.generation, sent))]) {
                revert SenderDiffers(p.index);
            }
        } else {
            bytes32 slot = PairTree.slot(false, pair.destination, pair.generation);
            sent = _slot(part, pair.source, p.sentPool, p.sentPath, PairTree.rootSlot(slot));
        }
        if (sent != p.root && !PairTree.grewFrom(sent, p.root, p.count, p.growth)) revert SenderDiffers(p.index);
    }

    /// @dev A slot of a chain's RootStore at the end of the batch.
    function _slot(Part memory part, uint256 chainId, uint256 pool, bytes calldata path, bytes32 key)
        private
        view
        returns (bytes32)
    {
        bytes32 storageRoot = storageRoots[part.batchHash][chainId];
        if (storageRoot == bytes32(0)) revert ChainNotShown(chainId);
        return StateTrie.slot(part.pools[pool], path, storageRoot, key);
    }

    /// @dev All chains were shown, and every pair, but those into chains where nothing has changed since the base.
    function _requireComplete(Part memory part, uint256 shown) private view {
        DependencySet.Member[] memory members = batches.chainsOf(part.version);
        for (uint256 i; i < members.length; ++i) {
            if (storageRoots[part.batchHash][members[i].chainId] == bytes32(0)) revert ChainNotShown(members[i].chainId);
        }
        for (uint256 i; i < part.pairCount; ++i) {
            if ((shown >> i) & 1 == 1) continue;
            DependencySet.Pair memory pair = batches.pairAt(part.version, i);
            uint256 keeper = pair.destination == block.chainid ? pair.source : pair.destination;
            bytes32 before = storageRoots[part.baseHash][keeper];
            if (before == bytes32(0) || before != storageRoots[part.batchHash][keeper]) revert PairNotShown(i);
        }
    }

    function _nodeOf(DependencySet.Pair memory pair, uint256 count, bytes32 root) private pure returns (bytes32) {
        return BatchTree.nodeOf(abi.encode(pair.source, pair.destination, pair.generation, count, root));
    }
}
