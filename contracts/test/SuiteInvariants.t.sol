// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Batches} from "../src/Batches.sol";
import {Claims} from "../src/Claims.sol";
import {Suite} from "./Suite.sol";

/// @notice Signers, provers, watchers and the operator, each doing what it may; an action that reverts fails the
/// campaign.
contract SuiteHandler is Suite {
    address private constant watcher = address(0x6000);

    /// The claims that stand, from number 1 on, and the roots of those that have become final.
    Claims.Batch[] private _claims;
    bytes32[] public finalRoots;
    uint256 public deposited;
    uint256 public demanded;
    uint256 private _salt;
    mapping(bytes32 what => uint256) public counts;

    constructor() {
        _createSuite();
        deposited = MINIMUM;
    }

    function submit(uint8 blocks) external {
        if (!bond.covers()) return;
        Claims.Batch memory batch = _claims.length == 0 ? _first() : _next(_claims[_claims.length - 1]);
        batch.chains[0].lastBlock += blocks;
        batch.pairsHash = bytes32(++_salt);
        (batch.burnRoot, batch.mintRoot) = (batch.pairsHash, batch.pairsHash);
        _submit(batch);
        _push(batch);
        ++counts["submitted"];
    }

    function prove(uint256 which) external {
        uint64 number = _pick(which);
        if (number == 0 || batches.status(number) != Batches.Status.Claimed) return;
        batches.markProven(number, watcher);
        if (challenges.isOpen(number)) {
            challenges.answer(number);
            ++counts["answered"];
        }
    }

    function demand(uint256 which) external {
        uint64 number = _pick(which);
        if (number == 0 || batches.status(number) != Batches.Status.Claimed || challenges.isOpen(number)) return;
        demanded += challenges.demandPrice();
        _demand(watcher, number);
        ++counts["demanded"];
    }

    function pass(uint16 time) external {
        vm.warp(block.timestamp + time);
    }

    function expire(uint256 which) external {
        uint64 number = _pick(which);
        if (number == 0 || batches.status(number) != Batches.Status.Claimed || !challenges.isOpen(number)) return;
        (, uint48 deadline,) = challenges.demandOf(batches.batchAt(number).batchHash);
        if (block.timestamp <= deadline) vm.warp(deadline + 1);
        challenges.expire(_claims[number - 1]);
        while (_claims.length >= number) {
            Claims.Batch memory gone = _claims[_claims.length - 1];
            _claims.pop();
            (address by,,) = challenges.demandOf(batches.hashOf(gone));
            if (by != address(0)) challenges.release(gone);
        }
        ++counts["expired"];
    }

    function retract(uint256 which) external {
        uint64 number = _pick(which);
        if (number == 0 || batches.status(number) != Batches.Status.Claimed || challenges.openDemands() != 0) return;
        _retract(_claims[number - 1]);
        while (_claims.length >= number) _claims.pop();
        ++counts["retracted"];
    }

    function finalize() external {
        uint64 number = batches.finalBatch() + 1;
        if (number > batches.latestBatch()) return;
        if (batches.status(number) == Batches.Status.Claimed) {
            if (challenges.isOpen(number)) return;
            vm.warp(block.timestamp + WINDOW);
        }
        batches.finalize(_claims[number - 1]);
        finalRoots.push(_claims[number - 1].burnRoot);
        ++counts["final"];
    }

    function stake(uint64 amount) external {
        vm.deal(address(this), amount);
        bond.deposit{value: amount}();
        deposited += amount;
    }

    function announceWithdrawal(uint256 amount) external {
        amount %= bond.staked() + 1;
        vm.prank(operator);
        bond.announceWithdrawal(amount / 4);
    }

    function withdraw() external {
        (uint256 amount, uint64 due, uint64 batch) = bond.withdrawal();
        uint64 final_ = batches.finalBatch();
        if (amount == 0 || block.timestamp < due || (final_ < batch && final_ < batches.latestBatch())) return;
        vm.prank(operator);
        bond.withdraw();
        ++counts["withdrawn"];
    }

    /// What came in is at stake, credited, fetched by nobody yet, or burnt.
    function checkMoney() external view {
        uint256 credited = bond.credits(watcher) + bond.credits(operator);
        vm.assertEq(deposited, bond.staked() + credited + bond.BURNT().balance);
        vm.assertEq(address(bond).balance, bond.staked() + credited);
        vm.assertEq(address(challenges).balance, demanded);
        vm.assertLe(challenges.credits(watcher), demanded);
    }

    /// Final batches stay, in order; the heads are those of the last claim; the open demands are counted.
    function checkBatches() external view {
        vm.assertEq(finalRoots.length, batches.finalBatch());
        vm.assertEq(_claims.length, batches.latestBatch());
        uint256 open;
        for (uint64 number = 1; number <= _claims.length; ++number) {
            vm.assertEq(batches.batchAt(number).batchHash, batches.hashOf(_claims[number - 1]));
            if (challenges.isOpen(number)) ++open;
            if (number > finalRoots.length) continue;
            vm.assertTrue(batches.verifyBatchRoot(number, finalRoots[number - 1]));
            vm.assertFalse(challenges.isOpen(number));
        }
        vm.assertEq(challenges.openDemands(), open);
        uint64 head = _claims.length == 0 ? 0 : _claims[_claims.length - 1].chains[0].lastBlock;
        vm.assertEq(batches.chainHead(901), head);
    }

    /// @dev A batch that stands, most likely one that is not final; zero if there is none.
    function _pick(uint256 which) private view returns (uint64) {
        uint64 latest = batches.latestBatch();
        uint64 final_ = batches.finalBatch();
        if (latest == final_) return latest;
        return final_ + 1 + uint64(which % (latest - final_));
    }

    function _push(Claims.Batch memory batch) private {
        Claims.Batch storage kept = _claims.push();
        (kept.number, kept.parent, kept.firstTimestamp, kept.lastTimestamp) =
            (batch.number, batch.parent, batch.firstTimestamp, batch.lastTimestamp);
        (kept.burnRoot, kept.mintRoot, kept.pairsHash) = (batch.burnRoot, batch.mintRoot, batch.pairsHash);
        for (uint256 i; i < batch.chains.length; ++i) {
            kept.chains.push(batch.chains[i]);
        }
    }
}

contract SuiteInvariantsTest is Suite {
    SuiteHandler private handler;

    function setUp() public {
        handler = new SuiteHandler();
    }

    function targetContracts() external view returns (address[] memory list) {
        list = new address[](1);
        list[0] = address(handler);
    }

    function invariant_moneyIsWhereItBelongs() public view {
        handler.checkMoney();
    }

    function invariant_finalBatchesStay() public view {
        handler.checkBatches();
    }

    /// The actions reach what they are there for.
    function test_actionsReachEveryOutcome() public {
        handler.submit(1);
        handler.submit(2);
        handler.retract(1);
        handler.submit(3);
        handler.submit(4);
        handler.demand(0);
        handler.demand(1);
        handler.prove(0);
        handler.finalize();
        handler.expire(0);
        handler.stake(5 ether);
        handler.submit(1);
        handler.finalize();
        handler.announceWithdrawal(4 ether);
        handler.pass(type(uint16).max);
        vm.warp(block.timestamp + 14 days);
        handler.withdraw();
        handler.checkMoney();
        handler.checkBatches();
        bytes32[7] memory what = [
            bytes32("submitted"), "retracted", "demanded", "answered", "expired", "final", "withdrawn"
        ];
        for (uint256 i; i < what.length; ++i) {
            vm.assertGt(handler.counts(what[i]), 0);
        }
    }
}
