package devnet

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/netip"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/cmd/ssequencer/service"
	"github.com/ssequencer/ssequencer/crosschain"
	"github.com/ssequencer/ssequencer/journal"
	"github.com/ssequencer/ssequencer/router"
	"github.com/ssequencer/ssequencer/sequencer"
	"github.com/ssequencer/ssequencer/settlement"
)

// ErrNotLoopback: the devnet's keys are known to everybody, so it serves this machine only.
var ErrNotLoopback = errors.New("the devnet uses well-known keys and listens on loopback addresses only")

// Config says what a devnet is like. ChainsConfig.L1Addr is made from RPCAddr and L1Port.
type Config struct {
	ChainsConfig
	BlockTime  time.Duration // of the L2s, whole seconds, default 1 s
	BatchSlots uint64        // slots of a settlement batch, default 5
	// AppliedPromises has promises of grade 2 given.
	AppliedPromises bool
	// PublishAs is the form in which the order of transactions gets to L1.
	PublishAs settlement.Form
	RPCAddr   string // loopback address to listen on, default 127.0.0.1
	RPCPort   int    // chain i listens on RPCPort + i; 0 = free ports
	L1Port    int    // 0 = a free port
	GasPolicy crosschain.GasPolicy
	// DecisionWait is how long eth_sendRawTransaction waits for the decision, 0 = the
	// router's default.
	DecisionWait time.Duration
	MetricsAddr  string // host:port, empty for none
	Version      string
	Journal      journal.Config // of the service, to measure with; Dir and OnFailure are filled in
}

// entryDepth is how many blocks the L1 may lose when the process is killed, and more.
const entryDepth = 4

// patience is what a devnet has with its nodes: they share the machine with everything
// else a developer runs, and slow is not dead.
const patience = 20 * time.Second

// Devnet is a running devnet: chains, contracts, and the service on them.
type Devnet struct {
	Chains  *Chains
	Service *service.Service
	info    Info
	temp    string // removed at the end, empty for none
}

// Start starts the chains and the service and returns when everything answers. When it
// fails, nothing is left running.
func Start(ctx context.Context, cfg Config, log *zap.Logger) (*Devnet, error) {
	if cfg.RPCAddr == "" {
		cfg.RPCAddr = "127.0.0.1"
	}
	if ip, err := netip.ParseAddr(cfg.RPCAddr); err != nil || !ip.IsLoopback() {
		return nil, fmt.Errorf("%w: not on %q", ErrNotLoopback, cfg.RPCAddr)
	}
	if cfg.L1BlockTime == 0 {
		cfg.L1BlockTime = time.Second
	}
	cfg.L1Addr = net.JoinHostPort(cfg.RPCAddr, strconv.Itoa(cfg.L1Port))
	d := &Devnet{}
	if err := d.start(ctx, cfg, log); err != nil {
		return nil, errors.Join(err, d.release())
	}
	return d, nil
}

func (d *Devnet) start(ctx context.Context, cfg Config, log *zap.Logger) error {
	listeners, err := listen(ctx, cfg)
	if err != nil {
		return err
	}
	closeAll := func() {
		for _, l := range listeners {
			_ = l.Close()
		}
	}
	dir := cfg.DataDir
	if dir == "" {
		if d.temp, err = os.MkdirTemp("", "ssequencer-devnet-"); err != nil {
			closeAll()
			return err
		}
		dir = d.temp
	}
	if d.Chains, err = StartChains(ctx, cfg.ChainsConfig, log.Named("chains")); err != nil {
		closeAll()
		return err
	}
	registered, err := service.ReadRegistered(ctx, d.Chains.L1.HTTP(), d.Chains.Settlement)
	if err != nil {
		closeAll()
		return err
	}
	sc := d.serviceConfig(cfg, dir, listeners)
	sc.L1.Epoch, sc.L1.Generations = registered.Epoch, registered.Generations
	if d.Service, err = service.Start(ctx, sc, log); err != nil {
		return err
	}
	select {
	case <-d.Service.Ready():
	case <-d.Service.Done():
		return errors.New("the service ended while it started")
	case <-ctx.Done():
		return ctx.Err()
	}
	d.info = d.Chains.Info()
	for i := range d.info.Chains {
		addr := listeners[i].Addr().String()
		d.info.Chains[i].RPC, d.info.Chains[i].WS = "http://"+addr, "ws://"+addr
	}
	return nil
}

