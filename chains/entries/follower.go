package entries

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"slices"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rpc"
	"github.com/prometheus/client_golang/prometheus"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/contracts/bindings"
)

// ErrLost: L1 does not have messages that a chain has received from it.
var ErrLost = errors.New("L1 has lost messages that were received")

// held is how many messages of a pair are held ready at most.
const held = 256

// Config says what to follow.
type Config struct {
	Messenger common.Address // of L1
	// Pairs are those from L1, with their generations.
	Pairs map[chains.Pair]uint64
	// Depth is how many L1 blocks there have to be on top of one before its messages count;
	// 0 takes what L1 calls finalized.
	Depth uint64
	// FirstBlock is the L1 block before which there are no messages.
	FirstBlock uint64
	Every      time.Duration // between looks at L1, default 500 ms
}

// Message is a message of L1's and where its log is.
type Message struct {
	chains.Message
	Height    uint64 // of the L1 block
	Timestamp uint64 // of that block, unix seconds; 0 where the node does not tell
	LogIndex  uint64
}

// Client is what is asked of an L1 node.
type Client interface {
	Source
	HeaderByNumber(ctx context.Context, number *big.Int) (*types.Header, error)
	StorageAtHash(ctx context.Context, account common.Address, key common.Hash, blockHash common.Hash) ([]byte, error)
}

// Follower follows L1. Run is called once; the other methods are safe for concurrent use
// with it and with each other.
type Follower struct {
	cfg     Config
	l1      Client
	log     *zap.Logger
	metrics *Metrics
	pairs   []chains.Pair // in order

	mu      sync.Mutex
	wanted  map[chains.Pair]uint64 // the nonce asked for last
	ready   map[chains.Pair][]Message
	failed  error // of the last look
	trusted uint64
}

// New returns a follower. metrics may be nil.
func New(cfg Config, l1 Client, metrics *Metrics, log *zap.Logger) *Follower {
	if cfg.Every == 0 {
		cfg.Every = 500 * time.Millisecond
	}
	if metrics == nil {
		metrics = NewMetrics(nil)
	}
	f := &Follower{cfg: cfg, l1: l1, log: log, metrics: metrics, wanted: map[chains.Pair]uint64{}, ready: map[chains.Pair][]Message{}}
	for p := range cfg.Pairs {
		f.pairs = append(f.pairs, p)
	}
	slices.SortFunc(f.pairs, func(p, q chains.Pair) int { return int(int64(p.Destination) - int64(q.Destination)) })
	return f
}

// Sent returns messages of a pair, in order: the one with the nonce and those behind it, as
// many as are known. It waits for nothing; what is not known yet is looked for from then on.
func (f *Follower) Sent(p chains.Pair, nonce uint64) []Message {
	f.mu.Lock()
	defer f.mu.Unlock()
	list := f.ready[p]
	if len(list) > 0 && list[0].Nonce <= nonce && nonce < list[0].Nonce+uint64(len(list)) {
		list = list[nonce-list[0].Nonce:]
	} else {
		list = nil
	}
	f.wanted[p], f.ready[p] = nonce, list
	return slices.Clone(list)
}

// Reasons tells what is wrong; it is empty while L1 can be followed.
func (f *Follower) Reasons() []string {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.failed == nil {
		return nil
	}
	return []string{"what L1 sends waits: " + f.failed.Error()}
}

// Run looks at L1 until ctx ends, when it returns nil.
func (f *Follower) Run(ctx context.Context) error {
	tick := time.NewTicker(f.cfg.Every)
	defer tick.Stop()
	for {
		select {
		case <-tick.C:
		case <-ctx.Done():
			return nil
		}
		err := f.look(ctx)
		if ctx.Err() != nil {
			return nil
		}
		f.tell(err)
	}
}

// tell says once what keeps L1 from being followed, and once that it is over.
func (f *Follower) tell(err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	switch {
	case errors.Is(err, ErrLost) && !errors.Is(f.failed, ErrLost):
		f.log.Error("a chain has minted what is not locked on L1", zap.Error(err))
	case err != nil && f.failed == nil:
		f.log.Warn("what L1 sends cannot be followed", zap.Error(err))
	case err == nil && f.failed != nil:
		f.log.Info("what L1 sends is followed again")
	}
	f.failed = err
}

