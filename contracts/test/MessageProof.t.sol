// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {MessageProof} from "../src/BatchTree.sol";
import {Claims} from "../src/Claims.sol";
import {ReferenceTree} from "./ReferenceTree.sol";
import {Suite} from "./Suite.sol";

/// @notice Proofs of messages against batches, right and forged.
contract MessageProofTest is Suite {
    string private constant VECTORS = "../merkle/testdata/vectors.json";

    Claims.Batch private last;

    function setUp() public {
        _createSuite();
    }

    function test_theSharedMessageProofVerifies() public {
        string memory json = vm.readFile(VECTORS);
        bytes32 leaf = vm.parseJsonBytes32(json, ".messageProof.leaf");
        MessageProof memory proof = _parseProof(json);
        uint64 batch = _settle(vm.parseJsonBytes32(json, ".messageProof.batchRoot"));
        vm.assertTrue(batches.verifyMessage(batch, leaf, proof));
        _assertForgeriesFail(batch, leaf, proof);
    }

    function test_batchRootsEqualTheSharedVectors() public view {
        string memory json = vm.readFile(VECTORS);
        uint256 count;
        for (;; ++count) {
            string memory key = string.concat(".batch[", vm.toString(count), "]");
            if (!vm.keyExistsJson(json, key)) break;
            bytes32[] memory nodes = _parsePairs(json, key);
            bytes32 treeRoot = _treeRoot(nodes);
            vm.assertEq(treeRoot, vm.parseJsonBytes32(json, string.concat(key, ".treeRoot")));
            vm.assertEq(_batchRoot(nodes.length, treeRoot), vm.parseJsonBytes32(json, string.concat(key, ".root")));
        }
        vm.assertGt(count, 3);
    }

    /// Any message of any pair, for any number of pairs, and every forgery of it.
    function testFuzz_everyMessageProvesAndNoForgeryDoes(uint256 seed, uint256 pairCount, uint256 leafCount) public {
        pairCount = 1 + pairCount % 9;
        leafCount = 1 + leafCount % 20;
        bytes32[] memory leaves = new bytes32[](leafCount);
        for (uint256 i; i < leafCount; ++i) {
            leaves[i] = keccak256(abi.encode(seed, i));
        }
        MessageProof memory p;
        (p.source, p.destination, p.generation, p.count) = (901, 902, 1 + seed % 3, leafCount);
        p.pairRoot = ReferenceTree.root(leaves, leafCount);
        p.leafIndex = seed % leafCount;
        p.siblings = ReferenceTree.siblings(leaves, p.leafIndex);
        p.pairCount = pairCount;
        p.pairIndex = (seed >> 8) % pairCount;
        bytes32[] memory nodes = new bytes32[](pairCount);
        for (uint256 i; i < pairCount; ++i) {
            nodes[i] = i == p.pairIndex ? _pairNode(p) : keccak256(abi.encode("pair", seed, i));
        }
        p.pairSiblings = _siblings(nodes, p.pairIndex);
        uint64 batch = _settle(_batchRoot(pairCount, _treeRoot(nodes)));
        vm.assertTrue(batches.verifyMessage(batch, leaves[p.leafIndex], p));
        _assertForgeriesFail(batch, leaves[p.leafIndex], p);
    }

    function test_unknownBatchesProveNothing() public view {
        MessageProof memory p;
        vm.assertFalse(batches.verifyMessage(0, bytes32(0), p));
        vm.assertFalse(batches.verifyMessage(1, bytes32(0), p));
    }

    /// An inner node of a pair's tree, with the path above it, is no message.
    function test_innerNodesAreNoLeaves() public {
        bytes32[] memory leaves = new bytes32[](2);
        (leaves[0], leaves[1]) = (keccak256("0"), keccak256("1"));
        MessageProof memory p;
        (p.source, p.destination, p.generation, p.count, p.pairCount) = (901, 902, 1, 2, 1);
        p.pairRoot = ReferenceTree.root(leaves, 2);
        bytes32[] memory path = ReferenceTree.siblings(leaves, 0);
        p.siblings = new bytes32[](31);
        for (uint256 i; i < 31; ++i) {
            p.siblings[i] = path[i + 1];
        }
        uint64 batch = _settle(_batchRoot(1, _pairNode(p)));
        vm.assertFalse(batches.verifyMessage(batch, keccak256(bytes.concat(leaves[0], leaves[1])), p));
    }

    /// The zero leaves that fill up the trees are no messages and no pairs.
    function test_paddingProvesNothing() public {
        bytes32[] memory leaves = new bytes32[](3);
        for (uint256 i; i < 3; ++i) {
            leaves[i] = keccak256(abi.encode(i));
        }
        MessageProof memory p;
        (p.source, p.destination, p.generation, p.count, p.pairCount) = (901, 902, 1, 3, 1);
        p.pairRoot = ReferenceTree.root(leaves, 3);
        p.leafIndex = 3;
        p.siblings = ReferenceTree.siblings(leaves, 3);
        uint64 batch = _settle(_batchRoot(1, _pairNode(p)));
        vm.assertFalse(batches.verifyMessage(batch, bytes32(0), p));
    }

    function _assertForgeriesFail(uint64 batch, bytes32 leaf, MessageProof memory p) private view {
        vm.assertFalse(batches.verifyMessage(batch, leaf ^ bytes32(uint256(1)), p), "leaf");
        vm.assertFalse(batches.verifyMessage(batch + 1, leaf, p), "batch");
        for (uint256 field; field < 10; ++field) {
            MessageProof memory forged = abi.decode(abi.encode(p), (MessageProof));
            if (field == 0) ++forged.source;
            if (field == 1) ++forged.destination;
            if (field == 2) ++forged.generation;
            if (field == 3) ++forged.count;
            if (field == 4) forged.pairRoot ^= bytes32(uint256(1));
            if (field == 5) forged.leafIndex ^= 1;
            if (field == 6) forged.leafIndex += 1 << 32;
            if (field == 7) forged.pairIndex ^= 1;
            if (field == 8) forged.pairIndex += 1 << forged.pairSiblings.length;
            if (field == 9) ++forged.pairCount;
            vm.assertFalse(batches.verifyMessage(batch, leaf, forged), vm.toString(field));
        }
        _assertForgedPathsFail(batch, leaf, p);
    }

    function _assertForgedPathsFail(uint64 batch, bytes32 leaf, MessageProof memory p) private view {
        for (uint256 i; i < p.siblings.length; ++i) {
            p.siblings[i] ^= bytes32(uint256(1) << i);
            vm.assertFalse(batches.verifyMessage(batch, leaf, p), "sibling");
            p.siblings[i] ^= bytes32(uint256(1) << i);
        }
        for (uint256 i; i < p.pairSiblings.length; ++i) {
            p.pairSiblings[i] ^= bytes32(uint256(1));
            vm.assertFalse(batches.verifyMessage(batch, leaf, p), "pair sibling");
            p.pairSiblings[i] ^= bytes32(uint256(1));
        }
        bytes32[] memory siblings = p.siblings;
        bytes32[] memory pairSiblings = p.pairSiblings;
        p.siblings = _resized(siblings, siblings.length - 1);
        vm.assertFalse(batches.verifyMessage(batch, leaf, p), "short");
        p.siblings = _resized(siblings, siblings.length + 1);
        vm.assertFalse(batches.verifyMessage(batch, leaf, p), "long");
        p.siblings = siblings;
        p.pairSiblings = _resized(pairSiblings, pairSiblings.length + 1);
        vm.assertFalse(batches.verifyMessage(batch, leaf, p), "pairs long");
        p.pairSiblings = pairSiblings;
        vm.assertTrue(batches.verifyMessage(batch, leaf, p), "restored");
    }

    /// @dev Has a batch with the given root accepted.
    function _settle(bytes32 root) private returns (uint64 number) {
        Claims.Batch memory b = last.number == 0 ? _first() : _next(last);
        (b.burnRoot, b.mintRoot) = (root, root);
        _submit(b);
        last = b;
        return b.number;
    }

    function _parseProof(string memory json) private pure returns (MessageProof memory p) {
        p.source = vm.parseJsonUint(json, ".messageProof.source");
        p.destination = vm.parseJsonUint(json, ".messageProof.destination");
        p.generation = vm.parseJsonUint(json, ".messageProof.generation");
        p.count = vm.parseJsonUint(json, ".messageProof.count");
        p.pairRoot = vm.parseJsonBytes32(json, ".messageProof.pairRoot");
        p.leafIndex = vm.parseJsonUint(json, ".messageProof.leafIndex");
        p.siblings = vm.parseJsonBytes32Array(json, ".messageProof.siblings");
        p.pairIndex = vm.parseJsonUint(json, ".messageProof.pairIndex");
        p.pairCount = vm.parseJsonUint(json, ".messageProof.pairCount");
        p.pairSiblings = vm.parseJsonBytes32Array(json, ".messageProof.pairSiblings");
    }

    /// @dev The nodes of a batch's pairs.
    function _parsePairs(string memory json, string memory batch) private view returns (bytes32[] memory nodes) {
        nodes = new bytes32[](32);
        uint256 n;
        for (;; ++n) {
            string memory key = string.concat(batch, ".pairs[", vm.toString(n), "]");
            if (!vm.keyExistsJson(json, key)) break;
            MessageProof memory p;
            p.source = vm.parseJsonUint(json, string.concat(key, ".source"));
            p.destination = vm.parseJsonUint(json, string.concat(key, ".destination"));
            p.generation = vm.parseJsonUint(json, string.concat(key, ".generation"));
            p.count = vm.parseJsonUint(json, string.concat(key, ".count"));
            p.pairRoot = vm.parseJsonBytes32(json, string.concat(key, ".root"));
            nodes[n] = _pairNode(p);
        }
        return _resized(nodes, n);
    }

    function _pairNode(MessageProof memory p) private pure returns (bytes32) {
        bytes32 typeHash =
            keccak256("Pair(uint256 source,uint256 destination,uint256 generation,uint256 count,bytes32 root)");
        return keccak256(abi.encode(typeHash, p.source, p.destination, p.generation, p.count, p.pairRoot));
    }

    function _batchRoot(uint256 count, bytes32 treeRoot) private pure returns (bytes32) {
        return keccak256(abi.encode(keccak256("BatchTree(uint256 count,bytes32 root)"), count, treeRoot));
    }

    function _treeRoot(bytes32[] memory nodes) private pure returns (bytes32) {
        if (nodes.length == 0) return bytes32(0);
        for (nodes = _filled(nodes); nodes.length > 1;) {
            nodes = _above(nodes);
        }
        return nodes[0];
    }

    function _siblings(bytes32[] memory nodes, uint256 index) private pure returns (bytes32[] memory path) {
        nodes = _filled(nodes);
        while (nodes.length > 1) {
            path = _resized(path, path.length + 1);
            path[path.length - 1] = nodes[index ^ 1];
            nodes = _above(nodes);
            index >>= 1;
        }
    }

    function _above(bytes32[] memory nodes) private pure returns (bytes32[] memory above) {
        above = new bytes32[](nodes.length / 2);
        for (uint256 i; i < above.length; ++i) {
            above[i] = keccak256(bytes.concat(nodes[2 * i], nodes[2 * i + 1]));
        }
    }

    /// @dev Zero nodes up to a power of two.
    function _filled(bytes32[] memory nodes) private pure returns (bytes32[] memory) {
        uint256 size = 1;
        while (size < nodes.length) size *= 2;
        return _resized(nodes, size);
    }

    function _resized(bytes32[] memory list, uint256 size) private pure returns (bytes32[] memory copy) {
        copy = new bytes32[](size);
        for (uint256 i; i < size && i < list.length; ++i) {
            copy[i] = list[i];
        }
    }
}
