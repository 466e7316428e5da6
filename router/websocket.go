package router

import (
	"context"
	"errors"
	"net"
	"net/http"
	"sync"
	"time"

	"github.com/gorilla/websocket"
	"go.uber.org/zap"
)

const (
	pingInterval = 30 * time.Second
	pongTimeout  = 75 * time.Second
)

// errSlow ends a connection whose client does not take its messages.
var errSlow = errors.New("slow subscriber: its buffer was full for too long")

// connection is one WebSocket connection. Its run method owns every goroutine on it.
type connection struct {
	edge   *edge
	ws     *websocket.Conn
	chain  *chain                  // of the endpoint, nil on the chain-agnostic one
	out    chan []byte             // towards the client, bounded
	done   chan struct{}           // closed when nothing is sent any more
	fail   context.CancelCauseFunc // ends the connection at once; the client is told the reason
	work   sync.WaitGroup          // requests and subscriptions
	places chan struct{}           // a place for each message worked on

	mu   sync.Mutex
	subs map[string]context.CancelFunc // by subscription id
}

// session is one message on a connection, for the subscriptions it makes.
type session struct {
	conn     *connection
	answered chan struct{} // closed when the response is on its way
	// spawn runs fn until it returns, with a context that ends with the connection, with
	// the edge, or by the returned function.
	spawn func(fn func(ctx context.Context)) context.CancelFunc
}

// upgrade turns a request into a WebSocket connection and runs it to its end.
func (e *edge) upgrade(w http.ResponseWriter, r *http.Request, ch *chain) {
	select {
	case e.conns <- struct{}{}:
		defer func() { <-e.conns }()
	default:
		e.metrics.rejected.Inc()
		http.Error(w, "too many connections", http.StatusServiceUnavailable)
		return
	}
	if !e.enter() {
		http.Error(w, "the server stops", http.StatusServiceUnavailable)
		return
	}
	defer e.open.Done()
	upgrader := websocket.Upgrader{CheckOrigin: e.originAllowed}
	ws, err := upgrader.Upgrade(w, r, nil)
	if err != nil {
		return // the upgrader has answered
	}
	e.metrics.connections.Inc()
	defer e.metrics.connections.Dec()
	ctx, fail := context.WithCancelCause(r.Context())
	defer fail(nil)
	c := &connection{
		edge: e, ws: ws, chain: ch, fail: fail, done: make(chan struct{}),
		out:    make(chan []byte, e.cfg.StreamBuffer),
		places: make(chan struct{}, e.cfg.MaxInFlight),
		subs:   make(map[string]context.CancelFunc),
	}
	c.run(ctx)
}

// run works on messages until the client leaves, the edge stops, or the connection
// fails. When the edge stops, subscriptions end and running requests are answered first.
func (c *connection) run(ctx context.Context) {
	messages := make(chan []byte)
	go c.read(messages)
	go c.write(ctx)
	subs, endSubs := context.WithCancel(ctx)
	for open := true; open; {
		select {
		case body, ok := <-messages:
			if !ok { // nobody is there to take an answer
				c.fail(nil)
				open = false
				break
			}
			open = c.start(ctx, subs, body)
		case <-c.edge.stop:
			open = false
		case <-ctx.Done():
			open = false
		}
	}
	endSubs()
	c.work.Wait()
	close(c.out)
	<-c.done
	c.ws.Close()
	for range messages { // the reader ends when it sees the close
	}
}

// start begins the work on a message as soon as there is a place for it: a client that
// asks faster than it is answered is read more slowly.
func (c *connection) start(ctx, subs context.Context, body []byte) bool {
	for _, places := range []chan struct{}{c.places, c.edge.running} {
		select {
		case places <- struct{}{}:
		case <-c.edge.stop:
			return false
		case <-ctx.Done():
			return false
		}
	}
	ses := &session{conn: c, answered: make(chan struct{}), spawn: func(fn func(context.Context)) context.CancelFunc {
		own, cancel := context.WithCancel(subs)
		c.work.Add(1)
		go func() {
			defer c.work.Done()
			defer cancel()
			fn(own)
		}()
		return cancel
	}}
	c.work.Add(1)
	go func() {
		defer c.work.Done()
		defer func() { <-c.places; <-c.edge.running }()
		defer close(ses.answered)
		if response := c.edge.process(ctx, c.chain, ses, body); response != nil {
			c.send(response) // an error means that the connection has ended
		}
	}()
	return true
}

// read passes messages on until the connection ends.
func (c *connection) read(messages chan<- []byte) {
	defer close(messages)
	c.ws.SetReadLimit(c.edge.cfg.MaxMessage)
	alive := func(string) error { return c.ws.SetReadDeadline(time.Now().Add(pongTimeout)) }
	c.ws.SetPongHandler(alive)
	if alive("") != nil {
		return
	}
	for {
		_, body, err := c.ws.ReadMessage()
		if err != nil {
			return
		}
		messages <- body
	}
}

// write sends what is put into out until that is closed, then says good-bye.
func (c *connection) write(ctx context.Context) {
	defer close(c.done)
	ping := time.NewTicker(pingInterval)
	defer ping.Stop()
	for {
		var err error
		select {
		case msg, ok := <-c.out:
			if !ok {
				if ctx.Err() != nil { // both are ready, and the client is owed the reason
					c.farewell(context.Cause(ctx))
				} else {
					c.bye(websocket.CloseGoingAway, "the server stops")
				}
				return
			}
			if err = c.ws.SetWriteDeadline(time.Now().Add(c.edge.cfg.SlowTimeout)); err == nil {
				err = c.ws.WriteMessage(websocket.TextMessage, msg)
			}
		case <-ping.C:
			err = c.ws.WriteControl(websocket.PingMessage, nil, time.Now().Add(c.edge.cfg.SlowTimeout))
		case <-ctx.Done():
			c.farewell(context.Cause(ctx))
			return
		}
		if err != nil {
			c.fail(err)
			return
		}
	}
}

// farewell tells the client why the connection ends before its time.
func (c *connection) farewell(reason error) {
	switch {
	case errors.Is(reason, errSlow):
		c.edge.metrics.slow.Inc()
		c.bye(websocket.ClosePolicyViolation, errSlow.Error())
	case errors.Is(reason, context.Canceled):
		c.bye(websocket.CloseGoingAway, "")
	default: // a subscription cannot go on
		c.bye(websocket.CloseInternalServerErr, "a subscription failed, subscribe again")
	}
	c.edge.log.Debug("WebSocket ended", zap.Stringer("remote", c.ws.RemoteAddr()), zap.Error(reason))
}

// bye sends a close message, as well as that is possible.
func (c *connection) bye(code int, reason string) {
	c.ws.WriteControl(websocket.CloseMessage, websocket.FormatCloseMessage(code, reason), time.Now().Add(time.Second))
}

// send puts a message into the buffer. A client that leaves no room in it for
// SlowTimeout is disconnected.
func (c *connection) send(msg []byte) error {
	select { // without a timer where there is room
	case c.out <- msg:
		return nil
	default:
	}
	timer := time.NewTimer(c.edge.cfg.SlowTimeout)
	defer timer.Stop()
	select {
	case c.out <- msg:
		return nil
	case <-c.done:
		return net.ErrClosed
	case <-timer.C:
		c.fail(errSlow)
		return errSlow
	}
}
