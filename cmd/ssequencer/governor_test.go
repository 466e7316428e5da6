package main

import (
	"slices"
	"strings"
	"testing"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/contracts/bindings"
)

func setOf(ids ...uint64) *setVersion {
	s := &setVersion{number: 3, pairs: bindings.AllPairs(ids)}
	for _, id := range ids[1:] { // the first is L1
		s.members = append(s.members, bindings.DependencySetMember{ChainId: id, StartBlock: 5})
	}
	return s
}

// A version is the one before with what was changed, in the order that L1 wants, and says
// what was changed.
func TestNextVersionOfTheSet(t *testing.T) {
	last := setOf(900, 901, 903)
	next := last.next()
	if err := next.join(902, 7); err != nil {
		t.Fatal(err)
	}
	for _, p := range next.pairsBetween(900, true) {
		next.open(p, 4)
	}
	next.pair(chains.Pair{Source: 903, Destination: 901}).Open = false
	next.open(chains.Pair{Source: 900, Destination: 901}, 2)
	next.sort()
	if next.number != 4 || len(next.pairs) != 12 || !slices.Equal(next.members, []bindings.DependencySetMember{{ChainId: 901}, {ChainId: 902, StartBlock: 7}, {ChainId: 903}}) {
		t.Fatalf("%+v", next)
	}
	changed := strings.Join(next.changesFrom(last), "\n")
	want := strings.TrimSpace(`
chain 902 joins with block 7
pair 900 to 901: open in generation 1 -> open in generation 2
pair 900 to 902: new, open in generation 4
pair 901 to 902: new, open in generation 4
pair 902 to 900: new, open in generation 4
pair 902 to 901: new, open in generation 4
pair 902 to 903: new, open in generation 4
pair 903 to 901: open in generation 1 -> closed in generation 1
pair 903 to 902: new, open in generation 4`)
	if changed != want {
		t.Errorf("changed:\n%s", changed)
	}
	if last.members[0].StartBlock != 5 || !last.pair(chains.Pair{Source: 903, Destination: 901}).Open {
		t.Error("the version before has changed")
	}
}

// A chain leaves with its pairs, and not while one of them is open.
func TestChainLeavesTheSet(t *testing.T) {
	last := setOf(900, 901, 902)
	if err := last.next().leave(902); err == nil || !strings.Contains(err.Error(), "close-pair 900:902 901:902 902:900 902:901") {
		t.Errorf("leaves with open pairs: %v", err)
	}
	for i, p := range last.pairs {
		last.pairs[i].Open = p.Source != 902 && p.Destination != 902
	}
	next := last.next()
	if err := next.leave(902); err != nil || len(next.pairs) != 2 || len(next.members) != 1 {
		t.Errorf("%v, %+v", err, next)
	}
	if says := strings.Join(next.changesFrom(last), "\n"); !strings.Contains(says, "chain 902 leaves") || !strings.Contains(says, "pair 902 to 901: goes with its chain") {
		t.Error(says)
	}
	if next.leave(902) == nil || next.join(901, 3) == nil {
		t.Error("a chain leaves or joins twice")
	}
}

// governs shows what the governor and the registrar could do, and does none of it.
func (n *network) governs(t *testing.T) {
	a, signer, token := n.Chains[0], n.Sequencer.Signer.Hex(), n.L1.Settlement.Hex()
	dry := func(args string) result { return n.service(t, args+" --dry-run --l1 "+n.L1.RPC) }
	expect(t, dry("governor set-signers --quorum 2 "+token+" "+signer), codeOK, "Batches.setSigners", "epoch 2 begins: 2 of 0x", "the governor")
	expect(t, dry("governor set-signers --quorum 2 "+signer), codeFailure, "refused: BadSigners()")
	expect(t, dry("governor set-signers "+signer+" "+signer), codeFailure, "refused: BadSigners()")
	expect(t, dry("governor name-contract 901 "+a.Messenger.Hex()), codeOK, "Batches.nameContract", "is named, for ever")
	expect(t, dry("governor name-contract 901 "+a.RootStore.Hex()), codeFailure, "refused: AlreadyRegistered()")
	expect(t, dry("governor name-contract 901 "+signer), codeFailure, "no contract at "+signer)
	expect(t, dry("governor register 904 --code-hash 0x12"), codeUsage, "not a hash")
	expect(t, dry("governor list-gateway 901 "+signer), codeFailure, "no such contract at "+signer)
	expect(t, dry("governor list-token 901 "+signer+" "+signer), codeFailure, "no ERC-20 token at "+signer)
	expect(t, dry("governor open-pair 901:902"), codeFailure, "close it first")
	expect(t, dry("governor open-pair 901:902 --at-once"), codeOK, "open in generation 1 -> open in generation 2")
	expect(t, dry("governor close-pair 901:902 --from-batch 1"), codeFailure, "refused: BatchTaken(fromBatch 1)")
	expect(t, dry("governor leave 902"), codeFailure, "it has open pairs")
	expect(t, dry("registrar open-receiving 901:902"), codeFailure, "refused: PeerAlreadyOpen(peer 901)")
	expect(t, dry("registrar set-credit 901 "+a.TokenBridge.Hex()+" "+a.TestToken.Hex()+" 7"), codeOK, "the registrar", "ahead of L1")
	expect(t, dry("registrar open-sending 901:904"), codeUsage, "chain 904 is not in the set", "--chain 904=URL")
	expect(t, n.service(t, "registrar close-sending 901:902 902:901 --calldata --l1 "+n.L1.RPC), codeUsage, "prints one call")
	alone := []string{"governor", "show", "--l1", n.L1.RPC, "--settlement", n.L1.Settlement.Hex(), "--messenger", a.Messenger.Hex(), "--chain", "901=" + a.Node, "--rpc-url", "http://127.0.0.1:1"}
	expect(t, command(t, alone...), codeOK, "chain 902", "say where chain 902 is", "902 to 901  open in generation 1  ?")
}

// Wrong usage is found before anything is asked.
func TestUsageOfGovernor(t *testing.T) {
	for _, args := range []string{"governor close-pair", "governor show 901", "governor join", "registrar open-sending", "governor close-pair 901:902 --dry-run --calldata"} {
		if got := command(t, strings.Fields(args)...); got.code != codeUsage {
			t.Errorf("%s: exit code %d\n%s", args, got.code, got.err)
		}
	}
	for _, bad := range []string{"901", "901:901", "901:902:903", ":902", "x:902"} {
		if _, err := pairArguments([]string{bad}); exitCode(err) != codeUsage {
			t.Errorf("%q is taken: %v", bad, err)
		}
	}
	if _, err := pairArguments([]string{"901:902", "901:902"}); err == nil {
		t.Error("a pair is taken twice")
	}
}
