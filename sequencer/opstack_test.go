package sequencer_test

import (
	"bytes"
	"fmt"
	"maps"
	"math/big"
	"regexp"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"
	"github.com/prometheus/client_golang/prometheus/testutil"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/engine"
	"github.com/ssequencer/ssequencer/chains/proxy"
	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/sequencer"
	"github.com/ssequencer/ssequencer/test/opgeth"
	"github.com/ssequencer/ssequencer/tracer/shard"
)

// opNet is what a net of chains of the OP Stack has beside the rest; nil where there is none.
type opNet struct {
	nodes  map[chains.ChainID]*opgeth.Node
	inputs map[chains.ChainID]*inputs
	beside bool // somebody else may make blocks, too
	gates  map[chains.ChainID]sequencer.Gate

	reads map[chains.ChainID]sequencer.Blocks // in the place of the nodes' clients

	rebuilt bool          // the sequencer makes blocks anew of which L1 has dropped the origin
	certain chan struct{} // where it is there, closed when it is certain what L1 has dropped

	spare uint64 // how many seconds before a block is due op-nodes that the test plays ask for it

	proxies map[chains.ChainID]*proxy.Proxy // with an op-node
	origins sequencer.Origins
}

// besides adds what a sequencer beside op-nodes has.
func (o *opNet) besides(w *net, deps *sequencer.Deps) {
	if o == nil {
		return
	}
	deps.Origins = o.origins
	if o.rebuilt {
		deps.Ground = o
	}
	for id, on := range deps.Chains {
		on.Gate = o.gates[id]
		if in := o.inputs[id]; in != nil {
			on.Source = in
		}
		if p := o.proxies[id]; p != nil {
			on.Source = p
		}
		if o.rebuilt {
			on.Rebuilder = w.clients[id]
		}
		if !o.beside {
			continue
		}
		on.Blocks = w.clients[id]
		if reads := o.reads[id]; reads != nil {
			on.Blocks = reads
		}
	}
}

// deposits is how many of them lead the leg's block.
func (o *opNet) deposits(leg *chains.Leg) uint64 {
	if o == nil || leg.Kind == chains.DepositTx {
		return 0
	}
	if o.proxies[leg.ChainID] != nil {
		return 1
	}
	in := o.inputs[leg.ChainID]
	in.mu.Lock()
	defer in.mu.Unlock()
	if given := in.given[leg.Height]; given != nil {
		return uint64(len(given.Deposits))
	}
	return 1 // of a block that the source has been made to forget
}

// inputs is one chain's source: L1 attributes, and the deposits that the test asks for. For
// each block it says the same as long as the slot is the same.
type inputs struct {
	id    chains.ChainID
	rules *chains.OPStack

	mu     sync.Mutex
	made   uint64
	queued [][]byte
	given  map[uint64]*chains.Inputs // by block number
	paused error                     // nothing is said
	enough bool                      // nothing is said of blocks that were not asked for before
	since  uint64                    // L1 is on another branch after this block
	branch byte                      // and which one
	due    uint64                    // the next block's timestamp; where it is not 0, nothing is said of a block whose parent is not built
	alone  string
}

// Next implements sequencer.SlotSource.
func (in *inputs) Next(parent *chains.Parent, slot uint64) (*chains.Inputs, error) {
	in.mu.Lock()
	defer in.mu.Unlock()
	number := parent.Number + 1
	if last := parent.Attributes.Origin; last.Number > 0 && last != in.origin(last.Number) {
		return nil, chains.ErrOrphaned
	}
	if in.paused != nil {
		return nil, in.paused
	}
	if given := in.given[number]; given != nil {
		if given.Timestamp < slot && in.due == 0 { // nothing came of the slot it was for
			later := *given
			later.Timestamp = slot
			in.given[number] = &later
		}
		return in.given[number], nil
	}
	if in.enough || in.due != 0 && parent.Hash == (common.Hash{}) {
		return nil, chains.ErrNotYet
	}
	first, err := in.attributes(number, in.rules.Fork(parent.Timestamp))
	if err != nil {
		return nil, err
	}
	next := &chains.Inputs{
		Timestamp: max(slot, in.due), Alone: in.alone, PrevRandao: common.Hash{1, byte(number)}, FeeRecipient: chains.SequencerFeeVault, GasLimit: gasLimit, BeaconRoot: common.Hash{2, byte(number)},
		FeeMarket: chains.FeeMarket{MinBaseFee: 1}, L1Origin: in.origin(number),
		Deposits: append([][]byte{first.Raw()}, in.queued...),
	}
	in.queued, in.given[number] = nil, next
	return next, nil
}

