// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {Settlement} from "../src/Settlement.sol";
import {Base} from "./Base.sol";

contract SettlementTest is Base {
    uint256 private constant SIGNER_KEY = 0x5161;
    uint256 private constant OTHER_KEY = 0x0bad;
    uint256 private constant ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141;
    uint64 private constant EPOCH = 3;
    bytes32 private constant ROOT = keccak256("root");

    Settlement private settlement;

    function setUp() public {
        vm.chainId(900);
        settlement = new Settlement(address(this));
        (uint256[] memory chainIds, uint64[] memory startBlocks) = _registration();
        settlement.register(vm.addr(SIGNER_KEY), EPOCH, chainIds, startBlocks);
    }

    // Registration.

    function test_registrationIsOnRecord() public view {
        vm.assertEq(settlement.signer(), vm.addr(SIGNER_KEY));
        vm.assertEq(settlement.epoch(), EPOCH);
        vm.assertEq(settlement.latestBatch(), 0);
        vm.assertEq(settlement.chainHead(901), 0);
        vm.assertEq(settlement.chainHead(902), 4);
        vm.assertEq(settlement.deploymentId(), keccak256(abi.encode(900, address(settlement))));
    }

    function test_onlyTheGovernorRegistersAndOnce() public {
        (uint256[] memory chainIds, uint64[] memory startBlocks) = _registration();
        vm.expectRevert(Settlement.AlreadyRegistered.selector);
        settlement.register(address(1), 1, chainIds, startBlocks);
        vm.prank(address(0xbad));
        vm.expectRevert(Settlement.OnlyGovernor.selector);
        settlement.register(address(1), 1, chainIds, startBlocks);
        vm.prank(address(0xbad));
        vm.expectRevert(Settlement.OnlyGovernor.selector);
        settlement.rotateSigner(address(1));
        vm.expectRevert(Settlement.ZeroAddress.selector);
        settlement.rotateSigner(address(0));
        vm.expectRevert(Settlement.ZeroAddress.selector);
        new Settlement(address(0));
    }

    function test_registrationRefusesBadLists() public {
        Settlement fresh = new Settlement(address(this));
        vm.expectRevert(Settlement.NotRegistered.selector);
        fresh.rotateSigner(address(1));
        vm.expectRevert(Settlement.NotRegistered.selector);
        fresh.chainHead(901);
        (uint256[] memory chainIds, uint64[] memory startBlocks) = _registration();
        vm.expectRevert(Settlement.WrongChains.selector);
        fresh.register(address(1), 1, new uint256[](0), new uint64[](0));
        vm.expectRevert(Settlement.WrongChains.selector);
        fresh.register(address(1), 1, chainIds, new uint64[](1));
        startBlocks[1] = 0;
        vm.expectRevert(abi.encodeWithSelector(Settlement.WrongStartBlock.selector, 902));
        fresh.register(address(1), 1, chainIds, startBlocks);
        startBlocks[1] = 1;
        chainIds[1] = 901;
        vm.expectRevert(Settlement.WrongChains.selector);
        fresh.register(address(1), 1, chainIds, startBlocks);
        chainIds[1] = 900;
        vm.expectRevert(Settlement.WrongChains.selector);
        fresh.register(address(1), 1, chainIds, startBlocks);
    }

    // Batches in order.

    function test_anybodySubmitsBatchesInOrder() public {
        Settlement.Batch memory first = _first();
        vm.prank(address(0xabc));
        _submit(first);
        (bytes32 hash, bytes32 root, uint64 lastTimestamp) = settlement.batches(1);
        vm.assertEq(hash, settlement.batchHash(first));
        vm.assertEq(root, ROOT);
        vm.assertEq(lastTimestamp, first.lastTimestamp);
        vm.assertEq(settlement.latestBatch(), 1);
        vm.assertEq(settlement.chainHead(901), 10);
        vm.assertEq(settlement.chainHead(902), 9);
        _submit(_next(first));
        vm.assertEq(settlement.latestBatch(), 2);
        vm.assertEq(settlement.chainHead(901), 20);
    }

    function test_aBatchIsNotReplayed() public {
        Settlement.Batch memory first = _first();
        _submit(first);
        _expectRefused(first, abi.encodeWithSelector(Settlement.WrongNumber.selector, 2, 1));
        first.number = 2;
        _expectRefused(first, abi.encodeWithSelector(Settlement.WrongParent.selector, _stored(1), bytes32(0)));
    }

    function test_numbersAreConsecutive() public {
        Settlement.Batch memory first = _first();
        first.number = 0;
        _expectRefused(first, abi.encodeWithSelector(Settlement.WrongNumber.selector, 1, 0));
        first.number = 2;
        _expectRefused(first, abi.encodeWithSelector(Settlement.WrongNumber.selector, 1, 2));
    }

    function testFuzz_theParentIsTheLastBatch(bytes32 parent) public {
        Settlement.Batch memory first = _first();
        vm.assume(parent != bytes32(0));
        first.parent = parent;
        _expectRefused(first, abi.encodeWithSelector(Settlement.WrongParent.selector, bytes32(0), parent));
        first.parent = bytes32(0);
        _submit(first);
        Settlement.Batch memory second = _next(first);
        vm.assume(parent != second.parent);
        second.parent = parent;
        _expectRefused(second, abi.encodeWithSelector(Settlement.WrongParent.selector, _stored(1), parent));
    }

    function test_timestampsIncrease() public {
        Settlement.Batch memory first = _first();
        first.lastTimestamp = first.firstTimestamp - 1;
        _expectRefused(first, abi.encodeWithSelector(Settlement.WrongTimestamps.selector));
        first.lastTimestamp = first.firstTimestamp;
        _submit(first);
        Settlement.Batch memory second = _next(first);
        second.firstTimestamp = first.lastTimestamp;
        _expectRefused(second, abi.encodeWithSelector(Settlement.WrongTimestamps.selector));
    }

    // Ranges.

    function testFuzz_rangesHaveNeitherGapNorOverlap(uint64 firstBlock, bool later) public {
        Settlement.Batch memory batch = _first();
        if (later) {
            _submit(batch);
            batch = _next(batch);
        }
        uint64 expected = batch.chains[1].firstBlock;
        vm.assume(firstBlock != expected);
        batch.chains[1].firstBlock = firstBlock;
        batch.chains[1].lastBlock = type(uint64).max - 1;
        _expectRefused(batch, abi.encodeWithSelector(Settlement.WrongRange.selector, 902, expected));
    }

    function test_rangesAreNotEmpty() public {
        Settlement.Batch memory batch = _first();
        batch.chains[1].lastBlock = batch.chains[1].firstBlock - 1;
        _expectRefused(batch, abi.encodeWithSelector(Settlement.WrongRange.selector, 902, 5));
    }

    function test_exactlyTheRegisteredChains() public {
        Settlement.Batch memory batch = _first();
        Settlement.ChainRange[] memory all = batch.chains;

        batch.chains = new Settlement.ChainRange[](1);
        batch.chains[0] = all[0];
        _expectRefused(batch, abi.encodeWithSelector(Settlement.WrongChains.selector));
        batch.chains = new Settlement.ChainRange[](0);
        _expectRefused(batch, abi.encodeWithSelector(Settlement.WrongChains.selector));

        batch.chains = new Settlement.ChainRange[](2);
        (batch.chains[0], batch.chains[1]) = (all[1], all[0]);
        _expectRefused(batch, abi.encodeWithSelector(Settlement.WrongChains.selector));

        batch.chains = new Settlement.ChainRange[](3);
        (batch.chains[0], batch.chains[1]) = (all[0], all[1]);
        batch.chains[2] = Settlement.ChainRange(903, 0, 5, bytes32(0), bytes32(0));
        _expectRefused(batch, abi.encodeWithSelector(Settlement.WrongChains.selector));

        // The same chain twice, the second range following the first.
        batch.chains[2] = Settlement.ChainRange(902, 10, 11, bytes32(0), bytes32(0));
        _expectRefused(batch, abi.encodeWithSelector(Settlement.WrongChains.selector));
    }

    function test_anUnregisteredSettlementAcceptsNothing() public {
        settlement = new Settlement(address(this));
        Settlement.Batch memory batch = _first();
        batch.chains = new Settlement.ChainRange[](0);
        _expectRefused(batch, abi.encodeWithSelector(Settlement.WrongChains.selector));
    }

    // Roots.

    function testFuzz_rootsAreEqual(bytes32 burnRoot, bytes32 mintRoot) public {
        vm.assume(burnRoot != mintRoot && burnRoot != bytes32(0));
        Settlement.Batch memory batch = _first();
        (batch.burnRoot, batch.mintRoot) = (burnRoot, mintRoot);
        _expectRefused(batch, abi.encodeWithSelector(Settlement.RootsDiffer.selector, burnRoot, mintRoot));
        (batch.burnRoot, batch.mintRoot) = (bytes32(0), bytes32(0));
        _expectRefused(batch, abi.encodeWithSelector(Settlement.RootMissing.selector));
    }

    // Signatures.

    function test_theSignerIsTheRegisteredOne() public {
        Settlement.Batch memory batch = _first();
        bytes memory signature = _sign(OTHER_KEY, batch);
        vm.expectRevert(abi.encodeWithSelector(Settlement.WrongSigner.selector, vm.addr(OTHER_KEY)));
        settlement.submitBatch(batch, EPOCH, signature);
    }

    function testFuzz_aSignatureIsForOneBatch(uint8 field, uint64 delta) public {
        vm.assume(delta != 0);
        Settlement.Batch memory batch = _first();
        bytes memory signature = _sign(SIGNER_KEY, batch);
        field %= 5;
        if (field == 0) batch.chains[0].stateRoot = bytes32(uint256(delta));
        if (field == 1) batch.chains[1].lastBlockHash = bytes32(uint256(delta));
        if (field == 2) batch.pairsHash = bytes32(uint256(delta));
        if (field == 3) batch.lastTimestamp += 1 + delta % 1000;
        if (field == 4) batch.chains[0].lastBlock += 1 + delta % 1000;
        vm.expectRevert();
        settlement.submitBatch(batch, EPOCH, signature);
        vm.assertEq(settlement.latestBatch(), 0);
    }

    function test_aSignatureIsForOneSettlementAndChain() public {
        Settlement.Batch memory batch = _first();
        bytes memory signature = _sign(SIGNER_KEY, batch);
        Settlement other = new Settlement(address(this));
        (uint256[] memory chainIds, uint64[] memory startBlocks) = _registration();
        other.register(vm.addr(SIGNER_KEY), EPOCH, chainIds, startBlocks);
        vm.expectRevert();
        other.submitBatch(batch, EPOCH, signature);
        vm.chainId(901);
        vm.expectRevert();
        settlement.submitBatch(batch, EPOCH, signature);
    }

    function test_aRotatedSignersSignaturesAreVoid() public {
        Settlement.Batch memory batch = _first();
        bytes memory signature = _sign(SIGNER_KEY, batch);
        settlement.rotateSigner(vm.addr(OTHER_KEY));
        vm.assertEq(settlement.epoch(), EPOCH + 1);
        vm.expectRevert(abi.encodeWithSelector(Settlement.WrongEpoch.selector, EPOCH + 1, EPOCH));
        settlement.submitBatch(batch, EPOCH, signature);
        vm.expectRevert(abi.encodeWithSelector(Settlement.WrongSigner.selector, vm.addr(SIGNER_KEY)));
        settlement.submitBatch(batch, EPOCH + 1, signature);
        settlement.submitBatch(batch, EPOCH + 1, _sign(OTHER_KEY, batch));
    }

    function test_malleableAndMalformedSignaturesAreRefused() public {
        Settlement.Batch memory batch = _first();
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(SIGNER_KEY, settlement.batchDigest(batch));
        bytes32 highS = bytes32(ORDER - uint256(s));
        vm.expectRevert(abi.encodeWithSelector(ECDSA.ECDSAInvalidSignatureS.selector, highS));
        settlement.submitBatch(batch, EPOCH, abi.encodePacked(r, highS, v == 27 ? 28 : 27));
        vm.expectRevert(abi.encodeWithSelector(ECDSA.ECDSAInvalidSignatureLength.selector, 64));
        settlement.submitBatch(batch, EPOCH, abi.encodePacked(r, s));
        vm.expectRevert(ECDSA.ECDSAInvalidSignature.selector);
        settlement.submitBatch(batch, EPOCH, new bytes(65));
    }

    /// The digest is that of EIP-712, computed here from the types alone.
    function test_theDigestIsThatOfEIP712() public view {
        Settlement.Batch memory b = _first();
        string memory range =
            "ChainRange(uint256 chainId,uint64 firstBlock,uint64 lastBlock,bytes32 lastBlockHash,bytes32 stateRoot)";
        bytes memory ranges;
        for (uint256 i; i < b.chains.length; ++i) {
            Settlement.ChainRange memory c = b.chains[i];
            ranges = bytes.concat(
                ranges,
                keccak256(
                    abi.encode(
                        keccak256(bytes(range)), c.chainId, c.firstBlock, c.lastBlock, c.lastBlockHash, c.stateRoot
                    )
                )
            );
        }
        bytes32 typeHash = keccak256(
            bytes.concat(
                "Batch(uint64 number,bytes32 parent,uint64 firstTimestamp,uint64 lastTimestamp,ChainRange[] chains,",
                "bytes32 burnRoot,bytes32 mintRoot,bytes32 pairsHash)",
                bytes(range)
            )
        );
        bytes memory head = abi.encode(typeHash, b.number, b.parent, b.firstTimestamp, b.lastTimestamp);
        bytes32 structHash =
            keccak256(bytes.concat(head, abi.encode(keccak256(ranges), b.burnRoot, b.mintRoot, b.pairsHash)));
        bytes32 domain = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256("ssequencer"),
                keccak256("1"),
                900,
                address(settlement)
            )
        );
        vm.assertEq(settlement.batchHash(b), structHash);
        vm.assertEq(settlement.batchDigest(b), keccak256(bytes.concat(hex"1901", domain, structHash)));
    }

    function _registration() private pure returns (uint256[] memory chainIds, uint64[] memory startBlocks) {
        chainIds = new uint256[](2);
        startBlocks = new uint64[](2);
        (chainIds[0], chainIds[1]) = (901, 902);
        (startBlocks[0], startBlocks[1]) = (1, 5);
    }

    function _first() private pure returns (Settlement.Batch memory batch) {
        batch.number = 1;
        batch.firstTimestamp = 100;
        batch.lastTimestamp = 104;
        batch.chains = new Settlement.ChainRange[](2);
        batch.chains[0] = Settlement.ChainRange(901, 1, 10, keccak256("block 901"), keccak256("state 901"));
        batch.chains[1] = Settlement.ChainRange(902, 5, 9, keccak256("block 902"), keccak256("state 902"));
        batch.burnRoot = ROOT;
        batch.mintRoot = ROOT;
        batch.pairsHash = keccak256("pairs");
    }

    function _next(Settlement.Batch memory previous) private view returns (Settlement.Batch memory batch) {
        batch = _first();
        batch.number = previous.number + 1;
        batch.parent = settlement.batchHash(previous);
        batch.firstTimestamp = previous.lastTimestamp + 1;
        batch.lastTimestamp = batch.firstTimestamp + 4;
        for (uint256 i; i < batch.chains.length; ++i) {
            batch.chains[i].firstBlock = previous.chains[i].lastBlock + 1;
            batch.chains[i].lastBlock = batch.chains[i].firstBlock + 9;
        }
    }

    function _stored(uint64 number) private view returns (bytes32 hash) {
        (hash,,) = settlement.batches(number);
    }

    function _sign(uint256 key, Settlement.Batch memory batch) private view returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, settlement.batchDigest(batch));
        return abi.encodePacked(r, s, v);
    }

    function _submit(Settlement.Batch memory batch) private {
        settlement.submitBatch(batch, EPOCH, _sign(SIGNER_KEY, batch));
    }

    function _expectRefused(Settlement.Batch memory batch, bytes memory reason) private {
        bytes memory signature = _sign(SIGNER_KEY, batch);
        uint64 latest = settlement.latestBatch();
        vm.expectRevert(reason);
        settlement.submitBatch(batch, EPOCH, signature);
        vm.assertEq(settlement.latestBatch(), latest);
    }
}
