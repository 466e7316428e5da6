package bindings

import (
	"bytes"
	"crypto/ecdsa"
	"fmt"
	"io"
	"math/big"
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"
)

const gasSuite = `
| on L1, with Batches and its suite; 2 chains where not said | gas |
|---|---|
`

// suiteChain is L1 with Batches and its suite, whose prover is alice.
type suiteChain struct {
	*chain
	suite  Suite
	keys   []*ecdsa.PrivateKey // ascending by address
	latest ClaimsBatch
	// Gas of the suite's steps.
	deployed []uint64
}

// writeSuiteGas returns what a batch of two chains costs until it is final.
func writeSuiteGas(t *testing.T, report io.Writer) uint64 {
	fmt.Fprint(report, gasSuite)
	for _, signers := range []int{1, 4, 7, 21} {
		s := newSuiteChain(t, signers, 2)
		s.submit()
		fmt.Fprintf(report, "| `submitBatch`, %d signers | %d |\n", signers, s.submit())
	}
	for _, count := range []int{4, 8, 16} {
		s := newSuiteChain(t, 1, count)
		s.submit()
		fmt.Fprintf(report, "| `submitBatch`, 1 signer, %d chains | %d |\n", count, s.submit())
	}
	whole := writeChallengeGas(t, report)
	s := newSuiteChain(t, 1, 2)
	for i, step := range s.suite.Steps {
		fmt.Fprintf(report, "| deploy %s | %d |\n", step.Name, s.deployed[i])
	}
	return whole
}

func writeChallengeGas(t *testing.T, report io.Writer) uint64 {
	s, challenges := newSuiteChain(t, 1, 2), NewChallenges()
	row := func(name string, gas uint64) { fmt.Fprintf(report, "| %s | %d |\n", name, gas) }
	s.submit()
	row("`demandProof`", gasOf(s.chain, bob, s.suite.Challenges, params.GWei, challenges.PackDemandProof(1)))
	s.time += 50_000
	row("`expire`: batch void, bond slashed", gasOf(s.chain, bob, s.suite.Challenges, 0, challenges.PackExpire(s.latest)))

	s = newSuiteChain(t, 1, 2)
	s.submit()
	gasOf(s.chain, bob, s.suite.Challenges, params.GWei, challenges.PackDemandProof(1))
	s.must(alice, s.suite.Batches, NewBatches().PackMarkProven(1, alice))
	row("`answer`: the prover is paid", gasOf(s.chain, bob, s.suite.Challenges, 0, challenges.PackAnswer(1)))
	finalize := gasOf(s.chain, bob, s.suite.Batches, 0, NewBatches().PackFinalize(s.latest))
	row("`finalize`", finalize)
	claim := s.submit()
	a := Preconfirmation{Epoch: 1, ChainId: n(901), Height: 5, Grade: 2}
	b := a
	b.TxHash[0] = 1
	row("`accuse`: two promises, bond slashed",
		gasOf(s.chain, bob, s.suite.Challenges, 0, challenges.PackAccuse(EquivocationsStatement{Preconfirmation: a, Signature: s.promise(a)},
			EquivocationsStatement{Preconfirmation: b, Signature: s.promise(b)}, [2][][]byte{})))
	return claim + finalize
}

