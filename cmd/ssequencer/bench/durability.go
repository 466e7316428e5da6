package bench

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/cockroachdb/pebble/v2/vfs/errorfs"

	"github.com/ssequencer/ssequencer/journal"
)

// MaxRounds bounds a trial.
const MaxRounds = 100

// Trial says how Durability measures.
type Trial struct {
	Rounds  int           // 1 to MaxRounds
	Bundles int           // sent one after the other, for the latency
	Load    Load          // for the throughput
	Slower  time.Duration // how much longer a sync takes on the second disk
}

// Check checks the bounds.
func (t *Trial) Check() error {
	if t.Rounds < 1 || t.Rounds > MaxRounds {
		return fmt.Errorf("bench: %d rounds: want 1 to %d", t.Rounds, MaxRounds)
	}
	if t.Bundles < 1 || t.Bundles > MaxCount {
		return fmt.Errorf("bench: %d bundles: want 1 to %d", t.Bundles, MaxCount)
	}
	if t.Slower <= 0 || t.Slower > time.Second {
		return fmt.Errorf("bench: syncs slower by %v: want more than 0 and at most 1s", t.Slower)
	}
	return t.Load.Check()
}

// Start starts a new service whose journal has the given settings (a directory of its own
// is filled in), connects to it, and returns what ends both.
type Start func(context.Context, journal.Config) (t *Target, stop func() error, err error)

// Cost is what durability costs: the same load on a journal that syncs and on one that
// does not, on this machine's disk and on one whose syncs take longer.
type Cost struct {
	Rounds int           `json:"rounds"`
	Sync   Percentiles   `json:"sync"` // what a sync of 4 KiB takes on the disk of temporary files
	Disk   Comparison    `json:"disk"`
	Slower time.Duration `json:"-"`
	Slow   Comparison    `json:"slowerDisk"`
}

// Comparison are a disk's measurements, one of each per round, of one round at least.
type Comparison struct {
	Sync, NoSync []Measured
}

// Measured is what one service did.
type Measured struct {
	TPS      float64 // included transactions per second
	P50, P99 time.Duration
}

// Spread describes a few values.
type Spread struct {
	Min    float64 `json:"min"`
	Median float64 `json:"median"`
	Max    float64 `json:"max"`
}

// Lost is the share of throughput that syncing costs, in percent, over the rounds.
// Negative values are the measurement's noise.
func (c *Comparison) Lost() Spread {
	return c.spread(func(sync, none *Measured) float64 { return 100 * (1 - sync.TPS/none.TPS) })
}

// Added is the promise latency (the median of a round) that syncing adds, in milliseconds,
// over the rounds.
func (c *Comparison) Added() Spread {
	return c.spread(func(sync, none *Measured) float64 { return float64((sync.P50 - none.P50).Microseconds()) / 1000 })
}

func (c *Comparison) spread(of func(sync, none *Measured) float64) Spread {
	values := make([]float64, len(c.Sync))
	for i := range values {
		values[i] = of(&c.Sync[i], &c.NoSync[i])
	}
	slices.Sort(values)
	return Spread{Min: values[0], Median: values[len(values)/2], Max: values[len(values)-1]}
}

// MarshalJSON adds the spreads to the measurements.
func (c Comparison) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Sync   []Measured `json:"sync"`
		NoSync []Measured `json:"noSync"`
		Lost   Spread     `json:"lostPercent"`
		Added  Spread     `json:"addedMs"`
	}{c.Sync, c.NoSync, c.Lost(), c.Added()})
}

// MarshalJSON writes durations in milliseconds.
func (m Measured) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		TPS float64 `json:"includedPerSecond"`
		P50 float64 `json:"promiseP50ms"`
		P99 float64 `json:"promiseP99ms"`
	}{m.TPS, float64(m.P50.Microseconds()) / 1000, float64(m.P99.Microseconds()) / 1000})
}

// Durability measures in rounds, and in each the four kinds of journal one after the
// other, every second round backwards: what the machine does besides meets all of them.
func Durability(ctx context.Context, start Start, t Trial) (*Cost, error) {
	if err := t.Check(); err != nil {
		return nil, err
	}
	cost := &Cost{Rounds: t.Rounds, Slower: t.Slower}
	var err error
	if cost.Sync, err = syncTimes(); err != nil {
		return nil, fmt.Errorf("bench: sync a file: %w", err)
	}
	for round := range t.Rounds {
		slow := slowFS(t.Slower)
		order := []struct {
			cfg journal.Config
			to  *[]Measured
		}{
			{journal.Config{}, &cost.Disk.Sync}, {journal.Config{NoSync: true}, &cost.Disk.NoSync},
			{journal.Config{FS: slow}, &cost.Slow.Sync}, {journal.Config{FS: slow, NoSync: true}, &cost.Slow.NoSync},
		}
		if round%2 == 1 {
			slices.Reverse(order)
		}
		for _, o := range order {
			m, err := measure(ctx, start, o.cfg, &t)
			if err != nil {
				return nil, fmt.Errorf("round %d: %w", round+1, err)
			}
			*o.to = append(*o.to, m)
		}
	}
	return cost, nil
}

// measure puts the load on one new service.
func measure(ctx context.Context, start Start, cfg journal.Config, t *Trial) (m Measured, err error) {
	target, stop, err := start(ctx, cfg)
	if err != nil {
		return m, err
	}
	defer func() { err = errors.Join(err, stop()) }()
	latency, err := Latency(ctx, target, t.Bundles)
	if err != nil {
		return m, err
	}
	throughput, err := Throughput(ctx, target, t.Load)
	if err != nil {
		return m, err
	}
	if throughput.Included != t.Load.Count {
		return m, fmt.Errorf("%w: %d of %d transactions were included: %s", ErrUnfit, throughput.Included, t.Load.Count, throughput.Problem)
	}
	return Measured{TPS: throughput.IncludedPerSecond, P50: latency.Promise.P50, P99: latency.Promise.P99}, nil
}

// slowFS is the machine's file system with syncs that take longer.
func slowFS(by time.Duration) vfs.FS {
	return errorfs.Wrap(vfs.Default, errorfs.InjectorFunc(func(op errorfs.Op) error {
		switch op.Kind {
		case errorfs.OpFileSync, errorfs.OpFileSyncData, errorfs.OpFileSyncTo:
			time.Sleep(by)
		}
		return nil
	}))
}

// syncTimes measures the disk alone.
func syncTimes() (Percentiles, error) {
	dir, err := os.MkdirTemp("", "ssequencer-bench-")
	if err != nil {
		return Percentiles{}, err
	}
	defer os.RemoveAll(dir)
	f, err := vfs.Default.Create(filepath.Join(dir, "file"), vfs.WriteCategoryUnspecified)
	if err != nil {
		return Percentiles{}, err
	}
	defer f.Close()
	sample := make([]time.Duration, 200)
	for i := range sample {
		began := time.Now()
		if _, err := f.Write(make([]byte, 4096)); err != nil {
			return Percentiles{}, err
		}
		if err := f.SyncData(); err != nil {
			return Percentiles{}, err
		}
		sample[i] = time.Since(began)
	}
	return percentiles(sample), nil
}
