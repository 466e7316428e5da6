// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {Batches} from "../src/Batches.sol";
import {SignersBlockHashes} from "../src/BlockHashSource.sol";
import {Claims} from "../src/Claims.sol";
import {Governed} from "../src/Governed.sol";
import {Signers} from "../src/Signers.sol";
import {Suite} from "./Suite.sol";

contract BatchesTest is Suite {
    uint256 private constant OTHER_KEY = 0x0bad;

    function setUp() public {
        _createSuite();
    }

    // Order.

    function test_anybodySubmitsBatchesInOrder() public {
        Claims.Batch memory first = _first();
        bytes memory vote = _vote(first);
        vm.prank(stranger);
        batches.submitBatch(first, epoch, vote);
        Batches.Accepted memory a = batches.batchAt(1);
        vm.assertEq(a.batchHash, batches.hashOf(first));
        vm.assertEq(a.root, ROOT);
        vm.assertEq(a.lastTimestamp, 104);
        vm.assertEq(a.submittedAt, block.timestamp);
        _submit(_next(first));
        vm.assertEq(batches.latestBatch(), 2);
        vm.assertEq(batches.chainHead(901), 20);
        vm.assertEq(batches.chainHead(902), 19);
        vm.assertEq(batches.chainHead(903), 0);
        vm.assertEq(batches.deploymentId(), keccak256(abi.encode(L1, address(batches))));
    }

    function test_T01_aBatchIsNotReplayed() public {
        Claims.Batch memory first = _first();
        _submit(first);
        _expectRefused(first, abi.encodeWithSelector(Batches.WrongNumber.selector, 2, 1));
        first.number = 2;
        bytes32 stored = batches.batchAt(1).batchHash;
        _expectRefused(first, abi.encodeWithSelector(Batches.WrongParent.selector, stored, bytes32(0)));
    }

    function testFuzz_T02_rangesHaveNeitherGapNorOverlap(uint64 firstBlock, bool later) public {
        Claims.Batch memory batch = _first();
        if (later) {
            _submit(batch);
            batch = _next(batch);
        }
        uint64 expected = batch.chains[1].firstBlock;
        vm.assume(firstBlock != expected);
        batch.chains[1].firstBlock = firstBlock;
        batch.chains[1].lastBlock = type(uint64).max - 1;
        _expectRefused(batch, abi.encodeWithSelector(Batches.WrongRange.selector, 902, expected));
        batch.chains[1].firstBlock = expected;
        batch.chains[1].lastBlock = expected - 1;
        _expectRefused(batch, abi.encodeWithSelector(Batches.WrongRange.selector, 902, expected));
    }

    function test_T03_noChainIsLeftOut() public {
        Claims.Batch memory batch = _first();
        Claims.ChainRange[] memory all = batch.chains;
        batch.chains = new Claims.ChainRange[](1);
        batch.chains[0] = all[0];
        _expectRefused(batch, abi.encodeWithSelector(Batches.WrongChains.selector));
        batch.chains = new Claims.ChainRange[](2);
        (batch.chains[0], batch.chains[1]) = (all[1], all[0]);
        _expectRefused(batch, abi.encodeWithSelector(Batches.WrongChains.selector));
        batch.chains = new Claims.ChainRange[](3);
        (batch.chains[0], batch.chains[1], batch.chains[2]) = (all[0], all[1], all[1]);
        _expectRefused(batch, abi.encodeWithSelector(Batches.WrongChains.selector));
    }

    function testFuzz_T04_rootsAreEqual(bytes32 burnRoot, bytes32 mintRoot) public {
        vm.assume(burnRoot != mintRoot && burnRoot != bytes32(0));
        Claims.Batch memory batch = _first();
        (batch.burnRoot, batch.mintRoot) = (burnRoot, mintRoot);
        _expectRefused(batch, abi.encodeWithSelector(Batches.RootsDiffer.selector, burnRoot, mintRoot));
        (batch.burnRoot, batch.mintRoot) = (bytes32(0), bytes32(0));
        _expectRefused(batch, abi.encodeWithSelector(Batches.RootMissing.selector));
    }

    function test_timestampsIncrease() public {
        Claims.Batch memory first = _first();
        first.lastTimestamp = first.firstTimestamp - 1;
        _expectRefused(first, abi.encodeWithSelector(Batches.WrongTimestamps.selector));
        first.lastTimestamp = type(uint64).max;
        _expectRefused(first, abi.encodeWithSelector(Batches.WrongTimestamps.selector));
        first = _first();
        _submit(first);
        Claims.Batch memory second = _next(first);
        second.firstTimestamp = first.lastTimestamp;
        _expectRefused(second, abi.encodeWithSelector(Batches.WrongTimestamps.selector));
    }

    // Signatures.

    function test_T05_aStrangersSignatureIsRefused() public {
        Claims.Batch memory batch = _first();
        bytes memory vote = _sign(OTHER_KEY, batches.voteDigest(epoch, batches.hashOf(batch)));
        vm.expectRevert(abi.encodeWithSelector(Signers.WrongSigner.selector, vm.addr(OTHER_KEY)));
        batches.submitBatch(batch, epoch, vote);
    }

    /// The same key in a later set: what it signed in the old one is void.
    function test_T06_aSignatureIsForOneEpoch() public {
        Claims.Batch memory batch = _first();
        bytes memory vote = _vote(batch);
        _setSigner(OTHER_KEY);
        _setSigner(KEY);
        vm.expectRevert(abi.encodeWithSelector(Signers.WrongEpoch.selector, 3, 1));
        batches.submitBatch(batch, 1, vote);
        vm.expectRevert();
        batches.submitBatch(batch, 3, vote);
        _submit(batch);
    }

    function test_T07_signaturesAreNotMalleable() public {
        Claims.Batch memory batch = _first();
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(KEY, batches.voteDigest(epoch, batches.hashOf(batch)));
        bytes32 highS = bytes32(ORDER - uint256(s));
        vm.expectRevert(abi.encodeWithSelector(ECDSA.ECDSAInvalidSignatureS.selector, highS));
        batches.submitBatch(batch, epoch, abi.encodePacked(r, highS, v == 27 ? 28 : 27));
        vm.expectRevert(abi.encodeWithSelector(Signers.NoQuorum.selector, 1, 0));
        batches.submitBatch(batch, epoch, abi.encodePacked(r, s));
        vm.expectRevert(abi.encodeWithSelector(Signers.NoQuorum.selector, 1, 1));
        batches.submitBatch(batch, epoch, abi.encodePacked(r, s, v, v));
        vm.expectRevert(ECDSA.ECDSAInvalidSignature.selector);
        batches.submitBatch(batch, epoch, new bytes(65));
    }

    function test_T08_aSignatureIsForOneContractAndChain() public {
        Claims.Batch memory batch = _first();
        bytes memory vote = _vote(batch);
        vm.chainId(1);
        vm.expectRevert();
        batches.submitBatch(batch, epoch, vote);
        vm.chainId(L1);
        _createSuite();
        vm.expectRevert();
        batches.submitBatch(batch, epoch, vote);
    }

    function testFuzz_T09_aSignatureIsForOneBatch(uint8 field, uint64 delta) public {
        vm.assume(delta != 0);
        Claims.Batch memory batch = _first();
        bytes memory vote = _vote(batch);
        field %= 5;
        if (field == 0) batch.chains[0].stateRoot = bytes32(uint256(delta));
        if (field == 1) batch.chains[1].lastBlockHash = bytes32(uint256(delta));
        if (field == 2) batch.pairsHash = bytes32(uint256(delta));
        if (field == 3) batch.lastTimestamp += 1 + delta % 1000;
        if (field == 4) batch.chains[0].lastBlock += 1 + delta % 1000;
        vm.expectRevert();
        batches.submitBatch(batch, epoch, vote);
        vm.assertEq(batches.latestBatch(), 0);
    }

    function testFuzz_T10_aQuorumIsOfDifferentSigners(uint8 count, uint8 quorum, uint8 given) public {
        uint256 n = 1 + count % 21;
        uint256 needed = 1 + quorum % n;
        uint256[] memory keys = _setQuorum(n, needed);
        Claims.Batch memory batch = _first();
        bytes32 digest = batches.voteDigest(epoch, batches.hashOf(batch));
        uint256 votes = given % (n + 1);
        bytes memory signatures;
        for (uint256 i; i < votes; ++i) {
            signatures = bytes.concat(signatures, _sign(keys[i], digest));
        }
        if (votes < needed) {
            vm.expectRevert(abi.encodeWithSelector(Signers.NoQuorum.selector, needed, votes));
            batches.submitBatch(batch, epoch, signatures);
            bytes memory one = _sign(keys[0], digest);
            for (uint256 i; i < needed; ++i) {
                signatures = i == 0 ? one : bytes.concat(signatures, one);
            }
            if (needed == 1) return;
            vm.expectRevert(abi.encodeWithSelector(Signers.WrongSigner.selector, vm.addr(keys[0])));
        }
        batches.submitBatch(batch, epoch, signatures);
    }

    function test_signerSetsAreOrderedAndBounded() public {
        address[] memory signers = new address[](2);
        (signers[0], signers[1]) = (address(2), address(1));
        vm.expectRevert(Signers.BadSigners.selector);
        batches.setSigners(signers, 1);
        signers[1] = address(2);
        vm.expectRevert(Signers.BadSigners.selector);
        batches.setSigners(signers, 1);
        signers[1] = address(3);
        vm.expectRevert(Signers.BadSigners.selector);
        batches.setSigners(signers, 0);
        vm.expectRevert(Signers.BadSigners.selector);
        batches.setSigners(signers, 3);
        vm.expectRevert(Signers.BadSigners.selector);
        batches.setSigners(new address[](65), 1);
        vm.prank(stranger);
        vm.expectRevert(Governed.OnlyGovernor.selector);
        batches.setSigners(signers, 1);
    }

    // Retraction.

    function test_aRetractedBatchIsClaimedAnew() public {
        Claims.Batch memory first = _first();
        _submit(first);
        Claims.Batch memory second = _next(first);
        _submit(second);
        _submit(_next(second));
        _retract(second);
        vm.assertEq(batches.latestBatch(), 1);
        vm.assertEq(batches.chainHead(901), 10);
        _assertStatus(2, Batches.Status.None);
        vm.expectRevert(abi.encodeWithSelector(Batches.UnknownBatch.selector, 2));
        batches.batchAt(2);
        second.chains[0].lastBlock += 3;
        _submit(second);
        _submit(_next(second));
        vm.assertEq(batches.chainHead(901), 33);
    }

    /// Whoever has seen a batch's signatures cannot bring it back, to have it demanded or final.
    function test_T60_aVoidBatchStaysVoid() public {
        Claims.Batch memory first = _first();
        _submit(first);
        Claims.Batch memory second = _next(first);
        _submit(second);
        _retract(second);
        _expectRefused(second, abi.encodeWithSelector(Batches.BatchIsVoid.selector, batches.hashOf(second)));
        _demand(stranger, 1);
        vm.warp(block.timestamp + 12 hours + 1);
        challenges.expire(first);
        bond.deposit{value: PENALTY}();
        _expectRefused(first, abi.encodeWithSelector(Batches.BatchIsVoid.selector, batches.hashOf(first)));
        vm.assertTrue(batches.voided(batches.hashOf(first)));
    }

    function test_T11_noRetractionOfWhatIsProvenFinalOrDemanded() public {
        Claims.Batch memory first = _first();
        _submit(first);
        Claims.Batch memory second = _next(first);
        _submit(second);
        _demand(stranger, 2);
        vm.expectRevert(Batches.DemandOpen.selector);
        this.retract(first);
        batches.markProven(2, stranger);
        challenges.answer(2);
        vm.expectRevert(abi.encodeWithSelector(Batches.AlreadyProven.selector, 2));
        this.retract(second);
        vm.warp(block.timestamp + WINDOW);
        batches.finalize(first);
        vm.expectRevert(abi.encodeWithSelector(Batches.AlreadyFinal.selector, 1));
        this.retract(first);
    }

    function test_T12_onlyTheSignersRetract() public {
        Claims.Batch memory first = _first();
        _submit(first);
        bytes memory vote = _vote(first);
        vm.expectRevert();
        batches.retract(first, epoch, vote);
        bytes memory other = _sign(OTHER_KEY, batches.retractionDigest(epoch, batches.hashOf(first)));
        vm.expectRevert(abi.encodeWithSelector(Signers.WrongSigner.selector, vm.addr(OTHER_KEY)));
        batches.retract(first, epoch, other);
    }

    // Finality.

    function test_batchesAreFinalInOrderAfterTheirWindow() public {
        Claims.Batch memory first = _first();
        _submit(first);
        Claims.Batch memory second = _next(first);
        _submit(second);
        _assertStatus(1, Batches.Status.Claimed);
        vm.expectRevert(abi.encodeWithSelector(Batches.WrongNumber.selector, 1, 2));
        batches.finalize(second);
        vm.expectRevert(abi.encodeWithSelector(Batches.WindowOpen.selector, block.timestamp + WINDOW));
        batches.finalize(first);
        batches.markProven(2, stranger);
        _assertStatus(2, Batches.Status.Proven);
        vm.warp(block.timestamp + WINDOW);
        batches.finalize(first);
        batches.finalize(second);
        vm.assertEq(batches.finalBatch(), 2);
        _assertStatus(2, Batches.Status.Final);
        vm.assertTrue(batches.verifyBatchRoot(2, ROOT));
        vm.assertFalse(batches.verifyBatchRoot(2, CODE));
        vm.assertFalse(batches.verifyBatchRoot(3, bytes32(0)));
    }

    function test_T13_aProofShortensTheWindowAndADemandStopsIt() public {
        Claims.Batch memory first = _first();
        _submit(first);
        _demand(stranger, 1);
        vm.warp(block.timestamp + WINDOW);
        vm.expectRevert(Batches.DemandOpen.selector);
        batches.finalize(first);
        batches.markProven(1, address(this));
        batches.finalize(first);
        Claims.Batch memory second = _next(first);
        _submit(second);
        batches.markProven(2, address(this));
        batches.finalize(second);
    }

    function test_finalityIsOfTheBatchThatStands() public {
        Claims.Batch memory first = _first();
        _submit(first);
        first.pairsHash = bytes32(0);
        vm.expectRevert(abi.encodeWithSelector(Batches.UnknownBatch.selector, 1));
        batches.finalize(first);
    }

    // Roles.

    function test_T14_theGuardianStopsNewBatchesAtOnce() public {
        Claims.Batch memory first = _first();
        vm.prank(stranger);
        vm.expectRevert(Governed.OnlyGuardian.selector);
        batches.pause();
        vm.prank(guardian);
        batches.pause();
        _expectRefused(first, abi.encodeWithSelector(Governed.BatchesPaused.selector));
        vm.prank(guardian);
        vm.expectRevert(abi.encodeWithSelector(Governed.UnpauseNotDue.selector, 0));
        batches.unpause();
        vm.prank(guardian);
        batches.announceUnpause();
        uint256 due = block.timestamp + 1 days;
        vm.warp(due - 1);
        vm.prank(guardian);
        vm.expectRevert(abi.encodeWithSelector(Governed.UnpauseNotDue.selector, due));
        batches.unpause();
        vm.warp(due);
        vm.prank(guardian);
        batches.unpause();
        _submit(first);
        vm.prank(guardian);
        vm.expectRevert(Governed.NotPaused.selector);
        batches.unpause();
        vm.prank(guardian);
        vm.expectRevert(Governed.NotPaused.selector);
        batches.announceUnpause();
    }

    function test_T15_onlyTheSuiteProvesAndVoidsAndItIsNamedOnce() public {
        Claims.Batch memory first = _first();
        _submit(first);
        vm.prank(stranger);
        vm.expectRevert(Batches.OnlySuite.selector);
        batches.markProven(1, stranger);
        vm.expectRevert(Batches.OnlySuite.selector);
        batches.voidBatch(first);
        batches.markProven(1, stranger);
        vm.expectRevert(abi.encodeWithSelector(Batches.AlreadyProven.selector, 1));
        batches.markProven(1, stranger);
        vm.expectRevert(Batches.SuiteAlreadySet.selector);
        batches.setSuite(address(1), address(2), address(3));

        SignersBlockHashes source = new SignersBlockHashes();
        Batches fresh = new Batches(address(this), guardian, source, WINDOW);
        vm.expectRevert(Batches.SuiteNotSet.selector);
        fresh.submitBatch(first, 1, "");
        vm.expectRevert(Governed.ZeroAddress.selector);
        fresh.setSuite(address(1), address(0), address(3));
        vm.expectRevert(Governed.ZeroAddress.selector);
        new Batches(address(0), guardian, source, WINDOW);
    }

    /// The test calls itself so that the signature is made inside of the expected revert.
    function retract(Claims.Batch memory batch) external {
        _retract(batch);
    }

    function _setQuorum(uint256 n, uint256 needed) private returns (uint256[] memory keys) {
        keys = new uint256[](n);
        address[] memory signers = new address[](n);
        for (uint256 i; i < n; ++i) {
            uint256 key = 0x1000 + i;
            uint256 place = i;
            for (; place > 0 && signers[place - 1] > vm.addr(key); --place) {
                (signers[place], keys[place]) = (signers[place - 1], keys[place - 1]);
            }
            (signers[place], keys[place]) = (vm.addr(key), key);
        }
        batches.setSigners(signers, needed);
        epoch = batches.epoch();
    }
}
