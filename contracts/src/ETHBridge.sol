// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Credit} from "./Credit.sol";
import {Messenger} from "./Messenger.sol";

/// @title Takes ETH in on one chain and pays it out of its own balance on another
/// @notice A stock chain cannot mint ETH, so payouts come from what the bridge holds there: earlier sends from that
/// chain, and liquidity given to it, and stay within the {Credit} of the zero address. Giving liquidity is a donation:
/// there are no shares and no way to take it out.
contract ETHBridge is Credit {
    /// @notice The messenger that carries the transfers.
    Messenger public immutable messenger;

    event SendETH(address indexed from, address indexed to, uint256 amount, uint256 destination);
    event RelayETH(address indexed from, address indexed to, uint256 amount, uint256 source);
    /// @notice A failed transfer was sent back to the chain it came from.
    event RefundETH(address indexed from, uint256 amount, uint256 source);
    /// @notice A transfer that had failed was paid back to its sender.
    event RefundedETH(address indexed from, uint256 amount, uint256 destination);
    /// @notice Liquidity was donated.
    event Deposit(address indexed from, uint256 amount);

    error ZeroAddress();
    error OnlyMessenger();
    error OnlyBridge(address sender);
    error DestinationLiquidity(uint256 available, uint256 needed);
    error PaymentFailed(address to);

    /// @param confirmer_ Says which payouts are final on L1; the messenger's registrar sets the credit.
    constructor(Messenger messenger_, address confirmer_, uint120 defaultCredit_) Credit(confirmer_, defaultCredit_) {
        messenger = messenger_;
    }

    /// @notice Donate liquidity. It cannot be taken back.
    receive() external payable {
        emit Deposit(msg.sender, msg.value);
    }

    /// @notice Donate liquidity. It cannot be taken back.
    function deposit() external payable {
        emit Deposit(msg.sender, msg.value);
    }

    /// @notice Take in the value sent and ask for the same amount for to on chain chainId.
    function sendETH(address to, uint256 chainId) external payable returns (bytes32 messageHash) {
        if (to == address(0)) revert ZeroAddress();
        messageHash =
            messenger.sendMessage(chainId, address(this), abi.encodeCall(this.relayETH, (msg.sender, to, msg.value)));
        emit SendETH(msg.sender, to, msg.value, chainId);
    }

    /// @notice Pay out what was taken in on the source. Only for messages of this bridge.
    function relayETH(address from, address to, uint256 amount) external {
        uint256 source = _requireBridge();
        _pay(to, amount);
        emit RelayETH(from, to, amount, source);
    }

    /// @notice Send a transfer that failed here back to its sender. Anybody may, once; the transfer can then not be
    /// retried. Only the transfer itself can be refunded: a refund that fails can be retried, but never refunded.
    /// @param source Chain that the transfer came from.
    /// @param nonce Nonce of its message.
    function refundETH(uint256 source, uint256 nonce, address from, address to, uint256 amount)
        external
        returns (bytes32 messageHash)
    {
        messenger.markRefunded(source, nonce, address(this), abi.encodeCall(this.relayETH, (from, to, amount)));
        messageHash = messenger.sendMessage(source, address(this), abi.encodeCall(this.relayRefund, (from, amount)));
        emit RefundETH(from, amount, source);
    }

    /// @notice Pay back what was taken in here for a transfer that failed. Only for messages of this bridge.
    function relayRefund(address from, uint256 amount) external {
        uint256 destination = _requireBridge();
        _pay(from, amount);
        emit RefundedETH(from, amount, destination);
    }

    /// @dev Copies nothing of what the receiver returns.
    function _pay(address to, uint256 amount) private {
        if (address(this).balance < amount) revert DestinationLiquidity(address(this).balance, amount);
        _useCredit(address(0), amount);
        bool success;
        assembly ("memory-safe") {
            success := call(gas(), to, amount, 0, 0, 0, 0)
        }
        if (!success) revert PaymentFailed(to);
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
