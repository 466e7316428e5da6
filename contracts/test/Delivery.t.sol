// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Messenger} from "../src/Messenger.sol";
import {Vm} from "./Base.sol";
import {Bomb, Caller, Target} from "./Targets.sol";
import {World} from "./World.sol";

/// @notice What targets can do to a delivery, and what becomes of failed messages.
contract DeliveryTest is World {
    Target private target;
    Bomb private bomb;
    Caller private caller;

    function setUp() public {
        _createWorld();
        target = new Target(messenger);
        bomb = new Bomb();
        caller = new Caller();
    }

    // Failures.

    function test_aFailingTargetIsRecordedAndDoesNotBlockItsPair() public {
        target.setClosed(true);
        Sent memory s = _send(B, address(target), abi.encodeCall(Target.hit, (1)));
        Sent memory next = _send(B, bob, "");
        (, bytes32 root) = messenger.rootStore().outboundTree(B, 1);
        _relay(s);
        _assertState(s, Messenger.State.Failed);
        vm.assertEq(target.calls(), 0);
        _relay(next);
        _assertState(next, Messenger.State.Done);
        (, bytes32 received) = messenger.rootStore().inboundTree(A, 1);
        vm.assertEq(received, root);
    }

    /// The messages of a target that fails are undone with it.
    function test_aFailingTargetSendsNothing() public {
        target.setClosed(true);
        Sent memory s = _send(B, address(target), abi.encodeCall(Target.hop, (C, bob, "")));
        _relay(s);
        vm.assertEq(messenger.messageNonce(), 0);
        (uint256 count,) = messenger.rootStore().outboundTree(C, 1);
        vm.assertEq(count, 0);
    }

    function testFuzz_returnBombsAreCapped(uint256 size, bool fails) public {
        size %= 100_000;
        bytes memory data = fails ? abi.encodeCall(Bomb.revertWith, (size)) : abi.encodeCall(Bomb.give, (size));
        Sent memory s = _send(B, address(bomb), data);
        bytes memory returned = _relay(s);
        vm.assertEq(returned.length, size < 256 ? size : 256);
        _assertState(s, fails ? Messenger.State.Failed : Messenger.State.Done);
    }

    /// However much gas a target uses up, recording its failure has enough, or the relay reverts as a whole.
    function testFuzz_aTargetThatBurnsAllGasIsRecorded(uint256 gasLimit) public {
        gasLimit = 100_000 + gasLimit % 20_000_000;
        Sent memory s = _send(B, address(bomb), abi.encodeCall(Bomb.burn, ()));
        _on(B);
        vm.prank(relayer);
        (bool success,) =
            address(messenger).call{gas: gasLimit}(abi.encodeCall(Messenger.relayMessage, (_identifier(A), s.encoded)));
        (uint256 count,) = messenger.rootStore().inboundTree(A, 1);
        vm.assertEq(count, success ? 1 : 0);
        _assertState(s, success ? Messenger.State.Failed : Messenger.State.None);
        vm.assertTrue(success || gasLimit < 250_000);
    }

    function test_anOwedMessageIsReceivedWithoutCalling() public {
        Sent memory s = _send(B, address(target), abi.encodeCall(Target.hit, (1)));
        _relayOwed(s);
        vm.assertEq(target.calls(), 0);
        _assertState(s, Messenger.State.Failed);
        Vm.Log[] memory logs = vm.getRecordedLogs();
        Vm.Log memory log = logs[logs.length - 1];
        vm.assertEq(log.topics[0], Messenger.FailedRelayedMessage.selector);
        vm.assertEq(log.data, abi.encode(bytes("")));
    }

    // Retry.

    function test_anybodyRetriesOnce() public {
        target.setClosed(true);
        Sent memory s = _send(B, address(target), abi.encodeCall(Target.hit, (7)));
        _relay(s);
        (uint256 countBefore,) = messenger.rootStore().inboundTree(A, 1);

        vm.expectRevert(abi.encodeWithSelector(Target.Closed.selector, 7));
        _retry(s);
        _assertState(s, Messenger.State.Failed);

        target.setClosed(false);
        vm.prank(address(0xabc));
        _retry(s);
        _assertState(s, Messenger.State.Done);
        vm.assertEq(target.calls(), 1);
        vm.assertEq(target.sender(), alice);
        vm.assertEq(target.source(), A);
        Vm.Log[] memory logs = vm.getRecordedLogs();
        vm.assertEq(logs[logs.length - 1].topics[0], Messenger.RetriedMessage.selector);
        (uint256 count,) = messenger.rootStore().inboundTree(A, 1);
        vm.assertEq(count, countBefore);

        vm.expectRevert(abi.encodeWithSelector(Messenger.NotFailed.selector, _hash(s)));
        _retry(s);
    }

    function testFuzz_onlyFailedMessagesAreRetried(uint256 source, uint256 nonce, address sender, bytes memory data)
        public
    {
        Sent memory done = _send(B, address(target), abi.encodeCall(Target.hit, (7)));
        _relay(done);
        vm.expectRevert(abi.encodeWithSelector(Messenger.NotFailed.selector, _hash(done)));
        _retry(done);
        vm.expectRevert();
        messenger.retryMessage(source, nonce, sender, address(target), data);
    }

    /// The same message fails in two generations: each failure is good for one retry.
    function test_failuresOfTwoGenerationsAreRetriedOnceEach() public {
        Sent memory s = _send(B, address(target), abi.encodeCall(Target.hit, (7)));
        _relayOwed(s);
        vm.prank(registrar);
        messenger.closeInbound(A);
        vm.prank(registrar);
        messenger.openInbound(A, 2);
        _relayOwed(s);
        _retry(s);
        _assertState(s, Messenger.State.Failed);
        _retry(s);
        _assertState(s, Messenger.State.Done);
        vm.expectRevert(abi.encodeWithSelector(Messenger.NotFailed.selector, _hash(s)));
        _retry(s);
        vm.assertEq(target.calls(), 2);
    }

    // Take back.

    function test_onlyTheTargetTakesBackOnceAndOnlyWhatFailed() public {
        bytes memory data = abi.encodeCall(Target.hit, (7));
        Sent memory s = _send(B, address(target), data);
        bytes memory notFailed = abi.encodeWithSelector(Messenger.NotFailed.selector, _hash(s));
        _on(B);
        vm.expectRevert(notFailed);
        target.takeBack(A, 0, alice, data);
        _relayOwed(s);
        vm.expectRevert();
        messenger.markRefunded(A, 0, alice, data);
        target.takeBack(A, 0, alice, data);
        _assertState(s, Messenger.State.Refunded);
        vm.assertFalse(messenger.successfulMessages(_hash(s)));
        vm.expectRevert(notFailed);
        target.takeBack(A, 0, alice, data);
        vm.expectRevert(notFailed);
        _retry(s);
    }

    // Re-entrancy.

    function test_noDeliveryInsideADelivery() public {
        Sent memory failed = _send(B, address(target), abi.encodeCall(Target.hit, (7)));
        _relayOwed(failed);
        bytes[4] memory inner = [
            abi.encodeCall(Messenger.relayMessage, (_identifier(A), failed.encoded)),
            abi.encodeCall(Messenger.relayNested, (_identifier(A), failed.encoded, 2)),
            abi.encodeCall(Messenger.relayOwed, (_identifier(A), failed.encoded)),
            abi.encodeCall(Messenger.retryMessage, (A, 0, alice, address(target), failed.m.data))
        ];
        vm.prank(registrar);
        messenger.setRelayer(address(caller), true);
        for (uint256 i; i < 4; ++i) {
            _on(A);
            Sent memory s = _send(B, address(caller), abi.encodeCall(Caller.run, (address(messenger), inner[i])));
            bytes memory returned = _relay(s);
            vm.assertEq(returned, abi.encodeWithSelector(Messenger.AlreadyDelivering.selector));
            _assertState(s, Messenger.State.Failed);
            vm.expectRevert(Messenger.AlreadyDelivering.selector);
            _retry(s);
        }
        _assertState(failed, Messenger.State.Failed);
        vm.assertEq(target.calls(), 0);
    }

    function test_thereIsNoContextOutsideADelivery() public {
        _relay(_send(B, address(target), abi.encodeCall(Target.hit, (7))));
        vm.expectRevert(Messenger.NotDelivering.selector);
        messenger.crossDomainMessageContext();
        vm.expectRevert(Messenger.NotDelivering.selector);
        messenger.crossDomainMessageSender();
        vm.expectRevert(Messenger.NotDelivering.selector);
        messenger.crossDomainMessageSource();
    }

    // A4: hops.

    function test_A4_aSendInsideDepthEightReverts() public {
        for (uint256 depth = 1; depth <= 8; ++depth) {
            _on(A);
            Sent memory s = _send(B, address(target), abi.encodeCall(Target.hop, (C, bob, "")));
            _on(B);
            vm.prank(relayer);
            bytes memory returned = messenger.relayNested(_identifier(A), s.encoded, depth);
            _assertState(s, depth < 8 ? Messenger.State.Done : Messenger.State.Failed);
            if (depth == 8) vm.assertEq(returned, abi.encodeWithSelector(Messenger.DepthOutOfRange.selector, 9));
        }
        vm.assertEq(messenger.messageNonce(C), 7);
    }

    function test_A4_depthsOutsideOneToEightAreRefused() public {
        Sent memory s = _send(B, bob, "");
        _on(B);
        uint256[3] memory wrong = [uint256(0), 9, type(uint256).max];
        for (uint256 i; i < 3; ++i) {
            vm.prank(relayer);
            vm.expectRevert(abi.encodeWithSelector(Messenger.DepthOutOfRange.selector, wrong[i]));
            messenger.relayNested(_identifier(A), s.encoded, wrong[i]);
        }
    }

    /// The hop count ends with its delivery: sends after it are first hops again.
    function test_A4_theHopCountEndsWithTheDelivery() public {
        Sent memory s = _send(B, bob, "");
        _on(B);
        vm.prank(relayer);
        messenger.relayNested(_identifier(A), s.encoded, 8);
        _send(C, bob, "");
    }

    /// A -> B -> A: the second hop is an ordinary message of the other pair.
    function test_aRelayedMessageSendsOn() public {
        bytes memory back = abi.encodeCall(Target.hit, (5));
        Sent memory s = _send(B, address(target), abi.encodeCall(Target.hop, (A, address(target), back)));
        _relay(s);
        Sent memory nested = _lastSent();
        vm.assertEq(nested.m.sender, address(target));
        _on(A);
        vm.prank(relayer);
        messenger.relayNested(_identifier(B), nested.encoded, 2);
        _assertState(nested, Messenger.State.Done);
        vm.assertEq(target.sender(), address(target));
        vm.assertEq(target.source(), B);
    }
}
