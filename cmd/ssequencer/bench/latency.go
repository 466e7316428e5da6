package bench

import (
	"context"
	"fmt"
	"math/big"
	"time"
)

// Report is what a run measured.
type Report struct {
	Mode              string      `json:"mode"`
	Transport         Transport   `json:"transport"`
	Sent              int         `json:"sent"`
	Accepted          int         `json:"accepted"` // acknowledged
	Included          int         `json:"included"` // of those sent, in applied blocks (latency: with a promise)
	Refused           int         `json:"refused"`  // refused, or answered with an error
	Problem           string      `json:"problem,omitempty"`
	Seconds           float64     `json:"seconds"` // from the first submission to the last inclusion
	AcceptedPerSecond float64     `json:"acceptedPerSecond"`
	IncludedPerSecond float64     `json:"includedPerSecond"`
	Promise           Percentiles `json:"promise"` // from submission to signed promise
}

// MaxCount bounds one run.
const MaxCount = 1_000_000

// Latency sends count bundles one after the other over eth_sendRawTransactionSync, each
// a burn on the first chain and its mint on another, and measures the time from
// submission to the receipt, which comes with the signed promise.
func Latency(ctx context.Context, t *Target, count int) (*Report, error) {
	if count < 1 || count > MaxCount {
		return nil, fmt.Errorf("bench: %d bundles: want 1 to %d", count, MaxCount)
	}
	s, err := t.newSender(ctx, t.keys[0], &t.chains[0])
	if err != nil {
		return nil, err
	}
	sample := make([]time.Duration, 0, count)
	began := time.Now()
	for i := range count {
		destination := t.chains[1+i%(len(t.chains)-1)].id
		tx, err := s.burn(s.address(), big.NewInt(1), destination)
		if err != nil {
			return nil, err
		}
		sent := time.Now()
		if err := s.settle(ctx, tx); err != nil {
			return nil, err
		}
		sample = append(sample, time.Since(sent))
	}
	seconds := time.Since(began).Seconds()
	rate := float64(count) / seconds
	return &Report{
		Mode: "latency", Transport: t.over, Sent: count, Accepted: count, Included: count,
		Seconds: seconds, AcceptedPerSecond: rate, IncludedPerSecond: rate, Promise: percentiles(sample),
	}, nil
}
