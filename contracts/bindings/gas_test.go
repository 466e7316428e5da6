package bindings

import (
	"flag"
	"fmt"
	"io"
	"math/big"
	"os"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"
)

var update = flag.Bool("update", false, "rewrite contracts/GAS.md")

const gasHeader = `# Gas

Measured by ` + "`go test ./contracts/bindings -run TestGas`" + ` on go-ethereum's EVM, whole transactions
with their intrinsic gas; rewritten with ` + "`-update`" + `. Sends, relays and appends are the
mean over 64 in a row after the first 64 of the pair, each with cold storage.

| message | send | relayMessage |
|---|---|---|
`

const gasOthers = `
| other | gas |
|---|---|
`

const gasMessage = `
One ` + "`sendERC20`" + ` to a holder in a batch of two chains with so many messages:

| messages | send and relay, on the chains | share of claim and finality, on L1 | share of a proof, on demand | all |
|---|---|---|---|---|
`

const gasWarmup, gasCount = 64, 64

// transfer is one kind of message whose two transactions are measured.
type transfer struct {
	name   string
	to     func(d Deployment) common.Address
	value  uint64 // wei, also given to the destination's ETH bridge
	encode func(d Deployment, i int) []byte
}

// measure sends and relays a row of messages between two new chains, and returns the
// mean gas of either side.
func (tr transfer) measure(t *testing.T) (send, relay uint64) {
	a, b := newChain(t, 901, 902), newChain(t, 902, 901)
	for i := range gasWarmup + gasCount {
		sent := gasOf(a, alice, tr.to(a.plan), tr.value, tr.encode(a.plan, i))
		gasOf(b, alice, b.plan.ETHBridge, tr.value, EncodeDeposit())
		m, err := DecodeSentMessage(a.last(SentMessageTopic))
		if err != nil {
			t.Fatal(err)
		}
		id := Identifier{Origin: a.plan.Messenger, BlockNumber: 1000, LogIndex: 7, Timestamp: 1_700_000_000, ChainID: a.id}
		relayed := gasOf(b, relayer, b.plan.Messenger, 0, EncodeRelay(id, m, 1))
		b.last(RelayedMessageTopic)
		if i >= gasWarmup {
			send, relay = send+sent, relay+relayed
		}
	}
	return send / gasCount, relay / gasCount
}

func gasOf(c *chain, from, to common.Address, value uint64, input []byte) uint64 {
	c.t.Helper()
	out, gas, err := c.transact(from, to, value, input)
	if err != nil {
		c.t.Fatalf("%v: %s", err, DecodeRevert(out))
	}
	return gas
}

func transfers() []transfer {
	messenger := func(d Deployment) common.Address { return d.Messenger }
	tokens := func(d Deployment) common.Address { return d.TokenBridge }
	eth := func(d Deployment) common.Address { return d.ETHBridge }
	amount := big.NewInt(1e18)
	return []transfer{
		{"`sendMessage` of 32 bytes to an account without code", messenger, 0, func(Deployment, int) []byte {
			return EncodeSendMessage(902, bob, make([]byte, 32))
		}},
		{"`sendERC20` to a holder", tokens, 0, func(d Deployment, _ int) []byte {
			return EncodeSendERC20(d.TestToken, bob, amount, 902)
		}},
		{"`sendERC20` to an account new to the token", tokens, 0, func(d Deployment, i int) []byte {
			return EncodeSendERC20(d.TestToken, common.BytesToAddress(crypto.Keccak256([]byte{byte(i)})), amount, 902)
		}},
		{"`sendETH`", eth, 1e9, func(Deployment, int) []byte { return EncodeSendETH(bob, 902) }},
	}
}

// The gas of the transactions people pay for is on record, and changes are seen.
func TestGas(t *testing.T) {
	var report strings.Builder
	report.WriteString(gasHeader)
	var onChains uint64 // of a transfer to a holder
	for i, tr := range transfers() {
		send, relay := tr.measure(t)
		if i == 1 {
			onChains = send + relay
		}
		fmt.Fprintf(&report, "| %s | %d | %d |\n", tr.name, send, relay)
	}
	report.WriteString(gasOthers)
	fmt.Fprintf(&report, "| RootStore append alone, without the transaction's 21,000 | %d |\n", measureAppend(t))
	for _, step := range testPlan().Steps {
		fmt.Fprintf(&report, "| deploy %s | %d |\n", step.Name, deployGas(t, step.InitCode))
	}
	shared := writeSuiteGas(t, &report)
	writeExitGas(t, &report)
	writeMessageGas(t, &report, onChains, shared)
	checkGasReport(t, report.String())
}

// writeMessageGas writes what one of many messages of a batch costs in all. Claim and finality
// are every batch's; a proof, as GAS-PROOFS.md has it for two chains, is only made on demand.
func writeMessageGas(t *testing.T, report io.Writer, onChains, shared uint64) {
	t.Helper()
	recorded, err := os.ReadFile("../GAS-PROOFS.md")
	if err != nil {
		t.Fatal(err)
	}
	var pairs, proof uint64
	_, row, _ := strings.Cut(string(recorded), "\n| 2 |")
	if _, err := fmt.Sscanf(row, " %d | %d |", &pairs, &proof); err != nil {
		t.Fatal(err)
	}
	fmt.Fprint(report, gasMessage)
	for _, messages := range []uint64{1, 10, 100, 1000} {
		fmt.Fprintf(report, "| %d | %d | %d | %d | %d |\n", messages, onChains, shared/messages, proof/messages, onChains+(shared+proof)/messages)
	}
}

// deployGas is the gas of a deployment through the proxy.
func deployGas(t *testing.T, initCode []byte) uint64 {
	c := newEmptyChain(t, homeChain)
	return gasOf(c, alice, Create2Proxy, 0, CREATE2Call(initCode))
}

// measureAppend is the mean gas of an append, called by the messenger itself.
func measureAppend(t *testing.T) (total uint64) {
	c := newChain(t, 901, 902)
	for i := range gasWarmup + gasCount {
		leaf := crypto.Keccak256Hash([]byte{byte(i)})
		gas := gasOf(c, c.plan.Messenger, c.plan.RootStore, 0, NewRootStore().PackAppendOutbound(n(902), n(1), leaf))
		if i >= gasWarmup {
			total += gas - params.TxGas
		}
	}
	return total / gasCount
}

func checkGasReport(t *testing.T, report string) {
	t.Helper()
	const file = "../GAS.md"
	if *update {
		if err := os.WriteFile(file, []byte(report), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	committed, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if string(committed) != report {
		t.Errorf("GAS.md is not current (run with -update), measured:\n%s", report)
	}
}
