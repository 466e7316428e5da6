package main

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/chains/wire"
	"github.com/ssequencer/ssequencer/client"
)

// pollOnly is a follower of a service without WebSocket that gives one answer after the
// other to sequencer_getBundle, and the last one for ever.
func pollOnly(t *testing.T, answers []*wire.Bundle) *follower {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var request struct {
			ID json.RawMessage `json:"id"`
		}
		if err := json.NewDecoder(r.Body).Decode(&request); err != nil {
			t.Error(err)
		}
		answer := answers[0]
		if len(answers) > 1 {
			answers = answers[1:]
		}
		w.Header().Set("Content-Type", "application/json")
		if err := json.NewEncoder(w).Encode(map[string]any{"jsonrpc": "2.0", "id": request.ID, "result": answer}); err != nil {
			t.Error(err)
		}
	}))
	t.Cleanup(server.Close)
	u, err := url.Parse(server.URL)
	if err != nil {
		t.Fatal(err)
	}
	cl, err := client.Dial(t.Context(), server.URL)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(cl.Close)
	return &follower{endpoint: &endpoint{url: u, client: cl}, id: common.Hash{1}, show: func(*wire.Bundle) {}}
}

func bundleAt(status wire.Status, times ...uint64) *wire.Bundle {
	b := &wire.Bundle{ID: common.Hash{1}, Status: status}
	for i, into := range []**hexutil.Uint64{&b.Times.Queued, &b.Times.Preconfirmed, &b.Times.Sealed, &b.Times.Posted, &b.Times.Verified} {
		if i < len(times) {
			*into = (*hexutil.Uint64)(&times[i])
		}
	}
	return b
}

// Without streams a bundle is followed by asking, and every stage is told once, also
// where several passed between two questions.
func TestFollowByAsking(t *testing.T) {
	f := pollOnly(t, []*wire.Bundle{nil, bundleAt(wire.Queued, 1000), bundleAt(wire.Sealed, 1000, 1003, 1500), bundleAt(wire.Sealed, 1000, 1003, 1500),
		bundleAt(wire.Posted, 1000, 1003, 1500, 2500)})
	var told []string
	next := 0
	f.show = func(b *wire.Bundle) {
		var lines []string
		lines, next = stageLines(b, next)
		told = append(told, lines...)
	}
	b, err := f.until(t.Context(), wire.Posted)
	if err != nil || b.Status != wire.Posted {
		t.Fatalf("%v, %v", b, err)
	}
	want := []string{"queued        +0 ms", "preconfirmed  +3 ms", "sealed        +500 ms", "posted        +1500 ms"}
	if len(told) != len(want) {
		t.Fatalf("told %q", told)
	}
	for i := range want {
		if strings.TrimSpace(told[i]) != want[i] {
			t.Errorf("told %q, want %q", told[i], want[i])
		}
	}
}

// What is refused or dropped comes no further: nobody waits for it.
func TestFollowEnds(t *testing.T) {
	refused := bundleAt(wire.Refused, 1)
	refused.Refusal = &chains.RefusalData{Code: chains.RefusedLimits}
	for _, last := range []*wire.Bundle{refused, bundleAt(wire.Dropped, 1)} {
		b, err := pollOnly(t, []*wire.Bundle{bundleAt(wire.Queued, 1), last}).until(t.Context(), wire.Verified)
		if err != nil || b.Status != last.Status {
			t.Errorf("%v, %v; want %s", b, err, last.Status)
		}
	}
}

func TestFollowGivesUp(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), 200*time.Millisecond)
	defer cancel()
	_, err := pollOnly(t, []*wire.Bundle{bundleAt(wire.Queued, 1)}).until(ctx, wire.Sealed)
	if !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v", err)
	}
}
