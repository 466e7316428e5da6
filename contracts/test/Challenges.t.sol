// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Batches} from "../src/Batches.sol";
import {Bond} from "../src/Bond.sol";
import {Challenges} from "../src/Challenges.sol";
import {Claims} from "../src/Claims.sol";
import {Payouts} from "../src/Payouts.sol";
import {Suite} from "./Suite.sol";

/// @notice Demands, and the bond behind them.
contract ChallengesTest is Suite {
    address private constant watcher = address(0x6000);
    address private constant helper = address(0x7000);

    Claims.Batch private first;
    Claims.Batch private second;

    function setUp() public {
        _createSuite();
        Claims.Batch memory a = _first();
        Claims.Batch memory b = _next(a);
        _submit(a);
        _submit(b);
        _store(first, a);
        _store(second, b);
    }

    // Demands.

    function test_T32_aBatchThatIsNotProvenInTimeIsVoidWithAllBehindIt() public {
        _submit(_next(second));
        _demand(watcher, 2);
        uint256 price = challenges.demandPrice();
        uint256 deadline = block.timestamp + 12 hours;
        vm.warp(deadline);
        vm.expectRevert(abi.encodeWithSelector(Challenges.ProvePeriodOpen.selector, deadline));
        challenges.expire(second);
        vm.warp(deadline + 1);
        challenges.expire(second);
        vm.assertEq(batches.latestBatch(), 1);
        vm.assertEq(batches.chainHead(901), 10);
        vm.assertEq(bond.staked(), MINIMUM - PENALTY);
        vm.assertEq(bond.BURNT().balance, PENALTY / 2);
        vm.assertEq(bond.credits(watcher), PENALTY / 2);
        vm.assertEq(challenges.credits(watcher), price);
        vm.assertEq(challenges.openDemands(), 0);
        // With too little at stake nothing is accepted until there is more.
        _expectRefused(second, abi.encodeWithSelector(Batches.NotCovered.selector));
        bond.deposit{value: PENALTY}();
        _expectRefused(second, abi.encodeWithSelector(Batches.BatchIsVoid.selector, batches.hashOf(second)));
        ++second.chains[0].lastBlock;
        _submit(second);
        vm.prank(watcher);
        bond.fetch();
        vm.prank(watcher);
        challenges.fetch();
        vm.assertEq(watcher.balance, PENALTY / 2 + price);
    }

    function test_T33_whoeverProvesIsPaidAndTheSequencerKeepsItsBond() public {
        _demand(watcher, 1);
        vm.expectRevert(abi.encodeWithSelector(Challenges.NotProven.selector, 1));
        challenges.answer(1);
        batches.markProven(1, helper);
        challenges.answer(1);
        vm.assertEq(challenges.credits(helper), challenges.demandPrice());
        vm.assertEq(bond.staked(), MINIMUM);
        vm.expectRevert(Challenges.NotDemanded.selector);
        challenges.answer(1);
    }

    /// A proof counts until somebody says that it is overdue.
    function test_T34_aLateProofIsAProof() public {
        _demand(watcher, 1);
        vm.warp(block.timestamp + 2 days);
        batches.markProven(1, helper);
        vm.expectRevert(abi.encodeWithSelector(Batches.AlreadyProven.selector, 1));
        challenges.expire(first);
        challenges.answer(1);
        vm.assertEq(bond.staked(), MINIMUM);
    }

    function test_T35_onlyWhatIsNeitherProvenNorFinalIsDemandedAndOnce() public {
        batches.markProven(1, helper);
        _expectNotDemandable(1);
        batches.finalize(first);
        _expectNotDemandable(1);
        _expectNotDemandable(3);
        _demand(watcher, 2);
        uint256 price = challenges.demandPrice();
        vm.expectRevert(Challenges.AlreadyDemanded.selector);
        challenges.demandProof{value: price}(2);
    }

    /// A demand at any age: until it is final, however old.
    function testFuzz_anOldBatchIsDemandedAndProven(uint32 age) public {
        vm.warp(block.timestamp + age);
        _demand(watcher, 1);
        batches.markProven(1, helper);
        challenges.answer(1);
        vm.assertEq(bond.staked(), MINIMUM);
    }

    function testFuzz_T36_aDemandPaysMoreThanTheProofCosts(uint64 baseFee) public {
        vm.fee(baseFee);
        uint256 price = challenges.demandPrice();
        vm.assertTrue(price >= uint256(baseFee) * 1_500_000 && price >= 1 gwei);
        vm.deal(watcher, price);
        vm.prank(watcher);
        vm.expectRevert(abi.encodeWithSelector(Challenges.DemandTooSmall.selector, price));
        challenges.demandProof{value: price - 1}(1);
        vm.prank(watcher);
        challenges.demandProof{value: price}(1);
    }

    /// Demands on batches that go with an earlier one are given back.
    function test_demandsOnVoidedBatchesAreGivenBack() public {
        _demand(watcher, 1);
        _demand(helper, 2);
        vm.warp(block.timestamp + 1 days);
        vm.expectRevert(abi.encodeWithSelector(Challenges.BatchStands.selector, 2));
        challenges.release(second);
        challenges.expire(first);
        vm.expectRevert(abi.encodeWithSelector(Batches.UnknownBatch.selector, 2));
        challenges.expire(second);
        challenges.release(second);
        vm.assertEq(challenges.credits(helper), challenges.demandPrice());
        vm.assertEq(challenges.openDemands(), 0);
        vm.assertEq(bond.staked(), MINIMUM - PENALTY);
        vm.expectRevert(Challenges.NotDemanded.selector);
        challenges.release(second);
    }

    /// A batch in the place of a voided one does not inherit its demand.
    function test_aDemandIsOnOneBatch() public {
        _demand(watcher, 2);
        vm.warp(block.timestamp + 1 days);
        challenges.expire(second);
        bond.deposit{value: PENALTY}();
        Claims.Batch memory other = second;
        other.pairsHash = bytes32(0);
        _submit(other);
        vm.assertFalse(challenges.isOpen(2));
        vm.expectRevert(Challenges.NotDemanded.selector);
        challenges.expire(other);
    }

    function test_termsAreWithinReason() public {
        Challenges.Terms memory terms = _terms();
        terms.provePeriod = 12 hours - 1;
        vm.expectRevert(Challenges.BadTerms.selector);
        new Challenges(batches, bond, terms);
        terms = _terms();
        terms.penalty = MINIMUM + 1;
        vm.expectRevert(Challenges.BadTerms.selector);
        new Challenges(batches, bond, terms);
        vm.expectRevert(Bond.BadTerms.selector);
        new Bond(batches, operator, 0, 1, 50);
        vm.expectRevert(Bond.BadTerms.selector);
        new Bond(batches, operator, 1, 1, 101);
    }

    // The bond.

    function test_T37_onlyChallengesTakeFromTheBond() public {
        vm.expectRevert(Bond.OnlyChallenges.selector);
        bond.slash(1, address(this));
        vm.expectRevert(Bond.OnlyOperator.selector);
        bond.announceWithdrawal(1);
        vm.expectRevert(Bond.OnlyOperator.selector);
        bond.withdraw();
    }

    function test_T38_theBondIsWithdrawnAfterItsDelayAndItsBatches() public {
        vm.prank(operator);
        vm.expectRevert(abi.encodeWithSelector(Bond.TooMuch.selector, MINIMUM));
        bond.announceWithdrawal(MINIMUM + 1);
        vm.prank(operator);
        bond.announceWithdrawal(MINIMUM);
        // Nothing new is accepted on a bond that goes.
        _expectRefused(_next(second), abi.encodeWithSelector(Batches.NotCovered.selector));
        uint256 due = block.timestamp + 14 days;
        vm.warp(due - 1);
        vm.prank(operator);
        vm.expectRevert(abi.encodeWithSelector(Bond.NotDue.selector, due));
        bond.withdraw();
        vm.warp(due);
        batches.finalize(first);
        vm.prank(operator);
        vm.expectRevert(abi.encodeWithSelector(Bond.BatchesNotFinal.selector, 1));
        bond.withdraw();
        batches.finalize(second);
        vm.prank(operator);
        bond.withdraw();
        vm.assertEq(bond.staked(), 0);
        vm.prank(operator);
        bond.fetch();
        vm.assertEq(operator.balance, MINIMUM);
        vm.prank(operator);
        vm.expectRevert(abi.encodeWithSelector(Bond.NotDue.selector, 0));
        bond.withdraw();
    }

    /// What is announced can still be slashed; the rest of it is withdrawn.
    function test_T39_anAnnouncedWithdrawalIsStillAtStake() public {
        vm.prank(operator);
        bond.announceWithdrawal(MINIMUM);
        _demand(watcher, 1);
        vm.warp(block.timestamp + 14 days);
        challenges.expire(first);
        vm.prank(operator);
        bond.withdraw();
        vm.assertEq(bond.credits(operator), MINIMUM - PENALTY);
    }

    /// A receiver that refuses holds up itself only.
    function test_T40_nobodyHoldsUpAPayment() public {
        address refuser = address(batches);
        _demand(refuser, 1);
        vm.warp(block.timestamp + 1 days);
        challenges.expire(first);
        vm.prank(refuser);
        vm.expectRevert(abi.encodeWithSelector(Payouts.PaymentFailed.selector, refuser));
        bond.fetch();
    }

    function _expectNotDemandable(uint64 number) private {
        vm.expectRevert(abi.encodeWithSelector(Challenges.NotDemandable.selector, number));
        challenges.demandProof(number);
    }

    function _store(Claims.Batch storage to, Claims.Batch memory b) private {
        (to.number, to.parent, to.firstTimestamp, to.lastTimestamp) =
            (b.number, b.parent, b.firstTimestamp, b.lastTimestamp);
        (to.burnRoot, to.mintRoot, to.pairsHash) = (b.burnRoot, b.mintRoot, b.pairsHash);
        for (uint256 i; i < b.chains.length; ++i) {
            to.chains.push(b.chains[i]);
        }
    }
}
