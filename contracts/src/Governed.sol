// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Who decides on L1, for ever
/// @notice The governor names chains, pairs and signers. The guardian stops new batches at once and lets them go on
/// after an announced delay. Neither can move a bond, accept a batch, or change who they are.
abstract contract Governed {
    /// @notice Time between the announcement that batches go on and their going on.
    uint256 public constant UNPAUSE_DELAY = 1 days;

    address public immutable governor;
    address public immutable guardian;

    /// @notice Whether new batches are refused. Proofs, demands and finality go on.
    bool public paused;
    /// @notice When {unpause} may be called; zero while it is not announced.
    uint64 public unpauseTime;

    event Paused();
    event UnpauseAnnounced(uint256 time);
    event Unpaused();

    error OnlyGovernor();
    error OnlyGuardian();
    error ZeroAddress();
    error BatchesPaused();
    error NotPaused();
    error UnpauseNotDue(uint256 time);

    modifier onlyGovernor() {
        if (msg.sender != governor) revert OnlyGovernor();
        _;
    }

    modifier onlyGuardian() {
        if (msg.sender != guardian) revert OnlyGuardian();
        _;
    }

    constructor(address governor_, address guardian_) {
        if (governor_ == address(0) || guardian_ == address(0)) revert ZeroAddress();
        governor = governor_;
        guardian = guardian_;
    }

    /// @notice Refuse new batches from now on. Takes back an announced unpause.
    function pause() external onlyGuardian {
        paused = true;
        unpauseTime = 0;
        emit Paused();
    }

    /// @notice Say that {unpause} will be called, not before {UNPAUSE_DELAY} from now.
    function announceUnpause() external onlyGuardian {
        if (!paused) revert NotPaused();
        unpauseTime = uint64(block.timestamp + UNPAUSE_DELAY);
        emit UnpauseAnnounced(unpauseTime);
    }

    /// @notice Accept batches again, after an announcement and its delay.
    function unpause() external onlyGuardian {
        if (!paused) revert NotPaused();
        if (unpauseTime == 0 || block.timestamp < unpauseTime) revert UnpauseNotDue(unpauseTime);
        paused = false;
        unpauseTime = 0;
        emit Unpaused();
    }

    function _requireNotPaused() internal view {
        if (paused) revert BatchesPaused();
    }
}
