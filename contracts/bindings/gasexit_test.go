package bindings

import (
	"fmt"
	"io"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/tracing"
	"github.com/ethereum/go-ethereum/params"

	"github.com/ssequencer/ssequencer/merkle"
)

const gasExit = `
Tokens of L1 on their way in and out: first what is the mean over 64 as above, then the release on L1 of one exit
of 128, whose batch has six pairs. In a release are the proof's 35 hashes as calldata, the batch's state and root, and the
transfer; every account and slot is cold, as in any transaction. Nothing is cheaper for the second exit of a batch.

| in and out of L1 | gas |
|---|---|
`

// doorWorld is L1 and a chain, 901, between which a token can move.
type doorWorld struct {
	l1    *suiteChain
	chain *chain
	door  Door
	coin  common.Address // on L1
	token common.Address // on the chain
	sent  merkle.PairTree
	pairs []merkle.PairLeaf // of the batch
	// Gas of the gateway's deployment.
	deployed uint64
}

const gasL1 = 900

// newDoorWorld lists the token. That its code was shown, which is no part of what is
// measured, everybody says who is asked.
func newDoorWorld(t *testing.T) *doorWorld {
	t.Helper()
	w := &doorWorld{l1: newSuiteChain(t, 1, 2), chain: newChain(t, 901, gasL1)}
	shown := common.HexToAddress("0x5000")
	w.l1.state.SetCode(shown, common.FromHex("600160005260206000f3"), tracing.CodeChangeUnspecified) // returns 1
	plan := w.l1.plan
	w.door = PlanDoor(DoorConfig{L1: gasL1, Batches: w.l1.suite.Batches, Prover: shown, Messenger: plan.Messenger, Credit: UnlimitedCredit()})
	token := TokenOfL1{Bridge: plan.TokenBridge, Gateway: w.door.Gateway.Address, Decimals: 18, Name: "Coin", Symbol: "COIN"}.Step()
	coin := TestTokenInit(bob, gasL1, alice, new(big.Int).Mul(n(1_000_000), n(params.Ether)))
	w.coin, w.token = CREATE2Address(coin), token.Address
	for _, code := range [][]byte{plan.Steps[0].InitCode, w.door.Lockbox.InitCode, coin} {
		w.l1.must(alice, Create2Proxy, CREATE2Call(code))
	}
	w.deployed = gasOf(w.chain, alice, Create2Proxy, 0, CREATE2Call(w.door.Gateway.InitCode))
	w.chain.must(alice, Create2Proxy, CREATE2Call(token.InitCode))
	lockbox := NewLockbox()
	w.l1.must(registrar, plan.Messenger, EncodeOpenOutbound(901, 1))
	w.l1.must(alice, w.door.Lockbox.Address, lockbox.PackListGateway(n(901), w.door.Gateway.Address))
	w.l1.must(alice, w.door.Lockbox.Address, lockbox.PackListToken(n(901), w.coin, w.token, new(big.Int)))
	w.l1.must(alice, w.coin, NewTestToken().PackApprove(w.door.Lockbox.Address, n(params.Ether)))
	return w
}

// enter moves a row of tokens in and returns the mean gas of either side.
func (w *doorWorld) enter() (enter, relay uint64) {
	w.l1.t.Helper()
	data := NewLockbox().PackEnter(n(901), w.coin, alice, n(1000))
	for i := range gasWarmup + gasCount {
		entered := gasOf(w.l1.chain, alice, w.door.Lockbox.Address, 0, data)
		m, err := DecodeSentMessage(w.l1.last(SentMessageTopic))
		if err != nil {
			w.l1.t.Fatal(err)
		}
		id := Identifier{Origin: w.l1.plan.Messenger, BlockNumber: 1000, LogIndex: 7, Timestamp: 1_700_000_000, ChainID: gasL1}
		relayed := gasOf(w.chain, relayer, w.chain.plan.Messenger, 0, EncodeRelay(id, m, 1))
		w.chain.last(RelayedMessageTopic)
		if i >= gasWarmup {
			enter, relay = enter+entered, relay+relayed
		}
	}
	return enter / gasCount, relay / gasCount
}