func newSuiteChain(t *testing.T, signers, chainCount int) *suiteChain {
	t.Helper()
	s := &suiteChain{chain: newEmptyChain(t, 900)}
	s.time = 1_000_000
	stake := new(big.Int).Mul(n(5), n(params.GWei))
	s.suite = PlanSuite(SuiteConfig{Governor: alice, Guardian: alice, Operator: alice, Window: 86_400,
		BondMinimum: stake, WithdrawalDelay: 86_400, BurntPercent: 50, Terms: ChallengesTerms{ProveGas: n(1_000_000),
			LeastDemand: n(params.GWei), ProvePeriod: n(43_200), Penalty: stake}})
	for _, step := range s.suite.Steps {
		s.deployed = append(s.deployed, gasOf(s.chain, alice, Create2Proxy, 0, CREATE2Call(step.InitCode)))
	}
	batches := NewBatches()
	s.must(alice, s.suite.Batches, batches.PackSetSuite(alice, s.suite.Challenges, s.suite.Bond))
	var addresses []common.Address
	for i := range signers {
		key, err := crypto.ToECDSA(crypto.Keccak256([]byte{byte(i)}))
		if err != nil {
			t.Fatal(err)
		}
		s.keys = append(s.keys, key)
	}
	slices.SortFunc(s.keys, func(a, b *ecdsa.PrivateKey) int {
		x, y := crypto.PubkeyToAddress(a.PublicKey), crypto.PubkeyToAddress(b.PublicKey)
		return bytes.Compare(x[:], y[:])
	})
	for _, key := range s.keys {
		addresses = append(addresses, crypto.PubkeyToAddress(key.PublicKey))
	}
	s.must(alice, s.suite.Batches, batches.PackSetSigners(addresses, n(uint64(signers))))
	var members []DependencySetMember
	for i := range chainCount {
		id := 901 + uint64(i)
		s.must(alice, s.suite.Batches, batches.PackRegisterChain(id, bob, crypto.Keccak256Hash()))
		members = append(members, DependencySetMember{ChainId: id, StartBlock: 1})
	}
	s.must(alice, s.suite.Batches, batches.PackAnnounce(1, members, nil))
	if _, err := s.call(alice, s.suite.Bond, stake.Uint64(), NewBond().PackDeposit()); err != nil {
		t.Fatal(err)
	}
	for _, m := range members {
		s.latest.Chains = append(s.latest.Chains, ClaimsChainRange{ChainId: n(m.ChainId)})
	}
	return s
}

// submit submits the next batch, signed by all, and returns its gas.
func (s *suiteChain) submit() uint64 {
	s.t.Helper()
	return s.submitRoot(crypto.Keccak256Hash([]byte{byte(s.latest.Number + 1)}))
}

// submitRoot is submit of a batch with a root.
func (s *suiteChain) submitRoot(root common.Hash) uint64 {
	s.t.Helper()
	batches, b := NewBatches(), s.latest
	if b.Number > 0 {
		b.Parent = [32]byte(s.must(alice, s.suite.Batches, batches.PackHashOf(b)))
	}
	b.Number++
	b.FirstTimestamp, b.LastTimestamp = b.Number, b.Number
	b.BurnRoot = root
	b.MintRoot, b.PairsHash = b.BurnRoot, b.BurnRoot
	for i := range b.Chains {
		r := &b.Chains[i]
		r.FirstBlock, r.LastBlock, r.LastBlockHash, r.StateRoot = b.Number, b.Number, b.BurnRoot, b.BurnRoot
	}
	hash := [32]byte(s.must(alice, s.suite.Batches, batches.PackHashOf(b)))
	digest := s.must(alice, s.suite.Batches, batches.PackVoteDigest(1, hash))
	var votes []byte
	for _, key := range s.keys {
		votes = append(votes, s.sign(key, digest)...)
	}
	s.latest = b
	return gasOf(s.chain, alice, s.suite.Batches, 0, batches.PackSubmitBatch(b, 1, votes))
}

func (s *suiteChain) sign(key *ecdsa.PrivateKey, digest []byte) []byte {
	s.t.Helper()
	signature, err := crypto.Sign(digest, key)
	if err != nil {
		s.t.Fatal(err)
	}
	signature[64] += 27
	return signature
}

// promise signs one.
func (s *suiteChain) promise(p Preconfirmation) []byte {
	s.t.Helper()
	word := func(v uint64) []byte { return common.BigToHash(n(v)).Bytes() }
	typeHash := crypto.Keccak256([]byte("Preconfirmation(uint64 epoch,uint256 chainId,uint64 height,uint64 index,bytes32 txHash,bytes32 receiptHash,bytes32 bundleHash,uint64 timestamp,uint64 l1OriginNumber,bytes32 l1OriginHash,bytes32 previous,uint8 grade)"))
	hash := crypto.Keccak256(typeHash, word(p.Epoch), p.ChainId.FillBytes(make([]byte, 32)), word(p.Height), word(p.Index), p.TxHash[:],
		p.ReceiptHash[:], p.BundleHash[:], word(p.Timestamp), word(p.L1OriginNumber), p.L1OriginHash[:], p.Previous[:], word(uint64(p.Grade)))
	domain := s.must(alice, s.suite.Batches, NewBatches().PackDomainSeparator())
	return s.sign(s.keys[0], crypto.Keccak256([]byte{0x19, 0x01}, domain, hash))
}
