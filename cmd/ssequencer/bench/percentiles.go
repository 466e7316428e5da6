package bench

import (
	"encoding/json"
	"slices"
	"time"
)

// Percentiles describe a sample of durations. They are exact: each is a measured value,
// the smallest that is not below the given share of the sample.
type Percentiles struct {
	Count int
	P50   time.Duration
	P90   time.Duration
	P99   time.Duration
	Max   time.Duration
}

// percentiles sorts the sample in place.
func percentiles(sample []time.Duration) Percentiles {
	p := Percentiles{Count: len(sample)}
	if p.Count == 0 {
		return p
	}
	slices.Sort(sample)
	rank := func(percent int) time.Duration { return sample[(p.Count*percent+99)/100-1] }
	p.P50, p.P90, p.P99, p.Max = rank(50), rank(90), rank(99), sample[p.Count-1]
	return p
}

// MarshalJSON writes durations in milliseconds.
func (p Percentiles) MarshalJSON() ([]byte, error) {
	ms := func(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
	return json.Marshal(struct {
		Count int     `json:"count"`
		P50   float64 `json:"p50ms"`
		P90   float64 `json:"p90ms"`
		P99   float64 `json:"p99ms"`
		Max   float64 `json:"maxMs"`
	}{p.Count, ms(p.P50), ms(p.P90), ms(p.P99), ms(p.Max)})
}