// look finds what is deep enough since the last look. A pair that cannot be read holds up no
// other.
func (f *Follower) look(ctx context.Context) error {
	head, err := f.deep(ctx)
	if err != nil || head == nil {
		return err
	}
	var errs []error
	for _, p := range f.pairs {
		if err := f.lookAt(ctx, p, head); err != nil {
			errs = append(errs, fmt.Errorf("for chain %d: %w", p.Destination, err))
		}
	}
	if len(errs) == 0 {
		f.mu.Lock()
		f.trusted = head.Number.Uint64()
		f.mu.Unlock()
		f.metrics.block.Set(float64(head.Number.Uint64()))
	}
	return errors.Join(errs...)
}

// deep returns the newest header that counts, nil while there is none, or none that is not
// older than one that did.
func (f *Follower) deep(ctx context.Context) (*types.Header, error) {
	number := big.NewInt(int64(rpc.FinalizedBlockNumber))
	if f.cfg.Depth > 0 {
		latest, err := f.l1.HeaderByNumber(ctx, nil)
		if err != nil {
			return nil, fmt.Errorf("L1 head: %w", err)
		}
		if latest.Number.Uint64() < f.cfg.Depth {
			return nil, nil
		}
		number = new(big.Int).Sub(latest.Number, new(big.Int).SetUint64(f.cfg.Depth))
	}
	head, err := f.l1.HeaderByNumber(ctx, number)
	if err != nil {
		return nil, fmt.Errorf("L1 block %v: %w", number, err)
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if head.Number.Uint64() < f.trusted {
		return nil, nil
	}
	return head, nil
}

// lookAt finds a pair's messages behind those that are held ready.
func (f *Follower) lookAt(ctx context.Context, p chains.Pair, head *types.Header) error {
	f.mu.Lock()
	received, asked := f.wanted[p]
	from := received + uint64(len(f.ready[p]))
	f.mu.Unlock()
	if !asked { // it is not known yet how much the chain has received
		return nil
	}
	sent, err := f.count(ctx, p, head)
	if err != nil {
		return err
	}
	label := p.Destination.String()
	f.metrics.sent.WithLabelValues(label).Set(float64(sent))
	f.metrics.waiting.WithLabelValues(label).Set(max(float64(sent)-float64(received), 0))
	if sent < received {
		return fmt.Errorf("%w: %d were sent by block %v, %d received", ErrLost, sent, head.Number, received)
	}
	to := min(sent, received+held)
	if from >= to {
		return nil
	}
	found, err := Search(ctx, f.l1, Query{Messenger: f.cfg.Messenger, Pair: p, From: from, To: to, First: f.cfg.FirstBlock, Last: head.Number.Uint64()})
	if err != nil {
		return err
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if at := f.wanted[p] + uint64(len(f.ready[p])); at == from {
		f.ready[p] = append(f.ready[p], found...)
	}
	return nil
}

// count returns how many messages of a pair L1 has sent by a block.
func (f *Follower) count(ctx context.Context, p chains.Pair, head *types.Header) (uint64, error) {
	slot := bindings.TreeSlot(false, uint64(p.Destination), f.cfg.Pairs[p])
	word, err := f.l1.StorageAtHash(ctx, bindings.RootStoreAddress(f.cfg.Messenger), slot, head.Hash())
	if err != nil {
		return 0, fmt.Errorf("count of messages in L1 block %v: %w", head.Number, err)
	}
	return new(big.Int).SetBytes(word).Uint64(), nil
}

// Metrics are a follower's.
type Metrics struct {
	block   prometheus.Gauge
	sent    *prometheus.GaugeVec
	waiting *prometheus.GaugeVec
}

// NewMetrics registers a follower's metrics; reg nil keeps them to itself.
func NewMetrics(reg prometheus.Registerer) *Metrics {
	gauges := func(name, help string) *prometheus.GaugeVec {
		return prometheus.NewGaugeVec(prometheus.GaugeOpts{Namespace: "ssequencer", Name: name, Help: help}, []string{"chain"})
	}
	m := &Metrics{
		block:   prometheus.NewGauge(prometheus.GaugeOpts{Namespace: "ssequencer", Name: "entries_l1_block", Help: "last L1 block whose messages to chains count"}),
		sent:    gauges("entries_sent", "messages that L1 has sent to the chain, as deep as they have to be"),
		waiting: gauges("entries_waiting", "of these, messages that the sequencer has not taken in yet"),
	}
	if reg != nil {
		reg.MustRegister(m.block, m.sent, m.waiting)
	}
	return m
}
