package service

import (
	"context"
	"fmt"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/prometheus/client_golang/prometheus"
	dto "github.com/prometheus/client_model/go"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/engine"
)

// l1Poll is how often L1's head is looked at.
const l1Poll = 500 * time.Millisecond

// l1Head follows the L1's head. It is safe for concurrent use.
type l1Head struct {
	client *ethclient.Client
	server string // as anybody may read it
	log    *zap.Logger

	mu    sync.Mutex
	ref   chains.BlockRef
	err   error
	since time.Time // when it stopped to answer; of no meaning while it does
}

func newL1Head(client *ethclient.Client, url string, log *zap.Logger) *l1Head {
	return &l1Head{client: client, server: engine.Shown(url), log: log}
}

func (h *l1Head) refresh(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	header, err := h.client.HeaderByNumber(ctx, nil)
	h.mu.Lock()
	defer h.mu.Unlock()
	switch now := time.Now(); {
	case err != nil && h.err == nil:
		h.since = now
		h.log.Warn("the L1 does not answer", zap.String("L1", h.server), zap.String("error", engine.Shown(err.Error())))
	case err == nil && h.err != nil:
		h.log.Info("the L1 answers again", zap.String("L1", h.server), zap.Duration("after", now.Sub(h.since).Round(time.Second)))
	}
	h.err = err
	if err == nil {
		h.ref = chains.BlockRef{Number: header.Number.Uint64(), Hash: header.Hash()}
	}
	return err
}

// run polls until ctx ends.
func (h *l1Head) run(ctx context.Context) error {
	tick := time.NewTicker(l1Poll)
	defer tick.Stop()
	for {
		select {
		case <-tick.C:
			_ = h.refresh(ctx) // reasons tells
		case <-ctx.Done():
			return nil
		}
	}
}

func (h *l1Head) head() chains.BlockRef {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.ref
}

func (h *l1Head) reasons() []string {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.err == nil {
		return nil
	}
	return []string{fmt.Sprintf("the L1 does not answer: %s %s: %v", h.server, ago(h.since), h.err)}
}

// ago tells a time and how long ago it was.
func ago(at time.Time) string {
	return fmt.Sprintf("since %s, %v ago", at.UTC().Format("15:04:05 UTC"), time.Since(at).Round(time.Second))
}

func valueOf(c prometheus.Counter) float64 {
	var m dto.Metric
	if err := c.Write(&m); err != nil {
		return 0
	}
	return m.GetCounter().GetValue()
}
