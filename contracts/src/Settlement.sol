// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {BatchTree, MessageProof} from "./BatchTree.sol";

/// @title Settlement batches on L1
/// @notice Accepts batches in order, signed by the sequencer's registered key, whose ranges of blocks follow each
/// other without gap on every chain, and whose burn root equals its mint root. It does not yet prove that roots and
/// block hashes are what the chains hold: until then they are the signer's word, for anybody to check.
contract Settlement is EIP712 {
    /// @notice The blocks of one chain that a batch settles, both ends included.
    struct ChainRange {
        uint256 chainId;
        uint64 firstBlock;
        uint64 lastBlock;
        bytes32 lastBlockHash;
        bytes32 stateRoot;
    }

    /// @notice What the signer signs. Chains are in ascending order, every registered one is there.
    struct Batch {
        uint64 number;
        bytes32 parent;
        uint64 firstTimestamp;
        uint64 lastTimestamp;
        ChainRange[] chains;
        bytes32 burnRoot;
        bytes32 mintRoot;
        /// keccak256 over the concatenated encodings of the batch's pairs, which are published elsewhere.
        bytes32 pairsHash;
    }

    /// @dev What is kept of a batch.
    struct Accepted {
        bytes32 batchHash;
        bytes32 root;
        uint64 lastTimestamp;
    }

    bytes32 private constant RANGE_TYPEHASH = keccak256(
        "ChainRange(uint256 chainId,uint64 firstBlock,uint64 lastBlock,bytes32 lastBlockHash,bytes32 stateRoot)"
    );
    bytes32 private constant BATCH_TYPEHASH = keccak256(
        "Batch(uint64 number,bytes32 parent,uint64 firstTimestamp,uint64 lastTimestamp,ChainRange[] chains,bytes32 burnRoot,bytes32 mintRoot,bytes32 pairsHash)ChainRange(uint256 chainId,uint64 firstBlock,uint64 lastBlock,bytes32 lastBlockHash,bytes32 stateRoot)"
    );

    /// @notice Registers chains and signers.
    address public immutable governor;

    /// @notice Key that signs batches of the current epoch. It is not the key that posts them.
    address public signer;
    /// @notice Counts signers.
    uint64 public epoch;
    /// @notice Number of the last accepted batch; the first one has number 1.
    uint64 public latestBatch;

    /// @notice Hash, root and last timestamp of an accepted batch.
    mapping(uint64 number => Accepted) public batches;

    /// @dev keccak256 over the registered chain ids, in ascending order; zero before registration.
    bytes32 private _chainsHash;
    mapping(uint256 chainId => uint64) private _nextBlock;

    event Registered(uint256[] chainIds, uint64[] startBlocks);
    event SignerSet(address indexed signer, uint64 indexed epoch);
    event BatchSubmitted(uint64 indexed number, bytes32 indexed batchHash, bytes32 root, uint64 lastTimestamp);

    error OnlyGovernor();
    error ZeroAddress();
    error AlreadyRegistered();
    error NotRegistered();
    error WrongChains();
    error WrongStartBlock(uint256 chainId);
    error WrongNumber(uint64 expected, uint64 given);
    error WrongParent(bytes32 expected, bytes32 given);
    error WrongEpoch(uint64 expected, uint64 given);
    error WrongSigner(address recovered);
    error WrongTimestamps();
    error WrongRange(uint256 chainId, uint64 expectedFirstBlock);
    error RootsDiffer(bytes32 burnRoot, bytes32 mintRoot);
    error RootMissing();

    modifier onlyGovernor() {
        if (msg.sender != governor) revert OnlyGovernor();
        _;
    }

    constructor(address governor_) EIP712("ssequencer", "1") {
        if (governor_ == address(0)) revert ZeroAddress();
        governor = governor_;
    }

    /// @notice Name the chains, once and for all, and the first signer.
    /// @param chainIds All chains, ascending.
    /// @param startBlocks For each chain the first block of the first batch, at least 1.
    function register(address signer_, uint64 epoch_, uint256[] calldata chainIds, uint64[] calldata startBlocks)
        external
        onlyGovernor
    {
        if (_chainsHash != bytes32(0)) revert AlreadyRegistered();
        if (chainIds.length == 0 || chainIds.length != startBlocks.length) revert WrongChains();
        for (uint256 i; i < chainIds.length; ++i) {
            if (i > 0 && chainIds[i] <= chainIds[i - 1]) revert WrongChains();
            if (startBlocks[i] == 0) revert WrongStartBlock(chainIds[i]);
            _nextBlock[chainIds[i]] = startBlocks[i];
        }
        _chainsHash = keccak256(abi.encodePacked(chainIds));
        emit Registered(chainIds, startBlocks);
        _setSigner(signer_, epoch_);
    }

    /// @notice Replace the signer. What the old one signed and nobody submitted is void.
    function rotateSigner(address signer_) external onlyGovernor {
        if (_chainsHash == bytes32(0)) revert NotRegistered();
        _setSigner(signer_, epoch + 1);
    }

    /// @notice Submit the next batch. Anybody may.
    /// @param epoch_ Epoch of the signer.
    /// @param signature Of the EIP-712 digest of the batch, 65 bytes, low s.
    function submitBatch(Batch calldata batch, uint64 epoch_, bytes calldata signature) external {
        _checkOrder(batch);
        if (batch.burnRoot == bytes32(0)) revert RootMissing();
        if (batch.burnRoot != batch.mintRoot) revert RootsDiffer(batch.burnRoot, batch.mintRoot);
        _advance(batch.chains);

        bytes32 digestOfBatch = batchHash(batch);
        if (epoch_ != epoch) revert WrongEpoch(epoch, epoch_);
        address recovered = ECDSA.recoverCalldata(_hashTypedDataV4(digestOfBatch), signature);
        if (recovered != signer) revert WrongSigner(recovered);

        latestBatch = batch.number;
        batches[batch.number] = Accepted(digestOfBatch, batch.burnRoot, batch.lastTimestamp);
        emit BatchSubmitted(batch.number, digestOfBatch, batch.burnRoot, batch.lastTimestamp);
    }

    /// @notice Whether a message leaf is in an accepted batch. False, not an error, for anything malformed.
    function verifyMessage(uint64 batch, bytes32 leaf, MessageProof calldata proof) external view returns (bool) {
        bytes32 root = batches[batch].root;
        return root != bytes32(0) && BatchTree.verify(root, leaf, proof);
    }

    /// @notice Binds leaves to this contract: the messengers of all chains are made with it.
    function deploymentId() external view returns (bytes32) {
        return keccak256(abi.encode(block.chainid, address(this)));
    }

    /// @notice Last settled block of a chain; the block before its first one where there is none yet.
    function chainHead(uint256 chainId) external view returns (uint64 lastBlock) {
        uint64 next = _nextBlock[chainId];
        if (next == 0) revert NotRegistered();
        return next - 1;
    }

    /// @notice Hash that names a batch: the EIP-712 struct hash, without the domain.
    function batchHash(Batch calldata batch) public pure returns (bytes32) {
        bytes32[] memory ranges = new bytes32[](batch.chains.length);
        for (uint256 i; i < ranges.length; ++i) {
            ranges[i] = keccak256(abi.encode(RANGE_TYPEHASH, batch.chains[i]));
        }
        return keccak256(
            abi.encode(
                BATCH_TYPEHASH,
                batch.number,
                batch.parent,
                batch.firstTimestamp,
                batch.lastTimestamp,
                keccak256(abi.encodePacked(ranges)),
                batch.burnRoot,
                batch.mintRoot,
                batch.pairsHash
            )
        );
    }

    /// @notice Hash that the signer signs: the EIP-712 digest.
    function batchDigest(Batch calldata batch) external view returns (bytes32) {
        return _hashTypedDataV4(batchHash(batch));
    }

    function _checkOrder(Batch calldata batch) private view {
        uint64 latest = latestBatch;
        if (batch.number != latest + 1) revert WrongNumber(latest + 1, batch.number);
        Accepted storage previous = batches[latest];
        if (batch.parent != previous.batchHash) revert WrongParent(previous.batchHash, batch.parent);
        if (batch.firstTimestamp <= previous.lastTimestamp || batch.lastTimestamp < batch.firstTimestamp) {
            revert WrongTimestamps();
        }
    }

    /// @dev Checks that the ranges are those of all chains in order and follow the last batch, and moves the heads.
    function _advance(ChainRange[] calldata ranges) private {
        uint256[] memory chainIds = new uint256[](ranges.length);
        for (uint256 i; i < ranges.length; ++i) {
            ChainRange calldata range = ranges[i];
            chainIds[i] = range.chainId;
            uint64 next = _nextBlock[range.chainId];
            if (range.firstBlock != next || range.lastBlock < next) revert WrongRange(range.chainId, next);
            _nextBlock[range.chainId] = range.lastBlock + 1;
        }
        // An unregistered list has hash zero, which no list has.
        if (keccak256(abi.encodePacked(chainIds)) != _chainsHash) revert WrongChains();
    }

    function _setSigner(address signer_, uint64 epoch_) private {
        if (signer_ == address(0)) revert ZeroAddress();
        signer = signer_;
        epoch = epoch_;
        emit SignerSet(signer_, epoch_);
    }
}
