package bindings

import (
	"math/big"

	"github.com/ethereum/go-ethereum/common"
)

// SuiteConfig is what L1's contracts are made with. Times are seconds, amounts wei.
type SuiteConfig struct {
	Governor common.Address // names chains, pairs and signers
	Guardian common.Address // stops new batches
	Operator common.Address // the bond is his
	// Window is the time without demand after which a batch needs no proof.
	Window uint64
	// BlockHashes says which blocks chains have; zero deploys SignersBlockHashes: the
	// signer's word.
	BlockHashes common.Address
	// EntryStore is the RootStore on L1 for pairs from L1, zero where there are none.
	EntryStore common.Address

	BondMinimum     *big.Int
	WithdrawalDelay uint64
	BurntPercent    uint64
	Terms           ChallengesTerms
}

// Suite is L1's contracts. Their addresses follow from the config.
type Suite struct {
	BlockHashes common.Address
	Batches     common.Address
	Prover      common.Address
	Bond        common.Address
	Challenges  common.Address
	Steps       []Step // in the order of deployment
}

// PlanSuite computes the deployment of L1's contracts. After its steps the governor calls
// the Batches' setSuite with Setup, once.
func PlanSuite(cfg SuiteConfig) Suite {
	s := Suite{BlockHashes: cfg.BlockHashes}
	if s.BlockHashes == (common.Address{}) {
		s.BlockHashes = s.add("SignersBlockHashes", common.FromHex(SignersBlockHashesMetaData.Bin))
	}
	s.Batches = s.add("Batches", initCode(BatchesMetaData.Bin,
		NewBatches().PackConstructor(cfg.Governor, cfg.Guardian, s.BlockHashes, new(big.Int).SetUint64(cfg.Window))))
	s.Prover = s.add("Prover", initCode(ProverMetaData.Bin, NewProver().PackConstructor(s.Batches, cfg.EntryStore)))
	s.Bond = s.add("Bond", initCode(BondMetaData.Bin, NewBond().PackConstructor(s.Batches, cfg.Operator, cfg.BondMinimum,
		new(big.Int).SetUint64(cfg.WithdrawalDelay), new(big.Int).SetUint64(cfg.BurntPercent))))
	s.Challenges = s.add("Challenges", initCode(ChallengesMetaData.Bin,
		NewChallenges().PackConstructor(s.Batches, s.Bond, cfg.Terms)))
	return s
}

// Setup returns the calldata with which the governor tells Batches of the others.
func (s *Suite) Setup() []byte { return NewBatches().PackSetSuite(s.Prover, s.Challenges, s.Bond) }

// Founding is what the governor of a new suite says before the first batch.
type Founding struct {
	Chains     []uint64       // ascending
	StartBlock uint64         // first block of each that is settled
	RootStore  common.Address // on each
	CodeHash   common.Hash    // of RootStore
	Pairs      []DependencySetPair
	Signer     common.Address
}

// AllPairs returns the pairs between all of the chains, in their first generation, in the
// order of the batch tree.
func AllPairs(ids []uint64) []DependencySetPair {
	var pairs []DependencySetPair
	for _, source := range ids {
		for _, destination := range ids {
			if source != destination {
				pairs = append(pairs, DependencySetPair{Source: source, Destination: destination, Generation: 1, Open: true})
			}
		}
	}
	return pairs
}

// Call is a transaction to send to a contract.
type Call struct {
	What string // for people
	Data []byte
	Gas  uint64 // a limit that suffices
}

// Found returns the governor's calls of Batches, in order. Batches are accepted once the
// bond is deposited, too.
func (s *Suite) Found(f Founding) []Call {
	const gas, perPlace = 500_000, 60_000
	b := NewBatches()
	calls := []Call{{"name the suite", s.Setup(), gas}}
	var members []DependencySetMember
	for _, id := range f.Chains {
		calls = append(calls, Call{"register a chain", b.PackRegisterChain(id, f.RootStore, f.CodeHash), gas})
		members = append(members, DependencySetMember{ChainId: id, StartBlock: f.StartBlock})
	}
	places := uint64(len(members) + len(f.Pairs))
	return append(calls, Call{"announce the set", b.PackAnnounce(1, members, f.Pairs), gas + places*perPlace},
		Call{"name the signer", b.PackSetSigners([]common.Address{f.Signer}, common.Big1), gas})
}

// OrderedDataInit returns the init code of the contract through which batches' transactions
// are put on L1. It belongs to no suite and has the same address on every L1.
func OrderedDataInit() []byte { return common.FromHex(OrderedDataMetaData.Bin) }

// OrderedDataAddress returns where Create2Proxy deploys OrderedDataInit.
func OrderedDataAddress() common.Address { return CREATE2Address(OrderedDataInit()) }

func (s *Suite) add(name string, code []byte) common.Address {
	address := CREATE2Address(code)
	s.Steps = append(s.Steps, Step{Name: name, Address: address, InitCode: code})
	return address
}

func initCode(bin string, arguments []byte) []byte {
	return append(common.FromHex(bin), arguments...)
}
