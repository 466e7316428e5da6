// Package service composes the parts of the service (sequencer, history, settlement,
// router) around a set of chains, and runs them together. The devnet and the run command
// are two ways of filling in its Config.
package service

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"net"
	"net/http"
	"path/filepath"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/params"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promhttp"
	"go.uber.org/zap"
	"golang.org/x/sync/errgroup"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/engine"
	"github.com/ssequencer/ssequencer/chains/entries"
	"github.com/ssequencer/ssequencer/chains/l1"
	"github.com/ssequencer/ssequencer/contracts/bindings"
	"github.com/ssequencer/ssequencer/crosschain"
	"github.com/ssequencer/ssequencer/history"
	"github.com/ssequencer/ssequencer/journal"
	"github.com/ssequencer/ssequencer/router"
	"github.com/ssequencer/ssequencer/sequencer"
	"github.com/ssequencer/ssequencer/settlement"
	"github.com/ssequencer/ssequencer/signer"
	"github.com/ssequencer/ssequencer/verifier"
)

// Chain is one L2 and its node.
type Chain struct {
	sequencer.ChainConfig
	Client     *engine.Client
	Genesis    chains.BlockRef
	StartBlock uint64 // first block of the first settlement batch
	SafeEnds   bool   // batches end with blocks that its node calls safe
	AuditURL   string // eth RPC of a node the verifier may ask

	// Rollup is there for a chain of the OP Stack whose blocks are made from L1 alone,
	// without an op-node.
	Rollup    *l1.Chain
	Followers []string // op-nodes to hand its blocks to

	// Beside is there for a chain whose own op-node asks for its blocks.
	Beside *Beside
}

// L1 is where batches are settled.
type L1 struct {
	ID         chains.ChainID
	URL        string
	Settlement common.Address
	Epoch      uint64 // of the registered signer
	// Generations are those of the dependency set's last version, where not the first (C4).
	Generations map[chains.Pair]uint64
	StartBlock  uint64 // where to start looking for batches and messages
	// EntryDepth is how many L1 blocks there have to be on top of one before what it sends to
	// chains is relayed; 0 waits until L1 calls it finalized.
	EntryDepth uint64

	// For chains with a Rollup:
	Rules       *params.ChainConfig
	OriginDepth uint64 // L1 blocks on top of one that their blocks derive from
}

// Keys are the service's keys; each is used for one thing only (rule C2).
type Keys struct {
	Relayer signer.Signer // relays on the L2s
	Signer  signer.Signer // promises and batches
	Poster  signer.Signer // pays for batches on L1
	// Confirmer tells the bridges which mints are final on L1; nil where somebody else does.
	Confirmer signer.Signer
}

// Poster says what is done on L1 beside claiming batches, and what that may cost. Zero
// amounts are settlement's defaults.
type Poster struct {
	Publish      settlement.Publication
	PublishAs    settlement.Form
	MaxFee       *big.Int // wei for a unit of L1's gas
	MaxDemandFee *big.Int // the same for proofs that are demanded
	MaxBlobFee   *big.Int // wei for a unit of L1's blob gas
	LowBalance   *big.Int // wei
	ClaimAnew    bool     // what L1 voided for want of a proof
}

// Config is everything the service needs. Router's Chains are filled in.
type Config struct {
	DataDir    string         // journal, history and settlement's index
	Journal    journal.Config // Dir, OnFailure and Readers are filled in
	Chains     []Chain
	L1         L1
	Keys       Keys
	Sequencer  sequencer.Config // Chains, DeploymentID, Domain and Epoch are filled in
	BatchSlots uint64
	// AppliedPromises has promises of grade 2 given to who asks for one.
	AppliedPromises bool
	MaxOwedAge      time.Duration // after which a message that is owed is told of; 0 for never
	Poster          Poster
	Listing         Listing
	GasPolicy       crosschain.GasPolicy
	Limits          crosschain.Limits
	Router          router.Config
	Listeners       []router.Listener
	MetricsAddr     string // host:port of /metrics, empty for none
	Version         string
}

// Service is a running service.
type Service struct {
	cfg        Config
	log        *zap.Logger
	journal    *journal.Journal
	sequencer  *sequencer.Sequencer
	history    *history.History
	settlement *settlement.Settlement
	auditor    *auditor
	l1         *l1Head
	l1Client   *ethclient.Client
	entries    *entries.Follower // nil where no pair begins on L1
	direct     *l1.Source        // nil without chains that have a Rollup
	besides    map[chains.ChainID]*beside
	origins    *originView // nil without chains that have an op-node
	registry   *prometheus.Registry
	zero       []map[string]prometheus.Counter // must-be-zero counters

	cancel context.CancelFunc
	ready  chan struct{}
	done   chan struct{} // closed after ended is set
	ended  error
}

