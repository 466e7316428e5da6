// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Bridgeable} from "@openzeppelin/contracts/token/ERC20/extensions/draft-ERC20Bridgeable.sol";

/// @notice A bridged token that can refuse mints.
contract ClosableToken is ERC20Bridgeable {
    error MintsClosed();

    address private immutable _bridge;
    bool public closed;

    constructor(address bridge, address holder, uint256 supply) ERC20("", "") {
        _bridge = bridge;
        _mint(holder, supply);
    }

    function setClosed(bool closed_) external {
        closed = closed_;
    }

    function crosschainMint(address to, uint256 value) public override {
        if (closed) revert MintsClosed();
        super.crosschainMint(to, value);
    }

    function _checkTokenBridge(address caller) internal view override {
        require(caller == _bridge);
    }
}
