package sequencer

import "github.com/prometheus/client_golang/prometheus"

// Metrics are the sequencer's counters.
type Metrics struct {
	slots        prometheus.Counter
	bundles      prometheus.Counter
	transactions prometheus.Counter
	refusals     *prometheus.CounterVec
	divergences  prometheus.Counter
	broken       prometheus.Counter
	atomicity    prometheus.Counter
	nodeRetries  *prometheus.CounterVec
	foreign      *prometheus.CounterVec
	aside        *prometheus.GaugeVec
	replaced     *prometheus.CounterVec
	frozen       prometheus.Gauge
	owed         *prometheus.GaugeVec
}

// NewMetrics registers the sequencer's metrics; reg nil keeps them to itself.
func NewMetrics(reg prometheus.Registerer) *Metrics {
	counter := func(name, help string) prometheus.Counter {
		return prometheus.NewCounter(prometheus.CounterOpts{Namespace: "ssequencer", Name: name, Help: help})
	}
	m := &Metrics{
		slots:        counter("slots_total", "slots applied on every chain"),
		bundles:      counter("bundles_total", "bundles decided, single transactions included"),
		transactions: counter("transactions_total", "transactions in applied blocks"),
		divergences:  counter("trace_divergences_total", "blocks that a node built otherwise than the shard said"),
		broken:       counter("broken_preconfirmations_total", "promises revoked; must be zero"),
		atomicity:    counter("atomicity_violations_total", "bundles found adopted in part; must be zero"),
		refusals: prometheus.NewCounterVec(prometheus.CounterOpts{Namespace: "ssequencer", Name: "refusals_total",
			Help: "submissions refused or dropped"}, []string{"code"}),
		nodeRetries: prometheus.NewCounterVec(prometheus.CounterOpts{Namespace: "ssequencer", Name: "node_retries_total",
			Help: "calls to a chain's node that were tried again"}, []string{"chain"}),
		foreign: prometheus.NewCounterVec(prometheus.CounterOpts{Namespace: "ssequencer", Name: "foreign_heads_total",
			Help: "blocks of somebody else met as a node's head"}, []string{"chain"}),
		aside: prometheus.NewGaugeVec(prometheus.GaugeOpts{Namespace: "ssequencer", Name: "chain_aside",
			Help: "1 while the chain takes no part in slots"}, []string{"chain"}),
		replaced: prometheus.NewCounterVec(prometheus.CounterOpts{Namespace: "ssequencer", Name: "replaced_blocks_total",
			Help: "committed blocks that another branch has taken the place of"}, []string{"chain"}),
		frozen: prometheus.NewGauge(prometheus.GaugeOpts{Namespace: "ssequencer", Name: "frozen_pairs",
			Help: "pairs of which the destination has received what the source does not have any more"}),
		owed: prometheus.NewGaugeVec(prometheus.GaugeOpts{Namespace: "ssequencer", Name: "owed_messages",
			Help: "messages sent and not received yet, of each pair"}, []string{"from", "to"}),
	}
	if reg != nil {
		reg.MustRegister(m.slots, m.bundles, m.transactions, m.divergences, m.broken, m.atomicity, m.refusals, m.nodeRetries, m.foreign, m.aside, m.replaced, m.frozen, m.owed)
	}
	return m
}

// MustBeZero returns the counters that must be zero, by metric name.
func (m *Metrics) MustBeZero() map[string]prometheus.Counter {
	return map[string]prometheus.Counter{
		"ssequencer_atomicity_violations_total":    m.atomicity,
		"ssequencer_broken_preconfirmations_total": m.broken,
	}
}
