package router_test

import (
	"context"
	"math/big"
	"sync"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"
	"github.com/ethereum/go-ethereum/rpc"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/devnode"
	"github.com/ssequencer/ssequencer/chains/engine"
	"github.com/ssequencer/ssequencer/chains/wire"
	"github.com/ssequencer/ssequencer/router"
)

const (
	chainA   = chains.ChainID(901)
	chainB   = chains.ChainID(902)
	gasLimit = 30_000_000
)

var (
	deployment = common.HexToHash("0xdd")
	// emitter logs the first word of its calldata; without calldata it panics (revert data
	// Panic(1)).
	emitter     = common.HexToAddress("0xe1")
	emitterCode = hexutil.MustDecode("0x36601957" + "634e487b7160e01b600052600160045260246000fd" + "5b60003560005260016020" + "6000a100")
)

// stage stands in for the sequencer and the read model: a transaction is decided as the
// test says, and an included one is a block of the chain's real node at once, which is
// adopted when the test says so.
type stage struct {
	mu      sync.Mutex
	chains  map[chains.ChainID]*stageChain
	decide  func(txs []*chains.Tx) verdict // what happens to the next submissions
	tickets map[common.Hash]*ticket
	waiting map[common.Hash]*chains.Tx
	bundles map[common.Hash]*wire.Bundle
	undone  map[common.Hash]*chains.Refusal // of what was included and taken back
	events  []stageEvent
	news    chan struct{} // closed and renewed at each change
	healthy map[chains.ChainID]bool
	ready   bool
	waits   chan struct{} // gets a token from every wait for a decision
	left    chan struct{} // gets a token from every stream that ends
}

type stageEvent struct {
	topic wire.Topic
	event wire.Event
	head  chains.BlockRef
	chain chains.ChainID
}

// verdict is what the stage does with a submission: refuse it, include it, hold it, or say
// that it is included and take it back.
type verdict struct {
	refusal *chains.Refusal
	hold    bool
	undone  *chains.Refusal
}

type stageChain struct {
	node     *devnode.Node
	engine   *engine.Client
	rpc      *rpc.Client
	head     *types.Header // applied
	open     *chains.Open
	payload  *chains.Payload // executed by the node, not adopted; nil when open is empty
	legs     []chains.Leg
	included map[common.Hash]*chains.Included
	opened   map[common.Hash]*chains.OpenBlock
}

type ticket struct {
	done    chan struct{}
	refusal *chains.Refusal
	waits   chan struct{} // gets a token from every Outcome that begins
}

