package proxy

import "github.com/prometheus/client_golang/prometheus"

// Metrics are the counters of all proxies.
type Metrics struct {
	blocks     *prometheus.CounterVec
	handedOver *prometheus.CounterVec
	rehearsals *prometheus.CounterVec
	fetch      *prometheus.HistogramVec
	trouble    *prometheus.GaugeVec
}

// NewMetrics registers the metrics; reg nil keeps them to themselves.
func NewMetrics(reg prometheus.Registerer) *Metrics {
	m := &Metrics{
		blocks: prometheus.NewCounterVec(prometheus.CounterOpts{Namespace: "ssequencer", Name: "proxy_blocks_total",
			Help: "blocks given to op-node, by who made them: sequencer or node"}, []string{"chain", "source"}),
		handedOver: prometheus.NewCounterVec(prometheus.CounterOpts{Namespace: "ssequencer", Name: "proxy_handed_over_total",
			Help: "committed blocks that op-node did not fetch and was handed"}, []string{"chain"}),
		rehearsals: prometheus.NewCounterVec(prometheus.CounterOpts{Namespace: "ssequencer", Name: "proxy_rehearsals_total",
			Help: "blocks executed in a dry run, by outcome: equal, differs, failed or skipped"}, []string{"chain", "outcome"}),
	}
	m.fetch = prometheus.NewHistogramVec(prometheus.HistogramOpts{Namespace: "ssequencer", Name: "proxy_fetch_seconds",
		Help: "how long op-node waited for a block", Buckets: []float64{.0025, .005, .01, .025, .05, .1, .25, .5, 1}}, []string{"chain"})
	m.trouble = prometheus.NewGaugeVec(prometheus.GaugeOpts{Namespace: "ssequencer", Name: "proxy_op_node_trouble",
		Help: "1 while op-node is silent, stuck, or has another clock than the service"}, []string{"chain"})
	if reg != nil {
		reg.MustRegister(m.blocks, m.handedOver, m.rehearsals, m.fetch, m.trouble)
	}
	return m
}
