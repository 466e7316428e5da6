// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title How much may be minted ahead of L1
/// @notice Per token, what was minted and is not yet confirmed stays within a credit: so much, and no more, can be taken
/// by whoever holds a relayer's key. The confirmer says what is final on L1; the controller sets credits.
abstract contract Credit {
    /// @dev What a mint reads and writes: one slot.
    struct Line {
        uint120 minted;
        /// Total that minted may reach; counts where set.
        uint120 ceiling;
        bool set;
    }

    struct Terms {
        uint120 confirmed;
        uint120 credit;
    }

    /// @notice Says which mints are final on L1.
    address public immutable confirmer;
    /// @notice Credit of tokens for which none was set.
    uint120 public immutable defaultCredit;

    mapping(address token => Line) private _lines;
    mapping(address token => Terms) private _terms;

    event CreditSet(address indexed token, uint256 credit);
    event MintsConfirmed(address indexed token, uint256 total);

    error OnlyConfirmer();
    error OnlyController();
    error CreditExhausted(uint256 left, uint256 needed);
    error WrongTotal(uint256 confirmed, uint256 minted);

    constructor(address confirmer_, uint120 defaultCredit_) {
        confirmer = confirmer_;
        defaultCredit = defaultCredit_;
    }

    /// @notice Set how much of a token may be minted and not confirmed. The zero address stands for ETH.
    function setCredit(address token, uint120 credit) external {
        if (msg.sender != _controller()) revert OnlyController();
        _setTerms(token, Terms(_terms[token].confirmed, credit));
        emit CreditSet(token, credit);
    }

    /// @notice Say how much of all that was ever minted of a token here is final on L1. It never falls.
    function confirmMints(address token, uint120 total) external {
        if (msg.sender != confirmer) revert OnlyConfirmer();
        Line memory line = _lines[token];
        Terms memory terms = _terms[token];
        if (total < terms.confirmed || total > line.minted) revert WrongTotal(terms.confirmed, line.minted);
        _setTerms(token, Terms(total, line.set ? terms.credit : defaultCredit));
        emit MintsConfirmed(token, total);
    }

    /// @notice All that was ever minted of a token here, and how much more may be before the next confirmation.
    function creditOf(address token) public view returns (uint256 minted, uint256 left) {
        Line memory line = _lines[token];
        uint120 ceiling = line.set ? line.ceiling : defaultCredit;
        return (line.minted, ceiling > line.minted ? ceiling - line.minted : 0);
    }

    /// @dev Who sets credits.
    function _controller() internal view virtual returns (address);

    /// @dev To be called with every amount before it is minted.
    function _useCredit(address token, uint256 amount) internal {
        (uint256 minted, uint256 left) = creditOf(token);
        if (amount > left) revert CreditExhausted(left, amount);
        _lines[token].minted = uint120(minted + amount);
    }

    function _setTerms(address token, Terms memory terms) private {
        _terms[token] = terms;
        uint256 ceiling = uint256(terms.confirmed) + terms.credit;
        Line storage line = _lines[token];
        line.ceiling = ceiling > type(uint120).max ? type(uint120).max : uint120(ceiling);
        line.set = true;
    }
}
