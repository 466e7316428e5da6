package bench

import (
	"crypto/ecdsa"
	"errors"
	"math"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/crypto"
	"go.uber.org/zap"
	"go.uber.org/zap/zaptest"

	"github.com/ssequencer/ssequencer/cmd/ssequencer/devnet"
)

func TestPercentiles(t *testing.T) {
	for _, tc := range []struct {
		n                  int
		p50, p90, p99, max time.Duration
	}{{0, 0, 0, 0, 0}, {1, 1, 1, 1, 1}, {2, 1, 2, 2, 2}, {100, 50, 90, 99, 100}, {101, 51, 91, 100, 101}, {1000, 500, 900, 990, 1000}} {
		sample := make([]time.Duration, tc.n)
		for i := range sample {
			sample[i] = time.Duration(tc.n - i)
		}
		if got, want := percentiles(sample), (Percentiles{tc.n, tc.p50, tc.p90, tc.p99, tc.max}); got != want {
			t.Errorf("%d values: %+v, want %+v", tc.n, got, want)
		}
	}
}

func TestSLO(t *testing.T) {
	slo, err := ParseSLO("p50=5ms,p99=20ms,tps=1000")
	if err != nil {
		t.Fatal(err)
	}
	good := &Report{IncludedPerSecond: 1000, Promise: Percentiles{Count: 1, P50: 5 * time.Millisecond, P99: 20 * time.Millisecond}}
	if misses := slo.Misses(good); len(misses) != 0 {
		t.Errorf("missed %v", misses)
	}
	bad := &Report{IncludedPerSecond: 999, Promise: Percentiles{Count: 1, P50: 6 * time.Millisecond, P99: 21 * time.Millisecond}}
	if misses := slo.Misses(bad); len(misses) != 3 || !strings.Contains(misses[0], "p50 is 6ms") {
		t.Errorf("missed %v", misses)
	}
	if misses := slo.Misses(&Report{IncludedPerSecond: 5000}); len(misses) != 2 {
		t.Errorf("a run without any promise missed %v", misses)
	}
	slo, err = ParseSLO("lost=10,added=1ms")
	if err != nil {
		t.Fatal(err)
	}
	cost := &Cost{Disk: Comparison{
		Sync:   []Measured{{TPS: 80, P50: 3 * time.Millisecond}, {TPS: 95, P50: 2 * time.Millisecond}, {TPS: 120, P50: time.Millisecond}},
		NoSync: []Measured{{TPS: 100, P50: time.Millisecond}, {TPS: 100, P50: time.Millisecond}, {TPS: 100, P50: time.Millisecond}},
	}}
	if lost, added := cost.Disk.Lost(), cost.Disk.Added(); math.Round(lost.Min) != -20 || math.Round(lost.Median) != 5 || math.Round(lost.Max) != 20 || added != (Spread{0, 1, 2}) {
		t.Errorf("lost %+v, added %+v", lost, added)
	}
	if misses := slo.CostMisses(cost); len(misses) != 0 {
		t.Errorf("missed %v", misses)
	}
	cost.Disk.Sync[2] = cost.Disk.Sync[0]
	if misses := slo.CostMisses(cost); len(misses) != 2 || !strings.Contains(misses[0], "20.0 %") {
		t.Errorf("missed %v", misses)
	}
	for _, text := range []string{"lost=-1", "added=5", "p50", "p50=", "p50=-1ms", "p95=1ms", "tps=0", "tps=fast", "p50=5ms,"} {
		if _, err := ParseSLO(text); !errors.Is(err, ErrSLO) {
			t.Errorf("%q: %v", text, err)
		}
	}
}

// Both modes on a devnet: everything sent is accepted, promised and included.
func TestRuns(t *testing.T) {
	d, err := devnet.Start(t.Context(), devnet.Config{ChainsConfig: devnet.ChainsConfig{L2Count: 2, GasLimit: 300_000_000}}, zaptest.NewLogger(t, zaptest.Level(zap.WarnLevel)))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := d.Close(); err != nil {
			t.Error(err)
		}
	})
	var keys []*ecdsa.PrivateKey
	for _, a := range d.Info().Accounts {
		key, err := crypto.ToECDSA(a.PrivateKey)
		if err != nil {
			t.Fatal(err)
		}
		keys = append(keys, key)
	}
	for _, over := range []Transport{HTTP, WebSocket} {
		target, err := Connect(t.Context(), d.Info().Chains[0].RPC, over, keys)
		if err != nil {
			t.Fatal(err)
		}
		defer target.Close()
		r, err := Latency(t.Context(), target, 20)
		if err != nil || r.Included != 20 || r.Promise.Count != 20 || r.Promise.P50 <= 0 {
			t.Errorf("latency over %s: %v, %+v", over, err, r)
		}
		r, err = Throughput(t.Context(), target, Load{Count: 400, Senders: 5, Burns: 50, Rate: 2000, Batch: 20})
		if err != nil || r.Accepted != 400 || r.Included != 400 || r.Promise.Count != 400 || r.Problem != "" {
			t.Errorf("throughput over %s: %v, %+v", over, err, r)
		}
	}
	for _, l := range []Load{{}, {Count: 1, Senders: 1, Batch: 1, Burns: 101}, {Count: 1, Senders: 1, Batch: 1, Rate: -1}, {Count: MaxCount + 1, Senders: 1, Batch: 1}} {
		if _, err := Throughput(t.Context(), nil, l); err == nil {
			t.Errorf("%+v was taken", l)
		}
	}
}
