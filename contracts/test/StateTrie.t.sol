// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {TrieProof} from "@openzeppelin/contracts/utils/cryptography/TrieProof.sol";
import {CalldataRLP} from "../src/CalldataRLP.sol";
import {StateTrie} from "../src/StateTrie.sol";
import {Base} from "./Base.sol";
import {Tries} from "./Tries.sol";

/// @notice The two verifiers behind external calls, so that a refusal is seen and not suffered.
contract Verifiers {
    function ours(bytes32 root, bytes32 key, bytes[] calldata nodes, bytes calldata path)
        external
        pure
        returns (bytes memory value)
    {
        StateTrie.Node[] memory pool = StateTrie.load(nodes);
        (uint256 start, uint256 end) = StateTrie.get(pool, path, root, StateTrie.Key(key, 64));
        value = new bytes(end - start);
        assembly ("memory-safe") {
            calldatacopy(add(value, 32), start, sub(end, start))
        }
    }

    function theirs(bytes32 root, bytes32 key, bytes[] calldata nodes) external pure returns (bytes memory) {
        return TrieProof.traverse(root, bytes.concat(key), nodes);
    }

    function account(bytes32 root, address who, bytes[] calldata nodes, bytes calldata path)
        external
        pure
        returns (bytes32, bytes32)
    {
        return StateTrie.account(StateTrie.load(nodes), path, root, who);
    }

    function slot(bytes32 root, bytes32 key, bytes[] calldata nodes, bytes calldata path)
        external
        pure
        returns (bytes32)
    {
        return StateTrie.slot(StateTrie.load(nodes), path, root, key);
    }
}

