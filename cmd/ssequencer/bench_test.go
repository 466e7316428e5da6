package main

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/ssequencer/ssequencer/cmd/ssequencer/bench"
)

// A missed objective is exit code 3, and the result is printed all the same.
func TestBench(t *testing.T) {
	t.Parallel()
	const nobody = "http://127.0.0.1:1"
	for args, want := range map[string]result{
		"bench bogus":                        {code: codeUsage, err: "want latency, throughput or durability"},
		"bench --slo lost=10":                {code: codeUsage, err: "objectives of durability"},
		"bench durability --slo p50=1ms":     {code: codeUsage, err: "lost and added only"},
		"bench durability --info f":          {code: codeUsage, err: "without --info"},
		"bench durability --rounds 0":        {code: codeUsage, err: "0 rounds"},
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

// The cost of durability: every kind of journal is measured in every round.
func TestBenchDurability(t *testing.T) {
	t.Parallel()
	args := "bench durability --rounds 2 --bundles 5 --count 40 --senders 2 --slower 1ms --slo lost=0.001,added=1ns"
	got := command(t, append(strings.Fields(args), "--json")...)
	type disk struct {
		Sync, NoSync []struct{ IncludedPerSecond, PromiseP50ms float64 }
	}
	var cost struct {
		Disk, SlowerDisk disk
		Misses           []string
	}
	if err := json.Unmarshal([]byte(got.out), &cost); err != nil {
		t.Fatalf("%v, %+v", err, got)
	}
	for _, d := range []disk{cost.Disk, cost.SlowerDisk} {
		if len(d.Sync) != 2 || len(d.NoSync) != 2 || d.Sync[0].IncludedPerSecond <= 0 || d.NoSync[1].PromiseP50ms <= 0 {
			t.Errorf("%+v", d)
		}
	}
	if (len(cost.Misses) > 0) != (got.code == codeCheck) {
		t.Errorf("exit code %d with misses %q", got.code, cost.Misses)
	}
}
