// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Base} from "./Base.sol";
import {Handler} from "./Handler.sol";

/// @notice A campaign of random actions on three chains; see {Handler} for what must hold.
contract InvariantsTest is Base {
    struct FuzzSelector {
        address addr;
        bytes4[] selectors;
    }

    Handler private handler;

    function setUp() public {
        handler = new Handler();
    }

    function targetContracts() public view returns (address[] memory list) {
        list = new address[](1);
        list[0] = address(handler);
    }

    /// Sends and relays come more often than the rest, so that runs get somewhere.
    function targetSelectors() public view returns (FuzzSelector[] memory list) {
        bytes4[10] memory actions = [
            Handler.sendTokens.selector,
            Handler.sendETH.selector,
            Handler.sendHop.selector,
            Handler.relay.selector,
            Handler.relayOwed.selector,
            Handler.retry.selector,
            Handler.refund.selector,
            Handler.attack.selector,
            Handler.setClosed.selector,
            Handler.deposit.selector
        ];
        list = new FuzzSelector[](1);
        list[0].addr = address(handler);
        list[0].selectors = new bytes4[](17);
        for (uint256 i; i < 10; ++i) {
            list[0].selectors[i] = actions[i];
        }
        for (uint256 i = 10; i < 16; ++i) {
            list[0].selectors[i] = Handler.relay.selector;
        }
        list[0].selectors[16] = Handler.attackContracts.selector;
    }

    function invariant_whatWasBurnedIsMintedOnce() public {
        handler.check();
    }

    /// The campaign reaches what it is about.
    function test_actionsReachEveryOutcome() public {
        bytes32[10] memory outcomes = [
            bytes32("tokens sent"),
            "ETH sent",
            "hops sent",
            "hops sent on",
            "delivered",
            "failed",
            "owed",
            "retried",
            "refunded",
            "attacks"
        ];
        bytes4[] memory actions = targetSelectors()[0].selectors;
        for (uint256 i; i < 400; ++i) {
            bytes32[5] memory r;
            for (uint256 j; j < 5; ++j) {
                r[j] = keccak256(abi.encode(i, j));
            }
            bytes4 action = actions[uint256(r[4]) % actions.length];
            // Flags and addresses must be canonical; every action has at most four arguments.
            bool flag = uint256(r[3]) & 1 == 1;
            (bool success,) = address(handler).call(_call(action, r, flag));
            vm.assertTrue(success, "action");
        }
        handler.check();
        for (uint256 i; i < outcomes.length; ++i) {
            vm.assertTrue(handler.counts(outcomes[i]) > 0, string(abi.encodePacked(outcomes[i])));
        }
    }

    function _call(bytes4 action, bytes32[5] memory r, bool flag) private pure returns (bytes memory) {
        if (action == Handler.sendHop.selector) return abi.encodePacked(action, abi.encode(r[0], r[1], flag));
        if (action == Handler.setClosed.selector) return abi.encodePacked(action, abi.encode(r[0], flag));
        if (action == Handler.attack.selector) {
            return abi.encodePacked(action, abi.encode(r[0], r[1], r[2], address(uint160(uint256(r[3])))));
        }
        if (action == Handler.attackContracts.selector) {
            return abi.encodePacked(action, abi.encode(r[0], address(uint160(uint256(r[3]))), r[2]));
        }
        return abi.encodePacked(action, abi.encode(r[0], r[1], r[2], flag));
    }
}
