package bindings_test

import (
	"context"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/rawdb"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethdb"
	"github.com/ethereum/go-ethereum/ethdb/memorydb"
	"github.com/ethereum/go-ethereum/rlp"
	"github.com/ethereum/go-ethereum/trie"
	"github.com/ethereum/go-ethereum/triedb"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/merkle"
	"github.com/ssequencer/ssequencer/settlement/settlementtest"
)

const l1 = settlementtest.L1ID

// lockWorld is a suiteWorld with a token of L1 that two chains know.
type lockWorld struct {
	*suiteWorld
	lockbox, gateway, token common.Address
}

// newLockWorld deploys the messenger on L1 too, and what tokens need to enter and leave.
func newLockWorld(t *testing.T) *lockWorld {
	w := &lockWorld{suiteWorld: newSuiteWorldOf(t, []chains.Pair{{Source: l1, Destination: 901},
		{Source: 901, Destination: l1}, {Source: 901, Destination: 902}, {Source: 902, Destination: l1}, {Source: 902, Destination: 901}}, 901, 902)}
	operator := w.Operator
	door := bindings.PlanDoor(bindings.DoorConfig{L1: uint64(l1), Batches: w.suite.Batches, Prover: w.suite.Prover, Messenger: w.Plan.Messenger,
		Credit: bindings.UnlimitedCredit()})
	token := bindings.TokenOfL1{Bridge: w.Plan.TokenBridge, Gateway: door.Gateway.Address, Decimals: 18, Name: "Coin", Symbol: "COIN"}.Step()
	w.lockbox, w.gateway, w.token = door.Lockbox.Address, door.Gateway.Address, token.Address

	w.SendL1(operator, bindings.Create2Proxy, bindings.CREATE2Call(door.Lockbox.InitCode))
	s := w.NewSlot()
	for _, c := range w.Chains {
		s.Add(c.ID, operator, bindings.Create2Proxy, bindings.CREATE2Call(door.Gateway.InitCode))
		s.Add(c.ID, operator, bindings.Create2Proxy, bindings.CREATE2Call(token.InitCode))
	}
	s.Build()
	return w
}

// list shows the gateway's and the token's code in the first batch and lists both.
func (w *lockWorld) list(coin common.Address) {
	w.t.Helper()
	batches, lockbox := bindings.NewBatches(), bindings.NewLockbox()
	for i, c := range w.Chains {
		for _, account := range []common.Address{w.gateway, w.token} {
			code, err := c.Engine.Code(context.Background(), c.Head.Hash(), account)
			w.must(err)
			w.SendL1(w.Operator, w.suite.Batches, batches.PackNameContract(uint64(c.ID), account, crypto.Keccak256Hash(code)))
			w.SendL1(w.Poster, w.suite.Prover, bindings.NewProver().PackProveCode(settlementtest.Claim(&w.claims[0]), w.chainProof(1, i, account), account))
		}
		w.SendL1(w.Operator, w.lockbox, lockbox.PackListGateway(c.ID.Big(), w.gateway))
		w.SendL1(w.Operator, w.lockbox, lockbox.PackListToken(c.ID.Big(), coin, w.token, ether(50)))
	}
}

// settle claims, proves and finalizes everything up to now.
func (w *lockWorld) settle() uint64 {
	w.t.Helper()
	prover := bindings.NewProver()
	w.SendL1(w.Poster, w.suite.Prover, prover.PackRecordEntryRoot(big.NewInt(901), common.Big1))
	number := w.claim()
	proof := w.pairsProof(number, 0, make([]merkle.PairLeaf, len(w.pairs)), w.all()...)
	w.requireProven(number, prover.PackProveBatch(settlementtest.Claim(&w.claims[number-1]), w.chainProofs(number), proof))
	w.SendL1(w.Poster, w.suite.Batches, bindings.NewBatches().PackFinalize(settlementtest.Claim(&w.claims[number-1])))
	return number
}

