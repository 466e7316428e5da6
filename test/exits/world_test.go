package exits_test

import (
	"context"
	"errors"
	"math/big"
	"slices"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"
	"github.com/ethereum/go-ethereum/rlp"
	"github.com/ethereum/go-ethereum/rpc"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/merkle"
	"github.com/ssequencer/ssequencer/settlement/settlementtest"
	"github.com/ssequencer/ssequencer/verifier"
)

const l1 = settlementtest.L1ID

// world is two chains that a token of L1 can enter, move between and leave.
type world struct {
	*settlementtest.SuiteWorld
	t    *testing.T
	sent map[chains.Pair]*merkle.PairTree

	coin             common.Address // the token on L1
	lockbox, gateway common.Address
	token            common.Address // what stands for it on the chains
	leaves           map[uint64][]merkle.PairLeaf
	nodes            map[uint64]string // also of chains that left
}

func ether(n int64) *big.Int { return new(big.Int).Mul(big.NewInt(n), big.NewInt(params.Ether)) }

// newWorld deploys everything, settles a first batch and lists the token with it. More than
// the entered may leave through a chain by 50.
func newWorld(t *testing.T, credit *big.Int) *world {
	t.Helper()
	w := &world{t: t, sent: make(map[chains.Pair]*merkle.PairTree), leaves: make(map[uint64][]merkle.PairLeaf), nodes: make(map[uint64]string)}
	w.SuiteWorld = settlementtest.StartSuite(t, []chains.ChainID{901, 902}, settlementtest.SuiteOptions{Pairs: []chains.Pair{{Source: l1, Destination: 901},
		{Source: 901, Destination: l1}, {Source: 901, Destination: 902}, {Source: 902, Destination: l1}, {Source: 902, Destination: 901}}})
	for _, p := range w.Pairs {
		w.sent[p] = new(merkle.PairTree)
	}
	door := bindings.PlanDoor(bindings.DoorConfig{L1: uint64(l1), Batches: w.Suite.Batches, Prover: w.Suite.Prover, Messenger: w.Plan.Messenger, Credit: credit})
	token := bindings.TokenOfL1{Bridge: w.Plan.TokenBridge, Gateway: door.Gateway.Address, Decimals: 18, Name: "Coin", Symbol: "COIN"}.Step()
	w.lockbox, w.gateway, w.token = door.Lockbox.Address, door.Gateway.Address, token.Address
	coinInit := bindings.TestTokenInit(w.Plan.TokenBridge, uint64(l1), w.User.Address(), ether(100))
	w.coin = bindings.CREATE2Address(coinInit)
	w.SendL1(w.Operator, bindings.Create2Proxy, bindings.CREATE2Call(door.Lockbox.InitCode))
	w.SendL1(w.Operator, bindings.Create2Proxy, bindings.CREATE2Call(coinInit))
	s := w.NewSlot()
	for _, c := range w.Chains {
		s.Add(c.ID, w.Operator, bindings.Create2Proxy, bindings.CREATE2Call(door.Gateway.InitCode))
		s.Add(c.ID, w.Operator, bindings.Create2Proxy, bindings.CREATE2Call(token.InitCode))
	}
	s.Build()
	w.settle()
	for i, c := range w.Chains {
		w.list(i, c)
		w.nodes[uint64(c.ID)] = c.Node.HTTP()
	}
	return w
}

// list shows the gateway's and the token's code in the first batch and lists both.
func (w *world) list(i int, c *settlementtest.Chain) {
	w.t.Helper()
	for _, account := range []common.Address{w.gateway, w.token} {
		code, err := c.Engine.Code(context.Background(), c.Head.Hash(), account)
		w.must(err)
		w.SendL1(w.Operator, w.Suite.Batches, bindings.NewBatches().PackNameContract(uint64(c.ID), account, crypto.Keccak256Hash(code)))
		w.SendL1(w.Poster, w.Suite.Prover, bindings.NewProver().PackProveCode(settlementtest.Claim(&w.Claims[0]), w.account(i, account), account))
	}
	w.SendL1(w.Operator, w.lockbox, bindings.NewLockbox().PackListGateway(c.ID.Big(), w.gateway))
	w.SendL1(w.Operator, w.lockbox, bindings.NewLockbox().PackListToken(c.ID.Big(), w.coin, w.token, ether(50)))
}

