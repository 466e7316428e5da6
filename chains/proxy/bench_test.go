package proxy_test

import (
	"encoding/json"
	"runtime/debug"
	"slices"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/rpc"

	"github.com/ssequencer/ssequencer/test/opscript"
)

// What the proxy adds to calls that pass through, measured beside the same calls made
// directly. Reported are percentiles in microseconds, and their differences.
func BenchmarkOPStackPassed(b *testing.B) {
	// The op-node shares this process and makes most of its garbage: with a test's small heap
	// the collector would come with every hundredth call, and be the percentile.
	defer debug.SetGCPercent(debug.SetGCPercent(1000))
	w := newOPWorld(b)
	w.seq.transfers = 100
	beside := w.opNode(b, nil)
	var last *opscript.Block
	for range 8 {
		last = must(beside.Slot(b.Context()))(b)
	}
	direct := must(opscript.New(b.Context(), opscript.Config{
		ChainID: opChain, Rules: w.node.Rules, BlockTime: 2, Engine: w.node.Engine, Secret: w.node.Secret, L1: w.l1,
	}))(b)
	b.Cleanup(direct.Close)
	if err := direct.Start(b.Context()); err != nil {
		b.Fatal(err)
	}
	read := func(n *opscript.OpNode, method string, args ...any) func() error {
		return func() error { return n.Read(b.Context(), new(json.RawMessage), method, args...) }
	}
	batch := func(n *opscript.OpNode) func() error {
		return func() error {
			calls := make([]rpc.BatchElem, 20)
			for i := range calls {
				calls[i] = rpc.BatchElem{Method: "eth_getBlockByNumber", Args: []any{"0x1", false}, Result: new(json.RawMessage)}
			}
			return n.ReadBatch(b.Context(), calls)
		}
	}
	for _, c := range []struct {
		name            string
		proxied, direct func() error
	}{
		{"small", read(beside, "eth_chainId"), read(direct, "eth_chainId")},
		{"block", read(beside, "eth_getBlockByHash", last.Hash, true), read(direct, "eth_getBlockByHash", last.Hash, true)},
		{"batch", batch(beside), batch(direct)},
		{"forkchoice", func() error { return beside.Forkchoice(b.Context()) }, func() error { return direct.Forkchoice(b.Context()) }},
		{"newPayload", func() error { return beside.Give(b.Context(), last) }, func() error { return direct.Give(b.Context(), last) }},
	} {
		b.Run(c.name, func(b *testing.B) {
			var proxied, straight []time.Duration
			for range b.N {
				straight = append(straight, timed(b, c.direct))
				proxied = append(proxied, timed(b, c.proxied))
			}
			b.ReportMetric(micros(proxied, 50), "p50-us")
			b.ReportMetric(micros(proxied, 50)-micros(straight, 50), "added-p50-us")
			b.ReportMetric(micros(proxied, 99), "p99-us")
			b.ReportMetric(micros(straight, 99), "direct-p99-us")
			b.ReportMetric(micros(proxied, 99)-micros(straight, 99), "added-p99-us")
		})
	}
}

// How long op-node waits for a block of 500 transactions that is built already.
func BenchmarkOPStackFetch(b *testing.B) {
	w := newOPWorld(b)
	w.seq.transfers = 500
	n := w.opNode(b, nil)
	var took []time.Duration
	for range b.N {
		job := must(n.Build(b.Context()))(b)
		must(w.seq.commitAhead(b.Context(), n.Head.Hash))(b)
		var fetched *opscript.Block
		took = append(took, timed(b, func() (err error) {
			fetched, err = n.Fetch(b.Context(), job)
			return err
		}))
		if fetched.Txs < 501 {
			b.Fatalf("%d transactions", fetched.Txs)
		}
		if err := n.Insert(b.Context(), fetched); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(micros(took, 50), "p50-us")
	b.ReportMetric(micros(took, 99), "p99-us")
}

func timed(b *testing.B, call func() error) time.Duration {
	began := time.Now()
	if err := call(); err != nil {
		b.Fatal(err)
	}
	return time.Since(began)
}

// micros returns a percentile in microseconds.
func micros(all []time.Duration, percentile int) float64 {
	sorted := slices.Sorted(slices.Values(all))
	return float64(sorted[min(len(sorted)*percentile/100, len(sorted)-1)].Microseconds())
}
