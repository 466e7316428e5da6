package proxy_test

import (
	"context"
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/proxy"
	"github.com/ssequencer/ssequencer/test/opscript"
)

// userTx is a transaction of a user, as far as anybody here looks at it.
var userTx = []byte{2, 1, 2, 3}

// op-node gets the sequencer's block, makes it the head, and this is what adoption means.
func TestFilledBlock(t *testing.T) {
	w := newWorld(t)
	w.seq.txs = [][]byte{userTx}
	n := w.opNode(t)
	for range 20 {
		w.node.sent()
		b := must(n.Slot(t.Context()))(t)
		if b.Txs != 2 {
			t.Fatalf("block %d has %d transactions", b.Number, b.Txs)
		}
		if w.node.attributesSeen() {
			t.Fatal("the node has seen op-node's attributes")
		}
		if err := w.seq.waitAdopted(t); err != nil {
			t.Fatal(err)
		}
	}
	if w.node.headBlock().Number != 20 || w.seq.commits() != 20 {
		t.Errorf("head %d after %d commits", w.node.headBlock().Number, w.seq.commits())
	}
}

// Next offers what op-node holds, for this parent only, the same value as long as nothing
// changes, and nothing once op-node has left the parent.
func TestOffers(t *testing.T) {
	w := newWorld(t)
	n := w.opNode(t)
	next := func(parent common.Hash) *chains.Inputs {
		in, err := w.proxy.Next(&chains.Parent{ChainID: opChain, Hash: parent}, 7)
		if err != nil && !errors.Is(err, chains.ErrNotYet) {
			t.Fatal(err)
		}
		return in
	}
	parent := n.Head.Hash
	if next(parent) != nil || next(common.Hash{}) != nil {
		t.Error("there is an offer before op-node has made one")
	}
	job := must(n.Build(t.Context()))(t)
	first := next(parent)
	if first == nil || first.Timestamp != job.Timestamp || len(first.Deposits) != 1 || first.L1Origin != w.l1.Block(0) || first.GasLimit != 60_000_000 {
		t.Fatalf("offer %+v", first)
	}
	must(n.Build(t.Context()))(t)
	if next(parent) != first {
		t.Error("the same attributes are another offer")
	}
	w.l1.Reorg()
	must(n.Build(t.Context()))(t)
	changed := next(parent)
	if changed == nil || changed == first || changed.L1Origin != w.l1.Block(0) {
		t.Errorf("offer after an L1 reorg: %+v", changed)
	}
	must(n.BuildOn(t.Context(), n.Head, true))(t)
	if next(parent) != nil {
		t.Error("the offer stands although op-node wants a block without users' transactions")
	}
	must(n.Build(t.Context()))(t)
	w.seq.set(func(f *filler) { f.away = true })
	if _, err := n.Slot(t.Context()); err != nil {
		t.Fatal(err)
	}
	if next(parent) != nil {
		t.Error("the offer stands although op-node has left")
	}
}

// A committed block is what op-node gets on its parent, byte for byte, by the same id and
// by a new one, after changed attributes, and after op-node or the connection was lost; the
// node sees no attributes on this parent (O1, O2).
func TestCommittedStays(t *testing.T) {
	w := newWorld(t, func(c *proxy.Config, _ *proxy.Deps) { c.BlockTime = time.Hour }) // the node is not given it meanwhile
	w.seq.txs = [][]byte{userTx}
	n := w.opNode(t)
	job := must(n.Build(t.Context()))(t)
	first := must(n.Fetch(t.Context(), job))(t)
	w.node.sent()
	again := must(n.Fetch(t.Context(), job))(t) // conductor's retry
	if string(again.Raw()) != string(first.Raw()) {
		t.Error("another block under the same id")
	}
	n.Close() // it dies between getPayload and newPayload
	n = w.opNode(t)
	w.l1.Reorg()
	w.seq.set(func(f *filler) { f.txs = nil })
	job = must(n.Build(t.Context()))(t)
	again = must(n.Fetch(t.Context(), job))(t)
	if string(again.Raw()) != string(first.Raw()) {
		t.Error("another block on the same parent")
	}
	if w.node.attributesSeen() {
		t.Error("the node has seen attributes on a committed parent")
	}
	if err := w.proxy.SetMode(proxy.Disabled); err != nil {
		t.Fatal(err)
	}
	job = must(n.Build(t.Context()))(t)
	again = must(n.Fetch(t.Context(), job))(t)
	if string(again.Raw()) != string(first.Raw()) || w.node.attributesSeen() {
		t.Error("the kill switch has taken a committed block back")
	}
	if err := n.Insert(t.Context(), again); err != nil {
		t.Fatal(err)
	}
	if err := w.seq.waitAdopted(t); err != nil {
		t.Error(err)
	}
}

