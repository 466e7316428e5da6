package settlement_test

import (
	"context"
	"errors"
	"math/big"
	"testing"
	"time"

	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/rlp"
	"github.com/prometheus/client_golang/prometheus"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/journal"
	"github.com/ssequencer/ssequencer/merkle"
	"github.com/ssequencer/ssequencer/settlement"
	"github.com/ssequencer/ssequencer/settlement/settlementtest"
	"github.com/ssequencer/ssequencer/signer"
	"github.com/ssequencer/ssequencer/verifier"
)

// bench is a World with a journal and the settlement that follows it.
type bench struct {
	*settlementtest.World
	t       *testing.T
	fs      vfs.FS
	journal *journal.Journal
	verify  settlement.Verify
	adjust  func(*settlement.Config) // nil for none
	events  chan *journal.BatchEvent // as they become durable
	poster  signer.Signer            // nil: the World's
	asked   chan string              // what nodes are asked beside headers; nil: nobody looks
}

func newBench(t *testing.T, ids ...chains.ChainID) *bench {
	return newBenchOn(t, journal.Config{FS: vfs.NewMem()}, ids...)
}

func newBenchOn(t *testing.T, cfg journal.Config, ids ...chains.ChainID) *bench {
	return benchOf(t, settlementtest.Start(t, ids...), cfg)
}

// newBenchOf is newBench with just these pairs.
func newBenchOf(t *testing.T, pairs []chains.Pair, ids ...chains.ChainID) *bench {
	world := settlementtest.StartSuite(t, ids, settlementtest.SuiteOptions{Pairs: pairs}).World
	return benchOf(t, world, journal.Config{FS: vfs.NewMem()})
}

func benchOf(t *testing.T, world *settlementtest.World, cfg journal.Config) *bench {
	b := &bench{World: world, t: t, fs: cfg.FS, events: make(chan *journal.BatchEvent, 1000)}
	var err error
	cfg.Dir = "journal"
	if len(cfg.Readers) > 0 { // what is deleted the test has seen
		cfg.Readers = append(cfg.Readers, "test")
	}
	if b.journal, err = journal.Open(cfg, zap.NewNop()); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := b.journal.Close(); err != nil {
			t.Error(err)
		}
	})
	b.background(func(ctx context.Context) {
		_ = b.journal.Follow(ctx, 1, func(seq journal.Seq, rec journal.Record) error {
			b.journal.Keep("test", seq+1, nil)
			if e, ok := rec.(*journal.BatchEvent); ok {
				b.events <- e
			}
			return nil
		})
	})
	return b
}

// background runs fn until the test ends, and waits for it.
func (b *bench) background(fn func(context.Context)) (stop func()) {
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan struct{})
	go func() {
		defer close(done)
		fn(ctx)
	}()
	stop = func() { cancel(); <-done }
	b.t.Cleanup(stop)
	return stop
}

func (b *bench) config() settlement.Config {
	cfg := settlement.Config{Dir: "settlement", FS: b.fs, L1: settlementtest.L1ID, Settlement: b.Settlement, Epoch: 1, BatchSlots: 2,
		Retry: 5 * time.Millisecond, L1Poll: 5 * time.Millisecond}
	for _, c := range b.Chains {
		cfg.Chains = append(cfg.Chains, settlement.ChainConfig{ID: c.ID, Contracts: c.Config, StartBlock: 1})
	}
	if b.adjust != nil {
		b.adjust(&cfg)
	}
	return cfg
}

// payNothing is a limit of fees at which nothing gets to L1.
func payNothing(cfg *settlement.Config) { cfg.MaxFee = big.NewInt(1) }

// loseL1 has L1 lose all blocks after one, and go on.
func (b *bench) loseL1(after uint64) {
	b.t.Helper()
	if err := b.L1Client.Client().Call(nil, "debug_setHead", hexutil.Uint64(after)); err != nil {
		b.t.Fatal(err)
	}
	b.MineL1()
}

func (b *bench) settlement(metrics *settlement.Metrics) *settlement.Settlement {
	b.t.Helper()
	nodes := make(map[chains.ChainID]settlement.Node)
	for _, c := range b.Chains {
		nodes[c.ID] = c.Engine
		if b.asked != nil {
			nodes[c.ID] = observed{c.Engine, b.asked}
		}
	}
	if b.poster == nil {
		b.poster = b.Poster
	}
	s, err := settlement.Open(b.config(), settlement.Deps{Journal: b.journal, Nodes: nodes, L1: b.L1Client,
		Signer: b.Signer, Poster: b.poster, Verify: b.verify}, metrics, zap.NewNop())
	if err != nil {
		b.t.Fatal(err)
	}
	return s
}

// run runs the settlement until stop, which closes it as well.
func (b *bench) run(s *settlement.Settlement) (stop func()) {
	return b.background(func(ctx context.Context) {
		if err := s.Run(ctx); !errors.Is(err, context.Canceled) {
			b.t.Errorf("settlement ended: %v", err)
		}
		if err := s.Close(); err != nil {
			b.t.Error(err)
		}
	})
}

// runToEnd runs a settlement that ends by itself, and returns why.
func (b *bench) runToEnd(s *settlement.Settlement) error {
	b.t.Helper()
	b.t.Cleanup(func() {
		if err := s.Close(); err != nil {
			b.t.Error(err)
		}
	})
	return s.Run(context.Background())
}

