// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {RootStore} from "./RootStore.sol";

/// @title Who may talk: peers, relayers, pause
/// @notice The registrar opens and closes pairs and names relayers. The guardian stops everything at once, and can
/// let it go on only after an announced delay. Neither can write a leaf, nor change who they are.
abstract contract Peers {
    /// @dev One direction of one peer.
    struct Channel {
        uint248 generation;
        bool open;
    }

    /// @dev One slot, because every send reads the first two and writes the third.
    struct Status {
        bool paused;
        uint64 unpauseTime;
        uint128 sent;
    }

    /// @notice Time between the announcement of an unpause and the unpause.
    uint256 public constant UNPAUSE_DELAY = 1 days;

    /// @notice Opens and closes pairs, registers relayers.
    address public immutable registrar;
    /// @notice Pauses and unpauses.
    address public immutable guardian;
    /// @notice The message trees, written by this contract only.
    RootStore public immutable rootStore;

    /// @notice Accounts that may relay.
    mapping(address account => bool registered) public relayers;

    mapping(uint256 peer => Channel) internal _outbound;
    mapping(uint256 peer => Channel) internal _inbound;
    Status internal _status;

    event PeerOpened(bool indexed inbound, uint256 indexed peer, uint256 indexed generation);
    event PeerClosed(bool indexed inbound, uint256 indexed peer, uint256 indexed generation);
    event RelayerSet(address indexed relayer, bool registered);
    event Paused();
    event UnpauseAnnounced(uint256 time);
    event Unpaused();

    error OnlyRegistrar();
    error OnlyGuardian();
    error ZeroAddress();
    error OwnChain();
    error PeerNotOpen(uint256 peer);
    error PeerAlreadyOpen(uint256 peer);
    error WrongGeneration(uint256 expected, uint256 given);
    error MessengerPaused();
    error NotPaused();
    error UnpauseNotDue(uint256 time);

    modifier onlyRegistrar() {
        if (msg.sender != registrar) revert OnlyRegistrar();
        _;
    }

    modifier onlyGuardian() {
        if (msg.sender != guardian) revert OnlyGuardian();
        _;
    }

    constructor(address registrar_, address guardian_) {
        if (registrar_ == address(0) || guardian_ == address(0)) revert ZeroAddress();
        registrar = registrar_;
        guardian = guardian_;
        rootStore = new RootStore();
    }

    /// @notice Accept messages of peer. Done on the receiving chain before {openOutbound} on the sending one.
    /// @param generation_ 1 for a new peer, one more each time the pair is opened again.
    function openInbound(uint256 peer, uint256 generation_) external onlyRegistrar {
        _open(true, peer, generation_);
    }

    /// @notice Let messages to peer be sent.
    /// @param generation_ 1 for a new peer, one more each time the pair is opened again.
    function openOutbound(uint256 peer, uint256 generation_) external onlyRegistrar {
        _open(false, peer, generation_);
    }

    /// @notice Stop sends to peer. Done before {closeInbound} on the receiving chain.
    function closeOutbound(uint256 peer) external onlyRegistrar {
        _close(false, peer);
    }

    /// @notice Stop accepting messages of peer. Failed ones can still be retried.
    function closeInbound(uint256 peer) external onlyRegistrar {
        _close(true, peer);
    }

    /// @notice Register or remove a relayer account.
    function setRelayer(address relayer, bool registered) external onlyRegistrar {
        if (relayer == address(0)) revert ZeroAddress();
        relayers[relayer] = registered;
        emit RelayerSet(relayer, registered);
    }

    /// @notice Stop sends, relays and retries now. Takes back an announced unpause.
    function pause() external onlyGuardian {
        _status.paused = true;
        _status.unpauseTime = 0;
        emit Paused();
    }

    /// @notice Say that {unpause} will be called, not before {UNPAUSE_DELAY} from now.
    function announceUnpause() external onlyGuardian {
        if (!_status.paused) revert NotPaused();
        uint64 time = uint64(block.timestamp + UNPAUSE_DELAY);
        _status.unpauseTime = time;
        emit UnpauseAnnounced(time);
    }

    /// @notice Go on, after an announcement and its delay.
    function unpause() external onlyGuardian {
        if (!_status.paused) revert NotPaused();
        uint256 time = _status.unpauseTime;
        if (time == 0 || block.timestamp < time) revert UnpauseNotDue(time);
        _status.paused = false;
        _status.unpauseTime = 0;
        emit Unpaused();
    }

    /// @notice Whether sends, relays and retries are stopped.
    function paused() external view returns (bool) {
        return _status.paused;
    }

    /// @notice When {unpause} may be called; zero while it is not announced.
    function unpauseTime() external view returns (uint256) {
        return _status.unpauseTime;
    }

    /// @notice Current generation of one direction of a peer; zero where it was never opened.
    function generation(bool inbound, uint256 peer) external view returns (uint256) {
        return _channel(inbound, peer).generation;
    }

    /// @notice Whether one direction of a peer is open.
    function isOpen(bool inbound, uint256 peer) external view returns (bool) {
        return _channel(inbound, peer).open;
    }

    function _requireNotPaused() internal view {
        if (_status.paused) revert MessengerPaused();
    }

    /// @dev Generation of an open channel.
    function _openGeneration(Channel storage channel, uint256 peer) internal view returns (uint256) {
        if (!channel.open) revert PeerNotOpen(peer);
        return channel.generation;
    }

    function _channel(bool inbound, uint256 peer) private view returns (Channel storage) {
        return inbound ? _inbound[peer] : _outbound[peer];
    }

    function _open(bool inbound, uint256 peer, uint256 generation_) private {
        if (peer == block.chainid) revert OwnChain();
        Channel storage channel = _channel(inbound, peer);
        if (channel.open) revert PeerAlreadyOpen(peer);
        uint248 next = channel.generation + 1;
        if (generation_ != next) revert WrongGeneration(next, generation_);
        channel.generation = next;
        channel.open = true;
        rootStore.open(inbound, peer, next);
        emit PeerOpened(inbound, peer, next);
    }

    function _close(bool inbound, uint256 peer) private {
        Channel storage channel = _channel(inbound, peer);
        uint256 current = _openGeneration(channel, peer);
        channel.open = false;
        emit PeerClosed(inbound, peer, current);
    }
}
