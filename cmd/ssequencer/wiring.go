package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/engine"
	"github.com/ssequencer/ssequencer/chains/proxy"
	"github.com/ssequencer/ssequencer/cmd/ssequencer/config"
	"github.com/ssequencer/ssequencer/cmd/ssequencer/devnet"
	"github.com/ssequencer/ssequencer/cmd/ssequencer/service"
	"github.com/ssequencer/ssequencer/crosschain"
	"github.com/ssequencer/ssequencer/router"
	"github.com/ssequencer/ssequencer/sequencer"
	"github.com/ssequencer/ssequencer/settlement"
)

func startDevnet(ctx context.Context, o devnetOptions, log *zap.Logger) (runningDevnet, error) {
	cfg := devnet.Config{
		ChainsConfig: devnet.ChainsConfig{L2Count: o.l2Count, DataDir: o.dataDir, GasLimit: o.gasLimit, Window: o.window, L1BlockTime: o.l1BlockTime},
		BlockTime:    o.blockTime,
		BatchSlots:   o.batchSlots,
		PublishAs:    o.publishAs,
		DecisionWait: o.decision,
		RPCAddr:      o.rpcAddr,
		RPCPort:      o.rpcPort,
		L1Port:       o.l1Port,
		Version:      thisBuild().Version,
	}
	if cfg.RPCAddr == "localhost" {
		cfg.RPCAddr = "127.0.0.1"
	}
	if o.metricsPort != 0 {
		cfg.MetricsAddr = net.JoinHostPort(cfg.RPCAddr, strconv.Itoa(o.metricsPort))
	}
	return devnet.Start(ctx, cfg, log)
}

// startService checks that everything the settings name is there, connects to the chains'
// nodes and starts the service on them. It returns when the service answers.
func startService(ctx context.Context, cfg *config.Config, log *zap.Logger) (running, error) {
	if err := checked(ctx, cfg, log); err != nil {
		return nil, err
	}
	r := &remote{}
	sc, err := r.serviceConfig(ctx, cfg)
	if err == nil {
		r.Service, err = service.Start(ctx, sc, log)
	}
	if err != nil {
		return nil, errors.Join(err, r.Close())
	}
	select {
	case <-r.Ready():
		return r, nil
	case <-r.Done():
		return nil, errors.Join(r.Wait(), r.Close())
	case <-ctx.Done():
		return nil, errors.Join(ctx.Err(), r.Close())
	}
}

// checked returns everything that `config check` would find: a wrong contract, say, would
// show much later, as a batch that nobody can verify. That some of the nodes do not answer
// is no reason not to start: their chains stand aside until they do.
func checked(ctx context.Context, cfg *config.Config, log *zap.Logger) error {
	log.Info("the start waits for the L1 and the chains' nodes to answer", zap.String("L1", engine.Shown(cfg.L1.URL)), zap.Int("nodes", len(cfg.Chains)), zap.Duration("at most, each", config.AnswersWithin))
	var faults, away []error
	cfg.Check(ctx, func(r config.Result) {
		if r.Err == nil {
			return
		}
		err := fmt.Errorf("%s: %w", r.What, r.Err)
		if r.Chain != 0 && r.Unreachable() {
			away = append(away, err)
		} else {
			faults = append(faults, err)
		}
	})
	if len(away) == len(cfg.Chains) {
		faults = append(faults, away...)
	} else if len(away) > 0 {
		log.Warn("the service starts without some of the nodes", zap.Error(errors.Join(away...)))
	}
	return errors.Join(faults...)
}

// remote is a service on nodes of others.
type remote struct {
	*service.Service
	clients []*engine.Client
}

// Close implements running.
func (r *remote) Close() error {
	var err error
	if r.Service != nil {
		r.Stop()
		err = r.Wait()
	}
	for _, c := range r.clients {
		c.Close()
	}
	return err
}

