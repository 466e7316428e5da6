package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strconv"
	"sync/atomic"
	"time"

	"github.com/urfave/cli/v2"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/verifier"
)

func watchCommand() *cli.Command {
	flags := append(auditFlags(),
		&cli.DurationFlag{Name: "interval", Usage: "time between two looks at L1", Value: time.Second},
		&cli.StringFlag{Name: "metrics.addr", Usage: "address of the Prometheus listener", Value: "127.0.0.1"},
		&cli.Uint64Flag{Name: "metrics.port", Usage: "port of the Prometheus listener (0 = off)"},
		&cli.StringSliceFlag{Name: "promises", Usage: "compare the promises in FILE, or those that a service at a ws:// URL gives out; repeated"},
		jsonFlag())
	flags = append(flags, challengeFlags()...)
	return &cli.Command{
		Name: "watch", Usage: "verify every batch as it comes, until Ctrl-C; exit code 3 if a check did not hold",
		Description: "What the chains have beyond the last batch is read, too. With --challenge the key of --key-file demands proof of what does not hold, " +
			"with money of its own, and has contradicting promises punished; --challenges keeps what was done, so that nothing is done twice. " +
			"With --json one report, finding or act a line.",
		Flags:  append(flags, logFlags("info")...),
		Action: watch,
	}
}

// watcher verifies batch after batch. Its counters are served as metrics.
type watcher struct {
	verifier *verifier.Verifier
	log      *zap.Logger
	show     show
	keep     stateKeeper
	promises *promiseFollower
	// challenger is nil where nothing is to be challenged.
	challenger *verifier.Challenger
	interval   time.Duration // between two looks
	acted      time.Time     // when the challenger did last

	batch       atomic.Uint64 // last audited
	findings    atomic.Uint64
	unreachable atomic.Uint64 // audits that could not be made
	cases       atomic.Int64  // challenges that L1 has not decided
	lastLook    atomic.Int64  // unix seconds of the last look that L1 and nodes answered
}

func watch(c *cli.Context) error {
	if err := noArguments(c); err != nil {
		return err
	}
	interval := c.Duration("interval")
	if interval <= 0 {
		return usageError("--interval %v: want a time above 0", interval)
	}
	log, err := newLogger(c.App.ErrWriter, logSettings(c))
	if err != nil {
		return err
	}
	v, err := openVerifier(c, log)
	if err != nil {
		return err
	}
	defer v.Close()
	w := &watcher{verifier: v, log: log, interval: interval, show: show{c}, keep: stateKeeper{verifier: v, path: c.String("state")}}
	if w.challenger, err = openChallenger(c, v); err != nil {
		return err
	}
	if w.promises, err = followPromises(c, v, log); err != nil {
		return err
	}
	defer w.promises.stop()
	stop, err := w.serveMetrics(c)
	if err != nil {
		return err
	}
	defer stop()
	if err := w.run(c.Context); err != nil {
		return err
	}
	if n := w.findings.Load(); n > 0 {
		return withCode(codeCheck, fmt.Errorf("%d checks did not hold", n))
	}
	return nil
}

// run verifies until the context ends. Servers that do not answer are asked again; what
// L1 accepted and nobody can read ends it, since nothing after it can be verified.
func (w *watcher) run(ctx context.Context) error {
	ticker := time.NewTicker(w.interval)
	defer ticker.Stop()
	for {
		err := w.look(ctx)
		switch {
		case ctx.Err() != nil:
			return nil
		case err == nil:
			w.lastLook.Store(time.Now().Unix())
		case isUnreachable(err):
			w.unreachable.Add(1)
			w.log.Warn("cannot verify now; trying again", zap.Error(err))
		default:
			return err
		}
		select {
		case <-ticker.C:
		case <-ctx.Done():
			return nil
		}
	}
}

// look looks once at everything. What is challenged already goes on also while a chain's
// node is away.
func (w *watcher) look(ctx context.Context) error {
	err := w.audit(ctx)
	w.acted = time.Time{}
	return errors.Join(err, w.act(ctx))
}