// Without a block of the sequencer's op-node gets the node's own, from op-node's own
// attributes, and goes on.
func TestFallback(t *testing.T) {
	w := newWorld(t)
	w.seq.set(func(f *filler) { f.away = true; f.txs = [][]byte{userTx} })
	n := w.opNode(t)
	for range 3 {
		w.node.sent()
		job := must(n.Build(t.Context()))(t)
		if w.node.attributesSeen() {
			t.Error("the node is asked before the sequencer was")
		}
		b := must(n.Fetch(t.Context(), job))(t)
		if b.Txs != 1 || !w.node.attributesSeen() {
			t.Errorf("block %d of %d transactions is not the node's own", b.Number, b.Txs)
		}
		again := must(n.Fetch(t.Context(), job))(t)
		if string(again.Raw()) != string(b.Raw()) {
			t.Error("another block under the same id")
		}
		if err := n.Insert(t.Context(), b); err != nil {
			t.Fatal(err)
		}
	}
	w.seq.set(func(f *filler) { f.away = false })
	if b := must(n.Slot(t.Context()))(t); b.Txs != 2 {
		t.Error("the sequencer is back and does not fill")
	}
}

// A sequencer that does not answer in time gives the block up before op-node gets the
// node's own; one that has committed meanwhile is waited for.
func TestPatience(t *testing.T) {
	short := func(c *proxy.Config, _ *proxy.Deps) { c.Patience = time.Millisecond }
	w := newWorld(t, short)
	w.seq.set(func(f *filler) { f.hold = make(chan struct{}); f.txs = [][]byte{userTx} })
	n := w.opNode(t)
	if b := must(n.Slot(t.Context()))(t); b.Txs != 1 || w.seq.commits() != 0 {
		t.Errorf("a block of %d transactions after %d commits", b.Txs, w.seq.commits())
	}
	job := must(n.Build(t.Context()))(t)
	if _, err := w.seq.commit(t.Context(), n.Head.Hash); err != nil { // by another chain's getPayload
		t.Fatal(err)
	}
	if b := must(n.Fetch(t.Context(), job))(t); b.Txs != 2 {
		t.Error("the committed block is not what op-node gets")
	}
}

// A block that the proxy knows to be committed is what op-node gets, also from a sequencer
// that does not know it any more.
func TestCommittedIsKnown(t *testing.T) {
	w := newWorld(t, func(c *proxy.Config, _ *proxy.Deps) { c.BlockTime, c.Earliest = time.Hour, time.Hour })
	w.seq.txs = [][]byte{userTx}
	n := w.opNode(t)
	job := must(n.Build(t.Context()))(t)
	p := must(w.seq.commit(t.Context(), n.Head.Hash))(t)
	known := make(chan error, 1)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	go func() { known <- w.proxy.Adopt(ctx, p.Hash) }()
	if err := <-known; !errors.Is(err, context.Canceled) {
		t.Fatal(err)
	}
	w.seq.set(func(f *filler) { f.failing = proxy.ErrNoBlock })
	b := must(n.Fetch(t.Context(), job))(t)
	if b.Hash != p.Hash {
		t.Errorf("op-node gets %s, committed is %s", b.Hash, p.Hash)
	}
	if err := n.Insert(t.Context(), b); err != nil {
		t.Fatal(err)
	}
	if err := w.seq.waitAdopted(t); err != nil {
		t.Error(err)
	}
}

// Nothing that is wrong with a block is said at forkchoiceUpdated: op-node would exit.
func TestFailuresWaitForGetPayload(t *testing.T) {
	w := newWorld(t)
	w.seq.set(func(f *filler) { f.failing = errors.New("broken") })
	n := w.opNode(t)
	job := must(n.Build(t.Context()))(t)
	if _, err := n.Fetch(t.Context(), job); !errors.Is(err, opscript.ErrExpired) {
		t.Errorf("%v", err)
	}
	w.seq.set(func(f *filler) { f.failing, f.away = nil, true })
	w.node.refuseAttributes(true)
	job = must(n.Build(t.Context()))(t)
	if _, err := n.Fetch(t.Context(), job); !errors.Is(err, opscript.ErrExpired) {
		t.Errorf("%v", err)
	}
	w.node.refuseAttributes(false)
	must(n.Slot(t.Context()))(t)
}

