package proxy

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"time"
)

// passed is a request that passes through.
type passed struct {
	method string
	header http.Header
	body   []byte
}

// kept are the headers of a request that mean something to the node.
func kept() []string { return []string{"Accept", "Accept-Encoding", "Content-Type", "User-Agent"} }

// pass sends a request to the node as it is, and its response back while it arrives.
func (p *Proxy) pass(ctx context.Context, w http.ResponseWriter, r *passed) {
	resp, err := p.send(ctx, r)
	if err != nil {
		p.unreachable(w, err)
		return
	}
	defer resp.Body.Close()
	copyHeader(w.Header(), resp.Header)
	w.WriteHeader(resp.StatusCode)
	n, err := io.Copy(w, io.LimitReader(resp.Body, p.cfg.MaxMessage+1))
	if err != nil || n > p.cfg.MaxMessage {
		panic(http.ErrAbortHandler) // op-node must not take what it has got for the whole
	}
}

// exchange sends a request of ours, or one that is looked at, and returns the whole
// response. A response that says that something is wrong is no error.
func (p *Proxy) exchange(ctx context.Context, message []byte) (*reply, error) {
	resp, err := p.send(ctx, &passed{method: http.MethodPost, header: http.Header{"Content-Type": {"application/json"}}, body: message})
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	body, err := readAll(io.LimitReader(resp.Body, p.cfg.MaxMessage+1), resp.ContentLength)
	if err != nil {
		return nil, fmt.Errorf("read the node's answer: %w", err)
	}
	if int64(len(body)) > p.cfg.MaxMessage {
		return nil, fmt.Errorf("the node's answer has more than %d bytes", p.cfg.MaxMessage)
	}
	return &reply{status: resp.StatusCode, header: resp.Header, body: body}, nil
}

// grownAtOnce bounds what is made room for because a message says that it is as long.
const grownAtOnce = 8 << 20

// readAll reads a message that says how long it is, in bytes; -1 if it does not.
func readAll(r io.Reader, length int64) ([]byte, error) {
	room := max(min(length, grownAtOnce), 0)
	b := bytes.NewBuffer(make([]byte, 0, room+bytes.MinRead))
	_, err := b.ReadFrom(r)
	return b.Bytes(), err
}

func (p *Proxy) send(ctx context.Context, r *passed) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, r.method, p.cfg.NodeURL, bytes.NewReader(r.body))
	if err != nil {
		return nil, err
	}
	for _, name := range kept() {
		if values := r.header.Values(name); len(values) > 0 {
			req.Header[name] = values
		}
	}
	authorize(req.Header, p.cfg.NodeSecret, time.Now())
	return p.node.RoundTrip(req)
}

// copyHeader copies what is not of one connection only.
func copyHeader(to, from http.Header) {
	for name, values := range from {
		switch name {
		case "Connection", "Keep-Alive", "Transfer-Encoding", "Upgrade", "Trailer":
		default:
			to[name] = values
		}
	}
}