func (in *inputs) attributes(number uint64, form chains.OPFork) (*chains.Tx, error) {
	a := &chains.L1Attributes{
		Origin: in.origin(number), Time: number, BaseFee: big.NewInt(params.GWei), BlobBaseFee: big.NewInt(3),
		BatcherHash: common.Hash{31: 5}, BaseFeeScalar: 1000, BlobBaseFeeScalar: 2000, OperatorFeeScalar: 100, OperatorFeeConstant: 1000, DAFootprintScalar: 40,
	}
	return a.Deposit(in.id, form)
}

// origin is the L1 block that a block of the number derives from.
func (in *inputs) origin(number uint64) chains.BlockRef {
	ref := chains.BlockRef{Number: number, Hash: common.Hash{3, byte(number)}}
	if number > in.since {
		ref.Hash[2] = in.branch
	}
	return ref
}

// deposit has the next block led by one more deposit.
func (in *inputs) deposit(t *testing.T, d chains.Deposit) *chains.Tx {
	t.Helper()
	in.mu.Lock()
	defer in.mu.Unlock()
	tx := in.tx(t, d)
	in.queued = append(in.queued, tx.Raw())
	return tx
}

func (in *inputs) tx(t *testing.T, d chains.Deposit) *chains.Tx {
	t.Helper()
	in.made++
	d.SourceHash = chains.UserDepositSource(common.Hash{4}, in.made)
	if d.Value == nil {
		d.Value = new(big.Int)
	}
	if d.Gas == 0 {
		d.Gas = 3_000_000
	}
	tx, err := chains.NewDepositTx(in.id, &d)
	if err != nil {
		t.Fatal(err)
	}
	return tx
}

// picked are the names of the tests with op-geth that make test-opstack runs; otherwise they
// are skipped.
var picked = regexp.MustCompile("OPStack|TestReplaced|TestRolledBack")

// newOPNet starts n op-geth nodes, each with the contracts in block 1.
func newOPNet(t *testing.T, n int) *net {
	if !picked.MatchString(t.Name()) {
		t.Errorf("make test-opstack leaves this test out: it picks %v", picked)
	}
	w, forwarder := newBlankNet(t, n)
	w.clock = sequencer.WallClock{} // op-nodes have no other
	w.op = &opNet{nodes: map[chains.ChainID]*opgeth.Node{}, inputs: map[chains.ChainID]*inputs{}}
	for _, id := range w.ids {
		alloc := types.GenesisAlloc{bindings.Create2Proxy: {Nonce: 1, Code: bindings.Create2ProxyCode()}}
		maps.Copy(alloc, w.alloc())
		node := opgeth.Start(t, opgeth.Config{
			ChainID: id, Fork: chains.Jovian, GenesisTime: uint64(time.Now().Add(-20 * time.Second).Unix()), GasLimit: gasLimit, Alloc: alloc, DataDir: t.TempDir(),
		})
		client, err := engine.Dial(t.Context(), node.EngineConfig())
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(client.Close)
		w.nodes[id], w.clients[id], w.op.nodes[id] = client, client, node
		w.op.inputs[id] = &inputs{id: id, rules: node.Rules, given: map[uint64]*chains.Inputs{}}
		w.deployOP(id, forwarder)
	}
	return w
}

// deployOP puts the contracts into block 1.
func (w *net) deployOP(id chains.ChainID, forwarder []byte) {
	w.t.Helper()
	w.extendOP(id, w.setUp(id, forwarder))
}

// extendOP has the node of a chain adopt a block that the sequencer did not make.
func (w *net) extendOP(id chains.ChainID, txs [][]byte) {
	w.t.Helper()
	head, err := w.clients[id].Head(w.t.Context())
	if err != nil {
		w.t.Fatal(err)
	}
	rules := w.op.nodes[id].Rules
	s, err := shard.New(shard.Config{ChainID: id, OP: rules}, w.clients[id], shard.HeadOf(head))
	if err != nil {
		w.t.Fatal(err)
	}
	first, err := w.op.inputs[id].attributes(head.Number.Uint64()+1, rules.Fork(head.Time))
	if err != nil {
		w.t.Fatal(err)
	}
	own := rules.FeeMarket()
	own.MinBaseFee = 1
	open := &chains.Open{
		ChainID: id, Number: head.Number.Uint64() + 1, ParentHash: head.Hash(), Timestamp: head.Time + 1, GasLimit: gasLimit, BaseFee: s.NextBaseFee(),
		FeeRecipient: chains.SequencerFeeVault, ExtraData: own.ExtraData(rules.Fork(head.Time + 1)),
	}
	w.extend(id, open, append([][]byte{first.Raw()}, txs...))
}

