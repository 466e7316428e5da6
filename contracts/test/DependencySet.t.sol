// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Batches} from "../src/Batches.sol";
import {Claims} from "../src/Claims.sol";
import {DependencySet} from "../src/DependencySet.sol";
import {Governed} from "../src/Governed.sol";
import {Suite} from "./Suite.sol";

contract DependencySetTest is Suite {
    DependencySet.Member[] private members;
    DependencySet.Pair[] private pairs;

    function setUp() public {
        _createSuite();
        batches.registerChain(903, address(0x903), CODE);
        _keep(_members(0, 0), _pairs());
    }

    function test_theSetIsOnRecord() public view {
        vm.assertEq(batches.versionAt(1), 1);
        vm.assertEq(batches.versionAt(1000), 1);
        vm.assertEq(batches.pairCountOf(1), 2);
        vm.assertEq(batches.chainsOf(1).length, 2);
        vm.assertEq(batches.pairAt(1, 1).source, 902);
        vm.assertEq(batches.chainsOf(1)[1].startBlock, 5);
        vm.assertEq(batches.pairsOf(1)[0].destination, 902);
        vm.assertEq(batches.codeHashOf(901, address(0x901)), CODE);
    }

    /// A chain joins with its start block and its pairs, from a later batch on; nothing before it changes.
    function test_aChainJoinsFromALaterBatchOn() public {
        _submit(_first());
        _join(3);
        vm.assertEq(batches.versionAt(2), 1);
        vm.assertEq(batches.versionAt(3), 2);
        Claims.Batch memory second = _next(_first());
        _submit(second);
        Claims.Batch memory third = _next(second);
        _expectRefused(third, abi.encodeWithSelector(Batches.WrongChains.selector));
        third = _with903(third, 7);
        _submit(third);
        vm.assertEq(batches.chainHead(903), 16);
        // What joined with a voided batch joins again with the next one.
        _retract(third);
        _expectRefused(_with903(_next(second), 17), abi.encodeWithSelector(Batches.WrongRange.selector, 903, 7));
        Claims.Batch memory again = _with903(_next(second), 7);
        again.chains[2].lastBlock += 1;
        _submit(again);
    }

    function test_T28_noVersionReachesBack() public {
        _submit(_first());
        vm.expectRevert(abi.encodeWithSelector(DependencySet.BatchTaken.selector, 1));
        batches.announce(1, members, pairs);
        batches.announce(5, members, pairs);
        vm.expectRevert(abi.encodeWithSelector(DependencySet.BatchTaken.selector, 5));
        batches.announce(5, members, pairs);
        vm.expectRevert(abi.encodeWithSelector(DependencySet.BatchTaken.selector, 4));
        batches.announce(4, members, pairs);
        vm.expectRevert(abi.encodeWithSelector(DependencySet.NoVersion.selector, 0));
        batches.versionAt(0);
    }

    /// A pair is closed before it goes, and opened again with the next generation only.
    function test_T29_pairsKeepTheirGenerations() public {
        (pairs[0].generation, pairs[0].open) = (2, false);
        _refused(abi.encodeWithSelector(DependencySet.BadGeneration.selector, 0));
        pairs[0].generation = 1;
        batches.announce(2, members, pairs);
        pairs[0].open = true;
        _refused(abi.encodeWithSelector(DependencySet.BadGeneration.selector, 0));
        pairs[0].generation = 3;
        _refused(abi.encodeWithSelector(DependencySet.BadGeneration.selector, 0));
        pairs[0].generation = 2;
        batches.announce(3, members, pairs);
        vm.assertEq(batches.pairAt(3, 0).generation, 2);
        pairs[0].generation = 4;
        _refused(abi.encodeWithSelector(DependencySet.BadGeneration.selector, 0));
        pairs[0].generation = 1;
        _refused(abi.encodeWithSelector(DependencySet.BadGeneration.selector, 0));
        // Where its sides will never agree it goes on in the next one at once.
        pairs[0].generation = 3;
        batches.announce(4, members, pairs);
        vm.assertEq(batches.pairAt(4, 0).generation, 3);
    }

    function test_T30_noPairVanishes() public {
        DependencySet.Pair memory last = pairs[1];
        pairs.pop();
        _refused(abi.encodeWithSelector(DependencySet.PairMissing.selector));
        // Also a closed one stays while both of its chains do.
        last.open = false;
        pairs.push(last);
        batches.announce(2, members, pairs);
        pairs.pop();
        _refused(abi.encodeWithSelector(DependencySet.PairMissing.selector));
    }

    function test_aChainLeavesWithItsClosedPairs() public {
        DependencySet.Member memory leaver = members[1];
        members.pop();
        DependencySet.Pair[] memory none;
        vm.expectRevert(DependencySet.PairMissing.selector);
        batches.announce(2, members, none);
        members.push(leaver);
        (pairs[0].open, pairs[1].open) = (false, false);
        batches.announce(2, members, pairs);
        members.pop();
        batches.announce(3, members, none);
        // And comes back with new generations, from a start block.
        members.push(DependencySet.Member(902, 0));
        (pairs[0].open, pairs[1].open) = (true, true);
        _refused(abi.encodeWithSelector(DependencySet.BadChains.selector));
        members[1].startBlock = 100;
        _refused(abi.encodeWithSelector(DependencySet.BadGeneration.selector, 0));
        (pairs[0].generation, pairs[1].generation) = (2, 2);
        batches.announce(4, members, pairs);
    }

    function test_T31_codeHashesAreNamedOnce() public {
        vm.expectRevert(DependencySet.AlreadyRegistered.selector);
        batches.registerChain(901, address(0x999), CODE);
        batches.nameContract(901, address(0x11), CODE);
        vm.expectRevert(DependencySet.AlreadyRegistered.selector);
        batches.nameContract(901, address(0x11), ROOT);
        vm.expectRevert(DependencySet.AlreadyRegistered.selector);
        batches.nameContract(901, address(0x12), bytes32(0));
        vm.expectRevert(abi.encodeWithSelector(DependencySet.NotRegistered.selector, 999));
        batches.nameContract(999, address(0x11), CODE);
        vm.expectRevert(DependencySet.BadChains.selector);
        batches.registerChain(uint64(L1), address(0x11), CODE);
        vm.prank(stranger);
        vm.expectRevert(Governed.OnlyGovernor.selector);
        batches.nameContract(901, address(0x13), CODE);
    }

    function test_listsAreOrderedKnownAndBounded() public {
        (members[0].chainId, members[1].chainId) = (902, 901);
        _refused(abi.encodeWithSelector(DependencySet.BadChains.selector));
        (members[0].chainId, members[1].chainId) = (901, 999);
        _refused(abi.encodeWithSelector(DependencySet.NotRegistered.selector, 999));
        members[1].chainId = 902;
        members[1].startBlock = 3;
        _refused(abi.encodeWithSelector(DependencySet.BadChains.selector));
        members[1].startBlock = 0;
        pairs[1].destination = 902;
        _refused(abi.encodeWithSelector(DependencySet.BadPairs.selector, 1));
        pairs[1].destination = 903;
        _refused(abi.encodeWithSelector(DependencySet.BadPairs.selector, 1));
        pairs[1] = pairs[0];
        _refused(abi.encodeWithSelector(DependencySet.BadPairs.selector, 1));
        delete members;
        _refused(abi.encodeWithSelector(DependencySet.BadChains.selector));
    }

    /// L1 is an end of pairs, though no member.
    function test_pairsToAndFromL1() public {
        pairs.push(DependencySet.Pair(902, 903, 1, true));
        _refused(abi.encodeWithSelector(DependencySet.BadPairs.selector, 2));
        pairs.pop();
        DependencySet.Pair[] memory list = new DependencySet.Pair[](3);
        list[0] = DependencySet.Pair(uint64(L1), 901, 1, true);
        (list[1], list[2]) = (pairs[0], pairs[1]);
        batches.announce(2, members, list);
        vm.assertEq(batches.pairAt(2, 0).source, L1);
    }

    function _join(uint64 fromBatch) private {
        members.push(DependencySet.Member(903, 7));
        batches.announce(fromBatch, members, pairs);
    }

    function _with903(Claims.Batch memory batch, uint64 firstBlock) private pure returns (Claims.Batch memory) {
        Claims.ChainRange[] memory two = batch.chains;
        batch.chains = new Claims.ChainRange[](3);
        (batch.chains[0], batch.chains[1]) = (two[0], two[1]);
        batch.chains[2] = Claims.ChainRange(903, firstBlock, firstBlock + 9, bytes32(0), bytes32(0));
        return batch;
    }

    function _refused(bytes memory reason) private {
        vm.expectRevert(reason);
        batches.announce(9, members, pairs);
    }

    function _keep(DependencySet.Member[] memory m, DependencySet.Pair[] memory p) private {
        for (uint256 i; i < m.length; ++i) {
            members.push(m[i]);
        }
        for (uint256 i; i < p.length; ++i) {
            pairs.push(p[i]);
        }
    }
}