// exit asks for a row of tokens on L1, of 100 each, for accounts that differ, and returns the
// mean gas.
func (w *doorWorld) exit() (exit uint64) {
	w.l1.t.Helper()
	route := merkle.Route{DeploymentID: deploymentOf(w.l1), Generation: 1, SourceMessenger: w.l1.plan.Messenger, DestinationMessenger: w.l1.plan.Messenger}
	for i := range gasWarmup + gasCount {
		gas := gasOf(w.chain, alice, w.door.Gateway.Address, 0, NewGateway().PackExit(w.token, exitTo(i), n(100)))
		m, err := DecodeSentMessage(w.chain.last(SentMessageTopic))
		if err == nil {
			err = w.sent.Append(route.Leaf(m.Hash(901)))
		}
		if err != nil {
			w.l1.t.Fatal(err)
		}
		if i >= gasWarmup {
			exit += gas
		}
	}
	return exit / gasCount
}

func exitTo(i int) common.Address { return common.BigToAddress(n(0xe0000 + uint64(i))) }

// deploymentOf returns the deployment id that L1's messenger has.
func deploymentOf(s *suiteChain) common.Hash {
	return common.BytesToHash(s.must(alice, s.plan.Messenger, NewMessenger().PackDeploymentId()))
}

// settle makes a batch final in which the exits are, among six pairs.
func (w *doorWorld) settle() {
	w.l1.t.Helper()
	root, err := w.sent.Root(w.sent.Count())
	if err != nil {
		w.l1.t.Fatal(err)
	}
	for _, p := range AllPairs([]uint64{gasL1, 901, 902}) {
		leaf := merkle.PairLeaf{Source: p.Source, Destination: p.Destination, Generation: 1, Root: merkle.EmptyRoot()}
		if p.Source == 901 && p.Destination == gasL1 {
			leaf.Count, leaf.Root = w.sent.Count(), root
		}
		w.pairs = append(w.pairs, leaf)
	}
	of, err := merkle.BatchRoot(w.pairs)
	if err != nil {
		w.l1.t.Fatal(err)
	}
	w.l1.submitRoot(of)
	w.l1.must(alice, w.l1.suite.Batches, NewBatches().PackMarkProven(w.l1.latest.Number, alice))
	w.l1.must(alice, w.l1.suite.Batches, NewBatches().PackFinalize(w.l1.latest))
}

// release lets one exit out and returns its gas.
func (w *doorWorld) release(i int, to common.Address) uint64 {
	w.l1.t.Helper()
	const pair = 2 // 901 to L1
	siblings, err := w.sent.Proof(uint64(i), w.sent.Count())
	if err != nil {
		w.l1.t.Fatal(err)
	}
	pairSiblings, err := merkle.BatchProof(w.pairs, pair)
	if err != nil {
		w.l1.t.Fatal(err)
	}
	proof := MessageProof{Source: n(901), Destination: n(gasL1), Generation: n(1), Count: n(w.sent.Count()), PairRoot: w.pairs[pair].Root,
		LeafIndex: n(uint64(i)), PairIndex: n(pair), PairCount: n(uint64(len(w.pairs)))}
	for _, s := range siblings {
		proof.Siblings = append(proof.Siblings, s)
	}
	for _, s := range pairSiblings {
		proof.PairSiblings = append(proof.PairSiblings, s)
	}
	return gasOf(w.l1.chain, bob, w.door.Lockbox.Address, 0, NewLockbox().PackRelease(LockboxExit{Batch: w.l1.latest.Number, Token: w.coin, To: to, Amount: n(100), Proof: proof}))
}

// writeExitGas writes what it takes to enter by L1's lockbox and to leave by it.
func writeExitGas(t *testing.T, report io.Writer) {
	t.Helper()
	fmt.Fprint(report, gasExit)
	row := func(name string, gas uint64) { fmt.Fprintf(report, "| %s | %d |\n", name, gas) }
	w := newDoorWorld(t)
	enter, relay := w.enter()
	row("`Lockbox.enter`, on L1", enter)
	row("`relayMessage` of it, to a holder", relay)
	row("`Gateway.exit`", w.exit())
	w.settle()
	row("`Lockbox.release`, the first of all of this token through this chain, to an account new to it", w.release(0, exitTo(0)))
	row("`Lockbox.release` to an account new to the token", w.release(1, exitTo(1)))
	w.l1.must(alice, w.coin, EncodeTransfer(exitTo(2), n(1)))
	row("`Lockbox.release` to a holder", w.release(2, exitTo(2)))
	row("deploy Lockbox", deployGas(t, w.door.Lockbox.InitCode))
	row("deploy Gateway", w.deployed)
}