// account shows an account in a chain's end block of the first batch.
func (w *world) account(i int, account common.Address) bindings.ChainProofsChainProof {
	w.t.Helper()
	c, block := w.Chains[i], w.Claims[0].Chains[i].LastBlockHash
	var proof struct{ AccountProof []hexutil.Bytes }
	w.must(c.Engine.Call(context.Background(), &proof, "eth_getProof", account, []common.Hash{}, map[string]any{"blockHash": block}))
	var nodes [][]byte
	for _, n := range proof.AccountProof {
		nodes = append(nodes, n)
	}
	var pool bindings.NodePool
	path, err := pool.Add(nodes)
	w.must(err)
	header, err := c.Engine.HeaderByHash(context.Background(), block)
	w.must(err)
	enc, err := rlp.EncodeToBytes(header)
	w.must(err)
	return bindings.ChainProofsChainProof{Index: big.NewInt(int64(i)), Header: enc, Nodes: pool.Nodes(), Path: path}
}

func (w *world) must(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
}

// claim submits the batch of everything up to now and returns its number.
func (w *world) claim() uint64 {
	w.t.Helper()
	b := w.Batch()
	w.leaves[b.Number] = w.Leaves()
	w.Submit(&b)
	return b.Number
}

// finalize makes the next batch final, after the time in which a proof could be demanded.
func (w *world) finalize(number uint64) {
	w.t.Helper()
	_, err := w.L1.Advance(context.Background(), (settlementtest.Window+1)*time.Second)
	w.must(err)
	w.SendL1(w.Poster, w.Suite.Batches, bindings.NewBatches().PackFinalize(settlementtest.Claim(&w.Claims[number-1])))
}

func (w *world) settle() uint64 {
	w.t.Helper()
	number := w.claim()
	w.finalize(number)
	return number
}

// take notes the message that logs of a messenger tell of.
func (w *world) take(source chains.ChainID, logs []*types.Log) settlementtest.Message {
	w.t.Helper()
	for _, log := range logs {
		if log.Address != w.Plan.Messenger || log.Topics[0] != bindings.SentMessageTopic {
			continue
		}
		sent, err := bindings.DecodeSentMessage(log)
		w.must(err)
		m := settlementtest.Message{Source: source, SentMessage: sent}
		pair := chains.Pair{Source: source, Destination: chains.ChainID(sent.Destination)}
		route := merkle.Route{DeploymentID: w.DeploymentID(), Generation: max(w.Generations[pair], 1), SourceMessenger: w.Plan.Messenger, DestinationMessenger: w.Plan.Messenger}
		w.must(w.sent[pair].Append(route.Leaf(m.Hash())))
		return m
	}
	w.t.Fatal("no message was sent")
	return settlementtest.Message{}
}

// enter locks the user's coins on L1 for chain 901.
func (w *world) enter(amount *big.Int) settlementtest.Message {
	w.t.Helper()
	w.SendL1(w.User, w.coin, bindings.NewTestToken().PackApprove(w.lockbox, amount))
	return w.take(l1, w.SendL1(w.User, w.lockbox, bindings.NewLockbox().PackEnter(big.NewInt(901), w.coin, w.User.Address(), amount)).Logs)
}

// send has the user make a transaction on a chain that sends a message.
func (w *world) send(id chains.ChainID, to common.Address, data []byte) settlementtest.Message {
	w.t.Helper()
	s := w.NewSlot()
	s.Add(id, w.User, to, data)
	return w.take(id, s.Build()[int(id)-901].Receipts[0].Logs)
}

func (w *world) exit(id chains.ChainID, to common.Address, amount *big.Int) settlementtest.Message {
	w.t.Helper()
	return w.send(id, w.gateway, bindings.NewGateway().PackExit(w.token, to, amount))
}

func (w *world) relay(m settlementtest.Message) {
	w.t.Helper()
	s := w.NewSlot()
	s.Relay(m)
	s.Build()
}

// move burns on one chain and mints on another in one slot.
func (w *world) move(from, to chains.ChainID, amount *big.Int) {
	w.t.Helper()
	s := w.NewSlot()
	pair := chains.Pair{Source: from, Destination: to}
	user := w.User.Address()
	s.Add(from, w.User, w.Plan.TokenBridge, bindings.EncodeSendERC20(w.token, user, amount, uint64(to)))
	s.Relay(settlementtest.Message{Source: from, SentMessage: bindings.SentMessage{Destination: uint64(to), Nonce: w.sent[pair].Count(),
		Sender: w.Plan.TokenBridge, Target: w.Plan.TokenBridge, Data: bindings.NewTokenBridge().PackRelayERC20(w.token, user, user, amount)}})
	w.take(from, s.Build()[int(from)-901].Receipts[0].Logs)
}