func (r *remote) serviceConfig(ctx context.Context, cfg *config.Config) (service.Config, error) {
	out := service.Config{
		DataDir: cfg.DataDir,
		L1:      service.L1{ID: cfg.L1.ChainID, URL: cfg.L1.URL, Settlement: cfg.L1.Settlement, StartBlock: cfg.L1.StartBlock, OriginDepth: cfg.L1.OriginDepth, EntryDepth: cfg.L1.EntryDepth},
		Sequencer: sequencer.Config{
			BlockTime: cfg.Sequencer.BlockTime, RelayerMark: cfg.Sequencer.RelayerMark, MaxQueued: int(cfg.Sequencer.MaxQueued),
			MaxPerSender: int(cfg.Sequencer.MaxPerSender), FeedDepth: int(cfg.Sequencer.FeedDepth), MaxWait: cfg.Sequencer.MaxWait, Patience: cfg.Sequencer.Patience,
			ReadyBefore: cmp.Or(cfg.Sequencer.ReadyBefore, -1),
		},
		BatchSlots: cfg.Settlement.BatchSlots, MaxOwedAge: cfg.Settlement.MaxOwedAge, AppliedPromises: cfg.Sequencer.AppliedPromises == config.On,
		Poster:    service.Poster{Publish: publication(cfg.Settlement.Publish), PublishAs: publicationForm(cfg.Settlement.PublishAs), MaxFee: cfg.Settlement.MaxFee, MaxDemandFee: cfg.Settlement.MaxDemandFee, MaxBlobFee: cfg.Settlement.MaxBlobFee, LowBalance: cfg.Settlement.PosterMark, ClaimAnew: cfg.Settlement.ClaimAnew == config.On},
		GasPolicy: crosschain.GasPolicy(cfg.Sequencer.GasPolicy),
		Limits:    crosschain.Limits{Legs: int(cfg.Sequencer.MaxBundleLegs)},
		Router:    router.DefaultConfig(),
	}
	out.Router.Version = "ssequencer/" + thisBuild().Version
	out.Router.Origins = cfg.RPC.Origins
	out.Router.DecisionWait = cfg.RPC.DecisionWait
	out.Router.MaxRequests = int(cfg.RPC.MaxRequests)
	if cfg.Metrics.Port != 0 {
		out.MetricsAddr = net.JoinHostPort(cfg.RPC.Addr, strconv.FormatUint(cfg.Metrics.Port, 10))
	}
	if err := loadKeys(&out.Keys, cfg); err != nil {
		return out, err
	}
	if err := os.MkdirAll(filepath.Clean(cfg.DataDir), 0o755); err != nil {
		return out, fmt.Errorf("data directory: %w", err)
	}
	registered, err := readRegistered(ctx, cfg)
	if err != nil {
		return out, fmt.Errorf("L1 %s: %w", engine.Shown(cfg.L1.URL), err)
	}
	out.L1.Epoch, out.L1.Generations = registered.Epoch, registered.Generations
	for i := range cfg.Chains {
		c, err := r.chain(ctx, &cfg.Chains[i], cfg.L1.ChainID, registered.Starts)
		if err != nil {
			return out, fmt.Errorf("chain %d: %w", cfg.Chains[i].ID, err)
		}
		ends := cfg.Settlement.EndBlocks
		c.SafeEnds = ends == config.EndsSafe || ends == config.EndsAuto && c.Beside != nil
		if c.Rollup != nil && out.L1.Rules == nil {
			if out.L1.Rules, err = cfg.L1.Rules(); err != nil {
				return out, err
			}
		}
		out.Chains = append(out.Chains, c)
	}
	l, err := (&net.ListenConfig{}).Listen(ctx, "tcp", net.JoinHostPort(cfg.RPC.Addr, strconv.FormatUint(cfg.RPC.Port, 10)))
	if err != nil {
		return out, fmt.Errorf("rpc.addr, rpc.port: %w", err)
	}
	out.Listeners = []router.Listener{{Listener: l}}
	return out, nil
}