// Start opens the journal, starts every part and returns. Ready is closed once it
// serves. It closes the listeners of cfg in any case.
func Start(ctx context.Context, cfg Config, log *zap.Logger) (*Service, error) {
	s := &Service{cfg: cfg, log: log, registry: prometheus.NewRegistry(), ready: make(chan struct{}), done: make(chan struct{})}
	if err := s.build(ctx); err != nil {
		for _, l := range cfg.Listeners {
			_ = l.Close()
		}
		return nil, errors.Join(err, s.release())
	}
	s.run()
	return s, nil
}

// build makes every part. What was made when it fails is let go of by release.
func (s *Service) build(ctx context.Context) error {
	var err error
	jc := s.cfg.Journal
	jc.Dir, jc.OnFailure = filepath.Join(s.cfg.DataDir, "journal"), func(err error) {
		s.log.Error("the journal has failed: nothing is acknowledged any more", zap.Error(err))
	}
	jc.Readers = []string{sequencer.Reader, history.Reader, settlement.Reader}
	s.journal, err = journal.Open(jc, s.log.Named("journal"))
	if err != nil {
		return err
	}
	if s.l1Client, err = ethclient.DialContext(ctx, s.cfg.L1.URL); err != nil {
		return fmt.Errorf("L1 %s: %w", engine.Shown(s.cfg.L1.URL), err)
	}
	s.l1 = newL1Head(s.l1Client, s.cfg.L1.URL, s.log.Named("l1"))
	if err := s.l1.refresh(ctx); err != nil {
		return fmt.Errorf("L1 %s: %w", engine.Shown(s.cfg.L1.URL), err)
	}
	if err := s.buildHistory(ctx); err != nil {
		return err
	}
	if err := s.buildDirect(); err != nil {
		return err
	}
	if err := s.buildBeside(ctx); err != nil {
		return err
	}
	s.buildEntries()
	if err := s.buildSequencer(); err != nil {
		return err
	}
	return s.buildSettlement(ctx)
}

func (s *Service) domain() chains.Domain {
	return chains.Domain{L1ChainID: s.cfg.L1.ID, Settlement: s.cfg.L1.Settlement}
}

func (s *Service) buildHistory(ctx context.Context) error {
	heads := map[chains.ChainID]chains.BlockRef{}
	for _, c := range s.cfg.Chains {
		heads[c.ID] = s.before(ctx, c)
	}
	h, err := history.Open(history.Config{Dir: filepath.Join(s.cfg.DataDir, "history"), Domain: s.domain(), Heads: heads}, history.Deps{
		Journal: s.journal,
		Batches: batchRecords{},
		Resign: func(ctx context.Context, p *chains.Promise) error {
			return signer.SignPromise(ctx, s.cfg.Keys.Signer, s.domain(), p)
		},
		Now: time.Now,
		Log: s.log.Named("history"),
	})
	s.history = h
	return err
}

// before returns the block that was a chain's head before anything was sequenced. Its hash
// is shown until the first block is applied; where the node is out of reach it is zero.
func (s *Service) before(ctx context.Context, c Chain) chains.BlockRef {
	ref := chains.BlockRef{Number: c.StartBlock - 1}
	header, err := c.Client.HeaderByNumber(ctx, ref.Number)
	if err != nil {
		s.log.Warn("the node cannot be read: its chain stands aside until it can", zap.Uint64("chain", uint64(c.ID)), zap.Error(err))
		return ref
	}
	ref.Hash = header.Hash()
	return ref
}

