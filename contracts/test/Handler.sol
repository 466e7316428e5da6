// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ETHBridge} from "../src/ETHBridge.sol";
import {Messages} from "../src/Messages.sol";
import {Messenger} from "../src/Messenger.sol";
import {RootStore} from "../src/RootStore.sol";
import {TokenBridge} from "../src/TokenBridge.sol";
import {ClosableToken} from "./ClosableToken.sol";
import {ReferenceTree} from "./ReferenceTree.sol";
import {Target} from "./Targets.sol";
import {World} from "./World.sol";

/// @notice Users, relayer and attackers on three chains, and a model of what must come of it. An action that reverts
/// is a failure of the campaign.
contract Handler is World {
    uint256 private constant COINS = 1000;

    ClosableToken private coin;
    Target private hopper;

    /// Every message in the order of sending, with the state that its destination must say.
    Sent[] private _sentMessages;
    Messenger.State[] private _model;
    /// Per pair the indexes of its messages, and how many of them were received.
    mapping(uint256 source => mapping(uint256 destination => uint256[])) private _queue;
    mapping(uint256 source => mapping(uint256 destination => uint256)) private _received;
    uint256 private _deposited;

    mapping(bytes32 what => uint256) public counts;

    modifier step() {
        vm.record();
        vm.recordLogs();
        _;
        _on(here);
    }

    constructor() {
        _createWorld();
        coin = new ClosableToken(address(tokens), alice, COINS);
        hopper = new Target(messenger);
        _track(address(coin));
        _track(address(hopper));
        vm.deal(alice, COINS);
        _on(A);
    }

    // Actions.

    function sendTokens(uint256 from, uint256 to, uint256 amount, bool byBob) external step {
        uint256 destination = _goToPair(from, to);
        address sender = byBob ? bob : alice;
        amount %= coin.balanceOf(sender) + 1;
        vm.prank(sender);
        tokens.sendERC20(address(coin), byBob ? alice : bob, amount, destination);
        _queueSent("tokens sent");
    }

    function sendETH(uint256 from, uint256 to, uint256 amount, bool byBob) external step {
        uint256 destination = _goToPair(from, to);
        address sender = byBob ? bob : alice;
        amount %= sender.balance + 1;
        vm.prank(sender);
        eth.sendETH{value: amount}(byBob ? alice : bob, destination);
        _queueSent("ETH sent");
    }

    /// A message whose target sends on to the third chain, or back.
    function sendHop(uint256 from, uint256 to, bool back) external step {
        uint256 destination = _goToPair(from, to);
        uint256 next = back ? here : A + B + C - here - destination;
        vm.prank(alice);
        messenger.sendMessage(destination, address(hopper), abi.encodeCall(Target.hop, (next, bob, "")));
        _queueSent("hops sent");
    }

    function relay(uint256 from, uint256 to, uint256 depth) external step {
        uint256 destination = _goToPair(from, to);
        (uint256 index, bool exists) = _nextOf(here, destination);
        if (!exists) return;
        Sent memory s = _sentMessages[index];
        _on(destination);
        bool delivers = _delivers(s);
        vm.prank(relayer);
        messenger.relayNested(_identifier(s.m.source), s.encoded, 1 + depth % 7);
        _settleModel(index, delivers ? Messenger.State.Done : Messenger.State.Failed);
        ++_received[s.m.source][destination];
        ++counts[delivers ? bytes32("delivered") : bytes32("failed")];
        _queueSent("hops sent on");
    }

    function relayOwed(uint256 from, uint256 to) external step {
        uint256 destination = _goToPair(from, to);
        (uint256 index, bool exists) = _nextOf(here, destination);
        if (!exists) return;
        _relayOwed(_sentMessages[index]);
        _settleModel(index, Messenger.State.Failed);
        ++_received[_sentMessages[index].m.source][destination];
        ++counts["owed"];
    }

    /// Anybody retries any message: only failed ones that can be delivered now may succeed.
    function retry(uint256 seed) external step {
        (uint256 index, bool exists) = _pick(seed);
        if (!exists) return;
        Sent memory s = _sentMessages[index];
        _on(s.m.destination);
        bool expected = _model[index] == Messenger.State.Failed && _delivers(s);
        (bool success,) = address(messenger)
            .call(abi.encodeCall(Messenger.retryMessage, (s.m.source, s.m.nonce, s.m.sender, s.m.target, s.m.data)));
        vm.assertTrue(success == expected, "retry");
        if (!success) return;
        _settleModel(index, Messenger.State.Done);
        ++counts["retried"];
        _queueSent("hops sent on");
    }

    /// Anybody refunds any message: only failed transfers may succeed, refunds never.
    function refund(uint256 seed) external step {
        (uint256 index, bool exists) = _pick(seed);
        if (!exists) return;
        Sent memory s = _sentMessages[index];
        _on(s.m.destination);
        bytes4 kind = bytes4(s.m.data);
        bool isTransfer = kind == TokenBridge.relayERC20.selector || kind == ETHBridge.relayETH.selector;
        bool success = _tryRefund(s);
        vm.assertTrue(success == (isTransfer && _model[index] == Messenger.State.Failed), "refund");
        if (!success) return;
        _settleModel(index, Messenger.State.Refunded);
        _queueSent("refunded");
    }

    /// The relayer out of order or twice, and strangers: nothing of it may succeed.
    function attack(uint256 from, uint256 to, uint256 seed, address stranger) external step {
        uint256 destination = _goToPair(from, to);
        uint256[] storage queue = _queue[here][destination];
        uint256 next = _received[here][destination];
        uint256 source = here;
        if (queue.length == 0) return;
        uint256 position = seed % queue.length;
        Sent memory s = _sentMessages[queue[position]];
        _on(destination);
        if (position != next) {
            vm.prank(relayer);
            (bool success,) =
                address(messenger).call(abi.encodeCall(Messenger.relayMessage, (_identifier(source), s.encoded)));
            vm.assertFalse(success, "out of order");
        }
        if (stranger == relayer) return;
        vm.prank(stranger);
        (bool relayed,) =
            address(messenger).call(abi.encodeCall(Messenger.relayMessage, (_identifier(source), s.encoded)));
        vm.assertFalse(relayed, "stranger");
        ++counts["attacks"];
    }

    /// Strangers cannot write leaves, mint, or pay out.
    function attackContracts(uint256 chain, address stranger, uint256 amount) external step {
        _on(_chains()[chain % 3]);
        if (stranger == address(messenger) || stranger == address(tokens)) return;
        address store = address(messenger.rootStore());
        _expectRefused(stranger, store, abi.encodeCall(RootStore.appendInbound, (A, 1, bytes32(amount))));
        _expectRefused(stranger, address(coin), abi.encodeWithSignature("crosschainMint(address,uint256)", bob, amount));
        _expectRefused(stranger, address(tokens), abi.encodeCall(TokenBridge.relayERC20, (address(coin), bob, bob, 1)));
        _expectRefused(stranger, address(eth), abi.encodeCall(ETHBridge.relayETH, (bob, bob, amount)));
    }

    function setClosed(uint256 chain, bool closed) external step {
        _on(_chains()[chain % 3]);
        coin.setClosed(closed);
    }

    function deposit(uint256 chain, uint256 amount) external step {
        _on(_chains()[chain % 3]);
        amount %= 100;
        vm.deal(address(this), amount);
        eth.deposit{value: amount}();
        _deposited += amount;
    }

    // What must hold.

    /// Tokens exist once: on a chain, or in a message that was sent and neither delivered nor refunded. Bridges hold
    /// what was given to them and what is on its way, to the wei. Every message is in the state it should be in, and
    /// every pair has on either side the root of the messages that were sent, at that side's count.
    function check() external {
        uint256 supply = _pending(TokenBridge.relayERC20.selector, TokenBridge.relayRefund.selector, 96, 64);
        uint256 liquidity = _deposited + _pending(ETHBridge.relayETH.selector, ETHBridge.relayRefund.selector, 64, 32);
        uint256[3] memory ids = _chains();
        for (uint256 i; i < 3; ++i) {
            _on(ids[i]);
            supply += coin.totalSupply();
            liquidity -= address(eth).balance;
            _checkStates();
            for (uint256 j; j < 3; ++j) {
                if (i != j) _checkPeer(ids[j]);
            }
        }
        vm.assertEq(supply, COINS, "supply");
        vm.assertEq(liquidity, 0, "liquidity");
    }

    function _checkStates() private view {
        for (uint256 i; i < _sentMessages.length; ++i) {
            if (_sentMessages[i].m.destination == here) _assertState(_sentMessages[i], _model[i]);
        }
    }

    function _checkPeer(uint256 peer) private view {
        bytes32[] memory leaves = _leaves(here, peer);
        (uint256 sent, bytes32 burnRoot) = messenger.rootStore().outboundTree(peer, 1);
        vm.assertEq(sent, leaves.length, "sent");
        vm.assertEq(burnRoot, ReferenceTree.root(leaves, sent), "burn root");
        leaves = _leaves(peer, here);
        (uint256 received, bytes32 mintRoot) = messenger.rootStore().inboundTree(peer, 1);
        vm.assertEq(received, _received[peer][here], "received");
        vm.assertEq(mintRoot, ReferenceTree.root(leaves, received), "mint root");
    }

    /// @dev Leaves of the messages that were sent.
    function _leaves(uint256 source, uint256 destination) private view returns (bytes32[] memory leaves) {
        uint256[] storage queue = _queue[source][destination];
        leaves = new bytes32[](queue.length);
        for (uint256 i; i < leaves.length; ++i) {
            leaves[i] =
                Messages.leaf(DEPLOYMENT, 1, address(messenger), address(messenger), _hash(_sentMessages[queue[i]]));
        }
    }

    /// @dev Sum of the amounts of all transfers and refunds that are neither delivered nor refunded.
    function _pending(bytes4 transfer, bytes4 refund_, uint256 amountAt, uint256 refundAmountAt)
        private
        view
        returns (uint256 sum)
    {
        for (uint256 i; i < _sentMessages.length; ++i) {
            if (_model[i] != Messenger.State.None && _model[i] != Messenger.State.Failed) continue;
            bytes memory data = _sentMessages[i].m.data;
            address target = _sentMessages[i].m.target;
            if (target != address(tokens) && target != address(eth)) continue;
            bool ours = (target == address(tokens)) == (transfer == TokenBridge.relayERC20.selector);
            if (!ours) continue;
            if (bytes4(data) == transfer) sum += _word(data, amountAt);
            else if (bytes4(data) == refund_) sum += _word(data, refundAmountAt);
        }
    }

    // The model.

    /// @dev Whether a delivery would succeed on this chain now.
    function _delivers(Sent memory s) private view returns (bool) {
        if (s.m.target == address(tokens)) return !coin.closed();
        if (s.m.target != address(eth)) return true;
        bool isRefund = bytes4(s.m.data) == ETHBridge.relayRefund.selector;
        return _word(s.m.data, isRefund ? 32 : 64) <= address(eth).balance;
    }

    function _settleModel(uint256 index, Messenger.State state) private {
        _model[index] = state;
    }

    /// @dev Takes what was sent on this chain since the last look into the queues.
    function _queueSent(bytes32 what) private {
        Sent[] memory list = _takeSent();
        for (uint256 i; i < list.length; ++i) {
            _queue[here][list[i].m.destination].push(_sentMessages.length);
            _sentMessages.push(list[i]);
            _model.push(Messenger.State.None);
            ++counts[what];
        }
    }

    function _nextOf(uint256 source, uint256 destination) private view returns (uint256 index, bool exists) {
        uint256 next = _received[source][destination];
        uint256[] storage queue = _queue[source][destination];
        if (next == queue.length) return (0, false);
        return (queue[next], true);
    }

    /// @dev Any message, but mostly the next one that failed.
    function _pick(uint256 seed) private view returns (uint256 index, bool exists) {
        uint256 n = _sentMessages.length;
        if (n == 0) return (0, false);
        uint256 start = seed % n;
        if (seed % 4 == 0) return (start, true);
        for (uint256 i; i < n; ++i) {
            index = (start + i) % n;
            if (_model[index] == Messenger.State.Failed) return (index, true);
        }
        return (start, true);
    }

    /// @dev Goes to one chain and names another one.
    function _goToPair(uint256 from, uint256 to) private returns (uint256 destination) {
        uint256[3] memory ids = _chains();
        _on(ids[from % 3]);
        return ids[(from % 3 + 1 + to % 2) % 3];
    }

    function _tryRefund(Sent memory s) private returns (bool success) {
        bytes memory data = s.m.data;
        if (data.length < 100) return false;
        if (s.m.target == address(tokens)) {
            address from = address(uint160(_word(data, 32)));
            address to = address(uint160(_word(data, 64)));
            uint256 amount = data.length > 100 ? _word(data, 96) : _word(data, 64);
            (success,) = address(tokens)
                .call(abi.encodeCall(TokenBridge.refundERC20, (s.m.source, s.m.nonce, address(coin), from, to, amount)));
        } else {
            address from = address(uint160(_word(data, 0)));
            address to = address(uint160(_word(data, 32)));
            (success,) = address(eth)
                .call(abi.encodeCall(ETHBridge.refundETH, (s.m.source, s.m.nonce, from, to, _word(data, 64))));
        }
    }

    function _expectRefused(address stranger, address target, bytes memory data) private {
        vm.prank(stranger);
        (bool success,) = target.call(data);
        vm.assertFalse(success, "refused");
    }

    /// @dev The word at an offset behind the selector.
    function _word(bytes memory data, uint256 offset) private pure returns (uint256 word) {
        assembly ("memory-safe") {
            word := mload(add(add(data, 36), offset))
        }
    }
}