// Attributes without the node's pool are not ours: derivation, drift, fork blocks.
func TestWithoutPool(t *testing.T) {
	w := newWorld(t)
	w.seq.txs = [][]byte{userTx}
	n := w.opNode(t)
	job := must(n.BuildOn(t.Context(), n.Head, true))(t)
	if !w.node.attributesSeen() {
		t.Error("they have not reached the node")
	}
	if b := must(n.Fetch(t.Context(), job))(t); b.Txs != 1 || w.seq.commits() != 0 {
		t.Error("the sequencer has filled the block")
	}
}

// An op-node that catches up gets the node's own blocks.
func TestBehind(t *testing.T) {
	w := newWorld(t, func(c *proxy.Config, _ *proxy.Deps) { c.Behind = time.Hour })
	w.seq.txs = [][]byte{userTx}
	n := w.opNode(t)
	for range 5 {
		if b := must(n.Slot(t.Context()))(t); b.Txs != 1 || w.seq.commits() != 0 {
			t.Error("a block of long ago was filled")
		}
	}
	n.Head.Timestamp = uint64(time.Now().Unix()) - 2
	if b := must(n.Slot(t.Context()))(t); b.Txs != 2 {
		t.Error("a block of now is not filled")
	}
}

// A block was committed on the parent in a run of the service that this proxy knows nothing of:
// op-node gets it, also where it is too late to be given a new one (O2).
func TestCommittedBeforeTheStart(t *testing.T) {
	w := newWorld(t, func(c *proxy.Config, _ *proxy.Deps) { c.Behind = time.Hour })
	n := w.opNode(t)
	must(n.Slot(t.Context()))(t)
	b := &stubBlock{ParentHash: n.Head.Hash, Number: hexutil.Uint64(n.Head.Number + 1), Timestamp: hexutil.Uint64(n.Head.Timestamp + 2)}
	w.node.mu.Lock()
	b.Transactions = append(b.Transactions, w.node.blocks[n.Head.Hash].Transactions[0], userTx)
	w.node.blocks[b.seal().Hash] = b
	w.node.mu.Unlock()
	raw := must(json.Marshal(b))(t)
	w.seq.set(func(f *filler) {
		f.committed = map[common.Hash]*chains.Payload{b.ParentHash: {ChainID: opChain, Number: uint64(b.Number), Hash: b.Hash, ParentHash: b.ParentHash, Timestamp: uint64(b.Timestamp), Raw: raw}}
	})
	w.node.sent()
	if got := must(n.Slot(t.Context()))(t); got.Hash != b.Hash || w.node.attributesSeen() {
		t.Errorf("op-node has block %s, not %s; the node has seen attributes: %t", got.Hash, b.Hash, w.node.attributesSeen())
	}
}

// While the node builds a block of its own for op-node, none of ours is committed in its place,
// until op-node asks for one.
func TestPassedOn(t *testing.T) {
	w := newWorld(t, func(c *proxy.Config, _ *proxy.Deps) { c.Behind = time.Hour })
	n := w.opNode(t)
	must(n.Slot(t.Context()))(t)
	ours := &chains.Payload{ChainID: opChain, Number: n.Head.Number + 1, Hash: common.Hash{1}, ParentHash: n.Head.Hash, Timestamp: uint64(time.Now().Unix()) + 100}
	if err := w.proxy.MayCommit(t.Context(), ours); err != nil {
		t.Fatal(err)
	}
	job := must(n.Build(t.Context()))(t)
	if err := w.proxy.MayCommit(t.Context(), ours); !errors.Is(err, proxy.ErrElsewhere) {
		t.Errorf("the node builds a block on the parent: %v", err)
	}
	must(n.Fetch(t.Context(), job))(t)
	n.Head.Timestamp = uint64(time.Now().Unix())
	must(n.Build(t.Context()))(t)
	if err := w.proxy.MayCommit(t.Context(), ours); err != nil {
		t.Errorf("op-node asks for ours now: %v", err)
	}
}

