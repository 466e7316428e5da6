package processes

import (
	"context"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"testing"
	"time"

	"golang.org/x/sync/errgroup"
)

// soon is how long after a restart the first new promise may take, in the median.
const soon = 5 * time.Second

// killsPerCheck is after how many kills everything that was said is compared with what is.
const killsPerCheck = 50

// fault is something that goes wrong with processes. It returns when they were whole again:
// from then on promises are to come.
type fault struct {
	what  string
	kills int // processes killed
	cause func(c *cluster, n *node) time.Time
}

// faults come in turns. Every one with a kill is a kill to be counted.
func faults() []fault {
	return []fault{
		{"sequencer", 1, func(c *cluster, _ *node) time.Time {
			c.service.kill()
			return c.restart()
		}},
		{"node", 1, func(c *cluster, n *node) time.Time {
			n.kill()
			between(0, time.Second)
			began := time.Now()
			n.start()
			return began
		}},
		{"sequencer and node", 2, func(c *cluster, n *node) time.Time {
			n.kill()
			c.service.kill()
			n.start()
			return c.restart()
		}},
		{"sequencer, and again in its recovery", 2, func(c *cluster, _ *node) time.Time {
			c.service.kill()
			c.restart()
			between(0, 400*time.Millisecond)
			c.service.kill()
			return c.restart()
		}},
		{"sequencer and all nodes", 3, func(c *cluster, _ *node) time.Time {
			c.service.kill()
			for _, n := range c.l2s {
				n.kill()
			}
			for _, n := range c.l2s {
				n.start()
			}
			return c.restart()
		}},
		{"L1", 1, func(c *cluster, _ *node) time.Time {
			c.l1.kill()
			c.l1.start()
			return time.Now()
		}},
		{"sequencer, and a node once it is back", 2, func(c *cluster, n *node) time.Time {
			c.service.kill()
			c.run()
			n.kill()
			began := time.Now()
			n.start()
			return began
		}},
		{"a node hangs", 0, func(c *cluster, n *node) time.Time {
			n.pause()
			between(time.Second, 10*time.Second)
			n.resume()
			return time.Now()
		}},
		{"sequencer while a node hangs", 1, func(c *cluster, n *node) time.Time {
			n.pause()
			between(0, time.Second)
			c.service.kill()
			n.resume()
			return c.restart()
		}},
		{"node that hangs", 1, func(c *cluster, n *node) time.Time {
			n.pause()
			between(0, 3*time.Second)
			n.kill()
			began := time.Now()
			n.start()
			return began
		}},
		{"the L1 hangs", 0, func(c *cluster, _ *node) time.Time {
			c.l1.pause()
			between(time.Second, 4*time.Second)
			c.l1.resume()
			return time.Now()
		}},
	}
}

// between lets some time pass, chosen at random.
func between(least, most time.Duration) { <-time.After(least + rand.N(most-least)) }

// restart starts the service and returns when it did, without waiting for it.
func (c *cluster) restart() time.Time {
	began := time.Now()
	c.service.start(nil)
	return began
}

// The sequencer, a node, several at once and the L1 are killed in turns under load, at
// times chosen at random, and hang in between, while L1 sends messages, too. Nothing that was acknowledged is lost and
// every promise is kept. SSEQ_KILLS says how many kills there are; then it is measured how soon
// promises come again, too.
func TestKills(t *testing.T) {
	t.Parallel()
	kills, text := 7, os.Getenv("SSEQ_KILLS")
	if text != "" {
		var err error
		if kills, err = strconv.Atoi(text); err != nil {
			t.Fatalf("SSEQ_KILLS: %v", err)
		}
	}
	c := newCluster(t)
	c.impatient(2 * time.Second)
	c.provoked, c.mayRevoke = []string{"a chain stands aside"}, true // where a node is away for longer than two slots
	c.run()
	told := newLedger()
	var times []time.Duration
	done, processes := 0, 0
	for done < kills {
		n := min(killsPerCheck, kills-done)
		stop := c.startEntering()
		more, killed := c.faultsUnderLoad(told, n)
		stop()
		c.checkEntries()
		times, done, processes = append(times, more...), done+n, processes+killed
		c.check(told)
	}
	slices.Sort(times)
	median := times[len(times)/2]
	t.Logf("%d kills of %d processes; %d submissions acknowledged, %d of them lost; %d of %d promises revoked; from restart to the first promise: median %v, at most %v",
		done, processes, told.acknowledged, told.lost, told.revoked, len(told.places), median.Round(time.Millisecond), times[len(times)-1].Round(time.Millisecond))
	if text != "" && median > soon {
		t.Errorf("from restart to the first promise it takes %v, more than %v", median, soon)
	}
	c.service.stop()
	for _, n := range c.l2s {
		n.stop()
	}
}

// faultsUnderLoad lets clients work, and faults come until there were that many kills. It
// returns how long after each kill the first new promise was there, and how many processes
// were killed.
func (c *cluster) faultsUnderLoad(told *ledger, kills int) (times []time.Duration, processes int) {
	c.t.Helper()
	load := c.startLoad(told, 4)
	probe := c.newSender(9, told)
	all := faults()
	for turn := rand.IntN(len(all)); len(times) < kills; turn++ {
		f := all[turn%len(all)]
		between(100*time.Millisecond, 1500*time.Millisecond)
		began := f.cause(c, c.l2s[rand.IntN(len(c.l2s))])
		ctx, cancel := context.WithTimeout(c.t.Context(), hanging)
		took, err := probe.promise(ctx, began)
		cancel()
		if err != nil || !c.service.running() {
			c.t.Fatalf("after %q: %v; the service runs: %v", f.what, err, c.service.running())
		}
		if f.kills == 0 {
			continue
		}
		if took > soon {
			c.t.Logf("%q: the first promise came after %v, at %v", f.what, took, time.Now().UTC())
		}
		times, processes = append(times, took), processes+f.kills
	}
	if err := probe.settle(c.t.Context()); err != nil {
		c.t.Error(err)
	}
	load()
	return times, processes
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
		late := time.AfterFunc(hanging, cancel)
		defer late.Stop()
		if err := g.Wait(); err != nil {
			c.t.Errorf("a client: %v", err)
		}
	}
}
