package l1

import (
	"context"
	"errors"
	"math/big"
	"sync"
	"testing"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"
	"github.com/ethereum/go-ethereum/rpc"
	"go.uber.org/zap/zaptest"

	"github.com/ssequencer/ssequencer/chains"
)

// errDown is what an L1 that is down answers.
var errDown = errors.New("down")

// script is an L1 whose blocks the test makes: for times that no real node would make.
type script struct {
	mu     sync.Mutex
	blocks []*types.Header
	head   int // number of the newest one that is shown
	final  int // number of the newest one that is called final
}

// newScript returns an L1 with blocks at these times.
func newScript(times ...uint64) *script {
	s := new(script)
	for _, at := range times {
		s.extend(at, 0)
	}
	return s
}

// extend adds a block; branch tells branches apart.
func (s *script) extend(at uint64, branch byte) {
	s.mu.Lock()
	defer s.mu.Unlock()
	h := &types.Header{
		Number: big.NewInt(int64(len(s.blocks))), Time: at, Difficulty: new(big.Int), BaseFee: big.NewInt(7), Extra: []byte{branch},
		MixDigest: common.Hash{branch, 1}, ReceiptHash: types.EmptyReceiptsHash,
	}
	if len(s.blocks) > 0 {
		h.ParentHash = s.blocks[len(s.blocks)-1].Hash()
	}
	s.blocks = append(s.blocks, h)
	s.head = len(s.blocks) - 1
}

func (s *script) show(head int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.head = head
}

func (s *script) ref(number int) chains.BlockRef {
	s.mu.Lock()
	defer s.mu.Unlock()
	return chains.BlockRef{Number: uint64(number), Hash: s.blocks[number].Hash()}
}

func (s *script) HeaderByNumber(_ context.Context, number *big.Int) (*types.Header, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	at := s.head
	if number != nil {
		at = int(number.Int64())
	}
	if number != nil && number.Sign() < 0 {
		at = s.final
	}
	if at > s.head || at < 0 {
		return nil, ethereum.NotFound
	}
	return s.blocks[at], nil
}

func (s *script) BlockReceipts(context.Context, rpc.BlockNumberOrHash) ([]*types.Receipt, error) {
	return nil, errDown // none of its blocks has logs
}

func (s *script) SubscribeNewHead(context.Context, chan<- *types.Header) (ethereum.Subscription, error) {
	return nil, rpc.ErrNotificationsUnsupported
}

// at returns a fork time.
func at(timestamp uint64) *uint64 { return &timestamp }

// jovianFrom is a chain with every fork, Jovian from that time on.
func jovianFrom(timestamp uint64) *chains.OPStack {
	zero := new(uint64)
	return &chains.OPStack{Ecotone: zero, Fjord: zero, Granite: zero, Holocene: zero, Isthmus: zero, Jovian: at(timestamp)}
}

// l1Rules are those of a current L1.
func l1Rules() *params.ChainConfig { return params.MainnetChainConfig }

func newSource(t *testing.T, cfg Config, node Node) *Source {
	t.Helper()
	cfg.Rules = l1Rules()
	s, err := New(cfg, node, zaptest.NewLogger(t))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// read has the source read the L1 once, as Run does.
func read(t *testing.T, s *Source) {
	t.Helper()
	if _, err := s.refresh(t.Context()); err != nil {
		t.Fatal(err)
	}
}

// parentOn returns a block of a chain with that L1 origin.
func parentOn(c *Chain, origin chains.BlockRef, timestamp uint64) *chains.Parent {
	fork := c.OP.Fork(timestamp)
	return &chains.Parent{
		ChainID: c.ID, Number: 10, Timestamp: timestamp, GasLimit: 60_000_000, ExtraData: c.OP.FeeMarket().ExtraData(fork),
		Attributes: chains.L1Attributes{Origin: origin, BaseFee: new(big.Int), BlobBaseFee: new(big.Int), BaseFeeScalar: 1},
	}
}

// built returns the block that was made of the inputs, as the parent of the next one.
func built(t *testing.T, c *Chain, parent *chains.Parent, in *chains.Inputs) *chains.Parent {
	t.Helper()
	tx, err := chains.DecodeDeposit(c.ID, in.Deposits[0])
	if err != nil {
		t.Fatal(err)
	}
	attributes, _, err := chains.ParseL1Attributes(tx)
	if err != nil {
		t.Fatal(err)
	}
	market := in.FeeMarket
	if market.Denominator == 0 {
		own := c.OP.FeeMarket()
		market.Denominator, market.Elasticity = own.Denominator, own.Elasticity
	}
	return &chains.Parent{
		ChainID: c.ID, Number: parent.Number + 1, Timestamp: in.Timestamp, GasLimit: in.GasLimit,
		ExtraData: market.ExtraData(c.OP.Fork(in.Timestamp)), Attributes: *attributes,
	}
}
