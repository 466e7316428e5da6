package proxy

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
)

// directNode is a node that counts its connections. A request says what to do with it.
type directNode struct {
	*httptest.Server
	connections atomic.Int64
	hang        chan struct{} // ends what hangs
}

func newDirectNode(t *testing.T) *directNode {
	n := &directNode{hang: make(chan struct{})}
	n.Server = httptest.NewUnstartedServer(http.HandlerFunc(n.answer))
	n.Config.ConnState = func(_ net.Conn, state http.ConnState) {
		if state == http.StateNew {
			n.connections.Add(1)
		}
	}
	n.Start()
	t.Cleanup(n.Close)
	t.Cleanup(func() { close(n.hang) })
	return n
}

func (n *directNode) answer(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Unread") != "" {
		w.Header().Set("Connection", "close")
		http.Error(w, "too much", http.StatusRequestEntityTooLarge)
		return
	}
	body, _ := io.ReadAll(r.Body)
	switch string(body) {
	case "hang":
		<-n.hang
	case "cut":
		panic(http.ErrAbortHandler)
	case "no content":
		w.WriteHeader(http.StatusNoContent)
	case "chunks":
		for range 10 {
			fmt.Fprint(w, "chunk")
			w.(http.Flusher).Flush()
		}
	default:
		_, _ = w.Write(body)
	}
}

func (n *directNode) client(t *testing.T) *direct {
	t.Helper()
	u, err := url.Parse(n.URL)
	if err != nil {
		t.Fatal(err)
	}
	d := newDirect(u)
	t.Cleanup(d.CloseIdleConnections)
	return d
}

// post sends a request and reads the whole response.
func (n *directNode) post(ctx context.Context, d *direct, body string) (string, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, n.URL, strings.NewReader(body))
	if err != nil {
		return "", err
	}
	resp, err := d.RoundTrip(req)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	return string(text), err
}

func (n *directNode) mustPost(t *testing.T, d *direct, body, want string) {
	t.Helper()
	if got, err := n.post(t.Context(), d, body); err != nil || got != want {
		t.Errorf("%.20q is answered with %.20q, %v", body, got, err)
	}
}

// One connection serves one request after the other, whatever form the responses have.
func TestDirectKeepsConnections(t *testing.T) {
	n := newDirectNode(t)
	d := n.client(t)
	large := strings.Repeat("large", 300_000)
	for range 3 {
		n.mustPost(t, d, "small", "small")
		n.mustPost(t, d, "", "")
		n.mustPost(t, d, large, large)
		n.mustPost(t, d, "no content", "")
		n.mustPost(t, d, "chunks", strings.Repeat("chunk", 10))
	}
	if got := n.connections.Load(); got != 1 {
		t.Errorf("%d connections", got)
	}
}

// Each of many requests at a time gets its own response.
func TestDirectConcurrent(t *testing.T) {
	n := newDirectNode(t)
	d := n.client(t)
	var all sync.WaitGroup
	for i := range 20 {
		all.Go(func() {
			for j := range 30 {
				body := strings.Repeat(strconv.Itoa(i), 1+j*100)
				if got, err := n.post(t.Context(), d, body); err != nil || got != body {
					t.Errorf("%d/%d: %.20q, %v", i, j, got, err)
				}
			}
		})
	}
	all.Wait()
}

// Kept connections that the node has closed meanwhile are not noticed outside.
func TestDirectStale(t *testing.T) {
	n := newDirectNode(t)
	d := n.client(t)
	for range 5 {
		n.mustPost(t, d, "before", "before")
		n.CloseClientConnections()
		n.mustPost(t, d, "after", "after")
	}
	if _, err := n.post(t.Context(), d, "cut"); err == nil || errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("a connection that is cut each time: %v", err)
	}
	n.mustPost(t, d, "again", "again")
}

// A response that was not read to its end takes its connection with it.
func TestDirectUnread(t *testing.T) {
	n := newDirectNode(t)
	d := n.client(t)
	for range 3 {
		req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, n.URL, bytes.NewReader(make([]byte, 1<<20)))
		if err != nil {
			t.Fatal(err)
		}
		resp, err := d.RoundTrip(req)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := resp.Body.Read(make([]byte, 10)); err != nil {
			t.Error(err)
		}
		resp.Body.Close()
		n.mustPost(t, d, "next", "next")
	}
}

// A call ends with its context, also while its response is on the way, and the next one
// is not hurt.
func TestDirectEnds(t *testing.T) {
	n := newDirectNode(t)
	d := n.client(t)
	for range 3 {
		n.mustPost(t, d, "first", "first")
		ctx, cancel := context.WithCancel(t.Context())
		done := make(chan error, 1)
		go func() {
			_, err := n.post(ctx, d, "hang")
			done <- err
		}()
		cancel()
		if err := <-done; !errors.Is(err, context.Canceled) {
			t.Errorf("a call that is given up: %v", err)
		}
		ctx, cancel = context.WithTimeout(t.Context(), 1)
		if _, err := n.post(ctx, d, "late"); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("a call whose time is over: %v", err)
		}
		cancel()
		n.mustPost(t, d, "next", "next")
	}
}

// A node that answers before it has taken the whole request is heard.
func TestDirectRefusedEarly(t *testing.T) {
	n := newDirectNode(t)
	d := n.client(t)
	req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, n.URL, bytes.NewReader(make([]byte, 64<<10)))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Unread", "yes")
	resp, err := d.RoundTrip(req)
	if err != nil {
		t.Fatal(err)
	}
	if resp.StatusCode != http.StatusRequestEntityTooLarge {
		t.Errorf("status %d", resp.StatusCode)
	}
	resp.Body.Close()
	n.mustPost(t, d, "next", "next")
}

// An address without a port is that of HTTP.
func TestDirectPort(t *testing.T) {
	for text, want := range map[string]string{"http://node": "node:80", "http://[::1]:8551/x": "[::1]:8551"} {
		u, err := url.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		if got := newDirect(u).addr; got != want {
			t.Errorf("%s is at %s", text, got)
		}
	}
}