// act lets the challenger act, also while a long audit is under way: L1 waits for nobody.
func (w *watcher) act(ctx context.Context) error {
	if w.challenger == nil || time.Since(w.acted) < w.interval {
		return nil
	}
	err := w.challenger.Look(ctx)
	w.acted = time.Now()
	w.cases.Store(int64(w.challenger.Open()))
	return err
}

func (w *watcher) audit(ctx context.Context) error {
	if err := w.promises.take(ctx, w.contradiction); err != nil {
		return err
	}
	if err := w.promises.book.Broken(ctx, w.broken); err != nil {
		return err
	}
	err := w.verifier.VerifyAll(ctx, func(r verifier.Report) error {
		if err := w.note(r); err != nil {
			return err
		}
		return errors.Join(w.keep.sometimes(), w.act(ctx))
	})
	if err != nil {
		return err
	}
	if err := w.keep.sometimes(); err != nil {
		return err
	}
	ahead, err := w.verifier.VerifyAhead(ctx)
	if err != nil {
		return err
	}
	w.findings.Add(uint64(len(ahead)))
	return w.show.findings(ahead)
}

func (w *watcher) note(r verifier.Report) error {
	w.batch.Store(r.Batch)
	w.findings.Add(uint64(len(r.Findings)))
	if w.challenger != nil {
		if err := w.challenger.Report(r); err != nil {
			return err
		}
	}
	return w.show.report(&r)
}

func (w *watcher) contradiction(found *verifier.Contradiction) error {
	w.findings.Add(1)
	if w.challenger != nil {
		if err := w.challenger.Contradiction(*found); err != nil {
			return err
		}
	}
	return w.show.findings([]verifier.Finding{found.Finding()})
}

func (w *watcher) broken(found *verifier.Broken) error {
	w.findings.Add(1)
	if w.challenger != nil {
		if err := w.challenger.Broken(*found); err != nil {
			return err
		}
	}
	return w.show.findings([]verifier.Finding{found.Finding()})
}

// serveMetrics serves the counters in Prometheus' text form, if a port is given, until
// stop is called.
func (w *watcher) serveMetrics(c *cli.Context) (stop func(), err error) {
	port := c.Uint64("metrics.port")
	if port == 0 {
		return func() {}, nil
	}
	l, err := net.Listen("tcp", net.JoinHostPort(c.String("metrics.addr"), strconv.FormatUint(port, 10)))
	if err != nil {
		return nil, fmt.Errorf("metrics: %w", err)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /metrics", w.metrics)
	server := &http.Server{Handler: mux, ReadHeaderTimeout: 5 * time.Second}
	done := make(chan struct{})
	go func() {
		defer close(done)
		if err := server.Serve(l); err != http.ErrServerClosed {
			w.log.Error("metrics listener stopped", zap.Error(err))
		}
	}()
	return func() { server.Close(); <-done }, nil
}

func (w *watcher) metrics(rw http.ResponseWriter, _ *http.Request) {
	rw.Header().Set("Content-Type", "text/plain; version=0.0.4")
	metric := func(name, kind, help string, value any) {
		fmt.Fprintf(rw, "# HELP %s %s\n# TYPE %s %s\n%s %v\n", name, help, name, kind, name, value)
	}
	metric("ssequencer_watch_batch", "gauge", "Last batch verified.", w.batch.Load())
	metric("ssequencer_watch_findings_total", "counter", "Checks that did not hold.", w.findings.Load())
	metric("ssequencer_watch_unreachable_total", "counter", "Audits that could not be made.", w.unreachable.Load())
	metric("ssequencer_watch_open_challenges", "gauge", "Challenges that L1 has not decided.", w.cases.Load())
	metric("ssequencer_watch_last_look_timestamp_seconds", "gauge", "When all servers last answered.", w.lastLook.Load())
}
