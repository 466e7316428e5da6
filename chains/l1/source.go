package l1

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"
	"github.com/ethereum/go-ethereum/rpc"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
)

// Errors of a Source.
var (
	// ErrAnswer: the L1 node's answer does not fit the block it is about.
	ErrAnswer = errors.New("the L1 node's answer does not fit")
)

// Node is an L1 node; *ethclient.Client is one. It must reconnect by itself.
type Node interface {
	HeaderByNumber(ctx context.Context, number *big.Int) (*types.Header, error)
	BlockReceipts(ctx context.Context, block rpc.BlockNumberOrHash) ([]*types.Receipt, error)
	SubscribeNewHead(ctx context.Context, heads chan<- *types.Header) (ethereum.Subscription, error)
}

// Config says how the L1 is followed.
type Config struct {
	Rules   *params.ChainConfig // the L1's, for its blob base fee
	Chains  []Chain
	Depth   uint64        // blocks that must be on top of an origin
	Poll    time.Duration // between looks at the L1 where it cannot be subscribed to; default 2 s
	Timeout time.Duration // for one answer of the L1; default 10 s
}

const (
	defaultPoll    = 2 * time.Second
	defaultTimeout = 10 * time.Second
)

// Source gives the chains' blocks their inputs from L1. It is safe for concurrent use.
// Run does the asking; everything else answers from memory.
type Source struct {
	cfg   Config
	node  Node
	log   *zap.Logger
	again chan struct{} // a chain needs blocks that are not here; holds one

	mu      sync.Mutex
	head    chains.BlockRef // of the L1; zero before it was seen
	err     error           // of the last look at the L1
	failing time.Time       // when the looks that fail began; of no meaning while they do not
	lines   map[chains.ChainID]*line
	tops    []top // of the last slots asked about, the oldest question first

	doubts map[common.Hash]doubt // by hash of the origin
}

// top is the newest L1 block that may be the origin of a slot's blocks.
type top struct{ slot, number uint64 }

// topsKept bounds Source.tops.
const topsKept = 64

// New returns a source that knows nothing yet: start Run.
func New(cfg Config, node Node, log *zap.Logger) (*Source, error) {
	if cfg.Rules == nil {
		return nil, fmt.Errorf("%w: none given", ErrRules)
	}
	if cfg.Poll == 0 {
		cfg.Poll = defaultPoll
	}
	if cfg.Timeout == 0 {
		cfg.Timeout = defaultTimeout
	}
	s := &Source{cfg: cfg, node: node, log: log, again: make(chan struct{}, 1), lines: make(map[chains.ChainID]*line), doubts: make(map[common.Hash]doubt)}
	for i := range cfg.Chains {
		c := &s.cfg.Chains[i]
		if err := c.OP.Check(); err != nil {
			return nil, fmt.Errorf("chain %v: %w", c.ID, err)
		}
		s.lines[c.ID] = &line{chain: c}
	}
	return s, nil
}

// Failing returns how the last look at the L1 failed, and since when they do; nil where it did not.
func (s *Source) Failing() (since time.Time, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.failing, s.err
}

// Waiting returns what a chain's next block waits for on L1, and since when; nil where it does not wait,
// as far as Next was asked last.
func (s *Source) Waiting(id chains.ChainID) (since time.Time, what error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	l, ok := s.lines[id]
	if !ok || l.missing == nil {
		return time.Time{}, nil
	}
	return l.waits, l.missing
}

// Next returns what the block on the parent is to be made of. Slot is the time for blocks
// of chains without a block time of their own; others are built when their time has come.
//
// For the same parent and time the answer is the same until a reorg of the L1 drops the
// origin in it. chains.ErrNotYet: it is too early, or the L1 has not been read as far;
// Run's wake is called when it has. chains.ErrOrphaned stays until L1 or the parent is another;
// before it is certain it is chains.ErrUnsure.
func (s *Source) Next(parent *chains.Parent, slot uint64) (*chains.Inputs, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	l, ok := s.lines[parent.ChainID]
	if !ok {
		return nil, fmt.Errorf("L1 inputs of chain %v: %w", parent.ChainID, chains.ErrUnknown)
	}
	timestamp := slot
	if l.chain.BlockTime != 0 {
		timestamp = parent.Timestamp + l.chain.BlockTime
	}
	if timestamp > slot || timestamp <= parent.Timestamp {
		return nil, chains.ErrNotYet
	}
	if a := l.answer; a != nil && a.question == asked(parent, timestamp) {
		return a.inputs, nil
	}
	origin, err := s.origin(l, parent, timestamp)
	l.wait(err)
	if err != nil {
		return nil, err
	}
	inputs, ignored, err := l.chain.inputs(timestamp, parent, origin)
	if err != nil {
		return nil, err
	}
	for _, why := range ignored {
		s.log.Warn("a change of a chain's configuration has no known form; every node ignores it", zap.Error(why))
	}
	l.answer = &answer{asked(parent, timestamp), inputs}
	return inputs, nil
}

// origin chooses the origin of a block out of what is known of L1.
func (s *Source) origin(l *line, parent *chains.Parent, timestamp uint64) (*block, error) {
	last := parent.Attributes.Origin
	if parent.Number == 0 {
		last = l.chain.Genesis.Origin
	}
	if last.Hash == (common.Hash{}) {
		return nil, fmt.Errorf("%w: block %d of chain %v says nothing of L1", ErrOrigin, parent.Number, l.chain.ID)
	}
	at := l.find(last)
	if l.last != last {
		l.last, l.orphaned = last, false
	}
	switch {
	case l.orphaned:
		if l.unsure != nil {
			return nil, fmt.Errorf("chain %v: %w", l.chain.ID, l.unsure)
		}
		return nil, fmt.Errorf("%w: chain %v derives from block %d %s", chains.ErrOrphaned, l.chain.ID, last.Number, last.Hash)
	case at < 0:
		l.blocks = nil
		s.ask()
		return nil, fmt.Errorf("%w: L1 block %d is not read yet", chains.ErrNotYet, last.Number)
	case len(l.blocks) < at+ahead/2 && l.top().Number < s.head.Number:
		s.ask()
	}
	current, newest := l.blocks[at], s.top(timestamp)
	if l.chain.drifted(current, timestamp) { // then it does not matter what the others have
		newest = s.deepEnough()
	}
	var next *block
	if at+1 < len(l.blocks) && current.Number < newest {
		next = l.blocks[at+1]
	}
	return l.chain.chooseOrigin(timestamp, current, next)
}

// deepEnough returns the newest block that may be an origin.
func (s *Source) deepEnough() uint64 {
	if s.head.Number < s.cfg.Depth {
		return 0
	}
	return s.head.Number - s.cfg.Depth
}

// top returns the newest block that may be an origin in the slot: the same for all chains
// that ask, so that those with one origin keep to one while the L1 goes on.
func (s *Source) top(timestamp uint64) uint64 {
	for _, t := range s.tops {
		if t.slot == timestamp {
			return t.number
		}
	}
	if len(s.tops) == topsKept {
		s.tops = s.tops[1:]
	}
	s.tops = append(s.tops, top{timestamp, s.deepEnough()})
	return s.deepEnough()
}

// ask has Run read what is missing.
func (s *Source) ask() {
	select {
	case s.again <- struct{}{}:
	default: // it is asked already
	}
}
