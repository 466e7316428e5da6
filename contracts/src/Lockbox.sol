// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Batches} from "./Batches.sol";
import {MessageProof} from "./BatchTree.sol";
import {ChainProofs} from "./ChainProofs.sol";
import {Gateway} from "./Gateway.sol";
import {Message, Messages} from "./Messages.sol";
import {Messenger} from "./Messenger.sol";

/// @title L1's tokens while they are on the chains of the set
/// @notice Locks what enters, by a message of the pair from L1, and releases what was burnt on a chain, by a message of
/// the pair to L1 that is proven against a final batch. More than entered may leave through one chain, since tokens move
/// between chains; how much more is capped per chain and token.
contract Lockbox {
    using SafeERC20 for IERC20;

    /// @notice A token on one chain.
    struct Line {
        address l2Token;
        /// How much more may leave through the chain than entered by it.
        uint256 cap;
        uint256 entered;
        uint256 released;
    }

    /// @notice A message to this contract, and where it is settled.
    struct Exit {
        uint64 batch;
        address token;
        address to;
        uint256 amount;
        MessageProof proof;
    }

    Batches public immutable batches;
    ChainProofs public immutable prover;
    /// @notice L1's messenger, at the address that it has on every chain.
    Messenger public immutable messenger;

    /// @notice The gateway of a chain.
    mapping(uint256 chainId => address) public gatewayOf;
    mapping(uint256 chainId => mapping(address token => Line)) public lines;
    /// @notice The L1 token that a token of a chain stands for: one only.
    mapping(uint256 chainId => mapping(address l2Token => address)) public tokenOf;
    /// @notice Whether a message was acted on, by its leaf.
    mapping(bytes32 leaf => bool) public done;

    event GatewayListed(uint256 indexed chainId, address gateway);
    event TokenListed(uint256 indexed chainId, address indexed token, address l2Token, uint256 cap);
    event Entered(uint256 indexed chainId, address indexed token, address indexed from, address to, uint256 amount);
    event Released(uint256 indexed chainId, address indexed token, address indexed to, uint256 amount);

    error OnlyGovernor();
    error ZeroAddress();
    error AlreadyListed();
    error NotListed(uint256 chainId, address token);
    error CodeNotShown(uint256 chainId, address account);
    error NotFinal(uint64 batch);
    error NotAnExit();
    error NotProven();
    error AlreadyDone(bytes32 leaf);
    error CapReached(uint256 left, uint256 needed);

    modifier onlyGovernor() {
        if (msg.sender != batches.governor()) revert OnlyGovernor();
        _;
    }

    constructor(Batches batches_, ChainProofs prover_, Messenger messenger_) {
        (batches, prover, messenger) = (batches_, prover_, messenger_);
    }

    /// @notice Name a chain's gateway, once. Its code was shown on L1.
    function listGateway(uint256 chainId, address gateway) external onlyGovernor {
        if (gatewayOf[chainId] != address(0)) revert AlreadyListed();
        _requireShown(chainId, gateway);
        gatewayOf[chainId] = gateway;
        emit GatewayListed(chainId, gateway);
    }

    /// @notice Name the token that stands for an L1 token on a chain, once, with code that was shown on L1; or change
    /// the cap of one that is named.
    function listToken(uint256 chainId, address token, address l2Token, uint128 cap) external onlyGovernor {
        Line storage line = lines[chainId][token];
        if (line.l2Token == address(0)) {
            _requireShown(chainId, l2Token);
            if (tokenOf[chainId][l2Token] != address(0)) revert AlreadyListed();
            (line.l2Token, tokenOf[chainId][l2Token]) = (l2Token, token);
        } else if (line.l2Token != l2Token) {
            revert AlreadyListed();
        }
        line.cap = cap;
        emit TokenListed(chainId, token, l2Token, cap);
    }

    /// @notice Lock the caller's tokens and ask for as many for to on a chain: what arrives here, where a token takes a
    /// part of what is transferred.
    function enter(uint256 chainId, address token, address to, uint256 amount) external returns (bytes32 messageHash) {
        if (to == address(0)) revert ZeroAddress();
        Line storage line = lines[chainId][token];
        address gateway = gatewayOf[chainId];
        if (line.l2Token == address(0) || gateway == address(0)) revert NotListed(chainId, token);
        uint256 before = IERC20(token).balanceOf(address(this));
        IERC20(token).safeTransferFrom(msg.sender, address(this), amount);
        amount = IERC20(token).balanceOf(address(this)) - before;
        line.entered += amount;
        messageHash = messenger.sendMessage(
            chainId, gateway, abi.encodeCall(Gateway.enter, (line.l2Token, msg.sender, to, amount))
        );
        emit Entered(chainId, token, msg.sender, to, amount);
    }

    /// @notice Release what was burnt on a chain, or what failed to enter it. Anybody may, once for each message.
    function release(Exit calldata e) external {
        if (batches.status(e.batch) != Batches.Status.Final) revert NotFinal(e.batch);
        uint256 chainId = e.proof.source;
        Line storage line = lines[chainId][e.token];
        address gateway = gatewayOf[chainId];
        if (line.l2Token == address(0) || gateway == address(0)) revert NotListed(chainId, e.token);
        if (e.proof.destination != block.chainid) revert NotAnExit();
        bytes memory data = abi.encode(line.l2Token, e.to, e.amount);
        bytes32 leaf = _leaf(e.proof, Message(block.chainid, chainId, e.proof.leafIndex, gateway, address(this), data));
        if (!batches.verifyMessage(e.batch, leaf, e.proof)) revert NotProven();
        if (done[leaf]) revert AlreadyDone(leaf);
        done[leaf] = true;

        uint256 most = line.entered + line.cap;
        uint256 released = line.released + e.amount;
        if (released > most) revert CapReached(most > line.released ? most - line.released : 0, e.amount);
        line.released = released;
        IERC20(e.token).safeTransfer(e.to, e.amount);
        emit Released(chainId, e.token, e.to, e.amount);
    }

    function _leaf(MessageProof calldata proof, Message memory m) private view returns (bytes32) {
        address both = address(messenger);
        return Messages.leaf(messenger.deploymentId(), proof.generation, both, both, Messages.hash(m));
    }

    function _requireShown(uint256 chainId, address account) private view {
        if (prover.codeShownIn(chainId, account) == bytes32(0)) revert CodeNotShown(chainId, account);
    }
}
