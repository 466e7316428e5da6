package tracer_test

import (
	"context"
	"errors"
	"math/big"
	"os"
	"strconv"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/devnode"
	"github.com/ssequencer/ssequencer/chains/engine"
	"github.com/ssequencer/ssequencer/tracer/shard"
)

const genesisTime = 1_700_000_000

// patience is for what only a fault makes late.
const patience = 2 * time.Minute

// TestConformance runs generated transactions through a shard and the same list through
// the chain's node, over several blocks: receipts, and every account and slot that the
// node says was touched, must be equal. The shard runs one block ahead of the node, and
// executes much that is dropped, truncated or refused. CONFORMANCE_SEED chooses a run; the
// fuzz target and `make long` try others.
func TestConformance(t *testing.T) {
	seed := seedOf(t)
	blocks, perBlock := 20, 200
	if testing.Short() {
		blocks, perBlock = 4, 100
	}
	t.Logf("CONFORMANCE_SEED=%d", seed)
	r := newRun(t, seed)
	for range blocks {
		r.slot(perBlock)
	}
	r.finish()
	if r.included < blocks*perBlock*2/3 {
		t.Errorf("only %d transactions were included", r.included)
	}
	t.Logf("%d included, %d succeeded, %d logs; %d dropped, %d truncated, %d refused, %d waited for the parent; %d accounts and %d slots compared",
		r.included, r.succeeded, r.logs, r.dropped, r.truncated, r.refused, r.waited, r.accounts, r.slots)
}

func seedOf(t *testing.T) uint64 {
	t.Helper()
	text := os.Getenv("CONFORMANCE_SEED")
	if text == "" {
		return 1
	}
	seed, err := strconv.ParseUint(text, 10, 64)
	if err != nil {
		t.Fatal(err)
	}
	return seed
}

// FuzzConformance is TestConformance on short chains with the seeds the fuzzer chooses.
func FuzzConformance(f *testing.F) {
	f.Add(uint64(1))
	f.Fuzz(func(t *testing.T, seed uint64) {
		r := newRun(t, seed)
		for range 3 {
			r.slot(30)
		}
		r.finish()
	})
}

// run is one generated chain.
type run struct {
	*generator
	ctx   context.Context
	node  *engine.Client
	shard *shard.Shard
	watch common.Address
	op    *opRun // nil on a chain that is not of the OP Stack

	parent  common.Hash  // head of the node
	ahead   *sealedBlock // sealed, not built yet
	open    *chains.Open // the open block's inputs
	traces  []*chains.Trace
	waiting []*chains.Tx // read the unknown parent hash
	touched touched      // in all blocks

	included, succeeded, logs, dropped, truncated, refused, waited, accounts, slots int
}

// sealedBlock is a block the shard is done with.
type sealedBlock struct {
	open   *chains.Open
	sealed *chains.Sealed
	traces []*chains.Trace
	view   *shard.View // the state after it
}

func (b *sealedBlock) deposits() int { return len(b.sealed.DepositNonces) }

func newRun(t testing.TB, seed uint64) *run {
	t.Helper()
	g := newGenerator(t, seed)
	cfg := devnode.Config{ChainID: testChain, GasLimit: blockGasLimit, GenesisTime: genesisTime, Alloc: g.alloc}
	node, err := devnode.Start(t.Context(), cfg, zap.NewNop())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := node.Close(); err != nil {
			t.Error(err)
		}
	})
	client := node.Attach()
	patient := engine.Timeouts{Build: patience, NewPayload: patience, Forkchoice: patience, Read: patience}
	nodeClient, err := engine.NewWithClients(t.Context(), engine.Config{ChainID: testChain, Timeouts: patient}, client, client)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(nodeClient.Close)
	genesis := node.Genesis().ToBlock().Header()
	if err := nodeClient.Adopt(t.Context(), genesis.Hash(), common.Hash{}, common.Hash{}); err != nil {
		t.Fatal(err)
	}
	// A small cache, so that values are forgotten and read again.
	s, err := shard.New(shard.Config{ChainID: testChain, Chain: node.ChainConfig(), Watch: watched, CacheEntries: 200, ReadTimeout: patience}, nodeClient, shard.HeadOf(genesis))
	if err != nil {
		t.Fatal(err)
	}
	return &run{generator: g, ctx: t.Context(), node: nodeClient, shard: s, watch: watched, parent: genesis.Hash(), touched: touched{}}
}

// watched is the account whose writes are reported.
var watched = common.BigToAddress(big.NewInt(0xc0de00))

// slot works on one block: the first half before the node has built its parent.
func (r *run) slot(count int) {
	r.t.Helper()
	r.begin()
	r.fill(count / 2)
	if r.ahead != nil {
		r.build()
		waiting := r.waiting
		r.waiting = nil
		for _, tx := range waiting {
			r.keepOne(tx)
		}
	}
	r.fill(count - count/2)
	r.seal()
}

// begin opens the next block, with its parent's hash blank while that is not built.
func (r *run) begin() {
	r.t.Helper()
	number := r.shard.Height()
	recipient := r.addrs[r.rand.IntN(senders)] // an account that pays and is paid otherwise too
	if r.rand.IntN(3) == 0 {
		recipient = r.pick()
	}
	r.open = &chains.Open{
		ChainID: testChain, Number: number, Timestamp: genesisTime + 2*number + uint64(r.rand.IntN(2)), FeeRecipient: recipient,
		PrevRandao: common.Hash{byte(number), 1}, BeaconRoot: common.Hash{byte(number), 2}, ExtraData: []byte{byte(number)},
		GasLimit: r.shard.NextGasLimit(), BaseFee: r.shard.NextBaseFee(),
	}
	if r.op != nil {
		r.op.adjust(r.rand, r.open)
	}
	if r.ahead == nil {
		r.open.ParentHash = r.parent
	}
	if err := r.shard.Begin(r.open); err != nil {
		r.t.Fatal(err)
	}
	r.traces = nil
	if r.op != nil {
		r.depositAll()
	}
}

