// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {MessageHashUtils} from "@openzeppelin/contracts/utils/cryptography/MessageHashUtils.sol";
import {Equivocations} from "../src/Equivocations.sol";
import {HeaderChain} from "../src/HeaderChain.sol";
import {Preconfirmation} from "../src/Promises.sol";
import {Suite} from "./Suite.sol";

contract EquivocationsTest is Suite {
    uint256 private constant OTHER_KEY = 0x0bad;
    bytes32 private constant TYPEHASH = keccak256(
        "Preconfirmation(uint64 epoch,uint256 chainId,uint64 height,uint64 index,bytes32 txHash,bytes32 receiptHash,bytes32 bundleHash,uint64 timestamp,uint64 l1OriginNumber,bytes32 l1OriginHash,bytes32 previous,uint8 grade)"
    );

    address private constant watcher = address(0x6000);

    Preconfirmation private a;
    Preconfirmation private b;
    bytes[][2] private headers;

    function setUp() public {
        _createSuite();
        vm.roll(1000);
        vm.setBlockhash(990, keccak256("L1 block 990"));
        vm.setBlockhash(995, keccak256("L1 block 995"));
        a = Preconfirmation(1, 901, 7, 2, keccak256("tx a"), bytes32(0), bytes32(0), 50, 990, 0, bytes32(0), 1);
        a.l1OriginHash = keccak256("L1 block 990");
        b = a;
        b.txHash = keccak256("tx b");
    }

    /// At once, where both rest on the same L1 block.
    function test_T41_twoPromisesOfOnePositionCostTheBond() public {
        _accuse();
        _assertSlashed(1);
        vm.assertTrue(challenges.punished(keccak256(abi.encode(a.chainId, a.height, a.index))));
        // Once for each position.
        this.expectAccused(Equivocations.AlreadyPunished.selector);
    }

    function testFuzz_T41_anyContentCounts(uint8 field) public {
        b = a;
        if (field % 4 == 0) b.txHash = ROOT;
        if (field % 4 == 1) b.receiptHash = ROOT;
        if (field % 4 == 2) b.bundleHash = ROOT;
        if (field % 4 == 3) b.timestamp += 1;
        _accuse();
        _assertSlashed(1);
    }

    function test_T42_aLaterGradeIsNoContradiction() public {
        b = a;
        (b.grade, b.previous, b.l1OriginNumber, b.l1OriginHash) = (2, ROOT, 995, keccak256("L1 block 995"));
        this.expectAccused(Equivocations.NoContradiction.selector);
        b = a;
        (b.txHash, b.index) = (ROOT, 3);
        this.expectAccused(Equivocations.NoContradiction.selector);
        b.index = a.index;
        b.chainId = 902;
        this.expectAccused(Equivocations.NoContradiction.selector);
    }

    function test_T43_onlySignersArePunishedForTheirPromises() public {
        Equivocations.Statement memory own = Equivocations.Statement(a, _signed(a, OTHER_KEY));
        bytes[][2] memory none;
        vm.expectRevert(abi.encodeWithSelector(Equivocations.NotASigner.selector, vm.addr(OTHER_KEY)));
        challenges.accuse(own, own, none);
    }

    /// What an earlier set has promised binds, though its key signs no more batches.
    function test_T44_promisesOutliveTheirEpoch() public {
        _setSigner(OTHER_KEY);
        _accuse();
        _assertSlashed(1);
    }

    function test_anEpochIsNotPretended() public {
        _setSigner(OTHER_KEY);
        (a.epoch, b.epoch) = (2, 2);
        this.expectAccused(Equivocations.NotASigner.selector);
    }

    /// On different L1 blocks there may have been a reorg: one of the two is then none of L1's, now or ever.
    function test_T45_anL1ReorgExcusesAtAnyAge() public {
        (b.l1OriginNumber, b.l1OriginHash) = (995, keccak256("orphan"));
        this.expectAccused(Equivocations.NoContradiction.selector);
        Preconfirmation memory swapped = a;
        a = b;
        b = swapped;
        this.expectAccused(Equivocations.NoContradiction.selector);
        // What L1 does not remember is nobody's fault.
        vm.roll(20_000);
        this.expectAccused(HeaderChain.HashUnknown.selector);
        _assertSlashed(0);
    }

    function test_T46_withoutAReorgThereIsNoExcuse() public {
        (b.l1OriginNumber, b.l1OriginHash) = (995, keccak256("L1 block 995"));
        _accuse();
        _assertSlashed(1);
    }

    /// A grade 2 promise rests on a final L1 block: no reorg excuses it.
    function test_T47_noReorgExcusesGradeTwo() public {
        (b.l1OriginNumber, b.l1OriginHash, b.grade) = (995, keccak256("orphan"), 2);
        _accuse();
        _assertSlashed(1);
    }

    /// Of two blocks of one height one is none of L1's.
    function test_twoBlocksOfOneHeightExcuseThemselves() public {
        b.l1OriginHash = keccak256("orphan");
        this.expectAccused(Equivocations.NoContradiction.selector);
    }

    /// L1 blocks beyond the history of hashes are reached by headers.
    function test_anOldOffenceIsShownByHeaders() public {
        string memory json = vm.readFile("test/fixtures/proofs.json");
        bytes memory header = vm.parseJsonBytes(json, ".headers[0]");
        vm.setBlockhash(999, keccak256(header));
        (b.l1OriginNumber, b.l1OriginHash) = (998, keccak256(vm.parseJsonBytes(json, ".headers[1]")));
        headers[1] = [bytes.concat(header, hex"00")];
        this.expectAccused(HeaderChain.BrokenChain.selector);
        headers[1] = [header];
        _accuse();
        _assertSlashed(1);
    }

    function expectAccused(bytes4 refusal) external {
        (bool success, bytes memory returned) = address(challenges).call(_accusation());
        vm.assertFalse(success);
        vm.assertEq(bytes32(bytes4(returned)), bytes32(refusal));
    }

    function _accuse() private {
        bytes memory data = _accusation();
        vm.prank(watcher);
        (bool success,) = address(challenges).call(data);
        vm.assertTrue(success);
    }

    function _accusation() private view returns (bytes memory) {
        Equivocations.Statement memory first = Equivocations.Statement(a, _signed(a, KEY));
        Equivocations.Statement memory second = Equivocations.Statement(b, _signed(b, KEY));
        return abi.encodeCall(challenges.accuse, (first, second, headers));
    }

    function _assertSlashed(uint256 times) private view {
        vm.assertEq(bond.staked(), MINIMUM - times * PENALTY);
        vm.assertEq(bond.credits(watcher), times * PENALTY / 2);
    }

    function _signed(Preconfirmation memory p, uint256 key) private view returns (bytes memory) {
        bytes32 structHash = keccak256(abi.encode(TYPEHASH, p));
        return _sign(key, MessageHashUtils.toTypedDataHash(batches.domainSeparator(), structHash));
    }
}
