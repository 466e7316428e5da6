// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Credit} from "../src/Credit.sol";
import {Message} from "../src/Messages.sol";
import {Messenger} from "../src/Messenger.sol";
import {Peers} from "../src/Peers.sol";
import {TokenBridge} from "../src/TokenBridge.sol";
import {World} from "./World.sol";

/// @notice What a relayer, or a thief with its key, can have minted ahead of L1.
contract CreditTest is World {
    uint120 private constant CREDIT = 100;

    function setUp() public {
        _createWorld();
        _on(B);
        vm.prank(registrar);
        tokens.setCredit(address(token), CREDIT);
        vm.prank(registrar);
        eth.setCredit(address(0), CREDIT);
    }

    /// The thief relays burns that never were.
    function testFuzz_T48_aThiefTakesAtMostTheCredit(uint8[10] memory amounts) public {
        uint256 taken;
        for (uint256 i; i < amounts.length; ++i) {
            if (amounts[i] == 0) continue;
            _forge(i - _zeros(amounts, i), amounts[i]);
            if (taken + amounts[i] <= CREDIT) taken += amounts[i];
            vm.assertEq(token.balanceOf(bob), taken);
        }
        vm.assertLe(taken, CREDIT);
    }

    function test_T49_theGuardianStopsAThief() public {
        _forge(0, 10);
        vm.prank(guardian);
        messenger.pause();
        Sent memory s = _forged(1, 10);
        vm.prank(relayer);
        vm.expectRevert(Peers.MessengerPaused.selector);
        messenger.relayMessage(_identifier(A), s.encoded);
        vm.prank(alice);
        vm.expectRevert(Peers.MessengerPaused.selector);
        messenger.sendMessage(A, bob, "");
        vm.assertEq(token.balanceOf(bob), 10);
    }

    function test_whatIsBeyondTheCreditFailsAndIsRetriedAfterAConfirmation() public {
        _on(A);
        _relay(_sendTokens(B, bob, 70));
        _on(A);
        Sent memory s = _sendTokens(B, bob, 50);
        _relay(s);
        _assertState(s, Messenger.State.Failed);
        _assertCredit(70, 30);
        vm.expectRevert(abi.encodeWithSelector(Credit.CreditExhausted.selector, 30, 50));
        this.retry(s);
        vm.prank(confirmer);
        tokens.confirmMints(address(token), 70);
        _assertCredit(70, 100);
        _retry(s);
        _assertState(s, Messenger.State.Done);
        _assertCredit(120, 50);
    }

    function test_refundsUseCreditToo() public {
        _on(A);
        Sent memory s = _sendTokens(B, bob, 50);
        _relayOwed(s);
        vm.prank(alice);
        tokens.refundERC20(A, s.m.nonce, address(token), alice, bob, 50);
        Sent memory back = _lastSent();
        _on(A);
        vm.prank(registrar);
        tokens.setCredit(address(token), 49);
        _relay(back);
        _assertState(back, Messenger.State.Failed);
        vm.prank(registrar);
        tokens.setCredit(address(token), 50);
        _retry(back);
        vm.assertEq(token.balanceOf(alice), SUPPLY);
    }

    function test_ETHHasACreditOfItsOwn() public {
        vm.deal(address(eth), 1000);
        _on(A);
        vm.deal(alice, 150);
        vm.prank(alice);
        eth.sendETH{value: 101}(bob, B);
        Sent memory s = _lastSent();
        _relay(s);
        _assertState(s, Messenger.State.Failed);
        vm.prank(registrar);
        eth.setCredit(address(0), 101);
        _retry(s);
        vm.assertEq(bob.balance, 101);
    }

    function test_T50_confirmationsNeitherFallNorInvent() public {
        _on(A);
        _relay(_sendTokens(B, bob, 40));
        vm.prank(confirmer);
        tokens.confirmMints(address(token), 30);
        vm.prank(confirmer);
        vm.expectRevert(abi.encodeWithSelector(Credit.WrongTotal.selector, 30, 40));
        tokens.confirmMints(address(token), 29);
        vm.prank(confirmer);
        vm.expectRevert(abi.encodeWithSelector(Credit.WrongTotal.selector, 30, 40));
        tokens.confirmMints(address(token), 41);
        vm.prank(relayer);
        vm.expectRevert(Credit.OnlyConfirmer.selector);
        tokens.confirmMints(address(token), 40);
        vm.prank(relayer);
        vm.expectRevert(Credit.OnlyController.selector);
        tokens.setCredit(address(token), 1000);
        // A credit that is cut counts at once.
        vm.prank(registrar);
        tokens.setCredit(address(token), 5);
        _assertCredit(40, 0);
    }

    /// Whatever is minted, confirmed and set: what is minted and not confirmed is within the greatest credit so far.
    function testFuzz_mintsStayWithinTheCredit(uint256 seed) public {
        uint256 confirmed;
        uint256 most = CREDIT;
        uint256 minted;
        for (uint256 i; i < 12; ++i) {
            seed = uint256(keccak256(abi.encode(seed)));
            _on(B);
            if (seed % 4 == 0) {
                confirmed += (seed >> 8) % (minted - confirmed + 1);
                vm.prank(confirmer);
                tokens.confirmMints(address(token), uint120(confirmed));
            } else if (seed % 4 == 1) {
                uint120 credit = uint120((seed >> 8) % 200);
                if (credit > most) most = credit;
                vm.prank(registrar);
                tokens.setCredit(address(token), credit);
            } else {
                _on(A);
                _relay(_sendTokens(B, bob, (seed >> 8) % 60 + 1));
            }
            _on(B);
            (minted,) = tokens.creditOf(address(token));
            vm.assertLe(minted - confirmed, most);
            vm.assertEq(minted, token.balanceOf(bob));
        }
    }

    /// A token nobody set a credit for has the default one, before and after its first confirmation.
    function test_theDefaultCreditIsForAllTokens() public {
        TokenBridge fresh = new TokenBridge(messenger, confirmer, 7);
        (uint256 minted, uint256 left) = fresh.creditOf(address(token));
        vm.assertEq(minted, 0);
        vm.assertEq(left, 7);
        vm.prank(confirmer);
        fresh.confirmMints(address(token), 0);
        (, left) = fresh.creditOf(address(token));
        vm.assertEq(left, 7);
        vm.prank(registrar);
        fresh.setCredit(address(token), 0);
        (, left) = fresh.creditOf(address(token));
        vm.assertEq(left, 0);
        vm.prank(registrar);
        fresh.setCredit(address(token), type(uint120).max);
        (, left) = fresh.creditOf(address(token));
        vm.assertEq(left, type(uint120).max);
    }

    function retry(Sent calldata s) external {
        _retry(s);
    }

    function _assertCredit(uint256 minted, uint256 left) private view {
        (uint256 m, uint256 l) = tokens.creditOf(address(token));
        vm.assertEq(m, minted);
        vm.assertEq(l, left);
    }

    function _forge(uint256 nonce, uint256 amount) private {
        Sent memory s = _forged(nonce, amount);
        vm.prank(relayer);
        messenger.relayMessage(_identifier(A), s.encoded);
    }

    /// @dev A burn of tokens on A that nobody made.
    function _forged(uint256 nonce, uint256 amount) private view returns (Sent memory s) {
        bytes memory data = abi.encodeCall(tokens.relayERC20, (address(token), bob, bob, amount));
        s.m = Message(B, A, nonce, address(tokens), address(tokens), data);
        s.encoded = bytes.concat(
            abi.encode(Messenger.SentMessage.selector, B, address(tokens), nonce), abi.encode(address(tokens), data)
        );
    }

    function _zeros(uint8[10] memory amounts, uint256 before) private pure returns (uint256 count) {
        for (uint256 i; i < before; ++i) {
            if (amounts[i] == 0) ++count;
        }
    }
}