// fill adds transactions to the open block in groups that are kept, cut short or dropped.
func (r *run) fill(count int) {
	r.t.Helper()
	for range count {
		group, traces := r.group(1 + r.rand.IntN(3))
		switch r.rand.IntN(6) {
		case 0:
			r.shard.Drop(0)
			r.dropped += len(group)
			continue
		case 1:
			if len(group) > 1 {
				r.shard.Drop(1)
				r.dropped += len(group) - 1
				group, traces = group[:1], traces[:1]
			}
		}
		r.keep(group, traces)
		if r.rand.IntN(60) == 0 {
			r.truncate()
		}
	}
}

// group executes a few transactions on top of each other.
func (r *run) group(count int) (txs []*chains.Tx, traces []*chains.Trace) {
	r.t.Helper()
	view := r.shard.View()
	next := func(addr common.Address) uint64 {
		n, err := view.Nonce(addr)
		if err != nil {
			r.t.Fatal(err)
		}
		for _, tx := range txs {
			if tx.Sender() == addr {
				n++
			}
		}
		return n
	}
	for range count {
		tx := r.transaction(next, r.open.BaseFee)
		before := r.shard.Undecided()
		trace, err := r.shard.Execute(tx)
		var invalid *shard.InvalidError
		switch {
		case err == nil:
			txs, traces = append(txs, tx), append(traces, trace)
			continue
		case errors.Is(err, shard.ErrParentUnknown):
			r.waiting = append(r.waiting, tx)
			r.waited++
		case errors.As(err, &invalid):
			r.refused++
		case !errors.Is(err, shard.ErrBlockFull):
			r.t.Fatal(err)
		}
		if r.shard.Undecided() != before {
			r.t.Fatalf("a layer is left after %v", err)
		}
	}
	return txs, traces
}

func (r *run) keep(txs []*chains.Tx, traces []*chains.Trace) {
	r.t.Helper()
	if err := r.shard.Keep(txs); err != nil {
		r.t.Fatal(err)
	}
	r.traces = append(r.traces, traces...)
}

// keepOne executes a transaction that had to wait, if it is still valid.
func (r *run) keepOne(tx *chains.Tx) {
	r.t.Helper()
	trace, err := r.shard.Execute(tx)
	var invalid *shard.InvalidError
	if errors.As(err, &invalid) || errors.Is(err, shard.ErrBlockFull) {
		return
	}
	if err != nil {
		r.t.Fatal(err)
	}
	r.keep([]*chains.Tx{tx}, []*chains.Trace{trace})
}

// truncate cuts the block and runs what was behind the cut again, without its first.
func (r *run) truncate() {
	r.t.Helper()
	txs := r.shard.Transactions()
	if len(txs) == 0 {
		return
	}
	at := r.rand.IntN(len(txs))
	if r.op != nil { // deposits cannot be left out
		if at = max(at, r.op.deposits); at == len(txs) {
			return
		}
	}
	if err := r.shard.Truncate(at); err != nil {
		r.t.Fatal(err)
	}
	r.traces = r.traces[:at]
	r.truncated += len(txs) - at
	for _, tx := range txs[at+1:] {
		trace, err := r.shard.Execute(tx)
		if errors.Is(err, shard.ErrParentUnknown) || errors.Is(err, shard.ErrBlockFull) {
			continue // without what was cut it may read other things, and need more gas
		}
		var invalid *shard.InvalidError
		if errors.As(err, &invalid) {
			continue
		}
		if err != nil {
			r.t.Fatal(err)
		}
		r.keep([]*chains.Tx{tx}, []*chains.Trace{trace})
	}
}

func (r *run) seal() {
	r.t.Helper()
	sealed, err := r.shard.Seal()
	if err != nil {
		r.t.Fatal(err)
	}
	r.ahead = &sealedBlock{open: r.open, sealed: sealed, traces: r.traces, view: r.shard.View()}
}

// build has the node build the sealed block, compares everything, and adopts it.
func (r *run) build() {
	r.t.Helper()
	b := r.ahead
	r.ahead = nil
	b.open.ParentHash = r.parent
	raws := make([][]byte, len(b.sealed.Transactions))
	for i, tx := range b.sealed.Transactions {
		raws[i] = tx.Raw()
	}
	r.compareReplay(b, raws)
	payload, err := r.node.Build(r.ctx, b.open, raws)
	if err != nil {
		r.t.Fatalf("block %d: %v", b.open.Number, err)
	}
	if err := r.node.NewPayload(r.ctx, payload); err != nil {
		r.t.Fatal(err)
	}
	r.compareBlock(b, payload)
	if err := r.shard.Built(payload.Number, payload.Hash); err != nil {
		r.t.Fatal(err)
	}
	r.compareState(b, payload)
	if err := r.node.Adopt(r.ctx, payload.Hash, common.Hash{}, common.Hash{}); err != nil {
		r.t.Fatal(err)
	}
	if err := r.shard.Adopted(payload.Number, payload.Hash); err != nil {
		r.t.Fatal(err)
	}
	r.parent = payload.Hash
	r.included += len(raws)
	for _, trace := range b.traces {
		r.succeeded += int(trace.Status)
		r.logs += len(trace.Logs)
	}
}

// finish lets the node catch up and compares everything ever touched once more, now as
// the shard's clean state has it.
func (r *run) finish() {
	r.t.Helper()
	r.build()
	r.compare(r.shard.View(), r.touched, r.parent)
}
