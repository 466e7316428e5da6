package bench

import (
	"context"
	"fmt"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/rpc"
	"golang.org/x/sync/errgroup"

	"github.com/ssequencer/ssequencer/chains/wire"
	"github.com/ssequencer/ssequencer/client"
)

// patience is how long nothing may happen before a run counts as over.
const patience = 15 * time.Second

// watch follows the service's streams and notes when each transaction was promised and
// included. finish or close ends it; its other methods are safe for concurrent use.
type watch struct {
	target *Target
	work   []signed
	index  map[common.Hash]int

	cancel   context.CancelFunc
	group    *errgroup.Group
	subs     []*rpc.ClientSubscription
	promises chan client.Event[wire.Preconfirmation]
	blocks   chan client.Event[wire.Superblock]

	mu       sync.Mutex
	sent     []time.Time
	took     []time.Duration // to the promise, of those that have one
	promised []bool
	included []bool
	blocked  int // count of included
	failed   int
	last     time.Time // something happened
	ended    time.Time // the last inclusion
}

// follow subscribes to promises and superblocks.
func (t *Target) follow(ctx context.Context, work []signed) (*watch, error) {
	n := len(work)
	w := &watch{
		target: t, work: work, index: make(map[common.Hash]int, n), sent: make([]time.Time, n), took: make([]time.Duration, 0, n),
		promised: make([]bool, n), included: make([]bool, n), last: time.Now(),
		promises: make(chan client.Event[wire.Preconfirmation], 1024), blocks: make(chan client.Event[wire.Superblock], 16),
	}
	for i := range work {
		w.index[work[i].hash] = i
	}
	if err := w.subscribe(ctx); err != nil {
		w.unsubscribe()
		return nil, fmt.Errorf("bench: subscribe: %w", err)
	}
	ctx, w.cancel = context.WithCancel(ctx)
	w.group, ctx = errgroup.WithContext(ctx)
	w.group.Go(func() error { return w.run(ctx) })
	return w, nil
}

func (w *watch) subscribe(ctx context.Context) error {
	for _, subscribe := range []func(*client.Client) (*rpc.ClientSubscription, error){
		func(c *client.Client) (*rpc.ClientSubscription, error) {
			return c.SubscribePreconfirmations(ctx, nil, w.promises)
		},
		func(c *client.Client) (*rpc.ClientSubscription, error) {
			return c.SubscribeSuperblocks(ctx, nil, w.blocks)
		},
	} {
		c, err := w.target.dial(ctx, WebSocket, "") // one connection each: a full block does not hold up promises
		if err != nil {
			return err
		}
		sub, err := subscribe(c)
		if err != nil {
			return err
		}
		w.subs = append(w.subs, sub)
	}
	return nil
}

// run takes events until every transaction is accounted for, or nothing happens.
func (w *watch) run(ctx context.Context) error {
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	for !w.complete() {
		select {
		case ev := <-w.promises:
			w.promise(ev.Data.Message.TxHash)
		case ev := <-w.blocks:
			w.superblock(&ev.Data)
		case err := <-w.subs[0].Err():
			return fmt.Errorf("bench: stream of promises: %w", err)
		case err := <-w.subs[1].Err():
			return fmt.Errorf("bench: stream of superblocks: %w", err)
		case <-tick.C:
			if w.quiet() > patience {
				return nil
			}
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return nil
}

// complete reports whether every transaction is included and promised, or refused.
func (w *watch) complete() bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.blocked+w.failed >= len(w.work) && len(w.took) >= w.blocked
}

func (w *watch) quiet() time.Duration {
	w.mu.Lock()
	defer w.mu.Unlock()
	return time.Since(w.last)
}

func (w *watch) submitted(i int, at time.Time) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.sent[i], w.last = at, at
}

// refused counts a transaction that is not to be waited for.
func (w *watch) refused() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.failed++
}

func (w *watch) promise(tx common.Hash) {
	now := time.Now()
	w.mu.Lock()
	defer w.mu.Unlock()
	if i, ours := w.index[tx]; ours && !w.promised[i] {
		w.promised[i], w.last = true, now
		w.took = append(w.took, now.Sub(w.sent[i]))
	}
}

func (w *watch) superblock(sb *wire.Superblock) {
	now := time.Now()
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, b := range sb.Blocks {
		for _, tx := range b.Transactions {
			if i, ours := w.index[tx.Hash]; ours && !w.included[i] {
				w.included[i], w.last, w.ended = true, now, now
				w.blocked++
			}
		}
	}
}

// finish waits for the end and fills in the report.
func (w *watch) finish(r *Report, began time.Time) error {
	err := w.group.Wait()
	w.mu.Lock()
	defer w.mu.Unlock()
	r.Included = w.blocked
	if w.blocked > 0 {
		r.Seconds = w.ended.Sub(began).Seconds()
		r.IncludedPerSecond = float64(w.blocked) / r.Seconds
	}
	if missing := len(w.work) - w.blocked - w.failed; missing > 0 && r.Problem == "" {
		r.Problem = fmt.Sprintf("%d accepted transactions were neither included nor refused by an error", missing)
	}
	r.Promise = percentiles(w.took)
	return err
}

// close ends the subscriptions and waits for run.
func (w *watch) close() {
	w.cancel()
	_ = w.group.Wait() // finish has told
	w.unsubscribe()
}

func (w *watch) unsubscribe() {
	for _, s := range w.subs {
		s.Unsubscribe()
	}
}
