// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {BatchTree, MessageProof} from "./BatchTree.sol";
import {BlockHashSource} from "./BlockHashSource.sol";
import {Claims} from "./Claims.sol";
import {DependencySet} from "./DependencySet.sol";
import {Governed} from "./Governed.sol";
import {Signers} from "./Signers.sol";

/// @notice What batches must know of challenges.
interface Demands {
    /// @notice Whether a batch has to be proven or be void.
    function isOpen(uint64 batch) external view returns (bool);
    /// @notice How many batches have to be.
    function openDemands() external view returns (uint256);
}

/// @notice What batches must know of the bond.
interface Cover {
    /// @notice Whether enough is at stake for another batch.
    function covers() external view returns (bool);
}

/// @title Settlement batches on L1, from claim to finality
/// @notice A batch is claimed by signatures, in order; it may then be proven, or retracted, or voided together with all
/// behind it. It is final, in order, once it is proven or its window has passed without demand, and its blocks are
/// final too. Only final batches let anything out.
contract Batches is Governed, DependencySet, Signers {
    enum Status {
        None,
        Claimed,
        Proven,
        Final
    }

    struct Accepted {
        bytes32 batchHash;
        bytes32 root;
        uint48 lastTimestamp;
        uint48 submittedAt;
        address provenBy;
    }

    /// @notice Time without demand after which a batch needs no proof.
    uint256 public immutable window;
    BlockHashSource public immutable blockHashes;

    /// @notice The other contracts of the suite; named once, before the first batch.
    address public prover;
    address public challenges;
    address public bond;

    /// @notice Number of the last batch that stands; the first one has number 1.
    uint64 public latestBatch;
    /// @notice Number of the last final batch.
    uint64 public finalBatch;

    mapping(uint64 number => Accepted) private _accepted;
    mapping(uint256 chainId => uint64) private _nextBlock;
    /// @notice Batches that were taken back or not proven in time. Their signatures are known to all, so none of them is
    /// ever accepted again.
    mapping(bytes32 batchHash => bool) public voided;

    event SuiteSet(address prover, address challenges, address bond);
    event BatchSubmitted(uint64 indexed number, bytes32 indexed batchHash, bytes32 root, uint64 lastTimestamp);
    event BatchProven(uint64 indexed number, bytes32 indexed batchHash, address indexed by);
    /// @notice The batch and all behind it do not stand any more.
    event BatchVoided(uint64 indexed number, bytes32 indexed batchHash, bool retracted);
    event BatchFinal(uint64 indexed number, bytes32 indexed batchHash);

    error SuiteAlreadySet();
    error SuiteNotSet();
    error OnlySuite();
    error NotCovered();
    error WrongChains();
    error WrongNumber(uint64 expected, uint64 given);
    error WrongParent(bytes32 expected, bytes32 given);
    error WrongTimestamps();
    error WrongRange(uint256 chainId, uint64 expectedFirstBlock);
    error RootsDiffer(bytes32 burnRoot, bytes32 mintRoot);
    error RootMissing();
    error UnknownBatch(uint64 number);
    error BatchIsVoid(bytes32 batchHash);
    error AlreadyProven(uint64 number);
    error AlreadyFinal(uint64 number);
    error DemandOpen();
    error WindowOpen(uint256 until);
    error BlockNotFinal(uint256 chainId);

    constructor(address governor_, address guardian_, BlockHashSource blockHashes_, uint256 window_)
        Governed(governor_, guardian_)
        EIP712("ssequencer", "1")
    {
        blockHashes = blockHashes_;
        window = window_;
    }

    /// @notice Name the contracts that prove, challenge and hold the bond, once and for all.
    function setSuite(address prover_, address challenges_, address bond_) external onlyGovernor {
        if (prover != address(0)) revert SuiteAlreadySet();
        if (prover_ == address(0) || challenges_ == address(0) || bond_ == address(0)) revert ZeroAddress();
        (prover, challenges, bond) = (prover_, challenges_, bond_);
        emit SuiteSet(prover_, challenges_, bond_);
    }

    /// @notice Submit the next batch. Anybody may.
    /// @param signatures Over {voteDigest}, by a quorum of the current epoch.
    function submitBatch(Claims.Batch calldata batch, uint64 epoch_, bytes calldata signatures) external {
        _requireNotPaused();
        if (bond == address(0)) revert SuiteNotSet();
        if (!Cover(bond).covers()) revert NotCovered();
        _checkOrder(batch);
        if (batch.burnRoot == bytes32(0)) revert RootMissing();
        if (batch.burnRoot != batch.mintRoot) revert RootsDiffer(batch.burnRoot, batch.mintRoot);
        _advance(batch);

        bytes32 hash = Claims.hash(batch);
        if (voided[hash]) revert BatchIsVoid(hash);
        _requireQuorum(voteDigest(epoch_, hash), epoch_, signatures);
        latestBatch = batch.number;
        _accepted[batch.number] =
            Accepted(hash, batch.burnRoot, uint48(batch.lastTimestamp), uint48(block.timestamp), address(0));
        emit BatchSubmitted(batch.number, hash, batch.burnRoot, batch.lastTimestamp);
    }

    /// @notice Take back a batch that is neither proven nor final, while nothing has to be proven. All behind it go too.
    /// @param signatures Over {retractionDigest}, by a quorum of the current epoch.
    function retract(Claims.Batch calldata batch, uint64 epoch_, bytes calldata signatures) external {
        _requireQuorum(retractionDigest(epoch_, Claims.hash(batch)), epoch_, signatures);
        if (Demands(challenges).openDemands() != 0) revert DemandOpen();
        _void(batch, true);
    }

    /// @notice Void a batch that was not proven in time, and all behind it. Only for {Challenges}.
    function voidBatch(Claims.Batch calldata batch) external {
        if (msg.sender != challenges) revert OnlySuite();
        _void(batch, false);
    }

    /// @notice Record that a batch is proven. Only for {Prover}.
    function markProven(uint64 number, address by) external {
        if (msg.sender != prover) revert OnlySuite();
        Accepted storage a = _standing(number);
        if (a.provenBy != address(0)) revert AlreadyProven(number);
        a.provenBy = by;
        emit BatchProven(number, a.batchHash, by);
    }

    /// @notice Make the next batch final. Anybody may.
    function finalize(Claims.Batch calldata batch) external {
        uint64 number = batch.number;
        if (number != finalBatch + 1) revert WrongNumber(finalBatch + 1, number);
        Accepted storage a = _claimed(batch);
        if (a.provenBy == address(0)) {
            if (Demands(challenges).isOpen(number)) revert DemandOpen();
            if (block.timestamp < a.submittedAt + window) revert WindowOpen(a.submittedAt + window);
        }
        for (uint256 i; i < batch.chains.length; ++i) {
            Claims.ChainRange calldata r = batch.chains[i];
            if (!blockHashes.isFinal(r.chainId, r.lastBlock, r.lastBlockHash)) revert BlockNotFinal(r.chainId);
        }
        finalBatch = number;
        emit BatchFinal(number, a.batchHash);
    }

    /// @notice Whether a message leaf is in a batch that stands. It is safe to act on only if the batch is final. False,
    /// not an error, for anything malformed.
    function verifyMessage(uint64 batch, bytes32 leaf, MessageProof calldata proof) external view returns (bool) {
        return status(batch) != Status.None && BatchTree.verify(_accepted[batch].root, leaf, proof);
    }

    /// @notice Whether a root is that of a final batch.
    function verifyBatchRoot(uint64 batch, bytes32 root) external view returns (bool) {
        return status(batch) == Status.Final && _accepted[batch].root == root;
    }

    function status(uint64 number) public view returns (Status) {
        if (number == 0 || number > latestBatch) return Status.None;
        if (number <= finalBatch) return Status.Final;
        return _accepted[number].provenBy == address(0) ? Status.Claimed : Status.Proven;
    }

    /// @notice A batch that stands.
    function batchAt(uint64 number) external view returns (Accepted memory) {
        return _standing(number);
    }

    /// @notice Hash that names a batch: the EIP-712 struct hash, without the domain.
    function hashOf(Claims.Batch calldata batch) external pure returns (bytes32) {
        return Claims.hash(batch);
    }

    /// @notice Binds leaves to this contract: the messengers of all chains are made with it.
    function deploymentId() external view returns (bytes32) {
        return keccak256(abi.encode(block.chainid, address(this)));
    }

    /// @notice Last settled block of a chain; zero where there is none yet.
    function chainHead(uint256 chainId) external view returns (uint64) {
        uint64 next = _nextBlock[chainId];
        return next == 0 ? 0 : next - 1;
    }

    function _nextNumber() internal view override returns (uint64) {
        return latestBatch + 1;
    }

    function _standing(uint64 number) private view returns (Accepted storage) {
        if (number == 0 || number > latestBatch) revert UnknownBatch(number);
        return _accepted[number];
    }

    /// @dev The standing batch that a claim is.
    function _claimed(Claims.Batch calldata batch) private view returns (Accepted storage a) {
        a = _standing(batch.number);
        if (a.batchHash != Claims.hash(batch)) revert UnknownBatch(batch.number);
    }

    function _checkOrder(Claims.Batch calldata batch) private view {
        uint64 latest = latestBatch;
        if (batch.number != latest + 1) revert WrongNumber(latest + 1, batch.number);
        // What is behind the last batch was voided; there is nothing before the first.
        Accepted storage previous = _accepted[latest];
        if (batch.parent != previous.batchHash) revert WrongParent(previous.batchHash, batch.parent);
        if (
            batch.firstTimestamp <= previous.lastTimestamp || batch.lastTimestamp < batch.firstTimestamp
                || batch.lastTimestamp > type(uint48).max
        ) revert WrongTimestamps();
    }

    /// @dev Checks that the ranges are those of all chains in order and follow the last batch, and moves the heads.
    function _advance(Claims.Batch calldata batch) private {
        (Member[] storage members, uint64 fromBatch) = _members(versionAt(batch.number));
        if (batch.chains.length != members.length) revert WrongChains();
        for (uint256 i; i < members.length; ++i) {
            Member memory m = members[i];
            Claims.ChainRange calldata range = batch.chains[i];
            if (range.chainId != m.chainId) revert WrongChains();
            bool joins = batch.number == fromBatch && m.startBlock != 0;
            uint64 next = joins ? m.startBlock : _nextBlock[m.chainId];
            if (range.firstBlock != next || range.lastBlock < next) revert WrongRange(m.chainId, next);
            _nextBlock[m.chainId] = range.lastBlock + 1;
        }
    }

    /// @dev Moves the heads back to before the batch. A chain that joined behind it starts at its start block anyway.
    function _void(Claims.Batch calldata batch, bool retracted) private {
        Accepted storage a = _claimed(batch);
        if (batch.number <= finalBatch) revert AlreadyFinal(batch.number);
        if (a.provenBy != address(0)) revert AlreadyProven(batch.number);
        for (uint256 i; i < batch.chains.length; ++i) {
            _nextBlock[batch.chains[i].chainId] = batch.chains[i].firstBlock;
        }
        latestBatch = batch.number - 1;
        voided[a.batchHash] = true; // those behind it have it as a parent
        emit BatchVoided(batch.number, a.batchHash, retracted);
    }
}
