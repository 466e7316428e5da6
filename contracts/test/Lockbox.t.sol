// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {Batches} from "../src/Batches.sol";
import {MessageProof} from "../src/BatchTree.sol";
import {SignersBlockHashes} from "../src/BlockHashSource.sol";
import {Bond} from "../src/Bond.sol";
import {BridgedToken} from "../src/BridgedToken.sol";
import {ChainProofs} from "../src/ChainProofs.sol";
import {Claims} from "../src/Claims.sol";
import {DependencySet} from "../src/DependencySet.sol";
import {Gateway} from "../src/Gateway.sol";
import {Lockbox} from "../src/Lockbox.sol";
import {Messages} from "../src/Messages.sol";
import {Messenger} from "../src/Messenger.sol";
import {ReferenceTree} from "./ReferenceTree.sol";
import {World} from "./World.sol";

contract Coin is ERC20("Coin", "COIN") {
    constructor(address holder, uint256 supply) {
        _mint(holder, supply);
    }
}

/// @notice Stands for proofs of code, which have tests of their own.
contract ShownCode {
    mapping(uint256 chainId => mapping(address account => bytes32)) public codeShownIn;

    function show(uint256 chainId, address account) external {
        codeShownIn[chainId][account] = keccak256("batch");
    }
}

/// @notice Tokens of L1 on chains A and B, in and out. The batches hold one pair each, to L1.
contract LockboxTest is World {
    uint256 private constant L1 = 900;
    uint256 private constant KEY = 0x5161;

    Batches private batches;
    ShownCode private shown;
    Lockbox private lockbox;
    Gateway private gateway;
    Coin private coin;
    BridgedToken private bridged;
    Claims.Batch private last;
    mapping(uint256 source => bytes32[]) private _leaves;

    function setUp() public {
        _createWorld();
        _on(L1);
        vm.warp(1_000_000);
        batches = new Batches(address(this), guardian, new SignersBlockHashes(), 1 days);
        shown = new ShownCode();
        lockbox = new Lockbox(batches, ChainProofs(address(shown)), messenger);
        gateway = new Gateway(messenger, L1, address(lockbox), 1000);
        coin = new Coin(alice, 1000);
        bridged = new BridgedToken(address(tokens), address(gateway), 6, "Bridged", "BRG");
        _track(address(coin));
        _track(address(bridged));
        _track(address(gateway));
        _startBatches();
        uint256[2] memory ids = [A, B];
        for (uint256 i; i < 2; ++i) {
            _on(L1);
            _openPeer(ids[i], 1);
            shown.show(ids[i], address(gateway));
            shown.show(ids[i], address(bridged));
            lockbox.listGateway(ids[i], address(gateway));
            lockbox.listToken(ids[i], address(coin), address(bridged), 0);
            _on(ids[i]);
            _openPeer(L1, 1);
        }
        _on(L1);
        vm.prank(alice);
        coin.approve(address(lockbox), type(uint256).max);
    }

    function test_entryAndExitThroughTheSameChain() public {
        _enter(A, 100);
        vm.assertEq(bridged.balanceOf(alice), 100);
        vm.assertEq(bridged.decimals(), 6);
        Lockbox.Exit memory e = _exit(A, alice, 60);
        lockbox.release(e);
        vm.assertEq(coin.balanceOf(bob), 60);
        vm.assertEq(coin.balanceOf(address(lockbox)), 40);
        vm.assertEq(coin.balanceOf(address(lockbox)) + coin.balanceOf(bob) + coin.balanceOf(alice), 1000);
    }

    /// Burnt on A, minted on B, out through B: beyond what entered by B, within its cap.
    function test_T51_theOutflowOfAChainIsCapped() public {
        _enter(A, 100);
        vm.prank(alice);
        tokens.sendERC20(address(bridged), bob, 100, B);
        _relay(_lastSent());
        Lockbox.Exit memory e = _exit(B, bob, 70);
        vm.expectRevert(abi.encodeWithSelector(Lockbox.CapReached.selector, 0, 70));
        lockbox.release(e);
        lockbox.listToken(B, address(coin), address(bridged), 69);
        vm.expectRevert(abi.encodeWithSelector(Lockbox.CapReached.selector, 69, 70));
        lockbox.release(e);
        lockbox.listToken(B, address(coin), address(bridged), 70);
        lockbox.release(e);
        vm.assertEq(coin.balanceOf(bob), 70);
        // A cap that is cut under what has left lets nothing out.
        lockbox.listToken(B, address(coin), address(bridged), 10);
        e = _exit(B, bob, 1);
        vm.expectRevert(abi.encodeWithSelector(Lockbox.CapReached.selector, 0, 1));
        lockbox.release(e);
    }

    function test_T52_anExitIsReleasedOnce() public {
        _enter(A, 100);
        Lockbox.Exit memory e = _exit(A, alice, 40);
        lockbox.release(e);
        bytes32 leaf = _leaves[A][0];
        vm.expectRevert(abi.encodeWithSelector(Lockbox.AlreadyDone.selector, leaf));
        lockbox.release(e);
        // Also against a later batch that holds the same message.
        _exit(A, alice, 10);
        e.batch = 2;
        e.proof = _proof(A, 0);
        vm.expectRevert(abi.encodeWithSelector(Lockbox.AlreadyDone.selector, leaf));
        lockbox.release(e);
    }

    /// A mint is not let out before the batch that settles it is final.
    function test_T53_onlyFinalBatchesLetAnythingOut() public {
        _enter(A, 100);
        Lockbox.Exit memory e = _request(A, alice, 40);
        vm.expectRevert(abi.encodeWithSelector(Lockbox.NotFinal.selector, 1));
        lockbox.release(e);
        _submit(A);
        batches.markProven(1, address(this));
        vm.expectRevert(abi.encodeWithSelector(Lockbox.NotFinal.selector, 1));
        lockbox.release(e);
        batches.finalize(last);
        lockbox.release(e);
    }

    function testFuzz_T54_anExitIsWhatWasBurnt(uint8 field, uint64 delta) public {
        vm.assume(delta != 0);
        _enter(A, 100);
        Lockbox.Exit memory e = _exit(A, alice, 40);
        field %= 5;
        if (field == 0) e.amount += delta;
        if (field == 1) e.to = address(uint160(e.to) ^ uint160(delta));
        if (field == 2) e.proof.leafIndex += 1;
        if (field == 3) e.proof.generation += delta;
        if (field == 4) e.proof.siblings[delta % 32] ^= bytes32(uint256(1));
        vm.expectRevert(Lockbox.NotProven.selector);
        lockbox.release(e);
    }

    /// A message of anybody else to the lockbox is no exit, nor is one between chains.
    function test_T55_onlyTheGatewayAsksForExits() public {
        _enter(A, 100);
        _on(A);
        vm.prank(alice);
        messenger.sendMessage(L1, address(lockbox), abi.encode(address(bridged), bob, 40));
        Lockbox.Exit memory e = _requested(A, _lastSent(), 40);
        _submit(A);
        batches.markProven(1, address(this));
        batches.finalize(last);
        vm.expectRevert(Lockbox.NotProven.selector);
        lockbox.release(e);
        e.proof.destination = B;
        vm.expectRevert(Lockbox.NotAnExit.selector);
        lockbox.release(e);
    }

    function test_T56_tokensAndGatewaysAreShownBeforeTheyAreListed() public {
        vm.expectRevert(abi.encodeWithSelector(Lockbox.CodeNotShown.selector, C, address(gateway)));
        lockbox.listGateway(C, address(gateway));
        vm.expectRevert(abi.encodeWithSelector(Lockbox.CodeNotShown.selector, C, address(bridged)));
        lockbox.listToken(C, address(coin), address(bridged), 1);
        vm.expectRevert(Lockbox.AlreadyListed.selector);
        lockbox.listGateway(A, address(gateway));
        vm.expectRevert(Lockbox.AlreadyListed.selector);
        lockbox.listToken(A, address(coin), address(token), 1);
        vm.expectRevert(Lockbox.AlreadyListed.selector);
        lockbox.listToken(A, address(token), address(bridged), 1);
        vm.prank(alice);
        vm.expectRevert(Lockbox.OnlyGovernor.selector);
        lockbox.listToken(A, address(coin), address(bridged), 1);
        vm.prank(alice);
        vm.expectRevert(Lockbox.OnlyGovernor.selector);
        lockbox.listGateway(A, address(gateway));
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(Lockbox.NotListed.selector, C, address(coin)));
        lockbox.enter(C, address(coin), alice, 1);
        vm.prank(alice);
        vm.expectRevert(Lockbox.ZeroAddress.selector);
        lockbox.enter(A, address(coin), address(0), 1);
    }

    /// An entry beyond the gateway's credit fails there; it comes back, once, as an exit.
    function test_T57_aFailedEntryComesBackOnce() public {
        _on(A);
        vm.prank(registrar);
        gateway.setCredit(address(bridged), 50);
        Sent memory s = _enter(A, 51);
        _assertState(s, Messenger.State.Failed);
        gateway.refundEntry(0, address(bridged), alice, alice, 51);
        Sent memory back = _lastSent();
        vm.expectRevert(abi.encodeWithSelector(Messenger.NotFailed.selector, _hash(s)));
        gateway.refundEntry(0, address(bridged), alice, alice, 51);
        vm.expectRevert(abi.encodeWithSelector(Messenger.NotFailed.selector, _hash(s)));
        _retry(s);
        Lockbox.Exit memory e = _requested(A, back, 51);
        e.to = alice;
        _submit(A);
        batches.markProven(1, address(this));
        batches.finalize(last);
        lockbox.release(e);
        vm.assertEq(coin.balanceOf(alice), 1000);
    }

    /// What was final before a chain left the set is released after it.
    function test_aChainThatLeavesTakesNothingWithIt() public {
        _enter(A, 100);
        Lockbox.Exit memory e = _exit(A, alice, 40);
        DependencySet.Member[] memory members = new DependencySet.Member[](2);
        (members[0].chainId, members[1].chainId) = (uint64(A), uint64(B));
        DependencySet.Pair[] memory pairs = batches.pairsOf(1);
        (pairs[0].open, pairs[1].open) = (false, true);
        batches.announce(2, members, pairs);
        members = new DependencySet.Member[](1);
        members[0].chainId = uint64(B);
        DependencySet.Pair[] memory left = new DependencySet.Pair[](1);
        left[0] = pairs[1];
        batches.announce(3, members, left);
        lockbox.release(e);
        vm.assertEq(coin.balanceOf(bob), 40);
    }

    function test_theGatewayIsOnlyTheLockboxs() public {
        _on(A);
        vm.expectRevert(Gateway.OnlyMessenger.selector);
        gateway.enter(address(bridged), alice, alice, 1);
        vm.expectRevert(Gateway.ZeroAddress.selector);
        gateway.exit(address(bridged), address(0), 1);
        vm.expectRevert(abi.encodeWithSelector(BridgedToken.OnlyTokenBridge.selector, address(this)));
        bridged.crosschainMint(alice, 1);
        _on(B);
        vm.prank(alice);
        bytes memory data = abi.encodeCall(gateway.enter, (address(bridged), alice, alice, 1));
        messenger.sendMessage(A, address(gateway), data);
        Sent memory s = _lastSent();
        _relay(s);
        _assertState(s, Messenger.State.Failed);
    }

    /// @dev Alice enters, and the entry is relayed. Ends on the chain.
    function _enter(uint256 chainId, uint256 amount) private returns (Sent memory s) {
        _on(L1);
        vm.prank(alice);
        lockbox.enter(chainId, address(coin), alice, amount);
        s = _lastSent();
        _relay(s);
    }

    /// @dev An exit to bob in a final batch. Ends on L1.
    function _exit(uint256 chainId, address from, uint256 amount) private returns (Lockbox.Exit memory e) {
        e = _request(chainId, from, amount);
        _submit(chainId);
        batches.markProven(last.number, address(this));
        batches.finalize(last);
    }

    function _request(uint256 chainId, address from, uint256 amount) private returns (Lockbox.Exit memory) {
        _on(chainId);
        vm.prank(from);
        gateway.exit(address(bridged), bob, amount);
        return _requested(chainId, _lastSent(), amount);
    }

    function _requested(uint256 chainId, Sent memory s, uint256 amount) private returns (Lockbox.Exit memory) {
        _on(L1);
        address both = address(messenger);
        _leaves[chainId].push(Messages.leaf(DEPLOYMENT, 1, both, both, Messages.hash(s.m)));
        MessageProof memory proof = _proof(chainId, _leaves[chainId].length - 1);
        return Lockbox.Exit(last.number + 1, address(coin), bob, amount, proof);
    }

    function _proof(uint256 chainId, uint256 index) private view returns (MessageProof memory p) {
        bytes32[] memory leaves = _leaves[chainId];
        (p.source, p.destination, p.generation, p.count) = (chainId, L1, 1, leaves.length);
        p.pairRoot = ReferenceTree.root(leaves, leaves.length);
        (p.leafIndex, p.siblings) = (index, ReferenceTree.siblings(leaves, index));
        p.pairCount = 1;
    }

    /// @dev Submits a batch with the one pair from a chain to L1.
    function _submit(uint256 chainId) private {
        MessageProof memory p = _proof(chainId, 0);
        bytes32 pair = keccak256("Pair(uint256 source,uint256 destination,uint256 generation,uint256 count,bytes32 root)");
        bytes32 node = keccak256(abi.encode(pair, p.source, p.destination, p.generation, p.count, p.pairRoot));
        bytes32 root = keccak256(abi.encode(keccak256("BatchTree(uint256 count,bytes32 root)"), 1, node));
        last.parent = last.number == 0 ? bytes32(0) : batches.hashOf(last);
        ++last.number;
        (last.firstTimestamp, last.lastTimestamp) = (last.number, last.number);
        for (uint256 i; i < 2; ++i) {
            (last.chains[i].firstBlock, last.chains[i].lastBlock) = (last.number, last.number);
        }
        (last.burnRoot, last.mintRoot) = (root, root);
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(KEY, batches.voteDigest(1, batches.hashOf(last)));
        batches.submitBatch(last, 1, abi.encodePacked(r, s, v));
    }

    function _startBatches() private {
        Bond bond = new Bond(batches, alice, 1, 1, 0);
        bond.deposit{value: 1}();
        batches.setSuite(address(this), address(this), address(bond));
        DependencySet.Member[] memory members = new DependencySet.Member[](2);
        DependencySet.Pair[] memory pairs = new DependencySet.Pair[](2);
        uint64[2] memory ids = [uint64(A), uint64(B)];
        for (uint256 i; i < 2; ++i) {
            batches.registerChain(ids[i], address(1), keccak256("code"));
            members[i] = DependencySet.Member(ids[i], 1);
            pairs[i] = DependencySet.Pair(ids[i], uint64(L1), 1, true);
            last.chains.push(Claims.ChainRange(ids[i], 0, 0, bytes32(0), bytes32(0)));
        }
        batches.announce(1, members, pairs);
        address[] memory signers = new address[](1);
        signers[0] = vm.addr(KEY);
        batches.setSigners(signers, 1);
    }
}
