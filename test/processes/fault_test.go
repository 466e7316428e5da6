package processes

import (
	"errors"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ssequencer/ssequencer/chains"
	"github.com/ssequencer/ssequencer/client"
)

// away is how long a node is away in the tests where the other chains go on without it.
const away = 10 * time.Second

// A node that is dead for long stops its own chain only: the other chain's transactions are
// promised all the time, its own are acknowledged and wait, bundles that touch it are
// refused, and /healthz and status say why. When it is back, all goes on by itself.
func TestNodeDead(t *testing.T) {
	t.Parallel()
	c := newCluster(t)
	c.impatient(5 * time.Second)
	c.provoked = []string{"a chain stands aside"}
	c.run()
	told := newLedger()
	s := c.newSender(0, told)
	s.settled()
	n := c.nodeOf(b)
	n.kill()
	c.untilAside(b)
	waiting := s.transfer(b)
	if err := s.send(t.Context(), waiting); err != nil {
		t.Fatal(err)
	}
	s.refusedAway()
	if r := sequencerCommand(t, "status", "--rpc-url", c.url); r.code != 1 || !r.says("NOT ok", "connection refused") {
		t.Errorf("status: exit code %d\n%s%s", r.code, r.out, r.err)
	}
	times := s.promisesFor(a, away)
	if len(waiting.promises) > 0 {
		t.Errorf("a transaction was promised on the chain without a node")
	}
	c.service.stop()
	c.run() // without one of the nodes
	c.untilAside(b)
	s.promisesFor(a, time.Second)
	began := time.Now()
	n.start()
	if err := s.await(t.Context(), waiting); err != nil {
		t.Fatal(err)
	}
	t.Logf("the other chain had %d promises in %v, the slowest took %v; the chain's own came %v after its node", len(times), away, slowest(times), time.Since(began))
	c.untilWell()
	s.settled()
	c.check(told)
	c.service.stop()
}

// A node that hangs, its connections open, is as good as dead; when it runs again its chain
// does, too.
func TestNodeHangs(t *testing.T) {
	t.Parallel()
	c := newCluster(t)
	c.impatient(5 * time.Second)
	c.provoked = []string{"a chain stands aside"}
	c.run()
	told := newLedger()
	s := c.newSender(0, told)
	s.settled()
	n := c.nodeOf(b)
	n.pause()
	c.untilAside(b)
	s.refusedAway()
	times := s.promisesFor(a, 3*time.Second)
	began := time.Now()
	n.resume()
	took, err := s.promise(t.Context(), began)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("the other chain had %d promises, the slowest took %v; a bundle was promised %v after the node ran again", len(times), slowest(times), took)
	c.untilWell()
	c.check(told)
	c.service.stop()
}

// transfer makes a plain transfer, without a message.
func (s *sender) transfer(id chains.ChainID) *submission {
	sub := one("transfer", s.tx(id, common.Address{0xaa}, 1, nil))
	s.told.add(sub)
	return sub
}

// settled sends a bundle and waits until it is on its chains.
func (s *sender) settled() {
	t := s.c.t
	t.Helper()
	_, err := s.promise(t.Context(), time.Now())
	if err == nil {
		err = s.settle(t.Context())
	}
	if err != nil {
		t.Fatal(err)
	}
}

// refusedAway sends a bundle that touches a chain that stands aside: it has to be refused,
// and its nonce is free again.
func (s *sender) refusedAway() {
	t := s.c.t
	t.Helper()
	sub := s.burn()
	s.nonces[a]--
	_, err := s.any.SendRaw(t.Context(), raw(sub.txs[0]))
	refusal, refused := client.Refusal(err)
	if err != nil && !refused {
		t.Fatal(err)
	}
	s.c.until("the bundle is refused", func() bool {
		if !refused { // it was acknowledged before it was decided
			bundle, err := s.any.Bundle(t.Context(), sub.id)
			if err != nil || bundle.Refusal == nil {
				return false
			}
			refusal = bundle.Refusal
		}
		return true
	})
	if refusal.Code != chains.RefusedChainUnavailable || refusal.Reason == "" {
		t.Errorf("a bundle that touches a chain that stands aside: %+v", refusal)
	}
}

// promisesFor sends transfers on one chain, one after the other, for some time, and returns
// how long each took to its promise.
func (s *sender) promisesFor(id chains.ChainID, while time.Duration) []time.Duration {
	t := s.c.t
	t.Helper()
	var times []time.Duration
	for end := time.Now().Add(while); time.Now().Before(end); between(0, time.Second) {
		began := time.Now()
		sub := s.transfer(id)
		err := s.send(t.Context(), sub)
		if err == nil {
			err = s.await(t.Context(), sub)
		}
		if err != nil {
			t.Fatal(err)
		}
		times = append(times, time.Since(began))
	}
	return times
}

