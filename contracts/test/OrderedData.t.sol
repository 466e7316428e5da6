// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {OrderedData} from "../src/OrderedData.sol";
import {Base, Vm} from "./Base.sol";

contract OrderedDataTest is Base {
    function test_partsAreTold() public {
        OrderedData data = new OrderedData();
        vm.recordLogs();
        data.publish(7, keccak256("batch"), 1, 2, "order");
        Vm.Log[] memory logs = vm.getRecordedLogs();
        vm.assertEq(logs.length, 1);
        vm.assertEq(logs[0].topics[0], OrderedData.Published.selector);
        vm.assertEq(logs[0].topics[1], bytes32(uint256(7)));
        vm.assertEq(logs[0].topics[2], keccak256("batch"));
        vm.assertEq(logs[0].topics[3], bytes32(uint256(uint160(address(this)))));
        vm.assertEq(keccak256(logs[0].data), keccak256(abi.encode(1, 2)));
        vm.expectRevert(OrderedData.NoSuchPart.selector);
        data.publish(7, keccak256("batch"), 2, 2, "order");
    }

    function test_blobsAreTold() public {
        OrderedData data = new OrderedData();
        bytes32[] memory hashes = new bytes32[](3);
        for (uint256 i = 0; i < 3; ++i) {
            hashes[i] = bytes32((uint256(1) << 248) | (i + 1));
        }
        vm.blobhashes(hashes);
        vm.recordLogs();
        data.publishBlobs(7, keccak256("batch"), 1, 2, 3);
        Vm.Log[] memory logs = vm.getRecordedLogs();
        vm.assertEq(logs.length, 1);
        vm.assertEq(logs[0].topics[0], OrderedData.PublishedBlobs.selector);
        vm.assertEq(logs[0].topics[1], bytes32(uint256(7)));
        vm.assertEq(logs[0].topics[2], keccak256("batch"));
        vm.assertEq(logs[0].topics[3], bytes32(uint256(uint160(address(this)))));
        vm.assertEq(keccak256(logs[0].data), keccak256(abi.encode(1, 2, hashes)));
    }

    function test_whatThereIsNotIsNotTold() public {
        OrderedData data = new OrderedData();
        bytes32[] memory hashes = new bytes32[](1);
        hashes[0] = bytes32((uint256(1) << 248) | 5);
        vm.blobhashes(hashes);
        vm.expectRevert(OrderedData.NoSuchPart.selector);
        data.publishBlobs(7, keccak256("batch"), 2, 2, 1);
        vm.expectRevert(OrderedData.NoSuchBlob.selector);
        data.publishBlobs(7, keccak256("batch"), 0, 1, 0);
        vm.expectRevert(OrderedData.NoSuchBlob.selector);
        data.publishBlobs(7, keccak256("batch"), 0, 1, 2);
        vm.expectRevert(OrderedData.NoSuchBlob.selector);
        data.publishBlobs(7, keccak256("batch"), 0, 1, type(uint256).max);
    }
}
