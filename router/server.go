package router

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"time"

	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/router/dashboard"
)

// Server answers JSON-RPC. Create it with New, run it with Serve.
type Server struct {
	cfg     Config
	deps    Deps
	log     *zap.Logger
	metrics *Metrics
	chains  map[chains.ChainID]*chain
	ids     []chains.ChainID // ascending
	methods map[string]method
	running chan struct{} // a place for each message worked on
	conns   chan struct{} // a place for each WebSocket connection

	dashboard http.Handler // of the page at /dashboard
}

// chain is one chain of the set.
type chain struct {
	Chain
	node Node
}

// call is one request on its way to its method.
type call struct {
	chain   *chain // of the endpoint, nil on the chain-agnostic one
	method  string
	params  []json.RawMessage
	session *session // of the WebSocket message, nil over HTTP
	// decideBy is until when the message's calls may wait for decisions. All members of a
	// batch share it, so that a batch waits no longer than a single transaction.
	decideBy time.Time
}

// method is how a JSON-RPC method is answered. The result is marshalled, but for a
// json.RawMessage, which goes out as it is.
type method struct {
	answer   func(ctx context.Context, c *call) (any, error)
	anywhere bool // needs no chain of the endpoint
}

// New returns a server. It starts nothing.
func New(cfg Config, deps Deps, log *zap.Logger) (*Server, error) {
	if err := cfg.check(); err != nil {
		return nil, err
	}
	if err := deps.check(); err != nil {
		return nil, err
	}
	s := &Server{
		cfg: cfg, deps: deps, log: log, metrics: deps.Metrics, chains: make(map[chains.ChainID]*chain),
		running: make(chan struct{}, cfg.MaxRequests), conns: make(chan struct{}, cfg.MaxConnections),
	}
	if s.metrics == nil {
		s.metrics = NewMetrics(nil)
	}
	page, err := dashboard.Handler()
	if err != nil {
		return nil, err
	}
	s.dashboard = page
	for _, c := range cfg.Chains {
		node := deps.Nodes[c.ID]
		if node == nil {
			return nil, fmt.Errorf("router: chain %d has no node", c.ID)
		}
		s.chains[c.ID] = &chain{Chain: c, node: node}
		s.ids = append(s.ids, c.ID)
	}
	slices.Sort(s.ids)
	s.methods = s.methodTable()
	return s, nil
}

func (s *Server) methodTable() map[string]method {
	table := make(map[string]method)
	s.addSubmissions(table)
	s.addSequencer(table)
	s.addReads(table)
	s.addOverlay(table)
	for _, m := range []string{"eth_subscribe", "sequencer_subscribe", "eth_unsubscribe", "sequencer_unsubscribe"} {
		table[m] = method{answer: s.subscription, anywhere: m != "eth_subscribe"}
	}
	return table
}

// passesThrough reports whether a method without an answer of ours goes to the node.
// Methods of its open namespaces that act with its own keys, pool or miner do not.
func passesThrough(method string) bool {
	switch method {
	case "eth_sendTransaction", "eth_sign", "eth_signTransaction", "eth_signTypedData", "eth_signTypedData_v4",
		"eth_resend", "eth_pendingTransactions", "eth_getWork", "eth_submitWork", "eth_submitHashrate":
		return false
	}
	namespace, _, ok := strings.Cut(method, "_")
	return ok && (namespace == "eth" || namespace == "net" || namespace == "web3")
}

// process answers one message. It returns nil where no response is due.
func (s *Server) process(ctx context.Context, endpoint *chain, ses *session, body []byte) []byte {
	ctx, cancel := context.WithTimeout(ctx, s.cfg.RequestTimeout)
	defer cancel()
	reqs, batch, bad := decodeMessage(body, s.cfg.MaxBatch)
	if bad != nil {
		return appendResponse(nil, nil, nil, bad)
	}
	base := call{chain: endpoint, session: ses, decideBy: time.Now().Add(s.cfg.DecisionWait)}
	if !batch {
		result, err := s.answer(ctx, base, &reqs[0])
		if reqs[0].id == nil {
			return nil
		}
		return appendResponse(nil, reqs[0].id, result, err)
	}
	return s.processBatch(ctx, base, reqs)
}

