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
}
