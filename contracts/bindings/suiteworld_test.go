package bindings_test

import (
	"context"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"
	"github.com/ethereum/go-ethereum/rlp"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/merkle"
	"github.com/ssequencer/ssequencer/settlement/settlementtest"
)

// suiteWorld is real chains whose batches are claimed and proven on a real L1.
type suiteWorld struct {
	*settlementtest.World
	t     *testing.T
	suite bindings.Suite
	pairs []chains.Pair // in the order of the batch tree
	sent  map[chains.Pair]*merkle.PairTree
	// Of every pair the messages not relayed yet.
	owed     map[chains.Pair][]settlementtest.Message
	received map[chains.Pair]uint64
	claims   []merkle.Batch
	leaves   [][]merkle.PairLeaf // of every claim
}

func ether(n int64) *big.Int { return new(big.Int).Mul(big.NewInt(n), big.NewInt(params.Ether)) }

// newSuiteWorld starts chains, deploys L1's contracts and opens all pairs between the chains.
func newSuiteWorld(t *testing.T, ids ...chains.ChainID) *suiteWorld {
	var pairs []chains.Pair
	for _, source := range ids {
		for _, destination := range ids {
			if source != destination {
				pairs = append(pairs, chains.Pair{Source: source, Destination: destination})
			}
		}
	}
	return newSuiteWorldOf(t, pairs, ids...)
}

func newSuiteWorldOf(t *testing.T, open []chains.Pair, ids ...chains.ChainID) *suiteWorld {
	world := settlementtest.StartSuite(t, ids, settlementtest.SuiteOptions{Pairs: open}).World
	w := &suiteWorld{World: world, t: t, suite: world.Suite, pairs: open, sent: make(map[chains.Pair]*merkle.PairTree),
		owed: make(map[chains.Pair][]settlementtest.Message), received: make(map[chains.Pair]uint64)}
	for _, pair := range w.pairs {
		w.sent[pair] = new(merkle.PairTree)
	}
	return w
}

func (w *suiteWorld) must(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
}

// messages sends some messages of each pair in one slot and relays all but the last
// unrelayed ones.
func (w *suiteWorld) messages(count map[chains.Pair]int, owed map[chains.Pair]int) {
	w.t.Helper()
	s := w.NewSlot()
	for _, pair := range w.pairs {
		for range count[pair] {
			m := s.Send(pair.Source, pair.Destination)
			w.owed[pair] = append(w.owed[pair], m)
			w.must(w.sent[pair].Append(w.route().Leaf(m.Hash())))
		}
		for len(w.owed[pair]) > owed[pair] {
			s.Relay(w.owed[pair][0])
			w.owed[pair] = w.owed[pair][1:]
			w.received[pair]++
		}
	}
	s.Build()
}

func (w *suiteWorld) route() merkle.Route {
	return merkle.Route{DeploymentID: w.DeploymentID(), Generation: 1, SourceMessenger: w.Plan.Messenger, DestinationMessenger: w.Plan.Messenger}
}

// claim submits the batch of all blocks since the last one.
func (w *suiteWorld) claim() uint64 {
	w.t.Helper()
	for _, pair := range w.pairs {
		if pair.Destination == settlementtest.L1ID { // receives without a tree of its own
			w.received[pair] = w.sent[pair].Count()
		}
	}
	last := w.Chains[0].Head.Time
	b := merkle.Batch{Number: uint64(len(w.claims)) + 1, FirstTimestamp: last, LastTimestamp: last}
	for i, c := range w.Chains {
		r := merkle.ChainRange{ChainID: uint64(c.ID), FirstBlock: 1, LastBlock: c.Head.Number.Uint64(), LastBlockHash: c.Head.Hash(), StateRoot: c.Head.Root}
		if n := len(w.claims); n > 0 {
			b.Parent, r.FirstBlock = w.claims[n-1].Hash(), w.claims[n-1].Chains[i].LastBlock+1
		}
		b.Chains = append(b.Chains, r)
	}
	var leaves []merkle.PairLeaf
	for _, pair := range w.pairs {
		root, err := w.sent[pair].Root(w.received[pair])
		w.must(err)
		leaves = append(leaves, merkle.PairLeaf{Source: uint64(pair.Source), Destination: uint64(pair.Destination), Generation: 1, Count: w.received[pair], Root: root})
	}
	root, err := merkle.BatchRoot(leaves)
	w.must(err)
	b.BurnRoot, b.MintRoot = root, root
	b.PairsHash, err = merkle.PairsHash(leaves)
	w.must(err)
	w.claims, w.leaves = append(w.claims, b), append(w.leaves, leaves)

	domain := chains.Domain{L1ChainID: settlementtest.L1ID, Settlement: w.suite.Batches}
	signature, err := w.Signer.SignDigest(context.Background(), domain.Digest(merkle.VoteHash(1, b.Hash())))
	w.must(err)
	w.SendL1(w.Poster, w.suite.Batches, bindings.NewBatches().PackSubmitBatch(settlementtest.Claim(&b), 1, signature))
	return b.Number
}

// accountProof is eth_getProof's result.
type accountProof struct {
	AccountProof []hexutil.Bytes
	StorageProof []struct{ Proof []hexutil.Bytes }
}

