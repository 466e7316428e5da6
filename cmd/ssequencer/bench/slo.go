package bench

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// ErrSLO: the text is not a list of objectives.
var ErrSLO = errors.New("not a service level objective")

// SLO are the objectives a run is held against. Zero values are no objective.
type SLO struct {
	P50, P90, P99, Max time.Duration // at most
	TPS                float64       // included transactions per second, at least
	Lost               float64       // percent of throughput that durability costs, at most
	Added              time.Duration // promise latency that durability adds, at most
}

// ParseSLO reads a list such as p50=5ms,p99=20ms,tps=1000. The names are p50, p90, p99,
// max, tps, and lost (in percent) and added for durability.
func ParseSLO(text string) (SLO, error) {
	var slo SLO
	if text == "" {
		return slo, nil
	}
	limits := map[string]*time.Duration{"p50": &slo.P50, "p90": &slo.P90, "p99": &slo.P99, "max": &slo.Max, "added": &slo.Added}
	numbers := map[string]*float64{"tps": &slo.TPS, "lost": &slo.Lost}
	for part := range strings.SplitSeq(text, ",") {
		name, value, _ := strings.Cut(part, "=")
		if number := numbers[name]; number != nil {
			n, err := strconv.ParseFloat(value, 64)
			if err != nil || n <= 0 {
				return SLO{}, fmt.Errorf("%w: %q: want a number above 0", ErrSLO, part)
			}
			*number = n
			continue
		}
		limit := limits[name]
		d, err := time.ParseDuration(value)
		if limit == nil || err != nil || d <= 0 {
			return SLO{}, fmt.Errorf("%w: %q: want p50, p90, p99, max or added with a duration such as 5ms, or tps or lost with a number", ErrSLO, part)
		}
		*limit = d
	}
	return slo, nil
}

// Misses says which objectives a report misses, one sentence each.
func (s SLO) Misses(r *Report) []string {
	var misses []string
	for _, c := range []struct {
		name        string
		limit, took time.Duration
	}{
		{"p50", s.P50, r.Promise.P50}, {"p90", s.P90, r.Promise.P90}, {"p99", s.P99, r.Promise.P99}, {"max", s.Max, r.Promise.Max},
	} {
		if c.limit > 0 && (c.took > c.limit || r.Promise.Count == 0) {
			misses = append(misses, fmt.Sprintf("%s is %v, at most %v was wanted", c.name, c.took, c.limit))
		}
	}
	if s.TPS > 0 && r.IncludedPerSecond < s.TPS {
		misses = append(misses, fmt.Sprintf("%.0f transactions per second were included, at least %.0f were wanted", r.IncludedPerSecond, s.TPS))
	}
	return misses
}

// CostMisses says which objectives the cost of durability misses on this machine's disk,
// in the median of the rounds.
func (s SLO) CostMisses(c *Cost) []string {
	var misses []string
	if lost := c.Disk.Lost().Median; s.Lost > 0 && lost > s.Lost {
		misses = append(misses, fmt.Sprintf("durability costs %.1f %% of throughput, at most %v %% was wanted", lost, s.Lost))
	}
	if added := c.Disk.Added().Median; s.Added > 0 && added > float64(s.Added.Microseconds())/1000 {
		misses = append(misses, fmt.Sprintf("durability adds %.2f ms of promise latency, at most %v was wanted", added, s.Added))
	}
	return misses
}