func (k *ticket) Outcome(ctx context.Context) error {
	select {
	case k.waits <- struct{}{}:
	default:
	}
	select {
	case <-k.done:
		if k.refusal != nil {
			return k.refusal
		}
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// newStage starts a node per chain, each with a rich account and the emitter.
func newStage(t *testing.T, rich ...common.Address) *stage {
	t.Helper()
	s := &stage{
		chains: make(map[chains.ChainID]*stageChain), tickets: make(map[common.Hash]*ticket),
		waiting: make(map[common.Hash]*chains.Tx), bundles: make(map[common.Hash]*wire.Bundle), undone: make(map[common.Hash]*chains.Refusal),
		news: make(chan struct{}), ready: true, waits: make(chan struct{}, 1000), left: make(chan struct{}, 1000), healthy: map[chains.ChainID]bool{chainA: true, chainB: true},
		decide: func([]*chains.Tx) verdict { return verdict{} },
	}
	alloc := types.GenesisAlloc{emitter: {Code: emitterCode, Balance: new(big.Int)}}
	for _, addr := range rich {
		alloc[addr] = types.Account{Balance: new(big.Int).Mul(big.NewInt(10_000), big.NewInt(params.Ether))}
	}
	for _, id := range []chains.ChainID{chainA, chainB} {
		ctx := context.Background()
		node, err := devnode.Start(ctx, devnode.Config{ChainID: id, GasLimit: gasLimit, GenesisTime: 1_700_000_000, Alloc: alloc}, zap.NewNop())
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { node.Close() })
		client, err := engine.NewWithClients(ctx, engine.Config{ChainID: id}, node.Attach(), node.Attach())
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(client.Close)
		c := &stageChain{node: node, engine: client, rpc: node.Attach(), included: make(map[common.Hash]*chains.Included), opened: make(map[common.Hash]*chains.OpenBlock)}
		t.Cleanup(c.rpc.Close)
		if c.head, err = client.Head(ctx); err != nil {
			t.Fatal(err)
		}
		c.openNext(id)
		s.chains[id] = c
	}
	return s
}

// openNext opens the block after the head.
func (c *stageChain) openNext(id chains.ChainID) {
	baseFee := big.NewInt(875_000_000) // of the block after an empty genesis
	if c.head.Number.Sign() > 0 {
		baseFee = nextBaseFee(c.head)
	}
	c.open = &chains.Open{
		ChainID: id, Number: c.head.Number.Uint64() + 1, ParentHash: c.head.Hash(), Timestamp: c.head.Time + 1,
		PrevRandao: common.HexToHash("0x01"), FeeRecipient: common.HexToAddress("0xfe"), GasLimit: gasLimit, BaseFee: baseFee,
		BeaconRoot: common.HexToHash("0x02"), ExtraData: []byte{},
	}
	c.payload, c.legs = nil, nil
	hash := chains.ProvisionalHash(deployment, c.open)
	c.opened[hash] = &chains.OpenBlock{Open: *c.open, Provisional: hash}
}

// changed wakes the followers. The lock is held.
func (s *stage) changed() {
	close(s.news)
	s.news = make(chan struct{})
}

// Submit decides at once, unless the verdict is to hold.
func (s *stage) Submit(ctx context.Context, txs []*chains.Tx, _ router.SubmitOptions) (router.Ticket, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	k, v := &ticket{done: make(chan struct{}), waits: s.waits}, s.decide(txs)
	switch {
	case v.hold:
		if known := s.tickets[chains.BundleID(txs)]; known != nil {
			return known, nil
		}
		s.tickets[chains.BundleID(txs)] = k
		if len(txs) == 1 {
			s.waiting[txs[0].Hash()] = txs[0]
		}
		return k, nil
	case v.refusal != nil:
		k.refusal = v.refusal
	case v.undone != nil:
		s.undone[txs[0].Hash()] = v.undone
	default:
		for _, tx := range txs {
			if err := s.include(ctx, tx); err != nil {
				return nil, err
			}
		}
	}
	close(k.done)
	s.changed()
	return k, nil
}

// include adds a transaction to the block under construction, by having the node build
// and execute that block. The lock is held.
func (s *stage) include(ctx context.Context, tx *chains.Tx) error {
	c := s.chains[tx.ChainID()]
	raws := [][]byte{}
	for _, leg := range c.legs {
		raws = append(raws, leg.Raw)
	}
	payload, err := c.engine.Build(ctx, c.open, append(raws, tx.Raw()))
	if err != nil {
		return err
	}
	if err := c.engine.NewPayload(ctx, payload); err != nil {
		return err
	}
	var receipts []*types.Receipt
	if err := c.rpc.CallContext(ctx, &receipts, "eth_getBlockReceipts", payload.Hash); err != nil {
		return err
	}
	r := receipts[len(receipts)-1]
	leg := chains.Leg{
		ChainID: tx.ChainID(), Raw: tx.Raw(), TxHash: tx.Hash(), Sender: tx.Sender(), Height: c.open.Number,
		Timestamp: c.open.Timestamp, Index: uint64(len(c.legs)), GlobalIndex: uint64(len(s.events)), Status: r.Status, GasUsed: r.GasUsed,
	}
	for _, receipt := range receipts[:len(receipts)-1] {
		leg.FirstLogIndex += uint64(len(receipt.Logs))
	}
	for _, l := range r.Logs {
		leg.Logs = append(leg.Logs, &types.Log{Address: l.Address, Topics: l.Topics, Data: l.Data})
	}
	c.payload, c.legs = payload, append(c.legs, leg)
	hash := chains.ProvisionalHash(deployment, c.open)
	c.opened[hash].Legs = c.legs
	c.included[tx.Hash()] = &chains.Included{Leg: leg, Bundle: tx.Hash(), BlockHash: hash, BaseFee: c.open.BaseFee, CumulativeGasUsed: r.CumulativeGasUsed}
	s.bundles[tx.Hash()] = &wire.Bundle{ID: tx.Hash(), Status: wire.Preconfirmed, Legs: []wire.Leg{}}
	pre := wire.PreconfirmationOf(chains.Domain{L1ChainID: 900}, &chains.Promise{ChainID: leg.ChainID, Height: leg.Height, Index: leg.Index, TxHash: leg.TxHash})
	s.events = append(s.events, stageEvent{topic: wire.Preconfirmations, event: wire.Event{GlobalIndex: hexutil.Uint64(leg.GlobalIndex), Data: pre}})
	return nil
}

// adopt makes the node adopt the block under construction; apply also moves our head.
func (s *stage) adopt(t *testing.T, id chains.ChainID) {
	t.Helper()
	s.mu.Lock()
	defer s.mu.Unlock()
	c := s.chains[id]
	if c.payload == nil {
		var err error
		if c.payload, err = c.engine.Build(t.Context(), c.open, nil); err != nil {
			t.Fatal(err)
		}
		if err = c.engine.NewPayload(t.Context(), c.payload); err != nil {
			t.Fatal(err)
		}
	}
	if err := c.engine.Adopt(t.Context(), c.payload.Hash, common.Hash{}, common.Hash{}); err != nil {
		t.Fatal(err)
	}
}

func (s *stage) apply(t *testing.T, id chains.ChainID) {
	t.Helper()
	s.adopt(t, id)
	s.mu.Lock()
	defer s.mu.Unlock()
	c := s.chains[id]
	head, err := c.engine.Head(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, leg := range c.legs {
		c.included[leg.TxHash].BlockHash, c.included[leg.TxHash].Applied = head.Hash(), true
	}
	block := c.opened[chains.ProvisionalHash(deployment, c.open)]
	block.Applied, block.Legs = head.Hash(), nil
	c.head = head
	s.events = append(s.events, stageEvent{head: chains.BlockRef{Number: head.Number.Uint64(), Hash: head.Hash()}, chain: id})
	c.openNext(id)
	s.changed()
}

// settle decides a held submission.
func (s *stage) settle(t *testing.T, tx *chains.Tx, refusal *chains.Refusal) {
	t.Helper()
	s.mu.Lock()
	defer s.mu.Unlock()
	k := s.tickets[tx.Hash()]
	delete(s.tickets, tx.Hash())
	delete(s.waiting, tx.Hash())
	if k.refusal = refusal; refusal == nil {
		if err := s.include(t.Context(), tx); err != nil {
			t.Fatal(err)
		}
	}
	close(k.done)
	s.changed()
}

func (s *stage) set(decide func([]*chains.Tx) verdict) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.decide = decide
}