// processBatch answers the members of a batch, several at a time, started in order.
func (s *Server) processBatch(ctx context.Context, base call, reqs []request) []byte {
	responses := make([][]byte, len(reqs))
	next := make(chan int)
	var size sizeBudget
	size.left = s.cfg.MaxBatchResponse
	var wg sync.WaitGroup
	for range min(s.cfg.BatchWorkers, len(reqs)) {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := range next {
				result, err := s.answer(ctx, base, &reqs[i])
				if !size.take(len(result)) {
					result, err = nil, &Error{Code: codeTooLarge, Message: "response too large"}
				}
				if reqs[i].id != nil {
					responses[i] = appendResponse(nil, reqs[i].id, result, err)
				}
			}
		}()
	}
	for i := range reqs {
		next <- i
	}
	close(next)
	wg.Wait()
	out := []byte{'['}
	for _, r := range responses {
		if r == nil {
			continue
		}
		if len(out) > 1 {
			out = append(out, ',')
		}
		out = append(out, r...)
	}
	if len(out) == 1 { // nothing but notifications
		return nil
	}
	return append(out, ']')
}

// sizeBudget bounds the bytes of a batch's results.
type sizeBudget struct {
	mu   sync.Mutex
	left int
}

func (b *sizeBudget) take(n int) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.left -= n
	return b.left >= 0
}

// answer runs one request. A panic in a method is that request's error only.
func (s *Server) answer(ctx context.Context, c call, req *request) (result json.RawMessage, rpcErr *Error) {
	if req.err != nil {
		return nil, req.err
	}
	defer func(began time.Time) {
		s.answered(req.method, began, rpcErr)
	}(time.Now())
	defer func() {
		if p := recover(); p != nil {
			s.log.Error("method panicked", zap.String("method", req.method), zap.Any("panic", p), zap.ByteString("stack", debug.Stack()))
			result, rpcErr = nil, &Error{Code: codeInternal, Message: "internal error"}
		}
	}()
	c.method, c.params = req.method, req.params
	value, err := s.route(ctx, &c)
	if errors.Is(err, chains.ErrUnknown) {
		return null, nil
	}
	if err != nil {
		return nil, s.toError(req.method, err)
	}
	if raw, ok := value.(json.RawMessage); ok {
		return raw, nil
	}
	if result, err = json.Marshal(value); err != nil {
		return nil, s.toError(req.method, err)
	}
	return result, nil
}

// route finds the method of a call.
func (s *Server) route(ctx context.Context, c *call) (any, error) {
	m, known := s.methods[c.method]
	if !known {
		if !passesThrough(c.method) {
			return nil, methodNotFound(c.method)
		}
		m = method{answer: s.forward}
	}
	if c.chain == nil && !m.anywhere {
		return nil, &Error{Code: codeNoMethod, Message: "the method " + c.method + " needs a chain: use the path " + s.paths()}
	}
	return m.answer(ctx, c)
}

// paths names the per-chain paths for a person.
func (s *Server) paths() string {
	var names []string
	for _, id := range s.ids {
		names = append(names, "/"+id.String())
	}
	return strings.Join(names, " or ")
}

// forward passes a call to the chain's node as it is.
func (s *Server) forward(ctx context.Context, c *call) (any, error) {
	return s.ask(ctx, c.chain, c.method, c.params)
}

// ask makes a call to a chain's node.
func (s *Server) ask(ctx context.Context, ch *chain, method string, params []json.RawMessage) (json.RawMessage, error) {
	if params == nil {
		params = []json.RawMessage{} // a node may refuse "params": null
	}
	var result json.RawMessage
	if err := ch.node.Call(ctx, &result, method, params); err != nil {
		return nil, s.nodeError(ch, err)
	}
	return result, nil
}
