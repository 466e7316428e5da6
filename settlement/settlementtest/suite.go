package settlementtest

import (
	"context"
	"math/big"
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/merkle"
)

// SuiteWorld is a World together with what is settled. The operator is governor, guardian
// and the bond's owner.
type SuiteWorld struct {
	*World
	// Pairs are those that are settled, in the order of the batch tree.
	Pairs []chains.Pair
	// Claims are the batches that were submitted. Whoever has one voided takes it from here.
	Claims []merkle.Batch
}

// SuiteOptions say what a SuiteWorld has beside its chains.
type SuiteOptions struct {
	// Pairs are those that settle; none are all between the chains. L1 may be an end of
	// pairs: its messenger is there then, and L1's side of them open.
	Pairs []chains.Pair
	// Preset is what a chain's genesis has beside what every chain's has. What is preset at a
	// contract's address takes its place.
	Preset map[chains.ChainID]types.GenesisAlloc
	// Later are chains that are named on L1, and are not in the first version of the set.
	Later []chains.ChainID
}

// ether returns n ETH in wei.
func ether(n int64) *big.Int { return new(big.Int).Mul(big.NewInt(n), big.NewInt(params.Ether)) }

// Terms of a SuiteWorld's L1: seconds.
const (
	Window      = 7 * 24 * 3600 // without demand, before a batch is final unproven
	ProvePeriod = 12 * 3600
)

// StartSuite starts the nodes, deploys everything and announces the chains and the pairs.
// 100 ETH are at stake, a penalty is 5.
func StartSuite(t testing.TB, ids []chains.ChainID, options SuiteOptions) *SuiteWorld {
	t.Helper()
	w := &SuiteWorld{World: newWorld(t), Pairs: options.Pairs}
	w.preset = options.Preset
	if len(w.Pairs) == 0 {
		w.Pairs = between(ids)
	}
	w.Settlement = bindings.PlanSuite(w.suiteConfig()).Batches // which does not depend on the entry store
	w.startChains(ids)
	w.Suite = bindings.PlanSuite(w.suiteConfig())
	for _, step := range w.Suite.Steps {
		w.SendL1(w.Operator, bindings.Create2Proxy, bindings.CREATE2Call(step.InitCode))
	}
	w.SendL1(w.Operator, w.Suite.Batches, w.Suite.Setup())
	w.announce(options.Later)
	w.SendL1(w.Operator, w.Suite.Batches, bindings.NewBatches().PackSetSigners([]common.Address{w.Signer.Address()}, common.Big1))
	w.PayL1(w.Operator, w.Suite.Bond, bindings.NewBond().PackDeposit(), ether(100))
	return w
}

func between(ids []chains.ChainID) (pairs []chains.Pair) {
	for _, source := range ids {
		for _, destination := range ids {
			if source != destination {
				pairs = append(pairs, chains.Pair{Source: source, Destination: destination})
			}
		}
	}
	return pairs
}

func (w *SuiteWorld) suiteConfig() bindings.SuiteConfig {
	operator := w.Operator.Address()
	return bindings.SuiteConfig{
		Governor: operator, Guardian: operator, Operator: operator, Window: Window, EntryStore: w.Plan.RootStore,
		BondMinimum: ether(10), WithdrawalDelay: 24 * 3600, BurntPercent: 50,
		Terms: bindings.ChallengesTerms{ProveGas: big.NewInt(1_000_000), LeastDemand: big.NewInt(params.GWei),
			ProvePeriod: big.NewInt(ProvePeriod), Penalty: ether(5)},
	}
}

// announce registers the chains and the first version of the set, and opens the pairs that
// have an end on L1.
func (w *SuiteWorld) announce(later []chains.ChainID) {
	w.t.Helper()
	batches := bindings.NewBatches()
	var members []bindings.DependencySetMember
	for _, c := range w.Chains {
		w.SendL1(w.Operator, w.Suite.Batches, batches.PackRegisterChain(uint64(c.ID), w.Plan.RootStore, w.storeCode()))
		if slices.Contains(later, c.ID) {
			continue
		}
		members = append(members, bindings.DependencySetMember{ChainId: uint64(c.ID), StartBlock: 1})
	}
	var pairs []bindings.DependencySetPair
	for _, p := range w.Pairs {
		pairs = append(pairs, bindings.DependencySetPair{Source: uint64(p.Source), Destination: uint64(p.Destination), Generation: 1, Open: true})
	}
	w.openL1()
	w.PayL1(w.Operator, w.Suite.Batches, batches.PackAnnounce(1, members, pairs), new(big.Int))
}

// storeCode returns the hash of RootStore's code, as the first chain without a preset has it.
func (w *SuiteWorld) storeCode() common.Hash {
	w.t.Helper()
	for _, c := range w.Chains {
		if len(w.preset[c.ID]) > 0 {
			continue
		}
		code, err := c.Engine.Code(context.Background(), c.Head.Hash(), w.Plan.RootStore)
		w.must(err)
		return crypto.Keccak256Hash(code)
	}
	w.t.Fatal("every chain has a preset")
	return common.Hash{}
}

