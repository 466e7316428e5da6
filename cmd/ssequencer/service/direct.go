package service

import (
	"context"
	"fmt"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/follower"
	"github.com/ssequencer/ssequencer/chains/l1"
	"github.com/ssequencer/ssequencer/sequencer"
)

// buildDirect makes what says, from L1, what the blocks of chains without an op-node are
// made of.
func (s *Service) buildDirect() error {
	cfg := l1.Config{Rules: s.cfg.L1.Rules, Depth: s.cfg.L1.OriginDepth}
	for _, c := range s.cfg.Chains {
		if c.Rollup != nil {
			cfg.Chains = append(cfg.Chains, *c.Rollup)
		}
	}
	if len(cfg.Chains) == 0 {
		return nil
	}
	var err error
	s.direct, err = l1.New(cfg, s.l1Client, s.log.Named("l1"))
	return err
}

// joinDirect has the sequencer make these chains' blocks, also anew after a reorg of L1.
func (s *Service) joinDirect(deps *sequencer.Deps) {
	if s.direct == nil {
		return
	}
	deps.Ground = s.direct
	for _, c := range s.cfg.Chains {
		if c.Rollup != nil {
			on := deps.Chains[c.ID]
			on.Source, on.Gate, on.Rebuilder = s.direct, s.direct, c.Client
		}
	}
}

// runDirect follows L1 for these chains, and keeps their followers up.
func (s *Service) runDirect(ctx context.Context, group *errgroup.Group) {
	if s.direct == nil {
		return
	}
	group.Go(func() error { return asked(ctx, s.direct.Run(ctx, s.sequencer.Wake)) })
	for _, c := range s.cfg.Chains {
		for _, url := range c.Followers {
			cfg := follower.Config{ChainID: c.ID, URL: url}
			group.Go(func() error { return asked(ctx, follower.Run(ctx, cfg, s.history, s.log.Named("follower"))) })
		}
	}
}

// directReasons says what is wrong with following L1.
func (s *Service) directReasons() []string {
	if s.direct == nil {
		return nil
	}
	if since, err := s.direct.Failing(); err != nil {
		return []string{fmt.Sprintf("the L1 cannot be followed: %s %s: %v", s.l1.server, ago(since), err)}
	}
	return nil
}

// originWait is how long a chain's next block may wait for L1 before that is said: a look at L1 takes
// no longer.
const originWait = 10 * time.Second

// originReason says what a chain without an op-node waits for on L1, empty where it does not.
func (s *Service) originReason(id chains.ChainID) string {
	if s.direct == nil {
		return ""
	}
	since, what := s.direct.Waiting(id)
	if what == nil || time.Since(since) < originWait {
		return ""
	}
	return fmt.Sprintf("the next block waits for the L1, %s %s: %v", s.l1.server, ago(since), what)
}
