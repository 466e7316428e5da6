package service

import (
	"context"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/prometheus/client_golang/prometheus"
	dto "github.com/prometheus/client_model/go"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/chains"
)

// l1Poll is how often L1's head is looked at.
const l1Poll = 500 * time.Millisecond

// l1Head follows the L1's head. It is safe for concurrent use.
type l1Head struct {
	client *ethclient.Client
	log    *zap.Logger

	mu  sync.Mutex
	ref chains.BlockRef
	err error
}

func newL1Head(client *ethclient.Client, log *zap.Logger) *l1Head {
	return &l1Head{client: client, log: log}
}

func (h *l1Head) refresh(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	header, err := h.client.HeaderByNumber(ctx, nil)
	h.mu.Lock()
	defer h.mu.Unlock()
	if (err == nil) != (h.err == nil) {
		h.log.Warn("the L1 answers differently than before", zap.Error(err))
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
	return []string{"the L1 does not answer: " + h.err.Error()}
}

func valueOf(c prometheus.Counter) float64 {
	var m dto.Metric
	if err := c.Write(&m); err != nil {
		return 0
	}
	return m.GetCounter().GetValue()
}
