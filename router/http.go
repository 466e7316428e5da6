package router

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"mime"
	"net"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/gorilla/websocket"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
)

// Listener is where Serve accepts connections. "/" is the endpoint of Chain, or, where
// that is zero, the chain-agnostic endpoint. "/{chainId}" is that chain's everywhere.
type Listener struct {
	net.Listener
	Chain chains.ChainID
}

// Serve answers on the listeners until the context ends, then lets running requests
// finish for the configured grace, closes every connection and returns nil. It returns
// earlier, with an error, when a listener fails. It closes the listeners.
func (s *Server) Serve(ctx context.Context, listeners []Listener) error {
	for _, l := range listeners {
		if l.Chain != 0 && s.chains[l.Chain] == nil {
			return fmt.Errorf("router: listener %v is for unknown chain %d", l.Addr(), l.Chain)
		}
	}
	// Requests live longer than ctx: by the grace.
	requests, cancel := context.WithCancel(context.WithoutCancel(ctx))
	defer cancel()
	edge := &edge{Server: s, stop: make(chan struct{})}
	failed := make(chan error, len(listeners))
	servers := make([]*http.Server, len(listeners))
	var serving sync.WaitGroup
	for i, l := range listeners {
		servers[i] = edge.httpServer(requests, l.Chain)
		serving.Add(1)
		go func() {
			defer serving.Done()
			if err := servers[i].Serve(l.Listener); !errors.Is(err, http.ErrServerClosed) {
				failed <- fmt.Errorf("router: listener %v: %w", l.Addr(), err)
			}
		}()
	}
	var err error
	select {
	case <-ctx.Done():
	case err = <-failed:
	}
	edge.end()
	grace := time.AfterFunc(s.cfg.ShutdownGrace, cancel)
	defer grace.Stop()
	shutdown(requests, servers)
	edge.open.Wait()
	serving.Wait()
	return err
}

// shutdown closes the servers: idle connections at once, the others when their requests
// are done, and all when ctx ends.
func shutdown(ctx context.Context, servers []*http.Server) {
	var wg sync.WaitGroup
	for _, server := range servers {
		wg.Add(1)
		go func() {
			defer wg.Done()
			if server.Shutdown(ctx) != nil {
				server.Close()
			}
		}()
	}
	wg.Wait()
}

// edge is a server while it serves.
type edge struct {
	*Server
	stop chan struct{} // closed when connections are to end

	mu    sync.Mutex     // open grows only while it is held and ended is false
	ended bool           // stop is closed
	open  sync.WaitGroup // WebSocket connections
}

// end tells connections to end, and lets no new one in.
func (e *edge) end() {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.ended = true
	close(e.stop)
}

// enter counts a WebSocket connection in, which has to call open.Done at its end. It
// reports false when the edge stops. net/http's Shutdown does not wait for connections
// that it has handed over.
func (e *edge) enter() bool {
	e.mu.Lock()
	defer e.mu.Unlock()
	if !e.ended {
		e.open.Add(1)
	}
	return !e.ended
}

func (e *edge) httpServer(ctx context.Context, id chains.ChainID) *http.Server {
	return &http.Server{
		Handler:           e.handler(e.chains[id]),
		BaseContext:       func(net.Listener) context.Context { return ctx },
		ReadHeaderTimeout: 10 * time.Second,
		ReadTimeout:       30 * time.Second,
		WriteTimeout:      e.cfg.RequestTimeout + 30*time.Second,
		IdleTimeout:       2 * time.Minute,
		ErrorLog:          errorLog(e.log),
	}
}

// errorLog takes what net/http has to say about single connections: nothing that an
// operator must act on.
func errorLog(logger *zap.Logger) *log.Logger {
	std, err := zap.NewStdLogAt(logger, zap.DebugLevel)
	if err != nil { // not reachable: the level exists
		return nil
	}
	return std
}

// handler routes by path. root is the chain of "/", nil for the chain-agnostic endpoint.
func (e *edge) handler(root *chain) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !e.cors(w, r) {
			return
		}
		path := strings.Trim(r.URL.Path, "/")
		switch path {
		case "":
			e.rpc(w, r, root)
		case "livez", "readyz", "healthz":
			e.health(w, r, path)
		default:
			if path == "dashboard" || strings.HasPrefix(path, "dashboard/") {
				e.dashboard.ServeHTTP(w, r)
				return
			}
			id, err := chains.ParseChainID(path)
			if ch := e.chains[id]; err == nil && ch != nil && id.String() == path {
				e.rpc(w, r, ch)
				return
			}
			http.Error(w, "not found: the paths are / and "+e.paths(), http.StatusNotFound)
		}
	})
}

