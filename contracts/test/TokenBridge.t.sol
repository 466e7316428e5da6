// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC165} from "@openzeppelin/contracts/interfaces/IERC165.sol";
import {IERC7802} from "@openzeppelin/contracts/interfaces/draft-IERC7802.sol";
import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {Messenger} from "../src/Messenger.sol";
import {Peers} from "../src/Peers.sol";
import {TestToken} from "../src/TestToken.sol";
import {TokenBridge} from "../src/TokenBridge.sol";
import {ClosableToken} from "./ClosableToken.sol";
import {Caller} from "./Targets.sol";
import {World} from "./World.sol";

contract TokenBridgeTest is World {
    ClosableToken private closable;

    function setUp() public {
        _createWorld();
        vm.record();
        closable = new ClosableToken(address(tokens), alice, 1000);
        _track(address(closable));
        _on(A);
    }

    function testFuzz_aBurnHereIsAMintThere(uint256 amount) public {
        amount %= SUPPLY + 1;
        Sent memory s = _sendTokens(B, bob, amount);
        vm.assertEq(token.totalSupply(), SUPPLY - amount);
        vm.assertEq(token.balanceOf(alice), SUPPLY - amount);
        _on(B);
        vm.assertEq(token.totalSupply(), 0);
        _relay(s);
        vm.assertEq(token.totalSupply(), amount);
        vm.assertEq(token.balanceOf(bob), amount);
    }

    function test_aBurnBeyondTheBalanceReverts() public {
        vm.prank(bob);
        vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InsufficientBalance.selector, bob, 0, 1));
        tokens.sendERC20(address(token), alice, 1, B);
        vm.assertEq(messenger.messageNonce(), 0);
    }

    function test_aBurnForNobodyNowhereOrOfNothingReverts() public {
        vm.prank(alice);
        vm.expectRevert(TokenBridge.ZeroAddress.selector);
        tokens.sendERC20(address(token), address(0), 1, B);
        vm.prank(alice);
        vm.expectRevert(Peers.OwnChain.selector);
        tokens.sendERC20(address(token), bob, 1, A);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(Peers.PeerNotOpen.selector, 904));
        tokens.sendERC20(address(token), bob, 1, 904);
        vm.prank(alice);
        vm.expectRevert();
        tokens.sendERC20(address(0xdead), bob, 1, B);
        vm.assertEq(token.balanceOf(alice), SUPPLY);
    }

    function test_onlyTheMessengerDeliversAndOnlyForTheBridge() public {
        vm.expectRevert(TokenBridge.OnlyMessenger.selector);
        tokens.relayERC20(address(token), alice, alice, 1);
        vm.expectRevert(TokenBridge.OnlyMessenger.selector);
        tokens.relayRefund(address(token), alice, 1);

        bytes memory refused = abi.encodeWithSelector(TokenBridge.OnlyBridge.selector, alice);
        Sent memory s = _send(B, address(tokens), abi.encodeCall(tokens.relayERC20, (address(token), alice, alice, 1)));
        vm.assertEq(_relay(s), refused);
        _assertState(s, Messenger.State.Failed);
        _on(A);
        s = _send(B, address(tokens), abi.encodeCall(tokens.relayRefund, (address(token), alice, 1)));
        vm.assertEq(_relay(s), refused);
        vm.assertEq(token.totalSupply(), 0);
    }

    /// A target that is being delivered to cannot use the bridge's trust in the messenger.
    function test_aDeliveryDoesNotLendTheBridgesName() public {
        Caller caller = new Caller();
        bytes memory inner = abi.encodeCall(tokens.relayERC20, (address(token), alice, alice, 1));
        Sent memory s = _send(B, address(caller), abi.encodeCall(Caller.run, (address(tokens), inner)));
        vm.assertEq(_relay(s), abi.encodeWithSelector(TokenBridge.OnlyMessenger.selector));
    }

    function test_aTokenTheDestinationLacksFails() public {
        address nowhere = address(0xf00);
        Sent memory s = _send(B, address(tokens), "");
        s.m.sender = address(tokens);
        s.m.data = abi.encodeCall(tokens.relayERC20, (nowhere, alice, bob, 1));
        s.encoded = abi.encodePacked(
            abi.encode(Messenger.SentMessage.selector, B, address(tokens), uint256(0)),
            abi.encode(address(tokens), s.m.data)
        );
        _relay(s);
        _assertState(s, Messenger.State.Failed);
    }

    // C5: refunds.

    function test_C5_aFailedTransferIsRefundedOnceToItsSender() public {
        Sent memory s = _failedTransfer(100);
        Sent memory refund = _refund(s, 100);
        _assertState(s, Messenger.State.Refunded);
        bytes memory notFailed = abi.encodeWithSelector(Messenger.NotFailed.selector, _hash(s));
        vm.expectRevert(notFailed);
        tokens.refundERC20(A, 0, address(closable), alice, bob, 100);
        vm.expectRevert(notFailed);
        _retry(s);

        _on(A);
        vm.assertEq(closable.balanceOf(alice), 900);
        _relay(refund);
        vm.assertEq(closable.balanceOf(alice), 1000);
        _assertState(refund, Messenger.State.Done);
    }

    function testFuzz_C5_aRefundWithOtherTermsIsRefused(address from, address to, uint256 amount, uint256 nonce)
        public
    {
        Sent memory s = _failedTransfer(100);
        vm.assume(from != alice || to != bob || amount != 100 || nonce != s.m.nonce);
        vm.expectRevert();
        tokens.refundERC20(A, nonce, address(closable), from, to, amount);
        vm.expectRevert();
        tokens.refundERC20(C, s.m.nonce, address(closable), alice, bob, 100);
        vm.expectRevert();
        tokens.refundERC20(A, s.m.nonce, address(token), alice, bob, 100);
        _assertState(s, Messenger.State.Failed);
    }

    function test_C5_noRefundAfterSuccessOrRetry() public {
        vm.prank(alice);
        tokens.sendERC20(address(closable), bob, 100, B);
        Sent memory s = _lastSent();
        _relay(s);
        vm.expectRevert(abi.encodeWithSelector(Messenger.NotFailed.selector, _hash(s)));
        tokens.refundERC20(A, 0, address(closable), alice, bob, 100);

        _on(A);
        s = _failedTransfer(50);
        closable.setClosed(false);
        _retry(s);
        vm.assertEq(closable.balanceOf(bob), 150);
        vm.expectRevert(abi.encodeWithSelector(Messenger.NotFailed.selector, _hash(s)));
        tokens.refundERC20(A, 1, address(closable), alice, bob, 50);
    }

    function test_C5_aFailedRefundIsRetriedNeverRefunded() public {
        Sent memory refund = _refund(_failedTransfer(100), 100);
        _on(A);
        closable.setClosed(true);
        _relay(refund);
        _assertState(refund, Messenger.State.Failed);
        vm.expectRevert();
        tokens.refundERC20(B, 0, address(closable), alice, alice, 100);
        vm.expectRevert();
        tokens.refundERC20(B, 0, address(closable), address(tokens), alice, 100);
        closable.setClosed(false);
        _retry(refund);
        vm.assertEq(closable.balanceOf(alice), 1000);
    }

    function test_C5_aForgedTransferIsNotRefunded() public {
        bytes memory data = abi.encodeCall(tokens.relayERC20, (address(token), alice, bob, 1));
        Sent memory s = _send(B, address(tokens), data);
        _relay(s);
        _assertState(s, Messenger.State.Failed);
        vm.expectRevert();
        tokens.refundERC20(A, 0, address(token), alice, bob, 1);
    }

    function test_theTestTokenIsWhatItSays() public {
        vm.assertEq(token.name(), "Superchain Test Token");
        vm.assertEq(token.symbol(), "STT");
        vm.assertEq(token.decimals(), 18);
        vm.assertTrue(token.supportsInterface(type(IERC7802).interfaceId));
        vm.assertTrue(token.supportsInterface(type(IERC165).interfaceId));
        vm.expectRevert(abi.encodeWithSelector(TestToken.OnlyTokenBridge.selector, address(this)));
        token.crosschainMint(alice, 1);
        vm.expectRevert(abi.encodeWithSelector(TestToken.OnlyTokenBridge.selector, address(this)));
        token.crosschainBurn(alice, 1);
        _on(B);
        vm.assertEq(new TestToken(address(tokens), A, alice, SUPPLY).totalSupply(), 0);
    }

    /// @dev A transfer of alice to bob that B's token refused.
    function _failedTransfer(uint256 amount) private returns (Sent memory s) {
        vm.prank(alice);
        tokens.sendERC20(address(closable), bob, amount, B);
        s = _lastSent();
        _on(B);
        closable.setClosed(true);
        _relay(s);
        _assertState(s, Messenger.State.Failed);
    }

    function _refund(Sent memory s, uint256 amount) private returns (Sent memory) {
        vm.prank(address(0xabc));
        tokens.refundERC20(s.m.source, s.m.nonce, address(closable), alice, bob, amount);
        return _lastSent();
    }
}