// take notes a message that the receipt's messenger log tells.
func (w *lockWorld) take(source chains.ChainID, logs []*types.Log) settlementtest.Message {
	w.t.Helper()
	for _, log := range logs {
		if log.Address != w.Plan.Messenger || log.Topics[0] != bindings.SentMessageTopic {
			continue
		}
		sent, err := bindings.DecodeSentMessage(log)
		w.must(err)
		m := settlementtest.Message{Source: source, SentMessage: sent}
		w.must(w.sent[chains.Pair{Source: source, Destination: chains.ChainID(sent.Destination)}].Append(w.route().Leaf(m.Hash())))
		return m
	}
	w.t.Fatal("no message was sent")
	return settlementtest.Message{}
}

// transaction has the user make one on a chain, in a slot of its own.
func (w *lockWorld) transaction(id chains.ChainID, to common.Address, data []byte) settlementtest.Message {
	w.t.Helper()
	s := w.NewSlot()
	s.Add(id, w.User, to, data)
	return w.take(id, s.Build()[w.place(id)].Receipts[0].Logs)
}

func (w *lockWorld) relay(m settlementtest.Message) {
	w.t.Helper()
	s := w.NewSlot()
	s.Relay(m)
	s.Build()
	w.received[chains.Pair{Source: m.Source, Destination: chains.ChainID(m.Destination)}]++
}

// A token of L1 enters through one chain, moves to another by burn and mint, and leaves
// from there by a message that is proven against a final batch.
func TestEntryAndExit(t *testing.T) {
	w := newLockWorld(t)
	coinInit := bindings.TestTokenInit(w.Plan.TokenBridge, uint64(l1), w.User.Address(), ether(100))
	coin := bindings.CREATE2Address(coinInit)
	w.SendL1(w.Operator, bindings.Create2Proxy, bindings.CREATE2Call(coinInit))
	w.settle()
	w.list(coin)

	lockbox := bindings.NewLockbox()
	w.SendL1(w.User, coin, bindings.NewTestToken().PackApprove(w.lockbox, ether(40)))
	entry := w.SendL1(w.User, w.lockbox, lockbox.PackEnter(big.NewInt(901), coin, w.User.Address(), ether(40)))
	w.relay(w.take(l1, entry.Logs))
	w.relay(w.transaction(901, w.Plan.TokenBridge, bindings.EncodeSendERC20(w.token, w.User.Address(), ether(40), 902)))
	bob := common.HexToAddress("0xb0b")
	exit := w.transaction(902, w.gateway, bindings.NewGateway().PackExit(w.token, bob, ether(30)))
	number := w.settle()

	release := lockbox.PackRelease(bindings.LockboxExit{Batch: number, Token: coin, To: bob, Amount: ether(30), Proof: w.messageProof(number, exit)})
	receipt := w.SendL1(w.Poster, w.lockbox, release)
	t.Logf("exit: %d gas, %d bytes", receipt.GasUsed, len(release))
	out, err := w.callL1(coin, bindings.EncodeBalanceOf(bob))
	w.must(err)
	if got := new(big.Int).SetBytes(out); got.Cmp(ether(30)) != 0 {
		t.Fatalf("released %v", got)
	}
	if _, err := w.callL1(w.lockbox, release); err == nil {
		t.Fatal("released twice")
	}
	w.contradict(number)
}

func (w *lockWorld) messageProof(number uint64, m settlementtest.Message) bindings.MessageProof {
	w.t.Helper()
	leaves := w.leaves[number-1]
	for i, pair := range w.pairs {
		if pair.Source != m.Source || uint64(pair.Destination) != m.Destination {
			continue
		}
		siblings, err := w.sent[pair].Proof(m.Nonce, leaves[i].Count)
		w.must(err)
		pairSiblings, err := merkle.BatchProof(leaves, i)
		w.must(err)
		return bindings.MessageProof{Source: pair.Source.Big(), Destination: pair.Destination.Big(), Generation: common.Big1,
			Count: new(big.Int).SetUint64(leaves[i].Count), PairRoot: leaves[i].Root, LeafIndex: new(big.Int).SetUint64(m.Nonce),
			Siblings: hashes(siblings), PairIndex: big.NewInt(int64(i)), PairCount: big.NewInt(int64(len(leaves))), PairSiblings: hashes(pairSiblings)}
	}
	w.t.Fatal("no such pair")
	return bindings.MessageProof{}
}

func hashes(list []common.Hash) (out [][32]byte) {
	for _, h := range list {
		out = append(out, h)
	}
	return out
}

