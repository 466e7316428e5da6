package service

import (
	"flag"
	"os"
	"regexp"
	"sort"
	"strings"
	"testing"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/ssequencer/ssequencer/chains/entries"
	"github.com/ssequencer/ssequencer/chains/proxy"
	"github.com/ssequencer/ssequencer/router"
	"github.com/ssequencer/ssequencer/sequencer"
	"github.com/ssequencer/ssequencer/settlement"
)

var update = flag.Bool("update", false, "rewrite the golden file")

// described collects what is registered.
type described struct {
	prometheus.Registerer
	lines []string
}

var descriptor = regexp.MustCompile(`fqName: "([^"]*)", help: "([^"]*)"`)

func (d *described) MustRegister(collectors ...prometheus.Collector) {
	for _, c := range collectors {
		ch := make(chan *prometheus.Desc, 16)
		c.Describe(ch)
		close(ch)
		for desc := range ch {
			m := descriptor.FindStringSubmatch(desc.String())
			d.lines = append(d.lines, m[1]+"  "+m[2])
		}
	}
}

// Dashboards and alerts rely on the metrics' names: they change on purpose only.
func TestMetricNames(t *testing.T) {
	d := &described{}
	sequencer.NewMetrics(d)
	settlement.NewMetrics(d)
	router.NewMetrics(d)
	proxy.NewMetrics(d)
	newLateGauge(d)
	entries.NewMetrics(d)
	sort.Strings(d.lines)
	got := strings.Join(d.lines, "\n") + "\n"
	const golden = "testdata/metrics.txt"
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("metrics are now\n%s\nwanted\n%s", got, want)
	}
	for _, name := range []string{"ssequencer_atomicity_violations_total", "ssequencer_broken_preconfirmations_total", "ssequencer_root_mismatches_total", "ssequencer_trace_divergences_total"} {
		if !strings.Contains(got, name+"  ") {
			t.Errorf("%s is missing", name)
		}
	}
}
