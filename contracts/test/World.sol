// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ETHBridge} from "../src/ETHBridge.sol";
import {Message, Messages} from "../src/Messages.sol";
import {Messenger} from "../src/Messenger.sol";
import {TestToken} from "../src/TestToken.sol";
import {TokenBridge} from "../src/TokenBridge.sol";
import {Base, Vm} from "./Base.sol";

/// @notice Several chains in one EVM, with the contracts at one address on all of them, as they are in reality.
/// Storage and balances of the named accounts are exchanged when the test moves from chain to chain.
abstract contract World is Base {
    uint256 internal constant A = 901;
    uint256 internal constant B = 902;
    uint256 internal constant C = 903;
    uint256 internal constant SUPPLY = 1_000_000e18;
    bytes32 internal constant DEPLOYMENT = keccak256("deployment");

    address internal constant registrar = address(0x1000);
    address internal constant guardian = address(0x2000);
    address internal constant relayer = address(0x3000);
    address internal constant confirmer = address(0x4000);
    address internal constant alice = address(0xa11ce);
    address internal constant bob = address(0xb0b);

    Messenger internal messenger;
    TokenBridge internal tokens;
    ETHBridge internal eth;
    TestToken internal token;

    /// A message as it was sent, with topics and data of its log.
    struct Sent {
        Message m;
        bytes encoded;
    }

    uint256 internal here;
    address[] private _accounts;
    mapping(address account => bytes32[]) private _slots;
    mapping(address account => mapping(bytes32 slot => bool)) private _known;
    mapping(uint256 chain => mapping(address account => mapping(bytes32 slot => bytes32))) private _storage;
    mapping(uint256 chain => mapping(address account => uint256)) private _balances;

    function _createWorld() internal {
        here = A;
        vm.chainId(A);
        vm.record();
        vm.recordLogs();
        messenger = new Messenger(registrar, guardian, DEPLOYMENT);
        tokens = new TokenBridge(messenger, confirmer, type(uint120).max);
        eth = new ETHBridge(messenger, confirmer, type(uint120).max);
        token = new TestToken(address(tokens), A, alice, SUPPLY);
        _track(address(messenger));
        _track(address(messenger.rootStore()));
        _track(address(tokens));
        _track(address(eth));
        _track(address(token));
        _track(alice);
        _track(bob);
        uint256[3] memory ids = _chains();
        for (uint256 i; i < 3; ++i) {
            _on(ids[i]);
            vm.prank(registrar);
            messenger.setRelayer(relayer, true);
            for (uint256 j; j < 3; ++j) {
                if (i != j) _openPeer(ids[j], 1);
            }
        }
        _on(A);
    }

    function _chains() internal pure returns (uint256[3] memory) {
        return [A, B, C];
    }

    /// @dev Accounts whose storage and balance differ from chain to chain. The test has called vm.record before an
    /// account is first written to.
    function _track(address account) internal {
        _accounts.push(account);
    }

    function _openPeer(uint256 peer, uint256 generation) internal {
        vm.prank(registrar);
        messenger.openInbound(peer, generation);
        vm.prank(registrar);
        messenger.openOutbound(peer, generation);
    }

    /// @dev Moves the test to another chain.
    function _on(uint256 chain) internal {
        vm.chainId(chain);
        for (uint256 i; i < _accounts.length; ++i) {
            _exchange(_accounts[i], chain);
        }
        here = chain;
        vm.record();
    }

    /// @dev Saves what was written on this chain, and puts the other chain's storage in place.
    function _exchange(address account, uint256 chain) private {
        bytes32[] storage slots = _slots[account];
        (, bytes32[] memory writes) = vm.accesses(account);
        for (uint256 i; i < writes.length; ++i) {
            _storage[here][account][writes[i]] = vm.load(account, writes[i]);
            if (_known[account][writes[i]]) continue;
            _known[account][writes[i]] = true;
            slots.push(writes[i]);
        }
        if (chain == here) return;
        for (uint256 i; i < slots.length; ++i) {
            bytes32 slot = slots[i];
            bytes32 coming = _storage[chain][account][slot];
            if (coming != _storage[here][account][slot]) vm.store(account, slot, coming);
        }
        _balances[here][account] = account.balance;
        vm.deal(account, _balances[chain][account]);
    }

    /// @dev The messages that were sent since the last call.
    function _takeSent() internal returns (Sent[] memory list) {
        Vm.Log[] memory logs = vm.getRecordedLogs();
        list = new Sent[](logs.length);
        uint256 n;
        for (uint256 i; i < logs.length; ++i) {
            if (logs[i].emitter != address(messenger)) continue;
            if (logs[i].topics[0] != Messenger.SentMessage.selector) continue;
            list[n++] = _sent(logs[i]);
        }
        assembly ("memory-safe") {
            mstore(list, n)
        }
    }

    function _sent(Vm.Log memory log) internal view returns (Sent memory s) {
        (s.m.sender, s.m.data) = abi.decode(log.data, (address, bytes));
        s.m.destination = uint256(log.topics[1]);
        s.m.target = address(uint160(uint256(log.topics[2])));
        s.m.nonce = uint256(log.topics[3]);
        s.m.source = here;
        s.encoded = abi.encodePacked(log.topics, log.data);
    }

    /// @dev The last message that was sent.
    function _lastSent() internal returns (Sent memory) {
        Sent[] memory list = _takeSent();
        return list[list.length - 1];
    }

    function _send(uint256 destination, address target, bytes memory data) internal returns (Sent memory) {
        vm.prank(alice);
        messenger.sendMessage(destination, target, data);
        return _lastSent();
    }

    function _sendTokens(uint256 destination, address to, uint256 amount) internal returns (Sent memory) {
        vm.prank(alice);
        tokens.sendERC20(address(token), to, amount, destination);
        return _lastSent();
    }

    function _identifier(uint256 source) internal view returns (Messenger.Identifier memory) {
        return Messenger.Identifier(address(messenger), 7, 3, 1_700_000_000, source);
    }

    /// @dev Goes to the destination and relays.
    function _relay(Sent memory s) internal returns (bytes memory) {
        _on(s.m.destination);
        vm.prank(relayer);
        return messenger.relayMessage(_identifier(s.m.source), s.encoded);
    }

    /// @dev Goes to the destination and receives without delivery.
    function _relayOwed(Sent memory s) internal {
        _on(s.m.destination);
        vm.prank(relayer);
        messenger.relayOwed(_identifier(s.m.source), s.encoded);
    }

    function _retry(Sent memory s) internal {
        messenger.retryMessage(s.m.source, s.m.nonce, s.m.sender, s.m.target, s.m.data);
    }

    function _hash(Sent memory s) internal pure returns (bytes32) {
        return Messages.hash(s.m);
    }

    function _state(Sent memory s) internal view returns (Messenger.State) {
        return messenger.messageState(_hash(s));
    }

    function _assertState(Sent memory s, Messenger.State expected) internal view {
        vm.assertEq(uint256(_state(s)), uint256(expected));
    }
}