// After a start, op-node may have a block in its hands: it has the first word.
func TestFirstWord(t *testing.T) {
	w := newWorld(t, func(c *proxy.Config, _ *proxy.Deps) { c.BlockTime = time.Hour })
	n := w.opNode(t)
	asked := make(chan error, 1)
	go func() {
		asked <- w.proxy.MayCommit(t.Context(), &chains.Payload{ChainID: opChain, Number: 1, Hash: common.Hash{1}, ParentHash: common.Hash{2}, Timestamp: uint64(time.Now().Unix()) + 100})
	}()
	must(n.Slot(t.Context()))(t)
	if err := <-asked; !errors.Is(err, proxy.ErrElsewhere) {
		t.Errorf("op-node has another block: %v", err)
	}
}

// The kill switch: everything passes, and a block that op-node already waits for comes
// from the node.
func TestKillSwitch(t *testing.T) {
	w := newWorld(t)
	w.seq.txs = [][]byte{userTx}
	n := w.opNode(t)
	must(n.Slot(t.Context()))(t)
	job := must(n.Build(t.Context()))(t)
	if err := w.proxy.SetMode(proxy.Disabled); err != nil {
		t.Fatal(err)
	}
	if b := must(n.Fetch(t.Context(), job))(t); b.Txs != 1 {
		t.Error("the sequencer has filled a block while disabled")
	}
	w.node.sent()
	if b := must(n.Slot(t.Context()))(t); b.Txs != 1 || !w.node.attributesSeen() {
		t.Error("attributes do not pass while disabled")
	}
	if err := w.proxy.SetMode("sideways"); !errors.Is(err, proxy.ErrMode) {
		t.Error(err)
	}
	if err := w.proxy.SetMode(proxy.Enabled); err != nil {
		t.Fatal(err)
	}
	if b := must(n.Slot(t.Context()))(t); b.Txs != 2 {
		t.Error("the sequencer does not fill after it was enabled again")
	}
}

// The switch is moved by whoever has op-node's secret, too.
func TestKillSwitchRemote(t *testing.T) {
	w := newWorld(t)
	for _, to := range []proxy.Mode{proxy.DryRun, proxy.Disabled, proxy.Enabled} {
		if got := must(proxy.AskMode(t.Context(), w.url, secret, to))(t); got != to || w.proxy.Mode() != to {
			t.Errorf("moved to %s, it is %s", to, got)
		}
		if got := must(proxy.AskMode(t.Context(), w.url, secret, ""))(t); got != to {
			t.Errorf("it is %s, said %s", to, got)
		}
	}
	if _, err := proxy.AskMode(t.Context(), w.url, secret, "off"); err == nil {
		t.Error("there is no such position")
	}
	if _, err := proxy.AskMode(t.Context(), w.url, nodeSecret, proxy.Disabled); err == nil || w.proxy.Mode() != proxy.Enabled {
		t.Error("moved without the secret")
	}
}

// The slot opens just when the sequencer has said that it has no block: what it promises in it then
// is not given up, op-node gets the block.
func TestOpenedMeanwhile(t *testing.T) {
	w := newWorld(t)
	w.seq.set(func(f *filler) { f.opens, f.txs = true, [][]byte{userTx} })
	n := w.opNode(t)
	if b := must(n.Slot(t.Context()))(t); b.Txs != 2 || w.seq.commits() != 1 {
		t.Errorf("a block of %d transactions after %d commits", b.Txs, w.seq.commits())
	}
}

// What comes long before a block is due ends op-node's job and must not be sealed.
func TestCancelledJob(t *testing.T) {
	w := newWorld(t)
	n := w.opNode(t)
	w.rules = nil
	ahead := *n.Head
	ahead.Timestamp = uint64(time.Now().Add(time.Hour).Unix())
	job := must(n.BuildOn(t.Context(), &ahead, false))(t)
	if err := n.Cancel(t.Context(), job); err != nil {
		t.Error(err)
	}
	if w.seq.commits() != 0 {
		t.Error("a cancelled job was sealed")
	}
	if _, err := w.proxy.Next(&chains.Parent{ChainID: opChain, Hash: n.Head.Hash}, 0); !errors.Is(err, chains.ErrNotYet) {
		t.Errorf("the offer of a cancelled job stands: %v", err)
	}
	must(n.Slot(t.Context()))(t)
}

