// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC7802} from "@openzeppelin/contracts/interfaces/draft-IERC7802.sol";
import {Credit} from "./Credit.sol";
import {Messenger} from "./Messenger.sol";

/// @title Burns ERC-7802 tokens on one chain and mints them on another
/// @notice A token must have the same address, and be the same token, on every chain where it trusts this bridge: it
/// is the token that decides who may mint it. Mints stay within the token's {Credit}.
contract TokenBridge is Credit {
    /// @notice The messenger that carries the transfers.
    Messenger public immutable messenger;

    event SendERC20(
        address indexed token, address indexed from, address indexed to, uint256 amount, uint256 destination
    );
    event RelayERC20(address indexed token, address indexed from, address indexed to, uint256 amount, uint256 source);
    /// @notice A failed transfer was sent back to the chain it came from.
    event RefundERC20(address indexed token, address indexed from, uint256 amount, uint256 source);
    /// @notice A transfer that had failed came back to its sender.
    event RefundedERC20(address indexed token, address indexed from, uint256 amount, uint256 destination);

    error ZeroAddress();
    error OnlyMessenger();
    error OnlyBridge(address sender);

    /// @param confirmer_ Says which mints are final on L1; the messenger's registrar sets credits.
    constructor(Messenger messenger_, address confirmer_, uint120 defaultCredit_) Credit(confirmer_, defaultCredit_) {
        messenger = messenger_;
    }

    /// @notice Burn the caller's tokens and ask for the same amount for to on chain chainId.
    function sendERC20(address token, address to, uint256 amount, uint256 chainId)
        external
        returns (bytes32 messageHash)
    {
        if (to == address(0)) revert ZeroAddress();
        IERC7802(token).crosschainBurn(msg.sender, amount);
        messageHash = messenger.sendMessage(
            chainId, address(this), abi.encodeCall(this.relayERC20, (token, msg.sender, to, amount))
        );
        emit SendERC20(token, msg.sender, to, amount, chainId);
    }

    /// @notice Mint what was burned on the source. Only for messages of this bridge.
    function relayERC20(address token, address from, address to, uint256 amount) external {
        uint256 source = _requireBridge();
        _useCredit(token, amount);
        IERC7802(token).crosschainMint(to, amount);
        emit RelayERC20(token, from, to, amount, source);
    }

    /// @notice Send a transfer that failed here back to its sender. Anybody may, once; the transfer can then not be
    /// retried. Only the transfer itself can be refunded: a refund that fails can be retried, but never refunded.
    /// @param source Chain that the transfer came from.
    /// @param nonce Nonce of its message.
    function refundERC20(uint256 source, uint256 nonce, address token, address from, address to, uint256 amount)
        external
        returns (bytes32 messageHash)
    {
        messenger.markRefunded(source, nonce, address(this), abi.encodeCall(this.relayERC20, (token, from, to, amount)));
        messageHash =
            messenger.sendMessage(source, address(this), abi.encodeCall(this.relayRefund, (token, from, amount)));
        emit RefundERC20(token, from, amount, source);
    }

    /// @notice Mint again what was burned here for a transfer that failed. Only for messages of this bridge.
    function relayRefund(address token, address from, uint256 amount) external {
        uint256 destination = _requireBridge();
        _useCredit(token, amount);
        IERC7802(token).crosschainMint(from, amount);
        emit RefundedERC20(token, from, amount, destination);
    }

    function _controller() internal view override returns (address) {
        return messenger.registrar();
    }

    /// @dev The message must come from this bridge's own address on the other chain.
    function _requireBridge() private view returns (uint256 source) {
        if (msg.sender != address(messenger)) revert OnlyMessenger();
        address sender;
        (sender, source) = messenger.crossDomainMessageContext();
        if (sender != address(this)) revert OnlyBridge(sender);
    }
}
