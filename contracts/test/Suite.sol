// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Batches} from "../src/Batches.sol";
import {BlockHashSource, SignersBlockHashes} from "../src/BlockHashSource.sol";
import {Bond} from "../src/Bond.sol";
import {Challenges} from "../src/Challenges.sol";
import {Claims} from "../src/Claims.sol";
import {DependencySet} from "../src/DependencySet.sol";
import {Base} from "./Base.sol";

/// @notice L1's contracts with two chains and their two pairs, claims that follow each other, and their signatures. The
/// test itself is the governor; tests of other things than proofs are also the prover.
abstract contract Suite is Base {
    uint256 internal constant L1 = 900;
    uint256 internal constant KEY = 0x5161;
    uint256 internal constant ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141;
    uint256 internal constant WINDOW = 1 days;
    uint256 internal constant MINIMUM = 10 ether;
    uint256 internal constant PENALTY = 4 ether;
    bytes32 internal constant ROOT = keccak256("root");
    bytes32 internal constant CODE = keccak256("code");

    address internal constant guardian = address(0x2000);
    address internal constant operator = address(0x5000);
    address internal constant stranger = address(0xbad);

    Batches internal batches;
    Bond internal bond;
    Challenges internal challenges;
    uint64 internal epoch = 1;

    function _deploy(BlockHashSource source) internal {
        vm.chainId(L1);
        vm.warp(1_000_000);
        batches = new Batches(address(this), guardian, source, WINDOW);
        bond = new Bond(batches, operator, MINIMUM, 14 days, 50);
        challenges = new Challenges(batches, bond, _terms());
    }

    function _terms() internal pure returns (Challenges.Terms memory) {
        return Challenges.Terms(1_000_000, 1 gwei, 12 hours, PENALTY);
    }

    /// @dev Everything as it is when the first batch comes.
    function _createSuite() internal {
        _deploy(new SignersBlockHashes());
        batches.setSuite(address(this), address(challenges), address(bond));
        batches.registerChain(901, address(0x901), CODE);
        batches.registerChain(902, address(0x902), CODE);
        batches.announce(1, _members(1, 5), _pairs());
        _setSigner(KEY);
        vm.deal(address(this), 1000 ether);
        bond.deposit{value: MINIMUM}();
    }

    function _setSigner(uint256 key) internal {
        address[] memory signers = new address[](1);
        signers[0] = vm.addr(key);
        batches.setSigners(signers, 1);
        epoch = batches.epoch();
    }

    function _members(uint64 start901, uint64 start902) internal pure returns (DependencySet.Member[] memory members) {
        members = new DependencySet.Member[](2);
        members[0] = DependencySet.Member(901, start901);
        members[1] = DependencySet.Member(902, start902);
    }

    function _pairs() internal pure returns (DependencySet.Pair[] memory pairs) {
        pairs = new DependencySet.Pair[](2);
        pairs[0] = DependencySet.Pair(901, 902, 1, true);
        pairs[1] = DependencySet.Pair(902, 901, 1, true);
    }

    function _first() internal pure returns (Claims.Batch memory batch) {
        batch.number = 1;
        (batch.firstTimestamp, batch.lastTimestamp) = (100, 104);
        batch.chains = new Claims.ChainRange[](2);
        batch.chains[0] = Claims.ChainRange(901, 1, 10, keccak256("block 901"), keccak256("state 901"));
        batch.chains[1] = Claims.ChainRange(902, 5, 9, keccak256("block 902"), keccak256("state 902"));
        (batch.burnRoot, batch.mintRoot, batch.pairsHash) = (ROOT, ROOT, keccak256("pairs"));
    }

    function _next(Claims.Batch memory previous) internal view returns (Claims.Batch memory batch) {
        batch = abi.decode(abi.encode(previous), (Claims.Batch));
        batch.number = previous.number + 1;
        batch.parent = batches.hashOf(previous);
        batch.firstTimestamp = previous.lastTimestamp + 1;
        batch.lastTimestamp = batch.firstTimestamp + 4;
        for (uint256 i; i < batch.chains.length; ++i) {
            batch.chains[i].firstBlock = previous.chains[i].lastBlock + 1;
            batch.chains[i].lastBlock = batch.chains[i].firstBlock + 9;
        }
    }

    function _sign(uint256 key, bytes32 digest) internal pure returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digest);
        return abi.encodePacked(r, s, v);
    }

    function _vote(Claims.Batch memory batch) internal view returns (bytes memory) {
        return _sign(KEY, batches.voteDigest(epoch, batches.hashOf(batch)));
    }

    function _submit(Claims.Batch memory batch) internal {
        batches.submitBatch(batch, epoch, _vote(batch));
    }

    function _expectRefused(Claims.Batch memory batch, bytes memory reason) internal {
        bytes memory vote = _vote(batch);
        uint64 latest = batches.latestBatch();
        vm.expectRevert(reason);
        batches.submitBatch(batch, epoch, vote);
        vm.assertEq(batches.latestBatch(), latest);
    }

    function _retract(Claims.Batch memory batch) internal {
        batches.retract(batch, epoch, _sign(KEY, batches.retractionDigest(epoch, batches.hashOf(batch))));
    }

    function _demand(address by, uint64 number) internal {
        uint256 price = challenges.demandPrice();
        vm.deal(by, price);
        vm.prank(by);
        challenges.demandProof{value: price}(number);
    }

    function _assertStatus(uint64 number, Batches.Status expected) internal view {
        vm.assertEq(uint256(batches.status(number)), uint256(expected));
    }
}