// contradict has promises of grade 2 about the parent of the end block of a final batch
// judged on L1: the true one stands, one of another transaction costs the bond, and so
// does one of a place behind the last transaction.
func (w *lockWorld) contradict(number uint64) {
	w.t.Helper()
	c := w.Chains[0]
	end := w.claims[number-1].Chains[0].LastBlockHash
	txs, height, headers := w.lastTransactions(c, end)
	for _, p := range []struct {
		index  uint64
		tx     common.Hash
		broken bool
	}{{0, txs[0].Hash(), false}, {0, common.HexToHash("0xbad"), true}, {uint64(len(txs)), txs[0].Hash(), true}} {
		promise := chains.Promise{Epoch: 1, ChainID: c.ID, Height: height, Index: p.index, TxHash: p.tx, Grade: chains.GradeApplied}
		domain := chains.Domain{L1ChainID: l1, Settlement: w.suite.Batches}
		signature, err := w.Signer.SignDigest(context.Background(), domain.Digest(promise.StructHash()))
		w.must(err)
		nodes, paths := transactionProof(w.t, txs, p.index)
		statement := bindings.EquivocationsStatement{Signature: signature, Preconfirmation: bindings.Preconfirmation{Epoch: 1, ChainId: c.ID.Big(),
			Height: height, Index: p.index, TxHash: p.tx, Grade: chains.GradeApplied}}
		data := bindings.NewChallenges().PackContradict(statement, settlementtest.Claim(&w.claims[number-1]), bindings.EquivocationsBlockProof{
			Index: new(big.Int), Headers: headers, Deposits: new(big.Int), Nodes: nodes, Paths: paths})
		if _, err := w.callL1(w.suite.Challenges, data); (err == nil) != p.broken {
			w.t.Fatalf("promise of transaction %d: %v", p.index, err)
		}
		if p.broken {
			w.SendL1(w.Poster, w.suite.Challenges, data)
		}
	}
	out, err := w.callL1(w.suite.Bond, bindings.NewBond().PackStaked())
	w.must(err)
	if left := new(big.Int).SetBytes(out); left.Cmp(ether(100-2*5)) != 0 { // two penalties
		w.t.Fatalf("%d wei still at stake", left)
	}
}

// lastTransactions finds the last block that has any, and the headers back to it.
func (w *lockWorld) lastTransactions(c *settlementtest.Chain, block common.Hash) (txs types.Transactions, height uint64, headers [][]byte) {
	w.t.Helper()
	client := c.Node.Attach()
	defer client.Close()
	for {
		var b struct{ Transactions []*types.Transaction }
		w.must(client.Call(&b, "eth_getBlockByHash", block, true))
		header, err := c.Engine.HeaderByHash(context.Background(), block)
		w.must(err)
		enc, err := rlp.EncodeToBytes(header)
		w.must(err)
		headers = append(headers, enc)
		if len(b.Transactions) > 0 {
			return b.Transactions, header.Number.Uint64(), headers
		}
		block = header.ParentHash
	}
}

// transactionProof shows the first transaction of a block without deposits, and what is
// at an index.
func transactionProof(t testing.TB, txs types.Transactions, index uint64) (nodes [][]byte, paths [3][]byte) {
	t.Helper()
	tr := trie.NewEmpty(triedb.NewDatabase(rawdb.NewMemoryDatabase(), nil))
	for i, tx := range txs {
		enc, err := tx.MarshalBinary()
		if err != nil {
			t.Fatal(err)
		}
		if err := tr.Update(rlp.AppendUint64(nil, uint64(i)), enc); err != nil {
			t.Fatal(err)
		}
	}
	var pool bindings.NodePool
	for i, at := range map[int]uint64{1: 0, 2: index} {
		proof := &proofList{KeyValueWriter: memorydb.New()}
		err := tr.Prove(rlp.AppendUint64(nil, at), proof)
		if err == nil {
			paths[i], err = pool.Add(proof.nodes)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return pool.Nodes(), paths
}

// proofList keeps a proof's nodes in their order, which is from the root down.
type proofList struct {
	ethdb.KeyValueWriter
	nodes [][]byte
}

func (p *proofList) Put(_, node []byte) error {
	p.nodes = append(p.nodes, node)
	return nil
}
