// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Messages} from "../src/Messages.sol";
import {Messenger} from "../src/Messenger.sol";
import {Peers} from "../src/Peers.sol";
import {Vm} from "./Base.sol";
import {Target} from "./Targets.sol";
import {World} from "./World.sol";

/// @notice Sending and receiving, and every way to send or relay what must not be.
contract MessengerTest is World {
    Target private target;

    function setUp() public {
        _createWorld();
        target = new Target(messenger);
    }

    function test_aMessageArrives() public {
        Sent memory s = _send(B, address(target), abi.encodeCall(Target.hit, (42)));
        (uint256 count, bytes32 root) = messenger.rootStore().outboundTree(B, 1);
        bytes memory returned = _relay(s);
        vm.assertEq(returned, abi.encode(42));
        vm.assertEq(target.calls(), 1);
        vm.assertEq(target.sender(), alice);
        vm.assertEq(target.source(), A);
        _assertState(s, Messenger.State.Done);
        vm.assertTrue(messenger.successfulMessages(_hash(s)));
        (uint256 received, bytes32 receivedRoot) = messenger.rootStore().inboundTree(A, 1);
        vm.assertEq(received, count);
        vm.assertEq(receivedRoot, root);
    }

    function test_outcomesAreLogged() public {
        Sent memory s = _send(B, address(target), abi.encodeCall(Target.hit, (42)));
        _relay(s);
        Vm.Log[] memory logs = vm.getRecordedLogs();
        Vm.Log memory log = logs[logs.length - 1];
        vm.assertEq(log.topics[0], Messenger.RelayedMessage.selector);
        vm.assertEq(log.topics[1], bytes32(A));
        vm.assertEq(log.topics[2], bytes32(0));
        vm.assertEq(log.topics[3], _hash(s));
        vm.assertEq(log.data, abi.encode(keccak256(abi.encode(42))));

        target.setClosed(true);
        _on(A);
        s = _send(B, address(target), abi.encodeCall(Target.hit, (43)));
        bytes memory returned = _relay(s);
        logs = vm.getRecordedLogs();
        log = logs[logs.length - 1];
        vm.assertEq(log.topics[0], Messenger.FailedRelayedMessage.selector);
        vm.assertEq(log.topics[1], bytes32(A));
        vm.assertEq(log.topics[2], bytes32(uint256(1)));
        vm.assertEq(log.topics[3], _hash(s));
        vm.assertEq(abi.decode(log.data, (bytes)), returned);
        vm.assertEq(returned, abi.encodeWithSelector(Target.Closed.selector, 43));
        _assertState(s, Messenger.State.Failed);
    }

    function test_noncesArePerPairAndTheTotalCountsAll() public {
        vm.assertEq(_send(B, bob, "").m.nonce, 0);
        vm.assertEq(_send(C, bob, "").m.nonce, 0);
        vm.assertEq(_send(B, bob, "").m.nonce, 1);
        vm.assertEq(messenger.messageNonce(), 3);
        vm.assertEq(messenger.messageNonce(B), 2);
        vm.assertEq(messenger.messageNonce(C), 1);
    }

    function testFuzz_hashesAreAsDocumented(address to, bytes calldata data, uint64 generation, bytes32 id) public {
        vm.assume(to != address(messenger) && to != address(messenger.rootStore()));
        vm.prank(alice);
        bytes32 returned = messenger.sendMessage(B, to, data);
        vm.assertEq(returned, keccak256(abi.encode(B, A, uint256(0), alice, to, data)));
        vm.assertEq(returned, _hash(_lastSent()));
        bytes memory preimage = abi.encode(
            keccak256(
                "Leaf(bytes32 deploymentId,uint256 generation,address sourceMessenger,address destinationMessenger,bytes32 messageHash)"
            ),
            id,
            uint256(generation),
            address(messenger),
            to,
            returned
        );
        vm.assertEq(preimage.length, 192);
        vm.assertEq(Messages.leaf(id, generation, address(messenger), to, returned), keccak256(preimage));
    }

    function test_leafEqualsTheSharedVector() public view {
        string memory json = vm.readFile("../merkle/testdata/vectors.json");
        bytes32 leaf = Messages.leaf(
            vm.parseJsonBytes32(json, ".messageLeaf.deploymentId"),
            vm.parseJsonUint(json, ".messageLeaf.generation"),
            vm.parseJsonAddress(json, ".messageLeaf.sourceMessenger"),
            vm.parseJsonAddress(json, ".messageLeaf.destinationMessenger"),
            vm.parseJsonBytes32(json, ".messageLeaf.messageHash")
        );
        vm.assertEq(leaf, vm.parseJsonBytes32(json, ".messageLeaf.leaf"));
    }

    // C1: nobody gets the messenger to call itself or RootStore, or to talk to its own chain.

    function test_C1_sendToReservedTargetsReverts() public {
        address[2] memory reserved = [address(messenger), address(messenger.rootStore())];
        for (uint256 i; i < 2; ++i) {
            vm.expectRevert(abi.encodeWithSelector(Messenger.ReservedTarget.selector, reserved[i]));
            messenger.sendMessage(B, reserved[i], "");
        }
        vm.expectRevert(Peers.OwnChain.selector);
        messenger.sendMessage(A, bob, "");
    }

    // A4: the size of a message is bounded, so that its relay always fits into a block.

    function test_A4_aMessageOfTheLargestSizeIsSentAndALongerOneReverts() public {
        uint256 most = messenger.MAX_MESSAGE();
        messenger.sendMessage(B, bob, new bytes(most));
        vm.expectRevert(abi.encodeWithSelector(Messenger.MessageTooLong.selector, most + 1));
        messenger.sendMessage(B, bob, new bytes(most + 1));
    }

    function test_C1_relayToReservedTargetsRecordsAFailureWithoutCalling() public {
        address store = address(messenger.rootStore());
        bytes memory forge = abi.encodeWithSignature("appendInbound(uint256,uint256,bytes32)", C, 1, bytes32("forged"));
        address[2] memory reserved = [address(messenger), store];
        _on(B);
        for (uint256 i; i < 2; ++i) {
            Sent memory s = _forged(i, reserved[i], forge);
            _relay(s);
            _assertState(s, Messenger.State.Failed);
            (uint256 count,) = messenger.rootStore().inboundTree(C, 1);
            vm.assertEq(count, 0);
            (count,) = messenger.rootStore().inboundTree(A, 1);
            vm.assertEq(count, i + 1);
            vm.expectRevert(abi.encodeWithSelector(Messenger.ReservedTarget.selector, reserved[i]));
            _retry(s);
            _assertState(s, Messenger.State.Failed);
        }
    }

    function test_C1_relayFromTheOwnChainReverts() public {
        Sent memory s = _forged(0, bob, "");
        s.m.source = B;
        _on(B);
        vm.prank(relayer);
        vm.expectRevert(abi.encodeWithSelector(Peers.PeerNotOpen.selector, B));
        messenger.relayMessage(_identifier(B), s.encoded);
        vm.expectRevert(abi.encodeWithSelector(Messenger.NotFailed.selector, _hash(s)));
        _retry(s);
    }

    // C2 and the order of a pair.

    function testFuzz_C2_onlyRelayersRelay(address stranger) public {
        vm.assume(stranger != relayer);
        Sent memory s = _send(B, bob, "");
        _on(B);
        Messenger.Identifier memory id = _identifier(A);
        bytes memory refused = abi.encodeWithSelector(Messenger.NotRelayer.selector, stranger);
        vm.prank(stranger);
        vm.expectRevert(refused);
        messenger.relayMessage(id, s.encoded);
        vm.prank(stranger);
        vm.expectRevert(refused);
        messenger.relayNested(id, s.encoded, 2);
        vm.prank(stranger);
        vm.expectRevert(refused);
        messenger.relayOwed(id, s.encoded);
    }

    function test_onlyTheNextNonceIsAccepted() public {
        Sent memory first = _send(B, bob, "1");
        Sent memory second = _send(B, bob, "2");
        _on(B);
        _expectRelayReverts(second, abi.encodeWithSelector(Messenger.WrongNonce.selector, 0, 1));
        _relay(first);
        _expectRelayReverts(first, abi.encodeWithSelector(Messenger.WrongNonce.selector, 1, 0));
        _relay(second);
        _expectRelayReverts(second, abi.encodeWithSelector(Messenger.WrongNonce.selector, 2, 1));
        (uint256 count,) = messenger.rootStore().inboundTree(A, 1);
        vm.assertEq(count, 2);
    }

    function test_aMessageIsForOneChain() public {
        Sent memory s = _send(B, bob, "");
        _on(C);
        _expectRelayReverts(s, abi.encodeWithSelector(Messenger.WrongDestination.selector, B));
    }

    function test_theLogMustBeTheMessengersAndASentMessage() public {
        Sent memory s = _send(B, bob, "");
        _on(B);
        Messenger.Identifier memory id = _identifier(A);
        id.origin = alice;
        vm.prank(relayer);
        vm.expectRevert(abi.encodeWithSelector(Messenger.WrongOrigin.selector, alice));
        messenger.relayMessage(id, s.encoded);

        s.encoded[31] ^= 0x01;
        _expectRelayReverts(s, abi.encodeWithSelector(Messenger.NotSentMessage.selector));
        s.encoded = "short";
        _expectRelayReverts(s, abi.encodeWithSelector(Messenger.NotSentMessage.selector));
    }

    function test_relaysCarryNoValue() public {
        Sent memory s = _send(B, bob, "");
        _on(B);
        vm.deal(relayer, 1);
        vm.prank(relayer);
        vm.expectRevert(Messenger.ValueNotAccepted.selector);
        messenger.relayMessage{value: 1}(_identifier(A), s.encoded);
    }

    /// What a relay says is what its leaf says: any change shows in the root.
    function testFuzz_aForgedMessageShowsInTheRoot(address sender, address to, bytes calldata data) public {
        Sent memory s = _send(B, address(target), abi.encodeCall(Target.hit, (42)));
        (, bytes32 sentRoot) = messenger.rootStore().outboundTree(B, 1);
        vm.assume(sender != alice || to != s.m.target || keccak256(data) != keccak256(s.m.data));
        vm.assume(uint160(to) > 0xffff && to != address(vm));
        s.encoded =
            abi.encodePacked(abi.encode(Messenger.SentMessage.selector, B, to, uint256(0)), abi.encode(sender, data));
        _on(B);
        vm.prank(relayer);
        messenger.relayOwed(_identifier(A), s.encoded);
        (, bytes32 root) = messenger.rootStore().inboundTree(A, 1);
        vm.assertTrue(root != sentRoot);
    }

    /// @dev A message from A to B that A never sent: what a forced or dishonest relay could bring.
    function _forged(uint256 nonce, address to, bytes memory data) private pure returns (Sent memory s) {
        s.m.destination = B;
        s.m.source = A;
        s.m.nonce = nonce;
        s.m.sender = alice;
        s.m.target = to;
        s.m.data = data;
        s.encoded = abi.encodePacked(abi.encode(Messenger.SentMessage.selector, B, to, nonce), abi.encode(alice, data));
    }

    function _expectRelayReverts(Sent memory s, bytes memory reason) private {
        vm.prank(relayer);
        vm.expectRevert(reason);
        messenger.relayMessage(_identifier(s.m.source), s.encoded);
    }
}
