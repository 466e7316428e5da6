package router

import (
	"strconv"
	"time"

	"github.com/prometheus/client_golang/prometheus"
)

// Metrics are the router's metrics.
type Metrics struct {
	requests    *prometheus.HistogramVec
	errors      *prometheus.CounterVec
	connections prometheus.Gauge
	rejected    prometheus.Counter
	slow        prometheus.Counter
}

// NewMetrics registers the router's metrics; reg nil keeps them to itself.
func NewMetrics(reg prometheus.Registerer) *Metrics {
	m := &Metrics{
		requests: prometheus.NewHistogramVec(prometheus.HistogramOpts{Namespace: "ssequencer", Subsystem: "rpc", Name: "request_seconds",
			Help: "time to answer a request", Buckets: prometheus.ExponentialBuckets(0.0001, 4, 9)}, []string{"method"}),
		errors: prometheus.NewCounterVec(prometheus.CounterOpts{Namespace: "ssequencer", Subsystem: "rpc", Name: "errors_total",
			Help: "requests answered with an error"}, []string{"method", "code"}),
		connections: prometheus.NewGauge(prometheus.GaugeOpts{Namespace: "ssequencer", Subsystem: "rpc", Name: "websocket_connections",
			Help: "open WebSocket connections"}),
		rejected: prometheus.NewCounter(prometheus.CounterOpts{Namespace: "ssequencer", Subsystem: "rpc", Name: "rejected_total",
			Help: "messages and connections turned away because all places were taken"}),
		slow: prometheus.NewCounter(prometheus.CounterOpts{Namespace: "ssequencer", Subsystem: "rpc", Name: "slow_subscribers_total",
			Help: "connections ended because the client took no messages"}),
	}
	if reg != nil {
		reg.MustRegister(m.requests, m.errors, m.connections, m.rejected, m.slow)
	}
	return m
}

// answered counts an answer. Methods that go to the node as they are, or do not
// exist, share a label, so that callers cannot make new ones.
func (s *Server) answered(method string, began time.Time, err *Error) {
	if _, ours := s.methods[method]; !ours {
		method = "other"
	}
	s.metrics.requests.WithLabelValues(method).Observe(time.Since(began).Seconds())
	if err != nil {
		s.metrics.errors.WithLabelValues(method, strconv.Itoa(err.Code)).Inc()
	}
}
