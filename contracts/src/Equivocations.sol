// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {BlockHeader} from "@openzeppelin/contracts/utils/BlockHeader.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {MessageHashUtils} from "@openzeppelin/contracts/utils/cryptography/MessageHashUtils.sol";
import {Memory} from "@openzeppelin/contracts/utils/Memory.sol";
import {RLP} from "@openzeppelin/contracts/utils/RLP.sol";
import {Batches} from "./Batches.sol";
import {Claims} from "./Claims.sol";
import {HeaderChain} from "./HeaderChain.sol";
import {Preconfirmation, Promises} from "./Promises.sol";
import {StateTrie} from "./StateTrie.sol";

/// @title Promises that contradict each other, or a final block
/// @notice Two promises of one position with different content are an offence if one is of grade 2, or both rest on the
/// same L1 block. Otherwise an L1 reorg may have made the sequencer decide anew: then it is an offence only if the
/// blocks that they rest on are both L1's. Who accuses shows that, so that an honest sequencer has nothing to fear from
/// an accusation that is older than L1's memory.
abstract contract Equivocations {
    struct Statement {
        Preconfirmation preconfirmation;
        bytes signature;
    }

    /// @notice Where the transaction of a position really is.
    struct BlockProof {
        /// Place of the chain in the batch.
        uint256 index;
        /// From the end block of the batch back to the block of the promise.
        bytes[] headers;
        /// Number of deposits at the beginning of the block.
        uint256 deposits;
        /// Nodes of the block's trie of transactions. Ways to the last deposit (unused without deposits), to the first
        /// transaction behind it, and to the promised place.
        bytes[] nodes;
        bytes[3] paths;
    }

    uint8 private constant DEPOSIT_TYPE = 0x7e;

    /// @notice Whether an offence at a position was punished; each position counts once.
    mapping(bytes32 position => bool) public punished;

    event Equivocated(bytes32 indexed position, address indexed by);

    error NotASigner(address recovered);
    error NoContradiction();
    error AlreadyPunished();
    error BatchNotFinal(uint64 number);
    error WrongBlock();
    error WrongDeposits();

    /// @notice Show two promises of one position with different content.
    /// @param headers For promises below grade 2 on different L1 blocks: how each of those is reached, as for
    /// {HeaderChain-ownHash}.
    function accuse(Statement calldata a, Statement calldata b, bytes[][2] calldata headers) external {
        bytes32 position = _requirePromise(a);
        bool same = Promises.content(a.preconfirmation) == Promises.content(b.preconfirmation);
        if (_requirePromise(b) != position || same) revert NoContradiction();
        bool sure = a.preconfirmation.grade == Promises.APPLIED || b.preconfirmation.grade == Promises.APPLIED
            || (a.preconfirmation.l1OriginNumber == b.preconfirmation.l1OriginNumber
                && a.preconfirmation.l1OriginHash == b.preconfirmation.l1OriginHash);
        if (!sure && !(_restsOnL1(a.preconfirmation, headers[0]) && _restsOnL1(b.preconfirmation, headers[1]))) {
            revert NoContradiction();
        }
        _convict(position);
    }

    /// @notice Show that the block of a grade 2 promise, which is in a final batch, has another transaction at the
    /// promised place, or none.
    function contradict(Statement calldata statement, Claims.Batch calldata batch, BlockProof calldata proof) external {
        Preconfirmation calldata p = statement.preconfirmation;
        bytes32 position = _requirePromise(statement);
        if (p.grade != Promises.APPLIED) revert NoContradiction();
        bytes32 txRoot = _transactionsRoot(p, batch, proof);
        StateTrie.Node[] memory nodes = StateTrie.load(proof.nodes);
        (bytes32 found,) = _transaction(nodes, proof.paths[2], txRoot, proof.deposits + p.index);
        if (found == p.txHash) revert NoContradiction();
        if (proof.deposits > 0) {
            (, bool isDeposit) = _transaction(nodes, proof.paths[0], txRoot, proof.deposits - 1);
            if (!isDeposit) revert WrongDeposits();
        }
        (, bool more) = _transaction(nodes, proof.paths[1], txRoot, proof.deposits);
        if (more) revert WrongDeposits();
        _convict(position);
    }

    function _batches() internal view virtual returns (Batches);

    /// @dev Takes the penalty for an offence.
    function _punish(address accuser) internal virtual;

    function _convict(bytes32 position) private {
        if (punished[position]) revert AlreadyPunished();
        punished[position] = true;
        emit Equivocated(position, msg.sender);
        _punish(msg.sender);
    }

    function _restsOnL1(Preconfirmation calldata p, bytes[] calldata headers) private view returns (bool) {
        return HeaderChain.ownHash(p.l1OriginNumber, headers) == p.l1OriginHash;
    }

    /// @dev Checks a promise's signature, by a signer of its epoch.
    function _requirePromise(Statement calldata statement) private view returns (bytes32) {
        Preconfirmation calldata p = statement.preconfirmation;
        bytes32 digest = MessageHashUtils.toTypedDataHash(_batches().domainSeparator(), Promises.hash(p));
        address recovered = ECDSA.recoverCalldata(digest, statement.signature);
        if (!_batches().isSigner(p.epoch, recovered)) revert NotASigner(recovered);
        return Promises.position(p);
    }

    /// @dev Root of the transactions of the promised block, by the headers back from a final batch's end block.
    function _transactionsRoot(Preconfirmation calldata p, Claims.Batch calldata batch, BlockProof calldata proof)
        private
        view
        returns (bytes32)
    {
        Batches b = _batches();
        bool final_ = b.status(batch.number) == Batches.Status.Final
            && b.batchAt(batch.number).batchHash == Claims.hash(batch);
        if (!final_) revert BatchNotFinal(batch.number);
        Claims.ChainRange calldata range = batch.chains[proof.index];
        Memory.Slice[] memory fields = HeaderChain.walk(range.lastBlockHash, proof.headers);
        if (range.chainId != p.chainId || BlockHeader.getNumber(fields) != p.height) revert WrongBlock();
        return BlockHeader.getTransactionsRoot(fields);
    }

    /// @dev Hash of a transaction, zero if there is none, and whether it is a deposit.
    function _transaction(StateTrie.Node[] memory nodes, bytes calldata path, bytes32 root, uint256 index)
        private
        pure
        returns (bytes32 hash, bool isDeposit)
    {
        bytes memory key = RLP.encode(index);
        (uint256 start, uint256 end) = StateTrie.get(nodes, path, root, StateTrie.Key(bytes32(key), 2 * key.length));
        if (start == end) return (bytes32(0), false);
        bytes memory encoded = new bytes(end - start);
        assembly ("memory-safe") {
            calldatacopy(add(encoded, 32), start, sub(end, start))
        }
        return (keccak256(encoded), uint8(encoded[0]) == DEPOSIT_TYPE);
    }
}
