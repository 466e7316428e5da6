package proxy

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/gorilla/websocket"
	"go.uber.org/zap"
)

// stopWait is how long calls that are being answered may take when the proxy stops.
const stopWait = 5 * time.Second

// Proxy is the Engine API that op-node uses. New makes one, Run serves it; the other
// methods may be called from any goroutine.
type Proxy struct {
	cfg       Config
	deps      Deps
	log       *zap.Logger
	node      *http.Transport // no redirects: op-node gets what the node says
	sequencer Sequencer       // set by Run, before anything is served
	mode      atomic.Value
	sockets   chan struct{}  // a place for each WebSocket connection
	open      sync.WaitGroup // WebSocket connections
	rehearsed chan rehearsed // to the goroutine that executes them

	mu    sync.Mutex
	slots []*slot // the last ones op-node has asked blocks for, in order
	said  said
	signs signs
}

// said is what op-node has made of the node since the proxy was started. Guarded by Proxy.mu.
type said struct {
	head   common.Hash   // that it has given the node last
	heard  chan struct{} // closed when it has given it one
	passed common.Hash   // what it has the node build a block of its own on, zero where it has not
}

// New checks the configuration. It starts nothing.
func New(cfg Config, deps Deps) (*Proxy, error) {
	cfg, err := cfg.withDefaults()
	if err != nil {
		return nil, err
	}
	if deps.Metrics == nil {
		deps.Metrics = NewMetrics(nil)
	}
	transport := http.DefaultTransport.(*http.Transport).Clone()
	transport.Proxy = nil
	transport.DisableCompression = true // what is compressed passes through as it is
	transport.MaxIdleConnsPerHost = 64
	p := &Proxy{
		cfg: cfg, deps: deps, log: deps.Log.With(zap.Uint64("chain", uint64(cfg.ChainID))), node: transport,
		sockets: make(chan struct{}, cfg.MaxConnections), rehearsed: make(chan rehearsed, 1), said: said{heard: make(chan struct{})},
		signs: signs{called: time.Now(), moved: time.Now()},
	}
	p.mode.Store(cfg.Mode)
	return p, nil
}

// Run serves op-node on the listener until ctx ends, and closes it. It must be called
// once. It waits for everything it started.
func (p *Proxy) Run(ctx context.Context, l net.Listener, s Sequencer) error {
	p.sequencer = s
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	server := &http.Server{Handler: p, ReadHeaderTimeout: 10 * time.Second, BaseContext: func(net.Listener) context.Context { return ctx }}
	var beside sync.WaitGroup
	beside.Go(func() { p.rehearse(ctx) })
	beside.Go(func() { p.observe(ctx) })
	stopped := make(chan struct{})
	go func() {
		defer close(stopped)
		<-ctx.Done()
		late, cancel := context.WithTimeout(context.WithoutCancel(ctx), stopWait)
		defer cancel()
		if server.Shutdown(late) != nil {
			_ = server.Close()
		}
	}()
	err := server.Serve(l)
	cancel()
	<-stopped
	beside.Wait()
	p.open.Wait()
	p.node.CloseIdleConnections()
	if errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return fmt.Errorf("proxy of chain %d: %w", p.cfg.ChainID, err)
}

// ServeHTTP implements http.Handler.
func (p *Proxy) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if err := authorized(r.Header, p.cfg.Secret, time.Now()); err != nil {
		http.Error(w, err.Error(), http.StatusUnauthorized)
		return
	}
	if websocket.IsWebSocketUpgrade(r) {
		p.serveSocket(w, r)
		return
	}
	body, err := readAll(http.MaxBytesReader(w, r.Body, p.cfg.MaxMessage), r.ContentLength)
	if err != nil {
		http.Error(w, err.Error(), http.StatusRequestEntityTooLarge)
		return
	}
	ctx, cancel := context.WithTimeout(r.Context(), p.cfg.Timeout)
	defer cancel()
	work := p.worker(body)
	if work == nil {
		p.pass(ctx, w, &passed{method: r.Method, header: r.Header, body: body})
		return
	}
	answer, err := work(ctx)
	if err != nil {
		p.unreachable(w, err)
		return
	}
	copyHeader(w.Header(), answer.header)
	w.Header().Set("Content-Length", strconv.Itoa(len(answer.body))) // else it goes in chunks
	w.WriteHeader(answer.status)
	_, _ = w.Write(answer.body) // a client that has left gets nothing
}

// worker returns what has to be done with a message, nil where it passes through.
func (p *Proxy) worker(message []byte) func(context.Context) (*reply, error) {
	if !mayConcern(message) {
		p.calls()
		return nil
	}
	method, batch := methodOf(message)
	if !strings.HasPrefix(method, ownMethods) {
		p.calls()
	}
	switch {
	case batch:
		return p.batch(message)
	case concerns(method):
		return func(ctx context.Context) (*reply, error) { return p.work(ctx, message) }
	}
	return nil
}

// batch works on the requests of a batch one after the other, nil where the batch holds
// none of concern.
func (p *Proxy) batch(message []byte) func(context.Context) (*reply, error) {
	var requests []json.RawMessage
	if json.Unmarshal(message, &requests) != nil {
		return nil // the node says what is wrong with it
	}
	concern := false
	for _, r := range requests {
		method, _ := methodOf(r)
		concern = concern || concerns(method)
	}
	if !concern {
		return nil
	}
	return func(ctx context.Context) (*reply, error) {
		answers := make([]json.RawMessage, 0, len(requests))
		for _, r := range requests {
			answer, err := p.work(ctx, r)
			if err != nil {
				return nil, err
			}
			if body := json.RawMessage(answer.body); json.Valid(body) { // a notification has no answer
				answers = append(answers, body)
			}
		}
		body, err := json.Marshal(answers)
		return &reply{status: http.StatusOK, header: http.Header{"Content-Type": {"application/json"}}, body: body}, err
	}
}

// work answers one request.
func (p *Proxy) work(ctx context.Context, message []byte) (*reply, error) {
	var c call
	if err := json.Unmarshal(message, &c); err != nil {
		return p.exchange(ctx, message)
	}
	switch {
	case strings.HasPrefix(c.Method, forkchoiceUpdated):
		return p.forkchoice(ctx, &c, message)
	case strings.HasPrefix(c.Method, getPayload):
		return p.payload(ctx, &c, message)
	case c.Method == modeMethod, c.Method == setModeMethod:
		return p.switched(&c)
	}
	return p.exchange(ctx, message)
}

func (p *Proxy) unreachable(w http.ResponseWriter, err error) {
	p.log.Warn("a call of op-node could not be answered", zap.Error(err))
	http.Error(w, "the execution node does not answer", http.StatusBadGateway)
}
