package processes

import (
	"context"
	"math/rand/v2"
	"net/http"
	"os"
	"slices"
	"strconv"
	"testing"
	"time"

	"golang.org/x/sync/errgroup"
)

// soon is how long after a restart the first new promise may take.
const soon = 5 * time.Second

// The sequencer, a node, both together and the L1 are killed in turns under load, at times
// chosen at random. Nothing that was acknowledged is lost and every promise is kept.
// SSEQ_KILLS says how many times.
func TestKills(t *testing.T) {
	kills := 7
	if text := os.Getenv("SSEQ_KILLS"); text != "" {
		var err error
		if kills, err = strconv.Atoi(text); err != nil {
			t.Fatalf("SSEQ_KILLS: %v", err)
		}
	}
	c := newCluster(t)
	c.run()
	told := &ledger{}
	load := c.startLoad(told, 4)
	probe := c.newSender(9, told)
	var times []time.Duration
	for i := range kills {
		took, err := probe.promise(t.Context(), c.killOne(i))
		if err != nil {
			t.Fatal(err)
		}
		if took > soon {
			t.Errorf("kill %d: the first promise came after %v, at %v", i, took, time.Now().UTC())
		}
		times = append(times, took)
	}
	load()
	slices.Sort(times)
	t.Logf("%d kills; from restart to the first promise: median %v, at most %v", kills, times[len(times)/2], times[len(times)-1])
	c.check(told)
	c.service.stop()
	for _, n := range c.l2s {
		n.stop()
	}
}

// startLoad lets clients work, and returns what stops and waits for them.
func (c *cluster) startLoad(told *ledger, clients int) func() {
	ctx, cancel := context.WithCancel(c.t.Context())
	stop := make(chan struct{})
	var g errgroup.Group
	for i := range clients {
		s := c.newSender(i, told)
		g.Go(func() error { return s.work(ctx, stop) })
	}
	c.t.Cleanup(func() { cancel(); _ = g.Wait() })
	return func() {
		c.t.Helper()
		close(stop)
		late := time.AfterFunc(time.Minute, cancel)
		defer late.Stop()
		if err := g.Wait(); err != nil {
			c.t.Errorf("a client: %v", err)
		}
	}
}

// killOne kills something after some time, starts it again and returns when it did.
func (c *cluster) killOne(turn int) time.Time {
	c.t.Helper()
	<-time.After(time.Duration(100+rand.IntN(1400)) * time.Millisecond)
	n := c.l2s[rand.IntN(len(c.l2s))]
	switch turn % 7 {
	case 0:
		c.service.kill()
	case 1:
		n.kill()
		<-time.After(time.Duration(rand.IntN(1000)) * time.Millisecond)
		began := time.Now()
		n.start()
		return began
	case 2:
		n.kill()
		c.service.kill()
		n.start()
	case 3: // in its recovery
		c.service.kill()
		c.service.start(nil)
		<-time.After(time.Duration(rand.IntN(400)) * time.Millisecond)
		c.service.kill()
	case 4:
		c.service.kill()
		for _, n := range c.l2s {
			n.kill()
		}
		for _, n := range c.l2s {
			n.start()
		}
	case 5:
		c.l1.kill()
		c.l1.start()
		return time.Now()
	case 6: // a node, just after the sequencer is back
		c.service.kill()
		c.run()
		n.kill()
		began := time.Now()
		n.start()
		return began
	}
	began := time.Now()
	c.service.start(nil)
	return began
}

// A node that is killed while the sequencer runs stops the slots, /healthz says why, and
// when it is back all goes on by itself, with what the node has lost fed to it again.
func TestNodeKilled(t *testing.T) {
	c := newCluster(t)
	c.run()
	told := &ledger{}
	s := c.newSender(0, told)
	for range 5 {
		if _, err := s.promise(t.Context(), time.Now()); err != nil {
			t.Fatal(err)
		}
	}
	n := c.nodeOf(b)
	n.kill()
	c.until("/healthz says which chain waits and why", func() bool {
		status, h := c.health("healthz")
		return status == http.StatusPartialContent && len(h.Chains) == 2 && !h.Chains[1].Healthy && h.Chains[0].Healthy && h.Chains[1].Reasons[0] != ""
	})
	if status, _ := c.health("readyz"); status != http.StatusOK {
		t.Errorf("/readyz answers %d", status)
	}
	if r := sequencerCommand(t, "status", "--rpc-url", c.url); r.code != 1 || !r.says("NOT ok", "connection refused") {
		t.Errorf("status: exit code %d\n%s%s", r.code, r.out, r.err)
	}
	began := time.Now()
	n.start()
	took, err := s.promise(t.Context(), began)
	if err != nil || took > soon {
		t.Fatalf("a promise after %v: %v", took, err)
	}
	c.until("all is well", func() bool { status, _ := c.health("healthz"); return status == http.StatusOK })
	if !c.service.running() {
		t.Fatalf("the service has ended: %v", c.service.err)
	}
	c.check(told)
	c.service.stop()
}
