// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Batches} from "./Batches.sol";
import {Bond} from "./Bond.sol";
import {Claims} from "./Claims.sol";
import {Equivocations} from "./Equivocations.sol";
import {Payouts} from "./Payouts.sol";

/// @title Prove, or be slashed
/// @notice Anybody can demand that a batch be proven, for a bond that pays whoever proves it. A batch that is not proven
/// in time is void with all behind it, and the sequencer loses its penalty. What is proven is not demanded again.
contract Challenges is Equivocations, Payouts {
    /// @notice What demands cost and how long things take.
    struct Terms {
        /// Gas that a proof takes, measured; a demand pays half as much again at the block's base fee.
        uint256 proveGas;
        /// Least wei that a demand pays.
        uint256 leastDemand;
        /// Time to prove, at least {SHORTEST_PERIOD}.
        uint256 provePeriod;
        /// Wei that an offence costs.
        uint256 penalty;
    }

    struct Demand {
        address by;
        uint48 deadline;
        uint256 amount;
    }

    uint256 public constant SHORTEST_PERIOD = 12 hours;

    Batches public immutable batches;
    Bond public immutable bond;
    uint256 public immutable proveGas;
    uint256 public immutable leastDemand;
    uint256 public immutable provePeriod;
    uint256 public immutable penalty;

    /// @notice Demands that are neither answered nor expired nor void.
    uint256 public openDemands;
    /// @notice The open demand of a batch.
    mapping(bytes32 batchHash => Demand) public demandOf;

    event Demanded(uint64 indexed number, bytes32 indexed batchHash, address indexed by, uint256 deadline);
    event Answered(bytes32 indexed batchHash, address indexed prover, uint256 amount);
    event Expired(uint64 indexed number, bytes32 indexed batchHash, address indexed by);
    event Released(bytes32 indexed batchHash, address indexed by);

    error BadTerms();
    error NotDemandable(uint64 number);
    error DemandTooSmall(uint256 needed);
    error AlreadyDemanded();
    error NotDemanded();
    error NotProven(uint64 number);
    error ProvePeriodOpen(uint256 until);
    error BatchStands(uint64 number);

    constructor(Batches batches_, Bond bond_, Terms memory terms) {
        if (terms.provePeriod < SHORTEST_PERIOD) revert BadTerms();
        if (terms.penalty == 0 || terms.penalty > bond_.minimum()) revert BadTerms();
        (batches, bond) = (batches_, bond_);
        (proveGas, leastDemand) = (terms.proveGas, terms.leastDemand);
        (provePeriod, penalty) = (terms.provePeriod, terms.penalty);
    }

    /// @notice Demand that a claimed batch be proven, paying at least {demandPrice}.
    function demandProof(uint64 number) external payable {
        if (batches.status(number) != Batches.Status.Claimed) revert NotDemandable(number);
        if (msg.value < demandPrice()) revert DemandTooSmall(demandPrice());
        bytes32 batchHash = batches.batchAt(number).batchHash;
        if (demandOf[batchHash].by != address(0)) revert AlreadyDemanded();
        uint48 deadline = uint48(block.timestamp + provePeriod);
        demandOf[batchHash] = Demand(msg.sender, deadline, msg.value);
        ++openDemands;
        emit Demanded(number, batchHash, msg.sender, deadline);
    }

    /// @notice Pay the prover of a batch that was demanded. Anybody may.
    function answer(uint64 number) external {
        Batches.Accepted memory a = batches.batchAt(number);
        if (a.provenBy == address(0)) revert NotProven(number);
        Demand memory demand = _close(a.batchHash);
        _credit(a.provenBy, demand.amount);
        emit Answered(a.batchHash, a.provenBy, demand.amount);
    }

    /// @notice Void a batch whose proof is overdue, and all behind it. Anybody may.
    function expire(Claims.Batch calldata batch) external {
        bytes32 batchHash = Claims.hash(batch);
        Demand memory demand = _close(batchHash);
        if (block.timestamp <= demand.deadline) revert ProvePeriodOpen(demand.deadline);
        _credit(demand.by, demand.amount);
        emit Expired(batch.number, batchHash, demand.by);
        batches.voidBatch(batch);
        bond.slash(penalty, demand.by);
    }

    /// @notice Give back a demand on a batch that was voided with another one. Anybody may.
    function release(Claims.Batch calldata batch) external {
        bytes32 batchHash = Claims.hash(batch);
        bool stands = batches.status(batch.number) != Batches.Status.None
            && batches.batchAt(batch.number).batchHash == batchHash;
        if (stands) revert BatchStands(batch.number);
        Demand memory demand = _close(batchHash);
        _credit(demand.by, demand.amount);
        emit Released(batchHash, demand.by);
    }

    /// @notice Wei that a demand costs now.
    function demandPrice() public view returns (uint256) {
        uint256 price = proveGas * block.basefee * 3 / 2;
        return price > leastDemand ? price : leastDemand;
    }

    /// @notice Whether a batch has to be proven or be void.
    function isOpen(uint64 number) external view returns (bool) {
        return demandOf[batches.batchAt(number).batchHash].by != address(0);
    }

    function _close(bytes32 batchHash) private returns (Demand memory demand) {
        demand = demandOf[batchHash];
        if (demand.by == address(0)) revert NotDemanded();
        delete demandOf[batchHash];
        --openDemands;
    }

    function _batches() internal view override returns (Batches) {
        return batches;
    }

    function _punish(address accuser) internal override {
        bond.slash(penalty, accuser);
    }
}