func slowest(times []time.Duration) (most time.Duration) {
	for _, d := range times {
		most = max(most, d)
	}
	return most
}

// untilAside waits until /healthz says of one chain alone that it does not take part.
func (c *cluster) untilAside(id chains.ChainID) {
	c.t.Helper()
	c.until("/healthz says which chain stands aside and why", func() bool {
		status, h := c.health("healthz")
		ok := status == http.StatusPartialContent && len(h.Chains) == len(c.l2s)
		for i := range h.Chains {
			mine := chains.ChainID(h.Chains[i].ChainID) == id
			ok = ok && h.Chains[i].Healthy != mine && (!mine || strings.Contains(h.Chains[i].Reasons[0], "unavailable: ") || strings.Contains(h.Chains[i].Reasons[0], "halted: "))
		}
		return ok
	})
	if status, _ := c.health("readyz"); status != http.StatusOK {
		c.t.Errorf("/readyz answers %d", status)
	}
}

func (c *cluster) untilWell() {
	c.t.Helper()
	c.until("all is well", func() bool { status, _ := c.health("healthz"); return status == http.StatusOK })
	if !c.service.running() {
		c.t.Fatalf("the service has ended: %v", c.service.err)
	}
}

// A disk that gets full ends the service, which says so. Nothing that was told before is
// lost, and with room on the disk the next start goes on.
func TestFullDisk(t *testing.T) {
	t.Parallel()
	c := newCluster(t)
	dir := filepath.Join(c.dir, "service")
	c.smallDisk(dir, "256m")
	c.provoked = []string{"no space left on device"}
	// Little room from the start: otherwise the logs reserve enough for minutes.
	filler := filepath.Join(dir, "filler")
	fill(t, filler)
	shrink(t, filler)
	told := newLedger()
	c.run()
	load := c.startLoad(told, 2)
	for range 2 {
		c.awaitNoSpace()
		shrink(t, filler)
		c.service.start(nil)
	}
	c.awaitNoSpace()
	if err := os.Remove(filler); err != nil {
		t.Fatal(err)
	}
	c.run()
	load()
	c.check(told)
	c.service.stop()
}

// awaitNoSpace waits until the service has ended for want of room.
func (c *cluster) awaitNoSpace() {
	c.t.Helper()
	c.until("the service ends on a full disk", func() bool { return !c.service.running() })
	all := c.serviceLog()
	said := all[max(len(all), 4000)-4000:]
	code := c.service.cmd.ProcessState.ExitCode()
	// Where its log is full at the moment at which Pebble begins a new table, it unlocks a mutex twice,
	// which no Go program survives.
	crashed := code == 2 && strings.Contains(all, "sync: unlock of unlocked mutex")
	if crashed { // its trace is in the log
		c.provoked = append(c.provoked, "panic: (*", "panic({0x", "runtime/panic.go")
	}
	if !crashed && (code != 1 || !strings.Contains(said, "no space left on device")) {
		c.t.Errorf("the service ended: %v\n%s", c.service.err, said)
	}
}

// serviceLog is everything the service has said.
func (c *cluster) serviceLog() string {
	c.t.Helper()
	text, err := os.ReadFile(c.service.log)
	if err != nil {
		c.t.Fatal(err)
	}
	return string(text)
}

// smallDisk puts a file system of its own onto a directory.
func (c *cluster) smallDisk(dir, size string) {
	c.t.Helper()
	if err := os.Mkdir(dir, 0o755); err != nil {
		c.t.Fatal(err)
	}
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size="+size); err != nil {
		c.t.Skipf("this machine lets us mount no small disk: %v", err)
	}
	c.t.Cleanup(func() {
		c.service.kill()
		if err := syscall.Unmount(dir, 0); err != nil {
			c.t.Error(err)
		}
	})
}

// fill writes a file until there is no room on its disk.
func fill(t *testing.T, path string) {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for _, size := range []int{1 << 20, 4096} {
		for err = nil; err == nil; {
			_, err = f.Write(make([]byte, size))
		}
		if !errors.Is(err, syscall.ENOSPC) {
			t.Fatal(err)
		}
	}
}

// shrink makes a file smaller, by less than what a log of a database reserves.
func shrink(t *testing.T, path string) {
	t.Helper()
	info, err := os.Stat(path)
	if err == nil {
		err = os.Truncate(path, info.Size()-3<<20)
	}
	if err != nil {
		t.Fatal(err)
	}
}