// slot builds a slot and makes it durable in the journal.
func (b *bench) slot(fill func(*settlementtest.Slot)) {
	b.t.Helper()
	s := b.NewSlot()
	if fill != nil {
		fill(s)
	}
	seq, err := b.journal.Append(settlementtest.Records(s.Build())...)
	if err == nil {
		err = b.journal.WaitDurable(context.Background(), seq)
	}
	if err != nil {
		b.t.Fatal(err)
	}
}

// await waits for a batch event, mining L1 blocks meanwhile.
func (b *bench) await(kind journal.BatchEventKind, number uint64) *journal.BatchEvent {
	b.t.Helper()
	deadline := time.After(30 * time.Second)
	mine := time.NewTicker(20 * time.Millisecond)
	defer mine.Stop()
	for {
		select {
		case e := <-b.events:
			if e.Event == kind && e.Number == number {
				return e
			}
		case <-mine.C:
			b.MineL1()
		case <-deadline:
			b.t.Fatalf("event %d of batch %d did not come", kind, number)
		}
	}
}

func (b *bench) verifier() *verifier.Verifier {
	b.t.Helper()
	cfg := verifier.Config{L1: b.L1.HTTP(), Settlement: b.Settlement, Messenger: b.Plan.Messenger,
		Bridges: []common.Address{b.Plan.TokenBridge, b.Plan.ETHBridge}, Chains: make(map[uint64]string)}
	for _, c := range b.Chains {
		cfg.Chains[uint64(c.ID)] = c.Node.HTTP()
	}
	v, err := verifier.New(context.Background(), cfg, zap.NewNop())
	if err != nil {
		b.t.Fatal(err)
	}
	b.t.Cleanup(v.Close)
	return v
}

// onL1 asks Batches.verifyMessage.
func (b *bench) onL1(p *settlement.Proof) bool {
	b.t.Helper()
	words := func(hashes []common.Hash) (out [][32]byte) {
		for _, h := range hashes {
			out = append(out, h)
		}
		return out
	}
	n, abi := settlementtest.Big, bindings.NewBatches()
	pair := p.Proof.Pair
	data := abi.PackVerifyMessage(p.Batch, p.Leaf, bindings.MessageProof{Source: n(pair.Source), Destination: n(pair.Destination),
		Generation: n(pair.Generation), Count: n(pair.Count), PairRoot: pair.Root, LeafIndex: n(p.Proof.InPair.Index), Siblings: words(p.Proof.InPair.Siblings),
		PairIndex: n(p.Proof.InBatch.Index), PairCount: n(p.Proof.InBatch.Count), PairSiblings: words(p.Proof.InBatch.Siblings)})
	var out hexutil.Bytes
	if err := b.L1Client.Client().Call(&out, "eth_call", map[string]any{"to": b.Settlement, "data": hexutil.Bytes(data)}, "latest"); err != nil {
		b.t.Fatal(err)
	}
	held, err := abi.UnpackVerifyMessage(out)
	if err != nil {
		b.t.Fatal(err)
	}
	return held
}

// awaitStatus waits until readers see the batch's status.
func (b *bench) awaitStatus(s *settlement.Settlement, n uint64, want settlement.Status) {
	b.t.Helper()
	deadline := time.After(30 * time.Second)
	for {
		changed := s.Changed()
		if batch, err := s.Batch(n); err == nil && batch.Status == want {
			return
		}
		select {
		case <-changed:
		case <-deadline:
			b.t.Fatalf("batch %d did not become %d", n, want)
		}
	}
}

func mustBatch(t *testing.T, s *settlement.Settlement, n uint64) *settlement.Batch {
	t.Helper()
	batch, err := s.Batch(n)
	if err != nil {
		t.Fatal(err)
	}
	return batch
}

// calldata returns what posts a closed batch.
func (b *bench) calldata(number uint64) []byte {
	b.t.Helper()
	var body struct {
		Claim     merkle.Batch
		Epoch     uint64
		Signature []byte
		Rest      []rlp.RawValue `rlp:"tail"`
	}
	if err := b.journal.Read(context.Background(), 1, func(_ journal.Seq, rec journal.Record) error {
		if e, ok := rec.(*journal.BatchEvent); ok && e.Event == journal.BatchClosed && e.Number == number {
			return rlp.DecodeBytes(e.Body, &body)
		}
		return nil
	}); err != nil {
		b.t.Fatal(err)
	}
	return bindings.NewBatches().PackSubmitBatch(settlementtest.Claim(&body.Claim), body.Epoch, body.Signature)
}

// awaitEvent is await without new L1 blocks.
func (b *bench) awaitEvent(kind journal.BatchEventKind, number uint64) {
	b.t.Helper()
	deadline := time.After(30 * time.Second)
	for {
		select {
		case e := <-b.events:
			if e.Event == kind && e.Number == number {
				return
			}
		case <-deadline:
			b.t.Fatalf("event %d of batch %d did not come", kind, number)
		}
	}
}

// registry reads metrics by name.
type registry struct{ *prometheus.Registry }

func newRegistry() *registry { return &registry{prometheus.NewRegistry()} }

func (r *registry) value(name string) float64 {
	families, err := r.Gather()
	if err != nil {
		return -1
	}
	for _, f := range families {
		if f.GetName() == name {
			return f.GetMetric()[0].GetCounter().GetValue()
		}
	}
	return -1
}