// cors answers preflights and sets the headers browsers ask for. It returns false when
// the request is done with.
func (e *edge) cors(w http.ResponseWriter, r *http.Request) bool {
	origin := r.Header.Get("Origin")
	if origin != "" && e.originAllowed(r) {
		allow := origin
		if slices.Contains(e.cfg.Origins, "*") {
			allow = "*"
		}
		w.Header().Set("Access-Control-Allow-Origin", allow)
		w.Header().Add("Vary", "Origin")
	}
	if r.Method != http.MethodOptions {
		return true
	}
	w.Header().Set("Access-Control-Allow-Methods", "GET, POST")
	w.Header().Set("Access-Control-Allow-Headers", "Content-Type")
	w.Header().Set("Access-Control-Max-Age", "600")
	w.WriteHeader(http.StatusNoContent)
	return false
}

// originAllowed reports whether a request may come from where it comes from. Requests
// without an Origin are not a browser's.
func (e *edge) originAllowed(r *http.Request) bool {
	origin := r.Header.Get("Origin")
	return origin == "" || slices.Contains(e.cfg.Origins, "*") || slices.Contains(e.cfg.Origins, origin) || fromOwnPage(r, origin)
}

// fromOwnPage reports whether a request comes from a page of ours: the dashboard. A host
// with a name does not count unless it is configured, because a stranger can make a name
// of his own point to this machine (DNS rebinding) and would have the same origin.
func fromOwnPage(r *http.Request, origin string) bool {
	u, err := url.Parse(origin)
	if err != nil || u.Host != r.Host {
		return false
	}
	host := u.Hostname()
	return host == "localhost" || net.ParseIP(host) != nil
}

// rpc answers JSON-RPC at a chain's endpoint.
func (e *edge) rpc(w http.ResponseWriter, r *http.Request, ch *chain) {
	if websocket.IsWebSocketUpgrade(r) {
		e.upgrade(w, r, ch)
		return
	}
	if r.Method != http.MethodPost {
		w.Header().Set("Allow", "POST, OPTIONS")
		http.Error(w, "JSON-RPC wants POST, or a WebSocket", http.StatusMethodNotAllowed)
		return
	}
	if kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type")); err != nil ||
		(kind != "application/json" && kind != "application/json-rpc" && kind != "application/jsonrequest") {
		http.Error(w, "invalid content type, only application/json is supported", http.StatusUnsupportedMediaType)
		return
	}
	if !e.originAllowed(r) {
		http.Error(w, "origin not allowed", http.StatusForbidden)
		return
	}
	select {
	case e.running <- struct{}{}:
		defer func() { <-e.running }()
	default:
		e.metrics.rejected.Inc()
		w.Header().Set("Retry-After", "1")
		writeJSON(w, http.StatusServiceUnavailable, appendResponse(nil, nil, nil, &Error{Code: codeLimit, Message: "too many requests at a time"}))
		return
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, e.cfg.MaxMessage))
	var tooLarge *http.MaxBytesError
	if errors.As(err, &tooLarge) {
		writeJSON(w, http.StatusRequestEntityTooLarge, appendResponse(nil, nil, nil,
			&Error{Code: codeInvalidRequest, Message: fmt.Sprintf("request too large, limit %d bytes", tooLarge.Limit)}))
		return
	}
	if err != nil {
		return // the client is gone
	}
	writeJSON(w, http.StatusOK, e.process(r.Context(), ch, nil, body))
}

func writeJSON(w http.ResponseWriter, status int, body []byte) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	w.Write(body) // an error means that the client is gone
}

// health answers /livez (the process runs), /readyz (it takes requests) and /healthz
// (206: some chains are in trouble).
func (e *edge) health(w http.ResponseWriter, r *http.Request, path string) {
	if path == "livez" {
		writeJSON(w, http.StatusOK, []byte(`{"live":true}`))
		return
	}
	health, err := e.deps.Health.Health(r.Context())
	if err != nil {
		http.Error(w, err.Error(), http.StatusServiceUnavailable)
		return
	}
	body, err := json.Marshal(health)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	healthy := 0
	for _, ch := range health.Chains {
		if ch.Healthy {
			healthy++
		}
	}
	status := http.StatusOK
	switch {
	case !health.Ready || (path == "healthz" && healthy == 0):
		status = http.StatusServiceUnavailable
	case path == "healthz" && (healthy < len(health.Chains) || len(health.Reasons) > 0):
		status = http.StatusPartialContent
	}
	writeJSON(w, status, body)
}