// publication translates settlement.publish, which is one of these.
func publication(name string) settlement.Publication {
	switch name {
	case config.PublishFull:
		return settlement.PublishAll
	case config.PublishOrder:
		return settlement.PublishOrder
	}
	return settlement.PublishNothing
}

// publicationForm translates settlement.publish-as, which is one of these.
func publicationForm(name string) settlement.Form {
	switch name {
	case config.PublishBlobs:
		return settlement.InBlobs
	case config.PublishAuto:
		return settlement.InCheaper
	}
	return settlement.InCalldata
}

func loadKeys(keys *service.Keys, cfg *config.Config) error {
	relayer, err := cfg.Keys.Relayer.Load()
	if err != nil {
		return fmt.Errorf("keys.relayer: %w", err)
	}
	signer, err := cfg.Keys.Signer.Load()
	if err != nil {
		return fmt.Errorf("keys.signer: %w", err)
	}
	poster, err := cfg.Keys.Poster.Account()
	if err != nil {
		return fmt.Errorf("keys.poster: %w", err)
	}
	if relayer.Address() == signer.Address() || relayer.Address() == poster.Address() || signer.Address() == poster.Address() {
		return errors.New("keys: relayer, signer and poster must be three different keys")
	}
	keys.Relayer, keys.Signer, keys.Poster = relayer, signer, poster
	return nil
}

func readRegistered(ctx context.Context, cfg *config.Config) (*service.Registered, error) {
	ctx, cancel := context.WithTimeout(ctx, config.AnswersWithin)
	defer cancel()
	return service.ReadRegistered(ctx, cfg.L1.URL, cfg.L1.Settlement)
}

func (r *remote) chain(ctx context.Context, c *config.Chain, onL1 chains.ChainID, starts map[chains.ChainID]uint64) (service.Chain, error) {
	out := service.Chain{AuditURL: c.RPCURL, StartBlock: starts[c.ID]}
	if out.StartBlock == 0 {
		return out, errors.New("it is not in L1's dependency set")
	}
	id, err := c.Identity(onL1)
	if err != nil {
		return out, err
	}
	secret, err := c.JWTSecret()
	if err != nil {
		return out, err
	}
	client, err := engine.Dial(ctx, engine.Config{ChainID: c.ID, EngineURL: c.EngineURL, RPCURL: c.RPCURL, JWTSecret: secret, OP: id.OP, Genesis: id.Genesis, Later: true})
	if err != nil {
		return out, err
	}
	r.clients = append(r.clients, client)
	out.Client = client
	out.Genesis = chains.BlockRef{Hash: id.Genesis}
	if id.Rollup != nil {
		out.Rollup, out.Followers = &id.Rollup.Chain, c.FollowerURLs
	}
	if c.OpNode.Listen != "" {
		out.Rollup = nil
		if out.Beside, err = opNode(ctx, c, id, secret); err != nil {
			return out, err
		}
	}
	out.ChainConfig = sequencer.ChainConfig{
		ID: c.ID, Rules: id.Rules, OP: id.OP, Contracts: c.Contracts, GasLimit: c.GasLimit, FeeRecipient: c.FeeRecipient, ExtraData: []byte{},
	}
	return out, nil
}

// opNode says how a chain's op-node is served.
func opNode(ctx context.Context, c *config.Chain, id *config.Identity, nodeSecret [32]byte) (*service.Beside, error) {
	secret, err := c.OpNodeSecret()
	if err != nil {
		return nil, err
	}
	l, err := (&net.ListenConfig{}).Listen(ctx, "tcp", c.OpNode.Listen)
	if err != nil {
		return nil, fmt.Errorf("op-node-listen: %w", err)
	}
	return &service.Beside{
		Listener: l, OpNode: c.OpNode.AdminURL, Conductor: c.OpNode.ConductorURL,
		Proxy: proxy.Config{
			NodeURL: c.EngineURL, NodeSecret: nodeSecret, Secret: secret, Mode: proxy.Mode(c.OpNode.Mode),
			BlockTime: time.Duration(id.Rollup.BlockTime) * time.Second,
		},
	}, nil
}
