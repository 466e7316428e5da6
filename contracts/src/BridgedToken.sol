// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Bridgeable} from "@openzeppelin/contracts/token/ERC20/extensions/draft-ERC20Bridgeable.sol";

/// @title A token of L1 on the chains of the set
/// @notice It exists only as far as the gateway mints it on entry and the token bridge moves it between chains.
contract BridgedToken is ERC20Bridgeable {
    address public immutable bridge;
    address public immutable gateway;
    uint8 private immutable _decimals;

    error OnlyTokenBridge(address caller);

    constructor(address bridge_, address gateway_, uint8 decimals_, string memory name_, string memory symbol_)
        ERC20(name_, symbol_)
    {
        (bridge, gateway, _decimals) = (bridge_, gateway_, decimals_);
    }

    function decimals() public view override returns (uint8) {
        return _decimals;
    }

    function _checkTokenBridge(address caller) internal view override {
        if (caller != bridge && caller != gateway) revert OnlyTokenBridge(caller);
    }
}