// In a dry run op-node gets the node's own blocks, and they are executed here, too.
func TestDryRun(t *testing.T) {
	r := rehearsal{make(chan *chains.Payload)}
	w := newWorld(t, func(c *proxy.Config, d *proxy.Deps) { c.Mode, d.Rehearsal = proxy.DryRun, r })
	w.seq.txs = [][]byte{userTx}
	n := w.opNode(t)
	for range 3 {
		b := must(n.Slot(t.Context()))(t)
		select {
		case p := <-r.blocks:
			if p.Hash != b.Hash || p.ParentHash != b.Parent || b.Txs != 1 {
				t.Errorf("rehearsed block %s, op-node has got %s", p.Hash, b.Hash)
			}
		case <-time.After(patience):
			t.Fatal("no block is rehearsed")
		}
	}
	if w.seq.commits() != 0 {
		t.Error("a dry run has committed a block")
	}
}

type rehearsal struct{ blocks chan *chains.Payload }

func (r rehearsal) Rehearse(ctx context.Context, in *chains.Inputs, p *chains.Payload) (string, error) {
	if in.Timestamp != p.Timestamp {
		return "another timestamp", nil
	}
	select {
	case r.blocks <- p:
	case <-ctx.Done():
	}
	return "", nil
}

// An op-node that never fetches a committed block is handed it; where it does not take it
// either, the node is given it, and op-node finds it there (O3).
func TestHandedOver(t *testing.T) {
	admin := must(opscript.ServeAdmin())(t)
	t.Cleanup(admin.Close)
	remote := must(proxy.Dial(t.Context(), admin.URL))(t)
	t.Cleanup(remote.Close)
	w := newWorld(t, func(c *proxy.Config, d *proxy.Deps) {
		c.BlockTime, c.Earliest, d.OpNode = time.Millisecond, time.Hour, remote
	})
	n := w.opNode(t)
	must(n.Build(t.Context()))(t)
	p := must(w.seq.commit(t.Context(), n.Head.Hash))(t)
	posted := must(admin.Posted(t.Context()))(t)
	if posted.Hash != p.Hash {
		t.Errorf("handed over %s, committed %s", posted.Hash, p.Hash)
	}
	if err := w.seq.waitAdopted(t); err != nil {
		t.Fatal(err)
	}
	if b := w.node.headBlock(); b.Hash != p.Hash {
		t.Errorf("the node's head is %d", b.Number)
	}
	if err := n.Insert(t.Context(), posted); err != nil {
		t.Fatal(err)
	}
	must(n.Slot(t.Context()))(t)
}

// op-node goes elsewhere instead of adopting a committed block: this is said, and not taken
// for an adoption.
func TestGoneElsewhere(t *testing.T) {
	w := newWorld(t, func(c *proxy.Config, _ *proxy.Deps) { c.BlockTime, c.Earliest = time.Hour, time.Hour })
	w.seq.txs = [][]byte{userTx}
	n := w.opNode(t)
	job := must(n.Build(t.Context()))(t)
	must(n.Fetch(t.Context(), job))(t)
	other := must(n.BuildOn(t.Context(), n.Head, true))(t)
	if err := n.Insert(t.Context(), must(n.Fetch(t.Context(), other))(t)); err != nil {
		t.Fatal(err)
	}
	if err := w.seq.waitAdopted(t); !errors.Is(err, proxy.ErrElsewhere) {
		t.Errorf("%v", err)
	}
}

// refusing is an op-node that takes no block it is handed. It says so when it is told to.
type refusing struct{ handed, answer chan struct{} }

// PostUnsafePayload implements proxy.OpNode.
func (r refusing) PostUnsafePayload(ctx context.Context, _ json.RawMessage) error {
	close(r.handed)
	select {
	case <-r.answer:
	case <-ctx.Done():
	}
	return errors.New("not taken")
}

