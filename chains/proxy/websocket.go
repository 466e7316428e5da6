package proxy

import (
	"context"
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/gorilla/websocket"
	"go.uber.org/zap"
)

// maxWorking is how many requests of one connection are worked on at a time. op-node makes
// them one after the other.
const maxWorking = 16

// socketWait is how long a message may take to be sent.
const socketWait = 30 * time.Second

// socket is one WebSocket connection of op-node and the one to the node that belongs to
// it. Messages pass in both directions; a request of concern is worked on here, and its
// response is put among those of the node.
type socket struct {
	proxy        *Proxy
	client, node *websocket.Conn
	writing      sync.Mutex // to client
	working      sync.WaitGroup
	places       chan struct{}
}

// serveSocket runs a connection to its end.
func (p *Proxy) serveSocket(w http.ResponseWriter, r *http.Request) {
	select {
	case p.sockets <- struct{}{}:
		defer func() { <-p.sockets }()
	default:
		http.Error(w, "too many connections", http.StatusServiceUnavailable)
		return
	}
	p.open.Add(1)
	defer p.open.Done()
	ctx, cancel := context.WithCancel(r.Context())
	defer cancel()
	node, err := p.dialNode(ctx)
	if err != nil {
		p.unreachable(w, err)
		return
	}
	defer node.Close()
	upgrader := websocket.Upgrader{CheckOrigin: func(*http.Request) bool { return true }} // the JWT is what counts
	client, err := upgrader.Upgrade(w, r, nil)
	if err != nil {
		return // the upgrader has answered
	}
	defer client.Close()
	client.SetReadLimit(p.cfg.MaxMessage)
	node.SetReadLimit(p.cfg.MaxMessage)
	s := &socket{proxy: p, client: client, node: node, places: make(chan struct{}, maxWorking)}
	s.run(ctx)
}

func (p *Proxy) dialNode(ctx context.Context) (*websocket.Conn, error) {
	header := http.Header{}
	authorize(header, p.cfg.NodeSecret, time.Now())
	dialer := websocket.Dialer{HandshakeTimeout: p.cfg.Timeout}
	// http becomes ws, https wss
	conn, resp, err := dialer.DialContext(ctx, "ws"+strings.TrimPrefix(p.cfg.NodeURL, "http"), header)
	if resp != nil && resp.Body != nil {
		_ = resp.Body.Close()
	}
	return conn, err
}

// run passes messages until one of both sides leaves or ctx ends.
func (s *socket) run(ctx context.Context) {
	stop := context.AfterFunc(ctx, s.close)
	defer stop()
	back := make(chan struct{})
	go func() {
		defer close(back)
		defer s.close()
		s.fromNode()
	}()
	s.fromClient(ctx)
	s.close()
	<-back
	s.working.Wait()
}

func (s *socket) close() {
	_ = s.client.Close()
	_ = s.node.Close()
}

func (s *socket) fromNode() {
	for {
		kind, message, err := s.node.ReadMessage()
		if err != nil || s.send(kind, message) != nil {
			return
		}
	}
}

func (s *socket) send(kind int, message []byte) error {
	s.writing.Lock()
	defer s.writing.Unlock()
	_ = s.client.SetWriteDeadline(time.Now().Add(socketWait))
	return s.client.WriteMessage(kind, message)
}

func (s *socket) fromClient(ctx context.Context) {
	for {
		kind, message, err := s.client.ReadMessage()
		if err != nil {
			return
		}
		if work := s.proxy.worker(message); work != nil {
			s.work(ctx, work)
			continue
		}
		_ = s.node.SetWriteDeadline(time.Now().Add(socketWait))
		if s.node.WriteMessage(kind, message) != nil {
			return
		}
	}
}

// work answers one message beside the others, when there is a place for it.
func (s *socket) work(ctx context.Context, work func(context.Context) (*reply, error)) {
	select {
	case s.places <- struct{}{}:
	case <-ctx.Done():
		return
	}
	s.working.Go(func() {
		defer func() { <-s.places }()
		ctx, cancel := context.WithTimeout(ctx, s.proxy.cfg.Timeout)
		defer cancel()
		answer, err := work(ctx)
		if err != nil || answer.status != http.StatusOK {
			s.proxy.log.Warn("a call of op-node could not be answered", zap.Error(err))
			s.close() // as a lost connection to the node would look
			return
		}
		if s.send(websocket.TextMessage, answer.body) != nil {
			s.close()
		}
	})
}