func (s *Service) buildSequencer() error {
	cc := crosschain.Config{GasPolicy: s.cfg.GasPolicy, Limits: s.cfg.Limits, Generations: s.pairs(),
		L1: crosschain.Chain{ID: s.cfg.L1.ID, Contracts: chains.Contracts{Messenger: s.cfg.Chains[0].Contracts.Messenger}}}
	cfg := s.cfg.Sequencer
	cfg.Domain, cfg.Epoch = s.domain(), s.cfg.L1.Epoch
	cfg.DeploymentID = chains.DeploymentID(s.cfg.L1.ID, s.cfg.L1.Settlement)
	deps := sequencer.Deps{
		Chains: map[chains.ChainID]*sequencer.Chain{}, Journal: s.journal, Relayer: s.cfg.Keys.Relayer, Promises: s.cfg.Keys.Signer,
		Clock: sequencer.WallClock{}, L1Head: s.l1.head, Publish: s.history.Publish,
		Metrics: sequencer.NewMetrics(s.registry), Log: s.log.Named("sequencer"),
	}
	cfg.Chains = nil
	for _, c := range s.cfg.Chains {
		cfg.Chains = append(cfg.Chains, c.ChainConfig)
		cc.Chains = append(cc.Chains, crosschain.Chain{ID: c.ID, Contracts: c.Contracts})
		deps.Chains[c.ID] = &sequencer.Chain{Node: c.Client, Diagnose: diagnose(c.Client)}
	}
	s.joinDirect(&deps)
	s.joinBeside(&deps)
	if s.entries != nil {
		deps.Entries = entered{s.entries}
	}
	var err error
	if deps.Core, err = crosschain.New(cc); err != nil {
		return err
	}
	s.zero = append(s.zero, deps.Metrics.MustBeZero())
	s.sequencer, err = sequencer.New(cfg, deps)
	return err
}

func (s *Service) buildSettlement(ctx context.Context) error {
	cfg := settlement.Config{Dir: filepath.Join(s.cfg.DataDir, "settlement"), L1: s.cfg.L1.ID, Settlement: s.cfg.L1.Settlement, Epoch: s.cfg.L1.Epoch, BatchSlots: s.cfg.BatchSlots, KeepBlocks: uint64(s.cfg.Sequencer.FeedDepth), L1Start: s.cfg.L1.StartBlock,
		Publish: s.cfg.Poster.Publish, PublishAs: s.cfg.Poster.PublishAs, OrderedData: bindings.OrderedDataAddress(), MaxFee: s.cfg.Poster.MaxFee, MaxDemandFee: s.cfg.Poster.MaxDemandFee, MaxBlobFee: s.cfg.Poster.MaxBlobFee, LowBalance: s.cfg.Poster.LowBalance, ClaimAnew: s.cfg.Poster.ClaimAnew}
	deps := settlement.Deps{Journal: s.journal, Nodes: map[chains.ChainID]settlement.Node{}, L1: s.l1Client, Signer: s.cfg.Keys.Signer, Poster: s.cfg.Keys.Poster}
	audit := verifier.Config{L1: s.cfg.L1.URL, Settlement: s.cfg.L1.Settlement, Chains: map[uint64]string{}, FirstL1Block: s.cfg.L1.StartBlock, MaxOwedAge: s.cfg.MaxOwedAge}
	for _, c := range s.cfg.Chains {
		cfg.Chains = append(cfg.Chains, settlement.ChainConfig{ID: c.ID, Contracts: c.Contracts, StartBlock: c.StartBlock, SafeEnds: c.SafeEnds, Tokens: tokens(c.Contracts)})
		deps.Nodes[c.ID] = c.Client
		audit.Chains[uint64(c.ID)] = c.AuditURL
		audit.Messenger = c.Contracts.Messenger
		audit.Bridges = []common.Address{c.Contracts.TokenBridge, c.Contracts.ETHBridge, c.Contracts.Gateway}
	}
	var err error
	if s.auditor, err = newAuditor(ctx, audit, s); err != nil {
		return err
	}
	deps.Verify = s.auditor.verify
	metrics := settlement.NewMetrics(s.registry)
	s.zero = append(s.zero, metrics.MustBeZero())
	s.settlement, err = settlement.Open(cfg, deps, metrics, s.log.Named("settlement"))
	return err
}