// op-node was pointed at the node itself, and has made another block there: one that it has
// not fetched is not committed any more, and where it is, the node is not given it.
func TestGoneElsewhereBehindUs(t *testing.T) {
	for _, before := range []bool{true, false} {
		r := refusing{make(chan struct{}), make(chan struct{})}
		w := newWorld(t, func(c *proxy.Config, d *proxy.Deps) {
			c.BlockTime, c.Earliest, d.OpNode = time.Millisecond, time.Hour, r
		})
		w.seq.txs = [][]byte{userTx}
		n := w.opNode(t)
		must(n.Build(t.Context()))(t)
		direct := w.opNodeAt(t, w.node.url)
		if before {
			must(direct.Slot(t.Context()))(t)
		}
		_, err := w.seq.commit(t.Context(), n.Head.Hash)
		if before {
			if !errors.Is(err, proxy.ErrNoBlock) || w.seq.commits() != 0 {
				t.Errorf("committed: %v", err)
			}
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		<-r.handed
		own := must(direct.Slot(t.Context()))(t)
		close(r.answer)
		if err := w.seq.waitAdopted(t); !errors.Is(err, proxy.ErrElsewhere) {
			t.Errorf("%v", err)
		}
		if b := w.node.headBlock(); b.Hash != own.Hash {
			t.Errorf("the node's head is %s, op-node has made %s", b.Hash, own.Hash)
		}
	}
}

// Only the leader's blocks are committed (O5).
func TestLeader(t *testing.T) {
	admin := must(opscript.ServeAdmin())(t)
	t.Cleanup(admin.Close)
	remote := must(proxy.Dial(t.Context(), admin.URL))(t)
	t.Cleanup(remote.Close)
	w := newWorld(t, func(_ *proxy.Config, d *proxy.Deps) { d.Conductor = remote })
	w.seq.txs = [][]byte{userTx}
	n := w.opNode(t)
	must(n.Slot(t.Context()))(t)
	admin.Follow(true)
	if b := must(n.Slot(t.Context()))(t); b.Txs != 1 || w.seq.commits() != 1 {
		t.Error("a block of an op-node that does not lead was committed")
	}
	admin.Follow(false)
	if b := must(n.Slot(t.Context()))(t); b.Txs != 2 {
		t.Error("the leader's block is not filled")
	}
}

// A block whose parent op-node has gone on from without it is not committed any more.
func TestTooLateToCommit(t *testing.T) {
	w := newWorld(t)
	n := w.opNode(t)
	before := n.Head.Hash
	block := &chains.Payload{ParentHash: before}
	if err := w.proxy.MayCommit(t.Context(), block); err != nil {
		t.Error(err)
	}
	w.seq.set(func(f *filler) { f.away = true })
	must(n.Slot(t.Context()))(t)
	if err := w.proxy.MayCommit(t.Context(), block); !errors.Is(err, proxy.ErrElsewhere) {
		t.Errorf("op-node has made a block of its own: %v", err)
	}
}

// depths is a view of the L1.
type depths map[chains.BlockRef]uint64

func (d depths) Depth(b chains.BlockRef) (uint64, bool) { depth, ok := d[b]; return depth, ok }

// Blocks on an L1 origin that may vanish are filled, and not joined to others (O6).
func TestOriginDepth(t *testing.T) {
	view := depths{}
	w := newWorld(t, func(_ *proxy.Config, d *proxy.Deps) { d.L1 = view })
	n := w.opNode(t)
	must(n.Build(t.Context()))(t)
	alone := func() string {
		return must(w.proxy.Next(&chains.Parent{ChainID: opChain, Hash: n.Head.Hash}, 0))(t).Alone
	}
	if why := alone(); !strings.Contains(why, "not in our view") {
		t.Errorf("an origin that the view does not have: %q", why)
	}
	view[w.l1.Block(0)] = 3
	if why := alone(); !strings.Contains(why, "has 3 blocks on top of it, not 4") {
		t.Errorf("an origin of depth 3: %q", why)
	}
	view[w.l1.Block(0)] = 4
	if why := alone(); why != "" {
		t.Errorf("an origin of depth 4: %q", why)
	}
}

// When the first caller leaves, as op-node does after its timeout, the block is worked out
// all the same, once, for whoever asks again.
func TestOneAnswer(t *testing.T) {
	w := newWorld(t)
	release := make(chan struct{})
	w.seq.set(func(f *filler) { f.hold = release })
	n := w.opNode(t)
	job := must(n.Build(t.Context()))(t)
	ctx, cancel := context.WithCancel(t.Context())
	asked := make(chan error, 1)
	go func() {
		_, err := n.Fetch(ctx, job)
		asked <- err
	}()
	for sealed := 0; sealed == 0; {
		w.seq.set(func(f *filler) { sealed = f.sealed })
		if err := n.Read(t.Context(), new(json.RawMessage), "eth_chainId"); err != nil {
			t.Fatal(err)
		}
	}
	cancel()
	if err := <-asked; err == nil {
		t.Error("a call that was given up has an answer")
	}
	close(release)
	must(n.Fetch(t.Context(), job))(t)
	w.seq.set(func(f *filler) {
		if f.sealed != 1 {
			t.Errorf("sealed %d times", f.sealed)
		}
	})
}
