package sequencer

import (
	"context"
	"time"

	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/tracer/shard"
)

const (
	// maxWarmings is how many items' first reads are under way at a time, and how often
	// a simulation is tried again after its own.
	maxWarmings = 8
	warmTimeout = 5 * time.Second
)

// warmUp has what an execution would have waited for read beside the slot loop, and makes
// the item ready again when it is there: nobody else's transaction waits for it.
func (s *Sequencer) warmUp(id chains.ChainID, cold *shard.ColdError, it *item) {
	if s.warmings >= maxWarmings {
		s.pool.waitSlot(it)
		return
	}
	s.warmings++
	read := s.lanes[id].shard.Warm(cold)
	s.committer.Add(1)
	go func() {
		defer s.committer.Done()
		ctx, cancel := context.WithTimeout(context.Background(), warmTimeout)
		defer cancel()
		err := read(ctx)
		if err != nil {
			s.log.Debug("reading ahead failed", zap.Uint64("chain", uint64(id)), zap.Error(err))
		}
		s.post(context.Background(), func() { // the loop takes it, or the end of Run does
			s.warmings--
			if err != nil {
				s.pool.waitSlot(it)
				return
			}
			s.pool.makeReady([]*item{it})
		})
	}()
}