// run starts the parts. The first that fails ends all.
func (s *Service) run() {
	ctx, cancel := context.WithCancel(context.Background())
	s.cancel = cancel
	group, ctx := errgroup.WithContext(ctx)
	// The journal's followers and the sequencer end after the router, so that requests
	// that are being answered still are.
	inner, stopInner := context.WithCancel(context.WithoutCancel(ctx))
	group.Go(func() error { return s.l1.run(inner) })
	group.Go(func() error { return s.history.Run(inner) })
	group.Go(func() error { return s.sequencer.Run(inner) })
	if s.entries != nil {
		group.Go(func() error { return s.entries.Run(inner) })
	}
	s.runDirect(inner, group)
	s.runBeside(inner, group)
	group.Go(func() error { return asked(inner, s.settlement.Run(inner)) })
	if s.cfg.Keys.Confirmer != nil {
		group.Go(func() error { return (&confirmer{s, map[confirmation]*big.Int{}}).run(inner) })
	}
	if s.cfg.Listing.Governor != nil {
		group.Go(func() error { return (&lister{Service: s, Listing: s.cfg.Listing}).run(inner) })
	}
	group.Go(func() error {
		defer stopInner()
		return s.serve(ctx)
	})
	if s.cfg.MetricsAddr != "" {
		group.Go(func() error { return s.serveMetrics(inner) })
	}
	go func() {
		defer close(s.done)
		s.ended = errors.Join(group.Wait(), s.release())
	}()
}

// asked returns nil for the error of a part that ended because it was asked to.
func asked(ctx context.Context, err error) error {
	if ctx.Err() == nil || !errors.Is(err, ctx.Err()) {
		return err
	}
	return nil
}

// serve waits for the parts it reads, then answers until ctx ends.
func (s *Service) serve(ctx context.Context) error {
	defer func() {
		for _, l := range s.cfg.Listeners {
			_ = l.Close() // the router has closed them, if it got so far
		}
	}()
	for _, ready := range []<-chan struct{}{s.history.Ready(), s.sequencer.Ready()} {
		select {
		case <-ready:
		case <-ctx.Done():
			return nil
		}
	}
	server, err := s.newRouter()
	if err != nil {
		return err
	}
	close(s.ready)
	return server.Serve(ctx, s.cfg.Listeners)
}

func (s *Service) newRouter() (*router.Server, error) {
	cfg := s.cfg.Router
	cfg.Chains = nil
	deps := router.Deps{
		Admission: admission{s}, Pending: pending{s}, Simulator: simulator{s}, Decided: s.history, Blocks: s.history,
		Records: records{s.history, s}, Payloads: s.history, Streams: s.history, Heads: heads{s}, Batches: batches{s}, Health: healthOf{s}, Metrics: router.NewMetrics(s.registry),
		Nodes: map[chains.ChainID]router.Node{},
	}
	for _, c := range s.cfg.Chains {
		cfg.Chains = append(cfg.Chains, router.Chain{ID: c.ID, Rules: c.Rules})
		deps.Nodes[c.ID] = node{c.Client}
	}
	return router.New(cfg, deps, s.log.Named("router"))
}

func (s *Service) serveMetrics(ctx context.Context) error {
	l, err := net.Listen("tcp", s.cfg.MetricsAddr)
	if err != nil {
		return fmt.Errorf("metrics: %w", err)
	}
	mux := http.NewServeMux()
	mux.Handle("/metrics", promhttp.HandlerFor(s.registry, promhttp.HandlerOpts{}))
	server := &http.Server{Handler: mux, ReadHeaderTimeout: 10 * time.Second}
	stop := context.AfterFunc(ctx, func() { _ = server.Close() })
	defer stop()
	if err := server.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("metrics: %w", err)
	}
	return nil
}

// Ready is closed once the service answers requests.
func (s *Service) Ready() <-chan struct{} { return s.ready }

// Registry returns the service's metrics.
func (s *Service) Registry() *prometheus.Registry { return s.registry }

// MustBeZero returns the counters that must be zero, by metric name.
func (s *Service) MustBeZero() map[string]prometheus.Counter {
	all := map[string]prometheus.Counter{}
	for _, m := range s.zero {
		for name, c := range m {
			all[name] = c
		}
	}
	return all
}

// Done is closed when the service has ended, asked or not.
func (s *Service) Done() <-chan struct{} { return s.done }

// Wait blocks until the service has ended and returns why, nil after Stop.
func (s *Service) Wait() error {
	<-s.done
	return s.ended
}

// Stop asks the service to end. Wait tells when it has.
func (s *Service) Stop() { s.cancel() }

// release closes what is open. It is called once.
func (s *Service) release() error {
	var errs []error
	if s.auditor != nil {
		s.auditor.verifier.Close()
	}
	if s.settlement != nil {
		errs = append(errs, s.settlement.Close())
	}
	if s.history != nil {
		errs = append(errs, s.history.Close())
	}
	if s.journal != nil {
		errs = append(errs, s.journal.Close())
	}
	s.closeBeside()
	if s.l1Client != nil {
		s.l1Client.Close()
	}
	return errors.Join(errs...)
}
