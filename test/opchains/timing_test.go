package opchains

import (
	"bytes"
	"io"
	"net/http"
	"sync"
	"time"
)

// timing is the transport of an op-node that notes when it has asked for a block, and when all of the answer
// was there. What op-node takes to read it comes after that.
type timing struct {
	http.Transport

	mu              sync.Mutex
	asked, answered time.Time // of the last getPayload
}

// RoundTrip implements http.RoundTripper.
func (m *timing) RoundTrip(r *http.Request) (*http.Response, error) {
	body, err := io.ReadAll(r.Body)
	_ = r.Body.Close()
	if err != nil {
		return nil, err
	}
	r.Body = io.NopCloser(bytes.NewReader(body))
	if !bytes.Contains(body, []byte(`"engine_getPayload`)) {
		return m.Transport.RoundTrip(r)
	}
	asked := time.Now()
	resp, err := m.Transport.RoundTrip(r)
	if err != nil {
		return nil, err
	}
	answer, err := io.ReadAll(resp.Body)
	_ = resp.Body.Close()
	if err != nil {
		return nil, err
	}
	resp.Body = io.NopCloser(bytes.NewReader(answer))
	m.mu.Lock()
	defer m.mu.Unlock()
	m.asked, m.answered = asked, time.Now()
	return resp, nil
}

// fetch returns how the last block was fetched, which op-node has read now.
func (m *timing) fetch(txs int, due time.Time, took time.Duration) fetch {
	m.mu.Lock()
	defer m.mu.Unlock()
	return fetch{answered: m.answered.Sub(m.asked), took: took, txs: txs, late: m.asked.After(due)}
}
