// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Bridgeable} from "@openzeppelin/contracts/token/ERC20/extensions/draft-ERC20Bridgeable.sol";

/// @title A token to try transfers with
/// @notice The whole supply starts on one chain; elsewhere tokens exist only where the bridge minted them.
contract TestToken is ERC20Bridgeable {
    /// @notice The only account that may mint and burn.
    address public immutable bridge;

    error OnlyTokenBridge(address caller);

    constructor(address bridge_, uint256 homeChain, address holder, uint256 supply)
        ERC20("Superchain Test Token", "STT")
    {
        bridge = bridge_;
        if (block.chainid == homeChain) _mint(holder, supply);
    }

    function _checkTokenBridge(address caller) internal view override {
        if (caller != bridge) revert OnlyTokenBridge(caller);
    }
}
