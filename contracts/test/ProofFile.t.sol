// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {MessageProof} from "../src/BatchTree.sol";
import {Claims} from "../src/Claims.sol";
import {Message, Messages} from "../src/Messages.sol";
import {Suite} from "./Suite.sol";

/// @notice A proof file as `ssequencer proof` writes it, checked with nothing but what is in it and on L1.
contract ProofFileTest is Suite {
    string private constant FILE = "test/fixtures/prooffile.json";

    function setUp() public {
        _createSuite();
    }

    function test_theLeafIsTheMessages() public view {
        string memory json = vm.readFile(FILE);
        vm.assertEq(vm.parseJsonUint(json, ".version"), 1);
        vm.assertEq(_leafOf(json, _message(json)), vm.parseJsonBytes32(json, ".leaf"));
    }

    function test_theFileHoldsOnL1() public {
        string memory json = vm.readFile(FILE);
        uint64 batch = _settle(vm.parseJsonBytes32(json, ".root"));
        vm.assertTrue(batches.verifyMessage(batch, vm.parseJsonBytes32(json, ".leaf"), _proof(json)));
    }

    function test_anotherMessageDoesNot() public {
        string memory json = vm.readFile(FILE);
        uint64 batch = _settle(vm.parseJsonBytes32(json, ".root"));
        Message memory m = _message(json);
        m.data = bytes.concat(m.data, hex"00");
        vm.assertFalse(batches.verifyMessage(batch, _leafOf(json, m), _proof(json)));
        MessageProof memory p = _proof(json);
        ++p.leafIndex;
        vm.assertFalse(batches.verifyMessage(batch, vm.parseJsonBytes32(json, ".leaf"), p));
    }

    function _settle(bytes32 root) private returns (uint64) {
        Claims.Batch memory b = _first();
        (b.burnRoot, b.mintRoot) = (root, root);
        _submit(b);
        return b.number;
    }

    function _message(string memory json) private pure returns (Message memory m) {
        m.destination = vm.parseJsonUint(json, ".message.destination");
        m.source = vm.parseJsonUint(json, ".message.source");
        m.nonce = vm.parseJsonUint(json, ".message.nonce");
        m.sender = vm.parseJsonAddress(json, ".message.sender");
        m.target = vm.parseJsonAddress(json, ".message.target");
        m.data = vm.parseJsonBytes(json, ".message.data");
    }

    function _leafOf(string memory json, Message memory m) private pure returns (bytes32) {
        bytes32 deploymentId = keccak256(
            abi.encode(
                vm.parseJsonUint(json, ".deployment.l1ChainId"), vm.parseJsonAddress(json, ".deployment.settlement")
            )
        );
        address messenger = vm.parseJsonAddress(json, ".deployment.messenger");
        uint256 generation = vm.parseJsonUint(json, ".pair.generation");
        return Messages.leaf(deploymentId, generation, messenger, messenger, Messages.hash(m));
    }

    function _proof(string memory json) private pure returns (MessageProof memory p) {
        p.source = vm.parseJsonUint(json, ".pair.source");
        p.destination = vm.parseJsonUint(json, ".pair.destination");
        p.generation = vm.parseJsonUint(json, ".pair.generation");
        p.count = vm.parseJsonUint(json, ".pair.count");
        p.pairRoot = vm.parseJsonBytes32(json, ".pair.root");
        p.leafIndex = vm.parseJsonUint(json, ".index");
        p.siblings = vm.parseJsonBytes32Array(json, ".siblings");
        p.pairIndex = vm.parseJsonUint(json, ".pairProof.index");
        p.pairCount = vm.parseJsonUint(json, ".pairProof.count");
        p.pairSiblings = vm.parseJsonBytes32Array(json, ".pairProof.siblings");
    }
}