func (w *suiteWorld) proofAt(c *settlementtest.Chain, block common.Hash, account common.Address, slots ...common.Hash) accountProof {
	w.t.Helper()
	client := c.Node.Attach()
	defer client.Close()
	var p accountProof
	slots = append([]common.Hash{}, slots...) // never null
	w.must(client.Call(&p, "eth_getProof", account, slots, map[string]any{"blockHash": block}))
	return p
}

func plain(nodes []hexutil.Bytes) [][]byte {
	out := make([][]byte, len(nodes))
	for i, n := range nodes {
		out[i] = n
	}
	return out
}

// chainProofs shows an account in the end block of all chains, or of those named.
func (w *suiteWorld) chainProofs(number uint64) []bindings.ChainProofsChainProof {
	w.t.Helper()
	var proofs []bindings.ChainProofsChainProof
	for i := range w.Chains {
		proofs = append(proofs, w.chainProof(number, i, w.Plan.RootStore))
	}
	return proofs
}

func (w *suiteWorld) chainProof(number uint64, i int, account common.Address) bindings.ChainProofsChainProof {
	w.t.Helper()
	block := w.claims[number-1].Chains[i].LastBlockHash
	var pool bindings.NodePool
	path, err := pool.Add(plain(w.proofAt(w.Chains[i], block, account).AccountProof))
	w.must(err)
	return bindings.ChainProofsChainProof{Index: big.NewInt(int64(i)), Header: w.header(i, block), Nodes: pool.Nodes(), Path: path}
}

func (w *suiteWorld) header(chain int, block common.Hash) []byte {
	w.t.Helper()
	header, err := w.Chains[chain].Engine.HeaderByHash(context.Background(), block)
	w.must(err)
	enc, err := rlp.EncodeToBytes(header)
	w.must(err)
	return enc
}

// pairsProof shows the named pairs of a batch on top of a base, one pool per chain.
func (w *suiteWorld) pairsProof(number, base uint64, nodes []merkle.PairLeaf, indexes ...int) bindings.ProverPairsProof {
	w.t.Helper()
	pools := make([]bindings.NodePool, len(w.Chains))
	p := bindings.ProverPairsProof{Base: base, Last: true}
	for _, leaf := range nodes {
		var node [32]byte
		if leaf != (merkle.PairLeaf{}) {
			node = crypto.Keccak256Hash(leaf.Encode())
		}
		p.Nodes = append(p.Nodes, node)
	}
	for _, i := range indexes {
		p.Pairs = append(p.Pairs, w.pairProof(number, base, i, pools))
	}
	for i := range pools {
		p.Pools = append(p.Pools, pools[i].Nodes())
	}
	return p
}

func (w *suiteWorld) pairProof(number, base uint64, i int, pools []bindings.NodePool) bindings.ProverPairProof {
	w.t.Helper()
	pair, leaf := w.pairs[i], w.leaves[number-1][i]
	p := bindings.ProverPairProof{Index: big.NewInt(int64(i)), OldCount: new(big.Int), Count: new(big.Int).SetUint64(leaf.Count), Root: leaf.Root}
	unchanged := false
	if base > 0 {
		old := w.leaves[base-1][i]
		p.OldCount.SetUint64(old.Count)
		p.OldRoot = old.Root
		unchanged = old == leaf
	}
	isExit := pair.Destination == settlementtest.L1ID
	keeper, slot := pair.Destination, bindings.TreeSlot(true, uint64(pair.Source), 1)
	if isExit {
		keeper, slot = pair.Source, bindings.TreeSlot(false, uint64(pair.Destination), 1)
	}
	p.Pool, p.SentPool = big.NewInt(int64(w.place(keeper))), new(big.Int)
	p.RootPath = w.slotPath(number, w.place(keeper), bindings.TreeRootSlot(slot), pools)
	if unchanged {
		return p
	}
	if leaf.Count > 0 {
		p.CountPath = w.slotPath(number, w.place(keeper), slot, pools)
	}
	if !isExit {
		w.addSender(&p, number, pair, pools)
	}
	return p
}

// addSender shows the sender's tree, and that it began as the receiver's.
func (w *suiteWorld) addSender(p *bindings.ProverPairProof, number uint64, pair chains.Pair, pools []bindings.NodePool) {
	w.t.Helper()
	all, received := w.sent[pair].Count(), p.Count.Uint64()
	if pair.Source == settlementtest.L1ID {
		root, err := w.sent[pair].Root(all)
		w.must(err)
		p.EntryRoot = root
	} else {
		sender := w.place(pair.Source)
		p.SentPool = big.NewInt(int64(sender))
		p.SentPath = w.slotPath(number, sender, bindings.TreeRootSlot(bindings.TreeSlot(false, uint64(pair.Destination), 1)), pools)
	}
	if all <= received {
		return
	}
	growth, err := w.sent[pair].ConsistencyProof(all, received)
	w.must(err)
	for _, hash := range growth {
		p.Growth = append(p.Growth, hash)
	}
}

func (w *suiteWorld) place(id chains.ChainID) int {
	for i, c := range w.Chains {
		if c.ID == id {
			return i
		}
	}
	w.t.Fatalf("no chain %d", id)
	return 0
}

func (w *suiteWorld) slotPath(number uint64, chain int, slot common.Hash, pools []bindings.NodePool) []byte {
	w.t.Helper()
	proof := w.proofAt(w.Chains[chain], w.claims[number-1].Chains[chain].LastBlockHash, w.Plan.RootStore, slot)
	path, err := pools[chain].Add(plain(proof.StorageProof[0].Proof))
	w.must(err)
	return path
}