// listen takes the ports before anything is started, so that a port that is in use is
// said at once.
func listen(ctx context.Context, cfg Config) ([]router.Listener, error) {
	var listeners []router.Listener
	for i := range cfg.L2Count {
		port := 0
		if cfg.RPCPort != 0 {
			port = cfg.RPCPort + i
		}
		l, err := (&net.ListenConfig{}).Listen(ctx, "tcp", net.JoinHostPort(cfg.RPCAddr, strconv.Itoa(port)))
		if err != nil {
			for _, open := range listeners {
				_ = open.Close()
			}
			return nil, fmt.Errorf("chain %d: %w (is another devnet running? --rpc.port takes other ports, 0 = free ones)", int(FirstL2ChainID)+i, err)
		}
		listeners = append(listeners, router.Listener{Listener: l, Chain: FirstL2ChainID + chains.ChainID(i)})
	}
	return listeners, nil
}

func (d *Devnet) serviceConfig(cfg Config, dir string, listeners []router.Listener) service.Config {
	c := d.Chains
	out := service.Config{
		DataDir:         filepath.Join(dir, "service"),
		Journal:         cfg.Journal,
		L1:              service.L1{ID: c.L1.ChainID(), URL: c.L1.HTTP(), Settlement: c.Settlement, EntryDepth: entryDepth},
		Keys:            service.Keys{Relayer: c.Keys.Relayer, Signer: c.Keys.Signer, Poster: c.Keys.Poster, Confirmer: c.Keys.Deployer},
		Sequencer:       sequencer.Config{BlockTime: cfg.BlockTime, Patience: patience},
		BatchSlots:      cfg.BatchSlots,
		AppliedPromises: cfg.AppliedPromises,
		Poster:          service.Poster{Publish: settlement.PublishAll, PublishAs: cfg.PublishAs},
		GasPolicy:       cfg.GasPolicy,
		Router:          router.DefaultConfig(),
		Listeners:       listeners,
		MetricsAddr:     cfg.MetricsAddr,
		Version:         cfg.Version,
	}
	if c.Door != (Door{}) {
		out.Listing = service.Listing{Governor: c.Keys.Deployer, Lockbox: c.Door.Lockbox, Token: c.Door.Token, Cap: ether(exitCap)}
	}
	out.Router.Origins = []string{"*"}
	if cfg.DecisionWait != 0 {
		out.Router.DecisionWait = cfg.DecisionWait
	}
	if cfg.Version != "" {
		out.Router.Version = "ssequencer/" + cfg.Version
	}
	for _, l2 := range c.L2s {
		out.Chains = append(out.Chains, service.Chain{
			ChainConfig: sequencer.ChainConfig{
				ID: l2.ID, Rules: l2.Node.ChainConfig(), Contracts: l2.Contracts, GasLimit: cfg.GasLimit,
				FeeRecipient: c.FeeRecipient, ExtraData: []byte{},
			},
			Client:     l2.Engine,
			Genesis:    chains.BlockRef{Number: 0, Hash: l2.Node.Genesis().ToBlock().Hash()},
			StartBlock: c.StartBlock,
			AuditURL:   l2.Node.HTTP(),
		})
	}
	return out
}

// Info describes the devnet.
func (d *Devnet) Info() Info { return d.info }

// MustBeZero returns the counters that must be zero, by metric name.
func (d *Devnet) MustBeZero() map[string]prometheus.Counter { return d.Service.MustBeZero() }

// Done is closed when the service has ended, asked or not. Close is still to be called.
func (d *Devnet) Done() <-chan struct{} { return d.Service.Done() }

// Wait blocks until the service has ended and returns why, nil after Close.
func (d *Devnet) Wait() error { return d.Service.Wait() }

// Close ends everything, waits for it, and returns why the service ended if it was not
// asked to.
func (d *Devnet) Close() error { return d.release() }

func (d *Devnet) release() error {
	var errs []error
	if d.Service != nil {
		d.Service.Stop()
		errs = append(errs, d.Service.Wait())
	}
	if d.Chains != nil {
		errs = append(errs, d.Chains.Close())
	}
	if d.temp != "" {
		errs = append(errs, os.RemoveAll(d.temp))
	}
	return errors.Join(errs...)
}
