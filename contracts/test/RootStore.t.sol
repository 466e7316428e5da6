// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {RootStore} from "../src/RootStore.sol";
import {ZeroHashes} from "../src/ZeroHashes.sol";
import {Base} from "./Base.sol";
import {ReferenceTree} from "./ReferenceTree.sol";

/// @notice The test is the store's messenger.
contract RootStoreTest is Base {
    RootStore private store;

    function setUp() public {
        store = new RootStore();
        store.open(false, 902, 1);
        store.open(true, 902, 1);
    }

    function test_zeroHashesAreThoseOfEmptySubtrees() public pure {
        bytes memory table = ZeroHashes.load();
        bytes32 zero;
        for (uint256 level; level < 32; ++level) {
            vm.assertEq(ZeroHashes.node(table, level), zero);
            zero = keccak256(bytes.concat(zero, zero));
        }
        vm.assertEq(ZeroHashes.EMPTY_ROOT, zero);
    }

    function test_anOpenedTreeIsEmptyAndHasARoot() public view {
        (uint256 count, bytes32 root) = store.outboundTree(902, 1);
        vm.assertEq(count, 0);
        vm.assertEq(root, ZeroHashes.EMPTY_ROOT);
        (count, root) = store.outboundTree(902, 2);
        vm.assertEq(count, 0);
        vm.assertEq(root, bytes32(0));
    }

    function test_onlyTheMessengerWrites() public {
        vm.assertEq(store.messenger(), address(this));
        address stranger = address(0xbad);
        vm.prank(stranger);
        vm.expectRevert(RootStore.OnlyMessenger.selector);
        store.appendInbound(902, 1, bytes32(uint256(1)));
        vm.prank(stranger);
        vm.expectRevert(RootStore.OnlyMessenger.selector);
        store.appendOutbound(902, 1, bytes32(uint256(1)));
        vm.prank(stranger);
        vm.expectRevert(RootStore.OnlyMessenger.selector);
        store.open(true, 903, 1);
    }

    function test_treesAreOpenedOnceAndBeforeUse() public {
        vm.expectRevert(RootStore.TreeAlreadyOpen.selector);
        store.open(true, 902, 1);
        vm.expectRevert(RootStore.TreeNotOpen.selector);
        store.appendInbound(902, 2, bytes32(0));
        store.appendInbound(902, 1, bytes32(0));
        vm.expectRevert(RootStore.TreeAlreadyOpen.selector);
        store.open(true, 902, 1);
    }

    function test_treesOfPeersGenerationsAndSidesAreApart() public {
        store.open(false, 902, 2);
        store.open(false, 903, 1);
        store.appendOutbound(902, 1, bytes32(uint256(1)));
        (uint256 count,) = store.inboundTree(902, 1);
        vm.assertEq(count, 0);
        (count,) = store.outboundTree(902, 2);
        vm.assertEq(count, 0);
        (count,) = store.outboundTree(903, 1);
        vm.assertEq(count, 0);
        (count,) = store.outboundTree(902, 1);
        vm.assertEq(count, 1);
    }

    function test_aFullTreeRefuses() public {
        bytes32 base = _slot(1, 902, 1);
        vm.store(address(store), base, bytes32(uint256(type(uint32).max - 1)));
        vm.assertEq(store.appendInbound(902, 1, bytes32(uint256(1))), type(uint32).max - 1);
        vm.expectRevert(RootStore.TreeFull.selector);
        store.appendInbound(902, 1, bytes32(uint256(1)));
    }

    /// Every size up to 70 passes powers of two and their neighbours.
    function test_rootsEqualTheReferenceAtEverySize() public {
        bytes32[] memory leaves = new bytes32[](70);
        for (uint256 i; i < leaves.length; ++i) {
            leaves[i] = keccak256(abi.encode("leaf", i));
            vm.assertEq(store.appendInbound(902, 1, leaves[i]), i);
            (uint256 count, bytes32 root) = store.inboundTree(902, 1);
            vm.assertEq(count, i + 1);
            vm.assertEq(root, ReferenceTree.root(leaves, i + 1));
        }
    }

    function testFuzz_rootsEqualTheReference(bytes32[] memory leaves) public {
        for (uint256 i; i < leaves.length; ++i) {
            store.appendOutbound(902, 1, leaves[i]);
        }
        (uint256 count, bytes32 root) = store.outboundTree(902, 1);
        vm.assertEq(count, leaves.length);
        vm.assertEq(root, ReferenceTree.root(leaves, leaves.length));
    }

    function testFuzz_slotsAreWhereTheLayoutSays(uint64 peer, uint64 generation, bytes32 leaf) public {
        vm.assume(peer != 902 || generation != 1);
        store.open(false, peer, generation);
        store.open(true, peer, generation);
        store.appendOutbound(peer, generation, leaf);
        store.appendInbound(peer, generation, leaf);
        (, bytes32 root) = store.inboundTree(peer, generation);
        for (uint256 side; side < 2; ++side) {
            bytes32 base = _slot(side, peer, generation);
            vm.assertEq(vm.load(address(store), base), bytes32(uint256(1)));
            vm.assertEq(vm.load(address(store), bytes32(uint256(base) + 1)), root);
            vm.assertEq(vm.load(address(store), bytes32(uint256(base) + 2)), leaf);
        }
    }

    function test_rootsEqualTheSharedVectors() public {
        string memory json = vm.readFile("../merkle/testdata/vectors.json");
        vm.assertEq(vm.parseJsonBytes32(json, ".emptyRoot"), ZeroHashes.EMPTY_ROOT);
        bytes32[] memory leaves = vm.parseJsonBytes32Array(json, ".leaves");
        uint256 done;
        for (uint256 i;; ++i) {
            string memory key = string.concat(".roots[", vm.toString(i), "]");
            if (!vm.keyExistsJson(json, key)) break;
            uint256 count = vm.parseJsonUint(json, string.concat(key, ".count"));
            for (; done < count; ++done) {
                vm.assertEq(leaves[done], keccak256(abi.encode(done)));
                store.appendInbound(902, 1, leaves[done]);
            }
            (, bytes32 root) = store.inboundTree(902, 1);
            vm.assertEq(root, vm.parseJsonBytes32(json, string.concat(key, ".root")));
        }
        vm.assertGt(done, 17);
    }

    function _slot(uint256 side, uint256 peer, uint256 generation) private pure returns (bytes32) {
        return keccak256(abi.encode(generation, keccak256(abi.encode(peer, side))));
    }
}
