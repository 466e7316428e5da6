package service

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"go.uber.org/zap"

	"github.com/ssequencer/ssequencer/verifier"
)

// auditor is the service's own verifier. How far it has come is kept in a file, and checked
// against L1 when it goes on from there.
type auditor struct {
	verifier *verifier.Verifier
	path     string
	maxOwed  time.Duration // 0: messages may be owed for ever
	late     prometheus.Gauge
	log      *zap.Logger

	mu      sync.Mutex
	reasons []string // about pairs that owe messages for too long
}

// newAuditor makes a verifier that goes on where the last one ended.
func newAuditor(ctx context.Context, cfg verifier.Config, s *Service) (*auditor, error) {
	a := &auditor{path: filepath.Join(s.cfg.DataDir, "verifier.json"), maxOwed: cfg.MaxOwedAge, late: newLateGauge(s.registry), log: s.log.Named("verifier")}
	var err error
	if cfg.Resume, err = verifier.LoadState(a.path); err != nil {
		a.log.Warn("the audit begins anew: how far it had come cannot be read", zap.Error(err))
	}
	cfg.MaxOwedAge = 0 // no fault of a batch: it is told beside
	a.verifier, err = verifier.New(ctx, cfg, a.log)
	return a, err
}

func newLateGauge(reg prometheus.Registerer) prometheus.Gauge {
	late := prometheus.NewGauge(prometheus.GaugeOpts{Namespace: "ssequencer", Name: "late_messages", Help: "messages that were sent in settled batches and are owed for longer than settlement.max-owed-age"})
	if reg != nil {
		reg.MustRegister(late)
	}
	return late
}

// verify is the verifier's word on a batch.
func (a *auditor) verify(ctx context.Context, number uint64) (bool, string, error) {
	report, err := a.verifier.VerifyBatch(ctx, number)
	if err != nil && !errors.Is(err, verifier.ErrUnreadable) { // what cannot be read is a finding
		return false, "", err
	}
	st := a.verifier.State()
	if err := st.Save(a.path); err != nil {
		a.log.Warn("how far the audit has come cannot be kept", zap.Error(err))
	}
	a.lookForLate(st)
	findings := make([]string, len(report.Findings))
	for i, f := range report.Findings {
		findings[i] = f.String()
	}
	return report.OK(), strings.Join(findings, "; "), nil
}

// lookForLate keeps which pairs owe messages for too long.
func (a *auditor) lookForLate(st *verifier.State) {
	if a.maxOwed == 0 {
		return
	}
	count := 0
	var reasons []string
	for _, p := range st.Late(a.maxOwed) {
		count += p.Messages
		reasons = append(reasons, fmt.Sprintf("pair %d to %d owes %d messages for up to %v: close it", p.Source, p.Destination, p.Messages, p.Age))
	}
	a.late.Set(float64(count))
	a.mu.Lock()
	defer a.mu.Unlock()
	a.reasons = reasons
}

// lateReasons returns what readers are told about it.
func (a *auditor) lateReasons() []string {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.reasons
}