// release is the call that lets a message out of the lockbox.
func (w *world) release(number uint64, m settlementtest.Message, to common.Address, amount *big.Int) []byte {
	w.t.Helper()
	leaves := w.leaves[number]
	for i, pair := range w.Pairs {
		if pair.Source != m.Source || uint64(pair.Destination) != m.Destination || m.Nonce >= leaves[i].Count {
			continue
		}
		siblings, err := w.sent[pair].Proof(m.Nonce, leaves[i].Count)
		w.must(err)
		pairSiblings, err := merkle.BatchProof(leaves, i)
		w.must(err)
		return bindings.NewLockbox().PackRelease(bindings.LockboxExit{Batch: number, Token: w.coin, To: to, Amount: amount, Proof: bindings.MessageProof{
			Source: pair.Source.Big(), Destination: pair.Destination.Big(), Generation: common.Big1, Count: settlementtest.Big(leaves[i].Count),
			PairRoot: leaves[i].Root, LeafIndex: settlementtest.Big(m.Nonce), Siblings: words(siblings), PairIndex: big.NewInt(int64(i)),
			PairCount: big.NewInt(int64(len(leaves))), PairSiblings: words(pairSiblings)}})
	}
	w.t.Fatalf("batch %d has no such message", number)
	return nil
}

func words(list []common.Hash) (out [][32]byte) {
	for _, h := range list {
		out = append(out, h)
	}
	return out
}

// refused tries a call to the lockbox and returns why it is refused, "" if it is not.
func (w *world) refused(data []byte) string {
	w.t.Helper()
	return w.refusedTo(w.Poster.Address(), data)
}

func (w *world) refusedTo(who common.Address, data []byte) string {
	w.t.Helper()
	_, err := w.L1Client.CallContract(context.Background(), ethereum.CallMsg{From: who, To: &w.lockbox, Data: data}, nil)
	if err == nil {
		return ""
	}
	var reverted rpc.DataError
	if !errors.As(err, &reverted) {
		w.t.Fatal(err)
	}
	return bindings.DecodeRevert(common.FromHex(reverted.ErrorData().(string)))
}

// coins returns an account's tokens on L1, in whole ones.
func (w *world) coins(of common.Address) int64 {
	w.t.Helper()
	out, err := w.L1Client.CallContract(context.Background(), ethereum.CallMsg{To: &w.coin, Data: bindings.EncodeBalanceOf(of)}, nil)
	w.must(err)
	n := new(big.Int).SetBytes(out)
	return n.Div(n, big.NewInt(params.Ether)).Int64()
}

// verifier is one that asks L1 and the nodes alone.
func (w *world) verifier() *verifier.Verifier {
	w.t.Helper()
	cfg := verifier.Config{L1: w.L1.HTTP(), Settlement: w.Suite.Batches, Messenger: w.Plan.Messenger, Chains: w.nodes,
		Bridges: []common.Address{w.Plan.TokenBridge, w.Plan.ETHBridge, w.gateway}}
	v, err := verifier.New(w.t.Context(), cfg, zap.NewNop())
	w.must(err)
	return v
}

// requireHonest has everything on L1 audited by the independent verifier.
func (w *world) requireHonest() {
	w.t.Helper()
	v := w.verifier()
	defer v.Close()
	audited := 0
	w.must(v.VerifyAll(w.t.Context(), func(r verifier.Report) error {
		audited++
		if !r.OK() || len(r.Unprovable) > 0 {
			w.t.Errorf("batch %d: %v, %v", r.Batch, r.Findings, r.Unprovable)
		}
		return nil
	}))
	if ahead, err := v.VerifyAhead(w.t.Context()); err != nil || len(ahead) > 0 || audited != len(w.Claims) {
		w.t.Errorf("%d of %d batches audited; beyond them %v, %v", audited, len(w.Claims), ahead, err)
	}
}

// leave takes a chain out of what is settled.
func (w *world) leave(id chains.ChainID) {
	w.Chains = slices.DeleteFunc(w.Chains, func(c *settlementtest.Chain) bool { return c.ID == id })
	w.Pairs = slices.DeleteFunc(slices.Clone(w.Pairs), func(p chains.Pair) bool { return p.Source == id || p.Destination == id })
}
