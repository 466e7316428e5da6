package sequencer

import (
	"context"
	"fmt"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
)

const (
	// maxForeign is how far beyond our last block, or below it, somebody else's blocks are
	// replaced by ours. More than that is no slip: the journal may be the wrong one.
	maxForeign = 2
	// maxReclaims is how often that is done in reclaimWindow. Somebody who goes on moving
	// the head is not argued with.
	maxReclaims   = 3
	reclaimWindow = 5 * time.Minute
)

// strangers remembers when somebody else's blocks were met, chain by chain. It is safe for
// concurrent use.
type strangers struct {
	mu  sync.Mutex
	met map[chains.ChainID][]meeting
}

// meeting is somebody else's block, met as a head.
type meeting struct {
	hash common.Hash
	at   time.Time
}

// again is how long a block that was met before is taken for the same slip: replacing it
// may need several attempts.
const again = 10 * time.Second

// meet notes another block of somebody else and returns how many there were lately.
func (g *strangers) meet(id chains.ChainID, hash common.Hash, now time.Time) int {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.met == nil {
		g.met = map[chains.ChainID][]meeting{}
	}
	var lately []meeting
	known := false
	for _, m := range g.met[id] {
		if now.Sub(m.at) < reclaimWindow {
			lately = append(lately, m)
			known = known || (m.hash == hash && now.Sub(m.at) < again)
		}
	}
	if !known && len(lately) <= maxReclaims {
		lately = append(lately, meeting{hash, now})
	}
	g.met[id] = lately
	return len(lately)
}

// stranger notes that a node's head is somebody else's block where ours is due. The Engine
// API cannot keep another writer out; it can only be noticed. The error, if any, is
// permanent.
func (s *Sequencer) stranger(id chains.ChainID, head, ours chains.BlockRef) error {
	s.deps.Metrics.foreign.WithLabelValues(id.String()).Inc()
	if head.Number > ours.Number+maxForeign {
		return foreign(head, ours)
	}
	if s.strangers.meet(id, head.Hash, s.deps.Clock.Now()) > maxReclaims {
		return fatal{fmt.Errorf("another writer keeps moving the node's head: stop it; %w", foreign(head, ours))}
	}
	s.log.Error("a block of somebody else is a node's head: it is replaced by ours", zap.Uint64("chain", uint64(id)),
		zap.Uint64("number", head.Number), zap.Stringer("hash", head.Hash), zap.Uint64("our number", ours.Number), zap.Stringer("our hash", ours.Hash))
	return nil
}

// reclaim makes want the head of a node whose head is not ours: what is committed is
// completed (A8), and the few blocks of somebody else end up beside the chain.
func (s *Sequencer) reclaim(ctx context.Context, id chains.ChainID, head, want chains.BlockRef) error {
	left, err := s.isLeft(ctx, id, head)
	if err == nil && !left {
		err = s.stranger(id, head, want)
	}
	if err != nil {
		return err
	}
	if s.lanes[id].Node.Adopt(ctx, want.Hash, common.Hash{}, common.Hash{}) == nil {
		return nil // it had ours as well
	}
	var from uint64
	if left {
		from, err = s.leftAt(ctx, id, head, want)
	} else {
		from, err = s.giveBeside(ctx, id, min(head.Number, want.Number))
	}
	if err != nil {
		return fmt.Errorf("%w (tried to replace it: %v)", foreign(head, want), err)
	}
	for n := from + 1; n <= want.Number; n++ {
		if err := s.give(ctx, id, n); err != nil {
			return err
		}
	}
	return nil
}

// giveBeside has the node adopt our block of the given number, or the nearest one below
// whose parent the node has, and returns its number.
func (s *Sequencer) giveBeside(ctx context.Context, id chains.ChainID, number uint64) (uint64, error) {
	var err error
	for low := number; low > 0 && low+maxForeign > number; low-- {
		if err = s.give(ctx, id, low); err == nil || isPermanent(err) || ctx.Err() != nil {
			return low, err
		}
	}
	return 0, err
}

func foreign(head, want chains.BlockRef) error {
	return fatal{fmt.Errorf("%w: head %d %s, committed %d %s", ErrForeignHead, head.Number, head.Hash, want.Number, want.Hash)}
}
