// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Messenger} from "../src/Messenger.sol";
import {Peers} from "../src/Peers.sol";
import {World} from "./World.sol";

contract PeersTest is World {
    function setUp() public {
        _createWorld();
    }

    function test_constructorRefusesZero() public {
        vm.expectRevert(Peers.ZeroAddress.selector);
        new Messenger(address(0), guardian, DEPLOYMENT);
        vm.expectRevert(Peers.ZeroAddress.selector);
        new Messenger(registrar, address(0), DEPLOYMENT);
    }

    function testFuzz_onlyTheRegistrarRegisters(address stranger) public {
        vm.assume(stranger != registrar);
        bytes[5] memory calls = [
            abi.encodeCall(Peers.openInbound, (904, 1)),
            abi.encodeCall(Peers.openOutbound, (904, 1)),
            abi.encodeCall(Peers.closeInbound, (B)),
            abi.encodeCall(Peers.closeOutbound, (B)),
            abi.encodeCall(Peers.setRelayer, (stranger, true))
        ];
        for (uint256 i; i < calls.length; ++i) {
            vm.prank(stranger);
            (bool success, bytes memory data) = address(messenger).call(calls[i]);
            vm.assertFalse(success);
            vm.assertEq(bytes4(data), Peers.OnlyRegistrar.selector);
        }
    }

    function testFuzz_onlyTheGuardianPauses(address stranger) public {
        vm.assume(stranger != guardian);
        bytes4[3] memory calls = [Peers.pause.selector, Peers.announceUnpause.selector, Peers.unpause.selector];
        for (uint256 i; i < calls.length; ++i) {
            vm.prank(stranger);
            (bool success, bytes memory data) = address(messenger).call(abi.encodePacked(calls[i]));
            vm.assertFalse(success);
            vm.assertEq(bytes4(data), Peers.OnlyGuardian.selector);
        }
    }

    function test_theOwnChainIsNoPeer() public {
        vm.prank(registrar);
        vm.expectRevert(Peers.OwnChain.selector);
        messenger.openInbound(A, 1);
        vm.prank(registrar);
        vm.expectRevert(Peers.OwnChain.selector);
        messenger.openOutbound(A, 1);
    }

    function test_generationsGoUpByOneAndAreClosedBefore() public {
        vm.prank(registrar);
        vm.expectRevert(abi.encodeWithSelector(Peers.PeerAlreadyOpen.selector, B));
        messenger.openOutbound(B, 2);
        vm.prank(registrar);
        messenger.closeOutbound(B);
        vm.assertFalse(messenger.isOpen(false, B));
        vm.assertTrue(messenger.isOpen(true, B));
        vm.assertEq(messenger.generation(false, B), 1);
        vm.prank(registrar);
        vm.expectRevert(abi.encodeWithSelector(Peers.PeerNotOpen.selector, B));
        messenger.closeOutbound(B);
        for (uint256 wrong; wrong < 4; ++wrong) {
            if (wrong == 2) continue;
            vm.prank(registrar);
            vm.expectRevert(abi.encodeWithSelector(Peers.WrongGeneration.selector, 2, wrong));
            messenger.openOutbound(B, wrong);
        }
        vm.prank(registrar);
        messenger.openOutbound(B, 2);
        vm.assertEq(messenger.generation(false, B), 2);
        vm.assertEq(messenger.generation(true, B), 1);
        vm.assertTrue(messenger.isOpen(false, B));
    }

    function test_sendsToUnopenedAndClosedPeersRevert() public {
        vm.expectRevert(abi.encodeWithSelector(Peers.PeerNotOpen.selector, 904));
        messenger.sendMessage(904, bob, "");
        vm.prank(registrar);
        messenger.closeOutbound(B);
        vm.expectRevert(abi.encodeWithSelector(Peers.PeerNotOpen.selector, B));
        messenger.sendMessage(B, bob, "");
    }

    function test_aClosedReceiverRefuses() public {
        Sent memory s = _send(B, bob, "");
        _on(B);
        vm.prank(registrar);
        messenger.closeInbound(A);
        vm.prank(relayer);
        vm.expectRevert(abi.encodeWithSelector(Peers.PeerNotOpen.selector, A));
        messenger.relayMessage(_identifier(A), s.encoded);
    }

    /// A message of an old generation has another leaf than the same message of the new one.
    function test_aNewGenerationStartsNewTreesWithOtherLeaves() public {
        Sent memory first = _send(B, bob, "same");
        _relay(first);
        (, bytes32 oldRoot) = messenger.rootStore().inboundTree(A, 1);
        vm.prank(registrar);
        messenger.closeInbound(A);
        vm.prank(registrar);
        messenger.openInbound(A, 2);
        _on(A);
        vm.prank(registrar);
        messenger.closeOutbound(B);
        vm.prank(registrar);
        messenger.openOutbound(B, 2);
        vm.assertEq(messenger.messageNonce(B), 0);
        vm.assertEq(messenger.messageNonce(), 1);

        Sent memory second = _send(B, bob, "same");
        vm.assertEq(_hash(first), _hash(second));
        (, bytes32 sentRoot) = messenger.rootStore().outboundTree(B, 2);
        _relay(second);
        (uint256 count, bytes32 newRoot) = messenger.rootStore().inboundTree(A, 2);
        vm.assertEq(count, 1);
        vm.assertEq(newRoot, sentRoot);
        vm.assertTrue(newRoot != oldRoot);
    }

    function test_relayersAreNamedAndRemoved() public {
        vm.assertTrue(messenger.relayers(relayer));
        vm.prank(registrar);
        vm.expectRevert(Peers.ZeroAddress.selector);
        messenger.setRelayer(address(0), true);
        vm.prank(registrar);
        messenger.setRelayer(relayer, false);
        vm.assertFalse(messenger.relayers(relayer));
    }

    function test_pauseStopsSendRelayAndRetryAtOnce() public {
        Sent memory failed = _send(B, bob, "");
        Sent memory next = _send(B, bob, "");
        _relayOwed(failed);
        vm.prank(guardian);
        messenger.pause();
        vm.assertTrue(messenger.paused());
        vm.expectRevert(Peers.MessengerPaused.selector);
        messenger.sendMessage(A, bob, "");
        vm.prank(relayer);
        vm.expectRevert(Peers.MessengerPaused.selector);
        messenger.relayMessage(_identifier(A), next.encoded);
        vm.prank(relayer);
        vm.expectRevert(Peers.MessengerPaused.selector);
        messenger.relayNested(_identifier(A), next.encoded, 2);
        vm.prank(relayer);
        vm.expectRevert(Peers.MessengerPaused.selector);
        messenger.relayOwed(_identifier(A), next.encoded);
        vm.expectRevert(Peers.MessengerPaused.selector);
        messenger.retryMessage(A, 0, alice, bob, "");
    }

    function test_unpauseIsAnnouncedAndDelayed() public {
        vm.warp(1_000_000);
        vm.prank(guardian);
        vm.expectRevert(Peers.NotPaused.selector);
        messenger.announceUnpause();
        vm.prank(guardian);
        vm.expectRevert(Peers.NotPaused.selector);
        messenger.unpause();
        vm.prank(guardian);
        messenger.pause();
        _expectNotDue(0);

        vm.prank(guardian);
        messenger.announceUnpause();
        uint256 due = 1_000_000 + messenger.UNPAUSE_DELAY();
        vm.assertEq(messenger.unpauseTime(), due);
        vm.warp(due - 1);
        _expectNotDue(due);

        vm.prank(guardian);
        messenger.pause();
        vm.warp(due);
        _expectNotDue(0);

        vm.prank(guardian);
        messenger.announceUnpause();
        vm.warp(due + messenger.UNPAUSE_DELAY());
        vm.prank(guardian);
        messenger.unpause();
        vm.assertFalse(messenger.paused());
        messenger.sendMessage(B, bob, "");
    }

    function _expectNotDue(uint256 time) private {
        vm.prank(guardian);
        vm.expectRevert(abi.encodeWithSelector(Peers.UnpauseNotDue.selector, time));
        messenger.unpause();
        vm.assertTrue(messenger.paused());
    }
}
