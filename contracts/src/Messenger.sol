// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Message, Messages} from "./Messages.sol";
import {Peers} from "./Peers.sol";

/// @title Messages between the chains of one deployment
/// @notice Records what is sent and what is received in the trees of {RootStore}, and calls targets. It has one
/// address on every chain, no owner, no proxy, and never delegates.
///
/// The receiving side accepts exactly the next nonce of a pair, so order, completeness and replay protection are one
/// check. It appends the leaf before it calls the target; a failing target does not undo that. The failure is
/// recorded and anybody may retry it: no message can block its pair.
contract Messenger is Peers {
    /// @notice Where a message's log is: emitter, block, log index in the block, timestamp, chain.
    /// @dev No root binds it; only origin and chain id are checked, and targets never see it.
    struct Identifier {
        address origin;
        uint256 blockNumber;
        uint256 logIndex;
        uint256 timestamp;
        uint256 chainId;
    }

    /// @notice What became of a message on its destination.
    enum State {
        None,
        Failed,
        Done,
        Refunded
    }

    /// @dev A hash can come again in a later generation of its pair. Each of its failures stays open for one retry or
    /// refund of its own, so they are counted.
    struct Outcome {
        State settled;
        uint248 failures;
    }

    /// @notice Most hops a message can cause, the first one included.
    uint256 public constant MAX_DEPTH = 8;
    /// @notice Most bytes of a message. Its relay fits into every block that the sequencer makes, also where the message
    /// was sent by a transaction that nobody could refuse: none can stop its pair by its size.
    uint256 public constant MAX_MESSAGE = 32_768;
    /// @notice Most bytes of a target's return data that are returned, hashed or logged.
    uint256 public constant MAX_RETURN_DATA = 256;
    /// @notice Gas kept back from a target, enough to record its failure.
    uint256 public constant GAS_RESERVE = 40_000;

    /// @notice Binds leaves to one L1 and one Settlement contract: keccak256(abi.encode(l1ChainId, settlement)).
    bytes32 public immutable deploymentId;

    mapping(bytes32 messageHash => Outcome) private _outcomes;

    /// @dev Hop count of the relay that runs, zero outside a relay.
    uint256 private transient _depth;
    /// @dev Context of the message that is being delivered. The source is zero outside a delivery.
    uint256 private transient _contextSource;
    address private transient _contextSender;

    /// @notice A message was sent; the signature is that of OP interop.
    event SentMessage(
        uint256 indexed destination, address indexed target, uint256 indexed messageNonce, address sender, bytes message
    );
    /// @notice A message was received, and its target called with success.
    /// @param returnDataHash Hash of at most the first {MAX_RETURN_DATA} bytes that the target returned.
    event RelayedMessage(
        uint256 indexed source, uint256 indexed messageNonce, bytes32 indexed messageHash, bytes32 returnDataHash
    );
    /// @notice A message was received, but its target failed or was not called.
    event FailedRelayedMessage(
        uint256 indexed source, uint256 indexed messageNonce, bytes32 indexed messageHash, bytes returnData
    );
    /// @notice A message that had failed was delivered. No leaf is appended.
    event RetriedMessage(uint256 indexed source, uint256 indexed messageNonce, bytes32 indexed messageHash);
    /// @notice The target of a failed message took it back.
    event RefundedMessage(uint256 indexed source, uint256 indexed messageNonce, bytes32 indexed messageHash);

    error ReservedTarget(address target);
    error MessageTooLong(uint256 length);
    error NotRelayer(address account);
    error ValueNotAccepted();
    error NotSentMessage();
    error WrongOrigin(address origin);
    error WrongDestination(uint256 destination);
    error WrongNonce(uint256 expected, uint256 given);
    error DepthOutOfRange(uint256 depth);
    error AlreadyDelivering();
    error NotDelivering();
    error NotFailed(bytes32 messageHash);
    error NotEnoughGas(uint256 available);

    constructor(address registrar_, address guardian_, bytes32 deploymentId_) Peers(registrar_, guardian_) {
        deploymentId = deploymentId_;
    }

    /// @notice Ask that target on chain destination be called with message.
    /// @dev Inside a relay this is the next hop of the same bundle, so the hop count bounds it.
    /// @return messageHash Name of the message on both chains.
    function sendMessage(uint256 destination, address target, bytes calldata message)
        external
        returns (bytes32 messageHash)
    {
        _requireNotPaused();
        if (destination == block.chainid) revert OwnChain();
        if (_reserved(target)) revert ReservedTarget(target);
        if (message.length > MAX_MESSAGE) revert MessageTooLong(message.length);
        if (_depth >= MAX_DEPTH) revert DepthOutOfRange(_depth + 1);

        uint256 current = _openGeneration(_outbound[destination], destination);
        (uint256 nonce,) = rootStore.outboundTree(destination, current);
        messageHash = Messages.hash(Message(destination, block.chainid, nonce, msg.sender, target, message));
        rootStore.appendOutbound(destination, current, _leaf(current, messageHash));
        unchecked {
            ++_status.sent;
        }
        emit SentMessage(destination, target, nonce, msg.sender, message);
    }

    /// @notice Receive the next message of a pair as its first hop, and deliver it.
    /// @param sentMessage Topics and data of the {SentMessage} log, concatenated.
    /// @return returnData At most {MAX_RETURN_DATA} bytes of what the target returned or reverted with.
    function relayMessage(Identifier calldata id, bytes calldata sentMessage)
        external
        payable
        returns (bytes memory returnData)
    {
        if (msg.value != 0) revert ValueNotAccepted();
        return _relay(id, sentMessage, 1);
    }

    /// @notice As {relayMessage}, for a message that was sent while another one was relayed.
    /// @param depth Hop count of the message, 1 to {MAX_DEPTH}.
    function relayNested(Identifier calldata id, bytes calldata sentMessage, uint256 depth)
        external
        returns (bytes memory returnData)
    {
        if (depth == 0 || depth > MAX_DEPTH) revert DepthOutOfRange(depth);
        return _relay(id, sentMessage, depth);
    }

    /// @notice Receive the next message of a pair without delivering it. It counts as failed, for anybody to retry.
    function relayOwed(Identifier calldata id, bytes calldata sentMessage) external {
        (Message memory m, bytes32 messageHash) = _receive(id, sentMessage);
        _recordFailure(m, messageHash, "");
    }

    /// @notice Deliver a message that has failed. Anybody may; a failure reverts.
    function retryMessage(uint256 source, uint256 nonce, address sender, address target, bytes calldata message)
        external
    {
        _requireNotPaused();
        if (_reserved(target)) revert ReservedTarget(target);
        Message memory m = Message(block.chainid, source, nonce, sender, target, message);
        bytes32 messageHash = Messages.hash(m);
        _settle(messageHash, State.Done);
        (bool success, bytes memory returnData) = _deliver(m, gasleft());
        if (!success) {
            assembly ("memory-safe") {
                revert(add(returnData, 32), mload(returnData))
            }
        }
        emit RetriedMessage(source, nonce, messageHash);
    }

    /// @notice For the target of a failed message: take it back, once, so that it can never be delivered.
    /// @return messageHash The message's hash, made with the caller as its target.
    function markRefunded(uint256 source, uint256 nonce, address sender, bytes calldata message)
        external
        returns (bytes32 messageHash)
    {
        messageHash = Messages.hash(Message(block.chainid, source, nonce, sender, msg.sender, message));
        _settle(messageHash, State.Refunded);
        emit RefundedMessage(source, nonce, messageHash);
    }

    /// @notice Number of messages this chain has sent, over all destinations.
    function messageNonce() external view returns (uint256) {
        return _status.sent;
    }

    /// @notice Nonce of the next message to destination, in the pair's current generation.
    function messageNonce(uint256 destination) external view returns (uint256 nonce) {
        (nonce,) = rootStore.outboundTree(destination, _outbound[destination].generation);
    }

    /// @notice What became of a message sent to this chain.
    function messageState(bytes32 messageHash) public view returns (State) {
        Outcome storage outcome = _outcomes[messageHash];
        return outcome.failures > 0 ? State.Failed : outcome.settled;
    }

    /// @notice Whether a message sent to this chain was delivered.
    function successfulMessages(bytes32 messageHash) external view returns (bool) {
        return messageState(messageHash) == State.Done;
    }

    /// @notice Sender and source of the message that is being delivered. Reverts outside a delivery.
    function crossDomainMessageContext() external view returns (address sender, uint256 source) {
        return (crossDomainMessageSender(), _contextSource);
    }

    /// @notice Sender of the message that is being delivered. Reverts outside a delivery.
    function crossDomainMessageSender() public view returns (address) {
        if (_contextSource == 0) revert NotDelivering();
        return _contextSender;
    }

    /// @notice Chain that the message being delivered comes from. Reverts outside a delivery.
    function crossDomainMessageSource() external view returns (uint256) {
        if (_contextSource == 0) revert NotDelivering();
        return _contextSource;
    }

    function _relay(Identifier calldata id, bytes calldata sentMessage, uint256 depth)
        private
        returns (bytes memory returnData)
    {
        (Message memory m, bytes32 messageHash) = _receive(id, sentMessage);
        bool success;
        if (!_reserved(m.target)) {
            uint256 available = gasleft();
            if (available <= 2 * GAS_RESERVE) revert NotEnoughGas(available);
            _depth = depth;
            (success, returnData) = _deliver(m, available - GAS_RESERVE);
            _depth = 0;
        }
        if (success) {
            _outcomes[messageHash].settled = State.Done;
            emit RelayedMessage(m.source, m.nonce, messageHash, keccak256(returnData));
        } else {
            _recordFailure(m, messageHash, returnData);
        }
    }

    /// @dev Checks that this is the pair's next message and appends its leaf. After this nothing about the message
    /// itself may revert.
    function _receive(Identifier calldata id, bytes calldata sentMessage)
        private
        returns (Message memory m, bytes32 messageHash)
    {
        _requireNotPaused();
        if (_contextSource != 0) revert AlreadyDelivering();
        if (!relayers[msg.sender]) revert NotRelayer(msg.sender);
        if (id.origin != address(this)) revert WrongOrigin(id.origin);
        uint256 current = _openGeneration(_inbound[id.chainId], id.chainId);

        m = _decode(sentMessage);
        m.source = id.chainId;
        if (m.destination != block.chainid) revert WrongDestination(m.destination);
        messageHash = Messages.hash(m);
        uint256 index = rootStore.appendInbound(id.chainId, current, _leaf(current, messageHash));
        if (index != m.nonce) revert WrongNonce(index, m.nonce);
    }

    /// @dev Calls the target in the message's context, one delivery at a time. Copies a bounded part of what it
    /// returns, so that a target cannot use up the reserve.
    function _deliver(Message memory m, uint256 gasLimit) private returns (bool success, bytes memory returnData) {
        if (_contextSource != 0) revert AlreadyDelivering();
        _contextSource = m.source;
        _contextSender = m.sender;
        address target = m.target;
        bytes memory data = m.data;
        returnData = new bytes(MAX_RETURN_DATA);
        assembly ("memory-safe") {
            success := call(gasLimit, target, 0, add(data, 32), mload(data), 0, 0)
            let size := returndatasize()
            if lt(size, mload(returnData)) { mstore(returnData, size) }
            returndatacopy(add(returnData, 32), 0, mload(returnData))
        }
        _contextSource = 0;
        _contextSender = address(0);
    }

    function _recordFailure(Message memory m, bytes32 messageHash, bytes memory returnData) private {
        ++_outcomes[messageHash].failures;
        emit FailedRelayedMessage(m.source, m.nonce, messageHash, returnData);
    }

    /// @dev Uses up one failure of the message.
    function _settle(bytes32 messageHash, State settled) private {
        Outcome storage outcome = _outcomes[messageHash];
        if (outcome.failures == 0) revert NotFailed(messageHash);
        --outcome.failures;
        outcome.settled = settled;
    }

    /// @dev The messenger has the same address on both chains.
    function _leaf(uint256 generation_, bytes32 messageHash) private view returns (bytes32) {
        return Messages.leaf(deploymentId, generation_, address(this), address(this), messageHash);
    }

    /// @dev A call to one of these in the messenger's name could write leaves: never made.
    function _reserved(address target) private view returns (bool) {
        return target == address(this) || target == address(rootStore);
    }

    function _decode(bytes calldata sentMessage) private pure returns (Message memory m) {
        if (sentMessage.length < 128 || bytes32(sentMessage) != SentMessage.selector) revert NotSentMessage();
        (m.destination, m.target, m.nonce) = abi.decode(sentMessage[32:128], (uint256, address, uint256));
        (m.sender, m.data) = abi.decode(sentMessage[128:], (address, bytes));
    }
}
