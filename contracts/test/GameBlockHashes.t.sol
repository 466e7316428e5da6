// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {BlockHeader} from "@openzeppelin/contracts/utils/BlockHeader.sol";
import {GameBlockHashes, GameRegistry} from "../src/GameBlockHashes.sol";
import {HeaderChain} from "../src/HeaderChain.sol";
import {Base} from "./Base.sol";

/// @notice A chain's registry of games as the OP Stack's answers: a game and its registry in one.
contract Game is GameRegistry {
    bytes32 public rootClaim;
    mapping(address game => bool) public isGameProper;
    mapping(address game => bool) public isGameRespected;
    mapping(address game => bool) public isGameClaimValid;

    function set(bytes32 root, bool proper, bool respected, bool valid) external {
        rootClaim = root;
        (isGameProper[address(this)], isGameRespected[address(this)], isGameClaimValid[address(this)]) =
            (proper, respected, valid);
    }

    /// @dev Lets another game stand in the registry.
    function admit(address game, bool valid) external {
        (isGameProper[game], isGameRespected[game], isGameClaimValid[game]) = (true, true, valid);
    }
}

/// @notice Blocks by games, by headers and by history; headers and state proof are those of a real chain.
contract GameBlockHashesTest is Base {
    uint256 private constant CHAIN = 901;

    GameBlockHashes private source;
    Game private game;
    GameBlockHashes.Output private output;
    bytes private header;
    bytes private parentHeader;
    bytes private history;
    uint64 private number;

    function setUp() public {
        string memory json = vm.readFile("test/fixtures/proofs.json");
        header = vm.parseJsonBytes(json, ".headers[0]");
        parentHeader = vm.parseJsonBytes(json, ".headers[1]");
        history = vm.parseJsonBytes(json, ".history");
        number = uint64(BlockHeader.getNumber(header));
        game = new Game();
        uint256[] memory ids = new uint256[](1);
        GameRegistry[] memory registries = new GameRegistry[](1);
        (ids[0], registries[0]) = (CHAIN, game);
        source = new GameBlockHashes(ids, registries);
        output = GameBlockHashes.Output(keccak256("state"), keccak256("passer"), keccak256(header));
        game.set(_root(), true, true, false);
    }

    function test_aGamesBlockIsKnownAndFinalWithIt() public {
        vm.assertFalse(source.isKnown(CHAIN, number, keccak256(header)));
        _record();
        vm.assertTrue(source.isKnown(CHAIN, number, keccak256(header)));
        vm.assertFalse(source.isKnown(CHAIN, number + 1, keccak256(header)));
        vm.assertFalse(source.isKnown(902, number, keccak256(header)));
        vm.assertFalse(source.isFinal(CHAIN, number, keccak256(header)));
        game.set(_root(), true, true, true);
        vm.assertTrue(source.isFinal(CHAIN, number, keccak256(header)));
        vm.assertFalse(source.isFinal(CHAIN, number + 1, keccak256(header)));
    }

    function test_T58_onlyGamesThatCountAreRecorded() public {
        game.set(_root(), false, true, false);
        vm.expectRevert(abi.encodeWithSelector(GameBlockHashes.GameRefused.selector, address(game)));
        _record();
        game.set(_root(), true, false, false);
        vm.expectRevert(abi.encodeWithSelector(GameBlockHashes.GameRefused.selector, address(game)));
        _record();
        game.set(keccak256("another output"), true, true, true);
        vm.expectRevert(GameBlockHashes.WrongOutput.selector);
        _record();
        game.set(_root(), true, true, true);
        header[40] ^= 0x01;
        vm.expectRevert(GameBlockHashes.WrongHeader.selector);
        _record();
    }

    /// A game that fails after a batch was proven against it keeps the batch from finality; another one takes its place.
    function test_T59_aFailedGameMakesNothingFinal() public {
        _record();
        Game second = new Game();
        second.set(_root(), true, true, true);
        game.admit(address(second), true);
        vm.assertFalse(source.isFinal(CHAIN, number, keccak256(header)));
        source.recordGame(CHAIN, address(second), output, header);
        vm.assertTrue(source.isFinal(CHAIN, number, keccak256(header)));
        // And cannot take it back.
        _record();
        vm.assertTrue(source.isFinal(CHAIN, number, keccak256(header)));
    }

    function test_ancestorsByTheirHeaders() public {
        bytes[] memory headers = new bytes[](2);
        (headers[0], headers[1]) = (header, parentHeader);
        vm.expectRevert(abi.encodeWithSelector(GameBlockHashes.BlockUnknown.selector, keccak256(header)));
        source.recordAncestor(CHAIN, keccak256(header), headers);
        _record();
        headers[1] = header;
        vm.expectRevert(abi.encodeWithSelector(HeaderChain.BrokenChain.selector, 1));
        source.recordAncestor(CHAIN, keccak256(header), headers);
        vm.expectRevert(abi.encodeWithSelector(HeaderChain.BrokenChain.selector, 0));
        source.recordAncestor(CHAIN, keccak256(header), new bytes[](0));
        headers[1] = parentHeader;
        source.recordAncestor(CHAIN, keccak256(header), headers);
        vm.assertTrue(source.isKnown(CHAIN, number - 1, keccak256(parentHeader)));
        game.set(_root(), true, true, true);
        vm.assertTrue(source.isFinal(CHAIN, number - 1, keccak256(parentHeader)));
    }

    function test_ancestorsByTheHistoryInTheState() public {
        (bool success,) = address(source).call(history);
        vm.assertFalse(success, "before its block is known");
        _record();
        (success,) = address(source).call(history);
        vm.assertTrue(success);
        vm.assertTrue(source.isKnown(CHAIN, number - 1, keccak256(parentHeader)));
        // A number that the history does not hold: its own, and what is too old.
        history[67] = bytes1(uint8(number));
        (success,) = address(source).call(history);
        vm.assertFalse(success);
    }

    function test_registriesAreNamedForEveryChain() public {
        vm.expectRevert(GameBlockHashes.BadRegistries.selector);
        new GameBlockHashes(new uint256[](1), new GameRegistry[](0));
    }

    function _record() private {
        source.recordGame(CHAIN, address(game), output, header);
    }

    function _root() private view returns (bytes32) {
        return keccak256(abi.encode(bytes32(0), output.stateRoot, output.messagePasserRoot, output.blockHash));
    }
}
