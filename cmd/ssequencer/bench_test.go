package main

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/ssequencer/ssequencer/cmd/ssequencer/bench"
)

// A missed objective is exit code 3, and the result is printed all the same.
func TestBench(t *testing.T) {
	const nobody = "http://127.0.0.1:1"
	for args, want := range map[string]result{
		"bench bogus":                        {code: codeUsage, err: "want latency or throughput"},
		"bench --transport tcp":              {code: codeUsage, err: "want http or ws"},
		"bench --slo p50=fast":               {code: codeUsage, err: "--slo"},
		"bench throughput --mix 101":         {code: codeUsage, err: "101 percent of burns"},
		"bench --devnet --rpc-url " + nobody: {code: codeUsage, err: "--devnet excludes"},
		"bench --rpc-url " + nobody:          {code: codeUnreachable, err: "127.0.0.1:1"},
		"bench --info missing.json":          {code: codeFailure, err: "missing.json"},
		"bench --private-key 0x12":           {code: codeUsage, err: "--private-key"},
	} {
		if got := command(t, strings.Fields(args)...); got.code != want.code || !strings.Contains(got.err, want.err) {
			t.Errorf("%s: %+v", args, got)
		}
	}
	got := command(t, "bench", "--devnet", "--count", "5", "--slo", "p50=1ns,p99=10m", "--json")
	var report struct {
		bench.Report
		Promise struct{ Count int } `json:"promise"`
		Misses  []string
	}
	if err := json.Unmarshal([]byte(got.out), &report); err != nil || got.code != codeCheck || report.Included != 5 || report.Promise.Count != 5 || len(report.Misses) != 1 {
		t.Errorf("%v, %+v", err, got)
	}
	if got := command(t, "bench", "throughput", "--devnet", "--count", "40", "--senders", "2", "--transport", "http", "--slo", "tps=0.001"); got.code != codeOK || !strings.Contains(got.out, "40 included") {
		t.Errorf("%+v", got)
	}
}