contract StateTrieTest is Base {
    Verifiers private immutable verifiers = new Verifiers();

    /// A random trie, a key in it or beside it, and a proof as it is or damaged in one of several ways: what
    /// OpenZeppelin's verifier takes for a value we take for the same, and the other way round. It knows no proof of
    /// absence, so an empty answer of ours is its refusal.
    /// forge-config: default.fuzz.runs = 12000
    function testFuzz_agreesWithOpenZeppelin(uint256 seed, uint8 size, uint8 mode) public view {
        (bytes32[] memory keys, bytes[] memory values) = _entries(seed, 1 + size % 24);
        bytes32 target = _target(seed, keys);
        (bytes32 root, bytes[] memory proof) = Tries.build(keys, values, target);
        root = _damage(seed, mode % 8, root, proof);
        _compare(root, target, proof);
    }

    /// Without damage the answer is the value, or nothing.
    function testFuzz_findsWhatIsThere(uint256 seed, uint8 size) public view {
        (bytes32[] memory keys, bytes[] memory values) = _entries(seed, 1 + size % 24);
        uint256 wanted = (seed >> 17) % keys.length;
        (bytes32 root, bytes[] memory proof) = Tries.build(keys, values, keys[wanted]);
        vm.assertEq(verifiers.ours(root, keys[wanted], proof, _row(proof.length)), values[wanted]);
        bytes32 absent = keys[wanted] ^ bytes32(1 << (seed % 256));
        for (uint256 i; i < keys.length; ++i) {
            if (keys[i] == absent) return;
        }
        (, proof) = Tries.build(keys, values, absent);
        vm.assertEq(verifiers.ours(root, absent, proof, _row(proof.length)).length, 0);
    }

    function test_theEmptyTrieHasNothing() public {
        vm.assertEq(verifiers.ours(StateTrie.EMPTY_ROOT, bytes32(uint256(1)), new bytes[](0), "").length, 0);
        vm.expectRevert(abi.encodeWithSelector(StateTrie.NotOnPath.selector, 0));
        verifiers.ours(bytes32(0), bytes32(uint256(1)), new bytes[](0), "");
    }

    /// Nodes that the way does not need may be in the pool, not on the way.
    function test_thePathIsExact() public {
        (bytes32[] memory keys, bytes[] memory values) = _entries(5, 20);
        (bytes32 root, bytes[] memory proof) = Tries.build(keys, values, keys[3]);
        bytes memory path = _row(proof.length);
        vm.assertEq(verifiers.ours(root, keys[3], proof, path), values[3]);
        vm.expectRevert(StateTrie.PathTooLong.selector);
        verifiers.ours(root, keys[3], proof, bytes.concat(path, path[0]));
        bytes memory short = _row(proof.length - 1);
        vm.expectRevert(abi.encodeWithSelector(StateTrie.NotOnPath.selector, proof.length - 1));
        verifiers.ours(root, keys[3], proof, short);
        path[0] = 0xff;
        vm.expectRevert(abi.encodeWithSelector(StateTrie.NotOnPath.selector, 0));
        verifiers.ours(root, keys[3], proof, path);
    }

    /// A value that is no word, and an account that is none, are refused.
    function test_wordsAndAccountsAreWellFormed() public {
        bytes32 key = bytes32(uint256(7));
        (bytes32 root, bytes[] memory proof) = _single(keccak256(abi.encode(key)), hex"8203e8");
        vm.assertEq(uint256(verifiers.slot(root, key, proof, _row(1))), 1000);
        (root, proof) = _single(keccak256(abi.encode(key)), hex"8203e800");
        vm.expectRevert(CalldataRLP.Malformed.selector);
        verifiers.slot(root, key, proof, _row(1));
        (root, proof) = _single(keccak256(abi.encodePacked(address(7))), hex"c20102");
        vm.expectRevert(CalldataRLP.Malformed.selector);
        verifiers.account(root, address(7), proof, _row(1));
        (bytes32 storageRoot, bytes32 code) = verifiers.account(root, address(8), proof, _row(1));
        vm.assertTrue(storageRoot == 0 && code == 0, "no such account");
    }

    function _single(bytes32 key, bytes memory value) private pure returns (bytes32, bytes[] memory) {
        bytes32[] memory keys = new bytes32[](1);
        bytes[] memory values = new bytes[](1);
        (keys[0], values[0]) = (key, value);
        return Tries.build(keys, values, key);
    }

    function _compare(bytes32 root, bytes32 target, bytes[] memory proof) private view {
        bytes memory expected;
        bytes memory got;
        try verifiers.theirs(root, target, proof) returns (bytes memory value) {
            expected = value;
        } catch {}
        try verifiers.ours(root, target, proof, _row(proof.length)) returns (bytes memory value) {
            got = value;
        } catch {}
        vm.assertEq(got, expected);
    }

    /// @dev Keys that share long beginnings, and values short enough for nodes that are embedded in their parents.
    function _entries(uint256 seed, uint256 count)
        private
        pure
        returns (bytes32[] memory keys, bytes[] memory values)
    {
        keys = new bytes32[](count);
        values = new bytes[](count);
        uint256 n;
        while (n < count) {
            uint256 r = uint256(keccak256(abi.encode(seed, n, "key")));
            uint256 sharedBits = 4 * (r % 64);
            uint256 origin = n == 0 ? r : uint256(keys[(r >> 8) % n]);
            bytes32 key = bytes32(origin ^ ((r >> sharedBits)));
            bool known;
            for (uint256 i; i < n; ++i) {
                known = known || keys[i] == key;
            }
            if (known) {
                seed = r;
                continue;
            }
            bytes memory value = new bytes(1 + (r >> 16) % ((r >> 32) % 3 == 0 ? 40 : 3));
            value[0] = bytes1(uint8(1 + (r >> 24) % 255));
            (keys[n], values[n]) = (key, value);
            ++n;
        }
    }

    function _target(uint256 seed, bytes32[] memory keys) private pure returns (bytes32) {
        uint256 r = uint256(keccak256(abi.encode(seed, "target")));
        bytes32 key = keys[r % keys.length];
        return (r >> 8) % 3 > 0 ? key : key ^ bytes32(1 << ((r >> 16) % 256));
    }

    /// @dev Damages the proof in place; some ways leave it whole. Returns the root to verify against.
    function _damage(uint256 seed, uint256 mode, bytes32 root, bytes[] memory proof) private pure returns (bytes32) {
        uint256 r = uint256(keccak256(abi.encode(seed, "damage")));
        if (mode < 2) return root;
        bytes memory node = proof[mode < 5 ? (r >> 8) % proof.length : 0];
        if (mode == 2 && proof.length > 1) {
            (proof[0], proof[1]) = (proof[1], proof[0]);
        } else if (mode == 3) {
            assembly ("memory-safe") {
                mstore(node, sub(mload(node), 1))
            }
        } else {
            node[(r >> 16) % node.length] ^= bytes1(uint8(1 << ((r >> 24) % 8)));
        }
        // A root over a damaged node: the verifiers have nothing but the encoding to refuse it by.
        return mode < 5 ? root : keccak256(proof[0]);
    }

    function _row(uint256 count) private pure returns (bytes memory path) {
        path = new bytes(count);
        for (uint256 i; i < count; ++i) {
            path[i] = bytes1(uint8(i));
        }
    }
}
