// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {Governed} from "./Governed.sol";

/// @title Whose signatures count
/// @notice Every set of signers has an epoch, which is in what they sign: a signature of one epoch is void in all
/// others, also where the same key is in both. Sets are kept, since promises of an old epoch stay binding.
abstract contract Signers is Governed, EIP712 {
    uint256 public constant MAX_SIGNERS = 64;
    uint256 private constant SIGNATURE_LENGTH = 65;

    bytes32 private constant VOTE_TYPEHASH = keccak256("Vote(uint64 epoch,bytes32 batch)");
    bytes32 private constant RETRACTION_TYPEHASH = keccak256("Retraction(uint64 epoch,bytes32 batch)");

    /// @notice Counts sets of signers; zero before the first.
    uint64 public epoch;
    /// @notice How many of the epoch's signers it takes.
    mapping(uint64 epoch => uint256) public quorum;
    mapping(uint64 epoch => mapping(address => bool)) public isSigner;

    event SignersSet(uint64 indexed epoch, address[] signers, uint256 quorum);

    error BadSigners();
    error WrongEpoch(uint64 expected, uint64 given);
    error WrongSigner(address recovered);
    error NoQuorum(uint256 needed, uint256 given);

    /// @notice Replace the signers. What the old ones signed and nobody submitted is void.
    /// @param signers Ascending.
    /// @param quorum_ 1 to the number of signers.
    function setSigners(address[] calldata signers, uint256 quorum_) external onlyGovernor {
        if (quorum_ == 0 || quorum_ > signers.length || signers.length > MAX_SIGNERS) revert BadSigners();
        uint64 next = ++epoch;
        address last;
        for (uint256 i; i < signers.length; ++i) {
            if (signers[i] <= last) revert BadSigners();
            last = signers[i];
            isSigner[next][last] = true;
        }
        quorum[next] = quorum_;
        emit SignersSet(next, signers, quorum_);
    }

    /// @notice What is signed to submit a batch.
    function voteDigest(uint64 epoch_, bytes32 batchHash) public view returns (bytes32) {
        return _hashTypedDataV4(keccak256(abi.encode(VOTE_TYPEHASH, epoch_, batchHash)));
    }

    /// @notice What is signed to take a batch back.
    function retractionDigest(uint64 epoch_, bytes32 batchHash) public view returns (bytes32) {
        return _hashTypedDataV4(keccak256(abi.encode(RETRACTION_TYPEHASH, epoch_, batchHash)));
    }

    /// @notice The EIP-712 domain of all that signers sign, promises included.
    function domainSeparator() external view returns (bytes32) {
        return _domainSeparatorV4();
    }

    /// @dev Signatures are 65 bytes each (low s), one after the other, by ascending signer: nobody counts twice.
    function _requireQuorum(bytes32 digest, uint64 epoch_, bytes calldata signatures) internal view {
        if (epoch_ != epoch || epoch_ == 0) revert WrongEpoch(epoch, epoch_);
        uint256 needed = quorum[epoch_];
        uint256 count = signatures.length / SIGNATURE_LENGTH;
        if (count < needed || signatures.length % SIGNATURE_LENGTH != 0) revert NoQuorum(needed, count);
        address last;
        for (uint256 i; i < count; ++i) {
            bytes calldata signature = signatures[i * SIGNATURE_LENGTH:(i + 1) * SIGNATURE_LENGTH];
            address recovered = ECDSA.recoverCalldata(digest, signature);
            if (recovered <= last || !isSigner[epoch_][recovered]) revert WrongSigner(recovered);
            last = recovered;
        }
    }
}
