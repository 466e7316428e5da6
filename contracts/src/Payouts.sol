// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice Amounts are credited and fetched: no receiver can hold up who pays.
abstract contract Payouts {
    /// @notice Wei that an account can fetch.
    mapping(address account => uint256) public credits;

    event Credited(address indexed account, uint256 amount);

    error PaymentFailed(address to);

    /// @notice Fetch all that is credited to the caller.
    function fetch() external {
        uint256 amount = credits[msg.sender];
        credits[msg.sender] = 0;
        _send(msg.sender, amount);
    }

    function _credit(address account, uint256 amount) internal {
        credits[account] += amount;
        emit Credited(account, amount);
    }

    function _send(address to, uint256 amount) internal {
        (bool success,) = to.call{value: amount}("");
        if (!success) revert PaymentFailed(to);
    }
}
