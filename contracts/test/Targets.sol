// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Messenger} from "../src/Messenger.sol";

/// @notice Records what it saw, or refuses.
contract Target {
    error Closed(uint256 code);

    Messenger private immutable _messenger;
    bool public closed;
    uint256 public calls;
    address public sender;
    uint256 public source;

    constructor(Messenger messenger_) {
        _messenger = messenger_;
    }

    function setClosed(bool closed_) external {
        closed = closed_;
    }

    function hit(uint256 answer) external returns (uint256) {
        ++calls;
        (sender, source) = _messenger.crossDomainMessageContext();
        if (closed) revert Closed(answer);
        return answer;
    }

    /// @notice Sends a message of its own, then refuses if closed.
    function hop(uint256 destination, address target, bytes calldata data) external {
        ++calls;
        _messenger.sendMessage(destination, target, data);
        if (closed) revert Closed(0);
    }

    function takeBack(uint256 source_, uint256 nonce, address sender_, bytes calldata message) external {
        _messenger.markRefunded(source_, nonce, sender_, message);
    }
}

/// @notice Returns or reverts with a lot of data, or burns all gas.
contract Bomb {
    function give(uint256 size) external pure {
        assembly {
            return(0, size)
        }
    }

    function revertWith(uint256 size) external pure {
        assembly {
            revert(0, size)
        }
    }

    function burn() external pure {
        assembly {
            invalid()
        }
    }
}

/// @notice Calls back with whatever it is told, and passes on the failure.
contract Caller {
    function run(address target, bytes calldata data) external {
        (bool success, bytes memory returnData) = target.call(data);
        if (!success) {
            assembly {
                revert(add(returnData, 32), mload(returnData))
            }
        }
    }
}
