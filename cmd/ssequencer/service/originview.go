package service

import (
	"context"
	"math/big"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
)

// headers is where an L1's headers are read.
type headers interface {
	HeaderByNumber(ctx context.Context, number *big.Int) (*types.Header, error)
}

// maxOrigins bounds how many L1 blocks are remembered. Those of one look are forgotten
// together when there are more.
const maxOrigins = 1024

// originView knows which L1 blocks are canonical and how deep: those that somebody has asked
// about, and the heads. It implements proxy.L1, and is safe for concurrent use.
type originView struct {
	l1  headers
	log *zap.Logger
	ask chan struct{} // somebody has asked about a block that is not known

	mu     sync.Mutex
	head   chains.BlockRef
	known  map[uint64]common.Hash
	wanted map[uint64]bool
}

func newOriginView(l1 headers, log *zap.Logger) *originView {
	return &originView{l1: l1, log: log, ask: make(chan struct{}, 1), known: map[uint64]common.Hash{}, wanted: map[uint64]bool{}}
}

// Depth implements proxy.L1. A block that is not known yet is looked up for the next time.
func (v *originView) Depth(block chains.BlockRef) (uint64, bool) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if block.Number > v.head.Number {
		return 0, false
	}
	hash, known := v.known[block.Number]
	if !known {
		v.wanted[block.Number] = true
		select {
		case v.ask <- struct{}{}:
		default:
		}
	}
	return v.head.Number - block.Number, known && hash == block.Hash
}

// Orphaned implements sequencer.Origins. A block that is not known yet is looked up for the
// next time.
func (v *originView) Orphaned(block chains.BlockRef) bool {
	_, there := v.Depth(block)
	v.mu.Lock()
	defer v.mu.Unlock()
	hash, known := v.known[block.Number]
	return !there && known && hash != block.Hash
}

// run follows the L1 until ctx ends, and tells of what is new.
func (v *originView) run(ctx context.Context, tell func()) error {
	tick := time.NewTicker(l1Poll)
	defer tick.Stop()
	for {
		if changed, err := v.look(ctx); err != nil && ctx.Err() == nil {
			v.log.Warn("the L1 cannot be read: origins are not checked", zap.Error(err))
		} else if changed {
			tell()
		}
		select {
		case <-tick.C:
		case <-v.ask:
		case <-ctx.Done():
			return nil
		}
	}
}

// maxMissed is how many blocks between two heads are looked up: most origins were heads.
const maxMissed = 64

// look reads the head, checks that the last one is still canonical, and looks up what was
// asked about, and what was missed since the last look.
func (v *originView) look(ctx context.Context) (changed bool, err error) {
	ctx, cancel := context.WithTimeout(ctx, 10*time.Second)
	defer cancel()
	head, err := v.l1.HeaderByNumber(ctx, nil)
	if err != nil {
		return false, err
	}
	at := chains.BlockRef{Number: head.Number.Uint64(), Hash: head.Hash()}
	was, wanted := v.state()
	reorged := false
	if was != at && was.Hash != (common.Hash{}) {
		last, err := v.l1.HeaderByNumber(ctx, new(big.Int).SetUint64(was.Number))
		if err != nil {
			return false, err
		}
		reorged = last.Hash() != was.Hash
		for n := max(was.Number+1, at.Number-min(at.Number, maxMissed)); n < at.Number; n++ {
			wanted = append(wanted, n)
		}
	}
	found := map[uint64]common.Hash{at.Number: at.Hash}
	for _, number := range wanted {
		if h, err := v.l1.HeaderByNumber(ctx, new(big.Int).SetUint64(number)); err == nil {
			found[number] = h.Hash()
		}
	}
	v.install(at, found, reorged)
	return was != at || len(wanted) > 0, nil
}

func (v *originView) state() (head chains.BlockRef, wanted []uint64) {
	v.mu.Lock()
	defer v.mu.Unlock()
	for number := range v.wanted {
		wanted = append(wanted, number)
	}
	return v.head, wanted
}

func (v *originView) install(head chains.BlockRef, found map[uint64]common.Hash, forget bool) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if forget || len(v.known) > maxOrigins {
		clear(v.known)
	}
	v.head = head
	for number, hash := range found {
		v.known[number] = hash
		delete(v.wanted, number)
	}
}
