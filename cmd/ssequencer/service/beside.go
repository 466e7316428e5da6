package service

import (
	"context"
	"errors"
	"fmt"
	"net"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"go.uber.org/zap"
	"golang.org/x/sync/errgroup"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/engine"
	"github.com/ssequencer/ssequencer/chains/proxy"
	"github.com/ssequencer/ssequencer/sequencer"
	"github.com/ssequencer/ssequencer/tracer/shard"
)

// Beside says how a chain's op-node works with us: it uses our proxy as its execution node.
type Beside struct {
	Listener net.Listener // the service closes it
	// Proxy is filled in but for NodeURL, the secrets, Mode and the block time.
	Proxy     proxy.Config
	OpNode    string // URL of op-node's admin API; empty where committed blocks are not to be handed over
	Conductor string // URL of op-conductor, empty where there is none
}

// beside is a chain's proxy.
type beside struct {
	proxy    *proxy.Proxy
	listener net.Listener
	remotes  []*proxy.Remote
}

// besideNode is a chain's node where blocks are adopted by op-node.
type besideNode struct {
	*engine.Client
	proxy *proxy.Proxy
}

// Adopt implements sequencer.Node.
func (n besideNode) Adopt(ctx context.Context, head, _, _ common.Hash) error {
	return n.proxy.Adopt(ctx, head)
}

// sealer is the sequencer as a proxy uses it.
type sealer struct{ *sequencer.Sequencer }

// SealNow implements proxy.Sequencer.
func (s sealer) SealNow(ctx context.Context, id chains.ChainID, parent common.Hash) (*chains.Payload, error) {
	p, err := s.Sequencer.SealNow(ctx, id, parent)
	if errors.Is(err, sequencer.ErrNoBlock) {
		return nil, fmt.Errorf("%w: %w", proxy.ErrNoBlock, err)
	}
	return p, err
}

// buildBeside makes the proxies of chains with an op-node.
func (s *Service) buildBeside(ctx context.Context) error {
	metrics := proxy.NewMetrics(s.registry)
	s.besides = map[chains.ChainID]*beside{}
	for _, c := range s.cfg.Chains {
		if c.Beside == nil {
			continue
		}
		if s.origins == nil {
			s.origins = newOriginView(s.l1Client, s.log.Named("l1"))
		}
		b := &beside{listener: c.Beside.Listener}
		s.besides[c.ID] = b
		deps := proxy.Deps{
			Node: c.Client, L1: s.origins, Metrics: metrics, Log: s.log.Named("proxy"),
			Rehearsal: rehearsal{c.Client, shard.Config{ChainID: c.ID, Chain: c.Rules, OP: c.OP}},
		}
		if err := b.dial(ctx, c.Beside, &deps); err != nil {
			return fmt.Errorf("chain %d: %w", c.ID, err)
		}
		cfg := c.Beside.Proxy
		cfg.ChainID, cfg.MinOriginDepth = c.ID, s.cfg.L1.OriginDepth
		var err error
		if b.proxy, err = proxy.New(cfg, deps); err != nil {
			return err
		}
	}
	return nil
}

// dial connects to what stands around op-node.
func (b *beside) dial(ctx context.Context, cfg *Beside, deps *proxy.Deps) error {
	if cfg.OpNode != "" {
		r, err := proxy.Dial(ctx, cfg.OpNode)
		if err != nil {
			return err
		}
		b.remotes, deps.OpNode = append(b.remotes, r), r
	}
	if cfg.Conductor != "" {
		r, err := proxy.Dial(ctx, cfg.Conductor)
		if err != nil {
			return err
		}
		b.remotes, deps.Conductor = append(b.remotes, r), r
	}
	return nil
}

// joinBeside has the sequencer make the blocks that op-nodes ask for.
func (s *Service) joinBeside(deps *sequencer.Deps) {
	if s.origins != nil {
		deps.Origins = s.origins
	}
	for _, c := range s.cfg.Chains {
		if b := s.besides[c.ID]; b != nil {
			on := deps.Chains[c.ID]
			on.Node, on.Source, on.Gate, on.Blocks = besideNode{c.Client, b.proxy}, b.proxy, b.proxy, c.Client
		}
	}
}

// runBeside serves the op-nodes.
func (s *Service) runBeside(ctx context.Context, group *errgroup.Group) {
	if s.origins != nil {
		group.Go(func() error { return s.origins.run(ctx, s.sequencer.Wake) })
	}
	for _, c := range s.cfg.Chains {
		if b := s.besides[c.ID]; b != nil {
			s.log.Info("op-node's execution node is here", zap.Uint64("chain", uint64(c.ID)), zap.Stringer("address", b.listener.Addr()), zap.String("mode", string(b.proxy.Mode())))
			group.Go(func() error { return b.proxy.Run(ctx, b.listener, sealer{s.sequencer}) })
		}
	}
}

// opNodeReason says what is wrong with a chain's op-node, empty where nothing is or it has none.
func (s *Service) opNodeReason(id chains.ChainID) string {
	if b := s.besides[id]; b != nil {
		return b.proxy.Trouble(time.Now())
	}
	return ""
}

// closeBeside closes what buildBeside has opened, and the listeners.
func (s *Service) closeBeside() {
	for _, c := range s.cfg.Chains {
		if c.Beside != nil {
			_ = c.Beside.Listener.Close() // its proxy has closed it, if it got so far
		}
		if b := s.besides[c.ID]; b != nil {
			for _, r := range b.remotes {
				r.Close()
			}
		}
	}
}
