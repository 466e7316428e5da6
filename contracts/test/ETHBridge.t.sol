// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ETHBridge} from "../src/ETHBridge.sol";
import {Messenger} from "../src/Messenger.sol";
import {Peers} from "../src/Peers.sol";
import {Bomb} from "./Targets.sol";
import {World} from "./World.sol";

contract ETHBridgeTest is World {
    function setUp() public {
        _createWorld();
        vm.deal(alice, 100 ether);
        _on(B);
        vm.deal(address(this), 50 ether);
        eth.deposit{value: 20 ether}();
        (bool success,) = address(eth).call{value: 30 ether}("");
        vm.assertTrue(success);
        _on(A);
    }

    function testFuzz_C6_whatIsTakenInHereIsPaidOutThere(uint256 amount) public {
        amount %= 50 ether + 1;
        Sent memory s = _sendETH(bob, amount);
        vm.assertEq(address(eth).balance, amount);
        vm.assertEq(alice.balance, 100 ether - amount);
        _relay(s);
        vm.assertEq(bob.balance, amount);
        vm.assertEq(address(eth).balance, 50 ether - amount);
    }

    function test_C6_shortLiquidityFailsWithItsNumbers() public {
        Sent memory s = _sendETH(bob, 51 ether);
        bytes memory returned = _relay(s);
        vm.assertEq(returned, abi.encodeWithSelector(ETHBridge.DestinationLiquidity.selector, 50 ether, 51 ether));
        vm.deal(address(this), 1 ether);
        eth.deposit{value: 1 ether}();
        _retry(s);
        vm.assertEq(bob.balance, 51 ether);
    }

    function test_C5_aFailedTransferIsRefundedOnce() public {
        Sent memory s = _sendETH(bob, 51 ether);
        _relay(s);
        eth.refundETH(A, 0, alice, bob, 51 ether);
        Sent memory refund = _lastSent();
        vm.expectRevert(abi.encodeWithSelector(Messenger.NotFailed.selector, _hash(s)));
        eth.refundETH(A, 0, alice, bob, 51 ether);
        vm.expectRevert(abi.encodeWithSelector(Messenger.NotFailed.selector, _hash(s)));
        _retry(s);
        _relay(refund);
        vm.assertEq(alice.balance, 100 ether);
        vm.assertEq(address(eth).balance, 0);
    }

    function test_C5_noRefundOfSuccessOrOfARefund() public {
        Sent memory done = _sendETH(bob, 1 ether);
        Sent memory failed = _sendETH(bob, 60 ether);
        _relay(done);
        vm.expectRevert(abi.encodeWithSelector(Messenger.NotFailed.selector, _hash(done)));
        eth.refundETH(A, 0, alice, bob, 1 ether);
        _relay(failed);
        eth.refundETH(A, 1, alice, bob, 60 ether);
        Sent memory refund = _lastSent();
        _relayOwed(refund);
        vm.expectRevert();
        eth.refundETH(B, 0, alice, alice, 60 ether);
        _retry(refund);
        vm.assertEq(alice.balance, 99 ether);
    }

    function test_aReceiverThatRefusesFails() public {
        address receiver = address(new Bomb());
        Sent memory s = _sendETH(receiver, 1 ether);
        vm.assertEq(_relay(s), abi.encodeWithSelector(ETHBridge.PaymentFailed.selector, receiver));
        _assertState(s, Messenger.State.Failed);
    }

    function test_onlyTheMessengerDeliversAndOnlyForTheBridge() public {
        vm.expectRevert(ETHBridge.OnlyMessenger.selector);
        eth.relayETH(alice, alice, 1);
        vm.expectRevert(ETHBridge.OnlyMessenger.selector);
        eth.relayRefund(alice, 1);
        Sent memory s = _send(B, address(eth), abi.encodeCall(eth.relayETH, (alice, alice, 1)));
        vm.assertEq(_relay(s), abi.encodeWithSelector(ETHBridge.OnlyBridge.selector, alice));
        _on(A);
        s = _send(B, address(eth), abi.encodeCall(eth.relayRefund, (alice, 1)));
        vm.assertEq(_relay(s), abi.encodeWithSelector(ETHBridge.OnlyBridge.selector, alice));
    }

    function test_sendsForNobodyOrNowhereRevert() public {
        vm.deal(address(this), 1 ether);
        vm.expectRevert(ETHBridge.ZeroAddress.selector);
        eth.sendETH{value: 1}(address(0), B);
        vm.expectRevert(Peers.OwnChain.selector);
        eth.sendETH{value: 1}(bob, A);
    }

    function _sendETH(address to, uint256 amount) private returns (Sent memory) {
        vm.prank(alice);
        eth.sendETH{value: amount}(to, B);
        return _lastSent();
    }
}
