package proxy

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"slices"
	"sync"
	"time"
)

// Connections to the node that are kept while nobody uses them.
const (
	idleMost = 64
	idleTime = time.Minute // below the two minutes after which geth closes them
)

// direct sends requests to one host over connections that it keeps. A request is written and
// its response read on the caller's own goroutine: net/http's transport hands both to
// goroutines of the connection, and where the machine is busy each waits for its turn. It
// is for plain HTTP and one node, and safe for concurrent use.
type direct struct {
	addr string // host:port

	mu   sync.Mutex
	idle []*nodeConn // the one used last at the end
}

// nodeConn is a connection to the node. It is used by one request at a time.
type nodeConn struct {
	net.Conn
	r    *bufio.Reader
	w    *bufio.Writer
	used time.Time
}

// errStale: a kept connection has turned out to be closed before a byte of the response.
var errStale = errors.New("the connection was closed")

func newDirect(node *url.URL) *direct {
	port := node.Port()
	if port == "" {
		port = "80"
	}
	return &direct{addr: net.JoinHostPort(node.Hostname(), port)}
}

// RoundTrip implements http.RoundTripper. A request that finds its connection closed is sent
// once more over a new one: what op-node and the proxy call may be called twice.
func (d *direct) RoundTrip(req *http.Request) (*http.Response, error) {
	if c := d.take(); c != nil {
		resp, err := d.exchange(c, req)
		if !errors.Is(err, errStale) {
			return resp, err
		}
		d.CloseIdleConnections() // those have been there for longer
		if req.GetBody != nil {
			again := *req
			if again.Body, err = req.GetBody(); err != nil {
				return nil, err
			}
			req = &again
		}
	}
	conn, err := new(net.Dialer).DialContext(req.Context(), "tcp", d.addr)
	if err != nil {
		return nil, err
	}
	return d.exchange(&nodeConn{Conn: conn, r: bufio.NewReader(conn), w: bufio.NewWriter(conn)}, req)
}

// exchange sends the request and reads the response up to its body. The connection belongs
// to the body then.
func (d *direct) exchange(c *nodeConn, req *http.Request) (*http.Response, error) {
	ctx := req.Context()
	deadline, _ := ctx.Deadline() // none is the zero time, as for connections
	if err := c.SetDeadline(deadline); err != nil {
		c.Close()
		return nil, err
	}
	stop := context.AfterFunc(ctx, func() { _ = c.SetDeadline(time.Unix(1, 0)) })
	err := req.Write(c.w)
	if err == nil {
		err = c.w.Flush()
	}
	whole := err == nil
	// A node that does not take the whole request may still say why.
	if _, readErr := c.r.Peek(1); readErr != nil {
		stop()
		c.Close()
		err = ended(ctx, errors.Join(err, readErr))
		if kept := !c.used.IsZero(); kept && !errors.Is(err, context.DeadlineExceeded) && !errors.Is(err, context.Canceled) {
			return nil, fmt.Errorf("%w: %w", errStale, err)
		}
		return nil, err
	}
	resp, err := http.ReadResponse(c.r, req)
	if err != nil {
		stop()
		c.Close()
		return nil, ended(ctx, err)
	}
	resp.Body = &nodeBody{ReadCloser: resp.Body, of: d, conn: c, stop: stop, keep: whole && !resp.Close}
	return resp, nil
}

// ended returns the error of an exchange, or why its time was over.
func ended(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if errors.Is(err, os.ErrDeadlineExceeded) { // the connection's clock was first
		return context.DeadlineExceeded
	}
	return err
}

// take returns the kept connection that was used last, nil if there is none.
func (d *direct) take() *nodeConn {
	d.mu.Lock()
	defer d.mu.Unlock()
	if len(d.idle) == 0 {
		return nil
	}
	last := len(d.idle) - 1
	c := d.idle[last]
	if time.Since(c.used) > idleTime {
		d.closeIdle()
		return nil
	}
	d.idle = slices.Delete(d.idle, last, last+1)
	return c
}

// keep puts a connection back.
func (d *direct) keep(c *nodeConn) {
	c.used = time.Now()
	d.mu.Lock()
	defer d.mu.Unlock()
	if len(d.idle) == idleMost {
		c.Close()
		return
	}
	d.idle = append(d.idle, c)
}

// CloseIdleConnections closes the kept connections.
func (d *direct) CloseIdleConnections() {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.closeIdle()
}

func (d *direct) closeIdle() {
	for _, c := range d.idle {
		c.Close()
	}
	d.idle = nil
}

// nodeBody is a response's body. Closing it gives its connection back, if it was read to its
// end.
type nodeBody struct {
	io.ReadCloser
	of    *direct
	conn  *nodeConn
	stop  func() bool // stops watching for the end of the request's context
	keep  bool
	ended bool
}

// Read implements io.Reader.
func (b *nodeBody) Read(p []byte) (int, error) {
	n, err := b.ReadCloser.Read(p)
	b.ended = b.ended || err == io.EOF
	return n, err
}

// Close implements io.Closer. It must be called once.
func (b *nodeBody) Close() error {
	watched := b.stop()
	if watched && b.keep && b.ended && b.conn.r.Buffered() == 0 && b.conn.SetDeadline(time.Time{}) == nil {
		b.of.keep(b.conn)
		return nil
	}
	return b.conn.Close()
}
