// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Batches} from "../src/Batches.sol";
import {BlockHashSource, SignersBlockHashes} from "../src/BlockHashSource.sol";
import {ChainProofs} from "../src/ChainProofs.sol";
import {Claims} from "../src/Claims.sol";
import {DependencySet} from "../src/DependencySet.sol";
import {Prover} from "../src/Prover.sol";
import {RootStore} from "../src/RootStore.sol";
import {Suite} from "./Suite.sol";

/// @notice A source that has never heard of a block.
contract NoBlockHashes is BlockHashSource {
    function isKnown(uint256, uint64, bytes32) external pure returns (bool) {
        return false;
    }

    function isFinal(uint256, uint64, bytes32) external pure returns (bool) {
        return false;
    }
}

/// @notice Proofs of three real chains, as they are and altered. The first batch is proven from nothing, the second on
/// top of it; in the first the sender of pair 0 is ahead.
contract ProverTest is Suite {
    string private constant PROOFS = "test/fixtures/proofs.json";

    Prover private prover;
    Proof private first;
    Proof private second;

    struct Proof {
        bytes data;
    }

    function setUp() public {
        _start(new SignersBlockHashes(), bytes32(0));
    }

    function _start(BlockHashSource source, bytes32 otherCode) private {
        string memory json = vm.readFile(PROOFS);
        _deploy(source);
        prover = new Prover(batches, RootStore(address(0)));
        batches.setSuite(address(prover), address(challenges), address(bond));
        uint256[] memory ids = vm.parseJsonUintArray(json, ".chainIds");
        bytes32 code = otherCode == 0 ? vm.parseJsonBytes32(json, ".code") : otherCode;
        DependencySet.Member[] memory members = new DependencySet.Member[](ids.length);
        DependencySet.Pair[] memory pairs = new DependencySet.Pair[](ids.length * (ids.length - 1));
        uint256 n;
        for (uint256 i; i < ids.length; ++i) {
            members[i] = DependencySet.Member(uint64(ids[i]), 1);
            batches.registerChain(uint64(ids[i]), vm.parseJsonAddress(json, ".rootStore"), code);
            for (uint256 j; j < ids.length; ++j) {
                if (i != j) pairs[n++] = DependencySet.Pair(uint64(ids[i]), uint64(ids[j]), 1, true);
            }
        }
        batches.announce(1, members, pairs);
        _setSigner(KEY);
        vm.deal(address(this), 1000 ether);
        bond.deposit{value: MINIMUM}();
        bytes[] memory proofs = vm.parseJsonBytesArray(json, ".proofs");
        (first.data, second.data) = (_arguments(proofs[0]), _arguments(proofs[1]));
        (Claims.Batch memory a,,) = _decode(first);
        (Claims.Batch memory b,,) = _decode(second);
        _submit(a);
        _submit(b);
    }

    function test_realBatchesAreProven() public {
        _prove(first);
        _assertStatus(1, Batches.Status.Proven);
        vm.assertEq(batches.batchAt(1).provenBy, address(this));
        _prove(second);
        _assertStatus(2, Batches.Status.Proven);
    }

    function test_whatIsProvenIsNotProvenAgain() public {
        _prove(first);
        _expectFailure(first, abi.encodeWithSelector(Batches.AlreadyProven.selector, 1));
    }

    function testFuzz_T16_theHeaderIsThatOfTheEndBlock(uint256 place) public {
        (Claims.Batch memory b, ChainProofs.ChainProof[] memory c, Prover.PairsProof memory p) = _decode(first);
        bytes memory header = c[place % 3].header;
        header[place % header.length] ^= 0x01;
        bytes memory refusal = abi.encodeWithSelector(ChainProofs.WrongHeader.selector, b.chains[place % 3].chainId);
        _expectFailure(Proof(abi.encode(b, c, p)), refusal);
    }

    function test_T17_anotherAccountOrCodeIsNoRootStore() public {
        _start(new SignersBlockHashes(), keccak256("a store that anybody writes"));
        bytes memory refusal =
            abi.encodeWithSelector(ChainProofs.WrongCode.selector, 901, batches.rootStoreOf(901));
        _expectFailure(first, refusal);
    }

    function test_T18_blocksThatTheSourceDoesNotKnowProveNothing() public {
        _start(new NoBlockHashes(), bytes32(0));
        _expectFailure(first, abi.encodeWithSelector(ChainProofs.BlockUnknown.selector, 901));
        (Claims.Batch memory b,,) = _decode(first);
        vm.warp(block.timestamp + WINDOW);
        vm.expectRevert(abi.encodeWithSelector(Batches.BlockNotFinal.selector, 901));
        batches.finalize(b);
    }

    /// Claim and proof agree with each other, but not with the receiver.
    function testFuzz_T19_countsAndRootsAreTheReceivers(uint8 pair, uint8 delta, bool root) public {
        (Claims.Batch memory b, ChainProofs.ChainProof[] memory c, Prover.PairsProof memory p) = _decode(first);
        uint256 i = pair % 6;
        vm.assume(delta != 0);
        if (root) p.pairs[i].root ^= bytes32(uint256(delta));
        else p.pairs[i].count += delta;
        _expectFailure(Proof(abi.encode(b, c, p)), abi.encodeWithSelector(Prover.ReceiverDiffers.selector, i));
    }

    /// A slot of another pair, or of the other side, is at another place in the trie.
    function test_T20_slotsAreThoseOfThePair() public {
        (Claims.Batch memory b, ChainProofs.ChainProof[] memory c, Prover.PairsProof memory p) = _decode(first);
        Prover.PairProof memory other = p.pairs[3];
        other.index = 0;
        p.pairs[0] = other;
        _expectFailure(Proof(abi.encode(b, c, p)), "");
    }

    /// Without the proof of growth, or with another, a sender that is ahead is as good as one that differs.
    function testFuzz_T21_theSendersTreeBeganAsTheReceivers(uint8 place) public {
        (Claims.Batch memory b, ChainProofs.ChainProof[] memory c, Prover.PairsProof memory p) = _decode(first);
        bytes32[] memory growth = p.pairs[0].growth;
        vm.assertEq(growth.length, 33);
        growth[place % 33] ^= bytes32(uint256(1));
        bytes memory refusal = abi.encodeWithSelector(Prover.SenderDiffers.selector, 0);
        _expectFailure(Proof(abi.encode(b, c, p)), refusal);
        p.pairs[0].growth = new bytes32[](0);
        _expectFailure(Proof(abi.encode(b, c, p)), refusal);
    }

    function test_T22_noPairAndNoChainIsLeftOut() public {
        (Claims.Batch memory b, ChainProofs.ChainProof[] memory c, Prover.PairsProof memory p) = _decode(first);
        Prover.PairProof[] memory all = p.pairs;
        p.pairs = new Prover.PairProof[](5);
        for (uint256 i; i < 5; ++i) {
            p.pairs[i] = all[i];
        }
        _expectFailure(Proof(abi.encode(b, c, p)), abi.encodeWithSelector(Prover.PairNotShown.selector, 5));
        p.pairs = all;
        ChainProofs.ChainProof[] memory two = new ChainProofs.ChainProof[](2);
        (two[0], two[1]) = (c[0], c[1]);
        _expectFailure(Proof(abi.encode(b, two, p)), abi.encodeWithSelector(Prover.ChainNotShown.selector, 903));
    }

    /// On top of a base, a pair into a chain whose RootStore has changed is shown again.
    function test_T23_changesSinceTheBaseAreNotPassedOver() public {
        _prove(first);
        (Claims.Batch memory b, ChainProofs.ChainProof[] memory c, Prover.PairsProof memory p) = _decode(second);
        Prover.PairProof[] memory none = new Prover.PairProof[](0);
        p.pairs = none;
        _expectFailure(Proof(abi.encode(b, c, p)), abi.encodeWithSelector(Prover.PairNotShown.selector, 0));
    }

    function test_T24_aBaseIsProven() public {
        _expectFailure(second, abi.encodeWithSelector(Prover.BaseNotProven.selector, 1));
        _prove(first);
        (Claims.Batch memory b, ChainProofs.ChainProof[] memory c, Prover.PairsProof memory p) = _decode(second);
        p.base = 2;
        _expectFailure(Proof(abi.encode(b, c, p)), abi.encodeWithSelector(Prover.BaseNotProven.selector, 2));
    }

    function testFuzz_T25_whatIsBuiltOnIsNotAltered(uint8 place, bool old) public {
        _prove(first);
        (Claims.Batch memory b, ChainProofs.ChainProof[] memory c, Prover.PairsProof memory p) = _decode(second);
        if (old) p.pairs[place % p.pairs.length].oldCount += 1;
        else p.nodes[place % 6] ^= bytes32(uint256(1));
        _expectFailure(Proof(abi.encode(b, c, p)), abi.encodeWithSelector(Prover.WrongNodes.selector));
    }

    /// A batch whose root is of other pairs than the chains hold is proven by nothing.
    function test_T26_theRootIsRebuilt() public {
        (Claims.Batch memory b, ChainProofs.ChainProof[] memory c, Prover.PairsProof memory p) = _decode(first);
        _retract(b);
        bytes32 right = b.burnRoot;
        (b.burnRoot, b.mintRoot) = (ROOT, ROOT);
        _submit(b);
        _expectFailure(Proof(abi.encode(b, c, p)), abi.encodeWithSelector(Prover.WrongRoot.selector, ROOT, right));
    }

    /// Parts of several transactions are one account's: nobody disturbs another one's proof.
    function test_T27_proofsInPartsDoNotMix() public {
        (Claims.Batch memory b, ChainProofs.ChainProof[] memory c, Prover.PairsProof memory p) = _decode(first);
        prover.proveChains(b, c);
        Prover.PairProof[] memory all = p.pairs;
        p.last = false;
        vm.prank(stranger);
        prover.provePairs(1, p);
        p.pairs = new Prover.PairProof[](1);
        p.pairs[0] = all[0];
        prover.provePairs(1, p);
        vm.expectRevert(Prover.WrongNodes.selector);
        prover.provePairs(1, p);
        p.base = 1;
        vm.expectRevert(abi.encodeWithSelector(Prover.WrongBase.selector, 0, 1));
        prover.provePairs(1, p);
        (p.base, p.last) = (0, true);
        p.nodes[0] = _node(all[0]);
        vm.expectRevert(abi.encodeWithSelector(Prover.PairShownTwice.selector, 0));
        prover.provePairs(1, p);
        p.pairs = new Prover.PairProof[](5);
        for (uint256 i; i < 5; ++i) {
            p.pairs[i] = all[i + 1];
        }
        prover.provePairs(1, p);
        vm.assertEq(batches.batchAt(1).provenBy, address(this));
    }

    function test_anotherClaimIsNotProven() public {
        (Claims.Batch memory b, ChainProofs.ChainProof[] memory c, Prover.PairsProof memory p) = _decode(first);
        b.pairsHash = bytes32(0);
        _expectFailure(Proof(abi.encode(b, c, p)), abi.encodeWithSelector(ChainProofs.WrongBatch.selector, 1));
    }

    /// A contract's code is shown in a final batch, by the same kind of proof.
    function test_codeIsShownInFinalBatches() public {
        (Claims.Batch memory b, ChainProofs.ChainProof[] memory c,) = _decode(first);
        address store = batches.rootStoreOf(901);
        vm.expectRevert(abi.encodeWithSelector(ChainProofs.WrongBatch.selector, 1));
        prover.proveCode(b, c[0], store);
        vm.warp(block.timestamp + WINDOW);
        batches.finalize(b);
        prover.proveCode(b, c[0], store);
        vm.assertEq(prover.codeShownIn(901, store), batches.hashOf(b));
        vm.expectRevert();
        prover.proveCode(b, c[0], address(0xdead));
    }

    function _node(Prover.PairProof memory p) private pure returns (bytes32) {
        bytes32 typeHash =
            keccak256("Pair(uint256 source,uint256 destination,uint256 generation,uint256 count,bytes32 root)");
        return keccak256(abi.encode(typeHash, 901, 902, 1, p.count, p.root));
    }

    function _prove(Proof memory proof) private {
        (bool success, bytes memory returned) = address(prover).call(bytes.concat(Prover.proveBatch.selector, proof.data));
        vm.assertTrue(success, string(returned));
    }

    /// @dev An empty reason stands for any.
    function _expectFailure(Proof memory proof, bytes memory reason) private {
        (bool success, bytes memory returned) = address(prover).call(bytes.concat(Prover.proveBatch.selector, proof.data));
        vm.assertFalse(success);
        if (reason.length > 0) vm.assertEq(returned, reason);
    }

    function _decode(Proof memory proof)
        private
        pure
        returns (Claims.Batch memory, ChainProofs.ChainProof[] memory, Prover.PairsProof memory)
    {
        return abi.decode(proof.data, (Claims.Batch, ChainProofs.ChainProof[], Prover.PairsProof));
    }

    /// @dev Calldata without its selector.
    function _arguments(bytes memory data) private pure returns (bytes memory rest) {
        rest = new bytes(data.length - 4);
        for (uint256 i; i < rest.length; ++i) {
            rest[i] = data[i + 4];
        }
    }
}
