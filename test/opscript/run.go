package opscript

import (
	"context"
	"encoding/json"
	"errors"
	"net"
	"net/http"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/rpc"
)

// Run makes blocks by the clock until ctx ends, and after errors goes on as op-node does.
// It returns ErrCritical where op-node would exit. Each block is passed to made, which may
// be nil, with how long fetching it has taken.
func (n *OpNode) Run(ctx context.Context, made func(*Block, time.Duration)) error {
	for ctx.Err() == nil {
		err := n.runSlot(ctx, made)
		pause := time.Duration(0)
		switch {
		case ctx.Err() != nil:
			return nil
		case errors.Is(err, ErrCritical):
			return err
		case errors.Is(err, ErrReset):
			_ = n.Start(ctx) // without it the next slot asks for a reset again
			pause = time.Duration(n.cfg.BlockTime) * time.Second
		case errors.Is(err, ErrTemporary):
			pause = time.Second
		case err != nil:
			pause = time.Duration(n.cfg.BlockTime) * time.Second
		}
		sleep(ctx, pause)
	}
	return nil
}

// runSlot makes one block: it asks for it when its parent is due, fetches it shortly
// before it is due itself, and inserts it.
func (n *OpNode) runSlot(ctx context.Context, made func(*Block, time.Duration)) error {
	sleep(ctx, time.Until(time.Unix(int64(n.Head.Timestamp), 0)))
	job, err := n.Build(ctx)
	if err != nil {
		return err
	}
	sleep(ctx, time.Until(job.Due()))
	began := time.Now()
	b, err := n.Fetch(ctx, job)
	took := time.Since(began)
	if err != nil {
		return err
	}
	if err := n.Insert(ctx, b); err != nil {
		return err
	}
	if made != nil {
		made(b, took)
	}
	_, err = n.block(ctx, "eth_getBlockByHash", b.Hash)
	return err
}

func sleep(ctx context.Context, d time.Duration) {
	if d <= 0 {
		return
	}
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
	case <-ctx.Done():
	}
}

// Admin is the admin endpoint of an op-node, and the endpoint of its op-conductor.
type Admin struct {
	URL string

	mu     sync.Mutex
	posted []json.RawMessage
	follow bool
	told   chan struct{}
	server *http.Server
	done   chan struct{}
}

// ServeAdmin serves on a free port of the loopback interface until Close.
func ServeAdmin() (*Admin, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	a := &Admin{URL: "http://" + l.Addr().String(), told: make(chan struct{}, 64), done: make(chan struct{})}
	handler := rpc.NewServer()
	for namespace, service := range map[string]any{"admin": adminAPI{a}, "conductor": conductorAPI{a}} {
		if err := handler.RegisterName(namespace, service); err != nil {
			return nil, errors.Join(err, l.Close())
		}
	}
	a.server = &http.Server{Handler: handler, ReadHeaderTimeout: callTimeout}
	go func() {
		defer close(a.done)
		_ = a.server.Serve(l)
		handler.Stop()
	}()
	return a, nil
}

// Close stops it and waits.
func (a *Admin) Close() {
	_ = a.server.Close()
	<-a.done
}

// Follow says whether another op-node leads.
func (a *Admin) Follow(follow bool) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.follow = follow
}

// Posted waits for a block that was handed over and returns it.
func (a *Admin) Posted(ctx context.Context) (*Block, error) {
	select {
	case <-a.told:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	a.mu.Lock()
	raw := a.posted[0]
	a.posted = a.posted[1:]
	a.mu.Unlock()
	b, _, err := decodeBlock(raw)
	return b, err
}

type adminAPI struct{ *Admin }

// PostUnsafePayload is admin_postUnsafePayload.
func (a adminAPI) PostUnsafePayload(envelope json.RawMessage) error {
	a.mu.Lock()
	a.posted = append(a.posted, envelope)
	a.mu.Unlock()
	a.told <- struct{}{}
	return nil
}

type conductorAPI struct{ *Admin }

// Leader is conductor_leader.
func (c conductorAPI) Leader() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return !c.follow
}