// message returns what a deposit that was executed has sent, by its log at the node.
func (w *net) message(id chains.ChainID, deposit common.Hash, nth int) bindings.SentMessage {
	w.t.Helper()
	r := w.receipt(id, deposit)
	for _, log := range r.Logs {
		if log.Address != w.plan.Messenger || log.Topics[0] != bindings.SentMessageTopic {
			continue
		}
		if nth--; nth >= 0 {
			continue
		}
		m, err := bindings.DecodeSentMessage(log)
		if err != nil {
			w.t.Fatal(err)
		}
		return m
	}
	w.t.Fatalf("deposit %s on %d has not sent it: %+v", deposit, id, r)
	return bindings.SentMessage{}
}

// eventually waits for something to become true at the nodes.
func (w *net) eventually(what string, holds func() bool) {
	w.t.Helper()
	deadline := time.Now().Add(hanging)
	for !holds() {
		if time.Now().After(deadline) {
			w.t.Fatalf("not within %v: %s; %s", hanging, what, w.state())
		}
		select {
		case <-w.ended:
			w.t.Fatalf("the sequencer has ended: %v", w.stop())
		case <-time.After(50 * time.Millisecond):
		}
	}
}

// included waits until a deposit is in an adopted block, which is what is read at the node from then on.
func (w *net) included(id chains.ChainID, deposit *chains.Tx) *types.Receipt {
	w.t.Helper()
	var r *types.Receipt
	w.eventually(fmt.Sprintf("deposit %s on %d", deposit.Hash(), id), func() bool {
		r = w.receipt(id, deposit.Hash())
		return r != nil && w.head(id).Number >= r.BlockNumber.Uint64()
	})
	return r
}

// even waits until both sides of a pair are equal.
func (w *net) even(from, to chains.ChainID) {
	w.t.Helper()
	w.eventually(fmt.Sprintf("%d has received what %d sent", to, from), func() bool {
		sent := w.read(from, w.plan.RootStore, bindings.EncodeTree(false, uint64(to), 1))
		received := w.read(to, w.plan.RootStore, bindings.EncodeTree(true, uint64(from), 1))
		return bytes.Equal(sent, received)
	})
}

// Ordinary bundles, and deposits that burn, on the same chains: all is relayed, in order.
func TestOPStackOwedByDeposit(t *testing.T) {
	t.Parallel()
	w := newOPNet(t, 2)
	w.start()
	out := w.submit(w.burn(a, b, ten))
	if out.Refusal != nil || len(out.Bundle.Legs) != 2 {
		t.Fatalf("outcome %+v", out)
	}
	w.sameSlot(out.Bundle)

	burn := bindings.EncodeSendERC20(w.plan.TestToken, recipient, ten, uint64(b))
	d := w.op.inputs[a].deposit(t, chains.Deposit{From: w.user.Address(), To: &w.plan.TokenBridge, Data: burn})
	w.nonces[a]++ // the deposit uses one
	if r := w.included(a, d); r.Status != types.ReceiptStatusSuccessful {
		t.Fatalf("%+v", r)
	}
	w.even(a, b)
	if got := w.tokens(b, recipient); got.Cmp(new(big.Int).Add(ten, ten)) != 0 {
		t.Fatalf("%v tokens: the bridge is called", got)
	}
	out = w.submit(w.burn(a, b, ten)) // the pair goes on
	if out.Refusal != nil || len(out.Bundle.Legs) != 2 {
		t.Fatalf("outcome %+v", out)
	}
	w.sameSlot(out.Bundle)
	w.balanced()
	w.quiet()
}

// quiet checks that nothing was broken, and that nodes and shards never differed.
func (w *net) quiet() {
	w.t.Helper()
	for name, counter := range w.metrics.MustBeZero() {
		if n := testutil.ToFloat64(counter); n != 0 {
			w.t.Errorf("%s is %v", name, n)
		}
	}
}
