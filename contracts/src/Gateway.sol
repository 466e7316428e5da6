// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC7802} from "@openzeppelin/contracts/interfaces/draft-IERC7802.sol";
import {Credit} from "./Credit.sol";
import {Messenger} from "./Messenger.sol";

/// @title A chain's door to the lockbox on L1
/// @notice What the lockbox has locked is minted here; what is burnt here the lockbox releases, once the batch with the
/// message is final. A token may leave through another chain than it came in by.
contract Gateway is Credit {
    Messenger public immutable messenger;
    uint256 public immutable l1ChainId;
    address public immutable lockbox;

    event Entered(address indexed token, address indexed from, address indexed to, uint256 amount);
    event ExitRequested(address indexed token, address indexed from, address indexed to, uint256 amount);
    event EntryRefunded(address indexed token, address indexed from, uint256 amount);

    error ZeroAddress();
    error OnlyMessenger();
    error OnlyLockbox(address sender, uint256 source);

    constructor(Messenger messenger_, uint256 l1ChainId_, address lockbox_, uint120 defaultCredit_)
        Credit(messenger_.registrar(), defaultCredit_)
    {
        (messenger, l1ChainId, lockbox) = (messenger_, l1ChainId_, lockbox_);
    }

    /// @notice Mint what the lockbox has locked. Only for its messages.
    function enter(address token, address from, address to, uint256 amount) external {
        if (msg.sender != address(messenger)) revert OnlyMessenger();
        (address sender, uint256 source) = messenger.crossDomainMessageContext();
        if (sender != lockbox || source != l1ChainId) revert OnlyLockbox(sender, source);
        _useCredit(token, amount);
        IERC7802(token).crosschainMint(to, amount);
        emit Entered(token, from, to, amount);
    }

    /// @notice Burn the caller's tokens and ask the lockbox to release the same amount for to.
    function exit(address token, address to, uint256 amount) external returns (bytes32 messageHash) {
        if (to == address(0)) revert ZeroAddress();
        IERC7802(token).crosschainBurn(msg.sender, amount);
        messageHash = messenger.sendMessage(l1ChainId, lockbox, abi.encode(token, to, amount));
        emit ExitRequested(token, msg.sender, to, amount);
    }

    /// @notice Send an entry that failed here back to who made it. Anybody may, once.
    /// @param nonce Of the entry's message.
    function refundEntry(uint256 nonce, address token, address from, address to, uint256 amount)
        external
        returns (bytes32 messageHash)
    {
        messenger.markRefunded(l1ChainId, nonce, lockbox, abi.encodeCall(this.enter, (token, from, to, amount)));
        messageHash = messenger.sendMessage(l1ChainId, lockbox, abi.encode(token, from, amount));
        emit EntryRefunded(token, from, amount);
    }

    function _controller() internal view override returns (address) {
        return messenger.registrar();
    }
}
