// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Batches} from "./Batches.sol";
import {Payouts} from "./Payouts.sol";

/// @title What the sequencer's operator stands to lose
/// @notice Only {Challenges} takes from it, and only as its rules say; a part of what is taken is burnt, so that nobody
/// gains by accusing himself. The operator gets it back after a delay, and not before all batches of that time are
/// final. Nobody else, the governor included, can move it.
contract Bond is Payouts {
    struct Withdrawal {
        uint256 amount;
        uint64 due;
        /// Last batch when the withdrawal was announced.
        uint64 batch;
    }

    address public constant BURNT = address(0xdEaD);

    Batches public immutable batches;
    address public immutable operator;
    /// @notice Wei that must be at stake, announced withdrawals not counted, for batches to be accepted.
    uint256 public immutable minimum;
    uint256 public immutable delay;
    uint256 public immutable burntPercent;

    /// @notice Wei at stake.
    uint256 public staked;
    Withdrawal public withdrawal;

    event Deposited(address indexed from, uint256 amount);
    event WithdrawalAnnounced(uint256 amount, uint256 due);
    event Withdrawn(uint256 amount);
    event Slashed(address indexed to, uint256 amount, uint256 burnt);

    error OnlyOperator();
    error OnlyChallenges();
    error BadTerms();
    error TooMuch(uint256 staked);
    error NotDue(uint256 due);
    error BatchesNotFinal(uint64 finalBatch);

    modifier onlyOperator() {
        if (msg.sender != operator) revert OnlyOperator();
        _;
    }

    constructor(Batches batches_, address operator_, uint256 minimum_, uint256 delay_, uint256 burntPercent_) {
        if (operator_ == address(0) || minimum_ == 0 || burntPercent_ > 100) revert BadTerms();
        (batches, operator) = (batches_, operator_);
        (minimum, delay, burntPercent) = (minimum_, delay_, burntPercent_);
    }

    /// @notice Put more at stake. Anybody may; it becomes the operator's.
    function deposit() external payable {
        staked += msg.value;
        emit Deposited(msg.sender, msg.value);
    }

    /// @notice Say that an amount will be taken out. It takes the place of an earlier announcement; zero takes it back.
    function announceWithdrawal(uint256 amount) external onlyOperator {
        if (amount > staked) revert TooMuch(staked);
        withdrawal = Withdrawal(amount, uint64(block.timestamp + delay), batches.latestBatch());
        emit WithdrawalAnnounced(amount, block.timestamp + delay);
    }

    /// @notice Take out what was announced, or what is left of it, after the delay. It is credited to the operator.
    function withdraw() external onlyOperator {
        Withdrawal memory w = withdrawal;
        if (w.amount == 0 || block.timestamp < w.due) revert NotDue(w.due);
        uint64 finalBatch = batches.finalBatch();
        // Batches of that time that were voided are none.
        if (finalBatch < w.batch && finalBatch < batches.latestBatch()) revert BatchesNotFinal(finalBatch);
        delete withdrawal;
        uint256 amount = w.amount < staked ? w.amount : staked;
        staked -= amount;
        _credit(operator, amount);
        emit Withdrawn(amount);
    }

    /// @notice Take an amount, or all there is: a part is burnt, the rest credited. Only for {Challenges}.
    function slash(uint256 amount, address to) external {
        if (msg.sender != batches.challenges()) revert OnlyChallenges();
        if (amount > staked) amount = staked;
        staked -= amount;
        uint256 burnt = amount * burntPercent / 100;
        _credit(to, amount - burnt);
        _send(BURNT, burnt);
        emit Slashed(to, amount, burnt);
    }

    /// @notice Whether enough is at stake for another batch.
    function covers() external view returns (bool) {
        return staked >= minimum + withdrawal.amount;
    }
}