// openL1 deploys the messenger on L1 and opens the pairs with L1, where there are any.
func (w *SuiteWorld) openL1() {
	w.t.Helper()
	slot, deployed := w.NewSlot(), false
	for _, p := range w.Pairs {
		if p.Source != L1ID && p.Destination != L1ID {
			continue
		}
		if !deployed {
			w.SendL1(w.Operator, bindings.Create2Proxy, bindings.CREATE2Call(w.Plan.Steps[0].InitCode))
			deployed = true
		}
		if p.Source == L1ID {
			slot.Add(p.Destination, w.Operator, w.Plan.Messenger, bindings.EncodeOpenInbound(uint64(L1ID), 1))
			w.SendL1(w.Operator, w.Plan.Messenger, bindings.EncodeOpenOutbound(uint64(p.Destination), 1))
		} else {
			slot.Add(p.Source, w.Operator, w.Plan.Messenger, bindings.EncodeOpenOutbound(uint64(L1ID), 1))
		}
	}
	if deployed {
		slot.Build()
	}
}

// Batch returns the honest batch of everything since the last one.
func (w *SuiteWorld) Batch() merkle.Batch {
	w.t.Helper()
	last := w.Chains[0].Head.Time
	b := merkle.Batch{Number: uint64(len(w.Claims)) + 1, FirstTimestamp: 1, LastTimestamp: last}
	if n := len(w.Claims); n > 0 {
		b.Parent, b.FirstTimestamp = w.Claims[n-1].Hash(), w.Claims[n-1].LastTimestamp+1
	}
	for i, c := range w.Chains {
		r := merkle.ChainRange{ChainID: uint64(c.ID), FirstBlock: 1, LastBlock: c.Head.Number.Uint64(), LastBlockHash: c.Head.Hash(), StateRoot: c.Head.Root}
		if n := len(w.Claims); n > 0 {
			r.FirstBlock = w.Claims[n-1].Chains[i].LastBlock + 1
		}
		b.Chains = append(b.Chains, r)
	}
	w.SetRoots(&b, w.Leaves())
	return b
}

// SetRoots gives a batch the roots over pairs.
func (w *SuiteWorld) SetRoots(b *merkle.Batch, leaves []merkle.PairLeaf) {
	w.t.Helper()
	root, err := merkle.BatchRoot(leaves)
	w.must(err)
	b.PairsHash, err = merkle.PairsHash(leaves)
	w.must(err)
	b.BurnRoot, b.MintRoot = root, root
}

// Leaves reads what the receivers of the pairs hold at their chains' heads; of a pair to L1
// what the sender holds.
func (w *SuiteWorld) Leaves() []merkle.PairLeaf {
	w.t.Helper()
	var leaves []merkle.PairLeaf
	for _, p := range w.Pairs {
		keeper, peer, inbound := p.Destination, p.Source, true
		if p.Destination == L1ID {
			keeper, peer, inbound = p.Source, p.Destination, false
		}
		generation := max(w.Generations[p], 1)
		c, base := w.Chain(keeper), bindings.TreeSlot(inbound, uint64(peer), generation)
		values, err := c.Engine.Storage(context.Background(), c.Head.Hash(), []chains.StorageKey{
			{Address: w.Plan.RootStore, Slot: base}, {Address: w.Plan.RootStore, Slot: bindings.TreeRootSlot(base)}})
		w.must(err)
		leaves = append(leaves, merkle.PairLeaf{Source: uint64(p.Source), Destination: uint64(p.Destination), Generation: generation,
			Count: values[0].Big().Uint64(), Root: values[1]})
	}
	return leaves
}

// Submit puts a batch on L1 as its signer would.
func (w *SuiteWorld) Submit(b *merkle.Batch) *types.Receipt {
	w.t.Helper()
	receipt := w.SendL1(w.Poster, w.Suite.Batches, w.Submission(b))
	w.Claims = append(w.Claims, *b)
	return receipt
}

// Submission returns the signed calldata that submits a batch.
func (w *World) Submission(b *merkle.Batch) []byte {
	w.t.Helper()
	domain := chains.Domain{L1ChainID: L1ID, Settlement: w.Suite.Batches}
	signature, err := w.Signer.SignDigest(context.Background(), domain.Digest(merkle.VoteHash(1, b.Hash())))
	w.must(err)
	return bindings.NewBatches().PackSubmitBatch(Claim(b), 1, signature)
}

// Claim returns a batch in the form of the Batches contract.
func Claim(b *merkle.Batch) bindings.ClaimsBatch {
	out := bindings.ClaimsBatch{Number: b.Number, Parent: b.Parent, FirstTimestamp: b.FirstTimestamp, LastTimestamp: b.LastTimestamp,
		BurnRoot: b.BurnRoot, MintRoot: b.MintRoot, PairsHash: b.PairsHash}
	for _, r := range b.Chains {
		out.Chains = append(out.Chains, bindings.ClaimsChainRange{ChainId: Big(r.ChainID), FirstBlock: r.FirstBlock,
			LastBlock: r.LastBlock, LastBlockHash: r.LastBlockHash, StateRoot: r.StateRoot})
	}
	return out
}
